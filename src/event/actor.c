#include "alias.h"

#include "fold.h"
#include "outfit.h"

sm_actor sm_state_actor(const sm_reader *reader, sm_place_ref country) {
  sm_actor actor = {0};
  if (!country) return actor;
  sm_place place;
  sm_gazetteer_place(reader->gazetteer, country, &place);
  actor.name = place.name;
  memcpy(actor.iso3, place.iso3, sizeof actor.iso3);
  actor.type = 1;
  return actor;
}

bool sm_same_side(const sm_actor *a, const sm_actor *b) {
  if (!a->name.len || !b->name.len) return false;
  if (sm_str_equal(a->name, b->name)) return true;
  return a->iso3[0] && strcmp(a->iso3, b->iso3) == 0 && a->type == 1 && b->type == 1;
}

/// "Houthi-held", "Saudi-led", "Iran-backed": not the actor itself.
static bool is_modifier(const sm_scan *scan, uint32_t last) {
  static const char *const ties[] = {"allied", "linked", "affiliated", "inspired", "aligned"};
  if (SM_IS_ONE_OF(scan, last, ties) && last + 1 < scan->n && !sm_is(scan, last + 1, SM_W_TO) && !sm_is(scan, last + 1, SM_W_WITH) && !sm_is_punct(scan, last + 1)) return true; // "al-Qaeda allied Shebab insurgents"
  if (!sm_is_sign(scan, last, '-') || last + 1 >= scan->n) return false;
  return scan->t[last + 1].flags & SM_TOKEN_WORD && !(scan->t[last + 1].flags & SM_TOKEN_CAPITAL) &&
         !sm_has_cue(scan, last + 1, SM_CUE_FORCE) && !sm_has_cue(scan, last + 1, SM_CUE_WEAPON) &&
         !sm_has_cue(scan, last + 1, SM_CUE_TRIGGER);
}

static bool only_modifies(const sm_scan *scan, uint32_t first, uint32_t last) { return is_modifier(scan, last) && !sm_is_source_holder(scan, first, last) && !sm_is_side_of_force(scan, last); }

/// "a jet of Chinese make", "missiles of Soviet design", "at noon, Sanaa time": who built it, whose clock it is.
static bool is_maker(const sm_scan *scan, uint32_t last) {
  static const char *const words[] = {"make", "manufacture", "design", "origin", "production", "construction", "time"};
  return SM_IS_ONE_OF(scan, last, words);
}

/// "traffickers on the Colombian border", "a Turkish town": ground that bears the country's name and does nothing.
static bool is_of_ground(const sm_scan *scan, uint32_t last) {
  static const char *const ground[] = {"border", "frontier", "coast", "town", "city", "village", "capital", "province", "district"};
  return SM_IS_ONE_OF(scan, last, ground) && !(last + 1 < scan->n && (sm_has_cue(scan, last + 1, SM_CUE_FORCE) || sm_is_sign(scan, last + 1, '-')));
}

/// "pro-Iranian", "anti-Taliban", "non-Israeli": a small word and a hyphen before.
static bool is_prefixed(const sm_scan *scan, uint32_t first) {
  return first >= 2 && sm_is_sign(scan, first - 1, '-') && !(scan->t[first].flags & SM_TOKEN_SPACE_BEFORE) &&
         scan->t[first - 2].end - scan->t[first - 2].begin <= 4 && !(scan->t[first - 2].flags & SM_TOKEN_UPPER);
}

static uint32_t skip_words(const sm_scan *scan, uint32_t i) {
  if (i < scan->n && (scan->t[i].flags & SM_TOKEN_CLITIC)) i++;
  if (sm_is_sign(scan, i, '-')) i++;
  return i;
}

/// The force word that follows a name within two words: its row and end.
static const sm_cue_row *force_after(const sm_scan *scan, uint32_t last, uint32_t *end) {
  uint32_t i = skip_words(scan, last);
  for (int steps = 0; steps < 3 && i < scan->n && scan->t[i].sentence == scan->t[last - 1].sentence; steps++, i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, end);
    if (row) return row;
    if (scan->mention_at[i] || sm_has_cue(scan, i, SM_CUE_REPORTING)) return NULL; // "Ukraine said Russian rockets"
    const sm_lexicon_entry *e = scan->t[i].entry;
    bool adjective = e && (e->word_bits & SM_WORD_ADJECTIVE);
    const bool noun = e && e->word_bits & SM_WORD_NOUN && !(scan->mask[i] & ~(1u << SM_CUE_MODE)) && i + 1 < scan->n && sm_has_cue(scan, i + 1, SM_CUE_FORCE); // "Indian border forces"
    if (!(scan->t[i].flags & SM_TOKEN_WORD) || sm_has_cue(scan, i, SM_CUE_TRIGGER) || (!adjective && !noun && !(scan->t[i].flags & SM_TOKEN_CAPITAL)))
      return NULL;
  }
  return NULL;
}

static void add_force(const sm_scan *scan, sm_party *p) {
  uint32_t end;
  const sm_cue_row *force = force_after(scan, p->last, &end);
  if (!force) return;
  p->force = true;
  p->last = end;
  p->weapons = force->weapons;
  if (!p->state) return;
  if (force->kind == SM_K_REBEL) { // "Palestinian militants": of the country, not its state
    p->state = false;
    p->actor.name = sm_span_text(scan, sm_tokens_span(scan, p->first, p->last));
    p->actor.type = 2;
  }
}

