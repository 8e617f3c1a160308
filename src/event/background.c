// What a report tells beside its strikes: campaigns since a time, counts of attacks over months, what somebody was then,
// deaths of other causes, hospitals.
#include "scene.h"

enum { SHORT = 7 }; ///< days

/// The day stands alone, or belongs to a word of striking or of the dead.
static bool is_of_strike(const sm_story *story, const sm_when *w) {
  const uint32_t head = sm_head_of_when(story, w);
  return head == SM_NO_TOKEN || sm_has_cue(&story->scan, head, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, head, SM_CUE_CASUALTY);
}

/// A day or a few of late, no month: not of a speech, nor a time since when.
static bool is_short_day(const sm_story *story, const sm_when *w) {
  const bool run = !(w->flags & SM_WHEN_ANCHOR) && w->end - w->start > SHORT;
  return w->first >= story->body_first && !run && !(w->flags & (SM_WHEN_VAGUE | SM_WHEN_SINCE | SM_WHEN_FUTURE)) && !sm_is_speech_day(story, w) && is_of_strike(story, w);
}

static bool has_short_day(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++)
    if (is_short_day(story, &story->whens.items[i])) return true;
  return false;
}

/// ... in the part of the sentence round a token, between semicolons.
static bool has_short_day_beside(const sm_story *story, uint32_t s, uint32_t token) {
  const sm_scan *scan = &story->scan;
  uint32_t first = token, last = token;
  while (first > scan->s[s].first && !sm_is_sign(scan, first - 1, ';')) first--;
  while (last < scan->s[s].last && !sm_is_sign(scan, last, ';')) last++;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++)
    if (sm_between(story->whens.items[i].first, first, last) && is_short_day(story, &story->whens.items[i])) return true;
  return false;
}

/// "since the coup": the word, where what follows is no day or hour, nor a month of late; SM_NO_TOKEN none.
static uint32_t long_since(const sm_story *story, uint32_t s) {
  enum { REACH = 9 };
  static const char *const soon[] = {"then", "dawn", "midnight", "noon", "morning", "yesterday", "daybreak", "sunrise", "nightfall", "evening"};
  const sm_scan *scan = &story->scan;
  if (!(scan->sentence_mask[s] & (1u << SM_CUE_TIME))) return SM_NO_TOKEN;
  for (uint32_t k = scan->s[s].first; k + 1 < scan->s[s].last; k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    if (!time || time->kind != SM_K_SINCE || (k > scan->s[s].first && sm_is_have(scan, k - 1))) continue; // "has since risen"
    bool recent = false;
    for (uint32_t i = k + 1; i < scan->s[s].last && i < k + REACH && !recent && !sm_is_punct(scan, i); i++) {
      const sm_cue_row *unit = sm_cue_at(scan, i, SM_CUE_TIME, NULL), *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
      recent = SM_IS_ONE_OF(scan, i, soon) || (unit && (unit->kind == SM_K_WEEKDAY || unit->kind == SM_K_OVERNIGHT || unit->kind == SM_K_PART || unit->kind == SM_K_DAY)) || (deed && deed->kind != SM_K_GROUND);
    }
    for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1] && !recent; i++) {
      const sm_when *w = &story->whens.items[i];
      recent = w->first > k && w->first < k + REACH && !(w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE)); // a time that is told is that of one campaign
    }
    if (!recent) return k;
  }
  return SM_NO_TOKEN;
}

/// "has been hit", "have gone off": its own verb, or for a noun any of the sentence before a token.
static bool is_perfect(const sm_story *story, const sm_trigger *g, uint32_t s) {
  const sm_syntax *y = &story->syntax;
  const bool finite = g->verb && g->row->form != SM_F_ING; // but "damaged by shelling"
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i];
    const bool own = finite && sm_between(g->first, verb->first, verb->last);
    if (!(verb->flags & SM_GROUP_VERB) || (finite && !own)) continue;
    if (sm_is(&story->scan, verb->first, SM_W_HAS) || sm_is(&story->scan, verb->first, SM_W_HAVE)) return true;
    const bool told = story->speech_at[s] < story->speech_at[s + 1]; // "said that drones had been used in 260 attacks since 2020"
    if (told && sm_is(&story->scan, verb->first, SM_W_HAD) && verb->last > verb->first + 1) return true;
  }
  return false;
}

/// "Since the war began, 412 schools have been damaged by shelling", "bombs that have gone off since the coup".
static bool is_of_campaign(const sm_story *story, const sm_trigger *g, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const uint32_t since = long_since(story, s);
  if (since == SM_NO_TOKEN || !is_perfect(story, g, s) || has_short_day_beside(story, s, g->first)) return false;
  const uint32_t from = g->first < since ? g->first : since, to = g->first < since ? since : g->first;
  bool comma = false;
  for (uint32_t k = from; k < to; k++) {
    if (sm_is_sign(scan, k, ';') || sm_is_sign(scan, k, ':')) return false;
    comma |= sm_is_sign(scan, k, ',');
  }
  return g->first < since || comma; // "nobody has come since the attack"
}

