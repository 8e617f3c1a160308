// From sentences to hits: which triggers count, how a sentence parts into strikes, and what the paragraph lends.
#include "story.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_ANCHORS = 24, MAX_PLACES = 12 };

/// What is carried from sentence to sentence.
typedef struct scene {
  sm_date start, end; ///< day of what was told last
  uint8_t prec;
  uint32_t date_sentence;
  int head_place;     ///< place at the head of the item or section, -1 none
  uint32_t head_paragraph;
  bool head_is_section;
  uint32_t head_line;
  uint32_t item_line; ///< line of a list item
  uint32_t last_hit_sentence;
  sm_actor attacker;  ///< of the last hit
  int last_place;     ///< of the last hit that had one, -1 none
  uint32_t n_hits;
  bool coming;        ///< one of the next sentences of the paragraph tells of a strike
} scene;

/// What a sentence holds.
typedef struct content {
  uint32_t first, last;
  uint32_t weapons;
  bool munition, carrier, gun, force, named_party, figure, place, target, ground;
} content;

typedef struct anchor_list {
  const sm_trigger *items[MAX_ANCHORS];
  uint32_t n;
} anchor_list;

static content content_of(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  content c = {.first = scan->s[s].first, .last = scan->s[s].last};
  if (c.first < story->body_first) c.first = story->body_first < c.last ? story->body_first : c.last;
  for (uint32_t i = c.first; i < c.last; i++) {
    const sm_cue_row *w = sm_cue_at(scan, i, SM_CUE_WEAPON, NULL);
    if (w && w->kind == SM_K_GUN) c.gun = true;
    else if (w && (w->kind == SM_K_CARRIER || w->kind == SM_K_WEAKCARRIER || w->kind == SM_K_SHIP)) c.carrier = true;
    else if (w) c.munition = true, c.weapons |= w->weapons;
    if (sm_has_cue(scan, i, SM_CUE_TARGET)) c.target = true;
  }
  for (uint32_t i = story->party_at[s]; i < story->party_at[s + 1]; i++) {
    c.force |= story->parties.items[i].force;
    c.named_party |= story->parties.items[i].named;
  }
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
    c.figure |= !(story->figures.items[i].flags & SM_FIGURE_SUM);
  for (uint32_t i = story->mention_from[s]; i < story->mention_from[s + 1]; i++)
    c.place |= scan->mentions->items[i].role == SM_ROLE_LITERAL && scan->mentions->items[i].first >= c.first;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    c.ground |= story->triggers.items[i].row->kind == SM_K_GROUND;
  return c;
}

/// Does the trigger tell of a strike, by its strength and what stands beside it?
static bool qualifies(const sm_trigger *g, const content *c, bool open) {
  const sm_cue_row *row = g->row;
  switch (row->kind) {
  case SM_K_GROUND:
  case SM_K_FOIL: return false;
  case SM_K_KILL: return c->munition && c->weapons && c->figure && !c->gun && !c->ground;
  case SM_K_INTERCEPT: return c->munition || (c->carrier && row->strength > 0);
  case SM_K_CARRY: return false;
  case SM_K_RESPONSIBILITY: return false;
  default: break;
  }
  if (row->strength >= 3) return true;
  bool weapon = c->munition || c->carrier;
  if (row->strength == 2) {
    if (c->gun && !c->munition && !c->carrier) return false;
    if (c->ground && !weapon) return false;
    if (row->kind == SM_K_BLAST && !g->verb) return true;
    return weapon || c->figure || c->force || (c->named_party && (c->place || c->target)) || (g->definite && open) || (c->place && (row->kind == SM_K_NOUN || row->kind == SM_K_BLAST || c->target)) || open;
  }
  if (row->strength == 1) {
    if (row->kind == SM_K_HARM) return c->munition || c->carrier || (open && (c->target || c->place));
    if (row->kind == SM_K_ATTACK) return c->munition || c->carrier;
    return c->munition || (c->carrier && row->kind == SM_K_LAUNCH);
  }
  return false;
}

static bool is_open(const sm_story *story, const scene *sc, uint32_t s) {
  if (!sc->n_hits) return false;
  return story->scan.s[s].paragraph == story->scan.s[sc->last_hit_sentence].paragraph || s - sc->last_hit_sentence <= 2;
}

static void find_anchors(const sm_story *story, const content *c, uint32_t s, bool open, unsigned with, anchor_list *out) {
  out->n = 0;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1] && out->n < MAX_ANCHORS; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->first < c->first || g->general) continue;
    bool wanted = g->reality == SM_REAL || (g->reality == SM_THREATENED && with & SM_WITH_THREATENED) || (g->reality == SM_PLANNED && with & SM_WITH_PLANNED);
    if (wanted && qualifies(g, c, open)) out->items[out->n++] = g;
  }
}

