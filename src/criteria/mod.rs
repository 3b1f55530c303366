//! What is one criterion? One file each: its columns, a métier's values, an answer's values, its origin, formula and test.
//!
//! Every criterion has a value `u` in [0, 1] for each métier, the neutral one being ½:
//!
//! ```text
//! u_c(m) = ½ + ½ · s_c(m),   s_c(m) = Σ_j a_j · x_mj
//! ```
//!
//! where `x` is the row of the métier and `a` what the criterion makes of the answers. A métier without data on a criterion
//! has no entries in its columns, so `s = 0` and `u = ½`: silence neither helps nor harms.
//!
//! `definition.rs` says what a criterion must say of itself, `table.rs` lists them, `model.rs` and `query.rs` ask all of them alike.

mod resolve;
mod answered;
mod origin;
mod student;
mod sheet;
mod definition;
mod interest;
mod related;
mod access_level;
mod status;
mod sector;
mod riasec;
mod domain;
mod guessed;
mod similar;
mod words;
mod table;
mod model;
mod query;

#[cfg(test)]
mod toy;

pub(crate) use access_level::level_share;
pub use access_level::{FALL_ABOVE_WILLING, FALL_BELOW_REACHED, FALL_BELOW_WILLING, FULL_LEVEL, level_preference};
pub(crate) use answered::{Answered, is_spoken};
pub(crate) use model::columns_and_rows;
pub use origin::Origin;
pub use query::Query;
pub use resolve::unknown_metier;
