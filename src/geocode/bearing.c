// Bearings that the report tells of a place in a sentence of their own: "X is 20 km north of Y", "The village lies some 30 miles from Y",
// "X, a village 20 km north of Y", "X, on the road between A and B". They place X wherever else the report names it.
#include <math.h>

#include "bearing.h"
#include "boundary.h"
#include "distance.h"
#include "said.h"

static uint8_t preposition(const sm_context *w, uint32_t i) { return sm_context_cue(w, i, SM_CUE_PREPOSITION) & 15; }

/// "is", "lies", "is located" up to the token where the bearing begins: where it begins itself, or 0.
static uint32_t verb_before(const sm_context *w, uint32_t begin) {
  static const char *const lie[] = {"is", "was", "are", "were", "lies", "lay", "lie", "sits", "stands", "located", "situated"}, *const loose[] = {"about", "some", "only", "just", "around", "roughly", "approximately", "located", "situated", "nearly", "barely", "almost", "less", "more", "than"};
  uint32_t i = begin;
  while (i > w->first + 1 && SM_TOKEN_READS_ANY(w->doc, i - 1, loose)) i--;
  if (i > w->first && SM_TOKEN_READS_ANY(w->doc, i - 1, lie)) return i - 1;
  return i < begin && i > w->first && SM_TOKEN_READS_ANY(w->doc, i, lie) ? i : 0; // "X, located about"
}

/// The settlement's noun at the head of a sentence that goes on about what was named last: "The village lies".
static bool is_last_named(const sm_context *w, uint32_t verb) {
  static const char *const article[] = {"the", "The"}, *const noun[] = {"village", "town", "hamlet", "settlement", "camp", "area", "city", "community", "locality", "island", "site", "base"};
  return verb == w->first + 2 && SM_TOKEN_READS_ANY(w->doc, w->first, article) && SM_TOKEN_READS_ANY(w->doc, w->first + 1, noun);
}

static bool may_lie(const sm_context *w, const sm_mention *m) {
  return m->role == SM_ROLE_LITERAL && !(m->flags & SM_MENTION_CONTAINER) && (!m->place || sm_gazetteer_brief(w->g->gazetteer, m->place).kind == SM_KIND_CITY);
}

/// "X village on the A-B highway some 60 km west of Y", "X, a hamlet on the road to A, 30 km east of Y": the name that a way leads past, index + 1;
/// 0 none. y: the place that the bearing is told by.
static size_t subject_past_way(const sm_context *w, size_t y, uint32_t begin) {
  enum { WORDS = 14, LEAD = 5 };
  static const char *const ways[] = {"road", "highway", "motorway", "route", "track", "railway", "axis"}, *const on[] = {"on", "along"};
  const sm_mention *items = w->m->items;
  for (size_t k = y; k-- > 0 && items[k].sentence == items[y].sentence && begin > items[k].last && begin - items[k].last <= WORDS;) {
    bool lead = false, way = false, plain = true;
    for (uint32_t i = items[k].last; i < begin && plain; i++) {
      lead |= i < items[k].last + LEAD && SM_TOKEN_READS_ANY(w->doc, i, on);
      way |= lead && SM_TOKEN_READS_ANY(w->doc, i, ways);
      plain = !sm_context_cue(w, i, SM_CUE_TRIGGER) && w->t[i].sign != ';' && !(w->t[i].key && sm_context_cue(w, i, SM_CUE_CONNECTOR) & SM_JOIN_AND);
    }
    if (!plain) return 0;
    if (way) return may_lie(w, &items[k]) ? k + 1 : 0;
  }
  return 0;
}

/// "X, in the territory of T, some 15 km from Y", "X (T district), 15 km from Y": the name that nothing but its units parts from a bearing; index + 1, 0 none.
static size_t subject_past_units(const sm_context *w, size_t y, uint32_t begin) {
  enum { UNITS = 2, WORDS = 8 };
  const sm_mention *items = w->m->items;
  uint32_t end = begin;
  for (size_t k = y; k-- > 0 && k + 2 + UNITS > y && items[k].sentence == items[y].sentence && items[k].last < end && end - items[k].last <= WORDS; end = items[k].first) {
    for (uint32_t i = items[k].last; i < end; i++)
      if (sm_context_cue(w, i, SM_CUE_TRIGGER) || w->t[i].sign == ';' || sm_context_cue(w, i, SM_CUE_CONNECTOR) & (SM_JOIN_AND | SM_JOIN_AUXILIARY)) return 0;
    if (k + 1 < y && !items[k].place && may_lie(w, &items[k])) return k + 1;
    const uint8_t kind = items[k].place ? sm_gazetteer_brief(w->g->gazetteer, items[k].place).kind : SM_KIND_UNKNOWN;
    if (kind == SM_KIND_CITY && items[k].said_kind != SM_KIND_ADM2) return 0;
  }
  return 0;
}

