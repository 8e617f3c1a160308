// Signs for and against each span being a place, and the verdict over the report.
#include "recognise.h"
#include "said.h"

#include "weights.h"

typedef struct judge {
  const sm_geocoder *g;
  const sm_document *doc;
  const sm_token *t;
  uint32_t n;
  sm_findings *f;
} judge;

#define ON(name) sm_sign_on(&x->signs, SM_SIGN_##name)
#define IS(name) sm_sign_is(&x->signs, SM_SIGN_##name)

static bool same_sentence(const judge *j, uint32_t a, uint32_t b) {
  return a < j->n && b < j->n && j->t[a].sentence == j->t[b].sentence;
}

static uint8_t cue(const judge *j, uint32_t i, sm_cue c) {
  return sm_token_cue(j->g, &j->t[i], c);
}

static bool is_the(const judge *j, uint32_t i) {
  return cue(j, i, SM_CUE_CONNECTOR) & SM_JOIN_THE;
}

static bool capital_word(const judge *j, uint32_t i) {
  return j->t[i].flags & SM_TOKEN_CAPITAL && j->t[i].flags & SM_TOKEN_WORD;
}

/// A capitalised word that is a name by itself, not an ordinary word that a sentence's start or a heading capitalised.
static bool name_word(const judge *j, uint32_t i) {
  const sm_token *t = &j->t[i];
  if (!capital_word(j, i) || cue(j, i, SM_CUE_TIME) || cue(j, i, SM_CUE_PREPOSITION)) return false;
  const bool after_dash = i && t->flags & SM_TOKEN_SPACE_BEFORE && (j->t[i - 1].sign == '-' || j->t[i - 1].sign == '_' || j->t[i - 1].sign == ':'); // "ATHENS - Two brothers ..."
  bool free_capital = t->flags & SM_TOKEN_SENTENCE_START || after_dash ||
                      j->doc->tokens.sentences[t->sentence].flags & (SM_SENTENCE_UPPER | SM_SENTENCE_HEADING);
  return !free_capital || !sm_is_ordinary(t);
}

static void gazetteer_signs(const judge *j, sm_found *x, const sm_name *name) {
  (void)j;
  if (!name->n) {
    ON(unlisted);
    return;
  }
  const sm_place_brief *b = &name->best;
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY:
    ON(country);
    break;
  case SM_KIND_REGION:
  case SM_KIND_BORDER:
    ON(region);
    break;
  case SM_KIND_ADM1:
    ON(adm1);
    break;
  case SM_KIND_ADM2:
    ON(adm2);
    break;
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
  case SM_KIND_LAKE:
  case SM_KIND_RIVER:
    ON(water);
    break;
  case SM_KIND_ISLAND:
  case SM_KIND_MOUNTAIN:
    ON(land);
    break;
  case SM_KIND_AIRPORT:
  case SM_KIND_BASE:
  case SM_KIND_SITE:
    ON(site);
    break;
  default:
    if (b->flags & SM_PLACE_CAPITAL) ON(capital);
    if (b->population >= 1000000)
      ON(city_1m);
    else if (b->population >= 100000)
      ON(city_100k);
    else if (b->population >= 15000)
      ON(city_15k);
    else if (b->population >= 1000)
      ON(city_1k);
    else
      ON(city_small);
  }
  if (name->best_flags & SM_NAME_MAIN) ON(main_name);
  if (name->best_flags & SM_NAME_SHORT) ON(short_name);
  if (name->best_flags & SM_NAME_FORMER) ON(former_name);
  if (name->demonym) ON(demonym);
  bool dump = (b->flags & (SM_PLACE_USER | SM_PLACE_OWN)) == SM_PLACE_USER;
  if (dump && b->population < 1000) ON(user_only);
}

static bool is_big(const sm_name *name) {
  if (!name->n) return false;
  uint8_t kind = name->best.kind;
  const bool nation = kind == SM_KIND_REGION && name->best.country && name->best.flags & SM_PLACE_HAS_POLYGON; // England
  return kind == SM_KIND_COUNTRY || ((kind == SM_KIND_ADM1 || nation) && name->best_flags & SM_NAME_MAIN) ||
         (name->best.flags & SM_PLACE_CAPITAL && name->best_flags & SM_NAME_MAIN) ||
         (name->best.population >= 500000 && name->best_flags & SM_NAME_MAIN);
}

