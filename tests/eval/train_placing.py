#!/usr/bin/python3
"""Fit which places of a report were struck (data/models/place_struck.tsv).

usage: train_placing.py PLACINGS SETS_FOLDER [--write FILE] [--c 0.3]

PLACINGS is build/placings. Every place of the sentences that tell of a strike or a toll in reading_a, reading_c, reading_d and the
project's own reports, but for those that place.c puts elsewhere: struck where one of the gold's strikes (optional ones, too) lies at that name or point; a province that holds one is left out. A logistic
regression with an L2 penalty over the signs of src/event/placing.h. Five folds by report tell its log loss and how often a struck place weighs more than another.
"""
import json, re, subprocess, sys
import numpy as np

from logistic import fit, folds, pairs_right
from trainer import folds_of, parser, reading_sets, sign_names

NEAR_KM, FAR_KM = 5, 15


def is_named(score, text, names):
    return any(n == text or (len(text) > 3 and re.search(rf"\b{re.escape(text)}\b", n)) for n in map(score.fold, names or []))


def is_struck(score, row, gold):
    """Whether a place was struck; None for a province in which another was."""
    text = score.fold(row["text"])
    if text in map(score.fold, gold.get("never_at") or []):
        return False
    for s in gold["strikes"]:
        near = "lon" in row and s.get("lon") is not None and score.haversine(row["lon"], row["lat"], s["lon"], s["lat"]) <= max(NEAR_KM, min(s["tol_km"], FAR_KM))
        if near or is_named(score, text, s["place"]):
            return True
    return None if any(text in map(score.fold, s["adm1"] or []) for s in gold["strikes"]) else False


def rows_of(program, reports, gold_path, score, names):
    """(report, signs, struck) of each place."""
    gold = {d["id"]: d for d in map(json.loads, open(gold_path))}
    with open(reports) as f:
        out = subprocess.run([program], stdin=f, capture_output=True, text=True, check=True).stdout
    rows = []
    for row in map(json.loads, out.splitlines()):
        struck = is_struck(score, row, gold[row["id"]])
        if struck is not None:
            rows.append((row["id"], [row["signs"].get(n, 0) for n in names], struck))
    return rows


def main():
    a = parser(0.3).parse_args()
    sys.path.insert(0, a.folder)
    import score
    names = sign_names("placing.h")
    rows = [r for s in reading_sets(a.folder) for r in rows_of(a.program, *s, score, names)]
    x, y = np.array([r[1] for r in rows], float), np.array([r[2] for r in rows])
    ids = [r[0] for r in rows]
    z = folds(x, y.astype(float), folds_of(ids), a.c)
    loss = (np.logaddexp(0, z) - y * z).mean()
    print(f"{len(rows)} places of {len(set(ids))} reports, {y.sum()} struck; five folds by report: log loss {loss:.3f}, {pairs_right(z, y):.3f} of pairs right; by place.c alone {pairs_right(x[:, names.index('score')], y):.3f}")
    if a.write:
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, fit(x, y.astype(float), a.c))))


if __name__ == "__main__":
    main()
