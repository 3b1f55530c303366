//! Properties: every kind of heading that Onisep writes yields both forms, forms are never doubtful, and reading them again changes nothing.

use super::*;

#[track_caller]
fn forms(heading: &str, feminine: &str, masculine: &str) {
    let title = Title::from_heading(heading);
    assert_eq!((title.feminine.as_str(), title.masculine.as_str()), (feminine, masculine), "{heading}");
    assert_eq!(title.doubt(), None, "{heading}");
    assert_eq!(Title::with_forms(heading, Some(feminine), Some(masculine)), title, "{heading}");
}

#[test]
fn two_whole_halves() {
    forms("agent / agente de transit", "agente de transit", "agent de transit");
    forms("agent général / agente générale d'assurances", "agente générale d'assurances", "agent général d'assurances");
    forms("officier de marine / officière de marine", "officière de marine", "officier de marine");
    forms("enseignant-chercheur / enseignante-chercheuse", "enseignante-chercheuse", "enseignant-chercheur");
    forms(
        "technico-commercial / technico-commerciale en agroalimentaire",
        "technico-commerciale en agroalimentaire",
        "technico-commercial en agroalimentaire",
    );
    forms("maître / maîtresse-chien", "maîtresse-chien", "maître-chien");
    forms("vendeuse / vendeur en animalerie", "vendeuse en animalerie", "vendeur en animalerie");
    forms("barman / barmaid", "barmaid", "barman");
    forms("<span>Gardien / gardienne d'immeubles</span>", "gardienne d'immeubles", "gardien d'immeubles");
    forms(
        "technicien électrotechnicien / technicienne électrotechnicienne",
        "technicienne électrotechnicienne",
        "technicien électrotechnicien",
    );
    forms(
        "conducteur opérateur / conductrice opératrice de scierie",
        "conductrice opératrice de scierie",
        "conducteur opérateur de scierie",
    );
}

#[test]
fn a_half_completes_the_other() {
    forms("biologiste médical / médicale", "biologiste médicale", "biologiste médical");
    forms("décorateur / décoratrice-scénographe", "décoratrice-scénographe", "décorateur-scénographe");
    forms("masseur / masseuse-kinésithérapeute", "masseuse-kinésithérapeute", "masseur-kinésithérapeute");
    forms("géologue modélisateur / modélisatrice", "géologue modélisatrice", "géologue modélisateur");
    forms("commissaire-priseur / priseuse", "commissaire-priseuse", "commissaire-priseur");
    forms(
        "auxiliaire spécialisé / spécialisée vétérinaire",
        "auxiliaire spécialisée vétérinaire",
        "auxiliaire spécialisé vétérinaire",
    );
    forms(
        "militaire technicien / technicienne de l'air (MTA)",
        "militaire technicienne de l'air (MTA)",
        "militaire technicien de l'air (MTA)",
    );
    forms("valet / femme de chambre", "femme de chambre", "valet de chambre");
    forms("expert-comptable / experte", "experte-comptable", "expert-comptable");
    forms("éducateur sportif / éducatrice", "éducatrice sportive", "éducateur sportif");
    forms("mécanicien / mécanicienne marine navigant", "mécanicienne marine navigant", "mécanicien marine navigant");
}

#[test]
fn pairs_inside_longer_headings() {
    forms("ingénieur / ingénieure électricien / électricienne", "ingénieure électricienne", "ingénieur électricien");
    forms("ingénieur / ingénieure mathématicien /mathématicienne", "ingénieure mathématicienne", "ingénieur mathématicien");
    forms("conducteur / conductrice de train / TGV", "conductrice de train ou de TGV", "conducteur de train ou de TGV");
    forms(
        "opérateur et technicien / opératrice et technicienne en verre",
        "opératrice-technicienne en verre",
        "opérateur-technicien en verre",
    );
    forms("dessinateur, dessinatrice en bâtiment", "dessinatrice en bâtiment", "dessinateur en bâtiment");
    forms("éducateur / éducatrice technique spécialisé", "éducatrice technique spécialisée", "éducateur technique spécialisé");
    forms("contrôleur / contrôleuse aérien", "contrôleuse aérienne", "contrôleur aérien");
    forms("cordonnier - bottier", "cordonnière-bottière", "cordonnier-bottier");
    forms(
        "ingénieur d'études en électronique/informatique",
        "ingénieure d'études en électronique ou en informatique",
        "ingénieur d'études en électronique ou en informatique",
    );
    forms("conducteur ou conductrice de bus ou d'autocar", "conductrice de bus ou d'autocar", "conducteur de bus ou d'autocar");
}

