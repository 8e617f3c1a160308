// Deeds done with no arms: vehicles, trees and walls that hit somebody; beasts, crowds and men with sticks that attack.
#include "trigger.h"

/// A munition or what carries one, from a sentence on through the next, or told before: then the words may be of a strike.
static bool is_told_of_arms(const sm_scan *scan, uint32_t sentence) {
  const uint32_t end = sentence + 1 < scan->ns ? scan->s[sentence + 1].last : scan->s[sentence].last;
  if (scan->sentence_mask[sentence] & SM_AFTER_WEAPON) return true;
  for (uint32_t k = scan->s[sentence].first; k < end; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL), *blast = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (w && w->kind != SM_K_GUN && w->kind != SM_K_CARRIER && w->kind != SM_K_WEAKCARRIER && w->kind != SM_K_SHIP) return true;
    if (blast && blast->kind == SM_K_BLAST) return true;
  }
  return false;
}

/// Who or what did it: the subject of an active verb, the agent of a passive one, what stands behind "by" at a noun; NULL nobody told.
static const sm_group *doer_of(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  const sm_group *own = sm_group_of(x, g->first);
  if (!own) return NULL;
  if (!g->verb) {
    const sm_group *next = own + 1, *end = x->groups + x->first_of[g->sentence + 1];
    return next < end && next->lead != SM_NO_TOKEN && sm_is(scan, next->lead, SM_W_BY) && !(next->flags & SM_GROUP_VERB) ? next : NULL;
  }
  if (!(own->flags & SM_GROUP_VERB)) return NULL;
  const int32_t who = g->passive || own->flags & SM_GROUP_PASSIVE ? own->agent : own->subject;
  return who >= 0 ? &x->groups[who] : NULL;
}

/// "swarms of bees", "a herd of elephants": of the group, or of what "of" adds to it.
static bool is_of_words(const sm_scan *scan, const sm_group *g, const char *const *words, size_t n) {
  enum { REACH = 3 };
  if (g->head < scan->n && sm_is_one_of(scan, g->head, words, n)) return true;
  for (uint32_t k = g->last + 1; sm_is(scan, g->last, SM_W_OF) && k < scan->n && k < g->last + REACH; k++)
    if (sm_is_one_of(scan, k, words, n)) return true;
  return false;
}

static const sm_group *object_of(const sm_syntax *x, const sm_trigger *g) {
  const sm_group *own = g->verb && !g->passive ? sm_group_of(x, g->first) : NULL;
  return own && own->flags & SM_GROUP_VERB && own->object >= 0 ? &x->groups[own->object] : NULL;
}

/// "a train hit a minibus", "a plane struck a power line", "was hit by a lorry": traffic, with no munition told of.
static bool is_collision(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const hits[] = {"hit", "hits", "hitting", "struck", "strikes", "striking", "rammed", "ramming"};
  static const char *const movers[] = {"train", "trains", "express", "locomotive", "tram", "trams", "bus", "buses", "coach", "minibus", "minibuses", "van", "car", "cars", "taxi", "cab", "lorry", "lorries", "truck", "trucks", "tanker", "trailer", "tractor", "dumper", "jeep", "motorcycle", "motorbike", "scooter", "rickshaw", "ambulance", "vehicle",
                                       "boat", "ferry", "ship", "vessel", "freighter", "yacht", "barge", "trawler", "dhow", "canoe", "airliner", "jetliner", "glider", "balloon", "crane", "tree", "branch", "rock", "rocks", "boulder", "boulders", "wall", "pole", "wave", "waves", "falling", "stone", "stones", "brick", "bricks", "bottle", "bottles"};
  static const char *const obstacles[] = {"ground", "tree", "trees", "hill", "hillside", "mountain", "mountainside", "cable", "cables", "line", "lines", "wire", "wires", "pole", "pylon", "barrier", "rock", "rocks", "reef", "pothole", "divider", "kerb", "curb", "guardrail", "iceberg", "embankment", "birds", "bird", "runway", "cliff", "sandbank", "lamppost", "other"};
  if (!SM_IS_ONE_OF(scan, g->first, hits)) return false;
  const sm_group *who = doer_of(scan, x, g), *what = object_of(x, g);
  const sm_cue_row *craft = who ? sm_cue_at(scan, who->head, SM_CUE_WEAPON, NULL) : NULL;
  const bool flies = craft && (craft->kind == SM_K_CARRIER || craft->kind == SM_K_WEAKCARRIER);
  const bool moves = who && is_of_words(scan, who, movers, SM_COUNT_OF(movers)), stopped = what && (moves || flies) && SM_IS_ONE_OF(scan, what->head, obstacles);
  return (moves || stopped) && !is_told_of_arms(scan, g->sentence);
}

