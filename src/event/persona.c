// Who stands behind a speaker's phrase: the name beside an office, the body that a spokesman speaks for, which group "the group" is.
#include "speaker.h"

bool sm_names_claimant(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_CLAIMANT)) return true;
  return false;
}

enum { LONGEST_APPOSITION = 12, MOST_BACK = 64, NEAR_SENTENCES = 4 };

static bool is_capital_run(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const particles[] = {"al", "el", "bin", "ibn", "ben", "abu", "ould", "de", "da", "dos", "van", "von", "ul"};
  uint32_t i = first;
  while (i < last && (scan->t[i].flags & SM_TOKEN_CAPITAL || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, '-') || (i > first && SM_IS_ONE_OF(scan, i, particles)))) i++;
  return i == last && last > first + 1;
}

/// "Halima Nur": nothing but capital words.
bool sm_is_personal_name(const sm_scan *scan, uint32_t first, uint32_t last) {
  if (!is_capital_run(scan, first, last) || scan->mention_at[first]) return false;
  const sm_cue_row *day = sm_cue_at(scan, last - 1, SM_CUE_TIME, NULL); // "Also Monday, the coalition"
  return !(day && day->kind == SM_K_WEEKDAY);
}

static bool is_owned(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"its", "Its", "their", "Their"};
  return SM_IS_ONE_OF(scan, i, words);
}

static bool has_capital(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (scan->t[i].flags & SM_TOKEN_CAPITAL && !(scan->t[i].flags & SM_TOKEN_SENTENCE_START)) return true;
  return false;
}

/// The end of what stands between two commas, or a comma and the end of the sentence; 0 where it is no phrase.
static uint32_t apposition_end(const sm_scan *scan, uint32_t comma, uint32_t ceiling) {
  if (!sm_is_sign(scan, comma, ',')) return 0;
  for (uint32_t i = comma + 1; i < ceiling && i < comma + LONGEST_APPOSITION; i++) {
    const bool stop = sm_is_sign(scan, i, '.') && i + 1 >= ceiling;
    if (sm_is_sign(scan, i, ',') || stop) return i > comma + 1 ? i : 0;
    if (sm_is_punct(scan, i) && !sm_is_sign(scan, i, '-') && !sm_is_sign(scan, i, '.')) return 0;
    static const char *const whose[] = {"whose"};
    static const sm_word clause[] = {SM_W_WHO, SM_W_WHICH, SM_W_THAT, SM_W_WHERE, SM_W_WHEN, SM_W_BUT, SM_W_WHILE, SM_W_AFTER};
    if (SM_IS_ANY(scan, i, clause) || SM_IS_ONE_OF(scan, i, whose) || sm_is_be(scan, i) || sm_is_have(scan, i) || sm_has_cue(scan, i, SM_CUE_CASUALTY)) return 0;
  }
  return 0;
}

/// "a relative, Salman,": one word that is a name of people alone, and no place.
static bool is_single_name(const sm_scan *scan, uint32_t first, uint32_t last) {
  const sm_lexicon_entry *e = scan->t[first].entry;
  if (last != first + 1 || !(scan->t[first].flags & SM_TOKEN_CAPITAL) || scan->mention_at[first] || sm_has_cue(scan, first, SM_CUE_TIME) || sm_has_cue(scan, first, SM_CUE_ACTOR)) return false;
  return !e || e->rank == 0 || e->word_bits & (SM_WORD_GIVEN_NAME | SM_WORD_SURNAME);
}

/// "the governor, Oleksandr Prokudin", "Marwan Abu Nasser, director of the hospital": the end of both; 0 no such pair.
static uint32_t pair_end(const sm_scan *scan, const sm_speech *speech) {
  const uint32_t end = apposition_end(scan, speech->last, scan->s[speech->sentence].last);
  if (!end) return 0;
  const uint32_t next = speech->last + 1;
  const bool person = is_capital_run(scan, speech->first, speech->last) || (speech->last == speech->first + 1 && scan->t[speech->first].flags & SM_TOKEN_CAPITAL && speech->kind == SM_K_STATE && !sm_is_preposition(scan, next) && !sm_is(scan, next, SM_W_THROUGH)); // "Dabo, the herders' chairman"
  if (!person) return sm_names_somebody(scan, speech->first, speech->last) && (sm_is_personal_name(scan, next, end) || is_single_name(scan, next, end)) ? end : 0;
  return sm_names_claimant(scan, next, end) && !sm_is(scan, next, SM_W_IN) && !sm_is(scan, next, SM_W_ON) ? end : 0; // "Al Shabaab, in a comment on its radio,"
}

