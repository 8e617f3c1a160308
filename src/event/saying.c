// Which words of reporting say something: not nouns, auxiliaries, what is done to the subject, or silence.
#include "speaker.h"
#include "struck.h"

/// "looking into reports", "the count", "Arab states", "Arab Said": the word is a noun or a name here.
static bool is_noun(const sm_scan *scan, const sm_syntax *syntax, uint32_t i) {
  static const char *const saying[] = {"saying"};
  const sm_group *g = sm_group_of(syntax, i);
  if (!g || g->flags & SM_GROUP_VERB || i == scan->s[scan->t[i].sentence].first) return false;
  if (scan->t[i - 1].flags & SM_TOKEN_CLITIC) return true; // "the ministry's count"
  if (sm_is(scan, i - 1, SM_W_AS) && SM_IS_ONE_OF(scan, i, saying)) return false; // "was quoted as saying."
  static const char *const states[] = {"states"};
  if (SM_IS_ONE_OF(scan, i, states) && i > 1 && scan->mention_at[i - 1] && sm_is(scan, i - 2, SM_W_AND)) return true; // "in Sokoto and Katsina states"
  static const char *const reports[] = {"reports", "report", "accounts"}, *const say[] = {"said", "say", "says", "suggested", "suggest", "spoke", "claimed", "indicated"};
  if (SM_IS_ONE_OF(scan, i, reports) && i + 1 < scan->n && SM_IS_ONE_OF(scan, i + 1, say)) return true; // "locals and media reports said"
  bool upper = scan->s[scan->t[i].sentence].flags & SM_SENTENCE_UPPER;
  if (scan->mention_at[i - 1] && scan->mentions->items[scan->mention_at[i - 1] - 1].role == SM_ROLE_DEMONYM)
    return true;
  if (!upper && scan->t[i].flags & scan->t[i - 1].flags & SM_TOKEN_CAPITAL) return true;
  static const char *const past[] = {"denied", "rejected", "dismissed", "confirmed", "reported", "claimed", "announced", "acknowledged"}, *const military[] = {"military"};
  if (SM_IS_ONE_OF(scan, i, past) && SM_IS_ONE_OF(scan, i - 1, military)) return false; // "The U.S. military denied reports"
  if (sm_has_cue(scan, i - 1, SM_CUE_CLAIMANT) && g->first + 1 < i && sm_is_article(scan, g->first)) return false; // "an elder counted", "the paramount chief spoke"
  unsigned before = syntax->part[i - 1];
  return before == SM_PART_DETERMINER || before == SM_PART_POSSESSIVE || before == SM_PART_ADJECTIVE ||
         before == SM_PART_PREPOSITION;
}

/// "a blast claims two lives", "has claimed the life of a nurse": what is claimed is told to nobody.
static bool takes_lives(const sm_scan *scan, uint32_t last) {
  static const char *const lives[] = {"life", "lives"}, *const victims[] = {"victim", "victims"};
  for (uint32_t k = last; k < scan->n && k < last + 6 && scan->t[k].flags & (SM_TOKEN_WORD | SM_TOKEN_NUMBER);
       k++)
    if (SM_IS_ONE_OF(scan, k, lives) || (k > last && SM_IS_ONE_OF(scan, k, victims) && !sm_is(scan, k - 1, SM_W_THE) && !sm_is(scan, last, SM_W_THAT))) return true; // "claimed its first victim"
  return false;
}

/// "with no casualties or destruction reported": by nobody who is named.
static bool is_left_reported(const sm_scan *scan, uint32_t verb, uint32_t last) {
  enum { BACK = 7 };
  static const char *const told[] = {"reported", "recorded", "registered", "announced", "confirmed"};
  if (!SM_IS_ONE_OF(scan, verb, told) || last >= scan->n || !(sm_is_punct(scan, last) || scan->t[last].sentence != scan->t[verb].sentence)) return false;
  bool none = false;
  for (uint32_t k = verb; k > scan->s[scan->t[verb].sentence].first && verb - k < BACK && !sm_is_punct(scan, k - 1); k--) {
    const sm_cue_row *number = sm_cue_at(scan, k - 1, SM_CUE_NUMBER, NULL);
    none |= number && number->kind == SM_K_ZERO;
    if (none && sm_is(scan, k - 1, SM_W_WITH)) return true;
  }
  return false;
}

