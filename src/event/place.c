// Which of the places of a sentence was struck: prepositions, voice, speakers, and what else happened there.
#include "away.h"
#include "crowd.h"
#include "elsewhere.h"
#include "placing.h"
#include "quarter.h"
#include "scene.h"
#include "setting.h"
#include "struck.h"
#include "teller.h"

#include <math.h>

/// Points for the preposition that leads to a place; tuned on reading_a, c, d and halterman_a.
static float preposition_score(const sm_scan *scan, uint32_t i, bool *known) {
  static const struct {
    sm_word word;
    float score;
  } table[] = {{SM_W_IN, 2.0f}, {SM_W_AT, 2.2f}, {SM_W_ON, 1.6f}, {SM_W_NEAR, 2.0f}, {SM_W_OUTSIDE, 1.8f}, {SM_W_AROUND, 1.5f}, {SM_W_ROUND, 1.5f},
               {SM_W_OVER, 1.5f}, {SM_W_ACROSS, 1.2f}, {SM_W_INSIDE, 2.0f}, {SM_W_INTO, 1.6f}, {SM_W_THROUGH, 1.2f}, {SM_W_AGAINST, 1.6f},
               {SM_W_BETWEEN, 2.0f}, {SM_W_ALONG, 1.0f}, {SM_W_WITHIN, 1.5f}, {SM_W_OF, 0.6f}, {SM_W_FROM, -2.5f}, {SM_W_TO, -1.0f},
               {SM_W_UPON, 1.6f}, {SM_W_BESIDE, 1.6f}, {SM_W_BEHIND, 1.6f}, {SM_W_BEYOND, 1.4f}, {SM_W_OPPOSITE, 1.6f}, {SM_W_OFF, 1.6f},
               {SM_W_PAST, 0.6f}, {SM_W_ABOVE, 1.2f}, {SM_W_THROUGHOUT, 1.2f}, {SM_W_ALONGSIDE, 1.6f}, {SM_W_TOWARDS, 0.2f}, {SM_W_TOWARD, 0.2f}, {SM_W_BY, -1.5f}, {SM_W_WITH, -1.0f}, {SM_W_FOR, -0.8f}};
  *known = true;
  for (size_t k = 0; k < sizeof table / sizeof table[0]; k++)
    if (sm_is(scan, i, table[k].word)) return table[k].score;
  *known = false;
  return 0;
}

/// Back over articles, adjectives, unit words and "of" ("the Georgian town of"), to the word that leads to the place.
static uint32_t lead_of(const sm_scan *scan, uint32_t first, uint32_t floor) {
  uint32_t i = first;
  for (int steps = 0; i > floor && steps < 8; steps++) {
    uint32_t k = i - 1;
    bool known;
    preposition_score(scan, k, &known);
    const sm_lexicon_entry *e = scan->t[k].entry;
    bool unit = e && (e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP | SM_WORD_NOUN_ARTIFACT));
    if (sm_is(scan, k, SM_W_OF) && k > floor) { // "town of", "outskirts of", "north of"
      const sm_lexicon_entry *head = scan->t[k - 1].entry;
      if (head && (head->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_ADVERB)) && !sm_has_cue(scan, k - 1, SM_CUE_TRIGGER)) {
        i = k - 1;
        continue;
      }
    }
    if (known || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return k;
    if (sm_is_punct(scan, k)) {
      const sm_lexicon_entry *head = k > floor ? scan->t[k - 1].entry : NULL; // "in the capital, X"
      bool noun = head && head->word_bits & SM_WORD_NOUN && !scan->mention_at[k - 1] && !sm_has_cue(scan, k - 1, SM_CUE_TRIGGER);
      const bool adjectives = scan->t[k].sign == ',' && i < first && k > floor && scan->t[k - 1].entry && (scan->t[k - 1].entry->word_bits & SM_WORD_ADJECTIVE) && !(scan->t[k - 1].entry->word_bits & SM_WORD_ADVERB); // "in the disputed, mixed city of X"
      bool apposition = scan->t[k].sign == ',' && i == first && noun && k > floor + 1 && (sm_is(scan, k - 2, SM_W_THE) || head->word_bits & SM_WORD_NOUN_LOCATION);
      if (apposition || adjectives || scan->t[k].sign == '-' || scan->t[k].sign == '"') {
        i = k;
        continue;
      }
      return k;
    }
    static const char *const british[] = {"neighbouring"};
    bool adjective = (e && (e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_ADVERB))) || SM_IS_ONE_OF(scan, k, british);
    bool modifier = e && e->word_bits & SM_WORD_NOUN && i < first && !(e->word_bits & SM_WORD_VERB); // "the seaside district of"
    bool owned = e && e->word_bits & SM_WORD_NOUN && k > floor && scan->t[k - 1].flags & SM_TOKEN_CLITIC; // "Nikopol's neighbour X"
    bool article = sm_is(scan, k, SM_W_THE) || sm_is(scan, k, SM_W_A) || sm_is(scan, k, SM_W_ITS) || sm_is(scan, k, SM_W_THEIR);
    if (!(article || adjective || unit || modifier || owned || scan->mention_at[k] ||
          (scan->t[k].flags & (SM_TOKEN_CLITIC | SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER)) || sm_has_cue(scan, k, SM_CUE_TARGET)))
      return k;
    i = k;
  }
  return i > floor ? i - 1 : UINT32_MAX;
}

/// What the noun before "of X" or ", X" says X to be: "the largest city of X", "Yemen's capital, X"; no strike, no other place.
static bool says_what(const sm_scan *scan, const sm_group *noun, bool of) {
  const sm_lexicon_entry *e = scan->t[noun->head].entry;
  if (!e || noun->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PROPER) || sm_has_cue(scan, noun->head, SM_CUE_TRIGGER)) return false;
  bool place = e->word_bits & SM_WORD_NOUN_LOCATION || sm_is(scan, noun->head, SM_W_CAPITAL);
  return place || (!of && noun->lead != SM_NO_TOKEN && e->word_bits & (SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_GROUP));
}

/// The noun group that a place stands in, or the one that says what the place is; NULL none.
static const sm_group *group_of_place(const sm_story *story, uint32_t first) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const sm_group *g = sm_group_of(y, first), *start = y->groups + y->first_of[scan->t[first].sentence];
  for (; g > start; g--) {
    const sm_group *before = g - 1;
    bool of = g->lead != SM_NO_TOKEN && sm_is(scan, g->lead, SM_W_OF) && before->last == g->lead;
    bool apposition = g->lead == SM_NO_TOKEN && before->last + 1 == g->first && sm_is_sign(scan, before->last, ',');
    if (!(of || apposition) || !says_what(scan, before, of)) break;
  }
  return g;
}

