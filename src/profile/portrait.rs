//! The portrait: what a student likes, what they avoid, and what they were not asked, as data.

use serde::{Serialize, Serializer};

use super::answers::Answers;
use super::constraint::Constraint;
use super::error::AnswerField;
use super::student::Profile;
use crate::catalogue::Catalogue;

/// What is known of a student before anything is recommended, so that they can correct it.
///
/// Every interest of the catalogue stands in exactly one of `likes`, `neither`, `avoids`, `left_open`, `not_possible` and `not_asked`.
/// In JSON the lists hold labels.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Portrait {
    /// Answers above 0, strongest first.
    #[serde(serialize_with = "labels")]
    pub likes: Vec<Feature>,
    /// Answers below 0, strongest first.
    #[serde(serialize_with = "labels")]
    pub avoids: Vec<Feature>,
    /// « Ni oui ni non ».
    #[serde(serialize_with = "labels")]
    pub neither: Vec<Feature>,
    /// What the student wrote.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// What bothers the student or is not possible for them.
    pub constraints: Vec<Constraint>,
    /// Interests without an answer that are not possible for the student, in the order of the catalogue.
    pub not_possible: Vec<String>,
    /// Interests of the catalogue that the student was asked about and left open; known after a quiz only.
    pub left_open: Vec<String>,
    /// Interests of the catalogue without any answer, in the order of the catalogue.
    pub not_asked: Vec<String>,
}

/// One answer of a portrait.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Feature {
    /// What it is an answer to.
    pub field: AnswerField,
    /// The label, as the profile or the catalogue spells it.
    pub label: String,
    /// The answer, in [−1, 1].
    pub answer: f64,
}

impl Portrait {
    /// The portrait that a profile draws, over the interests of a catalogue.
    ///
    /// ```
    /// use boussole::catalogue::{Catalogue, Interest, Metier, Title};
    /// use boussole::profile::{Portrait, Profile};
    /// let mut botanist = Metier::new("MET.1".parse()?, Title::from_heading("botaniste"));
    /// botanist.interests = ["j'aime la nature", "j'aime bouger"].map(Interest::new).into();
    /// let catalogue = Catalogue::from_metiers([botanist]).catalogue;
    /// let portrait = Portrait::of(&Profile::builder().likes("j'aime la nature").build()?, &catalogue);
    /// assert_eq!(portrait.likes[0].label, "j'aime la nature");
    /// assert_eq!(portrait.not_asked, ["j'aime bouger"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(profile: &Profile, catalogue: &Catalogue) -> Self {
        let (words, constraints) = (profile.words().to_vec(), profile.constraints().to_vec());
        let mut portrait = Self { words, constraints, ..Self::default() };
        for field in AnswerField::ALL {
            portrait.add(field, profile.answers(field));
        }
        let strength = |feature: &Feature| -feature.answer.abs();
        portrait.likes.sort_by(|left, right| strength(left).total_cmp(&strength(right)));
        portrait.avoids.sort_by(|left, right| strength(left).total_cmp(&strength(right)));
        let vocabulary = catalogue.interests();
        let place = |label: &str| vocabulary.find(label).ok();
        let answered: Vec<usize> = profile.interests().iter().filter_map(|(label, _)| place(label)).collect();
        let impossible = profile.constraints().iter().filter(|one| one.is_interest());
        let impossible: Vec<usize> = impossible.flat_map(Constraint::lowers).filter_map(|(label, _)| place(label)).collect();
        for (place, term) in vocabulary.terms().iter().enumerate().filter(|(place, _)| !answered.contains(place)) {
            let list = if impossible.contains(&place) { &mut portrait.not_possible } else { &mut portrait.not_asked };
            list.push(term.label.clone());
        }
        portrait
    }

    /// The same portrait of a student who was also asked about these interests, without an answer that says something.
    #[must_use]
    pub fn with_left_open(mut self, labels: &[&str]) -> Self {
        self.not_asked.retain(|label| !labels.contains(&label.as_str()));
        self.left_open = labels.iter().map(|label| (*label).to_owned()).collect();
        self
    }

    fn add(&mut self, field: AnswerField, answers: &Answers) {
        for (label, answer) in answers.iter() {
            let list = if 0.0 < answer {
                &mut self.likes
            } else if answer < 0.0 {
                &mut self.avoids
            } else {
                &mut self.neither
            };
            list.push(Feature { field, label: label.to_owned(), answer });
        }
    }
}

fn labels<S: Serializer>(features: &[Feature], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(features.iter().map(|feature| &feature.label))
}
