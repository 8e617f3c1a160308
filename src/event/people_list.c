// Lists of people: "A, B and C", who some of them are, how many they come to.
#include "people.h"

uint32_t sm_past_board(const sm_scan *scan, uint32_t i) {
  static const char *const on[] = {"on"}, *const board[] = {"board"}, *const there[] = {"aboard", "inside", "present", "there"};
  if (SM_IS_ONE_OF(scan, i, on) && SM_IS_ONE_OF(scan, i + 1, board)) return i + 2;
  return SM_IS_ONE_OF(scan, i, there) ? i + 1 : 0;
}

static void join(sm_people *sum, const sm_people *item) {
  if (sum->low < 0 || item->low < 0)
    sum->low = sum->high = SM_UNKNOWN_NUMBER;
  else
    sum->low += item->low, sum->high += item->high;
  sum->children += item->children;
  sum->civilians += item->civilians;
  sum->victims |= item->victims;
  sum->named |= item->named;
  sum->strikers &= item->strikers;
  sum->definite &= item->definite || item->low == 1;
  sum->last = item->last;
  sum->aged = item->aged;
}

/// "The driver, a Somali, and his guard", "the cook, a Kenyan national, and": of what people the one told before is.
static bool is_origin(const sm_scan *scan, const sm_people *one, const sm_people *item) {
  static const char *const members[] = {"national", "citizen", "native", "resident"};
  if (!one->definite || one->named || item->named || item->low != 1 || !sm_is_sign(scan, item->last, ',')) return false;
  return scan->t[item->last - 1].flags & SM_TOKEN_CAPITAL || SM_IS_ONE_OF(scan, item->last - 1, members);
}

/// "Abu Salim, a senior commander,": who the one named is.
static bool is_apposition(const sm_scan *scan, const sm_people *one, uint32_t i, const sm_people *item) {
  const sm_cue_row *article = sm_number_at(scan, i, NULL);
  if (is_origin(scan, one, item)) return article && article->kind == SM_K_ARTICLE;
  if (item->named)
    return !one->named && one->low == 1 && sm_is_sign(scan, item->last, ','); // "a guard, X, and ..."
  return one->named && item->low == 1 &&
         ((article && article->kind == SM_K_ARTICLE) || sm_is(scan, i, SM_W_THE));
}

/// "his wife, son and neighbour": one more of the list without an article.
static bool read_bare_item(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *p) {
  uint32_t last;
  const sm_cue_row *noun =
      (scan->t[i].flags & SM_TOKEN_WORD) && !(scan->t[i].flags & SM_TOKEN_CAPITAL) ? sm_people_noun(scan, i, limit, &last) : NULL;
  if (!noun || last != i + 1 || noun->flags & SM_ROW_PLURAL || noun->victims & SM_VICTIM_GROUP) return false;
  *p = (sm_people){.first = i, .last = last, .low = 1, .high = 1};
  sm_count_kinds(p, noun, 1);
  sm_people name;
  if (last < limit && sm_read_item(scan, last, limit, &name) && name.named && name.low == 1) p->last = name.last, p->aged = name.aged; // "his son Hamza, 14, and daughter Iqra, 22"
  return true;
}

/// "four tourists and the bomber": counted where the report counts him in.
static bool read_striker(const sm_scan *scan, uint32_t i, sm_people *p) {
  if (!sm_is(scan, i, SM_W_THE) || !sm_is_striker(scan, i + 1) || !sm_has_cue(scan, sm_is_be(scan, i + 2) ? i + 3 : i + 2, SM_CUE_CASUALTY))
    return false;
  *p = (sm_people){.first = i, .last = i + 2, .low = 1, .high = 1, .has_noun = true};
  return true;
}

