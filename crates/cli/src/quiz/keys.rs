//! Keys of a terminal: whole escape sequences, so that none of their characters is an answer, and lines that are typed.

use console::{Key, Term};

/// What was typed.
pub(super) enum Typed {
    /// A key that stands for a character.
    Char(char),
    /// Enter.
    Enter,
    /// Backspace or ←.
    Back,
    /// Control-C or Control-D, or the terminal is gone.
    Gone,
    /// Any other key.
    Other,
}

/// Waits for a key.
pub(super) fn read(term: &Term) -> Typed {
    match term.read_key_raw() {
        // Control-D says that nothing more will come.
        Ok(Key::CtrlC | Key::Char('\u{3}' | '\u{4}')) | Err(_) => Typed::Gone,
        Ok(Key::Char(key)) => Typed::Char(key.to_lowercase().next().unwrap_or(key)),
        Ok(Key::Enter) => Typed::Enter,
        Ok(Key::Backspace | Key::ArrowLeft) => Typed::Back,
        Ok(Key::UnknownEscSeq(sequence)) => {
            read_rest(term, sequence);
            Typed::Other
        }
        Ok(_) => Typed::Other,
    }
}

/// Reads what belongs to a sequence that is not finished: Control-→ is `ESC [ 1 ; 5 C`, and its 5 is no answer.
fn read_rest(term: &Term, mut sequence: Vec<char>) {
    while !is_whole(&sequence) {
        match term.read_key_raw() {
            Ok(Key::Char(next)) => sequence.push(next),
            _ => return,
        }
    }
}

/// Whether a sequence after ESC is finished, as ECMA-48 has it: `[` … and one of `@` to `~`, `O` and one character, or one character.
fn is_whole(sequence: &[char]) -> bool {
    match sequence {
        ['[', .., last] => ('@'..='~').contains(last) && !(sequence.len() == 2 && *last == '['),
        ['O'] => false,
        _ => true,
    }
}

/// A line as it is typed, at most so many characters; `None` when the student wants to leave.
pub(super) fn read_line(term: &Term, most: usize) -> Option<String> {
    let mut line = String::new();
    loop {
        match read(term) {
            Typed::Gone => return None,
            Typed::Enter => {
                term.write_line("").ok();
                return Some(line);
            }
            Typed::Back => {
                if line.pop().is_some() {
                    term.clear_chars(1).ok();
                }
            }
            Typed::Char(key) if line.len() < most && !key.is_control() => {
                line.push(key);
                term.write_str(key.encode_utf8(&mut [0; 4])).ok();
            }
            Typed::Char(_) | Typed::Other => {}
        }
    }
}

#[cfg(test)]
mod tests {
    //! Property: a sequence is read to its end, and no further.

    use super::is_whole;

    #[test]
    fn sequences_end_where_the_standard_says() {
        for (sequence, expected) in [
            ("[1;", false),
            ("[1;5", false),
            ("[1;5C", true),
            ("[15", false),
            ("[15~", true),
            ("O", false),
            ("OP", true),
            ("5", true),
            ("[", true),
            ("[[", false),
            ("[[A", true),
        ] {
            assert_eq!(is_whole(&sequence.chars().collect::<Vec<_>>()), expected, "{sequence}");
        }
    }
}
