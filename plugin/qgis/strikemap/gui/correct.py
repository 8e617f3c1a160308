# SPDX-License-Identifier: GPL-2.0-or-later
"""The window in which an analyst corrects a strike."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsDateTimeEdit, QgsMapCanvas, QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..core import corrections, gazetteer, runner, settings, text, tr
from ..core.corrections import Correction
from ..core.gazetteer import Place
from ..core.reading import Strike
from .locator import description

WORLD = "EPSG:4326"
_FIGURES = ("fat_low", "fat_best", "fat_high")
_TEXTS = ("attacker", "target", "weapon")


class CorrectDialog(QDialog):
    """Shows what is known of a strike; correction() tells what the analyst changed."""

    def __init__(self, strike: Strike, canvas: QgsMapCanvas | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strike = strike
        self.canvas = canvas
        self.place: Place | None = None
        self.point: QgsPointXY | None = None
        self.tool: QgsMapToolEmitPoint | None = None
        self.previous_tool: Any = None
        self.band: QgsRubberBand | None = None
        self.setWindowTitle(tr("Correct strike"))
        self.setMinimumWidth(460)
        layout = QVBoxLayout(self)
        sentence = QLabel(str(strike.row.get("sentence") or ""))
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        sentence.setStyleSheet("font-style: italic; padding: 2px 0 6px 0;")
        layout.addWidget(sentence)
        layout.addWidget(self._place_box())
        layout.addWidget(self._facts_box())
        self.reject_box = QCheckBox(tr("Reject: this is no strike, or not one of its own"))
        layout.addWidget(self.reject_box)
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("Why (kept with the correction)"))
        layout.addWidget(self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.finished.connect(self._end_picking)
        if self.search.text():
            self.find_places()

    def correction(self) -> Correction:
        """The columns that differ from what the strike says."""
        row = self.strike.row
        result = Correction(self.strike.id, note=self.note.text().strip())
        if self.place is not None:
            result.choose(self.place)
            result.values["radius_m"] = self.radius.value() * 1000
        elif self.point is not None:
            result.move(self.point.x(), self.point.y(), self.radius.value() * 1000)
        elif self.radius.value() != self._radius_shown:
            result.values["radius_m"] = self.radius.value() * 1000
        for name, edit in self.days.items():
            value = edit.dateTime()
            day = value.date().toString(Qt.DateFormat.ISODate) if not edit.isNull() and value.isValid() else None
            _put(result, row, name, day)
        for name, line in self.texts.items():
            _put(result, row, name, line.text().strip() or None)
        for name, spin in self.figures.items():
            _put(result, row, name, spin.value() if spin.value() >= 0 else None)
        if self.reject_box.isChecked():
            result.values["rejected"] = True
        return result

    def find_places(self) -> None:
        """List the gazetteer's candidates for the name in the search line."""
        self.candidates.clear()
        name, _, country = (part.strip() for part in self.search.text().partition(","))
        try:
            places = gazetteer.shared().find(name, country)
        except (settings.CommandMissing, runner.CommandFailed) as error:
            self._tell(str(error))
            return
        self.candidates.blockSignals(True)  # the first one is not chosen by being listed
        for place in places:
            item = QListWidgetItem(f"{place.name} — {description(place)}")
            item.setToolTip(place.reason)
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.candidates.addItem(item)
        self.candidates.setCurrentRow(-1)
        self.candidates.blockSignals(False)
        if not places:
            self._tell(tr("No place of that name. Pick the point on the map instead."))

    def choose_candidate(self) -> None:
        """Take the candidate under the cursor as the strike's place."""
        item = self.candidates.currentItem()
        place = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(place, Place):
            self.place, self.point = place, None
            self.radius.setValue(max(place.radius_m, 500.0) / 1000)
            self._show_position(QgsPointXY(place.lon, place.lat), place.name)

    def set_point(self, point: QgsPointXY) -> None:
        """Take a point in degrees as the strike's place."""
        self.place, self.point = None, point
        self._show_position(point, tr("picked on the map"))

    def _place_box(self) -> QGroupBox:
        box = QGroupBox(tr("Where"))
        layout = QVBoxLayout(box)
        row = QHBoxLayout()
        self.search = QLineEdit(str(self.strike.row.get("place") or self.strike.row.get("where_text") or ""))
        self.search.setPlaceholderText(tr("Place, or place, country"))
        self.search.returnPressed.connect(self.find_places)
        find = QPushButton(tr("Find"))
        find.setAutoDefault(False)
        find.clicked.connect(self.find_places)
        pick = QPushButton(tr("Pick on map"))
        pick.setAutoDefault(False)
        pick.setEnabled(self.canvas is not None)
        pick.clicked.connect(self._pick)
        for widget in (self.search, find, pick):
            row.addWidget(widget)
        layout.addLayout(row)
        self.candidates = QListWidget()
        self.candidates.setMaximumHeight(110)
        self.candidates.currentRowChanged.connect(lambda _: self.choose_candidate())
        layout.addWidget(self.candidates)
        self.radius = QDoubleSpinBox()
        self.radius.setRange(0, 5000)
        self.radius.setDecimals(1)
        self.radius.setSuffix(tr(" km"))
        self.radius.setValue(float(self.strike.row.get("radius_m") or 0) / 1000)
        self._radius_shown = self.radius.value()  # rounded by the box
        self.radius.setToolTip(tr("The true point lies within this distance, 9 times in 10"))
        self.position = QLabel(text.uncertainty(self.strike.row.get("radius_m")))
        self.position.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self.position, 1)
        row.addWidget(QLabel(tr("within")))
        row.addWidget(self.radius)
        layout.addLayout(row)
        return box

    def _facts_box(self) -> QGroupBox:
        box = QGroupBox(tr("When, who, how many"))
        form = QFormLayout(box)
        row = self.strike.row
        self.days = {name: _day_edit(row.get(name)) for name in ("date_start", "date_end")}
        form.addRow(tr("First and last possible day"), _in_row(*self.days.values()))
        self.texts = {name: QLineEdit(str(row.get(name) or "")) for name in _TEXTS}
        for name, title in zip(_TEXTS, (tr("Attacker"), tr("Target"), tr("Weapon"))):
            form.addRow(title, self.texts[name])
        self.figures = {name: _figure_edit(row.get(name)) for name in _FIGURES}
        form.addRow(tr("Deaths: low, best, high"), _in_row(*self.figures.values()))
        return box

    def _pick(self) -> None:
        if self.canvas is None:
            return
        self.previous_tool = self.canvas.mapTool()
        self.tool = QgsMapToolEmitPoint(self.canvas)
        self.tool.canvasClicked.connect(self._picked)
        self.canvas.setMapTool(self.tool)
        self._tell(tr("Click where the strike was"))

    def _picked(self, point: QgsPointXY, _button: Any = None) -> None:
        crs = self.canvas.mapSettings().destinationCrs() if self.canvas else QgsCoordinateReferenceSystem(WORLD)
        transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WORLD), QgsProject.instance())
        self.set_point(transform.transform(point))
        self._end_picking()
        self.raise_()

    def _end_picking(self, _result: int = 0) -> None:
        if self.canvas is not None and self.tool is not None:
            if self.previous_tool is not None:
                self.canvas.setMapTool(self.previous_tool)
            else:
                self.canvas.unsetMapTool(self.tool)
        self.tool = None
        if self.band is not None and not self.isVisible() and self.canvas is not None:
            self.canvas.scene().removeItem(self.band)
            self.band = None

    def _show_position(self, point: QgsPointXY, what: str) -> None:
        self._tell(f"{point.y():.4f}, {point.x():.4f} · {what}")
        if self.canvas is None:
            return
        if self.band is None:
            self.band = QgsRubberBand(self.canvas, QgsWkbTypes.PointGeometry)
            self.band.setColor(QColor(255, 160, 0))
            self.band.setIconSize(14)
            self.band.setWidth(3)
        self.band.setToGeometry(QgsGeometry.fromPointXY(point), QgsCoordinateReferenceSystem(WORLD))

    def _tell(self, message: str) -> None:
        self.position.setText(message)


def _put(result: Correction, row: dict[str, Any], name: str, value: Any) -> None:
    if corrections.text_of(row.get(name) or (row.get(name) if row.get(name) == 0 else None)) != corrections.text_of(
        value
    ):
        result.values[name] = value


def _day_edit(value: Any) -> QgsDateTimeEdit:
    edit = QgsDateTimeEdit()
    edit.setDisplayFormat("yyyy-MM-dd")
    edit.setAllowNull(True)
    edit.setNullRepresentation(tr("unknown"))
    edit.setCalendarPopup(True)
    day = QDate.fromString(str(value or "")[:10], Qt.DateFormat.ISODate)
    if day.isValid():
        edit.setDateTime(QDateTime(day, QTime(12, 0)))
    else:
        edit.clear()
    return edit


def _figure_edit(value: Any) -> QSpinBox:
    edit = QSpinBox()
    edit.setRange(-1, 1_000_000)
    edit.setSpecialValueText(tr("unknown"))
    edit.setValue(-1 if value is None else int(value))
    return edit


def _in_row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return holder
