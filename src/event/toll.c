// What stands round a figure: the toll it was revised from, the same said of other places.
#include "away.h"
#include "crowd.h"

static bool is_earlier(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"earlier", "initial", "previous", "initially", "previously", "first", "Earlier", "Initially", "Previously"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool is_later(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"then",         "later",   "afterwards", "eventually",
                                      "subsequently", "finally", "now"};
  return SM_IS_ONE_OF(scan, i, words);
}

bool sm_ends_toll_clause(const sm_scan *scan, uint32_t i) {
  return i >= scan->n || sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_') || sm_is_sign(scan, i, '.');
}

bool sm_parts_items(const sm_scan *scan, uint32_t i) {
  return sm_ends_toll_clause(scan, i) || sm_is_sign(scan, i, ',') || sm_is_sign(scan, i, '(') ||
         sm_is_sign(scan, i, ')') || sm_is_sign(scan, i, ':') || sm_is(scan, i, SM_W_AND) ||
         sm_is(scan, i, SM_W_BUT);
}

/// "there were at least five children | among the injured"
static bool is_there(const sm_scan *scan, uint32_t among, uint32_t floor) {
  enum { REACH = 9 };
  for (uint32_t k = among; k > floor + 1 && among - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (sm_is_be(scan, k - 1)) return sm_is(scan, k - 2, SM_W_THERE);
  return false;
}

bool sm_is_among(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const those[] = {"those"}, *const also[] = {"also"};
  const bool too = cue > floor + 3 && SM_IS_ONE_OF(scan, cue - 3, also); // "six children were also among the dead"
  return cue > floor + 2 && (sm_is(scan, cue - 1, SM_W_THE) || SM_IS_ONE_OF(scan, cue - 1, those)) && sm_is(scan, cue - 2, SM_W_AMONG) &&
         (sm_is_be(scan, cue - (too ? 4 : 3)) || is_there(scan, cue - 2, floor));
}

static bool may_come(const sm_scan *scan, uint32_t i) {
  static const char *const verbs[] = {"rise", "climb", "grow", "increase", "go", "exceed", "reach"};
  return SM_IS_ONE_OF(scan, i, verbs);
}

/// "put as", but not "could rise as seven are critical" or "rose to 25 as two died".
static bool leads_as(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_AS) && i > 0 && !may_come(scan, i - 1) && !(scan->t[i - 1].flags & SM_TOKEN_NUMBER);
}

/// "from the initially reported 18"
static bool is_first_told(const sm_scan *scan, uint32_t i) {
  static const char *const told[] = {"reported", "announced", "given", "estimated"};
  return i > 0 && SM_IS_ONE_OF(scan, i, told) && is_earlier(scan, i - 1);
}

/// "has risen to", "stands at": the verb of a toll, before the word that leads its number.
bool sm_is_toll_verb(const sm_scan *scan, uint32_t i) {
  static const char *const verbs[] = {"rose",   "risen",   "rises",     "climbed",   "climbs", "jumped", "grew",  "grown",   "increased",
                                      "stood",  "stands",  "soared",    "mounted",   "went",   "gone",   "fell",  "fallen",  "revised",
                                      "raised", "updated", "standing",  "rising",    "surged", "shot",   "crept", "doubled", "lowered"};
  return SM_IS_ONE_OF(scan, i, verbs);
}

static bool leads_number(const sm_scan *scan, uint32_t i) {
  static const char *const past[] = {"past", "above", "beyond"};
  if (SM_IS_ONE_OF(scan, i, past)) return i > 0 && sm_is_toll_verb(scan, i - 1);
  return sm_is(scan, i, SM_W_TO) || sm_is(scan, i, SM_W_AT) || sm_is(scan, i, SM_W_OF) ||
         leads_as(scan, i) || sm_is(scan, i, SM_W_FROM) || sm_is_sign(scan, i, ':') ||
         sm_is_be(scan, i) || sm_has_cue(scan, i, SM_CUE_NUMBER) || sm_is_sign(scan, i, '_') ||
         is_earlier(scan, i) || is_later(scan, i) || is_first_told(scan, i);
}

/// "put the number of the dead at seven": what is counted, told before the number.
static bool is_counted_kind(const sm_scan *scan, uint32_t i, uint32_t after) {
  if (sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL)->kind != SM_K_KILLED) return false;
  for (uint32_t k = i; k > after && i - k < 4; k--)
    if (sm_is(scan, k - 1, SM_W_OF)) return k - 1 == after;
  return false;
}

/// "from twin car bombs", "of the two blasts", "at three churches": a number of strikes, weapons or places.
static bool counts_strikes(const sm_scan *scan, uint32_t i) {
  for (uint32_t k = i; k < i + 3 && k < scan->n; k++) {
    if (sm_has_cue(scan, k, SM_CUE_WEAPON) || (sm_has_cue(scan, k, SM_CUE_TRIGGER) && !sm_has_cue(scan, k, SM_CUE_CASUALTY))) return true;
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !(e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN)) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_preposition(scan, k)) return false;
    if (e->word_bits & SM_WORD_PLURAL && sm_has_cue(scan, k, SM_CUE_TARGET) && !(e->word_bits & SM_WORD_NOUN_PERSON) && !sm_has_cue(scan, k, SM_CUE_VICTIM)) return true;
  }
  return false;
}

/// "the highest civilian death toll since ...": compared with others, not told.
static bool is_compared(const sm_scan *scan, uint32_t after) {
  enum { REACH = 5 };
  static const char *const most[] = {"highest", "worst", "heaviest", "largest", "biggest", "greatest", "lowest"}, *const told[] = {"at", "was", "of", ":"};
  for (uint32_t k = after; k > 0 && after - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, most)) return !SM_IS_ONE_OF(scan, after, told) && !sm_is_sign(scan, after, ',');
  return false;
}

bool sm_reaches_number(const sm_scan *scan, uint32_t i) {
  static const char *const verbs[] = {"reached",  "reaches",  "hit",       "topped", "passed",
                                      "exceeded", "totalled", "surpassed", "crossed", "numbered", "totaled", "remains", "remained", "remain", "number"};
  return SM_IS_ONE_OF(scan, i, verbs);
}

