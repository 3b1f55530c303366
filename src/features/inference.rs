//! What interests and level say about other criteria: a ridge regression learned on the catalogue.

use ndarray::{Array2, ArrayView2, Axis};

use super::cholesky::solve;
use super::frequent::Frequent;
use super::{Criterion, FeatureMatrix, FeatureSpace};
use crate::catalogue::{AccessLevel, Catalogue};

/// λ: how much doubt there is beside the evidence of each predictor.
const RIDGE: f64 = 0.2;

/// What varies by less than this part of the predictor that varies most is constant but for rounding.
const CONSTANT: f64 = 1e-12;

/// What is inferred is held within ± this, as answers are.
const LARGEST_CHANGE: f64 = 1.0;

/// How much what is guessed counts beside what is said: it may order what was said, and must not overtake it.
const GUESS: f64 = 0.5;

/// How many answers on interests there must be before anything is guessed from them. One is too little: where many métiers share an
/// interest, a guess from it alone would hide the same ones from everybody. A level is no taste, and does not count.
const MIN_EVIDENCE: usize = 2;

/// The most products of predictors and outcomes that are summed, about a second; a criterion of more columns than that is not inferred.
const MAX_SUMS: usize = 1_000_000_000;

/// How answers on interests, and how far a student wants to study, change what to expect of a fitting métier.
///
/// # Formula
///
/// ```text
/// B = ½ (G + λ diag G)⁻¹ X_cᵀ Y_c,   G = X_cᵀ X_c, λ = .2
/// ã_k = Σ_i a_i B_ik + t B_tk,       t = (rung − mean) / sd
/// ```
///
/// where the rows of `X` are métiers (1 for each interest, and `t`), the rows of `Y` what each métier has in the columns of a criterion,
/// and `c` means centred. `λ diag G` is the ridge on predictors of unit variance: a rare interest, which tells most, is shrunk no more
/// than a frequent one. The intercept is left out of `ã`: it is the *change* of what to expect that the answers bring, so it is 0
/// without answers, linear in them, and small where they say little.
///
/// # References
///
/// A. E. Hoerl, R. W. Kennard, « Ridge regression: biased estimation for nonorthogonal problems », 1970, DOI 10.1080/00401706.1970.10488634.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Inference {
    /// The interests among the predictors; the level is the last one.
    frequent: Frequent,
    /// `t` of each rung.
    levels: [f64; AccessLevel::ALL.len()],
    /// `B` of each criterion that is learned, shape (`n_predictors`, columns of the group); `None` also when no fiche has data on it.
    learned: [Option<Array2<f64>>; Criterion::COUNT],
}

/// What is known of the predictors: the place of each among them, and its value.
pub(crate) type Evidence = Vec<(usize, f64)>;

/// How the products of evidence and slopes are worked out: [`Inference`] has the plain way, and whoever ranks many students may bring
/// another one that yields the same bits.
pub(crate) trait SlopeProducts {
    /// Appends `Σ_p e_p · B_pk`, held within ±`limit`, for each column `k` of a criterion with slopes. Terms are added in the order of
    /// the evidence.
    fn append(&self, criterion: Criterion, evidence: &[(usize, f64)], limit: f64, columns: &mut Vec<f64>);
}

impl Inference {
    /// Learns about some criteria from the métiers that have data on them.
    pub(crate) fn of(
        catalogue: &Catalogue,
        matrix: &FeatureMatrix,
        space: &FeatureSpace,
        is_learned: impl Fn(Criterion) -> bool,
    ) -> Self {
        let levels = level_values(catalogue);
        let frequent = Frequent::of(matrix, space);
        let predictors = predictors(catalogue, matrix, space, &frequent, &levels);
        let learned = Criterion::ALL.map(|criterion| {
            let has_data = |position: &usize| is_learned(criterion) && matrix.row(*position).knows(criterion);
            let known: Vec<usize> = (0..catalogue.len()).filter(has_data).collect();
            let group = space.group(criterion);
            if MAX_SUMS < known.len().saturating_mul(predictors.ncols()).saturating_mul(group.len()) {
                return None;
            }
            let mut outcomes = Array2::zeros((known.len(), group.len()));
            for (mut outcome, position) in outcomes.rows_mut().into_iter().zip(&known) {
                for (place, value) in matrix.row(*position).entries_in(&group) {
                    outcome[place] = value;
                }
            }
            Some(GUESS * ridge(predictors.select(Axis(0), &known).view(), outcomes.view())?)
        });
        Self { frequent, levels, learned }
    }

