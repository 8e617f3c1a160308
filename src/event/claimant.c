// Whether two claimants are one.
#include "account.h"

static bool same_letters(const char *a, const char *b, size_t n) {
  for (size_t i = 0; i < n; i++) {
    char x = a[i], y = b[i];
    if (x >= 'A' && x <= 'Z') x += 'a' - 'A';
    if (y >= 'A' && y <= 'Z') y += 'a' - 'A';
    if (x != y) return false;
  }
  return true;
}

bool sm_holds_words(sm_str a, sm_str b) {
  if (!a.len || !b.len || a.len < b.len) return false;
  for (size_t i = 0; i + b.len <= a.len; i++)
    if (same_letters(a.ptr + i, b.ptr, b.len) && (i == 0 || a.ptr[i - 1] == ' ' || a.ptr[i - 1] == '-') &&
        (i + b.len == a.len || a.ptr[i + b.len] == ' ' || a.ptr[i + b.len] == ',' || a.ptr[i + b.len] == '\''))
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
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    sm_str word = sm_str_of(words[i]);
    if (a.len > word.len && memcmp(a.ptr, word.ptr, word.len) == 0) return true;
  }
  return false;
}

/// "Mr Qudra": the name alone.
static sm_str without_title(sm_str a) {
  static const char *const titles[] = {"Mr ", "Mr. ", "Mrs ", "Mrs. ", "Ms ", "Ms. ", "Dr ", "Dr. ", "Gen ", "Gen. ", "Col ", "Col. ", "General ", "Colonel ", "Major ", "Captain ", "Governor ", "Mayor ", "President "};
  for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++) {
    const sm_str title = sm_str_of(titles[i]);
    if (a.len > title.len && memcmp(a.ptr, title.ptr, title.len) == 0) return (sm_str){a.ptr + title.len, a.len - title.len};
  }
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
    const sm_str lead = sm_str_of(leads[i]);
    if (one.len == lead.len + a.len + 1 && memcmp(one.ptr, lead.ptr, lead.len) == 0 && one.ptr[one.len - 1] == 's') return same_letters(one.ptr + lead.len, a.ptr, a.len);
  }
  return false;
}

/// "witness" of "witness and BBC Burmese"; the whole where it names one alone.
static sm_str first_of_several(sm_str a) {
  static const char and[] = " and ";
  for (size_t i = 1; i + sizeof and <= a.len; i++)
    if (memcmp(a.ptr + i, and, sizeof and - 1) == 0) return (sm_str){a.ptr, i};
  return a;
}

bool sm_same_claimant(sm_str a, sm_str b) {
  const sm_str one = first_of_several(a), other = first_of_several(b);
  if (one.len < a.len && other.len < b.len && one.len == other.len && same_letters(one.ptr, other.ptr, one.len)) return true;
  if (a.len && b.len && (is_one_of(a, b) || is_one_of(b, a))) return true;
  const sm_str titled_a = a, titled_b = b;
  a = without_title(a), b = without_title(b);
  if (a.len && b.len && (is_another(a) != is_another(b) || is_rebel_army(a) != is_rebel_army(b))) return false;
  return (!a.len && !b.len) || sm_holds_words(titled_a, titled_b) || sm_holds_words(titled_b, titled_a) || sm_holds_words(a, b) || sm_holds_words(b, a) || is_short_for(a, b) ||
         is_short_for(b, a) || is_title_of(a, b) || is_title_of(b, a);
}