bool sm_read_toll(const sm_scan *scan, uint32_t after, uint32_t end, int *low, int *high, uint32_t *first,
                  uint32_t *last) {
  *low = *high = SM_UNKNOWN_NUMBER;
  *first = 0;
  if (is_compared(scan, after)) return false;
  enum { NEAR = 16, FAR = 48 }; // "the toll from ... in ... of ... rose to": the verb may stand far off
  for (uint32_t k = after; k < end && k < after + FAR; k++) {
    if (sm_ends_toll_clause(scan, k) || (*first && (sm_is(scan, k, SM_W_WHILE) || sm_is(scan, k, SM_W_WITH)))) break; // "at 34 while a lawmaker said it was 73", "to 10 with another 34 hurt"
    const sm_cue_row *mode = may_come(scan, k + 1) ? sm_cue_at(scan, k, SM_CUE_MODE, NULL) : NULL;
    if (mode && mode->kind == SM_K_MODAL) break; // "the toll may rise to 20"
    if (k >= after + NEAR && !*first && !sm_is_toll_verb(scan, k - 1) && !(k >= 2 && sm_is_toll_verb(scan, k - 2))) continue;
    if (k >= after + NEAR && *first && k > *last + 8) break;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) && !is_counted_kind(scan, k, after)) break;
    if (sm_is_sign(scan, k, ',') && *first && !sm_is(scan, k + 1, SM_W_FROM)) break;
    int value;
    uint32_t to, hedge = k;
    const sm_cue_row *lead = sm_cue_at(scan, k, SM_CUE_NUMBER, &hedge); // "toll at least 14"
    bool hedged =
        lead && (lead->kind == SM_K_HEDGE_LOW || lead->kind == SM_K_HEDGE_HIGH || lead->kind == SM_K_HEDGE) &&
        sm_read_number(scan, hedge, &value, &to);
    bool led = leads_number(scan, k - 1) || sm_reaches_number(scan, k - 1);
    if (hedged && (k == after || led))
      k = hedge;
    else if (!led)
      continue;
    int least = SM_UNKNOWN_NUMBER;
    if (sm_is(scan, k, SM_W_BETWEEN) && sm_read_number(scan, k + 1, &least, &to) && sm_is(scan, to, SM_W_AND)) k = to + 1; // "put it at between 11 and 15"
    else least = SM_UNKNOWN_NUMBER;
    if (!sm_read_number(scan, k, &value, &to) || sm_is_measure_of_time(scan, to) || value < 0) continue;
    if (least > 0 && least < value && (*low < 0 || least < *low)) *low = least;
    bool child;
    if (counts_strikes(scan, to) || sm_skip_age(scan, k, &child) > k) continue;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_NUMBER, NULL),
                     *hurt = sm_cue_at(scan, to, SM_CUE_CASUALTY, NULL);
    if ((row && row->kind == SM_K_ARTICLE) || (hurt && hurt->kind == SM_K_INJURED))
      continue; // "rose to five wounded"
    sm_people all; // "at 15 soldiers and 26 civilians"
    if (value > 0 && sm_read_people(scan, k, end, &all) && all.has_noun && !all.named && all.low > value && all.low == all.high && all.last > to && !sm_has_cue(scan, all.last, SM_CUE_CASUALTY)) value = all.low, to = all.last;
    if (!*first) *first = k;
    *last = to;
    if (*low < 0 || value < *low) *low = value;
    if (value > *high) *high = value;
    k = to - 1;
  }
  return *first != 0;
}

static bool is_killed(const sm_figure *f) {
  return f->killed_low > 0;
}

static void widen(sm_figure *f, int value) {
  int *low = is_killed(f) ? &f->killed_low : &f->injured_low,
      *high = is_killed(f) ? &f->killed_high : &f->injured_high;
  if (value < *low) *low = value;
  if (value > *high) *high = value;
}

/// "22 killed (not 19 as earlier)", "one dead, not two,": a count that a correction takes back.
static bool denies_count(const sm_scan *scan, uint32_t k, int *value) {
  static const char *const negation[] = {"not"};
  uint32_t last;
  const bool apart = sm_is_sign(scan, k - 1, ',') || sm_is_sign(scan, k - 1, '(') || sm_is_dash(scan, k - 1);
  if (!apart || !SM_IS_ONE_OF(scan, k, negation) || !sm_read_number(scan, k + 1, value, &last) || *value <= 0) return false;
  return sm_is_punct(scan, last) || sm_is(scan, last, SM_W_AS);
}

/// "raised the number to three", "raised the (number of) wounded to 170": past what is counted, where it is of the figure's kind; else the token itself.
static uint32_t past_count(const sm_scan *scan, uint32_t i, bool killed) {
  static const char *const counts[] = {"number", "figure", "count", "toll", "tally"}, *const hurt[] = {"wounded", "injured", "hurt", "injuries", "wounds", "second", "latter"}, *const dead[] = {"dead", "killed", "deaths", "death", "first", "former"};
  enum { REACH = 5 };
  bool counted = false;
  for (uint32_t k = i + 1; sm_is(scan, i, SM_W_THE) && k < i + 1 + REACH && k < scan->n; k++) {
    if (sm_is(scan, k, SM_W_TO)) return counted ? k : i;
    if (killed ? SM_IS_ONE_OF(scan, k, hurt) : SM_IS_ONE_OF(scan, k, dead)) return i;
    counted |= SM_IS_ONE_OF(scan, k, counts) || sm_has_cue(scan, k, SM_CUE_CASUALTY);
  }
  return i;
}

