// Words that make a telling one of another strike: "also", "elsewhere", "a separate bomb".
#include "gather.h"

#include <stdlib.h>

#include "account.h"
#include "scene.h"

/// "A camp in Soba was also bombed", "Shells also hit Manara": one more.
static bool is_also_struck(const sm_story *story, const sm_hit *h) {
  static const char *const also[] = {"also"};
  for (uint32_t i = 0; i < h->n_triggers && h->place >= 0 && !h->place_inherited; i++) {
    const sm_trigger *g = &story->triggers.items[h->triggers[i]];
    const sm_group *verb = g->verb ? sm_group_of(&story->syntax, g->first) : NULL;
    if (!verb || !(verb->flags & SM_GROUP_VERB) || (i && h->definite && !story->triggers.items[h->triggers[0]].verb)) continue; // "The attack on X also destroyed a school"
    if (verb->first > h->first && SM_IS_ONE_OF(&story->scan, verb->first - 1, also)) return true;
    for (uint32_t k = verb->first; k < verb->last; k++)
      if (SM_IS_ONE_OF(&story->scan, k, also)) return true;
  }
  return false;
}

/// "in a similar incident", "a separate case", "spoke of another raid": the noun that stands for another strike.
static bool is_another_incident(const sm_story *story, const sm_hit *h) {
  static const char *const incidents[] = {"incident", "incidents", "case", "episode", "event"}, *const raids[] = {"raid", "strike", "attack", "bombing", "blast", "explosion", "bombardment"};
  for (uint32_t i = h->first + 1; i < h->last; i++) {
    const bool noun = SM_IS_ONE_OF(&story->scan, i, incidents) || (!h->n_triggers && SM_IS_ONE_OF(&story->scan, i, raids));
    const sm_cue_row *mode = noun ? sm_cue_at(&story->scan, i - 1, SM_CUE_MODE, NULL) : NULL;
    if (mode && mode->kind == SM_K_ANOTHER) return true;
  }
  return false;
}

/// "As was reported earlier, on January 1 two people were injured": of a day before.
static bool recalls_report(const sm_scan *scan, uint32_t first) {
  enum { REACH = 7 };
  static const char *const before[] = {"previously", "earlier"}, *const told[] = {"reported", "noted", "informed"};
  bool earlier = false, report = false;
  for (uint32_t k = first + 1; sm_is(scan, first, SM_W_AS) && k < scan->n && k < first + REACH && !sm_is_punct(scan, k); k++)
    earlier |= SM_IS_ONE_OF(scan, k, before), report |= SM_IS_ONE_OF(scan, k, told);
  return earlier && report;
}

/// "Also on Friday, 14 people were killed in X", "Elsewhere, ...", "Later in the day a convoy was hit": opens another matter, with a place or
/// a toll of its own.
static bool opens_another(const sm_story *story, const sm_hit *h) {
  static const char *const also[] = {"Also", "Elsewhere", "Separately", "Additionally"}, *const later[] = {"Later"}, *const earlier[] = {"Earlier"}, *const day[] = {"day", "night", "evening", "afternoon"};
  const sm_scan *scan = &story->scan;
  const uint32_t first = scan->s[h->sentence].first;
  if (h->definite || h->first != first) return false;
  if (h->when >= 0 && !h->date_inherited && h->prec <= 2 && recalls_report(scan, first)) return true;
  if (SM_IS_ONE_OF(scan, first, later)) return h->n_triggers && h->n_figures && (SM_IS_ONE_OF(scan, first + 2, day) || SM_IS_ONE_OF(scan, first + 3, day));
  if (SM_IS_ONE_OF(scan, first, earlier)) return h->n_triggers && h->place >= 0 && !h->place_inherited && sm_has_cue(scan, sm_is_preposition(scan, first + 1) || sm_is(scan, first + 1, SM_W_THAT) ? first + 2 : first + 1, SM_CUE_TIME); // "Earlier Friday, a bomb hit a bus in X"
  const bool paragraph = h->n_triggers && h->sentence > 0 && scan->s[h->sentence].paragraph != scan->s[h->sentence - 1].paragraph;
  return ((h->place >= 0 && !h->place_inherited) || paragraph) && SM_IS_ONE_OF(scan, first, also);
}

/// Who or what does what a trigger's verb tells; NULL where it is no verb or none is told.
static const sm_group *subject_of(const sm_story *story, uint32_t trigger) {
  const sm_group *verb = sm_group_of(&story->syntax, story->triggers.items[trigger].first);
  return verb && verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : NULL;
}

