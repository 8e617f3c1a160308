// Who is said to have done it without a verb of claim or blame: claims by noun, makers, members, hands and orders.
#include "sides.h"

/// "planted", "left", "detonated": what is done with a bomb.
static bool is_laying(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"laid", "planted", "placed", "left", "buried", "hid", "hidden", "threw", "thrown", "sent", "detonated", "triggered"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool is_apposed(const sm_scan *scan, uint32_t i) {
  return sm_is_article(scan, i) || scan->t[i].flags & SM_TOKEN_CLITIC;
}

/// Whether one of n words stands between two tokens.
static bool tells(const sm_scan *scan, uint32_t first, uint32_t last, const char *const *words, size_t n) {
  for (uint32_t k = first; k < last; k++)
    if (sm_is_one_of(scan, k, words, n)) return true;
  return false;
}
#define TELLS(scan, first, last, words) tells((scan), (first), (last), (words), SM_COUNT_OF(words))

/// "It was claimed by X", "the claim came from X", "responsibility was taken by X", "a caller claimed the attack on behalf of X".
static bool is_claimant_behind(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const claimed[] = {"claimed"}, *const came[] = {"came", "comes"}, *const taken[] = {"taken", "assumed", "accepted", "admitted"}, *const responsibility[] = {"responsibility", "Responsibility"},
                           *const stead[] = {"behalf", "name"}, *const claims[] = {"claimed", "claims", "claiming", "claim", "responsibility"};
  if (sm_is(scan, lead, SM_W_BY)) return SM_IS_ONE_OF(scan, lead - 1, claimed) || (SM_IS_ONE_OF(scan, lead - 1, taken) && TELLS(scan, floor, lead, responsibility));
  if (sm_is(scan, lead, SM_W_OF)) return SM_IS_ONE_OF(scan, lead - 1, stead) && TELLS(scan, floor, lead, claims);
  return sm_is(scan, lead, SM_W_FROM) && SM_IS_ONE_OF(scan, lead - 1, came);
}

static bool is_order(const sm_scan *scan, uint32_t i) {
  static const char *const orders[] = {"ordered", "commissioned", "masterminded", "orchestrated", "instigated", "sponsored", "financed", "planned", "plotted", "directed", "authored", "committed", "did"};
  return SM_IS_ONE_OF(scan, i, orders);
}

/// "The charge was laid by X", "it was ordered by the leader of X": what was done with the weapon or by whose word, in a sentence of its own.
static bool is_maker_behind(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const made[] = {"fired", "launched", "dropped", "set"}, *const heads[] = {"leader", "leaders", "head", "chief", "boss", "members", "emir", "commander", "leadership"};
  if (lead > floor + 3 && sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, heads)) lead = sm_lead_of(scan, lead - 1, floor);
  if (lead == UINT32_MAX || lead < floor + 2 || !sm_is(scan, lead, SM_W_BY) || !(is_laying(scan, lead - 1) || is_order(scan, lead - 1) || SM_IS_ONE_OF(scan, lead - 1, made))) return false;
  return lead >= floor + 2 && (sm_is_be(scan, lead - 2) || (scan->t[lead - 2].entry && scan->t[lead - 2].entry->word_bits & SM_WORD_ADVERB));
}

/// "belonged to X", "had ties to X", "were members of X", "was a member of X", "was identified as an X commander", "were Taliban": the token that such
/// words begin at, the last of them being the lead of the party; UINT32_MAX where they are others.
static uint32_t membership_from(const sm_scan *scan, const sm_party *p, uint32_t lead, uint32_t floor) {
  static const char *const belong[] = {"belonged", "belong", "belongs", "linked", "tied", "loyal", "connected"}, *const identified[] = {"identified", "named"}, *const members[] = {"members", "member", "fighters", "men", "followers", "militants", "soldiers"},
                           *const ties[] = {"ties", "links", "connections", "allegiance", "loyalty"};
  if (sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, belong)) return lead - 1;
  if (sm_is(scan, lead, SM_W_TO) && lead > floor + 2 && SM_IS_ONE_OF(scan, lead - 1, ties)) return lead - 2; // "the men had sworn allegiance to X"
  if (sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, members)) {
    if (lead > floor + 1 && sm_is_be(scan, lead - 2)) return lead - 2;
    if (lead > floor + 2 && sm_is(scan, lead - 2, SM_W_A) && sm_is_be(scan, lead - 3)) return lead - 3;
  }
  if (sm_is(scan, lead, SM_W_AS) && SM_IS_ONE_OF(scan, lead - 1, identified)) return lead - 1;
  return sm_is_be(scan, lead) && p->role != SM_ROLE_LITERAL ? lead : UINT32_MAX;
}