/// "attacked seven times between July and October", "has been hit twice this year": a count over a time.
static bool is_counted_over_time(const sm_story *story, const sm_trigger *g, uint32_t s) {
  static const char *const twice[] = {"twice", "thrice"}, *const times[] = {"times"};
  const sm_scan *scan = &story->scan;
  bool counted = false;
  for (uint32_t k = g->last; k < scan->s[s].last && k < g->last + 6 && !sm_is_sign(scan, k, ';') && !counted; k++)
    counted = SM_IS_ONE_OF(scan, k, twice) || (SM_IS_ONE_OF(scan, k, times) && (sm_has_cue(scan, k - 1, SM_CUE_NUMBER) || scan->t[k - 1].flags & SM_TOKEN_NUMBER));
  if (!counted || !g->verb || has_short_day(story, s)) return false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (!(w->flags & SM_WHEN_ANCHOR) && w->end - w->start > SHORT) return true;
  }
  return false;
}

/// "was nine when the first shells fell", "had been a boy of six when": what somebody lived through once.
static bool is_of_age(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 12, OLDEST = 99 };
  static const char *const old[] = {"old", "years"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[s].first;
  for (uint32_t k = g->first; k > floor + 2 && g->first - k < REACH; k--) {
    if (!sm_is(scan, k - 1, SM_W_WHEN)) continue;
    uint32_t i = k - 2, last;
    while (i > floor && SM_IS_ONE_OF(scan, i, old)) i--;
    int value;
    return i > floor && sm_is_be(scan, i - 1) && sm_read_number(scan, i, &value, &last) && value <= OLDEST && !sm_has_fresh_day(scan, s) && !has_short_day(story, s);
  }
  return false;
}

/// "any attack on food", "every strike": none of them.
static bool is_any(const sm_scan *scan, const sm_trigger *g, uint32_t floor) {
  static const char *const words[] = {"any", "every", "Any", "Every", "each"}, *const hardly[] = {"hardly", "scarcely", "barely"};
  for (uint32_t k = g->first; !g->verb && k > floor && k + 4 > g->first; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, words)) return !(k > floor + 1 && SM_IS_ONE_OF(scan, k - 2, hardly));
    if (sm_is_punct(scan, k - 1) || sm_is_preposition(scan, k - 1)) return false;
  }
  return false;
}

/// Of the season that begins with a month: over for more than a month on a day.
static bool is_over(int first_month, sm_date day) {
  enum { MONTHS = 12, SEASON = 3 };
  int year, month, of_month;
  sm_date_split(day, &year, &month, &of_month);
  const int since = (month - first_month + MONTHS) % MONTHS;
  return since > SEASON;
}

/// "shelled X in December, and groups have documented killings in the summer": a clause with a verb of its own stands between.
static bool is_next_clause(const sm_story *story, const sm_trigger *g, uint32_t token) {
  const sm_scan *scan = &story->scan;
  for (uint32_t k = g->last; k + 2 < token; k++) {
    if (!sm_is_sign(scan, k, ',') || !(sm_is(scan, k + 1, SM_W_AND) || sm_is(scan, k + 1, SM_W_BUT) || sm_is(scan, k + 1, SM_W_WHILE))) continue;
    for (uint32_t i = k + 2; i < token; i++) {
      const sm_group *verb = sm_group_of(&story->syntax, i);
      if (verb && (verb->flags & (SM_GROUP_VERB | SM_GROUP_FINITE)) == (SM_GROUP_VERB | SM_GROUP_FINITE)) return true;
    }
  }
  return false;
}

bool sm_is_of_old_season(const sm_story *story, const sm_trigger *g, uint32_t s) {
  static const char *const past[] = {"last", "previous", "past"};
  const sm_scan *scan = &story->scan;
  if (!(scan->sentence_mask[s] & (1u << SM_CUE_TIME))) return false;
  for (uint32_t k = scan->s[s].first + 1; k < scan->s[s].last; k++) {
    const sm_cue_row *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    if (!time || time->kind != SM_K_SEASON || is_next_clause(story, g, k)) continue;
    const bool led = sm_is(scan, k - 1, SM_W_IN) || (sm_is(scan, k - 1, SM_W_THE) && k > scan->s[s].first + 1 && sm_is(scan, k - 2, SM_W_IN));
    if (SM_IS_ONE_OF(scan, k - 1, past) || (led && is_over(time->value, story->whens.published))) return !has_short_day(story, s);
  }
  return false;
}

bool sm_is_counted_from(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 7 };
  static const char *const units[] = {"years", "decades", "months"}, *const from[] = {"after", "since", "following"}, *const since[] = {"since"}, *const one[] = {"year", "month", "decade"};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = g->first; k > scan->s[s].first + 1 && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, from)) return SM_IS_ONE_OF(scan, k - 2, units) || (SM_IS_ONE_OF(scan, k - 1, since) && SM_IS_ONE_OF(scan, k - 2, one)); // "a year since a missile hit X"
  return false;
}

