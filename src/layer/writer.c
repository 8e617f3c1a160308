#include "writer.h"

#include <cpl_conv.h>
#include <cpl_multiproc.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_api.h>
#include <stdlib.h>

#include "file.h"
#include "rtree.h"
#include "style.h"
#include "version.h"

typedef struct output_file {
  GDALDatasetH dataset;
  sm_layers *layers;
  unsigned tables;
} output_file;

struct sm_writer {
  GDALDriverH driver;
  const char *driver_name;
  char *path, *folder; ///< folder: where files are made, NULL for databases
  char *name, *t_srs;
  char **layer_options, **dataset_options;
  OGRSpatialReferenceH srs;
  output_file files[SM_N_TABLES];
  size_t n_files;
  sm_layers *layers[SM_N_TABLES];
  unsigned tables;
  bool in_place; ///< an existing dataset is changed
  bool existing, overwrite, bare, no_wkt;
  char stamp[32];
  char **notes;
  OGRLayerH indexed; ///< the caller's own layer, whose index is written at the end
  sm_rtree *index;
};

static bool is_driver(const sm_writer *w, const char *name) {
  return EQUAL(w->driver_name, name);
}

// Exported by libgdal, declared in its C++ headers only.
void RegisterOGRGeoPackage(void);
void RegisterOGRGeoJSON(void);
void RegisterOGRMEM(void);

void sm_register_drivers(const char *path, const char *format) {
  const char *extension = CPLGetExtension(path);
  CPLSetErrorHandler(CPLQuietErrorHandler);
  if (GDALGetDriverCount() > 3) return;
  if (!format && EQUAL(extension, "gpkg")) {
    RegisterOGRGeoPackage();
  } else if (!format && (EQUAL(extension, "geojson") || EQUAL(extension, "json"))) {
    RegisterOGRGeoJSON();
  } else {
    GDALAllRegister();
    return;
  }
  RegisterOGRMEM();
}

static bool can_write(GDALDriverH driver) {
  return GDALGetMetadataItem(driver, GDAL_DCAP_VECTOR, NULL) &&
         GDALGetMetadataItem(driver, GDAL_DCAP_CREATE, NULL);
}

static bool has_extension(GDALDriverH driver, const char *extension) {
  const char *all = GDALGetMetadataItem(driver, GDAL_DMD_EXTENSIONS, NULL);
  char **list = CSLTokenizeString(all ? all : "");
  bool found = *extension && CSLFindString(list, extension) >= 0;
  CSLDestroy(list);
  return found;
}

static bool has_prefix(GDALDriverH driver, const char *path) {
  const char *prefix = GDALGetMetadataItem(driver, GDAL_DMD_CONNECTION_PREFIX, NULL);
  return prefix && *prefix && STARTS_WITH_CI(path, prefix);
}

static GDALDriverH guess_driver(const char *path) {
  for (int i = 0; i < GDALGetDriverCount(); i++)
    if (can_write(GDALGetDriver(i)) && has_prefix(GDALGetDriver(i), path)) return GDALGetDriver(i);
  if (EQUAL(CPLGetExtension(path), "kml") && GDALGetDriverByName("LIBKML"))
    return GDALGetDriverByName("LIBKML");
  for (int i = 0; i < GDALGetDriverCount(); i++)
    if (can_write(GDALGetDriver(i)) && has_extension(GDALGetDriver(i), CPLGetExtension(path)))
      return GDALGetDriver(i);
  return NULL;
}

static sm_status find_driver(sm_writer *w, const sm_writer_options *o, sm_error *err) {
  w->driver = o->format ? GDALGetDriverByName(o->format) : guess_driver(o->path);
  if (!w->driver && o->format) return sm_fail(err, SM_ERROR_USAGE, "%s: GDAL has no such driver", o->format);
  if (!w->driver) return sm_fail(err, SM_ERROR_USAGE, "%s: no driver writes this; give one with -f", o->path);
  w->driver_name = GDALGetDriverShortName(w->driver);
  if (!can_write(w->driver))
    return sm_fail(err, SM_ERROR_USAGE, "%s: this driver cannot write layers", w->driver_name);
  return SM_OK;
}

