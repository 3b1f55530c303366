//! Files that are read and written: nothing is ever lost, and whatever is given stays bounded.
//!
//! - A file that exists is replaced as a whole or not at all: after SIGKILL at any moment, an error, or a disk that is full.
//! - An output that is an input, or another output, also through links, is refused before anything is opened.
//! - A pipe is read once and whole; `-` is standard input and output.
//! - Every file and every line has a largest size; a standard error that nobody reads stops nothing.
#![cfg(unix)]

mod support;

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use boussole::random::SplitMix64;
use support::{Folder, PROJECT, REAL, boussole};

const LINE: &str = r#"{"id": "a", "interests": {"j'aime la nature": 1}}"#;

/// A command of the shell with the program as `"$0"`, in the folder.
fn shell(folder: &Folder, script: &str) -> Command {
    let mut command = Command::new("sh");
    command.current_dir(folder.path()).args(["-c", script, env!("CARGO_BIN_EXE_boussole")]);
    command
}

/// The program as it starts, in the folder of the project, deaf and mute.
fn start(arguments: &[&str], input: &Path) -> Child {
    let input = fs::File::open(input).expect("the input is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_boussole"));
    command.current_dir(PROJECT).args(arguments).stdin(input).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("it starts")
}

fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("is there").map(|entry| entry.expect("is readable").file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().expect("is UTF-8")).collect();
    names.sort();
    names
}

/// Runs the command as often as asked, kills it at random moments of its life, and checks that each run leaves each file as it was, as a
/// whole run makes it, or as `is_between` knows those that a run makes on its way.
#[track_caller]
#[allow(clippy::disallowed_types, reason = "how long a command lives decides when it is killed, never whether the test passes")]
fn survives_kills(arguments: &[&str], input: &Path, outputs: &[&str], is_between: impl Fn(&[u8]) -> bool) {
    let n_kills = std::env::var("BOUSSOLE_KILLS").map_or(8, |n| n.parse().expect("a number of kills"));
    let old = b"old, and whole";
    let put_old = || outputs.iter().for_each(|output| fs::write(output, old).expect("can be written"));
    let read = |output: &&str| fs::read(output).expect("is there");
    put_old();
    let clock = std::time::Instant::now();
    assert!(start(arguments, input).wait().expect("it runs").success(), "{arguments:?}");
    let life = clock.elapsed();
    let new: Vec<Vec<u8>> = outputs.iter().map(read).collect();
    assert!(new.iter().all(|new| new != old), "{arguments:?}");
    let mut random = SplitMix64::new(7);
    let mut n_old = 0;
    for _ in 0..n_kills {
        put_old();
        let mut child = start(arguments, input);
        std::thread::sleep(life.mul_f64(1.1 * random.unit()));
        child.kill().expect("it can be killed, or has ended");
        child.wait().expect("it ends");
        let left: Vec<Vec<u8>> = outputs.iter().map(read).collect();
        n_old += usize::from(left.iter().all(|left| left == old));
        for ((left, new), output) in left.iter().zip(&new).zip(outputs) {
            let is_whole = left == old || left == new || is_between(left);
            assert!(is_whole, "{arguments:?} left half of {output}: {}", String::from_utf8_lossy(left));
        }
    }
    println!("{n_kills} kills, {n_old} left what was there: {}", arguments.join(" ").replace(PROJECT, ""));
}

