#include "units.h"

#include <math.h>
#include <stdlib.h>

#include "boundary.h"
#include "locate.h"
#include "shape.h"

sm_index sm_builder_view(const sm_builder *b) {
  const struct {
    sm_section s;
    const sm_vector *v;
  } all[] = {{SM_SECTION_BRIEFS, &b->briefs},       {SM_SECTION_DETAILS, &b->details},
             {SM_SECTION_POOL, &b->pool},           {SM_SECTION_UNITS, &b->units},
             {SM_SECTION_SHAPES, &b->shapes},       {SM_SECTION_RINGS, &b->rings},
             {SM_SECTION_BOXES, &b->boxes},         {SM_SECTION_POINTS, &b->points},
             {SM_SECTION_CELLS, &b->cells},         {SM_SECTION_CELL_LISTS, &b->cell_lists},
             {SM_SECTION_DISTRICTS, &b->districts}, {SM_SECTION_WATERS, &b->waters}};
  sm_index view = {.n_places = (uint32_t)b->briefs.n - 1};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    view.rows[all[i].s] = all[i].v->items;
    view.n[all[i].s] = all[i].v->n;
  }
  return view;
}

static double ring_area2(const int32_t (*p)[2], uint32_t n) {
  double sum = 0;
  for (uint32_t i = 0; i + 1 < n; i++)
    sum += (double)(p[i][0] - (double)p[0][0]) * ((double)p[i + 1][1] - p[0][1]) -
           ((double)p[i + 1][0] - p[0][0]) * ((double)p[i][1] - p[0][1]);
  return fabs(sum) / (SM_DEGREE * SM_DEGREE);
}

double sm_shape_area(const sm_builder *b, const sm_index_shape *shape) {
  sm_index view = sm_builder_view(b);
  double area = 0;
  uint32_t part = UINT32_MAX;
  for (uint32_t i = 0; i < shape->n_rings; i++) {
    sm_ring_view r;
    if (!sm_ring_at(&view, (size_t)shape->rings + i, &r)) continue;
    area += r.part == part ? -ring_area2(r.points, r.n_points) : ring_area2(r.points, r.n_points);
    part = r.part;
  }
  return area / 2;
}

typedef struct sized {
  uint32_t place;
  double area;
} sized;

static int compare_sized(const void *pa, const void *pb) {
  const sized *a = pa, *b = pb;
  if (a->area != b->area) return a->area < b->area ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

/// Places of two kinds with an area, smallest first.
static bool shapes_by_area(const sm_builder *b, sm_place_kind kind, sm_place_kind other, sm_vector *out) {
  *out = SM_VECTOR(sized);
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    uint8_t k = sm_builder_brief(b, p)->kind;
    uint32_t row = sm_builder_detail(b, p)->shape;
    if (!row || (k != kind && k != other)) continue;
    const sm_index_shape *shape = &SM_AT(b->shapes, sm_index_shape, row - 1);
    sized s = {p, sm_shape_area(b, shape)};
    if (!(shape->flags & SM_SHAPE_LINE) && !sm_vector_add(out, &s, 1)) return false;
  }
  if (out->n) qsort(out->items, out->n, sizeof(sized), compare_sized);
  return true;
}

enum { COLUMNS = (int)(360 / SM_CELL), ROWS = (int)(180 / SM_CELL) };

typedef struct cell_pair {
  uint32_t cell, place;
  bool whole;
} cell_pair;

typedef struct raster {
  uint8_t *touched; ///< by cell
  sm_vector marked; ///< cells that are set, to be cleared
  sm_vector pairs;  ///< cell_pair
  bool failed;
} raster;

static int cell_column(int32_t x) {
  int c = (int)floor((x / SM_DEGREE + 180) / SM_CELL);
  return c < 0 ? 0 : c >= COLUMNS ? COLUMNS - 1 : c;
}

