"""Who holds and who claims what: the table behind iso3, `disputed` and the de-facto view."""
import tables

COLUMNS = ["id", "name", "iso3", "de_facto", "claimant", "basis"]


def rows(own, units):
    """own/disputed.tsv with names and countries filled in from the units."""
    by_id = {u["id"]: u for u in units.values()}
    out = []
    for r in tables.read(own("disputed.tsv")):
        u = by_id.get(r["id"])
        if not u and not r["id"].startswith(("iso:", "sm:")):
            raise SystemExit(f"disputed.tsv: no unit {r['id']}")
        if u and u["iso3"] != r["iso3"]:
            raise SystemExit(f"disputed.tsv: {r['id']} is {u['iso3']}, not {r['iso3']}")
        out.append(dict(r, name=u["name"] if u else r["name"]))
    return sorted(out, key=lambda r: r["id"])


def text(table):
    return "\n".join(["\t".join(COLUMNS), *("\t".join(r[c] for c in COLUMNS) for r in table)]) + "\n"
