//! The answers of a recommender as documents, each in the form and voice that is asked for. The program prints these too.

use boussole::catalogue::MetierId;
use boussole::inquiry::{contrast, counterfactual, ladder, metier_stability, stability};
use boussole::{Profile, ProfileError, Recommender};
use boussole_report::{
    ContrastReport, ExplanationReport, LadderReport, RecommendationReport, Report, StabilityReport, Voice, WhatIfReport,
};

use crate::options::{CompareOptions, DocumentForm, ExplainOptions, LadderOptions, LinkTemplate, ListOptions, TopOptions};

/// A report in a form.
pub fn written(report: &impl Report, form: DocumentForm, voice: Voice) -> String {
    match form {
        DocumentForm::Json => report.json_in(voice),
        DocumentForm::Text => report.text(voice),
        DocumentForm::Markdown => report.markdown(voice),
        DocumentForm::Html => report.html(voice),
        DocumentForm::HtmlParts => report.html_parts(voice),
        DocumentForm::Said => report.said(voice),
    }
}

/// A result is that of the recommender which has just made it.
pub(crate) const JUST_MADE: &str = "the recommender has just made it for this profile";

/// The first métiers for a profile.
///
/// # Errors
///
/// [`ProfileError`] when the profile names what the catalogue does not have.
pub fn recommend(recommender: &Recommender, profile: &Profile, options: &ListOptions) -> Result<String, ProfileError> {
    let ranking = recommender.recommend_diverse(profile, options.top, options.diversity)?;
    // How sure places are is that of a list in the order of scores.
    let is_asked = options.stability && !options.diversity.is_on();
    let found = is_asked.then(|| stability(recommender, profile, options.top)).transpose()?;
    let report = RecommendationReport::new(recommender, profile, &ranking).expect(JUST_MADE).with_stability(found.as_ref());
    Ok(written(&report.with_link(link(options.link.as_ref())), options.format, options.voice()))
}

/// Why a métier has its score, ranked or not.
///
/// # Errors
///
/// [`ProfileError`] when the profile or the identifier names what the catalogue does not have.
pub fn explain(
    recommender: &Recommender,
    profile: &Profile,
    id: &MetierId,
    options: &ExplainOptions,
) -> Result<String, ProfileError> {
    let explained = recommender.explain(profile, id)?;
    let found = if options.stability { metier_stability(recommender, profile, id, options.top)? } else { None };
    let report = ExplanationReport::new(recommender, profile, &explained).expect(JUST_MADE).with_stability(found.as_ref());
    Ok(written(&report.with_link(link(options.link.as_ref())), options.format, options.voice()))
}

/// Why one métier comes before another.
///
/// # Errors
///
/// [`ProfileError`] when the profile or an identifier names what the catalogue does not have.
pub fn compare(
    recommender: &Recommender,
    profile: &Profile,
    [first, second]: [&MetierId; 2],
    options: &CompareOptions,
) -> Result<String, ProfileError> {
    let found = contrast(recommender, profile, first, second)?;
    Ok(written(&ContrastReport::new(&found), options.format, options.voice()))
}

/// The smallest changes of answers that bring a métier into the list, or take it out.
///
/// # Errors
///
/// [`ProfileError`] when the profile or the identifier names what the catalogue does not have.
pub fn what_if(
    recommender: &Recommender,
    profile: &Profile,
    id: &MetierId,
    options: &TopOptions,
) -> Result<String, ProfileError> {
    let found = counterfactual(recommender, profile, id, options.top)?;
    Ok(written(&WhatIfReport::new(&found), options.format, options.voice()))
}

/// How sure a list is.
///
/// # Errors
///
/// [`ProfileError`] when the profile names what the catalogue does not have.
pub fn how_sure(recommender: &Recommender, profile: &Profile, options: &TopOptions) -> Result<String, ProfileError> {
    let found = stability(recommender, profile, options.top)?;
    Ok(written(&StabilityReport::new(&found), options.format, options.voice()))
}

/// The best métiers at each level.
///
/// # Errors
///
/// [`ProfileError`] when the profile names what the catalogue does not have.
pub fn by_level(recommender: &Recommender, profile: &Profile, options: &LadderOptions) -> Result<String, ProfileError> {
    let found = ladder(recommender, profile, options.each)?;
    Ok(written(&LadderReport::new(&found), options.format, options.voice()))
}

fn link(template: Option<&LinkTemplate>) -> Option<String> {
    template.map(|template| template.as_str().to_owned())
}
