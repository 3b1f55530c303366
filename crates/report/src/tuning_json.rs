//! Tuned weights as one JSON document.

use serde::Serialize;

use super::tuning::TuningDocument;
use super::versioned::pretty;
use boussole::catalogue::MetierId;
use boussole::weights::Provenance;
use boussole_tuning::{MeanOverStudents, Prediction, RankMoves, StopReason, TuningFit, TuningReport};

/// The schema of [`TuningDocument::json`].
pub const TUNING_SCHEMA: &str = "boussole/tuning/1";

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    provenance: &'a Provenance,
    n_equal: usize,
    n_capped: usize,
    n_unnamed: usize,
    #[serde(flatten)]
    result: ResultJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interests: Option<ResultJson<'a>>,
    moves: Vec<MovesJson<'a>>,
}

#[derive(Serialize)]
struct ResultJson<'a> {
    is_accepted: bool,
    refusals: Vec<String>,
    fit: Option<FitJson<'a>>,
}

#[derive(Serialize)]
struct FitJson<'a> {
    lambda: f64,
    weights: Vec<WeightJson<'a>>,
    held_out: HeldOutJson,
    lambdas: Vec<LambdaJson>,
    solver: SolverJson,
}

#[derive(Serialize)]
struct WeightJson<'a> {
    name: &'a str,
    before: f64,
    after: f64,
    stability: [f64; 2],
    fitted: f64,
    n_pairs: usize,
    is_fixed: bool,
    is_told_apart: bool,
}

#[derive(Serialize)]
struct HeldOutJson {
    default: PredictionJson,
    tuned: PredictionJson,
    improvement: MeanJson,
}

#[derive(Serialize)]
struct PredictionJson {
    accuracy: f64,
    log_loss: f64,
}

#[derive(Serialize)]
struct MeanJson {
    mean: f64,
    standard_error: f64,
}

#[derive(Serialize)]
struct LambdaJson {
    lambda: f64,
    #[serde(flatten)]
    held_out: PredictionJson,
    excess: MeanJson,
}

#[derive(Serialize)]
struct SolverJson {
    stop_reason: &'static str,
    n_fits: usize,
    residual: f64,
}

#[derive(Serialize)]
struct MovesJson<'a> {
    profile: &'a str,
    n_kept: usize,
    metiers: Vec<MoveJson<'a>>,
}

#[derive(Serialize)]
struct MoveJson<'a> {
    id: &'a MetierId,
    rank: usize,
    before: usize,
}

impl TuningDocument<'_> {
    /// The document as JSON, schema [`TUNING_SCHEMA`].
    pub fn json(&self) -> String {
        pretty(&Document {
            schema: TUNING_SCHEMA,
            provenance: self.provenance,
            n_equal: self.report.n_equal,
            n_capped: self.report.n_capped,
            n_unnamed: self.report.n_unnamed,
            result: result(self.report),
            interests: self.interests.map(result),
            moves: self.moves.iter().map(moves).collect(),
        })
    }
}

fn result(report: &TuningReport) -> ResultJson<'_> {
    ResultJson {
        is_accepted: report.is_accepted(),
        refusals: report.refusals.iter().map(ToString::to_string).collect(),
        fit: report.fit.as_ref().map(fit_json),
    }
}

fn fit_json(fit: &TuningFit) -> FitJson<'_> {
    let weights = fit.features.iter().zip(fit.weights.values()).map(|(feature, fitted)| WeightJson {
        name: &feature.name,
        before: feature.before,
        after: feature.after,
        stability: [feature.stability.lower, feature.stability.upper],
        fitted: *fitted,
        n_pairs: feature.n_pairs,
        is_fixed: feature.is_fixed,
        is_told_apart: feature.is_told_apart(),
    });
    let validation = &fit.cross_validation;
    let lambdas = validation.scores.iter().map(|score| LambdaJson {
        lambda: score.lambda,
        held_out: prediction(score.held_out),
        excess: mean(score.excess),
    });
    FitJson {
        lambda: validation.lambda(),
        weights: weights.collect(),
        held_out: HeldOutJson {
            default: prediction(validation.defaults),
            tuned: prediction(validation.tuned()),
            improvement: mean(validation.improvement),
        },
        lambdas: lambdas.collect(),
        solver: SolverJson {
            stop_reason: match fit.weights.stop_reason() {
                StopReason::Optimal => "optimal",
                StopReason::IterationLimit => "iteration_limit",
                StopReason::FitLimit => "fit_limit",
            },
            n_fits: fit.weights.n_fits(),
            residual: fit.weights.residual(),
        },
    }
}

fn prediction(prediction: Prediction) -> PredictionJson {
    PredictionJson { accuracy: prediction.accuracy, log_loss: prediction.log_loss }
}

fn mean(mean: MeanOverStudents) -> MeanJson {
    MeanJson { mean: mean.mean, standard_error: mean.standard_error }
}

fn moves(moves: &RankMoves) -> MovesJson<'_> {
    let metiers = moves.moves.iter().map(|moved| MoveJson { id: &moved.metier.id, rank: moved.after, before: moved.before });
    MovesJson { profile: &moves.profile, n_kept: moves.n_kept, metiers: metiers.collect() }
}
