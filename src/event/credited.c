// Who gave a count that the sentence only speaks of: "the 12 dead given by several media", "the toll of 14 that a radio has spread", "the army's figure of 12".
#include "speaker.h"

enum { NOUN = 6, COUNT = 8 };

static bool is_number(const sm_scan *scan, uint32_t i) {
  return scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER);
}

/// Dead or hurt, or those of whom so many are counted.
static bool is_of_toll(const sm_scan *scan, uint32_t i) {
  static const char *const tolls[] = {"toll", "victims", "bodies", "casualties"};
  return sm_has_cue(scan, i, SM_CUE_CASUALTY) || SM_IS_ONE_OF(scan, i, tolls);
}

/// "12 dead", "twelve soldiers killed", "a toll of 12": the first number of a count in these words; the end where there is none.
static uint32_t count_in(const sm_scan *scan, uint32_t first, uint32_t end) {
  bool toll = false;
  for (uint32_t i = first; i < end; i++) toll |= is_of_toll(scan, i);
  for (uint32_t i = first; toll && i < end; i++)
    if (is_number(scan, i)) return i;
  return end;
}

/// The count that ends at a token, with no verb or sign in it.
static uint32_t count_before(const sm_scan *scan, const sm_syntax *syntax, uint32_t end) {
  const uint32_t floor = scan->s[scan->t[end].sentence].first;
  uint32_t first = end;
  while (first > floor && end - first < COUNT && !sm_is_punct(scan, first - 1)) {
    const sm_group *g = sm_group_of(syntax, first - 1);
    if (g && g->flags & SM_GROUP_FINITE && !sm_has_cue(scan, g->head, SM_CUE_CASUALTY)) break;
    first--;
  }
  const uint32_t count = count_in(scan, first, end);
  return count < end && count > first + 1 && sm_is(scan, count - 1, SM_W_OF) ? count - 2 : count; // "the toll of 12"
}

/// The noun group at a token with what "of" adds to it.
static uint32_t speaker_end(const sm_scan *scan, const sm_syntax *syntax, uint32_t first) {
  const sm_group *g = sm_group_of(syntax, first);
  if (!g || g->flags & SM_GROUP_VERB) return first;
  return sm_is(scan, g->last, SM_W_OF) && count_in(scan, g->last, g->last + COUNT) < g->last + COUNT ? g->last : sm_group_end_with_of(scan, syntax, g);
}

typedef struct credit {
  uint32_t first, last; ///< who gave the count
  uint32_t reach, end;  ///< the count
} credit;

/// "12 deaths | given by several media".
static bool is_given_by(const sm_scan *scan, const sm_syntax *syntax, uint32_t i, credit *c) {
  static const char *const gives[] = {"given", "reported", "announced", "spread", "cited", "claimed", "published", "circulated", "advanced", "quoted", "broadcast", "mentioned", "declared", "communicated"};
  if (!SM_IS_ONE_OF(scan, i, gives) || (i > 0 && (sm_is_be(scan, i - 1) || sm_is_have(scan, i - 1)))) return false;
  uint32_t by = i + 1;
  while (by < scan->s[scan->t[i].sentence].last && by < i + NOUN && !sm_is(scan, by, SM_W_BY) && !sm_is_punct(scan, by)) by++; // "given on the evening itself by"
  if (by + 1 >= scan->s[scan->t[i].sentence].last || !sm_is(scan, by, SM_W_BY)) return false;
  *c = (credit){by + 1, speaker_end(scan, syntax, by + 1), count_before(scan, syntax, i), i};
  return c->reach < i;
}

/// "fourteen dead | that a radio has spread".
static bool is_given_in_clause(const sm_scan *scan, const sm_syntax *syntax, uint32_t i, credit *c) {
  static const char *const gives[] = {"given", "gave", "gives", "reported", "reports", "announced", "spread", "cited", "claimed", "claims", "published", "circulated", "mentioned"};
  if (!sm_is(scan, i, SM_W_THAT) && !sm_is(scan, i, SM_W_WHICH)) return false;
  uint32_t verb = speaker_end(scan, syntax, i + 1);
  if (verb == i + 1) return false;
  const uint32_t who = verb;
  while (verb < scan->s[scan->t[i].sentence].last && verb < who + 3 && sm_is_have(scan, verb)) verb++;
  if (!SM_IS_ONE_OF(scan, verb, gives)) return false;
  *c = (credit){i + 1, who, count_before(scan, syntax, i), i};
  return c->reach < i;
}