/// A building, a part of town: what a name before it tells the place of.
static bool is_site_word(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  if (scan->mask[i] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON | 1u << SM_CUE_TRIGGER | 1u << SM_CUE_ACTOR | 1u << SM_CUE_VICTIM | 1u << SM_CUE_CLAIMANT)) return false;
  const sm_cue_row *target = sm_cue_at(scan, i, SM_CUE_TARGET, NULL);
  if (target && (target->kind == SM_K_VEHICLE || target->kind == SM_K_SHIP)) return false;
  return e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT) && !(e->word_bits & SM_WORD_NOUN_PERSON);
}

/// The word that leads to a place, UINT32_MAX none: "destroyed a Baghdad restaurant", "shelled the mostly Kurdish city of X". *site: the place
/// stands before a site's name in its group.
static uint32_t lead_to(const sm_story *story, uint32_t first, uint32_t last, uint32_t floor, bool *site) {
  const sm_scan *scan = &story->scan;
  const sm_group *own = sm_group_of(&story->syntax, first), *g = group_of_place(story, first);
  const bool verb = own && own->flags & SM_GROUP_VERB;
  const bool joined = scan->t[last].flags & SM_TOKEN_CLITIC || sm_is_sign(scan, last, '-') || (first > floor && sm_is_sign(scan, first - 1, '-'));
  *site = own && !verb && own->head >= last && own->head < own->last && !joined && is_site_word(scan, own->head);
  if (g && g->lead != SM_NO_TOKEN && g->lead >= floor) return g->lead;
  const bool whole = g && !(g->flags & SM_GROUP_VERB) && g->first < first && g->first > floor && (*site || (g != own && !joined));
  return lead_of(scan, whole ? g->first : first, floor);
}

/// "its radio, Andalus,", "the newspaper Hiiraan": what those who speak are called.
static bool is_of_medium(const sm_scan *scan, const sm_mention *m) {
  static const char *const media[] = {"radio", "newspaper", "daily", "weekly", "magazine", "channel", "broadcaster", "agency", "website"};
  const uint32_t floor = scan->s[m->sentence].first;
  if (m->first < floor + 2) return false;
  return SM_IS_ONE_OF(scan, sm_is_sign(scan, m->first - 1, ',') ? m->first - 2 : m->first - 1, media);
}

static float role_score(const sm_story *story, const sm_mention *m) {
  sm_place_brief b = m->place ? sm_gazetteer_brief(story->scan.reader->gazetteer, m->place) : (sm_place_brief){0};
  bool speaks = b.kind == SM_KIND_COUNTRY || b.flags & SM_PLACE_CAPITAL; // only capitals and countries stand for their governments

  switch (m->role) {
  case SM_ROLE_DEMONYM: return -10;
  case SM_ROLE_METONYM: return speaks ? -3.5f : -0.6f;
  case SM_ROLE_DATELINE: return -6;
  case SM_ROLE_EMBEDDED: return is_of_medium(&story->scan, m) ? -6 : -0.7f;
  default: return 0;
  }
}

/// Past ", a suburb," and ", some 20 km north of it,": the token after the second comma, or the same.
static uint32_t past_apposition(const sm_scan *scan, uint32_t k, uint32_t end) {
  if (!sm_is_sign(scan, k, ',') || k + 1 >= end) return k;
  for (uint32_t i = k + 1; i < end && i < k + 12; i++) {
    if (sm_is_sign(scan, i, ',')) return i + 1;
    const bool inner = sm_is_sign(scan, i, '-') && !(scan->t[i].flags & SM_TOKEN_SPACE_BEFORE); // "between Rafah and al-Arish,"
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER) || (sm_is_punct(scan, i) && !inner)) return k;
  }
  return k;
}

/// Past "in the north of X", "on the Danube": the token after up to three noun groups that prepositions lead to.
static uint32_t past_prepositions(const sm_story *story, uint32_t k, uint32_t end) {
  for (int n = 0; n < 3 && k + 1 < end && sm_is_preposition(&story->scan, k); n++) {
    const sm_group *g = sm_group_of(&story->syntax, k + 1);
    if (!g || g->flags & (SM_GROUP_VERB | SM_GROUP_TIME)) break;
    k = g->last;
  }
  return k;
}

/// "X was hit", "A, B and C also came under fire", "X, a suburb, was shelled".
static bool is_passive_subject(const sm_story *story, uint32_t m) {
  const sm_scan *scan = &story->scan;
  static const sm_word away[] = {SM_W_TO, SM_W_FROM, SM_W_FOR, SM_W_BY, SM_W_WITH};
  const sm_group *own = sm_group_of(&story->syntax, scan->mentions->items[m].first);
  if (own && own->lead != SM_NO_TOKEN && SM_IS_ANY(scan, own->lead, away)) return false; // "a farmhand from X was hit"
  uint32_t end = scan->s[scan->mentions->items[m].sentence].last;
  uint32_t after = sm_list_end(story, m);
  const sm_lexicon_entry *unit = after < end ? scan->t[after].entry : NULL; // "villages of Spera district were hit"
  if (unit && unit->word_bits & SM_WORD_NOUN_LOCATION && !sm_has_cue(scan, after, SM_CUE_TRIGGER)) after++;
  after = past_prepositions(story, after, end);
  if (sm_is_sign(scan, after, ',') && sm_is_struck_participle(scan, after + 1, end)) return true;
  const uint32_t first = scan->mentions->items[m].first;
  const bool named = sm_is_sign(scan, after, ',') && first > scan->s[scan->mentions->items[m].sentence].first && sm_is_sign(scan, first - 1, ','); // "its second city, X, was hit"
  const bool which = sm_is_sign(scan, after, ',') && sm_is(scan, after + 1, SM_W_WHICH); // "X, which was hit"
  after = named ? after + 1 : which ? after + 2 : past_apposition(scan, after, end);
  bool be = false;
  for (uint32_t k = after, steps = 0; k < end && steps < 6; k++, steps++) {
    if (sm_is_punct(scan, k)) return false;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    be |= sm_is_be(scan, k);
    static const char *const suffers[] = {"suffered", "bore"}; // "suffered the most"
    if (sm_is_suffered(scan, k) || sm_is_put_under(scan, k) || (row && row->kind == SM_K_HARM && SM_IS_ONE_OF(scan, k, suffers))) return true;
    if (row && be && row->form == SM_F_ING) return false; // "X was shelling Y"
    if (row && (row->kind == SM_K_ATTACK || row->kind == SM_K_PASSIVE || row->kind == SM_K_HARM)) return be || row->kind == SM_K_PASSIVE || sm_is(scan, k + 1, SM_W_BY);
    if (!sm_is_be(scan, k) && !sm_is_have(scan, k) && !(scan->t[k].entry && scan->t[k].entry->word_bits & SM_WORD_ADVERB)) return false;
  }
  return false;
}

