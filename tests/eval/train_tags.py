#!/usr/bin/python3
"""Fits the table of the part-of-speech tagger, data/models/tags.tsv.

usage: train_tags.py FOLDER_OF_SETS > data/models/tags.tsv

A teacher, Debian's liblingua-en-tagger-perl, tags the texts of the sets whose licence allows weights; what is kept are the costs
(negative natural logarithms) of one part of speech after another and of a word taking the first, second, ... of the parts that
data/lexicon/en/parts_of_speech.tsv.gz lists for it. No word is in the table.
"""
import collections
import gzip
import json
import math
import os
import re
import subprocess
import sys

SETS = ("reading_a", "reading_c", "reading_d", "re3d", "halterman_a")
LETTERS = ".,\"PnNpqsdcjbzvwgmairtWCe"
TEACHER = {
    "NNP": "P", "NNPS": "P", "NN": "n", "NNS": "N", "FW": "n", "PRP": "p", "PRPS": "q", "POS": "s", "DET": "d", "PDT": "d", "CD": "c", "JJ": "j",
    "JJR": "j", "JJS": "j", "VB": "b", "VBP": "b", "VBZ": "z", "VBD": "v", "VBN": "w", "VBG": "g", "MD": "m", "RB": "a", "RBR": "a", "RBS": "a",
    "IN": "i", "RP": "r", "TO": "t", "WP": "W", "WPS": "W", "WDT": "W", "WRB": "W", "CC": "C", "EX": "e", "PP": ".", "PPL": '"', "PPR": '"',
}
PERL = 'my $p = new Lingua::EN::Tagger(longest_noun_phrase => 0); binmode STDIN, ":utf8"; binmode STDOUT, ":utf8"; while (<>) { print $p->get_readable($_), "\\n" }'


def texts(folder):
    for name in SETS:
        path = os.path.join(folder, f"{name}.reports.jsonl")
        if not os.path.exists(path):
            path = os.path.join(folder, f"{name}.eventplace.jsonl")
        with open(path, encoding="utf-8") as f:
            for line in f:
                yield " ".join(json.loads(line)["text"].split())


def tagged(folder):
    run = subprocess.run(["perl", "-MLingua::EN::Tagger", "-e", PERL], input="\n".join(texts(folder)), capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        yield [(w, TEACHER.get(t, ",")) for w, _, t in (token.rpartition("/") for token in line.split())]


def main():
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/lexicon/en/parts_of_speech.tsv.gz")
    with gzip.open(table, "rt") as f:
        parts = dict(line.rstrip("\n").split("\t") for line in f)
    pairs, ranks = collections.Counter(), collections.Counter()
    for sentence in tagged(sys.argv[1]):
        before = "."
        for word, tag in sentence:
            pairs[before, tag] += 1
            before = tag
            known = parts.get(word) if re.fullmatch("[a-z]+", word) else None
            if known and len(known) > 1 and tag in known:
                ranks[known.index(tag)] += 1
    total = collections.Counter()
    for (a, _), n in pairs.items():
        total[a] += n
    print("# Made by tests/eval/train_tags.py; costs are negative logarithms. See README.md for the letters.")
    print("rank\t" + "\t".join(f"{-math.log((ranks[i] + 1) / (sum(ranks.values()) + 4)):.2f}" for i in range(4)))
    print("#\t" + "\t".join(LETTERS))
    for a in LETTERS:
        print(a + "\t" + "\t".join(f"{-math.log((pairs[a, b] + 0.5) / (total[a] + 0.5 * len(LETTERS))):.2f}" for b in LETTERS))


if __name__ == "__main__":
    main()
