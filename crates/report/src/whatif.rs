//! What would have to be answered otherwise, in words and JSON: to be understood, not to be followed.

use super::outline::{self, Block, Section};
use super::phrases::MAX_WORDS;
use super::versioned::Versioned;
use super::voice::Voice;
use super::words::{capitalised, upper};
use boussole::inquiry::{Alternative, Change, Counterfactual, Goal};
use boussole::profile::AnswerField;

/// The schema of [`WhatIfReport::json`].
pub const WHATIF_SCHEMA: &str = "boussole/whatif/1";

/// So many alternatives are told to a student.
const MAX_TOLD: usize = 3;

/// What would bring a métier in, or take it out, ready to be written.
///
/// ```
/// use boussole_report::{Voice, WhatIfReport};
/// use boussole::{Catalogue, Profile, Recommender, Weights, inquiry::counterfactual};
/// let recommender = Recommender::new(Catalogue::demo(), Weights::default())?;
/// let profile = Profile::builder().likes("j'aime la nature").build()?;
/// let found = counterfactual(&recommender, &profile, &"MET.7829".parse()?, 10)?;
/// let text = WhatIfReport::new(&found).text(Voice::default());
/// assert!(text.contains("Si tu avais répondu « oui » à"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct WhatIfReport<'a> {
    found: &'a Counterfactual,
}

impl<'a> WhatIfReport<'a> {
    /// A report on a counterfactual.
    pub fn new(found: &'a Counterfactual) -> Self {
        Self { found }
    }

    /// The answer as plain text.
    pub fn text(&self, voice: Voice) -> String {
        outline::text(voice.tell("Et si ?", "What if?"), &self.sections(voice))
    }

    /// The answer as Markdown, with what [`text`](Self::text) says.
    pub fn markdown(&self, voice: Voice) -> String {
        outline::markdown(voice.tell("Et si ?", "What if?"), &self.sections(voice))
    }

    /// The answer as one JSON document, schema [`WHATIF_SCHEMA`].
    pub fn json(&self) -> String {
        Versioned::json(WHATIF_SCHEMA, self.found)
    }

    fn sections(&self, voice: Voice) -> Vec<Section> {
        let found = self.found;
        let mut blocks = Vec::new();
        match (found.rank, found.goal()) {
            (Ok(rank), Some(goal)) => {
                blocks.push(Block::Sentence(voice.standing(rank, found.n_ranked)));
                blocks.extend(self.answer(goal, voice));
            }
            (Err(reason), _) => {
                blocks.push(Block::Sentence(voice.refused(reason)));
                let why = voice.tell("Changer une réponse n'y change rien.", "Another answer changes nothing about that.");
                blocks.push(Block::Sentence(why.into()));
            }
            (Ok(_), None) => {}
        }
        let id = if voice.has_figures() { format!(" ({})", found.metier.id) } else { String::new() };
        let closing = [
            voice.say(
                [
                    "Ce n'est pas une consigne : réponds ce que tu penses vraiment.",
                    "C'est fait pour comprendre le classement, pas pour orienter les réponses.",
                ],
                [
                    "This is no instruction: answer what you really think.",
                    "This is meant to explain the ranking, not to steer answers.",
                ],
            ),
            &voice.closing()[0],
        ];
        vec![
            Section { title: format!("{}{id}", capitalised(&found.metier.title)), blocks },
            Section {
                title: voice.tell("À retenir", "Keep in mind").into(),
                blocks: closing.map(|sentence| Block::Sentence(sentence.to_owned())).into(),
            },
        ]
    }

    fn answer(&self, goal: Goal, voice: Voice) -> Vec<Block> {
        let found = self.found;
        let n_told = if voice.has_figures() { found.alternatives.len() } else { MAX_TOLD };
        let told: Vec<String> = found.alternatives.iter().take(n_told).map(|one| self.alternative(one, goal, voice)).collect();
        let mut blocks = match found.alternatives.first().map(|one| one.changes.len()) {
            None => vec![Block::Sentence(self.nothing(goal, voice))],
            Some(1) => Vec::new(),
            Some(_) => vec![Block::Sentence(
                voice
                    .tell(
                        "Une seule réponse ne suffirait pas, mais deux ensemble :",
                        "One answer would not be enough, but two together:",
                    )
                    .into(),
            )],
        };
        if !told.is_empty() {
            blocks.push(Block::List(told));
        }
        let n_more = found.n_alternatives - n_told.min(found.alternatives.len());
        if 0 < n_more {
            blocks.push(Block::Sentence(more(n_more, voice)));
        }
        if voice.has_figures() {
            blocks.extend(self.search(voice).into_iter().map(Block::Sentence));
        }
        blocks
    }

    /// « Si tu avais répondu … »
    fn alternative(&self, alternative: &Alternative, goal: Goal, voice: Voice) -> String {
        let figures =
            if voice.has_figures() { format!(" {} {}.", voice.tell("Rang", "Rank"), alternative.rank) } else { String::new() };
        if let [first, second] = alternative.changes.as_slice() {
            return format!("{}.{figures}", both(&upper(&condition(first, voice)), &also(first, second, voice), voice));
        }
        let conditions: Vec<String> = alternative.changes.iter().map(|change| condition(change, voice)).collect();
        let first_ones = first_ones(self.found.top, voice);
        let then = match (goal, voice.is_french()) {
            (Goal::Enter, true) => format!("ce métier serait dans {first_ones}"),
            (Goal::Leave, true) => format!("ce métier sortirait de {first_ones}"),
            (Goal::Enter, false) => format!("it would be among {first_ones}"),
            (Goal::Leave, false) => format!("it would leave {first_ones}"),
        };
        format!("{}, {then}.{figures}", upper(&conditions.join(", ")))
    }

