#include "deed.h"

static const sm_cue_row arrives = {.kind = SM_K_FALL, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row is_sent = {.kind = SM_K_LAUNCH, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row harms = {.kind = SM_K_HARM, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row goes_off = {.kind = SM_K_BLAST, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row under_fire = {.kind = SM_K_PASSIVE, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row bombards = {.kind = SM_K_ATTACK, .form = SM_F_PAST, .strength = 2};
static const sm_cue_row told_bare = {.kind = SM_K_NOUN, .form = SM_F_NOUN, .strength = 2};
static const sm_cue_row side_fires = {.kind = SM_K_NOUN, .form = SM_F_NOUN, .strength = 2, .flags = SM_ROW_PLURAL}; // of many shots
static const sm_cue_row meets_mine = {.kind = SM_K_BLAST, .form = SM_F_PAST, .strength = 2};

static const sm_group *group(const sm_syntax *x, int32_t i) {
  return i >= 0 ? &x->groups[i] : NULL;
}

/// "a similar device", "a second one": a device of the kind that was told.
static bool is_such_device(const sm_scan *scan, const sm_group *g, const sm_cue_row *row) {
  static const char *const such[] = {"similar", "second", "third", "another", "identical", "hidden", "buried", "planted"};
  for (uint32_t k = g->first; k < g->head && row->kind == SM_K_DEVICE; k++)
    if (SM_IS_ONE_OF(scan, k, such)) return true;
  return false;
}

static const sm_cue_row *munition_at(const sm_scan *scan, const sm_group *g) {
  for (uint32_t k = g->first; k <= g->head; k++) {
    uint32_t last = 0;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_WEAPON, &last);
    if (row && last > g->head && ((row->flags & SM_ROW_UNIT && (row->kind == 0 || row->kind == SM_K_GENERIC)) || is_such_device(scan, g, row)))
      return row;
  }
  return NULL;
}

/// "a string of shells", "one of the drones": some of what "of" leads to.
static bool is_some_of(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  static const char *const words[] = {"string", "number", "pair", "couple", "hail", "rain", "shower", "flurry", "dozens", "scores", "hundreds", "some", "several", "most", "all", "both", "half", "salvo", "volley", "barrage", "debris", "wreckage", "remains", "parts"};
  const sm_group *next = g + 1;
  if (next >= x->groups + x->n || next->lead != g->last || !sm_is(scan, next->lead, SM_W_OF)) return false;
  const sm_lexicon_entry *e = scan->t[g->head].entry;
  return SM_IS_ONE_OF(scan, g->head, words) || sm_has_cue(scan, g->head, SM_CUE_NUMBER) || scan->t[g->head].flags & SM_TOKEN_NUMBER || (e && e->word_bits & SM_WORD_NOUN_GROUP);
}

/// The weapon that is the head of a noun group and can be counted: "three anti-ship missiles", "a string of shells".
static const sm_cue_row *munition(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  if (!g || !(scan->sentence_mask[scan->t[g->head].sentence] & (1u << SM_CUE_WEAPON))) return NULL;
  const sm_cue_row *row = munition_at(scan, g);
  return row || g->flags & SM_GROUP_VERB || !is_some_of(scan, x, g) ? row : munition_at(scan, g + 1);
}

/// "eleven rockets", "eight howitzer rounds": a counted munition anywhere in the group.
static bool has_munition(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  static const char *const rounds[] = {"rounds", "round", "hits", "arrivals"};
  if (munition(scan, x, g)) return true;
  if (!g || g->flags & SM_GROUP_VERB || !SM_IS_ONE_OF(scan, g->head, rounds)) return false;
  for (uint32_t k = g->first; k < g->head; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (row && row->flags & SM_ROW_UNIT && row->weapons) return true;
  }
  return false;
}

/// "received 40 shells for its museum", "got 20 howitzers from France": a delivery.
static bool is_given(const sm_scan *scan, const sm_syntax *x, const sm_group *verb, const sm_group *object) {
  static const char *const gets[] = {"received", "got"};
  static const sm_word gifts[] = {SM_W_FOR, SM_W_AS};
  const sm_group *next = object + 1;
  if (next >= x->groups + x->n || next->lead != object->last) return false;
  return SM_IS_ANY(scan, next->lead, gifts) || (SM_IS_ONE_OF(scan, verb->head, gets) && sm_is(scan, next->lead, SM_W_FROM) && scan->mention_at[next->head]);
}

static bool moves_or_touches(const sm_scan *scan, uint32_t token) {
  const sm_lexicon_entry *e = scan->t[token].entry;
  const sm_cue_row *mode = sm_cue_at(scan, token, SM_CUE_MODE, NULL);
  return e && e->word_bits & (SM_WORD_VERB_MOTION | SM_WORD_VERB_CONTACT) &&
         !(mode && (mode->kind == SM_K_IDLE || mode->kind == SM_K_ELSEWHERE || mode->kind == SM_K_SUPPLY)); // "had taken off from"
}

/// Something that a munition may end at: no time, no other munition.
static bool may_be_met(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  return !(g->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PRONOUN)) && !munition(scan, x, g);
}

/// "into the yard", "on a farm": what the verb leads to before the next verb with tense.
static bool leads_to(const sm_scan *scan, const sm_syntax *x, const sm_group *verb, bool wide) {
  static const sm_word narrow[] = {SM_W_ON, SM_W_OVER, SM_W_INTO, SM_W_THROUGH, SM_W_AGAINST, SM_W_UNDER};
  static const sm_word others[] = {SM_W_IN, SM_W_AT, SM_W_NEAR, SM_W_OUTSIDE, SM_W_BESIDE, SM_W_INSIDE};
  uint32_t end = x->first_of[scan->t[verb->head].sentence + 1];
  for (uint32_t i = (uint32_t)(verb - x->groups) + 1; i < end; i++) {
    const sm_group *g = &x->groups[i];
    if (g->flags & SM_GROUP_FINITE && g->flags & SM_GROUP_VERB) return false;
    if (g->lead == SM_NO_TOKEN || !may_be_met(scan, x, g)) continue;
    if (SM_IS_ANY(scan, g->lead, narrow) || (wide && SM_IS_ANY(scan, g->lead, others))) return true;
  }
  return false;
}

/// "sat on a mine", "rode over a device".
static bool leads_to_mine(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  const sm_group *next = verb + 1, *end = x->groups + x->n;
  if (next >= end || next->flags & SM_GROUP_VERB || next->lead == SM_NO_TOKEN) return false;
  static const char *const onto[] = {"onto", "upon"};
  if (!sm_is(scan, next->lead, SM_W_ON) && !sm_is(scan, next->lead, SM_W_OVER) &&
      !sm_is(scan, next->lead, SM_W_INTO) && !SM_IS_ONE_OF(scan, next->lead, onto))
    return false;
  const sm_cue_row *w = munition(scan, x, next);
  return w && w->weapons & SM_WEAPON_IED;
}

/// "struck a device", "triggered a landmine", "set off an explosive": whoever does so meets what was laid.
static bool meets_laid(const sm_scan *scan, const sm_group *verb, const sm_group *object) {
  static const char *const words[] = {"hit", "struck", "triggered", "tripped", "activated", "detonated", "met", "set", "encountered", "touched", "trod", "stepped"};
  static const char *const off[] = {"off"}, *const set[] = {"set"};
  if (!object || !SM_IS_ONE_OF(scan, verb->head, words) || (SM_IS_ONE_OF(scan, verb->head, set) && !SM_IS_ONE_OF(scan, verb->head + 1, off))) return false;
  for (uint32_t k = object->first; k <= object->head; k++) {
    uint32_t last = 0;
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, &last);
    if (w && last > object->head && w->weapons & SM_WEAPON_IED && (w->flags & SM_ROW_UNIT || w->kind == SM_K_DEVICE)) return true;
  }
  return false;
}

/// "for which the group gave no reason": a verb behind a relative pronoun, whose noun stands before it.
static bool is_of_relative(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  if (verb->flags & SM_GROUP_RELATIVE) return true;
  const sm_group *first = x->groups + x->first_of[scan->t[verb->head].sentence];
  const uint32_t from = verb > first + 1 ? verb[-2].last : verb > first ? verb[-1].first : verb->first;
  for (uint32_t k = from; k < verb->first; k++)
    if (sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_WHO)) return true;
  return false;
}

/// "two guided bombs on X, says the administration": behind a comma, who tells of it.
static bool is_aside(const sm_scan *scan, const sm_group *verb, const sm_group *met) {
  return verb > met && verb->flags & SM_GROUP_REPORTING && sm_is_sign(scan, verb->first - 1, ',');
}

/// "Shells on the market road.", "Grads at the camp of Jurin around noon": no verb with tense before it in
/// its clause.
static bool is_verbless(const sm_scan *scan, const sm_syntax *x, const sm_group *noun) {
  static const sm_word onto[] = {SM_W_ON, SM_W_AT, SM_W_OVER, SM_W_INTO, SM_W_NEAR, SM_W_AGAINST};
  uint32_t sentence = scan->t[noun->first].sentence;
  const sm_group *next = noun + 1, *end = x->groups + x->first_of[sentence + 1];
  while (next + 1 < end && next->lead == next[-1].last && next[1].lead == next->last &&
         (sm_is(scan, next->lead, SM_W_FROM) || sm_is(scan, next->lead, SM_W_OF) || next->flags & SM_GROUP_TIME))
    next++; // "rounds since midnight on"
  if (noun->lead != SM_NO_TOKEN || next >= end || next->lead != next[-1].last ||
      !SM_IS_ANY(scan, next->lead, onto) || !may_be_met(scan, x, next))
    return false;
  for (const sm_group *g = x->groups + x->first_of[sentence]; g < end; g++)
    if (g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !is_of_relative(scan, x, g) && !is_aside(scan, g, next)) return false;
  return true;
}

/// "lost its roof to a drone", "fell to a mine".
static bool is_lost_to(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const words[] = {"lost", "fell", "fallen", "succumbed"};
  const sm_group *end = x->groups + x->first_of[scan->t[verb->head].sentence + 1];
  if (verb->flags & SM_GROUP_RELATIVE || !SM_IS_ONE_OF(scan, verb->head, words)) return false;
  for (const sm_group *g = verb + 1; g < end && !(g->flags & SM_GROUP_VERB); g++)
    if (sm_is(scan, g->lead, SM_W_TO) && munition(scan, x, g)) return true;
  return false;
}

/// The munition that does it: the subject, or what stands as one behind "after" or "when" with words of its
/// own between.
static bool is_done_by_munition(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const sm_word joins[] = {SM_W_AFTER, SM_W_WHEN, SM_W_AS, SM_W_BEFORE, SM_W_WHILE, SM_W_THAT};
  if (munition(scan, x, group(x, verb->subject))) return true;
  const sm_group *first = x->groups + x->first_of[scan->t[verb->head].sentence];
  for (const sm_group *g = verb;
       g > first && !sm_is_sign(scan, g->first - 1, ',') && !sm_is(scan, g->first - 1, SM_W_AND);) {
    g--;
    if (g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE) return false;
    if (!(g->flags & SM_GROUP_VERB) && g->lead != SM_NO_TOKEN && SM_IS_ANY(scan, g->lead, joins))
      return munition(scan, x, g) != NULL;
  }
  return false;
}

/// "came under Armenian artillery", "was under mortar fire".
static bool is_under_fire(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const come[] = {"come", "came", "comes", "coming"}, *const fire[] = {
                                                                             "fire",        "attack",
                                                                             "bombardment", "shelling",
                                                                             "shellfire",   "artillery"};
  static const char *const whose[] = {"for", "over", "from"}; // "under fire for his remarks"
  const sm_group *next = verb + 1, *end = x->groups + x->n;
  if (next >= end || next->flags & SM_GROUP_VERB || !sm_is(scan, next->lead, SM_W_UNDER) ||
      !(SM_IS_ONE_OF(scan, verb->head, come) || (sm_is_be(scan, verb->head) && !SM_IS_ONE_OF(scan, next->last, whose))))
    return false;
  return munition(scan, x, next) || SM_IS_ONE_OF(scan, next->head, fire);
}

static bool has_cued_target(const sm_scan *scan, const sm_group *g) {
  for (uint32_t k = g ? g->first : 0; g && k < g->last; k++)
    if (sm_has_cue(scan, k, SM_CUE_TARGET)) return true;
  return false;
}

static bool has_target(const sm_scan *scan, const sm_group *g) {
  if (has_cued_target(scan, g)) return true;
  const sm_lexicon_entry *e = g && !(g->flags & SM_GROUP_PRONOUN) ? scan->t[g->head].entry : NULL;
  return e && e->word_bits & SM_WORD_NOUN_ARTIFACT;
}

static bool has_kind(const sm_scan *scan, const sm_group *g, sm_cue_class cls, sm_kind kind) {
  for (uint32_t k = g ? g->first : 0; g && k < g->last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, cls, NULL);
    if (row && row->kind == kind) return true;
  }
  return false;
}

