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
criterion-words = tes mots
    .adult = vos mots
    .counsellor = mots de l'élève
criterion-similar = métiers aimés

list-and = et
quoted = « { $text } »
named = { $name } : { $text }
with-colon = { $name } :
inferred = { $name } (déduit)
starting-point = point de départ
nothing = rien
total = total
points = points

robustness-stable = stable
robustness-fragile = fragile
robustness-lot = au hasard

rank-only = Rang { $rank }.
standing = Rang { $rank } sur { $n } métiers comparés.
refused-exclude = Tu as demandé à ne pas voir ce métier : il n'est pas classé.
    .adult = Vous avez demandé à ne pas voir ce métier : il n'est pas classé.
    .counsellor = L'élève a demandé à ne pas voir ce métier : il n'est pas classé.
refused-liked = Tu l'aimes déjà : ce métier n'est pas proposé de nouveau.
    .adult = Vous l'aimez déjà : ce métier n'est pas proposé de nouveau.
    .counsellor = L'élève l'aime déjà : ce métier n'est pas proposé de nouveau.
refused-level = Ton filtre de niveau laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de niveau laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de niveau de l'élève laisse ce métier de côté : il n'est pas classé.
refused-status = Ton filtre de statut laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de statut laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de statut de l'élève laisse ce métier de côté : il n'est pas classé.
refused-sector = Ton filtre de secteur laisse ce métier de côté : il n'est pas classé.
    .adult = Votre filtre de secteur laisse ce métier de côté : il n'est pas classé.
    .counsellor = Le filtre de secteur de l'élève laisse ce métier de côté : il n'est pas classé.
refused-all-statuses = Tu as dit non à tous ses statuts : il est laissé de côté.
    .adult = Vous avez dit non à tous ses statuts : il est laissé de côté.
    .counsellor = L'élève a dit non à tous ses statuts : il est laissé de côté.
refused-all-sectors = Tu as dit non à tous ses secteurs : il est laissé de côté.
    .adult = Vous avez dit non à tous ses secteurs : il est laissé de côté.
    .counsellor = L'élève a dit non à tous ses secteurs : il est laissé de côté.

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
        [0] Aucun métier à ce niveau.
        [1] Un seul métier à ce niveau.
       *[other] { $n } métiers à ce niveau.
    }
ladder-metier = { $name }, rang { $rank }
    .counsellor = { $name } ({ $id }), rang { $rank }, score { $score }
ladder-limit = L'échelle suit ce que tu as dit : elle ne dit pas jusqu'où tu peux aller.
    .adult = L'échelle suit ce que vous avez dit : elle ne dit pas jusqu'où vous pouvez aller.
    .counsellor = L'échelle suit ce que l'élève a dit : elle ne dit pas jusqu'où aller.
ladder-left-out = { $outside ->
        [1] Un autre métier est à un autre niveau.
       *[other] { $outside } autres métiers sont à d'autres niveaux.
    }
ladder-without-level = { $n ->
        [1] La fiche d'un métier ne dit pas son niveau.
       *[other] Les fiches de { $n } métiers ne disent pas leur niveau.
    }

## Pourquoi un métier avant un autre (boussole compare)

contrast-title = Pourquoi l'un avant l'autre ?
contrast-because = Il passe devant surtout parce que :
contrast-counter = Son principal atout :
contrast-no-counter = Il n'a aucun avantage sur l'autre.
contrast-tied-title = Ex æquo
contrast-tied = Ces deux métiers sont ex æquo d'après tes réponses.
    .adult = Ces deux métiers sont ex æquo d'après vos réponses.
    .counsellor = Ces deux métiers sont ex æquo d'après les réponses de l'élève.
contrast-same = Tu as donné deux fois le même métier.
    .adult = Vous avez donné deux fois le même métier.
    .counsellor = C'est deux fois le même métier.
contrast-draw = Leur ordre a été tiré au sort.
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
contrast-constraint = Ce qui te gêne ou n'est pas possible pour toi pèse moins ici.
    .adult = Ce qui vous gêne ou n'est pas possible pour vous pèse moins ici.
    .counsellor = Ce qui gêne l'élève ou n'est pas possible pèse moins ici.
contrast-interests = Ses centres d'intérêt vont souvent avec tes réponses.
    .adult = Ses centres d'intérêt vont souvent avec vos réponses.
    .counsellor = Ses centres d'intérêt vont souvent avec les réponses de l'élève.
contrast-level = On y accède à un niveau plus proche de ce que tu envisages.
    .adult = On y accède à un niveau plus proche de ce que vous envisagez.
    .counsellor = On y accède à un niveau plus proche de ce que l'élève envisage.
contrast-statuses = Ses statuts vont mieux avec tes préférences.
    .adult = Ses statuts vont mieux avec vos préférences.
    .counsellor = Ses statuts vont mieux avec les préférences de l'élève.
contrast-sectors = Ses secteurs vont mieux avec tes préférences.
    .adult = Ses secteurs vont mieux avec vos préférences.
    .counsellor = Ses secteurs vont mieux avec les préférences de l'élève.
contrast-sectors-inferred = Ses secteurs vont mieux avec tes réponses.
    .adult = Ses secteurs vont mieux avec vos réponses.
    .counsellor = Ses secteurs vont mieux avec les réponses de l'élève.
contrast-riasec = Il ressemble plus à ce qui te plaît.
    .adult = Il ressemble plus à ce qui vous plaît.
    .counsellor = Il ressemble plus à ce qui plaît à l'élève.
contrast-domain = Plusieurs métiers proches de lui te correspondent aussi.
    .adult = Plusieurs métiers proches de lui vous correspondent aussi.
    .counsellor = Plusieurs métiers proches de lui correspondent aussi aux réponses de l'élève.
contrast-words = Sa fiche parle plus de ce que tu as écrit.
    .adult = Sa fiche parle plus de ce que vous avez écrit.
    .counsellor = Sa fiche parle plus de ce que l'élève a écrit.
contrast-similar = Il ressemble plus aux métiers que tu aimes.
    .adult = Il ressemble plus aux métiers que vous aimez.
    .counsellor = Il ressemble plus aux métiers que l'élève aime.
contrast-terms-title = Ce qui fait la différence
contrast-column-term = critère : élément
contrast-column-first = premier
contrast-column-second = second
contrast-column-difference = différence
contrast-total = total, points de départ compris
contrast-interests-most = Ses centres d'intérêt vont mieux avec tes réponses. { $most }
    .adult = Ses centres d'intérêt vont mieux avec vos réponses. { $most }
    .counsellor = Ses centres d'intérêt vont mieux avec les réponses de l'élève. { $most }

## La stabilité des places (boussole stability)

stability-title = Ces pistes sont-elles sûres ?
stability-places = Les places
stability-place-of = { $rank }. { $name } : { $place }.
stability-no-metier = Aucun métier n'est classé.
stability-ranks = Les rangs
stability-column-metier = métier
stability-worst = Ce qui mène au pire rang :
stability-cause = { $id } : { $condition }.
stability-weights = Les poids
stability-column-weight = poids
stability-column-set = mêmes pistes
stability-column-order = même ordre partout
stability-intervals = Entre ces valeurs d'un poids, les autres restant fixes, le résultat ne change pas.
stability-meaning = Stable : la piste reste là, même en changeant un peu l'importance des critères, ou une réponse d'un cran.
stability-legend = Stable : ce métier reste dans ta liste, même en changeant un peu l'importance des critères, ou une réponse d'un cran. Fragile : il peut en sortir, ou trop peu a été dit. Au hasard : d'autres métiers ont le même score.
    .adult = Stable : ce métier reste dans votre liste, même en changeant un peu l'importance des critères, ou une réponse d'un cran. Fragile : il peut en sortir, ou trop peu a été dit. Au hasard : d'autres métiers ont le même score.
    .counsellor = Stable : ce métier reste dans la liste, même en changeant un peu l'importance des critères, ou une réponse d'un cran. Fragile : il peut en sortir, ou trop peu a été dit. Au hasard : d'autres métiers ont le même score.
stability-not-marked = Stabilité : non calculée pour une liste variée.
stability-ranks-explained = Meilleur et pire rang : quand une réponse est retirée ou bouge d'un cran.
stability-draws-explained = Tirages : sur { $draws } poids tirés à un cinquième près, ceux où le métier reste affiché.

place-stable = place stable
place-fragile = place fragile
place-lot = place au hasard
place-among = { $top ->
        [1] en première place
       *[other] dans tes { $top } premières pistes
    }
    .adult = { $top ->
        [1] en première place
       *[other] dans vos { $top } premières pistes
    }
    .counsellor = { $top ->
        [1] en première place
       *[other] dans les { $top } premières pistes
    }
place-behind = { $top ->
        [1] derrière la première place
       *[other] après tes { $top } premières pistes
    }
    .adult = { $top ->
        [1] derrière la première place
       *[other] après vos { $top } premières pistes
    }
    .counsellor = { $top ->
        [1] derrière la première place
       *[other] après les { $top } premières pistes
    }
place-stays = Place stable : il reste { $side } si les critères comptent un peu autrement, et si une réponse bouge d'un cran.
place-may-leave = Place fragile : il ne reste pas toujours { $side } si les critères comptent un peu autrement, ou si une réponse change.
place-too-little = Place fragile : un critère compte tout au plus, et c'est trop peu pour en dire davantage.
place-by-lot = Place au hasard : d'autres métiers ont le même score, et un tirage au sort les départage.
place-counted = Poids tirés à un cinquième près : { $n } tirages sur { $draws }. Une réponse retirée ou déplacée d'un cran : rang { $best } à { $worst }.
place-in-list = { $place } : { $n } tirages sur { $draws }, rangs { $best } à { $worst }.
place-in-list-fixed = { $place } : { $n } tirages sur { $draws }, toujours rang { $best }.
places-stable = { $n ->
        [1] Place stable : { $ranks }.
       *[other] Places stables : { $ranks }.
    }