    /// What the evidence changes, by column of the criterion's group; `None` when the catalogue teaches nothing about it.
    ///
    /// Linear in the evidence.
    pub(crate) fn change(&self, criterion: Criterion, evidence: &[(usize, f64)]) -> Option<Vec<f64>> {
        let mut columns = Vec::with_capacity(self.slopes(criterion)?.ncols());
        self.append(criterion, evidence, f64::INFINITY, &mut columns);
        Some(columns)
    }

    /// Appends [`change`](Self::change) held within ±1, which only very many answers reach. Appends nothing when the catalogue teaches nothing about the criterion.
    pub(crate) fn infer(
        &self,
        criterion: Criterion,
        evidence: &[(usize, f64)],
        products: &dyn SlopeProducts,
        columns: &mut Vec<f64>,
    ) {
        if self.slopes(criterion).is_some() {
            products.append(criterion, evidence, LARGEST_CHANGE, columns);
        }
    }

    /// `B`, shape (`n_predictors`, columns of the group); `None` when the catalogue teaches nothing about the criterion.
    pub(crate) fn slopes(&self, criterion: Criterion) -> Option<&Array2<f64>> {
        self.learned[criterion.index()].as_ref()
    }

    /// Whether so many answers on interests are enough to guess from.
    pub(crate) fn is_enough(n_interests: usize) -> bool {
        MIN_EVIDENCE <= n_interests
    }

    /// What a student's answers say of the predictors. `interests` has one answer per interest, 0 without one.
    pub(crate) fn evidence(&self, interests: &[f64], level: Option<AccessLevel>) -> Evidence {
        let mut evidence = Vec::with_capacity(interests.len() + 1);
        evidence.extend(level.map(|level| (self.frequent.len(), self.level_value(level))));
        let answers = interests.iter().copied().enumerate().filter(|(_, answer)| *answer != 0.0);
        evidence.extend(answers.filter_map(|(interest, answer)| Some((self.frequent.place(interest)?, answer))));
        evidence
    }

    /// What one unit of what is said changes, by column of the criterion's group: of an interest by its place in the vocabulary, or of the
    /// level, which comes after the last interest. An interest that is not learned from changes nothing.
    #[cfg(feature = "vectors")]
    pub(crate) fn unit(&self, criterion: Criterion, said: usize) -> Option<Vec<f64>> {
        let is_level = said == self.frequent.n_interests();
        let evidence = if is_level { vec![(self.frequent.len(), 1.0)] } else { self.of_interest(said) };
        self.change(criterion, &evidence)
    }

    /// What a clear yes to one interest says of the predictors.
    pub(crate) fn of_interest(&self, interest: usize) -> Evidence {
        self.frequent.place(interest).map(|predictor| (predictor, 1.0)).into_iter().collect()
    }

    /// `t`, the level as a predictor.
    pub(crate) fn level_value(&self, level: AccessLevel) -> f64 {
        self.levels[level.rung()]
    }
}

impl SlopeProducts for Inference {
    fn append(&self, criterion: Criterion, evidence: &[(usize, f64)], limit: f64, columns: &mut Vec<f64>) {
        let (start, slopes) = (columns.len(), self.slopes(criterion).expect("asked about criteria with slopes only"));
        columns.resize(start + slopes.ncols(), 0.0);
        for (predictor, value) in evidence {
            for (column, slope) in columns[start..].iter_mut().zip(slopes.row(*predictor)) {
                *column += value * slope;
            }
        }
        for value in &mut columns[start..] {
            *value = held(*value, limit);
        }
    }
}

