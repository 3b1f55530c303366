//! Where the answers of a batch go: lines of JSON, or a table.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

#[cfg(feature = "arrow")]
use arrow_schema::SchemaRef;
use boussole::Catalogue;
use boussole_report::BatchLines;

use super::page::{Kind, Told};
#[cfg(feature = "arrow")]
use super::table_form::TableFile;
use crate::failure::Failure;
use crate::input::is_standard;
use crate::output::NewFile;

/// The endings of names that ask for a table.
const TABLE_ENDINGS: [&str; 2] = ["parquet", "arrow"];

/// So many bytes are written at once.
const BUFFER: usize = 1 << 16;

/// A file or standard output, and how it is written.
pub(super) struct Sink {
    /// For messages.
    name: String,
    form: Form,
}

enum Form {
    Printed(BufWriter<io::Stdout>),
    Lines(BufWriter<NewFile>),
    #[cfg(feature = "arrow")]
    Table(Box<TableFile>),
}

/// Whether a name asks for a table.
pub(super) fn is_table(path: Option<&Path>) -> bool {
    path.filter(|path| !is_standard(path)).and_then(table_ending).is_some()
}

fn table_ending(path: &Path) -> Option<&str> {
    path.extension().and_then(|ending| ending.to_str()).filter(|ending| TABLE_ENDINGS.contains(ending))
}

impl Sink {
    /// A file, in the form that its name asks for, or lines on standard output; and that form.
    #[cfg_attr(
        not(feature = "arrow"),
        allow(clippy::trivially_copy_pass_by_ref, reason = "tables have columns, lines have none")
    )]
    pub(super) fn create(path: Option<&Path>, catalogue: &Catalogue, columns: &Columns) -> Result<(Self, Kind), Failure> {
        let lines = || Kind::Lines(BatchLines::new(catalogue));
        let Some(path) = path.filter(|path| !is_standard(path)) else {
            let form = Form::Printed(BufWriter::with_capacity(BUFFER, io::stdout()));
            return Ok((Self { name: "standard output".to_owned(), form }, lines()));
        };
        let (form, kind) = match table_ending(path) {
            Some(ending) => table(path, ending, columns)?,
            None => (Form::Lines(BufWriter::with_capacity(BUFFER, NewFile::create(path)?)), lines()),
        };
        Ok((Self { name: path.display().to_string(), form }, kind))
    }

    /// Writes the answers of a piece; break when nobody reads on, which is no failure.
    pub(super) fn write(&mut self, told: Told) -> Result<ControlFlow<()>, Failure> {
        let written = match (&mut self.form, told) {
            (Form::Printed(output), Told::Lines(lines)) => output.write_all(&lines),
            (Form::Lines(output), Told::Lines(lines)) => output.write_all(&lines),
            #[cfg(feature = "arrow")]
            (Form::Table(table), Told::Table(part)) => table.write(part),
            #[cfg(feature = "arrow")]
            _ => unreachable!("answers are made in the form of the sink"),
        };
        outcome(&self.name, written)
    }

    /// Writes what waits.
    pub(super) fn finish(self) -> Result<(), Failure> {
        let written = match self.form {
            Form::Printed(mut output) => output.flush(),
            Form::Lines(output) => output.into_inner().map_err(io::IntoInnerError::into_error).and_then(NewFile::finish),
            #[cfg(feature = "arrow")]
            Form::Table(table) => table.finish(),
        };
        outcome(&self.name, written).map(|_| ())
    }
}

/// The columns of a table of results.
#[cfg(feature = "arrow")]
pub(super) type Columns = SchemaRef;
#[cfg(not(feature = "arrow"))]
pub(super) type Columns = ();

fn outcome(name: &str, written: io::Result<()>) -> Result<ControlFlow<()>, Failure> {
    match written {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Failure::in_file(Path::new(name), error)),
    }
}

#[cfg(feature = "arrow")]
fn table(path: &Path, ending: &str, columns: &Columns) -> Result<(Form, Kind), Failure> {
    let (file, columns) = (NewFile::create(path)?, SchemaRef::clone(columns));
    let table = if ending == "parquet" { TableFile::parquet(file, columns) } else { TableFile::arrow(file, columns) };
    let (table, form) = table.map_err(|error| Failure::in_file(path, error))?;
    Ok((Form::Table(Box::new(table)), Kind::Table(form)))
}

#[cfg(not(feature = "arrow"))]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "tables have columns, lines have none")]
fn table(path: &Path, _: &str, (): &Columns) -> Result<(Form, Kind), Failure> {
    let message = "expected another ending than .parquet or .arrow: this program was built without the feature « arrow »";
    Err(Failure::in_file(path, message))
}