places-fragile = { $n ->
        [1] Place fragile : { $ranks }.
       *[other] Places fragiles : { $ranks }.
    }
places-lot = { $n ->
        [1] Place au hasard : { $ranks }.
       *[other] Places au hasard : { $ranks }.
    }
places-run = { $first } à { $last }

## Et si une réponse était autre (boussole whatif)

whatif-title = Et si ?
whatif-metier = { $name }
    .counsellor = { $name } ({ $id })
whatif-refused = Changer une réponse n'y change rien.
whatif-caution = Ce n'est pas une consigne : réponds ce que tu penses vraiment.
    .adult = Ce n'est pas une consigne : répondez ce que vous pensez vraiment.
    .counsellor = C'est fait pour comprendre le classement, pas pour orienter les réponses.
whatif-first-ones = { $top ->
        [1] en première place
       *[other] dans tes { $top } premières pistes
    }
    .adult = { $top ->
        [1] en première place
       *[other] dans vos { $top } premières pistes
    }
    .counsellor = { $top ->
        [1] en première place
       *[other] dans les { $top } premières pistes
    }
whatif-enter = { $condition }, ce métier serait { $places }
whatif-leave = { $condition }, ce métier ne serait plus { $places }
whatif-two-enter = Une seule réponse ne suffirait pas. En changeant deux réponses, ce métier serait { $places } :
whatif-two-leave = Une seule réponse ne suffirait pas. En changeant deux réponses, ce métier ne serait plus { $places } :
whatif-both = { $first } et { $second }
whatif-both-apart = { $first }. Et { $second }
whatif-alternative = { $said }.
    .counsellor = { $said }. Rang { $rank }.
whatif-ahead-by-draw = { $n ->
        [1] Un métier aurait toujours le même score et passerait avant lui par tirage au sort.
       *[other] { $n } métiers auraient toujours le même score et passeraient avant lui par tirage au sort.
    }
whatif-cannot-enter = Changer une ou deux réponses ne suffirait pas pour qu'il soit { $places }.
whatif-cannot-leave = Même en changeant une ou deux réponses, il resterait { $places }.
whatif-more = { $n ->
        [1] Un autre changement de cette taille ferait de même.
       *[other] { $n } autres changements de cette taille feraient de même.
    }
whatif-tried = { $n } changements examinés : tous ceux qui sont plus petits, et tous ceux de cette taille.
whatif-facts = Le niveau atteint, les filtres et les métiers exclus ne changent jamais.

change-interest = à « { $label } »
change-status = au statut { $status }
change-sector = au secteur « { $label } »
change-said = « { $answer } » { $question }
change-with = avec « { $answer } » { $question }
change-with-less = avec seulement « { $answer } » { $question }
change-with-none = sans réponse { $question }
change-with-goal = en envisageant { $goal }
change-with-no-goal = sans dire jusqu'où aller
change-answered = si tu avais répondu { $said }
    .adult = si vous aviez répondu { $said }
    .counsellor = si l'élève avait répondu { $said }
change-unanswered = si tu n'avais pas répondu { $question }
    .adult = si vous n'aviez pas répondu { $question }
    .counsellor = sans la réponse de l'élève { $question }
change-willing = si tu envisageais { $goal }
    .adult = si vous envisagiez { $goal }
    .counsellor = si l'élève envisageait { $goal }
change-not-willing = si tu n'avais pas dit jusqu'où aller
    .adult = si vous n'aviez pas dit jusqu'où aller
    .counsellor = si l'élève n'avait pas dit jusqu'où aller

## Un enregistrement rejoué (boussole replay)

replay-title = Rejeu d'un enregistrement
replay-identical = Identique
replay-different = Différent
replay-found = Toutes les valeurs enregistrées sont retrouvées ; recommandations rejouées : { $n }.
replay-same-bytes = Les deux documents ont les mêmes octets.
replay-other-layout = Seule la mise en forme des documents diffère.
replay-counted = Valeurs qui diffèrent : { $n }.
replay-difference = { $place } : { $recorded } → { $replayed }

## La liste (boussole recommend) : titre, ordre, filtres

list-title = Des pistes à explorer, d'après tes réponses
    .adult = Des pistes à explorer, d'après vos réponses
    .counsellor = Des pistes à explorer, d'après les réponses de l'élève
list-leads = Tes pistes
    .adult = Vos pistes
    .counsellor = Les pistes
list-silent = Tes réponses ne permettent pas encore de choisir : cette liste est tirée au sort.
    .adult = Vos réponses ne permettent pas encore de choisir : cette liste est tirée au sort.
    .counsellor = Les réponses de l'élève ne permettent pas encore de choisir : cette liste est tirée au sort.
list-silent-varied = Tes réponses ne permettent pas encore de choisir : cette liste est tirée au sort, puis variée.
    .adult = Vos réponses ne permettent pas encore de choisir : cette liste est tirée au sort, puis variée.
    .counsellor = Les réponses de l'élève ne permettent pas encore de choisir : cette liste est tirée au sort, puis variée.
list-looked-at = { $n ->
        [1] Un métier comparé.
       *[other] { $n } métiers comparés.
    }{ $shown ->
        [0] { "" }
        [1] { " " }Voici ta première piste.
       *[other] { " " }Voici tes { $shown } premières pistes.
    }
    .adult = { $n ->
        [1] Un métier comparé.
       *[other] { $n } métiers comparés.
    }{ $shown ->
        [0] { "" }
        [1] { " " }Voici votre première piste.
       *[other] { " " }Voici vos { $shown } premières pistes.
    }
    .counsellor = { $n ->
        [1] Un métier comparé.
       *[other] { $n } métiers comparés.
    }{ $shown ->
        [0] { "" }
        [1] { " " }Voici la première piste.
       *[other] { " " }Voici les { $shown } premières pistes.
    }
list-xquad = Cette liste est variée : elle cherche à couvrir plus de choses que tu aimes.
    .adult = Cette liste est variée : elle cherche à couvrir plus de choses que vous aimez.
    .counsellor = Cette liste est variée : elle cherche à couvrir plus de choses que l'élève aime.
list-mmr = Cette liste est variée : elle évite les métiers trop proches les uns des autres.
list-basis = Poids des critères : { $weights }. Catalogue : { $fingerprint }.
list-no-weights = aucun

filter-nothing = Aucun métier ne passe tes filtres.
    .adult = Aucun métier ne passe vos filtres.
    .counsellor = Aucun métier ne passe les filtres de l'élève.
filter-several = Aucun filtre enlevé seul ne suffit : enlèves-en plusieurs.
    .adult = Aucun filtre enlevé seul ne suffit : enlevez-en plusieurs.
    .counsellor = Aucun filtre enlevé seul ne suffit : il faut en enlever plusieurs.
filter-asked = { $n ->
        [1] 1 métier est laissé de côté à ta demande.
       *[other] { $n } métiers sont laissés de côté à ta demande.
    }
    .adult = { $n ->
        [1] 1 métier est laissé de côté à votre demande.
       *[other] { $n } métiers sont laissés de côté à votre demande.
    }
    .counsellor = { $n ->
        [1] 1 métier est laissé de côté à la demande de l'élève.
       *[other] { $n } métiers sont laissés de côté à la demande de l'élève.
    }
filter-left-out = { $n ->
        [1] 1 métier est laissé de côté par { $filter }{ $without }.
       *[other] { $n } métiers sont laissés de côté par { $filter }{ $without }.
    }
filter-without-data = { $n ->
        [0] { "" }
        [1] , dont 1 parce que sa fiche ne le dit pas
       *[other] , dont { $n } parce que leur fiche ne le dit pas
    }
filter-liked = ta liste de métiers aimés
    .adult = votre liste de métiers aimés
    .counsellor = la liste de métiers aimés
filter-liked-already = { $n ->
        [1] Le métier que tu aimes déjà n'est pas proposé de nouveau.
       *[other] Les { $n } métiers que tu aimes déjà ne sont pas proposés de nouveau.
    }
    .adult = { $n ->
        [1] Le métier que vous aimez déjà n'est pas proposé de nouveau.
       *[other] Les { $n } métiers que vous aimez déjà ne sont pas proposés de nouveau.
    }
    .counsellor = { $n ->
        [1] Le métier que l'élève aime déjà n'est pas proposé de nouveau.
       *[other] Les { $n } métiers que l'élève aime déjà ne sont pas proposés de nouveau.
    }
filter-exclude = ta liste de métiers à ne pas voir
    .adult = votre liste de métiers à ne pas voir
    .counsellor = la liste de métiers à ne pas voir
filter-level = ton filtre de niveau
    .adult = votre filtre de niveau
    .counsellor = le filtre de niveau
filter-level-max = ton filtre de niveau « { $level } »
    .adult = votre filtre de niveau « { $level } »
    .counsellor = le filtre de niveau « { $level } »
filter-status = ton filtre de statut
    .adult = votre filtre de statut
    .counsellor = le filtre de statut
filter-sector = ton filtre de secteur
    .adult = votre filtre de secteur
    .counsellor = le filtre de secteur
filter-back = { $n ->
        [1] 1 métier revient
       *[other] { $n } métiers reviennent
    }
