#!/usr/bin/python3
"""Fit which of the places that a table's row may mean is the one (data/models/cell_place.tsv).

usage: train_cells.py OPTIONS WHERE.jsonl [--gazetteer FILE]... [--write cell_place.tsv] [--l2 0.0005]

OPTIONS is build/options. The rows are read without and with the gazetteers. The score of a place is linear in its signs, that of the row's unit is
0; what is made most is the mean worth of what a softmax over the scores would choose, where a point is worth 1 within 5 km, 0.6 within 25 km and a
little that falls with distance. Printed: shares within 5 and 25 km now, by five folds of rows, and fitted on all.
"""
import argparse, json, math, random, subprocess
import numpy as np

STEPS, RATE = 300, 0.1


def distance_km(a, b):
    x0, y0, x1, y1 = map(math.radians, (*a, *b))
    h = math.sin((y1 - y0) / 2) ** 2 + math.cos(y0) * math.cos(y1) * math.sin((x1 - x0) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(h)))


def read(program, gazetteers, gold, names):
    lines = "".join("\t".join(str(g.get(k) or "").replace("\t", " ").replace("\n", " ") for k in ("country", "adm1", "adm2", "where")) + "\n" for g in gold)
    out = subprocess.run([program, *gazetteers], input=lines, capture_output=True, text=True, check=True).stdout
    rows = []
    for g, line in zip(gold, out.splitlines()):
        d = json.loads(line)
        far = lambda p: distance_km(p, (g["lon"], g["lat"])) if p else 20000
        signs = np.array([[o["signs"].get(k, 0) for k in names] for o in d["options"]]).reshape(len(d["options"]), len(names))
        rows.append((signs, np.array([far(o["point"]) for o in d["options"]]), far(d["unit"]), far(d["now"])))
    return rows


def worth(km):
    return (km <= 5) * 1.0 + (km <= 25) * 0.6 + np.exp(-km / 30) * 0.3


def fit(rows, n, l2):
    w, m, v = np.zeros(n), np.zeros(n), np.zeros(n)
    for step in range(1, STEPS + 1):
        grad = -l2 * w
        for x, km, unit, _ in rows:
            if not len(km):
                continue
            s = np.append(x @ w, 0)
            p = np.exp(s - s.max())
            p /= p.sum()
            u = worth(np.append(km, unit))
            grad = grad + x.T @ (p[:-1] * (u[:-1] - p @ u)) / len(rows)
        m, v = 0.9 * m + 0.1 * grad, 0.99 * v + 0.01 * grad * grad
        w = w + RATE * (1 if step < 0.7 * STEPS else 0.3) * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.99 ** step)) + 1e-9)
    return w


def chosen(row, w):
    x, km, unit, _ = row
    s = x @ w
    return km[s.argmax()] if len(km) and s.max() > 0 else unit


def tell(what, km):
    km = np.array(km)
    print(f"{what:<28} {(km <= 5).mean():.4f} within 5 km, {(km <= 25).mean():.4f} within 25 km, median {np.median(km):.1f} km")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("where")
    ap.add_argument("--gazetteer", action="append", default=[])
    ap.add_argument("--names", default="data/models/cell_place.tsv")
    ap.add_argument("--write")
    ap.add_argument("--l2", type=float, default=5e-4)
    args = ap.parse_args()
    names = [line.split("\t")[0] for line in open(args.names).read().splitlines()[1:]]
    gold = [json.loads(line) for line in open(args.where)]
    sets = {"without gazetteers": read(args.program, [], gold, names)}
    if args.gazetteer:
        sets["with gazetteers"] = read(args.program, args.gazetteer, gold, names)
    order = list(range(len(gold)))
    random.Random(3).shuffle(order)
    found = {name: [] for name in sets}
    for fold in range(5):
        held = set(order[fold::5])
        w = fit([rows[i] for rows in sets.values() for i in range(len(rows)) if i not in held], len(names), args.l2)
        for name, rows in sets.items():
            found[name] += [chosen(rows[i], w) for i in held]
    w = np.round(fit([r for rows in sets.values() for r in rows], len(names), args.l2), 3)
    for name, rows in sets.items():
        tell(f"{name}, now", [r[3] for r in rows])
        tell(f"{name}, five folds", found[name])
        tell(f"{name}, fitted", [chosen(r, w) for r in rows])
    if args.write:
        with open(args.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{k}\t{x:.3f}\n" for k, x in zip(names, w)))


if __name__ == "__main__":
    main()
