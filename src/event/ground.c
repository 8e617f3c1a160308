// The words for the place of a strike: the whole phrase round its name, and what stands for it where no name does ("in two city centre pubs").
#include "story.h"

/// "in", "at", "outside", ...: what leads to where something happens.
static bool leads_to_ground(const sm_scan *scan, uint32_t i) {
  static const sm_word words[] = {SM_W_IN, SM_W_AT, SM_W_OUTSIDE, SM_W_INSIDE, SM_W_NEAR, SM_W_BESIDE, SM_W_AROUND};
  return SM_IS_ANY(scan, i, words);
}

/// A building, a site, a part of town: no vehicle, no body, no weapon.
static bool is_ground(const sm_scan *scan, const sm_group *g) {
  const sm_lexicon_entry *e = scan->t[g->head].entry;
  if (!e || g->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || scan->mention_at[g->head]) return false;
  if (sm_has_cue(scan, g->head, SM_CUE_WEAPON) || sm_has_cue(scan, g->head, SM_CUE_TRIGGER) || sm_has_cue(scan, g->head, SM_CUE_VICTIM)) return false;
  const sm_cue_row *target = sm_cue_at(scan, g->head, SM_CUE_TARGET, NULL);
  static const char *const sides[] = {"front", "side", "direction", "distance", "end", "place"};
  if ((target && (target->kind == SM_K_VEHICLE || target->kind == SM_K_SHIP)) || SM_IS_ONE_OF(scan, g->head, sides)) return false;
  if (sm_is(scan, g->head, SM_W_CAPITAL) || sm_is(scan, g->head, SM_W_CITY) || sm_is(scan, g->head, SM_W_VILLAGE)) return true;
  return e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT);
}

/// "the bombing site", "at the scene of the second blast".
static bool find_scene(const sm_scan *scan, const sm_trigger *g, sm_span *out) {
  enum { BACK = 4 };
  static const char *const scenes[] = {"site", "scene", "area", "spot"};
  const uint32_t floor = scan->s[g->sentence].first, end = scan->s[g->sentence].last;
  if (g->verb) return false;
  if (g->last < end && SM_IS_ONE_OF(scan, g->last, scenes)) return *out = sm_tokens_span(scan, g->last, g->last + 1), true;
  for (uint32_t k = g->first; k > floor + 1 && g->first - k < BACK; k--) {
    if (!sm_is(scan, k - 1, SM_W_OF)) continue;
    if (SM_IS_ONE_OF(scan, k - 2, scenes)) return *out = sm_tokens_span(scan, k - 2, k - 1), true;
    return false;
  }
  return false;
}

/// "the plaza where the attack took place": what the clause of the deed tells more of.
static bool find_antecedent(const sm_story *story, const sm_trigger *g, sm_span *out) {
  enum { REACH = 6 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[g->sentence].first;
  for (uint32_t k = g->first; k > floor + 1 && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (!sm_is(scan, k - 1, SM_W_WHERE)) continue;
    const sm_group *before = sm_group_of(&story->syntax, k - 2);
    if (!before || before->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || before->last != k - 1 || scan->mention_at[before->head]) return false;
    return *out = sm_tokens_span(scan, before->first, k), true;
  }
  return false;
}

/// "on the airport road", but not "an attack on a base", which is what was struck.
static bool leads_along(const sm_scan *scan, const sm_trigger *trigger, const sm_group *g) {
  return sm_is(scan, g->lead, SM_W_ON) && g->lead > trigger->last && scan->t[g->head].entry && scan->t[g->head].entry->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT);
}

static bool tells_trigger(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER)) return true;
  return false;
}

/// The noun phrase before a preposition that leads to a place, itself led to: "a restaurant" of "at a restaurant in X"; NULL none.
static const sm_group *group_before(const sm_story *story, const sm_group *g) {
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[scan->t[g->first].sentence].first;
  if (g->lead == SM_NO_TOKEN || g->lead <= floor) return NULL;
  static const char *const besides[] = {"adjacent", "next", "close", "opposite"};
  const uint32_t end = g->lead > floor + 1 && SM_IS_ONE_OF(scan, g->lead - 1, besides) ? g->lead - 1 : g->lead;
  const sm_group *before = sm_group_of(&story->syntax, end - 1);
  const bool thing = before && !(before->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PRONOUN));
  return thing && before->last == end && before->lead != SM_NO_TOKEN && !tells_trigger(scan, before->first, before->last) ? before : NULL;
}

/// The name that a noun phrase holds, or that one after it holds by a preposition: mention, -1 none.
static int name_behind(const sm_story *story, const sm_group *g) {
  const sm_scan *scan = &story->scan;
  const sm_group *end = story->syntax.groups + story->syntax.n;
  enum { MOST_GROUPS = 3 };
  for (uint32_t n = 0; n < MOST_GROUPS && g < end; n++, g++) {
    if (n && (g->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || g->lead == SM_NO_TOKEN || g->lead != g[-1].last || !(leads_to_ground(scan, g->lead) || sm_is(scan, g->lead, SM_W_OF)))) return -1;
    for (uint32_t k = g->last; k > g->first; k--)
      if (scan->mention_at[k - 1]) return (int)scan->mention_at[k - 1] - 1;
  }
  return -1;
}

