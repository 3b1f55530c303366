//! Students as lines of a file, many lines at a time.

use std::io::{self, Read};

use super::piece::{Content, Piece, Tail};
use crate::limits::MAX_LINE_BYTES;

/// So many bytes are read at once, about.
const READ: usize = 1 << 16;

/// Whole lines of a file, as they are read.
pub(super) struct Lines {
    text: Box<dyn Read + Send>,
    n_bytes: u64,
    /// About how many bytes of lines one thread answers together.
    piece: usize,
    /// What was read behind the last whole line.
    begun: Vec<u8>,
    end: u64,
    is_over: bool,
}

impl Lines {
    /// Lines of text, and about how many bytes there are, 0 if that is not known; so many bytes a piece.
    pub(super) fn new(text: Box<dyn Read + Send>, n_bytes: u64, piece: usize) -> Self {
        Self { text, n_bytes, piece, begun: Vec::new(), end: 0, is_over: false }
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// The next lines; after an error of the file there are no more.
    pub(super) fn next(&mut self) -> Option<Piece> {
        if self.is_over {
            return None;
        }
        let mut bytes = std::mem::take(&mut self.begun);
        let tail = self.fill(&mut bytes);
        if self.is_over && bytes.is_empty() && tail.is_none() {
            return None;
        }
        Some(Piece { content: Content::Lines(bytes, tail), end: self.end })
    }

    /// Reads until there are lines enough, and keeps what is behind the last of them.
    fn fill(&mut self, bytes: &mut Vec<u8>) -> Option<Tail> {
        loop {
            let n_old = bytes.len();
            match self.read(bytes) {
                Ok(0) => {
                    self.is_over = true;
                    return None;
                }
                Ok(_) => {}
                Err(error) => {
                    self.is_over = true;
                    bytes.truncate(last_end(bytes, 0).unwrap_or_default());
                    return Some(Tail::Broken(error.to_string()));
                }
            }
            let end = last_end(bytes, n_old);
            match end {
                Some(end) if self.piece <= end => {
                    self.begun = bytes.split_off(end);
                    return None;
                }
                _ => {}
            }
            let begin = end.or_else(|| last_end(bytes, 0)).unwrap_or_default();
            if MAX_LINE_BYTES < bytes.len() - begin {
                let n_begun = bytes.len() - begin;
                bytes.truncate(begin);
                return Some(self.skip_line(n_begun));
            }
        }
    }

    /// Passes over the rest of a line that is too long, of which so many bytes were read.
    fn skip_line(&mut self, mut n_line: usize) -> Tail {
        let mut bytes = Vec::with_capacity(READ);
        loop {
            bytes.clear();
            match self.read(&mut bytes) {
                Err(error) => {
                    self.is_over = true;
                    return Tail::Broken(error.to_string());
                }
                Ok(0) => {
                    self.is_over = true;
                    return Tail::TooLong(n_line);
                }
                Ok(n) => match bytes.iter().position(|byte| *byte == b'\n') {
                    None => n_line += n,
                    Some(place) => {
                        self.begun = bytes.split_off(place + 1);
                        return Tail::TooLong(n_line + place + 1);
                    }
                },
            }
        }
    }

    /// Appends what is read at once; the number of bytes, 0 at the end.
    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<usize> {
        let n_old = bytes.len();
        bytes.resize(n_old + READ, 0);
        let read = loop {
            match self.text.read(&mut bytes[n_old..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let n = *read.as_ref().unwrap_or(&0);
        bytes.truncate(n_old + n);
        self.end += n as u64;
        read
    }
}

/// The end of the last whole line, looked for from a place on.
fn last_end(bytes: &[u8], from: usize) -> Option<usize> {
    bytes[from..].iter().rposition(|byte| *byte == b'\n').map(|place| from + place + 1)
}

#[cfg(test)]
mod tests {
    //! Properties: pieces hold whole lines and lose nothing, however the file is read; a line too long is told with its length.

    use super::*;

    /// Gives a few bytes at a time, then perhaps an error.
    struct Drops(Vec<u8>, usize, bool);

    impl Read for Drops {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() && self.2 {
                return Err(io::Error::other("a fault"));
            }
            let n = self.1.min(self.0.len()).min(buffer.len());
            buffer[..n].copy_from_slice(&self.0[..n]);
            self.0.drain(..n);
            Ok(n)
        }
    }

    /// The lines of all pieces, a line too long as its number of bytes.
    fn lines(text: &[u8], drop: usize, is_broken: bool) -> Vec<String> {
        let mut lines = Lines::new(Box::new(Drops(text.to_vec(), drop, is_broken)), 0, 10);
        let mut found = Vec::new();
        while let Some(Piece { content: Content::Lines(bytes, tail), .. }) = lines.next() {
            assert!(lines.is_over || bytes.is_empty() || bytes.ends_with(b"\n"), "a line was cut");
            found.extend(bytes.split_inclusive(|byte| *byte == b'\n').map(|line| match line.len() {
                n if MAX_LINE_BYTES < n => format!("{n} bytes\n"),
                _ => String::from_utf8_lossy(line).into_owned(),
            }));
            match tail {
                Some(Tail::TooLong(n)) => found.push(format!("{n} bytes\n")),
                Some(Tail::Broken(error)) => found.push(error),
                None => {}
            }
        }
        found
    }

    #[test]
    fn no_byte_is_lost() {
        let text = "one\n\n two, longer than a piece\nthree\nfour without an end";
        for drop in [1, 2, 3, 7, 12, 100] {
            assert_eq!(lines(text.as_bytes(), drop, false).concat(), text, "{drop} bytes at a time");
        }
        assert!(lines(b"", 1, false).is_empty());
    }

    #[test]
    fn a_fault_comes_after_the_whole_lines() {
        for drop in [1, 5, 100] {
            assert_eq!(lines(b"one\ntwo\nbegun", drop, true).concat(), "one\ntwo\na fault", "{drop} bytes at a time");
        }
    }

    #[test]
    fn a_line_too_long_is_counted() {
        let text =
            [b"one\n".to_vec(), vec![b'x'; MAX_LINE_BYTES + 9], b"\ntwo\n".to_vec(), vec![b'y'; MAX_LINE_BYTES + 1]].concat();
        for drop in [1000, 1 << 16] {
            let found = lines(&text, drop, false).concat();
            assert_eq!(found, format!("one\n{} bytes\ntwo\n{} bytes\n", MAX_LINE_BYTES + 10, MAX_LINE_BYTES + 1), "{drop}");
        }
    }
}