/// "eleven died, up from eight", "from an earlier eight".
static void read_earlier(const sm_scan *scan, uint32_t end, sm_figure *f) {
  static const char *const up[] = {"up", "raised", "risen", "compared", "down", "lowered", "reduced"};
  uint32_t from = f->last > f->cue ? f->last : f->cue + 1;
  int aside;
  if (f->last < f->cue && denies_count(scan, f->last + 1, &aside)) widen(f, aside); // "17 people, not six, were killed"
  for (uint32_t k = from; k + 1 < end && k < from + 14 && !sm_ends_toll_clause(scan, k); k++) {
    bool rise = SM_IS_ONE_OF(scan, k, up) && sm_is(scan, k + 1, SM_W_FROM);
    bool earlier = is_earlier(scan, k) && sm_is_indefinite(scan, k - 1) &&
                   k > from + 1 && sm_is(scan, k - 2, SM_W_FROM);
    static const char *const revised[] = {"raised", "revised", "corrected", "lowered", "updated"};
    int value;
    uint32_t last, at = k + (rise ? 2 : 1);
    const uint32_t to = sm_is(scan, k + 1, SM_W_IT) ? k + 2 : past_count(scan, k + 1, is_killed(f)); // "and updated it to 21"
    if (SM_IS_ONE_OF(scan, k, revised) && sm_is(scan, to, SM_W_TO) &&
        sm_read_number(scan, to + 1, &value, &last) && value > 0)
      widen(f, value);
    if (denies_count(scan, k, &value)) widen(f, value);
    if (rise && sm_is(scan, at, SM_W_AN) && is_earlier(scan, at + 1)) at += 2;
    if ((rise || earlier) && sm_read_number(scan, at, &value, &last) && value > 0) widen(f, value);
  }
}

/// "20 deaths that evening, then 26", "had 35 on the first day and later 87", "20 by Thursday and 21 by
/// evening": counts of the same dead.
static bool is_recount(const sm_scan *scan, const sm_people *p) {
  if (p->has_noun) return false;
  uint32_t k = p->first;
  if (k > 0 && (sm_is(scan, k - 1, SM_W_OF) || sm_is(scan, k - 1, SM_W_AT))) k--; // "put it at 20 on Saturday and at 189 on Sunday"
  if (k == 0) return false;
  if (k > 1 && sm_is(scan, k - 1, SM_W_OR) && sm_is_sign(scan, k - 2, ',')) return sm_is_punct(scan, p->last); // "four dead, or five, depending on whom one asks"
  if (is_later(scan, k - 1)) return true;
  if (!sm_is(scan, k - 1, SM_W_AND)) return false;
  uint32_t next = p->last;
  if (sm_is(scan, next, SM_W_BY) || sm_is(scan, next, SM_W_ON) || sm_is(scan, next, SM_W_AT) ||
      sm_is(scan, next, SM_W_IN))
    next++;
  if (sm_is(scan, next, SM_W_THE) || sm_is(scan, next, SM_W_AN) || sm_is(scan, next, SM_W_THAT)) next++;
  return next > p->last && (sm_has_cue(scan, next, SM_CUE_TIME) || is_later(scan, next));
}

/// A place is named within five tokens, before the next item.
static bool names_place_soon(const sm_scan *scan, uint32_t i, uint32_t end) {
  for (uint32_t k = i; k < end && k < i + 5 && !sm_parts_items(scan, k); k++)
    if (scan->mention_at[k]) return true;
  return false;
}

static bool is_place_word(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_IN) || sm_is(scan, i, SM_W_AT) || sm_is(scan, i, SM_W_NEAR) ||
         sm_is(scan, i, SM_W_OUTSIDE) || sm_is(scan, i, SM_W_ON) || sm_is(scan, i, SM_W_AROUND);
}

/// "each", "in each"
static bool is_each(const sm_scan *scan, uint32_t i) {
  static const char *const each[] = {"each", "apiece"};
  return SM_IS_ONE_OF(scan, i, each) || (sm_is(scan, i, SM_W_IN) && SM_IS_ONE_OF(scan, i + 1, each));
}

void sm_mark_each(const sm_scan *scan, uint32_t from, sm_figures *all) {
  for (uint32_t i = from; i < all->n; i++) {
    sm_figure *f = &all->items[i];
    if (is_each(scan, f->last > f->cue ? f->last : f->cue + 1) || (f->last < f->cue && is_each(scan, f->last))) f->flags |= SM_FIGURE_EACH; // "one person each was killed"
  }
}

/// "seven were killed: four by a mine near A on Sunday, three by mortar fire at B": a bare number of an item of a list, and a place in its words.
static bool is_item_of_list(const sm_scan *scan, const sm_people *p, uint32_t first, uint32_t end) {
  enum { REACH = 10 };
  if (p->has_noun || p->part || p->low <= 0 || (!sm_is_sign(scan, p->first - 1, ',') && !sm_is_sign(scan, p->first - 1, ':') && !sm_is_dash(scan, p->first - 1) && !sm_is(scan, p->first - 1, SM_W_AND))) return false;
  if (!sm_is(scan, p->last, SM_W_BY) && !sm_is(scan, p->last, SM_W_WHEN)) return false;
  bool listed = false;
  for (uint32_t k = first; k < p->first && !listed; k++) listed = sm_is_sign(scan, k, ':') || sm_is_sign(scan, k, '_');
  for (uint32_t k = p->last + 1; listed && k + 1 < end && k < p->last + REACH && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, ';'); k++)
    if (is_place_word(scan, k) && names_place_soon(scan, k + 1, end)) return true;
  return false;
}

/// "a doctor at X said": one who goes on to say it.
static bool goes_on_to_say(const sm_scan *scan, const sm_people *p, uint32_t end) {
  enum { REACH = 10 };
  for (uint32_t k = p->last; k < end && k < p->last + REACH && !(sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-') && !sm_is_sign(scan, k, '.')); k++) {
    const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    if (said && said->form == SM_F_VERB) return true;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is(scan, k, SM_W_AND)) return false;
  }
  return false;
}

