// What happened to how many: the figures of a report, sentence by sentence.
#include "crowd.h"

#include <stdlib.h>

static bool is_joined(const sm_scan *scan, uint32_t last) {
  return (sm_is(scan, last, SM_W_OR) || sm_is(scan, last, SM_W_AND) || sm_is_sign(scan, last, ',')) &&
         sm_has_cue(scan, last + 1, SM_CUE_CASUALTY);
}

/// "five people were" before "killed": how many.
static bool counts_before(const sm_scan *scan, const sm_crowd *all, uint32_t i) {
  while (i > all->first + 1 && sm_is_be(scan, i - 1)) i--;
  if (i > all->first + 1 && sm_is_have(scan, i - 1)) i--;
  return sm_number_ends_at(all, i);
}

/// "killed or wounded 5", "5 dead and wounded", "12 killed, injured in Kabul": told as one they are neither's toll. The second
/// word is passed over, too.
static bool is_double(const sm_scan *scan, const sm_crowd *all, uint32_t i, uint32_t *last) {
  if (!is_joined(scan, *last)) return false;
  uint32_t end;
  const sm_cue_row *first = sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL),
                   *second = sm_cue_at(scan, *last + 1, SM_CUE_CASUALTY, &end);
  if (second->kind == SM_K_BOTH || first->kind == second->kind || second->form == SM_F_INTR) return false; // "was wounded and died"
  const bool either = sm_is(scan, *last, SM_W_OR), before = counts_before(scan, all, i),
             after = sm_object_after(scan, all, end) >= 0;
  if (sm_is_sign(scan, *last, ',') && (!before || after || !(end >= all->last || sm_is_preposition(scan, end)))) return false;
  if (!either && before && after) return false; // "5 killed and wounded 7"
  *last = end;
  return either || before || after;
}

static sm_status add_figure(const sm_scan *scan, sm_figures *out, size_t *cap, sm_figure f) {
  if (out->n && !(f.flags & SM_FIGURE_ZERO)) { // one phrase tells one toll
    const sm_figure *old = &out->items[out->n - 1];
    bool same_kind = (old->killed_low >= 0) == (f.killed_low >= 0);
    if (old->first == f.first && old->sentence == f.sentence && same_kind) return SM_OK;
  }
  sm_figure *items = sm_arena_grow(scan->arena, out->items, out->n, cap, sizeof *items);
  if (!items) return SM_ERROR_MEMORY;
  out->items = items;
  items[out->n++] = f;
  return SM_OK;
}

/// The figure that a sentence goes on from with "of them", "among them": the last of the one before.
static const sm_figure *figure_gone_on(const sm_scan *scan, uint32_t sentence, const sm_figures *out) {
  const sm_figure *f = out->n ? &out->items[out->n - 1] : NULL;
  if (!f || f->sentence + 1 != sentence || scan->s[f->sentence].paragraph != scan->s[sentence].paragraph)
    return NULL;
  return f;
}

/// "It", "The figure" at the head of a sentence: how many tokens name the count told before.
static uint32_t names_count(const sm_scan *scan, uint32_t first) {
  static const char *const counts[] = {"figure", "number", "count", "tally", "total"};
  return sm_is(scan, first, SM_W_IT) ? 1 : SM_IS_ONE_OF(scan, first + 1, counts) ? 2 : 0;
}

/// "Two of them were children", "Among them were a mother and her baby": of the dead told last.
static bool is_of_those_told(const sm_scan *scan, const sm_crowd *all, const sm_people *p, const sm_figures *out) {
  const uint32_t first = all->first;
  const sm_figure *f = figure_gone_on(scan, scan->t[first].sentence, out);
  if (!f || p->low <= 0 || f->killed_low < p->low || p->children <= 0) return false;
  const bool among = sm_is(scan, first, SM_W_AMONG) && sm_is(scan, first + 1, SM_W_THEM) &&
                     sm_is_be(scan, first + 2) && p->first == first + 3;
  return among || (p->predicate && !p->of_toll);
}

/// "The number includes six children": of the dead told last.
static bool is_included(const sm_scan *scan, const sm_crowd *all, const sm_people *p, const sm_figures *out) {
  static const char *const includes[] = {"includes", "included", "include"};
  const sm_figure *f = figure_gone_on(scan, scan->t[all->first].sentence, out);
  const uint32_t k = all->first + names_count(scan, all->first);
  return f && f->killed_low >= p->low && k > all->first && p->children > 0 && SM_IS_ONE_OF(scan, k, includes) && p->first == k + 1;
}

/// "the dead", "those killed", "12" of so many told, "them" after the dead: the end of such words, or the token itself.
static uint32_t skip_the_dead(const sm_scan *scan, uint32_t i, const sm_figure *before) {
  static const char *const those[] = {"those"}, *const dead[] = {"victims", "deceased"};
  int value;
  uint32_t last, k = sm_is(scan, i, SM_W_THE) || SM_IS_ONE_OF(scan, i, those) ? i + 1 : i;
  if (k >= scan->n) return i;
  if (sm_is(scan, k, SM_W_THEM)) return before && before->killed_low > 0 ? k + 1 : i;
  if (sm_read_number(scan, k, &value, &last)) {
    if (before && value > 0 && value == before->killed_high) return last;
    k = last;
  }
  const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, &last);
  const bool killed = row && row->kind == SM_K_KILLED && (row->form == SM_F_STATE || row->form == SM_F_PAST || row->form == SM_F_NOUN);
  return killed ? last : SM_IS_ONE_OF(scan, k, dead) ? k + 1 : i;
}

