// What round a name makes it a place that was struck: what leads to it, what owns it, what happens to it.
#include "setting.h"

#include "struck.h"

/// An apostrophe or an ayn that a name begins with: "‘Arak".
bool sm_is_ayn(const sm_scan *scan, uint32_t i) {
  return i + 1 < scan->n && (sm_is_sign(scan, i, '"') || sm_is_sign(scan, i, '\'')) && scan->t[i].end - scan->t[i].begin > 1 &&
         (scan->t[i + 1].flags & SM_TOKEN_CAPITAL) && !(scan->t[i + 1].flags & SM_TOKEN_SPACE_BEFORE);
}

bool sm_is_small_link(const sm_scan *scan, uint32_t i) {
  enum { LONGEST = 2 };
  if (i + 3 >= scan->n || !sm_is_sign(scan, i, '-') || !sm_is_sign(scan, i + 2, '-') || !sm_is_name_word(scan, i + 3)) return false;
  for (uint32_t k = i; k <= i + 3; k++)
    if (scan->t[k].flags & SM_TOKEN_SPACE_BEFORE) return false;
  return scan->t[i + 1].flags & SM_TOKEN_WORD && scan->t[i + 1].end - scan->t[i + 1].begin <= LONGEST;
}

/// End of the run of capitalised words that starts at a token, or the token itself when none does.
uint32_t sm_site_name_end(const sm_scan *scan, uint32_t first, uint32_t ceiling) {
  uint32_t i = first;
  while (i < ceiling && i - first < 9) {
    const uint32_t particle = sm_particle_at(scan, i);
    uint32_t joiners;
    if (particle && sm_is_name_word(scan, i + particle)) i += particle; // not that of "al-Shabaab"
    else if (i > first && sm_is_small_link(scan, i)) i += 3;
    else if (i > first && sm_is_sign(scan, i, '-') && !(scan->t[i].flags & SM_TOKEN_SPACE_BEFORE)) i++;
    else if (sm_is_name_word(scan, i)) i++;
    else if (i > first && (joiners = sm_name_joiners(scan->document, i)) != 0 && i + joiners < ceiling && !scan->mention_at[i + joiners]) i += joiners;
    else break;
  }
  while (i > first && !(scan->t[i - 1].flags & SM_TOKEN_WORD)) i--;
  return i;
}

bool sm_is_place_preposition(const sm_scan *scan, uint32_t i) {
  return sm_is(scan, i, SM_W_IN) || sm_is(scan, i, SM_W_AT) || sm_is(scan, i, SM_W_NEAR) || sm_is(scan, i, SM_W_OUTSIDE) ||
         sm_is(scan, i, SM_W_AROUND) || sm_is(scan, i, SM_W_ROUND) || sm_is(scan, i, SM_W_BETWEEN) || sm_is(scan, i, SM_W_OVER);
}

/// The row of a cue of one word or more that ends before a token, or NULL: "police station", "opened fire on".
static const sm_cue_row *cue_before(const sm_scan *scan, uint32_t i, uint32_t floor, sm_cue_class cls) {
  enum { WORDS = 4 };
  for (uint32_t k = i; k > floor && i - k < WORDS; k--) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k - 1, cls, &last);
    if (row && last == i) return row;
  }
  return NULL;
}

/// "south of", "N of", "five kilometres from", "not far from", "close to": how another place lies to the name.
static bool is_bearing(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const ways[] = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "North", "South", "East", "West",
                                     "N", "S", "E", "W", "NE", "NW", "SE", "SW", "upstream", "downstream", "outskirts", "edge", "short"};
  static const char *const lengths[] = {"km", "kms", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "metres", "meters", "far", "minutes"};
  static const char *const beside[] = {"close", "next", "adjacent", "nearest", "closest"};
  if (i <= floor) return false;
  if (sm_is(scan, i, SM_W_OF)) return SM_IS_ONE_OF(scan, i - 1, ways);
  if (sm_is(scan, i, SM_W_FROM)) return SM_IS_ONE_OF(scan, i - 1, lengths);
  return sm_is(scan, i, SM_W_TO) && SM_IS_ONE_OF(scan, i - 1, beside);
}

/// "the convoy of Sardar Rind": what goes about with somebody is of a person, where a market or a bridge is of a town.
static bool is_of_person(const sm_scan *scan, uint32_t of) {
  static const char *const his[] = {"convoy", "motorcade", "bodyguards", "guards", "escort", "car", "vehicle", "jeep", "pickup", "truck", "house", "home", "residence", "farm", "villa", "mansion", "farmhouse", "guesthouse", "office", "relatives", "brother", "son"};
  if (of == 0) return false;
  const sm_cue_row *what = sm_cue_at(scan, of - 1, SM_CUE_TARGET, NULL);
  return SM_IS_ONE_OF(scan, of - 1, his) || (what && what->kind == SM_K_VEHICLE);
}

