"""Locator, expression functions, map tip, form and settings; on the real command."""

import sys
import time

import common
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeedback,
    QgsLocator,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsSettings,
)
from qgis.PyQt.QtCore import Qt
from strikemap.core import gazetteer, settings


class Expressions(common.Case):
    def value(self, expression):
        parsed = QgsExpression(expression)
        context = QgsExpressionContext()
        found = parsed.evaluate(context)
        self.assertFalse(parsed.hasEvalError(), parsed.evalErrorString())
        return found

    def test_a_place_is_a_point(self):
        point = self.value("strikemap_place('Panjgur', 'Pakistan')").asPoint()
        self.assertAlmostEqual(point.x(), 64.1, delta=0.3)
        self.assertAlmostEqual(point.y(), 26.97, delta=0.3)

    def test_country_chooses_between_namesakes_by_name_or_code(self):
        for country in ("Lebanon", "LBN"):
            self.assertAlmostEqual(self.value(f"strikemap_place('Tripoli', '{country}')").asPoint().x(), 35.8, delta=0.3)
        self.assertAlmostEqual(self.value("strikemap_place('Tripoli')").asPoint().x(), 13.2, delta=0.3)

    def test_what_is_not_there_is_null(self):
        self.assertFalse(self.value("strikemap_place('Xyzzyville')"))
        self.assertFalse(self.value("strikemap_place(NULL)"))
        self.assertFalse(self.value("strikemap_place('')"))

    def test_a_namesake_elsewhere_is_not_an_answer(self):
        self.assertFalse(self.value("strikemap_place('Panjgur', 'Norway')"))

    def test_info_is_a_map(self):
        self.assertEqual(self.value("map_get(strikemap_place_info('Erbil', 'Iraq'), 'iso3')"), "IRQ")
        self.assertGreater(self.value("map_get(strikemap_place_info('Erbil', 'Iraq'), 'radius_m')"), 0)

    def test_lines_and_markup_in_a_name_do_not_break_the_dialogue(self):
        process = gazetteer.shared()
        for name in ('a\nb', '"', "{}", "<b>", "Erbil\t", "🚀", "\\", "x" * 5000):
            process.find(name)
        self.assertEqual(process.find("Erbil", "Iraq")[0].iso3, "IRQ")

    def test_many_rows_use_one_process(self):
        process = gazetteer.shared()
        process.find("Erbil")
        running = process._process.pid
        started = time.monotonic()
        for i in range(10_000):
            process.find(f"Erbil {i}" if i % 2 else "Erbil", "Iraq" if i % 3 else "")
        print(f"10,000 look-ups: {time.monotonic() - started:.1f} s", file=sys.stderr)
        self.assertEqual(process._process.pid, running)

    def test_a_process_that_died_is_started_again(self):
        process = gazetteer.shared()
        process.find("Erbil")
        process._process.kill()
        process._process.wait()
        self.assertTrue(process.find("Panjgur"))

    def test_unloading_ends_the_process(self):
        process = gazetteer.shared()
        process.find("Erbil")
        self.assertTrue(process.running)
        self.plugin.unload()
        self.assertFalse(process.running)
        self.plugin.initGui()


class Locator(common.Case):
    def test_answers_to_pl_and_flies_there(self):
        locator = QgsLocator()
        results = []
        locator.foundResult.connect(lambda result: results.append(QgsLocatorResult(result)))
        from strikemap.gui.locator import PlaceLocatorFilter

        places = PlaceLocatorFilter(self.iface)
        locator.registerFilter(places)
        self.assertEqual(places.activePrefix(), "pl")
        feedback = QgsFeedback()
        locator.fetchResults("pl Panjgur", QgsLocatorContext(), feedback)
        end = time.monotonic() + 20
        while locator.isRunning() and time.monotonic() < end:
            common.APP.processEvents()
        common.APP.processEvents()
        self.assertTrue(results)
        self.assertTrue(results[0].displayString.startswith("Panjg"))
        self.assertIn("Pakistan", results[0].description)
        places.triggerResult(results[0])
        centre = self.iface.canvas.extent().center()
        self.assertAlmostEqual(centre.x(), 64.1, delta=0.5)
        locator.deregisterFilter(places)


