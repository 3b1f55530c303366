//! What one would write without this library: a dense product in f32 and a partial sort, and a nearest-neighbour index.

#![allow(clippy::cast_possible_truncation, reason = "the baseline has the precision of f32")]

use boussole::features::Criterion;
use boussole::{Profile, Recommender};
use linfa_nn::distance::L2Dist;
use linfa_nn::{LinearSearch, NearestNeighbour, NearestNeighbourIndex};
use ndarray::{Array1, Array2, ArrayView1};

/// How many métiers a list has.
pub const TOP: usize = 10;

/// So many students are multiplied at once: their scores fill about the second cache for the real catalogue.
const BLOCK: usize = 64;

/// The rows of a catalogue as a dense matrix over the first columns.
#[derive(Debug)]
pub struct Dense {
    /// Shape (`n_metiers`, columns).
    rows: Array2<f32>,
}

/// Which columns a dense matrix has.
#[derive(Debug, Clone, Copy)]
pub enum Columns {
    /// The 25 interests.
    Interests,
    /// All that the score needs without liked métiers: interests twice, levels, statuses, sectors, letters, domains.
    All,
}

impl Dense {
    /// The dense matrix of a recommender.
    pub fn new(recommender: &Recommender, columns: Columns) -> Self {
        let (space, matrix) = (recommender.model().space(), recommender.model().matrix());
        let n_columns = match columns {
            Columns::Interests => space.group(Criterion::Interest).end,
            Columns::All => space.group(Criterion::Similar).start,
        };
        let mut rows = Array2::zeros((matrix.n_metiers(), n_columns));
        for (position, row) in matrix.rows().enumerate() {
            for (column, value) in row.entries().filter(|(column, _)| *column < n_columns) {
                rows[[position, column]] = value as f32;
            }
        }
        Self { rows }
    }

    /// The coefficients of a student; compiling them is not part of what is measured.
    pub fn query(&self, recommender: &Recommender, profile: &Profile) -> Array1<f32> {
        let query = recommender.query(profile).expect("labels are known");
        (0..self.rows.ncols()).map(|column| query.coefficient(column) as f32).collect()
    }

    /// The scores of one student.
    pub fn scores(&self, query: &Array1<f32>) -> Array1<f32> {
        self.rows.dot(query)
    }

    /// The first métiers of one student.
    pub fn top(&self, query: &Array1<f32>) -> Vec<(u32, f32)> {
        top(self.scores(query).view())
    }

    /// The first métiers of many students: blocks of them as one matrix product.
    pub fn batch(&self, queries: &[Array1<f32>], mut each: impl FnMut(Vec<(u32, f32)>)) {
        for block in queries.chunks(BLOCK) {
            let together = Array2::from_shape_fn((block.len(), self.rows.ncols()), |(student, column)| block[student][column]);
            for scores in together.dot(&self.rows.t()).rows() {
                each(top(scores));
            }
        }
    }
}

fn top(scores: ArrayView1<'_, f32>) -> Vec<(u32, f32)> {
    let mut numbered: Vec<(u32, f32)> = (0..).zip(scores.iter().copied()).collect();
    let descending = |left: &(u32, f32), right: &(u32, f32)| right.1.total_cmp(&left.1);
    numbered.select_nth_unstable_by(TOP - 1, descending);
    numbered.truncate(TOP);
    numbered.sort_unstable_by(descending);
    numbered
}

/// The interests of all métiers, for the brute-force index of linfa.
#[derive(Debug)]
pub struct Neighbours {
    points: Array2<f32>,
}

impl Neighbours {
    /// The points of a recommender, each of length 1, so that the nearest have the largest cosine.
    pub fn new(recommender: &Recommender) -> Self {
        let mut points = Dense::new(recommender, Columns::Interests).rows;
        for mut point in points.rows_mut() {
            let length = point.dot(&point).sqrt();
            if 0.0 < length {
                point /= length;
            }
        }
        Self { points }
    }

    /// The index, which borrows the points.
    pub fn index(&self) -> Box<dyn '_ + Send + Sync + NearestNeighbourIndex<f32>> {
        LinearSearch::new().from_batch(&self.points, L2Dist).expect("there are points, of one dimension at least")
    }
}
