//! What speaks for a métier, what is to be checked, what is missing: statements about a score, said.

use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Points};
use boussole::features::Criterion;
use boussole::profile::{Constraint, ConstraintKind};

use super::message::{self, Message, values};
use super::numbers::POINT_DECIMALS;
use crate::statement::{
    AccessFact, Check, CheckCase, Holland, LevelRelation, MAX_OPEN_LABELS, Missing, NotAnswered, Reason, ReasonCase, Share,
    Shared,
};
use crate::voice::{Language, Voice};

impl Voice {
    /// A reason.
    pub(crate) fn reason(self, reason: &Reason<'_>) -> String {
        let answered = |message, label: &str, answer| {
            self.words_with(message, values![label = self.shown(label), answer = self.answer(answer)])
        };
        let shared =
            |message, share: Share, label: String| self.words_with(message, values![n = share.n(), total = share.total(), label]);
        let sentence = match reason.case() {
            ReasonCase::Interests(liked) => {
                let answer = self.answer(liked.answer());
                self.words_with(message::REASON_INTERESTS, values![answer, labels = self.quoted_labels(liked.labels())])
            }
            ReasonCase::GuessedInterest(label) => {
                self.words_with(message::REASON_INTEREST_GUESSED, values![label = self.shown(label)])
            }
            ReasonCase::Related(label) => self.words_with(message::REASON_RELATED, values![label = self.shown(label)]),
            ReasonCase::Level(fact) => self.access(*fact),
            ReasonCase::Status { label, answer } => {
                let status = self.status_in(message::STATUS_OF, label);
                self.words_with(message::REASON_STATUS, values![status, answer = self.answer(*answer)])
            }
            ReasonCase::Sector { label, answer } => answered(message::REASON_SECTOR, label, *answer),
            ReasonCase::SectorShare(label, share) => shared(message::GUESS_SECTOR, *share, self.shown(label)),
            ReasonCase::Riasec(side) => {
                self.words_with(message::REASON_RIASEC, values![taste = self.taste(*side), side = self.holland_type(*side)])
            }
            ReasonCase::RiasecShare(side, share) => shared(message::GUESS_RIASEC, *share, self.holland_type(*side)),
            ReasonCase::DomainShare(domain, share) => shared(message::GUESS_DOMAIN, *share, (*domain).to_owned()),
            ReasonCase::Similar(Shared::Domain) => self.words(message::REASON_SIMILAR_DOMAIN),
            ReasonCase::Similar(Shared::Label(label)) => {
                self.words_with(message::REASON_SIMILAR, values![label = self.shown(label)])
            }
            ReasonCase::Words(word) => self.words_with(message::REASON_WORDS, values![word = *word]),
        };
        self.with_points(&sentence, reason.points(), reason.origin(), false)
    }

    /// A point to check.
    pub(crate) fn check(self, check: &Check<'_>) -> String {
        let answer = check.term().map_or(0.0, |term| term.answer);
        let answered =
            |message, label: &str| self.words_with(message, values![label = self.shown(label), answer = self.answer(answer)]);
        let sentence = match check.case() {
            CheckCase::Constraint(constraint) => self.constraint(constraint),
            CheckCase::Interest(label) => answered(message::CHECK_INTEREST, label),
            CheckCase::Level(fact) => self.access(fact),
            CheckCase::Status(label) => {
                let status = self.status_in(message::STATUS_AS, label);
                let message = if check.is_one_of_several() { message::CHECK_STATUS_AMONG } else { message::CHECK_STATUS };
                self.words_with(message, values![status, answer = self.answer(answer)])
            }
            CheckCase::Sector(label) => answered(message::CHECK_SECTOR, label),
            CheckCase::Riasec(side) => self.words_with(message::CHECK_RIASEC, values![taste = self.taste(side)]),
        };
        match check.term() {
            None => sentence,
            Some(term) => self.with_points(&sentence, term.points, term.origin, check.is_still_for()),
        }
    }

    /// What the sheet says that the student was not asked about, as a question to them.
    pub(crate) fn not_answered(self, open: &NotAnswered<'_>) -> String {
        let (told, others) = open.labels().split_at(open.labels().len().min(MAX_OPEN_LABELS));
        let message = if open.is_more() { message::NOT_ANSWERED_TOO } else { message::NOT_ANSWERED };
        let quoted: Vec<String> = told.iter().map(|label| self.quoted(&self.shown(label))).collect();
        let labels = if others.is_empty() { self.listed(&quoted) } else { quoted.join(", ") };
        self.words_with(message, values![labels, others = others.len()])
    }

    /// What the level has to do with what the student said, in few words.
    pub(crate) fn fit(self, fact: AccessFact) -> String {
        let (message, said) = match fact.relation() {
            LevelRelation::Beyond { .. } => (message::FIT_BEYOND, None),
            LevelRelation::AfterReached(reached) => (message::FIT_AFTER_REACHED, Some(reached)),
            LevelRelation::IsWilling(_) => (message::FIT_IS_WILLING, None),
            LevelRelation::IsReached(_) => (message::FIT_IS_REACHED, None),
            LevelRelation::BelowReached(_) => (message::FIT_BELOW_REACHED, None),
            LevelRelation::BelowWilling(_) => (message::FIT_BELOW_WILLING, None),
        };
        let after = said.map_or_else(String::new, |level| self.level_in(message::LEVEL_AFTER, level));
        self.words_with(message, values![n = fact.beyond(), after])
    }

    /// Labels of the catalogue in quotation marks, in one sentence.
    pub(crate) fn quoted_labels(self, labels: &[&str]) -> String {
        self.listed(&labels.iter().map(|label| self.quoted(&self.shown(label))).collect::<Vec<_>>())
    }