    /// Why nothing is proposed.
    fn nothing(&self, goal: Goal, voice: Voice) -> String {
        let (top, n) = (self.found.top, self.found.n_always_ahead);
        let first_ones = first_ones(top, voice);
        match (goal, voice.is_french()) {
            (Goal::Enter, true) if top <= n => format!("{n} métiers ont toujours le même score et passent avant lui par tirage."),
            (Goal::Enter, false) if top <= n => format!("{n} métiers always have the same score and win the draw against it."),
            (Goal::Enter, true) => format!("Changer une ou deux réponses ne le ferait pas entrer dans {first_ones}."),
            (Goal::Enter, false) => format!("Changing one or two answers would not bring it among {first_ones}."),
            (Goal::Leave, true) => format!("Changer une ou deux réponses ne le ferait pas sortir de {first_ones}."),
            (Goal::Leave, false) => format!("Changing one or two answers would not take it out of {first_ones}."),
        }
    }

    /// What was looked at.
    fn search(&self, voice: Voice) -> Vec<String> {
        let n = self.found.n_tried;
        let tried = if voice.is_french() {
            format!("{n} changements examinés : tous ceux qui sont plus petits, et tous ceux de cette taille.")
        } else {
            format!("{n} changes looked at: all smaller ones, and all of this size.")
        };
        let facts = voice.tell(
            "Le niveau atteint, les filtres et les métiers exclus ne changent jamais.",
            "The level reached, filters and excluded métiers never change.",
        );
        vec![tried, facts.to_owned()]
    }
}

/// « tes 10 premières pistes ».
fn first_ones(top: usize, voice: Voice) -> String {
    match (top, voice.is_french(), voice.has_figures()) {
        (1, true, _) => "la première place".to_owned(),
        (1, false, _) => "the first place".to_owned(),
        (top, true, false) => format!("tes {top} premières pistes"),
        (top, true, true) => format!("les {top} premières pistes"),
        (top, false, false) => format!("your first {top} leads"),
        (top, false, true) => format!("the first {top} leads"),
    }
}

fn more(n: usize, voice: Voice) -> String {
    match (n, voice.is_french()) {
        (1, true) => "Un autre changement de cette taille ferait de même.".to_owned(),
        (1, false) => "One other change of this size would do the same.".to_owned(),
        (n, true) => format!("{n} autres changements de cette taille feraient de même."),
        (n, false) => format!("{n} other changes of this size would do the same."),
    }
}

/// What would have been answered instead.
fn condition(change: &Change, voice: Voice) -> String {
    match change {
        Change::Answer { field, label, to, .. } => {
            let label = voice.quoted(label);
            let what = match field {
                AnswerField::Interests => format!("{} {label}", voice.tell("à", "to")),
                AnswerField::Statuses => format!("{} {label}", voice.tell("au statut", "to the status")),
                AnswerField::Sectors => format!("{} {label}", voice.tell("au secteur", "to the sector")),
            };
            if *to == 0.0 {
                let without = voice.say(
                    ["si tu n'avais pas répondu", "sans la réponse de l'élève"],
                    ["if you had not answered", "without the student's answer"],
                );
                return format!("{without} {what}");
            }
            let if_said = voice
                .say(["si tu avais répondu", "si l'élève avait répondu"], ["if you had answered", "if the student had answered"]);
            format!("{if_said} {} {what}", voice.quoted(&voice.answer(*to)))
        }
        Change::Willing { to: Some(level), .. } => {
            let if_willing = voice.say(
                ["si tu envisageais d'aller jusqu'à", "si l'élève envisageait d'aller jusqu'à"],
                ["if you thought of studying up to", "if the student thought of studying up to"],
            );
            format!("{if_willing} {}", voice.quoted(level.label()))
        }
        Change::Willing { to: None, .. } => voice
            .say(
                ["si tu n'avais pas dit jusqu'où aller", "si l'élève n'avait pas dit jusqu'où aller"],
                ["if you had not said how far to study", "if the student had not said how far to study"],
            )
            .to_owned(),
    }
}

/// Two conditions in one sentence, or in two where it would be too long.
fn both(first: &str, second: &str, voice: Voice) -> String {
    let n_words =
        first.split_whitespace().chain(second.split_whitespace()).filter(|word| word.contains(char::is_alphanumeric)).count();
    let joined = voice.tell(", et aussi ", ", and also ");
    let separate = voice.tell(". Et aussi ", ". And also ");
    // « et aussi » are two words themselves.
    format!("{first}{}{second}", if n_words + 2 <= MAX_WORDS { joined } else { separate })
}

/// A second condition, which does not say « si tu avais répondu » again.
fn also(first: &Change, second: &Change, voice: Voice) -> String {
    let is_said = |change: &Change| matches!(change, Change::Answer { to, .. } if *to != 0.0);
    let whole = condition(second, voice);
    if !(is_said(first) && is_said(second)) {
        return whole;
    }
    let begin = whole.find(['«', '“']).unwrap_or_default();
    whole[begin..].to_owned()
}

/// What would have been answered instead, for other reports.
pub(super) fn changed(change: &Change, voice: Voice) -> String {
    condition(change, voice)
}
