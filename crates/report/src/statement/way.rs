//! The way on from a métier: what it is, the studies that lead to it, where to read more.

use boussole::catalogue::Metier;

/// Where Onisep shows the fiche of one of its identifiers.
const ONISEP: &str = "https://www.onisep.fr/http/redirection/metier/slug/{id}";

/// What stands for the identifier in a template of links.
const PLACE_OF_ID: &str = "{id}";

/// Onisep numbers its métiers with at most so many digits; longer numbers were made up elsewhere.
const MAX_ONISEP_DIGITS: usize = 5;

/// The first sentence of a presentation.
///
/// A sentence ends with a mark that a space and a capital letter or a quotation follow. An initial, as in « M. Dupont », ends none.
pub(crate) fn first_sentence(metier: &Metier) -> Option<String> {
    let words: Vec<&str> = metier.presentation.as_deref()?.split_whitespace().collect();
    let begins = |word: &str| word.starts_with(|first: char| first.is_uppercase() || "«“\"-–—".contains(first));
    let ends_in_mark = |word: &str| word.ends_with(['.', '!', '?', '…']);
    let ends = |place: usize| {
        let (word, next) = (words[place], words.get(place + 1));
        let bare = word.trim_end_matches(['»', '”', '"', ')']);
        // A quotation may end with a mark, and its end stand apart.
        let is_end = if bare.is_empty() { 0 < place && ends_in_mark(words[place - 1]) } else { ends_in_mark(bare) };
        let is_initial = bare.len() == 2 && bare.starts_with(|first: char| first.is_uppercase());
        is_end && !is_initial && next.is_none_or(|next| begins(next))
    };
    let end = (0..words.len()).find(|place| ends(*place)).map_or(words.len(), |place| place + 1);
    (!words.is_empty()).then(|| words[..end].join(" "))
}

/// The address of a fiche: that which the data state, or by the template of the caller, in which « {id} » stands for the identifier, or else at Onisep for the
/// identifiers of its list. Returns `None` for identifiers that were made up.
pub(crate) fn url(metier: &Metier, template: Option<&str>) -> Option<String> {
    if metier.url.is_some() {
        return metier.url.clone();
    }
    let id = &metier.id;
    let digits = id.as_str().trim_start_matches("MET.");
    let is_official = digits.len() <= MAX_ONISEP_DIGITS && digits.chars().all(|digit| digit.is_ascii_digit());
    let template = template.or_else(|| is_official.then_some(ONISEP))?;
    Some(template.replace(PLACE_OF_ID, id.as_str()))
}

#[cfg(test)]
mod tests {
    //! Properties: sentences end where a reader ends them; made-up identifiers have no address of Onisep; what the data state comes first.

    use super::*;
    use boussole::catalogue::Title;

    #[track_caller]
    fn first(text: &str, expected: &str) {
        let mut metier = Metier::new("MET.1".parse().expect("an identifier"), Title::from_heading("botaniste"));
        metier.presentation = Some(text.to_owned());
        assert_eq!(first_sentence(&metier).as_deref(), Some(expected));
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        first("Il soigne.\n\nIl aide.", "Il soigne.");
        first("Soigner ? C'est son métier.", "Soigner ?");
        first("Il suit M. Dupont pendant 3 jours. Puis il part.", "Il suit M. Dupont pendant 3 jours.");
        first("Pas de point", "Pas de point");
        first("Il dit : « Bonjour ! » Puis il part.", "Il dit : « Bonjour ! »");
        first("Des fleurs, etc. et des arbres. Fin.", "Des fleurs, etc. et des arbres.");
    }

    #[test]
    fn made_up_identifiers_have_no_address() {
        let metier = |id: &str| Metier::new(id.parse().expect("an identifier"), Title::from_heading("botaniste"));
        let of = |id: &str, template| url(&metier(id), template);
        assert_eq!(of("MET.167", None).as_deref(), Some("https://www.onisep.fr/http/redirection/metier/slug/MET.167"));
        assert_eq!((of("MET.9100365", None), of("MET.910262", None)), (None, None));
        assert_eq!(of("MET.9100365", Some("/fiche/{id}.html")).as_deref(), Some("/fiche/MET.9100365.html"));
        let mut stated = metier("MET.9100365");
        stated.url = Some("https://example.org/testeur".to_owned());
        assert_eq!(url(&stated, Some("/fiche/{id}.html")), stated.url);
    }
}
