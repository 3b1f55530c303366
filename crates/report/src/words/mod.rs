//! Which words say it? One file per language, `fr.ftl` and `en.ftl`, in which the voices of a message stand side by side.

mod marks;
pub(crate) mod message;
mod labels;
mod names;
mod numbers;
mod places;
mod stability;
mod reasons;
mod changes;
mod written;

pub(crate) use labels::is_gloss;
pub(crate) use message::{Value, values};
pub(crate) use names::*;
pub(crate) use numbers::*;
