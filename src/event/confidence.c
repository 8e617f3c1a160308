#include "confidence.h"

#include <math.h>

#include "placing.h"
#include "scene.h"
#include "weights.h"

enum { LONG_SENTENCES = 8 }; ///< a shorter note tells little that is no strike
static const float LOW_ODDS = 0.5f, HIGH_ODDS = 2; ///< a third of the tellings each

_Static_assert(SM_CONF_COUNT <= 64, "signs are bits of one word");

const char *sm_conf_sign_name(sm_conf_sign sign) {
  static const char *const names[] = {
#define SM_CONF_NAME(name, what) #name,
      SM_CONF_SIGNS(SM_CONF_NAME)
#undef SM_CONF_NAME
  };
  return names[sign];
}

static void set(sm_conf_signs *signs, sm_conf_sign sign, bool is) {
  if (is) *signs |= (sm_conf_signs)1 << sign;
}

static void place_signs(const sm_location *at, sm_conf_signs *signs) {
  bool placed = at->method != SM_LOC_NONE;
  set(signs, SM_CONF_place_none, !placed);
  if (!placed) return;
  set(signs, SM_CONF_place_relation, at->method == SM_LOC_RELATION || at->method == SM_LOC_BORDER || at->method == SM_LOC_BETWEEN);
  set(signs, SM_CONF_place_inferred, at->method == SM_LOC_INFERRED);
  set(signs, SM_CONF_place_town, at->where_prec && at->where_prec <= 2);
  set(signs, SM_CONF_place_district, at->where_prec == 3);
  set(signs, SM_CONF_place_province, at->where_prec == 4);
  set(signs, SM_CONF_place_wide, at->where_prec >= 5);
  set(signs, SM_CONF_place_unsure, at->conf < 0.45f);
  set(signs, SM_CONF_place_likely, at->conf >= 0.45f && at->conf < 0.75f);
  set(signs, SM_CONF_place_sure, at->conf >= 0.9f);
  set(signs, SM_CONF_radius_small, at->radius_m <= 8000);
  set(signs, SM_CONF_radius_large, at->radius_m > 60000);
}

static void day_signs(const sm_story *story, const sm_strike *s, sm_conf_signs *signs) {
  enum { RECENT = 14, OLD = 45 };
  sm_date published = story->whens.published;
  bool known = s->date_end != SM_NO_DATE;
  set(signs, SM_CONF_day_told, s->evidence.date.n > 0);
  set(signs, SM_CONF_day_recent, known && published != SM_NO_DATE && s->date_end >= published - RECENT);
  set(signs, SM_CONF_day_old, known && published != SM_NO_DATE && s->date_end < published - OLD);
}

static void telling_signs(const sm_story *story, const sm_hits *hits, uint32_t group, sm_conf_signs *signs) {
  uint32_t n = 0;
  float odds = -99;
  bool own_place = false, verb = false, strong = false, any_trigger = false, plural = false, item = false, definite = true;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    n++;
    own_place |= h->place >= 0 && !h->place_inherited;
    if (h->place >= 0 && sm_odds_of_place(story, (uint32_t)h->place) > odds) odds = sm_odds_of_place(story, (uint32_t)h->place);
    strong |= h->strength >= 3;
    plural |= h->plural;
    item |= h->item || h->list_place;
    definite &= h->definite;
    any_trigger |= h->n_triggers > 0;
    for (uint32_t k = 0; k < h->n_triggers; k++) verb |= story->triggers.items[h->triggers[k]].verb;
  }
  set(signs, SM_CONF_place_own, own_place);
  set(signs, SM_CONF_place_odds_low, odds < LOW_ODDS);
  set(signs, SM_CONF_place_odds_high, odds > HIGH_ODDS);
  set(signs, SM_CONF_trigger_none, !any_trigger);
  set(signs, SM_CONF_trigger_verb, verb);
  set(signs, SM_CONF_trigger_strong, strong);
  set(signs, SM_CONF_tellings_two, n == 2);
  set(signs, SM_CONF_tellings_more, n > 2);
  set(signs, SM_CONF_plural, plural);
  set(signs, SM_CONF_definite, definite);
  set(signs, SM_CONF_item, item);
}

