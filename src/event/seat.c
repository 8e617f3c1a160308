// "The regional centre", "the provincial capital": the seat of the province that the report tells.
#include "seat.h"

#include <string.h>

#include "boundary.h"
#include "fold.h"

bool sm_is_province_seat(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const of_province[] = {"regional", "provincial", "oblast", "state", "governorate", "departmental", "county"};
  return i > floor && sm_is_seat_word(scan, i) && SM_IS_ONE_OF(scan, i - 1, of_province);
}

bool sm_is_city_told(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const parts[] = {"district", "districts", "neighbourhood", "neighborhood", "quarter", "suburb", "outskirts"};
  static const char *const lengths[] = {"km", "kilometres", "kilometers", "miles", "kms"};
  if (i < floor + 3 || !sm_is(scan, i, SM_W_CITY) || !sm_is(scan, i - 1, SM_W_THE) || !(sm_is(scan, i - 2, SM_W_OF) || sm_is(scan, i - 2, SM_W_IN))) return false;
  const bool away = i > floor + 4 && sm_is(scan, i - 2, SM_W_OF) && sm_is_bearing(scan, i - 3) && SM_IS_ONE_OF(scan, i - 4, lengths); // "70 km east of the city"
  return away || SM_IS_ONE_OF(scan, i - 3, parts);
}

sm_place_ref sm_city_told(const sm_scan *scan, uint32_t token) {
  enum { CITY_POPULATION = 50000 };
  const sm_mentions *m = scan->mentions;
  sm_place_ref found = 0;
  for (size_t i = 0; i < m->n && m->items[i].first < token; i++) {
    const sm_mention *x = &m->items[i];
    if (!x->place || x->role == SM_ROLE_DEMONYM || scan->s[x->sentence].paragraph != scan->s[scan->t[token].sentence].paragraph) continue;
    sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, x->place);
    if (b.kind == SM_KIND_CITY && b.population >= CITY_POPULATION) found = x->place;
    if (b.kind == SM_KIND_ADM1) found = sm_seat_of(scan, x->place);
  }
  return found;
}

sm_place_ref sm_province_told(const sm_scan *scan, uint32_t token) {
  const sm_mentions *m = scan->mentions;
  sm_place_ref beside = 0, only = 0;
  bool several = false;
  for (size_t i = 0; i < m->n; i++) {
    const sm_mention *x = &m->items[i];
    if (!x->place || x->role == SM_ROLE_DEMONYM || x->role == SM_ROLE_METONYM || sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind != SM_KIND_ADM1) continue;
    several |= only && only != x->place;
    only = x->place;
    if (x->first < token && scan->s[x->sentence].paragraph == scan->s[scan->t[token].sentence].paragraph) beside = x->place;
  }
  return beside ? beside : several ? 0 : only;
}

sm_place_ref sm_seat_of(const sm_scan *scan, sm_place_ref province) {
  enum { LOOKED_AT = 24 };
  const sm_gazetteer *g = scan->reader->gazetteer;
  sm_candidate c[LOOKED_AT];
  uint64_t key = sm_name_key(sm_gazetteer_name(g, province), NULL);
  size_t n = key ? sm_gazetteer_find(g, key, c, LOOKED_AT) : 0;
  for (size_t i = 0; i < n && i < LOOKED_AT; i++) {
    sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
    if (b.kind == SM_KIND_CITY && b.adm1 == province && b.flags & SM_PLACE_ADM1_SEAT) return c[i].place;
  }
  for (size_t i = 0; i < scan->mentions->n; i++) {
    sm_place_ref place = scan->mentions->items[i].place;
    sm_place_brief b = place ? sm_gazetteer_brief(g, place) : (sm_place_brief){0};
    if (b.kind == SM_KIND_CITY && b.adm1 == province && b.flags & SM_PLACE_ADM1_SEAT) return place;
  }
  return 0;
}

sm_place_ref sm_seat_at_home(const sm_scan *scan, uint32_t token) {
  const sm_mentions *m = scan->mentions;
  const sm_gazetteer *g = scan->reader->gazetteer;
  const sm_place_ref province = sm_province_told(scan, token), seat = province ? sm_seat_of(scan, province) : 0;
  const sm_place_ref country = province ? sm_gazetteer_brief(g, province).country : 0;
  bool told = false;
  for (size_t i = 0; i < m->n && seat; i++) {
    const sm_place_ref place = m->items[i].place;
    const sm_place_brief b = place ? sm_gazetteer_brief(g, place) : (sm_place_brief){0};
    if (b.country != country) continue;
    const bool abroad = b.kind == SM_KIND_ADM1 && place != province && m->items[i].role == SM_ROLE_LITERAL;
    if (b.kind == SM_KIND_COUNTRY || abroad || (b.flags & SM_PLACE_CAPITAL && m->items[i].first < token)) return 0;
    told |= place == seat;
  }
  return told ? seat : 0;
}

