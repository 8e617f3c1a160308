// The people of a sentence: which phrases count somebody, which are parts of another, which stand for a toll
// word.
#include "crowd.h"

static bool is_age_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"aged", "age", "ages"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "aged 60 and 78", "aged 3, 5 and 8", "between the ages of 6 and 12".
static bool is_told_as_age(const sm_scan *scan, const sm_people *p) {
  enum { REACH = 7 };
  const bool clause = p->first > 1 && sm_is(scan, p->first - 1, SM_W_AND) && sm_is_sign(scan, p->first - 2, ',') && sm_is_be(scan, p->last);
  if (clause) return false; // "two boys aged 7 and 11, and five were hurt"
  for (uint32_t k = p->first; k > 0 && p->first - k < REACH; k--) {
    if (is_age_word(scan, k - 1)) return true;
    bool joins = sm_is(scan, k - 1, SM_W_AND) || sm_is(scan, k - 1, SM_W_BETWEEN) || sm_is_sign(scan, k - 1, ',') || sm_is(scan, k - 1, SM_W_OF) || sm_is(scan, k - 1, SM_W_TO) ||
                 scan->t[k - 1].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k - 1, SM_CUE_NUMBER);
    if (!joins) return false;
  }
  return false;
}

/// "14 of them under 15", "children under five": an age that none of them has passed.
static bool is_age_limit(const sm_scan *scan, const sm_people *p) {
  static const char *const bounds[] = {"under", "below", "over", "above"};
  if (p->has_noun || p->first < 1) return false;
  const uint32_t bound = SM_IS_ONE_OF(scan, p->first, bounds) ? p->first : p->first - 1; // the bound may be read as a hedge
  if (bound < 1 || !SM_IS_ONE_OF(scan, bound, bounds)) return false;
  return sm_is(scan, bound - 1, SM_W_THEM) || sm_is(scan, bound - 1, SM_W_WHOM) || sm_is_be(scan, bound - 1) || sm_has_cue(scan, bound - 1, SM_CUE_VICTIM);
}

/// "12 hours", "12 May", "12 pm", but not "12 by evening", "12 overnight".
bool sm_is_measure_of_time(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TIME, NULL);
  return row && (row->kind == SM_K_TIME_UNIT || row->kind == SM_K_MONTH || row->kind == SM_K_AMPM ||
                 row->kind == SM_K_ZONE);
}

/// "in 2011", "of March 2019": no count.
static bool is_year(const sm_scan *scan, const sm_people *p) {
  if (p->first == 0 || p->low < 1900 || p->low > 2100 || p->last != p->first + 1 ||
      !(scan->t[p->first].flags & SM_TOKEN_NUMBER))
    return false;
  static const char *const born[] = {"born", "b.", "b"}; // "a woman, b. 1958, died"
  sm_str digits = sm_span_text(scan, sm_tokens_span(scan, p->first, p->last));
  const uint32_t before = p->first - 1;
  return digits.len == 4 && (sm_is(scan, before, SM_W_IN) || sm_is(scan, before, SM_W_OF) || SM_IS_ONE_OF(scan, before, born) || (before > 0 && sm_is_sign(scan, before, '.') && SM_IS_ONE_OF(scan, before - 1, born)));
}

/// "Battalion 16", "Ward 4", "Brigade 93": the number of a unit or part.
static bool is_unit_number(const sm_scan *scan, const sm_people *p) {
  if (p->first == 0 || p->last != p->first + 1 || !(scan->t[p->first].flags & SM_TOKEN_NUMBER)) return false;
  const uint32_t name = p->first - 1;
  const uint32_t kinds = SM_WORD_NOUN_GROUP | SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT;
  const sm_token *t = &scan->t[name];
  return t->flags & SM_TOKEN_CAPITAL && !(t->flags & (SM_TOKEN_SENTENCE_START | SM_TOKEN_UPPER)) && t->entry &&
         t->entry->word_bits & kinds && !scan->mention_at[name] && !sm_has_cue(scan, name, SM_CUE_TIME);
}

