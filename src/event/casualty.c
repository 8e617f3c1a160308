// What happened to how many: toll words and the phrases of people beside them.
#include "casualty.h"

#include <stdlib.h>

enum { MAX_PEOPLE = 48 };

typedef struct sentence_people {
  sm_people items[MAX_PEOPLE];
  int n;
  uint32_t first, last; ///< tokens of the sentence
} sentence_people;

static bool is_age_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"aged", "age", "ages"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "aged 60 and 78", "between the ages of 6 and 12".
static bool is_told_as_age(const sm_scan *scan, const sm_people *p) {
  for (uint32_t k = p->first; k > 0 && p->first - k < 4; k--) {
    if (is_age_word(scan, k - 1)) return true;
    bool joins = sm_is(scan, k - 1, SM_W_AND) || sm_is(scan, k - 1, SM_W_OF) || sm_is(scan, k - 1, SM_W_TO) ||
                 scan->t[k - 1].flags & SM_TOKEN_NUMBER;
    if (!joins) return false;
  }
  return false;
}

/// "12 hours", "12 May", "12 pm", but not "12 by evening", "12 overnight".
static bool is_measure_of_time(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TIME, NULL);
  return row && (row->kind == SM_K_TIME_UNIT || row->kind == SM_K_MONTH || row->kind == SM_K_AMPM ||
                 row->kind == SM_K_ZONE);
}

/// "in 2011", "of March 2019": no count.
static bool is_year(const sm_scan *scan, const sm_people *p) {
  if (p->first == 0 || p->low < 1900 || p->low > 2100 || p->last != p->first + 1 ||
      !(scan->t[p->first].flags & SM_TOKEN_NUMBER))
    return false;
  sm_str digits = sm_span_text(scan, sm_tokens_span(scan, p->first, p->last));
  return digits.len == 4 && (sm_is(scan, p->first - 1, SM_W_IN) || sm_is(scan, p->first - 1, SM_W_OF));
}

/// "forty sheep": a noun for nobody.
static bool is_thing(const sm_scan *scan, uint32_t i) {
  enum {
    OTHER = SM_WORD_VERB | SM_WORD_ADJECTIVE | SM_WORD_ADVERB | SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP |
            SM_WORD_NOUN_TIME
  };
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

/// Numbers that count no people: ages, measures, clock times, days, money, weapons.
static bool counts_other(const sm_scan *scan, const sm_people *p, uint32_t end) {
  if (is_told_as_age(scan, p)) return true;
  if (p->has_noun) return false;
  if (is_year(scan, p)) return true;
  uint32_t k = p->last;
  if (k < end &&
      (is_measure_of_time(scan, k) || sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_is_sign(scan, k, '%') ||
       sm_is_sign(scan, k, ':') || (sm_is_sign(scan, k, '/') && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE))))
    return true;
  if (k < end && is_thing(scan, k)) return true;
  if (p->first > 0 &&
      (sm_is_sign(scan, p->first - 1, '$') ||
       (sm_is_sign(scan, p->first - 1, '/') && !(scan->t[p->first].flags & SM_TOKEN_SPACE_BEFORE)) ||
       (sm_is_sign(scan, p->first - 1, ':') && p->first > 1 &&
        scan->t[p->first - 2].flags & SM_TOKEN_NUMBER)))
    return true;
  const sm_cue_row *before = p->first > 0 ? sm_cue_at(scan, p->first - 1, SM_CUE_TIME, NULL) : NULL;
  if (before && before->kind != SM_K_TIME_UNIT) return true; // "May 12", but not "within an hour 12"
  return is_said_age(scan, p, end);
}

static bool is_part_word(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_INCLUDING) || sm_is(scan, i, SM_W_AMONG);
}

/// "including the commander X", "including soldiers, members of a militia and five children": the list that
/// such a word opens.
static bool in_opened_list(const sm_scan *scan, const sm_people *p, uint32_t first) {
  for (uint32_t k = p->first, steps = 0; k > first && steps < 12; k--, steps++) {
    if (sm_is(scan, k - 1, SM_W_INCLUDING)) return true;
    if (sm_is_be(scan, k - 1) || sm_is_have(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) ||
        sm_has_cue(scan, k - 1, SM_CUE_TRIGGER) || sm_is_sign(scan, k - 1, ';') ||
        sm_is_sign(scan, k - 1, ')'))
      return false;
  }
  return false;
}

/// "including four children", "among them two soldiers", "of whom three", "nine of them soldiers".
static bool is_part(const sm_scan *scan, const sm_people *p, uint32_t first, bool any_before) {
  if (p->first > first && sm_has_cue(scan, p->first - 1, SM_CUE_CASUALTY))
    return false; // "killed 40 of them"
  if (p->part || p->of_toll) return any_before || p->of_toll;
  if (p->last + 1 < scan->n && sm_is(scan, p->last, SM_W_AMONG) && sm_is(scan, p->last + 1, SM_W_THEM))
    return any_before;
  for (uint32_t k = p->first, steps = 0; k > first && steps < 4; k--, steps++) {
    bool among = sm_is(scan, k - 1, SM_W_AMONG) && k == p->first; // "among 12 killed" tells all of them
    if (among && p->last < scan->n && sm_has_cue(scan, p->last, SM_CUE_CASUALTY)) return false;
    if (is_part_word(scan, k - 1) || sm_is(scan, k - 1, SM_W_WHOM)) return true;
    if (any_before && k == p->first && sm_is(scan, k - 1, SM_W_THEM) && k > first + 1 &&
        sm_is(scan, k - 2, SM_W_OF))
      return true; // "most of them pilgrims"
    if (!sm_is(scan, k - 1, SM_W_THEM) && !sm_has_cue(scan, k - 1, SM_CUE_NUMBER)) break;
  }
  return any_before && p->has_noun && in_opened_list(scan, p, first);
}

