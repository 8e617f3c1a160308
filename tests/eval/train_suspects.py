#!/usr/bin/python3
"""Fit who struck where a strike's words leave it open (data/models/suspect.tsv).

usage: train_suspects.py SUSPECTS SETS_FOLDER [--write FILE] [--c 0.5] [--nobody 0.9]

SUSPECTS is build/suspects. Each strike read from reading_a, reading_c, reading_d and the project's own reports is paired with the gold of its
report by SETS_FOLDER/score.py; of the sides that come into question, and nobody, those are right whom the gold names. A conditional logit
with an L2 penalty over the signs of src/event/suspect.h; strikes of which the gold names nobody weigh --nobody. Five folds by report tell
how many are right.
"""
import sys
import numpy as np
from scipy.optimize import minimize

from paired import read_strikes
from trainer import folds_of, parser, reading_sets, sign_names


def decisions(program, reports, gold_path, score, names):
    """(report, named by the gold, signs of each suspect, whether he is right) of every paired strike that has suspects."""
    by_report = read_strikes(program, reports, "suspects", score)
    rows = []
    for rid, (golds, forbidden) in score.read_reading_gold(gold_path).items():
        mine = by_report.get(rid, [])
        for i, (j, _) in score.pair_strikes(golds, [o for _, o in mine], forbidden).items():
            who, suspects = golds[i]["attacker"], mine[j][0]
            if golds[i]["optional"] or not suspects:
                continue
            right = np.array([score.agrees(who, s["name"], s["iso3"]) if who and s["name"] else not who and not s["name"] for s in suspects], dtype=float)
            rows.append((rid, bool(who), np.array([[s["signs"].get(n, 0) for n in names] for s in suspects]), right))
    return rows


def fit(rows, n, c, nobody):
    rows = [r for r in rows if r[3].any()]

    def loss(w):
        sum_loss, slope = 0.0, np.zeros(n)
        for _, named, x, right in rows:
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            q = p * right
            weight = 1 if named else nobody
            sum_loss -= weight * np.log(q.sum())
            slope += weight * x.T @ (p - q / q.sum())
        return sum_loss + (w * w).sum() / (2 * c), slope + w / c
    return minimize(loss, np.zeros(n), jac=True, method="L-BFGS-B").x


def main():
    ap = parser(0.5)
    ap.add_argument("--nobody", type=float, default=0.9)
    a = ap.parse_args()
    sys.path.insert(0, a.folder)
    import score
    names = sign_names("suspect.h")
    rows = [r for s in reading_sets(a.folder) for r in decisions(a.program, *s, score, names)]
    fold = folds_of([r[0] for r in rows])
    tally = {True: [0, 0], False: [0, 0]}
    for k in range(5):
        w = fit([r for r, at in zip(rows, fold) if at != k], len(names), a.c, a.nobody)
        for (_, named, x, right), at in zip(rows, fold):
            if at == k:
                tally[named][0] += int(right[np.argmax(x @ w)])
                tally[named][1] += 1
    print(f"{len(rows)} strikes of {len({r[0] for r in rows})} reports; five folds by report: right {tally[True][0]} of {tally[True][1]} named, {tally[False][0]} of {tally[False][1]} with nobody named")
    if a.write:
        w = fit(rows, len(names), a.c, a.nobody)
        with open(a.write, "w") as f:
            f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, w)))


if __name__ == "__main__":
    main()
