//! The picture of a sweep: what each judge says at each share, as SVG.

use std::fmt::Write;

use boussole_tuning::{MeasureChange, MeasureKind, SweepPoint};

use crate::voice::Voice;
use crate::weights::WeightsSweep;
use crate::words::{WEIGHT_DECIMALS, message, values};

/// The size of the drawing and of its plot, in pixels at 100 %.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 50.0;
const RIGHT: f64 = 620.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 280.0;

impl WeightsSweep<'_> {
    /// The curves of all measures with their intervals, as one SVG document.
    pub fn svg(&self, voice: Voice) -> String {
        let mut out = String::new();
        self.write_svg(&mut out, voice).expect("writing to a string does not fail");
        out
    }

    fn write_svg(&self, out: &mut String, voice: Voice) -> std::fmt::Result {
        let title = voice.words_with(message::TUNING_WEIGHTS_SWEPT, values![name = self.criterion.name()]);
        writeln!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\" \
             role=\"img\" aria-labelledby=\"title\">\n<title id=\"title\">{title}</title>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             fill=\"#fff\"/>\n<text x=\"{LEFT}\" y=\"20\" font-size=\"14\">{title}</text>"
        )?;
        let largest = self.points.iter().map(|point| point.share).fold(f64::MIN_POSITIVE, f64::max);
        let x = |share: f64| LEFT + (RIGHT - LEFT) * share / largest;
        let y = |value: f64| BOTTOM - (BOTTOM - TOP) * value;
        for step in 0..=5 {
            let value = f64::from(step) / 5.0;
            let (height, label) = (y(value), voice.number(value, 1));
            writeln!(out, "<line x1=\"{LEFT}\" x2=\"{RIGHT}\" y1=\"{height:.1}\" y2=\"{height:.1}\" stroke=\"#ddd\"/>")?;
            writeln!(out, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", LEFT - 6.0, height + 4.0)?;
        }
        for point in self.points {
            let (place, label) = (x(point.share), voice.number(point.share, WEIGHT_DECIMALS));
            let weight = if point.is_present { "bold" } else { "normal" };
            let height = BOTTOM + 16.0;
            writeln!(
                out,
                "<text x=\"{place:.1}\" y=\"{height}\" text-anchor=\"middle\" font-size=\"9\" font-weight=\"{weight}\">{label}</text>"
            )?;
        }
        for (place, kind) in self.kinds().into_iter().enumerate() {
            self.curve(out, kind, &x, &y)?;
            let (colour, dashes) = stroke(kind);
            let (left, height) = (LEFT + 150.0 * place as f64, HEIGHT - 24.0);
            let (end, after, words) = (left + 24.0, left + 30.0, voice.measure(kind));
            writeln!(
                out,
                "<line x1=\"{left}\" x2=\"{end}\" y1=\"{height}\" y2=\"{height}\" stroke=\"{colour}\" stroke-width=\"2\" \
                 stroke-dasharray=\"{dashes}\"/>\n<text x=\"{after}\" y=\"{}\" font-size=\"10\">{words}</text>",
                height + 4.0
            )?;
        }
        writeln!(out, "</svg>")
    }

    fn curve(&self, out: &mut String, kind: MeasureKind, x: &dyn Fn(f64) -> f64, y: &dyn Fn(f64) -> f64) -> std::fmt::Result {
        let changes = |point: &SweepPoint| {
            let change = *point.measures.iter().find(|change| change.kind == kind)?;
            Some((point.share, change))
        };
        let points: Vec<(f64, MeasureChange)> = self.points.iter().filter_map(changes).collect();
        let place = |share: f64, value: f64| format!("{:.1},{:.1}", x(share), y(value.clamp(0.0, 1.0)));
        let upper = points.iter().map(|(share, change)| place(*share, change.interval.upper));
        let lower = points.iter().rev().map(|(share, change)| place(*share, change.interval.lower));
        let band: Vec<String> = upper.chain(lower).collect();
        let line: Vec<String> = points.iter().map(|(share, change)| place(*share, change.after)).collect();
        let (colour, dashes) = stroke(kind);
        writeln!(
            out,
            "<polygon points=\"{}\" fill=\"{colour}\" opacity=\"0.2\"/>\n<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" \
             stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>",
            band.join(" "),
            line.join(" ")
        )
    }
}

/// Colour and dashes of a measure: told apart in print and by people who do not see colours. Colours: Okabe and Ito, 2008.
fn stroke(kind: MeasureKind) -> (&'static str, &'static str) {
    match kind {
        MeasureKind::Ndcg => ("#0072b2", "none"),
        MeasureKind::Accuracy => ("#d55e00", "8 3"),
        MeasureKind::Own => ("#009e73", "2 3"),
        MeasureKind::Coverage => ("#666666", "10 3 2 3"),
    }
}
