/// strikemap gazetteer: build, get, add, list, info, find, remove.
#include <cpl_conv.h>
#include <gdal.h>
#include <stdio.h>

#include "build.h"
#include "command.h"
#include "engine.h"
#include "file.h"
#include "gazetteer_find.h"
#include "gazetteer_get.h"

enum { PATH_CAP = 4096 };

static bool show_progress(double done, const char *what, void *user) {
  (void)what;
  const sm_options *options = user;
  if (options->progress) GDALTermProgress(done, NULL, NULL);
  return true;
}

static sm_status refuse_existing(const sm_options *options, const char *path, sm_error *err) {
  if (options->overwrite || sm_file_kind_of(path) == SM_FILE_NONE) return SM_OK;
  return sm_fail(err, SM_ERROR_EXISTS, "%s: exists already (-overwrite replaces it)", path);
}

/// Open what is in use, or only the built-in gazetteer.
static sm_status open_gazetteer(const sm_options *options, bool builtin, sm_gazetteer **out, sm_error *err) {
  sm_engine_options how = sm_options_engine(options);
  if (builtin) how = (sm_engine_options){.no_user_gazetteers = true};
  return sm_engine_open_gazetteer(&how, out, err);
}

static void print_file(const sm_gazetteer_file *f) {
  printf("%.*s\n  places %u, names %u", SM_STR_ARG(f->path), f->n_places, f->n_names);
  if (f->version.len) printf(", of %.*s", SM_STR_ARG(f->version));
  printf("\n  sha256 %s\n", f->sha256);
  if (f->attribution.len) printf("  %.*s\n", SM_STR_ARG(f->attribution));
}

static sm_status print_files(const char *const *paths, size_t n, const sm_options *options, sm_error *err) {
  enum { MOST = 256 };
  sm_gazetteer *gazetteer;
  sm_status status = paths ? sm_gazetteer_open(paths, n, &gazetteer, err)
                           : open_gazetteer(options, false, &gazetteer, err);
  if (status) return status;
  sm_gazetteer_file *files = CPLCalloc(MOST, sizeof *files);
  size_t found = sm_gazetteer_files(gazetteer, files, MOST);
  for (size_t i = 0; paths && i < n && !status; i++) status = sm_gazetteer_check(paths[i], err); // large ones open unread
  for (size_t i = 0; !status && i < found && i < MOST; i++) print_file(files + i);
  CPLFree(files);
  sm_gazetteer_close(gazetteer);
  return status;
}

static sm_status build(const sm_options *options, const char *const *inputs, size_t n, const char *path,
                       sm_error *err) {
  sm_gazetteer *base = NULL;
  sm_build_options how = {.name_column = options->name_column};
  sm_status status = refuse_existing(options, path, err);
  if (!status) status = open_gazetteer(options, true, &base, err);
  if (!status) status = sm_gazetteer_build(inputs, n, base, &how, path, show_progress, (void *)(uintptr_t)options, err);
  sm_gazetteer_close(base);
  if (!status && options->progress) GDALTermProgress(1, NULL, NULL);
  if (!status && !options->quiet) status = print_files(&path, 1, options, err);
  return status;
}

/// The user's folder, made if it is missing.
static sm_status user_folder(char out[PATH_CAP], sm_error *err) {
  sm_status status = sm_user_gazetteer_folder(out, PATH_CAP, err);
  if (!status && !out[0]) return sm_fail(err, SM_ERROR_IO, "no home folder: set XDG_DATA_HOME, or name the file with -o");
  return status ? status : sm_folder_make(out, err);
}

/// A file of the user's folder by its name, with or without .gaz.
static sm_status user_file(sm_str name, char out[PATH_CAP], sm_error *err) {
  char folder[PATH_CAP];
  sm_status status = user_folder(folder, err);
  if (status) return status;
  bool plain = name.len > 0 && name.ptr[0] != '.' && !memchr(name.ptr, '/', name.len);
  if (!plain) return sm_fail(err, SM_ERROR_USAGE, "%.*s: not the name of a gazetteer", SM_STR_ARG(name));
  bool whole = name.len > 4 && memcmp(name.ptr + name.len - 4, ".gaz", 4) == 0;
  int n = snprintf(out, PATH_CAP, "%s/%.*s%s", folder, SM_STR_ARG(name), whole ? "" : ".gaz");
  return n > 0 && n < PATH_CAP ? SM_OK : sm_fail(err, SM_ERROR_LIMIT, "%s: path too long", folder);
}

static sm_status run_build(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  if (!options->output) return sm_fail(err, SM_ERROR_USAGE, "gazetteer build: name the output with -o FILE.gaz");
  return build(options, inputs, n, options->output, err);
}

/// Places of the user's own, into the user's folder under the first input's name.
static sm_status run_add(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  char path[PATH_CAP];
  sm_status status = SM_OK;
  if (options->output)
    snprintf(path, sizeof path, "%s", options->output);
  else
    status = user_file(sm_path_stem(inputs[0]), path, err);
  return status ? status : build(options, inputs, n, path, err);
}