/// "Pakistan recalled its ambassador": called home, not told.
static bool calls_home(const sm_scan *scan, uint32_t verb, uint32_t last) {
  static const char *const recalls[] = {"recall", "recalls", "recalled", "recalling"}, *const envoys[] = {"ambassador", "ambassadors", "envoy", "envoys", "diplomat", "diplomats", "delegation", "staff", "consul"};
  for (uint32_t k = last; SM_IS_ONE_OF(scan, verb, recalls) && k < scan->n && k < last + 5 && scan->t[k].flags & SM_TOKEN_WORD; k++)
    if (SM_IS_ONE_OF(scan, k, envoys)) return true;
  return false;
}

/// "said nothing of it", "had nothing to add".
static bool says_nothing(const sm_scan *scan, uint32_t next) {
  static const char *const words[] = {"nothing", "little"}, *const of[] = {"about", "more", "else", "yet"};
  if (sm_is(scan, next, SM_W_IT) || sm_is(scan, next, SM_W_THEY)) next++;
  if (sm_is_have(scan, next)) next++;
  const sm_cue_row *mode = next < scan->n ? sm_cue_at(scan, next, SM_CUE_MODE, NULL) : NULL;
  if (!SM_IS_ONE_OF(scan, next, words) || next + 1 >= scan->n || (mode && mode->kind == SM_K_DENIAL)) return false; // "had nothing to do with it"
  return sm_is_preposition(scan, next + 1) || sm_is(scan, next + 1, SM_W_TO) || SM_IS_ONE_OF(scan, next + 1, of) || scan->t[next + 1].sentence != scan->t[next].sentence ||
         sm_is_sign(scan, next + 1, '.') || sm_is_sign(scan, next + 1, ',');
}

/// "There was no comment from Moscow, which denies targeting civilians": of no strike.
static bool is_silence(const sm_scan *scan, uint32_t sentence, uint32_t verb) {
  static const char *const words[] = {"comment", "response", "reply", "reaction", "answer"};
  bool none = false, silent = false;
  for (uint32_t i = scan->s[sentence].first; i < verb; i++) {
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    none |= number && number->kind == SM_K_ZERO;
    silent |= none && SM_IS_ONE_OF(scan, i, words) && sm_is(scan, i + 1, SM_W_FROM);
    if (silent && (sm_is(scan, i, SM_W_WHICH) || sm_is(scan, i, SM_W_WHO))) return true;
  }
  return false;
}

/// "18 people who had gathered for a baptism": those counted do not speak in the clause that tells who they were.
static bool is_of_counted(const sm_scan *scan, const sm_syntax *syntax, uint32_t verb) {
  const sm_group *g = sm_group_of(syntax, verb);
  if (!g || !(g->flags & SM_GROUP_RELATIVE) || g->subject < 0) return false;
  const uint32_t first = syntax->groups[g->subject].first;
  const sm_cue_row *number = sm_cue_at(scan, first, SM_CUE_NUMBER, NULL);
  return scan->t[first].flags & SM_TOKEN_NUMBER || (number && number->kind != SM_K_ARTICLE && number->kind != SM_K_SINGLE && number->kind != SM_K_ORDINAL);
}

/// "a group which had previously claimed a bombing": of another strike.
static bool is_past_claim(const sm_scan *scan, const sm_syntax *syntax, uint32_t verb) {
  static const char *const before[] = {"previously", "earlier", "already", "once", "also"};
  const sm_group *g = sm_group_of(syntax, verb);
  if (!g || !(g->flags & SM_GROUP_RELATIVE)) return false;
  for (uint32_t i = g->first; i < verb; i++)
    if (SM_IS_ONE_OF(scan, i, before)) return true;
  return false;
}

/// "had fired", "had been admitted": an auxiliary, or what is done to the subject, reports nothing. Naming
/// ("calls it a lie") is saying only in a clause of its own: not "called for", "a man called".
static bool is_saying(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t last,
                      bool naming) {
  const sm_group *g = sm_group_of(syntax, first);
  if (naming)
    return g && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_PASSIVE) && g->head == first &&
           g->subject >= 0 && !sm_is_preposition(scan, last);
  static const char *const held[] = {"believed", "thought", "known", "suspected", "understood", "said", "reported"};
  if (SM_IS_ONE_OF(scan, first, held) && sm_is(scan, last, SM_W_TO)) return false; // "planes believed to be Russian"
  if (!g || !(g->flags & SM_GROUP_VERB)) return true;
  if (g->head >= last && sm_is_have(scan, first)) return false;
  return last > first + 1 || !(g->flags & SM_GROUP_PASSIVE) || g->head != first || g->first == first;
}

