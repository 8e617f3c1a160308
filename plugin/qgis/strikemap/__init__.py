# SPDX-License-Identifier: GPL-2.0-or-later
"""Strikemap for QGIS: reports of military strikes to map layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import StrikemapPlugin


def classFactory(iface: QgisInterface | None) -> StrikemapPlugin:
    """Entry point of QGIS; iface is None in qgis_process."""
    from .plugin import StrikemapPlugin

    return StrikemapPlugin(iface)
