// Words of hospitals, funerals, talks and journeys before a place: nothing was hit there.
#include "elsewhere.h"

#include "setting.h"

/// "tossed into a funeral at", "killed nine people at a rally in": the gathering itself was struck.
static bool struck_before(const sm_story *story, uint32_t i, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  const bool led = i > floor && (sm_is(scan, i - 1, SM_W_AT) || sm_is(scan, i - 1, SM_W_IN));
  bool verb = false;
  for (uint32_t k = i, steps = 0; k > floor && steps < 6; k--, steps++) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (row && (row->kind != SM_K_KILL || (led && !verb))) return true;
    const sm_group *g = sm_group_of(&story->syntax, k - 1);
    verb |= g && g->flags & SM_GROUP_VERB;
  }
  return false;
}

bool sm_is_struck_then(const sm_scan *scan, uint32_t last) {
  uint32_t end = last < scan->n ? scan->s[scan->t[last].sentence].last : last;
  for (uint32_t k = last; k < end && k < last + 12; k++) {
    if (!sm_is(scan, k, SM_W_WHEN) && !sm_is(scan, k, SM_W_AS)) continue;
    for (uint32_t i = k + 1; i < end && i < k + 10; i++) {
      const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
      if (row && row->kind != SM_K_KILL) return true;
    }
  }
  return false;
}

/// "hospital", also at the end of "maternity hospital" and behind the article of "a rally".
static bool is_target_word(const sm_scan *scan, uint32_t i, uint32_t end, uint32_t floor) {
  uint32_t last;
  for (uint32_t k = end; k > floor && k + 2 > i; k--)
    if (sm_cue_at(scan, k - 1, SM_CUE_TARGET, &last) && last > i) return true;
  return false;
}

const sm_cue_row *sm_deed_told_at(const sm_story *story, uint32_t i) {
  const uint32_t s = story->scan.t[i].sentence;
  for (uint32_t k = story->trigger_at[s]; k < story->trigger_at[s + 1]; k++)
    if (story->triggers.items[k].first == i) return story->triggers.items[k].row;
  return NULL;
}

/// A word of striking by what is told with it ("drove over a device"), or of dying: what follows it is of the strike.
static bool tells_strike_at(const sm_story *story, uint32_t i) {
  const sm_cue_row *dies = sm_cue_at(&story->scan, i, SM_CUE_CASUALTY, NULL);
  if (dies && dies->kind == SM_K_KILLED && dies->form != SM_F_TOLL && dies->form != SM_F_NOUN) return true;
  const sm_cue_row *deed = sm_deed_told_at(story, i);
  return deed && deed->strength >= 2;
}

/// "an explosive they had buried on the road", "mines buried at X": what was put into the ground was no body.
static bool is_laid(const sm_scan *scan, uint32_t i) {
  enum { REACH = 5 };
  static const char *const buried[] = {"buried"};
  if (!SM_IS_ONE_OF(scan, i, buried)) return false;
  for (uint32_t k = i > REACH ? i - REACH : 0; k < i + REACH && k < scan->n; k++) {
    const sm_cue_row *w = scan->t[k].sentence == scan->t[i].sentence ? sm_cue_at(scan, k, SM_CUE_WEAPON, NULL) : NULL;
    if (w && w->weapons & (SM_WEAPON_IED | SM_WEAPON_BOMB)) return true;
  }
  return false;
}

/// Another place right behind "fired from", "on its way to": the words are of that one.
static bool is_named_between(const sm_scan *scan, uint32_t after, uint32_t first) {
  const uint32_t m = after < first && sm_is_preposition(scan, after - 1) ? scan->mention_at[after] : 0;
  for (uint32_t k = m ? scan->mentions->items[m - 1].last : first; k < first; k++)
    if (sm_is_preposition(scan, k) || sm_is(scan, k, SM_W_TOWARDS) || sm_is(scan, k, SM_W_TOWARD)) return true; // "fired from Gaza at X and Y"
  return false;
}

