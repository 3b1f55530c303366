//! What interests and level say about letters, sectors and domains: a ridge regression learned on the catalogue.

use ndarray::{Array1, Array2, ArrayView2, Axis};

use super::cholesky::solve;
use super::rows::letter_profile;
use super::slopes::Slopes;
use super::{Criterion, FeatureMatrix, FeatureSpace};
use crate::catalogue::{AccessLevel, Catalogue, Metier};

/// λ as a multiple of the mean diagonal of the centred Gram matrix: as much doubt as an average predictor has evidence.
///
/// From 0.3 to 3 the quality on held-out métiers is flat.
const RIDGE: f64 = 1.0;

/// How much the access level weighs among the predictors, beside an interest with 1: one standard deviation of the ladder counts ½.
const LEVEL_SCALE: f64 = 0.5;

/// So many interests are looked through at once: one for each bit.
const MASK_WIDTH: usize = u64::BITS as usize;

/// The criteria that can be inferred.
const TARGETS: [Criterion; 3] = [Criterion::Sector, Criterion::Riasec, Criterion::Domain];

/// How answers on interests, and how far a student wants to study, change what to expect of a fitting métier.
///
/// # Formula
///
/// ```text
/// B = (X_cᵀ X_c + λ I)⁻¹ X_cᵀ Y_c,   λ = mean diagonal of X_cᵀ X_c
/// ã_k = Σ_i a_i B_ik + t B_tk,       t = ½ (rung − mean) / sd
/// ```
///
/// where the rows of `X` are métiers (1 for each interest, and `t`), the columns of `Y` are shares of their sectors, their RIASEC
/// profile, or shares of their ROME domains, and `c` means centred. The intercept is left out of `ã`: it is the *change* of
/// the expected share that the answers bring, so it is 0 without answers, linear in them, and small where they tell little.
///
/// # References
///
/// A. E. Hoerl, R. W. Kennard, « Ridge regression: biased estimation for nonorthogonal problems », 1970, DOI 10.1080/00401706.1970.10488634.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference {
    /// `t` of each rung.
    levels: [f64; AccessLevel::ALL.len()],
    /// One a target, shape (`n_interests` + 1, columns of the group); nothing when no fiche has data on it.
    slopes: [Option<Slopes>; TARGETS.len()],
}

/// What is known of the predictors: the place of each among them, and its value.
pub(crate) type Evidence = Vec<(usize, f64)>;

impl Inference {
    /// Learns from the métiers of a catalogue that have data on each criterion.
    pub fn of(catalogue: &Catalogue, matrix: &FeatureMatrix, space: &FeatureSpace) -> Self {
        let mut inference = Self { levels: level_values(catalogue), slopes: [const { None }; TARGETS.len()] };
        let predictors = inference.predictors(catalogue, matrix, space);
        inference.slopes = TARGETS.map(|target| {
            let known: Vec<usize> = (0..catalogue.len()).filter(|position| matrix.row(*position).knows(target)).collect();
            if known.is_empty() {
                return None;
            }
            let mut outcomes = Array2::zeros((known.len(), space.group(target).len()));
            for (mut row, position) in outcomes.rows_mut().into_iter().zip(&known) {
                outcome(target, &catalogue.metiers()[*position], matrix, space, *position).assign_to(&mut row);
            }
            ridge(predictors.select(Axis(0), &known).view(), outcomes.view()).map(|slopes| Slopes::of(&slopes))
        });
        inference
    }

    /// What answers change, by column of the criterion's group, each in [−1, 1]; nothing when the catalogue teaches nothing on it.
    ///
    /// `interests` has one answer an interest, 0 without one. Values beyond ±1, which only very many answers reach, are cut.
    pub fn infer(&self, target: Criterion, interests: &[f64], level: Option<AccessLevel>) -> Option<Vec<f64>> {
        self.written(target, &self.evidence(interests, level), cut)
    }

    /// Like [`infer`](Self::infer) without the cut: linear in the answers on interests, and in the level.
    pub(crate) fn change(&self, target: Criterion, interests: &[f64], level: Option<AccessLevel>) -> Option<Vec<f64>> {
        self.written(target, &self.evidence(interests, level), |value| value)
    }

