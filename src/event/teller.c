// Where those stand who tell of a strike: nothing was hit there.
#include "teller.h"

/// "The spokesman called it an answer to the missile on Jizan and accused ...": the speaker does more than speak.
static bool does_more(const sm_story *story, const sm_speech *speech, uint32_t before) {
  for (uint32_t i = speech->last; i < before; i++) {
    const sm_group *g = sm_group_of(&story->syntax, i);
    if (g && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE)) return true;
  }
  return false;
}

static bool is_in_name(const sm_scan *scan, const sm_speech *speech, const sm_mention *m) {
  const char *at = scan->document->report.text.ptr + scan->t[m->first].begin;
  return m->first > speech->last && speech->name.len && at > speech->name.ptr && at < speech->name.ptr + speech->name.len;
}

/// "..., said Sangakkara, the captain of the side at X": in what stands beside the speaker's name.
static bool is_beside_name(const sm_story *story, const sm_speech *speech, const sm_mention *m) {
  enum { REACH = 14 };
  const sm_scan *scan = &story->scan;
  if (!speech->before || speech->first < speech->verb || m->first <= speech->last || m->first - speech->last > REACH || !sm_is_sign(scan, speech->last, ',')) return false;
  if (!sm_is_article(scan, speech->last + 1)) return false;
  const uint32_t told = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY;
  for (uint32_t k = speech->last + 1; k < m->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (sm_is_punct(scan, k) || scan->mask[k] & told || (g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE)) return false;
  }
  return true;
}

/// "The military denied that a strike in X had killed 16, saying only": what is told between two verbs of one speaker.
static bool speaks_on(const sm_story *story, uint32_t speech, uint32_t token) {
  const sm_speech *s = &story->speeches.items[speech], *before = speech > story->speech_at[s->sentence] ? s - 1 : NULL;
  return before && before->first == s->first && before->last == s->last && before->verb < token;
}

/// The speech in whose speaker's phrase a place stands ("officials in Miranshah"), or NULL.
const sm_speech *sm_speech_round(const sm_story *story, const sm_mention *m) {
  for (uint32_t i = story->speech_at[m->sentence]; i < story->speech_at[m->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (is_in_name(&story->scan, speech, m) || is_beside_name(story, speech, m)) return speech; // "Ahmed Saleh, a doctor in X"
    if (m->first < speech->first || speaks_on(story, i, m->first)) continue;
    if (m->first < speech->last ? m->first < speech->verb || speech->before : m->first < speech->verb && !does_more(story, speech, m->first))
      return speech;
  }
  return NULL;
}

/// A verb with tense that says something; "has", "put" with a figure do not.
static bool says(const sm_story *story, const sm_group *verb) {
  const sm_cue_row *row = sm_cue_at(&story->scan, verb->head, SM_CUE_REPORTING, NULL);
  return row && row->form != SM_F_FIGURE && verb->flags & SM_GROUP_FINITE;
}

/// Punctuation between two tokens.
static bool scan_stops(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++)
    if (sm_is_punct(scan, k) && !(sm_is_sign(scan, k, '-') && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE))) return true; // not that of "al-Masirah"
  return false;
}

/// Verbs of saying whose object is who hears it.
static bool is_told_to(const sm_scan *scan, uint32_t verb) {
  static const char *const words[] = {"told", "tells", "telling", "informed", "briefed"};
  return SM_IS_ONE_OF(scan, verb, words);
}

/// "was condemned by the mission in New York": in the words for who reacts.
static bool is_reacting(const sm_scan *scan, const sm_group *verb) {
  const sm_cue_row *mode = verb->flags & SM_GROUP_PASSIVE ? sm_cue_at(scan, verb->head, SM_CUE_MODE, NULL) : NULL;
  return mode && mode->kind == SM_K_REACTION && sm_is(scan, verb->last, SM_W_BY);
}

