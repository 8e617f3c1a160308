#!/usr/bin/python3
"""Make the QML and SLD styles with QGIS's own API, so that they are what QGIS itself would write.

usage: QT_QPA_PLATFORM=offscreen styles/make.py FILE.gpkg     (a file made by `strikemap map`)

Writes styles/TABLE.qml and .sld for strikes, readings, strike_areas, links and mentions. Colour is the attacker, size the deaths; what
is unsure is drawn hollow or pale, and the line of an area tells its precision class. `map` fills in the attackers.
"""
import os
import re
import sqlite3
import sys

os.environ["QT_HASH_SEED"] = "0"  # the same file from the same styles

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsDataDefinedSizeLegend, QgsFeatureRequest, QgsFillSymbol, QgsGraduatedSymbolRenderer,
                       QgsLineSymbol, QgsMapLayer, QgsMarkerSymbol, QgsPalLayerSettings, QgsProperty, QgsRendererCategory, QgsRendererRange,
                       QgsSingleSymbolRenderer, QgsSymbolLayer, QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes, QgsVectorLayer,
                       QgsVectorLayerSimpleLabeling, QgsVectorLayerTemporalProperties)
from qgis.PyQt.QtGui import QColor, QFont

FOLDER = os.path.dirname(os.path.abspath(__file__))
# `map` fills in the attackers that have a colour (src/layer/palette.h); the others are grey.
OTHERS = "#666666"
ATTACKER_COLOUR = f"coalesce(map_get(map(@COLOURS@), \"attacker\"), '{OTHERS}')"
SENTINEL = QColor(1, 2, 3)  # stands for an attacker's colour until it is filled in
# A symbol's own colour, which the legend knows too.
OWN = "@symbol_color"


def transparent(colour, alpha):
    return f"set_color_part({colour}, 'alpha', {alpha})"


# Full where the place is known, pale for a district, hollow beyond.
FILL = transparent(OWN, "CASE WHEN coalesce(\"where_prec\", 4) <= 2 THEN 215 WHEN \"where_prec\" = 3 THEN 110 ELSE 30 END")
SHAPE = ("CASE WHEN \"status\" = 'intercepted' THEN 'cross2' WHEN \"status\" IN ('threatened', 'planned') THEN 'triangle' "
         "WHEN coalesce(\"where_prec\", 4) >= 4 THEN 'diamond' ELSE 'circle' END")
STROKE = "CASE WHEN \"status\" IN ('claimed', 'denied') OR coalesce(\"where_prec\", 4) >= 4 THEN 'dash' ELSE 'solid' END"
DEATHS = [(-1.5, -0.5, 3.0, "Deaths unknown"), (-0.5, 0.5, 3.0, "Nobody killed"), (0.5, 4.5, 4.4, "1 to 4 killed"), (4.5, 19.5, 6.2, "5 to 19 killed"),
          (19.5, 99.5, 8.6, "20 to 99 killed"), (99.5, 1e9, 12.0, "100 or more killed")]
SIZE = ("CASE WHEN \"fat_best\" >= 100 THEN 12 WHEN \"fat_best\" >= 20 THEN 8.6 WHEN \"fat_best\" >= 5 THEN 6.2 WHEN \"fat_best\" >= 1 THEN 4.4 "
        "ELSE 3 END")
SIZES = [(3.0, "0 or ?"), (4.4, "1–4"), (6.2, "5–19"), (8.6, "20–99"), (12.0, "100+")]
# Class, what it is, opacity of the fill, line.
PRECISION = [(1, "Exact place", 0.25, "solid"), (2, "Near a place", 0.20, "solid"), (3, "District", 0.16, "solid"), (4, "Province", 0.09, "dash"),
             (5, "Line or border strip", 0.20, "dash"), (6, "Country", 0.05, "dot"), (7, "Sea or airspace", 0.09, "dot")]


def safe(expression):
    """HTML-escape in an expression: report text must not become markup."""
    return f"replace(replace(replace(replace(to_string({expression}),'&','&amp;'),'<','&lt;'),'>','&gt;'),'\"','&quot;')"


def shown(expression):
    return f"coalesce({safe(expression)},'')"


