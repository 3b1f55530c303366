//! Nouns of occupations in both genders: which word is the feminine of which, and what the other form of a word is.

/// Endings of the masculine and of the feminine after the same stem, the longest first where one is the end of another.
const ENDINGS: [(&str, &str); 22] = [
    ("teur", "trice"),
    ("deur", "drice"),
    ("eur", "euse"),
    ("eur", "eresse"),
    ("er", "ère"),
    ("er", "euse"),
    ("er", "rice"),
    ("et", "ète"),
    ("t", "tte"),
    ("n", "nne"),
    ("l", "lle"),
    ("s", "sse"),
    ("f", "ffe"),
    ("f", "ve"),
    ("x", "se"),
    ("x", "sse"),
    ("c", "que"),
    ("c", "che"),
    ("an", "aid"),
    ("o", "a"),
    ("e", "esse"),
    ("", "e"),
];

/// Pairs that no ending explains.
const OTHER_PAIRS: [(&str, &str); 6] = [
    ("valet", "femme"),
    ("homme", "femme"),
    ("garçon", "fille"),
    ("garçon", "serveuse"),
    ("steward", "hôtesse"),
    ("maïeuticien", "sage"),
];

/// Feminines that the endings of [`feminine_of`] would miss.
const FEMININES: [(&str, &str); 25] = [
    ("ambassadeur", "ambassadrice"),
    ("apprenti", "apprentie"),
    ("auteur", "autrice"),
    ("barman", "barmaid"),
    ("cadet", "cadette"),
    ("chef", "cheffe"),
    ("docteur", "docteure"),
    ("enquêteur", "enquêtrice"),
    ("gouverneur", "gouverneure"),
    ("hôte", "hôtesse"),
    ("ingénieur", "ingénieure"),
    ("inventeur", "inventrice"),
    ("maçon", "maçonne"),
    ("orateur", "oratrice"),
    ("paysan", "paysanne"),
    ("pasteur", "pasteure"),
    ("prieur", "prieure"),
    ("procureur", "procureure"),
    ("professeur", "professeure"),
    ("proviseur", "proviseure"),
    ("préfet", "préfète"),
    ("recteur", "rectrice"),
    ("reporter", "reportrice"),
    ("skipper", "skippeuse"),
    ("visiteur", "visiteuse"),
];

/// Nouns with one form, whatever their ending.
const ONE_FORM: [&str; 26] = [
    "bookmaker",
    "clerc",
    "coach",
    "colonel",
    "cover",
    "dealer",
    "designer",
    "docker",
    "driver",
    "garçon",
    "hacker",
    "helper",
    "liner",
    "maître",
    "manager",
    "mannequin",
    "marin",
    "marketeur",
    "médecin",
    "planner",
    "runner",
    "soigneur",
    "speaker",
    "steward",
    "témoin",
    "trader",
];

/// Adjectives and nouns in apposition that agree with the name of an occupation they follow. Others are complements (« architecte
/// produit », « ingénieur son »), which no ending distinguishes from them.
const AGREEING: [&str; 47] = [
    "acousticien",
    "adjoint",
    "administratif",
    "aérien",
    "agréé",
    "analyste",
    "artistique",
    "assermenté",
    "associé",
    "chercheur",
    "commercial",
    "communal",
    "comptable",
    "concepteur",
    "culturel",
    "départemental",
    "diplômé",
    "environnemental",
    "expert",
    "familial",
    "financier",
    "forestier",
    "formateur",
    "général",
    "hospitalier",
    "immobilier",
    "indépendant",
    "industriel",
    "judiciaire",
    "juridique",
    "libéral",
    "maritime",
    "médical",
    "municipal",
    "navigant",
    "paysager",
    "polyvalent",
    "principal",
    "privé",
    "régional",
    "secouriste",
    "social",
    "spécialisé",
    "sportif",
    "supérieur",
    "territorial",
    "éducatif",
];

/// Whether two words, in lower case, are the masculine and the feminine of one noun or adjective. Equal words are not.
pub(super) fn are_forms(masculine: &str, feminine: &str) -> bool {
    /// A stem of one letter says nothing.
    const MIN_STEM: usize = 2;
    let pair = (masculine, feminine);
    if OTHER_PAIRS.contains(&pair) {
        return true;
    }
    // All others begin with the same letter, and most words with another.
    if masculine.chars().next() != feminine.chars().next() {
        return false;
    }
    let fits = |&(own, other): &(&str, &str)| {
        let stem = masculine.strip_suffix(own).filter(|stem| MIN_STEM <= stem.chars().count());
        stem.is_some_and(|stem| feminine.strip_suffix(other) == Some(stem))
    };
    FEMININES.contains(&pair) || ENDINGS.iter().any(fits)
}

/// Whether a noun has one form, whatever its ending.
pub(super) fn has_one_form(noun: &str) -> bool {
    ONE_FORM.iter().any(|one| noun.ends_with(one)) || (noun.ends_with("man") && noun != "barman")
}