static void word_signs(const judge *j, sm_found *x, const sm_name *name) {
  uint32_t words = x->last - x->first;
  if (cue(j, x->first, SM_CUE_TIME) & 3 && !cue(j, x->last - 1, SM_CUE_UNIT) && !(words > 1 && name->n && !(j->t[x->last - 1].flags & SM_TOKEN_NUMBER))) ON(time_word); // but "May Pen"
  if (words == 2) ON(two_words);
  if (words > 2) ON(three_words);
  const sm_token *t = &j->t[x->first];
  const sm_lexicon_entry *e = t->entry;
  if (words == 1 && IS(country) && !IS(main_name) && !IS(short_name) && !IS(demonym) &&
      !(t->flags & SM_TOKEN_UPPER))
    ON(country_alias);
  if (words == 1 && e) {
    bool person = e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME);
    bool word = e->rank && e->word_bits & (SM_WORD_NOUN | SM_WORD_VERB | SM_WORD_ADJECTIVE | SM_WORD_ADVERB);
    if (word && e->rank <= 35)
      ON(common_first);
    else if (word && e->rank <= 55)
      ON(common_second);
    else if (word)
      ON(common_third);
    if (e->word_bits & SM_WORD_NOUN_PERSON) ON(noun_person);
    if (e->word_bits & SM_WORD_GIVEN_NAME) ON(given_name);
    if (e->word_bits & SM_WORD_SURNAME) ON(surname);
    bool alias = IS(common_first) && !(name->best_flags & SM_NAME_MAIN);
    if ((word || person) && is_big(name) && !alias) ON(big_word);
    if (cue(j, x->first, SM_CUE_DIRECTION)) ON(direction_word);
  }
  bool upper_sentence = j->doc->tokens.sentences[t->sentence].flags & SM_SENTENCE_UPPER;
  if (words == 1 && t->flags & SM_TOKEN_UPPER && !upper_sentence) {
    if (cue(j, x->first, SM_CUE_OTHER) & SM_OTHER_ACRONYM) ON(acronym);
    if (t->end - t->begin <= 5 && !(name->best_flags & SM_NAME_SHORT) && name->best.kind != SM_KIND_COUNTRY)
      ON(short_upper);
  }
  const sm_lexicon_entry *whole = words > 1 ? sm_lexicon_find(j->g->lexicon, name->key) : NULL;
  if (words == 1 ? cue(j, x->first, SM_CUE_OTHER) & SM_OTHER_NAME : sm_has_cue(j->g, whole, SM_CUE_OTHER))
    ON(acronym);
  if (name->best_flags & SM_NAME_SHORT && name->best.kind >= SM_KIND_AIRPORT) ON(airport_code);
  if (upper_sentence && (t->flags & SM_TOKEN_UPPER || words > 1))
    ON(upper_text);
  else if (!(t->flags & (SM_TOKEN_CAPITAL | SM_TOKEN_UNCASED)) &&
           !(j->t[x->last - 1].flags & SM_TOKEN_CAPITAL))
    ON(lower_case);
  if (j->doc->tokens.sentences[t->sentence].flags & SM_SENTENCE_HEADING) ON(heading);
  if (t->flags & SM_TOKEN_SENTENCE_START) ON(sentence_start);
}

/// "Tupelo, Miss.", "Wilmington, Mass.": a province's abbreviation with its dot behind a comma.
static bool is_state_short(const judge *j, const sm_found *x) {
  const sm_name *name = &j->f->names[x->name];
  const sm_token *t = &j->t[x->first];
  const bool dot = x->dot || j->doc->report.text.ptr[t->end - 1] == '.';
  return dot && x->last == x->first + 1 && x->first && j->t[x->first - 1].sign == ',' && name->best_flags & SM_NAME_SHORT && !(t->flags & SM_TOKEN_UPPER);
}

static bool listed_place(const judge *j, const sm_found *x) {
  const sm_name *name = &j->f->names[x->name];
  if (IS(shape_village) || IS(shape_unit_of) || IS(shape_context)) return true;
  if (is_state_short(j, x)) return true;
  return name->n && !name->demonym && !IS(acronym) && !IS(time_word) &&
         !(IS(common_first) && !IS(big_word)) && !IS(title_before) && !IS(given_before);
}

static void preposition_signs(const judge *j, sm_found *x, uint32_t p, bool the) {
  uint8_t prep = cue(j, p, SM_CUE_PREPOSITION);
  if (!prep) return;
  if (p && (prep & 15) == SM_PREP_OF && same_sentence(j, p - 1, p)) {
    const uint8_t unit = cue(j, p - 1, SM_CUE_UNIT);
    static const char *const of_town[] = {"residents", "Residents", "inhabitants"}, *const office[] = {"mayor", "Mayor"};
    const bool dwellers = SM_TOKEN_READS_ANY(j->doc, p - 1, of_town) || (j->f->names[x->name].n && SM_TOKEN_READS_ANY(j->doc, p - 1, office));
    if ((unit & SM_UNIT_KIND && !(unit & SM_UNIT_COMMON)) || dwellers) ON(unit_of);
  }
  if (the) ON(prep_the);
  if (prep & SM_PREP_STRONG)
    ON(prep_in);
  else if ((prep & 15) == SM_PREP_FROM || (prep & 15) == SM_PREP_TO)
    ON(prep_from);
  else
    ON(prep_of);
}

/// "Jose", "Jose Aldemar": up to three names that end at token p, the first of them a given one.
static bool starts_with_given_name(const judge *j, uint32_t p) {
  for (uint32_t k = p; k + 3 > p && name_word(j, k) && !cue(j, k, SM_CUE_UNIT); k--) {
    if (j->t[k].entry && j->t[k].entry->word_bits & SM_WORD_GIVEN_NAME) return true;
    if (k == 0 || !same_sentence(j, k - 1, k)) return false;
  }
  return false;
}

/// "on the outskirts of X", "in the vicinity of X".
static bool relation_before(const judge *j, uint32_t first) {
  const uint32_t phrase = j->f->phrases.ends[first];
  const sm_lexicon_entry *e = phrase ? j->f->phrases.items[phrase - 1].entry : NULL;
  if (!e || !sm_token_reads(j->doc, first - 1, "of")) return false;
  const uint8_t relation = sm_cue_value(j->g, e, SM_CUE_RELATION), prep = sm_cue_value(j->g, e, SM_CUE_PREPOSITION) & 15;
  return relation == SM_REL_NEAR || relation == SM_REL_OUTSKIRTS || prep == SM_PREP_NEAR;
}