/// By which verbs it is told, and how its place stands to them.
static void word_signs(const sm_story *story, const sm_hits *hits, uint32_t group, sm_conf_signs *signs) {
  enum { BESIDE = 6, APART = 15 };
  static const float STRUCK = 2.4f, WEAK = 1.5f;
  bool simple = false, perfect = false, before = false, relative = false, munition = false, another = false;
  float score = -99;
  uint32_t least = UINT32_MAX;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    munition |= sm_content_of(story, h->sentence).munition;
    another |= h->another;
    const sm_mention *place = h->place >= 0 && !h->place_inherited ? &story->scan.mentions->items[h->place] : NULL;
    if (place && h->place_score > score) score = h->place_score;
    for (uint32_t k = 0; k < h->n_triggers; k++) {
      const sm_trigger *g = &story->triggers.items[h->triggers[k]];
      const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
      const uint32_t gap = !place ? UINT32_MAX : place->first > g->first ? place->first - g->first : g->first - place->first;
      if (gap < least) least = gap;
      if (!verb || !(verb->flags & SM_GROUP_VERB)) continue;
      const bool had = sm_is(&story->scan, verb->first, SM_W_HAD), has = sm_is(&story->scan, verb->first, SM_W_HAS) || sm_is(&story->scan, verb->first, SM_W_HAVE);
      if (verb->flags & SM_GROUP_RELATIVE) relative = true;
      else if (had) before = true;
      else if (has) perfect = true;
      else simple = true;
    }
  }
  set(signs, SM_CONF_verb_simple, simple);
  set(signs, SM_CONF_verb_perfect, perfect && !simple);
  set(signs, SM_CONF_verb_before, before && !simple && !perfect);
  set(signs, SM_CONF_verb_relative, relative && !simple && !perfect && !before);
  set(signs, SM_CONF_munition, munition);
  set(signs, SM_CONF_another, another);
  set(signs, SM_CONF_place_struck, score >= STRUCK);
  set(signs, SM_CONF_place_weak, score > -99 && score < WEAK);
  set(signs, SM_CONF_place_beside, least <= BESIDE);
  set(signs, SM_CONF_place_apart, least != UINT32_MAX && least > APART);
}

/// How it stands among the other strikes of the report.
static void report_signs(const sm_story *story, const sm_hits *hits, uint32_t group, const sm_strike *s, sm_conf_signs *signs) {
  enum { WEEK = 6 };
  const sm_gazetteer *gazetteer = story->scan.reader->gazetteer;
  const sm_mentions *m = story->scan.mentions;
  const sm_place_ref place = s->location.place;
  uint32_t here = 0, placed = 0;
  bool day = false, sentence = false, again = false, headed = false;
  for (uint32_t i = 0; i < hits->n; i++) {
    const sm_hit *h = &hits->items[i];
    const sm_place_ref at = h->place >= 0 ? m->items[h->place].place : 0;
    if (at) placed++, here += sm_gazetteer_brief(gazetteer, at).country == s->location.country;
    if (h->group == (int)group) continue;
    const bool same_day = h->start == s->date_start && h->start != SM_NO_DATE, here_too = h->sentence == s->sentence;
    if (here_too && (same_day || h->start == SM_NO_DATE || h->date_inherited) && (!h->attacker.name.len || !s->attacker.name.len || sm_same_side(&h->attacker, &s->attacker))) continue; // "struck A and B"
    day |= same_day;
    sentence |= here_too;
    again |= at && at == place;
  }
  for (size_t i = 0; i < m->n && m->items[i].first < story->body_first; i++) headed |= place && m->items[i].place == place;
  set(signs, SM_CONF_place_capital, place && sm_gazetteer_brief(gazetteer, place).flags & SM_PLACE_CAPITAL);
  set(signs, SM_CONF_place_abroad, s->location.country && 2 * here < placed);
  set(signs, SM_CONF_place_again, again);
  set(signs, SM_CONF_place_headed, headed);
  set(signs, SM_CONF_days_many, s->date_start != SM_NO_DATE && s->date_end - s->date_start >= WEEK);
  set(signs, SM_CONF_day_shared, day);
  set(signs, SM_CONF_sentence_shared, sentence);
}

/// Where in the report its tellings stand.
static void stand_signs(const sm_rated *of, uint32_t group, sm_conf_signs *signs) {
  const uint32_t body = sm_first_of_body(of->story);
  uint32_t last = 0;
  for (uint32_t i = of->hits->first_of[group]; i < of->hits->n; i = of->hits->items[i].next)
    if (of->hits->items[i].sentence > last) last = of->hits->items[i].sentence;
  set(signs, SM_CONF_headline_only, last < body);
  set(signs, SM_CONF_lead_only, last == body && of->n_kept > 1 && of->story->scan.ns >= LONG_SENTENCES);
}

