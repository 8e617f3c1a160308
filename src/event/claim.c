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

/// "One shell hurt nobody; another wounded three", of one sentence: the three, as well as "nobody" behind them.
static void widen_over_none(int *low, int *high, int l, int h, bool here) {
  if (here && *high == 0 && l > 0) *low = l, *high = h;
  else if (!here || h != 0 || *low <= 0) widen(low, high, l, h);
}

static const char *victim_words(uint16_t victims) {
  if (victims & SM_VICTIM_CHILDREN) return victims & SM_VICTIM_WOMEN ? "women, children" : "children";
  if (victims & SM_VICTIM_SOLDIERS) return "soldiers";
  if (victims & SM_VICTIM_POLICE) return "police";
  if (victims & SM_VICTIM_MILITANTS) return "militants";
  if (victims & SM_VICTIM_CIVILIANS) return "civilians";
  return victims & SM_VICTIM_WOMEN ? "women" : NULL;
}

/// One tells the dead, the other the injured: halves of one account.
static bool fills_gap(const sm_claim *a, const sm_claim *b) {
  return (a->killed_high < 0 && b->injured_high < 0) || (a->injured_high < 0 && b->killed_high < 0);
}

/// "A third died in hospital": beside those told before, unless so many were told already. since: after that count was given, which stays the lowest.
static void add_rank(const sm_figure *f, int *low, int *high, bool since) {
  if (f->rank && *high >= f->rank) return;
  *low += !since, *high += 1;
}

/// "At least 17 people from one family were also killed": some of those told before.
static bool is_of_family(const sm_scan *scan, const sm_figure *f) {
  static const char *const one[] = {"one", "single", "same"}, *const family[] = {"family", "household", "clan"};
  for (uint32_t i = f->last; i < f->last + 4 && i + 1 < scan->n; i++)
    if (SM_IS_ONE_OF(scan, i, one) && SM_IS_ONE_OF(scan, i + 1, family)) return true;
  return false;
}

/// "Five of the injured died overnight": among those of a toll that has risen since.
static bool is_of_injured(const sm_account *a, const sm_figure *f) {
  enum { REACH = 4 };
  static const char *const hurt[] = {"injured", "wounded", "hurt", "victims", "patients"};
  const sm_scan *scan = &a->story->scan;
  for (uint32_t i = f->first; i + 2 < scan->n && i < f->first + REACH; i++)
    if (sm_is(scan, i, SM_W_OF) && (SM_IS_ONE_OF(scan, i + 1, hurt) || SM_IS_ONE_OF(scan, i + 2, hurt))) return true;
  return false;
}

/// "a woman had died at 4 p.m.", "a boy died at midnight": somebody, at a time of the day.
static bool is_timed(const sm_scan *scan, const sm_figure *f) {
  const uint32_t at = f->cue + 1;
  if (f->killed_high != 1 || f->last > f->cue || f->flags & SM_FIGURE_DEFINITE || !sm_is_indefinite(scan, f->first)) return false;
  return at + 1 < scan->n && sm_is(scan, at, SM_W_AT) && (scan->t[at + 1].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, at + 1, SM_CUE_TIME));
}

/// "One of the wounded died on Tuesday", "a woman died in hospital" where the others died on the spot: beside the dead told before, be it paragraphs before.
static bool dies_since(const sm_account *a, const sm_figure *f, const sm_claim *old) {
  const sm_sentence *told = &a->story->scan.s[old->sentence];
  const unsigned skip = SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_SUM | SM_FIGURE_EARLIER | SM_FIGURE_WHOLE;
  if (f->killed_low <= 0 || f->flags & skip || old->sentence >= f->sentence) return false;
  if (f->flags & SM_FIGURE_MORE) return f->flags & SM_FIGURE_LATE || is_of_injured(a, f);
  return (f->flags & SM_FIGURE_LATE || is_timed(&a->story->scan, f)) && sm_is_at_once(&a->story->scan, told->first, told->last);
}

