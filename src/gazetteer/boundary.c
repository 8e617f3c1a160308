#include "boundary.h"

#include <math.h>
#include <stdlib.h>

#include "layers.h"
#include "locate.h"
#include "shape.h"

#define RADIANS (3.14159265358979323846 / 180)

static const sm_index *base_of(const sm_gazetteer *gazetteer) {
  return &gazetteer->files[gazetteer->n - 1];
}

static bool copy_ring(const sm_ring_view *view, sm_ring *out) {
  *out = (sm_ring){malloc(2 * sizeof(double) * view->n_points), view->n_points, view->part};
  if (!out->xy) return false;
  for (size_t i = 0; i < view->n_points; i++) {
    out->xy[2 * i] = view->points[i][0] / SM_DEGREE;
    out->xy[2 * i + 1] = view->points[i][1] / SM_DEGREE;
  }
  return true;
}

sm_status sm_boundary_outline(const sm_gazetteer *gazetteer, sm_place_ref place, sm_outline *out,
                              sm_error *err) {
  *out = (sm_outline){0};
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, place, &local);
  const sm_index_shape *shape = file ? sm_shape_of(file, local) : NULL;
  if (!shape || shape->n_rings > file->n[SM_SECTION_RINGS]) return SM_OK;
  out->is_line = shape->flags & SM_SHAPE_LINE;
  out->rings = calloc(shape->n_rings + 1u, sizeof *out->rings);
  if (!out->rings) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (uint32_t i = 0; i < shape->n_rings; i++) {
    sm_ring_view view;
    if (!sm_ring_at(file, (size_t)shape->rings + i, &view)) continue;
    if (!copy_ring(&view, &out->rings[out->n])) {
      sm_outline_free(out);
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    }
    out->n++;
  }
  return SM_OK;
}

void sm_outline_free(sm_outline *outline) {
  for (uint32_t i = 0; i < outline->n; i++) free(outline->rings[i].xy);
  free(outline->rings);
  *outline = (sm_outline){0};
}

bool sm_boundary_contains(const sm_gazetteer *gazetteer, sm_place_ref place, double lon, double lat) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, place, &local);
  return file && sm_on_earth(lon, lat) &&
         sm_shape_contains(file, sm_shape_of(file, local), sm_point_of(lon, lat));
}

sm_location_units sm_boundary_locate(const sm_gazetteer *gazetteer, double lon, double lat) {
  const sm_index *file = base_of(gazetteer);
  sm_local_units local = sm_locate_local(file, lon, lat);
  sm_place_ref adm2 = sm_index_ref(file, local.adm2), own = sm_own_district_at(gazetteer, lon, lat);
  if (own)
    adm2 = own;
  else if (sm_is_hidden(gazetteer, adm2))
    adm2 = 0;
  return (sm_location_units){.country = sm_index_ref(file, local.country),
                             .adm1 = sm_index_ref(file, local.adm1),
                             .adm2 = adm2,
                             .sea = sm_index_ref(file, local.water)};
}

sm_place_ref sm_boundary_country(const sm_gazetteer *gazetteer, double lon, double lat) {
  const sm_index *file = base_of(gazetteer);
  bool on_land;
  uint32_t unit = sm_on_earth(lon, lat) ? sm_local_unit_at(file, lon, lat, &on_land) : 0;
  const sm_place_brief *brief = unit ? SM_INDEX_ROW(file, SM_SECTION_BRIEFS, sm_place_brief, unit) : NULL;
  return brief ? sm_index_ref(file, brief->country) : 0;
}

size_t sm_boundary_neighbours(const sm_gazetteer *gazetteer, sm_place_ref country, sm_place_ref *out,
                              size_t cap) {
  uint32_t local;
  const sm_index *file = sm_index_of(gazetteer, country, &local);
  const sm_index_unit *unit = file ? sm_unit_of(file, local) : NULL;
  if (!unit) return 0;
  size_t rows = file->n[SM_SECTION_NEIGHBOURS];
  if (unit->neighbours > rows || unit->n_neighbours > rows - unit->neighbours) return 0;
  const uint32_t *list = (const uint32_t *)file->rows[SM_SECTION_NEIGHBOURS] + unit->neighbours;
  for (size_t i = 0; i < unit->n_neighbours && i < cap; i++) out[i] = sm_index_ref(file, list[i]);
  return unit->n_neighbours;
}

enum { NEAREST_CAP = 64 };

/// The nearest places so far, nearest first.
typedef struct nearest {
  double lon, lat, within;
  sm_place_ref places[NEAREST_CAP];
  double metres[NEAREST_CAP];
  size_t n, cap;
} nearest;

