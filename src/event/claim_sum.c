// Figures that add up: of one telling, of a list, of the strikes of a report.
#include "account.h"

static unsigned first_victims(const sm_figure *f) {
  return f ? f->victims : 0;
}

/// "A policeman lost a leg and two traders were cut": the injured told one after the other add up, too.
static void sum_hurt(sm_account *a, sm_figure *f, sm_figure **first) {
  const unsigned skip = SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_CARE | SM_FIGURE_EARLIER;
  if (f->flags & skip || f->injured_low <= 0 || f->killed_high > 0) return;
  const unsigned both = *first ? f->victims | (*first)->victims : SM_VICTIM_PEOPLE;
  const bool apart = *first && !(f->victims & (*first)->victims) && f->victims && (*first)->victims && !(both & SM_VICTIM_PEOPLE);
  const bool beside = *first && (*first)->injured_high == 1 && (*first)->flags & SM_FIGURE_DEFINITE && f->injured_low > 1; // "the sentry was hurt and two passers-by were treated"
  if ((apart || beside) && f->sentence == (*first)->sentence && sm_figure_speech(a, f) == sm_figure_speech(a, *first)) {
    (*first)->injured_low += f->injured_low, (*first)->injured_high += f->injured_high;
    f->flags |= SM_FIGURE_PART;
    return;
  }
  *first = f;
}

/// Two tolls of different people by one voice in one sentence add up: "seven civilians were killed and two
/// soldiers died".
void sm_sum_tolls(sm_account *a, const sm_hit *h) {
  sm_figure *first = NULL, *hurt = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & (SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO) || f->killed_low <= 0) {
      sum_hurt(a, f, &hurt);
      continue;
    }
    unsigned both = f->victims & first_victims(first);
    if (first && first != f && f->victims && first->victims && !both &&
        !((f->victims | first->victims) & SM_VICTIM_PEOPLE) &&
        sm_figure_speech(a, f) == sm_figure_speech(a, first)) {
      first->killed_low += f->killed_low, first->killed_high += f->killed_high;
      if (f->children > 0) first->children = (first->children > 0 ? first->children : 0) + f->children;
      f->flags |= SM_FIGURE_PART;
      continue;
    }
    first = f;
  }
}

/// Figures of a telling that add up to what was told before, of the dead or of the injured, are parts of it.
static void mark_parts_of(sm_account *a, const sm_hit *h, bool dead) {
  const sm_strike *s = &a->strikes[h->group];
  int sum = 0, n = 0;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    const int low = dead ? f->killed_low : f->injured_low;
    if (low <= 0 || f->flags & (SM_FIGURE_PART | SM_FIGURE_TOLL)) continue;
    sum += low, n++;
  }
  bool told = false;
  for (size_t i = 0; i < s->n_claims; i++) told |= (dead ? s->claims[i].killed_high : s->claims[i].injured_high) == sum;
  for (uint32_t i = 0; n > 1 && told && i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if ((dead ? f->killed_low : f->injured_low) > 0) f->flags |= SM_FIGURE_PART;
  }
}

/// "killing four inside, while a passer-by also died": what adds up to the toll told before are parts of it.
void sm_mark_parts(sm_account *a, const sm_hit *h) {
  mark_parts_of(a, h, true);
  mark_parts_of(a, h, false);
}

bool sm_tells_hurt(const sm_account *a, const sm_hit *h) {
  for (uint32_t k = 0; k < h->n_figures; k++)
    if (a->story->figures.items[h->figures[k]].injured_high > 0) return true;
  return false;
}

static void mark_sum(sm_account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_figures; i++) a->story->figures.items[h->figures[i]].flags |= SM_FIGURE_PART | SM_FIGURE_SUM;
}

/// The sentence that tells first of a strike.
static uint32_t first_told(const sm_account *a, int group) { return a->hits->items[a->hits->first_of[group]].sentence; }

/// A toll of a strike, be it none, told in a paragraph before a sentence.
static bool has_toll_before(const sm_account *a, int group, uint32_t sentence) {
  const sm_story *story = a->story;
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    if (h->n_figures && story->scan.s[h->sentence].paragraph < story->scan.s[sentence].paragraph) return true;
  }
  return false;
}

