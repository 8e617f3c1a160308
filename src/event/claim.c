// Claims: which voice tells which figure of a strike, and what they come to.
#include "account.h"

sm_claim sm_new_claim(const sm_speech *speech, uint32_t sentence) {
  sm_claim c = {.killed_low = -1,
                .killed_high = -1,
                .injured_low = -1,
                .injured_high = -1,
                .children = -1,
                .civilians = -1,
                .sentence = sentence};
  if (speech) {
    c.claimant = speech->name;
    c.stance = speech->row->stance == 'f'   ? SM_STANCE_CONFIRMS
               : speech->row->stance == 'd' ? SM_STANCE_DENIES
                                            : SM_STANCE_CLAIMS;
  }
  return c;
}

sm_claim *sm_put_claim(sm_account *a, uint32_t group, sm_claim claim) {
  sm_strike *s = &a->strikes[group];
  sm_claim *items =
      sm_arena_grow(a->story->scan.arena, s->claims, s->n_claims, &a->cap[group], sizeof *items);
  if (!items) return NULL;
  s->claims = items;
  items[s->n_claims] = claim;
  return &items[s->n_claims++];
}

static void widen(int *low, int *high, int l, int h) {
  if (l < 0 && h < 0) return;
  if (*low < 0 || l < *low) *low = l;
  if (h > *high) *high = h;
}

static const char *victim_words(uint16_t victims) {
  if (victims & SM_VICTIM_CHILDREN) return victims & SM_VICTIM_WOMEN ? "women, children" : "children";
  if (victims & SM_VICTIM_SOLDIERS) return "soldiers";
  if (victims & SM_VICTIM_POLICE) return "police";
  if (victims & SM_VICTIM_MILITANTS) return "militants";
  if (victims & SM_VICTIM_CIVILIANS) return "civilians";
  return victims & SM_VICTIM_WOMEN ? "women" : NULL;
}