/// "jets", "a helicopter": what strikes is seen to do it.
static bool has_carrier(const sm_scan *scan, const sm_group *g) { return has_kind(scan, g, SM_CUE_WEAPON, SM_K_CARRIER); }

/// "the roof", "the corner of the house".
static bool has_target_with_of(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  const sm_group *next = g + 1;
  if (has_target(scan, g)) return true;
  return next < x->groups + x->n && next->lead == g->last && sm_is(scan, next->lead, SM_W_OF) && has_target(scan, next);
}

/// The object of a verb, or of its particle: "set off a device".
static const sm_group *object_of(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const particles[] = {"down", "up", "off", "out"};
  const sm_group *next = verb + 1;
  if (verb->object >= 0) return group(x, verb->object);
  return next < x->groups + x->n && !(next->flags & SM_GROUP_VERB) && (next->lead == SM_NO_TOKEN || SM_IS_ONE_OF(scan, next->lead, particles)) && next->first <= verb->last + 1 ? next : NULL;
}

/// "escorted", "filmed", "left": verbs by which a munition strikes nothing.
static bool only_attends(const sm_scan *scan, const sm_group *verb) {
  static const char *const watches[] = {"filmed", "photographed", "watched", "monitored", "observed", "tracked", "recorded", "surveyed", "patrolled", "guarded", "protected", "defended", "guided", "helped", "reached", "surrounded", "resembled", "included", "had", "was", "were", "did", "escorted", "supplied", "equipped", "belonged", "cost", "needed", "required", "showed", "used", "visited", "left", "made", "bore", "served", "threatened", "backed", "supported", "aided", "assisted", "accompanied", "covered"};
  return SM_IS_ONE_OF(scan, verb->head, watches);
}

