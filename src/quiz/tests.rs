//! Tests of the room as a whole, by subject, on small catalogues that can be checked by hand and on the demonstration catalogue.

mod choosing;
#[cfg(all(feature = "demo", feature = "toml"))]
mod noticing;
#[cfg(feature = "toml")]
mod problems;
mod session;

use crate::catalogue::{Catalogue, Interest, Metier, Title};
use crate::quiz::{Asks, Question};

/// Métiers with these interests, in the order given.
pub(super) fn catalogue(interests: &[&[&str]]) -> Catalogue {
    let metiers = interests.iter().enumerate().map(|(place, labels)| {
        let id = format!("MET.{}", place + 1).parse().expect("is an identifier");
        let mut metier = Metier::new(id, Title::from_heading("un métier"));
        metier.interests = labels.iter().map(|label| Interest::new(label)).collect();
        metier
    });
    Catalogue::from_metiers(metiers).catalogue
}

/// Two wordings for each of these interests: `a` is asked by `a-1` and `a-2`.
pub(super) fn questions(interests: &[&str]) -> Vec<Question> {
    let wording = |label: &str, n: u8| {
        let asks = Asks::Interests(vec![(label.to_owned(), 1.0)]);
        Question::new(&format!("{label}-{n}"), "Ça te tente ?", "Fancy that?", asks)
    };
    interests.iter().flat_map(|label| [wording(label, 1), wording(label, 2)]).collect()
}
