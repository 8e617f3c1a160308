// Voices that tell of a strike without a figure: who asserts, claims, blames or denies it.
#include "account.h"

#include "lend.h"

/// "..., whose toll the director confirmed": the words before the speaker.
static bool is_of_count(const sm_scan *scan, const sm_speech *speech) {
  static const char *const whose[] = {"whose"}, *const counts[] = {"count", "toll", "figure", "figures", "tally", "number", "numbers"};
  uint32_t i = speech->first;
  if (i > 0 && sm_is(scan, i - 1, SM_W_THE)) i--;
  return i > scan->s[speech->sentence].first + 1 && SM_IS_ONE_OF(scan, i - 1, counts) && SM_IS_ONE_OF(scan, i - 2, whose);
}

/// "A third official confirmed the toll", "a medic gave the same numbers": of what was told before.
static bool agrees_with_toll(const sm_story *story, const sm_speech *speech) {
  static const char *const words[] = {"toll",  "figure", "figures",    "number", "numbers",
                                      "count", "deaths", "casualties", "tally"};
  const sm_scan *scan = &story->scan;
  bool confirms = speech->row->stance == 'f';
  for (uint32_t i = story->figure_at[speech->sentence]; i < story->figure_at[speech->sentence + 1]; i++)
    if (story->figures.items[i].cue >= speech->verb) return false;
  if (is_of_count(scan, speech)) return confirms; // "whose count the director confirmed"
  if (speech->before) return false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + 4; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    confirms |= mode && mode->kind == SM_K_SAME;
    if (scan->t[i].flags & SM_TOKEN_NUMBER) return false; // "verified 1,150 casualties"
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

/// It has told of the strike before, or the one whose words it relays has.
static bool is_known(const sm_story *story, const sm_strike *s, const sm_speech *speech) {
  const sm_speech *cited = sm_cited_in(&story->speeches, speech);
  for (size_t i = 0; i < s->n_claims; i++)
    if (sm_same_claimant(s->claims[i].claimant, speech->name) || (cited != speech && sm_same_claimant(s->claims[i].claimant, cited->name))) return true;
  return false;
}

static bool has_mode(const sm_story *story, uint32_t sentence, uint8_t kind) {
  for (uint32_t i = story->scan.s[sentence].first; i < story->scan.s[sentence].last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == kind) return true;
  }
  return false;
}

/// "said it was deeply concerned", "said they were saddened": nothing is told.
static bool says_feeling(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 4 };
  static const char *const feelings[] = {"concerned", "saddened", "shocked", "alarmed", "appalled", "horrified", "outraged", "dismayed", "worried", "disturbed", "devastated", "troubled"};
  bool is = false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH + is; i++) {
    is |= sm_is_be(scan, i);
    if (is && SM_IS_ONE_OF(scan, i, feelings)) return true;
  }
  return false;
}

/// "denies targeting civilians", "says it does not fire on civilians", "never attacks civilian sites": of no strike more than of another.
static bool denies_at_large(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  static const char *const always[] = {"denies", "deny", "denying"}, *const aims[] = {"targeting", "target", "targets", "fire", "strike", "attack", "attacks", "bomb", "hit", "shell", "aim", "strikes", "attacking", "shelling", "bombing", "hitting"}, *const often[] = {"repeatedly", "always", "consistently", "routinely", "long", "previously"}, *const does[] = {"does", "do", "never"}, *const whom[] = {"civilians", "civilian"};
  bool at_large = SM_IS_ONE_OF(scan, speech->verb, always) || (speech->verb > 0 && speech->row->stance == 'd' && SM_IS_ONE_OF(scan, speech->verb - 1, often)), aimed = false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_sign(scan, i, ',') && !sm_is_sign(scan, i, ';'); i++) {
    static const char *const ever[] = {"doing", "intentionally", "deliberately", "purposely"}; // "has often hit civilians, but denies ever doing so"
    if (SM_IS_ONE_OF(scan, speech->verb, always) && SM_IS_ONE_OF(scan, i, ever)) return true;
    at_large |= SM_IS_ONE_OF(scan, i, does);
    aimed |= SM_IS_ONE_OF(scan, i, aims);
    if (at_large && aimed && SM_IS_ONE_OF(scan, i, whom)) return true;
  }
  return false;
}