/// The last claim of a strike that tells what a figure does: past who tells of the injured alone.
static sm_claim *claim_before(sm_strike *s, const sm_figure *f) {
  size_t at = s->n_claims;
  while (at > 1 && f->killed_low > 0 && s->claims[at - 1].killed_low <= 0) at--;
  return at ? &s->claims[at - 1] : NULL;
}

/// "three further deaths", "two more died"
static bool counts_further(const sm_scan *scan, const sm_figure *f) {
  static const char *const more[] = {"further", "more", "additional", "another", "Another", "other"};
  for (uint32_t i = f->first; i < f->last + 1; i++)
    if (SM_IS_ONE_OF(scan, i, more)) return true;
  return false;
}

/// "The driver died on the spot. A doctor said that a passenger had died in hospital.": by another voice, so many with those told before.
static bool is_total_since(const sm_account *a, const sm_claim *old, const sm_figure *f, sm_claim *c) {
  if (!old || old->killed_low <= 0 || f->rank || (f->flags & SM_FIGURE_MORE && !(f->flags & SM_FIGURE_LATE && counts_further(&a->story->scan, f))) || old->stance == SM_STANCE_DENIES || !dies_since(a, f, old)) return false;
  if (!c->claimant.len || sm_same_claimant(c->claimant, old->claimant)) return false;
  c->killed_low += old->killed_high, c->killed_high += old->killed_high;
  return true;
}

/// "Four died at the scene; a maid died of her wounds" where five were told before: beside who are themselves some of those.
static bool is_beside_detail(const sm_account *a, const sm_claim *old, const sm_figure *f) {
  const sm_figure *before = NULL;
  if (!(f->flags & SM_FIGURE_MORE) || f->rank || f->killed_low <= 0 || old->sentence == f->sentence) return false;
  for (uint32_t i = a->story->figure_at[f->sentence]; i < a->story->figure_at[f->sentence + 1]; i++) {
    const sm_figure *x = &a->story->figures.items[i];
    if (x->cue < f->cue && x->killed_low > 0) before = x;
  }
  return before && !(before->flags & SM_FIGURE_MORE) && before->killed_high < old->killed_high;
}

/// "Two others died later": beside those of the claim told just before, in the same paragraph and voice.
static bool add_more(const sm_account *a, sm_strike *s, const sm_figure *f, const sm_claim *c) {
  sm_claim *old = claim_before(s, f);
  if (!old || is_of_family(&a->story->scan, f)) return false;
  const bool killed = f->killed_low > 0, late = killed && dies_since(a, f, old);
  const sm_sentence *here = &a->story->scan.s[c->sentence], *there = &a->story->scan.s[old->sentence];
  const int low = killed ? old->killed_low : old->injured_low;
  if (!late && (!(f->flags & SM_FIGURE_MORE) || here->paragraph != there->paragraph)) return false;
  if (low <= 0 || old->stance == SM_STANCE_DENIES) return false;
  if (c->claimant.len && old->claimant.len && !sm_same_claimant(c->claimant, old->claimant) && !(f->flags & SM_FIGURE_ALSO)) return false;
  const bool since = killed && f->flags & SM_FIGURE_LATE && !(f->flags & SM_FIGURE_DEFINITE) && (old->sentence != c->sentence || sm_is_since_told(&a->story->scan, f)) && !sm_is_at_once(&a->story->scan, there->first, there->last);
  const bool by_other = c->claimant.len && !old->claimant.len; // "killed two; a nurse adds that a third died"
  if (f->rank && killed)
    add_rank(f, &old->killed_low, &old->killed_high, since || by_other);
  else if (f->rank)
    add_rank(f, &old->injured_low, &old->injured_high, false);
  if (f->rank) {
    if (c->children > 0) old->children = (old->children > 0 ? old->children : 0) + c->children;
    return true;
  }
  if (f->killed_low > 0) old->killed_low += since ? 0 : f->killed_low, old->killed_high += f->killed_high;
  if (f->injured_low > 0 && old->injured_low > 0)
    old->injured_low += f->injured_low, old->injured_high += f->injured_high;
  if (c->children > 0) old->children = (old->children > 0 ? old->children : 0) + c->children;
  if (!old->claimant.len) old->claimant = c->claimant;
  return true;
}

