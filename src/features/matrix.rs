//! The rows: each métier as sparse values over the named columns, normalised when they are built.

use std::ops::Range;

use ndarray::Array2;

use super::rows::RowBuilder;
use super::{Criterion, FeatureSpace};
use crate::catalogue::Catalogue;

/// The feature vectors of all métiers, shape (`n_metiers`, `n_features`), stored by rows without their zeros.
///
/// # Formula
///
/// ```text
/// interest      x_mi = w_i / (W_m + κ),  W_m = Σ w_i over the interests of m,  κ = 3
/// access_level  x_ml = 1 in the column of the métier's level
/// status        x_mk = 1 / n_m in the columns of its n_m statuses; sector likewise
/// ```
///
/// with `w` from [`interest_weights`](super::interest_weights). All values are in (0, 1].
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureMatrix {
    starts: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f64>,
    known: Vec<u8>,
    n_features: usize,
}

/// One row of a [`FeatureMatrix`]: columns in ascending order and their values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row<'a> {
    columns: &'a [u32],
    values: &'a [f64],
    known: u8,
}

impl FeatureMatrix {
    /// The rows of a catalogue over its columns.
    pub fn of(catalogue: &Catalogue, space: &FeatureSpace) -> Self {
        let builder = RowBuilder::new(catalogue, space);
        let mut matrix =
            Self { starts: vec![0], columns: Vec::new(), values: Vec::new(), known: Vec::new(), n_features: space.n_features() };
        for metier in catalogue.metiers() {
            let (mut known, placed) = (0, builder.place(metier));
            for criterion in Criterion::ALL {
                let entries = builder.entries(&placed, criterion);
                known |= u8::from(!entries.is_empty()) << criterion.index();
                for (column, value) in entries {
                    matrix.columns.push(u32::try_from(column).expect("a catalogue has far fewer than 2^32 labels"));
                    matrix.values.push(value);
                }
            }
            matrix.known.push(known);
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
        Row { columns: &self.columns[range.clone()], values: &self.values[range], known: self.known[position] }
    }

    /// The rows, in the order of the catalogue.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        (0..self.n_metiers()).map(|position| self.row(position))
    }

    /// The whole matrix with its zeros, shape (`n_metiers`, `n_features`), for learning and linear algebra.
    pub fn to_array(&self) -> Array2<f64> {
        let mut array = Array2::zeros((self.n_metiers(), self.n_features));
        for (position, row) in self.rows().enumerate() {
            for (column, value) in row.entries() {
                array[[position, column]] = value;
            }
        }
        array
    }
}

impl<'a> Row<'a> {
    /// Column and value of each entry, columns ascending.
    pub fn entries(self) -> impl Iterator<Item = (usize, f64)> + use<'a> {
        self.columns.iter().zip(self.values).map(|(column, value)| (*column as usize, *value))
    }

    /// Columns and values of the entries in some consecutive columns, such as those of one criterion.
    pub(crate) fn within(self, columns: &Range<usize>) -> (&'a [u32], &'a [f64]) {
        let start = self.columns.partition_point(|column| (*column as usize) < columns.start);
        let end = start + self.columns[start..].partition_point(|column| (*column as usize) < columns.end);
        (&self.columns[start..end], &self.values[start..end])
    }

    /// The entries in some consecutive columns; those behind are left.
    pub(crate) fn take(&mut self, columns: &Range<usize>) -> Self {
        let n_before = |end: usize| self.columns.iter().take_while(|column| (**column as usize) < end).count();
        let (start, end) = (n_before(columns.start), n_before(columns.end));
        let taken = Self { columns: &self.columns[start..end], values: &self.values[start..end], ..*self };
        (self.columns, self.values) = (&self.columns[end..], &self.values[end..]);
        taken
    }

    /// Whether the fiche says anything on this criterion.
    pub fn knows(self, criterion: Criterion) -> bool {
        self.known >> criterion.index() & 1 == 1
    }
}
