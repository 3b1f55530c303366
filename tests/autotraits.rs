//! Every public type can be sent to another thread and shared with it, so that an app may rank on as many as it likes.

#![cfg(all(feature = "json", feature = "toml"))]
#![allow(clippy::disallowed_methods, reason = "a test reads the sources")]

use boussole::catalogue::audit::DoubtfulName;
use boussole::catalogue::audit::{
    Audit, Gap, Implication, LevelCount, PatternGroup, Patterns, PlaceNumbers, ProblemGroup, Relations,
};
use boussole::catalogue::{
    AccessLevel, Catalogue, CatalogueUsed, FicheField, InvalidIdentifier, InvalidRiasec, LabelKind, LettersReport, Loaded,
    LoadedLetters, Metier, Place, Problem, ProblemKind, ReadError, RiasecCode, RiasecLetter, RomeLetters, Section, StudyPath,
    Term, Title, Training, UnknownAccessLevel, UnknownLabel, Vocabulary,
};
use boussole::catalogue::{Interest, MetierId, RomeCode, Sector, Status, TrainingId};
use boussole::catalogue::{NameDoubt, NamedMetier, UnclearName};
use boussole::criteria::{Origin, Query};
use boussole::explanation::{Contribution, Explanation, Points};
use boussole::features::Criterion;
use boussole::features::{FactorError, InterestFactors, UnsuitedFactors};
use boussole::features::{Feature, FeatureMatrix, FeatureModel, FeatureSpace, Row, UnknownCriterion};
use boussole::features::{WordMeaning, WrittenWord};
use boussole::inquiry::{
    Alternative, Argument, Change, Contrast, ContrastTerm, ContributionOfProcessing, Counterfactual, CriterionStability,
    CriterionUsed, DataUsed, Difference, FourItems, Goal, KindOfData, Ladder, MetierStability, Operation, Parameters, Parting,
    RankInterval, Reachability, ReachabilityScope, Reason, RecordedWeights, Replay, ReplayError, Robustness, Rung, Side,
    SourceOfData, Stability, TiedAcross, WeightInterval,
};
use boussole::profile::{
    AnswerField, Answers, Gates, Profile, ProfileBuilder, ProfileError, ProfileFileError, ProfileProblem, Riasec,
    UncheckedProfile,
};
use boussole::profile::{Constraint, ConstraintKind, Portrait};
use boussole::quiz::{
    Answer, Asks, Choice, GivenAnswer, LevelAsked, Likelihood, LikelihoodError, Observation, Order, Progress, Question,
    QuestionKind, QuestionPart, Quiz, QuizError, QuizProblem, Session, SessionError, SetAside, Settings, Stop, Topic, Wording,
};
use boussole::quiz::{SectorChoice, SectorsAsked};
use boussole::random::SplitMix64;
use boussole::ranking::{
    AnswerEffect, Aspect, Cutoff, Diversity, DiversityError, Excluded, Explained, GateReason, Lambda, LambdaError, Loosening,
    Move, Placed, Ranking, Recommendation, Recommender, RecommenderError, Rounded, Standing, Unheard, Worker,
};
use boussole::weights::{Fact, Provenance, Shares, TomlDate, Weights, WeightsError, WeightsOrigin};

/// Fails to compile for a type that is not `Send + Sync`.
macro_rules! are_send_and_sync {
    ($($kind:ty),* $(,)?) => {
        $(const _: () = {
            const fn is_send_and_sync<T: Send + Sync>() {}
            is_send_and_sync::<$kind>();
        };)*
    };
}

