// Places where nothing was hit: where those stand who strike, what people left, where the dead and hurt were brought.
#include "away.h"
#include "elsewhere.h"

/// "five kilometres from Laiza", "not far from X", "away from X": near it, not out of it.
bool sm_is_distance(const sm_scan *scan, uint32_t from, uint32_t floor) {
  static const char *const words[] = {"km", "kms", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "metres", "meters", "m", "yards", "far", "away", "minutes", "hours"};
  return from > floor && (SM_IS_ONE_OF(scan, from - 1, words) || sm_is_sign(scan, from - 1, ')'));
}

/// "was moved from X to Y": from one ward to another.
static bool is_shifted_from(const sm_scan *scan, const sm_mention *m) {
  static const char *const shifts[] = {"moved", "transferred", "shifted", "referred"};
  return m->first > scan->s[m->sentence].first + 1 && sm_is(scan, m->first - 1, SM_W_FROM) && SM_IS_ONE_OF(scan, m->first - 2, shifts) && sm_is(scan, m->last, SM_W_TO);
}

/// "people leaving Debaltseve", "families fleeing X": where they no longer were.
bool sm_is_left(const sm_scan *scan, const sm_mention *m, uint32_t floor) {
  static const char *const words[] = {"leaving", "fleeing", "departing", "escaping", "left", "fled"};
  static const char *const out[] = {"withdrew", "withdrawn", "retreated", "pulled"};
  if (is_shifted_from(scan, m)) return true;
  const bool from = m->first > floor + 1 && sm_is(scan, m->first - 1, SM_W_FROM) && (SM_IS_ONE_OF(scan, m->first - 2, out) || (m->first > floor + 2 && SM_IS_ONE_OF(scan, m->first - 3, out)));
  return from || (m->first > floor && SM_IS_ONE_OF(scan, m->first - 1, words)); // "withdrew from X"
}

/// "a tanker registered in X", "managed by a firm in X": whose a vessel is.
bool sm_is_of_owner(const sm_scan *scan, const sm_mention *m, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const held[] = {"registered", "managed", "owned", "operated", "chartered", "headquartered", "insured", "built"};
  static const sm_word of[] = {SM_W_IN, SM_W_FROM, SM_W_BY};
  if (m->first <= floor + 1 || !(sm_is(scan, m->first - 1, SM_W_IN) || sm_is(scan, m->first - 1, SM_W_FROM))) return false;
  for (uint32_t k = m->first - 1; k > floor && m->first - k < REACH && !sm_is_punct(scan, k); k--)
    if (SM_IS_ANY(scan, k, of) && SM_IS_ONE_OF(scan, k - 1, held)) return true;
  return false;
}

/// "was returning from an operation in X", "on its way back from X": where those who were struck had been.
bool sm_is_come_from(const sm_scan *scan, uint32_t from, uint32_t floor) {
  static const char *const back[] = {"returning", "returned", "return", "back", "home"};
  return from > floor && sm_is(scan, from, SM_W_FROM) && SM_IS_ONE_OF(scan, from - 1, back);
}

/// "from an easterly direction, in the area of X (15 km east of Y)": what tells whence fire came.
static bool is_behind_direction(const sm_scan *scan, const sm_mention *m) {
  enum { REACH = 18, WORDS = 6 };
  static const char *const directions[] = {"direction", "directions"};
  const uint32_t floor = scan->s[m->sentence].first;
  static const sm_word aims[] = {SM_W_AT, SM_W_ON, SM_W_INTO}; // "from three directions at a village in X"
  for (uint32_t k = m->first; k > floor && m->first - k < REACH && !SM_IS_ANY(scan, k, aims) && !sm_is(scan, k - 1, SM_W_AND) && !sm_is_sign(scan, k - 1, ';') && !sm_has_cue(scan, k - 1, SM_CUE_TRIGGER); k--)
    for (uint32_t i = k - 1; SM_IS_ONE_OF(scan, k - 1, directions) && i > floor && k - i < WORDS; i--)
      if (sm_is(scan, i - 1, SM_W_FROM)) return true;
  return false;
}

/// "a bus from the market of X", "carrying women from the market of X": where those who were struck set out; from: the token of "from".
static bool is_setting_out(const sm_scan *scan, uint32_t from, uint32_t floor) {
  enum { REACH = 4 };
  static const char *const carrying[] = {"carrying", "taking", "bringing", "transporting", "driving", "travelling", "traveling"};
  const sm_cue_row *vehicle = from > floor ? sm_cue_at(scan, from - 1, SM_CUE_TARGET, NULL) : NULL;
  if (vehicle && vehicle->kind == SM_K_VEHICLE) return true;
  for (uint32_t k = from; k > floor && from - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, carrying)) return true;
  return false;
}

