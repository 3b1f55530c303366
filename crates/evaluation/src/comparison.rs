//! Is one setting better than another? Paired comparison over the same queries.

use std::collections::BTreeSet;

use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};
use serde::{Serialize, Serializer, ser::SerializeMap};
use thiserror::Error;

use super::evaluate::Evaluation;
use super::metric::Metric;
use super::paired::Paired;
use super::summary::{Interval, Resampling, bootstrap_interval, mean};

/// Up to how many pairs all 2^n sign patterns are tried: 65 536 of them at 16.
const MAX_EXACT_PAIRS: usize = 16;

/// Values closer than this are equal: far above rounding, far below any real difference of metrics.
const EQUAL: f64 = 1e-12;

/// How setting `a` compares with setting `b` over the same queries.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The mean of a − b: the size of the effect, which matters more than its p-value.
    pub mean_difference: f64,
    /// The percentile bootstrap interval of the mean difference.
    pub interval: Interval,
    /// The two-sided paired randomization test of "no difference".
    pub p_value: PValue,
    /// The number of queries where a is better.
    pub n_wins: usize,
    /// The number of queries where both are equal, up to 1e-12.
    pub n_ties: usize,
    /// The number of queries where b is better.
    pub n_losses: usize,
}

/// A p-value and how it was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PValue {
    /// All sign patterns were tried.
    Exact(f64),
    /// Sign patterns were sampled; never 0.
    Sampled(f64),
}

/// The comparison of one metric among several.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MetricComparison {
    /// The metric.
    pub metric: Metric,
    /// The comparison on its own.
    pub comparison: Comparison,
    /// Its p-value after [`holm`] correction over all metrics compared.
    pub adjusted_p: f64,
}

impl Serialize for MetricComparison {
    /// One object with the numbers of the comparison; the metric is left to whoever names it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let comparison = &self.comparison;
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("mean_difference", &comparison.mean_difference)?;
        object.serialize_entry("interval", &comparison.interval)?;
        object.serialize_entry("p_value", &comparison.p_value.value())?;
        object.serialize_entry("is_exact", &matches!(comparison.p_value, PValue::Exact(_)))?;
        object.serialize_entry("adjusted_p", &self.adjusted_p)?;
        object.serialize_entry("n_wins", &comparison.n_wins)?;
        object.serialize_entry("n_ties", &comparison.n_ties)?;
        object.serialize_entry("n_losses", &comparison.n_losses)?;
        object.end()
    }
}

/// Why two evaluations can not be compared.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum EvaluationMismatch {
    /// They hold other metrics, or the same in another order.
    #[error("expected both evaluations to have the same metrics, found {a} and {b}")]
    Metrics {
        /// The metrics of the first, joined by commas.
        a: String,
        /// The metrics of the second, joined by commas.
        b: String,
    },
    /// A query counts in one of them only.
    #[error("expected both evaluations to count the same queries, found {query:?} in one of them only")]
    Query {
        /// The first such query.
        query: String,
    },
    /// No query counts.
    #[error("expected at least one query to compare, found none")]
    Empty,
}

