//! Simulations of the quiz as text, Markdown and JSON, in English, for those who measure.

use super::evaluation::Table;
use boussole::catalogue::AccessLevel;
use boussole_evaluation::{Resampling, Summary, mean, quantile, summarize};
use boussole_simulation::{Curve, CurvePoint, Policy, Simulation};

/// Simulations of several kinds of students, the most usual first, ready to be written.
#[derive(Debug, Clone)]
pub struct SimulationReport<'a> {
    simulations: &'a [Simulation],
    n_metiers: usize,
    seed: u64,
    resampling: Resampling,
}

/// What a table of the report tells, in front of it.
const NOTES: [&str; 5] = [
    "Overlap@10 with the full questionnaire (each interest once; adaptive_twice: every wording), ties in expectation",
    "Differences of overlap@10, student by student",
    "R@10 of the hidden métier, ties in expectation",
    "The quiz with its rule for stopping, by access level of the hidden métier",
    "The quiz with its rule for stopping, by kind of student; overlap@10 at 15 questions asked once",
];

/// How often intervals are resampled: enough to settle the second decimal.
const N_SAMPLES: std::num::NonZeroUsize = std::num::NonZeroUsize::new(1000).expect("1 000 > 0");

/// Where the policies are compared.
pub(super) const COMPARED_AT: usize = 15;

impl<'a> SimulationReport<'a> {
    /// A report on simulations over a catalogue of so many métiers. The seed draws the students and the intervals.
    pub fn new(simulations: &'a [Simulation], n_metiers: usize, seed: u64) -> Self {
        Self { simulations, n_metiers, seed, resampling: Resampling { seed, n_samples: N_SAMPLES } }
    }

    pub(super) fn first(&self) -> Option<&'a Simulation> {
        self.simulations.first()
    }

    pub(super) fn summary(&self, values: &[f64]) -> Option<Summary> {
        summarize(values, &self.resampling)
    }

    /// A mean with its 95 % interval, for a cell.
    fn cell(&self, values: &[f64]) -> String {
        self.summary(values).map_or_else(String::new, |summary| {
            format!("{:.3} [{:.3}, {:.3}]", summary.mean, summary.interval.lower, summary.interval.upper)
        })
    }

    /// A sentence on what was simulated.
    fn heading(&self) -> String {
        let n = |simulation: &Simulation| format!("{} {}", simulation.levels.len(), simulation.kind.name());
        let students: Vec<String> = self.simulations.iter().map(n).collect();
        let n_topics = self.first().map_or(0, |simulation| simulation.n_topics);
        format!(
            "Quiz on {} métiers and {n_topics} interests, simulated students (seed {}): {}.\n\
             Recovery of a known métier under a model of students, scored by interests alone: no evidence about real students.\n\
             Means with 95 % intervals.",
            self.n_metiers,
            self.seed,
            students.join(", ")
        )
    }

    fn tables(&self) -> Vec<Table> {
        let Some(first) = self.first() else { return Vec::new() };
        let curves = |values: fn(&CurvePoint) -> &[f64]| self.curve_table(&first.curves, values);
        let mut hits = curves(|point| &point.hits);
        for (name, n, values) in [
            ("all once", first.n_topics.to_string(), &first.all_once),
            ("all wordings", "all".to_owned(), &first.all_wordings),
            ("stopped", format!("{:.1}", mean(&first.stopped.n_questions)), &first.stopped.hits),
        ] {
            let mut row = vec![format!("{n} ({name})"), self.cell(values)];
            row.resize(hits.head.len(), String::new());
            hits.rows.push(row);
        }
        vec![curves(|point| &point.overlaps), self.difference_table(first), hits, self.level_table(first), self.kind_table()]
    }

    /// One row a checkpoint, one column a policy.
    fn curve_table(&self, curves: &[Curve], values: fn(&CurvePoint) -> &[f64]) -> Table {
        let head: Vec<&str> = std::iter::once("questions").chain(curves.iter().map(|curve| curve.policy.name())).collect();
        let mut table = Table::new(&head);
        let longest = curves.iter().map(|curve| &curve.points).max_by_key(|points| points.len());
        for n_questions in longest.into_iter().flatten().map(|point| point.n_questions) {
            let cell = |curve: &Curve| {
                let point = curve.points.iter().find(|point| point.n_questions == n_questions);
                point.map_or_else(String::new, |point| self.cell(values(point)))
            };
            table.rows.push(std::iter::once(n_questions.to_string()).chain(curves.iter().map(cell)).collect());
        }
        table
    }

    fn difference_table(&self, simulation: &Simulation) -> Table {
        let mut table = Table::new(&["questions", "adaptive - static", "adaptive - random"]);
        let Some(adaptive) = curve(simulation, Policy::Adaptive) else { return table };
        for point in &adaptive.points {
            let cell = |policy| {
                let other = points(simulation, policy, point.n_questions).map(|other| &other.overlaps);
                other.map_or_else(String::new, |other| self.cell(&differences(&point.overlaps, other)))
            };
            table.rows.push(vec![point.n_questions.to_string(), cell(Policy::Static), cell(Policy::Random)]);
        }
        table
    }

    fn level_table(&self, simulation: &Simulation) -> Table {
        let mut table = Table::new(&["level", "students", "questions", "p10", "p90", "overlap@10", "R@10"]);
        for (level, members) in by_level(simulation) {
            let name = level.map_or("none given", AccessLevel::label);
            table.rows.push(self.stopped_row(name, simulation, &members));
        }
        table
    }

    fn kind_table(&self) -> Table {
        let mut table = Table::new(&[
            "kind",
            "students",
            "questions",
            "p10",
            "p90",
            "overlap@10",
            "R@10",
            "R@10 all once",
            "adaptive",
            "static",
            "random",
        ]);
        for simulation in self.simulations {
            let everyone: Vec<usize> = (0..simulation.levels.len()).collect();
            let mut row = self.stopped_row(simulation.kind.name(), simulation, &everyone);
            row.push(self.cell(&simulation.all_once));
            for policy in [Policy::Adaptive, Policy::Static, Policy::Random] {
                let point = points(simulation, policy, COMPARED_AT);
                row.push(point.map_or_else(String::new, |point| format!("{:.3}", mean(&point.overlaps))));
            }
            table.rows.push(row);
        }
        table
    }

    /// Questions needed, overlap and recall of some students.
    fn stopped_row(&self, name: &str, simulation: &Simulation, members: &[usize]) -> Vec<String> {
        let of = |values: &[f64]| -> Vec<f64> { members.iter().map(|member| values[*member]).collect() };
        let n_questions = of(&simulation.stopped.n_questions);
        let [p10, p90] = outer_tenths(&n_questions);
        vec![
            name.to_owned(),
            members.len().to_string(),
            format!("{:.1}", mean(&n_questions)),
            format!("{p10:.0}"),
            format!("{p90:.0}"),
            self.cell(&of(&simulation.stopped.overlaps)),
            self.cell(&of(&simulation.stopped.hits)),
        ]
    }

    /// The report as aligned columns.
    pub fn text(&self) -> String {
        let tables = self.tables();
        let parts = NOTES.iter().zip(&tables).map(|(note, table)| format!("\n{note}\n\n{}", table.text()));
        format!("{}\n{}", self.heading(), parts.collect::<Vec<_>>().concat())
    }

    /// The report as Markdown.
    pub fn markdown(&self) -> String {
        let tables = self.tables();
        let parts = NOTES.iter().zip(&tables).map(|(note, table)| format!("\n## {note}\n\n{}", table.markdown()));
        format!("# Simulation of the quiz\n\n{}\n{}", self.heading(), parts.collect::<Vec<_>>().concat())
    }
}

