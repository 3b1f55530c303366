//! A quiz in an app: a question goes out, an answer comes in, the session is kept as JSON between the two.
//!
//! The student of this example likes to repair things and works with their hands; `boussole quiz` asks a real one.

use boussole::quiz::{Answer, Quiz, Session, Settings};
use boussole::{Catalogue, Recommender, Weights};
use boussole_report::{RecommendationReport, Report, Voice, observation_words};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    let quiz = Quiz::demo(recommender.catalogue());

    let mut kept = Session::new(Settings::default()).to_json();
    loop {
        // Each turn begins with nothing but the text that the app kept.
        let mut session = Session::from_json(&kept, &quiz)?;
        let Some(question) = session.next_question(&quiz) else { break };
        let progress = session.progress(&quiz);
        let answer = match question.interests() {
            [(label, _)] if label.contains("réparer") || label.contains("mains") => Answer::Yes,
            [] => Answer::Skip,
            _ => Answer::RatherNo,
        };
        println!("{:>2}. {} → {answer:?} (at most {} to come)", progress.n_given + 1, question.wording.fr, progress.at_most - 1);
        session.answer(&quiz, &question.id, answer)?;
        kept = session.to_json();
    }

    let session = Session::from_json(&kept, &quiz)?;
    for words in observation_words(&session, &quiz, Voice::default()) {
        println!("\n{words}");
    }
    let profile = session.profile(&quiz);
    let ranking = recommender.recommend(&profile, 3)?;
    println!("\n{}", RecommendationReport::new(&recommender, &profile, &ranking)?.text(Voice::default()));
    Ok(())
}
