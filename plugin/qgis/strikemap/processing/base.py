# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms share: running the command and loading its layers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterVectorDestination,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..core import layers, runner, settings, tr

ICONS = Path(__file__).parent.parent / "icons"


class StrikemapAlgorithm(QgsProcessingAlgorithm):
    NAME: ClassVar[str] = ""
    ICON: ClassVar[str] = "strikemap.svg"
    OUTPUT: ClassVar[str] = "OUTPUT"

    def createInstance(self) -> StrikemapAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / self.ICON))

    def svgIconPath(self) -> str:
        return str(ICONS / self.ICON)

    def canExecute(self) -> tuple[bool, str]:
        try:
            settings.find_command()
        except settings.CommandMissing as missing:
            return False, missing_message(missing)
        return True, ""

    def output_parameter(
        self, title: str, kind: int = QgsProcessing.TypeVectorAnyGeometry
    ) -> QgsProcessingParameterVectorDestination:
        """The output; it may stay unnamed, in qgis_process too, and is a temporary file then."""
        return QgsProcessingParameterVectorDestination(
            self.OUTPUT, title, kind, QgsProcessing.TEMPORARY_OUTPUT, optional=True, createByDefault=True
        )

    def add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.FlagAdvanced)
        self.addParameter(parameter)

    def run_command(self, arguments: list[str], output: str, feedback: QgsProcessingFeedback) -> list[str]:
        """Run the command; its messages. Status 1 with an output means that some inputs were bad: told, not raised."""
        feedback.pushCommandInfo("strikemap " + " ".join(_quoted(argument) for argument in arguments))
        before = _stamp(output)
        try:
            outcome = runner.run(arguments, feedback)
        except settings.CommandMissing as missing:
            raise QgsProcessingException(missing_message(missing)) from missing
        except runner.CommandFailed as failed:
            raise QgsProcessingException(str(failed)) from failed
        except runner.CommandCanceled as canceled:
            raise QgsProcessingException(tr("Stopped; nothing was written.")) from canceled
        if outcome.status == 0:
            return outcome.messages
        if outcome.status == 1 and output and _stamp(output) not in (None, before):
            feedback.reportError(tr("Some inputs could not be read; the others are in the layer."))
            return outcome.messages
        raise QgsProcessingException(outcome.last_message)

    def output_path(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        path: str = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        return path

    def source_path(
        self,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """FILE or FILE|layername=NAME of an input layer; layers that are in no file are written to one first."""
        path, layer = self.parameterAsCompatibleSourceLayerPathAndLayerName(
            parameters, name, context, ["gpkg", "geojson", "json", "shp", "csv", "fgb", "kml", "sqlite", "xlsx", "ods"],
            "gpkg", feedback,
        )  # fmt: skip
        if not path:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return f"{path}|layername={layer}" if layer else str(path)

    def load_companions(self, context: QgsProcessingContext, output: str, names: tuple[str, ...]) -> dict[str, str]:
        """Names the layers of a written GeoPackage as results; loads them where the main one is to be loaded."""
        results = {self.OUTPUT: output}
        if Path(output).suffix.lower() != ".gpkg":
            return results
        there = [name for name in names if QgsVectorLayer(f"{output}|layername={name}", name, "ogr").isValid()]
        to_load = context.layersToLoadOnCompletion()
        details = to_load.pop(output, None)
        for name in there:
            source = f"{output}|layername={name}"
            results[self.OUTPUT if name == names[0] else f"{self.OUTPUT}_{name.upper()}"] = source
            if details is not None:
                label = details.name if name == names[0] and details.name else layers.title(name)
                entry = QgsProcessingContext.LayerDetails(label, context.project(), source)
                entry.layerTypeHint = details.layerTypeHint
                entry.setPostProcessor(Dresser.create())
                to_load[source] = entry
        context.setLayersToLoadOnCompletion(to_load)
        return results

    def gazetteer_arguments(self) -> list[str]:
        """The settings' gazetteers as options."""
        return [part for path in settings.gazetteers() for part in ("--gazetteer", path)]

    def lexicon_arguments(self) -> list[str]:
        """The settings' word lists as options."""
        return [part for path in settings.lexicons() for part in ("--lexicon", path)]


class Dresser(QgsProcessingLayerPostProcessorInterface):
    """After loading: order, time, map tips, forms. The context deletes it but holds no Python reference."""

    _alive: ClassVar[list[Dresser]] = []

    @classmethod
    def create(cls) -> Dresser:
        cls._alive = [dresser for dresser in cls._alive if not sip.isdeleted(dresser)]
        cls._alive.append(cls())
        return cls._alive[-1]

    def postProcessLayer(
        self, layer: QgsVectorLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        project = context.project() or QgsProject.instance()
        family = layers.of_project(layers.file_of(layer), project)
        family[layers.layer_name_of(layer)] = layer
        layers.dress(family, project)
        layers.order(family, project)


def missing_message(missing: settings.CommandMissing) -> str:
    return tr(
        "The command {} was not found. Install strikemap, or say where it is in Settings > Options > Strikemap."
    ).format(missing)


def vector_types() -> list[int]:
    return [QgsProcessing.TypeVector]


def _quoted(argument: str) -> str:
    return f'"{argument}"' if " " in argument or not argument else argument


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        stat = Path(path).stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
