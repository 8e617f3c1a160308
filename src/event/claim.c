// Claims: which voice tells which figure or asserts what of a strike, and what they come to.
#include "claim.h"
#include "scene.h"

#include "lend.h"

typedef struct account {
  const sm_story *story;
  const sm_hits *hits;
  sm_strike *strikes; ///< one a group
  size_t *cap;        ///< of each strike's claims
} account;

static sm_claim new_claim(const sm_speech *speech, uint32_t sentence) {
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

static sm_claim *add_claim(account *a, uint32_t group, sm_claim claim) {
  sm_strike *s = &a->strikes[group];
  sm_claim *items =
      sm_arena_grow(a->story->scan.arena, s->claims, s->n_claims, &a->cap[group], sizeof *items);
  if (!items) return NULL;
  s->claims = items;
  items[s->n_claims] = claim;
  return &items[s->n_claims++];
}

static bool same_letters(const char *a, const char *b, size_t n) {
  for (size_t i = 0; i < n; i++) {
    char x = a[i], y = b[i];
    if (x >= 'A' && x <= 'Z') x += 'a' - 'A';
    if (y >= 'A' && y <= 'Z') y += 'a' - 'A';
    if (x != y) return false;
  }
  return true;
}

static bool holds_word(sm_str a, sm_str b) {
  if (!a.len || !b.len || a.len < b.len) return false;
  for (size_t i = 0; i + b.len <= a.len; i++)
    if (same_letters(a.ptr + i, b.ptr, b.len) && (i == 0 || a.ptr[i - 1] == ' ') &&
        (i + b.len == a.len || a.ptr[i + b.len] == ' ' || a.ptr[i + b.len] == '\''))
      return true;
  return false;
}

/// "ICRC" of "International Committee of the Red Cross".
static bool is_short_for(sm_str initials, sm_str name) {
  size_t n = 0;
  if (initials.len < 2 || initials.len > 8 || name.len <= initials.len) return false;
  for (size_t i = 0; i < name.len; i++) {
    bool starts = i == 0 || name.ptr[i - 1] == ' ' || name.ptr[i - 1] == '-';
    if (!starts || name.ptr[i] < 'A' || name.ptr[i] > 'Z') continue;
    if (n == initials.len || initials.ptr[n++] != name.ptr[i]) return false;
  }
  return n == initials.len;
}

static bool same_claimant(sm_str a, sm_str b) {
  return (!a.len && !b.len) || holds_word(a, b) || holds_word(b, a) || is_short_for(a, b) ||
         is_short_for(b, a);
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
static const sm_speech *heading_voice(const sm_story *story, uint32_t sentence) {
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

static const sm_speech *figure_speech(const account *a, const sm_figure *f) {
  const sm_speeches *all = &a->story->speeches;
  const sm_speech *own = sm_speech_of(all, f->sentence, f->cue), *quoted = sm_quoted_by(all, f->cue);
  if (quoted && (!own || sm_quoted_by(all, own->verb) != quoted)) return quoted;
  return own ? own : heading_voice(a->story, f->sentence);
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
static bool add_more(const account *a, sm_strike *s, const sm_figure *f, const sm_claim *c) {
  if (s->n_claims == 0) return false;
  sm_claim *old = &s->claims[s->n_claims - 1];
  const sm_sentence *here = &a->story->scan.s[c->sentence], *there = &a->story->scan.s[old->sentence];
  bool killed = f->killed_low > 0;
  int low = killed ? old->killed_low : old->injured_low;
  if (here->paragraph != there->paragraph || low <= 0 || old->stance == SM_STANCE_DENIES) return false;
  if (c->claimant.len && old->claimant.len && !same_claimant(c->claimant, old->claimant)) return false;
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
static bool is_detail(const account *a, const sm_strike *s, const sm_figure *f, const sm_claim *c) {
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
        (nobody || himself || same_claimant(own->name, old->claimant)))
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
static const sm_speech *teller_before(const account *a, uint32_t group, uint32_t sentence) {
  const sm_story *story = a->story;
  const sm_speech *voice = carried_speech(story, sentence);
  if (!voice || voice->before || voice->negated || voice->row->form != SM_F_VERB || voice->row->stance != 'c' || !voice->name.len ||
      voice->sentence + 2 < sentence ||
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
  if (voice && voice->name.len && old->claimant.len) return same_claimant(voice->name, old->claimant);
  return c->sentence == old->sentence + 1 &&
         story->scan.s[c->sentence].paragraph == story->scan.s[old->sentence].paragraph;
}

static bool add_figure_claim(account *a, uint32_t group, const sm_figure *f) {
  if (f->killed_high < 0 && f->injured_high < 0) return true; // "dozens": no figure to claim
  const sm_speech *speech = figure_speech(a, f);
  if (!speech) speech = teller_before(a, group, f->sentence);
  sm_claim c = new_claim(speech, f->sentence);
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
        (!same_claimant(old->claimant, c.claimant) || (!c.claimant.len && old->sentence != c.sentence)))
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
  return add_claim(a, group, c) != NULL;
}

/// "A third official confirmed the toll", "a medic gave the same numbers": of what was told before.
static bool agrees_with_toll(const sm_story *story, const sm_speech *speech) {
  static const char *const words[] = {"toll",  "figure", "figures",    "number", "numbers",
                                      "count", "deaths", "casualties", "tally"};
  const sm_scan *scan = &story->scan;
  bool confirms = speech->row->stance == 'f';
  if (speech->before || story->figure_at[speech->sentence] != story->figure_at[speech->sentence + 1])
    return false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + 4; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    confirms |= mode && mode->kind == SM_K_SAME;
    if (SM_IS_ONE_OF(scan, i, words)) return confirms;
  }
  return false;
}

static void take_confirmed_toll(const sm_story *story, const sm_strike *s, const sm_speech *speech,
                                sm_claim *c) {
  const sm_claim *old = s->claims + s->n_claims;
  while (old > s->claims && old[-1].killed_high < 0 && old[-1].injured_high < 0) old--;
  if (old == s->claims || !agrees_with_toll(story, speech)) return;
  old--;
  c->killed_low = old->killed_low, c->killed_high = old->killed_high;
  c->injured_low = old->injured_low, c->injured_high = old->injured_high;
}

static bool is_known(const sm_strike *s, const sm_speech *speech) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (same_claimant(s->claims[i].claimant, speech->name)) return true;
  return false;
}

static bool has_mode(const sm_story *story, uint32_t sentence, uint8_t kind) {
  for (uint32_t i = story->scan.s[sentence].first; i < story->scan.s[sentence].last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == kind) return true;
  }
  return false;
}

/// Whether a speech can tell of a strike without a figure. Naming ("calls it a lie") does where it denies.
static bool asserts(const sm_story *story, const sm_speech *speech) {
  if (speech->negated || !speech->name.len || speech->kind == SM_K_NONE) return false;
  if (speech->row->form == SM_F_NAMING) return has_mode(story, speech->sentence, SM_K_DENIAL);
  return speech->row->form != SM_F_FIGURE;
}

/// An assertion without a figure: who told of the strike, admitted or denied it.
static bool add_assertions(account *a, const sm_hit *h) {
  const sm_story *story = a->story;
  for (uint32_t i = story->speech_at[h->sentence]; i < story->speech_at[h->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!asserts(story, speech)) continue;
    if (!sm_between(speech->verb, h->first, h->last) && h->list_place) continue;
    sm_strike *s = &a->strikes[h->group];
    if (is_known(s, speech)) continue;
    sm_claim c = new_claim(speech, h->sentence);
    c.span = sm_tokens_span(&story->scan, speech->first, speech->last);
    take_confirmed_toll(story, s, speech, &c);
    if (!add_claim(a, (uint32_t)h->group, c)) return false;
  }
  return true;
}

/// A strike told as an item of a list has the voice of the list's heading.
static bool add_heading_voice(account *a, const sm_hit *h) {
  const sm_speech *speech = heading_voice(a->story, h->sentence);
  bool own = a->story->speech_at[h->sentence] != a->story->speech_at[h->sentence + 1];
  if (!speech || own || !speech->name.len || is_known(&a->strikes[h->group], speech)) return true;
  sm_claim c = new_claim(speech, h->sentence);
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  return add_claim(a, (uint32_t)h->group, c) != NULL;
}

static bool says_it(const sm_story *story, const sm_speech *speech) {
  for (uint32_t i = speech->verb_last; i < story->scan.s[speech->sentence].last && i < speech->verb_last + 4;
       i++)
    if (sm_is(&story->scan, i, SM_W_IT)) return true;
  return false;
}

/// How much who speaks has to do with strikes.
static int weigh_speaker(const sm_speech *speech) {
  if (speech->kind == SM_K_MILITARY || speech->kind == SM_K_PARTY || speech->kind == SM_K_POLICE) return 2;
  if (speech->kind == SM_K_MEDIA || speech->kind == SM_K_MEDIC) return 1;
  return speech->kind == SM_K_STATE || speech->kind == SM_K_WITNESS ? -1 : 0;
}

/// Whether a voice in a sentence that tells no strike of its own speaks of the one told last. Weights by
/// hand: whole numbers near those of a logistic model on the speakers of the own set and of reading_a, c and
/// d.
static bool speaks_of_it(const sm_story *story, const sm_speech *speech, const sm_hit *told) {
  const sm_sentence *here = &story->scan.s[speech->sentence], *there = &story->scan.s[told->sentence];
  uint32_t mask = story->scan.sentence_mask[speech->sentence];
  bool figure = story->figure_at[speech->sentence] != story->figure_at[speech->sentence + 1];
  bool far = here->paragraph > there->paragraph + 1 || speech->sentence > told->sentence + 3;
  int sum = weigh_speaker(speech) + (here->paragraph == there->paragraph) - 2 * far - 2 * figure;
  sum += (mask >> SM_CUE_ACTOR & 1) + (mask >> SM_CUE_TRIGGER & 1) + (mask >> SM_CUE_TARGET & 1);
  sum += (speech->row->stance == 'b') + says_it(story, speech) - speech->before;
  sum += 2 * has_mode(story, speech->sentence, SM_K_DENIAL) - has_mode(story, speech->sentence, SM_K_MODAL);
  return sum >= 2;
}

/// The strike told last before a speech, in another sentence; NULL when its own tells one.
static const sm_hit *told_before(const account *a, const sm_speech *speech) {
  const sm_hit *told = NULL;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence <= speech->sentence; i++)
    if (a->hits->items[i].group >= 0) told = &a->hits->items[i];
  return told && told->sentence != speech->sentence ? told : NULL;
}

static bool add_voice(account *a, uint32_t group, const sm_speech *speech) {
  sm_strike *s = &a->strikes[group];
  if (is_known(s, speech)) return true;
  sm_claim c = new_claim(speech, speech->sentence);
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  take_confirmed_toll(a->story, s, speech, &c);
  return add_claim(a, group, c) != NULL;
}

/// "The governor blamed the ELN": of the strike told before. "IS claimed the attacks": of all told before.
static bool add_later_voices(account *a) {
  const sm_story *story = a->story;
  for (uint32_t i = 0; i < story->speeches.n; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    const sm_hit *told = told_before(a, speech);
    bool agrees = agrees_with_toll(story, speech);
    if (!told || speech->negated || !speech->name.len || speech->kind == SM_K_NONE ||
        speech->row->stance == 'd' ||
        (!agrees && (!asserts(story, speech) || !speaks_of_it(story, speech, told))))
      continue;
    bool all = sm_is_of_all(story, speech->sentence);
    for (uint32_t k = 0; all && k < a->hits->n; k++)
      if (a->hits->items[k].sentence < speech->sentence &&
          !add_voice(a, (uint32_t)a->hits->items[k].group, speech))
        return false;
    if (!add_voice(a, (uint32_t)told->group, speech)) return false;
  }
  return true;
}

static bool has_deaths(const sm_strike *s) {
  for (size_t i = 0; i < s->n_claims; i++)
    if (s->claims[i].killed_high > 0) return true;
  return false;
}

/// "fired at nothing", "none of its aircraft took off": a denial without a word for it, from who is held to
/// have struck.
static bool negates_strike(const sm_story *story, uint32_t sentence) {
  const uint32_t strikes = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON;
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[sentence];
  if (scan->sentence_mask[sentence] >> SM_CUE_CASUALTY & 1) return false;
  for (uint32_t i = s->first; i < s->last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (!mode || mode->kind != SM_K_NEGATION) continue;
    for (uint32_t k = i > s->first + 2 ? i - 2 : s->first; k < s->last && k < i + 6; k++)
      if (scan->mask[k] & strikes) return true;
  }
  return false;
}

static bool denies(const sm_story *story, const sm_speech *speech) {
  if (speech->row->stance == 'd') return !speech->negated;
  return has_mode(story, speech->sentence, SM_K_DENIAL) || negates_strike(story, speech->sentence);
}

/// The actor that a speaker is, as far as the phrase, or what stands between it and the verb, names one.
static sm_actor speaker_actor(const sm_story *story, const sm_speech *speech) {
  uint32_t end = speech->verb > speech->last ? speech->verb : speech->last;
  for (uint32_t i = story->party_at[speech->sentence]; i < story->party_at[speech->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_between(p->first, speech->first, end) && p->actor.name.len) return p->actor;
  }
  return (sm_actor){0};
}

/// The strike that an actor is asked about: the one told last that is held to be its work; -1 none.
static int laid_to(const account *a, const sm_actor *actor, uint32_t sentence) {
  int group = -1;
  for (uint32_t i = 0; actor->name.len && i < a->hits->n && a->hits->items[i].sentence <= sentence; i++) {
    const sm_actor *held = &a->strikes[a->hits->items[i].group].attacker;
    if (held->name.len && sm_same_side(actor, held)) group = a->hits->items[i].group;
  }
  return group;
}

/// The strike that a sentence without one of its own speaks of: the last told before it, at most a paragraph
/// back.
static int spoken_of(const account *a, uint32_t sentence) {
  int group = -1;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence <= sentence; i++) {
    if (a->hits->items[i].sentence == sentence) return a->hits->items[i].group;
    group = a->hits->items[i].group;
  }
  return group;
}

