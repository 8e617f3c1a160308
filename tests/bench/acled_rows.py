#!/usr/bin/python3
"""Invented rows with ACLED's columns, for benchmarks: no row tells of anything that happened.

usage: acled_rows.py N > rows.csv
"""
import datetime
import random
import sys

HEADER = ("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,"
          "interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,"
          "fatalities,tags,timestamp")
TYPES = ("Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade")
PLACES = (("Ukraine", 804, "Europe", 22, 40, 45, 52), ("Syria", 760, "Middle East", 36, 42, 33, 37), ("Yemen", 887, "Middle East", 43, 52, 13, 17),
          ("Mali", 466, "Western Africa", -11, 4, 11, 24), ("Myanmar", 104, "Southeast Asia", 93, 100, 12, 27), ("Sudan", 729, "Northern Africa", 22, 37, 9, 21))


def rows(n, seed=1):
    r = random.Random(seed)
    first = datetime.date(2018, 1, 1)
    days = [(first + datetime.timedelta(d)) for d in range(2500)]
    words = ["shells", "houses", "fields", "injuring", "residents", "near", "a road", "the market", "drone", "forces", "positions", "of", "in", "on", "and"]
    for i in range(n):
        country, iso, region, west, east, south, north = PLACES[r.randrange(len(PLACES))]
        lon, lat, day = r.uniform(west, east), r.uniform(south, north), days[r.randrange(len(days))]
        a, b, d, dead = r.randrange(24), r.randrange(400), r.randrange(3000), max(0, int(r.gauss(0, 4)))
        notes = " ".join(words[r.randrange(15)] for _ in range(18))
        stamp = 1514764800 + (day - first).days * 86400 + r.randrange(14) * 86400
        yield (f'{country[:3].upper()}{i},{day:%d %B %Y},{day.year},{1 if r.random() < .95 else 2},Political violence,Explosions/Remote violence,'
               f'{TYPES[r.randrange(4)]},"Military Forces of {country} (2018-)",,State forces,Group {b % 37} of {country},,Rebel group,'
               f'State forces-Rebel group,,{iso},{region},{country},Province {a},District {b},,Town {d},{lat:.4f},{lon:.4f},{1 + (d % 5 == 0)},'
               f'Source {d % 90},National,"On {day:%d %B %Y}, {notes} in Town {d} ({i}).",{dead},,{stamp}\n')


if __name__ == "__main__":
    sys.stdout.write(HEADER + "\n")
    sys.stdout.writelines(rows(int(sys.argv[1])))