/// "the Support Mission in Libya (UNSMIL)", "the African Union Mission, AMISOM,": the end of a name with its short form; 0 without one.
static uint32_t short_form_end(const sm_scan *scan, uint32_t last) {
  const uint32_t form = last + 1, close = last + 2;
  if (close >= scan->n || !(scan->t[form].flags & SM_TOKEN_UPPER) || scan->t[form].flags & SM_TOKEN_ABBREVIATION || !(scan->t[last - 1].flags & SM_TOKEN_CAPITAL)) return 0;
  if (sm_is_sign(scan, last, '(') && sm_is_sign(scan, close, ')')) return close + 1;
  return sm_is_sign(scan, last, ',') && sm_is_sign(scan, close, ',') ? close : 0;
}

/// The last body that spoke a few sentences before; no person and nobody in the street.
static const sm_speech *body_before(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech) {
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--) {
    const sm_speech *s = &all->items[i - 1];
    if (s->sentence + NEAR_SENTENCES < speech->sentence) return NULL;
    if (s->pronoun || !s->name.len || s->kind == SM_K_WITNESS || sm_is_personal_name(scan, s->first, s->last)) continue;
    return s;
  }
  return NULL;
}

static void speak_for(sm_speech *speech, sm_str words, const sm_speech *body) {
  speech->alias = words;
  speech->name = body->name;
  speech->kind = body->kind;
}

/// "the war monitor", "the group": one word, or two, for a body that has a name.
static bool is_anaphor(const sm_scan *scan, const sm_speech *speech, uint8_t *kind, uint8_t *other) {
  static const char *const monitors[] = {"monitor", "watchdog"}, *const media[] = {"agency", "outlet", "broadcaster", "newspaper", "channel", "network"},
                           *const parties[] = {"group", "movement", "organisation", "organization", "party", "militia", "outfit", "faction"};
  if (speech->last > speech->first + 2 || speech->first == 0 || has_capital(scan, speech->first, speech->last)) return false;
  if (!sm_is(scan, speech->first - 1, SM_W_THE)) return false;
  const uint32_t head = speech->last - 1;
  *kind = SM_IS_ONE_OF(scan, head, monitors) || sm_is_document(scan, head) ? SM_K_MONITOR : SM_IS_ONE_OF(scan, head, media) ? SM_K_MEDIA : SM_IS_ONE_OF(scan, head, parties) ? SM_K_PARTY : SM_K_NONE;
  *other = SM_K_MONITOR;
  return *kind != SM_K_NONE;
}

/// The body with a name that spoke last and is of the kind.
static const sm_speech *named_before(const sm_scan *scan, const sm_speeches *all, uint8_t kind, uint8_t other) {
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--) {
    const sm_speech *s = &all->items[i - 1];
    if ((s->kind == kind || s->kind == other) && !s->pronoun && s->name.len && (sm_has_cue(scan, s->first, SM_CUE_ACTOR) || (has_capital(scan, s->first, s->last) && !sm_is_personal_name(scan, s->first, s->last))))
      return s;
  }
  return NULL;
}

/// "the office's director, X", "the group's spokesman": the body that the noun before the possessive stands for; NULL where none spoke.
static const sm_speech *owner_before(const sm_scan *scan, const sm_speeches *all, uint32_t first, uint32_t last) {
  static const char *const parties[] = {"group", "movement", "organisation", "organization", "party", "militia", "outfit", "faction"};
  if (first == 0 || first + 2 >= last || !sm_is(scan, first - 1, SM_W_THE) || !(scan->t[first + 1].flags & SM_TOKEN_CLITIC) || scan->t[first].flags & SM_TOKEN_CAPITAL) return NULL;
  if (SM_IS_ONE_OF(scan, first, parties)) return named_before(scan, all, SM_K_PARTY, SM_K_PARTY);
  if (!sm_has_cue(scan, first, SM_CUE_CLAIMANT)) return NULL;
  const sm_str noun = sm_span_text(scan, sm_tokens_span(scan, first, first + 1));
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--)
    if (!all->items[i - 1].pronoun && all->items[i - 1].name.len > noun.len && sm_holds_words(all->items[i - 1].name, noun)) return &all->items[i - 1];
  return NULL;
}

/// "Tahir", once "its spokesman, Yakubu Tahir" has spoken for the police.
static const sm_speech *known_as(const sm_speeches *all, sm_str name) {
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--)
    if (all->items[i - 1].alias.len && sm_holds_words(all->items[i - 1].alias, name)) return &all->items[i - 1];
  return NULL;
}

/// "Dabo", once "Bala Dabo" has spoken: the person, not the town; NULL where nobody is called so.
static const sm_speech *surname_before(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech) {
  if (speech->last != speech->first + 1) return NULL;
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--) {
    const sm_speech *s = &all->items[i - 1];
    if (s->pronoun || s->name.len <= speech->name.len + 1 || s->kind == SM_K_STATE || s->kind == SM_K_MEDIA || s->kind == SM_K_PARTY) continue;
    const sm_str tail = {s->name.ptr + s->name.len - speech->name.len, speech->name.len};
    if (sm_str_equal(tail, speech->name) && tail.ptr[-1] == ' ' && scan->t[speech->first].flags & SM_TOKEN_CAPITAL) return s;
  }
  return NULL;
}

