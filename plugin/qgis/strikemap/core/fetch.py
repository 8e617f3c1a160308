# SPDX-License-Identifier: GPL-2.0-or-later
"""Fetches a web page in the background, by QGIS's own network settings."""

from __future__ import annotations

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from . import tr


class FetchTask(QgsTask):
    """After its end `data` holds the page, or `message` tells why there is none."""

    def __init__(self, url: str) -> None:
        super().__init__(tr("Fetch report"), QgsTask.CanCancel)
        self.url = url
        self.data = b""
        self.message = ""
        self.feedback = QgsFeedback()

    def run(self) -> bool:
        request = QgsBlockingNetworkRequest()
        error = request.get(QNetworkRequest(QUrl(self.url)), False, self.feedback)
        if error != QgsBlockingNetworkRequest.NoError:
            self.message = request.errorMessage()
            return False
        self.data = bytes(request.reply().content())
        if not self.data:
            self.message = tr("{} is empty").format(self.url)
        return bool(self.data)

    def cancel(self) -> None:
        self.feedback.cancel()
        super().cancel()
