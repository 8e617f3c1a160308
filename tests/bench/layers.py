#!/usr/bin/python3
"""Speed of `map` against ogr2ogr and of `overlay --join` against GeoPandas, in one run on the same invented rows.

usage: layers.py PATH/TO/strikemap [ROWS (1000000)] [map] [overlay] [everything]

map: ACLED rows to a GeoPackage with its spatial index. overlay: the strikes with the first-level divisions of
data/gazetteer. everything (slow): also all layers of `map` at once, merged. Processor time is told too, since it does
not count what else the machine does.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
JOIN = """
import sys, time, geopandas as gpd
start = time.time()
strikes, zones = gpd.read_file(sys.argv[1], layer="strikes"), gpd.read_file(sys.argv[2])
read = time.time()
joined = gpd.sjoin(strikes, zones, how="left", predicate="within")
done = time.time()
joined.to_file(sys.argv[3], driver="GPKG")
print(f"    of these reading {read - start:.1f} s, sjoin alone {done - read:.1f} s, writing {time.time() - done:.1f} s")
"""


def measure(what, *command):
    sys.stdout.flush()
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.time()
    child = subprocess.Popen(command)
    _, status, use = os.wait4(child.pid, 0)
    wall = time.time() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status:
        sys.exit(f"{what} failed")
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {wall:.1f} s, {busy:.1f} s of processor time, {use.ru_maxrss / 1024:.0f} MiB")
    return wall, busy


def ratio(what, theirs, ours):
    print(f"  {what}: {theirs[0] / ours[0]:.2f} times as fast, {theirs[1] / ours[1]:.2f} times by processor time")


def main(command, n="1000000", *parts):
    os.environ.setdefault("STRIKEMAP_DATA", os.path.join(os.path.dirname(os.path.abspath(command)), "share", "strikemap"))
    os.environ["STRIKEMAP_GAZETTEERS"] = ""
    with tempfile.TemporaryDirectory() as folder:
        def at(name):
            return os.path.join(folder, name)
        with open(at("rows.csv"), "w") as f:
            subprocess.run([sys.executable, os.path.join(HERE, "acled_rows.py"), n], stdout=f, check=True)
        if not parts or "map" in parts:
            theirs = measure("ogr2ogr", "ogr2ogr", "-f", "GPKG", at("ogr.gpkg"), at("rows.csv"), "-nln", "strikes", "-a_srs", "EPSG:4326",
                             "-oo", "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude")
            os.remove(at("ogr.gpkg"))
            ours = measure("map, each row a strike", command, "map", at("rows.csv"), "--no-merge", "-layers", "strikes", "-o", at("strikes.gpkg"))
            ratio("map against ogr2ogr", theirs, ours)
            os.remove(at("strikes.gpkg"))
            ours = measure("map, ACLED's own columns", command, "map", at("rows.csv"), "--no-merge", "--schema", "acled", "-o", at("strikes.gpkg"))
            ratio("map against ogr2ogr", theirs, ours)
            os.remove(at("strikes.gpkg"))
            ours = measure("map, merged", command, "map", at("rows.csv"), "-layers", "strikes", "-o", at("strikes.gpkg"))
            ratio("map against ogr2ogr", theirs, ours)
            os.remove(at("strikes.gpkg"))
        if "everything" in parts:
            measure("map, all layers", command, "map", at("rows.csv"), "-o", at("strikes.gpkg"))
            os.remove(at("strikes.gpkg"))
        if not parts or "overlay" in parts:
            zones = "/vsigzip/" + os.path.abspath(os.path.join(HERE, "../../data/gazetteer/adm1.geojsonl.gz"))
            subprocess.run(["ogr2ogr", "-f", "GPKG", at("zones.gpkg"), "GeoJSONSeq:" + zones, "-nln", "zones", "-nlt", "PROMOTE_TO_MULTI"], check=True)
            # a strike of twelve columns: GeoPandas is not to be judged by reading sixty
            subprocess.run([command, "map", at("rows.csv"), "--no-merge", "-layers", "strikes", "-o", at("all.gpkg")], check=True)
            columns = "fid, geom, strike_id, date_start, date_end, event_type, sub_event_type, attacker, target, country, place, radius_m, fat_best, conf"
            subprocess.run(["ogr2ogr", "-f", "GPKG", at("strikes.gpkg"), at("all.gpkg"), "-nln", "strikes", "-sql", f"SELECT {columns} FROM strikes",
                            "-lco", "SPATIAL_INDEX=NO"], check=True)
            os.remove(at("all.gpkg"))
            theirs = measure("GeoPandas", sys.executable, "-c", JOIN, at("strikes.gpkg"), at("zones.gpkg"), at("theirs.gpkg"))
            ours = measure("overlay --join", command, "overlay", at("strikes.gpkg"), at("zones.gpkg"), "--join", "-o", at("ours.gpkg"))
            ratio("overlay against GeoPandas", theirs, ours)


if __name__ == "__main__":
    main(*sys.argv[1:])
