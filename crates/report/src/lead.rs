//! One métier as JSON, with what an app needs to show it without writing a sentence of its own.

use boussole::catalogue::{AccessLevel, StudyPath, Training};
use boussole::criteria::Origin;
use boussole::explanation::Points;
use boussole::features::Criterion;
use boussole::inquiry::{MetierStability, Robustness};
use serde::Serialize;

use crate::render::set;
use crate::score::Score;
use crate::statement::{AccessFact, Check, NotAnswered, Reason, first_sentence, url};
use crate::voice::Voice;

/// What is told about a métier beside its score and terms.
#[derive(Serialize)]
pub(crate) struct Lead<'a> {
    level: Option<AccessLevel>,
    /// Rungs above how far the student wants to study.
    beyond: usize,
    /// The first sentence of the presentation.
    about: Option<String>,
    url: Option<String>,
    /// `None` where the order is not that of scores, or a gate keeps the métier out.
    stability: Option<Robustness>,
    reasons: Vec<ToldReason>,
    checks: Vec<ToldCheck>,
    not_answered: Vec<&'a str>,
    studies: &'a [StudyPath],
    trainings: &'a [Training],
    statuses: Vec<&'a str>,
}

/// A sentence that speaks for a métier.
#[derive(Serialize)]
struct ToldReason {
    text: String,
    kind: Criterion,
    origin: Origin,
    points: Points,
}

/// A sentence about something to check.
#[derive(Serialize)]
struct ToldCheck {
    text: String,
    kind: Criterion,
}

impl ToldReason {
    fn of(reason: &Reason<'_>, voice: Voice) -> Self {
        let (kind, origin, points) = (reason.criterion(), reason.origin(), reason.points());
        Self { text: set(&voice.reason(reason)), kind, origin, points }
    }
}

impl ToldCheck {
    fn of(check: &Check<'_>, voice: Voice) -> Self {
        Self { text: set(&voice.check(check)), kind: check.criterion() }
    }
}

impl<'a> Lead<'a> {
    /// What is told about the métier of a score.
    pub(crate) fn of(score: Score<'a>, place: Option<&MetierStability>) -> Self {
        let (metier, known, voice) = (score.metier, score.known, score.voice);
        let access = metier.access_level.and_then(|level| AccessFact::of(level, known.profile));
        Self {
            level: metier.access_level,
            beyond: access.map_or(0, AccessFact::beyond),
            about: first_sentence(metier),
            url: url(metier, score.link),
            stability: place.map(MetierStability::robustness),
            reasons: score.reasons().iter().map(|reason| ToldReason::of(reason, voice)).collect(),
            checks: score.checks().iter().map(|check| ToldCheck::of(check, voice)).collect(),
            not_answered: NotAnswered::of(metier, &known.portrait).map_or_else(Vec::new, |open| open.labels().to_vec()),
            studies: &metier.studies,
            trainings: &metier.trainings,
            statuses: metier.statuses.iter().map(boussole::Status::as_str).collect(),
        }
    }
}
