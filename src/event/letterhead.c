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

/// "Syrian Monitor for Human Rights": who documents, no paper called so.
static bool is_of_rights(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const words[] = {"rights", "documentation", "victims", "observatory"};
  for (uint32_t i = first; i < last; i++)
    if (READS(scan, i, words)) return true;
  return false;
}

/// "Ministry of National Defence": capital words alone, among them one for somebody who speaks or a side; nothing that is told.
static bool is_body(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { LONGEST = 12 };
  bool somebody = false;
  if (last <= first || last - first > LONGEST || !(scan->t[first].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER))) return false;
  for (uint32_t i = first; i < last; i++) {
    const bool hyphen = sm_is_sign(scan, i, '-') || sm_is_sign(scan, i, '.') || sm_is_sign(scan, i, '\'');
    const bool named_for = i > first && (sm_is(scan, i - 1, SM_W_OF) || sm_is(scan, i - 1, SM_W_FOR)); // "Network for Documentation of Victims"
    if ((sm_has_cue(scan, i, SM_CUE_CASUALTY) && !named_for) || sm_is_be(scan, i) || sm_is_have(scan, i)) return false;
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) && !hyphen && !is_small_word(scan, i) && i > first) return false;
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if (deed && deed->form != SM_F_NOUN && !sm_has_cue(scan, i, SM_CUE_CLAIMANT) && !sm_has_cue(scan, i, SM_CUE_ACTOR)) return false;
    somebody |= sm_has_cue(scan, i, SM_CUE_CLAIMANT) || sm_has_cue(scan, i, SM_CUE_ACTOR);
  }
  return somebody || is_of_rights(scan, first, last);
}

/// Where a line's name ends: before a comma, a bracket, a colon, a dash with blanks, or what the document is about.
static uint32_t name_end(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const about[] = {"on", "as", "about", "regarding", "concerning", "over", "after", "following", "against", "dated"};
  uint32_t i = first;
  while (i < last && !sm_is_sign(scan, i, ',') && !sm_is_sign(scan, i, '(') && !sm_is_sign(scan, i, ':') && !sm_is_dash(scan, i) && !(i > first && SM_IS_ONE_OF(scan, i, about))) i++;
  return i;
}

static bool parts_line(const sm_scan *scan, uint32_t i) { return sm_is_dash(scan, i) || sm_is_sign(scan, i, ':') || sm_is_sign(scan, i, '-'); }

/// "press release", "COMMUNIQUE No. 12", "weekly information note": the words for a document in a line; false where it has none.
static bool find_paper(const sm_scan *scan, const sm_sentence *s, uint32_t *first, uint32_t *last) {
  static const char *const alone[] = {"communique", "statement", "bulletin", "announcement", "advisory"}, *const led[] = {"release", "note", "report", "update", "notice", "summary", "digest", "briefing", "information", "brief", "latest"},
                           *const leads[] = {"press", "news", "immediate", "spot", "media", "information", "situation", "security", "flash", "daily", "weekly", "evening", "morning", "public", "official", "joint", "short", "operational", "service", "special"};
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

/// "MEDIA CENTRE FOR NATIONAL SECURITY", "Security Media Cell": the desk of a state or a side, no newspaper.
static bool is_press_centre(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const media[] = {"media", "press", "information"}, *const centres[] = {"centre", "center", "cell", "office", "wing", "bureau", "directorate", "department", "service"};
  for (uint32_t i = first; i + 1 < last; i++)
    if (READS(scan, i, media) && READS(scan, i + 1, centres)) return true;
  return false;
}

/// "Syrian Network for Documentation": a name that only begins with a land's.
static bool is_more_than_land(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t n = 0;
  for (uint32_t i = first; i < last; i++) n += scan->t[i].flags & SM_TOKEN_CAPITAL && !scan->mention_at[i];
  return n > 1;
}

bool sm_set_issuer(const sm_story *story, uint32_t first, uint32_t last, sm_speech *out) {
  sm_speech s = {.row = &issues, .verb = last, .verb_last = last, .sentence = UINT32_MAX};
  if (first >= last || !sm_set_speaker(&story->scan, &s, first, last) || s.pronoun || !s.name.len || sm_str_equal(s.name, SM_STR("We"))) return false;
  if (s.kind == SM_K_WITNESS || (s.kind == SM_K_MEDIA && !is_press_centre(&story->scan, s.first, s.last)) || (s.kind == SM_K_STATE && !is_more_than_land(&story->scan, s.first, s.last)) || (sm_is_several(s.name) && !(story->scan.t[s.last - 1].flags & SM_TOKEN_CAPITAL))) return false;
  *out = s;
  return true;
}

/// "Médecins Solidaires | statement": a name of capital words at the head of the line of a document.
static bool is_name(const sm_scan *scan, uint32_t first, uint32_t last) {
  uint32_t names = 0;
  for (uint32_t i = first; i < last; i++) {
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) && !is_small_word(scan, i) && !sm_is_sign(scan, i, '-')) return false;
    names += !scan->mention_at[i] && !is_small_word(scan, i);
  }
  return names > 1 && scan->t[first].flags & SM_TOKEN_CAPITAL; // "Syrian Relief Network", no "Idlib Province"
}

