//! What is true? Facts about a result, each built only by a constructor that returns it when the data satisfy its predicate.
//!
//! No wording stands here, and no sentence is said without a statement behind it.

mod advantage;
mod alternative;
mod interests;
mod known;
mod level;
mod missing;
mod place;
mod reason;
mod stability;
mod way;

pub(crate) use advantage::{Advantage, AdvantageCase, Sheets};
pub(crate) use alternative::{Condition, NoAlternative};
pub(crate) use interests::{CLEAR_ANSWER, MAX_OPEN_LABELS, NotAnswered};
pub(crate) use known::{Known, Share};
pub(crate) use level::{AccessFact, LevelRelation};
pub(crate) use missing::Missing;
pub(crate) use place::{Moved, Tie, TiedGroup, WhyMoved};
pub(crate) use reason::{Check, CheckCase, Holland, Reason, ReasonCase, Shared};
pub(crate) use stability::{MarkedPlaces, SideOfCut, Sureness};
pub(crate) use way::{first_sentence, url};