/// "a patient who lost both legs died": somebody, told of for himself; not "one person died".
static bool is_somebody(const sm_account *a, const sm_figure *f) {
  const sm_scan *scan = &a->story->scan;
  const bool single = f->killed_high == 1 || f->injured_high == 1;
  if (single && sm_is(scan, f->first + 1, SM_W_OF) && sm_is_possessive(scan, f->first + 2)) return true; // "one of its workers"
  return single && (sm_is_indefinite(scan, f->first) || sm_is_possessive(scan, f->first));
}

/// "a count showed four", "a list that names nine": a verb of what counts, tallies and lists tell, behind them.
static bool is_told_by_count(const sm_scan *scan, uint32_t verb, uint32_t floor) {
  static const char *const counts[] = {"count", "tally", "list", "records", "data", "figures", "report", "reports", "estimate", "estimates", "register"};
  static const char *const tells[] = {"showed", "shows", "show", "gave", "gives", "listed", "lists", "list", "had", "has", "named", "names", "mentioned", "mentions", "indicated", "indicate", "recorded"};
  enum { REACH = 8 };
  if (!SM_IS_ONE_OF(scan, verb, tells)) return false;
  for (uint32_t k = verb; k > floor && verb - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, counts)) return true;
  return false;
}

/// "His report had spoken of one dead and 17 injured", "there was talk of six dead": a count, whoever gave it.
static bool is_spoken_of(const sm_scan *scan, const sm_figure *f) {
  enum { REACH = 6 };
  static const char *const speaks[] = {"speaks", "spoke", "speak", "spoken", "talked", "talk"};
  const uint32_t floor = scan->s[f->sentence].first;
  if (f->killed_high <= 0) return false;
  for (uint32_t k = f->first; k > floor + 1 && f->first - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if ((sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, speaks)) || is_told_by_count(scan, k - 1, floor)) return true;
  return false;
}

/// '"A novice and the woman who cooked died at once," he said': persons without a number, in words that are quoted.
static bool are_persons_quoted(const sm_account *a, const sm_figure *f) {
  const sm_scan *scan = &a->story->scan;
  const bool one = sm_is_article(scan, f->first) || sm_is_possessive(scan, f->first);
  return one && f->last > f->first + 1 && sm_quoted_by(&a->story->speeches, f->cue);
}

/// Fewer people told after a greater toll by nobody else, one who speaks, or one or some by name in the same
/// voice: who some of the dead were.
static bool is_detail(const sm_account *a, const sm_strike *s, const sm_figure *f, const sm_claim *c) {
  const sm_speech *own = sm_figure_speech(a, f);
  bool nobody = !own || !own->name.len, himself = own && sm_between(f->first, own->first, own->last);
  nobody |= f->flags & SM_FIGURE_DEFINITE || is_somebody(a, f) || are_persons_quoted(a, f);
  static const char *const bodies[] = {"bodies", "corpses"}; // "nine bodies were charred"
  bool few = f->flags & SM_FIGURE_NAMED || is_of_family(&a->story->scan, f) || SM_IS_ONE_OF(&a->story->scan, f->cue, bodies) || f->killed_high == 1 || f->injured_high == 1 || nobody;
  if (f->flags & (SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_EARLIER) || is_spoken_of(&a->story->scan, f)) return false;
  const sm_sentence *sentences = a->story->scan.s;
  for (size_t i = 0; i < s->n_claims; i++) {
    const sm_claim *old = &s->claims[i];
    bool greater = (f->killed_high < 0 || old->killed_low > f->killed_high) &&
                   (f->injured_high < 0 || old->injured_low > f->injured_high);
    const bool on = sentences[old->sentence].paragraph == sentences[c->sentence].paragraph || sentences[old->sentence].paragraph + 1 == sentences[c->sentence].paragraph;
    const bool of_them = f->last > 0 && sm_is(&a->story->scan, f->last - 1, SM_W_THEM);
    const bool later = (f->flags & SM_FIGURE_MORE && of_them) || f->flags & SM_FIGURE_LATE;
    if (greater && (few || on || later) && old->sentence != c->sentence &&
        (nobody || himself || later || sm_same_claimant(own->name, old->claimant)))
      return true;
  }
  return false;
}

