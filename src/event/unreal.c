// Strikes that the words round them make none of this day: stopped, talked about, dated from, only planned.
#include "casualty.h"
#include "trigger.h"

bool sm_is_stood_against(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const hurt[] = {"victims", "survivors", "dead"};
  const sm_group *noun = g->verb ? NULL : sm_group_of(syntax, g->first);
  if (!noun || noun->flags & SM_GROUP_VERB || noun->head >= g->last || noun->lead == SM_NO_TOKEN || noun == syntax->groups) return false;
  if (sm_is(scan, noun->lead, SM_W_AGAINST)) return true;
  const sm_group *who = noun - 1;
  return sm_is(scan, noun->lead, SM_W_OF) && who->last == noun->lead && SM_IS_ONE_OF(scan, who->head, hurt) && who->lead != SM_NO_TOKEN && sm_is(scan, who->lead, SM_W_FOR);
}

/// "began to shell", "managed to detonate", "were able to hit", "went on to bomb": it was done.
bool sm_is_begun(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const begun[] = {"began", "begun", "started", "proceeded", "managed", "opted"}, *const able[] = {"able"}, *const on[] = {"on"}, *const went[] = {"went", "gone"};
  static const sm_word was[] = {SM_W_WAS, SM_W_WERE};
  if (g->first < floor + 2 || !sm_is(scan, g->first - 1, SM_W_TO)) return false;
  const uint32_t verb = g->first - 2;
  if (SM_IS_ONE_OF(scan, verb, begun)) return true;
  return verb > floor && ((SM_IS_ONE_OF(scan, verb, able) && SM_IS_ANY(scan, verb - 1, was)) || (SM_IS_ONE_OF(scan, verb, on) && SM_IS_ONE_OF(scan, verb - 1, went)));
}

/// "was bombarded with 40,000 complaints": with nothing that explodes; but "bombarded with mortars a position".
static bool is_figurative(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const bombards[] = {"bombarded", "bombarding", "bombard", "bombards"};
  if (!SM_IS_ONE_OF(scan, g->first, bombards) || g->last + 1 >= scan->n || !sm_is(scan, g->last, SM_W_WITH)) return false;
  const sm_group *noun = sm_group_of(syntax, g->last + 1);
  for (uint32_t k = noun ? noun->first : 0; noun && k < noun->last; k++)
    if (scan->mask[k] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER)) return false;
  return noun != NULL;
}

/// "spoke of bombing the site", "talk of striking X": what somebody would do; not "spoke of shelling near X".
static bool is_spoken_of(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const speaks[] = {"speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked", "talking", "think", "thinking", "thought", "dream", "dreamed"}, *const about[] = {"of", "about"};
  static const char *const deeds[] = {"bombing", "striking", "shelling", "attacking", "hitting", "bombarding", "targeting", "destroying", "blowing", "firing", "launching", "sinking"};
  if (!SM_IS_ONE_OF(scan, g->first, deeds) || g->first < floor + 2 || !SM_IS_ONE_OF(scan, g->first - 1, about) || !SM_IS_ONE_OF(scan, g->first - 2, speaks)) return false;
  return g->last < scan->n && !sm_is_punct(scan, g->last) && !sm_is_preposition(scan, g->last) && !sm_is(scan, g->last, SM_W_AND);
}

/// "agreed to stop shelling each other", "a ban on air strikes": what ends, or may not begin.
static bool is_ended(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 3 };
  static const char *const ends[] = {"stop", "halt", "end", "cease", "suspend", "pause", "avoid", "prevent", "refrain", "limit", "ban", "forgo"};
  if (g->verb && g->row->form != SM_F_ING) return false;
  for (uint32_t k = g->first; k > floor && g->first - k <= REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, ends)) return true;
  return false;
}

/// "to talk about the air strikes of the past months": several, named for what is said of them.
static bool is_talked_about(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  enum { REACH = 4, PLACE_AFTER = 5 };
  static const char *const about[] = {"about", "discuss", "discussed", "discussing", "debate", "debated"};
  if (g->verb || !g->plural) return false;
  bool led = false;
  for (uint32_t k = g->first; k > floor && g->first - k < REACH && !led && !sm_is_punct(scan, k - 1); k--) led = SM_IS_ONE_OF(scan, k - 1, about);
  for (uint32_t k = g->last; led && k < ceiling && k < g->last + PLACE_AFTER; k++)
    if (scan->mention_at[k] || sm_is(scan, k, SM_W_THAT) || sm_is(scan, k, SM_W_WHICH)) return false;
  return led;
}

