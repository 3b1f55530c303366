//! What interests and level say about letters, sectors and domains: a ridge regression learned on the catalogue.

use ndarray::{Array1, Array2, ArrayView2, Axis};

use super::cholesky::solve;
use super::rows::letter_profile;
use super::{Criterion, FeatureMatrix, FeatureSpace};
use crate::catalogue::{AccessLevel, Catalogue, Metier};

/// λ as a multiple of the mean diagonal of the centred Gram matrix: as much doubt as an average predictor has evidence.
///
/// From 0.3 to 3 the quality on held-out métiers is flat.
const RIDGE: f64 = 1.0;

/// How much the access level weighs among the predictors, beside an interest with 1: one standard deviation of the ladder counts ½.
const LEVEL_SCALE: f64 = 0.5;

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
    level_mean: f64,
    level_deviation: f64,
    /// One a target, in standard layout: shape (`n_interests` + 1, columns of the group); nothing when no fiche has data on it.
    slopes: [Option<Array2<f64>>; TARGETS.len()],
}

impl Inference {
    /// Learns from the métiers of a catalogue that have data on each criterion.
    pub fn of(catalogue: &Catalogue, matrix: &FeatureMatrix, space: &FeatureSpace) -> Self {
        let rungs: Vec<f64> =
            catalogue.metiers().iter().filter_map(|metier| metier.access_level).map(|level| level.rung() as f64).collect();
        let level_mean = rungs.iter().sum::<f64>() / rungs.len().max(1) as f64;
        let variance = rungs.iter().map(|rung| (rung - level_mean).powi(2)).sum::<f64>() / rungs.len().max(1) as f64;
        let mut inference = Self { level_mean, level_deviation: variance.sqrt(), slopes: [const { None }; TARGETS.len()] };
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
            ridge(predictors.select(Axis(0), &known).view(), outcomes.view())
        });
        inference
    }

    /// What answers change, by column of the criterion's group, each in [−1, 1]; nothing when the catalogue teaches nothing on it.
    ///
    /// `interests` has one answer an interest, 0 without one. Values beyond ±1, which only very many answers reach, are cut.
    pub fn infer(&self, target: Criterion, interests: &[f64], level: Option<AccessLevel>) -> Option<Vec<f64>> {
        let change = self.change(target, interests, level)?;
        Some(change.into_iter().map(|value| value.clamp(-1.0, 1.0)).collect())
    }

    /// Like [`infer`](Self::infer) without the cut: linear in the answers on interests, and in the level.
    pub(crate) fn change(&self, target: Criterion, interests: &[f64], level: Option<AccessLevel>) -> Option<Vec<f64>> {
        let slopes = self.slopes_of(target)?;
        let mut change = vec![0.0; slopes.ncols()];
        let spoken: Vec<(usize, f64)> = interests.iter().copied().enumerate().filter(|(_, answer)| *answer != 0.0).collect();
        self.change_into(target, &spoken, level, &mut change);
        Some(change)
    }

    /// Writes what [`infer`](Self::infer) tells into the columns of the group; leaves them when the catalogue teaches nothing.
    ///
    /// `spoken` has place and answer of each interest that was answered, places ascending.
    pub(crate) fn infer_into(&self, target: Criterion, spoken: &[(usize, f64)], level: Option<AccessLevel>, change: &mut [f64]) {
        self.change_into(target, spoken, level, change);
        for value in change {
            *value = value.clamp(-1.0, 1.0);
        }
    }

    fn change_into(&self, target: Criterion, spoken: &[(usize, f64)], level: Option<AccessLevel>, change: &mut [f64]) {
        let Some(slopes) = self.slopes_of(target) else { return };
        let (n_interests, n_columns) = (slopes.nrows() - 1, slopes.ncols());
        let slopes = slopes.as_slice().expect("slopes are kept in standard layout");
        let of_predictor = |place: usize| &slopes[place * n_columns..(place + 1) * n_columns];
        let level = level.map_or(0.0, |level| self.level_value(level));
        for (value, slope) in change.iter_mut().zip(of_predictor(n_interests)) {
            *value = slope * level;
        }
        for (interest, answer) in spoken {
            for (value, slope) in change.iter_mut().zip(of_predictor(*interest)) {
                *value += answer * slope;
            }
        }
        if target == Criterion::Riasec {
            // A profile correlation does not see what all letters have in common.
            let common = change.iter().sum::<f64>() / change.len() as f64;
            for value in change {
                *value -= common;
            }
        }
    }

    /// Shape (`n_interests` + 1, columns of the group); nothing when the catalogue teaches nothing on the criterion.
    fn slopes_of(&self, target: Criterion) -> Option<&Array2<f64>> {
        self.slopes[TARGETS.iter().position(|known| *known == target)?].as_ref()
    }

    fn level_value(&self, level: AccessLevel) -> f64 {
        if 0.0 < self.level_deviation {
            LEVEL_SCALE * (level.rung() as f64 - self.level_mean) / self.level_deviation
        } else {
            0.0
        }
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
    (0.0 < penalty).then(|| solve(gram, x.t().dot(&y)).as_standard_layout().into_owned())
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