/// "..., the group said, Garowe Online reports", "CBS reports a spokesman denied", "X claimed the attack, according to monitors": who only passes on what another says.
static bool relays(const sm_story *story, const sm_speech *speech) {
  enum { BESIDE = 3 };
  for (uint32_t i = story->speech_at[speech->sentence]; speech->before && (speech->kind == SM_K_MONITOR || speech->kind == SM_K_MEDIA) && i < story->speech_at[speech->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    if (s != speech && s->row->flags & SM_ROW_CLAIM && !s->negated && s->name.len && s->verb < speech->verb) return true;
  }
  static const char *const reports[] = {"reports"};
  if (speech->row->stance != 'c' || (speech->kind != SM_K_MEDIA && !SM_IS_ONE_OF(&story->scan, speech->verb, reports))) return false;
  for (uint32_t i = story->speech_at[speech->sentence]; i < story->speech_at[speech->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    const uint32_t stop = s->last > s->verb_last ? s->last : s->verb_last, start = speech->first < speech->verb ? speech->first : speech->verb;
    const bool behind = speech->before && start >= stop && start <= stop + BESIDE, ahead = !speech->before && s->first >= speech->verb_last && s->first <= speech->verb_last + BESIDE;
    if (s != speech && s->kind != SM_K_MEDIA && !s->negated && s->name.len && (behind || ahead || (speech->before && !s->before && s->verb < speech->verb))) return true;
  }
  return false;
}

/// "called it an Israeli air strike", "called the blast an act of terror": whoever says what it was.
static bool names_attack(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 6 };
  static const char *const what[] = {"blast", "explosion", "incident", "explosions", "blasts"}, *const terror[] = {"terrorist", "terror", "terrorism", "sabotage"};
  const uint32_t next = speech->verb_last, object = sm_is(scan, next, SM_W_THE) ? next + 1 : next;
  if (!sm_is(scan, next, SM_W_IT) && !SM_IS_ONE_OF(scan, object, what)) return false;
  if (!sm_is(scan, object + 1, SM_W_A) && !sm_is(scan, object + 1, SM_W_AN)) return false;
  for (uint32_t i = object + 2; i < scan->s[speech->sentence].last && i < object + REACH && !sm_is_punct(scan, i); i++)
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, i, terror)) return true;
  return false;
}

/// Whether a speech can tell of a strike without a figure. Naming ("calls it a lie") does where it denies.
static bool asserts(const sm_story *story, const sm_speech *speech) {
  if (says_feeling(&story->scan, speech)) return false;
  if (speech->negated || !speech->name.len || speech->kind == SM_K_NONE || speech->apart || relays(story, speech) || denies_at_large(&story->scan, speech)) return false;
  if (sm_str_equal(speech->name, SM_STR("We")) || sm_str_equal(speech->name, SM_STR("we"))) return false; // nobody is known to be quoted
  if (speech->row->form == SM_F_NAMING) return has_mode(story, speech->sentence, SM_K_DENIAL) || names_attack(&story->scan, speech);
  return speech->row->form != SM_F_FIGURE;
}

/// "having lost any aircraft": a thing, nobody.
static bool loses_thing(const sm_scan *scan, uint32_t lost) {
  enum { REACH = 4 };
  static const char *const loses[] = {"lost", "losing"};
  for (uint32_t i = lost + 1; SM_IS_ONE_OF(scan, lost, loses) && i < scan->s[scan->t[lost].sentence].last && i < lost + REACH && !sm_is_punct(scan, i); i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (sm_has_cue(scan, i, SM_CUE_TARGET) || sm_has_cue(scan, i, SM_CUE_WEAPON) || (e && e->word_bits & SM_WORD_NOUN_ARTIFACT)) return !sm_has_cue(scan, i, SM_CUE_VICTIM);
  }
  return false;
}

/// "denies having lost a man", "denied any casualties", "denied that there were civilian dead": nobody died, or was hurt either, by these words.
static void deny_losses(const sm_story *story, const sm_speech *speech, sm_claim *c) {
  enum { REACH = 8 };
  static const char *const lost[] = {"losses", "lost", "losing", "casualties", "deaths", "dead", "killed", "died", "fatalities"}, *const both[] = {"casualties", "losses"},
                           *const some[] = {"any", "a", "having", "suffering", "there", "that", "civilians", "civilian"};
  const sm_scan *scan = &story->scan;
  if (speech->row->stance != 'd' || speech->before || speech->negated) return;
  bool open = SM_IS_ONE_OF(scan, speech->verb_last - 1, some); // "denied any"
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(scan, i) && !sm_is(scan, i, SM_W_AND); i++) {
    if (SM_IS_ONE_OF(scan, i, lost) && open) {
      if (loses_thing(scan, i)) return;
      c->killed_low = c->killed_high = 0;
      if (SM_IS_ONE_OF(scan, i, both)) c->injured_low = c->injured_high = 0;
      return;
    }
    if (scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_TRIGGER)) return;
    open |= SM_IS_ONE_OF(scan, i, some);
  }
}

/// "Shells killed 39 in two cities, lawyers said": who sums up several strikes that others tell one by one.
static bool tells_sum(const sm_account *a, const sm_hit *h, const sm_speech *speech) {
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &a->story->figures.items[h->figures[i]];
    if (f->flags & SM_FIGURE_SUM && f->sentence == h->sentence && sm_figure_speech(a, f) == speech) return true;
  }
  return false;
}

/// "Israel said it bombed A and Hamas said it fired rockets at B": a voice of the part that tells another strike, where this part has its own.
static bool is_of_other_part(const sm_account *a, const sm_hit *h, const sm_speech *speech) {
  const sm_story *story = a->story;
  bool own = speech->verb >= h->last, other = false; // "X shelled A, and Y said its jets struck B"
  if (speech->before || sm_between(speech->verb, h->first, h->last)) return false;
  for (uint32_t i = story->speech_at[h->sentence]; i < story->speech_at[h->sentence + 1]; i++) own |= !story->speeches.items[i].before && sm_between(story->speeches.items[i].verb, h->first, h->last);
  for (uint32_t i = sm_first_told(a->hits, h->sentence); own && i < a->hits->n && a->hits->items[i].sentence == h->sentence; i++) other |= a->hits->items[i].group != h->group && sm_between(speech->verb, a->hits->items[i].first, a->hits->items[i].last);
  return other;
}

