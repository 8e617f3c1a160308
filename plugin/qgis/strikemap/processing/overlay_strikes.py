# SPDX-License-Identifier: GPL-2.0-or-later
"""Overlay strikes with another layer or a grid."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
)

from ..core import tr
from .base import StrikemapAlgorithm, vector_types

METHODS = ("join", "count", "nearest", "within", "prio", "hex")
PERIODS = ("", "day", "week", "month")


class OverlayStrikes(StrikemapAlgorithm):
    NAME = "overlaystrikes"
    ICON = "overlay_strikes.svg"

    def displayName(self) -> str:
        return tr("Overlay strikes")

    def shortDescription(self) -> str:
        return tr("Joins strikes with another layer, counts them, or finds what lies near")

    def tags(self) -> list[str]:
        return tr("overlay,join,count,nearest,within,grid,prio,hexagon,strike").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Brings strikes and another layer together, with the strikes' uncertainty: \n\n"
            "Join: each strike with the columns of the feature that holds it.\n"
            "Count: the other layer's features with the number of strikes and deaths in each.\n"
            "Nearest: each strike with the nearest feature and its distance in metres.\n"
            "Within a distance: the pairs that lie nearer than so many metres.\n"
            "PRIO-GRID or hexagons: strikes counted by cell.\n\n"
            "Period counts by day, week or month. Distances are metres on the ground."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterVectorLayer("STRIKES", tr("Strikes"), [QgsProcessing.TypeVectorPoint]))
        titles = [
            tr("Join to strikes"),
            tr("Count strikes in features"),
            tr("Nearest feature"),
            tr("Features within a distance"),
            tr("Count by PRIO-GRID cell"),
            tr("Count by hexagon"),
        ]
        self.addParameter(QgsProcessingParameterEnum("METHOD", tr("What to do"), titles, False, 0))
        self.addParameter(
            QgsProcessingParameterVectorLayer("LAYER", tr("Other layer (not for grids)"), vector_types(), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "DISTANCE", tr("Distance in metres"), QgsProcessingParameterNumber.Double, 10000.0, True, 0.0
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                "SIZE",
                tr("Hexagons: width in kilometres"),
                QgsProcessingParameterNumber.Double,
                50.0,
                True,
                1.0,
            )
        )
        periods = [tr("whole time"), tr("day"), tr("week"), tr("month")]
        self.addParameter(QgsProcessingParameterEnum("PERIOD", tr("Count by"), periods, False, 0, True))
        self.addParameter(self.output_parameter(tr("Overlay")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        method = METHODS[self.parameterAsEnum(parameters, "METHOD", context)]
        if method not in ("prio", "hex") and not parameters.get("LAYER"):
            return False, tr("This needs another layer")
        return super().checkParameterValues(parameters, context)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        output = self.output_path(parameters, context)
        method = METHODS[self.parameterAsEnum(parameters, "METHOD", context)]
        arguments = ["overlay", self.source_path(parameters, "STRIKES", context, feedback)]
        if method not in ("prio", "hex"):
            arguments.append(self.source_path(parameters, "LAYER", context, feedback))
        arguments += [
            "-o",
            output,
            "-overwrite",
            "-progress",
            *self.method_arguments(method, parameters, context),
        ]
        period = PERIODS[self.parameterAsEnum(parameters, "PERIOD", context)]
        if period:
            arguments += ["--period", period]
        self.run_command(arguments, output, feedback)
        return {self.OUTPUT: output}

    def method_arguments(self, method: str, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        if method == "within":
            return ["--within", f"{self.parameterAsDouble(parameters, 'DISTANCE', context):g}"]
        if method == "prio":
            return ["--grid", "prio"]
        if method == "hex":
            return ["--grid", f"hex:{self.parameterAsDouble(parameters, 'SIZE', context):g}"]
        return [f"--{method}"]