bool sm_is_counted_on(const sm_story *story, const sm_trigger *happens) {
  enum { NEAR = 2 }; // "barely", "just"
  for (uint32_t i = story->when_at[happens->sentence]; i < story->when_at[happens->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & SM_WHEN_AFTER && w->first >= happens->last && w->first <= happens->last + NEAR)
      for (uint32_t k = story->trigger_at[happens->sentence]; k < story->trigger_at[happens->sentence + 1]; k++)
        if (story->triggers.items[k].first >= w->last && story->triggers.items[k].reality == SM_REAL) return true;
  }
  return false;
}

/// "when a tanker with gas blew up": what goes off by itself.
static bool is_vessel(const sm_story *story, const sm_trigger *g, const sm_content *c) {
  static const char *const vessels[] = {"tanker", "cylinder", "cylinders", "boiler", "transformer", "generator", "pipeline", "stove"};
  const sm_group *verb = g->verb && !g->passive && g->row->kind == SM_K_BLAST ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->flags & SM_GROUP_PASSIVE || verb->subject < 0 || c->munition || c->named_party) return false; // not "was blown up"
  const sm_group *subject = &story->syntax.groups[verb->subject];
  if (subject > story->syntax.groups && subject->lead != SM_NO_TOKEN && (subject - 1)->last == subject->lead) subject--; // "a tanker with gas"
  return SM_IS_ONE_OF(&story->scan, subject->head, vessels);
}

/// "the blast at a fuel store. ... Investigators think a cigarette lit the vapour": an accident, by what is told next.
static bool is_explained(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  enum { REACH = 3 };
  const sm_scan *scan = &story->scan;
  if (c->munition || c->carrier || !(g->row->kind == SM_K_BLAST || (!g->verb && g->row->strength == 2 && !g->row->weapons))) return false;
  for (uint32_t k = s + 1; k < scan->ns && k <= s + REACH; k++) {
    const bool accident = sm_sentence_is(scan, k, SM_K_ACCIDENT);
    bool armed = sm_sentence_is(scan, k, SM_K_NEGATION) || scan->sentence_mask[k] & (1u << SM_CUE_TRIGGER);
    for (uint32_t i = scan->s[k].first; i < scan->s[k].last && !armed; i++) {
      const sm_cue_row *weapon = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
      armed = weapon && weapon->weapons;
    }
    if (armed) return false;
    if (accident) return true;
  }
  return false;
}

/// "a bridge that was blown up in the first days of the invasion": words of age right behind it.
static bool is_dated_by_war(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 7 };
  const sm_scan *scan = &story->scan;
  if (!sm_sentence_is(scan, s, SM_K_AGE)) return false;
  for (uint32_t k = g->last; k < scan->s[s].last && k < g->last + REACH && !sm_is_punct(scan, k); k++) {
    uint32_t last;
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, &last), *time = sm_cue_at(scan, k, SM_CUE_TIME, NULL);
    if (mode && mode->kind == SM_K_AGE && last > k + 1) return true;
    if (time && (time->kind == SM_K_WEEKDAY || time->kind == SM_K_OVERNIGHT)) return false;
  }
  return false;
}

/// "has accused its crews of dropping grenades": a charge with no day and no place.
static bool is_of_charge(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  enum { REACH = 8 };
  static const char *const accuse[] = {"accused", "accuse", "accuses", "accusing", "suspected", "guilty"};
  const sm_scan *scan = &story->scan;
  if (!g->verb || g->row->form != SM_F_ING || c->place || c->figure || g->first == scan->s[s].first || !sm_is(scan, g->first - 1, SM_W_OF)) return false;
  for (uint32_t k = g->first; k > scan->s[s].first && g->first - k < REACH; k--)
    if (SM_IS_ONE_OF(scan, k - 1, accuse)) return !has_short_day(story, s);
  return false;
}

/// "has been accused of carrying out bomb attacks in Uganda", "is blamed for a series of bombings": a group's record, without a day.
static bool is_of_record(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  enum { REACH = 16 };
  static const char *const held[] = {"accused", "blamed", "known", "suspected", "responsible"};
  const sm_scan *scan = &story->scan;
  if (g->verb || !g->plural || c->figure || has_short_day(story, s)) return false;
  for (uint32_t k = g->first; k > scan->s[s].first + 1 && g->first - k < REACH; k--) {
    if (sm_is_sign(scan, k - 1, ';')) return false;
    if (SM_IS_ONE_OF(scan, k - 1, held)) return sm_is_be(scan, k - 2) && (sm_is(scan, k, SM_W_OF) || sm_is(scan, k, SM_W_FOR));
  }
  return false;
}