/// "and Iraq, where it said it had struck a centre".
static bool where_struck(const sm_scan *scan, const sm_mention *m) {
  if (sm_tells_where_town_lies(scan, m)) return false;
  const bool listed = m->first > scan->s[m->sentence].first && (sm_is(scan, m->first - 1, SM_W_AND) || sm_is_sign(scan, m->first - 1, ','));
  return sm_is_struck_there(scan, m->last, listed);
}

/// "shelled the settlements of X", "at the village of X": what leads to the noun before "of"; 0 nothing.
static float head_score(const sm_scan *scan, uint32_t of, uint32_t floor) {
  uint32_t k = of;
  for (int steps = 0; k > floor && steps < 5; k--, steps++) {
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TRIGGER, NULL);
    if (row && (row->kind == SM_K_ATTACK || row->kind == SM_K_FALL || row->kind == SM_K_HARM) && steps > 0) return row->strength >= 2 ? 2.4f : 1.2f;
    bool known;
    float led = steps > 0 ? preposition_score(scan, k - 1, &known) : 0;
    static const char *const reach[] = {"short", "front", "outskirts", "north", "south", "east", "west"};
    if (steps > 0 && sm_is(scan, k - 1, SM_W_OF) && k - 1 > floor && SM_IS_ONE_OF(scan, k - 2, reach)) return 1.8f; // "short of the bridge of X"
    if (steps > 0 && known) return led < 1.8f && !(sm_is(scan, k - 1, SM_W_FROM) && sm_is_distance(scan, k - 1, floor)) ? led : 1.8f; // "40 metres from the market of X"
    const sm_lexicon_entry *e = scan->t[k - 1].entry;
    bool noun = steps == 0 && scan->t[k - 1].flags & SM_TOKEN_WORD && !(scan->t[k - 1].flags & SM_TOKEN_CAPITAL);
    bool word = noun || sm_is(scan, k - 1, SM_W_THE) || sm_is(scan, k - 1, SM_W_A) || (e && e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE)) ||
                scan->t[k - 1].flags & SM_TOKEN_NUMBER;
    if (!word || row || sm_is_punct(scan, k - 1)) break;
  }
  return 0;
}

/// "near the embassies of Sweden and India": whose they are.
static bool is_of_embassy(const sm_scan *scan, uint32_t of, uint32_t floor) {
  static const char *const houses[] = {"embassy", "embassies", "consulate", "consulates", "ambassador", "ambassadors"};
  return of > floor && SM_IS_ONE_OF(scan, of - 1, houses);
}

/// "a spy centre of Israel": the country that owns what was struck, not where it stood.
static bool is_owner(const sm_scan *scan, const sm_mention *m, uint32_t of, uint32_t floor) {
  if (!m->place || of < floor + 2 || sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind != SM_KIND_COUNTRY) return false;
  const sm_lexicon_entry *modifier = scan->t[of - 2].entry;
  return modifier && modifier->word_bits & SM_WORD_NOUN && !sm_is_preposition(scan, of - 2) && !sm_is(scan, of - 2, SM_W_THE) && !sm_is(scan, of - 2, SM_W_A) &&
         !scan->mention_at[of - 2] && !sm_has_cue(scan, of - 1, SM_CUE_TRIGGER);
}

/// "on the road to X", "the lane that leads to X", "the highway from X": by X, if nothing else tells; 0 no road.
static float road_score(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const roads[] = {"road", "roads", "highway", "motorway", "track", "path", "lane", "trail", "route", "approaches", "approach", "entrance", "exit"};
  static const char *const links[] = {"leading", "leads", "led", "climbs", "climbing", "runs", "running", "that", "which", "up", "down", "out", "back", "north", "south", "east", "west", "southwards"};
  static const char *const joins[] = {"links", "linking", "connects", "connecting", "joins", "joining"}; // "the road that links X with Y"
  if (lead == UINT32_MAX || !(sm_is(scan, lead, SM_W_TO) || sm_is(scan, lead, SM_W_FROM) || sm_is(scan, lead, SM_W_TOWARDS) || sm_is(scan, lead, SM_W_TOWARD) || SM_IS_ONE_OF(scan, lead, joins) || (lead + 1 < scan->n && SM_IS_ONE_OF(scan, lead + 1, joins)))) return 0;
  uint32_t k = lead;
  while (k > floor && lead - k < 3 && SM_IS_ONE_OF(scan, k - 1, links)) k--;
  if (k == floor || !SM_IS_ONE_OF(scan, k - 1, roads)) return 0;
  if (k < floor + 2) return 0.9f;
  const bool on = sm_is(scan, k - 2, SM_W_ON) || (k > floor + 2 && (sm_is(scan, k - 3, SM_W_ON) || sm_is(scan, k - 3, SM_W_AT) || sm_is(scan, k - 3, SM_W_NEAR) || sm_is(scan, k - 3, SM_W_ALONG)));
  return (on ? 1.2f : 0.9f) - (sm_is(scan, lead, SM_W_FROM) ? 0 : 0.1f); // "the road from X to Y": X leads
}

/// Another place stands right before the words that lead to this one: they tell where that one lies.
static bool follows_place(const sm_scan *scan, uint32_t index, uint32_t lead) {
  enum { BESIDE = 8 };
  const sm_mention *m = &scan->mentions->items[index];
  return index && m[-1].last <= lead && m[-1].last + BESIDE > lead && m[-1].sentence == m->sentence;
}

/// "close to X", "next to X".
static bool is_close_to(const sm_scan *scan, uint32_t lead, uint32_t floor) {
  static const char *const beside[] = {"close", "next", "adjacent", "nearest", "closest"};
  return lead > floor && sm_is(scan, lead, SM_W_TO) && SM_IS_ONE_OF(scan, lead - 1, beside);
}

/// "Edinson Munoz of X", "a technician of X": where one person is from.
static bool is_persons(const sm_story *story, uint32_t of, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  if (of <= floor) return false;
  const sm_token *t = &scan->t[of - 1];
  const sm_lexicon_entry *e = t->entry;
  if (scan->mention_at[of - 1] || scan->mask[of - 1] & (1u << SM_CUE_TARGET | 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CLAIMANT)) return false;
  const sm_group *g = sm_group_of(&story->syntax, of - 1);
  const bool name = t->flags & SM_TOKEN_CAPITAL && of - 1 > floor && g && g->flags & SM_GROUP_PROPER && !(e && e->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_GROUP));
  const bool person = e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & (SM_WORD_PLURAL | SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP)) && !(t->flags & SM_TOKEN_CAPITAL);
  return (name && e && e->word_bits & (SM_WORD_SURNAME | SM_WORD_GIVEN_NAME)) || person;
}

