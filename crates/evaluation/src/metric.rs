//! Per-list metrics by name, such as `ndcg@10`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::average_precision::{ApDenominator, average_precision};
use super::cutoff::Cutoff;
use super::hit::hit;
use super::judged::Judged;
use super::ndcg::{Gain, dcg, ndcg};
use super::precision_recall::{precision, r_precision, recall};
use super::reciprocal_rank::reciprocal_rank;

/// A metric of one judged list: a name such as `ndcg@10` or `rr`.
///
/// | name | metric |
/// | --- | --- |
/// | `ndcg` | [`ndcg`] with [`Gain::Linear`] |
/// | `ndcg_exp` | [`ndcg`] with [`Gain::Exponential`] |
/// | `dcg` | [`dcg`] with [`Gain::Linear`] |
/// | `dcg_exp` | [`dcg`] with [`Gain::Exponential`] |
/// | `rr`, `mrr` | [`reciprocal_rank`] |
/// | `ap`, `map` | [`average_precision`] with [`ApDenominator::AllRelevant`] |
/// | `ap_capped` | [`average_precision`] with [`ApDenominator::Reachable`] |
/// | `recall` | [`recall`] |
/// | `precision`, `p` | [`precision`] |
/// | `rprec` | [`r_precision`], without cut-off |
/// | `hit` | [`hit`] |
///
/// Names are read in any case and may end in a cut-off, `@k` with k ≥ 1; the first name of a row
/// is written back. The names of `trec_eval`, ranx, ir_measures and `LensKit` are read too:
/// `ndcg_cut_10`, `P_5`, `recall.100`, `recip_rank`, `success_1`, `hit_rate@10`, `r-precision`.
///
/// ```
/// use boussole_evaluation::Metric;
///
/// let metric: Metric = "P@5".parse()?;
/// assert_eq!(metric.to_string(), "precision@5");
/// # Ok::<(), boussole_evaluation::MetricError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Metric {
    /// [`ndcg`]
    Ndcg {
        /// What a gain is worth.
        gain: Gain,
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`dcg`]
    Dcg {
        /// What a gain is worth.
        gain: Gain,
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`reciprocal_rank`]
    ReciprocalRank {
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`average_precision`]
    AveragePrecision {
        /// By what to divide.
        denominator: ApDenominator,
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`recall`]
    Recall {
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`precision`]
    Precision {
        /// How far down to look.
        cutoff: Cutoff,
    },
    /// [`r_precision`]
    RPrecision,
    /// [`hit`]
    Hit {
        /// How far down to look.
        cutoff: Cutoff,
    },
}

/// A word that names no [`Metric`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MetricError {
    /// No metric has this name.
    #[error(
        "unknown metric {found:?}: expected ndcg, ndcg_exp, dcg, dcg_exp, rr (or mrr), ap (or map), ap_capped, recall, \
         precision (or p), hit, each with an optional cut-off such as @10, or rprec; \
         of all lists together coverage, gini, exposure"
    )]
    Name {
        /// The whole word found.
        found: String,
    },
    /// What follows `@` is no cut-off.
    #[error("metric {found:?}: expected a whole number of at least 1 after @, as in ndcg@10")]
    Cutoff {
        /// The whole word found.
        found: String,
    },
    /// The metric sets its own cut-off.
    #[error("metric {found:?}: expected rprec alone, because it looks as far down as there are relevant items")]
    NoCutoff {
        /// The whole word found.
        found: String,
    },
}

impl Metric {
    /// Whether gains count as they are; the others only ask what is relevant.
    #[must_use]
    pub fn is_graded(self) -> bool {
        matches!(self, Self::Ndcg { .. } | Self::Dcg { .. })
    }

    /// The value for one list, in [0, 1] except for DCG, higher is better; 0 when nothing is relevant.
    #[must_use]
    pub fn value(self, judged: &Judged) -> f64 {
        let value = match self {
            Self::Dcg { gain, cutoff } => dcg(judged, gain, cutoff),
            Self::Ndcg { gain, cutoff } => ndcg(judged, gain, cutoff),
            Self::ReciprocalRank { cutoff } => reciprocal_rank(judged, cutoff),
            Self::AveragePrecision { denominator, cutoff } => average_precision(judged, denominator, cutoff),
            Self::Recall { cutoff } => recall(judged, cutoff),
            Self::Precision { cutoff } => precision(judged, cutoff),
            Self::RPrecision => r_precision(judged),
            Self::Hit { cutoff } => hit(judged, cutoff),
        };
        // The sum of nothing is -0.0.
        value + 0.0
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ndcg { gain: Gain::Linear, cutoff } => write!(f, "ndcg{cutoff}"),
            Self::Ndcg { gain: Gain::Exponential, cutoff } => write!(f, "ndcg_exp{cutoff}"),
            Self::Dcg { gain: Gain::Linear, cutoff } => write!(f, "dcg{cutoff}"),
            Self::Dcg { gain: Gain::Exponential, cutoff } => write!(f, "dcg_exp{cutoff}"),
            Self::ReciprocalRank { cutoff } => write!(f, "rr{cutoff}"),
            Self::AveragePrecision { denominator: ApDenominator::AllRelevant, cutoff } => write!(f, "ap{cutoff}"),
            Self::AveragePrecision { denominator: ApDenominator::Reachable, cutoff } => write!(f, "ap_capped{cutoff}"),
            Self::Recall { cutoff } => write!(f, "recall{cutoff}"),
            Self::Precision { cutoff } => write!(f, "precision{cutoff}"),
            Self::RPrecision => write!(f, "rprec"),
            Self::Hit { cutoff } => write!(f, "hit{cutoff}"),
        }
    }
}