/// "In Borodianka, where bombs brought down eight blocks, investigators are still matching fragments": what a place has lived through,
/// where the sentence itself tells of the present.
static bool is_of_place_told(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (c->figure || has_short_day(story, s)) return false;
  uint32_t where = g->first;
  while (where > scan->s[s].first && !sm_is(scan, where - 1, SM_W_WHERE) && !sm_is(scan, where - 1, SM_W_WHICH) && !(sm_is_punct(scan, where - 1) && scan->t[where - 1].sign != '-')) where--;
  if (where <= scan->s[s].first + 1 || !(sm_is(scan, where - 1, SM_W_WHERE) || (sm_is(scan, where - 1, SM_W_WHICH) && sm_is_sign(scan, where - 2, ',')))) return false;
  uint32_t end = g->last;
  while (end < scan->s[s].last && !sm_is_sign(scan, end, ',')) end++;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_FINITE) || sm_between(verb->first, where - 1, end)) continue;
    if (sm_is(scan, verb->first, SM_W_IS) || sm_is(scan, verb->first, SM_W_ARE) || sm_is(scan, verb->first, SM_W_HAS) || sm_is(scan, verb->first, SM_W_HAVE)) return true;
  }
  return false;
}

/// "said Olena, whose husband lost an arm when the hospital was shelled": what a speaker went through once, in a report that has told of no
/// strike.
static bool is_of_speaker(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  static const char *const whose[] = {"whose"};
  const sm_scan *scan = &story->scan;
  if (c->place || c->day || story->speech_at[s] == story->speech_at[s + 1]) return false;
  for (uint32_t k = g->first; k > scan->s[s].first + 1; k--)
    if ((SM_IS_ONE_OF(scan, k - 1, whose) || sm_is(scan, k - 1, SM_W_WHO)) && sm_is_sign(scan, k - 2, ',')) return true;
  return false;
}

/// "Bomb blasts in the province - 2009", "Timeline: drone strikes in Pakistan": what a list is headed by.
static bool is_of_list_head(const sm_story *story, const sm_trigger *g, uint32_t s) {
  static const char *const lists[] = {"Timeline", "TIMELINE", "timeline", "Chronology", "CHRONOLOGY", "chronology", "List", "Factbox", "FACTBOX"};
  const sm_scan *scan = &story->scan;
  if (g->verb || !g->plural || !(scan->s[s].flags & SM_SENTENCE_HEADING) || story->figure_at[s] < story->figure_at[s + 1]) return false;
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last; k++)
    if (SM_IS_ONE_OF(scan, k, lists) || sm_is_year(scan, k)) return true;
  return false;
}

/// "the targeted militants", "a bombed bridge", "targeted attacks": a participle that only tells which of them.
static bool is_attribute(const sm_story *story, const sm_trigger *g) {
  const sm_group *noun = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  return noun && !(noun->flags & SM_GROUP_VERB) && noun->head > g->first &&
         (sm_has_cue(&story->scan, noun->head, SM_CUE_TRIGGER) || sm_is_article(&story->scan, noun->first));
}

/// "After Saturday's attack, troops recovered a cache of mines in X": the place of what was found.
static bool is_before_find(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 7, OBJECT = 9 };
  static const char *const finds[] = {"found", "recovered", "discovered", "seized", "unearthed", "uncovered", "defused"}, *const following[] = {"Following", "following"};
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[s].first, end = scan->s[s].last;
  uint32_t after = g->first;
  while (after > first && g->first - after < REACH && !sm_is_punct(scan, after) && !sm_is(scan, after, SM_W_AFTER) && !SM_IS_ONE_OF(scan, after, following)) after--;
  if (g->verb || !(sm_is(scan, after, SM_W_AFTER) || SM_IS_ONE_OF(scan, after, following))) return false;
  uint32_t last = g->last;
  while (last < end && !sm_is_punct(scan, last)) last++;
  for (uint32_t k = after; k < last; k++)
    if (scan->mention_at[k] || (k >= g->last && sm_has_cue(scan, k, SM_CUE_CASUALTY))) return false; // the attack's own place
  for (uint32_t k = first; k < end; k++) {
    if (!SM_IS_ONE_OF(scan, k, finds) || sm_between(k, after, last)) continue;
    for (uint32_t i = k + 1; i < end && i < k + OBJECT && !sm_is_sign(scan, i, ';'); i++)
      if (sm_has_cue(scan, i, SM_CUE_WEAPON)) return true;
  }
  return false;
}

/// "the killing of a caretaker, who was hacked to death": by hand, whatever else the sentence tells of.
static bool is_killing_by_hand(const sm_story *story, const sm_trigger *g, uint32_t s) {
  const sm_scan *scan = &story->scan;
  if (g->verb || g->row->kind != SM_K_KILL) return false;
  for (uint32_t k = g->last; k < scan->s[s].last; k++) {
    if (sm_is_way_to_kill(scan, k)) return true;
    const sm_cue_row *other = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if ((other && other->strength >= 2) || sm_has_cue(scan, k, SM_CUE_WEAPON)) return false;
  }
  return false;
}

/// "Railway service was badly hit", "tourism has been hit": what suffers without a strike.
static bool is_of_business(const sm_story *story, const sm_trigger *g) {
  static const char *const things[] = {"service", "services", "traffic", "life", "business", "trade", "tourism", "economy", "production", "operations", "exports", "sales", "growth", "supply", "supplies"};
  const sm_group *verb = g->verb && g->passive && !g->row->weapons ? sm_group_of(&story->syntax, g->first) : NULL;
  return verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 && verb->agent < 0 && SM_IS_ONE_OF(&story->scan, story->syntax.groups[verb->subject].head, things);
}

