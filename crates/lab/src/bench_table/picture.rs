//! How cost grows with métiers, students, answers and the length of the list: four charts in one SVG.

use super::chart::{Chart, charts};
use super::estimates::Estimates;

/// The picture, with times in µs.
pub fn picture(estimates: &Estimates) -> String {
    let line = |name, folder: &str| (name, estimates.series(folder));
    let batch = |name, threads| (name, estimates.batches("boussole", 734, threads));
    charts(&[
        Chart {
            title: "One student, top 10",
            below: "métiers",
            lines: vec![
                line("boussole", "one/top_10"),
                line("dense, all columns", "one/dense_all"),
                line("dense, interests", "one/dense_interests"),
                line("linfa-nn", "one/linfa_nn"),
            ],
        },
        Chart { title: "Batch, 734 métiers", below: "students", lines: vec![batch("1 thread", 1), batch("2 threads", 2)] },
        Chart { title: "Top 10 of 10,000 métiers", below: "answers", lines: vec![line("boussole", "growth/answers")] },
        Chart { title: "Top k of 10,000 métiers", below: "k", lines: vec![line("boussole", "growth/k")] },
    ])
}
