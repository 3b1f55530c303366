//! Turns the HTML of a text into plain paragraphs.

use std::borrow::Cow;
use std::mem;

use memchr::{memchr, memchr2, memrchr};
use quick_xml::escape::resolve_html5_entity;

/// A block of text: a heading or a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The level of a heading; 0 for a paragraph.
    pub(super) level: u8,
    pub(super) text: String,
}

/// The text in paragraphs, separated by an empty line. Returns `None` for blank text.
pub(super) fn plain_text(html: &str) -> Option<String> {
    join(blocks(html))
}

/// Whether an element is HTML: it marks text up and names no field.
pub(super) fn is_markup(name: &str) -> bool {
    const MARKUP: [&str; 36] = [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "cite",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tr",
        "ul",
    ];
    MARKUP.iter().any(|markup| markup.eq_ignore_ascii_case(name))
}

/// The text of a cell as a page would show it; one without markup keeps its lines.
#[cfg(feature = "csv")]
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let has_markup = text.match_indices('<').any(|(at, _)| {
        let name = tag(&text[at..]).and_then(|(tag, _)| tag.trim_start_matches('/').split([' ', '/']).next());
        name.is_some_and(|name| name.is_empty() || is_markup(name))
    });
    if !has_markup {
        return decoded(text);
    }
    // Values of a list stand in lines of their own.
    blocks(text).into_iter().map(|block| block.text).reduce(|text, more| text + "\n\n" + &more).unwrap_or_default().into()
}

/// The text in one line, without markup: what a label says.
pub(super) fn one_line(html: Cow<'_, str>) -> Cow<'_, str> {
    let has_marks = memchr2(b'<', b'&', html.as_bytes()).is_some();
    if !has_marks || !html.contains('<') && !html.contains(';') {
        return match html {
            Cow::Borrowed(text) => text.trim().into(),
            Cow::Owned(text) => text.trim().to_owned().into(),
        };
    }
    let text = plain_text(&html).unwrap_or_default();
    text.split('\n')
        .map(|line| line.strip_prefix("- ").unwrap_or(line))
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .into()
}

/// Blocks as text in paragraphs.
pub(super) fn join(blocks: Vec<Block>) -> Option<String> {
    let texts = blocks.into_iter().map(|block| block.text);
    texts.reduce(|text, more| text + "\n\n" + &more)
}

/// The blocks of a text, without markup.
///
/// Items of a list become lines « - … » of one paragraph. Tags other than those of blocks, lines and items are dropped.
pub(super) fn blocks(html: &str) -> Vec<Block> {
    let mut writer = Writer::default();
    let mut rest = html;
    while let Some(start) = memchr(b'<', rest.as_bytes()) {
        writer.text(&rest[..start]);
        rest = &rest[start..];
        if let Some((tag, after)) = tag(rest) {
            rest = writer.tag(tag, after);
        } else {
            writer.text("<");
            rest = &rest[1..];
        }
    }
    writer.text(rest);
    writer.close();
    writer.blocks
}

/// The inside of the tag that begins here, and the text after it. Returns `None` if « < » begins no tag.
fn tag(rest: &str) -> Option<(&str, &str)> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some(("", comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    let inner = &rest[1..];
    let begins = inner.strip_prefix('/').unwrap_or(inner).starts_with(|first: char| first.is_ascii_alphabetic() || first == '!');
    let end = memchr2(b'<', b'>', inner.as_bytes()).filter(|end| begins && inner[*end..].starts_with('>'))?;
    Some((&inner[..end], &inner[end + 1..]))
}

/// The text after the next closing tag.
fn behind_end(text: &str) -> &str {
    let end = text.split_once("</").and_then(|(_, end)| end.split_once('>'));
    end.map_or("", |(_, rest)| rest)
}

#[derive(Debug, Default)]
struct Writer {
    blocks: Vec<Block>,
    open: String,
    level: u8,
    /// A space was read but not yet written.
    has_space: bool,
    /// The next text begins an item.
    is_item: bool,
}

impl Writer {
    fn tag<'a>(&mut self, tag: &str, after: &'a str) -> &'a str {
        let name = tag.split(|part: char| part.is_whitespace() || part == '/').find(|part| !part.is_empty());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let is_end = tag.starts_with('/');
        match name.as_str() {
            "script" | "style" if !is_end => return behind_end(after),
            "br" => self.line(),
            "li" if is_end => {}
            "li" => {
                self.line();
                self.is_item = true;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close();
                self.level = if is_end { 0 } else { name.as_bytes()[1] - b'0' };
            }
            "p" if self.is_in_item() => {}
            "p" | "div" | "ul" | "ol" | "table" | "tr" | "section" | "article" | "blockquote" | "dl" | "dt" | "dd" => {
                self.close();
            }
            "td" | "th" => self.has_space = true,
            _ => {}
        }
        after
    }

    /// Whether an item is open; a paragraph inside it is part of it.
    fn is_in_item(&self) -> bool {
        let begin = memrchr(b'\n', self.open.as_bytes()).map_or(0, |end| end + 1);
        self.is_item || self.open[begin..].starts_with("- ")
    }

    fn text(&mut self, text: &str) {
        let is_space = |character: char| character.is_whitespace() || character == '\u{200b}';
        let text = decoded(text);
        if is_even(&text) {
            let word = text.trim_matches(' ');
            self.has_space |= text.starts_with(' ');
            self.word(word);
            self.has_space |= text.ends_with(' ');
            return;
        }
        let mut rest = &*text;
        while !rest.is_empty() {
            let word = rest.trim_start_matches(is_space);
            self.has_space |= word.len() < rest.len();
            let end = word.find(is_space).unwrap_or(word.len());
            self.word(&word[..end]);
            rest = &word[end..];
        }
    }

    /// Writes a word, or a part of a word that contains tags.
    fn word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.is_item {
            self.is_item = false;
            self.open.push_str("- ");
        } else if self.has_space && !self.open.is_empty() && !self.open.ends_with('\n') {
            self.open.push(' ');
        }
        self.has_space = false;
        self.open.push_str(word);
    }

    /// Begins a new line in the block; a second line end in a row ends the block.
    fn line(&mut self) {
        self.has_space = false;
        if self.open.ends_with('\n') && !self.is_item {
            self.close();
        } else if !self.open.is_empty() {
            self.open.push('\n');
        }
    }

    fn close(&mut self) {
        let text = if self.open.trim().len() == self.open.len() {
            mem::take(&mut self.open)
        } else {
            mem::take(&mut self.open).trim().to_owned()
        };
        self.has_space = false;
        self.is_item = false;
        if !text.is_empty() {
            self.blocks.push(Block { level: self.level, text });
        }
        self.level = 0;
    }
}