/// "20 km north of X", "south-east of X".
static bool bearing_before(const judge *j, uint32_t first) {
  if (relation_before(j, first)) return true;
  if (first < 2 || !same_sentence(j, first - 2, first) || !sm_token_reads(j->doc, first - 1, "of")) return false;
  uint8_t direction = cue(j, first - 2, SM_CUE_DIRECTION);
  return direction & SM_DIR_NOUN && !(j->t[first - 2].flags & SM_TOKEN_CAPITAL);
}

/// "John-Paul": the second half of a given name.
static bool hyphen_before_given(const judge *j, uint32_t first) {
  if (first < 2 || j->t[first - 1].sign != '-' || j->t[first].flags & SM_TOKEN_SPACE_BEFORE) return false;
  const sm_token *half = &j->t[first - 2];
  return same_sentence(j, first - 2, first) && capital_word(j, first - 2) && half->entry &&
         half->entry->word_bits & SM_WORD_GIVEN_NAME;
}

/// "Tashar Dan-Borno": the second half of a name whose first is no place, direction or people.
static bool ends_compound(const judge *j, const sm_found *x, const sm_found *prev) {
  if (x->first < 2 || j->t[x->first - 1].sign != '-' || j->t[x->first].flags & SM_TOKEN_SPACE_BEFORE || j->t[x->first - 1].flags & SM_TOKEN_SPACE_BEFORE) return false;
  const uint32_t half = x->first - 2;
  const sm_lexicon_entry *e = j->t[half].entry;
  if (!same_sentence(j, half, x->first) || !capital_word(j, half) || j->t[half].flags & SM_TOKEN_UPPER || (prev && prev->last == x->first - 1)) return false;
  return !cue(j, half, SM_CUE_DIRECTION) && !(e && (e->rank || e->classes)) && j->t[half].end - j->t[half].begin < 5;
}

/// "in rebel-held X", "hit government-controlled X": the token before who holds it; else the same.
static uint32_t before_side_that_holds(const judge *j, uint32_t p) {
  enum { WORDS = 3 };
  if (p < WORDS || !sm_ends_side_that_holds(j->doc, p)) return p;
  const uint32_t quote = j->t[p - 2].sign == '"' && p >= WORDS + 2 ? 2 : 0; // "in 'DPR'-controlled X"
  return same_sentence(j, p - WORDS - quote, p) ? p - WORDS - quote : p;
}

/// "a man named X", but "a village named X".
static bool named_before(const judge *j, uint32_t p) {
  if (!p || !same_sentence(j, p - 1, p) || (!sm_token_reads(j->doc, p, "named") && !sm_token_reads(j->doc, p, "called"))) return false;
  const sm_lexicon_entry *e = j->t[p - 1].entry; // "a storm named Florence", "the capsule, named Phoenix"
  return (!cue(j, p - 1, SM_CUE_UNIT) && !capital_word(j, p - 1) && e && e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE)) || (j->t[p - 1].sign == ',' && sm_token_reads(j->doc, p, "named"));
}

/// "the capital", before the name of one.
static bool seat_before(const judge *j, const sm_found *x, uint32_t p) { return j->f->names[x->name].best.flags & SM_PLACE_CAPITAL && sm_token_reads(j->doc, p, "capital"); }