static int cell_row(int32_t y) {
  int r = (int)floor((y / SM_DEGREE + 90) / SM_CELL);
  return r < 0 ? 0 : r >= ROWS ? ROWS - 1 : r;
}

static void mark(raster *r, int row, int column) {
  uint32_t cell = (uint32_t)(row * COLUMNS + column);
  if (r->touched[cell]) return;
  r->touched[cell] = 1;
  if (!sm_vector_add(&r->marked, &cell, 1)) r->failed = true;
}

static void mark_segment(raster *r, const int32_t a[2], const int32_t b[2]) {
  int west = cell_column(a[0] < b[0] ? a[0] : b[0]), east = cell_column(a[0] < b[0] ? b[0] : a[0]);
  int south = cell_row(a[1] < b[1] ? a[1] : b[1]), north = cell_row(a[1] < b[1] ? b[1] : a[1]);
  for (int row = south; row <= north; row++)
    for (int column = west; column <= east; column++) mark(r, row, column);
}

static void add_pair(raster *r, uint32_t cell, uint32_t place, bool whole) {
  cell_pair pair = {cell, place, whole};
  if (!sm_vector_add(&r->pairs, &pair, 1)) r->failed = true;
}

/// Cells of a row that no edge touches are all in or all out between touched ones.
static void fill_row(raster *r, const sm_index *view, const sm_index_shape *shape, uint32_t place, int row) {
  int inside = -1;
  for (int column = cell_column(shape->box.west); column <= cell_column(shape->box.east); column++) {
    uint32_t cell = (uint32_t)(row * COLUMNS + column);
    if (r->touched[cell]) {
      add_pair(r, cell, place, false);
      inside = -1;
      continue;
    }
    if (inside < 0) {
      sm_point middle = sm_point_of((column + 0.5) * SM_CELL - 180, (row + 0.5) * SM_CELL - 90);
      inside = sm_shape_contains(view, shape, middle);
    }
    if (inside) add_pair(r, cell, place, true);
  }
}

static void raster_shape(raster *r, const sm_index *view, uint32_t place) {
  const sm_index_shape *shape = sm_shape_of(view, place);
  for (uint32_t i = 0; i < shape->n_rings; i++) {
    sm_ring_view ring;
    if (!sm_ring_at(view, (size_t)shape->rings + i, &ring)) continue;
    for (uint32_t k = 0; k + 1 < ring.n_points; k++) mark_segment(r, ring.points[k], ring.points[k + 1]);
  }
  for (int row = cell_row(shape->box.south); row <= cell_row(shape->box.north); row++)
    fill_row(r, view, shape, place, row);
  for (size_t i = 0; i < r->marked.n; i++) r->touched[SM_AT(r->marked, uint32_t, i)] = 0;
  r->marked.n = 0;
}

static int compare_pairs(const void *pa, const void *pb) {
  const cell_pair *a = *(const cell_pair *const *)pa, *b = *(const cell_pair *const *)pb;
  if (a->cell != b->cell) return a->cell < b->cell ? -1 : 1;
  return (a > b) - (a < b); // smaller shapes come first
}

static bool store_cells(sm_builder *b, const sm_vector *pairs) {
  const cell_pair **sorted = malloc((pairs->n + 1) * sizeof *sorted);
  bool good = sorted && sm_vector_add(&b->cells, NULL, (size_t)COLUMNS * ROWS);
  for (size_t i = 0; good && i < pairs->n; i++) sorted[i] = &SM_AT(*pairs, cell_pair, i);
  if (good && pairs->n) qsort(sorted, pairs->n, sizeof *sorted, compare_pairs);
  for (size_t i = 0, end; good && i < pairs->n; i = end) {
    for (end = i + 1; end < pairs->n && sorted[end]->cell == sorted[i]->cell;) end++;
    uint32_t *cell = &SM_AT(b->cells, uint32_t, sorted[i]->cell), n = (uint32_t)(end - i);
    if (n == 1 && sorted[i]->whole) {
      *cell = sorted[i]->place;
      continue;
    }
    *cell = SM_CELL_LIST | (uint32_t)b->cell_lists.n;
    good = sm_vector_add(&b->cell_lists, &n, 1);
    for (size_t k = i; good && k < end; k++) good = sm_vector_add(&b->cell_lists, &sorted[k]->place, 1);
  }
  free(sorted);
  return good;
}

