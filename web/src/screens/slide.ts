// Cards that moved slide to their new place, unless the pupil asked for less motion.

const MILLISECONDS = 420;

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-id]")];

/** Remembers where the cards are; what it returns is called once they are drawn again. */
export function slide(): () => void {
  const were = new Map(cards().map((card) => [card.dataset["id"], card.getBoundingClientRect().top + window.scrollY]));
  return () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      return;
    }
    for (const card of cards()) {
      const was = were.get(card.dataset["id"]);
      const by = was === undefined ? 0 : was - (card.getBoundingClientRect().top + window.scrollY);
      if (by !== 0) {
        card.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: MILLISECONDS, easing: "cubic-bezier(.2, .8, .2, 1)" });
      }
    }
  };
}