are_send_and_sync!(Criterion, Interest, MetierId, RomeCode, Sector, Status, TrainingId);
are_send_and_sync!(SplitMix64);
are_send_and_sync!(Constraint, ConstraintKind, Portrait, SectorChoice, SectorsAsked);
are_send_and_sync!(DoubtfulName, NameDoubt, NamedMetier, UnclearName, WordMeaning, WrittenWord);
are_send_and_sync!(
    AccessLevel,
    Audit,
    Catalogue,
    CatalogueUsed<'_>,
    FicheField,
    Gap,
    Implication,
    InvalidIdentifier,
    InvalidRiasec,
    LabelKind,
    LettersReport,
    LevelCount,
    Loaded,
    LoadedLetters,
    Metier,
    PatternGroup,
    Patterns,
    Place,
    PlaceNumbers,
    Problem,
    ProblemGroup,
    ProblemKind,
    ReadError,
    Relations,
    RiasecCode,
    RiasecLetter,
    RomeLetters,
    Section,
    StudyPath,
    Term,
    Title,
    Training,
    UnknownAccessLevel,
    UnknownLabel,
    Vocabulary
);
are_send_and_sync!(FactorError, InterestFactors, UnsuitedFactors);
are_send_and_sync!(Feature, FeatureMatrix, FeatureModel, FeatureSpace, Row<'_>, UnknownCriterion);
are_send_and_sync!(
    AnswerField,
    Answers,
    Gates,
    Profile,
    ProfileBuilder,
    ProfileError,
    ProfileFileError,
    ProfileProblem,
    Riasec,
    UncheckedProfile<'_>
);
are_send_and_sync!(Fact, Provenance, Shares<'static>, TomlDate, Weights, WeightsError, WeightsOrigin);
are_send_and_sync!(Origin, Query);
are_send_and_sync!(Contribution<'_>, Explanation, Points);
are_send_and_sync!(
    AnswerEffect,
    Aspect,
    Cutoff,
    Diversity,
    DiversityError,
    Excluded,
    Explained,
    GateReason,
    Lambda,
    LambdaError,
    Loosening,
    Move,
    Placed,
    Unheard,
    Ranking,
    Recommendation,
    Recommender,
    RecommenderError,
    Rounded,
    Standing,
    Worker<'_>
);
are_send_and_sync!(
    Alternative,
    Argument<'_>,
    Change,
    Contrast,
    ContrastTerm<'_>,
    ContributionOfProcessing,
    Counterfactual,
    CriterionStability,
    CriterionUsed,
    DataUsed,
    Difference,
    FourItems,
    Goal,
    KindOfData,
    Ladder,
    MetierStability,
    Operation,
    Parameters,
    RankInterval,
    Reachability,
    ReachabilityScope,
    Reason,
    RecordedWeights,
    Replay,
    ReplayError,
    Parting,
    TiedAcross,
    Robustness,
    Rung,
    Side,
    SourceOfData,
    Stability,
    WeightInterval
);
are_send_and_sync!(
    Answer,
    Asks,
    Choice,
    GivenAnswer,
    LevelAsked,
    Likelihood,
    LikelihoodError,
    Observation,
    Order,
    Progress,
    Question,
    QuestionKind,
    QuestionPart,
    Quiz,
    QuizError,
    QuizProblem,
    Session,
    SessionError,
    SetAside,
    Settings,
    Stop,
    Topic,
    Wording
);

/// The types that the `lib.rs` and `mod.rs` files below a folder pass on.
fn public_types(folder: &std::path::Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the sources can be listed") {
        let path = entry.expect("can be listed").path();
        if path.is_dir() {
            public_types(&path, found);
        } else if path.ends_with("lib.rs") || path.ends_with("mod.rs") {
            let text = std::fs::read_to_string(&path).expect("sources are text");
            for export in text.split("\npub use ").skip(1).filter_map(|rest| rest.split(';').next()) {
                let names = export.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let is_type = |name: &&str| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
                found.extend(names.filter(is_type).map(str::to_owned));
            }
        }
    }
}

#[test]
fn no_public_type_is_missing_above() {
    let mut types = Vec::new();
    public_types(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut types);
    let checked: Vec<&str> = include_str!("autotraits.rs").split(|letter: char| !letter.is_alphanumeric()).collect();
    let missing: Vec<&String> = types.iter().filter(|name| !checked.contains(&name.as_str())).collect();
    assert!(100 < types.len() && missing.is_empty(), "{} types, not checked: {missing:?}", types.len());
}
