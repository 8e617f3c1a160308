"""The panel, driven as a user would: paste, read, choose, correct, add; on the real command."""

import sqlite3

import common
from qgis.core import QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QUrl
from qgis.PyQt.QtGui import QTextCursor

TEXT = common.REPORT.read_text(encoding="utf-8")


class PanelCase(common.Case):
    def read(self, text=TEXT):
        self.dock.new_report()
        self.dock.paste.setPlainText(text)
        self.dock.read()
        self.dock.wait()
        self.assertEqual(self.shown_messages(), [])
        return self.dock


class Reading(PanelCase):
    def test_a_pasted_report_gives_strikes_on_the_map_and_marks_in_the_text(self):
        dock = self.read()
        self.assertGreaterEqual(len(dock.strikes), 2)
        self.assertEqual(dock.model.rowCount(), len(dock.strikes))
        self.assertEqual(dock.view.toPlainText().strip(), TEXT.strip())
        self.assertGreater(len(dock.view.mentions), 3)
        self.assertEqual(set(dock.preview) & {"strikes", "strike_areas", "links"}, {"strikes", "strike_areas", "links"})
        names = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]
        self.assertIn("World", names)

    def test_marks_stand_on_their_words(self):
        dock = self.read("🚀 " + TEXT.replace("\n", "\r\n"))
        checked = 0
        for mention in dock.view.mentions:
            cursor = dock.view._cursor((mention.begin, mention.end))
            self.assertEqual(cursor.selectedText(), mention.row["text"])
            self.assertTrue(cursor.charFormat().fontUnderline())
            checked += 1
        self.assertGreater(checked, 3)

    def test_words_without_a_mark_have_none_when_a_text_is_shown_again(self):
        dock = self.read()
        dock.choose(dock.model.strikes[0].id)
        dock.view.show_report(dock.reports[0], dock.strikes)
        marked = set()
        for mention in dock.view.mentions:
            marked.update(range(mention.begin, mention.end))
        cursor = QTextCursor(dock.view.document())
        for at, char in enumerate(dock.view.toPlainText()):
            if char.isspace():
                continue
            cursor.setPosition(at + 1)
            self.assertEqual(cursor.charFormat().fontUnderline(), at in marked, at)

    def test_choosing_a_row_marks_its_sentence_and_selects_it_on_the_map(self):
        dock = self.read()
        for row, strike in enumerate(dock.model.strikes):
            dock.table.selectRow(row)
            self.assertEqual(dock.followed.selectedFeatureIds(), [strike.fid])
            first = dock.view.extraSelections()[0].cursor
            self.assertEqual(first.selectedText().replace("\u2029", "\n"), strike.row["sentence"])
            extent = self.iface.canvas.extent()
            if not strike.point.isNull():
                self.assertTrue(extent.contains(strike.point.asPoint()))

    def test_choosing_on_the_map_chooses_the_row(self):
        dock = self.read()
        last = dock.model.strikes[-1]
        dock.followed.selectByIds([last.fid])
        self.assertEqual(dock.chosen().id, last.id)
        self.assertTrue(dock.view.extraSelections())

    def test_clicking_a_sentence_chooses_its_strike(self):
        dock = self.read()
        dock.view.strikeClicked.emit(dock.model.strikes[1].id)
        self.assertEqual(dock.chosen().id, dock.model.strikes[1].id)

    def test_markup_is_shown_as_text(self):
        text = TEXT + "\n<script>alert(1)</script> <b>bold</b> &amp; عاجل: ضربة على أربيل\n"
        dock = self.read(text)
        self.assertEqual(dock.view.toPlainText().strip(), text.strip())

    def test_markup_in_a_sentence_never_becomes_markup(self):
        text = "ERBIL, Jan 16, 2024 - Iran fired <b>missiles</b> & drones at Erbil in Iraq on Monday, killing four people.\n"
        dock = self.read(text)
        if dock.strikes:
            dock.choose(dock.strikes[0].id)
            self.assertNotIn("<b>missiles</b>", dock.about.text())
            self.assertIn("&lt;b&gt;missiles", dock.about.text())

    def test_an_empty_panel_asks_for_a_report(self):
        self.dock.read()
        self.assertEqual(len(self.shown_messages()), 1)

    def test_a_text_without_strikes_says_so(self):
        dock = self.read("The weather in Bern was mild on Friday and the market was full.")
        self.assertEqual(len(dock.strikes), 0)
        self.assertIn("0 strikes", dock.status.text())

    def test_dropped_files_are_read_together(self):
        one = self.write("one.txt", TEXT)
        two = self.write("two.txt", "ERBIL, Iraq, Jan 16, 2024 - Missiles hit Erbil on Monday, killing four people.\n")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(one), QUrl.fromLocalFile(two)])
        self.dock.take(data)
        self.dock.read()
        self.dock.wait()
        self.assertEqual([report.id for report in self.dock.reports], ["one", "two"])
        self.assertEqual(self.dock.which.count(), 2)

    def test_a_web_page_is_fetched_and_read(self):
        page = common.ROOT / "data" / "reports" / "2023-04-khartoum.html"
        self.dock.url.setText(QUrl.fromLocalFile(str(page)).toString())
        self.dock.read()
        self.dock.wait()
        self.assertEqual(len(self.dock.reports), 1)
        self.assertNotIn("<", self.dock.reports[0].text[:200])

    def test_a_page_that_is_not_there_is_told(self):
        self.dock.url.setText("file:///no/such/page.html")
        self.dock.read()
        self.dock.wait()
        self.assertEqual(len(self.shown_messages()), 1)


