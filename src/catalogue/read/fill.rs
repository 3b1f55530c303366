//! Puts a value into its field: the same rules for every format.

use std::borrow::Cow;

use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::{heading_key, label_key};
use crate::catalogue::nothing::is_nothing;
use crate::catalogue::quoted;
use crate::catalogue::{FicheField, ProblemKind, Section, StudyPath, TrainingId};

impl<'a> FicheDraft<'a> {
    /// Adds a value. A list grows, a text gets a further paragraph, and a single value is set once: another one is a fault.
    pub(super) fn fill(&mut self, field: FicheField, value: LocatedText<'a>) {
        match field {
            FicheField::RomeCodes => self.rome_codes.extend(words(&value)),
            FicheField::Riasec => self.riasec.push(value),
            FicheField::Statuses => self.statuses.push(value),
            FicheField::Interests => self.interests.push(value),
            FicheField::Sectors => self.sectors.push(value),
            FicheField::Domains => self.domains.push(value),
            FicheField::Trainings if is_trainings(&value.text) => self.trainings.extend(words(&value).into_iter().map(training)),
            FicheField::Trainings => self.trainings.push(training(value)),
            text if text.is_text() && is_nothing(&value.text) => {}
            FicheField::Presentation => add(&mut self.presentation, value.text),
            FicheField::Overview => add(&mut self.overview, value.text),
            FicheField::Studies => self.studies.push(StudyPath::new("", value.text.trim().to_owned())),
            single => self.set(single, value),
        }
    }

    /// Adds the values of a list that stand in one text, separated by « | », line breaks or the marks of items.
    pub(super) fn fill_all(&mut self, field: FicheField, value: &LocatedText<'a>) {
        let piece = |text| LocatedText { text, id: None, line: value.line };
        match &value.text {
            Cow::Borrowed(text) => pieces(text).for_each(|part| self.fill(field, piece(part.into()))),
            Cow::Owned(text) => pieces(text).for_each(|part| self.fill(field, piece(part.to_owned().into()))),
        }
    }

    /// Keeps a text that belongs to no field under its own name.
    pub(super) fn section(&mut self, heading: &str, text: String) {
        self.other_sections.push(Section { heading: heading.to_owned(), text });
    }

    fn set(&mut self, field: FicheField, mut found: LocatedText<'a>) {
        if field == FicheField::Id && self.id_link.is_none() && found.text.contains("://") {
            self.id_link = Some(found.clone());
        }
        let place = match field {
            FicheField::Id => &mut self.id,
            FicheField::Feminine => &mut self.feminine,
            FicheField::Masculine => &mut self.masculine,
            FicheField::AccessLevel => &mut self.access_level,
            FicheField::Url => &mut self.url,
            _ => &mut self.heading,
        };
        if field == FicheField::Id {
            found.text = id_of_link(found.text);
        }
        let is_blank = |text: &LocatedText<'_>| (text.text.trim().is_empty() || is_nothing(&text.text)) && text.id.is_none();
        match place {
            Some(first) if !is_blank(first) => {
                if !is_blank(&found) && !is_same(&first.text, &found.text) {
                    let kind = ProblemKind::TwoValues { first: quoted(&first.text), found: quoted(&found.text) };
                    self.faults.push((field, found.line, kind));
                }
            }
            _ => *place = Some(found),
        }
    }
}

/// Whether two values are one in different typography. Long texts are compared as they are, since they may be met again and again.
pub(super) fn is_same(first: &str, second: &str) -> bool {
    const MAX_COMPARED_BYTES: usize = 1_000;
    first == second || first.len().max(second.len()) <= MAX_COMPARED_BYTES && label_key(first) == label_key(second)
}

