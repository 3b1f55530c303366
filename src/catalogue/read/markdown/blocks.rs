//! From CommonMark to the lines of a fiche: headings, bold names with their values, items and text, as a reader of the page sees them.
//!
//! Two habits of fiches differ from CommonMark: a bold name or a heading of a field at the beginning of a line opens that field even in
//! the middle of a paragraph or an item, and an indented block that begins with such a heading is no code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::super::fill::BULLETS;
use super::super::html;
use super::super::names::{Name, Names};
use super::super::text::LineCounter;
use super::line::{Form, Line};
use super::metadata;
use crate::catalogue::label::heading_key;

/// Calls for every line of a text that has so many lines before it, until it returns `false`.
pub(super) fn lines(text: &str, n_before: usize, names: &mut Names, mut take: impl FnMut(Line, &mut Names) -> bool) {
    let mut writer = Writer::new(text, names, false, n_before);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let parser = Parser::new_ext(text, options);
    for (event, range) in parser.into_offset_iter() {
        writer.event(event, &range);
        for line in writer.done.drain(..) {
            if !take(line, writer.names) {
                return;
            }
        }
    }
}

/// Collects lines from events.
#[allow(clippy::struct_excessive_bools, reason = "each is another fact about where the reading is")]
struct Writer<'a, 'n> {
    names: &'n mut Names,
    done: Vec<Line>,
    counter: LineCounter<'a>,
    /// The number of lines before the text.
    n_before: usize,
    is_indented: bool,
    open: Option<Line>,
    /// The line of the source that is read, which may be a later one of the open line.
    here: usize,
    /// The next text begins a line.
    at_start: bool,
    /// A bold text at the beginning of a line, before it is known whether it names a field.
    bold: Option<String>,
    is_in_bold: bool,
    /// The numbers of the open lists; `None` for one without numbers.
    lists: Vec<Option<u64>>,
    /// What a block without inline marks holds: code or HTML.
    raw: Option<(bool, usize, String)>,
    /// The line where metadata begin, and what they say.
    metadata: Option<(usize, String)>,
}

impl<'a, 'n> Writer<'a, 'n> {
    fn new(text: &'a str, names: &'n mut Names, is_indented: bool, n_before: usize) -> Self {
        Self {
            names,
            done: Vec::new(),
            counter: LineCounter::new(text),
            n_before,
            is_indented,
            open: None,
            here: 0,
            at_start: false,
            bold: None,
            is_in_bold: false,
            lists: Vec::new(),
            raw: None,
            metadata: None,
        }
    }