/// "will complain to the UN", "may announce".
static bool is_yet_to_come(const sm_scan *scan, uint32_t verb) {
  static const char *const words[] = {"will", "shall", "may", "might", "should", "must", "can"};
  return SM_IS_ONE_OF(scan, verb - 1, words);
}

/// "rejected the attack and urged calm", "rejects all violence": condemned, not denied.
static bool is_condemned(const sm_scan *scan, const sm_syntax *syntax, uint32_t i) {
  static const char *const rejects[] = {"rejected", "rejects", "rejecting", "reject"}, *const deeds[] = {"violence", "terrorism", "killing", "killings", "murder", "crime", "crimes", "aggression", "massacre"};
  const sm_group *verb = SM_IS_ONE_OF(scan, i, rejects) ? sm_group_of(syntax, i) : NULL;
  if (!verb || verb->object < 0) return false;
  const sm_group *what = &syntax->groups[verb->object];
  const bool deed = sm_has_cue(scan, what->head, SM_CUE_TRIGGER);
  return deed || SM_IS_ONE_OF(scan, what->head, deeds);
}

/// "guards told her to stop", "the army told residents of two villages to leave": an order, no telling.
bool sm_orders(const sm_scan *scan, const sm_syntax *syntax, uint32_t verb, uint32_t last) {
  enum { REACH = 8 };
  static const char *const tells[] = {"told", "tells", "tell", "telling", "warned", "warns", "warning"};
  for (uint32_t k = last; SM_IS_ONE_OF(scan, verb, tells) && k + 1 < scan->s[scan->t[verb].sentence].last && k < last + REACH && !sm_is_punct(scan, k); k++) {
    if (sm_is(scan, k, SM_W_THAT) || sm_has_cue(scan, k, SM_CUE_REPORTING)) return false;
    const sm_group *g = sm_is(scan, k, SM_W_TO) ? sm_group_of(syntax, k + 1) : NULL;
    if (g && g->flags & SM_GROUP_INFINITIVE) return true;
    if (g || (k > last && sm_group_of(syntax, k) && sm_group_of(syntax, k)->flags & SM_GROUP_FINITE)) return false;
  }
  return false;
}

