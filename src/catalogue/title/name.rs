//! The name of an occupation in both genders, and what makes a name doubtful.

use serde::{Deserialize, Serialize};

use super::gender::are_forms;
use super::heading::{Forms, split_words};
use super::known::known_forms;

/// The name of an occupation, as a heading and in both grammatical genders.
///
/// No score depends on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(expecting = "a table of names and values")]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// The heading of the sheet, often with both forms: « vendeur / vendeuse ».
    pub heading: String,
    /// The feminine form.
    pub feminine: String,
    /// The masculine form.
    pub masculine: String,
}

/// Why the forms of a name are doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NameDoubt {
    /// A form holds « / »: it names two things.
    Slash,
    /// The first words that differ are no forms of one noun: « médicale », « biologiste médical ».
    Unrelated,
    /// One form has more words than the other.
    UnequalLength,
}

impl Title {
    /// A title from a heading in the forms of Onisep's tables.
    ///
    /// Both forms may stand side by side, whole or in part (« décorateur / décoratrice-scénographe », « biologiste médical / médicale »,
    /// « ingénieur/e électricien/ne », « chargé(e) de mission »): what one half has more completes the other. A name in one gender
    /// (« chef de projet ») gets the other where it is known; adjectives that follow the noun agree with it. A table in
    /// `fixtures/names.tsv` holds what no rule gives, such as professions that were renamed.
    ///
    /// ```
    /// use boussole::catalogue::Title;
    /// let title = Title::from_heading("ferronnier / ferronnière d'art");
    /// assert_eq!(title.masculine, "ferronnier d'art");
    /// assert_eq!(title.feminine, "ferronnière d'art");
    /// let title = Title::from_heading("biologiste médical / médicale");
    /// assert_eq!(title.feminine, "biologiste médicale");
    /// ```
    pub fn from_heading(heading: &str) -> Self {
        let heading = heading.trim();
        let (feminine, masculine) = if let Some((feminine, masculine)) = known_forms(heading) {
            (feminine.to_owned(), masculine.to_owned())
        } else {
            let forms = Forms::of(&plain(heading));
            (forms.feminine, forms.masculine)
        };
        Self { heading: heading.to_owned(), feminine, masculine }
    }

    /// A title from a heading and forms that the sheet states.
    ///
    /// Sheets that were made by a machine may state halves (« médicale ») or one gender for both. So the forms of the heading
    /// replace stated ones that are doubtful or equal, unless they are doubtful themselves.
    pub fn with_forms(heading: &str, feminine: Option<&str>, masculine: Option<&str>) -> Self {
        let from_heading = Self::from_heading(heading);
        if known_forms(heading).is_some() || (feminine.is_none() && masculine.is_none()) {
            return from_heading;
        }
        let form = |stated: Option<&str>, other: &str| stated.map_or_else(|| other.to_owned(), plain);
        let stated = Self {
            feminine: form(feminine, &from_heading.feminine),
            masculine: form(masculine, &from_heading.masculine),
            heading: from_heading.heading.clone(),
        };
        let is_sound =
            stated.doubt().is_none() && (stated.feminine != stated.masculine || from_heading.feminine == from_heading.masculine);
        let is_better = from_heading.doubt().is_none() && from_heading.feminine != from_heading.masculine;
        if is_sound || !is_better { stated } else { from_heading }
    }

    /// What is doubtful about the forms, if anything.
    pub fn doubt(&self) -> Option<NameDoubt> {
        if self.feminine.contains('/') || self.masculine.contains('/') {
            return Some(NameDoubt::Slash);
        }
        let (feminine, masculine) = (split_words(&self.feminine), split_words(&self.masculine));
        let differing = feminine.iter().zip(&masculine).find(|(feminine, masculine)| feminine != masculine);
        if differing.is_some_and(|(feminine, masculine)| !are_forms(masculine, feminine)) {
            return Some(NameDoubt::Unrelated);
        }
        let is_one_word_for_two = differing.is_some_and(|(feminine, _)| *feminine == "sage");
        (feminine.len() != masculine.len() && !is_one_word_for_two).then_some(NameDoubt::UnequalLength)
    }
}

/// A name without an element of HTML around it, in lower case at the beginning, with « œ » where French writes it.
fn plain(name: &str) -> String {
    let within = |element: &str| {
        let text = name.trim().strip_prefix(&format!("<{element}>"))?;
        text.strip_suffix(&format!("</{element}>"))
    };
    let text = ["span", "p", "b", "strong"].into_iter().find_map(within).unwrap_or(name);
    let words = text.split_whitespace().map(|word| with_ligature(&word.replace("auteure", "autrice")));
    let text = words.collect::<Vec<_>>().join(" ");
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        // « DRH » and « R&D » keep their capitals.
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text,
    }
}

/// « œ » in the words that have it: in « oeu » always, elsewhere at the beginning of a word (« œnologue »), as « coexister » has none.
fn with_ligature(word: &str) -> String {
    let word = word.replace("oeu", "œu").replace("Oeu", "Œu");
    let begin = word.find(['\'', '’']).map_or(0, |place| place + word[place..].chars().next().map_or(1, char::len_utf8));
    let (before, name) = word.split_at(begin);
    let begins = ["oen", "oeil", "oest", "oeso", "oecu"].iter().any(|start| name.starts_with(start));
    if begins { format!("{before}{}", name.replacen("oe", "œ", 1)) } else { word }
}
