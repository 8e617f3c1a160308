#include "reader.h"

#include <stdlib.h>

#include "fold.h"

typedef struct named_value {
  const char *name;
  int value;
} named_value;

enum { MOST_ATTRIBUTES = 16 };

static const char *const class_names[SM_CUE_CLASSES] = {
    "triggers", "weapons",   "actors",    "forces", "victims", "casualties",
    "numbers",  "reporting", "claimants", "modes",  "targets", "times",   "outfits", "held", "arms", "peoples"};

static const named_value kinds[] = {
    {"attack", SM_K_ATTACK}, {"launch", SM_K_LAUNCH}, {"fall", SM_K_FALL}, {"blast", SM_K_BLAST}, {"harm", SM_K_HARM},
    {"passive", SM_K_PASSIVE}, {"noun", SM_K_NOUN}, {"intercept", SM_K_INTERCEPT}, {"foil", SM_K_FOIL},
    {"kill", SM_K_KILL}, {"ground", SM_K_GROUND}, {"carry", SM_K_CARRY}, {"happen", SM_K_HAPPEN}, {"turn", SM_K_TURN}, {"responsibility", SM_K_RESPONSIBILITY},
    {"carrier", SM_K_CARRIER}, {"weakcarrier", SM_K_WEAKCARRIER}, {"person", SM_K_PERSON}, {"device", SM_K_DEVICE},
    {"generic", SM_K_GENERIC}, {"gun", SM_K_GUN}, {"ship", SM_K_SHIP}, {"vehicle", SM_K_VEHICLE}, {"state", SM_K_STATE}, {"air", SM_K_AIR},
    {"arms", SM_K_ARMS}, {"government", SM_K_GOVERNMENT}, {"police", SM_K_POLICE}, {"rebel", SM_K_REBEL},
    {"coalition", SM_K_COALITION}, {"foe", SM_K_FOE}, {"killed", SM_K_KILLED}, {"injured", SM_K_INJURED}, {"both", SM_K_BOTH},
    {"ten", SM_K_TEN}, {"scale", SM_K_SCALE}, {"dozen", SM_K_DOZEN}, {"vague", SM_K_VAGUE}, {"article", SM_K_ARTICLE},
    {"single", SM_K_SINGLE}, {"zero", SM_K_ZERO}, {"pair", SM_K_PAIR}, {"half", SM_K_HALF}, {"ordinal", SM_K_ORDINAL},
    {"hedge_low", SM_K_HEDGE_LOW}, {"hedge_high", SM_K_HEDGE_HIGH}, {"hedge", SM_K_HEDGE},
    {"official", SM_K_OFFICIAL}, {"medic", SM_K_MEDIC}, {"monitor", SM_K_MONITOR}, {"military", SM_K_MILITARY},
    {"media", SM_K_MEDIA}, {"witness", SM_K_WITNESS}, {"party", SM_K_PARTY}, {"modal", SM_K_MODAL},
    {"negation", SM_K_NEGATION}, {"threat", SM_K_THREAT}, {"plan", SM_K_PLAN}, {"condition", SM_K_CONDITION},
    {"exercise", SM_K_EXERCISE}, {"memory", SM_K_MEMORY}, {"idiom", SM_K_IDIOM}, {"elsewhere", SM_K_ELSEWHERE}, {"anaphor", SM_K_ANAPHOR}, {"denial", SM_K_DENIAL}, {"setting", SM_K_SETTING}, {"borderland", SM_K_BORDERLAND}, {"territory", SM_K_TERRITORY}, {"labour", SM_K_LABOUR}, {"sport", SM_K_SPORT}, {"fiction", SM_K_FICTION}, {"another", SM_K_ANOTHER},
    {"same", SM_K_SAME}, {"sum", SM_K_SUM}, {"habit", SM_K_HABIT}, {"accident", SM_K_ACCIDENT}, {"disposal", SM_K_DISPOSAL}, {"rumour", SM_K_RUMOUR}, {"peace", SM_K_PEACE}, {"supply", SM_K_SUPPLY}, {"passing", SM_K_PASSING}, {"false", SM_K_FALSE}, {"legal", SM_K_LEGAL}, {"trend", SM_K_TREND}, {"reaction", SM_K_REACTION}, {"many", SM_K_MANY}, {"unnamed", SM_K_UNNAMED}, {"open", SM_K_OPEN}, {"neutral", SM_K_NEUTRAL},
    {"idle", SM_K_IDLE}, {"averted", SM_K_AVERTED}, {"age", SM_K_AGE}, {"works", SM_K_WORKS}, {"fate", SM_K_FATE},
    {"opening", SM_K_OPENING}, {"marker", SM_K_MARKER}, {"body", SM_K_BODY}, {"sole", SM_K_SOLE}, {"civil", SM_K_CIVIL}, {"kin", SM_K_KIN}, {"naming", SM_K_NAMING},
    {"weekday", SM_K_WEEKDAY}, {"month", SM_K_MONTH}, {"part", SM_K_PART}, {"day", SM_K_DAY},
    {"overnight", SM_K_OVERNIGHT}, {"weekend", SM_K_WEEKEND}, {"shift", SM_K_SHIFT}, {"which", SM_K_WHICH},
    {"since", SM_K_SINCE}, {"until", SM_K_UNTIL}, {"early", SM_K_EARLY}, {"late", SM_K_LATE}, {"ampm", SM_K_AMPM},
    {"zone", SM_K_ZONE}, {"season", SM_K_SEASON}, {"feast", SM_K_FEAST}};