    /// What bothers the student, or is not possible for them.
    pub(crate) fn constraint_name(self, constraint: &Constraint) -> &str {
        match self.language {
            Language::French => constraint.fr(),
            Language::English => constraint.en(),
        }
    }

    /// That something bothers the student, or is not possible for them.
    fn constraint(self, constraint: &Constraint) -> String {
        let what = self.constraint_name(constraint);
        let message = match constraint.kind() {
            ConstraintKind::Bothers => message::CHECK_BOTHERS,
            ConstraintKind::NotPossible => message::CHECK_NOT_POSSIBLE,
        };
        self.words_with(message, values![what])
    }

    /// For a counsellor, the sentence with its points, and whether the value was inferred.
    fn with_points(self, sentence: &str, points: Points, origin: Origin, is_still_for: bool) -> String {
        if !self.has_figures() {
            return sentence.to_owned();
        }
        let message = match (is_still_for, origin) {
            (false, Origin::Answer | Origin::Constraint) => message::WITH_POINTS,
            (false, Origin::Inference) => message::WITH_POINTS_INFERRED,
            (true, Origin::Answer | Origin::Constraint) => message::WITH_POINTS_STILL,
            (true, Origin::Inference) => message::WITH_POINTS_STILL_INFERRED,
        };
        let points = self.signed(points.value(), POINT_DECIMALS);
        self.words_with(message, values![sentence = sentence.trim_end_matches('.'), points])
    }

    /// What the access level has to do with the student's levels.
    fn access(self, fact: AccessFact) -> String {
        let goal = |willing| self.level_in(message::LEVEL_GOAL, willing);
        let have = |reached| self.level_in(message::LEVEL_HAVE, reached);
        let needed = || self.level_in(message::LEVEL_NEEDED, fact.level());
        let open = || self.level_in(message::LEVEL_OPEN, fact.level());
        match fact.relation() {
            LevelRelation::Beyond { willing, .. } => {
                self.words_with(message::LEVEL_BEYOND, values![needed = needed(), goal = goal(willing)])
            }
            LevelRelation::AfterReached(reached) => {
                let after = self.level_in(message::LEVEL_AFTER, reached);
                self.words_with(message::LEVEL_AFTER_REACHED, values![needed = needed(), after])
            }
            LevelRelation::IsWilling(willing) => self.words_with(message::LEVEL_IS_WILLING, values![goal = goal(willing)]),
            LevelRelation::IsReached(reached) => self.words_with(message::LEVEL_IS_REACHED, values![have = have(reached)]),
            LevelRelation::BelowReached(reached) => {
                self.words_with(message::LEVEL_BELOW_REACHED, values![have = have(reached), open = open()])
            }
            LevelRelation::BelowWilling(willing) => {
                self.words_with(message::LEVEL_BELOW_WILLING, values![goal = goal(willing), open = open()])
            }
        }
    }

    /// What those of a type like: « l'aide aux autres et la transmission ».
    fn taste(self, side: Holland) -> String {
        self.words(match side {
            Holland::Realistic => message::RIASEC_TASTE_R,
            Holland::Investigative => message::RIASEC_TASTE_I,
            Holland::Artistic => message::RIASEC_TASTE_A,
            Holland::Social => message::RIASEC_TASTE_S,
            Holland::Enterprising => message::RIASEC_TASTE_E,
            Holland::Conventional => message::RIASEC_TASTE_C,
        })
    }

    /// What the sheet does not say.
    pub(crate) fn missing(self, missing: Missing) -> String {
        self.words(match missing.criterion() {
            Criterion::Interest | Criterion::Related => message::MISSING_INTEREST,
            Criterion::AccessLevel => message::MISSING_LEVEL,
            Criterion::Status => message::MISSING_STATUS,
            Criterion::Sector => message::MISSING_SECTOR,
            Criterion::Riasec => message::MISSING_RIASEC,
            Criterion::Domain => message::MISSING_DOMAIN,
            Criterion::Similar => message::MISSING_SIMILAR,
            Criterion::Words => message::MISSING_WORDS,
        })
    }

    /// The name of a term beside its bar. Returns an empty text for the neutral part of a criterion.
    pub(crate) fn bar(self, term: &Contribution<'_>) -> String {
        let name = term.feature.unwrap_or_default();
        let named = |message: Message| self.words_with(message, values![name = self.shown(name)]);
        match term.criterion {
            Criterion::Interest | Criterion::Related => self.shown(name),
            Criterion::AccessLevel => named(message::BAR_LEVEL),
            Criterion::Status => named(message::BAR_STATUS),
            Criterion::Sector => named(message::BAR_SECTOR),
            Criterion::Riasec => Holland::of(name).map_or_else(|| name.to_owned(), |side| self.holland_type(side)),
            Criterion::Domain => self.words(message::BAR_DOMAIN),
            Criterion::Words => self.words_with(message::BAR_WORDS, values![name]),
            Criterion::Similar => match Shared::of(name) {
                Shared::Domain => self.words(message::BAR_SIMILAR_DOMAIN),
                Shared::Label(name) => self.words_with(message::BAR_SIMILAR, values![name = self.shown(name)]),
            },
        }
    }

    /// The short name of a type.
    fn holland_type(self, side: Holland) -> String {
        self.words(match side {
            Holland::Realistic => message::RIASEC_TYPE_R,
            Holland::Investigative => message::RIASEC_TYPE_I,
            Holland::Artistic => message::RIASEC_TYPE_A,
            Holland::Social => message::RIASEC_TYPE_S,
            Holland::Enterprising => message::RIASEC_TYPE_E,
            Holland::Conventional => message::RIASEC_TYPE_C,
        })
    }
}