/// "two died in A and three in B", "in B, four": the same said of another place.
static bool is_elsewhere(const sm_scan *scan, const sm_people *p, uint32_t first, uint32_t end) {
  if (p->part || p->named || p->strikers || p->low <= 0 || p->first == first) return false;
  const bool one = sm_is_indefinite(scan, p->first);
  if (one && p->first > first + 1 && sm_is_sign(scan, p->first - 1, ',') && scan->t[p->first - 2].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER) && !scan->mention_at[p->first - 2]) return false; // "said Ahmed Saleh, a doctor at", "in May 2017, a doctor at"
  if (one && goes_on_to_say(scan, p, end)) return false;
  uint32_t after = is_each(scan, p->last) ? p->last + 1 : p->last;
  if (sm_parts_items(scan, p->first - 1) && is_place_word(scan, after) && names_place_soon(scan, after + 1, end))
    return true;
  uint32_t before = p->first - 1;
  bool comma = sm_is_sign(scan, before, ',') || sm_is_sign(scan, before, ':');
  if (comma && before > first) before--;
  if (!comma && scan->t[before].flags & SM_TOKEN_CAPITAL && scan->t[p->first].flags & SM_TOKEN_NUMBER)
    return false; // "in Brecha 109"
  const bool bracket = before > first && sm_is_sign(scan, before, '(') && sm_is_sign(scan, p->last, ')'), dash = before > first && sm_is_dash(scan, before); // "in A (2), B (1)", "A - 2, B - 1"
  if (!p->has_noun && (bracket || dash) && scan->mention_at[before - 1]) return bracket || sm_parts_items(scan, p->last);
  return !p->has_noun && scan->mention_at[before] && sm_parts_items(scan, p->last);
}

/// "as were two passers-by", "so did his wife".
static bool is_likewise(const sm_scan *scan, const sm_people *p) {
  static const char *const did[] = {"did", "was", "were", "have", "had"};
  return p->first > 1 && SM_IS_ONE_OF(scan, p->first - 1, did) && sm_is(scan, p->first - 2, SM_W_AS);
}

static bool is_taken(const sm_figures *all, uint32_t from, const sm_people *p) {
  for (uint32_t i = from; i < all->n; i++)
    if (p->first < all->items[i].last && all->items[i].first < p->last) return true;
  return false;
}

static sm_figure same_of(const sm_scan *scan, const sm_figure *f, const sm_people *p) {
  sm_figure g = *f;
  bool killed = is_killed(f);
  g.first = g.cue = p->first, g.last = p->last;
  g.flags = is_each(scan, p->last) ? SM_FIGURE_EACH : 0;
  g.killed_low = killed ? p->low : SM_UNKNOWN_NUMBER, g.killed_high = killed ? p->high : SM_UNKNOWN_NUMBER;
  g.injured_low = killed ? SM_UNKNOWN_NUMBER : p->low, g.injured_high = killed ? SM_UNKNOWN_NUMBER : p->high;
  g.victims = p->has_noun ? p->victims : f->victims;
  g.children = killed && p->children > 0 ? p->children : SM_UNKNOWN_NUMBER;
  g.civilians = killed && p->civilians > 0 ? p->civilians : SM_UNKNOWN_NUMBER;
  return g;
}

/// The figure of the sentence that a phrase of people without a toll word goes on from, or -1.
static int figure_before(const sm_figures *all, uint32_t from, const sm_people *p) {
  int best = -1;
  for (uint32_t i = from; i < all->n; i++)
    if (all->items[i].cue < p->first && all->items[i].first < p->first && (all->items[i].killed_low > 0 || all->items[i].injured_low > 0) &&
        !(all->items[i].flags & (SM_FIGURE_ZERO | SM_FIGURE_PART)))
      best = (int)i;
  return best;
}

/// A colon or dash between a total and the first of its parts.
static bool opens_list(const sm_scan *scan, uint32_t total, uint32_t part) {
  for (uint32_t k = total; k < part; k++)
    if (sm_is_sign(scan, k, ':') || sm_is_sign(scan, k, '_')) return true;
  return false;
}

static void swap_kind(sm_figure *f) {
  const int low = f->killed_low, high = f->killed_high;
  f->killed_low = f->injured_low, f->killed_high = f->injured_high;
  f->injured_low = low, f->injured_high = high;
}

/// "Ten died and 36 were wounded: seven in A, two in B and one in C": the list tells which total it parts;
/// what is told before it is of all places together.
static void part_total(const sm_scan *scan, sm_figures *all, uint32_t from, sm_figure *more, uint32_t n) {
  int sum = 0;
  bool parted = false;
  for (uint32_t i = 0; i < n; i++) sum += is_killed(&more[i]) ? more[i].killed_high : more[i].injured_high;
  for (uint32_t i = from; i < all->n; i++) {
    const sm_figure *total = &all->items[i];
    bool killed = total->killed_high == sum;
    if (!opens_list(scan, total->cue, more[0].first) || (!killed && total->injured_high != sum)) continue;
    parted = true;
    for (uint32_t k = 0; k < n; k++)
      if (killed != is_killed(&more[k])) swap_kind(&more[k]);
  }
  for (uint32_t i = from; parted && i < all->n; i++)
    if (all->items[i].cue < more[0].first) all->items[i].flags |= SM_FIGURE_SUM;
}

/// "Forty were hurt; the number was later given as 25."
static void read_later(const sm_scan *scan, uint32_t end, sm_figure *f) {
  static const char *const counts[] = {"number", "figure", "count", "toll", "tally"},
                           *const given[] = {"given", "put", "revised", "corrected", "lowered", "raised", "reduced", "set"};
  enum { REACH = 12, NEAR = 6 };
  uint32_t from = f->last > f->cue ? f->last : f->cue + 1;
  for (uint32_t k = from; k < end && k < from + REACH; k++) {
    if (!SM_IS_ONE_OF(scan, k, counts) || !sm_is(scan, k - 1, SM_W_THE)) continue;
    for (uint32_t i = k + 1; i + 2 < end && i < k + NEAR; i++) {
      int value;
      uint32_t last;
      const bool leads = sm_is(scan, i + 1, SM_W_AS) || sm_is(scan, i + 1, SM_W_TO) || sm_is(scan, i + 1, SM_W_AT);
      if (SM_IS_ONE_OF(scan, i, given) && leads && sm_read_number(scan, i + 2, &value, &last) && value > 0) widen(f, value);
    }
    return;
  }
}

/// "an officer had been seriously wounded and two soldiers lightly": the same happened to them.
static bool is_elliptic(const sm_scan *scan, const sm_people *p, uint32_t end) {
  static const char *const how[] = {"lightly", "slightly", "seriously", "severely", "gravely", "badly", "critically", "moderately"};
  if (!p->has_noun || p->named || p->first < 2 || !sm_is(scan, p->first - 1, SM_W_AND) || !SM_IS_ONE_OF(scan, p->last, how)) return false;
  return p->last + 1 >= end || !sm_has_cue(scan, p->last + 1, SM_CUE_CASUALTY);
}

