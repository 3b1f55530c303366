//! The recommender: a catalogue compiled once, asked many times.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::compiled::{ClosedRows, Layout, Question};
use super::contenders::Contenders;
use super::diversity::{Diversity, Move, Reranking};
use super::gate::{GateReason, Gatekeeper};
use super::order::{Candidate, Standing};
use super::result::{Placed, Ranking, Recommendation, Unheard};
use crate::catalogue::{Catalogue, Metier, MetierId, Vocabulary};
use crate::criteria::{Answered, Query, unknown_metier};
use crate::explanation::{Explanation, Points};
use crate::features::{FeatureModel, UnsuitedFactors, WrittenWord};
use crate::profile::{AnswerField, Problems, Profile, ProfileError};
use crate::weights::Weights;

/// Ranks the métiers of a catalogue for a profile and says why.
///
/// It owns everything it needs, never changes, and can be shared between threads.
///
/// ```
/// use boussole::catalogue::{Catalogue, Interest, Metier, Title};
/// use boussole::{Profile, Recommender, Weights};
///
/// let mut botanist = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
/// botanist.interests.push(Interest::new("j'aime la nature"));
/// let diver = Metier::new("MET.2".parse()?, Title::from_heading("plongeur / plongeuse"));
/// let catalogue = Catalogue::from_metiers([botanist, diver]).catalogue;
///
/// let recommender = Recommender::new(catalogue, Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let ranking = recommender.recommend(&profile, 10)?;
/// assert_eq!(ranking.recommendations[0].title(), "botaniste");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Recommender {
    catalogue: Catalogue,
    weights: Weights,
    model: Arc<FeatureModel>,
    layout: Layout,
}

/// The most métiers times different labels of a catalogue with more than [`FREE_LABELS`] labels that is ranked: some 160 MB. The 734
/// métiers of Onisep take 200,000.
pub const MAX_CELLS: usize = 40_000_000;

/// With so many different labels, half as many again as the 272 of Onisep, a catalogue may have any number of métiers.
pub const FREE_LABELS: usize = 400;

/// Why no recommender could be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecommenderError {
    /// There is no métier to rank.
    #[error("expected a catalogue with at least one métier, found none")]
    EmptyCatalogue,
    /// There are more métiers times labels than [`MAX_CELLS`]: memory and time grow with their product.
    #[error(
        "expected at most {MAX_CELLS} métiers times labels, found {n_metiers} métiers with {n_labels} different interests, sectors \
         and statuses; take labels out that few métiers share, or split the catalogue"
    )]
    TooManyCells {
        /// How many métiers there are.
        n_metiers: usize,
        /// How many labels there are.
        n_labels: usize,
    },
    /// The weights have factors of interests that the catalogue does not have.
    #[error(transparent)]
    UnsuitedFactors(#[from] UnsuitedFactors),
}

impl Recommender {
    /// Compiles a catalogue.
    ///
    /// # Errors
    ///
    /// [`RecommenderError`] when there is nothing to rank, or too much, or the weights name interests that no métier has.
    pub fn new(catalogue: Catalogue, weights: Weights) -> Result<Self, RecommenderError> {
        if catalogue.is_empty() {
            return Err(RecommenderError::EmptyCatalogue);
        }
        let vocabularies = [catalogue.interests(), catalogue.sectors(), catalogue.statuses()];
        let (n_metiers, n_labels) = (catalogue.len(), vocabularies.map(Vocabulary::len).iter().sum());
        if FREE_LABELS < n_labels && MAX_CELLS < n_metiers.saturating_mul(n_labels) {
            return Err(RecommenderError::TooManyCells { n_metiers, n_labels });
        }
        let factors = weights.interest_factors().of_catalogue(&catalogue)?;
        let model = Arc::new(FeatureModel::with_factors(&catalogue, &factors));
        let layout = Layout::of(&catalogue, &model, &weights);
        Ok(Self { catalogue, weights, model, layout })
    }

    /// The first `k` métiers for a profile, fewer when gates leave fewer.
    ///
    /// The list for `k` is the beginning of the list for `k + 1`.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the profile names labels or métiers that the catalogue does not have: all of them at once.
    pub fn recommend(&self, profile: &Profile, k: usize) -> Result<Ranking, ProfileError> {
        self.recommend_diverse(profile, k, Diversity::None)
    }