/// "We do not bomb mourners", a spokesman said: the side that denies is the speaker's own.
static bool speaks_for_us(const sm_story *story, const sm_speech *speech) {
  const sm_sentence *s = &story->scan.s[speech->sentence];
  static const char *const words[] = {"We", "Our", "our", "Us", "us"};
  if (speech->kind != SM_K_MILITARY && speech->kind != SM_K_OFFICIAL && speech->kind != SM_K_PARTY)
    return false;
  for (uint32_t i = s->first; i < s->last; i++)
    if (sm_is(&story->scan, i, SM_W_WE) || SM_IS_ONE_OF(&story->scan, i, words)) return true;
  return false;
}

/// "denied any part in them", "denied the attacks": of all that were told.
static bool denies_all(const sm_story *story, const sm_speech *speech) {
  for (uint32_t i = speech->verb_last; i < story->scan.s[speech->sentence].last && i < speech->verb_last + 6;
       i++)
    if (sm_is(&story->scan, i, SM_W_THEM)) return true;
  return sm_is_of_all(story, speech->sentence);
}

static bool add_denial(account *a, uint32_t group, const sm_speech *speech, const sm_actor *actor) {
  sm_strike *s = &a->strikes[group];
  bool known = false;
  if (s->attacker.name.len && sm_same_side(actor, &s->attacker)) s->status = SM_STATUS_DENIED;
  for (size_t k = 0; k < s->n_claims; k++) {
    if (!same_claimant(s->claims[k].claimant, speech->name)) continue;
    if (s->claims[k].killed_high < 0 && s->claims[k].injured_high < 0) s->claims[k].stance = SM_STANCE_DENIES;
    known = true;
  }
  if (known) return true;
  sm_claim c = new_claim(speech, speech->sentence);
  c.stance = SM_STANCE_DENIES;
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  return add_claim(a, group, c) != NULL;
}

