#!/usr/bin/python3
"""What the grammar is read of: facts told in some 400 ways, one construction a line of constructions/*.txt.

usage: constructions.py STRIKEMAP [FILE...] [--least]

Prints each line that is read wrongly, and why. FILE is a name like "places"; all by default. With --least it prints totals alone and exits 1 when a file
has more wrong lines than LEAST allows: a rule that mends one construction may not break another unseen. Every report is of Thursday 6 October 2022.
"""
import collections, json, os, subprocess, sys, unicodedata

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "constructions")
PUBLISHED = "2022-10-06"
# Wrong lines (a line counts once for each of its settings), a little above what was measured when they were set.
LEAST = {"facts": 11, "places": 21, "none": 6, "tolls": 15, "sides": 5, "days": 3, "voices": 1}
SETTINGS = {
    "facts": [dict(A="Turkish jets", a="Turkey", Ap="the Turkish air force", P="Kobani", W="airstrike", iso="SYR", T="a farm"),
              dict(A="Israeli warplanes", a="Israel", Ap="the Israeli air force", P="Nabatieh", W="airstrike", iso="LBN", T="a warehouse"),
              dict(A="Ethiopian drones", a="Ethiopia", Ap="the Ethiopian air force", P="Mekelle", W="drone", iso="ETH", T="a school")],
    "places": [dict(A="Turkish jets", C="Ankara", N="Turkey", P="Kobani", Q="Manbij", R="Tal Rifaat", O="Gaziantep", H="Hasakah", cap="Damascus", prov="Aleppo province", L="Syria"),
               dict(A="Israeli warplanes", C="Jerusalem", N="Israel", P="Nabatieh", Q="Khiam", R="Bint Jbeil", O="Haifa", H="Sidon", cap="Beirut", prov="Nabatieh governorate", L="Lebanon"),
               dict(A="Russian missiles", C="Moscow", N="Russia", P="Kharkiv", Q="Chuhuiv", R="Izium", O="Belgorod", H="Poltava", cap="Kyiv", prov="Kharkiv region", L="Ukraine")],
    "none": [dict(C="Ankara", n="Turkish", P="Kobani", L="Syria"), dict(C="Moscow", n="Russian", P="Kharkiv", L="Ukraine"), dict(C="Islamabad", n="Pakistani", P="Kandahar", L="Afghanistan")],
    "tolls": [dict(P="Kobani"), dict(P="Maiduguri"), dict(P="Quetta")],
    "days": [dict(P="Idlib")],
}
ALIASES = {"kobani": "'ayn al 'arab", "nabatieh": "nabati", "bint jbeil": "bent", "tal rifaat": "rif'at"}


def plain(text):
    text = "".join(c for c in unicodedata.normalize("NFD", text or "") if not unicodedata.combining(c)).lower()
    return text.replace("‘", "'").replace("’", "'")


def is_at(strike, name):
    told = plain(f"{strike.get('place')}|{strike.get('where_text')}")
    return plain(name) in told or ALIASES.get(plain(name), "\n") in told


def between(strike, key):
    low, high = strike.get(key + "_low"), strike.get(key + "_high")
    return "-" if low is None else str(low) if low == high else f"{low}-{high}"


def only(strikes):
    return [] if len(strikes) == 1 else [f"{len(strikes)} strikes"]


def read_facts(strikes, told, s):
    wrong = only(strikes)
    for p in strikes[:1]:
        if p.get("iso3") != s["iso"] or not is_at(p, s["P"]):
            wrong.append(f"at {p.get('place')}, {p.get('iso3')}")
        if p.get("attacker") != s["a"]:
            wrong.append(f"by {p.get('attacker')}")
        if s["W"] not in (p.get("weapon") or ""):
            wrong.append(f"with {p.get('weapon')}")
        if between(p, "fat") != "9":
            wrong.append(f"killed {between(p, 'fat')}")
        if (p.get("date_start"), p.get("date_end")) != ("2022-10-04", "2022-10-04"):
            wrong.append(f"on {p.get('date_start')} to {p.get('date_end')}")
    return wrong