/// "five members of one family", "two members of Peace Committee": whose they are counts nobody more.
static bool belongs_to_last(const sm_scan *scan, const sentence_people *all, const sm_people *p) {
  if (all->n == 0 || !(p->named || p->victims & SM_VICTIM_GROUP)) return false;
  const sm_people *before = &all->items[all->n - 1];
  return before->has_noun && !before->named && before->last + 1 == p->first &&
         sm_is(scan, before->last, SM_W_OF);
}

/// "three of whom were children", "two of the victims are minors".
static void read_predicate(const sm_scan *scan, sm_people *p, uint32_t end) {
  if (p->children || p->low <= 0 || p->last + 1 >= end || !sm_is_be(scan, p->last)) return;
  const sm_cue_row *noun = sm_cue_at(scan, p->last + 1, SM_CUE_VICTIM, NULL);
  if (noun && noun->victims & SM_VICTIM_CHILDREN)
    p->children = p->low, p->victims |= SM_VICTIM_CHILDREN, p->predicate = true;
}

static void find_people(const sm_scan *scan, uint32_t sentence, sentence_people *out) {
  *out = (sentence_people){.first = scan->s[sentence].first, .last = scan->s[sentence].last};
  for (uint32_t i = out->first; i < out->last && out->n < MAX_PEOPLE;) {
    sm_people p;
    bool the = sm_is(scan, i, SM_W_THE);
    bool may = (scan->t[i].flags & SM_TOKEN_NUMBER) || sm_has_cue(scan, i, SM_CUE_NUMBER) || the ||
               sm_is(scan, i, SM_W_BETWEEN) || sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_SHE) ||
               sm_is(scan, i, SM_W_HIS) || sm_is(scan, i, SM_W_HER) || sm_is(scan, i, SM_W_THEIR) ||
               ((scan->t[i].flags & SM_TOKEN_CAPITAL) && !scan->mention_at[i]) ||
               (i > out->first && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY)); // "killed him"
    if (!may || !sm_read_people(scan, i, out->last, &p) || counts_other(scan, &p, out->last) ||
        (the && p.low < 0 && !(scan->t[i].flags & SM_TOKEN_CAPITAL))) {
      i++;
      continue;
    }
    p.part = is_part(scan, &p, out->first, out->n > 0);
    if (p.part) read_predicate(scan, &p, out->last);
    if (belongs_to_last(scan, out, &p)) {
      out->items[out->n - 1].last = p.last;
      i = p.last > i ? p.last : i + 1;
      continue;
    }
    out->items[out->n++] = p;
    i = p.last > i ? p.last : i + 1;
    for (; out->n > 1 && p.part && sm_is(scan, i, SM_W_AND) && i + 1 < out->last;
         i = p.last) { // "including two women and three children"
      if (!sm_read_people(scan, i + 1, out->last, &p) || !p.has_noun || out->n >= MAX_PEOPLE) break;
      if (p.last < out->last && sm_has_cue(scan, p.last, SM_CUE_CASUALTY)) break;
      p.part = true;
      out->items[out->n++] = p;
    }
  }
}

static bool is_clause_end(const sm_scan *scan, uint32_t i) {
  return sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '_');
}

static bool is_heard(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"reported", "confirmed"};
  return SM_IS_ONE_OF(scan, i, words) && sm_has_cue(scan, i + 1, SM_CUE_CASUALTY);
}

/// Aux verbs and adverbs that may stand between people and what happened to them.
static bool is_light(const sm_scan *scan, uint32_t i) {
  if (sm_is_be(scan, i) || sm_is_have(scan, i)) return true;
  static const char *const presumed[] = {"feared", "presumed", "pronounced", "declared",
                                         "found",  "believed", "shot"};
  const sm_lexicon_entry *e = scan->t[i].entry;
  if (i > 0 && sm_is_be(scan, i - 1) &&
      (sm_has_cue(scan, i, SM_CUE_REPORTING) || SM_IS_ONE_OF(scan, i, presumed)))
    return true;                                                         // "were reported killed"
  if (SM_IS_ONE_OF(scan, i, presumed) || is_heard(scan, i)) return true; // "ten reported killed"
  return e && (e->word_bits & SM_WORD_ADVERB) && !(scan->t[i].flags & SM_TOKEN_NUMBER);
}

static bool passive_before(const sm_scan *scan, uint32_t cue, uint32_t first) {
  for (uint32_t k = cue, steps = 0; k > first && steps < 4; k--, steps++) {
    if (sm_is_be(scan, k - 1)) return true;
    if (!is_light(scan, k - 1)) return false;
  }
  return false;
}

/// "sixteen members of the family of an imam were killed": one person after "of" is whose they are.
static bool is_whose(const sm_scan *scan, const sm_people *p) {
  if (p->first < 2) return false;
  if (p->victims & SM_VICTIM_GROUP && sm_is(scan, p->first - 1, SM_W_FROM)) return true;
  return p->low == 1 && sm_is(scan, p->first - 1, SM_W_OF);
}

