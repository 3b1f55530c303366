//! What things are called: métiers in both gender forms, answers, criteria, lists of several.

use boussole::catalogue::Title;
use boussole::features::Criterion;
use boussole::inquiry::Robustness;

use super::message::{self, values};
use crate::statement::CLEAR_ANSWER;
use crate::voice::Voice;

/// The name of a métier in both forms, the feminine first, with a capital letter: « Ferronnière ou ferronnier d'art ».
///
/// What both share after the name is written once, if nothing is misread for it: « auxiliaire spécialisée vétérinaire ou auxiliaire
/// spécialisé vétérinaire » and « femme de chambre ou valet de chambre » stay whole.
pub(crate) fn capitalised(title: &Title) -> String {
    upper(&both_forms(title))
}

fn both_forms(title: &Title) -> String {
    if title.feminine == title.masculine {
        return title.feminine.clone();
    }
    let feminine: Vec<&str> = title.feminine.split_whitespace().collect();
    let masculine: Vec<&str> = title.masculine.split_whitespace().collect();
    let n_shared = feminine.iter().rev().zip(masculine.iter().rev()).take_while(|(left, right)| left == right).count();
    let (n_own, rest) = (feminine.len() - n_shared, &masculine[masculine.len() - n_shared..]);
    let is_name_alone = n_own == 1 && masculine.len() - n_shared == 1 && begin_alike(feminine[0], masculine[0]);
    let is_complement =
        rest.first().is_some_and(|word| COMPLEMENTS.contains(word) || word.starts_with("d'") || word.starts_with('('));
    let own = if is_name_alone || (is_complement && begin_alike(feminine[0], masculine[0])) { n_own } else { feminine.len() };
    format!("{} ou {}", feminine[..own].join(" ").trim_end_matches(','), masculine.join(" "))
}

/// Words that a complement begins with, besides « d' ».
const COMPLEMENTS: [&str; 10] = ["de", "du", "des", "en", "et", "à", "au", "aux", "pour", "sur"];

/// Whether two words are forms of one, by their first letters.
fn begin_alike(left: &str, right: &str) -> bool {
    left.chars().zip(right.chars()).take_while(|(left, right)| left == right).count() >= 2
}

/// A text with a capital letter.
pub(crate) fn upper(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

impl Voice {
    /// How somebody answered.
    pub(crate) fn answer(self, answer: f64) -> String {
        self.words(match answer {
            0.0 => message::ANSWER_NONE,
            a if CLEAR_ANSWER <= a => message::ANSWER_YES,
            a if 0.0 < a => message::ANSWER_RATHER_YES,
            a if a <= -CLEAR_ANSWER => message::ANSWER_NO,
            _ => message::ANSWER_RATHER_NO,
        })
    }

    /// The name of a criterion.
    pub(crate) fn criterion(self, criterion: Criterion) -> String {
        self.words(match criterion {
            Criterion::Interest => message::CRITERION_INTEREST,
            Criterion::Related => message::CRITERION_RELATED,
            Criterion::AccessLevel => message::CRITERION_ACCESS_LEVEL,
            Criterion::Status => message::CRITERION_STATUS,
            Criterion::Sector => message::CRITERION_SECTOR,
            Criterion::Riasec => message::CRITERION_RIASEC,
            Criterion::Domain => message::CRITERION_DOMAIN,
            Criterion::Similar => message::CRITERION_SIMILAR,
            Criterion::Words => message::CRITERION_WORDS,
        })
    }

    /// The mark of a place.
    pub(crate) fn robustness(self, robustness: Robustness) -> String {
        self.words(match robustness {
            Robustness::Stable => message::ROBUSTNESS_STABLE,
            Robustness::Fragile => message::ROBUSTNESS_FRAGILE,
            Robustness::Lot => message::ROBUSTNESS_LOT,
        })
    }

    /// A label of the catalogue in quotation marks.
    pub(crate) fn quoted(self, text: &str) -> String {
        self.words_with(message::QUOTED, values![text])
    }

    /// A text behind its name and a colon.
    pub(crate) fn named(self, name: &str, text: &str) -> String {
        self.words_with(message::NAMED, values![name, text])
    }

    /// The name of something that was inferred, in a table.
    pub(crate) fn inferred(self, name: &str) -> String {
        self.words_with(message::INFERRED, values![name])
    }

    /// Several things in one sentence: « a, b et c ».
    pub(crate) fn listed(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.words(message::LIST_AND)),
        }
    }
}

#[cfg(test)]
mod tests {
    //! Properties: names in both forms write once what they share.

    use super::*;

    #[track_caller]
    fn named(feminine: &str, masculine: &str, expected: &str) {
        let title = Title { heading: String::new(), feminine: feminine.into(), masculine: masculine.into() };
        assert_eq!(capitalised(&title), expected);
    }

    #[test]
    fn both_forms_share_their_complement() {
        named("botaniste", "botaniste", "Botaniste");
        named("ferronnière d'art", "ferronnier d'art", "Ferronnière ou ferronnier d'art");
        named("experte bilan carbone", "expert bilan carbone", "Experte ou expert bilan carbone");
        named("agente générale d'assurances", "agent général d'assurances", "Agente générale ou agent général d'assurances");
        named("sage-femme", "maïeuticien", "Sage-femme ou maïeuticien");
        named("femme de chambre", "valet de chambre", "Femme de chambre ou valet de chambre");
        named("écrivaine", "écrivain", "Écrivaine ou écrivain");
        named(
            "machiniste-constructrice, machiniste de plateau",
            "machiniste-constructeur, machiniste de plateau",
            "Machiniste-constructrice ou machiniste-constructeur, machiniste de plateau",
        );
        named(
            "militaire technicienne de l'air (MTA)",
            "militaire technicien de l'air (MTA)",
            "Militaire technicienne ou militaire technicien de l'air (MTA)",
        );
        named(
            "auxiliaire spécialisée vétérinaire",
            "auxiliaire spécialisé vétérinaire",
            "Auxiliaire spécialisée vétérinaire ou auxiliaire spécialisé vétérinaire",
        );
    }
}
