// Which tellings are of the same strike: places, days, sides, weapons, tolls and the words "the" and "another".
#include "boundary.h"
#include "story.h"

/// What a strike's tellings so far say together.
typedef struct group {
  int place;
  bool place_inherited;
  bool plural;
  sm_date start, end;
  bool date_inherited;
  sm_actor attacker;
  uint32_t weapons;
  int killed_low, killed_high;
  int injured_high;
  uint32_t last_sentence, last_paragraph, last_line, first_hit;
  bool item;
  sm_place_ref territory;
  uint32_t n_hits;
  bool intercepted;
} group;

static void toll_of(const sm_story *story, const sm_hit *hit, int *low, int *high, int *injured) {
  *low = *high = *injured = SM_UNKNOWN_NUMBER;
  for (uint32_t i = 0; i < hit->n_figures; i++) {
    const sm_figure *f = &story->figures.items[hit->figures[i]];
    if (f->flags & SM_FIGURE_PART) continue;
    if (f->killed_low >= 0 && (*low < 0 || f->killed_low < *low)) *low = f->killed_low;
    if (f->killed_high > *high) *high = f->killed_high;
    if (f->injured_high > *injured) *injured = f->injured_high;
  }
}

/// Kilometres between two mentions, or a large number.
static double distance_km(const sm_story *story, int a, int b) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  if (!x->place || !y->place) return 1e9;
  return sm_sphere_distance(x->lon, x->lat, y->lon, y->lat) / 1000;
}

static float place_points(const sm_story *story, const sm_hit *h, const group *g, int low, int high) {
  if (h->place < 0 || g->place < 0) return h->definite ? 0.6f : 0;
  int level;
  if (!sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->place, &level)) {
    if (h->place_inherited) return -1;
    return distance_km(story, h->place, g->place) < 6 ? 0.6f : -6;
  }
  if (level == 0) return h->place_inherited ? 2 : 3;
  bool both = high >= 0 && g->killed_high >= 0;
  if (both && high != g->killed_high && low != g->killed_low) return -3;
  if ((level > 0 && h->plural) || (level < 0 && g->plural)) return both ? 0.8f : -0.5f;
  return 1.0f;
}

static float day_points(const sm_hit *h, const group *g) {
  if (h->start == SM_NO_DATE || g->start == SM_NO_DATE) return 0;
  bool meet = h->start <= g->end && g->start <= h->end;
  bool sure = !h->date_inherited && !g->date_inherited;
  if (meet) return sure ? (h->start == g->start && h->end == g->end ? 1.2f : 0.5f) : 0.4f;
  int gap = h->start > g->end ? h->start - g->end : g->start - h->end;
  if (sure) return gap <= 0 ? 0 : -4.5f;
  return gap > 1 ? -2.5f : -1.2f;
}

static bool opposed(const sm_actor *a, const sm_actor *b) {
  if (!a->name.len || !b->name.len || sm_same_side(a, b)) return false;
  return true;
}

static float side_points(const sm_hit *h, const group *g) {
  if (!h->attacker.name.len || !g->attacker.name.len) return 0;
  if (!opposed(&h->attacker, &g->attacker)) return 0.8f;
  if (h->attacker.iso3[0] && strcmp(h->attacker.iso3, g->attacker.iso3) == 0) return 0.2f;
  return h->attacker_score >= 3 ? -3.5f : -1.5f;
}

static float weapon_points(const sm_hit *h, const group *g) {
  if (!h->weapons || !g->weapons) return 0;
  if (h->weapons & g->weapons) return 0.6f;
  const uint32_t flying = SM_WEAPON_MISSILE | SM_WEAPON_BALLISTIC_MISSILE | SM_WEAPON_CRUISE_MISSILE | SM_WEAPON_ROCKET | SM_WEAPON_DRONE |
                          SM_WEAPON_AIRSTRIKE | SM_WEAPON_BOMB | SM_WEAPON_GLIDE_BOMB;
  const uint32_t planted = SM_WEAPON_BOMB | SM_WEAPON_CAR_BOMB | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_IED;
  const uint32_t tubes = SM_WEAPON_ARTILLERY | SM_WEAPON_MORTAR | SM_WEAPON_ROCKET;
  if ((!(h->weapons & ~flying) && !(g->weapons & ~flying)) || (!(h->weapons & ~planted) && !(g->weapons & ~planted)) ||
      (!(h->weapons & ~tubes) && !(g->weapons & ~tubes)))
    return 0;
  return -1.2f;
}

static float toll_points(const group *g, int low, int high) {
  if (high < 0 || g->killed_high < 0) return 0;
  if (high == g->killed_high || low == g->killed_low) return high > 0 ? 1.2f : 0.3f;
  return 0;
}