/// Formats whose file or data source holds one layer.
static bool is_single(const sm_writer *w) {
  static const char *const single[] = {"CSV",        "ESRI Shapefile", "GeoJSON", "GeoJSONSeq",
                                       "FlatGeobuf", "Parquet",        "Arrow"};
  for (size_t i = 0; i < sizeof single / sizeof *single; i++)
    if (is_driver(w, single[i])) return true;
  return !GDALGetMetadataItem(w->driver, "DCAP_MULTIPLE_VECTOR_LAYERS", NULL);
}

static bool is_database(const sm_writer *w) {
  const char *prefix = GDALGetMetadataItem(w->driver, GDAL_DMD_CONNECTION_PREFIX, NULL);
  return prefix && *prefix && STARTS_WITH_CI(w->path, prefix);
}

static bool can_append(const sm_writer *w) {
  return is_driver(w, "GPKG") || is_driver(w, "SQLite") || is_driver(w, "PostgreSQL");
}

static bool exists(const char *path) {
  char *copy = CPLStrdup(path);
  bool there = CPLCheckForFile(copy, NULL);
  CPLFree(copy);
  return there;
}

static unsigned default_tables(const sm_writer *w) {
  unsigned points_and_areas = 1u << SM_TABLE_STRIKES | 1u << SM_TABLE_AREAS;
  if (is_single(w)) return points_and_areas;
  return is_driver(w, "KML") || is_driver(w, "LIBKML") ? points_and_areas | 1u << SM_TABLE_LINKS
                                                       : SM_ALL_TABLES;
}

static char **list_of(const char *const *items, size_t n) {
  char **list = NULL;
  for (size_t i = 0; i < n; i++) list = CSLAddString(list, items[i]);
  return list;
}

static void prefer(char ***list, const char *key, const char *value) {
  if (!CSLFetchNameValue(*list, key)) *list = CSLSetNameValue(*list, key, value);
}

/// Options without which a driver loses or changes something of the rows; the user's own come first.
static void driver_options(sm_writer *w) {
  if (is_driver(w, "GeoJSON")) prefer(&w->layer_options, "RFC7946", "YES");
  if (is_driver(w, "GeoJSON")) prefer(&w->layer_options, "WRITE_NAME", "NO");
  if (is_driver(w, "GeoJSON")) prefer(&w->layer_options, "DESCRIPTION", "Places: " SM_ATTRIBUTION);
  if (is_driver(w, "FlatGeobuf"))
    prefer(&w->layer_options, "SPATIAL_INDEX", "NO"); // else rows without a place are dropped
  if (is_driver(w, "CSV") && !w->no_wkt) prefer(&w->layer_options, "GEOMETRY", "AS_WKT");
  if (is_driver(w, "ESRI Shapefile")) prefer(&w->layer_options, "ENCODING", "UTF-8");
  if (is_driver(w, "GPKG")) prefer(&w->layer_options, "GEOMETRY_NAME", "geom");
  if (is_driver(w, "PostgreSQL")) prefer(&w->layer_options, "GEOMETRY_NAME", "geom");
  if (is_driver(w, "PostgreSQL")) prefer(&w->layer_options, "FID", "fid");
}

/// ISO time from SOURCE_DATE_EPOCH, else noon of the newest report: the same input gives the same bytes.
static void set_stamp(sm_writer *w, sm_date newest) {
  const char *epoch = CPLGetConfigOption("SOURCE_DATE_EPOCH", NULL);
  char day[11];
  long long seconds = epoch ? strtoll(epoch, NULL, 10) : 0;
  if (epoch && seconds >= 0 && seconds < 253402300800) {
    int rest = (int)(seconds % 86400);
    sm_date_format_iso((sm_date)(seconds / 86400), day);
    snprintf(w->stamp, sizeof w->stamp, "%sT%02d:%02d:%02d.000Z", day, rest / 3600, rest / 60 % 60,
             rest % 60);
    return;
  }
  sm_date_format_iso(newest == SM_NO_DATE ? 0 : newest, day);
  snprintf(w->stamp, sizeof w->stamp, "%sT12:00:00.000Z", day);
}

