//! - The closed form of expected information equals the sum over answers and métiers, to 1e-12.
//! - Patterns weigh as much as their métiers do one by one.
//! - « Je ne sais pas » moves no belief; the order of answers, of the catalogue and of the questions moves nothing.
//! - With error-free answers, the question nearest to one half is chosen.
//! - A closed gate leaves the métiers that the ranking leaves.
//! - The order for paper: first wordings first, by how much an interest moves scores.

use proptest::prelude::*;

use super::{catalogue, questions};
use crate::catalogue::{AccessLevel, Catalogue, Metier, Sector, Status};
use crate::profile::Gates;
use crate::quiz::{Answer, Asks, Likelihood, Order, Question, Quiz, SectorsAsked, Session, Settings};
use crate::ranking::Recommender;
use crate::weights::Weights;

const INTERESTS: [&str; 5] = ["a", "b", "c", "d", "e"];

/// Eleven métiers, some alike, one without interests.
fn eleven() -> Catalogue {
    let metiers: [&[&str]; 11] =
        [&["a", "b"], &["a"], &["b", "c"], &["c", "d"], &["a", "b", "c"], &[], &["a", "b"], &["a"], &["e"], &["e", "a"], &["d"]];
    catalogue(&metiers)
}

fn quiz() -> Quiz {
    Quiz::new(questions(&INTERESTS), &eleven()).expect("is in order")
}

/// Answers to some of the ten questions: nothing, or one of six answers.
fn some_answers() -> impl Strategy<Value = Vec<Option<usize>>> {
    prop::collection::vec(prop::option::of(0..6_usize), 10)
}

const SIX: [Answer; 6] = [Answer::No, Answer::RatherNo, Answer::Neither, Answer::RatherYes, Answer::Yes, Answer::DontKnow];

fn answered(quiz: &Quiz, answers: &[Option<usize>]) -> Session {
    let mut session = Session::new(Settings::default());
    for (question, answer) in quiz.questions().iter().zip(answers) {
        if let Some(answer) = answer {
            session.answer(quiz, &question.id, SIX[*answer].clone()).expect("is a first answer");
        }
    }
    session
}