/// An assertion without a figure: who told of the strike, admitted or denied it.
bool sm_add_assertions(sm_account *a, const sm_hit *h) {
  const sm_story *story = a->story;
  for (uint32_t i = story->speech_at[h->sentence]; i < story->speech_at[h->sentence + 1]; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!asserts(story, speech) && (speech->negated || !speech->name.len || !agrees_with_toll(story, speech))) continue;
    if ((!sm_between(speech->verb, h->first, h->last) && h->list_place) || tells_sum(a, h, speech) || is_of_other_part(a, h, speech)) continue;
    sm_strike *s = &a->strikes[h->group];
    if (is_known(a->story, s, speech)) continue;
    sm_claim c = sm_new_claim(speech, h->sentence);
    c.span = sm_tokens_span(&story->scan, speech->first, speech->last);
    take_confirmed_toll(story, s, speech, &c);
    deny_losses(story, speech, &c);
    if (!sm_put_claim(a, (uint32_t)h->group, c)) return false;
  }
  return true;
}

/// A strike told as an item of a list has the voice of the list's heading.
bool sm_add_heading_voice(sm_account *a, const sm_hit *h) {
  const sm_speech *speech = sm_heading_voice(a->story, h->sentence);
  bool own = a->story->speech_at[h->sentence] != a->story->speech_at[h->sentence + 1];
  if (!speech || own || !speech->name.len || is_known(a->story, &a->strikes[h->group], speech)) return true;
  sm_claim c = sm_new_claim(speech, h->sentence);
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  return sm_put_claim(a, (uint32_t)h->group, c) != NULL;
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

/// "MOSUL - ...": the paragraph of a sentence is an item with a head of its own, and what is told before it another matter.
static bool is_of_headed_item(const sm_story *story, uint32_t sentence) {
  enum { SIGN = 1 };
  const sm_scan *scan = &story->scan;
  uint32_t s = sentence;
  if (!story->itemised) return false;
  while (s > 0 && scan->s[s - 1].paragraph == scan->s[sentence].paragraph) s--;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++)
    if (scan->mentions->items[m].role == SM_ROLE_DATELINE && scan->mentions->items[m].first <= scan->s[s].first + SIGN) return true;
  return false;
}

/// The strike told last before a speech, in another sentence; NULL when its own tells one.
static const sm_hit *told_before(const sm_account *a, const sm_speech *speech) {
  const sm_hit *told = NULL;
  for (uint32_t i = sm_first_told(a->hits, speech->sentence + 1); i > 0 && !told; i--)
    if (a->hits->items[i - 1].group >= 0) told = &a->hits->items[i - 1];
  return told && told->sentence != speech->sentence ? told : NULL;
}

/// The same record, or the same words for a place without one.
static bool is_same_place(const sm_scan *scan, const sm_mention *a, const sm_mention *b) {
  return a->place || b->place ? a->place == b->place : sm_str_equal(sm_span_text(scan, a->span), sm_span_text(scan, b->span));
}

/// "The army said the missiles aimed at Odesa were Iskanders": the strikes told at the places that are among what is said, and the last telling of one.
static uint32_t told_at_places(const sm_account *a, const sm_speech *speech, uint32_t groups[SM_MOST_MEANT], const sm_hit **told) {
  const sm_story *story = a->story;
  const sm_mention *items = story->scan.mentions->items;
  uint32_t n = 0;
  for (uint32_t m = story->mention_from[speech->sentence]; m < story->mention_from[speech->sentence + 1] && n < SM_MOST_MEANT; m++) {
    if (items[m].role == SM_ROLE_DEMONYM || sm_is_speakers_place(story, m)) continue;
    const sm_hit *last = NULL;
    for (uint32_t i = sm_first_told(a->hits, speech->sentence); i > 0 && !last; i--) {
      const sm_hit *h = &a->hits->items[i - 1];
      if (h->group >= 0 && h->place >= 0 && is_same_place(&story->scan, &items[h->place], &items[m])) last = h;
    }
    if (last) groups[n++] = (uint32_t)last->group, *told = last;
  }
  return n;
}

static bool add_voice(sm_account *a, uint32_t group, const sm_speech *speech) {
  sm_strike *s = &a->strikes[group];
  if (is_known(a->story, s, speech)) return true;
  sm_claim c = sm_new_claim(speech, speech->sentence);
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  take_confirmed_toll(a->story, s, speech, &c);
  return sm_put_claim(a, group, c) != NULL;
}

