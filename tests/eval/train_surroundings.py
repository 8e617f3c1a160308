#!/usr/bin/python3
"""Fit where names in no gazetteer lie among the places told (data/models/surroundings.tsv).

usage: train_surroundings.py SURROUNDINGS SETS_FOLDER [--write FILE]

SURROUNDINGS is build/surroundings. Every struck place of reading_a, reading_c, reading_d and the project's own reports (not the blind ones) that no gazetteer holds and whose location is
30 km wide or more; its coordinates are the gold's. A mixture of kernels, one round each place told (F(d) = 1 - (1 + d^2/s^2)^-a) and one round what holds the name (normal), weighed by the signs of
src/geocode/surroundings.h, fitted to the greatest likelihood by search along the axes; 6 in 100 lie anywhere. Five folds by report tell how many of the circles that hold 0.8 of the mixture
hold the place, and how many are also no wider than three times the tolerance (at least 25 km).
"""
import json, math, subprocess, sys
import numpy as np

from trainer import folds_of, parser, reading_sets, sign_names

ANYWHERE = 0.06 / (math.pi * 500**2)
SURE, NEARER, BEYOND, RAYS = 0.8, 0.9, 1.3, 24
START = dict(sentence=1, paragraph=1, before=0.5, dateline=-0.5, district=0, times=0.5, listed=1, unit=0.5, beside=0.5, in_town=2, in_district=3, in_province=2, in_other=1, scale=0, tail=-1, whole=-1)


def rows_of(program, reports, gold_path, score, names):
    gold = {d["id"]: d for d in map(json.loads, open(gold_path))}
    with open(reports) as f:
        out = subprocess.run([program], stdin=f, capture_output=True, text=True, check=True).stdout
    rows, seen = [], set()
    for r in map(json.loads, out.splitlines()):
        text = score.fold(r["text"])
        found = [s for s in gold[r["id"]]["strikes"] if s.get("lon") is not None and text in map(score.fold, s["place"] or [])]
        if not found or (r["id"], text) in seen or not any(not n["holder"] for n in r["near"]):
            continue
        seen.add((r["id"], text))
        s = found[0]
        one = lambda signs: np.array([float(n in signs) for n in names])
        rows.append({"id": r["id"], "radius": r["radius_m"] / 1000, "at": (r["lon"], r["lat"]), "holder": one(r["signs"]), "gold": (s["lon"], s["lat"]), "tol": s["tol_km"],
                     "near": np.array([one(n["signs"]) + (np.array(names) == "times") * math.log(n["times"]) for n in r["near"]]), "points": [(n["lon"], n["lat"]) for n in r["near"]],
                     "km": np.array([score.haversine(n["lon"], n["lat"], s["lon"], s["lat"]) for n in r["near"]]), "own_km": score.haversine(r["lon"], r["lat"], s["lon"], s["lat"])})
    return rows


def shapes(q, names):
    of = dict(zip(names, q))
    return math.exp(of["scale"]), math.exp(of["tail"]), math.exp(of["whole"])


def masses(q, row):
    z = np.append(row["near"] @ q, row["holder"] @ q)
    e = np.exp(z - z.max())
    return e[:-1] / e.sum(), e[-1] / e.sum()


def loss(q, rows, names):
    s, a, whole = shapes(q, names)
    total = 0
    for r in rows:
        near, held = masses(q, r)
        g = whole * r["radius"]
        p = (near * a / (math.pi * s * s) * (1 + (r["km"] / s) ** 2) ** (-a - 1)).sum() + held * math.exp(-r["own_km"] ** 2 / (2 * g * g)) / (2 * math.pi * g * g)
        total -= math.log(ANYWHERE + 0.94 * p)
    return total / len(rows)


def fit(rows, names, rounds=25):
    q = np.array([START[n] for n in names], float)
    best, step, turns = loss(q, rows, names), np.full(len(q), 0.4), np.random.default_rng(1)
    for _ in range(rounds):
        for i in turns.permutation(len(q)):
            for sign in (1, -1):
                p = q.copy()
                p[i] += sign * step[i]
                v = loss(p, rows, names)
                if v < best:
                    best, q, step[i] = v, p, step[i] * 1.3
                    break
            else:
                step[i] *= 0.6
    return q


def circle(q, r, names):
    """Centre and radius (km) as sm_narrow finds them."""
    s, a, whole = shapes(q, names)
    u, turn = (np.arange(RAYS) + 0.5) / RAYS, np.arange(RAYS) * 2.39996323
    kx = 111.195 * math.cos(math.radians(r["at"][1]))
    centres = [(0, 0)] + [((x - r["at"][0]) * kx, (y - r["at"][1]) * 111.195) for x, y in r["points"]]
    near, held = masses(q, r)
    reach = [whole * r["radius"] * np.sqrt(-2 * np.log(1 - u))] + [np.minimum(s * np.sqrt((1 - u) ** (-1 / a) - 1), BEYOND * r["radius"])] * len(near)
    x = np.concatenate([c[0] + d * np.cos(turn) for c, d in zip(centres, reach)])
    y = np.concatenate([c[1] + d * np.sin(turn) for c, d in zip(centres, reach)])
    mass = np.repeat([held, *near], RAYS) / RAYS
    best = None
    for k, c in enumerate(centres):
        d = np.hypot(x - c[0], y - c[1])
        order = np.argsort(d)
        radius = d[order][min(np.searchsorted(np.cumsum(mass[order]), SURE), len(d) - 1)]
        if best is None or radius < best[1] * (NEARER if best[0] == 0 else 1):
            best = k, radius
    return ([r["at"]] + r["points"])[best[0]], min(best[1], r["radius"])


def tell(name, circles, rows, score):
    off = [score.haversine(*c, *r["gold"]) for (c, _), r in zip(circles, rows)]
    inside = np.array([km <= radius + r["tol"] for km, (_, radius), r in zip(off, circles, rows)])
    small = np.array([radius <= max(25, 3 * r["tol"]) for (_, radius), r in zip(circles, rows)])
    print(f"{name}: {inside.mean():.3f} inside, {(inside & small).mean():.3f} inside and narrow, median radius {np.median([radius for _, radius in circles]):.0f} km")


def main():
    a = parser(1).parse_args()
    sys.path.insert(0, a.folder)
    import score
    names = sign_names("../geocode/surroundings.h")
    rows = [r for s in reading_sets(a.folder)[:-1] for r in rows_of(a.program, *s, score, names)]
    at = folds_of([r["id"] for r in rows])
    print(f"{len(rows)} names of {len({r['id'] for r in rows})} reports")
    tell("what holds the name", [(r["at"], r["radius"]) for r in rows], rows, score)
    circles = [None] * len(rows)
    for k in range(5):
        q = fit([r for r, f in zip(rows, at) if f != k], names)
        for i in np.flatnonzero(at == k):
            circles[i] = circle(q, rows[i], names)
    tell("five folds by report", circles, rows, score)
    if a.write:
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, fit(rows, names))))


if __name__ == "__main__":
    main()
