//! What a fiche that says nothing about interests would say: a ridge regression on what else fiches say.

use ndarray::Array2;

use super::cholesky::solve;

/// Facts of a fiche as places and values of predictors, ascending, without zeros.
pub(crate) type Facts = Vec<(usize, f64)>;

/// How likely each of `n_labels` labels is for each of the fiches that are asked about, shape (asked, `n_labels`).
///
/// # Formula
///
/// ```text
/// p = ȳ + (x − x̄)ᵀ (X_cᵀ X_c + λ I)⁻¹ X_cᵀ Y_c,   λ = mean diagonal of X_cᵀ X_c
/// ```
///
/// where the rows of `X` are the facts of the known fiches and those of `Y` have 1 for each of their labels. Means and `λ` draw each
/// towards what all fiches say. Nothing when no fact varies.
///
/// # References
///
/// A. E. Hoerl, R. W. Kennard, « Ridge regression: biased estimation for nonorthogonal problems », 1970, DOI 10.1080/00401706.1970.10488634.
pub(crate) fn guesses(known: &[(Facts, &[usize])], asked: &[Facts], n_facts: usize, n_labels: usize) -> Option<Vec<Vec<f64>>> {
    let moments = Moments::of(known, n_facts, n_labels);
    let slopes = moments.slopes()?;
    let guess = |facts: &Facts| {
        let mut likely = moments.labels_mean.clone();
        let mut add = |fact: usize, value: f64| {
            for (likely, slope) in likely.iter_mut().zip(slopes.row(fact)) {
                *likely += value * slope;
            }
        };
        for (fact, mean) in moments.facts_mean.iter().enumerate() {
            add(fact, -mean);
        }
        for (fact, value) in facts {
            add(*fact, *value);
        }
        likely
    };
    Some(asked.iter().map(guess).collect())
}

/// Means, and centred sums of products, of known fiches.
struct Moments {
    facts_mean: Vec<f64>,
    labels_mean: Vec<f64>,
    /// `X_cᵀ X_c`
    gram: Array2<f64>,
    /// `X_cᵀ Y_c`
    products: Array2<f64>,
}

impl Moments {
    fn of(known: &[(Facts, &[usize])], n_facts: usize, n_labels: usize) -> Self {
        let n = known.len() as f64;
        let (mut gram, mut products) = (Array2::zeros((n_facts, n_facts)), Array2::zeros((n_facts, n_labels)));
        let (mut facts_mean, mut labels_mean) = (vec![0.0; n_facts], vec![0.0; n_labels]);
        for (facts, labels) in known {
            for (row, value) in facts {
                facts_mean[*row] += value / n;
                for (column, other) in facts {
                    gram[[*row, *column]] += value * other;
                }
                for label in *labels {
                    products[[*row, *label]] += value;
                }
            }
            for label in *labels {
                labels_mean[*label] += 1.0 / n;
            }
        }
        for (row, mean) in facts_mean.iter().enumerate() {
            for (column, other) in facts_mean.iter().enumerate() {
                gram[[row, column]] -= n * mean * other;
            }
            for (label, other) in labels_mean.iter().enumerate() {
                products[[row, label]] -= n * mean * other;
            }
        }
        Self { facts_mean, labels_mean, gram, products }
    }

    /// `(X_cᵀ X_c + λ I)⁻¹ X_cᵀ Y_c`; `None` when no fact varies.
    fn slopes(&self) -> Option<Array2<f64>> {
        let mut gram = self.gram.clone();
        let lambda = gram.diag().sum() / gram.nrows() as f64;
        gram.diag_mut().mapv_inplace(|value| value + lambda);
        (0.0 < lambda).then(|| solve(gram, self.products.clone()))
    }
}

#[cfg(test)]
mod tests {
    //! Properties: worked by hand; nothing is guessed where facts do not vary.

    use super::*;

    #[test]
    fn worked_by_hand() {
        // Two fiches of fact 0 with label 0, two of fact 1 with label 1. Centred, X and Y are ±½: XᵀX = [[1, −1], [−1, 1]], λ = 1,
        // XᵀY the same. Of (1 + 1) p − q = 1 and q = −p follows p = ⅓: fact 0 changes label 0 by ⅓ (1 − ½) − (−⅓) ½ = ⅓.
        let known: [(Facts, &[usize]); 4] =
            [(vec![(0, 1.0)], &[0]), (vec![(0, 1.0)], &[0]), (vec![(1, 1.0)], &[1]), (vec![(1, 1.0)], &[1])];
        let guessed = guesses(&known, &[vec![(0, 1.0)], vec![]], 2, 2).expect("facts vary");
        for (found, expected) in guessed.concat().into_iter().zip([5.0 / 6.0, 1.0 / 6.0, 0.5, 0.5]) {
            assert!((found - expected).abs() < 1e-12, "expected {expected}, found {found}");
        }
    }

    #[test]
    fn facts_that_do_not_vary_say_nothing() {
        assert_eq!(guesses(&[(vec![(0, 1.0)], &[0])], &[vec![]], 1, 1), None);
        assert_eq!(guesses(&[], &[vec![]], 0, 1), None);
    }
}