/// "six soldiers and as many civilians", "five women and an equal number of children": as many as those before.
static bool read_as_many(const sm_scan *scan, uint32_t i, uint32_t limit, const sm_people *before, sm_people *p) {
  static const char *const as[] = {"as"}, *const many[] = {"many"}, *const like[] = {"equal", "same", "similar", "like"}, *const number[] = {"number"};
  if (sm_is_article(scan, i)) i++;
  uint32_t k = i + 1, last;
  if (before->low < 1 || before->low != before->high || k + 3 >= limit) return false;
  if (SM_IS_ONE_OF(scan, i, as) && SM_IS_ONE_OF(scan, k, many))
    k++;
  else if (SM_IS_ONE_OF(scan, i, like) && SM_IS_ONE_OF(scan, k, number) && sm_is(scan, k + 1, SM_W_OF))
    k += 2;
  else
    return false;
  const sm_cue_row *noun = sm_people_noun(scan, k, limit, &last);
  if (!noun || !(noun->flags & SM_ROW_PLURAL)) return false; // "and as many as 40 others"
  *p = (sm_people){.first = i, .last = last, .low = before->low, .high = before->low, .has_noun = true};
  sm_count_kinds(p, noun, p->low);
  return true;
}

static bool read_member(const sm_scan *scan, uint32_t i, uint32_t limit, const sm_people *before,
                        sm_people *p) {
  if (read_as_many(scan, i, limit, before, p)) return true;
  if (sm_read_item(scan, i, limit, p) || (i + 1 < limit && read_striker(scan, i, p))) return true;
  bool single = before->has_noun && !before->named && before->low >= 1;
  return single && read_bare_item(scan, i, limit, p);
}

/// "the mayor of Adado and", "a nurse at the clinic and": what tells who somebody is, up to the word that
/// goes on with the list. A place told with "in" or "at" has a toll of its own, one with "from" tells who they are.
static uint32_t skip_complement(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { LONGEST = 8 };
  bool of = sm_is(scan, i, SM_W_OF);
  if (!of && !sm_is(scan, i, SM_W_AT) && !sm_is(scan, i, SM_W_FROM)) return i;
  for (uint32_t k = i + 1; k < limit && k < i + LONGEST; k++) {
    if (sm_is(scan, k, SM_W_AND)) return k;
    if (of && sm_is_sign(scan, k, ',') && k + 1 < limit && (sm_is_possessive(scan, k + 1) || sm_is(scan, k + 1, SM_W_AND))) return k; // "the governor of X, his two guards and"
    sm_people name; // "the deputy governor of X, Mahbub Mohebi, his secretary and"
    if (of && sm_is_sign(scan, k, ',') && k + 1 < limit && sm_read_item(scan, k + 1, limit, &name) && name.named && sm_is_sign(scan, name.last, ',') && (sm_is_possessive(scan, name.last + 1) || sm_is(scan, name.last + 1, SM_W_AND))) return name.last;
    bool ends =
        !(scan->t[k].flags & SM_TOKEN_WORD) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_REPORTING);
    const bool there = scan->mention_at[k] && sm_is(scan, i, SM_W_AT);
    if (ends || sm_is_be(scan, k) || sm_is_have(scan, k) || there) return i;
  }
  return i;
}

/// "The bodies of seven soldiers and two others injured": the last of the list is not among the dead.
static bool is_hurt_beside_dead(const sm_scan *scan, const sm_people *list, const sm_people *item) {
  const sm_cue_row *dead = list->first > 1 && sm_is(scan, list->first - 1, SM_W_OF)
                               ? sm_cue_at(scan, list->first - 2, SM_CUE_CASUALTY, NULL)
                               : NULL;
  if (!dead || dead->kind != SM_K_KILLED) return false;
  uint32_t k = item->last;
  while (k < item->last + 3 && (sm_is(scan, k, SM_W_WHO) || sm_is_be(scan, k))) k++;
  const sm_cue_row *hurt = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
  return hurt && hurt->kind == SM_K_INJURED;
}

/// "his two sons, Islam, 25, and Ameer, 9": the names of as many, past them.
static void skip_names(const sm_scan *scan, uint32_t limit, sm_people *item) {
  int n = 0;
  uint32_t k = item->last;
  if (item->low < 2 || item->named) return;
  for (sm_people name; n < item->low && sm_is_sign(scan, k, ','); n++) {
    k++;
    if (sm_is(scan, k, SM_W_AND)) k++;
    if (k >= limit || !sm_read_item(scan, k, limit, &name) || !name.named || name.low != 1) return;
    k = name.last;
    if (sm_is(scan, k, SM_W_AND) && n + 2 == item->low && k + 1 < limit && sm_read_item(scan, k + 1, limit, &name) && name.named) n++, k = name.last;
  }
  if (n == item->low) item->last = k;
}

