// Phrases that count or name people.
#include "people.h"
#include "tagger.h"

static uint32_t skip_age(const sm_scan *scan, uint32_t i) {
  bool child;
  return sm_skip_age(scan, i, &child);
}

bool sm_is_counting_number(const sm_scan *scan, uint32_t i) {
  int value;
  uint32_t last;
  return sm_read_number(scan, i, &value, &last) && value > 0;
}

static uint32_t skip_hedges(const sm_scan *scan, uint32_t i, uint32_t limit) {
  const sm_cue_row *row;
  uint32_t last;
  static const char *const some[] = {"some", "Some"}; // but "several dozen"
  while (i < limit && (row = sm_number_at(scan, i, &last)) &&
         (row->kind == SM_K_HEDGE || row->kind == SM_K_HEDGE_LOW || row->kind == SM_K_HEDGE_HIGH ||
          (row->kind == SM_K_VAGUE && SM_IS_ONE_OF(scan, i, some) && sm_is_counting_number(scan, last))))
    i = last;
  return i;
}

/// "An attendant was wounded": a noun that stands for persons among others, by the verb right behind it.
static bool is_person_by_verb(const sm_scan *scan, uint32_t i, uint32_t limit) {
  if (i + 2 >= limit || !sm_is_word_token(scan, i) || scan->t[i].flags & SM_TOKEN_CAPITAL) return false;
  const sm_lexicon_entry *e = scan->t[i].entry;
  if ((e && !(e->word_bits & SM_WORD_NOUN_PERSON)) || scan->mention_at[i] || scan->mask[i] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_NUMBER | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TARGET)) return false;
  return sm_has_cue(scan, i + 1, SM_CUE_CASUALTY) || (sm_is_be(scan, i + 1) && sm_has_cue(scan, i + 2, SM_CUE_CASUALTY));
}

static const sm_cue_row pair_of_people = {.victims = SM_VICTIM_PEOPLE, .flags = SM_ROW_PLURAL};

void sm_count_kinds(sm_people *p, const sm_cue_row *noun, int n) {
  p->has_noun = true;
  p->victims |= noun->victims;
  if (n <= 0) return;
  if (noun->victims & SM_VICTIM_CHILDREN) p->children += n;
  if (noun->flags & SM_ROW_CIVILIAN) p->civilians += n;
}

/// "as many as", "up to", "possibly" among the hedges from first to last.
static bool is_ceiling(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first, end; i < last; i = end) {
    const sm_cue_row *row = sm_number_at(scan, i, &end);
    if (!row) return false;
    if (row->kind == SM_K_HEDGE_HIGH) return true;
  }
  return false;
}

/// "May 2022", "on September 2, 2022, eight": a year after a month or a day.
static bool is_year_of_day(const sm_scan *scan, uint32_t i) {
  if (i == 0 || !sm_is_year(scan, i)) return false;
  if (sm_is(scan, i - 1, SM_W_IN) && sm_is_sign(scan, i + 1, ',')) return true; // "In 2022, four civilians were killed"
  const uint32_t day = sm_is_sign(scan, i - 1, ',') && i > 1 ? i - 2 : i - 1;
  const uint32_t month = scan->t[day].flags & SM_TOKEN_NUMBER && day > 0 ? day - 1 : day;
  const sm_cue_row *row = sm_cue_at(scan, month, SM_CUE_TIME, NULL);
  return row && row->kind == SM_K_MONTH;
}

/// "between 5 and 7", "5-7", "5 to 7", "four or five".
static bool read_range(const sm_scan *scan, uint32_t *i, int *low, int *high) {
  uint32_t k = *i, last;
  bool between = sm_is(scan, k, SM_W_BETWEEN) || sm_is(scan, k, SM_W_FROM);
  if (between) k++;
  if (is_year_of_day(scan, k) || !sm_read_number(scan, k, low, &last)) return false;
  *high = *low;
  uint32_t sign = last;
  int second;
  bool range = sm_is_sign(scan, sign, '-') || sm_is_sign(scan, sign, '_') || sm_is(scan, sign, SM_W_TO) ||
               sm_is(scan, sign, SM_W_OR) || (between && sm_is(scan, sign, SM_W_AND));
  uint32_t more = skip_hedges(scan, sign + 1, scan->n);       // "20 and possibly as many as 30"
  uint32_t to = sm_is(scan, sign, SM_W_TO) ? more : sign + 1; // "from 30 to more than 80"
  const sm_cue_row *before = *i > 0 ? sm_cue_at(scan, *i - 1, SM_CUE_TIME, NULL) : NULL;
  if (before && before->kind == SM_K_MONTH && sm_is_dash(scan, sign) && scan->t[sign].flags & SM_TOKEN_SPACE_BEFORE) range = false; // "February 8 - Ten killed in ..."
  if (range && sm_read_number(scan, to, &second, &k) && second > *low && *low >= 0)
    *high = second, last = k;
  else if ((sm_is(scan, sign, SM_W_AND) || sm_is(scan, sign, SM_W_OR)) && more > sign + 1 &&
           is_ceiling(scan, sign + 1, more) && sm_read_number(scan, more, &second, &k) && second > *low &&
           *low >= 0)
    *high = second, last = k;
  else if (between)
    return false;
  *i = last;
  return true;
}

