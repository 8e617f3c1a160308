// The words that tell what a strike is: its triggers, day, sides, weapon and figures; those of its place are ground.c's.
#include "scene.h"
#include "story.h"

#include <stdlib.h>

#include "boundary.h"

bool sm_add_span(sm_arena *arena, sm_span_list *list, sm_span span) {
  if (sm_span_is_none(span)) return true;
  sm_span *items = sm_arena_grow(arena, list->items, list->n, &list->cap, sizeof *items);
  if (!items) return false;
  items[list->n++] = span;
  list->items = items;
  return true;
}

typedef struct placed_span {
  sm_span span;
  size_t at;
} placed_span;

static int by_span(const void *a, const void *b) {
  const placed_span *x = a, *y = b;
  if (x->span.begin != y->span.begin) return x->span.begin < y->span.begin ? -1 : 1;
  if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
  return x->at < y->at ? -1 : 1;
}

static bool drop_repeated(sm_arena *arena, sm_span_list *list) {
  if (list->n < 2) return true;
  placed_span *sorted = sm_arena_alloc(arena, list->n * sizeof *sorted);
  if (!sorted) return false;
  for (size_t i = 0; i < list->n; i++) sorted[i] = (placed_span){list->items[i], i};
  qsort(sorted, list->n, sizeof *sorted, by_span);
  for (size_t i = 1; i < list->n; i++)
    if (sorted[i].span.begin == sorted[i - 1].span.begin && sorted[i].span.end == sorted[i - 1].span.end) list->items[sorted[i].at] = (sm_span){0};
  size_t n = 0;
  for (size_t i = 0; i < list->n; i++)
    if (!sm_span_is_none(list->items[i])) list->items[n++] = list->items[i];
  list->n = n;
  return true;
}

bool sm_settle_evidence(sm_arena *arena, sm_strikes *strikes) {
  bool ok = true;
  for (size_t i = 0; i < strikes->n && ok; i++) {
    sm_evidence *e = &strikes->items[i].evidence;
    sm_span_list *lists[] = {&e->trigger, &e->date, &e->attacker, &e->target, &e->weapon, &e->place, &e->killed, &e->injured};
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++) ok &= drop_repeated(arena, lists[k]);
  }
  return ok;
}

/// The last token that begins no later than a byte.
static uint32_t token_at(const sm_scan *scan, uint32_t byte) {
  const uint32_t i = (uint32_t)sm_lower_bound(scan->t, scan->n, sizeof *scan->t, offsetof(sm_token, begin), byte + 1);
  return i ? i - 1 : 0;
}

static bool is_person_word(const sm_scan *scan, uint32_t i) {
  static const char *const bombers[] = {"bomber", "bombers"};
  const sm_lexicon_entry *e = scan->t[i].entry;
  return (e && e->word_bits & SM_WORD_NOUN_PERSON) || SM_IS_ONE_OF(scan, i, bombers);
}

/// A capital that is no place, time or ordinary word.
static bool is_name(const sm_scan *scan, uint32_t i) {
  const sm_token *t = &scan->t[i];
  const bool person = t->entry && t->entry->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME);
  const bool first = i + 1 < scan->n && t[1].sentence == t->sentence && t[1].flags & SM_TOKEN_CAPITAL && t[1].flags & SM_TOKEN_WORD; // "Dzhokhar" of two names
  return t->flags & SM_TOKEN_WORD && t->flags & SM_TOKEN_CAPITAL && !sm_has_cue(scan, i, SM_CUE_TIME) && (person || first || !scan->mention_at[i]) && (person || !t->entry || !t->entry->rank);
}

/// "the man who", "a bomb that": with the pronoun that stands for it in the clause of the deed.
static sm_span with_relative(const sm_scan *scan, sm_span span) {
  static const sm_word words[] = {SM_W_WHO, SM_W_THAT, SM_W_WHICH};
  if (sm_span_is_none(span)) return span;
  const uint32_t next = token_at(scan, span.end - 1) + 1;
  if (next + 1 >= scan->n || scan->t[next + 1].sentence != scan->t[next - 1].sentence || !SM_IS_ANY(scan, next, words) || !sm_has_cue(scan, next + 1, SM_CUE_TRIGGER)) return span;
  return (sm_span){span.begin, scan->t[next].end};
}

/// "X was named as the bomber": who is meant.
static const sm_group *named_as(const sm_story *story, const sm_group *g) {
  static const char *const named[] = {"named", "identified"};
  const sm_group *verb = g && g > story->syntax.groups && g->lead != SM_NO_TOKEN && sm_is(&story->scan, g->lead, SM_W_AS) ? g - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_PASSIVE) || verb->subject < 0 || !SM_IS_ONE_OF(&story->scan, verb->head, named)) return NULL;
  return &story->syntax.groups[verb->subject];
}

