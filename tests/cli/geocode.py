"""strikemap geocode: every column and row is kept, clashing names get _sm, nothing that exists is lost."""
import csv, json, os, subprocess, sys, tempfile

PROGRAM = sys.argv[1]


def run(*args):
    return subprocess.run([PROGRAM, "geocode", *args], capture_output=True, text=True)


def main():
    with tempfile.TemporaryDirectory() as tmp:
        table, out = f"{tmp}/t.csv", f"{tmp}/o.geojsonl"
        with open(table, "w", newline="") as f:
            csv.writer(f).writerows([["id", "place", "admin1", "country", "conf"], ["1", "Saravan", "Sistan and Baluchestan", "Iran", "x"],
                                     ["2", "", "", "", ""], ["3", "20 km north of Quetta, Pakistan", "", "", ""]])
        p = run(table, "-f", "GeoJSONSeq", "-o", out)
        assert p.returncode == 0, p.stderr
        assert "3 rows, 2 placed" in p.stderr, p.stderr
        rows = {f["properties"]["id"]: f for f in map(json.loads, (line.lstrip("\x1e") for line in open(out)))}
        first = rows["1"]["properties"]
        assert first["conf"] == "x" and 0 < first["conf_sm"] <= 1 and first["match_iso3"] == "IRN", first
        lon, lat = rows["1"]["geometry"]["coordinates"]
        assert abs(lon - 62.33) < 0.2 and abs(lat - 27.37) < 0.2, (lon, lat)
        assert rows["2"]["geometry"] is None and rows["2"]["properties"]["reason"]
        assert rows["3"]["properties"]["loc_method"] == "relation" and rows["3"]["geometry"]["coordinates"][1] > 30.3
        before = open(out, "rb").read()
        p = run(table, "-f", "GeoJSONSeq", "-o", out)
        assert p.returncode == 1 and p.stderr.count("\n") == 1 and open(out, "rb").read() == before
        p = run(table, "--place", "nope", "-o", f"{tmp}/x.gpkg")
        assert p.returncode == 2 and not os.path.exists(f"{tmp}/x.gpkg"), p.stderr
        points, back = f"{tmp}/p.csv", f"{tmp}/b.geojsonl"
        with open(points, "w") as f:
            f.write("lon,lat\n66.99,30.2\n,\n")
        p = run(points, "--reverse", "-f", "GeoJSONSeq", "-o", back)
        assert p.returncode == 0, p.stderr
        here, nowhere = [json.loads(line.lstrip("\x1e")) for line in open(back)]
        assert here["properties"]["match_iso3"] == "PAK" and here["properties"]["nearest_m"] < 30000
        assert nowhere["geometry"] is None
        own_districts(tmp)
        views(tmp)
        assert not [n for n in os.listdir(tmp) if ".part" in n]


def own_districts(tmp):
    """--districts FILE:COLUMN: points get the analyst's districts, names of them are found, nothing is left in TMPDIR."""
    layer, points, out, aside = f"{tmp}/mine.geojson", f"{tmp}/q.csv", f"{tmp}/q.geojsonl", f"{tmp}/aside"
    os.mkdir(aside)
    ring = [[63.5, 26.5], [64.3, 26.5], [64.3, 27.5], [63.5, 27.5], [63.5, 26.5]]
    with open(layer, "w") as f:
        json.dump({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"label": "Westgur"},
                                                              "geometry": {"type": "Polygon", "coordinates": [ring]}}]}, f)
    with open(points, "w") as f:
        f.write("lon,lat\n64.1,26.97\n")
    env = {**os.environ, "TMPDIR": aside}
    p = subprocess.run([PROGRAM, "geocode", points, "--reverse", "-f", "GeoJSONSeq", "-o", out, "--districts", f"{layer}:label"],
                       capture_output=True, text=True, env=env)
    assert p.returncode == 0, p.stderr
    assert json.loads(open(out).read().lstrip("\x1e"))["properties"]["match_adm2"] == "Westgur"
    assert os.listdir(aside) == []
    p = run(points, "--reverse", "-o", f"{tmp}/r.gpkg", "--districts", f"{layer}:nope")
    assert p.returncode == 1 and p.stderr.count("\n") == 1 and "nope" in p.stderr, p.stderr


def views(tmp):
    """--view: whose country disputed ground is; other ground keeps its own, and an unknown view is refused."""
    table = f"{tmp}/v.csv"
    with open(table, "w") as f:
        f.write("place,country\nSimferopol,\nKharkiv,Ukraine\n")
    for view, want in (("un", ["UKR", "UKR"]), ("de-facto", ["RUS", "UKR"])):
        out = f"{tmp}/{view}.geojsonl"
        p = run(table, "-f", "GeoJSONSeq", "-o", out, "--view", view)
        got = [json.loads(line.lstrip("\x1e"))["properties"]["match_iso3"] for line in open(out)] if p.returncode == 0 else p.stderr
        assert got == want, (view, got)
    p = run(table, "-o", f"{tmp}/moon.gpkg", "--view", "moon")
    assert p.returncode in (1, 2) and p.stderr.count("\n") == 1 and "moon" in p.stderr, p.stderr
    with open(f"{tmp}/v.jsonl", "w") as f:
        f.write(json.dumps({"id": "a", "date": "2024-03-06", "text": "Ukrainian drones struck an oil depot in Sevastopol on Tuesday, killing two people."}))
    for view, want in (("un", ("UKR", "RUS", False)), ("de-facto", ("RUS", "UKR", True))):
        p = subprocess.run([PROGRAM, "extract", f"{tmp}/v.jsonl", "--view", view], capture_output=True, text=True)
        s = json.loads(p.stdout.lstrip("\x1e"))["properties"]
        assert (s["iso3"], s["disputed"], s["cross_border"]) == want, (view, s)


main()
