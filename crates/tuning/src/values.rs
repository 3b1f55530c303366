//! The value of each criterion of a métier for one student, read from the explanation.

use std::collections::BTreeMap;

use super::preference::PreferenceProblem;
use boussole::catalogue::MetierId;
use boussole::criteria::unknown_metier;
use boussole::explanation::Explanation;
use boussole::features::Criterion;
use boussole::profile::Profile;
use boussole::ranking::Recommender;
use boussole::weights::Weights;

/// Which features have their own weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grain {
    /// Every criterion.
    #[default]
    Criterion,
    /// Every interest, and every other criterion.
    Interest,
}

/// Values of métiers by feature, over a recommender's catalogue.
pub(super) struct MetierValues<'a> {
    recommender: &'a Recommender,
    grain: Grain,
    /// Equal weights, so that a criterion without a default weight has a value too.
    equal: Weights,
}

impl<'a> MetierValues<'a> {
    pub(super) fn new(recommender: &'a Recommender, grain: Grain) -> Self {
        let equal = Criterion::ALL.map(|criterion| (criterion, 1.0));
        Self { recommender, grain, equal: Weights::new(equal).expect("equal weights are weights") }
    }

    /// The features: interests, if each has its own weight, then the other criteria.
    pub(super) fn names(&self) -> Vec<String> {
        self.features().into_iter().map(|(name, _)| name).collect()
    }

    /// The recommender's weight of each feature's criterion.
    pub(super) fn prior(&self) -> Vec<f64> {
        let weights = self.recommender.weights();
        self.features().into_iter().map(|(_, criterion)| weights.get(criterion)).collect()
    }

    fn features(&self) -> Vec<(String, Criterion)> {
        let space = self.recommender.model().space();
        let features = Criterion::ALL.into_iter().flat_map(|criterion| match (self.grain, criterion) {
            (Grain::Interest, Criterion::Interest) => {
                let interests = &space.features()[space.group(criterion)];
                interests.iter().map(|feature| (feature.name.to_string(), criterion)).collect()
            }
            _ => vec![(criterion.name().to_owned(), criterion)],
        });
        features.collect()
    }

    /// Values of the preferred minus values of the other; a criterion on which the student is silent is not in it.
    pub(super) fn contrast(
        &self,
        profile: &Profile,
        preferred: &MetierId,
        over: &MetierId,
    ) -> Result<BTreeMap<String, f64>, Vec<PreferenceProblem>> {
        let catalogue = self.recommender.catalogue();
        let mut problems: Vec<PreferenceProblem> = Vec::new();
        problems.extend(unknown_metier(catalogue, "preferred", preferred).map(PreferenceProblem::from));
        problems.extend(unknown_metier(catalogue, "over", over).map(PreferenceProblem::from));
        if preferred == over {
            problems.push(PreferenceProblem::SameMetier { id: over.clone() });
        }
        let ids: &[&MetierId] = if problems.is_empty() { &[preferred, over] } else { &[] };
        let explanations = self.recommender.explanations(profile, &self.equal, ids);
        let explanations = explanations.map_err(|error| {
            problems.splice(0..0, error.problems.into_iter().map(PreferenceProblem::from));
        });
        let (Ok([preferred, over]), true) = (explanations.as_deref(), problems.is_empty()) else { return Err(problems) };
        let mut contrast = self.values(preferred);
        for (name, value) in self.values(over) {
            *contrast.entry(name).or_default() -= value;
        }
        Ok(contrast)
    }

    /// The parts of the explanation, each divided by the weight that it was given.
    fn values(&self, explanation: &Explanation) -> BTreeMap<String, f64> {
        let mut values = BTreeMap::new();
        for (criterion, weight) in explanation.weights().iter().filter(|(_, weight)| 0.0 < *weight) {
            if self.grain == Grain::Interest && criterion == Criterion::Interest {
                let terms = explanation.contributions().filter(|term| term.criterion == criterion);
                let answered = terms.filter_map(|term| Some((term.feature?.to_owned(), term.points.value() / weight)));
                values.extend(answered);
            } else {
                values.insert(criterion.name().to_owned(), explanation.part(criterion).value() / weight);
            }
        }
        values
    }
}
