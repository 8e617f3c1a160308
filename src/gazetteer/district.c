#include "district.h"

#include <math.h>
#include <stdlib.h>
#include <threads.h>

#include "geometry.h"
#include "shape.h"
#include "units.h"

/// A place that shows where its district lies.
typedef struct seed {
  uint32_t adm1, adm2;
  double x, y; ///< degrees; x later scaled to be as long as y
} seed;

/// One first-level unit to be parted.
typedef struct parting {
  uint32_t adm1;
  size_t first, n;    ///< seeds
  uint32_t districts; ///< how many it has by the data, seeded or not
  uint32_t seeded;
} parting;

typedef struct work {
  sm_builder *b;
  sm_vector seeds, partings;
  uint32_t *n_seeds;       ///< by place: seeds of the district
  GEOSGeometry **outlines; ///< by place
  size_t next;             ///< parting
  mtx_t lock;
  bool failed;
} work;

static bool is_district(const sm_builder *b, uint32_t place) {
  const sm_place_brief *brief = sm_builder_brief(b, place);
  return brief->kind == SM_KIND_ADM2 && brief->adm1;
}

static void add_seed(work *w, uint32_t adm2, uint32_t place) {
  const sm_index_detail *d = sm_builder_detail(w->b, place);
  seed s = {sm_builder_brief(w->b, adm2)->adm1, adm2, d->lon / SM_DEGREE, d->lat / SM_DEGREE};
  w->n_seeds[adm2]++;
  if (!sm_vector_add(&w->seeds, &s, 1)) w->failed = true;
}

static void seed_by_code(work *w) {
  for (uint32_t p = 1; p < w->b->briefs.n; p++) {
    const sm_place_brief *brief = sm_builder_brief(w->b, p);
    if (brief->kind != SM_KIND_CITY || !brief->adm2 || brief->adm2 & SM_EXTERN) continue;
    if (is_district(w->b, brief->adm2) && sm_builder_brief(w->b, brief->adm2)->adm1 == brief->adm1)
      add_seed(w, brief->adm2, p);
  }
}

/// Districts that no place carries the code of: a place of the district's name in the same first-level unit.
static void seed_by_name(work *w) {
  const sm_new_name *names = w->b->names.items;
  for (size_t i = 0, end; i < w->b->names.n; i = end) {
    for (end = i + 1; end < w->b->names.n && names[end].key == names[i].key;) end++;
    for (size_t d = i; d < end; d++) {
      uint32_t district = names[d].place, best = 0;
      if (district & SM_EXTERN || !is_district(w->b, district) || w->n_seeds[district]) continue;
      for (size_t p = i; p < end; p++) {
        const sm_place_brief *brief = sm_builder_brief(w->b, names[p].place);
        if (brief->kind != SM_KIND_CITY || brief->adm1 != sm_builder_brief(w->b, district)->adm1) continue;
        if (!best || brief->population > sm_builder_brief(w->b, best)->population) best = names[p].place;
      }
      if (best) add_seed(w, district, best);
    }
  }
}

/// And last the reference point that the data give.
static void seed_by_point(work *w, const uint32_t *unlocated, size_t n) {
  uint8_t *skip = calloc(w->b->briefs.n, 1);
  if (!skip) {
    w->failed = true;
    return;
  }
  for (size_t i = 0; i < n; i++) skip[unlocated[i]] = 1;
  for (uint32_t p = 1; p < w->b->briefs.n; p++)
    if (is_district(w->b, p) && !w->n_seeds[p] && !skip[p]) add_seed(w, p, p);
  free(skip);
}

static int compare_seeds(const void *pa, const void *pb) {
  const seed *a = pa, *b = pb;
  if (a->adm1 != b->adm1) return a->adm1 < b->adm1 ? -1 : 1;
  if (a->x != b->x) return a->x < b->x ? -1 : 1;
  if (a->y != b->y) return a->y < b->y ? -1 : 1;
  return (a->adm2 > b->adm2) - (a->adm2 < b->adm2);
}

