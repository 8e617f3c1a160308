// Strikes of which a report tells that nobody knows, or that all dispute, who made them.
#include "sides.h"

/// "who fired", "who was behind it", "who had planted it"; not "who was killed".
static bool does_deed(const sm_scan *scan, uint32_t first, uint32_t end) {
  enum { REACH = 7 };
  static const char *const deeds[] = {"did", "done", "behind", "responsible", "sent", "set", "left", "laid", "placed", "threw", "thrown", "started", "staged", "ordered", "committed", "owned", "shot", "buried", "aimed"};
  bool be = false;
  for (uint32_t k = first; k < end && k < first + REACH && !(sm_is_punct(scan, k) && !sm_is_sign(scan, k, '-')); k++) {
    if (SM_IS_ONE_OF(scan, k, deeds)) return true;
    const sm_cue_row *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (deed && (deed->kind == SM_K_ATTACK || deed->kind == SM_K_LAUNCH || deed->kind == SM_K_CARRY || deed->kind == SM_K_RESPONSIBILITY || deed->kind == SM_K_BLAST)) return !be;
    be = sm_is_be(scan, k);
  }
  return false;
}

/// "who", "whose", "which of the parties": the end (token) of what asks for the author; 0 none.
static uint32_t asked_end(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 4 };
  static const char *const which[] = {"which", "what", "Which"}, *const who[] = {"who", "Who"},
                           *const sides[] = {"side", "sides", "party", "parties", "army", "armies", "group", "groups", "faction", "factions", "camp", "camps", "force", "forces", "belligerent", "belligerents", "country", "gang", "one"};
  if (SM_IS_ONE_OF(scan, k, who)) return k + 1;
  for (uint32_t i = k + 1; SM_IS_ONE_OF(scan, k, which) && i < end && i <= k + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, sides)) return i + 1;
  return 0;
}

/// "not clear whether the rebels, who are active there, were behind it", "not known if the group was responsible".
static bool asks_whether(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 18 };
  static const char *const asks[] = {"whether", "if"}, *const guilty[] = {"behind", "responsible", "involved"};
  for (uint32_t i = k + 1; SM_IS_ONE_OF(scan, k, asks) && i < end && i < k + REACH && !sm_is_sign(scan, i, ';'); i++)
    if (SM_IS_ONE_OF(scan, i, guilty)) return true;
  return false;
}

/// "where the shell had come from", "from where it was fired", "from which direction".
static bool asks_whence(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 9 };
  static const char *const came[] = {"came", "come", "coming", "fired", "launched", "sent", "originated", "started", "shot", "flew"}, *const which[] = {"which", "what"};
  if (sm_is(scan, k, SM_W_FROM) && SM_IS_ONE_OF(scan, k + 1, which)) return true;
  if (!sm_is(scan, k, SM_W_WHERE)) return false;
  bool from = k > 0 && sm_is(scan, k - 1, SM_W_FROM), moved = false;
  for (uint32_t i = k + 1; i < end && i < k + REACH && !sm_is_sign(scan, i, ';'); i++) {
    from |= sm_is(scan, i, SM_W_FROM);
    moved |= SM_IS_ONE_OF(scan, i, came);
  }
  return from && moved;
}