/// "Residents of X laid flowers beside the house": those who live there, as the subject of the sentence, see what happened there.
static bool is_of_dwellers(const sm_scan *scan, uint32_t of, uint32_t floor) {
  static const char *const dwellers[] = {"Residents", "Inhabitants", "Villagers", "Townspeople", "People"};
  return of == floor + 1 && sm_is(scan, of, SM_W_OF) && SM_IS_ONE_OF(scan, floor, dwellers);
}

static bool is_wide(const sm_scan *scan, const sm_mention *m) {
  uint8_t kind = m->place ? sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind : SM_KIND_CITY;
  return kind == SM_KIND_COUNTRY || kind == SM_KIND_REGION || kind == SM_KIND_ADM1;
}

/// "from across the border in X", "from over the Line of Control in X".
static bool is_across(const sm_scan *scan, uint32_t in, uint32_t floor) {
  enum { REACH = 5 };
  for (uint32_t k = in; k > floor && in - k < REACH; k--)
    if (sm_is(scan, k - 1, SM_W_ACROSS) || sm_is(scan, k - 1, SM_W_OVER)) return true;
  return false;
}

static bool follows_ship(const sm_scan *scan, const sm_mention *m) {
  for (uint32_t k = scan->s[m->sentence].first; k < m->first; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TARGET, NULL);
    if (row && row->kind == SM_K_SHIP) return true;
  }
  return false;
}

/// "during an offensive in X", "amid clashes in X": what the noun before a preposition tells is the time.
static bool is_of_time(const sm_story *story, uint32_t lead, uint32_t floor) {
  static const char *const times[] = {"during", "amid", "During", "Amid"};
  const sm_group *noun = lead > floor ? sm_group_of(&story->syntax, lead - 1) : NULL;
  return noun && !(noun->flags & SM_GROUP_VERB) && noun->first > floor && SM_IS_ONE_OF(&story->scan, noun->first - 1, times);
}

/// "Reports from X say", "Information from the X area": of what happened there.
static bool is_reported_from(const sm_scan *scan, const sm_mention *m, uint32_t floor) {
  static const char *const reports[] = {"Reports", "reports", "Information", "information", "Details", "details"};
  const uint32_t the = m->first > floor && sm_is(scan, m->first - 1, SM_W_THE) ? m->first - 1 : m->first;
  return the > floor + 1 && sm_is(scan, the - 1, SM_W_FROM) && SM_IS_ONE_OF(scan, the - 2, reports);
}

/// "in the Red Sea on Tuesday, 65 nautical miles west of X": the town from which a spot of the sea told before it is measured.
static bool is_measured_at_sea(const sm_story *story, uint32_t index) {
  enum { REACH = 20 };
  const sm_scan *scan = &story->scan;
  const sm_mention *all = scan->mentions->items, *m = &all[index];
  const sm_mention *sea = index ? m - 1 : NULL;
  if (sea && sea->last + 1 <= m->first && sea->last < scan->n && scan->t[sea->last].flags & SM_TOKEN_CLITIC && index > 1) sea--; // "of Yemen's port of X"
  if (!sea || sea->sentence != m->sentence || !sea->place || !m->place || (m->last < scan->n && scan->t[m->last].flags & SM_TOKEN_CLITIC) || m->first > sea->last + REACH) return false;
  const uint8_t water = sm_gazetteer_brief(scan->reader->gazetteer, sea->place).kind;
  if (water != SM_KIND_SEA && water != SM_KIND_STRAIT) return false;
  bool number = false;
  for (uint32_t k = sea->last; k + 1 < m->first; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
    number |= scan->t[k].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k, SM_CUE_NUMBER);
    if (number && (sm_is_bearing(scan, k) || sm_is(scan, k, SM_W_OFF) || sm_is(scan, k, SM_W_FROM))) return true;
  }
  return false;
}

