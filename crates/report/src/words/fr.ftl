# Les phrases de boussole en français. Ce fichier se lit et se corrige sans savoir programmer.
#
# Chaque phrase a un nom, puis « = », puis son texte : ce texte est celui qu'un élève lit, tutoyé.
#   .adult       la même phrase pour un adulte, vouvoyé
#   .counsellor  la même phrase pour la personne qui conseille, à qui l'on parle de l'élève
# Sans ligne .adult ou .counsellor, tout le monde lit la première.
#
# Ce qui est entre accolades, comme { $label }, est remplacé par une donnée ; le nom après $ ne change pas.
# { $n -> [1] … *[other] … } choisit un texte d'après un nombre.
#
# Règles : 25 mots par phrase, pas de point médian, pas de pourcentage pour l'élève, pas de verdict, les deux genres en toutes lettres.

## Réponses, critères, places : des mots que plusieurs phrases prennent

answer-yes = oui
answer-rather-yes = plutôt oui
answer-none = sans avis
answer-rather-no = plutôt non
answer-no = non

criterion-interest = centres d'intérêt
criterion-related = intérêts voisins
criterion-access-level = niveau d'accès
criterion-status = statut
criterion-sector = secteur
criterion-riasec = type RIASEC
criterion-domain = domaine ROME
criterion-similar = métiers aimés

list-and = et
quoted = « { $text } »
named = { $name } : { $text }
inferred = { $name } (déduit)
starting-point = point de départ
nothing = rien
total = total
points = points

robustness-stable = stable
robustness-fairly-stable = assez stable
robustness-fragile = fragile

rank-only = Rang { $rank }.
standing = Rang { $rank } sur { $n } métiers regardés.
refused-exclude = Tu as demandé à ne pas voir ce métier : il n'est pas classé.
    .adult = Vous avez demandé à ne pas voir ce métier : il n'est pas classé.
    .counsellor = L'élève a demandé à ne pas voir ce métier : il n'est pas classé.
refused-level = Ton filtre de niveau laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de niveau laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de niveau de l'élève laisse ce métier de côté : il n'est pas classé.
refused-status = Ton filtre de statut laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de statut laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de statut de l'élève laisse ce métier de côté : il n'est pas classé.
refused-sector = Ton filtre de secteur laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de secteur laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de secteur de l'élève laisse ce métier de côté : il n'est pas classé.

## La fin de chaque résultat : une limite, et une chose à faire

keep-in-mind = À retenir
closing-limit = Ce sont des pistes à explorer, pas un verdict.
    .counsellor = Ce sont des pistes à explorer avec l'élève, pas un verdict.
closing-next = Lis les fiches, puis parles-en avec ta ou ton psyEN, ou avec une personne de ton entourage.
    .adult = Lisez les fiches, puis parlez-en avec le conseil en évolution professionnelle (CEP), avec France Travail ou avec une personne de votre entourage.
    .counsellor = Les fiches disent ce que des scores ne disent pas : à lire ensemble.

## L'échelle des niveaux (boussole ladder)

ladder-title = Tes centres d'intérêt, niveau par niveau
    .adult = Vos centres d'intérêt, niveau par niveau
    .counsellor = Les mêmes centres d'intérêt, niveau par niveau
ladder-count = { $n ->
        [0] Aucun métier classé à ce niveau.
        [1] Un métier classé.
       *[other] { $n } métiers classés.
    }
ladder-metier = { $name }, rang { $rank }
    .counsellor = { $name } ({ $id }), rang { $rank }, score { $score }
ladder-limit = L'échelle suit ce que tu as dit : elle ne dit pas jusqu'où tu peux aller.
    .adult = L'échelle suit ce que vous avez dit : elle ne dit pas jusqu'où vous pouvez aller.
    .counsellor = L'échelle suit ce que l'élève a dit : elle ne dit pas jusqu'où aller.
ladder-left-out = Hors de l'échelle : { $outside } à d'autres niveaux, { $without } sans niveau dans la fiche.