/// "from their base at X", "from positions in X": where those who struck stand.
bool sm_is_in_origin(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  if (is_behind_direction(scan, m)) return true;
  const sm_group *g = sm_group_of(&story->syntax, m->first);
  if (!g || g == story->syntax.groups || g->lead == SM_NO_TOKEN) return false;
  if (sm_is(scan, g->lead, SM_W_OF) && g[-1].last == g->lead && g[-1].lead != SM_NO_TOKEN && sm_is(scan, g[-1].lead, SM_W_FROM)) return is_setting_out(scan, g[-1].lead, scan->s[m->sentence].first);
  if (!(sm_is(scan, g->lead, SM_W_AT) || sm_is(scan, g->lead, SM_W_IN) || sm_is(scan, g->lead, SM_W_NEAR) || sm_is(scan, g->lead, SM_W_ON))) return false;
  const sm_group *before = g - 1;
  if (before->last != g->lead || before->lead == SM_NO_TOKEN || !sm_is(scan, before->lead, SM_W_FROM)) return false;
  if (sm_is_come_from(scan, before->lead, scan->s[m->sentence].first)) return true;
  const sm_lexicon_entry *person = scan->t[before->head].entry; // "on orders from a commander in X"
  if (person && person->word_bits & SM_WORD_NOUN_PERSON && !(person->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT)) && !(scan->t[before->head].flags & SM_TOKEN_CAPITAL)) return true;
  const bool named = scan->mention_at[before->head] || (before->flags & SM_GROUP_PROPER && !sm_has_cue(scan, before->head, SM_CUE_ACTOR) && !sm_has_cue(scan, before->head, SM_CUE_WEAPON)); // "dropped from a UAV on X"
  if (named && sm_is(scan, g->lead, SM_W_AT)) return false; // "fired from X at Y"
  if (named && !sm_is_distance(scan, before->lead, scan->s[m->sentence].first)) return true; // "from Cape X in Y"
  static const char *const stands[] = {"base", "bases", "position", "positions", "camp", "camps", "airbase", "airfield", "territory", "barracks", "garrison", "hills", "side", "dunes", "forest", "woods", "mountains", "bank", "shore", "heights", "outskirts", "complex", "battery", "launcher", "launchers", "site", "sites", "warship", "warships", "ship", "ships", "submarine", "vessel", "headquarters", "office", "offices", "bureau"};
  static const char *const ground[] = {"bank", "shore", "hills", "heights", "side", "mountains", "territory"}, *const fired[] = {"fired", "launched", "fire", "fires", "firing"};
  const sm_group *verb = before > story->syntax.groups + 1 && before[-1].flags & SM_GROUP_VERB ? before - 1 : before > story->syntax.groups + 2 ? before - 2 : NULL;
  if (sm_is(scan, g->lead, SM_W_AT) && SM_IS_ONE_OF(scan, before->head, ground) && verb && SM_IS_ONE_OF(scan, verb->head, fired)) return false; // "fired mortars from the left bank at X"
  return SM_IS_ONE_OF(scan, before->head, stands) && !sm_is_distance(scan, before->lead, scan->s[m->sentence].first);
}

/// The verb with tense, in the active, behind a mention that stands in what is said of its subject: "howitzers at X [pounded]"; NULL none. No
/// other such verb stands between them: not "shells fell in X and hit Y", "troops shelled X and dropped bombs on Y".
static const sm_group *verb_of_subject_over(const sm_story *story, const sm_mention *m) {
  const unsigned tense = SM_GROUP_VERB | SM_GROUP_FINITE;
  const sm_syntax *y = &story->syntax;
  const sm_group *own = sm_group_of(y, m->first), *end = y->groups + y->first_of[m->sentence + 1];
  const sm_group *verb = own ? own + 1 : end;
  while (verb < end && (verb->flags & tense) != tense) verb++;
  if (verb >= end || verb->subject < 0 || verb->flags & (SM_GROUP_PASSIVE | SM_GROUP_RELATIVE) || y->groups + verb->subject >= own) return NULL;
  for (const sm_group *g = y->groups + verb->subject + 1; g < own; g++)
    if ((g->flags & tense) == tense) return NULL;
  return verb;
}

/// "guns stationed at X shelled Y", "artillery, dug in around X, worked over Y": where what struck stands, told by a participle.
static bool is_of_station(const sm_story *story, const sm_group *own, const sm_mention *m) {
  enum { REACH = 5 };
  static const char *const stationed[] = {"stationed", "based", "deployed", "positioned", "emplaced", "parked", "anchored", "dug"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (!own || !(scan->sentence_mask[m->sentence] & (1u << SM_CUE_WEAPON))) return false;
  uint32_t k = own->first;
  while (k > scan->s[m->sentence].first && own->first - k < 2 * REACH && !SM_IS_ONE_OF(scan, k - 1, stationed)) k--;
  if (k == scan->s[m->sentence].first || !SM_IS_ONE_OF(scan, k - 1, stationed)) return false;
  const uint32_t noun = k >= 2 && sm_is_sign(scan, k - 2, ',') ? k - 2 : k - 1;
  const sm_group *who = noun > scan->s[m->sentence].first ? sm_group_of(y, noun - 1) : NULL;
  if (!who || who->flags & SM_GROUP_VERB || !(scan->mask[who->head] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE | 1u << SM_CUE_TRIGGER))) return false;
  for (uint32_t i = k; i < own->first; i++)
    if (sm_group_of(y, i) && sm_group_of(y, i)->flags & SM_GROUP_VERB) return false;
  for (const sm_group *g = own + 1; g < y->groups + y->first_of[m->sentence + 1]; g++) {
    if (!(g->flags & SM_GROUP_VERB) || g->flags & SM_GROUP_PASSIVE) continue;
    const sm_cue_row *row = sm_cue_at(scan, g->head, SM_CUE_TRIGGER, NULL);
    return row != NULL || sm_deed_told_at(story, g->head);
  }
  return false;
}

/// "shells from a vessel anchored in X tore into ...", "howitzers of the X garrison pounded ...": in what the subject says of who struck.
bool sm_is_of_launcher(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_group *own = sm_group_of(&story->syntax, m->first), *verb = own && !(own->flags & SM_GROUP_VERB) ? verb_of_subject_over(story, m) : NULL;
  if (is_of_station(story, own, m)) return true;
  if (!verb) return false;
  const sm_group *subject = story->syntax.groups + verb->subject;
  if (!sm_has_cue(scan, subject->head, SM_CUE_WEAPON) && !sm_has_cue(scan, subject->head, SM_CUE_FORCE)) return false;
  if (own->head >= m->last && sm_has_cue(scan, own->head, SM_CUE_FORCE)) return own->lead != SM_NO_TOKEN && sm_is(scan, own->lead, SM_W_OF);
  for (uint32_t k = subject->last; k < own->first; k++)
    if (sm_is(scan, k, SM_W_FROM) && !sm_is_distance(scan, k, subject->first)) return true;
  return false;
}