/// "for the first time since the bombing began": a time, not an event.
static bool is_beginning_of_time(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  enum { REACH = 6 };
  static const char *const since[] = {"since"}, *const began[] = {"began", "started", "start", "broke", "erupted", "intensified", "resumed"};
  if (g->verb && g->row->form != SM_F_ING) return false;
  bool led = false;
  for (uint32_t k = g->first; k > floor && g->first - k < REACH && !led && !sm_is_punct(scan, k - 1); k--) led = SM_IS_ONE_OF(scan, k - 1, since);
  for (uint32_t k = g->last; led && k < ceiling && k < g->last + REACH && !sm_is_punct(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, began)) return true;
  return false;
}

/// "Plans for an air strike were dropped": what was done to a plan.
static bool is_done_to_plan(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  const sm_group *verb = g->verb && g->passive ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_cue_row *mode = sm_cue_at(scan, syntax->groups[verb->subject].head, SM_CUE_MODE, NULL);
  return mode && mode->kind == SM_K_PLAN;
}

/// "makes drones used in attacks": what such things are for.
static bool is_general_use(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  static const char *const used[] = {"used"};
  uint32_t verb = SM_IS_ONE_OF(scan, g->first, used) ? g->first : !g->verb && g->first >= floor + 2 ? g->first - 2 : g->first;
  if (!SM_IS_ONE_OF(scan, verb, used) || verb == floor || verb + 2 >= ceiling) return false;
  const bool in = sm_is(scan, verb + 1, SM_W_IN) || sm_is(scan, verb + 1, SM_W_FOR);
  const sm_cue_row *row = in ? sm_cue_at(scan, verb + 2, SM_CUE_TRIGGER, NULL) : NULL;
  return row && !sm_is_be(scan, verb - 1) && !sm_is_have(scan, verb - 1) && !sm_is_preposition(scan, verb + 3);
}

/// "The police exhibited mortar bombs", "make their bombs in workshops": what was shown or made, not fired.
static bool is_shown(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const shows[] = {"exhibited", "displayed", "showed", "shown", "unveiled", "paraded", "presented", "inspected", "exhibits", "displays", "make", "makes", "made", "making", "build", "builds", "built", "assemble", "assembled", "produce", "produces", "produced", "manufactured"};
  const sm_group *noun = !g->verb && g->row->weapons ? sm_group_of(syntax, g->first) : NULL;
  const sm_group *verb = noun && noun > syntax->groups ? noun - 1 : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->object == (int32_t)(noun - syntax->groups) && SM_IS_ONE_OF(scan, verb->head, shows);
}

/// "the lights of the tower went off", "alarms went off": what goes off and is no bomb.
static bool is_signal(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g) {
  static const char *const signals[] = {"light", "lights", "lamps", "siren", "sirens", "alarm", "alarms", "alert", "alerts", "phone", "phones", "telephones", "power", "electricity", "flash", "flashes"};
  const sm_group *verb = g->verb && g->row->kind == SM_K_BLAST ? sm_group_of(syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *what = &syntax->groups[verb->subject];
  while (what > syntax->groups && what->lead != SM_NO_TOKEN && sm_is(scan, what->lead, SM_W_OF) && (what - 1)->last == what->lead) what--;
  return SM_IS_ONE_OF(scan, what->head, signals);
}

/// "shells had hit no town": nothing was struck; but "hit no one" tells of a strike.
static bool strikes_none(const sm_scan *scan, const sm_trigger *g) {
  static const char *const no[] = {"no"};
  if (g->verb && !g->passive && g->row->kind == SM_K_INTERCEPT && SM_IS_ONE_OF(scan, g->last, no)) return true; // "have shot down no drones"
  if (!g->verb || g->passive || (g->row->kind != SM_K_ATTACK && g->row->kind != SM_K_FALL) || !SM_IS_ONE_OF(scan, g->last, no)) return false;
  const sm_lexicon_entry *e = g->last + 1 < scan->n ? scan->t[g->last + 1].entry : NULL;
  return e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT) && !(e->word_bits & SM_WORD_NOUN_PERSON);
}