/// "In total, two died and five were hurt" at the head of a paragraph, behind several strikes with tolls of their own: of them all.
/// *alone: lent to none of them.
static bool is_total_of_round(const sm_account *a, const sm_hit *h, bool *alone) {
  const sm_scan *scan = &a->story->scan;
  const bool opens = h->sentence > 0 && scan->s[h->sentence].paragraph != scan->s[h->sentence - 1].paragraph;
  bool whole = false;
  for (uint32_t i = 0; i < h->n_figures && !whole; i++) whole = a->story->figures.items[h->figures[i]].flags & SM_FIGURE_WHOLE;
  if (!opens || !whole || (h->n_triggers && !(h->definite && h->plural))) return false; // "in the three explosions"
  uint32_t n = 0;
  for (uint32_t g = 0; g < a->n && n < 2; g++) n += has_toll_before(a, (int)g, h->sentence);
  *alone = first_told(a, h->group) == h->sentence;
  return n > 1 && (*alone || has_toll_before(a, h->group, h->sentence));
}

/// Deaths, or injured, of its own, told of a strike in another sentence than this.
static bool has_own_toll(const sm_account *a, int group, uint32_t sentence, int sum, bool dead) {
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    if (h->sentence == sentence || h->list_place || !(dead ? sm_tells_deaths(a, h) : sm_tells_hurt(a, h))) continue;
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (sum >= 0 && (dead ? f->killed_high : f->injured_high) > sum) return false; // a rival's: no part of it
    }
    return true;
  }
  return false;
}

/// "Attacks in A, B and C left seven dead": one toll, on one side of all the places of the list.
static bool is_shared(const sm_account *a, const sm_hit *h) {
  const sm_mentions *m = a->story->scan.mentions;
  uint32_t first = UINT32_MAX, last = 0, places = 0;
  for (uint32_t i = sm_first_told(a->hits, h->sentence); i < a->hits->n && a->hits->items[i].sentence == h->sentence; i++) {
    const sm_hit *x = &a->hits->items[i];
    if (!x->list_place || x->place < 0) continue;
    const uint32_t at = m->items[x->place].first;
    if (at < first) first = at;
    if (at > last) last = at;
    places++;
  }
  bool toll = false;
  for (uint32_t i = a->story->figure_at[h->sentence]; i < a->story->figure_at[h->sentence + 1]; i++) {
    const sm_figure *f = &a->story->figures.items[i];
    if (f->killed_high <= 0 && f->injured_high <= 0) continue;
    if (sm_between(f->cue, first, last) || sm_between(f->first, first, last) || f->flags & SM_FIGURE_EACH) return false; // "2 in A and one each in B and C"
    toll = true;
  }
  return places > 2 && toll;
}

/// "Ten were killed in attacks in A and B. In A six died.": a toll told of several places, one of which has
/// its own, is a sum.
void sm_mark_sum_of_list(sm_account *a, const sm_hit *h) {
  if (!h->list_place) return;
  bool own = false;
  int dead = SM_UNKNOWN_NUMBER, hurt = SM_UNKNOWN_NUMBER;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high > dead) dead = f->killed_high;
    if (f->injured_high > hurt) hurt = f->injured_high;
  }
  const bool wounded = dead < 0 && hurt > 0; // "wounding 22": nobody died
  for (uint32_t i = sm_first_told(a->hits, h->sentence); i < a->hits->n && a->hits->items[i].sentence == h->sentence; i++)
    if (a->hits->items[i].list_place)
      own |= has_own_toll(a, a->hits->items[i].group, h->sentence, wounded ? hurt : dead, !wounded);
  if (own || is_shared(a, h)) mark_sum(a, h);
}

/// The most deaths, or injured, told of a strike outside a sentence.
static int toll_told(const sm_account *a, int group, uint32_t sentence, bool dead, bool *elsewhere) {
  int most = 0;
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    if (h->sentence == sentence) continue;
    *elsewhere = true;
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      const int told = dead ? f->killed_high : f->injured_high;
      if (!(f->flags & SM_FIGURE_PART) && told > most) most = told;
    }
  }
  return most;
}

/// The first number of deaths told of a strike outside a sentence, 0 none: later ones may be a rival's.
static int toll_told_first(const sm_account *a, int group, uint32_t sentence) {
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    for (uint32_t k = 0; k < h->n_figures && h->sentence != sentence; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (!(f->flags & SM_FIGURE_PART) && f->killed_high > 0) return f->killed_high;
    }
  }
  return 0;
}