static void set_actor(sm_party *p, const sm_cue_row *row) {
  p->actor.name = row->name;
  memcpy(p->actor.iso3, row->iso3, sizeof p->actor.iso3);
  p->actor.type = row->type;
}

sm_actor sm_country_of_mention(const sm_scan *scan, uint32_t m) {
  sm_place_brief brief = sm_gazetteer_brief(scan->reader->gazetteer, scan->mentions->items[m].place);
  return sm_state_actor(scan->reader, brief.kind == SM_KIND_COUNTRY ? scan->mentions->items[m].place : brief.country);
}

/// Whether the report names a place in a group's own country.
static bool is_at_home(const sm_scan *scan, const sm_cue_row *row) {
  for (size_t i = 0; i < scan->mentions->n; i++)
    if (scan->mentions->items[i].place && strcmp(sm_country_of_mention(scan, (uint32_t)i).iso3, row->iso3) == 0) return true;
  return false;
}

/// "pro-LNA forces", "pro-Houthi fighters": those who fight on a group's side.
static bool is_pro_force(const sm_scan *scan, uint32_t i, uint32_t last) {
  static const char *const pro[] = {"pro", "Pro"};
  uint32_t end;
  return SM_IS_ONE_OF(scan, i - 2, pro) && force_after(scan, last, &end);
}

static bool is_beside_number(const sm_scan *scan, uint32_t i) {
  return (i > 0 && scan->t[i - 1].flags & SM_TOKEN_NUMBER) || (i + 1 < scan->n && scan->t[i + 1].flags & SM_TOKEN_NUMBER);
}

static bool group_party(const sm_scan *scan, uint32_t i, sm_party *p) {
  uint32_t last;
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_ACTOR, &last);
  if (row && last == i + 1 && sm_has_cue(scan, i, SM_CUE_TIME) && (!sm_is_acronym(scan, i) || is_beside_number(scan, i))) return false; // "2 Jan.", "12 JAN" is no JaN
  if (!row || only_modifies(scan, i, last) || (is_prefixed(scan, i) && !is_pro_force(scan, i, last)) || (row->flags & SM_ROW_HOME && !is_at_home(scan, row))) return false;
  *p = (sm_party){.first = i, .last = last, .sentence = scan->t[i].sentence, .named = true, .state = row->type == 1};
  set_actor(p, row);
  p->weapons = row->weapons;
  p->force = row->type == 1;
  bool state = p->state;
  p->state = false;
  add_force(scan, p);
  p->state = state;
  return true;
}

/// A capital letter follows that is no mention, force or weapon: "the Domingo Laín front".
static bool in_longer_name(const sm_scan *scan, uint32_t last) {
  return last < scan->n && scan->t[last].flags & SM_TOKEN_CAPITAL && scan->t[last].flags & SM_TOKEN_WORD && !scan->mention_at[last] &&
         !(scan->t[last].flags & (SM_TOKEN_SENTENCE_START | SM_TOKEN_CLITIC)) && !scan->mask[last];
}

/// "a rebel group, the M23, shelled", "the militant group Jaish al-Adl".
static void add_apposed_name(const sm_scan *scan, sm_party *p) {
  uint32_t i = p->last, end;
  static const char *const bodies[] = {"group", "groups", "movement", "organisation", "organization", "army", "faction", "outfit", "force"};
  const bool body = SM_IS_ONE_OF(scan, i, bodies); // "leftist guerrilla group FARC"
  if (body) i++;
  bool comma = sm_is_sign(scan, i, ',');
  if (comma) i++;
  const bool article = sm_is(scan, i, SM_W_THE) || sm_is(scan, i, SM_W_A);
  if (article && !comma && !body) return; // "the mayor suspects the ADF"
  if (article) i++;
  const sm_cue_row *row = i < scan->n && scan->t[i].sentence == p->sentence ? sm_cue_at(scan, i, SM_CUE_ACTOR, &end) : NULL;
  if (!row || row->type == 1 || (comma && !sm_is_sign(scan, end, ','))) return;
  set_actor(p, row);
  p->named = true;
  p->last = end;
}

/// "Afghan and Pakistani Taliban", "Syrian and Iraqi rebels": shares the noun of the next people, and is no state.
static bool shares_group(const sm_scan *scan, const sm_mention *m) {
  uint32_t i = m->last;
  if (m->role != SM_ROLE_DEMONYM || !sm_is(scan, i, SM_W_AND) || i + 1 >= scan->n) return false;
  const uint32_t next = scan->mention_at[i + 1];
  if (!next || scan->mentions->items[next - 1].role != SM_ROLE_DEMONYM) return false;
  const sm_cue_row *whole = sm_cue_at(scan, i + 1, SM_CUE_ACTOR, NULL); // "Pakistani Taliban"
  if (whole && (whole->type == 2 || whole->type == 3)) return true;
  i = scan->mentions->items[next - 1].last;
  const sm_cue_row *force = i < scan->n ? sm_cue_at(scan, i, SM_CUE_FORCE, NULL) : NULL, *group = i < scan->n ? sm_cue_at(scan, i, SM_CUE_ACTOR, NULL) : NULL;
  return (force && force->kind == SM_K_REBEL) || (group && (group->type == 2 || group->type == 3));
}