/// Every option of every command that names a file to write.
#[test]
fn killed_at_any_moment_a_file_is_old_or_new() {
    let folder = Folder::new("files_killed");
    let none = folder.write("none", "");
    let lines = folder.write("profiles.jsonl", format!("{LINE}\n").repeat(500));
    let pairs =
        fs::read_to_string(Path::new(PROJECT).join("fixtures/preferences/simulated.jsonl")).expect("the fixture is there");
    let pairs = folder.write("pairs.jsonl", pairs.lines().take(300).collect::<Vec<_>>().join("\n"));
    let answers = folder.write("answers.txt", "4\n2\n3\n5\n1\n".repeat(6));
    let [lines, pairs, answers] = [&lines, &pairs, &answers].map(|path| path.to_str().expect("is UTF-8"));
    let names = ["output", "output.parquet", "output.arrow", "output.md", "output.svg", "output.json"];
    let [output, parquet, arrow, markdown, svg, json] = names.map(|name| folder.file(name));
    let never = |_: &[u8]| false;

    survives_kills(&["convert", "--catalogue", REAL, "--output", &output], &none, &[&output], never);
    survives_kills(&["recommend", "--profile", "fixtures/profiles/lina.toml", "--record", &output], &none, &[&output], never);
    survives_kills(&["batch", "--profiles", lines, "--output", &output], &none, &[&output], never);
    if cfg!(feature = "arrow") {
        for table in [&parquet, &arrow] {
            survives_kills(&["batch", "--profiles", lines, "--output", table], &none, &[table], never);
        }
    }
    let document = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).is_ok();
    survives_kills(&["quiz", "--quiet", "--save", &output], Path::new(answers), &[&output], document);
    survives_kills(&["quiz", "--quiet", "--simulate", "8", "--svg", &svg], &none, &[&svg], never);
    let tune = ["tune", "--preferences", pairs, "--lambda", "10", "--quiet", "--output", output.as_str(), "--report"];
    survives_kills(&[&tune[..], &[markdown.as_str()]].concat(), &none, &[&output, &markdown, &svg], never);
    survives_kills(&[&tune[..], &[json.as_str()]].concat(), &none, &[&output, &json, &svg], never);
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let folder = Folder::new("files_full");
    for (output, arguments) in [
        ("converted.json", "convert --quiet --output converted.json"),
        ("answers.jsonl", "batch --quiet --profiles many.jsonl --output answers.jsonl"),
    ] {
        folder.write("many.jsonl", format!("{LINE}\n").repeat(2000));
        folder.write(output, "old");
        // No file may grow beyond 8 blocks; as with a full disk, writing then fails.
        let script = format!("trap '' XFSZ; ulimit -f 8; \"$0\" {arguments}");
        let run = shell(&folder, &script).output().expect("it runs");
        assert_eq!(run.status.code(), Some(1), "{run:?}");
        assert!(String::from_utf8_lossy(&run.stderr).contains(output), "{run:?}");
        assert_eq!(fs::read_to_string(folder.file(output)).expect("is there"), "old");
    }
    assert_eq!(names(&folder), ["answers.jsonl", "converted.json", "many.jsonl"], "nothing else is left");
    boussole(&["convert", "--output", "/dev/full"]).assert().code(1).stdout("");
    let run = shell(&folder, "\"$0\" convert --output - > /dev/full").output().expect("it runs");
    assert_eq!(run.status.code(), Some(1), "{run:?}");
}

#[test]
fn links_and_permissions_of_an_output_stay() {
    let folder = Folder::new("files_links");
    let target = folder.write("target.json", "old");
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).expect("is ours");
    symlink("target.json", folder.file("link.json")).expect("can be made");
    symlink("later.json", folder.file("dangling.json")).expect("can be made");
    for (output, file) in [("link.json", "target.json"), ("dangling.json", "later.json")] {
        boussole(&["convert", "--output", &folder.file(output)]).assert().code(0).stdout("").stderr("");
        assert!(fs::symlink_metadata(folder.file(output)).expect("is there").is_symlink());
        assert!(fs::read_to_string(folder.file(file)).expect("is there").starts_with('{'));
    }
    assert_eq!(fs::metadata(&target).expect("is there").mode() & 0o777, 0o640);
    boussole(&["convert", "--output", "/dev/null"]).assert().code(0);
    assert!(!fs::metadata("/dev/null").expect("is there").is_file(), "a device is no file to replace");
    let nowhere = folder.file("no/such/folder.json");
    let run = boussole(&["convert", "--output", &nowhere]).assert().code(1).stdout("");
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(told.starts_with(&format!("boussole: {nowhere}: expected a file that can be written, found: ")), "{told}");
}

