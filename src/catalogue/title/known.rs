//! Names that no rule gives: professions that were renamed, English titles, headings that join two occupations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::super::label::label_key;

/// One row a name: heading, feminine, masculine, and why, separated by tabs.
const TABLE: &str = include_str!("../../../fixtures/names.tsv");

/// The feminine and masculine form of a heading in the table.
pub(super) fn known_forms(heading: &str) -> Option<(&'static str, &'static str)> {
    static KNOWN: LazyLock<BTreeMap<String, [&'static str; 2]>> =
        LazyLock::new(|| rows().map(|[heading, feminine, masculine]| (key(heading), [feminine, masculine])).collect());
    KNOWN.get(&key(heading)).map(|[feminine, masculine]| (*feminine, *masculine))
}

fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut cells = row.split('\t');
        Some([cells.next()?, cells.next()?, cells.next()?])
    })
}

/// A heading whatever the spaces around its slashes.
fn key(heading: &str) -> String {
    let key = label_key(heading);
    if key.contains('/') { key.split('/').map(str::trim).collect::<Vec<_>>().join("/") } else { key }
}

#[cfg(test)]
mod tests {
    //! Properties: every row has its cells, and is found whatever the typography.

    use super::*;

    #[test]
    fn every_row_is_found() {
        let n_rows = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(rows().count(), n_rows);
        for [heading, feminine, masculine] in rows() {
            assert_eq!(known_forms(heading), Some((feminine, masculine)));
        }
        assert!(known_forms("Clerc d’huissier").is_some());
        assert!(known_forms("gestionnaire actif / passif").is_some());
        assert!(known_forms("botaniste").is_none());
    }
}
