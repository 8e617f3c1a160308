// Who the people of a toll were: the children and civilians among them.
#include "crowd.h"

/// "killed six and wounded several others, including a child": the part is of the wounded.
static bool hurt_between(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = first; k < last; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row && row->kind == SM_K_INJURED) return true;
  }
  return false;
}

/// "One was killed and six, among them a child, were hurt": the child is one of the six.
static bool is_of_hurt(const sm_scan *scan, const sm_crowd *all, int part, const sm_figure *f) {
  enum { NEAR = 6 };
  int whole = part - 1;
  while (whole >= 0 && all->items[whole].part) whole--;
  const uint32_t last = all->items[part].last + (all->items[part].predicate ? 2 : 0); // "three of whom are children"
  return whole >= 0 && all->items[whole].first > f->cue && all->items[whole].first >= f->last &&
         hurt_between(scan, last, last + NEAR < all->last ? last + NEAR : all->last);
}

/// "nine people, including four children": parts tell children and civilians of the figure before.
static void read_parts(const sm_scan *scan, const sm_crowd *all, sm_figure *f) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (!p->part || p->low < 0 || f->killed_high < 0 || p->first < f->first || p->low > f->killed_high ||
        hurt_between(scan, f->cue, p->first) || is_of_hurt(scan, all, k, f))
      continue;
    if (p->victims & SM_VICTIM_CHILDREN && f->children < 0) f->children = p->children ? p->children : p->low;
    if (p->civilians && f->civilians < 0 && !(f->victims & SM_VICTIM_CIVILIANS)) f->civilians = p->civilians;
  }
}

/// "Five were killed: two women and three children": those after the colon are the five.
static void read_breakdown(const sm_scan *scan, const sm_crowd *all, sm_figure *f) {
  if (f->killed_low < 2 || f->children >= 0) return;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (p->first <= f->cue || p->part || p->first == f->first) continue; // past "killed 17 civilians"
    bool opens = sm_is_sign(scan, p->first - 1, ':') || sm_is_dash(scan, p->first - 1) || sm_is_sign(scan, p->first - 1, '(');
    if (opens && p->low == f->killed_low && p->children > 0 && !sm_has_cue(scan, p->last, SM_CUE_CASUALTY))
      f->children = p->children;
    if (p->low > 0 || opens) return;
  }
}

/// "Twelve were killed, all children", "12 people, half of them children": so many; SM_UNKNOWN_NUMBER none said.
static int share_of_children(const sm_scan *scan, const sm_figure *f, uint32_t from) {
  static const char *const all[] = {"all"}, *const half[] = {"half"};
  enum { REACH = 12 };
  uint32_t k = from;
  while (k < scan->n && k < from + REACH && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, '.') && !sm_is_dash(scan, k) && !sm_has_cue(scan, k, SM_CUE_CASUALTY)) k++;
  if (sm_is_sign(scan, k, ',') || sm_is_dash(scan, k)) k++;
  else k = from;
  const bool halved = SM_IS_ONE_OF(scan, k, half) && f->killed_high % 2 == 0;
  if (!halved && !SM_IS_ONE_OF(scan, k, all)) return SM_UNKNOWN_NUMBER;
  k += sm_is(scan, k + 1, SM_W_OF) && sm_is(scan, k + 2, SM_W_THEM) ? 3 : 1;
  const sm_cue_row *noun = sm_cue_at(scan, k, SM_CUE_VICTIM, NULL);
  if (!noun || !(noun->victims & SM_VICTIM_CHILDREN)) return SM_UNKNOWN_NUMBER;
  return halved ? f->killed_high / 2 : f->killed_high;
}