/// "Bees attacked mourners", "fans attacked a bus", "was attacked by men with clubs": beasts and those who are no fighters.
static bool is_by_bare_hands(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  enum { REACH = 12, TOOL = 4 };
  static const char *const attacks[] = {"attack", "attacked", "attacks", "attacking"};
  static const char *const beasts[] = {"shark", "sharks", "elephant", "elephants", "bee", "bees", "wasp", "wasps", "hornets", "leopard", "leopards", "tiger", "tigers", "lion", "lions", "lioness", "wolf", "wolves", "bear", "bears", "crocodile", "crocodiles", "alligator", "dog", "dogs", "hippo", "hippos", "hippopotamus", "buffalo", "buffaloes", "bull", "bulls", "hyena", "hyenas", "monkeys", "snake", "boar", "boars", "birds", "locusts"};
  static const char *const tools[] = {"stone", "stones", "sticks", "stick", "club", "clubs", "batons", "machete", "machetes", "knife", "knives", "axe", "axes", "spear", "spears", "arrows", "bottles", "bricks", "hammer", "hammers", "fists", "swords", "sword", "bats", "pangas", "rods", "flares", "cleaver", "cleavers"};
  static const char *const fighters[] = {"attackers", "attacker", "assailants", "assailant", "terrorists", "terrorist", "bombers", "bomber", "aggressors", "enemies", "invaders", "raiders", "side", "sides", "suspects"};
  if (!SM_IS_ONE_OF(scan, g->first, attacks) || is_told_of_arms(scan, g->sentence)) return false;
  const sm_group *who = doer_of(scan, x, g);
  if (who && is_of_words(scan, who, beasts, SM_COUNT_OF(beasts))) return true;
  for (uint32_t k = g->last; k + 1 < scan->s[g->sentence].last && k < g->last + REACH; k++)
    for (uint32_t i = k + 1; sm_is(scan, k, SM_W_WITH) && i < scan->s[g->sentence].last && i < k + TOOL; i++)
      if (SM_IS_ONE_OF(scan, i, tools)) return true;
  if (!who || who->flags & (SM_GROUP_PRONOUN | SM_GROUP_PROPER | SM_GROUP_TIME) || scan->mention_at[who->head]) return false;
  for (uint32_t k = who->first; k < who->last; k++)
    if (scan->mask[k] & (1u << SM_CUE_FORCE | 1u << SM_CUE_ACTOR | 1u << SM_CUE_WEAPON) || SM_IS_ONE_OF(scan, k, fighters)) return false;
  const sm_cue_row *victim = sm_cue_at(scan, who->head, SM_CUE_VICTIM, NULL);
  if (victim && victim->victims & (SM_VICTIM_SOLDIERS | SM_VICTIM_POLICE | SM_VICTIM_MILITANTS)) return false;
  const sm_lexicon_entry *e = scan->t[who->head].entry;
  static const char *const crowds[] = {"mob", "mobs", "crowd", "crowds"};
  return SM_IS_ONE_OF(scan, who->head, crowds) || (e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP | SM_WORD_NOUN_ARTIFACT)));
}

/// "A drone dropped a packet of heroin", "leaflets": cargo that hurts nobody by itself.
static bool is_of_cargo(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const drops[] = {"dropped", "drop", "drops", "dropping"};
  static const char *const cargo[] = {"packet", "packets", "parcel", "parcels", "leaflet", "leaflets", "heroin", "drugs", "cocaine", "phones", "telephones", "cigarettes", "pistols", "pistol", "rifles", "weapons", "arms", "food", "aid", "supplies", "medicine", "flour", "water", "flyers", "contraband", "consignment", "cash", "money", "letters", "commandos", "paratroopers", "marines", "troops", "soldiers"};
  const sm_group *what = SM_IS_ONE_OF(scan, g->first, drops) ? object_of(x, g) : NULL;
  return what && is_of_words(scan, what, cargo, SM_COUNT_OF(cargo));
}

bool sm_is_without_arms(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  if (is_of_cargo(scan, syntax, g)) return true;
  return g->row->kind == SM_K_ATTACK && !g->row->weapons && (is_collision(scan, syntax, g) || is_by_bare_hands(scan, syntax, g));
}