/// The probability of each métier, one by one: what the patterns stand for.
fn one_by_one(quiz: &Quiz, catalogue: &Catalogue, answers: &[Option<usize>]) -> Vec<f64> {
    let rows = quiz.likelihood.rows();
    let likelihood = |metier: &Metier| -> f64 {
        let terms = quiz.questions().iter().zip(answers).filter_map(|(question, answer)| {
            let point = SIX[(*answer)?].point()?;
            let has = metier.interests.iter().any(|label| label.as_str() == question.interests()[0].0);
            Some(rows[usize::from(!has)][point])
        });
        terms.product()
    };
    let weights: Vec<f64> = catalogue.metiers().iter().map(|metier| likelihood(metier)).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

/// `Σ_a P(a)·(H − H|a)` over métiers, in bits.
fn brute_force(quiz: &Quiz, catalogue: &Catalogue, prior: &[f64], label: &str) -> f64 {
    let entropy = |p: &[f64]| -p.iter().filter(|p| 0.0 < **p).map(|p| p * libm::log2(*p)).sum::<f64>();
    let rows = quiz.likelihood.rows();
    let row = |metier: &Metier| rows[usize::from(!metier.interests.iter().any(|own| own.as_str() == label))];
    (0..5)
        .map(|point| {
            let joint: Vec<f64> = catalogue.metiers().iter().zip(prior).map(|(metier, p)| p * row(metier)[point]).collect();
            let probability: f64 = joint.iter().sum();
            let posterior: Vec<f64> = joint.iter().map(|p| p / probability).collect();
            probability * (entropy(prior) - entropy(&posterior))
        })
        .sum()
}

proptest! {
    #[test]
    fn closed_form_equals_brute_force(answers in some_answers()) {
        let (quiz, catalogue) = (quiz(), eleven());
        let prior = one_by_one(&quiz, &catalogue, &answers);
        let masses = answered(&quiz, &answers).state(&quiz).masses();
        for (label, mass) in INTERESTS.iter().zip(masses) {
            let carried = catalogue.metiers().iter().zip(&prior);
            let one_by_one: f64 =
                carried.filter(|(metier, _)| metier.interests.iter().any(|own| own.as_str() == *label)).map(|(_, p)| p).sum();
            prop_assert!((mass - one_by_one).abs() < 1e-12, "{label}: {mass} {one_by_one}");
            let expected = brute_force(&quiz, &catalogue, &prior, label);
            prop_assert!((quiz.likelihood.information(mass) - expected).abs() < 1e-12, "{label}: {expected}");
        }
    }

    #[test]
    fn the_order_of_answers_moves_nothing(answers in some_answers(), shift in 0..10_usize) {
        let quiz = quiz();
        let session = answered(&quiz, &answers);
        let mut other = Session::new(Settings::default());
        let (late, early) = session.given().split_at(shift.min(session.given().len()));
        for given in early.iter().chain(late) {
            other.answer(&quiz, &given.question, given.answer.clone()).expect("is a first answer");
        }
        let bits = |session: &Session| session.state(&quiz).masses().into_iter().map(f64::to_bits).collect::<Vec<_>>();
        prop_assert_eq!(bits(&session), bits(&other));
        prop_assert_eq!(session.profile(&quiz), other.profile(&quiz));
        prop_assert_eq!(session.next_question(&quiz), other.next_question(&quiz));
        prop_assert_eq!(session.progress(&quiz), other.progress(&quiz));
    }

    #[test]
    fn the_order_of_files_moves_nothing(answers in some_answers()) {
        let quiz = quiz();
        let metiers: Vec<Metier> = eleven().metiers().iter().rev().map(|metier| (**metier).clone()).collect();
        let reversed = questions(&INTERESTS).into_iter().rev().collect();
        let other = Quiz::new(reversed, &Catalogue::from_metiers(metiers).catalogue).expect("is in order");
        let session = answered(&quiz, &answers);
        prop_assert_eq!(session.next_question(&quiz), session.next_question(&other));
        prop_assert_eq!(session.profile(&quiz), session.profile(&other));
        prop_assert_eq!(session.progress(&quiz), session.progress(&other));
    }
}

#[test]
fn sectors_are_chosen_by_the_same_closed_form() {
    // Reference values of an independent computation: four métiers, « yes » to an interest of the first two, the default table.
    let sectors: [&[&str]; 4] = [&["m0, m2", "m0"], &[], &["m0, m2", "m2, m3"], &["m2, m3"]];
    let metiers = catalogue(&[&["a"], &["a"], &["b"], &["b"]]);
    let metiers = metiers.metiers().iter().zip(sectors).map(|(metier, labels)| {
        let mut metier = (**metier).clone();
        metier.sectors = labels.iter().map(|label| Sector::new(label)).collect();
        metier
    });
    let catalogue = Catalogue::from_metiers(metiers.collect::<Vec<_>>()).catalogue;
    let sector = |(id, label): (&str, &str)| Question::new(id, "Ce secteur ?", "This one?", Asks::Sector(label.to_owned()));
    let mut all = questions(&["a"]);
    all.extend([("s1", "m0"), ("s2", "m0, m2"), ("s3", "m2, m3")].map(sector));
    let quiz = Quiz::new(all, &catalogue).expect("is in order");
    let mut session = Session::new(Settings { sectors: SectorsAsked::OneByOne, ..Settings::default() });
    session.answer(&quiz, "a-1", Answer::Yes).expect("is a first answer");
    for (place, mass, bits) in [(1, 0.429_287, 0.287_755), (2, 0.5, 0.296_198), (3, 0.141_425, 0.144_320)] {
        let found = session.state(&quiz).masses()[place];
        assert!((found - mass).abs() < 1e-6 && (quiz.likelihood.information(found) - bits).abs() < 1e-6, "{place}: {found}");
    }
    assert_eq!(session.next_question(&quiz).map(|question| question.id.as_str()), Some("s2"));
    // A yes to a sector moves the belief as a yes to an interest does.
    session.answer(&quiz, "s1", Answer::Yes).expect("is a first answer");
    assert!(0.6 < session.state(&quiz).masses()[1] && session.profile(&quiz).sectors().iter().eq([("m0", 1.0)]));
}

#[test]
fn not_knowing_moves_no_belief() {
    let quiz = quiz();
    let before = Session::new(Settings::default());
    for answer in [Answer::DontKnow, Answer::Skip] {
        let mut after = before.clone();
        after.answer(&quiz, "a-1", answer).expect("is a first answer");
        assert_eq!(after.state(&quiz).masses(), before.state(&quiz).masses());
        assert_eq!(after.profile(&quiz), before.profile(&quiz));
        assert_eq!(after.progress(&quiz).n_interest, 1);
    }
}

#[test]
fn without_errors_it_halves() {
    // « Generalised binary search »: of the shares 5/11 (a), 4/11 (b), 3/11 (c), 2/11 (d, e), a is nearest to one half.
    let (sure, other) = (1.0 - 4e-9, 1e-9);
    let exact = Likelihood::new([other, other, other, other, sure], [sure, other, other, other, other]).expect("sums to 1");
    let quiz = quiz().with_likelihood(exact);
    let mut session = Session::new(Settings::default());
    let asked = |session: &Session| session.next_question(&quiz).map(|question| question.id.clone());
    assert_eq!(asked(&session).as_deref(), Some("a-1"));
    // Left are ab ×2, a ×2, abc, ea: b splits 3 from 3, c and e 1 from 5.
    session.answer(&quiz, "a-1", Answer::Yes).expect("is a first answer");
    assert_eq!(session.state(&quiz).masses().map_to_sixths(), [6, 3, 1, 0, 1]);
    assert_eq!(asked(&session).as_deref(), Some("b-1"));
}

/// Shares of six métiers.
trait Sixths {
    fn map_to_sixths(self) -> Vec<i64>;
}

impl Sixths for Vec<f64> {
    #[allow(clippy::cast_possible_truncation, reason = "shares of six are small numbers")]
    fn map_to_sixths(self) -> Vec<i64> {
        self.into_iter().map(|mass| (mass * 6.0).round() as i64).collect()
    }
}

#[test]
fn equal_information_is_decided_by_the_identifier() {
    let quiz = Quiz::new(questions(&["b", "a"]), &catalogue(&[&["a"], &["b"]])).expect("is in order");
    let next = Session::new(Settings::default()).next_question(&quiz).map(|question| question.id.clone());
    assert_eq!(next.as_deref(), Some("a-1"));
}

/// A catalogue with levels and statuses, and two questions that close gates.
fn gated() -> (Quiz, Recommender) {
    let levels = [Some(AccessLevel::Cap), Some(AccessLevel::Bac), Some(AccessLevel::BacPlus5), None];
    let metiers: Vec<Metier> = eleven()
        .metiers()
        .iter()
        .enumerate()
        .map(|(place, metier)| {
            let statuses = [vec!["artisan"], vec!["salarié", "artisan"], vec!["militaire"]];
            let mut metier = (**metier).clone();
            metier.access_level = levels[place % 4];
            metier.statuses = statuses[place % 3].iter().map(|label| Status::new(label)).collect();
            metier
        })
        .collect();
    let catalogue = Catalogue::from_metiers(metiers).catalogue;
    let gate = |id: &str, gate: Gates| {
        Question::new(id, "Rien d'autre ?", "Nothing else?", Asks::Constraint { interests: Vec::new(), gate, said: None })
    };
    let status = |label: &str| Gates { statuses: vec![Status::new(label)], ..Gates::default() };
    let mut all = questions(&INTERESTS);
    all.push(gate("only-artisan", status("Artisan")));
    all.push(gate("only-army", status("militaire")));
    all.push(gate("short", Gates { max_access_level: Some(AccessLevel::Bac), ..Gates::default() }));
    let quiz = Quiz::new(all, &catalogue).expect("is in order");
    (quiz, Recommender::new(catalogue, Weights::default()).expect("has métiers"))
}

#[test]
fn gates_leave_what_the_ranking_leaves() {
    let (quiz, recommender) = gated();
    for closed in 0..8_u8 {
        let mut session = Session::new(Settings::default());
        for (place, id) in ["only-artisan", "only-army", "short"].into_iter().enumerate() {
            let answer = if closed >> place & 1 == 1 { Answer::Yes } else { Answer::RatherYes };
            assert_eq!(session.next_question(&quiz).map(|question| question.id.as_str()), Some(id));
            session.answer(&quiz, id, answer).expect("is a first answer");
        }
        let profile = session.profile(&quiz);
        let ranking = recommender.recommend(&profile, 11).expect("labels are those of the catalogue");
        // The belief before any answer is the share of métiers left that have the interest.
        let has_a = |one: &&crate::Recommendation| one.metier.interests.iter().any(|label| label.as_str() == "a");
        let share = ranking.recommendations.iter().filter(has_a).count() as f64 / ranking.n_ranked as f64;
        let mass = session.state(&quiz).masses()[0];
        assert!((mass - share).abs() < 1e-12, "gates {closed:03b}: {mass} {share}");
    }
}

#[test]
fn paper_asks_every_interest_once_and_then_again() {
    let quiz = quiz();
    let mut session = Session::new(Settings { order: Order::Static, max_questions: 40, ..Settings::default() });
    let mut asked = Vec::new();
    while let Some(question) = session.next_question(&quiz) {
        asked.push(question.id.clone());
        session.answer(&quiz, &question.id, Answer::Yes).expect("is a first answer");
    }
    assert_eq!(asked.len(), 10);
    let first: Vec<String> = asked[..5].iter().map(|id| id.replace("-1", "-2")).collect();
    assert_eq!(asked[5..], first);
    assert_eq!(session.progress(&quiz).information.to_bits(), 0);
    // Every answer yes: each asked in the same order whatever the answers.
    let mut other = Session::new(session.settings());
    for id in &asked {
        assert_eq!(other.next_question(&quiz).map(|question| &question.id), Some(id));
        other.answer(&quiz, id, Answer::No).expect("is a first answer");
    }
}
