//! From the log of a service, which lists were shown, clicked and kept, to preferences for `boussole tune`. `cargo run --example clicks`
//!
//! What was clicked is preferred to what stood above it and was passed over: the student has seen both, so the place in the list does not
//! count (Joachims 2002, DOI 10.1145/775047.775067). A favourite is also preferred to what was clicked and not kept. What stood below the
//! last click was perhaps never seen and says nothing. Each student weighs the same, however many pairs they give.

use std::error::Error;

use serde::Deserialize;
use serde_json::{Value, json};

const LOG: &str = include_str!("../fixtures/preferences/log.jsonl");

/// What all pairs of a student weigh together.
const WEIGHT_OF_STUDENT: f64 = 10.0;

#[derive(Deserialize)]
struct Session {
    student: String,
    #[serde(default)]
    simulated: bool,
    profile: Value,
    shown: Vec<String>,
    clicked: Vec<String>,
    favourite: Vec<String>,
}

impl Session {
    /// Pairs « preferred, over ».
    fn pairs(&self) -> Vec<(&str, &str)> {
        let is_clicked = |id: &String| self.clicked.contains(id);
        let clicks = self.shown.iter().enumerate().filter(|(_, id)| is_clicked(id));
        let passed_over = clicks.flat_map(|(place, id)| {
            let above = self.shown[..place].iter().filter(|other| !is_clicked(other));
            above.map(move |other| (id.as_str(), other.as_str()))
        });
        let kept = self.favourite.iter().flat_map(|id| {
            let others = self.clicked.iter().filter(|other| !self.favourite.contains(other));
            others.map(move |other| (id.as_str(), other.as_str()))
        });
        passed_over.chain(kept).collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in LOG.lines() {
        let session: Session = serde_json::from_str(line)?;
        let pairs = session.pairs();
        for (preferred, over) in &pairs {
            let (Session { student, simulated, profile, .. }, weight) = (&session, WEIGHT_OF_STUDENT / pairs.len() as f64);
            let pair = json!({ "student": student, "simulated": simulated, "profile": profile,
                "preferred": preferred, "over": over, "weight": weight });
            println!("{pair}");
        }
    }
    Ok(())
}
