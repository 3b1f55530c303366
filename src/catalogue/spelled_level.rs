//! What people write for an access level: labels, diplomas, levels of the national framework, and several of them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::LazyLock;

use super::access_level::{AccessLevel, UnknownAccessLevel};
use super::label::heading_key;
use super::quoted::quoted;

impl FromStr for AccessLevel {
    type Err = UnknownAccessLevel;

    /// Parses a label of the ladder in any typography (« bac+5 », « Bac + 5 »), a diploma of the table in `docs/reading.md`, a level of the
    /// national framework (« niveau 4 »), or several of these (« BTS ou BUT »), of which the lowest gives access.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(level) = Self::ALL.into_iter().find(|level| level.label() == text) {
            return Ok(level);
        }
        let unknown = || UnknownAccessLevel { found: quoted(text) };
        if MAX_LEVEL_BYTES < text.len() {
            return Err(unknown());
        }
        let levels: Option<Vec<Self>> = levels_named(text).into_iter().collect();
        levels.and_then(|levels| levels.into_iter().min()).ok_or_else(unknown)
    }
}

/// A longer text is a sentence.
const MAX_LEVEL_BYTES: usize = 100;

/// What people write for a rung: diplomas, and levels of the framework of 2019 in digits and of 1969 in Roman numerals.
const SPELLINGS: [(AccessLevel, &[&str]); 10] = [
    (
        AccessLevel::SansDiplome,
        &[
            "sans diplôme",
            "aucun diplôme",
            "sans diplôme particulier",
            "sans qualification",
            "aucune qualification",
            "sans qualification particulière",
            "sans diplôme ni qualification",
            "non diplômé",
        ],
    ),
    (AccessLevel::Troisieme, &["3e", "3ème", "troisième", "3°", "fin de 3e", "fin de troisième", "classe de 3e", "collège"]),
    (AccessLevel::Brevet, &["diplôme national du brevet", "brevet", "brevet des collèges", "DNB", "DNB pro", "BEPC"]),
    (
        AccessLevel::Cap,
        &[
            "CAP",
            "BEP",
            "CAP BEP",
            "CAP, BEP",
            "certificat d'aptitude professionnelle",
            "brevet d'études professionnelles",
            "CAP agricole",
            "CAPA",
            "BEPA",
            "niveau 3",
            "niveau V",
            "DEAES",
            "CPJEPS",
            "titre professionnel de niveau 3",
        ],
    ),
    (
        AccessLevel::Bac,
        &[
            "bac",
            "baccalauréat",
            "bac général",
            "bac technologique",
            "bac techno",
            "bac pro",
            "bac professionnel",
            "baccalauréat professionnel",
            "baccalauréat général",
            "baccalauréat technologique",
            "BP",
            "brevet professionnel",
            "BT",
            "brevet de technicien",
            "BMA",
            "brevet des métiers d'art",
            "BPJEPS",
            "BP JEPS",
            "DAEU",
            "bac général ou technologique",
            "bac général ou techno",
            "bac techno ou pro",
            "bac technologique ou professionnel",
            "terminale",
            "niveau 4",
            "niveau IV",
        ],
    ),
    (AccessLevel::BacPlus1, &["L1", "licence 1", "BUT 1", "BUT1"]),
    (
        AccessLevel::BacPlus2,
        &[
            "BTS",
            "brevet de technicien supérieur",
            "BTSA",
            "brevet de technicien supérieur agricole",
            "DUT",
            "diplôme universitaire de technologie",
            "DMA",
            "DEJEPS",
            "DEUG",
            "DEUST",
            "classe prépa",
            "prépa",
            "CPGE",
            "L2",
            "licence 2",
            "BUT 2",
            "BUT2",
            "niveau 5",
            "niveau III",
        ],
    ),
    (
        AccessLevel::BacPlus3,
        &[
            "licence",
            "licence pro",
            "licence professionnelle",
            "bachelor",
            "BUT",
            "bachelor universitaire de technologie",
            "DNA",
            "DESJEPS",
            "DTS",
            "DEES",
            "BUT 3",
            "BUT3",
            "DCG",
            "DN MADE",
            "DNMADE",
            "L3",
            "licence 3",
            "niveau 6",
            "niveau II",
        ],
    ),
    (AccessLevel::BacPlus4, &["maîtrise", "master 1", "M1"]),
    (
        AccessLevel::BacPlus5,
        &[
            "master",
            "master 2",
            "M2",
            "master pro",
            "master professionnel",
            "mastère",
            "mastère spécialisé",
            "DESS",
            "DEA",
            "DSCG",
            "ingénieur",
            "diplôme d'ingénieur",
            "titre d'ingénieur",
            "école d'ingénieur",
            "école d'ingénieurs",
            "DNSEP",
            "DSAA",
            "MBA",
            "école de commerce",
            "niveau 7",
            "niveau I",
        ],
    ),
];