def read_places(strikes, told, s):
    wrong, left = [], list(strikes)
    for at in told[0].split(","):
        names = [s[k] for k in at.strip("?").split("/")]
        found = next((p for p in left if any(is_at(p, n) for n in names)), None)
        if found:
            left.remove(found)
        elif at[0] != "?":
            wrong.append("missed " + "/".join(names))
    return wrong + [f"extra {p.get('place')} ({p.get('where_text')})" for p in left]


def read_none(strikes, told, s):
    return [f"{p.get('place')}, {p.get('date_start')}, {p.get('status')}" for p in strikes]


def read_tolls(strikes, told, s):
    return only(strikes) + [f"{key} {between(p, key)} for {want}" for p in strikes[:1] for key, want in zip(("fat", "inj"), told) if between(p, key) != want]


def read_sides(strikes, told, s):
    wrong = only(strikes)
    for p in strikes[:1]:
        who = p.get("attacker") or "-"
        if not any(w == who == "-" or (w != "-" and w.lower() in who.lower()) for w in told[0].split(",")):
            wrong.append(f"by {who} for {told[0]}")
        if {w.strip() for w in (p.get("weapon") or "").split(",")} != set(told[1].split(",")):
            wrong.append(f"with {p.get('weapon')} for {told[1]}")
        if told[2].lower().split()[-1] not in (p.get("target") or "").lower():
            wrong.append(f"on {p.get('target')} for {told[2]}")
    return wrong


def read_days(strikes, told, s):
    have = "-".join((p or "none")[8:] for p in (strikes[0].get("date_start"), strikes[0].get("date_end"))) if strikes else "none"
    return [] if have in told[0].split(" or ") else [f"{have} for {told[0]}"]


def read_voices(strikes, told, s):
    wrong, left = only(strikes), [c for p in strikes for c in p.get("claims", [])]
    for want in told[0].split(";"):
        names, killed, injured, stance = want.split(":")

        def fits(c):
            figures = all(w == "*" or str("-" if c.get(k) is None else c[k]) == w for w, k in ((killed, "killed_low"), (injured, "injured_low")))
            return figures and stance in ("*", "d" if c["stance"] == "denies" else "c") and any(n.lower() in (c.get("claimant") or "").lower() for n in names.split(","))
        found = next((c for c in left if fits(c)), None)
        if found:
            left.remove(found)
        else:
            wrong.append("missed " + want)
    return wrong + [f"extra {c.get('claimant')} {c.get('killed_low')} {c.get('injured_low')}" for c in left if c.get("claimant")]


def wrong_lines(program, name, tell):
    cases = []
    for line in open(os.path.join(HERE, name + ".txt"), encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        template, *told = [part.strip() for part in line.rstrip("\n").split(" | ")]
        for s in SETTINGS.get(name, [{}]):
            text = template.format(**s)
            cases.append((text[0].upper() + text[1:], told, s))
    reports = "".join(json.dumps({"id": str(i), "text": text, "date": PUBLISHED}) + "\n" for i, (text, _, _) in enumerate(cases))
    out = subprocess.run([program, "extract", "--no-user-gazetteers"], input=reports.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    strikes = collections.defaultdict(list)
    for line in out.splitlines():
        p = json.loads(line)["properties"]
        strikes[int(p["report_id"])].append(p)
    n = 0
    for i, (text, told, s) in enumerate(cases):
        wrong = globals()["read_" + name](strikes[i], told, s)
        n += bool(wrong)
        if wrong and tell:
            print(f"{name}: {text}\n    {'; '.join(wrong)}")
    return n, len(cases)


def main():
    least = "--least" in sys.argv
    args = [a for a in sys.argv[1:] if a != "--least"]
    if not args:
        sys.exit(__doc__.strip())
    failed = False
    for name in args[1:] or LEAST:
        n, of = wrong_lines(args[0], name, not least)
        failed |= n > LEAST[name]
        print(f"{name}: {n} of {of} read wrongly, {LEAST[name]} when last set{' - more' if n > LEAST[name] else ''}")
    return 1 if least and failed else 0


if __name__ == "__main__":
    sys.exit(main())