#[test]
fn an_output_that_is_an_input_is_refused() {
    let folder = Folder::new("files_purposes");
    let (input, weights) = (folder.write("p.jsonl", format!("{LINE}\n")), folder.write("w.toml", "[weights]\ninterest = 1.0\n"));
    fs::create_dir(folder.file("fiches")).expect("can be made");
    folder.write("fiches/MET.1.md", "");
    symlink(&input, folder.file("symbolic")).expect("can be made");
    fs::hard_link(&input, folder.file("hard")).expect("can be made");
    symlink("nothing.json", folder.file("dangling")).expect("can be made");
    let refused = |script: &str, output: &str, role: &str| {
        let before = names(&folder);
        let run = shell(&folder, &format!("\"$0\" {script}")).output().expect("it runs");
        let told = String::from_utf8_lossy(&run.stderr).into_owned();
        assert_eq!(run.status.code(), Some(2), "{script}: {told}");
        assert!(told.contains(&format!("the output '{output}' is also {role}, ")), "{script}: {told}");
        assert!(run.stdout.is_empty() && names(&folder) == before, "{script}");
        assert_eq!(fs::read_to_string(&input).expect("is there"), format!("{LINE}\n"), "{script}");
    };
    for output in ["p.jsonl", "./p.jsonl", "fiches/../p.jsonl", "symbolic", "hard"] {
        refused(&format!("batch --profiles p.jsonl --output {output}"), output, "an input");
    }
    refused("batch --profiles - --output p.jsonl < p.jsonl", "p.jsonl", "an input");
    refused("batch --profiles p.jsonl >> p.jsonl", "-", "an input");
    refused("recommend --likes x --weights w.toml --record w.toml", "w.toml", "an input");
    refused("convert --catalogue fiches --output fiches/MET.1.md", "fiches/MET.1.md", "an input");
    refused("convert --catalogue . --output hard", "hard", "an input");
    refused("tune --preferences p.jsonl --output new --report ./new", "./new", "another output");
    refused("tune --preferences p.jsonl --output new.svg --report new.md", "new.svg", "another output");
    refused("tune --preferences p.jsonl --output dangling --report nothing.json", "nothing.json", "another output");
    refused("recommend --likes x --record -", "-", "another output");
    assert_eq!(fs::read_to_string(weights).expect("is there"), "[weights]\ninterest = 1.0\n");
}

#[test]
fn a_session_is_kept_where_it_was_resumed_from() {
    let folder = Folder::new("files_resume");
    let (answers, session) = (folder.write("answers.txt", "4\nq\n"), folder.file("me.json"));
    let [answers, session] = [answers.to_str().expect("is UTF-8"), session.as_str()];
    boussole(&["quiz", "--quiet", "--answers", answers, "--save", session]).assert().code(0);
    let first = fs::read_to_string(session).expect("was kept");
    boussole(&["quiz", "--quiet", "--answers", answers, "--resume", session, "--save", session]).assert().code(0);
    assert!(first.len() < fs::read_to_string(session).expect("was kept").len());
}

#[test]
fn pipes_are_read_once_and_whole() {
    let folder = Folder::new("files_pipes");
    folder.write("p.jsonl", format!("{LINE}\n{LINE}\n"));
    folder.write("p.json", LINE);
    folder.write("fiche.md", "# botaniste\n**ID:** MET.1\n\n## Centres d'intérêt\n\n- j'aime la nature\n");
    let out = |script: &str| {
        let run = shell(&folder, script).output().expect("it runs");
        assert!(run.status.success() && run.stderr.is_empty(), "{script}: {run:?}");
        String::from_utf8(run.stdout).expect("is UTF-8")
    };
    let lines = out("\"$0\" batch --profiles p.jsonl");
    assert_eq!(lines.lines().count(), 2);
    for script in [
        "cat p.jsonl | \"$0\" batch --profiles -",
        "cat p.jsonl | \"$0\" batch --profiles /dev/stdin --output -",
        "mkfifo fifo; cat p.jsonl > fifo & \"$0\" batch --profiles fifo",
        "cat p.jsonl | \"$0\" batch --profiles - --output /dev/stdout",
    ] {
        assert_eq!(out(script), lines, "{script}");
    }
    assert_eq!(out("\"$0\" recommend --profile - < p.json"), out("\"$0\" recommend --profile p.json"));
    assert_eq!(out("\"$0\" convert --catalogue - --output - < fiche.md"), out("\"$0\" convert --catalogue fiche.md --output -"));
    let run = shell(&folder, "\"$0\" recommend --profile - --weights - < p.json").output().expect("it runs");
    assert!(run.status.code() == Some(1) && run.stdout.is_empty(), "{run:?}");
}

