"""Strikes as a trainer's tool prints them, by report."""
import json
import subprocess


def read_strikes(program, reports, member, score):
    """{report id: [(the tool's own member of the strike, the strike as score.py reads it)]} of a file of reports."""
    with open(reports) as f:
        out = subprocess.run([program], stdin=f, capture_output=True, text=True, check=True).stdout
    by_report = {}
    for n, line in enumerate(out.splitlines(), 1):
        row = json.loads(line)
        xy = (row["geometry"] or {}).get("coordinates")
        strike = score.read_reading(member, n, row["properties"], tuple(xy) if xy else None)
        by_report.setdefault(row["properties"]["report_id"], []).append((row[member], strike))
    return by_report
