//! The simulated student: a hidden métier, and noisy answers to every question.

use serde::Serialize;

use boussole::catalogue::{AccessLevel, Catalogue, Metier, label_key};
use boussole::quiz::{Answer, Asks, LevelAsked, Question, Quiz, Session, Settings};
use boussole::random::SplitMix64;

/// The kinds of students that are simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StudentKind {
    /// Likes what one hidden métier is about, and 12 % of everything else.
    Typical,
    /// Likes what three similar métiers are about; the hidden one is the first.
    Family,
    /// Answers both wordings of an interest with half of the noise in common (correlation about .70).
    Consistent,
    /// Says « je ne sais pas » to 30 % of the questions.
    Hesitant,
    /// Says yes easily: one point higher everywhere, and likes 30 % of everything else.
    Agreeable,
    /// Answers with half as much noise again.
    Noisy,
}

/// The numbers behind a kind of student.
///
/// Anchors: one answer has reliability .32 (Mini-IP: α .70–.75 for five items, hence .318–.375 between two of them).
struct Model {
    /// How many métiers the student's likes come from.
    n_metiers: usize,
    /// The probability of liking what the hidden métiers are not about.
    also_likes: f64,
    /// Added to all answers.
    shift: f64,
    /// The standard deviation of an answer around what the student means.
    noise: f64,
    /// The share of the variance of the noise that the wordings of an interest have in common.
    shared: f64,
    /// The probability of « je ne sais pas ».
    unknown: f64,
}

/// The mean answer to a liked interest, on the scale from 1 to 5.
const MEAN_LIKED: f64 = 4.2;

/// The mean answer to any other interest.
const MEAN_OTHER: f64 = 2.2;

/// The standard deviation, over students, of how high they answer everything.
const STYLE: f64 = 0.5;

/// The probability that a student who chooses from a list of sectors chooses those of the hidden métier; otherwise one at random.
const CHOOSES_RIGHT: f64 = 0.7;

/// The probability that something bothers a student who likes what it speaks against, and one who does not.
const BOTHERED: [f64; 2] = [0.1, 0.3];

/// The probability that the level that is wanted is a limit.
const LIMITS: f64 = 0.3;

impl StudentKind {
    /// All kinds; the first is the one reported in most detail.
    pub const ALL: [Self; 6] = [Self::Typical, Self::Family, Self::Consistent, Self::Hesitant, Self::Agreeable, Self::Noisy];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Typical => "typical",
            Self::Family => "family",
            Self::Consistent => "consistent",
            Self::Hesitant => "hesitant",
            Self::Agreeable => "agreeable",
            Self::Noisy => "noisy",
        }
    }

    fn model(self) -> Model {
        let typical = Model { n_metiers: 1, also_likes: 0.12, shift: 0.0, noise: 1.0, shared: 0.0, unknown: 0.08 };
        match self {
            Self::Typical => typical,
            Self::Family => Model { n_metiers: 3, ..typical },
            Self::Consistent => Model { shared: 0.5, ..typical },
            Self::Hesitant => Model { unknown: 0.3, ..typical },
            Self::Agreeable => Model { also_likes: 0.3, shift: 1.0, ..typical },
            Self::Noisy => Model { noise: 1.5, ..typical },
        }
    }
}

/// A student with an answer ready for each question.
#[derive(Debug, Clone)]
pub struct Student {
    /// The place of the hidden métier in the catalogue.
    pub(super) target: usize,
    /// The answer to each question, by place in the quiz.
    pub(super) answers: Vec<Answer>,
    /// What is left of the stream, for those who ask in random order.
    pub(super) random: SplitMix64,
}

impl Student {
    /// The place of the hidden métier in the catalogue.
    pub fn target(&self) -> usize {
        self.target
    }

    /// The answer to the question at this place in the quiz.
    ///
    /// # Panics
    ///
    /// If there is no such question.
    pub fn answer(&self, position: usize) -> &Answer {
        &self.answers[position]
    }

    /// The session of this student, asked until the settings end it.
    ///
    /// # Panics
    ///
    /// If the quiz is not the one for which the student was drawn.
    pub fn asked(&self, quiz: &Quiz, settings: Settings) -> Session {
        let mut session = Session::new(settings);
        while let Some(question) = session.next_question(quiz) {
            let position = quiz.position(&question.id).expect("the session asks questions of its quiz");
            session.answer(quiz, &question.id, self.answers[position].clone()).expect("a question that is put has no answer yet");
        }
        session
    }

    /// The same student with the answers to the questions of another quiz, by their identifiers.
    pub(super) fn before(&self, own: &Quiz, other: &Quiz) -> Self {
        let answer =
            |question: &Question| own.position(&question.id).map_or(Answer::DontKnow, |position| self.answers[position].clone());
        Self { target: self.target, answers: other.questions().iter().map(answer).collect(), random: self.random.clone() }
    }