/// A verb of striking or firing a few words before.
static bool fired_before(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 6 };
  for (uint32_t k = i; k > floor && i - k < REACH && !sm_is_punct(scan, k - 1); k--) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (row) return row->kind == SM_K_ATTACK || row->kind == SM_K_LAUNCH || row->kind == SM_K_FALL;
  }
  return false;
}

/// "dropped a grenade from a UAV | on", "fired a missile | on": a munition that somebody let go before a token.
static bool let_go_before(const sm_scan *scan, uint32_t i, uint32_t floor) {
  enum { REACH = 10 };
  static const char *const lets[] = {"dropped", "drops", "dropping", "drop", "fired", "launched", "rained", "lobbed", "hurled", "unleashed"};
  bool munition = false;
  for (uint32_t k = i; k > floor && i - k < REACH && !sm_is_punct(scan, k - 1) && !scan->mention_at[k - 1]; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, lets)) return munition;
    const sm_cue_row *weapon = sm_cue_at(scan, k - 1, SM_CUE_WEAPON, NULL);
    munition |= weapon && weapon->kind != SM_K_CARRIER && weapon->kind != SM_K_GUN;
  }
  return false;
}

/// "on the centre of X", "in the northern part of X", "at the entrance to X": a part that only places have, behind a preposition.
static bool is_part_of_place(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const parts[] = {"centre", "center", "heart", "middle", "part", "parts", "half", "entrance", "entrances", "approaches", "hospital", "clinic"};
  if (i < floor + 3 || !SM_IS_ONE_OF(scan, i - 1, parts) || !(sm_is(scan, i, SM_W_OF) || sm_is(scan, i, SM_W_TO))) return false;
  uint32_t the = i - 2;
  while (the > floor && !sm_is(scan, the, SM_W_THE) && i - the < 4) the--;
  return the > floor && sm_is(scan, the, SM_W_THE) && (sm_is_place_preposition(scan, the - 1) || sm_is(scan, the - 1, SM_W_ON));
}

/// "town of X", "on X", "against X": weaker leads that need a word of places or strikes before them.
static bool is_weak_lead(const sm_scan *scan, uint32_t i, uint32_t floor) {
  static const char *const beyond[] = {"behind", "beyond", "opposite", "along", "above", "below", "overlooking"};
  if (is_bearing(scan, i, floor) || SM_IS_ONE_OF(scan, i, beyond) || is_part_of_place(scan, i, floor)) return true;
  if (i <= floor) return false;
  const sm_lexicon_entry *e = scan->t[i - 1].entry;
  bool unit = e && (e->word_bits & SM_WORD_NOUN_LOCATION);
  const sm_cue_row *deed = cue_before(scan, i, floor, SM_CUE_TRIGGER);
  const bool struck = deed && deed->kind != SM_K_KILL; // "the killing of X": of a person
  static const char *const naming[] = {"called", "named"}, *const lands[] = {"islet", "hamlet", "settlement", "locality", "place", "spot", "ravine", "wadi"}, *const wilds[] = {"forest", "forests", "woods", "bush", "jungle", "hills", "mountains", "swamps", "gorge"}; // "an islet called X"
  if (sm_is(scan, i, SM_W_OF) && SM_IS_ONE_OF(scan, i - 1, wilds)) return true; // "in the forest of X"
  if ((unit || SM_IS_ONE_OF(scan, i - 1, lands)) && SM_IS_ONE_OF(scan, i, naming)) return true;
  static const char *const grounds[] = {"field", "fields", "road", "bridge", "crossing", "forest", "river", "quarry", "track", "positions", "trenches"};
  if (sm_is(scan, i, SM_W_BY) && SM_IS_ONE_OF(scan, i - 1, grounds)) return true; // "in a field by X"
  const sm_cue_row *turn = i > floor + 1 ? sm_cue_at(scan, i - 2, SM_CUE_TRIGGER, NULL) : NULL; // "it was the turn of X"
  if (sm_is(scan, i, SM_W_OF) && turn && turn->kind == SM_K_TURN) return true;
  static const char *const dwellers[] = {"residents", "Residents", "resident", "villagers", "Villagers", "inhabitants", "townspeople", "mayor"};
  static const char *const heads[] = {"head", "chief", "headman"}, *const local[] = {"village", "town", "community", "district", "area", "ward"};
  if (sm_is(scan, i, SM_W_OF) && i > floor + 1 && SM_IS_ONE_OF(scan, i - 1, heads) && SM_IS_ONE_OF(scan, i - 2, local)) return true; // "the palace of the village head of X"
  if (sm_is(scan, i, SM_W_OF) && SM_IS_ONE_OF(scan, i - 1, dwellers)) return true; // "villagers of X said a gunboat fired"
  static const char *const known[] = {"known"};
  const sm_lexicon_entry *kind = i > floor + 2 && sm_is(scan, i, SM_W_AS) && SM_IS_ONE_OF(scan, i - 1, known) ? scan->t[i - 2].entry : NULL;
  if (kind && kind->word_bits & SM_WORD_NOUN_LOCATION) return true; // "the village known as X"
  if (sm_is(scan, i, SM_W_OF)) return !is_of_person(scan, i) && (unit || struck || cue_before(scan, i, floor, SM_CUE_TARGET));
  if (sm_is(scan, i, SM_W_INTO) && fired_before(scan, i, floor)) return true; // "fired from Pekon into X"
  if (sm_is(scan, i, SM_W_ON) && let_go_before(scan, i, floor)) return true;
  return (sm_is(scan, i, SM_W_ON) || sm_is(scan, i, SM_W_AGAINST) || sm_is(scan, i, SM_W_INTO)) && struck;
}

