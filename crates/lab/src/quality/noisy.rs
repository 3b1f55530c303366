//! Noisy students: they have a métier in mind, answer with a style of their own and by mistake, and do not know everything.
//!
//! # Formula
//!
//! ```text
//! answer = clip(round(μ + ½ u + ε), 1, 5),   μ = 4.2 for what is liked, 2.2 otherwise;   u, ε ~ N(0, 1), u once per student
//! ```
//!
//! Liked are the interests of the métier, and each other one with probability .12; « I do not know » with probability .08. The level is that
//! of the métier ± N(0, 1) rungs. So what is measured is how well a hidden métier is found again *in this model*.

use boussole::catalogue::AccessLevel;
use boussole::random::SplitMix64;
use boussole::{Catalogue, Metier, Profile, ProfileError};

/// How likely an interest is that the métier does not have.
const OTHER_LIKES: f64 = 0.12;

/// How likely « I do not know » is.
const UNKNOWN: f64 = 0.08;

/// The mean answer to what is liked, and to what is not.
const MEANS: (f64, f64) = (4.2, 2.2);

/// How much the style of a student moves all answers.
const STYLE: f64 = 0.5;

/// A student, and the place of the métier that they have in mind.
pub(super) struct NoisyStudent {
    pub(super) target: usize,
    pub(super) profile: Profile,
}

impl NoisyStudent {
    /// The answers on interests alone.
    pub(super) fn without_level(&self) -> Result<Profile, ProfileError> {
        let answers = self.profile.interests().iter();
        let builder = answers
            .fold(Profile::builder().seed(self.profile.seed()), |builder, (label, answer)| builder.interest(label, answer));
        builder.build()
    }
}

/// So many students with so many answers, at least and at most; each from a random stream of its own.
pub(super) fn students(catalogue: &Catalogue, n: usize, n_answers: (usize, usize)) -> Result<Vec<NoisyStudent>, ProfileError> {
    let targets: Vec<usize> = (0..catalogue.len()).filter(|place| !catalogue.metiers()[*place].interests.is_empty()).collect();
    let student = |number: usize| {
        let mut random = SplitMix64::numbered(SEED, number as u64);
        let target = targets[random.index_below(targets.len())];
        let profile = profile(catalogue, &catalogue.metiers()[target], n_answers, &mut random)?;
        Ok(NoisyStudent { target, profile })
    };
    (0..n).map(student).collect()
}

/// Chosen once.
const SEED: u64 = 16;

fn profile(
    catalogue: &Catalogue,
    target: &Metier,
    (least, most): (usize, usize),
    random: &mut SplitMix64,
) -> Result<Profile, ProfileError> {
    let terms = catalogue.interests().terms();
    let style = STYLE * random.normal();
    let n_answers = (least + random.index_below(most - least + 1)).min(terms.len());
    let mut builder = Profile::builder().seed(random.next_u64() >> 32);
    for place in random.distinct_below(terms.len(), n_answers) {
        let label = terms[place].label.as_str();
        let is_liked = target.interests.iter().any(|own| own.as_str() == label) || random.unit() < OTHER_LIKES;
        let mean = if is_liked { MEANS.0 } else { MEANS.1 };
        let answer = (mean + style + random.normal()).round().clamp(1.0, 5.0);
        if UNKNOWN <= random.unit() {
            builder = builder.interest(label, (answer - 3.0) / 2.0);
        }
    }
    if let Some(level) = target.access_level {
        let highest = AccessLevel::ALL.len() as f64 - 1.0;
        let rung = (level.rung() as f64 + random.normal()).round().clamp(0.0, highest);
        let near = AccessLevel::ALL.into_iter().find(|level| rung <= level.rung() as f64);
        builder = near.into_iter().fold(builder, boussole::profile::ProfileBuilder::willing);
    }
    builder.build()
}

/// Whether a métier is among the first ten, by its scores; a part of 1 when a draw decides.
pub(super) fn is_found(scores: &[f64], target: usize) -> f64 {
    let rounded = |score: f64| (score * 1e9).round();
    let own = rounded(scores[target]);
    let n_ahead = scores.iter().filter(|score| own < rounded(**score)).count();
    let n_tied = scores.iter().filter(|score| own == rounded(**score)).count();
    (10_usize.saturating_sub(n_ahead) as f64 / n_tied as f64).min(1.0)
}
