//! Reads Onisep's *Idéo fiches métiers* in XML: the parser decides what is an element and what is text, so that markup in comments,
//! CDATA and attributes is none.
//!
//! A fiche is an element `<metier>` outside any other. Damage costs its fiche: reading goes on behind it. No DTD is read, hence no
//! entities that a document defines; those of HTML are known.

use std::borrow::Cow;
use std::sync::Arc;

use quick_xml::escape::{resolve_html5_entity, resolve_xml_entity, unescape_with};
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::elements;
use super::limits::{MAX_ELEMENT_DEPTH, MAX_FICHE_BYTES};
use super::names::Names;
use super::other::other_of_fields;
use super::text::{self, LineCounter, latin_9, windows_1252};
use super::tree::FicheTree;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{Place, Problem, ProblemKind};

/// The name of the element that is a fiche.
const FICHE: &str = "metier";

/// How many faults of syntax are told before the rest of a file is left: each may cost a look at a whole fiche.
const MAX_FAULTS: usize = 900;

/// How many elements are looked at to say what a document without fiches is.
const MAX_ELEMENTS_NAMED: usize = 100;

/// Why an element is not read to its end.
struct Fault {
    at: usize,
    kind: ProblemKind,
    /// Whether nothing behind it is read.
    is_last: bool,
}

/// Reads all fiches of a document.
pub(super) fn read(source: &Arc<str>, bytes: &[u8], builder: &mut CatalogueBuilder) {
    let text = match declared_encoding(bytes) {
        Encoding::Utf8 => text::text(source, bytes, builder),
        Encoding::Latin(character) => text::single_bytes(source, bytes, character, builder),
        Encoding::Unknown(found) => {
            let place = Place::of_line(source, 1);
            return builder.problem(Problem { place, kind: ProblemKind::UnknownEncoding { found } });
        }
    };
    let mut document = Document {
        source,
        text: &text,
        lines: LineCounter::new(&text),
        tree: FicheTree::new(),
        names: Names::default(),
        n_fiches: 0,
        n_faults: 0,
        builder,
    };
    let is_whole = document.read();
    if is_whole && document.n_fiches == 0 {
        let elements = text.split('<').skip(1).take(MAX_ELEMENTS_NAMED).map(|element| element.split(['>', ' ', '/']).next());
        let none = || ProblemKind::NoFiche { expected: "an element <metier>" };
        let kind = other_of_fields(elements.flatten()).unwrap_or_else(none);
        builder.problem(Problem { place: Place::of_source(source), kind });
    }
}

enum Encoding {
    Utf8,
    /// Each byte is a character.
    Latin(fn(u8) -> char),
    Unknown(String),
}

/// The encoding in `<?xml … encoding="…"?>`; a byte order mark overrules it.
fn declared_encoding(bytes: &[u8]) -> Encoding {
    const MAX_DECLARATION_BYTES: usize = 200;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_DECLARATION_BYTES)]);
    let declaration = head.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or("", |(inside, _)| inside);
    let value = declaration.split_once("encoding").and_then(|(_, rest)| rest.trim_start().strip_prefix('='));
    let name = value.and_then(|value| value.trim_start().split(['"', '\'']).nth(1)).unwrap_or("utf-8").trim();
    match name.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => Encoding::Utf8,
        "iso-8859-1" | "iso8859-1" | "latin1" | "windows-1252" | "cp1252" => Encoding::Latin(windows_1252),
        "iso-8859-15" | "iso8859-15" | "latin9" | "latin-9" => Encoding::Latin(latin_9),
        _ => Encoding::Unknown(name.to_owned()),
    }
}

struct Document<'a, 'b> {
    source: &'a Arc<str>,
    text: &'a str,
    lines: LineCounter<'a>,
    /// The parts of a fiche, whose memory serves the next.
    tree: FicheTree<'a>,
    names: Names,
    n_fiches: usize,
    n_faults: usize,
    builder: &'b mut CatalogueBuilder,
}