bool sm_is_possessive(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_HIS) || sm_is(scan, i, SM_W_HER) || sm_is(scan, i, SM_W_THEIR) ||
         sm_is(scan, i, SM_W_ITS);
}

/// "al-" and the like within a person's name.
static bool is_particle(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"al", "el", "bin", "ibn", "ould", "de", "da", "van", "von", "ul"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// A word of a name that is no place; behind another, also one that no place of that name fits ("Anna Bi").
static bool is_of_name(const sm_scan *scan, uint32_t k, uint32_t first) {
  const uint32_t m = scan->mention_at[k];
  return !m || (k > first && !scan->mentions->items[m - 1].place && scan->mentions->items[m - 1].first > first);
}

/// A run of capitalised words that is no place: a person's name.
static bool read_name(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  uint32_t k = i;
  uint32_t party;
  if (i >= limit || i >= scan->n || !sm_is_word_token(scan, i) || !(scan->t[i].flags & SM_TOKEN_CAPITAL) || scan->mention_at[i]) return false;
  const sm_sentence *s = &scan->s[scan->t[i].sentence];
  const uint32_t told = 1u << SM_CUE_CASUALTY | 1u << SM_CUE_NUMBER, names = 1u << SM_CUE_TIME | 1u << SM_CUE_ACTOR;
  const uint32_t never = s->flags & SM_SENTENCE_TITLED ? names | told : names; // "Kills Seven People"
  static const char *const hedges[] = {"I", "LEAST", "At", "Least", "More", "Than", "Up", "Over", "As", "Many", "Some", "Nearly", "About"}; // "Kills At Least 53"
  if (SM_IS_ONE_OF(scan, i, hedges) || (i > 1 && sm_is_rank_ending(scan, i - 1) && scan->t[i - 2].flags & SM_TOKEN_NUMBER)) return false; // "of the 12th Brigade were killed"
  if (i > 0 && sm_cue_at(scan, i - 1, SM_CUE_ACTOR, &party) && party > i)
    return false; // the Haram of "Boko Haram"
  while (k < limit && sm_is_word_token(scan, k) && (scan->t[k].flags & SM_TOKEN_CAPITAL) && is_of_name(scan, k, i) &&
         !(scan->mask[k] & never) && k - i < 6) {
    k++;
    if (k + 1 < limit && sm_is_sign(scan, k, '-')) k += !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE) && !(scan->t[k + 1].flags & (SM_TOKEN_SPACE_BEFORE | SM_TOKEN_CAPITAL)) && sm_is_word_token(scan, k + 1) ? 2 : 1; // "Yod-iad"
    if (k + 2 < limit && is_particle(scan, k)) k += sm_is_sign(scan, k + 1, '-') ? 2 : 1;
  }
  const bool initial = k > i + 1 && scan->t[k - 1].end - scan->t[k - 1].begin == 1 && sm_is_sign(scan, k, '.') && sm_is_sign(scan, k + 1, ','); // "Samar H., 29,"
  if (initial) k++;
  *last = k;
  static const char *const units[] = {"Brigade", "Battalion", "Regiment", "Division", "Corps", "Company", "Squadron"}; // "of the 24th Mechanised Brigade died"
  if (k > i && SM_IS_ONE_OF(scan, k - 1, units)) return false;
  const sm_cue_row *members = k < limit && !(scan->t[k].flags & SM_TOKEN_CAPITAL) ? sm_cue_at(scan, k, SM_CUE_VICTIM, NULL) : NULL;
  if (members && members->flags & SM_ROW_PLURAL) return false; // "the deaths of Reserve Guard jawans"
  const sm_cue_row *noun = k == i + 1 ? sm_cue_at(scan, i, SM_CUE_VICTIM, NULL) : NULL; // "Air Strikes Kill Civilians in X"
  if (noun && noun->flags & SM_ROW_PLURAL) return false;
  return k >= i + 2 || (k == i + 1 && (!(scan->t[i].flags & SM_TOKEN_SENTENCE_START) || sm_is_aged(scan, k)));
}

/// "Constable X of 209 CoBRA was hurt": the number of the unit that somebody told before is of.
static bool is_of_unit(const sm_scan *scan, uint32_t number) {
  return number > 1 && scan->t[number].flags & SM_TOKEN_NUMBER && sm_is(scan, number - 1, SM_W_OF) && scan->t[number - 2].flags & SM_TOKEN_CAPITAL && !(scan->t[number - 2].flags & SM_TOKEN_SENTENCE_START);
}