/// The verb of hearing or seeing that a sentence goes on with behind a group, that has a subject; NULL none.
static const sm_group *noticing_verb(const sm_story *story, const sm_group *from, uint32_t sentence) {
  static const char *const notices[] = {"heard", "hear", "felt", "saw", "watched"};
  const sm_group *verb = from, *end = story->syntax.groups + story->syntax.first_of[sentence + 1];
  while (verb && verb < end && !(verb->flags & SM_GROUP_VERB)) verb++;
  return verb && verb < end && verb->subject >= 0 && !(verb->flags & SM_GROUP_PASSIVE) && SM_IS_ONE_OF(&story->scan, verb->head, notices) ? verb : NULL;
}

bool sm_is_hearer(const sm_story *story, uint32_t token) {
  const sm_group *own = sm_group_of(&story->syntax, token), *verb = noticing_verb(story, own, story->scan.t[token].sentence);
  return verb && &story->syntax.groups[verb->subject] == own;
}

/// "Fishermen at X heard the blasts": where those are who heard or saw what was told to strike elsewhere.
static bool is_of_hearers(const sm_story *story, const sm_mention *m) {
  const sm_group *own = sm_group_of(&story->syntax, m->first), *verb = noticing_verb(story, own, m->sentence);
  if (!verb || own->lead == SM_NO_TOKEN || &story->syntax.groups[verb->subject] >= own || verb->object < 0) return false;
  const sm_group *what = &story->syntax.groups[verb->object];
  return sm_is(&story->scan, what->first, SM_W_THE) && (sm_has_cue(&story->scan, what->head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, what->head, SM_CUE_WEAPON));
}

/// "the army said in Kigali": hung on a verb of saying, with nothing that strikes between.
bool sm_is_where_said(const sm_story *story, const sm_mention *m) {
  const sm_syntax *y = &story->syntax;
  const sm_group *g = sm_group_of(y, m->first);
  if (is_of_hearers(story, m)) return true;
  if (!g || g->lead == SM_NO_TOKEN || (g->lead > 0 && sm_is_punct(&story->scan, g->lead - 1))) return false; // "..., he said; in X, ..."
  static const char *const heard[] = {"heard", "aired", "broadcast", "published", "received", "read", "shown", "posted"};
  const uint32_t before = g->lead > 0 ? g->lead - 1 : 0;
  const sm_group *media = sm_group_of(y, before);
  if (SM_IS_ONE_OF(&story->scan, before, heard) && media && media->flags & SM_GROUP_VERB && !(media->flags & SM_GROUP_FINITE) && !sm_is_be(&story->scan, media->first)) return true; // "in a statement read in X"
  for (const sm_group *k = g; k > y->groups + y->first_of[m->sentence];) {
    k--;
    if (sm_has_cue(&story->scan, k->head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, k->head, SM_CUE_TARGET)) return false;
    if (!(k->flags & SM_GROUP_VERB)) {
      if (k->flags & SM_GROUP_TIME || k + 1 == g || (k->lead != SM_NO_TOKEN && k > y->groups && is_reacting(&story->scan, k - 1))) continue;
      return false;
    }
    if (is_reacting(&story->scan, k)) return true;
    const sm_group *what = k->flags & SM_GROUP_PASSIVE && k->subject >= 0 ? &y->groups[k->subject] : NULL;
    static const char *const noticed[] = {"heard", "felt"};
    static const char *const also[] = {"also"};
    const bool too = what && k->head > k->first && SM_IS_ONE_OF(&story->scan, k->head - 1, also);
    if (what && SM_IS_ONE_OF(&story->scan, k->head, noticed) && (too || (sm_is(&story->scan, what->first, SM_W_THE) && what->first == story->scan.s[m->sentence].first))) return true; // "The blast was heard in X"
    for (uint32_t i = what ? what->first : 0; what && i < what->last; i++)
      if (sm_has_cue(&story->scan, i, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, i, SM_CUE_WEAPON)) return false; // "air strikes were reported in X"
    const bool told = k + 2 == g && !scan_stops(&story->scan, k->last, g->first) && is_told_to(&story->scan, k->head); // "told the agency in X"
    return says(story, k) && (k + 1 == g || told || (k + 2 == g && (k + 1)->flags & SM_GROUP_TIME));
  }
  return false;
}

