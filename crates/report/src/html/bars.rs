//! The picture of a score: one bar for each of its strongest terms, to the right or to the left of a line, with its sign.

use std::fmt::Write;

use super::escape::{escape, shortened};
use crate::Voice;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation, Points};

/// At most so many terms have a bar of their own; the others are one bar together, so that all bars sum to what answers changed.
const MAX_BARS: usize = 5;

/// Sizes in units of the picture, which a phone shows at about one pixel each.
const WIDTH: f64 = 268.0;
const ROW: f64 = 15.0;
const BAR: f64 = 9.0;
const LABELS: f64 = 164.0;
const SIGN: f64 = 13.0;

/// The room for bars, between the signs of both sides.
const BARS: f64 = WIDTH - LABELS - 2.0 * SIGN;

/// No bar is narrower, so that it can be seen.
const LEAST_BAR: f64 = 1.0;

/// The longest label that the room for labels holds.
const MAX_LABEL_CHARS: usize = 28;

/// One bar.
struct Bar {
    label: String,
    said: String,
    points: Points,
    is_inferred: bool,
}

/// The longest bars to both sides: the same for all pictures of a page, so that they can be compared.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scale {
    up: f64,
    down: f64,
}

impl Scale {
    /// The scale that holds the bars of all these explanations.
    pub(super) fn over<'a>(explanations: impl IntoIterator<Item = &'a Explanation>) -> Self {
        let all = explanations.into_iter().flat_map(|explanation| bars(explanation, MAX_BARS, Voice::default()));
        all.fold(Self::default(), |scale, bar| Self {
            up: scale.up.max(bar.points.value()),
            down: scale.down.max(-bar.points.value()),
        })
    }

    /// How long a bar of so many points is.
    fn length(self, points: Points) -> f64 {
        (points.value().abs() / (self.up + self.down) * BARS).max(LEAST_BAR)
    }

    /// Where the line between for and against stands.
    fn zero(self) -> f64 {
        LABELS + SIGN + self.down / (self.up + self.down) * BARS
    }
}

/// The bars of a score, strongest first; nothing when no answer changed it. The `id` is unique in the page.
pub(super) fn picture(id: &str, name: &str, explanation: &Explanation, scale: Scale, voice: Voice) -> String {
    let bars = bars(explanation, MAX_BARS, voice);
    if bars.is_empty() {
        return String::new();
    }
    let height = ROW * bars.len() as f64;
    let said: Vec<String> = bars.iter().map(|bar| format!("{} {}", sign(bar.points), bar.said)).collect();
    let mut out = format!(
        "<svg class=\"bars\" role=\"img\" viewBox=\"0 0 {WIDTH} {height}\" aria-labelledby=\"{id}-title {id}-desc\">\n\
         <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}.</desc>\n",
        escape(&voice.bars_title(name)),
        escape(&said.join(voice.tell(" ; ", "; ")))
    );
    for (index, bar) in bars.iter().enumerate() {
        write_bar(&mut out, bar, index as f64 * ROW, scale);
    }
    let zero = scale.zero();
    writeln!(out, "<path class=\"zero\" d=\"M{zero:.1} 0V{height}\"/>\n</svg>").expect("writing to a string does not fail");
    out
}

fn write_bar(out: &mut String, bar: &Bar, top: f64, scale: Scale) {
    let is_for = 0.0 < bar.points.value();
    let (length, zero) = (scale.length(bar.points), scale.zero());
    let start = if is_for { zero } else { zero - length };
    let (sign_at, anchor) = if is_for { (zero + length + 2.0, "start") } else { (zero - length - 2.0, "end") };
    let label_class = if bar.is_inferred { " class=\"inferred\"" } else { "" };
    let class = match (is_for, bar.is_inferred) {
        (true, false) => "for",
        (true, true) => "for inferred",
        (false, false) => "against",
        (false, true) => "against inferred",
    };
    let text_at = top + 11.5;
    writeln!(
        out,
        "<text{label_class} y=\"{text_at}\">{}</text><rect class=\"{class}\" x=\"{start:.1}\" y=\"{}\" width=\"{length:.1}\" height=\"{BAR}\"/>\
         <text class=\"{class} sign\" x=\"{sign_at:.1}\" y=\"{text_at}\" text-anchor=\"{anchor}\">{}</text>",
        escape(&shortened(&bar.label, MAX_LABEL_CHARS)),
        top + (ROW - BAR) / 2.0,
        sign(bar.points)
    )
    .expect("writing to a string does not fail");
}

fn sign(points: Points) -> char {
    if 0.0 < points.value() { '+' } else { '−' }
}

/// The strongest terms and the sum of the others; terms of no points are left out.
fn bars(explanation: &Explanation, n: usize, voice: Voice) -> Vec<Bar> {
    let is_told = |term: &Contribution<'_>| term.feature.is_some() && term.points != Points::ZERO;
    let mut terms: Vec<Contribution<'_>> = explanation.contributions().filter(is_told).collect();
    terms.sort_by(|left, right| right.points.value().abs().total_cmp(&left.points.value().abs()));
    // One more bar for one more term says more than « the others ».
    let n_own = if terms.len() <= n + 1 { terms.len() } else { n };
    let bar = |term: &Contribution<'_>| {
        let (label, is_inferred) = (voice.term(term), term.origin == Origin::Inference);
        let said = if is_inferred { voice.inferred(&label) } else { label.clone() };
        Bar { label, said, points: term.points, is_inferred }
    };
    let mut bars: Vec<Bar> = terms[..n_own].iter().map(bar).collect();
    let others: Points = terms[n_own..].iter().map(|term| term.points).sum();
    if others != Points::ZERO {
        bars.push(Bar {
            label: voice.other_terms().to_owned(),
            said: voice.other_terms().to_owned(),
            points: others,
            is_inferred: false,
        });
    }
    bars
}
