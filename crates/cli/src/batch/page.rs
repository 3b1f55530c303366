//! What is written for the students of one piece: lines of JSON, or a table.

#[cfg(feature = "arrow")]
use arrow_array::{ArrayRef, builder::StringBuilder};
use boussole::Catalogue;
use boussole::ranking::Placed;
use boussole_report::BatchLines;
#[cfg(feature = "arrow")]
use boussole_table::{Id, Results};

#[cfg(feature = "arrow")]
use super::table_form::{TableForm, TablePart};

/// In which form answers are wanted.
pub(super) enum Kind {
    Lines(BatchLines),
    #[cfg(feature = "arrow")]
    Table(TableForm),
}

/// Who asks.
#[derive(Clone, Copy)]
pub(super) enum Who<'a> {
    /// As a line says it, in JSON.
    Json(Option<&'a str>),
    /// As a row says it.
    #[cfg(feature = "arrow")]
    Row(Option<Id<'a>>),
}

/// The results of one piece, as they are gathered.
pub(super) enum Page<'a> {
    Lines(&'a BatchLines, Vec<u8>),
    /// With the identifiers of who asks in lines.
    #[cfg(feature = "arrow")]
    Table(Box<Results<'a>>, StringBuilder),
}

/// The results of one piece.
pub(super) enum Told {
    Lines(Vec<u8>),
    #[cfg(feature = "arrow")]
    Table(TablePart),
}

impl<'a> Page<'a> {
    /// A page with room for so many students.
    #[cfg_attr(not(feature = "arrow"), allow(unused_variables, reason = "only tables need them"))]
    pub(super) fn new(catalogue: &'a Catalogue, kind: &'a Kind, n_students: usize, k: usize) -> Self {
        match kind {
            Kind::Lines(lines) => Self::Lines(lines, Vec::new()),
            #[cfg(feature = "arrow")]
            Kind::Table(_) => Self::Table(Box::new(Results::new(catalogue, n_students, k)), StringBuilder::new()),
        }
    }

    /// The next student and what they get.
    pub(super) fn put(&mut self, who: Who<'_>, outcome: Result<&[Placed], &str>) {
        match self {
            Self::Lines(lines, text) => {
                let id = who.json();
                match outcome {
                    Ok(placed) => lines.write(id.as_deref(), placed, text),
                    Err(error) => BatchLines::write_error(id.as_deref(), error, text),
                }
                text.push(b'\n');
            }
            #[cfg(feature = "arrow")]
            Self::Table(results, ids) => {
                if let Who::Json(id) = who {
                    // A text without its quotes; anything else as it is written.
                    ids.append_option(id.map(|id| serde_json::from_str(id).unwrap_or_else(|_| id.to_owned())));
                }
                match outcome {
                    Ok(placed) => results.push(placed),
                    Err(error) => results.push_error(error),
                }
            }
        }
    }

    /// The results, with the identifiers of who asks in rows.
    #[cfg(feature = "arrow")]
    pub(super) fn finish(self, kind: &Kind, ids: Option<ArrayRef>) -> Result<Told, String> {
        match (self, kind) {
            (Self::Table(results, mut written), Kind::Table(form)) => {
                let ids = ids.unwrap_or_else(|| form.ids(written.finish()));
                form.part(results.finish(form.schema(), &ids)).map(Told::Table).map_err(|error| error.to_string())
            }
            (Self::Lines(_, text), _) => Ok(Told::Lines(text)),
            (Self::Table(..), Kind::Lines(_)) => unreachable!("a page is of its kind"),
        }
    }

    /// The results.
    #[cfg(not(feature = "arrow"))]
    #[allow(clippy::unnecessary_wraps, reason = "a table may fail")]
    pub(super) fn finish(self, _: &Kind, _: Option<()>) -> Result<Told, String> {
        let Self::Lines(_, text) = self;
        Ok(Told::Lines(text))
    }
}

impl<'a> Who<'a> {
    /// In JSON.
    fn json(self) -> Option<std::borrow::Cow<'a, str>> {
        match self {
            Self::Json(id) => id.map(Into::into),
            #[cfg(feature = "arrow")]
            Self::Row(id) => id.map(|id| match id {
                Id::Text(text) => serde_json::to_string(text).expect("a text can be written").into(),
                Id::Integer(number) => number.to_string().into(),
            }),
        }
    }
}