/// "in all", "the day's toll", "across the region": of several strikes together; not "all of them soldiers" or "the capital of the province of X".
static bool tells_total(const sm_scan *scan, uint32_t sentence) {
  static const char *const words[] = {"altogether", "Altogether", "total", "overall", "Overall", "therefore", "combined", "together", "day", "overnight", "region", "province"}, *const all[] = {"all"}, *const told[] = {"told"}, *const hours[] = {"later", "earlier", "early", "late"};
  for (uint32_t i = scan->s[sentence].first; i < scan->s[sentence].last; i++) {
    const bool late = i > 2 && sm_is(scan, i - 1, SM_W_THE) && sm_is(scan, i - 2, SM_W_IN) && scan->t[i - 3].sentence == sentence; // "died later in the day"
    if (SM_IS_ONE_OF(scan, i, words) && !sm_is(scan, i + 1, SM_W_OF) && !(late && SM_IS_ONE_OF(scan, i - 3, hours))) return true;
    if (SM_IS_ONE_OF(scan, i, all) && ((i > 0 && sm_is(scan, i - 1, SM_W_IN)) || SM_IS_ONE_OF(scan, i + 1, told))) return true;
  }
  return false;
}

/// "suicide bombings", "cities", and of weapons "car bombs and mortars": the word that begins at a token is for several.
static bool is_of_many(const sm_scan *scan, uint32_t i, bool weapons) {
  static const char *const places[] = {"cities", "towns", "villages", "provinces", "districts", "regions", "localities", "places", "locations", "states"};
  uint32_t last = i + 1, end = i + 1;
  if (SM_IS_ONE_OF(scan, i, places)) return true;
  const sm_cue_row *weapon = sm_cue_at(scan, i, SM_CUE_WEAPON, &last), *deed = sm_cue_at(scan, i, SM_CUE_TRIGGER, &end);
  if (!weapons && weapon && weapon->flags & SM_ROW_UNIT && end <= last) return false; // "dropped three bombs", but "drone strikes"
  if (!(weapons && weapon) && !deed) return false;
  if (end > last) last = end;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, last - 1, last));
  return word.len > 3 && word.ptr[word.len - 1] == 's';
}

/// "strikes around the city of Idlib"
static bool is_around(const sm_account *a, const sm_hit *h, const sm_mention *m) {
  enum { REACH = 4 };
  const sm_scan *scan = &a->story->scan;
  for (uint32_t i = m->first; i > h->first && m->first - i < REACH && !sm_is_punct(scan, i - 1); i--)
    if (sm_is(scan, i - 1, SM_W_AROUND)) return true;
  return false;
}

/// "in the Aleppo countryside", "on districts of Aleppo": more than one place of it.
static bool is_of_parts(const sm_account *a, const sm_hit *h, const sm_mention *m) {
  static const char *const lands[] = {"countryside", "province", "region", "governorate"}, *const parts[] = {"districts", "neighbourhoods", "neighborhoods", "quarters", "suburbs"};
  const sm_scan *scan = &a->story->scan;
  if (m->last < scan->n && SM_IS_ONE_OF(scan, m->last, lands)) return true;
  if (is_around(a, h, m)) return true;
  for (uint32_t i = h->first; i < h->last; i++)
    if (SM_IS_ONE_OF(scan, i, parts)) return true;
  return false;
}

/// Of a town, be it of several of its parts.
static bool is_of_town(const sm_account *a, const sm_hit *h) {
  const sm_mention *m = h->place >= 0 ? &a->story->scan.mentions->items[h->place] : NULL;
  return m && m->place && !is_around(a, h, m) && sm_gazetteer_brief(a->story->scan.reader->gazetteer, m->place).kind == SM_KIND_CITY;
}

/// "Car bombs killed 21 people in Iraq": of a country or province, or of no place.
static bool is_wide(const sm_account *a, const sm_hit *h, bool weapons) {
  const sm_mention *m = h->place >= 0 ? &a->story->scan.mentions->items[h->place] : NULL;
  const sm_place_brief b = m && m->place ? sm_gazetteer_brief(a->story->scan.reader->gazetteer, m->place) : (sm_place_brief){0};
  if (m && b.kind != SM_KIND_COUNTRY && b.kind != SM_KIND_ADM1 && b.kind != SM_KIND_REGION && !(b.kind == SM_KIND_CITY && is_of_parts(a, h, m))) return false; // as mostly
  bool many = false;
  for (uint32_t i = h->first; i < h->last && !many; i++) many = is_of_many(&a->story->scan, i, weapons);
  return many;
}

