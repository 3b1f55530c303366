//! Scores as linear functions of the answers: the value of each criterion before any change, and what each change adds to it.

use std::ops::Range;

use super::rows::GroupRows;
use crate::catalogue::AccessLevel;
use crate::criteria::{Answered, Query, is_spoken, level_preference, level_share};
use crate::features::{Criterion, FeatureModel};
use crate::inquiry::change::AnswerMove;
use crate::inquiry::rerank::Rerank;
use crate::profile::AnswerField;
use crate::weights::Weights;

/// How far rivals are ahead of one métier by each criterion, before any move and by each move.
///
/// Inferred values are taken without their cut at ±1.
pub(super) struct LinearScores<'a> {
    pub(super) groups: Vec<CriterionGroup>,
    weights: &'a Weights,
    effects: Vec<AnswerEffect>,
    /// The effect of each move and the factor it is multiplied by.
    by_move: Vec<(usize, f64)>,
    pub(super) n_rivals: usize,
    /// Contenders with the same row that win the draw: they are ahead whatever the answers. They are not counted among the rivals.
    pub(super) n_twins_ahead: usize,
}

/// A criterion that counts, with its columns.
pub(super) struct CriterionGroup {
    criterion: Criterion,
    pub(super) speaks: CountsWhen,
    pub(super) is_inferred: bool,
    base: Vec<f64>,
    pub(super) gaps: Vec<f64>,
    /// Columns that two moves together may push beyond ±1, with the largest value that a row has there.
    may_be_cut: Vec<(usize, f64)>,
}

/// What the student speaks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SpokenTopics {
    pub(super) interests: bool,
    /// Interests, enough to guess from.
    pub(super) enough: bool,
    pub(super) statuses: bool,
    /// How many things are said of what the student would like.
    pub(super) n_said: usize,
}

/// Which answers make a criterion count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountsWhen {
    Always,
    WithInterests,
    /// With so many answers on interests that other criteria are guessed from them.
    WithEvidence,
    WithStatuses,
}

/// What one more unit of an answer adds to the groups it concerns.
struct AnswerEffect {
    parts: Vec<CriterionEffect>,
}

struct CriterionEffect {
    group: usize,
    columns: Vec<f64>,
    gaps: Vec<f64>,
}

impl<'a> LinearScores<'a> {
    /// Returns `None` when scores are not linear in the answers, that is, when related interests count or
    /// constraints lower answers.
    pub(super) fn of(rerank: &'a Rerank<'_>, contender: usize, moves: &[AnswerMove]) -> Option<Self> {
        let (model, weights) = (rerank.recommender.model(), rerank.recommender.weights());
        if 0.0 < weights.get(Criterion::Related) || rerank.answered.has_constraints() {
            return None;
        }
        let mut groups = played(&rerank.answered, model, weights);
        let ranges: Vec<Range<usize>> = groups.iter().map(|group| model.space().group(group.criterion)).collect();
        let (twins, rivals) = twins_and_rivals(rerank, contender, &ranges);
        let n_twins_ahead = twins.into_iter().filter(|twin| rerank.field.wins_ties(*twin, contender)).count();
        let positions: Vec<usize> = rivals.iter().chain([&contender]).map(|place| rerank.field.positions()[*place]).collect();
        let rows: Vec<GroupRows> = ranges.into_iter().map(|range| GroupRows::of(model.matrix(), &positions, range)).collect();
        for (group, rows) in groups.iter_mut().zip(&rows) {
            group.gaps = rows.gaps(&group.base);
        }
        let mut linear =
            Self { groups, weights, effects: Vec::new(), by_move: Vec::new(), n_rivals: rivals.len(), n_twins_ahead };
        linear.add_effects(&rerank.answered, model, moves, &rows);
        linear.find_what_may_be_cut(&rows);
        Some(linear)
    }

    fn add_effects(&mut self, answered: &Answered, model: &FeatureModel, moves: &[AnswerMove], rows: &[GroupRows]) {
        let mut last: Option<&AnswerMove> = None;
        for step in moves {
            let factor = match step {
                AnswerMove::Answer { from, to, .. } => to - from,
                AnswerMove::Willing { .. } => 1.0,
            };
            let is_known = matches!(step, AnswerMove::Answer { .. }) && last.is_some_and(|last| last.asks_the_same_as(step));
            if !is_known {
                let effect = self.effect(answered, model, step, rows);
                self.effects.push(effect);
            }
            self.by_move.push((self.effects.len() - 1, factor));
            last = Some(step);
        }
    }

