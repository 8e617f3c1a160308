"""Spans and words, without any window."""

import common
from strikemap.core import text
from strikemap.core.text import ShownText


class Spans(common.Case):
    def test_plain_text_keeps_its_offsets(self):
        shown = ShownText("Missiles hit Erbil.\nFour died.")
        self.assertEqual(shown.position(13), 13)
        self.assertEqual(shown.code_point(13), 13)

    def test_characters_beyond_the_basic_plane_count_twice_in_qt(self):
        shown = ShownText("a 🚀 hit Erbil")
        self.assertEqual(shown.position(8), 9)
        self.assertEqual(shown.code_point(9), 8)
        self.assertEqual(shown.position(99), len("a 🚀 hit Erbil") + 1)

    def test_windows_line_ends_are_one_paragraph_end_in_qt(self):
        shown = ShownText("One.\r\nTwo 🚀.\r\nThree.")
        three = shown.code_points.index("Three")
        self.assertEqual(shown.shown[shown.position(6)], "T")
        self.assertEqual(three, 14)
        self.assertEqual(shown.position(three), 13)

    def test_a_repeated_sentence_is_the_one_at_the_anchor(self):
        shown = ShownText("It fell. It fell. It fell.")
        self.assertEqual(shown.find("It fell.", 11), (9, 17))
        self.assertIsNone(shown.find("It rose.", 0))


class Words(common.Case):
    def test_distances_are_rounded_to_what_they_are_worth(self):
        said = [text.distance(metres) for metres in (12, 347, 4212, 38600, 312345)]
        self.assertEqual(said, ["10 m", "350 m", "4 km", "40 km", "310 km"])

    def test_uncertainty_is_said_in_words(self):
        self.assertEqual(text.uncertainty(41000), "within about 40 km, 9 times in 10")
        self.assertEqual(text.uncertainty(None), "place unknown")

    def test_days(self):
        self.assertEqual(text.days("2024-01-16", "2024-01-16"), "2024-01-16")
        self.assertEqual(text.days("2024-01-15", "2024-01-19"), "2024-01-15 – 19")
        self.assertEqual(text.days("2023-11-01", "2024-01-19"), "2023-11-01 – 2024-01-19")
        self.assertEqual(text.days(None, None), "day unknown")

    def test_figures(self):
        self.assertEqual(text.figures(7, 9, 12), "9 (7–12)")
        self.assertEqual(text.figures(0, 0, 0), "0")
        self.assertEqual(text.figures(None, None, None), "")

    def test_claims_cannot_be_markup(self):
        rows = text.claim_rows([{"claimant": "<b>x</b>", "killed_low": 2, "killed_high": 2, "victims": "children"}])
        self.assertIn("&lt;b&gt;x&lt;/b&gt;", rows)
        self.assertIn("2 killed", rows)


if __name__ == "__main__":
    common.main()