/// "the origin of the shell", "the side that fired it", "the perpetrators", "responsibility": a noun for the author.
static bool names_author(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 4 };
  static const char *const authors[] = {"author", "authors", "Authors", "authorship", "perpetrator", "perpetrators", "Perpetrators", "culprit", "culprits", "attribution", "Attribution", "attackers", "assailants", "bombers", "anyone", "anybody"}, *const either[] = {"either", "any"},
                           *const origins[] = {"source", "sources", "origin", "origins", "Origin", "provenance", "direction"}, *const fire[] = {"fire", "projectile", "projectiles", "round", "rounds", "ordnance"},
                           *const sides[] = {"side", "party", "group", "army", "faction", "country", "gang", "those", "person", "persons"}, *const guilty[] = {"responsible", "behind"};
  static const char *const claim[] = {"claim", "claims", "claimed"};
  static const char *const burden[] = {"responsibility", "Responsibility"};
  if (SM_IS_ONE_OF(scan, k, authors)) return true;
  if (SM_IS_ONE_OF(scan, k, burden)) return !(k > 1 && (SM_IS_ONE_OF(scan, k - 2, claim) || SM_IS_ONE_OF(scan, k - 1, claim)));
  if (SM_IS_ONE_OF(scan, k, origins) && sm_is(scan, k + 1, SM_W_OF))
    for (uint32_t i = k + 2; i < end && i <= k + 1 + REACH; i++)
      if (SM_IS_ONE_OF(scan, i, fire) || scan->mask[i] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON)) return true;
  if (!SM_IS_ONE_OF(scan, k, sides)) return false;
  if (k > 0 && SM_IS_ONE_OF(scan, k - 1, either)) return true;
  return SM_IS_ONE_OF(scan, k + 1, guilty) || ((sm_is(scan, k + 1, SM_W_THAT) || sm_is(scan, k + 1, SM_W_WHO) || sm_is(scan, k + 1, SM_W_WHICH)) && does_deed(scan, k + 2, end));
}

/// A word that something is not known or told by itself.
static bool is_unknown(const sm_scan *scan, uint32_t k) {
  static const char *const words[] = {"unknown", "unclear", "undetermined", "uncertain", "unestablished", "unidentified", "disputed", "contested", "mystery", "unconfirmed", "unverified", "unsure", "Unclear"};
  return SM_IS_ONE_OF(scan, k, words);
}

static bool is_negative(const sm_scan *scan, uint32_t k) {
  static const char *const refuses[] = {"declined", "refused", "refuses", "unable", "impossible", "difficult", "hard", "early", "failed", "without", "Without", "few"};
  const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, k, SM_CUE_NUMBER, NULL);
  return (mode && mode->kind == SM_K_NEGATION) || (number && number->kind == SM_K_ZERO) || SM_IS_ONE_OF(scan, k, refuses);
}

/// "could not say", "has not been established", "nobody knows": a word of knowing or telling with a negation before it, within its clause.
static bool is_not_known(const sm_scan *scan, uint32_t k, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const knows[] = {"know", "knows", "knew", "known", "say", "says", "said", "saying", "tell", "establish", "established", "determine", "determined", "identify", "identified", "identifying", "confirm", "confirmed", "verify", "verified", "clear", "certain", "sure", "attribute", "attributed", "attributing", "specify", "specified", "specifying", "disclose", "disclosed", "reveal", "find", "found", "trace", "traced", "ascertain", "ascertained", "name", "named", "naming", "assign", "assigned", "assigning", "apportion", "apportioned", "pinpoint", "settled", "indicate", "indicated", "indicating", "idea", "guess", "evident", "possible", "decide", "agreed", "agree", "discern", "conclude", "concluded", "proved", "proven", "blame", "blamed", "blaming", "accuse", "accused", "accusing"};
  if (!SM_IS_ONE_OF(scan, k, knows)) return false;
  for (uint32_t i = k; i > floor && k - i < REACH && !(sm_is_punct(scan, i - 1) && !(scan->t[i - 1].flags & SM_TOKEN_CLITIC)); i--)
    if (is_negative(scan, i - 1)) return true;
  return false;
}

/// Words that nobody knows stand before a token, within its clause; not "did not say how the attackers fled".
static bool is_unknown_before(const sm_scan *scan, uint32_t at, uint32_t floor) {
  enum { REACH = 8 };
  static const char *const other[] = {"how", "why", "when", "that", "whether", "if", "what", "because"};
  for (uint32_t k = at; k > floor && at - k < REACH && !sm_is_sign(scan, k - 1, ';') && !sm_is_sign(scan, k - 1, ',') && !SM_IS_ONE_OF(scan, k - 1, other); k--)
    if (is_unknown(scan, k - 1) || is_not_known(scan, k - 1, floor)) return true;
  return false;
}

