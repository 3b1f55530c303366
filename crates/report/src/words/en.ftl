# The sentences of boussole in English. This file can be read and corrected without knowing how to program.
#
# Each message has a name, then « = », then its text, which is what a pupil reads.
#   .adult       the same for an adult, where it differs
#   .counsellor  the same for whoever advises the student
# Without a line .adult or .counsellor, everybody reads the first one.
#
# What stands in braces, such as { $label }, is replaced by a value; the name after $ stays as it is.
# { $n -> [1] … *[other] … } chooses a text by a number.
#
# Rules: 25 words per sentence, no percentage for the student, no verdict.

## Answers, criteria, places: words that several sentences use

answer-yes = yes
answer-rather-yes = rather yes
answer-none = no opinion
answer-rather-no = rather no
answer-no = no

criterion-interest = interests
criterion-related = related interests
criterion-access-level = access level
criterion-status = status
criterion-sector = sector
criterion-riasec = RIASEC type
criterion-domain = ROME domain
criterion-words = your words
    .counsellor = words of the student
criterion-similar = liked occupations

list-and = and
quoted = “{ $text }”
named = { $name }: { $text }
with-colon = { $name }:
inferred = { $name } (inferred)
starting-point = starting point
nothing = nothing
total = total
points = points

robustness-stable = stable
robustness-fragile = fragile
robustness-lot = by lot

rank-only = Rank { $rank }.
standing = Rank { $rank } of { $n } occupations compared.
refused-exclude = You asked not to see this occupation: it is not ranked.
    .counsellor = The student asked not to see this occupation: it is not ranked.
refused-liked = You like it already: it is not suggested again.
    .counsellor = The student likes it already: it is not suggested again.
refused-level = Your level filter leaves this occupation out: it is not ranked.
    .counsellor = The student's level filter leaves this occupation out: it is not ranked.
refused-status = Your status filter leaves this occupation out: it is not ranked.
    .counsellor = The student's status filter leaves this occupation out: it is not ranked.
refused-sector = Your sector filter leaves this occupation out: it is not ranked.
    .counsellor = The student's sector filter leaves this occupation out: it is not ranked.
refused-all-statuses = You said no to all of its statuses: it is left aside.
    .counsellor = The student said no to all of its statuses: it is left aside.
refused-all-sectors = You said no to all of its sectors: it is left aside.
    .counsellor = The student said no to all of its sectors: it is left aside.

## The end of each result: a limit, and a next step

keep-in-mind = Keep in mind
closing-limit = These are paths to explore, not a verdict.
    .counsellor = These are paths to explore with the student, not a verdict.
closing-next = Read the sheets, then talk about them with a counsellor or somebody close to you.
    .adult = Read the sheets, then talk about them with the career guidance service (CEP), with France Travail or with somebody close to you.
    .counsellor = The sheets say what scores do not: read them together.

## The ladder of levels (boussole ladder)

ladder-title = Your interests, level by level
    .counsellor = The same interests, level by level
ladder-count = { $n ->
        [0] No occupation at this level.
        [1] Only one occupation at this level.
       *[other] { $n } occupations at this level.
    }
ladder-metier = { $name }, rank { $rank }
    .counsellor = { $name } ({ $id }), rank { $rank }, score { $score }
ladder-limit = The ladder follows what you said: it does not say how far you can go.
    .counsellor = The ladder follows what the student said: it does not say how far to go.
ladder-left-out = { $outside ->
        [1] One other occupation is at another level.
       *[other] { $outside } other occupations are at other levels.
    }
ladder-without-level = { $n ->
        [1] The sheet of one occupation does not state its level.
       *[other] The sheets of { $n } occupations do not state their level.
    }

## Why one métier comes before another (boussole compare)

contrast-title = Why one before the other?
contrast-because = It comes first mainly because:
contrast-counter = Its main advantage:
contrast-no-counter = It has no advantage over the other.
contrast-tied-title = Equal
contrast-tied = By your answers, these two occupations are tied.
    .counsellor = By the student's answers, these two occupations are tied.
contrast-same = You gave the same occupation twice.
    .counsellor = It is the same occupation twice.
contrast-draw = Their order was drawn at random.
contrast-weighs-more = You said { $answer } to “{ $label }”: it weighs more in its sheet.
    .counsellor = The student said { $answer } to “{ $label }”: it weighs more in its sheet.
contrast-only-here = You said { $answer } to “{ $label }”: it is in its sheet, not in the other.
    .counsellor = The student said { $answer } to “{ $label }”: it is in its sheet, not in the other.
contrast-weighs-less = You said { $answer } to “{ $label }”: it weighs less in its sheet.
    .counsellor = The student said { $answer } to “{ $label }”: it weighs less in its sheet.
contrast-only-there = You said { $answer } to “{ $label }”: it is in the other sheet, not in its own.
    .counsellor = The student said { $answer } to “{ $label }”: it is in the other sheet, not in its own.
contrast-constraint = What bothers you or is not possible for you weighs less here.
    .counsellor = What bothers the student or is not possible for them weighs less here.
contrast-interests = Its interests often go with your answers.
    .counsellor = Its interests often go with the student's answers.
contrast-level = The level it requires is closer to what you have in mind.
    .counsellor = The level it requires is closer to what the student has in mind.
contrast-statuses = Its statuses go better with your preferences.
    .counsellor = Its statuses go better with the student's preferences.
contrast-sectors = Its sectors go better with your preferences.
    .counsellor = Its sectors go better with the student's preferences.
contrast-sectors-inferred = Its sectors go better with your answers.
    .counsellor = Its sectors go better with the student's answers.
contrast-riasec = It is more like what you enjoy.
    .counsellor = It is more like what the student enjoys.
contrast-domain = Several related occupations suit you too.
    .counsellor = Several related occupations suit the student's answers too.
contrast-words = Its sheet speaks more of what you wrote.
    .counsellor = Its sheet speaks more of what the student wrote.
contrast-similar = It is more like the occupations that you like.
    .counsellor = It is more like the occupations that the student likes.
contrast-terms-title = What makes the difference
contrast-column-term = criterion: element
contrast-column-first = first
contrast-column-second = second
contrast-column-difference = difference
contrast-total = total, with the neutral parts
contrast-interests-most = Its interests go better with your answers. { $most }
    .counsellor = Its interests go better with the student's answers. { $most }

## How sure places are (boussole stability)