/// The curve of a policy.
pub(super) fn curve(simulation: &Simulation, policy: Policy) -> Option<&Curve> {
    simulation.curves.iter().find(|curve| curve.policy == policy)
}

fn points(simulation: &Simulation, policy: Policy, n_questions: usize) -> Option<&CurvePoint> {
    curve(simulation, policy)?.points.iter().find(|point| point.n_questions == n_questions)
}

fn differences(left: &[f64], right: &[f64]) -> Vec<f64> {
    left.iter().zip(right).map(|(left, right)| left - right).collect()
}

/// The numbers of the students by the access level of their hidden métier, lowest first, those without a level at the end.
fn by_level(simulation: &Simulation) -> Vec<(Option<AccessLevel>, Vec<usize>)> {
    let levels = AccessLevel::ALL.map(Some).into_iter().chain([None]);
    let members = |level: Option<AccessLevel>| -> Vec<usize> {
        (0..simulation.levels.len()).filter(|student| simulation.levels[*student] == level).collect()
    };
    levels.map(|level| (level, members(level))).filter(|(_, members)| !members.is_empty()).collect()
}

/// What a tenth of the values do not reach, and what a tenth exceed; 0 for no value.
fn outer_tenths(values: &[f64]) -> [f64; 2] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    [0.1, 0.9].map(|level| quantile(&sorted, level).unwrap_or_default())
}

mod json {
    //! The JSON form, schema `boussole/quiz_simulation/1`.

    use serde::Serialize;

    use super::{COMPARED_AT, SimulationReport, by_level, differences, outer_tenths, points};
    use boussole::catalogue::AccessLevel;
    use boussole_evaluation::mean;
    use boussole_simulation::{Policy, Simulation, StudentKind};