/// "Yerevan denied it": a claim that denies, and the strike's status when its author speaks.
static bool add_denials(account *a) {
  const sm_story *story = a->story;
  for (uint32_t i = 0; i < story->speeches.n; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!speech->name.len || speech->kind == SM_K_NONE || !denies(story, speech)) continue;
    sm_actor actor = speaker_actor(story, speech);
    int group = laid_to(a, &actor, speech->sentence);
    if (group < 0) group = spoken_of(a, speech->sentence);
    if (group < 0) continue;
    const sm_actor *held = &a->strikes[group].attacker;
    bool by_word =
        speech->row->stance != 'd'; // "had no part in it": only who is held for the attacker denies so
    if (by_word && !speaks_for_us(story, speech) &&
        (!actor.name.len || (held->name.len && !sm_same_side(&actor, held))))
      continue;
    bool all = actor.name.len && !by_word && denies_all(story, speech);
    for (uint32_t k = 0; all && k < a->hits->n && a->hits->items[k].sentence < speech->sentence; k++) {
      uint32_t other = (uint32_t)a->hits->items[k].group;
      const sm_actor *its = &a->strikes[other].attacker;
      if ((!its->name.len || sm_same_side(&actor, its)) && !add_denial(a, other, speech, &actor))
        return false;
    }
    if (!add_denial(a, (uint32_t)group, speech, &actor)) return false;
  }
  return true;
}