/// Told of days that one round of strikes does not span.
static bool are_days_apart(const sm_account *a, uint32_t x, uint32_t y) {
  enum { ROUND = 6 };
  const sm_strike *s = &a->strikes[x], *t = &a->strikes[y];
  if (s->date_start == SM_NO_DATE || t->date_start == SM_NO_DATE) return false;
  return s->date_start > t->date_end + ROUND || t->date_start > s->date_end + ROUND;
}

/// "Two bombs have killed nine", and then six in one place and three in another: the tolls of the strikes told behind come to it.
static bool sums_up_next(const sm_account *a, const sm_hit *h, int dead) {
  int sum = 0, sum_first = 0, n = 0;
  bool any = false;
  for (uint32_t g = 0; g < a->n; g++) {
    if (first_told(a, (int)g) <= h->sentence) continue;
    const int most = toll_told(a, (int)g, h->sentence, true, &any);
    sum += most, sum_first += toll_told_first(a, (int)g, h->sentence), n += most > 0;
  }
  return n > 1 && (sum == dead || sum_first == dead);
}

/// Told in the headline and the report's first sentence alone.
static bool is_told_in_head(const sm_account *a, const sm_hit *h) {
  const uint32_t body = sm_first_of_body(a->story);
  for (uint32_t i = a->hits->first_of[h->group]; i < a->hits->n; i = a->hits->items[i].next)
    if (a->hits->items[i].sentence > body) return false;
  return true;
}

/// "in four bomb attacks", "three separate blasts": several are counted.
static bool counts_many(const sm_account *a, const sm_hit *h) {
  enum { REACH = 4 };
  const sm_scan *scan = &a->story->scan;
  for (uint32_t i = h->first; i < h->last; i++) {
    int value;
    uint32_t last;
    if (!sm_read_number(scan, i, &value, &last) || value < 2) continue;
    for (uint32_t k = last; k < h->last && k < last + REACH && !sm_is_punct(scan, k) && !sm_has_cue(scan, k, SM_CUE_VICTIM); k++)
      if (is_of_many(scan, k, false)) return true;
  }
  return false;
}

/// "Four bombings and a shooting": more than one sort of deed.
static bool is_mixed(const sm_scan *scan, const sm_hit *h) {
  static const char *const shots[] = {"shooting", "shootings", "ambush", "ambushes"};
  bool many = false;
  for (uint32_t i = h->first; i < h->last; i++) {
    if (SM_IS_ONE_OF(scan, i, shots)) return many || (i + 1 < h->last && is_of_many(scan, i + 1, false)) || (i + 3 < h->last && sm_is(scan, i + 1, SM_W_AND) && (is_of_many(scan, i + 2, false) || is_of_many(scan, i + 3, false)));
    many |= is_of_many(scan, i, false);
  }
  return false;
}

/// "a wave of attacks in Iraq", "attacks across Iraq", "separate bombings", "four bombings and a shooting": several strikes of a country, of a
/// province or of no place.
static bool tells_round(const sm_account *a, const sm_hit *h) {
  enum { REACH = 6, ACROSS = 3 };
  static const char *const rounds[] = {"wave", "string", "spate", "flurry", "rash", "slew"}, *const across[] = {"across", "throughout"}, *const separate[] = {"separate"};
  const sm_scan *scan = &a->story->scan;
  if (!is_wide(a, h, false)) return false;
  if (is_mixed(scan, h)) return true;
  for (uint32_t i = h->first; i + 1 < h->last; i++) {
    for (uint32_t k = i + 1; SM_IS_ONE_OF(scan, i, across) && k <= i + ACROSS && k < h->last; k++)
      if (scan->mention_at[k] || is_of_many(scan, k, false)) return true;
    if (!SM_IS_ONE_OF(scan, i, separate) && !(SM_IS_ONE_OF(scan, i, rounds) && sm_is(scan, i + 1, SM_W_OF))) continue;
    for (uint32_t k = i + 1; k <= i + REACH && k < h->last && !sm_is_punct(scan, k); k++)
      if (is_of_many(scan, k, false)) return true;
  }
  return false;
}