/// One seed per point.
static void drop_doubles(sm_vector *seeds) {
  seed *s = seeds->items;
  size_t n = 0;
  for (size_t i = 0; i < seeds->n; i++)
    if (!n || s[n - 1].adm1 != s[i].adm1 || s[n - 1].x != s[i].x || s[n - 1].y != s[i].y) s[n++] = s[i];
  seeds->n = n;
}

static void part_units(work *w) {
  sm_builder *b = w->b;
  uint32_t *districts = calloc(b->briefs.n, sizeof *districts), *seeded = calloc(b->briefs.n, sizeof *seeded);
  if (w->seeds.n) qsort(w->seeds.items, w->seeds.n, sizeof(seed), compare_seeds);
  drop_doubles(&w->seeds);
  for (uint32_t p = 1; districts && seeded && p < b->briefs.n; p++) {
    if (!is_district(b, p)) continue;
    districts[sm_builder_brief(b, p)->adm1]++;
    seeded[sm_builder_brief(b, p)->adm1] += w->n_seeds[p] > 0;
  }
  const seed *s = w->seeds.items;
  for (size_t i = 0, end; districts && seeded && i < w->seeds.n; i = end) {
    for (end = i + 1; end < w->seeds.n && s[end].adm1 == s[i].adm1;) end++;
    parting p = {s[i].adm1, i, end - i, districts[s[i].adm1], seeded[s[i].adm1]};
    if (sm_builder_detail(b, p.adm1)->shape && !sm_vector_add(&w->partings, &p, 1)) w->failed = true;
  }
  w->failed = w->failed || !districts || !seeded;
  free(districts);
  free(seeded);
}

static int scale_x(double *x, double *y, void *factor) {
  (void)y;
  *x *= *(double *)factor;
  return 1;
}

/// A first-level unit in the plane in which x is scaled.
typedef struct plane {
  GEOSContextHandle_t geos;
  GEOSGeometry *unit;
  const GEOSPreparedGeometry *prepared;
  double scale;
  seed *seeds; ///< scaled, by x
  size_t n;
} plane;

static GEOSGeometry *points_of(const plane *p, const seed *seeds, size_t n, uint32_t district) {
  GEOSGeometry **points = calloc(n, sizeof(GEOSGeometry *));
  unsigned k = 0;
  for (size_t i = 0; points && i < n; i++)
    if (!district || seeds[i].adm2 == district)
      points[k++] = GEOSGeom_createPointFromXY_r(p->geos, seeds[i].x, seeds[i].y);
  GEOSGeometry *all = points ? GEOSGeom_createCollection_r(p->geos, GEOS_MULTIPOINT, points, k) : NULL;
  free(points);
  return all;
}

/// Whether a convex ring of n points holds a point.
static bool convex_holds(const double *xy, unsigned n, double x, double y) {
  int side = 0;
  for (unsigned i = 0; i + 1 < n; i++) {
    double c =
        (xy[2 * i + 2] - xy[2 * i]) * (y - xy[2 * i + 1]) - (xy[2 * i + 3] - xy[2 * i + 1]) * (x - xy[2 * i]);
    int s = (c > 0) - (c < 0);
    if (s && side && s != side) return false;
    if (s) side = s;
  }
  return true;
}

