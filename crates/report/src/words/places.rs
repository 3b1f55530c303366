//! Where a métier stands and why: ranks, equals, diversity, filters.

use boussole::profile::{Answers, Profile};
use boussole::ranking::{Diversity, Excluded, GateReason, Loosening, PLAIN_NO, Ranking, Unheard};

use super::message::{self, Message, values};
use crate::statement::{Moved, Tie, TiedGroup, WhyMoved};
use crate::voice::Voice;

impl Voice {
    /// Its rank among all that were looked at.
    pub(crate) fn standing(self, rank: usize, n_ranked: usize) -> String {
        self.words_with(message::STANDING, values![rank, n = n_ranked])
    }

    /// The filter that keeps it out.
    pub(crate) fn refused(self, reason: GateReason) -> String {
        self.words(match reason {
            GateReason::Exclude => message::REFUSED_EXCLUDE,
            GateReason::Liked => message::REFUSED_LIKED,
            GateReason::MaxAccessLevel => message::REFUSED_LEVEL,
            GateReason::Statuses => message::REFUSED_STATUS,
            GateReason::Sectors => message::REFUSED_SECTOR,
            GateReason::RefusedStatuses => message::REFUSED_ALL_STATUSES,
            GateReason::RefusedSectors => message::REFUSED_ALL_SECTORS,
        })
    }

    /// Who has the same score.
    pub(crate) fn tied(self, tie: Tie) -> String {
        self.words_with(message::TIED, values![others = tie.n_others(), order = self.tied_order(tie)])
    }

    /// Who is equal in a bracket, and with whom beyond it.
    pub(crate) fn tied_group(self, group: TiedGroup) -> String {
        let (shown, others) = (group.n_shown(), group.n_beyond());
        self.words_with(message::TIED_GROUP, values![shown, others, order = self.tied_order(group.tie())])
    }

    /// What decides the order of equal ones.
    fn tied_order(self, tie: Tie) -> String {
        self.words(match (tie.is_varied(), tie.n_others()) {
            (true, _) => message::TIED_ORDER_VARIED,
            (false, 1) => message::TIED_ORDER_OF_TWO,
            (false, _) => message::TIED_ORDER,
        })
    }

    /// From which rank diversity moved a métier, and why.
    pub(crate) fn moved(self, moved: Moved<'_>) -> String {
        let why = match moved.why() {
            WhyMoved::Covers { interest, n_above } => {
                self.words_with(message::MOVED_COVERS, values![label = self.shown(interest), n = n_above])
            }
            WhyMoved::Forward => self.words(message::MOVED_FORWARD),
            WhyMoved::Back => self.words(message::MOVED_BACK),
        };
        self.words_with(message::MOVED, values![rank = moved.raw_rank(), why])
    }

    /// What diversity does with the list. Returns `None` when it is off.
    pub(crate) fn diversity(self, diversity: Diversity) -> Option<String> {
        match diversity {
            Diversity::None => None,
            Diversity::Xquad { .. } => Some(self.words(message::LIST_XQUAD)),
            Diversity::Mmr { .. } => Some(self.words(message::LIST_MMR)),
        }
    }

    /// How many métiers were looked at, and how many of them are shown.
    pub(crate) fn looked_at(self, n_ranked: usize, n_shown: usize) -> String {
        // A list that shows all of them need not say so.
        let shown = if n_ranked <= n_shown.max(1) { 0 } else { n_shown };
        self.words_with(message::LIST_LOOKED_AT, values![n = n_ranked, shown])
    }

    /// Why there is nothing to show, and what would change that.
    pub(crate) fn no_result(self, ranking: &Ranking, profile: &Profile) -> Vec<String> {
        let several = ranking.loosen.is_empty().then(|| self.words(message::FILTER_SEVERAL));
        let back = ranking.loosen.iter().map(|loosening| self.loosening(loosening, profile));
        std::iter::once(self.words(message::FILTER_NOTHING)).chain(back).chain(several).collect()
    }

