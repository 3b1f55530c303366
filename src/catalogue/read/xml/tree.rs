//! One fiche as a tree of elements, with lines.

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape_with};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::super::limits::MAX_ELEMENT_DEPTH;
use super::super::lines::n_lines;
use crate::catalogue::ProblemKind;

/// A fault and its line.
#[derive(Debug)]
pub(super) struct XmlFault {
    pub(super) line: usize,
    pub(super) kind: ProblemKind,
}

/// An element: its name, its own text, its attributes, and where its descendants end.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub(super) name: &'a str,
    pub(super) line: usize,
    text: Cow<'a, str>,
    attributes: Vec<(&'a str, Cow<'a, str>)>,
    /// The index after the last descendant.
    end: usize,
}

/// All elements of a fiche in the order in which they begin.
#[derive(Debug, Default)]
pub(super) struct FicheTree<'a> {
    elements: Vec<Element<'a>>,
    faults: Vec<XmlFault>,
}

/// The initial capacity for elements, which suffices for most fiches.
const USUAL_ELEMENTS: usize = 64;

/// The index of an element in its tree.
pub(super) type ElementIdx = usize;

impl<'a> FicheTree<'a> {
    /// Parses one fiche. A fault comes with the tree of everything before it, which identifies the fiche.
    ///
    /// Bytes that are not UTF-8 are a fault.
    pub(super) fn parse(text: &'a [u8], line: usize) -> Result<Self, Box<(Self, XmlFault)>> {
        let mut reader = Reader::from_reader(text);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        let tree = Self { elements: Vec::with_capacity(USUAL_ELEMENTS), faults: Vec::new() };
        let mut builder = TreeBuilder { text, tree, open: Vec::new(), line, counted_to: 0 };
        loop {
            let start = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
            let outcome = match reader.read_event() {
                Ok(Event::Eof) => Err(builder.unclosed()),
                Ok(event) => builder.event(start, event),
                Err(error) => {
                    let at = usize::try_from(reader.error_position()).unwrap_or(start);
                    Err(malformed(builder.line_at(at.max(start)), reason(&error)))
                }
            };
            match outcome {
                Ok(true) => return Ok(builder.tree),
                Ok(false) => {}
                Err(fault) => {
                    while !builder.open.is_empty() {
                        builder.finish();
                    }
                    return Err(Box::new((builder.tree, fault)));
                }
            }
        }
    }

    /// Faults in spite of which the fiche is read.
    pub(super) fn faults(&self) -> &[XmlFault] {
        &self.faults
    }

    /// The fiche itself.
    pub(super) const ROOT: ElementIdx = 0;

    pub(super) fn element(&self, place: ElementIdx) -> &Element<'a> {
        &self.elements[place]
    }

    /// The children of an element.
    pub(super) fn children(&self, place: ElementIdx) -> impl Iterator<Item = ElementIdx> + '_ {
        let end = self.elements.get(place).map_or(0, |element| element.end);
        let first = Some(place + 1).filter(|first| *first < end);
        std::iter::successors(first, move |child| Some(self.elements[*child].end).filter(|next| *next < end))
    }

    /// Whether an element has children.
    pub(super) fn has_children(&self, place: ElementIdx) -> bool {
        self.children(place).next().is_some()
    }

    /// The text of an element without that of its children.
    pub(super) fn text(&self, place: ElementIdx) -> Cow<'a, str> {
        trimmed(&self.elements[place].text)
    }

    /// The value of a child or an attribute with this name. Returns `None` if it is missing or empty.
    pub(super) fn text_of(&self, place: ElementIdx, name: &str) -> Option<Cow<'a, str>> {
        let inside = self.children(place).find(|child| self.elements[*child].name == name).map(|child| self.text(child));
        let attribute = || {
            let attributes = &self.elements.get(place)?.attributes;
            attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| trimmed(value))
        };
        inside.filter(|text| !text.is_empty()).or_else(attribute).filter(|text| !text.is_empty())
    }

    /// The non-empty texts of an element and its descendants, in document order.
    pub(super) fn all_texts(&self, place: ElementIdx) -> impl Iterator<Item = Cow<'a, str>> + '_ {
        (place..self.elements[place].end).map(|inside| self.text(inside)).filter(|text| !text.is_empty())
    }
}

/// The trimmed text, still borrowed if it was.
fn trimmed<'a>(text: &Cow<'a, str>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => text.trim().into(),
        Cow::Owned(text) => text.trim().to_owned().into(),
    }
}

struct TreeBuilder<'a> {
    text: &'a [u8],
    tree: FicheTree<'a>,
    /// The open elements.
    open: Vec<ElementIdx>,
    line: usize,
    counted_to: usize,
}