/// "Five children were among the dead", "the names of the dead, among them six children": a part of those whom another figure counts.
static bool is_of_the_dead(const sm_scan *scan, const sm_crowd *all, const sm_people *p, const sm_figures *out) {
  if (p->children <= 0 || p->low <= 0) return false;
  const sm_figure *before = NULL;
  for (uint32_t i = out->n; i > 0 && !before && out->items[i - 1].sentence + 1 >= scan->t[p->first].sentence; i--)
    if (out->items[i - 1].first < p->first) before = &out->items[i - 1]; // "15 others, three children among them, were hurt": no dead
  const uint32_t among = sm_is_be(scan, p->last) ? p->last + 1 : p->last;
  int all_told;
  if (sm_is(scan, among, SM_W_AMONG) && sm_is(scan, among + 1, SM_W_THE) && sm_read_number(scan, among + 2, &all_told, &(uint32_t){0}))
    for (uint32_t i = out->n; i > 0 && out->items[i - 1].sentence + 3 >= scan->t[p->first].sentence; i--)
      if (out->items[i - 1].killed_high == all_told) before = &out->items[i - 1]; // "12 civilians lost their lives. ... Three children are among the 12"
  if (sm_is(scan, among, SM_W_AMONG)) return skip_the_dead(scan, among + 1, before) > among + 1;
  enum { REACH = 6 };
  if (p->first <= all->first) return false;
  uint32_t k = p->first - 1;
  if (sm_is(scan, k, SM_W_THEM) && k > all->first) k--;
  if (!sm_is(scan, k, SM_W_AMONG) && !sm_is(scan, k, SM_W_INCLUDING)) return false;
  if (k > all->first && sm_is_sign(scan, k - 1, ',')) k--;
  for (uint32_t i = k; i > all->first && k - i < REACH; i--)
    if (skip_the_dead(scan, i - 1, NULL) == k) return true;
  return false;
}

static bool overlaps(const sm_figures *out, uint32_t from, const sm_people *p) {
  for (uint32_t i = from; i < out->n; i++)
    if (p->first < out->items[i].last && out->items[i].first < p->last) return true;
  return false;
}

/// "Two of the victims were children.": a part of a toll told before.
static sm_status add_predicates(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out,
                                size_t *cap) {
  const bool told = out->n > from;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    if (overlaps(out, from, p)) continue;
    const bool of_dead = (p->predicate && p->of_toll == SM_K_KILLED) || is_of_the_dead(scan, all, p, out);
    if (!of_dead && (told || !(is_of_those_told(scan, all, p, out) || is_included(scan, all, p, out)))) continue;
    sm_figure f = sm_empty_figure(scan->t[p->first].sentence, p->first);
    sm_figure_of_people(p, SM_K_KILLED, &f);
    f.flags |= SM_FIGURE_PART;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
  }
  return SM_OK;
}

/// "The Red Cross sent": who helps, by name.
static bool sends_help(const sm_scan *scan, const sm_people *p) {
  for (uint32_t i = p->first; p->named && i < p->last; i++)
    if (sm_has_cue(scan, i, SM_CUE_CLAIMANT) || sm_has_cue(scan, i, SM_CUE_ACTOR)) return true;
  return false;
}

/// "One died at the scene and two others in hospital": nothing but the place is told of them.
static bool goes_on_dying(const sm_scan *scan, const sm_figures *out, uint32_t from, const sm_people *p, uint32_t care) {
  static const char *const more[] = {"more", "others"};
  const bool gap = SM_IS_ONE_OF(scan, p->last, more);
  if (p->last + gap != care || !sm_is(scan, care, SM_W_IN) || out->n == from || p->part) return false;
  const sm_figure *before = &out->items[out->n - 1];
  return before->killed_low > 0 && before->cue < p->first && ((p->more && !gap) || sm_is_at_once(scan, before->cue, p->first));
}

/// "A woman and her daughter were also killed", "his driver died, too"
static bool dies_also(const sm_scan *scan, uint32_t cue, uint32_t last, const sm_cue_row *row, const sm_figure *f) {
  static const char *const also[] = {"also"}, *const too[] = {"too", "also"};
  const bool verb = row->form == SM_F_INTR || row->form == SM_F_PAST; // not "confirmed 27 deaths, too"
  const bool one = f->injured_low == 1 && f->injured_high == 1; // "her uncle was also hurt"
  if (!verb || (f->killed_low <= 0 && !one) || f->last > cue || f->flags & (SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_STRIKERS)) return false;
  static const char *const well[] = {"well"};
  if (sm_is(scan, last, SM_W_AS) && SM_IS_ONE_OF(scan, last + 1, well) && !sm_is(scan, last + 2, SM_W_AS)) return true;
  if (SM_IS_ONE_OF(scan, last, too) || (sm_is_sign(scan, last, ',') && SM_IS_ONE_OF(scan, last + 1, too))) return true;
  for (uint32_t k = cue; k > f->last && (sm_is_light(scan, k - 1) || SM_IS_ONE_OF(scan, k - 1, also)); k--)
    if (SM_IS_ONE_OF(scan, k - 1, also)) return true;
  return false;
}