bool sm_make_cells(sm_builder *b, sm_place_kind kind) {
  sm_vector shapes;
  raster r = {.touched = calloc((size_t)COLUMNS * ROWS, 1),
              .marked = SM_VECTOR(uint32_t),
              .pairs = SM_VECTOR(cell_pair)};
  bool good = shapes_by_area(b, kind, kind, &shapes) && r.touched;
  sm_index view = sm_builder_view(b);
  for (size_t i = 0; good && i < shapes.n; i++) raster_shape(&r, &view, SM_AT(shapes, sized, i).place);
  good = good && !r.failed && store_cells(b, &r.pairs);
  free(r.touched);
  sm_vector_free(&r.marked);
  sm_vector_free(&r.pairs);
  sm_vector_free(&shapes);
  return good;
}

bool sm_make_waters(sm_builder *b) {
  sm_vector shapes;
  bool good = shapes_by_area(b, SM_KIND_SEA, SM_KIND_STRAIT, &shapes);
  for (size_t i = 0; good && i < shapes.n; i++)
    good = sm_vector_add(&b->waters, &SM_AT(shapes, sized, i).place, 1);
  sm_vector_free(&shapes);
  return good;
}

typedef struct edge {
  int32_t points[4];
  uint32_t country;
} edge;

static int compare_edges(const void *pa, const void *pb) {
  const edge *a = pa, *b = pb;
  int c = memcmp(a->points, b->points, sizeof a->points);
  return c ? c : (a->country > b->country) - (a->country < b->country);
}

static bool add_edge(sm_vector *edges, const int32_t a[2], const int32_t b[2], uint32_t country) {
  bool swap = a[0] > b[0] || (a[0] == b[0] && a[1] > b[1]);
  const int32_t *first = swap ? b : a, *second = swap ? a : b;
  edge e = {{first[0], first[1], second[0], second[1]}, country};
  return sm_vector_add(edges, &e, 1);
}

static bool collect_edges(const sm_builder *b, sm_vector *edges) {
  sm_index view = sm_builder_view(b);
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    const sm_place_brief *brief = sm_builder_brief(b, p);
    const sm_index_shape *shape = brief->kind == SM_KIND_ADM1 ? sm_shape_of(&view, p) : NULL;
    for (uint32_t i = 0; shape && i < shape->n_rings; i++) {
      sm_ring_view r;
      if (!sm_ring_at(&view, (size_t)shape->rings + i, &r)) continue;
      for (uint32_t k = 0; k + 1 < r.n_points; k++)
        if (!add_edge(edges, r.points[k], r.points[k + 1], brief->country)) return false;
    }
  }
  return true;
}

typedef struct border {
  uint32_t country, other;
} border;

static int compare_borders(const void *pa, const void *pb) {
  const border *a = pa, *b = pb;
  if (a->country != b->country) return a->country < b->country ? -1 : 1;
  return (a->other > b->other) - (a->other < b->other);
}

static bool collect_borders(const sm_vector *edges, sm_vector *borders) {
  const edge *e = edges->items;
  for (size_t i = 0; i + 1 < edges->n; i++) {
    if (memcmp(e[i].points, e[i + 1].points, sizeof e->points) != 0 || e[i].country == e[i + 1].country)
      continue;
    border there = {e[i].country, e[i + 1].country}, back = {e[i + 1].country, e[i].country};
    if (!sm_vector_add(borders, &there, 1) || !sm_vector_add(borders, &back, 1)) return false;
  }
  if (borders->n) qsort(borders->items, borders->n, sizeof(border), compare_borders);
  return true;
}

