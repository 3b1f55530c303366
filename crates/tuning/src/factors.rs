//! Factors of single interests, from a fit in which each interest has a weight of its own.

use boussole::features::{InterestFactors, LARGEST_FACTOR};
use boussole::ranking::{Recommender, RecommenderError};

use super::tune::TuningReport;

/// Factors are written with this many parts of 1: data do not tell more.
const PARTS: f64 = 100.0;

/// What single interests count beside their rarity, by a report of preferences at [`Grain::Interest`](super::Grain) over this recommender.
///
/// # Formula
///
/// ```text
/// f'_i = f_i · v_i / v̄,   v̄ = Σ_i n_i·v_i / Σ_i n_i
/// ```
///
/// where `v_i` is the tuned weight of interest `i`, `n_i` the number of pairs whose sides differ in it, and `f_i` its factor so far, all in
/// [0, 1000], to two decimals. An interest that no pair tells apart keeps its factor. What a métier has of an interest is divided by what it has of all, factors included,
/// so the factors are those weights to first order only: tune the criteria once more over a recommender that has them.
///
/// `None` without a fit, or when no interest that pairs tell apart weighs anything.
pub fn interest_factors(report: &TuningReport, recommender: &Recommender) -> Option<InterestFactors> {
    let given = recommender.weights().interest_factors();
    let interests = recommender.catalogue().interests();
    let tuned =
        report.fit.as_ref()?.features.iter().filter(|feature| 0 < feature.n_pairs && interests.find(&feature.name).is_ok());
    let tuned: Vec<_> = tuned.collect();
    let n_pairs: f64 = tuned.iter().map(|feature| feature.n_pairs as f64).sum();
    let mean = tuned.iter().map(|feature| feature.n_pairs as f64 * feature.after).sum::<f64>() / n_pairs;
    // No interest that is told apart makes no number of it.
    if !mean.is_finite() || mean <= 0.0 {
        return None;
    }
    let factor = |label: &str| {
        let feature = tuned.iter().find(|feature| feature.name == label);
        let factor = given.get(label) * feature.map_or(1.0, |feature| feature.after / mean);
        (factor.clamp(0.0, LARGEST_FACTOR) * PARTS).round() / PARTS
    };
    let factors = interests.terms().iter().map(|term| (term.label.as_str(), factor(&term.label)));
    let factors = InterestFactors::new(factors.filter(|(_, factor)| *factor != 1.0));
    Some(factors.expect("labels of a vocabulary differ, and factors are in range"))
}

/// The recommender with the factors that an accepted report finds, to tune the criteria over; `None` where it finds none.
///
/// # Errors
///
/// [`RecommenderError`] as [`Recommender::new`] has it.
pub fn with_found_factors(report: &TuningReport, recommender: &Recommender) -> Result<Option<Recommender>, RecommenderError> {
    let Some(factors) = interest_factors(report, recommender).filter(|_| report.is_accepted()) else { return Ok(None) };
    let weights = recommender.weights().clone().with_interest_factors(factors);
    Recommender::new(recommender.catalogue().clone(), weights).map(Some)
}
