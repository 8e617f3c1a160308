// Whether two claimants are one.
#include "account.h"

static char small(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool same_letters(const char *a, const char *b, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (small(a[i]) != small(b[i])) return false;
  return true;
}

static bool begins_with(sm_str a, const char *words) {
  if (!a.len || a.ptr[0] != words[0]) return false; // as mostly
  const size_t n = strlen(words);
  return a.len > n && memcmp(a.ptr, words, n) == 0;
}

bool sm_holds_words(sm_str a, sm_str b) {
  if (!a.len || !b.len || a.len < b.len) return false;
  for (size_t i = 0; i + b.len <= a.len; i++)
    if ((i == 0 || a.ptr[i - 1] == ' ' || a.ptr[i - 1] == '-' || a.ptr[i - 1] == '(') && small(a.ptr[i]) == small(b.ptr[0]) && same_letters(a.ptr + i, b.ptr, b.len) &&
        (i + b.len == a.len || a.ptr[i + b.len] == ' ' || a.ptr[i + b.len] == ',' || a.ptr[i + b.len] == ')' || a.ptr[i + b.len] == '\''))
      return true;
  return false;
}

/// "ICRC" of "International Committee of the Red Cross".
static bool is_short_for(sm_str initials, sm_str name) {
  size_t n = 0;
  if (initials.len < 2 || initials.len > 8 || name.len <= initials.len) return false;
  for (size_t i = 0; i < name.len; i++) {
    bool starts = i == 0 || name.ptr[i - 1] == ' ' || name.ptr[i - 1] == '-';
    if (!starts || name.ptr[i] < 'A' || name.ptr[i] > 'Z') continue;
    if (n == initials.len || initials.ptr[n++] != name.ptr[i]) return false;
  }
  return n == initials.len;
}

/// "a NEMA official", "ICRC spokesman": the short form of the body alone.
static sm_str without_post(sm_str a) {
  static const char *const posts[] = {" official", " officials", " spokesman", " spokeswoman", " spokesperson", " source", " sources", " officer"};
  for (size_t i = 0; i < sizeof posts / sizeof posts[0]; i++) {
    const size_t n = strlen(posts[i]);
    if (a.len > n && memcmp(a.ptr + a.len - n, posts[i], n) == 0) return (sm_str){a.ptr, a.len - n};
  }
  return a;
}

/// "the SP", "the IG": a title by its letters, as papers of South Asia have it.
static bool is_title_of(sm_str letters, sm_str name) {
  static const char *const titles[][2] = {{"SP", "superintendent of police"}, {"SSP", "senior superintendent"}, {"IG", "inspector general"}, {"IGP", "inspector general of police"}, {"DIG", "deputy inspector general"}, {"DGP", "director general of police"},
                                          {"DC", "deputy commissioner"}, {"AC", "assistant commissioner"}, {"CM", "chief minister"}, {"PM", "prime minister"}, {"DPO", "district police officer"}, {"SHO", "station house officer"}, {"DSP", "deputy superintendent"}};
  for (size_t i = 0; letters.len <= 3 && i < sizeof titles / sizeof titles[0]; i++)
    if (sm_str_equal(letters, sm_str_of(titles[i][0]))) return sm_holds_words(name, sm_str_of(titles[i][1]));
  return false;
}

/// "Another resident", "a second official": not the one told before.
static bool is_another(sm_str a) {
  static const char *const words[] = {"Another ", "another ", "second ", "Second ", "third ", "Third ", "other ", "Other "};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (begins_with(a, words[i])) return true;
  return false;
}

/// "Mr Qudra": the name alone.
static sm_str without_title(sm_str a) {
  static const char *const titles[] = {"Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. ", "Gen ", "Gen. ", "Col ", "Col. ", "General ", "Colonel ", "Major ", "Captain ", "Governor ", "Mayor ", "President "};
  for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
    if (begins_with(a, titles[i])) return (sm_str){a.ptr + strlen(titles[i]), a.len - strlen(titles[i])};
  return a;
}

/// "New People's Army", "Kachin Independence Army": no state's, and never "the army".
static bool is_rebel_army(sm_str a) {
  static const char *const words[] = {"People's", "Liberation", "Resistance", "Independence", "Free", "Arakan", "Revolutionary", "Republican", "Red", "Mahdi"};
  if (!sm_holds_words(a, SM_STR("army"))) return false;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (sm_holds_words(a, sm_str_of(words[i]))) return true;
  return false;
}

/// "one of the aid workers", later "the aid worker".
static bool is_one_of(sm_str one, sm_str a) {
  static const char *const leads[] = {"one of the ", "One of the "};
  for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
    const size_t n = strlen(leads[i]);
    if (one.len == n + a.len + 1 && begins_with(one, leads[i]) && one.ptr[one.len - 1] == 's') return same_letters(one.ptr + n, a.ptr, a.len);
  }
  return false;
}