/// A verb that is neither of saying, seeing nor thinking: what a munition does so to a target it does by striking it.
static bool works_on(const sm_scan *scan, const sm_group *verb) {
  const sm_lexicon_entry *e = scan->t[verb->head].entry;
  const sm_cue_row *mode = sm_cue_at(scan, verb->head, SM_CUE_MODE, NULL);
  if (!e || !(e->word_bits & SM_WORD_VERB) || e->word_bits & (SM_WORD_VERB_COMMUNICATION | SM_WORD_VERB_COGNITION)) return false;
  return !(mode && mode->kind == SM_K_IDLE) && !only_attends(scan, verb);
}

static bool tells_harm(const sm_scan *scan, uint32_t sentence) {
  if (scan->sentence_mask[sentence] & (1u << SM_CUE_CASUALTY)) return true;
  for (uint32_t k = scan->s[sentence].first; k < scan->s[sentence].last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && row->kind == SM_K_HARM) return true;
  }
  return false;
}

/// "was left in ruins by a missile", "the pupils were sent home by a mine": what is done to somebody by a munition, with words between.
static bool is_caused_by(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const left[] = {"left", "made", "rendered", "reduced", "turned"};
  const sm_group *end = x->groups + x->first_of[scan->t[verb->head].sentence + 1];
  if (!(verb->flags & SM_GROUP_PASSIVE) || sm_has_cue(scan, verb->head, SM_CUE_CASUALTY) || !(works_on(scan, verb) || SM_IS_ONE_OF(scan, verb->head, left))) return false;
  for (const sm_group *g = verb + 1; g < end && !(g->flags & SM_GROUP_VERB); g++)
    if (g->lead != SM_NO_TOKEN && sm_is(scan, g->lead, SM_W_BY)) return munition(scan, x, g) != NULL;
  return false;
}

