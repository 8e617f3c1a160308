"""What the PyQGIS tests share: an offscreen QGIS, the plugin of this tree, a window with a canvas, the sample report.

Environment: STRIKEMAP (the command), STRIKEMAP_PLUGIN (folder that holds the package `strikemap`).
"""

import os
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
REPORT = Path(os.environ.get("STRIKEMAP_REPORT", str(ROOT / "data" / "reports" / "2024-01-iran-pakistan.txt")))
COMMAND = os.environ.get("STRIKEMAP", str(ROOT / "build" / "strikemap"))
PLUGIN = os.environ.get("STRIKEMAP_PLUGIN", str(ROOT / "plugin" / "qgis"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = tempfile.mkdtemp(prefix="strikemap-qgis-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _HOME
os.environ["XDG_DATA_HOME"] = _HOME
sys.dont_write_bytecode = True
sys.path[:0] = [PLUGIN, "/usr/share/qgis/python/plugins"]

from qgis.core import Qgis, QgsApplication, QgsProject, QgsSettings  # noqa: E402
from qgis.gui import QgsGui, QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsMessageBar  # noqa: E402
from qgis.PyQt.QtCore import QObject  # noqa: E402
from qgis.PyQt.QtWidgets import QMainWindow, QMenu  # noqa: E402

APP = QgsApplication([], True)
APP.initQgis()
QgsSettings().setValue("strikemap/command", COMMAND)

from processing.core.Processing import Processing  # noqa: E402

Processing.initialize()
QgsGui.editorWidgetRegistry().initEditors()


class Window(QObject):
    """As much of QGIS's window as the plugin talks to, with a real canvas."""

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self.window.setCentralWidget(self.canvas)
        self.window.resize(900, 600)
        self.bar = QgsMessageBar(self.window)
        self.menu = QMenu(self.window)
        self.active = None
        self.docks, self.tools, self.factories, self.filters = [], [], [], []
        self.bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), self.canvas)

    def mainWindow(self):
        return self.window

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def pluginMenu(self):
        return self.menu

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)
        self.docks.remove(dock)

    def addToolBarIcon(self, action):
        self.tools.append(action)

    def removeToolBarIcon(self, action):
        self.tools.remove(action)

    def registerOptionsWidgetFactory(self, factory):
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.factories.remove(factory)

    def registerLocatorFilter(self, locator_filter):
        self.filters.append(locator_filter)

    def deregisterLocatorFilter(self, locator_filter):
        self.filters.remove(locator_filter)

    def activeLayer(self):
        return self.active

    def setActiveLayer(self, layer):
        self.active = layer


class Case(unittest.TestCase):
    """A test with an empty project, a folder of its own and the plugin loaded."""

    def setUp(self):
        from strikemap import classFactory

        self._folder = tempfile.TemporaryDirectory(prefix="strikemap-test-")
        self.folder = Path(self._folder.name)
        self.iface = Window()
        self.plugin = classFactory(self.iface)
        self.plugin.initGui()

    def tearDown(self):
        # A canvas that still draws must not outlive its layers: QGIS draws in threads of their own.
        self.iface.canvas.freeze(True)
        self.iface.canvas.stopRendering()
        self.plugin.unload()
        QgsProject.instance().clear()
        APP.processEvents()
        self.iface.window.deleteLater()
        APP.processEvents()
        self._folder.cleanup()

    @property
    def dock(self):
        return self.plugin.interface.dock

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def shown_messages(self):
        return [item.text() for item in self.iface.bar.items() if item.level() != Qgis.Success]


def main():
    program = unittest.main(module="__main__", exit=False, verbosity=1)
    QgsProject.instance().clear()
    failed = not program.result.wasSuccessful()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(1 if failed else 0)  # PyQGIS may crash while it takes itself down
