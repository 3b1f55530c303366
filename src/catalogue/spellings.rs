//! The common spelling of each label found while reading, looked up once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::label::{clean_label, label_key};
use super::thesaurus::{LabelKind, Thesaurus};

/// The common spelling of a label, and a number that all its spellings share.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    pub(super) text: Arc<str>,
    pub(super) key: usize,
}

/// Spellings by the text that was written: a catalogue repeats few labels often.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    known: [BTreeMap<Box<str>, Spelling>; LabelKind::ALL.len()],
    keys: BTreeMap<String, usize>,
}

impl Spellings {
    /// The spelling of a label that was looked up before.
    pub(super) fn known(&self, kind: LabelKind, written: &str) -> Option<Spelling> {
        self.known[kind as usize].get(written).cloned()
    }

    /// The spelling of the thesaurus, otherwise the label in plain typography. Returns `None` for an empty label.
    pub(super) fn of(&mut self, kind: LabelKind, written: &str) -> Option<Spelling> {
        if let Some(spelling) = self.known(kind, written) {
            return Some(spelling);
        }
        let canonical = Thesaurus::embedded().canonical(kind, written);
        let text = canonical.map_or_else(|| clean_label(written), str::to_owned);
        if text.is_empty() {
            return None;
        }
        let n_keys = self.keys.len();
        let key = *self.keys.entry(label_key(&text)).or_insert(n_keys);
        let spelling = Spelling { text: text.into(), key };
        self.known[kind as usize].insert(written.into(), spelling.clone());
        Some(spelling)
    }

    /// The labels of a value that is none itself but several known ones in a row, however they are separated, or a known one in quotes.
    pub(super) fn parts(&mut self, kind: LabelKind, written: &str) -> Option<Vec<Spelling>> {
        let (has_marks, has_words) =
            (written.contains(MARKS_BETWEEN), WORDS_BETWEEN.iter().any(|between| written.contains(between)));
        if !(has_marks || has_words) {
            return None;
        }
        let is_known = |label: &&str| Thesaurus::embedded().canonical(kind, label).is_some();
        if is_known(&written) {
            return None;
        }
        let marked = if has_marks && has_words {
            WORDS_BETWEEN.iter().fold(written.to_owned(), |text, between| text.replace(between, ","))
        } else {
            String::new()
        };
        let mut ways: Vec<Box<dyn Iterator<Item = &str>>> = vec![Box::new(written.split(MARKS_BETWEEN))];
        ways.extend(WORDS_BETWEEN.iter().map(|between| Box::new(written.split(between)) as Box<dyn Iterator<Item = &str>>));
        ways.push(Box::new(marked.split(MARKS_BETWEEN)));
        let parts = ways.into_iter().find_map(|way| {
            let parts = way.map(plain).filter(|part| !part.is_empty()).map(|part| is_known(&part).then_some(part));
            parts.collect::<Option<Vec<&str>>>().filter(|parts| !parts.is_empty())
        })?;
        parts.into_iter().map(|part| self.of(kind, part)).collect()
    }
}

/// A part without the marks of a list, of an item and of quotes.
fn plain(part: &str) -> &str {
    part.trim_matches(['[', ']', '{', '}', '"', '«', '»', '“', '”', '(', ')', '-', ' ', '\''])
}

/// Marks between labels of which no known label has two sides that are labels themselves.
const MARKS_BETWEEN: [char; 9] = [',', ';', '/', '*', '\t', '"', '[', '«', '“'];
const WORDS_BETWEEN: [&str; 4] = [" et ", " ou ", " - ", " + "];