/// "three drones found the terminal", "a bomb took away the corner of the house", "jets took four more lives", "warplanes found
/// them": verbs of other kinds that what strikes does to a target.
static bool meets_target(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const words[] = {"found", "met", "got", "took", "claimed", "cost", "ended", "silenced", "opened", "cut", "stripped"};
  static const char *const meet[] = {"found", "caught"}, *const them[] = {"them", "him", "her"}, *const cost[] = {"took", "claimed", "cost"}, *const lives[] = {"lives", "life"}, *const reach[] = {"reached"};
  const sm_group *subject = group(x, verb->subject), *object = group(x, verb->object);
  const bool flies = munition(scan, x, subject) != NULL, carries = has_carrier(scan, subject);
  if (!object || !(flies || carries)) return false;
  if (SM_IS_ONE_OF(scan, verb->head, meet) && (SM_IS_ONE_OF(scan, object->head, them) || (carries && has_target(scan, object)))) return true;
  if (SM_IS_ONE_OF(scan, verb->head, cost) && SM_IS_ONE_OF(scan, object->head, lives)) return true;
  if (flies && has_cued_target(scan, object) && works_on(scan, verb)) return true;
  if (flies && SM_IS_ONE_OF(scan, verb->head, reach) && (scan->mention_at[object->head] || (has_cued_target(scan, object) && tells_harm(scan, scan->t[verb->head].sentence)))) return true; // "shells reached X", "burned after drones reached the port"
  return flies && SM_IS_ONE_OF(scan, verb->head, words) && may_be_met(scan, x, object) && has_target_with_of(scan, x, object);
}

/// "another charge brought down the awning of a petrol station".
static bool is_done_by_charge(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const charges[] = {"charge", "charges"}, *const down[] = {"down"};
  const sm_group *subject = group(x, verb->subject), *object = object_of(scan, x, verb);
  return subject && SM_IS_ONE_OF(scan, subject->head, charges) && object && has_target_with_of(scan, x, object) &&
         (SM_IS_ONE_OF(scan, verb->head + 1, down) || moves_or_touches(scan, verb->head) || works_on(scan, verb));
}

bool sm_munition_before(const sm_scan *scan, uint32_t s) {
  if (s > 1 && !(scan->sentence_mask[s - 1] & (1u << SM_CUE_WEAPON)) && scan->s[s - 1].paragraph == scan->s[s - 2].paragraph) s--; // a sentence of who was hurt between
  if (s == 0 || scan->s[s - 1].paragraph + 1 < scan->s[s].paragraph || !(scan->sentence_mask[s - 1] & (1u << SM_CUE_WEAPON))) return false;
  for (uint32_t i = scan->s[s - 1].first; i < scan->s[s - 1].last; i++) {
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
    if (w && w->flags & SM_ROW_UNIT && (w->kind == 0 || w->kind == SM_K_GENERIC)) return true;
  }
  return false;
}

/// "A second did the same to a bakery", "another did so at X".
static bool does_the_same(const sm_scan *scan, const sm_group *verb) {
  static const char *const did[] = {"did"}, *const same[] = {"same", "so", "likewise"};
  if (!SM_IS_ONE_OF(scan, verb->head, did)) return false;
  return SM_IS_ONE_OF(scan, verb->head + 1, same) || (sm_is(scan, verb->head + 1, SM_W_THE) && SM_IS_ONE_OF(scan, verb->head + 2, same));
}