/// "the mastermind behind more than 100 incidents of attack", "accused in 12 blasts": what somebody has done over the years.
static bool is_among_many(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 12, FEW = 3 };
  static const char *const record[] = {"mastermind", "masterminded", "accused", "wanted", "involved", "implicated", "linked", "behind", "named", "suspected"};
  const sm_scan *scan = &story->scan;
  bool counted = false;
  if (g->verb) return false;
  for (uint32_t k = g->first; k > scan->s[s].first && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    int value;
    uint32_t last;
    counted |= sm_read_number(scan, k - 1, &value, &last) && last <= g->first && value >= FEW;
    if (counted && SM_IS_ONE_OF(scan, k - 1, record)) return true;
  }
  return false;
}

/// "was responsible for launching landmine and IED blasts in Y and Z": what somebody does, not one that he did.
static bool is_of_liability(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { REACH = 8 };
  static const char *const liable[] = {"responsible", "involved", "engaged", "implicated", "complicit"}, *const lead[] = {"for", "in"};
  const sm_scan *scan = &story->scan;
  for (uint32_t k = g->first; k > scan->s[s].first && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (SM_IS_ONE_OF(scan, k - 1, liable)) return SM_IS_ONE_OF(scan, k, lead);
    if (sm_is_article(scan, k - 1) || sm_is(scan, k - 1, SM_W_THAT)) return false;
  }
  return false;
}

/// "suicide vests for attacks in X": what something is meant for, with no day of its own.
static bool is_of_purpose(const sm_story *story, const sm_trigger *g, uint32_t s) {
  static const char *const lead[] = {"for"}, *const blame[] = {"responsibility", "blamed", "blame", "credit", "claimed", "thanks"};
  const sm_scan *scan = &story->scan;
  const sm_group *group = sm_group_of(&story->syntax, g->first);
  const uint32_t first = group ? group->first : g->first;
  if (g->verb || !g->plural || g->definite || first < scan->s[s].first + 2) return false;
  return SM_IS_ONE_OF(scan, first - 1, lead) && !SM_IS_ONE_OF(scan, first - 2, blame);
}

/// "1,692 civilians were killed in the first half of the year. Suicide attacks in Kabul took most lives": the attacks that a sum is made of.
static bool is_of_sum(const sm_story *story, const sm_trigger *g, uint32_t s) {
  if (g->verb || !g->plural || g->definite || s == 0 || story->scan.s[s].paragraph != story->scan.s[s - 1].paragraph) return false;
  for (uint32_t i = story->figure_at[s - 1]; i < story->figure_at[s]; i++)
    if (story->figures.items[i].flags & SM_FIGURE_SUM) return true;
  return false;
}

/// "counted 300 air strikes since 2012": many, told as a number.
static bool is_counted_since(const sm_story *story, const sm_trigger *g, uint32_t s) {
  enum { MANY = 10, BEFORE = 4 };
  const sm_scan *scan = &story->scan;
  if (g->verb || !g->plural || (long_since(story, s) == SM_NO_TOKEN && !(sm_sentence_is(&story->scan, s, SM_K_SUM) && !has_short_day(story, s)))) return false;
  for (uint32_t k = g->first; k > scan->s[s].first && g->first - k < BEFORE; k--) {
    int value;
    uint32_t last;
    if (sm_read_number(scan, k - 1, &value, &last) && value >= MANY) return true;
  }
  return false;
}

/// "the consulate was smashed by a crowd": by hand.
static bool is_by_crowd(const sm_story *story, const sm_trigger *g) {
  static const char *const crowds[] = {"crowd", "crowds", "mob", "mobs", "protesters", "demonstrators", "rioters", "looters", "vandals", "arsonists", "villagers", "youths", "settlers", "hooligans", "inmates", "prisoners"};
  const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || g->row->weapons) return false;
  const int32_t by = verb->flags & SM_GROUP_PASSIVE ? verb->agent : verb->subject;
  return by >= 0 && SM_IS_ONE_OF(&story->scan, story->syntax.groups[by].head, crowds);
}

/// "They have fought jihadis whose bombs killed hundreds at X": what is told of somebody, in a clause under a perfect, with no day.
static bool is_told_of_somebody(const sm_story *story, const sm_trigger *g, uint32_t s) {
  static const char *const whose[] = {"whose"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  uint32_t k = g->first;
  while (k > scan->s[s].first && !SM_IS_ONE_OF(scan, k - 1, whose) && !sm_is_sign(scan, k - 1, ';')) k--;
  if (k == scan->s[s].first || sm_is_sign(scan, k - 1, ';') || has_short_day(story, s)) return false;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1] && y->groups[i].first < k; i++)
    if ((y->groups[i].flags & (SM_GROUP_VERB | SM_GROUP_FINITE)) == (SM_GROUP_VERB | SM_GROUP_FINITE)) return sm_is(scan, y->groups[i].first, SM_W_HAS) || sm_is(scan, y->groups[i].first, SM_W_HAVE);
  return false;
}