/// "no casualties at first, but the second blast killed five": deaths in the same telling.
static bool toll_beside(const account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->killed_high > 0 && !(f->flags & SM_FIGURE_PART)) return true;
  }
  return false;
}

/// "killing four inside, while a passer-by also died": what adds up to the toll told before are parts of it.
static void mark_parts(account *a, const sm_hit *h) {
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
static bool has_own_deaths(const account *a, int group, uint32_t sentence) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group && a->hits->items[i].sentence != sentence &&
        !a->hits->items[i].list_place && toll_beside(a, &a->hits->items[i]))
      return true;
  return false;
}

/// "Ten were killed in attacks in A and B. In A six died.": a toll told of several places, one of which has
/// its own, is a sum.
static void mark_sum_of_list(account *a, const sm_hit *h) {
  if (!h->list_place) return;
  bool own = false;
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].sentence == h->sentence && a->hits->items[i].list_place)
      own |= has_own_deaths(a, a->hits->items[i].group, h->sentence);
  for (uint32_t i = 0; own && i < h->n_figures; i++)
    a->story->figures.items[h->figures[i]].flags |= SM_FIGURE_PART;
}

/// The figures of all tellings as claims, parts into the strike's own fields.
static bool add_claims(account *a, const sm_hit *h) {
  sm_strike *s = &a->strikes[h->group];
  mark_parts(a, h);
  int toll = SM_UNKNOWN_NUMBER; // "the toll rose to 60 after a man died": one of the sixty
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & SM_FIGURE_TOLL && f->killed_high > toll) toll = f->killed_high;
  }
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (!(f->flags & SM_FIGURE_TOLL) && f->killed_high > 0 && f->killed_high <= 2 && f->killed_high < toll)
      f->flags |= SM_FIGURE_PART;
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
static bool add_cared_for(account *a, const sm_hit *h) {
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
static const sm_hit *first_telling(const account *a, int group) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group) return &a->hits->items[i];
  return NULL;
}