/// The mention that a bearing is told of, index + 1; 0 none. y: the place that it is told by, whose bearing begins at a token.
static size_t subject_of(const sm_context *w, size_t y, uint32_t begin) {
  const sm_mention *items = w->m->items, *by = &items[y];
  const size_t before = y > 0 && items[y - 1].sentence == by->sentence ? y : 0;
  if (before && items[y - 1].container == y + 1 && may_lie(w, &items[y - 1])) return before; // "X, 20 km north of Y"
  const uint32_t verb = verb_before(w, begin);
  if (!verb) {
    const size_t past = subject_past_way(w, y, begin);
    return past ? past : subject_past_units(w, y, begin);
  }
  if (before) {
    size_t k = y - 1;
    while (k > 0 && items[k - 1].sentence == by->sentence) k--;
    static const char *const which[] = {"which", "that"};
    if (verb > w->first && SM_TOKEN_READS_ANY(w->doc, verb - 1, which)) k = y - 1;
    else if (items[k].first > w->first + 2) return 0; // the subject heads its sentence
    for (uint32_t i = items[k].last; i < begin; i++)
      if (sm_context_cue(w, i, SM_CUE_TRIGGER)) return 0;
    return items[k].first < verb && may_lie(w, &items[k]) ? k + 1 : 0;
  }
  if (!is_last_named(w, verb)) return 0;
  const sm_sentence *s = w->doc->tokens.sentences;
  for (size_t k = y; k-- > 0 && s[items[k].sentence].paragraph + 1 >= s[by->sentence].paragraph && items[k].sentence + 2 >= by->sentence;)
    if (may_lie(w, &items[k])) return k + 1;
  return 0;
}

/// "X, on the road between A and B", "in X on the A-B axis", "X, which lies between A and B": the name that a way's first end y is told of, index + 1; 0 none.
static size_t subject_on_way(const sm_context *w, size_t y) {
  enum { WORDS = 7 };
  static const char *const on_way[] = {"on", "along", "between"};
  const sm_mention *m = w->m->items + y, *x = m - 1;
  if (y == 0 || x->sentence != m->sentence || x->place || m->first - x->last > WORDS || !m->place || y + 1 >= w->m->n || !m[1].place || !sm_are_road_ends(w->g, w->doc, m, m + 1)) return 0;
  if (sm_gazetteer_brief(w->g->gazetteer, m->place).kind == SM_KIND_COUNTRY) return 0; // "on the Pakistan-Iran highway"
  bool on = false;
  for (uint32_t i = x->last; i < m->first; i++) {
    if (sm_context_cue(w, i, SM_CUE_TRIGGER) || w->t[i].sign == ';' || sm_context_cue(w, i, SM_CUE_CONNECTOR) & SM_JOIN_AND) return 0;
    on |= SM_TOKEN_READS_ANY(w->doc, i, on_way);
  }
  return on ? y : 0;
}

/// In no gazetteer, and told in nothing behind it.
static bool is_loose(const sm_mentions *m, size_t i) {
  const sm_mention *x = &m->items[i];
  return !x->place && x->role == SM_ROLE_LITERAL && (!x->container || x->container <= i || m->items[x->container - 1].sentence != x->sentence);
}

/// "on the road between A and X" where the town A alone is listed: X, index + 1; 0 none.
static size_t other_end(const sm_context *w, size_t y) {
  static const float SURE = 0.8f;
  const sm_mention *m = &w->m->items[y], *end = w->m->items + w->m->n;
  const bool next = y + 1 < w->m->n && m[1].first == m->last + 1 && is_loose(w->m, y + 1), before = !next && y > 0 && m->first == m[-1].last + 1 && is_loose(w->m, y - 1);
  const sm_mention *a = next ? m : m - 1;
  if ((!next && !before) || a + 1 >= end || !m->place || m->flags & SM_MENTION_GUESS || m->conf < SURE || sm_gazetteer_brief(w->g->gazetteer, m->place).kind != SM_KIND_CITY || !sm_are_road_ends(w->g, w->doc, a, a + 1)) return 0;
  return next ? y + 2 : y;
}

/// The place that a bearing is told by, and how: false where mention y is none.
static bool is_bearing(const sm_context *w, const sm_mention *y, sm_said *how) {
  if (!y->place || y->role != SM_ROLE_LITERAL || y->first < w->first + 3) return false;
  const uint8_t p = preposition(w, y->first - 1);
  if (p != SM_PREP_OF && p != SM_PREP_FROM) return false;
  *how = sm_read_relation(w);
  return how->distance_m > 0 && how->relation == 0 && !how->part && how->begin > w->first;
}