/// "taken", "airlifted": a verb of bringing somebody somewhere.
static bool is_moved(const sm_scan *scan, uint32_t i) {
  static const char *const moved[] = {"taken", "took", "rushed", "evacuated", "ferried", "airlifted", "flown", "flew", "lifted", "carried", "transferred", "transported", "referred", "brought", "moved", "driven", "sent", "shifted", "despatched", "dispatched", "conveyed"};
  return SM_IS_ONE_OF(scan, i, moved);
}

bool sm_is_taken_there(const sm_scan *scan, uint32_t first) {
  enum { REACH = 8 };
  const uint32_t end = scan->s[scan->t[first].sentence].last;
  for (uint32_t i = first; i < end && i < first + REACH && !sm_is_punct(scan, i); i++)
    if (is_moved(scan, i)) return sm_is_be(scan, i - 1) || sm_is(scan, i - 1, SM_W_BEEN);
  return false;
}

/// "nine more in X, where they had been flown", "in X, to which the wounded were carried"
static bool is_where_moved(const sm_scan *scan, const sm_mention *m) {
  const uint32_t end = scan->s[m->sentence].last;
  const uint32_t k = sm_is_sign(scan, m->last, ',') ? m->last + 1 : m->last, which = sm_is(scan, k, SM_W_TO) ? k + 1 : k;
  if (which + 1 >= end || !(sm_is(scan, k, SM_W_WHERE) || (which > k && sm_is(scan, which, SM_W_WHICH)))) return false;
  return sm_is_taken_there(scan, which + 1);
}

/// "lifted fifteen of the hurt to the hospital in X": where those were brought whom something struck elsewhere.
bool sm_is_in_destination(const sm_story *story, const sm_mention *m) {
  enum { REACH = 5 };
  if (is_where_moved(&story->scan, m)) return true;
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *first = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!g || g <= first || g->lead == SM_NO_TOKEN) return false;
  const sm_group *before = g - 1;
  static const char *const directions[] = {"direction"};
  const bool towards = sm_is(scan, g->lead, SM_W_OF) && SM_IS_ONE_OF(scan, before->head, directions); // "ferried in the direction of X"
  for (const sm_group *k = before; towards && k > first && before - k < REACH;) {
    k--;
    if (k->flags & SM_GROUP_VERB) return is_moved(scan, k->head);
  }
  if (!(sm_is(scan, g->lead, SM_W_AT) || sm_is(scan, g->lead, SM_W_IN))) return false;
  if (before->last != g->lead || before->lead == SM_NO_TOKEN || !sm_is(scan, before->lead, SM_W_TO)) return false;
  static const char *const scenes[] = {"scene", "site", "spot"}; // "police rushed to the scene in X"
  if (SM_IS_ONE_OF(scan, before->head, scenes)) return false;
  for (const sm_group *k = before; k > first && before - k < REACH;) {
    k--;
    if (k->flags & SM_GROUP_VERB) return is_moved(scan, k->head);
  }
  return false;
}

/// "intercepted two drones headed | for X": what was to strike there.
static bool is_munition_headed(const sm_scan *scan, uint32_t to) {
  static const char *const heads[] = {"headed", "heading", "bound"};
  return to > 1 && SM_IS_ONE_OF(scan, to - 1, heads) && sm_has_cue(scan, to - 2, SM_CUE_WEAPON);
}

bool sm_is_headed_for(const sm_story *story, const sm_mention *m) {
  static const char *const heading[] = {"heading", "headed", "travelling", "traveling", "driving", "returning", "going", "goes", "sailed", "continued", "proceeding", "proceeded", "bound"};
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *first = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!g || g <= first || g->lead == SM_NO_TOKEN) return false;
  const bool inside = (sm_is(scan, g->lead, SM_W_AT) || sm_is(scan, g->lead, SM_W_IN)) && (g - 1)->last == g->lead;
  const sm_group *goal = inside ? g - 1 : g;
  if (goal <= first || goal->lead == SM_NO_TOKEN || !(sm_is(scan, goal->lead, SM_W_TO) || sm_is(scan, goal->lead, SM_W_FOR) || sm_is(scan, goal->lead, SM_W_TOWARDS) || sm_is(scan, goal->lead, SM_W_TOWARD))) return false;
  const uint32_t to = sm_is(scan, goal->lead - 1, SM_W_ON) ? goal->lead - 1 : goal->lead; // "goes on to X"
  if (is_munition_headed(scan, goal->lead)) return false;
  return (goal - 1)->last == to && (goal - 1)->flags & SM_GROUP_VERB && SM_IS_ONE_OF(scan, (goal - 1)->head, heading);
}

