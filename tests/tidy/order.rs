//! Modules stand in reading order: each uses itself and those that are declared before it, so there is no circle.
//!
//! In the core the modules of `lib.rs` are the rooms; inside a room, and in every other crate, they are files and folders.

use std::collections::BTreeMap;

use crate::rules::before_tests;
use crate::scan::scan;

/// What a `lib.rs`, `main.rs` or `mod.rs` says about the modules below it.
#[derive(Default)]
struct Parent {
    /// The modules in the order in which they are declared.
    declared: Vec<String>,
    /// Names that it passes on, and the module that each is from.
    exports: BTreeMap<String, String>,
    /// What it declares itself.
    items: Vec<String>,
}

/// The uses of later modules in the files of one crate, whose paths begin with the folder `root`.
pub(crate) fn uses_of_later_modules(root: &str, files: &[(String, String)]) -> Vec<String> {
    let files: Vec<File> = files.iter().filter_map(|(path, text)| File::new(root, path, text)).collect();
    let parents: BTreeMap<&[String], Parent> =
        files.iter().filter(|file| file.is_parent).map(|file| (file.module.as_slice(), parent(&file.code))).collect();
    files.iter().flat_map(|file| file.wrong(&parents)).collect()
}

struct File<'a> {
    path: &'a str,
    /// The path of the module inside the crate.
    module: Vec<String>,
    is_parent: bool,
    code: String,
}

impl<'a> File<'a> {
    /// `None` for what is no source file of the crate, and for tests, which may use what they like.
    fn new(root: &str, path: &'a str, text: &str) -> Option<Self> {
        let inside = path.strip_prefix(root)?.trim_start_matches('/').strip_suffix(".rs")?;
        let mut module: Vec<String> = inside.split('/').map(str::to_owned).collect();
        let name = module.last().cloned()?;
        let is_parent = matches!(name.as_str(), "lib" | "main" | "mod");
        if is_parent {
            module.pop();
        }
        (name != "tests").then(|| Self { path, module, is_parent, code: scan(before_tests(path, text)).code })
    }

    fn wrong(&self, parents: &BTreeMap<&[String], Parent>) -> Vec<String> {
        let mut wrong = Vec::new();
        for (line, used) in self.references() {
            wrong.extend(self.fault(&used, parents).map(|fault| format!("{}:{line}: {fault}", self.path)));
        }
        wrong
    }

    /// The line and the whole path of every use of this crate, each name of a group by itself.
    fn references(&self) -> Vec<(usize, Vec<String>)> {
        let mut references = Vec::new();
        for start in ["crate", "super", "self"].into_iter().flat_map(|word| starts(&self.code, word)) {
            let mut paths = Vec::new();
            tree(&self.code[start..], &[], &mut paths);
            let line = 1 + self.code[..start].matches('\n').count();
            references.extend(paths.into_iter().filter_map(|(path, _)| Some((line, self.absolute(&path)?))));
        }
        references.sort();
        references
    }

    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let mut base = self.module.clone();
        let mut rest = path;
        while let Some((first, behind)) = rest.split_first() {
            match first.as_str() {
                "crate" => base.clear(),
                "super" => drop(base.pop()),
                "self" => {}
                _ => break,
            }
            rest = behind;
        }
        (!rest.is_empty()).then(|| base.into_iter().chain(rest.iter().cloned()).collect())
    }

    /// What is wrong with a use, where its path and the path of this file part.
    fn fault(&self, used: &[String], parents: &BTreeMap<&[String], Parent>) -> Option<String> {
        let depth = self.module.iter().zip(used).take_while(|(own, used)| own == used).count();
        let (own, name) = (self.module.get(depth)?, used.get(depth)?);
        let parent = parents.get(&self.module[..depth])?;
        let place = |module: &str| parent.declared.iter().position(|declared| declared == module);
        let Some(module) = place(name).map(|_| name).or_else(|| parent.exports.get(name)) else {
            let fault = || format!("{own} uses {name} of the file that declares it; give {name} a file of its own");
            return parent.items.contains(name).then(fault);
        };
        // A module that is not declared here is one of tests.
        place(own)?;
        (place(own) < place(module)).then(|| format!("{own} uses {module}, which stands after it"))
    }
}