stability-title = How sure are these paths?
stability-places = The places
stability-place-of = { $rank }. { $name }: { $place }.
stability-no-metier = No occupation is ranked.
stability-ranks = The ranks
stability-column-metier = occupation
stability-worst = What leads to the worst rank:
stability-cause = { $id }: { $condition }.
stability-weights = The weights
stability-column-weight = weight
stability-column-set = same paths
stability-column-order = same order everywhere
stability-intervals = Between these values of one weight, the others unchanged, the result does not change.
stability-meaning = Stable: the path stays even if the importance of criteria changes a little, or one answer by a step.
stability-legend = Stable: this occupation stays on your list even if the importance of criteria changes a little, or one answer by a step. Fragile: it may leave it, or too little was said. By lot: other occupations have the same score.
    .counsellor = Stable: this occupation stays on the list even if the importance of criteria changes a little, or one answer by a step. Fragile: it may leave it, or too little was said. By lot: other occupations have the same score.
stability-not-marked = Stability: not computed for a varied list.
stability-ranks-explained = Best and worst rank: when one answer is left out or moves one step.
stability-draws-explained = Draws: of { $draws } weights drawn within a fifth, those in which the occupation stays on the list.

place-stable = stable place
place-fragile = fragile place
place-lot = place by lot
place-among = { $top ->
        [1] in first place
       *[other] among your top { $top }
    }
    .counsellor = { $top ->
        [1] in first place
       *[other] among the top { $top }
    }
place-behind = { $top ->
        [1] behind the first place
       *[other] behind your first { $top } paths
    }
    .counsellor = { $top ->
        [1] behind the first place
       *[other] behind the first { $top } paths
    }
place-stays = Stable place: it stays { $side } if criteria count a little differently, and if one answer moves one step.
place-may-leave = Fragile place: it does not always stay { $side } if criteria count a little differently, or if one answer changes.
place-too-little = Fragile place: one criterion counts at most, which is too little to say more.
place-by-lot = Place by lot: other occupations have the same score, and a random draw parts them.
place-counted = Weights drawn within a fifth: { $n } of { $draws } draws. One answer left out or moved one step: rank { $best } to { $worst }.
place-in-list = { $place }: { $n } of { $draws } draws, ranks { $best } to { $worst }.
place-in-list-fixed = { $place }: { $n } of { $draws } draws, always rank { $best }.
places-stable = { $n ->
        [1] Stable place: { $ranks }.
       *[other] Stable places: { $ranks }.
    }
places-fragile = { $n ->
        [1] Fragile place: { $ranks }.
       *[other] Fragile places: { $ranks }.
    }
places-lot = { $n ->
        [1] Place by lot: { $ranks }.
       *[other] Places by lot: { $ranks }.
    }
places-run = { $first } to { $last }

## What if an answer were another (boussole whatif)

whatif-title = What if?
whatif-metier = { $name }
    .counsellor = { $name } ({ $id })
whatif-refused = Another answer changes nothing about that.
whatif-caution = This is not advice on how to answer: say what you really think.
    .counsellor = This is meant to explain the ranking, not to steer answers.
whatif-first-ones = { $top ->
        [1] in first place
       *[other] among your top { $top }
    }
    .counsellor = { $top ->
        [1] in first place
       *[other] among the top { $top }
    }
whatif-enter = { $condition }, it would be { $places }
whatif-leave = { $condition }, it would no longer be { $places }
whatif-two-enter = One answer would not be enough. With two answers changed, it would be { $places }:
whatif-two-leave = One answer would not be enough. With two answers changed, it would no longer be { $places }:
whatif-both = { $first } and { $second }
whatif-both-apart = { $first }. And { $second }
whatif-alternative = { $said }.
    .counsellor = { $said }. Rank { $rank }.
whatif-ahead-by-draw = { $n ->
        [1] One occupation would still have the same score and come before it by random draw.
       *[other] { $n } occupations would still have the same score and come before it by random draw.
    }
whatif-cannot-enter = Changing one or two answers would not be enough for it to be { $places }.
whatif-cannot-leave = Even with one or two answers changed, it would still be { $places }.
whatif-more = { $n ->
        [1] One other change of this size would do the same.
       *[other] { $n } other changes of this size would do the same.
    }
whatif-tried = { $n } changes looked at: all smaller ones, and all of this size.
whatif-facts = The level reached, filters and excluded occupations never change.

change-interest = to “{ $label }”
change-status = to the status { $status }
change-sector = to the sector “{ $label }”
change-said = “{ $answer }” { $question }
change-with = with “{ $answer }” { $question }
change-with-less = with only “{ $answer }” { $question }
change-with-none = without an answer { $question }
change-with-goal = while thinking of { $goal }
change-with-no-goal = without saying how far to study
change-answered = if you had answered { $said }
    .counsellor = if the student had answered { $said }
change-unanswered = if you had not answered { $question }
    .counsellor = without the student's answer { $question }
change-willing = if you were thinking of { $goal }
    .counsellor = if the student were thinking of { $goal }
change-not-willing = if you had not said how far to study
    .counsellor = if the student had not said how far to study

## A record, replayed (boussole replay)

replay-title = Replay of a record
replay-identical = Identical
replay-different = Different
replay-found = Every recorded value is found again; recommendations replayed: { $n }.
replay-same-bytes = The two documents have the same bytes.
replay-other-layout = Only the layout of the documents differs.
replay-counted = Values that differ: { $n }.
replay-difference = { $place }: { $recorded } → { $replayed }

## The list (boussole recommend): title, order, filters

list-title = Paths to explore, based on your answers
    .counsellor = Paths to explore, based on the student's answers
list-leads = Your paths
    .counsellor = The paths
list-silent = Your answers do not allow a choice yet: this list was drawn at random.
    .counsellor = The student's answers do not allow a choice yet: this list was drawn at random.
list-silent-varied = Your answers do not allow a choice yet: this list was drawn at random, then varied.
    .counsellor = The student's answers do not allow a choice yet: this list was drawn at random, then varied.
list-looked-at = { $n ->
        [1] One occupation compared.
       *[other] { $n } occupations compared.
    }{ $shown ->
        [0] { "" }
        [1] { " " }Here is your first one.
       *[other] { " " }Here are your top { $shown }.
    }
    .counsellor = { $n ->
        [1] One occupation compared.
       *[other] { $n } occupations compared.
    }{ $shown ->
        [0] { "" }
        [1] { " " }Here is the first one.
       *[other] { " " }Here are the top { $shown }.
    }
list-xquad = This list is varied: it tries to cover more of what you like.
    .counsellor = This list is varied: it tries to cover more of what the student likes.
list-mmr = This list is varied: it avoids occupations that are too close to each other.
list-basis = Weights of the criteria: { $weights }. Catalogue: { $fingerprint }.
list-no-weights = none

filter-nothing = No occupation passes your filters.
    .counsellor = No occupation passes the student's filters.
filter-several = Taking away one filter is not enough: take away several.
    .counsellor = Taking away one filter is not enough: it takes several.
filter-asked = { $n ->
        [1] 1 occupation is left out because you asked for it.
       *[other] { $n } occupations are left out because you asked for it.
    }
    .counsellor = { $n ->
        [1] 1 occupation is left out because the student asked for it.
       *[other] { $n } occupations are left out because the student asked for it.
    }
