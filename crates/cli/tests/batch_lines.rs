//! Each line of a batch is answered with the bytes that the plain path gives, whatever it says: one profile, one ranking, one line.

mod support;

use boussole::random::SplitMix64;
use boussole::{Catalogue, Profile, Recommender, Weights};
use serde::Deserialize;
use serde_json::value::RawValue;
use support::Folder;

/// A seed, chosen once.
const SEED: u64 = 31;

/// So many bad lines are told, see the table of limits in docs/reliability.md.
const MAX_TOLD_LINES: usize = 1_000;

const N_LINES: usize = 3000;

#[derive(Deserialize)]
struct Named {
    id: Option<Box<RawValue>>,
}

/// What the program prints for a line, worked out plainly; nothing for an empty one.
fn plain(line: &[u8], recommender: &Recommender) -> String {
    let (id, outcome) = match std::str::from_utf8(line) {
        _ if line.trim_ascii().is_empty() => return String::new(),
        Err(error) => (None, Err(format!("expected UTF-8 text, found: {error}"))),
        Ok(text) => {
            let text = text.trim_start_matches('\u{feff}').trim();
            match serde_json::from_str::<Named>(text) {
                Ok(Named { id: None }) => (None, Err("expected a profile with an \"id\", found none".to_owned())),
                named => {
                    let profile = Profile::from_json(text).map_err(|error| error.to_string());
                    let shortlist = |profile| recommender.shortlist(&profile, 4).map_err(|error| error.to_string());
                    (named.ok().and_then(|named| named.id), profile.and_then(shortlist))
                }
            }
        }
    };
    let id = id.map_or("null".to_owned(), |id| id.get().to_owned());
    match outcome {
        Err(error) => format!("{{\"id\":{id},\"error\":{}}}\n", serde_json::to_string(&error).expect("is a text")),
        Ok(placed) => {
            let entry = |one: &boussole::Placed| {
                let metier = recommender.catalogue().metiers()[one.position].id.as_str();
                format!("{{\"id\":\"{metier}\",\"score\":{}}}", serde_json::to_string(&one.score.value()).expect("is a number"))
            };
            let entries: Vec<String> = placed.iter().map(entry).collect();
            format!("{{\"id\":{id},\"recommendations\":[{}]}}\n", entries.join(","))
        }
    }
}

/// Parts of lines, right and wrong, of which a line has some.
const PARTS: [&str; 36] = [
    r#""interests":{"j'aime la nature":1,"J’AIME BOUGER":-0.5}"#,
    r#""interests":{"j'aime la nature":1,"j'ai le sens du contact":-1,"j'aime bouger":1e-1}"#,
    r#""interests":{"j\u0027aime la nature":0.25,"j'aime bouger ;":0}"#,
    r#""interests":{"j'aime la nature":1,"J'aime la nature":1}"#,
    r#""interests":{"j'aime la nature":1,"J'aime la nature":-1}"#,
    r#""interests":{"j'aime la nature":1.5}"#,
    r#""interests":{"le néant":1}"#,
    r#""interests":{"":1}"#,
    r#""interests":["j'aime la nature"]"#,
    r#""seed":7"#,
    r#""seed":-7"#,
    r#""statuses":{"salarié":1,"artisan":-1}"#,
    r#""statuses":{"Salarié.":-1}"#,
    r#""sectors":{}"#,
    r#""access_level":{"reached":"bac","willing":"Bac + 3"}"#,
    r#""access_level":{"willing":"bac+5"}"#,
    r#""access_level":{"willing":"médecin"}"#,
    r#""access_level":{"willing":3}"#,
    r#""riasec":{"R":1,"I":2,"A":3,"S":4,"E":5,"C":6}"#,
    r#""riasec":{"R":1,"X":2}"#,
    r#""words":"dessiner""#,
    r#""words":["dessiner des fleurs","mangas"]"#,
    r#""constraints":[{"id":"c","fr":"ceci","en":"this","lowers":{"j'aime bouger":1}}]"#,
    r#""constraints":[{"id":"c","fr":"","en":"this","lowers":{"j'aime bouger":2}}]"#,
    r#""metiers":{"likes":["MET.7829"],"exclude":["MET.279"]}"#,
    r#""metiers":{"likes":["MET.7829"],"show_liked":true}"#,
    r#""metiers":{"likes":["7829","MET.999999"]}"#,
    r#""gates":{"max_access_level":"bac"}"#,
    r#""gates":{"statuses":["salarié"],"keep_refused":true}"#,
    r#""gates":{"sectors":["rien"]}"#,
    r#""age":16"#,
    r#""interests":{"j'aime la nature":1}"#,
    r#""interests":{"j'aime bouger":1e999}"#,
    r#""interests":{"j'aime bouger":null}"#,
    r#""interests":null"#,
    r#""interests":{"j'aime bouger":-0.0}"#,
];