/// "forty sheep": a noun for nobody.
static bool is_thing(const sm_scan *scan, uint32_t i) {
  enum {
    OTHER = SM_WORD_VERB | SM_WORD_ADJECTIVE | SM_WORD_ADVERB | SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP |
            SM_WORD_NOUN_TIME
  };
  static const char *const animals[] = {"cow", "cows", "cattle", "calves", "buffaloes", "dogs", "pigs", "birds", "horses"}; // verbs, too
  if (SM_IS_ONE_OF(scan, i, animals)) return true;
  const sm_lexicon_entry *e = scan->t[i].entry;
  if (!e || !(e->word_bits & SM_WORD_NOUN) || e->word_bits & OTHER || scan->t[i].flags & SM_TOKEN_CAPITAL ||
      scan->mention_at[i])
    return false;
  return !sm_has_cue(scan, i, SM_CUE_CASUALTY) && !sm_has_cue(scan, i, SM_CUE_NUMBER) &&
         !sm_is_preposition(scan, i);
}

/// "He, 38, is in intensive care".
static bool is_said_age(const sm_scan *scan, const sm_people *p, uint32_t end) {
  return p->first > 1 && p->last == p->first + 1 && p->last < end && p->low < 110 &&
         scan->t[p->first].flags & SM_TOKEN_NUMBER && sm_is_sign(scan, p->first - 1, ',') &&
         sm_is_sign(scan, p->last, ',') &&
         (scan->t[p->first - 2].flags & SM_TOKEN_CAPITAL || sm_is(scan, p->first - 2, SM_W_HE) ||
          sm_is(scan, p->first - 2, SM_W_SHE));
}

/// "Ali Hassan, father of four,": of whom none was there.
static bool are_children_of(const sm_scan *scan, const sm_people *p) {
  static const char *const parents[] = {"father", "mother", "parents", "grandfather", "grandmother", "parent", "breadwinner"};
  return !p->has_noun && p->first > 1 && sm_is(scan, p->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, p->first - 2, parents);
}

/// "the rest of the 170 held there", "most of the 30 men": not so many.
static bool is_share_of(const sm_scan *scan, const sm_people *p) {
  static const char *const shares[] = {"rest", "most", "many", "some", "half", "majority", "remainder", "Most", "Many", "Some", "Half", "few"};
  const uint32_t the = sm_is(scan, p->first, SM_W_THE) ? p->first : p->first > 0 ? p->first - 1 : 0;
  return the > 1 && p->low > 1 && sm_is(scan, the, SM_W_THE) && sm_is(scan, the - 1, SM_W_OF) && SM_IS_ONE_OF(scan, the - 2, shares);
}

/// "both the driver and his wife", but not "both the drivers": the two are counted one by one.
static bool opens_pair(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { REACH = 5 };
  if (i >= end || !(sm_is_article(scan, i) || sm_is_possessive(scan, i))) return false;
  for (uint32_t k = i + 1; k + 1 < end && k < i + REACH && !sm_is_punct(scan, k); k++) {
    uint32_t last;
    const sm_cue_row *noun = sm_cue_at(scan, k, SM_CUE_VICTIM, &last);
    if (noun) return !(noun->flags & SM_ROW_PLURAL) && sm_is(scan, last, SM_W_AND);
  }
  return false;
}

/// Numbers that count no people: ages, measures, clock times, days, money, weapons.
static bool counts_other(const sm_scan *scan, const sm_people *p, uint32_t end) {
  static const char *const both[] = {"both", "Both"};
  if (is_told_as_age(scan, p) || is_age_limit(scan, p) || is_share_of(scan, p) || are_children_of(scan, p)) return true;
  if (SM_IS_ONE_OF(scan, p->first, both) && p->last < end && (sm_is(scan, p->last, SM_W_AND) || opens_pair(scan, p->first + 1, end))) return true; // "both police and civilians were wounded"
  if (p->has_noun) return false;
  if (is_year(scan, p) || is_unit_number(scan, p)) return true;
  uint32_t k = p->last;
  if (k < end &&
      (sm_is_measure_of_time(scan, k) || sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_is_sign(scan, k, '%') ||
       (sm_is_sign(scan, k, ':') && k + 1 < end && scan->t[k + 1].flags & SM_TOKEN_NUMBER) || (sm_is_sign(scan, k, '/') && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE))))
    return true;
  if (k < end && is_thing(scan, k)) return true;
  if (p->first > 0 &&
      (sm_is_sign(scan, p->first - 1, '$') ||
       (sm_is_sign(scan, p->first - 1, '/') && !(scan->t[p->first].flags & SM_TOKEN_SPACE_BEFORE)) ||
       (sm_is_sign(scan, p->first - 1, ':') && p->first > 1 && !(scan->t[p->first].flags & SM_TOKEN_SPACE_BEFORE) &&
        scan->t[p->first - 2].flags & SM_TOKEN_NUMBER)))
    return true;
  const sm_cue_row *before = p->first > 0 ? sm_cue_at(scan, p->first - 1, SM_CUE_TIME, NULL) : NULL;
  const bool here = p->first > 0 && scan->t[p->first - 1].sentence == scan->t[p->first].sentence;
  static const char *const then[] = {"later", "afterwards", "subsequently", "earlier"};
  const bool order = p->first > 0 && SM_IS_ONE_OF(scan, p->first - 1, then); // "35 that day and later 87"
  enum { LAST_DAY = 31, YEAR = 1000 };
  const bool no_day = p->low > LAST_DAY && p->low < YEAR; // "in May 45 died"
  if (before && here && !order && !no_day && before->kind != SM_K_TIME_UNIT && before->kind != SM_K_AMPM) return true; // "May 12", but not "within an hour 12"
  return is_said_age(scan, p, end);
}

