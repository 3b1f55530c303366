//! Plain lines of a batch, read faster than by a reader of any JSON.
//!
//! Most lines hold answers to labels, levels, letters and a seed, in texts without escapes and decimals of a few digits. Those are read
//! here, without memory of their own. Every other line, wrong ones among them, is left to [`UncheckedProfile::from_json_line`], which
//! says the same of all that is read here.

use std::borrow::Cow;

use boussole::profile::UncheckedProfile;

/// The most digits of a number: all such integers are doubles, and a quotient by a power of ten is rounded once.
const MAX_DIGITS: usize = 15;

/// Powers of ten, all of which are doubles.
const POWERS: [f64; MAX_DIGITS + 1] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// The names of a line that are read here, `id` first.
const PARTS: [&str; 8] = ["id", "seed", "interests", "access_level", "statuses", "sectors", "riasec", "metiers"];

/// The letters of Holland's model in their order.
const LETTERS: [&str; 6] = ["R", "I", "A", "S", "E", "C"];

/// Reads a line over what another said: who asks, as JSON. `None` for a line that is not plain.
pub(super) fn plain_line<'a>(text: &'a str, profile: &mut UncheckedProfile<'a>) -> Option<&'a str> {
    let (mut scan, mut id) = (Scan { text, at: 0 }, None);
    clear(profile);
    scan.object(&PARTS, |scan, part| {
        match part {
            0 => id = Some(scan.id()?),
            1 => profile.seed = scan.digits().filter(|digits| digits.len() <= MAX_DIGITS)?.parse().ok()?,
            2 => scan.answers(&mut profile.interests)?,
            3 => scan.object(&["reached", "willing"], |scan, part| {
                *[&mut profile.reached, &mut profile.willing][part] = Some(scan.string()?.into());
                Some(())
            })?,
            4 => scan.answers(&mut profile.statuses)?,
            5 => scan.answers(&mut profile.sectors)?,
            6 => {
                let scores = profile.riasec.insert([0.0; LETTERS.len()]);
                scan.object(&LETTERS, |scan, letter| {
                    scores[letter] = scan.number()?;
                    Some(())
                })?;
            }
            _ => scan.object(&["likes", "exclude"], |scan, _| scan.empty_list())?,
        }
        Some(())
    })?;
    scan.skip_space();
    id.filter(|_| scan.at == text.len())
}

/// Nothing said, with the memory of the lists.
fn clear(profile: &mut UncheckedProfile<'_>) {
    let lists = [&mut profile.interests, &mut profile.statuses, &mut profile.sectors].map(|list| {
        list.clear();
        std::mem::take(list)
    });
    *profile = UncheckedProfile::default();
    [profile.interests, profile.statuses, profile.sectors] = lists;
}

/// A place in a line.
struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\r' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// Passes over a byte behind white space.
    fn byte(&mut self, byte: u8) -> Option<()> {
        self.skip_space();
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Passes over an object, with a function for the value of each name: `None` for other names, and for one that comes twice.
    fn object(&mut self, names: &[&str], mut value: impl FnMut(&mut Self, usize) -> Option<()>) -> Option<()> {
        let mut seen = 0_u32;
        self.members(|scan, name| {
            let place = names.iter().position(|known| *known == name)?;
            let is_repeated = seen >> place & 1 == 1;
            seen |= 1 << place;
            if is_repeated { None } else { value(scan, place) }
        })
    }

    /// Passes over labels and answers.
    fn answers(&mut self, answers: &mut Vec<(Cow<'a, str>, f64)>) -> Option<()> {
        self.members(|scan, label| {
            answers.push((label.into(), scan.number()?));
            Some(())
        })
    }

    fn members(&mut self, mut value: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.byte(b'{')?;
        if self.byte(b'}').is_some() {
            return Some(());
        }
        loop {
            let name = self.string()?;
            self.byte(b':')?;
            self.skip_space();
            value(self, name)?;
            if self.byte(b',').is_none() {
                return self.byte(b'}');
            }
        }
    }

    fn empty_list(&mut self) -> Option<()> {
        self.byte(b'[')?;
        self.byte(b']')
    }

    /// A text without escapes.
    fn string(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        let begin = self.at;
        let rest = &self.text.as_bytes()[begin..];
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..b' '))?;
        self.at = begin + length + 1;
        (rest[length] == b'"').then(|| &self.text[begin..begin + length])
    }

    /// The digits of an integer that is not negative.
    fn digits(&mut self) -> Option<&'a str> {
        let begin = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        let digits = &self.text[begin..self.at];
        (digits == "0" || !digits.is_empty() && !digits.starts_with('0')).then_some(digits)
    }

    /// An integer or a text, as it is written.
    fn id(&mut self) -> Option<&'a str> {
        let begin = self.at;
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            _ => self.digits().map(|_| ()),
        }?;
        self.is_ended().then(|| &self.text[begin..self.at])
    }

    /// A decimal without an exponent.
    fn number(&mut self) -> Option<f64> {
        let is_negative = self.peek()? == b'-';
        self.at += usize::from(is_negative);
        let mut digits = self.digits()?;
        let mut n_places = 0;
        let begin = self.at - digits.len();
        let mut whole = integer(digits, 0)?;
        if self.peek() == Some(b'.') {
            self.at += 1;
            let first = self.at;
            while let Some(b'0'..=b'9') = self.peek() {
                self.at += 1;
            }
            digits = &self.text[first..self.at];
            n_places = digits.len();
            whole = if n_places == 0 || MAX_DIGITS < self.at - begin { return None } else { integer(digits, whole)? };
        }
        let size = whole as f64 / POWERS[n_places];
        self.is_ended().then_some(if is_negative { -size } else { size })
    }

    /// Whether a value ends here.
    fn is_ended(&self) -> bool {
        matches!(self.peek(), None | Some(b',' | b'}' | b' ' | b'\t' | b'\r' | b'\n'))
    }
}