/// "The earlier one caught a group under trees", "Another went through a roof": one of the munitions told before.
static bool is_done_by_one_of_them(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const ones[] = {"One", "one", "Another", "another", "other", "others", "second", "third", "fourth", "fifth", "last", "rest"};
  static const char *const deeds[] = {"came", "went", "flew", "caught", "cracked", "broke", "ended", "pierced", "buried", "reached", "found", "took", "entered", "cut"};
  static const char *const rounds[] = {"round", "rounds", "projectile", "hit"};
  const sm_group *subject = group(x, verb->subject), *object = group(x, verb->object);
  const bool round = subject && SM_IS_ONE_OF(scan, subject->head, rounds);
  if (!subject || !(round || SM_IS_ONE_OF(scan, subject->head, ones))) return false;
  if (does_the_same(scan, verb) && sm_munition_before(scan, scan->t[verb->head].sentence)) return true;
  if (!SM_IS_ONE_OF(scan, verb->head, deeds) && !(moves_or_touches(scan, verb->head) && works_on(scan, verb))) return false;
  return sm_munition_before(scan, scan->t[verb->head].sentence) && ((object && may_be_met(scan, x, object) && has_target(scan, object)) || leads_to(scan, x, verb, round || moves_or_touches(scan, verb->head)));
}

static bool has_vehicle(const sm_scan *scan, const sm_group *g) { return has_kind(scan, g, SM_CUE_TARGET, SM_K_VEHICLE); }

/// "a van went up beside the barracks", "a car burst outside the station", but no price "went up by a tenth".
static bool goes_up(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const go[] = {"went", "goes", "gone"}, *const up[] = {"up"}, *const down_to[] = {"by", "to", "from", "for", "against"};
  static const char *const burst[] = {"burst"};
  if (SM_IS_ONE_OF(scan, verb->head, burst) && verb->object < 0) return has_vehicle(scan, group(x, verb->subject));
  if (!SM_IS_ONE_OF(scan, verb->head, go) || !SM_IS_ONE_OF(scan, verb->head + 1, up)) return false;
  const uint32_t next = verb->head + 2;
  if (next >= scan->n || SM_IS_ONE_OF(scan, next, down_to) || scan->t[next].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, next, SM_CUE_NUMBER)) return false;
  return has_target(scan, group(x, verb->subject));
}

/// "a truck laden with explosives": what stands behind the subject loads it.
static bool is_laden(const sm_scan *scan, const sm_group *subject, const sm_group *verb) {
  static const char *const laden[] = {"laden", "packed", "loaded", "filled", "crammed", "rigged", "stuffed"}, *const charges[] = {"explosives", "explosive", "dynamite", "bombs", "shells"};
  if (!subject || !has_kind(scan, subject, SM_CUE_TARGET, SM_K_VEHICLE)) return false;
  bool is = false;
  for (uint32_t k = subject->first; k < verb->first; k++) {
    is |= SM_IS_ONE_OF(scan, k, laden);
    if (is && SM_IS_ONE_OF(scan, k, charges)) return true;
  }
  return false;
}

/// "a suicide bomber drove a tanker at the office", "rode into a queue", "a truck laden with explosives was driven at its gate".
static bool is_driven_at(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  enum { LADEN = 4 };
  const sm_group *subject = group(x, verb->subject);
  bool bomber = is_laden(scan, subject, verb);
  for (uint32_t k = subject ? subject->first : 0; subject && k < subject->last && !bomber; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    bomber = w && w->weapons & SM_WEAPON_SUICIDE_BOMB;
  }
  static const char *const into[] = {"into", "at", "through"};
  const sm_group *object = group(x, verb->object);
  const sm_cue_row *vehicle = object ? sm_cue_at(scan, object->head, SM_CUE_TARGET, NULL) : NULL;
  if (object && !(vehicle && vehicle->kind == SM_K_VEHICLE)) object = NULL;
  for (uint32_t k = object ? object->first : 0; object && k < object->last + LADEN && k < scan->n && !bomber && !SM_IS_ONE_OF(scan, k, into); k++) { // "drove a truck full of explosives into the gate"
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    bomber = w && w->weapons & (SM_WEAPON_CAR_BOMB | SM_WEAPON_BOMB) && w->kind != SM_K_GUN;
  }
  return bomber && verb->flags & SM_GROUP_FINITE && moves_or_touches(scan, verb->head) && leads_to(scan, x, verb, true);
}

/// "jets made two passes over the village", "helicopters flew sorties against it".
static bool flies_over(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const runs[] = {"pass", "passes", "run", "runs", "sorties", "dives"}, *const make[] = {"made", "flew", "carried"};
  static const sm_word onto[] = {SM_W_OVER, SM_W_ON, SM_W_AGAINST, SM_W_AT};
  const sm_group *object = group(x, verb->object), *next = object ? object + 1 : NULL;
  if (!object || !SM_IS_ONE_OF(scan, verb->head, make) || !SM_IS_ONE_OF(scan, object->head, runs) || next >= x->groups + x->n) return false;
  return next->lead == object->last && SM_IS_ANY(scan, next->lead, onto) && has_carrier(scan, group(x, verb->subject));
}

/// "was set ablaze by drones that had come in low over the sea": the way of what the main verb tells of.
static bool is_way_of_agent(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  const sm_group *subject = verb->flags & SM_GROUP_RELATIVE ? group(x, verb->subject) : NULL;
  return subject && subject->lead != SM_NO_TOKEN && sm_is(scan, subject->lead, SM_W_BY) && munition(scan, x, subject);
}

