#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "overlay_private.h"

/// What a zone (in a period) has got. `*_expected`: each strike counts by the share of its area, and of its
/// days, that falls here; the others: each strike counts whole where its point and first day are.
enum { STRIKES, DEAD, INJURED, STRIKES_EXPECTED, DEAD_EXPECTED, INJURED_EXPECTED, SUMS };
static const char *const sum_names[SUMS] = {"n_strikes",  "fat_best",     "inj_high",
                                            "n_expected", "fat_expected", "inj_expected"};

typedef struct cell {
  uint32_t zone;
  sm_date period; ///< first day, SM_NO_DATE unknown or without periods
  double sums[SUMS];
} cell;

typedef struct counter {
  const sm_overlay_options *o;
  zones *z;
  OGRLayerH areas; ///< NULL none
  int areas_id, strikes_id, dead, injured, start, end, radius;
  OGRCoordinateTransformationH in;
  cell *cells; ///< open addressing by zone and period
  size_t n, size;
  bool failed;
} counter;

static size_t slot(const counter *c, uint32_t number, sm_date period) {
  uint64_t h = ((uint64_t)number << 32 | (uint32_t)period) * 0x9e3779b97f4a7c15u;
  size_t i = (size_t)(h >> 20) & (c->size - 1);
  while (c->cells[i].zone != UINT32_MAX && (c->cells[i].zone != number || c->cells[i].period != period))
    i = (i + 1) & (c->size - 1);
  return i;
}

static bool grow(counter *c) {
  size_t old_size = c->size;
  cell *old = c->cells;
  c->size = old_size ? old_size * 2 : 1024;
  c->cells = malloc(c->size * sizeof *c->cells);
  if (!c->cells) {
    c->cells = old;
    c->size = old_size;
    return false;
  }
  for (size_t i = 0; i < c->size; i++) c->cells[i].zone = UINT32_MAX;
  for (size_t i = 0; i < old_size; i++)
    if (old[i].zone != UINT32_MAX) c->cells[slot(c, old[i].zone, old[i].period)] = old[i];
  free(old);
  return true;
}

static cell *cell_of(counter *c, const zone *z, sm_date period) {
  if (c->n * 2 >= c->size && !grow(c)) {
    c->failed = true;
    return NULL;
  }
  uint32_t number = (uint32_t)(z - c->z->items);
  cell *at = &c->cells[slot(c, number, period)];
  if (at->zone == UINT32_MAX) {
    *at = (cell){.zone = number, .period = period};
    c->n++;
  }
  return at;
}

static sm_date period_start(sm_period period, sm_date day) {
  int y, m, d;
  if (period == SM_PERIOD_NONE || day == SM_NO_DATE) return SM_NO_DATE;
  if (period == SM_PERIOD_WEEK) return day - sm_date_weekday(day);
  if (period == SM_PERIOD_DAY) return day;
  sm_date_split(day, &y, &m, &d);
  return sm_date_make(y, m, 1);
}

static sm_date period_last(sm_period period, sm_date start) {
  if (period == SM_PERIOD_DAY) return start;
  return period == SM_PERIOD_WEEK ? start + 6 : sm_date_month_end(start);
}

typedef struct strike_facts {
  sm_date start, end;
  double dead, injured;
} strike_facts;

static void count_whole(counter *c, const zone *z, const strike_facts *f) {
  cell *at = cell_of(c, z, period_start(c->o->period, f->start));
  if (!at) return;
  at->sums[STRIKES] += 1;
  at->sums[DEAD] += f->dead;
  at->sums[INJURED] += f->injured;
}

static void count_part(counter *c, const zone *z, sm_date period, double part, const strike_facts *f) {
  cell *at = cell_of(c, z, period);
  if (!at) return;
  at->sums[STRIKES_EXPECTED] += part;
  at->sums[DEAD_EXPECTED] += part * f->dead;
  at->sums[INJURED_EXPECTED] += part * f->injured;
}

static void count_share(counter *c, const zone *z, double part, const strike_facts *f) {
  sm_date day = period_start(c->o->period, f->start);
  if (day == SM_NO_DATE || f->end == SM_NO_DATE || f->end < f->start) {
    count_part(c, z, day, part, f);
    return;
  }
  double days = f->end - f->start + 1;
  while (day <= f->end) {
    sm_date last = period_last(c->o->period, day);
    sm_date from = day > f->start ? day : f->start, to = last < f->end ? last : f->end;
    count_part(c, z, day, part * (to - from + 1) / days, f);
    day = last + 1;
  }
}

