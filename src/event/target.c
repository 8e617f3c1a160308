// What was struck: the noun group that the grammar round the triggers leads to.
#include "story.h"

/// How a noun group stands to a trigger, as a score; what it holds is weighed beside it.
static const float OBJECT = 3.0f, LED = 2.6f, FELL_ON = 2.2f, WITHIN = 1.6f, HURT = 1.0f, NEARBY = -0.4f;

typedef struct finder {
  const sm_story *story;
  const sm_scan *scan;
  const sm_syntax *y;
  const sm_hit *hit;
  uint32_t first, last; ///< tokens of the telling
  float best;
  const sm_group *group; ///< best so far
  uint32_t from, to;     ///< its words without an article
} finder;

static bool is_verb(const sm_group *g) { return g && g->flags & SM_GROUP_VERB; }

/// Classes of the cues that begin in [first, last), as bits.
static uint32_t cues_in(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t mask = 0;
  for (uint32_t i = first; i < last; i++) mask |= scan->mask[i];
  return mask;
}

static bool is_speaker(const finder *f, const sm_group *g) {
  for (uint32_t k = f->story->speech_at[f->scan->t[g->head].sentence]; k < f->story->speech_at[f->scan->t[g->head].sentence + 1]; k++)
    if (sm_between(g->head, f->story->speeches.items[k].first, f->story->speeches.items[k].last)) return true;
  return false;
}

/// A weapon, but not what holds one: "a missile", not "a missile factory".
static bool is_weapon(const finder *f, const sm_group *g) {
  return sm_has_cue(f->scan, g->head, SM_CUE_WEAPON) && !sm_has_cue(f->scan, g->head, SM_CUE_TARGET);
}

static bool is_trigger(const finder *f, const sm_group *g) {
  return sm_has_cue(f->scan, g->head, SM_CUE_TRIGGER) && !sm_has_cue(f->scan, g->head, SM_CUE_TARGET);
}

/// "the village of Sham": a name of a place alone tells where, not what.
static bool is_bare_place(const finder *f, const sm_group *g) {
  uint32_t m = f->scan->mention_at[g->head];
  if (!m) return false;
  const sm_mention *mention = &f->scan->mentions->items[m - 1];
  return mention->last == g->last && (mention->role == SM_ROLE_LITERAL || mention->role == SM_ROLE_EMBEDDED) && !(cues_in(f->scan, g->first, g->last) & (1u << SM_CUE_TARGET | 1u << SM_CUE_ACTOR));
}

/// "losses", "flames", "all": heads that name nothing which can be struck.
static bool is_abstract(const finder *f, const sm_group *g) {
  const uint32_t solid = SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP;
  if (cues_in(f->scan, g->first, g->last) & (1u << SM_CUE_TARGET | 1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE | 1u << SM_CUE_VICTIM)) return false;
  unsigned part = f->y->part[g->head];
  if (part == SM_PART_DETERMINER || part == SM_PART_NUMBER || part == SM_PART_ADJECTIVE) return true;
  const sm_token *t = &f->scan->t[g->head];
  return !(t->flags & SM_TOKEN_CAPITAL) && t->entry && t->entry->word_bits & SM_WORD_NOUN && !(t->entry->word_bits & solid);
}

static float content_score(const finder *f, const sm_group *g, uint32_t end) {
  uint32_t mask = cues_in(f->scan, g->first, end);
  float score = 0;
  if (mask & 1u << SM_CUE_TARGET) score += 1.4f;
  if (mask & (1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE)) score += 0.7f;
  if (is_bare_place(f, g)) score -= 2.4f;
  if (is_abstract(f, g)) score -= 2.5f;
  return score;
}

