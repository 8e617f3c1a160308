"""Holds the committed files against their own rules and prints the counts."""
import os
import re

import shapes
import tables
from names import fold

FILES = ["countries.tsv", "adm1.tsv.gz", "adm2.tsv.gz", "places.tsv.gz", "waters.tsv", "landforms.tsv", "rivers.tsv", "airports.tsv", "sites.tsv"]
KINDS = {"country", "adm1", "adm2", "city", "sea", "strait", "lake", "river", "island", "mountain", "region", "border", "airport", "base", "site"}
LIMIT = 25_000_000  # bytes of committed data

SPOTS = [  # a name, the country, a point that lies within 40 km of it
    ("Saravan", "IRN", 62.33, 27.37), ("Panjgur", "PAK", 64.09, 26.97), ("Hodeidah", "YEM", 42.95, 14.80), ("Hudaydah", "YEM", 42.95, 14.80),
    ("Kharkov", "UKR", 36.23, 49.99), ("Kharkiv", "UKR", 36.23, 49.99), ("Kiev", "UKR", 30.52, 50.45), ("Kyiv", "UKR", 30.52, 50.45), ("Donetsk", "UKR", 37.80, 48.02),
    ("Bab el-Mandeb", "", 43.33, 12.58), ("Strait of Hormuz", "", 56.5, 26.6), ("Golan Heights", "SYR", 35.75, 33.0), ("Taftan", "PAK", 61.59, 28.95),
    ("Erbil", "IRQ", 44.01, 36.19), ("Idlib", "SYR", 36.63, 35.93), ("Natanz", "IRN", 51.92, 33.51), ("Jabalia camp", "PSE", 34.49, 31.53), ("Sevastopol", "UKR", 33.52, 44.61),
    ("Koh-e-Sabz", "PAK", 63.7, 27.1), ("Haqabad", "IRN", 63.18, 26.66), ("Ain al-Asad", "IRQ", 42.44, 33.79), ("Engels", "RUS", 46.1, 51.5),
]


class Report:
    def __init__(self):
        self.faults = {}

    def fault(self, what, example):
        n, first = self.faults.get(what, (0, example))
        self.faults[what] = (n + 1, first)


def _row(name, r, ids, report):
    if r["kind"] not in KINDS:
        report.fault(f"{name}: unknown kind", r["id"])
    if not r["name"] or not r["id"]:
        report.fault(f"{name}: no name or id", r["id"])
    for c in ("adm1", "adm2"):
        if r[c] and r[c] not in ids:
            report.fault(f"{name}: {c} is no row", r["id"])
    if r["iso3"] and "iso:" + r["iso3"] not in ids:
        report.fault(f"{name}: iso3 is no country", r["id"])
    if r["lon"]:
        if not (-180 <= float(r["lon"]) <= 180 and -90 <= float(r["lat"]) <= 90):
            report.fault(f"{name}: coordinates out of range", r["id"])
        if not r["radius_m"] or float(r["radius_m"]) <= 0:
            report.fault(f"{name}: no radius", r["id"])
    elif r["kind"] != "adm2":
        report.fault(f"{name}: no coordinates", r["id"])
    if any(not re.sub("^[~<]", "", n) for n in r["names"].split("|") if r["names"]):
        report.fault(f"{name}: an empty variant", r["id"])


def _polygons(folder, report):
    for name in ("adm1.geojsonl.gz", "waters.geojsonl.gz"):
        for key, g in shapes.load(os.path.join(folder, name)).items():
            x0, y0, x1, y1 = g.bounds
            if not g.is_valid or g.is_empty:
                report.fault(f"{name}: invalid", key)
            if x0 < -180 or x1 > 180 or y0 < -90 or y1 > 90:
                report.fault(f"{name}: out of range", key)
            if any(not p.exterior.is_ccw for p in shapes.polygons(g)):
                report.fault(f"{name}: not right-handed", key)


def _lines(folder, rows, report):
    """Lines of rivers and borders: each of a row, valid, on the globe."""
    ids = {r["id"] for r in rows}
    for name in ("rivers.geojsonl.gz", "landforms.geojsonl"):
        for key, g in shapes.load(os.path.join(folder, name)).items():
            x0, y0, x1, y1 = g.bounds
            if key not in ids:
                report.fault(f"{name}: of no row", key)
            if not g.is_valid or g.is_empty or g.geom_type not in ("LineString", "MultiLineString"):
                report.fault(f"{name}: no valid line", key)
            if x0 < -180 or x1 > 180 or y0 < -90 or y1 > 90:
                report.fault(f"{name}: out of range", key)


def _far(r, lon, lat):
    return abs(float(r["lon"]) - lon) > 0.4 or abs(float(r["lat"]) - lat) > 0.4


def _spots(rows, report):
    by_name = {}
    for r in rows:
        for n in (r["name"], *r["names"].split("|")):
            by_name.setdefault(fold(re.sub("^[~<]", "", n)), []).append(r)
    for name, iso3, lon, lat in SPOTS:
        if not any(r["lon"] and r["iso3"] == iso3 and not _far(r, lon, lat) for r in by_name.get(fold(name), ())):
            report.fault("a well-known place is missing", name)


def run(folder):
    """Prints counts and breaches; returns 1 if there is any."""
    tables_ = {name: tables.read(os.path.join(folder, name)) for name in FILES}
    rows = [r for t in tables_.values() for r in t]
    ids, report = {r["id"] for r in rows}, Report()
    if len(ids) != len(rows):
        report.fault("an id stands in two files", "")
    for name, table in tables_.items():
        for r in table:
            _row(name, r, ids, report)
        named = sum(len(r["names"].split("|")) for r in table if r["names"])
        print(f"{name:16} {len(table):7} rows {named:8} variants {sum(1 for r in table if r['lon']):7} with coordinates")
    areas = shapes.load(os.path.join(folder, "adm1.geojsonl.gz"))
    for r in tables_["adm1.tsv.gz"]:
        if r["id"] not in areas:
            report.fault("adm1: no polygon", r["id"])
    for r in tables_["landforms.tsv"]:
        for part in filter(None, r["parts"].split("|")):
            if part not in ids:
                report.fault("landforms.tsv: a part is no row", r["id"])
    _polygons(folder, report)
    _lines(folder, rows, report)
    finder, held, sample = shapes.Finder(areas), 0, tables_["places.tsv.gz"][::20]
    for r in sample:
        held += r["adm1"] in finder.holding(float(r["lon"]), float(r["lat"]))
    print(f"places inside the polygon of their adm1: {held / len(sample):.3f} of a sample of {len(sample)}")
    _spots(rows, report)
    size = sum(os.path.getsize(os.path.join(folder, f)) for f in os.listdir(folder) if os.path.isfile(os.path.join(folder, f)))
    print(f"committed data: {size / 1e6:.1f} MB")
    if size > LIMIT:
        report.fault("over 25 MB", str(size))
    for what in sorted(report.faults):
        n, first = report.faults[what]
        print(f"FAULT {what}: {n}, first {first}")
    return 1 if report.faults else 0