class Correcting(PanelCase):
    def moved(self, dock):
        from strikemap.core.corrections import Correction

        strike = next(s for s in dock.model.strikes if not s.point.isNull())
        correction = Correction(strike.id, note="seen on a photograph")
        correction.move(64.5, 27.25, 3000)
        correction.values.update(fat_best=5, fat_low=5, fat_high=5, attacker="Somebody <i>else</i>")
        self.assertGreaterEqual(dock.apply_correction(correction), 6)
        return strike.id

    def test_a_correction_is_kept_and_seen_at_once(self):
        dock = self.read()
        sid = self.moved(dock)
        strike = next(s for s in dock.strikes if s.id == sid)
        self.assertTrue(strike.corrected)
        self.assertEqual(strike.row["fat_best"], 5)
        self.assertEqual(strike.row["loc_method"], "analyst")
        self.assertAlmostEqual(strike.point.asPoint().x(), 64.5)
        area = dock.store.extent(strike)
        self.assertAlmostEqual(area.center().x(), 64.5, places=3)
        self.assertAlmostEqual(area.height() * 110.6 / 2, 3.0, delta=0.1)
        rows = {row["column"]: row for row in self.correction_rows(dock)}
        self.assertEqual(rows["fat_best"]["new"], "5")
        self.assertEqual(rows["lon"]["note"], "seen on a photograph")
        self.assertTrue(rows["lon"]["when"])

    def correction_rows(self, dock):
        from strikemap.core import corrections

        return corrections.all_rows(dock.store)

    def test_a_correction_survives_another_reading_and_the_way_into_a_layer(self):
        dock = self.read()
        sid = self.moved(dock)
        dock._run_read()
        dock.wait()
        strike = next(s for s in dock.strikes if s.id == sid)
        self.assertEqual((strike.row["fat_best"], strike.row["lon"]), (5, 64.5))
        target = str(self.folder / "kept.gpkg")
        dock.add_to_layer(target)
        dock.wait()
        dock.add_to_layer(target)  # once more: appended, merged, corrected again
        dock.wait()
        layer = QgsVectorLayer(f"{target}|layername=strikes", "s", "ogr")
        found = [f for f in layer.getFeatures() if f["strike_id"] == sid]
        self.assertEqual([(f["fat_best"], f["lon"], f["attacker"]) for f in found], [(5, 64.5, "Somebody <i>else</i>")])

    def test_a_rejected_strike_goes_and_stays_away(self):
        from strikemap.core.corrections import Correction

        dock = self.read()
        sid = dock.model.strikes[0].id
        number = len(dock.strikes)
        dock.apply_correction(Correction(sid, {"rejected": True}))
        self.assertEqual(len(dock.strikes), number - 1)
        dock._run_read()
        dock.wait()
        self.assertEqual(len(dock.strikes), number - 1)
        self.assertNotIn(sid, [s.id for s in dock.strikes])

    def test_the_window_changes_only_what_was_changed(self):
        from strikemap.gui.correct import CorrectDialog

        dock = self.read()
        strike = dock.model.strikes[0]
        dialog = CorrectDialog(strike, self.iface.canvas, dock)
        self.assertEqual(dialog.correction().values, {})
        dialog.figures["fat_best"].setValue(77)
        dialog.set_point(QgsPointXY(62.0, 26.5))
        values = dialog.correction().values
        self.assertEqual((values["fat_best"], values["lon"], values["lat"]), (77, 62.0, 26.5))
        self.assertNotIn("date_start", values)
        dialog.search.setText("Panjgur, Pakistan")
        dialog.find_places()
        dialog.candidates.setCurrentRow(0)
        values = dialog.correction().values
        self.assertEqual(values["iso3"], "PAK")
        self.assertAlmostEqual(values["lon"], 64.1, delta=0.3)
        dialog.close()
        dialog.deleteLater()


