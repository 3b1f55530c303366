//! A made-up world of items with raw criterion scores, whose true weights are known.

use ndarray::{Array1, Array2};

use boussole::random::SplitMix64;
use boussole_evaluation::{Cutoff, Gain, Judged, Judgements, RankedList, Ties, ndcg};
use boussole_tuning::N_COMPARED;

/// How many of the criteria are dense, like an access level, and not sparse, like an interest.
const SHARE_OF_DENSE: f64 = 0.2;

/// How often an item carries a sparse criterion: between a rare and a common interest.
const DENSITY: (f64, f64) = (0.05, 0.3);

/// How many sparse criteria a student answers on, of all.
const SHARE_ANSWERED: f64 = 0.5;

/// How far true weights lie from the defaults: they are `default · e^(spread · z)`, `z` from −√3 to √3 with variance 1.
const SPREAD: f64 = 0.8;

/// Items with values on named criteria, default weights, and the true weights that students decide by.
///
/// A student's value of an item on a sparse criterion is answer × value; on a dense one it is how near the item is to what the
/// student wants. True weights differ from the defaults by a factor of about 2 either way.
#[derive(Debug, Clone, PartialEq)]
pub struct RawWorld {
    names: Vec<String>,
    prior: Vec<f64>,
    truth: Array1<f64>,
    items: Array2<f64>,
    n_dense: usize,
}

impl RawWorld {
    /// A world of `n_items` items with `n_criteria` criteria, drawn by the seed.
    ///
    /// # Panics
    ///
    /// If there is no criterion.
    pub fn new(n_criteria: usize, n_items: usize, seed: u64) -> Self {
        assert!(0 < n_criteria, "expected at least one criterion");
        let mut random = SplitMix64::new(seed);
        let n_dense = (0..n_criteria).filter(|criterion| (*criterion as f64) < SHARE_OF_DENSE * n_criteria as f64).count();
        let prior: Vec<f64> = (0..n_criteria).map(|_| 0.5 + random.unit()).collect();
        let factor = |random: &mut SplitMix64| (SPREAD * 12.0_f64.sqrt() * (random.unit() - 0.5)).exp();
        let truth: Array1<f64> = prior.iter().map(|default| default * factor(&mut random)).collect();
        let truth = &truth / truth.sum();
        let density: Vec<f64> = (0..n_criteria).map(|_| DENSITY.0 + (DENSITY.1 - DENSITY.0) * random.unit()).collect();
        let items = Array2::from_shape_fn((n_items, n_criteria), |(_, criterion)| {
            let draw = random.unit();
            if criterion < n_dense { draw } else { f64::from(u8::from(draw < density[criterion])) }
        });
        let names = (0..n_criteria).map(|criterion| format!("c{criterion:02}")).collect();
        Self { names, prior, truth, items, n_dense }
    }

    /// The names of the criteria.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The default weights, shape (`n_criteria`).
    pub fn prior(&self) -> &[f64] {
        &self.prior
    }

    /// The weights that students decide by, sum 1, shape (`n_criteria`).
    pub fn truth(&self) -> &Array1<f64> {
        &self.truth
    }

    /// How well weights recover the true rankings of other students: mean nDCG@10, in [0, 1], higher is better.
    ///
    /// The gain of an item is how far its true score lies above that of the median item, 0 below.
    ///
    /// # Panics
    ///
    /// If there is not one weight a criterion, or one is not finite.
    pub fn recovery(&self, weights: &[f64], n_students: usize, seed: u64) -> f64 {
        let weights = Array1::from(weights.to_vec());
        let mut random = SplitMix64::new(seed);
        let ndcg_of = |_| {
            let values = self.student(&mut random);
            let scores = values.dot(&self.truth).to_vec();
            let mut sorted = scores.clone();
            sorted.sort_by(f64::total_cmp);
            let median = sorted[sorted.len() / 2];
            let gains = scores.iter().enumerate().map(|(item, score)| (item, (score - median).max(0.0)));
            let judgements = Judgements::new(gains).expect("gains are at most 1");
            let fitted =
                RankedList::new(values.dot(&weights).into_iter().enumerate()).expect("items are distinct, scores finite");
            ndcg(&Judged::new(&fitted, &judgements, Ties::Expected), Gain::Linear, Cutoff::top(N_COMPARED).expect("10 > 0"))
        };
        (0..n_students).map(ndcg_of).sum::<f64>() / n_students as f64
    }

    /// Values of all items for one student.
    pub(super) fn student(&self, random: &mut SplitMix64) -> Array2<f64> {
        let mut values = self.items.clone();
        for (criterion, mut column) in values.columns_mut().into_iter().enumerate() {
            if criterion < self.n_dense {
                let wanted = random.unit();
                column.mapv_inplace(|value| 1.0 - (value - wanted).abs());
            } else {
                let is_answered = random.unit() < SHARE_ANSWERED;
                let answer = if random.unit() < 0.25 { -1.0 } else { 1.0 };
                column.mapv_inplace(|value| if is_answered { answer * value } else { 0.0 });
            }
        }
        values
    }
}