/// "The spokesman reports:", "Breakdown (SOHR):" above a list: the voice of its items; NULL for what is no
/// item.
const sm_speech *sm_heading_voice(const sm_story *story, uint32_t sentence) {
  const sm_scan *scan = &story->scan;
  uint32_t k = sentence;
  while (k > 0 && !(scan->s[k].flags & SM_SENTENCE_ITEM) && scan->s[k - 1].paragraph == scan->s[k].paragraph)
    k--;
  for (bool item = scan->s[k].flags & SM_SENTENCE_ITEM; item && k > 0;) {
    k--;
    const sm_sentence *s = &scan->s[k];
    uint32_t from = story->speech_at[k], to = story->speech_at[k + 1];
    if (s->last > s->first && sm_is_sign(scan, s->last - 1, ':') && !(s->flags & SM_SENTENCE_ITEM))
      return from < to && !story->speeches.items[to - 1].negated ? &story->speeches.items[to - 1] : NULL;
    item = s->flags & SM_SENTENCE_ITEM || s->paragraph == scan->s[k + 1].paragraph;
  }
  return NULL;
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

static const sm_speech *figure_speech(const sm_account *a, const sm_figure *f) {
  const sm_speeches *all = &a->story->speeches;
  const sm_speech *own = sm_speech_of(all, f->sentence, f->cue), *quoted = sm_quoted_by(all, f->cue);
  if (quoted && (!own || sm_quoted_by(all, own->verb) != quoted)) return quoted;
  if (!own) own = sm_heading_voice(a->story, f->sentence);
  return own ? own : told_by_next(a->story, f->sentence);
}

/// One tells the dead, the other the injured: halves of one account.
static bool fills_gap(const sm_claim *a, const sm_claim *b) {
  return (a->killed_high < 0 && b->injured_high < 0) || (a->injured_high < 0 && b->killed_high < 0);
}

/// "A third died in hospital": beside those told before, unless so many were told already.
static void add_rank(const sm_figure *f, int *low, int *high) {
  if (f->rank && *high >= f->rank) return;
  *low += 1, *high += 1;
}

/// "Two others died later": beside those of the claim told just before, in the same paragraph and voice.
static bool add_more(const sm_account *a, sm_strike *s, const sm_figure *f, const sm_claim *c) {
  if (s->n_claims == 0) return false;
  sm_claim *old = &s->claims[s->n_claims - 1];
  const sm_sentence *here = &a->story->scan.s[c->sentence], *there = &a->story->scan.s[old->sentence];
  bool killed = f->killed_low > 0;
  int low = killed ? old->killed_low : old->injured_low;
  if (here->paragraph != there->paragraph || low <= 0 || old->stance == SM_STANCE_DENIES) return false;
  if (c->claimant.len && old->claimant.len && !sm_same_claimant(c->claimant, old->claimant)) return false;
  if (f->rank && killed)
    add_rank(f, &old->killed_low, &old->killed_high);
  else if (f->rank)
    add_rank(f, &old->injured_low, &old->injured_high);
  if (f->rank) return true;
  if (f->killed_low > 0) old->killed_low += f->killed_low, old->killed_high += f->killed_high;
  if (f->injured_low > 0 && old->injured_low > 0)
    old->injured_low += f->injured_low, old->injured_high += f->injured_high;
  if (c->children > 0) old->children = (old->children > 0 ? old->children : 0) + c->children;
  if (!old->claimant.len) old->claimant = c->claimant;
  return true;
}

/// Fewer people told after a greater toll by nobody else, one who speaks, or one or some by name in the same
/// voice: who some of the dead were.
static bool is_detail(const sm_account *a, const sm_strike *s, const sm_figure *f, const sm_claim *c) {
  const sm_speech *own = figure_speech(a, f);
  bool nobody = !own || !own->name.len, himself = own && sm_between(f->first, own->first, own->last);
  nobody |= f->flags & SM_FIGURE_DEFINITE;
  bool few = f->flags & SM_FIGURE_NAMED || f->killed_high == 1 || f->injured_high == 1 || nobody;
  if (!few || f->flags & (SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_EARLIER)) return false;
  for (size_t i = 0; i < s->n_claims; i++) {
    const sm_claim *old = &s->claims[i];
    bool greater = (f->killed_high < 0 || old->killed_low > f->killed_high) &&
                   (f->injured_high < 0 || old->injured_low > f->injured_high);
    if (greater && old->sentence != c->sentence &&
        (nobody || himself || sm_same_claimant(own->name, old->claimant)))
      return true;
  }
  return false;
}

/// Who spoke last in the paragraph, for a sentence in which nobody does; NULL when nobody has.
static const sm_speech *carried_speech(const sm_story *story, uint32_t sentence) {
  const sm_sentence *s = story->scan.s;
  if (story->speech_at[sentence] != story->speech_at[sentence + 1]) return NULL;
  while (sentence > 0 && s[sentence - 1].paragraph == s[sentence].paragraph) {
    sentence--;
    if (story->speech_at[sentence] != story->speech_at[sentence + 1])
      return &story->speeches.items[story->speech_at[sentence + 1] - 1];
  }
  return NULL;
}

/// "The mayor says that a shell hit a house. Two died under the roof.": who began to tell of the strike goes
/// on telling, where it was not told with a toll.
static const sm_speech *teller_before(const sm_account *a, uint32_t group, uint32_t sentence) {
  const sm_story *story = a->story;
  const sm_speech *voice = carried_speech(story, sentence);
  if (!voice || voice->negated || voice->row->form != SM_F_VERB ||
      voice->row->stance != 'c' || !voice->name.len || voice->sentence + 2 < sentence ||
      story->figure_at[voice->sentence] != story->figure_at[voice->sentence + 1])
    return NULL;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence <= voice->sentence; i++) {
    const sm_hit *h = &a->hits->items[i];
    if (h->sentence == voice->sentence && h->n_triggers && h->group == (int)group) return voice;
  }
  return NULL;
}

