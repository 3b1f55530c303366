//! How cost grows: `cargo bench -p boussole-lab --bench growth` prints a table and draws `docs/growth.svg`.
//!
//! One variable at a time: métiers, the interests and the sectors of a vocabulary, answers, and the length of the list; the others stay at
//! 10,000 métiers, 25 interests, 32 sectors, one to eight answers and 10. CPU seconds of one thread, the best of some turns.

use std::fs::{read_to_string, write};
use std::hint::black_box;

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, Sector, Title};
use boussole::profile::ProfileBuilder;
use boussole::random::SplitMix64;
use boussole::{Profile, Recommender, Weights};
use boussole_lab::bench_table::{Chart, charts};
use boussole_lab::synthetic;

/// Where the picture goes.
const PICTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/growth.svg");

/// Up to the largest catalogue that is taken.
const METIERS: [usize; 5] = [734, 5_000, 20_000, 80_000, 200_000];
const LABELS: [usize; 5] = [25, 100, 300, 1_000, 3_000];
const ANSWERS: [usize; 5] = [1, 3, 6, 12, 24];
const LENGTHS: [usize; 5] = [1, 10, 100, 1_000, 10_000];

/// Of métiers, where something else varies.
const N_METIERS: usize = 10_000;
const TOP: usize = 10;
const N_STUDENTS: usize = 300;
const N_TURNS: usize = 5;

/// A turn takes so many seconds at least.
const TURN: f64 = 0.2;

/// Chosen once.
const SEED: u64 = 1;

/// What was measured at one value of a variable.
struct Point {
    value: usize,
    student: f64,
    build: f64,
    n_bytes: usize,
}

fn main() {
    println!("| what varies | | one student, µs | build, ms | compiled, MB |\n| --- | --- | --- | --- | --- |");
    let usual = |n_answers| synthetic::students(N_STUDENTS, n_answers, SEED);
    let metiers = series("métiers", METIERS, |n| measured(n, synthetic::catalogue(n, SEED), &usual(None), TOP));
    let interests = series("interests", LABELS, |n| measured(n, vocabulary(n, 32), &students(n), TOP));
    let sectors = series("sectors", LABELS, |n| measured(n, vocabulary(25, n), &students(25), TOP));
    let catalogue = synthetic::catalogue(N_METIERS, SEED);
    let answers = series("answers", ANSWERS, |n| measured(n, catalogue.clone(), &usual(Some(n)), TOP));
    let lengths = series("k", LENGTHS, |n| measured(n, catalogue.clone(), &usual(None), n));
    let line = |points: &[Point], seconds: fn(&Point) -> f64| {
        vec![("boussole", points.iter().map(|point| (point.value as f64, seconds(point))).collect())]
    };
    let student = |title, below, points: &[Point]| Chart { title, below, lines: line(points, |point| point.student) };
    let picture = charts(&[
        student("One student, top 10", "métiers", &metiers),
        Chart { title: "Building", below: "métiers", lines: line(&metiers, |point| point.build) },
        student("Top 10 of 10,000 métiers", "interests of the vocabulary", &interests),
        student("Top 10 of 10,000 métiers", "sectors of the vocabulary", &sectors),
        student("Top 10 of 10,000 métiers", "answers", &answers),
        student("Top k of 10,000 métiers", "k", &lengths),
    ]);
    write(PICTURE, picture).expect("the picture can be written");
}

/// Points of one variable, each printed as it comes.
fn series<const N: usize>(name: &str, values: [usize; N], measured: impl Fn(usize) -> Point) -> Vec<Point> {
    let point = |value| {
        let point = measured(value);
        let (student, build, compiled) = (1e6 * point.student, 1e3 * point.build, point.n_bytes as f64 / 1e6);
        println!("| {name} | {value} | {student:.2} | {build:.1} | {compiled:.2} |");
        point
    };
    values.into_iter().map(point).collect()
}

/// What students cost, each, and the recommender before them.
fn measured(value: usize, catalogue: Catalogue, students: &[Profile], k: usize) -> Point {
    let begin = cpu_seconds();
    let recommender = Recommender::new(catalogue, Weights::default()).expect("there are métiers");
    let build = cpu_seconds() - begin;
    // The kernel counts what a thread has used a few milliseconds at a time.
    let turn = |_| {
        let (begin, mut seconds, mut n_passes) = (cpu_seconds(), 0.0, 0.0);
        while seconds < TURN {
            for student in students {
                black_box(recommender.shortlist(student, k).expect("labels are known"));
            }
            (seconds, n_passes) = (cpu_seconds() - begin, n_passes + 1.0);
        }
        seconds / n_passes
    };
    let student = (0..N_TURNS).map(turn).fold(f64::INFINITY, f64::min) / students.len() as f64;
    Point { value, student, build, n_bytes: recommender.n_compiled_bytes() }
}

/// Métiers with three of so many interests and one of so many sectors.
fn vocabulary(n_interests: usize, n_sectors: usize) -> Catalogue {
    let mut random = SplitMix64::new(SEED);
    let metiers = (1..=N_METIERS).map(|number| {
        let mut metier = Metier::new(format!("MET.{number}").parse().expect("an identifier"), Title::from_heading("métier"));
        metier.interests = (0..3).map(|_| Interest::new(&interest(random.index_below(n_interests)))).collect();
        metier.sectors = vec![Sector::new(&format!("secteur {}", random.index_below(n_sectors)))];
        metier.access_level = Some(AccessLevel::ALL[random.index_below(AccessLevel::ALL.len())]);
        metier
    });
    Catalogue::from_metiers(metiers).catalogue
}

fn interest(number: usize) -> String {
    format!("j'aime l'activité {number}")
}

/// Students who answer four of so many interests, of which every vocabulary of [`N_METIERS`] métiers has all.
fn students(n_interests: usize) -> Vec<Profile> {
    let mut random = SplitMix64::new(SEED);
    let mut answer = |profile: ProfileBuilder, value: f64| profile.interest(&interest(random.index_below(n_interests)), value);
    let student = |_| {
        let profile = Profile::builder().reached(AccessLevel::Bac).willing(AccessLevel::BacPlus3);
        let likes = [1.0, 0.75, 0.5, -0.5].into_iter().fold(profile, &mut answer);
        likes.build().ok()
    };
    // Who answers one label twice is left out.
    (0..N_STUDENTS).filter_map(student).collect()
}

/// The time that this thread has had a processor.
fn cpu_seconds() -> f64 {
    let schedule = read_to_string("/proc/thread-self/schedstat").expect("expected a kernel that tells what a thread has used");
    let nanoseconds: f64 = schedule.split(' ').next().and_then(|first| first.parse().ok()).expect("begins with a number");
    nanoseconds / 1e9
}