/// Whether the place chosen for a name is not the one that the bearing tells.
static bool lies_off(const sm_geocoder *g, const sm_mention *m, const sm_mention *by, double metres) {
  enum { KNOWN = 100000 };
  static const double SLACK_M = 30e3, ROUGH = 1.5;
  const sm_place_brief b = sm_gazetteer_brief(g->gazetteer, m->place), o = sm_gazetteer_brief(g->gazetteer, by->place);
  if (b.kind != SM_KIND_CITY || b.population > KNOWN) return false;
  return sm_sphere_distance(b.lon, b.lat, o.lon, o.lat) > ROUGH * metres + SLACK_M;
}

void sm_read_bearings(const sm_geocoder *g, sm_document *document, sm_mentions *mentions) {
  enum { MOST = 32 };
  uint32_t of[MOST], by[MOST]; ///< mentions: what is told of, and by what
  size_t n = 0;
  const sm_sentence *s = document->tokens.sentences;
  for (size_t y = 0; y < mentions->n && n < MOST; y++) {
    const sm_mention *m = &mentions->items[y];
    const sm_context w = {g, document, document->tokens.items, s[m->sentence].first, s[m->sentence].last, mentions, y};
    sm_said how = {.azimuth = NAN};
    size_t x = is_bearing(&w, m, &how) ? subject_of(&w, y, how.begin) : subject_on_way(&w, y);
    if (!x) x = other_end(&w, y);
    if (!x || sm_str_equal(sm_mention_text(document, &mentions->items[x - 1]), sm_mention_text(document, m))) continue;
    const sm_mention *held = &mentions->items[x - 1];
    if (!held->place || lies_off(g, held, m, how.distance_m)) of[n] = (uint32_t)x - 1, by[n++] = (uint32_t)y;
  }
  if (!n) return;
  for (size_t i = 0; i < mentions->n; i++) {
    sm_mention *m = &mentions->items[i];
    if (m->role != SM_ROLE_LITERAL) continue;
    size_t k = 0;
    while (k < n && !sm_str_equal(sm_mention_text(document, m), sm_mention_text(document, &mentions->items[of[k]]))) k++;
    if (k == n) continue;
    m->place = 0;
    m->container = by[k] + 1;
    m->flags |= SM_MENTION_UNLISTED | SM_MENTION_GUESS | SM_MENTION_BEARING;
  }
}

/// The relation told for a place that is named literally, if a word for a direction stands just before its name; its azimuth is NAN if none does.
static sm_said direction_before(const sm_geocoder *g, sm_document *document, const sm_mentions *mentions, size_t index) {
  enum { BACK = 5 };
  const sm_mention *m = &mentions->items[index];
  const sm_sentence *s = &document->tokens.sentences[m->sentence];
  sm_said how = {.azimuth = NAN};
  if (m->role != SM_ROLE_LITERAL || !m->place || m->first < s->first + 1) return how;
  bool directed = false;
  for (uint32_t k = m->first; k > s->first && m->first - k < BACK && !directed; k--) directed = sm_token_cue(g, &document->tokens.items[k - 1], SM_CUE_DIRECTION);
  if (!directed) return how;
  const sm_context w = {g, document, document->tokens.items, s->first, s->last, mentions, index};
  return sm_read_relation(&w);
}

bool sm_bearing_without_distance(const sm_geocoder *g, sm_document *document, const sm_mentions *mentions, size_t index, double *azimuth) {
  const sm_mention *m = &mentions->items[index];
  if (m->first < document->tokens.sentences[m->sentence].first + 2 || !m->place || sm_gazetteer_brief(g->gazetteer, m->place).kind != SM_KIND_CITY) return false;
  const sm_said how = direction_before(g, document, mentions, index);
  *azimuth = how.azimuth;
  return !how.part && !how.close && !isnan(how.azimuth) && how.distance_m <= 0 && how.relation == 0;
}

bool sm_are_on_other_sides(const sm_geocoder *g, sm_document *document, const sm_mentions *mentions, size_t x, size_t y) {
  static const double APART = 80;
  const sm_said a = direction_before(g, document, mentions, x), b = isnan(a.azimuth) ? a : direction_before(g, document, mentions, y);
  return !isnan(a.azimuth) && !isnan(b.azimuth) && fabs(remainder(a.azimuth - b.azimuth, 360)) > APART;
}

bool sm_lies_in_direction(const sm_place_brief *from, const sm_place_brief *place, double azimuth) {
  static const double DEGREE = 0.0174532925199433, WITHIN = 0.5, FAR_M = 350e3;
  const double x = (place->lon - from->lon) * cos(from->lat * DEGREE), y = place->lat - from->lat, d = hypot(x, y);
  if (place->country != from->country || !(d > 0) || sm_sphere_distance(from->lon, from->lat, place->lon, place->lat) > FAR_M) return false;
  return (x * sin(azimuth * DEGREE) + y * cos(azimuth * DEGREE)) / d >= WITHIN;
}
