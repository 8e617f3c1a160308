# SPDX-License-Identifier: GPL-2.0-or-later
"""A quiet, offline background: the countries and provinces of the world that QGIS brings along."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from . import tr

WORLD = "resources/data/world_map.gpkg"
SEA, LAND, BORDER, PROVINCE, NAME = "#dde8f0", "#f4f1ea", "#b0a898", "#dcd6ca", "#8d8577"
PROVINCES_FROM = 25_000_000  # scale from which their borders are no clutter


def world_layer(name: str = "countries") -> QgsVectorLayer | None:
    """A layer of QGIS's own world map; None where the installation has none."""
    path = Path(QgsApplication.pkgDataPath()) / WORLD
    layer = QgsVectorLayer(f"{path}|layername={name}", tr("World") if name == "countries" else tr("Provinces"), "ogr")
    return layer if layer.isValid() else None


def add(project: QgsProject) -> bool:
    """Put the background under everything else in a project; false where there is none to be had."""
    countries = world_layer()
    if countries is None:
        return False
    _fill(countries, LAND, BORDER, 0.26)
    _label(countries)
    project.setBackgroundColor(QColor(SEA))
    below = [countries]
    provinces = world_layer("states_provinces")
    if provinces is not None:
        _fill(provinces, "", PROVINCE, 0.16)
        provinces.setScaleBasedVisibility(True)
        provinces.setMinimumScale(PROVINCES_FROM)
        below.insert(0, provinces)
    for layer in below:
        project.addMapLayer(layer, False)
        project.layerTreeRoot().addLayer(layer).setExpanded(False)
    return True


def countries() -> list[tuple[str, str]]:
    """Name and ISO 3166 alpha-2 code of countries, by name."""
    layer = world_layer()
    if layer is None:
        return []
    rows = {(str(feature["NAME"]), str(feature["iso_a2"])) for feature in layer.getFeatures()}
    return sorted(row for row in rows if len(row[1]) == 2 and row[1].isalpha())


def _fill(layer: QgsVectorLayer, colour: str, line: str, width: float) -> None:
    properties = {"color": colour, "outline_color": line, "outline_width": str(width)}
    if not colour:
        properties["style"] = "no"
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(properties)))


def _label(layer: QgsVectorLayer) -> None:
    """Names of countries, pale and below the names of strikes."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    halo.setColor(QColor(LAND))
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor(NAME))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "upper(\"NAME\")"
    settings.isExpression = True
    settings.priority = 0
    settings.setFormat(text)
    settings.dataDefinedProperties().setProperty(
        QgsPalLayerSettings.Size, QgsProperty.fromExpression("if($area > 4e11, 9, 7)")
    )
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
