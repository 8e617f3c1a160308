#include "locate.h"

#include "shape.h"

/// First-level units that touch the point's cell: a borrowed list, the smallest unit first. *whole: the
/// single one holds the whole cell.
static size_t units_of_cell(const sm_index *file, double lon, double lat, const uint32_t **out, bool *whole) {
  const uint32_t *cell = SM_INDEX_ROW(file, SM_SECTION_CELLS, uint32_t, sm_cell_of(lon, lat, SM_CELL));
  *whole = false;
  if (!cell || !*cell) return 0;
  *whole = !(*cell & SM_CELL_LIST);
  *out = cell;
  if (*whole) return 1;
  const uint32_t *lists = file->rows[SM_SECTION_CELL_LISTS];
  size_t at = *cell & ~SM_CELL_LIST, n = file->n[SM_SECTION_CELL_LISTS];
  if (at >= n || lists[at] > n - at - 1) return 0;
  *out = lists + at + 1;
  return lists[at];
}

/// A point this near a unit that no unit holds is that unit's: coasts are generalised (Natural Earth 10m:
/// about 1 km).
#define COAST_M 3000.0

uint32_t sm_local_unit_at(const sm_index *file, double lon, double lat, bool *on_land) {
  bool whole;
  const uint32_t *units;
  size_t n = units_of_cell(file, lon, lat, &units, &whole);
  *on_land = n > 0;
  if (whole) return units[0];
  sm_point p = sm_point_of(lon, lat);
  for (size_t i = 0; i < n; i++)
    if (sm_shape_contains(file, sm_shape_of(file, units[i]), p)) return units[i];
  *on_land = false;
  uint32_t nearest = 0;
  double within = COAST_M;
  for (size_t i = 0; i < n; i++) {
    double d = sm_shape_distance(file, sm_shape_of(file, units[i]), lon, lat, within);
    if (d >= within) continue;
    within = d;
    nearest = units[i];
  }
  return nearest;
}

const sm_index_unit *sm_unit_of(const sm_index *file, uint32_t place) {
  const sm_index_detail *d = SM_INDEX_ROW(file, SM_SECTION_DETAILS, sm_index_detail, place);
  return d && d->unit ? SM_INDEX_ROW(file, SM_SECTION_UNITS, sm_index_unit, d->unit - 1u) : NULL;
}

static uint32_t district_at(const sm_index *file, uint32_t adm1, sm_point p) {
  const sm_index_unit *unit = sm_unit_of(file, adm1);
  for (uint32_t i = 0; unit && i < unit->n_districts; i++) {
    const uint32_t *district =
        SM_INDEX_ROW(file, SM_SECTION_DISTRICTS, uint32_t, (size_t)unit->districts + i);
    if (!district) return 0;
    if (sm_shape_contains(file, sm_shape_of(file, *district), p)) return *district;
  }
  return 0;
}

static uint32_t water_at(const sm_index *file, sm_point p) {
  const uint32_t *waters = file->rows[SM_SECTION_WATERS];
  for (size_t i = 0; i < file->n[SM_SECTION_WATERS]; i++)
    if (sm_shape_contains(file, sm_shape_of(file, waters[i]), p)) return waters[i];
  return 0;
}

sm_local_units sm_locate_local(const sm_index *file, double lon, double lat) {
  sm_local_units out = {0};
  if (!sm_on_earth(lon, lat)) return out;
  sm_point p = sm_point_of(lon, lat);
  bool on_land;
  out.adm1 = sm_local_unit_at(file, lon, lat, &on_land);
  const sm_place_brief *brief =
      out.adm1 ? SM_INDEX_ROW(file, SM_SECTION_BRIEFS, sm_place_brief, out.adm1) : NULL;
  if (brief) {
    out.country = brief->country;
    out.adm2 = district_at(file, out.adm1, p);
  }
  if (!on_land) out.water = water_at(file, p);
  return out;
}