/// How many of the strikes told before a speech is about; "claimed them", "denied any part in them": all.
static uint32_t strikes_meant(const sm_story *story, const sm_speech *speech) {
  enum { REACH = 6 };
  const uint32_t end = story->scan.s[speech->sentence].last;
  const bool answers = speech->row->stance == 'd' || speech->row->flags & SM_ROW_CLAIM;
  for (uint32_t i = speech->verb_last; answers && i < end && i < speech->verb_last + REACH; i++)
    if (sm_is(&story->scan, i, SM_W_THEM)) return SM_ALL_TOLD;
  return sm_strikes_meant(story, speech->sentence);
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

/// Another side than the one that is held to have struck: what it says is mostly of its own deeds.
static bool is_rival_side(const sm_account *a, const sm_speech *speech, const sm_hit *told) {
  const sm_actor who = speaker_actor(a->story, speech), *held = &a->strikes[told->group].attacker;
  return who.name.len && held->name.len && !sm_same_side(&who, held);
}

/// Whether a voice in a sentence that tells no strike of its own speaks of the one told last. Weights by
/// hand: whole numbers near those of a logistic model on the speakers of the own set and of reading_a, c and
/// d.
static bool speaks_of_it(const sm_account *a, const sm_speech *speech, const sm_hit *told) {
  const sm_story *story = a->story;
  const sm_sentence *here = &story->scan.s[speech->sentence], *there = &story->scan.s[told->sentence];
  uint32_t mask = story->scan.sentence_mask[speech->sentence];
  bool figure = story->figure_at[speech->sentence] != story->figure_at[speech->sentence + 1];
  bool far = here->paragraph > there->paragraph + 1 || speech->sentence > told->sentence + 2;
  int sum = weigh_speaker(speech) + (here->paragraph == there->paragraph) - 2 * far - 2 * figure;
  sum -= speech->row->stance == 'c' && is_rival_side(a, speech, told);
  sum += (mask >> SM_CUE_ACTOR & 1) + (mask >> SM_CUE_TRIGGER & 1) + (mask >> SM_CUE_TARGET & 1);
  sum += (speech->row->stance == 'b') + (speech->row->stance == 'b' && speech->kind == SM_K_STATE) + says_it(story, speech) - speech->before + 3 * (speech->back && !far);
  sum += 2 * has_mode(story, speech->sentence, SM_K_DENIAL) - has_mode(story, speech->sentence, SM_K_MODAL);
  return sum >= 2;
}

/// "claimed the attack", "said its jets had hit": the speaker's side did it.
static bool owns_deed(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 6 };
  static const char *const suffered[] = {"damage", "losses", "casualties", "losing"}; // "admitted to material damage"
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, suffered)) return false;
  if (speech->row->flags & SM_ROW_CLAIM) return true;
  for (uint32_t i = speech->verb_last; speech->row->stance != 'b' && i + 1 < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(scan, i); i++)
    if (sm_is_possessive(scan, i) && sm_has_cue(scan, i + 1, SM_CUE_FORCE)) return true;
  return false;
}

/// The strike that a side tells of as its own: the last told that is held to be its work, else the next; -1 where all near are others'.
static int own_strike(const sm_account *a, const sm_speech *speech, const sm_hit *told) {
  enum { NEAR = 3 };
  const sm_actor actor = speaker_actor(a->story, speech);
  const sm_actor *held = &a->strikes[told->group].attacker;
  if (!actor.name.len || !held->name.len || sm_same_side(&actor, held) || !owns_deed(&a->story->scan, speech)) return told->group;
  int group = -1;
  for (uint32_t i = 0; i < a->hits->n && a->hits->items[i].sentence <= speech->sentence + NEAR; i++) {
    const sm_hit *h = &a->hits->items[i];
    const sm_actor *its = h->group >= 0 ? &a->strikes[h->group].attacker : NULL;
    if (!its || !its->name.len || !sm_same_side(&actor, its)) continue;
    if (h->sentence <= speech->sentence || group < 0) group = h->group;
  }
  return group;
}

/// "The governor blamed the ELN": of the strike told before. "IS claimed the attacks": of all told before.
bool sm_add_later_voices(sm_account *a) {
  const sm_story *story = a->story;
  for (uint32_t i = 0; i < story->speeches.n; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    const sm_hit *told = told_before(a, speech);
    const bool agrees = agrees_with_toll(story, speech);
    uint32_t groups[SM_MOST_MEANT], n = told ? told_at_places(a, speech, groups, &told) : 0;
    if (!told || speech->negated || !speech->name.len || speech->kind == SM_K_NONE ||
        speech->row->stance == 'd' ||
        (!agrees && (!asserts(story, speech) || !speaks_of_it(a, speech, told))))
      continue;
    const int own = n ? told->group : own_strike(a, speech, told);
    if (own < 0) continue; // "Hezbollah said its fighters had fired": of none of those that were told
    if (!n && own == told->group) n = sm_groups_before(a->hits, speech->sentence, strikes_meant(story, speech), groups);
    for (uint32_t k = 0; k < n; k++)
      if (!add_voice(a, groups[k], speech)) return false;
    if (!add_voice(a, (uint32_t)own, speech)) return false;
  }
  return true;
}

/// "had carried out no strikes there", "no air raids": but "no strike was confirmed by", "no word of strikes".
static bool denies_any(const sm_scan *scan, uint32_t no) {
  enum { REACH = 3 };
  static const char *const acts[] = {"carried", "conducted", "launched", "made", "flown", "undertaken", "out", "were", "was", "been"};
  bool done = false;
  for (uint32_t k = no; k > scan->s[scan->t[no].sentence].first && no - k < REACH; k--) done |= SM_IS_ONE_OF(scan, k - 1, acts);
  for (uint32_t k = no + 1; done && k < scan->n && k <= no + REACH; k++) {
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if (row && row->kind != SM_K_HARM) return true;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_preposition(scan, k)) return false;
  }
  return false;
}

/// "no civilian settlement was bombed", "no hospital had been hit": what is said of everything of a kind.
static bool spares_all(const sm_scan *scan, uint32_t no) {
  enum { NOUN = 4, VERB = 2 };
  for (uint32_t k = no + 1; k < scan->n && k <= no + NOUN; k++) {
    if (sm_is_punct(scan, k) || sm_is_preposition(scan, k)) return false;
    if (!sm_is_be(scan, k) && !sm_is(scan, k, SM_W_HAD) && !sm_is(scan, k, SM_W_HAS)) continue;
    for (uint32_t i = k + 1; k > no + 1 && i < scan->n && i <= k + VERB; i++) {
      const sm_cue_row *row = sm_cue_at(scan, i, SM_CUE_TRIGGER, NULL);
      if (row && row->kind == SM_K_ATTACK) return true;
    }
    return false;
  }
  return false;
}