static const named_value forms[] = {
    {"base", SM_F_BASE}, {"s", SM_F_S}, {"past", SM_F_PAST}, {"pp", SM_F_PP}, {"ing", SM_F_ING}, {"any", SM_F_ANY},
    {"noun", SM_F_NOUN}, {"nv", SM_F_NV}, {"nvs", SM_F_NVS}, {"intr", SM_F_INTR}, {"state", SM_F_STATE},
    {"toll", SM_F_TOLL}, {"lives", SM_F_LIVES}, {"verb", SM_F_VERB}, {"figure", SM_F_FIGURE}, {"prep", SM_F_PREP},
    {"naming", SM_F_NAMING}, {"quote", SM_F_QUOTE}};

static const named_value weapon_names[] = {
    {"drone", SM_WEAPON_DRONE}, {"missile", SM_WEAPON_MISSILE}, {"ballistic missile", SM_WEAPON_BALLISTIC_MISSILE},
    {"cruise missile", SM_WEAPON_CRUISE_MISSILE}, {"airstrike", SM_WEAPON_AIRSTRIKE}, {"artillery", SM_WEAPON_ARTILLERY},
    {"rocket", SM_WEAPON_ROCKET}, {"mortar", SM_WEAPON_MORTAR}, {"bomb", SM_WEAPON_BOMB},
    {"glide bomb", SM_WEAPON_GLIDE_BOMB}, {"car bomb", SM_WEAPON_CAR_BOMB}, {"suicide bomb", SM_WEAPON_SUICIDE_BOMB},
    {"IED", SM_WEAPON_IED}, {"grenade", SM_WEAPON_GRENADE}, {"cluster munition", SM_WEAPON_CLUSTER_MUNITION},
    {"chemical", SM_WEAPON_CHEMICAL}, {"naval fire", SM_WEAPON_NAVAL_FIRE}};

static const named_value victim_names[] = {
    {"people", SM_VICTIM_PEOPLE}, {"civilians", SM_VICTIM_CIVILIANS}, {"children", SM_VICTIM_CHILDREN},
    {"women", SM_VICTIM_WOMEN}, {"soldiers", SM_VICTIM_SOLDIERS}, {"police", SM_VICTIM_POLICE},
    {"militants", SM_VICTIM_MILITANTS}, {"group", SM_VICTIM_GROUP}};

static const char *const words[SM_W_COUNT] = {
    "in", "at", "on", "near", "of", "from", "to", "by", "with", "against", "over", "into", "through", "outside",
    "between", "around", "round", "towards", "toward", "and", "or", "but", "while", "when", "after", "before", "as", "who",
    "which", "that", "the", "was", "were", "been", "being", "is", "are", "be", "has", "have", "had", "its", "their",
    "his", "there", "inside", "including", "among", "whom", "them", "most", "for", "her", "backed", "led", "aligned",
    "a", "an", "across", "along", "within", "where", "he", "they", "it", "we", "she", "under", "beside", "held", "city", "capital", "upon", "here", "village",
    "behind", "beyond", "opposite", "off", "past", "above", "throughout", "alongside",
    "hospital", "hospitals", "clinic", "infirmary", "care", "theatre", "surgery", "coma", "condition", "treated", "treating", "treatment", "operated", "admitted"};

#define LOOK_UP(table, text) look_up(table, sizeof(table) / sizeof(table)[0], text)

static int look_up(const named_value *table, size_t n, sm_str text) {
  for (size_t i = 0; i < n; i++)
    if (sm_str_equal(text, sm_str_of(table[i].name))) return table[i].value;
  return 0;
}