/// "in Quetta, southwest Pakistan, killing seven": the country of an address, told by its side.
static bool ends_address(const sm_scan *scan, const sm_mention *m) {
  static const char *const sides[] = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central", "northern", "southern", "eastern", "western"};
  if (m->role == SM_ROLE_DEMONYM || m->first < 3 || !SM_IS_ONE_OF(scan, m->first - 1, sides) || !sm_is_sign(scan, m->first - 2, ',')) return false;
  const uint32_t before = scan->mention_at[m->first - 3];
  return before && scan->mentions->items[before - 1].role == SM_ROLE_LITERAL && sm_is_sign(scan, m->last, ',');
}

/// "The minister said in Ankara", "the defence ministry in Ankara", "In Moscow the Defence Ministry said": who tells is of the state whose capital it is.
static bool teller_at_seat(const sm_scan *scan, const sm_mention *m, sm_party *p) {
  enum { LONGEST = 3 };
  static const char *const tellers[] = {"ministry", "minister", "army", "military", "general", "staff", "command", "Ministry", "Army", "Staff", "General"}, *const arms[] = {"defence", "defense", "Defence", "Defense"}, *const foreign[] = {"foreign", "Foreign"},
                           *const in[] = {"in", "In"}, *const the[] = {"the", "The"};
  const uint32_t floor = scan->s[m->sentence].first, end = scan->s[m->sentence].last;
  if (m->role == SM_ROLE_DEMONYM || m->first < floor + 1 || !SM_IS_ONE_OF(scan, m->first - 1, in)) return false;
  uint32_t first, last;
  if (m->first == floor + 1) { // told first
    first = last = sm_is_sign(scan, m->last, ',') ? m->last + 1 : m->last;
    if (!SM_IS_ONE_OF(scan, first, the)) return false;
    first++;
    while (last < end && last < first + LONGEST && (last < first || SM_IS_ONE_OF(scan, last, tellers) || SM_IS_ONE_OF(scan, last, arms) || SM_IS_ONE_OF(scan, last, foreign))) last++;
    if (last <= first || !SM_IS_ONE_OF(scan, last - 1, tellers)) return false;
  } else {
    if (m->role != SM_ROLE_LITERAL || m->first < floor + 3) return false;
    const sm_cue_row *said = sm_cue_at(scan, m->first - 2, SM_CUE_REPORTING, NULL);
    last = said && said->form != SM_F_FIGURE && !SM_IS_ONE_OF(scan, m->first - 2, tellers) ? m->first - 2 : m->first - 1;
    for (first = last; first > floor && SM_IS_ONE_OF(scan, first - 1, tellers);) first--;
    if (first < last && first > floor && (SM_IS_ONE_OF(scan, first - 1, foreign) || SM_IS_ONE_OF(scan, first - 1, arms))) first--;
    if (first == last || first == floor || !SM_IS_ONE_OF(scan, first - 1, the)) return false;
  }
  *p = (sm_party){.first = first, .last = last, .sentence = m->sentence, .state = true, .named = true, .force = !SM_IS_ONE_OF(scan, first, foreign), .actor = sm_country_of_mention(scan, (uint32_t)(m - scan->mentions->items))};
  return p->actor.name.len > 0;
}

static bool state_party(const sm_scan *scan, uint32_t m, sm_party *p) {
  const sm_mention *mention = &scan->mentions->items[m];
  if (!mention->place || mention->role == SM_ROLE_DATELINE || ends_address(scan, mention)) return false;
  sm_place_brief brief = sm_gazetteer_brief(scan->reader->gazetteer, mention->place);
  bool country = brief.kind == SM_KIND_COUNTRY, capital = brief.flags & SM_PLACE_CAPITAL;
  if (capital && teller_at_seat(scan, mention, p)) return true;
  if (mention->role == SM_ROLE_DEMONYM ? !brief.country : !country && !(capital && mention->role == SM_ROLE_METONYM)) return false;
  if (only_modifies(scan, mention->first, mention->last) || is_prefixed(scan, mention->first) || is_maker(scan, mention->last)) return false;
  if ((mention->role == SM_ROLE_DEMONYM && is_of_ground(scan, mention->last)) || shares_group(scan, mention)) return false;
  if (capital && mention->role == SM_ROLE_METONYM && in_longer_name(scan, mention->last)) return false;
  *p = (sm_party){.first = mention->first, .last = mention->last, .sentence = mention->sentence, .state = true, .named = true};
  p->role = (uint8_t)mention->role;
  p->actor = sm_state_actor(scan->reader, country ? mention->place : brief.country);
  add_force(scan, p);
  if (!p->state) add_apposed_name(scan, p); // "the Somali militant group al-Shabaab"
  return p->actor.name.len > 0;
}

/// The names by which the lexicon's "rivals" may know an actor; their number.
static uint32_t names_of(const sm_actor *a, sm_str out[2]) {
  uint32_t n = 0;
  if (a->type == 1 && a->iso3[0]) out[n++] = sm_str_of(a->iso3);
  if (a->name.len) out[n++] = a->name;
  return n;
}

static bool is_war(const sm_reader *reader, uint64_t key) {
  for (uint32_t slot = (uint32_t)key & reader->war_mask; reader->wars[slot]; slot = (slot + 1) & reader->war_mask)
    if (reader->wars[slot] == key) return true;
  return false;
}

bool sm_are_rivals(const sm_reader *reader, const sm_actor *a, const sm_actor *b) {
  bool rebels = a->iso3[0] && strcmp(a->iso3, b->iso3) == 0 && strcmp(a->iso3, "PSE") != 0 && ((a->type == 1 && b->type == 2) || (a->type == 2 && b->type == 1));
  if (rebels) return true;
  sm_str x[2], y[2];
  const uint32_t n = names_of(a, x), m = names_of(b, y);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < m; k++)
      if (is_war(reader, sm_pair_key(x[i], y[k]))) return true;
  return false;
}