/// A disc on the map for strikes whose file has no areas.
static GEOSGeometry *disc(counter *c, double lon, double lat, double metres) {
  enum { POINTS = 48 };
  const double DEGREE_M = 111195, RADIAN = 0.017453292519943295;
  double dy = metres / DEGREE_M, dx = dy / fmax(cos(lat * RADIAN), 0.02);
  GEOSCoordSequence *ring = GEOSCoordSeq_create_r(c->z->geos, POINTS + 1, 2);
  for (int i = 0; ring && i <= POINTS; i++) {
    double angle = 2 * 3.14159265358979323846 * (i % POINTS) / POINTS;
    double y = fmin(fmax(lat + dy * sin(angle), -90), 90);
    GEOSCoordSeq_setXY_r(c->z->geos, ring, (unsigned)i, lon + dx * cos(angle), y);
  }
  GEOSGeometry *shell = ring ? GEOSGeom_createLinearRing_r(c->z->geos, ring) : NULL;
  return shell ? GEOSGeom_createPolygon_r(c->z->geos, shell, NULL, 0) : NULL;
}

static GEOSGeometry *area_from_layer(counter *c, const char *id) {
  GEOSGeometry *shape = NULL;
  char *quoted = CPLEscapeString(id, -1, CPLES_SQL);
  OGR_L_SetAttributeFilter(c->areas, CPLSPrintf("strike_id = '%s'", quoted));
  CPLFree(quoted);
  OGR_L_ResetReading(c->areas);
  OGRFeatureH f = OGR_L_GetNextFeature(c->areas);
  if (f && OGR_F_GetGeometryRef(f)) {
    if (c->in) OGR_G_Transform(OGR_F_GetGeometryRef(f), c->in);
    shape = to_geos(c->z, OGR_F_GetGeometryRef(f));
  }
  if (f) OGR_F_Destroy(f);
  return shape;
}

static GEOSGeometry *area_of(counter *c, OGRFeatureH f, double lon, double lat) {
  GEOSGeometry *shape = NULL;
  if (c->areas && c->strikes_id >= 0) shape = area_from_layer(c, OGR_F_GetFieldAsString(f, c->strikes_id));
  double radius = c->radius >= 0 ? OGR_F_GetFieldAsDouble(f, c->radius) : 0;
  if (!shape && radius > 0) shape = disc(c, lon, lat, radius);
  return shape;
}

static sm_date day_field(OGRFeatureH f, int field) {
  int y, m, d, hour, minute, second, zone_flag;
  if (field < 0 || !OGR_F_IsFieldSetAndNotNull(f, field)) return SM_NO_DATE;
  if (OGR_F_GetFieldAsDateTime(f, field, &y, &m, &d, &hour, &minute, &second, &zone_flag))
    return sm_date_make(y, m, d);
  return sm_date_parse_iso(sm_str_of(OGR_F_GetFieldAsString(f, field)));
}

static double number_field(OGRFeatureH f, int field) {
  return field >= 0 && OGR_F_IsFieldSetAndNotNull(f, field) ? OGR_F_GetFieldAsDouble(f, field) : 0;
}

static void count_strike(counter *c, OGRFeatureH f) {
  OGRGeometryH point = OGR_F_GetGeometryRef(f);
  if (!point || OGR_G_IsEmpty(point) || wkbFlatten(OGR_G_GetGeometryType(point)) != wkbPoint) return;
  double lon = OGR_G_GetX(point, 0), lat = OGR_G_GetY(point, 0);
  if (c->in && !OCTTransform(c->in, 1, &lon, &lat, NULL)) return;
  strike_facts facts = {day_field(f, c->start), day_field(f, c->end), number_field(f, c->dead),
                        number_field(f, c->injured)};
  zone *holder = zone_of_point(c->z, lon, lat);
  if (holder) count_whole(c, holder, &facts);
  GEOSGeometry *area = area_of(c, f, lon, lat);
  if (!area) {
    if (holder) count_share(c, holder, 1, &facts);
    return;
  }
  share *shares;
  size_t n = zones_shares(c->z, area, &shares);
  for (size_t i = 0; i < n; i++) count_share(c, shares[i].zone, shares[i].part, &facts);
  free(shares);
  GEOSGeom_destroy_r(c->z->geos, area);
}

static sm_status count_all(counter *c, OGRLayerH strikes, sm_error *err) {
  sm_status status = SM_OK;
  GIntBig done = 0, all = c->o->progress ? OGR_L_GetFeatureCount(strikes, TRUE) : 0;
  CPLErrorReset();
  OGR_L_ResetReading(strikes);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(strikes)); OGR_F_Destroy(f)) {
    count_strike(c, f);
    if (c->failed) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (++done % 1024 || !all || !c->o->progress) continue;
    if (!c->o->progress((double)done / (double)all, "strikes", c->o->user))
      status = sm_fail(err, SM_ERROR_STOPPED, "stopped");
  }
  return status || CPLGetLastErrorType() < CE_Failure ? status : sm_gdal_fail(err, OGR_L_GetName(strikes));
}

static int by_zone(const void *pa, const void *pb) {
  const cell *a = pa, *b = pb;
  if (a->zone != b->zone) return a->zone < b->zone ? -1 : 1;
  return (a->period > b->period) - (a->period < b->period);
}

