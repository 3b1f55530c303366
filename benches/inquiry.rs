//! How long it takes to answer « what if? », « how sure? » and « why? » on a synthetic catalogue as large as Onisep's of 2016.
//!
//! `cargo bench --bench inquiry`; the number in the id is the number of métiers. `singles` stops at one answer, `pairs` looks at every
//! change of two answers and finds none, `pairs_with_wishes` does so for a student who gave statuses and sectors too, and
//! `pairs_of_talkative` for one who answered every interest.

use boussole::catalogue::{AccessLevel, Catalogue, Interest, Metier, MetierId, Sector, Status, Title};
use boussole::inquiry::{contrast, counterfactual, stability};
use boussole::profile::ProfileBuilder;
use boussole::random::SplitMix64;
use boussole::{Profile, Recommender, Weights};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

const N_METIERS: usize = 734;
const N_INTERESTS: usize = 25;
const N_STATUSES: usize = 7;
const N_SECTORS: usize = 30;
const N_CODES: usize = 100;
const LETTERS: [&str; 6] = ["RI", "IA", "AS", "SE", "EC", "CR"];

/// How many métiers a student is shown.
const TOP: usize = 10;

/// Chosen once; another seed gives another catalogue of the same kind.
const SEED: u64 = 47;

fn interest(number: usize) -> String {
    format!("interest {number:02}")
}

fn metier(index: usize, random: &mut SplitMix64) -> Metier {
    let mut metier = Metier::new(format!("MET.{index}").parse().expect("an identifier"), Title::from_heading("métier"));
    metier.interests = (0..random.index_below(5)).map(|_| Interest::new(&interest(random.index_below(N_INTERESTS)))).collect();
    metier.statuses =
        (0..=random.index_below(2)).map(|_| Status::new(&format!("status {}", random.index_below(N_STATUSES)))).collect();
    metier.sectors =
        (0..=random.index_below(2)).map(|_| Sector::new(&format!("sector {:02}", random.index_below(N_SECTORS)))).collect();
    metier.access_level = Some(AccessLevel::ALL[3 + random.index_below(7)]);
    let code = random.index_below(N_CODES);
    let domain = char::from(b'A' + u8::try_from(code / 10).expect("is below 10"));
    metier.rome_codes = vec![format!("{domain}1{}01", code % 10).parse().expect("a ROME code")];
    let letters = LETTERS[random.index_below(6)];
    metier.riasec = vec![letters.parse().expect("letters")];
    metier
}

fn recommender() -> Recommender {
    let mut random = SplitMix64::new(SEED);
    let catalogue = Catalogue::from_metiers((0..N_METIERS).map(|index| metier(index, &mut random))).catalogue;
    assert_eq!(catalogue.interests().len(), N_INTERESTS, "every interest is drawn");
    Recommender::new(catalogue, Weights::default()).expect("there are métiers")
}

/// A student with ten answers on interests.
fn student() -> ProfileBuilder {
    let answers = [1.0, 1.0, -1.0, 0.5, 1.0, -0.5, -1.0, 1.0, 0.5, -0.5];
    let builder = Profile::builder().reached(AccessLevel::Bac).willing(AccessLevel::BacPlus3);
    (0..).step_by(2).zip(answers).fold(builder, |builder, (number, answer)| builder.interest(&interest(number), answer))
}

/// A student who answered every interest as clearly as can be: inferred values come near ±1, where they are cut.
fn talkative() -> ProfileBuilder {
    let builder = Profile::builder().reached(AccessLevel::Bac).willing(AccessLevel::BacPlus3);
    (0..N_INTERESTS)
        .fold(builder, |builder, number| builder.interest(&interest(number), if number % 3 == 0 { -1.0 } else { 1.0 }))
}

/// The first métier from this rank on for which so many changes are needed (0: no one or two answers are enough).
fn metier_that_needs(n_changes: usize, from: usize, recommender: &Recommender, profile: &Profile) -> MetierId {
    let ranking = recommender.recommend(profile, N_METIERS).expect("labels of the catalogue");
    let needs = |id: &MetierId| {
        let found = counterfactual(recommender, profile, id, TOP).expect("is of the catalogue");
        found.alternatives.first().map_or(0, |alternative| alternative.changes.len())
    };
    let mut ids = ranking.iter().skip(from - 1).map(|one| one.metier.id.clone());
    ids.find(|id| needs(id) == n_changes).expect("some métier is so far from the first ones")
}

fn bench(criterion: &mut Criterion) {
    let recommender = recommender();
    let plain = student().build().expect("is valid");
    let wishes = student().status("status 1", 1.0).status("status 2", -0.5).sector("sector 03", 1.0).sector("sector 07", 0.5);
    let wishes = wishes.build().expect("is valid");
    let talkative = talkative().build().expect("is valid");
    let mut group = criterion.benchmark_group("counterfactual");
    group.sample_size(20);
    let cases = [
        ("singles", &plain, 1, 11),
        ("two_answers", &plain, 2, 100),
        ("pairs", &plain, 0, 300),
        ("pairs_with_wishes", &wishes, 0, 300),
        ("pairs_of_talkative", &talkative, 0, 300),
    ];
    for (name, profile, n_changes, from) in cases {
        let id = metier_that_needs(n_changes, from, &recommender, profile);
        group.bench_with_input(BenchmarkId::new(name, N_METIERS), &id, |bencher, id| {
            bencher.iter(|| counterfactual(&recommender, profile, id, TOP).expect("is of the catalogue"));
        });
    }
    group.finish();
    criterion.bench_function("stability/734", |bencher| bencher.iter(|| stability(&recommender, &plain, TOP)));
    let (one, other): (MetierId, MetierId) = ("MET.1".parse().expect("an id"), "MET.2".parse().expect("an id"));
    criterion.bench_function("contrast/734", |bencher| bencher.iter(|| contrast(&recommender, &plain, &one, &other)));
}

criterion_group!(benches, bench);
criterion_main!(benches);