// ---- days

/// "officials said on Monday": the day of the speech.
static bool is_speech_day(const sm_story *story, const sm_when *w) {
  if (w->last < story->scan.n && story->scan.t[w->last].flags & SM_TOKEN_CLITIC) return false; // "said Thursday's strikes"
  for (uint32_t i = story->speech_at[w->sentence]; i < story->speech_at[w->sentence + 1]; i++) {
    const sm_speech *sp = &story->speeches.items[i];
    uint32_t end = sp->last > sp->verb_last ? sp->last : sp->verb_last;
    if (w->first >= end && w->first - end <= 2 && sp->row->form != SM_F_FIGURE) return true;
  }
  for (uint32_t i = story->figure_at[w->sentence]; i < story->figure_at[w->sentence + 1]; i++) { // "rose to 60 on Sunday"
    const sm_figure *f = &story->figures.items[i];
    if (f->flags & SM_FIGURE_TOLL && w->first >= f->last && w->first - f->last <= 2) return true;
  }
  return false;
}

static float when_score(const sm_story *story, const sm_when *w, uint32_t first, uint32_t last, uint32_t trigger) {
  if (w->flags & SM_WHEN_FUTURE || w->first < story->body_first) return -99;
  float score = sm_between(w->first, first, last) ? 2 : 0;
  uint32_t gap = w->first > trigger ? w->first - trigger : trigger - w->first;
  score -= gap > 40 ? 2 : 0.05f * (float)gap;
  if (w->flags & SM_WHEN_AFTER) score += trigger > w->first ? 1 : -99;
  else if (is_speech_day(story, w)) score -= 2.5f;
  if (w->flags & SM_WHEN_VAGUE) score -= 1.5f;
  if (w->flags & SM_WHEN_SAME) score -= 1;
  if (w->prec >= 4 && !(w->flags & SM_WHEN_SINCE)) score -= 0.8f;
  return score;
}

static void resolve_when(const sm_story *story, const scene *sc, const sm_when *w, sm_hit *hit) {
  if (!(w->flags & SM_WHEN_ANCHOR)) {
    hit->start = w->start;
    hit->end = w->end;
    hit->prec = w->prec;
    return;
  }
  sm_date base = sc->start != SM_NO_DATE ? sc->start : story->whens.published, end = sc->start != SM_NO_DATE ? sc->end : base;
  if (base == SM_NO_DATE) return;
  hit->start = base + w->start;
  hit->end = end + w->end;
  hit->prec = (uint8_t)sm_day_precision(hit->start, hit->end);
  if (w->flags & SM_WHEN_SAME) hit->date_inherited = true;
}

/// "a day of mourning on Thursday for those killed when shells crashed": the day of the main clause may be another's.
static bool is_other_clause(const sm_story *story, const sm_when *w, uint32_t trigger) {
  if (w->last > trigger || w->flags & SM_WHEN_AFTER || w->sentence > 1) return false;
  for (uint32_t k = w->last; k < trigger; k++)
    if (sm_is(&story->scan, k, SM_W_WHEN) || sm_is(&story->scan, k, SM_W_AFTER) || sm_is(&story->scan, k, SM_W_WHICH) || sm_is(&story->scan, k, SM_W_WHO)) return true;
  return false;
}

static void set_date(const sm_story *story, scene *sc, sm_hit *hit) {
  uint32_t s = hit->sentence, trigger = hit->n_triggers ? story->triggers.items[hit->triggers[0]].first : hit->first;
  float best = -50;
  hit->when = -1;
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    float score = when_score(story, &story->whens.items[i], hit->first, hit->last, trigger);
    if (score > best) best = score, hit->when = (int)i;
  }
  hit->start = hit->end = SM_NO_DATE;
  if (hit->when >= 0 && (best > -0.4f || (best > -2 && sc->start == SM_NO_DATE && hit->n_triggers))) {
    resolve_when(story, sc, &story->whens.items[hit->when], hit);
    hit->date_inherited |= best <= -0.4f;
  }
  else if (sc->start != SM_NO_DATE && !(hit->attacker.name.len && sc->attacker.name.len && !sm_same_side(&hit->attacker, &sc->attacker) && hit->turned)) {
    hit->when = -1;
    hit->start = sc->start, hit->end = sc->end, hit->prec = sc->prec;
    hit->date_inherited = true;
  } else if (hit->when >= 0) {
    resolve_when(story, sc, &story->whens.items[hit->when], hit);
    hit->date_inherited = true;
  }
  if (hit->start == SM_NO_DATE) hit->when = -1;
  else if (hit->when >= 0 && is_other_clause(story, &story->whens.items[hit->when], trigger)) hit->date_inherited = true;
}

