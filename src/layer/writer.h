/// Output of layers to a place that OGR can write: files are made in a folder beside their place and renamed
/// at the end, databases are written in one transaction, so that nothing that existed is lost on failure.
#ifndef SM_WRITER_H
#define SM_WRITER_H

#include "layer.h"

/// Owed to the sources of the built-in gazetteer.
#define SM_ATTRIBUTION "GeoNames (CC BY 4.0), boundaries by Natural Earth (public domain)"

typedef struct sm_writer sm_writer;

typedef struct sm_writer_options {
  const char *path;   ///< file, or connection ("PG:...")
  const char *format; ///< GDAL's driver name; NULL: by the extension or prefix
  unsigned tables;    ///< bits 1 << sm_table_id; 0: all that the format holds by custom (layers.md, Outputs)
  const char *name;   ///< -nln; NULL: the tables' names
  const char *t_srs;  ///< NULL: EPSG:4326
  const char *const *layer_options; ///< -lco NAME=VALUE
  size_t n_layer_options;
  const char *const *dataset_options; ///< -dsco
  size_t n_dataset_options;
  bool overwrite, append;
  bool no_wkt;    ///< no geometry column in CSV
  bool bare;      ///< the caller makes the layers itself, see sm_writer_dataset
  sm_date newest; ///< newest publication day: the time stamp without SOURCE_DATE_EPOCH
} sm_writer_options;

/// Errors: USAGE (unknown driver, CRS, options that do not fit), EXISTS, IO, MEMORY. Free with
/// sm_writer_commit or sm_writer_discard.
SM_API sm_status sm_writer_open(const sm_writer_options *options, sm_writer **out, sm_error *err);

/// Layers to write into; one for each file of a format of one layer.
SM_API sm_layers *const *sm_writer_layers(const sm_writer *writer, size_t *n);

/// The attackers of the strikes that were written. Borrowed; NULL for a bare writer.
SM_API const sm_palette *sm_writer_palette(const sm_writer *writer);

/// The (first) dataset that is written, for callers that make their own layers in it, with the writer's layer
/// options.
SM_API GDALDatasetH sm_writer_dataset(const sm_writer *writer);
SM_API char **sm_writer_layer_options(const sm_writer *writer);
/// Name for the only layer of a bare writer: -nln, else the file's name.
SM_API const char *sm_writer_layer_name(const sm_writer *writer);
/// Write a feature into the caller's own layer (one of them, its fields complete); a GeoPackage gets its
/// index at the end. Errors: IO, MEMORY.
SM_API sm_status sm_writer_add(sm_writer *writer, OGRLayerH layer, OGRFeatureH feature, sm_error *err);
/// CRS of the output; NULL: EPSG:4326.
SM_API OGRSpatialReferenceH sm_writer_srs(const sm_writer *writer);

/// Where a file of the same name and another extension is to be made, so that it comes into place with the
/// output. Free with CPLFree.
SM_API char *sm_writer_beside(const sm_writer *writer, const char *extension);
/// The output's name without its folder.
SM_API const char *sm_writer_file_name(const sm_writer *writer);

/// Whether the format puts claims and evidence into the strikes as JSON values.
SM_API bool sm_writer_nests(const sm_writer *writer);

/// The dataset of an -append that found something to add to, else NULL.
SM_API GDALDatasetH sm_writer_existing(const sm_writer *writer);

/// -append: forget the rows of all tables but corrections; they are written anew in the same transaction.
/// Errors: IO.
SM_API sm_status sm_writer_clear(sm_writer *writer, sm_error *err);

/// One metadata item of the data set ("gazetteer", "GeoNames ..."); kept where the format can. Errors: IO,
/// MEMORY.
SM_API sm_status sm_writer_note(sm_writer *writer, const char *key, const char *value, sm_error *err);

/// Styles, metadata, then everything into its place. Frees the writer in any case. Errors: IO (the old state
/// stands).
SM_API sm_status sm_writer_commit(sm_writer *writer, sm_error *err);
/// Leave everything as it was; NULL is allowed.
SM_API void sm_writer_discard(sm_writer *writer);

/// Register the drivers that are needed for a path: GeoPackage and GeoJSON alone start faster than all of
/// GDAL's.
SM_API void sm_register_drivers(const char *path, const char *format);

#endif