DAYS = ("CASE WHEN \"date_start\" IS NULL THEN 'date unknown' WHEN \"date_start\" = \"date_end\" THEN format_date(to_date(\"date_start\"), 'd MMM yyyy') "
        "ELSE format_date(to_date(\"date_start\"), 'd MMM yyyy') || ' – ' || format_date(to_date(\"date_end\"), 'd MMM yyyy') END")
KILLED = ("CASE WHEN \"fat_best\" IS NULL THEN 'deaths unknown' WHEN \"fat_low\" < \"fat_high\" THEN \"fat_best\" || ' killed (' || \"fat_low\" || '–' || "
          "\"fat_high\" || ' claimed)' ELSE \"fat_best\" || ' killed' END")
ONE_CLAIM = ("'<li>' || {claimant} || ' ' || {stance} || coalesce(': ' || {killed} || ' killed','') || coalesce(', ' || {injured} || ' injured','') || '</li>'")
CLAIM_OF_LAYER = ONE_CLAIM.format(claimant="coalesce(" + safe('"claimant"') + ",'the report')", stance=shown('"stance"'), killed='"killed_high"', injured='"injured_high"')
CLAIM_OF_JSON = ONE_CLAIM.format(claimant="coalesce(" + safe("@element['claimant']") + ",'the report')", stance=shown("@element['stance']"),
                                 killed="to_string(@element['killed_high'])", injured="to_string(@element['injured_high'])")
CLAIMS = ("coalesce(array_to_string(array_foreach(from_json(attribute('claims')), " + CLAIM_OF_JSON + "), ''), "
          "try(aggregate('claims', 'concatenate', " + CLAIM_OF_LAYER + ", \"strike_id\" = attribute(@parent, 'strike_id')), ''), '')")
# In words and rounded to what it is worth; QGIS binds || more tightly than *.
WITHIN = ("CASE WHEN \"radius_m\" IS NULL THEN 'place unknown' ELSE 'within about ' || CASE WHEN \"radius_m\" < 950 THEN round(\"radius_m\", -1) || ' m' "
          "WHEN \"radius_m\" < 20000 THEN round(\"radius_m\" / 1000) || ' km' WHEN \"radius_m\" < 100000 THEN (5 * round(\"radius_m\" / 5000)) || ' km' "
          "ELSE (10 * round(\"radius_m\" / 10000)) || ' km' END || ', 9 times in 10' END")
TIP = ("<div style=\"max-width:420px;font-family:sans-serif;font-size:10pt\"><b>[% " + shown('coalesce("place",\'Place unknown\')') + " %]</b>, "
       "[% " + shown('"country"') + " %] · [% " + DAYS + " %]<br>[% " + shown('coalesce("attacker",\'Unknown attacker\')') + " %] → [% "
       + shown('coalesce("target",\'unknown target\')') + " %] · [% " + shown('coalesce("weapon",\'weapon unknown\')') + " %]<br><b>[% " + KILLED
       + " %]</b> · [% " + shown('"status"') + " %]<br><i>“[% " + shown('"sentence"') + " %]”</i><ul style=\"margin:2px 0 2px 14px\">[% " + CLAIMS
       + " %]</ul><small>Place: [% " + shown('"where_text"') + " %] ([% " + shown('"loc_method"') + " %], [% " + WITHIN + " %]); "
       "confidence [% round(\"conf\" * 100) %] % · [% " + shown('"source"') + " %]</small></div>")


def set_colours(symbol_layer, fill, stroke):
    P = QgsSymbolLayer
    symbol_layer.setDataDefinedProperty(P.PropertyFillColor, QgsProperty.fromExpression(fill))
    symbol_layer.setDataDefinedProperty(P.PropertyStrokeColor, QgsProperty.fromExpression(stroke))


def strike_symbol(size, colour):
    s = QgsMarkerSymbol.createSimple({"name": "circle", "size": str(size), "color": colour, "outline_color": "#333333", "outline_width": "0.45"})
    layer = s.symbolLayer(0)
    set_colours(layer, FILL, f"darker({OWN}, 125)")
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyName, QgsProperty.fromExpression(SHAPE))
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, QgsProperty.fromExpression(STROKE))
    return s