/// "mortars at the camp of the UN mission in X": what the words are said of owns what was struck; the token behind its noun, or the same.
static uint32_t owned_target(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 6 };
  for (uint32_t k = i; k > floor + 1 && i - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (sm_is(scan, k - 1, SM_W_OF)) return sm_has_cue(scan, k - 2, SM_CUE_TARGET) ? k - 2 : i;
  return i;
}

bool sm_is_target_owner(const sm_scan *scan, uint32_t first, uint32_t floor) { return owned_target(scan, first, floor) < first; }

/// "lost their lives in X": nobody "lives in X".
static bool is_in_toll(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { WORDS = 3 };
  static const char *const lives[] = {"lives", "life"};
  if (!SM_IS_ONE_OF(scan, i, lives)) return false;
  for (uint32_t k = i; k > floor && i - k < WORDS; k--) {
    uint32_t last;
    if (sm_cue_at(scan, k - 1, SM_CUE_CASUALTY, &last) && last > i) return true;
  }
  return false;
}

/// "struck Sanaa in answer to months of attacks on shipping in the Red Sea", "in revenge for a sweep through the mountain village of X": why something
/// was struck, not what.
static bool is_long_reason(const sm_scan *scan, uint32_t first, uint32_t floor) {
  enum { REACH = 12 };
  static const char *const answers[] = {"answer", "response", "reply", "revenge", "retaliation", "reprisal"}, *const spans[] = {"weeks", "months", "years", "repeated", "continued", "continuing"},
                           *const avenges[] = {"revenge", "retaliation", "reprisal", "vengeance"};
  bool longer = false, struck = false;
  for (uint32_t k = first; k > floor + 1 && first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    longer |= SM_IS_ONE_OF(scan, k - 1, spans);
    struck |= sm_has_cue(scan, k - 1, SM_CUE_TRIGGER);
    const bool avenged = sm_is(scan, k - 1, SM_W_FOR) && SM_IS_ONE_OF(scan, k - 2, avenges) && !struck;
    if ((sm_is(scan, k - 1, SM_W_TO) || sm_is(scan, k - 1, SM_W_FOR)) && SM_IS_ONE_OF(scan, k - 2, answers)) return longer || avenged;
  }
  return false;
}

/// "dropped bombs on a donation ceremony in X", "the shell hit a rally in X": what was struck itself.
static bool is_struck_event(const sm_story *story, uint32_t i, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, i);
  if (!g || g->flags & SM_GROUP_VERB || !scan->t[i].entry || !(scan->t[i].entry->word_bits & SM_WORD_NOUN)) return false;
  const bool led = g->lead != SM_NO_TOKEN;
  if (led && !sm_is(scan, g->lead, SM_W_ON) && !sm_is(scan, g->lead, SM_W_AT) && !sm_is(scan, g->lead, SM_W_INTO) && !sm_is(scan, g->lead, SM_W_AGAINST)) return false;
  const uint32_t before = led ? g->lead : g->first;
  if (before <= floor) return false;
  const sm_cue_row *row = sm_cue_at(scan, before - 1, SM_CUE_TRIGGER, NULL);
  return (row && row->kind != SM_K_KILL) || (led && sm_has_cue(scan, before - 1, SM_CUE_WEAPON));
}

/// "killed a teacher on the road to X": where it was, no journey.
static bool is_on_road(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const road[] = {"road"};
  return i > floor + 1 && SM_IS_ONE_OF(scan, i, road) && sm_is(scan, i - 1, SM_W_THE) && (sm_is(scan, i - 2, SM_W_ON) || sm_is(scan, i - 2, SM_W_ALONG) || sm_is(scan, i - 2, SM_W_NEAR));
}