static void keep_date(scene *sc, const sm_hit *hit) {
  if (hit->attacker.name.len) sc->attacker = hit->attacker;
  if (hit->start == SM_NO_DATE || (hit->date_inherited && sc->start != SM_NO_DATE)) return;
  sc->start = hit->start, sc->end = hit->end, sc->prec = hit->prec;
  sc->date_sentence = hit->sentence;
}

/// A sentence without a strike may set the day for the next ones.
static void scene_date(const sm_story *story, scene *sc, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & (SM_WHEN_FUTURE | SM_WHEN_ANCHOR | SM_WHEN_VAGUE | SM_WHEN_SINCE) || w->prec > 2 || w->first < story->body_first || is_speech_day(story, w))
      continue;
    if (story->whens.published != SM_NO_DATE && w->start < story->whens.published - 20) continue;
    sc->start = w->start, sc->end = w->end, sc->prec = w->prec;
    sc->date_sentence = s;
    return;
  }
}

// ---- places at heads

/// "Hodeidah." "(b) Zargwez, outside ..." "Kharkiv region:" : the first words of an item, section or heading.
static void read_head(const sm_story *story, scene *sc, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const sm_sentence *sen = &scan->s[s];
  if (sen->flags & SM_SENTENCE_ITEM) sc->item_line = story->line[s];
  if (sen->paragraph != sc->head_paragraph && !sc->head_is_section) sc->head_place = -1;
  if (sen->flags & SM_SENTENCE_ITEM && sc->head_line != story->line[s] && !sc->head_is_section) sc->head_place = -1;
  uint32_t m = story->mention_from[s];
  if (m >= story->mention_from[s + 1] || sen->first < story->body_first) return;
  const sm_mention *mention = &scan->mentions->items[m];
  if (mention->role == SM_ROLE_DEMONYM || mention->role == SM_ROLE_DATELINE) return;
  bool paragraph_start = s == 0 || scan->s[s - 1].paragraph != sen->paragraph || sen->flags & SM_SENTENCE_ITEM ||
                         (scan->t[sen->first].flags & SM_TOKEN_LINE_START);
  if (!paragraph_start) return;
  uint32_t before = mention->first - sen->first, after = mention->last;
  while (after < sen->last && !(scan->t[after].flags & SM_TOKEN_PUNCT) && after < mention->last + 3) after++;
  bool closes = after >= sen->last || sm_is_sign(scan, after, ':') || sm_is_sign(scan, after, '_') || sm_is_sign(scan, after, '.') ||
                (sm_is_sign(scan, after, '-') && scan->t[after].flags & SM_TOKEN_SPACE_BEFORE) ||
                (sen->flags & SM_SENTENCE_ITEM && sm_is_sign(scan, after, ','));
  closes |= sm_is_sign(scan, after, '(');
  if (before > 5 || !closes) return;
  if (scan->sentence_mask[s] & (1u << SM_CUE_TRIGGER) && sen->flags & SM_SENTENCE_HEADING) return;
  sc->head_place = (int)m;
  sc->head_paragraph = sen->paragraph;
  sc->head_line = story->line[s];
  sc->head_is_section = (sen->flags & SM_SENTENCE_HEADING) && after >= sen->last;
}

// ---- parting a sentence

typedef struct place_list {
  uint32_t items[MAX_PLACES];
  float scores[MAX_PLACES];
  uint32_t n;
} place_list;

static float best_score(const sm_story *story, uint32_t m, const anchor_list *anchors) {
  float best = anchors->n ? -99 : sm_place_score(story, m, NULL);
  for (uint32_t i = 0; i < anchors->n; i++) {
    float score = sm_place_score(story, m, anchors->items[i]);
    if (score > best) best = score;
  }
  return best;
}

static void find_places(const sm_story *story, const scene *sc, const content *c, uint32_t s, const anchor_list *anchors, place_list *out) {
  out->n = 0;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1] && out->n < MAX_PLACES; m++) {
    const sm_mention *mention = &story->scan.mentions->items[m];
    if (mention->first < c->first || mention->role == SM_ROLE_DEMONYM) continue;
    if (mention->containee && (mention->flags & SM_MENTION_CONTAINER)) continue;
    float score = best_score(story, m, anchors);
    if ((int)m == sc->head_place && sc->head_line == story->line[s] && score < 1.8f) score = 1.8f;
    if (score < 0.3f) continue;
    out->items[out->n] = m;
    out->scores[out->n++] = score;
  }
}