static void gdal_settings(const sm_writer *w) {
  CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", w->stamp);
  CPLSetThreadLocalConfigOption("LIBKML_BEGIN_FIELD", "date_start");
  CPLSetThreadLocalConfigOption("LIBKML_END_FIELD", "date_end");
  CPLSetThreadLocalConfigOption("LIBKML_NAME_FIELD", "place");
  CPLSetThreadLocalConfigOption("LIBKML_DESCRIPTION_FIELD", "sentence");
  if (!w->in_place) CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF"); // the rename decides
}

static void gdal_settings_end(void) {
  static const char *const keys[] = {"OGR_CURRENT_DATE",         "LIBKML_BEGIN_FIELD",
                                     "LIBKML_END_FIELD",         "LIBKML_NAME_FIELD",
                                     "LIBKML_DESCRIPTION_FIELD", "OGR_SQLITE_SYNCHRONOUS"};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) CPLSetThreadLocalConfigOption(keys[i], NULL);
}

/// The file of a table in a format of one layer: NAME.EXT, NAME_strike_areas.EXT.
static char *file_name(const char *path, sm_table_id id) {
  char *base = CPLStrdup(CPLGetBasename(path));
  const char *extension = CPLGetExtension(path);
  char *name = CPLStrdup(CPLSPrintf("%s%s%s%s%s", base, id == SM_TABLE_STRIKES ? "" : "_",
                                    id == SM_TABLE_STRIKES ? "" : sm_table_of(id)->name,
                                    *extension ? "." : "", extension));
  CPLFree(base);
  return name;
}

static char *final_path(const sm_writer *w, const char *file) {
  return CPLStrdup(CPLFormFilename(CPLGetPath(w->path), file, NULL));
}

static sm_status check_free(const sm_writer *w, sm_error *err) {
  sm_status status = SM_OK;
  for (int i = 0; i < SM_N_TABLES && !status; i++) {
    if (i != SM_TABLE_STRIKES && (!(w->tables & 1u << i) || !is_single(w))) continue;
    char *name = file_name(w->path, (sm_table_id)i), *at = final_path(w, name);
    if (exists(at)) status = sm_fail(err, SM_ERROR_EXISTS, "%s exists; give -overwrite to replace it", at);
    CPLFree(name);
    CPLFree(at);
  }
  return status;
}

/// SQLite's own files beside the output mean that somebody has it open: replacing it under them would lose
/// their changes.
static sm_status check_not_open(const sm_writer *w, sm_error *err) {
  static const char *const ends[] = {"-wal", "-journal"};
  for (int i = 0; i < 2; i++)
    if (exists(CPLSPrintf("%s%s", w->path, ends[i])))
      return sm_fail(err, SM_ERROR_IO, "%s%s exists: another program has the file open", w->path, ends[i]);
  return SM_OK;
}

#define FOLDER_PREFIX ".strikemap-"

/// Folders that killed runs left behind.
static void remove_stale(const char *parent) {
  char **names = VSIReadDir(parent);
  for (char **name = names; name && *name; name++) {
    if (!STARTS_WITH(*name, FOLDER_PREFIX) || sm_process_lives(*name + strlen(FOLDER_PREFIX))) continue;
    VSIRmdirRecursive(CPLFormFilename(parent, *name, NULL));
  }
  CSLDestroy(names);
}

static sm_status make_folder(sm_writer *w, sm_error *err) {
  const char *parent = CPLGetPath(w->path);
  char process[SM_PROCESS_NAME];
  sm_process_name(process);
  remove_stale(*parent ? parent : ".");
  for (int attempt = 0; attempt < 100; attempt++) {
    const char *name = CPLSPrintf(FOLDER_PREFIX "%s-%d", process, attempt);
    const char *folder = CPLFormFilename(*parent ? parent : ".", name, NULL);
    if (exists(folder)) continue;
    if (VSIMkdir(folder, 0755) != 0) break;
    w->folder = CPLStrdup(folder);
    return SM_OK;
  }
  return sm_fail(err, SM_ERROR_IO, "%s: cannot write into the folder %s", w->path, *parent ? parent : ".");
}

