//! The text of a section, gathered line by line.

use std::mem;

/// The lines of a text, gathered until it ends.
#[derive(Debug, Default)]
pub(super) struct Body<'a> {
    lines: Vec<&'a str>,
}

impl<'a> Body<'a> {
    pub(super) fn push(&mut self, line: &'a str) {
        self.lines.push(line);
    }

    /// The paragraphs, separated by one empty line; nothing when there are none.
    pub(super) fn take(&mut self) -> Option<String> {
        let lines = mem::take(&mut self.lines);
        let mut paragraphs: Vec<String> = Vec::new();
        let mut is_open = false;
        for line in lines {
            let line = line.trim();
            match paragraphs.last_mut().filter(|_| is_open && !line.is_empty()) {
                Some(paragraph) => {
                    paragraph.push(if line.starts_with("- ") { '\n' } else { ' ' });
                    paragraph.push_str(line);
                }
                None if !line.is_empty() => paragraphs.push(line.to_owned()),
                None => {}
            }
            is_open = !line.is_empty();
        }
        (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
    }
}
