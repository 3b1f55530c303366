// The documents of fixtures/identity, as `crates/lab/src/identity.rs` asks for them, and their SHA-256. Runs in Node and in a browser.

/** What a question may be answered with, drawn by lot. */
const answers = ['yes', 'rather_yes', 'neither', 'rather_no', 'no', 'skip'];

/** A line per kind of document, as fixtures/identity/sha256.txt has it. */
export async function sums({ Catalogue, Recommender, Quiz }, profiles) {
  const catalogue = Catalogue.demo();
  const [recommender, quiz] = [new Recommender(catalogue), new Quiz(catalogue)];
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
    ['quiz', 10, (_, number) => wholeQuiz(quiz, number, recommend)],
    ['text', 10, (profile) => recommender.write('text', 'recommend', profile, list)],
    ['html', 10, (profile) => recommender.page('recommend', profile, { ...list, language: 'en', audience: 'counsellor' })],
    ['said', 10, (profile) => recommender.write('said', 'recommend', profile)],
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

/** A whole quiz, answered by lot, where only interests have an answer: each step as it is shown, then the list. */
function wholeQuiz(quiz, number, recommend) {
  const random = indexBelow(BigInt(number));
  let [session, written] = [quiz.start(), ''];
  for (;;) {
    const step = quiz.nextJson(session);
    written += step;
    const { question } = JSON.parse(step);
    if (question === null) return written + recommend(quiz.profile(session), number);
    const drawn = answers[random(answers.length)];
    session = quiz.answer(session, question.id, question.kind === 'interest' ? drawn : 'skip');
  }
}

/** SplitMix64 and Lemire's indices, as `src/random.rs` has them. */
function indexBelow(seed) {
  const wrap = (number) => BigInt.asUintN(64, number);
  let state = seed;
  const next = () => {
    state = wrap(state + 0x9e3779b97f4a7c15n);
    let mixed = wrap((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = wrap((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
  return (n) => {
    for (;;) {
      const product = next() * BigInt(n);
      if (wrap(product) >= wrap(-BigInt(n)) % BigInt(n)) return Number(product >> 64n);
    }
  };
}
