//! The C interface of boussole: seven functions, JSON text in, JSON text out.
//!
//! The documents are the bytes of the program's `--format json`. Whatever is wrong comes back as a document too, with every problem. No panic
//! crosses the border, and every pointer may be NULL.

mod request;

use std::ffi::{CStr, CString, c_char};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null_mut;

use boussole_documents::{Failure, FailureKind};

use crate::request::Library;

/// What a caller holds: a catalogue, weights and questions. It never changes, so any number of threads may ask it at once.
pub struct Boussole(Library);

/// The call succeeded.
pub const BOUSSOLE_OK: i32 = 0;
/// The call failed; the answer is a document that lists every problem.
pub const BOUSSOLE_FAILED: i32 = 1;
/// The library itself is at fault; the answer says where. What was opened may still be used.
pub const BOUSSOLE_BROKEN: i32 = 2;

/// The number of this interface. It changes when a function changes, not when a document does: those carry their own schema.
#[unsafe(no_mangle)]
pub extern "C" fn boussole_abi() -> u32 {
    1
}

/// The version of the library. The text is static: it is not freed.
#[unsafe(no_mangle)]
pub extern "C" fn boussole_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Opens a catalogue: Markdown, Idéo XML, CSV, canonical JSON or a ZIP of these, told by content; NULL for the demonstration.
///
/// Settings are JSON text, and NULL states none: `{"name": "fiches.xml", "weights": {…} or "TOML text", "questions": "TOML text"}`. Returns NULL
/// when that fails; then `failure`, if it is not NULL, points to a document that lists every problem and is freed with `boussole_free`.
///
/// # Safety
///
/// `catalogue` is NULL or points to `n_bytes` bytes, `settings` is NULL or a text that ends with a zero, `failure` is NULL or points to a pointer
/// that may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn boussole_open(
    catalogue: *const u8,
    n_bytes: usize,
    settings: *const c_char,
    failure: *mut *mut c_char,
) -> *mut Boussole {
    // SAFETY: the caller vouches for the bytes, which are only read, and only during this call.
    let bytes = (!catalogue.is_null()).then(|| unsafe { std::slice::from_raw_parts(catalogue, n_bytes) });
    // SAFETY: the caller vouches for the text.
    let settings = unsafe { text(settings) };
    let opened = guarded(|| Library::open(bytes, settings?));
    let (opened, told) = match opened {
        Ok(library) => (Box::into_raw(Box::new(Boussole(library))), null_mut()),
        Err((_, message)) => (null_mut(), owned(message)),
    };
    // SAFETY: the caller vouches for the place.
    unsafe { give(failure, told) };
    opened
}

/// Closes what `boussole_open` returned; NULL is left alone.
///
/// # Safety
///
/// `boussole` is NULL or comes from `boussole_open`, is closed once, and nobody else is using it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn boussole_close(boussole: *mut Boussole) {
    if !boussole.is_null() {
        // SAFETY: it comes from `Box::into_raw` in `boussole_open`, and the caller closes it once.
        drop(unsafe { Box::from_raw(boussole) });
    }
}

/// The problems of the catalogue's data as a JSON list, empty if everything was understood. Freed with `boussole_free`; NULL for NULL.
///
/// # Safety
///
/// `boussole` is NULL or comes from `boussole_open` and is not closed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn boussole_problems(boussole: *const Boussole) -> *mut c_char {
    // SAFETY: the caller vouches for the pointer, and what it points to never changes.
    let Some(boussole) = (unsafe { boussole.as_ref() }) else { return null_mut() };
    guarded(|| Ok(boussole.0.problems())).map_or_else(|(_, message)| owned(message), owned)
}

/// Asks. The request is JSON text such as `{"call": "recommend", "profile": {…}, "options": {"top": 5}}`.
///
/// Returns `BOUSSOLE_OK`, `BOUSSOLE_FAILED` or `BOUSSOLE_BROKEN`, and in `answer`, if it is not NULL, a document that is freed with `boussole_free`.
///
/// # Safety
///
/// `boussole` is NULL or comes from `boussole_open` and is not closed, `request` is NULL or a text that ends with a zero, `answer` is NULL or
/// points to a pointer that may be written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn boussole_ask(boussole: *const Boussole, request: *const c_char, answer: *mut *mut c_char) -> i32 {
    // SAFETY: the caller vouches for both pointers, and what they point to does not change during this call.
    let (boussole, request) = unsafe { (boussole.as_ref(), text(request)) };
    let answered = guarded(|| {
        let Some(Boussole(library)) = boussole else { return Err(null_expected("boussole_ask: a library from boussole_open")) };
        library.answer(request?.ok_or_else(|| null_expected("boussole_ask: a request"))?)
    });
    let (status, document) = match answered {
        Ok(document) => (BOUSSOLE_OK, document),
        Err((status, document)) => (status, document),
    };
    // SAFETY: the caller vouches for the place.
    unsafe { give(answer, owned(document)) };
    status
}

/// Frees a text that another function returned; NULL is left alone.
///
/// # Safety
///
/// `text` is NULL or comes from a function of this library, and is freed once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn boussole_free(text: *mut c_char) {
    if !text.is_null() {
        // SAFETY: it comes from `CString::into_raw` in `owned`, and the caller frees it once.
        drop(unsafe { CString::from_raw(text) });
    }
}

/// Runs what may fail; a panic becomes a failure, so that none crosses the border.
fn guarded<T>(run: impl FnOnce() -> Result<T, Failure>) -> Result<T, (i32, String)> {
    // A library never changes, so that a panic leaves nothing half done.
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => result.map_err(|failure| (BOUSSOLE_FAILED, failure.to_json())),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
            let message = format!("boussole itself is at fault, please report it: {said}");
            Err((BOUSSOLE_BROKEN, Failure::new(FailureKind::Library, message).to_json()))
        }
    }
}

fn null_expected(expected: &str) -> Failure {
    Failure::new(FailureKind::Options, format!("{expected}: expected a pointer, found NULL"))
}

/// The text at a pointer; `None` for NULL.
///
/// # Safety
///
/// The pointer is NULL or a text that ends with a zero and lives as long as it is used.
unsafe fn text<'a>(pointer: *const c_char) -> Result<Option<&'a str>, Failure> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: as required of the caller.
    let bytes = unsafe { CStr::from_ptr(pointer) };
    let expected = |error| Failure::new(FailureKind::Options, format!("expected UTF-8 text, found: {error}"));
    bytes.to_str().map(Some).map_err(expected)
}

/// A text that the caller will free.
fn owned(text: String) -> *mut c_char {
    // JSON writes a zero as \u0000, so that none is in a document.
    CString::new(text).map_or(null_mut(), CString::into_raw)
}

/// Writes a text to the place of the caller; without a place it is freed.
///
/// # Safety
///
/// The place is NULL or may be written, and the text is NULL or comes from [`owned`].
unsafe fn give(place: *mut *mut c_char, text: *mut c_char) {
    if place.is_null() {
        // SAFETY: the text is NULL or comes from `owned`, and nobody else has it.
        unsafe { boussole_free(text) };
    } else {
        // SAFETY: the caller vouches for the place.
        unsafe { place.write(text) };
    }
}