/// A declaration of another grammar, after which nothing is read.
fn doctype(at: usize) -> Fault {
    Fault { at, kind: ProblemKind::Doctype { left_out: "the rest of the file" }, is_last: true }
}

impl<'a> Document<'a, '_> {
    /// Reads the elements around fiches, and each fiche. Returns `false` if a fault ends the reading.
    fn read(&mut self) -> bool {
        let mut open: Vec<&'a str> = Vec::new();
        let mut parser = Parser::new(self.text);
        while !self.builder.is_overfull() && self.n_faults <= MAX_FAULTS {
            let at = parser.position();
            let fault = match parser.reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) if is_fiche(tag.local_name().into_inner()) => {
                    let next = self.fiche(at);
                    parser = Parser::starting(self.text, next);
                    continue;
                }
                Ok(Event::Start(tag)) if open.len() < MAX_ELEMENT_DEPTH => {
                    open.push(&self.text[at + 1..][..tag.name().into_inner().len()]);
                    continue;
                }
                Ok(Event::Start(_)) => Fault { at, kind: ProblemKind::TooDeep { limit: MAX_ELEMENT_DEPTH }, is_last: true },
                Ok(Event::End(tag)) if open.last() == Some(&tag.name().into_inner()) => {
                    open.pop();
                    continue;
                }
                Ok(Event::End(tag)) => damaged(at, format!("« </{}> » without its beginning", tag.name().into_inner())),
                // One without declarations of its own changes nothing.
                Ok(Event::DocType(text)) if text.contains("<!ENTITY") => doctype(at),
                Ok(Event::Eof) if open.is_empty() => return true,
                Ok(Event::Eof) => {
                    Fault { is_last: true, ..damaged(at, format!("the end of the file before « </{}> »", open[0])) }
                }
                Ok(_) => continue,
                Err(error) => {
                    parser = Parser::starting(self.text, self.next_fiche(at + 1));
                    damaged(at, reason(&error))
                }
            };
            let place = Place::of_line(self.source, self.lines.at(fault.at));
            self.builder.problem(Problem { place, kind: fault.kind });
            self.n_faults += 1;
            if fault.is_last {
                return false;
            }
        }
        false
    }

    /// Reads the fiche that begins here. Returns where to go on.
    fn fiche(&mut self, start: usize) -> usize {
        self.n_fiches += 1;
        let line = self.lines.at(start);
        self.tree.clear();
        let mut fiche = FicheReader { document: self.text, lines: &mut self.lines, tree: &mut self.tree, unknown: Vec::new() };
        let outcome = fiche.read(start);
        let (unknown, tree) = (fiche.unknown, &self.tree);
        let metier = tree.text_of(FicheTree::ROOT, "identifiant").map(Cow::into_owned);
        let place = |line| Place { metier: metier.clone(), ..Place::of_line(self.source, line) };
        match outcome {
            Ok(end) => {
                let met = unknown
                    .into_iter()
                    .map(|(line, name)| Problem { place: place(line), kind: ProblemKind::UnknownEntity { name } });
                let draft = elements::draft(tree, self.source, line, &mut self.names, self.builder);
                draft.finish(met.collect(), self.builder);
                end
            }
            Err((Fault { at, kind, .. }, first_inside)) => {
                self.n_faults += 1;
                let line = if matches!(kind, ProblemKind::FicheTooLarge { .. }) { line } else { self.lines.at(at) };
                self.builder.problem(Problem { place: place(line), kind });
                // A fiche directly inside one that is broken is the next one: the end of the first is missing.
                first_inside.unwrap_or_else(|| self.next_fiche(at.max(start + 1)))
            }
        }
    }

    /// Where the next fiche begins, or what follows the end of this one.
    fn next_fiche(&self, from: usize) -> usize {
        let mut at = from;
        while let Some(offset) = self.text.get(at..).and_then(|rest| rest.find('<')) {
            let tag = &self.text[at + offset..];
            let is_end = tag.starts_with("</");
            let name = tag[1 + usize::from(is_end)..]
                .split(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '/'))
                .next();
            if name.is_some_and(is_fiche) {
                let end = tag.find('>').map_or(tag.len(), |end| end + 1);
                return at + offset + if is_end { end } else { 0 };
            }
            at += offset + 1;
        }
        self.text.len()
    }
}

