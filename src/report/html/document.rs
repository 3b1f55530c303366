//! The frame of a page: head, style, and what stands at its end.

use super::escape::typeset;
use super::palette;
use super::words;
use crate::criteria::Origin;
use crate::explanation::Explanation;
use crate::report::words as sentences;

/// The rules of the page, colours left aside.
const STYLE: &str = include_str!("style.css");

/// A whole page, of a class: a list or one métier. Nothing may run or be loaded in it, whatever the data: its policy says so, besides escaping.
pub(super) fn page(title: &str, class: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{}</title>\n<style>\n{}{STYLE}</style>\n</head>\n<body class=\"{class}\">\n<main>\n{main}</main>\n</body>\n</html>\n",
        typeset(title),
        palette::rules()
    )
}

/// A section with a heading; nothing when it has no content.
pub(super) fn section(class: &str, heading: &str, content: &str) -> String {
    if content.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"{class}\" aria-labelledby=\"{class}\">\n<h2 id=\"{class}\">{}</h2>\n{content}</section>\n",
        typeset(heading)
    )
}

/// How to read the pictures of these scores, and the marks beside them if there are any: only what the page shows.
pub(super) fn legend<'a>(explanations: impl IntoIterator<Item = &'a Explanation>, has_marks: bool) -> String {
    let (mut has_bars, mut has_inferred) = (false, false);
    for term in explanations.into_iter().flat_map(Explanation::contributions).filter(|term| term.feature.is_some()) {
        has_bars = true;
        has_inferred |= term.origin == Origin::Inference;
    }
    let told = [
        has_bars.then_some(words::BARS_LEGEND),
        has_inferred.then_some(words::INFERRED_LEGEND),
        has_marks.then_some(words::STABILITY_LEGEND),
    ];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!("<p class=\"legend\">{}</p>\n", typeset(&told.join(" "))) }
}

/// A sentence in a paragraph.
pub(super) fn paragraph(sentence: &str) -> String {
    format!("<p>{}</p>\n", typeset(sentence))
}

/// What to do with the result: no verdict, a next step.
pub(super) fn next_step() -> String {
    section("suite", words::NEXT, &(paragraph(sentences::CLOSING) + &paragraph(sentences::NEXT_STEP)))
}