/// "18 died, the committee said. A hundred were hurt.": a later sentence of the paragraph tells the other
/// half.
static bool goes_on(const sm_story *story, const sm_claim *old, const sm_claim *c) {
  if (c->claimant.len || c->sentence == old->sentence) return false;
  const sm_speech *voice = carried_speech(story, c->sentence);
  if (voice && voice->name.len && old->claimant.len) return sm_same_claimant(voice->name, old->claimant);
  return c->sentence == old->sentence + 1 &&
         story->scan.s[c->sentence].paragraph == story->scan.s[old->sentence].paragraph;
}

static bool add_figure_claim(sm_account *a, uint32_t group, const sm_figure *f) {
  if (f->killed_high < 0 && f->injured_high < 0) return true; // "dozens": no figure to claim
  const sm_speech *speech = figure_speech(a, f);
  if (!speech) speech = teller_before(a, group, f->sentence);
  sm_claim c = sm_new_claim(speech, f->sentence);
  const sm_scan *scan = &a->story->scan;
  if (speech && speech->row->stance == 'd') c.stance = SM_STANCE_CLAIMS;
  c.killed_low = f->killed_low, c.killed_high = f->killed_high, c.injured_low = f->injured_low,
  c.injured_high = f->injured_high;
  c.children = f->children, c.civilians = f->civilians;
  c.victims = sm_str_of(victim_words(f->victims));
  c.span = sm_tokens_span(scan, f->first < f->cue ? f->first : f->cue,
                          f->last > f->cue + 1 ? f->last : f->cue + 1);
  sm_strike *s = &a->strikes[group];
  if (f->flags & SM_FIGURE_MORE && add_more(a, s, f, &c)) return true;
  if (is_detail(a, s, f, &c)) {
    if (c.children > s->fat_children) s->fat_children = c.children;
    return true;
  }
  for (size_t i = 0; i < s->n_claims; i++) {
    sm_claim *old = &s->claims[i];
    bool beside =
        (old->sentence == c.sentence && (!old->claimant.len || !c.claimant.len) && fills_gap(old, &c)) ||
        (goes_on(a->story, old, &c) && fills_gap(old, &c));
    if (!beside &&
        (!sm_same_claimant(old->claimant, c.claimant) || (!c.claimant.len && old->sentence != c.sentence)))
      continue;
    if (old->stance == SM_STANCE_DENIES) continue;
    if (c.claimant.len > old->claimant.len) old->claimant = c.claimant;
    widen(&old->killed_low, &old->killed_high, c.killed_low, c.killed_high);
    widen(&old->injured_low, &old->injured_high, c.injured_low, c.injured_high);
    if (c.children > old->children) old->children = c.children;
    if (c.civilians > old->civilians) old->civilians = c.civilians;
    if (!old->victims.len) old->victims = c.victims;
    return true;
  }
  return sm_put_claim(a, group, c) != NULL;
}

static bool has_deaths(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > 0) return true;
  return false;
}

/// "no casualties at first, but the second blast killed five": deaths in the same telling.
static bool toll_beside(const sm_account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high > 0 && !(f->flags & SM_FIGURE_PART)) return true;
  }
  return false;
}

/// "killing four inside, while a passer-by also died": what adds up to the toll told before are parts of it.
static void mark_parts(sm_account *a, const sm_hit *h) {
  const sm_strike *s = &a->strikes[h->group];
  int sum = 0, n = 0;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_low <= 0 || f->flags & (SM_FIGURE_PART | SM_FIGURE_TOLL)) continue;
    sum += f->killed_low, n++;
  }
  bool told = false;
  for (size_t i = 0; i < s->n_claims; i++) told |= s->claims[i].killed_high == sum;
  for (uint32_t i = 0; n > 1 && told && i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_low > 0) f->flags |= SM_FIGURE_PART;
  }
}

/// Deaths of its own, told of a strike in another sentence than this.
static bool has_own_deaths(const sm_account *a, int group, uint32_t sentence) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group && a->hits->items[i].sentence != sentence &&
        !a->hits->items[i].list_place && toll_beside(a, &a->hits->items[i]))
      return true;
  return false;
}