/// Those who struck with whom they are joined to and the name behind what they are: "X and his brother, Y,", "the bomber Ali Hasan".
static sm_span whole_side(const sm_story *story, sm_span span) {
  enum { MOST_GROUPS = 3, LONGEST_NAME = 4 };
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (sm_span_is_none(span)) return span;
  uint32_t first = token_at(scan, span.begin), last = token_at(scan, span.end - 1) + 1;
  const uint32_t end = scan->s[scan->t[first].sentence].last;
  const sm_group *g = sm_group_of(y, first), *somebody = named_as(story, g);
  if (somebody) return sm_tokens_span(scan, somebody->first, somebody->last);
  for (uint32_t n = 0; n < MOST_GROUPS && g && g > y->groups && g->flags & SM_GROUP_LISTED && sm_is(scan, g->first - 1, SM_W_AND) && !(g->flags & SM_GROUP_VERB); n++) {
    const sm_group *before = g - 1;
    const bool side = before->last == g->first - 1 && (before->flags & SM_GROUP_PRONOUN || is_person_word(scan, before->head) || is_name(scan, before->head) || sm_has_cue(scan, before->head, SM_CUE_FORCE));
    if (!side) break;
    g = before, first = g->first;
  }
  const bool comma = last < end && sm_is_sign(scan, last, ',');
  uint32_t k = comma ? last + 1 : last;
  while (k < end && k < last + LONGEST_NAME && is_name(scan, k) && is_person_word(scan, last - 1)) k++;
  if (k > last + comma && (!comma || (k < end && sm_is_sign(scan, k, ',')))) last = k;
  return with_relative(scan, sm_tokens_span(scan, first, last));
}

bool sm_add_evidence(const sm_story *story, const sm_hit *h, sm_evidence *e) {
  const sm_scan *scan = &story->scan;
  sm_arena *arena = scan->arena;
  bool ok = true;
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    ok &= sm_add_span(arena, &e->trigger, sm_tokens_span(scan, g->first, g->last));
  }
  if (h->when >= 0 && !h->date_inherited) {
    const sm_when *w = &story->whens.items[h->when];
    ok &= sm_add_span(arena, &e->date, sm_tokens_span(scan, w->first, w->last));
  }
  ok &= sm_add_span(arena, &e->attacker, whole_side(story, h->attacker_span));
  ok &= sm_add_span(arena, &e->target, h->target);
  for (uint32_t i = 0; i < h->n_weapon_spans; i++) ok &= sm_add_span(arena, &e->weapon, with_relative(scan, h->weapon_spans[i]));
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &story->figures.items[h->figures[i]];
    const sm_span span = sm_tokens_span(scan, f->first < f->cue ? f->first : f->cue, f->last > f->cue + 1 ? f->last : f->cue + 1);
    if (f->killed_low >= 0 || f->killed_high >= 0) ok &= sm_add_span(arena, &e->killed, span);
    if (f->injured_low >= 0) ok &= sm_add_span(arena, &e->injured, span);
  }
  return ok;
}

// ---- told again

/// Which strikes lie at which place.
typedef struct placed_strike {
  sm_place_ref place;
  uint32_t strike;
} placed_strike;

/// What has been told, while later words for it are looked for.
typedef struct told {
  bool *tokens; ///< those that are words for the deed of a strike
  placed_strike *placed; ///< sorted
  uint32_t n_placed;
} told;

static int by_place(const void *a, const void *b) {
  const placed_strike *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return x->strike < y->strike ? -1 : 1;
}

static void mark_told(const sm_scan *scan, told *t, const sm_span_list *triggers, size_t from) {
  for (size_t k = from; k < triggers->n; k++)
    for (uint32_t i = token_at(scan, (uint32_t)triggers->items[k].begin); i < scan->n && scan->t[i].begin < triggers->items[k].end; i++) t->tokens[i] = true;
}

static bool find_told(const sm_scan *scan, const sm_strikes *strikes, told *out) {
  *out = (told){.tokens = sm_arena_calloc(scan->arena, scan->n + 1, sizeof *out->tokens), .placed = sm_arena_calloc(scan->arena, strikes->n + 1, sizeof *out->placed)};
  if (!out->tokens || !out->placed) return false;
  for (uint32_t i = 0; i < strikes->n; i++) {
    mark_told(scan, out, &strikes->items[i].evidence.trigger, 0);
    if (strikes->items[i].location.place) out->placed[out->n_placed++] = (placed_strike){strikes->items[i].location.place, i};
  }
  qsort(out->placed, out->n_placed, sizeof *out->placed, by_place);
  return true;
}

