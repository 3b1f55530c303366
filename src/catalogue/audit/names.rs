//! Names of occupations that a person should look at.

use serde::Serialize;

use crate::catalogue::{Catalogue, MetierId, NameDoubt};

/// A métier whose name is doubtful.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DoubtfulName {
    /// The métier.
    pub metier: MetierId,
    /// The feminine form.
    pub feminine: String,
    /// The masculine form.
    pub masculine: String,
    /// What is doubtful.
    pub doubt: NameDoubt,
}

impl DoubtfulName {
    /// The doubtful names of a catalogue, in its order.
    pub(super) fn all(catalogue: &Catalogue) -> Vec<Self> {
        let doubtful = catalogue.metiers().iter().filter_map(|metier| {
            let (title, doubt) = (&metier.title, metier.title.doubt()?);
            let (feminine, masculine) = (title.feminine.clone(), title.masculine.clone());
            Some(Self { metier: metier.id.clone(), feminine, masculine, doubt })
        });
        doubtful.collect()
    }
}

#[cfg(test)]
mod tests {
    //! Properties: only doubtful names are named.

    use super::*;
    use crate::catalogue::{Metier, Title};

    #[test]
    fn doubtful_names_are_named() {
        let metier = |id: &str, title| Metier::new(id.parse().expect("is an identifier"), title);
        let broken = Title { heading: "x".into(), feminine: "médicale".into(), masculine: "biologiste médical".into() };
        // Built by a program: readers mend such forms by the heading.
        let loaded = Catalogue::from_metiers([metier("MET.1", Title::from_heading("botaniste")), metier("MET.2", broken)]);
        let names = DoubtfulName::all(&loaded.catalogue);
        assert_eq!(names.len(), 1);
        assert_eq!((names[0].metier.as_str(), names[0].doubt), ("MET.2", NameDoubt::Unrelated));
    }
}