/// "18 died, the committee said. A hundred were hurt.": a later sentence of the paragraph tells the other
/// half.
static bool goes_on(const sm_story *story, const sm_claim *old, const sm_claim *c) {
  if (c->claimant.len || c->sentence == old->sentence) return false;
  if (c->killed_high > 0 && old->claimant.len) return false; // "seven were brought in, a nurse said. A waitress died."
  static const char *const heard[] = {"reported"}; // "two were reported injured"
  for (uint32_t i = story->scan.s[c->sentence].first + 1; i < story->scan.s[c->sentence].last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, heard) && sm_is_be(&story->scan, i - 1) && old->claimant.len) return false;
  const sm_speech *voice = sm_carried_speech(story, c->sentence);
  if (voice && voice->name.len && old->claimant.len) return sm_same_claimant(voice->name, old->claimant);
  return c->sentence == old->sentence + 1 &&
         story->scan.s[c->sentence].paragraph == story->scan.s[old->sentence].paragraph;
}

/// So many deaths were told of the strike.
static bool told_before(const sm_strike *s, int dead) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high == dead) return true;
  return false;
}

/// "In total 16 died": those told before in the same voice, or by nobody, are of them.
static void absorb(sm_claim *old, const sm_claim *whole) {
  if (old->stance == SM_STANCE_DENIES || (old->claimant.len && !sm_same_claimant(old->claimant, whole->claimant))) return;
  if (old->killed_high > 0 && old->killed_high * 2 <= whole->killed_low) old->killed_low = whole->killed_low, old->killed_high = whole->killed_high; // else a count before
  if (old->injured_high > 0 && old->injured_high * 2 <= whole->injured_low) old->injured_low = whole->injured_low, old->injured_high = whole->injured_high;
}

static bool has_injured(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].injured_high > 0) return true;
  return false;
}

/// "Two were injured. A third man died": so many were hurt before.
static bool hurt_before(const sm_strike *s, int hurt) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].injured_high == hurt) return true;
  return false;
}

static bool has_deaths(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > 0) return true;
  return false;
}

/// "Two were killed in A. A third died in strikes on B": so many were told of another strike.
static bool told_of_other(const sm_account *a, uint32_t group, int dead) {
  for (uint32_t g = 0; g < a->n; g++)
    if (g != group && told_before(&a->strikes[g], dead)) return true;
  return false;
}

bool sm_add_figure(sm_account *a, uint32_t group, const sm_figure *f) {
  if (f->killed_high < 0 && f->injured_high < 0) return true; // "dozens": no figure to claim
  const sm_speech *speech = sm_figure_speech(a, f);
  if (!speech) speech = sm_teller_before(a, group, f->sentence);
  if (!speech) speech = sm_round_teller(a, f->sentence);
  sm_claim c = sm_new_claim(speech, f->sentence);
  c.claimant = sm_voice_of(a, c.claimant);
  const sm_scan *scan = &a->story->scan;
  if (speech && speech->row->stance == 'd') c.stance = SM_STANCE_CLAIMS;
  c.killed_low = f->killed_low, c.killed_high = f->killed_high, c.injured_low = f->injured_low,
  c.injured_high = f->injured_high;
  c.children = f->children, c.civilians = f->civilians;
  c.victims = sm_str_of(victim_words(f->victims));
  c.span = sm_tokens_span(scan, f->first < f->cue ? f->first : f->cue,
                          f->last > f->cue + 1 ? f->last : f->cue + 1);
  sm_strike *s = &a->strikes[group];
  const sm_claim *before = claim_before(s, f);
  const bool total = is_total_since(a, before, f, &c);
  if (before && is_beside_detail(a, before, f)) return true;
  if (!total && add_more(a, s, f, &c)) return true;
  const bool ranked = f->rank > 1 && f->killed_high == 1 && (told_before(s, f->rank - 1) || (!has_deaths(s) && !hurt_before(s, f->rank - 1) && !told_of_other(a, group, f->rank - 1)));
  if (ranked) c.killed_low = c.killed_high = f->rank; // "a second person had died", by another voice
  if (!ranked && !total && is_detail(a, s, f, &c)) {
    if (c.children > s->fat_children) s->fat_children = c.children;
    return true;
  }
  for (size_t i = 0; i < s->n_claims && f->flags & SM_FIGURE_WHOLE; i++) absorb(&s->claims[i], &c);
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
    widen_over_none(&old->injured_low, &old->injured_high, c.injured_low, c.injured_high, old->sentence == c.sentence);
    if (c.children > old->children) old->children = c.children;
    if (c.civilians > old->civilians) old->civilians = c.civilians;
    if (!old->victims.len) old->victims = c.victims;
    return true;
  }
  return sm_put_claim(a, group, c) != NULL;
}

