#!/usr/bin/python3
"""What the driver costs those who open something else: the time of opening a GeoPackage with it and without it.

usage: GDAL_DRIVER_PATH=build/gdalplugins tests/driver/open_cost.py [FILE]     prints both medians and their ratio
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from osgeo import gdal, ogr

BLOCKS, OPENS = 60, 50


def sample(folder):
    path = str(Path(folder) / "other.gpkg")
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    dataset.CreateLayer("other", geom_type=ogr.wkbPoint)
    return path


def block(path):
    """Seconds of one opening."""
    begin = time.perf_counter()
    for _ in range(OPENS):
        gdal.OpenEx(path, gdal.OF_VECTOR)
    return (time.perf_counter() - begin) / OPENS


def main(path):
    driver = gdal.GetDriverByName("STRIKEMAP")
    if driver is None:
        sys.exit("the driver STRIKEMAP is not there: set GDAL_DRIVER_PATH")
    seconds = {True: [], False: []}
    with tempfile.TemporaryDirectory() as folder:
        path = path or sample(folder)
        for i in range(2 * BLOCKS):  # in turns, so that what else the machine does falls on both
            used = i % 2 == 0
            driver.Register() if used else driver.Deregister()
            seconds[used].append(block(path))
    with_it, without = (statistics.median(seconds[used]) * 1e6 for used in (True, False))
    print(f"with {with_it:.1f} µs, without {without:.1f} µs, ratio {with_it / without:.3f}")


if __name__ == "__main__":
    gdal.UseExceptions()
    main(sys.argv[1] if len(sys.argv) > 1 else None)
