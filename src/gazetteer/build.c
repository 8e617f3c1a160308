#include "build.h"

#include <stdio.h>
#include <stdlib.h>

#include "builder.h"
#include "derive.h"
#include "district.h"
#include "file.h"
#include "geometry.h"
#include "kind.h"
#include "table.h"
#include "units.h"

/// The files of the built-in data in an order in which what a row refers to comes before it.
static const char *const place_files[] = {"countries.tsv", "adm1.tsv",     "adm2.tsv",
                                          "places.tsv",    "waters.tsv",   "rivers.tsv",
                                          "landforms.tsv", "airports.tsv", "sites.tsv"};

/// A reference that can only be followed when all rows are there.
typedef struct pending {
  uint32_t place;
  sm_str target; ///< id, borrowed from the table
} pending;

typedef struct job {
  sm_builder builder;
  sm_progress progress;
  void *user;
  sm_vector capitals, parts, same;                           ///< pending
  sm_vector unlocated;                                       ///< units whose rows have no coordinates
  sm_table tables[sizeof place_files / sizeof *place_files]; ///< open till the end: ids are borrowed
} job;

static sm_status bad_row(const sm_table *t, sm_error *err, const char *what, sm_str text) {
  return sm_fail_at(err, SM_ERROR_FORMAT, SM_NO_OFFSET, t->line, "%s: line %llu: %s: %.*s", t->path,
                    (unsigned long long)t->line, what, (int)(text.len > 60 ? 60 : text.len), text.ptr);
}

static uint32_t country_of(const sm_builder *b, sm_str iso3) {
  char id[8] = "iso:";
  if (iso3.len != 3) return 0;
  memcpy(id + 4, iso3.ptr, 3);
  return sm_builder_by_id(b, (sm_str){id, 7});
}

static uint32_t geonames_number(sm_str id) {
  double number;
  static const char prefix[] = "geonames:";
  size_t n = sizeof prefix - 1;
  if (id.len <= n || memcmp(id.ptr, prefix, n) != 0) return 0;
  bool good = sm_parse_number((sm_str){id.ptr + n, id.len - n}, &number) && number > 0 && number < UINT32_MAX;
  return good ? (uint32_t)number : 0;
}

/// Source by the id's prefix where the row names none.
static sm_str source_of(const sm_table *t, sm_str id) {
  static const struct {
    const char *prefix, *source;
  } rows[] = {{"geonames:", "GeoNames"}, {"gn:", "GeoNames"},    {"ne:", "Natural Earth"},
              {"iso:", "Natural Earth"}, {"oa:", "OurAirports"}, {"sm:", "strikemap"}};
  sm_str source = sm_table_get(t, "source");
  for (size_t i = 0; source.len == 0 && i < sizeof rows / sizeof *rows; i++)
    if (id.len > strlen(rows[i].prefix) && memcmp(id.ptr, rows[i].prefix, strlen(rows[i].prefix)) == 0)
      source = sm_str_of(rows[i].source);
  return source;
}

/// The row's numbers and references. A unit without coordinates stands where its container stands.
static sm_status read_place(job *j, const sm_table *t, sm_new_place *p, sm_error *err) {
  sm_builder *b = &j->builder;
  double population;
  sm_str kind = sm_table_get(t, "kind"), adm1 = sm_table_get(t, "adm1"), adm2 = sm_table_get(t, "adm2");
  *p = (sm_new_place){.id = sm_table_get(t, "id"),
                      .name = sm_table_get(t, "name"),
                      .kind = sm_place_kind_of(kind),
                      .flags = sm_feature_flags(sm_table_get(t, "feature")),
                      .iso3 = sm_table_get(t, "iso3"),
                      .disputed = sm_table_get(t, "disputed")};
  if (p->kind == SM_KIND_UNKNOWN) return bad_row(t, err, "unknown kind", kind);
  if (p->id.len == 0 || p->name.len == 0) return bad_row(t, err, "no id or no name", p->id);
  if (sm_builder_by_id(b, p->id)) return bad_row(t, err, "id used twice", p->id);
  p->source = source_of(t, p->id);
  p->geonames = geonames_number(p->id);
  p->country = country_of(b, p->iso3);
  p->adm1 = sm_builder_by_id(b, adm1);
  p->adm2 = sm_builder_by_id(b, adm2);
  uint32_t container = p->adm1 ? p->adm1 : p->country;
  const sm_index_detail *c = container ? sm_builder_detail(b, container) : NULL;
  sm_status status = sm_table_number(t, "lon", c ? c->lon / SM_DEGREE : 999, &p->lon, err);
  if (!status) status = sm_table_number(t, "lat", c ? c->lat / SM_DEGREE : 999, &p->lat, err);
  if (!status)
    status =
        sm_table_number(t, "radius_m", sm_table_get(t, "lon").len || !c ? 0 : c->radius_m, &p->radius_m, err);
  if (!status) status = sm_table_number(t, "population", 0, &population, err);
  if (status) return status;
  p->population = population > 0 && population < UINT32_MAX ? (uint32_t)population : 0;
  if (p->lon < -180 || p->lon > 180 || p->lat < -90 || p->lat > 90)
    return bad_row(t, err, "no coordinates, or out of range", p->id);
  return SM_OK;
}

