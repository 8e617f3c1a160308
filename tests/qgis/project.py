#!/usr/bin/python3
"""Open a project of `map --project` and print its layout.

usage: QT_QPA_PLATFORM=offscreen tests/qgis/project.py FILE.qgz OUT.png      exit 1 when a layer or the layout is missing
"""
import sys

from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject


def main(path, out):
    app = QgsApplication([], False)
    app.initQgis()
    project = QgsProject.instance()
    bad = 0 if project.read(path) else 1
    for layer in project.mapLayers().values():
        print(f"{layer.name()}: {'valid' if layer.isValid() else 'BROKEN'}, {layer.featureCount()} features")
        bad |= not layer.isValid()
    times = project.timeSettings().temporalRange()
    print(f"time: {times.begin().toString('yyyy-MM-dd')} to {times.end().toString('yyyy-MM-dd')}")
    layout = project.layoutManager().layoutByName("Strike map")
    if layout is None:
        print("no layout", file=sys.stderr)
        bad = 1
    else:
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = 110
        bad |= QgsLayoutExporter(layout).exportToImage(out, settings) != QgsLayoutExporter.Success
    del layout
    project.clear()
    app.exitQgis()
    return int(bad)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