/// Doctorates, which have a rung of their own at the top of the table.
const DOCTORATES: [&str; 6] = ["doctorat", "docteur", "thèse", "PhD", "niveau 8", "doctorat d'État"];

/// Words around a level that change nothing.
const PREFIXES: [&str; 28] = [
    "apres ",
    "niveau d'acces ",
    "niveau d'etudes ",
    "niveau d'etude ",
    "niveau de diplome ",
    "niveau ",
    "a partir de ",
    "a partir du ",
    "au moins ",
    "au minimum ",
    "minimum ",
    "min ",
    ">= ",
    "≥ ",
    "entre ",
    "titre professionnel de ",
    "titre pro de ",
    "titre rncp de ",
    "titre rncp ",
    "diplome de ",
    "la ",
    "le ",
    "l'",
    "les ",
    "un ",
    "une ",
    "de ",
    "du ",
];
const SUFFIXES: [&str; 18] = [
    " ou equivalent",
    " ou equivalents",
    " et plus",
    " ou plus",
    " au minimum",
    " minimum",
    " mini",
    " min",
    " ans",
    " requis",
    " exige",
    " valide",
    " souhaite",
    " conseille",
    " recommande",
    " apprecie",
    " au moins",
    " et +",
];

/// Diplomas before whose specialities nothing else begins with the same words: « CAP coiffure », « BTS tourisme ».
const WITH_SPECIALITY: [&str; 10] =
    ["cap", "bep", "bac pro", "bac techno", "bac technologique", "bts", "btsa", "dut", "but", "master"];

/// Words that make of a diploma something else: « CAP non exigé », « BTS puis concours ».
const TURNING_WORDS: [&str; 9] = ["non", "sans", "pas", "ni", "puis", "plus", "ou", "et", "facultatif"];

/// Series of the bac.
const SERIES: [&str; 13] = ["s", "es", "l", "sti", "sti2d", "std2a", "stg", "stmg", "stl", "st2s", "sthr", "stav", "s2tmd"];

/// Words between levels of which each gives access, and what may stand there in place of one.
const BETWEEN: [&str; 5] = ["ou", "et", "à", "a", "au"];
const EQUIVALENTS: [&str; 4] = ["equivalent", "equivalents", "plus", "+"];

/// Parts of keys that are written in several ways, in the order in which they are replaced.
const SAME_IN_KEYS: [(&str, &str); 5] =
    [(" plus ", " + "), ("ᵉ", "e"), ("3eme", "3e"), ("niv ", "niveau "), ("baccalaureat +", "bac +")];