/// "Two were killed on the spot and three more on their way to hospital": the same happened to more.
static bool is_more_elliptic(const sm_scan *scan, const sm_people *p, const sm_figure *before) {
  static const char *const more[] = {"more", "others"}, *const later[] = {"later", "afterwards", "overnight", "when", "after"};
  if (!p->more || p->named || p->part || p->first < 1 || !sm_is(scan, p->first - 1, SM_W_AND) || before->flags & (SM_FIGURE_PART | SM_FIGURE_ZERO)) return false;
  const uint32_t next = SM_IS_ONE_OF(scan, p->last, more) ? p->last + 1 : p->last;
  return sm_is(scan, next, SM_W_ON) || sm_is(scan, next, SM_W_IN) || SM_IS_ONE_OF(scan, next, later);
}

/// "five soldiers dead by its count, two according to the army": the same by another voice.
static bool is_rival(const sm_scan *scan, const sm_people *p) {
  const sm_cue_row *voice = sm_cue_at(scan, p->last, SM_CUE_REPORTING, NULL);
  return !p->has_noun && !p->part && p->first > 0 && sm_is_sign(scan, p->first - 1, ',') && voice && voice->form == SM_F_PREP;
}

/// "Jubaland spoke of five dead; the group, on its radio, of twenty-three": a second voice without a verb.
static bool is_gapped_voice(const sm_scan *scan, const sm_people *p, uint32_t first) {
  if (p->has_noun || p->part || p->first < first + 3 || !sm_is(scan, p->first - 1, SM_W_OF)) return false;
  if (!sm_is_sign(scan, p->first - 2, ',') && !(scan->t[p->first - 2].flags & SM_TOKEN_CAPITAL) && !sm_has_cue(scan, p->first - 2, SM_CUE_CLAIMANT)) return false;
  for (uint32_t k = first; k < p->first - 2; k++) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_REPORTING, &last);
    if (row && last > k + 1 && sm_is(scan, last - 1, SM_W_OF)) return true;
  }
  return false;
}

/// "killed a gunman and a cook alike, three in all"
static bool is_in_all(const sm_scan *scan, const sm_people *p) {
  static const char *const all[] = {"all", "total"};
  return !p->has_noun && !p->part && p->first > 0 && sm_is_sign(scan, p->first - 1, ',') && sm_is(scan, p->last, SM_W_IN) && SM_IS_ONE_OF(scan, p->last + 1, all);
}

/// "including 16 on Monday in Douma", "five of them in Toretsk": some of those told before, at a place of their own.
static bool is_part_elsewhere(const sm_scan *scan, const sm_people *p, uint32_t end) {
  enum { REACH = 5 };
  if (!p->part || p->named || p->low <= 0 || p->first == 0) return false;
  if (!sm_is(scan, p->first - 1, SM_W_INCLUDING) && !sm_is(scan, p->last - 1, SM_W_THEM) && !sm_is(scan, p->last - 1, SM_W_WHOM)) return false;
  uint32_t k = p->last;
  while (k < end && k < p->last + REACH && (sm_is(scan, k, SM_W_ON) || sm_has_cue(scan, k, SM_CUE_TIME) || (scan->t[k].flags & SM_TOKEN_NUMBER))) k++;
  return k + 1 < end && is_place_word(scan, k) && scan->mention_at[k + 1];
}

/// "including eleven in an air strike on a market in Idlib", "among them eleven who died when a shell hit X": of a strike of their own at a place.
static bool is_part_of_strike(const sm_scan *scan, const sm_people *p, uint32_t first, uint32_t end) {
  enum { NOUN = 5 };
  if (!p->part || p->named || p->low <= 0 || p->first == 0) return false;
  if (!sm_is(scan, p->first - 1, SM_W_INCLUDING) && !sm_is(scan, p->first - 1, SM_W_THEM) && !sm_is(scan, p->last - 1, SM_W_THEM) && !sm_is(scan, p->last - 1, SM_W_WHOM)) return false;
  uint32_t k = p->last, last;
  bool strike = false, place = false;
  const bool who = sm_is(scan, k, SM_W_WHO);
  if (who) k++;
  const uint32_t verb = k;
  while (k < end && (sm_is_be(scan, k) || (k < p->last + 3 && sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL)))) k++;
  const bool own = k > verb && !who; // "28 others including five police were wounded when"
  for (const uint32_t day = k; k < end && k < day + NOUN && (sm_has_cue(scan, k, SM_CUE_TIME) || (sm_is(scan, k, SM_W_ON) && sm_has_cue(scan, k + 1, SM_CUE_TIME)) || (k > day && scan->t[k].flags & SM_TOKEN_NUMBER)); k++) {} // "five of them on Monday when"
  const bool when = sm_is(scan, k, SM_W_WHEN) && !own;
  if (!when && (!(sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_BY)) || !sm_is_indefinite(scan, k + 1))) return false;
  for (uint32_t m = k + (when ? 1 : 2); m < end && m < k + 2 + NOUN && !sm_is_punct(scan, m); m++) strike |= sm_cue_at(scan, m, SM_CUE_TRIGGER, &last) || sm_has_cue(scan, m, SM_CUE_WEAPON);
  for (uint32_t m = first; m < p->first; m++)
    if (sm_cue_at(scan, m, SM_CUE_TRIGGER, &last) && !sm_has_cue(scan, m, SM_CUE_CASUALTY)) return false; // "The blasts killed 30, including nine in a market"
  for (uint32_t m = k; m < end && !place && !sm_ends_toll_clause(scan, m); m++) place = scan->mention_at[m] != 0;
  return strike && place;
}