/// The coalition of the lexicon that is at war with a group, or NULL.
static const sm_cue_row *coalition_against(const sm_reader *reader, const sm_cue_row *group) {
  sm_party foe = {0}, coalition = {0};
  set_actor(&foe, group);
  for (uint32_t i = 0; i < reader->n_rows[SM_CUE_ACTOR]; i++) {
    const sm_cue_row *row = &reader->rows[SM_CUE_ACTOR][i];
    if (row->type != 8) continue;
    set_actor(&coalition, row);
    if (sm_are_rivals(reader, &coalition.actor, &foe.actor)) return row;
  }
  return NULL;
}

/// "the coalition": the one that the report names, or the one at war with a group that it names.
static void name_coalition(const sm_scan *scan, sm_party *p) {
  const sm_cue_row *against = NULL;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    if (c->cls != SM_CUE_ACTOR) continue;
    if (c->row->type == 8) {
      p->named = true;
      set_actor(p, c->row);
      return;
    }
    if (!against && (c->row->type == 2 || c->row->type == 3)) against = coalition_against(scan->reader, c->row);
  }
  if (!against) return;
  p->named = true;
  set_actor(p, against);
}

/// "army helicopter", "rebel fighters", "cartel gunmen": words for forces in a row are one party.
static void add_force_words(const sm_scan *scan, sm_party *p) {
  const uint32_t sentence = scan->t[p->first].sentence;
  while (p->last < scan->n && scan->t[p->last].sentence == sentence) {
    uint32_t end;
    const sm_cue_row *row = sm_cue_at(scan, p->last, SM_CUE_FORCE, &end);
    if (!row || row->kind == SM_K_FOE || sm_has_cue(scan, p->last, SM_CUE_TRIGGER)) return;
    p->last = end;
    p->weapons |= row->weapons;
  }
}

/// Words that tell which rebels: "suspected Islamist militants", "unidentified armed men".
static uint32_t describing_from(const sm_scan *scan, uint32_t i) {
  const uint32_t sentence = scan->t[i].sentence;
  for (int steps = 0; steps < 3 && i > 0 && scan->t[i - 1].sentence == sentence; steps++, i--) {
    if (steps > 0 && i >= 2 && sm_is_sign(scan, i - 1, '-') && scan->t[i - 2].flags & SM_TOKEN_WORD && scan->t[i - 2].sentence == sentence) { // "Iran-backed"
      i--;
      continue;
    }
    const sm_lexicon_entry *e = scan->t[i - 1].entry;
    bool adjective = e && (e->word_bits & SM_WORD_ADJECTIVE) && !(e->word_bits & SM_WORD_ADVERB);
    if (!adjective || !(scan->t[i - 1].flags & SM_TOKEN_WORD) || scan->mention_at[i - 1] || sm_is_preposition(scan, i - 1)) break;
    if (scan->mask[i - 1] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_NUMBER | 1u << SM_CUE_TIME | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_REPORTING)) break;
    if (i >= 2 && sm_is_have(scan, i - 2)) break; // "has faced jihadi attacks"
  }
  return i;
}

/// "January 12: Six militants were killed", "Several gunmen": a number, or a capital behind a colon or a dash, is no name.
static bool opens_clause(const sm_scan *scan, uint32_t i) {
  return sm_has_cue(scan, i, SM_CUE_NUMBER) || (i > 0 && (sm_is_sign(scan, i - 1, ':') || (sm_is_dash(scan, i - 1) && scan->t[i].flags & SM_TOKEN_SPACE_BEFORE)));
}

/// "hostile intelligence forces": a noun stands before the force.
static bool is_force_behind(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = i + 2 < scan->n ? scan->t[i + 1].entry : NULL;
  return e && e->word_bits & SM_WORD_NOUN && !scan->mask[i + 1] && sm_has_cue(scan, i + 2, SM_CUE_FORCE);
}

/// "a hostile raid", "hostile warplanes"; but "hostile acts", "deaths from hostile fire".
static bool is_hostile(const sm_scan *scan, uint32_t i) {
  static const char *const hostile[] = {"hostile", "Hostile"}, *const fire[] = {"fire"};
  if (!SM_IS_ONE_OF(scan, i, hostile) || i + 1 >= scan->n || SM_IS_ONE_OF(scan, i + 1, fire)) return false;
  if (is_force_behind(scan, i)) return true;
  return scan->mask[i + 1] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER);
}

bool sm_is_foe(const sm_scan *scan, const sm_party *p) {
  for (uint32_t i = p->first; i < p->last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, NULL);
    if ((row && row->kind == SM_K_FOE) || is_hostile(scan, i)) return true;
  }
  return false;
}

/// "troops of rebel leader X", "soldiers loyal to the warlord X": no state's.
static bool are_rebels_men(const sm_scan *scan, uint32_t last) {
  enum { REACH = 4 };
  static const char *const leads[] = {"of", "to", "under", "by"}, *const loyal[] = {"loyal", "led", "commanded"}, *const chiefs[] = {"warlord", "renegade", "rebel", "dissident", "mutinous", "militia", "insurgent", "guerrilla"};
  uint32_t k = last + (SM_IS_ONE_OF(scan, last, loyal) ? 1 : 0);
  if (!SM_IS_ONE_OF(scan, k, leads)) return false;
  for (uint32_t i = k + 1; i < scan->n && i <= k + REACH && scan->t[i].sentence == scan->t[last].sentence && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, chiefs)) return i + 1 < scan->n && scan->t[i + 1].flags & SM_TOKEN_WORD;
  return false;
}