/// District of the seed that a Voronoi cell belongs to, or 0.
static uint32_t district_of_cell(const plane *p, const GEOSGeometry *cell, sm_vector *scratch) {
  const GEOSGeometry *ring = GEOSGetExteriorRing_r(p->geos, cell);
  const GEOSCoordSequence *s = ring ? GEOSGeom_getCoordSeq_r(p->geos, ring) : NULL;
  unsigned n = 0;
  if (!s || !GEOSCoordSeq_getSize_r(p->geos, s, &n)) return 0;
  scratch->n = 0;
  if (!sm_vector_add(scratch, NULL, 2 * (size_t)n)) return 0;
  double *xy = scratch->items, west = 1e9, east = -1e9;
  for (unsigned i = 0; i < n; i++) {
    GEOSCoordSeq_getXY_r(p->geos, s, i, &xy[2 * i], &xy[2 * i + 1]);
    if (xy[2 * i] < west) west = xy[2 * i];
    if (xy[2 * i] > east) east = xy[2 * i];
  }
  size_t low = 0, high = p->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (p->seeds[middle].x < west)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < p->n && p->seeds[low].x <= east; low++)
    if (convex_holds(xy, n, p->seeds[low].x, p->seeds[low].y)) return p->seeds[low].adm2;
  return 0;
}

typedef struct cell {
  uint32_t adm2;
  const GEOSGeometry *g;
} cell;

static int compare_cells(const void *pa, const void *pb) {
  const cell *a = pa, *b = pb;
  return (a->adm2 > b->adm2) - (a->adm2 < b->adm2);
}

static GEOSGeometry *union_cells(const plane *p, const cell *cells, size_t n) {
  GEOSGeometry **parts = calloc(n, sizeof(GEOSGeometry *));
  for (size_t i = 0; parts && i < n; i++) parts[i] = GEOSGeom_clone_r(p->geos, cells[i].g);
  GEOSGeometry *all =
      parts ? GEOSGeom_createCollection_r(p->geos, GEOS_MULTIPOLYGON, parts, (unsigned)n) : NULL;
  free(parts);
  if (!all || n == 1) return all;
  GEOSGeometry *g = GEOSCoverageUnion_r(p->geos, all);
  if (!g) g = GEOSUnaryUnion_r(p->geos, all);
  GEOSGeom_destroy_r(p->geos, all);
  return g;
}

/// Replace *g by its intersection with other.
static void cut(const plane *p, GEOSGeometry **g, const GEOSGeometry *other) {
  GEOSGeometry *cut = other ? GEOSIntersection_r(p->geos, *g, other) : NULL;
  if (!cut) return;
  GEOSGeom_destroy_r(p->geos, *g);
  *g = cut;
}

/// Cut by the unit; only the part of its outline that lies round the cells takes part.
static void cut_by_unit(const plane *p, GEOSGeometry **g) {
  if (GEOSPreparedContains_r(p->geos, p->prepared, *g) == 1) return;
  double west, south, east, north;
  GEOSGeometry *near = NULL;
  if (GEOSGeom_getExtent_r(p->geos, *g, &west, &south, &east, &north))
    near = GEOSClipByRect_r(p->geos, p->unit, west - 0.01, south - 0.01, east + 0.01, north + 0.01);
  bool usable = near && !GEOSisEmpty_r(p->geos, near) && GEOSisValid_r(p->geos, near) == 1;
  cut(p, g, usable ? near : p->unit);
  if (near) GEOSGeom_destroy_r(p->geos, near);
}

/// Where many districts of a unit have no seed the cells of the others reach into them: below this share a
/// district goes no farther from its places than the mean district's radius.
#define ENOUGH_SEEDED 0.6

/// Degrees: about 300 m, well below what the cells themselves are worth.
#define TOLERANCE 0.003

