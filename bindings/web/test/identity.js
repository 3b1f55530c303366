// The documents of fixtures/identity, as `crates/lab/src/identity.rs` asks for them, and their SHA-256. Runs in Node and in a browser.

/** A line per kind of document, as fixtures/identity/sha256.txt has it; but for whole quizzes, whose progress it holds in a form of Rust alone. */
export async function sums({ Catalogue, Recommender }, profiles) {
  const catalogue = Catalogue.demo();
  const recommender = new Recommender(catalogue);
  const ids = catalogue.metiers().map((metier) => metier.id);
  const id = (number) => ids[number % ids.length];
  const list = { stability: false };
  const recommend = (profile, number) =>
    recommender.write('json', 'recommend', profile, number % 4 === 0 ? { ...list, diversity: 'xquad' } : list);
  const kinds = [
    ['recommend', 1, recommend],
    ['explain', 1, (profile, number) => recommender.write('json', 'explain', profile, id(number), list)],
    ['compare', 1, (profile, number) => recommender.write('json', 'compare', profile, id(number), id(number + 1))],
    ['record', 5, (profile) => recommender.record(profile)],
    ['ladder', 5, (profile) => recommender.write('json', 'ladder', profile)],
    ['stability', 10, (profile) => recommender.write('json', 'stability', profile)],
    ['whatif', 10, (profile, number) => recommender.write('json', 'whatIf', profile, id(number))],
    ['text', 10, (profile) => recommender.write('text', 'recommend', profile, list)],
    ['html', 10, (profile) => recommender.page('recommend', profile, { ...list, language: 'en', audience: 'counsellor' })],
  ];
  const lines = [];
  for (const [kind, every, write] of kinds) {
    const documents = profiles.filter((_, number) => number % every === 0).map((profile, place) => write(profile, place * every));
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(documents.join('')));
    const digits = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    lines.push(`${digits}  ${String(documents.length).padStart(3)} ${kind}`);
  }
  return lines;
}
