//! The picture of access levels: a ladder with the student's range and the rungs on which métiers stand.

use boussole::catalogue::AccessLevel;
use maud::{Markup, PreEscaped, html};

use super::typeset::Typesetter;
use crate::render::document::{LadderPicture, Rung};

/// Sizes in units of the picture, which a phone shows at about one pixel each.
const WIDTH: f64 = 330.0;
const ROW: f64 = 20.0;
const LABELS: f64 = 100.0;
const LEFT_RAIL: f64 = 107.0;
const RIGHT_RAIL: f64 = 141.0;
const FIRST_MARK: f64 = 160.0;
const MARK_STEP: f64 = 18.0;
const RADIUS: f64 = 8.0;

/// When no label is longer, the picture begins further to the right.
const SHORT_LABEL: usize = 7;
const LABELS_SAVED: f64 = 48.0;

/// So many marks fit beside a rung; of more, the last place says how many others there are.
const MAX_MARKS: usize = 10;

/// How far apart two signs of the student stand on one rung.
const APART: f64 = 7.0;

/// The ladder. There is one in a page. Empty elements end in themselves, which the markup crate cannot write, and hold numbers only.
pub(super) fn picture(ladder: &LadderPicture, typesetter: Typesetter) -> Markup {
    let height = ROW * ladder.rungs.len() as f64;
    let is_short = ladder.rungs.iter().all(|rung| short_name(rung.level).chars().count() <= SHORT_LABEL);
    let left = if is_short { LABELS_SAVED } else { 0.0 };
    let said: Vec<&str> = ladder.rungs.iter().map(|rung| rung.said.as_str()).collect();
    let rails = format!("<path class=\"rail\" d=\"M{LEFT_RAIL} 0V{height}M{RIGHT_RAIL} 0V{height}\"/>\n");
    html! {
        svg class="ladder" role="img" viewBox={ (left) " 0 " (WIDTH - left) " " (height) } aria-labelledby="ladder-title ladder-desc" { "\n"
            title id="ladder-title" { (Typesetter::plain(&ladder.title)) } "\n"
            desc id="ladder-desc" { (Typesetter::plain(&said.join(" "))) } "\n"
            (PreEscaped(range(ladder)))
            (PreEscaped(rails))
            @for (index, one) in ladder.rungs.iter().enumerate() {
                (rung(one, index as f64 * ROW + ROW / 2.0, ladder, typesetter))
            }
        } "\n"
    }
}

/// The band from what the student has to how far they want to study.
fn range(ladder: &LadderPicture) -> String {
    let said = || ladder.reached.into_iter().chain(ladder.willing);
    let (Some(from), Some(to), Some(top)) = (said().min(), said().max(), ladder.rungs.first()) else { return String::new() };
    let y = |level: AccessLevel| (top.level.rung() - level.rung()) as f64 * ROW;
    let (top, length, width) = (y(to), y(from) - y(to) + ROW, RIGHT_RAIL - LEFT_RAIL);
    format!("<rect class=\"range\" x=\"{LEFT_RAIL}\" y=\"{top}\" width=\"{width}\" height=\"{length}\"/>\n")
}

fn rung(rung: &Rung, y: f64, ladder: &LadderPicture, typesetter: Typesetter) -> Markup {
    let text_y = y + 4.0;
    let n_marks = rung.marks.len();
    let n_own = if n_marks <= MAX_MARKS { n_marks } else { MAX_MARKS - 1 };
    let x = |index: usize| FIRST_MARK + index as f64 * MARK_STEP;
    html! {
        text lang=[typesetter.label_language()] x=(LABELS) y=(text_y) text-anchor="end" { (short_name(rung.level)) } "\n"
        (PreEscaped(format!("<path class=\"rung\" d=\"M{LEFT_RAIL} {y}H{RIGHT_RAIL}\"/>\n")))
        (PreEscaped(student(rung.level, y, ladder)))
        @for (index, mark) in rung.marks[..n_own].iter().enumerate() {
            (PreEscaped(format!("<circle class=\"lead\" cx=\"{}\" cy=\"{y}\" r=\"{RADIUS}\"/>", x(index))))
            text class="lead" x=(x(index)) y=(text_y) text-anchor="middle" { (Typesetter::plain(mark)) } "\n"
        }
        @if n_own < n_marks { text x=(x(n_own) - RADIUS) y=(text_y) { "+ " (n_marks - n_own) } "\n" }
    }
}

/// The signs of the student: a circle at what they have, a triangle at how far they want to study.
fn student(level: AccessLevel, y: f64, ladder: &LadderPicture) -> String {
    let [is_reached, is_willing] = [ladder.reached, ladder.willing].map(|said| said == Some(level));
    let middle = f64::midpoint(LEFT_RAIL, RIGHT_RAIL);
    let apart = if is_reached && is_willing { APART } else { 0.0 };
    let circle = || format!("<circle class=\"you\" cx=\"{}\" cy=\"{y}\" r=\"5\"/>\n", middle - apart);
    let triangle = || format!("<path class=\"you\" d=\"M{} {}h12l-6 -11z\"/>\n", middle + apart - 6.0, y + 5.0);
    is_reached.then(circle).into_iter().chain(is_willing.then(triangle)).collect()
}

/// The short name of a rung beside the ladder: French, as the labels of the catalogue are.
fn short_name(level: AccessLevel) -> &'static str {
    match level {
        AccessLevel::Brevet => "brevet",
        AccessLevel::Cap => "CAP",
        AccessLevel::Bac => "Bac",
        other => other.label(),
    }
}
