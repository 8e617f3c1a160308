#!/usr/bin/python3
"""`strikemap overlay` gives what GeoPandas gives on the same invented data.

usage: overlay.py PATH/TO/strikemap
"""
import os
import subprocess
import sys
import tempfile

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry import Point, Polygon, box

N = 1000


def data(folder):
    r = np.random.default_rng(7)
    lon, lat = r.uniform(-20, 20, N), r.uniform(-15, 25, N)
    strikes = gpd.GeoDataFrame({"strike_id": [f"{i:016x}" for i in range(N)], "fat_best": r.integers(0, 30, N), "inj_high": r.integers(0, 50, N),
                                "radius_m": r.uniform(500, 90000, N), "date_start": pd.to_datetime("2024-01-01") + pd.to_timedelta(r.integers(0, 60, N), "D")},
                               geometry=[Point(*p) for p in zip(lon, lat)], crs=4326)
    strikes["date_end"] = strikes["date_start"]
    # Irregular cells with holes and gaps between them, in a projected CRS.
    shapes = []
    for x in range(-18, 18, 3):
        for y in range(-12, 24, 3):
            corners = [(x + r.uniform(0, .6), y + r.uniform(0, .6)), (x + 2.4, y + r.uniform(0, .6)), (x + 2.8, y + 2.2), (x + r.uniform(0, .5), y + 2.7)]
            hole = box(x + 1.2, y + 1.1, x + 1.5, y + 1.4).exterior.coords
            shapes.append(Polygon(corners, [list(hole)[::-1]]))
    zones = gpd.GeoDataFrame({"name": [f"zone \"{i}\"; 'x'" for i in range(len(shapes))], "fat_best": range(len(shapes))}, geometry=shapes, crs=4326).to_crs(3857)
    sites = gpd.GeoDataFrame({"name": [f"site {i}" for i in range(400)]}, geometry=[Point(*p) for p in zip(r.uniform(-25, 25, 400), r.uniform(-20, 30, 400))], crs=4326)
    for frame, name in ((strikes, "strikes"), (zones, "zones"), (sites, "sites")):
        frame.to_file(os.path.join(folder, f"{name}.gpkg"), layer=name, driver="GPKG")
    return strikes, zones, sites


def run(command, folder, *args):
    out = os.path.join(folder, "out.gpkg")
    subprocess.run([command, "overlay", os.path.join(folder, "strikes.gpkg"), *args, "-o", out, "-overwrite"], check=True)
    return gpd.read_file(out)


def same(what, a, b, tolerance=0):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    worst = np.abs(a - b).max() if len(a) == len(b) else float("inf")
    print(f"{what}: {len(a)} rows, greatest difference {worst:.3g}")
    if not worst <= tolerance:
        sys.exit(f"{what} differs")


def main(command):
    with tempfile.TemporaryDirectory() as folder:
        strikes, zones, sites = data(folder)
        z = zones.to_crs(4326)
        path = os.path.join(folder, "zones.gpkg")
        joined = gpd.sjoin(strikes, z, how="left", predicate="within")
        ours = run(command, folder, path, "--join")
        if list(joined["name"].fillna("-")) != list(ours["name"].fillna("-")):
            sys.exit("join differs")
        same("join", joined["fat_best_right"].fillna(-1), ours["fat_best_sm"].fillna(-1))

        counts = joined.groupby("index_right").agg(n=("strike_id", "size"), dead=("fat_best_left", "sum"), hurt=("inj_high", "sum")).reindex(range(len(z))).fillna(0)
        ours = run(command, folder, path, "--count")
        same("count", counts["n"], ours["n_strikes"])
        same("count, dead", counts["dead"], ours["fat_best_sm"])
        same("count, injured", counts["hurt"], ours["inj_high"])

        discs = strikes.copy()
        rounds = []
        for p, radius in zip(strikes.geometry, strikes["radius_m"]):
            dy = radius / 111195
            dx = dy / np.cos(np.radians(p.y))
            a = 2 * np.pi * np.arange(48) / 48
            rounds.append(Polygon(np.column_stack((p.x + dx * np.cos(a), p.y + dy * np.sin(a)))))
        discs["geometry"] = rounds
        flat = discs.to_crs(6933)
        flat["whole"] = flat.area
        parts = gpd.overlay(flat.drop(columns="fat_best"), zones.to_crs(6933).assign(zone=range(len(z))), how="intersection")
        expected = (parts.area / parts["whole"]).groupby(parts["zone"]).sum().reindex(range(len(z))).fillna(0)
        same("expected", expected, ours["n_expected"], 2e-3)

        near = run(command, folder, os.path.join(folder, "sites.gpkg"), "--nearest")
        from pyproj import Geod
        g = Geod(ellps="WGS84")
        best = []
        for p in strikes.geometry:
            _, _, d = g.inv(np.full(len(sites), p.x), np.full(len(sites), p.y), sites.geometry.x.values, sites.geometry.y.values)
            best.append((d.argmin(), d.min()))
        same("nearest, metres", [b[1] for b in best], near["nearest_m"], 0.5)
        same("nearest, which", [b[0] for b in best], near["name"].str.slice(5).astype(int))
        within = run(command, folder, os.path.join(folder, "sites.gpkg"), "--within", "50000")
        same("within", sum(b[1] <= 50000 for b in best) * np.ones(1), np.ones(1) * len(within))

        grid = run(command, folder, "--grid", "prio")
        gid = np.floor((strikes.geometry.y + 90) * 2).astype(int) * 720 + np.floor((strikes.geometry.x + 180) * 2).astype(int) + 1
        cells = gid.value_counts()
        ours = grid.set_index(grid["cell"].astype(int))["n_strikes"]
        same("prio grid", cells.sort_index(), ours[ours > 0].sort_index())
        hexes = run(command, folder, "--grid", "hex:100")
        areas = hexes.to_crs(6933).area
        same("hexagons hold all", [hexes["n_strikes"].sum()], [N])
        same("hexagons are equal", areas / areas.median(), np.ones(len(areas)), 0.01)
        weeks = run(command, folder, path, "--count", "--period", "week")
        same("weeks sum up", [weeks["n_strikes"].sum()], [counts["n"].sum()])


if __name__ == "__main__":
    main(sys.argv[1])