static void nearest_add(nearest *list, sm_place_ref place, double metres) {
  if (metres > list->within || (list->n == list->cap && metres >= list->metres[list->n - 1])) return;
  size_t at = list->n < list->cap ? list->n++ : list->n - 1;
  for (; at > 0 && list->metres[at - 1] > metres; at--) {
    list->metres[at] = list->metres[at - 1];
    list->places[at] = list->places[at - 1];
  }
  list->metres[at] = metres;
  list->places[at] = place;
}

/// Populated places of a cell of the grid: rows from to to of a borrowed list.
static const uint32_t *places_of_cell(const sm_index *file, int row, int column, size_t *from, size_t *to) {
  const uint32_t *starts = file->rows[SM_SECTION_NEAR];
  int x = column - file->meta->near_west, y = row - file->meta->near_south;
  *from = *to = 0;
  if (x < 0 || y < 0 || (uint32_t)x >= file->meta->near_columns) return NULL;
  size_t cell = (size_t)y * file->meta->near_columns + (size_t)x;
  if (cell + 1 >= file->n[SM_SECTION_NEAR]) return NULL;
  *from = starts[cell], *to = starts[cell + 1];
  if (*to > file->n[SM_SECTION_NEAR_PLACES]) *to = file->n[SM_SECTION_NEAR_PLACES];
  return file->rows[SM_SECTION_NEAR_PLACES];
}

static void scan_cell(const sm_index *file, int row, int column, void *context) {
  nearest *list = context;
  size_t from, to;
  const uint32_t *places = places_of_cell(file, row, column, &from, &to);
  for (size_t i = from; i < to; i++) {
    const sm_place_brief *b = SM_INDEX_ROW(file, SM_SECTION_BRIEFS, sm_place_brief, places[i]);
    if (b)
      nearest_add(list, file->base + places[i], sm_sphere_distance(list->lon, list->lat, b->lon, b->lat));
  }
}

/// Visit the cells of the grid that come within so many metres of a point.
static void scan_file(const sm_index *file, double lon, double lat, double within,
                      void (*visit)(const sm_index *file, int row, int column, void *context), void *context) {
  const int columns = (int)(360 / SM_NEAR_CELL);
  double dy = within / (SM_EARTH_RADIUS * RADIANS);
  double widest = fabs(lat) + dy;
  double dx = widest >= 89 ? 180 : dy / cos(widest * RADIANS);
  int south = (int)floor((lat - dy + 90) / SM_NEAR_CELL),
      north = (int)floor((lat + dy + 90) / SM_NEAR_CELL);
  int west = (int)floor((lon - dx + 180) / SM_NEAR_CELL),
      east = (int)floor((lon + dx + 180) / SM_NEAR_CELL);
  if (east - west >= columns) west = 0, east = columns - 1;
  for (int y = south < 0 ? 0 : south; y <= north; y++)
    for (int x = west; x <= east; x++) visit(file, y, ((x % columns) + columns) % columns, context);
}

size_t sm_gazetteer_nearest(const sm_gazetteer *gazetteer, double lon, double lat, double within_m,
                            sm_place_ref *out, size_t cap) {
  nearest list = {.lon = lon, .lat = lat, .cap = cap < NEAREST_CAP ? cap : NEAREST_CAP};
  if (!sm_on_earth(lon, lat) || cap == 0 || !(within_m > 0)) return 0;
  for (double within = 10000;; within *= 3) {
    list.within = within < within_m ? within : within_m;
    list.n = 0;
    for (size_t i = 0; i < gazetteer->n; i++) scan_file(&gazetteer->files[i], lon, lat, list.within, scan_cell, &list);
    if (list.n == list.cap || within >= within_m) break;
  }
  memcpy(out, list.places, list.n * sizeof *out);
  return list.n;
}

typedef struct gathering {
  double lon, lat, within;
  sm_place_ref *out;
  size_t n, cap;
} gathering;

static void gather_cell(const sm_index *file, int row, int column, void *context) {
  gathering *g = context;
  size_t from, to;
  const uint32_t *places = places_of_cell(file, row, column, &from, &to);
  for (size_t i = from; i < to && g->n < g->cap; i++) {
    const sm_place_brief *b = SM_INDEX_ROW(file, SM_SECTION_BRIEFS, sm_place_brief, places[i]);
    if (b && sm_sphere_distance(g->lon, g->lat, b->lon, b->lat) <= g->within) g->out[g->n++] = file->base + places[i];
  }
}

size_t sm_gazetteer_within(const sm_gazetteer *gazetteer, double lon, double lat, double within_m, sm_place_ref *out, size_t cap) {
  gathering g = {lon, lat, within_m, out, 0, cap};
  if (!sm_on_earth(lon, lat) || !(within_m > 0)) return 0;
  for (size_t i = 0; i < gazetteer->n; i++) scan_file(&gazetteer->files[i], lon, lat, within_m, gather_cell, &g);
  return g.n;
}
