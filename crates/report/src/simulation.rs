//! Simulated quizzes: how near each way of asking comes to the full questionnaire, and how often it finds the hidden métier.

mod json;

use std::num::NonZeroUsize;

use boussole::catalogue::AccessLevel;
use boussole_evaluation::{Resampling, Summary, mean, quantile, summarize};
use boussole_simulation::{Curve, CurvePoint, Policy, Simulation, StudentKind};

use crate::render::{Block, Cell, Document, Form, Table};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{message, values};

pub use json::SIMULATION_SCHEMA;

/// How many decimals means have: intervals are about .02 wide.
const DECIMALS: usize = 3;

/// How often intervals are resampled: enough to settle the second decimal.
const N_SAMPLES: NonZeroUsize = NonZeroUsize::new(1000).expect("1 000 > 0");

/// After how many questions the policies are compared.
const COMPARED_AT: usize = 15;

/// Simulations of several kinds of students, the most usual first, ready to be written.
#[derive(Debug, Clone)]
pub struct SimulationReport<'a> {
    simulations: &'a [Simulation],
    n_metiers: usize,
    seed: u64,
    resampling: Resampling,
}

impl<'a> SimulationReport<'a> {
    /// A report on simulations over a catalogue of so many métiers. The seed draws the students and the intervals.
    pub fn new(simulations: &'a [Simulation], n_metiers: usize, seed: u64) -> Self {
        Self { simulations, n_metiers, seed, resampling: Resampling { seed, n_samples: N_SAMPLES } }
    }

    pub(crate) fn first(&self) -> Option<&'a Simulation> {
        self.simulations.first()
    }

    pub(crate) fn summary(&self, values: &[f64]) -> Option<Summary> {
        summarize(values, &self.resampling)
    }

    /// What came of the quiz with its rule for stopping, for some of the students.
    fn stopped(&self, simulation: &Simulation, members: &[usize]) -> StoppedQuiz {
        let of = |values: &[f64]| -> Vec<f64> { members.iter().map(|member| values[*member]).collect() };
        let n_questions = of(&simulation.stopped.n_questions);
        StoppedQuiz {
            n_students: members.len(),
            questions: mean(&n_questions),
            tenths: outer_tenths(&n_questions),
            overlap: self.summary(&of(&simulation.stopped.overlaps)),
            recall: self.summary(&of(&simulation.stopped.hits)),
            noticed: mean(&of(&simulation.stopped.noticed)),
        }
    }
}

/// What came of quizzes that stopped by their rule.
struct StoppedQuiz {
    n_students: usize,
    /// Questions on average, and what a tenth of the students does not reach and a tenth exceeds.
    questions: f64,
    tenths: [f64; 2],
    overlap: Option<Summary>,
    recall: Option<Summary>,
    /// Observations per student.
    noticed: f64,
}

impl Report for SimulationReport<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let document = Document::new(voice.words(message::SIMULATION_TITLE));
        let document = document.with(voice.words(message::SIMULATION_STUDENTS), self.students(voice));
        let Some(first) = self.first() else { return document };
        let overlaps = self.curve_table(&first.curves, |point| &point.overlaps, voice);
        let tables = [
            (message::SIMULATION_OVERLAPS, overlaps),
            (message::SIMULATION_DIFFERENCES, self.differences(first, voice)),
            (message::SIMULATION_HITS, self.hits(first, voice)),
            (message::SIMULATION_BY_LEVEL, self.by_level(first, voice)),
            (message::SIMULATION_BY_KIND, self.by_kind(voice)),
        ];
        let with = |document: Document, (title, table)| document.with(voice.words(title), vec![Block::Table(table)]);
        tables.into_iter().fold(document, with)
    }

    fn json(&self) -> String {
        Versioned::json(SIMULATION_SCHEMA, self)
    }
}

