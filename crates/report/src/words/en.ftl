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
criterion-similar = liked métiers

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
robustness-fairly-stable = fairly stable
robustness-fragile = fragile

rank-only = Rank { $rank }.
standing = Rank { $rank } of { $n } métiers looked at.
refused-exclude = You asked not to see this métier: it is not ranked.
    .counsellor = The student asked not to see this métier: it is not ranked.
refused-level = Your level filter leaves this métier out: it is not ranked.
    .counsellor = The student's level filter leaves this métier out: it is not ranked.
refused-status = Your status filter leaves this métier out: it is not ranked.
    .counsellor = The student's status filter leaves this métier out: it is not ranked.
refused-sector = Your sector filter leaves this métier out: it is not ranked.
    .counsellor = The student's sector filter leaves this métier out: it is not ranked.

## The end of each result: a limit, and a next step

keep-in-mind = Keep in mind
closing-limit = These are leads to explore, not a verdict.
    .counsellor = These are leads to explore with the student, not a verdict.
closing-next = Read the sheets, then talk about them with a counsellor or somebody close to you.
    .adult = Read the sheets, then talk about them with the career guidance service (CEP), with France Travail or with somebody close to you.
    .counsellor = The sheets say what scores do not: read them together.

## The ladder of levels (boussole ladder)

ladder-title = Your interests, level by level
    .counsellor = The same interests, level by level
ladder-count = { $n ->
        [0] No ranked métier at this level.
        [1] One ranked métier.
       *[other] { $n } ranked métiers.
    }
ladder-metier = { $name }, rank { $rank }
    .counsellor = { $name } ({ $id }), rank { $rank }, score { $score }
ladder-limit = The ladder follows what you said: it does not say how far you can go.
    .counsellor = The ladder follows what the student said: it does not say how far to go.
ladder-left-out = Off the ladder: { $outside } at other levels, { $without } without a level in the sheet.

## Why one métier comes before another (boussole compare)

contrast-title = Why one before the other?
contrast-because = It comes first mostly because of this:
contrast-counter = Mostly, it has this on its side:
contrast-no-counter = Nothing speaks more for it than for the other.
contrast-tied-title = Equal
contrast-tied = By your answers, these two métiers are equal.
    .counsellor = By the student's answers, these two métiers are equal.
contrast-draw = A draw decides which one comes first.
contrast-weighs-more = You said { $answer } to “{ $label }”: it weighs more in its sheet.
    .counsellor = The student said { $answer } to “{ $label }”: it weighs more in its sheet.
contrast-only-here = You said { $answer } to “{ $label }”: it is in its sheet, not in the other.
    .counsellor = The student said { $answer } to “{ $label }”: it is in its sheet, not in the other.
contrast-weighs-less = You said { $answer } to “{ $label }”: it weighs less in its sheet.
    .counsellor = The student said { $answer } to “{ $label }”: it weighs less in its sheet.
contrast-only-there = You said { $answer } to “{ $label }”: it is in the other sheet, not in its own.
    .counsellor = The student said { $answer } to “{ $label }”: it is in the other sheet, not in its own.
contrast-interests = Its interests often go with your answers.
    .counsellor = Its interests often go with the student's answers.
contrast-level = Its access level is closer to what you have in mind.
    .counsellor = Its access level is closer to what the student has in mind.
contrast-statuses = Its statuses go better with your preferences.
    .counsellor = Its statuses go better with the student's preferences.
contrast-sectors = Its sectors go better with your preferences.
    .counsellor = Its sectors go better with the student's preferences.
contrast-sectors-inferred = Its sectors go better with your answers.
    .counsellor = Its sectors go better with the student's answers.
contrast-riasec = Its RIASEC type goes better with your answers.
    .counsellor = Its RIASEC type goes better with the student's answers.
contrast-domain = Its field goes better with your answers.
    .counsellor = Its field goes better with the student's answers.
contrast-similar = It is more like the métiers that you like.
    .counsellor = It is more like the métiers that the student likes.
