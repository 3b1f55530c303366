//! Reads the table of RIASEC letters.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "files are read here and nowhere else")]

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::ReadError;
use super::csv::{Rows, too_wide};
use super::limits::MAX_WHOLE_BYTES;
use super::text;
use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::{LoadedLetters, Place, Problem, RomeLetters};

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
        let mut builder = CatalogueBuilder::default();
        let text = text::text(&source, bytes, &mut builder);
        if let Some((line, kind)) = too_wide(&text) {
            let problems = vec![Problem { place: Place::of_line(&source, line), kind }];
            return LoadedLetters { letters: RomeLetters::default(), problems };
        }
        let mut table = Rows::new(&text);
        let rows = std::iter::from_fn(|| table.next().map(|row| (row.line, row.values.iter().map(str::to_owned).collect())));
        let mut loaded = Self::from_rows(&source, rows);
        loaded.problems.extend(builder.problems);
        loaded
    }
}