/// "No one has yet claimed the attack": owned by nobody, denied by none.
static bool claims_next(const sm_scan *scan, uint32_t no, uint32_t end) {
  enum { REACH = 6 };
  for (uint32_t k = no; k < end && k < no + REACH; k++) {
    const sm_cue_row *says = sm_cue_at(scan, k, SM_CUE_REPORTING, NULL), *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
    if ((says && says->flags & SM_ROW_CLAIM) || (deed && deed->kind == SM_K_RESPONSIBILITY)) return true;
  }
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
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL), *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    if (number && number->kind == SM_K_ZERO && (denies_any(scan, i) || spares_all(scan, i))) return true;
    if (!mode || mode->kind != SM_K_NEGATION || claims_next(scan, i, s->last)) continue;
    for (uint32_t k = i > s->first + 2 ? i - 2 : s->first; k < s->last && k < i + 6; k++) {
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if (scan->mask[k] & strikes && !(row && row->kind == SM_K_HARM)) return true; // but "no damage"
    }
  }
  return false;
}

/// "said there had been no strike", "said it had not bombed the town": right behind the negation.
static bool negates_deed(const sm_scan *scan, const sm_speech *speech) {
  enum { NEXT = 2 };
  for (uint32_t i = speech->verb_last, last; !speech->before && i < scan->s[speech->sentence].last; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, &last), *number = sm_cue_at(scan, i, SM_CUE_NUMBER, NULL);
    const bool none = number && number->kind == SM_K_ZERO;
    if (none && spares_all(scan, i)) return true;
    if (!none && !(mode && mode->kind == SM_K_NEGATION)) continue;
    for (uint32_t k = none ? i + 1 : last, end = k + NEXT; k < end && k < scan->s[speech->sentence].last; k++) {
      const sm_cue_row *deed = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if (deed && (deed->kind == SM_K_ATTACK || deed->kind == SM_K_LAUNCH || deed->kind == SM_K_NOUN || deed->kind == SM_K_CARRY)) return true;
    }
  }
  return false;
}

/// "replied that it was the army that had fired", "they say it was the GNA's own rockets": somebody else did it.
static const sm_party *turned_on(const sm_story *story, const sm_speech *speech) {
  enum { REACH = 3, NAMED = 4, TOLD = 6 };
  const sm_scan *scan = &story->scan;
  const uint32_t end = scan->s[speech->sentence].last;
  uint32_t was = speech->verb_last + 1;
  while (was < end && was <= speech->verb_last + REACH && !(sm_is_be(scan, was) && sm_is(scan, was - 1, SM_W_IT))) was++;
  if (speech->before || speech->negated || was >= end || was > speech->verb_last + REACH) return NULL;
  for (uint32_t i = story->party_at[speech->sentence]; i < story->party_at[speech->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (p->first <= was || p->first > was + NAMED) continue;
    for (uint32_t k = p->first; k < end && k < p->last + TOLD && !sm_is_sign(scan, k, ','); k++) {
      const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_TRIGGER, NULL);
      if ((row && row->strength >= 2) || sm_has_cue(scan, k, SM_CUE_WEAPON)) return p;
    }
    return NULL;
  }
  return NULL;
}

/// "said that was false", "called that lies": of what was told before.
static bool calls_false(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  static const char *const words[] = {"lies", "lie", "absurd", "ridiculous", "nonsense", "propaganda", "untrue", "fake", "slander", "fabrication", "fabrications", "baseless", "fabricated"}, *const told[] = {"accusation", "accusations", "allegation", "allegations", "report", "reports", "charge", "charges"};
  const uint32_t next = speech->verb_last;
  const bool what = speech->row->form == SM_F_NAMING && (sm_is(scan, next, SM_W_THAT) || sm_is(scan, next, SM_W_IT) || SM_IS_ONE_OF(scan, sm_is(scan, next, SM_W_THE) ? next + 1 : next, told));
  bool told_of = false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is(scan, i, SM_W_AND); i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_FALSE || mode->kind == SM_K_DENIAL) && !speech->before && (sm_is(scan, i - 1, SM_W_THAT) || sm_is(scan, i - 1, SM_W_IT) || (i > next && (told_of || sm_has_cue(scan, i - 1, SM_CUE_TRIGGER))))) return true; // "said the strike never happened", "that the report was false"
    told_of |= SM_IS_ONE_OF(scan, i, told);
    if (what && SM_IS_ONE_OF(scan, i, words)) return true;
  }
  return false;
}

/// "has always denied", "denied aid workers entry": of what it is accused of at large, or what somebody is refused.
static bool denies_ever(const sm_story *story, const sm_speech *speech) {
  static const char *const ever[] = {"always", "consistently", "routinely"}, *const refused[] = {"access", "entry", "entrance", "permission", "visas", "bail", "passage", "asylum", "permits"};
  for (uint32_t k = speech->verb_last; k < story->scan.n && k < speech->verb_last + 3; k++)
    if (SM_IS_ONE_OF(&story->scan, k, refused)) return true;
  return speech->verb > story->scan.s[speech->sentence].first && SM_IS_ONE_OF(&story->scan, speech->verb - 1, ever);
}

