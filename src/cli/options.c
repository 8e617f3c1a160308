#include "options.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

typedef enum value_kind { FLAG, TEXT, TEXTS, NUMBER, COUNT, DAY, BOX } value_kind;

typedef struct option_row {
  const char *name;
  value_kind kind;
  size_t offset;
  unsigned commands;
  const char *value;
  const char *help;
} option_row;

enum {
  READS = SM_CMD_MAP | SM_CMD_EXTRACT | SM_CMD_PLACES,
  SELECTS = SM_CMD_MAP | SM_CMD_OVERLAY | SM_CMD_GENERALISE,
  WRITES = SELECTS | SM_CMD_GEOCODE,
  PLACING = READS | SM_CMD_GEOCODE | SM_CMD_GAZETTEER,
  ALL = 0xff,
};

#define AT(member) offsetof(sm_options, member)

// clang-format off
static const option_row rows[] = {
    {"o", TEXT, AT(output), WRITES | SM_CMD_GAZETTEER, "FILE", "output file or data source"},
    {"f", TEXT, AT(format), WRITES, "DRIVER", "output format by its GDAL name (default: by the extension)"},
    {"nln", TEXT, AT(layer_name), WRITES, "NAME", "name of the main layer in the output"},
    {"t_srs", TEXT, AT(t_srs), WRITES, "CRS", "coordinate system of the geometries"},
    {"where", TEXT, AT(where), SELECTS, "EXPR", "keep the strikes for which EXPR holds"},
    {"spat", BOX, AT(spat), SELECTS, "XMIN YMIN XMAX YMAX", "keep the strikes in this box (degrees)"},
    {"lco", TEXTS, AT(lco), WRITES, "NAME=VALUE", "layer creation option of the driver"},
    {"dsco", TEXTS, AT(dsco), WRITES, "NAME=VALUE", "data source creation option of the driver"},
    {"append", FLAG, AT(append), SM_CMD_MAP, NULL, "add to an existing file and merge anew"},
    {"overwrite", FLAG, AT(overwrite), WRITES | SM_CMD_GAZETTEER, NULL, "replace an existing file"},
    {"layers", TEXT, AT(layers), SM_CMD_MAP, "LIST", "layers to write, joined by commas"},
    {"schema", TEXT, AT(schema), SM_CMD_MAP, "acled|ucdp", "write the columns of ACLED or of UCDP GED"},
    {"project", FLAG, AT(project), SM_CMD_MAP, NULL, "also write a QGIS project with base map and print layout"},
    {"no-text", FLAG, AT(no_text), SM_CMD_MAP, NULL, "do not store the reports' texts"},
    {"no-merge", FLAG, AT(no_merge), SM_CMD_MAP, NULL, "keep each report's strikes apart"},
    {"corrections", TEXT, AT(corrections), SM_CMD_MAP, "FILE", "apply an analyst's corrections"},
    {"generalise", TEXT, AT(generalise), SM_CMD_MAP, "adm1|adm2|10km", "coarsen places for publication"},
    {"with", TEXT, AT(with), SM_CMD_MAP | SM_CMD_EXTRACT, "threatened,planned", "also strikes that did not happen yet"},
    {"min-conf", NUMBER, AT(min_conf), READS, "0-1", "leave out what is less sure"},
    {"roles", TEXT, AT(roles), SM_CMD_MAP | SM_CMD_PLACES, "LIST", "roles of the mentions to write (default: all)"},
    {"date", DAY, AT(date), READS, "YYYY-MM-DD", "publication day of reports that do not tell theirs"},
    {"source", TEXT, AT(source), READS, "TEXT", "source of reports that do not tell theirs"},
    {"url", TEXT, AT(url), READS, "TEXT", "address of reports that do not tell theirs"},
    {"title", TEXT, AT(title), READS, "TEXT", "title of reports that have none"},
    {"text", TEXT, AT(text_column), READS, "COLUMN", "column of a table that holds the report"},
    {"gazetteer", TEXTS, AT(gazetteers), PLACING, "FILE", "a gazetteer of your own, asked first; repeatable"},
    {"no-user-gazetteers", FLAG, AT(no_user_gazetteers), PLACING, NULL, "only the built-in gazetteer and those given"},
    {"districts", TEXT, AT(districts), PLACING, "FILE[:COLUMN]", "your own district polygons instead of the built-in ones"},
    {"view", TEXT, AT(view), PLACING, "un|de-facto", "countries of disputed ground: United Nations' (default) or its holders'"},
    {"lexicon", TEXTS, AT(lexicons), READS | SM_CMD_GEOCODE, "FILE", "a word list of your own; repeatable"},
    {"place", TEXT, AT(place), SM_CMD_GEOCODE, "COLUMN", "column with the place or its description"},
    {"admin2", TEXT, AT(admin2), SM_CMD_GEOCODE, "COLUMN", "column with the district"},
    {"admin1", TEXT, AT(admin1), SM_CMD_GEOCODE, "COLUMN", "column with the province"},
    {"country", TEXT, AT(country), SM_CMD_GEOCODE, "COLUMN", "column with the country (name or ISO code)"},
    {"reverse", FLAG, AT(reverse), SM_CMD_GEOCODE, NULL, "from points to the places that hold them"},
    {"lon", TEXT, AT(lon), SM_CMD_GEOCODE, "COLUMN", "longitude column of --reverse"},
    {"lat", TEXT, AT(lat), SM_CMD_GEOCODE, "COLUMN", "latitude column of --reverse"},
    {"join", FLAG, AT(join), SM_CMD_OVERLAY, NULL, "give each strike the columns of the polygon that holds it"},
    {"count", FLAG, AT(count), SM_CMD_OVERLAY, NULL, "count strikes, deaths and injured in each polygon"},
    {"nearest", FLAG, AT(nearest), SM_CMD_OVERLAY, NULL, "name and distance of the nearest feature"},
    {"within", NUMBER, AT(within), SM_CMD_OVERLAY, "METRES", "keep the strikes that are so near to a feature"},
    {"grid", TEXT, AT(grid), SM_CMD_OVERLAY, "prio|hex:KM", "count in the cells of a grid"},
    {"period", TEXT, AT(period), SM_CMD_OVERLAY, "day|week|month", "count in each period"},
    {"to", TEXT, AT(to), SM_CMD_GENERALISE, "adm1|adm2|10km", "how coarse"},
    {"drop", TEXT, AT(drop), SM_CMD_GENERALISE | SM_CMD_MAP, "sentence,names,text", "columns to leave out"},
    {"in", TEXT, AT(inside), SM_CMD_GAZETTEER, "COUNTRY", "find: candidates in this country (name or ISO code) first"},
    {"from", TEXT, AT(from), SM_CMD_GAZETTEER, "ADDRESS", "get: folder of GeoNames dumps (default: GeoNames' own)"},
    {"name", TEXT, AT(name_column), SM_CMD_GAZETTEER, "COLUMN", "column with the name in a layer of your own"},
    {"jobs", COUNT, AT(jobs), READS, "N", "reports read side by side (default: 1)"},
    {"progress", FLAG, AT(progress), ALL, NULL, "show progress"},
    {"quiet", FLAG, AT(quiet), ALL, NULL, "no summary at the end"},
    {"help", FLAG, AT(help), ALL, NULL, "this help"},
};
// clang-format on
enum { N_ROWS = sizeof rows / sizeof rows[0] };