/// "soldiers of the Frontier Corps were hurt": a name that tells only whose or where.
static bool is_attribute(const sm_scan *scan, const sm_people *p) {
  uint32_t first = p->first;
  while (first > 0 && scan->t[first - 1].flags & SM_TOKEN_CAPITAL &&
         !(scan->t[first - 1].flags & SM_TOKEN_SENTENCE_START))
    first--;
  return p->named && first > 0 && (sm_is(scan, first - 1, SM_W_THE) || sm_is_preposition(scan, first - 1));
}

static bool any_counted(const sentence_people *all, int k) {
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

/// The phrase whose head is the subject of the toll word: nearest before it that is no part of another.
static int subject_before(const sm_scan *scan, const sentence_people *all, uint32_t cue, uint32_t floor,
                          bool aux, bool state) {
  for (int k = all->n - 1; k >= 0; k--) {
    const sm_people *p = &all->items[k];
    if (p->last > cue || p->first < floor) continue;
    uint32_t gap = cue - p->last, heavy = 0;
    for (uint32_t i = p->last; i < cue; i++) {
      if (sm_is_sign(scan, i, ';')) return -1;
      if (!is_light(scan, i)) heavy++;
    }
    if (p->part && aux && !p->of_toll) continue;
    if (aux && is_whose(scan, p)) continue;
    if (is_attribute(scan, p) && any_counted(all, k)) continue;
    if (aux && p->named && heavy > 0 && any_counted(all, k))
      continue; // "seven civilians in the Ramgrah sector were killed"
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

static int object_after(const sm_scan *scan, const sentence_people *all, uint32_t cue_last) {
  for (int k = 0; k < all->n; k++) {
    uint32_t first = all->items[k].first;
    if (first < cue_last) continue;
    bool apart = first > cue_last && (sm_is_sign(scan, cue_last, ',') ||
                                      sm_is(scan, cue_last, SM_W_AND)); // "four killed and 36 wounded"
    return first - cue_last <= 2 && !apart ? k : -1;
  }
  return -1;
}

/// "A bomber killed ten people": people right after the word that no other toll word claims for itself.
static bool takes_object(const sm_scan *scan, const sentence_people *all, uint32_t cue_last) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (p->first == cue_last)
      return !(p->last < all->last && sm_has_cue(scan, p->last, SM_CUE_CASUALTY)) || p->last >= all->last;
  }
  return false;
}

static sm_figure empty_figure(uint32_t sentence, uint32_t cue) {
  return (sm_figure){.sentence = sentence,
                     .cue = cue,
                     .killed_low = -1,
                     .killed_high = -1,
                     .injured_low = -1,
                     .injured_high = -1,
                     .children = -1,
                     .civilians = -1};
}

static void set_count(sm_figure *f, sm_kind kind, int low, int high) {
  if (kind == SM_K_KILLED) f->killed_low = low, f->killed_high = high;
  if (kind == SM_K_INJURED) f->injured_low = low, f->injured_high = high;
}

static void figure_of_people(const sm_people *p, sm_kind kind, sm_figure *f) {
  bool more =
      kind == SM_K_KILLED && p->of_toll == SM_K_INJURED; // "one of the wounded died": one more of the dead
  f->first = p->first;
  f->last = p->last;
  set_count(f, kind, p->low, p->high);
  f->victims = p->victims;
  if (kind == SM_K_KILLED && p->children > 0) f->children = p->children;
  if (kind == SM_K_KILLED && p->civilians > 0 && p->low == p->civilians) f->civilians = p->civilians;
  if (p->part && !more) f->flags |= SM_FIGURE_PART;
  if (p->named) f->flags |= SM_FIGURE_NAMED;
  if (p->more || more) f->flags |= SM_FIGURE_MORE;
  if (p->definite) f->flags |= SM_FIGURE_DEFINITE;
  f->rank = p->rank;
}

/// Words after "no" that leave the toll open: "no word of casualties", "no information".
static bool is_unknown_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"word",   "news",      "details", "detail",       "figures",
                                      "figure", "immediate", "idea",    "confirmation", "number",
                                      "report", "reports",   "such"};
  const sm_lexicon_entry *e = scan->t[i].entry;
  bool told = e && (e->word_bits & SM_WORD_NOUN_COMMUNICATION) && !(e->word_bits & SM_WORD_VERB);
  return (told && !sm_has_cue(scan, i, SM_CUE_TRIGGER)) || SM_IS_ONE_OF(scan, i, words);
}

/// "gave no losses", "has not disclosed its losses".
static bool leaves_open(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"gave",     "give",      "gives", "disclosed", "disclose",
                                      "released", "published", "known", "said",      "say",
                                      "confirm",  "verify",    "count"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "no one": the "one" of it.
static bool is_no_one(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"no", "No", "NO"}, *const one[] = {"one", "ONE"};
  return i > 0 && SM_IS_ONE_OF(scan, i, one) && SM_IS_ONE_OF(scan, i - 1, words);
}

/// "no bodies were shown", "not counted among the victims": tell nothing of how many died.
static bool cannot_be_denied(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row) {
  static const char *const bodies[] = {"bodies", "corpses"};
  if (row->form == SM_F_TOLL || SM_IS_ONE_OF(scan, cue, bodies)) return true;
  return row->form == SM_F_NOUN && cue > first && sm_is(scan, cue - 1, SM_W_THE);
}