static void consider(finder *f, const sm_group *g, float relation) {
  if (!g || is_verb(g) || g->flags & (SM_GROUP_TIME | SM_GROUP_PRONOUN) || !sm_between(g->head, f->first, f->last)) return;
  if (is_weapon(f, g) || is_trigger(f, g) || is_speaker(f, g) || sm_has_cue(f->scan, g->head, SM_CUE_CASUALTY)) return;
  uint32_t end = sm_group_end_with_of(f->scan, f->y, g);
  if (sm_span_overlaps(sm_tokens_span(f->scan, g->first, g->last), f->hit->attacker_span)) return;
  float score = relation + content_score(f, g, end);
  if (score <= f->best) return;
  f->best = score;
  f->group = g;
  f->from = g->first, f->to = end;
}

static const sm_group *group_at(const finder *f, int32_t i) { return i >= 0 && (uint32_t)i < f->y->n ? &f->y->groups[i] : NULL; }

static bool leads_on(const sm_scan *scan, uint32_t lead) {
  static const sm_word table[] = {SM_W_ON, SM_W_AGAINST, SM_W_AT, SM_W_OF, SM_W_INTO, SM_W_TOWARDS, SM_W_TOWARD};
  for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
    if (lead != SM_NO_TOKEN && sm_is(scan, lead, table[k])) return true;
  return false;
}

static bool leads_near(const sm_scan *scan, uint32_t lead) {
  static const sm_word table[] = {SM_W_IN, SM_W_NEAR, SM_W_OUTSIDE, SM_W_INSIDE, SM_W_OVER, SM_W_AROUND};
  for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
    if (lead != SM_NO_TOKEN && sm_is(scan, lead, table[k])) return true;
  return false;
}

/// The groups after i that prepositions hang on it, and what is listed with them.
static void consider_led(finder *f, uint32_t i, float relation) {
  float on = relation;
  bool first = true;
  for (uint32_t k = i + 1; k < f->y->n && k < i + 6 && !is_verb(&f->y->groups[k]); k++) {
    const sm_group *g = &f->y->groups[k];
    if (g->lead == SM_NO_TOKEN && !(g->flags & SM_GROUP_LISTED)) return;
    if (leads_on(f->scan, g->lead) && first) consider(f, g, on), first = false;
    else if (leads_near(f->scan, g->lead)) consider(f, g, FELL_ON - 0.3f * (float)(k - i - 1));
  }
}

static void consider_verb(finder *f, const sm_trigger *t, const sm_group *v) {
  uint32_t i = (uint32_t)(v - f->y->groups);
  float weight = t->row->kind == SM_K_KILL ? HURT - OBJECT : 0;
  if (v->flags & SM_GROUP_PASSIVE) {
    const sm_group *subject = group_at(f, v->subject);
    consider(f, subject, OBJECT + weight);
    if (subject && (is_weapon(f, subject) || is_trigger(f, subject))) consider_led(f, i, LED); // "rockets were fired at the base"
  } else {
    const sm_group *object = group_at(f, v->object);
    consider(f, object, OBJECT + weight);
    if (object && !weight) consider_led(f, i + 1, LED); // "carried out strikes on bases", "fired rockets at the town"
  }
  if (!weight && (v->object < 0 || t->row->kind == SM_K_FALL || t->row->kind == SM_K_BLAST)) consider_led(f, i, LED);
  const sm_group *next = group_at(f, (int32_t)i + 1); // "struck, hitting a school"
  if (!weight && next && is_verb(next) && next->flags & SM_GROUP_ING) consider(f, group_at(f, next->object), OBJECT - 0.5f);
}

static void consider_noun(finder *f, const sm_group *g) {
  uint32_t i = (uint32_t)(g - f->y->groups);
  consider_led(f, i, LED);
  for (uint32_t k = g->first; k < g->head; k++) // "the hospital bombing"
    if (sm_has_cue(f->scan, k, SM_CUE_TARGET) && WITHIN > f->best && sm_between(k, f->first, f->last)) f->best = WITHIN, f->group = g, f->from = k, f->to = k + 1;
}