/// The text without typography, remarks in brackets and words that change nothing.
fn level_key(text: &str) -> String {
    let without_remarks = without_remarks(text);
    let text = if without_remarks.trim().is_empty() { text } else { &without_remarks };
    let is_space = |letter| matches!(letter, '-' | '_' | '/' | '–' | ':' | '.');
    let plain = |letter| match letter {
        '＋' => '+',
        _ if is_space(letter) => ' ',
        _ => letter,
    };
    let is_plain = text.chars().all(|letter| plain(letter) == letter);
    let mut key = if is_plain { heading_key(text) } else { heading_key(&text.chars().map(plain).collect::<String>()) };
    for (written, meant) in SAME_IN_KEYS {
        if key.contains(written) {
            key = key.replace(written, meant);
        }
    }
    if key.contains("  ") || key.trim_matches(' ').len() < key.len() {
        key = key.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    }
    while let Some(shorter) = SUFFIXES.iter().find_map(|suffix| key.strip_suffix(suffix)) {
        key = shorter.to_owned();
    }
    key
}

/// The text without what stands in brackets; one that is not closed ends with the text.
fn without_remarks(text: &str) -> Cow<'_, str> {
    if !text.contains(['(', '[', ')', ']']) {
        return text.into();
    }
    let mut depth = 0_usize;
    let is_outside = |letter: &char| match letter {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(is_outside).collect()
}

/// The levels that a text names, one or several (« BTS ou BUT », « CAP, bac pro », « bac + 3 à bac + 5 »), and `None` for each part
/// that is no level.
pub(super) fn levels_named(text: &str) -> Vec<Option<AccessLevel>> {
    if let Some(level) = known_level(&level_key(text)) {
        return vec![Some(level)];
    }
    let mut parts = vec![String::new()];
    let mut text = without_remarks(text).replace([',', ';', '/'], " ou ");
    for dash in [" - ", " – ", " — ", " : "] {
        text = text.replace(dash, " ou ");
    }
    for word in text.split_whitespace() {
        if BETWEEN.contains(&word.to_lowercase().as_str()) {
            parts.push(String::new());
        } else {
            let part = parts.last_mut().expect("there is a first part");
            part.push_str(word);
            part.push(' ');
        }
    }
    let keys = parts.iter().map(|part| level_key(part)).filter(|key| !key.is_empty() && !EQUIVALENTS.contains(&key.as_str()));
    let mut levels: Vec<Option<AccessLevel>> = Vec::new();
    for key in keys.take(AccessLevel::ALL.len()) {
        // « bac + 2 ou 3 » says « bac » once.
        let is_more = levels.last().is_some_and(|level| Some(AccessLevel::Bac) < *level);
        levels.push(known_level(&key).or_else(|| years_after_bac(&key).filter(|_| is_more)));
    }
    levels
}

/// The levels by the keys of all spellings, made once.
static KNOWN: LazyLock<BTreeMap<String, AccessLevel>> = LazyLock::new(|| {
    let all = SPELLINGS.into_iter().chain([(AccessLevel::BacPlus8, &DOCTORATES[..])]);
    all.flat_map(|(level, spellings)| spellings.iter().map(move |spelling| (level_key(spelling), level))).collect()
});

/// The level of a key, or of what stands behind words that change nothing.
fn known_level(key: &str) -> Option<AccessLevel> {
    if let Some(level) = KNOWN.get(key) {
        return Some(*level);
    }
    key.strip_prefix("bac + ")
        .and_then(years_after_bac)
        .or_else(|| after_the_bac(key))
        .or_else(|| of_speciality(key))
        .or_else(|| PREFIXES.iter().find_map(|prefix| known_level(key.strip_prefix(prefix)?)))
}

/// « 2 ans après le bac ».
fn after_the_bac(key: &str) -> Option<AccessLevel> {
    const RESTS: [&str; 4] =
        ["ans apres le bac", "ans d'etudes apres le bac", "annees apres le bac", "annees d'etudes apres le bac"];
    let (years, rest) = key.split_once(' ')?;
    RESTS.contains(&rest).then(|| years_after_bac(years)).flatten()
}

