#!/bin/sh
# Runs a real QGIS desktop on a virtual screen as a newcomer would: a fresh profile, the plugin installed from its zip by
# QGIS's own installer, then paste, read, choose, correct, add, time. Tells how long it took and keeps pictures.
# usage: desktop.sh OUTPUT_FOLDER [REPORT]   (STRIKEMAP: the command, STRIKEMAP_ZIP: the plugin; needs qgis, xvfb)
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
processing=true

[qgis]
newProjectDefault=false
checkVersion=false
askToSaveProjectChanges=false

[app]
projections\\unknownCrsBehavior=UseProjectCrs
INI
export STRIKEMAP_OUT="$out" STRIKEMAP_SAMPLE="${2:-$root/data/reports/2024-01-iran-pakistan.txt}"
mkdir "$home/bin" # the command is found on PATH, without a setting
ln -s "${STRIKEMAP:-$root/build/strikemap}" "$home/bin/strikemap"
export STRIKEMAP_ZIP="${STRIKEMAP_ZIP:-$(ls "$root"/build/strikemap-qgis-*.zip)}" PATH="$home/bin:$PATH" XDG_DATA_HOME="$home" PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
timeout 240 xvfb-run -a -s "-screen 0 1500x900x24" \
  qgis --nologo --noversioncheck --profiles-path "$home" --code "$here/desktop.py"
cat "$out/desktop.log"
test "$(tail -n 1 "$out/desktop.log")" = done
