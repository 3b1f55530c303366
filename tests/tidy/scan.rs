//! Rust text without its comments, and its string literals apart, as far as rules need it.

/// What is code in a text, and what is said in it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Scanned {
    /// The text with comments, strings and characters replaced by nothing, and all its line ends.
    pub(crate) code: String,
    /// Line and content of each string literal.
    pub(crate) literals: Vec<(usize, String)>,
}

/// Takes a text apart.
pub(crate) fn scan(text: &str) -> Scanned {
    let mut scanned = Scanned::default();
    let (mut rest, mut line, mut before) = (text, 1, None);
    while let Some(first) = rest.chars().next() {
        let length = token(rest, before);
        let piece = &rest[..length.max(first.len_utf8())];
        if length == 0 {
            scanned.code.push(first);
        } else {
            scanned.code.extend(piece.chars().filter(|character| *character == '\n'));
            scanned.literals.extend(content(piece).map(|content| (line, content)));
        }
        line += piece.matches('\n').count();
        before = Some(first);
        rest = &rest[piece.len()..];
    }
    scanned
}

/// The length of the comment, string or character that a text begins with, 0 when it begins with code.
fn token(rest: &str, before: Option<char>) -> usize {
    let is_inside_name = before.is_some_and(|character| character.is_alphanumeric() || character == '_');
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    let prefix =
        if is_inside_name { 0 } else { rest.find(|character| !matches!(character, 'b' | 'c' | 'r')).unwrap_or(0).min(2) };
    let (is_raw, body) = (rest[..prefix].contains('r'), &rest[prefix..]);
    if is_raw && (body.starts_with('"') || body.starts_with("#\"") || body.starts_with("##")) {
        return prefix + raw_string(body);
    }
    if body.starts_with('"') {
        return prefix + quoted(body, '"');
    }
    if rest.starts_with('\'') { character(rest) } else { 0 }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        if rest[at..].starts_with("/*") {
            depth += 1;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    rest.len()
}

fn raw_string(body: &str) -> usize {
    let n_hashes = body.bytes().take_while(|byte| *byte == b'#').count();
    let end = format!("\"{}", "#".repeat(n_hashes));
    body.get(n_hashes + 1..).and_then(|inner| inner.find(&end)).map_or(body.len(), |at| n_hashes + 1 + at + end.len())
}

fn quoted(body: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, character) in body.char_indices().skip(1) {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            other if other == mark => return at + 1,
            _ => {}
        }
    }
    body.len()
}

/// A character literal; a lifetime is code.
fn character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), _) => quoted(rest, '\''),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

/// What stands between the marks of a string literal; nothing for a comment or a character.
fn content(piece: &str) -> Option<String> {
    let start = piece.find('"').filter(|_| !piece.starts_with(['/', '\'']))?;
    let end = piece.rfind('"').filter(|end| start < *end)?;
    Some(piece[start + 1..end].to_owned())
}

#[test]
fn comments_and_literals_are_taken_out() {
    let text = "let a = \"un // \\\" {\"; // fn b() {\nlet c = r#\"deux \" trois\"#; /* { /* { */ } */ let d: &'a str = b\"x\"; let e = '{';\n'\\'' for\"y\"";
    let scanned = scan(text);
    assert_eq!(scanned.code, "let a = ; \nlet c = ;  let d: &'a str = ; let e = ;\n for");
    let literals: Vec<(usize, &str)> = scanned.literals.iter().map(|(line, text)| (*line, text.as_str())).collect();
    assert_eq!(literals, [(1, "un // \\\" {"), (2, "deux \" trois"), (2, "x"), (3, "y")]);
}
