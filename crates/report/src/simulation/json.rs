//! Simulated quizzes as a JSON document.

use boussole::catalogue::AccessLevel;
use boussole::serialize_keys;
use boussole_evaluation::{Interval, Summary};
use boussole_simulation::{Curve, CurvePoint, Policy, Simulation};
use serde::Serialize;

use super::{COMPARED_AT, SimulationReport, StoppedQuiz, by_level, differences, point_of};

/// The schema of the JSON of a [`SimulationReport`].
pub const SIMULATION_SCHEMA: &str = "boussole/quiz_simulation/1";

serialize_keys!(impl SimulationReport<'_> as this {
    "n_metiers" => this.n_metiers,
    "seed" => this.seed,
    "kinds" => this.simulations.iter().map(|simulation| Summed(this, simulation)).collect::<Vec<_>>(),
});

/// A part of a simulation with the report that sums up its values.
struct Summed<'a, T>(&'a SimulationReport<'a>, &'a T);

/// A mean over students, without their number, which stands beside it.
#[derive(Serialize)]
struct Mean {
    mean: f64,
    interval: Interval,
}

impl Mean {
    fn of(summary: Option<Summary>) -> Option<Self> {
        summary.map(|summary| Self { mean: summary.mean, interval: summary.interval })
    }
}

serialize_keys!(impl Summed<'_, Simulation> as this {
    "kind" => this.1.kind,
    "n_students" => this.1.levels.len(),
    "n_interests" => this.1.n_topics,
    "curves" => this.1.curves.iter().map(|curve| Summed(this.0, curve)).collect::<Vec<_>>(),
    "adaptive_minus_static_at_15" => this.adaptive_minus(Policy::Static),
    "adaptive_minus_random_at_15" => this.adaptive_minus(Policy::Random),
    "all_once" => Recall { recall: Mean::of(this.0.summary(&this.1.all_once)) },
    "all_wordings" => Recall { recall: Mean::of(this.0.summary(&this.1.all_wordings)) },
    "stopped" => this.0.stopped(this.1, &(0..this.1.levels.len()).collect::<Vec<_>>()),
    "whole" => WholeQuiz {
        questions: this.1.whole.n_questions.iter().sum::<f64>() / this.1.levels.len().max(1) as f64,
        recall: Mean::of(this.0.summary(&this.1.whole.hits)),
    },
    "by_access_level" => {
        let level = |(access_level, members): (_, Vec<usize>)| OfLevel { access_level, stopped: this.0.stopped(this.1, &members) };
        by_level(this.1).into_iter().map(level).collect::<Vec<_>>()
    },
});

impl Summed<'_, Simulation> {
    /// The difference of overlap between the adaptive and another policy, student by student.
    fn adaptive_minus(&self, policy: Policy) -> Option<Mean> {
        let [adaptive, other] = [Policy::Adaptive, policy].map(|policy| point_of(self.1, policy, COMPARED_AT));
        Mean::of(self.0.summary(&differences(&adaptive?.overlaps, &other?.overlaps)))
    }
}

serialize_keys!(impl Summed<'_, Curve> as this {
    "policy" => this.1.policy,
    "points" => this.1.points.iter().map(|point| Summed(this.0, point)).collect::<Vec<_>>(),
});

serialize_keys!(impl Summed<'_, CurvePoint> as this {
    "n_questions" => this.1.n_questions,
    "overlap@10" => Mean::of(this.0.summary(&this.1.overlaps)),
    "recall@10" => Mean::of(this.0.summary(&this.1.hits)),
});

#[derive(Serialize)]
struct Recall {
    #[serde(rename = "recall@10")]
    recall: Option<Mean>,
}

/// The whole quiz, with its sectors, studies, statuses and constraints.
#[derive(Serialize)]
struct WholeQuiz {
    questions: f64,
    #[serde(rename = "recall@10")]
    recall: Option<Mean>,
}

#[derive(Serialize)]
struct OfLevel {
    access_level: Option<AccessLevel>,
    #[serde(flatten)]
    stopped: StoppedQuiz,
}

#[derive(Serialize)]
struct Questions {
    mean: f64,
    p10: f64,
    p90: f64,
}

serialize_keys!(impl StoppedQuiz as this {
    "n_students" => this.n_students,
    "questions" => Questions { mean: this.questions, p10: this.tenths[0], p90: this.tenths[1] },
    "overlap@10" => Mean::of(this.overlap),
    "recall@10" => Mean::of(this.recall),
    "noticed" => this.noticed,
});
