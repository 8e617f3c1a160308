// Dead of another event, told in a clause of its own beside a strike: clashes, shootings, fires, wrecks.
#include "scene.h"

bool sm_is_shot_dead(const sm_scan *scan, uint32_t i) {
  enum { REACH = 6 };
  static const char *const shot[] = {"shot", "shoot", "shooting"}, *const dead[] = {"dead"};
  if (!SM_IS_ONE_OF(scan, i, shot)) return false;
  for (uint32_t k = i + 2; k < i + REACH && k < scan->n && !sm_is_punct(scan, k) && !sm_is(scan, k, SM_W_BY); k++)
    if (SM_IS_ONE_OF(scan, k, dead)) return true;
  return false;
}

/// "soldiers killed six militants": by people, where a munition of the clause would make it a strike.
static bool is_by_hand(const sm_story *story, uint32_t i) {
  if (!sm_has_cue(&story->scan, i, SM_CUE_TRIGGER)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, i);
  if (!verb || !(verb->flags & SM_GROUP_FINITE) || verb->subject < 0 || story->syntax.groups[verb->subject].last != verb->first) return false;
  const uint32_t s = story->scan.t[i].sentence;
  for (uint32_t k = story->trigger_at[s]; k < story->trigger_at[s + 1]; k++)
    if (story->triggers.items[k].first == i) return sm_kills_by_hand(story, &story->triggers.items[k]);
  return false;
}

bool sm_names_mishap(const sm_story *story, uint32_t i) {
  const sm_scan *scan = &story->scan;
  static const char *const words[] = {"stampede", "capsized", "overturned", "plunged", "blaze", "avalanche", "landslide", "flood", "floods", "flooding", "earthquake", "lightning", "collision", "collided", "derailed", "trampled", "crush"};
  static const char *const heads[] = {"fire", "crash", "accident", "wreck"}; // "a market fire", not "caught fire"
  const sm_group *noun = SM_IS_ONE_OF(scan, i, heads) ? sm_group_of(&story->syntax, i) : NULL;
  return SM_IS_ONE_OF(scan, i, words) || (noun && noun->head == i && sm_is_indefinite(scan, noun->first));
}

/// What kills and is no strike, by a word: also of what a strike may lead to, wherefore the clause must have a place of its own.
static bool is_other_event(const sm_story *story, uint32_t i) {
  const sm_scan *scan = &story->scan;
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_MODE, NULL), *gun = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL), *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
  if (row && row->kind == SM_K_FATE) return true;
  if (gun && gun->kind == SM_K_GUN) return true;
  if (deed && deed->kind == SM_K_GROUND && deed->strength == 0) return true;
  return sm_is_shot_dead(scan, i) || is_by_hand(story, i) || sm_names_fight(scan, i) || sm_names_mishap(story, i);
}

/// A munition, or a deed done with one.
static bool is_of_strike(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *weapon = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL), *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
  if (weapon && weapon->kind != SM_K_GUN) return true;
  return deed && deed->kind != SM_K_GROUND && deed->kind != SM_K_KILL && deed->kind != SM_K_HARM && deed->kind != SM_K_HAPPEN && deed->strength >= 2;
}

/// "hours after", "a day before"
static bool is_time_apart(const sm_scan *scan, uint32_t i) {
  if (i == 0 || !(sm_is(scan, i, SM_W_AFTER) || sm_is(scan, i, SM_W_BEFORE))) return false;
  const sm_cue_row *unit = sm_cue_at(scan, i - 1, SM_CUE_TIME, NULL);
  return unit && unit->kind == SM_K_TIME_UNIT;
}

/// One clause ends and another begins at this token.
static bool parts_clauses(const sm_story *story, uint32_t i, uint32_t end) {
  const sm_scan *scan = &story->scan;
  if (sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_') || sm_is(scan, i, SM_W_WHILE) || is_time_apart(scan, i)) return true;
  if (!sm_is(scan, i, SM_W_AND) && !sm_is(scan, i, SM_W_BUT)) return false;
  return sm_opens_clause(story, i, end) || (i + 1 < end && is_other_event(story, i + 1));
}

/// A place of its own in tokens [first, last); 0 none, else the mention + 1.
static uint32_t place_in(const sm_story *story, uint32_t s, uint32_t first, uint32_t last) {
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
    const sm_mention *x = &story->scan.mentions->items[m];
    if (x->role != SM_ROLE_DEMONYM && sm_between(x->first, first, last)) return m + 1;
  }
  return 0;
}

static void put_aside(sm_story *story, uint32_t s, uint32_t first, uint32_t last) {
  if (story->n_asides == SM_MOST_ASIDES) return;
  story->asides[story->n_asides++] = (sm_aside){first, last};
  for (uint32_t k = story->figure_at[s]; k < story->figure_at[s + 1]; k++)
    if (sm_between(story->figures.items[k].cue, first, last)) story->figures.items[k].flags |= SM_FIGURE_SUM;
}

