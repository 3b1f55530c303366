// What the pupil did, kept in this tab only: `sessionStorage` is gone when the tab is closed.

import type { Session } from "boussole-metiers";

export type Language = "fr" | "en";
export type Audience = "pupil" | "adult" | "counsellor";

export interface State {
  /** The session of the quiz, or nothing before it began. */
  session: Session | null;
  language: Language;
  audience: Audience;
}

const KEY = "boussole";

const EMPTY: State = { session: null, language: "fr", audience: "pupil" };

function isState(value: unknown): value is State {
  const state = value as State;
  return (
    typeof value === "object" &&
    value !== null &&
    (state.session === null || Array.isArray(state.session?.given)) &&
    ["fr", "en"].includes(state.language) &&
    ["pupil", "adult", "counsellor"].includes(state.audience)
  );
}

/** What this tab knows; a link may choose the language and the reader, as in `?language=en&audience=adult`. */
export function kept(): State {
  const asked = new URLSearchParams(location.search);
  const chosen = { ...(asked.has("language") && { language: asked.get("language") }), ...(asked.has("audience") && { audience: asked.get("audience") }) };
  let found: unknown = null;
  try {
    found = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    // What cannot be read is as good as nothing: the quiz begins anew.
  }
  const state = { ...EMPTY, ...chosen, ...(isState(found) ? found : {}) };
  return isState(state) ? state : EMPTY;
}

/** Keeps the state. A browser that keeps nothing still plays the quiz, until the page is reloaded. */
export function keep(state: State): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // Storage may be forbidden.
  }
}

/** Erases everything. */
export function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
}