/// "near Yemen's Khoukha": a country that owns the place, after a preposition.
static bool is_owned(const sm_scan *scan, uint32_t i, uint32_t floor) {
  const sm_lexicon_entry *e = scan->t[i].entry; // "Nikopol's neighbour Marhanets"
  if (e && e->word_bits & SM_WORD_NOUN && !(scan->t[i].flags & SM_TOKEN_CAPITAL) && i > floor) i--;
  if (!(scan->t[i].flags & SM_TOKEN_CLITIC) || i < floor + 2) return false;
  uint32_t m = scan->mention_at[i - 1];
  if (!m || scan->mentions->items[m - 1].first <= floor) return false;
  uint32_t before = scan->mentions->items[m - 1].first - 1;
  const sm_lexicon_entry *side = before > floor ? scan->t[before].entry : NULL; // "in southern Lebanon's Majdal Zoun"
  if (side && side->word_bits & SM_WORD_ADJECTIVE && !sm_is_preposition(scan, before) && !sm_has_cue(scan, before, SM_CUE_TRIGGER)) before--;
  return sm_is_place_preposition(scan, before) || sm_is(scan, before, SM_W_ON) || sm_has_cue(scan, before, SM_CUE_TRIGGER);
}

/// "Kurdish", "Shiite", "Alawite", "Koranic": adjectives of peoples and faiths in no list.
static bool is_people_adjective(const sm_scan *scan, uint32_t i) {
  static const char *const endings[] = {"ish", "ite", "ian", "ese", "ist", "nic", "mic", "lic"};
  const char *end = scan->document->report.text.ptr + scan->t[i].end;
  for (size_t k = 0; k < sizeof endings / sizeof endings[0]; k++)
    if (scan->t[i].end - scan->t[i].begin > 4 && memcmp(end - 3, endings[k], 3) == 0) return true;
  return false;
}

/// "in the Ben Younis area": an article, and a word for a part of town after the name.
static bool is_led_by_article(const sm_scan *scan, uint32_t lead, uint32_t end, uint32_t floor) {
  if (is_people_adjective(scan, end - 1)) return false; // "in the Kurdish city"
  static const char *const ways[] = {"road", "highway", "track", "axis", "avenue", "street", "motorway", "lane", "route", "bridge"};
  if (lead > floor && sm_is(scan, lead, SM_W_THE) && (sm_is(scan, lead - 1, SM_W_ON) || sm_is(scan, lead - 1, SM_W_ALONG)) && SM_IS_ONE_OF(scan, end, ways)) return true; // "on the Diapaga-Namounou road"
  const sm_lexicon_entry *own = end > lead + 2 ? scan->t[end - 1].entry : NULL; // "at the Abbey Gate"
  if (lead > floor && sm_is(scan, lead, SM_W_THE) && sm_is_place_preposition(scan, lead - 1) && own && own->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT) && own->rank &&
      !(own->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP)))
    return true;
  if (lead <= floor || !sm_is(scan, lead, SM_W_THE) || !sm_is_place_preposition(scan, lead - 1) || end >= scan->n) return false;
  const sm_lexicon_entry *e = scan->t[end].entry;
  if (scan->t[end].flags & SM_TOKEN_CAPITAL) return false;
  uint32_t last;
  const sm_cue_row *target = sm_cue_at(scan, end, SM_CUE_TARGET, &last); // "near the Quriyah police station"
  if (target && target->kind != SM_K_VEHICLE && target->kind != SM_K_SHIP && !sm_has_cue(scan, end, SM_CUE_FORCE)) return true;
  if (target && last > end + 1) return true;
  const bool kind = e && !sm_is_preposition(scan, end) && e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE) && end + 1 < scan->n; // "the Karrada shopping district"
  const sm_lexicon_entry *next = kind && !(scan->t[end + 1].flags & SM_TOKEN_CAPITAL) ? scan->t[end + 1].entry : NULL;
  return e && (e->word_bits & SM_WORD_NOUN_LOCATION || (next && next->word_bits & SM_WORD_NOUN_LOCATION && next->word_bits & SM_WORD_NOUN));
}