/// The cells that were met, in the zones' order; without periods and grid also the empty zones.
static size_t list_cells(counter *c) {
  bool all = c->o->period == SM_PERIOD_NONE && !c->o->grid;
  for (size_t i = 0; all && i < c->z->n; i++) cell_of(c, &c->z->items[i], SM_NO_DATE);
  size_t n = 0;
  for (size_t i = 0; i < c->size; i++)
    if (c->cells[i].zone != UINT32_MAX) c->cells[n++] = c->cells[i];
  if (n) qsort(c->cells, n, sizeof *c->cells, by_zone);
  return n;
}

static bool add_sum_fields(OGRLayerH layer, bool periods) {
  bool done = true;
  for (int i = 0; i < SUMS + 2; i++) {
    if (i >= SUMS && !periods) break;
    const char *name = i < SUMS ? sum_names[i] : i == SUMS ? "period_start" : "period_end";
    done &= overlay_field(layer, name, i >= SUMS ? OFTDate : i <= INJURED ? OFTInteger64 : OFTReal);
  }
  return done;
}

static void set_day(OGRFeatureH f, int field, sm_date day) {
  int y, m, d;
  sm_date_split(day, &y, &m, &d);
  OGR_F_SetFieldDateTime(f, field, y, m, d, 0, 0, 0, 0);
}

static sm_status write_cell(const counter *c, sm_writer *writer, OGRLayerH out, int at, const cell *row,
                            OGRCoordinateTransformationH forth, sm_error *err) {
  OGRFeatureH from = c->z->items[row->zone].feature, f = OGR_F_Create(OGR_L_GetLayerDefn(out));
  for (int i = 0; i < OGR_F_GetFieldCount(from); i++)
    if (OGR_F_IsFieldSetAndNotNull(from, i)) OGR_F_SetFieldRaw(f, i, OGR_F_GetRawFieldRef(from, i));
  for (int i = 0; i < SUMS; i++) {
    if (i <= INJURED)
      OGR_F_SetFieldInteger64(f, at + i, (GIntBig)llround(row->sums[i]));
    else
      OGR_F_SetFieldDouble(f, at + i, round(row->sums[i] * 1e6) / 1e6);
  }
  if (row->period != SM_NO_DATE) {
    set_day(f, at + SUMS, row->period);
    set_day(f, at + SUMS + 1, period_last(c->o->period, row->period));
  }
  OGRGeometryH shape = OGR_G_ForceToMultiPolygon(OGR_G_Clone(OGR_F_GetGeometryRef(from)));
  if (forth) OGR_G_Transform(shape, forth);
  OGR_F_SetGeometryDirectly(f, shape);
  sm_status status = sm_writer_add(writer, out, f, err);
  OGR_F_Destroy(f);
  return status;
}

static sm_status write_cells(counter *c, sm_writer *writer, sm_error *err) {
  int unused, at;
  size_t n = list_cells(c);
  OGRLayerH out = overlay_layer(writer, wkbMultiPolygon, c->z->definition, NULL, &unused);
  if (!out) return sm_gdal_fail(err, "overlay");
  at = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(out));
  if (!add_sum_fields(out, c->o->period != SM_PERIOD_NONE)) return sm_gdal_fail(err, "overlay");
  OGRSpatialReferenceH wgs84 = sm_wgs84();
  OGRCoordinateTransformationH forth =
      sm_writer_srs(writer) ? OCTNewCoordinateTransformation(wgs84, sm_writer_srs(writer)) : NULL;
  sm_status status = SM_OK;
  for (size_t i = 0; i < n && !status; i++) status = write_cell(c, writer, out, at, &c->cells[i], forth, err);
  if (forth) OCTDestroyCoordinateTransformation(forth);
  OSRRelease(wgs84);
  return status;
}

static int field_of(OGRLayerH layer, const char *name) {
  return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name);
}

sm_status overlay_count(const sm_overlay_options *o, zones *z, GDALDatasetH set, OGRLayerH strikes,
                        sm_writer *writer, sm_error *err) {
  counter c = {.o = o,
               .z = z,
               .strikes_id = field_of(strikes, "strike_id"),
               .dead = field_of(strikes, "fat_best"),
               .injured = field_of(strikes, "inj_high"),
               .start = field_of(strikes, "date_start"),
               .end = field_of(strikes, "date_end"),
               .radius = field_of(strikes, "radius_m")};
  c.areas = GDALDatasetGetLayerByName(set, "strike_areas");
  OGRSpatialReferenceH from = OGR_L_GetSpatialRef(strikes), wgs84 = sm_wgs84();
  if (from && !OSRIsSame(from, wgs84)) {
    from = OSRClone(from);
    OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
    if (!OSRIsSame(from, wgs84)) c.in = OCTNewCoordinateTransformation(from, wgs84);
    OSRRelease(from);
  }
  OSRRelease(wgs84);
  sm_status status = count_all(&c, strikes, err);
  if (!status) status = write_cells(&c, writer, err);
  if (c.in) OCTDestroyCoordinateTransformation(c.in);
  free(c.cells);
  return status;
}