    /// What one unit of a predictor changes: an answer of 1 to an interest, or after those 1 of [`level_value`](Self::level_value).
    pub(crate) fn unit(&self, target: Criterion, predictor: usize) -> Option<Vec<f64>> {
        self.written(target, &[(predictor, 1.0)], |value| value)
    }

    fn written(&self, target: Criterion, evidence: &[(usize, f64)], finish: impl Fn(f64) -> f64) -> Option<Vec<f64>> {
        let slopes = self.slopes_of(target)?;
        let mut columns = vec![0.0; slopes.n_columns()];
        write(target, slopes, evidence, &mut columns, finish);
        Some(columns)
    }

    /// The level as a predictor.
    pub(crate) fn level_value(&self, level: AccessLevel) -> f64 {
        self.levels[level.rung()]
    }

    /// Writes what [`infer`](Self::infer) tells into the columns of the group; leaves them when the catalogue teaches nothing.
    pub(crate) fn infer_into(&self, target: Criterion, evidence: &Evidence, columns: &mut [f64]) {
        if let Some(slopes) = self.slopes_of(target) {
            write(target, slopes, evidence, columns, cut);
        }
    }

    /// What a student's answers say of the predictors. `interests` has one answer an interest, 0 without one.
    pub(crate) fn evidence(&self, interests: &[f64], level: Option<AccessLevel>) -> Evidence {
        let mut evidence = Vec::with_capacity(interests.len() + 1);
        evidence.extend(level.map(|level| (interests.len(), self.level_value(level))));
        for (first, some) in (0..).step_by(MASK_WIDTH).zip(interests.chunks(MASK_WIDTH)) {
            // A branch for each interest would be mispredicted again and again; this has one for each answer.
            let mut spoken = some.iter().rev().fold(0_u64, |spoken, answer| spoken << 1 | u64::from(answer.to_bits() << 1 != 0));
            while spoken != 0 {
                let place = first + spoken.trailing_zeros() as usize;
                evidence.push((place, interests[place]));
                spoken &= spoken - 1;
            }
        }
        evidence
    }

    fn slopes_of(&self, target: Criterion) -> Option<&Slopes> {
        self.slopes[TARGETS.iter().position(|known| *known == target)?].as_ref()
    }

    /// Shape (`n_metiers`, `n_interests` + 1): 1 for each interest of the métier, and its level.
    fn predictors(&self, catalogue: &Catalogue, matrix: &FeatureMatrix, space: &FeatureSpace) -> Array2<f64> {
        let group = space.group(Criterion::Interest);
        let mut predictors = Array2::zeros((catalogue.len(), group.len() + 1));
        for (position, (metier, row)) in catalogue.metiers().iter().zip(matrix.rows()).enumerate() {
            for (column, _) in row.entries().filter(|(column, _)| group.contains(column)) {
                predictors[[position, column - group.start]] = 1.0;
            }
            predictors[[position, group.len()]] = metier.access_level.map_or(0.0, |level| self.level_value(level));
        }
        predictors
    }
}

/// Writes what the evidence changes, each value passed through `finish`.
fn write(target: Criterion, slopes: &Slopes, evidence: &[(usize, f64)], columns: &mut [f64], finish: impl Fn(f64) -> f64) {
    if target != Criterion::Riasec {
        return slopes.write(evidence, columns, finish);
    }
    slopes.write(evidence, columns, |value| value);
    // A profile correlation does not see what all letters have in common.
    let common = columns.iter().sum::<f64>() / columns.len() as f64;
    for value in columns {
        *value = finish(*value - common);
    }
}

/// Like `clamp`, in the order of operands in which each comparison is one instruction.
#[inline]
fn cut(value: f64) -> f64 {
    let raised = if -1.0 < value { value } else { -1.0 };
    if raised < 1.0 { raised } else { 1.0 }
}