/// "its spokesman", "their leader", "its first report": who or what speaks for a body and not for himself.
static bool speaks_for_body(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const words[] = {"report", "reports", "statement", "bulletin", "figures", "count", "assessment", "website", "channel", "spokesman", "spokeswoman", "spokesperson", "spokesmen", "head", "director", "chief", "leader", "secretary", "coordinator", "commander", "chairman"};
  if (!is_owned(scan, first)) return false;
  for (uint32_t i = first + 1; i < last && i < first + 5; i++)
    if (SM_IS_ONE_OF(scan, i, words)) return true;
  return false;
}

/// "blamed the Libyan National Army (LNA), | whose spokesman rejected": the body speaks.
bool sm_set_owner(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech, uint32_t whose) {
  static const char *const words[] = {"whose"}, *const speaks[] = {"spokesman", "spokeswoman", "spokesperson", "ministry", "leader", "leaders", "press", "media", "commander", "command", "office", "government", "army"};
  if (whose < 3 || !SM_IS_ONE_OF(scan, whose, words) || !sm_is_sign(scan, whose - 1, ',') || !SM_IS_ONE_OF(scan, whose + 1, speaks)) return false;
  uint32_t end = whose - 2;
  if (sm_is_sign(scan, end, ')') && end > 3 && sm_is_sign(scan, end - 2, '(')) end -= 3;
  const sm_group *body = sm_group_of(syntax, end);
  return body && !(body->flags & SM_GROUP_VERB) && sm_set_speaker(scan, speech, body->first, body->last);
}

/// "a statement of the coalition": the words come from whom they are of.
static uint32_t past_statement(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i + 2 < last && i < first + 4; i++)
    if (sm_is_document(scan, i) && (sm_is(scan, i + 1, SM_W_OF) || sm_is(scan, i + 1, SM_W_BY) || sm_is(scan, i + 1, SM_W_FROM))) return sm_is(scan, i + 2, SM_W_THE) ? i + 3 : i + 2;
  return first;
}

/// "the media cell statement | dispersed on Telegram", "an elder | reached by telephone": where what happened to the speaker begins.
static uint32_t before_participle(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t last) {
  static const char *const talk[] = {"interview"};
  if (last > first + 3 && (sm_is_document(scan, last - 1) || SM_IS_ONE_OF(scan, last - 1, talk)) && sm_is(scan, last - 3, SM_W_IN)) last -= 3; // "Governor Ahadi in a statement"
  for (uint32_t i = first + 1; i + 1 < last; i++) {
    const bool past = syntax->part[i] == SM_PART_PARTICIPLE || (syntax->part[i] == SM_PART_PAST && sm_is(scan, i + 1, SM_W_BY));
    const bool noun = sm_part_is_noun(syntax->part[i - 1]) || sm_names_somebody(scan, first, i);
    static const char *const run[] = {"run", "led", "backed", "supported", "operated", "funded", "managed", "controlled", "headed"};
    if (past && noun && sm_is_preposition(scan, i + 1) && !SM_IS_ONE_OF(scan, i, run)) return i; // "a hospital run by MSF" is known by that
  }
  return last;
}

/// "Wayne Marotto, a spokesman for the coalition", once the coalition has spoken: that body.
static const sm_speech *body_of_spokesman(const sm_scan *scan, const sm_speeches *all, uint32_t first, uint32_t last) {
  static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson"};
  for (uint32_t i = first; i + 2 < last; i++) {
    if (!SM_IS_ONE_OF(scan, i, words) || !(sm_is(scan, i + 1, SM_W_FOR) || sm_is(scan, i + 1, SM_W_OF))) continue;
    const uint32_t body = sm_is(scan, i + 2, SM_W_THE) ? i + 3 : i + 2;
    uint32_t end = body; // "spokesman for the ministry | Fawzi Awnis"
    while (end < last && !(scan->t[end].flags & SM_TOKEN_CAPITAL)) end++;
    const sm_str name = sm_span_text(scan, sm_tokens_span(scan, body, end > body ? end : last));
    for (uint32_t k = all->n; body < last && k > 0 && all->n - k < MOST_BACK; k--) {
      const sm_speech *s = &all->items[k - 1];
      if (s->name.len && !s->pronoun && !s->alias.len && !sm_is_personal_name(scan, s->first, s->last) && sm_holds_words(s->name, name)) return s;
    }
    return NULL;
  }
  return NULL;
}

/// The same words, or two names of one actor: "Houthi", "Yemen's Houthis".
static bool is_same_body(const sm_scan *scan, const sm_speech *s, uint32_t first, uint32_t last) {
  if (sm_holds_words(s->name, sm_span_text(scan, sm_tokens_span(scan, first, last)))) return true;
  const sm_cue_row *one = sm_cue_at(scan, first, SM_CUE_ACTOR, NULL);
  for (uint32_t i = s->first; one && i < s->last; i++)
    if (sm_cue_at(scan, i, SM_CUE_ACTOR, NULL) == one) return true;
  return false;
}

