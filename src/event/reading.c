#include "reading.h"
#include "version.h"

#include <math.h>
#include <string.h>

typedef struct maker {
  const sm_document *document;
  const sm_gazetteer *gazetteer;
  sm_arena *arena;
  uint32_t sentence;       ///< the one made last + 1, and its value: claims mostly repeat it
  sm_value sentence_value;
  bool failed;
} maker;

static sm_value text_value(maker *m, sm_str s) {
  if (!s.len) return (sm_value){0};
  const char *copy = sm_arena_strdup(m->arena, s);
  if (!copy) m->failed = true;
  return sm_value_text(copy);
}

static sm_value code_value(maker *m, const char *code) {
  return text_value(m, sm_str_of(code));
}

static sm_str slice(const sm_document *document, sm_span span) {
  return (sm_str){document->report.text.ptr + span.begin, span.end - span.begin};
}

#define ALL_BYTES 0x0101010101010101ull

/// Whether a text has neither control characters nor two spaces side by side, as most sentences. Seven bytes at a time, for the eighth is
/// looked at with what follows it; borrows may mark too much, which costs only time.
static bool is_on_one_line(sm_str text) {
  size_t i = 0;
  for (uint64_t w; i + sizeof w <= text.len; i += sizeof w - 1) {
    memcpy(&w, text.ptr + i, sizeof w);
    const uint64_t other = w ^ ' ' * ALL_BYTES, spaces = (other - ALL_BYTES) & ~other & 0x80 * ALL_BYTES;
    if (((w - ' ' * ALL_BYTES) & ~w & 0x80 * ALL_BYTES) || spaces & spaces >> 8) return false;
  }
  for (; i < text.len; i++)
    if ((unsigned char)text.ptr[i] < ' ' || (text.ptr[i] == ' ' && i + 1 < text.len && text.ptr[i + 1] == ' ')) return false;
  return true;
}

/// Runs of white space become one space, in place; other control characters stay.
static void put_on_one_line(char *text) {
  char *to = text;
  for (const char *from = text; *from; from++) {
    if ((unsigned char)*from > ' ') {
      *to++ = *from;
      continue;
    }
    bool space = *from == ' ' || (*from >= '\t' && *from <= '\r');
    if (!space || (to > text && to[-1] != ' ')) *to++ = space ? ' ' : *from;
  }
  *to = 0;
}

/// Words of the report, which may be broken over two lines there.
static sm_value words_value(maker *m, sm_str s) {
  char *copy = s.len ? sm_arena_strdup(m->arena, s) : NULL;
  if (s.len && !copy) m->failed = true;
  if (copy && !is_on_one_line(s)) put_on_one_line(copy);
  return copy ? sm_value_text(copy) : (sm_value){0};
}

static sm_value sentence_value(maker *m, uint32_t index) {
  if (index >= m->document->tokens.n_sentences) return (sm_value){0};
  if (m->sentence == index + 1) return m->sentence_value;
  const sm_sentence *s = &m->document->tokens.sentences[index];
  const sm_str text = slice(m->document, (sm_span){s->begin, s->end});
  m->sentence = index + 1;
  return m->sentence_value = words_value(m, text);
}

static void set_span(maker *m, sm_value *v, sm_span span, int begin, int end) {
  if (sm_span_is_none(span)) return;
  v[begin] = sm_value_int(sm_code_point_at(m->document, span.begin));
  v[end] = sm_value_int(sm_code_point_at(m->document, span.end));
}

static void set_actors(maker *m, const sm_strike *s, sm_value *v) {
  v[SM_S_ATTACKER] = words_value(m, s->attacker.name);
  v[SM_S_ATTACKER_ISO3] = code_value(m, s->attacker.iso3);
  v[SM_S_ATTACKER_TYPE] = sm_value_count(s->attacker.type ? s->attacker.type : -1);
  v[SM_S_TARGET] = words_value(m, s->target.name);
  v[SM_S_TARGET_ISO3] = code_value(m, s->target.iso3);
  v[SM_S_TARGET_TYPE] = sm_value_count(s->target.type ? s->target.type : -1);
  v[SM_S_CIV_TARGET] = sm_value_bool(s->civ_target);
  v[SM_S_CROSS_BORDER] = sm_value_bool(s->cross_border);
}

