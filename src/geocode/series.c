// A list tells of all its items what it tells of one: "the villages of A, B and C", "A, B and C districts", and unknown
// names among places.
#include "recognise.h"

typedef struct series {
  const sm_geocoder *g;
  const sm_document *doc;
  sm_findings *f;
} series;

#define IS(name) sm_sign_is(&x->signs, SM_SIGN_##name)

enum { LONGEST = 40 };

static bool is_and(const series *s, uint32_t i) {
  return sm_token_cue(s->g, &s->doc->tokens.items[i], SM_CUE_CONNECTOR) & SM_JOIN_AND;
}

/// Whether nothing but a comma, "and" or both parts two findings, or a bracket that tells where the first lies.
static bool are_joined(const series *s, const sm_found *a, const sm_found *b) {
  const sm_token *t = s->doc->tokens.items;
  uint32_t i = a->last;
  if (t[a->first].sentence != t[b->first].sentence || b->first <= i) return false;
  if (t[i].sign == '(') return b->first == i + 1;
  const uint32_t close = i + (sm_token_cue(s->g, &t[i], SM_CUE_UNIT) != 0);
  if (close < b->first && t[close].sign == ')') i = close + 1; // "A (X region), B"
  if (b->first <= i || b->first > i + 3) return false;
  if (t[i].sign == ',') i++;
  if (i < b->first && is_and(s, i)) i++;
  const bool in = i + 1 == b->first && i > a->last && is_and(s, i - 1) && (sm_token_cue(s->g, &t[i], SM_CUE_PREPOSITION) & 15) == SM_PREP_IN; // "A, B and in C"
  return i + in == b->first;
}

/// A name that an unknown place may bear: no person, no ordinary word, not judged to be something else.
static bool may_be_place(const series *s, const sm_found *x) {
  if (IS(title_before) || IS(given_before) || IS(name_after) || IS(acronym) || IS(time_word) || IS(part_of_name) ||
      IS(organisation) || IS(short_upper) || IS(demonym) || IS(person_elsewhere) || IS(direction_word))
    return false;
  const sm_token *t = s->doc->tokens.items;
  bool strange = false;
  for (uint32_t i = x->first; i < x->last; i++) {
    if (!t[i].key) continue;
    if (t[i].flags & SM_TOKEN_NUMBER) return false;
    strange |= !(t[i].entry && (t[i].entry->rank || t[i].entry->classes));
  }
  return strange;
}

static bool is_person_name(const series *s, const sm_found *x) {
  const sm_token *t = s->doc->tokens.items;
  for (uint32_t i = x->first; i < x->last; i++)
    if (t[i].entry && t[i].entry->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME)) return true;
  return false;
}

/// A plural word for settlements or units, no common one ("areas" too, as it follows names).
static bool is_plural_unit(const series *s, uint32_t i, uint8_t side) {
  const sm_token *t = &s->doc->tokens.items[i];
  if (i >= s->doc->tokens.n || t->end < t->begin + 3 || s->doc->report.text.ptr[t->end - 1] != 's') return false;
  uint8_t unit = sm_token_cue(s->g, t, SM_CUE_UNIT), kind = unit & SM_UNIT_KIND;
  return unit & side && (kind == SM_KIND_CITY || kind == SM_KIND_ADM2 || kind == SM_KIND_ADM1);
}

/// "the villages of A, B": before the first item; "A, B and C villages": after the last one.
static bool names_units(const series *s, size_t first, size_t last) {
  const sm_found *a = &s->f->items[first], *z = &s->f->items[last];
  const sm_token *t = s->doc->tokens.items;
  if (is_plural_unit(s, z->last, SM_UNIT_AFTER) && t[z->last].sentence == t[z->first].sentence) return true;
  return a->first >= 2 && t[a->first - 2].sentence == t[a->first].sentence &&
         (sm_token_cue(s->g, &t[a->first - 1], SM_CUE_PREPOSITION) & 15) == SM_PREP_OF &&
         is_plural_unit(s, a->first - 2, 0xff);
}

static void take(const series *s, size_t first, size_t last, bool units) {
  for (size_t i = first; i <= last; i++) {
    sm_found *x = &s->f->items[i];
    if (x->taken || !may_be_place(s, x) || (!units && is_person_name(s, x))) continue;
    x->taken = true;
    x->score = 1;
  }
}

void sm_take_series(const sm_geocoder *geocoder, const sm_document *document, sm_findings *f) {
  const series s = {geocoder, document, f};
  for (size_t first = 0, last; first < f->n; first = last + 1) {
    for (last = first; last + 1 < f->n && last - first < LONGEST && are_joined(&s, &f->items[last], &f->items[last + 1]);)
      last++;
    if (last == first) continue;
    size_t places = 0, n = last - first + 1;
    for (size_t i = first; i <= last; i++) {
      const sm_found *x = &f->items[i];
      places += x->taken && !IS(demonym) && !IS(country);
    }
    bool units = names_units(&s, first, last);
    // Three items or more, most of them places: "Avdiivka, Rozdolivka and Soledar".
    if ((units && places) || (places >= 2 && 2 * places >= n && n > 2)) take(&s, first, last, units);
  }
}
