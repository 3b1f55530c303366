//! The order of rooms: `lib.rs` declares them so, and imports go backwards.

use crate::rules::before_tests;
use crate::scan::scan;

/// The rooms in reading order. A new module goes into this list, at the place from which it may import what stands before.
const ROOMS: [&str; 11] =
    ["keys", "random", "catalogue", "features", "profile", "weights", "criteria", "explanation", "ranking", "inquiry", "quiz"];

fn place(room: &str) -> Option<usize> {
    ROOMS.iter().position(|other| *other == room)
}

/// The room of a file in `src`; none for `lib.rs`.
fn room_of(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs");
    (first != "lib").then_some(first)
}

/// `pub mod` lines of `lib.rs` follow the order of rooms.
pub(crate) fn stand_in_order(path: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut last = 0;
    for (index, line) in text.lines().enumerate() {
        let Some(room) = line.strip_prefix("pub mod ").or(line.strip_prefix("mod ")).and_then(|rest| rest.strip_suffix(';'))
        else {
            continue;
        };
        match place(room) {
            None => wrong.push(format!("{path}:{}: {room} is not in the list of rooms", index + 1)),
            Some(place) if place < last => {
                wrong.push(format!("{path}:{}: {room} stands after {}, and is a room before it", index + 1, ROOMS[last]));
            }
            Some(place) => last = place,
        }
    }
    wrong
}

/// Every file of `src` is in a room, or part of the program.
pub(crate) fn are_known(path: &str, _: &str) -> Vec<String> {
    let unknown = room_of(path).filter(|room| *room != "bin" && place(room).is_none());
    unknown.map(|room| format!("{path}:1: {room} is not in the list of rooms")).into_iter().collect()
}

/// `crate::Y` only where Y is the file's own room or one before it. Tests may use what they like.
pub(crate) fn import_backwards(path: &str, text: &str) -> Vec<String> {
    let Some(own) = room_of(path).and_then(place) else { return Vec::new() };
    let code = scan(before_tests(path, text)).code;
    let mut wrong = Vec::new();
    for (index, line) in code.lines().enumerate() {
        for room in roots(line) {
            match place(room) {
                Some(place) if place <= own => {}
                Some(_) => wrong.push(format!("{path}:{}: {} imports from {room}, a later room", index + 1, ROOMS[own])),
                None => wrong.push(format!("{path}:{}: {room} is no room; import from the room itself", index + 1)),
            }
        }
    }
    wrong
}

/// What follows `crate::` in a line, each name of a group; and rooms reached through `super::`.
fn roots(line: &str) -> Vec<&str> {
    let mut roots = Vec::new();
    for (at, mark) in line.match_indices("crate::") {
        let is_macro = line[..at].ends_with('$');
        let rest = &line[at + mark.len()..];
        match rest.strip_prefix('{') {
            _ if is_macro => {}
            Some(group) => {
                let group = group.split('}').next().unwrap_or(group);
                roots.extend(group.split(',').map(|item| identifier(item.trim())).filter(|item| !item.is_empty()));
            }
            None => roots.push(identifier(rest)),
        }
    }
    for (at, mark) in line.match_indices("super::") {
        let reached = identifier(&line[at + mark.len()..]);
        // A file beside this one may have the name of a room before; only later rooms are wrong either way.
        roots.extend(Some(reached).filter(|reached| place(reached).is_some()));
    }
    roots
}

fn identifier(text: &str) -> &str {
    text.split(|character: char| !(character.is_alphanumeric() || character == '_')).next().unwrap_or(text)
}

#[test]
fn rooms_out_of_order_are_found() {
    let wrong = stand_in_order("src/lib.rs", "//! x\npub mod catalogue;\npub mod weights;\npub mod profile;\nmod utils;\n");
    assert_eq!(
        wrong,
        [
            "src/lib.rs:4: profile stands after weights, and is a room before it",
            "src/lib.rs:5: utils is not in the list of rooms"
        ]
    );
    assert_eq!(are_known("src/utils/time.rs", ""), ["src/utils/time.rs:1: utils is not in the list of rooms"]);
    assert_eq!(are_known("src/bin/boussole/main.rs", ""), [""; 0]);
    assert_eq!(are_known("src/lib.rs", ""), [""; 0]);
}

#[test]
fn imports_from_later_rooms_are_found() {
    let text = "use crate::catalogue::Metier;\nuse crate::quiz::Quiz;\n// use crate::report\nuse crate::{weights::Weights, Profile};\nuse super::super::ranking;\npub(in crate::profile) fn f() {}\n#[cfg(test)]\nmod tests { use crate::quiz; }\n";
    assert_eq!(
        import_backwards("src/profile/form.rs", text),
        [
            "src/profile/form.rs:2: profile imports from quiz, a later room",
            "src/profile/form.rs:4: profile imports from weights, a later room",
            "src/profile/form.rs:4: Profile is no room; import from the room itself",
            "src/profile/form.rs:5: profile imports from ranking, a later room",
        ]
    );
    assert_eq!(import_backwards("src/bin/boussole/main.rs", "use crate::arguments::Arguments;"), [""; 0]);
}
