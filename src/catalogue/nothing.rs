//! Texts that stand for no value, in exports of programs and in tables of people.

use super::label::heading_key;

/// What says that there is no value, by its letters and digits, without accents and marks: « N/A » and « n. a. » are « na ».
const NOTHING: [&str; 40] = [
    "na",
    "nan",
    "nat",
    "null",
    "nil",
    "none",
    "undefined",
    "nd",
    "nr",
    "nc",
    "ns",
    "so",
    "ref",
    "aucun",
    "aucune",
    "neant",
    "vide",
    "sansobjet",
    "inconnu",
    "inconnue",
    "indefini",
    "indefinie",
    "indetermine",
    "indeterminee",
    "nonrenseigne",
    "nonrenseignee",
    "nonprecise",
    "nonprecisee",
    "nonspecifie",
    "nonspecifiee",
    "noncommunique",
    "noncommuniquee",
    "nondefini",
    "nondefinie",
    "nondisponible",
    "nonconcerne",
    "acompleter",
    "apreciser",
    "adefinir",
    "arenseigner",
];

/// Values that are nothing only as they are written: faults of spreadsheets and of databases.
const AS_WRITTEN: [&str; 4] = ["\\N", "#VALEUR!", "#VALUE!", "#NOM?"];

/// A longer text says something.
const MAX_NOTHING_BYTES: usize = 24;

/// So does one with more letters and digits.
const MAX_NOTHING_LETTERS: usize = 14;

/// Whether a value says that there is none: it has no letters and digits, or those of a word for nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || MAX_NOTHING_BYTES < text.len() {
        return false;
    }
    // Of the text itself, since its key may have fewer.
    let n_letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    if n_letters == 0 || MAX_NOTHING_LETTERS < n_letters {
        return n_letters == 0;
    }
    let letters: String = heading_key(text).chars().filter(|letter| letter.is_alphanumeric()).collect();
    NOTHING.contains(&letters.as_str()) || AS_WRITTEN.contains(&text)
}

#[cfg(test)]
mod tests {
    //! Properties: what programs and people write for no value is nothing; short values are something.

    use super::*;

    #[test]
    fn no_word_for_nothing_is_longer_than_the_longest() {
        assert_eq!(NOTHING.iter().map(|word| word.len()).max(), Some(MAX_NOTHING_LETTERS));
    }

    #[test]
    fn what_says_nothing_is_none() {
        for text in [
            "NULL",
            "(null)",
            "<NA>",
            "\\N",
            "n/a",
            "#N/A",
            "#N/D",
            "nd",
            "N. R.",
            "—",
            "-",
            "...",
            "…",
            "?",
            "[]",
            "{}",
            "''",
            "\"\"",
            "_",
            "Néant",
            "aucun(e)",
            "non renseigné(e)",
            "Non précisée",
            "à compléter",
            "(vide)",
            "#REF!",
            "#VALEUR!",
            "NaT",
            "s/o",
        ] {
            assert!(is_nothing(text), "{text}");
        }
    }

    #[test]
    fn what_says_something_is_kept() {
        for text in [
            "",
            " ",
            "x",
            "0",
            "3e",
            "art",
            "sans",
            "R",
            "RI",
            "aucun diplôme",
            "nature",
            "Nantes",
            "na pas de sens du tout, voir",
            "\u{a4b}",
        ] {
            assert!(!is_nothing(text), "{text}");
        }
    }
}
