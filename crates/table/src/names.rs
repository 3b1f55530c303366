//! The columns of a table of profiles, by name, and which names are left alone.

use arrow_schema::Schema;

use super::error::TableError;

/// The columns that a table of profiles may have.
pub const COLUMNS: [&str; 17] = [
    "id",
    "seed",
    "interests",
    "interest_answers",
    "reached",
    "willing",
    "statuses",
    "status_answers",
    "sectors",
    "sector_answers",
    "riasec",
    "words",
    "likes",
    "exclude",
    "max_access_level",
    "gate_statuses",
    "gate_sectors",
];

/// The numbers of rows, as pandas writes them beside the columns; they say nothing of a student.
const ROW_NUMBERS: &str = "__index_level_0__";

/// How alike two names must be, from 0 to 1, for one to be taken as a slip of the other: one letter of five.
const MIN_SIMILARITY: f64 = 0.8;

/// The names that say nothing of a profile.
///
/// # Errors
///
/// [`TableError`] for a name that is nearly one of a profile, for one that occurs twice, and when no other says anything of a profile.
pub(super) fn others(schema: &Schema) -> Result<Vec<String>, TableError> {
    let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
    for (index, name) in names.iter().enumerate() {
        if COLUMNS.contains(name) && names[..index].contains(name) {
            return Err(TableError::RepeatedColumn { found: (*name).to_owned() });
        }
    }
    let others: Vec<&str> = names.iter().copied().filter(|name| !COLUMNS.contains(name) && *name != ROW_NUMBERS).collect();
    for other in &others {
        if let Some(expected) = nearest(other).filter(|expected| !names.contains(expected)) {
            return Err(TableError::NearName { expected, found: (*other).to_owned() });
        }
    }
    let says_nothing = names.iter().all(|name| *name == "id" || !COLUMNS.contains(name));
    let others: Vec<String> = others.into_iter().map(str::to_owned).collect();
    if says_nothing && !others.is_empty() {
        return Err(TableError::NoColumns { columns: &COLUMNS, found: others });
    }
    Ok(others)
}

/// The column that a name is nearly equal to.
fn nearest(name: &str) -> Option<&'static str> {
    /// A longer name is none of ours.
    const MAX_COMPARED_BYTES: usize = 100;
    if MAX_COMPARED_BYTES < name.len() {
        return None;
    }
    let name = name.trim().to_lowercase().replace(['-', ' '], "_");
    let similarity = |column: &str| strsim::normalized_damerau_levenshtein(&name, column);
    let nearest = COLUMNS.into_iter().max_by(|left, right| similarity(left).total_cmp(&similarity(right)))?;
    (MIN_SIMILARITY <= similarity(nearest)).then_some(nearest)
}
