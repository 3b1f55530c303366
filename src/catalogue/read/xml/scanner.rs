//! Cuts a stream of XML into fiches without parsing them.

use std::io::{self, Read};

use memchr::{memchr, memchr2, memmem};

use super::super::limits::{MAX_ELEMENT_DEPTH, MAX_FICHE_BYTES};
use super::super::lines::n_lines;
use super::encoding::{Encoding, declared_encoding};
use crate::catalogue::ProblemKind;

/// How many bytes are read from the stream at once.
const CHUNK_BYTES: usize = 64 << 10;

/// How many bytes decide what a « < » begins: the longest beginning is « <![CDATA[ ».
const LOOK_AHEAD: usize = 9;

/// The name of the element that is a fiche.
const FICHE: &[u8] = b"metier";

/// One piece of the stream.
pub(super) enum Piece<'s> {
    /// A fiche, from `<metier` to `</metier>`, or to where the next one begins.
    Fiche { bytes: &'s [u8], line: usize, encoding: Encoding },
    /// A fiche beyond the limit.
    TooLarge { line: usize },
    /// A fault between fiches.
    Fault { line: usize, kind: ProblemKind },
    /// A fault because of which the rest of the file is not read.
    Refused { line: usize, kind: ProblemKind },
}

/// Where a fiche ends, or where the search continues once more bytes are read.
enum Search {
    Ends(usize),
    GoesOn(usize),
}

/// Reads a stream piece by piece.
pub(super) struct Scanner<'r> {
    input: &'r mut dyn Read,
    buffer: Vec<u8>,
    /// The start of the unread part of the buffer.
    at: usize,
    /// The line of `at`.
    line: usize,
    is_ended: bool,
    is_started: bool,
    encoding: Encoding,
    /// The names of the elements that are open outside fiches.
    open: Vec<Vec<u8>>,
    /// Finds the name of a fiche.
    name: memmem::Finder<'static>,
}

