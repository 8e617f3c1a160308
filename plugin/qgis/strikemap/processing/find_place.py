# SPDX-License-Identifier: GPL-2.0-or-later
"""Find place."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ..core import gazetteer, runner, settings, tr
from ..core.gazetteer import Place
from .base import StrikemapAlgorithm, missing_message

COLUMNS = (
    ("query", QVariant.String),
    ("rank", QVariant.Int),
    ("name", QVariant.String),
    ("kind", QVariant.String),
    ("adm2", QVariant.String),
    ("adm1", QVariant.String),
    ("country", QVariant.String),
    ("iso3", QVariant.String),
    ("population", QVariant.Int),
    ("radius_m", QVariant.Double),
    ("place_id", QVariant.String),
    ("place_src", QVariant.String),
    ("reason", QVariant.String),
)


class FindPlace(StrikemapAlgorithm):
    NAME = "findplace"
    ICON = "find_place.svg"

    def displayName(self) -> str:
        return tr("Find place")

    def shortDescription(self) -> str:
        return tr("All places of a name in the offline gazetteer")

    def tags(self) -> list[str]:
        return tr("place,gazetteer,search,toponym,geocode,name").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Looks names up in the offline gazetteer and writes every place that bears them, likeliest first, with its "
            "province and country, its extent as a radius, and the reason of its rank. Several names: one a line, or "
            "parted by semicolons. Country: a name or ISO code that chooses between namesakes."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterString("NAME", tr("Name"), multiLine=True))
        self.addParameter(QgsProcessingParameterString("COUNTRY", tr("Country"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                "OUTPUT",
                tr("Places"),
                QgsProcessing.TypeVectorPoint,
                defaultValue=QgsProcessing.TEMPORARY_OUTPUT,
                optional=True,
                createByDefault=True,
            )
        )

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        fields = QgsFields()
        for name, kind in COLUMNS:
            fields.append(QgsField(name, kind))
        crs = QgsCoordinateReferenceSystem("EPSG:4326")
        sink, target = self.parameterAsSink(parameters, "OUTPUT", context, fields, QgsWkbTypes.Point, crs)
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(parameters, "OUTPUT"))
        text = self.parameterAsString(parameters, "NAME", context)
        names = [name.strip() for line in text.splitlines() for name in line.split(";") if name.strip()]
        country = self.parameterAsString(parameters, "COUNTRY", context)
        for i, name in enumerate(names):
            if feedback.isCanceled():
                break
            places = self.find(name, country)
            feedback.pushInfo(tr("{}: {} places").format(name, len(places)))
            for rank, place in enumerate(places, 1):
                sink.addFeature(feature_of(fields, name, rank, place), QgsFeatureSink.FastInsert)
            feedback.setProgress(100 * (i + 1) / len(names))
        return {self.OUTPUT: target}

    def find(self, name: str, country: str) -> list[Place]:
        try:
            return gazetteer.shared().find(name, country)
        except settings.CommandMissing as missing:
            raise QgsProcessingException(missing_message(missing)) from missing
        except runner.CommandFailed as failed:
            raise QgsProcessingException(str(failed)) from failed


def feature_of(fields: QgsFields, query: str, rank: int, place: Place) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(place.lon, place.lat)))
    values = (
        query, rank, place.name, place.kind, place.adm2, place.adm1, place.country, place.iso3,
        place.population or None, place.radius_m or None, place.id, place.source, place.reason,
    )  # fmt: skip
    feature.setAttributes([None if value == "" else value for value in values])
    return feature
