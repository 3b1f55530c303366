//! Whole quizzes: sectors, studies, statuses and constraints too.
//!
//! - No answer is invented: whatever a profile holds and a list is explained with was answered.
//! - Who has one passion is asked about it, and finds a métier of it among the first ten.
//! - Who says no to everything is told of nothing they like.
//! - Six questions on sectors, chosen by the belief, find more than six more on interests.

use boussole::criteria::Origin;
use boussole::features::Criterion;
use boussole::quiz::{Answer, Asks, Question, QuestionKind, Quiz, SectorsAsked, Session, Settings};
use boussole::{Catalogue, Profile, Recommender, Weights};
use boussole_simulation::{Student, StudentKind};

fn real() -> Recommender {
    let loaded =
        Catalogue::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/real/onisep_dev.csv")).expect("can be read");
    Recommender::new(loaded.catalogue, Weights::default()).expect("has métiers")
}

/// Whether an answer with this sign was given to a question about an interest.
fn is_answered(session: &Session, quiz: &Quiz, label: &str, answer: f64) -> bool {
    let is_about = |question: &Question| question.kind() == QuestionKind::Interest && question.interests()[0].0 == label;
    session.given().iter().any(|given| {
        quiz.question(&given.question).is_some_and(is_about)
            && given.answer.value().is_some_and(|own| 0.0 <= own * answer.signum())
    })
}

/// Everything in a profile that no answer of the session stands for.
fn invented(session: &Session, quiz: &Quiz, profile: &Profile) -> Vec<String> {
    let given = || session.given().iter().filter_map(|given| Some((quiz.question(&given.question)?, &given.answer)));
    let mut invented: Vec<String> = Vec::new();
    let interests = profile.interests().iter().filter(|(label, answer)| !is_answered(session, quiz, label, *answer));
    invented.extend(interests.map(|(label, _)| label.to_owned()));
    let is_sector = |(question, answer): (&Question, &Answer), label: &str| match (&question.asks, answer) {
        (Asks::Sector(own), answer) => own == label && answer.value().is_some(),
        (Asks::Sectors { .. }, Answer::Sectors(chosen)) => chosen.iter().any(|own| own == label),
        _ => false,
    };
    let sectors = profile.sectors().iter().filter(|(label, _)| !given().any(|one| is_sector(one, label)));
    invented.extend(sectors.map(|(label, _)| label.to_owned()));
    let is_status = |(question, answer): (&Question, &Answer), label: &str| {
        matches!(&question.asks, Asks::Status(own) if own == label) && answer.value().is_some()
    };
    let statuses = profile.statuses().iter().filter(|(label, _)| !given().any(|one| is_status(one, label)));
    invented.extend(statuses.map(|(label, _)| label.to_owned()));
    let is_yes = |answer: &Answer| matches!(answer, Answer::RatherYes | Answer::Yes | Answer::NotPossible);
    let constraints = profile.constraints().iter().filter(|one| !given().any(|(q, answer)| q.id == one.id() && is_yes(answer)));
    invented.extend(constraints.map(|one| one.id().to_owned()));
    let levels = profile.willing().into_iter().chain(profile.reached());
    invented.extend(levels.filter(|level| !given().any(|(_, answer)| *answer == Answer::Level(*level))).map(|l| l.to_string()));
    if profile.gates().max_access_level.is_some() && !given().any(|(_, answer)| *answer == Answer::OnlyUpTo) {
        invented.push("a filter".to_owned());
    }
    invented
}

#[test]
fn no_answer_is_invented() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("has métiers");
    let quiz = Quiz::demo(recommender.catalogue());
    let mut n_lowered = 0;
    for number in 0..1000 {
        let kind = StudentKind::ALL[number % StudentKind::ALL.len()];
        let student = Student::draw(kind, recommender.catalogue(), &quiz, 7, number as u64);
        let session = student.asked(&quiz, Settings::default());
        assert_eq!(session.progress(&quiz).n_unasked, 0, "student {number}");
        let profile = session.profile(&quiz);
        assert_eq!(invented(&session, &quiz, &profile), [""; 0], "student {number}");
        for one in &recommender.recommend(&profile, 10).expect("labels are known") {
            for term in one.explanation.contributions() {
                let Some(label) = term.feature.filter(|_| term.criterion == Criterion::Interest) else { continue };
                let is_true = match term.origin {
                    // Inferred is that the fiche is about it; the answer was given.
                    Origin::Answer | Origin::Inference => is_answered(&session, &quiz, label, term.answer),
                    Origin::Constraint => {
                        n_lowered += 1;
                        profile.constraints().iter().any(|one| one.lowers().any(|(own, _)| own == label))
                    }
                };
                assert!(is_true, "student {number}: {term:?}");
            }
        }
    }
    assert!(300 < n_lowered, "{n_lowered} terms of constraints");
}