/// "hit a Yemeni town, Mahfid, controlled by".
static bool is_named_after_unit(const judge *j, const sm_found *x) {
  if (x->first < 3 || !same_sentence(j, x->first - 3, x->first) || j->t[x->first - 1].sign != ',') return false;
  bool closed = x->last >= j->n || !same_sentence(j, x->last, x->first) || j->t[x->last].sign == ',' || j->t[x->last].sign == '.';
  uint8_t unit = cue(j, x->first - 2, SM_CUE_UNIT), kind = unit & SM_UNIT_KIND;
  bool ground = seat_before(j, x, x->first - 2) || ((kind == SM_KIND_CITY || kind == SM_KIND_ADM2 || kind == SM_KIND_ADM1) && !(unit & (SM_UNIT_PART | SM_UNIT_COMMON)));
  const sm_lexicon_entry *e = j->t[x->first - 2].entry;
  bool one = e && !(e->word_bits & SM_WORD_PLURAL), article = false;
  for (uint32_t k = x->first - 2; k > 0 && k + 5 > x->first && same_sentence(j, k - 1, x->first) && !article; k--)
    article = cue(j, k - 1, SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE;
  return closed && ground && one && article && !capital_word(j, x->first - 2) && x->last - x->first <= 3;
}

/// "bombed Tyre", "jets struck Douma": the ground that a weapon's verb takes.
static bool is_bombed(const judge *j, const sm_found *x, uint32_t p) {
  static const char *const fire[] = {"bombed", "bombs", "shelled", "shells", "bombarded", "bombard", "pounded", "strafed"}, *const blow[] = {"hit", "struck", "targeted"};
  const sm_name *name = &j->f->names[x->name];
  if (!p || !name->n || name->demonym || !same_sentence(j, p - 1, p) || (x->last < j->n && capital_word(j, x->last))) return false;
  const sm_lexicon_entry *e = j->t[p - 1].entry;
  const bool armed = sm_has_cue(j->g, e, SM_CUE_WEAPON) || (sm_has_cue(j->g, e, SM_CUE_TRIGGER) && e->word_bits & SM_WORD_NOUN);
  return SM_TOKEN_READS_ANY(j->doc, p, fire) || (armed && SM_TOKEN_READS_ANY(j->doc, p, blow));
}

static void before_signs(const judge *j, sm_found *x, const sm_found *prev) {
  if (!x->first || !same_sentence(j, x->first - 1, x->first)) return;
  uint32_t p = x->first - 1;
  if (j->t[p].sign == '"' && p && same_sentence(j, p - 1, p)) p--;
  if (j->t[p].sign == '(') ON(paren_before);
  if (j->t[p].sign == '-' && !(j->t[x->first].flags & SM_TOKEN_SPACE_BEFORE)) ON(hyphen_before);
  if (ends_compound(j, x, prev)) ON(part_of_name);
  if (j->t[p].flags & SM_TOKEN_NUMBER) ON(number_before);
  if (prev && listed_place(j, prev) && same_sentence(j, prev->first, x->first)) {
    uint32_t end = prev->last; // past what stands in brackets: "A (5 times), B", "A district (five), B"
    const uint32_t open = end + (sm_unit_at(j->g, &j->f->phrases, j->t, end) & SM_UNIT_AFTER && j->t[end + 1].sign == '(');
    for (uint32_t i = open + 1; j->t[open].sign == '(' && end == prev->last && i < x->first; i++)
      if (j->t[i].sign == ')') end = i + 1;
    if (j->t[p].sign == ',' && end == p) ON(place_comma);
    if (prev->last == p && j->t[p].flags & SM_TOKEN_CLITIC) ON(possessive_before);
    const bool unit = prev->last + 1 == p && sm_unit_at(j->g, &j->f->phrases, j->t, prev->last) & SM_UNIT_AFTER && !capital_word(j, prev->last); // "in X oblast and Y"
    if ((end == p || unit) && cue(j, p, SM_CUE_CONNECTOR) & SM_JOIN_AND) ON(place_and);
    if (prev->last == x->first) ON(place_before);
  }
  bool the = is_the(j, p);
  if (the) ON(the_before);
  if (the && p && same_sentence(j, p - 1, p)) {
    preposition_signs(j, x, p - 1, true);
    return;
  }
  uint8_t direction = cue(j, p, SM_CUE_DIRECTION);
  if (direction && !(direction & SM_DIR_LETTER)) {
    ON(direction_before);
    if (p && same_sentence(j, p - 1, p)) preposition_signs(j, x, p - 1, false);
    return;
  }
  const uint32_t side = before_side_that_holds(j, p);
  static const char *const taken[] = {"held", "occupied"};
  if (side < p && (SM_TOKEN_READS_ANY(j->doc, p, taken) || is_bombed(j, x, side))) ON(prep_in);
  preposition_signs(j, x, side, false);
  if (is_bombed(j, x, p)) ON(prep_in);
  if (bearing_before(j, x->first)) ON(bearing_before);
  if (named_before(j, p)) ON(title_before);
  if (is_named_after_unit(j, x)) ON(defined);
  uint8_t unit = cue(j, p, SM_CUE_UNIT);
  if ((unit & SM_UNIT_BEFORE && !(unit & SM_UNIT_COMMON) && !capital_word(j, p)) || seat_before(j, x, p)) ON(unit_before);
  bool demonym = prev && j->f->names[prev->name].demonym; // Nigerian Damboa
  if ((prev && prev->last == x->first && (demonym || listed_place(j, prev))) || cue(j, p, SM_CUE_PREPOSITION)) return;
  bool pair = prev && prev->last == p && is_big(&j->f->names[prev->name]); // the India-Pakistan border
  if (hyphen_before_given(j, x->first) && !pair) ON(given_before);
  bool title = cue(j, p, SM_CUE_TITLE) ||
               (j->f->phrases.ends[x->first] &&
                sm_has_cue(j->g, j->f->phrases.items[j->f->phrases.ends[x->first] - 1].entry, SM_CUE_TITLE));
  static const char *const kin[] = {"late", "son", "sons", "daughter", "daughters", "brother", "brothers", "sister", "sisters", "wife", "husband", "cousin", "uncle", "aunt", "nephew", "niece", "grandson", "granddaughter", "boyfriend", "girlfriend"};
  if ((title && !(unit & SM_UNIT_BEFORE)) || (IS(given_name) && SM_TOKEN_READS_ANY(j->doc, p, kin)))
    ON(title_before);
  else if (name_word(j, p) && !(unit & SM_UNIT_BEFORE)) {
    if (starts_with_given_name(j, p))
      ON(given_before);
    else
      ON(capital_before);
  } else if (j->t[p].flags & SM_TOKEN_ABBREVIATION && j->t[p].end - j->t[p].begin <= 3 && capital_word(j, p))
    ON(given_before);
}

/// Whether the capitalised words from token i on end in a street, school, paper or team: the place is but part of its name.
static bool mere_name_after(const judge *j, uint32_t i) {
  for (uint32_t k = i; k < i + 4 && k < j->n && same_sentence(j, k, i); k++) {
    if (j->t[k].flags & SM_TOKEN_CLITIC) continue;
    uint8_t unit = cue(j, k, SM_CUE_UNIT);
    bool street = (unit & SM_UNIT_KIND) == SM_KIND_SITE && unit & SM_UNIT_COMMON;
    if (street && k == i + 1 && !capital_word(j, k)) return true; // "Makkah Mukarramah road"
    if (!capital_word(j, k) || j->t[k].flags & SM_TOKEN_SENTENCE_START || cue(j, k, SM_CUE_TITLE))
      return false;
    if ((unit & SM_UNIT_KIND) == SM_KIND_SITE && unit & SM_UNIT_COMMON) return true;
    if (cue(j, k, SM_CUE_ORGANISATION) & SM_ORG_NAME) return true;
  }
  return false;
}

/// Whether the capitalised words from token i on end in an organisation's head noun ("Baghdad Operations Command").
static bool organisation_after(const judge *j, uint32_t i) {
  for (uint32_t k = i; k < i + 5 && k < j->n && same_sentence(j, k, i); k++) {
    if (!capital_word(j, k) || j->t[k].flags & SM_TOKEN_SENTENCE_START) return false;
    if (cue(j, k, SM_CUE_ORGANISATION) & SM_ORG_AFTER) return true;
  }
  return false;
}

/// "West Nile virus", "an Ebola-Reston strain": a sort named after a place, which no big place lends so.
static bool sort_after(const judge *j, const sm_found *x) {
  uint32_t a = x->last;
  return same_sentence(j, a, x->first) && !IS(prep_in) && !is_big(&j->f->names[x->name]) &&
         cue(j, a, SM_CUE_ORGANISATION) & SM_ORG_THING;
}

static bool organisation_before(const judge *j, uint32_t first) {
  uint32_t at = first;
  if (at && is_the(j, at - 1)) at--;
  uint32_t phrase = j->f->phrases.ends[at];
  if (!phrase) return false;
  const sm_phrase *p = &j->f->phrases.items[phrase - 1];
  return sm_has_cue(j->g, p->entry, SM_CUE_ORGANISATION) &&
         sm_cue_value(j->g, p->entry, SM_CUE_ORGANISATION) & SM_ORG_BEFORE &&
         j->t[p->first].flags & SM_TOKEN_CAPITAL;
}

/// "Nabil al Dahab": a particle inside an Arabic name.
static bool particle(const judge *j, uint32_t i) {
  uint32_t n = j->t[i].end - j->t[i].begin;
  const char *s = j->doc->report.text.ptr + j->t[i].begin;
  return (n == 2 && (!memcmp(s, "al", 2) || !memcmp(s, "el", 2) || !memcmp(s, "ul", 2))) ||
         (n == 3 && (!memcmp(s, "bin", 3) || !memcmp(s, "ibn", 3)));
}

/// The first token of the sentence from which on a phrase that holds the name is sought.
static uint32_t words_before(const judge *j, const sm_found *x, uint32_t words) {
  const uint32_t first = j->doc->tokens.sentences[j->t[x->first].sentence].first;
  return x->first > first + words ? x->first - words : first;
}

/// The phrase that starts at a token, holds the name and is longer than it; NULL none.
static const sm_phrase *longer_phrase(const judge *j, const sm_found *x, uint32_t i) {
  const uint32_t at = j->f->phrases.starts[i];
  const sm_phrase *p = at ? &j->f->phrases.items[at - 1] : NULL;
  return p && p->last >= x->last && p->last - p->first > x->last - x->first ? p : NULL;
}

/// Whether an armed group's name goes on over the name or begins before it ("Islamic State of Iraq and the Levant").
static bool part_of_actor(const judge *j, const sm_found *x) {
  enum { WORDS = 9 };
  for (uint32_t i = words_before(j, x, WORDS); i <= x->first; i++) {
    const sm_phrase *p = longer_phrase(j, x, i);
    if (!p || !sm_has_cue(j->g, p->entry, SM_CUE_ACTOR)) continue;
    bool where =
        p->last == x->last && cue(j, x->first - 1, SM_CUE_PREPOSITION) & SM_PREP_STRONG; // al-Qaeda in Iraq
    if (!where && (p->first < x->first || !IS(country))) return true;
  }
  return false;
}

/// "Human Rights Watch", "Greenwich Mean Time": a longer name of something else holds it.
static bool part_of_other(const judge *j, const sm_found *x) {
  enum { WORDS = 4 };
  for (uint32_t i = words_before(j, x, WORDS); i <= x->first; i++) {
    const sm_phrase *p = longer_phrase(j, x, i);
    if (p && sm_has_cue(j->g, p->entry, SM_CUE_OTHER) && capital_word(j, p->first)) return true;
  }
  return false;
}

/// "Matt Paul Crosby", "Jordan Smith": the capitalised word at token i may be the surname to the given name
/// before it. An unknown place of that name does not hinder.
static bool surname_at(const judge *j, uint32_t i, const sm_found *next) {
  const sm_token *t = &j->t[i];
  if (!name_word(j, i) || cue(j, i, SM_CUE_TITLE) || cue(j, i, SM_CUE_UNIT) || cue(j, i, SM_CUE_ORGANISATION)) return false;
  if (!next || next->first != i) return true;
  const sm_name *name = &j->f->names[next->name];
  const bool known = is_big(name) || name->demonym || next->last > i + 1;
  return !known && t->entry && t->entry->word_bits & SM_WORD_SURNAME;
}

static void after_signs(const judge *j, sm_found *x, const sm_found *next) {
  uint32_t a = x->last;
  if (organisation_before(j, x->first)) ON(organisation);
  if (part_of_actor(j, x) || part_of_other(j, x) || sort_after(j, x)) ON(part_of_name);
  if (!same_sentence(j, a, x->last - 1)) return;
  if (sm_tells_place(j->g, j->doc, &j->f->phrases, a)) ON(defined);
  if (sm_tells_dwellers(j->g, j->doc, x->first, a)) ON(dweller);
  const sm_token *t = &j->t[a];
  bool next_here = next && listed_place(j, next) && same_sentence(j, next->first, x->first);
  if (next_here && next->first == a) ON(place_after);
  if (next_here && next->first == a + 1) {
    uint8_t outer = j->f->names[next->name].best.kind;
    bool wide =
        outer == SM_KIND_REGION || outer == SM_KIND_COUNTRY || outer == SM_KIND_ADM1 || outer == SM_KIND_ADM2;
    if (t->sign == ',' && (wide || (j->f->names[next->name].best.population >= 100000 && !IS(common_first))))
      ON(comma_place);
    if (t->sign == '(') ON(paren_place);
    if (cue(j, a, SM_CUE_CONNECTOR) & SM_JOIN_AND) ON(and_place);
  }
  if (t->flags & SM_TOKEN_CLITIC) {
    ON(possessive_after);
    if (x->last - x->first > 1 && mere_name_after(j, a)) ON(part_of_name);
  }
  if (t->sign == '-' && !(t->flags & SM_TOKEN_SPACE_BEFORE) && a + 1 < j->n &&
      !(j->t[a + 1].flags & SM_TOKEN_SPACE_BEFORE)) {
    const sm_lexicon_entry *e = j->t[a + 1].entry;
    bool verb = e && e->word_bits & (SM_WORD_VERB | SM_WORD_ADJECTIVE) && !capital_word(j, a + 1);
    enum { LONGEST_TYPE = 3 }; // letters of a type of aircraft: "A Mi-35"
    if (j->t[a + 1].flags & SM_TOKEN_NUMBER)
      ON(model_number);
    else if (verb)
      ON(hyphen_based);
    else
      ON(hyphen_after);
    if (IS(model_number) && j->t[a - 1].end - j->t[a - 1].begin <= LONGEST_TYPE) ON(part_of_name);
    return;
  }
  uint8_t unit = sm_unit_at(j->g, &j->f->phrases, j->t, a);
  if (unit & SM_UNIT_AFTER && !capital_word(j, a)) ON(unit_after);
  bool runs_on = capital_word(j, a) && !(t->flags & SM_TOKEN_SENTENCE_START) && !x->capital_unit;
  // "WASHINGTON Christopher Steele": a dateline without its dash
  enum { SHORT_FORM = 3 };
  const sm_token *own = &j->t[x->first];
  bool shouted = own->flags & SM_TOKEN_UPPER && own->end - own->begin > SHORT_FORM && !(t->flags & SM_TOKEN_UPPER);
  const bool county = x->last - x->first > 1 && (cue(j, x->last - 1, SM_CUE_UNIT) & SM_UNIT_KIND) == SM_KIND_ADM2; // "Clark County Municipal Court"
  if (runs_on && mere_name_after(j, a))
    sm_sign_on(&x->signs, county ? SM_SIGN_organisation : SM_SIGN_part_of_name);
  else if (runs_on && next && next->first == a) {
    if (IS(given_name) && x->last - x->first == 1 && !shouted && surname_at(j, a, next)) ON(name_after);
  } else if (runs_on) {
    if (organisation_after(j, a))
      ON(organisation);
    else if (!cue(j, a, SM_CUE_TITLE) && !shouted && x->last - x->first == 1 && t->entry &&
             t->entry->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME) && name_word(j, a) &&
             (!IS(country) || (t->entry && t->entry->word_bits & SM_WORD_SURNAME)))
      ON(name_after);
    else if (name_word(j, a) && !cue(j, a, SM_CUE_TITLE)) {
      const bool strange = !(t->entry && (t->entry->rank || t->entry->classes)); // "Sofia Kenin"
      sm_sign_on(&x->signs, strange && IS(given_name) && x->last - x->first == 1 && !IS(country) && !shouted ? SM_SIGN_name_after : SM_SIGN_capital_after);
    }
  }
  const bool nickname = t->sign == '"' && IS(given_name) && same_sentence(j, a, a + 3) && capital_word(j, a + 1) && j->t[a + 2].sign == '"' && capital_word(j, a + 3);
  if (nickname) ON(name_after); // Virginia "Ginny" Carlisle
  if (particle(j, a) && same_sentence(j, a, a + 1) && capital_word(j, a + 1) && !runs_on) ON(name_after);
  if (t->entry && !capital_word(j, a)) {
    uint32_t bits = t->entry->word_bits;
    static const char *const deeds[] = {"strike", "attack"}; // "the Baghdad airport strike", "Kandi commune": nobody speaks
    if (!IS(unit_after) && !SM_TOKEN_READS_ANY(j->doc, a, deeds) && !(cue(j, a, SM_CUE_CONNECTOR) & SM_JOIN_AUXILIARY) && (cue(j, a, SM_CUE_REPORTING) || bits & (SM_WORD_VERB_COMMUNICATION | SM_WORD_VERB_COGNITION)))
      ON(speaks_after);
    else if (bits & SM_WORD_VERB && !(bits & SM_WORD_NOUN))
      ON(verb_after);
  }
}

