// What was struck: the object of the verb, the subject of a passive, what follows "on" or "against", else what is named nearby.
#include "story.h"

/// A phrase of nouns with what speaks for it as the struck thing.
typedef struct struck {
  uint32_t first, last;
  float score;
} struck;

enum { LONGEST_PHRASE = 9 };

// ---- phrases

static bool ends_phrase(const sm_scan *scan, uint32_t i) {
  static const sm_word table[] = {SM_W_THAT, SM_W_WHEN, SM_W_WHICH, SM_W_WHO, SM_W_AFTER, SM_W_WHERE, SM_W_AS, SM_W_WHILE, SM_W_BUT, SM_W_BEFORE, SM_W_HE, SM_W_THEY, SM_W_INCLUDING, SM_W_NEAR, SM_W_OUTSIDE};
  if (sm_is_punct(scan, i)) return scan->t[i].sign != '-' && !(scan->t[i].flags & SM_TOKEN_CLITIC);
  if (SM_IS_ANY(scan, i, table)) return true;
  const sm_cue_row *said = sm_cue_at(scan, i, SM_CUE_REPORTING, NULL);
  return (sm_is_preposition(scan, i) && !sm_is(scan, i, SM_W_OF)) || sm_is_be(scan, i) || sm_is_have(scan, i) || sm_has_cue(scan, i, SM_CUE_TIME) ||
         sm_has_cue(scan, i, SM_CUE_CASUALTY) || (said && said->form != SM_F_FIGURE && !sm_has_cue(scan, i, SM_CUE_TARGET));
}

static bool is_article(const sm_scan *scan, uint32_t i) { return sm_is(scan, i, SM_W_THE) || sm_is(scan, i, SM_W_A) || sm_is(scan, i, SM_W_AN); }

static bool is_owner(const sm_scan *scan, uint32_t i) { return sm_is(scan, i, SM_W_ITS) || sm_is(scan, i, SM_W_THEIR) || sm_is(scan, i, SM_W_HIS) || sm_is(scan, i, SM_W_HER); }

static bool is_adverb(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  return e && (e->word_bits & SM_WORD_ADVERB) && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE)) && !scan->mask[i];
}

static uint32_t phrase_start(const sm_scan *scan, uint32_t i, uint32_t floor) {
  uint32_t end = i;
  while (i > floor && end - i < LONGEST_PHRASE && !ends_phrase(scan, i - 1) && !is_adverb(scan, i - 1) && !sm_is(scan, i - 1, SM_W_AND) &&
         !(sm_has_cue(scan, i - 1, SM_CUE_TRIGGER) && !sm_has_cue(scan, i - 1, SM_CUE_TARGET))) {
    i--;
    if (is_article(scan, i) && !(i > floor && sm_is(scan, i - 1, SM_W_OF))) break;
  }
  while (i < end && (is_article(scan, i) || is_owner(scan, i) || sm_is(scan, i, SM_W_OF))) i++;
  return i;
}

/// "a market and a school": the phrase goes on after "and" where another struck thing follows.
static bool goes_on(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  return i + 1 < ceiling && (sm_has_cue(scan, i + 1, SM_CUE_TARGET) || is_article(scan, i + 1) || (i + 2 < ceiling && sm_has_cue(scan, i + 2, SM_CUE_TARGET)));
}

static uint32_t phrase_end(const sm_scan *scan, uint32_t i, uint32_t ceiling) {
  for (uint32_t first = i; i < ceiling && i - first < LONGEST_PHRASE; i++) {
    if (ends_phrase(scan, i) || is_adverb(scan, i) || (sm_has_cue(scan, i, SM_CUE_TRIGGER) && !sm_has_cue(scan, i, SM_CUE_TARGET))) break;
    if (i > first && is_article(scan, i) && !sm_is(scan, i - 1, SM_W_OF) && !sm_is(scan, i - 1, SM_W_AND)) break;
    if (sm_is(scan, i, SM_W_AND) && !goes_on(scan, i, ceiling)) break;
    if (i > first && sm_has_cue(scan, i, SM_CUE_NUMBER) && !sm_is(scan, i - 1, SM_W_AND) && !sm_is(scan, i - 1, SM_W_OF)) break; // "the district five times"
  }
  return i;
}

static bool holds_target(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TARGET)) return true;
  return false;
}

