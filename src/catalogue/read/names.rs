//! The names of fields: one table for columns, headings, bold names, elements and members.
//!
//! A name is compared by its words: case, accents, articles, the order of words, singular and plural, « min » for « minimum »,
//! « V3 » and what stands in brackets make no difference.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::builder::CatalogueBuilder;
use crate::catalogue::label::heading_key;
use crate::catalogue::{FicheField, Place, Problem, ProblemKind};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name {
    Field(FicheField),
    /// The feminine and masculine labels in one list.
    Labels,
    /// The short forms of a fiche: « En bref » and others.
    ShortForms,
    /// Anything else, which is kept as a section.
    Other,
}

/// The spellings of every name; the first is the one that messages use.
const SPELLINGS: [(Name, &[&str]); 18] = [
    (
        Name::Field(FicheField::Id),
        &[
            "identifiant",
            "id",
            "id métier",
            "identifiant métier",
            "code métier",
            "id onisep",
            "identifiant onisep",
            "code onisep",
            "lien site onisep.fr",
            "lien site onisepfr",
        ],
    ),
    (
        Name::Field(FicheField::Title),
        &["libellé", "nom", "métier", "nom métier", "libellé métier", "intitulé", "intitulé métier", "titre", "titre métier"],
    ),
    (
        Name::Field(FicheField::Feminine),
        &[
            "libellé féminin",
            "féminin",
            "nom féminin",
            "intitulé féminin",
            "appellation féminine",
            "nom métier féminin",
            "feminine label",
            "feminine",
        ],
    ),
    (
        Name::Field(FicheField::Masculine),
        &[
            "libellé masculin",
            "masculin",
            "nom masculin",
            "intitulé masculin",
            "appellation masculine",
            "nom métier masculin",
            "masculine label",
            "masculine",
        ],
    ),
    (Name::Field(FicheField::Url), &["url", "url fiche", "url métier", "lien fiche", "lien de la fiche", "adresse de la fiche"]),
    (Name::Labels, &["appellations"]),
    (Name::Field(FicheField::RomeCodes), &["codes ROME", "ROME", "codes métier ROME", "fiches ROME"]),
    (Name::Field(FicheField::Riasec), &["RIASEC", "lettres RIASEC", "codes RIASEC", "profil RIASEC"]),
    (
        Name::Field(FicheField::AccessLevel),
        &[
            "niveau d'accès minimum",
            "niveau d'accès",
            "niveau",
            "niveau d'études",
            "niveau d'études minimum",
            "niveau minimum",
            "niveau requis",
            "niveau minimum requis",
            "niveau d'accès au métier",
            "niveau de diplôme",
            "niveau de diplôme minimum",
            "niveau de diplôme requis",
            "niveau de formation",
            "niveau de formation minimum",
            "niveau de qualification",
            "niveau d'entrée",
            "diplôme minimum",
            "diplôme requis",
            "access level",
            "level",
        ],
    ),
    (Name::Field(FicheField::Statuses), &["statuts", "statuts possibles", "statuts professionnels", "statuses"]),
    (Name::Field(FicheField::Interests), &["centres d'intérêt", "intérêts", "interests"]),
    (Name::Field(FicheField::Sectors), &["secteurs d'activité", "secteurs", "secteurs professionnels", "sectors"]),
    (
        Name::Field(FicheField::Domains),
        &[
            "domaines",
            "domaines / sous-domaines",
            "domaines / sousdomaines",
            "domainesous-domaine",
            "domaines professionnels",
            "domains",
        ],
    ),
    (
        Name::Field(FicheField::Trainings),
        &[
            "formations",
            "formations recommandées",
            "formations conseillées",
            "formations requises",
            "formations minimum",
            "formations minimum requises",
            "trainings",
        ],
    ),
    (
        Name::Field(FicheField::Presentation),
        &[
            "présentation",
            "accroche",
            "accroche métier",
            "présentation du métier",
            "description",
            "descriptif",
            "description du métier",
        ],
    ),
    (Name::Field(FicheField::Overview), &["en bref", "bref", "overview", "Dico des métiers"]),
    (Name::Field(FicheField::Studies), &["durée des études", "durée études", "études", "studies"]),
    (Name::ShortForms, &["formats courts"]),
];

/// Names of Onisep's files that are no field here and near to one.
const OTHERS: [&str; 12] = [
    "accès métier",
    "libellé ROME",
    "lien ROME",
    "métiers associés",
    "métiers proches",
    "nature du travail",
    "nom publication",
    "libellé publication",
    "synonymes",
    "conditions de travail",
    "formations et diplômes",
    "GFE",
];

/// Words that say what a field is even beside another word.
const TELLING_WORDS: [&str; 7] = ["interet", "riasec", "statut", "secteur", "domaine", "rome", "niveau"];

/// Words without a meaning of their own.
const ARTICLES: [&str; 13] = ["a", "au", "aux", "d", "de", "du", "des", "l", "la", "le", "les", "un", "une"];

/// How alike two names must be, from 0 to 1, for one to be taken for a slip: one letter in five.
const MIN_SIMILARITY: f64 = 0.8;