/// A toll of a whole region, or of no place: none's own, where a part of it is told of a place.
static bool is_of_region(const sm_scan *scan, const sm_figure *f, uint32_t first, uint32_t part) {
  bool placed = false;
  for (uint32_t k = first; k < part; k++) {
    const uint32_t m = scan->mention_at[k];
    const sm_mention *x = m ? &scan->mentions->items[m - 1] : NULL;
    if (!x || x->role == SM_ROLE_DEMONYM || x->role == SM_ROLE_METONYM || !x->place) continue;
    const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
    if (b.kind != SM_KIND_COUNTRY && b.kind != SM_KIND_ADM1 && b.kind != SM_KIND_REGION) return false;
    placed = true;
  }
  return placed || f->flags & SM_FIGURE_SUM;
}

/// "Killed by shelling on 2 May: A (2), B (1)", "civilians injured: 3 in A, 1 in B": the toll word, without a number, that a list of places follows.
static bool read_listed(const sm_scan *scan, const sm_people *people, int n, uint32_t first, uint32_t end, sm_figure *more, uint32_t *n_more) {
  sm_figure toll = sm_empty_figure(scan->t[first].sentence, SM_NO_TOKEN);
  for (int k = 0; k < n; k++) {
    const sm_people *p = &people[k];
    if (p->low <= 0 || !is_elsewhere(scan, p, first, end)) continue;
    for (uint32_t i = p->first; i > first && toll.cue == SM_NO_TOKEN; i--) {
      const sm_cue_row *row = sm_cue_at(scan, i - 1, SM_CUE_CASUALTY, NULL);
      if (!row || (row->kind != SM_K_KILLED && row->kind != SM_K_INJURED)) continue;
      toll.cue = i - 1;
      if (row->kind == SM_K_KILLED) toll.killed_low = toll.killed_high = p->low;
    }
    if (toll.cue == SM_NO_TOKEN) return false;
    more[(*n_more)++] = same_of(scan, &toll, p);
  }
  if (*n_more < 2) *n_more = 0;
  return *n_more > 0;
}

bool sm_read_rest(const sm_scan *scan, const sm_people *people, int n, uint32_t first, uint32_t end,
                  uint32_t from, sm_figures *all, sm_figure *more, uint32_t *n_more) {
  *n_more = 0;
  if (from == all->n) return read_listed(scan, people, n, first, end, more, n_more);
  for (uint32_t i = from; i < all->n; i++)
    if (!(all->items[i].flags & SM_FIGURE_ZERO))
      read_earlier(scan, end, &all->items[i]), read_later(scan, end, &all->items[i]);
  for (int k = 0; k < n; k++) {
    const sm_people *p = &people[k];
    if (p->low <= 0 || is_taken(all, from, p)) continue;
    int before = figure_before(all, from, p);
    if (before < 0) continue;
    if (is_likewise(scan, p) || is_elliptic(scan, p, end) || is_more_elliptic(scan, p, &all->items[before])) {
      more[*n_more] = same_of(scan, &all->items[before], p);
      more[(*n_more)++].flags |= SM_FIGURE_MORE;
      continue;
    }
    if (is_rival(scan, p) || is_gapped_voice(scan, p, first) || is_in_all(scan, p)) {
      if (is_in_all(scan, p) && all->items[before].killed_high < p->low) all->items[before].flags |= SM_FIGURE_PART;
      more[*n_more] = same_of(scan, &all->items[before], p);
      more[(*n_more)++].flags = SM_FIGURE_TOLL;
    } else if (is_recount(scan, p))
      widen(&all->items[before], p->low);
    else if (is_elsewhere(scan, p, first, end) || is_item_of_list(scan, p, first, end))
      more[(*n_more)++] = same_of(scan, &all->items[before], p);
    else if (is_part_of_strike(scan, p, first, end)) {
      more[(*n_more)++] = same_of(scan, &all->items[before], p);
      all->items[before].flags |= SM_FIGURE_SUM;
    } else if (p->part && p->low > 0 && sm_is(scan, p->last - 1, SM_W_THEM) && sm_is(scan, p->last, SM_W_ON) && sm_has_cue(scan, p->last + 1, SM_CUE_TIME) && sm_is_since_day(scan, all->items[before].cue, p->first)) {
      more[(*n_more)++] = same_of(scan, &all->items[before], p); // "Twelve have died since Monday, five of them on Thursday"
      all->items[before].flags |= SM_FIGURE_SUM;
    } else if (is_part_elsewhere(scan, p, end) && (is_of_region(scan, &all->items[before], first, p->first) || (k + 1 < n && !people[k + 1].has_noun && is_elsewhere(scan, &people[k + 1], first, end)))) { // "12 of them in A and five in B"
      more[(*n_more)++] = same_of(scan, &all->items[before], p);
      all->items[before].flags |= SM_FIGURE_OVERALL;
    }
  }
  if (*n_more > 1) part_total(scan, all, from, more, *n_more);
  return *n_more > 0;
}

/// "had at first spoken of 22", "earlier put it at five": counts that were superseded.
static bool is_superseded(const sm_scan *scan, uint32_t first, uint32_t cue) {
  for (uint32_t k = cue; k > first && !sm_is_sign(scan, k - 1, ';'); k--) {
    static const char *const told[] = {"statement", "count", "figure", "tally", "report", "estimate", "bulletin", "update", "toll", "version", "message", "communique", "assessment", "notice"};
    static const char *const we[] = {"we", "We"}, *const wrote[] = {"reported", "wrote", "gave", "put", "had"};
    if (SM_IS_ONE_OF(scan, k - 1, we) && SM_IS_ONE_OF(scan, k, wrote)) return true; // "At noon we reported three dead"
    bool ordinal = sm_has_cue(scan, k - 1, SM_CUE_NUMBER); // "the first blast"
    const sm_cue_row *unit = k > first + 1 ? sm_cue_at(scan, k - 2, SM_CUE_TIME, NULL) : NULL; // "a week earlier 14 had died": another day's
    if (is_earlier(scan, k - 1) && !(unit && unit->kind == SM_K_TIME_UNIT) &&
        (!ordinal || SM_IS_ONE_OF(scan, k, told) || k - 1 == first || sm_is(scan, k - 2, SM_W_AT) || sm_is_have(scan, k - 2)))
      return true;
  }
  return false;
}

