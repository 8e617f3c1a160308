# SPDX-License-Identifier: GPL-2.0-or-later
"""Map strikes from reports."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..core import tr
from .base import StrikemapAlgorithm

COMPANIONS = ("strikes", "links", "strike_areas", "claims", "reports", "corrections")
WITH = ("threatened", "planned")
OPTIONS = (
    ("DATE", "--date"),
    ("SOURCE", "--source"),
    ("URL", "--url"),
    ("CORRECTIONS", "--corrections"),
)


class MapStrikes(StrikemapAlgorithm):
    NAME = "mapstrikes"
    ICON = "map_strikes.svg"

    def displayName(self) -> str:
        return tr("Map strikes from reports")

    def shortDescription(self) -> str:
        return tr("Reads reports and maps the strikes that they tell of")

    def tags(self) -> list[str]:
        return tr("report,news,text,strike,conflict,geocode,event,extract").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Reads reports (text, HTML, JSON lines, tables of ACLED or UCDP) and writes the strikes that they tell of as "
            "a styled, time-aware layer: where, how sure, when, who struck whom, with what, how many died according to "
            "whom, and the sentence that says so.\n\n"
            "Reports: one or more files; of a folder every report below it.\n\n"
            "Publication date (YYYY-MM-DD): needed only where a report does not tell its own; without any, words such "
            "as “Tuesday” stay without a day.\n\n"
            "A GeoPackage holds all layers: strikes, the area in which each lies (9 times in 10), links from attacker "
            "to strike, claims, reports with their text, and corrections. Other formats hold strikes alone.\n\n"
            "A strike without a known place is a row without a point. Offline; nothing is sent anywhere."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            QgsProcessingParameterMultipleLayers("REPORTS", tr("Reports (files or folders)"), QgsProcessing.TypeFile)
        )
        self.addParameter(
            QgsProcessingParameterString(
                "DATE", tr("Publication date (YYYY-MM-DD), if not told"), optional=True
            )
        )
        self.add_advanced(QgsProcessingParameterString("SOURCE", tr("Source (newspaper, agency)"), optional=True))
        self.add_advanced(QgsProcessingParameterString("URL", tr("Web address of the report"), optional=True))
        self.add_advanced(QgsProcessingParameterBoolean("APPEND", tr("Add to the file, if it exists"), False))
        self.add_advanced(
            QgsProcessingParameterNumber(
                "MIN_CONF", tr("Least confidence"), QgsProcessingParameterNumber.Double, 0.0, False, 0.0, 1.0
            )
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                "WITH", tr("Also strikes that were only"), [tr("threatened"), tr("planned")], True, None, True
            )
        )
        self.add_advanced(QgsProcessingParameterBoolean("MERGE", tr("Merge reports of the same strike"), True))
        self.add_advanced(QgsProcessingParameterBoolean("KEEP_TEXT", tr("Keep the reports' text in the file"), True))
        self.add_advanced(
            QgsProcessingParameterFile("CORRECTIONS", tr("Corrections to apply (GeoPackage or CSV)"), optional=True)
        )
        self.addParameter(self.output_parameter(tr("Strikes"), QgsProcessing.TypeVectorPoint))
        for name in COMPANIONS[1:]:
            kind = {"links": QgsProcessing.TypeVectorLine, "strike_areas": QgsProcessing.TypeVectorPolygon}
            self.addOutput(
                QgsProcessingOutputVectorLayer(f"OUTPUT_{name.upper()}", name, kind.get(name, QgsProcessing.TypeVector))
            )

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        date = self.parameterAsString(parameters, "DATE", context)
        if date and not QDate.fromString(date, Qt.DateFormat.ISODate).isValid():
            return False, tr("“{}” is no day of the form YYYY-MM-DD").format(date)
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        output = self.output_path(parameters, context)
        append = self.parameterAsBoolean(parameters, "APPEND", context)
        arguments = ["map", *self.reports(parameters, context), "-o", output, "-progress"]
        arguments.append("-append" if append else "-overwrite")
        arguments += self.gazetteer_arguments() + self.lexicon_arguments() + self.choices(parameters, context)
        self.run_command(arguments, output, feedback)
        return self.load_companions(context, output, COMPANIONS)

    def reports(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        value = parameters.get("REPORTS")
        given = [value] if isinstance(value, str) else list(value or [])
        paths = [str(path) for entry in given for path in str(entry).split(";") if path]
        if not paths:
            raise QgsProcessingException(tr("Give at least one report"))
        return paths

    def choices(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        arguments: list[str] = []
        for name, option in OPTIONS:
            value = self.parameterAsString(parameters, name, context)
            if value:
                arguments += [option, value]
        least = self.parameterAsDouble(parameters, "MIN_CONF", context)
        if least > 0:
            arguments += ["--min-conf", f"{least:g}"]
        kinds = self.parameterAsEnums(parameters, "WITH", context) if parameters.get("WITH") is not None else []
        if kinds:
            arguments += ["--with", ",".join(WITH[kind] for kind in kinds)]
        if not self.parameterAsBoolean(parameters, "MERGE", context):
            arguments.append("--no-merge")
        if not self.parameterAsBoolean(parameters, "KEEP_TEXT", context):
            arguments.append("--no-text")
        return arguments
