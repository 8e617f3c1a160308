// What a side says it did itself: claims in all their words.
#include "sides.h"

/// The token behind who is said to have done it: "it", "one of their men", "his fighters"; 0 where the words tell of others.
static uint32_t own_people_end(const sm_scan *scan, uint32_t k) {
  static const char *const one[] = {"one", "two", "some", "several", "members"}, *const his[] = {"his", "its", "their"}, *const men[] = {"men", "fighters", "members", "followers", "man", "fighter", "member", "bomber", "militant", "soldier", "operative", "brother", "brothers", "group", "movement", "organisation", "organization", "squad", "unit", "units", "cell", "cells", "brigade"};
  if (sm_is(scan, k, SM_W_IT) || sm_is(scan, k, SM_W_THEY)) return k + 1;
  if (SM_IS_ONE_OF(scan, k, one) && sm_is(scan, k + 1, SM_W_OF)) k += 2;
  if (!SM_IS_ONE_OF(scan, k, his)) return 0;
  for (uint32_t i = k + 1; i + 1 < scan->n && i < k + 6 && (sm_is_sign(scan, i, '"') || scan->t[i].flags & SM_TOKEN_CAPITAL); i++) // "its "Central Africa" men"
    if (!(scan->t[i + 1].flags & SM_TOKEN_CAPITAL) && !sm_is_sign(scan, i + 1, '"')) k = i;
  return k + 1 < scan->n && (SM_IS_ONE_OF(scan, k + 1, men) || sm_has_cue(scan, k + 1, SM_CUE_FORCE)) ? k + 2 : 0;
}

/// "killed five", "wounded "at least nine"", "struck the post", at a verb: something is its object.
static bool has_foe_for_object(const sm_scan *scan, uint32_t verb) {
  static const char *const kills[] = {"killed", "wounded", "injured", "eliminated", "slain", "liquidated", "neutralised", "neutralized", "destroyed"}, *const own[] = {"its", "their", "his"};
  const sm_cue_row *deed = sm_cue_at(scan, verb, SM_CUE_TRIGGER, NULL);
  const bool strikes = deed && (deed->form == SM_F_PAST || deed->form == SM_F_ANY || deed->form == SM_F_PP) && (deed->kind == SM_K_ATTACK || deed->kind == SM_K_LAUNCH || deed->kind == SM_K_CARRY || deed->kind == SM_K_BLAST);
  if (verb + 1 >= scan->n || scan->t[verb + 1].sentence != scan->t[verb].sentence || !(strikes || SM_IS_ONE_OF(scan, verb, kills)) || SM_IS_ONE_OF(scan, verb + 1, own)) return false;
  return sm_is_quote(scan, verb + 1) || !(sm_is_punct(scan, verb + 1) || sm_is_preposition(scan, verb + 1) || sm_is_be(scan, verb + 1));
}

/// "it struck the post", "its fighters had killed five soldiers": behind the words for those who did it.
static bool is_own_blow(const sm_scan *scan, uint32_t k) {
  const uint32_t people = k < scan->n ? own_people_end(scan, k) : 0;
  return people && has_foe_for_object(scan, people + sm_is_have(scan, people));
}

/// "it had sent them", "one of its men had laid it": from the token on.
static bool is_own_deed(const sm_scan *scan, uint32_t k) {
  static const char *const been[] = {"been"};
  k = k < scan->n ? own_people_end(scan, k) : 0;
  if (!k || k >= scan->n || !sm_is_have(scan, k) || SM_IS_ONE_OF(scan, k + 1, been)) return false; // "said it had been hit by a mortar"
  for (uint32_t i = k + 1; i < k + 5 && i < scan->n; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if ((mode && (mode->kind == SM_K_NEGATION || mode->kind == SM_K_DENIAL || mode->kind == SM_K_FALSE)) || (number && number->kind == SM_K_ZERO) || sm_has_cue(scan, i, SM_CUE_CASUALTY) || (deed && (deed->kind == SM_K_INTERCEPT || deed->kind == SM_K_PASSIVE))) return false; // "it had come under fire"
  }
  return true;
}