    fn effect(&self, answered: &Answered, model: &FeatureModel, step: &AnswerMove, rows: &[GroupRows]) -> AnswerEffect {
        let part = |(index, group): (usize, &CriterionGroup)| {
            let columns = group.effect(answered, model, step)?;
            let gaps = rows[index].gaps(&columns);
            Some(CriterionEffect { group: index, columns, gaps })
        };
        AnswerEffect { parts: self.groups.iter().enumerate().filter_map(part).collect() }
    }

    fn find_what_may_be_cut(&mut self, rows: &[GroupRows]) {
        for (index, rows) in rows.iter().enumerate() {
            if !self.groups[index].is_inferred {
                continue;
            }
            let moved = |column: usize| {
                let by_move = self.by_move.iter().map(|(effect, factor)| (factor * self.column(*effect, index, column)).abs());
                by_move.fold(0.0, f64::max)
            };
            let base = &self.groups[index].base;
            let may_be = (0..base.len()).filter(|column| 1.0 < base[*column].abs() + 2.0 * moved(*column));
            let may_be_cut = may_be.map(|column| (column, rows.largest(column))).collect();
            self.groups[index].may_be_cut = may_be_cut;
        }
    }

    /// What one unit of an effect adds to a column.
    fn column(&self, effect: usize, group: usize, column: usize) -> f64 {
        let part = self.effects[effect].parts.iter().find(|part| part.group == group);
        part.map_or(0.0, |part| part.columns[column])
    }

    /// The value of a column after moves, not cut.
    fn value(&self, moves: &[usize], group: usize, column: usize) -> f64 {
        let added = moves.iter().map(|index| {
            let (effect, factor) = self.by_move[*index];
            factor * self.column(effect, group, column)
        });
        self.groups[group].base[column] + added.sum::<f64>()
    }

    /// What a move adds to the gaps: the group, the factor and the gaps per unit.
    pub(super) fn moved_gaps(&self, index: usize) -> impl Iterator<Item = (usize, f64, &[f64])> {
        let (effect, factor) = self.by_move[index];
        self.effects[effect].parts.iter().map(move |part| (part.group, factor, part.gaps.as_slice()))
    }

    /// `ω_c / 2` of each group for what the student speaks about, and for the level the share that counts.
    pub(super) fn half_weights(&self, speaks: SpokenTopics) -> Vec<f64> {
        let is_spoken = |group: &CriterionGroup| match group.speaks {
            CountsWhen::Always => true,
            CountsWhen::WithInterests => speaks.interests,
            CountsWhen::WithEvidence => speaks.enough,
            CountsWhen::WithStatuses => speaks.statuses,
        };
        let of_criterion = |criterion| self.groups.iter().any(|group| group.criterion == criterion && is_spoken(group));
        let applied = self.weights.over(of_criterion);
        let share = |criterion| if criterion == Criterion::AccessLevel { level_share(speaks.n_said) } else { 1.0 };
        let half = |group: &CriterionGroup| {
            applied.as_ref().map_or(0.0, |weights| share(group.criterion) * weights.get(group.criterion) / 2.0)
        };
        self.groups.iter().map(half).collect()
    }

    /// Whether every inferred criterion certainly has a value above this one after the moves, so that it counts.
    pub(super) fn surely_infers(&self, moves: &[usize], above: f64) -> bool {
        let mut inferred = self.groups.iter().enumerate().filter(|(_, group)| group.is_inferred);
        let speaks = |(index, group): (usize, &CriterionGroup)| {
            (0..group.base.len()).any(|column| above < self.value(moves, index, column).abs())
        };
        inferred.all(speaks)
    }

    /// The most that cutting inferred values at ±1 can change a gap after moves.
    pub(super) fn cut(&self, moves: &[usize], half_weights: &[f64]) -> f64 {
        let of_group = |(index, group): (usize, &CriterionGroup)| {
            let excess = |(column, largest): &(usize, f64)| (self.value(moves, index, *column).abs() - 1.0).max(0.0) * largest;
            half_weights[index] * group.may_be_cut.iter().map(excess).sum::<f64>()
        };
        self.groups.iter().enumerate().map(of_group).sum()
    }
}