/// The value held within ±`limit`.
fn held(value: f64, limit: f64) -> f64 {
    value.max(-limit).min(limit)
}

/// Shape (`n_metiers`, `n_predictors`): 1 for each interest of the métier that is learned from, and its level.
fn predictors(
    catalogue: &Catalogue,
    matrix: &FeatureMatrix,
    space: &FeatureSpace,
    frequent: &Frequent,
    levels: &[f64; AccessLevel::ALL.len()],
) -> Array2<f64> {
    let group = space.group(Criterion::Interest);
    let mut predictors = Array2::zeros((catalogue.len(), frequent.len() + 1));
    for (position, (metier, row)) in catalogue.metiers().iter().zip(matrix.rows()).enumerate() {
        let named = row.entries_in(&group).filter(|_| row.knows(Criterion::Interest));
        for predictor in named.filter_map(|(interest, _)| frequent.place(interest)) {
            predictors[[position, predictor]] = 1.0;
        }
        predictors[[position, frequent.len()]] = metier.access_level.map_or(0.0, |level| levels[level.rung()]);
    }
    predictors
}

/// `t` of each rung: 0 for all when the catalogue knows one level only.
fn level_values(catalogue: &Catalogue) -> [f64; AccessLevel::ALL.len()] {
    let levels = catalogue.metiers().iter().filter_map(|metier| metier.access_level);
    let rungs: Vec<f64> = levels.map(|level| level.rung() as f64).collect();
    let mean = rungs.iter().sum::<f64>() / rungs.len().max(1) as f64;
    let variance = rungs.iter().map(|rung| (rung - mean) * (rung - mean)).sum::<f64>() / rungs.len().max(1) as f64;
    let deviation = variance.sqrt();
    let value = |rung: usize| if 0.0 < deviation { (rung as f64 - mean) / deviation } else { 0.0 };
    std::array::from_fn(value)
}

/// Slopes of a ridge regression with an intercept, shape (predictors, outcomes); `None` when there is no métier, or no predictor varies.
fn ridge(predictors: ArrayView2<'_, f64>, outcomes: ArrayView2<'_, f64>) -> Option<Array2<f64>> {
    let centred = |table: ArrayView2<'_, f64>| table.mean_axis(Axis(0)).map(|mean| &table - &mean);
    let (x, y) = (centred(predictors)?, centred(outcomes)?);
    let mut gram = cross_product(&x, &x);
    let most = gram.diag().iter().copied().fold(0.0, f64::max);
    // What does not vary says nothing, whatever stands on the diagonal.
    gram.diag_mut().mapv_inplace(|value| if CONSTANT * most < value { (1.0 + RIDGE) * value } else { most });
    (0.0 < most).then(|| solve(gram, cross_product(&x, &y)))
}

/// `Aᵀ B`, shape (columns of A, columns of B), for tables with the same rows.
///
/// Row after row, every product rounded before it is added, so that the result has the same bits everywhere. The products of `ndarray`
/// choose their order, and whether they round in between, by what the processor can do.
fn cross_product(left: &Array2<f64>, right: &Array2<f64>) -> Array2<f64> {
    let mut product = Array2::zeros((left.ncols(), right.ncols()));
    for (left, right) in left.rows().into_iter().zip(right.rows()) {
        for (mut sums, factor) in product.rows_mut().into_iter().zip(left) {
            sums.scaled_add(*factor, &right);
        }
    }
    product
}

#[cfg(test)]
mod tests {
    //! Properties: the slopes of one predictor are those of the closed form, evidence adds up, silence and lack of data teach nothing.

    use super::*;
    use crate::catalogue::{Interest, Metier, Sector, Title};
    use crate::features::FeatureModel;