static bool is_told(const told *t, const sm_trigger *g) {
  for (uint32_t i = g->first; i < g->last; i++)
    if (t->tokens[i]) return true;
  return false;
}

static bool is_named(const sm_story *story, uint32_t sentence, sm_place_ref place) {
  for (uint32_t m = story->mention_from[sentence]; place && m < story->mention_from[sentence + 1]; m++)
    if (story->scan.mentions->items[m].place == place) return true;
  return false;
}

/// "the Boston bombing suspect": the name stands with the word for the deed.
static bool bears_name(const sm_story *story, const sm_trigger *g, sm_place_ref place) {
  const sm_group *own = sm_group_of(&story->syntax, g->first);
  for (uint32_t k = own ? own->first : g->first; place && k < g->first; k++) {
    const uint32_t m = story->scan.mention_at[k];
    if (m && story->scan.mentions->items[m - 1].place == place) return true;
  }
  return false;
}

/// The strike that "the attack" of a sentence is: the only one of the report, or the only one at a place that is named there; NULL none.
static sm_strike *meant(const sm_story *story, const sm_strikes *strikes, const told *t, const sm_trigger *g) {
  sm_place_ref place = 0;
  if (strikes->n == 1) return &strikes->items[0];
  uint32_t found = 0;
  for (uint32_t m = story->mention_from[g->sentence]; m < story->mention_from[g->sentence + 1]; m++) {
    const sm_place_ref named = story->scan.mentions->items[m].place;
    const uint32_t at = named && named != place ? (uint32_t)sm_lower_bound(t->placed, t->n_placed, sizeof *t->placed, offsetof(placed_strike, place), named) : t->n_placed;
    if (at == t->n_placed || t->placed[at].place != named) continue;
    if (place || (at + 1 < t->n_placed && t->placed[at + 1].place == named)) return NULL;
    place = named, found = t->placed[at].strike;
  }
  return place ? &strikes->items[found] : NULL;
}

/// Another day or a place apart is told in the sentence: of something else.
static bool tells_other(const sm_story *story, const sm_trigger *g, const sm_strike *s) {
  enum { GRACE = 3, FAR_M = 30000 };
  for (uint32_t i = story->when_at[g->sentence]; i < story->when_at[g->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->start != SM_NO_DATE && s->date_start != SM_NO_DATE && (w->end + GRACE < s->date_start || (w->prec > 3 && w->start != s->date_start && w->end < s->date_end))) return true;
  }
  const sm_gazetteer *gazetteer = story->scan.reader->gazetteer;
  for (uint32_t m = story->mention_from[g->sentence]; m < story->mention_from[g->sentence + 1]; m++) {
    const sm_mention *x = &story->scan.mentions->items[m];
    if (x->role != SM_ROLE_LITERAL || !x->place || x->place == s->location.place || !s->location.place) continue;
    const sm_place_brief b = sm_gazetteer_brief(gazetteer, x->place);
    if (b.country && s->location.country && b.country != s->location.country) return true;
    if (b.kind == SM_KIND_CITY && !is_named(story, g->sentence, s->location.place) && sm_sphere_distance(x->lon, x->lat, s->location.lon, s->location.lat) > s->location.radius_m + FAR_M) return true;
  }
  return g->another;
}

bool sm_add_retellings(const sm_story *story, sm_strikes *strikes) {
  const sm_scan *scan = &story->scan;
  told t;
  bool ok = find_told(scan, strikes, &t);
  for (uint32_t i = 0; i < story->triggers.n && ok; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if ((g->verb && strikes->n > 1) || g->row->strength < 2 || g->reality == SM_PLANNED || g->reality == SM_THREATENED || is_told(&t, g)) continue;
    sm_strike *s = meant(story, strikes, &t, g);
    if (!s || s->sentence == g->sentence || !(g->definite || bears_name(story, g, s->location.place) || (strikes->n == 1 && !tells_other(story, g, s)))) continue;
    sm_hit h = sm_hit_at(g->sentence, scan->s[g->sentence].first, scan->s[g->sentence].last);
    h.triggers[h.n_triggers++] = i;
    sm_add_weapons(story, &h);
    if (h.weapons && s->weapons && !(h.weapons & s->weapons)) h.n_weapon_spans = 0;
    sm_add_attacker(story, &h);
    sm_find_target(story, h.first, h.last, &h);
    if (h.attacker.name.len && s->attacker.name.len && !sm_same_side(&h.attacker, &s->attacker)) h.attacker_span = (sm_span){0};
    const size_t n = s->evidence.trigger.n;
    ok &= sm_add_evidence(story, &h, &s->evidence) && sm_add_places_again(story, g, s);
    mark_told(scan, &t, &s->evidence.trigger, n);
  }
  return ok;
}
