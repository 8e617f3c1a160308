# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in the project: order, names, map tips, forms, relation to the claims, time."""

from __future__ import annotations

from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorRelation,
    QgsDateTimeRange,
    QgsEditFormConfig,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsField,
    QgsLayerTreeGroup,
    QgsProject,
    QgsRelation,
    QgsVectorLayer,
    QgsVectorLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, QVariant

from . import tr
from .reading import LAYERS, plain

# From top to bottom; tables come last.
ORDER = ("strikes", "links", "strike_areas", "readings", "mentions", "claims", "reports", "corrections")
SHOWN = ("strikes", "links", "strike_areas", "claims", "reports", "corrections")
UNCERTAINTY = "uncertainty"
# A radius in words, as text.uncertainty() says it. QGIS binds || more tightly than *.
WITHIN = (
    "CASE WHEN \"radius_m\" IS NULL THEN 'place unknown' ELSE 'within about ' || CASE "
    'WHEN "radius_m" < 950 THEN round("radius_m", -1) || \' m\' '
    'WHEN "radius_m" < 20000 THEN round("radius_m" / 1000) || \' km\' '
    'WHEN "radius_m" < 100000 THEN (5 * round("radius_m" / 5000)) || \' km\' '
    "ELSE (10 * round(\"radius_m\" / 10000)) || ' km' END || ', 9 times in 10' END"
)
TIMED = ("strikes", "links", "strike_areas", "readings")


def title(name: str) -> str:
    titles = {
        "strikes": tr("Strikes"),
        "strike_areas": tr("Where they lie (9 in 10)"),
        "links": tr("Who struck whom"),
        "claims": tr("Claims"),
        "readings": tr("Readings"),
        "mentions": tr("Place mentions"),
        "reports": tr("Reports"),
        "corrections": tr("Corrections"),
    }
    return titles.get(name, name)


def layer_name_of(layer: QgsVectorLayer) -> str:
    """The contract's name of a layer by its source, "" when it is none."""
    source = layer.source()
    for part in source.split("|")[1:]:
        if part.lower().startswith("layername="):
            name = part[10:]
            return name if name in LAYERS else ""
    return ""


def file_of(layer: QgsVectorLayer) -> str:
    return layer.source().split("|")[0]


def add(path: str, group_name: str, project: QgsProject | None = None) -> dict[str, QgsVectorLayer]:
    """Add the layers of a GeoPackage as a group on top of the project, dressed; returns them by name."""
    project = project or QgsProject.instance()
    group = project.layerTreeRoot().insertGroup(0, group_name)
    layers: dict[str, QgsVectorLayer] = {}
    for name in SHOWN:
        layer = QgsVectorLayer(f"{path}|layername={name}", title(name), "ogr")
        if not layer.isValid():
            continue
        project.addMapLayer(layer, False)
        node = group.addLayer(layer)
        node.setExpanded(name == "strikes")
        layers[name] = layer
    dress(layers, project)
    return layers


def remove(layers: dict[str, QgsVectorLayer], project: QgsProject | None = None) -> None:
    """Take layers out of the project with the group that they leave empty."""
    project = project or QgsProject.instance()
    ids = [layer.id() for layer in layers.values()]
    groups: list[QgsLayerTreeGroup] = []
    for layer_id in ids:
        node = project.layerTreeRoot().findLayer(layer_id)
        if node is not None and isinstance(node.parent(), QgsLayerTreeGroup) and node.parent() not in groups:
            groups.append(node.parent())
    project.removeMapLayers(ids)
    for group in groups:
        if not group.children() and group.parent() is not None:
            group.parent().removeChildNode(group)


def of_project(path: str, project: QgsProject | None = None) -> dict[str, QgsVectorLayer]:
    """The project's layers that come from a file, by the contract's names."""
    project = project or QgsProject.instance()
    found = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and file_of(layer) == path and layer_name_of(layer):
            found[layer_name_of(layer)] = layer
    return found


