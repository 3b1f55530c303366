//! The words of fiches: cut into stems, one column each, and found again in what a student writes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_stemmers::{Algorithm, Stemmer};
use serde::Serialize;

use crate::catalogue::{Catalogue, Metier, heading_key, label_key};

/// Shorter words are articles, pronouns and abbreviations.
const MIN_LETTERS: usize = 3;

/// Shorter words have too many others one letter away.
const MIN_LETTERS_TO_REPAIR: usize = 4;

/// A word of a title counts as often as this.
const TITLE_FACTOR: f64 = 3.0;

/// Two words of a title that begin with as many equal letters, at the same place of its feminine and its masculine form, are two
/// forms of one word.
const SHARED_LETTERS: usize = 3;

/// Words of at least three letters, without marks, that say nothing about a métier: articles, pronouns, prepositions, auxiliaries,
/// and what one writes before what one likes.
const SILENT: &str = include_str!("silent_words.txt");

/// Which words the fiches of a catalogue have: the column of each, and how to find it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lexicon {
    columns: Vec<Column>,
    /// By stem, the place of its column; none for a stem that too many fiches have.
    stems: BTreeMap<String, Option<usize>>,
    /// By word without marks, how fiches write it and the place of its column.
    forms: BTreeMap<String, (Arc<str>, Option<usize>)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Column {
    name: Arc<str>,
    n_metiers: usize,
}

/// How often a fiche has each word that has a column, places ascending.
pub(crate) type WordCounts = Vec<(usize, f64)>;

/// A word that a student wrote, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WrittenWord {
    /// The word, in lower case.
    pub word: String,
    /// What it was taken for.
    #[serde(flatten)]
    pub meaning: WordMeaning,
}

/// What a word of a student was taken for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "meaning", rename_all = "snake_case")]
pub enum WordMeaning {
    /// Fiches have it, or another form of it.
    Known,
    /// No fiche has it, and it was taken for a word that differs by one letter.
    Repaired {
        /// The word of the fiches.
        understood: String,
    },
    /// So many fiches have it that it tells nothing.
    TooCommon,
    /// No fiche has it.
    Unknown,
}

/// A stem as one fiche has it.
type Stems = BTreeMap<String, f64>;

impl Lexicon {
    /// The words of all titles, presentations and texts « En bref », without stems that more than this share of the fiches have; and how
    /// often each fiche has each.
    ///
    /// Both forms of a title count alike, and their words are one: no column stands for gender.
    pub(crate) fn of(catalogue: &Catalogue, largest_share: f64) -> (Self, Vec<WordCounts>) {
        let mut reader = Reader::new();
        let read: Vec<Stems> = catalogue.metiers().iter().map(|metier| reader.read(metier)).collect();
        let Reader { forms, twins, .. } = reader;
        let forms = forms.into_iter().filter_map(|(form, (stem, count))| Some((form, (stem?, count))));
        let forms: BTreeMap<String, (String, f64)> = forms.collect();
        let root = |stem: &str| root(&twins, stem).to_owned();
        let read = read.into_iter().map(|stems| merged(stems.into_iter().map(|(stem, count)| (root(&stem), count))));
        let read: Vec<Stems> = read.collect();
        let n_metiers = merged(read.iter().flat_map(|stems| stems.keys().map(|stem| (stem.clone(), 1.0))));
        let most = largest_share * catalogue.len() as f64;
        let mut names: BTreeMap<String, (f64, &str)> = BTreeMap::new();
        for (form, (stem, count)) in &forms {
            let name = names.entry(root(stem)).or_insert((0.0, form));
            if name.0 < *count {
                *name = (*count, form);
            }
        }
        let kept = n_metiers.iter().filter(|(_, n_metiers)| **n_metiers <= most);
        let places: BTreeMap<&str, usize> = kept.enumerate().map(|(place, (stem, _))| (stem.as_str(), place)).collect();
        let column = |stem: &&str| Column { name: names[*stem].1.into(), n_metiers: whole(n_metiers[*stem]) };
        let columns = places.keys().map(column).collect();
        let place = |stem: &str| places.get(root(stem).as_str()).copied();
        let stems = forms.values().map(|(stem, _)| (stem.clone(), place(stem))).collect();
        let by_form =
            forms.iter().rev().map(|(form, (stem, _))| (heading_key(form), (form.as_str().into(), place(stem)))).collect();
        let counts = read.iter().map(|stems| {
            let known = stems.iter().filter_map(|(stem, count)| Some((*places.get(stem.as_str())?, *count)));
            known.collect()
        });
        let counts = counts.collect();
        (Self { columns, stems, forms: by_form }, counts)
    }

