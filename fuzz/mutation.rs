//! How inputs are changed: three of four times along words, numbers and lines, so that most changed inputs can still be read, and otherwise
//! byte by byte as libFuzzer does.

use std::fs;
use std::path::Path;

use boussole::random::SplitMix64;
use libfuzzer_sys::fuzzer_mutate;

/// So many changed texts are tried before one that cannot be read is taken.
const N_TRIES: usize = 24;

/// Numbers at which readers and sums break, if they do.
const NUMBERS: [&str; 16] = [
    "0", "1", "-1", "0.5", "-0.0", "2", "3", "10", "255", "65536", "4294967296", "9007199254740993", "1e9", "1e-320", "1e308", "nan",
];

/// Changes an input of a target in place and returns its new length. `reads` says whether the target can read an input.
pub fn mutate(
    name: &str,
    reads: impl Fn(&[u8]) -> bool,
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
) -> usize {
    let mut random = SplitMix64::new(seed.into());
    if random.index_below(4) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let seeds = seeds(name);
    let others = &seeds[random.index_below(seeds.len())];
    let from = if reads(&data[..size]) { data[..size].to_vec() } else { others.clone() };
    let mut changed = edited(&from, others, &mut random);
    for _ in 1..N_TRIES {
        if changed.len() <= max_size && reads(&changed) {
            break;
        }
        changed = edited(&from, others, &mut random);
    }
    changed.truncate(max_size);
    data[..changed.len()].copy_from_slice(&changed);
    changed.len()
}

/// The seeds of a target; one empty input without any.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut seeds: Vec<(std::path::PathBuf, Vec<u8>)> =
        entries.filter_map(|entry| Some((entry.path(), fs::read(entry.path()).ok()?))).collect();
    seeds.sort();
    let seeds: Vec<Vec<u8>> = seeds.into_iter().map(|(_, bytes)| bytes).collect();
    if seeds.is_empty() { vec![Vec::new()] } else { seeds }
}

/// A text after one to three small changes, with pieces of its own and of others.
fn edited(text: &[u8], others: &[u8], random: &mut SplitMix64) -> Vec<u8> {
    let mut text = text.to_vec();
    for _ in 0..=random.index_below(3) {
        text = if random.index_below(2) == 0 { with_other_token(&text, others, random) } else { with_other_lines(&text, others, random) };
    }
    text
}

fn with_other_token(text: &[u8], others: &[u8], random: &mut SplitMix64) -> Vec<u8> {
    let mut tokens = tokens(text);
    if tokens.is_empty() {
        return others.to_vec();
    }
    let place = random.index_below(tokens.len());
    let alike: Vec<&[u8]> =
        tokens.iter().copied().chain(self::tokens(others)).filter(|token| kind(token) == kind(tokens[place])).collect();
    let other = alike[random.index_below(alike.len())];
    match random.index_below(6) {
        0 => {
            tokens.remove(place);
        }
        1 => tokens.insert(place, other),
        _ if kind(tokens[place]) == Kind::Number => tokens[place] = NUMBERS[random.index_below(NUMBERS.len())].as_bytes(),
        _ => tokens[place] = other,
    }
    tokens.concat()
}

fn with_other_lines(text: &[u8], others: &[u8], random: &mut SplitMix64) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let other_lines: Vec<&[u8]> = others.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() || other_lines.is_empty() {
        return others.to_vec();
    }
    let (place, second) = (random.index_below(lines.len()), random.index_below(lines.len()));
    match random.index_below(4) {
        0 => {
            lines.remove(place);
        }
        1 => lines.insert(place, lines[second]),
        2 => lines.swap(place, second),
        _ => lines.insert(place, other_lines[random.index_below(other_lines.len())]),
    }
    lines.concat()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Word,
    Mark,
}

fn kind(token: &[u8]) -> Kind {
    match token {
        [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..] => Kind::Number,
        [byte, ..] if byte.is_ascii_alphabetic() || !byte.is_ascii() => Kind::Word,
        _ => Kind::Mark,
    }
}

/// The words, numbers and other bytes of a text.
fn tokens(text: &[u8]) -> Vec<&[u8]> {
    let class = |byte: u8| match byte {
        b'0'..=b'9' | b'.' | b'-' => 1,
        b'_' => 2,
        byte if byte.is_ascii_alphabetic() || !byte.is_ascii() => 2,
        _ => 0,
    };
    text.chunk_by(|first, second| class(*first) == class(*second) && class(*first) != 0).collect()
}
