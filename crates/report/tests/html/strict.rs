//! A strict reader of the pages that this project writes: it knows less than HTML, and accepts nothing else.

use std::collections::BTreeSet;

/// Elements that have no content.
const VOID: [&str; 1] = ["meta"];

/// Every element that a page may have: no script, image, frame, linked file or form is among them.
const ELEMENTS: [&str; 38] = [
    "a", "html", "head", "meta", "title", "style", "body", "main", "section", "article", "div", "h1", "h2", "h3", "p", "span",
    "b", "em", "ul", "li", "dl", "dt", "dd", "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg",
    "desc", "rect", "path", "circle", "text",
];

/// Every attribute that a page may have: none that runs, loads or styles.
const ATTRIBUTES: [&str; 24] = [
    "href",
    "lang",
    "open",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "id",
    "role",
    "aria-labelledby",
    "aria-hidden",
    "scope",
    "colspan",
    "viewBox",
    "x",
    "y",
    "width",
    "height",
    "d",
    "cx",
    "cy",
    "r",
    "text-anchor",
];

/// What was read of a page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The text a reader sees, entities decoded, elements separated by spaces.
    pub(crate) text: String,
    /// The names of headings, in order.
    pub(crate) headings: Vec<String>,
    ids: BTreeSet<String>,
    references: Vec<String>,
    open: Vec<Element>,
    problems: Vec<String>,
}

#[derive(Debug)]
struct Element {
    name: String,
    has_title: bool,
    has_desc: bool,
    text: String,
}

/// The page, and all that is wrong with it.
pub(crate) fn problems(html: &str) -> (Page, Vec<String>) {
    let mut page = Page::default();
    let begins = |lang: &str| html.strip_prefix(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">"));
    let Some(mut rest) = begins("fr").or_else(|| begins("en")) else {
        return (page, vec!["expected a doctype and <html lang=\"…\"> at the beginning".to_owned()]);
    };
    page.start("html", &[]);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('<') {
            let is_style = page.open.last().is_some_and(|element| element.name == "style");
            if is_style && !after.starts_with("/style>") {
                page.wrong("markup in the style");
            }
            let Some(end) = tag_end(after) else {
                page.wrong("a tag does not end");
                break;
            };
            page.tag(&after[..end]);
            rest = &after[end + 1..];
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            page.content(&rest[..end]);
            rest = &rest[end..];
        }
    }
    page.finish(html);
    let problems = std::mem::take(&mut page.problems);
    (page, problems)
}

/// Where a tag ends: the first `>` outside of quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut is_quoted = false;
    tag.char_indices().find_map(|(at, character)| {
        is_quoted ^= character == '"';
        (character == '>' && !is_quoted).then_some(at)
    })
}

impl Page {
    fn wrong(&mut self, what: &str) {
        let path: Vec<&str> = self.open.iter().map(|element| element.name.as_str()).collect();
        self.problems.push(format!("{}: {what}", path.join(" ")));
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            return self.end(name);
        }
        let is_closed = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        match attributes_of(attributes) {
            None => self.wrong(&format!("<{tag}>: expected attributes in double quotes")),
            Some(attributes) => self.start(name, &attributes),
        }
        if VOID.contains(&name) {
            self.open.pop();
        } else if is_closed {
            self.end(name);
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        if !ELEMENTS.contains(&name) {
            self.wrong(&format!("<{name}> is no element of a page"));
        }
        for (attribute, value) in attributes {
            if attribute == "href" && (name != "a" || !value.starts_with("https://")) {
                self.wrong(&format!("<{name} href> leads to {value:?}"));
            }
            if !ATTRIBUTES.contains(&attribute.as_str()) {
                self.wrong(&format!("<{name} {attribute}> is no attribute of a page"));
            }
            match attribute.as_str() {
                "id" if !self.ids.insert(value.clone()) => self.wrong(&format!("id {value} is there twice")),
                "lang" if value != "fr" && value != "en" => self.wrong(&format!("lang {value} is no language of a page")),
                "aria-labelledby" => self.references.extend(value.split(' ').map(str::to_owned)),
                _ => {}
            }
        }
        if name == "svg" && !attributes.contains(&("role".to_owned(), "img".to_owned())) {
            self.wrong("a picture without the role of an image");
        }
        if let Some(level) = heading_level(name) {
            let before = self.headings.last().and_then(|heading| heading_level(heading)).unwrap_or(0);
            if before + 1 < level || (level == 1 && before != 0) {
                self.wrong(&format!("{name} after a heading of level {before}"));
            }
            self.headings.push(name.to_owned());
        }
        self.text.push(' ');
        self.open.push(Element { name: name.to_owned(), has_title: false, has_desc: false, text: String::new() });
    }

    fn end(&mut self, name: &str) {
        let Some(element) = self.open.pop().filter(|element| element.name == name) else {
            return self.wrong(&format!("</{name}> ends another element"));
        };
        if name == "svg" && !(element.has_title && element.has_desc) {
            self.wrong("a picture without title or description");
        }
        let is_empty = element.text.trim().is_empty();
        if is_empty && (["title", "desc", "caption", "p", "summary", "th"].contains(&name) || heading_level(name).is_some()) {
            self.wrong(&format!("<{name}> says nothing"));
        }
        if let Some(parent) = self.open.last_mut() {
            parent.has_title |= name == "title";
            parent.has_desc |= name == "desc";
            parent.text.push_str(&element.text);
        }
        self.text.push(' ');
    }