/// "A wave of attacks across Iraq killed 37", and then one by one: the toll of all is none's own, whatever is told of each.
static bool is_toll_of_round(const sm_account *a, const sm_hit *h) {
  enum { LEAD = 2 };
  if (h->sentence > LEAD || h->list_place || !tells_round(a, h)) return false;
  int most = SM_UNKNOWN_NUMBER;
  bool elsewhere = false, any = false;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high > most) most = f->killed_high;
  }
  const int own = toll_told(a, h->group, h->sentence, true, &elsewhere);
  if (most < 2 || own >= most || !elsewhere) return false;
  uint32_t others = 0;
  for (uint32_t g = 0; g < a->n; g++) others += (int)g != h->group && first_told(a, (int)g) > h->sentence && toll_told(a, (int)g, h->sentence, true, &any) < most;
  return own > 0 || others > 0;
}

/// "22 were injured in attacks on three bases", and then one, 20 and one: the injured of all are none's own.
static void mark_hurt_of_all(sm_account *a, const sm_hit *h, bool counted) {
  enum { SURELY_SUM = 5 };
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->injured_high < SURELY_SUM) continue;
    int sum = 0, n = 0;
    bool elsewhere = false, any = false;
    const int own = toll_told(a, h->group, h->sentence, false, &elsewhere);
    for (uint32_t g = 0; g < a->n; g++) {
      const int hurt = are_days_apart(a, g, (uint32_t)h->group) ? 0 : toll_told(a, (int)g, h->sentence, false, &any);
      sum += hurt, n += hurt > 0;
    }
    const bool all = sum == f->injured_high || (counted && sum < f->injured_high);
    if (elsewhere && n > 1 && own > 0 && own < sum && all) f->injured_low = f->injured_high = SM_UNKNOWN_NUMBER;
  }
}

/// "Five died, the mayor said. The group put the dead at eleven.": another's count of what the sentence before told with a toll.
static bool goes_on_counting(const sm_account *a, const sm_hit *h) {
  const sm_sentence *s = a->story->scan.s;
  if (h->sentence == 0) return false;
  for (uint32_t i = sm_first_told(a->hits, h->sentence - 1); i < a->hits->n && a->hits->items[i].sentence < h->sentence; i++) {
    const sm_hit *before = &a->hits->items[i];
    if (before->group == h->group && s[before->sentence].paragraph == s[h->sentence].paragraph && sm_tells_deaths(a, before)) return true;
  }
  return false;
}

/// "Explosions in Iraq, including two car bombs in Kirkuk, killed 12": a place of some of the strikes alone, before what they all did.
static bool is_of_some(const sm_account *a, const sm_hit *h, const sm_figure *f) {
  enum { REACH = 16 };
  const sm_scan *scan = &a->story->scan;
  const sm_mention *m = h->place >= 0 && !h->place_inherited ? &scan->mentions->items[h->place] : NULL;
  const uint32_t first = scan->s[h->sentence].first;
  if (!m || m->sentence != h->sentence || f->cue < m->last) return false;
  uint32_t k = m->first;
  while (k > first && m->first - k < REACH && !sm_is(scan, k - 1, SM_W_INCLUDING)) {
    const sm_group *g = sm_group_of(&a->story->syntax, k - 1);
    if (g && g->flags & SM_GROUP_FINITE) return false;
    k--;
  }
  if (k <= first + 1 || !sm_is(scan, k - 1, SM_W_INCLUDING) || !sm_is_sign(scan, m->last, ',')) return false;
  for (uint32_t i = first; i + 1 < k; i++)
    if (is_of_many(scan, i, false)) return true;
  return false;
}

/// "leaving six dead in all", "killing a total of six": a word for all of them at the figure.
static bool is_told_in_all(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 6 };
  static const char *const together[] = {"altogether", "combined"}, *const in_all[] = {"all", "total"}, *const total[] = {"total"}, *const between[] = {"between"};
  const uint32_t after = f->last > f->cue ? f->last : f->cue + 1, first = f->first < f->cue ? f->first : f->cue;
  if (f->flags & SM_FIGURE_WHOLE || (first > 1 && sm_is(scan, first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, first - 2, total))) return true;
  for (uint32_t i = after; i + 1 < scan->n && i < after + REACH && !sm_is_punct(scan, i); i++)
    if (SM_IS_ONE_OF(scan, i, together) || (SM_IS_ONE_OF(scan, i, between) && sm_is(scan, i + 1, SM_W_THEM)) || (sm_is(scan, i, SM_W_IN) && SM_IS_ONE_OF(scan, i + 1, in_all))) return true;
  return false;
}

