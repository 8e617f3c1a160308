/// Reading a user's own places into a gazetteer in the making. Private to the room.
#ifndef SM_IMPORT_H
#define SM_IMPORT_H

#include "boundary.h"
#include "build.h"
#include "builder.h"

typedef struct sm_import {
  sm_builder builder;
  const sm_gazetteer *base; ///< or NULL
  const sm_build_options *options;
  sm_vector countries; ///< of the base, see import.c
  char iso3[4];        ///< of the last place, borrowed by it
  char newest[11];     ///< newest modification date seen, "" for none
  char stem[64];       ///< name of the current input without extension
  bool geonames;       ///< some places came from GeoNames
  sm_progress progress;
  void *user;
  double done, share; ///< of the whole work: done before this input, and what this input is worth
} sm_import;

/// Whether the file is a GeoNames dump or a table of alternate names; path as GDAL opens it.
bool sm_is_geonames(const char *path);

/// Errors: IO, FORMAT (file and line), LIMIT, MEMORY, STOPPED.
sm_status sm_import_geonames(sm_import *import, const char *path, sm_error *err);

/// Any OGR vector source: points, or the middle of lines and polygons. Errors: IO, FORMAT, MEMORY, STOPPED.
sm_status sm_import_ogr(sm_import *import, const char *path, sm_error *err);

/// Countries of the base by alpha-2 code.
bool sm_import_countries(sm_import *import);

/// Fill in country, first-level unit and district of a place from the base, by its point and its country's
/// alpha-2 code (may be empty); district_id is the id of its district in the base if that is known.
void sm_import_units(sm_import *import, sm_new_place *place, sm_str alpha2, sm_str district_id);

/// False when the user wants to stop. share: done of this input, 0-1.
bool sm_import_tell(sm_import *import, double share, const char *what);

/// Another name of the place added last.
void sm_import_alias(sm_import *import, uint32_t p, const sm_new_place *place, sm_str name, uint32_t flags);

/// A place, its derived names and alternates parted by any of the signs in `by`. Errors: MEMORY.
sm_status sm_import_place(sm_import *import, const sm_new_place *place, sm_str alternates, const char *by,
                          sm_error *err);

#endif
