//! Which métier does somebody mean? By identifier, or by a name that is clear.

use std::fmt;
use std::sync::Arc;

use super::collection::Catalogue;
use super::identifier::MetierId;
use super::label::heading_key;
use super::metier::Metier;
use super::vocabulary::{MAX_COMPARED_BYTES, MAX_ID_BYTES};

/// How many métiers an error offers.
const N_OFFERED: usize = 5;

/// A name that is less similar than this, by the coefficient of Sørensen and Dice, is not what was meant.
const MIN_SIMILARITY: f64 = 0.5;

/// A métier by identifier and name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedMetier {
    /// The identifier.
    pub id: MetierId,
    /// The feminine form of the name.
    pub feminine: String,
    /// The masculine form.
    pub masculine: String,
}

/// The error for a text that names no métier, or more than one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an identifier or a clear name of a métier, found « {found} »; {}", Offer(self))]
#[non_exhaustive]
pub struct UnclearName {
    /// The text that was found, at most 100 characters of it.
    pub found: String,
    /// Whether several métiers fit; otherwise none does, and those offered are the most similar.
    pub is_ambiguous: bool,
    /// How many métiers fit.
    pub n_fitting: usize,
    /// The métiers to choose from, at most five: those that fit, in the order of the catalogue, or similar ones, the most
    /// similar first; none when none is similar.
    pub offered: Vec<NamedMetier>,
}

/// The part of the message that offers métiers.
struct Offer<'a>(&'a UnclearName);

impl fmt::Display for Offer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let UnclearName { is_ambiguous, n_fitting, offered, .. } = self.0;
        match (is_ambiguous, offered.is_empty()) {
            (true, _) => write!(f, "{n_fitting} métiers fit")?,
            (false, true) => return write!(f, "none is like it"),
            (false, false) => write!(f, "the nearest are")?,
        }
        for (place, metier) in offered.iter().enumerate() {
            let between = match place {
                0 if *is_ambiguous => ": ",
                0 => " ",
                _ => ", ",
            };
            write!(f, "{between}« {} » ({})", metier.feminine, metier.id)?;
        }
        if *is_ambiguous && offered.len() < *n_fitting { write!(f, ", …") } else { Ok(()) }
    }
}

impl Catalogue {
    /// The métier that a text means: an identifier, or a name that is clear.
    ///
    /// Case, accents and typography do not count, and an identifier may be its number alone. A name is clear if it is the whole name of
    /// one métier, in either gender or as its heading has it; or if the beginnings of words that it consists of are in the name of one
    /// métier only.
    ///
    /// ```
    /// # #[cfg(feature = "demo")] {
    /// use boussole::Catalogue;
    /// let catalogue = Catalogue::demo();
    /// assert_eq!(catalogue.find("MET.171")?.id.as_str(), "MET.171");
    /// assert_eq!(catalogue.find("Vétérinaire")?.id.as_str(), "MET.171");
    /// assert_eq!(catalogue.find("conseillère en voyages")?.id.as_str(), "MET.604");
    /// let error = catalogue.find("conseiller").expect_err("several fit");
    /// assert!(error.is_ambiguous);
    /// # }
    /// # Ok::<(), boussole::catalogue::UnclearName>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`UnclearName`] with métiers to choose from, if none or several fit.
    pub fn find(&self, text: &str) -> Result<&Arc<Metier>, UnclearName> {
        if let Some(metier) = identifier(text).and_then(|id| self.get(&id)) {
            return Ok(metier);
        }
        let asked = heading_key(text);
        if MAX_COMPARED_BYTES < asked.len() {
            return Err(self.unclear(text, &asked, &[]));
        }
        let exact: Vec<&Arc<Metier>> = self.metiers().iter().filter(|metier| names(metier).contains(&asked)).collect();
        if let [one] = exact[..] {
            return Ok(one);
        }
        let fitting: Vec<&Arc<Metier>> = if exact.is_empty() {
            self.metiers().iter().filter(|metier| names(metier).iter().any(|name| holds(name, &asked))).collect()
        } else {
            exact
        };
        match fitting[..] {
            [one] => Ok(one),
            _ => Err(self.unclear(text, &asked, &fitting)),
        }
    }