/// "their sons, 14 and 6,", "her daughters, aged 3, 5 and 8": as many as the ages told.
static bool count_ages(const sm_scan *scan, uint32_t limit, sm_people *item) {
  enum { OLDEST = 110, OF_AGE = 18 };
  const bool comma = sm_is_sign(scan, item->last, ',');
  uint32_t k = item->last + comma, last;
  const bool aged = k < limit && IS_WORD_TEXT(scan, k, "aged");
  int n = 0, young = 0, value;
  bool and = false;
  if (item->low > 0 || !item->has_noun || item->named || !sm_is_possessive(scan, item->first) || !(comma || aged)) return false;
  for (k += aged; k < limit && sm_read_number(scan, k, &value, &last) && value > 0 && value < OLDEST; k = last + 1) {
    if (!aged && !(scan->t[k].flags & SM_TOKEN_NUMBER)) return false;
    n++, young += value < OF_AGE;
    if (and || !(sm_is_sign(scan, last, ',') || sm_is(scan, last, SM_W_AND))) break;
    and = sm_is(scan, last, SM_W_AND);
  }
  if (n < 2 || !and || k >= limit) return false;
  item->low = item->high = n, item->last = last;
  item->aged = sm_is_sign(scan, last, ',');
  if (item->victims & SM_VICTIM_CHILDREN || young) item->children = young;
  return true;
}

/// "her grandchildren Nada, 4, and Omar, 2": as many as are named.
static void count_names(const sm_scan *scan, uint32_t limit, sm_people *item) {
  int n = 0;
  uint32_t k = item->last;
  sm_people name;
  if (item->low > 0 || !item->has_noun || item->named || !sm_is_possessive(scan, item->first) || count_ages(scan, limit, item)) return;
  for (uint32_t next = k; next < limit && sm_read_item(scan, next, limit, &name) && name.named && name.low == 1; n++) {
    int age;
    uint32_t shut;
    k = next = name.last;
    if (sm_is_sign(scan, next, '(') && sm_read_number(scan, next + 1, &age, &shut) && sm_is_sign(scan, shut, ')')) k = next = shut + 1; // "Yousif (9) and Kuku (4)"
    const bool comma = sm_is_sign(scan, next, ','), and = sm_is(scan, comma ? next + 1 : next, SM_W_AND);
    if (!comma && !and) {
      n++;
      break;
    }
    next += (comma ? 1u : 0u) + (and ? 1u : 0u);
  }
  if (n < 2) return;
  item->low = item->high = n;
  item->last = k;
  if (item->victims & SM_VICTIM_CHILDREN) item->children = n;
}

/// "two of them children", "all of them women"
static bool is_of_them(const sm_scan *scan, const sm_people *part) {
  for (uint32_t k = part->first ? part->first - 1 : 0; k + 1 < part->last; k++)
    if (sm_is(scan, k + 1, SM_W_THEM) && sm_is(scan, k, SM_W_OF)) return true;
  return part->first > 1 && sm_is(scan, part->first - 1, SM_W_THEM) && sm_is(scan, part->first - 2, SM_W_OF);
}

/// "Five died, including three children, and 12 others were injured": what follows the part has a verb of its own.
static bool opens_clause(const sm_scan *scan, const sm_people *part, const sm_people *item) {
  const uint32_t lead = part->first;
  if (lead == 0 || !(sm_is(scan, lead - 1, SM_W_INCLUDING) || sm_is(scan, lead - 1, SM_W_AMONG) || is_of_them(scan, part))) return false;
  if (!sm_is_sign(scan, item->first - 2, ',')) return false; // "including two women and three children were killed"
  return sm_is_be(scan, item->last) || sm_is_have(scan, item->last) || sm_has_cue(scan, item->last, SM_CUE_CASUALTY);
}

