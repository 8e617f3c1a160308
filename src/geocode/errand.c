// Where somebody speaks, visits or meets others: what a report tells of elsewhere lies as little there as who speaks does.
#include <string.h>

#include "geocoder.h"
#include "relation.h"

typedef struct words {
  const char *text;
  const sm_token *t;
} words;

static bool is_word(const words *w, uint32_t i, const char *const *list, size_t n) {
  for (size_t k = 0; k < n; k++)
    if (strlen(list[k]) == w->t[i].end - w->t[i].begin && !memcmp(w->text + w->t[i].begin, list[k], strlen(list[k]))) return true;
  return false;
}

#define IS_WORD(w, i, list) is_word(w, i, list, sizeof(list) / sizeof(list)[0])

static const char *const MEETINGS[] = {"session", "Council", "talks", "meeting", "summit", "conference", "negotiations"};
static const char *const GATHERINGS[] = {"summit", "Summit", "forum", "Forum", "conference", "Conference", "assembly", "Assembly", "session", "talks", "meeting", "ceremony"};

bool sm_is_meeting_place(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  enum { BACK = 5 };
  const words w = {doc->report.text.ptr, doc->tokens.items};
  const uint32_t floor = doc->tokens.sentences[m->sentence].first;
  if (m->first < floor + 2 || (sm_token_cue(g, &w.t[m->first - 1], SM_CUE_PREPOSITION) & 15) != SM_PREP_IN) return false;
  for (uint32_t i = m->first - 1; i > floor && i + BACK > m->first; i--)
    if (IS_WORD(&w, i, MEETINGS)) return true;
  return false;
}

/// "buried their son in X".
static bool is_mourned_in(const words *w, uint32_t prep, uint32_t floor) {
  enum { REACH = 6 };
  static const char *const mourns[] = {"buried", "interred"};
  for (uint32_t i = prep; i > floor && prep - i < REACH; i--)
    if (IS_WORD(w, i - 1, mourns)) return true;
  return false;
}

/// "the London-based monitor".
static bool is_base_of(const words *w, uint32_t last, uint32_t end) {
  static const char *const based[] = {"based"};
  return last + 1 < end && w->t[last].sign == '-' && IS_WORD(w, last + 1, based);
}

/// "attending the World Economic Forum in X".
static bool is_attended(const words *w, uint32_t prep, uint32_t floor) {
  enum { REACH = 9 };
  static const char *const attends[] = {"attending", "attend", "attended", "addressing", "addressed"};
  bool gathering = false;
  for (uint32_t i = prep; i > floor && prep - i < REACH; i--) {
    gathering |= IS_WORD(w, i - 1, GATHERINGS);
    if (IS_WORD(w, i - 1, attends)) return gathering;
  }
  return false;
}

bool sm_is_errand(const sm_geocoder *g, const sm_document *doc, const sm_mention *m) {
  static const char *const visits[] = {"visiting", "Visiting", "touring", "Touring"}, *const trips[] = {"visit", "trip", "tour", "travelled", "traveled", "journey", "arrived", "met"},
                           *const speaks[] = {"speaking", "Speaking", "spoke", "reporters", "journalists", "speech", "interview", "briefing", "phone", "telephone", "exile", "court", "parliament", "based"};
  const words w = {doc->report.text.ptr, doc->tokens.items};
  const uint32_t floor = doc->tokens.sentences[m->sentence].first;
  const bool capital = m->place && sm_gazetteer_brief(g->gazetteer, m->place).flags & SM_PLACE_CAPITAL;
  if (capital && is_base_of(&w, m->last, doc->tokens.sentences[m->sentence].last)) return true; // but a "Loikaw-based battalion"
  uint32_t i = m->first;
  if (i > floor && sm_token_cue(g, &w.t[i - 1], SM_CUE_CONNECTOR) & SM_JOIN_ARTICLE) i--;
  if (i <= floor) return false;
  if (IS_WORD(&w, i - 1, visits)) return true;
  const uint8_t prep = sm_token_cue(g, &w.t[i - 1], SM_CUE_PREPOSITION) & 15;
  if (i < floor + 2 || (prep != SM_PREP_IN && prep != SM_PREP_AT && prep != SM_PREP_TO)) return false;
  if (IS_WORD(&w, i - 2, trips)) return true;
  static const char *const meets[] = {"meeting"}, *const is[] = {"were", "was", "are", "is"};
  if (i > floor + 2 && IS_WORD(&w, i - 2, meets) && IS_WORD(&w, i - 3, is)) return true;
  if (capital && sm_token_cue(g, &w.t[i - 2], SM_CUE_REPORTING) == SM_REPORTING_VERB) return true; // "said in Washington"
  return prep != SM_PREP_TO && (IS_WORD(&w, i - 2, speaks) || is_attended(&w, i - 1, floor) || is_mourned_in(&w, i - 1, floor));
}
