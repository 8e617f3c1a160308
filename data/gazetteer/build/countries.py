"""Countries: names from CLDR and ISO 3166, reference points and demonyms from own/countries.tsv."""
import math

import tables
from names import clean, join


def _capital(cities, iso3):
    seats = [p for p in cities if p["iso3"] == iso3 and p["feature"] == "PPLC"]
    return max(seats, key=lambda p: (p["population"], p["id"]))["id"] if seats else ""


def write(path, own, iso, cldr, english, cities, units, claims):
    by_code = {c["alpha_3"]: c for c in iso}
    by_code["XKX"] = dict(alpha_2="XK", alpha_3="XKX", name="Kosovo")
    area, population = {}, {}
    for u in units.values():
        g = u["polygon"]
        area[u["iso3"]] = area.get(u["iso3"], 0) + g.area * math.cos(math.radians(g.centroid.y)) * 111.32**2
    for p in cities:
        population[p["iso3"]] = population.get(p["iso3"], 0) + p["population"]
    rows = []
    for r in tables.read(own):
        c = by_code[r["iso3"]]
        name = clean(english.get(c["alpha_2"]) or c["name"])
        main = r["names"].split("|")[0] if r["names"] and r["iso3"] in ("CIV", "COD", "COG", "MMR", "HKG", "MAC", "TUR", "PSE") else name
        names = r["names"].split("|") + [name, c["name"], c.get("common_name", ""), c.get("official_name", "")] + sorted(cldr.get(c["alpha_2"], ()))
        km2 = area.get(r["iso3"], 100)
        rows.append(dict(id="iso:" + r["iso3"], kind="country", name=main, lon=r["lon"], lat=r["lat"], radius_m=round(1000 * math.sqrt(km2 / math.pi), -3) or 1000, iso3=r["iso3"],
                         population=population.get(r["iso3"]), feature="PCLI", names=join(main, [n for n in names if n]), iso2=c["alpha_2"], capital=_capital(cities, r["iso3"]),
                         demonyms=r["demonyms"], disputed=claims.get("iso:" + r["iso3"], "")))
    tables.write(path, rows, ["iso2", "capital", "demonyms", "disputed"])
