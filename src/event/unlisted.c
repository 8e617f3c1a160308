// What holds the names of no gazetteer: the same wherever the report says them.
#include "quarter.h"

/// "Boni, in the region of Mopti": what holds a name follows it, where another mention of it has but a neighbour of its own.
static bool is_told_after(const sm_mention *items, const sm_mention *x) {
  enum { WORDS = 6 };
  const sm_mention *holder = &items[x->container - 1];
  return holder > x && holder->sentence == x->sentence && holder->first - x->last <= WORDS;
}

void sm_follow_unlisted(sm_scan *scan) {
  enum { MOST = 64 };
  sm_mentions *m = scan->mentions;
  for (size_t i = 0, n = 0; i < m->n && n < MOST; i++) {
    const sm_mention *x = &m->items[i];
    if (x->place || !x->container || x->role == SM_ROLE_DEMONYM) continue;
    n++;
    for (size_t k = 0; k < m->n; k++) {
      sm_mention *y = &m->items[k];
      if ((y->place && !(y->flags & SM_MENTION_GUESS)) || (y->container && (y->container == x->container || !is_told_after(m->items, x) || is_told_after(m->items, y))) || y == x || !sm_str_equal(sm_span_text(scan, x->span), sm_span_text(scan, y->span))) continue;
      y->place = 0;
      y->container = x->container;
      y->flags |= SM_MENTION_UNLISTED;
    }
  }
}

/// Names of no gazetteer that have got what holds them, the first of each name.
typedef struct held_names {
  uint32_t mention[64];
  size_t n;
} held_names;

/// What holds an earlier mention of the same name, index + 1, where the new one tells nothing itself; 0 none.
static uint32_t held_before(const sm_scan *scan, const held_names *names, const sm_mention *x) {
  const sm_mention *items = scan->mentions->items;
  for (size_t k = 0; k < names->n; k++)
    if (sm_str_equal(sm_span_text(scan, items[names->mention[k]].span), sm_span_text(scan, x->span))) return items[names->mention[k]].container;
  return 0;
}

/// "X, in the province of Y (Z region)": the unit told behind a name tells but where that one lies.
static void note_container(const sm_scan *scan, size_t index) {
  enum { WORDS = 5 };
  sm_mention *items = scan->mentions->items, *x = &items[index], *holder = &items[x->container - 1];
  const bool next = x->container == index + 2 && holder->sentence == x->sentence && holder->first - x->last <= WORDS && holder->place && !holder->containee && holder->role == SM_ROLE_LITERAL;
  const uint8_t kind = next ? sm_gazetteer_brief(scan->reader->gazetteer, holder->place).kind : SM_KIND_UNKNOWN;
  if (kind != SM_KIND_ADM1 && kind != SM_KIND_ADM2) return;
  uint32_t of = x->last;
  while (of < holder->first && !sm_is(scan, of, SM_W_IN) && !sm_is(scan, of, SM_W_OF)) {
    if (!sm_is_sign(scan, of, ',') && !(scan->t[of].entry && scan->t[of].entry->word_bits & SM_WORD_NOUN_LOCATION)) return;
    of++;
  }
  if (of == holder->first && !sm_is_sign(scan, of - 1, ',')) return;
  for (uint32_t k = of; k < holder->first; k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_is_sign(scan, k, ';') || sm_is(scan, k, SM_W_AND)) return;
  holder->containee = (uint32_t)index + 1;
  holder->flags |= SM_MENTION_CONTAINER;
}

void sm_find_holders(sm_scan *scan) {
  const sm_gazetteer *g = scan->reader->gazetteer;
  sm_mentions *m = scan->mentions;
  held_names names = {.n = 0};
  for (size_t i = 0; i < m->n; i++) {
    sm_mention *x = &m->items[i];
    if (x->role == SM_ROLE_DEMONYM || x->place) continue;
    if (x->container) note_container(scan, i);
    sm_place_ref held = x->container ? m->items[x->container - 1].place : 0;
    const uint32_t town = sm_town_of_quarter(scan, i);
    if (x->container && (!held || (sm_gazetteer_brief(g, held).kind != SM_KIND_COUNTRY && (!town || m->items[town - 1].sentence != x->sentence)))) continue;
    const uint32_t before = x->container || town ? 0 : held_before(scan, &names, x);
    const bool of_next = i + 1 < m->n && !m->items[i + 1].place && sm_is_area_of(scan, x, x + 1); // what holds Y of "the X area of Y"
    const uint32_t of = of_next ? x[1].container : 0;
    const uint32_t holder = town ? town : before ? before : of ? of : sm_likely_holder(scan->reader->geocoder, scan->document, scan->mentions, of_next ? x + 1 : x, 0);
    sm_place_ref country = holder && m->items[holder - 1].place ? sm_gazetteer_brief(g, m->items[holder - 1].place).country : 0;
    if (holder != i + 1 && (!held || held == country || town)) x->container = holder; // "in a square of the Afghan capital": finer than the country
    if (x->container) note_container(scan, i);
    if (!before && x->container && names.n < sizeof names.mention / sizeof names.mention[0]) names.mention[names.n++] = (uint32_t)i;
  }
}