/// "Ten were killed in attacks in A and B. In A six died.": a toll told of several places, one of which has
/// its own, is a sum.
static void mark_sum_of_list(sm_account *a, const sm_hit *h) {
  if (!h->list_place) return;
  bool own = false;
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].sentence == h->sentence && a->hits->items[i].list_place)
      own |= has_own_deaths(a, a->hits->items[i].group, h->sentence);
  for (uint32_t i = 0; own && i < h->n_figures; i++)
    a->story->figures.items[h->figures[i]].flags |= SM_FIGURE_PART;
}

/// The most deaths told of a strike outside a sentence.
static int deaths_told(const sm_account *a, int group, uint32_t sentence, bool *elsewhere) {
  int most = 0;
  for (uint32_t i = 0; i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    if (h->group != group || h->sentence == sentence) continue;
    *elsewhere = true;
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (!(f->flags & SM_FIGURE_PART) && f->killed_high > most) most = f->killed_high;
    }
  }
  return most;
}

static bool tells_total(const sm_scan *scan, uint32_t sentence) {
  static const char *const words[] = {"altogether", "Altogether", "all",      "total",    "overall",
                                      "Overall",    "therefore",  "combined", "together", "day",
                                      "overnight",  "region",     "province"};
  for (uint32_t i = scan->s[sentence].first; i < scan->s[sentence].last; i++)
    if (SM_IS_ONE_OF(scan, i, words)) return true;
  return false;
}

/// "Car bombs killed 21 people in Iraq": of a country or province, or of no place.
static bool is_wide(const sm_account *a, const sm_hit *h) {
  bool many = false;
  for (uint32_t i = h->first; i < h->last && !many; i++) { // "car bombs and mortars", "attacks"
    sm_str word = sm_span_text(&a->story->scan, sm_tokens_span(&a->story->scan, i, i + 1));
    const bool strikes = sm_has_cue(&a->story->scan, i, SM_CUE_WEAPON) || sm_has_cue(&a->story->scan, i, SM_CUE_TRIGGER);
    many = strikes && word.len > 3 && word.ptr[word.len - 1] == 's';
  }
  if (!many) return false;
  if (h->place < 0) return true;
  const sm_mention *m = &a->story->scan.mentions->items[h->place];
  if (!m->place) return false;
  sm_place_brief b = sm_gazetteer_brief(a->story->scan.reader->gazetteer, m->place);
  return b.kind == SM_KIND_COUNTRY || b.kind == SM_KIND_ADM1 || b.kind == SM_KIND_REGION;
}

/// "In one day, therefore, five were killed": what the tolls of several strikes add up to is none's own,
/// where it was lent to one that is told of elsewhere.
static void mark_sum_of_strikes(sm_account *a, const sm_hit *h) {
  enum { MOST_STRIKES = 40 };
  if ((h->n_triggers && !is_wide(a, h)) || a->n > MOST_STRIKES || a->n < 2) return;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high < 2) continue;
    int sum = 0, n = 0;
    bool elsewhere = false, any = false;
    const int own = deaths_told(a, h->group, h->sentence, &elsewhere);
    for (uint32_t g = 0; g < a->n; g++) {
      const int dead = deaths_told(a, (int)g, h->sentence, &any);
      sum += dead, n += dead > 0;
    }
    const bool chance = n < 3 && !tells_total(&a->story->scan, h->sentence);
    if (!elsewhere || n < 2 || chance || sum != f->killed_high || own >= sum) continue;
    for (uint32_t k = 0; k < h->n_figures; k++)
      a->story->figures.items[h->figures[k]].flags |= SM_FIGURE_PART;
    return;
  }
}

/// "rose to 59 after seven of the injured died": what made the toll rise.
static bool follows_after(const sm_scan *scan, const sm_figure *f) {
  return f->first > 0 && sm_is(scan, f->first - 1, SM_W_AFTER);
}