/// "an IDP camp": an abbreviation in no gazetteer, before a word of places.
static bool is_short_acronym(const judge *j, const sm_found *x) {
  enum { SHORT = 4 };
  const sm_token *t = &j->t[x->first];
  return x->last == x->first + 1 && t->flags & SM_TOKEN_UPPER && t->end - t->begin <= SHORT &&
         !(t->flags & SM_TOKEN_PARAGRAPH_START);
}

/// "the village Primary School", "the Central Market": common words alone name nothing.
static bool is_all_common(const judge *j, const sm_found *x) {
  enum { COMMON = 60 };
  for (uint32_t i = x->first; i < x->last; i++) {
    const sm_lexicon_entry *e = j->t[i].entry;
    if (j->t[i].key && (!e || !e->rank || e->rank > COMMON)) return false;
  }
  return x->last - x->first > 1;
}

static void shape_signs(const judge *j, sm_found *x, const sm_found *next) {
  if (!IS(unlisted)) return;
  if (is_short_acronym(j, x) || is_all_common(j, x)) {
    ON(part_of_name);
    return;
  }
  if (x->capital_unit) ON(shape_unit);
  if (IS(unit_of) || (IS(unit_before) && x->last - x->first <= 3) || IS(unit_after)) ON(shape_unit_of);
  bool contained = IS(comma_place) && next &&
                   (j->f->names[next->name].best.kind == SM_KIND_COUNTRY ||
                    j->f->names[next->name].best.kind == SM_KIND_ADM1);
  if (IS(defined) || (IS(bearing_before) && x->last - x->first <= 3)) ON(shape_context);
  const sm_name *outer = IS(comma_place) && next ? &j->f->names[next->name] : NULL;
  bool district = outer && outer->words > 1 &&
                  (outer->best.kind == SM_KIND_ADM2 || (outer->best.kind == SM_KIND_REGION && outer->best.country));
  bool owner = next && next->last < j->n && j->t[next->last].flags & SM_TOKEN_CLITIC; // "of Rouhani, Iran's president"
  bool person = IS(given_name) || IS(surname) || IS(prep_the) || IS(common_first) || IS(common_second);
  if (IS(prep_of) && (contained || district) && !owner && !person && x->last - x->first <= 3) ON(shape_context);
  if (IS(prep_in) && (contained || district || (IS(unit_after) && x->last - x->first > 1))) ON(shape_context);
  bool strange = !IS(acronym) && !IS(short_upper) && !IS(sentence_start);
  for (uint32_t i = x->first; i < x->last && strange; i++)
    strange = !j->t[i].key ||
              !(j->t[i].entry && (j->t[i].entry->rank || j->t[i].entry->classes || j->t[i].entry->word_bits));
  if (strange && IS(prep_in) && !IS(prep_the) && x->last - x->first <= 2 && !IS(speaks_after))
    ON(shape_village);
}

