//! The rows: each métier as sparse values over the named columns.

use std::ops::Range;

use super::{Criterion, FeatureSpace};

/// The feature vectors of all métiers, shape (`n_metiers`, `n_features`), stored by rows without their zeros.
///
/// Each criterion says what a métier has in its columns (`src/criteria`). All values are in [0, 1].
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureMatrix {
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f64>,
    known: Vec<[bool; Criterion::COUNT]>,
}

/// Something with whether a fiche says something on each criterion; what it has in the columns of others was guessed.
type Known<T> = ([bool; Criterion::COUNT], T);

/// One row of a [`FeatureMatrix`]: columns in ascending order and their values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    columns: &'a [u32],
    values: &'a [f64],
    known: &'a [bool; Criterion::COUNT],
}

impl FeatureMatrix {
    /// The rows in which each criterion has these values, given by their places in its group, ascending, and on which criteria each
    /// fiche says something.
    pub(crate) fn new(space: &FeatureSpace, rows: impl Iterator<Item = Known<[Vec<(usize, f64)>; Criterion::COUNT]>>) -> Self {
        let mut matrix = Self { starts: vec![0], columns: Vec::new(), values: Vec::new(), known: Vec::new() };
        for (known, row) in rows {
            matrix.known.push(known);
            for (criterion, entries) in Criterion::ALL.into_iter().zip(row) {
                let start = space.group(criterion).start;
                for (place, value) in entries {
                    matrix.columns.push(u32::try_from(start + place).expect("a catalogue has far fewer than 2^32 labels"));
                    matrix.values.push(value);
                }
            }
            matrix.starts.push(matrix.columns.len());
        }
        matrix
    }

    /// How many rows there are.
    pub fn n_metiers(&self) -> usize {
        self.known.len()
    }

    /// The row of the métier at this place in the catalogue.
    ///
    /// # Panics
    ///
    /// If there is no such place.
    pub fn row(&self, position: usize) -> Row<'_> {
        let range = self.starts[position]..self.starts[position + 1];
        Row { columns: &self.columns[range.clone()], values: &self.values[range], known: &self.known[position] }
    }

    /// The rows, in the order of the catalogue.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.n_metiers()).map(|position| self.row(position))
    }
}

impl<'a> Row<'a> {
    /// Column and value of each entry, columns ascending.
    pub fn entries(self) -> impl Iterator<Item = (usize, f64)> + use<'a> {
        self.columns.iter().zip(self.values).map(|(column, value)| (*column as usize, *value))
    }

    /// The entries in some consecutive columns, such as those of one criterion; a column counts from the first of them.
    pub(crate) fn entries_in(self, group: &Range<usize>) -> impl Iterator<Item = (usize, f64)> + use<'a> {
        let (start, (columns, values)) = (group.start, self.within(group));
        columns.iter().zip(values).map(move |(column, value)| (*column as usize - start, *value))
    }

    /// Columns and values of the entries in some consecutive columns.
    pub(crate) fn within(self, columns: &Range<usize>) -> (&'a [u32], &'a [f64]) {
        let start = self.columns.partition_point(|column| (*column as usize) < columns.start);
        let end = start + self.columns[start..].partition_point(|column| (*column as usize) < columns.end);
        (&self.columns[start..end], &self.values[start..end])
    }

    /// The entries in some consecutive columns; they leave the row, with those before them.
    pub(crate) fn take(&mut self, columns: &Range<usize>) -> Self {
        let n_before = |end: usize| self.columns.iter().take_while(|column| (**column as usize) < end).count();
        let (start, end) = (n_before(columns.start), n_before(columns.end));
        let taken = Self { columns: &self.columns[start..end], values: &self.values[start..end], ..*self };
        (self.columns, self.values) = (&self.columns[end..], &self.values[end..]);
        taken
    }

    /// Whether the fiche says anything on this criterion; entries that it has without are guessed.
    pub fn knows(self, criterion: Criterion) -> bool {
        self.known[criterion.index()]
    }
}