static GEOSGeometry *outline_of(const plane *p, const parting *part, const cell *cells, size_t n) {
  GEOSGeometry *g = union_cells(p, cells, n);
  if (!g) return NULL;
  double area = 0;
  if (part->seeded < ENOUGH_SEEDED * part->districts && GEOSArea_r(p->geos, p->unit, &area)) {
    GEOSGeometry *points = points_of(p, p->seeds, p->n, cells[0].adm2);
    double reach = sqrt(area / part->districts / 3.14159265358979323846);
    GEOSGeometry *discs = points ? GEOSBuffer_r(p->geos, points, reach, 4) : NULL;
    cut(p, &g, discs);
    if (discs) GEOSGeom_destroy_r(p->geos, discs);
    if (points) GEOSGeom_destroy_r(p->geos, points);
  }
  cut_by_unit(p, &g);
  GEOSGeometry *simple = GEOSTopologyPreserveSimplify_r(p->geos, g, TOLERANCE);
  double back = 1 / p->scale;
  GEOSGeometry *out = GEOSGeom_transformXY_r(p->geos, simple ? simple : g, scale_x, &back);
  if (simple) GEOSGeom_destroy_r(p->geos, simple);
  GEOSGeom_destroy_r(p->geos, g);
  return out;
}

static GEOSGeometry *voronoi(const plane *p) {
  GEOSGeometry *points = points_of(p, p->seeds, p->n, 0);
  GEOSGeometry *frame = GEOSEnvelope_r(p->geos, p->unit);
  GEOSGeometry *cells = points && frame ? GEOSVoronoiDiagram_r(p->geos, points, frame, 0, 0) : NULL;
  if (points) GEOSGeom_destroy_r(p->geos, points);
  if (frame) GEOSGeom_destroy_r(p->geos, frame);
  return cells;
}

static void merge_cells(work *w, const plane *p, const parting *part, const GEOSGeometry *diagram) {
  int n = GEOSGetNumGeometries_r(p->geos, diagram);
  cell *cells = calloc((size_t)n + 1, sizeof *cells);
  sm_vector scratch = SM_VECTOR(double);
  size_t k = 0;
  for (int i = 0; cells && i < n; i++) {
    cells[k].g = GEOSGetGeometryN_r(p->geos, diagram, i);
    cells[k].adm2 = district_of_cell(p, cells[k].g, &scratch);
    k += cells[k].adm2 != 0;
  }
  if (k) qsort(cells, k, sizeof *cells, compare_cells);
  for (size_t i = 0, end; i < k; i = end) {
    for (end = i + 1; end < k && cells[end].adm2 == cells[i].adm2;) end++;
    w->outlines[cells[i].adm2] = outline_of(p, part, cells + i, end - i);
  }
  sm_vector_free(&scratch);
  free(cells);
}

static void part_unit(work *w, GEOSContextHandle_t geos, const parting *part) {
  const sm_index_shape *shape =
      &SM_AT(w->b->shapes, sm_index_shape, sm_builder_detail(w->b, part->adm1)->shape - 1);
  double middle = (shape->box.south / SM_DEGREE + shape->box.north / SM_DEGREE) / 2;
  plane p = {.geos = geos,
             .scale = cos(middle * (3.14159265358979323846 / 180)),
             .seeds = &SM_AT(w->seeds, seed, part->first),
             .n = part->n};
  GEOSGeometry *unit = sm_shape_to_geos(geos, w->b, part->adm1);
  p.unit = unit ? GEOSGeom_transformXY_r(geos, unit, scale_x, &p.scale) : NULL;
  if (unit) GEOSGeom_destroy_r(geos, unit);
  if (!p.unit) return;
  for (size_t i = 0; i < p.n; i++) p.seeds[i].x *= p.scale;
  p.prepared = GEOSPrepare_r(geos, p.unit);
  GEOSGeometry *diagram = p.n > 1 ? voronoi(&p) : NULL;
  if (diagram && p.prepared) merge_cells(w, &p, part, diagram);
  if (part->n == 1) {
    GEOSGeometry *frame = GEOSEnvelope_r(geos, p.unit);
    cell whole = {p.seeds[0].adm2, frame};
    if (frame) w->outlines[whole.adm2] = outline_of(&p, part, &whole, 1);
    if (frame) GEOSGeom_destroy_r(geos, frame);
  }
  if (diagram) GEOSGeom_destroy_r(geos, diagram);
  if (p.prepared) GEOSPreparedGeom_destroy_r(geos, p.prepared);
  GEOSGeom_destroy_r(geos, p.unit);
}