static void set_time(maker *m, const sm_strike *s, sm_value *v) {
  v[SM_S_DATE_START] = sm_value_day(s->date_start);
  v[SM_S_DATE_END] = sm_value_day(s->date_end);
  v[SM_S_TIME_LOCAL] = words_value(m, s->time_local);
  v[SM_S_DATE_PREC] = sm_value_count(s->date_prec ? s->date_prec : -1);
  v[SM_S_TIME_PREC] = sm_value_count(s->time_prec ? s->time_prec : -1);
}

static void set_figures(const sm_strike *s, sm_value *v) {
  v[SM_S_FAT_LOW] = sm_value_count(s->fat_low);
  v[SM_S_FAT_BEST] = sm_value_count(s->fat_best);
  v[SM_S_FAT_HIGH] = sm_value_count(s->fat_high);
  v[SM_S_FAT_CIV] = sm_value_count(s->fat_civ);
  v[SM_S_FAT_CHILDREN] = sm_value_count(s->fat_children);
  v[SM_S_INJ_LOW] = sm_value_count(s->inj_low);
  v[SM_S_INJ_HIGH] = sm_value_count(s->inj_high);
  v[SM_S_N_STRIKES] = sm_value_count(s->n_strikes > 0 ? s->n_strikes : -1);
}

static void set_unit(maker *m, sm_place_ref ref, sm_value *name, sm_value *code) {
  if (!ref || !m->gazetteer) return;
  sm_place place;
  sm_gazetteer_place(m->gazetteer, ref, &place);
  *name = text_value(m, place.name);
  if (code) *code = text_value(m, place.code);
}

static void set_place(maker *m, const sm_location *l, sm_value *v) {
  v[SM_S_PLACE] = words_value(m, l->name);
  if (!l->place || !m->gazetteer) return;
  sm_place place;
  sm_gazetteer_place(m->gazetteer, l->place, &place);
  v[SM_S_PLACE_ID] = text_value(m, place.id);
  v[SM_S_PLACE_SRC] = text_value(m, place.source);
  if (!sm_value_known(v[SM_S_PLACE])) v[SM_S_PLACE] = text_value(m, place.name);
}

/// By the view that was asked for; what lies at a place or in a province is told by that.
static void set_country(maker *m, const sm_location *l, sm_value *v) {
  sm_place_ref by = l->place ? l->place : l->adm1 ? l->adm1 : l->country;
  v[SM_S_ISO3] = code_value(m, l->iso3);
  if (!by || !m->gazetteer) return;
  sm_place place;
  sm_gazetteer_place(m->gazetteer, by, &place);
  sm_place_ref un = place.country;
  sm_gazetteer_as_viewed(m->gazetteer, &place);
  bool moved = place.country != un;
  set_unit(m, moved ? place.country : l->country, &v[SM_S_COUNTRY], NULL);
  if (l->place || moved) v[SM_S_DISPUTED] = code_value(m, place.disputed);
  if (!moved) return;
  v[SM_S_ISO3] = code_value(m, place.iso3);
  if (sm_value_known(v[SM_S_ATTACKER_ISO3]))
    v[SM_S_CROSS_BORDER] =
        sm_value_bool(!sm_str_equal(sm_value_str(v[SM_S_ATTACKER_ISO3]), sm_str_of(place.iso3)));
}

static const char *method_name(sm_loc_method method) {
  static const char *const names[] = {NULL,      "gazetteer", "relation", "border",
                                      "between", "inferred",  "table",    "analyst"};
  return names[method];
}

static void set_location(maker *m, const sm_location *l, sm_value *v) {
  if (l->method == SM_LOC_NONE && sm_span_is_none(l->where))
    return; // with words, but on no map: the words are told
  set_place(m, l, v);
  set_country(m, l, v);
  set_unit(m, l->adm1, &v[SM_S_ADM1], &v[SM_S_ADM1_CODE]);
  set_unit(m, l->adm2, &v[SM_S_ADM2], &v[SM_S_ADM2_CODE]);
  if (isfinite(l->lon) && isfinite(l->lat)) {
    v[SM_S_LON] = sm_value_real(l->lon);
    v[SM_S_LAT] = sm_value_real(l->lat);
    v[SM_S_RADIUS_M] = sm_value_real(round((double)l->radius_m));
    v[SM_S_AREA] = sm_value_json(sm_area_json(m->gazetteer, &l->area, m->arena));
  }
  v[SM_S_GEO_PREC] = sm_value_count(l->geo_prec ? l->geo_prec : -1);
  v[SM_S_WHERE_PREC] = sm_value_count(l->where_prec ? l->where_prec : -1);
  if (l->method != SM_LOC_NONE) v[SM_S_LOC_METHOD] = sm_value_text(method_name(l->method));
  if (sm_span_is_none(l->where)) return;
  set_span(m, v, l->where, SM_S_WHERE_BEGIN, SM_S_WHERE_END);
  v[SM_S_WHERE_TEXT] = words_value(m, slice(m->document, l->where));
}

