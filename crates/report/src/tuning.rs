//! Tuned weights: where they come from, whether the data support them, and what they change.

use boussole::serialize_keys;
use boussole::weights::Provenance;
use boussole_tuning::{FeatureChange, MIN_PAIRS, MIN_STUDENTS, RankMoves, Refusal, StopReason, TuningFit, TuningReport};

use crate::change_picture::{Change, ChangePicture, largest};
use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{POINT_DECIMALS, WEIGHT_DECIMALS, message, values};

/// The schema of the JSON of a [`TuningDocument`].
pub const TUNING_SCHEMA: &str = "boussole/tuning/1";

/// How many characters wide the line is on which the text shows a weight.
const LINE_WIDTH: usize = 32;

/// What tuning found, ready to be written.
#[derive(Debug, Clone)]
pub struct TuningDocument<'a> {
    report: &'a TuningReport,
    provenance: &'a Provenance,
    interests: Option<&'a TuningReport>,
    moves: &'a [RankMoves],
    picture: Option<&'a str>,
}

impl<'a> TuningDocument<'a> {
    /// A document on tuned weights and where they come from.
    pub fn new(report: &'a TuningReport, provenance: &'a Provenance) -> Self {
        Self { report, provenance, interests: None, moves: &[], picture: None }
    }

    /// Adds weights for every interest.
    #[must_use]
    pub fn with_interests(self, interests: Option<&'a TuningReport>) -> Self {
        Self { interests, ..self }
    }

    /// Adds what changes for reference profiles.
    #[must_use]
    pub fn with_moves(self, moves: &'a [RankMoves]) -> Self {
        Self { moves, ..self }
    }

    /// The path of the picture, as the Markdown names it.
    #[must_use]
    pub fn with_picture(self, picture: Option<&'a str>) -> Self {
        Self { picture, ..self }
    }
}

impl TuningDocument<'_> {
    /// Each weight before and after with its stability interval, as one SVG document. Returns `None` when no weights were fitted.
    pub fn svg(&self, voice: Voice) -> Option<String> {
        let changes = changes(self.report.fit.as_ref()?);
        let title = voice.words(message::TUNING_PICTURE_TITLE);
        let legend =
            [message::TUNING_BEFORE, message::TUNING_AFTER, message::TUNING_PICTURE_STABILITY].map(|name| voice.words(name));
        let picture = ChangePicture { title: &title, legend: legend.each_ref().map(String::as_str), changes: &changes };
        Some(picture.svg(voice))
    }
}

serialize_keys!(impl TuningDocument<'_> as this {
    "provenance" => this.provenance,
    "n_equal" => this.report.n_equal,
    "n_capped" => this.report.n_capped,
    "n_unnamed" => this.report.n_unnamed,
    "n_repeated" => this.report.n_repeated,
    "n_left_out" => this.report.n_left_out,
    "remarks" => this.report.remarks,
    "is_accepted" => this.report.is_accepted(),
    "refusals" => this.report.refusals.iter().map(ToString::to_string).collect::<Vec<String>>(),
    "fit" => this.report.fit,
    "interests" if this.interests.is_some() => this.interests,
    "moves" => this.moves,
});

impl Report for TuningDocument<'_> {
    fn document(&self, voice: Voice, form: Form) -> Document {
        let mut document = Document::new(voice.words(message::TUNING_TITLE));
        document = document.with(voice.words(message::TUNING_FACTS), vec![Block::List(self.facts(voice))]);
        document = self.with_verdict(document, voice);
        if let Some(fit) = &self.report.fit {
            document = document.with(voice.words(message::TUNING_WEIGHTS), self.weights(fit, voice, form));
            document = document.with(voice.words(message::TUNING_HELD_OUT), held_out(fit, voice));
        }
        if let Some(interests) = self.interests {
            document = document.with(voice.words(message::TUNING_INTERESTS), interest_blocks(interests, voice, form));
        }
        self.moves.iter().fold(document, |document, moves| {
            let title = voice.words_with(message::TUNING_MOVES, values![profile = moves.profile.as_str()]);
            document.with(title, moved(moves, voice))
        })
    }

    fn json(&self) -> String {
        Versioned::json(TUNING_SCHEMA, self)
    }
}

