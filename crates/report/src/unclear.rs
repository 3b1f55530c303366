//! A name that means no métier, or several: what to say to whoever typed it.

use boussole::catalogue::{Title, UnclearName};

use crate::render::set;
use crate::voice::Voice;
use crate::words::{capitalised, message, values};

/// What was not found or not clear, and the métiers to choose from, in a voice: a few sentences for standard error or a field of a form.
///
/// ```
/// use boussole::Catalogue;
/// use boussole_report::{Voice, unclear_name};
/// let error = Catalogue::demo().find("conseiller").expect_err("several fit");
/// assert!(unclear_name(&error, Voice::default()).contains("MET.604"));
/// ```
pub fn unclear_name(error: &UnclearName, voice: Voice) -> String {
    let name = |one: &boussole::catalogue::NamedMetier| {
        let (feminine, masculine) = (one.feminine.clone(), one.masculine.clone());
        format!("{} ({})", capitalised(&Title { heading: String::new(), feminine, masculine }), one.id)
    };
    let offered: Vec<String> = error.offered.iter().map(name).collect();
    let (found, n, offered) = (error.found.as_str(), error.n_fitting, offered.join(" ; "));
    let message = match (error.is_ambiguous, error.offered.is_empty()) {
        (true, _) => message::UNCLEAR_SEVERAL,
        (false, false) => message::UNCLEAR_NONE,
        (false, true) => message::UNCLEAR_NOTHING,
    };
    set(&voice.words_with(message, values![found, n, offered]))
}
