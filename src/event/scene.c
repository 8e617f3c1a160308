// The walk through a report: which sentences tell of hits, and what is carried from one to the next.
#include "scene.h"

#include "placing.h"

/// "The missiles flew 1,500 km": what was told in the paragraph before opens this one.
static bool opens_with_weapon_told(const sm_story *story, uint32_t s) {
  const sm_group *g = sm_group_of(&story->syntax, story->scan.s[s].first);
  return g && !(g->flags & SM_GROUP_VERB) && sm_is(&story->scan, g->first, SM_W_THE) && sm_has_cue(&story->scan, g->head, SM_CUE_WEAPON);
}

static const uint32_t NO_PARAGRAPH = UINT32_MAX, WHOLE_REPORT = UINT32_MAX - 1;

/// "fired rockets at an old ship, capping the year's war games": the report is of a drill that its first sentence tells, and nobody died.
static bool tells_of_drill(const sm_story *story) {
  uint32_t s = 0;
  for (uint32_t i = 0; i < story->figures.n; i++)
    if (story->figures.items[i].killed_high > 0) return false;
  while (s + 1 < story->scan.ns && story->trigger_at[s] == story->trigger_at[s + 1] && story->scan.s[s].paragraph == story->scan.s[0].paragraph) s++;
  return sm_sentence_is(&story->scan, s, SM_K_EXERCISE) && story->trigger_at[s] < story->trigger_at[s + 1] && story->figure_at[s] == story->figure_at[s + 1];
}

/// "an annual exercise", "took reporters to a range": what the paragraph goes on to tell without a toll is part of it.
static bool is_of_drill(const sm_story *story, uint32_t s, uint32_t *paragraph) {
  const sm_scan *scan = &story->scan;
  if (*paragraph == WHOLE_REPORT) return true;
  if (story->figure_at[s] < story->figure_at[s + 1]) return false;
  const bool next = *paragraph != NO_PARAGRAPH && scan->s[s].paragraph == *paragraph + 1 && opens_with_weapon_told(story, s);
  if (sm_sentence_is(scan, s, SM_K_EXERCISE) || next) *paragraph = scan->s[s].paragraph;
  return *paragraph == scan->s[s].paragraph;
}

/// "A funeral for a soldier killed in X was held in Y", but "killed at a funeral": what is done with the dead of days before.
static bool tells_of_burial(const sm_story *story, uint32_t s) {
  static const char *const words[] = {"funeral", "funerals", "burial", "buried", "coffin", "coffins", "mourners"};
  const uint32_t last = story->figure_at[s] < story->figure_at[s + 1] ? story->figures.items[story->figure_at[s]].cue : story->scan.s[s].first;
  for (uint32_t k = story->scan.s[s].first; k < last; k++)
    if (SM_IS_ONE_OF(&story->scan, k, words)) return true;
  return false;
}

/// "a wall collapsed", "the roof came down", "a tower fell": a building by itself, as far as is told.
static bool tells_fall(const sm_story *story, uint32_t i) {
  static const char *const falls[] = {"collapsed", "fell", "came", "left", "broke"}, *const things[] = {"wall", "roof", "building", "tower", "bridge", "ceiling", "balcony", "lift", "crane", "scaffolding", "dam", "train", "stand", "tunnel", "elevator", "house", "block", "tree"};
  if (!SM_IS_ONE_OF(&story->scan, i, falls)) return false;
  const sm_group *verb = sm_group_of(&story->syntax, i);
  if (!verb || !(verb->flags & SM_GROUP_VERB) || verb->subject < 0) return false;
  const sm_group *what = &story->syntax.groups[verb->subject];
  return SM_IS_ONE_OF(&story->scan, what->head, things) || (what->lead != SM_NO_TOKEN && what->lead > 0 && SM_IS_ONE_OF(&story->scan, what->lead - 1, things));
}