/// `t` of each rung: 0 for all when the catalogue knows one level only.
fn level_values(catalogue: &Catalogue) -> [f64; AccessLevel::ALL.len()] {
    let levels = catalogue.metiers().iter().filter_map(|metier| metier.access_level);
    let rungs: Vec<f64> = levels.map(|level| level.rung() as f64).collect();
    let mean = rungs.iter().sum::<f64>() / rungs.len().max(1) as f64;
    let variance = rungs.iter().map(|rung| (rung - mean).powi(2)).sum::<f64>() / rungs.len().max(1) as f64;
    let deviation = variance.sqrt();
    let value = |rung: usize| if 0.0 < deviation { LEVEL_SCALE * (rung as f64 - mean) / deviation } else { 0.0 };
    std::array::from_fn(value)
}

/// What one métier is an example of: the entries of its row, or its letters as they are.
fn outcome(target: Criterion, metier: &Metier, matrix: &FeatureMatrix, space: &FeatureSpace, position: usize) -> Array1<f64> {
    if target == Criterion::Riasec {
        return letter_profile(metier).to_vec().into();
    }
    let group = space.group(target);
    let mut outcome = Array1::zeros(group.len());
    for (column, value) in matrix.row(position).entries().filter(|(column, _)| group.contains(column)) {
        outcome[column - group.start] = value;
    }
    outcome
}

/// Slopes of a ridge regression with an intercept, shape (predictors, outcomes); nothing when no predictor varies.
fn ridge(predictors: ArrayView2<'_, f64>, outcomes: ArrayView2<'_, f64>) -> Option<Array2<f64>> {
    let centred = |table: ArrayView2<'_, f64>| table.mean_axis(Axis(0)).map(|mean| &table - &mean);
    let (x, y) = (centred(predictors)?, centred(outcomes)?);
    let mut gram = x.t().dot(&x);
    let penalty = RIDGE * gram.diag().mean().unwrap_or_default();
    gram.diag_mut().mapv_inplace(|value| value + penalty);
    (0.0 < penalty).then(|| solve(gram, x.t().dot(&y)))
}

#[cfg(test)]
mod tests {
    //! Properties: linear in the answers, nothing without answers, nothing without data, the right sign.

    use super::*;
    use crate::catalogue::{Interest, RiasecCode, Title};
    use crate::features::FeatureModel;

    fn model() -> FeatureModel {
        let metier = |id: &str, interest: &str, code: &str| {
            let mut metier = Metier::new(id.parse().expect("an id"), Title::from_heading("x"));
            metier.interests.push(Interest::new(interest));
            metier.riasec.push(code.parse::<RiasecCode>().expect("a code"));
            metier
        };
        let metiers =
            [metier("MET.1", "a", "R"), metier("MET.2", "a", "RC"), metier("MET.3", "b", "S"), metier("MET.4", "b", "SE")];
        FeatureModel::of(&Catalogue::from_metiers(metiers).catalogue)
    }

    #[test]
    fn likes_point_to_the_letters_of_their_metiers() {
        let letters = model().inference().infer(Criterion::Riasec, &[1.0, 0.0], None).expect("the catalogue has letters");
        assert!(0.0 < letters[0] && letters[3] < 0.0, "{letters:?}");
        assert!(letters.iter().sum::<f64>().abs() < 1e-12);
    }

    #[test]
    fn inference_is_linear_and_silent_without_answers() {
        let model = model();
        let infer =
            |answers: &[f64]| model.inference().infer(Criterion::Riasec, answers, None).expect("the catalogue has letters");
        assert_eq!(infer(&[0.0, 0.0]), vec![0.0; 6]);
        for ((one, other), both) in infer(&[1.0, 0.0]).iter().zip(infer(&[0.0, -0.5])).zip(infer(&[1.0, -0.5])) {
            assert!((one + other - both).abs() < 1e-12);
        }
    }

    #[test]
    fn nothing_is_inferred_where_no_fiche_has_data() {
        assert_eq!(model().inference().infer(Criterion::Sector, &[1.0, 0.0], None), None);
        assert_eq!(model().inference().infer(Criterion::Status, &[1.0, 0.0], None), None);
    }
}