/// The level of a diploma with its speciality, or of the bac with its series.
fn of_speciality(key: &str) -> Option<AccessLevel> {
    let is_series = |before: &&str| key.strip_prefix(*before).is_some_and(|series| SERIES.contains(&series));
    if ["bac ", "bac techno ", "bac technologique "].iter().any(is_series) {
        return Some(AccessLevel::Bac);
    }
    let diploma = WITH_SPECIALITY.iter().find(|diploma| key.strip_prefix(**diploma).is_some_and(|rest| rest.starts_with(' ')))?;
    let rest = &key[diploma.len()..];
    let is_name = rest.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\'' | ','));
    let turns = rest.split([' ', ',']).any(|word| TURNING_WORDS.contains(&word));
    if is_name && !turns { known_level(diploma) } else { None }
}

/// The level so many years, at least one, after the bac: « 3 », « trois »; the lower ones of « 2/3 ».
fn years_after_bac(years: &str) -> Option<AccessLevel> {
    const WORDS: [&str; 8] = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"];
    let years = years.trim_start_matches("+ ").trim_end_matches(" +");
    if let Some(n_before) = WORDS.iter().position(|word| *word == years) {
        return AccessLevel::ALL.get(AccessLevel::BacPlus1.rung() + n_before).copied();
    }
    let is_range = years.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'+' | b'a'));
    let lower: u8 = years.split([' ', 'a']).find(|years| !years.is_empty())?.parse().ok()?;
    (is_range && (1..=15).contains(&lower)).then(|| AccessLevel::bac_plus(lower))
}

#[cfg(test)]
mod tests {
    //! Properties: all spellings of a rung parse to it, nonsense is refused with its text.

    use super::*;

    #[track_caller]
    fn reads(text: &str, level: AccessLevel) {
        assert_eq!(text.parse(), Ok(level), "{text:?}");
    }

    #[test]
    fn spellings() {
        reads("Bac\u{a0}+\u{a0}5", AccessLevel::BacPlus5);
        reads("bac+5", AccessLevel::BacPlus5);
        reads("BAC +2", AccessLevel::BacPlus2);
        reads("CAP ou equivalent", AccessLevel::Cap);
        reads("Bac + 9 et plus", AccessLevel::BacPlus9AndMore);
        reads("bac+12", AccessLevel::BacPlus9AndMore);
        reads("Sans Diplôme", AccessLevel::SansDiplome);
        reads("3ème", AccessLevel::Troisieme);
    }

