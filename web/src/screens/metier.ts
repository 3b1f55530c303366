// One métier: why, what else its sheet says, what if, why before another, the way on.

import type { Said, SaidBlock, SaidFacts, Session } from "boussole-metiers";
import type { App, Screen } from "../app.ts";
import { h, heading, say } from "../element.ts";
import type { Engine } from "../engine.ts";
import { asks, badges } from "./card.ts";
import { labels } from "./list.ts";
import { block, isForScreen, pairs, part } from "./said.ts";

/** What an answer of the library says, below its button, without what stands at the end of the page; figures are to be opened. */
function told(said: Said, end: Set<string>): HTMLElement {
  const isNew = (one: SaidBlock) => one.block !== "paragraph" || !end.has(one.text);
  const parts = said.parts.map((one) => ({ ...one, blocks: one.blocks.filter(isNew), folded: one.blocks.some((inner) => inner.block === "table") }));
  return h("div", { class: "told" }, ...parts.filter((one) => one.blocks.length > 0).map((one) => part(one, 3)));
}

/** The paragraphs of parts, and of parts in them. */
function paragraphs(blocks: SaidBlock[]): string[] {
  return blocks.flatMap((one) => (one.block === "part" ? paragraphs(one.blocks) : one.block === "paragraph" ? [one.text] : []));
}

/** « Et si ? »: found when it is asked, since it takes a moment. */
function whatIf(app: App, engine: Engine, session: Session, id: string, end: Set<string>): HTMLElement {
  const { words } = app;
  const place = h("div", { "aria-live": "polite" });
  const find = () => place.replaceChildren(told(engine.whatIf(session, id), end));
  return h(
    "section",
    { class: "what-if screen-only" },
    h("h2", {}, words.metier.whatIf),
    h("p", {}, words.metier.whatIfLead),
    h("button", { type: "button", class: "plain", click: find }, words.metier.whatIfGo),
    place,
  );
}

/** « Pourquoi avant… ? »: beside another métier of the list. */
function compare(app: App, engine: Engine, session: Session, id: string, end: Set<string>): HTMLElement | false {
  const { words } = app;
  const others = engine.open(session).filter((one) => one.id !== id);
  if (others.length === 0) {
    return false;
  }
  const select = h("select", { id: "other" }, ...others.map((one) => h("option", { value: one.id, lang: "fr" }, engine.nameOf(one.id))));
  const place = h("div", { "aria-live": "polite" });
  const show = () => place.replaceChildren(told(engine.compare(session, id, select.value), end));
  return h(
    "section",
    { class: "compare screen-only" },
    h("h2", {}, words.metier.compare),
    h("div", { class: "row" }, h("label", { for: "other" }, words.metier.compareWith), select, h("button", { type: "button", class: "plain", click: show }, words.metier.compareGo)),
    place,
  );
}

/** Studies, trainings, statuses, and the sheet itself, which is elsewhere. */
function way(app: App, facts: SaidFacts): HTMLElement | false {
  const { link } = facts;
  if (facts.way.length === 0 && link === undefined) {
    return false;
  }
  const away = link !== undefined && h("a", { class: "away", href: link.url, target: "_blank", rel: "noopener noreferrer external" }, link.name, h("span", { class: "only-heard" }, ` (${app.words.metier.newTab})`));
  return h("section", { class: "way" }, h("h2", {}, app.words.metier.way), pairs(facts.way), away);
}

function answered(app: App, session: Session): void {
  app.change({ session }, true);
  document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  say(app.words.portrait.moved);
}

export function metierScreen(app: App, engine: Engine, session: Session, id: string): Screen | null {
  const explained = engine.explain(session, id);
  if (explained === null) {
    return null;
  }
  const { said } = explained;
  const facts = said.parts.flatMap((one) => one.blocks).find((one) => one.block === "facts");
  const [head, ...rest] = said.parts;
  const shown = labels(engine, session);
  const end = new Set(paragraphs(rest.flatMap((one) => one.blocks)));
  const isWhy = (name: string | undefined) => name === "pourquoi";
  const main = h(
    "main",
    { id: "content", class: "metier" },
    h("button", { type: "button", class: "back", click: () => app.backTo({ at: "list" }) }, h("span", { class: "arrow", "aria-hidden": "true" }, "←"), h("span", {}, app.words.metier.back)),
    h("div", { class: "title", lang: "fr" }, heading(said.title)),
    facts !== undefined && badges(facts),
    facts?.about !== undefined && h("p", { class: "about", lang: "fr" }, facts.about),
    ...(head?.blocks ?? []).filter((one) => one.block !== "facts").map((one) => block(one)),
    ...rest.filter((one) => isWhy(one.name)).map((one) => part(one)),
    asks(app, engine, { session, labels: explained.labels.map(shown), answered: (changed) => answered(app, changed) }),
    facts !== undefined && way(app, facts),
    whatIf(app, engine, session, id, end),
    compare(app, engine, session, id, end),
    ...rest.filter((one) => !isWhy(one.name) && one.name !== "reponses").flatMap((one) => one.blocks.filter(isForScreen).map((inner) => block(inner, 2))),
  );
  return { title: said.title, main };
}