/// Words between two places that make them one spot: "A, near B", "between A and B", "A on the road to B".
static bool told_together(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  for (uint32_t k = x->first, steps = 0; k > scan->s[x->sentence].first && steps < 5; k--, steps++)
    if (sm_is(scan, k - 1, SM_W_BETWEEN)) return true;
  bool relation = false;
  for (uint32_t k = x->last; k < y->first; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_has_cue(scan, k, SM_CUE_CASUALTY)) return false;
    if (sm_is_sign(scan, k, ';')) return false;
    if (sm_is(scan, k, SM_W_NEAR) || sm_is(scan, k, SM_W_OF) || sm_is(scan, k, SM_W_OUTSIDE) || sm_is(scan, k, SM_W_FROM) || sm_is(scan, k, SM_W_TO) ||
        sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_WHICH) || sm_is(scan, k, SM_W_ON) || sm_is_sign(scan, k, '('))
      relation = true;
    if (sm_is(scan, k, SM_W_AND) && !relation) return false;
  }
  return relation;
}

static bool is_comma_gap(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  return y->first == x->last + 1 && sm_is_sign(&story->scan, x->last, ',');
}

/// "Shanakhora, Miranshah, North Waziristan": without an "and" each tells where the one before lies.
static void drop_chains(const sm_story *story, place_list *places) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < places->n;) {
    uint32_t end = i + 1;
    while (end < places->n && is_comma_gap(story, places->items[end - 1], places->items[end])) end++;
    const sm_mention *last = &story->scan.mentions->items[places->items[end - 1]];
    bool list = end < places->n && (sm_is(&story->scan, last->last, SM_W_AND) || sm_is(&story->scan, last->last, SM_W_OR) ||
                (sm_is_sign(&story->scan, last->last, ',') && sm_is(&story->scan, last->last + 1, SM_W_AND)));
    uint32_t keep = list ? end : i + 1;
    for (uint32_t k = i; k < keep; k++) places->items[n] = places->items[k], places->scores[n++] = places->scores[k];
    i = end;
  }
  places->n = n;
}

/// Drop coarser places and those that only tell where another one lies; keep one for each strike told.
static void thin_places(const sm_story *story, place_list *places) {
  drop_chains(story, places);
  for (uint32_t i = 0; i < places->n; i++) {
    for (uint32_t k = i + 1; k < places->n;) {
      int level;
      bool nest = sm_places_nest(story, places->items[i], places->items[k], &level);
      bool together = !nest && told_together(story, places->items[i], places->items[k]);
      if (!nest && !together) {
        k++;
        continue;
      }
      if (nest && level > 0 && places->scores[k] > places->scores[i] - 3) { // i holds k: keep the finer
        places->items[i] = places->items[k];
        if (places->scores[k] > places->scores[i]) places->scores[i] = places->scores[k];
      }
      memmove(&places->items[k], &places->items[k + 1], (places->n - k - 1) * sizeof places->items[0]);
      memmove(&places->scores[k], &places->scores[k + 1], (places->n - k - 1) * sizeof places->scores[0]);
      places->n--;
    }
  }
  float best = -99;
  for (uint32_t i = 0; i < places->n; i++)
    if (places->scores[i] > best) best = places->scores[i];
  uint32_t n = 0;
  for (uint32_t i = 0; i < places->n; i++)
    if (places->scores[i] >= 0.9f && places->scores[i] > best - 2.2f) places->items[n] = places->items[i], places->scores[n++] = places->scores[i];
  if (n == 0 && places->n) { // the best that is left
    for (uint32_t i = 0; i < places->n; i++)
      if (places->scores[i] == best) places->items[0] = places->items[i], places->scores[0] = best;
    n = 1;
  }
  places->n = n;
}

/// Where the part of one place ends and that of the next begins: the last strong break between them.
static uint32_t break_between(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  uint32_t from = scan->mentions->items[a].last, to = scan->mentions->items[b].first;
  uint32_t best = to;
  int strength = 0;
  for (uint32_t k = from; k < to; k++) {
    int here = sm_is_sign(scan, k, ';') || sm_is_sign(scan, k, '_') ? 4
               : sm_is(scan, k, SM_W_WHILE) || sm_is(scan, k, SM_W_BUT)  || sm_is(scan, k, SM_W_AFTER) ? 3
               : sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_WHEN) || sm_is(scan, k, SM_W_AS) ? 2
               : sm_is_sign(scan, k, ',')                             ? 1
                                                                      : 0;
    if (here > strength) strength = here, best = k;
  }
  return best;
}