/// A run of plain English words: "Summary:", "Live:" label a line, they name no place.
static bool is_label(const sm_scan *scan, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if ((scan->t[i].flags & SM_TOKEN_WORD) && !(e && e->rank && e->rank <= 60)) return false;
  }
  return true;
}

bool sm_is_plain_run(const sm_scan *scan, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if ((scan->t[i].flags & SM_TOKEN_WORD) && !(e && (e->rank || e->word_bits & SM_WORD_NOUN))) return false;
  }
  return true;
}

/// The first words of a list item: "- Kut: ...", "(b) Zargwez, outside ...".
static bool is_item_head(const sm_scan *scan, uint32_t i, uint32_t end) {
  const sm_sentence *s = &scan->s[scan->t[i].sentence];
  bool starts = (s->flags & SM_SENTENCE_ITEM) || (scan->t[s->first].flags & SM_TOKEN_LINE_START);
  if (!starts || i - s->first > 8) return false;
  for (uint32_t k = s->first; k < i; k++)
    if ((scan->t[k].flags & SM_TOKEN_WORD) && scan->t[k].end - scan->t[k].begin > 1 && !sm_has_cue(scan, k, SM_CUE_TIME)) return false;
  bool marked = (s->flags & SM_SENTENCE_ITEM) || i > s->first;
  if (marked && (end >= s->last || sm_is_sign(scan, end, '.'))) return true;
  return end < s->last && (sm_is_sign(scan, end, ':') || sm_is_dash(scan, end) || sm_is_sign(scan, end, '(') ||
                           (marked && sm_is_sign(scan, end, ',')));
}

/// "in A, B, Safohin and Kaddura": a name of one or two strange words after a comma, with more of them behind it.
static bool is_in_name_list(const sm_scan *scan, uint32_t i) {
  const uint32_t ceiling = scan->s[scan->t[i].sentence].last, end = sm_site_name_end(scan, i, ceiling);
  if (end <= i || end + 1 >= ceiling || !(sm_is_sign(scan, end, ',') || sm_is(scan, end, SM_W_AND))) return false;
  for (uint32_t k = i; k < end; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (e && (e->rank || e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME))) return false;
  }
  const uint32_t next = end + 1, named = scan->mention_at[next] ? scan->mentions->items[scan->mention_at[next] - 1].last : sm_site_name_end(scan, next, ceiling);
  const uint32_t after = named > next ? named : next;
  return after > next && after < ceiling && (sm_is_sign(scan, after, ',') || sm_is(scan, after, SM_W_AND) || sm_is(scan, end, SM_W_AND));
}

/// A list goes on: "in A, B and C", "on A and on B", where A is a mention or a site.
/// site: the end of the site found last.
static bool goes_on(const sm_scan *scan, uint32_t site, uint32_t i, uint32_t floor) {
  if (i < floor + 3) return false;
  uint32_t k = i - 1;
  if (sm_is(scan, k, SM_W_ON) || sm_is(scan, k, SM_W_AGAINST) || sm_is(scan, k, SM_W_OF)) k--;
  if (sm_is(scan, k, SM_W_AND) && k > floor && sm_is_sign(scan, k - 1, ',')) k--;
  bool join = sm_is(scan, k, SM_W_AND) || sm_is_sign(scan, k, ',');
  if (!join || k == 0) return false;
  const sm_lexicon_entry *unit = k > floor + 1 ? scan->t[k - 1].entry : NULL; // "Hremiach of Chernihiv oblast and X"
  const bool after_unit = unit && unit->word_bits & SM_WORD_NOUN_LOCATION && !(scan->t[k - 1].flags & SM_TOKEN_CAPITAL) && scan->mention_at[k - 2];
  uint32_t m = scan->mention_at[after_unit ? k - 2 : k - 1];
  if (m) return scan->mentions->items[m - 1].role == SM_ROLE_LITERAL && (sm_is(scan, k, SM_W_AND) || is_in_name_list(scan, i));
  return site && site == k;
}