## Pourquoi un métier avant un autre (boussole compare)

contrast-title = Pourquoi l'un avant l'autre ?
contrast-because = Il est devant surtout pour ceci :
contrast-counter = Il a surtout pour lui :
contrast-no-counter = Rien ne parle plus pour lui que pour l'autre.
contrast-tied-title = Ex æquo
contrast-tied = Ces deux métiers sont ex æquo d'après tes réponses.
    .adult = Ces deux métiers sont ex æquo d'après vos réponses.
    .counsellor = Ces deux métiers sont ex æquo d'après les réponses de l'élève.
contrast-draw = L'ordre entre les deux est un tirage.
contrast-weighs-more = Tu as dit { $answer } à « { $label } » : cela pèse plus dans sa fiche.
    .adult = Vous avez dit { $answer } à « { $label } » : cela pèse plus dans sa fiche.
    .counsellor = L'élève a dit { $answer } à « { $label } » : cela pèse plus dans sa fiche.
contrast-only-here = Tu as dit { $answer } à « { $label } » : c'est dans sa fiche, pas dans l'autre.
    .adult = Vous avez dit { $answer } à « { $label } » : c'est dans sa fiche, pas dans l'autre.
    .counsellor = L'élève a dit { $answer } à « { $label } » : c'est dans sa fiche, pas dans l'autre.
contrast-weighs-less = Tu as dit { $answer } à « { $label } » : cela pèse moins dans sa fiche.
    .adult = Vous avez dit { $answer } à « { $label } » : cela pèse moins dans sa fiche.
    .counsellor = L'élève a dit { $answer } à « { $label } » : cela pèse moins dans sa fiche.
contrast-only-there = Tu as dit { $answer } à « { $label } » : c'est dans l'autre fiche, pas dans la sienne.
    .adult = Vous avez dit { $answer } à « { $label } » : c'est dans l'autre fiche, pas dans la sienne.
    .counsellor = L'élève a dit { $answer } à « { $label } » : c'est dans l'autre fiche, pas dans la sienne.
contrast-interests = Ses centres d'intérêt vont souvent avec tes réponses.
    .adult = Ses centres d'intérêt vont souvent avec vos réponses.
    .counsellor = Ses centres d'intérêt vont souvent avec les réponses de l'élève.
contrast-level = Son niveau d'accès est plus proche de ce que tu envisages.
    .adult = Son niveau d'accès est plus proche de ce que vous envisagez.
    .counsellor = Son niveau d'accès est plus proche de ce que l'élève envisage.
contrast-statuses = Ses statuts vont mieux avec tes préférences.
    .adult = Ses statuts vont mieux avec vos préférences.
    .counsellor = Ses statuts vont mieux avec les préférences de l'élève.
contrast-sectors = Ses secteurs vont mieux avec tes préférences.
    .adult = Ses secteurs vont mieux avec vos préférences.
    .counsellor = Ses secteurs vont mieux avec les préférences de l'élève.
contrast-sectors-inferred = Ses secteurs vont mieux avec tes réponses.
    .adult = Ses secteurs vont mieux avec vos réponses.
    .counsellor = Ses secteurs vont mieux avec les réponses de l'élève.
contrast-riasec = Son type RIASEC va mieux avec tes réponses.
    .adult = Son type RIASEC va mieux avec vos réponses.
    .counsellor = Son type RIASEC va mieux avec les réponses de l'élève.
contrast-domain = Son domaine va mieux avec tes réponses.
    .adult = Son domaine va mieux avec vos réponses.
    .counsellor = Son domaine va mieux avec les réponses de l'élève.
contrast-similar = Il ressemble plus aux métiers que tu aimes.
    .adult = Il ressemble plus aux métiers que vous aimez.
    .counsellor = Il ressemble plus aux métiers que l'élève aime.
contrast-terms-title = Ce qui fait la différence
contrast-column-term = critère : élément
contrast-column-first = premier
contrast-column-second = second
contrast-column-difference = différence
contrast-total = total, points de départ compris