/// "two YBS killed", "20 Christians had been": a name that counts its members.
static bool is_member_name(const sm_scan *scan, uint32_t i, uint32_t limit) {
  return i > 0 && i + 1 < limit && !is_of_unit(scan, i - 1) && scan->t[i].flags & (SM_TOKEN_UPPER | SM_TOKEN_CAPITAL) && sm_is_word_token(scan, i) &&
         !scan->mention_at[i] && !sm_has_cue(scan, i, SM_CUE_TIME) &&
         (sm_has_cue(scan, i + 1, SM_CUE_CASUALTY) || sm_is_be(scan, i + 1) || sm_is_have(scan, i + 1) || sm_is_quote(scan, i + 1));
}

/// "seven jawans killed": a plural that no lexicon has, right before what happened to them.
static bool is_strange_noun(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  for (uint32_t k = i; k + 1 < limit && k < i + 3; k++) {
    sm_str word = sm_span_text(scan, sm_tokens_span(scan, k, k + 1));
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!sm_is_word_token(scan, k) || scan->t[k].flags & SM_TOKEN_CAPITAL || scan->mention_at[k] || scan->mask[k])
      return false;
    if (e && !(e->word_bits & SM_WORD_ADJECTIVE)) return false;
    if (e || word.len < 4 || word.ptr[word.len - 1] != 's') continue;
    const sm_cue_row *toll = sm_cue_at(scan, k + 1, SM_CUE_CASUALTY, NULL);
    *last = k + 1;
    return (toll && !(toll->flags & SM_ROW_WEAK)) || sm_is(scan, k + 1, SM_W_WERE) ||
           sm_is(scan, k + 1, SM_W_HAVE);
  }
  return false;
}

/// "a couple", "the duo".
static bool is_pair(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *row = sm_number_at(scan, i, NULL);
  return row && row->kind == SM_K_PAIR;
}

/// Who struck, if he dies: nobody that the strike killed.
bool sm_is_striker(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"bomber",    "bombers",    "attacker",    "attackers",
                                      "assailant", "assailants", "perpetrator", "perpetrators"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "a third", "the fourth victim": one more than were told before; 0 when it is no such rank.
static int read_rank(const sm_scan *scan, uint32_t i, uint32_t limit, uint32_t *last) {
  if (!sm_is_article(scan, i)) return 0;
  const sm_cue_row *rank = i + 1 < limit ? sm_number_at(scan, i + 1, last) : NULL;
  if (!rank || rank->kind != SM_K_ORDINAL || rank->value < 2 || sm_is(scan, *last, SM_W_OF)) return 0;
  return rank->value;
}

/// "another", "a third" without a noun: somebody, where a toll word or a pause follows.
static bool stands_alone(const sm_scan *scan, uint32_t i, uint32_t limit) {
  const sm_cue_row *toll = i < limit ? sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL) : NULL;
  static const char *const suffered[] = {"suffered", "sustained", "received", "escaped", "survived"};
  return i < limit && ((toll && toll->form != SM_F_NOUN) || sm_is_be(scan, i) || sm_is_have(scan, i) ||
                       sm_is_sign(scan, i, ',') || SM_IS_ONE_OF(scan, i, suffered));
}

/// "(another) in al-Bab killed three": a bomb, which kills on.
static bool kills_on(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { REACH = 6 };
  for (uint32_t k = i; k + 1 < limit && k < i + REACH && !sm_is_sign(scan, k, ','); k++) {
    const sm_cue_row *toll = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    int value;
    uint32_t end;
    if (toll && toll->form != SM_F_NOUN) return !IS_WORD_TEXT(scan, k, "lost") && !sm_is_be(scan, k - 1) && !sm_is_have(scan, k - 1) && sm_read_number(scan, k + 1, &value, &end);
  }
  return false;
}

/// "of the eight people": past the number of the whole.
static uint32_t skip_whole(const sm_scan *scan, uint32_t i) {
  int value;
  uint32_t k = sm_is(scan, i, SM_W_THE) ? i + 1 : i, last;
  return sm_read_number(scan, k, &value, &last) ? last : k;
}

/// "of the dead", "of the injured personnel", "of the victims": what happened to the whole.
static uint8_t toll_of_whole(const sm_scan *scan, uint32_t i) {
  static const char *const dead[] = {"deceased", "victims", "fatalities"};
  static const char *const those[] = {"those"};
  const bool those_who = SM_IS_ONE_OF(scan, i, those); // "eight of those killed by the bomb"
  const bool counted = skip_whole(scan, i) > i && !sm_is(scan, i, SM_W_THE); // "three of nine wounded people"
  if (!sm_is(scan, i, SM_W_THE) && !sm_is(scan, i, SM_W_THEM) && !those_who && !counted) return 0;
  uint32_t k = those_who ? i + 1 : skip_whole(scan, i);
  const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
  if (counted && (!row || row->kind != SM_K_INJURED)) return 0; // "one of two fatalities"
  if (SM_IS_ONE_OF(scan, k, dead)) return SM_K_KILLED;
  return row && (row->kind == SM_K_KILLED || row->kind == SM_K_INJURED) ? row->kind : 0;
}