static bool is_part_word(const sm_scan *scan, uint32_t i) {
  static const char *const counting[] = {"counting", "incl.", "incl", "inc"};
  return SM_IS_ONE_OF(scan, i, counting) || sm_is(scan, i, SM_W_INCLUDING) || sm_is(scan, i, SM_W_AMONG);
}

/// "..., and 12 others were injured": a verb of its own.
static bool opens_clause(const sm_scan *scan, const sm_people *p) {
  if (p->first < 2 || !sm_is(scan, p->first - 1, SM_W_AND) || !(p->more || sm_is_sign(scan, p->first - 2, ','))) return false;
  return sm_is_be(scan, p->last) || sm_is_have(scan, p->last) || sm_has_cue(scan, p->last, SM_CUE_CASUALTY);
}

/// "including the commander X", "including soldiers, members of a militia and five children": the list that
/// such a word opens.
static bool in_opened_list(const sm_scan *scan, const sm_people *p, uint32_t first) {
  for (uint32_t k = p->first, steps = 0; k > first && steps < 12; k--, steps++) {
    static const char *const leaves[] = {"left", "leaving", "leaves"};
    if (sm_is(scan, k - 1, SM_W_INCLUDING)) return true;
    if (SM_IS_ONE_OF(scan, k - 1, leaves)) return false; // "and left 30 injured"
    if (sm_is_be(scan, k - 1) || sm_is_have(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) ||
        sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_is_sign(scan, k - 1, ';') ||
        sm_is_sign(scan, k - 1, ')'))
      return false;
  }
  return false;
}

/// "Of the wounded five were children": the whole is told before its part.
static bool is_of_whole(const sm_scan *scan, const sm_people *p, uint32_t first) {
  if (!sm_is(scan, first, SM_W_OF) || !sm_is(scan, first + 1, SM_W_THE) || p->first <= first + 2)
    return false;
  for (uint32_t k = first + 2; k < p->first && k < first + 6; k++)
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY)) return k + 1 == p->first || sm_is_sign(scan, k + 1, ',');
  return false;
}

/// Somebody told before who may be the whole of "20 of them": not one by name who speaks.
static bool has_whole(const sm_crowd *all, const sm_people *p) {
  for (int i = 0; i < all->n; i++)
    if (all->items[i].low < 0 || all->items[i].high >= p->low) return true;
  return false;
}

/// "a commander called Baluku among them": behind somebody, and who he is.
static bool is_among_them(const sm_scan *scan, const sm_people *p) {
  enum { REACH = 7 };
  for (uint32_t k = p->last; k + 1 < scan->n && k < p->last + REACH; k++) {
    if (sm_is(scan, k, SM_W_AMONG) && sm_is(scan, k + 1, SM_W_THEM)) return true;
    if (sm_is_punct(scan, k) || sm_is_be(scan, k) || sm_is_have(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY)) return false;
  }
  return false;
}