bool sm_is_said(const sm_scan *scan, const sm_syntax *syntax, uint32_t i, uint32_t last, const sm_cue_row *row) {
  if (is_condemned(scan, syntax, i)) return false;
  if (scan->mention_at[i]) return false; // the States of "United States"
  static const char *const carried[] = {"carried"}, *const out[] = {"out"};
  for (uint32_t k = last + 1; SM_IS_ONE_OF(scan, i, carried) && SM_IS_ONE_OF(scan, last, out) && k < last + 5 && k < scan->n && !sm_is_punct(scan, k); k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false; // "carried out air strikes", but "carried out a body"
  static const char *const per[] = {"per"}, *const spoken[] = {"spoken", "spoke", "speaks", "speak"}, *const rate[] = {"cent", "capita", "head", "day", "hour", "week", "month", "year"};
  if (SM_IS_ONE_OF(scan, i, per) && last == i + 1 && SM_IS_ONE_OF(scan, last, rate)) return false; // "60 per cent of personnel"
  if (row->form == SM_F_PREP) return true;
  if (SM_IS_ONE_OF(scan, i, spoken) && last == i + 1 && (sm_is(scan, last, SM_W_TO) || sm_is(scan, last, SM_W_WITH))) return false; // "has spoken to villagers"
  static const char *const blame[] = {"blame"}, *const deals[] = {"trade", "traded", "trading", "trades", "exchange", "exchanged", "exchanging", "swap", "swapped", "shift", "shifted", "apportion"};
  if (i > 0 && SM_IS_ONE_OF(scan, i, blame) && SM_IS_ONE_OF(scan, i - 1, deals)) return false; // "led both sides to trade blame"
  if ((row->form == SM_F_FIGURE || row->form == SM_F_VERB) && i > 0 && sm_is_be(scan, i - 1) && syntax->part[i] != SM_PART_ING) return false; // "had at first been listed as hurt"
  if (row->form == SM_F_FIGURE && row->stance == 'b') return false; // who "was behind" it is spoken of
  static const char *const receives[] = {"received", "receives"};
  if (SM_IS_ONE_OF(scan, i, receives) && sm_is_suffered(scan, i)) return false; // "the hospital received four mortar rounds"
  if (row->flags & SM_ROW_CLAIM && sm_is(scan, last, SM_W_BY)) return false; // "claimed by X"
  if (i > 0 && (is_yet_to_come(scan, i) || (sm_is(scan, i - 1, SM_W_TO) && row->stance == 'b'))) return false; // "hit the camp to blame it"
  if (is_noun(scan, syntax, i) || is_of_counted(scan, syntax, i) || !is_saying(scan, syntax, i, last, row->form == SM_F_NAMING)) return false;
  static const char *const accounts[] = {"claims", "reports"};
  const sm_cue_row *denied = i > 0 && SM_IS_ONE_OF(scan, i, accounts) ? sm_cue_at(scan, i - 1, SM_CUE_REPORTING, NULL) : NULL;
  if (denied && denied->stance == 'd') return false; // "rejected claims that it had shelled the town"
  static const char *const related[] = {"related", "relates"}; // "issues related to the war"
  if (SM_IS_ONE_OF(scan, i, related) && sm_is(scan, last, SM_W_TO)) return false;
  static const char *const suspects[] = {"suspects"};
  const uint32_t next = last < scan->n && syntax->part[last] == SM_PART_ADVERB ? last + 1 : last;
  if (SM_IS_ONE_OF(scan, i, suspects) && next < scan->n && (sm_part_is_verb(syntax->part[next]) || (next > last && !sm_is(scan, next, SM_W_THAT)))) return false; // "Taliban suspects routinely claim"
  static const char *const counted[] = {"reported", "confirmed", "listed", "reports"};
  const bool deed = i > 0 && sm_has_cue(scan, i - 1, SM_CUE_TRIGGER) && !sm_has_cue(scan, i - 1, SM_CUE_CLAIMANT);
  if (deed && SM_IS_ONE_OF(scan, i, counted) && sm_is_preposition(scan, last)) return false; // "with sporadic shelling reported in X"
  const sm_cue_row *hurt = SM_IS_ONE_OF(scan, i, counted) ? sm_cue_at(scan, last, SM_CUE_CASUALTY, NULL) : NULL;
  if (hurt && (hurt->form == SM_F_PP || hurt->form == SM_F_PAST || hurt->form == SM_F_STATE) && !scan->mention_at[last]) return false; // "civilians reported killed"
  return !calls_home(scan, i, last) && !is_left_reported(scan, i, last) && !(row->flags & SM_ROW_CLAIM && (takes_lives(scan, last) || is_past_claim(scan, syntax, i)));
}

bool sm_says_nothing(const sm_scan *scan, const sm_speech *speech) {
  static const char *const speaks[] = {"speaks", "speak", "spoke", "speaking"};
  const bool that = speech->verb > 0 && (sm_is(scan, speech->verb - 1, SM_W_THAT) || sm_is(scan, speech->verb - 1, SM_W_WHICH));
  if (that && SM_IS_ONE_OF(scan, speech->verb, speaks) && sm_is(scan, speech->verb_last, SM_W_FOR)) return true; // "a radio that speaks for the group"
  static const char *const seldom[] = {"rarely", "seldom", "hardly"}; // "which rarely speaks of operations"
  if (speech->verb > 0 && SM_IS_ONE_OF(scan, speech->verb - 1, seldom)) return true;
  const sm_cue_row *usual = speech->verb > 0 ? sm_cue_at(scan, speech->verb - 1, SM_CUE_MODE, NULL) : NULL;
  if (usual && usual->kind == SM_K_HABIT) return true; // "routinely claim responsibility"
  return is_silence(scan, speech->sentence, speech->verb) || says_nothing(scan, speech->verb_last);
}

bool sm_is_of_claim(const sm_scan *scan, uint32_t first, uint32_t lead) {
  enum { HEAD = 4 };
  static const char *const claims[] = {"claim", "claims", "claimed", "claiming", "responsibility", "authorship", "owned"}, *const papers[] = {"text", "letter", "leaflet", "leaflets", "message", "statement", "communique", "communiqué", "note", "video", "email", "person", "man", "caller"};
  bool own = false, paper = false;
  for (uint32_t i = first; i < scan->n && scan->t[i].sentence == scan->t[lead].sentence; i++) {
    own |= (i < lead || i > lead + 1) && SM_IS_ONE_OF(scan, i, claims);
    paper |= i < lead && (i < first + HEAD || i + HEAD > lead) && SM_IS_ONE_OF(scan, i, papers);
  }
  static const char *const by[] = {"signed", "claiming", "speaking"};
  return own || (paper && SM_IS_ONE_OF(scan, lead, by));
}

/// "held X responsible", "put it down to X", "pinned the bombing on X": what stands between the two words of blame.
static bool is_parted_blame(const sm_scan *scan, uint32_t i) {
  enum { BETWEEN = 8 };
  static const char *const verbs[] = {"held", "holds", "hold", "holding", "put", "puts", "putting", "pinned", "pins", "pin", "pinning", "laid", "lays", "lay", "laying"},
                           *const guilty[] = {"responsible", "answerable", "accountable", "liable"}, *const down[] = {"down"}, *const doors[] = {"door", "doors", "doorstep", "blame", "feet"};
  if (!SM_IS_ONE_OF(scan, i, verbs)) return false; // as nearly all
  const char *verb = sm_span_text(scan, sm_tokens_span(scan, i, i + 1)).ptr;
  const bool holds = verb[0] == 'h', puts = verb[1] == 'u', pins = verb[1] == 'i', lays = verb[0] == 'l';
  for (uint32_t k = i + 1; k < scan->n && k <= i + BETWEEN && scan->t[k].sentence == scan->t[i].sentence && !sm_is_punct(scan, k); k++) {
    if (holds && SM_IS_ONE_OF(scan, k, guilty)) return true;
    if (puts && SM_IS_ONE_OF(scan, k, down) && sm_is(scan, k + 1, SM_W_TO)) return true;
    if (pins && k > i + 1 && (sm_is(scan, k, SM_W_ON) || sm_is(scan, k, SM_W_UPON))) return true;
    if (lays && SM_IS_ONE_OF(scan, k, doors)) return true;
  }
  return false;
}

/// "by" right behind a verb, past a day or past where it was told: "was claimed on Sunday by X", "in a statement by X"; 0 where it does not stand.
static uint32_t by_behind(const sm_scan *scan, uint32_t last) {
  enum { REACH = 6 };
  static const char *const told[] = {"a", "in", "via", "through", "statement", "message", "video", "social", "media", "online", "its", "to", "us", "our", "office", "editorial", "reporters", "journalists", "press", "the", "this"};
  for (uint32_t i = last; i + 1 < scan->n && i < last + REACH && scan->t[i].sentence == scan->t[last - 1].sentence; i++) {
    if (sm_is(scan, i, SM_W_BY)) return i;
    const bool where = i > last && scan->t[i].flags & SM_TOKEN_CAPITAL && (sm_is(scan, i - 1, SM_W_ON) || SM_IS_ONE_OF(scan, i - 1, told)); // "on Telegram"
    if (!where && !SM_IS_ONE_OF(scan, i, told) && !sm_has_cue(scan, i, SM_CUE_TIME) && !sm_is(scan, i, SM_W_ON) && !(scan->t[i].entry && scan->t[i].entry->word_bits & SM_WORD_ADVERB)) return 0;
  }
  return 0;
}

/// "The attack was claimed by X", "responsibility has been claimed by X": but not "a province claimed by both".
static bool is_deed_claimed(const sm_scan *scan, uint32_t verb) {
  enum { REACH = 12 };
  static const char *const deeds[] = {"responsibility", "Responsibility", "deed", "killing", "killings", "massacre", "operation", "incident", "ambush", "it", "It", "both", "Both", "they", "They", "this", "This"};
  for (uint32_t k = verb; k > scan->s[scan->t[verb].sentence].first && verb - k < REACH && !sm_is_sign(scan, k - 1, ';'); k--)
    if (SM_IS_ONE_OF(scan, k - 1, deeds) || sm_has_cue(scan, k - 1, SM_CUE_TRIGGER)) return true;
  return false;
}

/// "This | was reported by", "The provisional toll | was communicated by": what the sentences before told, as the subject of a verb.
static bool is_what_was_told(const sm_scan *scan, uint32_t first, uint32_t verb) {
  enum { LATEST = 7 };
  static const char *const this[] = {"This", "That", "It"}, *const told[] = {"toll", "news", "information", "figure", "figures", "report", "account", "number", "numbers", "count", "version"};
  if (SM_IS_ONE_OF(scan, first, this) && verb < first + 4) return true;
  for (uint32_t k = first + 1; k < verb && k < first + LATEST && !sm_is_punct(scan, k) && !sm_is(scan, k, SM_W_OF); k++)
    if (SM_IS_ONE_OF(scan, k, told)) return verb <= k + 3;
  return false;
}

/// "Seven deaths | were confirmed by X", "Nine bodies have been counted by X": a count of the dead as the subject of a passive verb.
static bool is_count_passive(const sm_scan *scan, uint32_t first, uint32_t verb) {
  static const char *const tells[] = {"confirmed", "reported", "recorded", "registered", "counted", "verified", "announced", "documented", "seen", "acknowledged", "listed", "logged"};
  uint32_t from = verb;
  while (from > first && !sm_is_sign(scan, from - 1, ',') && !sm_is_sign(scan, from - 1, ';') && !sm_is(scan, from - 1, SM_W_AND)) from--;
  static const char *const were[] = {"was", "were", "been", "is", "are"}; // not "could be"
  return SM_IS_ONE_OF(scan, verb, tells) && SM_IS_ONE_OF(scan, verb - 1, were) && sm_counts_dead(scan, from, verb);
}

uint32_t sm_said_by(const sm_scan *scan, const sm_syntax *syntax, uint32_t i, uint32_t last, const sm_cue_row *row) {
  const uint32_t first = scan->s[scan->t[i].sentence].first, by = (row->form == SM_F_VERB || row->form == SM_F_FIGURE) && i > first ? by_behind(scan, last) : 0;
  const sm_group *g = sm_group_of(syntax, i);
  if (!by || scan->mention_at[i]) return 0;
  if (row->flags & SM_ROW_CLAIM && (sm_is_be(scan, i - 1) || (g && g->flags & SM_GROUP_PASSIVE))) return is_deed_claimed(scan, i) ? by + 1 : 0;
  return sm_is_be(scan, i - 1) && ((row->form == SM_F_VERB && is_what_was_told(scan, first, i)) || is_count_passive(scan, first, i)) ? by + 1 : 0;
}

const sm_cue_row *sm_saying_at(const sm_scan *scan, uint32_t i, uint32_t *last) {
  static const sm_cue_row blame = {.form = SM_F_VERB, .stance = 'b'};
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_REPORTING, last);
  const sm_cue_row *death = row && row->form == SM_F_VERB ? sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL) : NULL;
  if (death && death->form == SM_F_INTR) return NULL; // "declared dead"
  if ((row && row->form != SM_F_FIGURE) || !is_parted_blame(scan, i)) return row;
  *last = i + 1;
  return &blame;
}