    const SCHEMA: &str = "boussole/quiz_simulation/1";

    #[derive(Serialize)]
    struct Document {
        schema: &'static str,
        n_metiers: usize,
        seed: u64,
        kinds: Vec<KindJson>,
    }

    #[derive(Serialize)]
    struct KindJson {
        kind: StudentKind,
        n_students: usize,
        n_interests: usize,
        curves: Vec<CurveJson>,
        adaptive_minus_static_at_15: Option<MeanJson>,
        adaptive_minus_random_at_15: Option<MeanJson>,
        all_once: AllJson,
        all_wordings: AllJson,
        stopped: StoppedJson,
        by_access_level: Vec<LevelJson>,
    }

    #[derive(Serialize)]
    struct CurveJson {
        policy: Policy,
        points: Vec<PointJson>,
    }

    #[derive(Serialize)]
    struct PointJson {
        n_questions: usize,
        #[serde(rename = "overlap@10")]
        overlap: Option<MeanJson>,
        #[serde(rename = "recall@10")]
        recall: Option<MeanJson>,
    }

    #[derive(Serialize)]
    struct AllJson {
        #[serde(rename = "recall@10")]
        recall: Option<MeanJson>,
    }

    #[derive(Serialize)]
    struct LevelJson {
        access_level: Option<AccessLevel>,
        #[serde(flatten)]
        stopped: StoppedJson,
    }

    #[derive(Serialize)]
    struct StoppedJson {
        n_students: usize,
        questions: QuestionsJson,
        #[serde(rename = "overlap@10")]
        overlap: Option<MeanJson>,
        #[serde(rename = "recall@10")]
        recall: Option<MeanJson>,
        noticed: f64,
    }

    #[derive(Serialize)]
    struct QuestionsJson {
        mean: f64,
        p10: f64,
        p90: f64,
    }

    #[derive(Serialize)]
    struct MeanJson {
        mean: f64,
        interval: [f64; 2],
    }

    impl SimulationReport<'_> {
        /// The report as one JSON document.
        pub fn json(&self) -> String {
            let kinds = self.simulations.iter().map(|simulation| self.kind(simulation)).collect();
            crate::versioned::pretty(&Document { schema: SCHEMA, n_metiers: self.n_metiers, seed: self.seed, kinds })
        }

        fn mean(&self, values: &[f64]) -> Option<MeanJson> {
            let summary = self.summary(values)?;
            Some(MeanJson { mean: summary.mean, interval: [summary.interval.lower, summary.interval.upper] })
        }

        fn kind(&self, simulation: &Simulation) -> KindJson {
            let everyone: Vec<usize> = (0..simulation.levels.len()).collect();
            let against = |policy| {
                let [adaptive, other] = [Policy::Adaptive, policy].map(|policy| points(simulation, policy, COMPARED_AT));
                self.mean(&differences(&adaptive?.overlaps, &other?.overlaps))
            };
            let curves = simulation.curves.iter().map(|curve| {
                let points = curve.points.iter().map(|point| PointJson {
                    n_questions: point.n_questions,
                    overlap: self.mean(&point.overlaps),
                    recall: self.mean(&point.hits),
                });
                CurveJson { policy: curve.policy, points: points.collect() }
            });
            let by_access_level = by_level(simulation).into_iter();
            let level = |(access_level, members): (_, Vec<usize>)| LevelJson {
                access_level,
                stopped: self.stopped(simulation, &members),
            };
            KindJson {
                kind: simulation.kind,
                n_students: simulation.levels.len(),
                n_interests: simulation.n_topics,
                curves: curves.collect(),
                adaptive_minus_static_at_15: against(Policy::Static),
                adaptive_minus_random_at_15: against(Policy::Random),
                all_once: AllJson { recall: self.mean(&simulation.all_once) },
                all_wordings: AllJson { recall: self.mean(&simulation.all_wordings) },
                stopped: self.stopped(simulation, &everyone),
                by_access_level: by_access_level.map(level).collect(),
            }
        }

        fn stopped(&self, simulation: &Simulation, members: &[usize]) -> StoppedJson {
            let of = |values: &[f64]| -> Vec<f64> { members.iter().map(|member| values[*member]).collect() };
            let n_questions = of(&simulation.stopped.n_questions);
            let [p10, p90] = outer_tenths(&n_questions);
            StoppedJson {
                n_students: members.len(),
                questions: QuestionsJson { mean: mean(&n_questions), p10, p90 },
                overlap: self.mean(&of(&simulation.stopped.overlaps)),
                recall: self.mean(&of(&simulation.stopped.hits)),
                noticed: mean(&of(&simulation.stopped.noticed)),
            }
        }
    }
}