/// "A, B, Orikhiv and C were shelled", where Orikhiv is a town that is known: names at the head of a list that was struck.
static bool is_in_struck_list(const sm_scan *scan, uint32_t first, uint32_t end) {
  enum { MOST = 12 };
  const sm_sentence *s = &scan->s[scan->t[first].sentence];
  bool known = false, last = false;
  uint32_t k = end;
  for (int n = 0; n < MOST && !last; n++) {
    const uint32_t others = sm_past_and_others(scan, k);
    last = others > k || sm_is(scan, k, SM_W_AND);
    if (others > k) k = others;
    else {
      if (!last && !sm_is_sign(scan, k, ',')) return false;
      const uint32_t next = k + 1, m = next < s->last ? scan->mention_at[next] : 0;
      const sm_mention *x = m ? &scan->mentions->items[m - 1] : NULL;
      if (x && (x->role != SM_ROLE_LITERAL || sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind == SM_KIND_COUNTRY)) return false;
      known |= x != NULL;
      k = x ? x->last : sm_site_name_end(scan, next, s->last);
      if (k <= next) return false;
    }
  }
  return known && last && k < s->last && (sm_is_be(scan, k) || sm_has_cue(scan, k, SM_CUE_TRIGGER));
}

/// "Sergeant Khalaf al-Jubouri", "Jose Aldemar Rojas": a title or a first name before other words, a surname after them.
/// heads: at the head of a line, where "Khan al-Sabil" and "Sheikh Zuweid" are towns.
static bool is_person(const sm_scan *scan, uint32_t first, uint32_t last, bool heads) {
  const sm_lexicon_entry *e = scan->t[first].entry, *end = scan->t[last - 1].entry;
  if (last <= first + 1) return false;
  bool title = !heads && e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT));
  bool given = e && e->word_bits & SM_WORD_GIVEN_NAME && !(e->word_bits & SM_WORD_NOUN);
  bool surname = last > first + 2 && e && end && e->word_bits & SM_WORD_GIVEN_NAME && end->word_bits & SM_WORD_SURNAME;
  return title || given || surname;
}

/// "the outskirts of Naqoura and Alma Al-Shaab after midnight": the second of a pair of places, that ends as no person's name does.
static bool is_paired(const sm_scan *scan, uint32_t last, uint32_t ceiling) {
  const sm_lexicon_entry *end = scan->t[last - 1].entry;
  if (end && end->word_bits & (SM_WORD_SURNAME | SM_WORD_GIVEN_NAME)) return false;
  return last >= ceiling || sm_is_punct(scan, last) || sm_is_preposition(scan, last) || sm_is(scan, last, SM_W_AFTER) || sm_has_cue(scan, last, SM_CUE_TIME);
}

/// "Kozinka, the village at the crossing", "Ceeljaale, a farming settlement": the next words say what it is.
static bool is_told_as_settlement(const sm_scan *scan, uint32_t end, uint32_t ceiling) {
  enum { WORDS = 5 };
  static const char *const kinds[] = {"village", "town", "hamlet", "settlement", "suburb", "city", "neighbourhood", "neighborhood", "quarter", "port", "island", "islet", "township", "municipality"};
  static const char *const loose[] = {"community", "locality", "area", "commune", "outpost"}; // no "community leader"
  if (!sm_is_sign(scan, end, ',') || !sm_is_article(scan, end + 1)) return false;
  for (uint32_t k = end + 2; k < ceiling && k < end + 2 + WORDS; k++) {
    if (SM_IS_ONE_OF(scan, k, kinds)) return true;
    if (k + 1 < ceiling && SM_IS_ONE_OF(scan, k, loose) && (sm_is_preposition(scan, k + 1) || sm_is_punct(scan, k + 1))) return true;
    if (!(scan->t[k].flags & SM_TOKEN_WORD) || sm_is_preposition(scan, k)) return false;
  }
  return false;
}

/// "Bambo's turn", "Ber's only well", "Pauktaw's market": a place owns what only towns have.
static bool owns_of_town(const sm_scan *scan, uint32_t end, uint32_t ceiling) {
  static const char *const things[] = {"turn", "market", "bazaar", "hospital", "airport", "port", "station", "outskirts", "suburbs", "centre", "center", "streets", "residents", "inhabitants", "mayor", "harbour", "waterfront", "square"};
  if (end >= ceiling || !(scan->t[end].flags & SM_TOKEN_CLITIC)) return false;
  for (uint32_t k = end + 1; k < ceiling && k < end + 4; k++) {
    if (SM_IS_ONE_OF(scan, k, things)) return true;
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !(e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN))) return false;
  }
  return false;
}