contrast-terms-title = What makes the difference
contrast-column-term = criterion: element
contrast-column-first = first
contrast-column-second = second
contrast-column-difference = difference
contrast-total = total, with the neutral parts

## The list (boussole recommend): title, order, filters

list-title = Leads to explore, by your answers
    .counsellor = Leads to explore, by the student's answers
list-leads = Your leads
    .counsellor = The leads
list-silent = You have not answered yet: nothing tells these métiers apart, their order is a draw.
    .counsellor = The student has not answered yet: nothing tells these métiers apart, their order is a draw.
list-silent-varied = You have not answered yet: nothing tells these métiers apart, their order comes from a draw, then from diversity.
    .counsellor = The student has not answered yet: nothing tells these métiers apart, their order comes from a draw, then from diversity.
list-looked-at = { $n ->
        [1] One métier looked at
       *[other] { $n } métiers looked at
    }{ $shown ->
        [0] .
        [1] , here is the first lead.
       *[other] , here are the first { $shown } leads.
    }
list-xquad = This list is varied: it tries to cover more of what you like.
    .counsellor = This list is varied: it tries to cover more of what the student likes.
list-mmr = This list is varied: it avoids métiers that are too close to each other.
list-basis = Weights of the criteria: { $weights }. Catalogue: { $fingerprint }.
list-no-weights = none

filter-nothing = No métier passes your filters.
    .counsellor = No métier passes the student's filters.
filter-several = Taking away one filter is not enough: take away several.
    .counsellor = Taking away one filter is not enough: it takes several.
filter-asked = { $n ->
        [1] 1 métier is left out because you asked for it.
       *[other] { $n } métiers are left out because you asked for it.
    }
    .counsellor = { $n ->
        [1] 1 métier is left out because the student asked for it.
       *[other] { $n } métiers are left out because the student asked for it.
    }
filter-left-out = { $n ->
        [1] 1 métier is left out by { $filter }{ $without }.
       *[other] { $n } métiers are left out by { $filter }{ $without }.
    }
filter-without-data = { $n ->
        [0] { "" }
        [1] , of which 1 because its sheet does not say
       *[other] , of which { $n } because their sheets do not say
    }
filter-exclude = your list of métiers not to see
    .counsellor = the list of métiers not to see
filter-level = your level filter
    .counsellor = the level filter
filter-level-max = your level filter “{ $level }”
    .counsellor = the level filter “{ $level }”
filter-status = your status filter
    .counsellor = the status filter
filter-sector = your sector filter
    .counsellor = the sector filter
filter-back = { $n ->
        [1] 1 métier comes back
       *[other] { $n } métiers come back
    }
filter-without = If you take away { $filter }, { $back }.
    .counsellor = Without { $filter }, { $back }.
filter-lowest-level = Going up to “{ $level }” is enough to see some.

## The place of a métier: equals, diversity

tied = { $others ->
        [1] Equal with one other métier: { $order }.
       *[other] Equal with { $others } other métiers: { $order }.
    }
tied-group = { $others ->
        [0] These { $shown } métiers are equal: { $order }.
        [1] These { $shown } métiers are equal, with one other: { $order }.
       *[other] These { $shown } métiers are equal, with { $others } others: { $order }.
    }
tied-label = equal
tied-order = their order is a draw
tied-order-of-two = the order of the two is a draw
tied-order-varied = diversity decides their order, then a draw
moved = This métier is placed here (rank { $rank } without diversity). { $why }
moved-forward = It comes before a métier that is closer to those above.
moved-back = Other métiers bring more variety and come before it.
moved-covers = { $n ->
        [0] It covers “{ $label }”, which the métiers above do not cover yet.
        [1] It covers “{ $label }”, which only one métier above covers already.
       *[other] It covers “{ $label }”, which { $n } métiers above cover already.
    }

## Why a métier: what goes with the answers

reason-interest = You said { $answer } to “{ $label }”.
    .counsellor = The student said { $answer } to “{ $label }”.
reason-related = “{ $label }” often goes with what you like.
    .counsellor = “{ $label }” often goes with what the student likes.