static float nearness(const sm_story *story, const sm_hit *h, const group *g) {
  uint32_t paragraph = story->scan.s[h->sentence].paragraph;
  if (h->item || g->item) {
    if (story->line[h->sentence] != g->last_line) return -2.6f;
    return h->sentence == g->last_sentence && h->n_triggers ? 0 : 1.6f;
  }
  if (h->sentence == g->last_sentence) return h->n_triggers ? -0.6f : 0.8f;
  if (paragraph == g->last_paragraph) return 0.9f;
  uint32_t gap = paragraph - g->last_paragraph;
  return gap == 1 ? 0.3f : gap < 4 ? -0.1f : -0.4f;
}

static float same_strike(const sm_story *story, const sm_hit *h, const group *g, bool latest, bool main) {
  int low, high, injured;
  toll_of(story, h, &low, &high, &injured);
  float score = place_points(story, h, g, low, high) + day_points(h, g) + side_points(h, g) + weapon_points(h, g) + toll_points(g, low, high) +
                nearness(story, h, g);
  if (h->definite) score += 1.2f;
  if (h->place < 0 && h->start == SM_NO_DATE) score += 0.6f;
  if (g->territory && h->place < 0 && h->attacker.iso3[0] && sm_gazetteer_country(story->scan.reader->gazetteer, h->attacker.iso3) != g->territory && !g->attacker.name.len)
    score += 0.8f;
  if (h->another) score -= 2.5f;
  if (h->consequence && (h->place < 0 || h->place_inherited)) score += 1.2f;
  if (latest) score += 0.4f;
  if (main && h->definite) score += 0.4f;
  if (h->list_place && h->place >= 0 && g->last_sentence == h->sentence) score -= 3;
  if (h->intercepted != g->intercepted && (h->place >= 0 && !h->place_inherited)) score -= 0.8f;
  return score;
}

static void join(const sm_story *story, group *g, const sm_hit *h) {
  int low, high, injured, level = 0;
  toll_of(story, h, &low, &high, &injured);
  if (h->place >= 0 && (g->place < 0 || (g->place_inherited && !h->place_inherited))) g->place = h->place, g->place_inherited = h->place_inherited;
  else if (h->place >= 0 && sm_places_nest(story, (uint32_t)h->place, (uint32_t)g->place, &level) && level < 0 && !h->place_inherited) g->place = h->place;
  if (g->start == SM_NO_DATE || (g->date_inherited && !h->date_inherited && h->start != SM_NO_DATE))
    g->start = h->start, g->end = h->end, g->date_inherited = h->date_inherited;
  else if (!h->date_inherited && h->start != SM_NO_DATE && h->end - h->start < g->end - g->start && h->start >= g->start && h->end <= g->end)
    g->start = h->start, g->end = h->end;
  if (!g->attacker.name.len) g->attacker = h->attacker;
  g->weapons |= h->weapons;
  if (low >= 0 && (g->killed_low < 0 || low < g->killed_low)) g->killed_low = low;
  if (high > g->killed_high) g->killed_high = high;
  if (injured > g->injured_high) g->injured_high = injured;
  g->last_sentence = h->sentence;
  g->last_line = story->line[h->sentence];
  g->item |= h->item;
  g->last_paragraph = story->scan.s[h->sentence].paragraph;
  g->plural |= h->plural;
  g->intercepted &= h->intercepted;
  if (h->territory) g->territory = h->territory;
  g->n_hits++;
}

static group new_group(uint32_t first) {
  return (group){.place = -1, .start = SM_NO_DATE, .end = SM_NO_DATE, .killed_low = -1, .killed_high = -1, .injured_high = -1,
                 .first_hit = first, .intercepted = true};
}

/// Threshold by what the telling brings of its own: with a place of its own it needs a reason to join, without one
/// a reason to stand alone. Set on reading_a, c and d.
static float threshold(const sm_hit *h) {
  if (h->place >= 0 && !h->place_inherited) return 1.3f;
  if (h->consequence) return -0.6f;
  return h->definite ? -1.0f : 0.2f;
}

uint32_t sm_merge_hits(const sm_story *story, sm_hits *hits) {
  group *groups = sm_arena_calloc(story->scan.arena, hits->n + 1, sizeof *groups);
  uint32_t n = 0;
  if (!groups) return 0;
  for (uint32_t i = 0; i < hits->n; i++) {
    sm_hit *h = &hits->items[i];
    int best = -1;
    float best_score = threshold(h);
    for (uint32_t k = n > 40 ? n - 40 : 0; k < n; k++) {
      float score = same_strike(story, h, &groups[k], k + 1 == n, k == 0);
      if (score > best_score) best_score = score, best = (int)k;
    }
    if (best < 0) {
      groups[n] = new_group(i);
      best = (int)n++;
    }
    h->group = best;
    join(story, &groups[best], h);
  }
  return n;
}
