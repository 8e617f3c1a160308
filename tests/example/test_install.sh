#!/bin/sh
# Installs the build into a folder of its own and uses it as a stranger would. usage: test_install.sh SOURCE BUILD
set -eu
source=$(cd "$1" && pwd) build=$(cd "$2" && pwd)
stage=$build/stage
rm -rf "$stage"
cmake --install "$build" --prefix "$stage" >/dev/null
test -n "$(find "$stage" -name 'ogr_STRIKEMAP.*')" # in its own folder, not where GDAL of the system looks
unset STRIKEMAP_DATA || true
report=$source/data/reports/2024-01-iran-pakistan.txt

"$stage/bin/strikemap" extract --no-user-gazetteers "$report" | grep -q '"Feature"'
"$stage/bin/strikemap" map --no-user-gazetteers "$report" -o "$stage/strikes.gpkg" && test -s "$stage/strikes.gpkg"

lib=$(dirname "$(find "$stage" -name libstrikemap.so | head -n 1)")
export PKG_CONFIG_PATH="$lib/pkgconfig"
cc -std=c11 -Wall -Werror "$source/tests/example/example.c" -o "$stage/example" $(pkg-config --cflags --libs strikemap) -Wl,-rpath,"$lib"
"$stage/example" "$report" | grep -q 'within [0-9]'

cmake -S "$source/tests/example" -B "$stage/by-cmake" -DCMAKE_PREFIX_PATH="$stage" >/dev/null
cmake --build "$stage/by-cmake" >/dev/null
"$stage/by-cmake/example" "$report" | grep -q 'within [0-9]'
echo installed tree works