static bool add_text(sm_texts *list, const char *text) {
  if (list->n == list->cap) {
    size_t cap = list->cap ? list->cap * 2 : 8;
    const char **grown = realloc(list->items, cap * sizeof *grown);
    if (!grown) return false;
    list->items = grown;
    list->cap = cap;
  }
  list->items[list->n++] = text;
  return true;
}

/// The option of a name that ends at len, or NULL. "h" is "help"; underscores may stand for hyphens.
static const option_row *find_row(const char *name, size_t len, unsigned command) {
  if (len == 1 && name[0] == 'h') return find_row("help", 4, command);
  for (int i = 0; i < N_ROWS; i++) {
    if (!(rows[i].commands & command) || strlen(rows[i].name) != len) continue;
    size_t k = 0;
    while (k < len && (rows[i].name[k] == name[k] || (rows[i].name[k] == '-' && name[k] == '_'))) k++;
    if (k == len) return &rows[i];
  }
  return NULL;
}

static bool parse_number(const char *text, double *out) {
  char *end;
  *out = strtod(text, &end);
  return *text && !*end && *out == *out;
}

static sm_status set_value(const option_row *row, const char *text, sm_options *o, sm_error *err) {
  void *member = (char *)o + row->offset;
  double number = 0;
  switch (row->kind) {
  case TEXT:
    *(const char **)member = text;
    return SM_OK;
  case TEXTS:
    return add_text(member, text) ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  case NUMBER:
    if (parse_number(text, member)) return SM_OK;
    return sm_fail(err, SM_ERROR_USAGE, "-%s: %s is no number", row->name, text);
  case COUNT:
    if (!parse_number(text, &number) || number < 1 || number > 1024 || number != (int)number)
      return sm_fail(err, SM_ERROR_USAGE, "-%s: %s is no number from 1 to 1024", row->name, text);
    *(int *)member = (int)number;
    return SM_OK;
  case DAY:
    *(sm_date *)member = strlen(text) == 10 ? sm_date_parse_iso(sm_str_of(text)) : SM_NO_DATE;
    if (*(sm_date *)member != SM_NO_DATE) return SM_OK;
    return sm_fail(err, SM_ERROR_USAGE, "-%s: %s is no day YYYY-MM-DD", row->name, text);
  default:
    return SM_OK;
  }
}

