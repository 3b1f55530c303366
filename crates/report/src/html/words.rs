//! Words that only the page has: headings, legends, what pictures show in words, and the part with digits.
//!
//! Sentences about reasons, places and filters are those of the text report.

use super::escape::escape;
use crate::Voice;
use crate::sentences::is_domain;
use boussole::catalogue::AccessLevel;
use boussole::explanation::Contribution;
use boussole::features::Criterion;

impl Voice {
    pub(super) fn levels_heading(self) -> &'static str {
        self.tell("Les niveaux d'accès", "The access levels")
    }

    pub(super) fn answers_heading(self) -> &'static str {
        self.say(["Tes réponses", "Les réponses de l'élève"], ["Your answers", "The student's answers"])
    }

    pub(super) fn other_terms(self) -> &'static str {
        self.tell("tout le reste", "all the rest")
    }

    pub(super) fn bars_legend(self) -> &'static str {
        self.say(
            [
                "Une barre vers la droite (+) rapproche le métier de tes réponses, une barre vers la gauche (−) l'en éloigne.",
                "Une barre vers la droite (+) rapproche le métier des réponses, une barre vers la gauche (−) l'en éloigne.",
            ],
            [
                "A bar to the right (+) brings the métier closer to your answers, one to the left (−) takes it away.",
                "A bar to the right (+) brings the métier closer to the answers, one to the left (−) takes it away.",
            ],
        )
    }

    pub(super) fn inferred_legend(self) -> &'static str {
        self.say(
            [
                "En italique et en pointillé : ce qui est déduit, sans que tu l'aies dit.",
                "En italique et en pointillé : ce qui est déduit, sans que l'élève l'ait dit.",
            ],
            [
                "In italics and dashed: what is inferred, though you did not say it.",
                "In italics and dashed: what is inferred, though the student did not say it.",
            ],
        )
    }

    pub(super) fn ladder_numbers(self) -> &'static str {
        self.say(
            ["Les numéros sont ceux de tes pistes.", "Les numéros sont ceux des pistes."],
            ["The numbers are those of your leads.", "The numbers are those of the leads."],
        )
    }

    pub(super) fn print_hint(self) -> &'static str {
        self.tell("Cette partie ne s'imprime que si elle est ouverte.", "This part is printed only when it is open.")
    }

    /// The level from which one can enter, as markup.
    pub(super) fn access(self, level: Option<AccessLevel>) -> String {
        match (level, self.is_french()) {
            (None, _) => escape(self.tell("La fiche ne donne pas de niveau d'accès.", "The sheet gives no access level.")),
            (Some(level), true) => self.typeset(&format!("Accès : {level}")),
            (Some(level), false) => format!("Access: {}", self.label(level.label())),
        }
    }

    /// The name of a term beside its bar.
    pub(super) fn term(self, term: &Contribution<'_>) -> String {
        let name = term.feature.unwrap_or_default();
        match term.criterion {
            Criterion::Interest | Criterion::Related => name.to_owned(),
            Criterion::AccessLevel => format!("{} {name}", self.tell("niveau", "level")),
            Criterion::Status => format!("{} {name}", self.tell("statut", "status")),
            Criterion::Sector => format!("{} {name}", self.tell("secteur", "sector")),
            Criterion::Riasec => self.riasec(name).to_owned(),
            Criterion::Domain => self.tell("son domaine", "its domain").to_owned(),
            Criterion::Similar if is_domain(name) => self.tell("domaine d'un métier aimé", "domain of a liked métier").to_owned(),
            Criterion::Similar => format!("{}, {name}", self.tell("métier aimé", "liked métier")),
        }
    }

    /// The name of a type of Holland's model beside its bar.
    fn riasec(self, letter: &str) -> &'static str {
        match letter {
            "R" => self.tell("type réaliste", "realistic type"),
            "I" => self.tell("type investigateur", "investigative type"),
            "A" => self.tell("type artistique", "artistic type"),
            "S" => self.tell("type social", "social type"),
            "E" => self.tell("type entreprenant", "enterprising type"),
            _ => self.tell("type conventionnel", "conventional type"),
        }
    }

    /// What a picture of bars is called.
    pub(super) fn bars_title(self, name: &str) -> String {
        let what = self.say(
            ["Ce qui rapproche ou éloigne de tes réponses", "Ce qui rapproche ou éloigne des réponses"],
            ["What is close to your answers, and what is not", "What is close to the answers, and what is not"],
        );
        format!("{what}{} {name}", self.colon())
    }

    /// What the picture of the ladder is called.
    pub(super) fn ladder_title(self) -> &'static str {
        self.tell("Échelle des niveaux d'accès", "Ladder of access levels")
    }

    /// What stands on a rung, for those who do not see the picture.
    pub(super) fn rung_in_words(self, level: AccessLevel, marks: &[&str]) -> String {
        let marks = if marks.is_empty() { self.tell("rien", "nothing").to_owned() } else { marks.join(", ") };
        format!("{level}{} {marks}.", self.colon())
    }

    /// What the signs on the ladder mean; nothing when the student gave no level.
    pub(super) fn range(self, reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<String> {
        let has = self.say(["Tu as le niveau", "L'élève a le niveau"], ["You have the level", "The student has the level"]);
        let thinks = self.say(
            ["Tu envisages d'aller jusqu'à", "L'élève envisage d'aller jusqu'à"],
            ["You think of studying up to", "The student thinks of studying up to"],
        );
        let reached = reached.map(|level| format!("{has} {} (●).", self.quoted(level.label())));
        let willing = willing.map(|level| format!("{thinks} {} (▲).", self.quoted(level.label())));
        let told: Vec<String> = reached.into_iter().chain(willing).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// Which métiers are on no rung; nothing when all are on one.
    pub(super) fn without_level(self, ranks: &[String]) -> Option<String> {
        match (ranks, self.is_french()) {
            ([], _) => None,
            ([one], true) => Some(format!("La fiche de la piste {one} ne donne pas de niveau.")),
            ([one], false) => Some(format!("The sheet of lead {one} gives no level.")),
            (several, true) => Some(format!("Les fiches des pistes {} ne donnent pas de niveau.", several.join(", "))),
            (several, false) => Some(format!("The sheets of leads {} give no level.", several.join(", "))),
        }
    }

    /// A status in a list of answers.
    pub(super) fn status_answer(self, name: &str) -> String {
        format!("{} {}", self.tell("statut", "status"), self.quoted(name))
    }

    /// A sector in a list of answers.
    pub(super) fn sector_answer(self, name: &str) -> String {
        format!("{} {}", self.tell("secteur", "sector"), self.quoted(name))
    }

    /// How far the student is and wants to go, in a list of answers; nothing when neither is known.
    pub(super) fn levels(self, reached: Option<AccessLevel>, willing: Option<AccessLevel>) -> Option<String> {
        let said = |what: &str, level: AccessLevel| format!("{what}{} {}", self.colon(), self.quoted(level.label()));
        let reached = reached.map(|level| said(self.tell("atteint", "reached"), level));
        let willing = willing.map(|level| said(self.tell("envisagé", "in mind"), level));
        let told: Vec<String> = reached.into_iter().chain(willing).collect();
        (!told.is_empty()).then(|| told.join(self.tell(" ; ", "; ")))
    }

    /// The score of a letter in a list of answers.
    pub(super) fn letter_score(self, letter: char, score: f64) -> String {
        let told = format!("{letter} {score}");
        if self.is_french() { told.replace('.', ",") } else { told }
    }

    pub(super) fn digits_introduction(self) -> [&'static str; 4] {
        [
            self.tell(
                "Le total d'un métier est la somme exacte de ses points, entre 0 et 1 ; 0,5 est neutre.",
                "The total of a métier is the exact sum of its points, between 0 and 1; 0.5 is neutral.",
            ),
            self.tell(
                "Points = réponse × part de la fiche × moitié du poids du critère. Le point de départ d'un critère est la moitié de son poids.",
                "Points = answer × share of the sheet × half the weight of the criterion. A criterion starts from half its weight.",
            ),
            self.tell(
                "« Déduit » : la valeur vient des réponses sur les centres d'intérêt, non d'une réponse directe.",
                "Inferred: the value comes from the answers on interests, not from a direct answer.",
            ),
            self.tell(
                "Ces nombres classent des pistes ; ils ne mesurent ni une aptitude ni une chance de réussite.",
                "These numbers order leads; they measure neither an aptitude nor a chance of success.",
            ),
        ]
    }

    /// What the fiche does not give, below its points.
    pub(super) fn missing_as_neutral(self, criteria: &[String]) -> String {
        let what = self.tell("absent de la fiche, compté comme neutre", "not on the sheet, counted as neutral");
        format!("{what}{} {}", self.colon(), criteria.join(", "))
    }

    /// Where the result came from.
    pub(super) fn provenance(self, n_metiers: usize, fingerprint: &str, seed: u64) -> String {
        if self.is_french() {
            format!("Catalogue : {n_metiers} métiers, empreinte {fingerprint}. Graine des tirages : {seed}.")
        } else {
            format!("Catalogue: {n_metiers} métiers, fingerprint {fingerprint}. Seed of the draws: {seed}.")
        }
    }
}