/// "The bombers were members of X", "those responsible belonged to X".
static bool is_home_of_attackers(const sm_scan *scan, const sm_party *p, uint32_t lead, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const guilty[] = {"responsible", "bombers", "bomber", "attackers", "attacker", "assailants", "gunmen", "perpetrators", "culprits", "raiders", "suspects", "those", "they", "he"},
                           *const men[] = {"men", "boys", "women"};
  const uint32_t verb = membership_from(scan, p, lead, floor);
  for (uint32_t k = verb; verb != UINT32_MAX && k > floor && verb - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, guilty) || (k > floor + 1 && SM_IS_ONE_OF(scan, k - 1, men) && sm_is(scan, k - 2, SM_W_THE))) return true;
  return false;
}

/// "The planes were Israeli", "it was a Russian missile", "the aircraft were from the Emirates", "the drone belonged to the army": whose the weapon was.
static bool is_home_of_weapon(const sm_story *story, const sm_party *p, uint32_t lead) {
  static const char *const belong[] = {"belonged", "belongs", "belong"};
  const sm_scan *scan = &story->scan;
  const bool to = sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, belong), from = sm_is(scan, lead, SM_W_FROM) && sm_is_be(scan, lead - 1);
  const sm_group *verb = to || from || sm_is_be(scan, lead) ? sm_group_of(&story->syntax, to || from ? lead - 1 : lead) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0) return false;
  uint32_t what = story->syntax.groups[verb->subject].head;
  const sm_group *told = sm_is(scan, what, SM_W_IT) || sm_is(scan, what, SM_W_THEY) ? sm_group_of(&story->syntax, p->first) : NULL;
  if (told && told->head >= p->last && !sm_is_sign(scan, p->last, '-'))
    for (what = p->last; what < told->head && !sm_has_cue(scan, what, SM_CUE_WEAPON);) what++; // "it was a Russian cruise missile", not "an Iranian-made drone"
  const sm_cue_row *weapon = sm_cue_at(scan, what, SM_CUE_WEAPON, NULL), *force = sm_cue_at(scan, what, SM_CUE_FORCE, NULL);
  return (weapon && weapon->kind != SM_K_GUN && weapon->kind != SM_K_PERSON) || (force && force->kind == SM_K_AIR);
}

/// The verb whose subject a party is in, of those that `is` tells; NULL none, nor of a state.
static const sm_group *verb_of(const sm_story *story, const sm_party *p, bool (*is)(const sm_scan *scan, uint32_t token)) {
  const sm_syntax *x = &story->syntax;
  for (uint32_t i = x->first_of[p->sentence]; !p->state && i < x->first_of[p->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i], *who = verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? &x->groups[verb->subject] : NULL;
    if (who && p->first >= who->first && p->first < sm_group_end_with_of(&story->scan, x, who) && is(&story->scan, verb->head)) return verb;
  }
  return NULL;
}

/// A strike, or a word for one, within a few tokens: "the attack", "it", "both incidents".
static bool tells_deed(const sm_scan *scan, uint32_t first, uint32_t end) {
  enum { REACH = 6 };
  static const char *const deeds[] = {"it", "both", "this", "deed", "act", "crime", "incident", "incidents", "action", "case"};
  for (uint32_t k = first; k < end && k < first + REACH && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if ((row && row->kind != SM_K_INTERCEPT) || SM_IS_ONE_OF(scan, k, deeds)) return true;
  }
  return false;
}

/// "police believe that a clique of X ordered the attack"
static bool gave_order(const sm_story *story, const sm_party *p) {
  const sm_group *verb = verb_of(story, p, is_order);
  return verb && !(verb->flags & SM_GROUP_PASSIVE) && tells_deed(&story->scan, verb->last, story->scan.s[p->sentence].last);
}

/// "police believe that anarchists placed it", "... planted the bomb"
static bool laid_it(const sm_story *story, const sm_party *p) {
  static const char *const it[] = {"it", "them"};
  const sm_scan *scan = &story->scan;
  const sm_group *verb = verb_of(story, p, is_laying);
  if (!verb || verb->flags & SM_GROUP_PASSIVE) return false;
  return SM_IS_ONE_OF(scan, verb->last, it) || (sm_is(scan, verb->last, SM_W_THE) && sm_has_cue(scan, verb->last + 1, SM_CUE_WEAPON));
}

