#!/usr/bin/python3
"""Fit how sure the place of a mention is (data/models/place_right.tsv), and tell how honest it is.

usage: train_places.py WHERENESS SETS_FOLDER [--write place_right.tsv] [--c 0.3] [--check]

WHERENESS is build/whereness. Fitted on the project's own reports (tests/eval/own/own.places.jsonl): a mention is right where its point lies within
161 km, or within its own extent, of the gold's; the logistic regression has an L2 penalty. The weight of `bias` and one factor for all (two constants) are then set on trnews and
geovirus, the weights of single signs never. --check fits nothing: it prints the expected calibration error of `conf` as it is, over the mentions that
are gold (with coordinates) and over all.
"""
import json, math, os, subprocess, sys
import numpy as np

from logistic import chance, error, fit, folds
from trainer import HERE, OWN, folds_of, parser
NEAR_KM = 161


def mentions(program, reports):
    with open(reports) as f:
        out = subprocess.run([program], stdin=f, capture_output=True, text=True, check=True).stdout
    return [d for d in map(json.loads, out.splitlines()) if d["role"] != "demonym"]


def distance_km(a, b):
    x0, y0, x1, y1 = map(math.radians, (a["lon"], a["lat"], b["lon"], b["lat"]))
    h = math.sin((y1 - y0) / 2) ** 2 + math.cos(y0) * math.cos(y1) * math.sin((x1 - x0) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def is_right(m, gold):
    """Near the gold's point; for a country or province that holds it, published points lie farther apart than that."""
    return distance_km(m, gold) < max(NEAR_KM, m["radius_m"] / 1000)


def own_rows(program):
    """(report, signs, right, conf) of the mentions that own.places.jsonl judges."""
    gold = {(d["id"], p["begin"], p["end"]): p for d in map(json.loads, open(os.path.join(OWN, "own.places.jsonl"))) for p in d["places"]}
    rows = []
    for m in mentions(program, os.path.join(OWN, "own.reports.jsonl")):
        g = gold.get((m["id"], m["begin"], m["end"]))
        if g and "lon" in g:
            rows.append((m["id"], m["signs"], is_right(m, g), m["conf"]))
        elif g and ("not" not in g or distance_km(m, {"lon": g["not"][0], "lat": g["not"][1]}) < NEAR_KM):
            rows.append((m["id"], m["signs"], False, m["conf"]))
    return rows


def set_rows(program, folder, name):
    """The same of a set with gold places; right is None where the mention is not gold."""
    by = {}
    for m in mentions(program, f"{folder}/{name}.reports.jsonl"):
        by.setdefault(m["id"], []).append(m)
    rows = []
    for d in map(json.loads, open(f"{folder}/{name}.places.jsonl")):
        free = by.get(d["id"], [])
        for g in sorted((p for p in d["places"] if p.get("lon") is not None), key=lambda p: p["begin"]):
            middle = (g["begin"] + g["end"]) / 2
            hit = next((m for m in free if abs((m["begin"] + m["end"]) / 2 - middle) < 10 and m["text"].lower() == g["text"].lower()), None)
            if hit:
                free.remove(hit)
                rows.append((d["id"], hit["signs"], is_right(hit, g), hit["conf"]))
        rows += [(d["id"], m["signs"], None, m["conf"]) for m in free]
    return rows


def tell(name, p, rows):
    gold = [(a, r[2]) for a, r in zip(p, rows) if r[2] is not None]
    every = [(a, bool(r[2])) for a, r in zip(p, rows)]
    ranked = sorted(gold, key=lambda g: g[0])
    wrong = [a for a, y in gold if not y]
    auc = np.mean([np.mean([(a > w) + 0.5 * (a == w) for w in wrong]) for a, y in gold if y]) if wrong else 1
    print(f"{name}: {len(gold)} of {len(every)} are gold, {np.mean([y for _, y in gold]):.3f} right; expected calibration error {error(*zip(*gold)):.3f}"
          f" (all {error(*zip(*every)):.3f}), a right one is surer than a wrong one in {auc:.3f}")
    for b in np.array_split(np.arange(len(ranked)), 6):
        print(f"    {np.mean([ranked[i][0] for i in b]):.2f} said, {np.mean([ranked[i][1] for i in b]):.2f} right", end="")
    print()


def matrix(rows, names):
    return np.array([[n in signs for n in names] for signs in (set(r[1]) for r in rows)], dtype=float)


def main():
    ap = parser(0.3)
    ap.add_argument("--check", action="store_true")
    a = ap.parse_args()
    own = own_rows(a.program)
    others = {n: set_rows(a.program, a.folder, n) for n in ("trnews", "geovirus")}
    if a.check:
        for name, rows in (("own", own), *others.items()):
            tell(name, [r[3] for r in rows], rows)
        return
    table = os.path.join(HERE, "../../data/models/place_right.tsv")
    names = [line.split("\t")[0] for line in open(table).read().splitlines()][1:]
    x, y = matrix(own, names), np.array([r[2] for r in own], float)
    p = chance(folds(x, y, folds_of([r[0] for r in own]), a.c))
    print("five folds by report:")
    tell("own", p, own)
    w = fit(x, y, a.c)
    gold = [r for rows in others.values() for r in rows if r[2] is not None]
    z, t = matrix(gold, names) @ w, np.array([r[2] for r in gold], float)
    constants = fit(np.stack([np.ones(len(z)), z], axis=1), t, 1e9)
    print(f"two constants, on trnews and geovirus: {constants[0]:+.2f}, times {constants[1]:.2f}")
    pooled = fit(np.concatenate([np.stack([np.ones(len(q)), q], axis=1) for q in (z, x @ w)]), np.concatenate([t, y]), 1e9)
    print(f"with own: {pooled[0]:+.2f}, times {pooled[1]:.2f}")
    w = w * pooled[1]
    w[0] += pooled[0]
    for name, rows in (("own", own), *others.items()):
        tell(name, 1 / (1 + np.exp(-(matrix(rows, names) @ w))), rows)
    if a.write:
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, w)))
    else:
        print(" ".join(f"{n} {v:.2f}" for n, v in sorted(zip(names, w), key=lambda q: q[1])))


main()