/// A place of some strike is named: "B had no casualties".
static bool names_place(const account *a, uint32_t sentence) {
  const sm_mention *items = a->story->scan.mentions->items;
  for (uint32_t m = a->story->mention_from[sentence]; m < a->story->mention_from[sentence + 1]; m++)
    for (uint32_t i = 0; i < a->hits->n; i++)
      if (a->hits->items[i].place >= 0 && items[m].place &&
          items[a->hits->items[i].place].place == items[m].place)
        return true;
  return false;
}

static bool is_told_once(const account *a, const sm_hit *h) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == h->group && a->hits->items[i].sentence != h->sentence) return false;
  return true;
}

/// Strikes listed in one sentence, or told in one paragraph and denied as "those", share the denial of
/// casualties that follows.
static bool spread_zero(account *a, const sm_hit *h) {
  const sm_scan *scan = &a->story->scan;
  const sm_figure *zero = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++)
    if (a->story->figures.items[h->figures[i]].flags & SM_FIGURE_ZERO)
      zero = &a->story->figures.items[h->figures[i]];
  if (!zero || h->n_triggers || names_place(a, h->sentence) || (h->place >= 0 && !h->place_inherited))
    return true;
  const sm_hit *mine = first_telling(a, h->group);
  bool many = denies_of_many(scan, h->sentence);
  int last = h->group;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence < h->sentence; i++) {
    const sm_hit *o = &a->hits->items[i];
    const sm_strike *s = &a->strikes[o->group];
    uint32_t apart = scan->s[h->sentence].paragraph - scan->s[o->sentence].paragraph;
    if (o->group == h->group || o->group == last || apart > 1) continue;
    bool listed = o->sentence == mine->sentence && is_told_once(a, o);
    bool told = false;
    for (size_t k = 0; k < s->n_claims; k++)
      told |= s->claims[k].killed_high >= 0 || s->claims[k].injured_high >= 0;
    if (told || !(listed || (many && apart == 0))) continue;
    last = o->group;
    if (!add_figure_claim(a, (uint32_t)o->group, zero)) return false;
  }
  return true;
}

