// The list: what the library says, with cards that open, and questions that move it.

import type { Said, SaidBlock, SaidMetier, Session } from "boussole-metiers";
import type { App, Screen } from "../app.ts";
import { h, heading, say } from "../element.ts";
import type { Engine } from "../engine.ts";
import { type Asked, card } from "./card.ts";
import { keepPart } from "./keep.ts";
import { slide } from "./slide.ts";
import { block, isForScreen, reasons } from "./said.ts";

/** What this visit of the list remembers: which cards are open, and the order before the last answer. */
const opened = new Set<string>();
let before: string[] | null = null;

/** The parts that hold métiers; the others stand below. */
const isOfMetiers = (blocks: SaidBlock[]): boolean => blocks.some((one) => one.block === "metier" || one.block === "together");

const metiersOf = (said: Said): SaidMetier[] =>
  said.parts.flatMap((one) => one.blocks).flatMap((one) => (one.block === "metier" ? [one] : one.block === "together" ? one.metiers : []));

/** For each label how it is shown and which questions ask about it. */
export function labels(engine: Engine, session: Session): (label: string) => { words: string; questions: string[] } {
  const entries = engine.portrait(session).groups.flatMap((group) => group.entries);
  return (label) => entries.find((entry) => entry.about === label) ?? { words: label, questions: [] };
}

interface Drawn {
  app: App;
  engine: Engine;
  session: Session;
  /** The labels of each sheet that were not answered. */
  open: { id: string; labels: string[] }[];
  answered: (id: string) => (session: Session) => void;
}

function drawCard({ app, engine, session, open, answered }: Drawn, metier: SaidMetier): HTMLElement {
  const unanswered = open.find((one) => one.id === metier.id)?.labels ?? [];
  const asked: Asked = { session, labels: unanswered.map(labels(engine, session)), answered: answered(metier.id) };
  const was = before?.indexOf(metier.id);
  const steps = was === undefined ? undefined : was < 0 ? null : was + 1 - metier.rank;
  const toggled = (isOpen: boolean) => void (isOpen ? opened.add(metier.id) : opened.delete(metier.id));
  return card(app, engine, metier, asked, opened.has(metier.id), steps, toggled);
}

/** Cards, and brackets around those that belong together. */
function drawBlock(drawn: Drawn, one: SaidBlock): HTMLElement | null {
  if (one.block === "metier") {
    return drawCard(drawn, one);
  }
  if (one.block === "together") {
    return h(
      "div",
      { class: "together" },
      h("p", { class: "label" }, one.label),
      h("p", {}, one.text),
      one.reasons.length > 0 && reasons(one.reasons),
      ...one.metiers.map((metier) => drawCard(drawn, metier)),
    );
  }
  return block(one);
}

/** Keeps the answer, draws the list again, lets cards slide to their places and says what happened. */
function answer(app: App, engine: Engine, id: string, order: string[], session: Session): void {
  const places = slide();
  const top = document.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect().top ?? 0;
  before = order;
  app.change({ session }, true);
  const again = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
  if (again !== null) {
    // The card that was answered stays under the finger; the others move around it.
    window.scrollBy({ top: again.getBoundingClientRect().top - top, behavior: "instant" });
  }
  (again?.querySelector<HTMLElement>("h3 button") ?? document.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: again !== null });
  places();
  const now = engine.open(session).map((one) => one.id);
  say(app.words.list.changed(now.filter((one, place) => order[place] !== one).length));
}

/** A métier that the pupil thinks of: found by the library, which says what it did not understand. */
function search(app: App, engine: Engine): HTMLElement {
  const { words } = app;
  const told = h("div", { class: "found", role: "status" });
  const input = h("input", { type: "search", id: "search", autocomplete: "off", list: "metiers", "aria-describedby": "search-help" });
  const find = (event: Event) => {
    event.preventDefault();
    const found = engine.find(input.value);
    if ("id" in found) {
      app.go({ at: "metier", id: found.id });
      return;
    }
    const offer = (id: string) => h("li", {}, h("button", { type: "button", class: "entry", lang: "fr", click: () => app.go({ at: "metier", id }) }, engine.nameOf(id)));
    told.replaceChildren(h("p", { class: "lines" }, found.message.split("\n")[0] ?? ""), h("ul", { class: "entries" }, ...found.nearest.map(offer)));
  };
  return h(
    "form",
    { class: "search", role: "search", submit: find },
    h("h2", {}, h("label", { for: "search" }, words.list.search)),
    h("p", { class: "help", id: "search-help" }, words.list.searchHelp),
    h("div", { class: "row" }, input, h("button", { type: "submit", class: "plain" }, words.list.searchGo)),
    told,
  );
}

function drawParts(drawn: Drawn, said: Said): HTMLElement {
  const parts = said.parts.filter((one) => isOfMetiers(one.blocks));
  const draw = (one: (typeof parts)[number]) =>
    h("section", { class: "metiers" }, h("h2", { class: parts.length > 1 ? "" : "only-heard" }, one.title ?? said.title), ...one.blocks.map((inner) => drawBlock(drawn, inner)));
  return h("div", { class: "list-of-metiers" }, ...parts.map(draw));
}

export function listScreen(app: App, engine: Engine, session: Session): Screen {
  const said = engine.list(session);
  const order = metiersOf(said).map((metier) => metier.id);
  if (!order.some((id) => opened.has(id)) && order[0] !== undefined) {
    opened.add(order[0]);
  }
  const drawn: Drawn = { app, engine, session, open: engine.open(session), answered: (id) => (changed) => answer(app, engine, id, order, changed) };
  const others = said.parts.filter((one) => !isOfMetiers(one.blocks) && one.name !== "reponses");
  const [intro, rest] = [others.slice(0, 1), others.slice(1)];
  const main = h(
    "main",
    { id: "content", class: "list" },
    heading(said.title),
    ...intro.flatMap((one) => one.blocks.map((inner) => block(inner))),
    h("button", { type: "button", class: "text screen-only", click: () => app.backTo({ at: "portrait" }) }, app.words.list.portrait),
    drawParts(drawn, said),
    h("div", { class: "after" }, search(app, engine), ...rest.flatMap((one) => one.blocks.filter(isForScreen).map((inner) => block(inner, 2)))),
    keepPart(app, engine, session, said.title),
  );
  before = null;
  return { title: said.title, main };
}