/// "two suspects in the bombing of a Mass in X", "killed a man wanted for the attack on Y": what somebody who was struck had done.
static bool is_of_record(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const records[] = {"suspect", "suspects", "wanted", "mastermind", "masterminds"};
  bool killed = false; // else the report may have no other words for the strike
  for (uint32_t k = floor; k < g->first && !killed; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    killed = row && row->kind == SM_K_KILL && !sm_is_preposition(scan, k + 1);
  }
  if (g->verb || !killed) return false;
  for (uint32_t k = g->first; k > floor + 1 && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (sm_is_preposition(scan, k - 1)) return SM_IS_ONE_OF(scan, k - 2, records);
  return false;
}

/// "commandos landed in X", "troops fell back": people who come down, no munition.
static bool is_landing(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const men[] = {"troops", "soldiers", "commandos", "marines", "paratroopers", "forces", "fighters", "militants", "delegation", "officials", "diplomats", "men", "team"};
  const sm_group *verb = g->verb && !g->passive && g->row->kind == SM_K_FALL ? sm_group_of(x, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_cue_row *craft = verb->object >= 0 ? sm_cue_at(scan, x->groups[verb->object].head, SM_CUE_TARGET, NULL) : NULL;
  if ((craft && craft->kind == SM_K_VEHICLE) || (verb->object >= 0 && sm_has_cue(scan, x->groups[verb->object].head, SM_CUE_WEAPON))) return false; // "an attacker drove a truck into the gate", "forces rained shells on X"
  const uint32_t who = x->groups[verb->subject].head;
  const sm_lexicon_entry *e = scan->t[who].entry;
  return SM_IS_ONE_OF(scan, who, men) || (e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & SM_WORD_NOUN_ARTIFACT) && !sm_has_cue(scan, who, SM_CUE_WEAPON) && !sm_has_cue(scan, who, SM_CUE_NUMBER)); // "an envoy landed"
}

/// "a deal that was struck in X", "struck a fragile truce": what is agreed.
static bool is_of_deal(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const strikes[] = {"struck", "strike", "strikes", "striking"};
  static const char *const deals[] = {"deal", "deals", "agreement", "agreements", "bargain", "truce", "truces", "pact", "accord", "accords", "compromise", "ceasefire", "balance"};
  const sm_group *verb = g->verb && SM_IS_ONE_OF(scan, g->first, strikes) ? sm_group_of(x, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  const sm_group *before = verb > x->groups ? verb - 1 : verb; // "a deal that was struck"
  return (verb->object >= 0 && SM_IS_ONE_OF(scan, x->groups[verb->object].head, deals)) || (verb->subject >= 0 && SM_IS_ONE_OF(scan, x->groups[verb->subject].head, deals)) ||
         (verb->flags & SM_GROUP_RELATIVE && SM_IS_ONE_OF(scan, before->head, deals));
}

/// "air strikes on the group in X and Y have been stepped up": how often there are any; "attacks on clinics in X have disrupted care": what they do,
/// with no article or number.
static bool is_of_trend(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const trends[] = {"stepped", "intensified", "increased", "risen", "doubled", "tripled", "multiplied", "surged", "reduced", "declined", "fallen", "dropped", "escalated", "grown", "become", "continued", "replaced", "subsided", "ceased", "abated", "eased"};
  static const char *const does[] = {"affected", "disrupted", "forced", "caused", "hampered", "hindered", "impeded", "raised", "fuelled", "fueled", "led", "prompted", "deepened", "worsened", "driven", "displaced", "left", "made", "created", "posed"};
  const uint32_t own = g->verb || !g->plural || sm_is_of_count(scan, g->first, scan->s[g->sentence].first) ? 0 : x->group_at[g->first];
  const bool bare = own && !sm_is(scan, x->groups[own - 1].first, SM_W_THE) && !sm_has_cue(scan, x->groups[own - 1].first, SM_CUE_NUMBER) && !(scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY));
  for (uint32_t i = own; own && i < x->first_of[g->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_FINITE)) continue;
    const bool perfect = !(verb->flags & SM_GROUP_RELATIVE) && sm_is_have(scan, verb->first);
    return perfect && (SM_IS_ONE_OF(scan, verb->head, trends) || (bare && !sm_is(scan, verb->first, SM_W_HAD) && SM_IS_ONE_OF(scan, verb->head, does)));
  }
  return false;
}

