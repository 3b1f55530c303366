// A small guidance app: own catalogue, own design, the sentences of the library. Copy it and change what you like.
import { Catalogue, Recommender, load } from 'boussole-metiers';

const [fieldset, section] = ['fieldset', 'section'].map((name) => document.querySelector(name));

/** An element with text, which is never taken for markup. */
function element(name, text = '', children = []) {
  const made = Object.assign(document.createElement(name), { textContent: text });
  made.append(...children);
  return made;
}

await load();
const catalogue = await Catalogue.fetch(new URL('metiers.csv', import.meta.url));
for (const { message } of catalogue.problems) console.warn(message);
const recommender = new Recommender(catalogue);
const profile = { interests: {} };

for (const { label } of catalogue.labels('interests')) {
  const button = element('button', label);
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  button.onclick = () => {
    const isLiked = button.getAttribute('aria-pressed') === 'false';
    button.setAttribute('aria-pressed', String(isLiked));
    if (isLiked) profile.interests[label] = 1;
    else delete profile.interests[label];
    show();
  };
  fieldset.append(button);
}

/** The list, in the sentences of the library. */
function show() {
  const said = recommender.say('recommend', profile, { top: 4, link: 'https://example.org/fiches/{id}' });
  section.replaceChildren(...said.parts.filter(({ folded }) => !folded).flatMap(({ blocks }) => blocks.flatMap(shown)));
}

/** What a block of the list looks like; this app shows métiers and what is said about all of them. */
function shown(block) {
  switch (block.block) {
    case 'introduction': return [element('p', block.text)];
    case 'metier': return [card(block)];
    case 'together': return [element('p', block.text), reasons(block.reasons), ...block.metiers.map(card)];
    default: return [];
  }
}

function card({ id, name, access, about, reasons: given }) {
  const ask = element('button', 'Et si ?');
  ask.onclick = () => ask.replaceWith(...whatIf(id));
  return element('article', '', [element('h2', name), element('p', access), element('p', about ?? ''), reasons(given), ask]);
}

const reasons = (given) => element('ul', '', given.map(({ text }) => element('li', text)));

/** Which other answers would bring a métier in, or take it out. */
function whatIf(id) {
  const said = recommender.say('whatIf', profile, id, { top: 4 });
  const texts = said.parts.flatMap(({ blocks }) => blocks).flatMap((block) => block.texts ?? block.text ?? block.reasons?.map(({ text }) => text) ?? []);
  return texts.map((text) => element('p', text));
}
