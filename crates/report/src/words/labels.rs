//! Labels of the catalogue as people read them: both genders and dashes in French, a gloss in English.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use boussole::catalogue::{AccessLevel, label_key};

use super::message::{Message, values};
use crate::voice::{Language, Voice};

/// One row a label: kind, label in the data, shown in French, gloss in English, separated by tabs.
const TABLE: &str = include_str!("labels.tsv");

struct Shown {
    french: &'static str,
    english: &'static str,
}

static LABELS: LazyLock<BTreeMap<String, Shown>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut cells = line.split('\t').skip(1);
        Some((label_key(cells.next()?), Shown { french: cells.next()?, english: cells.next()? }))
    };
    rows.filter_map(row).collect()
});

impl Voice {
    /// A label of the catalogue: an interest, a status, a sector or a level. Labels that the table does not know are shown as written.
    pub(crate) fn shown(self, label: &str) -> String {
        let known = LABELS.get(&label_key(label));
        let shown = known.map(|shown| match self.language {
            Language::French => shown.french,
            Language::English => shown.english,
        });
        shown.unwrap_or(label).to_owned()
    }

    /// An access level by itself, for a badge or a heading.
    pub(crate) fn level(self, level: AccessLevel) -> String {
        self.shown(level.label())
    }

    /// An access level within a sentence, in one of the messages `level-…` that choose by its name.
    pub(crate) fn level_in(self, message: Message, level: AccessLevel) -> String {
        let name = match level {
            AccessLevel::SansDiplome => "none",
            AccessLevel::Troisieme => "third",
            AccessLevel::Brevet => "brevet",
            AccessLevel::Cap => "cap",
            AccessLevel::Bac => "bac",
            AccessLevel::BacPlus9AndMore => "more",
            _ => "years",
        };
        let years = level.rung().saturating_sub(AccessLevel::Bac.rung());
        self.words_with(message, values![level = name, years])
    }

    /// A status within a sentence: « de fonctionnaire » or « comme fonctionnaire », by one of the messages `status-…`.
    pub(crate) fn status_in(self, message: Message, label: &str) -> String {
        let name = match label_key(label).as_str() {
            "artisan" => "artisan",
            "contrat de volontariat" => "volunteer",
            "fonctionnaire" => "civil",
            "indépendant" => "independent",
            "intermittent du spectacle" => "stage",
            "libéral" => "liberal",
            "militaire" => "military",
            "saisonnier" => "seasonal",
            "salarié" => "employee",
            _ => "other",
        };
        self.words_with(message, values![status = name, label = self.shown(label)])
    }
}

/// Whether a text is an English gloss, and not the French of a catalogue.
pub(crate) fn is_gloss(text: &str) -> bool {
    static GLOSSES: LazyLock<std::collections::BTreeSet<&'static str>> =
        LazyLock::new(|| LABELS.values().map(|shown| shown.english).collect());
    GLOSSES.contains(text)
}