static sm_status open_file(sm_writer *w, unsigned tables, const char *path, sm_error *err) {
  output_file *file = &w->files[w->n_files++];
  CPLErrorReset();
  file->tables = tables;
  file->dataset = GDALCreate(w->driver, path, 0, 0, 0, GDT_Unknown, w->dataset_options);
  if (!file->dataset) return sm_gdal_fail(err, w->path);
  if (GDALDatasetTestCapability(file->dataset, ODsCTransactions))
    GDALDatasetStartTransaction(file->dataset, FALSE);
  bool single = is_single(w);
  char *base = single ? CPLStrdup(CPLGetBasename(path)) : NULL;
  sm_layers_options options = {.tables = tables,
                               .name = w->name,
                               .creation_options = w->layer_options,
                               .srs = w->srs,
                               .claims_in_strikes = sm_writer_nests(w)};
  if (single && !w->name) options.name = NULL;
  sm_status status = sm_layers_new(file->dataset, &options, &file->layers, err);
  CPLFree(base);
  if (!status) w->layers[w->n_files - 1] = file->layers;
  return status;
}

static sm_status open_files(sm_writer *w, sm_error *err) {
  sm_status status = make_folder(w, err);
  for (int i = 0; i < SM_N_TABLES && !status; i++) {
    bool single = is_single(w);
    if (single && !w->bare ? !(w->tables & 1u << i) : i > 0) continue;
    char *name = file_name(w->path, single ? (sm_table_id)i : SM_TABLE_STRIKES);
    char *at = CPLStrdup(CPLFormFilename(w->folder, name, NULL));
    status = open_file(w, single ? 1u << i : w->tables, at, err);
    CPLFree(name);
    CPLFree(at);
  }
  return status;
}

static void delete_layer(GDALDatasetH dataset, const char *name) {
  OGRLayerH layer =
      GDALDatasetGetLayerByName(dataset, name); // PostgreSQL lists a plain table only when asked for it
  for (int i = GDALDatasetGetLayerCount(dataset) - 1; layer && i >= 0; i--)
    if (GDALDatasetGetLayer(dataset, i) == layer) {
      GDALDatasetDeleteLayer(dataset, i);
      return;
    }
}

/// The table's layer name in the output; free it with CPLFree.
static char *layer_of(const sm_writer *w, sm_table_id id) {
  const char *table = sm_table_of(id)->name;
  return CPLStrdup(!w->name ? table : id == SM_TABLE_STRIKES ? w->name : CPLSPrintf("%s_%s", w->name, table));
}

static void delete_layers(sm_writer *w, GDALDatasetH dataset) {
  if (w->bare) delete_layer(dataset, sm_writer_layer_name(w));
  for (int t = 0; !w->bare && t < SM_N_TABLES; t++) {
    char *name = layer_of(w, (sm_table_id)t);
    delete_layer(dataset, name);
    CPLFree(name);
  }
}

static bool has_strikes(const sm_writer *w, GDALDatasetH dataset) {
  return GDALDatasetGetLayerByName(dataset, w->name ? w->name : "strikes") != NULL;
}

/// SQLite and PostgreSQL keep no metadata of GDAL's: there the notes are rows of a table of key and value.
static bool notes_in_table(const sm_writer *w) {
  return is_driver(w, "SQLite") || is_driver(w, "PostgreSQL");
}

static const char *notes_table(const sm_writer *w) {
  return w->name ? CPLSPrintf("%s_metadata", w->name) : "strikemap_metadata";
}

/// One value of that table, or NULL; free it with CPLFree.
static char *note_of_table(const sm_writer *w, GDALDatasetH dataset, const char *key) {
  OGRLayerH layer = GDALDatasetGetLayerByName(dataset, notes_table(w));
  char *value = NULL;
  OGRFeatureH feature;
  if (!layer) return NULL;
  int k = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), "key");
  int v = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), "value");
  OGR_L_ResetReading(layer);
  while (k >= 0 && v >= 0 && !value && (feature = OGR_L_GetNextFeature(layer))) {
    if (EQUAL(OGR_F_GetFieldAsString(feature, k), key)) value = CPLStrdup(OGR_F_GetFieldAsString(feature, v));
    OGR_F_Destroy(feature);
  }
  OGR_L_ResetReading(layer);
  return value;
}