/// The figures of all tellings as claims, parts into the strike's own fields.
static bool add_claims(sm_account *a, const sm_hit *h) {
  sm_strike *s = &a->strikes[h->group];
  mark_parts(a, h);
  int toll = SM_UNKNOWN_NUMBER; // "the toll rose to 60 after a man died": one of the sixty
  const sm_speech *teller = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & SM_FIGURE_TOLL && f->killed_high > toll) toll = f->killed_high, teller = figure_speech(a, f);
  }
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    const sm_speech *voice = figure_speech(a, f);
    const bool rival = voice && teller && !sm_same_claimant(voice->name, teller->name);
    const bool few = f->killed_high <= 2 || f->flags & SM_FIGURE_MORE || follows_after(&a->story->scan, f);
    if (!(f->flags & SM_FIGURE_TOLL) && f->killed_high > 0 && few && f->killed_high < toll && !rival)
      f->flags |= SM_FIGURE_PART;
    if (f->flags & SM_FIGURE_ZERO && f->victims == SM_VICTIM_CIVILIANS && toll_beside(a, h)) { // "killed four militants and no civilians"
      if (f->killed_high == 0 && s->fat_civ < 0) s->fat_civ = 0;
      continue;
    }
    if (f->flags & SM_FIGURE_CARE || (f->flags & SM_FIGURE_SOME && (has_deaths(s) || toll_beside(a, h))))
      continue;
    if (f->flags & SM_FIGURE_PART) {
      int children = f->children > 0                    ? f->children
                     : f->victims == SM_VICTIM_CHILDREN ? f->killed_low
                                                        : SM_UNKNOWN_NUMBER;
      if (children > s->fat_children) s->fat_children = children;
      continue;
    }
    sm_figure told = *f;
    if (f->flags & SM_FIGURE_UNHURT && (has_deaths(s) || toll_beside(a, h)))
      told.killed_low = told.killed_high = SM_UNKNOWN_NUMBER;
    if (!add_figure_claim(a, (uint32_t)h->group, &told)) return false;
  }
  return true;
}

/// Those in hospital are the injured of a strike that tells of no others.
static bool add_cared_for(sm_account *a, const sm_hit *h) {
  const sm_strike *s = &a->strikes[h->group];
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].injured_high >= 0) return true;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure f = a->story->figures.items[h->figures[i]];
    f.flags &= (uint16_t)~SM_FIGURE_MORE;
    if (f.flags & SM_FIGURE_CARE && !add_figure_claim(a, (uint32_t)h->group, &f)) return false;
  }
  return true;
}

/// "Three traders were among the dead": so many at least, where nothing else tells how many died.
static bool add_parts_alone(sm_account *a, const sm_hit *h) {
  sm_strike *s = &a->strikes[h->group];
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= 0) return true;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure f = a->story->figures.items[h->figures[i]];
    if (!(f.flags & SM_FIGURE_AMONG) || f.killed_low <= 0 || f.victims & SM_VICTIM_CHILDREN) continue;
    f.flags &= (uint16_t)~(SM_FIGURE_PART | SM_FIGURE_MORE);
    if (!add_figure_claim(a, (uint32_t)h->group, &f)) return false;
  }
  return true;
}

/// "There were neither damage nor casualties in those three", "none of the villages": what is denied of
/// several strikes.
static bool denies_of_many(const sm_scan *scan, uint32_t sentence) {
  static const char *const many[] = {"those", "these", "both", "either", "any", "all", "Neither", "None"};
  for (uint32_t i = scan->s[sentence].first; i < scan->s[sentence].last; i++)
    if (SM_IS_ONE_OF(scan, i, many) && i > scan->s[sentence].first &&
        (sm_is_preposition(scan, i - 1) || sm_is(scan, i + 1, SM_W_OF)))
      return true;
  return false;
}

/// The first telling of a strike.
static const sm_hit *first_telling(const sm_account *a, int group) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group) return &a->hits->items[i];
  return NULL;
}

/// A place of some strike is named: "B had no casualties".
static bool names_place(const sm_account *a, uint32_t sentence) {
  const sm_mention *items = a->story->scan.mentions->items;
  for (uint32_t m = a->story->mention_from[sentence]; m < a->story->mention_from[sentence + 1]; m++)
    for (uint32_t i = 0; i < a->hits->n; i++)
      if (a->hits->items[i].place >= 0 && items[m].place &&
          items[a->hits->items[i].place].place == items[m].place)
        return true;
  return false;
}