/// "guerrilla assaults", "guerilla war": how it is fought, not who fights.
static bool is_manner(const sm_scan *scan, uint32_t i) {
  static const char *const ways[] = {"guerrilla", "guerilla", "Guerrilla"}, *const deeds[] = {"war", "warfare", "campaign", "tactics", "assaults", "assault", "attacks", "attack", "raids", "raid", "strikes", "operations", "style"};
  return SM_IS_ONE_OF(scan, i, ways) && (sm_is_sign(scan, i + 1, '-') || SM_IS_ONE_OF(scan, i + 1, deeds));
}

/// "the army", "rebels", "Kurdish militants".
static bool nameless_party(const sm_scan *scan, uint32_t i, sm_party *p) {
  uint32_t last;
  static const char *const non[] = {"non", "Non"};
  if (i > 1 && sm_is_sign(scan, i - 1, '-') && SM_IS_ONE_OF(scan, i - 2, non)) return false; // "non-combatants"
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_FORCE, &last);
  if (!row && is_hostile(scan, i)) {
    *p = (sm_party){.first = i, .last = is_force_behind(scan, i) ? i + 3 : i + 1, .sentence = scan->t[i].sentence, .force = true};
    return true;
  }
  if (!row || row->kind == SM_K_ARMS || is_modifier(scan, last) || is_manner(scan, i)) return false; // "rebel-held"
  *p = (sm_party){.first = i, .last = last, .sentence = scan->t[i].sentence, .force = true, .weapons = row->weapons};
  const bool rebels = are_rebels_men(scan, last);
  p->state = (row->kind == SM_K_STATE || row->kind == SM_K_GOVERNMENT) && !rebels;
  p->actor.type = rebels ? 2 : p->state || row->kind == SM_K_REBEL || row->kind == SM_K_COALITION ? row->type : 0;
  if (row->kind == SM_K_COALITION) name_coalition(scan, p);
  if (row->kind == SM_K_STATE && i > 0 && scan->t[i - 1].sentence == p->sentence && sm_has_cue(scan, i - 1, SM_CUE_PEOPLE) && !scan->mention_at[i - 1]) { // "Kurdish forces": of a people, of no state
    *p = (sm_party){.first = i - 1, .last = last, .sentence = p->sentence, .force = true, .named = true, .weapons = row->weapons, .actor = {.name = sm_span_text(scan, sm_tokens_span(scan, i - 1, last)), .type = 2}};
    return true;
  }
  bool unnamed = row->kind == SM_K_COALITION && !p->named;
  if (row->kind != SM_K_FOE) add_force_words(scan, p);
  if (unnamed && sm_span_text(scan, sm_tokens_span(scan, i, last)).len >= 8) p->words = sm_span_text(scan, sm_tokens_span(scan, i, last)); // the "coalition" of "coalition aircraft"
  if (row->kind != SM_K_REBEL) return true;
  p->first = describing_from(scan, i);
  bool adjective = p->first > 0 && (scan->t[p->first - 1].flags & SM_TOKEN_CAPITAL) && !scan->mention_at[p->first - 1] &&
                   !(scan->t[p->first - 1].flags & SM_TOKEN_SENTENCE_START) && scan->t[p->first - 1].sentence == scan->t[i].sentence &&
                   !sm_has_cue(scan, p->first - 1, SM_CUE_TIME) && !opens_clause(scan, p->first - 1);
  if (adjective) {
    p->first--;
    p->actor.name = sm_span_text(scan, sm_tokens_span(scan, p->first, p->last));
    p->named = true;
    add_apposed_name(scan, p); // "the Basque separatist organisation ETA"
  } else {
    if (sm_tells_cue(scan, p->first, i, SM_CUE_MODE, SM_K_UNNAMED)) p->actor.type = 0;
    if (!(row->flags & SM_ROW_WEAK)) p->words = sm_span_text(scan, sm_tokens_span(scan, p->first, p->last));
    add_apposed_name(scan, p);
  }
  return true;
}

static bool has_word(sm_str name, sm_str word) {
  for (size_t i = 0; i + word.len <= name.len; i++) {
    const bool starts = i == 0 || name.ptr[i - 1] == ' ', ends = i + word.len == name.len || name.ptr[i + word.len] == ' ';
    if (starts && ends && memcmp(name.ptr + i, word.ptr, word.len) == 0) return true;
  }
  return false;
}

/// "the Ta'ang army" in a report of the Ta'ang National Liberation Army: the group told of before by a name that begins with the word.
static void take_short_name(const sm_scan *scan, const sm_parties *before, sm_party *p) {
  enum { REACH = 60 };
  const uint32_t i = p->first > 0 && scan->t[p->first - 1].flags & SM_TOKEN_CLITIC ? p->first - 1 : p->first; // "Haftar's air force"
  if (p->named || !p->state || i == 0 || scan->t[i - 1].sentence != p->sentence || !(scan->t[i - 1].flags & SM_TOKEN_CAPITAL) || scan->t[i - 1].flags & (SM_TOKEN_SENTENCE_START | SM_TOKEN_UPPER)) return;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, i - 1, i));
  for (uint32_t k = before->n; word.len >= 4 && k > 0 && k + REACH > before->n; k--) {
    const sm_party *group = &before->items[k - 1];
    if (!group->named || group->actor.type != 2 || group->last < group->first + 2) continue;
    if (!has_word(sm_span_text(scan, sm_tokens_span(scan, group->first, group->last)), word)) continue;
    p->actor = group->actor;
    p->named = true;
    p->state = false;
    p->first = i - 1;
    return;
  }
}