static bool is_unknown_behind(const sm_scan *scan, uint32_t at, uint32_t floor, uint32_t end) {
  enum { REACH = 11 };
  for (uint32_t k = at + 1; k < end && k < at + REACH && !sm_is_sign(scan, k, ';') && !sm_is_sign(scan, k, ','); k++)
    if (is_unknown(scan, k) || is_not_known(scan, k, floor)) return true;
  return false;
}

/// "accused each other", "the two blame one another": who is blamed blames back.
static bool is_blame_returned(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 4 };
  static const char *const each[] = {"each", "one"}, *const other[] = {"other", "another", "others"};
  const sm_cue_row *said = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL);
  for (uint32_t i = k + 1; said && said->stance == 'b' && i + 1 < end && i < k + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, each) && SM_IS_ONE_OF(scan, i + 1, other)) return true;
  return false;
}

/// "both the army and the rebels denied it", "neither the army nor the M23 has acknowledged firing".
static bool is_denied_by_all(const sm_scan *scan, uint32_t k, uint32_t end) {
  enum { REACH = 16 };
  static const char *const both[] = {"both", "Both"}, *const neither[] = {"neither", "Neither"}, *const owns[] = {"claimed", "acknowledged", "admitted", "accepted", "owned", "taken", "claims", "admits"};
  const bool all = SM_IS_ONE_OF(scan, k, both), none = SM_IS_ONE_OF(scan, k, neither);
  for (uint32_t i = k + 1; (all || none) && i < end && i < k + REACH && !sm_is_sign(scan, i, ';'); i++) {
    const sm_cue_row *said = all ? sm_cue_at(scan, i, SM_CUE_REPORTING, NULL) : NULL;
    if (said ? said->stance == 'd' : none && SM_IS_ONE_OF(scan, i, owns)) return true;
  }
  return false;
}

/// A sentence without any of these words leaves nothing open.
static bool may_be_open(const sm_scan *scan, uint32_t sentence) {
  static const char *const all[] = {"both", "Both", "neither", "Neither"};
  if (sm_sentence_is(scan, sentence, SM_K_OPEN) || sm_sentence_is(scan, sentence, SM_K_NEGATION)) return true;
  const bool reports = scan->sentence_mask[sentence] & 1u << SM_CUE_REPORTING;
  for (uint32_t k = scan->s[sentence].first; k < scan->s[sentence].last; k++) {
    const sm_cue_row *said = reports ? sm_cue_at(scan, k, SM_CUE_REPORTING, NULL) : NULL;
    if ((said && said->stance == 'b') || is_unknown(scan, k) || is_negative(scan, k) || SM_IS_ONE_OF(scan, k, all)) return true;
  }
  return false;
}

/// Where a sentence tells that nobody knows who struck; SM_NO_TOKEN where it does not.
static uint32_t open_at(const sm_scan *scan, uint32_t sentence) {
  const sm_sentence *s = &scan->s[sentence];
  if (!may_be_open(scan, sentence)) return SM_NO_TOKEN;
  static const char *const whose[] = {"whose", "Whose"};
  for (uint32_t k = s->first; k < s->last; k++) {
    const sm_cue_row *mode = sm_cue_at(scan, k, SM_CUE_MODE, NULL);
    if ((mode && mode->kind == SM_K_OPEN) || is_blame_returned(scan, k, s->last) || is_denied_by_all(scan, k, s->last)) return k;
    const uint32_t asked = asked_end(scan, k, s->last);
    const bool who = SM_IS_ONE_OF(scan, k, whose) || asks_whence(scan, k, s->last) || asks_whether(scan, k, s->last) || (asked && (asked == s->last || sm_is_punct(scan, asked) || does_deed(scan, asked, s->last)));
    if (!who && !names_author(scan, k, s->last)) continue;
    if (is_unknown_before(scan, k, s->first) || ((k == s->first || !who) && is_unknown_behind(scan, k, s->first, s->last))) return k;
  }
  return SM_NO_TOKEN;
}

