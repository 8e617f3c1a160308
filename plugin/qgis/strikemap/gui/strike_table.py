# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of strikes."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core import text, tr
from ..core.reading import Strike

COLUMNS = 5
_PALE = QColor(128, 128, 128)
_NUMERIC = (3, 4)


class StrikeModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.strikes: list[Strike] = []

    def set_strikes(self, strikes: list[Strike]) -> None:
        self.beginResetModel()
        self.strikes = strikes
        self.endResetModel()

    def row_of(self, strike_id: str) -> int:
        return next((i for i, strike in enumerate(self.strikes) if strike.id == strike_id), -1)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.strikes)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), tr("Who struck whom"), tr("Where"), tr("Deaths"), tr("Conf."))[section]

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        strike = self.strikes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell(strike, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return details(strike)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMERIC:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and strike.rejected:
            return _PALE
        if role == Qt.ItemDataRole.FontRole and (strike.rejected or strike.corrected):
            font = QFont()
            font.setStrikeOut(strike.rejected)
            font.setItalic(strike.corrected)
            return font
        return None


def cell(strike: Strike, column: int) -> str:
    row = strike.row
    if column == 0:
        return text.days(row.get("date_start"), row.get("date_end"))
    if column == 1:
        return f"{shortened(row.get('attacker'))} → {shortened(row.get('target'))}"
    if column == 2:
        place = str(row.get("place") or row.get("where_text") or row.get("country") or tr("place unknown"))
        precision = text.precision(row.get("where_prec"))
        return f"{place} ({precision})" if precision and row.get("where_prec") != 1 else place
    if column == 3:
        return text.figures(row.get("fat_low"), row.get("fat_best"), row.get("fat_high"))
    conf = row.get("conf")
    return "" if conf is None else f"{float(conf):.0%}"


def shortened(name: object, longest: int = 44) -> str:
    """A name for a narrow column, cut between words."""
    text_of = str(name or "?")
    if len(text_of) <= longest:
        return text_of
    return text_of[:longest].rsplit(" ", 1)[0] + " …"


def details(strike: Strike) -> str:
    """All that is said of a strike, as escaped HTML."""
    row = strike.row
    where = ", ".join(str(p) for p in dict.fromkeys((row.get("place"), row.get("adm1"), row.get("country"))) if p)
    lines = [f"<b>{escape(where or tr('place unknown'))}</b> · {escape(cell(strike, 0))}"]
    weapon = f" ({escape(str(row['weapon']))})" if row.get("weapon") else ""
    lines.append(escape(f"{row.get('attacker') or '?'} → {row.get('target') or '?'}") + weapon)
    uncertain = text.uncertainty(row.get("radius_m"))
    precision = text.precision(row.get("where_prec"))
    lines.append(f"<i>{escape(uncertain)}</i>" + (f" · {escape(precision)}" if precision else ""))
    if row.get("status") and row["status"] != "reported":
        lines.append(f"<b>{escape(str(row['status']))}</b>")
    html = "<br>".join(lines)
    if strike.claims:
        html += f"<table cellspacing='2'>{text.claim_rows(strike.claims)}</table>"
    else:
        html += "<br>"
    if row.get("sentence"):
        html += f"“{escape(str(row['sentence']))}”"
    return html
