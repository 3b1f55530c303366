//! The questions of the library.
//!
//! - Every interest of the vocabulary has two wordings; sectors, studies, statuses and three to five constraints are covered.
//! - Short sentences of short words, in French and English: a reading level for 14-year-olds.
//! - Tutoiement to a pupil, « vous » to an adult, who is shown no scene of school, one question mark at the end, no inversion, no point médian, no percentage, no form for one gender only.
//! - Every question is unique and has a drawing.

#![cfg(all(feature = "demo", feature = "toml"))]

use std::collections::{BTreeMap, BTreeSet};

use boussole::Catalogue;
use boussole::quiz::{Asks, LevelAsked, Question, QuestionKind, Quiz, Wording};

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
        let more: Vec<&Wording> = match &question.asks {
            Asks::LevelFilter { only, longer } => vec![only, longer],
            Asks::Constraint { said: Some(said), .. } => vec![said],
            _ => Vec::new(),
        };
        let more = more.into_iter().map(|text| (text.fr.clone(), text.en.clone()));
        let choices = question.choices().iter().map(|choice| (choice.fr.clone(), choice.en.clone()));
        let both: Vec<_> = std::iter::once(own).chain(more).chain(choices).collect();
        both.into_iter().map(|(fr, en)| (question.id.clone(), if french { fr } else { en })).collect::<Vec<_>>()
    };
    quiz.questions().iter().flat_map(texts_of).collect()
}

#[test]
fn every_interest_has_two_wordings() {
    let (catalogue, quiz) = (Catalogue::demo(), quiz());
    assert!(quiz.set_aside().iter().all(|one| one.id.starts_with("sector-")), "{:?}", quiz.set_aside());
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
    assert_eq!([QuestionKind::Sectors, QuestionKind::Words, QuestionKind::LevelFilter].map(n), [1, 1, 1]);
    // Who is shown the list is shown every sector that is asked about one by one.
    let listed: BTreeSet<&str> =
        quiz.questions().iter().flat_map(Question::sector_choices).map(|one| one.sector.as_str()).collect();
    let asked =
        quiz.questions().iter().filter_map(|one| if let Asks::Sector(label) = &one.asks { Some(label.as_str()) } else { None });
    assert_eq!(listed, asked.collect());
    assert!(Catalogue::demo().sectors().terms().iter().all(|term| listed.contains(term.label.as_str())));
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
fn an_adult_is_told_vous_and_no_scene_of_school() {
    let address = ["tu", "te", "toi", "ton", "ta", "tes", "t"];
    let school = ["collège", "classe", "cantine", "exposé", "élève"];
    for question in quiz().questions() {
        let adult = question.wording.adult.as_ref().unwrap_or(&question.wording.fr);
        let lower: Vec<String> = words(adult).into_iter().map(str::to_lowercase).collect();
        let wrong = lower.iter().filter(|word| address.contains(&word.as_str()) || school.contains(&word.as_str()));
        assert_eq!(wrong.collect::<Vec<_>>(), [""; 0], "{}: {adult}", question.id);
        // Who left school is not asked for a class of today.
        for choice in question.choices() {
            let adult = choice.adult.as_ref().unwrap_or(&choice.fr);
            let classes = ["4e", "2de", "1re", "terminale"];
            assert!(!words(adult).iter().any(|word| classes.contains(word)), "{}: {adult}", question.id);
            assert_ne!(choice.adult.as_ref(), Some(&choice.fr), "{}", question.id);
        }
        // The same question but for the address and the scene.
        assert_ne!(question.wording.adult.as_ref(), Some(&question.wording.fr), "{}", question.id);
    }
}

#[test]
fn there_are_no_inversions() {
    for (id, text) in texts(&quiz(), true) {
        let inverted = text.split_whitespace().find(|word| {
            ["-tu", "-je", "-il", "-elle", "-ce", "-vous"].iter().any(|end| word.trim_end_matches(',').ends_with(end))
        });
        assert_eq!(inverted, None, "{id}: {text}");
    }
}

#[test]
fn every_constraint_can_be_told() {
    for question in quiz().questions() {
        if let Asks::Constraint { interests, said, .. } = &question.asks {
            assert!(said.is_some() && interests.iter().all(|(_, loading)| *loading < 0.0), "{}", question.id);
        }
    }
}

#[test]
fn nobody_is_left_out() {
    for (id, text) in texts(&quiz(), true) {
        let lower: Vec<String> = words(&text).into_iter().map(str::to_lowercase).collect();
        let found: Vec<&str> = ONE_SIDED.into_iter().filter(|word| lower.iter().any(|own| own == word)).collect();
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