class Adding(PanelCase):
    def test_add_makes_a_layer_that_is_ready_in_time(self):
        dock = self.read()
        target = str(self.folder / "strikes.gpkg")
        dock.add_to_layer(target)
        dock.wait()
        self.assertEqual(dock.preview, {})
        self.assertEqual(self.iface.active.source(), f"{target}|layername=strikes")
        self.assertTrue(self.iface.active.temporalProperties().isActive())
        span = QgsProject.instance().timeSettings().temporalRange()
        days = [d for s in dock.strikes for d in (s.row["date_start"], s.row["date_end"]) if d]
        self.assertEqual(span.begin().date().toString("yyyy-MM-dd"), min(days))
        layers = [layer.source() for layer in QgsProject.instance().mapLayers().values()]
        self.assertFalse([source for source in layers if source.startswith(str(dock.session.folder))])

    def test_add_twice_keeps_each_strike_once(self):
        dock = self.read()
        target = str(self.folder / "strikes.gpkg")
        for _ in range(2):
            dock.add_to_layer(target)
            dock.wait()
        with sqlite3.connect(target) as db:
            count, distinct = db.execute("select count(*), count(distinct strike_id) from strikes").fetchone()
        self.assertEqual(count, distinct)
        self.assertEqual(self.iface.active.featureCount(), count)

    def test_another_report_is_added_to_the_same_layer(self):
        dock = self.read()
        target = str(self.folder / "strikes.gpkg")
        dock.add_to_layer(target)
        dock.wait()
        before = self.iface.active.featureCount()
        dock.new_report()
        self.read("TRIPOLI, Libya, March 3, 2024 - A drone strike hit Misrata on Sunday, killing three people.\n")
        dock.add_to_layer(target)
        dock.wait()
        self.assertEqual(self.iface.active.featureCount(), before + 1)
        self.assertEqual(len(dock.reports), 2)

    def test_a_layer_of_the_project_opens_in_the_panel(self):
        dock = self.read()
        target = str(self.folder / "strikes.gpkg")
        dock.add_to_layer(target)
        dock.wait()
        layer = self.iface.active
        dock.new_report()
        self.assertTrue(dock.open_layer(layer))
        self.assertGreaterEqual(len(dock.strikes), 2)
        layer.selectByIds([dock.strikes[0].fid])
        self.assertEqual(dock.chosen().id, dock.strikes[0].id)

    def test_removing_the_layers_under_the_panel_does_no_harm(self):
        dock = self.read()
        QgsProject.instance().clear()
        dock.choose(dock.model.strikes[0].id, zoom=True)
        dock.new_report()


class Loading(common.Case):
    def test_load_and_unload_twice_leaves_nothing_behind(self):
        from qgis.core import QgsApplication, QgsExpression
        from strikemap import classFactory

        self.plugin.unload()
        for _ in range(2):
            plugin = classFactory(self.iface)
            plugin.initGui()
            self.assertTrue(QgsExpression.isFunctionName("strikemap_place"))
            folder = plugin.interface.dock.session.folder
            plugin.unload()
            common.APP.processEvents()
            self.assertFalse(folder.exists())
            self.assertFalse(QgsExpression.isFunctionName("strikemap_place"))
            self.assertIsNone(QgsApplication.processingRegistry().providerById("strikemap"))
        for kept in (self.iface.docks, self.iface.tools, self.iface.factories, self.iface.filters):
            self.assertEqual(kept, [])
        self.assertEqual(self.iface.menu.actions(), [])
        self.plugin.initGui()


class Empty(common.Case):
    def test_cursor_helpers_take_any_span(self):
        self.assertIsInstance(self.dock.view._cursor((5, 900)), QTextCursor)


if __name__ == "__main__":
    common.main()
