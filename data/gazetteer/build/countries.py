"""Countries: names from CLDR and ISO 3166, reference points and demonyms from own/countries.tsv."""
import math

import tables
from names import clean, fold, join, short


def _capital(cities, iso3):
    seats = [p for p in cities if p["iso3"] == iso3 and p["feature"] == "PPLC"]
    return max(seats, key=lambda p: (p["population"], p["id"]))["id"] if seats else ""


NAMESAKE = 100_000  # people from which on a city's name is not taken for a country that only another language calls so


def _foreign(cldr_names, known, taken):
    """CLDR's names in other languages, without those that mean another place in English (Columbia, England), and without
    abbreviations, which mean other things in English (AS, SAM)."""
    english = {fold(n) for n in known}
    return [n for n in sorted(cldr_names) if fold(n) in english or (fold(n) not in taken and not short(n).startswith("~"))]


def write(path, own, iso, cldr, english, cities, units, claims, unions):
    by_code = {c["alpha_3"]: c for c in iso}
    by_code["XKX"] = dict(alpha_2="XK", alpha_3="XKX", name="Kosovo")
    area, population = {}, {}
    for u in units.values():
        g = u["polygon"]
        area[u["iso3"]] = area.get(u["iso3"], 0) + g.area * math.cos(math.radians(g.centroid.y)) * 111.32**2
    for p in cities:
        population[p["iso3"]] = population.get(p["iso3"], 0) + p["population"]
    taken = {fold(p["name"]) for p in cities if p["population"] >= NAMESAKE} | {fold(u["name"]) for u in units.values()}
    part_of = {}
    for u in unions:
        part_of.setdefault(u["iso3"], set()).update(fold(n) for n in [u["name"], *u["names"].split("|")])
    rows = []
    for r in tables.read(own):
        c = by_code[r["iso3"]]
        name = clean(english.get(c["alpha_2"]) or c["name"])
        main = r["names"].split("|")[0] if r["names"] and r["iso3"] in ("CIV", "COD", "COG", "MMR", "HKG", "MAC", "TUR", "PSE") else name
        names = r["names"].split("|") + [name, c["name"], c.get("common_name", ""), c.get("official_name", "")]
        names += _foreign(cldr.get(c["alpha_2"], ()), names, taken | part_of.get(r["iso3"], set()))
        km2 = area.get(r["iso3"], 100)
        rows.append(dict(id="iso:" + r["iso3"], kind="country", name=main, lon=r["lon"], lat=r["lat"], radius_m=round(1000 * math.sqrt(km2 / math.pi), -3) or 1000, iso3=r["iso3"],
                         population=population.get(r["iso3"]), feature="PCLI", names=join(main, [n for n in names if n]), iso2=c["alpha_2"], capital=_capital(cities, r["iso3"]),
                         demonyms=r["demonyms"], disputed=claims.get("iso:" + r["iso3"], "")))
    tables.write(path, rows, ["iso2", "capital", "demonyms", "disputed"])