filter-without = Si tu enlèves { $filter }, { $back }.
    .adult = Si vous enlevez { $filter }, { $back }.
    .counsellor = Sans { $filter }, { $back }.
filter-lowest-level = Il suffit d'accepter le niveau « { $level } » pour en voir.
filter-refused-statuses = { $n ->
        [1] ton « non » au statut { $labels }
       *[other] tes « non » aux statuts { $labels }
    }
    .adult = { $n ->
        [1] votre « non » au statut { $labels }
       *[other] vos « non » aux statuts { $labels }
    }
    .counsellor = { $n ->
        [1] le « non » de l'élève au statut { $labels }
       *[other] les « non » de l'élève aux statuts { $labels }
    }
filter-refused-sectors = { $n ->
        [1] ton « non » au secteur { $labels }
       *[other] tes « non » aux secteurs { $labels }
    }
    .adult = { $n ->
        [1] votre « non » au secteur { $labels }
       *[other] vos « non » aux secteurs { $labels }
    }
    .counsellor = { $n ->
        [1] le « non » de l'élève au secteur { $labels }
       *[other] les « non » de l'élève aux secteurs { $labels }
    }

list-invitation = Tu n'as pas encore répondu : rien ne distingue ces { $n } métiers.
    .adult = Vous n'avez pas encore répondu : rien ne distingue ces { $n } métiers.
    .counsellor = L'élève n'a pas encore répondu : rien ne distingue ces { $n } métiers.
list-no-side = Tes réponses ne penchent d'aucun côté pour l'instant : rien ne distingue ces { $n } métiers.
    .adult = Vos réponses ne penchent d'aucun côté pour l'instant : rien ne distingue ces { $n } métiers.
    .counsellor = Les réponses de l'élève ne penchent d'aucun côté pour l'instant : rien ne distingue ces { $n } métiers.
list-invitation-next = Réponds à quelques questions (boussole quiz), ou dis ce que tu aimes et jusqu'où tu veux étudier.
    .adult = Répondez à quelques questions (boussole quiz), ou dites ce que vous aimez et jusqu'où vous voulez étudier.
    .counsellor = Il faut quelques réponses (boussole quiz) avant de parler de pistes.
list-tied-across = { $n } métiers se valent pour l'instant, dont { $shown } dans cette liste : un tirage au sort décide lesquels.
list-parting-interest = Pour les départager : « { $label } », oui ou non ? C'est dans la fiche de { $with } d'entre eux.
list-parting-sector = Pour les départager : le secteur « { $label } », oui ou non ? C'est celui de { $with } d'entre eux.
list-parting-status = Pour les départager : le statut « { $label } », oui ou non ? C'est possible pour { $with } d'entre eux.
list-within-plan = Avec ton projet d'études
    .adult = Avec votre projet d'études
    .counsellor = Avec le projet d'études de l'élève
list-longer = Plus long
list-level-unknown = Niveau d'accès non précisé
list-shared = Ces { $n } pistes ont les mêmes raisons :
list-shared-label = ensemble
list-unheard = { $field ->
        [sectors] Les fiches de ce catalogue ne donnent pas de secteur : ce souhait ne compte pas ({ $labels }).
        [statuses] Les fiches de ce catalogue ne donnent pas de statut : ce souhait ne compte pas ({ $labels }).
       *[other] Les fiches de ce catalogue ne donnent pas de centre d'intérêt : cette réponse ne compte pas ({ $labels }).
    }

## La place d'un métier : ex æquo, diversité

tied = { $others ->
        [1] Ex æquo avec un autre métier : { $order }.
       *[other] Ex æquo avec { $others } autres métiers : { $order }.
    }
tied-group = { $others ->
        [0] Ces { $shown } métiers sont ex æquo : { $order }.
        [1] Ces { $shown } métiers sont ex æquo, avec un autre : { $order }.
       *[other] Ces { $shown } métiers sont ex æquo, avec { $others } autres : { $order }.
    }
tied-label = ex æquo
tied-order = leur ordre a été tiré au sort
tied-order-of-two = leur ordre a été tiré au sort
tied-order-varied = leur ordre vient du choix de varier la liste, puis d'un tirage au sort
moved = Ce métier est placé ici (rang { $rank } sans diversité). { $why }
moved-forward = Il passe devant un métier plus proche de ceux qui sont au-dessus.
moved-back = D'autres métiers apportent plus de variété et passent devant.
moved-covers = { $n ->
        [0] Il couvre « { $label } », que les métiers placés au-dessus ne couvrent pas encore.
        [1] Il couvre « { $label } », qu'un seul métier placé au-dessus couvre déjà.
       *[other] Il couvre « { $label } », que { $n } métiers placés au-dessus couvrent déjà.
    }

## Pourquoi un métier : ce qui va avec les réponses

reason-interests = Tu as dit { $answer } à { $labels }.
    .adult = Vous avez dit { $answer } à { $labels }.
    .counsellor = L'élève a dit { $answer } à { $labels }.
reason-related = « { $label } » va souvent avec ce que tu aimes.
    .adult = « { $label } » va souvent avec ce que vous aimez.
    .counsellor = « { $label } » va souvent avec ce que l'élève aime.
reason-status = Tu as dit { $answer } au statut { $status } : c'est possible dans ce métier.
    .adult = Vous avez dit { $answer } au statut { $status } : c'est possible dans ce métier.
    .counsellor = L'élève a dit { $answer } au statut { $status } : c'est possible dans ce métier.
reason-sector = Tu as dit { $answer } au secteur « { $label } ».
    .adult = Vous avez dit { $answer } au secteur « { $label } ».
    .counsellor = L'élève a dit { $answer } au secteur « { $label } ».
guess-sector = Une supposition : { $n } métiers sur { $total } de son secteur, « { $label } », ont un centre d'intérêt que tu aimes.
    .adult = Une supposition : { $n } métiers sur { $total } de son secteur, « { $label } », ont un centre d'intérêt que vous aimez.
    .counsellor = Une supposition : { $n } métiers sur { $total } de son secteur, « { $label } », ont un centre d'intérêt que l'élève aime.
reason-riasec = Ton profil montre un goût pour { $taste }, comme ce métier.
    .adult = Votre profil montre un goût pour { $taste }, comme ce métier.
    .counsellor = Le profil de l'élève montre un goût pour { $taste }, comme ce métier ({ $side }).
guess-riasec = Une supposition : { $n } métiers sur { $total } du { $label }, comme lui, ont un centre d'intérêt que tu aimes.
    .adult = Une supposition : { $n } métiers sur { $total } du { $label }, comme lui, ont un centre d'intérêt que vous aimez.
    .counsellor = Une supposition : { $n } métiers sur { $total } du { $label }, comme lui, ont un centre d'intérêt que l'élève aime.
guess-domain = Une supposition : { $n } métiers sur { $total } de son domaine ont un centre d'intérêt que tu aimes.
    .adult = Une supposition : { $n } métiers sur { $total } de son domaine ont un centre d'intérêt que vous aimez.
    .counsellor = Une supposition : { $n } métiers sur { $total } de son domaine ROME, { $label }, ont un centre d'intérêt que l'élève aime.
reason-similar-domain = Il est du même domaine qu'un métier que tu aimes.
    .adult = Il est du même domaine qu'un métier que vous aimez.
    .counsellor = Il est du même domaine qu'un métier que l'élève aime.
reason-similar = Il partage « { $label } » avec un métier que tu aimes.
    .adult = Il partage « { $label } » avec un métier que vous aimez.
    .counsellor = Il partage « { $label } » avec un métier que l'élève aime.
reason-interest-guessed = « { $label } » va sans doute avec ce métier : sa fiche ne nomme pas de centre d'intérêt ; c'est déduit du reste.
words-repaired = « { $word } » : compris comme « { $understood } ».
words-unknown = Aucune fiche ne contient « { $word } ».
words-too-common = « { $word } » est dans trop de fiches pour départager les métiers.
words-none = Tes mots ne disent rien d'un métier : écris plutôt ce que tu aimes faire.
    .adult = Vos mots ne disent rien d'un métier : écrivez plutôt ce que vous aimez faire.
    .counsellor = Les mots de l'élève ne disent rien d'un métier.
reason-words = Tu as écrit « { $word } » : sa fiche en parle.
    .adult = Vous avez écrit « { $word } » : sa fiche en parle.
    .counsellor = L'élève a écrit « { $word } » : la fiche en parle.
reason-none = Aucune de tes réponses ne met ce métier en avant.
    .adult = Aucune de vos réponses ne met ce métier en avant.
    .counsellor = Aucune réponse de l'élève ne met ce métier en avant.

level-beyond = À savoir : il faut { $needed }, et tu envisages { $goal }.
    .adult = À savoir : il faut { $needed }, et vous envisagez { $goal }.
    .counsellor = À savoir : il faut { $needed }, et l'élève envisage { $goal }.
level-after-reached = On y accède avec { $needed } : il faudra continuer { $after }.
    .counsellor = On y accède avec { $needed } : il faudra que l'élève continue { $after }.
level-is-willing = Tu envisages { $goal } : c'est le niveau demandé pour ce métier.
    .adult = Vous envisagez { $goal } : c'est le niveau demandé pour ce métier.
    .counsellor = L'élève envisage { $goal } : c'est le niveau demandé pour ce métier.
level-is-reached = { $have } : on peut entrer dans ce métier à ce niveau.
level-below-reached = { $have } : ce métier est accessible { $open }.
level-below-willing = Tu envisages { $goal } : ce métier est accessible { $open }.
    .adult = Vous envisagez { $goal } : ce métier est accessible { $open }.
    .counsellor = L'élève envisage { $goal } : ce métier est accessible { $open }.