/// A munition is named in a noun group, and no gun.
static bool names_munition(const sm_story *story, const sm_group *g) {
  for (uint32_t k = g->first; k < g->last; k++) {
    const sm_cue_row *w = sm_cue_at(&story->scan, k, SM_CUE_WEAPON, NULL);
    if (w) return w->kind != SM_K_GUN;
  }
  return false;
}

/// "a drone", "an explosive device": a munition that nothing was told of.
static bool is_new_munition(const sm_story *story, const sm_group *g) {
  return sm_is_indefinite(&story->scan, g->first) && names_munition(story, g);
}

bool sm_opens_anew(const sm_story *story, const sm_hit *h) {
  enum { OPENS = 4 };
  static const char *const others[] = {"others", "other", "another", "more"}; // "two others fell in X"
  const uint32_t first = story->scan.s[h->sentence].first;
  if (h->place >= 0 && !h->place_inherited && story->scan.mentions->items[h->place].first < first + OPENS) return true;
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_group *verb = sm_group_of(&story->syntax, story->triggers.items[h->triggers[i]].first);
    if (!verb) continue;
    const sm_group *subject = verb->flags & SM_GROUP_VERB && verb->subject >= 0 ? &story->syntax.groups[verb->subject] : verb;
    const sm_group *object = verb->flags & SM_GROUP_VERB && verb->object >= 0 ? &story->syntax.groups[verb->object] : subject;
    const bool blast = story->triggers.items[h->triggers[i]].row->kind == SM_K_BLAST && sm_is_indefinite(&story->scan, subject->first); // "a device went off"
    if (blast || is_new_munition(story, subject) || is_new_munition(story, object) || SM_IS_ONE_OF(&story->scan, subject->head, others)) return true;
  }
  return false;
}

/// "a second device": the first words of a noun group tell another one.
static bool is_another_munition(const sm_story *story, const sm_group *g) {
  enum { LEAD = 2 };
  for (uint32_t k = g->first; k < g->last && k < g->first + LEAD; k++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, k, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_ANOTHER) return names_munition(story, g);
  }
  return false;
}

/// "The escort struck a second mine": what it met is another one.
static bool meets_another(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_group *verb = sm_group_of(&story->syntax, story->triggers.items[h->triggers[i]].first);
    const sm_group *object = verb && verb->flags & SM_GROUP_VERB && !(verb->flags & SM_GROUP_PASSIVE) && verb->object >= 0 ? &story->syntax.groups[verb->object] : NULL;
    if (object && is_another_munition(story, object)) return true;
  }
  return false;
}

/// "A roadside bomb then hit a patrol": a munition that was not told before, next in turn.
static bool is_next_in_turn(const sm_story *story, const sm_hit *h) {
  static const char *const then[] = {"then"};
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_group *subject = subject_of(story, h->triggers[i]);
    if (!subject || !is_new_munition(story, subject) || subject->first != story->scan.s[h->sentence].first) continue;
    const sm_group *verb = sm_group_of(&story->syntax, story->triggers.items[h->triggers[i]].first);
    if (SM_IS_ONE_OF(&story->scan, subject->last, then) || SM_IS_ONE_OF(&story->scan, verb->first, then)) return true;
  }
  return false;
}

/// "Another car bomb killed three", "A separate bomb rocked an area": one that was laid, with a toll of its own.
static bool is_another_bomb(const sm_story *story, const sm_hit *h) {
  enum { LEAD = 2 };
  const uint32_t laid = SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED | SM_WEAPON_BOMB;
  for (uint32_t i = 0; i < h->n_triggers && h->n_figures; i++) {
    const sm_group *subject = subject_of(story, h->triggers[i]);
    if (!subject) continue;
    bool other = false, bomb = false;
    for (uint32_t k = subject->first; k < subject->last; k++) {
      const sm_cue_row *mode = sm_cue_at(&story->scan, k, SM_CUE_MODE, NULL), *weapon = sm_cue_at(&story->scan, k, SM_CUE_WEAPON, NULL);
      other |= k < subject->first + LEAD && mode && mode->kind == SM_K_ANOTHER;
      bomb |= weapon && weapon->weapons & laid;
    }
    if (other && bomb) return true;
  }
  return false;
}

/// A munition that nothing was told of is the subject of one of the telling's verbs.
static bool is_of_new_munition(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_triggers; i++) {
    const sm_group *subject = subject_of(story, h->triggers[i]);
    if (subject && is_new_munition(story, subject)) return true;
  }
  return false;
}

/// The dead of one strike that a sentence tells, without "at least"; -1 none.
static int dead_of(const sm_story *story, uint32_t s) {
  int dead = -1;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (f->killed_high <= 0 || f->flags & (SM_FIGURE_SUM | SM_FIGURE_PART | SM_FIGURE_MORE)) continue;
    if (dead >= 0 || f->killed_low != f->killed_high) return -1;
    dead = f->killed_high;
  }
  return dead;
}

