//! The choice of a method and of its λ, and their form as text.

use std::fmt;
use std::str::FromStr;

/// How a list is varied. The default is not at all.
///
/// The two methods weigh relevance from opposite ends: λ is the part of coverage in xQuAD and the part of relevance in MMR,
/// as in the papers that they come from.
///
/// | variant | value | added when a métier is chosen | raw order at |
/// | --- | --- | --- | --- |
/// | [`Xquad`](Self::Xquad) | `(1−λ)·r + λ·Σ_i p_i·c·x_i·Π(1−c·x_ji)` | liked interests that métiers above do not cover | λ = 0 |
/// | [`Mmr`](Self::Mmr) | `λ·r + (1−λ)·(1 − max J)` | difference from the nearest métier above | λ = 1 |
///
/// As text: `none`, `xquad`, `mmr`, `xquad=0.7`, `mmr=0.8`.
///
/// ```
/// use boussole::ranking::Diversity;
/// assert_eq!("xquad".parse(), Ok(Diversity::XQUAD));
/// assert_eq!("xquad=0.5".parse(), Ok(Diversity::XQUAD));
/// assert_eq!(Diversity::MMR.to_string(), "mmr=0.9");
/// assert_eq!(Diversity::default(), Diversity::None);
/// ```
///
/// # References
///
/// - R. Santos, C. Macdonald, I. Ounis, « Exploiting query reformulations for web search result diversification », 2010,
///   DOI 10.1145/1772690.1772780 (xQuAD).
/// - J. Carbonell, J. Goldstein, « The use of MMR, diversity-based reranking for reordering documents and producing
///   summaries », 1998, DOI 10.1145/290941.291025 (MMR).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Diversity {
    /// The raw order.
    #[default]
    None,
    /// Liked interests that are not covered yet come forward.
    Xquad {
        /// The part of coverage: 0 is the raw order.
        lambda: Lambda,
    },
    /// Métiers that differ from those above come forward.
    Mmr {
        /// The part of relevance: 1 is the raw order.
        lambda: Lambda,
    },
}

impl Diversity {
    /// xQuAD with λ = 0.5: keeps .985 of the relevance of the first 10 and lifts the share of liked interests they show from .69 to .89.
    pub const XQUAD: Self = Self::Xquad { lambda: Lambda(0.5) };

    /// MMR with λ = 0.9: keeps .986 of the relevance of the first 10; at 0.8 it is .929.
    pub const MMR: Self = Self::Mmr { lambda: Lambda(0.9) };

    /// Whether the order may differ from the raw one.
    pub fn is_on(self) -> bool {
        self != Self::None
    }
}

/// The part of one of two goals, in [0, 1].
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Lambda(f64);

/// A λ outside [0, 1].
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("expected λ from 0 to 1, found {found}")]
pub struct LambdaError {
    /// The refused number.
    pub found: f64,
}

impl Lambda {
    /// A checked λ.
    ///
    /// # Errors
    ///
    /// [`LambdaError`] when it is not a number from 0 to 1.
    pub fn new(lambda: f64) -> Result<Self, LambdaError> {
        // Adding 0 turns −0 into 0.
        if (0.0..=1.0).contains(&lambda) { Ok(Self(lambda + 0.0)) } else { Err(LambdaError { found: lambda }) }
    }

    /// The number, in [0, 1].
    pub fn value(self) -> f64 {
        self.0
    }

    /// The part of the other goal, `1 − λ`.
    pub(super) fn rest(self) -> f64 {
        1.0 - self.0
    }
}

/// A text that does not name a way to vary a list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DiversityError {
    /// The method does not exist.
    #[error("expected « none », « xquad », « mmr », « xquad=λ » or « mmr=λ », found « {found} »")]
    UnknownMethod {
        /// The text that was found.
        found: String,
    },
    /// The method exists, but its λ is not valid.
    #[error("expected λ from 0 to 1 after « {method}= », such as « {method}=0.5 », found « {found} »")]
    InvalidLambda {
        /// The method.
        method: &'static str,
        /// The text in the place of λ.
        found: String,
    },
}

impl FromStr for Diversity {
    type Err = DiversityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lambda_of = |method: &'static str, given: &str| {
            let lambda = given.parse().ok().and_then(|number| Lambda::new(number).ok());
            lambda.ok_or_else(|| DiversityError::InvalidLambda { method, found: given.to_owned() })
        };
        match text.split_once('=') {
            None if text == "none" => Ok(Self::None),
            None if text == "xquad" => Ok(Self::XQUAD),
            None if text == "mmr" => Ok(Self::MMR),
            Some(("xquad", given)) => Ok(Self::Xquad { lambda: lambda_of("xquad", given)? }),
            Some(("mmr", given)) => Ok(Self::Mmr { lambda: lambda_of("mmr", given)? }),
            _ => Err(DiversityError::UnknownMethod { found: text.to_owned() }),
        }
    }
}

impl fmt::Display for Lambda {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for Diversity {
    /// Writes the text that reads back, λ always included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Xquad { lambda } => write!(f, "xquad={lambda}"),
            Self::Mmr { lambda } => write!(f, "mmr={lambda}"),
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: every text reads back, what is no method or no λ is refused with a message that says what is.

    use super::*;

    #[track_caller]
    fn reads(text: &str, canonical: &str) {
        let diversity: Diversity = text.parse().expect("is a diversity");
        assert_eq!(diversity.to_string(), canonical);
        assert_eq!(canonical.parse(), Ok(diversity));
    }

    #[track_caller]
    fn refused(text: &str, message: &str) {
        assert_eq!(text.parse::<Diversity>().map_err(|error| error.to_string()), Err(message.to_owned()));
    }

    #[test]
    fn texts_read_back() {
        reads("none", "none");
        reads("xquad", "xquad=0.5");
        reads("mmr", "mmr=0.9");
        reads("xquad=0.7", "xquad=0.7");
        reads("mmr=1", "mmr=1");
        reads("mmr=-0", "mmr=0");
    }

    #[test]
    fn no_method_and_no_lambda_are_refused() {
        let no_method = |found| format!("expected « none », « xquad », « mmr », « xquad=λ » or « mmr=λ », found « {found} »");
        for text in ["", "dpp", "none=0.5", "XQUAD", "=0.5"] {
            refused(text, &no_method(text));
        }
        refused("xquad=", "expected λ from 0 to 1 after « xquad= », such as « xquad=0.5 », found «  »");
        refused("xquad=1.5", "expected λ from 0 to 1 after « xquad= », such as « xquad=0.5 », found « 1.5 »");
        refused("mmr=NaN", "expected λ from 0 to 1 after « mmr= », such as « mmr=0.5 », found « NaN »");
        refused("mmr=inf", "expected λ from 0 to 1 after « mmr= », such as « mmr=0.5 », found « inf »");
        refused("mmr=-0.1", "expected λ from 0 to 1 after « mmr= », such as « mmr=0.5 », found « -0.1 »");
        let message = Lambda::new(2.0).map_err(|error| error.to_string());
        assert_eq!(message, Err("expected λ from 0 to 1, found 2".to_owned()));
    }
}