bool sm_is_sapper(const sm_scan *scan, const sm_group *g) {
  for (uint32_t k = g ? g->first : 0; g && k < g->last; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_DISPOSAL) return true;
  }
  return false;
}

/// "jets", "an army Antonov".
static bool flies(const sm_scan *scan, const sm_group *g) {
  for (uint32_t k = g ? g->first : 0; g && k < g->last; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && (w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER)) return true;
  }
  return false;
}

/// "an Antonov emptied its load above the hills", "drones released their payload over the base".
static bool empties_load(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const lets[] = {"emptied", "dropped", "released", "unloaded", "discharged", "delivered", "let", "shed", "dumped"};
  static const char *const loads[] = {"load", "loads", "payload", "payloads", "cargo", "charge", "charges", "ordnance"};
  const sm_group *subject = group(x, verb->subject), *object = group(x, verb->object);
  if (!object || verb->flags & SM_GROUP_PASSIVE || !SM_IS_ONE_OF(scan, verb->head, lets) || !SM_IS_ONE_OF(scan, object->head, loads)) return false;
  return flies(scan, subject) || munition(scan, x, subject);
}

/// "missiles", "artillery", "jets": what is fired or flown.
static bool is_fired(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  static const char *const guns[] = {"artillery", "howitzers", "tanks", "mortars", "helicopters", "gunships", "jets"};
  return munition(scan, x, g) || SM_IS_ONE_OF(scan, g->head, guns);
}

/// "on Bryansk", "against Bryansk".
static bool is_place_met(const sm_scan *scan, const sm_group *g) {
  const uint32_t m = scan->mention_at[g->head];
  const sm_role role = m ? scan->mentions->items[m - 1].role : SM_ROLE_DEMONYM;
  return role == SM_ROLE_LITERAL || (role == SM_ROLE_METONYM && sm_is(scan, g->lead, SM_W_AGAINST));
}

/// "At Troitske, the militants used artillery": the sentence opens with where.
static bool opens_there(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const sm_word where[] = {SM_W_AT, SM_W_NEAR, SM_W_IN};
  const uint32_t first = scan->s[scan->t[verb->head].sentence].first;
  if (!SM_IS_ANY(scan, first, where) || verb->subject < 0 || x->groups[verb->subject].first <= first + 1) return false;
  const uint32_t m = scan->mention_at[first + 1];
  return m && scan->mentions->items[m - 1].role == SM_ROLE_LITERAL;
}

/// "used drones against Bryansk", "replied with artillery on Tell Abiad": what is fired, and a place by its name.
static bool is_turned_on(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const uses[] = {"used", "employed"}, *const answers[] = {"replied", "responded", "retaliated", "answered", "reacted", "countered"};
  static const sm_word onto[] = {SM_W_ON, SM_W_AGAINST, SM_W_AT};
  const sm_group *end = x->groups + x->first_of[scan->t[verb->head].sentence + 1];
  const bool answer = SM_IS_ONE_OF(scan, verb->head, answers);
  const sm_group *what = answer ? verb + 1 : group(x, verb->object);
  if (!(answer || SM_IS_ONE_OF(scan, verb->head, uses)) || !what || what >= end || what->flags & SM_GROUP_VERB || (answer && !sm_is(scan, what->lead, SM_W_WITH))) return false;
  if (!is_fired(scan, x, what)) return false;
  if (!answer && opens_there(scan, x, verb)) return true;
  return what + 1 < end && what[1].lead == what->last && SM_IS_ANY(scan, what[1].lead, onto) && is_place_met(scan, what + 1);
}

/// "a drone let a mortar shell drop beside the barracks".
static bool lets_fall(const sm_scan *scan, const sm_group *verb) {
  enum { REACH = 7 };
  static const char *const let[] = {"let", "lets"}, *const fall[] = {"fall", "drop", "go", "loose"};
  bool munitions = false;
  if (!SM_IS_ONE_OF(scan, verb->head, let)) return false;
  for (uint32_t k = verb->last; k < scan->n && k < verb->last + REACH && !sm_is_punct(scan, k); k++) {
    if (munitions && SM_IS_ONE_OF(scan, k, fall)) return true;
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    munitions |= w && w->flags & SM_ROW_UNIT && w->kind == 0;
  }
  return false;
}

/// "put", "placed": verbs of saying with a figure alone; "said a drone fired on them" sends nothing.
static bool only_says(const sm_scan *scan, const sm_group *verb) {
  const sm_cue_row *row = sm_cue_at(scan, verb->head, SM_CUE_REPORTING, NULL);
  return row && row->form != SM_F_FIGURE;
}