filter-left-out = { $n ->
        [1] 1 occupation is left out by { $filter }{ $without }.
       *[other] { $n } occupations are left out by { $filter }{ $without }.
    }
filter-without-data = { $n ->
        [0] { "" }
        [1] , of which 1 because its sheet does not say
       *[other] , of which { $n } because their sheets do not say
    }
filter-liked = your list of liked occupations
    .counsellor = the list of liked occupations
filter-liked-already = { $n ->
        [1] The occupation that you like already is not suggested again.
       *[other] The { $n } occupations that you like already are not suggested again.
    }
    .counsellor = { $n ->
        [1] The occupation that the student likes already is not suggested again.
       *[other] The { $n } occupations that the student likes already are not suggested again.
    }
filter-exclude = your list of occupations not to see
    .counsellor = the list of occupations not to see
filter-level = your level filter
    .counsellor = the level filter
filter-level-max = your level filter “{ $level }”
    .counsellor = the level filter “{ $level }”
filter-status = your status filter
    .counsellor = the status filter
filter-sector = your sector filter
    .counsellor = the sector filter
filter-back = { $n ->
        [1] 1 occupation comes back
       *[other] { $n } occupations come back
    }
filter-without = If you take away { $filter }, { $back }.
    .counsellor = Without { $filter }, { $back }.
filter-lowest-level = Accepting the level “{ $level }” is enough to see some.
filter-refused-statuses = { $n ->
        [1] your “no” to the status { $labels }
       *[other] your “no” to the statuses { $labels }
    }
    .counsellor = { $n ->
        [1] the student's “no” to the status { $labels }
       *[other] the student's “no” to the statuses { $labels }
    }
filter-refused-sectors = { $n ->
        [1] your “no” to the sector { $labels }
       *[other] your “no” to the sectors { $labels }
    }
    .counsellor = { $n ->
        [1] the student's “no” to the sector { $labels }
       *[other] the student's “no” to the sectors { $labels }
    }

list-invitation = You have not answered yet: nothing tells these { $n } occupations apart.
    .counsellor = The student has not answered yet: nothing tells these { $n } occupations apart.
list-no-side = Your answers lean to no side for now: nothing tells these { $n } occupations apart.
    .counsellor = The student's answers lean to no side for now: nothing tells these { $n } occupations apart.
list-invitation-next = Answer some questions (boussole quiz), or say what you like and how far you want to study.
    .counsellor = Some answers are needed (boussole quiz) before there are paths to speak of.
list-tied-across = { $n } occupations are tied for now, { $shown } of them on this list: a random draw decides which.
list-parting-interest = To tell them apart: “{ $label }”, yes or no? It is on the sheet of { $with } of them.
list-parting-sector = To tell them apart: the sector “{ $label }”, yes or no? It is that of { $with } of them.
list-parting-status = To tell them apart: the status “{ $label }”, yes or no? It is possible for { $with } of them.
list-within-plan = Within your plans for study
    .counsellor = Within the student's plans for study
list-longer = Longer
list-level-unknown = Level of access not given
list-shared = These { $n } paths have the same reasons:
list-shared-label = together
list-unheard = { $field ->
        [sectors] The sheets of this catalogue give no sector: this wish does not count ({ $labels }).
        [statuses] The sheets of this catalogue give no status: this wish does not count ({ $labels }).
       *[other] The sheets of this catalogue give no interest: this answer does not count ({ $labels }).
    }

## The place of a métier: equals, diversity

tied = { $others ->
        [1] Tied with one other occupation: { $order }.
       *[other] Tied with { $others } other occupations: { $order }.
    }
tied-group = { $others ->
        [0] These { $shown } occupations are tied: { $order }.
        [1] These { $shown } occupations are tied, with one other: { $order }.
       *[other] These { $shown } occupations are tied, with { $others } others: { $order }.
    }
tied-label = tied
tied-order = their order was drawn at random
tied-order-of-two = their order was drawn at random
tied-order-varied = their order comes from the choice to vary the list, then from a random draw
moved = This occupation is placed here (rank { $rank } without diversity). { $why }
moved-forward = It comes before an occupation that is closer to those above.
moved-back = Other occupations bring more variety and come before it.
moved-covers = { $n ->
        [0] It covers “{ $label }”, which the occupations above do not cover yet.
        [1] It covers “{ $label }”, which only one occupation above covers already.
       *[other] It covers “{ $label }”, which { $n } occupations above cover already.
    }

## Why a métier: what goes with the answers

reason-interests = You said { $answer } to { $labels }.
    .counsellor = The student said { $answer } to { $labels }.
reason-related = “{ $label }” often goes with what you like.
    .counsellor = “{ $label }” often goes with what the student likes.
reason-status = You said { $answer } to the status { $status }: it is possible in this job.
    .counsellor = The student said { $answer } to the status { $status }: it is possible in this job.
reason-sector = You said { $answer } to the sector “{ $label }”.
    .counsellor = The student said { $answer } to the sector “{ $label }”.
guess-sector = A guess: { $n } of { $total } occupations of its sector, “{ $label }”, have an interest that you like.
    .counsellor = A guess: { $n } of { $total } occupations of its sector, “{ $label }”, have an interest that the student likes.
reason-riasec = Your profile points to { $taste }, and so does this job.
    .counsellor = The student's profile points to { $taste }, and so does this job ({ $side }).
guess-riasec = A guess: { $n } of { $total } occupations of the { $label }, like this one, have an interest that you like.
    .counsellor = A guess: { $n } of { $total } occupations of the { $label }, like this one, have an interest that the student likes.
guess-domain = A guess: { $n } of { $total } occupations of its domain have an interest that you like.
    .counsellor = A guess: { $n } of { $total } occupations of its ROME domain, { $label }, have an interest that the student likes.
reason-similar-domain = It is in the same domain as an occupation that you like.
    .counsellor = It is in the same domain as an occupation that the student likes.
reason-similar = It shares “{ $label }” with an occupation that you like.
    .counsellor = It shares “{ $label }” with an occupation that the student likes.
reason-interest-guessed = “{ $label }” probably goes with this job: its sheet names no interest; this follows from the rest.
words-repaired = “{ $word }”: taken for “{ $understood }”.
words-unknown = No sheet contains “{ $word }”.
words-too-common = “{ $word }” is on too many sheets to tell occupations apart.
words-none = Your words say nothing about an occupation: write what you like to do.
    .counsellor = The student's words say nothing about an occupation.
reason-words = You wrote “{ $word }”: its sheet speaks of it.
    .counsellor = The student wrote “{ $word }”: the sheet speaks of it.
reason-none = None of your answers brings this occupation forward.
    .counsellor = None of the student's answers brings this occupation forward.