const IDS: [&str; 8] = ["\"a\"", "7", "{\"class\": [3]}", "null", "1e999", "\"é\\u00e9\"", "", "-0"];

fn line(draw: &mut SplitMix64) -> Vec<u8> {
    let mut parts: Vec<String> = Vec::new();
    let id = IDS[if draw.index_below(3) == 0 { draw.index_below(IDS.len()) } else { 1 }];
    if !id.is_empty() {
        parts.push(format!("\"id\":{id}"));
    }
    for _ in 0..draw.index_below(4) {
        parts.push(PARTS[draw.index_below(PARTS.len())].to_owned());
    }
    let order = draw.index_below(parts.len().max(1));
    parts.rotate_left(order);
    let text = format!("{{{}}}", parts.join([",", ", ", " ,\t"][draw.index_below(3)]));
    let mut bytes = text.into_bytes();
    match draw.index_below(30) {
        0 => bytes.truncate(bytes.len() / 2),
        1 => bytes.insert(bytes.len() / 2, 0xff),
        2 => bytes.splice(..0, "\u{feff} ".bytes()).for_each(drop),
        3 => bytes.clear(),
        4 => bytes.extend_from_slice(b" \r"),
        5 => bytes = b"[1, 2]".to_vec(),
        6 => bytes.extend_from_slice(b"}"),
        _ => {}
    }
    bytes
}

#[test]
fn each_line_is_answered_with_the_bytes_of_the_plain_path() {
    let recommender = Recommender::new(Catalogue::demo(), Weights::default()).expect("the demonstration has métiers");
    let mut draw = SplitMix64::new(SEED);
    let lines: Vec<Vec<u8>> = (0..N_LINES).map(|_| line(&mut draw)).collect();
    let folder = Folder::new("batch_plain");
    let profiles = folder.write("profiles.jsonl", lines.join(&b'\n'));
    let expected: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            // The end of a line belongs to it.
            let end: &[u8] = if number + 1 < lines.len() { b"\n" } else { b"" };
            plain(&[line, end].concat(), &recommender)
        })
        .collect();
    let n_good = expected.iter().filter(|line| line.contains("recommendations")).count();
    assert!((N_LINES / 10..N_LINES * 9 / 10).contains(&n_good), "{n_good} of {N_LINES} are good");
    for threads in ["1", "3"] {
        let profiles = profiles.to_str().expect("is UTF-8");
        let run =
            support::boussole(&["batch", "--profiles", profiles, "--top", "4", "--threads", threads]).output().expect("runs");
        assert_eq!(run.status.code(), Some(1), "some lines are wrong");
        let told = String::from_utf8(run.stdout).expect("is UTF-8");
        let expected = expected.iter().filter(|line| !line.is_empty());
        for (number, (told, expected)) in told.split_inclusive('\n').zip(expected.clone()).enumerate() {
            assert_eq!(told, expected, "answer {number}");
        }
        assert_eq!(told.lines().count(), expected.count());
        let (said, n_bad) = (String::from_utf8_lossy(&run.stderr), told.lines().count() - n_good);
        assert_eq!(said.matches(": line ").count(), MAX_TOLD_LINES.min(n_bad), "bad lines are told, up to a limit");
        assert!(said.contains(&format!(": and {} more lines with problems", n_bad - MAX_TOLD_LINES)), "the others are counted");
    }
}
