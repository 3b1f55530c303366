//! What can be wrong with a table, and with one row of it.

use arrow_schema::DataType;
use boussole::ProfileError;

/// What can be wrong with the columns of a table. Nothing of it can be ranked then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// A column whose name is nearly that of a part of a profile.
    #[error("expected a column « {expected} », found « {found} »; rename it, or drop it if it is something else")]
    NearName {
        /// The column that is probably meant.
        expected: &'static str,
        /// Its name.
        found: String,
    },
    /// Columns, but none of a profile.
    #[error("expected some of the columns {}, found only {}", columns.join(", "), found.join(", "))]
    NoColumns {
        /// The columns that a table of profiles may have.
        columns: &'static [&'static str],
        /// The names that were found.
        found: Vec<String>,
    },
    /// Two columns of one name.
    #[error("expected each column once, found « {found} » again")]
    RepeatedColumn {
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
    /// Answers twice: beside their labels, and in a column of their own.
    #[error("column « {answers} »: expected none, since « {labels} » holds the answers already; drop one of them")]
    AnswersTwice {
        /// The column of labels with their answers.
        labels: &'static str,
        /// The column of answers.
        answers: &'static str,
    },
}

/// What can be wrong in one row. Other rows are ranked nonetheless.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum RowError {
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
    /// An answer to nothing.
    #[error("{labels}: expected a label for each answer, found none for the answer {answer}")]
    NoLabel {
        /// The column of labels with their answers.
        labels: &'static str,
        /// The answer.
        answer: f64,
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