static bool is_list_gap(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  uint32_t from = scan->mentions->items[a].last, to = scan->mentions->items[b].first;
  for (uint32_t k = from; k < to; k++)
    if (!(sm_is_sign(scan, k, ',') || sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_OR) || sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_THE) || sm_is(scan, k, SM_W_AT) ||
          (scan->t[k].entry && scan->t[k].entry->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_ADJECTIVE) && !sm_has_cue(scan, k, SM_CUE_TRIGGER))))
      return false;
  return true;
}

// ---- attributes

static void add_figures(const sm_story *story, sm_hit *hit, bool shared) {
  for (uint32_t i = story->figure_at[hit->sentence]; i < story->figure_at[hit->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    bool inside = sm_between(f->cue, hit->first, hit->last);
    if (!inside || f->flags & SM_FIGURE_SUM || hit->n_figures >= SM_HIT_FIGURES) continue;
    if (shared && f->killed_low != 0 && f->injured_low != 0) continue; // of all places together: the first has it
    hit->figures[hit->n_figures++] = i;
  }
}

/// "drones destroyed", "destroyed two missiles": what flew was brought down, nothing was hit.
static bool is_downed(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  if (g->row->kind != SM_K_HARM || !g->verb) return false;
  uint32_t floor = scan->s[g->sentence].first, end = scan->s[g->sentence].last;
  for (uint32_t k = g->last; k < end && k < g->last + 4; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TARGET) || sm_is(scan, k, SM_W_BY) || sm_is(scan, k, SM_W_IN)) break;
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && w->flags & SM_ROW_UNIT) return !g->passive;
  }
  for (uint32_t k = g->first, steps = 0; k > floor && steps < 6; k--, steps++) {
    const sm_cue_row *w = sm_cue_at(scan, k - 1, SM_CUE_WEAPON, NULL);
    if (w) return (w->flags & SM_ROW_UNIT) && (steps == 0 || g->passive || (g->first > floor && sm_is(scan, g->first - 1, SM_W_AND)) || (scan->t[g->first - 1].entry && scan->t[g->first - 1].entry->word_bits & SM_WORD_ADVERB));
    if (scan->t[k - 1].flags & SM_TOKEN_PUNCT) return false;
  }
  return false;
}

static void read_triggers(const sm_story *story, const anchor_list *anchors, sm_hit *hit) {
  bool intercept = false, other = false;
  for (uint32_t i = 0; i < anchors->n && hit->n_triggers < SM_HIT_TRIGGERS; i++) {
    const sm_trigger *g = anchors->items[i];
    if (!sm_between(g->first, hit->first, hit->last)) continue;
    hit->triggers[hit->n_triggers++] = (uint32_t)(g - story->triggers.items);
    if (g->row->kind == SM_K_INTERCEPT || is_downed(story, g)) intercept = true;
    else if (!(g->row->kind == SM_K_LAUNCH || g->row->kind == SM_K_HARM) || (g->row->kind == SM_K_HARM && !g->verb)) other |= g->row->kind != SM_K_NOUN;
    if (g->row->strength > hit->strength) hit->strength = g->row->strength;
    if (hit->n_triggers == 1) hit->definite = g->definite, hit->plural = g->plural, hit->reality = g->reality;
    hit->another |= g->another;
  }
  hit->intercepted = intercept && !other;
  if (hit->consequence) hit->intercepted = false;
}

static bool add_hit(const sm_story *story, sm_hits *hits, size_t *cap, const sm_hit *hit) {
  sm_hit *items = sm_arena_grow(story->scan.arena, hits->items, hits->n, cap, sizeof *items);
  if (!items) return false;
  hits->items = items;
  items[hits->n++] = *hit;
  return true;
}