/// "Russian fire", "enemy fire", "fire from Syria": that of a side, and of no rifles.
static bool is_fire_of_side(const sm_scan *scan, const sm_group *g) {
  static const char *const whose[] = {"enemy", "Enemy", "hostile", "Hostile", "incoming", "Incoming", "indirect", "Indirect"};
  if (g->first == g->head) return sm_is(scan, g->last, SM_W_FROM) && g->last + 1 < scan->n && (scan->mention_at[g->last + 1] || sm_has_cue(scan, g->last + 1, SM_CUE_ACTOR)); // "under fire from NATO helicopters"
  const uint32_t k = g->head - 1;
  const sm_cue_row *force = sm_cue_at(scan, k, SM_CUE_FORCE, NULL), *weapon = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
  if (weapon && weapon->kind == SM_K_GUN) return false;
  return scan->mention_at[k] || (force && force->kind != SM_K_POLICE && force->kind != SM_K_ARMS) || sm_has_cue(scan, k, SM_CUE_ACTOR) || SM_IS_ONE_OF(scan, k, whose);
}

/// "no deaths from hostile fire": what the group goes with is denied.
static bool is_denied_before(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  const sm_group *before = g > x->groups ? g - 1 : NULL;
  for (uint32_t k = before && before->last == g->lead ? before->first : g->first; k < g->first; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, k, SM_CUE_NUMBER, NULL);
    if ((mode && mode->kind == SM_K_NEGATION) || (number && number->kind == SM_K_ZERO)) return true;
  }
  return false;
}

/// "died under Russian fire", "fell to army fire", "Enemy fire wounded a woman": where somebody is hurt; but "opened fire", "returned fire".
static bool is_fire_that_hurt(const sm_scan *scan, const sm_syntax *x, const sm_group *g) {
  static const char *const fire[] = {"fire"};
  static const sm_word leads[] = {SM_W_UNDER, SM_W_BY, SM_W_TO, SM_W_FROM, SM_W_IN};
  static const char *const causes[] = {"result", "because", "consequence"};
  const uint32_t sentence = scan->t[g->head].sentence;
  if (!SM_IS_ONE_OF(scan, g->head, fire) || !(scan->sentence_mask[sentence] & (1u << SM_CUE_CASUALTY)) || !is_fire_of_side(scan, g)) return false;
  if (g->lead != SM_NO_TOKEN && is_denied_before(scan, x, g)) return false;
  if (g->lead != SM_NO_TOKEN) return SM_IS_ANY(scan, g->lead, leads) || (sm_is(scan, g->lead, SM_W_OF) && g->lead > 0 && SM_IS_ONE_OF(scan, g->lead - 1, causes));
  const int32_t own = (int32_t)(g - x->groups);
  for (uint32_t i = (uint32_t)own; i < x->first_of[sentence + 1]; i++)
    if (x->groups[i].flags & SM_GROUP_VERB && x->groups[i].subject == own) return true;
  return false;
}

/// "police found a bomb under a car": who finds a munition did not send it.
static bool only_finds(const sm_scan *scan, const sm_group *verb) {
  static const char *const finds[] = {"found", "finds", "find", "discovered", "spotted", "noticed", "recovered", "seized"};
  return SM_IS_ONE_OF(scan, verb->head, finds);
}

/// "kept the town of X under fire", "was kept under shelling": a place, or what is built, is held under fire.
static bool puts_under_fire(const sm_scan *scan, const sm_group *verb) {
  enum { REACH = 9, WORDS = 3 };
  static const char *const puts[] = {"kept", "keeps", "held", "holds", "put", "puts", "placed", "places", "took", "had", "brought"}, *const fire[] = {"fire", "shelling", "bombardment", "barrage", "shellfire", "attack"};
  if (!SM_IS_ONE_OF(scan, verb->head, puts)) return false;
  const bool passive = verb->flags & SM_GROUP_PASSIVE;
  const uint32_t end = scan->s[scan->t[verb->head].sentence].last;
  bool struck = passive;
  uint32_t k = verb->last;
  for (; k < end && k < verb->last + REACH && !sm_is(scan, k, SM_W_UNDER); k++) {
    if (sm_is_punct(scan, k) || (scan->mask[k] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_REPORTING) && !sm_has_cue(scan, k, SM_CUE_TARGET))) return false;
    struck |= scan->mention_at[k] || sm_has_cue(scan, k, SM_CUE_TARGET);
  }
  if (!struck || (passive && k > verb->last + 1)) return false;
  for (uint32_t f = k + 1; sm_is(scan, k, SM_W_UNDER) && f < end && f <= k + WORDS; f++)
    if (SM_IS_ONE_OF(scan, f, fire)) return true;
  return false;
}

/// "monitors saw four howitzers", "said that it saw launchers": eyes, and no place that shells came down on.
static bool only_watches(const sm_scan *scan, const sm_group *verb, const sm_group *subject) {
  static const char *const sees[] = {"saw"};
  if (!SM_IS_ONE_OF(scan, verb->head, sees) || !subject) return false;
  if (sm_sentence_is(scan, scan->t[verb->head].sentence, SM_K_NEUTRAL) || sm_has_cue(scan, subject->head, SM_CUE_CLAIMANT)) return true;
  if (!sm_is(scan, subject->head, SM_W_IT)) return subject->flags & SM_GROUP_PRONOUN;
  return subject->first > 0 && (sm_is(scan, subject->first - 1, SM_W_THAT) || sm_has_cue(scan, subject->first - 1, SM_CUE_REPORTING));
}