bool sm_make_neighbours(sm_builder *b) {
  sm_vector edges = SM_VECTOR(edge), borders = SM_VECTOR(border);
  bool good = collect_edges(b, &edges);
  if (good && edges.n) qsort(edges.items, edges.n, sizeof(edge), compare_edges);
  good = good && collect_borders(&edges, &borders);
  for (size_t i = 0; good && i < borders.n; i++) {
    const border *x = &SM_AT(borders, border, i);
    if (!x->country || !x->other || (i && compare_borders(x, x - 1) == 0)) continue;
    sm_index_unit *unit = sm_builder_unit(b, x->country);
    if (!unit) return false;
    if (!unit->n_neighbours) unit->neighbours = (uint32_t)b->neighbours.n;
    unit->n_neighbours++;
    good = sm_vector_add(&b->neighbours, &x->other, 1);
  }
  sm_vector_free(&edges);
  sm_vector_free(&borders);
  return good;
}

void sm_fill_units(sm_builder *b) {
  sm_index view = sm_builder_view(b);
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    sm_place_brief *brief = sm_builder_brief(b, p);
    bool point = brief->kind == SM_KIND_CITY || brief->kind == SM_KIND_AIRPORT ||
                 brief->kind == SM_KIND_BASE || brief->kind == SM_KIND_SITE;
    if (!point || (brief->adm1 && brief->adm2)) continue;
    sm_index_detail *d = sm_builder_detail(b, p);
    sm_local_units at = sm_locate_local(&view, d->lon / SM_DEGREE, d->lat / SM_DEGREE);
    if (!brief->country) brief->country = at.country;
    if (!brief->adm1 && brief->country == at.country) brief->adm1 = at.adm1;
    if (!brief->adm2 && brief->adm1 && brief->adm1 == at.adm1) brief->adm2 = at.adm2;
    if (!d->iso3[0] && brief->country) memcpy(d->iso3, sm_builder_detail(b, brief->country)->iso3, 3);
  }
}

typedef struct member {
  uint32_t unit, place;
} member;

static int compare_members(const void *pa, const void *pb) {
  const member *a = pa, *b = pb;
  if (a->unit != b->unit) return a->unit < b->unit ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

static bool collect_members(const sm_builder *b, sm_vector *members) {
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    const sm_place_brief *brief = sm_builder_brief(b, p);
    if (brief->kind != SM_KIND_CITY || brief->flags & SM_PLACE_HISTORICAL) continue;
    const uint32_t units[] = {brief->country, brief->adm1, brief->adm2};
    for (int i = 0; i < 3; i++) {
      member m = {units[i], p};
      if (units[i] && !(units[i] & SM_EXTERN) && !sm_vector_add(members, &m, 1)) return false;
    }
  }
  if (members->n) qsort(members->items, members->n, sizeof(member), compare_members);
  return true;
}

#define RADIANS (3.14159265358979323846 / 180)

static double wrap(double dx) {
  return dx > 180 ? dx - 360 : dx < -180 ? dx + 360 : dx;
}

/// People count, but a capital must not draw the centre of a country all to itself.
static double weight_of(const sm_place_brief *brief) {
  return sqrt(brief->population > 500 ? brief->population : 500);
}

/// Weighted geometric median (Weiszfeld) in a plane round the first member.
static void median_of(const sm_builder *b, const member *m, size_t n, double *lon, double *lat) {
  double lon0 = sm_builder_brief(b, m[0].place)->lon, x = 0, y = 0;
  for (int step = 0; step < 30; step++) {
    double sx = 0, sy = 0, sw = 0, scale = cos(y * RADIANS);
    for (size_t i = 0; i < n; i++) {
      const sm_place_brief *p = sm_builder_brief(b, m[i].place);
      double px = wrap(p->lon - lon0), dx = (px - x) * scale, dy = p->lat - y;
      double w = weight_of(p) / (step ? sqrt(dx * dx + dy * dy) + 1e-3 : 1);
      sx += w * px, sy += w * p->lat, sw += w;
    }
    x = sx / sw, y = sy / sw;
  }
  *lon = wrap(lon0 + x);
  *lat = y;
}