/// "It came hours after", "The blast happened": what was told before, by a verb before the token.
static bool comes_before(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const came[] = {"came", "comes", "happened", "happens", "occurred"};
  for (uint32_t k = first; k < end; k++)
    if (SM_IS_ONE_OF(scan, k, came)) return true;
  return false;
}

/// Clauses that tell of another event and a place or a time of its own, where another clause tells of a strike elsewhere.
static void read_sentence(sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[s].last;
  bool elsewhere = false, others = false, struck = false;
  for (int pass = 0; pass < 2 && (pass == 0 || (struck && others)); pass++)
    for (uint32_t first = scan->s[s].first, last; first < end; first = last) {
      bool other = false, strike = false;
      for (last = first; last < end && (last == first || !parts_clauses(story, last, end)); last++) other |= is_other_event(story, last), strike |= is_of_strike(scan, last);
      const bool placed = place_in(story, s, first, last);
      if (pass == 0) struck |= strike || comes_before(scan, first, last), elsewhere |= strike && placed, others |= other;
      else if (other && !strike && ((placed && elsewhere) || is_time_apart(scan, first))) put_aside(story, s, first, last);
    }
}

static bool has_time_apart(const sm_scan *scan, uint32_t s) {
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (is_time_apart(scan, k)) return true;
  return false;
}

/// "a week after", "days before": no hours.
static bool is_days_apart(const sm_scan *scan, uint32_t i) {
  if (!is_time_apart(scan, i)) return false;
  const char part = sm_cue_at(scan, i - 1, SM_CUE_TIME, NULL)->part;
  return part == 'd' || part == 'w' || part == 'm' || part == 'y';
}

/// "were injured, a week after insurgents killed two monks at a temple": the dead of an event of another day, told in a clause without a place. What
/// came after "the blast" is the strike's own.
static void put_old_tolls_aside(sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[s].last;
  for (uint32_t k = scan->s[s].first + 2; k < end; k++) {
    if (!is_days_apart(scan, k)) continue;
    uint32_t last = k + 1;
    while (last < end && !sm_is_sign(scan, last, ';') && !sm_is_sign(scan, last, ',')) last++;
    const uint32_t m = place_in(story, s, k, last);
    const sm_mention *place = m ? &scan->mentions->items[m - 1] : NULL;
    bool own = place && !(place->place && sm_gazetteer_brief(scan->reader->gazetteer, place->place).kind == SM_KIND_COUNTRY), before = false;
    own |= sm_is(scan, k + 1, SM_W_THE) || sm_is(scan, k + 1, SM_W_THAT) || sm_is(scan, k + 1, SM_W_IT);
    for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) before |= story->figures.items[i].cue < k || sm_is_of_earlier(scan, story->figures.items[i].cue);
    for (uint32_t i = story->figure_at[s]; before && !own && i < story->figure_at[s + 1]; i++)
      if (sm_between(story->figures.items[i].cue, k, last)) story->figures.items[i].flags |= SM_FIGURE_SUM;
  }
}

/// "by unidentified gunmen", "in a shootout": behind a word for the dead, up to the next comma.
static bool goes_on_by_hand(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { REACH = 7 };
  static const char *const lain[] = {"ambush", "shooting", "shootings", "manhunt"};
  if (!sm_is(scan, i, SM_W_BY) && !sm_is(scan, i, SM_W_IN)) return false;
  for (uint32_t k = i + 1; k < end && k < i + REACH && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *gun = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (gun || sm_names_fight(scan, k) || SM_IS_ONE_OF(scan, k, lain)) return !gun || gun->kind == SM_K_GUN;
  }
  return false;
}

/// "who had been shot dead", "who were killed by gunmen": the verb behind "who" at a token tells that they died by hand.
static bool who_died_by_hand(const sm_scan *scan, uint32_t k, uint32_t end) {
  static const char *const been[] = {"been"};
  uint32_t verb = k + 1;
  if (sm_is_have(scan, verb) && SM_IS_ONE_OF(scan, verb + 1, been)) verb += 2;
  else if (sm_is_be(scan, verb)) verb++;
  else return false;
  if (sm_is_way_to_kill(scan, verb)) return verb == k + 3;
  const sm_cue_row *killed = sm_cue_at(scan, verb, SM_CUE_CASUALTY, NULL);
  return killed && killed->kind == SM_K_KILLED && goes_on_by_hand(scan, verb + 1, end);
}