/// "including four children", "among them two soldiers", "of whom three", "nine of them soldiers".
static bool is_part(const sm_scan *scan, const sm_crowd *all, const sm_people *p, uint32_t first) {
  const bool any_before = all->n > 0;
  if (p->first > first && sm_has_cue(scan, p->first - 1, SM_CUE_CASUALTY))
    return false; // "killed 40 of them"
  if (p->of_toll) return true;
  if (p->part) {
    uint32_t toll = p->last;
    while (toll < p->last + 3 && (sm_is_be(scan, toll) || sm_is_have(scan, toll))) toll++;
    return any_before && (has_whole(all, p) || !sm_has_cue(scan, toll, SM_CUE_CASUALTY)); // "said a camp was hit and 20 of them were killed"
  }
  if (is_of_whole(scan, p, first)) return true;
  if (is_among_them(scan, p)) return any_before;
  if (any_before && p->first > first + 1 && sm_is_sign(scan, p->first - 1, '(') && sm_is_sign(scan, p->last, ')') && sm_has_cue(scan, p->first - 2, SM_CUE_CASUALTY))
    return true; // "7 killed (2 children)"
  for (uint32_t k = p->first, steps = 0; k > first && steps < 4; k--, steps++) {
    bool among = sm_is(scan, k - 1, SM_W_AMONG) && k == p->first; // "among 12 killed" tells all of them
    uint32_t verb = p->last; // "among six people who lost their lives"
    while (among && verb < p->last + 3 && (sm_is(scan, verb, SM_W_WHO) || sm_is_be(scan, verb) || sm_is_have(scan, verb))) verb++;
    if (among && verb < scan->n && sm_has_cue(scan, verb, SM_CUE_CASUALTY)) return false;
    if (is_part_word(scan, k - 1) || sm_is(scan, k - 1, SM_W_WHOM)) return true;
    if (any_before && k == p->first && sm_is(scan, k - 1, SM_W_THEM) && k > first + 1 &&
        sm_is(scan, k - 2, SM_W_OF))
      return true; // "most of them pilgrims"
    static const char *const ends[] = {"youngest", "eldest", "oldest"};
    if (any_before && k == p->first && SM_IS_ONE_OF(scan, k - 1, ends)) return true; // "the youngest a girl of three"
    if (!sm_is(scan, k - 1, SM_W_THEM) && !sm_is(scan, k - 1, SM_W_WHICH) && !sm_is_be(scan, k - 1) && !sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) break;
  }
  return any_before && p->has_noun && !opens_clause(scan, p) && in_opened_list(scan, p, first);
}

/// "five members of two families", "two members of Peace Committee", "a mother of three": whose they are counts nobody more.
static bool belongs_to_last(const sm_scan *scan, const sm_crowd *all, const sm_people *p) {
  if (all->n == 0) return false;
  const sm_people *before = &all->items[all->n - 1];
  return before->has_noun && !before->named && before->last + 1 == p->first &&
         sm_is(scan, before->last, SM_W_OF);
}

/// "under 16", "younger than twelve"
static bool is_under_age(const sm_scan *scan, uint32_t i) {
  static const char *const under[] = {"under", "below"}, *const younger[] = {"younger"}, *const than[] = {"than"}, *const aged[] = {"aged"};
  enum { OF_AGE = 18 };
  int value;
  uint32_t last, k = SM_IS_ONE_OF(scan, i, aged) ? i + 1 : i;
  if (SM_IS_ONE_OF(scan, k, younger) && SM_IS_ONE_OF(scan, k + 1, than)) k++;
  else if (!SM_IS_ONE_OF(scan, k, under)) return false;
  return sm_read_number(scan, k + 1, &value, &last) && value > 0 && value <= OF_AGE;
}

/// "three of whom were children", "two of the victims are minors", "four of them under 15".
static void read_predicate(const sm_scan *scan, sm_people *p, uint32_t end) {
  if (p->children || p->low <= 0 || p->last + 1 >= end) return;
  enum { REACH = 9 };
  uint32_t be = p->last; // "eight of those killed by the bomb in X were"
  while (p->of_toll && be < end && be < p->last + REACH && !sm_is_be(scan, be) && !sm_is_punct(scan, be)) be++;
  if (be >= end || !sm_is_be(scan, be)) be = p->last;
  const bool told = sm_is_be(scan, be);
  const sm_cue_row *noun = told ? sm_cue_at(scan, be + 1, SM_CUE_VICTIM, NULL) : NULL;
  if ((noun && noun->victims & SM_VICTIM_CHILDREN) || is_under_age(scan, told ? be + 1 : be))
    p->children = p->low, p->victims |= SM_VICTIM_CHILDREN, p->predicate = true;
}