    /// A word of each column, the one that fiches write most often.
    pub(crate) fn names(&self) -> Vec<Arc<str>> {
        self.columns.iter().map(|column| Arc::clone(&column.name)).collect()
    }

    /// How many fiches have the word of a column.
    pub(crate) fn n_metiers(&self, place: usize) -> usize {
        self.columns[place].n_metiers
    }

    /// The words of a text that could say something, what each was taken for and its column if it has one.
    pub(crate) fn find(&self, text: &str) -> Vec<(WrittenWord, Option<usize>)> {
        let stemmer = Stemmer::create(Algorithm::French);
        let telling = words(text).into_iter().filter(|word| is_telling(word));
        telling.map(|word| self.meaning(word, &stemmer)).collect()
    }

    fn meaning(&self, word: String, stemmer: &Stemmer) -> (WrittenWord, Option<usize>) {
        let of_place = |place: Option<usize>| if place.is_some() { WordMeaning::Known } else { WordMeaning::TooCommon };
        let key = heading_key(&word);
        let known = self.stems.get(&stem(&word, stemmer)).or_else(|| self.forms.get(&key).map(|(_, place)| place));
        if let Some(place) = known {
            return (WrittenWord { word, meaning: of_place(*place) }, *place);
        }
        match self.nearest(&key) {
            None => (WrittenWord { word, meaning: WordMeaning::Unknown }, None),
            Some((form, place)) => {
                (WrittenWord { word, meaning: WordMeaning::Repaired { understood: form.to_string() } }, Some(place))
            }
        }
    }

    /// The word one letter away that most fiches have, the first in alphabetical order among equals.
    fn nearest(&self, key: &str) -> Option<(&str, usize)> {
        if key.chars().count() < MIN_LETTERS_TO_REPAIR {
            return None;
        }
        let near = self.forms.iter().filter(|(form, _)| is_one_letter_away(key, form));
        let near = near.filter_map(|(_, (form, place))| Some((self.n_metiers((*place)?), form.as_ref(), (*place)?)));
        let best = near.reduce(|best, next| if best.0 < next.0 { next } else { best });
        best.map(|(_, form, place)| (form, place))
    }
}

/// Reads fiches one after the other.
struct Reader {
    stemmer: Stemmer,
    /// By word as fiches write it, its stem if it can say something, and how often it occurs.
    forms: BTreeMap<String, (Option<String>, f64)>,
    /// By stem, a smaller one of another form of the same word.
    twins: BTreeMap<String, String>,
}

impl Reader {
    fn new() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::French), forms: BTreeMap::new(), twins: BTreeMap::new() }
    }

    /// The stems of a fiche.
    fn read(&mut self, metier: &Metier) -> Stems {
        let titles = [&metier.title.feminine, &metier.title.masculine].map(|title| words(title));
        let read = titles.each_ref().map(|words| self.stems(words));
        self.join(&titles);
        let joined = |stems: Stems| merged(stems.into_iter().map(|(stem, count)| (root(&self.twins, &stem).to_owned(), count)));
        let [feminine, masculine] = read.map(joined);
        let mut stems: Stems = BTreeMap::new();
        for stem in feminine.keys().chain(masculine.keys()) {
            let of = |title: &Stems| title.get(stem).copied().unwrap_or_default();
            stems.insert(stem.clone(), TITLE_FACTOR * of(&feminine).max(of(&masculine)));
        }
        for text in metier.presentation.iter().chain(&metier.overview) {
            for (stem, count) in self.stems(&words(text)) {
                *stems.entry(stem).or_default() += count;
            }
        }
        stems
    }

    fn stems(&mut self, words: &[String]) -> Stems {
        merged(words.iter().filter_map(|word| {
            if !self.forms.contains_key(word) {
                let stem = is_telling(word).then(|| stem(word, &self.stemmer));
                self.forms.insert(word.clone(), (stem, 0.0));
            }
            let (stem, count) = self.forms.get_mut(word)?;
            *count += 1.0;
            Some((stem.clone()?, 1.0))
        }))
    }

    /// Joins the stems of words that are two forms of one, those at the same place of both titles.
    fn join(&mut self, titles: &[Vec<String>; 2]) {
        let [feminine, masculine] = titles;
        if feminine.len() != masculine.len() {
            return;
        }
        for (one, other) in feminine.iter().zip(masculine) {
            let stem = |word: &String| self.forms.get(word).and_then(|(stem, _)| stem.as_ref());
            let (Some(one), Some(other)) = (stem(one), stem(other)) else { continue };
            let (one, other) = (root(&self.twins, one).to_owned(), root(&self.twins, other).to_owned());
            if one != other && SHARED_LETTERS <= n_shared(one.chars(), other.chars()) {
                self.twins.insert(one.clone().max(other.clone()), one.min(other));
            }
        }
    }
}