/// The whole phrase round the words for a place: "a restaurant in X, Y province", without the words for the deed.
static sm_span phrase_round(const sm_story *story, const sm_group *own, uint32_t first, uint32_t last) {
  enum { MOST_GROUPS = 4, GAP = 4 };
  const sm_scan *scan = &story->scan;
  const sm_mention *items = scan->mentions->items;
  const uint32_t head = first;
  int name = scan->mention_at[first] ? (int)scan->mention_at[first] - 1 : -1;
  if (own && !(own->flags & SM_GROUP_VERB) && !tells_trigger(scan, own->first, own->last)) {
    if (own->first < first) first = own->first;
    if (own->last > last) last = own->last;
    const sm_group *g = own;
    for (uint32_t n = 0; n < MOST_GROUPS && (g = group_before(story, g)); n++)
      if (leads_to_ground(scan, g->lead) || sm_is(scan, g->lead, SM_W_ON)) first = g->first;
    if (name < 0) name = name_behind(story, own);
    if (name >= 0 && items[name].last > last && !tells_trigger(scan, last, items[name].last)) last = items[name].last;
  }
  for (const sm_mention *x = name >= 0 ? &items[name] : NULL; x && x->container && x->container - 1 > (uint32_t)(x - items);) {
    x = &items[x->container - 1];
    if (x->sentence != scan->t[head].sentence || x->first > last + GAP || tells_trigger(scan, last, x->last)) break;
    if (x->last > last) last = x->last;
  }
  return sm_tokens_span(scan, first, last);
}

static bool find_ground(const sm_story *story, const sm_trigger *trigger, uint32_t first, uint32_t last, sm_span *out) {
  enum { REACH = 14 };
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (find_scene(scan, trigger, out) || find_antecedent(story, trigger, out)) return true;
  for (uint32_t i = y->first_of[trigger->sentence]; i < y->first_of[trigger->sentence + 1]; i++) {
    const sm_group *g = &y->groups[i];
    if (g->first < trigger->last || g->first < first) continue;
    if (g->first >= last || g->first > trigger->last + REACH) return false;
    if (g->lead == SM_NO_TOKEN || !(leads_to_ground(scan, g->lead) || leads_along(scan, trigger, g)) || !is_ground(scan, g)) continue;
    *out = phrase_round(story, g, g->head, g->head + 1);
    return true;
  }
  return false;
}

// ---- evidence

static bool is_within(const sm_span_list *list, sm_span span) {
  for (size_t i = 0; i < list->n; i++)
    if (list->items[i].begin <= span.begin && span.end <= list->items[i].end) return true;
  return false;
}

static sm_span phrase_of(const sm_story *story, const sm_mention *m) { return phrase_round(story, sm_group_of(&story->syntax, m->first), m->first, m->last); }

static uint32_t tokens_between(const sm_mention *m, const sm_trigger *g) { return m->first >= g->last ? m->first - g->last : g->first >= m->last ? g->first - m->last : 0; }

/// "3 killed in Bajaur blast. A bomb went off in Bajaur": named again nearer to a word for the deed.
static bool is_nearer(const sm_story *story, const sm_hit *h, const sm_mention *m, const sm_mention *than) {
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    if (tokens_between(m, g) < tokens_between(than, g)) return true;
  }
  return false;
}

bool sm_add_places(const sm_story *story, const sm_hit *h, sm_strike *s) {
  sm_span_list *places = &s->evidence.place;
  sm_arena *arena = story->scan.arena;
  const sm_mention *items = story->scan.mentions->items, *place = h->place >= 0 ? &items[h->place] : NULL;
  const sm_place_ref ref = place ? place->place : s->location.place;
  bool ok = true, named = false;
  const bool here = place && place->sentence == h->sentence;
  if (place) ok &= sm_add_span(arena, places, phrase_of(story, place));
  else ok &= sm_add_span(arena, places, h->where);
  for (uint32_t m = story->mention_from[h->sentence]; ref && m < story->mention_from[h->sentence + 1]; m++) {
    if (items[m].place != ref || (here && !is_nearer(story, h, &items[m], place))) continue;
    ok &= sm_add_span(arena, places, phrase_of(story, &items[m]));
    named = true;
  }
  for (uint32_t i = 0; i < h->n_triggers && !named; i++) {
    sm_span ground;
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    if (find_ground(story, g, h->first, h->last, &ground) && !(here && is_within(places, ground))) ok &= sm_add_span(arena, places, ground);
  }
  return ok;
}

bool sm_add_places_again(const sm_story *story, const sm_trigger *g, sm_strike *s) {
  const sm_mention *items = story->scan.mentions->items;
  bool ok = true, named = false;
  for (uint32_t m = story->mention_from[g->sentence]; s->location.place && m < story->mention_from[g->sentence + 1]; m++) {
    if (items[m].place != s->location.place) continue;
    ok &= sm_add_span(story->scan.arena, &s->evidence.place, phrase_of(story, &items[m]));
    named = true;
  }
  sm_span ground;
  if (!named && find_ground(story, g, story->scan.s[g->sentence].first, story->scan.s[g->sentence].last, &ground)) ok &= sm_add_span(story->scan.arena, &s->evidence.place, ground);
  return ok;
}
