//! Makes a constant for each message of `src/words`, so that asking for a message that does not exist does not compile, that a file with a mistake does
//! not either, and that nothing is left to read at run time.

#![allow(clippy::disallowed_methods, reason = "a build script reads the package and writes to the build folder")]

#[path = "src/words/marks.rs"]
mod marks;

use std::collections::BTreeMap;
use std::{env, fs, path::Path};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use marks::{CASE, CHOICE, IS, VALUE};

/// The languages by the names of their files, in the order of the library.
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// The readers with texts of their own, in the order of the library, after the pupil.
const READERS: [&str; 2] = ["adult", "counsellor"];

/// Messages whose names begin so are said only with the feature of the same name.
const GATED: [&str; 3] = ["evaluation", "simulation", "tuning"];

/// The texts of a message for each reader.
type Texts = [String; 1 + READERS.len()];

fn main() {
    let folder = env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let [french, english] = LANGUAGES.map(|language| {
        let path = format!("src/words/{language}.ftl");
        println!("cargo::rerun-if-changed={path}");
        let text = fs::read_to_string(Path::new(&folder).join(&path)).expect("the messages are in the package");
        messages(&path, &text)
    });
    assert!(english.keys().eq(french.keys()), "both languages have the same messages; compare src/words/fr.ftl and en.ftl");
    let code: String = french.iter().map(|(id, texts)| constant(id, [texts, &english[id]])).collect();
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("messages.rs"), code).expect("the build folder can be written to");
}

fn constant(id: &str, languages: [&Texts; 2]) -> String {
    let name = id.to_uppercase().replace('-', "_");
    let gate = GATED.iter().find(|part| id.starts_with(**part) && id[part.len()..].starts_with('-'));
    let gate = gate.map_or_else(String::new, |part| format!("#[cfg(feature = \"{part}\")]\n"));
    format!("/// The message `{id}`.\n{gate}pub(crate) const {name}: Message = Message(&{languages:?});\n")
}

/// The messages of a file by their names.
fn messages(path: &str, text: &str) -> BTreeMap<String, Texts> {
    let resource =
        fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{path}: expected Fluent, found: {errors:?}"));
    let mut messages = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                assert!(messages.insert(id, texts(path, message)).is_none(), "{path}: {} stands twice", message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(_) | Entry::Junk { .. } => panic!("{path}: expected messages and comments, found: {entry:?}"),
        }
    }
    messages
}

/// A reader without a text of their own is told what a pupil is told.
fn texts(path: &str, message: &Message<&str>) -> Texts {
    let id = message.id.name;
    let told = |pattern| {
        written(pattern, true)
            .unwrap_or_else(|found| panic!("{path}: {id}: expected text, values and choices by a value, found: {found}"))
    };
    let pupil = told(message.value.as_ref().unwrap_or_else(|| panic!("{path}: {id} has no text")));
    let mut texts = [pupil.clone(), pupil.clone(), pupil];
    for attribute in &message.attributes {
        let reader = READERS.iter().position(|reader| *reader == attribute.id.name);
        texts[1 + reader.unwrap_or_else(|| panic!("{path}: {id}: expected one of {READERS:?}, found {}", attribute.id.name))] =
            told(&attribute.value);
    }
    texts
}

/// A text as the library has it.
fn written(pattern: &Pattern<&str>, may_choose: bool) -> Result<String, String> {
    let mut text = String::new();
    for element in &pattern.elements {
        let part = match element {
            PatternElement::TextElement { value } => (*value).to_owned(),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                (*value).to_owned()
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
                format!("{VALUE}{}{VALUE}", id.name)
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
            } if may_choose => {
                format!("{CHOICE}{}{}{CHOICE}", id.name, cases(variants)?)
            }
            other @ PatternElement::Placeable { .. } => return Err(format!("{other:?}")),
        };
        text.push_str(&part);
    }
    Ok(text)
}

/// The cases of a choice, the one for all others at the end.
fn cases(variants: &[Variant<&str>]) -> Result<String, String> {
    let mut cases = String::new();
    for variant in variants.iter().filter(|variant| !variant.default) {
        let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
        let case = format!("{CASE}{key}{IS}{}", written(&variant.value, false)?);
        cases.push_str(&case);
    }
    let others = variants.iter().find(|variant| variant.default).ok_or("a choice without *[other]")?;
    Ok(cases + &format!("{CASE}{IS}{}", written(&others.value, false)?))
}
