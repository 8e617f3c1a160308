// Whose voice tells a figure.
#include "account.h"

/// What heads the list whose item the sentence would begin, by what stands before it.
static uint32_t heading_before(const sm_scan *scan, const uint32_t *before, uint32_t sentence) {
  if (sentence == 0) return SM_NO_SENTENCE;
  const uint32_t k = sentence - 1;
  const sm_sentence *s = &scan->s[k];
  const bool item = s->flags & SM_SENTENCE_ITEM;
  if (s->last > s->first && sm_is_sign(scan, s->last - 1, ':') && !item) return k;
  const bool goes_on = s->paragraph == scan->s[sentence].paragraph || (k > 0 && s->paragraph == scan->s[k - 1].paragraph); // what an item goes on with
  return item || goes_on ? before[k] : SM_NO_SENTENCE;
}

bool sm_find_list_headings(sm_story *story) {
  const sm_scan *scan = &story->scan;
  uint32_t *before = sm_arena_calloc(scan->arena, scan->ns + 1, sizeof *before), *of = sm_arena_calloc(scan->arena, scan->ns + 1, sizeof *of);
  if (!before || !of) return false;
  for (uint32_t k = 0; k < scan->ns; k++) {
    const bool item = scan->s[k].flags & SM_SENTENCE_ITEM, opens = k == 0 || scan->s[k - 1].paragraph != scan->s[k].paragraph;
    before[k] = heading_before(scan, before, k);
    of[k] = item ? before[k] : opens ? SM_NO_SENTENCE : of[k - 1];
  }
  story->list_heading = of;
  return true;
}

const sm_speech *sm_heading_voice(const sm_story *story, uint32_t sentence) {
  const uint32_t k = story->list_heading[sentence];
  if (k == SM_NO_SENTENCE || story->speech_at[k] == story->speech_at[k + 1]) return NULL;
  const sm_speech *last = &story->speeches.items[story->speech_at[k + 1] - 1];
  return last->negated ? NULL : last;
}

/// "Five were killed. This was reported by the governor.": who tells of the sentences before, up to the one
/// where somebody else speaks.
static const sm_speech *told_by_next(const sm_story *story, uint32_t sentence) {
  enum { REACH = 2 };
  const sm_sentence *s = story->scan.s;
  for (uint32_t k = sentence + 1; k < story->scan.ns && k <= sentence + REACH; k++) {
    const uint32_t from = story->speech_at[k], to = story->speech_at[k + 1];
    if (s[k].paragraph > s[sentence].paragraph + (k == sentence + 1)) return NULL;
    if (from == to) continue;
    return story->speeches.items[from].back && !story->speeches.items[from].negated
               ? &story->speeches.items[from]
               : NULL;
  }
  return NULL;
}

/// "The army accused X of killing five, reports Y Agency": whose words a medium behind them passes on; else the medium.
static const sm_speech *relayed(const sm_story *story, const sm_speech *medium, uint32_t cue) {
  for (uint32_t i = story->speech_at[medium->sentence]; i < story->speech_at[medium->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    const bool ahead = s->row->form == SM_F_PREP ? s->last <= cue : s->row->form == SM_F_VERB && !s->before; // "according to UNAMA it killed 12, reports Efe"
    if (s != medium && ahead && !s->negated && s->name.len && s->kind != SM_K_MEDIA && s->verb < cue && cue < medium->verb && medium->first > cue) return s;
  }
  return medium;
}

/// "..., reports Efe": behind what it passes on, whatever the name is.
static bool is_medium_behind(const sm_scan *scan, const sm_speech *speech) {
  static const char *const reports[] = {"reports", "writes"};
  return speech->before && (speech->kind == SM_K_MEDIA || (speech->verb < speech->first && SM_IS_ONE_OF(scan, speech->verb, reports)));
}

const sm_speech *sm_figure_speech(const sm_account *a, const sm_figure *f) {
  const sm_speeches *all = &a->story->speeches;
  const sm_speech *own = sm_speech_of(all, f->sentence, f->cue), *quoted = sm_quoted_by(all, f->cue);
  if (quoted && (!own || sm_quoted_by(all, own->verb) != quoted)) return quoted;
  if (own && is_medium_behind(&a->story->scan, own)) own = relayed(a->story, own, f->cue);
  if (!own) own = sm_heading_voice(a->story, f->sentence);
  return own ? own : told_by_next(a->story, f->sentence);
}

/// Who spoke last in the paragraph, for a sentence in which nobody does; NULL when nobody has.
const sm_speech *sm_carried_speech(const sm_story *story, uint32_t sentence) {
  const sm_sentence *s = story->scan.s;
  const uint32_t at = story->speech_at[sentence];
  if (at == 0 || at != story->speech_at[sentence + 1]) return NULL;
  const sm_speech *last = &story->speeches.items[at - 1];
  return s[last->sentence].paragraph == s[sentence].paragraph ? last : NULL;
}

/// "The mayor says that a shell hit a house. Two died under the roof.": who began to tell of the strike goes
/// on telling, where it was not told with a toll.
const sm_speech *sm_teller_before(const sm_account *a, uint32_t group, uint32_t sentence) {
  const sm_story *story = a->story;
  const sm_speech *voice = sm_carried_speech(story, sentence);
  if (!voice || voice->negated || voice->row->form != SM_F_VERB || voice->row->stance != 'c' || !voice->name.len || voice->sentence + 2 < sentence ||
      story->figure_at[voice->sentence] != story->figure_at[voice->sentence + 1])
    return NULL;
  for (uint32_t i = sm_first_told(a->hits, voice->sentence); i < a->hits->n && a->hits->items[i].sentence == voice->sentence; i++)
    if (a->hits->items[i].n_triggers && a->hits->items[i].group == (int)group) return voice;
  return NULL;
}
