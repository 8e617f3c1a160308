#!/usr/bin/python3
"""Draw the layers of a strike map as QGIS draws them, with the styles it finds itself.

usage: QT_QPA_PLATFORM=offscreen tests/qgis/render.py FILE OUT.png [--day YYYY-MM-DD] [--extent XMIN YMIN XMAX YMAX]

Prints "LAYER: N features" for what is drawn. Exit 1 when a layer has no style or a style names a field that is not there.
"""
import argparse
import re
import sys

from qgis.core import (QgsApplication, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsMapRendererParallelJob, QgsMapSettings, QgsProject,
                       QgsRectangle, QgsRenderContext, QgsTemporalUtils, QgsVectorLayer)
from qgis.PyQt.QtCore import QDate, QDateTime, QSize, Qt, QTime
from qgis.PyQt.QtGui import QColor


def open_layers(path):
    names = ["links", "strike_areas", "claims", "strikes"] if path.endswith((".gpkg", ".sqlite")) else [None]
    layers = []
    for name in names:
        uri = f"{path}|layername={name}" if name else path
        layer = QgsVectorLayer(uri, name or "strikes", "ogr")
        if not layer.isValid():
            sys.exit(f"{uri}: cannot be opened")
        layer.loadDefaultStyle()  # as the desktop does when a layer is added: the temporal settings count from here
        layers.append(layer)
    return layers


def base_map():
    path = QgsApplication.pkgDataPath() + "/resources/data/world_map.gpkg|layername=countries"
    layer = QgsVectorLayer(path, "countries", "ogr")
    symbol = layer.renderer().symbol()
    symbol.setColor(QColor("#f4f1ea"))
    symbol.symbolLayer(0).setStrokeColor(QColor("#b9b2a3"))
    symbol.symbolLayer(0).setStrokeWidth(0.3)
    return layer


def day_range(text):
    start = QDateTime(QDate.fromString(text, "yyyy-MM-dd"), QTime(0, 0), Qt.UTC)
    return QgsDateTimeRange(start, start.addDays(1), True, False)


def drawn(layer, settings):
    """Features that the temporal filter of a map lets through, as the renderer asks for them."""
    from qgis.core import QgsFeatureRequest, QgsVectorLayerTemporalContext
    request = QgsFeatureRequest()
    if settings.isTemporal() and layer.temporalProperties().isActive():
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        request.setFilterExpression(layer.temporalProperties().createFilterString(context, settings.temporalRange()))
    return [f for f in layer.getFeatures(request)]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("path")
    p.add_argument("out")
    p.add_argument("--day")
    p.add_argument("--extent", nargs=4, type=float)
    a = p.parse_args()
    app = QgsApplication([], False)
    app.initQgis()
    layers = open_layers(a.path)
    QgsProject.instance().addMapLayers(layers)
    bad = 0
    settings = QgsMapSettings()
    base = base_map()
    maps = [l for l in layers if l.isSpatial()]
    settings.setLayers(list(reversed(maps)) + [base])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setOutputSize(QSize(1600, 1000))
    settings.setOutputDpi(110)
    settings.setBackgroundColor(QColor("#dbe9f4"))
    if a.day:
        settings.setTemporalRange(day_range(a.day))
        settings.setIsTemporal(True)
    extent = QgsRectangle(*a.extent) if a.extent else QgsRectangle(layers[-1].extent())
    if not a.extent:
        extent.grow(max(extent.width(), extent.height()) * 0.25)
    settings.setExtent(extent)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.DrawLabeling, True)
    context = QgsRenderContext.fromMapSettings(settings)
    for layer in maps:
        names = {f.name() for f in layer.fields()}
        used = {c for a in layer.renderer().usedAttributes(context) for c in (re.findall(r'"(\w+)"', a) or [a])}
        missing = used - names - {"*"}
        if missing:
            print(f"{layer.name()}: its style names {sorted(missing)}", file=sys.stderr)
            bad = 1
        if layer.renderer().type() == "singleSymbol" and layer.name() != "links":
            print(f"{layer.name()}: no style", file=sys.stderr)
            bad = 1
        print(f"{layer.name()}: {len(drawn(layer, settings))} features")
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(a.out)
    for error in job.errors():
        print(error.message, file=sys.stderr)
        bad = 1
    QgsProject.instance().clear()
    del layers, maps, layer, base, job, settings
    app.exitQgis()
    return bad


if __name__ == "__main__":
    sys.exit(main())