static void count_uses(sm_name *name, const sm_found *x) {
  bool person = IS(title_before) || IS(given_before) || (IS(name_after) && !IS(prep_in)) ||
                (IS(speaks_after) && (IS(given_name) || IS(surname)) && !IS(big_word) && !IS(prep_in));
  bool place =
      IS(prep_in) || IS(unit_of) || IS(bearing_before) || IS(unit_after) || IS(comma_place) || IS(direction_before) || IS(defined) || IS(dweller);
  if (person)
    name->n_person++;
  else if (IS(capital_before) || IS(capital_after))
    name->n_run++;
  else if (place && !IS(prep_the))
    name->n_place++;
}

static void report_signs(sm_found *x, const sm_name *name) {
  bool person_here = IS(title_before) || IS(given_before) || IS(name_after);
  if (name->n_person && !person_here) ON(person_elsewhere);
  if (name->n_person && !name->n_place && !person_here) ON(person_only);
  if (name->n_run && !IS(capital_before) && !IS(capital_after)) ON(run_elsewhere);
  if (name->n_place && !person_here) ON(place_elsewhere);
}

/// A surname told of in "Sandra Jansen" bears on "Jansen" later, though the longer run was never a name of
/// ours.
static void mark_surnames(const judge *j) {
  for (size_t i = 0; i < j->f->n; i++) count_uses(&j->f->names[j->f->items[i].name], &j->f->items[i]);
}