/// "its territory", "Iranian soil", "inside Iran": the country whose ground it is; "a border village".
static void read_unnamed_place(const sm_story *story, sm_hit *hit) {
  static uint64_t border, village, territory, soil;
  const sm_scan *scan = &story->scan;
  (void)border, (void)village, (void)territory, (void)soil;
  sm_str text = sm_span_text(scan, sm_tokens_span(scan, hit->first, hit->last));
  (void)text;
  for (uint32_t i = hit->first; i + 1 < hit->last; i++) {
    sm_str a = sm_span_text(scan, sm_tokens_span(scan, i, i + 1)), b = sm_span_text(scan, sm_tokens_span(scan, i + 1, i + 2));
    bool is_border = sm_str_equal(a, SM_STR("border")) || sm_str_equal(a, SM_STR("frontier"));
    bool is_village = sm_str_equal(b, SM_STR("village")) || sm_str_equal(b, SM_STR("town")) || sm_str_equal(b, SM_STR("area")) ||
                      sm_str_equal(b, SM_STR("region")) || sm_str_equal(b, SM_STR("villages")) || sm_str_equal(b, SM_STR("hamlet"));
    if (is_border && is_village) {
      hit->border_village = true;
      hit->where = sm_tokens_span(scan, i > hit->first && sm_is(scan, i - 1, SM_W_A) ? i - 1 : i, i + 2);
    }
    bool ground = sm_str_equal(b, SM_STR("territory")) || sm_str_equal(b, SM_STR("soil"));
    if (!ground) continue;
    uint32_t m = scan->mention_at[i];
    if (m && scan->mentions->items[m - 1].place) hit->territory = sm_gazetteer_brief(scan->reader->gazetteer, scan->mentions->items[m - 1].place).country;
    if (sm_is(scan, i, SM_W_ITS) || sm_is(scan, i, SM_W_THEIR))
      for (uint32_t p = story->party_at[hit->sentence]; p < story->party_at[hit->sentence + 1]; p++)
        if (story->parties.items[p].first < i && story->parties.items[p].state && story->parties.items[p].actor.iso3[0]) {
          hit->territory = sm_gazetteer_country(scan->reader->gazetteer, story->parties.items[p].actor.iso3);
          break;
        }
    if (hit->territory && sm_span_is_none(hit->where)) hit->where = sm_tokens_span(scan, i, i + 2);
  }
}

/// "the town", "there": the place told last.
static bool has_anaphor(const sm_story *story, const sm_hit *hit) {
  for (uint32_t i = hit->first; i < hit->last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_ANAPHOR) return true;
  }
  return false;
}

static void finish_hit(const sm_story *story, scene *sc, sm_hit *hit, bool shared) {
  hit->item = story->line[hit->sentence] == sc->item_line || (sc->head_place >= 0 && sc->head_line == story->line[hit->sentence]);
  sm_add_weapons(story, hit);
  add_figures(story, hit, shared);
  sm_add_attacker(story, hit);
  const sm_trigger *g = hit->n_triggers ? &story->triggers.items[hit->triggers[0]] : NULL;
  sm_find_target(story, g, hit->first, hit->last, hit);
  set_date(story, sc, hit);
  if (hit->place < 0) read_unnamed_place(story, hit);
  if (hit->place < 0 && sc->head_place >= 0 && !hit->border_village) {
    hit->place = sc->head_place;
    hit->place_inherited = sc->head_line != story->line[hit->sentence];
    hit->place_score = hit->place_inherited ? 1.2f : 2;
  }
  if (hit->place < 0 && !hit->border_village && sc->last_place >= 0 && has_anaphor(story, hit)) {
    hit->place = sc->last_place;
    hit->place_inherited = true;
    hit->place_score = 1.4f;
  }
  if (hit->place >= 0) sc->last_place = hit->place;
}

static sm_hit new_hit(uint32_t s, uint32_t first, uint32_t last) {
  return (sm_hit){.sentence = s, .first = first, .last = last, .place = -1, .when = -1, .start = SM_NO_DATE, .end = SM_NO_DATE, .group = -1};
}

/// "the tit-for-tat strikes", "attacks in Iran against its Guards": told in the plural, without a toll or day of its
/// own and without a place or a weapon.
static bool is_general(const sm_story *story, const sm_hit *hit, const content *c) {
  if (hit->n_triggers == 0 || hit->n_figures || hit->intercepted || c->figure || story->scan.ns < 8) return false;
  for (uint32_t i = 0; i < hit->n_triggers; i++) {
    const sm_trigger *g = &story->triggers.items[hit->triggers[i]];
    if (g->verb || !g->plural) return false;
  }
  bool day = hit->when >= 0 && !hit->date_inherited;
  bool place = hit->place >= 0 && !hit->place_inherited && hit->place_score >= 0.9f;
  return !place || (!day && !hit->weapons);
}

/// Where a sentence without places turns to the other side: "Islamabad said it hit ..., while Tehran said its ...".
static uint32_t turn_of(const sm_story *story, const content *c, const anchor_list *anchors) {
  for (uint32_t i = 0; i + 1 < anchors->n; i++)
    for (uint32_t k = anchors->items[i]->last; k < anchors->items[i + 1]->first; k++)
      if (sm_is(&story->scan, k, SM_W_WHILE) || sm_is_sign(&story->scan, k, ';')) return k;
  return c->last;
}