/// "13 wounded had been brought in from X", "bodies arrived from a village near X": where those were struck who were brought elsewhere.
bool sm_is_brought_from(const sm_story *story, const sm_mention *m) {
  enum { REACH = 5 };
  static const char *const come[] = {"arrived", "arriving", "received"};
  static const sm_word near[] = {SM_W_IN, SM_W_NEAR, SM_W_OF, SM_W_AT, SM_W_OUTSIDE};
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *first = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!(scan->sentence_mask[m->sentence] & (1u << SM_CUE_CASUALTY)) || !g || g <= first || g->lead == SM_NO_TOKEN || is_shifted_from(scan, m)) return false;
  if (m->place && sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind == SM_KIND_COUNTRY) return false;
  if (SM_IS_ANY(scan, g->lead, near) && (g - 1)->last == g->lead && (g - 1)->lead != SM_NO_TOKEN) g--;
  if (g <= first || !sm_is(scan, g->lead, SM_W_FROM) || sm_is_distance(scan, g->lead, scan->s[m->sentence].first)) return false;
  for (const sm_group *k = g; k > first && g - k < REACH;) {
    k--;
    if (!(k->flags & SM_GROUP_VERB)) continue;
    if (!is_moved(scan, k->head) && !SM_IS_ONE_OF(scan, k->head, come)) return false;
    for (uint32_t i = scan->s[m->sentence].first; i < g->first; i++)
      if (sm_has_cue(scan, i, SM_CUE_CASUALTY)) return true;
    return false;
  }
  return false;
}

/// "struck missiles prepared to be launched into the sea from X", "readied for launch near X": 1 where what was struck before it flew stood,
/// -1 where it was to go; 0 nothing of this.
int sm_side_of_launch(const sm_story *story, const sm_mention *m) {
  enum { REACH = 6, WORDS = 3 };
  static const char *const launches[] = {"launch", "launched", "fire", "fired", "launching"};
  static const char *const ready[] = {"prepared", "preparing", "ready", "readied", "readying", "set", "poised", "about"};
  static const sm_word stands[] = {SM_W_FROM, SM_W_IN, SM_W_NEAR, SM_W_OUTSIDE}, goes[] = {SM_W_INTO, SM_W_AT, SM_W_TOWARDS, SM_W_TOWARD, SM_W_AGAINST, SM_W_ON, SM_W_TO};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[m->sentence].first;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *first = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!(scan->sentence_mask[m->sentence] & (1u << SM_CUE_WEAPON)) || !g || g <= first || g->lead == SM_NO_TOKEN) return 0;
  uint32_t lead = g->lead;
  for (uint32_t k = g->lead; k > floor && g->lead - k < REACH && !sm_is_punct(scan, k - 1) && !SM_IS_ONE_OF(scan, k - 1, launches); k--) // "from the area of X"
    if (sm_is(scan, k - 1, SM_W_FROM)) lead = k - 1;
  if (!SM_IS_ANY(scan, lead, stands) && !SM_IS_ANY(scan, lead, goes)) return 0;
  for (uint32_t k = lead; k > floor && lead - k < 2 * REACH && !sm_is_sign(scan, k - 1, ','); k--) {
    if (!SM_IS_ONE_OF(scan, k - 1, launches)) continue;
    if (k < floor + 2 || !(sm_is(scan, k - 2, SM_W_TO) || sm_is(scan, k - 2, SM_W_FOR) || sm_is(scan, k - 2, SM_W_BE))) return 0; // "set fire to"
    for (uint32_t i = k - 1; i > floor && k - i <= WORDS; i--)
      if (SM_IS_ONE_OF(scan, i - 1, ready)) return SM_IS_ANY(scan, lead, stands) ? 1 : -1;
    return 0;
  }
  return 0;
}

bool sm_is_conveyance(const sm_story *story, uint32_t i) {
  enum { REACH = 4 };
  const sm_scan *scan = &story->scan;
  static const char *const leads[] = {"by", "in", "on", "board", "aboard"};
  const sm_group *g = sm_group_of(&story->syntax, i), *first = story->syntax.groups + story->syntax.first_of[scan->t[i].sentence];
  const uint32_t lead = !g ? SM_NO_TOKEN : g->lead != SM_NO_TOKEN ? g->lead : g->first > 0 ? g->first - 1 : SM_NO_TOKEN;
  if (!g || g <= first || lead == SM_NO_TOKEN || !SM_IS_ONE_OF(scan, lead, leads)) return false;
  for (const sm_group *k = g; k > first && g - k < REACH;) {
    k--;
    if (k->flags & SM_GROUP_VERB) return is_moved(scan, k->head);
  }
  return false;
}