static float lead_score(const sm_story *story, uint32_t index, uint32_t floor) {
  const sm_scan *scan = &story->scan;
  const sm_mention *m = &scan->mentions->items[index];
  if (sm_is_brought_from(story, m) || is_reported_from(scan, m, floor)) return 1.8f;
  const int launch = sm_side_of_launch(story, m);
  if (launch) return launch > 0 ? 1.8f : -2.5f;
  if (sm_is_in_origin(story, m)) return -6;
  if (where_struck(scan, m)) return is_passive_subject(story, index) ? 3 : 2.2f; // "travelled to X, where shells hit a bakery"
  if (sm_is_left(scan, m, floor) || sm_is_of_owner(scan, m, floor) || sm_is_in_destination(story, m) || (m->first > floor && sm_is_come_from(scan, m->first - 1, floor))) return -2.5f;
  if (sm_is_headed_for(story, m)) return follows_ship(scan, m) ? -2.5f : -1; // "the ship goes on to Suez"
  if (is_measured_at_sea(story, index)) return 3; // finer than the sea
  if (sm_is_bearing_of_place(scan, index, floor)) return fminf(-0.4f, lead_score(story, index - 1, floor) - 0.4f);
  if (is_passive_subject(story, index)) return 3;
  bool site;
  const uint32_t lead = lead_to(story, m->first, m->last, floor, &site);
  const float along = road_score(scan, lead, floor);
  if (along) return along;
  if (sm_is_of_launcher(story, m)) return -2.5f;
  if (lead == UINT32_MAX) return 0.6f; // first words of the sentence
  if (index > 0 && m[-1].role == SM_ROLE_LITERAL && m->first > floor && sm_is_far_bearing(scan, m->first - 1, floor)) return -1;
  const sm_cue_row *row = sm_cue_at(scan, lead, SM_CUE_TRIGGER, NULL);
  if (!row) row = sm_deed_told_at(story, lead); // "shells reached X"
  if (row && (row->kind == SM_K_ATTACK || row->kind == SM_K_FALL || row->kind == SM_K_HARM)) return 3;
  bool known;
  float score = preposition_score(scan, lead, &known);
  static const char *const limits[] = {"through", "limited", "confined", "restricted"};
  if (sm_is(scan, lead, SM_W_TO) && lead > floor && SM_IS_ONE_OF(scan, lead - 1, limits)) return 2; // "one got through to X", "the shelling was limited to X"
  if (sm_is_fired_towards(scan, lead, floor) && !(scan->t[m->last].flags & SM_TOKEN_CLITIC)) return 1.4f;
  if (!known && !sm_is_sign(scan, lead, ',') && sm_is_listed_place(scan, lead + 1)) return 2;
  if (!known) return sm_is_punct(scan, lead) ? 0.3f : site ? 1.0f : -0.3f;
  if (sm_is(scan, lead, SM_W_ACROSS) && lead > floor && sm_is(scan, lead - 1, SM_W_FROM)) return -2.5f; // "a shell from across the border"
  const uint8_t line = m->place && sm_is(scan, lead, SM_W_ACROSS) ? sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind : 0;
  if (line == SM_KIND_RIVER || line == SM_KIND_BORDER) return -2.5f; // "in X, across the Dnipro", "fired across the Line of Control"
  if (sm_is(scan, lead, SM_W_OF) && is_persons(story, lead, floor)) return -1;
  if (is_of_dwellers(scan, lead, floor)) return 1.8f;
  if (is_close_to(scan, lead, floor)) return follows_place(scan, index, lead) ? -0.4f : 1.8f;
  if (sm_is(scan, lead, SM_W_FROM) && sm_is_distance(scan, lead, floor)) return follows_place(scan, index, lead) ? -0.4f : 2; // "X, 5 km from Y"
  const sm_lexicon_entry *up = lead > floor ? scan->t[lead - 1].entry : NULL; // "up by X", "over at X", "down in X"
  if (sm_is(scan, lead, SM_W_BY) && up && (up->parts[0] == SM_PART_PARTICLE + 1 || up->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_VERB_MOTION))) score = 1.6f; // "a field by X", "passed by X"
  const bool during = is_of_time(story, lead, floor); // "hit it during an offensive in X"
  if (during && (sm_is(scan, lead, SM_W_IN) || sm_is(scan, lead, SM_W_AT) || sm_is(scan, lead, SM_W_NEAR))) score = fmaxf(score, 1.6f);
  const sm_cue_row *ground = lead > floor && !during ? sm_cue_at(scan, lead - 1, SM_CUE_TRIGGER, NULL) : NULL;
  if (ground && ground->kind == SM_K_GROUND) score -= 2.4f; // "his push on the capital"
  const sm_cue_row *setting = lead > floor && !during ? sm_cue_at(scan, lead - 1, SM_CUE_MODE, NULL) : NULL;
  if (setting && setting->kind == SM_K_SETTING && !scan->mention_at[lead - 1] && !(is_across(scan, lead, floor) && !is_wide(scan, m))) score -= 2.4f; // not "the Line of Control in X"
  if (lead > floor && (sm_is(scan, lead, SM_W_ON) || sm_is(scan, lead, SM_W_UPON) || sm_is(scan, lead, SM_W_AGAINST) || sm_is(scan, lead, SM_W_OF) || sm_is(scan, lead, SM_W_TO))) {
    const sm_cue_row *before = sm_cue_at(scan, lead - 1, SM_CUE_TRIGGER, NULL);
    const bool counted = lead > floor + 1 && sm_has_cue(scan, lead - 1, SM_CUE_NUMBER) && sm_parts_items(scan, lead - 2); // "raids: six on X, two on Y"
    if ((before && before->strength >= 2) || (sm_is(scan, lead, SM_W_ON) && (counted || sm_has_cue(scan, lead - 1, SM_CUE_WEAPON)))) score += 1.6f; // "artillery on X"
  }
  if (sm_is(scan, lead, SM_W_OF) && lead > floor) {
    if (is_owner(scan, m, lead, floor) || is_of_embassy(scan, lead, floor)) return -3;
    if (sm_stands_beside(scan, lead, floor)) return 1.8f;
    if (sm_has_cue(scan, lead - 1, SM_CUE_TARGET)) score += 0.6f;
    float head = head_score(scan, lead, floor);
    if (head > score) score = head;
  }
  return score;
}

/// A country that acts ("Pakistan hits targets") or stands before a noun ("Israel strike") is no place.
static float use_score(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  uint32_t k = m->last;
  if (!m->place || k >= scan->n || scan->t[k].sentence != m->sentence) return 0;
  sm_place_brief brief = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
  if (brief.kind != SM_KIND_COUNTRY) return 0;
  if (scan->t[k].flags & SM_TOKEN_CLITIC && k + 1 < scan->n && sm_has_cue(scan, k + 1, SM_CUE_FORCE) && !sm_has_cue(scan, k + 1, SM_CUE_TARGET)) return -4; // "the headquarters of Ukraine's army"
  const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
  bool acts = row && (row->kind == SM_K_ATTACK || row->kind == SM_K_LAUNCH || row->kind == SM_K_CARRY) && !sm_is(scan, k + 1, SM_W_BY);
  bool modifies = sm_tells_whose_people(story, m) || sm_has_cue(scan, k, SM_CUE_FORCE) || sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_has_cue(scan, k, SM_CUE_TARGET) ||
                  (row && row->kind == SM_K_NOUN);
  if (!modifies && sm_is(scan, k, SM_W_AND)) // "US and coalition forces"
    for (uint32_t i = k + 1; i < k + 4 && i < scan->n && !sm_is_punct(scan, i); i++)
      modifies |= sm_has_cue(scan, i, SM_CUE_FORCE) || (i > k + 1 && sm_has_cue(scan, i, SM_CUE_TARGET));
  bool article = m->first > scan->s[m->sentence].first && sm_is_indefinite(scan, m->first - 1); // "a U.S. post"
  return acts || modifies || article ? -4.0f : 0;
}

/// "the Boston Marathon bombings", "the Birmingham pub bombings": at the head of a noun group whose head is the strike, no weapon between.
static bool names_event(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_group *g = sm_group_of(&story->syntax, m->first);
  if (!g || g->flags & SM_GROUP_VERB || g->head <= m->last || m->role == SM_ROLE_DEMONYM || m->role == SM_ROLE_METONYM) return false;
  const sm_cue_row *row = sm_cue_at(scan, g->head, SM_CUE_TRIGGER, NULL);
  if (!row || row->strength < 2) return false;
  for (uint32_t k = m->last; k < g->head; k++)
    if (sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_has_cue(scan, k, SM_CUE_FORCE) || sm_is_punct(scan, k)) return false; // "the Gaza rocket attack"
  return true;
}

/// "the Maiduguri attack", "Sunday's Mosul blast": a strike told by the town where it was.
static bool names_strike(const sm_story *story, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  uint32_t floor = scan->s[m->sentence].first;
  if (is_wide(scan, m)) return false;
  if (names_event(story, m)) return true;
  const bool opens = m->first == floor || sm_is_punct(scan, m->first - 1); // "Manchester blast: ..."
  bool led = opens || sm_is(scan, m->first - 1, SM_W_THE) || sm_is(scan, m->first - 1, SM_W_THAT) || scan->t[m->first - 1].flags & SM_TOKEN_CLITIC;
  for (uint32_t i = story->trigger_at[m->sentence]; led && i < story->trigger_at[m->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first == m->last && !g->verb) return true;
  }
  return false;
}