/// "Mines have maimed dozens in X", "air strikes have killed thousands in X and Y": what such things have done so far, nobody counted.
static bool is_of_many_dead(const sm_story *story, const sm_content *c, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (has_short_day(story, s)) return false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (!(f->flags & SM_FIGURE_SUM) && (f->killed_low >= 0 || f->injured_low >= 0)) return false;
  }
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++) {
    const sm_group *verb = &y->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || verb->subject < 0 || !(sm_is(scan, verb->first, SM_W_HAVE) || sm_is(scan, verb->first, SM_W_HAS))) continue;
    if (!c->figure && !sm_has_cue(scan, verb->head, SM_CUE_CASUALTY)) continue;
    const sm_group *what = &y->groups[verb->subject];
    const sm_lexicon_entry *e = scan->t[what->head].entry;
    const bool bare = !sm_is(scan, what->first, SM_W_THE) && !sm_has_cue(scan, what->first, SM_CUE_NUMBER) && !(scan->t[what->first].flags & SM_TOKEN_NUMBER);
    return bare && e && e->word_bits & SM_WORD_PLURAL;
  }
  return false;
}

/// "the main suspect of the Paris attacks", "the planner of the bombings in X": for what somebody is known.
static bool is_of_doer(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  static const char *const doers[] = {"suspect", "suspects", "mastermind", "masterminds", "perpetrator", "perpetrators", "planner", "planners", "organiser", "organisers", "organizer", "organizers", "author", "authors", "architect", "architects", "survivor", "survivors", "veteran", "veterans"};
  const sm_group *noun = g->verb || c->figure ? NULL : sm_group_of(&story->syntax, g->first);
  if (!noun || noun->flags & SM_GROUP_VERB || noun->lead == SM_NO_TOKEN || noun->lead <= story->scan.s[s].first) return false;
  return (sm_is(&story->scan, noun->lead, SM_W_OF) || sm_is(&story->scan, noun->lead, SM_W_IN) || sm_is(&story->scan, noun->lead, SM_W_BEHIND)) && SM_IS_ONE_OF(&story->scan, noun->lead - 1, doers);
}

/// "A man suspected of a grenade attack in X was arrested": what somebody is held for.
static bool is_of_arrest(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s, bool open) {
  enum { REACH = 8 };
  static const char *const arrests[] = {"arrested", "detained", "nabbed", "apprehended", "captured", "caught"};
  static const char *const holds[] = {"suspected", "accused", "wanted", "linked", "engineered", "masterminded", "involved", "planning", "behind", "organising", "organizing", "connection", "over", "for", "suspicion", "plotting", "orchestrating", "alleged"};
  if (g->verb || (g->definite && open) || c->figure) return false;
  bool held = false, arrest = false;
  for (uint32_t k = g->first; k > story->scan.s[s].first && g->first - k < REACH && !held; k--) held = SM_IS_ONE_OF(&story->scan, k - 1, holds);
  for (uint32_t i = story->syntax.first_of[s]; held && i < story->syntax.first_of[s + 1] && !arrest; i++) {
    const sm_group *verb = &story->syntax.groups[i];
    arrest = verb->flags & SM_GROUP_VERB && SM_IS_ONE_OF(&story->scan, verb->head, arrests);
    for (uint32_t k = verb->last; !arrest && verb->flags & SM_GROUP_VERB && k < story->scan.s[s].last && k < verb->last + 3; k++) arrest = SM_IS_ONE_OF(&story->scan, k, arrests); // "was among those arrested"
  }
  return arrest;
}

/// "The US does not confirm drone attacks": what a side never speaks of.
static bool is_never_confirmed(const sm_story *story, const sm_trigger *g) {
  enum { REACH = 5 };
  static const char *const does[] = {"does", "do", "rarely", "seldom", "never"}, *const speaks[] = {"confirm", "confirms", "acknowledge", "acknowledges", "discuss", "discusses", "comment", "comments", "admit", "admits"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[g->sentence].first;
  if (g->verb || !g->plural || g->definite) return false;
  for (uint32_t k = g->first; k > floor && g->first - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    if (!SM_IS_ONE_OF(scan, k - 1, speaks)) continue;
    for (uint32_t i = k - 1; i > floor && k - 1 - i < REACH; i--)
      if (SM_IS_ONE_OF(scan, i - 1, does)) return true;
    return false;
  }
  return false;
}

/// "Putin, whose jets strayed, sent condolences": nothing that flies.
static bool is_of_message(const sm_story *story, const sm_trigger *g) {
  static const char *const sends[] = {"send", "sends", "sent", "sending", "dispatched"};
  const uint32_t armed = 1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE | 1u << SM_CUE_VICTIM | 1u << SM_CUE_NUMBER;
  const sm_group *verb = g->verb && g->row->kind == SM_K_LAUNCH && SM_IS_ONE_OF(&story->scan, g->first, sends) ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->object < 0) return false;
  const sm_group *what = &story->syntax.groups[verb->object];
  for (uint32_t k = what->first; k < what->last; k++)
    if (story->scan.mask[k] & armed) return false;
  return !(what->flags & SM_GROUP_PRONOUN) && !(what->last < story->scan.n && sm_is(&story->scan, what->last, SM_W_OF));
}