impl TuningDocument<'_> {
    /// What the weights come from.
    fn facts(&self, voice: Voice) -> Vec<String> {
        let (report, provenance) = (self.report, self.provenance);
        let (pairs, students, data) = (report.n_pairs, report.n_students, provenance.data.as_str());
        let mut facts = vec![voice.words_with(message::TUNING_PAIRS, values![pairs, students, data])];
        let counts = [
            (report.n_equal, message::TUNING_EQUAL),
            (report.n_capped, message::TUNING_CAPPED),
            (report.n_unnamed, message::TUNING_UNNAMED),
            (report.n_repeated, message::TUNING_REPEATED),
            (report.n_left_out, message::TUNING_LEFT_OUT),
            (report.n_simulated, message::TUNING_SIMULATED),
        ];
        let counted = counts.into_iter().filter(|(n, _)| 0 < *n);
        facts.extend(counted.map(|(n, message)| voice.words_with(message, values![n])));
        if let Some(fit) = &report.fit {
            let (lambda, seed) = (voice.marked(fit.cross_validation.lambda().to_string()), report.seed.to_string());
            facts.push(voice.words_with(message::TUNING_SETTINGS, values![lambda, seed]));
            let solver = voice.words(match fit.weights.stop_reason() {
                StopReason::Optimal => message::TUNING_SOLVER_OPTIMAL,
                StopReason::IterationLimit => message::TUNING_SOLVER_ITERATIONS,
                StopReason::FitLimit => message::TUNING_SOLVER_FITS,
            });
            let residual = voice.marked(format!("{:.1e}", fit.weights.residual()));
            facts.push(voice.words_with(message::TUNING_SOLVED, values![solver, residual, fits = fit.weights.n_fits()]));
        }
        let opposed = report.fit.iter().flat_map(|fit| &fit.opposed);
        facts.extend(opposed.map(|opposed| {
            let (name, part) = (opposed.name.as_str(), voice.number(100.0 * opposed.negative_part, 1));
            voice.words_with(message::TUNING_OPPOSED, values![name, part])
        }));
        let version = provenance.version.as_str();
        facts.push(match provenance.date.as_deref() {
            Some(day) => voice.words_with(message::TUNING_VERSION_DATE, values![version, date = day]),
            None => voice.words_with(message::TUNING_VERSION, values![version]),
        });
        facts
    }

    fn with_verdict(&self, document: Document, voice: Voice) -> Document {
        let paragraph = |message| Block::Paragraph(voice.words(message));
        if self.report.is_accepted() {
            return document.with(voice.words(message::TUNING_ACCEPTED_TITLE), vec![paragraph(message::TUNING_ACCEPTED)]);
        }
        let reasons = self.report.refusals.iter().map(|refusal| voice.refusal(refusal)).collect();
        let blocks = vec![paragraph(message::TUNING_REFUSED), Block::List(reasons)];
        document.with(voice.words(message::TUNING_REFUSED_TITLE), blocks)
    }

    fn weights(&self, fit: &TuningFit, voice: Voice, form: Form) -> Vec<Block> {
        let shows = voice.words(message::TUNING_PICTURE);
        let picture = self.picture.map(|path| Block::Picture { path: path.to_owned(), shows });
        let note = Block::Paragraph(voice.words(message::TUNING_INTERVAL_NOTE));
        picture.into_iter().chain([Block::Table(weights_table(fit, voice, form)), note]).collect()
    }
}

/// The part on weights for every interest.
fn interest_blocks(interests: &TuningReport, voice: Voice, form: Form) -> Vec<Block> {
    let note = Block::Paragraph(voice.words(message::TUNING_INTERESTS_NOTE));
    let fitted = interests.fit.iter().flat_map(|fit| [Block::Table(weights_table(fit, voice, form)), improvement(fit, voice)]);
    std::iter::once(note).chain(fitted).collect()
}

fn weights_table(fit: &TuningFit, voice: Voice, form: Form) -> Table {
    let largest = largest(&changes(fit));
    let share = |share: f64| voice.number(share, WEIGHT_DECIMALS);
    let row = |feature: &FeatureChange| {
        let remark = voice.remark(feature);
        let remark = if form == Form::Text { format!("{}  {remark}", line(feature, largest)) } else { remark };
        let interval = voice.interval(feature.stability, share);
        let pairs = feature.n_pairs.to_string();
        vec![feature.name.clone(), share(feature.before), share(feature.after), interval, pairs, remark]
    };
    let columns = [
        message::TUNING_COLUMN_WEIGHT,
        message::TUNING_BEFORE,
        message::TUNING_AFTER,
        message::TUNING_COLUMN_STABILITY,
        message::TUNING_COLUMN_PAIRS,
        message::TUNING_COLUMN_REMARK,
    ];
    Table::new(columns.map(|column| voice.words(column)), fit.features.iter().map(row).collect()).with_remarks()
}

/// The weights as a picture shows them.
fn changes(fit: &TuningFit) -> Vec<Change<'_>> {
    let mut changes = Vec::with_capacity(fit.features.len());
    for FeatureChange { name, before, after, stability, .. } in &fit.features {
        changes.push(Change { name, before: *before, after: *after, interval: Some(*stability) });
    }
    changes
}

/// A weight as a line of characters from 0 to the largest: `─` the interval, `o` before, `●` after.
fn line(feature: &FeatureChange, largest: f64) -> String {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place is between 0 and the width")]
    let place = |share: f64| ((share / largest).clamp(0.0, 1.0) * (LINE_WIDTH - 1) as f64).round() as usize;
    let mut line = ['·'; LINE_WIDTH];
    line[place(feature.stability.lower)..=place(feature.stability.upper)].fill('─');
    line[place(feature.before)] = 'o';
    line[place(feature.after)] = '●';
    line.into_iter().collect()
}