static bool denies(const sm_story *story, const sm_speech *speech) {
  if (denies_at_large(&story->scan, speech)) return false;
  if (speech->negated) return false; // "has not said whether it sent the drone"
  if (speech->row->stance == 'd') return !denies_ever(story, speech);
  const bool last = speech + 1 == story->speeches.items + story->speeches.n || speech[1].sentence != speech->sentence;
  if (speech->row->stance == 'b' && !last) return false; // "officials blamed X; X's spokesman said it had not fired them"
  return calls_false(&story->scan, speech) || has_mode(story, speech->sentence, SM_K_DENIAL) || negates_strike(story, speech->sentence) || turned_on(story, speech);
}

/// The strike that an actor is asked about: the one told last that is held to be its work; -1 none.
static int laid_to(const sm_account *a, const sm_actor *actor, uint32_t sentence) {
  for (uint32_t i = actor->name.len ? sm_first_told(a->hits, sentence + 1) : 0; i > 0; i--) {
    const int group = a->hits->items[i - 1].group;
    const sm_actor *held = &a->strikes[group].attacker;
    if (held->name.len && sm_same_side(actor, held)) return group;
  }
  return -1;
}

/// "In 2015 planes hit a hall in Mokha. The alliance denied it": the sentence before tells of a strike long past alone.
static bool is_of_history(const sm_account *a, uint32_t sentence) {
  enum { LONG_PAST = 60 };
  const sm_story *story = a->story;
  const sm_date published = story->whens.published;
  if (sentence == 0 || published == SM_NO_DATE || story->scan.s[sentence - 1].paragraph != story->scan.s[sentence].paragraph || story->trigger_at[sentence - 1] == story->trigger_at[sentence]) return false;
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].sentence == sentence - 1) return false;
  for (uint32_t i = story->when_at[sentence - 1]; i < story->when_at[sentence]; i++)
    if (!(story->whens.items[i].flags & SM_WHEN_ANCHOR) && story->whens.items[i].end != SM_NO_DATE && story->whens.items[i].end < published - LONG_PAST) return true;
  return false;
}

/// The strike that a sentence without one of its own speaks of: the last told before it, at most a paragraph
/// back.
static int spoken_of(const sm_account *a, uint32_t sentence) {
  const uint32_t i = sm_first_told(a->hits, sentence);
  if (i < a->hits->n && a->hits->items[i].sentence == sentence) return a->hits->items[i].group;
  return i > 0 ? a->hits->items[i - 1].group : -1;
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

/// "[reports] of Abdul Manan's death": not of the strikes.
static bool is_of_somebody(const sm_scan *scan, uint32_t of, uint32_t end) {
  uint32_t i = of + 1;
  if (of >= end || !sm_is(scan, of, SM_W_OF)) return false;
  while (i < end && scan->t[i].flags & SM_TOKEN_CAPITAL && !scan->mention_at[i]) i++;
  return i > of + 1 && i < end && scan->t[i].flags & SM_TOKEN_CLITIC;
}

/// "denied any part in them", "denied the attacks", "the stories were made up": of all that were told.
static uint32_t strikes_denied(const sm_story *story, const sm_speech *speech) {
  static const char *const told[] = {"accounts", "reports", "allegations", "stories", "accusations", "charges"};
  const sm_sentence *s = &story->scan.s[speech->sentence];
  static const char *const any[] = {"any"};
  const uint32_t that = speech->verb_last; // "denied that any civilian area was bombed"
  if (that + 1 < s->last && sm_is(&story->scan, that, SM_W_THAT) && SM_IS_ONE_OF(&story->scan, that + 1, any)) return SM_ALL_TOLD;
  for (uint32_t i = s->first; i < s->last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, told) && !is_of_somebody(&story->scan, i + 1, s->last)) return SM_ALL_TOLD;
  const uint32_t n = strikes_meant(story, speech);
  const sm_speech *before = speech > story->speeches.items ? speech - 1 : NULL; // "blamed both on X; X denied it"
  if (n || !before || before->row->stance != 'b' || before->sentence + 1 < speech->sentence || story->scan.s[before->sentence].paragraph != story->scan.s[speech->sentence].paragraph) return n;
  return strikes_meant(story, before);
}

/// "the government's spokesman", "state television": who speaks for a side, whichever it is.
static bool speaks_for_side(const sm_story *story, const sm_speech *speech) {
  static const char *const words[] = {"spokesman", "spokeswoman", "spokesperson", "government", "ministry", "minister",
                                      "junta",     "state",       "State",        "regime",     "Kremlin",  "military"};
  if (speech->kind == SM_K_MILITARY || speech->kind == SM_K_PARTY) return true;
  if (speech->kind != SM_K_OFFICIAL && speech->kind != SM_K_MEDIA) return false;
  const uint32_t end = speech->verb > speech->last ? speech->verb : speech->last;
  for (uint32_t i = speech->first; i < end; i++)
    if (SM_IS_ONE_OF(&story->scan, i, words)) return true;
  return false;
}

