// The very place of a strike within a coarse one: by the sentences that go on about it, and by the offices of those who tell of it.
#include "finer.h"

#include "away.h"
#include "bearing.h"
#include "setting.h"

bool sm_is_coarse_place(const sm_story *story, uint32_t mention) {
  const sm_mention *m = &story->scan.mentions->items[mention];
  if (!m->place) return false;
  uint8_t kind = sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind;
  return kind == SM_KIND_COUNTRY || kind == SM_KIND_ADM1 || kind == SM_KIND_REGION || kind == SM_KIND_ADM2;
}

bool sm_is_sea_place(const sm_story *story, uint32_t mention) {
  const sm_place_ref place = story->scan.mentions->items[mention].place;
  const uint8_t kind = place ? sm_gazetteer_brief(story->scan.reader->gazetteer, place).kind : 0;
  return kind == SM_KIND_SEA || kind == SM_KIND_STRAIT;
}

bool sm_is_told_by_direction(const sm_story *story, uint32_t mention, double *azimuth) {
  const sm_scan *scan = &story->scan;
  return sm_bearing_without_distance(scan->reader->geocoder, scan->document, scan->mentions, mention, azimuth);
}

bool sm_is_told_on_other_side(const sm_story *story, uint32_t mention, uint32_t other) {
  const sm_scan *scan = &story->scan;
  return mention != other && sm_are_on_other_sides(scan->reader->geocoder, scan->document, scan->mentions, mention, other);
}

/// "The blast took place in X", "The victims were on their way to X", "The device had been hidden in X", "Most of the casualties were in X":
/// what a sentence tells of the strike before it.
static bool tells_on(const sm_story *story, uint32_t sentence) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = story->trigger_at[sentence]; i < story->trigger_at[sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    if (g->row->kind == SM_K_HAPPEN || (g->definite && !g->verb && !g->another)) return true;
  }
  uint32_t first = scan->s[sentence].first;
  static const char *const parts[] = {"Most", "All", "Some", "Many", "Several"}, *const devices[] = {"device", "devices", "explosives"};
  if (SM_IS_ONE_OF(scan, first, parts) && sm_is(scan, first + 1, SM_W_OF)) first += 2;
  const sm_group *subject = sm_group_of(&story->syntax, first);
  if (!subject || !sm_is(scan, first, SM_W_THE)) return false;
  const uint32_t head = subject->head;
  return sm_has_cue(scan, head, SM_CUE_VICTIM) || sm_has_cue(scan, head, SM_CUE_CASUALTY) || sm_has_cue(scan, head, SM_CUE_WEAPON) || SM_IS_ONE_OF(scan, head, devices);
}

/// "blew up at a checkpoint ... The checkpoint outside Hilla was crowded", "the gate of the police station, in X": a place told of what the first
/// telling says was struck.
static bool is_in_thing_struck(const sm_story *story, const sm_mention *x, uint32_t first) {
  enum { BACK = 3 };
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[x->sentence].first;
  uint32_t lead = x->first;
  while (lead > floor && x->first - lead < BACK && !sm_is_place_preposition(scan, lead - 1)) lead--;
  if (lead <= floor + 1 || !sm_is_place_preposition(scan, lead - 1)) return false;
  const uint32_t noun = lead - 2 - (lead > floor + 2 && sm_is_sign(scan, lead - 2, ','));
  const sm_lexicon_entry *e = scan->t[noun].entry;
  if (!e || !(e->word_bits & (SM_WORD_NOUN_ARTIFACT | SM_WORD_NOUN_LOCATION))) return false;
  uint32_t the = noun;
  while (the > floor && noun - the < BACK && !sm_is(scan, the, SM_W_THE)) the--;
  if (!sm_is(scan, the, SM_W_THE)) return false;
  for (uint32_t k = scan->s[first].first; k < scan->s[first].last; k++)
    if (scan->t[k].key && scan->t[k].key == scan->t[noun].key && !sm_is(scan, k - 1, SM_W_THE)) return true;
  return false;
}

/// Whether a sentence tells of another strike, or names the place of this one.
static bool is_taken(const sm_hits *hits, uint32_t group, uint32_t sentence, bool *others) {
  bool taken = false;
  for (uint32_t i = sm_first_told(hits, sentence); i < hits->n && hits->items[i].sentence == sentence; i++) {
    const sm_hit *h = &hits->items[i];
    *others |= h->group != (int)group;
    taken |= h->place >= 0 && !h->place_inherited;
  }
  return taken || *others;
}

