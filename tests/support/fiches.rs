//! Small writers of fiches, so that the facts of one table can be read in every format.

use boussole::catalogue::{Catalogue, Metier, RomeCode};

/// The first number of the identifiers that Onisep's file of 2016 gives to the statuses of each fiche: they number the places.
const FIRST_STATUS_ID: usize = 100;

/// A fiche in Markdown.
pub(crate) fn markdown(metier: &Metier) -> String {
    let list = |name: &str, items: &[&str]| {
        let items: String = items.iter().map(|item| format!("- {item}\n")).collect();
        if items.is_empty() { String::new() } else { format!("{name}\n{items}\n") }
    };
    let level = metier.access_level.map(|level| format!("**Niveau d'accès minimum:** {level}\n\n"));
    [
        format!("# {}\n**ID:** {}\n\n", metier.title.heading, metier.id),
        format!("**Appellations:**\n- Féminin: {}\n- Masculin: {}\n\n", metier.title.feminine, metier.title.masculine),
        list("**Codes ROME:**", &rome_codes(metier)),
        level.unwrap_or_default(),
        list("**Statuts possibles:**", &texts(&metier.statuses)),
        list("## Secteurs d'activité\n", &texts(&metier.sectors)),
        list("## Centres d'intérêt\n", &texts(&metier.interests)),
    ]
    .concat()
}

/// A catalogue in Onisep's Idéo XML, one element a line, with the empty elements that the file has.
pub(crate) fn ideo_xml(catalogue: &Catalogue) -> String {
    let fiches: String = catalogue.metiers().iter().map(|metier| ideo_fiche(metier)).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metiers>\n{fiches}</metiers>\n")
}

fn ideo_fiche(metier: &Metier) -> String {
    let romes = rome_codes(metier).into_iter().map(|code| element("romeV3", code));
    let status_id = |place: usize| format!("T-ITM.{}", FIRST_STATUS_ID + place);
    let statuses =
        texts(&metier.statuses).into_iter().enumerate().map(|(place, text)| labelled("statut", &status_id(place), text));
    let interests = texts(&metier.interests).into_iter().map(|text| labelled("centre_interet", "", text));
    let sectors = texts(&metier.sectors).into_iter().map(|text| labelled("secteur_activite", "", text));
    let level = metier.access_level.map_or("", |level| level.label());
    let elements = [
        element("identifiant", metier.id.as_str()),
        element("nom_metier", &escaped(&metier.title.heading)),
        element("libelle_feminin", &escaped(&metier.title.feminine)),
        element("libelle_masculin", &escaped(&metier.title.masculine)),
        element("romesV3", &romes.collect::<String>()),
        "<accroche_metier><![CDATA[<p></p>]]></accroche_metier>".to_owned(),
        "<formats_courts/>".to_owned(),
        element("statuts", &statuses.collect::<String>()),
        labelled("niveau_acces_min", "", level),
        element("centres_interet", &interests.collect::<String>()),
        element("secteurs_activite", &sectors.collect::<String>()),
    ];
    format!("  <metier>\n    {}\n  </metier>\n", elements.join("\n    "))
}

fn labelled(name: &str, id: &str, label: &str) -> String {
    element(name, &(element("id", id) + &element("libelle", &escaped(label))))
}

fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn rome_codes(metier: &Metier) -> Vec<&str> {
    metier.rome_codes.iter().map(RomeCode::as_str).collect()
}

fn texts<L: AsRef<str>>(labels: &[L]) -> Vec<&str> {
    labels.iter().map(AsRef::as_ref).collect()
}