/// Digits behind those of a number that was read before, unless they are too many.
fn integer(digits: &str, before: u64) -> Option<u64> {
    let append = |number, digit| 10 * number + u64::from(digit - b'0');
    (digits.len() <= MAX_DIGITS).then(|| digits.bytes().fold(before, append))
}

#[cfg(test)]
mod tests {
    //! Properties: plain lines are read; whatever is read here, the reader of any JSON reads the same, to the bit.

    use boussole::random::SplitMix64;

    use super::*;

    const LINES: [&str; 3] = [
        r#"{"access_level":{"reached":"CAP ou équivalent","willing":"Bac + 3"},"id":7,"interests":{"j'aime bouger":0.75,"x":-1.0},"metiers":{"exclude":[],"likes":[]},"seed":929360195}"#,
        r#" { "id" : "a7" , "seed" : 0, "statuses": { "artisan" : -0 }, "sectors" : {} ,"interests":{"a":0.5,"a":1} } "#,
        r#"{"id":0,"riasec":{"R":3.0,"I":14,"A":0.000001,"S":5.25,"C":12345.6789012},"interests":{"b":0.1,"c":123456789012345}}"#,
    ];

    /// Everything that a profile of plain lines holds, with the bits of its numbers.
    fn bits(profile: &UncheckedProfile<'_>) -> String {
        let lists = [&profile.interests, &profile.statuses, &profile.sectors];
        let answers = lists.map(|list| list.iter().map(|(label, answer)| (label.clone(), answer.to_bits())).collect::<Vec<_>>());
        format!("{answers:?} {:?} {profile:?}", profile.riasec.map(|scores| scores.map(f64::to_bits)))
    }

    /// Whether a line is read, and right.
    fn is_read<'a>(line: &'a str, profile: &mut UncheckedProfile<'a>) -> bool {
        let Some(id) = plain_line(line.trim(), profile) else { return false };
        let (known, expected) = UncheckedProfile::from_json_line(line.trim()).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!((Some(id), bits(profile)), (known, bits(&expected)), "{line}");
        true
    }

    #[test]
    fn plain_lines_are_read() {
        let mut profile = UncheckedProfile::default();
        for line in LINES {
            assert!(is_read(line, &mut profile), "{line}");
        }
    }

    #[test]
    fn whatever_is_read_is_read_right() {
        const PIECES: [&str; 24] = [
            "",
            "\"",
            "{",
            "}",
            ":",
            ",",
            ".",
            "-",
            "0",
            "1",
            "9",
            "e",
            "E",
            "+",
            " ",
            "\n",
            "\\",
            "é",
            "\"id\":1,",
            "\"seed\":2,",
            "null",
            "\u{0}",
            "[",
            "\"x\":1,",
        ];
        let (mut random, mut n_read) = (SplitMix64::new(3), 0);
        for _ in 0..30_000 {
            let mut line = LINES[random.index_below(LINES.len())].to_owned();
            for _ in 0..=random.index_below(2) {
                let begin = random.index_below(line.len());
                let end = (begin + random.index_below(3)).min(line.len());
                if line.is_char_boundary(begin) && line.is_char_boundary(end) {
                    line.replace_range(begin..end, PIECES[random.index_below(PIECES.len())]);
                }
            }
            n_read += usize::from(is_read(&line, &mut UncheckedProfile::default()));
        }
        assert!(2000 < n_read, "{n_read} lines were plain");
    }
}