/// "the internationally recognised government", "the UN-recognised one": a participle before its noun.
bool sm_is_attribute(const sm_scan *scan, uint32_t i) {
  if (i > 1 && sm_is_sign(scan, i - 1, '-')) return true;
  const sm_lexicon_entry *e = i > 1 ? scan->t[i - 1].entry : NULL;
  return e && e->word_bits & SM_WORD_ADVERB && (sm_is(scan, i - 2, SM_W_THE) || scan->t[i - 2].flags & SM_TOKEN_CLITIC);
}

/// "The mission appealed for blood | and said": where the phrase before a verb has one of its own.
uint32_t sm_own_verb(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) {
    const sm_group *g = sm_group_of(syntax, i);
    if (g && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE) && !sm_is_attribute(scan, g->head) && !sm_has_cue(scan, g->head, SM_CUE_CLAIMANT)) // no verb: "the war monitor"
      return g->first > first ? g->first : first;
  }
  return end;
}

/// "at 16 killed and 50 wounded and | a hospital source": who begins behind the last count of a phrase without a verb; its start where nobody does.
static uint32_t behind_counts(const sm_scan *scan, uint32_t first, uint32_t end) {
  for (uint32_t k = end; k > first + 2; k--) {
    if (!sm_is(scan, k - 1, SM_W_AND)) continue;
    const bool article = k + 1 < end && sm_is_article(scan, k);
    const bool counted = sm_has_cue(scan, k - 2, SM_CUE_CASUALTY) && (scan->t[k - 3].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k - 3, SM_CUE_NUMBER));
    return article && counted && sm_names_somebody(scan, k + 1, end) ? k : first;
  }
  return first;
}