/// "the group of tourists", "a rights group": no fighters; the words after tell, or those told since the group was named.
static bool is_of_others(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const civil[] = {"rights", "observatory", "monitor", "monitoring", "charity", "aid", "advocacy", "humanitarian", "watchdog", "parliamentary", "contact"},
                           *const bodies[] = {"group", "Group", "groups", "organisation", "organization", "movement"};
  for (uint32_t i = first; i <= last && i < scan->n; i++)
    if (SM_IS_ONE_OF(scan, i, civil) || (SM_IS_ONE_OF(scan, i, bodies) && i + 1 < scan->n && sm_is(scan, i + 1, SM_W_OF))) return true;
  return false;
}

/// "the group", "the movement", not "the group Ansaru".
static bool is_group_noun(const sm_scan *scan, uint32_t i) {
  static const char *const bodies[] = {"group", "movement", "organisation", "organization", "outfit"};
  if (i == 0 || !sm_is(scan, i - 1, SM_W_THE) || !SM_IS_ONE_OF(scan, i, bodies) || scan->t[i].flags & SM_TOKEN_CAPITAL) return false;
  return !is_modifier(scan, i + 1) && !(i + 1 < scan->n && scan->t[i + 1].flags & SM_TOKEN_CAPITAL && !sm_is_punct(scan, i + 1));
}

/// "Its spokesman also claimed responsibility for", "He took responsibility", at the head of a sentence: the token behind whoever speaks for the group, right
/// before its claim; 0 for other words.
static uint32_t claiming_spokesman_end(const sm_scan *scan, uint32_t i) {
  static const char *const led[] = {"The", "Its", "Their"}, *const who[] = {"spokesman", "spokesperson", "spokeswoman"}, *const also[] = {"also", "further", "later"};
  const bool pronoun = sm_is(scan, i, SM_W_HE);
  if (!pronoun && !(SM_IS_ONE_OF(scan, i, led) && SM_IS_ONE_OF(scan, i + 1, who))) return 0;
  const uint32_t end = pronoun ? i + 1 : i + 2;
  uint32_t verb = end;
  while (verb < scan->n && (SM_IS_ONE_OF(scan, verb, also) || sm_is_have(scan, verb))) verb++;
  const sm_cue_row *claim = verb < scan->n ? sm_cue_at(scan, verb, SM_CUE_TRIGGER, NULL) : NULL;
  return claim && claim->kind == SM_K_RESPONSIBILITY ? end : 0;
}

/// "The group claimed responsibility": the armed group named last before.
static bool group_meant(const sm_scan *scan, const sm_parties *before, uint32_t i, sm_party *p) {
  enum { REACH = 120, SPEECH_REACH = 240 };
  const bool noun = is_group_noun(scan, i);
  const uint32_t last = noun ? i + 1 : claiming_spokesman_end(scan, i), reach = noun ? REACH : SPEECH_REACH;
  if (!last) return false;
  for (uint32_t k = before->n; k > 0 && before->items[k - 1].last + reach > i; k--) {
    const sm_party *group = &before->items[k - 1];
    if (!group->named || !group->actor.name.len || group->state || group->actor.type < 2 || group->actor.type > 4) continue;
    if (is_of_others(scan, group->last, i)) return false;
    *p = (sm_party){.first = i, .last = last, .sentence = scan->t[i].sentence, .actor = group->actor, .named = true, .again = true};
    return true;
  }
  return false;
}

/// "the ELN, the country's second largest guerrilla group, carried out": words for the group named before the comma.
static void take_name_before(const sm_scan *scan, const sm_parties *before, sm_party *p) {
  const sm_party *named = before->n ? &before->items[before->n - 1] : NULL;
  const sm_str text = scan->document->report.text;
  const bool describes = p->force && p->actor.name.ptr >= text.ptr && p->actor.name.ptr < text.ptr + text.len; // "a small Marxist guerrilla band"
  if (!named || named->sentence != p->sentence || !named->actor.name.len || named->state || p->state || (p->named && !describes)) return;
  const bool bracketed = p->first == named->last + 1 && sm_is_sign(scan, named->last, ')'); // "the Rapid Support Forces (RSF) paramilitary group"
  if (bracketed) {
    p->actor = named->actor, p->named = true, p->words = (sm_str){NULL, 0};
    return;
  }
  if (p->first < named->last + 1 || p->first - named->last > 7 || !sm_is_sign(scan, named->last, ',')) return;
  bool article = false;
  for (uint32_t i = named->last + 1; i < p->first; i++) {
    article |= sm_is_article(scan, i) || scan->t[i].flags & SM_TOKEN_CLITIC;
    if ((sm_is_punct(scan, i) && !sm_is_sign(scan, i, '-') && !(scan->t[i].flags & SM_TOKEN_CLITIC)) || sm_is(scan, i, SM_W_AND) || sm_is_preposition(scan, i)) return;
    if (scan->mask[i] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_REPORTING)) return;
  }
  if (!article) return;
  p->actor = named->actor;
  p->named = true;
  p->words = (sm_str){NULL, 0};
}