/// "reached 23 dead after the body of another child was found": what made the toll rise.
static bool is_why_more(const sm_scan *scan, const sm_figures *out, uint32_t from, const sm_figure *f) {
  enum { REACH = 5 };
  const sm_figure *before = out->n > from ? &out->items[out->n - 1] : NULL;
  while (before && before > out->items + from && before->killed_high <= 0) before--;
  const uint32_t first = f->first < f->cue ? f->first : f->cue;
  if (!before || f->killed_high <= 0 || before->killed_low <= f->killed_high) return false;
  for (uint32_t k = first; k > before->cue && first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (sm_is(scan, k - 1, SM_W_AFTER)) return true;
  return false;
}

/// "Nine were killed - five outright, four in hospital": where so many died, behind a dash.
static bool parts_dead(const sm_scan *scan, const sm_figures *out, uint32_t from, const sm_people *p) {
  if (out->n == from || p->has_noun || p->more) return false;
  const sm_figure *before = &out->items[out->n - 1];
  if (before->killed_low <= p->low || before->cue >= p->first) return false;
  for (uint32_t k = before->cue; k < p->first; k++)
    if (sm_is_dash(scan, k)) return true;
  return false;
}

/// "One died at the gate and another in the kitchen": told by the verb before, without a place of another strike.
static bool is_gapped(const sm_scan *scan, const sm_crowd *all, const sm_people *p, const sm_figure *before) {
  enum { PLACE = 6 };
  static const char *const strikes[] = {"former", "latter", "first", "second", "other"};
  const uint32_t and = p->first - 1;
  if (p->low <= 0 || p->part || p->strikers || !(p->more || !p->has_noun) || !sm_is_preposition(scan, p->last) || sm_is(scan, p->last, SM_W_OF)) return false;
  if (before->killed_low <= 0 || before->flags & (SM_FIGURE_PART | SM_FIGURE_SUM | SM_FIGURE_TOLL) || before->last > before->cue || before->cue >= and || !(sm_is(scan, and, SM_W_AND) || sm_is_sign(scan, and, ','))) return false;
  for (uint32_t k = before->cue + 1; k < and; k++)
    if (scan->mention_at[k] || sm_is_clause_end(scan, k)) return false;
  uint32_t k = p->last + 1;
  for (; k < all->last && k <= p->last + PLACE && !sm_is_punct(scan, k); k++)
    if (scan->mention_at[k] || SM_IS_ONE_OF(scan, k, strikes) || sm_is_be(scan, k) || sm_is_have(scan, k) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_TRIGGER)) return false;
  return k > p->last + 1 && (k >= all->last || sm_is_punct(scan, k));
}

static sm_status add_gapped(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out, size_t *cap) {
  for (int i = 0; i < all->n && out->n > from; i++) {
    const sm_people *p = &all->items[i];
    const sm_figure *before = &out->items[out->n - 1];
    if (p->first <= before->cue || !is_gapped(scan, all, p, before)) continue;
    sm_figure f = sm_empty_figure(before->sentence, p->last);
    sm_figure_of_people(p, SM_K_KILLED, &f);
    f.flags |= SM_FIGURE_MORE;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
  }
  return SM_OK;
}

/// The people of a sentence who are in hospital, where no toll word tells of them.
static sm_status add_care(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out,
                          size_t *cap) {
  if (!all->n || !sm_names_care(scan, all->first, all->last)) return SM_OK;
  for (uint32_t i = all->first; i < all->last; i++) {
    uint32_t last;
    if (!sm_reads_care(scan, i, all->last, &last)) continue;
    int k = sm_subject_before(scan, all, i, all->first, true, false);
    if (k < 0 || all->items[k].low <= 0 || all->items[k].part || sends_help(scan, &all->items[k]) ||
        !(all->items[k].has_noun || all->items[k].more || all->items[k].last + 3 > i))
      continue;
    bool told = false;
    for (uint32_t f = from; f < out->n; f++)
      told |= out->items[f].first < all->items[k].last && all->items[k].first < out->items[f].last;
    if (told || parts_dead(scan, out, from, &all->items[k])) continue;
    sm_figure f = sm_empty_figure(scan->t[i].sentence, i);
    sm_figure_of_people(&all->items[k], SM_K_INJURED, &f);
    if (goes_on_dying(scan, out, from, &all->items[k], i)) {
      f = sm_empty_figure(scan->t[i].sentence, i);
      sm_figure_of_people(&all->items[k], SM_K_KILLED, &f);
      f.flags |= SM_FIGURE_MORE;
    } else if (!(all->items[k].rank && out->n > from && out->items[out->n - 1].injured_low > 0)) // "two were hurt and a third is in a coma"
      f.flags |= SM_FIGURE_CARE;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    i = last - 1;
  }
  return SM_OK;
}

/// ", many of them labourers,": past it, or the token itself.
static uint32_t past_aside(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { LONGEST = 24 };
  if (!sm_is_sign(scan, i, ',')) return i;
  for (uint32_t k = i + 1; k + 1 < end && k < i + LONGEST; k++)
    if (sm_is_sign(scan, k, ',') && sm_is_be(scan, k + 1)) return k + 1;
  return i;
}

/// "Two died and three others were flown to Turbat": the injured, where no toll word tells of them.
static sm_status add_moved(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out, size_t *cap) {
  const sm_figure *before = out->n > from ? &out->items[out->n - 1] : figure_gone_on(scan, scan->t[all->first].sentence, out);
  if (!before || before->killed_low <= 0 || before->flags & (SM_FIGURE_PART | SM_FIGURE_ZERO)) return SM_OK;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    static const char *const people[] = {"people", "persons"};
    const bool plain = !p->has_noun || SM_IS_ONE_OF(scan, p->last - 1, people);
    const bool alone = plain && before->sentence == scan->t[p->first].sentence; // "two died; three were flown to X"
    if (!(p->more || alone) || p->part || p->named || p->low <= 0 || p->first < before->cue || overlaps(out, from, p) || !sm_is_moved_away(scan, past_aside(scan, p->last, all->last), all->last, alone)) continue;
    sm_figure f = sm_empty_figure(scan->t[p->first].sentence, p->last);
    sm_figure_of_people(p, SM_K_INJURED, &f);
    f.flags |= SM_FIGURE_CARE;
    return add_figure(scan, out, cap, f);
  }
  return SM_OK;
}