/// "Coalition aircraft launched 12 raids on several provinces:", before "- Razih: a raid on a bridge": what heads the items tells of strikes.
static bool is_of_list_of_strikes(const sm_story *story, uint32_t s) {
  enum { ITEMS = 12 };
  const sm_sentence *all = story->scan.s;
  uint32_t head = s;
  while (head > 0 && s - head < ITEMS && all[head].flags & SM_SENTENCE_ITEM) head--;
  if (head == s || all[head].flags & SM_SENTENCE_ITEM) return false;
  for (uint32_t i = story->trigger_at[head]; i < story->trigger_at[head + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->reality == SM_REAL && (g->plural || g->verb) && (g->row->kind == SM_K_ATTACK || g->row->kind == SM_K_LAUNCH || g->row->kind == SM_K_NOUN)) return true;
  }
  return false;
}

bool sm_is_open(const sm_story *story, const sm_scene *sc, uint32_t s) {
  if (!sc->n_hits) return story->scan.s[s].flags & SM_SENTENCE_ITEM && is_of_list_of_strikes(story, s);
  return story->scan.s[s].paragraph == story->scan.s[sc->last_hit_sentence].paragraph || s - sc->last_hit_sentence <= 2;
}

/// "4-6 killed and 4 injured. Danda Darpakhel.": a note that tells a toll alone, in a report where nothing else does.
static bool is_bare_toll(const sm_story *story, uint32_t s, const sm_content *c) {
  const sm_scan *scan = &story->scan;
  if (!c->figure || c->gun || c->ground || scan->ns > 4 || (!c->day && s > sm_first_of_body(story) + 1) || sm_is_long_past(story, s) || tells_of_burial(story, s)) return false;
  const bool fresh = sm_has_fresh_day(scan, s);
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (sm_is_counted_from(story, &story->triggers.items[i], s) || ((story->triggers.items[i].row->kind == SM_K_ATTACK || story->triggers.items[i].row->kind == SM_K_BLAST) && story->triggers.items[i].reality == SM_NOT_REAL)) return false;
  for (uint32_t i = c->first; i < c->last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (sm_names_mishap(story, i) || tells_fall(story, i)) return false;
    if (mode && (mode->kind == SM_K_ACCIDENT || mode->kind == SM_K_WORKS || mode->kind == SM_K_FATE || mode->kind == SM_K_IDIOM || mode->kind == SM_K_MEMORY || (mode->kind == SM_K_AGE && !fresh) || mode->kind == SM_K_LEGAL)) return false;
  }
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    const sm_cue_row *row = sm_cue_at(scan, f->cue, SM_CUE_CASUALTY, NULL);
    if (f->killed_high && !(f->flags & (SM_FIGURE_SUM | SM_FIGURE_ZERO)) && row && row->kind == SM_K_KILLED && row->form == SM_F_PAST) return true;
  }
  return false;
}

