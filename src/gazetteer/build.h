/// Compiling gazetteers: the built-in one from data/gazetteer, a user's own from GeoNames dumps, OGR layers
/// or CSV.
#ifndef SM_GAZETTEER_BUILD_H
#define SM_GAZETTEER_BUILD_H

#include "gazetteer.h"

/// Called now and then with a share done (0-1) and what is being done; false stops the work.
typedef bool (*sm_progress)(double done, const char *what, void *user);

/// Compile the built-in data folder into path (written aside, renamed). Errors: IO, FORMAT (file and line),
/// MEMORY, STOPPED.
SM_API sm_status sm_gazetteer_build_builtin(const char *folder, const char *path, sm_progress progress,
                                            void *user, sm_error *err);

typedef struct sm_build_options {
  const char *name_column; ///< of an OGR layer or CSV; NULL: guessed (name, NAME, ...)
  const char *source_name; ///< shown as place_src; NULL: the file's name
  bool districts; ///< polygons are districts: opened before the built-in gazetteer they replace its own there
} sm_build_options;

/// Compile a user's own files (GeoNames CC.zip or CC.txt, any OGR vector source, CSV) into path. base gives
/// countries and provinces for places that lack them; may be NULL.
SM_API sm_status sm_gazetteer_build(const char *const *inputs, size_t n, const sm_gazetteer *base,
                                    const sm_build_options *options, const char *path, sm_progress progress,
                                    void *user, sm_error *err);

#endif