/// "no casualties at first, but the second blast killed five": deaths in the same telling.
bool sm_tells_deaths(const sm_account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high > 0 && !(f->flags & SM_FIGURE_PART)) return true;
  }
  return false;
}

/// "rose to 59 after seven of the injured died": what made the toll rise.
static bool follows_after(const sm_scan *scan, const sm_figure *f) {
  return f->first > 0 && sm_is(scan, f->first - 1, SM_W_AFTER);
}

/// Somebody else by name told of all the dead so far: "The army said it had killed 20. The mayor said no one was hurt."
static bool is_rival(const sm_strike *s, const sm_speech *voice) {
  if (!voice || !voice->name.len) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > 0 && (!s->claims[i].claimant.len || sm_same_claimant(s->claims[i].claimant, voice->name))) return false;
  return true;
}

static bool tells_of_civilians(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > 0 && (s->claims[i].civilians > 0 || sm_str_equal(s->claims[i].victims, SM_STR("civilians")))) return true;
  return false;
}

/// "A soldier was killed, the army said. The monitor said four fighters were among the dead.": so many at least, by somebody else.
static bool is_more_than_told(const sm_strike *s, const sm_figure *f, const sm_speech *voice) {
  if (!voice || !voice->name.len) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= f->killed_low || sm_same_claimant(s->claims[i].claimant, voice->name)) return false;
  return s->n_claims > 0;
}

/// "A gathering had been hit and 17 of them were dead": of those who were there, where nobody told of so many hurt.
static bool is_of_them(const sm_account *a, const sm_strike *s, const sm_figure *f) {
  if (!(f->flags & SM_FIGURE_PART) || f->last < 2 || !sm_is(&a->story->scan, f->last - 1, SM_W_THEM)) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].injured_high >= f->killed_low) return false;
  return true;
}

/// "one died in hospital, while the other nine were killed instantly": the rest of a toll that was told.
static bool is_rest_of(const sm_account *a, const sm_strike *s, const sm_figure *f) {
  static const char *const rest[] = {"other", "remaining", "rest"};
  const sm_scan *scan = &a->story->scan;
  const uint32_t the = sm_is(scan, f->first, SM_W_THE) ? f->first : f->first > 1 && sm_is(scan, f->first - 2, SM_W_THE) ? f->first - 2 : scan->n;
  if (the + 1 >= scan->n || !SM_IS_ONE_OF(scan, the + 1, rest) || f->killed_low < 2) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > f->killed_high) return true;
  return false;
}

/// "wounded two. The victims are a volunteer and a resident": as many as were hurt where nobody died.
static bool are_those_hurt(const sm_account *a, const sm_strike *s, const sm_figure *f) {
  static const char *const victims[] = {"victims", "casualties"};
  if (!SM_IS_ONE_OF(&a->story->scan, f->cue, victims) || f->killed_low <= 0 || has_deaths(s)) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].injured_high == f->killed_high) return true;
  return false;
}