/// The smallest stem that one is joined with.
fn root<'a>(twins: &'a BTreeMap<String, String>, stem: &'a str) -> &'a str {
    let mut root = stem;
    while let Some(smaller) = twins.get(root) {
        root = smaller;
    }
    root
}

/// The sums of counts by stem.
fn merged(counts: impl Iterator<Item = (String, f64)>) -> Stems {
    let mut sums = BTreeMap::new();
    for (stem, count) in counts {
        *sums.entry(stem).or_default() += count;
    }
    sums
}

/// The words of a text in lower case, in their order.
fn words(text: &str) -> Vec<String> {
    let text = label_key(text).replace('œ', "oe").replace('æ', "ae");
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a word can say something about a métier.
fn is_telling(word: &str) -> bool {
    let key = heading_key(word);
    let has_letters = MIN_LETTERS <= key.chars().count() && key.chars().any(char::is_alphabetic);
    has_letters && !silent().contains(key.as_str())
}

/// The words that say nothing.
fn silent() -> &'static BTreeSet<&'static str> {
    static WORDS: std::sync::LazyLock<BTreeSet<&str>> = std::sync::LazyLock::new(|| SILENT.split_whitespace().collect());
    &WORDS
}

/// The stem of a word, without marks.
fn stem(word: &str, stemmer: &Stemmer) -> String {
    heading_key(&stemmer.stem(word))
}

/// Whether one letter more, less, other, or two neighbours exchanged make one word of the other.
fn is_one_letter_away(left: &str, right: &str) -> bool {
    let (n_left, n_right) = (left.chars().count(), right.chars().count());
    if 1 < n_left.abs_diff(n_right) {
        return false;
    }
    let start = n_shared(left.chars(), right.chars());
    let end = n_shared(left.chars().rev(), right.chars().rev());
    let longest = n_left.max(n_right);
    let is_exchanged = || {
        let pair = |word: &str| word.chars().skip(start).take(2).collect::<Vec<_>>();
        let (left, right) = (pair(left), pair(right));
        n_left == n_right && start + end + 2 == longest && left.iter().eq(right.iter().rev())
    };
    longest <= start + end + 1 || is_exchanged()
}

/// How many characters two words have in common before the first that differs.
fn n_shared(left: impl Iterator<Item = char>, right: impl Iterator<Item = char>) -> usize {
    left.zip(right).take_while(|(left, right)| left == right).count()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "is a count of métiers")]
fn whole(count: f64) -> usize {
    count as usize
}

#[cfg(test)]
mod tests {
    //! Properties: a word is found in any form, gender or spelling; one letter is repaired and told; the distance is that of the
    //! textbook; the order of fiches and of the forms of titles changes nothing.

    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Title;

    fn catalogue(fiches: &[(&str, &str)]) -> Catalogue {
        let metiers = fiches.iter().enumerate().map(|(number, (title, text))| {
            let mut metier = Metier::new(format!("MET.{number}").parse().expect("an id"), Title::from_heading(title));
            metier.presentation = (!text.is_empty()).then(|| (*text).to_owned());
            metier
        });
        Catalogue::from_metiers(metiers).catalogue
    }

