//! One step of the quiz, and one session, over catalogues of 250 to 4,000 métiers.

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};

use boussole::Catalogue;
use boussole::catalogue::{Metier, Title};
use boussole::quiz::{Answer, Quiz, Session, Settings};

/// A catalogue of so many métiers: those of the demonstration, each later one with one interest exchanged, so that patterns multiply too.
fn catalogue(n_metiers: usize) -> Catalogue {
    let demo = Catalogue::demo();
    let labels: Vec<_> = demo.metiers().iter().filter_map(|metier| metier.interests.first().cloned()).collect();
    let metiers = (0..n_metiers).map(|place| {
        let mut metier =
            Metier::new(format!("MET.{}", place + 1).parse().expect("is an identifier"), Title::from_heading("métier"));
        metier.interests.clone_from(&demo.metiers()[place % demo.len()].interests);
        if let Some(first) = metier.interests.first_mut().filter(|_| demo.len() <= place) {
            *first = labels[(place * 7 + place / demo.len()) % labels.len()].clone();
        }
        metier
    });
    Catalogue::from_metiers(metiers).catalogue
}

/// A session after this many answers.
fn session(quiz: &Quiz, n_answers: usize) -> Session {
    let mut session = Session::new(Settings { min_information: 0.0, ..Settings::default() });
    for n in 0..n_answers {
        let id = session.next_question(quiz).expect("there are 50 questions").id.clone();
        session.answer(quiz, &id, Answer::POINTS[n * 3 % 5].clone()).expect("is a first answer");
    }
    session
}

fn step(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("quiz_step");
    for n_metiers in [250, 1000, 4000] {
        let quiz = Quiz::demo(&catalogue(n_metiers));
        let session = session(&quiz, 15);
        // What an app does for one answer: keep it, and ask for the next question.
        group.bench_with_input(BenchmarkId::from_parameter(n_metiers), &quiz, |bencher, quiz| {
            let next = session.next_question(quiz).expect("there are 50 questions").id.clone();
            let answered = |mut session: Session| {
                session.answer(quiz, &next, Answer::RatherYes).expect("is a first answer");
                session.next_question(quiz).map(|question| question.id.len())
            };
            bencher.iter_batched(|| session.clone(), answered, BatchSize::SmallInput);
        });
    }
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let quiz = Quiz::demo(&catalogue(1000));
    criterion.bench_function("quiz_session_of_30/1000", |bencher| bencher.iter(|| session(&quiz, 30)));
}

criterion_group!(benches, step, whole);
criterion_main!(benches);
