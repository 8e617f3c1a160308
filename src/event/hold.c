// Who holds the ground that was struck, or is counted among the hurt: seldom who struck.
#include "sides.h"

/// The participle of which "by" (lead) tells who did it: "used as a base | by", "captured last month | by".
static uint32_t participle_of(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const past[] = {"last", "ago", "years", "months", "weeks", "days", "earlier", "recently"};
  for (uint32_t k = lead; k > floor + 1 && lead - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (sm_is(scan, k - 1, SM_W_AS)) return k - 2;
  uint32_t k = lead - 1;
  while (k > floor && lead - k < REACH && (SM_IS_ONE_OF(scan, k, past) || sm_has_cue(scan, k, SM_CUE_TIME))) k--;
  return k;
}

/// "a depot near A that was used by", "a house which belonged to": the participle or verb stands in a clause about something that can be struck.
static bool is_in_clause_of_thing(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  enum { REACH = 14 };
  const uint32_t joint = verb > floor + 1 && sm_is_be(scan, verb - 1) ? verb - 2 : verb - 1;
  if (joint <= floor || !(sm_is(scan, joint, SM_W_THAT) || sm_is(scan, joint, SM_W_WHICH))) return false;
  for (uint32_t k = joint; k > floor && joint - k < REACH; k--) {
    if (sm_has_cue(scan, k - 1, SM_CUE_REPORTING)) return false;
    if (sm_has_cue(scan, k - 1, SM_CUE_TARGET)) return true;
  }
  return false;
}

/// "a school used as a base by", "a post manned by", "a town captured last month by": what stands before is where somebody was.
static bool is_place_of_theirs(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  enum { REACH = 3 };
  static const char *const owned[] = {"used", "manned", "frequented", "inhabited", "rented", "owned", "staffed", "guarded", "defended", "captured", "seized", "taken", "overrun", "abandoned", "vacated", "visited", "known", "established"};
  const uint32_t verb = sm_is(scan, lead, SM_W_BY) && lead > floor + 1 ? participle_of(scan, lead, floor) : floor;
  if (verb <= floor || !SM_IS_ONE_OF(scan, verb, owned) || sm_has_cue(scan, verb - 1, SM_CUE_WEAPON)) return false;
  if (is_in_clause_of_thing(scan, verb, floor)) return true;
  for (uint32_t k = verb; k > floor && verb - k < REACH && !sm_is_be(scan, k - 1); k--)
    if (sm_has_cue(scan, k - 1, SM_CUE_TARGET) || scan->mention_at[k - 1] || (scan->t[k - 1].entry && scan->t[k - 1].entry->word_bits & SM_WORD_NOUN_LOCATION)) return true;
  return false;
}

/// "held by the YPG", "under the control of the YPG": right before a party, or before its article.
static bool leads_to_holder(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const held[] = {"held", "controlled", "run", "ruled", "occupied", "governed", "administered"}, *const grips[] = {"control", "hands", "rule", "grip"};
  if (lead <= floor) return false;
  static const char *const belong[] = {"belonged", "belongs", "belong"};
  if (is_place_of_theirs(scan, lead, floor) || (sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, belong) && is_in_clause_of_thing(scan, lead - 1, floor))) return true;
  return (sm_is(scan, lead, SM_W_BY) && SM_IS_ONE_OF(scan, lead - 1, held)) || (sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, grips));
}

bool sm_is_housed(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  static const char *const houses[] = {"hosting", "hosts", "hosted", "housing", "houses", "housed", "harbouring", "sheltering", "sheltered", "accommodating", "carrying", "transporting", "ferrying", "guarding", "escorting", "protecting", "house", "host"};
  const uint32_t floor = scan->s[p->sentence].first;
  for (uint32_t k = p->first; k > floor && p->first - k < 4 && !sm_is_punct(scan, k - 1) && !sm_is_preposition(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, houses)) {
      for (uint32_t i = p->first; i < scan->n && i < p->last + 3 && !sm_is_punct(scan, i); i++)
        if (sm_has_cue(scan, i, SM_CUE_WEAPON)) return false; // "ships carrying Iranian missiles"
      return true;
    }
  static const char *const based[] = {"stationed", "based", "housed", "deployed", "quartered", "billeted", "garrisoned", "barracked"};
  const uint32_t verb = p->last < scan->n && sm_is_be(scan, p->last) ? p->last + 1 : p->last; // "where American soldiers are stationed"
  return p->force && p->first > floor && sm_is(scan, p->first - 1, SM_W_WHERE) && SM_IS_ONE_OF(scan, verb, based);
}

float sm_holder_score(const sm_story *story, const sm_party *p, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  static const char *const holds[] = {"holds", "hold", "held", "controls", "control", "controlled", "rules", "runs", "occupies", "has", "took", "seized", "captured"};
  if (sm_is_housed(story, p)) return -4;
  uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX) return 0;
  bool clause = (sm_is(scan, lead, SM_W_WHICH) || sm_is(scan, lead, SM_W_WHERE)) && SM_IS_ONE_OF(scan, p->last, holds);
  if (!leads_to_holder(scan, lead, floor) && !clause) return 0;
  for (uint32_t k = p->first; k > floor && p->first - k < 12 && !sm_is_sign(scan, k - 1, ';'); k--)
    if (sm_is(scan, k - 1, SM_W_FROM)) return 3;
  return -4;
}

/// "The town is held by X", "It is under the control of X": a sentence that opens with the ground told of right before.
static bool tells_of_ground(const sm_story *story, uint32_t sentence) {
  static const char *const grounds[] = {"town", "city", "village", "area", "district", "camp", "neighbourhood", "neighborhood", "quarter", "region", "place", "locality", "hamlet", "suburb", "enclave", "post", "base", "province"};
  const sm_syntax *x = &story->syntax;
  const sm_group *own = x->first_of[sentence] < x->first_of[sentence + 1] ? &x->groups[x->first_of[sentence]] : NULL;
  if (!own || own->flags & SM_GROUP_VERB || own->first != story->scan.s[sentence].first) return false;
  return SM_IS_ONE_OF(&story->scan, own->head, grounds) || sm_is(&story->scan, own->head, SM_W_IT) || story->scan.mention_at[own->head];
}

static bool holds_in(const sm_story *story, uint32_t sentence, const sm_actor *side) {
  for (uint32_t i = story->party_at[sentence]; i < story->party_at[sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_same_side(&p->actor, side) && !sm_is_housed(story, p) && sm_holder_score(story, p, story->scan.s[sentence].first) < 0) return true;
  }
  return false;
}

bool sm_holds_struck(const sm_lender *l, uint32_t i, const sm_actor *side) {
  const sm_story *story = l->story;
  for (uint32_t k = 0; k < l->hits->n; k++) {
    const sm_hit *h = &l->hits->items[k];
    if (h->group != (int)i) continue;
    const uint32_t next = h->sentence + 1;
    if (holds_in(story, h->sentence, side)) return true;
    if (next < story->scan.ns && story->scan.s[next].paragraph == story->scan.s[h->sentence].paragraph && tells_of_ground(story, next) && holds_in(story, next, side)) return true;
  }
  return false;
}