/// A longer name is a sentence.
const MAX_NAME_BYTES: usize = 80;

/// How many names of one file are remembered and looked at for slips; a real file has some twenty.
const MAX_NAMES: usize = 500;

/// The words of a name that count, in alphabetical order.
pub(super) fn name_key(name: &str) -> String {
    let mut words: Vec<String> = heading_key(&without_remarks(name))
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty() && !ARTICLES.contains(word) && !is_version(word))
        .map(singular)
        .collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// The key of a field without « libellé », « liste » or « nom », which flat tables add: « niveau_acces_min_libelle ».
fn without_sort(key: &str) -> Option<String> {
    const SORTS: [&str; 4] = ["label", "libelle", "liste", "nom"];
    let words: Vec<&str> = key.split(' ').filter(|word| !SORTS.contains(word)).collect();
    let is_said = words.iter().any(|word| *word != "rome" && TELLING_WORDS.contains(word) || *word == "formation");
    is_said.then(|| words.join(" "))
}

/// The name without what stands in brackets, and with a space where « camelCase » begins a word.
fn without_remarks(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut depth = 0_usize;
    let mut last = ' ';
    for letter in name.chars() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if 0 < depth => {}
            _ => {
                if last.is_lowercase() && letter.is_uppercase() {
                    kept.push(' ');
                }
                kept.push(letter);
            }
        }
        last = letter;
    }
    kept
}

/// « V3 », or a number.
fn is_version(word: &str) -> bool {
    let digits = word.strip_prefix('v').unwrap_or(word);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word in the singular, whole and without a number at its end.
fn singular(word: &str) -> String {
    match word {
        "lib" => "libelle".to_owned(),
        "niv" => "niveau".to_owned(),
        "int" => "interet".to_owned(),
        "sect" => "secteur".to_owned(),
        "min" | "mini" | "minimal" | "minimale" | "minima" => "minimum".to_owned(),
        _ if word.ends_with(|last: char| last.is_ascii_digit()) => {
            // « rome1 », « interet2 »; « metiers2 » is another name.
            let one = singular(word.trim_end_matches(|last: char| last.is_ascii_digit()));
            if TELLING_WORDS.contains(&one.as_str()) || one == "formation" { one } else { word.to_owned() }
        }
        _ if 3 < word.len() => word.strip_suffix(['s', 'x']).unwrap_or(word).to_owned(),
        _ => word.to_owned(),
    }
}

/// The names of one file, each looked up once.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Names that were looked up.
    found: BTreeMap<String, Name>,
    /// Unknown names that were looked at for slips.
    unknown: BTreeSet<String>,
    keys: BTreeMap<String, Name>,
}

impl Names {
    /// What a name stands for, without telling slips.
    pub(super) fn find(&mut self, name: &str) -> Name {
        if MAX_NAME_BYTES < name.len() {
            return Name::Other;
        }
        if let Some(found) = self.found.get(name) {
            return *found;
        }
        if self.keys.is_empty() {
            let all = SPELLINGS.iter().flat_map(|(name, spellings)| spellings.iter().map(|text| (name_key(text), *name)));
            self.keys = all.collect();
        }
        let key = name_key(name);
        let found = self.keys.get(&key).or_else(|| self.keys.get(&without_sort(&key)?)).copied().unwrap_or(Name::Other);
        if self.found.len() < MAX_NAMES {
            self.found.insert(name.to_owned(), found);
        }
        found
    }

    /// What a name stands for. One that is near a field but unknown is told, once a file.
    pub(super) fn of(&mut self, name: &str, place: impl FnOnce() -> Place, builder: &mut CatalogueBuilder) -> Name {
        let found = self.find(name);
        let is_new = found == Name::Other && name.len() <= MAX_NAME_BYTES && !self.unknown.contains(name);
        if is_new && self.unknown.len() < MAX_NAMES {
            self.unknown.insert(name.to_owned());
            if let Some(nearest) = near(&name_key(name)) {
                let kind = ProblemKind::UnknownName { found: name.trim().to_owned(), nearest };
                builder.problem(Problem { place: place(), kind });
            }
        }
        found
    }
}

/// The name that an unknown one is a slip of: they share the words that matter, or nearly all letters.
fn near(key: &str) -> Option<&'static str> {
    /// A longer name is a sentence, and not worth a comparison.
    const MAX_COMPARED_BYTES: usize = 200;
    if key.len() < 3 || MAX_COMPARED_BYTES < key.len() || OTHERS.iter().any(|other| name_key(other) == key) {
        return None;
    }
    let words: Vec<&str> = key.split(' ').collect();
    let is_slip = |spelling: &str| {
        let known = name_key(spelling);
        let mut wanted = known.split(' ');
        let n_wanted = known.split(' ').count();
        let mut has_all = || wanted.all(|word| words.contains(&word));
        let is_telling = n_wanted == 1 && words.len() <= 2 && TELLING_WORDS.contains(&known.as_str());
        (2 <= n_wanted || is_telling) && words.len() <= n_wanted + 2 && has_all()
            || 4 <= known.len() && MIN_SIMILARITY <= strsim::normalized_damerau_levenshtein(key, &known)
    };
    let mut all = SPELLINGS.iter().filter(|(name, _)| matches!(name, Name::Field(_) | Name::Labels));
    all.find(|(_, spellings)| spellings.iter().any(|spelling| is_slip(spelling))).map(|(_, spellings)| spellings[0])
}