    fn unclear(&self, text: &str, asked: &str, fitting: &[&Arc<Metier>]) -> UnclearName {
        /// A message need not repeat more.
        const MAX_FOUND_CHARS: usize = 100;
        let mut similar: Vec<(f64, &Arc<Metier>)> = Vec::new();
        if fitting.is_empty() {
            let id = identifier(text);
            let similarity = |metier: &Arc<Metier>| match &id {
                // Another identifier is meant only if a slip of one character makes this one of it.
                Some(id) if id.as_str().len() <= MAX_ID_BYTES && strsim::osa_distance(id.as_str(), metier.id.as_str()) == 1 => {
                    1.0
                }
                Some(_) => 0.0,
                None if MAX_COMPARED_BYTES < asked.len() => 0.0,
                None => names(metier).iter().map(|name| strsim::sorensen_dice(asked, name)).fold(0.0, f64::max),
            };
            similar = self.metiers().iter().map(|metier| (similarity(metier), metier)).collect();
            similar.retain(|(similarity, _)| MIN_SIMILARITY <= *similarity);
            similar.sort_by(|left, right| right.0.total_cmp(&left.0));
        }
        let offered = fitting.iter().copied().chain(similar.into_iter().map(|(_, metier)| metier)).take(N_OFFERED);
        let offered = offered.map(|metier| NamedMetier {
            id: metier.id.clone(),
            feminine: metier.title.feminine.clone(),
            masculine: metier.title.masculine.clone(),
        });
        UnclearName {
            found: text.trim().chars().take(MAX_FOUND_CHARS).collect(),
            is_ambiguous: !fitting.is_empty(),
            n_fitting: fitting.len(),
            offered: offered.collect(),
        }
    }
}

/// The identifier that a text is, written whole or as its number alone.
fn identifier(text: &str) -> Option<MetierId> {
    let text = text.trim().to_uppercase();
    text.parse().or_else(|_| format!("MET.{text}").parse()).ok()
}

/// The names of a métier: its heading, both forms, and both in one as lists show them.
fn names(metier: &Metier) -> [String; 4] {
    let title = &metier.title;
    let both = format!("{} ou {}", title.feminine, title.masculine);
    [&title.heading, &title.feminine, &title.masculine, &both].map(|name| heading_key(name))
}

/// Whether each word that was asked for begins a word of the name.
fn holds(name: &str, asked: &str) -> bool {
    let words = |text| str::split(text, |character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words(asked).count() != 0 && words(asked).all(|asked| words(name).any(|word| word.starts_with(asked)))
}

#[cfg(test)]
mod tests {
    //! Properties: a métier is found by its identifier and by each of its names; several or none come with métiers to choose from.

    use super::*;
    use crate::catalogue::Title;

    fn catalogue() -> Catalogue {
        let metier = |id: &str, heading: &str| Metier::new(id.parse().expect("is an identifier"), Title::from_heading(heading));
        let metiers = [
            metier("MET.1", "vétérinaire"),
            metier("MET.2", "conseiller / conseillère en voyages"),
            metier("MET.3", "conseiller / conseillère agricole"),
            metier("MET.4", "pilote d'hélicoptère"),
        ];
        Catalogue::from_metiers(metiers).catalogue
    }

    #[track_caller]
    fn finds(text: &str, id: &str) {
        assert_eq!(catalogue().find(text).map(|metier| metier.id.as_str().to_owned()), Ok(id.to_owned()));
    }

    #[test]
    fn names_that_are_clear() {
        finds("MET.3", "MET.3");
        finds("met.3", "MET.3");
        finds(" VETERINAIRE ", "MET.1");
        finds("conseillère en voyages", "MET.2");
        finds("Conseillère en voyages ou conseiller en voyages", "MET.2");
        finds("conseiller / conseillère agricole", "MET.3");
        finds("voyages", "MET.2");
        finds("hélico", "MET.4");
        finds("pilote d’hélicoptère", "MET.4");
    }

    #[test]
    fn names_that_are_not() {
        let error = catalogue().find("conseiller").expect_err("two fit");
        assert_eq!(
            error.to_string(),
            "expected an identifier or a clear name of a métier, found « conseiller »; \
             2 métiers fit: « conseillère en voyages » (MET.2), « conseillère agricole » (MET.3)"
        );
        let error = catalogue().find("veterinere").expect_err("a letter is wrong");
        assert!(!error.is_ambiguous);
        assert_eq!(error.offered[0].id.as_str(), "MET.1");
        assert!(catalogue().find("").is_err() && catalogue().find("MET.99").is_err());
    }
}
