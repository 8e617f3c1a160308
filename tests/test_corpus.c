/// Runs the readable cases of tests/corpus (see its README). Arguments: files; without any, all of them.
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine.h"
#include "fold.h"
#include "file.h"
#include "reading.h"

typedef struct runner {
  sm_engine engine;
  sm_document *document;
  sm_arena *arena;  ///< of the current file
  const char *path;
  uint64_t line;
  int cases, failures, known;
} runner;

typedef struct test_case {
  sm_str title, text, expected;
  sm_date date;
  sm_str headline;
  uint64_t line; ///< of the title
} test_case;

/// What a case got: rows of strikes, and mentions.
typedef struct outcome {
  sm_reading *strikes;
  size_t n_strikes;
  sm_mentions mentions;
} outcome;

// --- Small texts -----------------------------------------------------------------------------------------------

static bool starts(sm_str s, const char *with) { return s.len >= strlen(with) && memcmp(s.ptr, with, strlen(with)) == 0; }
static bool equal(sm_str s, const char *text) { return sm_str_equal(s, sm_str_of(text)); }

static sm_str after(sm_str s, const char *start) {
  size_t n = strlen(start);
  return sm_str_trim((sm_str){s.ptr + n, s.len - n});
}

static bool contains(sm_str s, sm_str part) {
  for (size_t i = 0; i + part.len <= s.len; i++)
    if (memcmp(s.ptr + i, part.ptr, part.len) == 0) return true;
  return false;
}

static double number(sm_str s) {
  char text[64];
  snprintf(text, sizeof text, "%.*s", SM_STR_ARG(s));
  return atof(text);
}

static bool is_number(sm_str s) { return s.len && strspn(s.ptr, "-0123456789.") >= s.len; }

// --- Values ----------------------------------------------------------------------------------------------------

static sm_str value_text(sm_value v, char out[32]) {
  if (v.type == SM_TEXT || v.type == SM_JSON) return sm_value_str(v);
  if (v.type == SM_NULL) snprintf(out, 32, "?");
  else if (v.type == SM_DAY) sm_date_format_iso((sm_date)v.i, out);
  else if (v.type == SM_BOOL) snprintf(out, 32, "%s", v.i ? "yes" : "no");
  else if (v.type == SM_REAL) snprintf(out, 32, "%g", v.r);
  else snprintf(out, 32, "%lld", (long long)v.i);
  return sm_str_of(out);
}

/// One alternative of an expected value.
static bool holds_one(sm_value v, sm_str expected) {
  char text[32];
  if (equal(expected, "?")) return v.type == SM_NULL;
  if (starts(expected, "~")) return contains(value_text(v, text), after(expected, "~"));
  sm_str high = expected, low = sm_str_take(&high, "..");
  if (high.len && (v.type == SM_INT || v.type == SM_REAL)) {
    double x = v.type == SM_INT ? (double)v.i : v.r;
    return x >= number(low) && x <= number(high);
  }
  if (v.type == SM_REAL && is_number(expected)) return fabs(v.r - number(expected)) < 1e-6;
  return sm_str_equal(value_text(v, text), expected);
}

static bool holds(sm_value v, sm_str expected) {
  while (expected.len)
    if (holds_one(v, sm_str_trim(sm_str_take(&expected, " / ")))) return true;
  return false;
}

/// The first and the last of two columns; one value stands for both.
static bool holds_range(sm_value first, sm_value last, sm_str expected) {
  sm_str high = expected, low = sm_str_take(&high, "..");
  return holds(first, low) && holds(last, high.len ? high : low);
}

/// "lon lat km K".
static bool near(double lon, double lat, sm_str expected) {
  double to_lon = number(sm_str_take(&expected, " ")), to_lat = number(sm_str_take(&expected, " km ")), km = number(expected);
  double f = acos(-1) / 180, a = lat * f, b = to_lat * f;
  double c = sin(a) * sin(b) + cos(a) * cos(b) * cos((lon - to_lon) * f);
  return acos(c > 1 ? 1 : c) * 6371 <= km;
}