level-have = { $level ->
        [none] Tu n'as pas de diplôme
        [third] Tu es en 3e (ou tu en as le niveau)
        [brevet] Tu as le brevet (ou tu es au lycée)
        [cap] Tu as un CAP (ou équivalent)
        [bac] Tu as le bac (ou équivalent)
        [more] Tu as un bac + 9 ou plus
       *[years] Tu as un bac + { $years }
    }
    .adult = { $level ->
        [none] Vous n'avez pas de diplôme
        [third] Vous avez le niveau de la 3e
        [brevet] Vous avez le brevet (ou un niveau de lycée)
        [cap] Vous avez un CAP (ou équivalent)
        [bac] Vous avez le bac (ou équivalent)
        [more] Vous avez un bac + 9 ou plus
       *[years] Vous avez un bac + { $years }
    }
    .counsellor = { $level ->
        [none] L'élève n'a pas de diplôme
        [third] L'élève est en 3e (ou en a le niveau)
        [brevet] L'élève a le brevet (ou est au lycée)
        [cap] L'élève a un CAP (ou équivalent)
        [bac] L'élève a le bac (ou équivalent)
        [more] L'élève a un bac + 9 ou plus
       *[years] L'élève a un bac + { $years }
    }
level-goal = { $level ->
        [none] de travailler sans diplôme
        [third] d'aller jusqu'à la fin de la 3e
        [brevet] d'aller jusqu'au brevet
        [cap] d'aller jusqu'au CAP (ou équivalent)
        [bac] d'aller jusqu'au bac (ou équivalent)
        [more] d'aller jusqu'à bac + 9 ou plus
       *[years] d'aller jusqu'à bac + { $years }
    }
level-needed = { $level ->
        [none] aucun diplôme
        [third] le niveau de la 3e
        [brevet] le brevet
        [cap] un CAP (ou équivalent)
        [bac] un bac (ou équivalent)
        [more] un bac + 9 ou plus
       *[years] un bac + { $years }
    }
level-open = { $level ->
        [none] sans diplôme
        [third] dès la 3e
        [brevet] dès le brevet
        [cap] dès le CAP (ou équivalent)
        [bac] dès le bac (ou équivalent)
        [more] à partir de bac + 9
       *[years] à partir de bac + { $years }
    }
level-after = { $level ->
        [none] tes études
        [third] après la 3e
        [brevet] après le brevet
        [cap] après le CAP
        [bac] après le bac
        [more] après bac + 9
       *[years] après bac + { $years }
    }
    .adult = { $level ->
        [none] vos études
        [third] après la 3e
        [brevet] après le brevet
        [cap] après le CAP
        [bac] après le bac
        [more] après bac + 9
       *[years] après bac + { $years }
    }
    .counsellor = { $level ->
        [none] ses études
        [third] après la 3e
        [brevet] après le brevet
        [cap] après le CAP
        [bac] après le bac
        [more] après bac + 9
       *[years] après bac + { $years }
    }
status-of = { $status ->
        [artisan] d'artisan ou artisane
        [volunteer] de volontaire
        [civil] de fonctionnaire
        [independent] d'indépendant ou indépendante
        [stage] d'intermittent ou intermittente du spectacle
        [liberal] de profession libérale
        [military] de militaire
        [seasonal] de saisonnier ou saisonnière
        [employee] de salarié ou salariée
       *[other] « { $label } »
    }
status-as = { $status ->
        [artisan] comme artisan ou artisane
        [volunteer] sous contrat de volontariat
        [civil] comme fonctionnaire
        [independent] comme indépendant ou indépendante
        [stage] comme intermittent ou intermittente du spectacle
        [liberal] en profession libérale
        [military] comme militaire
        [seasonal] comme saisonnier ou saisonnière
        [employee] comme salarié ou salariée
       *[other] sous le statut « { $label } »
    }
riasec-taste-r = le concret et la technique
riasec-taste-i = la recherche et l'analyse
riasec-taste-a = la création et l'expression
riasec-taste-s = l'aide aux autres et la transmission
riasec-taste-e = la décision et l'initiative
riasec-taste-c = l'organisation et la précision

riasec-type-r = type réaliste
riasec-type-i = type investigateur
riasec-type-a = type artistique
riasec-type-s = type social
riasec-type-e = type entreprenant
riasec-type-c = type conventionnel

## Ce qui est à vérifier, ce qui manque, ce qui est compté

check-bothers = Tu as dit que ça te gêne : { $what }.
    .adult = Vous avez dit que cela vous gêne : { $what }.
    .counsellor = Ce qui gêne l'élève, d'après ses réponses : { $what }.
check-not-possible = Tu as dit que ce n'est pas possible pour toi : { $what }.
    .adult = Vous avez dit que ce n'est pas possible pour vous : { $what }.
    .counsellor = Ce qui n'est pas possible pour l'élève, d'après ses réponses : { $what }.
check-interest = À savoir : « { $label } » va avec ce métier, et tu as dit { $answer }.
    .adult = À savoir : « { $label } » va avec ce métier, et vous avez dit { $answer }.
    .counsellor = À savoir : « { $label } » va avec ce métier, et l'élève a dit { $answer }.
check-status = À savoir : on exerce ce métier { $status }, et tu as dit { $answer } à ce statut.
    .adult = À savoir : on exerce ce métier { $status }, et vous avez dit { $answer } à ce statut.
    .counsellor = À savoir : on exerce ce métier { $status }, et l'élève a dit { $answer } à ce statut.
check-status-among = À savoir : on peut exercer ce métier { $status }, et tu as dit { $answer } à ce statut.
    .adult = À savoir : on peut exercer ce métier { $status }, et vous avez dit { $answer } à ce statut.
    .counsellor = À savoir : on peut exercer ce métier { $status }, et l'élève a dit { $answer } à ce statut.
check-sector = À savoir : ce métier est du secteur « { $label } », et tu as dit { $answer }.
    .adult = À savoir : ce métier est du secteur « { $label } », et vous avez dit { $answer }.
    .counsellor = À savoir : ce métier est du secteur « { $label } », et l'élève a dit { $answer }.
check-riasec = À savoir : ce métier va avec un goût pour { $taste }, moins marqué dans ton profil.
    .adult = À savoir : ce métier va avec un goût pour { $taste }, moins marqué dans votre profil.
    .counsellor = À savoir : ce métier va avec un goût pour { $taste }, moins marqué dans le profil de l'élève.

with-points = { $sentence } ({ $points }).
with-points-inferred = { $sentence } (déduit, { $points }).
with-points-still = { $sentence } (tout de même { $points }).
with-points-still-inferred = { $sentence } (tout de même déduit, { $points }).
score-sum = Point de départ { $start }, autres éléments { $others }, total { $total }.


not-answered = { $others ->
        [0] Sa fiche dit : { $labels }. Et toi ?
        [1] Sa fiche dit : { $labels } et autre chose. Et toi ?
       *[other] Sa fiche dit : { $labels } et { $others } autres choses. Et toi ?
    }
    .adult = { $others ->
        [0] Sa fiche dit : { $labels }. Et vous ?
        [1] Sa fiche dit : { $labels } et autre chose. Et vous ?
       *[other] Sa fiche dit : { $labels } et { $others } autres choses. Et vous ?
    }
    .counsellor = { $others ->
        [0] Sur la fiche, sans réponse : { $labels }.
        [1] Sur la fiche, sans réponse : { $labels } et autre chose.
       *[other] Sur la fiche, sans réponse : { $labels } et { $others } autres choses.
    }
not-answered-too = { $others ->
        [0] Sa fiche dit aussi : { $labels }. Et toi ?
        [1] Sa fiche dit aussi : { $labels } et autre chose. Et toi ?
       *[other] Sa fiche dit aussi : { $labels } et { $others } autres choses. Et toi ?
    }
    .adult = { $others ->
        [0] Sa fiche dit aussi : { $labels }. Et vous ?
        [1] Sa fiche dit aussi : { $labels } et autre chose. Et vous ?
       *[other] Sa fiche dit aussi : { $labels } et { $others } autres choses. Et vous ?
    }
    .counsellor = { $others ->
        [0] Aussi sur la fiche, sans réponse : { $labels }.
        [1] Aussi sur la fiche, sans réponse : { $labels } et autre chose.
       *[other] Aussi sur la fiche, sans réponse : { $labels } et { $others } autres choses.
    }

fit-beyond = { $n ->
        [1] un niveau au-delà de ce que tu envisages
       *[other] { $n } niveaux au-delà de ce que tu envisages
    }
    .adult = { $n ->
        [1] un niveau au-delà de ce que vous envisagez
       *[other] { $n } niveaux au-delà de ce que vous envisagez
    }
    .counsellor = { $n ->
        [1] un niveau au-delà de ce que l'élève envisage
       *[other] { $n } niveaux au-delà de ce que l'élève envisage
    }
fit-after-reached = il faudrait continuer { $after }
fit-is-willing = le niveau que tu envisages
    .adult = le niveau que vous envisagez
    .counsellor = le niveau que l'élève envisage
fit-is-reached = le niveau que tu as
    .adult = le niveau que vous avez
    .counsellor = le niveau que l'élève a
fit-below-reached = au-dessous du niveau que tu as
    .adult = au-dessous du niveau que vous avez
    .counsellor = au-dessous du niveau que l'élève a
