//! The audit of a catalogue: a toy worked by hand, and real métiers against numbers computed elsewhere.

use boussole::catalogue::audit::{Implication, Patterns};
use boussole::catalogue::{AccessLevel, Audit, Catalogue, Interest, Loaded, Metier, Status, Title};

fn metier(id: &str, interests: &[&str], level: Option<AccessLevel>, statuses: &[&str]) -> Metier {
    let mut metier = Metier::new(id.parse().expect("an identifier"), Title::from_heading("métier"));
    metier.interests = interests.iter().map(|label| Interest::new(label)).collect();
    metier.access_level = level;
    metier.statuses = statuses.iter().map(|label| Status::new(label)).collect();
    metier
}

/// Seven métiers: five have « a » and « b », in either order; one « b » alone; one nothing.
fn toy() -> Loaded {
    let bac = Some(AccessLevel::Bac);
    Catalogue::from_metiers([
        metier("MET.1", &["a", "b"], bac, &["s"]),
        metier("MET.2", &["b", "a"], bac, &["s"]),
        metier("MET.3", &["a", "b"], bac, &["t"]),
        metier("MET.4", &["a", "b"], None, &["s"]),
        metier("MET.5", &["a", "b", "c"], bac, &["s"]),
        metier("MET.6", &["b"], bac, &[]),
        metier("MET.7", &[], None, &[]),
        metier("MET.7", &["c"], None, &[]),
    ])
}

/// Patterns, alone, tied.
fn shape(patterns: &Patterns) -> (usize, usize, usize) {
    (patterns.n_patterns(), patterns.n_alone(), patterns.n_tied())
}

#[test]
fn toy_by_hand() {
    let loaded = toy();
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!(audit.n_metiers, 7);
    let frequencies: Vec<(&str, usize)> = audit.interests.iter().map(|term| (term.label.as_str(), term.n_metiers)).collect();
    assert_eq!(frequencies, [("b", 6), ("a", 5), ("c", 1)]);
    assert_eq!(audit.interest_counts, [1, 1, 4, 1]);
    assert!((audit.mean_interests() - 12.0 / 7.0).abs() < 1e-12);
    assert!((audit.density() - 12.0 / 21.0).abs() < 1e-12);
    let gaps: Vec<(String, usize)> = audit.gaps.iter().map(|gap| (gap.field.to_string(), gap.metiers.len())).collect();
    let expected = [("interests", 1), ("access level", 2), ("statuses", 2), ("sectors", 7)];
    assert_eq!(gaps[..4], expected.map(|(field, n)| (field.to_owned(), n)));
    // By interests: {1, 2, 3, 4}, {5}, {6}, {7}. With the level: 4 leaves its group. With statuses: 3 leaves it.
    assert_eq!(audit.patterns.iter().map(shape).collect::<Vec<_>>(), [(4, 3, 4), (5, 4, 3), (6, 5, 2), (6, 5, 2), (6, 5, 2)]);
    let largest = &audit.patterns[2].tied_groups()[0];
    assert_eq!(largest.metiers.iter().map(ToString::to_string).collect::<Vec<_>>(), ["MET.1", "MET.2"]);
    // 4/7 · log2(7/4) + 3 · 1/7 · log2(7)
    assert!((audit.patterns[0].entropy_bits() - 1.664_498).abs() < 1e-6);
}

#[test]
fn toy_relations_by_hand() {
    let loaded = toy();
    let relations = Audit::of(&loaded.catalogue, &loaded.problems).relations;
    // « c » goes with « a » and « b », but on one métier only; « b » stands without « a » once.
    let implication = Implication { interest: "a".into(), implied: "b".into(), n_metiers: 5 };
    assert_eq!(relations.implications, [implication]);
    assert_eq!((relations.n_never_together, relations.n_pairs), (0, 3));
    let apart = Catalogue::from_metiers([metier("MET.1", &["a", "b"], None, &[]), metier("MET.2", &["c"], None, &[])]);
    assert_eq!(Audit::of(&apart.catalogue, &[]).relations.n_never_together, 2);
}

