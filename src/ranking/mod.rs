//! Which métiers first? Gates, the total order, tie groups, diversity and the [`Recommender`].

mod batch;
mod compiled;
mod diversity;
mod field;
mod gate;
mod order;
mod plain;
mod recommender;
mod result;

pub use diversity::{COVER, Diversity, DiversityError, Lambda, LambdaError, POOL};
pub(crate) use field::Field;
pub use gate::{Excluded, GateReason, Loosening};
pub use order::Rounded;
pub use order::{SCORE_DECIMALS, tie_hash};
pub use recommender::{Recommender, RecommenderError};
pub use result::{Aspect, Explained, Move, Placed, Ranking, Recommendation, Standing};