/// "Yusra Darwish, co-chair of the canton, her deputy": past what one named is, up to its second comma, or the token itself.
static uint32_t skip_role(const sm_scan *scan, const sm_people *one, uint32_t limit) {
  enum { LONGEST = 8 };
  const uint32_t i = one->last;
  if (!one->named || one->low != 1 || !sm_is_sign(scan, i, ',') || i + 2 >= limit || scan->t[i + 1].flags & SM_TOKEN_CAPITAL || sm_number_at(scan, i + 1, NULL) || sm_is_possessive(scan, i + 1) || sm_is(scan, i + 1, SM_W_AND)) return i;
  for (uint32_t k = i + 1; k < limit && k < i + LONGEST; k++) {
    if (sm_is_sign(scan, k, ',')) return k > i + 1 && (sm_is_possessive(scan, k + 1) || sm_number_at(scan, k + 1, NULL) || scan->t[k + 1].flags & SM_TOKEN_CAPITAL) ? k : i;
    if ((sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-')) || sm_is_be(scan, k) || sm_is_have(scan, k) || sm_is(scan, k, SM_W_WHO) || sm_is(scan, k, SM_W_WHEN) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_REPORTING)) return i;
  }
  return i;
}

/// Of other people than the first, who are of one kind: "three soldiers", "a driver".
static bool is_other_kind(const sm_people *first, const sm_people *item) {
  return first->victims && !(first->victims & (SM_VICTIM_PEOPLE | SM_VICTIM_CIVILIANS | SM_VICTIM_CHILDREN)) && first->victims != item->victims;
}

/// "2 soldiers, 1 guard were hurt", "killed 3 policemen, 2 civilians and injured": two counts of other people with no "and" between them.
static bool is_joined_barely(const sm_scan *scan, const sm_people *first, const sm_people *item) {
  const uint32_t end = sm_is(scan, item->last, SM_W_AND) ? item->last + 1 : item->last;
  const bool ends = sm_has_cue(scan, end, SM_CUE_CASUALTY) || (end == item->last && (sm_is_be(scan, end) || sm_is_have(scan, end)));
  const bool counted = sm_number_at(scan, item->first, NULL) || scan->t[item->first].flags & SM_TOKEN_NUMBER;
  return ends && counted && item->low > 0 && !item->named && !first->named && is_other_kind(first, item);
}

/// "A, B and C": what is joined counts only when the list comes to its "and", or ends in two bare counts.
static void read_list(const sm_scan *scan, uint32_t limit, sm_people *out) {
  sm_people sum = *out, before = *out;
  const bool comma_led = sm_is_sign(scan, out->last, ',');
  while (sum.has_noun && sum.low >= 0) {
    uint32_t k = sum.last = skip_role(scan, &sum, limit);
    uint32_t complement = skip_complement(scan, k, limit);
    bool told = complement > k; // who they are: more than a bare noun has to follow
    k = complement;
    sm_people item;
    const bool well = IS_WORD_TEXT(scan, k, "as") && IS_WORD_TEXT(scan, k + 1, "well") && IS_WORD_TEXT(scan, k + 2, "as"); // "two guards as well as a driver"
    bool comma = sm_is_sign(scan, k, ','), and = sm_is(scan, k, SM_W_AND) || well;
    if (!comma && !and) return;
    k += well ? 3 : 1;
    if (comma && sm_is(scan, k, SM_W_AND)) k++, and = true;
    if (sm_is_quote(scan, k)) k++; // 'a leader and "as many as 40 others"'
    if (k >= limit || !read_member(scan, k, limit, &sum, &item) || !item.has_noun || item.part) return;
    skip_names(scan, limit, &item);
    count_names(scan, limit, &item);
    if (item.named != sum.named && item.named && !and&&!is_apposition(scan, &sum, k, &item)) return;
    if (item.low < 0 && (told || sum.low > 1)) return;
    if (told && (item.named || item.first + 1 >= item.last)) return;
    if (is_hurt_beside_dead(scan, out, &item)) return;
    if (and&&item.low == 1 && (sm_is(scan, item.last, SM_W_WAS) || sm_is(scan, item.last, SM_W_IS) ||
                               sm_is(scan, item.last, SM_W_HAS)))
      return; // "and her husband was wounded"
    if (and && item.strikers && !sum.strikers && sm_is_preposition(scan, item.last)) return; // "killed six people, and a bomber in X killed one"
    const bool object = out->first > 0 && sm_has_cue(scan, out->first - 1, SM_CUE_CASUALTY);
    if (and && object && sm_is_possessive(scan, item.first) && (sm_is_be(scan, item.last) || sm_is_have(scan, item.last)))
      return; // "killed a fighter, and its soldiers were unhurt"
    if (and && opens_clause(scan, out, &item)) return;
    const bool by_name = item.named && before.low == 1 && !before.named && sm_is_possessive(scan, before.first) && sm_is_sign(scan, item.last, ','); // "his wife, Ruth Obi, 35, and"
    if (!and && (by_name || is_apposition(scan, &sum, k, &item)))
      sum.last = item.last;
    else
      join(&sum, &item);
    before = item;
    if (and || is_joined_barely(scan, out, &item)) {
      if (out->low > 1 && comma_led && sm_is(scan, sum.last, SM_W_AMONG) && sm_is(scan, sum.last + 1, SM_W_THEM)) return; // "nine people, three boys and a nurse among them,"
      *out = sum;
    } else if (!sm_is_sign(scan, item.last, ',') && !sm_is(scan, item.last, SM_W_AND) &&
               !sm_is(scan, item.last, SM_W_OF))
      return;
  }
}

/// "four people, a man and three women,", "three (two women, one child)": what follows tells who the first
/// are.
static bool read_breakdown(const sm_scan *scan, uint32_t limit, sm_people *out) {
  const bool more = IS_WORD_TEXT(scan, out->last, "more") || IS_WORD_TEXT(scan, out->last, "others");
  if (more && out->low > 1 && sm_is_sign(scan, out->last + 1, ',')) { // "two more, a boy and his aunt,"
    sm_people both = *out;
    both.last++;
    if (!both.has_noun && both.last + 2 < limit && sm_read_item(scan, both.last + 1, limit, &both)) {
      read_list(scan, limit, &both);
      if (both.has_noun && both.low == out->low) {
        out->children = both.children, out->civilians = both.civilians, out->victims |= both.victims;
        out->has_noun = true;
        out->last = sm_is_sign(scan, both.last, ',') ? both.last + 1 : both.last;
        return true;
      }
    }
  }
  static const char *const sexes[] = {"men", "males"}; // "43 men, eight women and 11 children" are all of them
  bool open = sm_is_sign(scan, out->last, '('), general = !(out->victims & ~(unsigned)SM_VICTIM_PEOPLE) && !SM_IS_ONE_OF(scan, out->last - 1, sexes),
       dash = sm_is_dash(scan, out->last);
  sm_people rest;
  if (IS_WORD_TEXT(scan, out->last - 1, "couple")) return false; // "a couple, a nurse and a boy" are four
  if (out->low < 2 || !(open || dash || sm_is_sign(scan, out->last, ',')) || out->last + 2 >= limit)
    return false;
  if (!sm_read_item(scan, out->last + 1, limit, &rest) || !rest.has_noun || rest.part || rest.low < 0)
    return false;
  if (open) {
    sm_people item;
    while (sm_is_sign(scan, rest.last, ',') && sm_read_item(scan, rest.last + 1, limit, &item) &&
           item.has_noun && item.low > 0)
      join(&rest, &item);
  }
  read_list(scan, limit, &rest);
  sm_take_ages(scan, limit, &rest); // "a husband and wife of 61 and 58"
  if (open ? rest.low > out->low || !sm_is_sign(scan, rest.last, ')')
           : rest.low != out->low && !(general && rest.low < out->low && rest.low > 1))
    return false;
  if (!open && !dash && !general && out->low == 2 && is_other_kind(out, &rest) && !sm_is_sign(scan, rest.last, ',')) return false; // "two soldiers, a guard and a driver were hurt" are four
  if (!open && (rest.last >= limit || sm_has_cue(scan, rest.last, SM_CUE_CASUALTY) || sm_is(scan, rest.last, SM_W_AMONG))) return false; // "53, six children among them"
  if (dash && !sm_is_dash(scan, rest.last)) return false;
  out->children = rest.children;
  out->civilians = rest.civilians;
  out->last = open ? rest.last + 1 : sm_is_sign(scan, rest.last, ',') || dash ? rest.last + 1 : rest.last;
  return true;
}

/// "a third, a boy of 12,": who he is.
static void read_who(const sm_scan *scan, uint32_t limit, sm_people *out) {
  sm_people who;
  if (!sm_is_sign(scan, out->last, ',') || out->last + 1 >= limit ||
      !sm_read_item(scan, out->last + 1, limit, &who) || who.low != 1)
    return;
  if (!sm_is_sign(scan, who.last, ',')) return;
  out->children = who.children;
  out->victims |= who.victims;
  out->last = who.last + 1;
}

static bool read_phrase(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *out) {
  if (!sm_read_item(scan, i, limit, out)) return false;
  count_names(scan, limit, out);
  if (read_breakdown(scan, limit, out)) return true;
  if (out->rank) read_who(scan, limit, out);
  read_list(scan, limit, out);
  if (out->low > 1) sm_take_ages(scan, limit, out);
  if (out->aged && sm_is_sign(scan, out->last, ',')) out->last++; // "the woman, 62, was"
  return true;
}

/// "two others", "another five", "three more".
static bool tells_more(const sm_scan *scan, const sm_people *p) {
  static const char *const before[] = {"another", "further", "additional", "Another"}, *const within[] = {"another", "further", "additional", "other", "others", "more", "Another"},
                           *const after[] = {"more", "others", "further"};
  if (p->low <= 0) return false;
  if (p->first > 0 && !sm_is_punct(scan, p->first - 1) && SM_IS_ONE_OF(scan, p->first - 1, before)) return true;
  for (uint32_t i = p->first; i < p->last; i++)
    if (SM_IS_ONE_OF(scan, i, within)) return true;
  return SM_IS_ONE_OF(scan, p->last, after);
}

/// "all but two of the twelve men": the ten others; of how many, where the whole is told.
static void take_from_all(const sm_scan *scan, sm_people *p) {
  static const char *const all[] = {"all", "All"}, *const but[] = {"but"};
  const uint32_t i = p->first;
  if (p->low < 1 || i < 2 || !SM_IS_ONE_OF(scan, i - 1, but) || !SM_IS_ONE_OF(scan, i - 2, all)) return;
  int whole = 0;
  uint32_t last;
  for (uint32_t k = i; k < p->last && whole == 0; k++)
    if (sm_is(scan, k, SM_W_OF) && !sm_read_number(scan, sm_is(scan, k + 1, SM_W_THE) ? k + 2 : k + 1, &whole, &last)) whole = 0;
  p->low = p->high = whole > p->low ? whole - p->low : SM_UNKNOWN_NUMBER;
}

bool sm_read_people(const sm_scan *scan, uint32_t i, uint32_t limit, sm_people *out) {
  if (!read_phrase(scan, i, limit, out)) return false;
  take_from_all(scan, out);
  out->more = out->rank || tells_more(scan, out);
  return true;
}

uint32_t sm_past_second_noun(const sm_scan *scan, uint32_t i, uint32_t limit) {
  enum { REACH = 3 };
  uint32_t last, k;
  if (i + 2 >= limit || !sm_is(scan, i, SM_W_AND) || sm_has_cue(scan, i + 1, SM_CUE_NUMBER) || scan->t[i + 1].flags & SM_TOKEN_NUMBER) return i;
  const sm_cue_row *noun = sm_people_noun(scan, i + 1, limit, &last);
  if (!noun || !(noun->flags & SM_ROW_PLURAL)) return i;
  for (k = last; k < limit && k < last + REACH && (sm_is_quote(scan, k) || sm_is_be(scan, k) || sm_is_have(scan, k)); k++) {}
  const sm_cue_row *toll = k < limit ? sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL) : NULL;
  return toll && (toll->form == SM_F_STATE || toll->form == SM_F_PAST || toll->form == SM_F_INTR) ? last : i;
}