/// "The toll rose to 62": the greatest such of each strike, over all its tellings; false when out of memory.
static bool find_risen_tolls(sm_account *a) {
  a->risen = sm_arena_calloc(a->story->scan.arena, a->n + 1, sizeof *a->risen);
  for (uint32_t i = 0; a->risen && i < a->hits->n; i++) {
    const sm_hit *h = &a->hits->items[i];
    for (uint32_t k = 0; k < h->n_figures; k++) {
      const sm_figure *f = &a->story->figures.items[h->figures[k]];
      if (f->flags & SM_FIGURE_TOLL && f->killed_high > a->risen[h->group]) a->risen[h->group] = f->killed_high;
    }
  }
  return a->risen;
}

/// "One of them damaged a fence but hurt nobody", "Another fell in a field, causing no casualties": of one of several munitions.
static bool is_of_one(const sm_scan *scan, const sm_figure *f) {
  static const char *const one[] = {"One", "Another", "Others", "Some", "Several", "Most"};
  const uint32_t first = scan->s[f->sentence].first;
  if (!SM_IS_ONE_OF(scan, first, one)) return false;
  const sm_cue_row *victim = sm_cue_at(scan, first + 1, SM_CUE_VICTIM, NULL);
  return !victim && !sm_has_cue(scan, first + 1, SM_CUE_CLAIMANT); // "One person"
}

/// '"We counted nine bodies. Three more died on the way," a rescuer said': beside those that the same voice told of, whatever others count later.
static bool adds_to_own(const sm_strike *s, const sm_figure *f, const sm_speech *voice) {
  if (!(f->flags & SM_FIGURE_MORE) || !voice || !voice->name.len) return false;
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_low > 0 && sm_same_claimant(s->claims[i].claimant, voice->name)) return true;
  return false;
}

/// "Seven died. In the afternoon another shell fell, and three were killed": beside those whom the one before killed.
static bool is_of_another(const sm_account *a, const sm_hit *h, const sm_strike *s, const sm_figure *f) {
  static const char *const more[] = {"another", "Another", "second", "third"};
  const sm_scan *scan = &a->story->scan;
  const unsigned skip = SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO | SM_FIGURE_MORE | SM_FIGURE_SUM | SM_FIGURE_WHOLE | SM_FIGURE_EARLIER;
  if (!h->n_triggers || f->killed_low <= 0 || f->flags & skip || s->n_claims == 0) return false;
  const sm_figure *first = a->story->figures.items, *before = f;
  do {
    if (before == first) return false;
    before--;
  } while (before->killed_high <= 0);
  if (before->sentence == f->sentence || before->killed_high != s->claims[s->n_claims - 1].killed_high) return false;
  for (uint32_t i = h->first; i + 1 < f->cue && i + 1 < h->last; i++)
    if (SM_IS_ONE_OF(scan, i, more) && sm_has_cue(scan, i + 1, SM_CUE_WEAPON)) return true;
  return false;
}