reason-status = You said { $answer } to the status “{ $label }”: it is possible here.
    .counsellor = The student said { $answer } to the status “{ $label }”: it is possible here.
reason-sector = You said { $answer } to the sector “{ $label }”.
    .counsellor = The student said { $answer } to the sector “{ $label }”.
reason-sector-inferred = Your answers often go with its sector, “{ $label }”.
    .counsellor = The answers often go with its sector, “{ $label }”.
reason-riasec = Your profile has { $side } side, and so has this métier.
    .counsellor = The student's profile has { $side } side, and so has this métier.
reason-riasec-inferred = Your answers have { $side } side, and so has this métier.
    .counsellor = The answers have { $side } side, and so has this métier.
reason-domain = Many métiers of the same domain go with your answers.
    .counsellor = Many métiers of its ROME domain, { $domain }, go with the answers.
reason-similar-domain = It is in the same domain as a métier that you like.
    .counsellor = It is in the same domain as a métier that the student likes.
reason-similar = It shares “{ $label }” with a métier that you like.
    .counsellor = It shares “{ $label }” with a métier that the student likes.
reason-none = None of your answers brings this métier forward.
    .counsellor = None of the student's answers brings this métier forward.

level-beyond = To check: access starts at “{ $level }”, beyond what you have in mind.
    .counsellor = To check: access starts at “{ $level }”, beyond what the student has in mind.
level-after-reached = To check: access starts at “{ $level }”, that means studying on after “{ $said }”.
level-is-willing = You think of studying up to “{ $said }”: that is the access level of this métier.
    .counsellor = The student thinks of studying up to “{ $said }”: that is the access level of this métier.
level-is-reached = You have the level “{ $said }”: that is the access level of this métier.
    .counsellor = The student has the level “{ $said }”: that is the access level of this métier.
level-below-reached = You have the level “{ $said }”: access to this métier starts at “{ $level }”.
    .counsellor = The student has the level “{ $said }”: access to this métier starts at “{ $level }”.
level-below-willing = You think of studying up to “{ $said }”: access to this métier starts at “{ $level }”.
    .counsellor = The student thinks of studying up to “{ $said }”: access to this métier starts at “{ $level }”.

riasec-side-r = a realistic (hands-on, technical)
riasec-side-i = an investigative (searching, understanding)
riasec-side-a = an artistic (creating, expressing)
riasec-side-s = a social (helping, passing on)
riasec-side-e = an enterprising (leading, convincing)
riasec-side-c = a conventional (organising, checking)
riasec-type-r = realistic type
riasec-type-i = investigative type
riasec-type-a = artistic type
riasec-type-s = social type
riasec-type-e = enterprising type
riasec-type-c = conventional type

## What to check, what is missing, what is counted

check-interest = To check: “{ $label }” goes with this métier, and you said { $answer }.
    .counsellor = To check: “{ $label }” goes with this métier, and the student said { $answer }.
check-status = To check: the status “{ $label }” goes with this métier, and you said { $answer }.
    .counsellor = To check: the status “{ $label }” goes with this métier, and the student said { $answer }.
check-sector = To check: the sector “{ $label }” goes with this métier, and you said { $answer }.
    .counsellor = To check: the sector “{ $label }” goes with this métier, and the student said { $answer }.
check-riasec = To check: this métier has { $side } side, your profile much less so.
    .counsellor = To check: this métier has { $side } side, the student's profile much less so.

with-points = { $sentence } ({ $points }).
with-points-inferred = { $sentence } (inferred, { $points }).
with-points-still = { $sentence } (still { $points }).
with-points-still-inferred = { $sentence } (still inferred, { $points }).
score-sum = Starting point { $start }, other terms { $others }, total { $total }.

liked-only = You like the only interest on its sheet.
    .counsellor = The student likes the only interest on the sheet.
liked-all = You like all { $total } interests on its sheet.
    .counsellor = The student likes all { $total } interests on the sheet.
liked-one = You like one of the { $total } interests on its sheet.
    .counsellor = The student likes one of the { $total } interests on the sheet.