/// "no casualties", "nobody was hurt", "did not cause any injuries", "without loss of life".
static bool is_denied(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row) {
  if (cannot_be_denied(scan, cue, first, row)) return false;
  for (uint32_t k = cue, steps = 0; k > first && steps < 8; k--, steps++) {
    uint32_t i = k - 1;
    if (is_clause_end(scan, i) || sm_is(scan, i, SM_W_BUT)) return false;
    if (sm_is_sign(scan, i, ',') && steps > 1) return false;
    if (scan->t[i].flags & SM_TOKEN_NUMBER) return false;
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (is_no_one(scan, i)) continue;
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    bool no = number && number->kind == SM_K_ZERO, not = mode && mode->kind == SM_K_NEGATION;
    if (not &&!no && row->kind == SM_K_KILLED && (steps > 2 || row->form == SM_F_STATE))
      return false; // "not clear who the dead were"
    bool zero = no || not ;
    if (zero) {
      if (i > first && leaves_open(scan, i - 1)) return false;
      for (uint32_t j = i + 1; j < cue; j++)
        if (is_unknown_word(scan, j) || leaves_open(scan, j)) return false;
      return true;
    }
    if (number && (number->kind == SM_K_UNIT || number->kind == SM_K_TEN || number->kind == SM_K_VAGUE))
      return false;
    if (steps > 0 && sm_has_cue(scan, i, SM_CUE_CASUALTY) && !(i > first && sm_is(scan, i + 1, SM_W_OR)))
      continue;
  }
  return false;
}

/// "put the number of bombardments at 64", "the number that had been shot down": of nobody.
static bool counts_things(const sm_scan *scan, uint32_t after, uint32_t end) {
  if (sm_is(scan, after, SM_W_THAT)) return true;
  if (!sm_is(scan, after, SM_W_OF)) return false;
  static const char *const strikers[] = {"attackers", "bombers", "assailants"};
  for (uint32_t k = after + 1; k < end && k < after + 5; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (SM_IS_ONE_OF(scan, k, strikers)) return true;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_VICTIM) ||
        (e && e->word_bits & SM_WORD_NOUN_PERSON))
      return false;
  }
  return true;
}

static bool read_toll(const sm_scan *scan, uint32_t after, uint32_t end, sm_figure *f, sm_kind kind) {
  int low, high;
  if (counts_things(scan, after, end)) return false;
  if (!sm_read_toll(scan, after, end, &low, &high, &f->first, &f->last)) return false;
  set_count(f, kind, low, high);
  f->flags |= SM_FIGURE_TOLL;
  return true;
}

/// "was killed with five other men", "killed a colonel along with two conscripts": those beside the one told
/// first; beside: "with" alone is not enough ("killed a man with a knife").
static void add_company(const sm_scan *scan, const sentence_people *all, uint32_t last, sm_figure *f,
                        sm_kind kind, bool beside) {
  uint32_t k = last;
  if (sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_AT)) // "killed in the city with his wife"
    while (k + 1 < all->last && k < last + 5 && !sm_is(scan, k, SM_W_WITH) && !sm_is_punct(scan, k)) k++;
  const sm_token *t = &scan->t[k < scan->n ? k : 0];
  sm_str word = sm_span_text(scan, (sm_span){t->begin, t->end});
  bool lead = sm_str_equal(word, SM_STR("along")) || sm_str_equal(word, SM_STR("together"));
  if (lead) k++;
  bool with = (sm_is(scan, k, SM_W_WITH) && (lead || !beside)) || sm_str_equal(word, SM_STR("alongside"));
  sm_people p;
  if (!with || !sm_read_people(scan, k + 1, all->last, &p) || !p.has_noun || p.low <= 0) return;
  if (kind == SM_K_KILLED && f->killed_low > 0) f->killed_low += p.low, f->killed_high += p.high;
  if (kind == SM_K_KILLED && p.children > 0) f->children = (f->children > 0 ? f->children : 0) + p.children;
}

/// "the dead are a man and his son", "the victims include two children", "among the dead were three nurses":
/// who they are.
static int named_after(const sm_scan *scan, const sentence_people *all, uint32_t cue, uint32_t last,
                       bool *part) {
  static const char *const include[] = {"include", "included", "includes"};
  if (cue < all->first + 1 || !sm_is(scan, cue - 1, SM_W_THE)) return -1;
  bool among = cue > all->first + 1 && sm_is(scan, cue - 2, SM_W_AMONG),
       includes = SM_IS_ONE_OF(scan, last, include);
  if (!includes && !sm_is_be(scan, last)) return -1;
  int k = object_after(scan, all, last + 1);
  if (k < 0 || !all->items[k].has_noun) return -1;
  *part = among || includes;
  return k;
}

/// "all the passengers escaped unhurt", "everyone got out unscathed", "nobody else": what holds of all that
/// were there.
static bool is_of_all(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const words[] = {"all", "everyone", "everybody", "both", "they",
                                      "All", "Everyone", "Everybody", "Both", "They"};
  for (uint32_t k = cue; k > floor && cue - k < 12; k--) {
    if (is_clause_end(scan, k - 1) || sm_is(scan, k - 1, SM_W_BUT)) return false;
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  }
  return false;
}

/// "sustained various degrees of injury", "were left nursing injuries": the verb of those who were hurt.
static uint32_t suffering_verb(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const verbs[] = {"suffered", "suffering", "suffer",    "sustained", "sustaining",
                                      "sustain",  "received",  "receiving", "nursing",   "nursed",
                                      "have",     "had",       "with"};
  for (uint32_t k = cue; k > floor && cue - k < 7; k--) {
    if (sm_is_punct(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY)) return 0;
    if (SM_IS_ONE_OF(scan, k - 1, verbs)) return k - 1;
  }
  return 0;
}