/// "denies having lost a man", "denied any casualties", "denied targeting civilians": the attack itself is not denied.
static bool denies_harm_alone(const sm_story *story, const sm_speech *speech) {
  static const char *const aims[] = {"targeting", "targeted", "target", "targets", "aiming"},
                           *const counts[] = {"findings", "finding", "figure", "figures", "toll", "tolls", "number", "numbers", "count", "methodology"},
                           *const whom[] = {"civilians", "civilian", "residents", "hospitals", "schools"}, *const blame[] = {"responsibility", "involvement", "role", "responsible"};
  const sm_scan *scan = &story->scan;
  bool aimed = false;
  for (uint32_t i = speech->verb; i < scan->s[speech->sentence].last && i < speech->verb_last + 8; i++) {
    const sm_cue_row *toll = sm_cue_at(scan, i, SM_CUE_CASUALTY, NULL);
    if (sm_is_punct(scan, i) || sm_is(scan, i, SM_W_AND) || SM_IS_ONE_OF(scan, i, blame)) return false; // "denied responsibility for the deaths"
    aimed |= SM_IS_ONE_OF(scan, i, aims);
    if ((aimed && SM_IS_ONE_OF(scan, i, whom)) || toll || SM_IS_ONE_OF(scan, i, counts)) return true; // "disputed the findings"
    if (!aimed && sm_has_cue(scan, i, SM_CUE_TRIGGER)) return false;
  }
  return false;
}

/// "denied any role", "denied involvement": whoever says so denies the authorship, unless somebody else owns up to a strike.
static bool denies_role(const sm_story *story, const sm_speech *speech) {
  enum { REACH = 9 };
  for (uint32_t i = 0; i < story->triggers.n; i++)
    if (story->triggers.items[i].row->kind == SM_K_RESPONSIBILITY && story->triggers.items[i].sentence != speech->sentence) return false;
  for (uint32_t i = 0; i < story->scan.n_cues; i++)
    if (story->scan.cues[i].cls == SM_CUE_REPORTING && story->scan.cues[i].row->flags & SM_ROW_CLAIM) return false; // "owned up to it"
  static const char *const roles[] = {"involvement", "role", "hand", "part", "responsibility", "link", "links", "everything", "authorship", "connection", "anything", "behind", "responsible", "involved"};
  for (uint32_t i = speech->verb; i < story->scan.s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(&story->scan, i); i++)
    if (SM_IS_ONE_OF(&story->scan, i, roles)) return true;
  return false;
}

static bool add_denial(sm_account *a, uint32_t group, const sm_speech *speech, const sm_actor *actor) {
  sm_strike *s = &a->strikes[group];
  bool known = false;
  const bool own = s->attacker.name.len && sm_same_side(actor, &s->attacker);
  const bool side = speech->kind == SM_K_MILITARY || speech->kind == SM_K_OFFICIAL || speech->kind == SM_K_PARTY;
  const bool by_word = speech->row->stance != 'd';
  const bool may_be_own = (by_word ? speaks_for_side(a->story, speech) : side || speaks_for_side(a->story, speech)) &&
                          (!actor->name.len || !s->attacker.name.len);
  const bool harm = !by_word && denies_harm_alone(a->story, speech);
  const bool role = !by_word && denies_role(a->story, speech);
  if (!harm && (own || ((may_be_own || role) && s->status == SM_STATUS_REPORTED))) s->status = SM_STATUS_DENIED;
  for (size_t k = 0; k < s->n_claims; k++) {
    if (!sm_same_claimant(s->claims[k].claimant, speech->name)) continue;
    if (s->claims[k].killed_high < 0 && s->claims[k].injured_high < 0) s->claims[k].stance = SM_STANCE_DENIES;
    known = true;
  }
  if (known) return true;
  sm_claim c = sm_new_claim(speech, speech->sentence);
  c.stance = SM_STANCE_DENIES;
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  deny_losses(a->story, speech, &c);
  return sm_put_claim(a, group, c) != NULL;
}

static bool lies_at(const sm_scan *scan, const sm_mention *fine, const sm_mention *told) {
  if (fine->place == told->place) return true;
  if (!fine->place) fine = fine->container ? &scan->mentions->items[fine->container - 1] : fine;
  const sm_place_brief b = fine->place ? sm_gazetteer_brief(scan->reader->gazetteer, fine->place) : (sm_place_brief){0};
  return fine->place == told->place || b.adm1 == told->place || b.adm2 == told->place;
}

/// Whether the words for a target hold a word.
static bool names_thing(sm_str target, sm_str word) {
  for (size_t i = 0; i + word.len <= target.len; i++) {
    const bool whole = (i == 0 || target.ptr[i - 1] == ' ') && (i + word.len == target.len || target.ptr[i + word.len] == ' ');
    if (whole && memcmp(target.ptr + i, word.ptr, word.len) == 0) return true;
  }
  return false;
}

/// "denied that a clinic was struck", "denied striking the market": the strike told last before the denial that hit such a thing; -1 none.
static int denied_on(const sm_account *a, const sm_speech *speech, uint32_t end, const sm_actor *actor) {
  const sm_story *story = a->story;
  for (uint32_t k = speech->verb_last; k < end; k++) {
    if (!sm_has_cue(&story->scan, k, SM_CUE_TARGET)) continue;
    const sm_str word = sm_span_text(&story->scan, sm_tokens_span(&story->scan, k, k + 1));
    for (uint32_t i = sm_first_told(a->hits, speech->sentence); i > 0; i--) {
      const sm_strike *s = &a->strikes[a->hits->items[i - 1].group];
      const bool side = !actor->name.len || !s->attacker.name.len || sm_same_side(actor, &s->attacker);
      const sm_str told = sm_span_is_none(a->hits->items[i - 1].target) ? s->target.name : sm_span_text(&story->scan, a->hits->items[i - 1].target);
      if (side && names_thing(told, word)) return a->hits->items[i - 1].group;
    }
  }
  return -1;
}