/// " in Bakhmut and ": a preposition, a place and what joins it to the next, between two tokens.
static bool is_place_of_list(const sm_scan *scan, uint32_t first, uint32_t last) {
  static const sm_word joins[] = {SM_W_IN, SM_W_AT, SM_W_OF, SM_W_FROM, SM_W_NEAR};
  bool place = false, joined = false;
  if (first + 2 >= last || !SM_IS_ANY(scan, first, joins)) return false;
  for (uint32_t k = first + 1; k < last; k++) {
    const bool gap = sm_is_sign(scan, k, ',') || sm_is(scan, k, SM_W_AND);
    if (!gap && (joined || !(scan->mention_at[k] || sm_is(scan, k, SM_W_THE) || scan->t[k].flags & SM_TOKEN_CAPITAL))) return false;
    place |= scan->mention_at[k] != 0;
    joined |= gap;
  }
  return place && joined;
}

/// "Three people in A, two in B and one in C were injured": the verb tells of all of them.
static sm_status add_listed(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out, size_t *cap) {
  for (uint32_t i = from; i < out->n; i++) {
    const sm_figure f = out->items[i];
    if (f.first >= f.cue || f.flags & (SM_FIGURE_PART | SM_FIGURE_ZERO) || (f.killed_high <= 0 && f.injured_high <= 0)) continue;
    uint32_t first = f.first;
    for (int k = all->n; k-- > 0;) {
      const sm_people *p = &all->items[k];
      if (p->last >= first) continue;
      if (p->part || p->named || p->low <= 0 || overlaps(out, from, p) || !is_place_of_list(scan, p->last, first)) break; // no name: "a truck hits an IED in A, three dead"
      sm_figure one = sm_empty_figure(f.sentence, p->last);
      sm_figure_of_people(p, f.killed_high > 0 ? SM_K_KILLED : SM_K_INJURED, &one);
      if (add_figure(scan, out, cap, one)) return SM_ERROR_MEMORY;
      first = p->first;
    }
  }
  return SM_OK;
}

/// "Four of the eleven injured were released": so many were injured, where nothing else tells it.
static sm_status add_wholes(const sm_scan *scan, const sm_crowd *all, sm_figures *out, size_t *cap) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    int value;
    uint32_t last, i = p->first;
    while (i < p->last && !sm_is(scan, i, SM_W_THE) && !(sm_is(scan, i, SM_W_OF) && !sm_is(scan, i + 1, SM_W_THE))) i++;
    const bool some = p->of_toll == SM_K_INJURED && p->low > 1 && p->low == p->high && sm_is_be(scan, p->last);
    static const char *const moved[] = {"taken", "flown", "transferred", "evacuated", "rushed", "airlifted", "moved", "sent", "brought"};
    if (some && p->last + 1 < all->last && SM_IS_ONE_OF(scan, p->last + 1, moved)) { // "15 of the injured were taken to X": so many at least
      sm_figure f = sm_empty_figure(scan->t[p->first].sentence, p->last);
      f.first = p->first, f.last = p->last, f.injured_low = p->low, f.injured_high = p->high, f.flags = SM_FIGURE_CARE;
      if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
      continue;
    }
    if (!p->of_toll || i + 1 >= p->last || !sm_read_number(scan, i + 1, &value, &last) || value <= p->low) continue;
    sm_figure f = sm_empty_figure(scan->t[i].sentence, p->last);
    f.first = i + 1, f.last = last;
    if (p->of_toll == SM_K_KILLED) f.killed_low = f.killed_high = value, f.flags = SM_FIGURE_PART | SM_FIGURE_AMONG;
    else f.injured_low = f.injured_high = value, f.flags = SM_FIGURE_CARE;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
  }
  return SM_OK;
}

/// Patients, or people of whom nothing more is said.
static bool is_patient(const sm_scan *scan, const sm_people *p) {
  static const char *const patients[] = {"patients", "people", "persons", "admissions", "others", "cases", "casualties"};
  if (p->named || p->part || p->low <= 0) return false;
  const sm_cue_row *toll = sm_cue_at(scan, p->last, SM_CUE_CASUALTY, NULL);
  if (toll && toll->kind != SM_K_BOTH) return false;
  if (p->has_noun) return SM_IS_ONE_OF(scan, p->last - 1, patients);
  return SM_IS_ONE_OF(scan, p->last, patients);
}

/// "The hospital received 28 people": the injured, where no toll word tells of them.
static sm_status add_intake(const sm_scan *scan, uint32_t sentence, sm_figures *out, size_t *cap) {
  const uint32_t first = scan->s[sentence].first, end = scan->s[sentence].last;
  if (!sm_tells_cue(scan, first, end, SM_CUE_CLAIMANT, SM_K_MEDIC)) return SM_OK;
  for (uint32_t i = first + 1; i + 1 < end; i++) {
    uint32_t last;
    sm_people p;
    if (!sm_reads_intake(scan, i, first, &last) || !sm_read_people(scan, last, end, &p) ||
        !is_patient(scan, &p))
      continue;
    sm_figure f = sm_empty_figure(sentence, i);
    sm_figure_of_people(&p, SM_K_INJURED, &f);
    f.flags &= (uint32_t)~SM_FIGURE_MORE;
    if (sm_is_intake_of_days(scan, p.last, end)) f.flags |= SM_FIGURE_SUM;
    return add_figure(scan, out, cap, f);
  }
  return SM_OK;
}

static int by_cue(const void *a, const void *b) {
  const sm_figure *x = a, *y = b;
  return x->cue < y->cue ? -1 : x->cue > y->cue;
}