uint32_t sm_last_clause(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t end) {
  uint32_t behind = behind_counts(scan, first, end);
  if (end > first && sm_is(scan, end - 1, SM_W_AND)) return first; // "hit bases of Hamas and Hezbollah and said"
  for (uint32_t k = sm_own_verb(scan, syntax, first, end); k + 1 < end; k++) {
    if (!sm_is(scan, k, SM_W_AND)) continue;
    const uint32_t noun = sm_is(scan, k + 1, SM_W_THE) ? k + 2 : k + 1;
    const sm_group *g = sm_group_of(syntax, k + 1);
    if (!g || g->flags & SM_GROUP_VERB || sm_own_verb(scan, syntax, k + 1, end) < end) continue;
    behind = k + 1;
    if (sm_has_cue(scan, noun, SM_CUE_CLAIMANT)) break; // "medics and rescuers"
  }
  return behind;
}

static bool counts(const sm_scan *scan, uint32_t i) {
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
  return row && row->kind != SM_K_ARTICLE && row->kind != SM_K_ZERO && row->kind != SM_K_ORDINAL; // "have no licence to kill", "had at first been listed"
}

bool sm_counts_dead(const sm_scan *scan, uint32_t first, uint32_t last) {
  bool counted = false;
  for (uint32_t i = first; i < last; i++) {
    counted |= scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER);
    if (counted && sm_has_cue(scan, i, SM_CUE_CASUALTY)) return true;
  }
  return false;
}

