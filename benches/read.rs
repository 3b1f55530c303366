//! How fast catalogues are read, format by format, beside a bare pass of the tokenizer over the same bytes.
//!
//! `cargo bench --bench read`; the number in the id is the number of fiches. Each fiche has texts of the length of real ones.
//! The bare pass is what any reader of the format must do: the events of quick-xml, the records of csv, the values of serde_json
//! thrown away, the lines of a text. Where that builds nothing (`str::lines` looks for one byte, thrown-away values for the next
//! quote) it is far from what any reader can do, so there is a second mark, the floor: the bytes are checked to be UTF-8 and every line,
//! text, field or value is kept in a `String` of its own, and nothing is understood. At the end, a table gives fiches and megabytes a
//! second and the ratios to both, the best of several runs that alternate.

use std::any::Any;
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use boussole::catalogue::{Catalogue, Loaded};
use boussole::random::SplitMix64;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};

const SIZES: [u64; 2] = [1_000, 10_000];

/// How often each pass of the table is run; the fastest counts.
const N_RUNS: usize = 7;

/// Chosen once; another seed gives another catalogue of the same kind.
const SEED: u64 = 2_026;

const LEVELS: [&str; 6] = ["sans diplôme", "CAP ou équivalent", "Bac ou équivalent", "Bac + 2", "Bac + 3", "Bac + 5"];
const STATUSES: [&str; 4] = ["salarié", "artisan", "fonctionnaire", "libéral"];
const INTERESTS: [&str; 8] = [
    "j'ai le sens du contact",
    "j'aime bouger",
    "j'aime la nature",
    "je veux être utile aux autres",
    "j'aime jongler avec les chiffres",
    "je rêve d'un métier artistique",
    "réparer - bricoler - j'adore ça",
    "ma vocation est de soigner",
];
const SECTORS: [&str; 4] = ["Agriculture", "Santé - Social - Bien-être", "Architecture - BTP", "Recherche"];
const WORDS: [&str; 12] =
    ["le", "métier", "demande", "une", "grande", "précision", "des", "gestes", "l'équipe", "travaille", "dehors", "souvent"];

fn some<'a>(random: &mut SplitMix64, labels: &[&'a str], most: usize) -> Vec<&'a str> {
    let first = random.index_below(labels.len());
    let n_labels = 1 + random.index_below(most);
    labels.iter().cycle().skip(first).take(n_labels).copied().collect()
}

fn prose(random: &mut SplitMix64, n_words: usize) -> String {
    let words: Vec<&str> = (0..n_words).map(|_| WORDS[random.index_below(WORDS.len())]).collect();
    words.join(" ") + "."
}

/// A fiche before it is written in a format.
struct Fiche {
    id: String,
    level: &'static str,
    rome: String,
    statuses: Vec<&'static str>,
    interests: Vec<&'static str>,
    sectors: Vec<&'static str>,
    presentation: String,
    overview: String,
    studies: String,
}

fn fiches(n_fiches: u64) -> Vec<Fiche> {
    let mut random = SplitMix64::new(SEED);
    let mut fiche = |index| Fiche {
        id: format!("MET.{index}"),
        level: LEVELS[random.index_below(LEVELS.len())],
        rome: format!("K{:04}", 1_000 + random.index_below(500)),
        statuses: some(&mut random, &STATUSES, 2),
        interests: some(&mut random, &INTERESTS, 4),
        sectors: some(&mut random, &SECTORS, 2),
        presentation: prose(&mut random, 40),
        overview: prose(&mut random, 200),
        studies: prose(&mut random, 40),
    };
    (0..n_fiches).map(&mut fiche).collect()
}

fn markdown(fiches: &[Fiche]) -> String {
    let list = |labels: &[&str]| labels.iter().fold(String::new(), |list, label| list + "- " + label + "\n");
    fiches.iter().fold(String::new(), |mut text, fiche| {
        let Fiche { id, level, rome, presentation, overview, studies, .. } = fiche;
        let (statuses, interests, sectors) = (list(&fiche.statuses), list(&fiche.interests), list(&fiche.sectors));
        write!(
            text,
            "# vendeur / vendeuse {id}\n**ID:** {id}\n\n**Appellations:**\n- Féminin: vendeuse {id}\n- Masculin: vendeur {id}\n\
             **Codes ROME:**\n- {rome}\n\n## Présentation\n\n{presentation}\n\n## En bref\n\n{overview}\n\n            \
             ### Durée des études\n            ##  Après le bac\n            {studies}\n\n**Niveau d'accès minimum:** {level}\n\n\
             **Statuts possibles:**\n{statuses}\n## Secteurs d'activité\n\n{sectors}\n## Centres d'intérêt\n\n{interests}\n"
        )
        .expect("a string takes all");
        text
    })
}