/// "A bomb exploded in A and a blast hit a patrol in B, leaving six dead in all": the toll of both is neither's own.
static void mark_total_of_sentence(sm_account *a, const sm_hit *h) {
  const sm_hits *hits = a->hits;
  bool two = false;
  for (uint32_t i = sm_first_told(hits, h->sentence); h->n_figures && i < hits->n && hits->items[i].sentence == h->sentence; i++) {
    const sm_hit *other = &hits->items[i];
    if (other->group == h->group) continue;
    if (other->n_figures) return; // each has its own
    two |= other->n_triggers > 0;
  }
  for (uint32_t i = 0; i < h->n_figures && two; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high < 2 && f->injured_high < 2) continue;
    if (is_told_in_all(&a->story->scan, f)) f->flags |= SM_FIGURE_PART | SM_FIGURE_SUM;
  }
}

/// "In one day, therefore, five were killed": what the tolls of several strikes add up to is none's own,
/// where it was lent to one that is told of elsewhere.
void sm_mark_sum_of_strikes(sm_account *a, const sm_hit *h) {
  enum { MOST_STRIKES = 40, SURELY_SUM = 5 }; // smaller sums of two come by chance
  const bool many = is_wide(a, h, false), wide = many || (h->n_triggers && is_wide(a, h, true));
  if (a->n > MOST_STRIKES) return;
  if (is_toll_of_round(a, h)) {
    mark_sum(a, h);
    return;
  }
  if (a->n < 2) return;
  mark_total_of_sentence(a, h);
  bool lent_to_none;
  if (is_total_of_round(a, h, &lent_to_none)) {
    mark_sum(a, h);
    if (lent_to_none) a->strikes[h->group].of_others = true;
    return;
  }
  const bool town = is_of_town(a, h), counted = many && !town && counts_many(a, h);
  mark_hurt_of_all(a, h, counted);
  if (h->n_triggers && !wide) return;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high < 2) continue;
    int sum = 0, n = 0, past = 0, n_past = 0, sum_first = 0, n_first = 0;
    bool elsewhere = false, any = false, leads = false; // "strikes killed 13": seven, four and two, and then what others struck
    const int own = toll_told(a, h->group, h->sentence, true, &elsewhere);
    for (uint32_t g = 0; g < a->n; g++) {
      const int dead = toll_told(a, (int)g, h->sentence, true, &any);
      sum += dead, n += dead > 0;
      if (are_days_apart(a, g, (uint32_t)h->group)) past += dead, n_past += dead > 0;
      const int first = many ? toll_told_first(a, (int)g, h->sentence) : 0;
      sum_first += first, n_first += first > 0;
      leads |= n_first > 2 && sum_first == f->killed_high;
    }
    if (sum != f->killed_high && n - n_past > 1) sum -= past, n -= n_past;
    const bool chance = !many && !tells_total(&a->story->scan, h->sentence) && (n < 3 || goes_on_counting(a, h));
    const bool two = counted && n > 1 && own > 0 && own < f->killed_high && sum <= 2 * f->killed_high; // "on two villages killed 11", nine or ten of them in one
    const bool holds = two || (many && !town && own > 0 && sum < f->killed_high && sum * 4 > f->killed_high); // of some no toll is told
    const bool alone = (!elsewhere || is_told_in_head(a, h)) && wide && f->killed_high >= SURELY_SUM && sums_up_next(a, h, f->killed_high);
    if (alone) a->strikes[h->group].of_others = true;
    if (!(elsewhere || alone) || n < (counted ? 1 : 2) || (chance && !alone) || (sum != f->killed_high && !holds && !leads) || (own >= sum && !(counted && own < f->killed_high))) continue;
    mark_sum(a, h);
    return;
  }
}