/// "COMMUNIQUE | No. 17, 3 May | of the General Staff": past the number and the day of a document.
static uint32_t past_number(const sm_scan *scan, uint32_t i, uint32_t last) {
  static const char *const words[] = {"no", "nr", "number", "dated"};
  uint32_t k = i;
  while (k < last && (READS(scan, k, words) || scan->t[k].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, k, SM_CUE_TIME) || sm_is_sign(scan, k, '.') || sm_is_sign(scan, k, ',') || sm_is_sign(scan, k, '#'))) k++;
  return k < last && (leads_to_issuer(scan, k) || parts_line(scan, k)) ? k : i;
}

/// "From a Command | News Release": past what leads to the name at the head of a line.
static uint32_t past_lead(const sm_scan *scan, uint32_t i, uint32_t last) {
  static const char *const from[] = {"from", "by"};
  if (i + 1 < last && READS(scan, i, from)) i++;
  return i + 1 < last && sm_is_indefinite(scan, i) ? i + 1 : i;
}

/// "Press release by X", "X statement", "PRESS NOTE - X": who issues the document that a line names.
static bool set_named_with_paper(const sm_story *story, const sm_sentence *s, uint32_t paper, uint32_t next, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  static const char *const due[] = {"attributable", "attributed"};
  const bool attributed = next < s->last && READS(scan, next, due);
  next = attributed ? next + 1 : past_number(scan, next, s->last);
  const bool by = next < s->last && (leads_to_issuer(scan, next) || (attributed && sm_is(scan, next, SM_W_TO)));
  if (by) return sm_set_issuer(story, next + 1, name_end(scan, next + 1, s->last), out);
  const uint32_t first = past_lead(scan, s->first, paper);
  uint32_t end = paper;
  while (end > first && (sm_is_punct(scan, end - 1) || scan->t[end - 1].flags & SM_TOKEN_CLITIC)) end--;
  if (end > first && name_end(scan, first, end) == end && (is_body(scan, first, end) || is_name(scan, first, end)) && sm_set_issuer(story, first, end, out)) return true;
  const uint32_t behind = next + 1 < s->last && parts_line(scan, next) ? name_end(scan, next + 1, s->last) : next;
  return behind > next && is_body(scan, next + 1, behind) && sm_set_issuer(story, next + 1, behind, out);
}

/// Behind the name a line has a day or nothing: "Greater Manchester Police, Thursday 12 March".
static bool ends_with_day(const sm_scan *scan, uint32_t i, uint32_t last) {
  if (i >= last) return true;
  for (; i < last; i++)
    if (sm_has_cue(scan, i, SM_CUE_TIME) || scan->t[i].flags & SM_TOKEN_NUMBER) return true;
  return false;
}