    /// What a filter left out.
    pub(crate) fn left_out(self, excluded: &Excluded, profile: &Profile) -> String {
        let n = excluded.n_metiers;
        match excluded.reason {
            GateReason::Exclude => return self.words_with(message::FILTER_ASKED, values![n]),
            GateReason::Liked => return self.words_with(message::FILTER_LIKED_ALREADY, values![n]),
            _ => {}
        }
        let without = self.words_with(message::FILTER_WITHOUT_DATA, values![n = excluded.n_without_data]);
        let filter = self.filter(excluded.reason, profile);
        self.words_with(message::FILTER_LEFT_OUT, values![n, filter, without])
    }

    /// What comes back when one filter goes.
    fn loosening(self, loosening: &Loosening, profile: &Profile) -> String {
        let back = self.words_with(message::FILTER_BACK, values![n = loosening.n_metiers]);
        let filter = self.filter(loosening.reason, profile);
        let without = self.words_with(message::FILTER_WITHOUT, values![filter, back]);
        match loosening.lowest_level {
            None => without,
            Some(level) => {
                format!("{without} {}", self.words_with(message::FILTER_LOWEST_LEVEL, values![level = self.level(level)]))
            }
        }
    }

    /// The name of a filter.
    fn filter(self, reason: GateReason, profile: &Profile) -> String {
        match (reason, profile.gates().max_access_level) {
            (GateReason::Exclude, _) => self.words(message::FILTER_EXCLUDE),
            (GateReason::Liked, _) => self.words(message::FILTER_LIKED),
            (GateReason::MaxAccessLevel, Some(max)) => {
                self.words_with(message::FILTER_LEVEL_MAX, values![level = self.level(max)])
            }
            (GateReason::MaxAccessLevel, None) => self.words(message::FILTER_LEVEL),
            (GateReason::Statuses, _) => self.words(message::FILTER_STATUS),
            (GateReason::Sectors, _) => self.words(message::FILTER_SECTOR),
            (GateReason::RefusedStatuses, _) => self.refused_labels(message::FILTER_REFUSED_STATUSES, profile.statuses()),
            (GateReason::RefusedSectors, _) => self.refused_labels(message::FILTER_REFUSED_SECTORS, profile.sectors()),
        }
    }

    /// The name of the labels that were answered with a plain no.
    fn refused_labels(self, message: Message, answers: &Answers) -> String {
        let refused = answers.iter().filter(|(_, answer)| *answer == PLAIN_NO);
        let labels: Vec<String> = refused.map(|(label, _)| self.quoted(&self.shown(label))).collect();
        self.words_with(message, values![n = labels.len(), labels = self.listed(&labels)])
    }

    /// What a student said that the catalogue cannot hear.
    pub(crate) fn unheard(self, unheard: &Unheard) -> String {
        let labels: Vec<String> = unheard.labels.iter().map(|label| self.quoted(label)).collect();
        self.words_with(message::LIST_UNHEARD, values![field = unheard.field.name(), labels = self.listed(&labels)])
    }

    /// What every result ends with: one limit and one next step.
    pub(crate) fn closing(self) -> [String; 2] {
        [self.words(message::CLOSING_LIMIT), self.words(message::CLOSING_NEXT)]
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
            "Si tu enlèves ton filtre de niveau « Bac (ou équivalent) », 12 métiers reviennent. Il suffit d'accepter le niveau « Bac + 2 » pour en voir.",
        );
        told(&loosen(GateReason::Statuses, 1, None), "Si tu enlèves ton filtre de statut, 1 métier revient.");
        told(&loosen(GateReason::Sectors, 2, None), "Si tu enlèves ton filtre de secteur, 2 métiers reviennent.");
        told(&loosen(GateReason::Exclude, 2, None), "Si tu enlèves ta liste de métiers à ne pas voir, 2 métiers reviennent.");
    }

    #[test]
    fn a_filter_says_what_it_left_out() {
        let left_out = Excluded { reason: GateReason::MaxAccessLevel, n_metiers: 12, n_without_data: 1 };
        let said = |language, audience| Voice { language, audience }.left_out(&left_out, &profile());
        told(
            &said(Language::French, Audience::Counsellor),
            "12 métiers sont laissés de côté par le filtre de niveau « Bac (ou équivalent) », dont 1 parce que sa fiche ne le dit pas.",
        );
        told(
            &said(Language::English, Audience::Pupil),
            "12 occupations are left out by your level filter “Bac (upper secondary diploma) or equivalent”, of which 1 because its sheet does not say.",
        );
    }
}
