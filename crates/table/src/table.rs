//! A table of profiles: its columns checked once, its rows read as they are asked for.

use std::borrow::Cow;

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, Schema, SchemaRef};
use boussole::profile::UncheckedProfile;
use boussole::ranking::Worker;

use super::answers::{LabelAnswers, Labels, Numbers};
use super::error::{RowError, TableError};
use super::names;
use super::numbers::integers;
use super::results::{Results, results_schema};
use super::texts::Texts;

/// A table of profiles, whatever number of batches it comes in.
///
/// ```
/// use std::sync::Arc;
/// use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
/// use boussole::{Catalogue, Recommender, Weights};
/// use boussole_table::Table;
///
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let columns: [(&str, ArrayRef); 2] =
///     [("id", Arc::new(Int64Array::from(vec![31, 32]))), ("willing", Arc::new(StringArray::from(vec!["bac+2", "doctor"])))];
/// let batch = RecordBatch::try_from_iter(columns)?;
/// let table = Table::new(&batch.schema())?;
/// let results = table.answer(&mut recommender.worker(), &batch, 3)?;
/// assert_eq!(results.num_rows(), 3 + 1, "three métiers, and one row with the error");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Table {
    others: Vec<String>,
    results: SchemaRef,
}

/// Who asks, as the table says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id<'a> {
    /// A text.
    Text(&'a str),
    /// An integer of any width.
    Integer(i128),
}

impl Table {
    /// A table with these columns.
    ///
    /// # Errors
    ///
    /// [`TableError`] for a name that is nearly one of a profile, one that occurs twice, or when none is of a profile. What columns hold
    /// is checked when they hold something: a column of nulls says nothing, whatever its type.
    pub fn new(profiles: &Schema) -> Result<Self, TableError> {
        let others = names::others(profiles)?;
        let id = profiles.column_with_name("id").map(|(_, id)| id.data_type());
        let id = id.filter(|kind| **kind != DataType::Null).unwrap_or(&DataType::Utf8);
        Ok(Self { others, results: results_schema(id) })
    }

    /// The columns that say nothing of a profile and are left alone, to be told once.
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// The columns of what [`answer`](Self::answer) gives: `id` (of the type that it has in the profiles), `rank`, `metier`, `score`,
    /// `tie_group`, `n_tied`, `error`.
    pub fn results(&self) -> &SchemaRef {
        &self.results
    }

    /// Ranks for each row of a batch: one row for each student and rank, and one with the error for a student who cannot be ranked.
    ///
    /// # Errors
    ///
    /// [`TableError`] for a column that holds something else than it should. A wrong row is none.
    pub fn answer(&self, worker: &mut Worker<'_>, profiles: &RecordBatch, k: usize) -> Result<RecordBatch, TableError> {
        let rows = Rows::of(profiles)?;
        let catalogue = worker.recommender().catalogue();
        let mut results = Results::new(catalogue, profiles.num_rows(), k);
        let mut profile = UncheckedProfile::default();
        for row in 0..profiles.num_rows() {
            let outcome = rows.read(row, &mut profile).and_then(|()| Ok(worker.shortlist(&profile, k)?));
            match outcome {
                Ok(placed) => results.push(&placed),
                Err(error) => results.push_error(&error.to_string()),
            }
        }
        Ok(results.finish(&self.results, &rows.ids()))
    }
}

/// The rows of a batch of profiles.
pub struct Rows<'a> {
    len: usize,
    ids: Option<&'a ArrayRef>,
    id: IdColumn<'a>,
    seed: Option<Vec<Option<i128>>>,
    interests: LabelAnswers<'a>,
    statuses: LabelAnswers<'a>,
    sectors: LabelAnswers<'a>,
    reached: Texts<'a>,
    willing: Texts<'a>,
    max_access_level: Texts<'a>,
    riasec: Option<Numbers<'a>>,
    words: Words<'a>,
    likes: Option<Labels<'a>>,
    exclude: Option<Labels<'a>>,
    gate_statuses: Option<Labels<'a>>,
    gate_sectors: Option<Labels<'a>>,
}

enum IdColumn<'a> {
    Texts(Texts<'a>),
    Integers(Vec<Option<i128>>),
}

