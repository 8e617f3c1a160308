"""The algorithms in qgis_process, as scripts run them."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "data" / "reports" / "2024-01-iran-pakistan.txt"
COMMAND = os.environ.get("STRIKEMAP", str(ROOT / "build" / "strikemap"))
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")  # Debian's wrapper of that name fails


@unittest.skipUnless(PROGRAM, "qgis_process is missing")
class Process(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls._folder = tempfile.TemporaryDirectory(prefix="strikemap-process-")
        cls.folder = Path(cls._folder.name)
        bin_folder = cls.folder / "bin"
        bin_folder.mkdir()
        (bin_folder / "strikemap").symlink_to(COMMAND)
        cls.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QGIS_CUSTOM_CONFIG_PATH": str(cls.folder),
            "QGIS_PLUGINPATH": os.environ.get("STRIKEMAP_PLUGIN", str(ROOT / "plugin" / "qgis")),
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        cls.run_process("plugins", "enable", "strikemap")

    @classmethod
    def tearDownClass(cls):
        cls._folder.cleanup()

    @classmethod
    def run_process(cls, *arguments):
        done = subprocess.run([PROGRAM, *arguments], env=cls.environment, capture_output=True, text=True, timeout=300)
        return done.stdout + done.stderr

    def test_lists_the_algorithms(self):
        listed = self.run_process("list")
        for name in ("mapstrikes", "geocodetable", "overlaystrikes", "generalise", "findplace"):
            self.assertIn(f"strikemap:{name}", listed)

    def test_maps_with_the_report_alone(self):
        said = self.run_process("run", "strikemap:mapstrikes", f"--REPORTS={REPORT}")
        self.assertIn("|layername=strikes", said)

    def test_writes_where_it_is_told(self):
        target = self.folder / "out.gpkg"
        self.run_process("run", "strikemap:mapstrikes", f"--REPORTS={REPORT}", f"--OUTPUT={target}")
        self.assertGreater(target.stat().st_size, 10_000)

    def test_finds_a_place(self):
        target = self.folder / "places.geojson"
        self.run_process("run", "strikemap:findplace", "--NAME=Panjgur", f"--OUTPUT={target}")
        self.assertIn('"PAK"', target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
