// Which of the places of a report were struck: what is told round each and elsewhere of the same place, weighed.
#include "placing.h"

#include <stdlib.h>
#include <xxhash.h>

#include "scene.h"

enum { SURELY = 18 /* tenths of a score */, NEAR_TOKENS = 4, FAR_TOKENS = 15, CLAUSE_TOKENS = 120, SMALL_TOWN = 20000, MOST_COUNTRIES = 32 };

/// Log odds below which a place is left, unless its sentence tells plainly that it was struck, it is a country of which
/// no more is told, or no place of the report has more: tuned on the project's own reports.
static const float LEAST_ODDS = -0.4f, SURE_SCORE = 2.4f;

/// A mention and the key of what it names.
typedef struct named {
  uint64_t key;
  uint32_t mention;
} named;

struct sm_weighing {
  const sm_story *story;
  sm_placing *placings;
  named *names; ///< by key
  uint32_t n;
  sm_place_ref countries[MOST_COUNTRIES];
  uint32_t counts[MOST_COUNTRIES], finer[MOST_COUNTRIES], n_countries, n_placed;
  uint8_t likely_struck; ///< sm_answer: some place of the report may well have been
};
typedef struct sm_weighing weigher;

static int by_key(const void *a, const void *b) {
  const named *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->mention < y->mention ? -1 : x->mention > y->mention;
}

static const sm_mention *item(const weigher *w, uint32_t m) { return &w->story->scan.mentions->items[m]; }

static sm_place_brief brief_of(const weigher *w, uint32_t m) {
  return item(w, m)->place ? sm_gazetteer_brief(w->story->scan.reader->gazetteer, item(w, m)->place) : (sm_place_brief){0};
}

static bool is_written_there(const weigher *w, uint32_t m) { return item(w, m)->role == SM_ROLE_DATELINE || item(w, m)->first < w->story->body_first; }

static bool counts(const sm_trigger *g) { return g->reality == SM_REAL && g->row->strength > 0; }

/// What place.c says of a place with the trigger that suits it best.
static float score_of(const sm_story *story, uint32_t m) {
  const uint32_t s = story->scan.mentions->items[m].sentence;
  float best = -99;
  uint32_t n = 0;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && n < SM_MAX_ANCHORS; i++) {
    if (!counts(&story->triggers.items[i])) continue;
    const float score = sm_place_score(story, m, &story->triggers.items[i]);
    if (score > best) best = score;
    n++;
  }
  return n ? best : sm_place_score(story, m, NULL);
}

static void count_country(weigher *w, const sm_place_brief *b) {
  uint32_t i = 0;
  while (i < w->n_countries && w->countries[i] != b->country) i++;
  if (i == w->n_countries && i < MOST_COUNTRIES) w->countries[w->n_countries++] = b->country;
  if (i < w->n_countries) w->counts[i]++, w->finer[i] += b->kind != SM_KIND_COUNTRY;
  w->n_placed++;
}

/// Asked of few, as most places stand far from all that tells of a strike.
static float score_at(const weigher *w, uint32_t m) {
  sm_placing *p = &w->placings[m];
  if (!p->scored && item(w, m)->role != SM_ROLE_DEMONYM && !is_written_there(w, m)) p->score = score_of(w->story, m);
  p->scored = true;
  return p->score;
}

static void gather_names(weigher *w) {
  const sm_mentions *all = w->story->scan.mentions;
  for (uint32_t m = 0; m < all->n; m++) {
    const sm_mention *x = &all->items[m];
    if (x->role == SM_ROLE_DEMONYM) continue;
    const sm_str text = sm_span_text(&w->story->scan, x->span);
    w->names[w->n++] = (named){x->place ? x->place : XXH3_64bits(text.ptr, text.len), m};
    const sm_place_brief b = brief_of(w, m);
    if (x->place) count_country(w, &b);
  }
  qsort(w->names, w->n, sizeof *w->names, by_key);
  for (uint32_t i = 0, first = 0; i < w->n; i++) {
    if (w->names[i].key != w->names[first].key) first = i;
    w->placings[w->names[i].mention].first = first;
  }
}

static void set(float *x, sm_placing_sign sign, bool is) {
  if (is) x[sign] = 1;
}

/// Surely struck by its sentence.
static bool is_sure(const weigher *w, uint32_t m) {
  const sm_story *story = w->story;
  const uint32_t s = item(w, m)->sentence;
  if (is_written_there(w, m)) return false;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (counts(&story->triggers.items[i]) && story->triggers.items[i].row->strength >= 2) return score_at(w, m) * 10 >= SURELY;
  return false;
}