/// "denied having fired at Ganja", "denied responsibility for the deaths in North Darfur": the told strike at the first place that the denial
/// names; -1 none.
static int denied_at(const sm_account *a, const sm_speech *speech, const sm_actor *actor) {
  const sm_story *story = a->story;
  const sm_mention *items = story->scan.mentions->items;
  uint32_t end = speech->verb_last;
  bool deed = false;
  for (; end < story->scan.s[speech->sentence].last && !sm_is_punct(&story->scan, end) && !sm_is(&story->scan, end, SM_W_AND); end++)
    deed |= sm_has_cue(&story->scan, end, SM_CUE_TRIGGER) || sm_has_cue(&story->scan, end, SM_CUE_CASUALTY) || sm_has_cue(&story->scan, end, SM_CUE_WEAPON); // "that it had guns in range of X"
  if (!deed) return -1;
  for (uint32_t m = story->mention_from[speech->sentence]; m < story->mention_from[speech->sentence + 1]; m++) {
    if (!items[m].place || items[m].role == SM_ROLE_DEMONYM || !sm_between(items[m].first, speech->verb_last, end)) continue;
    int best = -1, most = -1; // told there by its very name, in the denial's own paragraph
    for (uint32_t i = 0; i < a->hits->n; i++) {
      const sm_hit *h = &a->hits->items[i];
      const sm_actor *held = &a->strikes[h->group].attacker;
      if (h->place < 0 || !lies_at(&story->scan, &items[h->place], &items[m])) continue;
      if (actor->name.len && held->name.len && !sm_same_side(actor, held)) continue;
      const int fit = 2 * (items[h->place].place == items[m].place) + (story->scan.s[h->sentence].paragraph == story->scan.s[speech->sentence].paragraph);
      if (fit > most) most = fit, best = h->group;
    }
    if (best >= 0) return best;
  }
  return denied_on(a, speech, end, actor);
}

static bool told_in_paragraph(const sm_account *a, int group, uint32_t sentence) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group && a->story->scan.s[a->hits->items[i].sentence].paragraph == a->story->scan.s[sentence].paragraph) return true;
  return false;
}

/// "Yerevan denied it": a claim that denies, and the strike's status when its author speaks.
static bool add_denials(sm_account *a) {
  const sm_story *story = a->story;
  for (uint32_t i = 0; i < story->speeches.n; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!speech->name.len || speech->kind == SM_K_NONE || !denies(story, speech)) continue;
    sm_actor actor = speaker_actor(story, speech);
    const int named = denied_at(a, speech, &actor);
    if (named < 0 && is_of_history(a, speech->sentence)) continue;
    int group = named >= 0 ? named : laid_to(a, &actor, speech->sentence);
    if (group < 0) group = spoken_of(a, speech->sentence);
    if (named < 0 && is_of_headed_item(story, speech->sentence) && !told_in_paragraph(a, group, speech->sentence)) continue;
    if (group < 0) continue;
    const sm_actor *held = &a->strikes[group].attacker;
    bool by_word =
        speech->row->stance != 'd'; // "had no part in it": only who is held for the attacker denies so
    const sm_party *other = by_word ? turned_on(story, speech) : NULL;
    if (other && (!held->name.len || (other->actor.name.len ? sm_same_side(&other->actor, held) : !actor.name.len))) continue;
    const bool word = by_word && (other || calls_false(&story->scan, speech) || has_mode(story, speech->sentence, SM_K_DENIAL) || (held->type == 1 && negates_deed(&story->scan, speech)));
    const bool side = speaks_for_side(story, speech);
    if (by_word && !speaks_for_us(story, speech) &&
        ((!actor.name.len && !(word && side)) || (actor.name.len && held->name.len && !sm_same_side(&actor, held))))
      continue;
    const bool several = named < 0 && !is_of_headed_item(story, speech->sentence) && !(speech->row->form == SM_F_NAMING && !has_mode(story, speech->sentence, SM_K_DENIAL)) && (actor.name.len || side) && (!by_word || word);
    uint32_t groups[SM_MOST_MEANT];
    const uint32_t n = several ? sm_groups_before(a->hits, speech->sentence, strikes_denied(story, speech), groups) : 0;
    for (uint32_t k = 0; k < n; k++) {
      const uint32_t past = groups[k];
      const sm_actor *its = &a->strikes[past].attacker;
      const sm_actor *whose = actor.name.len ? &actor : held;
      if ((!its->name.len || !whose->name.len || sm_same_side(whose, its)) && !add_denial(a, past, speech, &actor))
        return false;
    }
    if (!add_denial(a, (uint32_t)group, speech, &actor)) return false;
  }
  return true;
}

sm_status sm_add_denials(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                         sm_error *err) {
  sm_account a;
  bool ok = sm_new_account(story, hits, strikes, n, &a) && sm_add_later_voices(&a);
  a.teller = ok ? sm_find_round_teller(story) : NULL;
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = sm_add_round_voice(&a, &hits->items[i]);
  ok = ok && add_denials(&a);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
