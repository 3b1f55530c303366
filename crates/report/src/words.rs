//! What sentences are made of: names in both gender forms, answers, criteria, decimals.

use boussole::catalogue::Title;
use boussole::features::Criterion;

/// From this answer on, a yes is a plain yes, and its opposite a plain no.
const CLEAR_ANSWER: f64 = 0.75;

/// The name of a métier in both forms, what they share written once: « ferronnière ou ferronnier d'art ».
pub(super) fn both_forms(title: &Title) -> String {
    if title.feminine == title.masculine {
        return title.feminine.clone();
    }
    let feminine: Vec<&str> = title.feminine.split_whitespace().collect();
    let masculine: Vec<&str> = title.masculine.split_whitespace().collect();
    let n_shared = feminine.iter().rev().zip(masculine.iter().rev()).take_while(|(left, right)| left == right).count();
    let own = feminine[..feminine.len() - n_shared].join(" ");
    format!("{own} ou {}", masculine.join(" "))
}

/// What [`answer_word`] can say, from yes to no.
pub(super) const ANSWER_WORDS: [&str; 4] = ["oui", "plutôt oui", "plutôt non", "non"];

/// How a student answered, in words.
pub(super) fn answer_word(answer: f64) -> &'static str {
    match answer {
        a if CLEAR_ANSWER <= a => ANSWER_WORDS[0],
        a if 0.0 < a => ANSWER_WORDS[1],
        a if a <= -CLEAR_ANSWER => ANSWER_WORDS[3],
        _ => ANSWER_WORDS[2],
    }
}

/// Whether a name of a column is a domain of the ROME, such as K21.
pub(super) fn is_domain(name: &str) -> bool {
    let mut characters = name.chars();
    name.len() == 3
        && characters.next().is_some_and(|first| first.is_ascii_uppercase())
        && characters.all(|digit| digit.is_ascii_digit())
}

/// The name of a criterion in a table.
pub(super) fn criterion(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Interest => "centres d'intérêt",
        Criterion::Related => "intérêts voisins",
        Criterion::AccessLevel => "niveau d'accès",
        Criterion::Status => "statut",
        Criterion::Sector => "secteur",
        Criterion::Riasec => "type RIASEC",
        Criterion::Domain => "domaine ROME",
        Criterion::Similar => "métiers aimés",
    }
}

/// A number with a decimal comma.
pub(super) fn number(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}

/// A number with its sign and a decimal comma.
pub(super) fn signed(value: f64, decimals: usize) -> String {
    format!("{value:+.decimals$}").replace('.', ",").replace('-', "−")
}

#[cfg(test)]
mod tests {
    //! Properties: names in both forms share what they share.

    use super::*;

    #[track_caller]
    fn named(feminine: &str, masculine: &str, expected: &str) {
        let title = Title { heading: String::new(), feminine: feminine.into(), masculine: masculine.into() };
        assert_eq!(both_forms(&title), expected);
    }

    #[test]
    fn both_forms_share_their_complement() {
        named("botaniste", "botaniste", "botaniste");
        named("ferronnière d'art", "ferronnier d'art", "ferronnière ou ferronnier d'art");
        named("agente générale d'assurances", "agent général d'assurances", "agente générale ou agent général d'assurances");
        named("sage-femme", "maïeuticien", "sage-femme ou maïeuticien");
    }
}