impl SimulationReport<'_> {
    /// What was simulated.
    fn students(&self, voice: Voice) -> Vec<Block> {
        let (metiers, interests) = (self.n_metiers, self.first().map_or(0, |simulation| simulation.n_topics));
        let kinds = self.simulations.iter().map(|simulation| {
            let (n, kind) = (simulation.levels.len(), voice.student_kind(simulation.kind));
            voice.words_with(message::SIMULATION_N_STUDENTS, values![n, kind])
        });
        let (seed, students) = (self.seed.to_string(), kinds.collect::<Vec<_>>().join(", "));
        let told = voice.words_with(message::SIMULATION_WHAT, values![metiers, interests, seed, students]);
        Block::paragraphs([told, voice.words(message::SIMULATION_LIMIT), voice.words(message::SIMULATION_INTERVALS)])
    }

    /// A mean with its 95 % interval, for a cell.
    fn cell(&self, values: &[f64], voice: Voice) -> String {
        summarised(self.summary(values), voice)
    }

    /// One row per checkpoint, one column per policy.
    fn curve_table(&self, curves: &[Curve], values: fn(&CurvePoint) -> &[f64], voice: Voice) -> Table {
        let longest = curves.iter().map(|curve| &curve.points).max_by_key(|points| points.len());
        let rows = longest.into_iter().flatten().map(|point| {
            let cell = |curve: &Curve| {
                let here = curve.points.iter().find(|other| other.n_questions == point.n_questions);
                here.map_or_else(String::new, |point| self.cell(values(point), voice))
            };
            std::iter::once(point.n_questions.to_string()).chain(curves.iter().map(cell)).collect()
        });
        let questions = voice.words(message::SIMULATION_QUESTIONS);
        let columns = std::iter::once(questions).chain(curves.iter().map(|curve| voice.policy(curve.policy)));
        Table::new(columns, rows.collect())
    }

    fn differences(&self, simulation: &Simulation, voice: Voice) -> Table {
        let adaptive = curve(simulation, Policy::Adaptive).map_or(&[][..], |curve| &curve.points);
        let rows = adaptive.iter().map(|point| {
            let cell = |policy| {
                let other = point_of(simulation, policy, point.n_questions).map(|other| &other.overlaps);
                other.map_or_else(String::new, |other| self.cell(&differences(&point.overlaps, other), voice))
            };
            vec![point.n_questions.to_string(), cell(Policy::Static), cell(Policy::Random)]
        });
        let columns = [message::SIMULATION_QUESTIONS, message::SIMULATION_MINUS_STATIC, message::SIMULATION_MINUS_RANDOM];
        Table::new(columns.map(|column| voice.words(column)), rows.collect())
    }

    /// The curve of recall, and what asking everything or stopping by the rule reaches.
    fn hits(&self, simulation: &Simulation, voice: Voice) -> Table {
        let stopped = &simulation.stopped;
        let n_stopped = voice.number(mean(&stopped.n_questions), 1);
        let n_whole = voice.number(mean(&simulation.whole.n_questions), 1);
        let rows = [
            (voice.words_with(message::SIMULATION_ALL_ONCE, values![n = simulation.n_topics]), &simulation.all_once),
            (voice.words(message::SIMULATION_ALL_WORDINGS), &simulation.all_wordings),
            (voice.words_with(message::SIMULATION_STOPPED, values![n = n_stopped]), &stopped.hits),
            (voice.words_with(message::SIMULATION_WHOLE, values![n = n_whole]), &simulation.whole.hits),
        ];
        let n_columns = 1 + simulation.curves.len();
        let row = |(name, values): (String, &Vec<f64>)| {
            let cells = [name, self.cell(values, voice)].into_iter().chain(std::iter::repeat(String::new()));
            cells.take(n_columns).map(Cell::Text).collect()
        };
        self.curve_table(&simulation.curves, |point| &point.hits, voice).group(rows.map(row).into())
    }

    fn by_level(&self, simulation: &Simulation, voice: Voice) -> Table {
        let rows = by_level(simulation).into_iter().map(|(level, members)| {
            let name = level.map_or_else(|| voice.words(message::SIMULATION_NO_LEVEL), |level| level.label().to_owned());
            stopped_row(name, &self.stopped(simulation, &members), voice)
        });
        Table::new(stopped_columns(message::SIMULATION_COLUMN_LEVEL, voice), rows.collect())
    }

    fn by_kind(&self, voice: Voice) -> Table {
        let compared = [Policy::Adaptive, Policy::Static, Policy::Random];
        let rows = self.simulations.iter().map(|simulation| {
            let everyone: Vec<usize> = (0..simulation.levels.len()).collect();
            let stopped = self.stopped(simulation, &everyone);
            let mut row = stopped_row(voice.student_kind(simulation.kind), &stopped, voice);
            row.push(self.cell(&simulation.all_once, voice));
            row.extend(compared.map(|policy| {
                let point = point_of(simulation, policy, COMPARED_AT);
                point.map_or_else(String::new, |point| voice.number(mean(&point.overlaps), DECIMALS))
            }));
            row
        });
        let columns = stopped_columns(message::SIMULATION_COLUMN_KIND, voice).into_iter();
        let columns = columns.chain([voice.words(message::SIMULATION_COLUMN_ALL_ONCE)]);
        Table::new(columns.chain(compared.map(|policy| voice.policy(policy))), rows.collect())
    }
}

