//! What speaks for a métier, and what is to be checked: terms of its score, and what is true of each.

use boussole::catalogue::{AccessLevel, label_key};
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation};
use boussole::features::Criterion;
use boussole::profile::{Constraint, Profile};

use super::level::AccessFact;

/// At most so many reasons are told; more are not read.
const MAX_REASONS: usize = 3;

/// At most so many checks are told.
const MAX_CHECKS: usize = 2;

/// A term that raises the score of a métier, and is not a level beyond what the student has in mind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Reason<'a> {
    term: Contribution<'a>,
    case: ReasonCase<'a>,
}

/// What is true of a reason.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum ReasonCase<'a> {
    /// The student answered about an interest on the sheet.
    Interest(&'a str),
    /// An interest on the sheet goes with those that the student likes.
    Related(&'a str),
    /// The access level fits.
    Level(AccessFact),
    /// The student answered about a status that the métier offers.
    Status(&'a str),
    /// The student answered about a sector of the métier.
    Sector(&'a str),
    /// The answers go with a sector of the métier.
    InferredSector(&'a str),
    /// The student and the métier lean towards the same type.
    Riasec(Holland),
    /// The answers go with the ROME domain of the métier.
    Domain(&'a str),
    /// The métier shares something with one that the student likes.
    Similar(Shared<'a>),
    /// The student wrote a word that the fiche has.
    Words(&'a str),
}

/// A point to check: an answer that lowers the score, or a level beyond what the student has in mind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Check<'a> {
    term: Contribution<'a>,
    case: CheckCase<'a>,
}

/// What is true of a check.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum CheckCase<'a> {
    /// Something that the student said bothers them, or is not possible for them, lowers an interest on the sheet.
    Constraint(&'a Constraint),
    /// The student answered about an interest on the sheet.
    Interest(&'a str),
    /// What the access level has to do with the student's levels.
    Level(AccessFact),
    /// The student answered about a status that the métier offers.
    Status(&'a str),
    /// The student answered about a sector of the métier.
    Sector(&'a str),
    /// The métier leans towards a type, the student does not.
    Riasec(Holland),
}

/// A type of Holland's model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holland {
    /// R
    Realistic,
    /// I
    Investigative,
    /// A
    Artistic,
    /// S
    Social,
    /// E
    Enterprising,
    /// C
    Conventional,
}

/// What a métier shares with one that the student likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shared<'a> {
    /// A domain of the ROME, such as K21.
    Domain,
    /// An interest or a sector.
    Label(&'a str),
}

impl<'a> Reason<'a> {
    /// The strongest reasons of a score, strongest first; equal ones in the order of columns.
    pub(crate) fn strongest(explanation: &'a Explanation, profile: &Profile) -> Vec<Self> {
        let reasons = explanation.contributions().filter_map(|term| Self::of(term, profile));
        strongest(reasons.collect(), MAX_REASONS, |reason| reason.term)
    }

    /// The reason that a term is. Returns `None` when it does not raise the score, or is a level beyond what the student has in mind.
    fn of(term: Contribution<'a>, profile: &Profile) -> Option<Self> {
        let label = term.feature.filter(|_| 0.0 < term.points.value())?;
        let case = match term.criterion {
            Criterion::Interest => ReasonCase::Interest(label),
            Criterion::Related => ReasonCase::Related(label),
            Criterion::AccessLevel => ReasonCase::Level(level(label, profile).filter(|fact| !fact.is_beyond())?),
            Criterion::Status => ReasonCase::Status(label),
            Criterion::Sector if term.origin == Origin::Answer => ReasonCase::Sector(label),
            Criterion::Sector => ReasonCase::InferredSector(label),
            Criterion::Riasec => ReasonCase::Riasec(Holland::of(label)?),
            Criterion::Domain => ReasonCase::Domain(label),
            Criterion::Similar => ReasonCase::Similar(Shared::of(label)),
            Criterion::Words => ReasonCase::Words(label),
        };
        Some(Self { term, case })
    }

    /// The term.
    pub(crate) fn term(&self) -> &Contribution<'a> {
        &self.term
    }

    /// What is true of it.
    pub(crate) fn case(&self) -> ReasonCase<'a> {
        self.case
    }
}

impl<'a> Check<'a> {
    /// The strongest checks of a score, strongest first; equal ones in the order of columns.
    pub(crate) fn strongest(explanation: &'a Explanation, profile: &'a Profile) -> Vec<Self> {
        let checks = explanation.contributions().filter_map(|term| Self::of(term, profile));
        strongest(checks.collect(), MAX_CHECKS, |check| check.term)
    }

    /// The check that a term is. Returns `None` when it neither lowers the score by an answer nor is a level beyond: what was only inferred
    /// was never said.
    fn of(term: Contribution<'a>, profile: &'a Profile) -> Option<Self> {
        let label = term.feature?;
        if term.origin == Origin::Constraint {
            return Some(Self { term, case: CheckCase::Constraint(strongest_constraint(label, profile)?) });
        }
        let access = level(label, profile).filter(|_| term.criterion == Criterion::AccessLevel);
        let is_said = term.points.value() < 0.0 && term.origin == Origin::Answer;
        if !is_said && !access.is_some_and(AccessFact::is_beyond) {
            return None;
        }
        let case = match term.criterion {
            Criterion::Interest => CheckCase::Interest(label),
            Criterion::AccessLevel => CheckCase::Level(access?),
            Criterion::Status => CheckCase::Status(label),
            Criterion::Sector => CheckCase::Sector(label),
            Criterion::Riasec => CheckCase::Riasec(Holland::of(label)?),
            // Nobody answers about these.
            Criterion::Related | Criterion::Domain | Criterion::Similar | Criterion::Words => return None,
        };
        Some(Self { term, case })
    }

    /// The term.
    pub(crate) fn term(&self) -> &Contribution<'a> {
        &self.term
    }

    /// What is true of it.
    pub(crate) fn case(&self) -> CheckCase<'a> {
        self.case
    }

    /// Whether the term raises the score nonetheless, as a level a little beyond does.
    pub(crate) fn is_still_for(&self) -> bool {
        0.0 < self.term.points.value()
    }
}

impl Holland {
    /// The type of a letter.
    pub(crate) fn of(letter: &str) -> Option<Self> {
        match letter {
            "R" => Some(Self::Realistic),
            "I" => Some(Self::Investigative),
            "A" => Some(Self::Artistic),
            "S" => Some(Self::Social),
            "E" => Some(Self::Enterprising),
            "C" => Some(Self::Conventional),
            _ => None,
        }
    }
}

impl<'a> Shared<'a> {
    /// What the name of a column says that is shared.
    pub(crate) fn of(name: &'a str) -> Self {
        let mut characters = name.chars();
        let is_domain = name.len() == 3
            && characters.next().is_some_and(|first| first.is_ascii_uppercase())
            && characters.all(|digit| digit.is_ascii_digit());
        if is_domain { Self::Domain } else { Self::Label(name) }
    }
}

/// What the student said that lowers an interest most.
fn strongest_constraint<'a>(interest: &str, profile: &'a Profile) -> Option<&'a Constraint> {
    let interest = label_key(interest);
    let by =
        |constraint: &Constraint| constraint.lowers().find(|(label, _)| label_key(label) == interest).map_or(0.0, |(_, by)| by);
    let lowering = profile.constraints().iter().filter(|constraint| 0.0 < by(constraint));
    lowering.reduce(|strongest, other| if by(strongest) < by(other) { other } else { strongest })
}

fn level(label: &str, profile: &Profile) -> Option<AccessFact> {
    label.parse::<AccessLevel>().ok().and_then(|level| AccessFact::of(level, profile))
}

fn strongest<'a, T>(mut all: Vec<T>, n: usize, term: impl Fn(&T) -> Contribution<'a>) -> Vec<T> {
    let size = |one: &T| term(one).points.value().abs();
    all.sort_by(|left, right| size(right).total_cmp(&size(left)));
    all.truncate(n);
    all
}

#[cfg(test)]
mod tests {
    //! Properties: reasons raise the score and checks are answers that lower it, or levels beyond; no term is both; strongest come first.

    use super::*;
    use boussole::{Catalogue, Recommender, Weights};

    #[test]
    fn reasons_raise_and_checks_are_answers_that_lower() {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let profile = Profile::builder().likes("j'aime la nature").dislikes("j'ai le sens du contact").willing(AccessLevel::Bac);
        let profile = profile.build().expect("is a profile");
        let (mut n_beyond, mut n_checks) = (0, 0);
        for metier in recommender.catalogue().metiers() {
            let explained = recommender.explain(&profile, &metier.id).expect("is of the catalogue");
            let reasons = Reason::strongest(&explained.explanation, &profile);
            let checks = Check::strongest(&explained.explanation, &profile);
            assert!(reasons.iter().all(|reason| 0.0 < reason.term().points.value()));
            assert!(reasons.is_sorted_by(|left, right| right.term().points <= left.term().points));
            for check in &checks {
                n_checks += 1;
                let is_beyond = matches!(check.case(), CheckCase::Level(fact) if fact.is_beyond());
                n_beyond += usize::from(is_beyond);
                assert!(is_beyond || (check.term().points.value() < 0.0 && check.term().origin == Origin::Answer));
                assert!(reasons.iter().all(|reason| reason.term() != check.term()));
            }
        }
        assert!(10 < n_beyond && n_beyond < n_checks, "{n_beyond} of {n_checks}");
    }

    #[test]
    fn a_domain_is_told_from_a_label() {
        assert_eq!(Shared::of("K21"), Shared::Domain);
        assert_eq!(Shared::of("BTP"), Shared::Label("BTP"));
    }
}
