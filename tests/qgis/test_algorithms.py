"""Every algorithm, run through Processing on the real command."""

import csv

import common
import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

REPORT = str(common.REPORT)


def run(name, parameters, feedback=None):
    return processing.run(f"strikemap:{name}", parameters, feedback=feedback)


class MapStrikes(common.Case):
    def test_runs_with_the_report_alone(self):
        result = run("mapstrikes", {"REPORTS": [REPORT]})
        strikes = QgsVectorLayer(result["OUTPUT"], "strikes", "ogr")
        self.assertTrue(strikes.isValid())
        self.assertGreaterEqual(strikes.featureCount(), 2)
        self.assertIn("|layername=strikes", result["OUTPUT"])

    def test_gives_the_companion_layers(self):
        result = run("mapstrikes", {"REPORTS": [REPORT], "OUTPUT": str(self.folder / "a.gpkg")})
        for name in ("LINKS", "STRIKE_AREAS", "CLAIMS", "REPORTS", "CORRECTIONS"):
            self.assertTrue(QgsVectorLayer(result[f"OUTPUT_{name}"], name, "ogr").isValid(), name)

    def test_takes_a_single_path_and_a_folder(self):
        one = run("mapstrikes", {"REPORTS": REPORT, "OUTPUT": str(self.folder / "one.gpkg")})
        folder = self.folder / "reports"
        folder.mkdir()
        (folder / "a.txt").write_text(common.REPORT.read_text(encoding="utf-8"), encoding="utf-8")
        two = run("mapstrikes", {"REPORTS": [str(folder)], "OUTPUT": str(self.folder / "two.gpkg")})
        counts = [QgsVectorLayer(result["OUTPUT"], "s", "ogr").featureCount() for result in (one, two)]
        self.assertEqual(counts[0], counts[1])

    def test_writes_geojson(self):
        result = run("mapstrikes", {"REPORTS": [REPORT], "OUTPUT": str(self.folder / "a.geojson")})
        self.assertGreaterEqual(QgsVectorLayer(result["OUTPUT"], "s", "ogr").featureCount(), 2)

    def test_a_missing_report_is_an_error_that_names_it(self):
        with self.assertRaises(QgsProcessingException) as caught:
            run("mapstrikes", {"REPORTS": ["/no/such/report.txt"], "OUTPUT": str(self.folder / "a.gpkg")})
        self.assertIn("report.txt", str(caught.exception))
        self.assertFalse((self.folder / "a.gpkg").exists())

    def test_a_wrong_date_is_refused_before_the_run(self):
        with self.assertRaises(QgsProcessingException):
            run("mapstrikes", {"REPORTS": [REPORT], "DATE": "last week"})

    def test_shows_progress_and_the_command(self):
        feedback = QgsProcessingFeedback(False)
        seen = []
        feedback.progressChanged.connect(seen.append)
        run("mapstrikes", {"REPORTS": [REPORT]}, feedback)
        common.APP.processEvents()  # progress comes from the thread that reads the command's output
        self.assertIn("strikemap map", feedback.textLog())
        self.assertEqual(seen[-1:], [100.0])

    def test_can_be_canceled(self):
        feedback = QgsProcessingFeedback(False)
        feedback.cancel()
        many = self.write("many.jsonl", '{"id": "%d", "text": "Missiles hit Erbil on Monday."}\n' % 1)
        with open(many, "a", encoding="utf-8") as out:
            for i in range(60_000):
                out.write('{"id": "r%d", "text": "Missiles hit Erbil and Tripoli on Monday, killing %d."}\n' % (i, i))
        with self.assertRaises(QgsProcessingException):
            run("mapstrikes", {"REPORTS": [many], "OUTPUT": str(self.folder / "a.gpkg")}, feedback)
        self.assertEqual([p.name for p in self.folder.glob("a.gpkg*")], [])

    def test_loads_styled_layers_in_order_when_asked(self):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        output = str(self.folder / "a.gpkg")
        processing.runAndLoadResults("strikemap:mapstrikes", {"REPORTS": [REPORT], "OUTPUT": output}, context=context)
        names = [node.layer().source().split("layername=")[-1] for node in QgsProject.instance().layerTreeRoot().findLayers()]
        self.assertEqual(names[:3], ["strikes", "links", "strike_areas"])
        strikes = QgsProject.instance().layerTreeRoot().findLayers()[0].layer()
        self.assertTrue(strikes.temporalProperties().isActive())
        self.assertTrue(strikes.mapTipTemplate())