    /// The first `k` métiers for a profile, varied, fewer when gates leave fewer.
    ///
    /// Scores and gates are those of [`recommend`](Self::recommend), and so is the métier of rank 1; the others may change their
    /// places within the first [`POOL`](super::POOL), and [`Move`](super::Move) says why. The list for `k` is the beginning of
    /// the list for `k + 1`.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    ///
    /// ```
    /// # #[cfg(feature = "demo")] {
    /// use boussole::{Catalogue, Profile, Recommender, Weights, ranking::Diversity};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'ai le sens du contact").likes("j'aime la nature").build()?;
    /// let ranking = recommender.recommend_diverse(&profile, 10, Diversity::XQUAD)?;
    /// let first = &ranking.recommendations[0];
    /// assert_eq!(first.moved.as_ref().map(|moved| moved.raw_rank), Some(1));
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn recommend_diverse(&self, profile: &Profile, k: usize, diversity: Diversity) -> Result<Ranking, ProfileError> {
        let query = self.query(profile)?;
        let gatekeeper = Gatekeeper::new(profile, &self.catalogue);
        let (closed_rows, counts) = ClosedRows::of(&self.layout, &gatekeeper, &self.catalogue);
        let n_ranked = self.catalogue.len() - counts.n_removed();
        let loosen = if n_ranked == 0 { gatekeeper.loosenings(&self.catalogue) } else { Vec::new() };
        let placed = self.placed(&query, &closed_rows, Reranking::n_needed(diversity, k), profile.seed());
        let (placed, moves) =
            if diversity.is_on() { self.varied(&query, &closed_rows, diversity, k, &placed) } else { (placed, Vec::new()) };
        let (excluded, weights) = (counts.into_excluded(), query.weights().clone());
        // Of the first métier of the catalogue, to be read of others.
        let explanation = Explanation::of(query, &self.model, 0);
        let moves = moves.into_iter().chain(std::iter::repeat_with(|| None));
        let recommendations = placed.iter().zip(moves).map(|((candidate, standing), moved)| Recommendation {
            metier: Arc::clone(&self.catalogue.metiers()[candidate.position]),
            standing: *standing,
            explanation: explanation.at(candidate.position),
            moved,
        });
        let recommendations = recommendations.collect();
        Ok(Ranking { recommendations, excluded, n_ranked, loosen, diversity, weights })
    }

    /// The first `k` métiers for a profile, without reasons: what one keeps of a student when there are millions.
    ///
    /// They are those of [`recommend`](Self::recommend), with the same scores, to the bit, and standings.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    ///
    /// ```
    /// # #[cfg(feature = "demo")] {
    /// use boussole::{Catalogue, Profile, Recommender, Weights};
    /// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    /// let profile = Profile::builder().likes("j'ai le sens du contact").build()?;
    /// let shortlist = recommender.shortlist(&profile, 3)?;
    /// let ranking = recommender.recommend(&profile, 3)?;
    /// assert_eq!(shortlist[0].score, ranking.recommendations[0].score());
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn shortlist(&self, profile: &Profile, k: usize) -> Result<Vec<Placed>, ProfileError> {
        let query = self.query(profile)?;
        Ok(self.shortlist_of(&query, &Gatekeeper::new(profile, &self.catalogue), k, profile.seed()))
    }

    /// The first `k` métiers for a compiled profile and its gates.
    pub(super) fn shortlist_of(&self, query: &Query, gatekeeper: &Gatekeeper<'_>, k: usize, seed: u64) -> Vec<Placed> {
        let (closed_rows, _) = ClosedRows::of(&self.layout, gatekeeper, &self.catalogue);
        let placed = self.placed(query, &closed_rows, k, seed).into_iter();
        placed.map(|(candidate, standing)| Placed { position: candidate.position, score: candidate.points, standing }).collect()
    }

    /// The score of every métier, gates left aside, in the order of the catalogue: shape (`n_metiers`).
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    pub fn scores(&self, profile: &Profile) -> Result<Vec<Points>, ProfileError> {
        let query = self.query(profile)?;
        let mut scores = vec![Points::ZERO; self.catalogue.len()];
        self.layout.each_score(self.question(&query, &ClosedRows::default()), |position, score| scores[position] = score);
        Ok(scores)
    }

    /// The profile with its labels in the spelling of the catalogue: what was understood.
    pub fn understood(&self, profile: &Profile) -> Profile {
        profile.respelled(|field, label| {
            let vocabulary = field.vocabulary(&self.catalogue);
            vocabulary.find(label).map_or_else(|_| label.to_owned(), |place| vocabulary.terms()[place].label.clone())
        })
    }

