//! Where the answers of a batch go: lines of JSON, or a table.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

use boussole::Catalogue;

use super::answer::{Kind, Told};
#[cfg(feature = "arrow")]
use super::tables::Table;
use crate::failure::Failure;

/// The endings of names that ask for a table.
const TABLE_ENDINGS: [&str; 2] = ["parquet", "arrow"];

/// A file or standard output, and how it is written.
pub(super) struct Sink {
    /// For messages.
    name: String,
    form: Form,
}

enum Form {
    Lines(BufWriter<Box<dyn Write + Send>>),
    #[cfg(feature = "arrow")]
    Table(Box<Table>),
}

impl Sink {
    /// A file, in the form that its name asks for, or lines on standard output.
    pub(super) fn create(path: Option<&Path>) -> Result<Self, Failure> {
        let lines = |output: Box<dyn Write + Send>| Form::Lines(BufWriter::with_capacity(1 << 16, output));
        let Some(path) = path else {
            return Ok(Self { name: "standard output".to_owned(), form: lines(Box::new(io::stdout())) });
        };
        let ending = path.extension().and_then(|ending| ending.to_str());
        let form = match ending.filter(|ending| TABLE_ENDINGS.contains(ending)) {
            Some(ending) => table(path, ending)?,
            None => lines(Box::new(File::create(path).map_err(|error| Failure::in_file(path, error))?)),
        };
        Ok(Self { name: path.display().to_string(), form })
    }

    pub(super) fn kind(&self) -> Kind {
        match self.form {
            Form::Lines(_) => Kind::Line,
            #[cfg(feature = "arrow")]
            Form::Table(_) => Kind::Row,
        }
    }

    /// Writes one answer; break when nobody reads on, which is no failure.
    #[cfg_attr(not(feature = "arrow"), allow(unused_variables, reason = "only tables need it"))]
    pub(super) fn write(&mut self, told: Told, catalogue: &Catalogue) -> Result<ControlFlow<()>, Failure> {
        let written = match (&mut self.form, told) {
            (Form::Lines(output), Told::Line(line)) => output.write_all(line.as_bytes()),
            #[cfg(feature = "arrow")]
            (Form::Table(table), Told::Row(row)) => table.write(row, catalogue),
            #[cfg(feature = "arrow")]
            _ => unreachable!("answers are made in the form of the sink"),
        };
        self.outcome(written)
    }

    /// Writes what waits.
    #[cfg_attr(not(feature = "arrow"), allow(unused_variables, reason = "only tables need it"))]
    pub(super) fn finish(mut self, catalogue: &Catalogue) -> Result<(), Failure> {
        let written = match &mut self.form {
            Form::Lines(output) => output.flush(),
            #[cfg(feature = "arrow")]
            Form::Table(table) => table.finish(catalogue),
        };
        self.outcome(written).map(|_| ())
    }

    fn outcome(&self, written: io::Result<()>) -> Result<ControlFlow<()>, Failure> {
        match written {
            Ok(()) => Ok(ControlFlow::Continue(())),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ControlFlow::Break(())),
            Err(error) => Err(Failure::in_file(Path::new(&self.name), error)),
        }
    }
}

#[cfg(feature = "arrow")]
fn table(path: &Path, ending: &str) -> Result<Form, Failure> {
    let table = if ending == "parquet" { Table::parquet(path) } else { Table::arrow(path) };
    table.map(|table| Form::Table(Box::new(table))).map_err(|error| Failure::in_file(path, error))
}

#[cfg(not(feature = "arrow"))]
fn table(path: &Path, _ending: &str) -> Result<Form, Failure> {
    let message = "expected another ending than .parquet or .arrow: this program was built without the feature « arrow »";
    Err(Failure::in_file(path, message))
}