/// "thirty fighters were eliminated", not "the team lost three", "lost Karim".
static bool is_told_by_noun(const sm_people *p) {
  return p->has_noun && !p->named && (p->low > 0 || p->victims & SM_VICTIM_GROUP);
}

/// "denies having lost a man", "denied killing anyone": no count.
static bool is_disclaimed(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  for (uint32_t k = cue; k > floor && cue - k < 4; k--) {
    const sm_cue_row *said = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, NULL);
    if (said && said->stance == 'd') return true;
    if (sm_is_punct(scan, k - 1)) return false;
  }
  return false;
}

/// "a teacher who was cut by glass said": who somebody is, no count of the injured.
static bool identifies(const sm_scan *scan, const sm_people *p, uint32_t cue) {
  if (p->low != 1 || p->last >= cue) return false;
  for (uint32_t k = p->last; k < cue; k++)
    if (sm_is_sign(scan, k, ','))
      return false;
    else if (sm_is(scan, k, SM_W_WHO))
      return true;
  return false;
}

/// "which led to his death"
static bool is_his_death(const sm_scan *scan, uint32_t cue) {
  static const char *const death[] = {"death"}, *const caused[] = {"to", "in", "caused", "causing"};
  return cue > 1 && SM_IS_ONE_OF(scan, cue, death) &&
         (sm_is(scan, cue - 1, SM_W_HIS) || sm_is(scan, cue - 1, SM_W_HER)) &&
         SM_IS_ONE_OF(scan, cue - 2, caused);
}

/// "a guard wounded in Monday's blast has died"
static bool died_since(const sm_scan *scan, uint32_t after, uint32_t end) {
  for (uint32_t k = after; k < end && k < after + 14 && !sm_is_sign(scan, k, ',') &&
                           !sm_is(scan, k, SM_W_AND) && !is_clause_end(scan, k);
       k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row && row->kind == SM_K_KILLED && row->form == SM_F_INTR) return true;
  }
  return false;
}

/// "wounded four, one of whom later died": the phrase of those who did.
static int who_died_since(const sm_scan *scan, const sentence_people *all, uint32_t cue) {
  for (int k = all->n - 1; k >= 0; k--) {
    const sm_people *p = &all->items[k];
    if (p->last > cue || !p->part || p->low <= 0 || !sm_is(scan, p->last - 1, SM_W_WHOM)) continue;
    for (uint32_t i = p->last; i < cue; i++)
      if (!is_light(scan, i)) return -1;
    for (uint32_t i = p->first; i > all->first; i--) {
      const sm_cue_row *row = sm_cue_at(scan, i - 1, SM_CUE_CASUALTY, NULL);
      if (row) return row->kind == SM_K_INJURED ? k : -1;
    }
    return -1;
  }
  return -1;
}

/// "was among the dead": one of those whom another figure counts.
static bool is_among(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  return cue > floor + 2 && sm_is(scan, cue - 1, SM_W_THE) && sm_is(scan, cue - 2, SM_W_AMONG) &&
         sm_is_be(scan, cue - 3);
}

/// "the number of people confirmed dead rose to 9": a count in the words before a toll word.
static bool is_counted_by_number(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const counts[] = {"number", "numbers", "count", "tally"};
  for (uint32_t k = cue; k > floor + 1 && cue - k < 7; k--) {
    if (sm_is_punct(scan, k - 1)) return false;
    if (sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, counts))
      return k - 2 == floor || !sm_is(scan, k - 3, SM_W_A);
  }
  return false;
}

static bool number_ends_at(const sentence_people *all, uint32_t i) {
  for (int k = 0; k < all->n; k++)
    if (all->items[k].last == i) return true;
  return false;
}

/// "no officers were injured": the noun after "no" is of some who might have been.
static bool denies_some(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  for (uint32_t k = cue; k > floor && cue - k < 8; k--) {
    const sm_cue_row *number = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL),
                     *noun = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL);
    if (number && number->kind == SM_K_ZERO)
      return noun && !(noun->victims & (SM_VICTIM_PEOPLE | SM_VICTIM_CIVILIANS));
  }
  return false;
}

