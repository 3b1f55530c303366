//! Which métiers first, when the list shall not say ten times the same? xQuAD and MMR over the raw order.

mod greedy;
mod mmr;
mod rerank;
mod setting;
mod xquad;

#[cfg(test)]
mod tests;

pub use rerank::POOL;
pub(super) use rerank::Reranking;
pub use setting::{Diversity, DiversityError, Lambda, LambdaError};
pub use xquad::COVER;
