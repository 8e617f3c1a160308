/// Reports as a source of layers: lists the inputs of a path that GDAL can open, reads them through the engine and
/// writes their rows into layers. All that the driver does with strikemap; the C++ only speaks GDAL.
#ifndef SM_SOURCE_H
#define SM_SOURCE_H

#ifdef __cplusplus
extern "C" {
#endif

#include <gdal.h>

typedef struct sm_source sm_source;

/// Texts are copied. Lists are separated by commas, paths by colons; NULL: not given.
typedef struct sm_source_options {
  const char *path; ///< file, folder, /vsi path, http address, or "-"
  const char *date, *source, *url, *title;
  const char *gazetteers, *lexicons;
  const char *districts; ///< FILE or FILE:COLUMN
  const char *view;      ///< "un" or "de-facto"
  const char *roles, *with, *corrections;
  double min_conf;
  int merge;
  int user_gazetteers;
} sm_source_options;

/// Check the options and list the inputs; no report is read yet. On failure NULL and a CPLError.
sm_source *sm_source_open(const sm_source_options *options);
void sm_source_free(sm_source *source);

/// The layers' own dataset, empty: all layers of the contract with their columns. NULL and a CPLError on failure.
GDALDatasetH sm_source_layers(void);

/// Read the next `most` reports (0: all) into those layers of such a dataset that `tables` names (bits 1 << place in
/// sm_source_layers); what no such layer needs is not made. A report that cannot be read is a warning. *end: none
/// is left. FALSE and a CPLError on failure.
int sm_source_fill(sm_source *source, GDALDatasetH layers, unsigned tables, int most, int *end);

#define SM_SOURCE_ALL_TABLES (~0u)

/// Start again with the first report.
void sm_source_rewind(sm_source *source);

/// Bytes of the only input when that is a file of JSON lines, else 0: what is large is streamed.
long long sm_source_stream_size(const sm_source *source);

#ifdef __cplusplus
}
#endif
#endif
