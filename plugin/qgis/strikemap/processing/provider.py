# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider `strikemap`."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..core import tr
from .find_place import FindPlace
from .generalise import Generalise
from .geocode_table import GeocodeTable
from .map_strikes import MapStrikes
from .overlay_strikes import OverlayStrikes

ICON = Path(__file__).parent.parent / "icons" / "strikemap.svg"


class StrikemapProvider(QgsProcessingProvider):
    def id(self) -> str:
        return "strikemap"

    def name(self) -> str:
        return "Strikemap"

    def longName(self) -> str:
        return tr("Strikemap: reports of strikes to map layers")

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        return str(ICON)

    def supportsNonFileBasedOutput(self) -> bool:
        return False

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:
        return "gpkg"

    def loadAlgorithms(self) -> None:
        for algorithm in (MapStrikes, GeocodeTable, OverlayStrikes, Generalise, FindPlace):
            self.addAlgorithm(algorithm())