/// How well students that were left out are predicted.
fn held_out(fit: &TuningFit, voice: Voice) -> Vec<Block> {
    let validation = &fit.cross_validation;
    let predictions = [(message::TUNING_DEFAULT, validation.defaults), (message::TUNING_TUNED, validation.tuned())];
    let row = |(name, prediction): (_, boussole_tuning::Prediction)| {
        let [accuracy, log_loss] = predicted(prediction, voice);
        vec![voice.words(name), accuracy, log_loss]
    };
    let columns = [message::TUNING_COLUMN_WEIGHTS, message::TUNING_COLUMN_ACCURACY, message::TUNING_COLUMN_LOG_LOSS];
    let table = Table::new(columns.map(|column| voice.words(column)), predictions.map(row).into());
    vec![Block::Table(table), improvement(fit, voice), Block::Table(lambda_table(fit, voice))]
}

/// Accuracy and log-loss.
fn predicted(prediction: boussole_tuning::Prediction, voice: Voice) -> [String; 2] {
    [voice.number(prediction.accuracy, WEIGHT_DECIMALS), voice.number(prediction.log_loss, POINT_DECIMALS)]
}

fn improvement(fit: &TuningFit, voice: Voice) -> Block {
    let improvement = fit.cross_validation.improvement;
    let [mean, error] = [improvement.mean, improvement.standard_error].map(|number| voice.number(number, POINT_DECIMALS));
    Block::Paragraph(voice.words_with(message::TUNING_IMPROVEMENT, values![mean, error]))
}

fn lambda_table(fit: &TuningFit, voice: Voice) -> Table {
    let rows = fit.cross_validation.scores.iter().enumerate().map(|(place, score)| {
        let [accuracy, log_loss] = predicted(score.held_out, voice);
        let [excess, error] = [score.excess.mean, score.excess.standard_error].map(|number| voice.number(number, POINT_DECIMALS));
        let is_chosen = place == fit.cross_validation.chosen;
        let remark = if is_chosen { voice.words(message::TUNING_CHOSEN) } else { String::new() };
        vec![voice.marked(score.lambda.to_string()), accuracy, log_loss, excess, error, remark]
    });
    let columns = [
        message::TUNING_COLUMN_LAMBDA,
        message::TUNING_COLUMN_ACCURACY,
        message::TUNING_COLUMN_LOG_LOSS,
        message::TUNING_COLUMN_EXCESS,
        message::TUNING_COLUMN_ERROR,
        message::TUNING_COLUMN_REMARK,
    ];
    Table::new(columns.map(|column| voice.words(column)), rows.collect()).with_remarks()
}

/// What changes for one profile.
pub(crate) fn moved(moves: &RankMoves, voice: Voice) -> Vec<Block> {
    let rows = moves.moves.iter().map(|moved| {
        let name = format!("{} ({})", moved.metier.title.heading, moved.metier.id);
        vec![name, moved.after.to_string(), moved.before.to_string()]
    });
    let columns = [message::TUNING_COLUMN_METIER, message::TUNING_COLUMN_RANK, message::TUNING_BEFORE];
    let table = Table::new(columns.map(|column| voice.words(column)), rows.collect());
    let (kept, shown) = (moves.n_kept, moves.moves.len());
    vec![Block::Table(table), Block::Paragraph(voice.words_with(message::TUNING_KEPT, values![kept, shown]))]
}

impl Voice {
    /// What to know about one weight; empty when there is nothing.
    fn remark(self, feature: &FeatureChange) -> String {
        if feature.is_fixed {
            self.words(message::TUNING_REMARK_FIXED)
        } else if feature.is_opposed {
            self.words(message::TUNING_REMARK_OPPOSED)
        } else if feature.n_pairs == 0 {
            self.words(message::TUNING_REMARK_NO_PAIR)
        } else if feature.is_told_apart() {
            String::new()
        } else {
            self.words(message::TUNING_REMARK_NOT_APART)
        }
    }

    /// Why tuned weights are refused.
    fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::TooFewPairs { found } => {
                self.words_with(message::TUNING_TOO_FEW_PAIRS, values![found = *found, needed = MIN_PAIRS])
            }
            Refusal::TooFewStudents { found } => {
                self.words_with(message::TUNING_TOO_FEW_STUDENTS, values![found = *found, needed = MIN_STUDENTS])
            }
            Refusal::NotBetter { improvement } => {
                let mean = self.signed(improvement.mean, POINT_DECIMALS);
                let error = self.number(improvement.standard_error, POINT_DECIMALS);
                self.words_with(message::TUNING_NOT_BETTER, values![mean, error])
            }
            Refusal::SignFlip { name, value, negative_part } => {
                let value = self.signed(*value, WEIGHT_DECIMALS);
                let part = self.number(100.0 * negative_part, 1);
                self.words_with(message::TUNING_SIGN_FLIP, values![name = name.as_str(), value, part])
            }
            Refusal::AllContradicted => self.words(message::TUNING_ALL_CONTRADICTED),
            Refusal::FixedContradicted { names } => {
                self.words_with(message::TUNING_FIXED_CONTRADICTED, values![names = names.join(", ")])
            }
            Refusal::NotConverged { residual } => {
                let residual = self.marked(format!("{residual:.1e}"));
                self.words_with(message::TUNING_NOT_CONVERGED, values![residual])
            }
        }
    }
}
