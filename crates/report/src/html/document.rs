//! The frame of a page: head, style, and what stands at its end.

use super::escape::escape;
use super::palette;
use crate::Voice;
use crate::law::Told;
use boussole::criteria::Origin;
use boussole::explanation::Explanation;

/// The rules of the page, colours left aside.
const STYLE: &str = include_str!("style.css");

/// A whole page, of a class: a list or one métier. Nothing may run or be loaded in it, whatever the data: its policy says so, besides escaping.
///
/// Its title is a sentence, or the name of a métier, which is French in any page.
pub(super) fn page(title: &str, title_lang: &str, class: &str, main: &str, voice: Voice) -> String {
    let lang = voice.tell("fr", "en");
    let reader = if voice.has_figures() { "counsellor" } else { "student" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title{title_lang}>{}</title>\n<style>\n{}{STYLE}</style>\n</head>\n<body class=\"{class} {reader}\">\n<main>\n{main}</main>\n</body>\n</html>\n",
        escape(title),
        palette::rules()
    )
}

/// A section with a heading; nothing when it has no content.
pub(super) fn section(class: &str, heading: &str, content: &str, voice: Voice) -> String {
    if content.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"{class}\" aria-labelledby=\"{class}\">\n<h2 id=\"{class}\">{}</h2>\n{content}</section>\n",
        voice.typeset(heading)
    )
}

/// A part that a reader opens: closed at first for a student, open for a counsellor. It is printed when it is open.
pub(super) fn disclosure(class: &str, heading: &str, content: &str, voice: Voice) -> String {
    let (open, hint) = (if voice.has_figures() { " open" } else { "" }, voice.typeset(voice.print_hint()));
    let heading = voice.typeset(heading);
    format!(
        "<details class=\"{class}\"{open}>\n<summary><h2>{heading}</h2></summary>\n{content}<p class=\"screen\">{hint}</p>\n</details>\n"
    )
}

/// How the result came about, in the four items of the law.
pub(super) fn told(told: &Told, voice: Voice) -> String {
    let mut content: String = told.introduction.iter().map(|sentence| paragraph(sentence, voice)).collect();
    for item in &told.items {
        let sentences: String = item.sentences.iter().map(|sentence| format!("<li>{}</li>\n", voice.typeset(sentence))).collect();
        content.extend(["<h3>", &voice.typeset(item.title), "</h3>\n<ul>\n", &sentences, "</ul>\n"]);
    }
    disclosure("fait", told.title, &content, voice)
}

/// How to read the pictures of these scores, and the marks beside them if there are any: only what the page shows.
pub(super) fn legend<'a>(explanations: impl IntoIterator<Item = &'a Explanation>, has_marks: bool, voice: Voice) -> String {
    let (mut has_bars, mut has_inferred) = (false, false);
    for term in explanations.into_iter().flat_map(Explanation::contributions).filter(|term| term.feature.is_some()) {
        has_bars = true;
        has_inferred |= term.origin == Origin::Inference;
    }
    let told = [
        has_bars.then(|| voice.bars_legend()),
        has_inferred.then(|| voice.inferred_legend()),
        has_marks.then(|| voice.marks_legend()),
    ];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!("<p class=\"legend\">{}</p>\n", voice.typeset(&told.join(" "))) }
}

/// A sentence in a paragraph.
pub(super) fn paragraph(sentence: &str, voice: Voice) -> String {
    format!("<p>{}</p>\n", voice.typeset(sentence))
}

/// What to do with the result: no verdict, a next step.
pub(super) fn next_step(voice: Voice) -> String {
    let closing = voice.closing().map(|sentence| paragraph(&sentence, voice)).concat();
    section("suite", voice.tell("Et maintenant ?", "What now?"), &closing, voice)
}