level-beyond = Note: you need { $needed }, and you are thinking of { $goal }.
    .counsellor = Note: it takes { $needed }, and the student is thinking of { $goal }.
level-after-reached = You need { $needed }, so you would carry on { $after }.
    .counsellor = It takes { $needed }, so the student would carry on { $after }.
level-is-willing = You are thinking of { $goal }: that is the level this job requires.
    .counsellor = The student is thinking of { $goal }: that is the level this job requires.
level-is-reached = { $have }: that is enough to start in this job.
level-below-reached = { $have }: this job is open { $open }.
level-below-willing = You are thinking of { $goal }: this job is open { $open }.
    .counsellor = The student is thinking of { $goal }: this job is open { $open }.
level-have = { $level ->
        [none] You have no diploma
        [third] You are in 3e, year 10 (or have reached it)
        [brevet] You have the brevet (lower secondary diploma), or are at the lycée
        [cap] You have a CAP (trade diploma) or equivalent
        [bac] You have the bac (upper secondary diploma) or equivalent
        [more] You have bac + 9 or more
       *[years] You have bac + { $years }
    }
    .counsellor = { $level ->
        [none] The student has no diploma
        [third] The student is in 3e, year 10 (or has reached it)
        [brevet] The student has the brevet (lower secondary diploma), or is at the lycée
        [cap] The student has a CAP (trade diploma) or equivalent
        [bac] The student has the bac (upper secondary diploma) or equivalent
        [more] The student has bac + 9 or more
       *[years] The student has bac + { $years }
    }
level-goal = { $level ->
        [none] working without a diploma
        [third] studying up to the end of 3e (year 10)
        [brevet] studying up to the brevet (lower secondary diploma)
        [cap] studying up to a CAP (trade diploma)
        [bac] studying up to the bac (upper secondary diploma)
        [more] studying up to bac + 9 or more
       *[years] studying up to bac + { $years }
    }
level-needed = { $level ->
        [none] no diploma
        [third] the level of 3e (year 10)
        [brevet] the brevet (lower secondary diploma)
        [cap] at least a CAP (trade diploma)
        [bac] at least the bac (upper secondary diploma)
        [more] at least bac + 9
       *[years] at least bac + { $years }
    }
level-open = { $level ->
        [none] without a diploma
        [third] from 3e (year 10)
        [brevet] from the brevet (lower secondary diploma)
        [cap] from a CAP (trade diploma)
        [bac] from the bac (upper secondary diploma)
        [more] from bac + 9
       *[years] from bac + { $years }
    }
level-after = { $level ->
        [none] studying
        [third] after year 10
        [brevet] after the brevet
        [cap] after the CAP
        [bac] after the bac
        [more] after bac + 9
       *[years] after bac + { $years }
    }
    .counsellor = { $level ->
        [none] studying
        [third] after year 10
        [brevet] after the brevet
        [cap] after the CAP
        [bac] after the bac
        [more] after bac + 9
       *[years] after bac + { $years }
    }
status-of = { $status ->
       *[other] “{ $label }”
    }
status-as = { $status ->
       *[other] under the status “{ $label }”
    }
riasec-taste-r = practical and technical work
riasec-taste-i = research and analysis
riasec-taste-a = creating and expressing
riasec-taste-s = helping and teaching
riasec-taste-e = leading and persuading
riasec-taste-c = organising and checking

riasec-type-r = realistic type
riasec-type-i = investigative type
riasec-type-a = artistic type
riasec-type-s = social type
riasec-type-e = enterprising type
riasec-type-c = conventional type

## What to check, what is missing, what is counted

check-bothers = You said that this bothers you: { $what }.
    .counsellor = The student said that this bothers them: { $what }.
check-not-possible = You said that this is not possible for you: { $what }.
    .counsellor = The student said that this is not possible for them: { $what }.
check-interest = Note: “{ $label }” goes with this job, and you said { $answer }.
    .counsellor = Note: “{ $label }” goes with this job, and the student said { $answer }.
check-status = Note: people do this job { $status }, and you said { $answer } to it.
    .counsellor = Note: people do this job { $status }, and the student said { $answer } to it.
check-status-among = Note: people may do this job { $status }, and you said { $answer } to it.
    .counsellor = Note: people may do this job { $status }, and the student said { $answer } to it.
check-sector = Note: this job is in the sector “{ $label }”, and you said { $answer }.
    .counsellor = Note: this job is in the sector “{ $label }”, and the student said { $answer }.
check-riasec = Note: this job goes with a taste for { $taste }, which your profile shows less.
    .counsellor = Note: this job goes with a taste for { $taste }, which the student's profile shows less.

with-points = { $sentence } ({ $points }).
with-points-inferred = { $sentence } (inferred, { $points }).
with-points-still = { $sentence } (still { $points }).
with-points-still-inferred = { $sentence } (still inferred, { $points }).
score-sum = Starting point { $start }, other terms { $others }, total { $total }.


not-answered = { $others ->
        [0] Its sheet says: { $labels }. What about you?
        [1] Its sheet says: { $labels } and one more thing. What about you?
       *[other] Its sheet says: { $labels } and { $others } more things. What about you?
    }
    .counsellor = { $others ->
        [0] On the sheet, unanswered: { $labels }.
        [1] On the sheet, unanswered: { $labels } and one more thing.
       *[other] On the sheet, unanswered: { $labels } and { $others } more things.
    }
not-answered-too = { $others ->
        [0] Its sheet also says: { $labels }. What about you?
        [1] Its sheet also says: { $labels } and one more thing. What about you?
       *[other] Its sheet also says: { $labels } and { $others } more things. What about you?
    }
    .counsellor = { $others ->
        [0] Also on the sheet, unanswered: { $labels }.
        [1] Also on the sheet, unanswered: { $labels } and one more thing.
       *[other] Also on the sheet, unanswered: { $labels } and { $others } more things.
    }

fit-beyond = { $n ->
        [1] one level beyond what you have in mind
       *[other] { $n } levels beyond what you have in mind
    }
    .counsellor = { $n ->
        [1] one level beyond what the student has in mind
       *[other] { $n } levels beyond what the student has in mind
    }
fit-after-reached = that means carrying on { $after }
fit-is-willing = the level that you have in mind
    .counsellor = the level that the student has in mind
fit-is-reached = the level that you have
    .counsellor = the level that the student has
fit-below-reached = below the level that you have
    .counsellor = below the level that the student has
fit-below-willing = shorter than what you have in mind
    .counsellor = shorter than what the student has in mind

way-studies = Studies
way-trainings = Trainings
way-training = { $label } ({ $id })
way-statuses = Statuses
way-fiche = The sheet