    fn content(&mut self, raw: &str) {
        let is_style = self.open.last().is_some_and(|element| element.name == "style");
        if raw.contains('>') && !is_style {
            self.wrong("a « > » that is not escaped");
        }
        match decoded(raw) {
            None => self.wrong("a « & » that is not escaped"),
            Some(_) if is_style => {}
            Some(text) => {
                if let Some(element) = self.open.last_mut() {
                    element.text.push_str(&text);
                } else if !text.trim().is_empty() {
                    self.wrong("text outside of the page");
                }
                self.text.push_str(&text);
            }
        }
    }

    fn finish(&mut self, html: &str) {
        if !self.open.is_empty() {
            self.wrong("elements are not ended");
        }
        for reference in std::mem::take(&mut self.references) {
            if !self.ids.contains(&reference) {
                self.wrong(&format!("no element has the id {reference}"));
            }
        }
        if self.headings.first().is_none_or(|heading| heading != "h1") {
            self.wrong("expected h1 as the first heading");
        }
        let is_forbidden =
            |character: char| (character.is_control() && character != '\n') || u32::from(character) & 0xfffe == 0xfffe;
        if html.contains(is_forbidden) {
            self.wrong("a character that HTML forbids");
        }
        for style in html.split("<style>").skip(1).filter_map(|after| after.split("</style>").next()) {
            if ["url(", "@import", "expression", "://"].iter().any(|load| style.contains(load)) {
                self.wrong("a style that loads");
            }
        }
        for part in ["<meta charset=\"utf-8\">", "<meta name=\"viewport\" ", "default-src 'none'", "<title"] {
            if !html.contains(part) {
                self.wrong(&format!("expected {part}"));
            }
        }
    }
}

fn heading_level(name: &str) -> Option<u32> {
    name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level))
}

/// Attributes of the form ` name="value"`, and `open`, which has no value; nothing when there is anything else.
fn attributes_of(mut text: &str) -> Option<Vec<(String, String)>> {
    let mut attributes: Vec<(String, String)> = Vec::new();
    while !text.is_empty() {
        if text == "open" {
            attributes.push((text.to_owned(), String::new()));
            break;
        }
        let (name, rest) = text.split_once("=\"")?;
        let (value, rest) = rest.split_once('"')?;
        let is_name = !name.is_empty() && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '-');
        if !is_name || value.contains('<') || attributes.iter().any(|(known, _)| known == name) {
            return None;
        }
        attributes.push((name.to_owned(), decoded(value)?));
        text = if rest.is_empty() { rest } else { rest.strip_prefix(' ')? };
    }
    Some(attributes)
}

/// The text behind the four entities that a page uses; nothing when an « & » begins anything else.
fn decoded(raw: &str) -> Option<String> {
    let mut text = String::new();
    for (index, part) in raw.split('&').enumerate() {
        if index == 0 {
            text.push_str(part);
            continue;
        }
        let (entity, rest) = part.split_once(';')?;
        text.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => return None,
        });
        text.push_str(rest);
    }
    Some(text)
}

mod samples {
    //! The reader finds what is wrong, one thing at a time.

    use super::problems;

    const GOOD: &str = "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
        <title>T</title>\n<style>a > b { color: red }</style>\n</head>\n<body>\n<h1 id=\"a\">T &amp; U</h1>\n\
        <svg role=\"img\" aria-labelledby=\"a\"><title>P</title><desc>Q</desc></svg>\n<p>R</p>\n</body>\n</html>\n";

    #[test]
    fn a_good_page() {
        let (page, wrong) = problems(GOOD);
        assert_eq!(wrong, Vec::<String>::new());
        assert_eq!(page.headings, ["h1"]);
        assert!(page.text.contains("T & U"));
    }

    #[test]
    fn bad_pages() {
        let changes = [
            (" lang=\"fr\"", "", "expected a doctype and <html lang=\"…\"> at the beginning"),
            ("<p>R</p>", "<p>R", "html body: </body> ends another element"),
            ("<p>R</p>", "<script></script>", "html body: <script> is no element of a page"),
            ("<p>R</p>", "<p onclick=\"a()\">R</p>", "html body: <p onclick> is no attribute of a page"),
            ("<p>R</p>", "<p lang=\"de\">R</p>", "html body: lang de is no language of a page"),
            ("<p>R</p>", "<p class='b'>R</p>", "html body: <p class='b'>: expected attributes in double quotes"),
            ("<p>R</p>", "<p id=\"a\">R</p>", "html body: id a is there twice"),
            ("<p>R</p>", "<p></p>", "html body: <p> says nothing"),
            ("<p>R</p>", "<p>R & S</p>", "html body p: a « & » that is not escaped"),
            ("<p>R</p>", "<p>R > S</p>", "html body p: a « > » that is not escaped"),
            ("<p>R</p>", "<p>R\u{1}</p>", ": a character that HTML forbids"),
            ("<p>R</p>", "<h3>R</h3>", "html body: h3 after a heading of level 1"),
            ("aria-labelledby=\"a\"", "aria-labelledby=\"b\"", ": no element has the id b"),
            (" role=\"img\"", " role=\"figure\"", "html body: a picture without the role of an image"),
            ("<desc>Q</desc>", "", "html body: a picture without title or description"),
            ("color: red", "background: url(a)", ": a style that loads"),
        ];
        for (part, by, expected) in changes {
            let (_, wrong) = problems(&GOOD.replacen(part, by, 1));
            assert!(wrong.iter().any(|problem| problem == expected), "{by}: expected {expected}, found {wrong:?}");
        }
    }
}
