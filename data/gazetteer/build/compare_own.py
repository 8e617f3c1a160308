#!/usr/bin/python3
"""Holds the own points of districts (own/adm2.tsv) against a GeoNames dump: how many lie within their radius of a namesake there.

usage: compare_own.py CC.zip...    dumps in GeoNames' layout, each named after its country; prints a line a country and the misses
"""
import csv
import gzip
import io
import math
import os
import re
import sys
import unicodedata
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORDS = r"\b(district|agency|caza|de|of|du|department|locality|county|woreda|zone|markaz)\b"


def rows(path):
    with gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def key(name):
    """The letters of a name alone, without marks, doublings and words for districts."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    return re.sub(r"(.)\1", r"\1", re.sub(r"[^a-z]", "", re.sub(WORDS, " ", bare)))


def kilometres(a, b):
    (x, y), (u, v) = ([math.radians(c) for c in p] for p in (a, b))
    return 6371 * math.acos(min(1, math.sin(y) * math.sin(v) + math.cos(y) * math.cos(v) * math.cos(x - u)))


def namesakes(dump):
    with zipfile.ZipFile(dump) as z:
        code = os.path.splitext(os.path.basename(dump))[0]
        places = {}
        for f in csv.reader(io.TextIOWrapper(z.open(code + ".txt"), "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            for name in {key(n) for n in [f[1], f[2], *f[3].split(",")]}:
                if len(name) > 2:
                    places.setdefault(name, []).append((float(f[5]), float(f[4])))
    return code, places


def main(dumps):
    districts = {r["id"]: r for r in rows(os.path.join(HERE, "..", "adm2.tsv.gz"))}
    own = [r for r in rows(os.path.join(HERE, "own", "adm2.tsv")) if r["lon"]]
    for dump in dumps:
        code, places = namesakes(dump)
        points = found = 0
        misses = []
        for r in (r for r in own if r["id"].startswith(f"gn:{code}.")):
            points += 1
            d = districts[r["id"]]
            names = {key(n) for n in [d["name"], *d["names"].split("|"), *r["names"].split("|")]}
            near = [kilometres((float(r["lon"]), float(r["lat"])), p) for n in names for p in places.get(n, [])]
            found += bool(near)
            if near and min(near) * 1000 > float(r["radius_m"]):
                misses.append(f"{d['name']} {min(near):.0f} km")
        print(f"{code}: {points} points, {found} with a namesake, {found - len(misses)} within their radius of one; not: {', '.join(misses) or 'none'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) if len(sys.argv) > 1 else __doc__)