fn stopped_columns(first: message::Message, voice: Voice) -> Vec<String> {
    let others = [
        message::SIMULATION_COLUMN_STUDENTS,
        message::SIMULATION_QUESTIONS,
        message::SIMULATION_COLUMN_P10,
        message::SIMULATION_COLUMN_P90,
        message::SIMULATION_COLUMN_OVERLAP,
        message::SIMULATION_COLUMN_RECALL,
    ];
    std::iter::once(first).chain(others).map(|column| voice.words(column)).collect()
}

/// Questions needed, overlap and recall.
fn stopped_row(name: String, stopped: &StoppedQuiz, voice: Voice) -> Vec<String> {
    let [p10, p90] = stopped.tenths.map(|tenth| voice.number(tenth, 0));
    let (n, questions) = (stopped.n_students.to_string(), voice.number(stopped.questions, 1));
    vec![name, n, questions, p10, p90, summarised(stopped.overlap, voice), summarised(stopped.recall, voice)]
}

fn summarised(summary: Option<Summary>, voice: Voice) -> String {
    let number = |value: f64| voice.number(value, DECIMALS);
    let told = |summary: Summary| format!("{} {}", number(summary.mean), voice.interval(summary.interval, number));
    summary.map_or_else(String::new, told)
}

impl Voice {
    /// The name of a kind of students.
    fn student_kind(self, kind: StudentKind) -> String {
        self.words(match kind {
            StudentKind::Typical => message::SIMULATION_TYPICAL,
            StudentKind::Family => message::SIMULATION_FAMILY,
            StudentKind::Consistent => message::SIMULATION_CONSISTENT,
            StudentKind::Hesitant => message::SIMULATION_HESITANT,
            StudentKind::Agreeable => message::SIMULATION_AGREEABLE,
            StudentKind::Noisy => message::SIMULATION_NOISY,
        })
    }

    /// The name of a way of asking.
    pub(crate) fn policy(self, policy: Policy) -> String {
        self.words(match policy {
            Policy::Adaptive => message::SIMULATION_ADAPTIVE,
            Policy::AdaptiveTwice => message::SIMULATION_ADAPTIVE_TWICE,
            Policy::Static => message::SIMULATION_STATIC,
            Policy::Random => message::SIMULATION_RANDOM,
        })
    }
}

/// The curve of a policy.
fn curve(simulation: &Simulation, policy: Policy) -> Option<&Curve> {
    simulation.curves.iter().find(|curve| curve.policy == policy)
}

fn point_of(simulation: &Simulation, policy: Policy, n_questions: usize) -> Option<&CurvePoint> {
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

/// What a tenth of the values does not reach, and what a tenth exceeds; 0 for no value.
fn outer_tenths(values: &[f64]) -> [f64; 2] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    [0.1, 0.9].map(|level| quantile(&sorted, level).unwrap_or_default())
}