static bool is_told_once(const sm_account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == h->group && a->hits->items[i].sentence != h->sentence) return false;
  return true;
}

static bool begins_denial(const sm_scan *scan, uint32_t token) {
  const sm_cue_row *number = sm_cue_at(scan, token, SM_CUE_NUMBER, NULL);
  return (number && number->kind == SM_K_ZERO) ||
         (sm_is(scan, token, SM_W_THERE) && sm_is_be(scan, token + 1));
}

/// "There were no casualties.", "Luckily, nobody was hurt.": said of all that the paragraph told.
static bool denies_plainly(const sm_scan *scan, uint32_t sentence) {
  enum { LONGEST_LEAD = 8 };
  const uint32_t first = scan->s[sentence].first, last = scan->s[sentence].last;
  if (begins_denial(scan, first)) return true;
  for (uint32_t k = first; k + 1 < last && k < first + LONGEST_LEAD; k++)
    if (sm_is_sign(scan, k, ',')) return begins_denial(scan, k + 1);
  return false;
}

/// A figure of the kind that is denied has been told of a strike.
static bool is_told(const sm_strike *s, const sm_figure *zero) {
  for (size_t k = 0; k < s->n_claims; k++)
    if (s->claims[k].killed_high >= 0 || (s->claims[k].injured_high >= 0 && zero->injured_low == 0))
      return true;
  return false;
}

/// Strikes listed in one sentence, or told in one paragraph and denied as "those", share the denial of
/// casualties that follows.
static bool spread_zero(sm_account *a, const sm_hit *h) {
  const sm_scan *scan = &a->story->scan;
  const sm_figure *zero = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++)
    if (a->story->figures.items[h->figures[i]].flags & SM_FIGURE_ZERO)
      zero = &a->story->figures.items[h->figures[i]];
  if (!zero || h->n_triggers || names_place(a, h->sentence) || (h->place >= 0 && !h->place_inherited))
    return true;
  const sm_hit *mine = first_telling(a, h->group);
  bool many = denies_of_many(scan, h->sentence) || denies_plainly(scan, h->sentence);
  int last = h->group;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence < h->sentence; i++) {
    const sm_hit *o = &a->hits->items[i];
    const sm_strike *s = &a->strikes[o->group];
    uint32_t apart = scan->s[h->sentence].paragraph - scan->s[o->sentence].paragraph;
    if (o->group == h->group || o->group == last || apart > 1 || o->intercepted) continue;
    bool listed = o->sentence == mine->sentence && is_told_once(a, o);
    if (is_told(s, zero) || !(listed || (many && apart == 0))) continue;
    last = o->group;
    if (!add_figure_claim(a, (uint32_t)o->group, zero)) return false;
  }
  return true;
}

enum { ADOPTED = 4 }; ///< sentences between a toll and the first strike told after it

static bool is_owned(const sm_account *a, uint32_t figure) {
  for (uint32_t h = 0; h < a->hits->n; h++)
    for (uint32_t k = 0; k < a->hits->items[h].n_figures; k++)
      if (a->hits->items[h].figures[k] == figure) return true;
  return false;
}

static uint32_t paragraphs_apart(const sm_account *a, uint32_t before, uint32_t after) {
  return a->story->scan.s[after].paragraph - a->story->scan.s[before].paragraph;
}

/// A toll some sentences before the strike; in a report of one strike alone ("On Saturday a missile hit ..."
/// at the end) any.
static bool is_near_strike(const sm_account *a, uint32_t sentence, uint32_t strike) {
  enum { ADOPTED_OF_ONE = 12 };
  if (a->n == 1) return sentence + ADOPTED_OF_ONE >= strike;
  return sentence + ADOPTED >= strike && paragraphs_apart(a, sentence, strike) <= 1;
}

