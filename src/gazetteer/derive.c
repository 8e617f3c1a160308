#include "derive.h"

#include "fold.h"

/// Words for units, as folded, in the languages that the data carry.
static const char *const unit_words[] = {
    "province",
    "provinces",
    "region",
    "oblast",
    "oblasti",
    "voblast",
    "voblasts",
    "governorate",
    "state",
    "district",
    "county",
    "prefecture",
    "wilaya",
    "wilayah",
    "wilayat",
    "wilaya",
    "vilayet",
    "vilayeti",
    "vilayat",
    "raion",
    "rayon",
    "tehsil",
    "tahsil",
    "taluka",
    "taluk",
    "department",
    "departamento",
    "departement",
    "provincia",
    "provincie",
    "provincija",
    "provinz",
    "provins",
    "provinsi",
    "provinca",
    "prowincja",
    "provinci",
    "probintzia",
    "maakunta",
    "ostan",
    "ostane",
    "shahrestan",
    "shahrestane",
    "bakhsh",
    "bakhshe",
    "muhafazah",
    "muhafazat",
    "muhafaza",
    "mohafazat",
    "muhafadhat",
    "muhafadha",
    "governatorato",
    "gobernacion",
    "gouvernement",
    "gouvernorat",
    "kray",
    "krai",
    "okrug",
    "judet",
    "judetul",
    "canton",
    "kanton",
    "zupanija",
    "megye",
    "kraj",
    "agency",
    "division",
    "township",
    "municipality",
    "municipio",
    "commune",
    "comuna",
    "qada",
    "qadaa",
    "caza",
    "nahiya",
    "nahiyah",
    "subdistrict",
    "zone",
    "woreda",
    "parish",
    "emirate",
    "wojewodztwo",
    "powiat",
    "fylke",
    "region",
    "regione",
    "regija",
    "estado",
    "territory",
    "capital",
    "autonomous",
    "republic",
    "republik",
    "republique",
    "republica",
    "respublika",
    "federal",
    "administrative",
    "area",
    "shabiyat",
    "mintaqat",
    "mintaqah",
    "imarat",
    "iqlim",
    "mudiriyat",
    "mudiriyah",
    "markaz",
    "subdivision",
    "upazila",
    "zila",
    "zilla",
    "jela",
    "ili",
    "ilcesi",
    "il",
    "distrito",
    "distrikt",
    "kabupaten",
    "kota",
    "regency",
    "voivodeship",
    "governate",
    "comarca",
    "kreis",
    "landkreis",
    "bezirk",
    "arrondissement",
    "область",
    "края",
    "краи",
    "раион",
    "округ",
    "провинция",
    "провінція",
    "вилоят",
    "вилаят",
    "губернаторство",
    "мухафаза",
    "республика",
    "республіка",
    "محافظه",
    "ولایه",
    "ولایت",
    "منطقه",
    "اقلیم",
    "مقاطعه",
    "قضاء",
    "ناحیه",
    "استان",
    "شهرستان",
    "بخش",
    "ضلع",
    "صوبہ",
    "صوبه",
    "تحصیل",
    "מחוז",
    "נפת",
};

/// Words between a unit word and the name.
static const char *const connectors[] = {"of", "de",  "del", "della", "di", "do",
                                         "da", "des", "du",  "van",   "e",  "ye"};

