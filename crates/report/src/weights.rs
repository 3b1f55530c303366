//! Weights compared, and one weight swept: what each judge says, and what moves.

use std::collections::BTreeMap;

use boussole::catalogue::label_key;
use boussole::features::Criterion;
use boussole::serialize_keys;
use boussole::weights::Weights;
use boussole_tuning::{MeasureChange, MeasureKind, RankMoves, SweepPoint};

use crate::change_picture::{Change, ChangePicture};
use crate::render::{Block, Document, Form, Table};
use crate::report::Report;
use crate::tuning::moved;
use crate::versioned::Versioned;
use crate::voice::Voice;
use crate::words::{WEIGHT_DECIMALS, message, values};

/// The schema of the JSON of a [`WeightsComparison`].
pub const WEIGHTS_COMPARISON_SCHEMA: &str = "boussole/weights-comparison/1";

/// The schema of the JSON of a [`WeightsSweep`].
pub const WEIGHTS_SWEEP_SCHEMA: &str = "boussole/weights-sweep/1";

/// How many decimals measures and p-values have.
const MEASURE_DECIMALS: usize = 4;

/// Two sets of weights, ready to be written.
#[derive(Debug, Clone)]
pub struct WeightsComparison<'a> {
    /// The two sets, by the names of their files.
    pub weights: [(&'a str, &'a Weights); 2],
    /// What each judge says.
    pub measures: &'a [MeasureChange],
    /// What moves for some profiles.
    pub moves: &'a [RankMoves],
}

serialize_keys!(impl WeightsComparison<'_> as this {
    "first" => Named::of(this.weights[0]),
    "second" => Named::of(this.weights[1]),
    "measures" => this.measures,
    "moves" => this.moves,
});

/// Weights and what they are called.
struct Named<'a> {
    name: &'a str,
    weights: &'a Weights,
}

impl<'a> Named<'a> {
    fn of((name, weights): (&'a str, &'a Weights)) -> Self {
        Self { name, weights }
    }
}

serialize_keys!(impl Named<'_> as this {
    "name" => this.name,
    "weights" => this.weights.shares(),
});

impl Report for WeightsComparison<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let [(first, before), (second, after)] = self.weights;
        let row = |criterion: Criterion| {
            let weight = |weights: &Weights| voice.number(weights.get(criterion), WEIGHT_DECIMALS);
            vec![criterion.name().to_owned(), weight(before), weight(after)]
        };
        let columns = [voice.words(message::TUNING_COLUMN_WEIGHT), first.to_owned(), second.to_owned()];
        let weights = Table::new(columns, Criterion::ALL.map(row).into());
        let factors = factors([before, after], voice).map(|rows| {
            let columns = [voice.words(message::FACTORS_INTEREST), first.to_owned(), second.to_owned()];
            Block::Table(Table::new(columns, rows).named("factors", voice.words(message::FACTORS_CAPTION)))
        });
        let columns = [
            voice.words(message::TUNING_WEIGHTS_MEASURE),
            first.to_owned(),
            second.to_owned(),
            voice.words(message::TUNING_WEIGHTS_DIFFERENCE),
            voice.words(message::TUNING_WEIGHTS_INTERVAL),
            voice.words(message::TUNING_WEIGHTS_P_VALUE),
        ];
        let measures = Table::new(columns, self.measures.iter().map(|change| voice.change(change)).collect());
        let document = Document::new(voice.words(message::TUNING_WEIGHTS_COMPARED))
            .with(voice.words(message::TUNING_COLUMN_WEIGHTS), std::iter::once(Block::Table(weights)).chain(factors).collect())
            .with(voice.words(message::TUNING_WEIGHTS_MEASURES), vec![Block::Table(measures), note(voice)]);
        self.moves.iter().fold(document, |document, moves| {
            document.with(voice.words_with(message::TUNING_MOVES, values![profile = moves.profile.as_str()]), moved(moves, voice))
        })
    }

    fn json(&self) -> String {
        Versioned::json(WEIGHTS_COMPARISON_SCHEMA, self)
    }
}

impl WeightsComparison<'_> {
    /// All weights and measures by both sets, with the interval of each measure by the second, as one SVG document.
    pub fn svg(&self, voice: Voice) -> String {
        let [(first, before), (second, after)] = self.weights;
        let names: Vec<String> = self.measures.iter().map(|change| voice.measure(change.kind)).collect();
        let weight = |criterion: Criterion| Change {
            name: criterion.name(),
            before: before.get(criterion),
            after: after.get(criterion),
            interval: None,
        };
        let mut changes: Vec<Change<'_>> = Criterion::ALL.map(weight).into();
        for (name, change) in names.iter().zip(self.measures) {
            changes.push(Change { name, before: change.before, after: change.after, interval: Some(change.interval) });
        }
        let title = voice.words(message::TUNING_WEIGHTS_COMPARED);
        let interval = voice.words(message::TUNING_WEIGHTS_PICTURE_INTERVAL);
        ChangePicture { title: &title, legend: [first, second, &interval], changes: &changes }.svg(voice)
    }
}