/// One hit for each struck place of the sentence, or one without a place.
static bool part_sentence(const sm_story *story, scene *sc, uint32_t s, const content *c, const anchor_list *anchors, const place_list *places,
                          sm_hits *hits, size_t *cap) {
  uint32_t n = places->n ? places->n : 1, start = c->first;
  uint32_t turn = places->n ? c->last : turn_of(story, c, anchors);
  if (turn < c->last) {
    sm_hit first = new_hit(s, c->first, turn);
    read_triggers(story, anchors, &first);
    first.turned = true;
    finish_hit(story, sc, &first, false);
    if (!add_hit(story, hits, cap, &first)) return false;
    keep_date(sc, &first);
    start = turn;
    sc->n_hits++;
  }
  for (uint32_t i = 0; i < n; i++) {
    sm_hit hit = new_hit(s, start, c->last);
    hit.turned = turn < c->last;
    uint32_t run = i;
    while (run + 1 < n && is_list_gap(story, places->items[run], places->items[run + 1])) run++;
    if (run + 1 < n) hit.last = break_between(story, places->items[run], places->items[run + 1]);
    for (uint32_t k = i; k <= run; k++) {
      sm_hit one = hit;
      if (places->n) one.place = (int)places->items[k], one.place_score = places->scores[k];
      one.list_place = run > i;
      read_triggers(story, anchors, &one);
      one.consequence = one.n_triggers == 0;
      finish_hit(story, sc, &one, k > i);
      if (is_general(story, &one, c)) {
        hits->general_weapons |= one.weapons;
        continue;
      }
      const sm_hit *before = hits->n ? &hits->items[hits->n - 1] : NULL; // "strikes on Syria, and Iraq, where it struck"
      if (before && before->sentence == s && !one.attacker.name.len && one.attacker_score == 0 && before->attacker.name.len && start > c->first)
        one.attacker = before->attacker, one.attacker_score = 1;
      if (n > 1 && run == i && !one.n_triggers && !one.n_figures && !one.weapons) continue;
      if (k > i) one.definite = false;
      if (!add_hit(story, hits, cap, &one)) return false;
      keep_date(sc, &one);
    }
    start = hit.last;
    i = run;
  }
  sc->last_hit_sentence = s;
  sc->n_hits += n;
  return true;
}

/// A sentence that tells only who was hurt, or only what flew, in a report of strikes.
static bool is_elliptic(const sm_story *story, const scene *sc, uint32_t s, const content *c) {
  bool bad = false;
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind == SM_K_KILL) continue;
    bad |= g->reality != SM_REAL || g->row->kind == SM_K_GROUND;
  }
  for (uint32_t i = c->first; i < c->last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    bad |= mode && (mode->kind == SM_K_MEMORY || mode->kind == SM_K_FICTION);
  }
  if (bad || c->gun) return false;
  bool item = story->scan.s[s].flags & (SM_SENTENCE_ITEM | SM_SENTENCE_HEADING);
  if (c->figure && (sc->n_hits || sc->coming)) {
    for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++)
      if (!(story->figures.items[i].flags & (SM_FIGURE_SUM | SM_FIGURE_PART))) return true;
    return false;
  }
  if (c->munition && c->weapons && c->place && sc->coming) return true;
  bool headed = sc->head_place >= 0 && sc->head_line == story->line[s];
  if (headed && (c->munition || c->carrier) && (sc->n_hits || sc->coming || c->figure || item)) return true;
  return c->munition && c->weapons && (c->place || sc->head_place >= 0) && (item || sc->head_place >= 0) && c->figure;
}

/// "since the war began", "so far this year": the figures of such a sentence are no strike's.
static void mark_sums(const sm_story *story, uint32_t s) {
  const sm_scan *scan = &story->scan;
  if (!(scan->sentence_mask[s] & (1u << SM_CUE_MODE)) || story->figure_at[s] == story->figure_at[s + 1]) return;
  bool sum = false;
  for (uint32_t i = scan->s[s].first; i < scan->s[s].last && !sum; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    const sm_cue_row *time = i + 1 < scan->s[s].last ? sm_cue_at(scan, i + 1, SM_CUE_TIME, NULL) : NULL;
    sum = mode && mode->kind == SM_K_SUM && !(time && (time->kind == SM_K_PART || time->kind == SM_K_DAY)); // not "since dawn" 
  }
  if (!sum) return;
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) story->figures.items[i].flags |= SM_FIGURE_SUM;
}

