//! What speaks for a métier, and what is to be checked: terms of its score, and what is true of each.

use boussole::catalogue::{Metier, label_key};
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation, Points};
use boussole::features::Criterion;
use boussole::profile::{Constraint, Profile};

use super::interests::LikedInterests;
use super::known::{Known, Share};
use super::level::AccessFact;

/// At most so many reasons are told beside interests; more are not read.
const MAX_OTHERS: usize = 2;

/// At most so many checks are told.
const MAX_CHECKS: usize = 2;

/// A guess is told when it does at least this part of what the strongest reason does.
const GUESS_WEIGHS: f64 = 0.25;

/// What raises the score of a métier.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reason<'a> {
    criterion: Criterion,
    origin: Origin,
    points: Points,
    case: ReasonCase<'a>,
}

/// What is true of a reason.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum ReasonCase<'a> {
    /// The student answered about interests on the sheet.
    Interests(LikedInterests<'a>),
    /// The sheet names no interest, and one that the student likes follows from the rest of it.
    GuessedInterest(&'a str),
    /// An interest on the sheet goes with those that the student likes.
    Related(&'a str),
    /// The access level fits.
    Level(AccessFact),
    /// The student answered about a status that the métier offers.
    Status { label: &'a str, answer: f64 },
    /// The student answered about a sector of the métier.
    Sector { label: &'a str, answer: f64 },
    /// Many métiers of its sector have an interest that the student likes.
    SectorShare(&'a str, Share),
    /// The student and the métier lean towards the same type.
    Riasec(Holland),
    /// Many métiers of its type have an interest that the student likes.
    RiasecShare(Holland, Share),
    /// Many métiers of its ROME domain have an interest that the student likes.
    DomainShare(&'a str, Share),
    /// The métier shares something with one that the student likes.
    Similar(Shared<'a>),
    /// The student wrote a word that the fiche has.
    Words(&'a str),
}

/// A point to check: an answer that lowers the score, or a level beyond what the student has in mind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Check<'a> {
    criterion: Criterion,
    term: Option<Contribution<'a>>,
    case: CheckCase<'a>,
}

/// What is true of a check.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum CheckCase<'a> {
    /// Something that the student said bothers them, or is not possible for them, lowers an interest on the sheet.
    Constraint(&'a Constraint),
    /// The student answered about an interest on the sheet.
    Interest(&'a str),
    /// The access level is beyond how far the student wants to study.
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
    /// The reasons of a score: interests first, then what does most; a level that fits only where there is nothing else.
    pub(crate) fn all(metier: &Metier, explanation: &'a Explanation, known: &Known<'_>) -> Vec<Self> {
        let mut reasons: Vec<Self> = LikedInterests::all(metier, explanation).into_iter().map(Self::interests).collect();
        let positive = || explanation.contributions().filter(|term| term.feature.is_some() && 0.0 < term.points.value());
        let counts = |term: &Contribution<'_>| term.criterion != Criterion::AccessLevel;
        let most = positive().filter(counts).map(|term| term.points.value()).fold(0.0, f64::max);
        let mut others: Vec<Self> = positive().filter_map(|term| Self::of(term, most, known)).collect();
        others.sort_by(|left, right| right.points.value().total_cmp(&left.points.value()));
        // Columns of one criterion can be the same sentence, as two domains of one métier.
        let mut told: Vec<Self> = Vec::new();
        for other in others {
            if told.len() < MAX_OTHERS && !told.iter().any(|one| one.case == other.case) {
                told.push(other);
            }
        }
        reasons.extend(told);
        if reasons.is_empty() {
            reasons.extend(Self::level(metier, explanation, known));
        }
        reasons
    }

    fn interests(liked: LikedInterests<'a>) -> Self {
        Self {
            criterion: Criterion::Interest,
            origin: Origin::Answer,
            points: liked.points(),
            case: ReasonCase::Interests(liked),
        }
    }

    /// The reason that a term of another criterion is. Returns `None` where nothing true can be said, or where a guess does not weigh.
    fn of(term: Contribution<'a>, most: f64, known: &Known<'_>) -> Option<Self> {
        let label = term.feature?;
        let is_guess = term.origin == Origin::Inference;
        if is_guess && term.points.value() < GUESS_WEIGHS * most {
            return None;
        }
        let share = || known.share(term.criterion, label);
        let case = match (term.criterion, is_guess) {
            (Criterion::Interest, true) => ReasonCase::GuessedInterest(label),
            (Criterion::Interest | Criterion::AccessLevel, _) => return None,
            (Criterion::Related, _) => ReasonCase::Related(label),
            (Criterion::Status, _) => ReasonCase::Status { label, answer: term.answer },
            (Criterion::Sector, false) => ReasonCase::Sector { label, answer: term.answer },
            (Criterion::Sector, true) => ReasonCase::SectorShare(label, share()?),
            (Criterion::Riasec, false) => ReasonCase::Riasec(Holland::of(label)?),
            (Criterion::Riasec, true) => ReasonCase::RiasecShare(Holland::of(label)?, share()?),
            (Criterion::Domain, _) => ReasonCase::DomainShare(label, share()?),
            (Criterion::Similar, _) => ReasonCase::Similar(Shared::of(label)),
            (Criterion::Words, _) => ReasonCase::Words(label),
        };
        Some(Self { criterion: term.criterion, origin: term.origin, points: term.points, case })
    }

    fn level(metier: &Metier, explanation: &Explanation, known: &Known<'_>) -> Option<Self> {
        let fact = AccessFact::of(metier.access_level?, known.profile).filter(|fact| fact.is_in_mind())?;
        let term = level_term(explanation).filter(|term| 0.0 < term.points.value())?;
        Some(Self { criterion: term.criterion, origin: term.origin, points: term.points, case: ReasonCase::Level(fact) })
    }

    /// The criterion.
    pub(crate) fn criterion(&self) -> Criterion {
        self.criterion
    }

    /// Whether it was said or is a guess.
    pub(crate) fn origin(&self) -> Origin {
        self.origin
    }

    /// What it adds to the score.
    pub(crate) fn points(&self) -> Points {
        self.points
    }

    /// What is true of it.
    pub(crate) fn case(&self) -> &ReasonCase<'a> {
        &self.case
    }
}

impl<'a> Check<'a> {
    /// The strongest checks of a score, strongest first; equal ones in the order of columns.
    pub(crate) fn strongest(metier: &Metier, explanation: &'a Explanation, profile: &'a Profile) -> Vec<Self> {
        let level = Self::level(metier, explanation, profile);
        let mut checks: Vec<Self> = Vec::new();
        for check in explanation.contributions().filter_map(|term| Self::of(term, profile)).chain(level) {
            // One constraint may lower several interests of a sheet.
            if !checks.iter().any(|other| other.case == check.case) {
                checks.push(check);
            }
        }
        checks.sort_by(|left, right| right.points().value().abs().total_cmp(&left.points().value().abs()));
        checks.truncate(MAX_CHECKS);
        checks
    }

    /// The check that a term is. Returns `None` when it does not lower the score by what the student said: what was only inferred was
    /// never said.
    fn of(term: Contribution<'a>, profile: &'a Profile) -> Option<Self> {
        let label = term.feature?;
        let case = match (term.origin, term.criterion) {
            (Origin::Constraint, _) => CheckCase::Constraint(strongest_constraint(label, profile)?),
            (Origin::Inference, _) => return None,
            _ if 0.0 <= term.points.value() => return None,
            (Origin::Answer, Criterion::Interest) => CheckCase::Interest(label),
            (Origin::Answer, Criterion::Status) => CheckCase::Status(label),
            (Origin::Answer, Criterion::Sector) => CheckCase::Sector(label),
            (Origin::Answer, Criterion::Riasec) => CheckCase::Riasec(Holland::of(label)?),
            // The level has its own rule; nobody answers about the others.
            (Origin::Answer, _) => return None,
        };
        Some(Self { criterion: term.criterion, term: Some(term), case })
    }

    /// The level, where it is beyond the wish: whatever the score makes of it.
    fn level(metier: &Metier, explanation: &'a Explanation, profile: &Profile) -> Option<Self> {
        let fact = AccessFact::of(metier.access_level?, profile).filter(|fact| 0 < fact.beyond())?;
        Some(Self { criterion: Criterion::AccessLevel, term: level_term(explanation), case: CheckCase::Level(fact) })
    }

    /// The criterion.
    pub(crate) fn criterion(&self) -> Criterion {
        self.criterion
    }

    /// The term; a level may have none.
    pub(crate) fn term(&self) -> Option<&Contribution<'a>> {
        self.term.as_ref()
    }

    /// What it adds to the score.
    pub(crate) fn points(&self) -> Points {
        self.term.map_or(Points::ZERO, |term| term.points)
    }

    /// What is true of it.
    pub(crate) fn case(&self) -> CheckCase<'a> {
        self.case
    }

    /// Whether the sheet has other labels of its kind, so that the métier can be had without this one.
    pub(crate) fn is_one_of_several(&self) -> bool {
        self.term.is_some_and(|term| term.value < 1.0)
    }

    /// Whether the term raises the score nonetheless, as a level a little beyond does.
    pub(crate) fn is_still_for(&self) -> bool {
        0.0 < self.points().value()
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

/// The term of the access level.
fn level_term(explanation: &Explanation) -> Option<Contribution<'_>> {
    explanation.contributions().find(|term| term.criterion == Criterion::AccessLevel && term.feature.is_some())
}

#[cfg(test)]
mod tests {
    //! Properties: reasons raise the score, interests first; checks are answers that lower it, or levels beyond the wish; none is twice.

    use super::*;
    use boussole::catalogue::AccessLevel;
    use boussole::{Catalogue, Recommender, Weights};

    #[test]
    fn reasons_raise_and_checks_are_answers_that_lower() {
        let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("there are métiers");
        let profile = Profile::builder().likes("j'aime la nature").dislikes("j'ai le sens du contact").willing(AccessLevel::Bac);
        let profile = profile.build().expect("is a profile");
        let known = Known::of(&recommender, &profile);
        let (mut n_beyond, mut n_checks) = (0, 0);
        for metier in recommender.catalogue().metiers() {
            let explained = recommender.explain(&profile, &metier.id).expect("is of the catalogue");
            let reasons = Reason::all(metier, &explained.explanation, &known);
            let checks = Check::strongest(metier, &explained.explanation, &profile);
            assert!(reasons.iter().all(|reason| 0.0 < reason.points().value()));
            assert!(reasons.is_sorted_by_key(|reason| !matches!(reason.case(), ReasonCase::Interests(_))));
            assert!(
                reasons.iter().enumerate().all(|(place, one)| reasons[..place].iter().all(|other| other.case() != one.case()))
            );
            let beyond = metier.access_level.map_or(0, |level| level.rung().saturating_sub(AccessLevel::Bac.rung()));
            for check in &checks {
                n_checks += 1;
                match check.case() {
                    CheckCase::Level(fact) => {
                        n_beyond += 1;
                        assert_eq!((fact.beyond(), 0 < beyond), (beyond, true));
                    }
                    _ => assert!(check.points().value() < 0.0),
                }
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