static bool rules(const sm_found *x) {
  if (IS(demonym)) return true;
  if (IS(short_name) && IS(place_comma) && IS(adm1) && !IS(upper_text) && !IS(short_upper)) return true; // "Tupelo, Miss."
  // "the Sheikh Zuweid area"
  if (IS(time_word) || (IS(title_before) && !IS(unit_after)) || IS(airport_code)) return false;
  bool strong = IS(unit_of) || (IS(bearing_before) && !IS(capital_after)) || IS(comma_place) || IS(direction_before) || (IS(prep_in) && !IS(prep_the)) ||
                IS(unit_after) || IS(paren_place) || IS(defined) || IS(dweller);
  if (IS(acronym) && !(IS(place_comma) && IS(short_name))) return false;
  if ((IS(part_of_name) && !IS(dweller)) || (IS(place_before) && !IS(country))) return false; // but "Nenagh District Court"
  if (IS(direction_word) && ((!IS(unit_after) && !IS(place_and)) || IS(hyphen_before))) return false;
  if (IS(number_before) && IS(short_name) && !IS(country)) return false;
  if (IS(model_number) && IS(short_name)) return false; // an AK-47
  if (IS(unlisted))
    return !IS(organisation) &&
           (IS(shape_unit) || IS(shape_context) || IS(shape_unit_of) || IS(shape_village));
  if (IS(short_upper) && !strong && !IS(dateline)) return false;
  const bool town = IS(city_15k) || IS(city_100k) || IS(city_1m), words = IS(two_words) || IS(three_words);
  const bool told = strong && !IS(common_first) && !IS(person_only) && ((words && (town || IS(adm2))) || (!IS(common_second) && (IS(city_100k) || IS(city_1m)))); // "in gaza city"
  if (IS(lower_case) || IS(upper_text))
    return told || IS(country) || (IS(capital) && (strong || IS(main_name))) || (IS(adm1) && IS(main_name)) ||
           ((IS(city_1m) || IS(city_100k) || (strong && IS(city_15k))) && !IS(common_first) &&
            !IS(common_second) && IS(main_name));
  if ((IS(given_before) && (!IS(country) || IS(surname) || IS(given_name))) || (IS(person_only) && (!IS(country) || IS(given_name)))) return false;
  if (IS(country_alias) && (IS(capital_before) || IS(capital_after) || IS(name_after))) return false;
  if (IS(common_first) && IS(country) && !IS(main_name) && !IS(two_words)) return strong;
  if ((IS(country) || IS(region)) && IS(given_name) && IS(name_after) && !strong) return false; // Israel Katz
  if (IS(country) || IS(region)) return true;
  if (IS(name_after) && !strong && (!IS(big_word) || IS(given_name))) return false;
  bool sure =
      IS(big_word) || IS(adm1) || IS(city_1m) || IS(city_100k) || IS(water) || IS(land) || IS(capital);
  if ((IS(speaks_after) || IS(run_elsewhere)) && !strong && !sure && !IS(place_elsewhere)) return false;
  if (IS(place_after) && !IS(unit_after) && !sure) return false;
  bool inside = IS(prep_in) && !IS(prep_the) && !IS(heading);
  if (IS(two_words) || IS(three_words)) {
    if (IS(site) && (IS(main_name) || IS(three_words))) return true; // "the Al Asad Airbase", one of its other names
    if (IS(adm2) || IS(city_15k) || IS(city_100k) || IS(city_1m) || IS(adm1))
      return !IS(person_only) || strong;
  }
  if (IS(common_first) && !IS(big_word) && !IS(unit_of) && !IS(comma_place) && !IS(defined))
    return inside && !IS(capital_after) && !IS(organisation) && (IS(city_100k) || IS(city_1m));
  if (IS(common_second) && !IS(big_word) && !strong && !IS(place_elsewhere)) return false;
  if (IS(capital_before) && !strong) return false;
  if (IS(capital_after) && !strong && !IS(big_word) && !IS(adm1)) return false;
  const bool city_from = IS(prep_from) && !IS(prep_the) && IS(city_100k) && IS(main_name) && !IS(person_elsewhere) && !IS(name_after) && !IS(possessive_after); // "came from Hobart"
  if ((IS(given_name) || IS(surname) || IS(common_third)) && !strong && !IS(big_word) && !IS(place_elsewhere) && !city_from)
    return false;
  if (IS(user_only)) return strong;
  if (IS(city_small) || IS(city_1k) || IS(site))
    return strong || IS(prep_from) || IS(place_elsewhere) || IS(two_words) || IS(place_and) ||
           IS(and_place) || IS(place_comma);
  return true;
}

