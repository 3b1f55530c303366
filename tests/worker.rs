//! A worker of a batch gives each student what the plain path gives, errors included, whatever it met before.

use std::borrow::Cow;

use boussole::profile::{Constraint, ConstraintKind, UncheckedProfile};
use boussole::random::SplitMix64;
use boussole::{Catalogue, Recommender, Weights};

/// A seed, chosen once.
const SEED: u64 = 20;

const N_STUDENTS: usize = 4000;

/// Labels in many spellings, and texts that are none.
struct Texts {
    interests: Vec<String>,
    statuses: Vec<String>,
    sectors: Vec<String>,
}

impl Texts {
    fn of(catalogue: &Catalogue) -> Self {
        let [interests, statuses, sectors] =
            [catalogue.interests(), catalogue.statuses(), catalogue.sectors()].map(|vocabulary| {
                let labels = vocabulary.terms().iter().map(|term| term.label.clone());
                let spelled =
                    labels.flat_map(|label| [label.to_uppercase(), label.replace('\'', "’"), format!(" {label};"), label]);
                spelled.chain(["", " ", "le néant", "\u{200b}"].map(str::to_owned)).collect()
            });
        Self { interests, statuses, sectors }
    }

    /// A student, in whom something may be wrong.
    fn student<'a>(&'a self, draw: &mut SplitMix64) -> UncheckedProfile<'a> {
        let mut student = UncheckedProfile::default();
        student.seed = draw.next_u64() % 3;
        student.interests = answers(&self.interests, 8, draw);
        student.statuses = answers(&self.statuses, 3, draw);
        student.sectors = answers(&self.sectors, 3, draw);
        student.reached = level(draw);
        student.willing = level(draw);
        if one_of(10, draw) {
            student.riasec = Some([1.0, 2.0, 3.0, if one_of(5, draw) { f64::NAN } else { 4.0 }, 5.0, -0.0]);
        }
        if one_of(10, draw) {
            student.words = vec!["dessiner des fleurs".into()];
        }
        if one_of(10, draw) {
            let label = pick(&self.interests, draw);
            student.constraints = vec![Constraint::new("c", ConstraintKind::Bothers, "ceci", "this").lowering(label, 0.5)];
        }
        if one_of(5, draw) {
            student.likes = vec![pick(&["MET.7829", "met.279", "MET.0", "7829"], draw).into()];
        }
        if one_of(5, draw) {
            student.exclude = vec!["MET.102".into(), pick(&["MET.7829", "MET.x"], draw).into()];
        }
        if one_of(5, draw) {
            student.max_access_level = level(draw);
        }
        if one_of(10, draw) {
            student.gate_statuses = vec![pick(&self.statuses, draw).into()];
            student.gate_sectors = vec![pick(&self.sectors, draw).into()];
        }
        (student.keep_refused, student.shows_liked) = (one_of(2, draw), one_of(2, draw));
        student
    }
}

fn one_of(n: u64, draw: &mut SplitMix64) -> bool {
    draw.next_u64().is_multiple_of(n)
}

fn pick<'a>(texts: &'a [impl AsRef<str>], draw: &mut SplitMix64) -> &'a str {
    texts[usize::try_from(draw.next_u64() % texts.len() as u64).expect("is small")].as_ref()
}

fn answers<'a>(labels: &'a [String], most: u64, draw: &mut SplitMix64) -> Vec<(Cow<'a, str>, f64)> {
    const ANSWERS: [f64; 8] = [1.0, -1.0, 0.5, -0.5, 1.0, -1.0, 0.0, -0.0];
    let wrong = |draw: &mut SplitMix64| if one_of(2, draw) { 1.5 } else { f64::NAN };
    let answer = |draw: &mut SplitMix64| if one_of(40, draw) { wrong(draw) } else { ANSWERS[(draw.next_u64() % 8) as usize] };
    let n = draw.next_u64() % (most + 1);
    // Most labels are right: one wrong one makes an error of the whole student.
    let label = |draw: &mut SplitMix64| pick(if one_of(10, draw) { labels } else { &labels[..labels.len() - 4] }, draw);
    (0..n).map(|_| (label(draw).into(), answer(draw))).collect()
}

fn level(draw: &mut SplitMix64) -> Option<Cow<'static, str>> {
    const LEVELS: [&str; 7] = ["bac", "Bac + 3", "BAC+5", "CAP", "licence", "bac + 3", "médecin"];
    one_of(2, draw).then(|| if one_of(20, draw) { "rien".into() } else { pick(&LEVELS[..6], draw).into() })
}

#[test]
fn a_worker_gives_what_the_plain_path_gives() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers");
    let (texts, mut draw) = (Texts::of(recommender.catalogue()), SplitMix64::new(SEED));
    let (mut worker, mut n_good) = (recommender.worker(), 0);
    for number in 0..N_STUDENTS {
        let student = texts.student(&mut draw);
        let plain = student.check().and_then(|profile| recommender.shortlist(&profile, 5));
        let fast = worker.shortlist(&student, 5);
        n_good += usize::from(plain.is_ok());
        // NaN, which errors may hold, is not equal to itself.
        assert_eq!(format!("{fast:?}"), format!("{plain:?}"), "student {number}: {student:?}");
    }
    assert!((N_STUDENTS / 10..N_STUDENTS * 9 / 10).contains(&n_good), "{n_good} of {N_STUDENTS} are good");
}
