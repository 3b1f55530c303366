//! Tuned weights as text and Markdown, in English, for those who measure.

use std::fmt::Write;

use super::evaluation::Table;
use boussole::weights::Provenance;
use boussole_tuning::{FeatureChange, RankMoves, StopReason, TuningFit, TuningReport};

/// How many characters wide the line is on which the text shows a weight.
const LINE_WIDTH: usize = 32;

/// What tuning found, ready to be written.
#[derive(Debug, Clone)]
pub struct TuningDocument<'a> {
    pub(super) report: &'a TuningReport,
    pub(super) provenance: &'a Provenance,
    pub(super) interests: Option<&'a TuningReport>,
    pub(super) moves: &'a [RankMoves],
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

    /// The document as aligned columns.
    pub fn text(&self) -> String {
        self.write(&Style { is_markdown: false })
    }

    /// The document as Markdown.
    pub fn markdown(&self) -> String {
        self.write(&Style { is_markdown: true })
    }

    fn write(&self, style: &Style) -> String {
        let mut out = style.title("Weights tuned from preferences");
        out.push_str(&style.list(&self.facts()));
        out.push_str(&self.verdict(style));
        if let Some(fit) = &self.report.fit {
            out.push_str(&style.heading("Weights before and after"));
            if let Some(picture) = self.picture.filter(|_| style.is_markdown) {
                writeln!(out, "![Each weight before and after tuning, with its stability interval]({picture})\n").expect(WRITES);
            }
            out.push_str(&style.table(&weights_table(fit, style)));
            writeln!(out, "\n{INTERVAL_NOTE}\n").expect(WRITES);
            out.push_str(&style.heading("Students that were left out"));
            out.push_str(&style.table(&held_out_table(fit)));
            writeln!(out, "\n{}\n", improvement(fit)).expect(WRITES);
            out.push_str(&style.table(&lambda_table(fit)));
            out.push('\n');
        }
        if let Some(interests) = self.interests {
            out.push_str(&interest_part(interests, style));
        }
        for moves in self.moves {
            out.push_str(&style.heading(&format!("What changes for {}", moves.profile)));
            out.push_str(&style.table(&moves_table(moves)));
            let n_shown = moves.moves.len();
            writeln!(out, "\n{} of the first {n_shown} were among the first {n_shown} before.\n", moves.n_kept).expect(WRITES);
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// What the weights come from, a line each.
    fn facts(&self) -> Vec<String> {
        let (report, provenance) = (self.report, self.provenance);
        let mut facts = vec![format!("{} pairs of {} students, data {}", report.n_pairs, report.n_students, provenance.data)];
        let counts = [
            (report.n_equal, "pairs left out: their two sides have equal values"),
            (report.n_capped, "pairs left out: beyond the most that one student may have"),
            (report.n_unnamed, "pairs do not name a student: equal profiles are taken for one student's"),
            (report.n_simulated, "pairs of the data were made by a simulator: these are no weights for real students"),
        ];
        facts.extend(counts.into_iter().filter(|(n, _)| 0 < *n).map(|(n, what)| format!("{n} {what}")));
        if let Some(fit) = &report.fit {
            let solver = match fit.weights.stop_reason() {
                StopReason::Optimal => "the solver reached the minimum",
                StopReason::IterationLimit => "the solver ran out of iterations",
                StopReason::FitLimit => "weights went in and out of zero too often",
            };
            let residual = fit.weights.residual();
            facts.push(format!("lambda {}, seed {}", fit.cross_validation.lambda(), report.seed));
            facts.push(format!("{solver}, residual {residual:.1e}, fits: {}", fit.weights.n_fits()));
        }
        let date = provenance.date.as_deref().map_or(String::new(), |date| format!(", {date}"));
        facts.push(format!("boussole {}{date}", provenance.version));
        facts
    }

    fn verdict(&self, style: &Style) -> String {
        if self.report.is_accepted() {
            return style.heading("Accepted: the data support these weights");
        }
        let reasons: Vec<String> = self.report.refusals.iter().map(ToString::to_string).collect();
        style.heading("Refused: the default weights are kept") + &style.list(&reasons)
    }
}

const WRITES: &str = "writing to a string does not fail";

/// What the interval is and is not.
const INTERVAL_NOTE: &str = "Shares of the sum of weights. The stability interval holds the share in 95 % of resamples of the students; it is no \
                             confidence interval, since weights are held to the defaults.";

/// The part on weights for every interest.
fn interest_part(interests: &TuningReport, style: &Style) -> String {
    let mut out = style.heading("A weight for every interest");
    out.push_str("For study only: these weights are not written to the weights file.\n\n");
    let Some(fit) = &interests.fit else { return out };
    out.push_str(&style.table(&weights_table(fit, style)));
    writeln!(out, "\n{}\n", improvement(fit)).expect(WRITES);
    out
}

/// Text or Markdown.
struct Style {
    is_markdown: bool,
}

impl Style {
    fn title(&self, text: &str) -> String {
        if self.is_markdown { format!("# {text}\n\n") } else { format!("{text}\n\n") }
    }

    fn heading(&self, text: &str) -> String {
        if self.is_markdown { format!("## {text}\n\n") } else { format!("{text}\n\n") }
    }

    fn list(&self, lines: &[String]) -> String {
        let mark = if self.is_markdown { "- " } else { "  " };
        let lines: Vec<String> = lines.iter().map(|line| format!("{mark}{line}\n")).collect();
        lines.concat() + "\n"
    }

    fn table(&self, table: &Table) -> String {
        if self.is_markdown { table.markdown() } else { table.text() }
    }
}

fn weights_table(fit: &TuningFit, style: &Style) -> Table {
    let mut table = Table::new(&["weight", "before", "after", "stability", "pairs", ""]);
    let largest = largest_share(&fit.features);
    for feature in &fit.features {
        let remark = if feature.is_fixed {
            "fixed"
        } else if feature.n_pairs == 0 {
            "no pair differs in it"
        } else if feature.is_told_apart() {
            ""
        } else {
            "not told apart from before"
        };
        let line = if style.is_markdown { remark.to_owned() } else { format!("{}  {remark}", line(feature, largest)) };
        table.rows.push(vec![
            feature.name.clone(),
            format!("{:.3}", feature.before),
            format!("{:.3}", feature.after),
            format!("[{:.3}, {:.3}]", feature.stability.lower, feature.stability.upper),
            feature.n_pairs.to_string(),
            line,
        ]);
    }
    table
}

/// The largest share that is shown, so that all lines have one scale.
pub(super) fn largest_share(features: &[FeatureChange]) -> f64 {
    let ends = features.iter().flat_map(|feature| [feature.before, feature.after, feature.stability.upper]);
    ends.fold(f64::MIN_POSITIVE, f64::max)
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

fn held_out_table(fit: &TuningFit) -> Table {
    let mut table = Table::new(&["weights", "accuracy", "log-loss"]);
    for (name, prediction) in [("default", fit.cross_validation.defaults), ("tuned", fit.cross_validation.tuned())] {
        table.rows.push(vec![name.to_owned(), format!("{:.3}", prediction.accuracy), format!("{:.4}", prediction.log_loss)]);
    }
    table
}

fn improvement(fit: &TuningFit) -> String {
    let improvement = fit.cross_validation.improvement;
    format!(
        "Log-loss lower than with the default weights by {:.4}, standard error over students {:.4}.",
        improvement.mean, improvement.standard_error
    )
}

fn lambda_table(fit: &TuningFit) -> Table {
    let mut table = Table::new(&["lambda", "accuracy", "log-loss", "above the best", "standard error", ""]);
    for (place, score) in fit.cross_validation.scores.iter().enumerate() {
        table.rows.push(vec![
            score.lambda.to_string(),
            format!("{:.3}", score.held_out.accuracy),
            format!("{:.4}", score.held_out.log_loss),
            format!("{:.4}", score.excess.mean),
            format!("{:.4}", score.excess.standard_error),
            if place == fit.cross_validation.chosen { "chosen".to_owned() } else { String::new() },
        ]);
    }
    table
}

fn moves_table(moves: &RankMoves) -> Table {
    let mut table = Table::new(&["rank", "before", "métier", "id"]);
    for moved in &moves.moves {
        let (before, title) = (moved.before.to_string(), moved.metier.title.heading.clone());
        table.rows.push(vec![moved.after.to_string(), before, title, moved.metier.id.to_string()]);
    }
    table
}