missing-interest = Its sheet does not say which tastes go with this job, so it cannot be compared.
missing-level = Its sheet does not say which level is needed, so it cannot be compared.
missing-status = Its sheet does not say under which status people work, so it cannot be compared.
missing-sector = Its sheet does not state its sector, so it cannot be compared.
missing-riasec = Its sheet does not state its RIASEC type, so it cannot be compared.
missing-domain = Its sheet has no ROME code, so domains cannot be compared.
missing-words = The sheet has no text in which to look for your words: that neither helps nor harms this occupation.
    .counsellor = The sheet has no text in which to look for the student's words: that neither helps nor harms this occupation.
missing-similar = Its sheet says too little to compare it with the occupations that you like.
    .counsellor = Its sheet says too little to compare it with the occupations that the student likes.

## The page: headings, legends, pictures in words

page-why = Why?
page-levels = The access levels
page-answers = Your answers
    .counsellor = The student's answers
page-no-answers = None so far.
page-next = What now?
page-print-hint = This part is printed only when it is open.
page-inferred-tag = inferred
page-access = Access:
page-no-access = The sheet gives no access level.

legend-bars = A bar to the right (+) brings the occupation closer to your answers, one to the left (−) takes it away.
    .counsellor = A bar to the right (+) brings the occupation closer to the answers, one to the left (−) takes it away.
legend-inferred = In italics and dashed: what is inferred, and was not said as such.

bars-title = What is close to your answers, and what is not: { $name }
    .counsellor = What is close to the answers, and what is not: { $name }
bars-others = all the rest
bar-level = level { $name }
bar-status = status { $name }
bar-sector = sector { $name }
bar-domain = its domain
bar-words = word “{ $name }”
bar-similar-domain = domain of a liked occupation
bar-similar = liked occupation, { $name }

picture-title = Ladder of access levels
picture-lead = path { $rank }
picture-here = this occupation
picture-reached = ● { $have }.
picture-willing = ▲ You are thinking of { $goal }.
    .counsellor = ▲ The student is thinking of { $goal }.
picture-numbers = The numbers are those of your paths.
    .counsellor = The numbers are those of the paths.
picture-circle = The blue circle marks this occupation.
picture-without-level = { $n ->
        [1] The sheet of path { $ranks } gives no level.
       *[other] The sheets of paths { $ranks } give no level.
    }

answers-status = status “{ $name }”
answers-sector = sector “{ $name }”
answers-reached = level reached
answers-willing = level in mind
answers-riasec = RIASEC profile
answers-words = your words
    .counsellor = words of the student
answers-liked = occupations that you like
    .counsellor = occupations that the student likes
answers-separator = { "; " }

## The digits, for whoever advises the student

digits-title = For the person advising you: the figures
    .counsellor = The figures
digits-sum = The total of an occupation is the exact sum of its points, between 0 and 1; 0.5 is neutral.
digits-points = Points = answer × share of the sheet × half the weight of the criterion. A criterion starts from half its weight.
digits-inferred = Inferred: the value comes from other answers or the rest of the sheet, not from a direct answer.
digits-limit = These numbers order paths; they measure neither an aptitude nor a chance of success.
digits-missing = not on the sheet, counted as neutral: { $criteria }
digits-provenance = Catalogue: { $n } occupations, fingerprint { $fingerprint }. Seed of the draws: { $seed }.
weights-caption = Weights of the criteria
weights-criterion = criterion
weights-set = setting
weights-applied = applied here
factors-caption = Factors of interests, beside their rarity
factors-interest = interest
factors-factor = factor
places-caption = Stability of the places
places-rank = rank
places-best = best
places-worst = worst
places-draws = draws
places-place = place
terms-caption = Points of each occupation
terms-criterion = criterion
terms-element = element
terms-answer = answer
terms-share-of-sheet = share of the sheet
terms-share = share

## How the result is made: the four items of French law

law-title-list = How this list is made
law-title-metier = How this result is made
law-introduction = When a computation helps to decide, French law lists four things to tell (CRPA, art. R. 311-3-1-2).
    .counsellor = The four items that French law lists about algorithmic processing (CRPA, art. R. 311-3-1-2).
law-no-advice = A technical reading, not legal advice.

law-part = 1. The part of the computation
    .counsellor = 1. Degree and mode of contribution of the processing
law-sorts = The computation sorts paths and decides nothing.
    .counsellor = The processing orders suggestions and decides nothing.
law-decides = You choose, with the people who advise you.
    .counsellor = The student decides, with the people who advise them.

law-data = 2. The data, and where they come from
    .counsellor = 2. Data processed and their sources
law-from-student = What you said: { $data }.
    .counsellor = What the student said: { $data }.
law-from-sheets = What the sheets say: { $data }.
law-nothing-else = Nothing else: no name, age, gender, place or grades.
data-interests = { $n ->
        [1] { $n } answer about your tastes
       *[other] { $n } answers about your tastes
    }
    .counsellor = { $n ->
        [1] { $n } answer about an interest
       *[other] { $n } answers about interests
    }
data-levels = { $n ->
        [1] { $n } access level
       *[other] { $n } access levels
    }
data-statuses = { $n ->
        [1] { $n } answer on a status
       *[other] { $n } answers on statuses
    }
data-sectors = { $n ->
        [1] { $n } answer on a sector
       *[other] { $n } answers on sectors
    }
data-riasec = { $n ->
        [1] { $n } RIASEC profile
       *[other] { $n } RIASEC profiles
    }
data-words = { $n ->
        [1] { $n } text that you wrote
       *[other] { $n } texts that you wrote
    }
    .counsellor = { $n ->
        [1] { $n } text that the student wrote
       *[other] { $n } texts that the student wrote
    }
data-constraints = { $n ->
        [1] { $n } thing that bothers you or is not possible for you
       *[other] { $n } things that bother you or are not possible for you
    }
    .counsellor = { $n ->
        [1] { $n } thing that bothers the student or is not possible for them
       *[other] { $n } things that bother the student or are not possible for them
    }
data-liked = { $n ->
        [1] { $n } liked occupation
       *[other] { $n } liked occupations
    }
data-excluded = { $n ->
        [1] { $n } occupation not to be shown
       *[other] { $n } occupations not to be shown
    }
data-filters = { $n ->
        [1] { $n } filter
       *[other] { $n } filters
    }
data-metiers = { $n ->
        [1] { $n } occupation
       *[other] { $n } occupations
    }

law-weights = 3. What counts, and how much
    .counsellor = 3. Parameters and weighting applied to the student
law-nothing-counts = Nothing counts yet: you have not answered.
    .counsellor = Nothing counts yet: the student has not answered.