/// A toll told before the strike that it is of: no day long past, no shooting, no place of its own.
static bool may_adopt(const sm_account *a, const sm_figure *f) {
  const sm_story *story = a->story;
  if (f->flags & (SM_FIGURE_SUM | SM_FIGURE_PART | SM_FIGURE_CARE | SM_FIGURE_DEFINITE | SM_FIGURE_NAMED))
    return false;
  const sm_cue_row *row = sm_cue_at(&story->scan, f->cue, SM_CUE_CASUALTY, NULL);
  if (row && row->flags & SM_ROW_WEAK) return false; // "who lost a cousin"
  if (sm_is_long_past(story, f->sentence) || sm_content_of(story, f->sentence).gun) return false;
  for (uint32_t m = story->mention_from[f->sentence]; m < story->mention_from[f->sentence + 1]; m++)
    if (sm_place_score(story, m, NULL) >= 0.9f) return false;
  for (uint32_t i = story->trigger_at[f->sentence]; i < story->trigger_at[f->sentence + 1]; i++)
    if (story->triggers.items[i].reality != SM_REAL) return false;
  return true;
}

/// The tolls of a lead that tells of no strike itself ("At least 21 people have been killed, the minister
/// said.") are of the first strike told after it, where that has none.
static bool adopt_tolls(sm_account *a) {
  const sm_figures *all = &a->story->figures;
  if (a->hits->n == 0) return true;
  const sm_hit *first = &a->hits->items[0];
  const sm_strike *s = &a->strikes[first->group];
  for (uint32_t i = 0; a->hits->n == 1 && i < all->n;
       i++) // a note that tells of nothing else: "Six more were wounded."
    if (all->items[i].sentence > first->sentence && all->items[i].sentence <= first->sentence + 2 &&
        !is_owned(a, i) && may_adopt(a, &all->items[i]) && s->inj_high < 0 &&
        all->items[i].injured_high > 0 && !add_figure_claim(a, (uint32_t)first->group, &all->items[i]))
      return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= 0 || s->claims[i].injured_high > 0) return true;
  for (uint32_t i = 0; i < all->n && all->items[i].sentence < first->sentence; i++)
    if (is_near_strike(a, all->items[i].sentence, first->sentence) && !is_owned(a, i) &&
        may_adopt(a, &all->items[i]) && !add_figure_claim(a, (uint32_t)first->group, &all->items[i]))
      return false;
  return true;
}

static bool has_place(const sm_account *a, int group) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group &&
        (a->hits->items[i].place >= 0 || a->hits->items[i].border_village))
      return true;
  return false;
}

static bool has_tolls(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= 0 || s->claims[i].injured_high >= 0) return true;
  return false;
}

/// Told by a verb or noun of its own and without a day: "the attack took 35 lives".
static bool is_dayless(const sm_account *a, int group) {
  bool told = false;
  for (uint32_t i = 0; i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    if (h->group != group) continue;
    if (h->when >= 0 && !h->date_inherited) return false;
    told |= h->n_triggers > 0;
  }
  return told;
}

/// "The toll of the attack rose to 35. ... On Saturday a missile hit a block in Dnipro.": what is told
/// without a place is of the only strike that has one, where that has no toll.
static bool lend_tolls(sm_account *a) {
  enum { MOST_STRIKES = 8 };
  int placed = -1;
  if (a->n < 2 || a->n > MOST_STRIKES) return true;
  for (uint32_t g = 0; g < a->n; g++) {
    if (!has_place(a, (int)g)) continue;
    if (placed >= 0) return true;
    placed = (int)g;
  }
  if (placed < 0 || has_tolls(&a->strikes[placed])) return true;
  for (uint32_t i = 0; i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    if (h->group == placed || !h->n_figures || !is_dayless(a, h->group)) continue;
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (!(f->flags & (SM_FIGURE_PART | SM_FIGURE_CARE | SM_FIGURE_MORE)) &&
          !add_figure_claim(a, (uint32_t)placed, f))
        return false;
    }
  }
  return true;
}

static unsigned first_victims(const sm_figure *f) {
  return f ? f->victims : 0;
}

