// What every screen is given: the engine, the words, the answers, and ways to go on.

import type { Engine } from "./engine.ts";
import type { State } from "./store.ts";
import type { Words } from "./words.fr.ts";

/** A screen: what is shown, and what keys do while the focus is in it. */
export interface Screen {
  title: string;
  main: HTMLElement;
  /** Where the focus goes in place of the heading. */
  focus?: HTMLElement;
}

/** Where one can be: each has an address, so that the browser's own back and reload work. */
export type Place =
  | { at: "start" }
  /** The question that was or will be answered as number `nth`, counted from 0. */
  | { at: "question"; nth: number }
  | { at: "portrait" }
  | { at: "list" }
  | { at: "metier"; id: string };

export interface App {
  readonly words: Words;
  readonly state: State;
  /** The engine, once it is there. */
  readonly engine: Engine | null;
  /** Keeps a change of the state; with `redraw` the screen is made again. */
  change(change: Partial<State>, redraw?: boolean): void;
  go(place: Place, how?: "push" | "replace"): void;
  /** Goes back to a place, in the history of the browser where it is the place before. */
  backTo(place: Place): void;
  /** Erases everything and begins anew. */
  forget(): void;
  /** The engine as soon as it is there. */
  ready(): Promise<Engine>;
  /** Says that the engine is not there, and offers to try again. */
  fail(): void;
}

/** The address of a place. */
export function address(place: Place): string {
  switch (place.at) {
    case "start":
      return "#";
    case "question":
      return `#question/${place.nth + 1}`;
    case "portrait":
      return "#portrait";
    case "list":
      return "#pistes";
    case "metier":
      return `#metier/${encodeURIComponent(place.id)}`;
  }
}

/** The place of an address; the start for any other. */
export function placeOf(hash: string): Place {
  const [at = "", rest = ""] = hash.replace(/^#/, "").split("/", 2);
  switch (at) {
    case "question":
      return { at: "question", nth: Math.max(0, (Number.parseInt(rest, 10) || 1) - 1) };
    case "portrait":
      return { at: "portrait" };
    case "pistes":
      return { at: "list" };
    case "metier":
      return { at: "metier", id: decode(rest) };
    default:
      return { at: "start" };
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
