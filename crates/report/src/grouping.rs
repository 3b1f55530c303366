//! What the métiers of a list have in common: whether they keep to the wish for study, whether their reasons are the same, whether they are
//! equal.

use boussole::inquiry::{TiedAcross, tied_across as find_tied};
use boussole::profile::AnswerField;
use boussole::ranking::Recommendation;
use serde::Serialize;

use crate::render::set;
use crate::statement::{AccessFact, TiedGroup};
use crate::subject::RecommendationReport;
use crate::voice::Voice;
use crate::words::message::{self, Message};
use crate::words::values;

/// A part of a list, in the order of the list.
pub(crate) struct Part<'a> {
    kind: PartKind,
    /// What a page calls it.
    pub(crate) name: &'static str,
    /// The title; `None` when the list is not parted.
    pub(crate) title: Option<Message>,
    pub(crate) recommendations: Vec<&'a Recommendation>,
}

/// What the métiers of a part of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum PartKind {
    /// Their access level is at most how far the student wants to study.
    WithinPlan,
    /// It is beyond.
    Longer,
    /// Their sheets give none.
    LevelUnknown,
}

/// Neighbours of a list with the same reasons, or without a reason and with one score; perhaps one alone.
pub(crate) struct Neighbours<'a> {
    pub(crate) all: Vec<&'a Recommendation>,
    /// The reasons that all of them have, said.
    pub(crate) reasons: Vec<String>,
    /// When they are several with one score.
    pub(crate) tied: Option<TiedGroup>,
}

/// A group of a list in JSON.
#[derive(Serialize)]
pub(crate) struct ToldGroup<'a> {
    kind: GroupKind,
    text: String,
    ids: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tied: Option<TiedAcross>,
}

/// Why métiers stand together in JSON.
#[derive(Serialize)]
#[serde(untagged)]
enum GroupKind {
    Part(PartKind),
    Other(&'static str),
}

/// The list, parted by the wish for study where some métiers are beyond it and others are not.
pub(crate) fn parts<'a>(report: &'a RecommendationReport<'_>) -> Vec<Part<'a>> {
    let kind = |one: &Recommendation| match one.metier.access_level {
        None => PartKind::LevelUnknown,
        Some(level) if AccessFact::of(level, &report.profile).is_some_and(|fact| 0 < fact.beyond()) => PartKind::Longer,
        Some(_) => PartKind::WithinPlan,
    };
    let of_kind = |wanted| report.ranking.iter().filter(|one| kind(one) == wanted).collect::<Vec<_>>();
    let named = [
        (PartKind::WithinPlan, "pistes", message::LIST_WITHIN_PLAN),
        (PartKind::Longer, "plus-long", message::LIST_LONGER),
        (PartKind::LevelUnknown, "sans-niveau", message::LIST_LEVEL_UNKNOWN),
    ];
    let all: Vec<&Recommendation> = report.ranking.iter().collect();
    let part = |(kind, name, title)| Part { kind, name, title: Some(title), recommendations: of_kind(kind) };
    let parts: Vec<Part<'_>> = named.map(part).into_iter().filter(|part| !part.recommendations.is_empty()).collect();
    let is_parted = 1 < parts.len() && parts.iter().any(|part| part.kind == PartKind::Longer);
    if is_parted || all.is_empty() {
        return parts;
    }
    vec![Part { kind: PartKind::WithinPlan, name: "pistes", title: None, recommendations: all }]
}

/// Neighbours that stand together.
pub(crate) fn neighbours<'a>(
    all: &[&'a Recommendation],
    reasons: impl Fn(&'a Recommendation) -> Vec<String>,
) -> Vec<Neighbours<'a>> {
    let mut found: Vec<Neighbours<'a>> = Vec::new();
    for one in all {
        let reasons = reasons(one);
        let is_same = |last: &&mut Neighbours<'_>| {
            let tie_group = last.all.last().map(|other| other.standing.tie_group);
            last.reasons == reasons && (!reasons.is_empty() || tie_group == Some(one.standing.tie_group))
        };
        match found.last_mut().filter(is_same) {
            Some(last) => last.all.push(one),
            None => found.push(Neighbours { all: vec![one], reasons, tied: None }),
        }
    }
    for together in &mut found {
        together.tied = TiedGroup::of(&together.all);
    }
    found
}

/// The métiers that are equal across the end of the list. Returns `None` when there are none, or when diversity decides what is shown.
pub(crate) fn tied_across(report: &RecommendationReport<'_>) -> Option<TiedAcross> {
    if report.ranking.diversity.is_on() {
        return None;
    }
    find_tied(report.recommender, &report.profile, report.ranking.recommendations.len()).ok().flatten()
}

/// The groups of a list: its parts, neighbours with the same reasons, and who is equal across its end.
pub(crate) fn groups<'a>(
    report: &'a RecommendationReport<'_>,
    reasons: impl Fn(&'a Recommendation) -> Vec<String>,
    voice: Voice,
) -> Vec<ToldGroup<'a>> {
    let ids = |all: &[&'a Recommendation]| all.iter().map(|one| one.metier.id.as_str()).collect::<Vec<&str>>();
    let mut groups = Vec::new();
    let parts = parts(report);
    for part in &parts {
        if let Some(title) = part.title {
            let kind = GroupKind::Part(part.kind);
            groups.push(ToldGroup { kind, text: set(&voice.words(title)), ids: ids(&part.recommendations), tied: None });
        }
    }
    for part in &parts {
        let together = neighbours(&part.recommendations, &reasons).into_iter();
        for together in together.filter(|together| 1 < together.all.len() && !together.reasons.is_empty()) {
            let (kind, text) = (GroupKind::Other("shared_reasons"), together.reasons.join(" "));
            groups.push(ToldGroup { kind, text, ids: ids(&together.all), tied: None });
        }
    }
    if let Some(tied) = tied_across(report) {
        let all: Vec<&Recommendation> = report.ranking.iter().collect();
        let shown = &all[all.len() - tied.n_shown..];
        let (kind, text) = (GroupKind::Other("tied_across"), set(&voice.tied_across(&tied)));
        groups.push(ToldGroup { kind, text, ids: ids(shown), tied: Some(tied) });
    }
    groups
}

impl Voice {
    /// How many métiers are equal across the end of a list, and the question that would part them.
    pub(crate) fn tied_across(self, tied: &TiedAcross) -> String {
        let said = self.words_with(message::LIST_TIED_ACROSS, values![n = tied.n_metiers, shown = tied.n_shown]);
        let Some(question) = &tied.question else { return said };
        let message = match question.field {
            AnswerField::Interests => message::LIST_PARTING_INTEREST,
            AnswerField::Statuses => message::LIST_PARTING_STATUS,
            AnswerField::Sectors => message::LIST_PARTING_SECTOR,
        };
        let parting = self.words_with(message, values![label = self.shown(&question.label), with = question.n_with]);
        format!("{said} {parting}")
    }
}
