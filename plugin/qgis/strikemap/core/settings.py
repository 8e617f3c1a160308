# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's settings and where the command is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from qgis.core import QgsSettings

PREFIX = "strikemap/"


class CommandMissing(Exception):
    """The command `strikemap` was not found."""


def command_setting() -> str:
    return str(QgsSettings().value(PREFIX + "command", "") or "")


def set_command_setting(path: str) -> None:
    QgsSettings().setValue(PREFIX + "command", path.strip())


def lexicons() -> list[str]:
    """Word lists of the user's own, laid over the built-in ones."""
    return _paths("lexicons")


def set_lexicons(paths: list[str]) -> None:
    QgsSettings().setValue(PREFIX + "lexicons", os.pathsep.join(paths))


def gazetteers() -> list[str]:
    """Gazetteers named in the settings; the command adds those in the user's data folder by itself."""
    return _paths("gazetteers")


def set_gazetteers(paths: list[str]) -> None:
    QgsSettings().setValue(PREFIX + "gazetteers", os.pathsep.join(paths))


def find_command() -> str:
    """Path of the command: the setting, else PATH, else the usual folders. Raises CommandMissing."""
    setting = command_setting()
    if setting:
        if shutil.which(setting):
            return setting
        raise CommandMissing(setting)
    found = shutil.which("strikemap")
    if found:
        return found
    name = "strikemap.exe" if sys.platform == "win32" else "strikemap"
    for folder in (
        Path(sys.prefix) / "bin",
        Path.home() / ".local" / "bin",
        Path("/usr/local/bin"),
        Path("/opt/local/bin"),
    ):
        if os.access(folder / name, os.X_OK):
            return str(folder / name)
    raise CommandMissing("strikemap")


def gazetteer_folder() -> Path:
    """Folder of the user's own gazetteers, the one that the command reads by itself."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "strikemap" / "gazetteers"


def _paths(key: str) -> list[str]:
    value = str(QgsSettings().value(PREFIX + key, "") or "")
    return [path for path in value.split(os.pathsep) if path]