def sized_symbol(colour):
    s = strike_symbol(4.4, colour)
    s.setDataDefinedSize(QgsProperty.fromExpression(SIZE))
    return s


def size_legend():
    legend = QgsDataDefinedSizeLegend()
    legend.setLegendType(QgsDataDefinedSizeLegend.LegendCollapsed)
    legend.setTitle("Deaths")
    legend.setVerticalAlignment(QgsDataDefinedSizeLegend.AlignBottom)
    font = QFont("Noto Sans")
    font.setPointSize(8)
    legend.setFont(font)
    legend.setClasses([QgsDataDefinedSizeLegend.SizeClass(size, text) for size, text in SIZES])
    return legend


def label(layer, expression, size, colour=None):
    text = QgsTextFormat()
    font = QFont("Noto Sans")
    font.setStyleHint(QFont.SansSerif)
    text.setFont(font)
    text.setSize(size)
    text.setColor(QColor("#222222"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor(255, 255, 255, 225))
    text.setBuffer(halo)
    s = QgsPalLayerSettings()
    s.fieldName, s.isExpression = expression, True
    s.placement = QgsPalLayerSettings.OrderedPositionsAroundPoint
    s.offsetType = QgsPalLayerSettings.FromSymbolBounds
    s.dist = 0.6
    s.setFormat(text)
    s.multilineAlign = QgsPalLayerSettings.MultiFollowPlacement
    if colour:
        s.dataDefinedProperties().setProperty(QgsPalLayerSettings.Color, QgsProperty.fromExpression(colour))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(s))
    layer.setLabelsEnabled(True)


def temporal(layer):
    t = layer.temporalProperties()
    t.setMode(QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromExpressions)
    t.setStartExpression('to_datetime("date_start")')
    t.setEndExpression("to_datetime(\"date_end\") + to_interval('1 day')")
    t.setIsActive(True)


def style_strikes(layer):
    r = QgsCategorizedSymbolRenderer("attacker", [QgsRendererCategory("@ATTACKER@", sized_symbol(SENTINEL.name()), "@ATTACKER@"),
                                                  QgsRendererCategory("", sized_symbol(OTHERS), "Other or unknown attacker")])
    r.setSourceSymbol(sized_symbol("#f0f0f0"))  # of the legend's circles
    r.setDataDefinedSizeLegend(size_legend())
    layer.setRenderer(r)
    label(layer, "coalesce(\"place\", '') || CASE WHEN \"date_start\" = \"date_end\" THEN ' · ' || format_date(to_date(\"date_start\"), 'd MMM') ELSE '' END "
                 "|| coalesce('\\n' || \"attacker\", '')", 8, f"darker({ATTACKER_COLOUR}, 140)")
    layer.setMapTipTemplate(TIP)
    layer.setDisplayExpression("coalesce(\"place\", 'Place unknown')")
    temporal(layer)


def strikes_of_old(layer):
    """For SLD, which knows no expressions of attackers: sizes alone."""
    ranges = [QgsRendererRange(low, high, strike_symbol(size, OTHERS + "99"), text) for low, high, size, text in DEATHS]
    layer.setRenderer(QgsGraduatedSymbolRenderer('coalesce("fat_best", -1)', ranges))


def style_areas(layer):
    categories = []
    for value, text, alpha, line in PRECISION:
        s = QgsFillSymbol.createSimple({"color": f"102,102,102,{round(alpha * 255)}", "outline_color": OTHERS, "outline_width": "0.4", "outline_style": line})
        set_colours(s.symbolLayer(0), transparent(ATTACKER_COLOUR, str(round(alpha * 255))), ATTACKER_COLOUR)
        categories.append(QgsRendererCategory(value, s, text))
    r = QgsCategorizedSymbolRenderer("where_prec", categories)
    widest_first = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"radius_m"', False)])
    r.setOrderBy(widest_first)
    r.setOrderByEnabled(True)
    layer.setRenderer(r)
    layer.setMapTipTemplate("<b>[% " + shown('"place"') + " %]</b>: the strike lies in this area")
    temporal(layer)


