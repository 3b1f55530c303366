//! Which terms of an explanation are worth a sentence: the strongest few, for and against.

use boussole::catalogue::AccessLevel;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation};
use boussole::features::Criterion;
use boussole::profile::Profile;

/// At most so many reasons in favour are told; more are not read.
pub(super) const MAX_REASONS: usize = 3;

/// At most so many points that pull down are told.
pub(super) const MAX_RESERVES: usize = 2;

/// The terms that raise the score most, strongest first; equal ones in the order of columns.
///
/// A level beyond what the student envisages is no reason in favour, though it may still score above the neutral value.
pub(super) fn strongest_for<'a>(explanation: &'a Explanation, profile: &Profile) -> Vec<Contribution<'a>> {
    let is_for = |term: &Contribution<'_>| 0.0 < term.points.value() && !is_beyond(term, profile);
    strongest(explanation, MAX_REASONS, is_for)
}

/// The terms that lower the score most, strongest first, and a level beyond what the student envisages.
///
/// What was only inferred is no reserve: the student said nothing of the kind.
pub(super) fn strongest_against<'a>(explanation: &'a Explanation, profile: &Profile) -> Vec<Contribution<'a>> {
    let is_said = |term: &Contribution<'_>| term.origin == Origin::Answer;
    let is_against = |term: &Contribution<'_>| (term.points.value() < 0.0 && is_said(term)) || is_beyond(term, profile);
    strongest(explanation, MAX_RESERVES, is_against)
}

/// Whether this is the access level, and above what the student has and how far they want to study.
pub(super) fn is_beyond(term: &Contribution<'_>, profile: &Profile) -> bool {
    let level = term.feature.filter(|_| term.criterion == Criterion::AccessLevel).map(str::parse::<AccessLevel>);
    let limit = profile.willing().max(profile.reached());
    matches!((level, limit), (Some(Ok(level)), Some(limit)) if limit < level)
}

fn strongest(explanation: &Explanation, n: usize, is_told: impl Fn(&Contribution<'_>) -> bool) -> Vec<Contribution<'_>> {
    let named = explanation.contributions().filter(|contribution| contribution.feature.is_some());
    let mut terms: Vec<Contribution<'_>> = named.filter(is_told).collect();
    terms.sort_by(|left, right| right.points.value().abs().total_cmp(&left.points.value().abs()));
    terms.truncate(n);
    terms
}