/// Past the words that tell of which or where somebody was, up to the next "and", verb or sign.
static uint32_t skip_modifiers(const sm_scan *scan, uint32_t i, uint32_t end, bool places) {
  uint32_t k = i;
  if (!sm_is(scan, k, SM_W_OF) && !sm_is(scan, k, SM_W_FOR) && !sm_is(scan, k, SM_W_FROM) &&
      !sm_is(scan, k, SM_W_IN) && !sm_is(scan, k, SM_W_WITH))
    return i;
  for (; k < end && k < i + 10; k++) {
    const bool placed = sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_AT) || sm_is(scan, k, SM_W_NEAR);
    if (sm_is(scan, k, SM_W_AND) || sm_is_be(scan, k) || sm_is_have(scan, k)) return k;
    if (sm_is_punct(scan, k) || (placed && !places)) return i;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY)) return k;
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_has_cue(scan, k, SM_CUE_REPORTING) ||
        sm_is(scan, k, SM_W_WHO))
      return i;
  }
  return i;
}

/// "Ten men of the District Guard and the driver of their van were killed": told by one verb they are counted
/// together.
static void join_next(const sm_scan *scan, sm_people *p, uint32_t end) {
  sm_people next;
  if (!p->has_noun || p->low <= 0 || p->part || p->named) return;
  uint32_t and = skip_modifiers(scan, p->last, end, false);
  if (and == p->last || !sm_is(scan, and, SM_W_AND) || !sm_read_people(scan, and+1, end, &next)) return;
  if (!next.has_noun || next.low <= 0 || next.part || next.named || next.more) return;
  uint32_t verb = skip_modifiers(scan, next.last, end, true);
  if (!sm_is(scan, verb, SM_W_WERE) && !sm_is(scan, verb, SM_W_HAVE) && !sm_is(scan, verb, SM_W_ARE)) return;
  p->low += next.low, p->high += next.high;
  p->children += next.children, p->civilians += next.civilians;
  p->victims |= next.victims;
  p->last = next.last;
}

void sm_find_crowd(const sm_scan *scan, uint32_t sentence, sm_crowd *out) {
  out->n = 0;
  out->first = scan->s[sentence].first, out->last = scan->s[sentence].last;
  for (uint32_t i = out->first; i < out->last && out->n < SM_MAX_CROWD;) {
    sm_people p;
    bool the = sm_is(scan, i, SM_W_THE);
    bool may = (scan->t[i].flags & SM_TOKEN_NUMBER) || sm_has_cue(scan, i, SM_CUE_NUMBER) || the ||
               sm_is(scan, i, SM_W_BETWEEN) || sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_SHE) ||
               sm_is_possessive(scan, i) || ((scan->t[i].flags & SM_TOKEN_CAPITAL) && !scan->mention_at[i]) ||
               (i > out->first && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY)) || // "killed him"
               (i > out->first && sm_is_sign(scan, i - 1, ',') && sm_has_cue(scan, i, SM_CUE_VICTIM)); // "..., man killed"
    if (!may || !sm_read_people(scan, i, out->last, &p) || counts_other(scan, &p, out->last) ||
        (the && p.low < 0 && !(scan->t[i].flags & SM_TOKEN_CAPITAL))) {
      i++;
      continue;
    }
    const bool of_them = p.part;
    p.part = is_part(scan, out, &p, out->first);
    join_next(scan, &p, out->last);
    if (p.part || of_them || (!p.has_noun && (p.first == out->first || sm_is_sign(scan, p.first - 1, ';')))) read_predicate(scan, &p, out->last);
    if (belongs_to_last(scan, out, &p)) {
      out->items[out->n - 1].last = p.last;
      i = p.last > i ? p.last : i + 1;
      continue;
    }
    out->items[out->n++] = p;
    i = p.last > i ? p.last : i + 1;
    for (; out->n > 1 && p.part && sm_is(scan, i, SM_W_AND) && i + 1 < out->last;
         i = p.last) { // "including two women and three children"
      if (!sm_read_people(scan, i + 1, out->last, &p) || !p.has_noun || out->n >= SM_MAX_CROWD) break;
      if (p.last < out->last && sm_has_cue(scan, p.last, SM_CUE_CASUALTY)) break;
      p.part = true;
      out->items[out->n++] = p;
    }
  }
}

bool sm_is_clause_end(const sm_scan *scan, uint32_t i) {
  return sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_');
}

static bool is_heard(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"reported", "confirmed"};
  return SM_IS_ONE_OF(scan, i, words) && sm_has_cue(scan, i + 1, SM_CUE_CASUALTY);
}