impl<'a> TreeBuilder<'a> {
    /// Processes one event. Returns `true` at the end of the fiche.
    fn event(&mut self, start: usize, event: Event<'a>) -> Result<bool, XmlFault> {
        match event {
            Event::Start(tag) => self.begin(start, &tag)?,
            Event::Empty(tag) => {
                self.begin(start, &tag)?;
                return Ok(self.finish());
            }
            Event::End(tag) => return self.end(start, tag.name().into_inner()),
            Event::Text(text) => self.add(text.into_inner()),
            Event::CData(text) => self.add(text.into_inner()),
            Event::GeneralRef(reference) => self.reference(start, &reference),
            Event::DocType(_) => {
                return Err(XmlFault { line: self.line_at(start), kind: ProblemKind::Doctype { left_out: "the fiche" } });
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::Eof => {}
        }
        Ok(false)
    }

    /// The line of a byte; called with increasing positions.
    fn line_at(&mut self, at: usize) -> usize {
        if let Some(between) = self.text.get(self.counted_to..at) {
            self.line += n_lines(between);
            self.counted_to = at;
        }
        self.line
    }

    fn begin(&mut self, start: usize, tag: &BytesStart<'a>) -> Result<(), XmlFault> {
        let line = self.line_at(start);
        if self.open.len() == MAX_ELEMENT_DEPTH {
            return Err(XmlFault { line, kind: ProblemKind::TooDeep { limit: MAX_ELEMENT_DEPTH } });
        }
        // The name and attributes are taken from the text itself, so that they live as long.
        let name = self.part(start + 1, tag.name().into_inner().len());
        let attributes = if tag.attributes_raw().trim().is_empty() { Vec::new() } else { self.attributes(line, tag)? };
        let place = self.tree.elements.len();
        self.tree.elements.push(Element { name, line, text: Cow::Borrowed(""), attributes, end: place + 1 });
        self.open.push(place);
        Ok(())
    }

    /// A part of the text that the parser has checked to be UTF-8.
    fn part(&self, start: usize, n_bytes: usize) -> &'a str {
        let bytes = self.text.get(start..start + n_bytes).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    fn attributes(&mut self, line: usize, tag: &BytesStart<'a>) -> Result<Vec<(&'a str, Cow<'a, str>)>, XmlFault> {
        let offset = (tag.attributes_raw().as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        let raw = self.part(offset, tag.attributes_raw().len());
        let mut attributes = Vec::new();
        for attribute in quick_xml::events::attributes::Attributes::new(raw, 0).with_checks(false) {
            let attribute = attribute.map_err(|error| malformed(line, without_position(&error.to_string())))?;
            let Cow::Borrowed(raw) = attribute.value else { continue };
            let mut unknown = Vec::new();
            // An unknown entity is recorded and dropped.
            let value = unescape_with(raw, |name| {
                resolve_xml_entity(name).or_else(|| {
                    unknown.push(name.to_owned());
                    Some("")
                })
            });
            let value = value.unwrap_or_else(|_| {
                unknown.push(bad_reference(raw));
                Cow::Borrowed("")
            });
            let faults = unknown.into_iter().map(|name| XmlFault { line, kind: ProblemKind::UnknownEntity { name } });
            self.tree.faults.extend(faults);
            attributes.push((attribute.key.into_inner(), value));
        }
        Ok(attributes)
    }

    fn end(&mut self, start: usize, name: &str) -> Result<bool, XmlFault> {
        let expected = self.open.last().map(|place| self.tree.elements[*place].name);
        if expected == Some(name) {
            return Ok(self.finish());
        }
        let found = match expected {
            Some(expected) => format!("« </{name}> » where « </{expected}> » belongs"),
            None => format!("« </{name}> » without its beginning"),
        };
        Err(malformed(self.line_at(start), found))
    }

    /// Ends the innermost open element. Returns `true` if it was the fiche.
    fn finish(&mut self) -> bool {
        let end = self.tree.elements.len();
        if let Some(place) = self.open.pop() {
            self.tree.elements[place].end = end;
        }
        self.open.is_empty()
    }

    fn add(&mut self, text: Cow<'a, str>) {
        let Some(place) = self.open.last() else { return };
        let held = &mut self.tree.elements[*place].text;
        if held.trim().is_empty() {
            *held = text;
        } else if !text.is_empty() {
            held.to_mut().push_str(&text);
        }
    }

    fn reference(&mut self, start: usize, reference: &BytesRef<'a>) {
        let resolved = match reference.resolve_char_ref() {
            Ok(Some(character)) if is_xml_character(character) => Some(Cow::from(character.to_string())),
            Ok(None) => resolve_xml_entity(reference).map(Cow::from),
            _ => None,
        };
        if let Some(text) = resolved {
            self.add(text);
        } else {
            let kind = ProblemKind::UnknownEntity { name: reference.to_string() };
            let line = self.line_at(start);
            self.tree.faults.push(XmlFault { line, kind });
        }
    }

    fn unclosed(&mut self) -> XmlFault {
        let open = self.open.last().map_or("metier", |place| self.tree.elements[*place].name);
        let reason = format!("the end of the fiche before « </{open}> »");
        malformed(self.line_at(self.text.len()), reason)
    }
}

/// Whether XML 1.0 allows a character.
fn is_xml_character(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn malformed(line: usize, reason: String) -> XmlFault {
    XmlFault { line, kind: ProblemKind::Malformed { format: "XML", reason, left_out: "the fiche" } }
}

/// The name of the first invalid character reference.
fn bad_reference(raw: &str) -> String {
    let names = raw.split('&').skip(1).filter_map(|part| part.split_once(';')).map(|(name, _)| name);
    let is_bad = |name: &&str| BytesRef::new(*name).resolve_char_ref().is_err();
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