/// "a third (victim)", "another".
static bool read_one_more(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  uint32_t k = 0, last;
  if (sm_is(scan, i, SM_W_THE) && i + 1 < limit && IS_WORD_TEXT(scan, i + 1, "other")) { // "one was killed and the other wounded"
    const sm_cue_row *toll = i + 2 < limit ? sm_cue_at(scan, i + 2, SM_CUE_CASUALTY, NULL) : NULL;
    const bool hurt = i > 0 && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY) && (i + 2 >= limit || sm_is_punct(scan, i + 2)); // "wounding the other"
    *p = (sm_people){.first = i, .last = i + 2, .low = 1, .high = 1, .victims = SM_VICTIM_PEOPLE, .has_noun = true};
    return hurt || (toll && toll->form != SM_F_NOUN) || (i + 3 < limit && (sm_is_be(scan, i + 2) || sm_is_have(scan, i + 2)) && sm_has_cue(scan, i + 3, SM_CUE_CASUALTY));
  }
  int rank = read_rank(scan, i, limit, &k);
  if (!rank && !IS_WORD_TEXT(scan, i, "another") && !IS_WORD_TEXT(scan, i, "Another")) return false;
  if (!rank) k = i + 1;
  *p = (sm_people){.first = i,
                   .last = k,
                   .low = 1,
                   .high = 1,
                   .rank = rank,
                   .victims = SM_VICTIM_PEOPLE,
                   .has_noun = true};
  if (!rank && k + 2 < limit && sm_is(scan, k, SM_W_OF) && (p->of_toll = toll_of_whole(scan, k + 1)) == SM_K_INJURED) { // "another of the wounded"
    p->last = skip_whole(scan, k + 1) + 1;
    return true;
  }
  const sm_cue_row *noun = sm_people_noun(scan, k, limit, &last);
  if (noun && noun->flags & (SM_ROW_PLURAL)) return false;
  const sm_cue_row *death = k < limit ? sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL) : NULL;
  static const char *const dead[] = {"body", "corpse", "death", "fatality"};
  const bool counted = death && death->form == SM_F_NOUN && ((rank && sm_is(scan, i, SM_W_A)) || (!rank && SM_IS_ONE_OF(scan, k, dead))); // "a third death", "another body"
  const bool object = i > 0 && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY) && !IS_WORD_TEXT(scan, i - 1, "lost") && (k >= limit || sm_is_preposition(scan, k) || sm_is_sign(scan, k, '.')); // "wounded a third on a road", "wounded another."
  if (!noun) return ((stands_alone(scan, k, limit) || sm_is(scan, k, SM_W_IN) || object) && !kills_on(scan, k, limit)) || counted;
  p->last = last;
  p->victims = 0;
  sm_count_kinds(p, noun, 1);
  return true;
}

/// "the faithful", "its crew", "the worshipping crowd" before a verb of what happened to them: their end, or the token itself.
static uint32_t skip_collective(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { REACH = 4 };
  if (!sm_is(scan, i, SM_W_THE) && !sm_is_possessive(scan, i)) return i;
  for (uint32_t k = i + 1; k < limit && k < i + REACH && sm_is_word_token(scan, k); k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    const bool thing = e && e->word_bits & SM_WORD_NOUN && !(e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP | SM_WORD_ADJECTIVE)); // "two of his oxen"
    if (k > i + 1 && (sm_is(scan, k, SM_W_WERE) || sm_is_have(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY))) return k;
    if (thing) return i;
  }
  return i;
}

/// "she and her infant", "He and two of his guards": somebody told of before leads a list of those who died.
static bool leads_company(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { REACH = 9 };
  if (!sm_is(scan, i, SM_W_AND)) return false;
  bool own = false;
  for (uint32_t k = i + 1; k < limit && k < i + REACH && !sm_is_punct(scan, k); k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    own |= sm_is(scan, k, SM_W_HIS) || sm_is(scan, k, SM_W_HER);
    if (row) return own && row->kind == SM_K_KILLED;
  }
  return false;
}

/// "she died in the ambulance", "he did not survive"; "He was killed" at the head of a sentence.
static bool dies_next(const sm_scan *scan, uint32_t i, uint32_t limit) {
  for (uint32_t k = i; k < limit && k < i + 4; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row) return row->kind == SM_K_KILLED && (row->form == SM_F_INTR || (row->form == SM_F_PAST && sm_is_be(scan, k - 1) && i == scan->s[scan->t[i].sentence].first + 1)) && k < i + 3;
    if (!sm_is_be(scan, k) && !sm_is_have(scan, k) && !(scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADVERB))
      return false;
  }
  return false;
}