#[test]
fn toy_problems_by_kind() {
    let loaded = toy();
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!((audit.n_problems(), audit.problems.len()), (1, 1));
    assert_eq!(audit.problems[0].kind, "duplicate_id");
}

#[test]
fn the_order_of_fiches_makes_no_difference() {
    let metiers: Vec<Metier> = toy().catalogue.metiers().iter().map(|metier| Metier::clone(metier)).collect();
    let forwards = Catalogue::from_metiers(metiers.iter().cloned()).catalogue;
    let backwards = Catalogue::from_metiers(metiers.into_iter().rev()).catalogue;
    assert_eq!(Audit::of(&forwards, &[]), Audit::of(&backwards, &[]));
}

/// Values from a script in Python (standard library only) that shares no code with this crate: it splits the table with string methods,
/// groups by `frozenset` and scores with the formula of the interest criterion, rounded to nine decimals.
#[cfg(feature = "csv")]
#[test]
fn real_metiers_as_computed_elsewhere() {
    use boussole::features::Criterion;
    use boussole::inquiry::{ReachabilityScope, reachability};
    use boussole::{Recommender, Weights};

    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/real/onisep_dev.csv");
    let loaded = Catalogue::read(path).expect("there are métiers");
    let audit = Audit::of(&loaded.catalogue, &loaded.problems);
    assert_eq!(audit.n_metiers, 440);
    assert_eq!(audit.interest_counts, [20, 93, 115, 139, 54, 11, 6, 2]);
    assert_eq!((audit.interests.len(), audit.interests[0].n_metiers, audit.interests[24].n_metiers), (25, 137, 9));
    let gaps: Vec<usize> = audit.gaps[..5].iter().map(|gap| gap.metiers.len()).collect();
    assert_eq!(gaps, [20, 0, 1, 19, 0], "interests, level, statuses, sectors, ROME codes");
    let shapes: Vec<_> = audit.patterns[..4].iter().map(shape).collect();
    assert_eq!(shapes, [(164, 91, 349), (262, 185, 255), (322, 264, 176), (392, 358, 82)]);
    let largest: Vec<usize> = audit.patterns[0].groups()[..5].iter().map(|group| group.metiers.len()).collect();
    assert_eq!(largest, [20, 17, 13, 12, 12]);
    assert!((audit.patterns[0].entropy_bits() - 6.722_264).abs() < 1e-6);
    assert_eq!((audit.relations.n_never_together, audit.relations.n_pairs), (127, 300));
    let supports: Vec<usize> = audit.relations.implications.iter().map(|implication| implication.n_metiers).collect();
    assert_eq!(supports.iter().sum::<usize>(), 29 + 21 + 19 + 23);
    assert_eq!(supports.len(), 4);
    let interests = Weights::new([(Criterion::Interest, 1.0)]).expect("one weight is above 0");
    let recommender = Recommender::new(loaded.catalogue, interests).expect("there are métiers");
    let found = reachability(&recommender, ReachabilityScope::default(), |_, _| ()).expect("labels have names");
    assert_eq!(found.n_profiles, 2_625);
    // The script guesses nothing for the 20 fiches without interests: it reaches 355, 85 by a draw only, and these 20 as filler.
    assert_eq!((found.reached.len() + found.only_by_tie_break.len(), found.never.len()), (440, 0));
    assert!(355 < found.reached.len() && found.only_as_filler.len() < 20, "a guess reaches more");
}

#[test]
fn implications_are_listed_up_to_a_limit_and_the_others_counted() {
    let metiers = (1..=5).map(|number: u32| {
        let mut metier = Metier::new(format!("MET.{number}").parse().expect("is an identifier"), Title::from_heading("mime"));
        metier.interests = (0..60).map(|interest| Interest::new(&format!("goût {interest}"))).collect();
        metier
    });
    let relations = Audit::of(&Catalogue::from_metiers(metiers).catalogue, &[]).relations;
    assert_eq!((relations.n_pairs, relations.n_never_together), (60 * 59 / 2, 0));
    assert_eq!((relations.implications.len(), relations.n_more_implications), (1_000, 60 * 59 - 1_000));
}