/// "returned fire", "in the ensuing gunfight", "neutralised": the word or the sentence of a figure tells of fighting back.
static bool is_fought_back(const sm_scan *scan, const sm_figure *f) {
  static const char *const put[] = {"neutralised", "neutralized", "eliminated", "liquidated"},
                           *const back[] = {"response", "retaliation", "retaliated", "retaliatory", "pursuit", "ensuing", "gunfight", "gunbattle", "shootout", "firefight", "clash", "clashes", "counterattack", "counteroffensive", "repelled", "repulsed", "riposte", "enemy"},
                           *const fire[] = {"fire"}, *const returned[] = {"returned", "returning"};
  if (SM_IS_ONE_OF(scan, f->cue, put)) return true;
  const sm_sentence *s = &scan->s[f->sentence];
  for (uint32_t i = s->first; i < s->last; i++)
    if (SM_IS_ONE_OF(scan, i, back) || (SM_IS_ONE_OF(scan, i, returned) && SM_IS_ONE_OF(scan, i + 1, fire))) return true;
  return false;
}

/// Somebody who was no fighter died or was hurt by a strike, as far as is told before a sentence.
static bool struck_others(const sm_strike *s, uint32_t sentence) {
  for (size_t i = 0; i < s->n_claims; i++) {
    const sm_claim *c = &s->claims[i];
    if (c->sentence < sentence && (c->killed_high > 0 || c->injured_high > 0) && !sm_str_equal(c->victims, SM_STR("militants"))) return true;
  }
  return false;
}

/// The figure before is what the same words say was lost.
static bool lost_before(const sm_account *a, const sm_hit *h, uint32_t i) {
  static const char *const lost[] = {"lost", "losing", "lose"};
  const sm_figure *f = &a->story->figures.items[h->figures[i]], *before = i ? &a->story->figures.items[h->figures[i - 1]] : NULL;
  return before && before->sentence == f->sentence && before->killed_high > 0 && SM_IS_ONE_OF(&a->story->scan, before->cue, lost);
}

/// "A mine killed four soldiers. In the pursuit 15 terrorists were neutralised": fighters who died when those struck by their device fought back
/// are none of its dead.
void sm_mark_answered(sm_account *a, const sm_hit *h) {
  enum { LAID = SM_WEAPON_IED | SM_WEAPON_SUICIDE_BOMB | SM_WEAPON_CAR_BOMB };
  const sm_strike *s = &a->strikes[h->group];
  const bool laid = !h->weapons && s->weapons & LAID && !(s->weapons & ~(unsigned)(LAID | SM_WEAPON_BOMB)), rebels = s->attacker.type == 2 || s->attacker.type == 3;
  for (uint32_t i = 0; i < h->n_figures && (laid || rebels); i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->victims == SM_VICTIM_MILITANTS && rebels && lost_before(a, h, i)) f->flags |= SM_FIGURE_PART | SM_FIGURE_SUM; // "had lost two men and killed 84 terrorists"
    if (!laid) continue;
    if (f->killed_low > 0 && f->victims == SM_VICTIM_MILITANTS && !(f->flags & (SM_FIGURE_ALSO | SM_FIGURE_STRIKERS)) && struck_others(s, f->sentence) && is_fought_back(&a->story->scan, f)) f->flags |= SM_FIGURE_PART | SM_FIGURE_SUM;
  }
}

/// The headline's number of those whom the lead tells of several strikes is none's own, either.
static void mark_same_before(sm_account *a, const sm_hit *h, const sm_figure *sum) {
  for (uint32_t i = a->hits->first_of[h->group]; i < a->hits->n && a->hits->items[i].sentence < h->sentence; i = a->hits->items[i].next)
    for (uint32_t k = 0; k < a->hits->items[i].n_figures; k++) {
      sm_figure *f = &a->story->figures.items[a->hits->items[i].figures[k]];
      if (f->killed_high > 1 && f->killed_high == sum->killed_high) f->flags |= SM_FIGURE_PART | SM_FIGURE_SUM;
    }
}

void sm_mark_sums_of_some(sm_account *a) {
  for (uint32_t i = 0; i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    for (uint32_t k = 0; k < h->n_figures; k++) {
      sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (!is_of_some(a, h, f)) continue;
      f->flags |= SM_FIGURE_PART | SM_FIGURE_SUM;
      mark_same_before(a, h, f);
    }
  }
}