/// "Tajoura, east of Tripoli", "Pauktaw, near Sittwe": how it lies to a place follows.
static bool is_told_by_bearing(const sm_scan *scan, uint32_t end, uint32_t ceiling) {
  enum { WORDS = 8 };
  if (!sm_is_sign(scan, end, ',')) return false;
  for (uint32_t k = end + 1; k + 1 < ceiling && k <= end + WORDS && !sm_is_punct(scan, k); k++) {
    if (scan->mask[k] & (1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY)) return false; // "Meanwhile, a bomb near Mosul killed"
    const bool leads = sm_is(scan, k, SM_W_NEAR) || sm_is(scan, k, SM_W_OUTSIDE) || is_bearing(scan, k, end + 1);
    if (!leads || !scan->mention_at[k + 1]) continue;
    const sm_mention *m = &scan->mentions->items[scan->mention_at[k + 1] - 1];
    return m->place && m->role != SM_ROLE_DEMONYM;
  }
  return false;
}

/// "Khan Bani Saad, southwest of Baquba": how it lies to a place follows at once.
static bool is_told_by_direction(const sm_scan *scan, uint32_t end, uint32_t ceiling) {
  uint32_t k = end + 1;
  if (!sm_is_sign(scan, end, ',')) return false;
  if (k < ceiling && sm_is(scan, k, SM_W_TO)) k++;
  if (k < ceiling && sm_is(scan, k, SM_W_THE)) k++;
  const uint32_t m = k + 2 < ceiling && is_bearing(scan, k + 1, k) ? scan->mention_at[k + 2] : 0;
  return m && scan->mentions->items[m - 1].place && scan->mentions->items[m - 1].role != SM_ROLE_DEMONYM;
}

/// "the road that climbs from X", "the lane to X".
static bool is_on_road(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const roads[] = {"road", "highway", "motorway", "track", "path", "lane", "trail", "route"};
  if (!(sm_is(scan, lead, SM_W_FROM) || sm_is(scan, lead, SM_W_TO) || sm_is(scan, lead, SM_W_TOWARDS) || sm_is(scan, lead, SM_W_TOWARD))) return false;
  for (uint32_t k = lead; k > floor && lead - k < 3; k--)
    if (SM_IS_ONE_OF(scan, k - 1, roads)) return true;
  return false;
}

/// "then flew to X, where it dropped bombs": the end of a way, where something was struck.
static bool is_reached(const sm_scan *scan, uint32_t lead, uint32_t end) {
  return (sm_is(scan, lead, SM_W_TO) || sm_is(scan, lead, SM_W_TOWARDS) || sm_is(scan, lead, SM_W_TOWARD)) && sm_is_struck_there(scan, end, false);
}

/// "Ajang-Ajang, a faction of ...", "Karim, the commander": the next words say that it is a group or a person.
static bool is_told_as_group(const sm_scan *scan, uint32_t end, uint32_t ceiling) {
  enum { WORDS = 4 };
  if (!sm_is_sign(scan, end, ',') || !sm_is_article(scan, end + 1)) return false;
  for (uint32_t k = end + 2; k < ceiling && k < end + 2 + WORDS && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    const bool last = k + 1 >= ceiling || sm_is_punct(scan, k + 1) || sm_is_preposition(scan, k + 1) || sm_is(scan, k + 1, SM_W_THAT) || sm_is(scan, k + 1, SM_W_WHICH) || sm_is(scan, k + 1, SM_W_WHO);
    if (last) return e && e->word_bits & (SM_WORD_NOUN_PERSON | SM_WORD_NOUN_GROUP) && !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT));
  }
  return false;
}

bool sm_is_medium(const sm_scan *scan, uint32_t i) {
  static const char *const media[] = {"Facebook", "Telegram", "Twitter", "Instagram", "VKontakte", "WhatsApp", "TikTok", "YouTube"};
  return SM_IS_ONE_OF(scan, i, media);
}

bool sm_is_publication(const sm_scan *scan, uint32_t last) {
  static const char *const posts[] = {"post", "posts"}, *const words[] = {"media", "blog", "online", "website", "channel"};
  static const char *const agency[] = {"agency", "agencies"}, *const news[] = {"news", "press"};
  if (last > 0 && sm_is_medium(scan, last - 1)) return true;
  if (last > 1 && SM_IS_ONE_OF(scan, last - 1, agency) && SM_IS_ONE_OF(scan, last - 2, news)) return true; // "Amaq, the group's news agency"
  return last > 1 && SM_IS_ONE_OF(scan, last - 1, posts) && (SM_IS_ONE_OF(scan, last - 2, words) || sm_is_medium(scan, last - 2));
}

