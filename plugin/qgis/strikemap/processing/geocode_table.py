# SPDX-License-Identifier: GPL-2.0-or-later
"""Geocode table."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterVectorLayer,
)

from ..core import tr
from .base import StrikemapAlgorithm, vector_types

COLUMNS = (("PLACE", "--place"), ("ADMIN2", "--admin2"), ("ADMIN1", "--admin1"), ("COUNTRY", "--country"))
REVERSE_COLUMNS = (("LON", "--lon"), ("LAT", "--lat"))


class GeocodeTable(StrikemapAlgorithm):
    NAME = "geocodetable"
    ICON = "geocode_table.svg"

    def displayName(self) -> str:
        return tr("Geocode table")

    def shortDescription(self) -> str:
        return tr("Gives the rows of a table points with an honest radius, offline")

    def tags(self) -> list[str]:
        return tr("geocode,table,place,gazetteer,csv,reverse,toponym").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Gives each row of a table a point by its place name, with the radius in which the true point lies 9 times "
            "in 10, the place's id and source, a confidence, and the reason of the choice. District, province and "
            "country columns choose between namesakes and hold rows whose place is unknown at their district or province, "
            "with the radius that this deserves.\n\n"
            "All columns of the table stay. Reverse: longitude and latitude columns in, place and units out. Offline."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterVectorLayer("INPUT", tr("Table"), vector_types()))
        titles = (tr("Place"), tr("District"), tr("Province"), tr("Country"))
        for (name, _), title in zip(COLUMNS, titles):
            self.addParameter(QgsProcessingParameterField(name, title, parentLayerParameterName="INPUT", optional=True))
        self.add_advanced(QgsProcessingParameterBoolean("REVERSE", tr("Reverse: from coordinates to places"), False))
        for (name, _), title in zip(REVERSE_COLUMNS, (tr("Longitude"), tr("Latitude"))):
            self.add_advanced(QgsProcessingParameterField(name, title, parentLayerParameterName="INPUT", optional=True))
        self.addParameter(self.output_parameter(tr("Geocoded table"), QgsProcessing.TypeVectorPoint))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        reverse = self.parameterAsBoolean(parameters, "REVERSE", context)
        needed = ["LON", "LAT"] if reverse else []
        if reverse and not all(parameters.get(name) for name in needed):
            return False, tr("Reverse geocoding needs the columns of longitude and latitude")
        if not reverse and not any(parameters.get(name) for name, _ in COLUMNS):
            return False, tr("Name the column of the places, or of districts, provinces or countries")
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        output = self.output_path(parameters, context)
        source = self.source_path(parameters, "INPUT", context, feedback)
        arguments = ["geocode", source, "-o", output, "-overwrite", "-progress"]
        columns: tuple[tuple[str, str], ...] = COLUMNS
        if self.parameterAsBoolean(parameters, "REVERSE", context):
            arguments.append("--reverse")
            columns = REVERSE_COLUMNS
        for name, option in columns:
            fields = self.parameterAsFields(parameters, name, context)
            if fields:
                arguments += [option, fields[0]]
        arguments += self.gazetteer_arguments()
        self.run_command(arguments, output, feedback)
        return {self.OUTPUT: output}
