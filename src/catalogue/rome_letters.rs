//! The table of the ROME: the RIASEC letters of each code.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use super::identifier::{InvalidIdentifier, RomeCode};
use super::label::heading_key;
use super::metier::Metier;
use super::place::{FicheField, Place};
use super::problem::{Problem, ProblemKind};
use super::riasec::{InvalidRiasec, RiasecCode};

/// The embedded table, for the codes of the demonstration catalogue.
const TABLE: &str = include_str!("../../fixtures/rome_riasec.csv");

/// The columns that a table needs.
const COLUMNS: [&str; 3] = ["code_rome", "riasec_majeur", "riasec_mineur"];

/// The RIASEC letters of ROME codes.
///
/// ```
/// use boussole::catalogue::RomeLetters;
/// let letters = RomeLetters::embedded().get(&"K2104".parse()?);
/// assert_eq!(letters.map(|code| code.to_string()), Some("SC".to_owned()));
/// # Ok::<(), boussole::catalogue::InvalidIdentifier>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RomeLetters {
    letters: BTreeMap<RomeCode, RiasecCode>,
}

/// A table of letters, and the problems of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LoadedLetters {
    /// The letters that could be read.
    pub letters: RomeLetters,
    /// Everything that was wrong, in the order of lines.
    pub problems: Vec<Problem>,
}

/// How many problems of a table are listed; the others are counted.
const MAX_PROBLEMS: usize = 1_000;

/// The codes and métiers of a catalogue for which a table has no letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LettersReport {
    /// The codes of the catalogue without letters in the table.
    pub codes: BTreeSet<RomeCode>,
    /// The number of métiers with at least one such code.
    pub n_concerned: usize,
    /// The number of métiers in the catalogue.
    pub n_metiers: usize,
}

impl LettersReport {
    /// The letters of a métier's codes; codes without letters are recorded.
    pub(super) fn look_up(&mut self, metier: &Metier, letters: &RomeLetters) -> Vec<RiasecCode> {
        let mut found = Vec::with_capacity(metier.rome_codes.len());
        for code in &metier.rome_codes {
            match letters.get(code) {
                Some(letters) => found.push(letters),
                None => {
                    self.codes.insert(code.clone());
                }
            }
        }
        self.n_concerned += usize::from(found.len() < metier.rome_codes.len());
        found
    }
}

impl RomeLetters {
    /// The table of `fixtures/rome_riasec.csv`: the codes of the demonstration catalogue, read once.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<RomeLetters> = LazyLock::new(|| {
            let source: Arc<str> = "fixtures/rome_riasec.csv".into();
            let rows = TABLE.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
            let rows = rows.map(|(index, line)| (index + 1, line.split(',').map(str::to_owned).collect()));
            RomeLetters::from_rows(&source, rows).letters
        });
        &EMBEDDED
    }

    /// The letters of a code, if the table has them.
    pub fn get(&self, code: &RomeCode) -> Option<RiasecCode> {
        self.letters.get(code).copied()
    }

    /// The number of codes with letters.
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether no code has letters.
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Reads numbered rows, of which the first is the header. Other columns are ignored.
    pub(super) fn from_rows(source: &Arc<str>, rows: impl IntoIterator<Item = (usize, Vec<String>)>) -> LoadedLetters {
        let mut loaded = LoadedLetters { letters: Self::default(), problems: Vec::new() };
        let mut rows = rows.into_iter();
        let (line, header) = rows.next().unwrap_or_default();
        let place = |name: &str| header.iter().position(|column| heading_key(column) == name);
        let [Some(code), Some(major), minor] = COLUMNS.map(place) else {
            let kind = ProblemKind::MissingColumns { expected: "code_rome and riasec_majeur", found: header.join(",") };
            loaded.problems.push(Problem { place: Place { line: Some(line), ..Place::of_source(source) }, kind });
            return loaded;
        };
        let mut n_more = 0;
        for (line, row) in rows {
            let value = |column: usize| row.get(column).map_or("", |value| value.trim());
            let letters = format!("{}{}", value(major), minor.map_or("", value));
            let outcome = loaded.letters.row(value(code), &letters);
            if outcome.is_err() && MAX_PROBLEMS <= loaded.problems.len() {
                n_more += 1;
            } else if let Err((field, kind)) = outcome {
                let metier = Some(value(code).to_owned()).filter(|code| !code.is_empty());
                let place = Place { line: Some(line), metier, field: Some(field), ..Place::of_source(source) };
                loaded.problems.push(Problem { place, kind: kind.shortened() });
            }
        }
        if 0 < n_more {
            let kind = ProblemKind::TooManyProblems { limit: MAX_PROBLEMS, n_more };
            loaded.problems.push(Problem { place: Place::of_source(source), kind });
        }
        loaded
    }

    /// Adds one row. A row without letters is not a problem.
    fn row(&mut self, code: &str, letters: &str) -> Result<(), (FicheField, ProblemKind)> {
        let code: RomeCode = code.parse().map_err(|error: InvalidIdentifier| (FicheField::RomeCodes, error.into()))?;
        if letters.is_empty() {
            return Ok(());
        }
        let letters =
            letters.parse().map_err(|InvalidRiasec { found }| (FicheField::Riasec, ProblemKind::InvalidRiasec { found }))?;
        if self.letters.contains_key(&code) {
            return Err((FicheField::RomeCodes, ProblemKind::RepeatedValue { found: code.to_string() }));
        }
        self.letters.insert(code, letters);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    //! Properties: every row of the embedded table is read, bad rows are reported with their lines, other columns do not matter.

    use super::*;

    fn read(table: &str) -> LoadedLetters {
        let rows = table.lines().enumerate().map(|(index, line)| (index + 1, line.split(';').map(str::to_owned).collect()));
        RomeLetters::from_rows(&"t".into(), rows)
    }

    #[test]
    fn every_row_of_the_embedded_table_is_read() {
        assert_eq!(RomeLetters::embedded().len(), TABLE.lines().count() - 2);
    }

    #[test]
    fn rows_are_read_and_bad_ones_told() {
        let loaded = read(
            "x;riasec_mineur;code_rome;riasec_majeur\n;c;A1101;R\n;;A1102;I\n;R;A1103;R\n;C;A110;R\n;;A1104;X\n;;A1105;\n;;A1101;I",
        );
        let letters: Vec<String> = loaded.letters.letters.iter().map(|(code, letters)| format!("{code} {letters}")).collect();
        assert_eq!(letters, ["A1101 RC", "A1102 I", "A1103 R"]);
        let problems: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "t:5: A110: ROME codes: expected an identifier such as K2104, found « A110 »; correct it, it is left out",
                "t:6: A1104: RIASEC letters: expected one or two letters of RIASEC such as RC, found « X »; correct it, it is left out",
                "t:8: A1101: ROME codes: expected each value once, found « A1101 » again; remove one, it is kept once",
            ]
        );
    }

    #[test]
    fn a_table_without_its_columns_is_refused() {
        assert_eq!(
            read("a;b\n1;2").problems[0].to_string(),
            "t:1: expected a header with the columns code_rome and riasec_majeur, found « a,b »; \
             name the columns, the file is left out"
        );
    }
}
