//! Students as lines of a file.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use super::question::{Content, Question};

/// The lines of a file that say something, as they are read.
pub(super) struct Lines {
    reader: BufReader<File>,
    n_bytes: u64,
    number: usize,
    end: u64,
    is_broken: bool,
}

impl Lines {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let n_bytes = file.metadata()?.len();
        Ok(Self { reader: BufReader::with_capacity(1 << 16, file), n_bytes, number: 0, end: 0, is_broken: false })
    }

    pub(super) fn n_bytes(&self) -> u64 {
        self.n_bytes
    }
}

impl Iterator for Lines {
    type Item = Question;

    /// Empty lines are passed over. After an error of the file there are no more lines.
    fn next(&mut self) -> Option<Question> {
        while !self.is_broken {
            let mut bytes = Vec::new();
            let read = self.reader.read_until(b'\n', &mut bytes);
            self.number += 1;
            self.end += bytes.len() as u64;
            let content = match read {
                Ok(0) => return None,
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
