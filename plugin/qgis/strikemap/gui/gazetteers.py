# SPDX-License-Identifier: GPL-2.0-or-later
"""Gazetteers of one's own: countries' GeoNames dumps fetched and compiled, or a layer of the project."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import QgsApplication, QgsFeedback, QgsMapLayerProxyModel, QgsTask
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core import gazetteer, ground, runner, settings, tr

Step = list[str]


class CommandTask(QgsTask):
    """Runs commands one after another in the background."""

    def __init__(self, title: str, steps: list[Step]) -> None:
        super().__init__(title, QgsTask.CanCancel)
        self.steps = steps
        self.feedback = QgsFeedback()
        self.message = ""
        self.step = 0
        self.feedback.progressChanged.connect(self._progress)

    def _progress(self, percent: float) -> None:
        self.setProgress((self.step * 100 + percent) / len(self.steps))

    def run(self) -> bool:
        for i, step in enumerate(self.steps):
            self.step = i
            try:
                outcome = runner.run(step, self.feedback)
            except runner.CommandCanceled:
                self.message = tr("Stopped")
                return False
            except (settings.CommandMissing, runner.CommandFailed) as error:
                self.message = str(error)
                return False
            if outcome.status != 0:
                self.message = outcome.last_message
                return False
        return True

    def cancel(self) -> None:
        self.feedback.cancel()
        super().cancel()


class GazetteerDialog(QDialog):
    """Pick countries or a layer, build, see the progress. What was built is used at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Gazetteers"))
        self.setMinimumSize(480, 420)
        self.task: CommandTask | None = None
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        layout = QVBoxLayout(self)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._countries_tab(), tr("Countries (GeoNames)"))
        self.tabs.addTab(self._layer_tab(), tr("A layer of your own"))
        layout.addWidget(self.tabs)
        row = QHBoxLayout()
        self.name = QLineEdit("own")
        self.name.setToolTip(tr("File name in {}").format(settings.gazetteer_folder()))
        row.addWidget(QLabel(tr("Name")))
        row.addWidget(self.name)
        layout.addLayout(row)
        self.progress = QProgressBar()
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        layout.addWidget(self.progress)
        layout.addWidget(self.state)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.build_button = buttons.addButton(tr("Build"), QDialogButtonBox.ButtonRole.ActionRole)
        self.build_button.clicked.connect(self.build)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def codes(self) -> list[str]:
        """ISO codes of the ticked countries."""
        items = (self.countries.item(i) for i in range(self.countries.count()))
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() == Qt.CheckState.Checked]

    def output(self) -> Path:
        name = "".join(c if c.isalnum() or c in "-_" else "-" for c in self.name.text().strip()) or "own"
        return settings.gazetteer_folder() / f"{name}.gaz"

    def steps(self) -> list[Step]:
        """The commands to run for what is chosen; empty when nothing is."""
        build = ["gazetteer", "build"]
        end = ["-o", str(self.output()), "-overwrite", "-progress"]
        if self.tabs.currentIndex() == 1:
            layer = self.layer.currentLayer()
            if layer is None:
                return []
            column = self.column.currentField()
            return [[*build, layer.source().split("|")[0], *(["--name", column] if column else []), *end]]
        if self.dumps:
            return [[*build, *self.dumps, *end]]
        codes = self.codes()
        if not codes:
            return []
        self.folder = tempfile.TemporaryDirectory(prefix="strikemap-dumps-")  # gone when built
        files = [str(Path(self.folder.name) / f"{code}.zip") for code in codes]
        return [["gazetteer", "get", *codes, "-o", self.folder.name, "-progress"], [*build, *files, *end]]

    def build(self) -> None:
        steps = self.steps()
        if not steps:
            self.state.setText(tr("Tick countries, choose dumps or a layer first"))
            return
        settings.gazetteer_folder().mkdir(parents=True, exist_ok=True)
        self.build_button.setEnabled(False)
        self.state.setText(tr("Working…"))
        self.task = CommandTask(tr("Build gazetteer"), steps)
        self.task.progressChanged.connect(lambda percent: self.progress.setValue(int(percent)))
        self.task.taskCompleted.connect(lambda: self._ended(True))
        self.task.taskTerminated.connect(lambda: self._ended(False))
        QgsApplication.taskManager().addTask(self.task)

    def reject(self) -> None:
        if self.task is not None:
            self.task.cancel()
        super().reject()

    def _ended(self, done: bool) -> None:
        message = self.task.message if self.task is not None else ""
        self.task, self.folder = None, None
        self.build_button.setEnabled(True)
        self.progress.setValue(100 if done else 0)
        self.state.setText(tr("Ready: {}").format(self.output()) if done else message)
        gazetteer.shared().stop()

    def _countries_tab(self) -> QWidget:
        tab = QWidget()
        layout = QVBoxLayout(tab)
        text = QLabel(
            tr("All places of the chosen countries, villages too, from GeoNames (CC BY 4.0). This downloads.")
        )
        text.setWordWrap(True)
        layout.addWidget(text)
        search = QLineEdit()
        search.setPlaceholderText(tr("Search"))
        search.textChanged.connect(self._filter)
        layout.addWidget(search)
        self.countries = QListWidget()
        for name, code in ground.countries():
            item = QListWidgetItem(f"{name} ({code})")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.countries.addItem(item)
        layout.addWidget(self.countries)
        self.dumps: list[str] = []
        row = QHBoxLayout()
        choose = QPushButton(tr("Use dumps that I have…"))
        choose.clicked.connect(self._choose_dumps)
        self.dumps_label = QLabel()
        row.addWidget(choose)
        row.addWidget(self.dumps_label, 1)
        layout.addLayout(row)
        return tab

    def _layer_tab(self) -> QWidget:
        tab = QWidget()
        form = QFormLayout(tab)
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(QgsMapLayerProxyModel.HasGeometry)
        self.column = QgsFieldComboBox()
        self.layer.layerChanged.connect(self.column.setLayer)
        self.column.setLayer(self.layer.currentLayer())
        form.addRow(tr("Layer"), self.layer)
        form.addRow(tr("Column of the names"), self.column)
        return tab

    def _filter(self, words: str) -> None:
        for i in range(self.countries.count()):
            item = self.countries.item(i)
            item.setHidden(words.lower() not in item.text().lower())

    def _choose_dumps(self) -> None:
        pattern = tr("GeoNames dumps (*.zip *.txt)")
        self.dumps, _ = QFileDialog.getOpenFileNames(self, tr("GeoNames dumps"), "", pattern)
        self.dumps_label.setText(tr("{} files").format(len(self.dumps)) if self.dumps else "")