def style_links(layer):
    s = QgsLineSymbol.createSimple({"line_color": "#666666", "line_width": "0.35", "line_style": "dash"})
    s.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeColor, QgsProperty.fromExpression(transparent(ATTACKER_COLOUR, "150")))
    layer.setRenderer(QgsSingleSymbolRenderer(s))
    layer.setMapTipTemplate("[% " + shown('"from_place"') + " %] → [% " + shown('"place"') + " %]")
    temporal(layer)


def style_mentions(layer):
    roles = [("literal", "#009E73"), ("metonym", "#CC79A7"), ("demonym", "#E69F00"), ("dateline", "#56B4E9"), ("embedded", "#999999")]
    categories = []
    for role, colour in roles:
        s = QgsMarkerSymbol.createSimple({"name": "square", "size": "1.8", "color": colour, "outline_color": "#ffffff", "outline_width": "0.2"})
        categories.append(QgsRendererCategory(role, s, role))
    layer.setRenderer(QgsCategorizedSymbolRenderer("role", categories))
    layer.setMapTipTemplate("<b>[% " + shown('"text"') + " %]</b> ([% " + shown('"role"') + " %]): [% " + shown('"name"') + " %]<br>[% " + shown('"reason"') + " %]")


STYLES = {"strikes": style_strikes, "readings": style_strikes, "strike_areas": style_areas, "links": style_links, "mentions": style_mentions}


def mark(text):
    """Make the parts of the one attacker in a style or project those that `map` repeats for each."""
    colour = f"{SENTINEL.red()},{SENTINEL.green()},{SENTINEL.blue()},255"

    def each(match):
        return f"<!--attacker-->{match.group(0)}<!--end-->"

    def categories(match):
        renderer = match.group(0)
        if "@ATTACKER@" not in renderer:
            return renderer
        number = re.search(r'<category [^>]*value="@ATTACKER@"[^>]*>', renderer).group(0)
        number = re.search(r'symbol="(\d+)"', number).group(1)
        symbols = re.search(r"<symbols>.*?</symbols>", renderer, re.S).group(0)
        mine = re.search(rf'<symbol [^>]*name="{number}"[^>]*>.*?</symbol>', symbols, re.S).group(0)
        repeated = mine.replace(colour, "@COLOUR@").replace(f'name="{number}"', 'name="attacker@N@"', 1)
        renderer = renderer.replace(symbols, symbols.replace(mine, f"<!--attacker-->{repeated}<!--end-->"))
        line = re.compile(r'<category [^>]*value="@ATTACKER@"[^>]*/>')
        return line.sub(lambda m: each(m).replace(f'symbol="{number}"', 'symbol="attacker@N@"'), renderer)

    return re.sub(r"<renderer-v2 .*?</renderer-v2>", categories, text, flags=re.S)


def name_columns(path, name, layer):
    """Titles of the columns as the file tells them."""
    titles = sqlite3.connect(path).execute("SELECT column_name, title FROM gpkg_data_columns WHERE table_name = ? AND title <> ''", (name,))
    for column, title in titles:
        index = layer.fields().lookupField(column)
        if index >= 0:
            layer.setFieldAlias(index, title)


def main(path):
    app = QgsApplication([], False)
    app.initQgis()
    for name, style in STYLES.items():
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if not layer.isValid():
            sys.exit(f"{path}: no layer {name}")
        style(layer)
        name_columns(path, name, layer)
        qml = os.path.join(FOLDER, f"{name}.qml")
        parts = QgsMapLayer.Symbology | QgsMapLayer.Labeling | QgsMapLayer.MapTips | QgsMapLayer.Temporal | QgsMapLayer.Fields | QgsMapLayer.Rendering
        message, good = layer.saveNamedStyle(qml, parts)
        if not good:
            sys.exit(message)
        with open(qml, encoding="utf-8") as f:
            text = f.read()
        with open(qml, "w", encoding="utf-8") as f:
            f.write(mark(text))
        if style is style_strikes:
            strikes_of_old(layer)
        layer.saveSldStyle(os.path.join(FOLDER, f"{name}.sld"))
        del layer
    app.exitQgis()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