/// Compares setting `a` with setting `b`, which judged the same queries.
///
/// A paired randomization test is used, not Wilcoxon or a sign test, whose questions are others
/// (Smucker et al. 2007). With many queries nearly every difference is significant: read the mean
/// difference first.
///
/// # Formula
///
/// ```text
/// p = share of sign patterns s ∈ {−1, 1}ⁿ with |Σ sᵢ·dᵢ| ≥ |Σ dᵢ|,   dᵢ = aᵢ − bᵢ
/// ```
///
/// over all 2ⁿ patterns when n ≤ 16, otherwise (1 + hits) / (1 + B) over B sampled ones. Equal
/// lists, and one pair, give p = 1.
///
/// ```
/// use boussole_evaluation::{PValue, Paired, Resampling, compare};
///
/// let paired = Paired::new(&[0.5, 0.6, 0.75, 0.9], &[0.25, 0.5, 0.5, 0.9])?;
/// let comparison = compare(paired, &Resampling::default());
/// assert_eq!(comparison.p_value, PValue::Exact(0.25)); // 4 of 16 sign patterns
/// assert_eq!((comparison.n_wins, comparison.n_ties, comparison.n_losses), (3, 1, 0));
/// # Ok::<(), boussole_evaluation::PairedError>(())
/// ```
///
/// # References
///
/// - Smucker, Allan & Carterette 2007, *A comparison of statistical significance tests for
///   information retrieval evaluation*, doi:10.1145/1321440.1321528
/// - Phipson & Smyth 2010, *Permutation p-values should never be zero*, doi:10.2202/1544-6115.1585
/// - Ihemelandu & Ekstrand 2023, arXiv:2305.02461 (effect size before significance)
#[must_use]
pub fn compare(paired: Paired<'_>, resampling: &Resampling) -> Comparison {
    let differences: Vec<f64> = paired.iter().map(|(a, b)| a - b).collect();
    let n_ties = differences.iter().filter(|difference| difference.abs() <= EQUAL).count();
    let n_wins = differences.iter().filter(|&&difference| difference > EQUAL).count();
    Comparison {
        mean_difference: mean(&differences),
        interval: bootstrap_interval(&differences, resampling),
        p_value: randomization_test(&differences, resampling),
        n_wins,
        n_ties,
        n_losses: differences.len() - n_wins - n_ties,
    }
}

/// Compares two evaluations metric by metric, with [`holm`] correction over the metrics.
///
/// # Errors
///
/// [`EvaluationMismatch`] when the metrics or the queries that count differ, or none counts.
#[allow(clippy::missing_panics_doc, reason = "the same queries give pairs, and metrics are finite")]
pub fn compare_evaluations(
    a: &Evaluation,
    b: &Evaluation,
    resampling: &Resampling,
) -> Result<Vec<MetricComparison>, EvaluationMismatch> {
    check_same(a, b)?;
    let compare_column = |column| {
        let (a, b) = (a.column(column), b.column(column));
        let paired = Paired::new(&a, &b).expect("same queries, at least one, and metrics are finite");
        compare(paired, resampling)
    };
    let comparisons: Vec<Comparison> = (0..a.metrics().len()).map(compare_column).collect();
    let p_values: Vec<f64> = comparisons.iter().map(|comparison| comparison.p_value.value()).collect();
    let rows = a.metrics().iter().zip(comparisons).zip(holm(&p_values));
    Ok(rows.map(|((&metric, comparison), adjusted_p)| MetricComparison { metric, comparison, adjusted_p }).collect())
}

/// Holm's step-down correction: p-values that may all be read at once.
///
/// Each is in [0, 1] and at least the p-value it replaces, in the order given. Without p-values the
/// result is empty.
///
/// # Formula
///
/// ```text
/// p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) · p₍ⱼ₎)
/// ```
///
/// where p₍₁₎ ≤ … ≤ p₍ₘ₎ are the p-values by size.
///
/// ```
/// assert_eq!(boussole_evaluation::holm(&[0.04, 0.01, 0.03]), [0.06, 0.03, 0.06]);
/// ```
///
/// # References
///
/// - Holm 1979, *A simple sequentially rejective multiple test procedure*, Scandinavian Journal of
///   Statistics 6(2)
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&left, &right| p_values[left].total_cmp(&p_values[right]));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut largest = 0.0_f64;
    for (step, position) in order.into_iter().enumerate() {
        let scaled = (p_values.len() - step) as f64 * p_values[position];
        largest = largest.max(scaled.min(1.0));
        adjusted[position] = largest;
    }
    adjusted
}

impl PValue {
    /// The p-value, in (0, 1].
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            Self::Exact(p) | Self::Sampled(p) => p,
        }
    }
}

fn check_same(a: &Evaluation, b: &Evaluation) -> Result<(), EvaluationMismatch> {
    if a.metrics() != b.metrics() {
        return Err(EvaluationMismatch::Metrics { a: joined(a.metrics()), b: joined(b.metrics()) });
    }
    let (a_queries, b_queries) = (query_names(a), query_names(b));
    if let Some(&query) = a_queries.symmetric_difference(&b_queries).next() {
        return Err(EvaluationMismatch::Query { query: query.to_owned() });
    }
    if a_queries.is_empty() { Err(EvaluationMismatch::Empty) } else { Ok(()) }
}

