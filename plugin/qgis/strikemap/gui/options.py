# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in QGIS's options: command, word lists, gazetteers."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..core import gazetteer, settings, tr
from .gazetteers import GazetteerDialog

ICON = Path(__file__).parent.parent / "icons" / "strikemap.svg"


class OptionsFactory(QgsOptionsWidgetFactory):
    PAGE = "strikemap_options"

    def __init__(self) -> None:
        super().__init__("Strikemap", QIcon(str(ICON)))

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def createWidget(self, parent: QWidget | None) -> OptionsPage:
        return OptionsPage(parent)


class PathList(QGroupBox):
    """Files in an order that counts, with buttons to add and remove."""

    def __init__(self, title: str, tip: str, pattern: str) -> None:
        super().__init__(title)
        self.pattern = pattern
        layout = QHBoxLayout(self)
        self.list = QListWidget()
        self.list.setMaximumHeight(90)
        self.list.setToolTip(tip)
        layout.addWidget(self.list)
        self.buttons = QVBoxLayout()
        layout.addLayout(self.buttons)
        self.add_button(tr("Add…"), self._ask)
        self.add_button(tr("Remove"), lambda: self.list.takeItem(self.list.currentRow()))
        self.buttons.addStretch()

    def add_button(self, title: str, action: object) -> QPushButton:
        button = QPushButton(title)
        button.clicked.connect(action)
        self.buttons.addWidget(button)
        return button

    def paths(self) -> list[str]:
        return [self.list.item(i).text() for i in range(self.list.count())]

    def set_paths(self, paths: list[str]) -> None:
        self.list.clear()
        self.list.addItems(paths)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.title(), "", self.pattern)
        self.list.addItems([path for path in chosen if path not in self.paths()])


class OptionsPage(QgsOptionsPageWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(OptionsFactory.PAGE)
        layout = QVBoxLayout(self)
        box = QGroupBox(tr("Command"))
        inner = QVBoxLayout(box)
        self.command = QgsFileWidget()
        self.command.setFilePath(settings.command_setting())
        self.command.lineEdit().setPlaceholderText(shutil.which("strikemap") or tr("Path of the command strikemap"))
        self.command.setToolTip(tr("Empty: the command is looked for on PATH and in the usual folders"))
        self.command.fileChanged.connect(lambda _: self.check())
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        inner.addWidget(self.command)
        inner.addWidget(self.state)
        layout.addWidget(box)
        self.lexicons = PathList(
            tr("Word lists of your own"),
            tr("Actors, weapons and other words that are laid over the built-in lists"),
            tr("Word lists (*.txt);;All files (*)"),
        )
        self.lexicons.set_paths(settings.lexicons())
        layout.addWidget(self.lexicons)
        self.gazetteers = PathList(
            tr("Gazetteers"),
            tr("Places of your own that are asked besides the built-in gazetteer, first one first"),
            tr("Gazetteers (*.gaz);;All files (*)"),
        )
        self.gazetteers.set_paths(settings.gazetteers())
        self.gazetteers.add_button(tr("Get or build…"), self._build)
        layout.addWidget(self.gazetteers)
        hint = QLabel(tr("Gazetteers in {} are used without being listed here.").format(settings.gazetteer_folder()))
        hint.setWordWrap(True)
        layout.addWidget(hint)
        layout.addStretch()
        self.check()

    def check(self) -> None:
        """Say whether the command of the line works."""
        given = self.command.filePath().strip()
        before = settings.command_setting()
        try:
            settings.set_command_setting(given)
            self.state.setText(command_state())
        finally:
            settings.set_command_setting(before)

    def apply(self) -> None:
        settings.set_command_setting(self.command.filePath())
        settings.set_lexicons(self.lexicons.paths())
        settings.set_gazetteers(self.gazetteers.paths())
        gazetteer.shared().stop()

    def _build(self) -> None:
        dialog = GazetteerDialog(self)
        dialog.exec()


def command_state() -> str:
    """One line: the version of the command, or what is missing."""
    try:
        command = settings.find_command()
    except settings.CommandMissing as missing:
        return tr("✗ {} was not found. Install strikemap and put it on PATH, or choose it here.").format(missing)
    try:
        done = subprocess.run([command, "--version"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"✗ {error}"
    lines = done.stdout.decode("utf-8", "replace").strip().splitlines()
    if done.returncode != 0 or not lines:
        return tr("✗ {} is not the command strikemap").format(command)
    return f"✓ {lines[0]} — {command}"