/// The member nearest to a point, of those inside the unit's outline where it has one; 0 when none is inside.
static uint32_t nearest_member(const sm_builder *b, const sm_index *view, const member *m, size_t n,
                               double lon, double lat) {
  const sm_index_shape *shape = sm_shape_of(view, m[0].unit);
  uint32_t best = 0;
  double least = 1e12;
  for (size_t i = 0; i < n; i++) {
    const sm_place_brief *p = sm_builder_brief(b, m[i].place);
    double d = sm_sphere_distance(lon, lat, p->lon, p->lat);
    if (d >= least || (shape && !sm_shape_contains(view, shape, sm_point_of(p->lon, p->lat)))) continue;
    least = d;
    best = m[i].place;
  }
  return best;
}

static int compare_doubles(const void *pa, const void *pb) {
  double a = *(const double *)pa, b = *(const double *)pb;
  return (a > b) - (a < b);
}

/// Radius that holds nine tenths of sorted distances.
static double nine_tenths(const double *sorted, size_t n) {
  return sorted[(9 * n + 9) / 10 - 1];
}

/// Few places tell little of where people live: below this many the unit's size counts too.
enum { ENOUGH_PLACES = 10 };

static double equal_area_radius(const sm_builder *b, const sm_index_shape *shape) {
  double middle = (shape->box.south / SM_DEGREE + shape->box.north / SM_DEGREE) / 2;
  double degree = SM_EARTH_RADIUS * RADIANS;
  return degree * sqrt(sm_shape_area(b, shape) * cos(middle * RADIANS) / 3.14159265358979323846);
}

static bool centre_of(sm_builder *b, const sm_index *view, const member *m, size_t n, sm_vector *scratch) {
  sm_index_unit *unit = sm_builder_unit(b, m[0].unit);
  double lon, lat;
  scratch->n = 0;
  if (!unit || !sm_vector_add(scratch, NULL, n)) return false;
  median_of(b, m, n, &lon, &lat);
  uint32_t centre = nearest_member(b, view, m, n, lon, lat);
  if (centre) unit->lon = sm_builder_detail(b, centre)->lon, unit->lat = sm_builder_detail(b, centre)->lat;
  double *metres = scratch->items;
  for (size_t i = 0; i < n; i++) {
    const sm_place_brief *p = sm_builder_brief(b, m[i].place);
    metres[i] = sm_sphere_distance(unit->lon / SM_DEGREE, unit->lat / SM_DEGREE, p->lon, p->lat);
  }
  qsort(metres, n, sizeof *metres, compare_doubles);
  double radius = nine_tenths(metres, n);
  const sm_index_shape *shape = sm_shape_of(view, m[0].unit);
  if (n < ENOUGH_PLACES) {
    double whole = shape ? equal_area_radius(b, shape) : sm_builder_detail(b, m[0].unit)->radius_m;
    if (whole > radius) radius = whole;
  }
  unit->radius_m = (float)(radius > 1000 ? radius : 1000);
  return true;
}