/// "the capital of (Ethiopia's northern) Tigray region": the mention of the province; 0 none.
static uint32_t province_behind(const sm_scan *scan, uint32_t i) {
  enum { REACH = 6 };
  uint32_t k = i + 2;
  if (!sm_is(scan, i + 1, SM_W_OF)) return 0;
  for (; k + 1 < scan->n && k < i + 2 + REACH && !sm_is_punct(scan, k); k++) {
    const uint32_t m = scan->mention_at[k];
    if (m && sm_is_province_mention(scan, m)) return m;
    const bool owner = m && (scan->t[k].flags & SM_TOKEN_CLITIC || scan->mention_at[k + 1] == m || scan->t[k + 1].flags & SM_TOKEN_CLITIC);
    const bool attribute = !m && (sm_is(scan, k, SM_W_THE) || scan->t[k].flags & SM_TOKEN_CLITIC || (scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADJECTIVE));
    if (!owner && !attribute) return 0;
  }
  return 0;
}

sm_place_ref sm_province_of_capital(const sm_scan *scan, uint32_t i, uint32_t floor) {
  if (!sm_is(scan, i, SM_W_CAPITAL)) return 0;
  const uint32_t at[] = {province_behind(scan, i), i > floor + 1 && scan->t[i - 1].flags & SM_TOKEN_CLITIC ? scan->mention_at[i - 2] : 0};
  for (size_t k = 0; k < sizeof at / sizeof *at; k++) {
    const sm_place_ref place = at[k] ? scan->mentions->items[at[k] - 1].place : 0;
    if (place && sm_gazetteer_brief(scan->reader->gazetteer, place).kind == SM_KIND_ADM1) return place;
  }
  return 0;
}

sm_place_ref sm_town_of_district(const sm_gazetteer *g, const sm_candidate *c, size_t n, size_t i) {
  enum { SAME_M = 20000 };
  const sm_place_brief b = sm_gazetteer_brief(g, c[i].place);
  for (size_t k = 0; k < n && b.kind == SM_KIND_ADM2; k++) {
    const sm_place_brief town = sm_gazetteer_brief(g, c[k].place);
    if (town.kind == SM_KIND_CITY && town.adm1 == b.adm1 && sm_sphere_distance(town.lon, town.lat, b.lon, b.lat) <= SAME_M) return c[k].place;
  }
  return c[i].place;
}

bool sm_is_capital_told(const sm_scan *scan, uint32_t token, sm_place_ref country) {
  const sm_mentions *m = scan->mentions;
  for (size_t i = 0; i < m->n && m->items[i].first < token; i++) {
    if (!m->items[i].place || m->items[i].role != SM_ROLE_LITERAL) continue;
    const sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, m->items[i].place);
    if (b.flags & SM_PLACE_CAPITAL && b.country == country) return true;
  }
  return false;
}

bool sm_is_base_name(sm_str name) {
  static const char *const ends[] = {" base", " Base", " airbase", " Airbase", " airport", " Airport"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    const size_t len = strlen(ends[i]);
    if (name.len > len && memcmp(name.ptr + name.len - len, ends[i], len) == 0) return true;
  }
  return false;
}

bool sm_is_province_mention(const sm_scan *scan, uint32_t mention) {
  const sm_place_ref place = mention ? scan->mentions->items[mention - 1].place : 0;
  const uint8_t kind = place ? sm_gazetteer_brief(scan->reader->gazetteer, place).kind : 0;
  return kind == SM_KIND_ADM1 || kind == SM_KIND_REGION; // "Nagorno-Karabakh's capital"
}

bool sm_is_named_next(const sm_scan *scan, uint32_t i) {
  uint32_t k = i + 1;
  if (k < scan->n && sm_is(scan, k, SM_W_CITY)) k++;
  if (sm_is_sign(scan, k, ',')) k++;
  uint32_t m = k < scan->n ? scan->mention_at[k] : 0;
  if (m == 0 || !scan->mentions->items[m - 1].place) return false;
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, scan->mentions->items[m - 1].place);
  bool province = i > 0 && sm_is_province_mention(scan, scan->mention_at[i - 1]); // "the Tigray capital, Mekelle"
  const bool apposition = k <= i + 2 && b.kind == SM_KIND_CITY && !sm_is_sign(scan, i + 1, ','); // "the capital Lashkar Gah", "the capital city Lashkar Gah"
  return province || apposition || b.flags & SM_PLACE_CAPITAL || (k > i + 1 && ((b.kind == SM_KIND_CITY && b.flags & SM_PLACE_ADM1_SEAT) || b.kind == SM_KIND_ADM2)); // or its district
}
