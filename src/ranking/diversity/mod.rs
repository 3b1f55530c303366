//! Which métiers first, when the list should not repeat itself? xQuAD and MMR over the raw order.

mod greedy;
mod setting;
mod moved;
mod mmr;
mod xquad;
mod rerank;

#[cfg(all(test, feature = "demo"))]
mod tests;

pub use moved::{Aspect, Move};
pub use rerank::POOL;
pub(super) use rerank::Reranking;
pub use setting::{Diversity, DiversityError, Lambda, LambdaError};
pub use xquad::COVER;