static sm_status find_bare_tolls(sm_story *story, sm_scene *sc, sm_hits *out, size_t *cap, sm_error *err) {
  for (uint32_t i = 0; i < story->scan.n_cues; i++) {
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls == SM_CUE_WEAPON && c->row->kind == SM_K_GUN) return SM_OK;
    if (c->cls == SM_CUE_MODE && (c->row->kind == SM_K_PEACE || c->row->kind == SM_K_LABOUR || c->row->kind == SM_K_LEGAL)) return SM_OK;
  }
  for (uint32_t s = 0; s < story->scan.ns && out->n == 0; s++) {
    sm_content c = sm_content_of(story, s);
    sm_anchors none = {.n = 0};
    sm_spots spots;
    if (!is_bare_toll(story, s, &c) || sm_goes_on_past(story, sc, s)) continue;
    if (sm_weigh_places(story, NULL, NULL, err)) return SM_ERROR_MEMORY;
    sm_find_spots(story, sc, &c, s, &none, &spots);
    if (!sm_part_sentence(story, sc, s, &c, &none, &spots, out, cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return SM_OK;
}

/// "A plane flew 50 wounded fighters out of Sanaa": those who are taken away.
static bool is_carried_off(const sm_story *story, const sm_figure *f) {
  static const char *const carry[] = {"flew", "flies", "evacuated", "airlifted"};
  const sm_group *what = sm_group_of(&story->syntax, f->cue), *verb = what && what > story->syntax.groups ? what - 1 : NULL;
  if (!verb || what->flags & SM_GROUP_VERB || f->killed_high > 0 || !(verb->flags & SM_GROUP_VERB) || verb->object != (int32_t)(what - story->syntax.groups)) return false;
  return SM_IS_ONE_OF(&story->scan, verb->head, carry);
}

/// "240 wounded and their carers were brought out by sea on a ferry": those of many days.
static bool is_shipped_off(const sm_story *story, uint32_t s) {
  static const char *const carry[] = {"brought", "evacuated", "ferried", "moved", "taken", "transferred", "flown"}, *const by[] = {"ferry", "ship", "ships", "vessel", "boats", "sea", "train", "trains", "airlift"};
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  if (story->figure_at[s] == story->figure_at[s + 1]) return false;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    if (story->figures.items[i].killed_high > 0) return false;
  for (uint32_t k = x->first_of[s]; k < x->first_of[s + 1]; k++) {
    const sm_group *verb = &x->groups[k];
    if (!(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_PASSIVE) || !SM_IS_ONE_OF(scan, verb->head, carry)) continue;
    for (uint32_t i = verb->last; i < scan->s[s].last; i++)
      if (SM_IS_ONE_OF(scan, i, by)) return true;
  }
  return false;
}

/// "His wife is at the hospital in Bint Jbeil": where somebody is treated was not struck.
static bool tells_only_care(const sm_story *story, uint32_t s) {
  uint32_t n = 0;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++, n++)
    if (!(story->figures.items[i].flags & SM_FIGURE_CARE)) return false;
  return n > 0;
}

static bool tells_only_flight(const sm_story *story, uint32_t s) {
  uint32_t n = 0;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++, n++)
    if (!is_carried_off(story, &story->figures.items[i])) return false;
  return n > 0;
}

bool sm_tells_fresh_day(const sm_story *story, uint32_t s) {
  enum { FRESH = 7 };
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    const bool one = w->prec <= 2 && !(w->flags & (SM_WHEN_VAGUE | SM_WHEN_SINCE | SM_WHEN_FUTURE));
    if (one && w->first >= story->body_first && story->whens.published != SM_NO_DATE && w->end >= story->whens.published - FRESH) return true;
  }
  return false;
}

/// "Tuesday was quiet until three. Then a drone fired ...": a paragraph behind one of old times that opens with a day of late, and with no word of memory.
static bool opens_fresh_paragraph(const sm_story *story, const sm_scene *sc, uint32_t s) {
  enum { LEAD = 3 };
  const sm_sentence *sentences = story->scan.s;
  if (sentences[s].paragraph == sentences[sc->past_sentence].paragraph || (s > 0 && sentences[s - 1].paragraph == sentences[s].paragraph) || sm_sentence_is(&story->scan, s, SM_K_MEMORY)) return false;
  return story->when_at[s] < story->when_at[s + 1] && story->whens.items[story->when_at[s]].first < sentences[s].first + LEAD;
}

/// Triggers there are, but of an accident, an exercise, a threat: "a gas cylinder exploded".
static bool is_all_unreal(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (story->triggers.items[i].reality == SM_REAL) return false;
  return story->trigger_at[s] < story->trigger_at[s + 1];
}