/// "struck five insurgents": the last people counted before a token, in its sentence or the one before; their number, 0 none.
static int counted_last(const sm_scan *scan, uint32_t i, const sm_cue_row **noun) {
  enum { REACH = 30 };
  const uint32_t here = scan->t[i].sentence, back = here > 0 && scan->s[here - 1].paragraph == scan->s[here].paragraph ? here - 1 : here, floor = scan->s[back].first;
  for (uint32_t k = i; k > floor && i - k < REACH; k--) {
    int value;
    uint32_t last;
    if (sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) && k < i) return 0; // "killed 12 and wounded nine": which, nobody knows
    if (!sm_read_number(scan, k - 1, &value, &last) || value < 2) continue;
    *noun = sm_people_noun(scan, last, i, &last);
    if (*noun && (*noun)->flags & SM_ROW_PLURAL) return value;
  }
  return 0;
}

/// "killing all of them", "killed them all", "All of them died": as many as were told of before.
static bool read_all_of_them(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  static const char *const all[] = {"all", "All"};
  const bool object = i > 0 && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY), first = SM_IS_ONE_OF(scan, i, all);
  uint32_t last = i;
  if (first && i + 3 <= limit && sm_is(scan, i + 1, SM_W_OF) && (sm_is(scan, i + 2, SM_W_THEM) || sm_is(scan, i + 2, SM_W_WHOM))) last = i + 3;
  else if (object && sm_is(scan, i, SM_W_THEM) && i + 1 < limit && SM_IS_ONE_OF(scan, i + 1, all)) last = i + 2;
  else if (first && scan->t[i].flags & SM_TOKEN_SENTENCE_START && sm_is_be(scan, i + 1)) last = i + 1; // "All were killed"
  if (last == i || !(object ? last >= limit || sm_is_punct(scan, last) || sm_is_preposition(scan, last) : dies_next(scan, last, limit) || (sm_is_be(scan, last) && sm_has_cue(scan, last + 1, SM_CUE_CASUALTY)))) return false;
  const sm_cue_row *noun = NULL;
  const int n = counted_last(scan, object ? i - 1 : i, &noun);
  if (n == 0) return false;
  *p = (sm_people){.first = i, .last = last, .low = n, .high = n};
  sm_count_kinds(p, noun, n);
  return true;
}

/// "killed him and his driver".
static bool read_pronoun(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  if ((sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_SHE)) && (dies_next(scan, i + 1, limit) || leads_company(scan, i + 1, limit))) {
    *p = (sm_people){.first = i, .last = i + 1, .low = 1, .high = 1, .has_noun = true, .definite = true};
    return true;
  }
  const bool her = IS_WORD_TEXT(scan, i, "her") && (i + 1 >= limit || sm_is_punct(scan, i + 1)); // "could not save her."
  if (i == 0 || !sm_has_cue(scan, i - 1, SM_CUE_CASUALTY) || !(her || (i + 1 < limit && IS_WORD_TEXT(scan, i, "him"))))
    return false;
  *p = (sm_people){.first = i, .last = i + 1, .low = 1, .high = 1, .has_noun = true, .definite = true};
  return true;
}

/// "Woman killed", "Woman and two children hurt", "Rocket hits factory, man in his twenties killed": a headline leaves the
/// article out.
/// So, too, "Strike kills Hamas commander", "Shelling wounds woman".
static bool read_headline(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  static const char *const kills[] = {"kills", "wounds", "injures", "Kills", "Wounds", "Injures"};
  uint32_t last;
  int children;
  const sm_cue_row *object = i > 0 && SM_IS_ONE_OF(scan, i - 1, kills) && sm_is_word_token(scan, i) && !sm_number_at(scan, i, NULL) && !sm_is(scan, i, SM_W_THE) && !sm_is_possessive(scan, i) ? sm_people_noun(scan, i, limit, &last) : NULL;
  if (object && !(object->flags & SM_ROW_PLURAL) && !(object->victims & SM_VICTIM_GROUP) && !(scan->t[last - 1].flags & SM_TOKEN_CAPITAL & ~scan->t[i - 1].flags)) {
    *p = (sm_people){.first = i, .last = last, .low = 1, .high = 1};
    sm_count_kinds(p, object, 1);
    return true;
  }
  const bool opens = scan->t[i].flags & SM_TOKEN_SENTENCE_START;
  const sm_cue_row *noun = opens || (i > 0 && sm_is_sign(scan, i - 1, ',')) ? sm_cue_at(scan, i, SM_CUE_VICTIM, &last) : NULL;
  if (!noun || noun->flags & SM_ROW_PLURAL || noun->victims & SM_VICTIM_GROUP || last >= limit) return false;
  const uint32_t next = sm_skip_said_ages(scan, last, limit, 1, &children);
  const sm_cue_row *toll = sm_cue_at(scan, next, SM_CUE_CASUALTY, NULL);
  if (!(opens && sm_is(scan, last, SM_W_AND)) && !(toll && (opens || toll->form == SM_F_PAST))) return false;
  *p = (sm_people){.first = i, .last = last, .low = 1, .high = 1};
  sm_count_kinds(p, noun, 1);
  return true;
}

