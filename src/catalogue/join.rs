//! Sources that complement each other: fiches of one métier from several paths become one.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::builder::PlacedMetier;
use super::label::label_key;
use super::metier::Metier;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};

/// Adds what a further source says of a métier. What the first one says stands; a different value is a problem that names both places.
pub(super) fn join(first: &mut PlacedMetier, other: &PlacedMetier, problems: &mut Vec<Problem>) {
    let place = first.place();
    let PlacedMetier { metier, origins, .. } = first;
    let mut join = Join { first: place, origins, other: other.place(), problems };
    let metier: &mut Metier = Arc::make_mut(metier);
    let more = &*other.metier;
    join.told(FicheField::Title, &[&metier.title.heading], &[&more.title.heading]);
    join.list(FicheField::RomeCodes, &mut metier.rome_codes, &more.rome_codes, ToString::to_string);
    join.list(FicheField::Riasec, &mut metier.riasec, &more.riasec, ToString::to_string);
    join.list(FicheField::Statuses, &mut metier.statuses, &more.statuses, ToString::to_string);
    join.list(FicheField::Interests, &mut metier.interests, &more.interests, ToString::to_string);
    join.list(FicheField::Sectors, &mut metier.sectors, &more.sectors, ToString::to_string);
    join.list(FicheField::Domains, &mut metier.domains, &more.domains, Clone::clone);
    join.list(FicheField::Trainings, &mut metier.trainings, &more.trainings, |training| {
        training.id.as_ref().map_or_else(|| training.label.clone(), ToString::to_string)
    });
    join.one(FicheField::AccessLevel, &mut metier.access_level, more.access_level.as_ref(), ToString::to_string);
    join.one(FicheField::Url, &mut metier.url, more.url.as_ref(), Clone::clone);
    join.one(FicheField::Presentation, &mut metier.presentation, more.presentation.as_ref(), Clone::clone);
    join.one(FicheField::Overview, &mut metier.overview, more.overview.as_ref(), Clone::clone);
    join.list(FicheField::Studies, &mut metier.studies, &more.studies, |path| format!("{}: {}", path.heading, path.text));
    let has = |heading: &str| metier.other_sections.iter().any(|section| section.heading == heading);
    let new: Vec<_> = more.other_sections.iter().filter(|section| !has(&section.heading)).cloned().collect();
    metier.other_sections.extend(new);
}

struct Join<'a> {
    first: Place,
    /// Where values are from that a further source gave.
    origins: &'a mut Vec<(FicheField, Place)>,
    other: Place,
    problems: &'a mut Vec<Problem>,
}

impl Join<'_> {
    fn list<T: Clone>(&mut self, field: FicheField, first: &mut Vec<T>, more: &[T], text: impl Fn(&T) -> String) {
        if first.is_empty() && !more.is_empty() {
            first.extend_from_slice(more);
            self.origins.push((field, self.other.clone()));
        } else if !more.is_empty() {
            let texts = |values: &[T]| values.iter().map(&text).collect::<Vec<_>>();
            self.told(field, &texts(first), &texts(more));
        }
    }

    fn one<T: Clone>(&mut self, field: FicheField, first: &mut Option<T>, more: Option<&T>, text: impl Fn(&T) -> String) {
        match (&*first, more) {
            (None, Some(more)) => {
                *first = Some(more.clone());
                self.origins.push((field, self.other.clone()));
            }
            (Some(first), Some(more)) => self.told(field, &[text(first)], &[text(more)]),
            (_, None) => {}
        }
    }

    /// Tells values that differ, whatever their order and typography.
    fn told<S: AsRef<str>>(&mut self, field: FicheField, kept: &[S], found: &[S]) {
        let key = |text: &S| label_key(text.as_ref()).replace(' ', "");
        let keys = |texts: &[S]| texts.iter().map(key).collect::<BTreeSet<_>>();
        if keys(kept) == keys(found) {
            return;
        }
        let text = |texts: &[S]| texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ");
        let origin = self.origins.iter().find(|(known, _)| *known == field).map_or(&self.first, |(_, place)| place);
        let kind = ProblemKind::SourcesDiffer { first: origin.clone(), kept: text(kept), found: text(found) };
        self.problems.push(Problem { place: Place { field: Some(field), ..self.other.clone() }, kind: kind.shortened() });
    }
}