fn query_names(evaluation: &Evaluation) -> BTreeSet<&str> {
    evaluation.queries().iter().map(|query| query.query.as_str()).collect()
}

fn joined(metrics: &[Metric]) -> String {
    metrics.iter().map(Metric::to_string).collect::<Vec<_>>().join(",")
}

fn randomization_test(differences: &[f64], resampling: &Resampling) -> PValue {
    // Sums of the same numbers in another order differ by rounding; equal ones must count as hits.
    let slack = EQUAL * differences.iter().map(|difference| difference.abs()).sum::<f64>();
    let observed = differences.iter().sum::<f64>().abs() - slack;
    if differences.len() <= MAX_EXACT_PAIRS {
        let n_patterns = 1_u64 << differences.len();
        let n_hits = (0..n_patterns).filter(|&signs| signed_sum(differences, signs).abs() >= observed).count();
        return PValue::Exact(n_hits as f64 / n_patterns as f64);
    }
    let mut random = SplitMix64::seed_from_u64(resampling.seed);
    let n_samples = resampling.n_samples.get();
    let mut draw = || differences.chunks(64).map(|chunk| signed_sum(chunk, random.next_u64())).sum::<f64>();
    let n_hits = (0..n_samples).filter(|_| draw().abs() >= observed).count();
    PValue::Sampled((1 + n_hits) as f64 / (1 + n_samples) as f64)
}

/// The sum of at most 64 differences, with a minus where the bit of `signs` is set.
fn signed_sum(differences: &[f64], signs: u64) -> f64 {
    let signed = |(place, &difference): (usize, &f64)| {
        if signs >> place & 1 == 1 { -difference } else { difference }
    };
    differences.iter().enumerate().map(signed).sum()
}

#[cfg(test)]
mod tests {
    //! - The reference of the science brief; equal lists; one pair; antisymmetry.
    //! - Sums that are equal but for rounding count as hits; the sampled test nears the exact one.
    //! - Holm by hand.
    //! - Evaluations of other metrics or queries do not compare.

    use super::{Comparison, MAX_EXACT_PAIRS, PValue, compare, compare_evaluations, holm};
    use crate::{Conventions, Evaluation, Paired, Qrels, Resampling, Run, evaluate};

    /// Science brief, section 6: eight students under two settings (scipy 1.17.1 and enumeration).
    const X: [f64; 8] = [0.52, 0.61, 0.48, 0.70, 0.66, 0.59, 0.73, 0.50];
    const Y: [f64; 8] = [0.47, 0.60, 0.50, 0.62, 0.60, 0.55, 0.69, 0.45];

    fn compared(a: &[f64], b: &[f64]) -> Comparison {
        compare(Paired::new(a, b).expect("valid pairs"), &Resampling::default())
    }

    #[test]
    fn matches_the_science_brief() {
        let comparison = compared(&X, &Y);
        assert!((comparison.mean_difference - 0.03875).abs() < 1e-12);
        assert_eq!(comparison.p_value, PValue::Exact(6.0 / 256.0));
        assert_eq!((comparison.n_wins, comparison.n_ties, comparison.n_losses), (7, 0, 1));
        assert!(0.0 < comparison.interval.lower && comparison.interval.upper < 0.08, "{:?}", comparison.interval);
    }

    #[test]
    fn swapping_the_settings_swaps_the_signs() {
        let (forth, back) = (compared(&X, &Y), compared(&Y, &X));
        assert_eq!(forth.p_value, back.p_value);
        assert_eq!((forth.n_wins, forth.n_losses), (back.n_losses, back.n_wins));
        assert!((forth.mean_difference + back.mean_difference).abs() < 1e-12);
        assert!((forth.interval.lower + back.interval.upper).abs() < 1e-12);
    }

