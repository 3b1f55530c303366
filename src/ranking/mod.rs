//! Which métiers first? Gates, the total order, tie groups and the [`Recommender`].

mod gate;
mod order;
mod recommender;
mod result;

pub use gate::{Excluded, GateReason};
pub(crate) use order::Rounded;
pub use order::{SCORE_DECIMALS, tie_hash};
pub use recommender::{Recommender, RecommenderError};
pub use result::{Explained, Ranking, Recommendation, Standing};