impl FromStr for Metric {
    type Err = MetricError;

    /// Reads a name from the table of [`Metric`].
    fn from_str(word: &str) -> Result<Self, MetricError> {
        let found = || word.to_owned();
        let (name, cutoff) = split_cutoff(word);
        let metric = named(&name, cutoff.unwrap_or_default()).ok_or_else(|| MetricError::Name { found: found() })?;
        match (metric, cutoff) {
            (Self::RPrecision, None | Some(Cutoff::Top(_))) => Err(MetricError::NoCutoff { found: found() }),
            (_, None) => Err(MetricError::Cutoff { found: found() }),
            _ => Ok(metric),
        }
    }
}

/// The name in lower case and the cut-off of a word such as `ndcg@10`, `ndcg_cut_10` or `P.10`; no cut-off when what follows `@` is
/// none.
pub(super) fn split_cutoff(word: &str) -> (String, Option<Cutoff>) {
    let lower = word.trim().to_ascii_lowercase();
    if let Some((name, k)) = lower.split_once('@') {
        return (name.to_owned(), k.parse().ok().and_then(Cutoff::top));
    }
    let ends_in_number = lower.rsplit_once(['_', '.']).and_then(|(name, k)| Some((name.to_owned(), k.parse().ok()?)));
    match ends_in_number {
        Some((name, k)) => (name, Cutoff::top(k)),
        None => (lower, Some(Cutoff::Full)),
    }
}

fn named(name: &str, cutoff: Cutoff) -> Option<Metric> {
    Some(match name {
        "ndcg" | "ndcg_cut" => Metric::Ndcg { gain: Gain::Linear, cutoff },
        "dcg" => Metric::Dcg { gain: Gain::Linear, cutoff },
        "dcg_exp" | "dcg_burges" => Metric::Dcg { gain: Gain::Exponential, cutoff },
        "ndcg_exp" | "ndcg_burges" => Metric::Ndcg { gain: Gain::Exponential, cutoff },
        "rr" | "mrr" | "recip_rank" | "reciprocal_rank" | "mean_reciprocal_rank" => Metric::ReciprocalRank { cutoff },
        "ap" | "map" | "map_cut" | "average_precision" | "mean_average_precision" => {
            Metric::AveragePrecision { denominator: ApDenominator::AllRelevant, cutoff }
        }
        "ap_capped" => Metric::AveragePrecision { denominator: ApDenominator::Reachable, cutoff },
        "recall" | "r" => Metric::Recall { cutoff },
        "precision" | "p" | "prec" => Metric::Precision { cutoff },
        "rprec" | "r_precision" | "r-precision" | "rprecision" => Metric::RPrecision,
        "hit" | "success" | "hit_rate" | "hitrate" | "hr" => Metric::Hit { cutoff },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    //! - Every name is read, and its first spelling written back.
    //! - Each wrong name has a message that says what to write.

    use super::Metric;

    #[track_caller]
    fn check_name(word: &str, written: &str) {
        let metric: Metric = word.parse().expect("a known name");
        assert_eq!(metric.to_string(), written);
        assert_eq!(written.parse(), Ok(metric));
    }

    #[track_caller]
    fn check_error(word: &str, message: &str) {
        assert_eq!(word.parse::<Metric>().expect_err("refused").to_string(), message);
    }

    #[test]
    fn names() {
        check_name("ndcg", "ndcg");
        check_name("nDCG@10", "ndcg@10");
        check_name("ndcg_exp@10", "ndcg_exp@10");
        check_name("mrr", "rr");
        check_name("rr@10", "rr@10");
        check_name("map", "ap");
        check_name("ap@10", "ap@10");
        check_name("ap_capped@5", "ap_capped@5");
        check_name("recall@10", "recall@10");
        check_name("p@10", "precision@10");
        check_name(" precision@1 ", "precision@1");
        check_name("rprec", "rprec");
        check_name("hit@3", "hit@3");
        check_name("DCG@5", "dcg@5");
        check_name("dcg_exp", "dcg_exp");
    }

    #[test]
    fn names_of_other_programs() {
        for (word, written) in [
            ("ndcg_cut_10", "ndcg@10"),
            ("ndcg_cut.10", "ndcg@10"),
            ("P_5", "precision@5"),
            ("recall_100", "recall@100"),
            ("recip_rank", "rr"),
            ("map_cut_10", "ap@10"),
            ("Rprec", "rprec"),
            ("r-precision", "rprec"),
            ("success_1", "hit@1"),
            ("hit_rate@10", "hit@10"),
            ("ndcg_burges@5", "ndcg_exp@5"),
            ("R@1000", "recall@1000"),
        ] {
            check_name(word, written);
        }
    }

    #[test]
    fn wrong_names() {
        check_error(
            "ndgc@10",
            "unknown metric \"ndgc@10\": expected ndcg, ndcg_exp, dcg, dcg_exp, rr (or mrr), ap (or map), ap_capped, recall, \
             precision (or p), hit, each with an optional cut-off such as @10, or rprec; \
             of all lists together coverage, gini, exposure",
        );
        check_error("ndcg@0", "metric \"ndcg@0\": expected a whole number of at least 1 after @, as in ndcg@10");
        check_error("ap@ten", "metric \"ap@ten\": expected a whole number of at least 1 after @, as in ndcg@10");
        check_error("hit@", "metric \"hit@\": expected a whole number of at least 1 after @, as in ndcg@10");
        check_error(
            "rprec@5",
            "metric \"rprec@5\": expected rprec alone, because it looks as far down as there are relevant items",
        );
    }
}