/// What can be struck stands in it, and it is no weapon.
static bool is_struck_thing(const sm_scan *scan, uint32_t first, uint32_t last) {
  const uint16_t known = 1u << SM_CUE_TARGET | 1u << SM_CUE_VICTIM | 1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR;
  bool thing = false;
  for (uint32_t i = first, weapon_end = first; i < last; i++) {
    uint32_t end;
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, &end);
    if (w && w->kind != SM_K_GUN && !holds_target(scan, end - 1, last)) return false; // "a drone site" is no drone
    if (w) weapon_end = end;
    if (i < weapon_end && !(w && sm_has_cue(scan, i, SM_CUE_TARGET) && end == i + 1)) continue;
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool unlisted = !e && (scan->t[i].flags & SM_TOKEN_WORD);
    bool noun = (unlisted || (e && (e->word_bits & SM_WORD_NOUN))) && !sm_is_preposition(scan, i) && !(scan->t[i].flags & SM_TOKEN_NUMBER) && !sm_has_cue(scan, i, SM_CUE_NUMBER);
    thing |= (scan->mask[i] & known) || scan->mention_at[i] || noun || ((scan->t[i].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(scan, i, SM_CUE_NUMBER));
  }
  return thing;
}

/// "Aleppo", "Deir ez-Zor governorate", "the east of Kabul": where, rather than what.
static bool is_place_alone(const sm_scan *scan, uint32_t first, uint32_t last) {
  bool place = false;
  for (uint32_t i = first; i < last; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool where = scan->mention_at[i] || (e && (e->word_bits & SM_WORD_NOUN_LOCATION));
    if (scan->mask[i] & (1u << SM_CUE_TARGET | 1u << SM_CUE_VICTIM | 1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR)) return false;
    place |= where;
  }
  return place;
}

static bool is_told_by(const sm_story *story, uint32_t first, uint32_t last) {
  uint32_t s = story->scan.t[first].sentence;
  for (uint32_t k = story->speech_at[s]; k < story->speech_at[s + 1]; k++)
    if (story->speeches.items[k].first < last && first < story->speeches.items[k].last) return true;
  return false;
}

static void consider(const sm_story *story, const sm_hit *hit, uint32_t first, uint32_t last, float score, struck *best) {
  const sm_scan *scan = &story->scan;
  if (first >= last || last > scan->n || !is_struck_thing(scan, first, last) || is_told_by(story, first, last)) return;
  if (hit->attacker_score >= 2 && sm_span_overlaps(sm_tokens_span(scan, first, last), hit->attacker_span)) return;
  const sm_cue_row *number = sm_cue_at(scan, first, SM_CUE_NUMBER, NULL);
  if ((number && number->kind == SM_K_ZERO) || sm_is(scan, last - 1, SM_W_OF)) return;
  if (is_place_alone(scan, first, last)) score -= 1.8f; // what stands there says more
  else if (holds_target(scan, first, last)) score += 0.4f;
  if (score > best->score) *best = (struck){first, last, score};
}

// ---- by grammar

/// "against what it said were militants' bases": what the speaker names stands after the verb.
static uint32_t after_what(const sm_story *story, uint32_t i, uint32_t ceiling) {
  if (i >= ceiling || story->syntax.part[i] != SM_PART_WH) return i;
  for (uint32_t k = i + 1; k < ceiling && k < i + 7; k++)
    if (sm_is(&story->scan, k, SM_W_WERE) || sm_is(&story->scan, k, SM_W_WAS)) return k + 1;
  return i;
}

static void consider_object(const sm_story *story, const sm_hit *hit, uint32_t i, uint32_t ceiling, float score, struck *best) {
  const sm_scan *scan = &story->scan;
  uint32_t end;
  const sm_cue_row *hedge = i < ceiling ? sm_cue_at(scan, i, SM_CUE_NUMBER, &end) : NULL;
  if (hedge && (hedge->kind == SM_K_HEDGE || hedge->kind == SM_K_HEDGE_LOW || hedge->kind == SM_K_HEDGE_HIGH)) i = end; // "at least 18 people"
  i = after_what(story, i, ceiling);
  while (i < ceiling && (is_article(scan, i) || is_owner(scan, i) || is_adverb(scan, i))) i++;
  if (i < ceiling && !ends_phrase(scan, i)) consider(story, hit, i, phrase_end(scan, i, ceiling), score, best);
}

