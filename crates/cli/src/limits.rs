//! Limits of what the program takes beside catalogues. Each is far above real data; `docs/reliability.md` lists them, and a test
//! prints its table from here.

/// The largest file that says something about one student, one list or one set of weights or questions: a profile, weights, a session,
/// answers, a record.
pub(crate) const MAX_DOCUMENT_BYTES: u64 = 4 << 20;

/// The largest table: judgements, runs, preferences, letters of ROME codes, a catalogue on standard input.
pub(crate) const MAX_TABLE_BYTES: u64 = 64 << 20;

/// The longest line of a batch. A profile with an answer to every interest of Onisep has about five thousand bytes.
pub(crate) const MAX_LINE_BYTES: usize = 1 << 20;

/// The largest part of a batch that is held at once, about.
pub(crate) const MAX_HELD_BYTES: usize = 16 << 20;

/// The most threads of a batch: more than processors gain nothing, and each costs memory.
pub(crate) const MAX_THREADS: u16 = 256;

/// The longest line with an answer to a question of the quiz.
pub(crate) const MAX_ANSWER_BYTES: u64 = 4096;