    /// What people write for a level, and the rung that it means.
    const WRITTEN: &[(AccessLevel, &[&str])] = &[
        (AccessLevel::SansDiplome, &["sans diplome", "Aucun diplôme"]),
        (AccessLevel::Troisieme, &["après la 3e", "Après la 3ᵉ", "fin de 3ème"]),
        (AccessLevel::Brevet, &["brevet", "DNB", "le brevet des collèges"]),
        (AccessLevel::Cap, &["CAP-BEP", "CAP/BEP", "CAP, BEP ou équivalent", "niveau 3", "Niveau V", "CAP ou équivalent "]),
        (
            AccessLevel::Bac,
            &["bac pro", "Bac professionnel", "niveau 4 (bac ou équivalent)", "niveau bac", "brevet professionnel"],
        ),
        (
            AccessLevel::BacPlus2,
            &["BTS", "un BTS", "DUT", "bac plus 2", "BAC +2/3", "Bac + 2 minimum", "niveau bac + 2", "bac+2 à 3"],
        ),
        (AccessLevel::BacPlus3, &["Licence", "licence pro", "BUT", "Niveau 6", "bachelor", "bac + 3 ans"]),
        (AccessLevel::BacPlus4, &["master 1", "bac plus 4"]),
        (
            AccessLevel::BacPlus5,
            &["Master", "bac plus 5", "bac + 5 et plus", "niveau 7", "diplôme d'ingénieur", "BAC+5", "Bac + 5 ou plus"],
        ),
        (AccessLevel::BacPlus8, &["doctorat", "niveau 8", "bac+8"]),
        (AccessLevel::Cap, &["CAP, bac pro", "De CAP à Bac", "bac pro ou CAP", "CAP ou équivalent, bac"]),
        (AccessLevel::Bac, &["bac pro/BP", "Niveau : 4", "titre professionnel de niveau 4", "bac à bac + 2", "BP ; BTS"]),
        (AccessLevel::BacPlus2, &["BTS/DUT", "BTS ou BUT", "BUT (3 ans) ou BTS (2 ans)", "bac + 2 ou 3", "Niv. 5", "BUT 2"]),
        (AccessLevel::BacPlus3, &["licence ou master", "bac +3 à bac +5", "BUT3", "bac plus trois"]),
        (AccessLevel::BacPlus5, &["Master / ingénieur", "bac plus cinq", "bac + 5 [master] et plus"]),
        (AccessLevel::Cap, &["certificat d'aptitude professionnelle", "CAP coiffure", "du CAP au bac pro", "CAP d'esthétique"]),
        (
            AccessLevel::Bac,
            &["bac S", "Bac STI2D", "bac pro commerce", "NIVEAU 4 : BAC", "Niveau 4 - Bac", "brevet de technicien"],
        ),
        (
            AccessLevel::BacPlus2,
            &[
                "brevet de technicien supérieur",
                "BTS tourisme",
                "BAC +2 – BAC +3",
                "Bac + 2 - Bac + 3",
                "entre bac+2 et bac+5",
                "au moins bac+2",
                "min. bac+2",
                "≥ Bac + 2",
                "Bac + 2 mini",
                "Bac+2 souhaité",
                "bac + 2 minimum, bac + 3 apprécié",
                "niveau d'études : bac + 2",
                "Diplôme de niveau 5",
                "2 ans après le bac",
                "Baccalauréat + 2",
                "bac ＋ 2",
            ],
        ),
        (AccessLevel::BacPlus3, &["bachelor universitaire de technologie (BUT)", "titre RNCP niveau 6", "DNA"]),
        (AccessLevel::BacPlus5, &["école d'ingénieur", "master MEEF", "DNSEP"]),
    ];

    #[test]
    fn levels_as_people_write_them() {
        for (level, texts) in WRITTEN {
            for text in *texts {
                reads(text, *level);
            }
        }
    }

    #[test]
    fn no_spelling_means_two_levels_and_all_are_documented() {
        let mut seen = BTreeMap::new();
        let mut table = "| level | also |\n| --- | --- |\n".to_owned();
        for (level, spellings) in SPELLINGS.into_iter().chain([(AccessLevel::BacPlus8, &DOCTORATES[..])]) {
            for spelling in spellings {
                let first = seen.insert(level_key(spelling), level);
                assert!(first.is_none_or(|first| first == level), "{spelling}");
                reads(spelling, level);
            }
            table.push_str(&["| ", &level.to_string(), " | ", &spellings.join(", "), " |\n"].concat());
        }
        assert!(include_str!("../../docs/reading.md").contains(&table), "docs/reading.md lacks:\n{table}");
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "bac + ",
            "bac + 0",
            "bac + x",
            "CAPE",
            "bac + 300",
            "niveau",
            "niveau 1",
            "le",
            "(bac)",
            "un métier",
            "ou",
            "3",
            "5 ou 6",
            "BTS ou un concours",
            "BTS puis concours",
            "CAP non exigé",
            "CAP facultatif",
            "brevet d'État d'éducateur sportif",
            "licence de pilote",
            "jusqu'à bac + 5",
            "sans le bac",
            "bac - 3",
            "CAP 2e année",
            "0 ans après le bac",
        ] {
            assert!(text.parse::<AccessLevel>().is_err(), "{text:?}");
        }
        assert_eq!(
            "CAPE".parse::<AccessLevel>().map_err(|error| error.to_string()),
            Err("expected an access level (« sans diplôme », « 3e », « diplôme national du brevet », « CAP ou équivalent », « Bac ou équivalent », \
                 « Bac + 1 » to « Bac + 8 » or « Bac + 9 et plus »), found « CAPE »"
                .to_owned())
        );
    }
}