bool sm_is_in_aside(const sm_story *story, const sm_mention *x) {
  enum { REACH = 6 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[x->sentence].first;
  uint32_t i = x->first;
  while (i > floor + 1 && x->first - i < REACH && !sm_is_punct(scan, i - 1)) i--;
  if (i <= floor + 1 || !sm_is_sign(scan, i - 1, ',')) return false;
  const sm_group *somebody = sm_group_of(&story->syntax, i - 2), *verb = sm_group_of(&story->syntax, i);
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
  const bool done = verb && verb->flags & SM_GROUP_VERB && verb->first == verb->head && !(verb->flags & SM_GROUP_ING);
  const bool died = row && row->kind == SM_K_GROUND && row->form == SM_F_PAST; // "shot dead"
  return somebody && somebody->flags & SM_GROUP_PROPER && !scan->mention_at[i - 2] && (done || died);
}

/// "the port of X, struck on Friday": a participle with nothing that it strikes.
bool sm_is_struck_participle(const sm_scan *scan, uint32_t k, uint32_t end) {
  uint32_t last;
  const sm_cue_row *row = k < end ? sm_cue_at(scan, k, SM_CUE_TRIGGER, &last) : NULL;
  if (!row || row->strength < 2 || !(row->kind == SM_K_ATTACK || row->kind == SM_K_PASSIVE || row->kind == SM_K_HARM)) return false;
  if (row->form != SM_F_PAST && row->form != SM_F_PP && row->form != SM_F_ANY) return false;
  return last < end && (sm_is(scan, last, SM_W_BY) || sm_is_preposition(scan, last) || sm_has_cue(scan, last, SM_CUE_TIME));
}

/// "Gaza militants shelled a kibbutz", "Misrata militiamen attacked": whose home the subject tells.
static bool is_home_of_subject(const sm_story *story, const sm_mention *m) {
  const sm_syntax *y = &story->syntax;
  const sm_group *own = sm_group_of(y, m->first), *verb = own ? own + 1 : NULL, *end = y->groups + y->first_of[m->sentence + 1];
  if (!own || own->flags & SM_GROUP_VERB || own->head < m->last || !sm_has_cue(&story->scan, own->head, SM_CUE_FORCE) || verb >= end) return false;
  const sm_cue_row *deed = verb->flags & SM_GROUP_VERB ? sm_cue_at(&story->scan, verb->head, SM_CUE_TRIGGER, NULL) : NULL;
  return deed && verb->subject == (int32_t)(own - y->groups) && verb->object >= 0 && !(verb->flags & SM_GROUP_PASSIVE) && (deed->kind == SM_K_ATTACK || deed->kind == SM_K_LAUNCH);
}

/// "resistance fighters", "army units": the head of a group ends a phrase of the class, or is one of its words.
static bool ends_cue(const sm_scan *scan, const sm_group *g, sm_cue_class cls) {
  uint32_t last;
  for (uint32_t k = g->first; k <= g->head; k++)
    if (sm_cue_at(scan, k, cls, &last) && last > g->head) return true;
  return false;
}

/// "howitzers at Camp X pounded Y", "militants on the X ridge rained shells upon Y": where those who strike stand. What a blast or a
/// strike "in X" hits lies in X.
bool sm_is_launchers(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_group *own = sm_group_of(&story->syntax, m->first), *verb = verb_of_subject_over(story, m);
  if (!verb) return is_home_of_subject(story, m);
  const sm_group *subject = story->syntax.groups + verb->subject;
  if (verb->first > 0 && sm_is_sign(scan, verb->first - 1, ',') && sm_is_struck_participle(scan, verb->first, scan->s[m->sentence].last)) return false;
  const sm_cue_row *row = sm_cue_at(scan, verb->head, SM_CUE_TRIGGER, NULL);
  bool strikes = row && (row->kind == SM_K_ATTACK || row->kind == SM_K_LAUNCH || (verb->object >= 0 && (row->kind == SM_K_HARM || row->kind == SM_K_FALL)));
  if (!strikes || sm_has_cue(scan, subject->head, SM_CUE_TRIGGER) || sm_verb_meets_device(story, verb)) return false; // "a bus in X hit a mine"
  if (sm_has_cue(scan, subject->head, SM_CUE_WEAPON)) // "guns at X pounded Y", but "a drone in X hit a bus"
    return verb->object >= 0 && own->lead != SM_NO_TOKEN && (sm_is(scan, own->lead, SM_W_AT) || sm_is(scan, own->lead, SM_W_ON) || sm_is(scan, own->lead, SM_W_FROM));
  return ends_cue(scan, subject, SM_CUE_FORCE) || !sm_has_cue(scan, subject->head, SM_CUE_VICTIM);
}

/// "migrants who had been stopped off X", "fighters who had killed forty men in X": where something else was done to those who were struck, or by
/// them, before.
bool sm_is_of_earlier_fate(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_group *own = sm_group_of(&story->syntax, m->first), *start = story->syntax.groups + story->syntax.first_of[m->sentence];
  for (const sm_group *g = own; g && g > start;) {
    g--;
    const sm_cue_row *deed = sm_cue_at(scan, g->head, SM_CUE_TRIGGER, NULL);
    const bool verb = g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE, before = verb && g->first > 0 && sm_is(scan, g->first - 1, SM_W_WHO) && sm_is(scan, g->first, SM_W_HAD);
    if (before && deed && deed->kind == SM_K_KILL && !(g->flags & SM_GROUP_PASSIVE)) return true;
    if (deed || (sm_has_cue(scan, g->head, SM_CUE_CASUALTY) && g->flags & SM_GROUP_VERB)) return false;
    if (verb) return before && g->flags & SM_GROUP_PASSIVE && !sm_deed_told_at(story, g->head);
  }
  return false;
}

bool sm_is_of_coming_event(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  static const char *const ahead[] = {"ahead"}, *const fears[] = {"fears", "fear", "concern", "concerns", "worries", "security", "threat", "preparations"}, *const lead[] = {"for"};
  const sm_group *g = sm_group_of(&story->syntax, m->first), *start = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!g || g <= start || g->lead == SM_NO_TOKEN || !(sm_is(scan, g->lead, SM_W_IN) || sm_is(scan, g->lead, SM_W_AT)) || (g - 1)->last != g->lead) return false;
  const sm_group *event = g - 1;
  const uint32_t told = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_TARGET | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE;
  uint32_t tells = 0; // "a car bomb attack"
  for (uint32_t k = event->first; k < event->last; k++) tells |= scan->mask[k];
  if (event->flags & (SM_GROUP_VERB | SM_GROUP_TIME) || event->first == 0 || tells & told) return false;
  const bool timed = event > start && (event - 1)->flags & SM_GROUP_TIME && (event - 1)->last == event->first && (event - 1)->first > 0; // "the Winter Olympics"
  const uint32_t before = (timed ? event - 1 : event)->first - 1;
  if (SM_IS_ONE_OF(scan, before, lead) && before > 0 && SM_IS_ONE_OF(scan, before - 1, fears)) return true; // "raised fears for the Games in X"
  for (uint32_t i = story->when_at[m->sentence]; i < story->when_at[m->sentence + 1]; i++) // "four hours after the start in X"
    if (story->whens.items[i].flags & SM_WHEN_AFTER && (story->whens.items[i].last == before || story->whens.items[i].last == before + 1)) return true;
  return sm_is(scan, before, SM_W_BEFORE) || (sm_is(scan, before, SM_W_OF) && before > 0 && SM_IS_ONE_OF(scan, before - 1, ahead));
}

