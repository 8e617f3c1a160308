#!/bin/sh
# Runs a real QGIS desktop on a virtual screen through the plugin: paste, read, choose, correct, add, time.
# usage: desktop.sh OUTPUT_FOLDER [REPORT]   (STRIKEMAP: the command; needs qgis, xvfb)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:?usage: desktop.sh OUTPUT_FOLDER [REPORT]}
mkdir -p "$out"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/profiles/default/QGIS"
cat >"$home/profiles/default/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
strikemap=true
processing=true

[strikemap]
command=${STRIKEMAP:-$root/build/strikemap}

[qgis]
newProjectDefault=false
checkVersion=false
askToSaveProjectChanges=false

[app]
projections\\unknownCrsBehavior=UseProjectCrs
INI
export STRIKEMAP_OUT="$out" STRIKEMAP_SAMPLE="${2:-$root/data/reports/2024-01-iran-pakistan.txt}"
export QGIS_PLUGINPATH="${STRIKEMAP_PLUGIN:-$root/plugin/qgis}" XDG_DATA_HOME="$home" PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
timeout 240 xvfb-run -a -s "-screen 0 1500x900x24" \
  qgis --nologo --noversioncheck --profiles-path "$home" --code "$here/desktop.py"
cat "$out/desktop.log"
test "$(tail -n 1 "$out/desktop.log")" = done