/// "the Monywa People's Defence Force": the town's name is part of the group's that follows at once.
static bool begins_name_of(const sm_scan *scan, const sm_party *town, const sm_party *p) {
  return town->last == p->first && town->last == town->first + 1 && town->sentence == p->sentence && !town->state && !sm_has_cue(scan, town->first, SM_CUE_FORCE) && (p->actor.type == 2 || p->actor.type == 3) && sm_has_cue(scan, p->first, SM_CUE_ACTOR);
}

/// "Iran, not the Houthis, was behind it", "the jets were Syrian, not Russian": who is set aside acts in nothing, and parts none from his deed.
static bool is_set_aside(const sm_scan *scan, sm_parties *out, const sm_party *p) {
  static const char *const negations[] = {"not"};
  const uint32_t floor = scan->s[p->sentence].first;
  uint32_t k = p->first;
  if (k > floor && sm_is(scan, k - 1, SM_W_THE)) k--;
  if (k < floor + 2 || !SM_IS_ONE_OF(scan, k - 1, negations)) return false;
  k--;
  const bool joined = sm_is(scan, k - 1, SM_W_AND);
  if (joined) k--;
  const bool comma = k > floor && sm_is_sign(scan, k - 1, ',');
  if (!joined && !comma) return false;
  sm_party *before = out->n ? &out->items[out->n - 1] : NULL;
  if (before && before->sentence == p->sentence && before->last == k - comma) before->last = p->last;
  return true;
}

/// "JNIM, al-Qaeda's main branch in the Sahel,": whose branch a group named before is.
static bool is_head_of_branch(const sm_scan *scan, const sm_parties *out, const sm_party *p) {
  enum { LONGEST = 5 };
  static const char *const branches[] = {"branch", "affiliate", "offshoot", "franchise", "arm", "wing", "ally"};
  const sm_party *before = out->n ? &out->items[out->n - 1] : NULL;
  const bool article = p->first > 0 && (sm_is(scan, p->first - 1, SM_W_THE) || sm_is(scan, p->first - 1, SM_W_AN));
  const uint32_t comma = p->first - article;
  if (!before || !before->named || before->state || before->sentence != p->sentence || comma == 0 || !sm_is_sign(scan, comma - 1, ',') || before->last != comma - 1) return false;
  for (uint32_t k = p->last; k < scan->n && k < p->last + LONGEST && !(sm_is_punct(scan, k) && !(scan->t[k].flags & SM_TOKEN_CLITIC)); k++)
    if (SM_IS_ONE_OF(scan, k, branches)) return true;
  return false;
}

static sm_status add_party(const sm_scan *scan, sm_parties *out, size_t *cap, sm_party p) {
  if (is_set_aside(scan, out, &p) || is_head_of_branch(scan, out, &p)) return SM_OK;
  if (out->n && out->items[out->n - 1].first >= p.first) out->n--; // "the army" told again with its seat
  if (out->n && begins_name_of(scan, &out->items[out->n - 1], &p)) p.first = out->items[--out->n].first;
  sm_party *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
  if (!items) return SM_ERROR_MEMORY;
  out->items = items;
  items[out->n++] = p;
  return SM_OK;
}

/// "Al-Shabaab, an armed group | linked to al-Qaeda": who it is was told before.
static bool is_apposed_to_name(const sm_scan *scan, uint32_t i) {
  enum { LONGEST = 5 };
  const uint32_t floor = scan->s[scan->t[i].sentence].first;
  for (uint32_t k = i; k > floor + 2 && i - k < LONGEST; k--)
    if (sm_is_indefinite(scan, k - 1)) return sm_is_sign(scan, k - 2, ',') && scan->t[k - 3].flags & SM_TOKEN_CAPITAL;
  return false;
}

/// "aircraft of the Saudi-led coalition", "fighters from the RSF": the force is that of the name after "of", of the group after "from".
static bool owner_after(const sm_scan *scan, uint32_t i, sm_party *owner) {
  static const char *const belong[] = {"linked", "loyal", "affiliated", "belonging", "allied", "aligned", "tied", "associated"};
  static const char *const supposed[] = {"presumed", "believed", "thought", "suspected", "alleged", "said", "reported"}, *const part[] = {"members", "fighters", "men", "part", "militants"};
  if (i + 2 < scan->n && SM_IS_ONE_OF(scan, i, supposed) && sm_is(scan, i + 1, SM_W_TO) && sm_is(scan, i + 2, SM_W_BE)) { // "guerrillas presumed to be of X"
    i += 3;
    if (SM_IS_ONE_OF(scan, i, part)) i++;
  }
  const bool linked = SM_IS_ONE_OF(scan, i, belong) && (sm_is(scan, i + 1, SM_W_TO) || sm_is(scan, i + 1, SM_W_WITH)); // "militants linked to X"
  if (linked && is_apposed_to_name(scan, i)) return false;
  if (linked) i++;
  const bool from = linked || sm_is(scan, i, SM_W_FROM);
  if (!sm_is(scan, i, SM_W_OF) && !from) return false;
  uint32_t k = i + 1;
  if (sm_is(scan, k, SM_W_THE)) k++;
  for (int steps = 0; steps < 2 && k + 1 < scan->n && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADJECTIVE && !scan->mention_at[k] && !scan->mask[k]; steps++) k++; // "the extinct"
  for (int steps = 0; linked && steps < 2 && k + 1 < scan->n && scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_NOUN_PERSON && !scan->mention_at[k]; steps++) k++; // "loyal to warlord X"
  uint32_t m = k < scan->n ? scan->mention_at[k] : 0;
  if (group_party(scan, k < scan->n ? k : i, owner)) return !from || owner->actor.type == 2 || owner->actor.type == 3;
  return !from && m && scan->mentions->items[m - 1].first == k && state_party(scan, m - 1, owner);
}

