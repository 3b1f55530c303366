// The way so far: what is answered, what is left for sure, and what may come.

import type { Progress } from "boussole-metiers";
import type { App } from "../app.ts";
import { h, s } from "../element.ts";

/** The bar is as long as the longest way, so it never goes back by a wrong guess of ours. */
function bar({ n_given, at_least, at_most }: Progress, soonest: number): SVGElement {
  const all = Math.max(1, n_given + at_most);
  const place = (n: number) => ((n / all) * 100).toFixed(2);
  const flag = n_given < soonest && soonest < all;
  return s(
    "svg",
    { class: "bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    s("line", { x1: 0, x2: 100, y1: 5, y2: 5, class: "perhaps" }),
    s("line", { x1: 0, x2: place(n_given + at_least), y1: 5, y2: 5, class: "sure" }),
    s("line", { x1: 0, x2: place(n_given), y1: 5, y2: 5, class: "done" }),
    flag && s("line", { x1: place(soonest), x2: place(soonest), y1: 0, y2: 10, class: "soonest" }),
  );
}

/** Above a question: back, how far, and the bar. `again` is the number of an answer that is looked at again. */
export function trail(app: App, progress: Progress, soonest: number, again: number | null, back: () => void): HTMLElement {
  const { words } = app;
  const told = again === null ? words.question.progress(progress.n_given, progress.at_least, progress.at_most) : words.question.answered(again);
  return h(
    "div",
    { class: "trail" },
    h("button", { type: "button", class: "back", click: back }, h("span", { class: "arrow", "aria-hidden": "true" }, "←"), h("span", {}, words.question.back)),
    h("p", { class: "far" }, told),
    bar(progress, soonest),
  );
}
