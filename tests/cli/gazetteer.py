#!/usr/bin/python3
"""`strikemap gazetteer`: building from dumps and layers, fetching over HTTP, adding, finding, listing, removing.

usage: gazetteer.py PATH/TO/strikemap
The dumps are invented, in GeoNames' columns; a server on this machine gives them with ranges and can break off.
"""
import contextlib
import http.server
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import zipfile

failures = []


def check(what, good, detail=""):
    print(f"{'ok' if good else 'FAILED'}: {what} {'' if good else detail}".rstrip())
    if not good:
        failures.append(what)


def row(number, name, others, lat, lon, code, country="PK", adm1="02", population=0, letter="P"):
    cells = [number, name, name, ",".join(others), lat, lon, letter, code, country, "", adm1, "", "", "", population, "", "", "Asia/Karachi", "2023-12-01"]
    return "\t".join(map(str, cells)) + "\n"


PK = (row(9000001, "Zarqandil", ["Zerkandil", "زرقندیل"], 26.9, 64.1, "PPL", population=900) + row(9000002, "Zarqandil", [], 34.2, 72.1, "PPL", adm1="03")
      + row(9000003, "Koh-e Tambuk", [], 27.2, 63.9, "MT", letter="T") + "".join(row(9100000 + i, f"Goth Nambar{i}", [], 25 + i * 7919 % 10007 / 10007, 66 + i * 104729 % 10009 / 10009, "PPL") for i in range(20000)))
NAMES = "1\t9000001\tur\tزرقندیل کلاں\t\t\t\t\t\t\n2\t9000001\t\tTambukabad\t\t\t\t1\t\t\n3\t9000001\tlink\tZarqandil in an encyclopedia\t\t\t\t\t\t\n"


