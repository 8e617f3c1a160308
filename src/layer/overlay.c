#include <cpl_conv.h>
#include <cpl_string.h>
#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "overlay_private.h"

/// Whether the layer has a column of this name, or has it for itself.
static bool is_taken(OGRLayerH layer, const char *name) {
  return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name) >= 0 || EQUAL(name, "fid") ||
         EQUAL(name, "geom");
}

bool overlay_field(OGRLayerH layer, const char *name, OGRFieldType type) {
  OGRFieldDefnH field = OGR_Fld_Create(is_taken(layer, name) ? CPLSPrintf("%s_sm", name) : name, type);
  bool done = OGR_L_CreateField(layer, field, TRUE) == OGRERR_NONE;
  OGR_Fld_Destroy(field);
  return done;
}

static bool add_fields(OGRLayerH layer, OGRFeatureDefnH from) {
  for (int i = 0; i < OGR_FD_GetFieldCount(from); i++) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(from, i);
    const char *name = OGR_Fld_GetNameRef(field);
    OGRFieldDefnH copy = OGR_Fld_Create(name, OGR_Fld_GetType(field));
    OGR_Fld_SetSubType(copy, OGR_Fld_GetSubType(field));
    if (is_taken(layer, name)) OGR_Fld_SetName(copy, CPLSPrintf("%s_sm", name));
    bool done = OGR_L_CreateField(layer, copy, TRUE) == OGRERR_NONE;
    OGR_Fld_Destroy(copy);
    if (!done) return false;
  }
  return true;
}

OGRLayerH overlay_layer(sm_writer *writer, OGRwkbGeometryType type, OGRFeatureDefnH first,
                        OGRFeatureDefnH second, int *second_at) {
  OGRSpatialReferenceH wgs84 = sm_wgs84(), srs = sm_writer_srs(writer) ? sm_writer_srs(writer) : wgs84;
  OGRLayerH layer = GDALDatasetCreateLayer(sm_writer_dataset(writer), sm_writer_layer_name(writer), srs, type,
                                           sm_writer_layer_options(writer));
  OSRRelease(wgs84);
  if (!layer || (first && !add_fields(layer, first))) return NULL;
  *second_at = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
  return second && !add_fields(layer, second) ? NULL : layer;
}

typedef struct joiner {
  const sm_overlay_options *o;
  zones *z;
  sm_writer *writer;
  OGRLayerH out;
  OGRFeatureH row;                        ///< reused
  zone *holder;                           ///< whose columns the row has now
  OGRCoordinateTransformationH in, forth; ///< strikes to WGS 84, WGS 84 to the output; NULL: the same
  int zone_at, metres_at;
} joiner;

static zone *partner(const joiner *j, OGRGeometryH point, double *metres) {
  if (!point || OGR_G_IsEmpty(point) || wkbFlatten(OGR_G_GetGeometryType(point)) != wkbPoint) return NULL;
  double lon = OGR_G_GetX(point, 0), lat = OGR_G_GetY(point, 0);
  if (j->in && !OCTTransform(j->in, 1, &lon, &lat, NULL)) return NULL;
  if (j->o->kind == SM_OVERLAY_JOIN) return zone_of_point(j->z, lon, lat);
  return zone_nearest(j->z, lon, lat, j->o->kind == SM_OVERLAY_WITHIN ? j->o->within_m : INFINITY, metres);
}

static void copy_fields(OGRFeatureH to, int at, OGRFeatureH from) {
  for (int i = 0; i < OGR_F_GetFieldCount(from); i++)
    if (OGR_F_IsFieldSetAndNotNull(from, i))
      OGR_F_SetFieldRaw(to, at + i, OGR_F_GetRawFieldRef(from, i));
    else
      OGR_F_SetFieldNull(to, at + i);
}

static void give_columns(joiner *j, zone *z, double metres) {
  if (z && z != j->holder) copy_fields(j->row, j->zone_at, z->feature);
  for (int i = 0; !z && j->holder && i < OGR_FD_GetFieldCount(j->z->definition); i++)
    OGR_F_SetFieldNull(j->row, j->zone_at + i);
  j->holder = z;
  if (j->metres_at >= 0 && z) OGR_F_SetFieldDouble(j->row, j->metres_at, metres);
  if (j->metres_at >= 0 && !z) OGR_F_SetFieldNull(j->row, j->metres_at);
}

/// Takes the strike's geometry.
static sm_status write_row(joiner *j, OGRFeatureH strike, zone *z, double metres, sm_error *err) {
  OGRGeometryH point = OGR_F_StealGeometry(strike);
  copy_fields(j->row, 0, strike);
  give_columns(j, z, metres);
  if (point && j->in) OGR_G_Transform(point, j->in);
  if (point && j->forth) OGR_G_Transform(point, j->forth);
  OGR_F_SetGeometryDirectly(j->row, point);
  OGR_F_SetFID(j->row, OGRNullFID);
  return sm_writer_add(j->writer, j->out, j->row, err);
}

