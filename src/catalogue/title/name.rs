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
        Self::known(heading).unwrap_or_else(|| Self::by_rules(heading))
    }

    /// The title of a heading in the table.
    fn known(heading: &str) -> Option<Self> {
        let (feminine, masculine) = known_forms(heading)?;
        Some(Self { heading: heading.trim().to_owned(), feminine: feminine.to_owned(), masculine: masculine.to_owned() })
    }

    /// The title that the rules make of a heading.
    fn by_rules(heading: &str) -> Self {
        let Forms { feminine, masculine } = Forms::of(&plain(heading));
        Self { heading: heading.trim().to_owned(), feminine, masculine }
    }

    /// A title from a heading and forms that the sheet states.
    ///
    /// Sheets that were made by a machine may state halves (« médicale ») or one gender for both. So the forms of the heading
    /// replace stated ones that are doubtful or equal, unless they are doubtful themselves.
    pub fn with_forms(heading: &str, feminine: Option<&str>, masculine: Option<&str>) -> Self {
        if let Some(known) = Self::known(heading) {
            return known;
        }
        let (feminine, masculine) = (feminine.map(plain), masculine.map(plain));
        if let (Some(feminine), Some(masculine)) = (&feminine, &masculine)
            && feminine != masculine
            && doubt(feminine, masculine).is_none()
        {
            let heading = heading.trim().to_owned();
            return Self { heading, feminine: feminine.clone(), masculine: masculine.clone() };
        }
        let from_heading = Self::by_rules(heading);
        if feminine.is_none() && masculine.is_none() {
            return from_heading;
        }
        let stated = Self {
            feminine: feminine.unwrap_or_else(|| from_heading.feminine.clone()),
            masculine: masculine.unwrap_or_else(|| from_heading.masculine.clone()),
            heading: from_heading.heading.clone(),
        };
        let is_sound =
            stated.doubt().is_none() && (stated.feminine != stated.masculine || from_heading.feminine == from_heading.masculine);
        let is_better = from_heading.doubt().is_none() && from_heading.feminine != from_heading.masculine;
        if is_sound || !is_better { stated } else { from_heading }
    }

    /// What is doubtful about the forms, if anything.
    pub fn doubt(&self) -> Option<NameDoubt> {
        doubt(&self.feminine, &self.masculine)
    }
}

/// What is doubtful about two forms, if anything.
fn doubt(feminine: &str, masculine: &str) -> Option<NameDoubt> {
    if feminine.contains('/') || masculine.contains('/') {
        return Some(NameDoubt::Slash);
    }
    let (feminine, masculine) = (split_words(feminine), split_words(masculine));
    let differing = feminine.iter().zip(&masculine).find(|(feminine, masculine)| feminine != masculine);
    if differing.is_some_and(|(feminine, masculine)| !are_forms(masculine, feminine)) {
        return Some(NameDoubt::Unrelated);
    }
    let is_one_word_for_two = differing.is_some_and(|(feminine, _)| *feminine == "sage");
    (feminine.len() != masculine.len() && !is_one_word_for_two).then_some(NameDoubt::UnequalLength)
}

/// A name without an element of HTML around it, in lower case at the beginning, with « œ » where French writes it.
fn plain(name: &str) -> String {
    let within = |(start, end): (&str, &str)| name.trim().strip_prefix(start)?.strip_suffix(end);
    let elements = [("<span>", "</span>"), ("<p>", "</p>"), ("<b>", "</b>"), ("<strong>", "</strong>")];
    let text = elements.into_iter().find_map(within).unwrap_or(name);
    // Most names have no word that is written otherwise.
    let is_usual = !text.as_bytes().windows(2).any(|pair| matches!(pair, b"au" | b"oe" | b"Oe"));
    let word = |word: &str| if is_usual { word.to_owned() } else { with_ligature(&word.replace("auteure", "autrice")) };
    let text = text.split_whitespace().map(word).collect::<Vec<_>>().join(" ");
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