/// The figure told last before a token, in its sentence or the one before in the paragraph.
static const sm_figure *figure_before(const sm_scan *scan, const sm_figures *out, uint32_t token) {
  uint32_t here = scan->t[token].sentence;
  const sm_figure *best = NULL;
  for (uint32_t i = out->n; i > 0 && !best; i--)
    if (out->items[i - 1].cue < token) best = &out->items[i - 1];
  if (!best || best->sentence + 1 < here || scan->s[best->sentence].paragraph != scan->s[here].paragraph)
    return NULL;
  if (best->sentence != here && best->killed_high < 0 && best > out->items &&
      best[-1].sentence == best->sentence && best[-1].killed_high > 0)
    best--; // "43 killed, 239 wounded. Earlier counts 37": of the dead
  return best;
}

/// How many times the larger of two is the smaller.
static double ratio_of(int a, int b) {
  return a <= 0 || b <= 0 ? 1e9 : a > b ? (double)a / b : (double)b / a;
}

/// "52 patients, of whom two died. Unicef listed 95": a bare count is of what was told in like numbers.
static const sm_figure *likest_of(const sm_figures *out, const sm_figure *last, int count) {
  enum { FAR = 10 };
  const bool dead = last && last->killed_high > 0;
  if (!dead || ratio_of(count, last->killed_high) < FAR) return last;
  for (const sm_figure *f = last; f >= out->items && f->sentence == last->sentence; f--)
    if (f->killed_high < 0 && ratio_of(count, f->injured_high) * 2 < FAR) return f;
  return last;
}

/// "It later climbed to nine.", "The figure stood at nine": of the toll that the sentence before told.
static sm_status add_changed_toll(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out, size_t *cap) {
  enum { LATEST = 5 };
  const uint32_t first = all->first, k = first + names_count(scan, first);
  const sm_figure *before = out->n == from ? figure_gone_on(scan, scan->t[first].sentence, out) : NULL;
  if (!before || !(before->flags & SM_FIGURE_TOLL) || k == first) return SM_OK;
  sm_figure f = sm_empty_figure(scan->t[first].sentence, first);
  int low, high;
  for (uint32_t i = k; i < k + LATEST && i + 2 < all->last; i++) {
    if (!sm_is_toll_verb(scan, i) || !sm_read_toll(scan, i + 1, all->last, &low, &high, &f.first, &f.last)) continue;
    f.flags = SM_FIGURE_TOLL, f.cue = i;
    if (before->killed_high >= 0)
      f.killed_low = low, f.killed_high = high;
    else
      f.injured_low = low, f.injured_high = high;
    return add_figure(scan, out, cap, f);
  }
  return SM_OK;
}

/// The dead told last some way before a token, where as many may be meant.
static const sm_figure *far_figure_before(const sm_scan *scan, const sm_figures *out, uint32_t token, int count) {
  enum { FAR = 10 };
  const uint32_t here = scan->t[token].sentence;
  for (uint32_t i = out->n; i > 0 && out->items[i - 1].sentence + SM_COUNT_REACH >= here; i--) {
    const sm_figure *f = &out->items[i - 1];
    if (f->cue >= token || f->flags & (SM_FIGURE_PART | SM_FIGURE_SUM | SM_FIGURE_ZERO | SM_FIGURE_OVERALL) || f->killed_high <= 0) continue;
    return ratio_of(count, f->killed_high) < FAR ? f : NULL;
  }
  return NULL;
}

static sm_status add_counts(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out,
                            size_t *cap) {
  bool added = false;
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    const sm_figure *before = overlaps(out, from, p) ? NULL : likest_of(out, figure_before(scan, out, p->first), p->high);
    sm_figure f;
    if (!before && !overlaps(out, from, p) && sm_counts_alone(scan, p, all->first)) before = far_figure_before(scan, out, p->first, p->high);
    if (!before) continue;
    const sm_figure counted = sm_counted_once(scan, before);
    if (!sm_read_count(scan, p, all->first, &counted, &f)) continue;
    if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    added = true;
  }
  if (added) qsort(out->items + from, out->n - from, sizeof *out->items, by_cue);
  return SM_OK;
}

/// "119 people were killed in 2018. As many as 25 militants died in clashes.": after a sum, with neither a weapon nor a day of its own.
static bool goes_on_summing(const sm_scan *scan, const sm_figures *out, uint32_t from) {
  if (from == 0 || out->n == from) return false;
  const sm_figure *before = &out->items[from - 1];
  const uint32_t here = out->items[from].sentence, own = 1u << SM_CUE_WEAPON | 1u << SM_CUE_TIME;
  return before->flags & SM_FIGURE_SUM && before->sentence + 1 == here && scan->s[before->sentence].paragraph == scan->s[here].paragraph && !(scan->sentence_mask[here] & own);
}

/// "in all", "In total", "altogether" in the words before a figure.
static bool is_whole(const sm_scan *scan, const sm_figure *f, uint32_t floor) {
  static const char *const all[] = {"all", "total"}, *const together[] = {"altogether", "overall", "Altogether", "Overall"};
  for (uint32_t k = f->first; k > floor && f->first - k < 12; k--)
    if ((SM_IS_ONE_OF(scan, k - 1, all) && k > 1 && sm_is(scan, k - 2, SM_W_IN)) || SM_IS_ONE_OF(scan, k - 1, together)) return true;
  return false;
}

