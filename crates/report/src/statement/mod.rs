//! What is true? Facts about a result, each built only by a constructor that returns it when the data satisfy its predicate.
//!
//! No wording stands here, and no sentence is said without a statement behind it.

mod advantage;

pub(crate) use advantage::*;
