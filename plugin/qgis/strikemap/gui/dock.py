# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel: a report in, its strikes on the map, corrected, added to a layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsDateTimeEdit, QgsDockWidget
from qgis.PyQt.QtCore import QDateTime, QEventLoop, QItemSelection, QSize, Qt, QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core import corrections, ground, layers, tr
from ..core.corrections import Correction
from ..core.fetch import FetchTask
from ..core.reading import Report, Store, Strike
from ..core.session import REPORT_FILTER, Session
from . import time
from .correct import CorrectDialog
from .report_view import ROLE_COLOURS, ReportView, role_name
from .strike_table import StrikeModel, details

ICONS = Path(__file__).parent.parent / "icons"
WORLD = "EPSG:4326"
LAST_FILE = "strikemap/last_file"


class StrikemapDock(QgsDockWidget):
    def __init__(self, iface: QgisInterface, parent: QWidget | None = None) -> None:
        super().__init__(tr("Strikemap"), parent or iface.mainWindow())
        self.setObjectName("StrikemapDock")
        self.iface = iface
        self.session = Session()
        self.store: Store | None = None
        self.preview: dict[str, QgsVectorLayer] = {}
        self.files: list[str] = []
        self.reports: list[Report] = []
        self.strikes: list[Strike] = []
        self.task: QgsProcessingAlgRunnerTask | None = None
        self.feedback: QgsProcessingFeedback | None = None
        self.context: QgsProcessingContext | None = None
        self.fetch: FetchTask | None = None
        self.dialog: CorrectDialog | None = None
        self.followed: QgsVectorLayer | None = None
        self._choosing = False
        self._build()
        self.setAcceptDrops(True)
        self._update()

    # --- what the user does -------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read what stands in the panel: address, files, else the pasted text."""
        url = self.url.text().strip()
        text = self.paste.toPlainText()
        if url:
            self._download(url)
        elif self.files:
            self.session.files(self.files)
            self._run_read()
        elif text.strip():
            self.session.paste(text)
            self._run_read()
        else:
            self._say(tr("Paste a report, drop files, or give a web address first."), Qgis.MessageLevel.Warning)

    def new_report(self) -> None:
        """Back to an empty input; layers that were not added are taken away."""
        self._drop_preview()
        self.store, self.reports, self.strikes = None, [], []
        self.files = []
        self.paste.clear()
        self.url.clear()
        self._show_files()
        self.model.set_strikes([])
        self.stack.setCurrentIndex(0)
        self._update()

    def open_files(self) -> None:
        pattern = tr("Reports") + f" ({REPORT_FILTER});;" + tr("All files") + " (*)"
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Reports"), "", pattern)
        if paths:
            self.set_files(paths)

    def set_files(self, paths: list[str]) -> None:
        """Take files or folders as the reports to read."""
        self.stack.setCurrentIndex(0)
        self.files = paths
        self.url.clear()
        self._show_files()
        self._update()

    def correct(self) -> None:
        """Open the window that corrects the chosen strike."""
        strike = self.chosen()
        if strike is None or self.store is None:
            return
        self.dialog = CorrectDialog(strike, self.iface.mapCanvas(), self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._corrected)
        self.dialog.show()

    def apply_correction(self, correction: Correction) -> int:
        """Keep a correction and show its effect; returns how many columns changed."""
        if self.store is None:
            return 0
        try:
            changed = corrections.apply(self.store, correction)
        except corrections.CorrectionFailed as error:
            self._say(str(error), Qgis.MessageLevel.Critical)
            return 0
        self._load_store(self.store)
        self.choose(correction.strike_id)
        return changed

    def add_to_layer(self, path: str) -> None:
        """Write the reports' strikes and corrections into a GeoPackage, new or existing, and show its layers."""
        if not self.session.inputs or self.store is None:
            return
        if not path.lower().endswith(".gpkg"):
            path += ".gpkg"
        QgsSettings().setValue(LAST_FILE, path)
        kept = self.store.path if corrections.all_rows(self.store) else ""
        append = Path(path).exists()
        parameters = self.session.parameters(path, self._date(), self.source.text().strip(), kept, append)
        self._run(parameters, lambda: self._added(path))

    def open_layer(self, layer: QgsVectorLayer) -> bool:
        """Show the reports and strikes of a strikes layer of the project; false when it is none."""
        if layers.layer_name_of(layer) not in layers.ORDER:
            return False
        path = layers.file_of(layer)
        store = Store(path, layers.of_project(path))
        if not store.valid:
            return False
        self._drop_preview()
        self.session.inputs = []
        self._load_store(store)
        return True

    def choose(self, strike_id: str, zoom: bool = False) -> None:
        """Choose a strike everywhere: table, text, map."""
        if self._choosing:
            return
        self._choosing = True
        try:
            row = self.model.row_of(strike_id)
            if row < 0:
                self.table.clearSelection()
                self.view.choose("")
                self.about.hide()
            else:
                strike = self.model.strikes[row]
                self._show_report_of(strike)
                self.table.selectRow(row)
                self.view.choose(strike_id)
                self.about.setText(details(strike))
                self.about.show()
                self._select_on_map(strike, zoom)
        finally:
            self._choosing = False
        self._update()

    def chosen(self) -> Strike | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.strikes[rows[0].row()] if rows else None

    def cancel(self) -> None:
        if self.fetch is not None:
            self.fetch.cancel()
        if self.task is not None:
            self.task.cancel()

    def wait(self, milliseconds: int = 60_000) -> None:
        """Return when nothing runs any more."""
        deadline = QDateTime.currentMSecsSinceEpoch() + milliseconds
        while self.busy and QDateTime.currentMSecsSinceEpoch() < deadline:
            QgsApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    @property
    def busy(self) -> bool:
        return self.task is not None or self.fetch is not None

    def shut(self) -> None:
        """Stop all work and take away what was not added to a layer."""
        self.cancel()
        self.wait(5000)
        if self.dialog is not None:
            self.dialog.close()
        self._follow(None)
        self._drop_preview()
        self.store = None
        self.view.clear()
        self.session.close()

    # --- reading and adding -------------------------------------------------------------------------------------

    def _date(self) -> str:
        value = self.date.dateTime()
        return "" if self.date.isNull() or not value.isValid() else value.date().toString(Qt.DateFormat.ISODate)

    def _download(self, url: str) -> None:
        if "://" not in url:
            url = "https://" + url
        self.fetch = FetchTask(url)
        self.fetch.taskCompleted.connect(self._fetched)
        self.fetch.taskTerminated.connect(self._fetched)
        QgsApplication.taskManager().addTask(self.fetch)
        self._update()

    def _fetched(self) -> None:
        task, self.fetch = self.fetch, None
        if task is None or task.isCanceled():
            self._update()
        elif task.data:
            self.session.fetched(task.url, task.data)
            self._run_read()
        else:
            self._say(task.message, Qgis.MessageLevel.Critical)
            self._update()

    def _run_read(self) -> None:
        kept = self.store.path if self.store is not None and corrections.all_rows(self.store) else ""
        output = self.session.next_output()
        parameters = self.session.parameters(output, self._date(), self.source.text().strip(), kept)
        self._run(parameters, lambda: self._read_done(output))

    def _run(self, parameters: dict[str, Any], done: Any) -> None:
        if self.task is not None:
            return
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("strikemap:mapstrikes")
        able, why = algorithm.canExecute()
        if not able:
            self._say(why, Qgis.MessageLevel.Critical)
            return
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.feedback = QgsProcessingFeedback(False)
        self.feedback.progressChanged.connect(lambda percent: self.progress.setValue(int(percent)))
        self.task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self.task.executed.connect(lambda success, _results: self._ran(success, done))
        QgsApplication.taskManager().addTask(self.task)
        self._update()

    def _ran(self, success: bool, done: Any) -> None:
        log = self.feedback.textLog() if self.feedback is not None else ""
        canceled = self.feedback is not None and self.feedback.isCanceled()
        self.task = None
        self.progress.setValue(0)
        if success:
            done()
        elif not canceled:
            lines = [line for line in log.strip().splitlines() if line and not line.startswith("strikemap ")]
            self._say(lines[-1] if lines else tr("The reports could not be read."), Qgis.MessageLevel.Critical)
        self._update()

    def _read_done(self, output: str) -> None:
        self._drop_preview()
        self._ground()
        self.preview = layers.add(output, tr("Strikes (not saved)"))
        self._load_store(Store(output, self.preview))
        self._zoom_to_all()

    def _added(self, path: str) -> None:
        self._drop_preview()
        there = layers.of_project(path)
        for layer in there.values():
            layer.dataProvider().reloadData()
            layer.updateExtents()
            layer.triggerRepaint()
        if "strikes" not in there:
            self._ground()
            there = layers.add(path, Path(path).stem)
        self._load_store(Store(path, there))
        if "strikes" in there:
            time.make_ready(self.iface, there["strikes"])
            self.iface.setActiveLayer(there["strikes"])
        self._zoom_to_all()
        self._say(tr("The strikes are in {}.").format(path), Qgis.MessageLevel.Success)

    def _load_store(self, store: Store) -> None:
        self.store = store
        self.reports = store.reports()
        self.strikes = store.strikes()
        self.model.set_strikes(self.strikes)
        QTimer.singleShot(0, self.table.resizeRowsToContents)  # when the columns have their widths
        self.which.blockSignals(True)
        self.which.clear()
        for report in self.reports:
            self.which.addItem(str(report.row.get("title") or report.id))
        self.which.blockSignals(False)
        self.which.setVisible(len(self.reports) > 1)
        self._follow(store.layers.get("strikes"))
        self.about.hide()
        self._show_report(0)
        self.stack.setCurrentIndex(1)
        self._update()

    def _drop_preview(self) -> None:
        if self.preview:
            self._follow(None)
            gone, self.preview = self.preview, {}
            layers.remove(gone)

    def _ground(self) -> None:
        """Put QGIS's own world map under the first layers of an empty project."""
        project = QgsProject.instance()
        if not project.mapLayers() and ground.add(project):
            self.iface.mapCanvas().setCanvasColor(project.backgroundColor())

    # --- text, table and map ------------------------------------------------------------------------------------

    def _show_report(self, index: int) -> None:
        if 0 <= index < len(self.reports):
            self.view.show_report(self.reports[index], self.strikes)

    def _show_report_of(self, strike: Strike) -> None:
        wanted = strike.row.get("report_id")
        index = next((i for i, report in enumerate(self.reports) if report.id == wanted), -1)
        if index >= 0 and index != self.which.currentIndex():
            self.which.blockSignals(True)
            self.which.setCurrentIndex(index)
            self.which.blockSignals(False)
            self._show_report(index)

    def _row_chosen(self, _new: QItemSelection, _old: QItemSelection) -> None:
        strike = self.chosen()
        if strike is not None and not self._choosing:
            self.choose(strike.id, zoom=True)

    def _follow(self, layer: QgsVectorLayer | None) -> None:
        """Listen to what is selected on the map in this layer alone."""
        if self.followed is not None:
            try:
                self.followed.selectionChanged.disconnect(self._map_selected)
                self.followed.willBeDeleted.disconnect(self._layer_gone)
            except (RuntimeError, TypeError):
                pass
        self.followed = layer
        if layer is not None:
            layer.selectionChanged.connect(self._map_selected)
            layer.willBeDeleted.connect(self._layer_gone)

    def _layer_gone(self) -> None:
        """The user took the layers out of the project."""
        self.followed = None
        self.preview = {}
        if self.store is not None:
            path, self.store = self.store.path, None
            if Path(path).exists():
                self.store = Store(path, {})

    def _map_selected(self, selected: list[int], _deselected: list[int], _clear: bool) -> None:
        if self._choosing or len(selected) != 1:
            return
        strike = next((s for s in self.strikes if s.fid == selected[0]), None)
        if strike is not None:
            self.choose(strike.id)

    def _select_on_map(self, strike: Strike, zoom: bool) -> None:
        if self.followed is not None:
            self.followed.selectByIds([strike.fid])
        extent = self.store.extent(strike) if zoom and self.store is not None else None
        if extent is not None:
            self._zoom(extent)
            if not strike.point.isNull():
                world = QgsCoordinateReferenceSystem(WORLD)
                self.iface.mapCanvas().flashGeometries([strike.point], world)

    def _zoom_to_all(self) -> None:
        """Now, and once more when QGIS has shown the first layers of a project in its own extent."""
        self._zoom_to_strikes()
        QTimer.singleShot(0, self._zoom_to_strikes)

    def _zoom_to_strikes(self) -> None:
        if self.store is None:
            return
        extent = QgsRectangle()
        for strike in self.strikes:
            part = self.store.extent(strike)
            if part is not None:
                extent.combineExtentWith(part)
        if not extent.isEmpty():
            self._zoom(extent)

    def _zoom(self, extent: QgsRectangle) -> None:
        canvas = self.iface.mapCanvas()
        target = canvas.mapSettings().destinationCrs()
        if target.isValid():
            transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WORLD), target, QgsProject.instance())
            extent = transform.transformBoundingBox(extent)
        extent.scale(1.25)
        canvas.setExtent(extent)
        canvas.refresh()

    def _corrected(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, CorrectDialog):
            self.apply_correction(dialog.correction())

    # --- widgets ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self._build_bar())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._build_input())
        self.stack.addWidget(self._build_reading())
        layout.addWidget(self.stack, 1)
        self.progress = QProgressBar()
        self.progress.setMaximumHeight(6)
        self.progress.setTextVisible(False)
        layout.addWidget(self.progress)
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        layout.addWidget(self.status)
        self.setWidget(body)
        self.setMinimumWidth(380)

    def _build_bar(self) -> QToolBar:
        bar = QToolBar()
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new_action = _action(bar, "new_report", tr("New"), tr("Another report"), self.new_report)
        self.open_action = _action(bar, "open_report", tr("Open…"), tr("Choose report files"), self.open_files)
        self.read_action = _action(bar, "read", tr("Read"), tr("Find the strikes (Ctrl+Return)"), self.read)
        self.read_action.setShortcut("Ctrl+Return")
        self.read_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.stop_action = _action(bar, "", tr("Stop"), tr("Stop reading"), self.cancel)
        bar.addSeparator()
        tip = tr("Correct the chosen strike; corrections are kept and survive another reading")
        self.correct_action = _action(bar, "correct", tr("Correct…"), tip, self.correct)
        self.add_button = QToolButton()
        self.add_button.setIcon(QIcon(str(ICONS / "add_layer.svg")))
        self.add_button.setText(tr("Add to layer"))
        self.add_button.setToolTip(tr("Keep the strikes in a GeoPackage, new or existing"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_menu = QMenu(self.add_button)
        self.add_menu.aboutToShow.connect(self._fill_add_menu)
        self.add_button.setMenu(self.add_menu)
        bar.addWidget(self.add_button)
        return bar

    def _fill_add_menu(self) -> None:
        self.add_menu.clear()
        self.add_menu.addAction(tr("New or other GeoPackage…"), self._ask_file)
        known = {layers.file_of(layer) for layer in QgsProject.instance().mapLayers().values() if _is_strikes(layer)}
        known.add(str(QgsSettings().value(LAST_FILE, "") or ""))
        for path in sorted(known):
            if path.lower().endswith(".gpkg") and Path(path).exists() and not self._is_unsaved(path):
                self.add_menu.addAction(path, lambda path=path: self.add_to_layer(path))
        self.add_menu.addSeparator()
        show = self.add_menu.addAction(tr("Show the strikes of the active layer here"), self._open_active)
        active = self.iface.activeLayer()
        show.setEnabled(isinstance(active, QgsVectorLayer) and bool(layers.layer_name_of(active)))

    def _is_unsaved(self, path: str) -> bool:
        return Path(path).parent == self.session.folder

    def _open_active(self) -> None:
        layer = self.iface.activeLayer()
        if isinstance(layer, QgsVectorLayer):
            self.open_layer(layer)

    def _ask_file(self) -> None:
        last = str(QgsSettings().value(LAST_FILE, "") or "strikes.gpkg")
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("GeoPackage, new or to add to"),
            last,
            "GeoPackage (*.gpkg)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.add_to_layer(path)

    def _build_input(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel()
        self.file_label.setTextFormat(Qt.TextFormat.PlainText)
        self.file_label.setWordWrap(True)
        self.paste = QPlainTextEdit()
        self.paste.setPlaceholderText(
            tr("Paste a report here, or drop files or folders.\n\nStrikemap finds the strikes that it tells of.")
        )
        self.paste.setAcceptDrops(False)
        self.paste.textChanged.connect(self._update)
        form = QFormLayout()
        self.url = QLineEdit()
        self.url.setPlaceholderText(tr("or the address of a web page"))
        self.url.setClearButtonEnabled(True)
        self.url.textChanged.connect(self._update)
        self.url.returnPressed.connect(self.read)
        self.date = QgsDateTimeEdit()
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setAllowNull(True)
        self.date.setNullRepresentation(tr("as the report says"))
        self.date.setCalendarPopup(True)
        self.date.clear()
        self.date.setToolTip(tr("Needed only where the report does not tell when it was published"))
        self.source = QLineEdit()
        self.source.setPlaceholderText(tr("newspaper or agency, if you like"))
        form.addRow(tr("Web page"), self.url)
        form.addRow(tr("Published"), self.date)
        form.addRow(tr("Source"), self.source)
        self.read_button = QPushButton(QIcon(str(ICONS / "read.svg")), tr("Read: find the strikes"))
        self.read_button.setToolTip(tr("Find the strikes (Ctrl+Return)"))
        self.read_button.setMinimumHeight(34)
        self.read_button.clicked.connect(self.read)
        layout.addWidget(self.file_label)
        layout.addWidget(self.paste, 1)
        layout.addLayout(form)
        layout.addWidget(self.read_button)
        self._show_files()
        return page

    def _build_reading(self) -> QWidget:
        top = QWidget()
        layout = QVBoxLayout(top)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        self.which = QComboBox()
        self.which.currentIndexChanged.connect(self._show_report)
        self.view = ReportView()
        self.view.strikeClicked.connect(lambda strike_id: self.choose(strike_id, zoom=True))
        layout.addWidget(self.which)
        layout.addWidget(self.view, 1)
        layout.addWidget(_legend())
        self.table = QTableView()
        self.model = StrikeModel(self)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.table.resizeRowsToContents())
        self.table.selectionModel().selectionChanged.connect(self._row_chosen)
        self.table.doubleClicked.connect(lambda _: self.correct())
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setWordWrap(True)
        self.about.setFrameShape(QFrame.Shape.StyledPanel)
        self.about.setMargin(6)
        bottom = QWidget()
        below = QVBoxLayout(bottom)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.table, 1)
        below.addWidget(self.about)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(top)
        splitter.addWidget(bottom)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([380, 340])
        return splitter

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(event.mimeData())
        event.acceptProposedAction()

    def take(self, data: Any) -> None:
        """Take what was dropped: files, an address, or text."""
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if paths:
            self.set_files(paths)
        elif data.hasUrls():
            self.stack.setCurrentIndex(0)
            self.url.setText(data.urls()[0].toString())
        elif data.hasText():
            self.stack.setCurrentIndex(0)
            self.files = []
            self._show_files()
            self.paste.setPlainText(data.text())

    def _show_files(self) -> None:
        names = ", ".join(Path(path).name for path in self.files[:5]) + (" …" if len(self.files) > 5 else "")
        self.file_label.setText(tr("{} to read: {}").format(len(self.files), names))
        self.file_label.setVisible(bool(self.files))
        self.paste.setVisible(not self.files)

    def _update(self) -> None:
        reading = self.stack.currentIndex() == 1
        given = bool(self.paste.toPlainText().strip() or self.url.text().strip() or self.files)
        self.read_action.setVisible(not reading and not self.busy)
        self.read_action.setEnabled(given)
        self.read_button.setEnabled(given and not self.busy)
        self.stop_action.setVisible(self.busy)
        self.new_action.setEnabled(reading or given)
        self.correct_action.setEnabled(reading and self.chosen() is not None)
        self.add_button.setEnabled(not self.busy)
        self.progress.setVisible(self.busy)
        self.status.setText(self._state(reading))
        self.status.setVisible(bool(self.status.text()))

    def _state(self, reading: bool) -> str:
        if self.busy:
            return tr("Reading…")
        if not reading:
            return ""
        unplaced = sum(1 for strike in self.strikes if strike.point.isNull())
        state = tr("1 strike") if len(self.strikes) == 1 else tr("{} strikes").format(len(self.strikes))
        if len(self.reports) > 1:
            state += tr(" in {} reports").format(len(self.reports))
        if unplaced:
            state += tr(", {} without a known place").format(unplaced)
        if self.preview:
            state += tr(" · not saved yet: “Add to layer” keeps them")
        return state

    def _say(self, message: str, level: Qgis.MessageLevel) -> None:
        self.iface.messageBar().pushMessage("Strikemap", message, level)


def _is_strikes(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layers.layer_name_of(layer) == "strikes"


def _action(bar: QToolBar, picture: str, title: str, tip: str, do: Any) -> QAction:
    action = QAction(title, bar)
    if picture:
        action.setIcon(QIcon(str(ICONS / f"{picture}.svg")))
    action.setToolTip(tip)
    action.triggered.connect(lambda _=False: do())
    bar.addAction(action)
    return action


def _legend() -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(4, 0, 4, 0)
    row.setSpacing(8)
    for role, colour in ROLE_COLOURS.items():
        label = QLabel(f"<span style='color:{colour}'><u>{role_name(role)}</u></span>")
        row.addWidget(label)
    row.addStretch()
    return holder