static char *put(char *to, sm_str s) {
  memcpy(to, s.ptr, s.len);
  return to + s.len;
}

static void add_spans(maker *m, sm_buffer *b, sm_str key, sm_span_list list) {
  enum { MOST_BYTES = 32 }; // of a span with its signs
  char *start = list.n ? sm_buffer_reserve(b, key.len + list.n * MOST_BYTES + 8) : NULL, *to = start;
  if (!to) return;
  if (b->len > 1) *to++ = ',';
  to = put(put(put(to, SM_STR("\"")), key), SM_STR("\":["));
  for (size_t i = 0; i < list.n; i++) {
    if (i) *to++ = ',';
    *to++ = '[';
    to = sm_put_int(to, sm_code_point_at(m->document, list.items[i].begin));
    *to++ = ',';
    to = sm_put_int(to, sm_code_point_at(m->document, list.items[i].end));
    *to++ = ']';
  }
  *to++ = ']';
  b->len += (size_t)(to - start);
}

static sm_value evidence_value(maker *m, const sm_evidence *e) {
  sm_buffer b = {0};
  sm_buffer_add_char(&b, '{');
  add_spans(m, &b, SM_STR("trigger"), e->trigger);
  add_spans(m, &b, SM_STR("date"), e->date);
  add_spans(m, &b, SM_STR("attacker"), e->attacker);
  add_spans(m, &b, SM_STR("target"), e->target);
  add_spans(m, &b, SM_STR("weapon"), e->weapon);
  add_spans(m, &b, SM_STR("place"), e->place);
  add_spans(m, &b, SM_STR("killed"), e->killed);
  add_spans(m, &b, SM_STR("injured"), e->injured);
  sm_buffer_add_char(&b, '}');
  m->failed |= b.failed;
  sm_value value = b.failed || b.len == 2 ? (sm_value){0} : text_value(m, sm_buffer_str(&b));
  if (value.type == SM_TEXT) value.type = SM_JSON;
  sm_buffer_free(&b);
  return value;
}

static void set_report(maker *m, sm_value *v) {
  const sm_report *r = &m->document->report;
  v[SM_S_REPORT_ID] = text_value(m, r->id);
  v[SM_S_SOURCE] = text_value(m, r->source);
  v[SM_S_SOURCE_URL] = text_value(m, r->url);
  v[SM_S_PUBLISHED] = sm_value_day(r->published);
}

/// The reading's id with the claim's number.
static sm_value claim_id(maker *m, sm_value reading, size_t number) {
  enum { MOST_DIGITS = 20 };
  char *text = sm_arena_alloc(m->arena, reading.len + MOST_DIGITS + 2);
  if (!text) return m->failed = true, (sm_value){0};
  char digits[MOST_DIGITS], *at = text + reading.len, *d = digits;
  memcpy(text, reading.s, reading.len);
  *at++ = '-';
  do *d++ = (char)('0' + number % 10);
  while (number /= 10);
  while (d > digits) *at++ = *--d;
  *at = 0;
  return sm_value_text(text);
}