law-in-order = From most to least important: { $criteria }.
law-family = family of occupations
law-riasec = profile (RIASEC)
law-inferred = Inferred from your answers, not said by you: { $criteria }.
law-weighted = { $criterion }: { $weight }, answered by the student.
law-weighted-inferred = { $criterion }: { $weight }, inferred from other answers.
law-factor = Factor of the interest { $interest }, beside its rarity: { $factor }.
law-factors = By setting, some interests count more or less than others: { $interests }.
law-shrinkage = Weight of unknown interests added to each sheet, so that a short one does not count as complete: { $weight }.
law-slopes = Preference lost for each rung: { $above } above what is considered, { $below } below; without a wish, { $reached } below the level reached.
law-full-level = The level of study counts in proportion to what else is said, and in full from { $n } answers on.
law-same = These settings are the same for everybody: only the answers change.

law-operations = 4. What is done, in this order
    .counsellor = 4. Operations carried out, in this order
law-filter = { $n ->
        [0] No occupation is left out.
        [1] By your filters and answers, 1 occupation is left out.
       *[other] By your filters and answers, { $n } occupations are left out.
    }
    .counsellor = { $n ->
        [0] No occupation is left out.
        [1] By the student's filters and answers, 1 occupation is left out.
       *[other] By the student's filters and answers, { $n } occupations are left out.
    }
law-compared = Each occupation is compared with your answers, criterion by criterion.
    .counsellor = Points = answer × share of the sheet × half the weight of the criterion.
law-added = What goes with your answers is added, what goes against them is taken off.
    .counsellor = Total = exact sum of the points, each criterion starting from half its weight.
law-ordered = The occupations closest to your answers come first; between equals, a draw decides.
    .counsellor = Order: from the highest total to the lowest, rounded to { $decimals } decimals.
law-draw = Between equals: a reproducible draw (XXH3 of the identifier, seed { $seed }), then the identifier.
law-varied = The list is varied: other occupations may come in.
    .counsellor = The list is varied: { $method }.
law-cut = { $n ->
        [1] The list ends after the first occupation.
       *[other] The list ends after the first { $n } occupations.
    }

## The quiz (boussole quiz): questions speak to whoever answers, whoever reads the result

quiz-answer-no = no
quiz-answer-rather-no = rather no
quiz-answer-neither = neither yes nor no
quiz-answer-rather-yes = rather yes
quiz-answer-yes = yes
quiz-answer-dont-know = I don't know
quiz-answer-not-possible = not possible for me
quiz-answer-no-trouble = no, that is fine
quiz-answer-trouble = yes, it bothers me
quiz-answer-skip = pass
quiz-note-constraint = Careful: here “yes” means that it bothers you.
quiz-note-list = Type the numbers with a space between them: 3 12. Type 0 if you fancy none.
quiz-note-words = Words rather than sentences, in French as the sheets are, with commas between them, then Enter.
quiz-command-back = go back
quiz-command-finish = finish here
quiz-command-quit = quit
quiz-progress = { $most ->
        [1] Question { $number } (the last one)
       *[other] Question { $number } ({ $left } left, with this one)
    }
quiz-left = { $least } to { $most }
quiz-opening = { $first ->
        [0] A few more questions.
        [1] One more question about what you like, then a few others.
       *[other] { $first } questions about what you like, then a few others.
    } From { $least } answers on you can stop whenever you like. Answer as you feel: no answer is right or wrong. Mostly, one key is enough.
quiz-kept = Your answers are kept. To go on: { $command }
quiz-not-kept = None of your answers is kept.
quiz-at-first = This is the first question.
quiz-too-early = With so few answers, the paths would be almost random. Press f once more to finish all the same.
quiz-keep = Your answers are not kept yet. Enter: keep them in { $file }; n: throw them away; another key: go on.
quiz-unknown-key = This is none of the answers here.
portrait-title = From your answers
    .counsellor = From the student's answers
portrait-likes = What you like
    .counsellor = What the student likes
portrait-avoids = What you avoid
    .counsellor = What the student avoids
portrait-words = What you wrote
    .counsellor = What the student wrote
portrait-bothers = What bothers you
    .counsellor = What bothers the student
portrait-not-possible = What is not possible for you
    .counsellor = What is not possible for the student
portrait-neither = Neither yes nor no
portrait-left-open = What you left unanswered
    .counsellor = What the student left unanswered
portrait-not-asked = What you were not asked
    .counsellor = What the student was not asked
portrait-entry = { $name } ({ $answer })
quiz-correct = A number to correct, Enter to go on.
quiz-end-unasked = { $n ->
        [1] We stop here: one interest was not asked about.
       *[other] We stop here: { $n } interests were not asked about.
    }
quiz-end-little-to-learn = That is all, thank you!
quiz-end-length = That is all, thank you!
quiz-end-nothing-left = That is all: you have seen every question.
quiz-contradiction = Two questions are alike, and your answers differ:
quiz-contradiction-answer = { $question } You answered “{ $answer }”.
quiz-contradiction-kind = It happens to everybody. If you like, ask yourself which one is more like you.
quiz-same-answer = You answered “{ $answer }” { $n } times in a row. If you went a little fast, you can take it again at ease.
quiz-many-open = Of { $given } questions, you gave no opinion on { $open }, as you may. With a few more answers, the paths would be more precise.

## Measuring a run against judgements (boussole evaluate), for those who measure

evaluation-interval-95 = 95 % interval
evaluation-interval = [{ $low }, { $high }]

evaluation-title = Evaluation of a run
evaluation-means = Means over queries
evaluation-column-metric = metric
evaluation-column-mean = mean
evaluation-column-queries = queries
evaluation-comparison = Difference from the other run
evaluation-column-difference = difference
evaluation-column-p = p
evaluation-column-p-holm = p (Holm)
evaluation-column-wins = wins/ties/losses
evaluation-exact = { $p } (exact)
evaluation-queries = Query by query
evaluation-column-query = query
evaluation-shown = What the run shows of the catalogue
evaluation-column-all-lists = over all lists
evaluation-column-value = value
evaluation-parity = { $name }, parity by { $by }
evaluation-column-shown = shown
evaluation-column-eligible = could be shown
evaluation-column-ratio = ratio
evaluation-not-stated = (not stated)
evaluation-skipped = { $n ->
        [1] One query without relevant items, left out: { $queries }
       *[other] { $n } queries without relevant items, left out: { $queries }
    }
evaluation-absent = { $n ->
        [1] One query judged and not in the run, counted as 0: { $queries }
       *[other] { $n } queries judged and not in the run, counted as 0: { $queries }
    }
evaluation-unjudged = { $n ->
        [1] One query in the run and not judged, left out: { $queries }
       *[other] { $n } queries in the run and not judged, left out: { $queries }
    }

## Weights tuned from preferences (boussole tune), for those who measure