/// What is left must name something: "Northern Province" is no "Northern".
static const char *const bare_words[] = {
    "north",        "south",     "east",      "west",         "northern",     "southern",     "eastern",
    "western",      "central",   "centre",    "center",       "upper",        "lower",        "northeast",
    "northwest",    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
    "inner",        "outer",     "new",       "old",          "nord",         "sud",          "est",
    "ouest",        "norte",     "sur",       "este",         "oeste",        "middle",       "mid",
    "great",        "greater",   "united",    "special",      "islamic",      "people's",     "coast",
    "metropolitan", "al",        "el",        "the",          "la",           "national",     "city",
    "town",         "free",
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool is_one_of(sm_str word, const char *const *list, size_t n) {
  char folded[64];
  size_t len = sm_fold_word(word, folded, sizeof folded);
  if (len == SIZE_MAX) return false;
  for (size_t i = 0; i < n; i++)
    if (strlen(list[i]) == len && memcmp(list[i], folded, len) == 0) return true;
  return false;
}

static sm_str trim(sm_str s) {
  while (s.len && strchr(" ,-", *s.ptr)) s.ptr++, s.len--;
  while (s.len && strchr(" ,-", s.ptr[s.len - 1])) s.len--;
  return s;
}

static sm_str first_word(sm_str s) {
  size_t n = 0;
  while (n < s.len && !strchr(" -,", s.ptr[n])) n++;
  return (sm_str){s.ptr, n};
}

static sm_str last_word(sm_str s) {
  size_t n = 0;
  while (n < s.len && !strchr(" -,", s.ptr[s.len - 1 - n])) n++;
  return (sm_str){s.ptr + s.len - n, n};
}

static sm_str without_first(sm_str s, sm_str word) {
  return trim((sm_str){s.ptr + word.len, s.len - word.len});
}

/// Takes a unit word off either end, with "of" behind a leading one; false when there is none.
static bool strip_unit_word(sm_str *name) {
  sm_str first = first_word(*name), last = last_word(*name);
  if (first.len == name->len) return false;
  if (is_one_of(first, unit_words, COUNT(unit_words))) {
    *name = without_first(*name, first);
    first = first_word(*name);
    if (first.len < name->len && is_one_of(first, connectors, COUNT(connectors)))
      *name = without_first(*name, first);
    return true;
  }
  if (!is_one_of(last, unit_words, COUNT(unit_words))) return false;
  name->len -= last.len;
  *name = trim(*name);
  return true;
}

static void index_short(sm_builder *b, uint32_t place, sm_str name, uint32_t flags) {
  if (name.len < 3 || is_one_of(name, bare_words, COUNT(bare_words))) return;
  sm_builder_index_name(b, place, name, SM_NAME_STRIPPED | (flags & ~(uint32_t)SM_NAME_MAIN));
}

static bool speaks_arabic(sm_str iso3) {
  static const char list[] = "ARE BHR DJI DZA EGY ESH IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU "
                             "SDN SOM SSD SYR TCD TUN YEM";
  if (iso3.len != 3) return false;
  for (size_t i = 0; i + 3 <= sizeof list - 1; i += 4)
    if (memcmp(list + i, iso3.ptr, 3) == 0) return true;
  return false;
}

/// "Ar Raqqah" is also "al-Raqqah" and, weaker, "Raqqah": reports write the article as they like.
static void derive_article(sm_builder *b, uint32_t place, sm_str name, sm_str iso3, uint32_t flags) {
  static const char *const articles[] = {"al", "el", "ar", "as", "ash", "at", "ath", "ad", "adh", "an", "az"};
  static const char *const the[] = {"the"};
  sm_str first = first_word(name);
  if (first.len == name.len || first.len > 3) return;
  sm_str rest = without_first(name, first);
  if (is_one_of(first, the, 1)) {
    index_short(b, place, rest, flags);
    return;
  }
  if (!speaks_arabic(iso3) || !is_one_of(first, articles, COUNT(articles))) return;
  index_short(b, place, rest, flags);
  char with[256] = "al ";
  if (rest.len > sizeof with - 3 || is_one_of(first, articles, 1)) return;
  memcpy(with + 3, rest.ptr, rest.len);
  sm_builder_index_name(b, place, (sm_str){with, rest.len + 3}, flags & ~(uint32_t)SM_NAME_MAIN);
}

void sm_derive_names(sm_builder *b, uint32_t place, sm_str name, sm_place_kind kind, sm_str iso3,
                     uint32_t flags) {
  static const char *const city[] = {"city"};
  if (name.len > 200) return;
  if (kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2) {
    sm_str rest = trim(name);
    bool stripped = false;
    while (strip_unit_word(&rest)) stripped = true;
    if (stripped) index_short(b, place, rest, flags);
  } else if (kind == SM_KIND_CITY) {
    sm_str last = last_word(name);
    if (last.len < name.len && is_one_of(last, city, 1))
      index_short(b, place, trim((sm_str){name.ptr, name.len - last.len}), flags);
  }
  if (kind != SM_KIND_COUNTRY) derive_article(b, place, name, iso3, flags);
}