    /// Two métiers of « a » in the sector « x », two of « b » in « y ».
    fn model() -> FeatureModel {
        let metier = |id: &str, interest: &str, sector: &str| {
            let mut metier = Metier::new(id.parse().expect("an id"), Title::from_heading("x"));
            metier.interests.push(Interest::new(interest));
            metier.sectors.push(Sector::new(sector));
            metier
        };
        let metiers = [("MET.1", "a", "x"), ("MET.2", "a", "x"), ("MET.3", "b", "y"), ("MET.4", "b", "y")];
        FeatureModel::of(&Catalogue::from_metiers(metiers.map(|(id, interest, sector)| metier(id, interest, sector))).catalogue)
    }

    fn change(model: &FeatureModel, answers: &[f64]) -> Vec<f64> {
        let inference = model.inference();
        inference.change(Criterion::Sector, &inference.evidence(answers, None)).expect("the catalogue has sectors")
    }

    /// Rungs 1, 1, 1 and 5: mean 2, standard deviation √3.
    #[test]
    fn levels_are_standardised_over_metiers() {
        let levels = [AccessLevel::ALL[1], AccessLevel::ALL[1], AccessLevel::ALL[1], AccessLevel::ALL[5]];
        let metiers = levels.into_iter().enumerate().map(|(place, level)| {
            let mut metier = Metier::new(format!("MET.{place}").parse().expect("an id"), Title::from_heading("x"));
            metier.access_level = Some(level);
            metier
        });
        let values = level_values(&Catalogue::from_metiers(metiers).catalogue);
        for (rung, expected) in [(1, -1.0), (2, 0.0), (5, 3.0)] {
            assert!((values[rung] - expected / 3.0_f64.sqrt()).abs() < 1e-15, "{values:?}");
        }
    }

    #[test]
    fn slopes_are_those_of_the_closed_form() {
        // Centred, interests and sectors are ±½ in four rows; there is no level, so the third predictor is 0.
        // G = [[1, −1, 0], [−1, 1, 0], [0, 0, 0]], λ = .2. With b = a of the opposite sign, (1.2 + 1) a = 1, so a = 5/11, of which half.
        for (value, expected) in change(&model(), &[1.0, 0.0]).into_iter().zip([2.5 / 11.0, -2.5 / 11.0]) {
            assert!((value - expected).abs() < 1e-12, "expected {expected}, found {value}");
        }
    }

    #[test]
    fn evidence_adds_up_and_silence_changes_nothing() {
        let model = model();
        assert_eq!(change(&model, &[0.0, 0.0]), [0.0, 0.0]);
        for ((one, other), both) in
            change(&model, &[1.0, 0.0]).iter().zip(change(&model, &[0.0, -0.5])).zip(change(&model, &[1.0, -0.5]))
        {
            assert!((one + other - both).abs() < 1e-12);
        }
    }

    #[test]
    fn what_is_inferred_is_cut_at_one() {
        let model = model();
        let mut columns = vec![0.5];
        model.inference().infer(Criterion::Sector, &[(0, 10.0)], model.inference(), &mut columns);
        assert_eq!(columns, [0.5, 1.0, -1.0]);
    }

    #[test]
    fn nothing_is_learned_where_no_predictor_varies() {
        let metiers = ["x", "y"].into_iter().enumerate().map(|(number, sector)| Metier {
            interests: vec![Interest::new("a")],
            sectors: vec![Sector::new(sector)],
            ..Metier::new(format!("MET.{number}").parse().expect("an id"), Title::from_heading("x"))
        });
        let model = FeatureModel::of(&Catalogue::from_metiers(metiers).catalogue);
        assert_eq!(model.inference().change(Criterion::Sector, &[(0, 1.0)]), None);
    }

    #[test]
    fn nothing_is_learned_without_data_or_target() {
        let model = model();
        assert_eq!(model.inference().change(Criterion::Domain, &[(0, 1.0)]), None);
        assert_eq!(model.inference().change(Criterion::Status, &[(0, 1.0)]), None);
    }
}
