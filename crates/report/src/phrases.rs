//! Words that several reports share, in both languages and to both readers.

use super::voice::{Audience, Language, Voice};
use super::words;
use boussole::catalogue::Title;
use boussole::features::Criterion;
use boussole::inquiry::Robustness;
use boussole::ranking::GateReason;

/// The most words of a sentence.
pub(super) const MAX_WORDS: usize = 25;

impl Voice {
    /// One of four forms of a sentence.
    pub(super) fn say<'a>(self, french: [&'a str; 2], english: [&'a str; 2]) -> &'a str {
        let forms = match self.language {
            Language::French => french,
            Language::English => english,
        };
        match self.audience {
            Audience::Student => forms[0],
            Audience::Counsellor => forms[1],
        }
    }

    /// One of two forms of a sentence that is the same for both readers.
    pub(super) fn tell(self, french: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::French => french,
            Language::English => english,
        }
    }

    pub(super) fn is_french(self) -> bool {
        self.language == Language::French
    }

    /// Whose answer it is: « Tu as dit oui ».
    pub(super) fn said(self, answer: f64) -> String {
        let who = self.say(["Tu as dit", "L'élève a dit"], ["You said", "The student said"]);
        format!("{who} {}", self.answer(answer))
    }

    /// How somebody answered.
    pub(super) fn answer(self, answer: f64) -> &'static str {
        match (self.language, words::answer_word(answer)) {
            (_, _) if answer == 0.0 => self.tell("sans avis", "no opinion"),
            (Language::French, word) => word,
            (Language::English, "oui") => "yes",
            (Language::English, "plutôt oui") => "rather yes",
            (Language::English, "non") => "no",
            (Language::English, _) => "rather no",
        }
    }

    /// A colon with the space that French has before it.
    pub(super) fn colon(self) -> &'static str {
        self.tell(" :", ":")
    }

    /// Several things in one sentence: « a, b et c ».
    pub(super) fn listed(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.tell("et", "and")),
        }
    }

    /// The name of a criterion whose answer was inferred, in a table.
    pub(super) fn inferred(self, name: &str) -> String {
        format!("{name} ({})", self.tell("déduit", "inferred"))
    }

    /// The neutral part of a criterion, in a table.
    pub(super) fn starting_point(self) -> &'static str {
        self.tell("point de départ", "starting point")
    }

    /// The heading of what only a counsellor needs.
    pub(super) fn for_counsellor(self) -> &'static str {
        self.say(
            ["Pour qui accompagne : le détail du calcul", "Le détail du calcul"],
            ["For who advises you: the digits", "The digits"],
        )
    }

    pub(super) fn quoted(self, label: &str) -> String {
        if self.is_french() { format!("« {label} »") } else { format!("“{label}”") }
    }

    /// A number with the decimal mark of the language.
    pub(super) fn number(self, value: f64, decimals: usize) -> String {
        if self.is_french() { words::number(value, decimals) } else { format!("{value:.decimals$}") }
    }

    /// A number with its sign.
    pub(super) fn signed(self, value: f64, decimals: usize) -> String {
        let signed = words::signed(value, decimals);
        if self.is_french() { signed } else { signed.replace(',', ".") }
    }

    pub(super) fn criterion(self, criterion: Criterion) -> &'static str {
        if self.is_french() {
            return words::criterion(criterion);
        }
        match criterion {
            Criterion::Interest => "interests",
            Criterion::Related => "related interests",
            Criterion::AccessLevel => "access level",
            Criterion::Status => "status",
            Criterion::Sector => "sector",
            Criterion::Riasec => "RIASEC type",
            Criterion::Domain => "ROME domain",
            Criterion::Similar => "liked métiers",
        }
    }

    pub(super) fn robustness(self, robustness: Robustness) -> &'static str {
        match robustness {
            Robustness::Stable => self.tell("stable", "stable"),
            Robustness::FairlyStable => self.tell("assez stable", "fairly stable"),
            Robustness::Fragile => self.tell("fragile", "fragile"),
        }
    }

    /// Where a métier stands.
    pub(super) fn standing(self, rank: usize, n_ranked: usize) -> String {
        if self.is_french() {
            format!("Rang {rank} sur {n_ranked} métiers regardés.")
        } else {
            format!("Rank {rank} of {n_ranked} métiers looked at.")
        }
    }

    /// Why a métier is not ranked.
    pub(super) fn refused(self, reason: GateReason) -> String {
        let filter = match reason {
            GateReason::Exclude => {
                let asked = self.say(
                    ["Tu as demandé à ne pas voir ce métier", "L'élève a demandé à ne pas voir ce métier"],
                    ["You asked not to see this métier", "The student asked not to see this métier"],
                );
                return format!("{asked}{}", self.not_ranked());
            }
            GateReason::MaxAccessLevel => self.tell("de niveau", "level"),
            GateReason::Statuses => self.tell("de statut", "status"),
            GateReason::Sectors => self.tell("de secteur", "sector"),
        };
        let left_out = match (self.language, self.audience) {
            (Language::French, Audience::Student) => format!("Ton filtre {filter} laisse ce métier de côté"),
            (Language::French, Audience::Counsellor) => format!("Le filtre {filter} de l'élève laisse ce métier de côté"),
            (Language::English, Audience::Student) => format!("Your {filter} filter leaves this métier out"),
            (Language::English, Audience::Counsellor) => format!("The student's {filter} filter leaves this métier out"),
        };
        format!("{left_out}{}", self.not_ranked())
    }

    fn not_ranked(self) -> &'static str {
        self.tell(" : il n'est pas classé.", ": it is not ranked.")
    }

    /// One limit and one next step.
    pub(super) fn closing(self) -> [&'static str; 2] {
        [
            self.say(
                ["Ce sont des pistes à explorer, pas un verdict.", "Ce sont des pistes à explorer avec l'élève, pas un verdict."],
                ["These are leads to explore, not a verdict.", "These are leads to explore with the student, not a verdict."],
            ),
            self.say(
                [
                    "Lis les fiches, puis parles-en avec ta ou ton psyEN, ou avec une personne de ton entourage.",
                    "Les fiches disent ce que des scores ne disent pas : à lire ensemble.",
                ],
                [
                    "Read the sheets, then talk about them with a counsellor or somebody close to you.",
                    "The sheets say what scores do not: read them together.",
                ],
            ),
        ]
    }
}

/// The name of a métier in both forms, with a capital letter.
pub(super) fn capitalised(title: &Title) -> String {
    upper(&words::both_forms(title))
}

/// A text with a capital letter.
pub(super) fn upper(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
