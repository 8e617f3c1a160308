# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the command with live progress, its log and cancel. Safe to call from a background thread."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from typing import IO

from qgis.core import QgsFeedback, QgsProcessingFeedback

from . import settings, tr

_STEP = re.compile(r"(\d{1,3})(\.{0,3})$")
_PROGRESS_CHARS = frozenset("0123456789.")


class CommandFailed(Exception):
    """The command ended with an error; the text is its last message."""


class CommandCanceled(Exception):
    """The user stopped the work."""


@dataclass
class Outcome:
    """How the command ended: exit status and what it said on stderr."""

    status: int
    messages: list[str] = field(default_factory=list)

    @property
    def last_message(self) -> str:
        """Its last lines: what failed, and which input before that."""
        lines = [message.replace("strikemap: ", "", 1) for message in self.messages[-3:]]
        return "\n".join(lines) or tr("strikemap ended with status {}").format(self.status)


class ProgressReader:
    """Splits the standard output into GDAL's progress (0...10...20) and lines of text."""

    def __init__(self, feedback: QgsFeedback) -> None:
        self.feedback = feedback
        self.line = ""

    def feed(self, char: str) -> str | None:
        """Take one character; returns a finished line that is no progress bar."""
        if char == "\n":
            line, self.line = self.line.rstrip("\r"), ""
            return None if re.fullmatch(r"[\d.]*(100 - done\.)?", line) else line
        self.line += char
        if char in _PROGRESS_CHARS and self.line.startswith("0"):
            step = _STEP.search(self.line)
            if step:
                self.feedback.setProgress(min(100.0, int(step[1]) + 2.5 * len(step[2])))
        return None


def start(arguments: list[str], stdin: int | IO[bytes] | None = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    """Start the command with its output in pipes. Raises CommandMissing or OSError."""
    flags = 0x08000000 if sys.platform == "win32" else 0  # no console window
    return subprocess.Popen(
        [settings.find_command(), *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=flags,
    )


def run(arguments: list[str], feedback: QgsFeedback) -> Outcome:
    """Run the command to its end. Raises CommandMissing, CommandFailed (it did not start) or CommandCanceled."""
    try:
        process = start(arguments)
    except OSError as error:
        raise CommandFailed(str(error)) from error
    outcome = Outcome(0)
    threads = [
        threading.Thread(target=_read_output, args=(process.stdout, feedback), daemon=True),
        threading.Thread(target=_read_messages, args=(process.stderr, feedback, outcome), daemon=True),
    ]
    for thread in threads:
        thread.start()
    canceled = _wait(process, feedback)
    for thread in threads:
        thread.join()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()
    if canceled:
        raise CommandCanceled
    outcome.status = process.returncode
    return outcome


def _wait(process: subprocess.Popen[bytes], feedback: QgsFeedback) -> bool:
    """Wait for the end; returns whether the user canceled."""
    while True:
        try:
            process.wait(timeout=0.1)
            return False
        except subprocess.TimeoutExpired:
            if feedback.isCanceled():
                break
    process.terminate()
    try:
        process.wait(timeout=3)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return True


def _read_output(pipe: IO[bytes], feedback: QgsFeedback) -> None:
    reader = ProgressReader(feedback)
    while True:
        chunk = pipe.read1(4096)  # type: ignore[attr-defined]
        if not chunk:
            break
        for char in chunk.decode("utf-8", "replace"):
            line = reader.feed(char)
            if line is not None and isinstance(feedback, QgsProcessingFeedback):
                feedback.pushConsoleInfo(line)


def _read_messages(pipe: IO[bytes], feedback: QgsFeedback, outcome: Outcome) -> None:
    for raw in pipe:
        line = raw.decode("utf-8", "replace").rstrip()
        if not line:
            continue
        outcome.messages.append(line)
        if isinstance(feedback, QgsProcessingFeedback):
            feedback.pushInfo(line)