/// "Houthi military spokesperson Yahya Sarea", "Observatory chief Rami Abdel Rahman", once the body has spoken: that body.
static const sm_speech *body_before_office(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech) {
  enum { LONGEST = 4 };
  static const char *const speaks[] = {"spokesman", "spokeswoman", "spokesperson"}, *const leads[] = {"chief", "head", "director"};
  for (uint32_t i = speech->first + 1; i + 1 < speech->last && i < speech->first + LONGEST; i++) {
    const bool spokesman = SM_IS_ONE_OF(scan, i, speaks);
    if (!(spokesman || SM_IS_ONE_OF(scan, i, leads)) || !(scan->t[i + 1].flags & SM_TOKEN_CAPITAL)) continue;
    for (uint32_t k = all->n; k > 0 && all->n - k < MOST_BACK; k--) {
      const sm_speech *s = &all->items[k - 1];
      if (!s->name.len || s->pronoun || s->alias.len || sm_is_personal_name(scan, s->first, s->last) || !(s->kind == SM_K_MONITOR || spokesman)) continue;
      if (is_same_body(scan, s, speech->first, i)) return s;
    }
    return NULL;
  }
  return NULL;
}

/// "the official", "the spokesman": the person of such an office who spoke last, by his name; NULL where nobody near did.
static const sm_speech *officer_before(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech) {
  static const char *const offices[] = {"official", "officer", "spokesman", "spokeswoman", "spokesperson", "minister", "commander", "lawmaker"};
  if (speech->last != speech->first + 1 || speech->first == 0 || !sm_is(scan, speech->first - 1, SM_W_THE) || !SM_IS_ONE_OF(scan, speech->first, offices)) return NULL;
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--) // "a defence spokesperson" has spoken before another official did
    if (!all->items[i - 1].pronoun && sm_holds_words(all->items[i - 1].name, speech->name)) return i == all->n ? NULL : &all->items[i - 1];
  for (uint32_t i = all->n; i > 0 && all->items[i - 1].sentence + NEAR_SENTENCES >= speech->sentence; i--) {
    const sm_speech *s = &all->items[i - 1];
    if (s->pronoun || !s->name.len) return NULL; // nobody is known
    const bool office = s->kind == SM_K_OFFICIAL || s->kind == SM_K_POLICE || s->kind == SM_K_MILITARY;
    if (office && sm_is_personal_name(scan, s->first, s->last)) return s;
  }
  return NULL;
}

/// "Lt. Col. Edgardo De Leon, commander of the 73rd Battalion said": where the name before an office begins, the comma behind it left out; else the phrase.
static uint32_t before_office(const sm_scan *scan, const sm_speech *speech) {
  const uint32_t floor = scan->s[speech->sentence].first;
  uint32_t comma = speech->first, name;
  if (comma > floor && (sm_is(scan, comma - 1, SM_W_THE) || sm_is(scan, comma - 1, SM_W_A))) comma--;
  if (speech->last > speech->verb || comma < floor + 3 || !sm_is_sign(scan, comma - 1, ',') || !sm_names_claimant(scan, speech->first, speech->last) || sm_is_personal_name(scan, speech->first, speech->last)) return speech->first;
  for (name = comma - 1; name > floor && (scan->t[name - 1].flags & SM_TOKEN_CAPITAL || sm_is_sign(scan, name - 1, '.') || sm_is_sign(scan, name - 1, '-')); name--) {}
  if (name < comma && sm_is(scan, name, SM_W_THE)) name++;
  const bool opens = name == floor || (sm_is(scan, name - 1, SM_W_THE) && !(name > floor + 1 && sm_is_preposition(scan, name - 2))) || sm_is_sign(scan, name - 1, '"');
  const bool office = speech->kind == SM_K_OFFICIAL || speech->kind == SM_K_MILITARY || speech->kind == SM_K_POLICE || speech->kind == SM_K_MEDIC || speech->kind == SM_K_MONITOR;
  return opens && office && !sm_is_preposition(scan, name) && sm_is_personal_name(scan, name, comma - 1) ? name : speech->first;
}

/// "Paul Bontrager", "the governor, Omar Khan", "the regional governor", not "the office of the governor": whom "it" does not stand for.
static bool is_named_person(const sm_scan *scan, const sm_speech *speech) {
  uint32_t end = speech->first;
  while (end < speech->last && !(end > speech->first && sm_is_preposition(scan, end))) end++;
  const sm_lexicon_entry *e = end > speech->first ? scan->t[end - 1].entry : NULL;
  if (!speech->pronoun && e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & SM_WORD_NOUN_GROUP) && !(scan->t[end - 1].flags & SM_TOKEN_CAPITAL)) return true;
  return speech->kind != SM_K_MONITOR && speech->kind != SM_K_MEDIA && speech->kind != SM_K_PARTY && speech->kind != SM_K_MILITARY && sm_is_personal_name(scan, speech->first, speech->last);
}

