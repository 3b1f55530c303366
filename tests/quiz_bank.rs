//! The questions of the library.
//!
//! - Every interest of the vocabulary has two wordings; studies, statuses and three to five constraints are covered.
//! - Short sentences of short words, in French and English: a reading level for 14-year-olds.
//! - Tutoiement, one question mark at the end, no point médian, no percentage, no form for one gender only.
//! - Every question is unique and has a drawing.

#![cfg(all(feature = "demo", feature = "toml"))]

use std::collections::{BTreeMap, BTreeSet};

use boussole::Catalogue;
use boussole::quiz::{Asks, LevelAsked, Question, QuestionKind, Quiz};

/// The longest sentence in words, about one breath.
const MAX_WORDS_PER_SENTENCE: usize = 18;

/// The longest question in words, all its sentences together.
const MAX_WORDS: usize = 22;

/// The longest word in letters (« application » and « reconnaître » have 11).
const MAX_LETTERS: usize = 12;

/// The readability index LIX of children's books is below 30, of fiction below 40 (C.-H. Björnsson, *Läsbarhet*, 1968).
const MAX_LIX: f64 = 30.0;

fn quiz() -> Quiz {
    Quiz::demo(&Catalogue::demo())
}

fn words(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn sentences(text: &str) -> Vec<&str> {
    text.split(['.', '?', '!']).filter(|sentence| !words(sentence).is_empty()).collect()
}

/// Every text of a language with the question it belongs to.
fn texts(quiz: &Quiz, french: bool) -> Vec<(String, String)> {
    let texts_of = |question: &Question| {
        let own = (question.wording.fr.clone(), question.wording.en.clone());
        let choices = question.choices().iter().map(|choice| (choice.fr.clone(), choice.en.clone()));
        let both: Vec<_> = std::iter::once(own).chain(choices).collect();
        both.into_iter().map(|(fr, en)| (question.id.clone(), if french { fr } else { en })).collect::<Vec<_>>()
    };
    quiz.questions().iter().flat_map(texts_of).collect()
}

#[test]
fn every_interest_has_two_wordings() {
    let (catalogue, quiz) = (Catalogue::demo(), quiz());
    assert_eq!(quiz.set_aside(), []);
    assert!(quiz.unasked_interests().is_empty(), "{:?}", quiz.unasked_interests());
    let mut n_wordings: BTreeMap<&str, usize> = BTreeMap::new();
    for question in quiz.questions().iter().filter(|question| question.kind() == QuestionKind::Interest) {
        assert_eq!(question.interests().len(), 1, "{}", question.id);
        *n_wordings.entry(&question.interests()[0].0).or_default() += 1;
    }
    assert_eq!(n_wordings.len(), catalogue.interests().len());
    assert!(n_wordings.values().all(|n| *n == 2), "{n_wordings:?}");
}

#[test]
fn the_other_questions_are_there() {
    let quiz = quiz();
    let n = |kind| quiz.questions().iter().filter(|question| question.kind() == kind).count();
    assert!((3..=5).contains(&n(QuestionKind::Constraint)) && 5 <= n(QuestionKind::Status));
    let levels: Vec<LevelAsked> = quiz
        .questions()
        .iter()
        .filter_map(|question| if let Asks::AccessLevel { sets, .. } = question.asks { Some(sets) } else { None })
        .collect();
    assert_eq!(levels, [LevelAsked::Willing, LevelAsked::Reached]);
    for question in quiz.questions() {
        assert!(question.choices().is_sorted_by_key(|choice| choice.level), "{}: the ladder is climbed", question.id);
    }
}

#[test]
fn sentences_and_words_are_short() {
    for french in [true, false] {
        let (mut n_words, mut n_long, mut n_sentences) = (0, 0, 0);
        for (id, text) in texts(&quiz(), french) {
            assert!(words(&text).len() <= MAX_WORDS, "{id}: {} words: {text}", words(&text).len());
            for sentence in sentences(&text) {
                let n = words(sentence).len();
                assert!(n <= MAX_WORDS_PER_SENTENCE, "{id}: {n} words: {sentence}");
                n_sentences += 1;
            }
            for word in words(&text) {
                let n_letters = word.chars().count();
                assert!(n_letters <= MAX_LETTERS, "{id}: {word}");
                n_words += 1;
                n_long += usize::from(6 < n_letters);
            }
        }
        let lix = f64::from(n_words) / f64::from(n_sentences) + 100.0 * n_long as f64 / f64::from(n_words);
        assert!(lix < MAX_LIX, "LIX {lix}");
    }
}

#[test]
fn the_tone_is_that_of_the_house() {
    for (id, text) in texts(&quiz(), true) {
        assert!(!text.contains(['·', '%', '(', '!', '’']), "{id}: {text}");
        // « vous » and « votre » address somebody else; « un ou une » and epicene words are fine.
        let lower: BTreeSet<String> = words(&text).into_iter().map(str::to_lowercase).collect();
        assert!(!lower.contains("vous") && !lower.contains("votre") && !lower.contains("vos"), "{id}: {text}");
    }
    for question in quiz().questions() {
        for wording in [&question.wording.fr, &question.wording.en] {
            assert_eq!(wording.matches('?').count(), 1, "{}: {wording}", question.id);
            assert!(wording.ends_with('?'), "{}: {wording}", question.id);
        }
        assert!(question.wording.fr.ends_with(" ?"), "{}: a space before the question mark", question.id);
    }
}

/// Words that address or imply one gender or class: participles and adjectives in one form after « tu », families with means.
const ONE_SIDED: [&str; 14] = [
    "prêt", "prête", "seul", "seule", "content", "contente", "fort", "forte", "garçon", "fille", "maman", "papa", "vacances",
    "ski",
];

#[test]
fn nobody_is_left_out() {
    for (id, text) in texts(&quiz(), true) {
        let lower: Vec<String> = words(&text).into_iter().map(str::to_lowercase).collect();
        let found: Vec<&str> = ONE_SIDED
            .into_iter()
            .filter(|word| lower.iter().any(|own| own == word) && !(*word == "fort" && id == "thrill-2"))
            .collect();
        assert_eq!(found, [""; 0], "{id}: {text}");
    }
}

#[test]
fn no_question_twice_and_each_has_a_drawing() {
    let quiz = quiz();
    let mut seen = BTreeSet::new();
    for question in quiz.questions() {
        assert!(seen.insert(&question.wording.fr) && seen.insert(&question.wording.en), "{}", question.id);
        let drawing = question.illustration.as_deref().unwrap_or_default();
        assert!(!drawing.is_empty() && drawing.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", question.id);
        assert!(seen.insert(question.illustration.as_ref().expect("was just looked at")), "{}: {drawing} twice", question.id);
    }
}