/// Asks until the end with this answer to each question.
fn answered(quiz: &Quiz, answer: impl Fn(&Question) -> Answer) -> Session {
    let mut session = Session::new(Settings::default());
    while let Some(question) = session.next_question(quiz) {
        session.answer(quiz, &question.id, answer(question)).expect("fits the question");
    }
    session
}

#[test]
fn one_passion_is_asked_about_and_found() {
    passions_are_found(&Recommender::new(Catalogue::demo(), Weights::default()).expect("has métiers"), &Answer::No);
    passions_are_found(&real(), &Answer::Neither);
}

#[track_caller]
fn passions_are_found(recommender: &Recommender, to_others: &Answer) {
    let quiz = Quiz::demo(recommender.catalogue());
    let interests = recommender.catalogue().interests().terms();
    assert_eq!(interests.len(), 25);
    let mut lost: Vec<String> = Vec::new();
    for passion in interests.iter().map(|term| term.label.as_str()) {
        let session = answered(&quiz, |question| match question.kind() {
            QuestionKind::Interest if question.interests()[0].0 == passion => Answer::Yes,
            QuestionKind::Interest => to_others.clone(),
            _ => Answer::DontKnow,
        });
        assert!(is_answered(&session, &quiz, passion, 1.0), "« {passion} » was not asked");
        let ranking = recommender.recommend(&session.profile(&quiz), 10).expect("labels are known");
        let has = ranking.iter().any(|one| one.metier.interests.iter().any(|own| own.as_str() == passion));
        lost.extend((!has).then(|| {
            let shown =
                ranking.iter().map(|one| format!("{} {:?} {:.4}", one.metier.title.heading, one.metier.interests, one.score()));
            format!("« {passion} »: {}", shown.collect::<Vec<_>>().join("\n   "))
        }));
    }
    assert!(lost.is_empty(), "no métier among the first ten: {}", lost.join("\n"));
}

#[test]
fn who_says_no_to_everything_likes_nothing() {
    let recommender = real();
    let quiz = Quiz::demo(recommender.catalogue());
    let session = answered(&quiz, |question| match question.kind() {
        QuestionKind::Sectors => Answer::Sectors(Vec::new()),
        QuestionKind::AccessLevel | QuestionKind::Words => Answer::DontKnow,
        QuestionKind::LevelFilter => Answer::LongerToo,
        _ => Answer::No,
    });
    let profile = session.profile(&quiz);
    assert!(profile.interests().iter().all(|(_, answer)| answer < 0.0) && profile.interests().len() == 25);
    assert_eq!(profile.constraints(), []);
    // What is refused already needs no constraint.
    assert!(session.given().iter().all(|given| !given.question.starts_with("limit-")));
    assert!(session.portrait(&quiz, recommender.catalogue()).likes.is_empty());
}

/// Whether the hidden métier is among the first ten after so many questions on interests, each once or up to twice, then on sectors.
fn hit(
    recommender: &Recommender,
    quiz: &Quiz,
    student: &Student,
    (n_interests, may_repeat, n_sectors): (usize, bool, usize),
) -> bool {
    let max_wordings = if may_repeat { 2 } else { 1 };
    let settings = Settings { sectors: SectorsAsked::OneByOne, max_wordings, ..Settings::default() };
    let mut session = Session::new(settings);
    let kinds =
        std::iter::repeat_n(QuestionKind::Interest, n_interests).chain(std::iter::repeat_n(QuestionKind::Sector, n_sectors));
    for kind in kinds {
        let candidates = session.candidates(quiz).into_iter().filter(|(question, _)| question.kind() == kind);
        let (question, _) =
            candidates.reduce(|best, next| if best.1 < next.1 { next } else { best }).expect("questions are left");
        let position = quiz.position(&question.id).expect("is of the quiz");
        session.answer(quiz, &question.id, student.answer(position).clone()).expect("is a first answer");
    }
    let target = &recommender.catalogue().metiers()[student.target()].id;
    let ranking = recommender.recommend(&session.profile(quiz), 10).expect("labels are known");
    ranking.iter().any(|one| one.metier.id == *target)
}

#[test]
fn sectors_by_belief_find_more_than_as_many_interests() {
    let recommender = real();
    let quiz = Quiz::demo(recommender.catalogue());
    let students: Vec<Student> =
        (0..500).map(|number| Student::draw(StudentKind::Typical, recommender.catalogue(), &quiz, 10, number)).collect();
    let recall = |plan| students.iter().filter(|student| hit(&recommender, &quiz, student, plan)).count() as f64 / 500.0;
    let [once, twice, sectors] = [(20, false, 0), (20, true, 0), (14, true, 6)].map(recall);
    println!("R@10: 20 interests once {once:.3}, up to twice {twice:.3}, 14 and 6 sectors {sectors:.3}");
    assert!(once.max(twice) + 0.03 <= sectors, "{once} {twice} {sectors}");
}
