#!/usr/bin/env python3
"""Runs the program on files that nobody would write, and checks that each run ends with an answer or a clear error, within five seconds of
processor time and 300 MB, and without a panic: `tests/hostile.py target/release/boussole [PART OF A NAME …]`. Takes some 2 GB of disk."""

import os
import random
import resource
import subprocess
import sys
import tempfile
import zipfile

SECONDS, MEGABYTES, LOUD = 5.0, 300, 200_000
LINE = '{"id": "a", "interests": {"j\'aime la nature": 1}}\n'
PAIR = '{"student": "a", "profile": {"interests": {"j\'ai le sens du contact": 1}}, "preferred": "MET.710", "over": "MET.10"}\n'
FICHE = "# a\n**ID:** MET.1\n\n"
RECORD = "<metiers><metier><identifiant>MET.1</identifiant><nom_metier>"
SESSION = ('{"schema":"boussole/session/2","seed":0,"settings":{"order":"adaptive","min_questions":12,"max_questions":30,'
           '"min_information":0.05,"max_wordings":2,"sectors":"list"},"given":[')


def table(n_metiers, n_interests, each=3, n_sectors=40):
    draw = random.Random(1)
    yield "id;libelle;centres_interet;secteurs;niveau_acces\n"
    for number in range(1, n_metiers + 1):
        interests = "|".join(sorted({f"goût {draw.randrange(n_interests)}" for _ in range(each)}))
        yield f"MET.{number};métier {number};{interests};secteur {draw.randrange(n_sectors)};Bac + 2\n"


def joined(before, items, after, mark=","):
    yield before
    yield mark.join(items)
    yield after


