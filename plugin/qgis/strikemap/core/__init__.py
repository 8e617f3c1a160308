# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin knows, without widgets."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("Strikemap", text)
