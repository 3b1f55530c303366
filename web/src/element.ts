// Elements: made by name, with text as text, so that no label can become markup.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

const SVG = "http://www.w3.org/2000/svg";

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element of the page. A function among the attributes listens to the event of its name. */
export function h<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function s(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS(SVG, name) as SVGElement, attributes, children);
}

/** The heading of a screen, which takes the focus when the screen appears. */
export function heading(...children: Child[]): HTMLHeadingElement {
  return h("h1", { tabindex: -1 }, ...children);
}

/** Tells who listens to a screen reader what changed. */
export function say(text: string): void {
  const place = document.getElementById("said");
  if (place !== null) {
    // The same words twice are told twice only when the text was gone in between.
    place.textContent = "";
    requestAnimationFrame(() => (place.textContent = text));
  }
}
