"""What the trainers share: their options, the reports they learn from and the folds these fall into."""
import argparse
import os

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, "own")


def parser(c, program="program"):
    """A parser of the tool that prints what is learnt from, the folder of the evaluation sets, --write, and --c (the inverse of the penalty)."""
    args = argparse.ArgumentParser()
    args.add_argument(program)
    args.add_argument("folder")
    args.add_argument("--write")
    args.add_argument("--c", type=float, default=c)
    return args


def reading_sets(folder):
    """[(reports, gold)] of the readings that may be learnt from, the project's own last: those that rules were written with, and those that none was."""
    return [tuple(os.path.join(place, f"{name}.{kind}.jsonl") for kind in ("reports", "reading"))
            for place, name in [*((folder, f"reading_{s}") for s in "acd"), (OWN, "own"), (OWN, "blind")]]


def are_blind(reports):
    """Which rows, given the id of their report, are of reports that no rule was written with (own/blind.*)."""
    return np.array([name.startswith("blind-") for name in reports])


def weights_of(reports, blind=1.0):
    """What each row counts, given the id of its report: on the others the rules do better than on what users bring, so that a blind one counts more."""
    return np.where(are_blind(reports), blind, 1.0)


def sign_names(header):
    """The names of the signs that a header of src/event lists, in its order."""
    with open(os.path.join(HERE, "../../src/event", header)) as f:
        return [line.split("(")[1].split(",")[0] for line in f if line.startswith("  X(")]


def folds_of(reports):
    """The fold, 0 to 4, of each row, given the id of its report: rows of a report stay together."""
    rank = {name: i % 5 for i, name in enumerate(sorted(set(reports)))}
    return np.array([rank[name] for name in reports])