/// "the official, Dr Abdelilah al-Azzi,": the one of no name who spoke right before; NULL where he had one.
static const sm_speech *named_later(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech, uint32_t end) {
  enum { NEAR = 2 };
  static const char *const offices[] = {"official", "officer", "source", "commander", "doctor"};
  const sm_speech *s = all->n ? &all->items[all->n - 1] : NULL;
  const bool office = speech->last == speech->first + 1 && speech->first > 0 && sm_is(scan, speech->first - 1, SM_W_THE) && SM_IS_ONE_OF(scan, speech->first, offices);
  for (const sm_speech *x = s; office && x && x->sentence + NEAR >= speech->sentence; x = x > all->items ? x - 1 : NULL)
    if (sm_holds_words(x->name, speech->name)) { // "a doctor said ten had died, but the army denied it"
      s = x;
      break;
    }
  if (!s || !office || end <= speech->last || !is_named_person(scan, s) || s->sentence + NEAR < speech->sentence || s->pronoun || !s->name.len) return NULL;
  if (s->kind != SM_K_OFFICIAL && s->kind != SM_K_MEDIC && s->kind != SM_K_POLICE && s->kind != SM_K_MILITARY) return NULL;
  const bool name = s->last > s->first + 1 && sm_is_personal_name(scan, s->last - 2, s->last);
  if (name || (scan->t[s->first].flags & SM_TOKEN_CAPITAL && !(scan->t[s->first].flags & SM_TOKEN_SENTENCE_START))) return NULL; // "commissioner Ali Hassan", "Major Hussein"
  return sm_names_somebody(scan, s->first, s->last) ? s : NULL;
}

/// "said in its evening update": what he says stands in a paper that is called by the word at a token.
static bool issued(const sm_scan *scan, const sm_speech *s, uint32_t paper) {
  enum { REACH = 10 };
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, paper, paper + 1));
  for (uint32_t i = s->verb_last; i < scan->s[s->sentence].last && i < s->verb_last + REACH; i++)
    if (sm_str_equal(sm_span_text(scan, sm_tokens_span(scan, i, i + 1)), word)) return true;
  return false;
}

/// "the statement said", "the update reads": whoever issued it, else who spoke right before; NULL where nobody near did.
static const sm_speech *author_of(const sm_scan *scan, const sm_speeches *all, const sm_speech *speech) {
  enum { NEAR = 3 };
  if (speech->last != speech->first + 1 || speech->first == 0 || !sm_is(scan, speech->first - 1, SM_W_THE) || !sm_is_document(scan, speech->first)) return NULL;
  for (uint32_t i = all->n; i > 0 && all->n - i < MOST_BACK; i--) {
    const sm_speech *s = &all->items[i - 1];
    if (s->name.len && !s->cites && issued(scan, s, speech->first)) return s;
  }
  const sm_speech *s = all->n ? &all->items[all->n - 1] : NULL;
  return s && s->name.len && s->kind != SM_K_MEDIA && s->kind != SM_K_WITNESS && s->sentence + NEAR >= speech->sentence ? s : NULL;
}

void sm_name_speaker(const sm_scan *scan, const sm_syntax *syntax, const sm_speeches *before, sm_speech *speech) {
  const sm_str phrase = sm_span_text(scan, sm_tokens_span(scan, speech->first, speech->last));
  if (speech->pronoun || !speech->name.len || speech->name.ptr != phrase.ptr) return;
  const sm_speech *same = speech->kind == SM_K_STATE ? surname_before(scan, before, speech) : NULL;
  if (same) speech->kind = same->kind;
  uint32_t end = pair_end(scan, speech), first = before_office(scan, speech);
  const bool owned = speaks_for_body(scan, first, speech->last) || (end && speaks_for_body(scan, speech->last + 1, end));
  if (is_owned(scan, first) && first + 1 < speech->last) first++;
  static const char *const old[] = {"old"};
  if (first > 0 && first + 1 < speech->last && SM_IS_ONE_OF(scan, first, old) && sm_is_sign(scan, first - 1, '-')) first++; // "65-year-old Mohammed Sheikh"
  first = past_statement(scan, first, speech->last);
  if (!end && speech->last > first + 1) end = short_form_end(scan, speech->last);
  if (!end) end = before_participle(scan, syntax, first, speech->last);
  const sm_str words = sm_span_text(scan, sm_tokens_span(scan, first, end));
  const bool of_town = speech->verb > 1 && sm_is_sign(scan, speech->verb - 1, ',') && scan->mention_at[speech->verb - 2]; // "In Horlivka, said its head"
  const sm_speech *body = owned && !of_town ? body_before(scan, before, speech) : NULL;
  uint8_t kind, other;
  if (!owned && is_anaphor(scan, speech, &kind, &other)) body = named_before(scan, before, kind, other);
  if (!body) body = author_of(scan, before, speech);
  if (!body) body = owner_before(scan, before, first, end);
  if (!body) body = end > speech->last ? body_of_spokesman(scan, before, speech->last + 1, end) : body_of_spokesman(scan, before, first, speech->last);
  if (!body && scan->t[speech->last - 1].flags & SM_TOKEN_CAPITAL) body = known_as(before, speech->name);
  if (!body) body = body_before_office(scan, before, speech);
  if (!body) body = officer_before(scan, before, speech);
  if (!body) body = named_later(scan, before, speech, end);
  if (speech->kind == SM_K_STATE && end > speech->last) speech->kind = SM_K_OFFICIAL; // a place by his name alone
  if (body) speak_for(speech, words, body);
  else speech->name = words;
}