/// Back from a passive verb to its subject: over aux verbs, a relative, an apposition and "of", "in" behind the noun.
static void consider_subject(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t floor, float score, struck *best) {
  const sm_scan *scan = &story->scan;
  uint32_t end = g->first;
  while (end > floor && (sm_is_be(scan, end - 1) || sm_is_have(scan, end - 1) || is_adverb(scan, end - 1) || sm_has_cue(scan, end - 1, SM_CUE_MODE))) end--;
  if (end > floor && (sm_is(scan, end - 1, SM_W_WHICH) || sm_is(scan, end - 1, SM_W_THAT) || sm_is(scan, end - 1, SM_W_WHO))) end--;
  if (end > floor && sm_is_sign(scan, end - 1, ',')) {
    uint32_t open = end - 1;
    while (open > floor && end - open < 9 && !sm_is_sign(scan, open - 1, ',')) open--;
    end = g->first > 0 && open > floor && sm_is_sign(scan, open - 1, ',') && end != g->first ? open - 1 : end - 1;
  }
  uint32_t first = phrase_start(scan, end, floor);
  for (int jumps = 0; jumps < 2 && first > floor + 1 && sm_is_preposition(scan, first - 1) && !ends_phrase(scan, first - 2); jumps++) {
    uint32_t before = phrase_start(scan, first - 1, floor);
    if (before >= first - 1 || !is_struck_thing(scan, before, first - 1)) break;
    end = first - 1, first = before;
  }
  consider(story, hit, first, end, score, best);
}

static float preposition_score(const sm_scan *scan, uint32_t i, const sm_trigger *g) {
  if (sm_is(scan, i, SM_W_AGAINST)) return 3;
  if (sm_is(scan, i, SM_W_ON)) return g->row->kind == SM_K_BLAST ? 2.3f : 3;
  if (sm_is(scan, i, SM_W_AT) || sm_is(scan, i, SM_W_INTO) || sm_is(scan, i, SM_W_THROUGH)) return 2.6f;
  if (sm_is(scan, i, SM_W_OF)) return i == g->last && !g->verb && g->row->kind != SM_K_BLAST ? 2.6f : 0;
  if (sm_is(scan, i, SM_W_INSIDE) || sm_is(scan, i, SM_W_OUTSIDE) || sm_is(scan, i, SM_W_NEAR) || sm_is(scan, i, SM_W_OVER)) return 2;
  if (sm_is(scan, i, SM_W_UNDER) || sm_is(scan, i, SM_W_BESIDE) || (sm_is(scan, i, SM_W_BY) && g->row->kind == SM_K_FALL)) return 2.2f;
  return sm_is(scan, i, SM_W_IN) ? 1.5f : 0;
}

/// "an attack on Tuesday on a market", "fired at the camp", "exploded outside a bank".
static void consider_after(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t ceiling, struck *best) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = g->last; i < ceiling && i < g->last + 12; i++) {
    if (sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_') || sm_is(scan, i, SM_W_THAT) || sm_is(scan, i, SM_W_WHEN) || sm_is(scan, i, SM_W_WHICH) ||
        sm_is(scan, i, SM_W_WHO) || sm_is(scan, i, SM_W_AFTER) || sm_is(scan, i, SM_W_BUT))
      return;
    if (i > g->last && sm_has_cue(scan, i, SM_CUE_TRIGGER) && !sm_has_cue(scan, i, SM_CUE_TARGET) && !sm_has_cue(scan, i, SM_CUE_WEAPON)) return;
    float score = preposition_score(scan, i, g);
    if (score <= 0 || i + 1 >= ceiling || sm_has_cue(scan, i + 1, SM_CUE_TIME)) continue;
    consider_object(story, hit, i + 1, ceiling, score - 0.05f * (float)(i - g->last), best);
  }
}

static void consider_trigger(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t first, uint32_t last, struck *best) {
  const sm_scan *scan = &story->scan;
  const sm_kind kind = (sm_kind)g->row->kind;
  const uint32_t floor = scan->s[g->sentence].first, ceiling = last > g->last ? last : scan->s[g->sentence].last;
  const bool acts = kind == SM_K_ATTACK || kind == SM_K_PASSIVE || kind == SM_K_HARM || kind == SM_K_KILL;
  const float worth = kind == SM_K_KILL ? 1.0f : kind == SM_K_HARM ? 2.0f : 3.0f;
  (void)first;
  if (kind == SM_K_INTERCEPT || kind == SM_K_RESPONSIBILITY) return;
  if (g->verb && acts && (g->passive || kind == SM_K_PASSIVE)) consider_subject(story, hit, g, floor, worth, best);
  else if (g->verb && acts) consider_object(story, hit, g->last, ceiling, worth, best);
  const bool clause = !g->verb && g->last < ceiling && (is_article(scan, g->last) || is_owner(scan, g->last));
  if (clause && (g->row->form != SM_F_NOUN || g->last - g->first > 1))
    consider_object(story, hit, g->last, ceiling, 2.6f, best); // "a drone hit the square"
  const sm_lexicon_entry *next = !g->verb && g->last + 1 < ceiling ? scan->t[g->last].entry : NULL;
  if (next && (next->word_bits & SM_WORD_VERB) && is_article(scan, g->last + 1) && !sm_has_cue(scan, g->last, SM_CUE_REPORTING) && !sm_is_preposition(scan, g->last))
    consider_object(story, hit, g->last + 1, ceiling, 2.2f, best); // "blasts rocked a police station"
  if (g->verb && kind == SM_K_BLAST && g->last < ceiling && (is_article(scan, g->last) || is_owner(scan, g->last)))
    consider_object(story, hit, g->last, ceiling, 2.6f, best); // "blew up a van"
  if (g->verb && kind == SM_K_BLAST) consider_subject(story, hit, g, floor, 1.0f, best);
  if (kind != SM_K_KILL && kind != SM_K_HARM && !(g->verb && kind == SM_K_ATTACK && g->passive)) consider_after(story, hit, g, ceiling, best);
  uint32_t before = g->verb ? g->first : phrase_start(scan, g->first, floor); // "the embassy bombing"
  for (uint32_t i = before; i < g->first; i++)
    if (sm_is(scan, i, SM_W_OF)) before = i + 1;
  consider(story, hit, before, g->first, 1.3f, best);
}