tuning-title = Weights tuned from preferences
tuning-facts = Data and settings
tuning-pairs = { $pairs } pairs of { $students } students, data { $data }
tuning-equal = { $n } pairs left out: their two sides have equal values
tuning-capped = { $n } pairs left out: beyond the most that one student may have
tuning-unnamed = { $n } pairs do not name a student: equal profiles are taken for one student's
tuning-simulated = { $n } pairs of the data were made by a simulator: these are no weights for real students
tuning-repeated = { $n } lines repeat a pair: a pair counts once, with the weight of all its lines
tuning-left-out = { $n } wrong lines left out
tuning-opposed = { $name }: preferences run against this criterion (below 0 in { $part } % of resamples); it is set to 0, the others are tuned without it
tuning-settings = lambda { $lambda }, seed { $seed }
tuning-solver-optimal = the solver reached the minimum
tuning-solver-iterations = the solver ran out of iterations
tuning-solver-fits = weights went in and out of zero too often
tuning-solved = { $solver }, residual { $residual }, fits: { $fits }
tuning-version = boussole { $version }
tuning-version-date = boussole { $version }, { $date }
tuning-accepted-title = Accepted
tuning-accepted = The data support these weights.
tuning-refused-title = Refused
tuning-refused = The default weights are kept.
tuning-too-few-pairs = Expected at least { $needed } pairs that differ, found { $found }: gather more before tuning.
tuning-too-few-students = Expected pairs of at least { $needed } students, found { $found }: ask more people, not the same ones more often.
tuning-not-better = Expected a held-out log-loss lower than with the default weights by more than one standard error ({ $error }), found { $mean } lower.
tuning-sign-flip = { $name }: preferences run against it ({ $value }, below 0 in { $part } % of resamples): look at the data or at the criterion.
tuning-all-contradicted = The preferences contradict every criterion, no weight above 0 explains them: look whether sides are turned round.
tuning-fixed-contradicted = The preferences run against the fixed weights ({ $names }): free one of them.
tuning-not-converged = The solver stopped { $residual } short of the minimum: give more data or a larger lambda.
tuning-weights = Weights before and after
tuning-picture = Each weight before and after tuning, with its stability interval
tuning-interval-note = Shares of the sum of weights. The stability interval holds the share in 95 % of resamples of the students. It is no confidence interval, since weights are held to the defaults.
tuning-before = before
tuning-after = after
tuning-column-weight = weight
tuning-column-stability = stability
tuning-column-pairs = pairs
tuning-column-remark = remark
tuning-remark-fixed = fixed
tuning-remark-opposed = preferences run against it: set to 0
tuning-remark-no-pair = no pair differs in it
tuning-remark-not-apart = not told apart from before
tuning-held-out = Students that were left out
tuning-column-weights = weights
tuning-column-accuracy = accuracy
tuning-column-log-loss = log-loss
tuning-default = default
tuning-tuned = tuned
tuning-improvement = Log-loss lower than with the default weights by { $mean }, standard error over students { $error }.
tuning-column-lambda = lambda
tuning-column-excess = above the best
tuning-column-error = standard error
tuning-chosen = chosen
tuning-interests = A weight for every interest
tuning-interests-note = For study only: these weights are not written to the weights file.
tuning-moves = What changes for { $profile }
tuning-column-metier = occupation
tuning-column-rank = rank
tuning-kept = { $kept } of the first { $shown } were among the first { $shown } before.
tuning-picture-title = Weights before and after tuning, with stability intervals
tuning-picture-stability = stability, 95 % of resamples

tuning-weights-compared = Two sets of weights compared
tuning-weights-swept = The weight « { $name } », the others scaled to what is left
tuning-weights-measures = Measures
tuning-weights-measure = measure
tuning-weights-difference = difference
tuning-weights-interval = interval of the difference
tuning-weights-p-value = p
tuning-weights-picture-interval = interval, 95 %
tuning-weights-share = share
tuning-weights-present = present weight
tuning-weights-ndcg = nDCG@10 of the judgements
tuning-weights-accuracy = pairs in the right order
tuning-weights-own = own métier among the ten
tuning-weights-coverage = métiers shown to somebody
tuning-weights-note = Each occupation is taken as a student, with its interests and its level. Differences by student or by occupation: confidence interval (level 0.95) by resampling, p of a paired permutation test. A small difference may be certain and of no importance: read its size first.


## Simulated quizzes (boussole quiz --simulate), for those who measure

simulation-title = Simulation of the quiz
simulation-students = Simulated students
simulation-what = Quiz on { $metiers } occupations and { $interests } interests, simulated students (seed { $seed }): { $students }.
simulation-n-students = { $n } { $kind }
simulation-limit = Recovery of a known occupation under a model of students, scored by interests alone: no evidence about real students.
simulation-intervals = Means with 95 % intervals.
simulation-overlaps = Overlap@10 with the full questionnaire (each interest once; adaptive, twice: every wording), ties in expectation
simulation-differences = Differences of overlap@10, student by student
simulation-hits = R@10 of the hidden occupation, ties in expectation
simulation-by-level = The quiz with its rule for stopping, by access level of the hidden occupation
simulation-by-kind = The quiz with its rule for stopping, by kind of student; overlap@10 at 15 questions asked once
simulation-questions = questions
simulation-minus-static = adaptive − static
simulation-minus-random = adaptive − random
simulation-all-once = { $n } (all once)
simulation-all-wordings = all wordings
simulation-stopped = { $n } (stopped)
simulation-whole = { $n } (whole quiz, all criteria)
simulation-no-level = no level
simulation-column-level = level
simulation-column-kind = kind
simulation-column-students = students
simulation-column-p10 = p10
simulation-column-p90 = p90
simulation-column-overlap = overlap@10
simulation-column-recall = R@10
simulation-column-all-once = R@10 all once
simulation-typical = typical
simulation-family = family
simulation-consistent = consistent
simulation-hesitant = hesitant
simulation-agreeable = agreeable
simulation-noisy = noisy
simulation-adaptive = adaptive
simulation-adaptive-twice = adaptive, twice
simulation-static = static
simulation-random = random
simulation-picture-title = Quiz: what more questions bring
simulation-picture-shows = { $n } simulated students: overlap of the first ten with the full questionnaire, and recall of the hidden occupation, by number of questions, for each way of asking. Bands are 95 % intervals.
simulation-picture-overlap = Overlap@10 with the full questionnaire
simulation-picture-recall = R@10 of the hidden occupation
simulation-picture-all-once = every interest once: { $mean }

## The audit of a catalogue (boussole audit), for whoever keeps the data

percent = { $n } %

audit-title = Audit of the catalogue
audit-content = Content
audit-counts = { $metiers } { $metiers ->
        [1] occupation
       *[other] occupations
    }, { $interests } { $interests ->
        [1] interest
       *[other] interests
    }, { $statuses } { $statuses ->
        [1] status
       *[other] statuses
    }, { $sectors } { $sectors ->
        [1] sector
       *[other] sectors
    }, { $problems } { $problems ->
        [1] problem
       *[other] problems
    }.