def repeated(before, text, n, after=""):
    yield before
    whole = max(1, (1 << 20) // max(1, len(text)))
    for _ in range(n // whole):
        yield text * whole
    yield text * (n % whole) + after


# Sources of métiers: name, content.
CATALOGUES = {
    "columns_10000.csv": lambda: joined("id;libelle;", (f"c{n}" for n in range(10_000)), "\nMET.1;a;" + "x;" * 10_000 + "\n", ";"),
    "columns_1e6.csv": lambda: joined("id;libelle;", (f"c{n}" for n in range(1_000_000)), "\nMET.1;a\n", ";"),
    "delimiters.csv": lambda: repeated("", ";", 100 << 20),
    "delimiters_below_header.csv": lambda: repeated("id;libelle\nMET.1;a\n", ";", 100 << 20),
    "empty_rows.csv": lambda: repeated("id;libelle\nMET.1;a\n", ";\n", 50 << 20),
    "bad_rows.csv": lambda: repeated("id;libelle;niveau\n", "x;y;z\n", 5 << 20),
    "same_rows.csv": lambda: repeated("id;libelle;centres_interet\n", "MET.1;mime;rire\n", 5 << 20),
    "open_quote.csv": lambda: repeated('id;libelle\nMET.1;a\nMET.2;"', "abc\n", 25 << 20),
    "too_large.csv": lambda: repeated("id;libelle\nMET.1;a\n", "x", 129 << 20),
    "interests_3000.csv": lambda: table(1_000, 3_000),
    "interests_4000.csv": lambda: table(100, 4_000, each=40),
    "interests_200.csv": lambda: table(700, 200),
    "interests_30000.csv": lambda: table(10_000, 30_000),
    "sectors_20000.csv": lambda: table(20_000, 25, n_sectors=20_000),
    "fiches_100000.csv": lambda: table(100_000, 25),
    "two_values.csv": lambda: ["id;libelle" + ";niveau" * 400 + "\nMET.1;a;" + "x" * 1_000_000 + ";y" * 399 + "\n"] * 50,
    "bullets.csv": lambda: repeated("id;libelle;centres_interet;code_rome\nMET.1;a;", "• a ", 60_000, ";" + "L1204 " * 60_000 + "\n"),
    "separated.csv": lambda: joined("id;libelle;centres_interet\n", (f"MET.{n};a;" + "|".join(f"b{k} / c et d" for k in range(30)) for n in range(60_000)), "\n", "\n"),
    "nothing.csv": lambda: repeated("", "\0i\0d\0;", 12 << 20),
    "levels.csv": lambda: joined("id;libelle;niveau\n", (f"MET.{n};a;niveau de niveau de niveau de l'un ou {n}" for n in range(1_000_000)), "\n", "\n"),
    "label_70000.csv": lambda: ["id;libelle;centres_interet\nMET.1;" + "x" * 70_000 + ";é\nMET.2;mime;" + "y" * 70_000 + "|rire\n"],
    "deep.json": lambda: repeated("", "[", 10 << 20),
    "deep_objects.json": lambda: repeated("", '{"a":', 6 << 20),
    "numbers.json": lambda: repeated("[0", ",0", 15 << 20, "]"),
    "many_numbers.json": lambda: repeated("[0", ",0", 60 << 20, "]"),
    "records.json": lambda: repeated('[{"identifiant":"MET.1"}', ',{"a":1}', 3 << 20, "]"),
    "many_keys.json": lambda: joined('[{"identifiant":"MET.1","nom_metier":"x",', (f'"k{n}":1' for n in range(2_000_000)), "}]"),
    "long_number.json": lambda: repeated('[{"identifiant":"MET.1","nom_metier":"x","annee":', "9", 20 << 20, "}]"),
    "same_members.json": lambda: repeated('[{"identifiant":"MET.1","nom_metier":"x"', ',"nom":"y"', 3 << 20, "}]"),
    "lines.json": lambda: repeated("", '{"identifiant":"MET.1","nom_metier":"x"}\n', 700_000),
    "lists.json": lambda: repeated('[{"identifiant":"MET.1","nom_metier":[""', ',"y"', 7 << 20, "]}]"),
    "long_text.json": lambda: repeated('[{"identifiant":"', "x", 30 << 20, '"}]'),
    "deep.xml": lambda: repeated("<metiers>", "<a>", 40 << 20),
    "attributes.xml": lambda: repeated("<metiers><metier ", 'a="x" ', 10 << 20, "/></metiers>"),
    "elements.xml": lambda: repeated("<metiers>", "<metier/>", 13 << 20, "</metiers>"),
    "fields.xml": lambda: repeated("<metiers><metier>", "<x/>", 25 << 20, "</metier></metiers>"),
    "two_values.xml": lambda: repeated(RECORD + "x" * 700_000 + "</nom_metier>", "<nom>y</nom>", 25_000, "</metier></metiers>"),
    "texts.xml": lambda: repeated(RECORD + "x</nom_metier><statuts>", "a<statut/>", 90_000, "</statuts></metier></metiers>"),
    "entities.xml": lambda: repeated(RECORD, "&amp;", 20 << 20, "</nom_metier></metier></metiers>"),
    "own_entities.xml": lambda: ['<!DOCTYPE l [<!ENTITY a "lol">' + "".join(f'<!ENTITY b{n} "{"&a;" * 99}">' for n in range(9)) + "]>"
                                 + RECORD + "&b8;</nom_metier></metier></metiers>"],
    "marks.xml": lambda: repeated("<metiers>", "<", 100 << 20),
    "metadata.md": lambda: repeated("---\n", "id: MET.1\n", 10 << 20, "---\n# a\n"),
    "plain_fields.md": lambda: repeated("# a\n", "ID: MET.1\nNiveau: x\n", 5 << 20),
    "bold_fields.md": lambda: repeated("# a\n", "**Statuts**\n", 8 << 20),
    "footnotes.md": lambda: joined(FICHE, (f"[^{n}]: x" for n in range(60_000)), "\n" + "[^7]" * 60_000, "\n"),
    "headings.md": lambda: repeated("", "# a\n", 25 << 20),
    "fiches.md": lambda: repeated("", "# a\n**ID:** MET.1\n", 5 << 20),
    "brackets.md": lambda: repeated(FICHE, "[", 900_000),
    "many_brackets.md": lambda: repeated(FICHE, "[", 100 << 20),
    "emphasis.md": lambda: repeated(FICHE, "*a _b ", 150_000),
    "quotes.md": lambda: repeated(FICHE, ">", 900_000, " a\n"),
    "lists.md": lambda: [FICHE] + [" " * (2 * n) + "- a\n" for n in range(900)],
    "links.md": lambda: joined(FICHE, (f"[{n}]: x" for n in range(60_000)), "\n" + "[a][b] " * 20_000, "\n"),
    "markup.md": lambda: repeated(FICHE + "## Présentation\n\n", "<p><h3>", 130_000),
    "one_line.md": lambda: repeated("", "x", 127 << 20),
    "nothing.md": lambda: repeated("", "\0", 127 << 20),
}

# What is given to an option as a profile, weights, a session, questions, answers, targets or a record: name, content.
DOCUMENTS = {
    "deep.json": lambda: repeated("", "[", 4 << 20),
    "deep_objects.json": lambda: repeated("", '{"interests":', 300_000),
    "deep_lists.toml": lambda: repeated("a = ", "[", 4_000_000),
    "deep_tables.toml": lambda: repeated("a = ", "{a=", 1 << 20),
    "dotted.toml": lambda: repeated("a", ".a", 2_000_000, " = 1\n"),
    "tables.toml": lambda: (f"[t{n}]\nx=1\n" for n in range(300_000)),
    "list_of_tables.toml": lambda: repeated("a = [", "{},", 1_300_000, "]"),
    "questions.toml": lambda: repeated("", "[[question]]\n", 300_000),
    "keys.toml": lambda: (f"k{n} = 1\n" for n in range(370_000)),
    "answers.toml": lambda: joined("[interests]\n", (f'"x{n}" = 1' for n in range(200_000)), "\n", "\n"),
    "fewer_answers.toml": lambda: joined("[interests]\n", (f'"x{n}" = 1' for n in range(9_999)), "\n", "\n"),
    "liked.toml": lambda: joined("[metiers]\nlikes = [", (f'"MET.{n}"' for n in range(300_000)), "]\n"),
    "words.toml": lambda: joined("words = [", (f'"dessinner{n}"' for n in range(9_999)), "]\n"),
    "long_word.toml": lambda: repeated('words = ["', "a", 4_000_000, '"]\n'),
    "riasec.toml": lambda: ["[riasec]\nR = 1e9\nI = 1000000001\nA = 1e9\n"],
    "huge_riasec.toml": lambda: ["[riasec]\nR = 1e308\nI = -1e308\n"],
    "control.toml": lambda: ['"\\u001b[2J\\u0007" = 1\n'],
    "spaces.toml": lambda: repeated("", " ", 4 << 20),
    "too_large.toml": lambda: repeated("", " ", 5 << 20),
    "session.json": lambda: joined(SESSION, ['{"question":"move-1","answer":"no"}'] * 110_000, "]}"),
    "session_of_words.json": lambda: joined(SESSION + '{"question":"words","answer":{"words":[', (f'"m{n}"' for n in range(250_000)), "]}}]}"),
    "factors.toml": lambda: joined("[weights]\ninterest = 1\n[interests]\n", (f'"x{n}" = 1' for n in range(200_000)), "\n", "\n"),
}
OPTIONS = {
    "recommend --profile": "recommend --quiet --profile @", "explain --profile": "explain MET.10 --quiet --profile @",
    "compare --profile": "compare MET.10 MET.710 --quiet --profile @", "whatif --profile": "whatif MET.10 --quiet --profile @",
    "stability --profile": "stability --quiet --profile @", "ladder --profile": "ladder --quiet --profile @", "class": "class --quiet @",
    "recommend --weights": "recommend --quiet --words rire --weights @", "quiz --questions": "quiz --quiet --answers /dev/null --questions @",
    "quiz --resume": "quiz --quiet --answers /dev/null --resume @", "quiz --answers": "quiz --quiet --answers @", "replay": "replay @",
    "audit --require": "audit --quiet --no-reachability --require @", "weights compare": "weights compare @ @",
}

# Lines and tables: name, content, command.
LINES = {
    "long_line": (lambda: repeated(LINE, "x", 1 << 30, "\n" + LINE), "batch --quiet --profiles @"),
    "labels_200000": (lambda: joined('{"id":"b","interests":{', (f'"x{n}":1' for n in range(200_000)), "}}\n"), "batch --quiet --profiles @"),
    "labels_9000": (lambda: ['{"id":"b","interests":{' + ",".join(f'"x{n}":1' for n in range(9_000)) + "}}\n"] * 20, "batch --quiet --profiles @"),
    "bad_lines": (lambda: repeated("", "nonsense\n", 1_000_000), "batch --quiet --profiles @"),
    "empty_lines": (lambda: repeated("", "\n", 100 << 20), "batch --quiet --profiles @"),
    "deep_lines": (lambda: repeated("", "[" * 500_000 + "\n", 20), "batch --quiet --profiles @"),
    "threads": (lambda: repeated("", LINE, 20_000), "batch --quiet --threads 65535 --profiles @"),
    "all_metiers": (lambda: repeated("", LINE, 2_000), "batch --quiet --top 1000000000 --profiles @"),
    "long_ids": (lambda: repeated("", '{"id":"' + "x" * 1_000_000 + '"}\n', 300), "batch --quiet --threads 65535 --profiles @"),
    "one_class": (lambda: repeated("", LINE, 20_000), "class --quiet --profiles @"),
    "same_pairs": (lambda: repeated("", PAIR, 60_000), "tune --quiet --lambda 10 --preferences @"),
    "bad_pairs": (lambda: repeated("", "x\n", 30 << 20), "tune --quiet --preferences @"),
    "unknown_labels": (lambda: ['{"student":"a","profile":{"interests":{' + ",".join(f'"x{n}":1' for n in range(9_000))
                                + '}},"preferred":"MET.710","over":"MET.10"}\n'] * 100, "tune --quiet --preferences @"),
    "long_pair": (lambda: repeated(PAIR[:-2], " ", 60 << 20, "}\n"), "tune --quiet --preferences @"),
    "long_query": (lambda: ["q" * 70_000 + " 0 d1 1\n"], "evaluate --per-query --qrels @ --run /dev/null"),
    "many_queries": (lambda: (f"q{n} 0 d1 1\n" for n in range(1_000_000)), "evaluate --qrels @ --run /dev/null"),
    "bad_judgements": (lambda: repeated("", "x\n", 20 << 20), "evaluate --qrels @ --run /dev/null"),
    "letters": (lambda: joined("code_rome,riasec_majeur,riasec_mineur\n", (f"A{n % 10000:04},R,C" for n in range(3_000_000)), "\n", "\n"),
                "audit --quiet --no-reachability --rome-riasec @"),
    "wide_letters": (lambda: repeated("code_rome,riasec_majeur", ",", 60 << 20, "\n"), "audit --quiet --no-reachability --rome-riasec @"),
}

# Commands of the shell, in a folder with `lines`, a batch.
STREAMS = {
    "full output": '"$0" recommend --words rire > /dev/full', "closed output": '"$0" recommend --words rire >&-',
    "closed error": '"$0" recommend --words rire 2>&-', "closed input": '"$0" recommend --profile - <&-',
    "full batch": '"$0" batch --quiet --profiles lines > /dev/full', "head": '"$0" batch --quiet --profiles lines | head -1',
    "endless answers": 'yes 4 | "$0" quiz --quiet', "endless junk": 'yes junk | "$0" quiz --quiet',
    "endless catalogue": '"$0" convert --catalogue - --output out < /dev/zero', "endless profile": '"$0" recommend --profile /dev/zero',
    "device": '"$0" convert --catalogue /dev/urandom --output out', "folder of loops": '"$0" convert --catalogue loops --output out',
    "folder of pipes": '"$0" convert --catalogue pipes --output out', "archive": '"$0" convert --catalogue many.zip --output out',
    "bomb": '"$0" convert --catalogue bomb.zip --output out', "bomb of fiches": '"$0" convert --catalogue fiches.zip --output out',
}


def make_folder(folder):
    os.makedirs(f"{folder}/loops/a/b")
    for target, name in ((".", "self"), ("../..", "a/b/up"), ("..", "a/back"), ("loop", "loop")):
        os.symlink(target, f"{folder}/loops/{name}")
    os.makedirs(f"{folder}/pipes")
    os.symlink("/dev/zero", f"{folder}/pipes/zero.csv")
    os.mkfifo(f"{folder}/pipes/pipe.md")
    with open(f"{folder}/lines", "w") as lines:
        lines.writelines([LINE] * 20_000)
    with zipfile.ZipFile(f"{folder}/many.zip", "w") as many:
        for number in range(65_000):
            many.writestr(f"{number}.md", f"# a\n**ID:** MET.{number + 1}\n")
    for name, member, content in (("bomb", "csv", "id;libelle\nMET.1;a\n" + "x" * (120 << 20)), ("fiches", "md", "# a\n" * (25 << 20))):
        with zipfile.ZipFile(f"{folder}/{name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb:
            for number in range(6):
                bomb.writestr(f"{number}.{member}", content)


def cases(folder):
    """Name, content of a file if one is needed, and command with @ for it."""
    for name, content in CATALOGUES.items():
        yield f"convert {name}", name, content, "convert --quiet --output out --catalogue @"
        if name.split("_")[0] in ("columns", "interests", "sectors", "fiches", "label"):
            yield f"recommend {name}", name, content, "recommend --quiet --words rire --catalogue @"
            yield f"audit {name}", name, content, "audit --quiet --catalogue @"
    for option, command in OPTIONS.items():
        for name, content in DOCUMENTS.items():
            yield f"{option} {name}", name, content, command
    for name, (content, command) in LINES.items():
        yield f"{command.split()[0]} {name}", name, content, command
    for name, command in STREAMS.items():
        yield name, None, None, command


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


def run(program, folder, name, file, content, command):
    path = os.path.join(folder, "file_" + file) if file else None
    if path:
        with open(path, "w") as written:
            written.writelines(content())
    words = [program] + [path if word == "@" else word for word in command.split()] if file else ["sh", "-c", command, program]
    with open(f"{folder}/stdout", "wb") as out, open(f"{folder}/stderr", "wb") as err:
        child = subprocess.Popen(words, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=limit)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if path:
        os.remove(path)
    with open(f"{folder}/stderr", "rb") as err:
        told = err.read()
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    faults = []
    faults += [f"{seconds:.1f} s"] if SECONDS < seconds else []
    faults += [f"{megabytes:.0f} MB"] if MEGABYTES < megabytes else []
    faults += [f"status {child.returncode}"] if child.returncode not in (0, 1, 2) else []
    faults += ["a panic"] if b"panicked" in told else []
    faults += ["no word"] if child.returncode == 1 and not told and "2>&-" not in command else []
    faults += [f"{len(told)} bytes of messages"] if LOUD < len(told) else []
    faults += ["control characters"] if any(byte < 32 and byte != 10 for byte in told) else []
    print(f"{'FAILED' if faults else 'passed'} {seconds:5.1f} s {megabytes:5.0f} MB  {name}  {', '.join(faults)}", flush=True)
    return not faults


def main():
    program, parts = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory(prefix="boussole-hostile-") as folder:
        make_folder(folder)
        wanted = [case for case in cases(folder) if not parts or any(part in case[0] for part in parts)]
        passed = [run(program, folder, *case) for case in wanted]
    print(f"{sum(passed)} passed, {len(passed) - sum(passed)} failed")
    sys.exit(not all(passed))


main()