/// The figure of one toll word, or false.
static bool read_cue(const sm_scan *scan, const sentence_people *all, uint32_t i, uint32_t last,
                     const sm_cue_row *row, uint32_t floor, sm_figure *f) {
  sm_kind kind = (sm_kind)row->kind;
  int k;
  uint32_t verb = 0;
  int died;
  *f = empty_figure(scan->t[i].sentence, i);
  if (kind == SM_K_ZERO && !is_of_all(scan, i, floor)) return false;
  if (kind == SM_K_ZERO) {
    *f = (sm_figure){.sentence = f->sentence,
                     .cue = i,
                     .first = i,
                     .last = last,
                     .children = -1,
                     .civilians = -1,
                     .flags = SM_FIGURE_ZERO | SM_FIGURE_UNHURT};
    return true;
  }
  if (is_denied(scan, i, floor, row)) {
    if (row->flags & SM_ROW_WEAK) return false; // "no shell has fallen"
    f->flags = SM_FIGURE_ZERO | (denies_some(scan, i, floor) ? SM_FIGURE_SOME : 0);
    f->first = i, f->last = last;
    if (kind != SM_K_INJURED || row->form != SM_F_NOUN)
      f->killed_low = f->killed_high = 0; // "no injuries" tells of no deaths
    if (kind == SM_K_INJURED) f->flags |= SM_FIGURE_UNHURT;
    if (kind != SM_K_KILLED) f->injured_low = f->injured_high = 0;
    return true;
  }
  bool part = false;
  k = row->form == SM_F_STATE || row->form == SM_F_NOUN || row->form == SM_F_PAST
          ? named_after(scan, all, i, last, &part)
          : -1;
  if (k >= 0) {
    figure_of_people(&all->items[k], kind == SM_K_BOTH ? SM_K_KILLED : kind, f);
    if (part) f->flags |= SM_FIGURE_PART;
    return true;
  }
  if (kind == SM_K_BOTH || is_disclaimed(scan, i, floor)) return false;
  if (is_among(scan, i, floor)) {
    k = subject_before(scan, all, i - 2, floor, true, false);
    if (k < 0 || all->items[k].low < 0) return false;
    figure_of_people(&all->items[k], kind, f);
    f->flags |= SM_FIGURE_PART;
    return true;
  }
  bool counted =
      i > floor && sm_is(scan, i - 1, SM_W_THE) && sm_is(scan, last, SM_W_AT); // "put the dead at twenty"
  if (counted && (row->form == SM_F_STATE || row->form == SM_F_PAST))
    return read_toll(scan, last, all->last, f, kind);
  if ((row->form == SM_F_STATE || row->form == SM_F_PAST || row->form == SM_F_INTR) &&
      is_counted_by_number(scan, i, floor))
    return read_toll(scan, last, all->last, f, kind);
  switch (row->form) {
  case SM_F_TOLL:
    return read_toll(scan, last, all->last, f, kind);
  case SM_F_ING:
  case SM_F_BASE:
    k = object_after(scan, all, last);
    break;
  case SM_F_PAST: {
    bool passive = passive_before(scan, i, floor);
    if (kind == SM_K_INJURED && !passive && died_since(scan, last, all->last)) return false;
    int before = subject_before(scan, all, i, floor, passive, false);
    bool close = before >= 0 && all->items[before].last == i && !all->items[before].named;
    if (close && !passive && takes_object(scan, all, last)) close = false;
    k = passive || close ? before : object_after(scan, all, last);
    if (k < 0 && !passive)
      k = before >= 0 &&
                  (sm_is_sign(scan, last, ',') || sm_is_sign(scan, last, '.') || last >= all->last ||
                   sm_is(scan, last, SM_W_IN) || sm_is(scan, last, SM_W_BY) || sm_is(scan, last, SM_W_AND) ||
                   sm_is(scan, last, SM_W_WHEN) || sm_is(scan, last, SM_W_AFTER) ||
                   sm_is(scan, last, SM_W_AS) || sm_is(scan, last, SM_W_AT) || sm_is(scan, last, SM_W_ON) ||
                   sm_is(scan, last, SM_W_NEAR))
              ? before
              : -1;
    break;
  }
  case SM_F_INTR:
    k = subject_before(scan, all, i, floor, true, false);
    if (kind == SM_K_KILLED && (died = who_died_since(scan, all, i)) >= 0) {
      figure_of_people(&all->items[died], kind, f);
      f->flags = (uint16_t)((f->flags & ~SM_FIGURE_PART) | SM_FIGURE_MORE);
      return true;
    }
    break;
  case SM_F_NOUN:
    if (kind == SM_K_KILLED && is_his_death(scan, i)) {
      f->first = i - 1, f->last = last;
      f->flags |= SM_FIGURE_DEFINITE;
      set_count(f, kind, 1, 1);
      return true;
    }
    if (sm_is(scan, last, SM_W_OF) || (kind == SM_K_INJURED && sm_is(scan, last, SM_W_TO))) {
      k = object_after(scan, all, last + 1);
      if (k >= 0) break;
    }
    if (sm_is_sign(scan, last, ':') && !number_ends_at(all, i)) {
      k = object_after(scan, all, last + 1);
      if (k >= 0 && !all->items[k].named) break;
    }
    if (kind == SM_K_INJURED && (verb = suffering_verb(scan, i, floor))) {
      k = subject_before(scan, all, verb, floor, true, false);
      break;
    }
    k = subject_before(scan, all, i, floor, false, false);
    if (k >= 0 && all->items[k].last + 2 < i) k = -1;
    if (k >= 0 && all->items[k].named) k = -1;
    break;
  case SM_F_LIVES:
    if (i > floor && sm_is_possessive(scan, i - 1)) { // "cost two people their lives"
      k = subject_before(scan, all, i - 1, floor, false, false);
      if (k >= 0 && all->items[k].last != i - 1) k = -1;
      break;
    }
    k = subject_before(scan, all, i, floor, false, false);
    if (k >= 0 && (all->items[k].last != i || all->items[k].named)) k = -1;
    break;
  default:
    if (sm_is_sign(scan, last, ':') && !number_ends_at(all, i)) {
      k = object_after(scan, all, last + 1);
      if (k >= 0 && !all->items[k].named) break;
    }
    k = subject_before(scan, all, i, floor, passive_before(scan, i, floor), true);
    if (k >= 0 && all->items[k].last != i && !passive_before(scan, i, floor) &&
        !all->items[k + 1 < all->n ? k + 1 : k].part)
      k = -1;
  }
  if (k < 0) return false;
  if (row->flags & SM_ROW_WEAK && !is_told_by_noun(&all->items[k]) && !verb) return false;
  if (row->flags & SM_ROW_WEAK && row->form == SM_F_NOUN && !verb) return false; // "burns"
  if (kind == SM_K_INJURED && identifies(scan, &all->items[k], i)) return false;
  figure_of_people(&all->items[k], kind, f);
  if (f->last <= i)
    add_company(scan, all, last, f, kind, false);
  else if (f->first >= last)
    add_company(scan, all, f->last, f, kind, true);
  return f->killed_low >= 0 || f->injured_low >= 0 || all->items[k].low < 0;
}

