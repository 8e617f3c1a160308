"""Logistic regression over yes-or-no signs and how honest what it says is, for the trainers."""
import numpy as np
from scipy.optimize import minimize


def fit(x, y, c, weight=1.0):
    """Weights; x has a row of signs each, the first column, the bias, is not penalised; c: inverse of the L2 penalty; weight: what each row counts."""
    free = np.ones(x.shape[1])
    free[0] = 0

    def loss(w):
        z = x @ w
        p = 1 / (1 + np.exp(-z))
        return (weight * (np.logaddexp(0, z) - y * z)).sum() + (free * w * w).sum() / (2 * c), x.T @ (weight * (p - y)) + free * w / c
    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def error(p, y):
    """Expected calibration error in ten bins of equal count; equal p stay together in the order of the text."""
    p, y = np.array(p, float), np.array(y, float)
    order = np.argsort(p, kind="stable")
    return sum(abs(p[b].mean() - y[b].mean()) * len(b) for b in np.array_split(order, 10) if len(b)) / max(1, len(p))


def folds(x, y, fold, c, learn=None, weight=None):
    """Log odds of each row by the weights fitted on the rows of the four other folds (fold: 0 to 4 a row; learn: which rows may be learnt from; weight: what each counts)."""
    z = np.zeros(len(y))
    weight = np.ones(len(y)) if weight is None else weight
    for k in range(5):
        rest = fold != k if learn is None else (fold != k) & learn
        z[fold == k] = x[fold == k] @ fit(x[rest], y[rest], c, weight[rest])
    return z


def chance(z):
    """The probability of log odds."""
    return 1 / (1 + np.exp(-z))


def pairs_right(z, y):
    """The share of pairs of a row that is so (y) and one that is not of which the former scores higher."""
    rank = np.argsort(np.argsort(z, kind="stable"), kind="stable") + 1
    n = y.sum()
    return (rank[y].sum() - n * (n + 1) / 2) / (n * (len(y) - n))
