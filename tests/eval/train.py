#!/usr/bin/python3
"""Fit the recogniser's weights (data/models/recognition.tsv) from the signs that build/signs prints.

usage: train.py SIGNS LABELS_FOLDER [--write recognition.tsv] [--c 0.3]

Sets, by the licence of their texts: reading_a, reading_c, reading_d and halterman_a, labelled by the rules themselves (their verdict), and
re3d with its own gold. Logistic regression with an L2 penalty; demonyms are no question here. Nothing else is read.
"""
import json, os, subprocess
import numpy as np
from sklearn.linear_model import LogisticRegression

from trainer import parser

RULES = ["reading_a.reports", "reading_c.reports", "reading_d.reports", "halterman_a.eventplace"]


def spans(program, path):
    with open(path) as f:
        out = subprocess.run([program], stdin=f, capture_output=True, text=True, check=True).stdout
    return [d for d in map(json.loads, out.splitlines()) if "demonym" not in d["signs"]]


def gold_of(path):
    return {d["id"]: d["places"] for d in map(json.loads, open(path))}


def label(d, gold):
    """1 a place, 0 none, None where the gold leaves it open."""
    for g in gold.get(d["id"], []):
        if (g["begin"], g["end"]) == (d["begin"], d["end"]):
            return None if g.get("optional") else 1
    loose = any(g.get("optional") and g["begin"] < d["end"] and d["begin"] < g["end"] for g in gold.get(d["id"], []))
    return None if loose else 0


def rows(program, folder):
    """Signs, label and weight of every span. A rule's own label counts half as much as gold."""
    out = []
    for name in RULES:
        for d in spans(program, f"{folder}/{name}.jsonl"):
            out.append((d["signs"], int("rule_verdict" in d["signs"]), 0.5))
    gold = gold_of(f"{folder}/re3d.places.jsonl")
    for d in spans(program, f"{folder}/re3d.reports.jsonl"):
        y = label(d, gold)
        if y is not None:
            out.append((d["signs"], y, 1.0))
    return out


def matrix(data, names):
    x = np.zeros((len(data), len(names)), dtype=np.float32)
    at = {n: i for i, n in enumerate(names)}
    for i, (signs, _, _) in enumerate(data):
        for s in signs:
            x[i, at[s]] = 1
    return x


def main():
    a = parser(0.3, "signs").parse_args()
    data = rows(a.signs, a.folder)
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../data/models/recognition.tsv")
    names = [line.split("\t")[0] for line in open(table)][1:]
    x = matrix(data, names)
    x[:, names.index("bias")] = 0
    model = LogisticRegression(C=a.c, max_iter=2000)
    model.fit(x, [d[1] for d in data], sample_weight=[d[2] for d in data])
    weights = dict(zip(names, model.coef_[0]))
    weights["bias"] = model.intercept_[0]
    print(f"{len(data)} spans, {sum(d[1] for d in data)} places")
    if a.write:
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{weights[n]:.3f}\n" for n in names))


main()
