//! The picture of tuned weights: each before and after, with its stability interval, as SVG.

use std::fmt::{self, Write};

use boussole_tuning::FeatureChange;

use crate::render::markup;
use crate::tuning::{TuningDocument, largest_share};
use crate::voice::Voice;
use crate::words::message;

/// Width of the picture, of the column of names, and height of a row, in pixels.
const WIDTH: f64 = 720.0;
const NAMES: f64 = 260.0;
const ROW: f64 = 24.0;

/// Room above the rows for the legend, and below for the axis.
const HEAD: f64 = 44.0;
const FOOT: f64 = 34.0;

/// Room right of the largest weight.
const MARGIN: f64 = 24.0;

/// Marks on the axis.
const N_TICKS: u32 = 4;

/// Names longer than this are cut, so that they fit their column.
const MAX_NAME: usize = 36;

/// Blue for after, grey for before: told apart by lightness and shape too.
const AFTER: &str = "#0b5394";
const BEFORE: &str = "#767676";

impl TuningDocument<'_> {
    /// The picture as an SVG document. Returns `None` when no weights were fitted.
    pub fn svg(&self, voice: Voice) -> Option<String> {
        let fit = self.report.fit.as_ref()?;
        let mut out = String::new();
        write_picture(&mut out, &fit.features, voice).expect("writing to a string does not fail");
        Some(out)
    }
}

fn write_picture(out: &mut String, features: &[FeatureChange], voice: Voice) -> fmt::Result {
    let bottom = HEAD + ROW * features.len() as f64;
    let height = bottom + FOOT;
    let largest = largest_share(features);
    let place = |share: f64| NAMES + (WIDTH - NAMES - MARGIN) * share.clamp(0.0, largest) / largest;
    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" font-family="sans-serif" font-size="13">"#
    )?;
    writeln!(out, "<title>{}</title>", markup(&voice.words(message::TUNING_PICTURE_TITLE)))?;
    writeln!(out, r##"<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>"##)?;
    legend(out, voice)?;
    for tick in 0..=N_TICKS {
        let share = largest * f64::from(tick) / f64::from(N_TICKS);
        let (x, label) = (place(share), voice.number(share, 2));
        writeln!(out, r##"<path d="M{x:.1} {HEAD}V{bottom}" stroke="#e0e0e0"/>"##)?;
        writeln!(out, r##"<text x="{x:.1}" y="{:.1}" text-anchor="middle" fill="#444444">{label}</text>"##, bottom + 18.0)?;
    }
    for (row, feature) in features.iter().enumerate() {
        let y = HEAD + ROW * (row as f64 + 0.5);
        let (lower, upper) = (place(feature.stability.lower), place(feature.stability.upper));
        let label = markup(&shortened(&feature.name));
        writeln!(out, r##"<text x="{:.1}" y="{:.1}" text-anchor="end" fill="#111111">{label}</text>"##, NAMES - 12.0, y + 4.5)?;
        writeln!(out, r#"<path d="M{lower:.1} {y:.1}H{upper:.1}" stroke="{AFTER}" stroke-width="3" stroke-opacity="0.45"/>"#)?;
        writeln!(
            out,
            r##"<circle cx="{:.1}" cy="{y:.1}" r="5" fill="#ffffff" stroke="{BEFORE}" stroke-width="2"/>"##,
            place(feature.before)
        )?;
        writeln!(out, r#"<circle cx="{:.1}" cy="{y:.1}" r="4.5" fill="{AFTER}"/>"#, place(feature.after))?;
    }
    writeln!(out, "</svg>")
}

fn legend(out: &mut String, voice: Voice) -> fmt::Result {
    let y = 20.0;
    let names = [message::TUNING_BEFORE, message::TUNING_AFTER, message::TUNING_PICTURE_STABILITY];
    let [before, after, stability] = names.map(|name| markup(&voice.words(name)));
    writeln!(out, r##"<circle cx="{NAMES}" cy="{y}" r="5" fill="#ffffff" stroke="{BEFORE}" stroke-width="2"/>"##)?;
    writeln!(out, r##"<text x="{}" y="{}" fill="#111111">{before}</text>"##, NAMES + 12.0, y + 4.5)?;
    writeln!(out, r#"<circle cx="{}" cy="{y}" r="4.5" fill="{AFTER}"/>"#, NAMES + 80.0)?;
    writeln!(out, r##"<text x="{}" y="{}" fill="#111111">{after}</text>"##, NAMES + 92.0, y + 4.5)?;
    let (left, right) = (NAMES + 146.0, NAMES + 176.0);
    writeln!(out, r#"<path d="M{left} {y}H{right}" stroke="{AFTER}" stroke-width="3" stroke-opacity="0.45"/>"#)?;
    writeln!(out, r##"<text x="{}" y="{}" fill="#111111">{stability}</text>"##, right + 8.0, y + 4.5)
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= MAX_NAME {
        return name.to_owned();
    }
    name.chars().take(MAX_NAME - 1).chain(['…']).collect()
}