impl CriterionGroup {
    /// What one unit of a move's answer adds to the columns; `None` when it does not concern the group.
    fn effect(&self, answered: &Answered, model: &FeatureModel, step: &AnswerMove) -> Option<Vec<f64>> {
        let unit = |place: usize| {
            let mut columns = vec![0.0; self.base.len()];
            columns[place] = 1.0;
            columns
        };
        let inference = model.inference();
        let change = |evidence: &[(usize, f64)]| inference.change(self.criterion, evidence).unwrap_or_default();
        match *step {
            AnswerMove::Answer { field: AnswerField::Interests, place, .. } if self.is_inferred => {
                Some(change(&inference.of_interest(place)))
            }
            AnswerMove::Answer { field, place, .. } => {
                (field_of(self.criterion) == Some(field) && !self.is_inferred).then(|| unit(place))
            }
            AnswerMove::Willing { to, .. } if self.is_inferred => {
                let silent = vec![0.0; answered.answers(AnswerField::Interests).len()];
                let read_with = |level| change(&inference.evidence(&silent, level));
                Some(difference(&read_with(to.or(answered.reached)), &read_with(answered.level())))
            }
            AnswerMove::Willing { to, .. } if self.criterion == Criterion::AccessLevel => {
                Some(difference(&preferences(answered.reached, to), &self.base))
            }
            AnswerMove::Willing { .. } => None,
        }
    }
}

/// The answers a criterion is about.
fn field_of(criterion: Criterion) -> Option<AnswerField> {
    match criterion {
        Criterion::Interest => Some(AnswerField::Interests),
        Criterion::Status => Some(AnswerField::Statuses),
        Criterion::Sector => Some(AnswerField::Sectors),
        Criterion::Related
        | Criterion::AccessLevel
        | Criterion::Riasec
        | Criterion::Domain
        | Criterion::Similar
        | Criterion::Words => None,
    }
}

fn preferences(reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Vec<f64> {
    AccessLevel::ALL.into_iter().map(|level| level_preference(level, reached, willing).unwrap_or_default()).collect()
}

fn difference(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| left - right).collect()
}

/// The criteria that have a weight and about which this student speaks, or would by answering about interests.
fn played(answered: &Answered, model: &FeatureModel, weights: &Weights) -> Vec<CriterionGroup> {
    let query = Query::of(answered, model, weights, model.inference());
    let group = |criterion: Criterion| {
        let given = || model.space().group(criterion).map(|column| query.answer(column)).collect::<Vec<f64>>();
        let evidence = || model.inference().evidence(answered.answers(AnswerField::Interests), answered.level());
        let inferred = || model.inference().change(criterion, &evidence());
        let (speaks, is_inferred, base) = match criterion {
            Criterion::Interest => (CountsWhen::WithInterests, false, answered.answers(AnswerField::Interests).to_vec()),
            Criterion::Status => (CountsWhen::WithStatuses, false, answered.answers(AnswerField::Statuses).to_vec()),
            Criterion::AccessLevel => (CountsWhen::Always, false, preferences(answered.reached, answered.willing)),
            Criterion::Sector if is_spoken(answered.answers(AnswerField::Sectors)) => {
                (CountsWhen::Always, false, answered.answers(AnswerField::Sectors).to_vec())
            }
            Criterion::Riasec | Criterion::Similar | Criterion::Words => (CountsWhen::Always, false, given()),
            Criterion::Sector | Criterion::Domain => (CountsWhen::WithEvidence, true, inferred()?),
            Criterion::Related => return None,
        };
        let can_speak = speaks != CountsWhen::Always && criterion != Criterion::Status || is_spoken(&base);
        let count = 0.0 < weights.get(criterion) && can_speak;
        count.then(|| CriterionGroup { criterion, speaks, is_inferred, base, gaps: Vec::new(), may_be_cut: Vec::new() })
    };
    Criterion::ALL.into_iter().filter_map(group).collect()
}

/// Contenders whose rows do not differ from this one's in any of the groups, and all others.
fn twins_and_rivals(rerank: &Rerank<'_>, contender: usize, groups: &[Range<usize>]) -> (Vec<usize>, Vec<usize>) {
    let matrix = rerank.recommender.model().matrix();
    let counted = |contender: usize| {
        let entries = matrix.row(rerank.field.positions()[contender]).entries();
        entries.filter(|(column, _)| groups.iter().any(|group| group.contains(column)))
    };
    (0..rerank.field.len()).filter(|other| *other != contender).partition(|other| counted(*other).eq(counted(contender)))
}