    fn four() -> Catalogue {
        catalogue(&[
            ("dessinateur / dessinatrice de bandes dessinées", "Il dessine des planches ; œuvre longue."),
            ("vendeur / vendeuse en magasin", "Développer les ventes."),
            ("soigneur / soigneuse d'animaux", "Soigner, nourrir."),
            ("boulanger / boulangère", "Le pain, la nuit."),
        ])
    }

    #[track_caller]
    fn check(written: &str, expected: &[(&str, WordMeaning, Option<&str>)]) {
        let (lexicon, _) = Lexicon::of(&four(), 1.0);
        let names = lexicon.names();
        let found = lexicon.find(written);
        let found: Vec<_> = found
            .iter()
            .map(|(word, place)| (word.word.as_str(), word.meaning.clone(), place.map(|place| &*names[place])))
            .collect();
        assert_eq!(found, expected);
    }

    fn repaired(understood: &str) -> WordMeaning {
        WordMeaning::Repaired { understood: understood.into() }
    }

    #[test]
    fn words_are_found_in_any_form() {
        check("J’aime dessiner", &[("dessiner", WordMeaning::Known, Some("dessinées"))]);
        check(
            "une VENDEUSE, un vendeur",
            &[("vendeuse", WordMeaning::Known, Some("vendeur")), ("vendeur", WordMeaning::Known, Some("vendeur"))],
        );
        check("boulangere", &[("boulangere", WordMeaning::Known, Some("boulanger"))]);
        check(
            "oeuvre developper",
            &[("oeuvre", WordMeaning::Known, Some("oeuvre")), ("developper", WordMeaning::Known, Some("développer"))],
        );
    }

    #[test]
    fn one_letter_is_repaired_and_more_are_not() {
        check("plnaches", &[("plnaches", repaired("planches"), Some("planches"))]);
        check("boulangr", &[("boulangr", repaired("boulanger"), Some("boulanger"))]);
        check("xylophone", &[("xylophone", WordMeaning::Unknown, None)]);
        // Three letters have too many neighbours.
        check("bain", &[("bain", repaired("pain"), Some("pain"))]);
        check("nui", &[("nui", WordMeaning::Unknown, None)]);
    }

    #[test]
    fn of_several_near_words_the_one_that_most_fiches_have_is_understood() {
        let nearest = |texts: [&str; 3]| {
            let (lexicon, _) = Lexicon::of(&catalogue(&texts.map(|text| ("x", text))), 1.0);
            lexicon.find("mords")[0].0.meaning.clone()
        };
        assert_eq!(nearest(["bords", "cords", "cords"]), repaired("cords"));
        assert_eq!(nearest(["cords", "bords", "bords"]), repaired("bords"));
        assert_eq!(nearest(["cords", "bords", ""]), repaired("bords"));
    }

    #[test]
    fn each_time_that_a_title_has_a_word_counts_three_times() {
        let (_, counts) = Lexicon::of(&catalogue(&[("pain sur pain", ""), ("four", "four")]), 1.0);
        assert!(counts.iter().flatten().map(|(_, count)| *count).eq([6.0, 4.0]), "{counts:?}");
    }

    #[test]
    fn what_many_fiches_have_tells_nothing() {
        let (lexicon, counts) = Lexicon::of(&catalogue(&[("a", "le pain"), ("b", "un pain, un four"), ("c", "")]), 0.4);
        assert_eq!(lexicon.names().iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["four"]);
        assert_eq!(lexicon.find("pains")[0], (WrittenWord { word: "pains".into(), meaning: WordMeaning::TooCommon }, None));
        assert_eq!(counts, [vec![], vec![(0, 1.0)], vec![]]);
    }

    #[test]
    fn titles_count_three_times_and_their_forms_once() {
        let (lexicon, counts) = Lexicon::of(&catalogue(&[("vendeur / vendeuse", "Le vendeur vend.")]), 1.0);
        let count =
            |word: &str| lexicon.find(word)[0].1.and_then(|place| counts[0].iter().find(|(one, _)| *one == place)).copied();
        assert_eq!(count("vendeuse").map(|(_, count)| count), Some(4.0), "thrice in the title, and once in the text");
    }

    proptest! {
        #[test]
        fn one_letter_away_is_distance_one(left in "[abc]{0,5}", right in "[abc]{0,5}") {
            prop_assert_eq!(is_one_letter_away(&left, &right), strsim::osa_distance(&left, &right) <= 1);
        }
    }
}
