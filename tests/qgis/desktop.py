"""Runs inside QGIS (see desktop.sh): drives the panel as a user would and keeps pictures of the window."""

import os
import time
import traceback
from pathlib import Path

import pyplugin_installer
from qgis.core import QgsApplication, QgsDateTimeRange, QgsProject, QgsSettings
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, Qt, QTime, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface, plugins

OUT = Path(os.environ["STRIKEMAP_OUT"])
TEXT = Path(os.environ["STRIKEMAP_SAMPLE"]).read_text(encoding="utf-8")
LOG = open(OUT / "desktop.log", "w", encoding="utf-8")


def say(*words):
    print(*words, file=LOG, flush=True)


def pause(seconds=0.3):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle():
    """Until the map is drawn."""
    canvas = iface.mapCanvas()
    canvas.refresh()
    pause(0.4)
    for _ in range(100):
        if not canvas.isDrawing():
            break
        pause(0.1)
    pause(0.2)


def picture(name, widget=None):
    settle()
    shot = (widget or iface.mainWindow()).grab()
    shot.save(str(OUT / f"{name}.png"))
    say("picture", name, shot.width(), shot.height())


def install():
    """As Plugins > Manage and Install Plugins > Install from ZIP does."""
    pyplugin_installer.initPluginInstaller()
    pyplugin_installer.instance().installFromZipFile(os.environ["STRIKEMAP_ZIP"])
    if "strikemap" not in plugins:
        raise RuntimeError("the plugin was not installed: " + "; ".join(bar.text() for bar in iface.messageBar().items()))


def prepare():
    window = iface.mainWindow()
    window.resize(1480, 880)
    window.move(5, 5)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() not in ("StrikemapDock", "Layers"):
            dock.hide()
    for bar in iface.messageBar().items():
        iface.messageBar().popWidget(bar)
    panel = plugins["strikemap"].interface.dock
    panel.show()
    window.resizeDocks([panel], [520], Qt.Orientation.Horizontal)
    pause(1)
    return panel


def drive():
    started = time.monotonic()
    install()
    say("installed: seconds", round(time.monotonic() - started, 2))
    panel = prepare()
    QgsApplication.clipboard().setText(TEXT)
    panel.paste.setFocus()
    panel.paste.paste()
    pause(0.1)
    picture("paste")
    QTest.keySequence(panel.paste, QKeySequence("Ctrl+Return"))
    if not panel.busy and panel.stack.currentIndex() == 0:
        panel.read()
    panel.wait()
    settle()
    layer = panel.preview["strikes"]
    say("from the zip to the map:", layer.featureCount(), "strikes, style", layer.renderer().type(), "seconds",
        round(time.monotonic() - started, 2))
    picture("read")
    row = min(1, panel.model.rowCount() - 1)
    panel.table.selectRow(row)
    say("chosen:", panel.chosen().id, panel.chosen().row["place"])
    picture("choose")
    panel.correct()
    pause(0.5)
    dialog = panel.dialog
    dialog.find_places()
    dialog.note.setText("Read again: the district is named by a second source")
    dialog.figures["fat_high"].setValue(12)
    picture("correct", dialog)
    dialog.accept()
    pause(0.5)
    say("corrected:", sum(1 for s in panel.strikes if s.corrected))
    target = OUT / "strikes.gpkg"
    target.unlink(missing_ok=True)
    panel.add_to_layer(str(target))
    panel.wait()
    for bar in iface.messageBar().items():
        say("message:", bar.text())
    iface.messageBar().clearWidgets()
    picture("added")
    controller = iface.mapCanvas().temporalController()
    say("time:", controller.temporalExtents().begin().toString(Qt.DateFormat.ISODate),
        controller.temporalExtents().end().toString(Qt.DateFormat.ISODate))
    for day in (16, 17, 18):
        begin = QDateTime(QDate(2024, 1, day), QTime(0, 0))
        shown = QgsDateTimeRange(begin, begin.addDays(1), True, False)
        iface.mapCanvas().setTemporalRange(shown)
        picture(f"day-{day}", iface.mapCanvas())
    other_windows()


def other_windows():
    """The settings page, the gazetteer dialog, an algorithm's dialog."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from strikemap.gui.gazetteers import GazetteerDialog
    from strikemap.gui.options import OptionsPage

    page = OptionsPage(None)
    page.resize(620, 460)
    page.show()
    picture("options", page)
    page.close()
    dialog = GazetteerDialog(iface.mainWindow())
    dialog.show()
    picture("gazetteers", dialog)
    dialog.close()
    strikes = iface.activeLayer()
    form = iface.getFeatureForm(strikes, next(strikes.getFeatures()))
    form.resize(620, 560)
    form.show()
    picture("form", form)
    form.close()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("strikemap:mapstrikes")
    dialog = AlgorithmDialog(algorithm, False, iface.mainWindow())
    dialog.show()
    picture("algorithm", dialog)
    dialog.close()


def main():
    try:
        drive()
        say("done")
    except Exception:
        say(traceback.format_exc())
    finally:
        QgsProject.instance().setDirty(False)
        QgsSettings().sync()
        LOG.close()
        QTimer.singleShot(200, lambda: os._exit(0))


QTimer.singleShot(1500, main)