def zipped(name, text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr(name, text)
    return out.getvalue()


class Server(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files, broken_after, ranges = {}, None, []

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, body):
        data = self.files.get(self.path)
        if data is None:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = (int(asked[1]), min(int(asked[2] or len(data)), len(data) - 1)) if asked else (0, len(data) - 1)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Last-Modified", "Fri, 01 Dec 2023 00:00:00 GMT")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        if not body:
            return
        Server.ranges.append(first)
        if Server.broken_after is not None and last >= Server.broken_after:
            self.wfile.write(data[first:max(first, Server.broken_after)])
            self.close_connection = True
            self.connection.close()
            return
        self.wfile.write(data[first:last + 1])


@contextlib.contextmanager
def served(files):
    Server.files = files
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Case:
    def __init__(self, command, folder):
        self.command, self.folder = os.path.abspath(command), folder
        self.home = os.path.join(folder, "home")

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args, stdin=None, **env):
        env = {**os.environ, "XDG_DATA_HOME": self.home, "STRIKEMAP_GAZETTEERS": "", "GDAL_HTTP_MAX_RETRY": "0", **env}
        return subprocess.run([self.command, *args], cwd=self.folder, input=stdin, capture_output=True, text=True, env=env)

    def gazetteer(self, *args, **how):
        return self.run("gazetteer", *args, **how)

    def write(self, name, text):
        with open(self.path(name), "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())


def one_line(r):
    return r.returncode != 0 and len(r.stderr.strip().split("\n")) == 1


def building(case):
    case.write("PK.txt", PK)
    case.write("alternateNamesV2.txt", NAMES)
    case.write("PK.zip", zipped("PK.txt", PK))
    r = case.gazetteer("build", "PK.txt", "alternateNamesV2.txt", "-o", "plain.gaz")
    check("a dump and its names are built", r.returncode == 0, r.stderr)
    check("the version is the newest change, GeoNames is named", "2023-12-01" in r.stdout and "GeoNames" in r.stdout, r.stdout)
    for name, why in (("Zarqandil", "main"), ("Zerkandil", "variant"), ("زرقندیل کلاں", "a name of alternateNamesV2"), ("Tambukabad", "a former name")):
        found = case.gazetteer("find", name, "--gazetteer", "plain.gaz")
        check(f"found by {why}", "geonames:9000001" in found.stdout, found.stdout + found.stderr)
    found = case.gazetteer("find", "Zarqandil in an encyclopedia", "--gazetteer", "plain.gaz")
    check("a link is no name", "9000001" not in found.stdout, found.stdout)
    r = case.gazetteer("build", "PK.zip", "-o", "zip.gaz")
    both = [case.gazetteer("find", "Zarqandil", "--gazetteer", g).stdout for g in ("plain.gaz", "zip.gaz")]
    check("a zipped dump gives the same places", r.returncode == 0 and both[0].count("geonames:90000") == 2 == both[1].count("geonames:90000"), both)
    again = case.gazetteer("build", "PK.txt", "-o", "plain.gaz")
    check("an existing file is not touched", one_line(again), again.stderr)
    case.write("bad.txt", PK[:400] + "\nneither\tthis\tnor\tthat\n")
    bad = case.gazetteer("build", "bad.txt", "-o", "bad.gaz")
    check("a broken dump is one line with its line's number", one_line(bad) and "line" in bad.stderr and not os.path.exists(case.path("bad.gaz")), bad.stderr)


def getting(case):
    dump = zipped("PK.txt", PK)
    with served({"/PK.zip": dump, "/alternateNamesV2.zip": zipped("alternateNamesV2.txt", NAMES)}) as address:
        Server.broken_after = len(dump) // 2
        broken = case.gazetteer("get", "PK", "--from", address)
        check("a broken fetch is one line", one_line(broken) and "PK.zip" in broken.stderr, broken.stderr)
        Server.broken_after, Server.ranges = None, []
        r = case.gazetteer("get", "PK", "--from", address, "--progress")
        check("the next one goes on and builds", r.returncode == 0, r.stderr)
        check("with progress", "100" in r.stdout + r.stderr, r.stdout)
        files = sorted(os.listdir(os.path.join(case.home, "strikemap", "gazetteers")))
        check("only the gazetteer is left", files == ["PK.gaz"], files)
        found = case.gazetteer("find", "Zarqandil", "--in", "Pakistan")
        check("it is used from then on", "geonames:9000001" in found.stdout, found.stdout)
        listed = case.gazetteer("list")
        check("it is listed with its attribution", "PK.gaz" in listed.stdout and "GeoNames" in listed.stdout, listed.stdout)
        none = case.gazetteer("get", "ZZ", "--from", address)
        check("a country that is not there is one line", one_line(none), none.stderr)
        wrong = case.gazetteer("get", "../PK", "--from", address)
        check("a code is a code", one_line(wrong) and wrong.returncode == 2, wrong.stderr)
        os.mkdir(case.path("dumps"))
        r = case.gazetteer("get", "PK", "alternateNamesV2", "-o", "dumps", STRIKEMAP_GEONAMES=address)
        check("dumps alone, from the address of the environment", r.returncode == 0 and open(case.path("dumps/PK.zip"), "rb").read() == dump, r.stderr)
        r = case.gazetteer("build", "dumps/PK.zip", "dumps/alternateNamesV2.zip", "-o", "both.gaz")
        found = case.gazetteer("find", "Tambukabad", "--gazetteer", "both.gaz")
        check("zipped names, too", "geonames:9000001" in found.stdout, r.stderr + found.stdout)
        r = case.gazetteer("build", f"/vsizip//vsicurl/{address}/PK.zip/PK.txt", "-o", "remote.gaz")
        check("a dump is built by its address", r.returncode == 0, r.stderr)
    r = case.gazetteer("get", "PK", "--from", address)
    check("no server is one line", one_line(r), r.stderr)
    gone = case.gazetteer("remove", "PK")
    check("removed", gone.returncode == 0 and "geonames:9000001" not in case.gazetteer("find", "Zarqandil").stdout, gone.stderr)
    check("what is not there is not removed", one_line(case.gazetteer("remove", "PK")))


def adding(case):
    case.write("sites.csv", "name,lon,lat\nKalatak depot,64.2,26.8\n\"O'Neil; DROP TABLE\",64.3,26.9\n")
    r = case.gazetteer("add", "sites.csv")
    check("a table of one's own is added", r.returncode == 0, r.stderr)
    case.write("r.jsonl", json.dumps({"id": "a", "date": "2024-01-18", "text": "Drones struck the Kalatak depot in Balochistan on Tuesday, killing two guards, police said."}) + "\n")
    r = case.run("extract", "r.jsonl")
    places = [json.loads(s)["properties"]["place"] for s in r.stdout.splitlines()]
    check("and its sites are found in reports", places == ["Kalatak depot"], places)
    ring = [[64, 26], [65, 26], [65, 27], [64, 27], [64, 26]]
    case.write("layer.geojson", json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"label": "Camp Zeta"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}]}))
    r = case.gazetteer("add", "layer.geojson", "--name", "label")
    found = case.gazetteer("find", "Camp Zeta")
    check("a layer with a name column", r.returncode == 0 and "Camp Zeta" in found.stdout, r.stderr + found.stdout)
    r = case.gazetteer("add", "layer.geojson", "--name", "nope", "--overwrite")
    check("a column that is not there is one line", one_line(r) and "nope" in r.stderr, r.stderr)
    asked = case.gazetteer("find", "-", stdin="Camp Zeta\nQuetta\tPakistan\n")
    check("questions line by line", len(asked.stdout.splitlines()) == 2, asked.stdout + asked.stderr)
    info = case.gazetteer("info")
    check("all in use are told", all(n in info.stdout for n in ("sites.gaz", "layer.gaz", "world.gaz")), info.stdout)


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        case = Case(command, folder)
        for part in (building, getting, adding):
            part(case)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(sys.argv[1])