static void add_names(sm_builder *b, uint32_t place, sm_str list, const sm_new_place *p) {
  sm_str name;
  while (sm_next_part(&list, '|', &name)) {
    uint32_t flags = *name.ptr == '~' ? SM_NAME_SHORT : *name.ptr == '<' ? SM_NAME_FORMER : 0;
    if (flags) name.ptr++, name.len--;
    if (name.len == 0) continue;
    sm_builder_alias(b, place, name, flags);
    if (!(flags & SM_NAME_SHORT)) sm_derive_names(b, place, name, p->kind, p->iso3, flags);
  }
}

/// A unit contains itself, and has a code.
static void add_unit(sm_builder *b, uint32_t place, const sm_table *t, sm_place_kind kind) {
  sm_place_brief *brief = sm_builder_brief(b, place);
  if (kind == SM_KIND_COUNTRY) brief->country = place;
  if (kind == SM_KIND_ADM1) brief->adm1 = place;
  if (kind == SM_KIND_ADM2) brief->adm2 = place;
  sm_str code = sm_table_get(t, kind == SM_KIND_COUNTRY ? "iso2" : "code");
  uint32_t offset = sm_builder_string(b, code);
  sm_index_unit *unit = sm_builder_unit(b, place);
  if (unit) unit->code = offset;
}

static sm_status add_row(job *j, const sm_table *t, sm_error *err) {
  sm_builder *b = &j->builder;
  sm_new_place p;
  sm_status status = read_place(j, t, &p, err);
  if (status) return status;
  uint32_t place = sm_builder_add(b, &p);
  if (!place) return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", t->path);
  sm_derive_names(b, place, p.name, p.kind, p.iso3, SM_NAME_MAIN);
  add_names(b, place, sm_table_get(t, "names"), &p);
  sm_str demonyms = sm_table_get(t, "demonyms"), one;
  while (sm_next_part(&demonyms, '|', &one)) sm_builder_alias(b, place, one, SM_NAME_DEMONYM);
  if (p.kind <= SM_KIND_ADM2) add_unit(b, place, t, p.kind);
  pending capital = {place, sm_table_get(t, "capital")};
  if (capital.target.len && !sm_vector_add(&j->capitals, &capital, 1)) b->failed = true;
  pending parts = {place, sm_table_get(t, "parts")};
  if (parts.target.len && !sm_vector_add(&j->parts, &parts, 1)) b->failed = true;
  if (p.kind <= SM_KIND_ADM2 && !sm_table_get(t, "lon").len && !sm_vector_add(&j->unlocated, &place, 1))
    b->failed = true;
  pending same = {place, sm_table_get(t, "same")};
  if (same.target.len && !sm_vector_add(&j->same, &same, 1)) b->failed = true;
  uint32_t seat = sm_builder_by_id(b, sm_table_get(t, "seat"));
  if (seat) sm_builder_brief(b, seat)->flags |= SM_PLACE_ADM2_SEAT;
  return SM_OK;
}

static sm_status read_file(job *j, const char *folder, const char *name, sm_table *table, sm_error *err) {
  bool found, end = false;
  sm_status status = sm_table_open(folder, name, table, &found, err);
  if (status || !found) return status;
  while (!status && !end) {
    status = sm_table_next(table, &end, err);
    if (!status && !end) status = add_row(j, table, err);
  }
  return status;
}