/// A missile, drone or bomb is named in this sentence or the one before.
bool sm_munition_told(const sm_story *story, uint32_t s) {
  for (uint32_t k = s > 0 ? s - 1 : 0; k <= s; k++) {
    sm_content c = sm_content_of(story, k);
    bool cleared = sm_sentence_is(&story->scan, k, SM_K_DISPOSAL); // "mines and unexploded rockets": nobody used them
    if (c.munition && c.weapons && !cleared && !is_all_unreal(story, k)) return true;
  }
  return false;
}

/// A sentence has a trigger that tells of a strike, whatever was told before it.
static bool read_by_itself(const sm_story *story, uint32_t s) {
  sm_content c = sm_content_of(story, s);
  sm_anchors anchors;
  sm_find_anchors(story, &c, s, false, 0, &anchors);
  for (uint32_t i = 0; i < anchors.n; i++)
    if (anchors.items[i]->row->kind != SM_K_INTERCEPT) return true;
  return false;
}

static bool tells_by_itself(const sm_story *story, uint32_t s) {
  if (story->trigger_at[s] == story->trigger_at[s + 1]) return false;
  if (story->tells[s] == SM_NOT_ASKED) story->tells[s] = read_by_itself(story, s) ? SM_YES : SM_NO;
  return story->tells[s] == SM_YES;
}

bool sm_is_coming(const sm_story *story, uint32_t s) {
  for (uint32_t k = s + 1; k < story->scan.ns && k <= s + 2 && story->scan.s[k].paragraph == story->scan.s[s].paragraph; k++)
    if (tells_by_itself(story, k)) return true;
  return false;
}

bool sm_is_coming_later(const sm_story *story, uint32_t s) {
  for (uint32_t k = s + 1; k < story->scan.ns && k <= s + 6; k++)
    if (tells_by_itself(story, k)) return true;
  return false;
}

/// A munition that is counted is named anywhere in the report.
static bool is_armed(const sm_scan *scan) {
  uint32_t munitions = 0, guns = 0;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    if (c->cls != SM_CUE_WEAPON) continue;
    guns += c->row->kind == SM_K_GUN;
    munitions += c->row->flags & SM_ROW_UNIT && c->row->kind == 0;
  }
  return munitions && munitions >= guns; // else of a fight with rifles
}

/// "**13:20 - Two killed in X**" over a paragraph: the entry of a live blog, of the day of the report and not of that which the entry before told.
/// clock: the first of the report's that may stand in the sentence; moved on.
static bool opens_entry(const sm_story *story, uint32_t s, uint32_t *clock) {
  enum { MARKS = 2 };
  const sm_whens *w = &story->whens;
  while (*clock < w->n_clocks && w->clocks[*clock].sentence < s) ++*clock;
  if (!(story->scan.s[s].flags & SM_SENTENCE_HEADING) || *clock == w->n_clocks || w->clocks[*clock].sentence != s) return false;
  uint32_t k = story->scan.s[s].first;
  while (k < w->clocks[*clock].first && k < story->scan.s[s].first + MARKS && sm_is_punct(&story->scan, k)) k++;
  return k == w->clocks[*clock].first;
}