/// "observers in X had tracked the jets", "the government in X": where those who tell of it, or rule, are.
bool sm_is_observers(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first), *start = story->syntax.groups + story->syntax.first_of[m->sentence];
  if (!g || g <= start || g->lead == SM_NO_TOKEN || !(sm_is(scan, g->lead, SM_W_IN) || sm_is(scan, g->lead, SM_W_AT)) || (g - 1)->last != g->lead) return false;
  static const char *const tellers[] = {"observers", "spotters", "monitors", "watchers", "correspondents", "reporters", "analysts", "diplomats", "observer", "correspondent", "reporter", "journalist", "journalists", "photographer", "colleague",
                                       "government", "parliament", "authorities"};
  if (SM_IS_ONE_OF(scan, (g - 1)->head, tellers)) return true;
  const uint32_t at = (g - 1)->lead != SM_NO_TOKEN ? (g - 1)->lead : (g - 1)->first;
  if (at > 0 && sm_has_cue(scan, at - 1, SM_CUE_TRIGGER)) return false; // "grenades were fired at the ministry in X"
  const sm_cue_row *who = sm_cue_at(scan, (g - 1)->head, SM_CUE_CLAIMANT, NULL);
  return who && (who->kind == SM_K_MONITOR || who->kind == SM_K_OFFICIAL || who->kind == SM_K_MEDIA) && !sm_has_cue(scan, (g - 1)->head, SM_CUE_VICTIM) &&
         !sm_has_cue(scan, (g - 1)->head, SM_CUE_TARGET);
}

/// "an elder reached by telephone in X": he speaks there, and of another place.
bool sm_is_far_speaker(const sm_scan *scan, const sm_speech *speech, const sm_mention *m) {
  static const char *const words[] = {"phone", "telephone", "reached", "contacted", "interviewed", "fled"};
  for (uint32_t k = speech->first; k < m->first && k < speech->verb; k++)
    if (SM_IS_ONE_OF(scan, k, words)) return true;
  return false;
}

/// "Mayor X of Y", "the village head of Y": who speaks of what is his own.
bool sm_is_local_speaker(const sm_scan *scan, const sm_speech *speech) {
  enum { LONGEST = 6 };
  static const char *const police[] = {"police", "Police"}, *const words[] = {"mayor", "Mayor", "headman", "elder", "elders", "subprefect", "councillor", "villager", "villagers", "Villagers", "resident", "residents", "Residents", "witnesses", "Witnesses", "witness", "locals", "Locals", "shopkeeper", "farmer"};
  for (uint32_t k = speech->first; k < speech->last; k++)
    if (SM_IS_ONE_OF(scan, k, words) || (speech->last <= speech->first + LONGEST && SM_IS_ONE_OF(scan, k, police))) return true; // no "shootout with police"
  return false;
}

/// A strike that is no mere noun of a reaction stands among the triggers of a sentence before a token.
static bool is_strike_before(const sm_story *story, uint32_t s, uint32_t token) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && story->triggers.items[i].first < token; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (!g->reacted && g->reality == SM_REAL && g->row->strength > 0) return true;
  }
  return false;
}

bool sm_is_reactors(const sm_story *story, const sm_mention *m) {
  enum { BEHIND = 3 };
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->trigger_at[m->sentence]; i < story->trigger_at[m->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->verb || !g->reacted || g->first < m->last) continue;
    if (is_strike_before(story, m->sentence, g->first)) return false;
    if (sm_is_stood_against(scan, &story->syntax, g)) return true;
    const uint32_t led = g->last < scan->n && sm_is_preposition(scan, g->last) ? g->last + 1 : scan->n;
    for (uint32_t k = led; k < scan->s[m->sentence].last && k < led + BEHIND; k++)
      if (scan->mention_at[k] && scan->mentions->items[scan->mention_at[k] - 1].role != SM_ROLE_DEMONYM) return true;
    return false;
  }
  return false;
}