/// Who holds disputed ground that the United Nations count to another.
static sm_status read_holders(job *j, const char *folder, sm_error *err) {
  sm_table table;
  bool found, end = false;
  sm_status status = sm_table_open(folder, "disputed.tsv", &table, &found, err);
  if (status || !found) return status;
  while (!(status = sm_table_next(&table, &end, err)) && !end) {
    sm_str code = sm_table_get(&table, "de_facto");
    uint32_t place = sm_builder_by_id(&j->builder, sm_table_get(&table, "id"));
    if (code.len != 3 || !place) continue;
    for (size_t i = 0; i < code.len && !status; i++)
      if (code.ptr[i] < 'A' || code.ptr[i] > 'Z') status = bad_row(&table, err, "no ISO code", code);
    if (status) break;
    sm_builder_detail(&j->builder, place)->de_facto =
        (uint16_t)(1 + (code.ptr[0] - 'A') * 676 + (code.ptr[1] - 'A') * 26 + code.ptr[2] - 'A');
  }
  sm_table_close(&table);
  return status;
}

static bool tell(job *j, double done, const char *what) {
  return !j->progress || j->progress(done, what, j->user);
}

static sm_status stopped(sm_error *err) {
  return sm_fail(err, SM_ERROR_STOPPED, "building the gazetteer was stopped");
}

static void set_capitals(job *j) {
  for (size_t i = 0; i < j->capitals.n; i++) {
    pending *p = &SM_AT(j->capitals, pending, i);
    uint32_t capital = sm_builder_by_id(&j->builder, p->target);
    sm_index_unit *unit = sm_builder_unit(&j->builder, p->place);
    if (!capital || !unit) continue;
    unit->capital = capital;
    sm_builder_brief(&j->builder, capital)->flags |= SM_PLACE_CAPITAL;
  }
}

/// A row that tells the same place as another one takes its names; of a place that only others' dumps know it
/// takes the GeoNames number.
static bool merge_same(job *j) {
  sm_builder *b = &j->builder;
  uint32_t *now = calloc(b->briefs.n, sizeof *now);
  if (!now) return false;
  for (size_t i = 0; i < j->same.n; i++) {
    pending *p = &SM_AT(j->same, pending, i);
    uint32_t other = sm_builder_by_id(b, p->target);
    if (other)
      now[other] = p->place;
    else
      sm_builder_detail(b, p->place)->geonames = geonames_number(p->target);
  }
  for (size_t i = 0; i < b->names.n; i++) {
    sm_new_name *name = &SM_AT(b->names, sm_new_name, i);
    if (!now[name->place]) continue;
    name->place = now[name->place];
    name->flags &= (uint16_t)~SM_NAME_MAIN;
  }
  free(now);
  return true;
}

static const char *const shape_files[] = {"adm1.geojsonl", "waters.geojsonl", "landforms.geojsonl", "rivers.geojsonl",
                                          "sites.geojsonl"};

/// Outlines of what consists of other places: countries of their provinces, regions of the parts that their
/// rows name.
static void dissolve(GEOSContextHandle_t geos, sm_builder *b, uint32_t place, const uint32_t *parts,
                     size_t n) {
  if (n == 0 || sm_builder_detail(b, place)->shape) return;
  GEOSGeometry *g = sm_shapes_union(geos, b, parts, n);
  if (!g) return;
  sm_shape_from_geos(geos, b, place, g, SM_SLIVER);
  GEOSGeom_destroy_r(geos, g);
}

typedef struct part_of {
  uint32_t whole, part;
} part_of;

static int compare_parts(const void *pa, const void *pb) {
  const part_of *a = pa, *b = pb;
  if (a->whole != b->whole) return a->whole < b->whole ? -1 : 1;
  return (a->part > b->part) - (a->part < b->part);
}

static bool list_parts(job *j, sm_vector *out) {
  sm_builder *b = &j->builder;
  for (uint32_t p = 1; p < b->briefs.n; p++) {
    const sm_place_brief *brief = sm_builder_brief(b, p);
    part_of row = {brief->country, p};
    if (brief->kind == SM_KIND_ADM1 && brief->country && !sm_vector_add(out, &row, 1)) return false;
  }
  if (out->n) qsort(out->items, out->n, sizeof(part_of), compare_parts);
  for (size_t i = 0; i < j->parts.n; i++) {
    pending *p = &SM_AT(j->parts, pending, i);
    sm_str list = p->target, id;
    while (sm_next_part(&list, '|', &id)) {
      part_of row = {p->place, sm_builder_by_id(b, id)};
      if (row.part && !sm_vector_add(out, &row, 1)) return false;
    }
  }
  return true;
}