/// A file of another schema is not added to: its columns mean something else. One without the note is taken
/// as it is.
static sm_status check_version(const sm_writer *w, GDALDatasetH dataset, sm_error *err) {
  const char *kept = GDALGetMetadataItem(dataset, "schema_version", NULL);
  char *version = notes_in_table(w) ? note_of_table(w, dataset, "schema_version")
                  : kept            ? CPLStrdup(kept)
                                    : NULL;
  sm_status status = SM_OK;
  if (version && !EQUAL(version, SM_SCHEMA_VERSION))
    status = sm_fail(err, SM_ERROR_FORMAT, "%s: its schema_version is %s, this program writes %s", w->path,
                     version, SM_SCHEMA_VERSION);
  CPLFree(version);
  return status;
}

/// A database, or a file that is appended to: one transaction on what is there.
static sm_status open_in_place(sm_writer *w, bool overwrite, bool append, sm_error *err) {
  output_file *file = &w->files[w->n_files++];
  CPLErrorReset();
  file->tables = w->tables;
  file->dataset = GDALOpenEx(w->path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
  if (!file->dataset) return sm_gdal_fail(err, w->path);
  w->existing = w->bare ? GDALDatasetGetLayerByName(file->dataset, sm_writer_layer_name(w)) != NULL
                        : has_strikes(w, file->dataset);
  if (w->existing && !overwrite && !append)
    return sm_fail(err, SM_ERROR_EXISTS, "%s has the layer already; give -append or -overwrite", w->path);
  sm_status fits = append && w->existing ? check_version(w, file->dataset, err) : SM_OK;
  if (fits) return fits;
  if (GDALDatasetStartTransaction(file->dataset, FALSE) != OGRERR_NONE) return sm_gdal_fail(err, w->path);
  if (w->existing && overwrite) {
    delete_layers(w, file->dataset);
    w->existing = false;
  }
  sm_layers_options options = {.tables = w->tables,
                               .name = w->name,
                               .creation_options = w->layer_options,
                               .srs = w->srs,
                               .open = w->existing};
  sm_status status = sm_layers_new(file->dataset, &options, &file->layers, err);
  if (!status) w->layers[0] = file->layers;
  return status;
}

static sm_status choose_srs(sm_writer *w, const char *t_srs, sm_error *err) {
  if (!t_srs) return SM_OK;
  if (is_driver(w, "GeoJSON") || is_driver(w, "GeoJSONSeq"))
    return sm_fail(err, SM_ERROR_USAGE, "-t_srs: GeoJSON is always in WGS 84");
  w->srs = OSRNewSpatialReference(NULL);
  if (OSRSetFromUserInput(w->srs, t_srs) != OGRERR_NONE)
    return sm_fail(err, SM_ERROR_USAGE, "-t_srs: %s is no coordinate system", t_srs);
  OSRSetAxisMappingStrategy(w->srs, OAMS_TRADITIONAL_GIS_ORDER);
  return SM_OK;
}

static sm_status open_target(sm_writer *w, const sm_writer_options *o, sm_error *err) {
  bool database = is_database(w), there = !database && exists(w->path);
  if (o->append && !can_append(w))
    return sm_fail(err, SM_ERROR_USAGE, "-append: %s files cannot be added to", w->driver_name);
  w->in_place = database || (o->append && there);
  gdal_settings(w);
  if (w->in_place) return open_in_place(w, o->overwrite, o->append, err);
  sm_status status = o->overwrite ? SM_OK : check_free(w, err);
  if (!status && o->overwrite && there) status = check_not_open(w, err);
  return status ? status : open_files(w, err);
}

sm_status sm_writer_open(const sm_writer_options *o, sm_writer **out, sm_error *err) {
  *out = NULL;
  sm_writer *w = calloc(1, sizeof *w);
  if (!w) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  w->path = CPLStrdup(o->path);
  w->name = o->name ? CPLStrdup(o->name) : NULL;
  w->overwrite = o->overwrite;
  w->no_wkt = o->no_wkt;
  sm_status status = find_driver(w, o, err);
  if (!status) {
    w->layer_options = list_of(o->layer_options, o->n_layer_options);
    w->dataset_options = list_of(o->dataset_options, o->n_dataset_options);
    driver_options(w);
    set_stamp(w, o->newest);
    w->tables = o->bare ? 0 : o->tables ? o->tables : default_tables(w);
    w->bare = o->bare;
    status = choose_srs(w, o->t_srs, err);
  }
  if (!status) status = open_target(w, o, err);
  if (status) {
    sm_writer_discard(w);
    return status;
  }
  *out = w;
  return SM_OK;
}

sm_layers *const *sm_writer_layers(const sm_writer *w, size_t *n) {
  *n = w->n_files;
  return w->layers;
}

GDALDatasetH sm_writer_dataset(const sm_writer *w) {
  return w->files[0].dataset;
}
char **sm_writer_layer_options(const sm_writer *w) {
  return w->layer_options;
}
OGRSpatialReferenceH sm_writer_srs(const sm_writer *w) {
  return w->srs;
}

const char *sm_writer_layer_name(const sm_writer *w) {
  return w->name ? w->name : is_database(w) ? "overlay" : CPLGetBasename(w->path);
}

char *sm_writer_beside(const sm_writer *w, const char *extension) {
  char *name = CPLStrdup(CPLResetExtension(CPLGetFilename(w->path), extension));
  char *at = w->folder ? CPLStrdup(CPLFormFilename(w->folder, name, NULL)) : final_path(w, name);
  CPLFree(name);
  return at;
}

const char *sm_writer_file_name(const sm_writer *w) {
  return CPLGetFilename(w->path);
}

bool sm_writer_nests(const sm_writer *w) {
  return is_driver(w, "GeoJSON") || is_driver(w, "GeoJSONSeq");
}

GDALDatasetH sm_writer_existing(const sm_writer *w) {
  return w->existing ? w->files[0].dataset : NULL;
}

sm_status sm_writer_clear(sm_writer *w, sm_error *err) {
  for (int i = 0; i < SM_N_TABLES; i++) {
    OGRLayerH layer = sm_layers_of(w->layers[0], (sm_table_id)i);
    if (!layer) continue;
    // The name comes from the dataset; SQL quotes an identifier by doubling its quotation marks.
    char *quoted = CPLEscapeString(OGR_L_GetName(layer), -1, CPLES_SQLI);
    CPLErrorReset();
    GDALDatasetExecuteSQL(w->files[0].dataset, CPLSPrintf("DELETE FROM \"%s\"", quoted), NULL, NULL);
    CPLFree(quoted);
    if (CPLGetLastErrorType() >= CE_Failure) return sm_gdal_fail(err, w->path);
  }
  return SM_OK;
}

sm_status sm_writer_note(sm_writer *w, const char *key, const char *value, sm_error *err) {
  w->notes = value ? CSLSetNameValue(w->notes, key, value) : w->notes;
  return w->notes || !value ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

const sm_palette *sm_writer_palette(const sm_writer *w) {
  for (size_t i = 0; i < (size_t)w->n_files && !w->bare; i++)
    if (sm_layers_of(w->layers[i], SM_TABLE_STRIKES)) return sm_layers_palette(w->layers[i]);
  return NULL;
}

static bool holds_styles(const sm_writer *w) {
  return is_driver(w, "GPKG") || is_driver(w, "SQLite") || is_driver(w, "PostgreSQL");
}

static sm_status write_sidecar(const sm_writer *w, sm_table_id id, const char *extension, sm_str text,
                               sm_error *err) {
  char *name = file_name(w->path, id);
  char *file = CPLStrdup(CPLResetExtension(name, extension)), *old = final_path(w, file);
  bool own = !w->overwrite && exists(old); // somebody's own style stays
  const char *at = CPLFormFilename(w->folder, file, NULL);
  CPLFree(old);
  VSILFILE *f = own ? NULL : VSIFOpenL(at, "wb");
  bool done = f && VSIFWriteL(text.ptr, 1, text.len, f) == text.len;
  if (f && VSIFCloseL(f) != 0) done = false;
  CPLFree(name);
  CPLFree(file);
  return done || own ? SM_OK : sm_fail(err, SM_ERROR_IO, "%s: cannot write the style beside it", w->path);
}

static sm_status write_styles(sm_writer *w, sm_error *err) {
  if (w->bare) return SM_OK;
  const sm_palette *palette = sm_writer_palette(w);
  if (holds_styles(w))
    return sm_styles_write(w->files[0].dataset, w->tables, w->name, palette, w->stamp, err);
  sm_status status = SM_OK;
  if (!w->folder || !is_single(w) || is_driver(w, "CSV")) return SM_OK;
  for (int i = 0; i < SM_N_TABLES && !status; i++) {
    const char *qml = w->tables & 1u << i ? sm_style_qml((sm_table_id)i) : NULL;
    sm_buffer filled = {0};
    if (!qml) continue;
    sm_palette_fill(palette, qml, &filled);
    status = filled.failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory")
                           : write_sidecar(w, (sm_table_id)i, "qml", sm_buffer_str(&filled), err);
    sm_buffer_free(&filled);
  }
  return status;
}

static char *quoted(const char *text) {
  return CPLEscapeString(text ? text : "", -1, CPLES_SQL);
}

static bool run_sql(const sm_writer *w, const char *sql) {
  CPLErrorReset();
  GDALDatasetExecuteSQL(w->files[0].dataset, sql, NULL, NULL);
  return CPLGetLastErrorType() < CE_Failure;
}

/// Titles and units of the columns into gpkg_data_columns, which GDAL 3.6 does not do.
static void describe_columns(const sm_writer *w, sm_table_id id) {
  const sm_table *table = sm_table_of(id);
  char *own = layer_of(w, id), *name = quoted(own);
  for (int i = 0; i < table->n; i++) {
    const sm_column *c = table->columns[i];
    char *title = quoted(c->title), *meaning = quoted(c->meaning);
    const char *unit = c->unit ? CPLSPrintf(" (%s)", c->unit) : "";
    char *sql = CPLStrdup(
        CPLSPrintf("INSERT INTO gpkg_data_columns(table_name, column_name, title, description) "
                   "VALUES ('%s', '%s', '%s%s', '%s') ON CONFLICT(table_name, column_name) DO UPDATE "
                   "SET title = excluded.title, description = excluded.description",
                   name, c->name, title, unit, meaning));
    run_sql(w, sql);
    CPLFree(sql);
    CPLFree(title);
    CPLFree(meaning);
  }
  CPLFree(name);
  CPLFree(own);
}

static bool fill_notes_table(const sm_writer *w) {
  // The name is the user's -nln; SQL quotes an identifier by doubling its quotation marks.
  char *table = CPLEscapeString(notes_table(w), -1, CPLES_SQLI);
  bool good =
      run_sql(w, CPLSPrintf("CREATE TABLE IF NOT EXISTS \"%s\" (key TEXT PRIMARY KEY, value TEXT)", table)) &&
      run_sql(w, CPLSPrintf("DELETE FROM \"%s\"", table));
  for (char **note = w->notes; good && note && *note; note++) {
    char *name = NULL, *sql = NULL;
    const char *text = CPLParseNameValue(*note, &name);
    char *key = quoted(name), *value = quoted(text);
    sql = CPLStrdup(CPLSPrintf("INSERT INTO \"%s\" (key, value) VALUES ('%s', '%s')", table, key, value));
    good = run_sql(w, sql);
    CPLFree(sql);
    CPLFree(key);
    CPLFree(value);
    CPLFree(name);
  }
  CPLFree(table);
  return good;
}

static sm_status write_notes(sm_writer *w, sm_error *err) {
  w->notes = CSLSetNameValue(w->notes, "schema_version", SM_SCHEMA_VERSION);
  if (!CSLFetchNameValue(w->notes, "attribution"))
    w->notes = CSLSetNameValue(w->notes, "attribution", SM_ATTRIBUTION);
  w->notes = CSLSetNameValue(w->notes, "engine", "strikemap " SM_VERSION);
  for (int i = 0; is_driver(w, "GPKG") && !w->bare && i < SM_N_TABLES; i++)
    if (w->tables & 1u << i) describe_columns(w, (sm_table_id)i);
  if (is_driver(w, "GPKG")) GDALSetMetadata(w->files[0].dataset, w->notes, NULL);
  return !notes_in_table(w) || fill_notes_table(w) ? SM_OK : sm_gdal_fail(err, w->path);
}

static sm_status close_files(sm_writer *w, bool commit, sm_error *err) {
  sm_status status = SM_OK;
  for (size_t i = 0; i < w->n_files; i++) {
    output_file *file = &w->files[i];
    sm_layers_free(file->layers);
    file->layers = NULL;
    if (!file->dataset) continue;
    bool transactions = GDALDatasetTestCapability(file->dataset, ODsCTransactions);
    CPLErrorReset();
    if (transactions && commit && GDALDatasetCommitTransaction(file->dataset) != OGRERR_NONE)
      status = sm_gdal_fail(err, w->path);
    if (transactions && !commit) GDALDatasetRollbackTransaction(file->dataset);
    GDALClose(file->dataset);
    file->dataset = NULL;
    if (commit && !status && CPLGetLastErrorType() >= CE_Failure) status = sm_gdal_fail(err, w->path);
  }
  return status;
}

/// The main file comes last: while it is the old one, all is the old state.
static sm_status move_into_place(sm_writer *w, sm_error *err) {
  char **names = VSIReadDir(w->folder);
  char *main_name = file_name(w->path, SM_TABLE_STRIKES);
  sm_status status = SM_OK;
  for (int pass = 0; pass < 2 && !status; pass++)
    for (char **name = names; name && *name && !status; name++) {
      bool dots = EQUAL(*name, ".") || EQUAL(*name, "..");
      if (dots || (strcmp(*name, main_name) == 0) != (pass == 1)) continue;
      char *from = CPLStrdup(CPLFormFilename(w->folder, *name, NULL)), *to = final_path(w, *name);
      if (VSIRename(from, to) != 0) status = sm_fail(err, SM_ERROR_IO, "%s: cannot be put in place", to);
      CPLFree(from);
      CPLFree(to);
    }
  CSLDestroy(names);
  CPLFree(main_name);
  return status;
}

static void free_writer(sm_writer *w) {
  gdal_settings_end();
  if (w->folder) VSIRmdirRecursive(w->folder);
  if (w->srs) OSRRelease(w->srs);
  CPLFree(w->path);
  CPLFree(w->folder);
  CPLFree(w->name);
  CSLDestroy(w->layer_options);
  CSLDestroy(w->dataset_options);
  CSLDestroy(w->notes);
  sm_rtree_free(w->index);
  free(w);
}

sm_status sm_writer_add(sm_writer *w, OGRLayerH layer, OGRFeatureH feature, sm_error *err) {
  bool wanted = CSLFetchBoolean(w->layer_options, "SPATIAL_INDEX", TRUE), first = w->indexed != layer;
  sm_status status =
      first && wanted && !w->index ? sm_rtree_begin(w->files[0].dataset, layer, &w->index, err) : SM_OK;
  w->indexed = layer;
  if (!status && OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
    status = sm_gdal_fail(err, OGR_L_GetName(layer));
  OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
  if (status || !geometry || OGR_G_IsEmpty(geometry)) return status;
  OGREnvelope box;
  OGR_G_GetEnvelope(geometry, &box);
  return sm_rtree_add(w->index, OGR_F_GetFID(feature), &box, err);
}

static sm_status finish_layers(sm_writer *w, sm_error *err) {
  sm_status status = sm_rtree_finish(w->index, err);
  w->index = NULL;
  for (size_t i = 0; i < w->n_files && !status; i++) status = sm_layers_finish(w->files[i].layers, err);
  return status;
}

sm_status sm_writer_commit(sm_writer *w, sm_error *err) {
  sm_status status = finish_layers(w, err);
  if (!status) status = write_styles(w, err);
  if (!status) status = write_notes(w, err);
  sm_status closed = close_files(w, !status, status ? NULL : err);
  if (!status) status = closed;
  if (!status && w->folder) status = move_into_place(w, err);
  free_writer(w);
  return status;
}

void sm_writer_discard(sm_writer *w) {
  if (!w) return;
  close_files(w, false, NULL);
  free_writer(w);
}
