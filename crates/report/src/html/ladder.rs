//! The picture of access levels: a ladder with the student's range and the rungs on which métiers stand.

use std::fmt::Write;

use super::escape::escape;
use crate::Voice;
use boussole::catalogue::AccessLevel;
use boussole::profile::Profile;

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

/// A métier on the ladder: its level, what is written in its circle, and what it is called in words.
pub(super) struct Mark {
    pub(super) level: AccessLevel,
    pub(super) said: String,
    pub(super) label: String,
}

/// The ladder from the lowest to the highest rung that the student or a métier stands on; nothing without any. There is one in a page.
pub(super) fn picture(marks: &[Mark], profile: &Profile, voice: Voice) -> String {
    let of_student = || profile.reached().into_iter().chain(profile.willing());
    let on_it = || marks.iter().map(|mark| mark.level).chain(of_student());
    let (Some(lowest), Some(highest)) = (on_it().min(), on_it().max()) else { return String::new() };
    let rungs: Vec<AccessLevel> = AccessLevel::ALL.into_iter().filter(|level| (lowest..=highest).contains(level)).rev().collect();
    let on = |level: AccessLevel| -> Vec<&Mark> { marks.iter().filter(|mark| mark.level == level).collect() };
    let names = |level: AccessLevel| -> Vec<&str> { on(level).iter().map(|mark| mark.said.as_str()).collect() };
    let said: Vec<String> = rungs.iter().map(|level| voice.rung_in_words(*level, &names(*level))).collect();
    let height = ROW * rungs.len() as f64;
    let left = if rungs.iter().all(|level| rung_name(*level).chars().count() <= SHORT_LABEL) { LABELS_SAVED } else { 0.0 };
    let mut out = format!(
        "<svg class=\"ladder\" role=\"img\" viewBox=\"{left} 0 {} {height}\" aria-labelledby=\"ladder-title ladder-desc\">\n\
         <title id=\"ladder-title\">{}</title>\n<desc id=\"ladder-desc\">{}</desc>\n",
        WIDTH - left,
        escape(voice.ladder_title()),
        escape(&said.join(" "))
    );
    let y = |level: AccessLevel| (highest.rung() - level.rung()) as f64 * ROW;
    if let (Some(from), Some(to)) = (of_student().min(), of_student().max()) {
        let (top, length, width) = (y(to), y(from) - y(to) + ROW, RIGHT_RAIL - LEFT_RAIL);
        write_line(
            &mut out,
            &format!("<rect class=\"range\" x=\"{LEFT_RAIL}\" y=\"{top}\" width=\"{width}\" height=\"{length}\"/>"),
        );
    }
    write_line(&mut out, &format!("<path class=\"rail\" d=\"M{LEFT_RAIL} 0V{height}M{RIGHT_RAIL} 0V{height}\"/>"));
    for level in rungs {
        write_rung(&mut out, level, y(level) + ROW / 2.0, &on(level), profile, voice.label_lang());
    }
    out.push_str("</svg>\n");
    out
}

fn write_rung(out: &mut String, level: AccessLevel, y: f64, marks: &[&Mark], profile: &Profile, lang: &str) {
    let text_y = y + 4.0;
    let name = escape(rung_name(level));
    write_line(out, &format!("<text{lang} x=\"{LABELS}\" y=\"{text_y}\" text-anchor=\"end\">{name}</text>"));
    write_line(out, &format!("<path class=\"rung\" d=\"M{LEFT_RAIL} {y}H{RIGHT_RAIL}\"/>"));
    let is = |said: Option<AccessLevel>| said == Some(level);
    let middle = f64::midpoint(LEFT_RAIL, RIGHT_RAIL);
    let (reached_x, willing_x) =
        if is(profile.reached()) && is(profile.willing()) { (middle - 7.0, middle + 7.0) } else { (middle, middle) };
    if is(profile.reached()) {
        write_line(out, &format!("<circle class=\"you\" cx=\"{reached_x}\" cy=\"{y}\" r=\"5\"/>"));
    }
    if is(profile.willing()) {
        write_line(out, &format!("<path class=\"you\" d=\"M{} {}h12l-6 -11z\"/>", willing_x - 6.0, y + 5.0));
    }
    let n_own = if marks.len() <= MAX_MARKS { marks.len() } else { MAX_MARKS - 1 };
    for (index, mark) in marks[..n_own].iter().enumerate() {
        let x = FIRST_MARK + index as f64 * MARK_STEP;
        write_line(
            out,
            &format!(
                "<circle class=\"lead\" cx=\"{x}\" cy=\"{y}\" r=\"{RADIUS}\"/>\
                 <text class=\"lead\" x=\"{x}\" y=\"{text_y}\" text-anchor=\"middle\">{}</text>",
                escape(&mark.label)
            ),
        );
    }
    if n_own < marks.len() {
        let x = FIRST_MARK + n_own as f64 * MARK_STEP - RADIUS;
        write_line(out, &format!("<text x=\"{x}\" y=\"{text_y}\">+ {}</text>", marks.len() - n_own));
    }
}

/// The short name of a rung beside the ladder: French, as the labels of the catalogue are.
fn rung_name(level: AccessLevel) -> &'static str {
    match level {
        AccessLevel::Brevet => "brevet",
        AccessLevel::Cap => "CAP",
        AccessLevel::Bac => "Bac",
        other => other.label(),
    }
}

fn write_line(out: &mut String, line: &str) {
    writeln!(out, "{line}").expect("writing to a string does not fail");
}