/// "an unidentified drone", "unknown forces".
static bool tells_unnamed(const sm_scan *scan, uint32_t i, uint32_t last) {
  const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
  if (!mode || mode->kind != SM_K_UNNAMED) return false;
  for (uint32_t k = i + 1; k < i + 5 && k < last && !sm_is_punct(scan, k) && !sm_is_preposition(scan, k); k++)
    if (scan->mask[k] & (1u << SM_CUE_FORCE | 1u << SM_CUE_WEAPON)) return true;
  return false;
}

/// A report of observers of a truce: of those that others cite, too (weak), at its head, or time and again.
static bool is_by_observers(const sm_scan *scan) {
  enum { HEAD = 3, OFTEN = 3 };
  uint32_t n = 0;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    if (scan->cues[i].cls != SM_CUE_MODE || scan->cues[i].row->kind != SM_K_NEUTRAL) continue;
    static const char *const unprovoked[] = {"unprovoked"};
    const uint32_t first = scan->cues[i].first, last = scan->cues[i].last;
    if (sm_is(scan, last, SM_W_BY) || (first > 0 && SM_IS_ONE_OF(scan, first - 1, unprovoked))) continue; // "an unprovoked ceasefire violation by X": the word of a side
    if (!(scan->cues[i].row->flags & SM_ROW_WEAK) || scan->t[scan->cues[i].first].sentence < HEAD || ++n >= OFTEN) return true;
  }
  return false;
}

enum { REACH_BACK = 3 }; ///< sentences

/// "It is not clear who launched the air strikes": a sentence of its own, of what was told in the three sentences before.
static void open_told(sm_lender *l, uint32_t sentence) {
  uint32_t groups[SM_MOST_MEANT];
  const uint32_t meant = sm_strikes_meant(l->story, sentence), n = sm_groups_before(l->hits, sentence, meant ? meant : 1, groups);
  for (uint32_t k = 0; k < n; k++)
    if (l->strikes[groups[k]].sentence + REACH_BACK >= sentence) l->open[groups[k]] = true;
}

/// A strike's own words: "unidentified aircraft bombed".
static bool is_by_unnamed(const sm_scan *scan, const sm_hit *h) {
  for (uint32_t i = h->first; i < h->last; i++)
    if (tells_unnamed(scan, i, h->last)) return true;
  return false;
}

/// The first strike told in a sentence or behind it stands in the sentence.
static bool tells_strike(const sm_hits *hits, uint32_t sentence) {
  const uint32_t told = sm_first_told(hits, sentence);
  return told < hits->n && hits->items[told].sentence == sentence;
}

/// Nobody knows who struck: "unidentified aircraft" in its words, "it was not clear who fired" there or in the next sentence.
void sm_find_open(sm_lender *l) {
  const sm_scan *scan = &l->story->scan;
  l->neutral = is_by_observers(scan);
  for (uint32_t k = 0; k < l->hits->n; k++)
    if (is_by_unnamed(scan, &l->hits->items[k])) l->open[l->hits->items[k].group] = true;
  for (uint32_t s = 0; s < scan->ns; s++) {
    const uint32_t near = sm_first_told(l->hits, s > REACH_BACK ? s - REACH_BACK : 0);
    if (near >= l->hits->n || l->hits->items[near].sentence > s) continue; // no strike that it could be of
    const uint32_t at = open_at(scan, s);
    if (at == SM_NO_TOKEN) continue;
    for (uint32_t k = s > 0 && scan->s[s - 1].paragraph == scan->s[s].paragraph ? sm_first_told(l->hits, s - 1) : sm_first_told(l->hits, s); k < l->hits->n && l->hits->items[k].sentence <= s; k++) {
      const sm_hit *h = &l->hits->items[k];
      if (h->sentence == s && h->first > at) continue;
      l->open[h->group] = true;
    }
    const bool asks = sm_is_sign(scan, scan->s[s].last - 1, '?'); // "How can it tell whose they were?"
    if (!asks && !tells_strike(l->hits, s)) open_told(l, s);
  }
}
