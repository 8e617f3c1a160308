# SPDX-License-Identifier: GPL-2.0-or-later
"""An analyst's corrections: kept as rows of the `corrections` layer and shown at once in the layers of the strike.

The rows are what counts: the command applies them again after every merge.
"""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from . import tr
from .gazetteer import Place
from .reading import Store, plain, row_of

DATES = frozenset({"date_start", "date_end"})
NUMBERS = frozenset({"fat_low", "fat_best", "fat_high", "inj_low", "inj_high", "where_prec", "geo_prec"})
REALS = frozenset({"lon", "lat", "radius_m", "conf"})


class CorrectionFailed(Exception):
    """A correction could not be written; nothing of it stays."""


@dataclass
class Correction:
    """New values of one strike's columns; None clears one. `rejected` is a column of its own."""

    strike_id: str
    values: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    def move(self, lon: float, lat: float, radius_m: float) -> None:
        """Put the strike on a point, by the analyst."""
        self.values.update(lon=round(lon, 6), lat=round(lat, 6), radius_m=float(radius_m), loc_method="analyst")

    def choose(self, place: Place) -> None:
        """Put the strike on a place of the gazetteer."""
        self.move(place.lon, place.lat, max(place.radius_m, 500.0))
        self.values.update(place=place.name or None, place_id=place.id or None, place_src=place.source or None)
        self.values.update(iso3=place.iso3 or None, country=place.country or None)
        self.values.update(adm1=place.adm1 or None, adm2=place.adm2 or None)


def analyst() -> str:
    """Who corrects: the user's name as the system tells it."""
    try:
        return QgsApplication.userFullName() or QgsApplication.userLoginName() or getpass.getuser()
    except Exception:
        return ""


