#!/usr/bin/python3
"""`strikemap map` into PostGIS: a server of our own on a Unix socket, started and stopped here.

usage: postgres.py PATH/TO/strikemap      exit status 77 where there is no PostGIS
"""
import glob
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile

REPORT = {"id": "a", "date": "2024-03-06", "text": "A Russian drone strike killed four people in Kharkiv on Tuesday, medics said."}
LATER = {"id": "b", "date": "2024-03-07", "text": "Russia's drone strike on Kharkiv on Tuesday killed nine people, medics said on Thursday."}


ROWS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench", "acled_rows.py")


class Server:
    def __init__(self, folder):
        self.bin = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder, self.data = folder, os.path.join(folder, "data")
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.user:
            os.chown(folder, self.user.pw_uid, self.user.pw_gid)
        self.run("initdb", "-A", "trust", "-U", "postgres", "-D", self.data)
        self.run("pg_ctl", "-D", self.data, "-w", "-l", os.path.join(folder, "log"), "-o", f"-k {folder} -c listen_addresses=", "start")
        self.sql("create database strikes", "postgres")
        self.sql("create extension postgis")

    def run(self, program, *args):
        how = {"user": self.user.pw_uid, "group": self.user.pw_gid} if self.user else {}
        return subprocess.run([os.path.join(self.bin, program), *args], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder, **how).stdout

    def sql(self, text, database="strikes"):
        return self.run("psql", "-h", self.folder, "-U", "postgres", "-d", database, "-Atc", text).strip()

    def stop(self, mode="fast"):
        self.run("pg_ctl", "-D", self.data, "-m", mode, "stop")


def main(command):
    if not glob.glob("/usr/lib/postgresql/*/bin") or not glob.glob("/usr/share/postgresql/*/extension/postgis.control"):
        print("no PostgreSQL with PostGIS here")
        return 77
    command = os.path.abspath(command)
    folder = tempfile.mkdtemp()
    os.chmod(folder, 0o755)
    failures = []

    def check(what, good, detail=""):
        print(f"{'ok' if good else 'FAILED'}: {what} {'' if good else detail}".rstrip())
        if not good:
            failures.append(what)

    reports = {"a.jsonl": REPORT, "b.jsonl": LATER}
    for name, text in reports.items():
        with open(os.path.join(folder, name), "w") as f:
            f.write(json.dumps(text))
    server = Server(folder)
    target = f"PG:host={folder} user=postgres dbname=strikes"
    try:
        def strikemap(*args):
            return subprocess.run([command, "map", *args, "-o", target], cwd=folder, capture_output=True, text=True)
        first = strikemap("a.jsonl")
        check("layers are written", first.returncode == 0, first.stderr)
        n = server.sql("select count(*) from strikes")
        check("strikes are there", int(n) > 0, n)
        check("geometry is PostGIS's in EPSG:4326", server.sql("select distinct st_srid(geom) from strikes where geom is not null") == "4326")
        check("areas are valid and hold their points", server.sql("select count(*) from strike_areas a join strikes s using (strike_id) where not st_isvalid(a.geom) or st_distance(a.geom, s.geom) > 1e-6") == "0")
        check("styles are there", int(server.sql("select count(*) from layer_styles where useasdefault")) >= 4)
        again = strikemap("b.jsonl")
        check("an existing layer is not touched without -append", again.returncode == 1 and len(again.stderr.strip().split("\n")) == 1, again.stderr)
        added = strikemap("b.jsonl", "-append")
        check("a report is appended", added.returncode == 0, added.stderr)
        check("both reports are one strike with both claims", server.sql("select count(*) || ' ' || max(n_reports) || ' ' || max(fat_best) || ' ' || max(fat_high) || ' ' || min(fat_low) from strikes") == "1 2 9 9 4",
              server.sql("select strike_id, place, date_start, attacker, fat_best, n_reports from strikes"))
        before = server.sql("select string_agg(t::text, '|' order by strike_id) from strikes t")
        over = strikemap("a.jsonl", "b.jsonl", "-overwrite")
        check("-overwrite writes anew", over.returncode == 0, over.stderr)
        check("both at once give what appending gave", server.sql("select count(*) || ' ' || max(n_reports) from strikes") == "1 2", before)
        notes = server.sql("select value from strikemap_metadata where key in ('schema_version', 'engine') order by key desc")
        check("the notes are in a table", notes.startswith("1\nstrikemap "), notes)
        server.sql("update strikemap_metadata set value = '99' where key = 'schema_version'")
        other = strikemap("b.jsonl", "-append")
        check("another schema_version is not added to", other.returncode == 1 and "99" in other.stderr and len(other.stderr.strip().split("\n")) == 1, other.stderr)
        server.sql("update strikemap_metadata set value = '1' where key = 'schema_version'")
        before = server.sql("select string_agg(t::text, '|' order by strike_id) from strikes t")
        rows = subprocess.run([sys.executable, ROWS, "20000"], check=True, stdout=subprocess.PIPE).stdout
        with open(os.path.join(folder, "rows.csv"), "wb") as f:
            f.write(rows)
        busy = subprocess.Popen([command, "map", "rows.csv", "-append", "-o", target], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        killed = "f"
        while busy.poll() is None and killed != "t":  # in the middle of its writing
            killed = server.sql("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query ilike 'insert%' or query ilike 'copy%' limit 1")
        told = busy.communicate()[1]
        check("a connection lost while writing is one clear error", killed == "t" and busy.returncode == 1 and len(told.strip().split("\n")) == 1, (killed, busy.returncode, told[:500]))
        check("and the old state stands", server.sql("select string_agg(t::text, '|' order by strike_id) from strikes t") == before)
        server.stop("immediate")
        lost = strikemap("a.jsonl", "-append")
        check("a lost server is one clear error", lost.returncode == 1 and len(lost.stderr.strip().split("\n")) == 1, lost.stderr)
    finally:
        try:
            server.stop("immediate")
        except subprocess.CalledProcessError:
            pass
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
