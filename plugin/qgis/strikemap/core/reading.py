# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in a GeoPackage of the command, as plain values for the panel."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

LAYERS = ("strikes", "strike_areas", "links", "claims", "readings", "mentions", "reports", "corrections")

Row = dict[str, Any]


@dataclass
class Mention:
    begin: int
    end: int
    role: str
    row: Row


@dataclass
class Strike:
    """A strike with its claims and its spans by attribute (code points of the report's text)."""

    row: Row
    point: QgsGeometry
    fid: int
    claims: list[Row] = field(default_factory=list)
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    rejected: bool = False
    corrected: bool = False

    @property
    def id(self) -> str:
        return str(self.row.get("strike_id") or "")

    @property
    def anchor(self) -> int | None:
        """Where in the text it stands: its first trigger, else the place words."""
        for key in ("trigger", "place"):
            if self.spans.get(key):
                return self.spans[key][0][0]
        begin = self.row.get("where_begin")
        return begin if isinstance(begin, int) else None


@dataclass
class Report:
    row: Row
    mentions: list[Mention] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.row.get("report_id") or "")

    @property
    def text(self) -> str:
        return str(self.row.get("text") or "")


def plain(value: Any) -> Any:
    """A field's value in Python's own types; NULL is None, dates are ISO texts."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    if isinstance(value, QDateTime):
        return value.toString(Qt.DateFormat.ISODate)
    return value


def row_of(feature: QgsFeature) -> Row:
    return {name: plain(feature[name]) for name in feature.fields().names()}


def json_of(value: Any) -> Any:
    """JSON that a provider hands out as text or already parsed."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return None
    return value


class Store:
    """The layers of one GeoPackage; layers given (those of the project) are used instead of new ones."""

    def __init__(self, path: str, layers: dict[str, QgsVectorLayer] | None = None) -> None:
        self.path = path
        self.layers: dict[str, QgsVectorLayer] = dict(layers or {})
        for name in LAYERS:
            if name not in self.layers:
                layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
                if layer.isValid():
                    self.layers[name] = layer

    @property
    def valid(self) -> bool:
        return "strikes" in self.layers

    def rows(self, name: str, expression: str = "") -> list[QgsFeature]:
        layer = self.layers.get(name)
        if layer is None:
            return []
        request = QgsFeatureRequest()
        if expression:
            request.setFilterExpression(expression)
        return list(layer.getFeatures(request))

    def reports(self) -> list[Report]:
        mentions: dict[str, list[Mention]] = {}
        for feature in self.rows("mentions"):
            row = row_of(feature)
            if isinstance(row.get("begin"), int) and isinstance(row.get("end"), int):
                mention = Mention(row["begin"], row["end"], str(row.get("role") or ""), row)
                mentions.setdefault(str(row.get("report_id")), []).append(mention)
        reports = [Report(row_of(feature)) for feature in self.rows("reports")]
        for report in reports:
            report.mentions = sorted(mentions.get(report.id, []), key=lambda mention: mention.begin)
        return reports

    def strikes(self) -> list[Strike]:
        claims: dict[str, list[Row]] = {}
        for feature in self.rows("claims"):
            row = row_of(feature)
            claims.setdefault(str(row.get("strike_id")), []).append(row)
        corrected = {str(feature["strike_id"]) for feature in self.rows("corrections")}
        strikes = [strike_of(feature) for feature in self.rows("strikes")]
        for strike in strikes:
            strike.claims = claims.get(strike.id, [])
            strike.corrected = strike.id in corrected
        return sorted(strikes, key=lambda strike: (strike.anchor is None, strike.anchor or 0))

    def extent(self, strike: Strike) -> QgsRectangle | None:
        """What to show of a strike: its area, else a square of its radius."""
        for feature in self.rows("strike_areas", f"\"strike_id\" = '{strike.id}'"):
            if feature.hasGeometry():
                return feature.geometry().boundingBox()
        if strike.point.isNull():
            return None
        centre = strike.point.asPoint()
        degrees = float(strike.row.get("radius_m") or 5000) / 111_000
        return QgsRectangle(centre.x() - degrees, centre.y() - degrees, centre.x() + degrees, centre.y() + degrees)


def strike_of(feature: QgsFeature) -> Strike:
    row = row_of(feature)
    strike = Strike(row, QgsGeometry(feature.geometry()), feature.id())
    evidence = json_of(row.get("evidence"))
    if isinstance(evidence, dict):
        for key, spans in evidence.items():
            pairs = [(s[0], s[1]) for s in spans or [] if isinstance(s, list) and len(s) == 2]
            strike.spans[key] = pairs
    strike.rejected = bool(row.get("rejected"))
    return strike


def layer_names(path: str) -> list[str]:
    """Names of the contract's layers that a file holds."""
    if not Path(path).is_file():
        return []
    return [name for name in LAYERS if QgsVectorLayer(f"{path}|layername={name}", name, "ogr").isValid()]