/// What ends a line, in one or another program.
const LINE_ENDS: [char; 6] = ['\n', '\r', '\u{b}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Marks of items; inside a word they are how both genders are written.
pub(super) const BULLETS: [char; 10] = ['•', '‣', '▪', '●', '◦', '■', '·', '►', '➢', '✓'];

/// The values of a text. An empty line is none, whereas nothing between two « | » is a fault that the draft reports.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split(LINE_ENDS).flat_map(items).filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| line.split('|')).map(|piece| without_mark(piece.trim()))
}

/// The items of a line, by their marks. A mark before a short ending is part of the word: « salarié·e », « directeur•rice ».
fn items(line: &str) -> Vec<&str> {
    const LONGEST_ENDING: usize = 5;
    let (mut items, mut start) = (Vec::new(), 0);
    for (at, mark) in line.match_indices(BULLETS) {
        let rest = &line[at + mark.len()..];
        let n_letters = rest.chars().take_while(|letter| letter.is_alphabetic()).take(LONGEST_ENDING + 1).count();
        let is_ending = line[..at].ends_with(char::is_alphabetic) && (1..=LONGEST_ENDING).contains(&n_letters);
        if !is_ending {
            items.push(&line[start..at]);
            start = at + mark.len();
        }
    }
    items.push(&line[start..]);
    items
}

/// A value without the mark of an item before it: « - », « * », « 1. », « 2) ».
fn without_mark(piece: &str) -> &str {
    let (mark, rest) = piece.split_once(char::is_whitespace).unwrap_or(("", piece));
    let digits = mark.strip_suffix(['.', ')']).unwrap_or("x");
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number || matches!(mark, "-" | "–" | "—" | "*" | "+") { rest.trim_start() } else { piece }
}

/// The words of a list of identifiers, in which no comma, semicolon or slash can be.
fn words<'a>(value: &LocatedText<'a>) -> Vec<LocatedText<'a>> {
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '/');
    let parts = value.text.split(is_between).filter(|part| !part.is_empty());
    let words: Vec<LocatedText<'a>> =
        parts.map(|part| LocatedText { text: part.to_owned().into(), id: value.id.clone(), line: value.line }).collect();
    if words.len() < 2 || is_nothing(&value.text) { vec![value.clone()] } else { words }
}

/// Whether a text is nothing but identifiers of several trainings.
fn is_trainings(text: &str) -> bool {
    let is_between = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '/');
    let parts = || text.split(is_between).filter(|part| !part.is_empty());
    1 < parts().count() && parts().all(|part| part.parse::<TrainingId>().is_ok())
}

/// Adds a paragraph to a text.
fn add(place: &mut Option<String>, text: Cow<'_, str>) {
    let trimmed = text.trim();
    if trimmed.is_empty() || place.as_deref() == Some(trimmed) {
        return;
    }
    *place = Some(match place.take() {
        Some(first) => first + "\n\n" + trimmed,
        None if trimmed.len() == text.len() => text.into_owned(),
        None => trimmed.to_owned(),
    });
}

/// The identifier at the end of a link such as « …/metier/slug/MET.7829 », or the text itself.
fn id_of_link(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("://") {
        return text;
    }
    let is_id = |part: &&str| part.to_ascii_uppercase().starts_with("MET.");
    let id = text.trim().split(['/', '?', '#', '=', '&']).rfind(is_id).map(str::to_owned);
    id.map_or(text, Cow::Owned)
}

/// A label and its identifier: « BTS … (ID: FOR.7112) », « BTS … [FOR.7112] », « FOR.7112 - BTS … », or one of them alone.
fn training(value: LocatedText<'_>) -> LocatedText<'_> {
    if value.id.is_some() {
        return value;
    }
    let text = value.text.trim();
    let found = if let Some(rest) = text.strip_suffix([')', ']']) {
        rest.rsplit_once(['(', '[']).and_then(|(label, inner)| Some((label.trim(), named_id(inner)?)))
    } else if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("FOR.")) {
        let (id, label) = text.split_once([' ', ':']).unwrap_or((text, ""));
        Some((label.trim_start_matches([' ', '-', '–', '—', ':']), id)).filter(|(label, id)| label.is_empty() || is_id(id))
    } else {
        None
    };
    match found.map(|(label, id)| (label.to_owned(), id.trim().to_owned())) {
        Some((label, id)) => LocatedText { text: label.into(), id: None, line: value.line }.with_id(Some(id.into())),
        None => value,
    }
}

