"""GeoNames' first-level units that Natural Earth draws otherwise: unions of its units (England) or parts of one (a municipality of Puerto Rico)."""
import math

from admin import bare
from names import fold, join
from places import _ARTICLE

WHOLE = 0.8  # share of a unit's places from which on a code means that very unit
PART = 0.5  # from which on the unit is a part of the code's area


def _shares(cities):
    of_unit, of_code = {}, {}
    for p in cities:
        if p["adm1"]:
            of_unit[p["adm1"]] = of_unit.get(p["adm1"], 0) + 1
            of_code.setdefault(f"{p['cc']}.{p['a1']}", {}).setdefault(p["adm1"], []).append(p)
    return of_unit, of_code


def _names(code, name, iso2, cldr, own):
    key = next((c for c in sorted(iso2) if c[:2] == code[:2] and fold(bare(iso2[c])) == fold(bare(name))), "")
    return join(name, [bare(name), iso2.get(key, ""), *sorted(cldr.get(key.replace("-", "").lower(), ())), *own.get("names", "").split("|")])


def rows(admin1, cities, units, alpha3, iso2, cldr, corrections):
    """(unions as regions with parts, parts as second-level rows). Units that carry the code themselves are passed over."""
    holders = {}
    for u in units.values():
        if u["gn"]:
            holders.setdefault(u["gn"], []).append(u["id"])
    of_unit, of_code = _shares(cities)
    unions, pieces = [], []
    for code in sorted(admin1):
        inside = of_code.get(code, {})
        own = corrections.get("gn:" + code, {})
        share = {k: len(ps) / of_unit[k] for k, ps in inside.items()}
        if not inside or (len(holders.get(code, ())) == 1 and share.get(holders[code][0], 0) >= PART):
            continue
        parts = sorted(k for k, s in share.items() if s >= PART)
        if len(parts) == 1 and share[parts[0]] >= WHOLE:
            continue
        people = [p for ps in inside.values() for p in ps]
        weight = sum(p["population"] + 100 for p in people)
        lon = sum(p["lon"] * (p["population"] + 100) for p in people) / weight
        lat = sum(p["lat"] * (p["population"] + 100) for p in people) / weight
        far = sorted(111200 * math.hypot((p["lon"] - lon) * math.cos(math.radians(lat)), p["lat"] - lat) for p in people)
        row = dict(id="gn:" + code, name=admin1[code], lon=float(own.get("lon") or round(lon, 3)), lat=float(own.get("lat") or round(lat, 3)), radius_m=max(5000, round(far[int(0.95 * (len(far) - 1))], -3)),
                   iso3=alpha3.get(code[:2], ""), feature="ADM1", names=_names(code, admin1[code], iso2, cldr, own))
        if len(parts) > 1:
            unions.append(dict(row, kind="region", parts="|".join(parts), demonyms=own.get("demonyms", "")))
        else:
            adm1 = max(sorted(inside), key=lambda k: len(inside[k]))
            seats = [p for p in people if _ARTICLE.sub("", fold(p["name"])) == _ARTICLE.sub("", fold(bare(admin1[code])))]
            seat = max(seats, key=lambda p: (p["population"], p["id"]), default=None)
            pieces.append(dict(row, kind="adm2", adm1=adm1, code=code, seat=seat["id"] if seat else ""))
    return unions, pieces
