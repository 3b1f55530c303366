//! Many students on one thread, whose labels are understood once a spelling.

use std::borrow::Cow;

use super::gate::{Gatekeeper, PLAIN_NO};
use super::recommender::Recommender;
use super::result::Placed;
use super::spellings::Spellings;
use crate::catalogue::AccessLevel;
use crate::criteria::Answered;
use crate::profile::{AnswerField, MAX_ANSWERS, Profile, ProfileError, UncheckedProfile};

/// Ranks for many students, one after the other; it remembers what their spellings of labels and levels mean.
///
/// A batch has a few hundred spellings and millions of answers, so cleaning each answer's label costs more than ranking. What a worker
/// remembers changes no result, and is bounded. Each thread has its own.
///
/// ```
/// # #[cfg(feature = "demo")] {
/// use boussole::{Catalogue, Recommender, Weights, profile::UncheckedProfile};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let mut worker = recommender.worker();
/// let mut student = UncheckedProfile::default();
/// student.interests = vec![("J’ai le sens du contact".into(), 1.0)];
/// assert_eq!(worker.shortlist(&student, 3), recommender.shortlist(&student.check()?, 3));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Worker<'a> {
    recommender: &'a Recommender,
    fields: [Field; 3],
    levels: Spellings<AccessLevel>,
    n_students: u64,
    /// Who says nothing, and their answers in the vocabulary of the catalogue, in which those of others are written for a while.
    silent: (Profile, Answered),
}

/// What is known of the labels of one part of profiles.
#[derive(Debug, Clone)]
struct Field {
    places: Spellings<usize>,
    /// The answers of the student at hand, by place in the vocabulary.
    heard: Vec<(usize, f64)>,
    /// The number of the student who last answered each place.
    last: Vec<u64>,
}

impl Recommender {
    /// A worker for one thread of a batch.
    pub fn worker(&self) -> Worker<'_> {
        let field = |field: AnswerField| Field {
            places: Spellings::new(),
            heard: Vec::new(),
            last: vec![0; field.vocabulary(self.catalogue()).len()],
        };
        let silent = Profile::builder().build().expect("nothing said is nothing wrong");
        let answered = Answered::find(&silent, self.catalogue(), self.model().lexicon()).expect("no name is unknown");
        let fields = AnswerField::ALL.map(field);
        Worker { recommender: self, fields, levels: Spellings::new(), n_students: 0, silent: (silent, answered) }
    }
}

impl<'a> Worker<'a> {
    /// The recommender that it works with.
    pub fn recommender(&self) -> &'a Recommender {
        self.recommender
    }

    /// The [`shortlist`](Recommender::shortlist) of a profile that may hold wrong answers.
    ///
    /// It is `recommender.shortlist(&profile.check()?, k)`, to the bit, errors included.
    ///
    /// # Errors
    ///
    /// [`ProfileError`] with every problem that the check finds, otherwise with every name that the catalogue does not have.
    pub fn shortlist(&mut self, profile: &UncheckedProfile<'_>, k: usize) -> Result<Vec<Placed>, ProfileError> {
        match self.of_known_labels(profile, k) {
            Some(shortlist) => Ok(shortlist),
            None => self.recommender.shortlist(&profile.check()?, k),
        }
    }

    /// The shortlist of a profile in which nothing is wrong, each label is known and answered once.
    fn of_known_labels(&mut self, profile: &UncheckedProfile<'_>, k: usize) -> Option<Vec<Placed>> {
        let levels = [&profile.reached, &profile.willing].map(|text| self.level(text.as_deref()));
        let [Ok(reached), Ok(willing)] = levels else { return None };
        let riasec = match profile.riasec {
            Some(scores) => Profile::builder().riasec(scores).build().ok()?.riasec(),
            None => None,
        };
        self.n_students += 1;
        self.hear(AnswerField::Interests, &profile.interests)?;
        self.hear(AnswerField::Statuses, &profile.statuses)?;
        self.hear(AnswerField::Sectors, &profile.sectors)?;
        let catalogue = self.recommender.catalogue();
        let rest = if says_more(profile) { Some(without_answers(profile)?) } else { None };
        let mut found;
        let answered = match &rest {
            Some(rest) => {
                found = Answered::find(rest, catalogue, self.recommender.model().lexicon()).ok()?;
                &mut found
            }
            None => &mut self.silent.1,
        };
        (answered.reached, answered.willing, answered.riasec) = (reached, willing, riasec);
        let mut gatekeeper = Gatekeeper::new(rest.as_ref().unwrap_or(&self.silent.0), catalogue);
        for (field, heard) in AnswerField::ALL.into_iter().zip(&self.fields) {
            for (place, answer) in &heard.heard {
                answered.set(field, *place, *answer);
                if *answer == PLAIN_NO {
                    gatekeeper.refuse(field, &field.vocabulary(catalogue).terms()[*place].label);
                }
            }
        }
        let query = self.recommender.query_of(answered, self.recommender.weights());
        for (field, heard) in AnswerField::ALL.into_iter().zip(&self.fields) {
            heard.heard.iter().for_each(|(place, _)| answered.set(field, *place, 0.0));
        }
        Some(self.recommender.shortlist_of(&query, &gatekeeper, k, profile.seed))
    }

    fn level(&mut self, text: Option<&str>) -> Result<Option<AccessLevel>, ()> {
        text.map(|text| self.levels.meaning(text, |text| text.parse().ok()).ok_or(())).transpose()
    }

    /// Finds the places of the answers of one part; nothing if one of them is wrong, unknown, or to a label that was answered before.
    fn hear(&mut self, field: AnswerField, answers: &[(Cow<'_, str>, f64)]) -> Option<()> {
        let vocabulary = field.vocabulary(self.recommender.catalogue());
        let Field { places, heard, last } = &mut self.fields[field as usize];
        heard.clear();
        if MAX_ANSWERS < answers.len() {
            return None;
        }
        for (label, answer) in answers {
            let place = places.meaning(label, |label| vocabulary.place(label))?;
            let is_repeated = std::mem::replace(&mut last[place], self.n_students) == self.n_students;
            if is_repeated || !(-1.0..=1.0).contains(answer) {
                return None;
            }
            // Adding 0.0 turns −0.0 into 0.0.
            heard.push((place, *answer + 0.0));
        }
        Some(())
    }
}

/// Whether a profile says more than answers to labels, levels and letters.
fn says_more(profile: &UncheckedProfile<'_>) -> bool {
    #[rustfmt::skip]
    let UncheckedProfile {
        seed: _, interests: _, statuses: _, sectors: _, reached: _, willing: _, riasec: _,
        words, constraints, likes, shows_liked, exclude,
        max_access_level, gate_statuses, gate_sectors, keep_refused,
    } = profile;
    let says_nothing_of_metiers = likes.is_empty() && exclude.is_empty() && !shows_liked;
    let has_no_gate = max_access_level.is_none() && gate_statuses.is_empty() && gate_sectors.is_empty() && !keep_refused;
    !(words.is_empty() && constraints.is_empty() && says_nothing_of_metiers && has_no_gate)
}

/// The profile without answers to labels and levels, if the rest is right.
fn without_answers(profile: &UncheckedProfile<'_>) -> Option<Profile> {
    let (interests, statuses, sectors) = Default::default();
    let rest = UncheckedProfile { interests, statuses, sectors, reached: None, willing: None, ..profile.clone() };
    rest.check().ok()
}
