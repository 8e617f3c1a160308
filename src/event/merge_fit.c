#include "merge_fit.h"

#include <ctype.h>
#include <xxhash.h>

#include "boundary.h"

static sm_str text(const sm_reading *r, sm_strike_column c) {
  return sm_value_str(r->v[c]);
}

static bool both(const sm_reading *a, const sm_reading *b, sm_strike_column c) {
  return sm_value_known(a->v[c]) && sm_value_known(b->v[c]);
}

static bool same(const sm_reading *a, const sm_reading *b, sm_strike_column c) {
  return both(a, b, c) && sm_value_compare(a->v[c], b->v[c]) == 0;
}

static bool differ(const sm_reading *a, const sm_reading *b, sm_strike_column c) {
  return both(a, b, c) && sm_value_compare(a->v[c], b->v[c]) != 0;
}

static bool starts_word(sm_str s, size_t i) {
  return i == 0 || !isalnum((unsigned char)s.ptr[i - 1]);
}
static bool ends_word(sm_str s, size_t i) {
  return i == s.len || !isalnum((unsigned char)s.ptr[i]);
}

static bool equal_at(sm_str whole, size_t at, sm_str part) {
  for (size_t k = 0; k < part.len; k++)
    if (tolower((unsigned char)whole.ptr[at + k]) != tolower((unsigned char)part.ptr[k])) return false;
  return true;
}

bool sm_names_agree(sm_str a, sm_str b) {
  if (a.len < b.len) return sm_names_agree(b, a);
  if (!b.len) return false;
  for (size_t i = 0; i + b.len <= a.len; i++)
    if (starts_word(a, i) && ends_word(a, i + b.len) && equal_at(a, i, b)) return true;
  return false;
}

static bool is_state(const sm_reading *r, sm_strike_column type) {
  return !sm_value_known(r->v[type]) || r->v[type].i == 1 || r->v[type].i == 8;
}

/// 1 the same, 0 unknown, -1 others.
static int actors(const sm_reading *a, const sm_reading *b) {
  if (!both(a, b, SM_S_ATTACKER)) return 0;
  if (sm_names_agree(text(a, SM_S_ATTACKER), text(b, SM_S_ATTACKER))) return 1;
  bool forces = is_state(a, SM_S_ATTACKER_TYPE) && is_state(b, SM_S_ATTACKER_TYPE);
  return forces && same(a, b, SM_S_ATTACKER_ISO3) ? 1 : -1;
}

static bool reversed(const sm_reading *a, const sm_reading *b) {
  return sm_names_agree(text(a, SM_S_ATTACKER), text(b, SM_S_TARGET)) &&
         sm_names_agree(text(b, SM_S_ATTACKER), text(a, SM_S_TARGET));
}

/// A campaign of a month or more is no single day's strike; two campaigns overlap by half at least.
static bool days_agree(const sm_reading *a, const sm_reading *b) {
  enum { CAMPAIGN = 31 };
  if (!both(a, b, SM_S_DATE_START) || !both(a, b, SM_S_DATE_END)) return false;
  int64_t a0 = a->v[SM_S_DATE_START].i, a1 = a->v[SM_S_DATE_END].i;
  int64_t b0 = b->v[SM_S_DATE_START].i, b1 = b->v[SM_S_DATE_END].i;
  int64_t overlap = (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0) + 1;
  int64_t longer = (a1 - a0 > b1 - b0 ? a1 - a0 : b1 - b0) + 1;
  return overlap > 0 && (longer < CAMPAIGN || overlap * 2 >= longer);
}

/// Tolls are revised upwards, most of all early ones; a wide place tells less, so its figures must agree
/// better.
static bool figures_agree(const sm_reading *a, const sm_reading *b, bool wide) {
  if (!both(a, b, SM_S_FAT_LOW) || !both(a, b, SM_S_FAT_HIGH)) return true;
  int64_t a0 = a->v[SM_S_FAT_LOW].i, a1 = a->v[SM_S_FAT_HIGH].i;
  int64_t b0 = b->v[SM_S_FAT_LOW].i, b1 = b->v[SM_S_FAT_HIGH].i;
  if (a0 <= b1 && b0 <= a1) return true;
  int64_t less = a1 < b0 ? a1 : b1, more = a1 < b0 ? b0 : a0;
  return wide ? more * 2 <= less * 3 + 4 : more <= less * 3 + 10;
}

