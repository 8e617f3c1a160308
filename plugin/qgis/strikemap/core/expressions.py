# SPDX-License-Identifier: GPL-2.0-or-later
"""The expression functions strikemap_place() and strikemap_place_info()."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
    QgsGeometry,
    QgsPointXY,
)

from . import gazetteer, tr
from .gazetteer import Place
from .runner import CommandFailed
from .settings import CommandMissing

GROUP = "Strikemap"


class _PlaceFunction(QgsExpressionFunction):
    """A function of (name [, country [, province]]) over the shared gazetteer process."""

    def __init__(self, name: str, help_text: str) -> None:
        parameters = [
            QgsExpressionFunction.Parameter("name"),
            QgsExpressionFunction.Parameter("country", True, ""),
            QgsExpressionFunction.Parameter("province", True, ""),
        ]
        super().__init__(name, parameters, GROUP, help_text)

    def func(
        self,
        values: list[Any],
        context: QgsExpressionContext | None,
        parent: QgsExpression,
        node: QgsExpressionNodeFunction | None,
    ) -> Any:
        texts = [value.strip() if isinstance(value, str) else "" for value in values]
        texts += [""] * (3 - len(texts))
        if not texts[0]:
            return None
        try:
            places = gazetteer.shared().find(*texts[:3])
        except CommandMissing:
            parent.setEvalErrorString(tr("The command strikemap was not found: see Settings > Options > Strikemap"))
            return None
        except CommandFailed as error:
            parent.setEvalErrorString(str(error))
            return None
        # Another spelling is too weak a sign without the country that it should lie in.
        sure = [place for place in places[:1] if place.inside and (texts[1] or not place.variant)]
        return self.value(sure[0]) if sure else None

    def value(self, place: Place) -> Any:
        raise NotImplementedError


class PlaceFunction(_PlaceFunction):
    def __init__(self) -> None:
        super().__init__("strikemap_place", place_help())

    def value(self, place: Place) -> QgsGeometry:
        return QgsGeometry.fromPointXY(QgsPointXY(place.lon, place.lat))


class PlaceInfoFunction(_PlaceFunction):
    def __init__(self) -> None:
        super().__init__("strikemap_place_info", place_info_help())

    def value(self, place: Place) -> dict[str, Any]:
        return {
            "place_id": place.id,
            "name": place.name,
            "kind": place.kind,
            "lon": place.lon,
            "lat": place.lat,
            "radius_m": place.radius_m,
            "iso3": place.iso3,
            "country": place.country,
            "adm1": place.adm1,
            "adm2": place.adm2,
            "population": place.population,
            "source": place.source,
            "reason": place.reason,
        }


def place_help() -> str:
    return tr(
        "<h3>strikemap_place()</h3><p>The point of a place by its name, from the offline gazetteer: longitude and latitude "
        "(EPSG:4326). NULL when the name is unknown. Country (name or ISO code) and province choose between namesakes; with them other "
        "spellings of the name are found too.</p>"
        "<h4>Syntax</h4><p><code>strikemap_place(name [, country [, province]])</code></p>"
        "<h4>Example</h4><p><code>strikemap_place('Panjgur', 'Pakistan')</code></p>"
    )


def place_info_help() -> str:
    return tr(
        "<h3>strikemap_place_info()</h3><p>What the offline gazetteer knows of the likeliest place of a name, as a map: "
        "place_id, name, kind, lon, lat, radius_m, iso3, country, adm1, adm2, population, source, reason. "
        "NULL when the name is unknown.</p>"
        "<h4>Example</h4><p><code>map_get(strikemap_place_info('Tripoli', 'Lebanon'), 'radius_m')</code></p>"
    )


_registered: list[QgsExpressionFunction] = []


def register() -> None:
    """Offer the functions to QGIS; does nothing when they are offered already."""
    if _registered:
        return
    for function in (PlaceFunction(), PlaceInfoFunction()):
        QgsExpression.registerFunction(function)
        _registered.append(function)


def unregister() -> None:
    for function in _registered:  # QGIS still needs each one while it forgets it
        QgsExpression.unregisterFunction(function.name())
    _registered.clear()
