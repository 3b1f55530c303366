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

    /// The result as one JSON document that begins with its schema.
    ///
    /// Its keys are English and do not depend on a voice. Numbers read back to the same bits: a score is exactly the sum of its points.
    fn json(&self) -> String;
}
