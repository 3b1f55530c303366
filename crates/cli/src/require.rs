//! Targets that a catalogue must meet: `boussole audit --require FILE.toml`.

use std::collections::BTreeMap;

use boussole::catalogue::Audit;
use boussole::inquiry::Reachability;
use boussole::toml_text::from_toml;

/// What a target is about, and what the catalogue has.
struct Measure {
    name: String,
    n_metiers: usize,
    n_all: usize,
}

/// Checks every target of a file: least shares of métiers by field, `reachable`, `distinct_patterns`, and at most so many `problems`,
/// `doubtful_names` and `own_lost`. The error says what falls short.
pub(crate) fn check(text: &str, audit: &Audit, found: Option<&Reachability>) -> Result<(), String> {
    let targets: BTreeMap<String, f64> = from_toml(text)?;
    let (measures, faults) = (measures(audit, found), faults(audit, found));
    let mut short = Vec::new();
    for (name, target) in targets {
        if let Some((_, n_found)) = faults.iter().find(|(fault, _)| *fault == name) {
            if target.is_nan() || target < 0.0 {
                return Err(format!("{name}: expected a number from 0, found {target}"));
            }
            if target < *n_found as f64 {
                short.push(format!("{name}: expected at most {target}, found {n_found}"));
            }
            continue;
        }
        let key = if name == "level" { "access_level" } else { &name };
        let Some(measure) = measures.iter().find(|measure| measure.name == key) else {
            let known = measures.iter().map(|measure| measure.name.as_str()).chain(faults.iter().map(|(fault, _)| *fault));
            let known: Vec<&str> = known.collect();
            return Err(format!("expected one of {}, found « {name} »", known.join(", ")));
        };
        if !(0.0..=1.0).contains(&target) {
            return Err(format!("{name}: expected a share from 0 to 1, found {target}"));
        }
        let share = measure.n_metiers as f64 / measure.n_all.max(1) as f64;
        if share < target {
            let Measure { n_metiers, n_all, .. } = measure;
            short.push(format!("{name}: expected at least {target} of the métiers, found {share:.4} ({n_metiers} of {n_all})"));
        }
    }
    if short.is_empty() { Ok(()) } else { Err(short.join("\n")) }
}

/// Every number that can be held down: problems, names that are doubtful, and métiers that those who like all of their interests are not
/// shown.
fn faults(audit: &Audit, found: Option<&Reachability>) -> Vec<(&'static str, usize)> {
    let mut faults = vec![("problems", audit.n_problems()), ("doubtful_names", audit.doubtful_names.len())];
    faults.extend(found.map(|found| ("own_lost", found.lost.len())));
    faults
}

/// Every share that can be asked for.
fn measures(audit: &Audit, found: Option<&Reachability>) -> Vec<Measure> {
    let n_all = audit.n_metiers;
    let of_field = |gap: &boussole::catalogue::audit::Gap| {
        let name = serde_json::to_value(gap.field).ok().and_then(|name| name.as_str().map(str::to_owned));
        Measure { name: name.unwrap_or_default(), n_metiers: n_all - gap.metiers.len(), n_all }
    };
    let mut measures: Vec<Measure> = audit.gaps.iter().map(of_field).collect();
    if let Some(patterns) = audit.patterns.last() {
        measures.push(Measure { name: "distinct_patterns".to_owned(), n_metiers: patterns.n_patterns(), n_all });
    }
    if let Some(found) = found {
        measures.push(Measure { name: "reachable".to_owned(), n_metiers: n_all - found.never.len(), n_all });
    }
    measures
}