/// "Among the five dead were two children", "Two children are among the 18 dead"
static bool is_among_counted(const sm_scan *scan, const sm_people *p, const sm_figure *f) {
  const uint32_t the = f->first > 0 && sm_is(scan, f->first - 1, SM_W_THE) ? f->first - 1 : f->first;
  if (the < 1 || f->cue < f->first || !sm_is(scan, the - 1, SM_W_AMONG)) return false;
  if (p->last + 2 == the) return sm_is_be(scan, p->last);
  enum { REACH = 16 };
  if (p->first <= f->cue + 1 || !sm_is_be(scan, p->first - 1)) return false;
  for (uint32_t k = f->cue + 1; k + 1 < p->first; k++) // "Among the 34 dead of the strike on A were 11 minors"
    if (sm_is_punct(scan, k) || sm_is_be(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY)) return false;
  return p->first < f->cue + REACH;
}

/// Who of a figure were children, where they are no part of it by a word of their own.
static void read_children(const sm_scan *scan, const sm_crowd *all, sm_figure *f) {
  if (f->killed_low <= 0 || f->children >= 0) return;
  f->children = share_of_children(scan, f, f->last > f->cue ? f->last : f->cue + 1);
  if (f->children < 0 && f->last < f->cue && sm_is_sign(scan, f->last, ',')) f->children = share_of_children(scan, f, f->last); // "18 people, half of them children, were killed"
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    const bool told = p->predicate && !p->of_toll && !p->has_noun && p->first > f->cue && !hurt_between(scan, f->cue, p->first) && !(p->part && is_of_hurt(scan, all, k, f)); // "killed nine; seven were under 18"
    if (p->children > 0 && p->low <= f->killed_high && (told || is_among_counted(scan, p, f))) f->children = p->children;
  }
}

void sm_read_toll_parts(const sm_scan *scan, const sm_crowd *all, sm_figure *f) {
  read_parts(scan, all, f);
  read_breakdown(scan, all, f);
  read_children(scan, all, f);
}

static bool brings(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"bringing", "brings", "brought", "bring", "taking", "takes", "took", "raising", "raises", "raised", "pushing", "pushed", "lifting", "lifted"};
  return SM_IS_ONE_OF(scan, i, words);
}

bool sm_are_brought_to(const sm_scan *scan, uint32_t cue, uint32_t last, uint32_t floor) {
  return cue > floor + 1 && sm_is(scan, cue - 1, SM_W_THE) && brings(scan, cue - 2) && sm_is(scan, last, SM_W_TO);
}

bool sm_read_brought_to(const sm_scan *scan, uint32_t cue, uint32_t floor, sm_figure *f, sm_kind kind) {
  enum { REACH = 8 };
  static const char *const counts[] = {"number", "toll", "count", "tally", "total"};
  int value;
  uint32_t last;
  for (uint32_t k = cue + 1; k > floor + 3 && k + REACH > cue && !sm_is_punct(scan, k - 1); k--) {
    if (!SM_IS_ONE_OF(scan, k - 1, counts) || !sm_is(scan, k - 2, SM_W_THE)) continue;
    for (uint32_t to = k - 3; to > floor && k - to < REACH; to--) {
      if (!sm_is(scan, to, SM_W_TO) || !brings(scan, to - 1)) continue;
      if (!sm_read_number(scan, to + 1, &value, &last) || last != k - 2 || value < 1) return false;
      f->first = to + 1, f->last = last;
      if (kind == SM_K_KILLED) f->killed_low = f->killed_high = value;
      if (kind == SM_K_INJURED) f->injured_low = f->injured_high = value;
      f->flags |= SM_FIGURE_TOLL;
      return true;
    }
  }
  return false;
}

sm_figure sm_counted_once(const sm_scan *scan, const sm_figure *vague) {
  sm_figure f = *vague;
  if (f.killed_low >= 0 || f.injured_low >= 0) return f;
  const sm_cue_row *row = sm_cue_at(scan, vague->cue, SM_CUE_CASUALTY, NULL);
  if (row && row->kind == SM_K_KILLED) f.killed_low = f.killed_high = 1;
  if (row && row->kind == SM_K_INJURED) f.injured_low = f.injured_high = 1;
  return f;
}
