<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" simplifyMaxScale="1" maxScale="0" minScale="100000000" version="3.22.16-Białowieża" simplifyDrawingHints="1" simplifyAlgorithm="0" simplifyDrawingTol="1" labelsEnabled="0" simplifyLocal="1">
  <temporal enabled="1" startField="date_start" endExpression="to_datetime(&quot;date_end&quot;) + to_interval('1 day')" durationField="" fixedDuration="0" durationUnit="min" mode="4" endField="date_end" accumulate="0" limitMode="0" startExpression="to_datetime(&quot;date_start&quot;)">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol" enableorderby="0">
    <symbols>
      <symbol clip_to_extent="1" alpha="1" name="0" type="line" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleLine" pass="0">
          <Option type="Map">
            <Option name="align_dash_pattern" value="0" type="QString"/>
            <Option name="capstyle" value="square" type="QString"/>
            <Option name="customdash" value="5;2" type="QString"/>
            <Option name="customdash_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="customdash_unit" value="MM" type="QString"/>
            <Option name="dash_pattern_offset" value="0" type="QString"/>
            <Option name="dash_pattern_offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="dash_pattern_offset_unit" value="MM" type="QString"/>
            <Option name="draw_inside_polygon" value="0" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="line_color" value="102,102,102,255" type="QString"/>
            <Option name="line_style" value="dash" type="QString"/>
            <Option name="line_width" value="0.35" type="QString"/>
            <Option name="line_width_unit" value="MM" type="QString"/>
            <Option name="offset" value="0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="ring_filter" value="0" type="QString"/>
            <Option name="trim_distance_end" value="0" type="QString"/>
            <Option name="trim_distance_end_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="trim_distance_end_unit" value="MM" type="QString"/>
            <Option name="trim_distance_start" value="0" type="QString"/>
            <Option name="trim_distance_start_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="trim_distance_start_unit" value="MM" type="QString"/>
            <Option name="tweak_dash_pattern_on_corners" value="0" type="QString"/>
            <Option name="use_custom_dash" value="0" type="QString"/>
            <Option name="width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
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
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', 150)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
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
    <field configurationFlags="None" name="fid"/>
    <field configurationFlags="None" name="strike_id"/>
    <field configurationFlags="None" name="date_start"/>
    <field configurationFlags="None" name="date_end"/>
    <field configurationFlags="None" name="attacker"/>
    <field configurationFlags="None" name="target"/>
    <field configurationFlags="None" name="weapon"/>
    <field configurationFlags="None" name="place"/>
    <field configurationFlags="None" name="where_prec"/>
    <field configurationFlags="None" name="radius_m"/>
    <field configurationFlags="None" name="fat_best"/>
    <field configurationFlags="None" name="status"/>
    <field configurationFlags="None" name="conf"/>
    <field configurationFlags="None" name="report_id"/>
    <field configurationFlags="None" name="from_place"/>
    <field configurationFlags="None" name="from_iso3"/>
    <field configurationFlags="None" name="from_is"/>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" index="0" name=""/>
    <alias field="strike_id" index="1" name=""/>
    <alias field="date_start" index="2" name=""/>
    <alias field="date_end" index="3" name=""/>
    <alias field="attacker" index="4" name=""/>
    <alias field="target" index="5" name=""/>
    <alias field="weapon" index="6" name=""/>
    <alias field="place" index="7" name=""/>
    <alias field="where_prec" index="8" name=""/>
    <alias field="radius_m" index="9" name=""/>
    <alias field="fat_best" index="10" name=""/>
    <alias field="status" index="11" name=""/>
    <alias field="conf" index="12" name=""/>
    <alias field="report_id" index="13" name=""/>
    <alias field="from_place" index="14" name=""/>
    <alias field="from_iso3" index="15" name=""/>
    <alias field="from_is" index="16" name=""/>
  </aliases>
  <defaults>
    <default field="fid" applyOnUpdate="0" expression=""/>
    <default field="strike_id" applyOnUpdate="0" expression=""/>
    <default field="date_start" applyOnUpdate="0" expression=""/>
    <default field="date_end" applyOnUpdate="0" expression=""/>
    <default field="attacker" applyOnUpdate="0" expression=""/>
    <default field="target" applyOnUpdate="0" expression=""/>
    <default field="weapon" applyOnUpdate="0" expression=""/>
    <default field="place" applyOnUpdate="0" expression=""/>
    <default field="where_prec" applyOnUpdate="0" expression=""/>
    <default field="radius_m" applyOnUpdate="0" expression=""/>
    <default field="fat_best" applyOnUpdate="0" expression=""/>
    <default field="status" applyOnUpdate="0" expression=""/>
    <default field="conf" applyOnUpdate="0" expression=""/>
    <default field="report_id" applyOnUpdate="0" expression=""/>
    <default field="from_place" applyOnUpdate="0" expression=""/>
    <default field="from_iso3" applyOnUpdate="0" expression=""/>
    <default field="from_is" applyOnUpdate="0" expression=""/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" exp_strength="0" constraints="3" unique_strength="1"/>
    <constraint field="strike_id" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="date_start" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="date_end" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="attacker" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="target" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="weapon" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="place" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="where_prec" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="radius_m" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_best" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="status" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="conf" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="report_id" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="from_place" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="from_iso3" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="from_is" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" exp="" desc=""/>
    <constraint field="strike_id" exp="" desc=""/>
    <constraint field="date_start" exp="" desc=""/>
    <constraint field="date_end" exp="" desc=""/>
    <constraint field="attacker" exp="" desc=""/>
    <constraint field="target" exp="" desc=""/>
    <constraint field="weapon" exp="" desc=""/>
    <constraint field="place" exp="" desc=""/>
    <constraint field="where_prec" exp="" desc=""/>
    <constraint field="radius_m" exp="" desc=""/>
    <constraint field="fat_best" exp="" desc=""/>
    <constraint field="status" exp="" desc=""/>
    <constraint field="conf" exp="" desc=""/>
    <constraint field="report_id" exp="" desc=""/>
    <constraint field="from_place" exp="" desc=""/>
    <constraint field="from_iso3" exp="" desc=""/>
    <constraint field="from_is" exp="" desc=""/>
  </constraintExpressions>
  <expressionfields/>
  <mapTip>[% coalesce(replace(replace(replace(replace(to_string("from_place"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] → [% coalesce(replace(replace(replace(replace(to_string("place"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]</mapTip>
  <layerGeometryType>1</layerGeometryType>
</qgis>