/// The speech whose speaker follows a place at the head of the sentence: "In X, doctors said ...", "At a checkpoint near X an officer told us ...".
static const sm_speech *speech_behind(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[m->sentence].first > story->body_first ? scan->s[m->sentence].first : story->body_first;
  if (m->first <= floor || !sm_is_preposition(scan, floor)) return NULL;
  for (uint32_t k = floor; k < m->first; k++)
    if (sm_is_punct(scan, k) || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return NULL;
  uint32_t next = m->last;
  while (next < scan->s[m->sentence].last && (sm_is_sign(scan, next, ',') || sm_has_cue(scan, next, SM_CUE_TIME) || sm_is(scan, next, SM_W_ON))) next++;
  for (uint32_t i = story->speech_at[m->sentence]; i < story->speech_at[m->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    const sm_group *who = sm_group_of(&story->syntax, speech->first);
    if (!speech->before && speech->first < speech->verb && (speech->first == next || (who && who->first == next))) return speech;
  }
  return NULL;
}

/// The place that the first strike told behind a token leads to, with no other strike or joint between; NULL none.
static const sm_mention *struck_behind(const sm_story *story, uint32_t s, uint32_t token) {
  const sm_scan *scan = &story->scan;
  const sm_trigger *g = NULL;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && !g; i++)
    if (story->triggers.items[i].first > token) g = &story->triggers.items[i];
  for (uint32_t k = g ? g->last : scan->s[s].last; k < scan->s[s].last; k++) {
    const sm_mention *y = scan->mention_at[k] ? &scan->mentions->items[scan->mention_at[k] - 1] : NULL;
    if (y && y->role == SM_ROLE_LITERAL) return sm_is_preposition(scan, y->first - 1) || sm_is(scan, y->first - 1, SM_W_OF) ? y : NULL;
    if (sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_BUT) || sm_is_sign(scan, k, ';')) return NULL;
  }
  return NULL;
}

/// "In X, a spokesman said the shells were fired by rebels", "..., the minister said the attack had killed five": an office that tells of what was told before.
static bool tells_of_known(const sm_story *story, const sm_speech *speech) {
  static const char *const offices[] = {"spokesman", "spokeswoman", "spokesperson", "minister", "ministry", "president", "ambassador", "embassy", "diplomat", "diplomats"};
  const sm_scan *scan = &story->scan;
  bool office = false;
  for (uint32_t k = speech->first; k < speech->last && !office; k++) office = SM_IS_ONE_OF(scan, k, offices);
  const uint32_t s = scan->t[speech->verb].sentence;
  for (uint32_t i = story->trigger_at[s]; office && i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first <= speech->verb) continue;
    const sm_group *own = sm_group_of(&story->syntax, g->first), *all = story->syntax.groups;
    const sm_group *thing = own && own->flags & SM_GROUP_VERB ? (own->object >= 0 ? all + own->object : own->subject >= 0 ? all + own->subject : NULL) : own;
    return g->definite || (thing && sm_is(scan, thing->first, SM_W_THE));
  }
  return false;
}

bool sm_is_fronted_tellers(const sm_story *story, uint32_t index) {
  const sm_mention *m = &story->scan.mentions->items[index];
  const sm_speech *speech = speech_behind(story, m);
  if (speech && tells_of_known(story, speech)) return true;
  const sm_mention *struck = speech ? struck_behind(story, m->sentence, speech->verb) : NULL;
  int level;
  return struck && !sm_places_nest(story, index, (uint32_t)(struck - story->scan.mentions->items), &level);
}

bool sm_is_speakers_place(const sm_story *story, uint32_t index) {
  const sm_mention *m = &story->scan.mentions->items[index];
  return sm_speech_round(story, m) || sm_is_where_said(story, m);
}