/// The factors of each interest of which either has one.
fn factors(weights: [&Weights; 2], voice: Voice) -> Option<Vec<Vec<String>>> {
    let named: BTreeMap<String, &str> = weights
        .iter()
        .flat_map(|weights| weights.interest_factors().iter())
        .map(|(label, _)| (label_key(label), label))
        .collect();
    let row = |label: &str| {
        let factors = weights.map(|weights| voice.number(weights.interest_factors().get(label), WEIGHT_DECIMALS));
        std::iter::once(voice.shown(label)).chain(factors).collect()
    };
    (!named.is_empty()).then(|| named.into_values().map(row).collect())
}

/// One weight at several shares, ready to be written.
#[derive(Debug, Clone)]
pub struct WeightsSweep<'a> {
    /// The weight.
    pub criterion: Criterion,
    /// The shares and what each judge says.
    pub points: &'a [SweepPoint],
}

serialize_keys!(impl WeightsSweep<'_> as this {
    "criterion" => this.criterion,
    "points" => this.points,
});

impl WeightsSweep<'_> {
    pub(crate) fn kinds(&self) -> Vec<MeasureKind> {
        self.points.first().map_or_else(Vec::new, |point| point.measures.iter().map(|change| change.kind).collect())
    }
}

impl Report for WeightsSweep<'_> {
    fn document(&self, voice: Voice, _: Form) -> Document {
        let title = voice.words_with(message::TUNING_WEIGHTS_SWEPT, values![name = self.criterion.name()]);
        let mut document = Document::new(title);
        for kind in self.kinds() {
            let row = |point: &SweepPoint| {
                let change = point.measures.iter().find(|change| change.kind == kind)?;
                let [_, _, after, difference, interval, p_value] = &voice.change(change)[..] else { return None };
                let share = voice.number(point.share, WEIGHT_DECIMALS);
                let remark = if point.is_present { voice.words(message::TUNING_WEIGHTS_PRESENT) } else { String::new() };
                Some(vec![share, after.clone(), difference.clone(), interval.clone(), p_value.clone(), remark])
            };
            let columns = [
                message::TUNING_WEIGHTS_SHARE,
                message::TUNING_WEIGHTS_MEASURE,
                message::TUNING_WEIGHTS_DIFFERENCE,
                message::TUNING_WEIGHTS_INTERVAL,
                message::TUNING_WEIGHTS_P_VALUE,
                message::TUNING_COLUMN_REMARK,
            ];
            let table = Table::new(columns.map(|column| voice.words(column)), self.points.iter().filter_map(row).collect());
            document = document.with(voice.measure(kind), vec![Block::Table(table.with_remarks())]);
        }
        document.with(voice.words(message::TUNING_WEIGHTS_MEASURES), vec![note(voice)])
    }

    fn json(&self) -> String {
        Versioned::json(WEIGHTS_SWEEP_SCHEMA, self)
    }
}

fn note(voice: Voice) -> Block {
    Block::Paragraph(voice.words(message::TUNING_WEIGHTS_NOTE))
}

impl Voice {
    pub(crate) fn measure(self, kind: MeasureKind) -> String {
        self.words(match kind {
            MeasureKind::Ndcg => message::TUNING_WEIGHTS_NDCG,
            MeasureKind::Accuracy => message::TUNING_WEIGHTS_ACCURACY,
            MeasureKind::Own => message::TUNING_WEIGHTS_OWN,
            MeasureKind::Coverage => message::TUNING_WEIGHTS_COVERAGE,
        })
    }

    /// The name of the measure, both means, their difference with its interval, and the p-value.
    fn change(self, change: &MeasureChange) -> Vec<String> {
        let number = |value: f64| self.number(value, MEASURE_DECIMALS);
        let signed = |value: f64| self.signed(value, MEASURE_DECIMALS);
        let comparison = &change.comparison;
        vec![
            self.measure(change.kind),
            number(change.before),
            number(change.after),
            signed(comparison.mean_difference),
            self.interval(comparison.interval, signed),
            number(comparison.p_value.value()),
        ]
    }
}