/// "killed at least 19 people in X", "in X, two are dead".
static bool has_toll_beside(const weigher *w, uint32_t m) {
  enum { NEAR = 5 };
  const sm_story *story = w->story;
  const sm_mention *me = item(w, m);
  for (uint32_t i = story->figure_at[me->sentence]; i < story->figure_at[me->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    const uint32_t first = f->first < f->cue ? f->first : f->cue, last = f->last > f->cue + 1 ? f->last : f->cue + 1;
    if (f->flags & SM_FIGURE_SUM) continue;
    if (last <= me->first ? me->first - last <= NEAR : first >= me->last && first - me->last <= NEAR) return true;
  }
  return false;
}

/// Signs of the trigger that stands nearest.
static void add_trigger(const weigher *w, uint32_t m, float *x) {
  const sm_story *story = w->story;
  const sm_mention *me = item(w, m);
  const sm_trigger *nearest = NULL;
  uint32_t least = UINT32_MAX;
  for (uint32_t i = story->trigger_at[me->sentence]; i < story->trigger_at[me->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const uint32_t gap = g->first > me->first ? g->first - me->first : me->first - g->first;
    if (counts(g) && gap < least) least = gap, nearest = g;
  }
  set(x, SM_PLACING_toll_only, !nearest && x[SM_PLACING_figure] > 0);
  if (!nearest) return;
  set(x, SM_PLACING_trigger_near, least <= NEAR_TOKENS);
  set(x, SM_PLACING_trigger_far, least > FAR_TOKENS);
  const bool behind = me->first > nearest->first;
  const uint32_t first = behind ? nearest->last : me->last, last = behind ? me->first : nearest->first;
  if (last > first + CLAUSE_TOKENS) return;
  for (uint32_t k = first; k < last; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && g->first >= first && g->last <= last) return;
  }
  x[SM_PLACING_same_clause] = 1;
}

/// "a hospital in X", "the X morgue", "in the morgue of X".
static bool is_by_hospital(const weigher *w, uint32_t m) {
  enum { BEFORE = 6, BEHIND = 3 };
  static const char *const words[] = {"hospital", "Hospital", "hospitals", "clinic", "morgue", "mortuary", "infirmary"};
  const sm_mention *me = item(w, m);
  const sm_sentence *s = &w->story->scan.s[me->sentence];
  for (uint32_t k = me->first > s->first + BEFORE ? me->first - BEFORE : s->first; k < s->last && k < me->last + BEHIND; k++)
    if (SM_IS_ONE_OF(&w->story->scan, k, words)) return true;
  return false;
}

/// "southern Lebanon", "the western suburbs of Baghdad": a part of it is told.
static bool is_part_told(const weigher *w, uint32_t m) {
  static const char *const parts[] = {"northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern", "outskirts", "suburbs", "suburb", "districts", "district", "north", "south", "east", "west"};
  const sm_scan *scan = &w->story->scan;
  const uint32_t first = item(w, m)->first, floor = scan->s[item(w, m)->sentence].first;
  if (first > floor && SM_IS_ONE_OF(scan, first - 1, parts)) return true;
  return first > floor + 1 && sm_is(scan, first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, first - 2, parts);
}

static void add_own(const weigher *w, uint32_t m, float *x) {
  const sm_story *story = w->story;
  const sm_mention *me = item(w, m);
  const float score = score_at(w, m);
  const sm_content told = sm_content_of(story, me->sentence);
  x[SM_PLACING_bias] = 1;
  x[SM_PLACING_score] = score < -5 ? -5 : score > 5 ? 5 : score;
  set(x, SM_PLACING_munition, told.munition);
  set(x, SM_PLACING_figure, told.figure);
  set(x, SM_PLACING_toll_beside, has_toll_beside(w, m));
  add_trigger(w, m, x);
  const uint32_t floor = story->scan.s[me->sentence].first;
  set(x, SM_PLACING_near, me->first > floor && (sm_is(&story->scan, me->first - 1, SM_W_NEAR) || sm_is(&story->scan, me->first - 1, SM_W_OUTSIDE)));
  set(x, SM_PLACING_hospital, is_by_hospital(w, m));
  uint32_t n = 0;
  for (uint32_t i = story->mention_from[me->sentence]; i < story->mention_from[me->sentence + 1] && n < 2; i++) n += item(w, i)->role != SM_ROLE_DEMONYM && !is_written_there(w, i);
  set(x, SM_PLACING_alone, n < 2);
  if (!me->place) return;
  const sm_place_brief b = brief_of(w, m);
  const bool part = is_part_told(w, m);
  set(x, SM_PLACING_part, part);
  set(x, SM_PLACING_country, !part && b.kind == SM_KIND_COUNTRY);
  set(x, SM_PLACING_capital, !part && b.flags & SM_PLACE_CAPITAL);
  set(x, SM_PLACING_province, !part && b.kind == SM_KIND_ADM1);
  set(x, SM_PLACING_small, b.kind == SM_KIND_CITY && b.population < SMALL_TOWN);
  for (uint32_t i = 0; i < w->n_countries; i++) {
    if (w->countries[i] != b.country) continue;
    set(x, SM_PLACING_foreign, 2 * w->counts[i] < w->n_placed);
    set(x, SM_PLACING_country_told, x[SM_PLACING_country] > 0 && w->finer[i]);
  }
}

/// What all mentions of one place tell together, those from names[first] on.
static void gather_named(const weigher *w, uint32_t first) {
  sm_placing *head = &w->placings[w->names[first].mention];
  const uint32_t several = w->story->scan.ns + 1;
  if (head->gathered) return;
  head->gathered = true, head->sure = UINT32_MAX;
  for (uint32_t i = first; i < w->n && w->names[i].key == w->names[first].key; i++, head->n++) {
    const uint32_t m = w->names[i].mention, s = item(w, m)->sentence;
    head->written |= is_written_there(w, m);
    if (is_sure(w, m)) head->sure = head->sure == UINT32_MAX || head->sure == s ? s : several;
  }
}

static void weigh(const weigher *w, uint32_t m, sm_placing_watch watch, void *user) {
  sm_placing *p = &w->placings[m];
  if (p->weighed) return;
  p->weighed = true;
  if (item(w, m)->role == SM_ROLE_DEMONYM || is_written_there(w, m)) return;
  gather_named(w, p->first);
  const sm_placing *head = &w->placings[w->names[p->first].mention];
  float x[SM_PLACING_COUNT] = {0};
  add_own(w, m, x);
  set(x, SM_PLACING_once, head->n == 1);
  set(x, SM_PLACING_struck, head->sure != UINT32_MAX && head->sure != item(w, m)->sentence);
  set(x, SM_PLACING_written, head->written);
  for (int k = 0; k < SM_PLACING_COUNT; k++) p->struck += x[k] * sm_placing_weights[k];
  p->sole = x[SM_PLACING_country] > x[SM_PLACING_country_told];
  if (watch) watch(user, m, x);
}

sm_status sm_weigh_places(sm_story *story, sm_placing_watch watch, void *user, sm_error *err) {
  if (story->weighing) return SM_OK;
  weigher *w = story->weighing = sm_arena_calloc(story->scan.arena, 1, sizeof *w);
  named *names = sm_arena_calloc(story->scan.arena, story->scan.mentions->n + 1, sizeof *names);
  if (!w || !names) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  *w = (weigher){.story = story, .placings = story->placings, .names = names};
  gather_names(w);
  for (uint32_t i = 0; watch && i < w->n; i++) weigh(w, w->names[i].mention, watch, user);
  return SM_OK;
}

float sm_odds_of_place(const sm_story *story, uint32_t mention) {
  weigh(story->weighing, mention, NULL, NULL);
  return story->placings[mention].struck;
}

static bool is_any_likely(sm_weighing *w) {
  const sm_mentions *all = w->story->scan.mentions;
  if (w->likely_struck == SM_NOT_ASKED) w->likely_struck = SM_NO;
  else return w->likely_struck == SM_YES;
  for (uint32_t m = 0; m < all->n && w->likely_struck == SM_NO; m++)
    if (all->items[m].role != SM_ROLE_DEMONYM && score_at(w, m) >= SM_LEAST_SPOT && sm_odds_of_place(w->story, m) >= LEAST_ODDS) w->likely_struck = SM_YES;
  return w->likely_struck == SM_YES;
}

bool sm_may_be_struck(const sm_story *story, uint32_t mention) {
  const sm_placing *p = &story->placings[mention];
  return sm_odds_of_place(story, mention) >= LEAST_ODDS || score_at(story->weighing, mention) >= SURE_SCORE || p->sole || !is_any_likely(story->weighing);
}