/// Aux verbs and adverbs that may stand between people and what happened to them.
bool sm_is_light(const sm_scan *scan, uint32_t i) {
  if (sm_is_be(scan, i) || sm_is_have(scan, i) || sm_is_quote(scan, i) || sm_is_sign(scan, i, '\'')) return true;
  static const char *const presumed[] = {"feared", "presumed", "pronounced", "declared",
                                         "found",  "believed", "shot"};
  static const char *const brought[] = {"brought", "carried", "pulled", "taken"}, *const got[] = {"got",
                                                                                                  "get"};
  if (SM_IS_ONE_OF(scan, i, got)) return true; // "two got injured"
  static const char *const since[] = {"since"};
  if (SM_IS_ONE_OF(scan, i, since) && i > 0 && sm_is_have(scan, i - 1)) return true; // "has since died"
  const sm_lexicon_entry *e = scan->t[i].entry;
  if (SM_IS_ONE_OF(scan, i, brought) && i > 0 && (sm_is_be(scan, i - 1) || sm_is_have(scan, i - 1)))
    return true;
  if (sm_is(scan, i, SM_W_IN) && i > 0 && SM_IS_ONE_OF(scan, i - 1, brought))
    return true; // "were brought in dead"
  if (i > 0 && sm_is_be(scan, i - 1) &&
      (sm_has_cue(scan, i, SM_CUE_REPORTING) || SM_IS_ONE_OF(scan, i, presumed)))
    return true;                                                         // "were reported killed"
  if (SM_IS_ONE_OF(scan, i, presumed) || is_heard(scan, i)) return true; // "ten reported killed"
  return e && (e->word_bits & SM_WORD_ADVERB) && !(scan->t[i].flags & SM_TOKEN_NUMBER);
}

/// "sixteen members of the family of an imam were killed": one person after "of" is whose they are.
static bool is_whose(const sm_scan *scan, const sm_people *p) {
  if (p->first < 2) return false;
  static const char *const all[] = {"all"};
  if (p->victims & SM_VICTIM_GROUP && (sm_is(scan, p->first - 1, SM_W_FROM) || (sm_is(scan, p->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, p->first - 2, all)))) return true; // "five people, all of one family, were killed"
  return p->low == 1 && sm_is(scan, p->first - 1, SM_W_OF);
}

/// "Ali Khan, a villager, said nine people, ...": the comma before the verb closes what the speaker is.
static bool closes_apposition(const sm_scan *scan, uint32_t comma) {
  enum { LONGEST = 8 };
  static const char *const who[] = {"who", "whose"};
  for (uint32_t k = comma; k > scan->s[scan->t[comma].sentence].first + 1 && comma - k < LONGEST; k--)
    if (sm_is_sign(scan, k - 1, ',')) return sm_is_article(scan, k) || scan->t[k].flags & SM_TOKEN_CAPITAL || SM_IS_ONE_OF(scan, k, who) || sm_has_cue(scan, k, SM_CUE_CLAIMANT);
  return false;
}

/// "according to the ombudsman"
static bool is_cited(const sm_scan *scan, const sm_people *p) {
  for (uint32_t k = p->first; k > 0 && p->first - k < 3; k--) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, &last);
    if (row && row->form == SM_F_PREP && last == p->first) return true;
    if (row && row->form == SM_F_VERB && last == p->first && k > 1 && sm_is_sign(scan, k - 2, ',') && sm_is_sign(scan, p->last, ',') && !(p->low > 1 && closes_apposition(scan, k - 2))) return true; // ", explained the governor,"
  }
  return false;
}

/// "soldiers of the Frontier Corps were hurt": a name that tells only whose or where.
static bool is_attribute(const sm_scan *scan, const sm_people *p) {
  uint32_t first = p->first;
  while (first > 0 && scan->t[first - 1].flags & SM_TOKEN_CAPITAL &&
         !(scan->t[first - 1].flags & SM_TOKEN_SENTENCE_START))
    first--;
  const bool article = first > 1 && sm_is_indefinite(scan, first - 1); // "passengers of a Volkswagen Golf"
  if (p->named && article && sm_is_preposition(scan, first - 2)) return true;
  return p->named && first > 0 && (sm_is(scan, first - 1, SM_W_THE) || sm_is_preposition(scan, first - 1));
}

static bool any_counted(const sm_crowd *all, int k) {
  while (k-- > 0)
    if (all->items[k].has_noun && !all->items[k].named && !all->items[k].part) return true;
  return false;
}

/// "The governor of the province said civilians were hurt".
static bool says_between(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
    if (said && said->form != SM_F_FIGURE && !is_heard(scan, k)) return true;
  }
  return false;
}