/// "It was X who did this", but not "asked whether it was X who did this".
static bool is_cleft(const sm_story *story, const sm_party *p, uint32_t lead) {
  enum { REACH = 5 };
  static const char *const did[] = {"did", "behind"}, *const unsure[] = {"if", "If", "whether"};
  static const sm_word who[] = {SM_W_WHO, SM_W_THAT, SM_W_WHICH};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[p->sentence];
  if (lead == 0 || !sm_is_be(scan, lead) || !sm_is(scan, lead - 1, SM_W_IT) || !SM_IS_ANY(scan, p->last, who)) return false;
  if (TELLS(scan, s->first, lead, unsure)) return false;
  for (uint32_t k = p->last + 1; k < s->last && k < p->last + REACH && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (is_laying(scan, k) || SM_IS_ONE_OF(scan, k, did) || (row && row->kind != SM_K_INTERCEPT && row->kind != SM_K_PASSIVE)) return true;
  }
  return false;
}

/// "the bombing was X's doing".
static bool is_own_doing(const sm_scan *scan, const sm_party *p, uint32_t lead) {
  static const char *const doing[] = {"doing", "handiwork", "work", "deed"};
  return sm_is_be(scan, lead) && scan->t[p->last].flags & SM_TOKEN_CLITIC && SM_IS_ONE_OF(scan, p->last + 1, doing);
}

/// "the attacker was Ibrahim C., a member of X": who the attacker is, told beside his name.
static bool is_home_of_named(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  enum { NAME = 8, REACH = 5 };
  static const char *const members[] = {"member", "militant", "fighter", "follower", "operative", "supporter", "commander", "activist", "cadre"},
                           *const guilty[] = {"bomber", "attacker", "assailant", "gunman", "perpetrator", "culprit", "author", "suspect", "driver"};
  if (!sm_is(scan, lead, SM_W_OF) || lead < floor + 5 || !SM_IS_ONE_OF(scan, lead - 1, members)) return false;
  uint32_t k = lead - 1;
  while (k > floor && lead - k < 5 && !sm_is_sign(scan, k - 1, ',')) k--;
  if (k == floor || !sm_is_sign(scan, k - 1, ',')) return false;
  for (k--; k > floor && lead - k < NAME + 5; k--) {
    const bool be = sm_is_be(scan, k - 1) || sm_is(scan, k - 1, SM_W_AS);
    for (uint32_t g = k - 1; be && g > floor && k - g < REACH; g--)
      if (SM_IS_ONE_OF(scan, g - 1, guilty)) return true;
    if (be) return false;
  }
  return false;
}

/// "a pamphlet signed by X was found", "leaflets bearing the name of X".
static bool is_signed_by(const sm_scan *scan, const sm_party *p, uint32_t lead) {
  static const char *const papers[] = {"pamphlet", "pamphlets", "leaflet", "leaflets", "note", "notes", "message", "messages", "statement", "communique", "letter", "banner", "flyer", "flyers", "poster", "posters", "slogans", "graffiti", "text"},
                           *const sign[] = {"signed"}, *const marks[] = {"name", "initials", "acronym", "logo", "flag", "letterhead", "emblem"};
  const bool signs = SM_IS_ONE_OF(scan, lead, sign) || (sm_is(scan, lead, SM_W_BY) && SM_IS_ONE_OF(scan, lead - 1, sign)), marked = sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, marks);
  return (signs || marked) && TELLS(scan, scan->s[p->sentence].first, lead, papers);
}

/// "messages demanding money in the name of X", "threatened by men who said they belonged to X": who extorted whom was struck.
static bool is_extortioner(const sm_scan *scan, const sm_party *p, uint32_t lead) {
  static const char *const extorts[] = {"extortion", "extorting", "extorted", "extort", "extortions", "extortionists", "demanding", "demanded", "demands", "payment", "payments", "money", "threats", "threatened", "threatening", "racket"},
                           *const stead[] = {"name", "behalf", "part", "members", "member"}, *const belong[] = {"belong", "belonged", "belonging", "be"}, *const by[] = {"by", "from"};
  const bool named = (sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, stead)) || (sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, belong)) || SM_IS_ONE_OF(scan, lead, by) || SM_IS_ONE_OF(scan, lead, belong);
  return named && !p->state && TELLS(scan, scan->s[p->sentence].first, scan->s[p->sentence].last, extorts);
}