/// "the bodies of two colleagues who had been shot dead on Saturday": whoever had died by another hand before.
static void put_shot_aside(sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[s].last;
  for (uint32_t k = sm_sentence_has(scan, s, SM_W_WHO) ? scan->s[s].first : end; k + 3 < end; k++) {
    if (!sm_is(scan, k, SM_W_WHO) || !who_died_by_hand(scan, k, end)) continue;
    uint32_t last = k + 1;
    while (last < end && !sm_is_punct(scan, last)) last++;
    for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
      sm_figure *f = &story->figures.items[i];
      if (sm_between(f->cue, k, last) || (f->cue < k && f->last + 1 >= k && f->last <= k)) f->flags |= SM_FIGURE_SUM;
    }
  }
}

/// "a bomb hit the funeral of two officers killed in a shootout": the same without "who", behind the strike.
static void put_reduced_aside(sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    sm_figure *f = &story->figures.items[i];
    if (f->killed_high <= 0 || f->last != f->cue || !goes_on_by_hand(scan, f->cue + 1, scan->s[s].last)) continue;
    bool strike = false;
    for (uint32_t k = scan->s[s].first; k <= f->cue && !strike; k++) strike = is_of_strike(scan, k);
    if (strike) f->flags |= SM_FIGURE_SUM;
  }
}

/// "The strike was called in after troops came under an attack that killed two": the dead of the attack that it answered.
static void put_answered_aside(sm_story *story, uint32_t s) {
  enum { REACH = 12 };
  static const char *const came[] = {"came", "come"}, *const under[] = {"under"};
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[s].last;
  bool strike = false;
  for (uint32_t k = sm_sentence_has(scan, s, SM_W_AFTER) ? scan->s[s].first : end; k + 2 < end; k++) {
    strike |= is_of_strike(scan, k) || (sm_has_cue(scan, k, SM_CUE_TRIGGER) && k > 0 && sm_is(scan, k - 1, SM_W_THE));
    if (!strike || !sm_is(scan, k, SM_W_AFTER)) continue;
    uint32_t at = k + 1;
    while (at + 1 < end && at < k + REACH && !sm_is_punct(scan, at) && !(SM_IS_ONE_OF(scan, at, came) && SM_IS_ONE_OF(scan, at + 1, under))) at++;
    if (at + 1 >= end || !SM_IS_ONE_OF(scan, at, came)) continue;
    for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
      if (sm_between(story->figures.items[i].cue, at, end) && !sm_is_sign(scan, story->figures.items[i].cue - 1, ',')) story->figures.items[i].flags |= SM_FIGURE_SUM;
    return;
  }
}

bool sm_is_told_aside(const sm_story *story, uint32_t token) {
  for (uint32_t i = 0; i < story->n_asides; i++)
    for (uint32_t k = story->asides[i].first; token >= story->asides[i].first && token < story->asides[i].last && k < story->asides[i].last; k++) {
      const sm_group *verb = sm_group_of(&story->syntax, k);
      if (verb && verb->head == k && verb->flags & SM_GROUP_FINITE && sm_has_cue(&story->scan, k, SM_CUE_TRIGGER)) return true;
    }
  return false;
}

/// "came after", "also came only after", "followed": the token behind the words of a verb that lead to what went before it, or 0.
static uint32_t behind_followed(const sm_scan *scan, const sm_group *verb) {
  enum { REACH = 3 };
  static const char *const came[] = {"came", "comes"}, *const followed[] = {"followed", "follows"};
  if (SM_IS_ONE_OF(scan, verb->head, followed) && !(verb->flags & SM_GROUP_PASSIVE) && !sm_is(scan, verb->last, SM_W_BY)) return verb->last;
  for (uint32_t k = verb->last; SM_IS_ONE_OF(scan, verb->head, came) && k < verb->last + REACH && k < scan->n && !sm_is_punct(scan, k); k++)
    if (sm_is(scan, k, SM_W_AFTER)) return k + 1;
  return 0;
}

