//! Profiles as rows of an Arrow table, which is also what a Parquet file holds.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int32Type, Int64Type, UInt64Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;

use boussole::profile::{Profile, ProfileError, UncheckedProfile};

/// A row of a table of profiles.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TableRow {
    /// What the column `id` says; a number as its digits.
    pub(super) id: Option<String>,
    /// The profile, or what is wrong in the row.
    pub(super) profile: Result<Profile, RowError>,
}

/// What can be wrong in one row.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum RowError {
    /// Labels and answers do not belong together.
    #[error("{labels}: expected one answer in « {answers} » for each label, found {n_answers} for {n_labels}")]
    Lengths {
        /// The column of labels.
        labels: &'static str,
        /// The column of answers.
        answers: &'static str,
        /// How many labels there are.
        n_labels: usize,
        /// How many answers there are.
        n_answers: usize,
    },
    /// Not one score a letter.
    #[error("riasec: expected six scores (R, I, A, S, E, C), found {found}")]
    Letters {
        /// How many scores there are.
        found: usize,
    },
    /// A seed that is none.
    #[error("seed: expected an integer from 0 to 2^64 − 1, found {found}")]
    Seed {
        /// The number.
        found: i128,
    },
    /// Wrong answers.
    #[error(transparent)]
    Profile(#[from] ProfileError),
}

/// What can be wrong with the columns of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum TableError {
    /// A column that is no part of a profile.
    #[error("expected the columns {}, found « {found} »; rename or drop it", COLUMNS.join(", "))]
    UnknownColumn {
        /// Its name.
        found: String,
    },
    /// A column that holds something else.
    #[error("column « {column} »: expected {expected}, found {found}")]
    ColumnType {
        /// Its name.
        column: &'static str,
        /// What it should hold.
        expected: &'static str,
        /// What it holds.
        found: DataType,
    },
}

/// The columns that a table of profiles may have.
const COLUMNS: [&str; 17] = [
    "id",
    "seed",
    "interests",
    "interest_answers",
    "reached",
    "willing",
    "statuses",
    "status_answers",
    "sectors",
    "sector_answers",
    "riasec",
    "words",
    "likes",
    "exclude",
    "max_access_level",
    "gate_statuses",
    "gate_sectors",
];

/// The numbers of rows, as pandas writes them beside the columns; they say nothing of a student.
const ROW_NUMBERS: &str = "__index_level_0__";

/// The profiles of a table, one a row.
///
/// | column | type | what it says |
/// | --- | --- | --- |
/// | `id` | text or integer | who asks |
/// | `seed` | integer | the order of ties, 0 if absent |
/// | `interests`, `statuses`, `sectors` | list of text | labels |
/// | `interest_answers`, `status_answers`, `sector_answers` | list of number | one answer in [−1, 1] a label; all 1 if absent |
/// | `reached`, `willing`, `max_access_level` | text | levels |
/// | `riasec` | list of six numbers | scores of R, I, A, S, E, C |
/// | `words` | list of text | words of the student's own |
/// | `likes`, `exclude` | list of text | identifiers of métiers |
/// | `gate_statuses`, `gate_sectors` | list of text | labels of which a métier must have one |
///
/// Every column may be absent, and every value null: the student said nothing about it. Values are checked like those of a file.
///
/// # Errors
///
/// [`TableError`] for a column of another name or type.
pub(super) fn profiles_of_table(table: &RecordBatch) -> Result<Vec<TableRow>, TableError> {
    let schema = table.schema();
    if let Some(unknown) = schema.fields().iter().find(|field| !is_known(field.name())) {
        return Err(TableError::UnknownColumn { found: unknown.name().clone() });
    }
    let columns = Columns(table);
    (0..table.num_rows()).map(|row| columns.row(row)).collect()
}

fn is_known(name: &str) -> bool {
    COLUMNS.contains(&name) || name == ROW_NUMBERS
}

struct Columns<'a>(&'a RecordBatch);