/// "hit a bus as it was travelling in X", "a car travelling on the road near X": what was struck on its way, there.
static bool is_on_its_way(const sm_story *story, uint32_t i, uint32_t floor) {
  static const char *const moves[] = {"travelling", "traveling", "travelled", "traveled"};
  static const sm_word ways[] = {SM_W_IN, SM_W_ON, SM_W_NEAR, SM_W_ALONG, SM_W_OUTSIDE};
  static const sm_word joints[] = {SM_W_AS, SM_W_WHILE, SM_W_WHEN, SM_W_WHICH, SM_W_THAT};
  const sm_scan *scan = &story->scan;
  const sm_group *g = SM_IS_ONE_OF(scan, i, moves) && SM_IS_ANY(scan, i + 1, ways) ? sm_group_of(&story->syntax, i) : NULL;
  if (!g || !(g->flags & SM_GROUP_VERB) || g->first <= floor) return false;
  const sm_group *who = g->subject >= 0 ? &story->syntax.groups[g->subject] : NULL;
  const bool pronoun = who && who->flags & SM_GROUP_PRONOUN && who->first > floor && SM_IS_ANY(scan, who->first - 1, joints);
  const sm_cue_row *vehicle = sm_cue_at(scan, g->first - 1, SM_CUE_TARGET, NULL);
  if (!pronoun && !(vehicle && (vehicle->kind == SM_K_VEHICLE || vehicle->kind == SM_K_SHIP)) && !(g->flags & SM_GROUP_RELATIVE)) return false;
  for (uint32_t k = g->first; k > floor; k--)
    if (sm_has_cue(scan, k - 1, SM_CUE_TRIGGER)) return true;
  return false;
}

bool sm_is_elsewhere(const sm_story *story, uint32_t first, uint32_t floor) {
  static const char *const answers[] = {"revenge", "retaliation", "reprisal", "reprisals", "vengeance"}, *const lead[] = {"for"};
  const sm_scan *scan = &story->scan;
  if (is_long_reason(scan, first, floor)) return true;
  for (uint32_t k = first, steps = 0; k > floor && steps < 9; k--, steps++) {
    uint32_t i = k - 1;
    if (sm_is_punct(scan, i) && scan->t[i].sign != '-') return false;
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER)) {
      const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
      if (row->strength >= 2 || row->kind == SM_K_FALL) return false; // "fired from X landed near Y"
    }
    if (SM_IS_ONE_OF(scan, i, answers) && SM_IS_ONE_OF(scan, i + 1, lead)) return true; // "revenge for the loss of a barracks in X"
    uint32_t last;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, &last);
    if (mode && mode->kind == SM_K_ELSEWHERE && (is_in_toll(scan, i, floor) || is_struck_event(story, i, floor) || is_on_its_way(story, i, floor))) return false;
    if (mode && mode->kind == SM_K_ELSEWHERE && is_on_road(scan, i, floor)) return false;
    if (mode && mode->kind == SM_K_ELSEWHERE && last > i + 1 && is_named_between(scan, last, first)) continue; // "fired from Y into X"
    const uint32_t owned = mode && mode->kind == SM_K_ELSEWHERE ? owned_target(scan, i, floor) : i;
    if (owned < i && struck_before(story, owned, floor)) return false;
    if (mode && mode->kind == SM_K_ELSEWHERE && !is_laid(scan, i)) return !(is_target_word(scan, i, last, floor) && struck_before(story, i, floor));
    if (tells_strike_at(story, i)) return false;
  }
  return false;
}

bool sm_is_coast(const sm_scan *scan, const sm_mention *m) {
  if (!m->place || sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind != SM_KIND_SEA || m->last + 1 >= scan->n) return false;
  const sm_lexicon_entry *e = scan->t[m->last].entry;
  const sm_cue_row *target = sm_cue_at(scan, m->last + (e && e->word_bits & SM_WORD_ADJECTIVE && !(e->word_bits & SM_WORD_NOUN)), SM_CUE_TARGET, NULL);
  return target && target->kind != SM_K_SHIP && target->kind != SM_K_VEHICLE;
}

bool sm_is_of_some(const sm_story *story, const sm_mention *m) {
  enum { REACH = 12 };
  static const char *const some[] = {"including"};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = m->first; k > scan->s[m->sentence].first && m->first - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, some)) return !sm_is_listed_place(scan, k);
    if (scan->mention_at[k - 1] || sm_has_cue(scan, k - 1, SM_CUE_NUMBER) || scan->t[k - 1].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_is_sign(scan, k - 1, ';')) return false;
  }
  return false;
}
