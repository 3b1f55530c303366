//! What is wrong with an input, as an exception that carries every problem.

use std::fmt::Display;

use boussole_documents::Failure;
use pyo3::prelude::*;
use serde_json::json;

/// The exception for a failure.
pub(crate) fn raised(py: Python<'_>, failure: &Failure) -> PyErr {
    of_json(py, &failure.to_json())
}

/// The exception of a kind that documents do not have, with its problems; without any, the message is one.
pub(crate) fn raised_of(py: Python<'_>, kind: &str, message: impl Display, problems: &[String]) -> PyErr {
    let message = message.to_string();
    let problems = if problems.is_empty() { std::slice::from_ref(&message) } else { problems };
    let problems: Vec<_> = problems.iter().map(|problem| json!({ "message": problem })).collect();
    of_json(py, &json!({ "kind": kind, "message": message, "problems": problems }).to_string())
}

fn of_json(py: Python<'_>, failure: &str) -> PyErr {
    let made = py.import("boussole_metiers._errors").and_then(|errors| errors.call_method1("of_json", (failure,)));
    made.map_or_else(|error| error, PyErr::from_value)
}