/// A unit without places: a point inside its outline, and a disc that holds it.
static void centre_of_shape(sm_builder *b, const sm_index *view, uint32_t place) {
  const sm_index_shape *shape = sm_shape_of(view, place);
  sm_index_detail *d = sm_builder_detail(b, place);
  sm_index_unit *unit = sm_builder_unit(b, place);
  if (!shape || !unit) return;
  unit->lon = d->lon;
  unit->lat = d->lat;
  unit->radius_m = d->radius_m;
  if (sm_shape_contains(view, shape, (sm_point){d->lon, d->lat})) return;
  for (int steps = 3; steps <= 81; steps *= 3)
    for (int i = 0; i < steps * steps; i++) {
      double x = (i % steps + 0.5) / steps, y = (i / steps + 0.5) / steps;
      sm_point p = {(int32_t)(shape->box.west + x * ((double)shape->box.east - shape->box.west)),
                    (int32_t)(shape->box.south + y * ((double)shape->box.north - shape->box.south))};
      if (!sm_shape_contains(view, shape, p)) continue;
      unit->lon = p.x;
      unit->lat = p.y;
      return;
    }
}

bool sm_make_centres(sm_builder *b, const uint32_t *unlocated, size_t n_unlocated) {
  sm_vector members = SM_VECTOR(member), scratch = SM_VECTOR(double);
  for (uint32_t p = 1; p < b->briefs.n; p++)
    if (sm_builder_brief(b, p)->kind <= SM_KIND_ADM2) sm_builder_unit(b, p);
  sm_index view = sm_builder_view(b);
  bool good = !b->failed && collect_members(b, &members);
  for (uint32_t p = 1; good && p < b->briefs.n; p++)
    if (sm_builder_brief(b, p)->kind <= SM_KIND_ADM2) centre_of_shape(b, &view, p);
  const member *m = members.items;
  for (size_t i = 0, end; good && i < members.n; i = end) {
    for (end = i + 1; end < members.n && m[end].unit == m[i].unit;) end++;
    good = centre_of(b, &view, m + i, end - i, &scratch);
  }
  for (size_t i = 0; good && i < n_unlocated; i++) {
    sm_index_detail *d = sm_builder_detail(b, unlocated[i]);
    const sm_index_unit *unit = sm_builder_unit(b, unlocated[i]);
    d->lon = unit->lon, d->lat = unit->lat, d->radius_m = unit->radius_m;
    sm_place_brief *brief = sm_builder_brief(b, unlocated[i]);
    brief->lon = (float)(d->lon / SM_DEGREE), brief->lat = (float)(d->lat / SM_DEGREE);
  }
  sm_vector_free(&members);
  sm_vector_free(&scratch);
  return good;
}

/// Distances from a place to points spread over its outline.
static size_t sample_outline(const sm_index *view, uint32_t place, double *metres, int steps) {
  const sm_index_shape *shape = sm_shape_of(view, place);
  const sm_index_detail *d = SM_INDEX_ROW(view, SM_SECTION_DETAILS, sm_index_detail, place);
  size_t n = 0;
  for (int i = 0; i < steps * steps; i++) {
    double x = (i % steps + 0.5) / steps, y = (i / steps + 0.5) / steps;
    sm_point p = {(int32_t)(shape->box.west + x * ((double)shape->box.east - shape->box.west)),
                  (int32_t)(shape->box.south + y * ((double)shape->box.north - shape->box.south))};
    if (sm_shape_contains(view, shape, p))
      metres[n++] =
          sm_sphere_distance(d->lon / SM_DEGREE, d->lat / SM_DEGREE, p.x / SM_DEGREE, p.y / SM_DEGREE);
  }
  return n;
}

void sm_widen_outlines(sm_builder *b) {
  enum { STEPS = 40 };
  double metres[STEPS * STEPS];
  sm_index view = sm_builder_view(b);
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    const sm_index_shape *shape = sm_shape_of(&view, p);
    if (!shape || shape->flags & SM_SHAPE_LINE || sm_builder_brief(b, p)->kind <= SM_KIND_ADM2) continue;
    size_t n = sample_outline(&view, p, metres, STEPS);
    if (n < ENOUGH_PLACES) continue;
    qsort(metres, n, sizeof *metres, compare_doubles);
    float radius = (float)nine_tenths(metres, n);
    if (radius > sm_builder_detail(b, p)->radius_m) sm_builder_detail(b, p)->radius_m = radius;
  }
}
