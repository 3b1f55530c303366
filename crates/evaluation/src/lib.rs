//! Is the ranking any good? Ranking metrics on plain lists, with ties taken seriously.
//!
//! The crate knows nothing of what is ranked: a ranking is a list of (id, score) pairs, a
//! judgement is an (id, gain) pair, and any ordered type may be the id. Use it alone if you like.
//!
//! # From files to numbers
//!
//! ```
//! use boussole_evaluation::{Conventions, Metric, Qrels, Resampling, Run, evaluate};
//!
//! let qrels = Qrels::parse_trec("lea 0 MET.1 2\nlea 0 MET.2 1\ntom 0 MET.3 1\n")?;
//! let run = Run::parse_trec("lea Q0 MET.1 1 0.9 demo\nlea Q0 MET.2 2 0.7 demo\ntom Q0 MET.4 1 0.8 demo\n")?;
//! let metrics: Vec<Metric> = vec!["ndcg@10".parse()?, "rr".parse()?];
//!
//! let evaluation = evaluate(&qrels, &run, &metrics, Conventions::default());
//! assert_eq!(evaluation.queries()[0].values, [1.0, 1.0]);
//! assert_eq!(evaluation.queries()[1].values, [0.0, 0.0]);
//! for (metric, summary) in evaluation.summaries(&Resampling::default()) {
//!     println!("{metric} {:.3} [{:.3}, {:.3}]", summary.mean, summary.interval.lower, summary.interval.upper);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Conventions
//!
//! Libraries disagree on the cases below (`trec_eval`, ranx, scikit-learn, `LensKit` and gorse were
//! read); these are the answers given here.
//!
//! | case | answer |
//! | --- | --- |
//! | equal scores | expectation over random orders of the tied items ([`Ties::Expected`]), `trec_eval`'s order ([`Ties::Trec`]) or the order given ([`Ties::Strict`]); scores tie when equal as `f64`, so round them first if they carry noise |
//! | nDCG | linear gain, discount log₂(rank + 1) ([`Gain::Linear`]); 2^gain − 1 on request ([`Gain::Exponential`]) |
//! | relevant | gain above 0; unjudged items and negative gains count as gain 0 |
//! | no relevant item | 0 and counted ([`NoRelevant::Zero`]), or left out and reported ([`NoRelevant::Skip`]) |
//! | list shorter than k | the missing places hold nothing: ideal and precision still use k |
//! | query without ranking | every metric 0, counted, and reported ([`Evaluation::absent`]) |
//! | ranking without judgements | not counted, reported ([`Evaluation::unjudged`]) |
//! | AP@k | divided by all relevant items; by min(relevant, k) on request ([`ApDenominator::Reachable`]) |
//!
//! # What is where
//!
//! - One student, one list: [`ndcg`], [`reciprocal_rank`], [`average_precision`], [`recall`],
//!   [`precision`], [`r_precision`], [`hit`] on a [`Judged`] list, or any of them as a [`Metric`].
//! - All lists of a run against the items that could be shown: [`coverage`], [`gini`],
//!   [`exposure_by_group`], or any of them by name as a [`CatalogueMetric`] of what is [`Shown`].
//! - Is the difference real? [`summarize`], [`compare`], [`compare_evaluations`], [`holm`].
//! - Plain statistics: [`mean`], [`quantile`], [`Interval::around`].

mod coverage;
mod cutoff;
mod paired;
mod ranked_list;
mod judged;
mod ndcg;
mod exposure;
mod precision_recall;
mod average_precision;
mod hit;
mod reciprocal_rank;
mod metric;
mod summary;
mod trec;
mod shown;
mod evaluate;
mod comparison;

#[cfg(test)]
mod tests;

pub use average_precision::{ApDenominator, average_precision};
pub use comparison::{Comparison, EvaluationMismatch, MetricComparison, PValue, compare, compare_evaluations, holm};
pub use coverage::{appearance_counts, coverage, gini};
pub use cutoff::Cutoff;
pub use evaluate::{Conventions, Evaluation, NoRelevant, QueryValues, evaluate};
pub use exposure::{Exposed, GroupExposure, exposure_by_group, exposure_parity};
pub use hit::hit;
pub use judged::{Judged, Judgements, JudgementsError, MAX_GAIN};
pub use metric::{Metric, MetricError};
pub use ndcg::{Gain, dcg, ndcg};
pub use paired::{Paired, PairedError};
pub use precision_recall::{precision, r_precision, recall};
pub use ranked_list::{RankedList, RankedListError, Ties, TiesError};
pub use reciprocal_rank::reciprocal_rank;
pub use shown::{CatalogueMetric, Shown};
pub use summary::{Interval, Resampling, Summary, mean, quantile, summarize};
pub use trec::{MAX_QUERIES, Qrels, Run, TrecError, TrecErrors, TrecProblem};
