#!/usr/bin/python3
"""The real report of the shared folder against its gold file, row by row; skipped where that folder is not there.

usage: real_report.py STRIKEMAP
"""
import json
import math
import os
import subprocess
import sys

FOLDER = os.path.join(os.environ.get("SM_SOURCE", "."), "..", "shared", "reports")
NAME = "2024-01-19-iran-pakistan"
SKIPPED = 77
failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def listed(value):
    return value if isinstance(value, list) else [value]


def words(text):
    return {w.lower() for w in (text or "").replace("-", " ").split() if len(w) > 2}


def run(command, verb):
    out = subprocess.run([command, verb, os.path.join(FOLDER, NAME + ".txt")], check=True, capture_output=True, text=True).stdout
    rows = map(json.loads, out.splitlines())
    return [{**row["properties"], "point": (row["geometry"] or {}).get("coordinates")} for row in rows]


def kilometres(a, b):
    (x1, y1), (x2, y2) = (tuple(map(math.radians, p)) for p in (a, b))
    return 6371 * math.acos(min(1, math.sin(y1) * math.sin(y2) + math.cos(y1) * math.cos(y2) * math.cos(x2 - x1)))


def is_at(strike, gold):
    names = words(gold["place"]) | words(gold.get("admin1"))
    said = words(strike.get("place")) | words(strike.get("where_text")) | words(strike.get("adm1"))
    return strike.get("iso3") == gold["country_iso3"] and bool(names & said)


def check_strike(strikes, gold):
    what = gold["what"]
    found = [s for s in strikes if is_at(s, gold) and gold["attacker"] in (s.get("attacker") or "")]
    check(len(found) == 1, f"{what}: {len(found)} strikes")
    if len(found) != 1:
        return
    strike = found[0]
    days = strike.get("date_start"), strike.get("date_end")
    check(days == (gold["date_start"], gold["date_end"]), f"{what}: days {days}")
    check(strike.get("attacker_iso3") == gold["attacker_iso3"], f"{what}: attacker's country {strike.get('attacker_iso3')}")
    targets = [t for t in listed(gold["target"]) if words(t) & words(strike.get("target"))]
    check(targets, f"{what}: target {strike.get('target')}")
    for weapon in gold.get("weapons", []):
        check(weapon in (strike.get("weapon") or ""), f"{what}: weapon {strike.get('weapon')}")
    claims = strike.get("claims", [])
    for claim in gold["claims"]:
        same = [c for c in claims if claim["claimant"] in (c.get("claimant") or "") and c.get("killed_low") == c.get("killed_high") == claim["killed"]
                and c.get("children") == claim["of_which_children"]]
        check(same, f"{what}: claim of {claim['claimant']}")
    check(gold["claims"] or strike.get("fat_high") is None, f"{what}: deaths {strike.get('fat_high')} from nowhere")


def check_mentions(mentions, gold):
    for want in gold["roles"]:
        same = [m for m in mentions if m["text"] == want["text"]]
        roles = {m["role"] for m in same}
        check(want["role"] in roles, f"{want['text']}: roles {sorted(roles)} for {want['role']}")
        if "lon_about" in want:
            near = [m for m in same if m["point"] and kilometres(m["point"], (want["lon_about"], want["lat_about"])) <= want["tolerance_km"]]
            check(near, f"{want['text']}: not within {want['tolerance_km']} km")
    for name in gold["never_a_place"]:
        check(not any(m["text"] == name for m in mentions), f"{name} is a place")


def main():
    path = os.path.join(FOLDER, NAME + ".gold.json")
    if not os.path.exists(path):
        print("skipped: no shared reports")
        return SKIPPED
    with open(path, encoding="utf-8") as f:
        gold = json.load(f)
    strikes, mentions = run(sys.argv[1], "extract"), run(sys.argv[1], "places")
    check(len(strikes) == len(gold["strikes"]), f"{len(strikes)} strikes for {len(gold['strikes'])}")
    for want in gold["strikes"]:
        check_strike(strikes, want)
    for name in gold["never_a_strike_at"]:
        check(not any(s.get("place") == name for s in strikes), f"a strike at {name}")
    check_mentions(mentions, gold)
    print("\n".join(failures) or "all rows hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