sm_conf_signs sm_confidence_signs(const sm_rated *of, uint32_t group) {
  enum { LEAD = 2, MANY = 6 };
  const sm_story *story = of->story;
  const sm_hits *hits = of->hits;
  const sm_strike *s = &of->strikes[group];
  sm_conf_signs signs = 0;
  bool hurt = s->inj_high > 0, dead = s->fat_high > 0;
  set(&signs, SM_CONF_bias, true);
  place_signs(&s->location, &signs);
  day_signs(story, s, &signs);
  telling_signs(story, hits, group, &signs);
  word_signs(story, hits, group, &signs);
  report_signs(story, hits, group, s, &signs);
  stand_signs(of, group, &signs);
  set(&signs, SM_CONF_dead_told, dead);
  set(&signs, SM_CONF_hurt_told, hurt);
  set(&signs, SM_CONF_weapon_told, s->evidence.weapon.n > 0);
  set(&signs, SM_CONF_attacker_told, s->evidence.attacker.n > 0);
  set(&signs, SM_CONF_target_told, s->evidence.target.n > 0);
  set(&signs, SM_CONF_intercepted, s->status == SM_STATUS_INTERCEPTED);
  set(&signs, SM_CONF_denied, s->status == SM_STATUS_DENIED);
  set(&signs, SM_CONF_claims, s->n_claims > 0);
  set(&signs, SM_CONF_lead, s->sentence < LEAD);
  set(&signs, SM_CONF_late, (size_t)s->sentence * 3 > story->scan.document->tokens.n_sentences * 2);
  set(&signs, SM_CONF_alone, of->n_kept == 1);
  set(&signs, SM_CONF_of_many, of->n_kept > MANY);
  return signs;
}

static float probability(sm_conf_signs signs, const float weights[SM_CONF_COUNT]) {
  return 1 / (1 + expf(-sm_add_weights(0, signs, weights)));
}

/// Probability that the telling is of an actual strike, 0 to 1.
static float probably_real(sm_conf_signs signs) {
  return probability(signs, sm_strike_real_weights);
}

/// Log odds below which a strike is left out. By F1 alone the bar would be half of it (Lipton, Elkan and Naryanaswamy 2014, Optimal thresholding of
/// classifiers), log odds of 0.44; but who misses a strike misses all that is told of it, where an extra one is seen and crossed out.
static const float UNLIKELY = -0.8f;

/// A telling has a verb of striking with tense, of a clause that does not only tell what or when another thing was.
static bool is_told_by_verb(const sm_story *story, const sm_hits *hits, uint32_t group) {
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const sm_hit *h = &hits->items[i];
    for (uint32_t k = 0; k < h->n_triggers; k++) {
      const sm_trigger *g = &story->triggers.items[h->triggers[k]];
      const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
      const bool aside = verb && verb->first > 0 && sm_is_sign(&story->scan, verb->first - 1, ','); // "the market, bombed in September,"
      if (verb && verb->flags & SM_GROUP_FINITE && !(verb->flags & SM_GROUP_RELATIVE) && !aside) return true;
    }
  }
  return false;
}

/// "The market at Gouro, bombed in September, remains closed", "after last month's bombing": an earlier strike of which nothing but a month is told, by a
/// word that is no verb of a clause of its own.
static bool is_alluded_to(const sm_story *story, const sm_hits *hits, uint32_t group, const sm_strike *s) {
  enum { MONTH = 4 };
  const sm_conf_signs told = (sm_conf_signs)1 << SM_CONF_dead_told | (sm_conf_signs)1 << SM_CONF_hurt_told | (sm_conf_signs)1 << SM_CONF_tellings_two | (sm_conf_signs)1 << SM_CONF_tellings_more;
  const sm_date published = story->whens.published;
  const bool old = published != SM_NO_DATE && s->date_prec == MONTH && s->date_end < published && (s->status == SM_STATUS_REPORTED || s->status == SM_STATUS_CLAIMED);
  return old && !(s->conf_signs & told) && !is_told_by_verb(story, hits, group);
}

void sm_leave_allusions(const sm_rated *of, float *weight) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < of->n; i++) kept += weight[i] >= 0 && !is_alluded_to(of->story, of->hits, i, &of->strikes[i]);
  for (uint32_t i = 0; i < of->n && kept; i++)
    if (weight[i] >= 0 && is_alluded_to(of->story, of->hits, i, &of->strikes[i])) weight[i] = -1;
}

void sm_leave_unlikely(const sm_story *story, const sm_strike *strikes, float *weight, uint32_t n) {
  float best = -99;
  if (story->scan.ns < LONG_SENTENCES) return;
  for (uint32_t i = 0; i < n; i++) {
    const float odds = sm_add_weights(0, strikes[i].conf_signs, sm_strike_real_weights);
    if (weight[i] >= 0 && odds > best) best = odds;
  }
  for (uint32_t i = 0; i < n; i++) {
    const float odds = sm_add_weights(0, strikes[i].conf_signs, sm_strike_real_weights);
    const bool told = strikes[i].status != SM_STATUS_PLANNED && strikes[i].status != SM_STATUS_THREATENED;
    if (told && odds < UNLIKELY && odds < best) weight[i] = -1;
  }
}

/// Reports on which no rule was written are read less well than most of those that the weights are fitted on: in log odds, by five folds, what is
/// right of the strikes of such reports (train_confidence.py).
static const float UNSEEN = -0.44f;

float sm_confidence(sm_conf_signs signs) {
  const float p = probably_real(signs) * probability(signs, sm_strike_placed_weights);
  return p / (p + (1 - p) * expf(-UNSEEN));
}
