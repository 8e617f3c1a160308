#include "source.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <stdlib.h>

#include "collection.h"
#include "engine.h"
#include "report.h"

struct sm_source {
  sm_arena *arena;
  sm_source_options given; ///< texts in the arena
  sm_report_options report;
  sm_collection_options collection;
  unsigned with;
  sm_engine engine; ///< opened with the first report
  char **inputs;
  int next;
  sm_report_reader *reader;
  GByte *bytes; ///< of a virtual file, while its reader is open
  sm_document *document;
};

static bool complain(const sm_error *err) {
  CPLError(CE_Failure, CPLE_AppDefined, "STRIKEMAP: %s", err->message);
  return false;
}

// --- inputs ----------------------------------------------------------------------------------------------

static bool is_hidden(const char *path) { return path[0] == '.' || strstr(path, "/.") != NULL; }

static int by_bytes(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static bool is_virtual(const char *path) { return STARTS_WITH(path, "/vsi"); }

/// Reports of a virtual folder (a zip), recursive, in byte order, hidden ones skipped.
static void list_folder(sm_source *s, const char *folder) {
  char **names = VSIReadDirRecursive(folder);
  for (char **name = names; name && *name; name++) {
    size_t n = strlen(*name);
    if (n && (*name)[n - 1] != '/' && !is_hidden(*name) && sm_report_is_named(*name))
      s->inputs = CSLAddString(s->inputs, CPLFormFilename(folder, *name, NULL));
  }
  CSLDestroy(names);
  int n = CSLCount(s->inputs);
  if (n) qsort(s->inputs, (size_t)n, sizeof *s->inputs, by_bytes);
}

static bool list_inputs(sm_source *s) {
  const char *path = s->given.path;
  if (EQUAL(path, "-") || EQUAL(path, "/vsistdin/") || EQUAL(path, "/vsistdin")) path = "-";
  if (STARTS_WITH_CI(path, "http://") || STARTS_WITH_CI(path, "https://")) path = CPLSPrintf("/vsicurl/%s", path);
  VSIStatBufL stat;
  if (strcmp(path, "-") != 0 && VSIStatL(path, &stat) != 0) {
    CPLError(CE_Failure, CPLE_OpenFailed, "STRIKEMAP: %s: no such file or folder", path);
    return false;
  }
  if (is_virtual(path) && VSI_ISDIR(stat.st_mode))
    list_folder(s, path);
  else
    s->inputs = CSLAddString(NULL, path);
  return true;
}

long long sm_source_stream_size(const sm_source *s) {
  const char *extension = CSLCount(s->inputs) == 1 ? CPLGetExtension(s->inputs[0]) : "";
  VSIStatBufL stat;
  bool lines = EQUAL(extension, "jsonl") || EQUAL(extension, "ndjson");
  return lines && VSIStatL(s->inputs[0], &stat) == 0 ? (long long)stat.st_size : 0;
}

// --- options ---------------------------------------------------------------------------------------------

static const char *keep(sm_source *s, const char *text) {
  return text && *text ? sm_arena_strdup(s->arena, sm_str_of(text)) : NULL;
}

static bool parse_roles(sm_source *s, const char *list) {
  char **names = CSLTokenizeString2(list ? list : "", ",", CSLT_STRIPLEADSPACES | CSLT_STRIPENDSPACES);
  bool good = true;
  for (char **name = names; name && *name && good; name++) {
    int role = SM_ROLE_LITERAL;
    while (role <= SM_ROLE_EMBEDDED && !EQUAL(*name, sm_role_name((sm_role)role))) role++;
    good = role <= SM_ROLE_EMBEDDED;
    if (good)
      s->collection.roles |= 1u << role;
    else
      CPLError(CE_Failure, CPLE_IllegalArg, "STRIKEMAP: ROLES=%s is no role", *name);
  }
  CSLDestroy(names);
  return good;
}

static bool parse_with(sm_source *s, const char *list) {
  char **names = CSLTokenizeString2(list ? list : "", ",", CSLT_STRIPLEADSPACES | CSLT_STRIPENDSPACES);
  bool good = true;
  for (char **name = names; name && *name && good; name++) {
    unsigned bit = EQUAL(*name, "threatened") ? SM_WITH_THREATENED : EQUAL(*name, "planned") ? SM_WITH_PLANNED : 0;
    s->with |= bit;
    good = bit != 0;
    if (!good) CPLError(CE_Failure, CPLE_IllegalArg, "STRIKEMAP: WITH=%s is none of threatened, planned", *name);
  }
  CSLDestroy(names);
  return good;
}

static bool parse_options(sm_source *s, const sm_source_options *o) {
  s->given = (sm_source_options){.path = keep(s, o->path),
                                 .gazetteers = keep(s, o->gazetteers),
                                 .districts = keep(s, o->districts),
                                 .view = keep(s, o->view),
                                 .lexicons = keep(s, o->lexicons),
                                 .corrections = keep(s, o->corrections),
                                 .user_gazetteers = o->user_gazetteers};
  s->report = (sm_report_options){.date = SM_NO_DATE,
                                  .source = keep(s, o->source),
                                  .url = keep(s, o->url),
                                  .title = keep(s, o->title)};
  s->collection = (sm_collection_options){.no_merge = !o->merge, .min_conf = o->min_conf};
  if (!s->given.path) {
    CPLError(CE_Failure, CPLE_OpenFailed, "STRIKEMAP: no report is named after the prefix");
    return false;
  }
  if (o->date && *o->date) {
    s->report.date = sm_date_parse_iso(sm_str_of(o->date));
    if (s->report.date == SM_NO_DATE || strlen(o->date) != strlen("YYYY-MM-DD")) {
      CPLError(CE_Failure, CPLE_IllegalArg, "STRIKEMAP: DATE=%s is no day of the form YYYY-MM-DD", o->date);
      return false;
    }
  }
  if (!(o->min_conf >= 0 && o->min_conf <= 1)) {
    CPLError(CE_Failure, CPLE_IllegalArg, "STRIKEMAP: MIN_CONF is a number from 0 to 1");
    return false;
  }
  return parse_roles(s, o->roles) && parse_with(s, o->with);
}

sm_source *sm_source_open(const sm_source_options *options) {
  sm_source *s = calloc(1, sizeof *s);
  if (s) s->arena = sm_arena_new();
  if (!s || !s->arena) {
    CPLError(CE_Failure, CPLE_OutOfMemory, "STRIKEMAP: out of memory");
    free(s);
    return NULL;
  }
  if (parse_options(s, options) && list_inputs(s)) return s;
  sm_source_free(s);
  return NULL;
}

void sm_source_rewind(sm_source *s) {
  if (s->reader) sm_report_reader_close(s->reader);
  VSIFree(s->bytes);
  s->reader = NULL;
  s->bytes = NULL;
  s->next = 0;
}

void sm_source_free(sm_source *s) {
  if (!s) return;
  sm_source_rewind(s);
  if (s->document) sm_document_free(s->document);
  sm_engine_close(&s->engine);
  CSLDestroy(s->inputs);
  sm_arena_free(s->arena);
  free(s);
}

// --- reading ---------------------------------------------------------------------------------------------

static sm_status open_engine(sm_source *s, sm_error *err) {
  if (s->engine.reader) return SM_OK;
  char **gazetteers = CSLTokenizeString2(s->given.gazetteers ? s->given.gazetteers : "", ":", 0);
  char **lexicons = CSLTokenizeString2(s->given.lexicons ? s->given.lexicons : "", ":", 0);
  sm_engine_options how = {.gazetteers = (const char *const *)gazetteers,
                           .n_gazetteers = (size_t)CSLCount(gazetteers),
                           .no_user_gazetteers = !s->given.user_gazetteers,
                           .districts = s->given.districts,
                           .view = s->given.view,
                           .lexicons = (const char *const *)lexicons,
                           .n_lexicons = (size_t)CSLCount(lexicons)};
  sm_status status = sm_engine_open(&how, &s->engine, err);
  if (status) sm_engine_close(&s->engine);
  s->collection.gazetteer = s->engine.gazetteer;
  CSLDestroy(gazetteers);
  CSLDestroy(lexicons);
  return status;
}

static sm_status open_virtual(sm_source *s, const char *path, sm_error *err) {
  vsi_l_offset size = 0;
  if (!VSIIngestFile(NULL, path, &s->bytes, &size, SM_INPUT_MAX))
    return sm_fail(err, SM_ERROR_IO, "%s: cannot be read", path);
  sm_str bytes = {(const char *)s->bytes, (size_t)size};
  return sm_report_reader_open_memory(path, bytes, &s->report, &s->reader, err);
}

static void warn(const sm_error *err) { CPLError(CE_Warning, CPLE_AppDefined, "STRIKEMAP: %s", err->message); }

/// The next report that can be read; *end when none is left.
static sm_status next_report(sm_source *s, sm_report *report, bool *end, sm_error *err) {
  for (;;) {
    while (!s->reader) {
      const char *path = s->inputs ? s->inputs[s->next] : NULL;
      *end = !path;
      if (!path) return SM_OK;
      s->next++;
      sm_status status = is_virtual(path) ? open_virtual(s, path, err)
                                          : sm_report_reader_open(path, &s->report, &s->reader, err);
      if (status == SM_ERROR_MEMORY) return status;
      if (status) warn(err);
    }
    bool done = false;
    sm_status status = sm_report_reader_next(s->reader, report, &done, err);
    if (status == SM_ERROR_MEMORY) return status;
    if (status) warn(err);
    if (!status && !done) return SM_OK;
    if (done) {
      sm_report_reader_close(s->reader);
      VSIFree(s->bytes);
      s->reader = NULL;
      s->bytes = NULL;
    }
  }
}

static sm_status add_report(sm_source *s, sm_collection *collection, sm_report *report, sm_error *err) {
  bool known = false;
  sm_status status = sm_collection_admit(collection, report, &known, err);
  if (status == SM_ERROR_FORMAT) warn(err);
  if (status || known) return status == SM_ERROR_FORMAT ? SM_OK : status;
  if (s->document)
    status = sm_document_reset(s->document, report, s->engine.lexicon, err);
  else
    status = sm_document_new(report, s->engine.lexicon, &s->document, err);
  sm_reading_set set;
  if (!status) status = sm_engine_read(&s->engine, s->document, s->with, &set, err);
  return status ? status : sm_collection_add(collection, s->document, &set.mentions, &set.strikes, err);
}

static sm_status read_reports(sm_source *s, sm_collection *collection, int most, bool *end, sm_error *err) {
  sm_status status = SM_OK;
  for (int n = 0; !status && (!most || n < most); n++) {
    sm_report report;
    status = next_report(s, &report, end, err);
    if (status || *end) break;
    status = add_report(s, collection, &report, err);
  }
  return status;
}

static sm_status write_rows(sm_collection *collection, GDALDatasetH dataset, unsigned tables, sm_error *err) {
  sm_layers_options how = {.tables = tables & SM_ALL_TABLES, .open = true};
  sm_layers *layers = NULL;
  sm_status status = sm_layers_new(dataset, &how, &layers, err);
  if (!status) status = sm_collection_merge(collection, err);
  if (!status) status = sm_collection_write(collection, &layers, 1, err);
  sm_layers_free(layers);
  return status;
}

GDALDatasetH sm_source_layers(void) {
  // GDAL 3.11 gave the memory driver of rasters vector layers and took away the one of vectors.
  GDALDriverH driver = GDALGetDriverByName(GDAL_VERSION_NUM >= 3110000 ? "MEM" : "Memory");
  GDALDatasetH dataset = driver ? GDALCreate(driver, "strikemap", 0, 0, 0, GDT_Unknown, NULL) : NULL;
  sm_layers_options how = {.tables = SM_ALL_TABLES};
  sm_layers *layers = NULL;
  sm_error error = {0};
  if (!dataset) {
    CPLError(CE_Failure, CPLE_AppDefined, "STRIKEMAP: GDAL's memory driver is missing");
    return NULL;
  }
  if (sm_layers_new(dataset, &how, &layers, &error)) {
    complain(&error);
    GDALClose(dataset);
    return NULL;
  }
  sm_layers_free(layers);
  return dataset;
}

int sm_source_fill(sm_source *s, GDALDatasetH dataset, unsigned tables, int most, int *end) {
  sm_error error = {0};
  sm_collection *collection = NULL;
  bool last = false;
  sm_status status = open_engine(s, &error);
  s->collection.tables = tables & SM_ALL_TABLES;
  if (!status) status = sm_collection_new(&s->collection, &collection, &error);
  if (!status) status = read_reports(s, collection, most, &last, &error);
  if (!status && s->given.corrections)
    status = sm_collection_read_corrections(collection, s->given.corrections, &error);
  if (!status) status = write_rows(collection, dataset, tables, &error);
  sm_collection_free(collection);
  *end = last;
  return status ? complain(&error) : true;
}