static sm_status run_list(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  (void)inputs;
  (void)n;
  char folder[PATH_CAP];
  sm_arena *arena = sm_arena_new();
  if (!arena) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  char **names = NULL;
  size_t count = 0;
  sm_status status = sm_user_gazetteer_folder(folder, sizeof folder, err);
  if (!status && sm_file_kind_of(folder) == SM_FILE_FOLDER) status = sm_folder_list(folder, arena, &names, &count, err);
  size_t shown = 0;
  for (size_t i = 0; !status && i < count; i++) {
    if (!sm_str_equal(sm_path_extension(names[i]), SM_STR(".gaz"))) continue;
    const char *path = sm_arena_printf(arena, "%s/%s", folder, names[i]);
    sm_error bad = {0};
    if (!path || print_files(&path, 1, options, &bad)) sm_warn("%s", path ? bad.message : "out of memory");
    shown++;
  }
  if (!status && !shown && !options->quiet) printf("no gazetteers in %s\n", folder);
  sm_arena_free(arena);
  return status;
}

static sm_status run_info(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  sm_status status = n ? SM_OK : print_files(NULL, 0, options, err);
  for (size_t i = 0; i < n && !status; i++) status = print_files(inputs + i, 1, options, err);
  return status;
}

static sm_status run_remove(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  (void)options;
  sm_status status = SM_OK;
  for (size_t i = 0; i < n && !status; i++) {
    char path[PATH_CAP];
    status = user_file(sm_str_of(inputs[i]), path, err);
    if (!status && remove(path)) status = sm_fail(err, SM_ERROR_IO, "%s: no such gazetteer (see gazetteer list)", path);
  }
  return status;
}

static sm_status run_find(const sm_options *options, const char *const *inputs, size_t n, sm_error *err) {
  sm_gazetteer *gazetteer;
  sm_status status = open_gazetteer(options, false, &gazetteer, err);
  if (status) return status;
  if (n == 1 && strcmp(inputs[0], "-") == 0)
    status = sm_gazetteer_answer(gazetteer, stdin, stdout, err);
  else
    for (size_t i = 0; i < n; i++)
      if (!sm_gazetteer_print_candidates(gazetteer, sm_str_of(inputs[i]), sm_str_of(options->inside), stdout))
        sm_warn("%s: no place of that name or a like one", inputs[i]);
  sm_gazetteer_close(gazetteer);
  return status;
}

/// Fetch dumps and build them, each into a gazetteer of its own in the user's folder, or all into -o FILE.gaz; with -o
/// FOLDER the dumps are only fetched.
static sm_status run_get(const sm_options *options, const char *const *codes, size_t n, sm_error *err) {
  char folder[PATH_CAP], path[PATH_CAP];
  bool keep = options->output && sm_file_kind_of(options->output) == SM_FILE_FOLDER;
  sm_status status = keep ? SM_OK : user_folder(folder, err);
  if (keep) snprintf(folder, sizeof folder, "%s", options->output);
  sm_arena *arena = sm_arena_new();
  const char **dumps = arena ? sm_arena_calloc(arena, n, sizeof *dumps) : NULL;
  if (!status && !dumps) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < n && !status; i++) {
    status = sm_geonames_get(options->from, codes[i], folder, options->progress, path, sizeof path, err);
    if (!status && !(dumps[i] = sm_arena_strdup(arena, sm_str_of(path)))) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  if (!status && !keep && options->output) status = build(options, dumps, n, options->output, err);
  for (size_t i = 0; i < n && !status && !keep && !options->output; i++) {
    sm_options again = *options;
    again.overwrite = true; // a newer dump of the same country
    status = user_file(sm_path_stem(dumps[i]), path, err);
    if (!status) status = build(&again, dumps + i, 1, path, err);
    if (!status) remove(dumps[i]);
  }
  sm_arena_free(arena);
  return status;
}

typedef struct gazetteer_verb {
  const char *name;
  size_t least; ///< arguments wanted
  sm_status (*run)(const sm_options *options, const char *const *inputs, size_t n, sm_error *err);
} gazetteer_verb;

static const gazetteer_verb verbs[] = {{"build", 1, run_build}, {"get", 1, run_get},   {"add", 1, run_add},
                                       {"find", 1, run_find},   {"info", 0, run_info}, {"list", 0, run_list},
                                       {"remove", 1, run_remove}};

int sm_command_gazetteer(const sm_options *options) {
  sm_error error = {0};
  const char *name = options->inputs.n ? options->inputs.items[0] : "";
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
    if (strcmp(verbs[i].name, name) != 0) continue;
    size_t n = options->inputs.n - 1;
    sm_status status = SM_OK;
    GDALAllRegister();
    if (n < verbs[i].least) status = sm_fail(&error, SM_ERROR_USAGE, "gazetteer %s: names nothing to work on", name);
    if (!status) status = verbs[i].run(options, options->inputs.items + 1, n, &error);
    return status ? sm_report_error(&error) : SM_EXIT_DONE;
  }
  sm_fail(&error, SM_ERROR_USAGE, "gazetteer wants build, get, add, find, info, list or remove%s%s", *name ? ", not " : "", name);
  return sm_report_error(&error);
}
