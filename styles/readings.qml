<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis simplifyDrawingTol="1" labelsEnabled="1" simplifyLocal="1" simplifyDrawingHints="1" simplifyAlgorithm="0" simplifyMaxScale="1" symbologyReferenceScale="-1" minScale="100000000" version="3.22.16-Białowieża" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <temporal limitMode="0" startField="date_start" durationField="" enabled="1" endExpression="to_datetime(&quot;date_end&quot;) + to_interval('1 day')" startExpression="to_datetime(&quot;date_start&quot;)" durationUnit="min" fixedDuration="0" accumulate="0" mode="4" endField="date_end">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 type="categorizedSymbol" referencescale="-1" enableorderby="0" attr="attacker" forceraster="0" symbollevels="0">
    <categories>
      <!--attacker--><category symbol="attacker@N@" value="@ATTACKER@" render="true" label="@ATTACKER@"/><!--end-->
      <category symbol="1" value="" render="true" label="Other or unknown attacker"/>
    </categories>
    <symbols>
      <!--attacker--><symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="attacker@N@">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="@COLOUR@"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="51,51,51,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.45"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="4.4"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="@COLOUR@"/>
          <prop k="horizontal_anchor_point" v="1"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="name" v="circle"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.45"/>
          <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.4"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="set_color_part(@symbol_color, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="name">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="darker(@symbol_color, 125)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineStyle">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;fat_best&quot; >= 100 THEN 12 WHEN &quot;fat_best&quot; >= 20 THEN 8.6 WHEN &quot;fat_best&quot; >= 5 THEN 6.2 WHEN &quot;fat_best&quot; >= 1 THEN 4.4 ELSE 3 END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol><!--end-->
      <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="1">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="102,102,102,255"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="51,51,51,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.45"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="4.4"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,102,255"/>
          <prop k="horizontal_anchor_point" v="1"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="name" v="circle"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.45"/>
          <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.4"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="set_color_part(@symbol_color, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="name">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="darker(@symbol_color, 125)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineStyle">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;fat_best&quot; >= 100 THEN 12 WHEN &quot;fat_best&quot; >= 20 THEN 8.6 WHEN &quot;fat_best&quot; >= 5 THEN 6.2 WHEN &quot;fat_best&quot; >= 1 THEN 4.4 ELSE 3 END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <source-symbol>
      <symbol type="marker" force_rhr="0" clip_to_extent="1" alpha="1" name="0">
        <data_defined_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </data_defined_properties>
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="angle" value="0"/>
            <Option type="QString" name="cap_style" value="square"/>
            <Option type="QString" name="color" value="240,240,240,255"/>
            <Option type="QString" name="horizontal_anchor_point" value="1"/>
            <Option type="QString" name="joinstyle" value="bevel"/>
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="offset" value="0,0"/>
            <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="offset_unit" value="MM"/>
            <Option type="QString" name="outline_color" value="51,51,51,255"/>
            <Option type="QString" name="outline_style" value="solid"/>
            <Option type="QString" name="outline_width" value="0.45"/>
            <Option type="QString" name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="outline_width_unit" value="MM"/>
            <Option type="QString" name="scale_method" value="diameter"/>
            <Option type="QString" name="size" value="4.4"/>
            <Option type="QString" name="size_map_unit_scale" value="3x:0,0,0,0,0,0"/>
            <Option type="QString" name="size_unit" value="MM"/>
            <Option type="QString" name="vertical_anchor_point" value="1"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="240,240,240,255"/>
          <prop k="horizontal_anchor_point" v="1"/>
          <prop k="joinstyle" v="bevel"/>
          <prop k="name" v="circle"/>
          <prop k="offset" v="0,0"/>
          <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="offset_unit" v="MM"/>
          <prop k="outline_color" v="51,51,51,255"/>
          <prop k="outline_style" v="solid"/>
          <prop k="outline_width" v="0.45"/>
          <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="outline_width_unit" v="MM"/>
          <prop k="scale_method" v="diameter"/>
          <prop k="size" v="4.4"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option type="QString" name="name" value=""/>
              <Option type="Map" name="properties">
                <Option type="Map" name="fillColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="set_color_part(@symbol_color, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="name">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineColor">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="darker(@symbol_color, 125)"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="outlineStyle">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
                <Option type="Map" name="size">
                  <Option type="bool" name="active" value="true"/>
                  <Option type="QString" name="expression" value="CASE WHEN &quot;fat_best&quot; >= 100 THEN 12 WHEN &quot;fat_best&quot; >= 20 THEN 8.6 WHEN &quot;fat_best&quot; >= 5 THEN 6.2 WHEN &quot;fat_best&quot; >= 1 THEN 4.4 ELSE 3 END"/>
                  <Option type="int" name="type" value="3"/>
                </Option>
              </Option>
              <Option type="QString" name="type" value="collection"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </source-symbol>
    <rotation/>
    <sizescale/>
    <data-defined-size-legend type="collapsed" title="Deaths" valign="bottom">
      <lineSymbol>
        <symbol type="line" force_rhr="0" clip_to_extent="1" alpha="1" name="lineSymbol">
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
              <Option type="QString" name="line_color" value="0,0,0,255"/>
              <Option type="QString" name="line_style" value="solid"/>
              <Option type="QString" name="line_width" value="0.2"/>
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
            <prop k="line_color" v="0,0,0,255"/>
            <prop k="line_style" v="solid"/>
            <prop k="line_width" v="0.2"/>
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
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
          </layer>
        </symbol>
      </lineSymbol>
      <text-style align="1" color="0,0,0,255">
        <font italic="0" size="8" weight="50" family="Noto Sans"/>
      </text-style>
      <classes>
        <class size="3" label="0 or ?"/>
        <class size="4.4000000000000004" label="1–4"/>
        <class size="6.2000000000000002" label="5–19"/>
        <class size="8.5999999999999996" label="20–99"/>
        <class size="12" label="100+"/>
      </classes>
    </data-defined-size-legend>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="coalesce(&quot;place&quot;, '') || CASE WHEN &quot;date_start&quot; = &quot;date_end&quot; THEN ' · ' || format_date(to_date(&quot;date_start&quot;), 'd MMM') ELSE '' END || coalesce('\n' || &quot;attacker&quot;, '')" fontWeight="50" useSubstitutions="0" capitalization="0" fontSizeMapUnitScale="3x:0,0,0,0,0,0" textOrientation="horizontal" legendString="Aa" textColor="34,34,34,255" fontSize="8" fontUnderline="0" fontStrikeout="0" fontLetterSpacing="0" textOpacity="1" blendMode="0" fontItalic="0" fontWordSpacing="0" fontSizeUnit="Point" previewBkgrdColor="255,255,255,255" fontKerning="1" fontFamily="Noto Sans" allowHtml="0" isExpression="1" namedStyle="" multilineHeight="1">
        <families/>
        <text-buffer bufferJoinStyle="128" bufferSize="0.90000000000000002" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferDraw="1" bufferBlendMode="0" bufferNoFill="1" bufferColor="255,255,255,225" bufferOpacity="1" bufferSizeUnits="MM"/>
        <text-mask maskOpacity="1" maskedSymbolLayers="" maskSizeUnits="MM" maskJoinStyle="128" maskType="0" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskEnabled="0" maskSize="1.5"/>
        <background shapeDraw="0" shapeRadiiX="0" shapeOpacity="1" shapeRadiiY="0" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeFillColor="255,255,255,255" shapeBorderWidth="0" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeRotationType="0" shapeSVGFile="" shapeJoinStyle="64" shapeBorderColor="128,128,128,255" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeRotation="0" shapeType="0" shapeOffsetUnit="MM" shapeRadiiUnit="MM" shapeOffsetX="0" shapeSizeX="0" shapeOffsetY="0" shapeSizeY="0" shapeBlendMode="0" shapeSizeUnit="MM" shapeSizeType="0">
          <symbol type="fill" force_rhr="0" clip_to_extent="1" alpha="1" name="fillSymbol">
            <data_defined_properties>
              <Option type="Map">
                <Option type="QString" name="name" value=""/>
                <Option name="properties"/>
                <Option type="QString" name="type" value="collection"/>
              </Option>
            </data_defined_properties>
            <layer class="SimpleFill" enabled="1" locked="0" pass="0">
              <Option type="Map">
                <Option type="QString" name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="color" value="255,255,255,255"/>
                <Option type="QString" name="joinstyle" value="bevel"/>
                <Option type="QString" name="offset" value="0,0"/>
                <Option type="QString" name="offset_map_unit_scale" value="3x:0,0,0,0,0,0"/>
                <Option type="QString" name="offset_unit" value="MM"/>
                <Option type="QString" name="outline_color" value="128,128,128,255"/>
                <Option type="QString" name="outline_style" value="no"/>
                <Option type="QString" name="outline_width" value="0"/>
                <Option type="QString" name="outline_width_unit" value="MM"/>
                <Option type="QString" name="style" value="solid"/>
              </Option>
              <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="color" v="255,255,255,255"/>
              <prop k="joinstyle" v="bevel"/>
              <prop k="offset" v="0,0"/>
              <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0"/>
              <prop k="offset_unit" v="MM"/>
              <prop k="outline_color" v="128,128,128,255"/>
              <prop k="outline_style" v="no"/>
              <prop k="outline_width" v="0"/>
              <prop k="outline_width_unit" v="MM"/>
              <prop k="style" v="solid"/>
              <data_defined_properties>
                <Option type="Map">
                  <Option type="QString" name="name" value=""/>
                  <Option name="properties"/>
                  <Option type="QString" name="type" value="collection"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </background>
        <shadow shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusAlphaOnly="0" shadowOffsetUnit="MM" shadowOffsetGlobal="1" shadowUnder="0" shadowOpacity="0.69999999999999996" shadowColor="0,0,0,255" shadowDraw="0" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowRadius="1.5" shadowScale="100" shadowOffsetAngle="135" shadowBlendMode="6" shadowOffsetDist="1" shadowRadiusUnit="MM"/>
        <dd_properties>
          <Option type="Map">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
        </dd_properties>
        <substitutions/>
      </text-style>
      <text-format placeDirectionSymbol="0" plussign="0" formatNumbers="0" rightDirectionSymbol=">" multilineAlign="3" reverseDirectionSymbol="0" useMaxLineLengthForAutoWrap="1" decimals="3" wrapChar="" autoWrapLength="0" leftDirectionSymbol="&lt;" addDirectionSymbol="0"/>
      <placement placementFlags="10" rotationUnit="AngleDegrees" rotationAngle="0" yOffset="0" xOffset="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistance="0" geometryGeneratorEnabled="0" layerType="UnknownGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" lineAnchorClipping="0" placement="6" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" lineAnchorPercent="0.5" geometryGenerator="" maxCurvedCharAngleIn="25" geometryGeneratorType="PointGeometry" preserveRotation="1" distMapUnitScale="3x:0,0,0,0,0,0" quadOffset="4" centroidInside="0" maxCurvedCharAngleOut="-25" overrunDistanceUnit="MM" polygonPlacementFlags="2" distUnits="MM" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" lineAnchorType="0" offsetType="1" repeatDistanceUnits="MM" repeatDistance="0" fitInPolygonOnly="0" centroidWhole="0" dist="0.59999999999999998" offsetUnits="MM" priority="5"/>
      <rendering upsidedownLabels="0" unplacedVisibility="0" obstacleType="1" displayAll="0" scaleMin="0" zIndex="0" scaleVisibility="0" minFeatureSize="0" fontLimitPixelSize="0" drawLabels="1" limitNumLabels="0" labelPerPart="0" maxNumLabels="2000" obstacle="1" fontMaxPixelSize="10000" scaleMax="0" obstacleFactor="1" fontMinPixelSize="0" mergeLines="0"/>
      <dd_properties>
        <Option type="Map">
          <Option type="QString" name="name" value=""/>
          <Option type="Map" name="properties">
            <Option type="Map" name="Color">
              <Option type="bool" name="active" value="true"/>
              <Option type="QString" name="expression" value="darker(coalesce(map_get(map(@COLOURS@), &quot;attacker&quot;), '#666666'), 140)"/>
              <Option type="int" name="type" value="3"/>
            </Option>
          </Option>
          <Option type="QString" name="type" value="collection"/>
        </Option>
      </dd_properties>
      <callout type="simple">
        <Option type="Map">
          <Option type="QString" name="anchorPoint" value="pole_of_inaccessibility"/>
          <Option type="int" name="blendMode" value="0"/>
          <Option type="Map" name="ddProperties">
            <Option type="QString" name="name" value=""/>
            <Option name="properties"/>
            <Option type="QString" name="type" value="collection"/>
          </Option>
          <Option type="bool" name="drawToAllParts" value="false"/>
          <Option type="QString" name="enabled" value="0"/>
          <Option type="QString" name="labelAnchorPoint" value="point_on_exterior"/>
          <Option type="QString" name="lineSymbol" value="&lt;symbol type=&quot;line&quot; force_rhr=&quot;0&quot; clip_to_extent=&quot;1&quot; alpha=&quot;1&quot; name=&quot;symbol&quot;>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;layer class=&quot;SimpleLine&quot; enabled=&quot;1&quot; locked=&quot;0&quot; pass=&quot;0&quot;>&lt;Option type=&quot;Map&quot;>&lt;Option type=&quot;QString&quot; name=&quot;align_dash_pattern&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;capstyle&quot; value=&quot;square&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;customdash&quot; value=&quot;5;2&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;customdash_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;customdash_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;dash_pattern_offset_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;draw_inside_polygon&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;joinstyle&quot; value=&quot;bevel&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;line_color&quot; value=&quot;60,60,60,255&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;line_style&quot; value=&quot;solid&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;line_width&quot; value=&quot;0.3&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;line_width_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;offset&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;offset_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;ring_filter&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_end_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;trim_distance_start_unit&quot; value=&quot;MM&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;tweak_dash_pattern_on_corners&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;use_custom_dash&quot; value=&quot;0&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;width_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot;/>&lt;/Option>&lt;prop k=&quot;align_dash_pattern&quot; v=&quot;0&quot;/>&lt;prop k=&quot;capstyle&quot; v=&quot;square&quot;/>&lt;prop k=&quot;customdash&quot; v=&quot;5;2&quot;/>&lt;prop k=&quot;customdash_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;customdash_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;dash_pattern_offset&quot; v=&quot;0&quot;/>&lt;prop k=&quot;dash_pattern_offset_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;dash_pattern_offset_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;draw_inside_polygon&quot; v=&quot;0&quot;/>&lt;prop k=&quot;joinstyle&quot; v=&quot;bevel&quot;/>&lt;prop k=&quot;line_color&quot; v=&quot;60,60,60,255&quot;/>&lt;prop k=&quot;line_style&quot; v=&quot;solid&quot;/>&lt;prop k=&quot;line_width&quot; v=&quot;0.3&quot;/>&lt;prop k=&quot;line_width_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;offset&quot; v=&quot;0&quot;/>&lt;prop k=&quot;offset_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;offset_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;ring_filter&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_end&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_end_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;trim_distance_end_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;trim_distance_start&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_start_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;trim_distance_start_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;tweak_dash_pattern_on_corners&quot; v=&quot;0&quot;/>&lt;prop k=&quot;use_custom_dash&quot; v=&quot;0&quot;/>&lt;prop k=&quot;width_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option type=&quot;QString&quot; name=&quot;name&quot; value=&quot;&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option type=&quot;QString&quot; name=&quot;type&quot; value=&quot;collection&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;/layer>&lt;/symbol>"/>
          <Option type="double" name="minLength" value="0"/>
          <Option type="QString" name="minLengthMapUnitScale" value="3x:0,0,0,0,0,0"/>
          <Option type="QString" name="minLengthUnit" value="MM"/>
          <Option type="double" name="offsetFromAnchor" value="0"/>
          <Option type="QString" name="offsetFromAnchorMapUnitScale" value="3x:0,0,0,0,0,0"/>
          <Option type="QString" name="offsetFromAnchorUnit" value="MM"/>
          <Option type="double" name="offsetFromLabel" value="0"/>
          <Option type="QString" name="offsetFromLabelMapUnitScale" value="3x:0,0,0,0,0,0"/>
          <Option type="QString" name="offsetFromLabelUnit" value="MM"/>
        </Option>
      </callout>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"/>
    <field name="strike_id" configurationFlags="None"/>
    <field name="report_id" configurationFlags="None"/>
    <field name="date_start" configurationFlags="None"/>
    <field name="date_end" configurationFlags="None"/>
    <field name="time_local" configurationFlags="None"/>
    <field name="date_prec" configurationFlags="None"/>
    <field name="time_prec" configurationFlags="None"/>
    <field name="event_type" configurationFlags="None"/>
    <field name="sub_event_type" configurationFlags="None"/>
    <field name="weapon" configurationFlags="None"/>
    <field name="n_strikes" configurationFlags="None"/>
    <field name="attacker" configurationFlags="None"/>
    <field name="attacker_iso3" configurationFlags="None"/>
    <field name="attacker_type" configurationFlags="None"/>
    <field name="target" configurationFlags="None"/>
    <field name="target_iso3" configurationFlags="None"/>
    <field name="target_type" configurationFlags="None"/>
    <field name="civ_target" configurationFlags="None"/>
    <field name="cross_border" configurationFlags="None"/>
    <field name="iso3" configurationFlags="None"/>
    <field name="country" configurationFlags="None"/>
    <field name="adm1" configurationFlags="None"/>
    <field name="adm1_code" configurationFlags="None"/>
    <field name="adm1_pcode" configurationFlags="None"/>
    <field name="adm2" configurationFlags="None"/>
    <field name="adm2_code" configurationFlags="None"/>
    <field name="adm2_pcode" configurationFlags="None"/>
    <field name="disputed" configurationFlags="None"/>
    <field name="place" configurationFlags="None"/>
    <field name="place_id" configurationFlags="None"/>
    <field name="place_src" configurationFlags="None"/>
    <field name="where_text" configurationFlags="None"/>
    <field name="where_begin" configurationFlags="None"/>
    <field name="where_end" configurationFlags="None"/>
    <field name="lon" configurationFlags="None"/>
    <field name="lat" configurationFlags="None"/>
    <field name="radius_m" configurationFlags="None"/>
    <field name="geo_prec" configurationFlags="None"/>
    <field name="where_prec" configurationFlags="None"/>
    <field name="loc_method" configurationFlags="None"/>
    <field name="fat_low" configurationFlags="None"/>
    <field name="fat_best" configurationFlags="None"/>
    <field name="fat_high" configurationFlags="None"/>
    <field name="fat_civ" configurationFlags="None"/>
    <field name="fat_children" configurationFlags="None"/>
    <field name="inj_low" configurationFlags="None"/>
    <field name="inj_high" configurationFlags="None"/>
    <field name="status" configurationFlags="None"/>
    <field name="n_claims" configurationFlags="None"/>
    <field name="n_reports" configurationFlags="None"/>
    <field name="sentence" configurationFlags="None"/>
    <field name="source" configurationFlags="None"/>
    <field name="source_url" configurationFlags="None"/>
    <field name="published" configurationFlags="None"/>
    <field name="conf" configurationFlags="None"/>
    <field name="rule" configurationFlags="None"/>
    <field name="engine" configurationFlags="None"/>
    <field name="gazetteer" configurationFlags="None"/>
    <field name="evidence" configurationFlags="None"/>
    <field name="merged_why" configurationFlags="None"/>
    <field name="former_ids" configurationFlags="None"/>
    <field name="area" configurationFlags="None"/>
    <field name="reading_id" configurationFlags="None"/>
    <field name="claims" configurationFlags="None"/>
  </fieldConfiguration>
  <aliases>
    <alias name="" field="fid" index="0"/>
    <alias name="Strike" field="strike_id" index="1"/>
    <alias name="Report" field="report_id" index="2"/>
    <alias name="First possible day" field="date_start" index="3"/>
    <alias name="Last possible day" field="date_end" index="4"/>
    <alias name="Local time" field="time_local" index="5"/>
    <alias name="Date precision" field="date_prec" index="6"/>
    <alias name="Time precision (ACLED)" field="time_prec" index="7"/>
    <alias name="Event type" field="event_type" index="8"/>
    <alias name="Sub-event type" field="sub_event_type" index="9"/>
    <alias name="Weapon" field="weapon" index="10"/>
    <alias name="Strikes or munitions" field="n_strikes" index="11"/>
    <alias name="Attacker" field="attacker" index="12"/>
    <alias name="Attacker's country" field="attacker_iso3" index="13"/>
    <alias name="Attacker's type" field="attacker_type" index="14"/>
    <alias name="Target" field="target" index="15"/>
    <alias name="Target's country" field="target_iso3" index="16"/>
    <alias name="Target's type" field="target_type" index="17"/>
    <alias name="Civilians targeted" field="civ_target" index="18"/>
    <alias name="Cross-border" field="cross_border" index="19"/>
    <alias name="Country code" field="iso3" index="20"/>
    <alias name="Country" field="country" index="21"/>
    <alias name="Province" field="adm1" index="22"/>
    <alias name="Province code" field="adm1_code" index="23"/>
    <alias name="Province P-code" field="adm1_pcode" index="24"/>
    <alias name="District" field="adm2" index="25"/>
    <alias name="District code" field="adm2_code" index="26"/>
    <alias name="District P-code" field="adm2_pcode" index="27"/>
    <alias name="Also claimed by" field="disputed" index="28"/>
    <alias name="Place" field="place" index="29"/>
    <alias name="Place id" field="place_id" index="30"/>
    <alias name="Place source" field="place_src" index="31"/>
    <alias name="Place as written" field="where_text" index="32"/>
    <alias name="Place begins (code points)" field="where_begin" index="33"/>
    <alias name="Place ends (code points)" field="where_end" index="34"/>
    <alias name="Longitude (degrees)" field="lon" index="35"/>
    <alias name="Latitude (degrees)" field="lat" index="36"/>
    <alias name="Uncertainty (m)" field="radius_m" index="37"/>
    <alias name="Place precision (ACLED)" field="geo_prec" index="38"/>
    <alias name="Place precision (UCDP)" field="where_prec" index="39"/>
    <alias name="How placed" field="loc_method" index="40"/>
    <alias name="Killed, lowest (people)" field="fat_low" index="41"/>
    <alias name="Killed, best (people)" field="fat_best" index="42"/>
    <alias name="Killed, highest (people)" field="fat_high" index="43"/>
    <alias name="Civilians killed (people)" field="fat_civ" index="44"/>
    <alias name="Children killed (people)" field="fat_children" index="45"/>
    <alias name="Injured, lowest (people)" field="inj_low" index="46"/>
    <alias name="Injured, highest (people)" field="inj_high" index="47"/>
    <alias name="Status" field="status" index="48"/>
    <alias name="Claims" field="n_claims" index="49"/>
    <alias name="Reports" field="n_reports" index="50"/>
    <alias name="Sentence" field="sentence" index="51"/>
    <alias name="Source" field="source" index="52"/>
    <alias name="Address" field="source_url" index="53"/>
    <alias name="Published" field="published" index="54"/>
    <alias name="Confidence (0-1)" field="conf" index="55"/>
    <alias name="Rule" field="rule" index="56"/>
    <alias name="Engine" field="engine" index="57"/>
    <alias name="Gazetteer" field="gazetteer" index="58"/>
    <alias name="Evidence" field="evidence" index="59"/>
    <alias name="Why merged" field="merged_why" index="60"/>
    <alias name="Former ids" field="former_ids" index="61"/>
    <alias name="Area recipe" field="area" index="62"/>
    <alias name="Reading" field="reading_id" index="63"/>
    <alias name="" field="claims" index="64"/>
  </aliases>
  <defaults>
    <default expression="" field="fid" applyOnUpdate="0"/>
    <default expression="" field="strike_id" applyOnUpdate="0"/>
    <default expression="" field="report_id" applyOnUpdate="0"/>
    <default expression="" field="date_start" applyOnUpdate="0"/>
    <default expression="" field="date_end" applyOnUpdate="0"/>
    <default expression="" field="time_local" applyOnUpdate="0"/>
    <default expression="" field="date_prec" applyOnUpdate="0"/>
    <default expression="" field="time_prec" applyOnUpdate="0"/>
    <default expression="" field="event_type" applyOnUpdate="0"/>
    <default expression="" field="sub_event_type" applyOnUpdate="0"/>
    <default expression="" field="weapon" applyOnUpdate="0"/>
    <default expression="" field="n_strikes" applyOnUpdate="0"/>
    <default expression="" field="attacker" applyOnUpdate="0"/>
    <default expression="" field="attacker_iso3" applyOnUpdate="0"/>
    <default expression="" field="attacker_type" applyOnUpdate="0"/>
    <default expression="" field="target" applyOnUpdate="0"/>
    <default expression="" field="target_iso3" applyOnUpdate="0"/>
    <default expression="" field="target_type" applyOnUpdate="0"/>
    <default expression="" field="civ_target" applyOnUpdate="0"/>
    <default expression="" field="cross_border" applyOnUpdate="0"/>
    <default expression="" field="iso3" applyOnUpdate="0"/>
    <default expression="" field="country" applyOnUpdate="0"/>
    <default expression="" field="adm1" applyOnUpdate="0"/>
    <default expression="" field="adm1_code" applyOnUpdate="0"/>
    <default expression="" field="adm1_pcode" applyOnUpdate="0"/>
    <default expression="" field="adm2" applyOnUpdate="0"/>
    <default expression="" field="adm2_code" applyOnUpdate="0"/>
    <default expression="" field="adm2_pcode" applyOnUpdate="0"/>
    <default expression="" field="disputed" applyOnUpdate="0"/>
    <default expression="" field="place" applyOnUpdate="0"/>
    <default expression="" field="place_id" applyOnUpdate="0"/>
    <default expression="" field="place_src" applyOnUpdate="0"/>
    <default expression="" field="where_text" applyOnUpdate="0"/>
    <default expression="" field="where_begin" applyOnUpdate="0"/>
    <default expression="" field="where_end" applyOnUpdate="0"/>
    <default expression="" field="lon" applyOnUpdate="0"/>
    <default expression="" field="lat" applyOnUpdate="0"/>
    <default expression="" field="radius_m" applyOnUpdate="0"/>
    <default expression="" field="geo_prec" applyOnUpdate="0"/>
    <default expression="" field="where_prec" applyOnUpdate="0"/>
    <default expression="" field="loc_method" applyOnUpdate="0"/>
    <default expression="" field="fat_low" applyOnUpdate="0"/>
    <default expression="" field="fat_best" applyOnUpdate="0"/>
    <default expression="" field="fat_high" applyOnUpdate="0"/>
    <default expression="" field="fat_civ" applyOnUpdate="0"/>
    <default expression="" field="fat_children" applyOnUpdate="0"/>
    <default expression="" field="inj_low" applyOnUpdate="0"/>
    <default expression="" field="inj_high" applyOnUpdate="0"/>
    <default expression="" field="status" applyOnUpdate="0"/>
    <default expression="" field="n_claims" applyOnUpdate="0"/>
    <default expression="" field="n_reports" applyOnUpdate="0"/>
    <default expression="" field="sentence" applyOnUpdate="0"/>
    <default expression="" field="source" applyOnUpdate="0"/>
    <default expression="" field="source_url" applyOnUpdate="0"/>
    <default expression="" field="published" applyOnUpdate="0"/>
    <default expression="" field="conf" applyOnUpdate="0"/>
    <default expression="" field="rule" applyOnUpdate="0"/>
    <default expression="" field="engine" applyOnUpdate="0"/>
    <default expression="" field="gazetteer" applyOnUpdate="0"/>
    <default expression="" field="evidence" applyOnUpdate="0"/>
    <default expression="" field="merged_why" applyOnUpdate="0"/>
    <default expression="" field="former_ids" applyOnUpdate="0"/>
    <default expression="" field="area" applyOnUpdate="0"/>
    <default expression="" field="reading_id" applyOnUpdate="0"/>
    <default expression="" field="claims" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="1" exp_strength="0" field="fid" notnull_strength="1" constraints="3"/>
    <constraint unique_strength="0" exp_strength="0" field="strike_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="report_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_start" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_end" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="time_local" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="date_prec" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="time_prec" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="event_type" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sub_event_type" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="weapon" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="n_strikes" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="attacker" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="attacker_iso3" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="attacker_type" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target_iso3" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="target_type" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="civ_target" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="cross_border" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="iso3" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="country" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm1" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm1_code" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm1_pcode" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm2" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm2_code" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="adm2_pcode" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="disputed" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="place" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="place_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="place_src" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="where_text" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="where_begin" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="where_end" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lon" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="lat" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="radius_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="geo_prec" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="where_prec" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="loc_method" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_low" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_best" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_high" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_civ" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="fat_children" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="inj_low" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="inj_high" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="status" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="n_claims" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="n_reports" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sentence" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="source" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="source_url" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="published" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="conf" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="rule" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="engine" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="gazetteer" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="evidence" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="merged_why" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="former_ids" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="area" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="reading_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="claims" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="fid" exp=""/>
    <constraint desc="" field="strike_id" exp=""/>
    <constraint desc="" field="report_id" exp=""/>
    <constraint desc="" field="date_start" exp=""/>
    <constraint desc="" field="date_end" exp=""/>
    <constraint desc="" field="time_local" exp=""/>
    <constraint desc="" field="date_prec" exp=""/>
    <constraint desc="" field="time_prec" exp=""/>
    <constraint desc="" field="event_type" exp=""/>
    <constraint desc="" field="sub_event_type" exp=""/>
    <constraint desc="" field="weapon" exp=""/>
    <constraint desc="" field="n_strikes" exp=""/>
    <constraint desc="" field="attacker" exp=""/>
    <constraint desc="" field="attacker_iso3" exp=""/>
    <constraint desc="" field="attacker_type" exp=""/>
    <constraint desc="" field="target" exp=""/>
    <constraint desc="" field="target_iso3" exp=""/>
    <constraint desc="" field="target_type" exp=""/>
    <constraint desc="" field="civ_target" exp=""/>
    <constraint desc="" field="cross_border" exp=""/>
    <constraint desc="" field="iso3" exp=""/>
    <constraint desc="" field="country" exp=""/>
    <constraint desc="" field="adm1" exp=""/>
    <constraint desc="" field="adm1_code" exp=""/>
    <constraint desc="" field="adm1_pcode" exp=""/>
    <constraint desc="" field="adm2" exp=""/>
    <constraint desc="" field="adm2_code" exp=""/>
    <constraint desc="" field="adm2_pcode" exp=""/>
    <constraint desc="" field="disputed" exp=""/>
    <constraint desc="" field="place" exp=""/>
    <constraint desc="" field="place_id" exp=""/>
    <constraint desc="" field="place_src" exp=""/>
    <constraint desc="" field="where_text" exp=""/>
    <constraint desc="" field="where_begin" exp=""/>
    <constraint desc="" field="where_end" exp=""/>
    <constraint desc="" field="lon" exp=""/>
    <constraint desc="" field="lat" exp=""/>
    <constraint desc="" field="radius_m" exp=""/>
    <constraint desc="" field="geo_prec" exp=""/>
    <constraint desc="" field="where_prec" exp=""/>
    <constraint desc="" field="loc_method" exp=""/>
    <constraint desc="" field="fat_low" exp=""/>
    <constraint desc="" field="fat_best" exp=""/>
    <constraint desc="" field="fat_high" exp=""/>
    <constraint desc="" field="fat_civ" exp=""/>
    <constraint desc="" field="fat_children" exp=""/>
    <constraint desc="" field="inj_low" exp=""/>
    <constraint desc="" field="inj_high" exp=""/>
    <constraint desc="" field="status" exp=""/>
    <constraint desc="" field="n_claims" exp=""/>
    <constraint desc="" field="n_reports" exp=""/>
    <constraint desc="" field="sentence" exp=""/>
    <constraint desc="" field="source" exp=""/>
    <constraint desc="" field="source_url" exp=""/>
    <constraint desc="" field="published" exp=""/>
    <constraint desc="" field="conf" exp=""/>
    <constraint desc="" field="rule" exp=""/>
    <constraint desc="" field="engine" exp=""/>
    <constraint desc="" field="gazetteer" exp=""/>
    <constraint desc="" field="evidence" exp=""/>
    <constraint desc="" field="merged_why" exp=""/>
    <constraint desc="" field="former_ids" exp=""/>
    <constraint desc="" field="area" exp=""/>
    <constraint desc="" field="reading_id" exp=""/>
    <constraint desc="" field="claims" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <mapTip>&lt;div style="max-width:420px;font-family:sans-serif;font-size:10pt">&lt;b>[% coalesce(replace(replace(replace(replace(to_string(coalesce("place",'Place unknown')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;/b>, [% coalesce(replace(replace(replace(replace(to_string("country"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] · [% CASE WHEN "date_start" IS NULL THEN 'date unknown' WHEN "date_start" = "date_end" THEN format_date(to_date("date_start"), 'd MMM yyyy') ELSE format_date(to_date("date_start"), 'd MMM yyyy') || ' – ' || format_date(to_date("date_end"), 'd MMM yyyy') END %]&lt;br>[% coalesce(replace(replace(replace(replace(to_string(coalesce("attacker",'Unknown attacker')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] → [% coalesce(replace(replace(replace(replace(to_string(coalesce("target",'unknown target')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] · [% coalesce(replace(replace(replace(replace(to_string(coalesce("weapon",'weapon unknown')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;br>&lt;b>[% CASE WHEN "fat_best" IS NULL THEN 'deaths unknown' WHEN "fat_low" &lt; "fat_high" THEN "fat_best" || ' killed (' || "fat_low" || '–' || "fat_high" || ' claimed)' ELSE "fat_best" || ' killed' END %]&lt;/b> · [% coalesce(replace(replace(replace(replace(to_string("status"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;br>&lt;i>“[% coalesce(replace(replace(replace(replace(to_string("sentence"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]”&lt;/i>&lt;ul style="margin:2px 0 2px 14px">[% coalesce(array_to_string(array_foreach(from_json(attribute('claims')), '&lt;li>' || coalesce(replace(replace(replace(replace(to_string(@element['claimant']),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'the report') || ' ' || coalesce(replace(replace(replace(replace(to_string(@element['stance']),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') || coalesce(': ' || to_string(@element['killed_high']) || ' killed','') || coalesce(', ' || to_string(@element['injured_high']) || ' injured','') || '&lt;/li>'), ''), try(aggregate('claims', 'concatenate', '&lt;li>' || coalesce(replace(replace(replace(replace(to_string("claimant"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'the report') || ' ' || coalesce(replace(replace(replace(replace(to_string("stance"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') || coalesce(': ' || "killed_high" || ' killed','') || coalesce(', ' || "injured_high" || ' injured','') || '&lt;/li>', "strike_id" = attribute(@parent, 'strike_id')), ''), '') %]&lt;/ul>&lt;small>Place: [% coalesce(replace(replace(replace(replace(to_string("where_text"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] ([% coalesce(replace(replace(replace(replace(to_string("loc_method"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %], [% CASE WHEN "radius_m" IS NULL THEN 'place unknown' ELSE 'within about ' || CASE WHEN "radius_m" &lt; 950 THEN round("radius_m", -1) || ' m' WHEN "radius_m" &lt; 20000 THEN round("radius_m" / 1000) || ' km' WHEN "radius_m" &lt; 100000 THEN (5 * round("radius_m" / 5000)) || ' km' ELSE (10 * round("radius_m" / 10000)) || ' km' END || ', 9 times in 10' END %]); confidence [% round("conf" * 100) %] % · [% coalesce(replace(replace(replace(replace(to_string("source"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;/small>&lt;/div></mapTip>
  <layerGeometryType>0</layerGeometryType>
</qgis>
