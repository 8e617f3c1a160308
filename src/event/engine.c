#include "engine.h"

#include <stdio.h>
#include <stdlib.h>

#include "build.h"
#include "file.h"

enum { PATH_CAP = 4096 };

typedef struct path_set {
  sm_arena *arena;
  const char **items;
  size_t n, cap;
} path_set;

static sm_status add_path(path_set *set, sm_str path, sm_error *err) {
  const char **grown = sm_arena_grow(set->arena, set->items, set->n, &set->cap, sizeof *grown);
  char *copy = grown ? sm_arena_strdup(set->arena, path) : NULL;
  if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  set->items = grown;
  set->items[set->n++] = copy;
  return SM_OK;
}

/// Parts of a colon-separated list; empty ones are skipped.
static sm_status add_list(path_set *set, const char *list, sm_error *err) {
  sm_status status = SM_OK;
  while (list && *list && !status) {
    size_t n = strcspn(list, ":");
    if (n) status = add_path(set, (sm_str){list, n}, err);
    list += n + (list[n] == ':');
  }
  return status;
}

sm_status sm_user_gazetteer_folder(char *out, size_t cap, sm_error *err) {
  const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
  int n = 0;
  out[0] = 0;
  if (data && *data)
    n = snprintf(out, cap, "%s/strikemap/gazetteers", data);
  else if (home && *home)
    n = snprintf(out, cap, "%s/.local/share/strikemap/gazetteers", home);
  return n >= 0 && (size_t)n < cap ? SM_OK
                                   : sm_fail(err, SM_ERROR_LIMIT, "path of the user's data folder too long");
}

static sm_status add_user_folder(path_set *set, sm_error *err) {
  char folder[PATH_CAP];
  sm_status status = sm_user_gazetteer_folder(folder, sizeof folder, err);
  if (status || !folder[0] || sm_file_kind_of(folder) != SM_FILE_FOLDER) return status;
  char **names;
  size_t n;
  status = sm_folder_list(folder, set->arena, &names, &n, err);
  for (size_t i = 0; i < n && !status; i++) {
    if (!sm_str_equal(sm_path_extension(names[i]), SM_STR(".gaz"))) continue;
    const char *path = sm_arena_printf(set->arena, "%s/%s", folder, names[i]);
    status = path ? add_path(set, sm_str_of(path), err) : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return status;
}

static sm_status gather_paths(const sm_engine_options *options, path_set *set, sm_error *err) {
  sm_status status = SM_OK;
  for (size_t i = 0; options && i < options->n_gazetteers && !status; i++)
    status = add_path(set, sm_str_of(options->gazetteers[i]), err);
  bool user = !options || !options->no_user_gazetteers;
  if (user && !status) status = add_list(set, getenv("STRIKEMAP_GAZETTEERS"), err);
  if (user && !status) status = add_user_folder(set, err);
  char builtin[PATH_CAP];
  if (!status) status = sm_data_path(NULL, "world.gaz", builtin, sizeof builtin, err);
  return status ? status : add_path(set, sm_str_of(builtin), err);
}

/// Parts FILE:COLUMN; a file of that whole name has no column.
static sm_status part_districts(sm_arena *arena, const char *given, const char **file, const char **column, sm_error *err) {
  const char *colon = strrchr(given, ':');
  *file = given, *column = NULL;
  if (!colon || !colon[1] || strchr(colon, '/') || sm_file_kind_of(given) != SM_FILE_NONE) return SM_OK;
  const char *bare = sm_arena_strdup(arena, (sm_str){given, (size_t)(colon - given)});
  if (!bare) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (sm_file_kind_of(bare) == SM_FILE_NONE && strncmp(given, "/vsi", 4) != 0) return SM_OK; // "PG:dbname=..."
  *file = bare, *column = colon + 1;
  return SM_OK;
}

/// The layer of districts as a gazetteer of its own, which lies on disk only until it is open, and the rest of the stack.
static sm_status open_with_districts(const sm_engine_options *options, path_set *set, sm_gazetteer **out, sm_error *err) {
  char folder[PATH_CAP];
  sm_build_options how = {.districts = true};
  sm_gazetteer *base = NULL;
  const char *file;
  sm_status status = part_districts(set->arena, options->districts, &file, &how.name_column, err);
  if (!status) status = sm_gazetteer_open(set->items, set->n, &base, err);
  if (!status) status = sm_folder_temporary(folder, sizeof folder, err);
  if (!status) {
    const char *path = sm_arena_printf(set->arena, "%s/%.*s.gaz", folder, SM_STR_ARG(sm_path_stem(file)));
    const char **all = sm_arena_alloc(set->arena, (set->n + 1) * sizeof *all);
    if (!path || !all) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!status) status = sm_gazetteer_build(&file, 1, base, &how, path, NULL, NULL, err);
    for (size_t i = 0; !status && i < set->n; i++) all[i + 1] = set->items[i];
    if (!status) all[0] = path;
    if (!status) status = sm_gazetteer_open(all, set->n + 1, out, err);
    if (path && sm_file_kind_of(path) != SM_FILE_NONE) sm_file_remove(path, NULL); // it stays mapped
    sm_folder_remove(folder);
  }
  if (base) sm_gazetteer_close(base);
  return status;
}

