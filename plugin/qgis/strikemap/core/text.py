# SPDX-License-Identifier: GPL-2.0-or-later
"""Spans of a report: the files count code points, Qt counts UTF-16 units; and figures and distances in words."""

from __future__ import annotations

from array import array
from html import escape

from . import tr

# Qt keeps U+FDD0 and U+FDD1 for frames of a document.
_QT_MARKS = {"\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\0": "\ufffd"}
_PARAGRAPH_ENDS = "\n\u2029"


class ShownText:
    """A report's text as a Qt document shows it, and where its code points stand there."""

    def __init__(self, text: str) -> None:
        for mark, shown in _QT_MARKS.items():
            text = text.replace(mark, shown)
        self.code_points = text
        self.shown = text.replace("\r\n", "\n").replace("\r", "\n")
        plain = len(self.shown) == len(text) and (text.isascii() or max(text, default="") <= "\uffff")
        self._offsets = None if plain else _offsets(text)

    def position(self, code_point: int) -> int:
        """Position in the Qt document of a code point's start; clamped to the text."""
        code_point = max(0, min(code_point, len(self.code_points)))
        return code_point if self._offsets is None else self._offsets[code_point]

    def code_point(self, position: int) -> int:
        """Code point at a position of the Qt document."""
        if self._offsets is None:
            return max(0, min(position, len(self.code_points)))
        low, high = 0, len(self.code_points)
        while low < high:
            middle = (low + high + 1) // 2
            if self._offsets[middle] <= position:
                low = middle
            else:
                high = middle - 1
        return low

    def find(self, sentence: str, near: int) -> tuple[int, int] | None:
        """Code points of a sentence, the occurrence that holds or is nearest to `near`; spaces may differ."""
        if not sentence:
            return None
        best = None
        start = self.code_points.find(sentence)
        while start >= 0:
            distance = 0 if start <= near < start + len(sentence) else abs(start - near)
            if best is None or distance < best[0]:
                best = (distance, start)
            start = self.code_points.find(sentence, start + 1)
        return None if best is None else (best[1], best[1] + len(sentence))


def _offsets(text: str) -> array[int]:
    offsets = array("L", bytes(array("L").itemsize * (len(text) + 1)))
    position = 0
    for i, char in enumerate(text):
        offsets[i] = position
        if char == "\r" and text[i + 1 : i + 2] == "\n":
            continue
        position += 2 if char > "\uffff" else 1
    offsets[len(text)] = position
    return offsets


def paragraph_around(text: str, begin: int, end: int) -> tuple[int, int]:
    """The line of the text that holds a span, as code points."""
    start = max(text.rfind(mark, 0, begin) for mark in _PARAGRAPH_ENDS) + 1
    stops = [stop for stop in (text.find(mark, end) for mark in _PARAGRAPH_ENDS) if stop >= 0]
    return start, min(stops, default=len(text))


def distance(metres: float) -> str:
    """A distance rounded to what it is worth: 350 m, 4 km, 310 km."""
    if metres < 950:
        return tr("{} m").format(max(10, round(metres / 10) * 10))
    kilometres = metres / 1000
    step = 1 if kilometres < 20 else 5 if kilometres < 100 else 10
    return tr("{} km").format(f"{round(kilometres / step) * step:,}")


def uncertainty(radius_m: float | None) -> str:
    """The radius in words."""
    if radius_m is None or radius_m <= 0:
        return tr("place unknown")
    return tr("within about {}, 9 times in 10").format(distance(radius_m))


_PRECISION = {
    1: "exact place",
    2: "near the place",
    3: "district",
    4: "province",
    5: "line or border strip",
    6: "country",
    7: "sea or airspace",
}


def precision(where_prec: int | None) -> str:
    """UCDP's where_prec in words, "" when unknown."""
    return tr(_PRECISION[where_prec]) if where_prec in _PRECISION else ""


def days(start: str | None, end: str | None) -> str:
    """A day, or first and last day, of ISO dates."""
    if not start and not end:
        return tr("day unknown")
    if not end or start == end:
        return str(start)
    if not start:
        return tr("until {}").format(end)
    common = "-".join(_common(start.split("-"), end.split("-")))
    tail = end[len(common) + 1 :] if common else end
    return f"{start} – {tail}" if tail and len(common) >= 4 else f"{start} – {end}"


def _common(a: list[str], b: list[str]) -> list[str]:
    same = []
    for x, y in zip(a, b):
        if x != y:
            break
        same.append(x)
    return same


def figures(low: int | None, best: int | None, high: int | None) -> str:
    """Deaths: "9", "9 (7–12)", "" when no figure is known."""
    if best is None and low is None and high is None:
        return ""
    main = best if best is not None else low if low is not None else high
    if low is not None and high is not None and low != high:
        return f"{main} ({low}–{high})"
    return str(main)


def claim_rows(claims: list[dict[str, object]]) -> str:
    """The claims as rows of an HTML table, escaped."""
    rows = []
    for claim in claims:
        killed = _range(claim.get("killed_low"), claim.get("killed_high"), tr("killed"))
        injured = _range(claim.get("injured_low"), claim.get("injured_high"), tr("injured"))
        says = ", ".join(part for part in (killed, injured) if part) or str(claim.get("stance") or "")
        victims = str(claim.get("victims") or "")
        cells = (str(claim.get("claimant") or tr("the report")), says, victims)
        rows.append("<tr>" + "".join(f"<td>{escape(cell)}&nbsp;&nbsp;</td>" for cell in cells) + "</tr>")
    return "".join(rows)


def _range(low: object, high: object, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low == high or high is None or low is None:
        return f"{low if low is not None else high} {unit}"
    return f"{low}–{high} {unit}"