    /// The student with this number; each has a stream of random numbers of their own.
    pub fn draw(kind: StudentKind, catalogue: &Catalogue, quiz: &Quiz, seed: u64, number: u64) -> Self {
        let model = kind.model();
        let mut random = SplitMix64::numbered(seed, number);
        let target = random.index_below(catalogue.len());
        let is_liked = likes(&model, catalogue, target, &mut random);
        let style = model.shift + STYLE * random.normal();
        let mut answers = vec![Answer::DontKnow; quiz.questions().len()];
        for topic in quiz.topics() {
            let mean = if topic.interests.iter().any(|interest| is_liked[*interest]) { MEAN_LIKED } else { MEAN_OTHER };
            let common = model.shared.sqrt() * random.normal();
            for &question in &topic.wordings {
                let noise = common + (1.0 - model.shared).sqrt() * random.normal();
                let is_unknown = random.unit() < model.unknown;
                let point = point(mean + style + model.noise * noise);
                let is_against = quiz.questions()[question].interests().iter().all(|(_, loading)| *loading < 0.0);
                if !is_unknown {
                    answers[question] = Answer::POINTS[if is_against { 4 - point } else { point }].clone();
                }
            }
        }
        let rest = Rest { metier: &catalogue.metiers()[target], is_liked: &is_liked, catalogue, model: &model, style };
        for (question, answer) in quiz.questions().iter().zip(&mut answers) {
            if let Some(own) = rest.answer(question, &mut random) {
                *answer = own;
            }
        }
        Self { target, answers, random }
    }
}

/// What a student answers to questions that are not about interests.
struct Rest<'a> {
    metier: &'a Metier,
    is_liked: &'a [bool],
    catalogue: &'a Catalogue,
    model: &'a Model,
    style: f64,
}

impl Rest<'_> {
    /// `None` for a question about interests.
    fn answer(&self, question: &Question, random: &mut SplitMix64) -> Option<Answer> {
        let is_same = |own: &str, label: &str| label_key(own) == label_key(label);
        let in_sector = |label: &str| self.metier.sectors.iter().any(|own| is_same(own.as_str(), label));
        let has_status = |label: &str| self.metier.statuses.iter().any(|own| is_same(own.as_str(), label));
        Some(match &question.asks {
            Asks::Interests(_) => return None,
            Asks::Sector(label) => self.graded(in_sector(label), random),
            Asks::Status(label) => self.graded(has_status(label), random),
            Asks::Sectors { most, choices } => {
                let own: Vec<String> =
                    choices.iter().map(|one| &one.sector).filter(|one| in_sector(one)).take(*most).cloned().collect();
                let other = choices[random.index_below(choices.len())].sector.clone();
                Answer::Sectors(if !own.is_empty() && random.unit() < CHOOSES_RIGHT { own } else { vec![other] })
            }
            // What students would write is not known.
            Asks::AccessLevel { sets: LevelAsked::Reached, .. } | Asks::Words => Answer::DontKnow,
            Asks::AccessLevel { choices, .. } => {
                let Some(level) = self.metier.access_level else { return Some(Answer::DontKnow) };
                let rung = |level: AccessLevel| AccessLevel::ALL.iter().position(|one| *one == level).unwrap_or_default() as f64;
                let wanted = rung(level) + random.normal();
                let distance = |level: AccessLevel| (rung(level) - wanted).abs();
                let nearest = choices.iter().min_by(|left, right| distance(left.level).total_cmp(&distance(right.level)));
                nearest.map_or(Answer::DontKnow, |choice| Answer::Level(choice.level))
            }
            Asks::LevelFilter { .. } => {
                if random.unit() < LIMITS {
                    Answer::OnlyUpTo
                } else {
                    Answer::LongerToo
                }
            }
            Asks::Constraint { interests, .. } => {
                let place = |label: &str| self.catalogue.interests().find(label).ok();
                let likes = interests.iter().any(|(label, _)| place(label).is_some_and(|place| self.is_liked[place]));
                let probability = BOTHERED[usize::from(!likes)];
                if random.unit() < probability { Answer::Yes } else { Answer::No }
            }
        })
    }

    fn graded(&self, is_own: bool, random: &mut SplitMix64) -> Answer {
        let mean = if is_own { MEAN_LIKED } else { MEAN_OTHER };
        let is_unknown = random.unit() < self.model.unknown;
        let point = point(mean + self.style + self.model.noise * random.normal());
        if is_unknown { Answer::DontKnow } else { Answer::POINTS[point].clone() }
    }
}

/// The place among the five points of an answer on the scale from 1 to 5.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number is cut to 0 … 4")]
fn point(answer: f64) -> usize {
    (answer.round() - 1.0).clamp(0.0, 4.0) as usize
}

/// For each interest of the vocabulary whether the student likes it.
fn likes(model: &Model, catalogue: &Catalogue, target: usize, random: &mut SplitMix64) -> Vec<bool> {
    let metiers = catalogue.metiers();
    let mut is_liked = vec![false; catalogue.interests().len()];
    for metier in similar(catalogue, target, model.n_metiers) {
        for interest in &metiers[metier].interests {
            if let Ok(place) = catalogue.interests().find(interest.as_str()) {
                is_liked[place] = true;
            }
        }
    }
    // One draw an interest, liked or not, so that kinds of students differ by their model alone.
    is_liked.into_iter().map(|is_liked| random.unit() < model.also_likes || is_liked).collect()
}

/// The métier itself and those with the greatest share of interests in common (Jaccard), equal ones in the order of the catalogue.
fn similar(catalogue: &Catalogue, target: usize, n: usize) -> Vec<usize> {
    if n == 1 {
        return vec![target];
    }
    let metiers = catalogue.metiers();
    let own = &metiers[target].interests;
    let similarity = |metier: &Metier| {
        let n_common = metier.interests.iter().filter(|interest| own.contains(interest)).count();
        let n_all = own.len() + metier.interests.len() - n_common;
        if n_all == 0 { 0.0 } else { n_common as f64 / n_all as f64 }
    };
    let mut others: Vec<(f64, usize)> = metiers
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != target)
        .map(|(place, metier)| (similarity(metier), place))
        .collect();
    others.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    std::iter::once(target).chain(others.into_iter().map(|(_, place)| place)).take(n).collect()
}