/// "al-Shabaab's figure | of 12 dead", "media reports of 12 dead", "the group's claim that it had killed 12".
static bool is_owned(const sm_scan *scan, uint32_t i, credit *c) {
  static const char *const counts[] = {"figure", "toll", "count", "number", "estimate", "tally", "claim", "claims", "report", "reports"};
  const uint32_t floor = scan->s[scan->t[i].sentence].first, end = scan->s[scan->t[i].sentence].last;
  const bool owned = i > floor && scan->t[i - 1].flags & SM_TOKEN_CLITIC;
  if (!SM_IS_ONE_OF(scan, i, counts) || i <= floor || !(owned || sm_has_cue(scan, i - 1, SM_CUE_CLAIMANT)) || !(sm_is(scan, i + 1, SM_W_OF) || sm_is(scan, i + 1, SM_W_THAT))) return false;
  uint32_t first = i - owned, last = i + 2;
  while (first > floor && i - first < NOUN && !(sm_is_punct(scan, first - 1) && !sm_is_sign(scan, first - 1, '-')) && !sm_is_preposition(scan, first - 1) && !sm_has_cue(scan, first - 1, SM_CUE_REPORTING)) first--;
  while (last < end && last < i + 2 + COUNT && !sm_is_punct(scan, last)) last++;
  *c = (credit){first, i - owned, i, last};
  return count_in(scan, i, last) < last;
}

/// "a claim by al-Shabaab | that it had killed 12", "a message on social media | speaking of five killed".
static bool is_relayed(const sm_scan *scan, const sm_syntax *syntax, uint32_t i, credit *c) {
  static const char *const papers[] = {"report", "reports", "claim", "claims", "message", "messages", "post", "posts", "rumours", "rumors", "news", "statement", "account", "accounts", "version", "allegation", "allegations"}, *const from[] = {"by", "from", "on", "in"}, *const speaks[] = {"speaking", "telling", "talking", "claiming", "saying", "alleging", "announcing", "reporting", "giving"};
  const uint32_t end = scan->s[scan->t[i].sentence].last;
  if (!SM_IS_ONE_OF(scan, i, papers) || !SM_IS_ONE_OF(scan, i + 1, from) || i + 2 >= end) return false;
  const uint32_t who = speaker_end(scan, syntax, i + 2);
  const bool speaks_of = SM_IS_ONE_OF(scan, who, speaks);
  if (who == i + 2 || !(sm_is(scan, who, SM_W_OF) || sm_is(scan, who, SM_W_THAT) || speaks_of)) return false;
  uint32_t last = who + 1;
  while (last < end && last < who + 2 + COUNT && !sm_is_punct(scan, last)) last++;
  *c = (credit){i + 2, who, who + 1, last};
  return count_in(scan, who + 1, last) < last;
}

bool sm_add_credited(const sm_scan *scan, const sm_syntax *syntax, uint32_t s, sm_speeches *out, size_t *cap) {
  static const sm_cue_row gives = {.form = SM_F_PREP, .stance = 'c'};
  if (!(scan->sentence_mask[s] >> SM_CUE_CASUALTY & 1)) return true;
  for (uint32_t i = scan->s[s].first; i + 1 < scan->s[s].last; i++) {
    credit c;
    if (!is_given_by(scan, syntax, i, &c) && !is_given_in_clause(scan, syntax, i, &c) && !is_owned(scan, i, &c) && !is_relayed(scan, syntax, i, &c)) continue;
    sm_speech speech = {.sentence = s, .row = &gives, .verb = c.end, .verb_last = c.end, .before = true, .credited = true};
    if (!sm_set_speaker(scan, &speech, c.first, c.last)) continue;
    if (!sm_add_speech(scan, syntax, out, cap, &speech)) return false;
    out->items[out->n - 1].reach = c.reach, out->items[out->n - 1].end = c.end;
    i = c.end > i ? c.end - 1 : i;
  }
  return true;
}
