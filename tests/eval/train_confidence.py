#!/usr/bin/python3
"""Fit how sure a strike is (data/models/strike_real.tsv, strike_placed.tsv).

usage: train_confidence.py SURETY SETS_FOLDER [--write FOLDER] [--c 0.1]
       train_confidence.py --first-runs [FILE]

SURETY is build/surety. Each strike read from reading_a, reading_c, reading_d and the project's own reports is paired with the gold of its report
by SETS_FOLDER/score.py. It is real when it has a partner (an optional one, too), and placed when the partner's point lies within its radius (or, where the
gold has no point, when it is paired at all). Two logistic regressions with an L2 penalty over the signs of src/event/confidence.h; five folds by
report tell the expected calibration error, and what leaving out the less sure would do.

--first-runs: how much too sure conf was on reports that were written before the program was run on them (own/first_runs.tsv: the conf of each
strike of the first run before UNSEEN of src/event/confidence.c was taken off, whether it was real, whether it was real and placed), in log odds.
"""
import os, sys
import numpy as np

from logistic import chance, error, fit, folds
from paired import read_strikes
from trainer import HERE, OWN, folds_of, parser, reading_sets


def strikes(program, reports, gold_path, score):
    """(report, signs, real, placed or None) of every strike that is read."""
    by_report = read_strikes(program, reports, "signs", score)
    rows = []
    for rid, (golds, forbidden) in score.read_reading_gold(gold_path).items():
        mine = by_report.get(rid, [])
        pairs = {j: (golds[i], r) for i, (j, r) in score.pair_strikes(golds, [o for _, o in mine], forbidden).items()}
        for j, (signs, o) in enumerate(mine):
            placed = None
            if j in pairs:
                g, r = pairs[j]
                placed = not g["xy"] or (o["radius"] is not None and r["km"] <= o["radius"] + 0.2)
            rows.append((rid, signs, j in pairs, placed))
    return rows


def first_runs(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path)][1:]
    odds = np.array([np.log(float(r[1]) / (1 - float(r[1]))) for r in rows])
    right = np.array([float(r[3]) for r in rows])
    shift = 0.0
    for _ in range(50):
        p = chance(odds + shift)
        shift += (right - p).sum() / (p * (1 - p)).sum()
    told = lambda s: error(chance(odds + s), right)
    print(f"{len(rows)} strikes, {right.mean():.3f} right; log odds {shift:+.2f}; expected calibration error {told(0):.3f}, with them {told(shift):.3f}")


def main():
    if sys.argv[1:2] == ["--first-runs"]:
        return first_runs(sys.argv[2] if len(sys.argv) > 2 else os.path.join(OWN, "first_runs.tsv"))
    a = parser(0.1).parse_args()
    sys.path.insert(0, a.folder)
    import score
    rows = [r for s in reading_sets(a.folder) for r in strikes(a.program, *s, score)]
    names = [line.split("\t")[0] for line in open(os.path.join(HERE, "../../data/models/strike_real.tsv")).read().splitlines()][1:]
    ids = [r[0] for r in rows]
    fold = folds_of(ids)
    x = np.array([[n in set(r[1]) for n in names] for r in rows], dtype=float)
    real = np.array([r[2] for r in rows], dtype=float)
    known = np.array([r[3] is not None for r in rows])
    placed = np.array([bool(r[3]) for r in rows], dtype=float)
    print(f"{len(rows)} strikes of {len(set(ids))} reports, {int(real.sum())} real, {int(placed.sum())} of them placed within the radius")
    p_real, p_placed = chance(folds(x, real, fold, a.c)), chance(folds(x, placed, fold, a.c, known))
    print(f"five folds by report: expected calibration error, real {error(p_real, real):.3f}, real and placed {error(p_real * p_placed, real * placed):.3f}")
    for least in (0.2, 0.3, 0.4, 0.5):
        kept = p_real >= least
        print(f"  without those below {least}: precision {real[kept].mean():.3f} (all {real.mean():.3f}), of the real {real[kept].sum() / real.sum():.3f} are kept")
    for name, w in (("strike_real", fit(x, real, a.c)), ("strike_placed", fit(x[known], placed[known], a.c))):
        if a.write:
            with open(os.path.join(a.write, name + ".tsv"), "w") as f:
                f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, w)))
        else:
            print(name, " ".join(f"{n} {v:.2f}" for n, v in sorted(zip(names, w), key=lambda t: t[1])))


main()