fn xml(fiches: &[Fiche]) -> String {
    let list = |name: &str, labels: &[&str]| {
        labels.iter().fold(String::new(), |list, label| {
            list + &format!("<{name}><id>T-{}</id><libelle>{label}</libelle></{name}>", label.len())
        })
    };
    let body = fiches.iter().fold(String::new(), |mut text, fiche| {
        let Fiche { id, level, rome, presentation, overview, studies, .. } = fiche;
        let interests = list("centre_interet", &fiche.interests);
        let (statuses, sectors) = (list("statut", &fiche.statuses), list("secteur_activite", &fiche.sectors));
        write!(
            text,
            "  <metier>\n    <identifiant>{id}</identifiant>\n    <nom_metier>vendeur / vendeuse {id}</nom_metier>\n    \
             <libelle_feminin>vendeuse {id}</libelle_feminin>\n    <libelle_masculin>vendeur {id}</libelle_masculin>\n    \
             <synonymes/>\n    <romesV3><romeV3>{rome}</romeV3></romesV3>\n    \
             <accroche_metier><![CDATA[<p>{presentation}</p>]]></accroche_metier>\n    <formats_courts><format_court>\
             <type>bref</type><libelle>En bref</libelle><descriptif><![CDATA[<p>{overview}</p><h3>Durée des études</h3>\
             <h4>Après le bac</h4><p>{studies}</p>]]></descriptif></format_court></formats_courts>\n    \
             <statuts>{statuses}</statuts>\n    <niveau_acces_min><id/><libelle>{level}</libelle></niveau_acces_min>\n    \
             <centres_interet>{interests}</centres_interet>\n    <secteurs_activite>{sectors}</secteurs_activite>\n  </metier>\n"
        )
        .expect("a string takes all");
        text
    });
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metiers>\n{body}</metiers>\n")
}

fn csv(fiches: &[Fiche]) -> String {
    let header = "id,libelle,niveau_acces,statuts,centres_interet,secteurs,codes_rome,presentation,en_bref\n".to_owned();
    fiches.iter().fold(header, |mut text, fiche| {
        let Fiche { id, level, rome, presentation, overview, .. } = fiche;
        let (statuses, interests, sectors) = (fiche.statuses.join("|"), fiche.interests.join("|"), fiche.sectors.join("|"));
        writeln!(
            text,
            "{id},vendeur / vendeuse {id},{level},{statuses},{interests},{sectors},{rome},\"{presentation}\",\"{overview}\""
        )
        .expect("a string takes all");
        text
    })
}

fn json(fiches: &[Fiche]) -> String {
    let text = markdown(fiches);
    Catalogue::read_bytes("t.md", text.as_bytes()).expect("has fiches").catalogue.to_json()
}

/// A format: its ending, how to write it, the bare pass, and the floor.
struct Format {
    ending: &'static str,
    write: fn(&[Fiche]) -> String,
    bare: fn(&str) -> usize,
    floor: fn(&[u8]) -> Box<dyn Any>,
}

const FORMATS: [Format; 4] = [
    Format { ending: "md", write: markdown, bare: bare_lines, floor: floor_lines },
    Format { ending: "xml", write: xml, bare: bare_events, floor: floor_events },
    Format { ending: "csv", write: csv, bare: bare_records, floor: floor_records },
    Format { ending: "json", write: json, bare: bare_values, floor: floor_values },
];

fn bare_lines(text: &str) -> usize {
    text.lines().map(|line| black_box(line).len()).sum()
}

fn bare_events(text: &str) -> usize {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut n_events = 0;
    while !matches!(black_box(reader.read_event().expect("is well-formed")), quick_xml::events::Event::Eof) {
        n_events += 1;
    }
    n_events
}

fn bare_records(text: &str) -> usize {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut n_records = 0;
    while reader.read_record(&mut record).expect("is well-formed") {
        n_records += black_box(&record).len();
    }
    n_records
}