/// "two of its men were hurt; in all 73 were": the whole behind its parts.
static void mark_parts_of_all(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out) {
  for (uint32_t i = from; i < out->n; i++) {
    sm_figure *whole = &out->items[i];
    const bool told = is_whole(scan, whole, i > from ? out->items[from].cue : all->first);
    if (told && !(whole->flags & (SM_FIGURE_PART | SM_FIGURE_MORE))) whole->flags |= SM_FIGURE_WHOLE;
    for (uint32_t b = from; told && !(whole->flags & SM_FIGURE_SUM) && b < i; b++) {
      sm_figure *part = &out->items[b];
      if (part->flags & SM_FIGURE_ZERO || part->cue >= whole->first) continue;
      const bool less = (part->killed_high > 0 && part->killed_high < whole->killed_high) || (part->injured_high > 0 && part->injured_high < whole->injured_high);
      if (less) part->flags |= SM_FIGURE_PART;
    }
  }
}

/// "killed in clashes with smugglers and Jordan then bombed a farm": of a fight, told beside a strike in a clause of its own.
static bool is_of_fight(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 5 };
  static const char *const stampede[] = {"stampede"};
  static const sm_word in[] = {SM_W_IN};
  const uint32_t last = scan->s[f->sentence].last;
  uint32_t k = f->cue + 1;
  if (k >= last || !SM_IS_ANY(scan, k, in)) return false;
  while (k < last && k < f->cue + REACH && !sm_names_fight(scan, k) && !SM_IS_ONE_OF(scan, k, stampede)) k++;
  if (k >= last || !(sm_names_fight(scan, k) || SM_IS_ONE_OF(scan, k, stampede))) return false;
  bool and = false;
  for (uint32_t i = k + 1, behind = 0; i < last; i++) {
    if (sm_is(scan, i, SM_W_AND)) and = true, behind = i;
    const sm_cue_row *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
    if (deed && deed->kind != SM_K_GROUND && !and) return false;
    if (deed && deed->kind != SM_K_GROUND && deed->form == SM_F_PAST) return i > behind + 1;
  }
  return false;
}

/// "It is false that four agents died", "rumours that nine were killed are untrue": a count told to be untrue, but not "it is untrue that
/// the army killed four", where only the doer is.
static bool is_told_untrue(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 10, FRAME = 3 }; // "is not true that", but not "is false, as X said, that"
  const sm_sentence *s = &scan->s[f->sentence];
  const sm_cue_row *row = sm_cue_at(scan, f->cue, SM_CUE_CASUALTY, NULL);
  if (!row || (row->form != SM_F_INTR && (f->cue == s->first || !sm_is_be(scan, f->cue - 1)))) return false;
  uint32_t that = f->cue;
  while (that > s->first && that + REACH > f->cue && !sm_is(scan, that, SM_W_THAT)) that--;
  if (!sm_is(scan, that, SM_W_THAT)) return false;
  for (uint32_t i = s->first; i < s->last && !sm_is_sign(scan, i, ';'); i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == SM_K_FALSE && sm_is_be(scan, i)) return i < that ? i + FRAME >= that : i < f->cue + REACH;
    if (i > f->cue && (sm_is(scan, i, SM_W_BUT) || sm_is(scan, i, SM_W_AND))) return false;
  }
  return false;
}

static void drop_untrue(const sm_scan *scan, uint32_t from, sm_figures *out) {
  uint32_t n = from;
  for (uint32_t i = from; i < out->n; i++)
    if (!is_told_untrue(scan, &out->items[i])) out->items[n++] = out->items[i];
  out->n = n;
}

static sm_status add_rest(const sm_scan *scan, const sm_crowd *all, uint32_t from, sm_figures *out, size_t *cap) {
  sm_figure more[SM_MAX_CROWD];
  uint32_t n;
  if (add_counts(scan, all, from, out, cap)) return SM_ERROR_MEMORY;
  if (sm_read_rest(scan, all->items, all->n, all->first, all->last, from, out, more, &n)) {
    for (uint32_t i = 0; i < n; i++)
      if (add_figure(scan, out, cap, more[i])) return SM_ERROR_MEMORY;
    qsort(out->items + from, out->n - from, sizeof *out->items, by_cue);
  }
  sm_mark_superseded(scan, all->first, from, out);
  sm_mark_each(scan, from, out);
  sm_settle_open_toll(scan, from, out);
  sm_mark_sums(scan, all->first, all->last, from, out);
  mark_parts_of_all(scan, all, from, out);
  if (goes_on_summing(scan, out, from))
    for (uint32_t i = from; i < out->n; i++) out->items[i].flags |= SM_FIGURE_SUM;
  for (uint32_t i = from; i < out->n; i++)
    if (is_of_fight(scan, &out->items[i])) out->items[i].flags |= SM_FIGURE_SUM;
  drop_untrue(scan, from, out);
  return SM_OK;
}

/// "One employee was wounded and later died", "wounding a guard, who died of it": the same people, in hospital first.
static bool dies_of_it(const sm_scan *scan, sm_figures *out, uint32_t from, uint32_t i, const sm_cue_row *row,
                       sm_figure *f) {
  sm_figure *hurt = out->n > from ? &out->items[out->n - 1] : NULL;
  if (!hurt || row->kind != SM_K_KILLED || row->form != SM_F_INTR || hurt->injured_low < 1 || hurt->injured_low != hurt->injured_high)
    return false;
  uint32_t k = i;
  while (k > hurt->cue + 1 && sm_is_light(scan, k - 1)) k--;
  const bool who = k > hurt->last && sm_is(scan, k - 1, SM_W_WHO) && hurt->last > hurt->cue; // its object
  if (k <= hurt->cue || !(who || (hurt->injured_low == 1 && (sm_is(scan, k - 1, SM_W_AND) || sm_is(scan, k - 1, SM_W_BUT))))) return false;
  *f = sm_empty_figure(hurt->sentence, i);
  f->first = k, f->last = i + 1, f->killed_low = f->killed_high = hurt->injured_low;
  f->victims = hurt->victims;
  if (who) f->flags |= SM_FIGURE_MORE;
  else if (hurt->killed_high < 0) hurt->flags |= SM_FIGURE_PART; // nobody else was hurt
  return true;
}