static float score(const sm_sign_set *signs) {
  float sum = 0;
  for (int w = 0; w < 2; w++) sum = sm_add_weights(sum, signs->bits[w], sm_recognition_weights + 64 * w);
  return sum;
}

/// "the Arakan Army (AA)": the report makes it the short name of something that is no place.
static bool is_made_short(const judge *j, const sm_found *x, const sm_found *prev) {
  const uint32_t i = x->first;
  if (x->last != i + 1 || !(j->t[i].flags & SM_TOKEN_UPPER) || i < 2 || i + 1 >= j->n || j->t[i - 1].sign != '(' || j->t[i + 1].sign != ')') return false;
  return j->t[i - 2].flags & SM_TOKEN_CAPITAL && !(prev && prev->last == i - 1);
}

/// ... and so wherever it stands.
static void mark_short_forms(const judge *j) {
  enum { MOST = 16 };
  uint32_t names[MOST], n = 0;
  for (size_t i = 0; i < j->f->n && n < MOST; i++)
    if (is_made_short(j, &j->f->items[i], i ? &j->f->items[i - 1] : NULL)) names[n++] = j->f->items[i].name;
  for (size_t i = 0; n && i < j->f->n; i++) {
    sm_found *x = &j->f->items[i];
    for (uint32_t k = 0; k < n; k++)
      if (x->name == names[k] && j->t[x->first].flags & SM_TOKEN_UPPER && j->f->names[x->name].best.kind != SM_KIND_COUNTRY) ON(acronym);
  }
}

void sm_judge_names(const sm_geocoder *geocoder, const sm_document *document, sm_findings *f) {
  judge j = {geocoder, document, document->tokens.items, (uint32_t)document->tokens.n, f};
  for (size_t i = 0; i < f->n; i++) {
    sm_found *x = &f->items[i];
    ON(bias);
    gazetteer_signs(&j, x, &f->names[x->name]);
    word_signs(&j, x, &f->names[x->name]);
  }
  for (size_t i = 0; i < f->n; i++) {
    sm_found *x = &f->items[i];
    before_signs(&j, x, i ? x - 1 : NULL);
    after_signs(&j, x, i + 1 < f->n ? x + 1 : NULL);
    shape_signs(&j, x, i + 1 < f->n ? x + 1 : NULL);
    if (sm_is_dateline(document, x)) ON(dateline);
  }
  mark_surnames(&j);
  mark_short_forms(&j);
  for (size_t i = 0; i < f->n; i++) {
    sm_found *x = &f->items[i];
    report_signs(x, &f->names[x->name]);
    if (rules(x)) ON(rule_verdict);
    x->score = score(&x->signs);
    x->taken = x->score > 0;
  }
}
