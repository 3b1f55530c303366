//! What there is to say about a student's filters: what each left out, and what comes back without it.

use super::voice::Voice;
use boussole::profile::Profile;
use boussole::ranking::{Excluded, GateReason, Loosening, Ranking};

impl Voice {
    /// Why there is nothing to show, and what would change that.
    pub(super) fn no_result(self, ranking: &Ranking, profile: &Profile) -> Vec<String> {
        let nothing = self.say(
            ["Aucun métier ne passe tes filtres.", "Aucun métier ne passe les filtres de l'élève."],
            ["No métier passes your filters.", "No métier passes the student's filters."],
        );
        let mut lines = vec![nothing.to_owned()];
        lines.extend(ranking.loosen.iter().map(|loosening| self.loosening(loosening, profile)));
        if ranking.loosen.is_empty() {
            let several = self.say(
                [
                    "Aucun filtre enlevé seul ne suffit : enlèves-en plusieurs.",
                    "Aucun filtre enlevé seul ne suffit : il faut en enlever plusieurs.",
                ],
                [
                    "Taking away one filter is not enough: take away several.",
                    "Taking away one filter is not enough: it takes several.",
                ],
            );
            lines.push(several.to_owned());
        }
        lines
    }

    /// What a gate removed.
    pub(super) fn excluded(self, excluded: &Excluded, profile: &Profile) -> String {
        let because = match excluded.reason {
            GateReason::Exclude => self
                .say(
                    ["à ta demande", "à la demande de l'élève"],
                    ["because you asked for it", "because the student asked for it"],
                )
                .to_owned(),
            reason => format!("{} {}", self.tell("par", "by"), self.gate(reason, profile)),
        };
        let (n, silent) = (excluded.n_metiers, self.without_data(excluded.n_without_data));
        match (n, self.is_french()) {
            (1, true) => format!("1 métier est laissé de côté {because}{silent}."),
            (1, false) => format!("1 métier is left out {because}{silent}."),
            (n, true) => format!("{n} métiers sont laissés de côté {because}{silent}."),
            (n, false) => format!("{n} métiers are left out {because}{silent}."),
        }
    }

    fn without_data(self, n: usize) -> String {
        match (n, self.is_french()) {
            (0, _) => String::new(),
            (1, true) => ", dont 1 parce que sa fiche ne le dit pas".to_owned(),
            (1, false) => ", of which 1 because its sheet does not say".to_owned(),
            (n, true) => format!(", dont {n} parce que leur fiche ne le dit pas"),
            (n, false) => format!(", of which {n} because their sheets do not say"),
        }
    }

    /// The name of a gate of the student.
    fn gate(self, reason: GateReason, profile: &Profile) -> String {
        let name = match reason {
            GateReason::Exclude => self.say(
                ["ta liste de métiers à ne pas voir", "la liste de métiers à ne pas voir"],
                ["your list of métiers not to see", "the list of métiers not to see"],
            ),
            GateReason::MaxAccessLevel => {
                self.say(["ton filtre de niveau", "le filtre de niveau"], ["your level filter", "the level filter"])
            }
            GateReason::Statuses => {
                self.say(["ton filtre de statut", "le filtre de statut"], ["your status filter", "the status filter"])
            }
            GateReason::Sectors => {
                self.say(["ton filtre de secteur", "le filtre de secteur"], ["your sector filter", "the sector filter"])
            }
        };
        let max = profile.gates().max_access_level.filter(|_| reason == GateReason::MaxAccessLevel);
        max.map_or_else(|| name.to_owned(), |max| format!("{name} {}", self.quoted(max.label())))
    }

    /// What comes back when one gate goes.
    fn loosening(self, loosening: &Loosening, profile: &Profile) -> String {
        let gate = self.gate(loosening.reason, profile);
        let without = self.say(["Si tu enlèves", "Sans"], ["If you take away", "Without"]);
        let back = match (loosening.n_metiers, self.is_french()) {
            (1, true) => "1 métier revient".to_owned(),
            (1, false) => "1 métier comes back".to_owned(),
            (n, true) => format!("{n} métiers reviennent"),
            (n, false) => format!("{n} métiers come back"),
        };
        let removed = format!("{without} {gate}, {back}.");
        let Some(level) = loosening.lowest_level else { return removed };
        let level = self.quoted(level.label());
        if self.is_french() {
            format!("{removed} Il suffit de monter à {level} pour en voir.")
        } else {
            format!("{removed} Going up to {level} is enough to see some.")
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: sentences about filters, whole, of 25 words at the most.

    use super::*;
    use crate::{Audience, Language};
    use boussole::catalogue::AccessLevel;

    #[track_caller]
    fn told(sentences: &str, expected: &str) {
        assert_eq!(sentences, expected);
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        let n_words = |sentence: &str| sentence.split_whitespace().filter(is_word).count();
        assert!(sentences.split_inclusive(". ").all(|sentence| n_words(sentence) <= 25), "{sentences}");
    }

    fn profile() -> Profile {
        Profile::builder().max_access_level(AccessLevel::Bac).build().expect("is valid")
    }

    #[test]
    fn a_filter_says_what_comes_back_without_it() {
        let loosen = |reason, n_metiers, lowest_level| {
            Voice::default().loosening(&Loosening { reason, n_metiers, lowest_level }, &profile())
        };
        told(
            &loosen(GateReason::MaxAccessLevel, 12, Some(AccessLevel::BacPlus2)),
            "Si tu enlèves ton filtre de niveau « Bac ou équivalent », 12 métiers reviennent. Il suffit de monter à « Bac + 2 » pour en voir.",
        );
        told(&loosen(GateReason::Statuses, 1, None), "Si tu enlèves ton filtre de statut, 1 métier revient.");
        told(&loosen(GateReason::Sectors, 2, None), "Si tu enlèves ton filtre de secteur, 2 métiers reviennent.");
        told(&loosen(GateReason::Exclude, 2, None), "Si tu enlèves ta liste de métiers à ne pas voir, 2 métiers reviennent.");
    }

    #[test]
    fn a_filter_says_what_it_left_out() {
        let left_out = Excluded { reason: GateReason::MaxAccessLevel, n_metiers: 12, n_without_data: 1 };
        let said = |language, audience| Voice { language, audience }.excluded(&left_out, &profile());
        told(
            &said(Language::French, Audience::Counsellor),
            "12 métiers sont laissés de côté par le filtre de niveau « Bac ou équivalent », dont 1 parce que sa fiche ne le dit pas.",
        );
        told(
            &said(Language::English, Audience::Pupil),
            "12 métiers are left out by your level filter “Bac ou équivalent”, of which 1 because its sheet does not say.",
        );
    }
}