/// "said both attacks were its work", "told reporters that this was its answer", "said its men did it".
static bool is_own_work(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const work[] = {"work", "doing", "deed", "handiwork", "answer", "response", "reply", "revenge", "retaliation", "reprisal", "operation", "rockets", "missiles", "drones"},
                           *const his[] = {"its", "their", "his"}, *const did[] = {"did"}, *const it[] = {"it", "this", "them", "both"}, *const in[] = {"in"},
                           *const answers[] = {"retaliation", "response", "revenge", "reprisal", "retribution", "answer", "reply"}, *const to[] = {"for", "to"};
  for (uint32_t k = first; k + 2 < last && !sm_is_sign(scan, k, ';'); k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_NEGATION || mode->kind == SM_K_DENIAL)) return false;
    if (sm_is_be(scan, k) && SM_IS_ONE_OF(scan, k + 1, his) && SM_IS_ONE_OF(scan, k + 2, work)) return true;
    const uint32_t answer = SM_IS_ONE_OF(scan, k + 1, in) ? k + 2 : k + 1; // "said the attack was in retaliation for"
    if (sm_is_be(scan, k) && answer + 1 < last && SM_IS_ONE_OF(scan, answer, answers) && SM_IS_ONE_OF(scan, answer + 1, to)) return true;
    if (SM_IS_ONE_OF(scan, k + 1, did) && SM_IS_ONE_OF(scan, k + 2, it) && (own_people_end(scan, k ? k - 1 : k) == k + 1 || own_people_end(scan, k) == k + 1)) return true;
  }
  return false;
}

/// Behind "that", or the word of saying itself.
static uint32_t said_from(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 9 };
  for (uint32_t i = speech->verb_last; i < scan->n && i < speech->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (sm_is(scan, i, SM_W_THAT)) return i + 1;
  return speech->verb_last;
}

/// "... tweeted that it had sent them", "said on Telegram that one of its men had laid it": what a group says it did.
static bool owns_up(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 6 };
  const uint32_t k = said_from(scan, speech);
  static const char *const guilty[] = {"responsible", "behind"};
  for (uint32_t i = k; i < scan->n && i < k + REACH && !sm_is_punct(scan, i); i++) // "said on Twitter it was responsible"
    if (sm_is(scan, i, SM_W_IT) || sm_is(scan, i, SM_W_THEY)) {
      if (i + 2 < scan->n && sm_is_be(scan, i + 1)) return SM_IS_ONE_OF(scan, i + 2, guilty);
      break;
    }
  return is_own_deed(scan, k) || is_own_work(scan, k, scan->s[speech->sentence].last);
}

/// "Our fighters have stormed ...", "We accept responsibility", X wrote: the words of the one who speaks tell of a deed of his own men.
static bool tells_our_deed(const sm_scan *scan, uint32_t sentence) {
  static const char *const our[] = {"our", "Our"}, *const men[] = {"men", "brothers", "heroes", "brigades", "units"}, *const did[] = {"did"};
  const sm_sentence *s = &scan->s[sentence];
  for (uint32_t i = s->first; i + 2 < s->last; i++) {
    const sm_cue_row *deed = sm_is(scan, i, SM_W_WE) ? sm_cue_at(scan, sm_is_have(scan, i + 1) ? i + 2 : i + 1, SM_CUE_TRIGGER, NULL) : NULL;
    if (deed && (deed->kind == SM_K_RESPONSIBILITY || deed->kind == SM_K_CARRY || has_foe_for_object(scan, sm_is_have(scan, i + 1) ? i + 2 : i + 1))) return !sm_is_disowned(scan, i);
    for (uint32_t k = i + 1; SM_IS_ONE_OF(scan, i, our) && k + 1 < s->last && k < i + 4; k++)
      if ((sm_has_cue(scan, k, SM_CUE_FORCE) || SM_IS_ONE_OF(scan, k, men)) && (sm_is_have(scan, k + 1) || SM_IS_ONE_OF(scan, k + 1, did))) return !sm_is_disowned(scan, k);
  }
  return false;
}