sm_status sm_find_hits(sm_story *story, unsigned with, sm_hits *out, sm_error *err) {
  const sm_scan *scan = &story->scan;
  const uint32_t wanted = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON;
  sm_scene sc = {.start = SM_NO_DATE, .end = SM_NO_DATE, .hit_start = SM_NO_DATE, .hit_end = SM_NO_DATE, .main_start = SM_NO_DATE, .head_place = -1, .last_place = -1};
  size_t cap = 0;
  *out = (sm_hits){0};
  if (sm_is_unarmed(story) || sm_is_accident(story) || sm_is_of_relic(story) || sm_is_of_passing(story)) return SM_OK;
  uint32_t drill = scan->ns && tells_of_drill(story) ? WHOLE_REPORT : NO_PARAGRAPH;
  const bool court = sm_is_of_court(story) || sm_opens_with_memory(story);
  sc.past = court;
  bool mishap = sm_opens_with_mishap(story) || sm_opens_with_depot(story);
  const bool armed = is_armed(scan), review = sm_is_review(story);
  for (uint32_t s = 0, clock = 0; s < scan->ns; s++) {
    if (opens_entry(story, s, &clock) && sc.start != SM_NO_DATE && story->whens.published != SM_NO_DATE && !(scan->s[sc.date_sentence].flags & SM_SENTENCE_HEADING)) sc.start = sc.end = sc.main_start = sc.main_end = sc.hit_start = sc.hit_end = SM_NO_DATE;
    sm_read_head(story, &sc, s);
    mishap = mishap && !sm_tells_fresh_strike(story, s);
    if (mishap) continue;
    if (sc.past && (sc.n_hits || opens_fresh_paragraph(story, &sc, s)) && sm_tells_fresh_day(story, s)) sc.past = court;
    if (!(scan->sentence_mask[s] & wanted) && story->figure_at[s] == story->figure_at[s + 1] && story->trigger_at[s] == story->trigger_at[s + 1]) {
      if (sm_tells_memory(story, s) || sm_opens_past(story, s) || sm_tells_memorial(story, s)) sc.past = true, sc.past_sentence = s;
      if (!court) sm_scene_date(story, &sc, s);
      continue;
    }
    if (sm_is_long_past(story, s) || sm_opens_past(story, s)) sc.past = true, sc.past_sentence = s;
    else if (sm_goes_on_past(story, &sc, s) || is_of_drill(story, s, &drill)) continue;
    else if (review && !sm_tells_one(story, s)) {
      sm_scene_period(story, &sc, s);
      continue;
    }
    else sc.past = false;
    sm_content c = sm_content_of(story, s);
    sm_anchors anchors;
    sm_find_anchors(story, &c, s, sm_is_open(story, &sc, s), with, &anchors);
    if (sm_is_happening(story, &sc, s, &c)) anchors.n = 0;
    const bool tried = (anchors.n == 0 && sm_tells_court(story, s)) || (!sc.n_hits && sm_tells_memorial(story, s));
    if (tried) anchors.n = 0;
    if (tried) sc.past = true, sc.past_sentence = s;
    sc.coming = anchors.n == 0 && !sc.n_hits && (c.figure || c.munition) && (sm_is_coming(story, s) || (s < 4 && sm_munition_told(story, s)) || (c.figure && (c.place || sc.head_place >= 0) && (armed || sm_is_coming_later(story, s))));
    if (anchors.n == 0 && (tried || !sm_is_elliptic(story, &sc, s, &c) || sm_tells_origin_of_war(story, s) || (!c.figure && !c.day && sm_tells_use(story, s)) || (!sc.n_hits && !c.munition && tells_only_flight(story, s)) || is_shipped_off(story, s))) {
      sm_scene_date(story, &sc, s);
      continue;
    }
    if (anchors.n == 0) out->general_weapons |= sm_announced_weapons(story, &sc, s);
    sm_spots spots;
    if (sm_weigh_places(story, NULL, NULL, err)) return SM_ERROR_MEMORY;
    sm_find_spots(story, &sc, &c, s, &anchors, &spots);
    if (anchors.n == 0 && tells_only_care(story, s)) spots.n = 0;
    uint32_t told = out->n;
    if (!sm_part_sentence(story, &sc, s, &c, &anchors, &spots, out, &cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    sm_join_wave(story, out, told);
    if (out->n == told) sm_scene_date(story, &sc, s); // "attacks of the past day", a heading
  }
  return out->n || review || mishap ? SM_OK : find_bare_tolls(story, &sc, out, &cap, err);
}

uint32_t sm_first_of_body(const sm_story *story) {
  enum { LINES = 3 };
  uint32_t s = 0;
  while (s < LINES && s + 1 < story->scan.ns && story->scan.s[s].flags & SM_SENTENCE_HEADING) s++;
  return s;
}
