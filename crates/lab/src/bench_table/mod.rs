//! The tables of ratios from the estimates of criterion, and how cost grows, as a picture.

mod estimates;
mod chart;
mod picture;

pub use chart::{Chart, charts};
pub use estimates::Estimates;
pub use picture::picture;

const SIZES: [usize; 4] = [734, 1_075, 10_000, 100_000];

/// The ratios to the dense product over interests that the project aims at, for 734, 10,000 and 100,000 métiers.
const AIMS: [(&str, [Option<f64>; 4]); 3] = [
    ("top_10", [Some(4.0), None, Some(12.0), Some(30.0)]),
    ("explained", [Some(3.0), None, None, None]),
    ("batch", [Some(2.5), None, Some(8.0), Some(20.0)]),
];

/// All tables as Markdown: one student, many students, building.
pub fn tables(estimates: &Estimates) -> String {
    [one(estimates), batch(estimates), build(estimates)].concat()
}

fn header(title: &str) -> String {
    let sizes = SIZES.map(|size| size.to_string()).join(" | ");
    format!("\n{title}\n\n| | {sizes} |\n| --- |{}\n", " --- |".repeat(SIZES.len()))
}

fn row(name: &str, cell: impl Fn(usize) -> String) -> String {
    format!("| {name} | {} |\n", SIZES.map(cell).join(" | "))
}

fn microseconds(seconds: Option<f64>) -> String {
    seconds.map_or_else(String::new, |seconds| format!("{:.*}", if seconds < 1e-4 { 2 } else { 0 }, 1e6 * seconds))
}

/// How many times longer the first takes.
fn ratio(slow: Option<f64>, fast: Option<f64>) -> String {
    slow.zip(fast).map_or_else(String::new, |(slow, fast)| format!("{:.1} ×", slow / fast))
}

fn aims(name: &str) -> String {
    let aims = AIMS.into_iter().find(|(other, _)| *other == name);
    let cells = aims.into_iter().flat_map(|(_, aims)| aims).map(|aim| aim.map_or_else(String::new, |aim| format!("≥ {aim} ×")));
    format!("| aim, against interests | {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn one(estimates: &Estimates) -> String {
    let time = |name: &str, size: usize| estimates.seconds(&format!("one/{name}/{size}"));
    let mut out = header("One student, µs (median), by number of métiers:");
    for (name, title) in [
        ("dense_interests", "dense f32, interests only, top 10 (a)"),
        ("dense_all", "dense f32, all columns of the score, top 10 (b)"),
        ("linfa_nn", "linfa-nn, brute force, interests only, top 10"),
        ("dense_scores", "dense f32, interests only, scores"),
        ("query", "boussole, answers compiled"),
        ("scores", "boussole, all scores"),
        ("top_10", "boussole, top 10"),
        ("recommended", "boussole, top 10 with explanations to read"),
        ("explained", "boussole, top 10, all terms of explanations read"),
        ("whole", "boussole, all in order"),
    ] {
        out += &row(title, |size| microseconds(time(name, size)));
    }
    out += &header("One student, ratios:");
    for (name, title) in [("top_10", "top 10"), ("explained", "top 10 explained")] {
        out += &row(&format!("{title}, against (a)"), |size| ratio(time("dense_interests", size), time(name, size)));
        out += &aims(name);
        out += &row(&format!("{title}, against (b)"), |size| ratio(time("dense_all", size), time(name, size)));
    }
    out += &row("top 10, against linfa-nn", |size| ratio(time("linfa_nn", size), time("top_10", size)));
    out
}

fn batch(estimates: &Estimates) -> String {
    let best = |name: &str, size: usize, threads: usize| estimates.seconds_per_student(name, size, threads);
    let mut out = header("Many students, students a second:");
    let rate = |seconds: Option<f64>| seconds.map_or_else(String::new, |seconds| format!("{:.0}", 1.0 / seconds));
    for (name, title, threads) in [
        ("dense_interests", "dense f32, interests only (a), 1 thread", 1),
        ("dense_all", "dense f32, all columns (b), 1 thread", 1),
        ("boussole", "boussole, 1 thread", 1),
        ("boussole", "boussole, 2 threads", 2),
    ] {
        out += &row(title, |size| rate(best(name, size, threads)));
    }
    out += &header("Many students, ratios:");
    out += &row("1 thread, against (a)", |size| ratio(best("dense_interests", size, 1), best("boussole", size, 1)));
    out += &aims("batch");
    out += &row("1 thread, against (b)", |size| ratio(best("dense_all", size, 1), best("boussole", size, 1)));
    out += &row("2 threads against 1 (aim ≥ 1.8 ×)", |size| ratio(best("boussole", size, 1), best("boussole", size, 2)));
    out
}

fn build(estimates: &Estimates) -> String {
    let mut out = header("Catalogue to recommender, ms (aim: below 5 for 1075):");
    out += &row("build", |size| {
        let seconds = estimates.seconds(&format!("build/recommender/{size}"));
        seconds.map_or_else(String::new, |seconds| format!("{:.1}", 1e3 * seconds))
    });
    out
}
