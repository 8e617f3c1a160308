#!/usr/bin/python3
"""Nothing is lost: kills of overlay and of fresh files, full disks, closed folders, another schema; and what comes out
is sound: spatial indexes, styles' fields, lines at the antimeridian, generalised strikes, the same bytes twice.

usage: safety.py PATH/TO/strikemap
"""
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from osgeo import gdal, ogr

gdal.UseExceptions()
gdal.PushErrorHandler("CPLQuietErrorHandler")
KILLS = 100
TEXTS = {
    "a": ("2024-03-06", "A Russian drone strike killed four people in Kharkiv on Tuesday, medics said."),
    "b": ("2024-03-07", "Shelling hit Kherson on Monday. Two people were injured, police said."),
    "c": ("2024-03-08", "A United States air strike hit a base near Vladivostok on Thursday, the army said."),
}
failures = []


def check(what, good, detail=""):
    print(f"{'ok' if good else 'FAILED'}: {what} {detail if not good else ''}".rstrip(), flush=True)
    if not good:
        failures.append(what)


class Case:
    def __init__(self, command, folder):
        self.command, self.folder = os.path.abspath(command), folder
        with open(self.path("all.jsonl"), "w") as f:
            for name, (date, text) in TEXTS.items():
                f.write(json.dumps({"id": name, "date": date, "text": text}) + "\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, cwd=None):
        return subprocess.run([self.command, *args], cwd=cwd or self.folder, capture_output=True, text=True)


def one_line(r, status=(1, 2)):
    lines = r.stderr.strip().split("\n")
    return r.returncode in status and len(lines) == 1 and lines[0].startswith("strikemap: ")


def hidden(folder):
    return [n for n in os.listdir(folder) if n.startswith(".strikemap-")]


def sound(path):
    """Integrity, and each index holds the rows that have a geometry and nothing else."""
    db = sqlite3.connect(path)
    good = db.execute("pragma integrity_check").fetchone()[0] == "ok"
    for table, column in db.execute("select table_name, column_name from gpkg_extensions where extension_name = 'gpkg_rtree_index'").fetchall():
        rtree, plain = f"rtree_{table}_{column}", table
        table = table.replace('"', '""')
        good &= db.execute("select rtreecheck(?)", (rtree,)).fetchone()[0] == "ok"
        rtree = rtree.replace('"', '""')
        good &= db.execute(f'select count(*) from "{rtree}"').fetchone() == db.execute(f'select count("{column}") from "{table}"').fetchone()
        good &= db.execute("select feature_count from gpkg_ogr_contents where table_name = ?", (plain,)).fetchone() == db.execute(f'select count(*) from "{table}"').fetchone()
    db.close()
    return good


def table(path, rows):
    """A table of ACLED's columns with invented rows."""
    r = random.Random(5)
    head = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities"
    with open(path, "w") as f:
        f.write(head + "\n")
        for i in range(rows):
            f.write(f"X{i},2024-01-{1 + i % 28:02d},1,Explosions/Remote violence,Grenade,Group {i % 7},2,,,Mali,Gao,Town {i % 50},{r.uniform(12, 20):.4f},{r.uniform(-5, 4):.4f},1,Post,Row {i}.,{i % 5}\n")


def indexes(case):
    table(case.path("rows.csv"), 6000)
    r = case.run("map", "rows.csv", "-no-merge", "-o", "rows.gpkg")
    check("6,000 rows are indexed soundly", r.returncode == 0 and sound(case.path("rows.gpkg")), r.stderr)
    layer_box = (-2, 14, 1, 17)
    ds = gdal.OpenEx(case.path("rows.gpkg"))
    layer = ds.GetLayerByName("strikes")
    layer.SetSpatialFilterRect(*layer_box)
    found = layer.GetFeatureCount()
    layer.SetSpatialFilter(None)
    inside = sum(1 for f in layer if layer_box[0] <= f.GetGeometryRef().GetX() <= layer_box[2] and layer_box[1] <= f.GetGeometryRef().GetY() <= layer_box[3])
    check("the index finds what a box holds", found == inside > 0, (found, inside))
    del layer, ds
    db = gdal.OpenEx(case.path("rows.gpkg"), gdal.OF_UPDATE)
    strikes = db.GetLayerByName("strikes")
    for f in [strikes.GetFeature(i) for i in range(1, 400)]:
        f.SetGeometry(ogr.CreateGeometryFromWkt("POINT (50 50)"))
        strikes.SetFeature(f)
    strikes.DeleteFeature(401)
    del f, strikes, db
    check("edits keep the index sound", sound(case.path("rows.gpkg")))
    r = case.run("map", "rows.csv", "-no-merge", "-layers", "strikes", "-t_srs", "EPSG:3857", "-o", "other.gpkg")
    check("another CRS is indexed, too", r.returncode == 0 and sound(case.path("other.gpkg")), r.stderr)
    r = case.run("map", "rows.csv", "-no-merge", "-layers", "strikes", "-nln", 'a "b"; 100%', "-o", "quoted.gpkg")
    check("a layer's name is quoted", r.returncode == 0 and sound(case.path("quoted.gpkg")), r.stderr)


def kills(case):
    with open(case.path("zones.geojson"), "w") as f:
        cells = [{"type": "Feature", "properties": {"cell": f"{x},{y}"}, "geometry": {"type": "Polygon", "coordinates": [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]}}
                 for x in range(-6, 6) for y in range(11, 21)]
        json.dump({"type": "FeatureCollection", "features": cells}, f)
    command = [case.command, "overlay", "rows.gpkg", "zones.geojson", "--join", "-o", "joined.gpkg", "-overwrite"]
    start = time.time()
    first = subprocess.run(command, cwd=case.folder)
    whole = time.time() - start
    n = sqlite3.connect(case.path("joined.gpkg")).execute("select count(*) from joined").fetchone()[0]
    check("overlay works", first.returncode == 0 and sound(case.path("joined.gpkg")) and n > 0)
    r, good, finished = random.Random(3), True, 0
    for _ in range(KILLS):
        p = subprocess.Popen(command, cwd=case.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(r.uniform(0, whole * 1.1))
        p.send_signal(signal.SIGKILL)
        finished += p.wait() == 0
        good &= sound(case.path("joined.gpkg")) and sqlite3.connect(case.path("joined.gpkg")).execute("select count(*) from joined").fetchone()[0] == n
    check(f"overlay killed {KILLS} times: a whole file ({finished} finished)", good)
    case.run(*command[1:])
    check("the next run removes what killed ones left", not hidden(case.folder), hidden(case.folder))


def closed(case):
    """A folder that may not be written into. For root every folder is open: then the command runs as nobody."""
    folder = case.path("closed")
    os.mkdir(folder)
    shutil.copy(case.path("rows.gpkg"), os.path.join(folder, "x.gpkg"))
    shutil.copy(case.path("all.jsonl"), folder)
    os.chmod(case.folder, 0o755)
    os.chmod(folder, 0o555)
    how = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
    before = open(os.path.join(folder, "x.gpkg"), "rb").read()
    for args in (("-o", "new.gpkg"), ("-o", "x.gpkg", "-overwrite"), ("-o", "x.gpkg", "-append")):
        r = subprocess.run([case.command, "map", "all.jsonl", *args], cwd=folder, capture_output=True, text=True, **how)
        if "not found in STRIKEMAP_DATA" in r.stderr or "Permission denied: " in r.stderr:
            print("skipped: the build cannot be read by another user")
            break
        check(f"a closed folder, {' '.join(args)}: one line", one_line(r), r.stderr)
    check("a closed folder is as it was", sorted(os.listdir(folder)) == ["all.jsonl", "x.gpkg"] and open(os.path.join(folder, "x.gpkg"), "rb").read() == before)
    os.chmod(folder, 0o755)


def full(case):
    disk = case.path("disk")
    os.mkdir(disk)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", disk], capture_output=True, text=True)
    if mounted.returncode:
        print("skipped: a full disk (no right to mount a tmpfs)")
        return
    try:
        case.run("map", "all.jsonl", "-layers", "strikes", "-no-text", "-o", "small.gpkg")
        shutil.copy(case.path("small.gpkg"), disk)
        before = open(os.path.join(disk, "small.gpkg"), "rb").read()
        for args in (("-o", "disk/new.gpkg"), ("-o", "disk/small.gpkg", "-overwrite"), ("-o", "disk/small.gpkg", "-append"), ("-o", "disk/new.geojson"), ("-o", "disk/new.csv")):
            r = case.run("map", "rows.csv", *args)
            check(f"a full disk, {' '.join(args)}: one line", one_line(r, (1,)), r.stderr)
            left = [n for n in os.listdir(disk) if n != "small.gpkg"]
            check("  and nothing is left", not left, left)
        db = sqlite3.connect(os.path.join(disk, "small.gpkg"))
        check("  what was there stands", db.execute("pragma integrity_check").fetchone()[0] == "ok")
        db.close()
        check("  byte for byte", open(os.path.join(disk, "small.gpkg"), "rb").read() == before)
    finally:
        subprocess.run(["umount", disk])


def versions(case):
    case.run("map", "all.jsonl", "-o", "v.gpkg")
    db = sqlite3.connect(case.path("v.gpkg"))
    db.execute("update gpkg_metadata set metadata = replace(metadata, '>1</MDI>', '>99</MDI>')")
    db.commit()
    db.close()
    before = open(case.path("v.gpkg"), "rb").read()
    r = case.run("map", "all.jsonl", "-o", "v.gpkg", "-append")
    check("another schema_version is not added to", one_line(r, (1,)) and "99" in r.stderr and open(case.path("v.gpkg"), "rb").read() == before, r.stderr)


    case.run("map", "all.jsonl", "-o", "v.sqlite")
    db = sqlite3.connect(case.path("v.sqlite"))
    notes = dict(db.execute("select key, value from strikemap_metadata"))
    check("SQLite keeps the notes in a table", notes.get("schema_version") == "1" and "GeoNames" in notes.get("attribution", "") and "sha256" in notes.get("gazetteer", ""), notes)
    r = case.run("map", "all.jsonl", "-o", "v.sqlite", "-append")
    check("the same schema_version is added to", r.returncode == 0, r.stderr)
    db.execute("update strikemap_metadata set value = '99' where key = 'schema_version'")
    db.commit()
    db.close()
    r = case.run("map", "all.jsonl", "-o", "v.sqlite", "-append")
    check("another one is not, in SQLite either", one_line(r, (1,)) and "99" in r.stderr, r.stderr)


def projects(case):
    for folder in ("one", "two"):
        os.mkdir(case.path(folder))
        case.run("map", "all.jsonl", "--project", "-o", f"{folder}/s.gpkg")
        time.sleep(2.1)  # the clock of a zip file has steps of two seconds
    same = [open(case.path(f"one/s.{e}"), "rb").read() == open(case.path(f"two/s.{e}"), "rb").read() for e in ("gpkg", "qgz")]
    check("a project is the same bytes again", all(same), same)


HOSTILE = [
    "'; DROP TABLE strikes; --", '"quoted" "twice""', "a;b\tc", "line\nline\r\nline", "<script>alert(1)</script> & <b>", "\U0001f4a3 \u0645\u0631\u062d\u0628\u0627 \u202eevil",
    "%s%n$1 {0} ${HOME} `id`", "\\N \\x00 \\", "x" * 1_000_000,
]


def hostile(case):
    """Texts of others are stored exactly or refused in one line; none acts."""
    rows = [{"id": f"{i}-{text[:40]}", "date": "2024-03-06", "title": text, "text": f"A Russian drone strike killed four people in Kharkiv on Tuesday, {text} said."} for i, text in enumerate(HOSTILE)]
    with open(case.path("hostile.jsonl"), "w") as f:
        f.writelines(json.dumps(row) + "\n" for row in rows)
    want = {row["id"]: (row["title"], row["text"]) for row in rows}
    for out in ("hostile.gpkg", "hostile.sqlite"):
        r = case.run("map", "hostile.jsonl", "-o", out)
        ds = gdal.OpenEx(case.path(out)) if r.returncode == 0 else None
        got = {f["report_id"]: (f["title"], f["text"]) for f in ds.GetLayerByName("reports")} if ds else {}
        check(f"{out}: titles and texts are stored exactly", got == want, (r.stderr, [k for k in want if got.get(k) != want[k]]))
        strikes = list(ds.GetLayerByName("strikes")) if ds else []
        sentences = {f["sentence"] for f in ds.GetLayerByName("readings")} if ds else set()
        check(f"{out}: the strikes are there, each sentence is a part of its text", strikes and all(any(s in " ".join(t.split()) for _, t in want.values()) for s in sentences), [s[:100] for s in sentences])
    with open(case.path("nul.jsonl"), "w") as f:
        f.write(json.dumps({"id": "nul", "date": "2024-03-06", "text": "A strike hit Kharkiv\0 on Tuesday."}) + "\n")
        f.write(json.dumps(rows[0]) + "\n")
    r = case.run("map", "nul.jsonl", "-o", "nul.gpkg")
    check("a NUL is refused in one line, the next report is read", one_line(r, (1,)) and os.path.exists(case.path("nul.gpkg")), r.stderr)
    names = ['a"b', "c;d", "e'f--", "g h", "\u0645", "i%s"]
    zone = {"type": "Feature", "properties": dict(zip(names, HOSTILE)), "geometry": {"type": "Polygon", "coordinates": [[[0, -80], [90, -80], [90, 80], [0, 80], [0, -80]]]}}
    with open(case.path("names.geojson"), "w") as f:
        json.dump({"type": "FeatureCollection", "features": [zone]}, f)
    case.run("map", "all.jsonl", "-o", "plain.gpkg")
    r = case.run("overlay", "plain.gpkg", "names.geojson", "--join", "-o", "names.gpkg")
    ds = gdal.OpenEx(case.path("names.gpkg")) if r.returncode == 0 else None
    rows = list(ds.GetLayer(0)) if ds else []
    kept = [n for n in names if rows and rows[0].GetFieldIndex(n) >= 0]
    check("overlay keeps hostile column names", kept == names, (r.stderr, kept))
    check("and their values", any([f[n] for n in kept] == HOSTILE[: len(kept)] for f in rows), [[f[n] for n in kept] for f in rows][:2])


def lines(case):
    case.run("map", "all.jsonl", "-o", "l.gpkg")
    ds = gdal.OpenEx(case.path("l.gpkg"))
    spans = [f.GetGeometryRef().GetEnvelope() for f in ds.GetLayerByName("links")]
    check("no link goes round the world", spans and all(e[1] - e[0] <= 180 for e in spans), spans)
    areas = [f.GetGeometryRef().Clone() for f in ds.GetLayerByName("strike_areas")]
    check("areas are valid", areas and all(g.IsValid() for g in areas))


def styles(case):
    """Every column that a style names anywhere, labels, map tips and expressions included, is one of its layer's."""
    ds = gdal.OpenEx(case.path("l.gpkg"))
    claims = ds.GetLayerByName("claims").GetLayerDefn()  # map tips gather a strike's claims
    related = {claims.GetFieldDefn(i).GetName() for i in range(claims.GetFieldCount())}
    for row in ds.GetLayerByName("layer_styles"):
        name = row["f_table_name"]
        defn = ds.GetLayerByName(name).GetLayerDefn()
        columns = {defn.GetFieldDefn(i).GetName() for i in range(defn.GetFieldCount())} | {"fid"}
        qml = row["styleQML"].replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        named = set(re.findall(r'(?:attr|classificationAttribute|startField|endField|fieldName|field)="([a-z_0-9]+)"', qml))
        for expression in re.findall(r"\[%(.*?)%\]", qml, re.S) + re.findall(r'(?:expression|filter|value|startExpression|endExpression)="(.*?)"(?= [a-z]+=|/>|>)', qml, re.S):
            named |= set(re.findall(r'"([a-z][a-z_0-9]*)"', re.sub(r"'[^']*'", "", expression)))
        named -= {"0", "1"}
        if "aggregate(" in qml:
            columns |= related
        missing = sorted(n for n in named if n not in columns and not n.isdigit() and "_" in n)
        check(f"the style of {name} names its own columns ({len(named & columns)})", not missing, missing)


def rfc7946(case):
    case.run("map", "all.jsonl", "-o", "g.geojson")
    for name in ("g.geojson", "g_strike_areas.geojson"):
        data = json.load(open(case.path(name)))
        good = "crs" not in data
        for f in data["features"]:
            parts = (f["geometry"] or {"type": "", "coordinates": []})
            polygons = parts["coordinates"] if parts["type"] == "MultiPolygon" else [parts["coordinates"]] if parts["type"] == "Polygon" else []
            for polygon in polygons:
                for i, ring in enumerate(polygon):
                    turn = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(ring, ring[1:]))
                    good &= ring[0] == ring[-1] and (turn < 0) == (i == 0) and all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        check(f"{name}: no crs, rings closed and right-handed, in range", good)
    valid = geojson_checker()
    if not valid:
        print("skipped: no node, or no check-geojson in the build folder (./quickstart test installs it)")
        return
    for name in ("g.geojson", "g_strike_areas.geojson"):
        check(f"{name} passes check-geojson", valid(case.path(name)))
    with open(case.path("open_ring.geojson"), "w") as f:
        f.write('{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}')
    check("check-geojson refuses an open ring", not valid(case.path("open_ring.geojson")))


def geojson_checker():
    """A function from a path to whether it is RFC 7946 GeoJSON, or None where the validator is not installed."""
    folder = os.path.join(os.environ.get("SM_BUILD", "build"), "tools", "node_modules", "@placemarkio", "check-geojson")
    if not shutil.which("node") or not os.path.isdir(folder):
        return None
    program = "require(process.argv[1]).check(require('fs').readFileSync(process.argv[2], 'utf8'))"
    return lambda path: subprocess.run(["node", "-e", program, folder, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def generalising(case):
    case.run("map", "all.jsonl", "-o", "exact.gpkg")
    before = gdal.OpenEx(case.path("exact.gpkg"))
    exact = {f["strike_id"]: f.items() for f in before.GetLayerByName("strikes")}
    for level in ("adm1", "adm2", "10km"):
        out = f"to_{level}.gpkg"
        r = case.run("generalise", "exact.gpkg", "-o", out, "--to", level, "--drop", "sentence,names,text")
        if r.returncode:
            check(f"generalise to {level}", False, r.stderr)
            continue
        ds = gdal.OpenEx(case.path(out))
        strikes = {f["strike_id"]: f.items() for f in ds.GetLayerByName("strikes")}
        check(f"{level}: the same strikes", set(strikes) == set(exact))
        moved = [s for i, s in strikes.items() if exact[i]["lon"] is not None and exact[i]["where_prec"] <= 2]
        # a district's own point may be its seat; then nothing must tell that the seat was struck
        stayed = [(s, exact[i]["place_id"]) for i, s in strikes.items() if s in moved and (s["lon"], s["lat"]) == (exact[i]["lon"], exact[i]["lat"])]
        check(f"{level}: no exact point is left", moved and all(level == "adm2" and s["where_prec"] >= 3 and s["place_id"] != place for s, place in stayed), stayed)
        check(f"{level}: less exact than before", all(s["radius_m"] >= 5000 and s["where_prec"] >= 2 for s in moved), [(s["radius_m"], s["where_prec"]) for s in moved])
        gone = ("sentence", "where_text", "where_begin", "where_end", "evidence", "target", "source", "source_url")
        check(f"{level}: what tells the place or the words is gone", all(s[c] is None for s in strikes.values() for c in gone), [(c, s[c]) for s in strikes.values() for c in gone if s[c] is not None])
        check(f"{level}: no mentions, readings or corrections", all(ds.GetLayerByName(n) is None or ds.GetLayerByName(n).GetFeatureCount() == 0 for n in ("mentions", "readings", "corrections")))
        check(f"{level}: no text of a report", all(f["text"] is None for f in ds.GetLayerByName("reports")))
        check(f"{level}: told in the metadata", ds.GetMetadataItem("generalised_to") == level and ds.GetMetadataItem("dropped") == "sentence,names,text", ds.GetMetadata())
        raw = open(case.path(out), "rb").read()
        check(f"{level}: the sentence is nowhere in the file", b"medics said" not in raw and b"police said" not in raw)
        check(f"{level}: sound", sound(case.path(out)))


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        case = Case(command, folder)
        for part in (indexes, kills, closed, full, versions, projects, hostile, lines, styles, rfc7946, generalising):
            part(case)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(sys.argv[1])
