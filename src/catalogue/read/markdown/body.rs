//! The text of a section, collected line by line.

use std::mem;

/// The lines of a text, until it ends.
#[derive(Debug, Default)]
pub(super) struct Paragraphs<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Paragraphs<'a> {
    pub(super) fn push(&mut self, line: &'a str) {
        self.lines.push(line);
    }

    /// The paragraphs, separated by an empty line. Returns `None` for blank text.
    pub(super) fn take(&mut self) -> Option<String> {
        let lines = mem::take(&mut self.lines);
        // At most two line ends replace each line end.
        let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 2).sum());
        let mut is_open = false;
        for line in lines {
            let line = line.trim();
            if !line.is_empty() && !text.is_empty() {
                text.push_str(if !is_open {
                    "\n\n"
                } else if line.starts_with("- ") {
                    "\n"
                } else {
                    " "
                });
            }
            text.push_str(line);
            is_open = !line.is_empty();
        }
        (!text.is_empty()).then_some(text)
    }
}
