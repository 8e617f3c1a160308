# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin adds to QGIS's window; unload takes all of it away."""

from __future__ import annotations

from pathlib import Path

import processing
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..core import tr
from .dock import StrikemapDock
from .locator import PlaceLocatorFilter
from .options import OptionsFactory

ICONS = Path(__file__).parent.parent / "icons"


def icon(name: str) -> QIcon:
    return QIcon(str(ICONS / f"{name}.svg"))


class Interface:
    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        window = iface.mainWindow()
        self.dock = StrikemapDock(iface)
        self.dock.setVisible(False)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.toggle = self.dock.toggleViewAction()
        self.toggle.setIcon(icon("strikemap"))
        self.toggle.setToolTip(tr("Strikemap: read a report and map its strikes"))
        iface.addToolBarIcon(self.toggle)
        self.menu = QMenu(tr("&Strikemap"), window)
        self.menu.setIcon(icon("strikemap"))
        self.menu.addAction(self.toggle)
        self.menu.addSeparator()
        for name, picture, title in (
            ("mapstrikes", "map_strikes", tr("Map strikes from reports…")),
            ("geocodetable", "geocode_table", tr("Geocode table…")),
            ("overlaystrikes", "overlay_strikes", tr("Overlay strikes…")),
            ("generalise", "generalise", tr("Generalise for publication…")),
            ("findplace", "find_place", tr("Find place…")),
        ):
            action = QAction(icon(picture), title, self.menu)
            action.triggered.connect(lambda _=False, name=name: processing.execAlgorithmDialog(f"strikemap:{name}"))
            self.menu.addAction(action)
        self.menu.addSeparator()
        settings = QAction(tr("Settings and gazetteers…"), self.menu)
        settings.triggered.connect(lambda: iface.showOptionsDialog(window, OptionsFactory.PAGE))
        self.menu.addAction(settings)
        iface.pluginMenu().addMenu(self.menu)
        self.options = OptionsFactory()
        iface.registerOptionsWidgetFactory(self.options)
        self.locator = PlaceLocatorFilter(iface)
        iface.registerLocatorFilter(self.locator)

    def unload(self) -> None:
        self.iface.deregisterLocatorFilter(self.locator)
        self.iface.unregisterOptionsWidgetFactory(self.options)
        self.iface.pluginMenu().removeAction(self.menu.menuAction())
        self.menu.deleteLater()
        self.iface.removeToolBarIcon(self.toggle)
        self.dock.shut()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
