#!/usr/bin/python3
"""Make styles/project.qgs, the template of `map --project`: layers in order, time range and a print layout.

usage: QT_QPA_PLATFORM=offscreen styles/make_project.py FILE.gpkg     (a file made by `strikemap map --project`)

What a map fills in stands between at signs: @FILE@, @TITLE@, @XMIN@ and so on, @START@, @END@, @CREDITS@.
"""
import os
import re
import shutil
import sys
import tempfile

os.environ["QT_HASH_SEED"] = "0"  # the same file from the same styles

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsFillSymbol, QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap,
                       QgsLayoutItemScaleBar, QgsLayoutPoint, QgsLayoutSize, QgsLegendStyle, QgsPrintLayout, QgsProject, QgsRectangle, QgsReferencedRectangle, QgsScaleBarSettings,
                       QgsSingleSymbolRenderer, QgsUnitTypes, QgsVectorLayer)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QColor, QFont

from make import STYLES, mark, name_columns

FOLDER = os.path.dirname(os.path.abspath(__file__))
LAYERS = [("base_map", "Countries"), ("strike_areas", "Where each strike may lie"), ("links", "Attacker to strike"), ("claims", "Claims"), ("strikes", "Strikes")]
BOX = QgsRectangle(-123.25, -23.5, 123.75, 23.25)  # replaced in the template


def place(item, x, y, w, h):
    mm = QgsUnitTypes.LayoutMillimeters
    item.attemptMove(QgsLayoutPoint(x, y, mm))
    item.attemptResize(QgsLayoutSize(w, h, mm))


def text(layout, words, size, x, y, w, h, bold=False):
    label = QgsLayoutItemLabel(layout)
    label.setText(words)
    font = QFont("Noto Sans")
    font.setPointSizeF(size)
    font.setBold(bold)
    label.setFont(font)
    layout.addLayoutItem(label)
    place(label, x, y, w, h)


def print_layout(project, layers):
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Strike map")
    text(layout, "@TITLE@", 20, 10, 8, 277, 11, True)
    map_ = QgsLayoutItemMap(layout)
    layout.addLayoutItem(map_)
    place(map_, 10, 22, 205, 165)
    map_.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    map_.setExtent(BOX)
    map_.setFrameEnabled(True)
    map_.setBackgroundColor(QColor("#dbe9f4"))
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle("")
    legend.setAutoUpdateModel(False)
    for style, size in ((QgsLegendStyle.Subgroup, 10), (QgsLegendStyle.SymbolLabel, 8)):
        font = QFont("Noto Sans")
        font.setPointSize(size)
        font.setBold(style == QgsLegendStyle.Subgroup)
        legend.setStyleFont(style, font)
    root = legend.model().rootGroup()
    root.clear()
    for name in ("strikes", "strike_areas", "links"):
        root.addLayer(layers[name])
    layout.addLayoutItem(legend)
    place(legend, 220, 22, 67, 150)
    bar = QgsLayoutItemScaleBar(layout)
    bar.setStyle("Single Box")
    bar.setLinkedMap(map_)
    bar.setUnits(QgsUnitTypes.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(30)
    bar.setMaximumBarWidth(70)
    bar.setBackgroundEnabled(True)
    layout.addLayoutItem(bar)
    place(bar, 14, 172, 70, 12)
    text(layout, "Places are as sure as their areas: a hollow diamond stands for a whole province, country or sea. @CREDITS@", 7, 10, 190, 277, 12)
    project.layoutManager().addLayout(layout)
    return map_


def main(path):
    app = QgsApplication([], False)
    app.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "strikes_file.gpkg")
        shutil.copy(path, file)
        project = QgsProject.instance()
        project.setTitle("@TITLE@")
        layers = {}
        for name, title in LAYERS:
            layer = QgsVectorLayer(f"{file}|layername={name}", title, "ogr")
            if not layer.isValid():
                sys.exit(f"{path}: no layer {name}")
            if name in STYLES:
                STYLES[name](layer)
                name_columns(file, name, layer)
            layers[name] = layer
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)
        layers["base_map"].setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#f4f1ea", "outline_color": "#b9b2a3", "outline_width": "0.25"})))
        project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        project.setBackgroundColor(QColor("#dbe9f4"))
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(BOX, project.crs()))
        start, end = QDateTime.fromString("1801-02-03T00:00:00Z", Qt.ISODate), QDateTime.fromString("1802-03-04T00:00:00Z", Qt.ISODate)
        project.timeSettings().setTemporalRange(QgsDateTimeRange(start, end))
        map_ = print_layout(project, layers)
        shown = map_.extent()
        out = os.path.join(folder, "project.qgs")
        project.write(out)
        qgs = open(out, encoding="utf-8").read()
        box = {"XMIN": BOX.xMinimum(), "YMIN": BOX.yMinimum(), "XMAX": BOX.xMaximum(), "YMAX": BOX.yMaximum()}
        seen = {"XMIN": shown.xMinimum(), "YMIN": shown.yMinimum(), "XMAX": shown.xMaximum(), "YMAX": shown.yMaximum()}
        for values in (box, seen):
            for key, value in values.items():
                qgs = re.sub(rf'(?i)((?:{key})="|<{key}>){re.escape(repr(value).rstrip("0").rstrip("."))}\d*', rf"\g<1>@{key}@", qgs)
        qgs = qgs.replace("strikes_file.gpkg", "@FILE@").replace("1801-02-03", "@START@").replace("1802-03-04", "@END@")
        qgs = re.sub(r'saveDateTime="[^"]*"', 'saveDateTime=""', re.sub(r'saveUser(Full)?="[^"]*"', r'saveUser\1=""', qgs))
        qgs = re.sub(r"<mostUsedStyle.*?</mostUsedStyle>", "", qgs).replace(folder, ".")
        with open(os.path.join(FOLDER, "project.qgs"), "w", encoding="utf-8") as f:
            f.write(mark(qgs))
        project.clear()
        del layers, layer, map_
    app.exitQgis()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