/// "the director and a nurse", "the principal and two teachers", "the pilot and the mechanic were".
static bool leads_list(const sm_scan *scan, uint32_t i, uint32_t limit) {
  uint32_t last;
  if (!sm_is(scan, i, SM_W_AND)) return false;
  if (sm_number_at(scan, i + 1, NULL) || sm_is_possessive(scan, i + 1)) return true;
  return sm_is(scan, i + 1, SM_W_THE) && sm_people_noun(scan, i + 2, limit, &last) && stands_alone(scan, last, limit);
}

/// "leaving the driver with burns", "left the guard dead".
static bool is_left(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"leaving", "left"};
  return i > 0 && SM_IS_ONE_OF(scan, i - 1, words);
}

/// "a 16-year-old", "12-year-old Ali Hassan": an age stands for the noun.
static bool read_aged(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  uint32_t last = skip_age(scan, i), name;
  if (last == i) return false;
  bool named = read_name(scan, last, limit, &name);
  if (!named && !stands_alone(scan, last, limit) && !sm_is(scan, last, SM_W_AND) && !sm_is_sign(scan, last, '.') && !sm_is_preposition(scan, last) && !sm_is(scan, last, SM_W_WHEN) && !sm_is(scan, last, SM_W_WHO))
    return false;
  p->last = named ? name : last;
  p->named = named, p->has_noun = true;
  p->victims |= SM_VICTIM_PEOPLE;
  return true;
}

/// "Village volunteer Salam Jotin", "driver Ahmed Ali": what somebody is, without an article, and a name of two words at least.
static bool read_titled(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  uint32_t last, name;
  const bool opens = scan->t[i].flags & SM_TOKEN_SENTENCE_START;
  if (i + 2 >= limit || !sm_is_word_token(scan, i) || (!opens && scan->t[i].flags & SM_TOKEN_CAPITAL) || scan->mention_at[i]) return false;
  const sm_cue_row *noun = sm_people_noun(scan, i, limit, &last);
  if (!noun || last > i + 3 || last >= limit || noun->flags & SM_ROW_PLURAL || noun->victims & SM_VICTIM_GROUP || scan->t[last - 1].flags & SM_TOKEN_CAPITAL) return false;
  if (!read_name(scan, last, limit, &name) || name < last + 2) return false;
  *p = (sm_people){.first = i, .last = name, .low = 1, .high = 1, .named = true};
  sm_count_kinds(p, noun, 1);
  return true;
}

/// "killing a Peshmerga", "A Houthi was wounded": one fighter by the name of his group; its end, or the token itself.
static uint32_t skip_fighter(const sm_scan *scan, uint32_t i, uint32_t limit) {
  uint32_t last;
  const sm_cue_row *group = scan->t[i].flags & SM_TOKEN_CAPITAL ? sm_cue_at(scan, i, SM_CUE_ACTOR, &last) : NULL;
  if (!group || group->type < 2 || group->type > 3 || last != i + 1) return i;
  const bool listed = sm_is(scan, last, SM_W_AND);
  if (stands_alone(scan, last, limit) || (listed && sm_number_at(scan, last + 1, NULL))) return last;
  if (i < 2 || !sm_has_cue(scan, i - 2, SM_CUE_CASUALTY)) return i;
  return (listed && sm_has_cue(scan, last + 1, SM_CUE_CASUALTY)) || last >= limit || sm_is_punct(scan, last) || sm_is_preposition(scan, last) ? last : i;
}

/// "12 worshippers and the imam.": the last of a list.
static bool ends_list(const sm_scan *scan, uint32_t i, uint32_t last, uint32_t limit) {
  return i > 0 && sm_is(scan, i - 1, SM_W_AND) && (last >= limit || sm_is_punct(scan, last) || sm_is_preposition(scan, last));
}

static bool read_bare(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p);

/// One member of a list of people.
bool sm_read_item(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  if (!read_bare(scan, i, limit, p)) return false;
  sm_take_ages(scan, limit, p);
  return true;
}

/// "two members of the Kurdistan Workers' Party", "officers of Iraq's Federal Police": whose men they are, and nobody's name.
static bool is_whose_men(const sm_scan *scan, uint32_t i) {
  enum { REACH = 6 };
  const uint32_t floor = scan->s[scan->t[i].sentence].first;
  while (i > floor + 4 && scan->t[i - 1].flags & SM_TOKEN_CAPITAL && sm_is_word_token(scan, i - 1)) i--;
  if (i < floor + 4 || !(scan->t[i - 1].flags & SM_TOKEN_CLITIC)) return false;
  static const sm_word links[] = {SM_W_OF, SM_W_FROM, SM_W_IN, SM_W_AT, SM_W_WITH, SM_W_FOR};
  static const char *const busy[] = {"working", "fighting", "serving"};
  for (uint32_t k = i - 2; k > floor && i - k < REACH && !sm_is_punct(scan, k); k--)
    if (SM_IS_ANY(scan, k, links)) {
      const uint32_t noun = k - 1 - (k > floor + 1 && SM_IS_ONE_OF(scan, k - 1, busy));
      const sm_cue_row *men = sm_cue_at(scan, noun, SM_CUE_VICTIM, NULL);
      return men && men->flags & SM_ROW_PLURAL;
    }
  return false;
}