/// "On the day the mill was struck, the president rang": a strike told before dates what the sentence tells.
static bool is_day_of_other(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  static const char *const days[] = {"day", "night", "morning", "evening", "afternoon", "week", "hour"};
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[s].first, the = sm_is(scan, first, SM_W_THE) ? first : first + 1;
  if (!g->verb || c->figure || !sm_is(scan, the, SM_W_THE) || !SM_IS_ONE_OF(scan, the + 1, days) || !(the == first || sm_is(scan, first, SM_W_ON))) return false;
  const uint32_t clause = sm_is(scan, the + 2, SM_W_THAT) || sm_is(scan, the + 2, SM_W_WHEN) ? the + 3 : the + 2;
  if (!sm_is(scan, clause, SM_W_THE)) return false;
  for (uint32_t k = clause; k < scan->s[s].last; k++) {
    if (sm_is_sign(scan, k, ',')) return g->first < k;
    if (sm_is_punct(scan, k) || scan->mention_at[k]) return false;
  }
  return false;
}

bool sm_is_background(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s, bool open) {
  if (is_day_of_other(story, g, c, s)) return true;
  if (sm_is_heard_in_number(story, g, c, s) || (open && is_of_many_dead(story, c, s))) return true;
  if (is_any(&story->scan, g, story->scan.s[s].first) || is_counted_since(story, g, s) || is_of_list_head(story, g, s)) return true;
  if (story->whens.published == SM_NO_DATE) // days may be told that cannot be read
    return !sm_has_fresh_day(&story->scan, s) && (is_of_age(story, g, s) || is_dated_by_war(story, g, s) || sm_is_counted_from(story, g, s) || is_vessel(story, g, c));
  if ((!open && is_of_speaker(story, g, c, s)) || is_of_message(story, g) || is_never_confirmed(story, g) || is_told_of_somebody(story, g, s) || (!c->munition && is_by_crowd(story, g))) return true;
  if ((open || s > 1 || !has_short_day(story, s)) && is_of_arrest(story, g, c, s, open)) return true;
  if ((open || s > 1) && is_of_doer(story, g, c, s)) return true;
  return sm_is_named_in_passing(story, g, c, s) || is_of_campaign(story, g, s) || is_killing_by_hand(story, g, s) || (!c->figure && is_before_find(story, g, s)) || sm_is_means(story, g->first, c, s) || (!c->figure && !c->munition && is_of_business(story, g)) || (!c->figure && is_attribute(story, g)) || (!has_short_day(story, s) && (is_of_sum(story, g, s) || (!c->figure && (is_of_purpose(story, g, s) || is_of_liability(story, g, s) || is_among_many(story, g, s))))) || is_counted_over_time(story, g, s) || is_of_age(story, g, s) || sm_is_of_old_season(story, g, s) || sm_is_counted_from(story, g, s) || is_explained(story, g, c, s) || is_vessel(story, g, c) ||
         is_of_charge(story, g, c, s) || is_of_record(story, g, c, s) || is_dated_by_war(story, g, s) || is_of_place_told(story, g, c, s);
}

bool sm_opens_past(const sm_story *story, uint32_t s) {
  enum { OLDEST = 99 };
  const sm_scan *scan = &story->scan;
  const bool aged = sm_sentence_is(scan, s, SM_K_AGE);
  if (!aged && !sm_sentence_has(scan, s, SM_W_WHEN)) return false;
  for (uint32_t k = scan->s[s].first; k + 1 < scan->s[s].last; k++) {
    if (!aged && !sm_is(scan, k, SM_W_WHEN)) continue;
    uint32_t last;
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, &last);
    if (mode && mode->kind == SM_K_AGE && (sm_is(scan, k, SM_W_AS) || sm_is(scan, k + 2, SM_W_OF))) return !has_short_day(story, s); // "in the first month of the invasion", "as a child"
    int value;
    if (!sm_is(scan, k, SM_W_WHEN) || k < scan->s[s].first + 2 || !sm_read_number(scan, k - 1, &value, &last)) continue;
    if (value <= OLDEST && sm_is_be(scan, k - 2)) return !has_short_day(story, s); // "Ghassan was 16 when he left"
  }
  return false;
}

/// "this month", "so far this year": a long time that is not over.
static bool has_month_of_late(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->prec >= 4 && !(w->flags & SM_WHEN_ANCHOR) && story->whens.published != SM_NO_DATE && w->end >= story->whens.published && w->start <= story->whens.published) return true;
  }
  return false;
}