// ---- by words nearby

static float nearness(const sm_trigger *g, uint32_t i) {
  if (!g) return 0;
  uint32_t gap = i >= g->last ? i - g->last : g->first - i;
  return gap > 20 ? -1 : -0.05f * (float)gap;
}

static void consider_words(const sm_story *story, const sm_hit *hit, const sm_trigger *g, uint32_t first, uint32_t last, struck *best) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = first, weapon_end = first; i < last; i++) {
    uint32_t end;
    if (sm_cue_at(scan, i, SM_CUE_WEAPON, &end) && end > weapon_end) weapon_end = end;
    float bonus = sm_has_cue(scan, i, SM_CUE_TARGET) ? 0.8f : sm_has_cue(scan, i, SM_CUE_ACTOR) ? 0.5f : sm_has_cue(scan, i, SM_CUE_FORCE) ? 0.2f : 0;
    bool known = scan->mask[i] & (1u << SM_CUE_TARGET | 1u << SM_CUE_VICTIM | 1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR);
    if (!known || i < weapon_end) continue;
    uint32_t from = phrase_start(scan, i, first), to = phrase_end(scan, i, last);
    consider(story, hit, from < i ? from : i, to > i ? to : i + 1, bonus + nearness(g, i), best);
  }
}

// ---- the answer

/// "militants from the group": the phrase goes on to the group that those struck belong to.
static uint32_t end_with_group(const sm_scan *scan, uint32_t last) {
  if (!sm_is(scan, last, SM_W_FROM) && !sm_is(scan, last, SM_W_OF)) return last;
  uint32_t i = last + 1, end;
  while (i < last + 3 && (is_article(scan, i) || is_adverb(scan, i))) i++;
  return sm_cue_at(scan, i, SM_CUE_ACTOR, &end) && scan->t[i].sentence == scan->t[last].sentence ? end : last;
}

static void read_target(const sm_story *story, const struck *s, sm_hit *hit) {
  const sm_scan *scan = &story->scan;
  const sm_cue_row *row = NULL, *victim = NULL;
  for (uint32_t i = s->first; i < s->last && !row; i++) {
    row = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
    if (!victim) victim = sm_cue_at(scan, i, SM_CUE_VICTIM, NULL);
  }
  hit->target_civilian = (row && row->flags & SM_ROW_CIVILIAN) || (!row && victim && victim->flags & SM_ROW_CIVILIAN);
  hit->target_military = row && row->flags & SM_ROW_MILITARY;
  uint32_t sentence = scan->t[s->first].sentence, last = end_with_group(scan, s->last);
  for (uint32_t i = story->party_at[sentence]; i < story->party_at[sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_between(p->first, s->first, last) && p->actor.name.len) hit->target_actor = p->actor;
  }
  hit->target = sm_tokens_span(scan, s->first, last);
  hit->target_score = s->score;
}

bool sm_find_target(const sm_story *story, uint32_t first, uint32_t last, sm_hit *hit) {
  const sm_trigger *g = hit->n_triggers ? &story->triggers.items[hit->triggers[0]] : NULL;
  struck best = {.score = -2};
  for (uint32_t i = 0; i < hit->n_triggers; i++) consider_trigger(story, hit, &story->triggers.items[hit->triggers[i]], first, last, &best);
  if (best.score < 1.5f) consider_words(story, hit, g, first, last, &best);
  if (best.score <= -2 && hit->place < 0) return false;
  if (best.score > -2) read_target(story, &best, hit);
  else hit->target = story->scan.mentions->items[hit->place].span, hit->target_score = 0.2f;
  return true;
}