/// "nine were killed and as many wounded", "wounding twice as many": as many as the other figure of the sentence.
static bool is_as_many(const sm_scan *scan, const sm_figures *out, uint32_t from, uint32_t i, uint32_t last, const sm_cue_row *row, sm_figure *f) {
  static const char *const many[] = {"many"}, *const twice[] = {"twice"}, *const more[] = {"others", "more", "again"}, *const like[] = {"equal", "similar", "same", "identical"}, *const number[] = {"number"};
  const sm_figure *before = out->n > from ? &out->items[out->n - 1] : NULL;
  if (!before || row->kind != SM_K_INJURED || before->killed_low <= 0 || before->killed_low != before->killed_high || before->flags & (SM_FIGURE_PART | SM_FIGURE_SUM)) return false;
  uint32_t k = i;
  while (k > before->cue && sm_is_light(scan, k - 1)) k--;
  if (SM_IS_ONE_OF(scan, k - 1, more)) k--;
  const bool behind = sm_is(scan, last, SM_W_AS) || SM_IS_ONE_OF(scan, last, twice) || SM_IS_ONE_OF(scan, last + 1, like);
  if (behind) k = last + (sm_is(scan, last, SM_W_AS) ? 2 : 3);
  if (k < 2 || k > scan->n) return false;
  const bool same = SM_IS_ONE_OF(scan, k - 1, number) && SM_IS_ONE_OF(scan, k - 2, like); // "an equal number wounded"
  if (!same && (!SM_IS_ONE_OF(scan, k - 1, many) || !sm_is(scan, k - 2, SM_W_AS))) return false;
  if (behind && (sm_is(scan, k, SM_W_AS) || sm_read_number(scan, k, &(int){0}, &(uint32_t){0}))) return false; // "wounding as many as 20"
  const int times = k > 2 && SM_IS_ONE_OF(scan, k - 3, twice) ? 2 : 1;
  *f = sm_empty_figure(before->sentence, i);
  f->first = k - 2, f->last = k > i ? k : i + 1, f->injured_low = f->injured_high = times * before->killed_low;
  return true;
}

/// The row of a toll word, and where it ends: those who lose a limb are injured, "wounds" is a noun, too.
static const sm_cue_row *toll_row(const sm_scan *scan, uint32_t i, uint32_t *last) {
  static const sm_cue_row lost_limb = {.kind = SM_K_INJURED, .form = SM_F_INTR, .flags = SM_ROW_WEAK}, wounds = {.kind = SM_K_INJURED, .form = SM_F_NOUN};
  const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_CASUALTY, last);
  if (row && sm_is_for_shock(scan, i)) return NULL;
  static const char *const gets[] = {"received", "suffered", "sustained", "receives", "suffering", "sustaining"};
  const sm_lexicon_entry *before = row && i > 0 ? scan->t[i - 1].entry : NULL;
  const bool adjective = before && before->word_bits & SM_WORD_ADJECTIVE && !(before->word_bits & (SM_WORD_NOUN | SM_WORD_ADVERB));
  if (row && row->kind == SM_K_INJURED && row->form == SM_F_BASE && i > 0 && (sm_is_preposition(scan, i - 1) || sm_is_possessive(scan, i - 1) || adjective || (i > 1 && SM_IS_ONE_OF(scan, i - 2, gets)))) return &wounds; // "with wounds", "her wounds", "slight wounds"
  return row && sm_loses_limb(scan, i, last) ? &lost_limb : row;
}

/// "choppers airlifted 11 seriously injured people": so many at least.
static bool is_evacuated(const sm_scan *scan, const sm_figure *f, uint32_t cue) {
  static const char *const verbs[] = {"airlifted", "flew", "evacuated", "transferred", "shifted", "transported", "referred", "discharged", "airlifting", "evacuating", "transferring"};
  return f->injured_high > 0 && f->killed_high < 0 && f->first < cue && f->first > 0 && SM_IS_ONE_OF(scan, f->first - 1, verbs);
}

/// "40 people were on the bus, four of whom died": no part of a toll where nothing tells that so many died.
static bool is_part_of_living(const sm_scan *scan, const sm_figures *out, uint32_t from, const sm_figure *f) {
  const bool whom = f->killed_low > 0 && (sm_is(scan, f->last - 1, SM_W_WHOM) || (f->first > 0 && sm_is(scan, f->first - 1, SM_W_WHOM)));
  if (!whom || !(f->flags & SM_FIGURE_PART)) return false;
  for (uint32_t i = from; i < out->n; i++)
    if (out->items[i].killed_high >= f->killed_high) return false;
  return true;
}

/// "A woman died on Tuesday, the seventh victim", "becoming the seventh fatality": how many have died with somebody; 0 not told.
static int rank_behind(const sm_scan *scan, uint32_t from, uint32_t end) {
  static const char *const died[] = {"victim", "fatality", "death", "person", "casualty", "martyr"};
  uint32_t last;
  for (uint32_t i = from; i + 2 < end; i++) {
    const sm_cue_row *rank = sm_is(scan, i, SM_W_THE) ? sm_number_at(scan, i + 1, &last) : NULL;
    if (rank && rank->kind == SM_K_ORDINAL && rank->value > 1 && SM_IS_ONE_OF(scan, last, died)) return rank->value;
  }
  return 0;
}