/// "put the death toll of Friday's bombing in the market at 40": the number may come late.
static bool puts_toll(const sm_scan *scan, uint32_t next) {
  enum { NEAR = 4 };
  static const char *const tolls[] = {"toll", "number", "figure", "dead", "wounded", "deaths", "casualties", "count"};
  for (uint32_t i = next; i < next + NEAR && sm_is(scan, next, SM_W_THE); i++)
    if (SM_IS_ONE_OF(scan, i, tolls)) return true;
  return false;
}

/// "received various injuries", "received treatment": who was hurt, no hospital that counts them.
static bool is_hurt(const sm_scan *scan, uint32_t next) {
  enum { REACH = 5 };
  static const char *const words[] = {"injuries", "injury", "wounds", "wound", "burns", "fractures", "concussion", "bruises", "treatment", "aid", "care", "surgery"};
  for (uint32_t i = next; i < next + REACH && i < scan->n && !sm_is_punct(scan, i); i++) {
    const sm_cue_row *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (scan->t[i].flags & SM_TOKEN_NUMBER || (counts(scan, i) && number->kind != SM_K_VAGUE)) return false;
    if (SM_IS_ONE_OF(scan, i, words)) return true;
  }
  return false;
}

/// "documented the death of a volunteer and a child": articles count them.
static bool tells_deaths_of(const sm_scan *scan, uint32_t next) {
  static const char *const deaths[] = {"death", "deaths", "killing", "killings"};
  if (sm_is(scan, next, SM_W_THE)) next++;
  return next + 1 < scan->n && SM_IS_ONE_OF(scan, next, deaths) && sm_is(scan, next + 1, SM_W_OF);
}

/// "The committees documented the following:": what counts is told by the items of a list.
static bool heads_items(const sm_scan *scan, const sm_speech *speech) {
  enum { LONGEST = 12 };
  const sm_sentence *s = &scan->s[speech->sentence];
  if (speech->before || speech->pronoun || speech->verb_last >= s->last || s->last - speech->verb_last > LONGEST || !sm_is_sign(scan, s->last - 1, ':') || speech->sentence + 1 >= scan->ns) return false;
  return scan->s[speech->sentence + 1].flags & SM_SENTENCE_ITEM;
}

bool sm_is_figure_speech(const sm_scan *scan, const sm_speech *speech) {
  if (speech->row->form != SM_F_FIGURE || (sm_is(scan, speech->verb_last, SM_W_IT) && sm_is(scan, speech->verb_last + 1, SM_W_AS))) return true;
  bool have = sm_is_have(scan, speech->verb);
  if (!have && !(speech->row->flags & SM_ROW_WEAK) && heads_items(scan, speech)) return true;
  if (speech->row->flags & SM_ROW_WEAK && speech->kind != SM_K_MEDIC && speech->kind != SM_K_WITNESS &&
      speech->kind != SM_K_MONITOR && speech->kind != SM_K_OFFICIAL)
    return false; // "the army received", "doctors received"
  if ((speech->kind == SM_K_NONE && !speech->pronoun) || speech->before || is_hurt(scan, speech->verb_last)) return false;
  if (have && (speech->kind == SM_K_STATE || speech->pronoun ||
               sm_has_cue(scan, speech->verb_last, SM_CUE_REPORTING)))
    return false;
  uint32_t end = scan->s[speech->sentence].last, reach = 12;
  if (!have && tells_deaths_of(scan, speech->verb_last)) return true;
  bool toll = false;
  for (uint32_t i = speech->verb_last; i < end && i < speech->verb_last + 12; i++)
    toll |= sm_has_cue(scan, i, SM_CUE_CASUALTY);
  if (speech->pronoun && !toll) return false;
  const bool armed = speech->kind == SM_K_PARTY || speech->kind == SM_K_MILITARY;
  if (have) reach = toll && !armed ? 8 : 3; // "where the rebels have a depot, 18 died"
  if (puts_toll(scan, speech->verb_last)) reach = 24;
  for (uint32_t i = speech->verb_last; i < end && i < speech->verb_last + reach; i++)
    if ((scan->t[i].flags & SM_TOKEN_NUMBER) || counts(scan, i)) return true;
  return false;
}