/// "Another nine, according to the council, are in hospital": the end of words between commas that tell who
/// says it, or the token itself.
static uint32_t skip_said_by(const sm_scan *scan, uint32_t i, uint32_t end) {
  bool said = false;
  if (!sm_is_sign(scan, i, ',')) return i;
  for (uint32_t k = i + 1; k < end && k < i + 14; k++) {
    if (sm_is_sign(scan, k, ',')) return said ? k + 1 : i;
    said |= sm_has_cue(scan, k, SM_CUE_REPORTING);
  }
  return i;
}

static bool is_right_before(const sm_scan *scan, uint32_t i, uint32_t cue) {
  while (i < cue && sm_is_light(scan, i)) i++;
  return i == cue;
}

/// "six, including two children, were": past what tells who some of them are.
static uint32_t skip_parts(const sm_scan *scan, const sm_crowd *all, int k, uint32_t cue) {
  uint32_t i = all->items[k].last;
  enum { LONGEST = 10 };
  if (sm_is_sign(scan, i, ',') && sm_is(scan, i + 1, SM_W_INCLUDING)) // "18, including soldiers, were"
    for (uint32_t close = i + 2; close < cue && close < i + LONGEST; close++)
      if (sm_is_sign(scan, close, ',') && is_right_before(scan, close + 1, cue)) return close + 1;
  while (k + 1 < all->n && all->items[k + 1].part && all->items[k + 1].first <= i + 3 && all->items[k + 1].last <= cue)
    i = all->items[++k].last;
  return sm_is_sign(scan, i, ',') && i > all->items[k].first ? i + (k > 0 && all->items[k].part) : i;
}

/// "the families of those who died": no count.
static bool is_of_those_who(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const those[] = {"those"};
  uint32_t k = cue;
  while (k > floor && sm_is_light(scan, k - 1)) k--;
  return k > floor + 1 && sm_is(scan, k - 1, SM_W_WHO) && SM_IS_ONE_OF(scan, k - 2, those);
}

/// "Four people - a couple and two boys - died", "Four people (all of one family) died": where the words between begin, 0 none.
static uint32_t opens_aside(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { REACH = 24 };
  uint32_t k = cue;
  while (k > floor && sm_is_light(scan, k - 1)) k--;
  if (k <= floor + 1) return 0;
  const bool dash = sm_is_dash(scan, k - 1);
  if (!dash && !sm_is_sign(scan, k - 1, ')')) return 0;
  for (uint32_t i = k - 1; i > floor + 1 && k - i < REACH; i--)
    if (dash ? sm_is_dash(scan, i - 1) && scan->t[i - 1].flags & SM_TOKEN_SPACE_BEFORE : sm_is_sign(scan, i - 1, '(')) return i - 1;
  return 0;
}

/// "three members of the loyalist militias": whose the members before are.
static bool is_of_members(const sm_crowd *all, int k) {
  for (int j = k - 1; j >= 0; j--)
    if (all->items[j].last + 1 == all->items[k].first) return all->items[j].low > 0 && all->items[j].has_noun && !all->items[j].named;
  return false;
}

/// "A third victim, a boy named Sajid, died", "one of the wounded, a guard, died": who the one before the comma is.
static bool is_aside_of_one(const sm_scan *scan, const sm_crowd *all, int k, uint32_t cue) {
  const sm_people *p = &all->items[k], *one = k > 0 ? p - 1 : NULL;
  if (!one || p->low != 1 || one->low != 1 || one->high != 1 || !(one->rank || one->of_toll == SM_K_INJURED) || one->last + 1 != p->first || !sm_is_sign(scan, one->last, ',')) return false;
  for (uint32_t i = p->last; i < cue; i++)
    if (sm_is_sign(scan, i, ',')) return true;
  return false;
}

