//! Targets that a catalogue must meet: `boussole audit --require FILE.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use boussole::catalogue::Audit;
use boussole::inquiry::Reachability;

use crate::failure::Failure;
use crate::input;

/// What a target is about, and what the catalogue has.
struct Measure {
    name: String,
    n_metiers: usize,
    n_all: usize,
}

/// Checks every target of a file: least shares of métiers by field, `reachable`, `distinct_patterns`, and at most so many `problems`.
pub(crate) fn check(path: &Path, audit: &Audit, found: Option<&Reachability>) -> Result<(), Failure> {
    let targets: BTreeMap<String, f64> = toml::from_str(&input::read(path)?).map_err(|error| Failure::in_file(path, error))?;
    let measures = measures(audit, found);
    let mut short = Vec::new();
    for (name, target) in targets {
        if name == "problems" {
            let n_problems = audit.n_problems();
            if target < n_problems as f64 {
                short.push(format!("{name}: expected at most {target}, found {n_problems}"));
            }
            continue;
        }
        let key = if name == "level" { "access_level" } else { &name };
        let Some(measure) = measures.iter().find(|measure| measure.name == key) else {
            let known: Vec<&str> = measures.iter().map(|measure| measure.name.as_str()).collect();
            return Err(Failure::in_file(path, format!("expected one of {}, problems, found « {name} »", known.join(", "))));
        };
        if !(0.0..=1.0).contains(&target) {
            return Err(Failure::in_file(path, format!("{name}: expected a share from 0 to 1, found {target}")));
        }
        let share = measure.n_metiers as f64 / measure.n_all.max(1) as f64;
        if share < target {
            let Measure { n_metiers, n_all, .. } = measure;
            short.push(format!("{name}: expected at least {target} of the métiers, found {share:.4} ({n_metiers} of {n_all})"));
        }
    }
    if short.is_empty() { Ok(()) } else { Err(Failure::in_file(path, short.join("\n"))) }
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