static int number_of(sm_str text) {
  int value = 0;
  bool minus = text.len && text.ptr[0] == '-';
  for (size_t i = minus; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
    value = value * 10 + (text.ptr[i] - '0');
  return minus ? -value : value;
}

static uint32_t weapons_of(sm_str text) {
  uint32_t bits = 0;
  while (text.len) {
    const char *comma = memchr(text.ptr, ',', text.len);
    size_t len = comma ? (size_t)(comma - text.ptr) : text.len;
    sm_str one = {text.ptr, len};
    while (one.len && one.ptr[0] == ' ') one.ptr++, one.len--;
    bits |= (uint32_t)LOOK_UP(weapon_names, one);
    if (!comma) break;
    text.len -= len + 1;
    text.ptr = comma + 1;
  }
  return bits;
}

/// What a row of the lexicon says.
typedef struct attributes {
  sm_str names[MOST_ATTRIBUTES], values[MOST_ATTRIBUTES];
  size_t n;
} attributes;

static attributes attributes_of(const sm_lexicon *lexicon, int id, uint32_t row) {
  attributes a = {.n = 0};
  sm_str text = sm_lexicon_attributes(lexicon, id, row);
  while (a.n < MOST_ATTRIBUTES && sm_lexicon_take_attribute(&text, &a.names[a.n], &a.values[a.n])) a.n++;
  return a;
}

static sm_str attribute(const attributes *a, const char *name) {
  for (size_t i = 0; i < a->n; i++)
    if (sm_str_equal(a->names[i], sm_str_of(name))) return a->values[i];
  return (sm_str){NULL, 0};
}

static uint16_t flags_of(const attributes *a) {
  uint16_t flags = 0;
  static const struct {
    const char *name, *value;
    uint16_t flag;
  } table[] = {{"plural", "yes", SM_ROW_PLURAL}, {"civ", "yes", SM_ROW_CIVILIAN}, {"civ", "no", SM_ROW_MILITARY},
               {"unit", "yes", SM_ROW_UNIT},     {"claim", "yes", SM_ROW_CLAIM},  {"weak", "yes", SM_ROW_WEAK}, {"home", "yes", SM_ROW_HOME}, {"leader", "yes", SM_ROW_LEADER},
               {"from", "now", SM_ROW_FROM_NOW}, {"from", "anchor", SM_ROW_FROM_ANCHOR},
               {"cal", "solar", SM_ROW_SOLAR},   {"cal", "hijri", SM_ROW_HIJRI}, {"cal", "easter", SM_ROW_EASTER}};
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (sm_str_equal(attribute(a, table[i].name), sm_str_of(table[i].value))) flags |= table[i].flag;
  return flags;
}

static uint8_t first_letter(sm_str text) { return text.len ? (uint8_t)text.ptr[0] : 0; }

static void read_row(const sm_lexicon *lexicon, int id, uint32_t row, sm_cue_row *out) {
  const attributes a = attributes_of(lexicon, id, row);
  sm_str pos = attribute(&a, "pos"), form = attribute(&a, "form"), name = attribute(&a, "name"), iso3 = attribute(&a, "iso3");
  sm_str cls = attribute(&a, "class"), stance = attribute(&a, "stance"), unit = attribute(&a, "unit"), kind = attribute(&a, "kind");
  *out = (sm_cue_row){.name = name.len ? name : sm_lexicon_phrase(lexicon, id, row)};
  out->weapons = weapons_of(cls.len ? cls : attribute(&a, "weapon"));
  out->value = number_of(attribute(&a, "value"));
  out->flags = flags_of(&a);
  out->victims = (uint16_t)LOOK_UP(victim_names, attribute(&a, "cat"));
  out->kind = (uint8_t)LOOK_UP(kinds, kind);
  out->form = (uint8_t)LOOK_UP(forms, form.len ? form : pos);
  out->strength = (uint8_t)number_of(attribute(&a, "strength"));
  out->type = (uint8_t)number_of(attribute(&a, "type"));
  out->part = first_letter(attribute(&a, "part"));
  if (sm_str_equal(kind, SM_STR("unit"))) out->kind = unit.len ? SM_K_TIME_UNIT : SM_K_UNIT;
  if (unit.len && out->kind == SM_K_TIME_UNIT) out->part = first_letter(unit);
  out->stance = sm_str_equal(stance, SM_STR("confirms")) ? 'f' : first_letter(stance);
  out->by = attribute(&a, "by");
  out->since = sm_date_parse_iso(attribute(&a, "since"));
  out->until = sm_date_parse_iso(attribute(&a, "until"));
  if (iso3.len == 3) memcpy(out->iso3, iso3.ptr, 3);
  if (sm_str_equal(attribute(&a, "civ"), SM_STR("maybe"))) out->victims |= SM_VICTIM_MAYBE_CIVILIAN;
}

static sm_status read_class(sm_reader *reader, sm_cue_class cls, sm_error *err) {
  int id = sm_lexicon_class_id(reader->lexicon, class_names[cls]);
  reader->class_id[cls] = id;
  if (id < 0) return SM_OK;
  uint32_t n = sm_lexicon_class_info(reader->lexicon, id).n_rows;
  sm_cue_row *rows = calloc(n ? n : 1, sizeof *rows);
  if (!rows) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (uint32_t i = 0; i < n; i++) read_row(reader->lexicon, id, i, &rows[i]);
  reader->rows[cls] = rows;
  reader->n_rows[cls] = n;
  reader->class_of[id] = (int8_t)cls;
  reader->mask |= 1ull << id;
  return SM_OK;
}

static void add_war(sm_reader *reader, sm_str a, sm_str b) {
  const uint64_t key = sm_pair_key(a, b);
  uint32_t slot = (uint32_t)key & reader->war_mask;
  while (reader->wars[slot] && reader->wars[slot] != key) slot = (slot + 1) & reader->war_mask;
  reader->wars[slot] = key;
}

static sm_status read_rivals(sm_reader *reader, sm_error *err) {
  const sm_lexicon *lexicon = reader->lexicon;
  int id = sm_lexicon_class_id(lexicon, "rivals");
  uint32_t n = id < 0 ? 0 : sm_lexicon_class_info(lexicon, id).n_rows;
  reader->rivals = calloc(n ? n : 1, sizeof *reader->rivals);
  if (!reader->rivals) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (uint32_t row = 0; row < n; row++)
    reader->rivals[row] = (sm_rival){.a = sm_lexicon_attribute(lexicon, id, row, "a"),
                                     .b = sm_lexicon_attribute(lexicon, id, row, "b"),
                                     .since = sm_date_parse_iso(sm_lexicon_attribute(lexicon, id, row, "since"))};
  reader->n_rivals = n;
  uint32_t slots = 16;
  while (slots < 4 * n) slots *= 2;
  reader->wars = calloc(slots, sizeof *reader->wars);
  if (!reader->wars) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  reader->war_mask = slots - 1;
  for (uint32_t row = 0; row < n; row++) {
    add_war(reader, reader->rivals[row].a, reader->rivals[row].b);
    add_war(reader, reader->rivals[row].b, reader->rivals[row].a);
  }
  return SM_OK;
}

static void read_words(sm_reader *reader) {
  for (int i = 0; i < SM_W_COUNT; i++) {
    uint64_t key = sm_name_key(sm_str_of(words[i]), NULL);
    uint32_t slot = key % SM_WORD_SLOTS;
    while (reader->word_slots[slot]) slot = (slot + 1) % SM_WORD_SLOTS;
    reader->word[i] = key;
    reader->word_slots[slot] = (uint8_t)(i + 1);
  }
}

sm_status sm_reader_new(const sm_lexicon *lexicon, const sm_gazetteer *gazetteer, const sm_geocoder *geocoder,
                        sm_reader **out, sm_error *err) {
  sm_reader *reader = calloc(1, sizeof *reader);
  *out = NULL;
  if (!reader) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  reader->lexicon = lexicon;
  reader->gazetteer = gazetteer;
  reader->geocoder = geocoder;
  memset(reader->class_of, -1, sizeof reader->class_of);
  read_words(reader);
  sm_status status = SM_OK;
  for (int i = 0; i < SM_CUE_CLASSES && status == SM_OK; i++) status = read_class(reader, (sm_cue_class)i, err);
  if (status == SM_OK) status = read_rivals(reader, err);
  if (status == SM_OK) *out = reader;
  else sm_reader_free(reader);
  return status;
}

void sm_reader_free(sm_reader *reader) {
  if (!reader) return;
  for (int i = 0; i < SM_CUE_CLASSES; i++) free(reader->rows[i]);
  free(reader->rivals);
  free(reader->wars);
  free(reader);
}

bool sm_is_rank_ending(const sm_scan *scan, uint32_t i) {
  static const char *const endings[] = {"th", "st", "nd", "rd"};
  return SM_IS_ONE_OF(scan, i, endings);
}