/// "Press Office, | Ministry of Defence": past the desk that a body issues its papers by; the token where none stands.
static uint32_t past_desk(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const char *const kinds[] = {"press", "media", "public", "information", "relations", "affairs", "communications", "and"}, *const desks[] = {"office", "department", "service", "desk", "centre", "center", "unit", "directorate"};
  uint32_t i = first;
  while (i < last && READS(scan, i, kinds)) i++;
  return i > first && i + 2 < last && READS(scan, i, desks) && (sm_is_sign(scan, i + 1, ',') || parts_line(scan, i + 1)) ? i + 2 : first;
}

/// "From: Office of the Governor", "GOVERNORSHIP OF ISTANBUL", "Ministry of Interior - Press office", "Command Public Affairs, Paris": a line that only names a body.
static bool set_named_alone(const sm_story *story, const sm_sentence *s, bool paper, sm_speech *out) {
  enum { SHORTEST = 2 };
  static const char *const from[] = {"from", "issuer", "source"}, *const desks[] = {"office", "department", "service", "desk", "centre", "center", "affairs"};
  const sm_scan *scan = &story->scan;
  const bool said = s->first + 2 < s->last && READS(scan, s->first, from) && sm_is_sign(scan, s->first + 1, ':');
  const uint32_t behind = said ? s->first + 2 : past_desk(scan, s->first, s->last), first = behind > s->first ? behind : past_lead(scan, s->first, s->last), end = name_end(scan, first, s->last);
  const bool desk = behind > s->first || (end > first && READS(scan, end - 1, desks)) || (end + 1 < s->last && READS(scan, s->last - 1, desks)), rights = is_of_rights(scan, first, end);
  sm_speech found;
  if (!is_body(scan, first, end) || !(said || paper || desk || rights || ends_with_day(scan, end, s->last)) || !sm_set_issuer(story, first, end, &found)) return false;
  if (!said && !paper && (end - first < SHORTEST || (found.kind == SM_K_MONITOR && !rights))) return false; // "Daily Monitor, 4 May": mostly passes on what others tell
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

/// A word for an office that may sign stands between two tokens.
static bool names_office(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CLAIMANT, NULL);
    if (row && row->kind != SM_K_MEDIA && row->kind != SM_K_WITNESS && row->kind != SM_K_MONITOR) return true;
  }
  return false;
}

/// "Serhii Lysak, head of the regional administration", "ASP Lawan | Police Public Relations Officer", "Air Force Headquarters, Abuja": who signs what stands above, up to a comma or the end of a line.
static bool signs(const sm_scan *scan, uint32_t line, uint32_t end) {
  const sm_sentence *s = &scan->s[line];
  const bool person = sm_is_personal_name(scan, s->first, end), part = end + 1 < s->last && sm_is_sign(scan, end, ',');
  if (person && part && names_office(scan, end + 1, s->last)) return true;
  if (person && end == s->last && line + 1 < scan->ns && names_office(scan, scan->s[line + 1].first, scan->s[line + 1].last)) return true;
  return part && scan->mention_at[end + 1] && names_office(scan, s->first, end) && is_body(scan, s->first, end);
}

/// The lines below a document: "DSP Ahmed Lawan / Police Public Relations Officer".
static bool find_signature(const sm_story *story, bool paper, sm_speech *out) {
  const sm_scan *scan = &story->scan;
  uint32_t k = scan->ns;
  while (k > 1 && scan->ns - k < HEAD_LINES && heads(scan, k - 1)) {
    k--;
    paper |= is_done_at(scan, &scan->s[k]);
  }
  for (; k < scan->ns; k++) {
    const sm_sentence *s = &scan->s[k];
    const uint32_t end = name_end(scan, s->first, s->last);
    if (signs(scan, k, end) && sm_set_issuer(story, s->first, end, out)) return true;
    if (set_named_alone(story, s, paper, out)) return true;
    if (paper && is_body(scan, s->first, end) && sm_set_issuer(story, s->first, end, out)) return true;
  }
  return false;
}

bool sm_find_letterhead(const sm_story *story, sm_speech *out) {
  bool paper = false;
  return find_head(story, &paper, out) || find_maker(story, out) || find_signature(story, paper, out);
}
