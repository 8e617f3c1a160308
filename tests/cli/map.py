#!/usr/bin/python3
"""`strikemap map`: formats, safe re-runs, and nothing lost whatever happens.

usage: map.py PATH/TO/strikemap
"""
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from osgeo import gdal, ogr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
REPORTS = {
    "a": ("2024-03-06", "A Russian drone strike killed four people in Kharkiv on Tuesday, medics said."),
    "b": ("2024-03-07", "Russia's drone strike on Kharkiv on Tuesday killed nine people, medics said on Thursday."),
    "c": ("2024-03-06", "Shelling hit Kherson on Monday. Two people were injured, police said."),
}
failures = []


def check(what, good, detail=""):
    print(f"{'ok' if good else 'FAILED'}: {what} {detail if not good else ''}".rstrip())
    if not good:
        failures.append(what)


class Case:
    def __init__(self, command, folder):
        self.command, self.folder = os.path.abspath(command), folder
        for name, (date, text) in REPORTS.items():
            with open(self.path(f"{name}.jsonl"), "w") as f:
                f.write(json.dumps({"id": name, "date": date, "text": text}) + "\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, **how):
        return subprocess.run([self.command, *args], cwd=self.folder, capture_output=True, text=True, **how)

    def map(self, out, *reports, more=()):
        args = []
        for r in reports:
            args.append(f"{r}.jsonl")
        return self.run("map", *args, "-o", out, *more)


def rows(path, layer="strikes", but=("fid",)):
    ds = gdal.OpenEx(path)
    found = ds.GetLayerByName(layer) or ds.GetLayer(0)
    out = []
    for f in found:
        items = f.items()
        for k in but:
            items.pop(k, None)
        g = f.GetGeometryRef()
        out.append((sorted((k, str(v)) for k, v in items.items()), g.ExportToWkt() if g else None))
    return sorted(out, key=str)


def formats(case):
    for name in ("f.gpkg", "f.geojson", "f.geojsonl", "f.fgb", "f.shp", "f.csv", "f.kml", "f.xlsx", "f.sqlite"):
        r = case.map(name, "a", "c")
        good = r.returncode == 0 and os.path.exists(case.path(name))
        n = len(rows(case.path(name))) if good else 0
        check(f"{name} holds the strikes", good and n == len(rows(case.path("f.gpkg"))) and n > 0, r.stderr)
    left = [n for n in os.listdir(case.folder) if n.startswith(".")]
    check("nothing is left behind", not left, left)
    r = subprocess.run(["/usr/bin/python3", "-m", "osgeo_utils.samples.validate_gpkg", "-k", case.path("f.gpkg")], capture_output=True, text=True)
    check("the GeoPackage is valid", r.returncode == 0, r.stdout + r.stderr)
    case.map("g.gpkg", "c", "a", more=("-overwrite",))
    case.map("h.gpkg", "c", "a", more=("-overwrite",))
    check("the same input gives the same bytes", open(case.path("g.gpkg"), "rb").read() == open(case.path("h.gpkg"), "rb").read())


def errors(case):
    case.map("kept.gpkg", "a")
    before = open(case.path("kept.gpkg"), "rb").read()
    open(case.path("empty.txt"), "w").close()
    open(case.path("binary.txt"), "wb").write(bytes(range(256)) * 40)
    os.mkdir(case.path("closed"))
    tries = {
        "an existing file": ("map", "a.jsonl", "-o", "kept.gpkg"),
        "a missing report": ("map", "none.txt", "-o", "kept.gpkg", "-overwrite"),
        "a missing folder": ("map", "a.jsonl", "-o", "none/x.gpkg"),
        "an unknown driver": ("map", "a.jsonl", "-o", "x.gpkg", "-f", "Nonsense"),
        "an unknown extension": ("map", "a.jsonl", "-o", "x.nonsense"),
        "no output": ("map", "a.jsonl"),
        "a wrong layer": ("map", "a.jsonl", "-o", "x.gpkg", "-layers", "nonsense"),
        "a wrong expression": ("map", "a.jsonl", "-o", "x.gpkg", "-where", "nonsense ="),
        "appending to GeoJSON": ("map", "a.jsonl", "-o", "x.geojson", "-append"),
        "a file that is no GeoPackage": ("map", "b.jsonl", "-o", "a.jsonl", "-f", "GPKG", "-append"),
    }
    for what, args in tries.items():
        r = case.run(*args)
        lines = r.stderr.strip().split("\n")
        check(f"{what}: one line and exit status {r.returncode}", r.returncode in (1, 2) and len(lines) == 1 and lines[0].startswith("strikemap: "), r.stderr)
    check("the existing file is as it was", open(case.path("kept.gpkg"), "rb").read() == before)
    check("no output came of errors", not os.path.exists(case.path("x.gpkg")))
    r = case.run("map", "a.jsonl", "none.txt", "-o", "half.gpkg")
    check("a bad report does not stop the others", r.returncode == 1 and len(rows(case.path("half.gpkg"))) > 0, r.stderr)
    with open(case.path("bytes.txt"), "wb") as f:
        f.write(b"Shelling hit Kherson \xff on Monday.")
    r = case.run("map", "bytes.txt", "-o", "bytes.gpkg")
    check("a byte that is not UTF-8 is told with its place", r.returncode == 0 and "byte 21 " in r.stderr, r.stderr)


def appending(case):
    both = case.map("both.gpkg", "a", "b", "c")
    check("both at once", both.returncode == 0, both.stderr)
    for order in ("abc", "cba", "bac"):
        out = f"{order}.gpkg"
        for r in order:
            done = case.map(out, r, more=("-append",))
            check(f"append {r} of {order}", done.returncode == 0, done.stderr)
        for layer in ("strikes", "strike_areas", "claims", "links", "readings"):
            check(f"{order} equals both at once: {layer}", rows(case.path(out), layer) == rows(case.path("both.gpkg"), layer))
    before = rows(case.path("abc.gpkg"))
    case.map("abc.gpkg", "a", more=("-append",))
    check("the same report again changes nothing", rows(case.path("abc.gpkg")) == before)
    db = sqlite3.connect(case.path("abc.gpkg"))
    one = db.execute("select strike_id from strikes where lon is not null limit 1").fetchone()[0]
    db.execute("insert into corrections(strike_id, \"column\", new, who, \"when\") values (?, 'place', 'O''Hara''s \"farm\"; --', 'me', '2024-04-01')", (one,))
    db.commit()
    db.close()
    case.map("abc.gpkg", "c", more=("-append",))
    places = [dict(r[0])["place"] for r in rows(case.path("abc.gpkg"))]
    check("a correction is applied and stays", "O'Hara's \"farm\"; --" in places and len(rows(case.path("abc.gpkg"), "corrections")) == 1, places)


def killing(case):
    """Kill -append at random moments: the old or the new state, never anything between."""
    case.map("old.gpkg", "a")
    states = [rows(case.path("old.gpkg"))]
    with open(case.path("old.gpkg"), "rb") as f:
        old = f.read()
    start = time.time()
    case.map("old.gpkg", "b", "c", more=("-append",))
    whole = time.time() - start
    states.append(rows(case.path("old.gpkg")))
    r = random.Random(11)
    seen = [0, 0]
    good = True
    for i in range(100):
        for end in ("", "-journal", "-wal", "-shm"):
            if os.path.exists(case.path("k.gpkg" + end)):
                os.remove(case.path("k.gpkg" + end))
        with open(case.path("k.gpkg"), "wb") as f:
            f.write(old)
        p = subprocess.Popen([case.command, "map", "b.jsonl", "c.jsonl", "-o", "k.gpkg", "-append"], cwd=case.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(r.uniform(0, whole * 1.1))
        p.send_signal(signal.SIGKILL)
        p.wait()
        db = sqlite3.connect(case.path("k.gpkg"))
        whole_file = db.execute("pragma integrity_check").fetchone()[0] == "ok"
        n = db.execute("select count(*) from strikes").fetchone()[0]
        index = db.execute("select count(*) from rtree_strikes_geom").fetchone()[0] == db.execute("select count(*) from strikes where geom is not null").fetchone()[0]
        db.close()
        state = rows(case.path("k.gpkg"))
        good &= whole_file and index and state in states and n == len(state)
        if state in states:
            seen[states.index(state)] += 1
    check("killed 100 times: old or new state", good, seen)
    print(f"   old {seen[0]}, new {seen[1]}")
    for i in range(20):
        p = subprocess.Popen([case.command, "map", "a.jsonl", "b.jsonl", "-o", "fresh.gpkg"], cwd=case.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(r.uniform(0, whole))
        p.send_signal(signal.SIGKILL)
        p.wait()
        if os.path.exists(case.path("fresh.gpkg")):
            good &= len(rows(case.path("fresh.gpkg"))) > 0
            os.remove(case.path("fresh.gpkg"))
    check("killed while writing a new file: whole or not there", good)


def side_by_side(case):
    """Reports read by several threads give the same bytes and the same errors."""
    words = ("rocket", "drone", "mortar shell", "missile")
    towns = ("Kharkiv", "Idlib", "Sumy", "Marib", "Quetta")
    with open(case.path("many.jsonl"), "w") as f:
        for i in range(300):
            text = f"A {words[i % 4]} hit a house in {towns[i % 5]} on Monday, killing {i % 7 + 2} people, police said." * (1 + i % 9)
            f.write("not JSON\n" if i % 50 == 49 else json.dumps({"id": f"r{i % 290}", "date": f"2024-03-{i % 27 + 1:02}", "text": text}) + "\n")
    runs = {}
    for jobs in ("1", "3"):
        r = case.run("map", "many.jsonl", "a.jsonl", "nowhere.txt", "b.jsonl", "--jobs", jobs, "-o", f"jobs{jobs}.gpkg")
        runs[jobs] = (r.returncode, r.stderr, open(case.path(f"jobs{jobs}.gpkg"), "rb").read())
    check("one thread and three give the same file", runs["1"][2] == runs["3"][2])
    check("and the same errors in the same order", runs["1"][:2] == runs["3"][:2] and runs["1"][0] == 1 and "nowhere.txt" in runs["1"][1], (runs["1"][1][:300], runs["3"][1][:300]))


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        case = Case(command, folder)
        formats(case)
        errors(case)
        appending(case)
        killing(case)
        side_by_side(case)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(sys.argv[1])