bool sm_is_sum_since(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if ((long_since(story, s) == SM_NO_TOKEN && !has_month_of_late(story, s)) || has_short_day(story, s)) return false;
  for (uint32_t i = y->first_of[s]; i < y->first_of[s + 1]; i++)
    if (y->groups[i].flags & SM_GROUP_VERB && (sm_is(scan, y->groups[i].first, SM_W_HAS) || sm_is(scan, y->groups[i].first, SM_W_HAVE))) return true;
  return false;
}

bool sm_has_old_year(const sm_story *story, uint32_t s) {
  enum { OLDEST = 1700 };
  const sm_scan *scan = &story->scan;
  int published, month, day, value;
  bool number = false;
  for (uint32_t k = scan->s[s].first; k < scan->s[s].last && !number; k++) number = scan->t[k].flags & SM_TOKEN_NUMBER;
  if (!number) return false; // as mostly
  sm_date_split(story->whens.published, &published, &month, &day);
  for (uint32_t k = scan->s[s].first, end; k + 2 < scan->s[s].last; k++) {
    if (!(scan->t[k].flags & SM_TOKEN_NUMBER) || !sm_read_number(scan, k, &value, &end) || value < OLDEST || value >= published) continue;
    if (sm_is(scan, end, SM_W_WHEN) || (sm_is_sign(scan, end, ',') && sm_is(scan, end + 1, SM_W_WHEN))) return true;
    const sm_cue_row *until = k > scan->s[s].first ? sm_cue_at(scan, k - 1, SM_CUE_TIME, NULL) : NULL;
    if (value < published - 1 && until && until->kind == SM_K_UNTIL) return true; // "a war until 2002, in which"
    if (value < published - 1 && k > scan->s[s].first && sm_is(scan, k - 1, SM_W_OF) && sm_is_sign(scan, end, '-')) return true; // "the offensives of 2008-09"
  }
  return false;
}

bool sm_goes_on_old_year(const sm_story *story, uint32_t s) {
  static const char *const units[] = {"year", "month", "summer", "spring", "winter", "autumn"};
  const sm_scan *scan = &story->scan;
  bool old = false;
  for (uint32_t k = scan->s[s].first; k + 1 < scan->s[s].last; k++) {
    int value;
    uint32_t end;
    if (old && sm_is(scan, k, SM_W_THAT) && SM_IS_ONE_OF(scan, k + 1, units)) return true;
    if (!sm_is_year(scan, k) || !sm_read_number(scan, k, &value, &end)) continue;
    old = sm_date_make(value, 12, 31) < story->whens.published - 366;
  }
  return false;
}

/// "violence that has killed thousands", "1,177 of their troops have been killed": the toll of a war, without a munition.
static bool is_toll_of_war(const sm_story *story, uint32_t s) {
  enum { BACK = 4, REACH = 4, WAR = 1000 };
  static const char *const many[] = {"thousands", "hundreds"}, *const has[] = {"has", "have", "'s", "had"};
  const sm_scan *scan = &story->scan;
  bool all = false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const uint32_t cue = story->figures.items[i].cue;
    bool perfect = false, war = false;
    for (uint32_t k = cue; k > scan->s[s].first && cue - k < BACK; k--) perfect |= SM_IS_ONE_OF(scan, k - 1, has);
    for (uint32_t k = cue + 1; k < scan->s[s].last && k < cue + REACH; k++) war |= SM_IS_ONE_OF(scan, k, many);
    if (!perfect || !(war || story->figures.items[i].killed_high >= WAR)) return false;
    all = true;
  }
  return all;
}

bool sm_is_old_toll(const sm_story *story, uint32_t s, const sm_content *c) {
  enum { OLD = 20 };
  if (!c->munition && !c->carrier && is_toll_of_war(story, s)) return true;
  if (story->whens.published == SM_NO_DATE || c->munition || c->carrier || !c->figure) return false;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (story->triggers.items[i].row->kind != SM_K_KILL && story->triggers.items[i].row->strength >= 2) return false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_cue_row *toll = sm_cue_at(&story->scan, story->figures.items[i].cue, SM_CUE_CASUALTY, NULL);
    if (toll && toll->form == SM_F_ING) return false; // "flew into the courtyard, wounding five"
  }
  bool old = false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & (SM_WHEN_ANCHOR | SM_WHEN_FUTURE) || sm_is_speech_day(story, w)) continue;
    if (w->end >= story->whens.published - OLD) return false;
    old = true;
  }
  return old;
}

bool sm_tells_memory(const sm_story *story, uint32_t s) {
  bool old = false;
  if (!sm_sentence_is(&story->scan, s, SM_K_MEMORY) || story->whens.published == SM_NO_DATE) return false;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) old |= story->whens.items[i].end < story->whens.published - 366;
  return old;
}

bool sm_is_long_past(const sm_story *story, uint32_t s) {
  uint8_t *answer = &story->long_past[s];
  if (*answer == SM_NOT_ASKED) *answer = sm_read_long_past(story, s) ? SM_YES : SM_NO;
  return *answer == SM_YES;
}