/// The figures of all tellings as claims, parts into the strike's own fields.
static bool add_claims(sm_account *a, const sm_hit *h) {
  sm_strike *s = &a->strikes[h->group];
  sm_mark_parts(a, h);
  int toll = SM_UNKNOWN_NUMBER; // "the toll rose to 60 after a man died": one of the sixty
  const sm_speech *teller = NULL;
  uint32_t told_at = UINT32_MAX;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & SM_FIGURE_TOLL && f->killed_high > toll) toll = f->killed_high, teller = sm_figure_speech(a, f), told_at = f->cue;
  }
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    const sm_speech *voice = sm_figure_speech(a, f);
    if (voice && !voice->before && f->killed_high == 1 && sm_between(f->cue, voice->first, voice->verb)) f->flags |= SM_FIGURE_PART | SM_FIGURE_AMONG; // "the husband of a woman who was killed complained"
    if (voice && voice->before && f->killed_high + f->injured_high == 0 && sm_between(f->first + 1, voice->first, voice->last)) continue; // "three were killed in X, an army spokesman in Y said"
    if (is_of_another(a, h, s, f)) f->flags |= SM_FIGURE_MORE | SM_FIGURE_ALSO;
    const bool rival = voice && teller && !sm_same_claimant(voice->name, teller->name);
    const bool later = teller && !rival && f->cue > told_at && !(f->flags & SM_FIGURE_EARLIER); // "put the dead at 16, saying that six had died in hospital"
    if (f->killed_low > 0 && !(f->flags & SM_FIGURE_TOLL) && ((f->flags & SM_FIGURE_LATE && !adds_to_own(s, f, voice)) || is_of_injured(a, f)) && f->killed_high < a->risen[h->group]) f->flags |= SM_FIGURE_PART;
    if (is_rest_of(a, s, f)) f->flags |= SM_FIGURE_PART;
    const bool few = later || f->killed_high <= 2 || f->flags & SM_FIGURE_MORE || follows_after(&a->story->scan, f);
    if (!(f->flags & (SM_FIGURE_TOLL | SM_FIGURE_EARLIER)) && f->killed_high > 0 && few && f->killed_high < toll && !rival)
      f->flags |= SM_FIGURE_PART;
    const bool spared = f->flags & SM_FIGURE_ZERO && f->victims == SM_VICTIM_CIVILIANS && (has_deaths(s) || sm_tells_deaths(a, h));
    if (spared && !(is_rival(s, voice) && tells_of_civilians(s))) { // "killed four militants and no civilians"
      if (f->killed_high == 0 && s->fat_civ < 0) s->fat_civ = 0;
      continue;
    }
    if (f->flags & SM_FIGURE_CARE || (f->flags & SM_FIGURE_SOME && (has_deaths(s) || has_injured(s) || sm_tells_deaths(a, h))))
      continue;
    if (f->flags & (SM_FIGURE_SUM | SM_FIGURE_STRIKERS)) continue;
    if (f->flags & SM_FIGURE_ZERO && has_deaths(s) && is_of_one(&a->story->scan, f)) continue;
    if ((f->flags & SM_FIGURE_AMONG || is_of_them(a, s, f)) && f->killed_low > 0 && f->children <= 0 && is_more_than_told(s, f, voice)) f->flags &= (uint32_t)~SM_FIGURE_PART;
    if (f->flags & SM_FIGURE_PART) {
      int children = f->children > 0                    ? f->children
                     : f->victims == SM_VICTIM_CHILDREN ? f->killed_low
                                                        : SM_UNKNOWN_NUMBER;
      if (children > s->fat_children) s->fat_children = children;
      continue;
    }
    sm_figure told = *f;
    if (are_those_hurt(a, s, f)) told.injured_low = told.killed_low, told.injured_high = told.killed_high, told.killed_low = told.killed_high = SM_UNKNOWN_NUMBER;
    const bool place = f->cue > 0 && sm_is(&a->story->scan, f->cue - 1, SM_W_IT); // "it was safe"
    const bool denied = !place && f->flags & SM_FIGURE_ZERO && (spared || !(f->victims & ~SM_VICTIM_PEOPLE)) && is_rival(s, voice);
    if (f->flags & SM_FIGURE_UNHURT && (has_deaths(s) || sm_tells_deaths(a, h)) && !denied)
      told.killed_low = told.killed_high = SM_UNKNOWN_NUMBER;
    if (f->flags & SM_FIGURE_UNHURT && f->flags & SM_FIGURE_ZERO && (has_injured(s) || sm_tells_hurt(a, h)) && !denied) told.injured_low = told.injured_high = SM_UNKNOWN_NUMBER;
    if (!sm_add_figure(a, (uint32_t)h->group, &told)) return false;
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
    f.flags &= (uint32_t)~SM_FIGURE_MORE;
    if (f.flags & SM_FIGURE_CARE && !sm_add_figure(a, (uint32_t)h->group, &f)) return false;
  }
  return true;
}