static sm_status join_all(joiner *j, OGRLayerH strikes, sm_error *err) {
  sm_status status = SM_OK;
  GIntBig done = 0, all = j->o->progress ? OGR_L_GetFeatureCount(strikes, TRUE) : 0;
  CPLErrorReset();
  OGR_L_ResetReading(strikes);
  for (OGRFeatureH f; !status && (f = OGR_L_GetNextFeature(strikes)); OGR_F_Destroy(f)) {
    double metres = 0;
    zone *z = partner(j, OGR_F_GetGeometryRef(f), &metres);
    if (z || j->o->kind != SM_OVERLAY_WITHIN) status = write_row(j, f, z, metres, err);
    if (++done % 4096 || !all || !j->o->progress) continue;
    if (!j->o->progress((double)done / (double)all, "strikes", j->o->user))
      status = sm_fail(err, SM_ERROR_STOPPED, "stopped");
  }
  return status || CPLGetLastErrorType() < CE_Failure ? status : sm_gdal_fail(err, OGR_L_GetName(strikes));
}

static OGRCoordinateTransformationH transformation(OGRSpatialReferenceH from, OGRSpatialReferenceH to) {
  OGRSpatialReferenceH wgs84 = sm_wgs84(), a = from ? OSRClone(from) : OSRClone(wgs84), b = to ? to : wgs84;
  OSRSetAxisMappingStrategy(a, OAMS_TRADITIONAL_GIS_ORDER);
  OGRCoordinateTransformationH t = OSRIsSame(a, b) ? NULL : OCTNewCoordinateTransformation(a, b);
  OSRRelease(a);
  OSRRelease(wgs84);
  return t;
}

static sm_status join(const sm_overlay_options *o, zones *z, OGRLayerH strikes, sm_writer *writer,
                      sm_error *err) {
  joiner j = {.o = o, .z = z, .writer = writer, .metres_at = -1};
  j.out = overlay_layer(writer, wkbPoint, OGR_L_GetLayerDefn(strikes), z->definition, &j.zone_at);
  if (j.out && o->kind != SM_OVERLAY_JOIN) {
    j.metres_at = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(j.out));
    if (!overlay_field(j.out, "nearest_m", OFTReal)) j.out = NULL;
  }
  if (!j.out) return sm_gdal_fail(err, "overlay");
  j.in = transformation(OGR_L_GetSpatialRef(strikes), NULL);
  j.forth = sm_writer_srs(writer) ? transformation(NULL, sm_writer_srs(writer)) : NULL;
  j.row = OGR_F_Create(OGR_L_GetLayerDefn(j.out));
  sm_status status = join_all(&j, strikes, err);
  OGR_F_Destroy(j.row);
  if (j.in) OCTDestroyCoordinateTransformation(j.in);
  if (j.forth) OCTDestroyCoordinateTransformation(j.forth);
  return status;
}

static sm_status choose(const sm_overlay_options *o, OGRLayerH strikes, sm_error *err) {
  CPLErrorReset();
  if (o->where && OGR_L_SetAttributeFilter(strikes, o->where) != OGRERR_NONE)
    return sm_fail(err, SM_ERROR_USAGE, "-where: %s", CPLGetLastErrorMsg());
  if (o->spat) OGR_L_SetSpatialFilterRect(strikes, o->spat[0], o->spat[1], o->spat[2], o->spat[3]);
  return SM_OK;
}

static sm_status add_boxes(OGRLayerH layer, OGREnvelope **boxes, size_t *n, size_t *cap, sm_error *err) {
  OGR_L_ResetReading(layer);
  for (OGRFeatureH f; (f = OGR_L_GetNextFeature(layer)); OGR_F_Destroy(f)) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(f);
    if (!geometry || OGR_G_IsEmpty(geometry)) continue;
    if (*n == *cap) {
      *cap = *cap ? *cap * 2 : 1024;
      OGREnvelope *grown = realloc(*boxes, *cap * sizeof *grown);
      if (!grown) {
        OGR_F_Destroy(f);
        return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
      }
      *boxes = grown;
    }
    OGR_G_GetEnvelope(geometry, &(*boxes)[(*n)++]);
  }
  return SM_OK;
}

static sm_status make_grid(const sm_overlay_options *o, zones *z, GDALDatasetH set, OGRLayerH strikes,
                           sm_error *err) {
  OGREnvelope *boxes = NULL;
  size_t n = 0, cap = 0;
  OGRLayerH areas = GDALDatasetGetLayerByName(set, "strike_areas");
  sm_status status = add_boxes(strikes, &boxes, &n, &cap, err);
  if (!status && areas) status = add_boxes(areas, &boxes, &n, &cap, err);
  if (!status) status = zones_grid(z, o->grid, boxes, n, err);
  free(boxes);
  return status;
}

static sm_status write_overlay(const sm_overlay_options *o, zones *z, GDALDatasetH set, OGRLayerH strikes,
                               const sm_writer_options *output, sm_error *err) {
  sm_writer_options how = *output;
  sm_writer *writer;
  how.bare = true;
  sm_status status = sm_writer_open(&how, &writer, err);
  if (status) return status;
  status = o->kind == SM_OVERLAY_COUNT ? overlay_count(o, z, set, strikes, writer, err)
                                       : join(o, z, strikes, writer, err);
  if (!status) return sm_writer_commit(writer, err);
  sm_writer_discard(writer);
  return status;
}

sm_status sm_overlay(const sm_overlay_options *o, const sm_writer_options *output, sm_error *err) {
  GDALDatasetH set = NULL;
  OGRLayerH strikes = NULL;
  zones z = {0};
  sm_status status = open_layer(o->strikes, &set, &strikes, err);
  if (!status) status = choose(o, strikes, err);
  if (!status) status = o->grid ? make_grid(o, &z, set, strikes, err) : zones_read(&z, o->layer, err);
  if (!status) status = write_overlay(o, &z, set, strikes, output, err);
  zones_close(&z);
  if (set) GDALClose(set);
  return status;
}
