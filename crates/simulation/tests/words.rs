//! What words of one's own are worth, on the demonstration, whose fiches have texts.
//!
//! - Two words of the fiche in mind find it far more often than the same answers without.
//! - With a typing error in each word, repair brings back most of it.

use boussole::catalogue::Metier;
use boussole::features::WordMeaning;
use boussole::quiz::{Answer, Quiz, SectorsAsked, Session, Settings};
use boussole::random::SplitMix64;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_simulation::{Student, StudentKind};

const N_STUDENTS: u64 = 300;

/// Two different words of a presentation that say something to the recommender, as a student could write them.
fn two_words(recommender: &Recommender, metier: &Metier, random: &mut SplitMix64) -> Option<[String; 2]> {
    let text = metier.presentation.as_ref()?;
    let says_something = |word: &&str| {
        let profile = Profile::builder().words(word).build().expect("a word is not too long");
        let meanings = recommender.written_words(&profile);
        6 <= word.chars().count() && matches!(&meanings[..], [one] if matches!(one.meaning, WordMeaning::Known))
    };
    let mut words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).filter(says_something).collect();
    words.sort_unstable();
    words.dedup();
    (2 <= words.len()).then(|| {
        let chosen = random.distinct_below(words.len(), 2);
        [words[chosen[0]].to_lowercase(), words[chosen[1]].to_lowercase()]
    })
}

/// The word with two letters swapped for one that is not there.
fn mistyped(word: &str, random: &mut SplitMix64) -> String {
    let place = 1 + random.index_below(word.chars().count() - 1);
    word.chars().enumerate().map(|(index, letter)| if index == place { 'k' } else { letter }).collect()
}

#[test]
fn two_words_find_more_and_most_of_it_with_typing_errors() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("has métiers");
    let quiz = Quiz::demo(recommender.catalogue());
    let settings = Settings { max_questions: 14, sectors: SectorsAsked::Not, ..Settings::default() };
    let mut n_found = [0_u32; 3];
    let mut n_students = 0_u32;
    for number in 0..N_STUDENTS {
        let mut random = SplitMix64::numbered(21, number);
        let student = Student::draw(StudentKind::Typical, recommender.catalogue(), &quiz, 21, number);
        let target = &recommender.catalogue().metiers()[student.target()];
        let Some(words) = two_words(&recommender, target, &mut random) else { continue };
        n_students += 1;
        let without = student.asked(&quiz, settings);
        let is_found = |session: &Session| {
            let ranking = recommender.recommend(&session.profile(&quiz), 10).expect("labels are known");
            u32::from(ranking.iter().any(|one| one.metier.id == target.id))
        };
        let with = |words: [String; 2]| {
            let mut session = without.clone();
            session.change(&quiz, "words", Answer::Words(words.into())).expect("fits the question");
            session
        };
        let errors = words.clone().map(|word| mistyped(&word, &mut random));
        for (n_found, session) in n_found.iter_mut().zip([without.clone(), with(words), with(errors)]) {
            *n_found += is_found(&session);
        }
    }
    let [without, with, mistyped] = n_found.map(|n| f64::from(n) / f64::from(n_students));
    println!("R@10 of {n_students}: without words {without:.3}, with two {with:.3}, with an error in each {mistyped:.3}");
    assert!(200 < n_students && without + 0.1 <= with, "{without} {with}");
    assert!(f64::midpoint(without, with) <= mistyped, "{without} {with} {mistyped}");
}
