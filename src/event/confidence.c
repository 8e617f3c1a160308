#include "confidence.h"

#include <math.h>

#include "placing.h"
#include "weights.h"

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
  for (uint32_t i = 0; i < hits->n; i++) {
    const sm_hit *h = &hits->items[i];
    if (h->group != (int)group) continue;
    n++;
    own_place |= h->place >= 0 && !h->place_inherited;
    if (h->place >= 0 && story->placings[h->place].struck > odds) odds = story->placings[h->place].struck;
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

sm_conf_signs sm_confidence_signs(const sm_story *story, const sm_hits *hits, uint32_t group, uint32_t n_groups, const sm_strike *s) {
  enum { LEAD = 2, MANY = 6 };
  sm_conf_signs signs = 0;
  bool hurt = s->inj_high > 0, dead = s->fat_high > 0;
  set(&signs, SM_CONF_bias, true);
  place_signs(&s->location, &signs);
  day_signs(story, s, &signs);
  telling_signs(story, hits, group, &signs);
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
  set(&signs, SM_CONF_alone, n_groups == 1);
  set(&signs, SM_CONF_of_many, n_groups > MANY);
  return signs;
}

static float probability(sm_conf_signs signs, const float weights[SM_CONF_COUNT]) {
  return 1 / (1 + expf(-sm_add_weights(0, signs, weights)));
}

float sm_probably_real(sm_conf_signs signs) {
  return probability(signs, sm_strike_real_weights);
}

/// Reports on which no rule was written are read less well than those that the weights are fitted on: in log odds, what was right of the
/// first readings of 88 such reports (tests/eval/own/first_runs.tsv; train_confidence.py --first-runs).
static const float UNSEEN = -0.32f;

float sm_confidence(sm_conf_signs signs) {
  const float p = sm_probably_real(signs) * probability(signs, sm_strike_placed_weights);
  return p / (p + (1 - p) * expf(-UNSEEN));
}
