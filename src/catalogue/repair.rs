//! What to do about a problem, where it takes more than the fields of the problem.

/// What to write in place of an unknown level: a similar label, or any of the ladder.
pub(super) fn rung_hint(nearest: Option<&str>) -> String {
    nearest.map_or_else(
        || "write one of « sans diplôme », « 3e », « diplôme national du brevet », « CAP ou équivalent », « Bac ou équivalent », « Bac + 1 » and so on".to_owned(),
        |nearest| format!("the nearest is « {nearest} »"),
    )
}

/// The consequence of a row with the wrong number of fields: an unclosed quote may have swallowed other rows.
pub(super) fn in_lines(n_lines: usize) -> String {
    match n_lines {
        0 | 1 => "; correct the row, it is left out".to_owned(),
        _ => format!(
            " in a row of {n_lines} lines; close the quote that opens on its first line, or correct the row, the {n_lines} lines are left out"
        ),
    }
}