fn bare_values(text: &str) -> usize {
    let value: serde::de::IgnoredAny = serde_json::from_str(text).expect("is well-formed");
    black_box(value);
    1
}

fn floor_lines(bytes: &[u8]) -> Box<dyn Any> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    Box::new(text.lines().map(str::to_owned).collect::<Vec<String>>())
}

fn floor_events(bytes: &[u8]) -> Box<dyn Any> {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut texts: Vec<String> = Vec::new();
    loop {
        match reader.read_event().expect("is well-formed") {
            quick_xml::events::Event::Text(text) => texts.push(text.into_inner().into_owned()),
            quick_xml::events::Event::CData(text) => texts.push(text.into_inner().into_owned()),
            quick_xml::events::Event::Eof => return Box::new(texts),
            _ => {}
        }
    }
}

fn floor_records(bytes: &[u8]) -> Box<dyn Any> {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut fields: Vec<String> = Vec::new();
    while reader.read_record(&mut record).expect("is well-formed") {
        fields.extend(record.iter().map(str::to_owned));
    }
    Box::new(fields)
}

fn floor_values(bytes: &[u8]) -> Box<dyn Any> {
    Box::new(serde_json::from_slice::<serde_json::Value>(bytes).expect("is well-formed"))
}

/// Reads, and leaves the freeing of what was read to the caller: it is no part of reading.
fn read(name: &str, text: &str, n_fiches: u64) -> Loaded {
    let loaded = Catalogue::read_bytes(name, text.as_bytes()).expect("has fiches");
    assert_eq!(loaded.catalogue.len() as u64, n_fiches);
    loaded
}

fn bench(criterion: &mut Criterion) {
    for n_fiches in SIZES {
        let fiches = fiches(n_fiches);
        for Format { ending, write, bare, .. } in &FORMATS {
            let text = write(&fiches);
            let name = format!("catalogue.{ending}");
            let mut group = criterion.benchmark_group(format!("read/{ending}"));
            group.sample_size(10).measurement_time(Duration::from_secs(2));
            group.throughput(Throughput::ElementsAndBytes { elements: n_fiches, bytes: text.len() as u64 });
            group.bench_function(BenchmarkId::from_parameter(n_fiches), |bencher| {
                bencher.iter_with_large_drop(|| read(&name, &text, n_fiches));
            });
            group.bench_function(BenchmarkId::new("bare", n_fiches), |bencher| bencher.iter(|| bare(&text)));
            group.finish();
        }
    }
}

fn seconds<T>(run: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let made = black_box(run());
    let seconds = start.elapsed().as_secs_f64();
    drop(made);
    seconds
}

/// Prints the ratio of reading to the bare pass and to the floor, for all formats or for one.
fn ratios(only: Option<&str>) {
    println!("\nformat  fiches     MB    fiches/s    MB/s  bare MB/s  ratio  floor MB/s  ratio");
    for n_fiches in SIZES {
        let fiches = fiches(n_fiches);
        for Format { ending, write, bare, floor } in FORMATS.iter().filter(|format| only.is_none_or(|only| only == format.ending))
        {
            let text = write(&fiches);
            let name = format!("catalogue.{ending}");
            let (mut read_time, mut bare_time, mut floor_time) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
            for _ in 0..N_RUNS {
                read_time = read_time.min(seconds(|| read(&name, &text, n_fiches)));
                bare_time = bare_time.min(seconds(|| bare(&text)));
                floor_time = floor_time.min(seconds(|| floor(text.as_bytes())));
            }
            let megabytes = text.len() as f64 / 1e6;
            println!(
                "{ending:6} {n_fiches:7} {megabytes:6.1} {:11.0} {:7.0} {:10.0} {:6.2} {:11.0} {:6.2}",
                n_fiches as f64 / read_time,
                megabytes / read_time,
                megabytes / bare_time,
                read_time / bare_time,
                megabytes / floor_time,
                read_time / floor_time
            );
        }
    }
}

criterion_group!(benches, bench);

fn main() {
    // `--ratios` prints the table alone, in some seconds; `--ratios xml` one format of it.
    let arguments: Vec<String> = std::env::args().collect();
    let asked = arguments.iter().position(|argument| argument == "--ratios");
    if asked.is_none() {
        benches();
    }
    let only = asked.and_then(|place| arguments.get(place + 1)).map(String::as_str);
    ratios(only.filter(|only| FORMATS.iter().any(|format| format.ending == *only)));
}