/// "A drone entered Romania's airspace", "strayed into the airspace", "flew back to Ukraine": it struck nothing there.
static bool enters_airspace(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const airspace[] = {"airspace"}, *const enters[] = {"strayed", "flew", "crossed", "came"};
  static const char *const back[] = {"back", "off", "away", "home"}, *const flies[] = {"flew", "turned", "went", "headed"};
  const sm_group *object = group(x, verb->object);
  if (SM_IS_ONE_OF(scan, verb->head, flies) && SM_IS_ONE_OF(scan, verb->last, back)) return true;
  if (object) return SM_IS_ONE_OF(scan, object->head, airspace);
  const sm_group *next = verb + 1;
  return SM_IS_ONE_OF(scan, verb->head, enters) && next < x->groups + x->n && !(next->flags & SM_GROUP_VERB) && SM_IS_ONE_OF(scan, next->head, airspace);
}

const sm_cue_row *sm_deed_at(const sm_scan *scan, const sm_syntax *x, uint32_t token) {
  const sm_group *verb = sm_group_of(x, token);
  if (verb && !(verb->flags & SM_GROUP_VERB) && verb->head == token)
    return munition(scan, x, verb) && is_verbless(scan, x, verb) ? &told_bare : is_fire_that_hurt(scan, x, verb) ? &side_fires : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->head != token ||
      verb->flags & (SM_GROUP_MODAL | SM_GROUP_INFINITIVE | SM_GROUP_ING))
    return NULL;
  static const char *const comes[] = {"come", "came", "comes"};
  if ((SM_IS_ONE_OF(scan, token, comes) && sm_is(scan, verb->last, SM_W_FROM)) || enters_airspace(scan, x, verb)) return NULL; // where it was sent from
  static const char *const suffers[] = {"took",     "taken",    "takes", "received",
                                        "absorbed", "suffered", "drew", "got", "saw", "endured"}; // "the ward has taken shells"
  const sm_group *subject = group(x, verb->subject), *object = group(x, verb->object);
  if (SM_IS_ONE_OF(scan, token, suffers) && !only_watches(scan, verb, subject) && !munition(scan, x, subject) && has_munition(scan, x, object) && !is_given(scan, x, verb, object)) return &harms;
  if (verb->flags & SM_GROUP_FINITE && puts_under_fire(scan, verb)) return verb->flags & SM_GROUP_PASSIVE ? &under_fire : &bombards;
  if (verb->flags & SM_GROUP_REPORTING && !munition(scan, x, subject)) // "put two rockets into a house", but "put the dead at nine"
    return verb->flags & SM_GROUP_FINITE && munition(scan, x, object) && !only_says(scan, verb) && !only_finds(scan, verb) && leads_to(scan, x, verb, false) ? &is_sent : NULL;
  if (verb->flags & SM_GROUP_FINITE && !(verb->flags & SM_GROUP_PASSIVE) && leads_to_mine(scan, x, verb) &&
      !munition(scan, x, subject))
    return &meets_mine;
  const bool bare = verb->first == verb->head; // "a lorry set off a device hidden there" may look like a participle
  if ((bare || !(verb->flags & SM_GROUP_PASSIVE)) && meets_laid(scan, verb, object_of(scan, x, verb)) && !munition(scan, x, subject) && !sm_is_sapper(scan, subject))
    return &meets_mine;
  if ((bare || verb->flags & SM_GROUP_FINITE) && is_done_by_charge(scan, x, verb)) return &arrives;
  if (empties_load(scan, x, verb) || lets_fall(scan, verb) || (verb->flags & SM_GROUP_FINITE && is_turned_on(scan, x, verb))) return &is_sent;
  if (is_driven_at(scan, x, verb)) return &arrives;
  if (flies_over(scan, x, verb)) return &told_bare;
  if (is_under_fire(scan, x, verb)) return &under_fire;
  if (is_lost_to(scan, x, verb)) return &harms;
  if (is_caused_by(scan, x, verb)) return &harms;
  if (verb->flags & SM_GROUP_FINITE && meets_target(scan, x, verb)) return &arrives;
  if (verb->flags & SM_GROUP_FINITE && is_done_by_one_of_them(scan, x, verb)) return &arrives;
  if (goes_up(scan, x, verb)) return &goes_off;
  if (!moves_or_touches(scan, token)) return NULL;
  if (verb->flags & SM_GROUP_PASSIVE) {
    if (munition(scan, x, group(x, verb->agent))) return only_attends(scan, verb) ? NULL : &harms;
    return munition(scan, x, subject) && leads_to(scan, x, verb, false) ? &is_sent : NULL;
  }
  if (!(verb->flags & SM_GROUP_FINITE)) return NULL;
  if (is_way_of_agent(scan, x, verb)) return NULL;
  if (is_done_by_munition(scan, x, verb))
    return (object && may_be_met(scan, x, object)) || leads_to(scan, x, verb, true) ? &arrives : NULL;
  return munition(scan, x, object) && !only_finds(scan, verb) && leads_to(scan, x, verb, false) ? &is_sent : NULL;
}