#[test]
fn a_standard_error_that_nobody_reads_stops_nothing() {
    let folder = Folder::new("files_stderr");
    folder.write("p.jsonl", format!("{LINE}\nnonsense\n{LINE}\n"));
    for stderr in ["2> /dev/full", "2>&-", "2> /dev/null"] {
        let run = shell(&folder, &format!("\"$0\" batch --profiles p.jsonl {stderr}")).output().expect("it runs");
        assert_eq!(run.status.code(), Some(1), "{stderr}");
        assert_eq!(String::from_utf8_lossy(&run.stdout).lines().count(), 3, "{stderr}");
    }
}

#[test]
fn large_files_and_lines_are_refused_with_the_limit() {
    let folder = Folder::new("files_large");
    let long = format!("{{\"id\": \"b\", \"interests\": {{\"{}\": 1}}}}", "x".repeat(1 << 20));
    let lines = folder.write("p.jsonl", format!("{LINE}\n{long}\n{LINE}\n{long}"));
    let run = boussole(&["batch", "--profiles", lines.to_str().expect("is UTF-8"), "--threads", "65535"]).assert().code(1);
    let [out, told] =
        [&run.get_output().stdout, &run.get_output().stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert_eq!(out.lines().map(|line| line.contains("\"error\"")).collect::<Vec<_>>(), [false, true, false, true]);
    let limit = format!("line 2: expected a line of at most 1048576 bytes, found {}\n", long.len() + 1);
    assert!(told.contains(&limit) && told.contains("note: --threads 65535: at most 256 are started\n"), "{told}");

    let large = folder.path().join("large");
    let file = fs::File::create(&large).expect("can be made");
    file.set_len((64 << 20) + 1).expect("can grow");
    let large = large.to_str().expect("is UTF-8");
    for arguments in [
        ["recommend", "--profile", large, "--top", "1"],
        ["recommend", "--weights", large, "--likes", "x"],
        ["quiz", "--questions", large, "--top", "1"],
        ["quiz", "--resume", large, "--top", "1"],
        ["quiz", "--answers", large, "--top", "1"],
        ["replay", large, "--quiet", "--format", "json"],
        ["tune", "--preferences", large, "--seed", "1"],
        ["evaluate", "--qrels", large, "--run", "x"],
        ["recommend", "--rome-riasec", large, "--likes", "x"],
    ] {
        let run = boussole(&arguments).assert().code(1).stdout("");
        let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
        let is_told = ["expected at most 4 MiB, found more\n", "expected at most 64 MiB, found more\n"]
            .iter()
            .any(|end| told.ends_with(end));
        assert!(is_told, "{arguments:?}: {told}");
    }
    let mut endless = Command::new(env!("CARGO_BIN_EXE_boussole"));
    endless.args(["quiz", "--quiet"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = endless.spawn().expect("it starts");
    child.stdin.take().expect("is piped").write_all(&[b'4'; 5000]).expect("it reads so far");
    let run = child.wait_with_output().expect("it ends");
    assert!(String::from_utf8_lossy(&run.stderr).contains("line 1: expected a line of fewer than 4096 bytes"), "{run:?}");
}

#[test]
fn many_answers_and_long_labels_cost_little_and_say_little() {
    let folder = Folder::new("files_answers");
    let labels = |n: usize, spelled: fn(usize) -> String| {
        let answers: Vec<String> = (0..n).map(|index| format!("\"{}\": 1", spelled(index))).collect();
        format!("{{\"id\": \"b\", \"interests\": {{{}}}}}", answers.join(", "))
    };
    let many = folder.write("many.json", labels(200_000, |index| format!("x{index}")));
    let run = boussole(&["recommend", "--profile", many.to_str().expect("is UTF-8")]).assert().code(1).stdout("");
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(told.ends_with("many.json: profile: interests: expected at most 10000 answers, found 200000\n"), "{told}");

    let some = labels(9_000, |index| format!("x{index}"));
    let long = labels(2, |index| format!("{index}{}", "é".repeat(200_000)));
    let lines = folder.write("p.jsonl", format!("{some}\n{long}\n{LINE}\n"));
    let run = boussole(&["batch", "--profiles", lines.to_str().expect("is UTF-8")]).assert().code(1);
    let out = String::from_utf8_lossy(&run.get_output().stdout).into_owned();
    assert!(out.contains("and 8980 more problems") && out.contains("éé… »; it has none like it"), "{out}");
    assert!(out.len() < 10_000 && run.get_output().stderr.len() < 10_000);
}