fn parent(code: &str) -> Parent {
    let mut parent = Parent::default();
    for start in starts(code, "mod") {
        let (name, rest) = word(code[start..].strip_prefix("mod").unwrap_or_default());
        if rest.trim_start().starts_with(';') && !code[..start].trim_end().ends_with("#[cfg(test)]") {
            parent.declared.push(name.to_owned());
        }
    }
    for kind in ["fn", "struct", "enum", "const", "static", "trait", "type"] {
        let items = starts(code, kind).into_iter().map(|start| word(&code[start + kind.len()..]).0.to_owned());
        parent.items.extend(items);
    }
    for start in starts(code, "use") {
        let mut paths = Vec::new();
        tree(code[start..].strip_prefix("use").unwrap_or_default(), &[], &mut paths);
        for (path, name) in paths {
            if let Some(module) = path.iter().find(|name| *name != "self") {
                parent.exports.insert(name, module.clone());
            }
        }
    }
    parent
}

/// Where a word stands in a text by itself.
fn starts(code: &str, wanted: &str) -> Vec<usize> {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$' | ':');
    let is_whole = |at: usize| {
        let behind = &code[at + wanted.len()..];
        !code[..at].ends_with(is_part) && !behind.starts_with(|next: char| next.is_alphanumeric() || next == '_')
    };
    code.match_indices(wanted).map(|(at, _)| at).filter(|at| is_whole(*at)).collect()
}

/// Adds every path of a tree of imports, or of the path that a text begins with, and the name it is imported by; returns what stands behind.
fn tree<'a>(text: &'a str, before: &[String], paths: &mut Vec<(Vec<String>, String)>) -> &'a str {
    if let Some(mut rest) = text.trim_start().strip_prefix('{') {
        loop {
            rest = tree(rest, before, paths).trim_start();
            match rest.strip_prefix(',') {
                Some(next) if !next.trim_start().starts_with('}') => rest = next,
                _ => return rest.trim_start_matches(',').trim_start().trim_start_matches('}'),
            }
        }
    }
    let (name, rest) = word(text);
    let path = [before, &[name.to_owned()]].concat();
    match rest.trim_start().strip_prefix("::") {
        Some(inside) if !inside.starts_with('<') => tree(inside, &path, paths),
        _ if name.is_empty() => rest.trim_start_matches('*'),
        _ => {
            let (alias, behind) = match word(rest) {
                ("as", behind) => word(behind),
                _ => (name, rest),
            };
            paths.push((path, alias.to_owned()));
            behind
        }
    }
}

/// The name that a text begins with, and what stands behind it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(|character: char| !(character.is_alphanumeric() || character == '_')).unwrap_or(text.len()))
}

#[cfg(test)]
mod samples {
    use super::*;

    #[track_caller]
    fn finds(files: &[(&str, &str)], expected: &[&str]) {
        let files: Vec<(String, String)> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        assert_eq!(uses_of_later_modules("src", &files), expected);
    }

    const LIB: (&str, &str) = ("src/lib.rs", "//! x\npub mod catalogue;\npub mod profile;\npub mod quiz;\npub use quiz::Quiz;\n");

    #[test]
    fn uses_of_later_rooms_however_they_are_written() {
        let text = "use crate::catalogue::Metier;\nuse crate::quiz::Session;\n// use crate::quiz\nuse crate::{\n    catalogue::X,\n    \
                    quiz::{self, Y},\n};\nuse super::super::quiz;\npub(in crate::profile) fn f() -> crate::Quiz {}\n#[cfg(test)]\nmod tests { \
                    use crate::quiz; }\n";
        let wrong = "uses quiz, which stands after it";
        let expected = [2, 4, 4, 8, 9].map(|line| format!("src/profile/form.rs:{line}: profile {wrong}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        finds(&[LIB, ("src/profile/form.rs", text)], &expected);
    }

    #[test]
    fn uses_of_later_files_of_a_room() {
        let room =
            ("src/quiz/mod.rs", "mod answer;\nmod session;\npub use session::{Session, Step as Pace};\nconst MAX: usize = 3;\n");
        finds(
            &[LIB, room, ("src/quiz/answer.rs", "use super::{\n    Pace,\n    MAX,\n};\nuse super::session::Session;\n")],
            &[
                "src/quiz/answer.rs:1: answer uses MAX of the file that declares it; give MAX a file of its own",
                "src/quiz/answer.rs:1: answer uses session, which stands after it",
                "src/quiz/answer.rs:5: answer uses session, which stands after it",
            ],
        );
        finds(
            &[LIB, room, ("src/quiz/session.rs", "use super::answer::Answer;\nuse crate::quiz::answer;\nimpl Self::X {}")],
            &[],
        );
        finds(&[LIB, room, ("src/quiz/tests.rs", "use super::session::Session;")], &[]);
    }
}
