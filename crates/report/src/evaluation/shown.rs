//! What all lists of a run together show of a catalogue.

use std::collections::BTreeMap;

use boussole_evaluation::{GroupExposure, exposure_parity};
use serde::{Serialize, Serializer};

use crate::render::{Block, Table};
use crate::voice::Voice;
use crate::words::{POINT_DECIMALS, message, values};

/// How many decimals a ratio of shares has.
const RATIO_DECIMALS: usize = 2;

/// What all lists of a run together show of a catalogue, under the name it was asked for by.
#[derive(Debug, Clone, PartialEq)]
pub enum CatalogueValue {
    /// One number.
    Number {
        /// The name of the metric.
        name: String,
        /// Its value.
        value: f64,
    },
    /// The exposure of groups of one kind.
    Exposure {
        /// The name of the metric.
        name: String,
        /// What groups are made by: `level` or `sector`.
        by: &'static str,
        /// How even the exposure is.
        parity: Option<f64>,
        /// The groups by label, in the order in which they are shown; métiers that state none have the empty label.
        groups: Vec<(String, GroupExposure)>,
    },
}

impl CatalogueValue {
    /// The exposure of groups of one kind, in their own order: levels by the ladder, not by label.
    pub fn exposure<G>(name: String, by: &'static str, groups: BTreeMap<G, GroupExposure>, label: impl Fn(G) -> String) -> Self {
        let parity = exposure_parity(&groups);
        let groups = groups.into_iter().map(|(group, exposure)| (label(group), exposure)).collect();
        Self::Exposure { name, by, parity, groups }
    }
}

/// One table of the numbers over all lists, and one of the groups of each kind; none when nothing was asked for.
pub(super) fn tables(values: &[CatalogueValue], voice: Voice) -> Vec<Block> {
    let (mut numbers, mut exposures) = (Vec::new(), Vec::new());
    for value in values {
        match value {
            CatalogueValue::Number { name, value } => numbers.push(vec![name.clone(), voice.number(*value, POINT_DECIMALS)]),
            CatalogueValue::Exposure { name, by, parity, groups } => {
                let parity = parity.map_or_else(|| "–".to_owned(), |parity| voice.number(parity, POINT_DECIMALS));
                let by = voice.group_kind(by);
                numbers.push(vec![
                    voice.words_with(message::EVALUATION_PARITY, values![name = name.as_str(), by = by.as_str()]),
                    parity,
                ]);
                exposures.push(exposure_table(by, groups, voice));
            }
        }
    }
    if numbers.is_empty() {
        return Vec::new();
    }
    let columns = [message::EVALUATION_COLUMN_ALL_LISTS, message::EVALUATION_COLUMN_VALUE];
    let numbers = Table::new(columns.map(|column| voice.words(column)), numbers);
    std::iter::once(numbers).chain(exposures).map(Block::Table).collect()
}

fn exposure_table(by: String, groups: &[(String, GroupExposure)], voice: Voice) -> Table {
    let rows = groups.iter().map(|(group, exposure)| {
        let group = if group.is_empty() { voice.words(message::EVALUATION_NOT_STATED) } else { group.clone() };
        let [shown, eligible] = [exposure.exposure_share, exposure.eligible_share]
            .map(|share| voice.words_with(message::PERCENT, values![n = voice.number(100.0 * share, 1)]));
        let ratio = exposure.ratio().map_or_else(String::new, |ratio| voice.number(ratio, RATIO_DECIMALS));
        vec![group, shown, eligible, ratio]
    });
    let columns = [message::EVALUATION_COLUMN_SHOWN, message::EVALUATION_COLUMN_ELIGIBLE, message::EVALUATION_COLUMN_RATIO];
    Table::new(std::iter::once(by).chain(columns.map(|column| voice.words(column))), rows.collect())
}

impl Voice {
    /// What groups are made by.
    fn group_kind(self, by: &str) -> String {
        match by {
            "level" => self.words(message::CRITERION_ACCESS_LEVEL),
            "sector" => self.words(message::CRITERION_SECTOR),
            other => other.to_owned(),
        }
    }
}

/// The values by metric; exposure by what groups are made by.
pub(super) fn by_name(values: &[CatalogueValue]) -> BTreeMap<&str, Shown<'_>> {
    let mut by_name = BTreeMap::new();
    for value in values {
        match value {
            CatalogueValue::Number { name, value } => {
                by_name.insert(name.as_str(), Shown::Number(*value));
            }
            CatalogueValue::Exposure { name, by, parity, groups } => {
                let entry = by_name.entry(name.as_str()).or_insert_with(|| Shown::Exposure(BTreeMap::new()));
                if let Shown::Exposure(kinds) = entry {
                    kinds.insert(by, Groups { parity: *parity, groups: ByLabel(groups) });
                }
            }
        }
    }
    by_name
}

/// A number, or groups by kind.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Shown<'a> {
    Number(f64),
    Exposure(BTreeMap<&'static str, Groups<'a>>),
}

/// Groups with the parity of their exposure.
#[derive(Serialize)]
pub(super) struct Groups<'a> {
    parity: Option<f64>,
    groups: ByLabel<'a>,
}

/// An object with a key per group, in the order of the groups.
struct ByLabel<'a>(&'a [(String, GroupExposure)]);

impl Serialize for ByLabel<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(label, exposure)| (label, exposure)))
    }
}
