# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes QGIS's temporal controller ready for a strikes layer."""

from __future__ import annotations

from qgis.core import (
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface

from ..core import layers


def make_ready(iface: QgisInterface, strikes: QgsVectorLayer) -> QgsDateTimeRange | None:
    """Set the project's time and the controller to the strikes' days, one day a frame, all of them shown at first."""
    span = layers.time_range(strikes)
    if span is None:
        return None
    settings = QgsProject.instance().timeSettings()
    settings.setTemporalRange(span)
    settings.setTimeStep(1)
    settings.setTimeStepUnit(QgsUnitTypes.TemporalDays)
    controller = iface.mapCanvas().temporalController()
    if isinstance(controller, QgsTemporalNavigationObject):
        controller.setFrameDuration(QgsInterval(1, QgsUnitTypes.TemporalDays))
        controller.setTemporalExtents(span)
    return span