    /// What each word of the student's own was taken for, in alphabetical order; words that say nothing, such as « une », are left out.
    pub fn written_words(&self, profile: &Profile) -> Vec<WrittenWord> {
        let found = profile.words().iter().flat_map(|text| self.model.lexicon().find(text));
        found.map(|(word, _)| word).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The answers of a profile that say something but count for nothing, because no fiche says anything of the kind.
    ///
    /// They are no error: a wish for a sector is heard by the next catalogue that has sectors.
    pub fn unheard(&self, profile: &Profile) -> Vec<Unheard> {
        let labels = |field: AnswerField| {
            let said = profile.answers(field).iter().filter(|(_, answer)| *answer != 0.0);
            said.map(|(label, _)| label.to_owned()).collect::<Vec<String>>()
        };
        let silent = AnswerField::ALL.into_iter().filter(|field| field.vocabulary(&self.catalogue).is_empty());
        silent.map(|field| Unheard { field, labels: labels(field) }).filter(|unheard| !unheard.labels.is_empty()).collect()
    }

    /// The catalogue that is ranked.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The weights before any criterion drops out.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The memory of what was laid out for speed, in bytes; the catalogue and its rows come on top.
    pub fn n_compiled_bytes(&self) -> usize {
        self.layout.n_bytes()
    }

    /// What was compiled from the catalogue: columns, rows, and what they teach.
    pub fn model(&self) -> &Arc<FeatureModel> {
        &self.model
    }

    /// Who takes part in the ranking for a profile, and who comes first among equals.
    pub(crate) fn field(&self, profile: &Profile) -> Contenders {
        let gatekeeper = Gatekeeper::new(profile, &self.catalogue);
        Contenders::of(&self.catalogue, profile.seed(), |metier| gatekeeper.refusal(metier).is_none())
    }

    /// The gate that keeps a métier out of the ranking for a profile.
    pub(crate) fn refusal(&self, profile: &Profile, metier: &Metier) -> Option<GateReason> {
        Gatekeeper::new(profile, &self.catalogue).refusal(metier)
    }

    /// The place of a métier in the catalogue.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] when the catalogue does not have it.
    pub(crate) fn position(&self, id: &MetierId) -> Result<usize, ProfileError> {
        let mut problems = Problems::default();
        problems.extend(unknown_metier(&self.catalogue, "id", id));
        problems.finish()?;
        Ok(self.catalogue.position(id).expect("it is no problem"))
    }

    /// The profile, compiled for this catalogue and these weights.
    ///
    /// # Errors
    ///
    /// Like [`recommend`](Self::recommend).
    pub fn query(&self, profile: &Profile) -> Result<Query, ProfileError> {
        Ok(self.query_of(&Answered::find(profile, &self.catalogue, self.model.lexicon())?, &self.weights))
    }

    /// Answers, compiled for this catalogue and some weights.
    pub(crate) fn query_of(&self, answered: &Answered, weights: &Weights) -> Query {
        Query::of(answered, &self.model, weights, self.layout.products(&self.model))
    }

    /// What is asked of the compiled rows.
    fn question<'a>(&'a self, query: &'a Query, closed_rows: &'a ClosedRows) -> Question<'a> {
        Question { model: &self.model, weights: &self.weights, query, closed_rows }
    }

    /// The first `k` of the raw order, and where they stand.
    fn placed(&self, query: &Query, closed_rows: &ClosedRows, k: usize, seed: u64) -> Vec<(Candidate, Standing)> {
        self.layout.placed(self.question(query, closed_rows), k, seed)
    }

    /// The first `k` of the varied order, with the place among all and the tie group of the score, and what moved each.
    fn varied(
        &self,
        query: &Query,
        closed_rows: &ClosedRows,
        diversity: Diversity,
        k: usize,
        placed: &[(Candidate, Standing)],
    ) -> (Vec<(Candidate, Standing)>, Vec<Option<Move>>) {
        let Some(lowest) = self.layout.lowest(self.question(query, closed_rows)) else { return Default::default() };
        let model = &*self.model;
        let raw: Vec<Candidate> = placed.iter().map(|(candidate, _)| *candidate).collect();
        let chosen = Reranking { diversity, model, query, lowest }.first(k, &raw);
        let stand = |(index, (candidate, moved)): (usize, (Candidate, Option<Move>))| {
            let of_score = placed[moved.as_ref().map_or(index, |moved| moved.raw_rank - 1)].1;
            ((candidate, Standing { rank: index + 1, ..of_score }), moved)
        };
        chosen.into_iter().enumerate().map(stand).unzip()
    }
}
