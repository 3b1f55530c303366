//! What every report can do: be written as text, Markdown or a page in any voice, and as JSON.

use crate::render::{self, Document, Form};
use crate::voice::Voice;

/// A result that can be written for people and for programs.
pub trait Report {
    /// What the report says in a voice. Forms differ in how much they hold: Markdown has every number.
    fn document(&self, voice: Voice, form: Form) -> Document;

    /// The report as plain text.
    fn text(&self, voice: Voice) -> String {
        render::text(&self.document(voice, Form::Text))
    }

    /// The report as Markdown.
    fn markdown(&self, voice: Voice) -> String {
        render::markdown(&self.document(voice, Form::Markdown))
    }

    /// The report as one self-contained page.
    fn html(&self, voice: Voice) -> String {
        render::html(&self.document(voice, Form::Html), voice)
    }

    /// The style and the body of that page apart, as one JSON document, for a page whose policy allows no inline style: `style` are the rules,
    /// `class` is what the rules expect on the body, `main` is the element that stands in it.
    fn html_parts(&self, voice: Voice) -> String {
        render::html_parts(&self.document(voice, Form::Html), voice)
    }

    /// The sentences of that page in their parts, as one JSON document, for an app that lays them out itself. Nothing in it is markup.
    fn said(&self, voice: Voice) -> String {
        render::said(&self.document(voice, Form::Html), voice)
    }

    /// The result as one JSON document that begins with its schema.
    ///
    /// Its keys are English and do not depend on a voice. Numbers read back to the same bits: a score is exactly the sum of its points.
    fn json(&self) -> String;

    /// The same with its sentences, if it has any, in this voice; keys and numbers do not depend on it.
    fn json_in(&self, voice: Voice) -> String {
        let _ = voice;
        self.json()
    }
}