/// Whatever the sentence says of things that can be struck.
static void consider_rest(finder *f, uint32_t trigger) {
  uint32_t s = f->scan->t[f->first].sentence;
  for (uint32_t k = f->y->first_of[s]; k < f->y->first_of[s + 1]; k++) {
    const sm_group *g = &f->y->groups[k];
    if (is_verb(g) || !(cues_in(f->scan, g->first, g->last) & (1u << SM_CUE_TARGET | 1u << SM_CUE_ACTOR | 1u << SM_CUE_VICTIM))) continue;
    uint32_t gap = g->head > trigger ? g->head - trigger : trigger - g->head;
    bool victims = !(cues_in(f->scan, g->first, g->last) & (1u << SM_CUE_TARGET | 1u << SM_CUE_ACTOR));
    consider(f, g, (victims ? HURT - 0.7f : NEARBY) - 0.03f * (float)(gap < 40 ? gap : 40));
  }
}

static bool is_article(const sm_syntax *y, uint32_t i) { return y->part[i] == SM_PART_DETERMINER || y->part[i] == SM_PART_POSSESSIVE; }

/// "schools, a market and a power company": what is listed with the target was struck with it.
static uint32_t end_of_list(const finder *f) {
  uint32_t end = f->to, i = (uint32_t)(f->group - f->y->groups);
  while (i + 1 < f->y->n && f->y->groups[i + 1].first < end) i++;
  for (uint32_t k = i + 1; k < f->y->n && f->y->groups[k].flags & SM_GROUP_LISTED && !is_verb(&f->y->groups[k]); k++) {
    const sm_group *g = &f->y->groups[k];
    bool subject = k + 1 < f->y->n && f->y->groups[k + 1].subject == (int32_t)k && f->y->groups[k + 1].first == g->last;
    if (subject || g->first - end > 2 || g->flags & SM_GROUP_TIME || is_weapon(f, g) || is_speaker(f, g) || !(cues_in(f->scan, g->first, g->last) & (1u << SM_CUE_TARGET | 1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE))) break;
    end = sm_group_end_with_of(f->scan, f->y, g);
  }
  return end;
}

static void describe(const finder *f, sm_hit *hit) {
  const sm_scan *scan = f->scan;
  const sm_cue_row *row = NULL, *victim = NULL;
  for (uint32_t i = f->from; i < f->to; i++) {
    const sm_cue_row *r = sm_cue_at(scan, i, SM_CUE_TARGET, NULL), *v = sm_cue_at(scan, i, SM_CUE_VICTIM, NULL);
    if (r && (!row || i <= f->group->head)) row = r;
    if (v) victim = v;
  }
  hit->target_civilian = (row && row->flags & SM_ROW_CIVILIAN) || (!row && victim && victim->flags & SM_ROW_CIVILIAN);
  hit->target_military = row && row->flags & SM_ROW_MILITARY;
  for (uint32_t i = f->story->party_at[scan->t[f->from].sentence]; i < f->story->party_at[scan->t[f->from].sentence + 1]; i++) {
    const sm_party *p = &f->story->parties.items[i];
    if (sm_between(p->first, f->from, f->to) && p->actor.name.len) hit->target_actor = p->actor;
  }
  hit->target = sm_tokens_span(scan, f->from, end_of_list(f));
  hit->target_score = f->best;
}

bool sm_find_target(const sm_story *story, uint32_t first, uint32_t last, sm_hit *hit) {
  finder f = {.story = story, .scan = &story->scan, .y = &story->syntax, .hit = hit, .first = first, .last = last, .best = -1.5f};
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *t = &story->triggers.items[hit->triggers[i]];
    const sm_group *g = sm_group_of(f.y, t->first);
    if (is_verb(g)) consider_verb(&f, t, g);
    else if (g) consider_noun(&f, g);
  }
  consider_rest(&f, hit->n_triggers ? story->triggers.items[hit->triggers[0]].first : first);
  if (!f.group && hit->place >= 0) {
    hit->target = f.scan->mentions->items[hit->place].span;
    hit->target_score = -2;
    return true;
  }
  if (!f.group) return false;
  while (f.from + 1 < f.to && is_article(f.y, f.from)) f.from++;
  describe(&f, hit);
  return true;
}