bool sm_is_particle(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"del", "de", "la", "dos", "das", "da", "du", "des"};
  return i > 0 && i + 1 < scan->n && SM_IS_ONE_OF(scan, i, words) && scan->t[i - 1].flags & scan->t[i + 1].flags & SM_TOKEN_CAPITAL;
}

uint32_t sm_with_joined(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { LONGEST = 6, REACH = 16 };
  if (first < 4 || first >= last || !sm_is(scan, first, SM_W_AND) || !sm_is_sign(scan, first - 1, ')')) return first;
  uint32_t i = first - 2;
  while (i > 1 && first - i < LONGEST && !sm_is_sign(scan, i, '(')) i--;
  const uint32_t open = i;
  while (i > 0 && first - i < REACH && scan->t[i - 1].flags & SM_TOKEN_CAPITAL && scan->t[i - 1].flags & SM_TOKEN_WORD && scan->t[i - 1].sentence == scan->t[first].sentence) i--;
  return sm_is_sign(scan, open, '(') && i < open ? i : first;
}

bool sm_is_town_behind(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t last, uint32_t floor) {
  if (first >= last || last - first > 2 || first < floor + 3 || !sm_is_sign(scan, first - 1, ',') || sm_names_claimant(scan, first, last)) return false;
  for (uint32_t i = first; i < last; i++)
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL)) return false;
  uint32_t start = first - 1;
  while (start > floor && !sm_is_punct(scan, start - 1)) start--;
  uint32_t at = start;
  while (at < first - 1 && !sm_is(scan, at, SM_W_AT) && !sm_is(scan, at, SM_W_OF) && !sm_is(scan, at, SM_W_IN)) at++;
  return at + 1 < first - 1 && sm_is(scan, at + 1, SM_W_THE) && scan->t[first - 2].flags & SM_TOKEN_CAPITAL && sm_names_somebody(scan, start, at) && sm_own_verb(scan, syntax, start, first - 1) == first - 1;
}

bool sm_is_of_which(const sm_scan *scan, const sm_syntax *syntax, const sm_group *verb) {
  const uint32_t first = verb->subject >= 0 ? syntax->groups[verb->subject].first : 0;
  return first > 0 && (sm_is(scan, first - 1, SM_W_WHICH) || sm_is(scan, first - 1, SM_W_WHERE));
}

bool sm_is_noun_of_units(const sm_scan *scan, uint32_t i) {
  static const char *const states[] = {"states"};
  const uint32_t m = i > 0 && SM_IS_ONE_OF(scan, i, states) ? scan->mention_at[i - 1] : 0;
  const sm_mention *x = m ? &scan->mentions->items[m - 1] : NULL;
  if (!x || x->first < 2 || sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind != SM_KIND_ADM1) return false;
  return sm_is(scan, x->first - 1, SM_W_AND) || sm_is(scan, x->first - 2, SM_W_AND);
}

bool sm_is_one_person(const sm_scan *scan, const sm_speech *speech, uint32_t first, uint32_t last) {
  enum { ADJECTIVES = 3 };
  static const char *const persons[] = {"woman", "man", "girl", "boy", "mother", "father", "passer-by"}, *const says[] = {"said", "says", "told", "tells", "added", "adds", "recalled", "recalls", "recounted", "recounts"};
  const bool tells = speech->row && (speech->row->form == SM_F_PREP || SM_IS_ONE_OF(scan, speech->verb, says)); // but "a woman believed dead"
  if (!tells || first == 0 || !sm_is_indefinite(scan, first - 1)) return false;
  for (uint32_t i = first; i < last; i++)
    if (sm_is(scan, i, SM_W_AND)) return false;
  for (uint32_t i = first; i < first + ADJECTIVES && i < last && !sm_is_punct(scan, i) && !sm_is_preposition(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, persons)) return true;
  return false;
}
