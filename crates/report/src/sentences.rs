//! What there is to say about the score of one métier: reasons, points to check, how many interests, what is missing.
//!
//! Each function makes one short sentence from data. A sentence about a reason starts from a fact that the student gave; for a counsellor
//! it ends with the points, and says when the value was inferred.

use super::voice::{Audience, Voice};
use boussole::catalogue::AccessLevel;
use boussole::criteria::Origin;
use boussole::explanation::{Contribution, Explanation};
use boussole::features::Criterion;
use boussole::profile::Profile;

/// How many decimals points are told with: enough to see the sum, too few to suggest precision.
pub(super) const DECIMALS: usize = 4;

/// Whether a name of a column is a domain of the ROME, such as K21.
pub(super) fn is_domain(name: &str) -> bool {
    let mut characters = name.chars();
    name.len() == 3
        && characters.next().is_some_and(|first| first.is_ascii_uppercase())
        && characters.all(|digit| digit.is_ascii_digit())
}

impl Voice {
    /// A reason in favour.
    pub(super) fn reason(self, term: &Contribution<'_>, profile: &Profile) -> String {
        let name = term.feature.unwrap_or_default();
        let (label, said) = (self.quoted(name), self.said(term.answer));
        let sentence = match (term.criterion, term.origin) {
            (Criterion::Interest, _) => format!("{said} {} {label}.", self.tell("à", "to")),
            (Criterion::Related, _) => format!("{label} {}.", self.often_liked()),
            (Criterion::AccessLevel, _) => self.level_reason(name, profile),
            (Criterion::Status, _) if self.is_french() => format!("{said} au statut {label} : il est possible ici."),
            (Criterion::Status, _) => format!("{said} to the status {label}: it is possible here."),
            (Criterion::Sector, Origin::Answer) => format!("{said} {} {label}.", self.tell("au secteur", "to the sector")),
            (Criterion::Sector, _) => format!("{} {label}.", self.inferred_sector()),
            (Criterion::Riasec, origin) => self.leaning(name, origin),
            (Criterion::Domain, _) => self.same_domain(name),
            (Criterion::Similar, _) => self.like_a_liked_one(name),
        };
        self.with_points(sentence, term, false)
    }

    /// A point that pulls down.
    pub(super) fn reserve(self, term: &Contribution<'_>, profile: &Profile) -> String {
        let name = term.feature.unwrap_or_default();
        let label = self.quoted(name);
        let what = match term.criterion {
            Criterion::AccessLevel => return self.with_points(self.level_reason(name, profile), term, true),
            Criterion::Riasec => return self.with_points(self.leaning_away(name), term, true),
            Criterion::Status => format!("{} {label}", self.tell("le statut", "the status")),
            Criterion::Sector | Criterion::Domain => format!("{} {label}", self.tell("le secteur", "the sector")),
            Criterion::Interest | Criterion::Related | Criterion::Similar => label,
        };
        let (who, answer) =
            (self.say(["tu as dit", "l'élève a dit"], ["you said", "the student said"]), self.answer(term.answer));
        let sentence = if self.is_french() {
            format!("{} {what} va avec ce métier, et {who} {answer}.", self.to_check())
        } else {
            format!("{} {what} goes with this métier, and {who} {answer}.", self.to_check())
        };
        self.with_points(sentence, term, true)
    }

    /// For a counsellor, the sentence with its points, and whether the value was inferred.
    fn with_points(self, sentence: String, term: &Contribution<'_>, is_reserve: bool) -> String {
        if !self.has_figures() {
            return sentence;
        }
        // A level beyond what is envisaged is told against a métier, though it may still score above the neutral value.
        let is_for = 0.0 < term.points.value();
        let though = if is_reserve && is_for { self.tell("tout de même ", "still ") } else { "" };
        let inferred = match term.origin {
            Origin::Inference => self.tell("déduit, ", "inferred, "),
            Origin::Answer => "",
        };
        let points = self.signed(term.points.value(), DECIMALS);
        format!("{} ({though}{inferred}{points}).", sentence.trim_end_matches('.'))
    }

