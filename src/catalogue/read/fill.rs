//! Puts a value into its field: the same rules for every format.

use std::borrow::Cow;

use crate::catalogue::draft::{FicheDraft, LocatedText};
use crate::catalogue::label::{heading_key, label_key};
use crate::catalogue::{FicheField, ProblemKind, Section, StudyPath};

impl<'a> FicheDraft<'a> {
    /// Adds a value. A list grows, a text gets a further paragraph, and a single value is set once: another one is a fault.
    pub(super) fn fill(&mut self, field: FicheField, value: LocatedText<'a>) {
        match field {
            FicheField::RomeCodes => self.rome_codes.push(value),
            FicheField::Riasec => self.riasec.push(value),
            FicheField::Statuses => self.statuses.push(value),
            FicheField::Interests => self.interests.push(value),
            FicheField::Sectors => self.sectors.push(value),
            FicheField::Domains => self.domains.push(value),
            FicheField::Trainings => self.trainings.push(training(value)),
            FicheField::Presentation => add(&mut self.presentation, &value.text),
            FicheField::Overview => add(&mut self.overview, &value.text),
            FicheField::Studies => self.studies.push(StudyPath::new("", value.text.trim().to_owned())),
            single => self.set(single, value),
        }
    }

    /// Adds the values of a list that stand in one text, separated by « | » or line breaks.
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
        let is_blank = |text: &LocatedText<'_>| text.text.trim().is_empty() && text.id.is_none();
        match place {
            Some(first) if !is_blank(first) => {
                if !is_blank(&found) && label_key(&first.text) != label_key(&found.text) {
                    let kind = ProblemKind::TwoValues { first: first.text.to_string(), found: found.text.to_string() };
                    self.faults.push((field, found.line, kind));
                }
            }
            _ => *place = Some(found),
        }
    }
}

/// The values of a text. An empty line is none, whereas nothing between two « | » is a fault that the draft reports.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| line.split('|')).map(str::trim)
}

/// Adds a paragraph to a text.
fn add(place: &mut Option<String>, text: &str) {
    let text = text.trim();
    if text.is_empty() || place.as_deref() == Some(text) {
        return;
    }
    *place = Some(place.take().map_or_else(|| text.to_owned(), |first| first + "\n\n" + text));
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

/// « diplôme … (ID: FOR.7112) » or the identifier alone, as a label with its identifier.
fn training(value: LocatedText<'_>) -> LocatedText<'_> {
    if value.id.is_some() {
        return value;
    }
    let text = value.text.trim();
    let line = value.line;
    if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("FOR.")) && !text.contains(' ') {
        return LocatedText { text: "".into(), id: Some(text.to_owned().into()), line };
    }
    let found = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).and_then(|(label, inner)| {
        let (_, id) = inner.split_once(':').filter(|(name, _)| heading_key(name.trim()) == "id")?;
        Some((label.trim().to_owned(), id.trim().to_owned()))
    });
    match found {
        Some((label, id)) => LocatedText { text: label.into(), id: None, line }.with_id(Some(id.into())),
        None => value,
    }
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
        ] {
            let found = training(text(written));
            assert_eq!((found.text.as_ref(), found.id.as_deref()), (label, id), "{written}");
        }
    }
}