/// Does one of the next two sentences of the paragraph hold a trigger that counts by itself?
static bool is_coming(const sm_story *story, uint32_t s) {
  for (uint32_t k = s + 1; k < story->scan.ns && k <= s + 2 && story->scan.s[k].paragraph == story->scan.s[s].paragraph; k++) {
    if (!(story->scan.sentence_mask[k] & (1u << SM_CUE_TRIGGER))) continue;
    content c = content_of(story, k);
    anchor_list anchors;
    find_anchors(story, &c, k, false, 0, &anchors);
    if (anchors.n) return true;
  }
  return false;
}

/// A missile, drone or bomb is named in this sentence or the one before.
static bool munition_told(const sm_story *story, uint32_t s) {
  for (uint32_t k = s > 0 ? s - 1 : 0; k <= s; k++) {
    content c = content_of(story, k);
    if (c.munition && c.weapons) return true;
  }
  return false;
}

/// "4-6 killed and 4 injured. Danda Darpakhel.": a note that tells a toll alone, in a report where nothing else does.
static bool is_bare_toll(const sm_story *story, uint32_t s, const content *c) {
  const sm_scan *scan = &story->scan;
  if (!c->figure || c->gun || c->ground || scan->ns > 4) return false;
  for (uint32_t i = c->first; i < c->last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_ACCIDENT || mode->kind == SM_K_IDIOM || mode->kind == SM_K_MEMORY)) return false;
  }
  for (uint32_t i = story->figure_at[s]; i < story->figure_at[s + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    const sm_cue_row *row = sm_cue_at(scan, f->cue, SM_CUE_CASUALTY, NULL);
    if (f->killed_high > 0 && !(f->flags & SM_FIGURE_SUM) && row && row->form == SM_F_PAST) return true;
  }
  return false;
}

static sm_status find_bare_tolls(const sm_story *story, scene *sc, sm_hits *out, size_t *cap, sm_error *err) {
  for (uint32_t s = 0; s < story->scan.ns && out->n == 0; s++) {
    content c = content_of(story, s);
    anchor_list none = {.n = 0};
    place_list places;
    if (!is_bare_toll(story, s, &c)) continue;
    find_places(story, sc, &c, s, &none, &places);
    thin_places(story, &places);
    if (!part_sentence(story, sc, s, &c, &none, &places, out, cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return SM_OK;
}

/// Labour, sport and weather share their words with war; without a weapon such a report tells of no strike.
static bool is_other_topic(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  uint32_t other = 0, arms = 0;
  for (uint32_t i = 0; i < scan->n_cues; i++) {
    const sm_cue *c = &scan->cues[i];
    const sm_kind kind = (sm_kind)c->row->kind;
    if (c->cls == SM_CUE_MODE && (kind == SM_K_LABOUR || kind == SM_K_SPORT || kind == SM_K_ACCIDENT || kind == SM_K_IDIOM)) other++;
    if (c->cls == SM_CUE_WEAPON && kind != SM_K_GUN && kind != SM_K_WEAKCARRIER && kind != SM_K_DEVICE && kind != SM_K_SHIP) arms++;
    if (c->cls == SM_CUE_TRIGGER && c->row->strength >= 3 && c->row->form == SM_F_NOUN) arms++;
  }
  return other >= 2 && arms * 2 <= other;
}

sm_status sm_find_hits(const sm_story *story, unsigned with, sm_hits *out, sm_error *err) {
  const sm_scan *scan = &story->scan;
  const uint32_t wanted = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON;
  scene sc = {.start = SM_NO_DATE, .end = SM_NO_DATE, .head_place = -1, .last_place = -1};
  size_t cap = 0;
  *out = (sm_hits){0};
  if (is_other_topic(story)) return SM_OK;
  for (uint32_t s = 0; s < scan->ns; s++) {
    read_head(story, &sc, s);
    if (!(scan->sentence_mask[s] & wanted)) {
      scene_date(story, &sc, s);
      continue;
    }
    mark_sums(story, s);
    content c = content_of(story, s);
    anchor_list anchors;
    find_anchors(story, &c, s, is_open(story, &sc, s), with, &anchors);
    sc.coming = anchors.n == 0 && !sc.n_hits && (c.figure || c.munition) && (is_coming(story, s) || (s < 4 && munition_told(story, s)));
    if (anchors.n == 0 && !is_elliptic(story, &sc, s, &c)) {
      scene_date(story, &sc, s);
      continue;
    }
    place_list places;
    find_places(story, &sc, &c, s, &anchors, &places);
    thin_places(story, &places);
    if (!part_sentence(story, &sc, s, &c, &anchors, &places, out, &cap)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return out->n ? SM_OK : find_bare_tolls(story, &sc, out, &cap, err);
}
