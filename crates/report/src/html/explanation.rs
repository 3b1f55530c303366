//! The explanation of one métier as a page.

use super::answers;
use super::bars::{Scale, picture};
use super::card::{facts, reasons};
use super::counsellor::Digits;
use super::document::{legend, next_step, page, paragraph, section, told};
use super::ladder::{self, Mark};
use crate::law::Told;
use crate::text::standing;
use crate::words::both_forms;
use crate::{ExplanationReport, Voice};

/// The most characters of a presentation on a page of its own.
const MAX_PRESENTATION_CHARS: usize = 600;

impl ExplanationReport<'_> {
    /// The explanation of one métier as one self-contained HTML page, for a phone and for paper.
    ///
    /// Like [`RecommendationReport::html`](crate::RecommendationReport::html), for a métier that was asked for.
    pub fn html(&self, voice: Voice) -> String {
        let explained = self.explained;
        let (metier, explanation) = (&explained.metier, &explained.explanation);
        let name = both_forms(&metier.title);
        let lang = voice.label_lang();
        let mut main = format!("<h1 class=\"name\"{lang}>{}</h1>\n", Voice::default().label(&name));
        main.push_str(&facts(metier, self.stability, MAX_PRESENTATION_CHARS, voice));
        main.extend(["<p class=\"intro\">", &voice.typeset(&self.place(voice)), "</p>\n"]);
        let bars = picture("barres", &name, explanation, Scale::over([explanation]), voice);
        let why = format!(
            "{}<div class=\"piste\">\n{}{bars}</div>\n",
            legend([explanation], false, voice),
            reasons(metier, explanation, &self.profile, voice)
        );
        main.push_str(&section("pourquoi", voice.tell("Pourquoi ?", "Why?"), &why, voice));
        main.push_str("<div class=\"foot\">\n");
        main.push_str(&section("niveaux", voice.levels_heading(), &self.ladder(voice), voice));
        main.push_str("<div>\n");
        let answers = answers::list(&self.profile, self.recommender.catalogue(), voice);
        main.push_str(&section("reponses", voice.answers_heading(), &answers, voice));
        main.push_str(&next_step(voice));
        main.push_str("</div>\n</div>\n");
        main.push_str(&self.digits(&name).details(voice));
        main.extend(self.four_items().map(|items| told(&Told::of_metier(&items, voice), voice)));
        page(&name, lang, "one", &main, voice)
    }

    /// Where it stands, who is equal, how sure that is.
    fn place(&self, voice: Voice) -> String {
        let n_others = self.explained.standing.map_or(0, |standing| standing.n_tied - 1);
        let tied = (0 < n_others).then(|| voice.tied(n_others, false));
        let sure = self.stability.map(|place| voice.stability(place));
        let all: Vec<String> = std::iter::once(standing(self.explained, voice)).chain(tied).chain(sure).collect();
        all.join(" ")
    }

    fn digits(&self, name: &str) -> Digits<'_> {
        let explained = self.explained;
        Digits {
            recommender: self.recommender,
            applied: &explained.weights,
            profile: &self.profile,
            metiers: vec![(format!("{name} ({})", explained.metier.id), &explained.explanation)],
            places: self.stability.into_iter().collect(),
        }
    }

    fn ladder(&self, voice: Voice) -> String {
        let level = self.explained.metier.access_level;
        let here = voice.tell("ce métier", "this métier");
        let marks: Vec<Mark> =
            level.map(|level| Mark { level, label: String::new(), said: here.to_owned() }).into_iter().collect();
        let picture = ladder::picture(&marks, &self.profile, voice);
        if picture.is_empty() {
            return picture;
        }
        let circle = voice.tell("Le rond bleu marque ce métier.", "The blue circle marks this métier.");
        let told = [voice.range(self.profile.reached(), self.profile.willing()), level.map(|_| circle.to_owned())];
        let told: Vec<String> = told.into_iter().flatten().collect();
        picture + &paragraph(&told.join(" "), voice)
    }
}