liked-some = You like { $n } of the { $total } interests on its sheet.
    .counsellor = The student likes { $n } of the { $total } interests on the sheet.

missing-interest = The sheet gives no interest: that neither helps nor harms this métier.
missing-level = The sheet gives no access level: that neither helps nor harms this métier.
missing-status = The sheet gives no status: that neither helps nor harms this métier.
missing-sector = The sheet gives no sector: that neither helps nor harms this métier.
missing-riasec = The sheet gives no RIASEC type: that neither helps nor harms this métier.
missing-domain = The sheet gives no ROME code: that neither helps nor harms this métier.
missing-similar = The sheet gives nothing to compare with the métiers you like: that neither helps nor harms this métier.
    .counsellor = The sheet gives nothing to compare with the métiers the student likes: that neither helps nor harms this métier.

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

legend-bars = A bar to the right (+) brings the métier closer to your answers, one to the left (−) takes it away.
    .counsellor = A bar to the right (+) brings the métier closer to the answers, one to the left (−) takes it away.
legend-inferred = In italics and dashed: what is inferred, though you did not say it.
    .counsellor = In italics and dashed: what is inferred, though the student did not say it.

bars-title = What is close to your answers, and what is not: { $name }
    .counsellor = What is close to the answers, and what is not: { $name }
bars-others = all the rest
bar-level = level { $name }
bar-status = status { $name }
bar-sector = sector { $name }
bar-domain = its domain
bar-similar-domain = domain of a liked métier
bar-similar = liked métier, { $name }

picture-title = Ladder of access levels
picture-lead = lead { $rank }
picture-here = this métier
picture-reached = You have the level “{ $level }” (●).
    .counsellor = The student has the level “{ $level }” (●).
picture-willing = You think of studying up to “{ $level }” (▲).
    .counsellor = The student thinks of studying up to “{ $level }” (▲).
picture-numbers = The numbers are those of your leads.
    .counsellor = The numbers are those of the leads.
picture-circle = The blue circle marks this métier.
picture-without-level = { $n ->
        [1] The sheet of lead { $ranks } gives no level.
       *[other] The sheets of leads { $ranks } give no level.
    }

answers-status = status “{ $name }”
answers-sector = sector “{ $name }”
answers-level = level
answers-reached = reached: “{ $level }”
answers-willing = in mind: “{ $level }”
answers-riasec = RIASEC profile
answers-liked = métiers that you like
    .counsellor = métiers that the student likes
answers-separator = { "; " }

## The digits, for whoever advises the student

digits-title = For who advises you: the digits
    .counsellor = The digits
digits-sum = The total of a métier is the exact sum of its points, between 0 and 1; 0.5 is neutral.
digits-points = Points = answer × share of the sheet × half the weight of the criterion. A criterion starts from half its weight.
digits-inferred = Inferred: the value comes from the answers on interests, not from a direct answer.
digits-limit = These numbers order leads; they measure neither an aptitude nor a chance of success.
digits-missing = not on the sheet, counted as neutral: { $criteria }
digits-provenance = Catalogue: { $n } métiers, fingerprint { $fingerprint }. Seed of the draws: { $seed }.
weights-caption = Weights of the criteria
weights-criterion = criterion
weights-set = setting
weights-applied = applied here
places-caption = Stability of the places
places-rank = rank
places-best = best
places-worst = worst
places-draws = draws
places-place = place
terms-caption = Points of each métier
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
law-no-advice = An engineering reading, no legal advice.

law-part = 1. The part of the computation
    .counsellor = 1. Degree and mode of contribution of the processing
law-sorts = The computation sorts leads and decides nothing.
    .counsellor = The processing orders suggestions and decides nothing.
law-decides = You choose, with the people who advise you.
    .counsellor = The student decides, with the people who advise them.

law-data = 2. The data, and where they come from
    .counsellor = 2. Data processed and their sources
law-from-student = From you: { $data }.
    .counsellor = From the student: { $data }.
