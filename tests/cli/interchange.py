#!/usr/bin/python3
"""ACLED and UCDP GED tables in and out, with invented rows.

usage: interchange.py PATH/TO/strikemap
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

ACLED = """event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
UKR1,2024-03-05,2024,1,Political violence,Explosions/Remote violence,Air/drone strike,Military Forces of Russia (2000-),,External/Other forces,Civilians (Ukraine),,Civilians,,Civilian targeting,804,Europe,Ukraine,Kharkiv,,,Kharkiv,49.98081,36.25272,1,Invented Wire,National,"On 5 March, a drone hit ""a house"" in Kharkiv; 4 people died.",4,,1710000000
UKR2,05 March 2024,2024,2,Political violence,Battles,Armed clash,Military Forces of Ukraine,,1,Military Forces of Russia,,8,18,,804,Europe,Ukraine,Donetsk,,,Near Avdiivka,48.1397,37.7497,2,Invented Wire,National,Clash near Avdiivka.,0,,1710000000
UKR3,2024-03-06,2024,1,Demonstrations,Protests,Peaceful protest,Protesters,,6,,,0,60,,804,Europe,Ukraine,Kyiv,,,Kyiv,50.4501,30.5234,1,Invented Wire,National,A protest.,0,,1710000000
UKR4,2024-03-07,2024,1,Political violence,Strategic developments,Disrupted weapons use,Military Forces of Ukraine,,1,Military Forces of Russia,,8,18,,804,Europe,Ukraine,Odesa,,,Odesa,46.4825,30.7233,1,Invented Wire,National,Drones were shot down.,0,,1710000000
"""
UCDP = """id,relid,year,active_year,code_status,type_of_violence,conflict_name,side_a,side_b,number_of_sources,source_article,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob
7001,X,2022,1,Clear,1,Invented: Government,Government of Somalia,Al-Shabaab,1,Invented Post,2022-05-09,Troops and rebels clash,army,3,Baidoa district,,Bay,Baidoa,3.1138,43.6498,POINT (43.6498 3.1138),134368,Somalia,520,Africa,1,2,2022-05-05 00:00:00.000,2022-05-07 00:00:00.000,2,5,0,0,7,9,7,520,
7002,X,2022,1,Clear,3,Al-Shabaab - Civilians,Al-Shabaab,Civilians,1,Invented Post,2022-06-02,Bomb in market,police,1,Mogadishu town,,Banaadir,,2.0371,45.3438,POINT (45.3438 2.0371),132931,Somalia,520,Africa,1,1,2022-06-01 00:00:00.000,2022-06-01 00:00:00.000,0,0,3,0,3,3,3,520,
"""
failures = []


def check(what, good, detail=""):
    print(f"{'ok' if good else 'FAILED'}: {what} {'' if good else detail}".rstrip())
    if not good:
        failures.append(what)


def main(command):
    command = os.path.abspath(command)
    with tempfile.TemporaryDirectory() as folder:
        def run(*args):
            return subprocess.run([command, *args], cwd=folder, capture_output=True, text=True)
        for name, text in (("acled.csv", ACLED), ("ucdp.csv", UCDP)):
            with open(os.path.join(folder, name), "w") as f:
                f.write(text)
        with open(os.path.join(folder, "report.jsonl"), "w") as f:
            f.write(json.dumps({"id": "r", "date": "2024-03-06", "text": "A Russian drone strike killed six people in Kharkiv on Tuesday, medics said."}))
        r = run("map", "acled.csv", "-o", "a.geojson")
        check("ACLED is read", r.returncode == 0, r.stderr)
        rows = {f["properties"]["report_id"]: f["properties"] for f in json.load(open(os.path.join(folder, "a.geojson")))["features"]}
        check("what is no strike is passed over", sorted(rows) == ["acled:UKR1", "acled:UKR2", "acled:UKR4"], sorted(rows))
        one, two, four = rows["acled:UKR1"], rows["acled:UKR2"], rows["acled:UKR4"]
        check("actor1 of remote violence is the attacker", one["attacker"].startswith("Military Forces of Russia") and one["attacker_type"] == 8)
        check("without a direction nobody is", two["attacker"] is None and two["target"] is None)
        check("0 deaths are unknown ones", two["fat_best"] is None and one["fat_best"] == 4)
        check("a week is a week", (two["date_start"], two["date_end"]) == ("2024-03-02", "2024-03-08"))
        check("countries get their code", one["iso3"] == "UKR", one["iso3"])
        check("a claim is kept", one["claims"][0]["killed_high"] == 4 and one["claims"][0]["origin"] == "table")
        check("an interception is one", four["status"] == "intercepted")
        r = run("map", "ucdp.csv", "-o", "u.geojson")
        check("UCDP is read", r.returncode == 0, r.stderr)
        rows = {f["properties"]["report_id"]: f["properties"] for f in json.load(open(os.path.join(folder, "u.geojson")))["features"]}
        check("side_a of a battle is no attacker", rows["ucdp:7001"]["attacker"] is None)
        check("side_a of one-sided violence is", rows["ucdp:7002"]["attacker"] == "Al-Shabaab")
        check("low, best, high", [rows["ucdp:7001"][k] for k in ("fat_low", "fat_best", "fat_high")] == [7, 7, 9])
        r = run("map", "acled.csv", "report.jsonl", "-o", "both.gpkg")
        check("a report joins a table's row", r.returncode == 0, r.stderr)
        from osgeo import ogr
        ds = ogr.Open(os.path.join(folder, "both.gpkg"))
        strikes = [f.items() for f in ds.GetLayerByName("strikes")]
        merged = [s for s in strikes if s["n_reports"] == 2]
        check("one layer holds both, merged", len(strikes) == 3 and len(merged) == 1, [(s["place"], s["attacker"], s["date_start"], s["lon"], s["lat"]) for s in strikes])
        del ds
        for schema, head in (("acled", ACLED.split("\n")[0].split(",")), ("ucdp", None)):
            r = run("map", "acled.csv", "-o", f"{schema}_out.csv", "--schema", schema)
            check(f"--schema {schema} is written", r.returncode == 0, r.stderr)
            out = list(csv.DictReader(open(os.path.join(folder, f"{schema}_out.csv"), newline="")))
            check(f"{schema} has all rows", len(out) == 3)
            if head:
                check("ACLED's header in its order", list(out[0]) == head, list(out[0]))
                check("the notes survive quotes", any('"a house"' in o["notes"] for o in out))
                again = run("map", f"{schema}_out.csv", "-o", "again.geojson")
                check("it reads back", again.returncode == 0 and len(json.load(open(os.path.join(folder, "again.geojson")))["features"]) == 3, again.stderr)
            else:
                check("priogrid_gid", any(o["priogrid_gid"] == str(int((49.98081 + 90) * 2) * 720 + int((36.25272 + 180) * 2) + 1) for o in out))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
