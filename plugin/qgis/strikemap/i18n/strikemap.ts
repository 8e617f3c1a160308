<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Strikemap</name>
    <message>
        <location filename="../core/corrections.py" line="84"/>
        <source>{} has no corrections layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/corrections.py" line="105"/>
        <source>There is no strike {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/corrections.py" line="142"/>
        <source>The correction could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/expressions.py" line="50"/>
        <source>The command strikemap was not found: see Settings &gt; Options &gt; Strikemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/expressions.py" line="94"/>
        <source>&lt;h3&gt;strikemap_place()&lt;/h3&gt;&lt;p&gt;The point of a place by its name, from the offline gazetteer: longitude and latitude (EPSG:4326). NULL when the name is unknown. Country (name or ISO code) and province choose between namesakes; with them other spellings of the name are found too.&lt;/p&gt;&lt;h4&gt;Syntax&lt;/h4&gt;&lt;p&gt;&lt;code&gt;strikemap_place(name [, country [, province]])&lt;/code&gt;&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;p&gt;&lt;code&gt;strikemap_place(&apos;Panjgur&apos;, &apos;Pakistan&apos;)&lt;/code&gt;&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/expressions.py" line="104"/>
        <source>&lt;h3&gt;strikemap_place_info()&lt;/h3&gt;&lt;p&gt;What the offline gazetteer knows of the likeliest place of a name, as a map: place_id, name, kind, lon, lat, radius_m, iso3, country, adm1, adm2, population, source, reason. NULL when the name is unknown.&lt;/p&gt;&lt;h4&gt;Example&lt;/h4&gt;&lt;p&gt;&lt;code&gt;map_get(strikemap_place_info(&apos;Tripoli&apos;, &apos;Lebanon&apos;), &apos;radius_m&apos;)&lt;/code&gt;&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fetch.py" line="17"/>
        <source>Fetch report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/fetch.py" line="31"/>
        <source>{} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/ground.py" line="32"/>
        <source>World</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/ground.py" line="32"/>
        <source>Provinces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="49"/>
        <source>Strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="48"/>
        <source>Where they lie (9 in 10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="42"/>
        <source>Who struck whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="201"/>
        <source>Claims</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="51"/>
        <source>Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="52"/>
        <source>Place mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="117"/>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="54"/>
        <source>Corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="164"/>
        <source>How well the place is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/layers.py" line="189"/>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="42"/>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="548"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/runner.py" line="40"/>
        <source>strikemap ended with status {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="81"/>
        <source>{} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="84"/>
        <source>{} km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="71"/>
        <source>place unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="91"/>
        <source>within about {}, 9 times in 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="113"/>
        <source>day unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="117"/>
        <source>until {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="146"/>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="147"/>
        <source>injured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../core/text.py" line="150"/>
        <source>the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="60"/>
        <source>Correct strike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="70"/>
        <source>Reject: this is no strike, or not one of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="73"/>
        <source>Why (kept with the correction)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="124"/>
        <source>No place of that name. Pick the point on the map instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="138"/>
        <source>picked on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="145"/>
        <source>Place, or place, country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="147"/>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="150"/>
        <source>Pick on map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="164"/>
        <source> km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="167"/>
        <source>The true point lies within this distance, 9 times in 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="172"/>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="178"/>
        <source>When, who, how many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="182"/>
        <source>First and last possible day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="184"/>
        <source>Attacker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="184"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="184"/>
        <source>Weapon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="187"/>
        <source>Deaths: low, best, high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="197"/>
        <source>Click where the strike was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/correct.py" line="256"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="66"/>
        <source>Strikemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="101"/>
        <source>Paste a report, drop files, or give a web address first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="116"/>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="290"/>
        <source>The reports could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="296"/>
        <source>Strikes (not saved)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="315"/>
        <source>The strikes are in {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="464"/>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="464"/>
        <source>Another report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="465"/>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="465"/>
        <source>Choose report files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="466"/>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="550"/>
        <source>Find the strikes (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="469"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="469"/>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="471"/>
        <source>Correct the chosen strike; corrections are kept and survive another reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="472"/>
        <source>Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="475"/>
        <source>Add to layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="476"/>
        <source>Keep the strikes in a GeoPackage, new or existing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="487"/>
        <source>New or other GeoPackage…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="494"/>
        <source>Show the strikes of the active layer here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="508"/>
        <source>GeoPackage, new or to add to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="526"/>
        <source>Paste a report here, or drop files or folders.

Strikemap finds the strikes that it tells of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="533"/>
        <source>or the address of a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="540"/>
        <source>as the report says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="543"/>
        <source>Needed only where the report does not tell when it was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="545"/>
        <source>newspaper or agency, if you like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="546"/>
        <source>Web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="547"/>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="549"/>
        <source>Read: find the strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="632"/>
        <source>{} to read: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="652"/>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="656"/>
        <source>1 strike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="656"/>
        <source>{} strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="658"/>
        <source> in {} reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="660"/>
        <source>, {} without a known place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/dock.py" line="662"/>
        <source> · not saved yet: “Add to layer” keeps them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="54"/>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="103"/>
        <source>Gazetteers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="80"/>
        <source>Countries (GeoNames)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="81"/>
        <source>A layer of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="85"/>
        <source>File name in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="68"/>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="96"/>
        <source>Build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="132"/>
        <source>Tick countries, choose dumps or a layer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="136"/>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="137"/>
        <source>Build gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="153"/>
        <source>Ready: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="159"/>
        <source>All places of the chosen countries, villages too, from GeoNames (CC BY 4.0). This downloads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="165"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="178"/>
        <source>Use dumps that I have…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="194"/>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="195"/>
        <source>Column of the names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="204"/>
        <source>GeoNames dumps (*.zip *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="205"/>
        <source>GeoNames dumps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/gazetteers.py" line="206"/>
        <source>{} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="35"/>
        <source>Strikemap: read a report and map its strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="37"/>
        <source>&amp;Strikemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="41"/>
        <source>Map strikes from reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="41"/>
        <source>Geocode table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="41"/>
        <source>Overlay strikes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="41"/>
        <source>Generalise for publication…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="41"/>
        <source>Find place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/interface.py" line="52"/>
        <source>Settings and gazetteers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/locator.py" line="48"/>
        <source>Places (Strikemap, offline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/locator.py" line="94"/>
        <source>province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/locator.py" line="94"/>
        <source>district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/locator.py" line="97"/>
        <source>{} inhabitants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/locator.py" line="99"/>
        <source>within {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="56"/>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="57"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="83"/>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="87"/>
        <source>Path of the command strikemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="88"/>
        <source>Empty: the command is looked for on PATH and in the usual folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="96"/>
        <source>Word lists of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="96"/>
        <source>Actors, weapons and other words that are laid over the built-in lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="96"/>
        <source>Word lists (*.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="103"/>
        <source>Places of your own that are asked besides the built-in gazetteer, first one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="103"/>
        <source>Gazetteers (*.gaz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="109"/>
        <source>Get or build…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="111"/>
        <source>Gazetteers in {} are used without being listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="143"/>
        <source>✗ {} was not found. Install strikemap and put it on PATH, or choose it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/options.py" line="150"/>
        <source>✗ {} is not the command strikemap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="33"/>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="34"/>
        <source>stands for a government</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="35"/>
        <source>people or adjective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="36"/>
        <source>dateline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="37"/>
        <source>inside a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/report_view.py" line="179"/>
        <source>confidence {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="42"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="42"/>
        <source>Deaths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../gui/strike_table.py" line="42"/>
        <source>Conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py" line="76"/>
        <source>Stopped; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py" line="80"/>
        <source>Some inputs could not be read; the others are in the layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/base.py" line="155"/>
        <source>The command {} was not found. Install strikemap, or say where it is in Settings &gt; Options &gt; Strikemap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="52"/>
        <source>Find place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="55"/>
        <source>All places of a name in the offline gazetteer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="58"/>
        <source>place,gazetteer,search,toponym,geocode,name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="61"/>
        <source>Looks names up in the offline gazetteer and writes every place that bears them, likeliest first, with its province and country, its extent as a radius, and the reason of its rank. Several names: one a line, or parted by semicolons. Country: a name or ISO code that chooses between namesakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="48"/>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="70"/>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/find_place.py" line="98"/>
        <source>{}: {} places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="28"/>
        <source>Generalise for publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="31"/>
        <source>Coarsens places and drops texts, so that a layer can be published without harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="34"/>
        <source>generalise,publish,privacy,anonymise,coarsen,do no harm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="37"/>
        <source>Writes a strikes layer for publication: every place moved to its province, its district, or a cell of 10 km, with the radius that this deserves; mentions, spans in the text and exact places are left out. Sentences, names and the reports&apos; texts can be dropped as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="48"/>
        <source>Province</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="48"/>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="45"/>
        <source>Cell of 10 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="46"/>
        <source>Generalise to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="47"/>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="47"/>
        <source>Names of actors and places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="47"/>
        <source>Texts of reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="48"/>
        <source>Also drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/generalise.py" line="49"/>
        <source>Generalised strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="29"/>
        <source>Geocode table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="32"/>
        <source>Gives the rows of a table points with an honest radius, offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="35"/>
        <source>geocode,table,place,gazetteer,csv,reverse,toponym</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="38"/>
        <source>Gives each row of a table a point by its place name, with the radius in which the true point lies 9 times in 10, the place&apos;s id and source, a confidence, and the reason of the choice. District, province and country columns choose between namesakes and hold rows whose place is unknown at their district or province, with the radius that this deserves.

All columns of the table stay. Reverse: longitude and latitude columns in, place and units out. Offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="47"/>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="48"/>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="51"/>
        <source>Reverse: from coordinates to places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="52"/>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="52"/>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="54"/>
        <source>Geocoded table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="60"/>
        <source>Reverse geocoding needs the columns of longitude and latitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/geocode_table.py" line="62"/>
        <source>Name the column of the places, or of districts, provinces or countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="41"/>
        <source>Map strikes from reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="44"/>
        <source>Reads reports and maps the strikes that they tell of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="47"/>
        <source>report,news,text,strike,conflict,geocode,event,extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="50"/>
        <source>Reads reports (text, HTML, JSON lines, tables of ACLED or UCDP) and writes the strikes that they tell of as a styled, time-aware layer: where, how sure, when, who struck whom, with what, how many died according to whom, and the sentence that says so.

Reports: one or more files; of a folder every report below it.

Publication date (YYYY-MM-DD): needed only where a report does not tell its own; without any, words such as “Tuesday” stay without a day.

A GeoPackage holds all layers: strikes, the area in which each lies (9 times in 10), links from attacker to strike, claims, reports with their text, and corrections. Other formats hold strikes alone.

A strike without a known place is a row without a point. Offline; nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="63"/>
        <source>Reports (files or folders)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="66"/>
        <source>Publication date (YYYY-MM-DD), if not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="71"/>
        <source>Source (newspaper, agency)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="72"/>
        <source>Web address of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="73"/>
        <source>Add to the file, if it exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="74"/>
        <source>Least confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="79"/>
        <source>Also strikes that were only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="79"/>
        <source>threatened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="79"/>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="84"/>
        <source>Merge reports of the same strike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="85"/>
        <source>Keep the reports&apos; text in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="86"/>
        <source>Corrections to apply (GeoPackage or CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="99"/>
        <source>“{}” is no day of the form YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/map_strikes.py" line="118"/>
        <source>Give at least one report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="29"/>
        <source>Overlay strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="32"/>
        <source>Joins strikes with another layer, counts them, or finds what lies near</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="35"/>
        <source>overlay,join,count,nearest,within,grid,prio,hexagon,strike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="38"/>
        <source>Brings strikes and another layer together, with the strikes&apos; uncertainty: 

Join: each strike with the columns of the feature that holds it.
Count: the other layer&apos;s features with the number of strikes and deaths in each.
Nearest: each strike with the nearest feature and its distance in metres.
Within a distance: the pairs that lie nearer than so many metres.
PRIO-GRID or hexagons: strikes counted by cell.

Period counts by day, week or month. Distances are metres on the ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="51"/>
        <source>Join to strikes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="52"/>
        <source>Count strikes in features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="53"/>
        <source>Nearest feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="54"/>
        <source>Features within a distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="55"/>
        <source>Count by PRIO-GRID cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="56"/>
        <source>Count by hexagon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="58"/>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="59"/>
        <source>Other layer (not for grids)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="62"/>
        <source>Distance in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="67"/>
        <source>Hexagons: width in kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="77"/>
        <source>whole time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="77"/>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="77"/>
        <source>week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="77"/>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="78"/>
        <source>Count by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="79"/>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/overlay_strikes.py" line="84"/>
        <source>This needs another layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../processing/provider.py" line="29"/>
        <source>Strikemap: reports of strikes to map layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
