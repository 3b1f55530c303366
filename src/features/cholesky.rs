//! Solving a small symmetric positive definite system.

use ndarray::Array2;

/// The solution of `A X = B` by Cholesky's decomposition; `A` is symmetric and positive definite, shapes (n, n) and (n, m).
///
/// In a fixed order of operations, so that the result has the same bits everywhere.
///
/// # References
///
/// G. H. Golub, C. F. Van Loan, *Matrix computations*, 4th edition, 2013, algorithm 4.2.2.
pub(super) fn solve(mut matrix: Array2<f64>, mut right: Array2<f64>) -> Array2<f64> {
    let n = matrix.nrows();
    for column in 0..n {
        for row in column..n {
            let product: f64 = (0..column).map(|inner| matrix[[row, inner]] * matrix[[column, inner]]).sum();
            let rest = matrix[[row, column]] - product;
            matrix[[row, column]] = if row == column { rest.sqrt() } else { rest / matrix[[column, column]] };
        }
    }
    for outcome in 0..right.ncols() {
        for row in 0..n {
            let product: f64 = (0..row).map(|inner| matrix[[row, inner]] * right[[inner, outcome]]).sum();
            right[[row, outcome]] = (right[[row, outcome]] - product) / matrix[[row, row]];
        }
        for row in (0..n).rev() {
            let product: f64 = (row + 1..n).map(|inner| matrix[[inner, row]] * right[[inner, outcome]]).sum();
            right[[row, outcome]] = (right[[row, outcome]] - product) / matrix[[row, row]];
        }
    }
    right
}

#[cfg(test)]
mod tests {
    //! Properties: the solution solves.

    use ndarray::array;

    use super::*;

    #[test]
    fn the_solution_solves() {
        let matrix = array![[4.0, 2.0, 0.6], [2.0, 5.0, 1.0], [0.6, 1.0, 3.0]];
        let right = array![[1.0, 0.0], [-2.0, 1.0], [0.5, 4.0]];
        let solution = solve(matrix.clone(), right.clone());
        for ((row, column), expected) in right.indexed_iter() {
            let found: f64 = (0..3).map(|inner| matrix[[row, inner]] * solution[[inner, column]]).sum();
            assert!((found - expected).abs() < 1e-12, "expected {expected}, found {found}");
        }
    }
}