/// "investigated 30 attacks in A and B": what a study looked into, none of the report's own.
static bool is_of_review(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const reviews[] = {"investigated", "examined", "analysed", "analyzed", "studied", "reviewed"};
  enum { FEW = 3 };
  const sm_group *own = g->verb || !g->plural ? NULL : sm_group_of(x, g->first);
  int value;
  uint32_t end;
  if (!own || own == x->groups || own->flags & SM_GROUP_VERB || !sm_read_number(scan, own->first, &value, &end) || value < FEW) return false;
  return own[-1].flags & SM_GROUP_VERB && own[-1].object == (int32_t)(own - x->groups) && SM_IS_ONE_OF(scan, own[-1].head, reviews);
}

/// "intercepted a fishing trawler", "an arms shipment": from a token on, what carries, and no munition itself.
static bool is_cargo(const sm_scan *scan, uint32_t first) {
  enum { REACH = 6 };
  static const char *const words[] = {"trawler", "trawlers", "dhow", "dhows", "boat", "boats", "vessel", "vessels", "ship", "ships", "tanker", "freighter", "shipment", "shipments", "cargo", "consignment", "truck", "trucks", "lorry", "lorries", "convoy", "vehicle", "vehicles", "car", "cars", "message", "messages", "call", "calls", "communications"};
  for (uint32_t k = first; k < scan->n && k < first + REACH && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++) {
    if (SM_IS_ONE_OF(scan, k, words)) return true;
    if (sm_has_cue(scan, k, SM_CUE_WEAPON)) return false; // "drone boats"
  }
  return false;
}

/// "Soldiers repelled an attack on a base", "intercepted a bomber": what came to nothing, on foot.
static bool is_beaten_off(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const beats[] = {"repelled", "repulsed", "repel", "repelling", "thwarted", "foiled", "withstood"}, *const stops[] = {"intercepted", "stopped", "caught"}, *const bombers[] = {"bomber", "bombers", "attacker", "attackers"};
  const sm_group *own = sm_group_of(x, g->first);
  if (g->verb && own && SM_IS_ONE_OF(scan, g->first, stops)) {
    const int32_t whom = g->passive ? own->subject : own->object;
    return (whom >= 0 && SM_IS_ONE_OF(scan, x->groups[whom].head, bombers)) || (g->passive ? whom >= 0 && is_cargo(scan, x->groups[whom].first) : is_cargo(scan, g->last));
  }
  if (g->verb || !own || own->flags & SM_GROUP_VERB || own == x->groups || g->row->kind != SM_K_ATTACK) return false;
  const sm_group *verb = own - 1;
  if (!(verb->flags & SM_GROUP_VERB) || verb->object != (int32_t)(own - x->groups) || !SM_IS_ONE_OF(scan, verb->head, beats)) return false;
  for (uint32_t k = scan->s[g->sentence].first; k < scan->s[g->sentence].last; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && w->kind != SM_K_GUN) return false; // "repelled a drone attack on the port"
  }
  return true;
}

/// "denied that it had sent missiles to X": a supply that nobody owns up to.
static bool is_denied_supply(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 8 };
  static const char *const sends[] = {"sent", "send", "sends", "sending", "delivered"};
  if (!g->verb || g->row->kind != SM_K_LAUNCH || !SM_IS_ONE_OF(scan, g->first, sends)) return false;
  for (uint32_t k = g->first; k > floor && g->first - k < REACH; k--) {
    const sm_cue_row *says = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, NULL);
    if (says) return says->stance == 'd';
  }
  return false;
}

/// "blockaders set fire to a van": people, not a blast.
static bool sets_fire_by_hand(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g, const sm_group *who) {
  static const char *const set[] = {"set", "torched"};
  const uint32_t struck = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON | 1u << SM_CUE_CASUALTY;
  if (!SM_IS_ONE_OF(scan, g->first, set) || who->flags & (SM_GROUP_PRONOUN | SM_GROUP_TIME | SM_GROUP_PROPER) || scan->mask[who->head] & struck || scan->mention_at[who->head]) return false;
  const sm_lexicon_entry *e = scan->t[who->head].entry;
  return x->part[who->head] != SM_PART_WH && (!e || e->word_bits & SM_WORD_NOUN_PERSON);
}