impl Columns<'_> {
    fn row(&self, row: usize) -> Result<TableRow, TableError> {
        let id = self.value(row, "id", "text or an integer", |column| {
            text(column, row).or_else(|| Some(integer(column, row)?.to_string()))
        })?;
        let profile = match self.unchecked(row)? {
            Ok(unchecked) => unchecked.check().map_err(RowError::from),
            Err(error) => Err(error),
        };
        Ok(TableRow { id, profile })
    }

    fn unchecked(&self, row: usize) -> Result<Result<UncheckedProfile, RowError>, TableError> {
        let riasec = self.numbers(row, "riasec")?;
        let (interests, statuses, sectors) = (
            self.answers(row, "interests", "interest_answers")?,
            self.answers(row, "statuses", "status_answers")?,
            self.answers(row, "sectors", "sector_answers")?,
        );
        let mut unchecked = UncheckedProfile::default();
        unchecked.reached = self.text(row, "reached")?;
        unchecked.willing = self.text(row, "willing")?;
        unchecked.words = self.labels(row, "words")?;
        unchecked.likes = self.labels(row, "likes")?;
        unchecked.exclude = self.labels(row, "exclude")?;
        unchecked.max_access_level = self.text(row, "max_access_level")?;
        unchecked.gate_statuses = self.labels(row, "gate_statuses")?;
        unchecked.gate_sectors = self.labels(row, "gate_sectors")?;
        let seed = self.value(row, "seed", "an integer", |column| integer(column, row))?.unwrap_or_default();
        Ok((|| {
            unchecked.seed = seed.try_into().map_err(|_| RowError::Seed { found: seed })?;
            (unchecked.interests, unchecked.statuses, unchecked.sectors) = (interests?, statuses?, sectors?);
            unchecked.riasec = riasec.map(letters).transpose()?;
            Ok(unchecked)
        })())
    }

    /// What a function makes of a value; nothing for a null or an absent column, an error if the function makes nothing of it.
    fn value<T>(
        &self,
        row: usize,
        name: &'static str,
        expected: &'static str,
        read: impl FnOnce(&ArrayRef) -> Option<T>,
    ) -> Result<Option<T>, TableError> {
        let Some(column) = self.0.column_by_name(name).filter(|column| !column.is_null(row)) else { return Ok(None) };
        let wrong = || TableError::ColumnType { column: name, expected, found: column.data_type().clone() };
        read(column).map(Some).ok_or_else(wrong)
    }

    fn text(&self, row: usize, name: &'static str) -> Result<Option<String>, TableError> {
        self.value(row, name, "text", |column| text(column, row))
    }

    fn labels(&self, row: usize, name: &'static str) -> Result<Vec<String>, TableError> {
        let labels = self.value(row, name, "a list of text", |column| {
            let list = list(column, row)?;
            (0..list.len()).filter(|place| !list.is_null(*place)).map(|place| text(&list, place)).collect()
        });
        Ok(labels?.unwrap_or_default())
    }

    fn numbers(&self, row: usize, name: &'static str) -> Result<Option<Vec<f64>>, TableError> {
        self.value(row, name, "a list of numbers", |column| {
            let list = list(column, row)?;
            (0..list.len()).map(|place| number(&list, place)).collect()
        })
    }

    /// Labels with their answers, all 1 without a column of answers.
    fn answers(
        &self,
        row: usize,
        labels: &'static str,
        answers: &'static str,
    ) -> Result<Result<Vec<(String, f64)>, RowError>, TableError> {
        let names = self.labels(row, labels)?;
        let values = self.numbers(row, answers)?.unwrap_or_else(|| vec![1.0; names.len()]);
        let (n_labels, n_answers) = (names.len(), values.len());
        let pairs = || names.into_iter().zip(values).collect();
        Ok(if n_labels == n_answers { Ok(pairs()) } else { Err(RowError::Lengths { labels, answers, n_labels, n_answers }) })
    }
}

fn letters(scores: Vec<f64>) -> Result<[f64; 6], RowError> {
    scores.try_into().map_err(|scores: Vec<f64>| RowError::Letters { found: scores.len() })
}

/// The text at a place of a column of texts of any width.
fn text(column: &ArrayRef, row: usize) -> Option<String> {
    let small = column.as_string_opt::<i32>().map(|texts| texts.value(row));
    let large = || column.as_string_opt::<i64>().map(|texts| texts.value(row));
    let view = || column.as_string_view_opt().map(|texts| texts.value(row));
    small.or_else(large).or_else(view).map(str::to_owned)
}

fn integer(column: &ArrayRef, row: usize) -> Option<i128> {
    let long = column.as_primitive_opt::<Int64Type>().map(|numbers| numbers.value(row).into());
    let short = || column.as_primitive_opt::<Int32Type>().map(|numbers| numbers.value(row).into());
    let unsigned = || column.as_primitive_opt::<UInt64Type>().map(|numbers| numbers.value(row).into());
    long.or_else(short).or_else(unsigned)
}

/// A number; a null is not a number, which no answer may be.
fn number(column: &ArrayRef, row: usize) -> Option<f64> {
    let double = column.as_primitive_opt::<Float64Type>().map(|numbers| numbers.value(row));
    let single = || column.as_primitive_opt::<Float32Type>().map(|numbers| numbers.value(row).into());
    #[allow(clippy::cast_precision_loss, reason = "answers are small, scores are whole numbers far below 2^53")]
    let whole = || integer(column, row).map(|number| number as f64);
    double.or_else(single).or_else(whole).map(|number| if column.is_null(row) { f64::NAN } else { number })
}