static void set_claim(maker *m, const sm_reading *reading, const sm_claim *c, size_t index, sm_value *v) {
  const sm_value *of = reading->v;
  v[SM_C_CLAIM_ID] = claim_id(m, of[SM_S_READING_ID], index + 1);
  v[SM_C_STRIKE] = v[SM_C_READING] = of[SM_S_READING_ID];
  v[SM_C_REPORT] = of[SM_S_REPORT_ID];
  v[SM_C_PUBLISHED] = of[SM_S_PUBLISHED];
  v[SM_C_CLAIMANT] = words_value(m, c->claimant);
  v[SM_C_KILLED_LOW] = sm_value_count(c->killed_low);
  v[SM_C_KILLED_HIGH] = sm_value_count(c->killed_high);
  v[SM_C_INJURED_LOW] = sm_value_count(c->injured_low);
  v[SM_C_INJURED_HIGH] = sm_value_count(c->injured_high);
  v[SM_C_CHILDREN] = sm_value_count(c->children);
  v[SM_C_CIVILIANS] = sm_value_count(c->civilians);
  v[SM_C_VICTIMS] = text_value(m, c->victims);
  v[SM_C_STANCE] = sm_value_text(sm_stance_name(c->stance));
  v[SM_C_SENTENCE] = sentence_value(m, c->sentence);
  v[SM_C_ORIGIN] = sm_value_text("report");
  set_span(m, v, c->span, SM_C_BEGIN, SM_C_END);
}

static void set_claims(maker *m, const sm_strike *s, sm_reading *out) {
  out->claims = sm_arena_calloc(m->arena, s->n_claims + 1, sizeof *out->claims);
  if (!out->claims) {
    m->failed = true;
    return;
  }
  for (size_t i = 0; i < s->n_claims; i++) set_claim(m, out, &s->claims[i], i, out->claims[i].v);
  out->n_claims = s->n_claims;
}

sm_status sm_reading_of(const sm_document *document, const sm_gazetteer *gazetteer, const sm_strike *strike,
                        const sm_provenance *provenance, sm_arena *arena, sm_reading *out, sm_error *err) {
  maker m = {.document = document, .gazetteer = gazetteer, .arena = arena};
  *out = (sm_reading){0};
  sm_value *v = out->v;
  char id[17];
  sm_reading_id(document, strike, id);
  v[SM_S_STRIKE_ID] = v[SM_S_READING_ID] = code_value(&m, id);
  set_report(&m, v);
  set_time(&m, strike, v);
  v[SM_S_EVENT_TYPE] = sm_value_text(strike->event_type);
  v[SM_S_SUB_EVENT_TYPE] = sm_value_text(strike->sub_event_type);
  v[SM_S_WEAPON] = text_value(&m, sm_weapon_names(document->arena, strike->weapons));
  set_actors(&m, strike, v);
  set_location(&m, &strike->location, v);
  set_figures(strike, v);
  v[SM_S_STATUS] = sm_value_text(sm_status_name(strike->status));
  v[SM_S_N_CLAIMS] = sm_value_int((int64_t)strike->n_claims);
  v[SM_S_N_REPORTS] = sm_value_int(1);
  v[SM_S_SENTENCE] = sentence_value(&m, strike->sentence);
  v[SM_S_CONF] = sm_value_real(round((double)strike->conf * 1000) / 1000);
  v[SM_S_RULE] = code_value(&m, strike->rule);
  v[SM_S_ENGINE] = sm_value_text(provenance->engine);
  v[SM_S_GAZETTEER] = sm_value_text(provenance->gazetteer);
  v[SM_S_EVIDENCE] = evidence_value(&m, &strike->evidence);
  if (sm_value_known(v[SM_S_READING_ID])) set_claims(&m, strike, out);
  return m.failed ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
}

sm_status sm_provenance_of(const sm_gazetteer *gazetteer, sm_arena *arena, sm_provenance *out,
                           sm_error *err) {
  enum { MAX_FILES = 64, HASH_SHOWN = 12 };
  *out = (sm_provenance){.engine = "strikemap " SM_VERSION};
  if (!gazetteer) return SM_OK;
  sm_gazetteer_file files[MAX_FILES];
  size_t n = sm_gazetteer_files(gazetteer, files, MAX_FILES);
  sm_buffer b = {0};
  for (size_t i = 0; i < n && i < MAX_FILES; i++) {
    sm_str path = files[i].path;
    for (size_t k = path.len; k > 0; k--)
      if (path.ptr[k - 1] == '/') {
        path = (sm_str){path.ptr + k, path.len - k};
        break;
      }
    sm_buffer_printf(&b, "%s%.*s@%.*s", i ? "; " : "", SM_STR_ARG(path), HASH_SHOWN, files[i].sha256);
  }
  out->gazetteer = b.failed ? NULL : sm_arena_strdup(arena, sm_buffer_str(&b));
  sm_buffer_free(&b);
  return out->gazetteer ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