fit-below-willing = moins long que ce que tu envisages
    .adult = moins long que ce que vous envisagez
    .counsellor = moins long que ce que l'élève envisage

way-studies = Études
way-trainings = Formations
way-training = { $label } ({ $id })
way-statuses = Statuts
way-fiche = La fiche

missing-interest = Sa fiche ne dit pas quels goûts vont avec ce métier : on ne peut pas comparer.
missing-level = Sa fiche ne dit pas quel niveau il faut : on ne peut pas comparer.
missing-status = Sa fiche ne dit pas sous quel statut on l'exerce : on ne peut pas comparer.
missing-sector = Sa fiche ne dit pas son secteur : on ne peut pas comparer.
missing-riasec = Sa fiche ne dit pas son type RIASEC : on ne peut pas comparer.
missing-domain = Sa fiche ne donne pas de code ROME : on ne peut pas comparer les domaines.
missing-words = La fiche n'a pas de texte où chercher tes mots : cela n'avantage ni ne désavantage ce métier.
    .adult = La fiche n'a pas de texte où chercher vos mots : cela n'avantage ni ne désavantage ce métier.
    .counsellor = La fiche n'a pas de texte où chercher les mots de l'élève : cela n'avantage ni ne désavantage ce métier.
missing-similar = Sa fiche n'en dit pas assez pour comparer avec les métiers que tu aimes.
    .adult = Sa fiche n'en dit pas assez pour comparer avec les métiers que vous aimez.
    .counsellor = Sa fiche n'en dit pas assez pour comparer avec les métiers que l'élève aime.

## La page : titres, légendes, images en mots

page-why = Pourquoi ?
page-levels = Les niveaux d'accès
page-answers = Tes réponses
    .adult = Vos réponses
    .counsellor = Les réponses de l'élève
page-no-answers = Aucune pour l'instant.
page-next = Et maintenant ?
page-print-hint = Cette partie ne s'imprime que si elle est ouverte.
page-inferred-tag = déduit
page-access = Accès :
page-no-access = La fiche ne donne pas de niveau d'accès.

legend-bars = Une barre vers la droite (+) rapproche le métier de tes réponses, une barre vers la gauche (−) l'en éloigne.
    .adult = Une barre vers la droite (+) rapproche le métier de vos réponses, une barre vers la gauche (−) l'en éloigne.
    .counsellor = Une barre vers la droite (+) rapproche le métier des réponses, une barre vers la gauche (−) l'en éloigne.
legend-inferred = En italique et en pointillé : ce qui est déduit, sans avoir été dit tel quel.

bars-title = Ce qui rapproche ou éloigne de tes réponses : { $name }
    .adult = Ce qui rapproche ou éloigne de vos réponses : { $name }
    .counsellor = Ce qui rapproche ou éloigne des réponses : { $name }
bars-others = tout le reste
bar-level = niveau { $name }
bar-status = statut { $name }
bar-sector = secteur { $name }
bar-domain = son domaine
bar-words = mot « { $name } »
bar-similar-domain = domaine d'un métier aimé
bar-similar = métier aimé, { $name }

picture-title = Échelle des niveaux d'accès
picture-lead = piste { $rank }
picture-here = ce métier
picture-reached = ● { $have }.
picture-willing = ▲ Tu envisages { $goal }.
    .adult = ▲ Vous envisagez { $goal }.
    .counsellor = ▲ L'élève envisage { $goal }.
picture-numbers = Les numéros sont ceux de tes pistes.
    .adult = Les numéros sont ceux de vos pistes.
    .counsellor = Les numéros sont ceux des pistes.
picture-circle = Le rond bleu marque ce métier.
picture-without-level = { $n ->
        [1] La fiche de la piste { $ranks } ne donne pas de niveau.
       *[other] Les fiches des pistes { $ranks } ne donnent pas de niveau.
    }

answers-status = statut « { $name } »
answers-sector = secteur « { $name } »
answers-reached = niveau atteint
answers-willing = niveau envisagé
answers-riasec = profil RIASEC
answers-words = tes mots
    .adult = vos mots
    .counsellor = mots de l'élève
answers-liked = métiers que tu aimes
    .adult = métiers que vous aimez
    .counsellor = métiers que l'élève aime
answers-separator = { " ; " }

## Le détail du calcul, pour la personne qui accompagne

digits-title = Pour la personne qui t'accompagne : le détail du calcul
    .adult = Pour la personne qui vous accompagne : le détail du calcul
    .counsellor = Le détail du calcul
digits-sum = Le total d'un métier est la somme exacte de ses points, entre 0 et 1 ; 0,5 est neutre.
digits-points = Points = réponse × part de la fiche × moitié du poids du critère. Le point de départ d'un critère est la moitié de son poids.
digits-inferred = « Déduit » : la valeur vient d'autres réponses ou du reste de la fiche, non d'une réponse directe.
digits-limit = Ces nombres classent des pistes ; ils ne mesurent ni une aptitude ni une chance de réussite.
digits-missing = absent de la fiche, compté comme neutre : { $criteria }
digits-provenance = Catalogue : { $n } métiers, empreinte { $fingerprint }. Graine des tirages : { $seed }.
weights-caption = Poids des critères
weights-criterion = critère
weights-set = réglage
weights-applied = appliqué ici
factors-caption = Facteurs des centres d'intérêt, à côté de leur rareté
factors-interest = centre d'intérêt
factors-factor = facteur
places-caption = Stabilité des places
places-rank = rang
places-best = meilleur
places-worst = pire
places-draws = tirages
places-place = place
terms-caption = Points de chaque métier
terms-criterion = critère
terms-element = élément
terms-answer = réponse
terms-share-of-sheet = part de la fiche
terms-share = part

## Comment le résultat est fait : les quatre points de la loi

law-title-list = Comment cette liste est faite
law-title-metier = Comment ce résultat est fait
law-introduction = Quand un calcul aide à décider, la loi liste quatre choses à dire (CRPA, art. R. 311-3-1-2).
    .counsellor = Les quatre points du CRPA, art. R. 311-3-1-2, sur un traitement algorithmique.
law-no-advice = Explication technique, sans valeur d'avis juridique.

law-part = 1. La part du calcul
    .counsellor = 1. Degré et mode de contribution du traitement
law-sorts = Le calcul classe des pistes ; il ne décide de rien.
    .counsellor = Le traitement ordonne des suggestions ; il ne décide de rien.
law-decides = C'est toi qui choisis, avec les personnes qui t'accompagnent.
    .adult = C'est vous qui choisissez, avec les personnes qui vous accompagnent.
    .counsellor = La décision revient à l'élève, avec les personnes qui l'accompagnent.

law-data = 2. Les données, et d'où elles viennent
    .counsellor = 2. Données traitées et leurs sources
law-from-student = Ce que tu as dit : { $data }.
    .adult = Ce que vous avez dit : { $data }.
    .counsellor = Ce que l'élève a dit : { $data }.
law-from-sheets = Ce que disent les fiches : { $data }.
law-nothing-else = Rien d'autre : ni nom, ni âge, ni genre, ni lieu, ni notes.
data-interests = { $n ->
        [1] { $n } réponse sur tes goûts
       *[other] { $n } réponses sur tes goûts
    }
    .adult = { $n ->
        [1] { $n } réponse sur vos goûts
       *[other] { $n } réponses sur vos goûts
    }
    .counsellor = { $n ->
        [1] { $n } réponse sur un centre d'intérêt
       *[other] { $n } réponses sur des centres d'intérêt
    }
data-levels = { $n ->
        [1] { $n } niveau d'études
       *[other] { $n } niveaux d'études
    }
data-statuses = { $n ->
        [1] { $n } réponse sur un statut
       *[other] { $n } réponses sur des statuts
    }
data-sectors = { $n ->
        [1] { $n } réponse sur un secteur
       *[other] { $n } réponses sur des secteurs
    }
data-riasec = { $n ->
        [1] { $n } profil RIASEC
       *[other] { $n } profils RIASEC
    }
data-words = { $n ->
        [1] { $n } texte que tu as écrit
       *[other] { $n } textes que tu as écrits
    }
    .adult = { $n ->
        [1] { $n } texte que vous avez écrit
       *[other] { $n } textes que vous avez écrits
    }
    .counsellor = { $n ->
        [1] { $n } texte écrit par l'élève
       *[other] { $n } textes écrits par l'élève
    }
data-constraints = { $n ->
        [1] { $n } chose qui te gêne ou n'est pas possible pour toi
       *[other] { $n } choses qui te gênent ou ne sont pas possibles pour toi
    }
    .adult = { $n ->
        [1] { $n } chose qui vous gêne ou n'est pas possible pour vous
       *[other] { $n } choses qui vous gênent ou ne sont pas possibles pour vous
    }
    .counsellor = { $n ->
        [1] { $n } chose qui gêne l'élève ou n'est pas possible
       *[other] { $n } choses qui gênent l'élève ou ne sont pas possibles
    }
data-liked = { $n ->
        [1] { $n } métier aimé
       *[other] { $n } métiers aimés
    }
data-excluded = { $n ->
        [1] { $n } métier à ne pas montrer
       *[other] { $n } métiers à ne pas montrer
    }
data-filters = { $n ->
        [1] { $n } filtre
       *[other] { $n } filtres
    }
data-metiers = { $n ->
        [1] { $n } métier
       *[other] { $n } métiers
    }

law-weights = 3. Ce qui compte, et combien
    .counsellor = 3. Paramètres et pondération appliqués à l'élève