law-from-sheets = From the sheets of the catalogue: { $data }.
law-nothing-else = Nothing else: no name, age, gender, place or grades.
data-interests = { $n ->
        [1] { $n } answer on an interest
       *[other] { $n } answers on interests
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
data-liked = { $n ->
        [1] { $n } liked métier
       *[other] { $n } liked métiers
    }
data-excluded = { $n ->
        [1] { $n } métier not to be shown
       *[other] { $n } métiers not to be shown
    }
data-filters = { $n ->
        [1] { $n } filter
       *[other] { $n } filters
    }
data-metiers = { $n ->
        [1] { $n } métier
       *[other] { $n } métiers
    }

law-weights = 3. What counts, and how much
    .counsellor = 3. Parameters and weighting applied to the student
law-nothing-counts = Nothing counts yet: you have not answered.
    .counsellor = Nothing counts yet: the student has not answered.
law-in-order = From most to least important: { $criteria }.
law-family = family of métiers
law-riasec = profile (RIASEC)
law-inferred = Inferred from your answers, not said by you: { $criteria }.
law-weighted = { $criterion }: { $weight }, answered by the student.
law-weighted-inferred = { $criterion }: { $weight }, inferred from interests.
law-shrinkage = Weight of unknown interests added to each sheet, so that a short one does not count as complete: { $weight }.
law-slopes = Preference lost per level: { $above } above what the student has in mind, { $below } below the level reached.
law-same = These settings are the same for everybody: only the answers change.

law-operations = 4. What is done, in this order
    .counsellor = 4. Operations carried out, in this order
law-filter = { $n ->
        [0] No filter leaves a métier out.
        [1] Your filters leave 1 métier out.
       *[other] Your filters leave { $n } métiers out.
    }
    .counsellor = { $n ->
        [0] No filter leaves a métier out.
        [1] The student's filters leave 1 métier out.
       *[other] The student's filters leave { $n } métiers out.
    }
law-compared = Each métier is compared with your answers, criterion by criterion.
    .counsellor = Points = answer × share of the sheet × half the weight of the criterion.
law-added = What goes with your answers is added, what goes against them is taken off.
    .counsellor = Total = exact sum of the points, each criterion starting from half its weight.
law-ordered = The métiers closest to your answers come first; between equals, a draw decides.
    .counsellor = Order: from the highest total to the lowest, rounded to { $decimals } decimals.
law-draw = Between equals: a reproducible draw (XXH3 of the identifier, seed { $seed }), then the identifier.
law-varied = The list is varied: other métiers come in.
    .counsellor = The list is varied: { $method }.
law-cut = { $n ->
        [1] The list ends after the first métier.
       *[other] The list ends after the first { $n } métiers.
    }

## The quiz (boussole quiz): questions speak to whoever answers, whoever reads the result

quiz-answer-no = no
quiz-answer-rather-no = rather no
quiz-answer-neither = neither yes nor no
quiz-answer-rather-yes = rather yes
quiz-answer-yes = yes
quiz-answer-dont-know = I don't know
quiz-answer-skip = pass
quiz-command-back = go back
quiz-command-finish = finish here
quiz-command-quit = quit
quiz-progress = { $most ->
        [1] Question { $number } (the last one)
       *[other] Question { $number } ({ $left } left, with this one)
    }
quiz-left = { $least } to { $most }
quiz-opening = Answer as you feel: no answer is right or wrong. One key is enough.
quiz-kept = Your answers are kept. You can go on whenever you like.
quiz-not-kept = None of your answers is kept.
quiz-at-first = This is the first question.
quiz-end-little-to-learn = That is all: one more question would tell almost nothing.
quiz-end-length = That is all: thank you for answering to the end.
quiz-end-nothing-left = That is all: you have seen every question.
quiz-contradiction = Two questions are alike, and your answers differ:
quiz-contradiction-answer = { $question } You answered “{ $answer }”.
quiz-contradiction-kind = It happens to everybody. If you like, ask yourself which one is more like you.
quiz-same-answer = You answered “{ $answer }” { $n } times in a row. If you went a little fast, you can take it again at ease.
quiz-many-open = You passed { $open } questions of { $given }, as you may. With a few more answers, the leads would be more precise.
