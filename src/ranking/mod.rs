//! Which métiers first? Gates, the total order, tie groups, diversity and the [`Recommender`].

mod gate;
mod order;
mod cutoff;
mod contenders;
mod compiled;
mod diversity;
mod result;
mod recommender;
mod explain;
mod effects;
mod batch;
mod spellings;
mod worker;
#[cfg(feature = "testing")]
mod plain;

pub(crate) use contenders::Contenders;
pub use cutoff::Cutoff;
pub use diversity::{Aspect, COVER, Diversity, DiversityError, Lambda, LambdaError, Move, POOL};
pub use effects::AnswerEffect;
pub(crate) use gate::Gatekeeper;
pub use gate::{Excluded, GateReason, Loosening, PLAIN_NO};
pub use order::Rounded;
pub use order::{SCORE_DECIMALS, Standing, tie_hash};
pub use recommender::{FREE_LABELS, MAX_CELLS, Recommender, RecommenderError};
pub use result::{Explained, Placed, Ranking, Recommendation, Unheard};
pub use worker::Worker;
