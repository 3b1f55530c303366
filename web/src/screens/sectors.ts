// A list to choose several from: native check boxes, and one button that says what is chosen.

import type { Answer, AskedQuestion } from "boussole-metiers";
import type { App } from "../app.ts";
import { h } from "../element.ts";

const chosenOf = (given: Answer | null): string[] => (given !== null && typeof given === "object" && "sectors" in given ? given.sectors : []);

/** The form; `choose` gets the sectors in the order of the list. */
export function sectorsForm(app: App, list: NonNullable<AskedQuestion["list"]>, given: Answer | null, choose: (answer: Answer) => void): HTMLElement {
  const { words } = app;
  const before = chosenOf(given);
  const boxes = list.choices.map((choice) => h("input", { type: "checkbox", value: choice.sector, checked: before.includes(choice.sector) }));
  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const count = h("p", { class: "count", role: "status" });
  const confirm = h("button", { type: "button", class: "go", click: () => choose({ sectors: chosen() }) });
  const tell = () => {
    const n = chosen().length;
    count.textContent = words.question.chosen(n, list.most);
    confirm.textContent = words.question.chooseSome(n);
    for (const box of boxes) {
      box.disabled = n >= list.most && !box.checked;
    }
  };
  tell();
  const labels = list.choices.map((choice, place) => h("label", { class: "chip" }, boxes[place], h("span", {}, choice.words)));
  return h(
    "div",
    { class: "sectors" },
    h("fieldset", { change: tell }, h("legend", { class: "only-heard" }, words.question.chooseMost(list.most)), ...labels),
    h("div", { class: "sticky" }, count, confirm),
  );
}