/// "She was one of seven people who died": the seven are counted, not the one.
static bool is_one_of_counted(const sm_scan *scan, uint32_t of, uint32_t limit) {
  if (of + 2 >= limit || !sm_is(scan, of, SM_W_OF)) return false;
  const uint32_t k = sm_is(scan, of + 1, SM_W_THE) ? of + 2 : of + 1;
  int value;
  uint32_t end;
  return sm_read_number(scan, k, &value, &end) && value > 1;
}

static bool read_bare(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  if (read_headline(scan, i, limit, p)) return true;
  if (read_one_more(scan, i, limit, p) || read_pronoun(scan, i, limit, p) || read_all_of_them(scan, i, limit, p)) return true;
  uint32_t k = skip_hedges(scan, i, limit), last;
  if (k >= limit) return false;
  int low = 1, high = 1;
  const sm_cue_row *noun;
  uint32_t age = skip_age(scan, k);
  const sm_cue_row *article = sm_number_at(scan, k, &last);
  bool possessive = sm_is_possessive(scan, k), the = sm_is(scan, k, SM_W_THE);
  if (age > k)
    k = age;
  else if (article && article->kind == SM_K_ARTICLE && !read_range(scan, &k, &low, &high))
    k = last;
  else if (article && article->kind == SM_K_ARTICLE) {
  } else if (possessive || the) {
    k++;
    if (skip_age(scan, k) > k || !read_range(scan, &k, &low, &high))
      low = high = 1;
    else
      possessive = true;
  } else if (!read_range(scan, &k, &low, &high)) {
    if (is_whose_men(scan, i)) return false;
    if (!read_name(scan, i, limit, &last)) return read_titled(scan, i, limit, p);
    *p = (sm_people){.first = i,
                     .last = last,
                     .low = 1,
                     .high = 1,
                     .named = true,
                     .has_noun = true,
                     .victims = SM_VICTIM_PEOPLE};
    return true;
  }
  if ((scan->t[k - 1].flags & SM_TOKEN_NUMBER) && k + 1 < limit && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE) && (sm_is_sign(scan, k, '+') || IS_WORD_TEXT(scan, k, "x"))) k++; // "300+ injured", "3x WIA"
  k = skip_hedges(scan, k, limit);
  int again;
  uint32_t shut;
  if (k + 2 < limit && sm_is_sign(scan, k, '(') && sm_read_number(scan, k + 1, &again, &shut) && again == low && sm_is_sign(scan, shut, ')')) k = shut + 1; // "one (1) terrorist"
  *p = (sm_people){.first = i, .last = k, .low = low, .high = high};
  bool counted = !(article && article->kind == SM_K_ARTICLE && low == 1) && !possessive && !the && age == i;
  if (sm_is_sign(scan, k, '-') && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE))
    return false; // "three-quarters", "two-storey"
  noun = sm_people_noun(scan, k, limit, &last);
  if (!noun) noun = sm_demonym_noun(scan, k, limit, &last);
  if (!noun && article && article->kind == SM_K_ARTICLE && low == 1 && (is_person_by_verb(scan, k, limit) || sm_is_aged_word(scan, k))) noun = &sm_one_person, last = k + 1;
  if (!noun && k == i + 1 && sm_is_indefinite(scan, i) && (last = skip_fighter(scan, k, limit)) > k) noun = &sm_one_person;
  if (!noun && counted && is_member_name(scan, k, limit)) noun = &sm_many_persons, last = k + 1;
  if (!noun && counted && is_strange_noun(scan, k, limit, &last)) noun = &sm_many_persons;
  if (!noun && is_pair(scan, k - 1) && !sm_is(scan, k, SM_W_OF)) noun = &pair_of_people, last = k;
  if (!noun && low == 1 && !the && !possessive && read_aged(scan, age > i ? i : k, limit, p)) return true;
  if (!noun && counted && i > 1 && sm_is_aged_word(scan, i - 2)) return false; // the 49 of "the stoker, 49, has"
  if (!noun) {
    if (low == 1 && i > 0 && sm_is_be(scan, i - 1) && is_one_of_counted(scan, k, limit)) return false;
    if (counted && k + 2 < limit && IS_WORD_TEXT(scan, k, "more") && sm_is(scan, k + 1, SM_W_OF)) k++; // "two more of the crew"
    if (counted && IS_WORD_TEXT(scan, k, "out") && is_one_of_counted(scan, k + 1, limit)) k++; // "three out of five crew members"
    if (k + 1 < limit && sm_is(scan, k, SM_W_OF) && counted) { // "two of its people", "one of them"
      bool them = sm_is(scan, k + 1, SM_W_THEM) || sm_is(scan, k + 1, SM_W_WHOM) ||
                  IS_WORD_TEXT(scan, k + 1, "those") || IS_WORD_TEXT(scan, k + 1, "these");
      p->part = them;
      p->of_toll = toll_of_whole(scan, k + 1);
      noun = sm_people_noun(scan, skip_whole(scan, k + 1), limit, &last);
      static const char *const ranks[] = {"number", "own", "ranks"};
      if (!noun && sm_is_possessive(scan, k + 1) && k + 2 < limit && SM_IS_ONE_OF(scan, k + 2, ranks)) noun = &sm_many_persons, last = k + 3; // "four of their number"
      const sm_cue_row *fate = noun && !p->of_toll && last + 1 < limit && sm_is(scan, k + 1, SM_W_THE) && sm_is_be(scan, last + 1) ? sm_cue_at(scan, last, SM_CUE_CASUALTY, NULL) : NULL;
      if (fate && (fate->form == SM_F_PP || fate->form == SM_F_PAST)) p->of_toll = fate->kind, last++; // "one of the fighters killed was a commander"
      if (noun)
        p->last = last, sm_count_kinds(p, noun, low), p->strikers = !them && sm_is_striker(scan, last - 1); // "two of the five attackers"
      else if (them) {
        p->last = k + 2;
        noun = sm_people_noun(scan, k + 2, limit, &last);
        if (noun) p->last = last, sm_count_kinds(p, noun, low);
        else if (p->of_toll == SM_K_INJURED && !sm_is(scan, k + 1, SM_W_THEM)) p->last = k + 3; // "two of those hurt have died"
      } else if (p->of_toll)
        p->last = skip_whole(scan, k + 1) + 1, p->has_noun = true;
      else if ((last = skip_collective(scan, k + 1, limit)) > k + 1 || (is_one_of_counted(scan, k, limit) && (last = sm_past_board(scan, skip_whole(scan, k + 1))))) // "five of the 13 aboard"
        p->last = last, p->has_noun = true, p->victims |= SM_VICTIM_PEOPLE; // "14 of the faithful were"
      return true;
    }
    static const sm_word them[] = {SM_W_THEM, SM_W_WHOM};
    const uint32_t comma = IS_WORD_TEXT(scan, k, "more") ? k + 1 : k;
    if (counted && comma + 3 < limit && sm_is_sign(scan, comma, ',') && sm_is(scan, comma + 2, SM_W_OF) && SM_IS_ANY(scan, comma + 3, them))
      p->last = comma, sm_count_kinds(p, &sm_many_persons, low); // "13, most of them fighters, were killed", "15 more, most of them women, were hurt"
    return counted;
  }
  bool plural = noun->flags & SM_ROW_PLURAL;
  static const char *const two[] = {"both", "Both"};
  if (plural && counted && !SM_IS_ONE_OF(scan, i, two)) last = sm_past_second_noun(scan, last, limit);
  p->definite = the && !plural;
  bool both = IS_WORD_TEXT(scan, last - 1, "parents") || IS_WORD_TEXT(scan, last - 1, "grandparents");
  if ((possessive || the) && plural && low == 1 && high == 1) p->low = p->high = both ? 2 : SM_UNKNOWN_NUMBER;
  if (the && !plural &&
      ((sm_is_striker(scan, last - 1) && !(i > 0 && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY))) ||
       !(stands_alone(scan, last, limit) || ends_list(scan, i, last, limit) || sm_is(scan, last, SM_W_OF) || leads_list(scan, last, limit) || is_left(scan, i) ||
         (i > 0 && sm_is(scan, i - 1, SM_W_AND) && sm_is(scan, last, SM_W_WHO)) || // "a novice and the woman who cooked died"
         (last + 2 < limit && sm_is(scan, last, SM_W_WHO) && sm_is_be(scan, last + 1) && sm_has_cue(scan, last + 2, SM_CUE_CASUALTY)) || // "the man who was hurt has died"
         (i > 0 && sm_has_cue(scan, i - 1, SM_CUE_CASUALTY)))))
    return false;
  if (article && article->kind == SM_K_ARTICLE && plural && low == 1) return false;
  p->last = last;
  if (noun->victims & SM_VICTIM_GROUP) { // "a family of five"
    int size;
    uint32_t end;
    if (sm_is(scan, last, SM_W_OF) && sm_read_number(scan, last + 1, &size, &end))
      p->low = p->high = size, p->last = end;
    else if (IS_WORD_TEXT(scan, last - 1, "couple"))
      p->low = p->high = 2; // "a married couple"
    else
      p->low = p->high = SM_UNKNOWN_NUMBER;
  }
  sm_count_kinds(p, noun, p->low);
  p->strikers = sm_is_striker(scan, p->last - 1);
  if (p->low == 1 && !plural && read_name(scan, p->last, limit, &last)) p->last = last; // "his wife Salma"
  return true;
}