/// "claimed to have killed five", "claims it killed three soldiers", "claimed five dead": a group tells of what the other side lost.
static bool claims_losses(const sm_story *story, const sm_speech *speech) {
  static const char *const own[] = {"its", "their", "own", "civilian", "civilians"};
  const sm_scan *scan = &story->scan;
  const uint32_t k = speech->verb_last;
  if (sm_is(scan, k, SM_W_TO) && sm_is_have(scan, k + 1) && has_foe_for_object(scan, k + 2)) return true;
  for (uint32_t f = story->figure_at[speech->sentence]; f < story->figure_at[speech->sentence + 1]; f++) {
    const sm_figure *lost = &story->figures.items[f];
    const bool armed = lost->victims & (SM_VICTIM_SOLDIERS | SM_VICTIM_POLICE) && !(lost->victims & SM_VICTIM_MILITANTS);
    if (lost->first < k || (lost->killed_high <= 0 && lost->injured_high <= 0) || !armed) continue;
    bool other = false;
    for (uint32_t i = k; i < lost->last && i < scan->n && !other; i++) other = SM_IS_ONE_OF(scan, i, own) || sm_is_sign(scan, i, ';') || (sm_cue_at(scan, i, SM_CUE_WEAPON, NULL) && sm_cue_at(scan, i, SM_CUE_WEAPON, NULL)->weapons & (SM_WEAPON_AIRSTRIKE | SM_WEAPON_DRONE));
    for (uint32_t p = story->party_at[speech->sentence]; p < story->party_at[speech->sentence + 1] && !other; p++)
      other = story->parties.items[p].first >= k && story->parties.items[p].named && !sm_between(story->parties.items[p].first, lost->first, lost->last);
    if (!other) return true;
  }
  return false;
}

static bool begins_verb(const sm_story *story, uint32_t i) {
  const sm_group *g = sm_group_of(&story->syntax, i);
  return sm_is_have(&story->scan, i) || sm_is_be(&story->scan, i) || (g && g->flags & SM_GROUP_VERB);
}


/// "X, which ..., said", "..., said a spokesman of X": a party is who says it, of this one strike.
static bool is_said_by(const sm_scan *scan, const sm_speech *speech, const sm_party *p) {
  enum { REACH = 12 };
  bool subject = p->last <= speech->verb && speech->verb - p->last <= REACH && (speech->first <= p->first || speech->verb - p->last <= 2);
  subject |= speech->before && sm_between(p->first, speech->first, speech->last);
  return subject && !speech->negated && !sm_tells_habit_by(scan, speech->verb, speech->verb_last); // "has claimed previous such attacks"
}

/// "X published a video of the attack".
static bool publishes_film(const sm_story *story, const sm_party *p) {
  enum { REACH = 7 };
  static const char *const films[] = {"video", "videos", "footage", "film", "clip", "pictures", "images", "photos", "photographs"}, *const of[] = {"of", "showing"}, *const fire[] = {"fire", "blaze", "operation", "ambush", "it"},
                           *const shows[] = {"published", "posted", "released", "shared", "circulated", "broadcast", "aired", "issued", "publishes", "posts"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  for (uint32_t i = x->first_of[p->sentence]; i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i], *who = verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->subject >= 0 ? &x->groups[verb->subject] : NULL;
    if (!who || !sm_between(p->first, who->first, who->last) || !SM_IS_ONE_OF(scan, verb->head, shows)) continue;
    bool film = false;
    for (uint32_t k = verb->last; k < verb->last + REACH && k < scan->s[p->sentence].last && !sm_is_punct(scan, k); k++) {
      if (film && (sm_has_cue(scan, k, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, k, fire))) return true;
      film |= SM_IS_ONE_OF(scan, k, films) && SM_IS_ONE_OF(scan, k + 1, of);
    }
  }
  return false;
}

