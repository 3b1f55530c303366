//! Messages on standard error. They never fail: that nobody can read them does not stop the work.

use std::fmt::{Arguments, Display};
use std::io::{self, Write};

/// The most characters of a line that are shown.
pub(crate) const MAX_LINE_CHARS: usize = 2_000;

/// The most lines of a message that are shown.
pub(crate) const MAX_LINES: usize = 40;

/// Tells something on standard error, as `eprintln!` does, but never panics and shows what came from a file safely.
macro_rules! tell {
    ($($argument:tt)*) => { $crate::message::write_line(format_args!($($argument)*)) };
}
pub(crate) use tell;

/// Writes a message and a line break, in one piece.
pub(crate) fn write_line(message: Arguments<'_>) {
    let line = shown(message) + "\n";
    // A standard error that is full or closed is no reason to stop.
    let _ = io::stderr().lock().write_all(line.as_bytes());
}

/// A message as it can be shown: long lines are cut, further lines counted, and control characters are written as escapes, so that no
/// file can move the cursor of a terminal.
pub(crate) fn shown(message: impl Display) -> String {
    let message = message.to_string();
    let mut lines: Vec<String> = message.lines().take(MAX_LINES).map(shown_line).collect();
    let n_more = message.lines().skip(MAX_LINES).count();
    if 0 < n_more {
        lines.push(format!("… and {n_more} more lines"));
    }
    lines.join("\n")
}

fn shown_line(line: &str) -> String {
    let mut shown = String::new();
    for character in line.chars().take(MAX_LINE_CHARS) {
        if character.is_control() { shown.extend(character.escape_default()) } else { shown.push(character) }
    }
    match line.chars().skip(MAX_LINE_CHARS).count() {
        0 => shown,
        n_more => format!("{shown}… ({n_more} more characters)"),
    }
}

#[cfg(test)]
mod tests {
    //! Properties: what a file says is bounded and cannot control a terminal; line breaks of a message stay.

    use super::*;

    #[test]
    fn messages_are_bounded_and_harmless() {
        assert_eq!(shown("expected a level,\nfound « \u{1b}[2J\t »"), "expected a level,\nfound « \\u{1b}[2J\\t »");
        let long = shown("é".repeat(MAX_LINE_CHARS + 7));
        assert!(long.ends_with("é… (7 more characters)"), "{long}");
        let many = shown("line\n".repeat(MAX_LINES + 2));
        assert!(many.ends_with("line\n… and 2 more lines") && many.lines().count() == MAX_LINES + 1, "{many}");
    }
}