/// The identifier in the brackets behind a training: « ID: FOR.7112 » or « FOR.7112 ».
fn named_id(inner: &str) -> Option<&str> {
    let named = inner.split_once(':').filter(|(name, _)| heading_key(name.trim()) == "id").map(|(_, id)| id);
    named.or_else(|| Some(inner).filter(|id| is_id(id)))
}

fn is_id(text: &str) -> bool {
    text.parse::<TrainingId>().is_ok()
}

#[cfg(test)]
mod tests {
    //! Properties: the first of two values stands and the second is told; an identifier is found in a link and beside a training.

    use super::*;

    fn text(text: &str) -> LocatedText<'_> {
        LocatedText::new(text, 1)
    }

    #[test]
    fn the_first_value_stands() {
        let mut draft = FicheDraft::default();
        for value in ["", "mime", "Mime ", "MIME BIS", ""] {
            draft.fill(FicheField::Title, text(value));
        }
        assert_eq!(draft.heading.map(|heading| heading.text.into_owned()).as_deref(), Some("mime"));
        let told = ProblemKind::TwoValues { first: "mime".into(), found: "MIME BIS".into() };
        assert_eq!(draft.faults, [(FicheField::Title, Some(1), told)]);
    }

    #[test]
    fn an_identifier_is_the_end_of_a_link() {
        for link in ["https://www.onisep.fr/http/redirection/metier/slug/MET.12", "http://x.fr/MET.12?a=b", "MET.12"] {
            assert_eq!(id_of_link(link.into()), "MET.12");
        }
    }

    #[test]
    fn a_training_may_carry_its_identifier() {
        for (written, label, id) in [
            ("CAP (ID: FOR.1)", "CAP", Some("FOR.1")),
            ("FOR.12", "", Some("FOR.12")),
            ("CAP (art)", "CAP (art)", None),
            ("CAP (id:)", "CAP", None),
            ("CAP (FOR.1)", "CAP", Some("FOR.1")),
            ("CAP [FOR.1]", "CAP", Some("FOR.1")),
            ("FOR.1 - CAP art", "CAP art", Some("FOR.1")),
            ("FOR.1 : CAP", "CAP", Some("FOR.1")),
            ("FOR.x CAP", "FOR.x CAP", None),
            ("FOR.x", "", Some("FOR.x")),
        ] {
            let found = training(text(written));
            assert_eq!((found.text.as_ref(), found.id.as_deref()), (label, id), "{written}");
        }
    }

    #[test]
    fn the_values_of_a_text_are_found_in_any_form() {
        let all = |text| pieces(text).collect::<Vec<&str>>();
        for text in [
            "a b|c",
            "a b\nc",
            "a b\r\nc\r\n",
            "a b\rc",
            "- a b\n- c",
            "• a b • c",
            "1. a b\n2. c",
            "* a b\u{b}* c",
            "a b\u{2028}c",
        ] {
            assert_eq!(all(text), ["a b", "c"], "{text:?}");
        }
        for text in ["a - b", "3e âge", "2 roues", "-a", "1.5 m", "l'art*", "salarié·e", "étudiant·e·s", "directeur•rice"]
        {
            assert_eq!(all(text), [text]);
        }
        let mut draft = FicheDraft::default();
        for (field, value) in [(FicheField::RomeCodes, "L1204, L1205;L1206/L1207 L1208"), (FicheField::Trainings, "FOR.1, FOR.2")]
        {
            draft.fill(field, text(value));
        }
        assert_eq!((draft.rome_codes.len(), draft.trainings.len()), (5, 2));
    }
}