/// "died of her wounds in X": where the hospital was.
bool sm_is_deathbed(const sm_story *story, const sm_mention *m) {
  enum { NEAR = 5 };
  static const char *const dies[] = {"died", "dies", "die", "dying", "succumbed", "expired"}, *const wounds[] = {"wounds", "injuries", "burns"}, *const houses[] = {"hospital", "Hospital", "clinic"};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = m->first; SM_IS_ONE_OF(scan, m->last, houses) && k > scan->s[m->sentence].first && m->first - k < NEAR && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, dies)) return true; // "three others died later at X hospital"
  const uint32_t lead = m->first > scan->s[m->sentence].first + NEAR && sm_is(scan, m->first - 1, SM_W_IN) ? m->first - 1 : 0;
  for (uint32_t k = lead; lead && SM_IS_ONE_OF(scan, lead - 1, wounds) && lead - k < NEAR; k--)
    if (SM_IS_ONE_OF(scan, k - 1, dies)) return true; // "as people died of their wounds in X"
  for (uint32_t i = story->figure_at[m->sentence]; i < story->figure_at[m->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (f->flags & SM_FIGURE_LATE && m->first > f->cue && m->first - f->cue <= 8) return true;
  }
  return false;
}

/// "At a hospital in X, doctors confirmed that ...": before any verb and before who speaks.
static bool is_fronted(const sm_story *story, const sm_mention *m) {
  const sm_syntax *y = &story->syntax;
  for (uint32_t i = y->first_of[m->sentence]; i < y->first_of[m->sentence + 1] && y->groups[i].first < m->first; i++)
    if (y->groups[i].flags & SM_GROUP_VERB) return false;
  for (uint32_t i = story->speech_at[m->sentence]; i < story->speech_at[m->sentence + 1]; i++)
    if (!story->speeches.items[i].before && story->speeches.items[i].first >= m->last) return true;
  return false;
}

/// "a doctor at X hospital": behind who works there.
static bool is_of_medic(const sm_story *story, const sm_mention *m) {
  const sm_group *own = sm_group_of(&story->syntax, m->first);
  if (!own || own == story->syntax.groups || own->lead == SM_NO_TOKEN || own[-1].last != own->lead || own[-1].flags & SM_GROUP_VERB) return false;
  const sm_cue_row *who = sm_cue_at(&story->scan, own[-1].head, SM_CUE_CLAIMANT, NULL);
  const sm_lexicon_entry *e = story->scan.t[own[-1].head].entry;
  return who && who->kind == SM_K_MEDIC && e && e->word_bits & SM_WORD_NOUN_PERSON; // no clinic
}

/// "the hospital in X, the capital of Y": the mention before, of which this one only tells what it is; NULL none.
static const sm_mention *told_of(const sm_story *story, const sm_mention *m) {
  const sm_mention *x = m > story->scan.mentions->items ? m - 1 : NULL;
  return x && x->sentence == m->sentence && x->last + 2 == m->first && sm_is_sign(&story->scan, x->last, ',') && sm_is(&story->scan, m->first - 1, SM_W_THE) ? x : NULL;
}