law-nothing-counts = Rien ne compte encore : tu n'as pas répondu.
    .adult = Rien ne compte encore : vous n'avez pas répondu.
    .counsellor = Rien ne compte encore : l'élève n'a pas répondu.
law-in-order = Du plus au moins important : { $criteria }.
law-family = famille de métiers
law-riasec = profil (RIASEC)
law-inferred = Déduit de tes réponses, sans que tu l'aies dit : { $criteria }.
    .adult = Déduit de vos réponses, sans que vous l'ayez dit : { $criteria }.
law-weighted = { $criterion } : { $weight }, réponse de l'élève.
law-weighted-inferred = { $criterion } : { $weight }, déduit d'autres réponses.
law-shrinkage = Poids d'intérêts inconnus ajouté à chaque fiche, pour qu'une fiche courte ne compte pas comme complète : { $weight }.
law-slopes = Préférence perdue par niveau : { $above } au-dessus de ce qui est envisagé, { $below } au-dessous ; sans souhait, { $reached } au-dessous du niveau atteint.
law-full-level = Le niveau d'études compte en proportion de ce qui est dit par ailleurs, et en entier à partir de { $n } réponses.
law-factor = Facteur du centre d'intérêt { $interest }, à côté de sa rareté : { $factor }.
law-factors = Par réglage, certains goûts comptent plus ou moins que d'autres : { $interests }.
law-same = Ces réglages sont les mêmes pour tout le monde : seules les réponses changent.

law-operations = 4. Ce qui est fait, dans l'ordre
    .counsellor = 4. Opérations effectuées, dans l'ordre
law-filter = { $n ->
        [0] Aucun métier n'est laissé de côté.
        [1] D'après tes filtres et tes réponses, 1 métier est laissé de côté.
       *[other] D'après tes filtres et tes réponses, { $n } métiers sont laissés de côté.
    }
    .adult = { $n ->
        [0] Aucun métier n'est laissé de côté.
        [1] D'après vos filtres et vos réponses, 1 métier est laissé de côté.
       *[other] D'après vos filtres et vos réponses, { $n } métiers sont laissés de côté.
    }
    .counsellor = { $n ->
        [0] Aucun métier n'est laissé de côté.
        [1] D'après les filtres et les réponses de l'élève, 1 métier est laissé de côté.
       *[other] D'après les filtres et les réponses de l'élève, { $n } métiers sont laissés de côté.
    }
law-compared = Chaque métier est comparé à tes réponses, critère par critère.
    .adult = Chaque métier est comparé à vos réponses, critère par critère.
    .counsellor = Points = réponse × part de la fiche × moitié du poids du critère.
law-added = Ce qui va avec tes réponses s'ajoute, ce qui va contre se retire.
    .adult = Ce qui va avec vos réponses s'ajoute, ce qui va contre se retire.
    .counsellor = Total = somme exacte des points, chaque critère partant de la moitié de son poids.
law-ordered = Les métiers les plus proches de tes réponses viennent en premier ; entre ex æquo, un tirage au sort décide.
    .adult = Les métiers les plus proches de vos réponses viennent en premier ; entre ex æquo, un tirage au sort décide.
    .counsellor = Ordre : du plus grand total au plus petit, arrondis à { $decimals } décimales.