/// "This morning's summary stated", "the report of yesterday spoke of": a count of a day of its own, told before the figure.
static bool is_of_dated_count(const sm_scan *scan, uint32_t first, uint32_t cue) {
  static const char *const counts[] = {"count", "tally", "toll", "estimate", "version"};
  static const sm_word leads[] = {SM_W_OF, SM_W_FROM, SM_W_ON};
  for (uint32_t k = first; k < cue && !sm_is_sign(scan, k, ','); k++) {
    const bool stood = k + 2 < cue && SM_IS_ONE_OF(scan, k + 1, ((const char *const[]){"stood"})); // "it stood yesterday at one dead"
    if (!sm_is_document(scan, k) && !SM_IS_ONE_OF(scan, k, counts) && !(stood && sm_is(scan, k, SM_W_IT))) continue;
    const uint32_t day = stood || SM_IS_ANY(scan, k + 1, leads) ? k + 2 : k + 1;
    const bool whose = k > first + 1 && scan->t[k - 1].flags & SM_TOKEN_CLITIC && sm_has_cue(scan, k - 2, SM_CUE_TIME); // "Monday's"
    if (whose || (day < cue && sm_has_cue(scan, day, SM_CUE_TIME))) return true;
  }
  return false;
}

void sm_mark_superseded(const sm_scan *scan, uint32_t first, uint32_t from, sm_figures *all) {
  for (uint32_t i = from; i < all->n; i++)
    if (is_superseded(scan, first, all->items[i].cue) || is_of_dated_count(scan, first, all->items[i].cue)) all->items[i].flags |= SM_FIGURE_EARLIER;
}

// ---- counts without a toll word

/// "a higher figure of", "the toll of": past it, or the token itself.
static uint32_t skip_figure_of(const sm_scan *scan, uint32_t i) {
  static const char *const counts[] = {"figure", "number", "count", "total", "tally", "loss"};
  enum { REACH = 4 };
  if (!sm_is(scan, i, SM_W_A) && !sm_is(scan, i, SM_W_THE)) return i;
  for (uint32_t k = i + 1; k < i + REACH; k++)
    if (SM_IS_ONE_OF(scan, k, counts)) return sm_is(scan, k + 1, SM_W_OF) ? k + 2 : i;
  return i;
}

/// "count", "figure": what a number that stands alone may be of.
static bool is_count_noun(const sm_scan *scan, uint32_t i) {
  static const char *const counts[] = {"count", "tally", "figure", "total", "number", "toll"};
  return SM_IS_ONE_OF(scan, i, counts);
}

/// "the figure first given", "an earlier police count": the noun that ends before a verb, past what was done with it; the verb where none does.
static uint32_t count_before_verb(const sm_scan *scan, uint32_t verb, uint32_t first) {
  static const char *const done[] = {"given", "told", "announced", "reported", "released", "published", "first", "initially", "originally", "earlier", "then", "there"};
  enum { REACH = 3 };
  uint32_t k = verb;
  while (k > first + 1 && verb - k < REACH && SM_IS_ONE_OF(scan, k - 1, done)) k--;
  return k > first && is_count_noun(scan, k - 1) ? k - 1 : verb;
}

/// "the Red Crescent's own tally is nine", "its count stands at 23", "a first count had been four"
static bool is_count_of(const sm_scan *scan, uint32_t number, uint32_t first) {
  static const char *const stands[] = {"stands", "stood"}, *const still[] = {"still", "now", "then", "only", "just", "later", "eventually"}, *const whose[] = {"own", "its", "their", "his", "her"};
  uint32_t k = number;
  while (k > first && (sm_has_cue(scan, k - 1, SM_CUE_NUMBER) || SM_IS_ONE_OF(scan, k - 1, still))) k--;
  if (k > first + 2 && sm_is(scan, k - 1, SM_W_OF) && is_count_noun(scan, k - 2) && scan->t[k - 3].flags & SM_TOKEN_CLITIC) return true; // "television's figure of sixteen"
  uint32_t verb = k > first ? k - 1 : first; // "stood yesterday at"
  while (verb > first && sm_has_cue(scan, verb - 1, SM_CUE_TIME)) verb--;
  if (k > first + 1 && sm_is(scan, k - 1, SM_W_AT) && verb > first + 1 && SM_IS_ONE_OF(scan, verb - 1, stands)) {
    k = verb - 1;
    if (sm_is(scan, k - 1, SM_W_IT)) return true;
  }
  else if (k > first && sm_is_be(scan, k - 1)) k--;
  else return false;
  while (k > first && sm_is_have(scan, k - 1)) k--;
  const uint32_t count = count_before_verb(scan, k, first);
  if (count == k || count == first) return false;
  const sm_lexicon_entry *e = scan->t[count - 1].entry;
  return SM_IS_ONE_OF(scan, count - 1, whose) || scan->t[count - 1].flags & SM_TOKEN_CLITIC || sm_is(scan, count - 1, SM_W_THE) || is_earlier(scan, count - 1) || sm_has_cue(scan, count - 1, SM_CUE_CLAIMANT) || (e && e->word_bits & SM_WORD_ADJECTIVE);
}

/// "had told the agency that it was about twenty": a count that somebody gave.
static bool tells_it_was(const sm_scan *scan, uint32_t number, uint32_t first) {
  enum { REACH = 7 };
  uint32_t k = number;
  while (k > first && sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) k--;
  static const char *const counts[] = {"figure", "number", "count"}; // "said the figure was 25"
  if (k < first + 2 || !sm_is_be(scan, k - 1) || !(sm_is(scan, k - 2, SM_W_IT) || SM_IS_ONE_OF(scan, k - 2, counts))) return false;
  for (uint32_t i = k - 2; i > first && k - i < REACH; i--)
    if (sm_has_cue(scan, i - 1, SM_CUE_REPORTING)) return true;
  return false;
}