class OtherAlgorithms(common.Case):
    def strikes(self):
        return run("mapstrikes", {"REPORTS": [REPORT], "OUTPUT": str(self.folder / "strikes.gpkg")})["OUTPUT"]

    def test_geocode_table(self):
        path = self.folder / "places.csv"
        with open(path, "w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(["town", "land", "n"])
            writer.writerow(["Erbil", "Iraq", 1])
            writer.writerow(["Tripoli", "Lebanon", 2])
        result = run("geocodetable", {"INPUT": str(path), "PLACE": "town", "COUNTRY": "land"})
        layer = QgsVectorLayer(result["OUTPUT"], "places", "ogr")
        rows = {feature["town"]: feature for feature in layer.getFeatures()}
        self.assertEqual(len(rows), 2)
        self.assertAlmostEqual(rows["Erbil"].geometry().asPoint().x(), 44.01, delta=0.3)
        self.assertAlmostEqual(rows["Tripoli"].geometry().asPoint().x(), 35.84, delta=0.3)
        self.assertGreater(rows["Erbil"]["radius_m"], 0)

    def test_geocode_needs_a_column(self):
        path = self.write("places.csv", "town\nErbil\n")
        with self.assertRaises(QgsProcessingException):
            run("geocodetable", {"INPUT": path})

    def test_reverse_geocode(self):
        path = self.write("points.csv", "x,y\n44.01,36.19\n")
        layer = QgsVectorLayer(run("geocodetable", {"INPUT": path, "REVERSE": True, "LON": "x", "LAT": "y"})["OUTPUT"])
        self.assertEqual(next(layer.getFeatures())["match_iso3"], "IRQ")

    def test_overlay_counts_strikes_in_features(self):
        world = f"{QgsApplication.pkgDataPath()}/resources/data/world_map.gpkg|layername=countries"
        result = run("overlaystrikes", {"STRIKES": self.strikes(), "METHOD": 1, "LAYER": world})
        layer = QgsVectorLayer(result["OUTPUT"], "count", "ogr")
        self.assertEqual(layer.featureCount(), 240)

    def test_overlay_with_a_grid_needs_no_layer(self):
        result = run("overlaystrikes", {"STRIKES": self.strikes(), "METHOD": 5, "SIZE": 100})
        self.assertGreater(QgsVectorLayer(result["OUTPUT"], "hex", "ogr").featureCount(), 0)

    def test_overlay_without_the_other_layer_is_refused(self):
        with self.assertRaises(QgsProcessingException):
            run("overlaystrikes", {"STRIKES": self.strikes(), "METHOD": 0})

    def test_generalise(self):
        result = run("generalise", {"STRIKES": self.strikes(), "TO": 0, "DROP": [0]})
        layer = QgsVectorLayer(result["OUTPUT"], "general", "ogr")
        self.assertGreaterEqual(layer.featureCount(), 2)
        names = layer.fields().names()
        self.assertTrue("sentence" not in names or all(not f["sentence"] for f in layer.getFeatures()))

    def test_find_place(self):
        layer = run("findplace", {"NAME": "Tripoli; Erbil", "OUTPUT": "memory:"})["OUTPUT"]
        found = [(f["query"], f["rank"], f["iso3"]) for f in layer.getFeatures()]
        self.assertIn(("Tripoli", 1, "LBY"), found)
        self.assertTrue(any(query == "Tripoli" and iso3 == "LBN" for query, _, iso3 in found))
        self.assertTrue(any(query == "Erbil" and iso3 == "IRQ" for query, _, iso3 in found))

    def test_find_place_in_a_country(self):
        layer = run("findplace", {"NAME": "Tripoli", "COUNTRY": "Lebanon", "OUTPUT": "memory:"})["OUTPUT"]
        self.assertEqual(next(layer.getFeatures())["iso3"], "LBN")


class Provider(common.Case):
    def test_every_algorithm_has_help_and_an_icon(self):
        provider = QgsApplication.processingRegistry().providerById("strikemap")
        self.assertEqual(len(provider.algorithms()), 5)
        for algorithm in provider.algorithms():
            self.assertGreater(len(algorithm.shortHelpString()), 100, algorithm.id())
            self.assertFalse(algorithm.icon().isNull(), algorithm.id())
            self.assertFalse(algorithm.icon().pixmap(24, 24).isNull(), algorithm.id())

    def test_a_missing_command_is_told(self):
        from qgis.core import QgsSettings

        QgsSettings().setValue("strikemap/command", "/no/such/strikemap")
        try:
            able, why = QgsApplication.processingRegistry().createAlgorithmById("strikemap:mapstrikes").canExecute()
            self.assertFalse(able)
            self.assertIn("/no/such/strikemap", why)
        finally:
            QgsSettings().setValue("strikemap/command", common.COMMAND)


if __name__ == "__main__":
    common.main()