bool sm_tells_own_blow(const sm_story *story, const sm_party *p) {
  static const char *const other[] = {"ambushes", "clashes", "fighting", "battles", "attacks", "raids", "operations", "month", "year", "week", "months", "weeks", "years"};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[p->sentence];
  if (sm_is_ally(scan, p)) return false;
  for (uint32_t k = p->last; k < s->last; k++)
    if (SM_IS_ONE_OF(scan, k, other)) return false;
  for (uint32_t i = story->speech_at[p->sentence]; i < story->speech_at[p->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (speech->row->stance != 'c' || !is_said_by(scan, speech, p)) continue;
    if (is_own_blow(scan, said_from(scan, speech)) || (speech->row->flags & SM_ROW_CLAIM && claims_losses(story, speech))) return true;
  }
  return publishes_film(story, p);
}

bool sm_claims_attack(const sm_story *story, const sm_party *p) {
  const sm_scan *scan = &story->scan;
  if (sm_is_ally(scan, p)) return false;
  for (uint32_t i = story->speech_at[p->sentence]; i < story->speech_at[p->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!is_said_by(scan, speech, p)) continue;
    if (speech->row->stance == 'c' && owns_up(scan, speech)) return true;
    if (speech->row->stance == 'c' && speech->before && tells_our_deed(scan, p->sentence)) return true;
    static const char *const admits[] = {"admitted", "admits", "admitting", "acknowledged", "acknowledges", "owned", "owns", "accepted", "accepts"}, *const up[] = {"up"};
    const bool admitted = SM_IS_ONE_OF(scan, speech->verb, admits);
    if (SM_IS_ONE_OF(scan, speech->verb + 1, up)) return true;
    if (!(speech->row->flags & SM_ROW_CLAIM) && !admitted) continue;
    if (!admitted && speech->verb_last > speech->verb + 1) return true; // "took the credit for the one at ..."
    static const char *const it[] = {"it", "both", "them", "this", "these"};
    const uint32_t next = speech->verb_last, end = scan->s[p->sentence].last;
    if (next >= end || sm_is_sign(scan, next, '.') || (SM_IS_ONE_OF(scan, next, it) && (next + 1 >= end || sm_is_punct(scan, next + 1) || !begins_verb(story, next + 1)))) return true; // "JNIM claimed.", "claimed it through Amaq"
    for (uint32_t k = speech->verb_last; k < speech->verb_last + 4 && k < scan->n && !sm_is(scan, k, SM_W_THAT); k++) {
      static const char *const deeds[] = {"deed", "act", "killing", "killings", "carnage", "massacre", "operation", "incident", "ambush", "outrage"};
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if ((row && row->form != SM_F_PAST && row->form != SM_F_PP) || (speech->row->flags & SM_ROW_CLAIM && SM_IS_ONE_OF(scan, k, deeds))) return true;
    }
  }
  return false;
}

/// "X issued a claim", "X called the attack revenge for a raid", "X sent newsrooms a claim of responsibility": the party is the subject of what owns up.
bool sm_owns_up_by_noun(const sm_story *story, const sm_party *p) {
  enum { REACH = 9 };
  static const char *const names[] = {"called", "calls", "described", "describes", "hailed", "presented", "termed"}, *const issues[] = {"issued", "issues", "made", "sent", "emailed", "published", "posted", "released"},
                           *const claim[] = {"claim", "claims"}, *const answers[] = {"success", "warning", "message", "victory", "blow", "lesson", "revenge", "retaliation", "response", "answer", "reply", "reprisal", "retribution"}, *const it[] = {"it", "this", "both", "them"}, *const own[] = {"its", "a", "an", "in", "as", "their"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  const sm_group *who = sm_group_of(x, p->first);
  for (uint32_t i = x->first_of[p->sentence]; who && i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject != (int32_t)(who - x->groups)) continue;
    const bool named = SM_IS_ONE_OF(scan, verb->head, names), issued = SM_IS_ONE_OF(scan, verb->head, issues);
    if (!(named || issued) || sm_is_disowned(scan, verb->head)) continue;
    bool deed = false;
    for (uint32_t k = verb->last; k < verb->last + REACH && k < scan->s[p->sentence].last && !sm_is_punct(scan, k); k++) {
      if (issued && SM_IS_ONE_OF(scan, k, claim)) return true;
      if (deed && SM_IS_ONE_OF(scan, k, answers) && (SM_IS_ONE_OF(scan, k - 1, own) || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER))) return true;
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      deed |= row || SM_IS_ONE_OF(scan, k, it);
    }
  }
  return false;
}

bool sm_claims_deed(const sm_story *story, const sm_trigger *g, const sm_party *p) {
  static const char *const claims[] = {"claimed", "claims"};
  const sm_group *own = g->verb || p->actor.type == 1 ? NULL : sm_group_of(&story->syntax, g->first), *verb = own && own > story->syntax.groups ? own - 1 : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || !SM_IS_ONE_OF(&story->scan, verb->head, claims) || verb->subject < 0 || verb->object != (int32_t)(own - story->syntax.groups)) return false;
  return sm_is(&story->scan, own->first, SM_W_THE) && sm_between(p->first, story->syntax.groups[verb->subject].first, story->syntax.groups[verb->subject].last);
}