static bool names_deed(const sm_scan *scan, const sm_group *noun) {
  for (uint32_t k = noun->first; k < noun->last; k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return true;
  return false;
}

/// "The strike came after rebels killed 27 people", "The raid follows an attack that killed nine": the dead of what went before, where no time sets
/// it apart.
static void put_followed_aside(sm_story *story, uint32_t s) {
  static const sm_word joints[] = {SM_W_WHEN, SM_W_AND, SM_W_AS, SM_W_WHILE};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  bool apart = false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) apart |= (story->whens.items[i].flags & SM_WHEN_AFTER) != 0;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i], *subject = verb->flags & SM_GROUP_FINITE && verb->subject >= 0 ? &y->groups[verb->subject] : NULL;
    const uint32_t first = subject ? behind_followed(scan, verb) : 0;
    if (!first || !sm_is(scan, subject->first, SM_W_THE) || !names_deed(scan, subject)) continue;
    uint32_t last = first;
    while (last < scan->s[s].last && !sm_is_punct(scan, last) && !SM_IS_ANY(scan, last, joints)) last++;
    const bool apposed = sm_is_sign(scan, last, ',') && sm_is_article(scan, last + 1);
    if (place_in(story, s, first, apposed ? scan->s[s].last : last)) continue; // which tells it apart, too
    bool strike = false;
    for (uint32_t k = first; apart && k < last; k++) strike |= is_of_strike(scan, k);
    if (strike) continue; // a strike of another day
    for (uint32_t k = story->figure_at[s]; k < story->figure_at[s + 1]; k++)
      if (sm_between(story->figures.items[k].cue, first, last)) story->figures.items[k].flags |= SM_FIGURE_SUM;
  }
}

/// "has grown since the rebels' leader was killed by troops": how long something lasts. A count of dead may tell why.
static void put_since_aside(sm_story *story, uint32_t s) {
  static const char *const since[] = {"since"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  enum { NAME = 10 };
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i];
    if (!(verb->flags & SM_GROUP_FINITE) || !sm_has_cue(scan, verb->head, SM_CUE_CASUALTY)) continue;
    uint32_t from = verb->first, last = verb->last;
    while (from > scan->s[s].first && verb->first - from < NAME && !sm_is_punct(scan, from - 1) && !SM_IS_ONE_OF(scan, from - 1, since)) from--;
    if (from == verb->first || from == scan->s[s].first || !SM_IS_ONE_OF(scan, from - 1, since)) continue;
    bool strike = false;
    for (uint32_t k = from; k < verb->first; k++) strike |= sm_has_cue(scan, k, SM_CUE_TIME) || sm_has_cue(scan, k, SM_CUE_NUMBER) || scan->t[k].flags & SM_TOKEN_NUMBER;
    for (; last < scan->s[s].last && !sm_is_punct(scan, last); last++) strike |= is_of_strike(scan, last);
    if (!strike) put_aside(story, s, from - 1, last);
  }
}

/// "Many of the casualties came from one bombing in X": the figures told before are of several strikes.
static void put_whole_aside(sm_story *story, uint32_t s) {
  static const char *const some[] = {"Many", "Most", "Half", "Some", "Several", "Dozens", "Scores"}, *const came[] = {"came", "occurred", "were", "fell", "resulted", "happened", "stemmed", "died"};
  static const char *const whom[] = {"casualties", "dead", "deaths", "victims", "fatalities", "killed", "wounded", "injured", "losses"};
  const sm_scan *scan = &story->scan;
  const uint32_t k = scan->s[s].first;
  if (s == 0 || k + 5 >= scan->s[s].last || !SM_IS_ONE_OF(scan, k, some) || !sm_is(scan, k + 1, SM_W_OF) || !SM_IS_ONE_OF(scan, k + 3, whom) || !SM_IS_ONE_OF(scan, k + 4, came)) return;
  if (!sm_is(scan, k + 5, SM_W_FROM) && !sm_is(scan, k + 5, SM_W_IN) && !sm_is(scan, k + 5, SM_W_AT)) return;
  for (uint32_t b = s; b > 0 && (scan->s[b - 1].paragraph == scan->s[s].paragraph || scan->s[b - 1].flags & SM_SENTENCE_HEADING); b--)
    for (uint32_t i = story->figure_at[b - 1]; i < story->figure_at[b]; i++) story->figures.items[i].flags |= SM_FIGURE_SUM;
}

void sm_put_other_events_aside(sm_story *story) {
  const uint32_t both = 1u << SM_CUE_CASUALTY | 1u << SM_CUE_TRIGGER;
  for (uint32_t s = 0; s < story->scan.ns; s++) {
    if (story->scan.sentence_mask[s] & 1u << SM_CUE_CASUALTY) put_since_aside(story, s), put_whole_aside(story, s);
    if (story->figure_at[s] < story->figure_at[s + 1]) put_shot_aside(story, s), put_reduced_aside(story, s), put_answered_aside(story, s), put_followed_aside(story, s);
    if (story->figure_at[s] + 1 < story->figure_at[s + 1] && story->scan.sentence_mask[s] & 1u << SM_CUE_TIME) put_old_tolls_aside(story, s);
    if ((story->scan.sentence_mask[s] & both) != both || story->figure_at[s] == story->figure_at[s + 1]) continue;
    if (story->mention_from[s] + 2 > story->mention_from[s + 1] && !(story->scan.sentence_mask[s] & 1u << SM_CUE_TIME && has_time_apart(&story->scan, s))) continue;
    read_sentence(story, s);
  }
}
