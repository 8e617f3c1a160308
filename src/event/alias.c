// Names that a report gives to parties by itself: short ones in brackets, those of unlisted groups, whom it calls the enemy, by what term others know a group.
#include "alias.h"

#include "outfit.h"

bool sm_is_acronym(const sm_scan *scan, uint32_t i) {
  enum { LONGEST = 6 };
  if (scan->t[i].flags & SM_TOKEN_UPPER) return true;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, i, i + 1));
  uint32_t capitals = 0;
  for (size_t k = 0; k < word.len && word.len <= LONGEST; k++) capitals += word.ptr[k] >= 'A' && word.ptr[k] <= 'Z';
  return capitals > 1;
}

void sm_read_short_name(const sm_scan *scan, const sm_party *p, sm_aliases *names) {
  const uint32_t i = p->last;
  if (!p->actor.name.len || (p->actor.type == 1 && !p->force) || i + 2 >= scan->n || names->n == sizeof names->items / sizeof *names->items) return;
  if (!sm_is_sign(scan, i, '(') || !sm_is_acronym(scan, i + 1) || !sm_is_sign(scan, i + 2, ')')) return;
  names->items[names->n].name = sm_span_text(scan, sm_tokens_span(scan, i + 1, i + 2));
  names->items[names->n++].actor = p->actor;
}

uint32_t sm_alias_end(const sm_scan *scan, uint32_t i, sm_str name) {
  uint32_t last = i + 1;
  while (last < scan->n && scan->t[last].sentence == scan->t[i].sentence && scan->t[last - 1].end < scan->t[i].begin + name.len) last++;
  return sm_str_equal(sm_span_text(scan, sm_tokens_span(scan, i, last)), name) ? last : 0;
}

static bool is_known(const sm_scan *scan, uint32_t i, const sm_aliases *names) {
  uint32_t k = 0;
  while (k < names->n && !sm_alias_end(scan, i, names->items[k].name)) k++;
  return k < names->n;
}

void sm_read_culprits(const sm_scan *scan, sm_aliases *names) {
  enum { POLITICAL_MILITIA = 3 };
  for (uint32_t i = 0, last; i < scan->n && names->n < sizeof names->items / sizeof *names->items; i++) {
    if (!(scan->t[i].flags & SM_TOKEN_CAPITAL) || sm_has_cue(scan, i, SM_CUE_ACTOR) || is_known(scan, i, names) || !sm_find_culprit(scan, i, &last)) continue;
    names->items[names->n].name = sm_span_text(scan, sm_tokens_span(scan, i, last));
    names->items[names->n].actor = (sm_actor){.name = names->items[names->n].name, .type = POLITICAL_MILITIA};
    names->n++;
    i = last - 1;
  }
}

void sm_name_enemy(const sm_scan *scan, sm_parties *all) {
  const sm_party *enemy = NULL;
  for (uint32_t i = 0; i < all->n; i++) {
    const sm_party *p = &all->items[i], *next = i + 1 < all->n && all->items[i + 1].first == p->last ? p + 1 : NULL;
    if (p->role != SM_ROLE_DEMONYM || !p->state || !(sm_is_foe(scan, p) || (next && !next->named && sm_is_foe(scan, next)))) continue;
    if (enemy && !sm_same_side(&enemy->actor, &p->actor)) return;
    enemy = p;
  }
  for (uint32_t i = 0; enemy && i < all->n; i++) {
    sm_party *p = &all->items[i];
    if (p->named || p->actor.name.len || !sm_is_foe(scan, p)) continue;
    p->actor = enemy->actor;
    p->named = p->state = true;
  }
}

void sm_name_by_term(const sm_scan *scan, sm_parties *all) {
  enum { REACH = 4 };
  static const char *const terms[] = {"term", "name", "word", "phrase", "label", "shorthand", "epithet"};
  for (uint32_t i = 1; i < all->n; i++) {
    const sm_party *p = &all->items[i];
    bool term = false, over = false;
    if (p->state || !p->named) continue;
    for (uint32_t k = p->first; k > scan->s[p->sentence].first && p->first - k <= REACH && !term; k--) {
      term = over && SM_IS_ONE_OF(scan, k - 1, terms);
      over |= sm_is(scan, k - 1, SM_W_FOR);
    }
    for (uint32_t k = i; term && k > 0 && all->items[k - 1].sentence == p->sentence; k--) {
      sm_party *other = &all->items[k - 1];
      if (other->state || (!other->words.len && !other->force)) continue;
      other->actor = p->actor;
      other->named = true;
      other->words = (sm_str){NULL, 0};
      break;
    }
  }
}