/// "the Houthi militia in Yemen": where an actor is from.
static bool is_partys(const sm_story *story, const sm_mention *m, uint32_t floor) {
  if (m->first <= floor + 1 || !sm_is(&story->scan, m->first - 1, SM_W_IN)) return false;
  for (uint32_t i = story->party_at[m->sentence]; i < story->party_at[m->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->last == m->first - 1 && p->named) return !sm_is_target_owner(&story->scan, p->first, floor);
  }
  return false;
}

/// Continents and the like hold no strike.
static bool is_vast(const sm_scan *scan, const sm_mention *m) {
  sm_place_brief b = sm_gazetteer_brief(scan->reader->gazetteer, m->place);
  return b.flags & SM_PLACE_CONTINENT || (b.kind == SM_KIND_REGION && m->radius_m > 1500e3f);
}

/// Inside the name of an actor or right before it: "Tehrik-e-Taliban Pakistan", "Kurdistan PKK militants".
static bool in_actor(const sm_scan *scan, const sm_mention *m) {
  uint32_t floor = scan->s[m->sentence].first, last;
  if (m->last < scan->s[m->sentence].last && sm_has_cue(scan, m->last, SM_CUE_ACTOR) && !sm_is_punct(scan, m->last)) return true;
  for (uint32_t k = m->first + 1; k > floor && k + 6 > m->first; k--)
    if (sm_cue_at(scan, k - 1, SM_CUE_ACTOR, &last) && last > m->first) return true;
  return false;
}

/// "Tomaryne, a village on the Dnipro,", "in east Mosul along the Tigris": the water or road that a place lies at.
static bool is_lain_at(const sm_scan *scan, const sm_mention *m) {
  const uint32_t along = m->first > 1 && sm_is(scan, m->first - 1, SM_W_THE) ? m->first - 2 : m->first - (m->first > 0);
  if (sm_is(scan, along, SM_W_ALONG) && along > scan->s[m->sentence].first && scan->mention_at[along - 1] && m > scan->mentions->items && m[-1].last == along && m[-1].role == SM_ROLE_LITERAL) return true;
  static const char *const settled[] = {"village", "town", "city", "hamlet", "settlement", "port"};
  return m->first > 3 && sm_is(scan, m->first - 1, SM_W_THE) && sm_is(scan, m->first - 2, SM_W_ON) && SM_IS_ONE_OF(scan, m->first - 3, settled);
}

