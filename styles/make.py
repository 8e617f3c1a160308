#!/usr/bin/python3
"""Make the QML and SLD styles with QGIS's own API, so that they are what QGIS itself would write.

usage: QT_QPA_PLATFORM=offscreen styles/make.py FILE.gpkg     (a file made by `strikemap map`)

Writes styles/TABLE.qml and .sld for strikes, readings, strike_areas, links and mentions. Colours are those of Okabe and Ito,
which colour-blind readers tell apart; what is unsure is drawn hollow or pale, and areas by their precision class.
"""
import os
import re
import sys

from qgis.core import (Qgis, QgsApplication, QgsCategorizedSymbolRenderer, QgsEditorWidgetSetup, QgsFillSymbol, QgsGraduatedSymbolRenderer,
                       QgsLineSymbol, QgsMapLayer, QgsMarkerSymbol, QgsPalLayerSettings, QgsProperty, QgsRendererCategory, QgsRendererRange,
                       QgsSingleSymbolRenderer, QgsSymbolLayer, QgsTextBufferSettings, QgsTextFormat, QgsUnitTypes, QgsVectorLayer,
                       QgsVectorLayerSimpleLabeling, QgsVectorLayerTemporalProperties)
from qgis.PyQt.QtGui import QColor, QFont

FOLDER = os.path.dirname(os.path.abspath(__file__))
PALETTE = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]
# Attackers in the order of their names take the colours in turn; unknown ones are grey.
ATTACKER_COLOUR = ("CASE WHEN \"attacker\" IS NULL THEN '#666666' ELSE array_get(array(" + ",".join(f"'{c}'" for c in PALETTE) + "),"
                   "array_find(array_sort(array_distinct(array_agg(\"attacker\", filter:=\"attacker\" IS NOT NULL))), \"attacker\") % "
                   f"{len(PALETTE)}) END")


def transparent(colour, alpha):
    return f"set_color_part({colour}, 'alpha', {alpha})"


# Full where the place is known, pale for a district, hollow beyond.
FILL = transparent(ATTACKER_COLOUR, "CASE WHEN coalesce(\"where_prec\", 4) <= 2 THEN 215 WHEN \"where_prec\" = 3 THEN 110 ELSE 30 END")
SHAPE = ("CASE WHEN \"status\" = 'intercepted' THEN 'cross2' WHEN \"status\" IN ('threatened', 'planned') THEN 'triangle' "
         "WHEN coalesce(\"where_prec\", 4) >= 4 THEN 'diamond' ELSE 'circle' END")
STROKE = "CASE WHEN \"status\" IN ('claimed', 'denied') OR coalesce(\"where_prec\", 4) >= 4 THEN 'dash' ELSE 'solid' END"
DEATHS = [(-1.5, -0.5, 3.0, "Deaths unknown"), (-0.5, 0.5, 3.0, "Nobody killed"), (0.5, 4.5, 4.4, "1 to 4 killed"), (4.5, 19.5, 6.2, "5 to 19 killed"),
          (19.5, 99.5, 8.6, "20 to 99 killed"), (99.5, 1e9, 12.0, "100 or more killed")]
PRECISION = [(1, "Exact place", "#0072B2", 0.22, "solid"), (2, "Near a place", "#0072B2", 0.18, "solid"), (3, "District", "#56B4E9", 0.16, "solid"),
             (4, "Province", "#E69F00", 0.11, "dash"), (5, "Line or border strip", "#CC79A7", 0.20, "dash"), (6, "Country", "#999999", 0.06, "dot"),
             (7, "Sea or airspace", "#009E73", 0.10, "dot")]


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
TIP = ("<div style=\"max-width:420px;font-family:sans-serif;font-size:10pt\"><b>[% " + shown('coalesce("place",\'Place unknown\')') + " %]</b>, "
       "[% " + shown('"country"') + " %] · [% " + DAYS + " %]<br>[% " + shown('coalesce("attacker",\'Unknown attacker\')') + " %] → [% "
       + shown('coalesce("target",\'unknown target\')') + " %] · [% " + shown('coalesce("weapon",\'weapon unknown\')') + " %]<br><b>[% " + KILLED
       + " %]</b> · [% " + shown('"status"') + " %]<br><i>“[% " + shown('"sentence"') + " %]”</i><ul style=\"margin:2px 0 2px 14px\">[% " + CLAIMS
       + " %]</ul><small>Place: [% " + shown('"where_text"') + " %] ([% " + shown('"loc_method"') + " %], ± [% round(\"radius_m\"/1000.0, 1) %] km); "
       "confidence [% round(\"conf\" * 100) %] % · [% " + shown('"source"') + " %]</small></div>")


def set_colours(symbol_layer, fill, stroke):
    P = QgsSymbolLayer
    symbol_layer.setDataDefinedProperty(P.PropertyFillColor, QgsProperty.fromExpression(fill))
    symbol_layer.setDataDefinedProperty(P.PropertyStrokeColor, QgsProperty.fromExpression(stroke))


def strike_symbol(size):
    s = QgsMarkerSymbol.createSimple({"name": "circle", "size": str(size), "color": "#66666699", "outline_color": "#333333", "outline_width": "0.45"})
    layer = s.symbolLayer(0)
    set_colours(layer, FILL, f"darker({ATTACKER_COLOUR}, 125)")
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyName, QgsProperty.fromExpression(SHAPE))
    layer.setDataDefinedProperty(QgsSymbolLayer.PropertyStrokeStyle, QgsProperty.fromExpression(STROKE))
    return s


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
    ranges = [QgsRendererRange(low, high, strike_symbol(size), text) for low, high, size, text in DEATHS]
    r = QgsGraduatedSymbolRenderer('coalesce("fat_best", -1)', ranges)
    r.setGraduatedMethod(QgsGraduatedSymbolRenderer.GraduatedSize)
    layer.setRenderer(r)
    label(layer, "coalesce(\"place\", '') || CASE WHEN \"date_start\" = \"date_end\" THEN ' · ' || format_date(to_date(\"date_start\"), 'd MMM') ELSE '' END "
                 "|| coalesce('\\n' || \"attacker\", '')", 8, f"darker({ATTACKER_COLOUR}, 140)")
    layer.setMapTipTemplate(TIP)
    layer.setDisplayExpression("coalesce(\"place\", 'Place unknown')")
    temporal(layer)


def style_areas(layer):
    categories = []
    for value, text, colour, alpha, line in PRECISION:
        fill = QColor(colour)
        fill.setAlphaF(alpha)
        s = QgsFillSymbol.createSimple({"color": f"{fill.red()},{fill.green()},{fill.blue()},{fill.alpha()}", "outline_color": colour,
                                        "outline_width": "0.4", "outline_style": line})
        categories.append(QgsRendererCategory(value, s, text))
    layer.setRenderer(QgsCategorizedSymbolRenderer("where_prec", categories))
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


def main(path):
    app = QgsApplication([], False)
    app.initQgis()
    for name, style in STYLES.items():
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if not layer.isValid():
            sys.exit(f"{path}: no layer {name}")
        style(layer)
        qml = os.path.join(FOLDER, f"{name}.qml")
        parts = QgsMapLayer.Symbology | QgsMapLayer.Labeling | QgsMapLayer.MapTips | QgsMapLayer.Temporal | QgsMapLayer.Fields | QgsMapLayer.Rendering
        message, good = layer.saveNamedStyle(qml, parts)
        if not good:
            sys.exit(message)
        layer.saveSldStyle(os.path.join(FOLDER, f"{name}.sld"))
        del layer
    app.exitQgis()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