/// The parser of a part of a text.
struct Parser<'a> {
    reader: Reader<&'a [u8]>,
    start: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        Self { reader, start: 0 }
    }

    fn starting(text: &'a str, start: usize) -> Self {
        Self { start, ..Self::new(text.get(start..).unwrap_or_default()) }
    }

    fn position(&self) -> usize {
        self.start + usize::try_from(self.reader.buffer_position()).unwrap_or_default()
    }
}

/// Reads one fiche into a tree.
struct FicheReader<'a, 'l> {
    document: &'a str,
    lines: &'l mut LineCounter<'a>,
    tree: &'l mut FicheTree<'a>,
    /// Entities that nobody defines, with their lines.
    unknown: Vec<(usize, String)>,
}

/// The name of an attribute, and its value.
type Attribute<'a> = (Cow<'a, str>, Cow<'a, str>);

impl<'a> FicheReader<'a, '_> {
    /// Reads to the end of the fiche. A fault comes with the place of the first fiche directly inside this one.
    fn read(&mut self, start: usize) -> Result<usize, (Fault, Option<usize>)> {
        // No more than a fiche may take is looked at.
        let limit = start + MAX_FICHE_BYTES + 1;
        let end = (limit..self.document.len()).find(|end| self.document.is_char_boundary(*end));
        let mut parser = Parser::starting(&self.document[..end.unwrap_or(self.document.len())], start);
        let mut first_inside = None;
        loop {
            let at = parser.position();
            let outcome = match parser.reader.read_event() {
                Ok(Event::Start(tag)) => {
                    if self.tree.depth() == 1 && is_fiche(tag.local_name().into_inner()) {
                        first_inside.get_or_insert(at);
                    }
                    self.begin(at, &tag).map(|()| false)
                }
                Ok(Event::Empty(tag)) => self.begin(at, &tag).map(|()| self.tree.finish()),
                Ok(Event::End(tag)) => self.end(at, tag.name().into_inner()),
                Ok(event) => self.content(at, event).map(|()| false),
                Err(error) => {
                    let at = parser.start + usize::try_from(parser.reader.error_position()).unwrap_or_default();
                    Err(broken(at, reason(&error)))
                }
            };
            match outcome {
                Ok(true) => return Ok(parser.position()),
                Ok(false) => {}
                Err(fault) => {
                    while 0 < self.tree.depth() {
                        self.tree.finish();
                    }
                    // At the limit, whatever the parser says means that the fiche is too large.
                    if end.is_some() && limit <= parser.position() {
                        let kind = ProblemKind::FicheTooLarge { limit: MAX_FICHE_BYTES, left_out: "the fiche" };
                        return Err((Fault { at: start, kind, is_last: false }, first_inside));
                    }
                    return Err((fault, first_inside));
                }
            }
        }
    }

    fn begin(&mut self, at: usize, tag: &BytesStart<'a>) -> Result<(), Fault> {
        if self.tree.depth() == MAX_ELEMENT_DEPTH {
            return Err(Fault { at, kind: ProblemKind::TooDeep { limit: MAX_ELEMENT_DEPTH }, is_last: false });
        }
        let name = &self.document[at + 1..][..tag.name().into_inner().len()];
        let attributes = if tag.attributes_raw().trim().is_empty() { Vec::new() } else { self.attributes(at, tag)? };
        let line = self.lines.at(at);
        self.tree.begin(local(name).into(), line, attributes);
        Ok(())
    }

    fn attributes(&mut self, at: usize, tag: &BytesStart<'a>) -> Result<Vec<Attribute<'a>>, Fault> {
        let mut attributes = Vec::new();
        for attribute in Attributes::new(tag.attributes_raw(), 0).with_checks(false) {
            let attribute = attribute.map_err(|error| broken(at, without_position(&error.to_string())))?;
            // What is no entity stays as it is.
            let value = unescape_with(&attribute.value, entity);
            let value = value.map_or_else(
                |_| {
                    self.unknown.push((self.lines.at(at), bad_reference(&attribute.value)));
                    attribute.value.clone().into_owned()
                },
                Cow::into_owned,
            );
            attributes.push((local(attribute.key.into_inner()).to_owned().into(), value.into()));
        }
        Ok(attributes)
    }

    /// Returns `true` if the end is that of the fiche.
    fn end(&mut self, at: usize, name: &str) -> Result<bool, Fault> {
        if self.tree.open_name() == Some(local(name)) {
            return Ok(self.tree.finish());
        }
        let expected = self.tree.open_name().unwrap_or(FICHE);
        Err(broken(at, format!("« </{name}> » where « </{expected}> » belongs")))
    }

    fn content(&mut self, at: usize, event: Event<'a>) -> Result<(), Fault> {
        match event {
            Event::Text(text) => self.tree.add(text.into_inner()),
            Event::CData(text) => self.tree.add(text.into_inner()),
            Event::GeneralRef(reference) => {
                let text = referred(&reference).unwrap_or_else(|| {
                    self.unknown.push((self.lines.at(at), reference.to_string()));
                    format!("&{};", &*reference).into()
                });
                self.tree.add(text);
            }
            Event::DocType(_) => {
                return Err(Fault { at, kind: ProblemKind::Doctype { left_out: "the fiche" }, is_last: false });
            }
            Event::Eof => {
                let open = self.tree.open_name().unwrap_or(FICHE);
                return Err(broken(at, format!("the end of the fiche before « </{open}> »")));
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether an element of this name is a fiche.
fn is_fiche(name: &str) -> bool {
    local(name).eq_ignore_ascii_case(FICHE)
}

/// A name without the prefix of its namespace.
fn local(name: &str) -> &str {
    // By bytes: names are short.
    name.bytes().rposition(|byte| byte == b':').map_or(name, |colon| &name[colon + 1..])
}

/// The text of an entity: of XML, or of HTML, which old exports hold.
fn entity(name: &str) -> Option<&'static str> {
    resolve_xml_entity(name).or_else(|| resolve_html5_entity(name))
}

fn referred(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match reference.resolve_char_ref() {
        Ok(Some(character)) if is_xml_character(character) => Some(character.to_string().into()),
        Ok(None) => entity(reference).map(Cow::from),
        _ => None,
    }
}

/// Whether XML 1.0 allows a character.
fn is_xml_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn broken(at: usize, reason: String) -> Fault {
    Fault { at, kind: ProblemKind::Malformed { format: "XML", reason, left_out: "the fiche" }, is_last: false }
}

fn damaged(at: usize, reason: String) -> Fault {
    Fault { at, kind: ProblemKind::Malformed { format: "XML", reason, left_out: "what is damaged" }, is_last: false }
}

/// The name of the first reference that is none.
fn bad_reference(raw: &str) -> String {
    let names = raw.split('&').skip(1).filter_map(|part| part.split_once(';')).map(|(name, _)| name);
    let is_bad = |name: &&str| referred(&BytesRef::new(*name)).is_none();
    names.into_iter().find(is_bad).unwrap_or_default().to_owned()
}

/// The parser's message about an attribute, without the byte position in the tag, which is no help.
fn without_position(text: &str) -> String {
    let rest = text.strip_prefix("position ").and_then(|rest| rest.split_once(": "));
    rest.map_or(text, |(_, rest)| rest).to_owned()
}

/// The parser's message, without its prefix.
fn reason(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::Syntax(error) => error.to_string(),
        quick_xml::Error::IllFormed(error) => error.to_string(),
        other => other.to_string(),
    }
}