static int part_units_of(void *user) {
  work *w = user;
  GEOSContextHandle_t geos = sm_geos_new();
  while (geos) {
    mtx_lock(&w->lock);
    size_t i = w->next++;
    mtx_unlock(&w->lock);
    if (i >= w->partings.n) break;
    part_unit(w, geos, &SM_AT(w->partings, parting, i));
  }
  if (geos) GEOS_finish_r(geos);
  return geos ? 0 : 1;
}

enum { THREADS = 4 };

static void part_all(work *w) {
  thrd_t threads[THREADS];
  int n = 0;
  if (mtx_init(&w->lock, mtx_plain) != thrd_success) {
    w->failed = true;
    return;
  }
  while (n < THREADS && thrd_create(&threads[n], part_units_of, w) == thrd_success) n++;
  if (n == 0) part_units_of(w);
  for (int i = 0, failed; i < n; i++) {
    thrd_join(threads[i], &failed);
    w->failed = w->failed || failed;
  }
  mtx_destroy(&w->lock);
}

static void store_all(work *w) {
  GEOSContextHandle_t geos = sm_geos_new();
  sm_builder *b = w->b;
  for (uint32_t p = 1; geos && p < b->briefs.n; p++) {
    if (!w->outlines[p]) continue;
    if (!GEOSisEmpty_r(geos, w->outlines[p]) && !sm_builder_detail(b, p)->shape)
      sm_shape_from_geos(geos, b, p, w->outlines[p], SM_SLIVER);
    GEOSGeom_destroy_r(geos, w->outlines[p]);
  }
  if (!geos) w->failed = true;
  if (geos) GEOS_finish_r(geos);
}

typedef struct listed {
  uint32_t adm1, district;
} listed;

static int compare_listed(const void *pa, const void *pb) {
  const listed *a = pa, *b = pb;
  if (a->adm1 != b->adm1) return a->adm1 < b->adm1 ? -1 : 1;
  return (a->district > b->district) - (a->district < b->district);
}

static void list_districts(work *w) {
  sm_builder *b = w->b;
  sm_vector rows = SM_VECTOR(listed);
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    listed row = {sm_builder_brief(b, p)->adm1, p};
    if (is_district(b, p) && sm_builder_detail(b, p)->shape && !sm_vector_add(&rows, &row, 1))
      w->failed = true;
  }
  if (rows.n) qsort(rows.items, rows.n, sizeof(listed), compare_listed);
  for (size_t i = 0; i < rows.n; i++) {
    const listed *row = &SM_AT(rows, listed, i);
    sm_index_unit *unit = sm_builder_unit(b, row->adm1);
    if (!unit) break;
    if (!unit->n_districts) unit->districts = (uint32_t)b->districts.n;
    unit->n_districts++;
    if (!sm_vector_add(&b->districts, &row->district, 1)) w->failed = true;
  }
  sm_vector_free(&rows);
}

sm_status sm_make_districts(sm_builder *b, const uint32_t *unlocated, size_t n_unlocated, sm_error *err) {
  work w = {.b = b, .seeds = SM_VECTOR(seed), .partings = SM_VECTOR(parting)};
  w.n_seeds = calloc(b->briefs.n, sizeof *w.n_seeds);
  w.outlines = calloc(b->briefs.n, sizeof(GEOSGeometry *));
  w.failed = !w.n_seeds || !w.outlines;
  if (!w.failed) {
    sm_builder_sort_names(b);
    seed_by_code(&w);
    seed_by_name(&w);
    seed_by_point(&w, unlocated, n_unlocated);
    part_units(&w);
    part_all(&w);
    store_all(&w);
    list_districts(&w);
  }
  free(w.n_seeds);
  free(w.outlines);
  sm_vector_free(&w.seeds);
  sm_vector_free(&w.partings);
  return w.failed || b->failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
}