enum { ADOPTED = 4 }; ///< sentences between a toll and the first strike told after it

static bool is_owned(const account *a, uint32_t figure) {
  for (uint32_t h = 0; h < a->hits->n; h++)
    for (uint32_t k = 0; k < a->hits->items[h].n_figures; k++)
      if (a->hits->items[h].figures[k] == figure) return true;
  return false;
}

static uint32_t paragraphs_apart(const account *a, uint32_t before, uint32_t after) {
  return a->story->scan.s[after].paragraph - a->story->scan.s[before].paragraph;
}

/// A toll told before the strike that it is of: no day long past, no shooting, no place of its own.
static bool may_adopt(const account *a, const sm_figure *f) {
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
static bool adopt_tolls(account *a) {
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
    if (all->items[i].sentence + ADOPTED >= first->sentence &&
        paragraphs_apart(a, all->items[i].sentence, first->sentence) <= 1 && !is_owned(a, i) &&
        may_adopt(a, &all->items[i]) && !add_figure_claim(a, (uint32_t)first->group, &all->items[i]))
      return false;
  return true;
}

static unsigned first_victims(const sm_figure *f) {
  return f ? f->victims : 0;
}

/// Two tolls of different people by one voice in one sentence add up: "seven civilians were killed and two
/// soldiers died".
static void sum_tolls(account *a, const sm_hit *h) {
  sm_figure *first = NULL;
  for (uint32_t i = 0; i < h->n_figures; i++) {
    sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & (SM_FIGURE_PART | SM_FIGURE_TOLL | SM_FIGURE_ZERO) || f->killed_low <= 0) continue;
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

static bool new_account(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                        account *out) {
  *out = (account){.story = story, .hits = hits, .strikes = strikes};
  out->cap = sm_arena_calloc(story->scan.arena, n + 1, sizeof *out->cap);
  for (uint32_t i = 0; out->cap && i < n; i++) out->cap[i] = strikes[i].n_claims;
  return out->cap != NULL;
}

sm_status sm_add_claims(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                        sm_error *err) {
  account a;
  bool ok = new_account(story, hits, strikes, n, &a);
  for (uint32_t i = 0; ok && i < hits->n; i++) {
    sum_tolls(&a, &hits->items[i]);
    mark_sum_of_list(&a, &hits->items[i]);
    ok = add_claims(&a, &hits->items[i]);
  }
  ok = ok && adopt_tolls(&a);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = spread_zero(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = add_cared_for(&a, &hits->items[i]);
  for (uint32_t i = 0; ok && i < hits->n; i++)
    ok = add_assertions(&a, &hits->items[i]) && add_heading_voice(&a, &hits->items[i]);
  ok = ok && add_later_voices(&a);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

sm_status sm_add_denials(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                         sm_error *err) {
  account a;
  bool ok = new_account(story, hits, strikes, n, &a) && add_denials(&a);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