/// "killed six and wounded several others, including a child": the part is of the wounded.
static bool hurt_between(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row && row->kind == SM_K_INJURED) return true;
  }
  return false;
}

/// "nine people, including four children": parts tell children and civilians of the figure before.
static void read_parts(const sm_scan *scan, const sentence_people *all, sm_figure *f) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (!p->part || p->low < 0 || f->killed_high < 0 || p->first < f->first || p->low > f->killed_high ||
        hurt_between(scan, f->cue, p->first))
      continue;
    if (p->victims & SM_VICTIM_CHILDREN && f->children < 0) f->children = p->children ? p->children : p->low;
    if (p->civilians && f->civilians < 0 && !(f->victims & SM_VICTIM_CIVILIANS)) f->civilians = p->civilians;
  }
}

static bool is_joined(const sm_scan *scan, uint32_t last) {
  return (sm_is(scan, last, SM_W_OR) || sm_is(scan, last, SM_W_AND)) &&
         sm_has_cue(scan, last + 1, SM_CUE_CASUALTY);
}

/// "killed or wounded 5", "5 dead and wounded": told as one they are neither's toll. The second word is
/// passed over, too.
static bool is_double(const sm_scan *scan, const sentence_people *all, uint32_t i, uint32_t *last) {
  if (!is_joined(scan, *last)) return false;
  bool or = sm_is(scan, *last, SM_W_OR);
  uint32_t end;
  const sm_cue_row *first = sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL),
                   *second = sm_cue_at(scan, *last + 1, SM_CUE_CASUALTY, &end);
  if (second->kind == SM_K_BOTH || first->kind == second->kind) return false;
  if (or &&(number_ends_at(all, i) != (object_after(scan, all, end) >= 0))) { // "killed or wounded 5"
    *last = end;
    return true;
  }
  if (or || (number_ends_at(all, i) && object_after(scan, all, end) < 0) || !number_ends_at(all, i)) {
    *last = end;
    return object_after(scan, all, end) >= 0 || number_ends_at(all, i);
  }
  return false;
}

static sm_status add_figure(const sm_scan *scan, sm_figures *out, size_t *cap, sm_figure f) {
  if (out->n && !(f.flags & SM_FIGURE_ZERO)) { // one phrase tells one toll
    const sm_figure *old = &out->items[out->n - 1];
    bool same_kind = (old->killed_low >= 0) == (f.killed_low >= 0);
    if (old->first == f.first && old->sentence == f.sentence && same_kind) return SM_OK;
  }
  sm_figure *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
  if (!items) return SM_ERROR_MEMORY;
  out->items = items;
  items[out->n++] = f;
  return SM_OK;
}

static const char *const houses[] = {"hospital", "hospitals", "clinic", "infirmary", "care", "theatre"},
                         *const treated[] = {"treated", "treating", "treatment", "operated"};

/// "in hospital", "were taken to the district hospital", "in intensive care", "are being treated": from the
/// first to the last word; false when no such words start at a token.
static bool reads_care(const sm_scan *scan, uint32_t i, uint32_t end, uint32_t *last) {
  static const char *const moved[] = {
      "taken",   "rushed",      "evacuated",   "ferried",  "airlifted", "flown", "admitted", "conveyed",
      "carried", "transferred", "transported", "referred", "brought",   "moved", "driven",   "sent",
      "remain",  "remained",    "lie",         "are",      "is",        "were",  "was"};
  bool verb = SM_IS_ONE_OF(scan, i, moved);
  if (SM_IS_ONE_OF(scan, i, treated) && i > 0 && !sm_is_punct(scan, i - 1)) {
    *last = i + 1;
    return true;
  }
  if (!verb && !sm_is(scan, i, SM_W_IN)) return false;
  if (i > 0 && sm_is(scan, i - 1, SM_W_THERE)) return false; // "there were 105 patients in the hospital"
  uint32_t most = verb ? 9 : 4;
  for (uint32_t k = i + 1; k < end && k < i + most; k++) {
    if (sm_is_punct(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is(scan, k, SM_W_FROM))
      return false;
    if (!SM_IS_ONE_OF(scan, k, houses)) continue;
    *last = k + 1;
    return true;
  }
  return false;
}

/// Whether a word of care stands among the tokens: most sentences have none.
static bool names_care(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (SM_IS_ONE_OF(scan, i, houses) || SM_IS_ONE_OF(scan, i, treated)) return true;
  return false;
}

static bool tells_of_care(const sm_scan *scan, uint32_t sentence) {
  const sm_sentence *s = &scan->s[sentence];
  if (!names_care(scan, s->first, s->last)) return false;
  for (uint32_t i = s->first + 1; i < s->last; i++) {
    uint32_t last;
    if (reads_care(scan, i, s->last, &last)) return true;
  }
  return false;
}

/// "Two of the victims were children.": a part of a toll told before.
static sm_status add_predicates(const sm_scan *scan, const sentence_people *all, uint32_t from,
                                sm_figures *out, size_t *cap) {
  if (out->n > from) return SM_OK;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (!p->predicate || p->of_toll != SM_K_KILLED) continue;
    sm_figure f = empty_figure(scan->t[p->first].sentence, p->first);
    figure_of_people(p, SM_K_KILLED, &f);
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
  }
  return SM_OK;
}