static sm_status view_of(const sm_engine_options *options, sm_view *out, sm_error *err) {
  const char *view = options && options->view ? options->view : "un";
  *out = strcmp(view, "de-facto") == 0 ? SM_VIEW_DE_FACTO : SM_VIEW_UN;
  if (*out == SM_VIEW_DE_FACTO || strcmp(view, "un") == 0) return SM_OK;
  return sm_fail(err, SM_ERROR_USAGE, "view: %s is neither un nor de-facto", view);
}

sm_status sm_engine_open_gazetteer(const sm_engine_options *options, sm_gazetteer **out, sm_error *err) {
  path_set set = {.arena = sm_arena_new()};
  if (!set.arena) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  sm_view view;
  sm_status status = view_of(options, &view, err);
  if (!status) status = gather_paths(options, &set, err);
  bool districts = options && options->districts;
  if (!status) status = districts ? open_with_districts(options, &set, out, err) : sm_gazetteer_open(set.items, set.n, out, err);
  if (!status) sm_gazetteer_set_view(*out, view);
  sm_arena_free(set.arena);
  return status;
}

sm_status sm_engine_open(const sm_engine_options *options, sm_engine *out, sm_error *err) {
  *out = (sm_engine){0};
  char lexicon[PATH_CAP];
  sm_status status = sm_data_path(NULL, "en.lex", lexicon, sizeof lexicon, err);
  if (!status) status = sm_lexicon_open(lexicon, &out->lexicon, err);
  for (size_t i = 0; options && i < options->n_lexicons && !status; i++)
    status = sm_lexicon_add(out->lexicon, options->lexicons[i], err);
  if (!status) status = sm_engine_open_gazetteer(options, &out->gazetteer, err);
  if (!status) status = sm_geocoder_new(out->lexicon, out->gazetteer, &out->geocoder, err);
  bool strikes = !options || !options->places_only;
  if (!status && strikes) status = sm_reader_new(out->lexicon, out->gazetteer, out->geocoder, &out->reader, err);
  return status;
}

void sm_engine_close(sm_engine *engine) {
  if (engine->reader) sm_reader_free(engine->reader);
  if (engine->geocoder) sm_geocoder_free(engine->geocoder);
  if (engine->gazetteer) sm_gazetteer_close(engine->gazetteer);
  if (engine->lexicon) sm_lexicon_close(engine->lexicon);
  *engine = (sm_engine){0};
}

sm_status sm_engine_read(const sm_engine *engine, sm_document *document, unsigned with, sm_reading_set *out,
                         sm_error *err) {
  *out = (sm_reading_set){0};
  sm_status status = sm_read_strikes(engine->reader, document, &out->mentions, with, &out->strikes, err);
  if (status || out->mentions.n || with & SM_STRIKES_ALONE) return status;
  return sm_find_mentions(engine->geocoder, document, &out->mentions, err);
}