/// Whether all spaces are plain and single, so that the text can be written as a whole; `false` may be too strict.
#[allow(clippy::needless_bitwise_bool, reason = "without a branch, many bytes are looked at together")]
fn is_even(text: &str) -> bool {
    // The other spaces of Unicode begin with 0xC2, 0xE1, 0xE2 or 0xE3, like some symbols.
    let is_other = |byte: u8| (byte < b' ') | (byte == 0x7f) | (byte == 0xc2) | (0xe1..=0xe3).contains(&byte);
    let has_other = text.bytes().fold(false, |has_other, byte| has_other | is_other(byte));
    let are_spaces = |pair: &[u8]| (pair[0] == b' ') & (pair[1] == b' ');
    !has_other && !text.as_bytes().windows(2).fold(false, |has_spaces, pair| has_spaces | are_spaces(pair))
}

/// The text with its entities as characters; those that HTML does not define stay as they are.
fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', text.as_bytes()) else { return text.into() };
    let mut decoded = text[..first].to_owned();
    for part in text[first + 1..].split('&') {
        let known = part.split_once(';').and_then(|(name, after)| Some((entity(name)?, after)));
        let (character, after) = known.unwrap_or(("&".into(), part));
        decoded.extend([&*character, after]);
    }
    decoded.into()
}

/// The text of an entity: a numbered character, or a name of HTML 5.
fn entity(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else { return resolve_html5_entity(name).map(Cow::from) };
    let point = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let is_text = |character: &char| !character.is_control() || character.is_whitespace();
    char::from_u32(point).filter(is_text).map(|character| character.to_string().into())
}

#[cfg(test)]
mod tests {
    //! Properties: paragraphs, lines and items are kept, other tags vanish, entities become characters, « < » without a tag stays.

    use super::*;

    #[track_caller]
    fn check(html: &str, text: &str) {
        assert_eq!(plain_text(html).unwrap_or_default(), text, "{html:?}");
    }

    #[test]
    fn blocks_become_paragraphs() {
        check("<p>Un <b>mot</b>.</p>\n<p>Deux\n  mots</p>", "Un mot.\n\nDeux mots");
        check("a<br/>b<br><br />c", "a\nb\n\nc");
        check("Avant<ul><li>un</li>\n<li><p>deux</p></li></ul>après", "Avant\n\n- un\n- deux\n\naprès");
        check("<p></p>", "");
        check("", "");
    }

    #[test]
    fn entities_are_characters() {
        check("l&rsquo;&eacute;t&#233; &amp; &nbsp;l&#x2019;hiver", "l’été & l’hiver");
        check("AT&T; &inconnu; R&D &#0;", "AT&T; &inconnu; R&D &#0;");
    }

    #[test]
    fn what_is_no_tag_stays() {
        check("a < b > c", "a < b > c");
        check("fin <", "fin <");
        check("<!-- rien --><span class=\"x\">mot</span><style>p {}</style>", "mot");
        check("<p", "<p");
    }

    #[test]
    fn headings_are_known() {
        let block = |level, text: &str| Block { level, text: text.into() };
        let expected = [block(3, "Durée des études"), block(4, "Après la 3e"), block(0, "2 ans")];
        assert_eq!(blocks("<h3>Durée des études</h3><h4>Après la 3e</h4><p>2 ans</p>"), expected);
    }
}