def dress(layers: dict[str, QgsVectorLayer], project: QgsProject | None = None) -> None:
    """Give layers what their own style lacks: time, claims relation, map tip, form."""
    project = project or QgsProject.instance()
    for name in TIMED:
        if name in layers:
            make_timed(layers[name])
    strikes = layers.get("strikes")
    if strikes is None:
        return
    for layer in layers.values():
        name_columns(layer)
    say_uncertainty(strikes)
    relation = relate(strikes, layers.get("claims"), project)
    strikes.setMapTipTemplate(map_tip(layers.get("claims")))
    strikes.setDisplayExpression(
        "coalesce(\"place\", 'place unknown') || coalesce(', ' || to_string(\"date_start\"), '')"
    )
    make_form(strikes, relation)


def make_timed(layer: QgsVectorLayer) -> None:
    """Switch the layer's time on, by expressions that are right in every format and time zone."""
    temporal = layer.temporalProperties()
    if temporal.isActive():
        return
    temporal.setMode(QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression('to_datetime("date_start")')
    temporal.setEndExpression("to_datetime(\"date_end\") + to_interval('1 day')")
    temporal.setIsActive(True)


def name_columns(layer: QgsVectorLayer) -> None:
    """Give the columns the titles that the file tells, where the style gives none."""
    dataset = gdal.OpenEx(file_of(layer), gdal.OF_VECTOR)
    source = dataset.GetLayerByName(layer_name_of(layer)) if dataset is not None else None
    if source is None:
        return
    definition = source.GetLayerDefn()
    for i in range(definition.GetFieldCount()):
        field = definition.GetFieldDefn(i)
        index = layer.fields().lookupField(field.GetName())
        if index >= 0 and field.GetAlternativeName() and not layer.attributeAlias(index):
            layer.setFieldAlias(index, field.GetAlternativeName())


def say_uncertainty(strikes: QgsVectorLayer) -> None:
    """A computed column that tells the radius in words, for forms and identify."""
    if strikes.fields().lookupField(UNCERTAINTY) < 0:
        field = QgsField(UNCERTAINTY, QVariant.String)
        field.setAlias(tr("How well the place is known"))
        strikes.addExpressionField(WITHIN, field)


def relate(strikes: QgsVectorLayer, claims: QgsVectorLayer | None, project: QgsProject) -> QgsRelation | None:
    """The relation strike - claims, made once for each pair of layers."""
    if claims is None:
        return None
    relation = QgsRelation()
    relation.setId(f"strikemap_claims_{strikes.id()}")
    relation.setName(tr("Claims"))
    relation.setReferencedLayer(strikes.id())
    relation.setReferencingLayer(claims.id())
    relation.addFieldPair("strike_id", "strike_id")
    if not relation.isValid():
        return None
    project.relationManager().addRelation(relation)
    return relation


def make_form(strikes: QgsVectorLayer, relation: QgsRelation | None) -> None:
    """A form in tabs, in the order in which an analyst asks; a form that the style brings is kept."""
    config = strikes.editFormConfig()
    if config.layout() == QgsEditFormConfig.TabLayout:
        return
    tabs = (
        (tr("What happened"), ("date_start", "date_end", "attacker", "target", "weapon", "event_type", "sub_event_type",
                               "fat_low", "fat_best", "fat_high", "fat_children", "inj_low", "inj_high", "status")),
        (tr("Where"), ("place", "adm2", "adm1", "country", "where_text", UNCERTAINTY, "where_prec", "radius_m", "loc_method", "lon", "lat")),
        (tr("Source"), ("sentence", "source", "source_url", "published", "report_id", "conf", "rule", "strike_id")),
    )  # fmt: skip
    config.clearTabs()
    config.setLayout(QgsEditFormConfig.TabLayout)
    root = config.invisibleRootContainer()
    for name, columns in tabs:
        config.addTab(_tab(strikes, name, columns, root))
    if relation is not None:
        tab = QgsAttributeEditorContainer(tr("Claims"), root)
        tab.setIsGroupBox(False)
        table = QgsAttributeEditorRelation(relation.id(), relation, tab)
        table.setRelationWidgetTypeId("relation_editor")
        tab.addChildElement(table)
        config.addTab(tab)
    strikes.setEditFormConfig(config)


def _tab(
    layer: QgsVectorLayer, name: str, columns: tuple[str, ...], root: QgsAttributeEditorContainer
) -> QgsAttributeEditorContainer:
    tab = QgsAttributeEditorContainer(name, root)
    tab.setIsGroupBox(False)
    for column in columns:
        index = layer.fields().lookupField(column)
        if index >= 0:
            tab.addChildElement(QgsAttributeEditorField(column, index, tab))
    return tab


def _safe(expression: str) -> str:
    """An expression whose text cannot be markup."""
    return f"replace(replace(replace(coalesce({expression}, ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')"


def map_tip(claims: QgsVectorLayer | None) -> str:
    """The map tip of a strike: what, where with the uncertainty in words, claims, the sentence."""
    who = f"{_safe(chr(34) + 'attacker' + chr(34))} || ' → ' || {_safe(chr(34) + 'target' + chr(34))}"
    day = 'coalesce(to_string("date_start"), \'day unknown\') || if("date_end" <> "date_start", \' – \' || to_string("date_end"), \'\')'
    weapon = f"if(\"weapon\" IS NULL, '', '(' || {_safe(chr(34) + 'weapon' + chr(34))} || ')')"
    parts = [
        f"<b>[% {_safe(chr(34) + 'place' + chr(34))} %]</b> · [% {day} %]<br>",
        f"[% {who} %] [% {weapon} %]<br>",
        f"<i>[% {WITHIN} %]</i><br>",
        "[% coalesce('Deaths: <b>' || \"fat_best\" || '</b><br>', '') %]",
    ]
    if claims is not None:
        row = (
            "'<tr><td>' || "
            + _safe("coalesce(\"claimant\", 'the report')")
            + " || '</td><td>' || coalesce(\"killed_low\" || ' killed', '') || coalesce(' ' || \"injured_low\" || ' injured', '')"
            + " || '</td></tr>'"
        )
        parts.append(
            f"<table>[% aggregate('{claims.id()}', 'concatenate', {row}, "
            "\"strike_id\" = attribute(@parent, 'strike_id')) %]</table>"
        )
    parts.append(f"<p style='max-width:320px'>“[% {_safe(chr(34) + 'sentence' + chr(34))} %]”</p>")
    return "<div style='max-width:340px'>" + "".join(parts) + "</div>"


def map_tip_text(layer: QgsVectorLayer, feature: Any) -> str:
    """The map tip of a feature as QGIS would show it."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def time_range(strikes: QgsVectorLayer) -> QgsDateTimeRange | None:
    """First to last possible day of all strikes; None when no day is known."""
    days: list[str] = []
    for feature in strikes.getFeatures():
        days += [day for day in (plain(feature["date_start"]), plain(feature["date_end"])) if day]
    if not days:
        return None
    first, last = (QDate.fromString(day[:10], Qt.DateFormat.ISODate) for day in (min(days), max(days)))
    midnight = QTime(0, 0)
    return QgsDateTimeRange(
        QDateTime(first, midnight, QTimeZone.utc()), QDateTime(last.addDays(1), midnight, QTimeZone.utc())
    )


def order(layers: dict[str, QgsVectorLayer], project: QgsProject | None = None) -> None:
    """Put the layers of one file in reading order where they stand in the layer tree."""
    root = (project or QgsProject.instance()).layerTreeRoot()
    nodes = [root.findLayer(layers[name].id()) for name in ORDER if name in layers]
    nodes = [node for node in nodes if node is not None and node.parent() is not None]
    if len(nodes) < 2 or any(node.parent() != nodes[0].parent() for node in nodes):
        return
    parent = nodes[0].parent()
    first = min(parent.children().index(node) for node in nodes)
    for i, node in enumerate(nodes):
        parent.insertChildNode(first + i, node.clone())
    for node in nodes:
        parent.removeChildNode(node)