static bool is_held(const sm_scan *scan, uint32_t i) {
  static const char *const held[] = {"arrested", "detained", "captured", "apprehended", "charged", "held", "nabbed", "remanded", "indicted", "sought", "wanted"};
  return SM_IS_ONE_OF(scan, i, held);
}

/// "arrested two members of X", "wanted as belonging to X": a word of holding before a party that others are of.
static bool is_of_held(const sm_scan *scan, const sm_party *p, uint32_t floor) {
  enum { BACK = 10 };
  const uint32_t lead = sm_lead_of(scan, p->first, floor);
  if (lead == UINT32_MAX || !(sm_is(scan, lead, SM_W_OF) || sm_is(scan, lead, SM_W_TO))) return false;
  for (uint32_t k = p->first; k > floor && p->first - k < BACK; k--)
    if (is_held(scan, k - 1)) return true;
  return false;
}

/// "Two members of X have been arrested over the blast".
static bool is_held_for(const sm_story *story, const sm_party *p) {
  enum { REACH = 4 };
  static const char *const over[] = {"over", "for", "with"}, *const definite[] = {"the", "it", "this", "both", "that"};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[p->sentence];
  const sm_group *verb = verb_of(story, p, is_held);
  if (verb ? !(verb->flags & SM_GROUP_PASSIVE) : !is_of_held(scan, p, s->first)) return false;
  const uint32_t from = verb ? verb->last : p->last;
  for (uint32_t k = from; k < s->last && k < from + REACH; k++)
    if (SM_IS_ONE_OF(scan, k, over) && SM_IS_ONE_OF(scan, k + 1, definite)) return tells_deed(scan, k + 1, s->last);
  return false;
}

/// "The rounds came from the positions of X", "they were fired from an area held by X".
static bool is_source_of_fire(const sm_story *story, const sm_party *p) {
  static const char *const fires[] = {"they", "They", "it", "It", "rounds", "shots", "fire", "firing", "projectiles", "shelling", "bombardment"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[p->sentence].first;
  if (!sm_is_fired_from(scan, p) && sm_holder_score(story, p, floor) <= 0) return false;
  for (uint32_t k = p->first; k > floor && !sm_is_sign(scan, k - 1, ';'); k--)
    if (SM_IS_ONE_OF(scan, k - 1, fires) || scan->mask[k - 1] & (1u << SM_CUE_WEAPON)) return true;
  return false;
}

/// The token before a party with its article and adjectives; UINT32_MAX where less than two stand before it.
static uint32_t before_party(const sm_scan *scan, const sm_party *p) {
  static const char *const pro[] = {"pro"};
  const uint32_t floor = scan->s[p->sentence].first;
  uint32_t first = p->first;
  if (!p->state && first > floor + 2 && sm_is_sign(scan, first - 1, '-') && SM_IS_ONE_OF(scan, first - 2, pro)) first -= 2; // "pro-LNA forces"
  while (first > floor && p->first - first < 3 && is_apposed(scan, first - 1)) first--;
  return first < floor + 2 ? UINT32_MAX : first - 1;
}

float sm_laid_to(const sm_story *story, const sm_party *p) {
  static const char *const due[] = {"attributable", "imputable", "ascribable", "traceable"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[p->sentence].first, lead = before_party(scan, p);
  const bool named = p->actor.name.len;
  if (sm_is_disowned(scan, p->first) || sm_is_of_earlier(scan, p->first)) return 0;
  if (gave_order(story, p) || laid_it(story, p) || (named && is_held_for(story, p))) return 2.8f;
  static const sm_word past[] = {SM_W_WAS, SM_W_WERE, SM_W_BEEN}; // not "such mines are laid by militias"
  if (!named && p->words.len && lead != UINT32_MAX && lead > floor + 1 && SM_IS_ANY(scan, lead - 2, past) && is_maker_behind(scan, lead, floor)) return 2.8f;
  if (!named || lead == UINT32_MAX) return 0;
  if (is_claimant_behind(scan, lead, floor)) return 5;
  if (sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, due)) return 3; // "these attacks are attributable to X"
  if (is_source_of_fire(story, p)) return 3;
  if (is_signed_by(scan, p, lead) || is_home_of_named(scan, lead, floor) || is_cleft(story, p, lead) || is_own_doing(scan, p, lead) || is_extortioner(scan, p, lead)) return 2.8f;
  return is_maker_behind(scan, lead, floor) || is_home_of_attackers(scan, p, lead, floor) || is_home_of_weapon(story, p, lead) ? 3.0f : 0;
}