impl<'r> Scanner<'r> {
    pub(super) fn new(input: &'r mut dyn Read) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            at: 0,
            line: 1,
            is_ended: false,
            is_started: false,
            encoding: Encoding::Utf8,
            open: Vec::new(),
            name: memmem::Finder::new(FICHE),
        }
    }

    /// The next piece. Returns `None` at the end of the stream.
    pub(super) fn next(&mut self) -> io::Result<Option<Piece<'_>>> {
        if !self.is_started {
            self.is_started = true;
            if let Some(refused) = self.start()? {
                return Ok(Some(refused));
            }
        }
        loop {
            let Some(()) = self.skip_to(b"<")? else { return Ok(self.end()) };
            while self.rest().len() < LOOK_AHEAD && self.fill()? {}
            let rest = self.rest();
            let line = self.line;
            if is_tag(rest, b"<") {
                return self.fiche().map(Some);
            } else if rest.starts_with(b"<!--") {
                if !self.skip_over(b"-->")? {
                    return Ok(Some(fault(line, "a comment that is not closed")));
                }
            } else if rest.starts_with(b"<![CDATA[") {
                if !self.skip_over(b"]]>")? {
                    return Ok(Some(fault(line, "a CDATA section that is not closed")));
                }
            } else if rest.starts_with(b"<!") {
                return Ok(Some(Piece::Refused { line, kind: ProblemKind::Doctype { left_out: "the rest of the file" } }));
            } else if let Some(piece) = self.tag()? {
                return Ok(Some(piece));
            }
        }
    }

    /// Reads the byte order mark and the declaration.
    fn start(&mut self) -> io::Result<Option<Piece<'static>>> {
        while self.rest().len() < CHUNK_BYTES && self.fill()? {}
        let refused = |found| Some(Piece::Refused { line: 1, kind: ProblemKind::UnknownEncoding { found } });
        if self.rest().starts_with(&[0xff, 0xfe]) || self.rest().starts_with(&[0xfe, 0xff]) {
            return Ok(refused("UTF-16".to_owned()));
        }
        let has_mark = self.rest().starts_with(b"\xef\xbb\xbf");
        if has_mark {
            self.at += 3;
        }
        let declared = declared_encoding(self.rest());
        match declared.as_deref().map(Encoding::named) {
            Some(None) => return Ok(refused(declared.unwrap_or_default())),
            Some(Some(encoding)) if !has_mark => self.encoding = encoding,
            _ => {}
        }
        Ok(None)
    }

    /// A fiche from here to its end, to the next one, or to the end of the stream.
    fn fiche(&mut self) -> io::Result<Piece<'_>> {
        let line = self.line;
        if let Some(close) = memchr(b'>', self.rest()).filter(|close| self.rest()[close - 1] == b'/')
            && memchr(b'<', &self.rest()[1..close]).is_none()
        {
            return Ok(self.take(close + 1, line));
        }
        let mut searched = 1 + FICHE.len();
        loop {
            match self.end_of_fiche(searched) {
                Search::Ends(end) => return Ok(self.take(end, line)),
                Search::GoesOn(at) => searched = at,
            }
            if MAX_FICHE_BYTES < self.rest().len() {
                self.let_go()?;
                return Ok(Piece::TooLarge { line });
            }
            if !self.fill()? {
                return Ok(self.take(self.rest().len(), line));
            }
        }
    }

    /// Searches the buffered bytes from a position on for the next tag of a fiche; its name is much rarer than tags are.
    fn end_of_fiche(&self, mut from: usize) -> Search {
        let rest = self.rest();
        while let Some(offset) = self.name.find(&rest[from..]) {
            let name = from + offset;
            let behind = name + FICHE.len();
            // The byte after the name decides whether this is a tag of a fiche.
            if rest.len() == behind && !self.is_ended {
                return Search::GoesOn(name);
            }
            let before = &rest[..name];
            if before.ends_with(b"</") && is_tag(&rest[name - 2..], b"</") {
                return match memchr(b'>', &rest[behind..]) {
                    Some(close) => Search::Ends(behind + close + 1),
                    None if self.is_ended => Search::Ends(rest.len()),
                    None => Search::GoesOn(name),
                };
            }
            if before.ends_with(b"<") && is_tag(&rest[name - 1..], b"<") {
                return Search::Ends(name - 1);
            }
            from = behind;
        }
        // The buffer may end in the middle of a name.
        Search::GoesOn(from.max(rest.len().saturating_sub(FICHE.len() - 1)))
    }

    /// Skips a fiche that is too large, without keeping it in memory.
    fn let_go(&mut self) -> io::Result<()> {
        // The searched bytes may end in the middle of a tag, so a few of them stay.
        self.advance(self.rest().len() - LOOK_AHEAD);
        if !self.skip_large()? {
            self.advance(self.rest().len());
        }
        Ok(())
    }

    /// Moves to the end of a fiche that is too large, or to the next fiche. Returns `false` at the end of the stream.
    fn skip_large(&mut self) -> io::Result<bool> {
        loop {
            let Some(()) = self.skip_to(b"<")? else { return Ok(false) };
            while self.rest().len() < LOOK_AHEAD && self.fill()? {}
            if is_tag(self.rest(), b"<") {
                return Ok(true);
            }
            if is_tag(self.rest(), b"</") {
                return self.skip_over(b">");
            }
            self.advance(1);
        }
    }

    /// Returns the next bytes as a fiche.
    fn take(&mut self, n_bytes: usize, line: usize) -> Piece<'_> {
        let start = self.at;
        if MAX_FICHE_BYTES < n_bytes {
            self.advance(n_bytes);
            return Piece::TooLarge { line };
        }
        self.advance(n_bytes);
        Piece::Fiche { bytes: &self.buffer[start..start + n_bytes], line, encoding: self.encoding }
    }

    /// A tag between fiches: only its name matters.
    fn tag(&mut self) -> io::Result<Option<Piece<'static>>> {
        let line = self.line;
        let end = loop {
            match memchr2(b'<', b'>', &self.rest()[1..]) {
                Some(place) => break place + 1,
                None if CHUNK_BYTES < self.rest().len() || !self.fill()? => break self.rest().len(),
                None => {}
            }
        };
        let tag = self.rest()[..end].to_vec();
        let is_closed = self.rest().get(end) == Some(&b'>');
        self.advance(end + usize::from(is_closed));
        if !is_closed {
            return Ok(Some(fault(line, "a tag that is not closed")));
        }
        let inner = &tag[1..];
        let name_of = |text: &[u8]| text.split(u8::is_ascii_whitespace).next().unwrap_or_default().to_vec();
        if let Some(closing) = inner.strip_prefix(b"/") {
            let name = name_of(closing);
            if self.open.last() == Some(&name) {
                self.open.pop();
                return Ok(None);
            }
            let reason = format!("« </{}> » without its beginning", String::from_utf8_lossy(&name));
            return Ok(Some(fault(line, &reason)));
        }
        if inner.starts_with(b"?") || inner.ends_with(b"/") {
            return Ok(None);
        }
        if self.open.len() == MAX_ELEMENT_DEPTH {
            return Ok(Some(Piece::Refused { line, kind: ProblemKind::TooDeep { limit: MAX_ELEMENT_DEPTH } }));
        }
        self.open.push(name_of(inner));
        Ok(None)
    }

    /// The end of the stream: elements that are still open are one fault.
    fn end(&mut self) -> Option<Piece<'static>> {
        let open = self.open.pop()?;
        self.open.clear();
        let reason = format!("the end of the file before « </{}> »", String::from_utf8_lossy(&open));
        Some(fault(self.line, &reason))
    }

    fn rest(&self) -> &[u8] {
        &self.buffer[self.at..]
    }

    /// Moves forward and counts lines.
    fn advance(&mut self, n_bytes: usize) {
        self.line += n_lines(&self.buffer[self.at..self.at + n_bytes]);
        self.at += n_bytes;
    }

    /// Reads more of the stream. Returns `false` at its end.
    fn fill(&mut self) -> io::Result<bool> {
        if self.is_ended {
            return Ok(false);
        }
        if CHUNK_BYTES <= self.at {
            self.buffer.drain(..self.at);
            self.at = 0;
        }
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK_BYTES, 0);
        let outcome = read_some(self.input, &mut self.buffer[length..]);
        self.buffer.truncate(length + outcome.as_ref().copied().unwrap_or(0));
        self.is_ended = outcome? == 0;
        Ok(!self.is_ended)
    }

    /// Moves to the next occurrence of a text. Returns `None`, at the end of the stream, if there is none.
    fn skip_to(&mut self, text: &[u8]) -> io::Result<Option<()>> {
        loop {
            if let Some(offset) = memmem::find(self.rest(), text) {
                self.advance(offset);
                return Ok(Some(()));
            }
            let kept = if self.is_ended { 0 } else { self.rest().len().min(text.len() - 1) };
            self.advance(self.rest().len() - kept);
            if !self.fill()? && self.is_ended && self.rest().len() < text.len() {
                self.advance(self.rest().len());
                return Ok(None);
            }
        }
    }

    /// Moves past the next occurrence of a text. Returns `false`, at the end of the stream, if there is none.
    fn skip_over(&mut self, text: &[u8]) -> io::Result<bool> {
        let is_there = self.skip_to(text)?.is_some();
        if is_there {
            self.advance(text.len());
        }
        Ok(is_there)
    }
}

/// Reads once, and again if the system interrupts.
fn read_some(input: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}

/// Whether a tag of a fiche (« <metier » or « </metier ») begins here.
fn is_tag(rest: &[u8], opening: &[u8]) -> bool {
    let after = rest.strip_prefix(opening).and_then(|rest| rest.strip_prefix(FICHE));
    after.is_some_and(|after| after.first().is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/')))
}

fn fault(line: usize, reason: &str) -> Piece<'static> {
    let kind = ProblemKind::Malformed { format: "XML", reason: reason.to_owned(), left_out: "what is damaged" };
    Piece::Fault { line, kind }
}