static unsigned families(sm_str weapons) {
  enum { AIR = 1, GUN = 2, PLANTED = 4, GAS = 8 };
  static const struct {
    const char *word;
    unsigned family;
  } words[] = {{"car bomb", PLANTED},  {"suicide bomb", PLANTED},
               {"IED", PLANTED},       {"grenade", PLANTED | GUN},
               {"glide bomb", AIR},    {"airstrike", AIR},
               {"drone", AIR},         {"missile", AIR | GUN},
               {"rocket", AIR | GUN},  {"artillery", GUN},
               {"mortar", GUN},        {"naval fire", GUN},
               {"chemical", GAS},      {"cluster munition", AIR | GUN},
               {"bomb", AIR | PLANTED}};
  unsigned found = 0;
  for (size_t i = 0; weapons.len && i < sizeof words / sizeof *words; i++)
    if (sm_names_agree(weapons, sm_str_of(words[i].word))) {
      bool plain_bomb = !strcmp(words[i].word, "bomb");
      if (!plain_bomb || !found) found |= words[i].family;
    }
  return found;
}

static bool weapons_agree(const sm_reading *a, const sm_reading *b) {
  unsigned fa = families(text(a, SM_S_WEAPON)), fb = families(text(b, SM_S_WEAPON));
  return !fa || !fb || (fa & fb);
}

static double distance_m(const sm_reading *a, const sm_reading *b) {
  return sm_sphere_distance(a->v[SM_S_LON].r, a->v[SM_S_LAT].r, b->v[SM_S_LON].r, b->v[SM_S_LAT].r);
}

sm_width sm_reading_width(const sm_reading *r) {
  if (!sm_value_known(r->v[SM_S_LON])) return SM_WIDTH_NONE;
  switch (sm_value_or(r->v[SM_S_WHERE_PREC], 2)) {
  case 4:
  case 5:
    return SM_WIDTH_PROVINCE;
  case 6:
  case 7:
    return SM_WIDTH_COUNTRY;
  default:
    return SM_WIDTH_POINT;
  }
}

static uint64_t hash(sm_str s) {
  return s.len ? XXH3_64bits(s.ptr, s.len) : 0;
}

sm_spot sm_reading_spot(const sm_reading *r) {
  bool point = sm_reading_width(r) == SM_WIDTH_POINT && sm_value_known(r->v[SM_S_LAT]);
  return (sm_spot){hash(text(r, SM_S_PLACE_ID)), hash(text(r, SM_S_ISO3)), point ? r->v[SM_S_LAT].r : NAN};
}

/// Two named points are one place only when one lies within the other's uncertainty, which is no wider than a
/// town with its surroundings here: neighbouring towns hit on one day are two strikes.
static int points_agree(const sm_reading *a, const sm_reading *b) {
  if (same(a, b, SM_S_PLACE_ID)) return 8;
  double ra = a->v[SM_S_RADIUS_M].r, rb = b->v[SM_S_RADIUS_M].r, reach = ra > rb ? ra : rb;
  double d = distance_m(a, b);
  return d <= (reach < SM_WIDEST_POINT_M ? reach : SM_WIDEST_POINT_M) ? (d < 2000 ? 6 : 3) : 0;
}

static int places_agree(const sm_reading *a, const sm_reading *b) {
  sm_width wa = sm_reading_width(a), wb = sm_reading_width(b);
  if (wa == SM_WIDTH_NONE || wb == SM_WIDTH_NONE || differ(a, b, SM_S_ISO3)) return 0;
  if (wa == SM_WIDTH_POINT && wb == SM_WIDTH_POINT) return points_agree(a, b);
  if (wa == wb && same(a, b, SM_S_PLACE_ID)) return 8;
  if (wa == SM_WIDTH_COUNTRY || wb == SM_WIDTH_COUNTRY) return same(a, b, SM_S_ISO3) ? 1 : 0;
  return same(a, b, SM_S_ISO3) && same(a, b, SM_S_ADM1) ? 2 : 0;
}

int sm_readings_fit(const sm_reading *a, const sm_reading *b) {
  bool wide = sm_reading_width(a) != SM_WIDTH_POINT || sm_reading_width(b) != SM_WIDTH_POINT;
  if (same(a, b, SM_S_REPORT_ID) || !days_agree(a, b)) return 0;
  int place = places_agree(a, b), actor = place ? actors(a, b) : -1;
  if (actor < 0 || reversed(a, b) || !figures_agree(a, b, wide) || !weapons_agree(a, b)) return 0;
  bool target = sm_names_agree(text(a, SM_S_TARGET), text(b, SM_S_TARGET));
  bool toll = same(a, b, SM_S_FAT_BEST) && a->v[SM_S_FAT_BEST].i > 0;
  if (wide && !(actor || (target && toll))) return 0;
  bool days = same(a, b, SM_S_DATE_START) && same(a, b, SM_S_DATE_END);
  return place + (days ? 4 : 0) + (actor ? 2 : 0) + (target ? 2 : 0) + (toll ? 3 : 0);
}