    #[test]
    fn equal_lists_and_one_pair_prove_nothing() {
        let equal = compared(&X, &X);
        assert_eq!((equal.p_value, equal.n_ties), (PValue::Exact(1.0), 8));
        assert_eq!(compared(&[0.9], &[0.1]).p_value, PValue::Exact(1.0));
        let many = vec![0.5; MAX_EXACT_PAIRS + 1];
        assert_eq!(compared(&many, &many).p_value, PValue::Sampled(1.0));
    }

    /// |±.1 ±.2 ±.3 ±.1| ≥ .5 for 6 of 16 patterns, though .1 + .2 + .3 − .1 > .5 in `f64`.
    #[test]
    fn rounding_does_not_lose_equal_sums() {
        assert_eq!(compared(&[0.1, 0.2, 0.3, -0.1], &[0.0; 4]).p_value, PValue::Exact(6.0 / 16.0));
    }

    #[test]
    fn the_sampled_test_nears_the_exact_one() {
        // Nine pairs without difference double both counts and patterns: p stays 6/256.
        let padded = |values: &[f64]| [values, &[0.5; 9]].concat();
        let comparison = compared(&padded(&X), &padded(&Y));
        let PValue::Sampled(p) = comparison.p_value else { panic!("17 pairs are sampled") };
        // Four standard deviations: 4·√(.0234·.9766/10 000) = .006.
        assert!((p - 6.0 / 256.0).abs() < 0.006, "{p}");
        assert_eq!((comparison.n_wins, comparison.n_ties, comparison.n_losses), (7, 9, 1));
    }

    #[test]
    fn holm_steps_down_by_hand() {
        assert_eq!(holm(&[]), [0.0; 0]);
        assert_eq!(holm(&[0.5, 0.5]), [1.0, 1.0]);
        assert_eq!(holm(&[0.25, 0.0625, 0.125]), [0.25, 0.1875, 0.25]);
    }

    fn evaluated(qrels: &str, metrics: &[&str]) -> Evaluation {
        let run = Run::parse_trec("q1 Q0 d1 1 0.9 t\nq1 Q0 d2 2 0.8 t\nq2 Q0 d2 1 0.9 t\n").expect("valid");
        let metrics: Vec<_> = metrics.iter().map(|name| name.parse().expect("known")).collect();
        evaluate(&Qrels::parse_trec(qrels).expect("valid"), &run, &metrics, Conventions::default())
    }

    #[track_caller]
    fn check_mismatch(a: &Evaluation, b: &Evaluation, message: &str) {
        let error = compare_evaluations(a, b, &Resampling::default()).expect_err("a mismatch");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn evaluations_compare_metric_by_metric() {
        let good = evaluated("q1 0 d1 1\nq2 0 d2 1\n", &["rr", "hit@5"]);
        let poor = evaluated("q1 0 d2 1\nq2 0 d2 1\n", &["rr", "hit@5"]);
        let rows = compare_evaluations(&good, &poor, &Resampling::default()).expect("same metrics and queries");
        let found: Vec<_> =
            rows.iter().map(|row| (row.metric.to_string(), row.comparison.mean_difference, row.adjusted_p)).collect();
        assert_eq!(found, [("rr".to_owned(), 0.25, 1.0), ("hit@5".to_owned(), 0.0, 1.0)]);
    }

    #[test]
    fn mismatches_are_named() {
        let two = evaluated("q1 0 d1 1\nq2 0 d2 1\n", &["rr"]);
        let one = evaluated("q1 0 d1 1\n", &["rr"]);
        let none = evaluated("", &["rr"]);
        let other = evaluated("q1 0 d1 1\nq2 0 d2 1\n", &["rr", "ap@5"]);
        check_mismatch(&two, &other, "expected both evaluations to have the same metrics, found rr and rr,ap@5");
        check_mismatch(&two, &one, "expected both evaluations to count the same queries, found \"q2\" in one of them only");
        check_mismatch(&one, &two, "expected both evaluations to count the same queries, found \"q2\" in one of them only");
        check_mismatch(&none, &none, "expected at least one query to compare, found none");
    }
}
