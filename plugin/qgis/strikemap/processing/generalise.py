# SPDX-License-Identifier: GPL-2.0-or-later
"""Generalise for publication."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterVectorLayer,
)

from ..core import tr
from .base import StrikemapAlgorithm

TO = ("adm1", "adm2", "10km")
DROP = ("sentence", "names", "text")


class Generalise(StrikemapAlgorithm):
    NAME = "generalise"
    ICON = "generalise.svg"

    def displayName(self) -> str:
        return tr("Generalise for publication")

    def shortDescription(self) -> str:
        return tr("Coarsens places and drops texts, so that a layer can be published without harm")

    def tags(self) -> list[str]:
        return tr("generalise,publish,privacy,anonymise,coarsen,do no harm").split(",")

    def shortHelpString(self) -> str:
        return tr(
            "Writes a strikes layer for publication: every place moved to its province, its district, or a cell of "
            "10 km, with the radius that this deserves; mentions, spans in the text and exact places are left out. "
            "Sentences, names and the reports' texts can be dropped as well."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(QgsProcessingParameterVectorLayer("STRIKES", tr("Strikes"), [QgsProcessing.TypeVectorPoint]))
        to = [tr("Province"), tr("District"), tr("Cell of 10 km")]
        self.addParameter(QgsProcessingParameterEnum("TO", tr("Generalise to"), to, False, 0))
        drop = [tr("Sentences"), tr("Names of actors and places"), tr("Texts of reports")]
        self.addParameter(QgsProcessingParameterEnum("DROP", tr("Also drop"), drop, True, None, True))
        self.addParameter(self.output_parameter(tr("Generalised strikes"), QgsProcessing.TypeVectorPoint))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        output = self.output_path(parameters, context)
        source = self.source_path(parameters, "STRIKES", context, feedback).split("|")[0]
        arguments = ["generalise", source, "-o", output, "-overwrite", "-progress"]
        arguments += ["--to", TO[self.parameterAsEnum(parameters, "TO", context)]]
        drop = self.parameterAsEnums(parameters, "DROP", context) if parameters.get("DROP") is not None else []
        if drop:
            arguments += ["--drop", ",".join(DROP[i] for i in drop)]
        self.run_command(arguments, output, feedback)
        return self.load_companions(context, output, ("strikes", "links", "strike_areas", "claims"))
