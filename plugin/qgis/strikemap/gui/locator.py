# SPDX-License-Identifier: GPL-2.0-or-later
"""Places in QGIS's locator bar: pl Panjgur."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeedback,
    QgsGeometry,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSettings,
)
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QIcon

from ..core import gazetteer, runner, settings, text, tr
from ..core.gazetteer import Place

PREFIX = "pl"
LONG_PREFIX = "place"  # QGIS takes two letters of a plugin only as the user's own choice, beside a longer one
NAME = "strikemap_places"
_LEAST_LETTERS = 2
_MOST = 12
_LEAST_SHOWN_M = 4000.0


class PlaceLocatorFilter(QgsLocatorFilter):
    """Hits of the offline gazetteer; choosing one flies there."""

    def __init__(self, iface: QgisInterface | None) -> None:
        super().__init__()
        self.iface = iface
        _keep_short_prefix()

    def clone(self) -> PlaceLocatorFilter:
        return PlaceLocatorFilter(self.iface)

    def name(self) -> str:
        return NAME

    def displayName(self) -> str:
        return tr("Places (Strikemap, offline)")

    def prefix(self) -> str:
        return LONG_PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        return QgsLocatorFilter.Medium

    def fetchResults(self, string: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        query = string.strip()
        if len(query) < _LEAST_LETTERS:
            return
        name, _, country = (part.strip() for part in query.partition(","))
        try:
            places = gazetteer.shared().find(name, country)
        except (settings.CommandMissing, runner.CommandFailed) as error:
            self.logMessage(str(error))
            return
        for i, place in enumerate(places[:_MOST]):
            if feedback.isCanceled():
                return
            result = QgsLocatorResult(self, place.name, _plain(place))
            result.description = description(place)
            result.score = max(0.05, 0.9 - 0.05 * i)
            result.icon = QIcon(":/images/themes/default/mIconPointLayer.svg")
            self.resultFetched.emit(result)

    def triggerResult(self, result: QgsLocatorResult) -> None:
        data = result.userData
        data = data() if callable(data) else data
        if self.iface is None or not isinstance(data, dict):
            return
        canvas = self.iface.mapCanvas()
        crs = canvas.mapSettings().destinationCrs()
        world = QgsCoordinateReferenceSystem("EPSG:4326")
        transform = QgsCoordinateTransform(world, crs, QgsProject.instance())
        point = QgsPointXY(data["lon"], data["lat"])
        try:
            canvas.zoomToFeatureExtent(transform.transformBoundingBox(shown_extent(point, data["radius_m"])))
            canvas.flashGeometries([QgsGeometry.fromPointXY(point)], world)
        except Exception as error:
            self.logMessage(str(error))


def description(place: Place) -> str:
    """What tells a place from its namesakes: kind, units, inhabitants."""
    kinds = {"adm1": tr("province"), "adm2": tr("district")}
    parts = [kinds.get(place.kind, place.kind), place.container]
    if place.population:
        parts.append(tr("{} inhabitants").format(f"{place.population:,}"))
    elif place.radius_m:
        parts.append(tr("within {}").format(text.distance(place.radius_m)))
    return " · ".join(part for part in parts if part)


def shown_extent(point: QgsPointXY, radius_m: float) -> QgsRectangle:
    degrees = max(radius_m, _LEAST_SHOWN_M) / 111_000 * 1.3
    return QgsRectangle(point.x() - degrees, point.y() - degrees, point.x() + degrees, point.y() + degrees)


def _plain(place: Place) -> dict[str, object]:
    return {"lon": place.lon, "lat": place.lat, "radius_m": place.radius_m, "id": place.id}


def _keep_short_prefix() -> None:
    """Set the short prefix where the user has not chosen one."""
    store = QgsSettings()
    key = f"locator_filters/prefix_{NAME}"
    if not store.value(key, "", section=QgsSettings.Gui):
        store.setValue(key, PREFIX, section=QgsSettings.Gui)