static sm_status read_sentence(const sm_scan *scan, uint32_t sentence, sm_figures *out, size_t *cap) {
  sm_crowd all;
  sm_find_crowd(scan, sentence, &all);
  uint32_t floor = all.first, from = out->n;
  for (uint32_t i = all.first; i < all.last; i++) {
    uint32_t last;
    const sm_cue_row *row = toll_row(scan, i, &last);
    if (!row) continue;
    if (!sm_is_toll_denied(scan, i, floor, row) && is_double(scan, &all, i, &last)) {
      i = last - 1;
      continue;
    }
    sm_figure f;
    bool found = is_as_many(scan, out, from, i, last, row, &f) || sm_read_toll_word(scan, &all, i, last, row, floor, &f) || dies_of_it(scan, out, from, i, row, &f);
    if (found) {
      sm_read_toll_parts(scan, &all, &f);
      if (is_part_of_living(scan, out, from, &f)) f.flags &= (uint32_t)~SM_FIGURE_PART;
      static const char *const having[] = {"having"};
      const bool then = f.flags & SM_FIGURE_MORE && row->form == SM_F_INTR && f.last <= i && sm_has_cue(scan, sm_is(scan, last, SM_W_ON) ? last + 1 : last, SM_CUE_TIME); // "another died overnight"
      if (f.killed_high > 0 && (then || sm_is_late_death(scan, i, last))) f.flags |= SM_FIGURE_LATE;
      if (f.killed_high > 0 && f.flags & SM_FIGURE_MORE && sm_is_since_told(scan, &f)) f.flags |= SM_FIGURE_LATE;
      if (row->form == SM_F_INTR && sm_were_wounded(scan, &f)) f.flags |= SM_FIGURE_MORE | SM_FIGURE_LATE;
      if (f.killed_low == 1 && f.killed_high == 1 && !f.rank && row->form == SM_F_INTR) f.rank = rank_behind(scan, last, all.last);
      if (is_evacuated(scan, &f, i)) f.flags |= SM_FIGURE_CARE;
      if (dies_also(scan, i, last, row, &f)) f.flags |= SM_FIGURE_MORE | SM_FIGURE_ALSO;
      if (row->form == SM_F_INTR && f.killed_high > 0 && sm_dies_days_later(scan, last) && !(f.flags & (SM_FIGURE_PART | SM_FIGURE_DEFINITE | SM_FIGURE_TOLL))) f.flags |= SM_FIGURE_MORE;
      if (sm_dies_besides(scan, out, from, &f)) f.flags |= SM_FIGURE_MORE;
      if (f.flags & SM_FIGURE_MORE && is_why_more(scan, out, from, &f)) f.flags = (uint32_t)((f.flags & ~SM_FIGURE_MORE) | SM_FIGURE_PART);
      if (out->n > from && i > all.first && SM_IS_ONE_OF(scan, i - 1, having)) f.flags |= SM_FIGURE_PART; // "14 dead, four having died of their wounds"
      if (add_figure(scan, out, cap, f)) return SM_ERROR_MEMORY;
    }
    if (found && f.flags & SM_FIGURE_ZERO) continue; // "no injuries or fatalities"
    if (found) floor = last > f.last ? last : f.last;
    if (floor > i + 1 && f.first > i && found) floor = f.last;
  }
  if (add_listed(scan, &all, from, out, cap) || add_changed_toll(scan, &all, from, out, cap) || add_gapped(scan, &all, from, out, cap) || add_care(scan, &all, from, out, cap) || add_moved(scan, &all, from, out, cap) || add_predicates(scan, &all, from, out, cap) || add_wholes(scan, &all, out, cap))
    return SM_ERROR_MEMORY;
  return add_rest(scan, &all, from, out, cap);
}

static bool tells_injured(const sm_figures *out, uint32_t sentence) {
  for (uint32_t i = out->n; i > 0 && out->items[i - 1].sentence == sentence; i--)
    if (out->items[i - 1].injured_high >= 0 || out->items[i - 1].flags & SM_FIGURE_ZERO) return true;
  return false;
}

/// A bare number that is a count by its own words.
static bool tells_count(const sm_scan *scan, uint32_t sentence) {
  const uint32_t first = scan->s[sentence].first;
  for (uint32_t i = first + 1; i < scan->s[sentence].last; i++) {
    int value;
    uint32_t last;
    if (!(scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_NUMBER)) || !sm_read_number(scan, i, &value, &last)) continue;
    const sm_people p = {.first = i, .last = last, .low = value, .high = value};
    if (sm_counts_alone(scan, &p, first)) return true;
  }
  return false;
}

sm_status sm_find_figures(const sm_scan *scan, sm_figures *out, sm_error *err) {
  size_t cap = 0;
  *out = (sm_figures){0};
  for (uint32_t s = 0; s < scan->ns; s++) {
    const uint32_t more = 1u << SM_CUE_REPORTING | 1u << SM_CUE_VICTIM, before = out->n ? out->items[out->n - 1].sentence : s;
    const bool goes_on = out->n && ((before + SM_COUNT_REACH >= s && scan->sentence_mask[s] & 1u << SM_CUE_REPORTING && tells_count(scan, s)) || (before + 1 == s && (scan->sentence_mask[s] & more || names_count(scan, scan->s[s].first))) ||
                                    (before + 3 >= s && scan->sentence_mask[s] & 1u << SM_CUE_VICTIM)); // "... Three children are among the 12"
    if ((goes_on || scan->sentence_mask[s] & (1u << SM_CUE_CASUALTY) || sm_tells_of_care(scan, s)) &&
        read_sentence(scan, s, out, &cap))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    sm_figure roll;
    if ((!out->n || out->items[out->n - 1].sentence != s) && sm_read_roll(scan, s, &roll) && add_figure(scan, out, &cap, roll))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    if (!tells_injured(out, s) && scan->sentence_mask[s] & (1u << SM_CUE_CLAIMANT) && add_intake(scan, s, out, &cap))
      return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  }
  return SM_OK;
}