/// "a monitoring group", "the regional governor": whoever a lead speaks of without a name.
static bool is_unnamed(const sm_scan *scan, const sm_speech *speech) {
  enum { LEAD = 2, LONGEST = 4 };
  static const char *const based[] = {"based"}, *const un[] = {"UN", "U.N"};
  uint32_t first = speech->first; // "a Britain-based monitor"
  if (first + 1 < speech->last && SM_IS_ONE_OF(scan, first, un)) first++; // "a UN agency"
  if (first + 3 < speech->last && sm_is_sign(scan, first + 1, '-') && SM_IS_ONE_OF(scan, first + 2, based)) first += 3;
  if (speech->pronoun || speech->sentence >= LEAD || speech->last > first + LONGEST || speech->first == 0) return false;
  const sm_lexicon_entry *head = scan->t[speech->last - 1].entry;
  const bool body = head && head->word_bits & SM_WORD_NOUN_GROUP && !(head->word_bits & SM_WORD_NOUN_PERSON); // "the military", and no commander of it
  const bool office = !body && (speech->kind == SM_K_OFFICIAL || speech->kind == SM_K_POLICE || speech->kind == SM_K_MILITARY);
  return (sm_is_indefinite(scan, speech->first - 1) || (office && sm_is(scan, speech->first - 1, SM_W_THE))) && !has_capital(scan, first, speech->last);
}

/// "the Syrian Observatory for Human Rights" for "a monitoring group", "Haidar Shasho, commander of" for "a local commander".
static bool names_the_unnamed(const sm_scan *scan, const sm_speech *unnamed, const sm_speech *speech) {
  const bool body = unnamed->kind == SM_K_MONITOR && speech->kind == SM_K_STATE && speech->last > speech->first + 2; // "the Syrian Network for Human Rights"
  if (speech->pronoun || !has_capital(scan, speech->first, speech->last) || (speech->kind != unnamed->kind && speech->kind != SM_K_OFFICIAL && !body)) return false;
  const bool person = sm_is_personal_name(scan, speech->first, speech->last);
  if (unnamed->kind == SM_K_MONITOR) return !person;
  const uint32_t from = sm_is(scan, unnamed->first - 1, SM_W_THE) ? unnamed->last - 1 : unnamed->first; // "the regional governor"
  for (uint32_t i = from; person && i < unnamed->last; i++) { // "a provincial health official": the head of the health office
    static const char *const bare[] = {"official", "officer", "source", "senior", "local", "top", "former"};
    if (!SM_IS_ONE_OF(scan, i, bare) && sm_holds_words(speech->name, sm_span_text(scan, sm_tokens_span(scan, i, i + 1)))) return true;
  }
  return false;
}

void sm_name_the_unnamed(const sm_scan *scan, sm_speeches *all) {
  enum { REACH = 8 };
  for (uint32_t i = 0; i < all->n && all->items[i].sentence < REACH; i++) {
    sm_speech *unnamed = &all->items[i];
    if (!is_unnamed(scan, unnamed)) continue;
    for (uint32_t k = i + 1; k < all->n && all->items[k].sentence <= unnamed->sentence + REACH; k++)
      if (names_the_unnamed(scan, unnamed, &all->items[k])) {
        for (uint32_t w = i + 1; w < k; w++) // "he added"
          if (all->items[w].pronoun && all->items[w].name.ptr == unnamed->name.ptr) all->items[w].name = all->items[k].name;
        unnamed->name = all->items[k].name;
        break;
      }
  }
}

/// Whether a quotation opened in the sentence before the token, or sentences before in its paragraph, is still open there.
static bool in_quotes(const sm_scan *scan, uint32_t sentence, uint32_t i) {
  enum { REACH = 200 };
  bool open = false, told = false;
  for (uint32_t k = scan->s[sentence].first; k < i; k++) open ^= sm_is_sign(scan, k, '"'), told |= sm_is_sign(scan, k, '"');
  for (uint32_t k = i; !told && k > 0 && i - k < REACH && !(scan->t[k].flags & SM_TOKEN_PARAGRAPH_START); k--) {
    const unsigned mark = scan->t[k - 1].flags;
    if (sm_is_sign(scan, k - 1, '"')) return mark & SM_TOKEN_PARAGRAPH_START || (mark & SM_TOKEN_SPACE_BEFORE && !(scan->t[k].flags & SM_TOKEN_SPACE_BEFORE));
  }
  return open;
}

