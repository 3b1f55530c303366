//! Documents whose bytes are the same on every machine, and their SHA-256.
//!
//! `fixtures/identity/sha256.txt` holds the sums for the demonstration catalogue and the students of `fixtures/identity/profiles.jsonl`,
//! who are drawn by lot and do not exist. A test compares them; `tests/processors.sh` repeats it on other processors.

use std::error::Error;
use std::fmt::Write;

use boussole::catalogue::MetierId;
use boussole::inquiry::{RecordedWeights, contrast, counterfactual, ladder, record, stability};
use boussole::quiz::{Answer, Quiz, Session, Settings};
use boussole::random::SplitMix64;
use boussole::ranking::Diversity;
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_report::{
    Audience, ContrastReport, ExplanationReport, LadderReport, Language, RecommendationReport, Report, StabilityReport, Voice,
    WhatIfReport,
};
use sha2::{Digest, Sha256};

/// Kinds of documents are named, and one student in so many has one.
const KINDS: [(&str, usize, Document); 10] = [
    ("recommend", 1, recommend),
    ("explain", 1, explain),
    ("compare", 1, compare),
    ("record", 5, recorded),
    ("ladder", 5, ladder_of),
    ("stability", 10, stable),
    ("whatif", 10, what_if),
    ("quiz", 10, quiz),
    ("text", 10, text),
    ("html", 10, html),
];

/// What a question may be answered with, drawn by lot.
const ANSWERS: [Answer; 6] = [Answer::Yes, Answer::RatherYes, Answer::Neither, Answer::RatherNo, Answer::No, Answer::Skip];

/// One document of a student, who has this number.
type Document = fn(&Recommender, &Profile, usize) -> Result<String, Box<dyn Error>>;

/// The students, a profile per line.
pub const PROFILES: &str = include_str!("../../../fixtures/identity/profiles.jsonl");

/// A line per kind of document: the SHA-256 of all of them one after the other, how many there are, and the kind.
///
/// # Errors
///
/// When a line is no profile, or names what the demonstration catalogue does not have.
pub fn sums(profiles: &str) -> Result<String, Box<dyn Error>> {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    let profiles: Vec<Profile> = profiles.lines().map(Profile::from_json).collect::<Result<_, _>>()?;
    let mut lines = String::new();
    for (kind, every, write) in KINDS {
        let (mut sum, mut n) = (Sha256::new(), 0);
        for (number, profile) in profiles.iter().enumerate().step_by(every) {
            sum.update(write(&recommender, profile, number)?);
            n += 1;
        }
        for byte in sum.finalize() {
            write!(lines, "{byte:02x}")?;
        }
        writeln!(lines, "  {n:3} {kind}")?;
    }
    Ok(lines)
}

/// A métier that the student may ask about, another for each number.
fn asked(recommender: &Recommender, number: usize) -> MetierId {
    let metiers = recommender.catalogue().metiers();
    metiers[number % metiers.len()].id.clone()
}

fn recommend(recommender: &Recommender, profile: &Profile, number: usize) -> Result<String, Box<dyn Error>> {
    let diversity = if number.is_multiple_of(4) { Diversity::XQUAD } else { Diversity::None };
    let ranking = recommender.recommend_diverse(profile, 10, diversity)?;
    Ok(RecommendationReport::new(recommender, profile, &ranking)?.json())
}

fn explain(recommender: &Recommender, profile: &Profile, number: usize) -> Result<String, Box<dyn Error>> {
    let explained = recommender.explain(profile, &asked(recommender, number))?;
    Ok(ExplanationReport::new(recommender, profile, &explained)?.json())
}

fn compare(recommender: &Recommender, profile: &Profile, number: usize) -> Result<String, Box<dyn Error>> {
    let [one, other] = [number, number + 1].map(|number| asked(recommender, number));
    Ok(ContrastReport::new(&contrast(recommender, profile, &one, &other)?).json())
}

fn recorded(recommender: &Recommender, profile: &Profile, _: usize) -> Result<String, Box<dyn Error>> {
    Ok(record(recommender, profile, 10, Diversity::None, RecordedWeights::Defaults)?)
}

fn ladder_of(recommender: &Recommender, profile: &Profile, _: usize) -> Result<String, Box<dyn Error>> {
    Ok(LadderReport::new(&ladder(recommender, profile, 3)?).json())
}

fn stable(recommender: &Recommender, profile: &Profile, _: usize) -> Result<String, Box<dyn Error>> {
    Ok(StabilityReport::new(&stability(recommender, profile, 10)?).json())
}

fn what_if(recommender: &Recommender, profile: &Profile, number: usize) -> Result<String, Box<dyn Error>> {
    Ok(WhatIfReport::new(&counterfactual(recommender, profile, &asked(recommender, number), 10)?).json())
}

/// A whole quiz, answered by lot; with what is known and asked after each answer.
fn quiz(recommender: &Recommender, _: &Profile, number: usize) -> Result<String, Box<dyn Error>> {
    let (quiz, mut random) = (Quiz::demo(recommender.catalogue()), SplitMix64::new(number as u64));
    let (mut session, mut written) = (Session::new(Settings::default()), String::new());
    while let Some(question) = session.next_question(&quiz) {
        let drawn = ANSWERS[random.index_below(ANSWERS.len())].clone();
        let answer = if question.interests().is_empty() { Answer::Skip } else { drawn };
        session.answer(&quiz, &question.id, answer)?;
        writeln!(written, "{} {:?}", question.id, session.progress(&quiz))?;
    }
    Ok(written + &recommend(recommender, &session.profile(&quiz), number)?)
}

fn text(recommender: &Recommender, profile: &Profile, _: usize) -> Result<String, Box<dyn Error>> {
    let ranking = recommender.recommend(profile, 10)?;
    Ok(RecommendationReport::new(recommender, profile, &ranking)?.text(Voice::default()))
}

fn html(recommender: &Recommender, profile: &Profile, _: usize) -> Result<String, Box<dyn Error>> {
    let ranking = recommender.recommend(profile, 10)?;
    let voice = Voice { language: Language::English, audience: Audience::Counsellor };
    Ok(RecommendationReport::new(recommender, profile, &ranking)?.html(voice))
}
