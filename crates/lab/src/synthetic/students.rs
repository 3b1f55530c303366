//! Students with one to eight graded answers, likes and dislikes.

use boussole::Profile;
use boussole::catalogue::AccessLevel;
use boussole::profile::ProfileBuilder;

use super::catalogue::{INTEREST_COUNTS, interest, sector, status};
use super::draw::Draw;

/// So many students. `n_answers` fixes how many interests each answers, or leaves it to chance from one to eight.
pub fn students(n: usize, n_answers: Option<usize>, seed: u64) -> Vec<Profile> {
    let mut draw = Draw::new(seed);
    (0..n).map(|_| student(&mut draw, n_answers).build().expect("synthetic answers are in range")).collect()
}

/// One student: seven in ten answers are likes; six students in ten speak of study, two of statuses, two of sectors, one of letters.
pub fn student(draw: &mut Draw, n_answers: Option<usize>) -> ProfileBuilder {
    let mut profile = Profile::builder().seed(draw.below(1 << 30) as u64);
    let n_answers = n_answers.unwrap_or_else(|| 1 + draw.below(8));
    for index in draw.some(n_answers, |draw| draw.below(INTEREST_COUNTS.len())) {
        let grade = [1.0, 1.0, 0.75, 0.5, 0.25][draw.below(5)];
        profile = profile.interest(&interest(index), if draw.percent(70) { grade } else { -grade });
    }
    if draw.percent(60) {
        let reached = AccessLevel::ALL[2 + draw.below(5)];
        let willing = AccessLevel::ALL[(reached.rung() + draw.below(6)).min(AccessLevel::ALL.len() - 1)];
        profile = profile.reached(reached).willing(willing);
    }
    if draw.percent(20) {
        profile = profile.status(&status(draw.below(3)), [1.0, 0.5, -1.0][draw.below(3)]);
    }
    if draw.percent(20) {
        profile = profile.sector(&sector(draw.below(8)), 1.0).sector(&sector(8 + draw.below(8)), [0.5, -0.5][draw.below(2)]);
    }
    if draw.percent(10) {
        profile = profile.riasec([0; 6].map(|_: i32| draw.below(20) as f64));
    }
    profile
}
