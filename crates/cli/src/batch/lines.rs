//! Students as lines of a file.

use std::io::{BufRead, BufReader, Read};

use super::question::{Content, Question};
use crate::limits::MAX_LINE_BYTES;

/// The lines of a file that say something, as they are read.
pub(super) struct Lines {
    reader: BufReader<Box<dyn Read + Send>>,
    n_bytes: u64,
    number: usize,
    end: u64,
    is_broken: bool,
}

impl Lines {
    /// Lines of text, and about how many bytes there are, 0 if that is not known.
    pub(super) fn new(text: Box<dyn Read + Send>, n_bytes: u64) -> Self {
        Self { reader: BufReader::with_capacity(1 << 16, text), n_bytes, number: 0, end: 0, is_broken: false }
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }

    /// Reads a line as far as it is taken; the number of its bytes.
    fn read_line(&mut self, bytes: &mut Vec<u8>) -> std::io::Result<usize> {
        let most = MAX_LINE_BYTES as u64 + 1;
        let n = (&mut self.reader).take(most).read_until(b'\n', bytes)?;
        let is_cut = n as u64 == most && bytes.last() != Some(&b'\n');
        Ok(if is_cut { n + self.reader.skip_until(b'\n')? } else { n })
    }
}

impl Iterator for Lines {
    type Item = Question;

    /// Empty lines are passed over. After an error of the file there are no more lines.
    fn next(&mut self) -> Option<Question> {
        while !self.is_broken {
            let mut bytes = Vec::new();
            let read = self.read_line(&mut bytes);
            self.number += 1;
            self.end += read.as_ref().map_or(0, |n| *n as u64);
            let content = match read {
                Ok(0) => return None,
                Ok(n) if MAX_LINE_BYTES < bytes.len() => {
                    Content::Refused(format!("expected a line of at most {MAX_LINE_BYTES} bytes, found {n}"))
                }
                Ok(_) if bytes.trim_ascii().is_empty() => continue,
                Ok(_) => Content::Line(bytes),
                Err(error) => Content::Broken(error.to_string()),
            };
            self.is_broken = matches!(content, Content::Broken(_));
            return Some(Question { number: self.number, end: self.end, content });
        }
        None
    }
}