static sm_status take_box(int argc, char **argv, int *i, sm_options *o, sm_error *err) {
  for (int k = 0; k < 4; k++)
    if (++*i >= argc || !parse_number(argv[*i], &o->spat[k]))
      return sm_fail(err, SM_ERROR_USAGE, "-spat needs four numbers: xmin ymin xmax ymax");
  if (o->spat[0] > o->spat[2] || o->spat[1] > o->spat[3])
    return sm_fail(err, SM_ERROR_USAGE, "-spat: the smaller coordinates come first");
  o->has_spat = true;
  return SM_OK;
}

static sm_status take_option(int argc, char **argv, int *i, unsigned command, sm_options *o, sm_error *err) {
  const char *name = argv[*i] + 1 + (argv[*i][1] == '-');
  size_t len = strcspn(name, "=");
  const option_row *row = find_row(name, len, command);
  if (!row) return sm_fail(err, SM_ERROR_USAGE, "unknown option %s (see --help)", argv[*i]);
  if (row->kind == FLAG) {
    if (name[len]) return sm_fail(err, SM_ERROR_USAGE, "-%s takes no value", row->name);
    *(bool *)((char *)o + row->offset) = true;
    return SM_OK;
  }
  if (row->kind == BOX) return take_box(argc, argv, i, o, err);
  const char *value = name[len] ? name + len + 1 : ++*i < argc ? argv[*i] : NULL;
  if (!value) return sm_fail(err, SM_ERROR_USAGE, "-%s needs a value: %s", row->name, row->value);
  return set_value(row, value, o, err);
}

sm_status sm_options_parse(int argc, char **argv, unsigned command, sm_options *out, sm_error *err) {
  *out = (sm_options){.jobs = 1, .date = SM_NO_DATE};
  bool options_end = false;
  sm_status status = SM_OK;
  for (int i = 0; i < argc && !status; i++) {
    if (!options_end && strcmp(argv[i], "--") == 0)
      options_end = true;
    else if (!options_end && argv[i][0] == '-' && argv[i][1])
      status = take_option(argc, argv, &i, command, out, err);
    else if (!add_text(&out->inputs, argv[i]))
      status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return status;
}

void sm_options_free(sm_options *o) {
  free(o->inputs.items);
  free(o->lco.items);
  free(o->dsco.items);
  free(o->gazetteers.items);
  free(o->lexicons.items);
}

void sm_options_help(unsigned command) {
  for (int i = 0; i < N_ROWS; i++) {
    if (!(rows[i].commands & command)) continue;
    char left[64];
    bool one = strlen(rows[i].name) <= 1;
    snprintf(left, sizeof left, "%s%s %s", one ? "-" : "--", rows[i].name,
             rows[i].value ? rows[i].value : "");
    printf("  %-32s %s\n", left, rows[i].help);
  }
}

sm_status sm_options_list(const char *option, const char *list, int (*find)(sm_str), unsigned *out,
                          sm_error *err) {
  for (const char *at = list; at && *at;) {
    size_t len = strcspn(at, ",");
    int id = find((sm_str){at, len});
    if (id < 0) return sm_fail(err, SM_ERROR_USAGE, "-%s: %.*s is none of its values", option, (int)len, at);
    *out |= 1u << id;
    at += len + (at[len] == ',');
  }
  return SM_OK;
}

/// In the order of the bits SM_WITH_*.
static int find_with(sm_str name) {
  return sm_str_equal(name, SM_STR("threatened")) ? 0 : sm_str_equal(name, SM_STR("planned")) ? 1 : -1;
}

static int find_role(sm_str name) {
  for (int role = SM_ROLE_LITERAL; role <= SM_ROLE_EMBEDDED; role++)
    if (sm_str_equal(name, sm_str_of(sm_role_name((sm_role)role)))) return role;
  return -1;
}

sm_status sm_options_with(const sm_options *o, unsigned *out, sm_error *err) {
  *out = 0;
  return sm_options_list("with", o->with, find_with, out, err);
}

sm_status sm_options_roles(const sm_options *o, unsigned *out, sm_error *err) {
  *out = o->roles ? 0 : ~0u;
  return sm_options_list("roles", o->roles, find_role, out, err);
}

sm_engine_options sm_options_engine(const sm_options *o) {
  return (sm_engine_options){.gazetteers = o->gazetteers.items,
                             .n_gazetteers = o->gazetteers.n,
                             .no_user_gazetteers = o->no_user_gazetteers,
                             .districts = o->districts,
                             .view = o->view,
                             .lexicons = o->lexicons.items,
                             .n_lexicons = o->lexicons.n};
}

sm_report_options sm_options_report(const sm_options *o) {
  return (sm_report_options){
      .date = o->date, .source = o->source, .url = o->url, .title = o->title, .text_column = o->text_column};
}
