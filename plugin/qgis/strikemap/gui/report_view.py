# SPDX-License-Identifier: GPL-2.0-or-later
"""The report's text with its place mentions by role and its strikes. The text is shown as text: it cannot be markup."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFont, QMouseEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from qgis.PyQt.QtWidgets import QTextEdit, QToolTip, QWidget

from ..core import tr
from ..core.reading import Mention, Report, Strike
from ..core.text import ShownText

ROLE_COLOURS = {
    "literal": "#2166ac",
    "metonym": "#8e44ad",
    "demonym": "#1b8a6b",
    "dateline": "#6b7280",
    "embedded": "#a6611a",
}
TRIGGER = QColor(209, 73, 91, 70)
SENTENCE = QColor(209, 73, 91, 26)
CHOSEN = QColor(255, 196, 0, 105)
LARGEST = 2_000_000  # code points that are coloured; longer texts stay plain

Span = tuple[int, int]


def role_name(role: str) -> str:
    names = {
        "literal": tr("place"),
        "metonym": tr("stands for a government"),
        "demonym": tr("people or adjective"),
        "dateline": tr("dateline"),
        "embedded": tr("inside a name"),
    }
    return names.get(role, role)


class ReportView(QTextEdit):
    """Read-only text; clicking a strike's sentence chooses it."""

    strikeClicked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(10)
        self.shown = ShownText("")
        self.mentions: list[Mention] = []
        self.sentences: dict[str, Span] = {}
        self.strikes: dict[str, Strike] = {}
        self.viewport().setMouseTracking(True)

    def show_report(self, report: Report, strikes: list[Strike]) -> None:
        """Show a report with its mentions, and those of the strikes that its sentences carry."""
        self.shown = ShownText(report.text)
        self.mentions = report.mentions
        self.strikes = {strike.id: strike for strike in strikes if strike.row.get("report_id") == report.id}
        self.sentences = {}
        for strike in self.strikes.values():
            span = self.shown.find(str(strike.row.get("sentence") or ""), strike.anchor or 0)
            if span is not None:
                self.sentences[strike.id] = span
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())  # else the new text takes the last mark
        self.setPlainText(self.shown.shown)
        self._space_lines()
        if len(self.shown.code_points) <= LARGEST:
            self._colour()
        self.choose("")

    def choose(self, strike_id: str) -> None:
        """Highlight the sentence and the evidence of a strike and bring it into view; "" chooses none."""
        selections = []
        span = self.sentences.get(strike_id)
        if span is not None:
            selections.append(self._selection(span, background=CHOSEN))
            for key, spans in self.strikes[strike_id].spans.items():
                for evidence in spans:
                    selections.append(self._selection(evidence, underline=key != "trigger", bold=True))
        self.setExtraSelections(selections)
        if span is not None:
            end = self._cursor(span)
            end.setPosition(self.shown.position(span[1]))
            self.setTextCursor(end)
            start = QTextCursor(self.document())
            start.setPosition(self.shown.position(span[0]))
            self.setTextCursor(start)
            self.ensureCursorVisible()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        at = self._code_point(event)
        hits = [(end - begin, sid) for sid, (begin, end) in self.sentences.items() if begin <= at < end]
        near = [(abs((self.strikes[sid].anchor or 0) - at), sid) for _, sid in hits]
        if near:
            self.strikeClicked.emit(min(near)[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self._code_point(event)
        mention = next((m for m in self.mentions if m.begin <= at < m.end), None)
        if mention is None:
            QToolTip.hideText()
            return
        QToolTip.showText(self.viewport().mapToGlobal(_position(event)), mention_tip(mention), self)

    def _code_point(self, event: QMouseEvent) -> int:
        return self.shown.code_point(self.cursorForPosition(_position(event)).position())

    def _space_lines(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(125, 1)  # proportional height
        cursor.mergeBlockFormat(block)

    def _colour(self) -> None:
        for strike_id, span in self.sentences.items():
            self._format(span, background=SENTENCE)
            for trigger in self.strikes[strike_id].spans.get("trigger", []):
                self._format(trigger, background=TRIGGER)
        for mention in self.mentions:
            colour = QColor(ROLE_COLOURS.get(mention.role, "#444444"))
            form = QTextCharFormat()
            form.setFontUnderline(True)
            form.setUnderlineColor(colour)
            if mention.role == "literal":
                form.setFontWeight(QFont.Weight.DemiBold)
            form.setForeground(colour)
            self._cursor((mention.begin, mention.end)).mergeCharFormat(form)

    def _format(self, span: Span, background: QColor) -> None:
        form = QTextCharFormat()
        form.setBackground(background)
        self._cursor(span).mergeCharFormat(form)

    def _selection(
        self, span: Span, background: QColor | None = None, underline: bool = False, bold: bool = False
    ) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span)
        if background is not None:
            selection.format.setBackground(background)
        if underline:
            selection.format.setFontUnderline(True)
        if bold:
            selection.format.setFontWeight(QFont.Weight.Bold)
        return selection

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.shown.position(span[0]))
        cursor.setPosition(self.shown.position(span[1]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _position(event: QMouseEvent) -> QPoint:
    """Where the mouse is; Qt 6 tells it as position()."""
    return event.position().toPoint() if hasattr(event, "position") else event.pos()


def mention_tip(mention: Mention) -> str:
    """What the gazetteer made of a mention, escaped."""
    row = mention.row
    place = ", ".join(str(part) for part in (row.get("name"), row.get("adm1"), row.get("iso3")) if part)
    lines = [f"<b>{escape(place or str(row.get('text') or ''))}</b>", escape(role_name(mention.role))]
    if row.get("conf") is not None:
        lines.append(escape(tr("confidence {}").format(f"{float(row['conf']):.2f}")))
    if row.get("reason"):
        lines.append(f"<i>{escape(str(row['reason']))}</i>")
    return "<br>".join(lines)