law-draw = Entre ex æquo : tirage au sort reproductible (XXH3 de l'identifiant, graine { $seed }), puis identifiant.
law-varied = La liste est variée : d'autres métiers peuvent y entrer.
    .counsellor = La liste est variée : { $method }.
law-cut = { $n ->
        [1] La liste s'arrête au premier métier.
       *[other] La liste s'arrête aux { $n } premiers métiers.
    }

## Le quiz (boussole quiz) : les questions s'adressent à qui répond, quel que soit le lecteur du résultat

quiz-answer-no = non
quiz-answer-rather-no = plutôt non
quiz-answer-neither = ni oui ni non
quiz-answer-rather-yes = plutôt oui
quiz-answer-yes = oui
quiz-answer-dont-know = je ne sais pas
quiz-answer-not-possible = pas possible pour moi
quiz-answer-no-trouble = non, ça va
quiz-answer-trouble = oui, ça me gêne
quiz-answer-skip = passer
quiz-note-constraint = Attention, ici « oui » veut dire que ça te gêne.
    .adult = Attention, ici « oui » veut dire que cela vous gêne.
quiz-note-list = Tape les numéros, avec une espace entre deux : 3 12. Tape 0 si rien ne te tente.
    .adult = Tapez les numéros, avec une espace entre deux : 3 12. Tapez 0 si rien ne vous tente.
quiz-note-words = Des mots plutôt que des phrases, séparés par des virgules, puis Entrée.
quiz-command-back = revenir
quiz-command-finish = finir ici
quiz-command-quit = quitter
quiz-progress = { $most ->
        [1] Question { $number } (la dernière)
       *[other] Question { $number } (encore { $left }, celle-ci comprise)
    }
quiz-left = { $least } à { $most }
quiz-opening = { $first ->
        [0] Encore quelques questions.
        [1] Encore une question sur ce que tu aimes, puis quelques autres.
       *[other] { $first } questions sur ce que tu aimes, puis quelques autres.
    } À partir de { $least } réponses, tu peux t'arrêter quand tu veux. Réponds comme tu le sens : il n'y a ni bonne ni mauvaise réponse. Le plus souvent, une touche suffit.
    .adult = { $first ->
        [0] Encore quelques questions.
        [1] Encore une question sur ce que vous aimez, puis quelques autres.
       *[other] { $first } questions sur ce que vous aimez, puis quelques autres.
    } À partir de { $least } réponses, vous pouvez vous arrêter quand vous voulez. Répondez comme vous le sentez : il n'y a ni bonne ni mauvaise réponse. Le plus souvent, une touche suffit.
quiz-kept = Tes réponses sont gardées. Pour reprendre : { $command }
    .adult = Vos réponses sont gardées. Pour reprendre : { $command }
quiz-not-kept = Rien n'est gardé de tes réponses.
    .adult = Rien n'est gardé de vos réponses.
quiz-at-first = C'est la première question.
quiz-too-early = Avec si peu de réponses, les pistes seraient tirées presque au hasard. Appuie encore une fois sur f pour finir quand même.
    .adult = Avec si peu de réponses, les pistes seraient tirées presque au hasard. Appuyez encore une fois sur f pour finir quand même.
quiz-keep = Tes réponses ne sont pas encore gardées. Entrée : les garder dans { $file } ; n : les jeter ; une autre touche : continuer.
    .adult = Vos réponses ne sont pas encore gardées. Entrée : les garder dans { $file } ; n : les jeter ; une autre touche : continuer.
quiz-unknown-key = Ce n'est pas une des réponses possibles ici.
portrait-title = D'après tes réponses
    .adult = D'après vos réponses
    .counsellor = D'après les réponses de l'élève
portrait-likes = Ce qui te plaît
    .adult = Ce qui vous plaît
    .counsellor = Ce qui plaît à l'élève
portrait-avoids = Ce que tu évites
    .adult = Ce que vous évitez
    .counsellor = Ce que l'élève évite
portrait-words = Ce que tu as écrit
    .adult = Ce que vous avez écrit
    .counsellor = Ce que l'élève a écrit
portrait-bothers = Ce qui te gêne
    .adult = Ce qui vous gêne
    .counsellor = Ce qui gêne l'élève
portrait-not-possible = Ce qui n'est pas possible pour toi
    .adult = Ce qui n'est pas possible pour vous
    .counsellor = Ce qui n'est pas possible pour l'élève
portrait-neither = Ni oui ni non
portrait-left-open = Ce que tu as laissé sans réponse
    .adult = Ce que vous avez laissé sans réponse
    .counsellor = Ce que l'élève a laissé sans réponse
portrait-not-asked = Ce qu'on ne t'a pas demandé
    .adult = Ce qu'on ne vous a pas demandé
    .counsellor = Ce qui n'a pas été demandé à l'élève
portrait-entry = { $name } ({ $answer })
quiz-correct = Un numéro pour corriger, Entrée pour continuer.
quiz-end-unasked = { $n ->
        [1] On s'arrête là : un centre d'intérêt n'a pas été demandé.
       *[other] On s'arrête là : { $n } centres d'intérêt n'ont pas été demandés.
    }
quiz-end-little-to-learn = C'est fini, merci !
quiz-end-length = C'est fini, merci !
quiz-end-nothing-left = C'est fini : tu as vu toutes les questions.
    .adult = C'est fini : vous avez vu toutes les questions.
quiz-contradiction = Deux questions se ressemblent, et tes réponses sont différentes :
    .adult = Deux questions se ressemblent, et vos réponses sont différentes :
quiz-contradiction-answer = { $question } Tu as répondu « { $answer } ».
    .adult = { $question } Vous avez répondu « { $answer } ».
quiz-contradiction-kind = Ça arrive à tout le monde. Si tu veux, demande-toi laquelle te ressemble le plus.
    .adult = Cela arrive à tout le monde. Si vous voulez, demandez-vous laquelle vous ressemble le plus.
quiz-same-answer = Tu as répondu « { $answer } » { $n } fois de suite. Si tu allais un peu vite, tu peux reprendre tranquillement.
    .adult = Vous avez répondu « { $answer } » { $n } fois de suite. Si vous alliez un peu vite, vous pouvez reprendre tranquillement.
quiz-many-open = Sur { $given } questions, il y en a { $open } où tu n'as pas donné d'avis, et c'est ton droit. Avec quelques réponses de plus, les pistes seraient plus précises.
    .adult = Sur { $given } questions, il y en a { $open } où vous n'avez pas donné d'avis, et c'est votre droit. Avec quelques réponses de plus, les pistes seraient plus précises.

## Mesurer un classement d'après des jugements (boussole evaluate), pour qui mesure

evaluation-interval-95 = intervalle à 95 %
evaluation-interval = [{ $low } ; { $high }]

evaluation-title = Évaluation d'un classement
evaluation-means = Moyennes sur les requêtes
evaluation-column-metric = mesure
evaluation-column-mean = moyenne
evaluation-column-queries = requêtes
evaluation-comparison = Écart avec l'autre classement
evaluation-column-difference = écart
evaluation-column-p = p
evaluation-column-p-holm = p (Holm)
evaluation-column-wins = mieux/égal/moins bien
evaluation-exact = { $p } (exact)
evaluation-queries = Requête par requête
evaluation-column-query = requête
evaluation-shown = Ce que le classement montre du catalogue
evaluation-column-all-lists = sur toutes les listes
evaluation-column-value = valeur
evaluation-parity = { $name }, parité par { $by }
evaluation-column-shown = montré
evaluation-column-eligible = montrable
evaluation-column-ratio = rapport
evaluation-not-stated = (non précisé)
evaluation-skipped = { $n ->
        [1] Une requête sans élément pertinent, laissée de côté : { $queries }
       *[other] { $n } requêtes sans élément pertinent, laissées de côté : { $queries }
    }
evaluation-absent = { $n ->
        [1] Une requête jugée et absente du classement, comptée comme 0 : { $queries }
       *[other] { $n } requêtes jugées et absentes du classement, comptées comme 0 : { $queries }
    }
evaluation-unjudged = { $n ->
        [1] Une requête du classement qui n'est pas jugée, laissée de côté : { $queries }
       *[other] { $n } requêtes du classement qui ne sont pas jugées, laissées de côté : { $queries }
    }

## Les poids réglés d'après des préférences (boussole tune), pour qui mesure

tuning-title = Poids réglés d'après des préférences
tuning-facts = Données et réglages
tuning-pairs = { $pairs } paires de { $students } élèves, données { $data }
tuning-equal = { $n } paires laissées de côté : leurs deux côtés ont les mêmes valeurs
tuning-capped = { $n } paires laissées de côté : au-delà du maximum par élève
tuning-unnamed = { $n } paires sans nom d'élève : des profils égaux sont pris pour ceux d'un même élève
tuning-simulated = { $n } paires des données viennent d'un simulateur : ce ne sont pas des poids pour de vrais élèves
tuning-repeated = { $n } lignes répètent une paire : une paire compte une fois, avec le poids de toutes ses lignes
tuning-left-out = { $n } lignes fausses laissées de côté
tuning-opposed = { $name } : les préférences vont contre ce critère (sous 0 dans { $part } % des rééchantillons) ; il est mis à 0, les autres sont réglés sans lui
tuning-settings = lambda { $lambda }, graine { $seed }
tuning-solver-optimal = le minimum est atteint
tuning-solver-iterations = le calcul a épuisé ses itérations
tuning-solver-fits = des poids passent sans cesse par zéro
tuning-solved = { $solver }, résidu { $residual }, ajustements : { $fits }
tuning-version = boussole { $version }
tuning-version-date = boussole { $version }, { $date }
tuning-accepted-title = Acceptés
tuning-accepted = Les données soutiennent ces poids.
tuning-refused-title = Refusés
tuning-refused = Les poids par défaut sont gardés.
tuning-too-few-pairs = Il faut au moins { $needed } paires qui diffèrent, il y en a { $found } : en réunir d'autres avant de régler.
tuning-too-few-students = Il faut des paires d'au moins { $needed } élèves, il y en a { $found } : interroger plus de personnes, pas les mêmes plus souvent.
tuning-not-better = La perte logarithmique hors échantillon devrait baisser de plus d'une erreur type ({ $error }) par rapport aux poids par défaut, elle baisse de { $mean }.
tuning-sign-flip = { $name } : les préférences vont contre ce critère ({ $value }, sous 0 dans { $part } % des rééchantillons) : revoir les données ou le critère.
tuning-all-contradicted = Les préférences vont contre tous les critères, aucun poids au-dessus de 0 ne les explique : voir si les côtés sont inversés.
tuning-fixed-contradicted = Les préférences vont contre les poids fixés ({ $names }) : en libérer un.
tuning-not-converged = Le calcul s'arrête à { $residual } du minimum : donner plus de données ou un lambda plus grand.
tuning-weights = Poids avant et après
tuning-picture = Chaque poids avant et après le réglage, avec son intervalle de stabilité
tuning-interval-note = Parts de la somme des poids. L'intervalle de stabilité contient la part dans 95 % des rééchantillons d'élèves. Ce n'est pas un intervalle de confiance, car les poids sont retenus près des valeurs par défaut.
tuning-before = avant
tuning-after = après
tuning-column-weight = poids
tuning-column-stability = stabilité
tuning-column-pairs = paires
tuning-column-remark = remarque
tuning-remark-fixed = fixé
tuning-remark-opposed = les préférences vont contre : mis à 0
tuning-remark-no-pair = aucune paire n'y diffère
tuning-remark-not-apart = ne se distingue pas d'avant
tuning-held-out = Élèves laissés de côté
tuning-column-weights = poids
tuning-column-accuracy = exactitude
tuning-column-log-loss = perte log
tuning-default = par défaut
tuning-tuned = réglés
tuning-improvement = Perte logarithmique plus basse qu'avec les poids par défaut de { $mean }, erreur type sur les élèves { $error }.
tuning-column-lambda = lambda
tuning-column-excess = au-dessus du meilleur
tuning-column-error = erreur type
tuning-chosen = choisi
tuning-interests = Un poids par centre d'intérêt
tuning-interests-note = Pour l'étude seulement : ces poids ne vont pas dans le fichier de poids.
tuning-moves = Ce qui change pour { $profile }
tuning-column-metier = métier
tuning-column-rank = rang
tuning-kept = { $kept } des { $shown } premiers étaient déjà parmi les { $shown } premiers.
tuning-picture-title = Poids avant et après le réglage, avec intervalles de stabilité
tuning-picture-stability = stabilité, 95 % des rééchantillons

tuning-weights-compared = Deux jeux de poids comparés
tuning-weights-swept = Le poids « { $name } », les autres ramenés à ce qui reste
tuning-weights-measures = Mesures
tuning-weights-measure = mesure
tuning-weights-difference = différence
tuning-weights-interval = intervalle de la différence
tuning-weights-p-value = p
tuning-weights-picture-interval = intervalle à 95 %
tuning-weights-share = part
tuning-weights-present = poids actuel
tuning-weights-ndcg = nDCG@10 des jugements
tuning-weights-accuracy = paires dans le bon ordre
tuning-weights-own = son propre métier dans les dix
tuning-weights-coverage = métiers montrés à quelqu'un
tuning-weights-note = Chaque métier est pris pour un élève, avec ses centres d'intérêt et son niveau. Différences par élève ou par métier : intervalle de confiance (niveau 0,95) par rééchantillonnage, p d'un test de permutation apparié. Une petite différence peut être sûre et sans importance : lire d'abord sa taille.


## Quiz simulés (boussole quiz --simulate), pour qui mesure

simulation-title = Simulation du quiz
simulation-students = Élèves simulés
simulation-what = Quiz sur { $metiers } métiers et { $interests } centres d'intérêt, élèves simulés (graine { $seed }) : { $students }.
simulation-n-students = { $n } de type « { $kind } »
simulation-limit = On retrouve un métier connu sous un modèle d'élèves, avec les seuls centres d'intérêt : cela ne prouve rien sur de vrais élèves.
simulation-intervals = Moyennes avec intervalles à 95 %.
simulation-overlaps = Recouvrement@10 avec le questionnaire complet (chaque intérêt une fois ; adaptatif, deux fois : toutes les formulations), ex æquo en espérance
simulation-differences = Écarts de recouvrement@10, élève par élève
simulation-hits = R@10 du métier caché, ex æquo en espérance
simulation-by-level = Le quiz avec sa règle d'arrêt, par niveau d'accès du métier caché
simulation-by-kind = Le quiz avec sa règle d'arrêt, par type d'élève ; recouvrement@10 après 15 questions posées une fois
simulation-questions = questions
simulation-minus-static = adaptatif − fixe
simulation-minus-random = adaptatif − au hasard
simulation-all-once = { $n } (tout une fois)
simulation-all-wordings = toutes les formulations
simulation-stopped = { $n } (règle d'arrêt)
simulation-whole = { $n } (tout le quiz, tous les critères)
simulation-no-level = sans niveau
simulation-column-level = niveau
simulation-column-kind = type
simulation-column-students = élèves
simulation-column-p10 = p10
simulation-column-p90 = p90
simulation-column-overlap = recouvrement@10
simulation-column-recall = R@10
simulation-column-all-once = R@10 tout une fois
simulation-typical = typique
simulation-family = famille
simulation-consistent = constant
simulation-hesitant = hésitant
simulation-agreeable = conciliant
simulation-noisy = bruité
simulation-adaptive = adaptatif
simulation-adaptive-twice = adaptatif, deux fois
simulation-static = fixe
simulation-random = au hasard
simulation-picture-title = Quiz : ce qu'apportent plus de questions
simulation-picture-shows = { $n } élèves simulés : recouvrement des dix premiers avec le questionnaire complet, et rappel du métier caché, selon le nombre de questions, pour chaque façon de demander. Bandes : intervalles à 95 %.
simulation-picture-overlap = Recouvrement@10 avec le questionnaire complet
simulation-picture-recall = R@10 du métier caché
simulation-picture-all-once = chaque intérêt une fois : { $mean }

## L'audit d'un catalogue (boussole audit), pour qui tient les données

percent = { $n } %

audit-title = Audit du catalogue
audit-content = Contenu
audit-counts = { $metiers } { $metiers ->
        [0] métier
        [1] métier
       *[other] métiers
    }, { $interests } { $interests ->
        [0] centre d'intérêt
        [1] centre d'intérêt
       *[other] centres d'intérêt
    }, { $statuses } { $statuses ->
        [0] statut
        [1] statut
       *[other] statuts
    }, { $sectors } { $sectors ->
        [0] secteur
        [1] secteur
       *[other] secteurs
    }, { $problems } { $problems ->
        [0] problème
        [1] problème
       *[other] problèmes
    }.
audit-mean-interests = En moyenne { $mean } centres d'intérêt par métier ; densité { $density }.
audit-fingerprint = Empreinte : { $fingerprint }.
audit-column-interests = centres d'intérêt par métier
audit-column-metiers = métiers
audit-column-share = part
audit-interests = Centres d'intérêt
audit-levels = Niveaux d'accès
audit-statuses = Statuts
audit-sectors = Secteurs
audit-column-interest = centre d'intérêt
audit-column-level = niveau d'accès
audit-column-status = statut
audit-column-sector = secteur
audit-no-label = Aucune fiche n'en donne.
audit-gaps = Données manquantes
audit-column-field = champ
audit-column-without = métiers sans
audit-names = Noms douteux
audit-no-doubtful-name = Aucun nom douteux.
audit-name = { $id } : « { $feminine } », « { $masculine } » ({ $why })
audit-name-slash = une barre oblique reste dans une forme
audit-name-unrelated = le féminin n'est pas celui du masculin
audit-name-length = une forme a plus de mots que l'autre
audit-patterns = Métiers que rien ne distingue
audit-same-facts = Deux métiers aux mêmes données ont le même score pour tout profil qui ne parle que de ces données : seul un tirage les sépare.
audit-column-same = mêmes données
audit-column-patterns = ensembles distincts
audit-column-alone = métiers seuls
audit-column-tied = métiers ex æquo
audit-column-bits = bits
audit-bits-needed = Il faudrait { $bits } bits pour distinguer tous les métiers.
audit-groups = Plus grands groupes
audit-groups-by = Par { $fields } :
audit-no-group = Aucun groupe.
audit-group = { $n } métiers ({ $values }) : { $ids }
audit-relations = Centres d'intérêt liés
audit-never-together = Paires de centres d'intérêt jamais réunis : { $never } sur { $pairs }.
audit-implication = « { $interest } » ne va jamais sans « { $implied } » ({ $n } sur { $n })
audit-problems = Problèmes
audit-no-problem = Aucun problème rencontré à la lecture.
audit-problem-kind = { $n } × { $kind } [{ $name }]
audit-more-problems = … et { $n } de plus ; le format JSON les donne tous.
audit-more-implications = … et { $n } de plus.
audit-place-numbers = À savoir : les identifiants des { $field } ({ $first } à { $last }) numérotent les places dans chaque liste et ne désignent aucun libellé ; ils ne sont pas gardés, les libellés le sont tous.
audit-line = ligne { $line }
audit-reachability = Portée
audit-not-looked-for = Non calculée.
audit-tried = Qui arrive dans les { $top } premiers pour au moins un des { $profiles } profils qui aiment de 1 à { $likes } centres d'intérêt ?
audit-column-first = dans les premiers
audit-reached = sans tirage
audit-only-by-lot = seulement par tirage
audit-as-filler = dont sans aucun centre d'intérêt commun
audit-never = jamais
audit-lost = pas même pour qui en aime tout et vise son niveau
audit-ids-by-lot = Seulement par tirage : { $ids }.
audit-ids-never = Jamais : { $ids }.
audit-ids-lost = Pas même pour qui en aime tout et vise son niveau : { $ids }.

field-id = identifiant
field-title = titre
field-feminine = appellation féminine
field-masculine = appellation masculine
field-url = adresse de la fiche
field-rome-codes = codes ROME
field-access-level = niveau d'accès
field-statuses = statuts
field-interests = centres d'intérêt
field-sectors = secteurs
field-riasec = lettres RIASEC
field-domains = domaines
field-trainings = formations
field-presentation = présentation
field-overview = en bref
field-studies = durée des études

problem-missing = donnée indispensable absente, fiche laissée de côté
problem-invalid-identifier = identifiant ou code mal formé, laissé de côté
problem-invalid-url = adresse de page mal formée, laissée de côté
problem-unknown-access-level = niveau d'accès inconnu, laissé de côté
problem-repeated-field = rubrique en double, la première est gardée
problem-not-an-item = ligne de liste sans « - », laissée de côté
problem-empty-item = ligne de liste vide
problem-repeated-value = valeur répétée dans une liste, gardée une fois
problem-duplicate-id = identifiant en double, la première fiche est gardée
problem-invalid-riasec = lettres RIASEC mal formées, laissées de côté
problem-ambiguous-id = identifiant de plusieurs libellés, laissé de côté
problem-malformed = texte mal formé, partie abîmée laissée de côté
problem-doctype = déclaration DOCTYPE, refusée
problem-unknown-entity = entité inconnue, laissée telle quelle
problem-too-deep = éléments trop imbriqués, fiche laissée de côté
problem-fiche-too-large = fiche trop grande, laissée de côté
problem-unknown-encoding = encodage inconnu, fichier laissé de côté
problem-wrong-field-count = ligne de tableau trop longue, laissée de côté
problem-quote-not-closed = guillemet non fermé, sa ligne est laissée de côté
problem-missing-columns = colonnes indispensables absentes, fichier laissé de côté
problem-unknown-schema = schéma JSON inconnu, fichier laissé de côté
problem-unknown-format = format inconnu, fichier laissé de côté
problem-format-not-built = format non compris dans ce programme, fichier laissé de côté
problem-no-fiche = fichier sans fiche
problem-too-many-problems = trop de problèmes dans un fichier, les suivants ne sont pas listés
problem-too-many-fiches = trop de fiches, les suivantes sont laissées de côté
problem-not-utf8 = octets qui ne sont pas de l'UTF-8, lus comme du windows-1252
problem-too-large = fichier trop grand, laissé de côté
problem-unreadable = fichier illisible, laissé de côté
problem-unknown-name = nom inconnu proche d'un champ, gardé comme section
problem-two-values = deux valeurs pour un champ, la première est gardée
problem-sources-differ = deux sources de valeurs différentes, la première est gardée
problem-several-in-one = plusieurs libellés dans une valeur, chacun est lu
problem-too-long = libellé trop long, laissé de côté
problem-broken-text = traces d'un mauvais encodage, texte gardé tel quel
problem-control-character = caractères de contrôle, lus comme des espaces
problem-other-data = autres données que des fiches métiers, fichier laissé de côté
problem-files-not-read = fichiers qui ne sont pas lus
problem-too-many-columns = trop de colonnes, les dernières sont laissées de côté

found-instead = « { $found } » au lieu de « { $expected } »
found-instead-of-form = « { $found } » au lieu d'une forme comme { $expected }
found-nearest = « { $found } » ; le plus proche : « { $nearest } »
found-first-line = déjà à la ligne { $line }
found-first-place = déjà dans { $place }
found-too-deep = plus de { $limit } niveaux
found-fields = { $found } champs au lieu de { $expected }
found-fields-on-lines = { $found } champs au lieu de { $expected }, sur { $lines } lignes : un guillemet à fermer ?
found-lines-taken = { $n ->
        [0] 0 ligne prise
        [1] 1 ligne prise
       *[other] { $n } lignes prises
    }
found-more = { $n } de plus
found-more-than = plus de { $limit }
found-more-bytes = plus de { $limit } octets
found-byte = octet { $byte }

## Un nom de métier qui n'est pas clair (boussole explain, compare, whatif)

unclear-none = Aucun métier n'a pour nom ou pour identifiant « { $found } ». Les plus proches sont : { $offered }.
unclear-nothing = Aucun métier n'a pour nom ou pour identifiant « { $found } », et aucun nom ne lui ressemble.
unclear-several = { $n } métiers peuvent s'appeler « { $found } ». Donne un nom plus complet ou l'identifiant, par exemple : { $offered }.
    .adult = { $n } métiers peuvent s'appeler « { $found } ». Donnez un nom plus complet ou l'identifiant, par exemple : { $offered }.
    .counsellor = { $n } métiers peuvent s'appeler « { $found } ». Il faut un nom plus complet ou l'identifiant, par exemple : { $offered }.

## Une classe (boussole class), pour la personne qui conseille

class-title = { $n ->
        [1] La classe : un élève
       *[other] La classe : { $n } élèves
    }
class-shared = Ce que la classe partage
class-nothing = Rien n'est commun à deux élèves.
class-likes = { $n } élèves sur { $total } disent oui à « { $label } ».
class-avoids = { $n } élèves sur { $total } disent non à « { $label } ».
class-metier = « { $label } » est dans la liste de { $n } élèves sur { $total }.
class-pupil-likes = Ce qui plaît
class-pupil-avoids = Ce qui déplaît
class-reached = Niveau atteint
class-willing = Niveau envisagé
class-open = Sans réponse
class-n-open = { $n ->
        [1] un centre d'intérêt
       *[other] { $n } centres d'intérêt
    }
class-notes = Notes
