// Sentences in their parts, as the library gives them: paragraphs, lists, names with what was said, tables, parts to open.

import type { SaidBlock, SaidPair, SaidPart, SaidReason, SaidTable } from "boussole-metiers";
import { h } from "../element.ts";

/** The sign of a reason; the word is for who listens. */
const SIGNS: Record<SaidReason["mark"], string> = { for: "+", against: "!", note: "", unknown: "?", tied: "=", moved: "↕", place: "~" };

/** Reasons with their signs, for and against apart by sign and colour. */
export function reasons(items: SaidReason[]): HTMLElement {
  const item = ({ mark, text, tag }: SaidReason) =>
    h(
      "li",
      { class: mark },
      h("span", { class: "sign", "aria-hidden": "true" }, SIGNS[mark]),
      h("span", {}, text, tag !== undefined && " ", tag !== undefined && h("span", { class: "tag" }, tag)),
    );
  return h("ul", { class: "why" }, ...items.map(item));
}

function table({ caption, columns, groups }: SaidTable): HTMLElement {
  const row = (cells: string[]) => h("tr", {}, ...cells.map((cell, place) => (place === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))));
  const across = (text: string | undefined) => text !== undefined && h("tr", {}, h("th", { scope: "rowgroup", colspan: columns.length }, text));
  const total = (sum: [string, string] | undefined) =>
    sum !== undefined && h("tr", { class: "total" }, h("th", { scope: "row", colspan: Math.max(1, columns.length - 1) }, sum[0]), h("td", {}, sum[1]));
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": caption ?? columns.join(", ") },
    h(
      "table",
      {},
      caption !== undefined && h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...columns.map((column) => (column === "" ? h("td", {}) : h("th", { scope: "col" }, column))))),
      ...groups.map((group) => h("tbody", {}, across(group.label), ...group.rows.map(row), across(group.note), total(group.total))),
    ),
  );
}

/** Names and what was said about each; texts of the catalogue are French on any page. */
export function pairs(all: SaidPair[]): HTMLElement {
  return h("dl", { class: "pairs" }, ...all.map(({ name, text, is_label }) => h("div", {}, h("dt", {}, name), h("dd", { lang: is_label && "fr" }, text))));
}

/** Levels are on the cards already; what is said about a drawing of them is not for a page without it. */
export const isForScreen = (one: SaidBlock): boolean => one.block !== "part" || one.name !== "niveaux";

/** A block, where métiers are drawn by who calls. */
export function block(block: SaidBlock, level: 2 | 3 = 3): HTMLElement | null {
  switch (block.block) {
    case "paragraph":
    case "introduction":
      return h("p", { class: block.block }, block.text);
    case "list":
      return h("ul", {}, ...block.texts.map((text) => h("li", {}, text)));
    case "pairs":
      return pairs(block.pairs);
    case "reasons":
      return reasons(block.reasons);
    case "table":
      return table(block);
    case "part":
      return part(block, level);
    case "ladder":
      return h("div", { class: "ladder" }, h("p", {}, block.title), h("ul", {}, ...block.rungs.map((rung) => h("li", {}, rung.text))));
    // A legend also says how to read bars, which this page does not draw.
    default:
      return null;
  }
}

/** A part with its heading; a folded one is opened by the reader. */
export function part(said: SaidPart, level: 2 | 3 = 2): HTMLElement {
  const blocks = said.blocks.map((one) => block(one, 3)).filter((one) => one !== null);
  const title = said.title !== undefined && h(level === 2 ? "h2" : "h3", {}, said.title);
  return said.folded ? h("details", { class: "part" }, h("summary", {}, title), ...blocks) : h("section", { class: "part" }, title, ...blocks);
}
