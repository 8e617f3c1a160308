// Who issues a document, by its form: the lines above its text, the line that tells who produced it, who signs it.
#include "account.h"
#include "fold.h"
#include "speaker.h"

#include <string.h>

enum { HEAD_LINES = 6 };

static bool is_small_word(const sm_scan *scan, uint32_t i) {
  static const sm_word words[] = {SM_W_OF, SM_W_THE, SM_W_AND, SM_W_FOR, SM_W_IN};
  return SM_IS_ANY(scan, i, words) || scan->t[i].flags & SM_TOKEN_CLITIC;
}

/// "by", "of", "from": what leads to who issues a document.
static bool leads_to_issuer(const sm_scan *scan, uint32_t i) { return sm_is(scan, i, SM_W_BY) || sm_is(scan, i, SM_W_OF) || sm_is(scan, i, SM_W_FROM); }

/// "Ministry of National Defence": capital words alone, among them one for somebody who speaks or a side; nothing that is told.
static bool is_body(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { LONGEST = 12 };
  bool somebody = false;
  if (last <= first || last - first > LONGEST || !(scan->t[first].flags & SM_TOKEN_CAPITAL)) return false;
  for (uint32_t i = first; i < last; i++) {
    const bool hyphen = sm_is_sign(scan, i, '-') || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, '\'');
    if (sm_has_cue(scan, i, SM_CUE_CASUALTY) || sm_is_be(scan, i) || sm_is_have(scan, i)) return false;
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) && !hyphen && !is_small_word(scan, i)) return false;
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if (deed && deed->form != SM_F_NOUN && !sm_has_cue(scan, i, SM_CUE_CLAIMANT) && !sm_has_cue(scan, i, SM_CUE_ACTOR)) return false;
    somebody |= sm_has_cue(scan, i, SM_CUE_CLAIMANT) || sm_has_cue(scan, i, SM_CUE_ACTOR);
  }
  return somebody;
}

/// Where a line's name ends: before a comma, a bracket, a colon or a dash with blanks.
static uint32_t name_end(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t i = first;
  while (i < last && !sm_is_sign(scan, i, ',') && !sm_is_sign(scan, i, '(') && !sm_is_sign(scan, i, ':') && !sm_is_dash(scan, i)) i++;
  return i;
}

/// Whether a token is one of n small words, in whatever letters: "RELEASE", "Release".
static bool reads(const sm_scan *scan, uint32_t i, const char *const *words, size_t n) {
  enum { LONGEST = 16 };
  char small[LONGEST];
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, i, i + 1));
  const size_t len = word.len < LONGEST ? sm_fold_word(word, small, sizeof small) : 0;
  for (size_t k = 0; len > 0 && k < n; k++)
    if (strncmp(words[k], small, len) == 0 && !words[k][len]) return true;
  return false;
}
#define READS(scan, i, words) reads((scan), (i), (words), SM_COUNT_OF(words))

/// "press release", "COMMUNIQUE No. 12", "weekly information note": the words for a document in a line; false where it has none.
static bool find_paper(const sm_scan *scan, const sm_sentence *s, uint32_t *first, uint32_t *last) {
  static const char *const alone[] = {"communique", "statement", "bulletin", "announcement", "advisory"}, *const led[] = {"release", "note", "report", "update", "notice", "summary", "digest", "briefing", "information", "brief"},
                           *const leads[] = {"press", "news", "media", "information", "situation", "security", "flash", "daily", "weekly", "evening", "morning", "public", "official", "joint", "short", "operational", "service", "special"};
  for (uint32_t i = s->first; i < s->last; i++) {
    uint32_t k = i;
    while (k < s->last && READS(scan, k, leads)) k++;
    const bool by = k + 1 < s->last && leads_to_issuer(scan, k + 1);
    const bool paper = k < s->last && (READS(scan, k, alone) || ((k > i || by) && READS(scan, k, led)));
    if (paper) return *first = i, *last = k + 1, true;
  }
  return false;
}

static const sm_cue_row issues = {.form = SM_F_PREP, .stance = 'c'};

bool sm_set_issuer(const sm_story *story, uint32_t first, uint32_t last, sm_speech *out) {
  sm_speech s = {.row = &issues, .verb = last, .verb_last = last, .sentence = UINT32_MAX};
  if (first >= last || !sm_set_speaker(&story->scan, &s, first, last) || s.pronoun || !s.name.len || sm_str_equal(s.name, SM_STR("We"))) return false;
  if (s.kind == SM_K_WITNESS || s.kind == SM_K_MEDIA || s.kind == SM_K_STATE || (sm_is_several(s.name) && !(story->scan.t[s.last - 1].flags & SM_TOKEN_CAPITAL))) return false;
  *out = s;
  return true;
}

/// "Médecins Solidaires | statement": a name of capital words at the head of the line of a document.
static bool is_name(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++)
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) && !is_small_word(scan, i) && !sm_is_sign(scan, i, '-')) return false;
  return last > first + 1 && scan->t[first].flags & SM_TOKEN_CAPITAL && !scan->mention_at[first];
}

/// "Press release by X", "X statement": who issues the document that a line names.
static bool set_named_with_paper(const sm_story *story, const sm_sentence *s, uint32_t paper, uint32_t next, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  static const char *const due[] = {"attributable", "attributed"};
  if (next < s->last && READS(scan, next, due)) next++;
  const bool by = next < s->last && (leads_to_issuer(scan, next) || sm_is(scan, next, SM_W_TO));
  if (by) return sm_set_issuer(story, next + 1, name_end(scan, next + 1, s->last), out);
  uint32_t end = paper;
  while (end > s->first && (sm_is_punct(scan, end - 1) || scan->t[end - 1].flags & SM_TOKEN_CLITIC)) end--;
  return end > s->first && name_end(scan, s->first, end) == end && (is_body(scan, s->first, end) || is_name(scan, s->first, end)) && sm_set_issuer(story, s->first, end, out);
}

