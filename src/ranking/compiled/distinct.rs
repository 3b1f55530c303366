//! The distinct parts that rows have in one group of columns, so that each is worked out once a student.

use std::ops::Range;

use crate::explanation::Points;
use crate::features::{FeatureMatrix, Row};

/// The distinct lists of entries that rows have in one group of columns, shorter lists first.
#[derive(Debug, Clone, Default)]
pub(super) struct Distinct {
    starts: Vec<u32>,
    /// Places within the group.
    columns: Vec<u32>,
    values: Vec<f64>,
    /// Parts with an equal number of entries stand together.
    runs: Vec<Run>,
}

/// Consecutive parts with so many entries each.
#[derive(Debug, Clone)]
struct Run {
    n_entries: usize,
    start: u32,
    end: u32,
}

impl Distinct {
    /// The distinct parts of all rows, and for each row which of them it has.
    pub(super) fn of(matrix: &FeatureMatrix, group: &Range<usize>) -> (Self, Vec<u32>) {
        let parts: Vec<(&[u32], &[f64])> = matrix.rows().map(|row: Row<'_>| row.within(group)).collect();
        let key = |position: u32| {
            let (columns, values) = parts[position as usize];
            (columns.len(), columns, values.iter().map(|value| value.to_bits()))
        };
        let compare = |left: &u32, right: &u32| {
            let ((n_left, left, left_bits), (n_right, right, right_bits)) = (key(*left), key(*right));
            n_left.cmp(&n_right).then_with(|| left.cmp(right)).then_with(|| left_bits.cmp(right_bits))
        };
        let mut order: Vec<u32> = (0..count(parts.len())).collect();
        order.sort_unstable_by(compare);
        let mut distinct = Self { starts: vec![0], ..Self::default() };
        let mut of_rows = vec![0; parts.len()];
        for same in order.chunk_by(|left, right| compare(left, right).is_eq()) {
            for position in same {
                of_rows[*position as usize] = count(distinct.len());
            }
            let (columns, values) = parts[same[0] as usize];
            let (start, end) = (count(distinct.len()), count(distinct.len() + 1));
            match distinct.runs.last_mut() {
                Some(run) if run.n_entries == columns.len() => run.end = end,
                _ => distinct.runs.push(Run { n_entries: columns.len(), start, end }),
            }
            distinct.columns.extend(columns.iter().map(|column| column - count(group.start)));
            distinct.values.extend(values);
            distinct.starts.push(count(distinct.columns.len()));
        }
        (distinct, of_rows)
    }

    /// The memory that they take, in bytes.
    pub(super) fn n_bytes(&self) -> usize {
        size_of_val(&self.starts[..])
            + size_of_val(&self.columns[..])
            + size_of_val(&self.values[..])
            + size_of_val(&self.runs[..])
    }

    /// How many distinct parts there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Place within the group and value of each entry of one part.
    pub(super) fn entries(&self, part: usize) -> impl Iterator<Item = (usize, f64)> + Clone + use<'_> {
        let range = self.starts[part] as usize..self.starts[part + 1] as usize;
        self.columns[range.clone()].iter().map(|column| *column as usize).zip(self.values[range].iter().copied())
    }

    /// Appends what each part contributes with these coefficients of the group.
    pub(super) fn points(&self, coefficients: &[f64], points: &mut Vec<f64>) {
        if coefficients.iter().all(|coefficient| *coefficient == 0.0) {
            points.resize(points.len() + self.len(), 0.0);
            return;
        }
        for run in &self.runs {
            let range = self.starts[run.start as usize] as usize..self.starts[run.end as usize] as usize;
            let (columns, values) = (&self.columns[range.clone()], &self.values[range]);
            match run.n_entries {
                0 => points.extend((run.start..run.end).map(|_| 0.0)),
                1 => extend::<1>(columns, values, coefficients, points),
                2 => extend::<2>(columns, values, coefficients, points),
                3 => extend::<3>(columns, values, coefficients, points),
                4 => extend::<4>(columns, values, coefficients, points),
                n => {
                    let parts = columns.chunks_exact(n).zip(values.chunks_exact(n));
                    points.extend(parts.map(|(columns, values)| sum(columns, values, coefficients)));
                }
            }
        }
    }
}

/// Adds what parts of `N` entries each contribute. The number is fixed so that the loop over entries is no loop.
fn extend<const N: usize>(columns: &[u32], values: &[f64], coefficients: &[f64], points: &mut Vec<f64>) {
    let parts = columns.chunks_exact(N).zip(values.chunks_exact(N));
    points.extend(parts.map(|(columns, values)| sum(&columns[..N], &values[..N], coefficients)));
}

#[inline]
fn sum(columns: &[u32], values: &[f64], coefficients: &[f64]) -> f64 {
    let terms = columns.iter().zip(values);
    terms.fold(0.0, |sum, (column, value)| sum + Points::of(coefficients[*column as usize], *value).value())
}

/// A number of rows, parts or entries as it is stored.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a catalogue has far fewer than 2^32 entries")
}
