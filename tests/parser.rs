//! On well-formed XML, the fiches and their texts are those that an independent parser finds.

mod support;

use boussole::catalogue::{Catalogue, Metier, ReadError};
use proptest::prelude::*;
use support::cases;

/// What may stand inside a fiche or between fiches, with things that only look like markup.
fn noise() -> impl Strategy<Value = String> {
    let fiche = "<metier><identifiant>MET.99</identifiant><nom_metier>non</nom_metier></metier>";
    prop::sample::select(vec![
        String::new(),
        format!("<!-- {fiche} -->"),
        format!("<?note {fiche} ?>"),
        format!("<nature_travail><![CDATA[{fiche}]]></nature_travail>"),
        format!("<metiers_associes>{fiche}</metiers_associes>"),
        "<a b='&lt;/metier>' c=\"&lt;metier>\"/>".to_owned(),
        "<a><b>x</b><!-- </metier> --></a>".to_owned(),
        "<metiers2><metier_associe><id>MET.98</id></metier_associe></metiers2>".to_owned(),
        "\n  ".to_owned(),
    ])
}

/// A text with inline markup, entities, comments and CDATA.
fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "mime",
        " de ",
        "scène",
        "<b>fort</b>",
        "<i>en <b>deux</b></i>",
        "<![CDATA[cirque]]>",
        "&#233;",
        "&amp;",
        "<!-- rien -->",
        "<?x y?>",
    ]);
    prop::collection::vec(piece, 1..6).prop_map(|pieces| format!("m{}", pieces.concat()))
}

fn document() -> impl Strategy<Value = String> {
    let fiche = (0..6_u32, words(), prop::collection::vec(noise(), 4)).prop_map(|(id, title, noise)| {
        let [a, b, c, d] = &noise[..] else { unreachable!("four pieces") };
        format!("<metier>{a}<identifiant>MET.{id}</identifiant>{b}<nom_metier>{title}</nom_metier>{c}</metier>{d}")
    });
    prop::collection::vec(fiche, 0..5)
        .prop_map(|fiches| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metiers>\n{}</metiers>\n", fiches.concat()))
}

/// The identifiers and titles of fiches outside any other, the first of each identifier, as the other parser has them.
fn expected(text: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(text).expect("is well-formed");
    let is_fiche = |node: &roxmltree::Node<'_, '_>| node.has_tag_name("metier");
    let outer = document.descendants().filter(|node| is_fiche(node) && !node.ancestors().skip(1).any(|above| is_fiche(&above)));
    let child = |node: roxmltree::Node<'_, '_>, name: &str| {
        let child = node.children().find(|child| child.has_tag_name(name)).expect("has one");
        child.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text().map(str::to_owned)).collect::<String>()
    };
    let mut found: Vec<(String, String)> = Vec::new();
    for node in outer {
        let (id, title) = (child(node, "identifiant"), child(node, "nom_metier"));
        // A nested fiche outside « metier » elements has no title of its own here.
        if !found.iter().any(|(first, _)| *first == id) {
            found.push((id, title.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    found.sort();
    found
}

fn found(text: &str) -> Vec<(String, String)> {
    let pair = |metier: &Metier| (metier.id.to_string(), metier.title.heading.clone());
    match Catalogue::read_bytes("t.xml", text.as_bytes()) {
        Ok(loaded) => loaded.catalogue.metiers().iter().map(|metier| pair(metier)).collect(),
        Err(ReadError::NoFiche { .. }) => Vec::new(),
        Err(error) => panic!("{error}"),
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn fiches_and_texts_are_those_of_another_parser(text in document()) {
        prop_assert_eq!(found(&text), expected(&text), "{}", text);
    }
}
