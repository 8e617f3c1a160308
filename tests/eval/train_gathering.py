#!/usr/bin/python3
"""Fit the weights that join tellings to strikes (data/models/gathering.tsv).

usage: train_gathering.py TELLINGS SETS_FOLDER [--write gathering.tsv] [--c 1.0] [--pull 1.0]

TELLINGS is build/tellings. Each telling of reading_a, reading_c, reading_d and of the project's own reports is held against the gold strikes of its
report (place, days, dead, sides, weapons, words in common) and takes the one that it fits clearly best, or none. Then a logistic regression over
the signs of src/event/gather.h tells whether a telling and a strike told before it are the same. It is pulled towards the weights that stand
in gathering.tsv (a Gaussian prior), so that what the few reports never show keeps a sensible weight. Five folds by report tell how well it does.
"""
import json, math, os, re, subprocess, tempfile
import numpy as np
from scipy.optimize import minimize

from trainer import HERE, folds_of, parser, reading_sets

TABLE = os.path.join(HERE, "../../data/models/gathering.tsv")
WORDS = re.compile(r"[A-Za-z][a-z'-]{3,}")
COMMON = set("with from that this were have been their they which when after killed strike strikes attack people near said district province region".split())


def read(path):
    return [json.loads(line) for line in open(path)]


def km(lon1, lat1, lon2, lat2):
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def listed(v):
    return [] if v is None else v if isinstance(v, list) else [v]


def words(text):
    return {w.lower() for w in WORDS.findall(text)} - COMMON


def place_fit(t, g):
    if "place" not in t:
        return 0
    own = 0.4 if t["inherited"] else 1
    names = " / ".join(listed(g.get("place"))).lower()
    if t["place"].lower() in names:
        return 3 * own
    if g.get("lon") is None or "lon" not in t:
        return 0
    far = km(t["lon"], t["lat"], g["lon"], g["lat"])
    if far <= max(g["tol_km"], 8):
        return 2 * own
    return 0.2 if far <= t.get("radius_km", 0) * 1.5 else -3 * own


def day_fit(t, g):
    if "start" not in t or not g.get("date_start"):
        return 0
    meet = t["start"] <= g["date_end"] and g["date_start"] <= t["end"]
    return (0.5 if meet else -0.3) if t["day_inherited"] else (1.5 if meet else -2)


def toll_fit(t, g):
    fit = 0
    for low, high, hurt_low, hurt_high in t.get("figures", []):
        for value, what in ((high, "killed"), (hurt_high, "injured")):
            least, most = g.get(what + "_low"), g.get(what + "_high")
            if value > 0 and most is not None:
                fit += 2 if (least or 0) <= value <= most else -0.7
            elif value == 0 and most == 0:
                fit += 0.4
    return fit


def side_fit(t, g):
    who = " / ".join(listed(g.get("attacker"))).lower()
    if not t["attacker"] or not who:
        return 0
    same = t["attacker"].lower() in who or any(w.lower() in t["attacker"].lower() for w in listed(g.get("attacker"))) or t["attacker_iso3"] == g.get("attacker_iso3")
    return 0.7 if same else -0.7


def weapon_fit(t, g):
    mine, its = set((t["weapon"] or "").split(", ")) - {""}, set(listed(g.get("weapon")))
    return 0 if not mine or not its else 0.7 if mine & its else -0.7


def fit(t, g):
    shared = len(words(t["words"]) & words(" ".join([g["what"]] + listed(g.get("target")))))
    return place_fit(t, g) + day_fit(t, g) + toll_fit(t, g) + side_fit(t, g) + weapon_fit(t, g) + 0.5 * min(shared, 4)


def label(tellings, gold):
    """Index of the strike that each telling is of, -1 where that is not clear."""
    out, last = [], -1
    for t in tellings:
        fits = sorted(((fit(t, g) + (0.6 if i == last else 0), i) for i, g in enumerate(gold)), reverse=True)
        clear = fits and fits[0][0] >= 1.2 and (len(fits) == 1 or fits[0][0] - fits[1][0] >= 0.5)
        last = fits[0][1] if clear else last
        out.append(fits[0][1] if clear else -1)
    return out


def run(program, reports, *options):
    with open(reports) as f:
        out = subprocess.run([program, *options], stdin=f, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def comparisons(program, reports, gold_path):
    gold = {g["id"]: g["strikes"] for g in read(gold_path)}
    by_report = {}
    for t in run(program, reports):
        by_report.setdefault(t["id"], []).append(t)
    with tempfile.NamedTemporaryFile("w", suffix=".labels") as f:
        for rid, tellings in by_report.items():
            for t, strike in zip(tellings, label(tellings, gold.get(rid) or [])):
                if strike >= 0:
                    f.write(f"{rid} {t['telling']} {strike}\n")
        f.flush()
        return run(program, reports, "--labels", f.name)


def fit_weights(x, y, weight, prior, pull, c):
    """Logistic regression with a Gaussian prior around the given weights."""
    def loss(w):
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        value = (weight * (np.logaddexp(0, z) - y * z)).sum() + pull * ((w - prior) ** 2).sum() / (2 * c)
        return value, x.T @ (weight * (p - y)) + pull * (w - prior) / c
    return minimize(loss, prior, jac=True, method="L-BFGS-B").x


def joins(rows, score):
    """Share of tellings that join the right strike or rightly none."""
    by_telling = {}
    for r, s in zip(rows, score):
        by_telling.setdefault((r["id"], r["telling"]), []).append((s, r["same"]))
    good = 0
    for options in by_telling.values():
        best = max(options)
        good += best[1] == 1 if best[0] > 0 else not any(same for _, same in options)
    return good / len(by_telling)


def main():
    ap = parser(1.0)
    ap.add_argument("--pull", type=float, default=1.0)
    a = ap.parse_args()
    rows = [r for p in reading_sets(a.folder) for r in comparisons(a.program, *p)]
    table = [line.split("\t") for line in open(TABLE).read().splitlines()][1:]
    names, prior = [n for n, _ in table], np.array([float(w) for _, w in table])
    x = np.array([[n in set(r["signs"]) for n in names] for r in rows], dtype=float)
    y = np.array([r["same"] for r in rows], dtype=float)
    options = {}
    for r in rows:
        options[r["id"], r["telling"]] = options.get((r["id"], r["telling"]), 0) + 1
    weight = np.array([1 if r["same"] else 1 / math.sqrt(options[r["id"], r["telling"]]) for r in rows])
    fold = folds_of([r["id"] for r in rows])
    print(f"{len(rows)} comparisons of {len(options)} tellings, {int(y.sum())} the same")
    print(f"given weights: {joins(rows, x @ prior):.3f} of the tellings joined rightly")
    score = np.zeros(len(rows))
    for k in range(5):
        w = fit_weights(x[fold != k], y[fold != k], weight[fold != k], prior, a.pull, a.c)
        score[fold == k] = x[fold == k] @ w
    print(f"five folds by report: {joins(rows, score):.3f}")
    w = fit_weights(x, y, weight, prior, a.pull, a.c)
    print(f"all: {joins(rows, x @ w):.3f}")
    if a.write:
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, w)))


main()