#[test]
fn abbreviated_endings() {
    forms("puériculteur/trice", "puéricultrice", "puériculteur");
    forms("statisticien/ne industriel/le", "statisticienne industrielle", "statisticien industriel");
    forms(
        "ingénieur/e technico-commercial en chimie",
        "ingénieure technico-commerciale en chimie",
        "ingénieur technico-commercial en chimie",
    );
    forms(
        "accompagnant/e d'élèves en situation de handicap",
        "accompagnante d'élèves en situation de handicap",
        "accompagnant d'élèves en situation de handicap",
    );
    forms(
        "agenceur/euse de cuisines et salles de bains",
        "agenceuse de cuisines et salles de bains",
        "agenceur de cuisines et salles de bains",
    );
    forms("chargé(e) de mission", "chargée de mission", "chargé de mission");
    forms("animateur(trice) en écotourisme", "animatrice en écotourisme", "animateur en écotourisme");
    forms("conseiller·ère en voyages", "conseillère en voyages", "conseiller en voyages");
    forms("chargé.e de mission", "chargée de mission", "chargé de mission");
    forms("expert /experte bilan carbone", "experte bilan carbone", "expert bilan carbone");
}

#[test]
fn names_in_one_gender() {
    forms("chef de projet informatique", "cheffe de projet informatique", "chef de projet informatique");
    forms(
        "chef d'exploitation d'usine d'incinération",
        "cheffe d'exploitation d'usine d'incinération",
        "chef d'exploitation d'usine d'incinération",
    );
    forms("matelot de la marine marchande", "matelote de la marine marchande", "matelot de la marine marchande");
    forms("ingénieur électricien", "ingénieure électricienne", "ingénieur électricien");
    forms("ingénieur son", "ingénieure son", "ingénieur son");
    forms("sapeur-pompier", "sapeuse-pompière", "sapeur-pompier");
    forms("géomètre expert", "géomètre experte", "géomètre expert");
    forms("miroitier / miroitier", "miroitière", "miroitier");
    forms("gouvernante", "gouvernante", "gouvernant");
    for epicene in [
        "botaniste",
        "garde à cheval",
        "médecin spécialiste",
        "architecte produit industriel",
        "responsable assurance qualité",
        "responsable achats en chimie",
        "militaire du rang (armée de terre)",
        "data manager",
        "content manager",
        "designer d'interaction",
        "auxiliaire de puériculture",
        "juge d'instruction",
        "pilote de ligne",
        "webmestre",
        "consignataire de navire",
        "secrétaire des Affaires étrangères",
        "halieute",
        "peintre en bâtiment",
    ] {
        forms(epicene, epicene, epicene);
    }
}

#[test]
fn facts_that_no_rule_gives() {
    forms("clerc d’huissier", "clerc de commissaire de justice (huissier)", "clerc de commissaire de justice (huissier)");
    forms("gestionnaire actif / passif", "gestionnaire actif-passif", "gestionnaire actif-passif");
    forms("salesman", "vendeuse (salle des marchés)", "vendeur (salle des marchés)");
    forms("sage-femme", "sage-femme", "maïeuticien");
}

#[test]
fn ligatures() {
    forms("restaurateur / restauratrice d'oeuvres d'art", "restauratrice d'œuvres d'art", "restaurateur d'œuvres d'art");
    forms("oenologue", "œnologue", "œnologue");
    forms("spécialiste de coexistence", "spécialiste de coexistence", "spécialiste de coexistence");
}

#[test]
fn stated_forms_are_kept_unless_doubtful() {
    let title = |heading, feminine, masculine| {
        let title = Title::with_forms(heading, Some(feminine), Some(masculine));
        (title.feminine, title.masculine)
    };
    let pair = |feminine: &str, masculine: &str| (feminine.to_owned(), masculine.to_owned());
    assert_eq!(
        title("biologiste médical / médicale", "médicale", "biologiste médical"),
        pair("biologiste médicale", "biologiste médical")
    );
    assert_eq!(title("chef de projet", "chef de projet", "chef de projet"), pair("cheffe de projet", "chef de projet"));
    assert_eq!(title("chef / cheffe de rayon", "chef de rayon", "chef de rayon"), pair("cheffe de rayon", "chef de rayon"));
    assert_eq!(title("conseil", "conseillère", "conseiller"), pair("conseillère", "conseiller"));
    assert_eq!(title("x", "la première", "le second"), pair("la première", "le second"));
}

#[test]
fn doubtful_names() {
    let doubt = |feminine: &str, masculine: &str| {
        Title { heading: String::new(), feminine: feminine.into(), masculine: masculine.into() }.doubt()
    };
    assert_eq!(doubt("conductrice de train / TGV", "conducteur de train / TGV"), Some(NameDoubt::Slash));
    assert_eq!(doubt("médicale", "biologiste médical"), Some(NameDoubt::Unrelated));
    assert_eq!(doubt("décoratrice-scénographe", "décorateur"), Some(NameDoubt::UnequalLength));
    assert_eq!(doubt("botaniste", "botaniste"), None);
    assert_eq!(doubt("sage-femme", "maïeuticien"), None);
}