/// The sentence before names a place that holds the telling's own.
static bool lies_in_place_before(const sm_story *story, const sm_hit *h) {
  int level;
  for (uint32_t m = story->mention_from[h->sentence - 1]; m < story->mention_from[h->sentence]; m++)
    if (story->scan.mentions->items[m].role != SM_ROLE_DEMONYM && sm_places_nest(story, m, (uint32_t)h->place, &level) && level > 0) return true;
  return false;
}

/// "A mine killed two soldiers in the south of A. In B a drone killed three men": side by side, each with a munition, a place and dead of its own.
static bool is_beside_other(const sm_story *story, const sm_hit *h) {
  static const char *const meanwhile[] = {"meanwhile"};
  const uint32_t s = h->sentence;
  if (s == 0 || !h->n_triggers || h->definite || h->place < 0 || h->place_inherited) return false;
  if (story->scan.s[s].paragraph != story->scan.s[s - 1].paragraph && !SM_IS_ONE_OF(&story->scan, story->scan.s[s].first, meanwhile)) return false;
  const int dead = dead_of(story, s), before = dead > 0 ? dead_of(story, s - 1) : -1;
  if (before <= 0 || before == dead || !is_of_new_munition(story, h) || !lies_in_place_before(story, h)) return false;
  for (uint32_t i = story->syntax.first_of[s - 1]; i < story->syntax.first_of[s]; i++) {
    const sm_group *g = &story->syntax.groups[i];
    if (!(g->flags & SM_GROUP_VERB) && is_new_munition(story, g)) return true;
  }
  return false;
}

bool sm_tells_another(const sm_story *story, const sm_hit *h) {
  return is_beside_other(story, h) || opens_another(story, h) || is_also_struck(story, h) || is_another_incident(story, h) || is_another_bomb(story, h) || meets_another(story, h) || is_next_in_turn(story, h);
}

sm_str sm_voice_of_telling(const sm_story *story, const sm_hit *h) {
  for (uint32_t i = story->speech_at[h->sentence]; i < story->speech_at[h->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    bool name = false;
    for (uint32_t k = s->first; k < s->last && !name; k++)
      name = story->scan.t[k].flags & SM_TOKEN_CAPITAL && (!(story->scan.t[k].flags & SM_TOKEN_SENTENCE_START) || (!sm_has_cue(&story->scan, k, SM_CUE_CLAIMANT) && !(story->scan.t[k].entry && story->scan.t[k].entry->rank > 0)));
    if (name && s->name.len && s->kind != SM_K_STATE && s->kind != SM_K_PARTY && !s->pronoun) return s->name;
  }
  return (sm_str){0};
}

bool sm_is_told_again(const sm_story *story, const sm_hit *h, const sm_gathered *g, const sm_gathered *latest) {
  if (h->n_triggers || !h->n_figures || (h->place >= 0 && !h->place_inherited) || !g->voice.len || g->place < 0) return false;
  const sm_str voice = sm_voice_of_telling(story, h);
  return voice.len && sm_same_claimant(g->voice, voice) && (g == latest || (latest->voice.len && !sm_same_claimant(latest->voice, voice)));
}

bool sm_opens_with_other_hour(const sm_story *story, const sm_hit *hit, int hour) {
  enum { OPENING = 3, APART = 2, DIAL = 12 };
  const sm_clock *clock = hour >= 0 && hit->n_triggers && !hit->definite ? sm_clock_of(story, hit) : NULL;
  return clock && clock->sentence == hit->sentence && clock->first <= story->scan.s[hit->sentence].first + OPENING && abs(clock->hour - hour) >= APART && abs(clock->hour - hour) != DIAL; // hours of the same dial may be one
}

bool sm_is_answer(const sm_story *story, const sm_hit *h) {
  static const char *const words[] = {"responded", "retaliated", "replied", "answered", "retaliation", "response", "reply", "return", "revenge", "reprisal", "back"};
  static const char *const struck[] = {"fired", "hit", "struck", "shot", "fire"};
  const sm_scan *scan = &story->scan;
  for (uint32_t i = h->first; i < h->last; i++) {
    if (!SM_IS_ONE_OF(scan, i, words)) continue;
    const sm_group *g = sm_group_of(&story->syntax, i);
    if (g && g->flags & SM_GROUP_VERB && g->head == i) return true;
    if (i > h->first && sm_is(scan, i - 1, SM_W_IN)) return !sm_is(scan, i + 1, SM_W_FOR) && !sm_is(scan, i + 1, SM_W_TO);
    if (i > h->first && SM_IS_ONE_OF(scan, i - 1, struck)) return true;
  }
  return false;
}
