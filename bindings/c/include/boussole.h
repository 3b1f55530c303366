/* boussole for C. Written from src/lib.rs; UPDATE_HEADER=1 cargo test -p boussole-c writes it anew. */

#ifndef BOUSSOLE_H
#define BOUSSOLE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

// The call succeeded.
#define BOUSSOLE_OK 0

// The call failed; the answer is a document that lists every problem.
#define BOUSSOLE_FAILED 1

// The library itself is at fault; the answer says where. What was opened may still be used.
#define BOUSSOLE_BROKEN 2

// What a caller holds: a catalogue, weights and questions. It never changes, so any number of threads may ask it at once.
typedef struct Boussole Boussole;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// The number of this interface. It changes when a function changes, not when a document does: those carry their own schema.
uint32_t boussole_abi(void);

// The version of the library. The text is static: it is not freed.
const char *boussole_version(void);

// Opens a catalogue: Markdown, Idéo XML, CSV, canonical JSON or a ZIP of these, told by content; NULL for the demonstration.
//
// Settings are JSON text, and NULL states none: `{"name": "fiches.xml", "weights": {…} or "TOML text", "questions": "TOML text"}`. Returns NULL
// when that fails; then `failure`, if it is not NULL, points to a document that lists every problem and is freed with `boussole_free`.
//
// # Safety
//
// `catalogue` is NULL or points to `n_bytes` bytes, `settings` is NULL or a text that ends with a zero, `failure` is NULL or points to a pointer
// that may be written.
struct Boussole *boussole_open(const uint8_t *catalogue,
                               size_t n_bytes,
                               const char *settings,
                               char **failure);

// Closes what `boussole_open` returned; NULL is left alone.
//
// # Safety
//
// `boussole` is NULL or comes from `boussole_open`, is closed once, and nobody else is using it.
void boussole_close(struct Boussole *boussole);

// The problems of the catalogue's data as a JSON list, empty if everything was understood. Freed with `boussole_free`; NULL for NULL.
//
// # Safety
//
// `boussole` is NULL or comes from `boussole_open` and is not closed.
char *boussole_problems(const struct Boussole *boussole);

// Asks. The request is JSON text such as `{"call": "recommend", "profile": {…}, "options": {"top": 5}}`.
//
// Returns `BOUSSOLE_OK`, `BOUSSOLE_FAILED` or `BOUSSOLE_BROKEN`, and in `answer`, if it is not NULL, a document that is freed with `boussole_free`.
//
// # Safety
//
// `boussole` is NULL or comes from `boussole_open` and is not closed, `request` is NULL or a text that ends with a zero, `answer` is NULL or
// points to a pointer that may be written.
int32_t boussole_ask(const struct Boussole *boussole,
                     const char *request,
                     char **answer);

// Frees a text that another function returned; NULL is left alone.
//
// # Safety
//
// `text` is NULL or comes from a function of this library, and is freed once.
void boussole_free(char *text);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* BOUSSOLE_H */
