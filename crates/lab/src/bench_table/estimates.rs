//! What criterion measured.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The median time of each benchmark in seconds, by its folder: `one/top_10/734`.
#[derive(Debug)]
pub struct Estimates {
    seconds: BTreeMap<String, f64>,
}

impl Estimates {
    /// Everything below cargo's target folder.
    pub fn read() -> Self {
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target"), PathBuf::from);
        let mut seconds = BTreeMap::new();
        gather(&target.join("criterion"), "", &mut seconds);
        Self { seconds }
    }

    /// Whether no benchmark was run yet.
    pub fn is_empty(&self) -> bool {
        self.seconds.is_empty()
    }

    /// The median time of one benchmark.
    pub(super) fn seconds(&self, id: &str) -> Option<f64> {
        self.seconds.get(id).copied()
    }

    /// The numbers and times of the benchmarks of one folder, ascending.
    pub(super) fn series(&self, folder: &str) -> Vec<(f64, f64)> {
        let of_folder = self.seconds.iter().filter_map(|(id, seconds)| {
            let number = id.strip_prefix(folder)?.strip_prefix('/')?.parse().ok()?;
            Some((number, *seconds))
        });
        let mut series: Vec<(f64, f64)> = of_folder.collect();
        series.sort_by(|left, right| left.0.total_cmp(&right.0));
        series
    }

    /// The number of students and the time for them together, ascending.
    pub(super) fn batches(&self, name: &str, n_metiers: usize, n_threads: usize) -> Vec<(f64, f64)> {
        let prefix = format!("batch/{name}_{n_metiers}/");
        let of_batch = self.seconds.iter().filter_map(|(id, seconds)| {
            let (n_students, threads) = id.strip_prefix(&prefix)?.split_once('x')?;
            Some((n_students.parse().ok()?, *seconds)).filter(|_| threads.parse() == Ok(n_threads))
        });
        let mut batches: Vec<(f64, f64)> = of_batch.collect();
        batches.sort_by(|left, right| left.0.total_cmp(&right.0));
        batches
    }

    /// The time of one student in the largest batch.
    pub(super) fn seconds_per_student(&self, name: &str, n_metiers: usize, n_threads: usize) -> Option<f64> {
        self.batches(name, n_metiers, n_threads).last().map(|(n_students, seconds)| seconds / n_students)
    }
}

/// Looks through folders; estimates are in `new/estimates.json` of the folder of a benchmark.
fn gather(folder: &Path, id: &str, seconds: &mut BTreeMap<String, f64>) {
    let text = fs::read_to_string(folder.join("new").join("estimates.json"));
    let estimates = text.ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    if let Some(nanoseconds) = estimates.and_then(|estimates| estimates["median"]["point_estimate"].as_f64()) {
        seconds.insert(id.to_owned(), nanoseconds / 1e9);
        return;
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let below = if id.is_empty() { name } else { format!("{id}/{name}") };
        if entry.path().is_dir() {
            gather(&entry.path(), &below, seconds);
        }
    }
}