/// "witness" of "witness and BBC Burmese"; the whole where it names one alone.
static sm_str first_of_several(sm_str a) {
  static const char and[] = " and ";
  for (size_t i = 1; i + sizeof and <= a.len; i++)
    if (a.ptr[i] == ' ' && memcmp(a.ptr + i, and, sizeof and - 1) == 0) return (sm_str){a.ptr, i};
  return a;
}

/// Both name several, the same one first.
static bool begin_alike(sm_str a, sm_str b) {
  const sm_str one = first_of_several(a);
  if (one.len == a.len) return false;
  const sm_str other = first_of_several(b);
  return other.len < b.len && one.len == other.len && same_letters(one.ptr, other.ptr, one.len);
}

static bool is_one_in_other(sm_str a, sm_str b) { return sm_holds_words(a, b) || sm_holds_words(b, a); }

/// The next word of a name from a byte on, "of" and "and" left out; empty at its end.
static sm_str next_word(sm_str name, size_t *at) {
  enum { SHORTEST = 4 };
  while (*at < name.len) {
    size_t end = *at;
    while (end < name.len && name.ptr[end] != ' ' && name.ptr[end] != ',') end++;
    const sm_str word = {name.ptr + *at, end - *at};
    *at = end + (end < name.len);
    if (word.len >= SHORTEST) return word;
  }
  return (sm_str){NULL, 0};
}

/// A word of a name stands in another: "Ukrainian" for "Ukraine", too.
static bool has_word(sm_str name, sm_str word) {
  enum { STEM = 5 };
  if (sm_holds_words(name, word)) return true;
  if (word.len <= STEM || word.ptr[0] < 'A' || word.ptr[0] > 'Z') return false;
  for (size_t i = 0; i + STEM <= name.len; i++)
    if ((i == 0 || name.ptr[i - 1] == ' ') && memcmp(name.ptr + i, word.ptr, STEM) == 0) return true;
  return false;
}

/// "Gaza health ministry", "health ministry in Gaza": two words at least, and all of them in the other, which has one more at most.
static bool has_same_words(sm_str few, sm_str many) {
  size_t at = 0, n = 0, of_many = 0;
  for (sm_str word = next_word(few, &at); word.len; word = next_word(few, &at), n++)
    if (!has_word(many, word)) return false;
  at = 0;
  while (next_word(many, &at).len) of_many++;
  return n >= 2 && of_many <= n + 1 + (first_of_several(many).len < many.len); // "police officials" of "Iraqi police and hospital officials"
}

bool sm_same_claimant(sm_str a, sm_str b) {
  if (!a.len || !b.len) return a.len == b.len;
  if (begin_alike(a, b) || is_one_of(a, b) || is_one_of(b, a)) return true;
  const sm_str bare_a = without_title(a), bare_b = without_title(b);
  const bool titled = bare_a.len < a.len || bare_b.len < b.len;
  if (!(is_one_in_other(a, b) || (titled && is_one_in_other(bare_a, bare_b)) || is_short_for(without_post(bare_a), bare_b) || is_short_for(without_post(bare_b), bare_a) || is_title_of(bare_a, bare_b) || is_title_of(bare_b, bare_a) ||
        (bare_a.len < bare_b.len ? has_same_words(bare_a, bare_b) : has_same_words(bare_b, bare_a)))) return false;
  return is_another(bare_a) == is_another(bare_b) && is_rebel_army(bare_a) == is_rebel_army(bare_b);
}