/// The phrase whose head is the subject of the toll word: nearest before it that is no part of another.
int sm_subject_before(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor, bool aux,
                      bool state) {
  if (is_of_those_who(scan, cue, floor)) return -1;
  const uint32_t aside = opens_aside(scan, cue, floor);
  for (int k = all->n - 1; k >= 0; k--) {
    const sm_people *p = &all->items[k];
    if (p->last > cue || p->first < floor || (aside && p->first > aside)) continue;
    if (is_aside_of_one(scan, all, k, cue)) continue;
    static const char *const negation[] = {"not"};
    if (p->first > floor + 1 && SM_IS_ONE_OF(scan, p->first - 1, negation) && sm_is_sign(scan, p->first - 2, ',') && sm_is_sign(scan, p->last, ',')) continue; // "17 people, not six, were killed"
    uint32_t gap = cue - p->last, heavy = 0;
    for (uint32_t i = skip_said_by(scan, skip_parts(scan, all, k, cue), cue); i < cue; i++) {
      if (sm_is_sign(scan, i, ';')) return -1;
      if (!sm_is_light(scan, i)) heavy++;
    }
    if (p->part && (sm_is(scan, p->last - 1, SM_W_WHOM) || (p->first > 0 && sm_is(scan, p->first - 1, SM_W_WHOM))) && is_right_before(scan, p->last, cue)) return k; // "took in 40, four of whom were dead"
    if (p->part && (aux || sm_is_sign(scan, cue - 1, ',')) && !p->of_toll)
      continue; // "seven rescuers, four of them civilians, killed"
    if ((aux && is_whose(scan, p)) || is_cited(scan, p)) continue;
    if (k > 0 && sm_is(scan, p->first - 1, SM_W_OF) && is_of_members(all, k)) continue;
    if (k > 0 && all->items[k - 1].strikers && all->items[k - 1].last + 1 == p->first && sm_is_sign(scan, p->first - 1, ',')) continue; // "The bombers, both girls, died"
    if (is_attribute(scan, p) && any_counted(all, k)) continue;
    if (p->definite && p->first > floor && sm_is_preposition(scan, p->first - 1) && any_counted(all, k)) continue; // "two women on the trailer died"
    if (aux && p->named && heavy > 0 && any_counted(all, k))
      continue; // "seven civilians in the Ramgrah sector were killed"
    uint32_t own = cue; // "told Reuters the civilians died": others, of no number
    while (own > p->last && (sm_is_be(scan, own - 1) || sm_is_have(scan, own - 1) || (own < cue && sm_has_cue(scan, own - 1, SM_CUE_CASUALTY)) || (sm_is(scan, own - 1, SM_W_AND) && own > 1 && sm_has_cue(scan, own - 2, SM_CUE_CASUALTY)))) own--;
    const bool teller = p->low == 1 && p->high == 1 && says_between(scan, p->last, own); // "a spokesman for the rebels said civilians had been killed"
    const sm_cue_row *others = (p->named || teller) && own > p->last ? sm_cue_at(scan, own - 1, SM_CUE_VICTIM, NULL) : NULL;
    if (others && others->flags & SM_ROW_PLURAL) return -1;
    if (p->part && state && k > 0 && p->last == cue && is_part_word(scan, p->first - 1))
      continue; // "six residents, including two children dead"
    bool speaks = says_between(scan, p->last, p->last + 1) &&
                  p->last + 1 < cue; // "a spokesman said ... the numbers killed"
    if (speaks || ((p->definite || p->named) && says_between(scan, p->last, cue))) return -1;
    if (!p->has_noun && heavy > 1) continue;
    if (!p->has_noun && p->first > 0 && heavy && !aux) continue;
    if (gap > 34 || (p->named && heavy > 0 && !aux)) return -1;
    return k;
  }
  return -1;
}

int sm_object_after(const sm_scan *scan, const sm_crowd *all, uint32_t cue_last) {
  cue_last = skip_said_by(scan, cue_last, all->last); // "killed, by the ministry's count, 14 people"
  for (int k = 0; k < all->n; k++) {
    uint32_t first = all->items[k].first;
    if (first < cue_last) continue;
    static const sm_word joins[] = {SM_W_AND, SM_W_WHEN, SM_W_AFTER, SM_W_WHILE};
    bool apart = first > cue_last && (sm_is_sign(scan, cue_last, ',') || sm_is_sign(scan, cue_last, ';') ||
                                      SM_IS_ANY(scan, cue_last, joins) || // "four killed and 36 wounded"
                                      (all->items[k].named && sm_is(scan, cue_last, SM_W_AS)));
    apart |= first == cue_last + 2 && sm_is_preposition(scan, cue_last + 1); // "burned houses in three villages"
    return first - cue_last <= 2 && !apart ? k : -1;
  }
  return -1;
}

/// "A bomber killed ten people": people right after the word that no other toll word claims for itself.
bool sm_takes_object(const sm_scan *scan, const sm_crowd *all, uint32_t cue_last) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (p->first == cue_last)
      return !(p->last < all->last && sm_has_cue(scan, p->last, SM_CUE_CASUALTY)) || p->last >= all->last;
  }
  return false;
}

bool sm_number_ends_at(const sm_crowd *all, uint32_t i) {
  for (int k = 0; k < all->n; k++)
    if (all->items[k].last == i) return true;
  return false;
}