    fn to_check(self) -> &'static str {
        self.tell("Un point à vérifier :", "To check:")
    }

    fn often_liked(self) -> &'static str {
        self.say(
            ["va souvent avec ce que tu aimes", "va souvent avec ce que l'élève aime"],
            ["often goes with what you like", "often goes with what the student likes"],
        )
    }

    fn inferred_sector(self) -> &'static str {
        self.say(
            ["Tes réponses vont souvent avec son secteur,", "Les réponses vont souvent avec son secteur,"],
            ["Your answers often go with its sector,", "The answers often go with its sector,"],
        )
    }

    /// The student and the métier lean towards the same type of Holland's model.
    fn leaning(self, letter: &str, origin: Origin) -> String {
        let who = match origin {
            Origin::Answer => self.say(
                ["Ton profil a un côté", "Le profil de l'élève a un côté"],
                ["Your profile has", "The student's profile has"],
            ),
            Origin::Inference => {
                self.say(["Tes réponses ont un côté", "Les réponses ont un côté"], ["Your answers have", "The answers have"])
            }
        };
        let side = self.letter(letter);
        if self.is_french() {
            format!("{who} {side}, ce métier aussi.")
        } else {
            format!("{who} {side} side, and so has this métier.")
        }
    }

    fn leaning_away(self, letter: &str) -> String {
        let who = self.say(["ton profil", "le profil de l'élève"], ["your profile", "the student's profile"]);
        let (check, side) = (self.to_check(), self.letter(letter));
        if self.is_french() {
            format!("{check} ce métier a un côté {side}, {who} beaucoup moins.")
        } else {
            format!("{check} this métier has {side} side, {who} much less so.")
        }
    }

    /// The type that a letter of Holland's model stands for.
    fn letter(self, letter: &str) -> &'static str {
        match letter {
            "R" => self.tell("réaliste (concret, technique)", "a realistic (hands-on, technical)"),
            "I" => self.tell("investigateur (chercher, comprendre)", "an investigative (searching, understanding)"),
            "A" => self.tell("artistique (créer, exprimer)", "an artistic (creating, expressing)"),
            "S" => self.tell("social (aider, transmettre)", "a social (helping, passing on)"),
            "E" => self.tell("entreprenant (mener, convaincre)", "an enterprising (leading, convincing)"),
            _ => self.tell("conventionnel (organiser, vérifier)", "a conventional (organising, checking)"),
        }
    }

    fn same_domain(self, domain: &str) -> String {
        match self.audience {
            Audience::Pupil | Audience::Adult => self
                .tell(
                    "Beaucoup de métiers du même domaine vont avec tes réponses.",
                    "Many métiers of the same domain go with your answers.",
                )
                .to_owned(),
            Audience::Counsellor if self.is_french() => {
                format!("Beaucoup de métiers de son domaine ROME, {domain}, vont avec les réponses.")
            }
            Audience::Counsellor => format!("Many métiers of its ROME domain, {domain}, go with the answers."),
        }
    }

    fn like_a_liked_one(self, name: &str) -> String {
        let liked = self.say(
            ["un métier que tu aimes", "un métier que l'élève aime"],
            ["a métier that you like", "a métier that the student likes"],
        );
        match (is_domain(name), self.is_french()) {
            (true, true) => format!("Il est du même domaine qu'{liked}."),
            (true, false) => format!("It is in the same domain as {liked}."),
            (false, true) => format!("Il partage {} avec {liked}.", self.quoted(name)),
            (false, false) => format!("It shares {} with {liked}.", self.quoted(name)),
        }
    }

    /// What the access level has to do with what the student said.
    fn level_reason(self, name: &str, profile: &Profile) -> String {
        let plain = || format!("{}{} {name}.", self.tell("Niveau d'accès", "Access level"), self.colon());
        let Ok(level) = name.parse::<AccessLevel>() else { return plain() };
        let access = self.quoted(name);
        match (profile.reached(), profile.willing()) {
            (_, Some(willing)) if willing < level && profile.reached().is_none_or(|reached| reached < level) => {
                let beyond = self.say(
                    ["au-delà de ce que tu envisages", "au-delà de ce que l'élève envisage"],
                    ["beyond what you have in mind", "beyond what the student has in mind"],
                );
                format!(
                    "{} {} {access}, {beyond}.",
                    self.to_check(),
                    self.tell("l'accès se fait à partir de", "access starts at")
                )
            }
            (Some(reached), None) if reached < level => {
                let starts = self.tell("l'accès se fait à partir de", "access starts at");
                let more = self.tell("il faudrait continuer après", "that means studying on after");
                format!("{} {starts} {access}, {more} {}.", self.to_check(), self.quoted(reached.label()))
            }
            (_, Some(willing)) if level == willing => self.level_said(self.willing_to(), willing, None),
            (Some(reached), _) if level == reached => self.level_said(self.has_reached(), reached, None),
            (Some(reached), _) if level < reached => self.level_said(self.has_reached(), reached, Some(&access)),
            (_, Some(willing)) => self.level_said(self.willing_to(), willing, Some(&access)),
            (_, None) => plain(),
        }
    }

    fn willing_to(self) -> &'static str {
        self.say(
            ["Tu envisages d'aller jusqu'à", "L'élève envisage d'aller jusqu'à"],
            ["You think of studying up to", "The student thinks of studying up to"],
        )
    }

    fn has_reached(self) -> &'static str {
        self.say(["Tu as le niveau", "L'élève a le niveau"], ["You have the level", "The student has the level"])
    }

    /// What the student said about levels, and from which one access to the métier starts, if it is another one.
    fn level_said(self, who: &str, said: AccessLevel, access: Option<&str>) -> String {
        let (said, colon) = (self.quoted(said.label()), self.colon());
        match (access, self.is_french()) {
            (None, true) => format!("{who} {said}{colon} c'est le niveau d'accès de ce métier."),
            (None, false) => format!("{who} {said}{colon} that is the access level of this métier."),
            (Some(access), true) => format!("{who} {said}{colon} ce métier est accessible dès {access}."),
            (Some(access), false) => format!("{who} {said}{colon} access to this métier starts at {access}."),
        }
    }

    /// How many of the métier's interests the student said yes to; nothing without interests or answers.
    pub(super) fn interest_count(self, explanation: &Explanation, n_interests: usize) -> Option<String> {
        let is_liked =
            |term: &Contribution<'_>| term.criterion == Criterion::Interest && term.feature.is_some() && 0.0 < term.answer;
        let n_liked = explanation.contributions().filter(is_liked).count();
        let who = self.say(["Tu aimes", "L'élève aime"], ["You like", "The student likes"]);
        let what = match (n_liked, n_interests, self.is_french()) {
            (0, _, _) => return None,
            (1, 1, true) => "le seul centre d'intérêt".to_owned(),
            (1, 1, false) => "the only interest".to_owned(),
            (n, total, true) if n == total => format!("les {total} centres d'intérêt"),
            (n, total, false) if n == total => format!("all {total} interests"),
            (1, total, true) => format!("un des {total} centres d'intérêt"),
            (1, total, false) => format!("one of the {total} interests"),
            (n, total, true) => format!("{n} des {total} centres d'intérêt"),
            (n, total, false) => format!("{n} of the {total} interests"),
        };
        Some(format!("{who} {what} {}.", self.say(["de sa fiche", "de la fiche"], ["on its sheet", "on the sheet"])))
    }

    /// What the fiche does not say.
    pub(super) fn missing(self, criterion: Criterion) -> String {
        let what = match criterion {
            Criterion::Interest | Criterion::Related => self.tell("de centre d'intérêt", "no interest"),
            Criterion::AccessLevel => self.tell("de niveau d'accès", "no access level"),
            Criterion::Status => self.tell("de statut", "no status"),
            Criterion::Sector => self.tell("de secteur", "no sector"),
            Criterion::Riasec => self.tell("de type RIASEC", "no RIASEC type"),
            Criterion::Domain => self.tell("de code ROME", "no ROME code"),
            Criterion::Similar => self.say(
                ["de quoi comparer avec les métiers que tu aimes", "de quoi comparer avec les métiers que l'élève aime"],
                ["nothing to compare with the métiers you like", "nothing to compare with the métiers the student likes"],
            ),
        };
        if self.is_french() {
            format!("La fiche ne donne pas {what} : cela n'avantage ni ne désavantage ce métier.")
        } else {
            format!("The sheet gives {what}: that neither helps nor harms this métier.")
        }
    }

    /// When there is no reason in favour.
    pub(super) fn nothing_in_favour(self) -> &'static str {
        self.say(
            ["Aucune de tes réponses ne met ce métier en avant.", "Aucune réponse de l'élève ne met ce métier en avant."],
            ["None of your answers brings this métier forward.", "None of the student's answers brings this métier forward."],
        )
    }
}
