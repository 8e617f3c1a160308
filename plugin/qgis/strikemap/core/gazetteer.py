# SPDX-License-Identifier: GPL-2.0-or-later
"""Places by name from one running `strikemap gazetteer find -`, shared by locator, expressions and dialogs."""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from dataclasses import dataclass
from typing import Any

from . import runner, settings

_CACHE_SIZE = 20_000


@dataclass(frozen=True)
class Place:
    """One candidate for a name. Degrees WGS 84, metres; texts are "" when unknown."""

    id: str
    name: str
    kind: str
    lon: float
    lat: float
    radius_m: float
    iso3: str
    country: str
    adm1: str
    adm2: str
    population: int
    source: str
    reason: str
    inside: bool  # in the country and province that were asked for
    variant: bool  # found by another spelling of the name

    @property
    def container(self) -> str:
        """The district, province and country that hold it, without its own name."""
        parts = [part for part in (self.adm2, self.adm1, self.country or self.iso3) if part and part != self.name]
        return ", ".join(dict.fromkeys(parts))


def place_of(row: dict[str, Any]) -> Place | None:
    """A place of one candidate in the command's answer; None without coordinates."""
    lon, lat = row.get("lon"), row.get("lat")
    if not isinstance(lon, (int, float)) or not isinstance(lat, (int, float)):
        return None
    return Place(
        id=str(row.get("place_id") or row.get("id") or ""),
        name=str(row.get("name") or ""),
        kind=str(row.get("kind") or ""),
        lon=float(lon),
        lat=float(lat),
        radius_m=float(row.get("radius_m") or 0),
        iso3=str(row.get("iso3") or ""),
        country=str(row.get("country") or ""),
        adm1=str(row.get("adm1") or ""),
        adm2=str(row.get("adm2") or ""),
        population=int(row.get("population") or 0),
        source=str(row.get("place_src") or row.get("source") or ""),
        reason=str(row.get("reason") or ""),
        inside=row.get("inside") is not False,
        variant=bool(row.get("variant")),
    )


class GazetteerProcess:
    """Asks a running command, one line a question. Started at the first question, safe between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._started_with: tuple[str, ...] = ()
        self._cache: dict[tuple[str, str, str], list[Place]] = {}

    def find(self, name: str, country: str = "", adm1: str = "") -> list[Place]:
        """Candidates for a name, likeliest first; country: name or ISO code. Raises CommandMissing, CommandFailed."""
        key = (name.strip(), country.strip(), adm1.strip())
        if not key[0]:
            return []
        with self._lock:
            found = self._cache.get(key)
            if found is None:
                found = self._ask(key)
                if len(self._cache) >= _CACHE_SIZE:
                    self._cache.clear()
                self._cache[key] = found
            return found

    def stop(self) -> None:
        """End the process; the next question starts it again with the settings of then."""
        with self._lock:
            self._end()
            self._cache.clear()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _ask(self, key: tuple[str, str, str]) -> list[Place]:
        for attempt in (1, 2):
            process = self._ensure()
            try:
                assert process.stdin and process.stdout
                process.stdin.write(_question(*key))
                process.stdin.flush()
                line = process.stdout.readline()
                if line:
                    return _answer(line)
            except (BrokenPipeError, OSError):
                pass
            message = self._end()
            if attempt == 2:
                raise runner.CommandFailed(message)
        return []

    def _ensure(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            arguments = ["gazetteer", "find", "-"]
            for path in settings.gazetteers():
                arguments += ["--gazetteer", path]
            try:
                self._process = runner.start(arguments, stdin=subprocess.PIPE)
            except OSError as error:
                raise runner.CommandFailed(str(error)) from error
        return self._process

    def _end(self) -> str:
        """End the process; returns its last message."""
        process, self._process = self._process, None
        if process is None:
            return ""
        if process.stdin:
            with contextlib.suppress(OSError):
                process.stdin.close()
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        messages = process.stderr.read().decode("utf-8", "replace").strip().splitlines() if process.stderr else []
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()
        return messages[-1] if messages else f"strikemap gazetteer find ended with status {process.returncode}"


def _question(name: str, country: str, adm1: str) -> bytes:
    question = {"name": " ".join(name.split())}
    if country:
        question["country"] = country
    if adm1:
        question["adm1"] = adm1
    return (json.dumps(question, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _answer(line: bytes) -> list[Place]:
    try:
        answer = json.loads(line)
    except ValueError:
        return []
    rows = answer.get("candidates") if isinstance(answer, dict) else answer
    places = [place_of(row) for row in rows or [] if isinstance(row, dict)]
    return [place for place in places if place is not None]


_shared = GazetteerProcess()


def shared() -> GazetteerProcess:
    """The one process of this QGIS."""
    return _shared