/// "A policeman lost a leg and two traders were cut": the injured told one after the other add up, too.
static void sum_hurt(sm_account *a, sm_figure *f, sm_figure **first) {
  const unsigned skip = SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_CARE | SM_FIGURE_EARLIER;
  if (f->flags & skip || f->injured_low <= 0 || f->killed_high > 0) return;
  const unsigned both = *first ? f->victims | (*first)->victims : SM_VICTIM_PEOPLE;
  const bool apart = *first && !(f->victims & (*first)->victims) && f->victims && (*first)->victims && !(both & SM_VICTIM_PEOPLE);
  if (apart && f->sentence == (*first)->sentence && figure_speech(a, f) == figure_speech(a, *first)) {
    (*first)->injured_low += f->injured_low, (*first)->injured_high += f->injured_high;
    f->flags |= SM_FIGURE_PART;
    return;
  }
  *first = f;
}

/// Two tolls of different people by one voice in one sentence add up: "seven civilians were killed and two
/// soldiers died".
static void sum_tolls(sm_account *a, const sm_hit *h) {
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
        figure_speech(a, f) == figure_speech(a, first)) {
      first->killed_low += f->killed_low, first->killed_high += f->killed_high;
      if (f->children > 0) first->children = (first->children > 0 ? first->children : 0) + f->children;
      f->flags |= SM_FIGURE_PART;
      continue;
    }
    first = f;
  }
}

/// "The first blast hurt nobody": a report does not deny in its own voice the deaths or injured that it
/// tells.
static void sum_zero(sm_strike *s, const sm_claim *c) {
  bool dead = false, hurt = false;
  for (size_t i = 0; i < s->n_claims; i++)
    dead |= s->claims[i].killed_high > 0, hurt |= s->claims[i].injured_high > 0;
  if (!dead) widen(&s->fat_low, &s->fat_high, c->killed_low, c->killed_high);
  if (!hurt && !dead) widen(&s->inj_low, &s->inj_high, c->injured_low, c->injured_high);
}

static bool is_neutral(const sm_claim *c) {
  return c->claimant.len > 0;
}

void sm_sum_claims(sm_strike *s) {
  int best = -1, latest = -1;
  for (size_t i = 0; i < s->n_claims; i++) {
    const sm_claim *c = &s->claims[i];
    if (!c->claimant.len && c->killed_high <= 0 && c->injured_high <= 0) {
      sum_zero(s, c);
      if (s->fat_high == 0) latest = 0;
      continue;
    }
    widen(&s->fat_low, &s->fat_high, c->killed_low, c->killed_high);
    widen(&s->inj_low, &s->inj_high, c->injured_low, c->injured_high);
    if (c->children > s->fat_children) s->fat_children = c->children;
    if (c->civilians > s->fat_civ) s->fat_civ = c->civilians;
    if (c->killed_high >= 0) latest = c->killed_high;
    if (c->killed_high >= 0 && is_neutral(c)) best = c->killed_high;
  }
  s->fat_best = best >= 0 ? best : latest;
  if (s->status == SM_STATUS_INTERCEPTED && (s->fat_high > 0 || s->inj_high > 0))
    s->status = SM_STATUS_REPORTED;
}

bool sm_new_account(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                    sm_account *out) {
  *out = (sm_account){.story = story, .hits = hits, .strikes = strikes, .n = n};
  out->cap = sm_arena_calloc(story->scan.arena, n + 1, sizeof *out->cap);
  for (uint32_t i = 0; out->cap && i < n; i++) out->cap[i] = strikes[i].n_claims;
  return out->cap != NULL;
}

sm_status sm_add_claims(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                        sm_error *err) {
  sm_account a;
  bool ok = sm_new_account(story, hits, strikes, n, &a);
  for (uint32_t i = 0; ok && i < hits->n; i++) {
    sum_tolls(&a, &hits->items[i]);
    mark_sum_of_list(&a, &hits->items[i]);
    mark_sum_of_strikes(&a, &hits->items[i]);
    ok = add_claims(&a, &hits->items[i]);
  }
  ok = ok && adopt_tolls(&a) && lend_tolls(&a);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = spread_zero(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = add_cared_for(&a, &hits->items[i]) && add_parts_alone(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++)
    ok = sm_add_assertions(&a, &hits->items[i]) && sm_add_heading_voice(&a, &hits->items[i]);
  ok = ok && sm_add_later_voices(&a);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