fn list(column: &ArrayRef, row: usize) -> Option<ArrayRef> {
    let small = column.as_list_opt::<i32>().map(|lists| lists.value(row));
    small.or_else(|| column.as_list_opt::<i64>().map(|lists| lists.value(row)))
}

#[cfg(test)]
mod tests {
    //! Properties: a row is the profile that a file says; absent and null say nothing; what is wrong is named.

    use std::sync::Arc;

    use arrow_array::builder::{Float64Builder, ListBuilder, StringBuilder};
    use arrow_array::{Int64Array, StringArray};

    use super::*;
    use boussole::catalogue::AccessLevel;

    fn texts(rows: &[&[&str]]) -> ArrayRef {
        let mut builder = ListBuilder::new(StringBuilder::new());
        for row in rows {
            builder.append_value(row.iter().map(|text| Some(*text)));
        }
        Arc::new(builder.finish())
    }

    fn numbers(rows: &[&[f64]]) -> ArrayRef {
        let mut builder = ListBuilder::new(Float64Builder::new());
        for row in rows {
            builder.append_value(row.iter().map(|number| Some(*number)));
        }
        Arc::new(builder.finish())
    }

    fn table(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
        RecordBatch::try_from_iter(columns).expect("columns are of one length")
    }

    #[test]
    fn a_row_is_the_profile_that_a_file_says() {
        let rows = profiles_of_table(&table(vec![
            ("id", Arc::new(Int64Array::from(vec![31, 32])) as ArrayRef),
            ("interests", texts(&[&["a", "b"], &[]])),
            ("interest_answers", numbers(&[&[1.0, -0.5], &[]])),
            ("willing", Arc::new(StringArray::from(vec![Some("bac+2"), None]))),
            ("riasec", numbers(&[&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]])),
            ("exclude", texts(&[&["MET.1"], &[]])),
        ]));
        let rows = rows.expect("the columns are right");
        let expected = Profile::builder().likes("a").interest("b", -0.5).willing(AccessLevel::BacPlus2);
        let expected = expected.riasec([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).excludes("MET.1".parse().expect("an id")).build();
        assert_eq!(rows[0], TableRow { id: Some("31".into()), profile: expected.map_err(RowError::from) });
        assert_eq!(rows[1].id.as_deref(), Some("32"));
        assert!(rows[1].profile.as_ref().is_ok_and(|profile| profile.interests().is_empty() && profile.willing().is_none()));
    }

    #[track_caller]
    fn row_error(columns: Vec<(&str, ArrayRef)>, message: &str) {
        let rows = profiles_of_table(&table(columns)).expect("the columns are right");
        assert_eq!(rows[0].profile.as_ref().map_err(ToString::to_string).err(), Some(message.to_owned()));
    }

    #[test]
    fn what_is_wrong_in_a_row_is_named() {
        let message = "interests: expected one answer in « interest_answers » for each label, found 1 for 2";
        row_error(vec![("interests", texts(&[&["a", "b"]])), ("interest_answers", numbers(&[&[1.0]]))], message);
        row_error(vec![("riasec", numbers(&[&[1.0]]))], "riasec: expected six scores (R, I, A, S, E, C), found 1");
        let message = "seed: expected an integer from 0 to 2^64 − 1, found -1";
        row_error(vec![("seed", Arc::new(Int64Array::from(vec![-1])))], message);
        let message = "profile: interests: « a »: expected an answer from -1 (no) to 1 (yes), found 2";
        row_error(vec![("interests", texts(&[&["a"]])), ("interest_answers", numbers(&[&[2.0]]))], message);
    }

    #[test]
    fn what_is_wrong_with_a_column_is_named() {
        let message = |columns| profiles_of_table(&table(columns)).map_err(|error| error.to_string());
        let wrong = message(vec![("interests", Arc::new(Int64Array::from(vec![1])) as ArrayRef)]);
        assert_eq!(wrong, Err("column « interests »: expected a list of text, found Int64".to_owned()));
        let unknown = message(vec![("taste", texts(&[&[]]))]).expect_err("is no part of a profile");
        assert!(unknown.ends_with(", found « taste »; rename or drop it"), "{unknown}");
        let wrong = message(vec![("seed", Arc::new(StringArray::from(vec!["1"])) as ArrayRef)]);
        assert_eq!(wrong, Err("column « seed »: expected an integer, found Utf8".to_owned()));
    }
}
