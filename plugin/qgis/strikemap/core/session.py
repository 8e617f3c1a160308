# SPDX-License-Identifier: GPL-2.0-or-later
"""One sitting at the panel: the reports given, the file that they are read into, and how to run the command on them."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

REPORT_FILTER = "*.txt *.html *.htm *.jsonl *.csv *.report"


class Session:
    """Keeps pasted and fetched reports and the unsaved layers in a folder of its own until closed."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="strikemap-"))
        self.inputs: list[str] = []
        self.url = ""
        self._runs = 0

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def paste(self, text: str) -> None:
        """Take a pasted text as the report. The same text always has the same name, so its strikes keep their ids."""
        data = text.encode("utf-8", "replace")
        path = self.folder / f"pasted-{_digest(data)}.txt"
        path.write_bytes(data)
        self.inputs, self.url = [str(path)], ""

    def files(self, paths: list[str]) -> None:
        """Take files or folders as the reports."""
        self.inputs, self.url = list(paths), ""

    def fetched(self, url: str, data: bytes) -> None:
        """Take a web page as the report."""
        path = self.folder / f"web-{_digest(data)}.{'html' if is_html(data) else 'txt'}"
        path.write_bytes(data)
        self.inputs, self.url = [str(path)], url

    def next_output(self) -> str:
        """A new file for each run: QGIS may still show the last one."""
        self._runs += 1
        return str(self.folder / f"strikes-{self._runs}.gpkg")

    def parameters(
        self, output: str, date: str = "", source: str = "", corrections: str = "", append: bool = False
    ) -> dict[str, Any]:
        """Parameters of the algorithm mapstrikes for the reports of this sitting."""
        values: dict[str, Any] = {"REPORTS": self.inputs, "OUTPUT": output}
        optional = {"DATE": date, "SOURCE": source, "URL": self.url, "CORRECTIONS": corrections}
        values.update({name: value for name, value in optional.items() if value})
        if append:
            values["APPEND"] = True
        return values


def is_html(data: bytes) -> bool:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<!--")) or b"<html" in head


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]
