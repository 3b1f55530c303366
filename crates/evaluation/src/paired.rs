//! Two lists of numbers about the same things.

use thiserror::Error;

/// Two lists of finite numbers of the same length, at least one; place i of both is about the same
/// thing: a query judged under two settings, or a criterion with two weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired<'a> {
    a: &'a [f64],
    b: &'a [f64],
}

/// Why two lists do not make [`Paired`] values. Positions count from 0.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum PairedError {
    /// The lists are empty.
    #[error("expected at least one pair of values, found none")]
    Empty,
    /// The lists differ in length.
    #[error("expected two lists of the same length, found {a} and {b} values")]
    Length {
        /// The length of the first list.
        a: usize,
        /// The length of the second list.
        b: usize,
    },
    /// A value is NaN or infinite.
    #[error("pair at position {position}: expected finite values, found {a} and {b}")]
    NotFinite {
        /// Where in the lists.
        position: usize,
        /// The value in the first list.
        a: f64,
        /// The value in the second list.
        b: f64,
    },
}

impl<'a> Paired<'a> {
    /// Pairs the values of `a` and `b` by position.
    ///
    /// # Errors
    ///
    /// [`PairedError::Length`] when the lists differ in length, [`PairedError::Empty`] when they
    /// hold nothing, [`PairedError::NotFinite`] for the first pair with NaN or infinity.
    pub fn new(a: &'a [f64], b: &'a [f64]) -> Result<Self, PairedError> {
        if a.len() != b.len() {
            return Err(PairedError::Length { a: a.len(), b: b.len() });
        }
        if a.is_empty() {
            return Err(PairedError::Empty);
        }
        let paired = Self { a, b };
        match paired.iter().position(|(a, b)| !(a.is_finite() && b.is_finite())) {
            Some(position) => Err(PairedError::NotFinite { position, a: a[position], b: b[position] }),
            None => Ok(paired),
        }
    }

    /// The pairs, by position.
    pub(super) fn iter(self) -> impl Iterator<Item = (f64, f64)> + Clone {
        self.a.iter().copied().zip(self.b.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    //! Every way in which two lists do not pair has its message.

    use super::Paired;

    #[track_caller]
    fn check_error(a: &[f64], b: &[f64], message: &str) {
        assert_eq!(Paired::new(a, b).expect_err("refused").to_string(), message);
    }

    #[test]
    fn errors_say_what_was_expected() {
        check_error(&[], &[], "expected at least one pair of values, found none");
        check_error(&[1.0], &[1.0, 2.0], "expected two lists of the same length, found 1 and 2 values");
        check_error(&[1.0, 2.0], &[1.0, f64::NAN], "pair at position 1: expected finite values, found 2 and NaN");
    }
}