/// "in the corridors of Al-Nao hospital", "at the hospital in Bol", where the clause tells of no strike: where the dead and hurt of one were brought.
bool sm_is_hospitals(const sm_story *story, const sm_mention *m) {
  enum { BEHIND = 2 };
  static const char *const houses[] = {"hospital", "Hospital", "clinic", "infirmary", "morgue", "mortuary"}, *const centres[] = {"Centre", "Center"}, *const care[] = {"Medical", "Health", "Trauma"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->trigger_at[m->sentence]; i < story->trigger_at[m->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const bool falls = g->row->kind == SM_K_FALL && g->verb && g->first < m->first && sm_weapon_of_subject(scan, &story->syntax, g); // "a drone fell in the yard of the hospital of X"
    if ((g->row->strength >= 2 || falls) && !is_fronted(story, m) && !is_of_medic(story, m)) return false;
  }
  if (told_of(story, m)) return sm_is_hospitals(story, told_of(story, m));
  static const char *const nearby[] = {"nearby", "neighbouring", "neighboring"};
  const uint32_t name = m->first > scan->s[m->sentence].first && SM_IS_ONE_OF(scan, m->first - 1, nearby) ? m->first - 1 : m->first; // "a hospital in nearby X"
  if (name >= scan->s[m->sentence].first + 2 && (sm_is(scan, name - 1, SM_W_IN) || sm_is(scan, name - 1, SM_W_AT) || sm_is(scan, name - 1, SM_W_OF)) && SM_IS_ONE_OF(scan, name - 2, houses)) return true;
  if (m->last > m->first + 1 && SM_IS_ONE_OF(scan, m->last - 1, houses)) return true; // "the South Hospital"
  if (m->first > scan->s[m->sentence].first && SM_IS_ONE_OF(scan, m->last - 1, centres) && SM_IS_ONE_OF(scan, m->last > m->first + 1 ? m->last - 2 : m->first - 1, care)) return true; // "the Federal Medical Centre"
  if (m->first >= scan->s[m->sentence].first + 2 && sm_is_sign(scan, m->first - 1, ',') && SM_IS_ONE_OF(scan, m->first - 2, houses)) return true; // "the Combined Military Hospital, X"
  if (m->first >= scan->s[m->sentence].first + 3 && sm_is_sign(scan, m->first - 1, ',') && SM_IS_ONE_OF(scan, m->first - 2, centres) && SM_IS_ONE_OF(scan, m->first - 3, care)) return true; // "the Federal Medical Centre, X"
  static const char *const kinds[] = {"medical", "health", "surgical", "trauma", "burns"}, *const centre[] = {"centre", "center", "unit"};
  if (scan->t[m->last].flags & SM_TOKEN_CLITIC && SM_IS_ONE_OF(scan, m->last + 1, kinds)) return true; // "at X's medical centre"
  const bool hurt = scan->sentence_mask[m->sentence] & (1u << SM_CUE_CASUALTY); // else the centre itself may be what was struck
  if (hurt && SM_IS_ONE_OF(scan, m->last, kinds) && SM_IS_ONE_OF(scan, m->last + 1, centre)) return true; // "was wounded and is in the X medical centre"
  if (hurt && name >= scan->s[m->sentence].first + 3 && (sm_is(scan, name - 1, SM_W_IN) || sm_is(scan, name - 1, SM_W_AT)) && SM_IS_ONE_OF(scan, name - 2, centre) && SM_IS_ONE_OF(scan, name - 3, kinds)) return true; // "the surgical centre in X"
  for (uint32_t k = m->last; k < scan->s[m->sentence].last && k <= m->last + BEHIND && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++)
    if (SM_IS_ONE_OF(scan, k, houses)) return true;
  return false;
}

bool sm_is_of_officer(const sm_story *story, const sm_mention *m) {
  static const char *const units[] = {"district", "provincial", "province", "city", "town", "county", "municipal", "regional", "state"}, *const offices[] = {"secretary", "commissioner", "governor", "mayor", "administrator", "councillor", "councilor", "councilman", "chairman", "prefect", "prosecutor", "judge"};
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[m->sentence].last;
  uint32_t k = m->last;
  if (k < end && SM_IS_ONE_OF(scan, k, units)) k++;
  if (k + 1 >= end || !SM_IS_ONE_OF(scan, k, offices)) return false;
  return scan->t[k + 1].flags & SM_TOKEN_CAPITAL && !scan->mention_at[k + 1] && !sm_is_punct(scan, k + 1);
}

bool sm_is_stay(const sm_story *story, const sm_mention *m) {
  static const char *const stays[] = {"lie", "lies", "lay", "live", "lives", "lived", "stay", "stays", "stayed", "recover", "recovers", "recovering", "sits", "remain", "remains"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const sm_group *own = sm_group_of(y, m->first);
  if (!own || own->lead == SM_NO_TOKEN || own->lead == 0 || !(sm_is(scan, own->lead, SM_W_IN) || sm_is(scan, own->lead, SM_W_AT))) return false;
  const sm_group *verb = sm_group_of(y, own->lead - 1);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->last != own->lead || verb->subject < 0) return false;
  if (!sm_is_be(scan, verb->head) && !SM_IS_ONE_OF(scan, verb->head, stays)) return false;
  const sm_group *subject = y->groups + verb->subject;
  static const char *const whose[] = {"whose"};
  if (subject->first > 0 && (SM_IS_ONE_OF(scan, subject->first, whose) || SM_IS_ONE_OF(scan, subject->first - 1, whose))) return true;
  if (sm_is(scan, subject->head, SM_W_IT)) return false;
  const sm_lexicon_entry *e = scan->t[subject->head].entry;
  const uint32_t people = 1u << SM_CUE_NUMBER | 1u << SM_CUE_VICTIM | 1u << SM_CUE_CLAIMANT | 1u << SM_CUE_FORCE;
  return subject->flags & SM_GROUP_PRONOUN || scan->mask[subject->head] & people || (e && e->word_bits & SM_WORD_NOUN_PERSON); // "a third is in X"
}

bool sm_is_border_of_place(const sm_scan *scan, uint32_t index) {
  const sm_mention *m = &scan->mentions->items[index], *next = m + 1;
  static const char *const borders[] = {"border", "frontier"};
  if (index + 1 >= scan->mentions->n || next->sentence != m->sentence || !m->place || m->role == SM_ROLE_DEMONYM || !SM_IS_ONE_OF(scan, m->last, borders)) return false;
  uint32_t k = m->last + 1;
  if (!sm_is(scan, k, SM_W_IN) && !sm_is(scan, k, SM_W_NEAR) && !sm_is(scan, k, SM_W_AT)) return false;
  if (sm_is(scan, k + 1, SM_W_THE)) k++;
  return next->first == k + 1 && next->role == SM_ROLE_LITERAL && sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind == SM_KIND_COUNTRY;
}

bool sm_is_far_bearing(const sm_scan *scan, uint32_t of, uint32_t floor) {
  enum { FAR_KM = 100 };
  static const char *const km[] = {"km", "kms", "kilometres", "kilometers", "miles"}, *const some[] = {"some", "about", "around", "nearly"};
  int value;
  uint32_t last;
  if (of < floor + 5 || !sm_is(scan, of, SM_W_OF) || !SM_IS_ONE_OF(scan, of - 2, km) || !sm_read_number(scan, of - 3, &value, &last) || last != of - 2 || value < FAR_KM) return false;
  const uint32_t unit = SM_IS_ONE_OF(scan, of - 4, some) ? of - 5 : of - 4;
  const sm_lexicon_entry *e = scan->t[unit].entry;
  return unit > floor && e && e->word_bits & SM_WORD_NOUN_LOCATION && sm_is(scan, unit - 1, SM_W_THE);
}

bool sm_is_bearing_of_place(const sm_scan *scan, uint32_t index, uint32_t floor) {
  const sm_mention *m = &scan->mentions->items[index];
  if (!index || m[-1].sentence != m->sentence || m->first < floor + 3 || !sm_is(scan, m->first - 1, SM_W_OF) || !sm_is_bearing(scan, m->first - 2)) return false;
  const uint32_t gap = m[-1].last;
  return gap == m->first - 2 || (gap == m->first - 3 && sm_is_sign(scan, gap, ','));
}

bool sm_stands_beside(const sm_scan *scan, uint32_t of, uint32_t floor) {
  return of > floor + 1 && sm_is_bearing(scan, of - 1) && !scan->mention_at[of - 2] && sm_has_cue(scan, of - 2, SM_CUE_TARGET);
}

bool sm_is_fired_towards(const sm_scan *scan, uint32_t towards, uint32_t floor) {
  enum { REACH = 8 };
  if (towards > floor + 1 && is_munition_headed(scan, towards)) return true;
  if (!sm_is(scan, towards, SM_W_TOWARDS) && !sm_is(scan, towards, SM_W_TOWARD)) return false;
  bool object = false, from = false;
  for (uint32_t k = towards; k > floor && towards - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL), *weapon = sm_cue_at(scan, k - 1, SM_CUE_WEAPON, NULL);
    if (row && row->kind == SM_K_LAUNCH) return object || from || k == towards; // "fired missiles towards X", "fired towards X"
    object |= weapon && weapon->kind != SM_K_CARRIER;
    from = sm_is(scan, k - 1, SM_W_FROM); // "were fired from Lebanon towards X"
    if (!from && sm_is_preposition(scan, k - 1)) return false;
  }
  return false;
}

