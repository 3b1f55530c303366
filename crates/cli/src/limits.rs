//! Limits of what the program takes beside catalogues. Each is far above real data; `docs/reliability.md` lists them, and a test
//! prints its table from here.

/// The largest file that says something about one student, one list or one set of weights or questions: a profile, weights, a session,
/// answers, a record.
pub(crate) const MAX_DOCUMENT_BYTES: u64 = 4 << 20;

/// The largest table: judgements, runs, preferences, letters of ROME codes, a catalogue on standard input.
pub(crate) const MAX_TABLE_BYTES: u64 = 64 << 20;

/// The longest line of a batch. A profile with an answer to every interest of Onisep has about five thousand bytes.
pub(crate) const MAX_LINE_BYTES: usize = 1 << 20;

/// So many parts of a batch for each thread are taken before the first of them is written: enough for none to wait, few enough for the
/// memory.
pub(crate) const MAX_HELD_PARTS: usize = 3;

/// So many bad lines of a batch are told; each is answered in its place.
pub(crate) const MAX_TOLD_LINES: usize = 1_000;

/// The most threads of a batch: more than processors gain nothing, and each costs memory.
pub(crate) const MAX_THREADS: u16 = 256;

/// The longest line with an answer to a question of the quiz.
pub(crate) const MAX_ANSWER_BYTES: u64 = 4096;

#[cfg(test)]
mod tests {
    //! Property: the table of limits in the documentation is this one.

    use boussole::features::MAX_FACTORS;
    use boussole::profile::{MAX_ANSWERS, MAX_PROFILE_PROBLEMS};
    use boussole::toml_text::MAX_TOML_BRACKETS;

    use boussole_evaluation::MAX_QUERIES;

    use super::*;
    use crate::message::{MAX_LINE_CHARS, MAX_LINES};

    fn table() -> String {
        let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
        let rows = [
            ("a profile, weights, a session, answers, a record, questions", mib(MAX_DOCUMENT_BYTES), "the file is refused"),
            ("a table of judgements, a run, preferences, letters of ROME codes", mib(MAX_TABLE_BYTES), "the file is refused"),
            ("a catalogue on standard input", mib(MAX_TABLE_BYTES), "it is refused"),
            ("a line of a batch", mib(MAX_LINE_BYTES as u64), "the line is answered with an error"),
            ("parts of a batch in memory, for each thread", MAX_HELD_PARTS.to_string(), "the next are read later"),
            ("bad lines of a batch that are told", MAX_TOLD_LINES.to_string(), "the others are answered and counted"),
            ("threads of a batch", MAX_THREADS.to_string(), "so many are started"),
            ("a line with an answer of a quiz", format!("{MAX_ANSWER_BYTES} bytes"), "the quiz ends with a fault"),
            ("« [ » and « { » of a TOML file", MAX_TOML_BRACKETS.to_string(), "the file is refused"),
            ("answers of one kind in a profile", MAX_ANSWERS.to_string(), "the profile is refused"),
            ("factors of interests in weights", MAX_FACTORS.to_string(), "the weights are refused"),
            ("queries of judgements or of a run", MAX_QUERIES.to_string(), "the file is refused"),
            ("problems of a profile that are listed", MAX_PROFILE_PROBLEMS.to_string(), "the others are counted"),
            ("lines of a message", MAX_LINES.to_string(), "the others are counted"),
            ("characters of a line of a message", MAX_LINE_CHARS.to_string(), "the others are counted"),
        ];
        let rows = rows.map(|(what, limit, beyond)| format!("| {what} | {limit} | {beyond} |\n"));
        format!("| what | limit | beyond it |\n| --- | --- | --- |\n{}", rows.concat())
    }

    #[test]
    fn the_documented_limits_are_these() {
        let text = include_str!("../../../docs/reliability.md");
        let (_, rest) = text.split_once("limits` -->\n").expect("the table has a beginning");
        let (documented, _) = rest.split_once("<!-- end of limits -->").expect("the table has an end");
        assert!(documented == table(), "expected in docs/reliability.md:\n{}", table());
    }
}