/// "labs were burned by troops", "fighters torched houses": fire laid by hand.
static bool is_arson(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const burns[] = {"burned", "burnt", "torched", "razed", "looted", "ransacked", "vandalised", "set"}; // "set fire to"
  static const char *const men[] = {"settlers", "arsonists", "vandals", "troops", "soldiers", "police", "policemen", "gunmen", "fighters", "militants", "rebels", "militiamen", "bandits", "men", "protesters", "demonstrators", "rioters", "villagers", "youths", "mob", "crowd", "crowds"};
  const sm_group *verb = g->verb && SM_IS_ONE_OF(scan, g->first, burns) ? sm_group_of(x, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || scan->sentence_mask[g->sentence] & (1u << SM_CUE_WEAPON)) return false;
  const int32_t by = verb->flags & SM_GROUP_PASSIVE ? verb->agent : verb->subject;
  return by >= 0 && (SM_IS_ONE_OF(scan, x->groups[by].head, men) || sets_fire_by_hand(scan, x, g, &x->groups[by]));
}

/// "Police detonated the device", "was detonated by police": made safe, where nobody is hurt.
static bool is_set_off_by_police(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g, const sm_group *verb) {
  const bool passive = verb->flags & SM_GROUP_PASSIVE;
  const int32_t who = passive ? verb->agent : verb->subject, what = passive ? verb->subject : verb->object;
  if (who < 0 || what < 0 || scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY)) return false;
  const sm_cue_row *force = sm_cue_at(scan, x->groups[who].head, SM_CUE_FORCE, NULL);
  static const char *const odd[] = {"suspicious", "suspect"};
  const sm_group *thing = &x->groups[what];
  return force && force->kind == SM_K_POLICE && (sm_has_cue(scan, thing->head, SM_CUE_WEAPON) || (thing->head > thing->first && SM_IS_ONE_OF(scan, thing->head - 1, odd)));
}

/// "covered the war", "covered in dust": not "covered the village with rockets", "showered X with shells".
static bool is_plain_covering(const sm_scan *scan, const sm_trigger *g, uint32_t ceiling) {
  enum { REACH = 10, BEHIND = 3 };
  static const char *const covered[] = {"covered", "showered"}, *const fire[] = {"fire"};
  if (!SM_IS_ONE_OF(scan, g->first, covered)) return false;
  for (uint32_t k = g->last; k < ceiling && k < g->last + REACH; k++)
    for (uint32_t i = k + 1; sm_is(scan, k, SM_W_WITH) && i < ceiling && i <= k + BEHIND; i++)
      if (sm_has_cue(scan, i, SM_CUE_WEAPON) || SM_IS_ONE_OF(scan, i, fire)) return false;
  return true;
}

/// "Nine coaches derailed": by themselves, as far as the sentence tells.
static bool is_derailed_alone(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  static const char *const derailed[] = {"derailed"};
  if (!SM_IS_ONE_OF(scan, g->first, derailed) || scan->sentence_mask[g->sentence] & (1u << SM_CUE_WEAPON)) return false;
  const sm_group *verb = sm_group_of(x, g->first);
  return !verb || !(verb->flags & SM_GROUP_VERB) || verb->object < 0;
}

/// "blew up an unexploded shell": made safe.
static bool is_ordnance_blown_up(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  const sm_group *verb = g->verb && g->row->kind == SM_K_BLAST ? sm_group_of(x, g->first) : NULL;
  if (verb && verb->flags & SM_GROUP_VERB && is_set_off_by_police(scan, x, g, verb)) return true;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object < 0) return false;
  static const char *const finds[] = {"found", "discovered", "spotted", "located", "recovered", "seized", "abandoned", "uncovered"};
  const sm_group *what = &x->groups[verb->object];
  const bool quiet = !(scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY)), bomb = sm_has_cue(scan, what->head, SM_CUE_WEAPON) || (what->head > what->first && sm_has_cue(scan, what->head - 1, SM_CUE_WEAPON));
  if (quiet && bomb && SM_IS_ONE_OF(scan, what->last, finds)) return true; // "detonated a bomb found under a bridge"
  return sm_tells_cue(scan, what->first, what->last, SM_CUE_MODE, SM_K_DISPOSAL);
}

/// "a bomb found under a bridge": lying there, where "a shell found the school" struck.
static bool is_found_lying(const sm_scan *scan, const sm_trigger *g) {
  static const char *const found[] = {"found"};
  static const sm_word where[] = {SM_W_IN, SM_W_ON, SM_W_UNDER, SM_W_NEAR, SM_W_AT, SM_W_BY, SM_W_INSIDE, SM_W_BESIDE, SM_W_OUTSIDE, SM_W_BEHIND, SM_W_ALONG, SM_W_OPPOSITE};
  return SM_IS_ONE_OF(scan, g->first, found) && SM_IS_ANY(scan, g->last, where);
}

