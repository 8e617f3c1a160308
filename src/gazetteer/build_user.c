#include <cpl_vsi.h>
#include <stdio.h>
#include <stdlib.h>

#include "build.h"
#include "file.h"
#include "import.h"
#include "units.h"

static bool ends_with(const char *text, const char *end) {
  size_t n = strlen(text), k = strlen(end);
  return n >= k && strcmp(text + n - k, end) == 0;
}

static char *join(const char *folder, const char *name) {
  size_t cap = strlen(folder) + strlen(name) + 2;
  char *path = malloc(cap);
  if (path) snprintf(path, cap, "%s%s%s", folder, *name ? "/" : "", name);
  return path;
}

/// The table inside an archive as GDAL opens it, malloc'ed: the largest .txt that is no readme, else the
/// archive itself.
static char *inside_archive(const char *path) {
  char *folder = join("/vsizip", path), *found = NULL;
  if (!folder) return NULL;
  VSIDIR *dir = VSIOpenDir(folder, 0, NULL);
  uint64_t largest = 0;
  for (const VSIDIREntry *e; dir && (e = VSIGetNextDirEntry(dir));) {
    if (!ends_with(e->pszName, ".txt") || strncmp(e->pszName, "readme", 6) == 0 || e->nSize < largest)
      continue;
    largest = e->nSize;
    free(found);
    found = join(folder, e->pszName);
  }
  if (dir) VSICloseDir(dir);
  if (!found) return folder;
  free(folder);
  return found;
}

static sm_status import_input(sm_import *import, const char *path, sm_error *err) {
  char *inside = ends_with(path, ".zip") ? inside_archive(path) : NULL;
  const char *open_as = inside ? inside : path;
  sm_str stem = sm_path_stem(open_as);
  snprintf(import->stem, sizeof import->stem, "%.*s", SM_STR_ARG(stem));
  bool text = ends_with(open_as, ".txt") || ends_with(open_as, ".txt.gz");
  sm_status status = text && sm_is_geonames(open_as) ? sm_import_geonames(import, open_as, err)
                                                     : sm_import_ogr(import, open_as, err);
  free(inside);
  return status;
}

static sm_status import_all(sm_import *import, const char *const *inputs, size_t n, const char *path,
                            sm_error *err) {
  sm_status status =
      sm_import_countries(import) ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  for (size_t i = 0; i < n && !status; i++) {
    import->share = 0.8 / (double)n;
    if (!sm_import_tell(import, 0, inputs[i]))
      status = sm_fail(err, SM_ERROR_STOPPED, "building the gazetteer was stopped");
    if (!status) status = import_input(import, inputs[i], err);
    import->done += import->share;
  }
  if (status) return status;
  sm_builder *b = &import->builder;
  b->version = sm_builder_string(b, sm_str_of(import->newest));
  if (import->geonames)
    b->attribution = sm_builder_string(b, SM_STR("Contains places from GeoNames (geonames.org), CC BY 4.0"));
  if (b->briefs.n <= 1)
    return sm_fail(err, SM_ERROR_FORMAT, "%s: no place in the input", n ? inputs[0] : path);
  if (import->options->districts && !sm_make_cells(b, SM_KIND_ADM2))
    return sm_fail(err, SM_ERROR_MEMORY, "%s: out of memory", path);
  if (!sm_import_tell(import, 0, "index"))
    return sm_fail(err, SM_ERROR_STOPPED, "building the gazetteer was stopped");
  return sm_builder_write(b, path, err);
}

sm_status sm_gazetteer_build(const char *const *inputs, size_t n, const sm_gazetteer *base,
                             const sm_build_options *options, const char *path, sm_progress progress,
                             void *user, sm_error *err) {
  static const sm_build_options none = {0};
  sm_import import = {.base = base, .options = options ? options : &none, .progress = progress, .user = user};
  if (n == 0) return sm_fail(err, SM_ERROR_USAGE, "%s: no input to build it from", path);
  sm_builder_init(&import.builder, base);
  sm_status status = import_all(&import, inputs, n, path, err);
  sm_vector_free(&import.countries);
  sm_builder_free(&import.builder);
  return status;
}
