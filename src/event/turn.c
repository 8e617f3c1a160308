// "An hour later it was Bourem's turn", "then came the turn of Ansongo", "Menaka was next": the next place of those that are struck; and captives, who are told of with the dead.
#include "scene.h"

static bool is_struck_next(const sm_scan *scan, const sm_mention *m, const sm_trigger *g) {
  if (m->role == SM_ROLE_DEMONYM || m->role == SM_ROLE_DATELINE) return false;
  const bool owner = m->last < g->first && g->first - m->last <= 2 && scan->t[m->last].flags & SM_TOKEN_CLITIC; // "Bourem's own turn"
  const bool subject = m->last == g->first && sm_is_be(scan, g->first);
  const bool owned = m->first >= g->last && m->first - g->last <= 3 && (sm_is(scan, g->last, SM_W_OF) || sm_is(scan, g->last - 1, SM_W_OF));
  return owner || subject || owned;
}

int sm_turn_of(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind != SM_K_TURN || g->reality != SM_REAL) continue;
    for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++)
      if (is_struck_next(&story->scan, &story->scan.mentions->items[m], g)) return (int)m;
  }
  return -1;
}

bool sm_takes_captives(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  int n;
  uint32_t last;
  static const char *const takes[] = {"captured", "capturing", "captures", "capture", "seized"};
  return g->verb && SM_IS_ONE_OF(scan, g->first, takes) && (sm_read_number(scan, g->last, &n, &last) || (g->first > scan->s[g->sentence].first && sm_number_at(scan, g->first - 1, NULL)));
}
