"""The one row format of every place file."""
import csv
import gzip

import shapes

COLUMNS = ["id", "kind", "name", "lon", "lat", "radius_m", "iso3", "adm1", "adm2", "population", "feature", "names"]


def number(x, digits=5):
    """Shortest decimal text; '' for None."""
    if x is None or x == "":
        return ""
    r = round(float(x), digits)
    return str(int(r)) if r == int(r) else repr(r)


def write(path, rows, extra=()):
    """Rows are dicts; sorted by id, which must be unique."""
    columns = COLUMNS + list(extra)
    rows = sorted(rows, key=lambda r: r["id"])
    ids = [r["id"] for r in rows]
    twice = {i for i, j in zip(ids, ids[1:]) if i == j}
    if twice:
        raise SystemExit(f"{path}: ids used twice: {sorted(twice)[:5]}")
    lines = ["\t".join(columns)]
    for r in rows:
        r = dict(r, lon=number(r.get("lon")), lat=number(r.get("lat")), radius_m=number(r.get("radius_m"), 0), population=number(r.get("population"), 0))
        lines.append("\t".join(str(r.get(c) or "").replace("\t", " ").replace("\n", " ") if c not in ("lon", "lat") else r[c] for c in columns))
    shapes.save(path, "\n".join(lines) + "\n")


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