/// The first and the last sentence that tells of the strike.
static void find_sentences(const sm_hits *hits, uint32_t group, uint32_t *first, uint32_t *last) {
  *first = UINT32_MAX, *last = 0;
  for (uint32_t i = hits->first_of[group]; i < hits->n; i = hits->items[i].next) {
    const uint32_t s = hits->items[i].sentence;
    if (s > *last) *last = s;
    if (s < *first) *first = s;
  }
}

int sm_finer_place(const sm_story *story, const sm_hits *hits, uint32_t group, int coarse) {
  enum { REACH = 3, BESIDE = 12 };
  const bool sea = sm_is_sea_place(story, (uint32_t)coarse);
  double azimuth;
  if (!sea && !sm_is_coarse_place(story, (uint32_t)coarse) && !sm_is_told_by_direction(story, (uint32_t)coarse, &azimuth)) return coarse;
  uint32_t first, last;
  find_sentences(hits, group, &first, &last);
  bool others = false;
  const uint32_t told = story->scan.mentions->items[coarse].sentence;
  for (uint32_t m = (uint32_t)coarse + 1; sea && m < story->mention_from[told + 1]; m++) { // "in the Gulf of Aden, 95 nautical miles southeast of Aden"
    int level = 0;
    const sm_mention *x = &story->scan.mentions->items[m];
    if (x->first - story->scan.mentions->items[coarse].last < BESIDE && sm_is_told_at_sea(&story->scan, x) && sm_places_nest(story, (uint32_t)coarse, m, &level) && level > 0) return (int)m;
  }
  for (uint32_t s = first + 1; s < story->scan.ns && s <= last + REACH; s++) {
    int best = -1;
    float most = 1.2f;
    if (is_taken(hits, group, s, &others)) {
      if (others) break;
      continue;
    }
    const bool on = sea || tells_on(story, s);
    for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
      const sm_mention *x = &story->scan.mentions->items[m];
      int level = 0;
      if (!on && !is_in_thing_struck(story, x, first)) continue;
      if (sea && sm_is_told_at_sea(&story->scan, x) && sm_places_nest(story, (uint32_t)coarse, m, &level) && level > 0) return (int)m; // "She was 80 nautical miles southeast of Aden."
      if (sea) continue;
      bool inside = x->role == SM_ROLE_LITERAL && sm_places_nest(story, (uint32_t)coarse, m, &level) && level > 0;
      float score = inside ? sm_place_score(story, m, NULL) : -99;
      if (score > most) most = score, best = (int)m;
    }
    if (best >= 0) return best;
  }
  return coarse;
}

/// "said Agha, governor of the Spin Boldak district", "the mayor of Potiskum": whose office reaches over a place.
static bool is_of_local_office(const sm_scan *scan, const sm_mention *x) {
  static const char *const offices[] = {"governor", "mayor", "administrator", "commissioner", "chairman", "chief", "prefect", "councillor", "councilor"};
  const uint32_t floor = scan->s[x->sentence].first;
  uint32_t k = x->first;
  if (k > floor && sm_is(scan, k - 1, SM_W_THE)) k--;
  return k >= floor + 2 && (sm_is(scan, k - 1, SM_W_OF) || sm_is(scan, k - 1, SM_W_IN)) && SM_IS_ONE_OF(scan, k - 2, offices);
}

int sm_place_of_office(const sm_story *story, const sm_hits *hits, uint32_t group, int coarse) {
  enum { REACH = 2 };
  const sm_scan *scan = &story->scan;
  if (!sm_is_coarse_place(story, (uint32_t)coarse)) return -1;
  uint32_t first, last;
  find_sentences(hits, group, &first, &last);
  bool others = false;
  for (uint32_t s = first; s < scan->ns && s <= last + REACH; s++) {
    is_taken(hits, group, s, &others);
    if (others) break;
    for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
      const sm_mention *x = &scan->mentions->items[m];
      int level = 0;
      if (x->place && x->role == SM_ROLE_LITERAL && is_of_local_office(scan, x) && sm_places_nest(story, (uint32_t)coarse, m, &level) && level > 0) return (int)m;
    }
  }
  return -1;
}
