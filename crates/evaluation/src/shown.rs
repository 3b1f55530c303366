//! What all lists of a run together show of a catalogue, by name, such as `coverage@10`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::coverage::{appearance_counts, coverage, gini};
use super::cutoff::Cutoff;
use super::exposure::{Exposed, GroupExposure, exposure_by_group};
use super::metric::{MetricError, split_cutoff};
use super::ranked_list::RankedList;
use super::trec::Run;

/// A metric of all lists of a run together, against the items that could have been shown.
///
/// | name | metric |
/// | --- | --- |
/// | `coverage` | [`coverage`] |
/// | `gini` | [`gini`] |
/// | `exposure` | [`exposure_by_group`] |
///
/// Names are read as those of a [`Metric`](crate::Metric).
///
/// ```
/// use boussole_evaluation::CatalogueMetric;
///
/// assert_eq!("Coverage@10".parse::<CatalogueMetric>()?.to_string(), "coverage@10");
/// # Ok::<(), boussole_evaluation::MetricError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CatalogueMetric {
    /// [`coverage`] of the places down to the cut-off.
    Coverage(Cutoff),
    /// [`gini`] of how often each item stands above the cut-off.
    Gini(Cutoff),
    /// [`exposure_by_group`] by the places down to the cut-off.
    Exposure(Cutoff),
}

/// The lists of a run down to a cut-off, beside the items that could have been shown to every query.
///
/// Tied items stand in the order of the run: what is measured is what somebody saw.
///
/// ```
/// use boussole_evaluation::{Cutoff, Run, Shown};
///
/// let run = Run::parse_trec("lea Q0 a 1 0.9 t\nlea Q0 b 2 0.7 t\ntom Q0 a 1 0.8 t\n")?;
/// let shown = Shown::new(&run, ["a", "b", "c", "d"], Cutoff::top(1).expect("1 > 0"));
/// assert_eq!(shown.coverage(), 0.25); // b stands second
/// assert_eq!(shown.gini(), 0.75); // everybody sees the same item
/// # Ok::<(), boussole_evaluation::TrecErrors>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    lists: Vec<Vec<&'a str>>,
    eligible: BTreeSet<&'a str>,
}

impl<'a> Shown<'a> {
    /// Cuts every list of `run`; items that are not among the `eligible` keep their place and count for nothing.
    #[must_use]
    pub fn new(run: &'a Run, eligible: impl IntoIterator<Item = &'a str>, cutoff: Cutoff) -> Self {
        let cut = |(_, list): (_, &'a RankedList<String>)| list.ids().map(String::as_str).take(cutoff.last_rank()).collect();
        Self { lists: run.iter().map(cut).collect(), eligible: eligible.into_iter().collect() }
    }

    /// The [`coverage`] of the eligible items, in [0, 1].
    #[must_use]
    pub fn coverage(&self) -> f64 {
        coverage(&self.counts())
    }

    /// The [`gini`] coefficient of the eligible items, in [0, 1), lower is more even.
    #[must_use]
    pub fn gini(&self) -> f64 {
        gini(&self.counts())
    }

    /// The exposure of each group of eligible items; see [`exposure_by_group`].
    #[must_use]
    pub fn exposure<G: Ord + Default>(&self, groups_of: impl Fn(&str) -> Vec<G>) -> BTreeMap<G, GroupExposure> {
        let exposed: Vec<_> = self.lists.iter().map(|shown| Exposed { shown, eligible: &self.eligible }).collect();
        exposure_by_group(&exposed, |id| groups_of(id))
    }

    fn counts(&self) -> Vec<u64> {
        let lists: Vec<&[&str]> = self.lists.iter().map(Vec::as_slice).collect();
        appearance_counts(&lists, &self.eligible).into_values().collect()
    }
}

impl CatalogueMetric {
    /// How far down each list the metric looks.
    #[must_use]
    pub fn cutoff(self) -> Cutoff {
        match self {
            Self::Coverage(cutoff) | Self::Gini(cutoff) | Self::Exposure(cutoff) => cutoff,
        }
    }
}

impl fmt::Display for CatalogueMetric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Coverage(_) => "coverage",
            Self::Gini(_) => "gini",
            Self::Exposure(_) => "exposure",
        };
        write!(f, "{name}{}", self.cutoff())
    }
}

impl FromStr for CatalogueMetric {
    type Err = MetricError;

    /// Reads a name from the table of [`CatalogueMetric`].
    fn from_str(word: &str) -> Result<Self, MetricError> {
        let (name, cutoff) = split_cutoff(word);
        let metric = match name.as_str() {
            "coverage" => Self::Coverage,
            "gini" => Self::Gini,
            "exposure" => Self::Exposure,
            _ => return Err(MetricError::Name { found: word.to_owned() }),
        };
        Ok(metric(cutoff.ok_or_else(|| MetricError::Cutoff { found: word.to_owned() })?))
    }
}

#[cfg(test)]
mod tests {
    //! - Every name is read and written back; wrong ones are refused.
    //! - Lists are cut, what is not eligible keeps its place, and groups are those of the items.

    use super::{CatalogueMetric, Shown};
    use crate::{Cutoff, Run};

    #[test]
    fn names() {
        for name in ["coverage", "coverage@10", "gini@5", "exposure@10"] {
            assert_eq!(name.parse::<CatalogueMetric>().expect("a known name").to_string(), name);
        }
        let error = |word: &str| word.parse::<CatalogueMetric>().expect_err("refused").to_string();
        assert!(error("novelty@10").starts_with("unknown metric \"novelty@10\": expected ndcg, "));
        assert_eq!(error("gini@0"), "metric \"gini@0\": expected a whole number of at least 1 after @, as in ndcg@10");
    }

    #[test]
    fn lists_are_cut_where_they_stand() {
        let run = "q1 Q0 x 1 0.9 t\nq1 Q0 a 2 0.8 t\nq1 Q0 b 3 0.7 t\nq2 Q0 a 1 0.9 t\n";
        let run = Run::parse_trec(run).expect("valid");
        let shown = |cutoff| Shown::new(&run, ["a", "b", "c", "d"], cutoff);
        let top2 = shown(Cutoff::top(2).expect("2 > 0"));
        assert_eq!((top2.coverage(), shown(Cutoff::Full).coverage()), (0.25, 0.5));
        assert_eq!(top2.gini(), 0.75);
        let groups = top2.exposure(|id| vec![id == "a"]);
        assert_eq!((groups[&true].exposure_share, groups[&true].eligible_share), (1.0, 0.25));
    }
}
