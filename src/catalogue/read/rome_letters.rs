//! Reads the table of RIASEC letters.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "files are read here and nowhere else")]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use ::csv::ByteRecord;

use super::ReadError;
use super::csv::TableReader;
use super::limits::{HEAD_BYTES, MAX_WHOLE_BYTES};
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{LoadedLetters, Problem, RomeLetters};

impl RomeLetters {
    /// Reads a CSV table with the columns `code_rome`, `riasec_majeur` and perhaps `riasec_mineur`; others are ignored.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file cannot be opened. Faults in the table are not errors: they are listed.
    pub fn read(path: impl AsRef<Path>) -> Result<LoadedLetters, ReadError> {
        let path = path.as_ref();
        let open = || {
            let mut bytes = Vec::new();
            fs::File::open(path)?.take(MAX_WHOLE_BYTES).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = open().map_err(|source| ReadError::Unreadable { path: path.to_owned(), source })?;
        Ok(Self::read_bytes(&path.display().to_string(), &bytes))
    }

    /// Reads the content of a table. Problems cite the name.
    ///
    /// ```
    /// use boussole::catalogue::RomeLetters;
    /// let table = "code_rome;intitule;riasec_majeur;riasec_mineur\nA1101;Conduite;R;c";
    /// let loaded = RomeLetters::read_bytes("rome.csv", table.as_bytes());
    /// assert_eq!(loaded.letters.get(&"A1101".parse()?).map(|code| code.to_string()), Some("RC".into()));
    /// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
    /// ```
    pub fn read_bytes(name: &str, bytes: &[u8]) -> LoadedLetters {
        let source: Arc<str> = name.into();
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut stream = bytes;
        let mut table = TableReader::new(&source, &bytes[..bytes.len().min(HEAD_BYTES)], &mut stream);
        let mut builder = CatalogueBuilder::default();
        let mut record = ByteRecord::new();
        let rows = std::iter::from_fn(|| {
            let is_there = table.next(&mut record, &mut builder).unwrap_or(false);
            is_there.then(|| {
                let line = record.position().map_or(1, ::csv::Position::line);
                let fields = record.iter().map(|field| String::from_utf8_lossy(field).into_owned());
                (usize::try_from(line).unwrap_or(usize::MAX), fields.collect())
            })
        });
        let mut loaded = Self::from_rows(&source, rows);
        let unread: Vec<Problem> = builder.problems;
        loaded.problems.extend(unread);
        loaded
    }
}
