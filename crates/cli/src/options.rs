//! Options that several commands share.

use std::path::{Path, PathBuf};

use boussole::catalogue::AccessLevel;
use boussole_report::{Audience, Language, Voice};
use clap::{Args, ValueEnum};

/// Where métiers and weights come from.
#[derive(Debug, Args)]
pub(crate) struct SourceOptions {
    /// A file or folder of fiches (Markdown, Idéo XML, CSV, JSON, ZIP); may be given several times [default: the embedded demonstration catalogue]
    #[arg(long, value_name = "PATH")]
    pub(crate) catalogue: Vec<PathBuf>,
    /// RIASEC letters of ROME codes: a CSV table with code_rome, riasec_majeur, riasec_mineur
    #[arg(long, value_name = "FILE")]
    pub(crate) rome_riasec: Option<PathBuf>,
    /// Weights of the criteria (TOML) in place of the default ones
    #[arg(long, value_name = "FILE")]
    pub(crate) weights: Option<PathBuf>,
    /// Take any problem in the catalogue for a failure
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show no progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

impl SourceOptions {
    /// The files and folders that are read.
    pub(crate) fn paths(&self) -> Vec<&Path> {
        self.catalogue.iter().chain(&self.rome_riasec).chain(&self.weights).map(PathBuf::as_path).collect()
    }
}

/// Who asks: a file, or answers on the command line.
#[derive(Debug, Args)]
pub(crate) struct StudentOptions {
    /// A profile (TOML or JSON), or a session that a quiz kept
    #[arg(long, value_name = "FILE", conflicts_with_all = ["likes", "dislikes", "reached", "willing", "words"])]
    pub(crate) profile: Option<PathBuf>,
    /// Interests that the student likes
    #[arg(long, value_name = "LABEL", num_args = 1..)]
    pub(crate) likes: Vec<String>,
    /// Interests that the student does not like
    #[arg(long, value_name = "LABEL", num_args = 1..)]
    pub(crate) dislikes: Vec<String>,
    /// The level that the student has
    #[arg(long, value_name = "LEVEL")]
    pub(crate) reached: Option<AccessLevel>,
    /// How far the student wants to study
    #[arg(long, value_name = "LEVEL")]
    pub(crate) willing: Option<AccessLevel>,
    /// Leave métiers aside that ask for a higher level
    #[arg(long, value_name = "LEVEL")]
    pub(crate) max_level: Option<AccessLevel>,
    /// The questions (TOML) of a session that was asked others than the embedded ones
    #[arg(long, value_name = "FILE", requires = "profile")]
    pub(crate) questions: Option<PathBuf>,
    /// Words of the student's own, such as « dessiner, mangas »
    #[arg(long, value_name = "WORD", num_args = 1..)]
    pub(crate) words: Vec<String>,
    /// Keep métiers whose statuses, or whose sectors, the student all refused (−1); without this they are left aside and counted
    #[arg(long)]
    pub(crate) keep_refused: bool,
    /// Show métiers that the profile likes, too; without this they are left aside and counted, since who likes them knows them
    #[arg(long)]
    pub(crate) show_liked: bool,
}

/// A question about one student: over which métiers, who asks, and in which voice the answer speaks.
#[derive(Debug, Args)]
pub(crate) struct QuestionOptions {
    #[command(flatten)]
    pub(crate) source: SourceOptions,
    #[command(flatten)]
    pub(crate) student: StudentOptions,
    #[command(flatten)]
    voice: VoiceOptions,
}

impl QuestionOptions {
    pub(crate) fn voice(&self) -> Voice {
        self.voice.voice()
    }
}

#[derive(Debug, Args)]
pub(crate) struct OutputOptions {
    /// The form of the result
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
}

/// For commands whose result is a page, too.
#[derive(Debug, Args)]
pub(crate) struct PageOptions {
    /// The form of the result
    #[arg(long, value_enum, default_value_t = PageFormat::Text)]
    pub(crate) format: PageFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// For people, with every number
    Markdown,
    /// A page for a phone and for paper, with pictures
    Html,
}

impl From<Format> for PageFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
            Format::Markdown => Self::Markdown,
        }
    }
}

/// Where the fiches of métiers are shown.
#[derive(Debug, Args)]
pub(crate) struct LinkOptions {
    /// The address of a fiche, in which {id} stands for the identifier [default: that of Onisep, for the identifiers of its list]
    #[arg(long, value_name = "URL", value_parser = link_template)]
    pub(crate) link: Option<String>,
}

/// A template of links, which name no other place than a page.
fn link_template(text: &str) -> Result<String, String> {
    let is_page = ["https://", "http://", "/", "./"].iter().any(|start| text.starts_with(start));
    let is_template = is_page && text.contains("{id}") && !text.contains(char::is_whitespace);
    is_template.then(|| text.to_owned()).ok_or_else(|| "expected an address such as https://example.org/{id}".to_owned())
}

/// In which language, and to whom, the result speaks.
#[derive(Debug, Args)]
pub(crate) struct VoiceOptions {
    #[command(flatten)]
    language: LanguageOptions,
    /// Who reads it
    #[arg(long, value_enum, default_value_t = AudienceName::Pupil, value_name = "READER")]
    audience: AudienceName,
}

/// In which language the result speaks to whoever keeps the data or measures. JSON is the same for all.
#[derive(Debug, Args)]
pub(crate) struct LanguageOptions {
    /// The language of what people read
    #[arg(long, value_enum, default_value_t = LanguageName::Fr, value_name = "LANGUAGE")]
    language: LanguageName,
}

impl LanguageOptions {
    /// The voice of a report that is addressed to nobody.
    pub(crate) fn voice(&self) -> Voice {
        let language = match self.language {
            LanguageName::Fr => Language::French,
            LanguageName::En => Language::English,
        };
        Voice { language, ..Voice::default() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LanguageName {
    /// French
    Fr,
    /// English; labels of the catalogue stay French
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AudienceName {
    /// A pupil, who is spoken to
    #[value(alias = "student")]
    Pupil,
    /// An adult, who is spoken to
    Adult,
    /// Whoever advises the student, with figures
    Counsellor,
}

impl VoiceOptions {
    pub(crate) fn voice(&self) -> Voice {
        let audience = match self.audience {
            AudienceName::Pupil => Audience::Pupil,
            AudienceName::Adult => Audience::Adult,
            AudienceName::Counsellor => Audience::Counsellor,
        };
        Voice { audience, ..self.language.voice() }
    }
}