/// The feminine of the noun of an occupation, in lower case; `None` if it has the same form, or none that is known.
pub(super) fn feminine_of(noun: &str) -> Option<String> {
    if has_one_form(noun) {
        return None;
    }
    if let Some((_, feminine)) = FEMININES.iter().find(|(masculine, _)| *masculine == noun) {
        return Some((*feminine).to_owned());
    }
    // « -trice » where the Latin stem ends in t; « acheteur » and « monteur » are formed in French.
    let latin = ["ateur", "cteur", "pteur", "iteur", "uteur"];
    let replaced = |end: &str, by: &str| noun.strip_suffix(end).map(|stem| format!("{stem}{by}"));
    let found = if latin.iter().any(|end| noun.ends_with(end)) { replaced("teur", "trice") } else { None };
    let found =
        found.or_else(|| replaced("rieur", "rieure")).or_else(|| replaced("eur", "euse")).or_else(|| replaced("eux", "euse"));
    let found = found.or_else(|| replaced("ier", "ière")).or_else(|| replaced("er", "ère")).or_else(|| replaced("if", "ive"));
    let found =
        found.or_else(|| replaced("ien", "ienne")).or_else(|| replaced("éen", "éenne")).or_else(|| replaced("yen", "yenne"));
    let found = found.or_else(|| replaced("on", "onne")).or_else(|| replaced("el", "elle"));
    let with_e = ["al", "ain", "in", "an", "é", "ant", "ent", "at", "ot", "ut", "oint", "ert", "ard", "and", "ois", "ais"];
    found.or_else(|| with_e.iter().any(|end| noun.ends_with(end)).then(|| format!("{noun}e")))
}

/// The masculine of a noun that is feminine by its ending, in lower case.
pub(super) fn masculine_of(noun: &str) -> Option<String> {
    let endings = [("trice", "teur"), ("euse", "eur"), ("ière", "ier"), ("ienne", "ien"), ("ante", "ant")];
    endings.iter().find_map(|(feminine, masculine)| noun.strip_suffix(feminine).map(|stem| format!("{stem}{masculine}")))
}

/// The feminine of a word that agrees with the name of an occupation before it; `None` for other words.
pub(super) fn agreeing_feminine(word: &str) -> Option<String> {
    // « électronicien », « opticien »: no thing has a name with this ending.
    let agrees = AGREEING.contains(&word) || word.ends_with("icien") || word.ends_with("concepteur");
    agrees.then(|| feminine_of(word)).flatten()
}

/// The feminine that a masculine and an abbreviated ending stand for: « puériculteur » and « trice ».
pub(super) fn with_ending(masculine: &str, ending: &str) -> Option<String> {
    /// As long as « trice »; longer words are words.
    const MAX_ENDING: usize = 5;
    if MAX_ENDING < ending.chars().count() || !ending.ends_with(char::is_alphabetic) {
        return None;
    }
    let ends: Vec<usize> = masculine.char_indices().map(|(place, _)| place).chain([masculine.len()]).collect();
    let candidates = ends.iter().rev().take(ending.chars().count() + 1).map(|end| format!("{}{ending}", &masculine[..*end]));
    let candidates: Vec<String> = candidates.collect();
    let known = feminine_of(masculine).filter(|feminine| candidates.contains(feminine));
    known.or_else(|| candidates.into_iter().find(|feminine| are_forms(masculine, feminine)))
}

#[cfg(test)]
mod tests {
    //! Properties: the feminine of a noun is its form, and its masculine leads back.

    use super::*;

    #[test]
    fn feminine_of_nouns() {
        for (masculine, feminine) in [
            ("chef", "cheffe"),
            ("ingénieur", "ingénieure"),
            ("matelot", "matelote"),
            ("technicien", "technicienne"),
            ("acheteur", "acheteuse"),
            ("conducteur", "conductrice"),
            ("sculpteur", "sculptrice"),
            ("dessinateur", "dessinatrice"),
            ("ouvrier", "ouvrière"),
            ("boulanger", "boulangère"),
            ("chargé", "chargée"),
            ("adjoint", "adjointe"),
            ("expert", "experte"),
            ("assistant", "assistante"),
            ("sportif", "sportive"),
            ("vigneron", "vigneronne"),
            ("artisan", "artisane"),
            ("marchand", "marchande"),
            ("apprenti", "apprentie"),
            ("industriel", "industrielle"),
            ("commercial", "commerciale"),
            ("montreur", "montreuse"),
            ("écrivain", "écrivaine"),
            ("substitut", "substitute"),
            ("supérieur", "supérieure"),
        ] {
            assert_eq!(feminine_of(masculine).as_deref(), Some(feminine));
            assert!(are_forms(masculine, feminine), "{masculine}, {feminine}");
            assert!(!are_forms(feminine, masculine), "{feminine}, {masculine}");
        }
        for noun in ["médecin", "botaniste", "designer", "clerc", "vétérinaire"] {
            assert_eq!(feminine_of(noun), None);
        }
    }

    #[test]
    fn endings_stand_for_feminines() {
        for (masculine, ending, feminine) in [
            ("puériculteur", "trice", "puéricultrice"),
            ("ingénieur", "e", "ingénieure"),
            ("statisticien", "ne", "statisticienne"),
            ("industriel", "le", "industrielle"),
            ("agenceur", "euse", "agenceuse"),
            ("ouvrier", "ère", "ouvrière"),
            ("ouvrier", "ière", "ouvrière"),
            ("sportif", "ive", "sportive"),
            ("chef", "fe", "cheffe"),
            ("directeur", "rice", "directrice"),
            ("hôte", "sse", "hôtesse"),
            ("hôte", "esse", "hôtesse"),
            ("chercheur", "se", "chercheuse"),
        ] {
            assert_eq!(with_ending(masculine, ending).as_deref(), Some(feminine));
        }
        assert_eq!(with_ending("actif", "passif"), None);
        assert_eq!(with_ending("électrotechnicien", "technicienne"), None);
    }

    #[test]
    fn only_known_words_agree() {
        assert_eq!(agreeing_feminine("commercial").as_deref(), Some("commerciale"));
        assert_eq!(agreeing_feminine("électronicien").as_deref(), Some("électronicienne"));
        assert_eq!(agreeing_feminine("produit"), None);
        assert_eq!(agreeing_feminine("qualité"), None);
    }
}