    fn line_at(&mut self, position: usize) -> usize {
        self.n_before + self.counter.at(position)
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if let Some((first, mut text)) = self.metadata.take() {
            match event {
                Event::End(TagEnd::MetadataBlock(_)) => metadata::lines(&text, first, self.names, &mut self.done),
                Event::Text(more) => {
                    text.push_str(&more);
                    self.metadata = Some((first, text));
                }
                _ => self.metadata = Some((first, text)),
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.text(&text, range),
            Event::Html(text) => {
                if let Some((.., html)) = &mut self.raw {
                    html.push_str(&text);
                }
            }
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::SoftBreak => self.line_break(range, ' '),
            Event::HardBreak => self.line_break(range, '\n'),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.gap(range);
                self.begin(Form::Heading { level: *level as u8, is_indented: self.is_indented }, range.start);
            }
            Tag::Paragraph if self.lists.is_empty() => {
                self.gap(range);
                self.begin(Form::Text, range.start);
            }
            Tag::Paragraph => self.continue_item(range),
            Tag::List(first) => {
                self.flush();
                if self.lists.is_empty() {
                    self.gap(range);
                }
                self.lists.push(*first);
            }
            Tag::Item => {
                let number = self.lists.last_mut().and_then(Option::as_mut);
                let mark = number.map_or_else(|| "-".to_owned(), |number| format!("{}.", std::mem::replace(number, *number + 1)));
                self.begin(Form::Item(mark), range.start);
            }
            Tag::TableHead | Tag::TableRow => self.begin(Form::Text, range.start),
            Tag::TableCell => self.text(" ", range),
            Tag::CodeBlock(kind) => {
                self.flush();
                let line = self.line_at(range.start) + usize::from(matches!(kind, CodeBlockKind::Fenced(_)));
                self.raw = Some((matches!(kind, CodeBlockKind::Indented), line, String::new()));
            }
            Tag::HtmlBlock => {
                self.flush();
                self.raw = Some((false, self.line_at(range.start), String::new()));
            }
            Tag::Strong if self.at_start && self.open.is_some() => {
                self.bold = Some(String::new());
                self.is_in_bold = true;
            }
            Tag::MetadataBlock(_) => self.metadata = Some((self.line_at(range.start) + 1, String::new())),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.is_in_bold = false,
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::CodeBlock => self.code(),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Paragraph if !self.lists.is_empty() => {
                self.settle_bold("");
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => self.flush(),
            _ => {}
        }
    }

    fn begin(&mut self, form: Form, position: usize) {
        self.flush();
        let number = self.line_at(position);
        self.here = number;
        self.open = Some(Line { number, form, text: String::new() });
        self.at_start = true;
    }

    fn gap(&mut self, range: &Range<usize>) {
        self.flush();
        let number = self.line_at(range.start);
        self.done.push(Line { number, form: Form::Gap, text: String::new() });
    }

    fn flush(&mut self) {
        self.settle_bold("");
        self.at_start = false;
        let Some(mut line) = self.open.take() else { return };
        // CommonMark leaves no-break spaces.
        line.text = line.text.trim().into();
        let is_said = !line.text.is_empty() || !matches!(line.form, Form::Text);
        if is_said {
            self.done.push(line);
        }
    }

    /// A further paragraph of an item belongs to it.
    fn continue_item(&mut self, range: &Range<usize>) {
        match &mut self.open {
            Some(line) if line.text.is_empty() => {}
            Some(line) => line.text.push(' '),
            None => self.begin(Form::Text, range.start),
        }
        self.at_start = true;
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if let Some((.., raw)) = &mut self.raw {
            return raw.push_str(text);
        }
        if self.is_in_bold
            && let Some(bold) = &mut self.bold
        {
            return bold.push_str(text);
        }
        let text = self.settle_bold(text);
        if std::mem::take(&mut self.at_start) {
            self.start_of_line(text, range.start);
        } else if let Some(line) = &mut self.open {
            line.text.push_str(text);
        }
    }

    /// A line may be a heading or an item although CommonMark has it in a paragraph.
    fn start_of_line(&mut self, text: &str, position: usize) {
        let heading = text.strip_prefix('#').map(|rest| rest.trim_start_matches('#').trim().trim_end_matches('#').trim());
        let is_known = heading.is_some_and(|heading| self.names.find(heading) != Name::Other || is_after(heading));
        let item =
            text.strip_prefix(BULLETS).or_else(|| text.strip_prefix(DASHES)).filter(|rest| rest.starts_with(char::is_whitespace));
        let form = match (heading, item) {
            (Some(heading), _) if is_known => Some((Form::Heading { level: 2, is_indented: true }, heading)),
            (_, Some(item)) => Some((Form::Item("-".to_owned()), item.trim_start())),
            _ => None,
        };
        let text = form.as_ref().map_or(text, |(_, text)| *text);
        if let Some((form, _)) = form {
            self.begin(form, position);
            self.at_start = false;
        }
        if let Some(line) = &mut self.open {
            line.text.push_str(text);
        }
    }

    /// Decides whether a bold text names a field, given the text behind it. Returns what is left of that text.
    fn settle_bold<'t>(&mut self, after: &'t str) -> &'t str {
        let Some(bold) = self.bold.take() else { return after };
        self.is_in_bold = false;
        self.at_start = false;
        let inside = bold.trim().strip_suffix(':').map(str::trim_end);
        let behind = after.trim_start().strip_prefix(':');
        let Some(line) = &mut self.open else { return after };
        let is_alone = after.is_empty() && line.text.trim().is_empty() && self.names.find(bold.trim()) != Name::Other;
        let name = inside.or_else(|| Some(bold.trim()).filter(|_| is_alone || behind.is_some()));
        let is_item = matches!(line.form, Form::Item(_));
        let name = name.filter(|name| !is_item || self.names.find(name) != Name::Other && !is_label(name));
        let Some(name) = name.map(str::to_owned) else {
            line.text.push_str(&bold);
            return after;
        };
        if line.text.trim().is_empty() {
            line.form = Form::Bold(name);
        } else {
            self.flush();
            self.open = Some(Line { number: self.here, form: Form::Bold(name), text: String::new() });
        }
        if inside.is_some() { after } else { behind.unwrap_or(after) }
    }

    fn line_break(&mut self, range: &Range<usize>, mark: char) {
        self.settle_bold("");
        self.here = self.line_at(range.end);
        let Some(line) = &mut self.open else { return };
        match line.form {
            Form::Item(_) | Form::Heading { is_indented: false, .. } => line.text.push(' '),
            _ if mark == '\n' && matches!(line.form, Form::Text) => line.text.push('\n'),
            _ => self.begin(Form::Text, range.end),
        }
        self.at_start = true;
    }

    /// A tag inside a paragraph: those of blocks end it.
    fn inline_html(&mut self, tag: &str, range: &Range<usize>) {
        let name = tag.trim_matches(['<', '>', '/', ' ']).split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
        match name.as_bytes() {
            b"br" => self.line_break(range, '\n'),
            [b'h', level @ b'1'..=b'6'] if !tag.starts_with("</") => {
                self.begin(Form::Heading { level: level - b'0', is_indented: self.is_indented }, range.start);
            }
            b"li" if !tag.starts_with("</") => self.begin(Form::Item("-".to_owned()), range.start),
            b"p" | b"div" | b"ul" | b"ol" | b"li" | [b'h', b'1'..=b'6'] => {
                self.gap(range);
                self.begin(Form::Text, range.end);
            }
            _ => {}
        }
    }

    /// Code is text as it stands, unless it begins with a heading of a field.
    fn code(&mut self) {
        let Some((is_indented, line, code)) = self.raw.take() else { return };
        let first = code.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
        let heading = first.strip_prefix('#').map(|rest| rest.trim_matches(['#', ' ']));
        let is_fiche = is_indented && heading.is_some_and(|heading| self.names.find(heading) != Name::Other || is_after(heading));
        self.done.push(Line { number: line, form: Form::Gap, text: String::new() });
        if !is_fiche {
            self.done.push(Line { number: line, form: Form::Code, text: code.trim_end().to_owned() });
            return;
        }
        let text: String = code.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
        let mut inner = Writer::new(&text, self.names, true, line - 1);
        for (event, range) in Parser::new(&text).into_offset_iter() {
            inner.event(event, &range);
        }
        self.done.append(&mut inner.done);
    }

    fn html_block(&mut self) {
        let Some((_, number, html)) = self.raw.take() else { return };
        for html::Block { level, text } in html::blocks(&html) {
            self.done.push(Line { number, form: Form::Gap, text: String::new() });
            if 0 < level {
                self.done.push(Line { number, form: Form::Heading { level, is_indented: self.is_indented }, text });
                continue;
            }
            for line in text.lines() {
                let (form, text) = match line.strip_prefix("- ") {
                    Some(item) => (Form::Item("-".to_owned()), item),
                    None => (Form::Text, line),
                };
                self.done.push(Line { number, form, text: text.to_owned() });
            }
        }
    }
}

/// What people write before items too, beside the marks of CommonMark and [`BULLETS`].
const DASHES: [char; 3] = ['–', '—', '→'];

/// « Après … », a heading of studies.
pub(super) fn is_after(heading: &str) -> bool {
    heading_key(heading).starts_with("apres ")
}

/// « Féminin » or « Masculin », which stand in a list of labels.
fn is_label(name: &str) -> bool {
    matches!(heading_key(name).as_str(), "feminin" | "masculin")
}