/// Whether the text is a name of the place, however it is spelt.
static bool names_place(const runner *run, const sm_reading *r, sm_str text) {
  enum { MOST = 256 };
  sm_candidate found[MOST];
  uint64_t key = sm_name_key(text, NULL);
  if (key == sm_name_key(sm_value_str(r->v[SM_S_WHERE_TEXT]), NULL)) return true;
  sm_place_ref place = sm_gazetteer_by_id(run->engine.gazetteer, sm_value_str(r->v[SM_S_PLACE_ID]));
  size_t n = place ? sm_gazetteer_find(run->engine.gazetteer, key, found, MOST) : 0;
  for (size_t i = 0; i < n && i < MOST; i++)
    if (found[i].place == place) return true;
  return false;
}

/// The claims with a claimant as text: "medics 9 + 30, army denies".
static sm_value voices(const runner *run, const sm_reading *r) {
  char text[1024] = "", number[2][32];
  size_t n = 0;
  for (size_t i = 0; i < r->n_claims && n + 128 < sizeof text; i++) {
    const sm_value *c = r->claims[i].v;
    sm_str name = sm_value_str(c[SM_C_CLAIMANT]), stance = sm_value_str(c[SM_C_STANCE]);
    if (!name.len || name.len > 100) continue;
    n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s", n ? ", " : "", SM_STR_ARG(name));
    sm_str killed = value_text(c[SM_C_KILLED_LOW], number[0]), injured = value_text(c[SM_C_INJURED_LOW], number[1]);
    if (!equal(killed, "?") || !equal(injured, "?")) n += (size_t)snprintf(text + n, sizeof text - n, " %.*s + %.*s", SM_STR_ARG(killed), SM_STR_ARG(injured));
    if (!equal(stance, "claims")) n += (size_t)snprintf(text + n, sizeof text - n, " %.*s", SM_STR_ARG(stance));
  }
  if (!n) return (sm_value){0};
  return sm_value_text(sm_arena_strdup(run->arena, sm_str_of(text)));
}

static bool strike_holds(const runner *run, const sm_reading *r, sm_str key, sm_str expected, sm_value *got) {
  const sm_value *v = r->v;
  static const struct {
    const char *name;
    sm_strike_column column;
  } shorts[] = {{"by", SM_S_ATTACKER}, {"with", SM_S_WEAPON}, {"killed", SM_S_FAT_BEST}, {"country", SM_S_ISO3}};
  *got = (sm_value){0};
  if (equal(key, "at")) {
    *got = v[SM_S_LON];
    return v[SM_S_LON].type == SM_REAL && near(v[SM_S_LON].r, v[SM_S_LAT].r, expected);
  }
  if (equal(key, "day")) {
    *got = v[SM_S_DATE_START];
    return holds_range(v[SM_S_DATE_START], v[SM_S_DATE_END], expected);
  }
  if (equal(key, "injured")) {
    *got = v[SM_S_INJ_LOW];
    return holds_range(v[SM_S_INJ_LOW], v[SM_S_INJ_HIGH], expected);
  }
  if (equal(key, "voices")) {
    *got = voices(run, r);
    return holds(*got, expected);
  }
  int column = sm_table_column(sm_table_of(SM_TABLE_STRIKES), key);
  for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
    if (equal(key, shorts[i].name)) column = (int)shorts[i].column;
  if (column < 0) return false;
  *got = v[column];
  return holds(v[column], expected) || (equal(key, "place") && names_place(run, r, expected));
}

static bool mention_holds(const runner *r, const sm_mention *m, sm_str key, sm_str expected) {
  sm_place place = {0};
  if (m->place) sm_gazetteer_place(r->engine.gazetteer, m->place, &place);
  if (equal(key, "at")) return m->place && near(m->lon, m->lat, expected);
  const char *text = equal(key, "role") ? sm_role_name(m->role) : equal(key, "iso3") ? place.iso3 : NULL;
  sm_str got = text ? sm_str_of(text) : equal(key, "place_id") ? place.id : equal(key, "name") ? place.name : (sm_str){0};
  if (equal(expected, "?")) return got.len == 0;
  return sm_str_equal(got, expected);
}

// --- Cases -----------------------------------------------------------------------------------------------------

static void complain(runner *r, const test_case *c, bool *failed, const char *format, ...) {
  va_list args;
  bool known = starts(c->title, "(known)");
  if (!*failed && !known) printf("%s:%llu: %.*s\n", r->path, (unsigned long long)c->line, SM_STR_ARG(c->title));
  *failed = true;
  if (known) return;
  printf("    ");
  va_start(args, format);
  vprintf(format, args);
  va_end(args);
  printf("\n");
}

