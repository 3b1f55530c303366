//! A whole page: its head, its style, its parts.
//!
//! Line feeds stand between blocks so that a person can read the source, and a difference of two pages shows lines.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;

use super::blocks::{block, section};
use super::palette;
use super::typeset::Typesetter;
use crate::render::document::{Document, Kind};
use crate::render::typography::set;
use crate::versioned::Versioned;
use crate::voice::{Audience, Language, Voice};

/// The rules of the page, without its colours.
const STYLE: &str = include_str!("style.css");

/// The schema of the parts of a page.
pub const HTML_PARTS_SCHEMA: &str = "boussole/html-parts/1";

/// Whatever the data, nothing may run or be loaded in a page, which is also why every text is escaped.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a page.
pub(crate) fn html(document: &Document, voice: Voice) -> String {
    let typesetter = Typesetter(voice);
    let title_language = typesetter.label_language().filter(|_| document.kind == Kind::Metier);
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(voice.language.code()) { "\n"
            head { "\n"
                meta charset="utf-8"; "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                meta http-equiv="Content-Security-Policy" content=(POLICY); "\n"
                title lang=[title_language] { (Typesetter::plain(&document.title)) } "\n"
                style { "\n" (PreEscaped(style())) } "\n"
            } "\n"
            body class=(class(document, voice)) { "\n"
                (main(document, typesetter)) "\n"
            } "\n"
        } "\n"
    };
    page.into_string()
}

/// What a page consists of, apart.
#[derive(Serialize)]
struct HtmlParts<'a> {
    language: Language,
    title: &'a str,
    class: String,
    style: String,
    main: String,
}

/// The parts of the page as one JSON document of the schema [`HTML_PARTS_SCHEMA`].
pub(crate) fn html_parts(document: &Document, voice: Voice) -> String {
    let (title, class) = (set(&document.title), class(document, voice));
    let main = main(document, Typesetter(voice)).into_string();
    let parts = HtmlParts { language: voice.language, title: &title, class, style: style(), main };
    Versioned::json(HTML_PARTS_SCHEMA, parts)
}

/// All rules of the page.
fn style() -> String {
    palette::rules() + STYLE
}

/// What the rules expect on the body: the kind of the document, and who reads it.
fn class(document: &Document, voice: Voice) -> String {
    let kind = match document.kind {
        Kind::Outline => "outline",
        Kind::List => "list",
        Kind::Metier => "one",
        Kind::Class => "class",
    };
    let reader = match voice.audience {
        Audience::Pupil => "student",
        Audience::Adult => "adult",
        Audience::Counsellor => "counsellor",
    };
    format!("{kind} {reader}")
}

fn main(document: &Document, typesetter: Typesetter) -> Markup {
    html! {
        main { "\n"
            (heading(document, typesetter))
            @for part in &document.sections {
                @if part.title.is_some() { (section(part, typesetter)) }
                @else { @for one in &part.blocks { (block(one, typesetter)) } }
            }
        }
    }
}

fn heading(document: &Document, typesetter: Typesetter) -> Markup {
    html! {
        @if document.kind == Kind::Metier {
            h1 class="name" lang=[typesetter.label_language()] { (Typesetter::french(&document.title)) } "\n"
        } @else {
            h1 { (typesetter.own(&document.title)) } "\n"
        }
    }
}