/// "the post of Light Infantry Battalion 266", "bombs on Maulud celebrants": the name of a unit, or of a kind of people.
static bool is_name_of_people(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t ceiling) {
  const sm_cue_row *unit = sm_cue_at(scan, end - 1, SM_CUE_FORCE, NULL);
  if (unit && end > first + 1) return true;
  const sm_lexicon_entry *e = end < ceiling && !(scan->t[end].flags & SM_TOKEN_CAPITAL) ? scan->t[end].entry : NULL;
  return e && e->word_bits & SM_WORD_NOUN_PERSON && e->word_bits & SM_WORD_PLURAL && !(e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_VERB));
}

/// The colon before the names, units and their commas that end before a token; the token itself when there is none.
static uint32_t colon_of_list(const sm_scan *scan, uint32_t token, uint32_t floor) {
  enum { LONGEST = 120 };
  for (uint32_t k = token; k > floor && token - k < LONGEST; k--) {
    const uint32_t i = k - 1;
    if (sm_is_sign(scan, i, ':')) return i;
    const sm_lexicon_entry *e = scan->t[i].entry;
    const bool name = scan->t[i].flags & SM_TOKEN_CAPITAL || scan->mention_at[i], unit = e && e->word_bits & SM_WORD_NOUN_LOCATION;
    const bool joint = sm_is_sign(scan, i, ',') || sm_is_sign(scan, i, ';') || sm_is_sign(scan, i, '-') || sm_is(scan, i, SM_W_AND) || sm_is(scan, i, SM_W_IN) || sm_is(scan, i, SM_W_OF);
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER) || !(name || unit || joint)) return token;
  }
  return token;
}

/// "12 settlements, including A", "several towns, among them A": an example of places told by number.
static bool is_example(const sm_scan *scan, uint32_t token, uint32_t floor) {
  enum { REACH = 14 };
  static const char *const leads[] = {"including", "namely", "notably"}, *const them[] = {"them", "these"}, *const among[] = {"among"}, *const as[] = {"as"}, *const such[] = {"such"};
  static const char *const places[] = {"settlements", "towns", "villages", "communities", "districts", "areas", "localities", "cities", "regions", "hamlets", "neighbourhoods", "neighborhoods", "provinces", "municipalities", "townships", "locations", "sites", "places", "positions"};
  if (token < floor + 3) return false;
  if (SM_IS_ONE_OF(scan, token, them)) token++;
  const bool pair = (SM_IS_ONE_OF(scan, token - 1, them) && SM_IS_ONE_OF(scan, token - 2, among)) || (SM_IS_ONE_OF(scan, token - 1, as) && SM_IS_ONE_OF(scan, token - 2, such));
  if (!pair && !SM_IS_ONE_OF(scan, token - 1, leads)) return false;
  for (uint32_t k = token - 1; k > floor && token - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, places)) return true;
    if (sm_has_cue(scan, k - 1, SM_CUE_CASUALTY) || sm_has_cue(scan, k - 1, SM_CUE_VICTIM)) return false; // "killing nine, including two in X"
  }
  return false;
}

bool sm_is_listed_place(const sm_scan *scan, uint32_t token) {
  enum { REACH = 14 };
  const uint32_t floor = scan->s[scan->t[token].sentence].first;
  if (is_example(scan, token, floor)) return true;
  if (token <= floor || !(sm_is_sign(scan, token - 1, ':') || sm_is_sign(scan, token - 1, ';') || sm_is_sign(scan, token - 1, ','))) return false;
  const uint32_t colon = colon_of_list(scan, token, floor);
  for (uint32_t k = colon; colon < token && k > floor && k + REACH > colon; k--) {
    const sm_lexicon_entry *e = scan->t[k - 1].entry;
    if (e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP) && e->word_bits & SM_WORD_PLURAL) return true;
  }
  return false;
}

/// "sources close to X", "officials close to X": whose they are; not "a man close to X was hit".
static bool is_patron_of(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const close[] = {"close"}, *const kin[] = {"sources", "source", "media", "pages", "page", "accounts", "channels", "channel", "outlets", "websites", "circles", "officials", "figures", "politicians", "businessmen", "journalists", "bloggers", "newspapers", "newspaper", "person", "people", "someone", "group", "groups", "militia", "militias", "party", "parties"};
  return lead > floor + 1 && sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, close) && SM_IS_ONE_OF(scan, lead - 2, kin);
}

/// "Rural Transit Inc.", "Petro Rabigh Ltd": the name of a firm.
static bool is_firm(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const kinds[] = {"Inc", "Inc.", "Ltd", "Ltd.", "Limited", "Corp", "Corp.", "Corporation", "LLC", "PLC", "Plc", "GmbH", "Co", "Co.", "Airlines", "Airways"};
  return end > first + 1 && SM_IS_ONE_OF(scan, end - 1, kinds);
}

