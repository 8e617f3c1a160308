// The words that tell what a strike is: its triggers, day, sides, weapon and figures; those of its place are ground.c's.
#include "scene.h"
#include "story.h"

#include "boundary.h"

bool sm_add_span(sm_arena *arena, sm_span_list *list, sm_span span) {
  if (sm_span_is_none(span)) return true;
  for (size_t i = 0; i < list->n; i++)
    if (list->items[i].begin == span.begin && list->items[i].end == span.end) return true;
  sm_span *items = sm_arena_alloc(arena, (list->n + 1) * sizeof *items);
  if (!items) return false;
  if (list->n) memcpy(items, list->items, list->n * sizeof *items);
  items[list->n] = span;
  list->items = items;
  list->n++;
  return true;
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

static bool is_told(const sm_strikes *strikes, sm_span span) {
  for (size_t i = 0; i < strikes->n; i++)
    for (size_t k = 0; k < strikes->items[i].evidence.trigger.n; k++)
      if (sm_span_overlaps(strikes->items[i].evidence.trigger.items[k], span)) return true;
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
static sm_strike *meant(const sm_story *story, const sm_strikes *strikes, const sm_trigger *g) {
  sm_strike *found = NULL;
  if (strikes->n == 1) return &strikes->items[0];
  for (size_t i = 0; i < strikes->n; i++) {
    if (!is_named(story, g->sentence, strikes->items[i].location.place)) continue;
    if (found) return NULL;
    found = &strikes->items[i];
  }
  return found;
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
  bool ok = true;
  for (uint32_t i = 0; i < story->triggers.n && ok; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const sm_span span = sm_tokens_span(scan, g->first, g->last);
    if ((g->verb && strikes->n > 1) || g->row->strength < 2 || g->reality == SM_PLANNED || g->reality == SM_THREATENED || is_told(strikes, span)) continue;
    sm_strike *s = meant(story, strikes, g);
    if (!s || s->sentence == g->sentence || !(g->definite || bears_name(story, g, s->location.place) || (strikes->n == 1 && !tells_other(story, g, s)))) continue;
    sm_hit h = sm_hit_at(g->sentence, scan->s[g->sentence].first, scan->s[g->sentence].last);
    h.triggers[h.n_triggers++] = i;
    sm_add_weapons(story, &h);
    if (h.weapons && s->weapons && !(h.weapons & s->weapons)) h.n_weapon_spans = 0;
    sm_add_attacker(story, &h);
    sm_find_target(story, h.first, h.last, &h);
    if (h.attacker.name.len && s->attacker.name.len && !sm_same_side(&h.attacker, &s->attacker)) h.attacker_span = (sm_span){0};
    ok &= sm_add_evidence(story, &h, &s->evidence) && sm_add_places_again(story, g, s);
  }
  return ok;
}