/// "a grenade at police and soldiers deployed in X": who stands there.
static bool is_posted(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const deployed[] = {"deployed"}, *const along[] = {"along", "around", "outside", "there"};
  static const sm_word where[] = {SM_W_IN, SM_W_ON, SM_W_NEAR, SM_W_AT, SM_W_TO, SM_W_INSIDE};
  if (!g->verb || g->first <= floor || !SM_IS_ONE_OF(scan, g->first, deployed) || sm_is_be(scan, g->first - 1) || sm_is_have(scan, g->first - 1)) return false;
  return SM_IS_ANY(scan, g->last, where) || SM_IS_ONE_OF(scan, g->last, along);
}

/// "jailed over the 2013 Westgate mall attack": told by a year long gone.
static bool is_of_named_year(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g) {
  enum { OLD = 366 };
  const sm_group *noun = g->verb ? NULL : sm_group_of(x, g->first);
  const sm_date published = scan->document->report.published;
  int value;
  uint32_t last;
  if (!noun || noun->flags & SM_GROUP_VERB || published == SM_NO_DATE || noun->first + 1 >= g->first) return false;
  const uint32_t year = sm_is(scan, noun->first, SM_W_THE) ? noun->first + 1 : noun->first;
  return sm_is_year(scan, year) && sm_read_number(scan, year, &value, &last) && sm_date_make(value, 12, 31) < published - OLD;
}

/// "recovered and destroyed two devices planted by X", "a boat full of explosives was found and blown up": made safe.
static bool is_of_found_device(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  enum { REACH = 7 };
  static const char *const finds[] = {"found", "recovered", "discovered", "seized", "spotted", "located", "detected", "unearthed"};
  static const char *const ends[] = {"destroyed", "detonated", "exploded", "blew", "blown", "neutralised", "neutralized", "deactivated"};
  if (scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY) || !sm_sentence_has(scan, g->sentence, SM_W_AND)) return false;
  for (uint32_t k = floor + 1; k + 1 < ceiling; k++) {
    if (!sm_is(scan, k, SM_W_AND) || !SM_IS_ONE_OF(scan, k - 1, finds) || !SM_IS_ONE_OF(scan, k + 1, ends)) continue;
    const bool passive = k >= floor + 2 && sm_is_be(scan, k - 2);
    for (uint32_t i = passive ? floor : k + 2; i < (passive ? k : k + 2 + REACH) && i < ceiling; i++) {
      const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
      if (w && w->weapons & SM_WEAPONS_LAID) return true;
    }
  }
  return false;
}

/// "there was no sign of the jets, explosions or rockets": what was not there, up to a joint that turns.
static bool is_without_sign(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const no[] = {"no", "little"}, *const signs[] = {"sign", "signs", "trace", "traces", "sound", "sounds"};
  static const sm_word turns[] = {SM_W_BUT, SM_W_WHEN, SM_W_AFTER};
  for (uint32_t k = floor; !g->verb && k + 2 < g->first; k++) {
    if (!SM_IS_ONE_OF(scan, k, no) || !SM_IS_ONE_OF(scan, k + 1, signs)) continue;
    uint32_t i = k + 2;
    while (i < g->first && i < k + REACH && !sm_is(scan, i, SM_W_OF)) i++;
    if (!sm_is(scan, i, SM_W_OF)) return false;
    while (i < g->first && !SM_IS_ANY(scan, i, turns) && !sm_is_sign(scan, i, ';')) i++;
    return i == g->first;
  }
  return false;
}

/// "Crude hit $80 a barrel", "hit 12 per cent", "hit a six-month high": a figure that was reached.
static bool is_of_level(const sm_scan *scan, const sm_trigger *g, uint32_t ceiling) {
  enum { REACH = 6 };
  static const char *const hits[] = {"hit", "hits", "hitting", "reached"}, *const shares[] = {"percent", "cent", "pct", "mark"}, *const levels[] = {"high", "highs", "low", "lows", "peak", "record", "milestone"};
  if (!g->verb || g->passive || !SM_IS_ONE_OF(scan, g->first, hits)) return false;
  if (sm_is_sign(scan, g->last, '$')) return true;
  for (uint32_t k = g->last; k < ceiling && k < g->last + REACH; k++) {
    if (sm_is_sign(scan, k, '%') || SM_IS_ONE_OF(scan, k, shares)) return scan->t[g->last].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, g->last, SM_CUE_NUMBER);
    if (SM_IS_ONE_OF(scan, k, levels)) return k + 1 >= ceiling || sm_is_punct(scan, k + 1) || sm_is_preposition(scan, k + 1);
    if (sm_is_preposition(scan, k) || (sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-') && !sm_is_sign(scan, k, '.'))) return false;
  }
  return false;
}

/// "Rockets were seized in a raid on a farm": a search.
static bool is_search(const sm_scan *scan, const sm_trigger *g) {
  static const char *const raids[] = {"raid", "raids"};
  return !g->verb && SM_IS_ONE_OF(scan, g->first, raids) && sm_sentence_is(scan, g->sentence, SM_K_SUPPLY) && !(scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY));
}