/// A verb of counting right before a number: "has 116", "spoke of seven", "made it 51", "gave a figure of 12".
static bool counts_before(const sm_scan *scan, const sm_people *p, uint32_t first) {
  if (is_count_of(scan, p->first, first) || tells_it_was(scan, p->first, first)) return true;
  for (uint32_t k = p->first > first + 6 ? p->first - 6 : first; k < p->first; k++) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_REPORTING, &last);
    if (!row) continue;
    bool quoted = row->stance == 'c' && sm_is_quote(scan, last); // say "more than sixty"
    if (row->form == SM_F_VERB && sm_is(scan, last, SM_W_IT) && sm_is_be(scan, last + 1)) last += 2; // "said it was 73"
    static const char *const only[] = {"only", "just"};
    const uint32_t counted = SM_IS_ONE_OF(scan, last, only) ? last + 1 : last;
    bool bare =
        row->form == SM_F_VERB && (row->stance == 'c' || row->stance == 'f') && counted == p->first && (sm_ends_toll_clause(scan, p->last) || sm_is_sign(scan, p->last, ')'));
    const bool lost = row->form == SM_F_VERB && row->stance == 'f' && skip_figure_of(scan, last) == p->first; // "admitted the loss of 54"
    if ((row->form != SM_F_FIGURE && !sm_is(scan, last - 1, SM_W_OF) && !quoted && !bare && !lost) ||
        row->stance == 'b')
      continue;
    if (quoted) last++;
    if (row->form == SM_F_FIGURE && sm_is(scan, last, SM_W_AT)) last++; // "a figure that an official puts at 24"
    if (row->form == SM_F_FIGURE && sm_is(scan, last, SM_W_IT) && (sm_is(scan, last + 1, SM_W_AT) || sm_is(scan, last + 1, SM_W_TO))) last += 2; // "raised it to 281"
    last = skip_figure_of(scan, last);
    if (sm_is_quote(scan, last)) last++; // speaks of "at least 22"
    while (last < p->first && (sm_has_cue(scan, last, SM_CUE_NUMBER) || sm_is(scan, last, SM_W_OF)))
      if (!sm_cue_at(scan, last, SM_CUE_NUMBER, &last)) last++;
    if (last == p->first) return true;
  }
  return false;
}

bool sm_counts_alone(const sm_scan *scan, const sm_people *p, uint32_t first) {
  static const char *const speaks[] = {"spoke", "speaks", "speak", "spoken", "talked"}, *const counted[] = {"counted", "counts", "tallied"}, *const put[] = {"put", "puts", "gave", "gives"}, *const both[] = {"both"};
  if (p->has_noun || p->part || p->low <= 1 || SM_IS_ONE_OF(scan, p->first, both)) return false;
  if (is_count_of(scan, p->first, first)) return true;
  uint32_t k = p->first;
  while (k > first && sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) k--;
  if (k < first + 2) return false;
  if (SM_IS_ONE_OF(scan, k - 1, counted)) return sm_ends_toll_clause(scan, p->last) || (sm_is_sign(scan, p->last, ',') && !sm_is(scan, p->last + 1, SM_W_OF)); // not "counts 14, of which it shot down six"
  if (sm_is(scan, k - 1, SM_W_OF)) return SM_IS_ONE_OF(scan, k - 2, speaks) || is_count_noun(scan, k - 2);
  return sm_is(scan, k - 1, SM_W_AT) && k > first + 2 && (sm_is(scan, k - 2, SM_W_IT) || is_count_noun(scan, k - 2)) && (SM_IS_ONE_OF(scan, k - 3, put) || (k > first + 3 && SM_IS_ONE_OF(scan, k - 4, put)));
}

static bool ends_number(const sm_scan *scan, uint32_t i) {
  static const char *const open[] = {"more", "so", "less", "fewer"};
  if (sm_is(scan, i, SM_W_OR) && SM_IS_ONE_OF(scan, i + 1, open)) i += 2; // "35 or more."
  return sm_parts_items(scan, i) || sm_has_cue(scan, i, SM_CUE_TIME) || is_later(scan, i) ||
         is_place_word(scan, i) || sm_is(scan, i, SM_W_BY) ||
         (scan->t[i].flags & SM_TOKEN_PUNCT && scan->t[i].sign != '-' && scan->t[i].sign != '%');
}

/// "five according to police and seven according to the hospital": who tells follows the number.
static bool is_told_behind(const sm_scan *scan, const sm_people *p) {
  const sm_cue_row *row = sm_cue_at(scan, p->last, SM_CUE_REPORTING, NULL);
  const bool joined = p->first > 0 && (sm_is_sign(scan, p->first - 1, '(') || sm_is(scan, p->first - 1, SM_W_AND) || sm_is(scan, p->first - 1, SM_W_OR) || sm_is(scan, p->first - 1, SM_W_BUT));
  return joined && ((row && row->form == SM_F_PREP) || (sm_is_sign(scan, p->last, '(') && sm_has_cue(scan, p->last + 1, SM_CUE_CLAIMANT)));
}

static bool is_gapped(const sm_scan *scan, const sm_people *p, const sm_figure *before) {
  uint32_t first, last;
  return before->sentence == scan->t[p->first].sentence && sm_is_gapped(scan, p->first, &first, &last);
}

/// "speaks of at least 22 civilians": people of no more than a kind, where what befell them was told.
static bool speaks_of(const sm_scan *scan, const sm_people *p) {
  static const char *const speaks[] = {"speaks", "spoke", "speak", "spoken", "talks", "talked"};
  uint32_t k = p->first;
  while (k > 2 && (sm_is_quote(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_NUMBER))) k--;
  return p->victims & (SM_VICTIM_PEOPLE | SM_VICTIM_CIVILIANS) && k > 2 && sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, speaks);
}

bool sm_read_count(const sm_scan *scan, const sm_people *p, uint32_t first, const sm_figure *before,
                   sm_figure *out) {
  if ((p->has_noun && !sm_is_quote(scan, p->last - 1) && !speaks_of(scan, p)) || p->low <= 0 || p->part) return false;
  const bool behind = before->sentence == scan->t[p->first].sentence && is_told_behind(scan, p);
  if (!behind && (!ends_number(scan, p->last) || !(counts_before(scan, p, first) || is_gapped(scan, p, before)))) return false;
  if (before->flags & SM_FIGURE_ZERO || (before->killed_low < 0 && before->injured_low < 0)) return false;
  *out = same_of(scan, before, p);
  out->sentence = scan->t[p->first].sentence;
  out->flags = SM_FIGURE_TOLL;
  return true;
}
