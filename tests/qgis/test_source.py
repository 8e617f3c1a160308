"""The plugin's source: names that Qt 6 has too, no QGIS newer than 3.22, no widgets outside gui/, metadata that is whole."""

import ast
import configparser
import importlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

import common

PACKAGE = Path(common.PLUGIN) / "strikemap"
SOURCES = sorted(PACKAGE.rglob("*.py"))
# What qgis.PyQt gives back in Qt 6 where PyQt6 has moved or dropped it.
SHIMS = {("QtWidgets", "QAction"), ("QtCore", "QVariant"), ("", "sip")}
# Gone in Qt 6 or in PyQt6, by their bare names.
GONE = {"exec_", "QRegExp", "QDesktopWidget", "QTextCodec", "QSignalMapper", "toPyDate", "globalPos", "setTabStopWidth", "SIGNAL"}


def names_of(tree):
    """Local name -> (module, name there) of all imports, those for type checkers too."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                found[alias.asname or alias.name] = (node.module, alias.name)
    return found


def chains_of(tree):
    """Every dotted name that begins with a plain name, longest first, with its line."""
    inner = set()
    for node in ast.walk(tree):
        parts, at = [], node
        while isinstance(at, ast.Attribute):
            parts.insert(0, at.attr)
            inner.add(id(at.value))
            at = at.value
        if isinstance(at, ast.Name) and parts and id(node) not in inner:
            yield [at.id, *parts], node.lineno


def qgis_names():
    """(file, line, module, chain) of every use of a class of QGIS or Qt."""
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = names_of(tree)
        for chain, line in chains_of(tree):
            module, name = names.get(chain[0], ("", ""))
            if module.startswith("qgis."):
                yield path.name, line, module, [name, *chain[1:]]


def reach(module, chain):
    """The object at a dotted name, as far as it goes by classes; None where an instance begins."""
    at = getattr(importlib.import_module(module), chain[0])
    for part in chain[1:]:
        if not isinstance(at, type):
            return at
        at = getattr(at, part)
    return at


class Source(unittest.TestCase):
    def test_qt_is_imported_through_qgis_alone(self):
        for path in SOURCES:
            self.assertIsNone(re.search(r"^\s*(from|import) PyQt\d", path.read_text(encoding="utf-8"), re.M), path)

    def test_every_name_of_qgis_and_qt_is_in_this_version(self):
        seen = 0
        for file, line, module, chain in qgis_names():
            with self.subTest(file=file, line=line, name=".".join(chain)):
                reach(module, chain)
                seen += 1
        self.assertGreater(seen, 150)

    def test_enums_of_qt_are_named_in_full(self):
        for file, line, module, chain in qgis_names():
            if not module.startswith("qgis.PyQt") or len(chain) < 2 or chain[0] == "QVariant":
                continue
            second = reach(module, chain[:2])
            short = isinstance(second, int) and type(second) is not int
            self.assertFalse(short, f"{file}:{line}: {'.'.join(chain)} lacks its enum's name")

    def test_nothing_that_qt_6_dropped(self):
        for path in SOURCES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
                self.assertNotIn(name, GONE, f"{path}:{getattr(node, 'lineno', 0)}")

    @unittest.skipUnless(importlib.util.find_spec("PyQt6"), "PyQt6 is missing")
    def test_pyqt_6_has_every_name_of_qt(self):
        # In a process of its own: two Qts do not go together.
        wanted = set()
        for path in SOURCES:
            for module, name in names_of(ast.parse(path.read_text(encoding="utf-8"))).values():
                part = module.replace("qgis.PyQt", "").lstrip(".")
                if module.startswith("qgis.PyQt") and (part, name) not in SHIMS:
                    wanted.add((part, name))
        for _, _, module, chain in qgis_names():
            part = module.replace("qgis.PyQt", "").lstrip(".")
            if module.startswith("qgis.PyQt") and (part, chain[0]) not in SHIMS:
                wanted.add((part, ".".join(chain)))
        code = (
            "import importlib, sys\n"
            "for line in sys.stdin:\n"
            "    module, chain = line.split()\n"
            "    at = importlib.import_module('PyQt6.' + module)\n"
            "    for part in chain.split('.'):\n"
            "        if not (isinstance(at, type) or at.__class__.__name__ == 'module'): break\n"
            "        if not hasattr(at, part): print(module, chain); break\n"
            "        at = getattr(at, part)\n"
        )
        lines = "".join(f"{part} {chain}\n" for part, chain in sorted(wanted))
        done = subprocess.run([sys.executable, "-c", code], input=lines, capture_output=True, text=True)
        self.assertEqual((done.stdout, done.returncode), ("", 0), done.stderr)
        self.assertGreater(len(wanted), 80)

    def test_widgets_stay_in_gui(self):
        for path in SOURCES:
            if "gui" not in path.parts:
                self.assertNotIn("QtWidgets", path.read_text(encoding="utf-8"), path)

    def test_functions_are_typed(self):
        for path in SOURCES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    self.assertIsNotNone(node.returns, f"{path.name}:{node.lineno} {node.name}")


class Metadata(unittest.TestCase):
    def test_metadata_is_whole_and_true(self):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(PACKAGE / "metadata.txt", encoding="utf-8")
        general = parser["general"]
        for key in ("name", "qgisMinimumVersion", "description", "about", "version", "author", "icon", "tags", "category"):
            self.assertTrue(general.get(key), key)
        self.assertEqual(general["hasProcessingProvider"], "yes")
        self.assertTrue((PACKAGE / general["icon"]).is_file())
        for key in ("homepage", "repository", "tracker", "email"):  # given when the plugin is packed for publication
            self.assertNotIn("example.", general.get(key, ""))

    def test_the_packed_metadata_names_what_the_publisher_gives(self):
        cmake = shutil.which("cmake")
        if cmake is None:
            self.skipTest("no cmake")
        with tempfile.TemporaryDirectory() as folder:
            packed = Path(folder) / "plugin.zip"
            script = PACKAGE.parent / "zip.cmake"
            subprocess.run([cmake, "-P", script, PACKAGE.parent, packed, "https://a.b/c", "me@a.b"], check=True)
            with zipfile.ZipFile(packed) as archive:
                text = archive.read("strikemap/metadata.txt").decode()
                self.assertFalse([name for name in archive.namelist() if not name.startswith("strikemap/")])
        self.assertIn("\nrepository=https://a.b/c\n", text)
        self.assertIn("\nemail=me@a.b\n", text)


if __name__ == "__main__":
    common.main()
