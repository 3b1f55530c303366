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