/// "on Highway 410 in Yaha district": the word for a road before its number names no place.
static bool is_numbered_road(const sm_scan *scan, uint32_t first, uint32_t end) {
  static const char *const roads[] = {"Highway", "Route", "Road", "Motorway", "Expressway", "Interstate"};
  return end == first + 1 && end < scan->n && SM_IS_ONE_OF(scan, first, roads) && scan->t[end].flags & SM_TOKEN_NUMBER;
}

/// "in the Mexican town X", "near the village X": the settlement's noun right before the name.
static bool is_led_by_settlement(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  enum { WORDS = 4 };
  static const char *const kinds[] = {"town", "village", "hamlet", "settlement", "city", "township", "locality", "community", "island", "islet"};
  if (lead <= floor || !SM_IS_ONE_OF(scan, lead, kinds)) return false;
  for (uint32_t k = lead; k > floor && lead - k < WORDS && !sm_is_punct(scan, k - 1); k--)
    if (sm_is_place_preposition(scan, k - 1)) return true;
  return false;
}

bool sm_is_set_as_place(const sm_scan *scan, uint32_t first, uint32_t end, uint32_t site, bool alone, bool struck) {
  const sm_sentence *s = &scan->s[scan->t[first].sentence];
  uint32_t lead = first > s->first ? first - 1 : first;
  if (lead > s->first && sm_is_ayn(scan, lead)) lead--;
  if (first > s->first && is_patron_of(scan, lead, s->first)) return false;
  bool near = first > s->first && sm_is_place_preposition(scan, lead);
  bool led = near || (first > s->first && (is_weak_lead(scan, lead, s->first) || is_led_by_settlement(scan, lead, s->first) || is_owned(scan, lead, s->first) || is_led_by_article(scan, lead, end, s->first)));
  bool heads = (alone || is_item_head(scan, first, end)) && !is_label(scan, first, end);
  bool owns = owns_of_town(scan, end, s->last);
  bool possessive = end < s->last && (scan->t[end].flags & SM_TOKEN_CLITIC);
  bool touches = end < s->last && scan->mention_at[end] && !(scan->t[end].flags & SM_TOKEN_PUNCT);
  if ((end == first + 1 && sm_is_medium(scan, first)) || is_firm(scan, first, end) || is_numbered_road(scan, first, end)) return false;
  if (sm_is_sign(scan, end, ',') && (sm_is(scan, end + 1, SM_W_WHO) || sm_is(scan, end + 1, SM_W_WHOM))) return false; // "General X, who"
  if ((possessive && !owns) || touches || (first > s->first && scan->mention_at[first - 1])) return false;
  const bool settlement = is_told_as_settlement(scan, end, s->last);
  if (!settlement && (is_told_as_group(scan, end, s->last) || is_name_of_people(scan, first, end, s->last))) return false;
  if (end == first + 1 && end < s->last && is_people_adjective(scan, first) && !(scan->t[end].flags & SM_TOKEN_CAPITAL) &&
      (sm_is_sign(scan, end, '-') || (scan->t[end].entry && scan->t[end].entry->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE)))) return false; // "from Kurdish-held areas"
  const bool goes = goes_on(scan, site, first, s->first);
  if (near || is_bearing(scan, lead, s->first) || (led && is_told_by_direction(scan, end, s->last)) || (goes && sm_is(scan, first - 1, SM_W_ON))) return true;
  bool fits = led || heads || owns || goes || struck || sm_is_struck_subject(scan, first, end) || is_told_by_bearing(scan, end, s->last) || is_in_struck_list(scan, first, end) || (first > s->first && (is_on_road(scan, lead, s->first) || is_reached(scan, lead, end))) || settlement;
  static const char *const towns[] = {"town", "village", "city", "township", "hamlet"}; // "into Moe Byae town"
  static const char *const of_towns[] = {"town", "village", "villages", "towns", "township", "hamlet", "hamlets", "settlement", "settlements"};
  static const char *const areas[] = {"area", "areas", "district", "locality", "neighbourhood", "neighborhood", "quarter", "region", "valley", "tehsil", "subdistrict", "township"};
  if (lead > s->first && sm_is(scan, lead, SM_W_THE) && sm_is_place_preposition(scan, lead - 1) && end < s->last && SM_IS_ONE_OF(scan, end, areas)) return true; // "in the Sher Ghazi area"
  const bool named = lead > s->first && sm_is(scan, lead, SM_W_OF) && SM_IS_ONE_OF(scan, lead - 1, of_towns); // "the village of Sheikh Issa"
  return fits && (named || settlement || (goes && sm_is(scan, first - 1, SM_W_AND) && is_paired(scan, end, s->last)) || (end < s->last && SM_IS_ONE_OF(scan, end, towns)) || !is_person(scan, first, end, heads));
}