static sm_str describe(runner *r, const sm_reading *s) {
  static const sm_strike_column columns[] = {SM_S_PLACE, SM_S_DATE_START, SM_S_DATE_END, SM_S_ATTACKER, SM_S_WEAPON,
                                             SM_S_FAT_BEST, SM_S_INJ_LOW, SM_S_STATUS, SM_S_ISO3};
  const char *line = "";
  for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
    char text[32];
    sm_str value = value_text(s->v[columns[i]], text);
    line = sm_arena_printf(r->arena, "%s%s%.*s", line, i ? " | " : "", SM_STR_ARG(value));
  }
  return sm_str_of(line);
}

/// The first key of a line that does not hold, or {NULL, 0}.
static sm_str first_wrong(const runner *r, const sm_reading *s, sm_str line, sm_value *got) {
  while (line.len) {
    sm_str pair = sm_str_trim(sm_str_take(&line, ";")), value = pair;
    if (!pair.len) continue;
    sm_str key = sm_str_trim(sm_str_take(&value, "="));
    if (!strike_holds(r, s, key, sm_str_trim(value), got)) return pair;
  }
  return (sm_str){0};
}

static void check_mention(runner *r, const test_case *c, const outcome *o, sm_str line, bool wanted, bool *failed) {
  sm_str rest = after(line, wanted ? "mention" : "no mention"), text = sm_str_trim(sm_str_take(&rest, "|"));
  const sm_mention *found = NULL;
  for (size_t i = 0; i < o->mentions.n; i++) {
    const sm_mention *m = o->mentions.items + i;
    sm_str written = {r->document->report.text.ptr + m->span.begin, m->span.end - m->span.begin};
    if (sm_str_equal(written, text)) found = m;
  }
  if (wanted != (found != NULL)) complain(r, c, failed, "%s mention %.*s", wanted ? "no" : "unwanted", SM_STR_ARG(text));
  while (wanted && found && rest.len) {
    sm_str pair = sm_str_trim(sm_str_take(&rest, ";")), value = pair, key = sm_str_trim(sm_str_take(&value, "="));
    if (pair.len && !mention_holds(r, found, key, sm_str_trim(value)))
      complain(r, c, failed, "mention %.*s: not %.*s (%s; %s)", SM_STR_ARG(text), SM_STR_ARG(pair), sm_role_name(found->role),
               found->reason ? found->reason : "");
  }
}

static void check(runner *r, const test_case *c, const outcome *o, bool *failed) {
  sm_str lines = c->expected;
  size_t next = 0;
  bool only_mentions = false, strikes = false;
  while (lines.len) {
    sm_str line = sm_str_trim(sm_str_take(&lines, "\n"));
    if (!line.len || line.ptr[0] == '#') continue;
    if (starts(line, "mention ") || starts(line, "no mention ")) {
      only_mentions = true;
      check_mention(r, c, o, line, starts(line, "mention "), failed);
      continue;
    }
    strikes = true;
    bool optional = starts(line, "?");
    sm_value got;
    sm_str wrong = next < o->n_strikes ? first_wrong(r, o->strikes + next, optional ? after(line, "?") : line, &got) : line;
    if (optional && wrong.len) continue;
    if (next >= o->n_strikes) complain(r, c, failed, "missing: %.*s", SM_STR_ARG(line));
    else if (wrong.len) complain(r, c, failed, "not %.*s in: %.*s", SM_STR_ARG(wrong), SM_STR_ARG(describe(r, o->strikes + next)));
    next++;
  }
  if (only_mentions && !strikes) return;
  for (; next < o->n_strikes; next++) complain(r, c, failed, "unwanted: %.*s", SM_STR_ARG(describe(r, o->strikes + next)));
}