#[cfg(test)]
mod tests {
    //! Properties: the table is what `docs/reading.md` prints, no name stands for two things, spellings are found in any form, slips
    //! are seen, and the names of Onisep's files are no slips.

    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn the_table_is_the_one_in_the_documentation() {
        let mut table = "| field | names |\n| --- | --- |\n".to_owned();
        for (name, spellings) in SPELLINGS {
            let field = match name {
                Name::Field(field) => field.to_string(),
                Name::Labels => "feminine and masculine label".to_owned(),
                _ => "overview and studies, by type".to_owned(),
            };
            writeln!(table, "| {field} | {} |", spellings.join(", ")).expect("a string takes all");
        }
        let docs = include_str!("../../../docs/reading.md");
        assert!(docs.contains(&table), "docs/reading.md lacks:\n{table}");
    }

    #[test]
    fn no_name_stands_for_two_things() {
        let mut seen = BTreeMap::new();
        for (name, spellings) in SPELLINGS {
            for spelling in spellings {
                let first = seen.insert(name_key(spelling), name);
                assert!(first.is_none_or(|first| first == name), "{spelling} is in two lines");
            }
        }
        assert!(OTHERS.iter().all(|other| !seen.contains_key(&name_key(other))));
    }

    #[track_caller]
    fn is(name: &str, field: FicheField) {
        assert_eq!(Names::default().find(name), Name::Field(field), "{name}: {}", name_key(name));
    }

    #[test]
    fn a_name_is_known_in_any_form() {
        for name in
            ["Niveau d'accès min", "niveau_acces_min", "NIVEAU MINIMUM D’ACCÈS", "niveauAccesMin", "Niveau d’accès (2024) :"]
        {
            is(name, FicheField::AccessLevel);
        }
        for name in
            ["Centres d’intérêt (2)", "centre_interet", "CENTRES_INTERETS", "les centres d'intérêts", "interets", "Intérêt 1"]
        {
            is(name, FicheField::Interests);
        }
        for name in ["romesV3", "romeV4", "code_rome", "Codes ROME V3", "ROME"] {
            is(name, FicheField::RomeCodes);
        }
        for name in ["Formation min requise", "formations_min_requise", "Formations recommandées"] {
            is(name, FicheField::Trainings);
        }
        is("Secteur d'activité", FicheField::Sectors);
        is("domaine/sous-domaine", FicheField::Domains);
        is("domainesous-domaine", FicheField::Domains);
        is("Libellé métier", FicheField::Title);
        is("lien_site_onisepfr", FicheField::Id);
        is("URL", FicheField::Url);
    }

    #[test]
    fn a_name_is_known_in_exports() {
        for (name, field) in [
            ("NIV_ACCES", FicheField::AccessLevel),
            ("niveau de diplôme", FicheField::AccessLevel),
            ("niveau_acces_min.libelle", FicheField::AccessLevel),
            ("LIB_METIER", FicheField::Title),
            ("rome1", FicheField::RomeCodes),
            ("secteur_2", FicheField::Sectors),
            ("Centre(s) d'intérêt(s)", FicheField::Interests),
            ("Centres d'intérêt {#ci}", FicheField::Interests),
            ("centres_interet.centre_interet.libelle", FicheField::Interests),
            ("liste des secteurs", FicheField::Sectors),
            ("access level", FicheField::AccessLevel),
            ("interests", FicheField::Interests),
            ("Identifiant Onisep", FicheField::Id),
        ] {
            is(name, field);
        }
        assert_eq!(Names::default().find("libellé ROME"), Name::Other);
        is("lien_fiche", FicheField::Url);
    }

    #[test]
    fn a_slip_is_seen_and_another_name_is_none() {
        for (slip, field) in [
            ("Centres d'intéret principaux", "centres d'intérêt"),
            ("secteur principal", "secteurs d'activité"),
            ("centers d'interet", "centres d'intérêt"),
            ("nivau d'accès", "niveau d'accès minimum"),
            ("présentaton", "présentation"),
            ("statut juridique", "statuts"),
        ] {
            assert_eq!(near(&name_key(slip)), Some(field), "{slip}");
        }
        for other in [
            "compétences",
            "condition_travail",
            "nature_travail",
            "acces_metier",
            "vie_professionnelle",
            "metiers_associes",
            "sources_numeriques",
            "publications",
            "synonymes",
            "libellé ROME",
            "lien ROME",
            "collection",
            "année",
            "GENCOD",
            "GFE",
            "date création",
            "date de modification",
            "nom publication",
            "Matériel",
            "Où exercer",
            "couleur",
            "Salaire",
            "id_ideo1",
        ] {
            assert_eq!(near(&name_key(other)), None, "{other}");
        }
    }
}