/// The people of a sentence who are in hospital, where no toll word tells of them.
static sm_status add_care(const sm_scan *scan, const sentence_people *all, uint32_t from, sm_figures *out,
                          size_t *cap) {
  if (!all->n || !names_care(scan, all->first, all->last)) return SM_OK;
  for (uint32_t i = all->first; i < all->last; i++) {
    uint32_t last;
    if (!reads_care(scan, i, all->last, &last)) continue;
    int k = subject_before(scan, all, i, all->first, true, false);
    if (k < 0 || all->items[k].low <= 0 || all->items[k].part ||
        !(all->items[k].has_noun || all->items[k].more || all->items[k].last + 3 > i))
      continue;
    bool told = false;
    for (uint32_t f = from; f < out->n; f++)
      told |= out->items[f].first < all->items[k].last && all->items[k].first < out->items[f].last;
    if (told) continue;
    sm_figure f = empty_figure(scan->t[i].sentence, i);
    figure_of_people(&all->items[k], SM_K_INJURED, &f);
    f.flags |= SM_FIGURE_CARE;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    i = last - 1;
  }
  return SM_OK;
}

static int by_cue(const void *a, const void *b) {
  const sm_figure *x = a, *y = b;
  return x->cue < y->cue ? -1 : x->cue > y->cue;
}

static bool overlaps(const sm_figures *out, uint32_t from, const sm_people *p) {
  for (uint32_t i = from; i < out->n; i++)
    if (p->first < out->items[i].last && out->items[i].first < p->last) return true;
  return false;
}

/// The figure told last before a token, in its sentence or the one before in the paragraph.
static const sm_figure *figure_before(const sm_scan *scan, const sm_figures *out, uint32_t token) {
  uint32_t here = scan->t[token].sentence;
  const sm_figure *best = NULL;
  for (uint32_t i = out->n; i > 0 && !best; i--)
    if (out->items[i - 1].cue < token) best = &out->items[i - 1];
  if (!best || best->sentence + 1 < here || scan->s[best->sentence].paragraph != scan->s[here].paragraph)
    return NULL;
  if (best->sentence != here && best->killed_high < 0 && best > out->items &&
      best[-1].sentence == best->sentence && best[-1].killed_high > 0)
    best--; // "43 killed, 239 wounded. Earlier counts 37": of the dead
  return best;
}

static sm_status add_counts(const sm_scan *scan, const sentence_people *all, uint32_t from, sm_figures *out,
                            size_t *cap) {
  bool added = false;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    const sm_figure *before = overlaps(out, from, p) ? NULL : figure_before(scan, out, p->first);
    sm_figure f;
    if (!before || !sm_read_count(scan, p, all->first, before, &f)) continue;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    added = true;
  }
  if (added) qsort(out->items + from, out->n - from, sizeof *out->items, by_cue);
  return SM_OK;
}

static sm_status add_rest(const sm_scan *scan, const sentence_people *all, uint32_t from, sm_figures *out,
                          size_t *cap) {
  sm_figure more[MAX_PEOPLE];
  uint32_t n;
  if (add_counts(scan, all, from, out, cap)) return SM_ERROR_MEMORY;
  if (out->n == from) return SM_OK;
  if (sm_read_rest(scan, all->items, all->n, all->first, all->last, from, out, more, &n)) {
    for (uint32_t i = 0; i < n; i++)
      if (add_figure(scan, out, cap, more[i])) return SM_ERROR_MEMORY;
    qsort(out->items + from, out->n - from, sizeof *out->items, by_cue);
  }
  sm_mark_superseded(scan, all->first, from, out);
  sm_mark_sums(scan, all->first, all->last, from, out);
  return SM_OK;
}

static sm_status read_sentence(const sm_scan *scan, uint32_t sentence, sm_figures *out, size_t *cap) {
  sentence_people all;
  find_people(scan, sentence, &all);
  uint32_t floor = all.first, from = out->n;
  for (uint32_t i = all.first; i < all.last; i++) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CASUALTY, &last);
    if (!row) continue;
    if (!is_denied(scan, i, floor, row) && is_double(scan, &all, i, &last)) {
      i = last - 1;
      continue;
    }
    sm_figure f;
    bool found = read_cue(scan, &all, i, last, row, floor, &f);
    if (found) {
      read_parts(scan, &all, &f);
      if (f.killed_high > 0 && sm_is_late_death(scan, i, last)) f.flags |= SM_FIGURE_LATE;
      if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    }
    if (found && f.flags & SM_FIGURE_ZERO) continue; // "no injuries or fatalities"
    if (found) floor = last > f.last ? last : f.last;
    if (floor > i + 1 && f.first > i && found) floor = f.last;
  }
  if (add_care(scan, &all, from, out, cap) || add_predicates(scan, &all, from, out, cap))
    return SM_ERROR_MEMORY;
  return add_rest(scan, &all, from, out, cap);
}

sm_status sm_find_figures(const sm_scan *scan, sm_figures *out, sm_error *err) {
  size_t cap = 0;
  *out = (sm_figures){0};
  for (uint32_t s = 0; s < scan->ns; s++) {
    bool goes_on = scan->sentence_mask[s] & (1u << SM_CUE_REPORTING) && out->n &&
                   out->items[out->n - 1].sentence + 1 == s;
    if ((goes_on || scan->sentence_mask[s] & (1u << SM_CUE_CASUALTY) || tells_of_care(scan, s)) &&
        read_sentence(scan, s, out, &cap))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return SM_OK;
}
