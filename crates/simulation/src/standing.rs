//! Which métiers come first for the answers so far, with ties in expectation.

use boussole::features::Criterion;
use boussole::ranking::{Cutoff, Rounded};
use boussole::{Catalogue, Profile, Recommender, Weights};

/// How many métiers a student is shown.
pub(super) const TOP: usize = 10;

/// Scores by interests alone: the library's own scores, with the other criteria silent.
pub(super) struct Scorer {
    recommender: Recommender,
}

/// The scores of all métiers, and where the first ten end.
pub(super) struct Standing {
    scores: Vec<Rounded>,
    cutoff: Cutoff,
}

impl Scorer {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let weights = Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0");
        Self { recommender: Recommender::new(catalogue.clone(), weights).expect("the catalogue has métiers to hide") }
    }

    /// Ranks by the answers of a session.
    pub(super) fn standing(&self, profile: &Profile) -> Standing {
        let scores = self.recommender.scores(profile).expect("a quiz asks about labels of its catalogue");
        let scores: Vec<Rounded> = scores.into_iter().map(Rounded::of).collect();
        let cutoff = Cutoff::of(&scores, TOP).expect("a recommender has métiers");
        Standing { scores, cutoff }
    }
}

/// Whether this métier is among the first ten of a recommender for a profile, 1 or 0.
pub(super) fn found(recommender: &Recommender, profile: &Profile, metier: usize) -> f64 {
    let id = &recommender.catalogue().metiers()[metier].id;
    let ranking = recommender.recommend(profile, TOP).expect("a quiz asks about labels of its catalogue");
    f64::from(u8::from(ranking.iter().any(|one| one.metier.id == *id)))
}

impl Standing {
    /// The probability that this métier is shown.
    pub(super) fn shows(&self, metier: usize) -> f64 {
        match self.scores[metier].cmp(&self.cutoff.last) {
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Equal => self.cutoff.n_left as f64 / self.cutoff.n_tied as f64,
            std::cmp::Ordering::Less => 0.0,
        }
    }

    /// The expected share of the métiers shown that would be as good a choice with all answers: whose full score reaches the full
    /// score of the tenth.
    pub(super) fn overlap(&self, full: &Self) -> f64 {
        let is_good = |metier: &usize| full.cutoff.last <= full.scores[*metier];
        let good = |is_wanted: &dyn Fn(Rounded) -> bool| {
            (0..self.scores.len()).filter(|metier| is_wanted(self.scores[*metier])).filter(is_good).count()
        };
        let Cutoff { last, n_left, n_tied, .. } = self.cutoff;
        let (n_good_above, n_good_tied) = (good(&|score| last < score), good(&|score| last == score));
        // Multiplied before it is divided, so that « all are good » is 1 to the last bit.
        (n_good_above as f64 + (n_left * n_good_tied) as f64 / n_tied as f64) / TOP.min(self.scores.len()) as f64
    }
}