/// "residents", "people": nobody whom "he" or "it" stands for.
static bool is_several(const sm_scan *scan, uint32_t head) {
  sm_str word = sm_span_text(scan, sm_tokens_span(scan, head, head + 1));
  return sm_str_equal(word, sm_str_of("people")) ||
         (word.len > 3 && word.ptr[word.len - 1] == 's' && !(scan->t[head].flags & SM_TOKEN_CAPITAL));
}

/// he, she, "according to him"
static bool stands_for_person(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"him"};
  return sm_is(scan, i, SM_W_HE) || sm_is(scan, i, SM_W_SHE) || SM_IS_ONE_OF(scan, i, words);
}

/// "Her husband was hit, she said", "shelled Nan Mei Khon, he added": whose somebody is, and what a verb has done something to.
static bool cannot_be_meant(const sm_scan *scan, const sm_syntax *syntax, const sm_group *g, uint32_t pronoun) {
  static const char *const her[] = {"her", "Her"}, *const his[] = {"his", "His"}, *const its[] = {"its", "Its"}, *const their[] = {"their", "Their"};
  static const char *const women[] = {"daughter", "mother", "sister", "wife", "woman", "girl", "aunt", "grandmother", "niece", "widow"}, *const men[] = {"son", "father", "brother", "husband", "man", "boy", "uncle", "grandfather", "nephew"};
  if ((sm_is(scan, pronoun, SM_W_HE) && SM_IS_ONE_OF(scan, g->head, women)) || (sm_is(scan, pronoun, SM_W_SHE) && SM_IS_ONE_OF(scan, g->head, men))) return true;
  const int32_t index = (int32_t)(g - syntax->groups);
  if (index > 0 && g[-1].flags & SM_GROUP_VERB && g[-1].object == index) return true;
  return (sm_is(scan, pronoun, SM_W_SHE) && SM_IS_ONE_OF(scan, g->first, her)) || (sm_is(scan, pronoun, SM_W_HE) && SM_IS_ONE_OF(scan, g->first, his)) ||
         (sm_is(scan, pronoun, SM_W_IT) && SM_IS_ONE_OF(scan, g->first, its)) || (sm_is(scan, pronoun, SM_W_THEY) && SM_IS_ONE_OF(scan, g->first, their));
}

/// "A soldier died and a baby was hurt, he said", "An Indian soldier lost his life, ...": whom the verb behind leaves dead or hurt.
static bool is_hurt_subject(const sm_scan *scan, const sm_syntax *syntax, int32_t group, uint32_t before) {
  enum { NEAR = 3 };
  for (const sm_group *v = syntax->groups + group + 1; v < syntax->groups + syntax->n && v <= syntax->groups + group + NEAR && v->first < before; v++)
    if (v->flags & SM_GROUP_VERB && v->subject == group) return sm_has_cue(scan, v->head, SM_CUE_CASUALTY) || sm_has_cue(scan, v->first, SM_CUE_CASUALTY);
  return false;
}

