# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin: everything initGui and initProcessing set up, unload takes away again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .core import expressions, gazetteer
from .processing.provider import StrikemapProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .gui.interface import Interface

FOLDER = Path(__file__).parent


class StrikemapPlugin:
    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: StrikemapProvider | None = None
        self.interface: Interface | None = None
        self.translator: QTranslator | None = None
        self._install_translator()

    def initProcessing(self) -> None:
        if self.provider is None:
            self.provider = StrikemapProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            expressions.register()

    def initGui(self) -> None:
        self.initProcessing()
        if self.iface is not None:
            from .gui.interface import Interface

            self.interface = Interface(self.iface)

    def unload(self) -> None:
        if self.interface is not None:
            self.interface.unload()
            self.interface = None
        expressions.unregister()
        gazetteer.shared().stop()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None

    def _install_translator(self) -> None:
        locale = QgsSettings().value("locale/userLocale", QLocale().name()) or ""
        for name in (locale, locale[:2]):
            path = FOLDER / "i18n" / f"strikemap_{name}.qm"
            if path.is_file():
                translator = QTranslator()
                if translator.load(str(path)):
                    self.translator = translator
                    QCoreApplication.installTranslator(translator)
                return