static bool dissolve_all(job *j) {
  sm_vector rows = SM_VECTOR(part_of), parts = SM_VECTOR(uint32_t);
  GEOSContextHandle_t geos = sm_geos_new();
  bool good = geos && list_parts(j, &rows);
  for (size_t i = 0, end; good && i < rows.n; i = end) {
    parts.n = 0;
    for (end = i; end < rows.n && SM_AT(rows, part_of, end).whole == SM_AT(rows, part_of, i).whole; end++)
      good = good && sm_vector_add(&parts, &SM_AT(rows, part_of, end).part, 1);
    if (good) dissolve(geos, &j->builder, SM_AT(rows, part_of, i).whole, parts.items, parts.n);
  }
  if (geos) GEOS_finish_r(geos);
  sm_vector_free(&rows);
  sm_vector_free(&parts);
  return good;
}

/// From outlines and places: all that makes units of them.
static sm_status build_units(job *j, const char *folder, sm_error *err) {
  sm_builder *b = &j->builder;
  sm_status status = SM_OK;
  for (size_t i = 0; i < sizeof shape_files / sizeof *shape_files && !status; i++)
    status = sm_shapes_read(b, folder, shape_files[i], err);
  if (status) return status;
  if (!tell(j, 0.5, "outlines")) return stopped(err);
  bool good = merge_same(j) && dissolve_all(j) && sm_make_cells(b, SM_KIND_ADM1) && sm_make_neighbours(b) &&
              sm_make_waters(b);
  if (!good) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (!tell(j, 0.6, "districts")) return stopped(err);
  status = sm_make_districts(b, j->unlocated.items, j->unlocated.n, err);
  if (status) return status;
  if (!tell(j, 0.8, "centres")) return stopped(err);
  if (good) sm_fill_units(b);
  good = good && sm_make_centres(b, j->unlocated.items, j->unlocated.n);
  if (good) sm_widen_outlines(b);
  return good && !b->failed ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

/// One line of text of the data folder (its version, what it owes to whom) into the pool; without the file none.
static sm_status read_note(job *j, const char *folder, const char *name, uint32_t *out, sm_error *err) {
  enum { LONGEST = 4096 };
  char path[LONGEST], *text;
  size_t n;
  if ((size_t)snprintf(path, sizeof path, "%s/%s", folder, name) >= sizeof path)
    return sm_fail(err, SM_ERROR_IO, "%s: the path is too long", folder);
  if (sm_file_kind_of(path) == SM_FILE_NONE) return SM_OK;
  sm_status status = sm_file_read(path, LONGEST, &text, &n, err);
  if (status) return status;
  *out = sm_builder_string(&j->builder, (sm_str){text, strcspn(text, "\r\n")});
  free(text);
  return SM_OK;
}

static sm_status build_world(job *j, const char *folder, const char *path, sm_error *err) {
  size_t n = sizeof place_files / sizeof *place_files;
  sm_status status = SM_OK;
  for (size_t i = 0; i < n && !status; i++) {
    if (!tell(j, 0.4 * (double)i / (double)n, place_files[i])) return stopped(err);
    status = read_file(j, folder, place_files[i], &j->tables[i], err);
  }
  if (status) return status;
  if (j->builder.briefs.n <= 1) return sm_fail(err, SM_ERROR_IO, "%s: no place files there", folder);
  status = read_holders(j, folder, err);
  if (!status) status = read_note(j, folder, "VERSION", &j->builder.version, err);
  if (!status) status = read_note(j, folder, "ATTRIBUTION", &j->builder.attribution, err);
  if (status) return status;
  set_capitals(j);
  status = build_units(j, folder, err);
  if (status) return status;
  if (!tell(j, 0.9, "index")) return stopped(err);
  return sm_builder_write(&j->builder, path, err);
}

sm_status sm_gazetteer_build_builtin(const char *folder, const char *path, sm_progress progress, void *user,
                                     sm_error *err) {
  job *j = calloc(1, sizeof *j);
  if (!j) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  j->progress = progress;
  j->user = user;
  j->capitals = j->parts = j->same = SM_VECTOR(pending);
  j->unlocated = SM_VECTOR(uint32_t);
  sm_builder_init(&j->builder, NULL);
  sm_status status = build_world(j, folder, path, err);
  sm_vector_free(&j->capitals);
  sm_vector_free(&j->parts);
  sm_vector_free(&j->same);
  sm_vector_free(&j->unlocated);
  sm_builder_free(&j->builder);
  for (size_t i = 0; i < sizeof j->tables / sizeof *j->tables; i++) sm_table_close(&j->tables[i]);
  free(j);
  return status;
}