/// The first subject of a sentence, before a token, that may speak: "Moscow has offered a third version: a
/// strike, it says".
static bool find_antecedent(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, uint32_t before,
                            sm_speech *speech) {
  for (uint32_t k = syntax->first_of[sentence]; k < syntax->first_of[sentence + 1]; k++) {
    const sm_group *g = &syntax->groups[k];
    if (g->last > before || in_quotes(scan, sentence, g->first)) return false;
    if (g->lead != SM_NO_TOKEN || g->flags & (SM_GROUP_VERB | SM_GROUP_TIME | SM_GROUP_PRONOUN | SM_GROUP_LISTED) || cannot_be_meant(scan, syntax, g, speech->first)) continue; // "wounded two Nepalis and a Saudi, he said"
    const sm_cue_row *count = sm_cue_at(scan, g->first, SM_CUE_NUMBER, NULL);
    if (count && count->kind != SM_K_ARTICLE && count->kind != SM_K_ORDINAL) continue; // "One employee died, he wrote"
    if (is_hurt_subject(scan, syntax, (int32_t)k, before)) continue;
    bool person = g->flags & SM_GROUP_PROPER && !scan->mention_at[g->head];
    if (!sm_is(scan, speech->first, SM_W_THEY) && is_several(scan, g->head)) continue;
    const sm_lexicon_entry *e = scan->t[g->head].entry;
    if (sm_is(scan, speech->first, SM_W_IT) && e && e->word_bits & SM_WORD_NOUN_PERSON && !(e->word_bits & SM_WORD_NOUN_GROUP) && !sm_has_cue(scan, g->head, SM_CUE_ACTOR)) continue; // "the reporter died, it said"
    if (stands_for_person(scan, speech->first) && !person && e && e->word_bits & SM_WORD_NOUN_GROUP && !(e->word_bits & SM_WORD_NOUN_PERSON)) continue; // "the village"
    if (scan->mention_at[g->head] && scan->mentions->items[scan->mention_at[g->head] - 1].role == SM_ROLE_DATELINE) continue;
    bool speaks = sm_names_somebody(scan, g->first, g->last) || sm_has_cue(scan, g->head, SM_CUE_ACTOR) ||
                  (sm_is(scan, speech->first, SM_W_IT) ? scan->mention_at[g->head] != 0 : person);
    const sm_group *verb = g + 1, *end = syntax->groups + syntax->first_of[sentence + 1];
    while (verb < end && verb < g + 3 && !(verb->flags & SM_GROUP_VERB)) verb++;
    const sm_cue_row *reacts = verb < end && verb->flags & SM_GROUP_VERB && verb->subject == (int32_t)k && scan->t[g->head].flags & SM_TOKEN_UPPER && !(verb->flags & SM_GROUP_PASSIVE) ? sm_cue_at(scan, verb->head, SM_CUE_MODE, NULL) : NULL;
    speaks |= reacts && reacts->kind == SM_K_REACTION; // "UNSMIL condemned the shelling by the LNA. It said"
    sm_speech found = *speech;
    if (!speaks || !sm_set_speaker(scan, &found, g->first, g->last)) continue;
    speech->name = found.name, speech->kind = found.kind;
    return true;
  }
  return false;
}

/// Whom "he" may stand for: no medium and no state.
static bool may_be_person(const sm_speech *speech) {
  return speech->kind != SM_K_MEDIA && speech->kind != SM_K_STATE && speech->name.len;
}

/// "We have 56": who is quoted, and no "he".
static bool is_self(const sm_scan *scan, const sm_speech *speech) {
  static const char *const words[] = {"We", "we", "I", "Our", "our"};
  return SM_IS_ONE_OF(scan, speech->first, words) || SM_IS_ONE_OF(scan, speech->last - 1, words);
}

/// How many sentences behind another one lies, those left out that go on with a quotation: '..., he wrote. "Doctors are helping. They ..."'.
static uint32_t sentences_behind(const sm_scan *scan, uint32_t from, uint32_t to) {
  enum { REACH = 12 };
  uint32_t n = to - from;
  if (n > REACH) return n;
  bool open = false;
  for (uint32_t k = scan->s[from].first; k < scan->s[to].first; k++) {
    const uint32_t at = scan->t[k].sentence;
    if (at > from && k == scan->s[at].first && scan->s[at].paragraph != scan->s[at - 1].paragraph) open = false;
    if (at > from && k == scan->s[at].first && (open || sm_is_sign(scan, k, '"'))) n--;
    open ^= sm_is_sign(scan, k, '"');
  }
  return n;
}

void sm_resolve_pronoun(const sm_scan *scan, const sm_syntax *syntax, const sm_speeches *all, sm_speech *speech) {
  enum { REACH = 4 };
  if (!speech->pronoun) return;
  const sm_speech *last = all->n ? &all->items[all->n - 1] : NULL;
  uint32_t s = speech->sentence;
  while (last && last > all->items && is_self(scan, last) && s <= last[-1].sentence + REACH) last--; // '"Now we have 56. Some are in hospital," he added'
  while (last && last > all->items && last->sentence == s && in_quotes(scan, s, last->first) && !in_quotes(scan, s, speech->first)) last--; // '"Our team received ten," it said'
  bool same = last && last->sentence == s;
  if (!same && find_antecedent(scan, syntax, s, speech->first, speech)) return;
  const bool opens = s > 0 && scan->s[s - 1].paragraph + 1 == scan->s[s].paragraph && speech->first == scan->s[s].first; // a sentence a paragraph
  bool next = s > 0 && (scan->s[s - 1].paragraph == scan->s[s].paragraph || opens);
  if (!same && next && (!last || last->sentence + 1 < s) &&
      find_antecedent(scan, syntax, s - 1, scan->s[s - 1].last, speech))
    return;
  const bool person = stands_for_person(scan, speech->first), it = sm_is(scan, speech->first, SM_W_IT);
  while (it && last && last > all->items && is_named_person(scan, last) && s - last[-1].sentence <= REACH) last--;
  while (person && last && last > all->items && !may_be_person(last) && s - last[-1].sentence <= 4) last--;
  if (person && last && !may_be_person(last)) last = NULL;
  if (!last || sentences_behind(scan, last->sentence, s) > (last + 1 == all->items + all->n ? 2u : 4u)) {
    speech->name = (sm_str){NULL, 0}; // nobody known stands behind the word
    return;
  }
  speech->name = last->name;
  speech->kind = last->kind;
}
