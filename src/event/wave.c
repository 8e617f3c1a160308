// "The strike came amid a wave of attacks on Saturday that also hit A and B", "it was one of 30 missiles launched overnight": what is told
// of several strikes, one of which was told before.
#include "scene.h"

enum { WAVE_TOKENS = 8 };

/// "one of", "part of", "amid", "among".
static bool is_opened(const sm_scan *scan, uint32_t i) {
  static const char *const amid[] = {"amid", "amidst", "among"}, *const parts[] = {"part", "one", "two", "some"};
  return SM_IS_ONE_OF(scan, i, amid) || (SM_IS_ONE_OF(scan, i, parts) && sm_is(scan, i + 1, SM_W_OF));
}

static bool is_several(const sm_scan *scan, uint32_t i) {
  static const char *const waves[] = {"wave", "series", "string", "spate", "barrage", "barrages", "flurry", "round", "succession", "salvo", "salvoes", "volley",
                                      "attacks", "strikes", "airstrikes", "bombings", "raids", "blasts", "explosions", "missiles", "drones", "rockets", "shells", "several"};
  return SM_IS_ONE_OF(scan, i, waves);
}

/// The token behind the words for several strikes of which one was told before, 0 none.
static uint32_t wave_end(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = scan->s[s].first + 1; i < scan->s[s].last; i++) { // not "Two of the raids hit X"
    if (!is_opened(scan, i)) continue;
    for (uint32_t k = i + 1; k < scan->s[s].last && k <= i + WAVE_TOKENS; k++)
      if (is_several(scan, k)) return k + 1;
  }
  return 0;
}

/// "It", "the strike", "Monday's attack" begins the sentence.
static bool is_of_known(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  static const char *const it[] = {"it", "It", "this", "This"};
  const uint32_t first = scan->s[s].first;
  if (SM_IS_ONE_OF(scan, first, it)) return true;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first <= first + 3) return g->definite && !g->verb;
  }
  return false;
}

void sm_join_wave(const sm_story *story, sm_hits *hits, uint32_t told) {
  if (told == 0 || told >= hits->n) return;
  const uint32_t s = hits->items[told].sentence, end = is_of_known(story, s) ? wave_end(story, s) : 0;
  const sm_hit *dated = NULL;
  if (!end) return;
  for (uint32_t i = told; i < hits->n; i++) {
    sm_hit *h = &hits->items[i];
    const bool own = h->place >= 0 && !h->place_inherited && story->scan.mentions->items[h->place].first >= end;
    if (own) h->definite = false, h->another = true;
    if (!dated && h->start != SM_NO_DATE && !h->date_inherited && h->prec <= 2) dated = h;
  }
  for (uint32_t i = told; dated && i > 0 && hits->items[i - 1].start == SM_NO_DATE; i--) {
    sm_hit *h = &hits->items[i - 1];
    h->start = dated->start, h->end = dated->end, h->prec = dated->prec;
    h->told_start = dated->told_start, h->told_end = dated->told_end;
    h->date_inherited = true;
    h->date_from = s;
  }
}