def text_of(value: Any) -> str | None:
    """A value as the corrections layer keeps it: text; unknown is None."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    return str(value)


def apply(store: Store, correction: Correction, who: str = "") -> int:
    """Write the changed columns of a correction; returns how many changed. Raises CorrectionFailed."""
    layer = store.layers.get("corrections")
    strikes = store.layers.get("strikes")
    if layer is None or strikes is None:
        raise CorrectionFailed(tr("{} has no corrections layer").format(store.path))
    feature = _strike(strikes, correction.strike_id)
    old = row_of(feature)
    changed = {k: v for k, v in correction.values.items() if text_of(old.get(k)) != text_of(v)}
    if "rejected" in changed and not changed["rejected"] and not old.get("rejected"):
        del changed["rejected"]
    if not changed:
        return 0
    _add_rows(layer, correction, old, changed, who or analyst())
    if changed.get("rejected"):
        _take_away(store, correction.strike_id)
        return len(changed)
    _change(strikes, feature, changed)
    _change_companions(store, correction.strike_id, {**old, **changed}, changed)
    return len(changed)


def _strike(layer: QgsVectorLayer, strike_id: str) -> QgsFeature:
    request = QgsFeatureRequest().setFilterExpression(f"\"strike_id\" = '{strike_id}'")
    for feature in layer.getFeatures(request):
        return feature
    raise CorrectionFailed(tr("There is no strike {}").format(strike_id))


def _take_away(store: Store, strike_id: str) -> None:
    """A rejected strike leaves the layers; the row in `corrections` keeps it away."""
    request = QgsFeatureRequest().setFilterExpression(f"\"strike_id\" = '{strike_id}'")
    for name in ("strikes", "strike_areas", "links", "claims"):
        layer = store.layers.get(name)
        if layer is not None:
            ids = [feature.id() for feature in layer.getFeatures(request)]
            layer.dataProvider().deleteFeatures(ids)
            layer.triggerRepaint()


def _add_rows(
    layer: QgsVectorLayer, correction: Correction, old: dict[str, Any], changed: dict[str, Any], who: str
) -> None:
    now = QDateTime.currentDateTimeUtc()
    rows = []
    for column, value in changed.items():
        row = QgsFeature(layer.fields())
        values = {
            "strike_id": correction.strike_id,
            "column": column,
            "old": text_of(old.get(column)),
            "new": text_of(value),
            "who": who or None,
            "when": now,
            "note": correction.note or None,
        }
        for name, entry in values.items():
            index = layer.fields().lookupField(name)
            if index >= 0 and entry is not None:
                row.setAttribute(index, _fit(layer, index, entry))
        rows.append(row)
    done, _ = layer.dataProvider().addFeatures(rows)
    if not done:
        raise CorrectionFailed("; ".join(layer.dataProvider().errors()) or tr("The correction could not be written"))


def _fit(layer: QgsVectorLayer, index: int, value: Any) -> Any:
    """The value in the type of the column: a date-time column may be kept as text."""
    if isinstance(value, QDateTime) and layer.fields()[index].typeName().lower() not in ("datetime",):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def _change(layer: QgsVectorLayer, feature: QgsFeature, changed: dict[str, Any]) -> None:
    attributes = {}
    for column, value in changed.items():
        index = layer.fields().lookupField(column)
        if index >= 0:
            attributes[index] = QDate.fromString(value, Qt.DateFormat.ISODate) if column in DATES and value else value
    provider = layer.dataProvider()
    if attributes and not provider.changeAttributeValues({feature.id(): attributes}):
        raise CorrectionFailed("; ".join(provider.errors()))
    point = _point(changed)
    if point is not None and layer.geometryType() == QgsWkbTypes.PointGeometry:
        provider.changeGeometryValues({feature.id(): QgsGeometry.fromPointXY(point)})
    layer.triggerRepaint()


def _point(row: dict[str, Any]) -> QgsPointXY | None:
    lon, lat = row.get("lon"), row.get("lat")
    return QgsPointXY(float(lon), float(lat)) if lon is not None and lat is not None else None


def _change_companions(store: Store, strike_id: str, row: dict[str, Any], changed: dict[str, Any]) -> None:
    """Areas and links carry copies of the strike's columns, its place too."""
    moved = "lon" in changed or "lat" in changed or "radius_m" in changed
    point = _point(row)
    for name in ("strike_areas", "links"):
        layer = store.layers.get(name)
        if layer is None:
            continue
        request = QgsFeatureRequest().setFilterExpression(f"\"strike_id\" = '{strike_id}'")
        for feature in layer.getFeatures(request):
            copied = {k: v for k, v in changed.items() if k not in ("lon", "lat")}
            _change(layer, feature, copied)
            if moved and point is not None:
                geometry = (
                    disc(point, float(row.get("radius_m") or 500)) if name == "strike_areas" else _link(feature, point)
                )
                layer.dataProvider().changeGeometryValues({feature.id(): geometry})
                layer.triggerRepaint()


def _link(feature: QgsFeature, point: QgsPointXY) -> QgsGeometry:
    vertices = list(feature.geometry().vertices())
    start = QgsPointXY(vertices[0]) if vertices else point
    return QgsGeometry.fromPolylineXY([start, point])


def disc(centre: QgsPointXY, radius_m: float) -> QgsGeometry:
    """A disc of that many metres round a point in degrees, as a multi-polygon."""
    flat = QgsCoordinateReferenceSystem()
    flat.createFromProj(f"+proj=aeqd +lat_0={centre.y()} +lon_0={centre.x()} +datum=WGS84 +units=m +no_defs +type=crs")
    circle = QgsGeometry.fromPointXY(QgsPointXY(0, 0)).buffer(radius_m, 24)
    world = QgsCoordinateReferenceSystem("EPSG:4326")
    circle.transform(QgsCoordinateTransform(flat, world, QgsProject.instance().transformContext()))
    circle.convertToMultiType()
    return circle


def all_rows(store: Store) -> list[dict[str, Any]]:
    """The corrections as rows, oldest first."""
    return [{k: plain(v) for k, v in row_of(feature).items()} for feature in store.rows("corrections")]
