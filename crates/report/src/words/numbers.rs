//! Numbers with the decimal mark of the language.

use crate::voice::{Language, Voice};

/// How many decimals points have: enough to see the sum, too few to suggest precision.
pub(crate) const POINT_DECIMALS: usize = 4;

/// How many decimals weights have.
pub(crate) const WEIGHT_DECIMALS: usize = 3;

impl Voice {
    /// A number.
    pub(crate) fn number(self, value: f64, decimals: usize) -> String {
        self.marked(format!("{value:.decimals$}"))
    }

    /// A number with its sign.
    pub(crate) fn signed(self, value: f64, decimals: usize) -> String {
        self.marked(format!("{value:+.decimals$}").replace('-', "−"))
    }

    /// The text of a number with the decimal mark of the language.
    pub(crate) fn marked(self, number: String) -> String {
        match self.language {
            Language::French => number.replace('.', ","),
            Language::English => number,
        }
    }
}