/// "A bomb scare in X turned out to be a burst battery".
static bool is_scare(const sm_scan *scan, uint32_t floor, uint32_t ceiling) {
  static const char *const bombs[] = {"bomb", "Bomb", "security", "terror"}, *const scares[] = {"scare", "scares", "hoax", "alert"};
  for (uint32_t k = floor; k + 1 < ceiling; k++)
    if (SM_IS_ONE_OF(scan, k, bombs) && SM_IS_ONE_OF(scan, k + 1, scares)) return true;
  return false;
}

/// "Reports that a drone had hit X were wrong", "the story of a blast was invented", but not "that the missile that hit X was theirs".
static bool is_of_wrong_report(const sm_scan *scan, const sm_syntax *x, const sm_trigger *g, uint32_t floor) {
  enum { REACH = 5, VERB = 3 };
  static const char *const reports[] = {"report", "reports", "Reports", "claim", "claims", "Claims", "story", "stories", "account", "accounts", "Accounts", "message", "messages", "Messages", "news", "News", "allegations", "Allegations"};
  static const char *const wrong[] = {"wrong", "incorrect", "mistaken", "inaccurate", "unfounded", "baseless", "groundless", "fake", "fabricated", "invented", "untrue", "false"}, *const proves[] = {"proved", "proven"}, *const leads[] = {"that", "of"};
  const sm_group *own = sm_group_of(x, g->first);
  if (own && own->flags & SM_GROUP_RELATIVE) return false;
  bool told = false;
  for (uint32_t k = floor; k + 1 < g->first && !told; k++)
    for (uint32_t i = k + 1; SM_IS_ONE_OF(scan, k, reports) && i < g->first && i < k + REACH; i++) told |= SM_IS_ONE_OF(scan, i, leads);
  for (uint32_t k = g->last; told && k < scan->s[g->sentence].last && !sm_is_sign(scan, k, ';') && !sm_is(scan, k, SM_W_AND) && !sm_is(scan, k, SM_W_BUT); k++) {
    if (!sm_is_be(scan, k) && !SM_IS_ONE_OF(scan, k, proves)) continue;
    for (uint32_t i = k + 1; i < k + VERB && i < scan->s[g->sentence].last; i++)
      if (SM_IS_ONE_OF(scan, i, wrong)) return true;
    return false;
  }
  return false;
}

/// "were caught planting a bomb", "two who were planting mines were shot": where nothing of theirs goes off.
static bool is_caught_laying(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  enum { BACK = 3 };
  static const char *const laying[] = {"planting", "placing", "laying"}, *const caught[] = {"caught", "arrested", "detained", "seized", "shot", "found", "spotted", "seen"};
  if (g->row->kind != SM_K_LAUNCH || !SM_IS_ONE_OF(scan, g->first, laying)) return false;
  bool held = false;
  for (uint32_t k = g->first; k > floor && g->first - k < BACK && !held; k--)
    held = SM_IS_ONE_OF(scan, k - 1, caught) || sm_is(scan, k - 1, SM_W_WHILE) || (sm_is_be(scan, k - 1) && (sm_is(scan, k - 2, SM_W_WHO) || sm_is(scan, k - 2, SM_W_THEY)));
  for (uint32_t k = scan->s[g->sentence].first; held && k < scan->s[g->sentence].last; k++) {
    const sm_cue_row *row = k == g->first || sm_has_cue(scan, k, SM_CUE_WEAPON) ? NULL : sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && row->kind != SM_K_GROUND && row->kind != SM_K_KILL && row->kind != SM_K_HARM) held = false;
  }
  return held;
}

