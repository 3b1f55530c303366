//! The common spelling of labels that changed over the years or differ between files.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::Serialize;

use super::label::label_key;

/// The embedded table, one label per line: `kind <tab> label <tab> former labels, separated by |`.
const TABLE: &str = include_str!("../../fixtures/vocabulary.tsv");

/// The kinds of labels that make a vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelKind {
    /// *Centres d'intérêt*.
    Interest,
    /// Statuses.
    Status,
    /// Sectors.
    Sector,
}

impl LabelKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Interest, Self::Status, Self::Sector];
}

impl fmt::Display for LabelKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Interest => "an interest",
            Self::Status => "a status",
            Self::Sector => "a sector",
        })
    }
}

/// The common spelling of labels: every known spelling leads to one label.
#[derive(Debug)]
pub(crate) struct Thesaurus {
    canonical: BTreeMap<(LabelKind, String), &'static str>,
    keys: BTreeMap<(LabelKind, String), String>,
}

impl Thesaurus {
    /// The table of `fixtures/vocabulary.tsv`, read once.
    pub(crate) fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Thesaurus> = LazyLock::new(|| Thesaurus::from_table(TABLE));
        &EMBEDDED
    }

    fn from_table(table: &'static str) -> Self {
        let mut thesaurus = Self { canonical: BTreeMap::new(), keys: BTreeMap::new() };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(kind), Some(label)) = (columns.next().and_then(kind_named), columns.next()) else { continue };
            let aliases = columns.next().unwrap_or_default().split('|').filter(|alias| !alias.trim().is_empty());
            for spelling in std::iter::once(label).chain(aliases) {
                thesaurus.canonical.insert((kind, label_key(spelling)), label);
                thesaurus.keys.insert((kind, label_key(spelling)), label_key(label));
            }
        }
        thesaurus
    }

    /// The common spelling of a label, if the table has it.
    pub(crate) fn canonical(&self, kind: LabelKind, label: &str) -> Option<&'static str> {
        self.canonical.get(&(kind, label_key(label))).copied()
    }

    /// The key of the common spelling of the label with this key.
    pub(super) fn canonical_key(&self, kind: LabelKind, key: &str) -> Option<&str> {
        self.keys.get(&(kind, key.to_owned())).map(String::as_str)
    }
}

fn kind_named(name: &str) -> Option<LabelKind> {
    Some(match name {
        "interest" => LabelKind::Interest,
        "status" => LabelKind::Status,
        "sector" => LabelKind::Sector,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    //! Properties: every line of the table is read, no spelling leads to two labels.

    use super::*;

    #[test]
    fn every_line_of_the_table_is_read() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let kind = kind_named(columns[0]).unwrap_or_else(|| panic!("unknown kind in {line:?}"));
            assert_eq!(Thesaurus::embedded().canonical(kind, columns[1]), Some(columns[1]), "{line:?}");
        }
    }

    #[test]
    fn no_spelling_leads_to_two_labels() {
        let mut seen = BTreeMap::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            for spelling in columns[1..].iter().flat_map(|column| column.split('|')).filter(|text| !text.is_empty()) {
                let first = seen.insert((columns[0], label_key(spelling)), columns[1]);
                assert!(first.is_none_or(|first| first == columns[1]), "{spelling:?} is in two lines");
            }
        }
    }

    #[test]
    fn a_former_label_leads_to_the_present_one() {
        let found = Thesaurus::embedded().canonical(LabelKind::Interest, "J’aime le contact avec les enfants");
        assert_eq!(found, Some("je veux m'occuper d'enfants"));
    }
}