/// "Ansar al-Tawhid", "a group calling itself ...": a name in no list.
static bool outfit_party(const sm_scan *scan, uint32_t i, sm_party *p) {
  uint32_t last;
  int type;
  if (!sm_find_outfit(scan, i, &last, &type)) return false;
  *p = (sm_party){.first = i, .last = last, .sentence = scan->t[i].sentence, .named = true, .force = true};
  p->actor.name = sm_span_text(scan, sm_tokens_span(scan, i, last));
  p->actor.type = type;
  for (uint32_t k = i; k < last && !p->actor.iso3[0]; k++) {
    uint32_t m = scan->mention_at[k];
    if (m && scan->mentions->items[m - 1].place && !sm_is_sign(scan, scan->mentions->items[m - 1].last, '-')) memcpy(p->actor.iso3, sm_country_of_mention(scan, m - 1).iso3, sizeof p->actor.iso3);
  }
  add_force(scan, p);
  return true;
}

/// "Yemen's Houthi movement", "the Lebanese group Hezbollah": the country only tells where the group is at home.
static bool group_of_country(const sm_scan *scan, uint32_t m, sm_party *p) {
  const sm_mention *mention = &scan->mentions->items[m];
  uint32_t i = mention->last;
  if (i < scan->n && scan->t[i].flags & SM_TOKEN_CLITIC) i++;
  else if (mention->role != SM_ROLE_DEMONYM) return false;
  if (i >= scan->n || scan->t[i].sentence != mention->sentence || !group_party(scan, i, p) || p->state) return false;
  p->first = mention->first;
  return true;
}

/// "Iran-backed groups", "Iranian-aligned factions": fighters told by who stands behind them.
static bool backed_party(const sm_scan *scan, uint32_t m, sm_party *p) {
  static const char *const behind[] = {"backed", "supported", "aligned", "linked", "allied", "sponsored", "armed"}, *const bodies[] = {"group", "groups", "faction", "factions", "proxies", "elements"};
  const sm_mention *mention = &scan->mentions->items[m];
  const uint32_t word = mention->last + 1, last = word + 2;
  if (last > scan->s[mention->sentence].last || !sm_is_sign(scan, mention->last, '-') || !SM_IS_ONE_OF(scan, word, behind) || !SM_IS_ONE_OF(scan, word + 1, bodies)) return false;
  *p = (sm_party){.first = mention->first, .last = last, .sentence = mention->sentence, .named = true, .force = true};
  p->actor.name = sm_span_text(scan, sm_tokens_span(scan, p->first, last));
  p->actor.type = 3;
  return true;
}

static bool short_party(const sm_scan *scan, uint32_t i, const sm_aliases *names, sm_party *p) {
  uint32_t k = 0, last = 0;
  while (k < names->n && !(last = sm_alias_end(scan, i, names->items[k].name))) k++;
  if (k == names->n || is_modifier(scan, last) || is_prefixed(scan, i)) return false;
  *p = (sm_party){.first = i, .last = last, .sentence = scan->t[i].sentence, .actor = names->items[k].actor, .named = true};
  add_force(scan, p);
  return true;
}

/// The "State" of "in Katsina State": a word of a place's name.
static bool is_inside(const sm_scan *scan, uint32_t i) {
  const sm_mention *m = scan->mention_at[i] ? &scan->mentions->items[scan->mention_at[i] - 1] : NULL;
  return m && m->first < i && m->role == SM_ROLE_LITERAL && m->place;
}

sm_status sm_find_parties(const sm_scan *scan, sm_parties *out, sm_error *err) {
  size_t cap = 0;
  sm_aliases names = {.n = 0};
  *out = (sm_parties){0};
  sm_read_culprits(scan, &names);
  for (uint32_t i = 0; i < scan->n; i++) {
    sm_party p, owner;
    uint32_t m = scan->mention_at[i];
    bool starts = m && scan->mentions->items[m - 1].first == i;
    bool capital = scan->t[i].flags & SM_TOKEN_CAPITAL;
    if (!starts && !capital && !(scan->mask[i] & (1u << SM_CUE_ACTOR | 1u << SM_CUE_FORCE | 1u << SM_CUE_OUTFIT)) && !is_hostile(scan, i)) continue;
    if (!group_meant(scan, out, i, &p) && !(capital && short_party(scan, i, &names, &p)) && !group_party(scan, i, &p) && !(capital && outfit_party(scan, i, &p)) && !(starts && (group_of_country(scan, m - 1, &p) || backed_party(scan, m - 1, &p))) && !(starts && state_party(scan, m - 1, &p)) && (is_inside(scan, i) || !nameless_party(scan, i, &p))) continue;
    if (!p.actor.name.len && owner_after(scan, p.last, &owner)) {
      owner.first = p.first;
      owner.words = (sm_str){NULL, 0};
      owner.force = true;
      owner.weapons |= p.weapons;
      p = owner;
    }
    take_name_before(scan, out, &p);
    take_short_name(scan, out, &p);
    sm_read_short_name(scan, &p, &names);
    if (add_party(scan, out, &cap, p)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    i = p.last > i ? p.last - 1 : i;
  }
  sm_name_enemy(scan, out);
  sm_name_by_term(scan, out);
  return SM_OK;
}
