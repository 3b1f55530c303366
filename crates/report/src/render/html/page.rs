//! A whole page: its head, its style, its parts.
//!
//! Line feeds stand between blocks so that a person can read the source, and a difference of two pages shows lines.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::blocks::{block, section};
use super::palette;
use super::typeset::Typesetter;
use crate::render::document::{Document, Kind};
use crate::voice::{Audience, Language, Voice};

/// The rules of the page, without its colours.
const STYLE: &str = include_str!("style.css");

/// Whatever the data, nothing may run or be loaded in a page, which is also why every text is escaped.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The document as a page.
pub(crate) fn html(document: &Document, voice: Voice) -> String {
    let typesetter = Typesetter(voice);
    let language = match voice.language {
        Language::French => "fr",
        Language::English => "en",
    };
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
    let title_language = typesetter.label_language().filter(|_| document.kind == Kind::Metier);
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(language) { "\n"
            head { "\n"
                meta charset="utf-8"; "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                meta http-equiv="Content-Security-Policy" content=(POLICY); "\n"
                title lang=[title_language] { (Typesetter::plain(&document.title)) } "\n"
                style { "\n" (PreEscaped(palette::rules())) (PreEscaped(STYLE)) } "\n"
            } "\n"
            body class={ (kind) " " (reader) } { "\n"
                main { "\n"
                    (heading(document, typesetter))
                    @for part in &document.sections {
                        @if part.title.is_some() { (section(part, typesetter)) }
                        @else { @for one in &part.blocks { (block(one, typesetter)) } }
                    }
                } "\n"
            } "\n"
        } "\n"
    };
    page.into_string()
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