audit-mean-interests = { $mean } interests per occupation on average; density { $density }.
audit-fingerprint = Fingerprint: { $fingerprint }.
audit-column-interests = interests per occupation
audit-column-metiers = occupations
audit-column-share = share
audit-interests = Interests
audit-levels = Access levels
audit-statuses = Statuses
audit-sectors = Sectors
audit-column-interest = interest
audit-column-level = access level
audit-column-status = status
audit-column-sector = sector
audit-no-label = No fiche names one.
audit-gaps = Missing data
audit-column-field = field
audit-column-without = occupations without
audit-names = Doubtful names
audit-no-doubtful-name = No doubtful name.
audit-name = { $id }: “{ $feminine }”, “{ $masculine }” ({ $why })
audit-name-slash = a form still holds a slash
audit-name-unrelated = the feminine is not that of the masculine
audit-name-length = one form has more words than the other
audit-patterns = Occupations that nothing tells apart
audit-same-facts = Two occupations with the same data have the same score for every profile that speaks of these data only: just a draw separates them.
audit-column-same = same data
audit-column-patterns = distinct sets
audit-column-alone = occupations alone
audit-column-tied = tied occupations
audit-column-bits = bits
audit-bits-needed = It would take { $bits } bits to tell all occupations apart.
audit-groups = Largest groups
audit-groups-by = By { $fields }:
audit-no-group = No group.
audit-group = { $n } occupations ({ $values }): { $ids }
audit-relations = Related interests
audit-never-together = Pairs of interests that never occur together: { $never } of { $pairs }.
audit-implication = “{ $interest }” never occurs without “{ $implied }” ({ $n } of { $n })
audit-problems = Problems
audit-no-problem = No problem was met while reading.
audit-problem-kind = { $n } × { $kind } [{ $name }]
audit-more-problems = … and { $n } more; the JSON form has them all.
audit-more-implications = … and { $n } more.
audit-place-numbers = Note: the identifiers of { $field } ({ $first } to { $last }) number the places in each list and name no label; they are not kept, the labels all are.
audit-line = line { $line }
audit-reachability = Reach
audit-not-looked-for = Not computed.
audit-tried = Which occupations come among the first { $top } for at least one of the { $profiles } profiles that like 1 to { $likes } interests?
audit-column-first = among the first
audit-reached = without a draw
audit-only-by-lot = only by a draw
audit-as-filler = of these, without any interest in common
audit-never = never
audit-lost = not even for who likes all of it and aims at its level
audit-ids-by-lot = Only by a draw: { $ids }.
audit-ids-never = Never: { $ids }.
audit-ids-lost = Not even for who likes all of it and aims at its level: { $ids }.

field-id = identifier
field-title = title
field-feminine = feminine form
field-masculine = masculine form
field-url = address of the sheet
field-rome-codes = ROME codes
field-access-level = access level
field-statuses = statuses
field-interests = interests
field-sectors = sectors
field-riasec = RIASEC letters
field-domains = domains
field-trainings = trainings
field-presentation = presentation
field-overview = overview
field-studies = length of study

problem-missing = a necessary field is missing, fiche left out
problem-invalid-identifier = malformed identifier or code, left out
problem-invalid-url = malformed address of a page, left out
problem-unknown-access-level = unknown access level, left out
problem-repeated-field = field stands twice, the first one is kept
problem-not-an-item = line of a list without “-”, left out
problem-empty-item = empty line of a list
problem-repeated-value = value repeated in a list, kept once
problem-duplicate-id = identifier used twice, the first fiche is kept
problem-invalid-riasec = malformed RIASEC letters, left out
problem-ambiguous-id = identifier of several labels, left out
problem-malformed = malformed text, damaged part left out
problem-doctype = DOCTYPE declaration, refused
problem-unknown-entity = unknown entity, left as it is
problem-too-deep = elements nested too deep, fiche left out
problem-fiche-too-large = fiche too large, left out
problem-unknown-encoding = unknown encoding, file left out
problem-wrong-field-count = row of a table too long, left out
problem-quote-not-closed = quotation mark not closed, its row is left out
problem-missing-columns = necessary columns are missing, file left out
problem-unknown-schema = unknown JSON schema, file left out
problem-unknown-format = unknown format, file left out
problem-format-not-built = format not included in this program, file left out
problem-no-fiche = file without a fiche
problem-too-many-problems = too many problems in one file, the rest are not listed
problem-too-many-fiches = too many fiches, the rest are left out
problem-not-utf8 = bytes that are not UTF-8, read as windows-1252
problem-too-large = file too large, left out
problem-unreadable = file cannot be read, left out
problem-unknown-name = unknown name near a field, kept as a section
problem-two-values = two values for one field, the first is kept
problem-sources-differ = two sources with different values, the first is kept
problem-several-in-one = several labels in one value, each is read
problem-too-long = label too long, left out
problem-broken-text = traces of a wrong encoding, text kept as it is
problem-control-character = control characters, read as spaces
problem-other-data = other data than fiches of métiers, file left out
problem-files-not-read = files that are not read
problem-too-many-columns = too many columns, the last are left out

found-instead = “{ $found }” instead of “{ $expected }”
found-instead-of-form = “{ $found }” instead of a form like { $expected }
found-nearest = “{ $found }”; the nearest one: “{ $nearest }”
found-first-line = already on line { $line }
found-first-place = already in { $place }
found-too-deep = more than { $limit } levels
found-fields = { $found } fields instead of { $expected }
found-fields-on-lines = { $found } fields instead of { $expected }, over { $lines } lines: a quotation mark to close?
found-lines-taken = { $n ->
        [1] 1 line taken
       *[other] { $n } lines taken
    }
found-more = { $n } more
found-more-than = more than { $limit }
found-more-bytes = more than { $limit } bytes
found-byte = byte { $byte }

## A name of an occupation that is not clear (boussole explain, compare, whatif)

unclear-none = No occupation has the name or identifier “{ $found }”. The nearest are: { $offered }.
unclear-nothing = No occupation has the name or identifier “{ $found }”, and no name is like it.
unclear-several = { $n } occupations may be called “{ $found }”. Give a longer name or the identifier, for example: { $offered }.
    .counsellor = { $n } occupations may be called “{ $found }”. It takes a longer name or the identifier, for example: { $offered }.

## A class (boussole class), for whoever advises it

class-title = { $n ->
        [1] The class: one student
       *[other] The class: { $n } students
    }
class-shared = What the class shares
class-nothing = No two students have anything in common.
class-likes = { $n } of { $total } students say yes to “{ $label }”.
class-avoids = { $n } of { $total } students say no to “{ $label }”.
class-metier = “{ $label }” is on the list of { $n } of { $total } students.
class-pupil-likes = Likes
class-pupil-avoids = Dislikes
class-reached = Level reached
class-willing = Level in mind
class-open = No answer
class-n-open = { $n ->
        [1] one interest
       *[other] { $n } interests
    }
class-notes = Notes