/// A word for a weapon ends right before a token: "an explosives-laden drone".
static bool follows_weapon(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { LONGEST = 5 };
  for (uint32_t k = i, last; k > floor && i - k < LONGEST; k--)
    if (sm_cue_at(scan, k - 1, SM_CUE_WEAPON, &last) && last == i) return true;
  return false;
}

bool sm_tells_munition(const sm_story *story, uint32_t deed, const sm_cue_row *row) {
  static const sm_word which[] = {SM_W_THAT, SM_W_WHICH};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[scan->t[deed].sentence].first;
  const sm_group *verb = sm_group_of(&story->syntax, deed);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->first <= floor || (row->kind != SM_K_ATTACK && row->kind != SM_K_LAUNCH)) return false;
  if (SM_IS_ANY(scan, verb->first - 1, which)) return follows_weapon(scan, verb->first - 1, floor);
  return !(verb->flags & SM_GROUP_FINITE) && follows_weapon(scan, verb->first, floor);
}

bool sm_is_downed_over(const sm_story *story, const sm_mention *m) {
  enum { REACH = 16, WORDS = 6 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[m->sentence].first;
  uint32_t over = m->first;
  while (over > floor && m->first - over < WORDS && !sm_is_punct(scan, over - 1) && !sm_is(scan, over - 1, SM_W_OVER)) over--;
  if (over <= floor || !sm_is(scan, over - 1, SM_W_OVER)) return false;
  for (uint32_t k = over; k < m->first; k++)
    if (scan->mention_at[k]) return false;
  for (uint32_t k = over - 1; k > floor && over - k < REACH && !sm_is_sign(scan, k - 1, ';'); k--) {
    const sm_cue_row *row = sm_deed_told_at(story, k - 1);
    if (row && row->kind != SM_K_HARM && !sm_tells_munition(story, k - 1, row)) return row->kind == SM_K_INTERCEPT; // "intercepted and destroyed"
  }
  return false;
}

/// "drones targeting X", "launched a drone targeting X": no deed between two tokens but what was sent and which munition.
static bool tells_munition_alone(const sm_story *story, uint32_t first, uint32_t last) {
  bool told = false;
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *row = sm_deed_told_at(story, k);
    if (!row || row->kind == SM_K_NOUN || row->kind == SM_K_HARM) continue;
    if (row->kind != SM_K_LAUNCH && !sm_tells_munition(story, k, row)) return false;
    told = true;
  }
  return told;
}

bool sm_is_goal_of_downed(const sm_story *story, uint32_t index) {
  const sm_mention *m = &story->scan.mentions->items[index];
  const uint32_t s = m->sentence;
  bool goal = false;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && !goal; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!g->verb || g->row->kind != SM_K_INTERCEPT || (g->passive && g->first < m->first)) continue;
    goal = tells_munition_alone(story, g->passive ? story->scan.s[s].first : g->last, m->first);
    for (uint32_t k = m->last; goal && k < g->first; k++) goal = !sm_is_punct(&story->scan, k) && !sm_is(&story->scan, k, SM_W_AND);
  }
  for (uint32_t k = index + 1; goal && k < story->mention_from[s + 1]; k++)
    if (sm_is_downed_over(story, &story->scan.mentions->items[k])) return true;
  return false;
}

bool sm_tells_whose_people(const sm_story *story, const sm_mention *m) {
  const sm_group *g = sm_group_of(&story->syntax, m->first);
  const sm_lexicon_entry *e = g && !(g->flags & SM_GROUP_VERB) && g->head >= m->last ? story->scan.t[g->head].entry : NULL;
  return e && !(story->scan.t[g->head].flags & SM_TOKEN_CAPITAL) && e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP) && !(e->word_bits & SM_WORD_NOUN_LOCATION);
}

bool sm_is_governed(const sm_story *story, const sm_mention *m) {
  static const char *const bodies[] = {"administration", "government", "authorities", "authority", "regime", "parliament", "assembly"};
  const sm_group *g = sm_group_of(&story->syntax, m->first);
  return g && !(g->flags & SM_GROUP_VERB) && g->head >= m->last && SM_IS_ONE_OF(&story->scan, g->head, bodies);
}
