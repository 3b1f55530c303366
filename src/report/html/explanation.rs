//! The explanation of one métier as a page.

use super::bars::{Scale, picture};
use super::card::{facts, reasons};
use super::document::{legend, next_step, page, paragraph, section};
use super::escape::typeset;
use super::ladder::{self, Mark};
use super::{answers, counsellor, words};
use crate::ranking::Explained;
use crate::report::ExplanationReport;
use crate::report::words as sentences;

/// The most characters of a presentation on a page of its own.
const MAX_PRESENTATION_CHARS: usize = 600;

impl ExplanationReport<'_> {
    /// The explanation of one métier as one self-contained HTML page, in French, for a phone and for paper.
    ///
    /// Like [`RecommendationReport::html`](crate::report::RecommendationReport::html), for a métier that was asked for.
    pub fn html(&self) -> String {
        let explained = self.explained;
        let (metier, explanation) = (&explained.metier, &explained.explanation);
        let name = sentences::both_forms(&metier.title);
        let standing = match explained.standing {
            Ok(standing) => sentences::standing(standing.rank, explained.n_ranked),
            Err(reason) => sentences::refused(reason).to_owned(),
        };
        let intro: Vec<String> = std::iter::once(standing).chain(tied(explained)).collect();
        let mut main =
            format!("<h1 class=\"name\">{}</h1>\n<p class=\"intro\">{}</p>\n", typeset(&name), typeset(&intro.join(" ")));
        main.push_str(&facts(metier, None, MAX_PRESENTATION_CHARS));
        let bars = picture("barres", &name, explanation, Scale::over([explanation]));
        let why = format!(
            "{}<div class=\"piste\">\n{}{bars}</div>\n",
            legend([explanation], false),
            reasons(metier, explanation, &self.profile)
        );
        main.push_str(&section("pourquoi", words::WHY, &why));
        main.push_str("<div class=\"foot\">\n");
        main.push_str(&section("niveaux", words::LEVELS, &self.ladder()));
        main.push_str("<div>\n");
        main.push_str(&section("reponses", words::ANSWERS, &answers::list(&self.profile, self.recommender.catalogue())));
        main.push_str(&next_step());
        main.push_str("</div>\n</div>\n");
        let metiers = [(format!("{name} ({})", metier.id), explanation)];
        main.push_str(&counsellor::details(self.recommender, &explained.weights, &self.profile, &metiers));
        page(&name, "one", &main)
    }

    fn ladder(&self) -> String {
        let level = self.explained.metier.access_level;
        let marks: Vec<Mark> =
            level.map(|level| Mark { level, label: String::new(), said: words::HERE.to_owned() }).into_iter().collect();
        let picture = ladder::picture(&marks, &self.profile);
        if picture.is_empty() {
            return picture;
        }
        let told = [words::range(self.profile.reached(), self.profile.willing()), level.map(|_| words::LADDER_ONE.to_owned())];
        let told: Vec<String> = told.into_iter().flatten().collect();
        picture + &paragraph(&told.join(" "))
    }
}

/// Who is equal.
fn tied(explained: &Explained) -> Option<String> {
    let n_others = explained.standing.ok()?.n_tied - 1;
    (0 < n_others).then(|| sentences::tied(n_others, false))
}
