//! Where the answers of a batch go: lines of JSON, or a table.

use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

use boussole::Catalogue;

use super::answer::{Kind, Told};
#[cfg(feature = "arrow")]
use super::tables::Table;
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
    Table(Box<Table>),
}

impl Sink {
    /// A file, in the form that its name asks for, or lines on standard output.
    pub(super) fn create(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| !is_standard(path)) else {
            let form = Form::Printed(BufWriter::with_capacity(BUFFER, io::stdout()));
            return Ok(Self { name: "standard output".to_owned(), form });
        };
        let ending = path.extension().and_then(|ending| ending.to_str());
        let form = match ending.filter(|ending| TABLE_ENDINGS.contains(ending)) {
            Some(ending) => table(path, ending)?,
            None => Form::Lines(BufWriter::with_capacity(BUFFER, NewFile::create(path)?)),
        };
        Ok(Self { name: path.display().to_string(), form })
    }

    pub(super) fn kind(&self) -> Kind {
        match self.form {
            Form::Printed(_) | Form::Lines(_) => Kind::Line,
            #[cfg(feature = "arrow")]
            Form::Table(_) => Kind::Row,
        }
    }

    /// Writes one answer; break when nobody reads on, which is no failure.
    #[cfg_attr(not(feature = "arrow"), allow(unused_variables, reason = "only tables need it"))]
    pub(super) fn write(&mut self, told: Told, catalogue: &Catalogue) -> Result<ControlFlow<()>, Failure> {
        let written = match (&mut self.form, told) {
            (Form::Printed(output), Told::Line(line)) => output.write_all(line.as_bytes()),
            (Form::Lines(output), Told::Line(line)) => output.write_all(line.as_bytes()),
            #[cfg(feature = "arrow")]
            (Form::Table(table), Told::Row(row)) => table.write(row, catalogue),
            #[cfg(feature = "arrow")]
            _ => unreachable!("answers are made in the form of the sink"),
        };
        outcome(&self.name, written)
    }

    /// Writes what waits.
    #[cfg_attr(not(feature = "arrow"), allow(unused_variables, reason = "only tables need it"))]
    pub(super) fn finish(self, catalogue: &Catalogue) -> Result<(), Failure> {
        let written = match self.form {
            Form::Printed(mut output) => output.flush(),
            Form::Lines(output) => output.into_inner().map_err(io::IntoInnerError::into_error).and_then(NewFile::finish),
            #[cfg(feature = "arrow")]
            Form::Table(table) => table.finish(catalogue),
        };
        outcome(&self.name, written).map(|_| ())
    }
}

fn outcome(name: &str, written: io::Result<()>) -> Result<ControlFlow<()>, Failure> {
    match written {
        Ok(()) => Ok(ControlFlow::Continue(())),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
        Err(error) => Err(Failure::in_file(Path::new(name), error)),
    }
}

#[cfg(feature = "arrow")]
fn table(path: &Path, ending: &str) -> Result<Form, Failure> {
    let file = NewFile::create(path)?;
    let table = if ending == "parquet" { Table::parquet(file) } else { Table::arrow(file) };
    table.map(|table| Form::Table(Box::new(table))).map_err(|error| Failure::in_file(path, error))
}

#[cfg(not(feature = "arrow"))]
fn table(path: &Path, _ending: &str) -> Result<Form, Failure> {
    let message = "expected another ending than .parquet or .arrow: this program was built without the feature « arrow »";
    Err(Failure::in_file(path, message))
}