bool sm_is_unreal(const sm_scan *scan, const sm_syntax *syntax, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  return is_ended(scan, g, floor) || is_caught_laying(scan, g, floor) || is_figurative(scan, syntax, g) || is_spoken_of(scan, g, floor) || is_of_wrong_report(scan, syntax, g, floor) || is_talked_about(scan, g, floor, ceiling) || is_beginning_of_time(scan, g, floor, ceiling) || is_done_to_plan(scan, syntax, g) ||
         is_general_use(scan, g, floor, ceiling) || is_shown(scan, syntax, g) || is_signal(scan, syntax, g) || strikes_none(scan, g) || is_of_record(scan, g, floor) || is_landing(scan, syntax, g) || is_plain_covering(scan, g, ceiling) || is_derailed_alone(scan, syntax, g) ||
         is_of_deal(scan, syntax, g) || is_of_trend(scan, syntax, g) || is_of_review(scan, syntax, g) || is_search(scan, g) || is_of_level(scan, g, ceiling) || is_without_sign(scan, g, floor) || is_beaten_off(scan, syntax, g) || is_ordnance_blown_up(scan, syntax, g) || is_of_named_year(scan, syntax, g) || is_found_lying(scan, g) || is_posted(scan, g, floor) || is_of_found_device(scan, g, floor, ceiling) || is_denied_supply(scan, g, floor) || is_arson(scan, syntax, g) || (sm_sentence_is(scan, g->sentence, SM_K_DISPOSAL) && !(scan->sentence_mask[g->sentence] & (1u << SM_CUE_CASUALTY)) && is_scare(scan, floor, ceiling));
}

bool sm_is_of_laid_bomb(const sm_scan *scan, const sm_trigger *g, uint32_t floor, uint32_t ceiling) {
  static const char *const packed[] = {"packed", "filled", "stuffed", "rigged", "laden", "loaded", "crammed"};
  const uint32_t laid = SM_WEAPON_BOMB | SM_WEAPON_IED | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB;
  if (g->row->kind != SM_K_BLAST) return false;
  bool before = false;
  for (uint32_t k = floor; k < ceiling; k++) {
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (!w || !(w->weapons & laid)) continue;
    if (k < g->first) before |= w->kind == 0 && w->flags & SM_ROW_UNIT;
    else return before || (k >= 2 && sm_is(scan, k - 1, SM_W_WITH) && SM_IS_ONE_OF(scan, k - 2, packed));
  }
  return before;
}

bool sm_has_joint_between(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const sm_word joints[] = {SM_W_AS, SM_W_WHEN, SM_W_AFTER};
  for (uint32_t i = first; i < last; i++)
    if (SM_IS_ANY(scan, i, joints)) return true;
  return false;
}

bool sm_is_simile(const sm_scan *scan, uint32_t token) {
  enum { REACH = 8, NEAR = 2 };
  static const char *const like[] = {"like"}, *const force[] = {"force"}, *const took[] = {"took", "mistook", "mistaken"}, *const fors[] = {"for"};
  static const char *const thought[] = {"thought", "believed"}, *const who[] = {"I", "We", "we", "people", "first", "everyone", "many", "residents"};
  static const char *const seems[] = {"looked", "looking", "sounded", "sounding", "felt", "seemed", "was", "were", "noise", "something", "came", "fell", "burst"};
  static const sm_word joints[] = {SM_W_WHEN, SM_W_AFTER, SM_W_AS, SM_W_BEFORE, SM_W_BUT, SM_W_WHILE};
  const uint32_t first = scan->s[scan->t[token].sentence].first;
  for (uint32_t k = token; k > first && token - k < REACH; k--) {
    if (sm_is_punct(scan, k - 1) || SM_IS_ANY(scan, k - 1, joints)) return false;
    if (SM_IS_ONE_OF(scan, k - 1, like)) return token - k < NEAR || (k > first + 1 && SM_IS_ONE_OF(scan, k - 2, seems));
    if (k < first + 2) continue;
    if (SM_IS_ONE_OF(scan, k - 1, fors) && SM_IS_ONE_OF(scan, k - 2, took)) return true;
    if (sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, force)) return true;
    if (SM_IS_ONE_OF(scan, k - 1, thought) && SM_IS_ONE_OF(scan, k - 2, who)) return true;
  }
  return false;
}

bool sm_is_of_sport(const sm_scan *scan, const sm_sentence *s) {
  uint32_t n = 0;
  for (uint32_t i = s->first; i < s->last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    n += mode && mode->kind == SM_K_SPORT;
  }
  return n >= 2;
}