class Layers(common.Case):
    def read(self):
        self.dock.paste.setPlainText(common.REPORT.read_text(encoding="utf-8"))
        self.dock.read()
        self.dock.wait()
        return self.dock.preview

    def test_the_map_tip_tells_place_uncertainty_claims_and_sentence(self):
        from strikemap.core import layers

        strikes = self.read()["strikes"]
        told = self.dock.strikes
        with_claims = next(s for s in told if s.claims and s.row.get("radius_m"))
        feature = strikes.getFeature(with_claims.fid)
        tip = layers.map_tip_text(strikes, feature)
        self.assertIn("9 times in 10", tip)
        self.assertIn(str(with_claims.claims[0]["claimant"]), tip)
        self.assertIn(with_claims.row["sentence"][:30].split("'")[0], tip)

    def test_forms_and_identify_tell_the_uncertainty_in_words(self):
        from strikemap.core import text

        strikes = self.read()["strikes"]
        for feature in strikes.getFeatures():
            radius = feature["radius_m"]
            self.assertEqual(feature["uncertainty"], text.uncertainty(radius if isinstance(radius, float) else None))
        where = strikes.editFormConfig().tabs()[1]
        self.assertIn("uncertainty", [element.name() for element in where.children()])

    def test_a_map_tip_cannot_be_markup(self):
        from qgis.core import QgsFeature
        from strikemap.core import layers

        strikes = self.read()["strikes"]
        feature = QgsFeature(strikes.fields())
        for column in ("sentence", "place", "attacker", "target", "weapon"):
            feature[column] = "<script>alert(1)</script>"
        self.assertNotIn("<script>", layers.map_tip_text(strikes, feature))

    def test_the_form_has_tabs_and_the_claims(self):
        # A form with a relation needs the desktop's own tools: desktop.py opens it there.
        strikes = self.read()["strikes"]
        tabs = strikes.editFormConfig().tabs()
        self.assertEqual([tab.name() for tab in tabs], ["What happened", "Where", "Source", "Claims"])
        relations = QgsProject.instance().relationManager().referencedRelations(strikes)
        self.assertEqual([relation.referencingLayer() for relation in relations], [self.dock.preview["claims"]])
        self.assertEqual(tabs[3].children()[0].relation().id(), relations[0].id())


class Settings(common.Case):
    def test_the_page_tells_whether_the_command_works_and_keeps_what_is_set(self):
        from strikemap.gui.options import OptionsPage

        page = OptionsPage()
        self.assertIn("✓ strikemap", page.state.text())
        page.command.setFilePath("/no/such/strikemap")
        self.assertIn("✗", page.state.text())
        self.assertEqual(settings.command_setting(), common.COMMAND)  # until it is applied
        page.command.setFilePath(common.COMMAND)
        page.lexicons.set_paths(["/a b/own.txt", "/c/more.txt"])
        page.apply()
        self.assertEqual(settings.lexicons(), ["/a b/own.txt", "/c/more.txt"])
        settings.set_lexicons([])
        page.deleteLater()

    def test_the_gazetteer_window_builds_what_is_ticked(self):
        from strikemap.gui.gazetteers import GazetteerDialog

        dialog = GazetteerDialog(self.iface.window)
        self.assertEqual(dialog.steps(), [])
        for i in range(dialog.countries.count()):
            item = dialog.countries.item(i)
            if item.data(Qt.ItemDataRole.UserRole) in ("PK", "IR"):
                item.setCheckState(Qt.CheckState.Checked)
        get, build = dialog.steps()
        self.assertEqual(get[:4], ["gazetteer", "get", "IR", "PK"])
        self.assertEqual(build[:2], ["gazetteer", "build"])
        self.assertTrue(build[2].endswith("IR.zip"))
        dialog.deleteLater()

    def test_a_layer_of_ones_own_becomes_a_gazetteer(self):
        from strikemap.gui.gazetteers import CommandTask

        own = self.write("own.csv", "name,lon,lat\nZarkhuni Kot,64.55,27.21\n")
        target = str(self.folder / "own.gaz")
        task = CommandTask("build", [["gazetteer", "build", own, "-o", target, "-progress"]])
        self.assertTrue(task.run(), task.message)
        QgsSettings().setValue("strikemap/gazetteers", target)
        gazetteer.shared().stop()
        try:
            found = gazetteer.shared().find("Zarkhuni Kot")
            self.assertAlmostEqual(found[0].lon, 64.55, places=3)
        finally:
            settings.set_gazetteers([])
            gazetteer.shared().stop()

    def test_a_failing_step_tells_why(self):
        from strikemap.gui.gazetteers import CommandTask

        task = CommandTask("build", [["gazetteer", "build", "/no/such.zip", "-o", str(self.folder / "x.gaz")]])
        self.assertFalse(task.run())
        self.assertIn("/no/such.zip", task.message)


if __name__ == "__main__":
    common.main()