/// "Sagaing region -- near the country's second-largest city, Mandalay -- has ...", "X, a town between Y and Z,": it tells where another place lies.
static bool tells_where_other_lies(const sm_scan *scan, uint32_t index, uint32_t floor) {
  enum { REACH = 9, BESIDE = 6, APPOSED = 4 };
  const sm_mention *m = &scan->mentions->items[index];
  if (sm_tells_where_town_lies(scan, m)) return true;
  uint32_t near = m->first;
  while (near > floor && m->first - near < REACH && !sm_is(scan, near, SM_W_NEAR) && !sm_is(scan, near, SM_W_BETWEEN)) near--;
  if (!(sm_is(scan, near, SM_W_NEAR) || sm_is(scan, near, SM_W_BETWEEN)) || near + 1 >= m->first + sm_is(scan, near, SM_W_BETWEEN) || near == floor) return false;
  uint32_t aside = near;
  while (aside > floor && near - aside < APPOSED && !sm_is_punct(scan, aside - 1)) aside--;
  if (aside == floor || !sm_is_punct(scan, aside - 1)) return false;
  if (aside < near && !sm_is_article(scan, aside)) return false;
  for (uint32_t k = aside; k < m->first; k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  for (uint32_t k = index; k-- > 0 && scan->mentions->items[k].sentence == m->sentence;) {
    const sm_mention *other = &scan->mentions->items[k];
    if (other->last <= near && other->role == SM_ROLE_LITERAL) return near - other->last < BESIDE;
  }
  return false;
}

/// "Mariupol's main theatre", "Aleppo's bakeries": a town and what stands in it.
static bool owns_site(const sm_scan *scan, const sm_mention *m) {
  sm_place_brief b = m->place ? sm_gazetteer_brief(scan->reader->gazetteer, m->place) : (sm_place_brief){0};
  uint32_t end = scan->s[m->sentence].last;
  if (b.kind != SM_KIND_CITY && b.kind != SM_KIND_ADM2) return false;
  for (uint32_t k = m->last + 1; k < end && k < m->last + 4; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (e && e->word_bits & (SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_LOCATION) && sm_has_cue(scan, k, SM_CUE_TARGET)) return true;
    const bool modifies = scan->t[k].flags & SM_TOKEN_UPPER || (e && e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN)); // "X's UN camp", "X's air force base"
    if (!modifies || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  }
  return false;
}

/// "Catatumbo's main town, Tibú", "Moldova's second city Balti": what is struck is the town that follows.
static bool owns_town(const sm_scan *scan, const sm_mention *m) {
  enum { WORDS = 5 };
  static const char *const towns[] = {"town", "city", "village", "capital", "port", "seat", "hub", "suburb", "quarter"};
  const uint32_t end = scan->s[m->sentence].last;
  for (uint32_t k = m->last + 1; k + 1 < end && k < m->last + WORDS && !sm_is_punct(scan, k) && !scan->mention_at[k]; k++)
    if (SM_IS_ONE_OF(scan, k, towns)) return scan->mention_at[k + 1] || (sm_is_sign(scan, k + 1, ',') && k + 2 < end && scan->mention_at[k + 2]);
  return false;
}

/// "in the Volnovakha direction": an area of the front that bears the name of a town behind it.
static bool is_direction(const sm_scan *scan, const sm_mention *m) {
  static const char *const words[] = {"direction", "directions"}, *const compass[] = {"North", "South", "East", "West", "Northeast", "Northwest", "Southeast", "Southwest", "Northern", "Southern", "Eastern", "Western", "Central"};
  uint32_t i = m->place ? m->last : m->first; // "in the troubled North East"
  while (i < m->last && (SM_IS_ONE_OF(scan, i, compass) || sm_is_sign(scan, i, '-'))) i++;
  if (!m->place && i == m->last) return true;
  return m->last < scan->n && scan->t[m->last].sentence == m->sentence && SM_IS_ONE_OF(scan, m->last, words);
}

/// "nine Iran-made drones", "a Tehran-backed militia": whose they are.
static bool is_makers(const sm_scan *scan, const sm_mention *m) {
  static const char *const words[] = {"made", "backed", "supplied", "built", "designed", "funded", "led", "trained", "armed", "allied", "aligned", "based", "born", "registered", "flagged", "owned", "sponsored", "appointed", "installed"};
  return sm_is_sign(scan, m->last, '-') && !(scan->t[m->last].flags & SM_TOKEN_SPACE_BEFORE) && SM_IS_ONE_OF(scan, m->last + 1, words);
}

bool sm_tells_border(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const borders[] = {"border", "borders", "frontier"}, *const with[] = {"with"};
  if (last + 1 < scan->n && sm_is_sign(scan, last, '-') && scan->mention_at[last + 1]) last = scan->mentions->items[scan->mention_at[last + 1] - 1].last;
  if (last < scan->n && scan->t[last].flags & SM_TOKEN_CLITIC) last++;
  return SM_IS_ONE_OF(scan, last, borders) || (first > 1 && SM_IS_ONE_OF(scan, first - 1, with) && SM_IS_ONE_OF(scan, first - 2, borders));
}

/// "the Iraq-Syria border": the second name of a border told by the first.
static bool is_beyond_border(const sm_scan *scan, const sm_mention *m) {
  if (m->first < 2 || !sm_is_sign(scan, m->first - 1, '-') || !scan->mention_at[m->first - 2] || scan->t[m->first].flags & SM_TOKEN_SPACE_BEFORE) return false;
  return sm_tells_border(scan, m->first, m->last);
}

/// "a border town between X and Y", "the frontier between X and Y": the countries it parts.
static bool is_parted_by_border(const sm_scan *scan, const sm_mention *m) {
  enum { REACH = 6 };
  static const char *const borders[] = {"border", "borders", "frontier", "boundary"};
  const uint32_t floor = scan->s[m->sentence].first;
  uint32_t k = m->first;
  while (k > floor && m->first - k < REACH && !sm_is(scan, k - 1, SM_W_BETWEEN) && !sm_is_punct(scan, k - 1)) k--;
  if (k <= floor || !sm_is(scan, k - 1, SM_W_BETWEEN)) return false;
  for (uint32_t i = k - 1; i > floor && k - 1 - i < 3; i--)
    if (SM_IS_ONE_OF(scan, i - 1, borders)) return true;
  return false;
}

/// "the Kurdish-held town", "the Cano Limon-Covenas pipeline": a name that only describes; not "the Iraq-Syria border".
static bool is_modifier(const sm_scan *scan, const sm_mention *m) {
  const bool second = m->first > scan->s[m->sentence].first + 1 && sm_is_sign(scan, m->first - 1, '-') && !(scan->t[m->first].flags & SM_TOKEN_SPACE_BEFORE);
  if (second && scan->t[m->first - 2].flags & SM_TOKEN_CAPITAL && !scan->mention_at[m->first - 2]) return true;
  return m->last + 1 < scan->n && sm_is_sign(scan, m->last, '-') && !(scan->t[m->last + 1].flags & SM_TOKEN_SPACE_BEFORE) && !scan->mention_at[m->last + 1];
}

/// "two suspects in the bombing of a Mass in X": behind a noun of what is no strike of the report, with no verb between.
static bool is_of_unreal(const sm_story *story, const sm_mention *m) {
  enum { REACH = 9 };
  const sm_trigger *last = NULL;
  for (uint32_t i = story->trigger_at[m->sentence]; i < story->trigger_at[m->sentence + 1]; i++)
    if (story->triggers.items[i].last <= m->first) last = &story->triggers.items[i];
  if (!last || last->verb || last->reality != SM_NOT_REAL || m->first - last->last > REACH) return false;
  static const char *const claim[] = {"responsibility"};
  for (uint32_t k = story->scan.s[m->sentence].first; last->definite && k < last->first; k++)
    if (SM_IS_ONE_OF(&story->scan, k, claim)) return false; // "No group claimed responsibility for the attack in X"
  for (uint32_t k = last->last; k < m->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    if (g && g->flags & SM_GROUP_VERB) return false;
  }
  return true;
}

/// "Israel-linked bases inside Pakistani territory": whose they are said to be.
static bool is_compounds(const sm_scan *scan, const sm_mention *m) {
  if (!m->place || m->last + 1 >= scan->s[m->sentence].last || !sm_is_sign(scan, m->last, '-')) return false;
  const bool joined = !((scan->t[m->last].flags | scan->t[m->last + 1].flags) & SM_TOKEN_SPACE_BEFORE);
  const sm_token *second = &scan->t[m->last + 1];
  const bool deed = !(second->flags & SM_TOKEN_CAPITAL) || (second->entry && second->entry->word_bits & SM_WORD_VERB && !scan->mention_at[m->last + 1]); // "Iran-Backed Militias"
  return joined && deed && sm_gazetteer_brief(scan->reader->gazetteer, m->place).kind == SM_KIND_COUNTRY;
}

/// "struck a Lebanese village, hours after a rocket hit Kiryat Shmona": a town of another strike.
static bool tells_town_after(const sm_scan *scan, const sm_mention *m) {
  const sm_mention *end = scan->mentions->items + scan->mentions->n;
  for (const sm_mention *x = m + 1; x < end && x->sentence == m->sentence; x++) {
    if (x->role != SM_ROLE_LITERAL || !x->place) continue;
    for (uint32_t k = m->last; k < x->first; k++)
      if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return true;
  }
  return false;
}

bool sm_is_territory(const sm_scan *scan, const sm_mention *m) {
  static const char *const inside[] = {"inside", "within"}, *const settlements[] = {"village", "hamlet", "town"};
  if (m->role != SM_ROLE_DEMONYM || !m->place || m->first == 0) return false;
  const sm_cue_row *mode = sm_cue_at(scan, m->last, SM_CUE_MODE, NULL);
  if (sm_is_indefinite(scan, m->first - 1)) return tells_town_after(scan, m) && ((mode && mode->kind == SM_K_BORDERLAND) || SM_IS_ONE_OF(scan, m->last, settlements));
  return SM_IS_ONE_OF(scan, m->first - 1, inside) && mode && mode->kind == SM_K_TERRITORY;
}

static const float TERRITORY = 1.5f;
static const float DOWNED = 3.2f, SENT_TO = -1.5f; ///< where it was met, and where it never came
static const float LIVED_IN = 0.5f; ///< of the town of the villagers who tell of it

/// "the cruiser Moskva", "the landing ship Saratov": a ship that bears a town's name.
static bool is_ship(const sm_scan *scan, const sm_mention *m, uint32_t floor) {
  enum { WORDS = 3 };
  for (uint32_t k = m->first; k > floor && m->first - k < WORDS; k--) {
    uint32_t last;
    const sm_cue_row *row = sm_cue_at(scan, k - 1, SM_CUE_TARGET, &last);
    if (row && last == m->first) return row->kind == SM_K_SHIP && !(scan->t[k - 1].flags & SM_TOKEN_CAPITAL);
  }
  return false;
}

/// What is said of a place, whatever the trigger. final: no trigger beside it changes that.
static float score_place(const sm_story *story, uint32_t index, bool *final) {
  const sm_scan *scan = &story->scan;
  const sm_mention *m = &scan->mentions->items[index];
  uint32_t floor = scan->s[m->sentence].first;
  if (floor < story->body_first) floor = story->body_first;
  *final = true;
  if (is_ship(scan, m, floor) || sm_is_whose(scan, m)) return -8;
  if (m->first < story->body_first || is_makers(scan, m) || sm_is_flag_of_ship(scan->document, m) || is_beyond_border(scan, m) || sm_is_border_of_place(scan, index) || is_parted_by_border(scan, m) || is_compounds(scan, m) || sm_is_aside(story, m->first)) return -6;
  if (sm_is_territory(scan, m)) return TERRITORY;
  if (m->role == SM_ROLE_LITERAL && sm_is_downed_over(story, m)) return DOWNED;
  if (sm_is_goal_of_downed(story, index)) return SENT_TO;
  const bool bracketed = m->sentence <= 1 && m->first == floor + 1 && sm_is_sign(scan, floor, '(') && sm_is_sign(scan, m->last, ')') && sm_is_dash(scan, m->last + 1);
  if (bracketed) return -6; // "(Nairobi) - Three strikes ..."
  bool dateline = m->sentence <= 1 && m->first <= floor + 1 && scan->t[m->first].flags & SM_TOKEN_UPPER && !(scan->s[m->sentence].flags & SM_SENTENCE_UPPER) &&
                  scan->t[m->first].end - scan->t[m->first].begin > 3;
  if (dateline) return -6; // "TURBAT: ..."
  uint32_t head = sm_list_head(story, index, floor);
  float lead = lead_score(story, head, floor), role = role_score(story, m);
  static const char *const seats[] = {"capital", "city", "town", "port", "village"};
  const bool told = m->first > floor && lead >= 1.5f && SM_IS_ONE_OF(scan, m->first - 1, seats); // "a strike in the south of the capital Khartoum killed"
  float score = (lead >= 2.4f || told) && m->role == SM_ROLE_METONYM ? lead : role + lead; // "strikes on Syria" is where, not who
  if (is_partys(story, m, floor)) score -= is_wide(scan, m) ? 2.5f : 0.5f; // militants in a town struck there
  if (m->place && is_vast(scan, m)) score -= 2;
  if (sm_is_launchers(story, m) || is_direction(scan, m)) score -= 2.5f;
  if (sm_is_hospitals(story, m)) score -= 4;
  else if (sm_is_stay(story, m) || sm_is_of_officer(story, m)) score -= 2.5f;
  if (in_actor(scan, m) || (sm_has_cue(scan, m->first, SM_CUE_WEAPON) && m->last == m->first + 1)) return -8;
  const sm_speech *speech = sm_speech_round(story, m);
  const bool far = speech && sm_is_far_speaker(scan, speech, m);
  bool local = speech && !far && (speech->kind == SM_K_WITNESS || sm_is_local_speaker(scan, speech)); // who lives there saw it there
  if (!speech && sm_is_observers(story, m)) score -= 2.5f;
  if (!speech && sm_is_reactors(story, m)) score -= 3.5f;
  if (!speech && sm_is_fronted_tellers(story, index)) score -= 3.5f;
  if (speech && !far && sm_is_local_speaker(scan, speech) && !is_wide(scan, m)) return score < LIVED_IN ? score : LIVED_IN; // if no other place is told
  const bool fired_at = m->first > floor && sm_is_fired_towards(scan, m->first - 1, floor); // "intercepted two drones headed for X"
  if (speech || sm_is_where_said(story, m)) score -= local ? 1.9f : 3.5f;
  else if (!fired_at && !where_struck(scan, m) && (sm_is_deathbed(story, m) || ((sm_is_elsewhere(story, m->first, floor) || (head < index && sm_is_elsewhere(story, scan->mentions->items[head].first, floor))) && !sm_is_struck_then(scan, m->last)))) score -= 2.2f;
  if (m->last < scan->n && (scan->t[m->last].flags & SM_TOKEN_CLITIC) && !m->containee)
    score += m->last + 1 < scan->n && (sm_is_punct(scan, m->last + 1) || owns_town(scan, m)) ? -3 : owns_site(scan, m) ? 0.8f : -1; // "rockets, in all likelihood Iran's,"
  if (is_modifier(scan, m) || sm_is_governed(story, m)) score -= 2;
  if (sm_is_coast(scan, m)) score -= 4;
  if (sm_is_land_of_town(scan, m)) score -= 3;
  if (is_of_unreal(story, m) || sm_is_of_earlier_shots(story, m)) score -= 3;
  if (!fired_at && !where_struck(scan, m) && sm_is_errand(scan->reader->geocoder, scan->document, scan->mentions, m)) score -= 2.5f;
  if (sm_is_of_coming_event(story, m) || sm_is_of_earlier_fate(story, m) || sm_is_of_fight(story, m)) score -= 2.5f;
  score += use_score(story, m);
  if (names_strike(story, m)) score += 2.2f;
  else if (sm_heads_toll(scan, m) || sm_heads_clause(scan, m)) score += 1.6f;
  if (tells_where_other_lies(scan, index, floor) || is_lain_at(scan, m)) score -= 2.5f;
  *final = false;
  return score;
}

bool sm_is_told_by_road(const sm_story *story, uint32_t index) {
  const sm_mention *m = &story->scan.mentions->items[index];
  const uint32_t floor = story->scan.s[m->sentence].first;
  bool site;
  return road_score(&story->scan, lead_to(story, m->first, m->last, floor, &site), floor) > 0;
}

float sm_place_score(const sm_story *story, uint32_t index, const sm_trigger *trigger) {
  const sm_mention *m = &story->scan.mentions->items[index];
  sm_placing *kept = &story->placings[index];
  if (!kept->asked) kept->bare = score_place(story, index, &kept->final), kept->asked = true;
  float score = kept->bare;
  if (trigger && trigger->sentence == m->sentence && !kept->final) {
    float gap = m->first > trigger->first ? (float)(m->first - trigger->first) : (float)(trigger->first - m->first);
    score -= gap > 30 ? 1.2f : gap * 0.04f;
    if (m->first > trigger->first) score += 0.3f;
  }
  return score;
}
