//! Tunes weights on simulated preferences whose true weights are known, and shows how near they come.
//!
//! With `--write FILE` it writes the preferences as JSON lines: that is how `fixtures/preferences/simulated.jsonl` was made.

use std::error::Error;
use std::{env, fs};

use boussole::features::Criterion;
use boussole::{Catalogue, Recommender, Weights};
use boussole_lab::Survey;
use boussole_tuning::{Choice, Grain, Preference, Preferences, TuningPlan, tune};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
    // These students care more for the level of study, and less for interests, than the default weights say.
    let truth = [(Criterion::Interest, 0.3), (Criterion::AccessLevel, 0.4), (Criterion::Status, 0.1), (Criterion::Sector, 0.2)];
    let truth = Weights::new(truth)?;
    let survey = Survey { n_students: 200, n_pairs_per_student: 10, seed: 2026, ..Survey::default() };
    let pairs = survey.on_catalogue(&recommender, &truth);
    if let [_, flag, path] = env::args().collect::<Vec<_>>().as_slice()
        && flag == "--write"
    {
        let lines: Vec<String> = pairs.iter().map(|pair| line(pair) + "\n").collect();
        return Ok(fs::write(path, lines.concat())?);
    }

    let preferences = Preferences::from_profiles(&recommender, &pairs, Grain::Criterion)?;
    let report = tune(&preferences, &TuningPlan::default(), &mut || {})?;
    let fit = report.fit.as_ref().ok_or("too few pairs")?;
    println!("{} pairs of {} simulated students, lambda {}", report.n_pairs, report.n_students, fit.cross_validation.lambda());
    println!("{:<14} {:>7} {:>7} {:>7}", "criterion", "default", "tuned", "true");
    for feature in &fit.features {
        let truth = feature.name.parse().map_or(0.0, |criterion| truth.get(criterion));
        println!("{:<14} {:>7.3} {:>7.3} {:>7.3}", feature.name, feature.before, feature.after, truth);
    }
    let (before, after) = (fit.cross_validation.defaults, fit.cross_validation.tuned());
    println!(
        "held-out accuracy {:.3} → {:.3}, log-loss {:.4} → {:.4}",
        before.accuracy, after.accuracy, before.log_loss, after.log_loss
    );
    println!("{}", if report.is_accepted() { "accepted" } else { "refused" });
    Ok(())
}

fn line(pair: &Preference) -> String {
    let Choice::Metiers { profile, preferred, over } = &pair.choice else { return String::new() };
    let mut profile = json!(profile);
    if let Some(parts) = profile.as_object_mut() {
        parts.retain(|_, part| {
            part.as_object().is_none_or(|part| part.values().any(|value| value != &json!([]) && !value.is_null()))
        });
        parts.remove("seed");
    }
    json!({"student": pair.student, "simulated": true, "profile": profile, "preferred": preferred, "over": over}).to_string()
}
