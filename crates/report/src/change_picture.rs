//! The picture of what changed: each value before and after, with an interval of the later one, as SVG.

use std::fmt::{self, Write};

use boussole_evaluation::Interval;

use crate::render::markup;
use crate::voice::Voice;

/// Width of the picture, of the column of names, and height of a row, in pixels.
const WIDTH: f64 = 720.0;
const NAMES: f64 = 260.0;
const ROW: f64 = 24.0;

/// Room above the rows for the legend, and below for the axis.
const HEAD: f64 = 44.0;
const FOOT: f64 = 34.0;

/// Room right of the largest value, and left of the legend.
const MARGIN: f64 = 24.0;

/// Room for a letter of the legend.
const LETTER: f64 = 7.0;

/// Marks on the axis.
const N_TICKS: u32 = 4;

/// Names longer than this are cut, so that they fit their column.
const MAX_NAME: usize = 36;

/// Those of the legend, of which three stand in one line.
const MAX_LEGEND: usize = 28;

/// Blue for after, grey for before: told apart by lightness and shape too.
const AFTER: &str = "#0b5394";
const BEFORE: &str = "#767676";

/// Values of one thing before and after.
pub(crate) struct Change<'a> {
    pub(crate) name: &'a str,
    pub(crate) before: f64,
    pub(crate) after: f64,
    /// Where the later value may lie.
    pub(crate) interval: Option<Interval>,
}

/// Changes with what they are called, ready to be drawn.
pub(crate) struct ChangePicture<'a> {
    pub(crate) title: &'a str,
    /// What « before », « after » and the interval are called.
    pub(crate) legend: [&'a str; 3],
    pub(crate) changes: &'a [Change<'a>],
}

impl ChangePicture<'_> {
    /// The picture as an SVG document.
    pub(crate) fn svg(&self, voice: Voice) -> String {
        let mut out = String::new();
        self.write(&mut out, voice).expect("writing to a string does not fail");
        out
    }

    fn write(&self, out: &mut String, voice: Voice) -> fmt::Result {
        let bottom = HEAD + ROW * self.changes.len() as f64;
        let height = bottom + FOOT;
        let largest = largest(self.changes);
        let place = |value: f64| NAMES + (WIDTH - NAMES - MARGIN) * value.clamp(0.0, largest) / largest;
        writeln!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" font-family="sans-serif" font-size="13">"#
        )?;
        writeln!(out, "<title>{}</title>", markup(self.title))?;
        writeln!(out, r##"<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>"##)?;
        self.legend(out)?;
        for tick in 0..=N_TICKS {
            let value = largest * f64::from(tick) / f64::from(N_TICKS);
            let (x, label) = (place(value), voice.number(value, 2));
            writeln!(out, r##"<path d="M{x:.1} {HEAD}V{bottom}" stroke="#e0e0e0"/>"##)?;
            writeln!(out, r##"<text x="{x:.1}" y="{:.1}" text-anchor="middle" fill="#444444">{label}</text>"##, bottom + 18.0)?;
        }
        for (row, change) in self.changes.iter().enumerate() {
            change.write(out, HEAD + ROW * (row as f64 + 0.5), &place)?;
        }
        writeln!(out, "</svg>")
    }

    fn legend(&self, out: &mut String) -> fmt::Result {
        let y = 20.0;
        let [before, after, interval] = self.legend.map(|name| shortened(name, MAX_LEGEND));
        let mut x = MARGIN;
        writeln!(out, r##"<circle cx="{x}" cy="{y}" r="5" fill="#ffffff" stroke="{BEFORE}" stroke-width="2"/>"##)?;
        text(out, x + 12.0, y, &before)?;
        x += 34.0 + LETTER * before.chars().count() as f64;
        writeln!(out, r#"<circle cx="{x:.1}" cy="{y}" r="4.5" fill="{AFTER}"/>"#)?;
        text(out, x + 12.0, y, &after)?;
        x += 28.0 + LETTER * after.chars().count() as f64;
        writeln!(out, r#"<path d="M{x:.1} {y}h30" stroke="{AFTER}" stroke-width="3" stroke-opacity="0.45"/>"#)?;
        text(out, x + 38.0, y, &interval)
    }
}

impl Change<'_> {
    fn write(&self, out: &mut String, y: f64, place: &dyn Fn(f64) -> f64) -> fmt::Result {
        let label = markup(&shortened(self.name, MAX_NAME));
        writeln!(out, r##"<text x="{:.1}" y="{:.1}" text-anchor="end" fill="#111111">{label}</text>"##, NAMES - 12.0, y + 4.5)?;
        if let Some(Interval { lower, upper }) = self.interval {
            let (lower, upper) = (place(lower), place(upper));
            writeln!(
                out,
                r#"<path d="M{lower:.1} {y:.1}H{upper:.1}" stroke="{AFTER}" stroke-width="3" stroke-opacity="0.45"/>"#
            )?;
        }
        writeln!(
            out,
            r##"<circle cx="{:.1}" cy="{y:.1}" r="5" fill="#ffffff" stroke="{BEFORE}" stroke-width="2"/>"##,
            place(self.before)
        )?;
        writeln!(out, r#"<circle cx="{:.1}" cy="{y:.1}" r="4.5" fill="{AFTER}"/>"#, place(self.after))
    }
}

/// The largest value of some changes, so that all have one scale.
pub(crate) fn largest(changes: &[Change<'_>]) -> f64 {
    let ends = |change: &Change<'_>| [change.before, change.after, change.interval.map_or(0.0, |interval| interval.upper)];
    changes.iter().flat_map(ends).fold(f64::MIN_POSITIVE, f64::max)
}

fn text(out: &mut String, x: f64, y: f64, words: &str) -> fmt::Result {
    writeln!(out, r##"<text x="{x:.1}" y="{:.1}" fill="#111111">{}</text>"##, y + 4.5, markup(words))
}

fn shortened(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}