enum Words<'a> {
    Texts(Texts<'a>),
    Lists(Labels<'a>),
}

impl<'a> Rows<'a> {
    /// The rows of a batch, whose names a [`Table`] has checked.
    ///
    /// # Errors
    ///
    /// [`TableError`] for a column that holds something else than it should.
    pub fn of(profiles: &'a RecordBatch) -> Result<Self, TableError> {
        let columns = Columns(profiles);
        let ids = profiles.column_by_name("id");
        let answers = |labels, answers| {
            LabelAnswers::of((labels, profiles.column_by_name(labels)), (answers, profiles.column_by_name(answers)))
        };
        Ok(Self {
            len: profiles.num_rows(),
            ids,
            id: columns.id()?,
            seed: columns.read("seed", "an integer", |column| integers(column))?,
            interests: answers("interests", "interest_answers")?,
            statuses: answers("statuses", "status_answers")?,
            sectors: answers("sectors", "sector_answers")?,
            reached: columns.texts("reached")?,
            willing: columns.texts("willing")?,
            max_access_level: columns.texts("max_access_level")?,
            riasec: columns.read("riasec", "a list of numbers", Numbers::of)?,
            words: columns.words()?,
            likes: columns.labels("likes")?,
            exclude: columns.labels("exclude")?,
            gate_statuses: columns.labels("gate_statuses")?,
            gate_sectors: columns.labels("gate_sectors")?,
        })
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Who asks in a row, `None` if it does not say.
    ///
    /// # Panics
    ///
    /// When there is no such row.
    pub fn id(&self, row: usize) -> Option<Id<'a>> {
        match &self.id {
            IdColumn::Texts(texts) => texts.get(row).map(Id::Text),
            IdColumn::Integers(numbers) => numbers[row].map(Id::Integer),
        }
    }

    /// The column `id`: shape (rows), all null when there is none.
    pub fn ids(&self) -> ArrayRef {
        self.ids.cloned().unwrap_or_else(|| arrow_array::new_null_array(&DataType::Utf8, self.len))
    }

    /// Writes what a row says, not yet checked, over what another said.
    ///
    /// # Errors
    ///
    /// [`RowError`] when the columns of the row do not go together.
    ///
    /// # Panics
    ///
    /// When there is no such row.
    pub fn read(&self, row: usize, profile: &mut UncheckedProfile<'a>) -> Result<(), RowError> {
        let seed = self.seed.as_ref().and_then(|seeds| seeds[row]).unwrap_or_default();
        profile.seed = seed.try_into().map_err(|_| RowError::Seed { found: seed })?;
        self.interests.read(row, &mut profile.interests)?;
        self.statuses.read(row, &mut profile.statuses)?;
        self.sectors.read(row, &mut profile.sectors)?;
        let scores = self.riasec.as_ref().and_then(|riasec| riasec.row(row));
        let letters = scores.map(|scores| scores.try_into().map_err(|_| RowError::Letters { found: scores.len() }));
        profile.riasec = letters.transpose()?;
        profile.reached = self.reached.get(row).map(Cow::Borrowed);
        profile.willing = self.willing.get(row).map(Cow::Borrowed);
        profile.words = match &self.words {
            Words::Texts(texts) => texts.get(row).map(Cow::Borrowed).into_iter().collect(),
            Words::Lists(lists) => lists.row(row).collect(),
        };
        let labels = |column: &Option<Labels<'a>>| column.iter().flat_map(|labels| labels.row(row)).collect();
        (profile.likes, profile.exclude) = (labels(&self.likes), labels(&self.exclude));
        profile.max_access_level = self.max_access_level.get(row).map(Cow::Borrowed);
        (profile.gate_statuses, profile.gate_sectors) = (labels(&self.gate_statuses), labels(&self.gate_sectors));
        Ok(())
    }
}

/// Columns by name.
struct Columns<'a>(&'a RecordBatch);

impl<'a> Columns<'a> {
    /// What a function makes of a column; nothing of an absent one, an error if it makes nothing of it.
    fn read<T>(
        &self,
        column: &'static str,
        expected: &'static str,
        read: impl FnOnce(&'a ArrayRef) -> Option<T>,
    ) -> Result<Option<T>, TableError> {
        let Some(found) = self.0.column_by_name(column) else { return Ok(None) };
        let wrong = || TableError::ColumnType { column, expected, found: found.data_type().clone() };
        read(found).map(Some).ok_or_else(wrong)
    }

    fn texts(&self, name: &'static str) -> Result<Texts<'a>, TableError> {
        Ok(self.read(name, "text", |column| Texts::of(column, 0..column.len()))?.unwrap_or(Texts::None))
    }

    fn labels(&self, name: &'static str) -> Result<Option<Labels<'a>>, TableError> {
        self.read(name, "a list of text", Labels::of)
    }

    fn words(&self) -> Result<Words<'a>, TableError> {
        let words = self.read("words", "a list of text", |column| {
            let texts = Texts::of(column, 0..column.len()).map(Words::Texts);
            texts.or_else(|| Labels::of(column).map(Words::Lists))
        });
        Ok(words?.unwrap_or(Words::Texts(Texts::None)))
    }

    fn id(&self) -> Result<IdColumn<'a>, TableError> {
        let id = self.read("id", "text or an integer", |column| {
            let texts = Texts::of(column, 0..column.len()).map(IdColumn::Texts);
            texts.or_else(|| integers(column).map(IdColumn::Integers))
        });
        Ok(id?.unwrap_or(IdColumn::Texts(Texts::None)))
    }
}
