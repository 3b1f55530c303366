//! What if, and why not? Questions about rankings that no single ranking answers.

mod change;
mod combinations;
mod contrast;
mod ladder;
mod reachability;
mod record;
mod rerank;
mod parting;
mod counterfactual;
mod stability;

pub use change::{ANSWER_SCALE, Change};
pub use contrast::{Argument, Contrast, ContrastTerm, Reason, Side, contrast};
pub use counterfactual::{Alternative, Counterfactual, Goal, counterfactual};
pub use ladder::{Ladder, Rung, ladder};
pub use parting::{Parting, TiedAcross, tied_across};
pub use reachability::{MAX_REACHABILITY_SCORES, Reachability, ReachabilityScope, reachability};
pub use record::{ContributionOfProcessing, CriterionUsed, DataUsed, FourItems, KindOfData, Operation, Parameters, SourceOfData};
#[cfg(feature = "json")]
pub use record::{Difference, RecordedWeights, Replay, ReplayError, record, replay};
pub use stability::{
    CriterionStability, MetierStability, N_DRAWS, RankInterval, Robustness, Stability, WeightInterval, metier_stability,
    stability,
};