/// "Dozens of fighters were killed": nobody counted them, and those among them are no total.
static bool has_uncounted_dead(const sm_account *a, int group) {
  enum { REACH = 10 };
  const sm_scan *scan = &a->story->scan;
  for (uint32_t i = a->hits->first_of[group]; i < a->hits->n; i = a->hits->items[i].next) {
    const sm_hit *h = &a->hits->items[i];
    for (uint32_t k = h->first; k < h->last; k++) {
      const sm_cue_row *vague = sm_number_at(scan, k, NULL);
      if (!vague || vague->kind != SM_K_VAGUE) continue;
      for (uint32_t w = k > h->first + 2 ? k - 2 : h->first; w < h->last && w < k + REACH && !(w > k && sm_is_sign(scan, w, ',')); w++) {
        const sm_cue_row *toll = sm_cue_at(scan, w, SM_CUE_CASUALTY, NULL);
        if (toll && toll->kind == SM_K_KILLED) return true;
      }
    }
  }
  return false;
}

/// "Three traders were among the dead": so many at least, where nothing else tells how many died.
static bool add_parts_alone(sm_account *a, const sm_hit *h) {
  sm_strike *s = &a->strikes[h->group];
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high >= 0) return true;
  uint8_t *uncounted = &a->uncounted[h->group];
  if (*uncounted == SM_NOT_ASKED) *uncounted = has_uncounted_dead(a, h->group) ? SM_YES : SM_NO;
  if (*uncounted == SM_YES) return true;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure f = a->story->figures.items[h->figures[i]];
    if (!(f.flags & (SM_FIGURE_AMONG | SM_FIGURE_STRIKERS)) || f.killed_low <= 0 || f.victims & SM_VICTIM_CHILDREN) continue;
    f.flags &= (uint32_t)~(SM_FIGURE_PART | SM_FIGURE_MORE);
    if (!sm_add_figure(a, (uint32_t)h->group, &f)) return false;
  }
  return true;
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
    if ((!c->claimant.len || c->stance == SM_STANCE_DENIES) && c->killed_high <= 0 && c->injured_high <= 0) {
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
  out->uncounted = sm_arena_calloc(story->scan.arena, n + 1, sizeof *out->uncounted);
  for (uint32_t i = 0; out->cap && i < n; i++) out->cap[i] = strikes[i].n_claims;
  return out->cap && out->uncounted;
}

/// One that nobody by name tells has no figure that the other lacks: a headline and its lead as a rule.
static bool is_told_again(const sm_claim *c, const sm_claim *other) {
  if (c->claimant.len || other->claimant.len || c->stance != other->stance) return false;
  const bool killed = c->killed_high < 0 || (c->killed_low == other->killed_low && c->killed_high == other->killed_high);
  const bool injured = c->injured_high < 0 || (c->injured_low == other->injured_low && c->injured_high == other->injured_high);
  return killed && injured;
}

static void drop_repeats(sm_strike *s) {
  size_t n = 0;
  for (size_t i = 0; i < s->n_claims; i++) {
    bool again = false;
    for (size_t k = 0; k < s->n_claims && !again; k++) again = k != i && is_told_again(&s->claims[i], &s->claims[k]) && (k < i || !is_told_again(&s->claims[k], &s->claims[i]));
    if (!again) s->claims[n++] = s->claims[i];
  }
  s->n_claims = n;
}

sm_status sm_add_claims(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                        sm_error *err) {
  sm_account a;
  bool ok = sm_new_account(story, hits, strikes, n, &a) && find_risen_tolls(&a);
  if (ok) sm_mark_sums_of_some(&a);
  a.teller = story->teller, a.issuer = story->issuer;
  for (uint32_t i = 0; ok && i < hits->n; i++) {
    sm_sum_tolls(&a, &hits->items[i]);
    sm_mark_sum_of_list(&a, &hits->items[i]);
    sm_mark_sum_of_strikes(&a, &hits->items[i]);
    sm_mark_answered(&a, &hits->items[i]);
    ok = add_claims(&a, &hits->items[i]);
  }
  ok = ok && sm_adopt_tolls(&a) && sm_lend_tolls(&a);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = sm_spread_zero(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = add_cared_for(&a, &hits->items[i]) && add_parts_alone(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++)
    ok = sm_add_assertions(&a, &hits->items[i]) && sm_add_heading_voice(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < n; i++) drop_repeats(&strikes[i]);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
