// Places that open a sentence: "In Toribío, Cauca, ..." and "On Monday, in the Belgorod district, ..." tell where the small places lie that
// the sentence goes on to name.
#include "resolver.h"

/// Behind a mention and the word for its unit: "Belgorod [district]", "Grayvoron [urban district]".
static uint32_t past_unit_word(const sm_resolver *r, const sm_mention *m) {
  const sm_token *t = r->doc->tokens.items;
  const uint32_t end = r->doc->tokens.sentences[m->sentence].last;
  const bool described = m->last + 1 < end && t[m->last].entry && t[m->last].entry->word_bits & SM_WORD_ADJECTIVE && sm_token_cue(r->g, &t[m->last + 1], SM_CUE_UNIT);
  const uint32_t word = m->last + described;
  return word < end && sm_token_cue(r->g, &t[word], SM_CUE_UNIT) ? word + 1 : m->last;
}

/// Told with a word for a unit that holds villages.
static bool is_told_unit(const sm_resolver *r, const sm_mention *m) {
  const uint32_t past = past_unit_word(r, m);
  const uint8_t kind = past > m->last ? sm_token_cue(r->g, &r->doc->tokens.items[past - 1], SM_CUE_UNIT) & SM_UNIT_KIND : SM_KIND_UNKNOWN;
  return kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2 || m->said_kind == SM_KIND_ADM1 || m->said_kind == SM_KIND_ADM2;
}

/// "X, Y," and "X district of Y": mention k goes on with the address that the one before it begins.
static bool goes_on(const sm_resolver *r, size_t k) {
  const sm_mention *a = &r->m->items[k - 1], *b = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  const uint32_t joint = past_unit_word(r, a);
  if (a->sentence != b->sentence || a->role == SM_ROLE_DEMONYM || b->role == SM_ROLE_DEMONYM || b->first <= a->last) return false;
  return b->first == joint + 1 && (t[joint].sign == ',' || (sm_token_cue(r->g, &t[joint], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF);
}

/// "In X", ", in the X" at the beginning of a sentence, before any place or deed.
static bool is_led(const sm_resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  const sm_token *t = r->doc->tokens.items;
  const uint32_t floor = r->doc->tokens.sentences[m->sentence].first;
  uint32_t in = m->first;
  for (uint32_t back = 0; back < 2 && in > floor && (sm_token_cue(r->g, &t[in - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN; back++) in--; // "in the municipality", "in the"
  if (in <= floor || (in < m->first && !(sm_token_cue(r->g, &t[in], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE)) || (sm_token_cue(r->g, &t[in - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN) return false;
  if (k > 0 && r->m->items[k - 1].sentence == m->sentence) return false;
  for (uint32_t i = floor; i + 1 < in; i++)
    if (sm_has_cue(r->g, t[i].entry, SM_CUE_TRIGGER) || sm_has_cue(r->g, t[i].entry, SM_CUE_REPORTING) || t[i].sign == ';' || t[i].sign == ':') return false;
  return in - 1 == floor || t[in - 2].sign == ',' || sm_has_cue(r->g, t[in - 2].entry, SM_CUE_TIME) || sm_has_cue(r->g, t[floor].entry, SM_CUE_TIME);
}

bool sm_is_fronted(const sm_resolver *r, size_t k) {
  const sm_mention *m = &r->m->items[k];
  if (m->role != SM_ROLE_LITERAL) return false;
  size_t first = k;
  while (first > 0 && goes_on(r, first)) first--;
  const sm_token *next = &r->doc->tokens.items[past_unit_word(r, m)];
  const bool open = is_told_unit(r, m) && next->sentence == m->sentence && sm_token_cue(r->g, next, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE; // "In X district the village of Y"
  return is_led(r, first) && (next->sign == ',' || open);
}

bool sm_is_said_after(const sm_resolver *r, const sm_mention *front, const sm_mention *m) {
  const sm_token *t = r->doc->tokens.items;
  for (uint32_t i = front->last; i < m->first; i++)
    if (sm_token_cue(r->g, &t[i], SM_CUE_REPORTING) == SM_REPORTING_VERB) return true;
  return false;
}

/// The first place of the address that mention k ends; 0 none.
static sm_place_ref place_told(const sm_resolver *r, size_t k) {
  size_t first = k;
  while (first > 0 && goes_on(r, first)) first--;
  for (size_t i = first; i <= k; i++) {
    const sm_place_ref place = r->held[i] ? r->held[i] : r->by_name[r->names[i]].place;
    if (place && !r->rejected[i]) return place;
  }
  return 0;
}

/// The namesake of a small town that lies by the place that opens its sentence, else in its province.
static void hold(sm_resolver *r, size_t i, sm_place_ref front) {
  enum { KNOWN = 300000 };
  static const double BY_M = 60e3;
  const sm_place_ref chosen = r->by_name[r->names[i]].place;
  if (!chosen || !front || front == chosen || r->held[i] || r->m->items[i].role != SM_ROLE_LITERAL) return;
  const sm_place_brief c = sm_resolver_brief(r, chosen), o = sm_resolver_brief(r, front);
  const sm_place_ref unit = o.kind == SM_KIND_ADM1 ? front : o.kind == SM_KIND_CITY || o.kind == SM_KIND_ADM2 ? o.adm1 : 0;
  if (!unit || o.flags & SM_PLACE_CAPITAL || c.flags & SM_PLACE_CAPITAL || (c.kind != SM_KIND_CITY && c.kind != SM_KIND_ADM2) || c.population >= KNOWN) return;
  sm_place_ref by = o.kind == SM_KIND_ADM1 ? 0 : sm_namesake_near(r, i, &o, BY_M);
  float best = -1e9f;
  for (uint32_t k = 0; k < sm_resolver_name(r, i)->n && !by && c.adm1 != unit; k++) {
    const sm_option *option = &r->options[r->names[i]][k];
    if (option->brief.adm1 != unit || (option->brief.kind != SM_KIND_CITY && option->brief.kind != SM_KIND_ADM2) || option->standing <= best) continue;
    best = option->standing, by = option->place;
  }
  if (by && by != chosen) r->held[i] = by;
}

/// "In Grayvoron urban district, the outskirts of Kozinka were hit": a name of no gazetteer lies in the unit that opens its sentence.
static void hold_unlisted(sm_resolver *r, size_t i, size_t front) {
  sm_mention *m = &r->m->items[i], *unit = &r->m->items[front];
  if (sm_resolver_name(r, i)->n || m->container || m->role != SM_ROLE_LITERAL || !is_told_unit(r, unit) || r->rejected[front]) return;
  m->container = (uint32_t)front + 1;
  unit->flags |= SM_MENTION_CONTAINER;
  if (!unit->containee) unit->containee = (uint32_t)i + 1;
}

void sm_read_fronted(sm_resolver *r) {
  size_t front = SIZE_MAX;
  for (size_t k = 0; k < r->m->n; k++) {
    const sm_mention *m = &r->m->items[k];
    if (front != SIZE_MAX && m->sentence != r->m->items[front].sentence) front = SIZE_MAX;
    if (sm_is_fronted(r, k)) front = k;
    else if (front != SIZE_MAX && !sm_is_said_after(r, &r->m->items[front], m)) {
      hold(r, k, place_told(r, front));
      hold_unlisted(r, k, front);
    }
  }
}