static sm_status read_case(runner *r, const test_case *c, outcome *out, sm_error *err) {
  sm_report report = {.id = SM_STR("case"), .text = c->text, .title = c->headline, .published = c->date,
                      .first_invalid = SM_NO_OFFSET};
  sm_status status = r->document ? sm_document_reset(r->document, &report, r->engine.lexicon, err)
                                 : sm_document_new(&report, r->engine.lexicon, &r->document, err);
  sm_reading_set set = {0};
  if (!status) status = sm_engine_read(&r->engine, r->document, 0, &set, err);
  *out = (outcome){.n_strikes = set.strikes.n, .mentions = set.mentions};
  out->strikes = status ? NULL : sm_arena_calloc(r->arena, set.strikes.n + 1, sizeof *out->strikes);
  sm_provenance provenance = {"test", NULL};
  for (size_t i = 0; out->strikes && !status && i < set.strikes.n; i++)
    status = sm_reading_of(r->document, r->engine.gazetteer, set.strikes.items + i, &provenance, r->arena, out->strikes + i, err);
  return status;
}

static void run_case(runner *r, const test_case *c) {
  outcome o;
  sm_error err = {0};
  bool failed = false, known = starts(c->title, "(known)");
  r->cases++;
  if (read_case(r, c, &o, &err)) complain(r, c, &failed, "%s", err.message);
  else check(r, c, &o, &failed);
  r->known += known && failed;
  r->failures += failed && !known;
  if (known && !failed)
    printf("%s:%llu: %.*s\n    passes now: take the mark off\n", r->path, (unsigned long long)c->line, SM_STR_ARG(c->title));
}

/// The part of *rest up to the next line that starts with mark; counts lines.
static sm_str take_until(runner *r, sm_str *rest, const char *mark) {
  sm_str part = {rest->ptr, 0};
  while (rest->len && !starts(*rest, mark)) {
    sm_str before = *rest;
    sm_str_take(rest, "\n");
    part.len += before.len - rest->len;
    r->line++;
  }
  return part;
}

static bool take_head(sm_str *text, const char *name, sm_str *value) {
  if (!starts(*text, name)) return false;
  *value = after(sm_str_take(text, "\n"), name);
  return true;
}

static bool run_file(runner *r, const char *path) {
  char *bytes;
  size_t len;
  sm_error err = {0};
  if (sm_file_read(path, 16 << 20, &bytes, &len, &err)) {
    printf("%s\n", err.message);
    return false;
  }
  sm_str rest = {bytes, len};
  r->path = path;
  r->line = 1;
  sm_arena_reset(r->arena);
  take_until(r, &rest, "===");
  while (rest.len) {
    test_case c = {.date = SM_NO_DATE, .line = r->line};
    c.title = after(sm_str_take(&rest, "\n"), "===");
    r->line++;
    c.text = take_until(r, &rest, "---");
    sm_str_take(&rest, "\n");
    r->line++;
    c.expected = take_until(r, &rest, "===");
    sm_str date;
    if (take_head(&c.text, "date:", &date)) c.date = sm_date_parse_iso(date);
    take_head(&c.text, "title:", &c.headline);
    c.text = sm_str_trim(c.text);
    run_case(r, &c);
  }
  free(bytes);
  return true;
}

static bool run_folder(runner *r, const char *folder) {
  sm_arena *arena = sm_arena_new();
  char **names;
  size_t n;
  sm_error err = {0};
  bool good = arena && !sm_folder_list(folder, arena, &names, &n, &err);
  for (size_t i = 0; good && i < n; i++)
    if (equal(sm_path_extension(names[i]), ".txt"))
      good = run_file(r, sm_arena_printf(arena, "%s/%s", folder, names[i]));
  sm_arena_free(arena);
  return good;
}

int main(int argc, char **argv) {
  runner r = {.arena = sm_arena_new()};
  sm_error err = {0};
  const char *source = getenv("SM_SOURCE");
  char folder[4096];
  snprintf(folder, sizeof folder, "%s/tests/corpus", source ? source : ".");
  sm_engine_options options = {.no_user_gazetteers = true};
  if (sm_engine_open(&options, &r.engine, &err)) {
    printf("%s\n", err.message);
    return 1;
  }
  bool good = true;
  for (int i = 1; i < argc && good; i++) good = run_file(&r, argv[i]);
  if (argc < 2) good = run_folder(&r, folder);
  printf("%d cases, %d failed, %d known failures\n", r.cases, r.failures, r.known);
  sm_document_free(r.document);
  sm_engine_close(&r.engine);
  sm_arena_free(r.arena);
  return good && r.cases > 0 && r.failures == 0 ? 0 : 1;
}
