//! What does the student's answer say about one group of columns? One file a criterion; together they make a [`Query`].
//!
//! Every criterion gives each métier a value `u` in [0, 1], the neutral one being ½:
//!
//! ```text
//! u_c(m) = ½ + ½ · s_c(m),   s_c(m) = Σ_j a_j · x_mj,   a_j in [−1, 1]
//! ```
//!
//! where `x` is the row of the métier and `a` what the criterion makes of the answers. A métier without data on a criterion
//! has no entries in its columns, so `s = 0` and `u = ½`: silence neither helps nor harms.

mod access_level;
mod answered;
mod domain;
mod inferred;
mod interest;
mod query;
mod related;
mod resolve;
mod riasec;
mod sector;
mod similar;
mod status;

pub use access_level::{FALL_ABOVE, FALL_BELOW, level_preference};
pub(crate) use answered::{Answered, is_spoken};
pub use query::{Origin, Query};
pub use resolve::unknown_metier;