/// Behind the name a line has a day or nothing: "Greater Manchester Police, Thursday 12 March".
static bool ends_with_day(const sm_scan *scan, uint32_t i, uint32_t last) {
  if (i >= last) return true;
  for (; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TIME) || scan->t[i].flags & SM_TOKEN_NUMBER) return true;
  return false;
}

/// "From: Office of the Governor", "GOVERNORSHIP OF ISTANBUL", "Ministry of Interior - Press office": a line that only names a body.
static bool set_named_alone(const sm_story *story, const sm_sentence *s, bool paper, sm_speech *out) {
  enum { SHORTEST = 2 };
  static const char *const from[] = {"from", "issuer"}, *const desks[] = {"office", "department", "service", "desk", "centre", "center"};
  const sm_scan *scan = &story->scan;
  const bool said = s->first + 2 < s->last && READS(scan, s->first, from) && sm_is_sign(scan, s->first + 1, ':');
  const uint32_t first = said ? s->first + 2 : s->first, end = name_end(scan, first, s->last);
  const bool desk = end + 1 < s->last && READS(scan, s->last - 1, desks);
  sm_speech found;
  if (!is_body(scan, first, end) || !(said || paper || desk || ends_with_day(scan, end, s->last)) || !sm_set_issuer(story, first, end, &found)) return false;
  if (!said && !paper && (end - first < SHORTEST || found.kind == SM_K_MONITOR)) return false; // "Daily Monitor, 4 May": mostly passes on what others tell
  *out = found;
  return true;
}

static bool heads(const sm_scan *scan, uint32_t k) { return scan->s[k].flags & SM_SENTENCE_HEADING && !(scan->s[k].flags & SM_SENTENCE_ITEM); }

/// The lines above the text: one that names the document, or a body with the day.
static bool find_head(const sm_story *story, bool *paper, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  uint32_t lines = 0, first, last;
  while (lines < scan->ns && lines < HEAD_LINES && heads(scan, lines)) lines++;
  for (uint32_t k = 0; k < lines; k++) {
    if (!find_paper(scan, &scan->s[k], &first, &last)) continue;
    *paper = true;
    if (set_named_with_paper(story, &scan->s[k], first, last, out)) return true;
  }
  for (uint32_t k = 0; k < lines; k++)
    if (set_named_alone(story, &scan->s[k], *paper, out)) return true;
  return false;
}

/// A word for a document between two tokens.
static bool names_paper(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const papers[] = {"update", "report", "bulletin", "statement", "communique", "note", "summary", "document", "release", "digest"};
  for (uint32_t i = first; i < last; i++)
    if (READS(scan, i, papers)) return true;
  return false;
}

/// "This update is produced by X", "Issued by X" at the head or the end: who made the document.
static bool set_maker(const sm_story *story, uint32_t sentence, sm_speech *out) {
  static const char *const made[] = {"produced", "issued", "prepared", "compiled", "published", "released", "circulated", "signed"};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[sentence];
  for (uint32_t i = s->first; i + 2 < s->last; i++) {
    if (!sm_is(scan, i + 1, SM_W_BY) || !READS(scan, i, made) || !(i == s->first || names_paper(scan, s->first, i))) continue;
    uint32_t end = i + 2;
    while (end < s->last && !sm_is_punct(scan, end) && !sm_is(scan, end, SM_W_IN) && (scan->t[end].flags & SM_TOKEN_CAPITAL || is_small_word(scan, end))) end++;
    while (end > i + 2 && is_small_word(scan, end - 1)) end--;
    return sm_set_issuer(story, i + 2, end, out);
  }
  return false;
}

static bool find_maker(const sm_story *story, sm_speech *out) {
  enum { LEAD = 4 };
  const uint32_t n = story->scan.ns;
  for (uint32_t k = 0; k < n && k < LEAD; k++)
    if (set_maker(story, k, out)) return true;
  return n > LEAD && set_maker(story, n - 1, out);
}

/// "Done at Ouagadougou": how a document ends that is signed.
static bool is_done_at(const sm_scan *scan, const sm_sentence *s) {
  static const char *const done[] = {"Done"}, *const at[] = {"at", "in"};
  return s->first + 2 < s->last && SM_IS_ONE_OF(scan, s->first, done) && SM_IS_ONE_OF(scan, s->first + 1, at);
}

/// The lines below a document: "DSP Ahmed Lawan / Police Public Relations Officer".
static bool find_signature(const sm_story *story, bool paper, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  uint32_t k = scan->ns;
  while (k > 1 && scan->ns - k < HEAD_LINES && heads(scan, k - 1)) {
    k--;
    paper |= is_done_at(scan, &scan->s[k]);
  }
  for (; paper && k < scan->ns; k++) {
    const uint32_t first = scan->s[k].first, end = name_end(scan, first, scan->s[k].last);
    if (is_body(scan, first, end) && sm_set_issuer(story, first, end, out)) return true;
  }
  return false;
}

bool sm_find_letterhead(const sm_story *story, sm_speech *out) {
  bool paper = false;
  return find_head(story, &paper, out) || find_maker(story, out) || find_signature(story, paper, out);
}
