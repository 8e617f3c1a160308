#!/usr/bin/python3
"""Fit how sure a strike is (data/models/strike_real.tsv, strike_placed.tsv).

usage: train_confidence.py SURETY SETS_FOLDER [--write FOLDER] [--c 0.1]

SURETY is build/surety. Each strike read from reading_a, reading_c, reading_d and the project's own reports is paired with the gold of its report
by SETS_FOLDER/score.py. It is real when it has a partner (an optional one, too), and placed when the partner's point lies within its radius (or, where the
gold has no point, when it is paired at all). Two logistic regressions with an L2 penalty over the signs of src/event/confidence.h; five folds by
report tell, of the reports that no rule was written with (own/blind.*) and of the others, the expected calibration error, what is to be added to the
log odds (UNSEEN of src/event/confidence.c), and what leaving out the less sure would do.
"""
import os, sys
import numpy as np

from logistic import chance, error, fit, folds, pairs_right
from paired import read_strikes
from trainer import HERE, are_blind, folds_of, parser, reading_sets, weights_of


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


def shift_of(p, right):
    """What is to be added to the log odds of p, so that their mean is the share that is right."""
    odds, shift = np.log(p / (1 - p)), 0.0
    for _ in range(50):
        q = chance(odds + shift)
        shift += (right - q).sum() / (q * (1 - q)).sum()
    return shift


def main():
    a = parser(0.1).parse_args()
    sys.path.insert(0, a.folder)
    import score
    rows = [r for s in reading_sets(a.folder) for r in strikes(a.program, *s, score)]
    names = [line.split("\t")[0] for line in open(os.path.join(HERE, "../../data/models/strike_real.tsv")).read().splitlines()][1:]
    ids = [r[0] for r in rows]
    fold, weight, blind = folds_of(ids), weights_of(ids), are_blind(ids)
    x = np.array([[n in set(r[1]) for n in names] for r in rows], dtype=float)
    real = np.array([r[2] for r in rows], dtype=float)
    known = np.array([r[3] is not None for r in rows])
    placed = np.array([bool(r[3]) for r in rows], dtype=float)
    print(f"{len(rows)} strikes of {len(set(ids))} reports, {int(real.sum())} real, {int(placed.sum())} of them placed within the radius")
    z_real, z_placed = folds(x, real, fold, a.c, weight=weight), folds(x, placed, fold, a.c, known, weight)
    for what, of in (("blind", blind), ("others", ~blind)):
        p_real, both, right = chance(z_real[of]), (chance(z_real) * chance(z_placed))[of], (real * placed)[of]
        print(f"{what}, five folds by report: expected calibration error, real {error(p_real, real[of]):.3f}, real and placed {error(both, right):.3f};"
              f" {pairs_right(z_real[of], real[of] > 0):.3f} of pairs right; mean conf {both.mean():.3f}, right {right.mean():.3f}, log odds {shift_of(both, right):+.2f}")
        for least in (0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7):
            kept = p_real >= least
            print(f"  without those below {least}: precision {real[of][kept].mean():.3f} (all {real[of].mean():.3f}), of the real {real[of][kept].sum() / real[of].sum():.3f} are kept")
    for name, w in (("strike_real", fit(x, real, a.c, weight)), ("strike_placed", fit(x[known], placed[known], a.c, weight[known]))):
        if a.write:
            with open(os.path.join(a.write, name + ".tsv"), "w") as f:
                f.write("sign\tweight\n" + "".join(f"{n}\t{v:.3f}\n" for n, v in zip(names, w)))
        else:
            print(name, " ".join(f"{n} {v:.2f}" for n, v in sorted(zip(names, w), key=lambda t: t[1])))


main()
