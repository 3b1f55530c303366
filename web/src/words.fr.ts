// What the page itself says, in French: to a pupil with « tu », to an adult with « vous ».
// Questions, answers, portraits, reasons and comparisons are the library's.

/** A plural in French: 0 and 1 are singular. */
const some = (n: number, one: string, many: string): string => `${n} ${n < 2 ? one : many}`;

export const pupil = {
  lang: "fr",
  name: "boussole",
  other: { lang: "en", words: "English" },
  skipLink: "Aller au contenu",
  start: {
    title: "Quels métiers pourraient te plaire ?",
    lead: "Réponds à des questions courtes. À la fin, tu vois des pistes à explorer, et ce qui y mène dans tes réponses.",
    length: (least: number, most: number, stop: number) =>
      `Entre ${least} et ${most} questions, à ton rythme. Dès la ${stop}e réponse, tu peux déjà voir tes pistes.`,
    lengthUnknown: "Des questions courtes, à ton rythme. Tu peux déjà voir tes pistes avant la fin.",
    truth: "Pas de bonne ni de mauvaise réponse, et pas de verdict.",
    privacy: "Rien n’est envoyé. Tes réponses restent dans cet onglet et s’effacent quand tu le fermes.",
    go: "Commencer",
    loading: "Un instant, le quiz se prépare…",
    resume: (n: number) => `Reprendre (${some(n, "réponse", "réponses")})`,
    again: "Recommencer à zéro",
    open: "Reprendre un fichier gardé",
    who: "Qui répond ?",
    audiences: { pupil: "Une ou un élève", adult: "Une personne adulte", counsellor: "J’accompagne : je veux voir les chiffres" },
    wrongFile: "Ce fichier n’est pas une session de ce quiz. Rien n’a changé.",
  },
  failed: { title: "Le quiz n’a pas pu démarrer", lead: "Vérifie ta connexion, puis essaie encore.", retry: "Essayer encore" },
  question: {
    answered: (n: number) => `Réponse ${n} : tu peux la changer`,
    back: "Revenir",
    forward: "Garder ma réponse",
    progress: (given: number, least: number, most: number) =>
      least === most ? `${some(given, "réponse", "réponses")}, encore ${most}` : `${some(given, "réponse", "réponses")}, encore ${least} à ${most}`,
    keys: "Au clavier : 1 à 5, ? si tu ne sais pas, ← pour revenir.",
    writtenHelp: "Des mots plutôt que des phrases, séparés par des virgules. On les cherche dans les fiches des métiers.",
    written: "Continuer",
    chosen: (n: number, most: number) => `${n} sur ${most} choisis`,
    chooseSome: (n: number) => (n === 0 ? "Aucun ne me tente" : `Continuer avec ${some(n, "secteur", "secteurs")}`),
    chooseMost: (most: number) => `Choisis-en ${most} au plus.`,
  },
  portrait: {
    lead: "Touche une réponse pour la changer.",
    studies: "Tes études",
    sectors: "Tes secteurs",
    change: "changer",
    close: "Fermer",
    nothing: "Tu n’as encore donné aucun avis.",
    words: "Avec tes mots, si tu veux",
    go: "Voir mes pistes",
    more: "Continuer les questions",
    noticed: "Ce qu’on a remarqué",
    moved: "Réponse changée.",
  },
  list: {
    more: "Tout voir sur ce métier",
    asksYou: "Et toi ?",
    changed: (n: number) => (n === 0 ? "Réponse gardée. La liste reste la même." : `Réponse gardée. ${some(n, "piste a changé de place", "pistes ont changé de place")}.`),
    isNew: "nouveau",
    moved: (steps: number) => (steps > 0 ? `↑ ${steps}` : `↓ ${-steps}`),
    movedHeard: (steps: number) => (steps > 0 ? `monte de ${some(steps, "place", "places")}` : `descend de ${some(-steps, "place", "places")}`),
    search: "Et un métier auquel tu penses ?",
    searchHelp: "Écris son nom, ou une partie.",
    searchGo: "Regarder",
    portrait: "Changer mes réponses",
    warnings: "À savoir",
  },
  metier: {
    back: "Toutes mes pistes",
    way: "Le chemin",
    newTab: "nouvel onglet",
    whatIf: "Et si ?",
    whatIfLead: "Quelles réponses changeraient sa place dans ta liste ?",
    whatIfGo: "Chercher",
    compare: "Pourquoi avant… ?",
    compareWith: "Le comparer avec",
    compareGo: "Comparer",
  },
  keep: {
    title: "Garder",
    print: "Imprimer",
    file: "Garder mes réponses",
    fileHelp: "Un fichier qui reste chez toi. Avec lui, tu peux reprendre plus tard.",
    fileName: "mes-reponses-boussole.json",
    page: "Garder cette liste",
    pageHelp: "Une page à relire ou à montrer, avec le détail du calcul.",
    pageName: "mes-pistes-boussole.html",
    forget: "Tout effacer",
    forgetSure: "Oui, tout effacer",
    forgetNot: "Non",
    problems: (n: number) => `${some(n, "problème", "problèmes")} dans le catalogue`,
  },
};

export type Words = typeof pupil;

export const adult: Words = {
  ...pupil,
  start: {
    ...pupil.start,
    title: "Quels métiers pourraient vous plaire ?",
    lead: "Répondez à des questions courtes. À la fin, vous voyez des pistes à explorer, et ce qui y mène dans vos réponses.",
    length: (least, most, stop) => `Entre ${least} et ${most} questions, à votre rythme. Dès la ${stop}e réponse, vous pouvez déjà voir vos pistes.`,
    lengthUnknown: "Des questions courtes, à votre rythme. Vous pouvez déjà voir vos pistes avant la fin.",
    privacy: "Rien n’est envoyé. Vos réponses restent dans cet onglet et s’effacent quand vous le fermez.",
  },
  failed: { ...pupil.failed, lead: "Vérifiez votre connexion, puis essayez encore." },
  question: { ...pupil.question, keys: "Au clavier : 1 à 5, ? si vous ne savez pas, ← pour revenir.", answered: (n) => `Réponse ${n} : vous pouvez la changer`, chooseMost: (most) => `Choisissez-en ${most} au plus.` },
  portrait: {
    ...pupil.portrait,
    lead: "Touchez une réponse pour la changer.",
    studies: "Vos études",
    sectors: "Vos secteurs",
    nothing: "Vous n’avez encore donné aucun avis.",
    words: "Avec vos mots, si vous voulez",
  },
  list: {
    ...pupil.list,
    asksYou: "Et vous ?",
    search: "Et un métier auquel vous pensez ?",
    searchHelp: "Écrivez son nom, ou une partie.",
  },
  metier: { ...pupil.metier, whatIfLead: "Quelles réponses changeraient sa place dans votre liste ?" },
  keep: {
    ...pupil.keep,
    fileHelp: "Un fichier qui reste chez vous. Avec lui, vous pouvez reprendre plus tard.",
  },
};
