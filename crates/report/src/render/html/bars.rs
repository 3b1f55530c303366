//! The picture of a score: one bar for each of its strongest terms, to the right or to the left of a line, with its sign.

use std::fmt::Write;

use maud::{Markup, PreEscaped, html};

use super::typeset::Typesetter;
use crate::render::document::{Bar, Bars, Scale};

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

/// Where a text stands in its row.
const BASELINE: f64 = 11.5;

/// The bars of a score. Empty elements end in themselves, which the markup crate cannot write, and hold numbers only.
pub(super) fn picture(bars: &Bars) -> Markup {
    let height = ROW * bars.terms.len() as f64;
    let said: Vec<String> = bars.terms.iter().map(|bar| format!("{} {}", sign(bar), bar.said)).collect();
    let said = said.join(&bars.separator);
    let [title_id, desc_id] = ["title", "desc"].map(|part| format!("{}-{part}", bars.name));
    let zero = zero(bars.scale);
    html! {
        svg class="bars" role="img" viewBox={ "0 0 " (WIDTH) " " (height) } aria-labelledby={ (title_id) " " (desc_id) } { "\n"
            title id=(title_id) { (Typesetter::plain(&bars.title)) } "\n"
            desc id=(desc_id) { (Typesetter::plain(&said)) "." } "\n"
            @for (index, one) in bars.terms.iter().enumerate() { (bar(one, index as f64 * ROW, bars.scale)) }
            (PreEscaped(format!("<path class=\"zero\" d=\"M{zero:.1} 0V{height}\"/>\n")))
        } "\n"
    }
}

fn bar(bar: &Bar, top: f64, scale: Scale) -> Markup {
    let is_for = 0.0 < bar.points;
    let length = (bar.points.abs() / (scale.up + scale.down) * BARS).max(LEAST_BAR);
    let zero = zero(scale);
    let start = if is_for { zero } else { zero - length };
    let (sign_x, anchor) = if is_for { (zero + length + 2.0, "start") } else { (zero - length - 2.0, "end") };
    let class = match (is_for, bar.is_inferred) {
        (true, false) => "for",
        (true, true) => "for inferred",
        (false, false) => "against",
        (false, true) => "against inferred",
    };
    let (y, text_y) = (top + (ROW - BAR) / 2.0, top + BASELINE);
    let mut rect = String::new();
    write!(rect, "<rect class=\"{class}\" x=\"{start:.1}\" y=\"{y}\" width=\"{length:.1}\" height=\"{BAR}\"/>")
        .expect("writing to a string does not fail");
    html! {
        text class=[bar.is_inferred.then_some("inferred")] y=(text_y) { (Typesetter::plain(&bar.label)) }
        (PreEscaped(rect))
        text class={ (class) " sign" } x=(format!("{sign_x:.1}")) y=(text_y) text-anchor=(anchor) { (sign(bar)) } "\n"
    }
}

/// Where the line between for and against stands.
fn zero(scale: Scale) -> f64 {
    LABELS + SIGN + scale.down / (scale.up + scale.down) * BARS
}

fn sign(bar: &Bar) -> char {
    if 0.0 < bar.points { '+' } else { '−' }
}
