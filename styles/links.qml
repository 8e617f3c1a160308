<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1" simplifyDrawingHints="1" simplifyAlgorithm="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <temporal limitMode="0" startField="date_start" durationField="" enabled="1" endExpression="to_datetime(&quot;date_end&quot;) + to_interval('1 day')" startExpression="to_datetime(&quot;date_start&quot;)" durationUnit="min" fixedDuration="0" accumulate="0" mode="4" endField="date_end">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 type="singleSymbol" referencescale="-1" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="align_dash_pattern" value="0"/>
            <Option type="QString" name="capstyle" value="square"/>
            <Option type="QString" name="customdash" value="5;2"/>
            <Option type="QString" name="customdash_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="customdash_unit" value="MM"/>
            <Option type="QString" name="dash_pattern_offset" value="0"/>
            <Option type="QString" name="dash_pattern_offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="dash_pattern_offset_unit" value="MM"/>
            <Option type="QString" name="draw_inside_polygon" value="0"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="line_color" value="102,102,102,255"/>
            <Option type="QString" name="line_style" value="dash"/>
            <Option type="QString" name="line_width" value="0.35"/>
            <Option type="QString" name="line_width_unit" value="MM"/>
            <Option type="QString" name="offset" value="0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="ring_filter" value="0"/>
            <Option type="QString" name="trim_distance_end" value="0"/>
            <Option type="QString" name="trim_distance_end_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="trim_distance_end_unit" value="MM"/>
            <Option type="QString" name="trim_distance_start" value="0"/>
            <Option type="QString" name="trim_distance_start_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="trim_distance_start_unit" value="MM"/>
            <Option type="QString" name="tweak_dash_pattern_on_corners" value="0"/>
            <Option type="QString" name="use_custom_dash" value="0"/>
            <Option type="QString" name="width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
          </Option>
          <prop k="align_dash_pattern" v="0"/>
          <prop k="capstyle" v="square"/>
          <prop k="customdash" v="5;2"/>
          <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="customdash_unit" v="MM"/>
          <prop k="dash_pattern_offset" v="0"/>
          <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="dash_pattern_offset_unit" v="MM"/>
          <prop k="draw_inside_polygon" v="0"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="line_color" v="102,102,102,255"/>
          <prop k="line_style" v="dash"/>
          <prop k="line_width" v="0.35"/>
          <prop k="line_width_unit" v="MM"/>
          <prop k="offset" v="0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="ring_filter" v="0"/>
          <prop k="trim_distance_end" v="0"/>
          <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="trim_distance_end_unit" v="MM"/>
          <prop k="trim_distance_start" v="0"/>
          <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="trim_distance_start_unit" v="MM"/>
          <prop k="tweak_dash_pattern_on_corners" v="0"/>
          <prop k="use_custom_dash" v="0"/>
          <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="set_color_part(coalesce(map_get(map(@COLOURS@), &quot;attacker&quot;), '#666666'), 'alpha', 150)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"/>
    <field name="strike_id" configurationFlags="None"/>
    <field name="date_start" configurationFlags="None"/>
    <field name="date_end" configurationFlags="None"/>
    <field name="attacker" configurationFlags="None"/>
    <field name="target" configurationFlags="None"/>
    <field name="weapon" configurationFlags="None"/>
    <field name="place" configurationFlags="None"/>
    <field name="where_prec" configurationFlags="None"/>
    <field name="radius_m" configurationFlags="None"/>
    <field name="fat_best" configurationFlags="None"/>
    <field name="status" configurationFlags="None"/>
    <field name="conf" configurationFlags="None"/>
    <field name="report_id" configurationFlags="None"/>
    <field name="from_place" configurationFlags="None"/>
    <field name="from_iso3" configurationFlags="None"/>
    <field name="from_is" configurationFlags="None"/>
  </fieldConfiguration>
  <aliases>
    <alias name="" field="fid" index="0"/>
    <alias name="Strike" field="strike_id" index="1"/>
    <alias name="First possible day" field="date_start" index="2"/>
    <alias name="Last possible day" field="date_end" index="3"/>
    <alias name="Attacker" field="attacker" index="4"/>
    <alias name="Target" field="target" index="5"/>
    <alias name="Weapon" field="weapon" index="6"/>
    <alias name="Place" field="place" index="7"/>
    <alias name="Place precision (UCDP)" field="where_prec" index="8"/>
    <alias name="Uncertainty (m)" field="radius_m" index="9"/>
    <alias name="Killed, best (people)" field="fat_best" index="10"/>
    <alias name="Status" field="status" index="11"/>
    <alias name="Confidence (0-1)" field="conf" index="12"/>
    <alias name="Report" field="report_id" index="13"/>
    <alias name="From" field="from_place" index="14"/>
    <alias name="From country" field="from_iso3" index="15"/>
    <alias name="From is" field="from_is" index="16"/>
  </aliases>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="strike_id" applyOnUpdate="0"/>
    <default expression="" field="date_start" applyOnUpdate="0"/>
    <default expression="" field="date_end" applyOnUpdate="0"/>
    <default expression="" field="attacker" applyOnUpdate="0"/>
    <default expression="" field="target" applyOnUpdate="0"/>
    <default expression="" field="weapon" applyOnUpdate="0"/>
    <default expression="" field="place" applyOnUpdate="0"/>
    <default expression="" field="where_prec" applyOnUpdate="0"/>
    <default expression="" field="radius_m" applyOnUpdate="0"/>
    <default expression="" field="fat_best" applyOnUpdate="0"/>
    <default expression="" field="status" applyOnUpdate="0"/>
    <default expression="" field="conf" applyOnUpdate="0"/>
    <default expression="" field="report_id" applyOnUpdate="0"/>
    <default expression="" field="from_place" applyOnUpdate="0"/>
    <default expression="" field="from_iso3" applyOnUpdate="0"/>
    <default expression="" field="from_is" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="1" exp_strength="0" field="fid" notnull_strength="1" constraints="3"/>
    <constraint unique_strength="0" exp_strength="0" field="strike_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_start" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_end" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="attacker" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="weapon" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="place" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="where_prec" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="radius_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_best" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="status" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="conf" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="report_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="from_place" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="from_iso3" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="from_is" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="fid" exp=""/>
    <constraint desc="" field="strike_id" exp=""/>
    <constraint desc="" field="date_start" exp=""/>
    <constraint desc="" field="date_end" exp=""/>
    <constraint desc="" field="attacker" exp=""/>
    <constraint desc="" field="target" exp=""/>
    <constraint desc="" field="weapon" exp=""/>
    <constraint desc="" field="place" exp=""/>
    <constraint desc="" field="where_prec" exp=""/>
    <constraint desc="" field="radius_m" exp=""/>
    <constraint desc="" field="fat_best" exp=""/>
    <constraint desc="" field="status" exp=""/>
    <constraint desc="" field="conf" exp=""/>
    <constraint desc="" field="report_id" exp=""/>
    <constraint desc="" field="from_place" exp=""/>
    <constraint desc="" field="from_iso3" exp=""/>
    <constraint desc="" field="from_is" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <mapTip>[% coalesce(replace(replace(replace(replace(to_string("from_place"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] → [% coalesce(replace(replace(replace(replace(to_string("place"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]</mapTip>
  <layerGeometryType>1</layerGeometryType>
</qgis>
