<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" simplifyMaxScale="1" maxScale="0" minScale="100000000" version="3.22.16-Białowieża" simplifyDrawingHints="1" simplifyAlgorithm="0" simplifyDrawingTol="1" labelsEnabled="1" simplifyLocal="1">
  <temporal enabled="1" startField="date_start" endExpression="to_datetime(&quot;date_end&quot;) + to_interval('1 day')" durationField="" fixedDuration="0" durationUnit="min" mode="4" endField="date_end" accumulate="0" limitMode="0" startExpression="to_datetime(&quot;date_start&quot;)">
    <fixedRange>
      <start></start>
      <end></end>
    </fixedRange>
  </temporal>
  <renderer-v2 forceraster="0" referencescale="-1" graduatedMethod="GraduatedSize" symbollevels="0" attr="coalesce(&quot;fat_best&quot;, -1)" type="graduatedSymbol" enableorderby="0">
    <ranges>
      <range render="true" label="Deaths unknown" lower="-1.500000000000000" upper="-0.500000000000000" symbol="0"/>
      <range render="true" label="Nobody killed" lower="-0.500000000000000" upper="0.500000000000000" symbol="1"/>
      <range render="true" label="1 to 4 killed" lower="0.500000000000000" upper="4.500000000000000" symbol="2"/>
      <range render="true" label="5 to 19 killed" lower="4.500000000000000" upper="19.500000000000000" symbol="3"/>
      <range render="true" label="20 to 99 killed" lower="19.500000000000000" upper="99.500000000000000" symbol="4"/>
      <range render="true" label="100 or more killed" lower="99.500000000000000" upper="1000000000.000000000000000" symbol="5"/>
    </ranges>
    <symbols>
      <symbol clip_to_extent="1" alpha="1" name="0" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="3" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
          <prop k="size" v="3"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" alpha="1" name="1" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="3" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
          <prop k="size" v="3"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" alpha="1" name="2" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="4.4" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" alpha="1" name="3" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="6.2" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
          <prop k="size" v="6.2"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" alpha="1" name="4" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="8.6" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
          <prop k="size" v="8.6"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" alpha="1" name="5" type="marker" force_rhr="0">
        <data_defined_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </data_defined_properties>
        <layer enabled="1" locked="0" class="SimpleMarker" pass="0">
          <Option type="Map">
            <Option name="angle" value="0" type="QString"/>
            <Option name="cap_style" value="square" type="QString"/>
            <Option name="color" value="102,102,153,102" type="QString"/>
            <Option name="horizontal_anchor_point" value="1" type="QString"/>
            <Option name="joinstyle" value="bevel" type="QString"/>
            <Option name="name" value="circle" type="QString"/>
            <Option name="offset" value="0,0" type="QString"/>
            <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="offset_unit" value="MM" type="QString"/>
            <Option name="outline_color" value="51,51,51,255" type="QString"/>
            <Option name="outline_style" value="solid" type="QString"/>
            <Option name="outline_width" value="0.45" type="QString"/>
            <Option name="outline_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="outline_width_unit" value="MM" type="QString"/>
            <Option name="scale_method" value="diameter" type="QString"/>
            <Option name="size" value="12" type="QString"/>
            <Option name="size_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
            <Option name="size_unit" value="MM" type="QString"/>
            <Option name="vertical_anchor_point" value="1" type="QString"/>
          </Option>
          <prop k="angle" v="0"/>
          <prop k="cap_style" v="square"/>
          <prop k="color" v="102,102,153,102"/>
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
          <prop k="size" v="12"/>
          <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0"/>
          <prop k="size_unit" v="MM"/>
          <prop k="vertical_anchor_point" v="1"/>
          <data_defined_properties>
            <Option type="Map">
              <Option name="name" value="" type="QString"/>
              <Option name="properties" type="Map">
                <Option name="fillColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="set_color_part(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 'alpha', CASE WHEN coalesce(&quot;where_prec&quot;, 4) &lt;= 2 THEN 215 WHEN &quot;where_prec&quot; = 3 THEN 110 ELSE 30 END)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="name" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; = 'intercepted' THEN 'cross2' WHEN &quot;status&quot; IN ('threatened', 'planned') THEN 'triangle' WHEN coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'diamond' ELSE 'circle' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineColor" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 125)" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
                <Option name="outlineStyle" type="Map">
                  <Option name="active" value="true" type="bool"/>
                  <Option name="expression" value="CASE WHEN &quot;status&quot; IN ('claimed', 'denied') OR coalesce(&quot;where_prec&quot;, 4) >= 4 THEN 'dash' ELSE 'solid' END" type="QString"/>
                  <Option name="type" value="3" type="int"/>
                </Option>
              </Option>
              <Option name="type" value="collection" type="QString"/>
            </Option>
          </data_defined_properties>
        </layer>
      </symbol>
    </symbols>
    <classificationMethod id="Custom">
      <symmetricMode enabled="0" astride="0" symmetrypoint="0"/>
      <labelFormat format="%1 - %2" trimtrailingzeroes="1" labelprecision="4"/>
      <parameters>
        <Option/>
      </parameters>
      <extraInformation/>
    </classificationMethod>
    <rotation/>
    <sizescale/>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fontSize="8" fontWeight="50" fieldName="coalesce(&quot;place&quot;, '') || CASE WHEN &quot;date_start&quot; = &quot;date_end&quot; THEN ' · ' || format_date(to_date(&quot;date_start&quot;), 'd MMM') ELSE '' END || coalesce('\n' || &quot;attacker&quot;, '')" fontStrikeout="0" fontFamily="Noto Sans" previewBkgrdColor="255,255,255,255" namedStyle="" useSubstitutions="0" fontKerning="1" textColor="34,34,34,255" allowHtml="0" capitalization="0" multilineHeight="1" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontWordSpacing="0" fontSizeUnit="Point" legendString="Aa" fontUnderline="0" fontLetterSpacing="0" fontItalic="0" blendMode="0" textOrientation="horizontal" textOpacity="1" isExpression="1">
        <families/>
        <text-buffer bufferNoFill="1" bufferBlendMode="0" bufferDraw="1" bufferSizeUnits="MM" bufferJoinStyle="128" bufferSize="0.90000000000000002" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferColor="255,255,255,225" bufferOpacity="1"/>
        <text-mask maskedSymbolLayers="" maskJoinStyle="128" maskSize="1.5" maskEnabled="0" maskType="0" maskSizeUnits="MM" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskOpacity="1"/>
        <background shapeDraw="0" shapeSizeY="0" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeType="0" shapeBorderWidth="0" shapeSVGFile="" shapeOffsetUnit="MM" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiX="0" shapeOffsetX="0" shapeRadiiUnit="MM" shapeRotation="0" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeRotationType="0" shapeSizeX="0" shapeBorderWidthUnit="MM" shapeSizeUnit="MM" shapeOffsetY="0" shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeJoinStyle="64" shapeOpacity="1" shapeRadiiY="0" shapeFillColor="255,255,255,255" shapeSizeType="0">
          <symbol clip_to_extent="1" alpha="1" name="fillSymbol" type="fill" force_rhr="0">
            <data_defined_properties>
              <Option type="Map">
                <Option name="name" value="" type="QString"/>
                <Option name="properties"/>
                <Option name="type" value="collection" type="QString"/>
              </Option>
            </data_defined_properties>
            <layer enabled="1" locked="0" class="SimpleFill" pass="0">
              <Option type="Map">
                <Option name="border_width_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
                <Option name="color" value="255,255,255,255" type="QString"/>
                <Option name="joinstyle" value="bevel" type="QString"/>
                <Option name="offset" value="0,0" type="QString"/>
                <Option name="offset_map_unit_scale" value="3x:0,0,0,0,0,0" type="QString"/>
                <Option name="offset_unit" value="MM" type="QString"/>
                <Option name="outline_color" value="128,128,128,255" type="QString"/>
                <Option name="outline_style" value="no" type="QString"/>
                <Option name="outline_width" value="0" type="QString"/>
                <Option name="outline_width_unit" value="MM" type="QString"/>
                <Option name="style" value="solid" type="QString"/>
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
                  <Option name="name" value="" type="QString"/>
                  <Option name="properties"/>
                  <Option name="type" value="collection" type="QString"/>
                </Option>
              </data_defined_properties>
            </layer>
          </symbol>
        </background>
        <shadow shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowColor="0,0,0,255" shadowBlendMode="6" shadowUnder="0" shadowOffsetUnit="MM" shadowOffsetGlobal="1" shadowDraw="0" shadowOpacity="0.69999999999999996" shadowOffsetDist="1" shadowRadiusAlphaOnly="0" shadowOffsetAngle="135" shadowScale="100" shadowRadiusUnit="MM" shadowRadius="1.5"/>
        <dd_properties>
          <Option type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
        </dd_properties>
        <substitutions/>
      </text-style>
      <text-format formatNumbers="0" addDirectionSymbol="0" multilineAlign="3" placeDirectionSymbol="0" reverseDirectionSymbol="0" rightDirectionSymbol=">" useMaxLineLengthForAutoWrap="1" plussign="0" autoWrapLength="0" leftDirectionSymbol="&lt;" decimals="3" wrapChar=""/>
      <placement overrunDistanceUnit="MM" lineAnchorType="0" distMapUnitScale="3x:0,0,0,0,0,0" lineAnchorClipping="0" distUnits="MM" yOffset="0" geometryGeneratorType="PointGeometry" preserveRotation="1" priority="5" rotationUnit="AngleDegrees" placement="6" layerType="UnknownGeometry" overrunDistance="0" maxCurvedCharAngleOut="-25" polygonPlacementFlags="2" maxCurvedCharAngleIn="25" repeatDistanceUnits="MM" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" offsetType="1" geometryGenerator="" rotationAngle="0" lineAnchorPercent="0.5" placementFlags="10" xOffset="0" centroidInside="0" centroidWhole="0" repeatDistance="0" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" dist="0.59999999999999998" fitInPolygonOnly="0" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" geometryGeneratorEnabled="0" offsetUnits="MM" quadOffset="4" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0"/>
      <rendering scaleMax="0" obstacle="1" upsidedownLabels="0" scaleMin="0" fontLimitPixelSize="0" obstacleType="1" labelPerPart="0" mergeLines="0" drawLabels="1" obstacleFactor="1" unplacedVisibility="0" zIndex="0" fontMaxPixelSize="10000" minFeatureSize="0" scaleVisibility="0" limitNumLabels="0" displayAll="0" maxNumLabels="2000" fontMinPixelSize="0"/>
      <dd_properties>
        <Option type="Map">
          <Option name="name" value="" type="QString"/>
          <Option name="properties" type="Map">
            <Option name="Color" type="Map">
              <Option name="active" value="true" type="bool"/>
              <Option name="expression" value="darker(CASE WHEN &quot;attacker&quot; IS NULL THEN '#666666' ELSE array_get(array('#0072B2','#D55E00','#009E73','#CC79A7','#E69F00','#56B4E9'),array_find(array_sort(array_distinct(array_agg(&quot;attacker&quot;, filter:=&quot;attacker&quot; IS NOT NULL))), &quot;attacker&quot;) % 6) END, 140)" type="QString"/>
              <Option name="type" value="3" type="int"/>
            </Option>
          </Option>
          <Option name="type" value="collection" type="QString"/>
        </Option>
      </dd_properties>
      <callout type="simple">
        <Option type="Map">
          <Option name="anchorPoint" value="pole_of_inaccessibility" type="QString"/>
          <Option name="blendMode" value="0" type="int"/>
          <Option name="ddProperties" type="Map">
            <Option name="name" value="" type="QString"/>
            <Option name="properties"/>
            <Option name="type" value="collection" type="QString"/>
          </Option>
          <Option name="drawToAllParts" value="false" type="bool"/>
          <Option name="enabled" value="0" type="QString"/>
          <Option name="labelAnchorPoint" value="point_on_exterior" type="QString"/>
          <Option name="lineSymbol" value="&lt;symbol clip_to_extent=&quot;1&quot; alpha=&quot;1&quot; name=&quot;symbol&quot; type=&quot;line&quot; force_rhr=&quot;0&quot;>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;name&quot; value=&quot;&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option name=&quot;type&quot; value=&quot;collection&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;layer enabled=&quot;1&quot; locked=&quot;0&quot; class=&quot;SimpleLine&quot; pass=&quot;0&quot;>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;align_dash_pattern&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;capstyle&quot; value=&quot;square&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash&quot; value=&quot;5;2&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;customdash_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;dash_pattern_offset_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;draw_inside_polygon&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;joinstyle&quot; value=&quot;bevel&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_color&quot; value=&quot;60,60,60,255&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_style&quot; value=&quot;solid&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_width&quot; value=&quot;0.3&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;line_width_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;offset_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;ring_filter&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_end_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;trim_distance_start_unit&quot; value=&quot;MM&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;tweak_dash_pattern_on_corners&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;use_custom_dash&quot; value=&quot;0&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;width_map_unit_scale&quot; value=&quot;3x:0,0,0,0,0,0&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;prop k=&quot;align_dash_pattern&quot; v=&quot;0&quot;/>&lt;prop k=&quot;capstyle&quot; v=&quot;square&quot;/>&lt;prop k=&quot;customdash&quot; v=&quot;5;2&quot;/>&lt;prop k=&quot;customdash_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;customdash_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;dash_pattern_offset&quot; v=&quot;0&quot;/>&lt;prop k=&quot;dash_pattern_offset_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;dash_pattern_offset_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;draw_inside_polygon&quot; v=&quot;0&quot;/>&lt;prop k=&quot;joinstyle&quot; v=&quot;bevel&quot;/>&lt;prop k=&quot;line_color&quot; v=&quot;60,60,60,255&quot;/>&lt;prop k=&quot;line_style&quot; v=&quot;solid&quot;/>&lt;prop k=&quot;line_width&quot; v=&quot;0.3&quot;/>&lt;prop k=&quot;line_width_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;offset&quot; v=&quot;0&quot;/>&lt;prop k=&quot;offset_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;offset_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;ring_filter&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_end&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_end_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;trim_distance_end_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;trim_distance_start&quot; v=&quot;0&quot;/>&lt;prop k=&quot;trim_distance_start_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;prop k=&quot;trim_distance_start_unit&quot; v=&quot;MM&quot;/>&lt;prop k=&quot;tweak_dash_pattern_on_corners&quot; v=&quot;0&quot;/>&lt;prop k=&quot;use_custom_dash&quot; v=&quot;0&quot;/>&lt;prop k=&quot;width_map_unit_scale&quot; v=&quot;3x:0,0,0,0,0,0&quot;/>&lt;data_defined_properties>&lt;Option type=&quot;Map&quot;>&lt;Option name=&quot;name&quot; value=&quot;&quot; type=&quot;QString&quot;/>&lt;Option name=&quot;properties&quot;/>&lt;Option name=&quot;type&quot; value=&quot;collection&quot; type=&quot;QString&quot;/>&lt;/Option>&lt;/data_defined_properties>&lt;/layer>&lt;/symbol>" type="QString"/>
          <Option name="minLength" value="0" type="double"/>
          <Option name="minLengthMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
          <Option name="minLengthUnit" value="MM" type="QString"/>
          <Option name="offsetFromAnchor" value="0" type="double"/>
          <Option name="offsetFromAnchorMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
          <Option name="offsetFromAnchorUnit" value="MM" type="QString"/>
          <Option name="offsetFromLabel" value="0" type="double"/>
          <Option name="offsetFromLabelMapUnitScale" value="3x:0,0,0,0,0,0" type="QString"/>
          <Option name="offsetFromLabelUnit" value="MM" type="QString"/>
        </Option>
      </callout>
    </settings>
  </labeling>
  <blendMode>0</blendMode>
  <featureBlendMode>0</featureBlendMode>
  <layerOpacity>1</layerOpacity>
  <fieldConfiguration>
    <field configurationFlags="None" name="fid"/>
    <field configurationFlags="None" name="strike_id"/>
    <field configurationFlags="None" name="report_id"/>
    <field configurationFlags="None" name="date_start"/>
    <field configurationFlags="None" name="date_end"/>
    <field configurationFlags="None" name="time_local"/>
    <field configurationFlags="None" name="date_prec"/>
    <field configurationFlags="None" name="time_prec"/>
    <field configurationFlags="None" name="event_type"/>
    <field configurationFlags="None" name="sub_event_type"/>
    <field configurationFlags="None" name="weapon"/>
    <field configurationFlags="None" name="n_strikes"/>
    <field configurationFlags="None" name="attacker"/>
    <field configurationFlags="None" name="attacker_iso3"/>
    <field configurationFlags="None" name="attacker_type"/>
    <field configurationFlags="None" name="target"/>
    <field configurationFlags="None" name="target_iso3"/>
    <field configurationFlags="None" name="target_type"/>
    <field configurationFlags="None" name="civ_target"/>
    <field configurationFlags="None" name="cross_border"/>
    <field configurationFlags="None" name="iso3"/>
    <field configurationFlags="None" name="country"/>
    <field configurationFlags="None" name="adm1"/>
    <field configurationFlags="None" name="adm1_code"/>
    <field configurationFlags="None" name="adm1_pcode"/>
    <field configurationFlags="None" name="adm2"/>
    <field configurationFlags="None" name="adm2_code"/>
    <field configurationFlags="None" name="adm2_pcode"/>
    <field configurationFlags="None" name="disputed"/>
    <field configurationFlags="None" name="place"/>
    <field configurationFlags="None" name="place_id"/>
    <field configurationFlags="None" name="place_src"/>
    <field configurationFlags="None" name="where_text"/>
    <field configurationFlags="None" name="where_begin"/>
    <field configurationFlags="None" name="where_end"/>
    <field configurationFlags="None" name="lon"/>
    <field configurationFlags="None" name="lat"/>
    <field configurationFlags="None" name="radius_m"/>
    <field configurationFlags="None" name="geo_prec"/>
    <field configurationFlags="None" name="where_prec"/>
    <field configurationFlags="None" name="loc_method"/>
    <field configurationFlags="None" name="fat_low"/>
    <field configurationFlags="None" name="fat_best"/>
    <field configurationFlags="None" name="fat_high"/>
    <field configurationFlags="None" name="fat_civ"/>
    <field configurationFlags="None" name="fat_children"/>
    <field configurationFlags="None" name="inj_low"/>
    <field configurationFlags="None" name="inj_high"/>
    <field configurationFlags="None" name="status"/>
    <field configurationFlags="None" name="n_claims"/>
    <field configurationFlags="None" name="n_reports"/>
    <field configurationFlags="None" name="sentence"/>
    <field configurationFlags="None" name="source"/>
    <field configurationFlags="None" name="source_url"/>
    <field configurationFlags="None" name="published"/>
    <field configurationFlags="None" name="conf"/>
    <field configurationFlags="None" name="rule"/>
    <field configurationFlags="None" name="engine"/>
    <field configurationFlags="None" name="gazetteer"/>
    <field configurationFlags="None" name="evidence"/>
    <field configurationFlags="None" name="merged_why"/>
    <field configurationFlags="None" name="former_ids"/>
  </fieldConfiguration>
  <aliases>
    <alias field="fid" index="0" name=""/>
    <alias field="strike_id" index="1" name=""/>
    <alias field="report_id" index="2" name=""/>
    <alias field="date_start" index="3" name=""/>
    <alias field="date_end" index="4" name=""/>
    <alias field="time_local" index="5" name=""/>
    <alias field="date_prec" index="6" name=""/>
    <alias field="time_prec" index="7" name=""/>
    <alias field="event_type" index="8" name=""/>
    <alias field="sub_event_type" index="9" name=""/>
    <alias field="weapon" index="10" name=""/>
    <alias field="n_strikes" index="11" name=""/>
    <alias field="attacker" index="12" name=""/>
    <alias field="attacker_iso3" index="13" name=""/>
    <alias field="attacker_type" index="14" name=""/>
    <alias field="target" index="15" name=""/>
    <alias field="target_iso3" index="16" name=""/>
    <alias field="target_type" index="17" name=""/>
    <alias field="civ_target" index="18" name=""/>
    <alias field="cross_border" index="19" name=""/>
    <alias field="iso3" index="20" name=""/>
    <alias field="country" index="21" name=""/>
    <alias field="adm1" index="22" name=""/>
    <alias field="adm1_code" index="23" name=""/>
    <alias field="adm1_pcode" index="24" name=""/>
    <alias field="adm2" index="25" name=""/>
    <alias field="adm2_code" index="26" name=""/>
    <alias field="adm2_pcode" index="27" name=""/>
    <alias field="disputed" index="28" name=""/>
    <alias field="place" index="29" name=""/>
    <alias field="place_id" index="30" name=""/>
    <alias field="place_src" index="31" name=""/>
    <alias field="where_text" index="32" name=""/>
    <alias field="where_begin" index="33" name=""/>
    <alias field="where_end" index="34" name=""/>
    <alias field="lon" index="35" name=""/>
    <alias field="lat" index="36" name=""/>
    <alias field="radius_m" index="37" name=""/>
    <alias field="geo_prec" index="38" name=""/>
    <alias field="where_prec" index="39" name=""/>
    <alias field="loc_method" index="40" name=""/>
    <alias field="fat_low" index="41" name=""/>
    <alias field="fat_best" index="42" name=""/>
    <alias field="fat_high" index="43" name=""/>
    <alias field="fat_civ" index="44" name=""/>
    <alias field="fat_children" index="45" name=""/>
    <alias field="inj_low" index="46" name=""/>
    <alias field="inj_high" index="47" name=""/>
    <alias field="status" index="48" name=""/>
    <alias field="n_claims" index="49" name=""/>
    <alias field="n_reports" index="50" name=""/>
    <alias field="sentence" index="51" name=""/>
    <alias field="source" index="52" name=""/>
    <alias field="source_url" index="53" name=""/>
    <alias field="published" index="54" name=""/>
    <alias field="conf" index="55" name=""/>
    <alias field="rule" index="56" name=""/>
    <alias field="engine" index="57" name=""/>
    <alias field="gazetteer" index="58" name=""/>
    <alias field="evidence" index="59" name=""/>
    <alias field="merged_why" index="60" name=""/>
    <alias field="former_ids" index="61" name=""/>
  </aliases>
  <defaults>
    <default field="fid" applyOnUpdate="0" expression=""/>
    <default field="strike_id" applyOnUpdate="0" expression=""/>
    <default field="report_id" applyOnUpdate="0" expression=""/>
    <default field="date_start" applyOnUpdate="0" expression=""/>
    <default field="date_end" applyOnUpdate="0" expression=""/>
    <default field="time_local" applyOnUpdate="0" expression=""/>
    <default field="date_prec" applyOnUpdate="0" expression=""/>
    <default field="time_prec" applyOnUpdate="0" expression=""/>
    <default field="event_type" applyOnUpdate="0" expression=""/>
    <default field="sub_event_type" applyOnUpdate="0" expression=""/>
    <default field="weapon" applyOnUpdate="0" expression=""/>
    <default field="n_strikes" applyOnUpdate="0" expression=""/>
    <default field="attacker" applyOnUpdate="0" expression=""/>
    <default field="attacker_iso3" applyOnUpdate="0" expression=""/>
    <default field="attacker_type" applyOnUpdate="0" expression=""/>
    <default field="target" applyOnUpdate="0" expression=""/>
    <default field="target_iso3" applyOnUpdate="0" expression=""/>
    <default field="target_type" applyOnUpdate="0" expression=""/>
    <default field="civ_target" applyOnUpdate="0" expression=""/>
    <default field="cross_border" applyOnUpdate="0" expression=""/>
    <default field="iso3" applyOnUpdate="0" expression=""/>
    <default field="country" applyOnUpdate="0" expression=""/>
    <default field="adm1" applyOnUpdate="0" expression=""/>
    <default field="adm1_code" applyOnUpdate="0" expression=""/>
    <default field="adm1_pcode" applyOnUpdate="0" expression=""/>
    <default field="adm2" applyOnUpdate="0" expression=""/>
    <default field="adm2_code" applyOnUpdate="0" expression=""/>
    <default field="adm2_pcode" applyOnUpdate="0" expression=""/>
    <default field="disputed" applyOnUpdate="0" expression=""/>
    <default field="place" applyOnUpdate="0" expression=""/>
    <default field="place_id" applyOnUpdate="0" expression=""/>
    <default field="place_src" applyOnUpdate="0" expression=""/>
    <default field="where_text" applyOnUpdate="0" expression=""/>
    <default field="where_begin" applyOnUpdate="0" expression=""/>
    <default field="where_end" applyOnUpdate="0" expression=""/>
    <default field="lon" applyOnUpdate="0" expression=""/>
    <default field="lat" applyOnUpdate="0" expression=""/>
    <default field="radius_m" applyOnUpdate="0" expression=""/>
    <default field="geo_prec" applyOnUpdate="0" expression=""/>
    <default field="where_prec" applyOnUpdate="0" expression=""/>
    <default field="loc_method" applyOnUpdate="0" expression=""/>
    <default field="fat_low" applyOnUpdate="0" expression=""/>
    <default field="fat_best" applyOnUpdate="0" expression=""/>
    <default field="fat_high" applyOnUpdate="0" expression=""/>
    <default field="fat_civ" applyOnUpdate="0" expression=""/>
    <default field="fat_children" applyOnUpdate="0" expression=""/>
    <default field="inj_low" applyOnUpdate="0" expression=""/>
    <default field="inj_high" applyOnUpdate="0" expression=""/>
    <default field="status" applyOnUpdate="0" expression=""/>
    <default field="n_claims" applyOnUpdate="0" expression=""/>
    <default field="n_reports" applyOnUpdate="0" expression=""/>
    <default field="sentence" applyOnUpdate="0" expression=""/>
    <default field="source" applyOnUpdate="0" expression=""/>
    <default field="source_url" applyOnUpdate="0" expression=""/>
    <default field="published" applyOnUpdate="0" expression=""/>
    <default field="conf" applyOnUpdate="0" expression=""/>
    <default field="rule" applyOnUpdate="0" expression=""/>
    <default field="engine" applyOnUpdate="0" expression=""/>
    <default field="gazetteer" applyOnUpdate="0" expression=""/>
    <default field="evidence" applyOnUpdate="0" expression=""/>
    <default field="merged_why" applyOnUpdate="0" expression=""/>
    <default field="former_ids" applyOnUpdate="0" expression=""/>
  </defaults>
  <constraints>
    <constraint field="fid" notnull_strength="1" exp_strength="0" constraints="3" unique_strength="1"/>
    <constraint field="strike_id" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="report_id" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="date_start" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="date_end" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="time_local" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="date_prec" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="time_prec" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="event_type" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="sub_event_type" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="weapon" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="n_strikes" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="attacker" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="attacker_iso3" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="attacker_type" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="target" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="target_iso3" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="target_type" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="civ_target" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="cross_border" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="iso3" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="country" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm1" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm1_code" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm1_pcode" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm2" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm2_code" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="adm2_pcode" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="disputed" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="place" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="place_id" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="place_src" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="where_text" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="where_begin" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="where_end" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="lon" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="lat" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="radius_m" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="geo_prec" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="where_prec" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="loc_method" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_low" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_best" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_high" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_civ" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="fat_children" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="inj_low" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="inj_high" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="status" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="n_claims" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="n_reports" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="sentence" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="source" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="source_url" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="published" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="conf" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="rule" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="engine" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="gazetteer" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="evidence" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="merged_why" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
    <constraint field="former_ids" notnull_strength="0" exp_strength="0" constraints="0" unique_strength="0"/>
  </constraints>
  <constraintExpressions>
    <constraint field="fid" exp="" desc=""/>
    <constraint field="strike_id" exp="" desc=""/>
    <constraint field="report_id" exp="" desc=""/>
    <constraint field="date_start" exp="" desc=""/>
    <constraint field="date_end" exp="" desc=""/>
    <constraint field="time_local" exp="" desc=""/>
    <constraint field="date_prec" exp="" desc=""/>
    <constraint field="time_prec" exp="" desc=""/>
    <constraint field="event_type" exp="" desc=""/>
    <constraint field="sub_event_type" exp="" desc=""/>
    <constraint field="weapon" exp="" desc=""/>
    <constraint field="n_strikes" exp="" desc=""/>
    <constraint field="attacker" exp="" desc=""/>
    <constraint field="attacker_iso3" exp="" desc=""/>
    <constraint field="attacker_type" exp="" desc=""/>
    <constraint field="target" exp="" desc=""/>
    <constraint field="target_iso3" exp="" desc=""/>
    <constraint field="target_type" exp="" desc=""/>
    <constraint field="civ_target" exp="" desc=""/>
    <constraint field="cross_border" exp="" desc=""/>
    <constraint field="iso3" exp="" desc=""/>
    <constraint field="country" exp="" desc=""/>
    <constraint field="adm1" exp="" desc=""/>
    <constraint field="adm1_code" exp="" desc=""/>
    <constraint field="adm1_pcode" exp="" desc=""/>
    <constraint field="adm2" exp="" desc=""/>
    <constraint field="adm2_code" exp="" desc=""/>
    <constraint field="adm2_pcode" exp="" desc=""/>
    <constraint field="disputed" exp="" desc=""/>
    <constraint field="place" exp="" desc=""/>
    <constraint field="place_id" exp="" desc=""/>
    <constraint field="place_src" exp="" desc=""/>
    <constraint field="where_text" exp="" desc=""/>
    <constraint field="where_begin" exp="" desc=""/>
    <constraint field="where_end" exp="" desc=""/>
    <constraint field="lon" exp="" desc=""/>
    <constraint field="lat" exp="" desc=""/>
    <constraint field="radius_m" exp="" desc=""/>
    <constraint field="geo_prec" exp="" desc=""/>
    <constraint field="where_prec" exp="" desc=""/>
    <constraint field="loc_method" exp="" desc=""/>
    <constraint field="fat_low" exp="" desc=""/>
    <constraint field="fat_best" exp="" desc=""/>
    <constraint field="fat_high" exp="" desc=""/>
    <constraint field="fat_civ" exp="" desc=""/>
    <constraint field="fat_children" exp="" desc=""/>
    <constraint field="inj_low" exp="" desc=""/>
    <constraint field="inj_high" exp="" desc=""/>
    <constraint field="status" exp="" desc=""/>
    <constraint field="n_claims" exp="" desc=""/>
    <constraint field="n_reports" exp="" desc=""/>
    <constraint field="sentence" exp="" desc=""/>
    <constraint field="source" exp="" desc=""/>
    <constraint field="source_url" exp="" desc=""/>
    <constraint field="published" exp="" desc=""/>
    <constraint field="conf" exp="" desc=""/>
    <constraint field="rule" exp="" desc=""/>
    <constraint field="engine" exp="" desc=""/>
    <constraint field="gazetteer" exp="" desc=""/>
    <constraint field="evidence" exp="" desc=""/>
    <constraint field="merged_why" exp="" desc=""/>
    <constraint field="former_ids" exp="" desc=""/>
  </constraintExpressions>
  <expressionfields/>
  <mapTip>&lt;div style="max-width:420px;font-family:sans-serif;font-size:10pt">&lt;b>[% coalesce(replace(replace(replace(replace(to_string(coalesce("place",'Place unknown')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;/b>, [% coalesce(replace(replace(replace(replace(to_string("country"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] · [% CASE WHEN "date_start" IS NULL THEN 'date unknown' WHEN "date_start" = "date_end" THEN format_date(to_date("date_start"), 'd MMM yyyy') ELSE format_date(to_date("date_start"), 'd MMM yyyy') || ' – ' || format_date(to_date("date_end"), 'd MMM yyyy') END %]&lt;br>[% coalesce(replace(replace(replace(replace(to_string(coalesce("attacker",'Unknown attacker')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] → [% coalesce(replace(replace(replace(replace(to_string(coalesce("target",'unknown target')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] · [% coalesce(replace(replace(replace(replace(to_string(coalesce("weapon",'weapon unknown')),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;br>&lt;b>[% CASE WHEN "fat_best" IS NULL THEN 'deaths unknown' WHEN "fat_low" &lt; "fat_high" THEN "fat_best" || ' killed (' || "fat_low" || '–' || "fat_high" || ' claimed)' ELSE "fat_best" || ' killed' END %]&lt;/b> · [% coalesce(replace(replace(replace(replace(to_string("status"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;br>&lt;i>“[% coalesce(replace(replace(replace(replace(to_string("sentence"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]”&lt;/i>&lt;ul style="margin:2px 0 2px 14px">[% coalesce(array_to_string(array_foreach(from_json(attribute('claims')), '&lt;li>' || coalesce(replace(replace(replace(replace(to_string(@element['claimant']),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'the report') || ' ' || coalesce(replace(replace(replace(replace(to_string(@element['stance']),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') || coalesce(': ' || to_string(@element['killed_high']) || ' killed','') || coalesce(', ' || to_string(@element['injured_high']) || ' injured','') || '&lt;/li>'), ''), try(aggregate('claims', 'concatenate', '&lt;li>' || coalesce(replace(replace(replace(replace(to_string("claimant"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'the report') || ' ' || coalesce(replace(replace(replace(replace(to_string("stance"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') || coalesce(': ' || "killed_high" || ' killed','') || coalesce(', ' || "injured_high" || ' injured','') || '&lt;/li>', "strike_id" = attribute(@parent, 'strike_id')), ''), '') %]&lt;/ul>&lt;small>Place: [% coalesce(replace(replace(replace(replace(to_string("where_text"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %] ([% coalesce(replace(replace(replace(replace(to_string("loc_method"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %], ± [% round("radius_m"/1000.0, 1) %] km); confidence [% round("conf" * 100) %] % · [% coalesce(replace(replace(replace(replace(to_string("source"),'&amp;','&amp;amp;'),'&lt;','&amp;lt;'),'>','&amp;gt;'),'"','&amp;quot;'),'') %]&lt;/small>&lt;/div></mapTip>
  <layerGeometryType>0</layerGeometryType>
</qgis>
