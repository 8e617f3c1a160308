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
                                      "count", "deaths", "casualties", "tally"}, *const death[] = {"death"};
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
    if (SM_IS_ONE_OF(scan, i, words) || (SM_IS_ONE_OF(scan, i, death) && !sm_is(scan, i + 1, SM_W_OF))) return confirms;
  }
  return false;
}

/// "confirmed the death": of the dead alone.
static bool agrees_on_deaths(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 4 };
  static const char *const deaths[] = {"death", "deaths"};
  for (uint32_t i = speech->verb_last; !speech->before && i < scan->s[speech->sentence].last && i < speech->verb_last + REACH; i++)
    if (SM_IS_ONE_OF(scan, i, deaths)) return true;
  return false;
}

static void take_confirmed_toll(const sm_story *story, const sm_strike *s, const sm_speech *speech,
                                sm_claim *c) {
  const sm_claim *old = s->claims + s->n_claims;
  while (old > s->claims && old[-1].killed_high < 0 && old[-1].injured_high < 0) old--;
  if (old == s->claims || !agrees_with_toll(story, speech)) return;
  old--;
  c->killed_low = old->killed_low, c->killed_high = old->killed_high;
  if (!agrees_on_deaths(&story->scan, speech)) c->injured_low = old->injured_low, c->injured_high = old->injured_high;
}

/// It has told of the strike before, or the one whose words it relays has.
static bool is_known(const sm_story *story, const sm_strike *s, const sm_speech *speech) {
  const sm_speech *cited = sm_cited_in(&story->speeches, speech);
  for (size_t i = 0; i < s->n_claims; i++)
    if (sm_same_claimant(s->claims[i].claimant, speech->name) || (cited != speech && sm_same_claimant(s->claims[i].claimant, cited->name))) return true;
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

/// "..., the group said, Garowe Online reports", "CBS reports a spokesman denied", "X claimed the attack, according to monitors": who only passes on what another says.
static bool relays(const sm_story *story, const sm_speech *speech) {
  enum { BESIDE = 3 };
  for (uint32_t i = story->speech_at[speech->sentence]; speech->before && (speech->kind == SM_K_MONITOR || speech->kind == SM_K_MEDIA) && i < story->speech_at[speech->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    if (s != speech && s->row->flags & SM_ROW_CLAIM && !s->negated && s->name.len && s->verb < speech->verb) return true;
  }
  static const char *const reports[] = {"reports", "writes"};
  if (speech->row->stance != 'c' || (speech->kind != SM_K_MEDIA && !SM_IS_ONE_OF(&story->scan, speech->verb, reports))) return false;
  for (uint32_t i = story->speech_at[speech->sentence]; i < story->speech_at[speech->sentence + 1]; i++) {
    const sm_speech *s = &story->speeches.items[i];
    const uint32_t stop = s->last > s->verb_last ? s->last : s->verb_last, start = speech->first < speech->verb ? speech->first : speech->verb;
    const bool behind = speech->before && start >= stop && start <= stop + BESIDE, ahead = !speech->before && s->first >= speech->verb_last && s->first <= speech->verb_last + BESIDE;
    if (s != speech && s->kind != SM_K_MEDIA && !s->negated && s->name.len && (behind || ahead || (speech->before && s->verb < speech->verb && (!s->before || SM_IS_ONE_OF(&story->scan, speech->verb, reports))))) return true;
  }
  return false;
}

/// "called it an Israeli air strike", "called the blast an act of terror": whoever says what it was.
static bool names_attack(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 6 };
  static const char *const what[] = {"blast", "explosion", "incident", "explosions", "blasts"}, *const terror[] = {"terrorist", "terror", "terrorism", "sabotage"};
  const uint32_t next = speech->verb_last, object = sm_is(scan, next, SM_W_THE) ? next + 1 : next;
  if (!sm_is(scan, next, SM_W_IT) && !SM_IS_ONE_OF(scan, object, what)) return false;
  const uint32_t article = object + 1 < scan->n && sm_is_quote(scan, object + 1) ? object + 2 : object + 1; // 'called it "a terrorist act"'
  if (!sm_is_indefinite(scan, article)) return false;
  for (uint32_t i = article + 1; i < scan->s[speech->sentence].last && i < article + REACH && !sm_is_punct(scan, i); i++)
    if (sm_has_cue(scan, i, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, i, terror)) return true;
  return false;
}

/// "has recorded it as an air strike", "registered this as a bombing".
static bool records_as(const sm_scan *scan, const sm_speech *speech) {
  static const char *const this[] = {"this"};
  return (sm_is(scan, speech->verb_last, SM_W_IT) || SM_IS_ONE_OF(scan, speech->verb_last, this)) && sm_is(scan, speech->verb_last + 1, SM_W_AS);
}

/// '"The pilots have confirmed the hit," he said': what somebody who is quoted lays in others' mouths.
static bool is_quoted(const sm_story *story, const sm_speech *speech) {
  const sm_speech *quoted = sm_quoted_by(&story->speeches, speech->verb);
  return quoted && quoted != speech && !(speech->row->flags & SM_ROW_CLAIM) && quoted->name.len && !sm_same_claimant(quoted->name, speech->name);
}

/// Whether a speech can tell of a strike without a figure. Naming ("calls it a lie") does where it denies.
static bool asserts(const sm_story *story, const sm_speech *speech) {
  if (says_feeling(&story->scan, speech) || is_quoted(story, speech)) return false;
  if (speech->negated || !speech->name.len || speech->kind == SM_K_NONE || speech->apart || speech->credited || relays(story, speech) || sm_denies_at_large(&story->scan, speech)) return false;
  if (sm_str_equal(speech->name, SM_STR("We")) || sm_str_equal(speech->name, SM_STR("we"))) return false; // nobody is known to be quoted
  if (speech->row->form == SM_F_NAMING) return sm_has_mode(story, speech->sentence, SM_K_DENIAL) || names_attack(&story->scan, speech);
  return speech->row->form != SM_F_FIGURE || records_as(&story->scan, speech);
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
    if (is_known(a->story, s, speech) || sm_voice_of(a, speech->name).ptr != speech->name.ptr) continue; // "our teams saw ..."
    sm_claim c = sm_new_claim(speech, h->sentence);
    c.span = sm_tokens_span(&story->scan, speech->first, speech->last);
    take_confirmed_toll(story, s, speech, &c);
    sm_deny_losses(story, speech, &c);
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

sm_actor sm_speaker_actor(const sm_story *story, const sm_speech *speech) {
  uint32_t end = speech->verb > speech->last ? speech->verb : speech->last;
  for (uint32_t i = story->party_at[speech->sentence]; i < story->party_at[speech->sentence + 1]; i++) {
    const sm_party *p = &story->parties.items[i];
    if (sm_between(p->first, speech->first, end) && p->actor.name.len) return p->actor;
  }
  return (sm_actor){0};
}

/// How much who speaks has to do with strikes.
static int weigh_speaker(const sm_story *story, const sm_speech *speech) {
  const sm_actor side = speech->kind == SM_K_OFFICIAL ? sm_speaker_actor(story, speech) : (sm_actor){0};
  if (side.name.len && side.type != 1) return 2; // "a Taliban spokesman"
  if (speech->kind == SM_K_MILITARY || speech->kind == SM_K_PARTY || speech->kind == SM_K_POLICE) return 2;
  if (speech->kind == SM_K_MEDIA || speech->kind == SM_K_MEDIC) return 1;
  return speech->kind == SM_K_STATE || speech->kind == SM_K_WITNESS ? -1 : 0;
}

bool sm_is_of_headed_item(const sm_story *story, uint32_t sentence) {
  enum { SIGN = 1 };
  const sm_scan *scan = &story->scan;
  uint32_t s = sentence;
  if (!story->itemised) return false;
  while (s > 0 && scan->s[s - 1].paragraph == scan->s[sentence].paragraph) s--;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++)
    if (scan->mentions->items[m].role == SM_ROLE_DATELINE && scan->mentions->items[m].first <= scan->s[s].first + SIGN) return true;
  return false;
}

/// "It was the first such attack since bombers struck B in March": told by its day as long past when the strike told before it happened.
static bool is_recalled(const sm_account *a, const sm_hit *h, const sm_hit *before) {
  enum { LONG = 14 };
  const sm_strike *old = &a->strikes[h->group], *new = &a->strikes[before->group];
  return old->date_end != SM_NO_DATE && new->date_start != SM_NO_DATE && old->date_end + LONG < new->date_start;
}

/// "claimed responsibility", "condemned that attack": of the one told last, however old.
static bool answers_last(const sm_scan *scan, const sm_speech *speech) {
  const sm_cue_row *deed = sm_cue_at(scan, speech->verb, SM_CUE_TRIGGER, NULL);
  bool that = speech->row->flags & SM_ROW_CLAIM || (deed && deed->kind == SM_K_RESPONSIBILITY);
  for (uint32_t i = speech->verb_last; i + 1 < scan->s[speech->sentence].last && !that; i++) that = sm_is(scan, i, SM_W_THAT) && sm_has_cue(scan, i + 1, SM_CUE_TRIGGER);
  return that;
}

/// The strike told last before a speech, in another sentence, but for one recalled right behind another; NULL when its own tells one.
static const sm_hit *told_before(const sm_account *a, const sm_speech *speech) {
  enum { BACK = 2 };
  const sm_hit *told = NULL;
  uint32_t i = sm_first_told(a->hits, speech->sentence + 1);
  for (; i > 0 && !told; i--)
    if (a->hits->items[i - 1].group >= 0) told = &a->hits->items[i - 1];
  const sm_hit *before = told && i > 0 ? &a->hits->items[i - 1] : NULL;
  if (before && before->group >= 0 && told->sentence < speech->sentence && before->sentence + BACK >= told->sentence && is_recalled(a, told, before) && !answers_last(&a->story->scan, speech)) return before;
  return told && told->sentence != speech->sentence ? told : NULL;
}

/// "The army said the missiles aimed at Odesa were Iskanders": the strikes told at the places that are among what is said, and the last telling of one.
static uint32_t told_at_places(const sm_account *a, const sm_speech *speech, uint32_t groups[SM_MOST_MEANT], const sm_hit **told) {
  const sm_story *story = a->story;
  const sm_mention *items = story->scan.mentions->items;
  uint32_t n = 0;
  for (uint32_t m = story->mention_from[speech->sentence]; m < story->mention_from[speech->sentence + 1] && n < SM_MOST_MEANT; m++) {
    if (items[m].role == SM_ROLE_DEMONYM || items[m].role == SM_ROLE_METONYM || sm_is_speakers_place(story, m)) continue; // "blamed Israel"
    const sm_hit *last = NULL;
    for (uint32_t i = sm_first_told(a->hits, speech->sentence); i > 0 && !last; i--) {
      const sm_hit *h = &a->hits->items[i - 1];
      if (h->group >= 0 && h->place >= 0 && sm_is_same_place(&story->scan, &items[h->place], &items[m])) last = h;
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

uint32_t sm_strikes_answered(const sm_story *story, const sm_speech *speech) {
  enum { REACH = 6 };
  const uint32_t end = story->scan.s[speech->sentence].last;
  const bool answers = speech->row->stance == 'd' || speech->row->flags & SM_ROW_CLAIM;
  for (uint32_t i = speech->verb_last; answers && i < end && i < speech->verb_last + REACH; i++)
    if (sm_is(&story->scan, i, SM_W_THEM)) return SM_ALL_TOLD;
  return sm_strikes_meant(story, speech->sentence);
}

/// Another side than the one that is held to have struck: what it says is mostly of its own deeds.
static bool is_rival_side(const sm_account *a, const sm_speech *speech, const sm_hit *told) {
  const sm_actor who = sm_speaker_actor(a->story, speech), *held = &a->strikes[told->group].attacker;
  return who.name.len && held->name.len && !sm_same_side(&who, held);
}

/// "Forces in X said they had killed four militants in Y", in a paragraph of its own: dead at another place than the strike's.
static bool tells_deaths_elsewhere(const sm_story *story, const sm_speech *speech, const sm_hit *told) {
  const sm_scan *scan = &story->scan;
  bool dead = false, elsewhere = false;
  if (told->place < 0 || scan->s[told->sentence].paragraph == scan->s[speech->sentence].paragraph) return false;
  for (uint32_t i = story->figure_at[speech->sentence]; i < story->figure_at[speech->sentence + 1]; i++) dead |= story->figures.items[i].cue > speech->verb && story->figures.items[i].killed_high > 0;
  for (uint32_t m = story->mention_from[speech->sentence]; dead && m < story->mention_from[speech->sentence + 1]; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    int level;
    if (x->first < speech->verb || x->role != SM_ROLE_LITERAL || !x->place) continue;
    if (sm_places_nest(story, m, (uint32_t)told->place, &level)) return false;
    elsewhere = true;
  }
  return elsewhere;
}

/// "claimed it in a statement", "claimed both": but not "claimed it was a depot".
static bool claims_it(const sm_scan *scan, const sm_speech *speech) {
  static const char *const it[] = {"it", "both", "them", "this"};
  const uint32_t next = speech->verb_last, end = scan->s[speech->sentence].last;
  if (!(speech->row->flags & SM_ROW_CLAIM)) return false;
  if (speech->row->form == SM_F_PREP) return true;
  return next == speech->verb + 1 && SM_IS_ONE_OF(scan, next, it) && (next + 1 >= end || sm_is_punct(scan, next + 1) || sm_is_preposition(scan, next + 1));
}

/// "It came from the hill", "was fired from the town", "bears their signature": where it came from, or whose it was.
static bool tells_origin(const sm_story *story, const sm_speech *speech) {
  static const char *const came[] = {"came", "come", "comes", "fired", "launched", "flew", "flown", "shot"}, *const whose[] = {"signature", "handwriting", "handiwork", "fault", "culprits", "perpetrators", "blame"};
  const sm_scan *scan = &story->scan;
  const sm_sentence *s = &scan->s[speech->sentence];
  for (uint32_t i = s->first; i + 1 < s->last; i++) {
    if (SM_IS_ONE_OF(scan, i, whose)) return true;
    if (SM_IS_ONE_OF(scan, i, came) && sm_is(scan, i + 1, SM_W_FROM)) return true;
  }
  return false;
}

/// Whether a voice in a sentence that tells no strike of its own speaks of the one told last. Weights by
/// hand: whole numbers near those of a logistic model on the speakers of the own set and of reading_a, c and
/// d.
static bool speaks_of_it(const sm_account *a, const sm_speech *speech, const sm_hit *told) {
  const sm_story *story = a->story;
  const sm_sentence *here = &story->scan.s[speech->sentence], *there = &story->scan.s[told->sentence];
  uint32_t mask = story->scan.sentence_mask[speech->sentence];
  bool figure = story->figure_at[speech->sentence] != story->figure_at[speech->sentence + 1];
  for (uint32_t i = story->figure_at[speech->sentence]; i < story->figure_at[speech->sentence + 1]; i++)
    if (story->figures.items[i].flags & SM_FIGURE_SUM && story->figures.items[i].cue > speech->verb) return false; // "said 979 people had been killed in March"
  if (tells_deaths_elsewhere(story, speech, told)) return false;
  bool far = here->paragraph > there->paragraph + 1 || speech->sentence > told->sentence + 2;
  int sum = weigh_speaker(story, speech) + (here->paragraph == there->paragraph) - 2 * far - 2 * figure;
  sum -= speech->row->stance == 'c' && is_rival_side(a, speech, told);
  sum += (mask >> SM_CUE_ACTOR & 1) + (mask >> SM_CUE_TRIGGER & 1) + (mask >> SM_CUE_TARGET & 1);
  sum += (speech->row->stance == 'b') + (speech->row->stance == 'b' && (speech->kind == SM_K_STATE || speech->kind == SM_K_WITNESS)) + says_it(story, speech) - speech->before + 3 * (speech->back && !far);
  const sm_cue_row *deed = sm_cue_at(&story->scan, speech->verb, SM_CUE_TRIGGER, NULL);
  sum += claims_it(&story->scan, speech) ? 3 : 0;
  sum += !far && tells_origin(story, speech) ? 2 : 0;
  static const char *const claims[] = {"claimed", "claims", "claiming"}; // "claimed responsibility for the attack", but "the minister took responsibility for the failure"
  sum += deed && deed->kind == SM_K_RESPONSIBILITY && (speech->kind != SM_K_OFFICIAL || SM_IS_ONE_OF(&story->scan, speech->verb, claims)) ? 3 : 0;
  sum += 2 * (speech->row->form == SM_F_NAMING && names_attack(&story->scan, speech));
  sum += 2 * sm_has_mode(story, speech->sentence, SM_K_DENIAL) - sm_has_mode(story, speech->sentence, SM_K_MODAL);
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
  const sm_actor actor = sm_speaker_actor(a->story, speech);
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
static bool add_later_voices(sm_account *a) {
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
    if (!n && own == told->group) n = sm_groups_before(a->hits, speech->sentence, sm_strikes_answered(story, speech), groups);
    for (uint32_t k = 0; k < n; k++)
      if (!add_voice(a, groups[k], speech)) return false;
    if (!add_voice(a, (uint32_t)own, speech)) return false;
  }
  return true;
}

sm_status sm_add_denials(const sm_story *story, const sm_hits *hits, sm_strike *strikes, uint32_t n,
                         sm_error *err) {
  sm_account a;
  bool ok = sm_new_account(story, hits, strikes, n, &a) && add_later_voices(&a);
  a.teller = story->teller, a.issuer = story->issuer;
  for (uint32_t i = 0; ok && i < hits->n; i++) ok = sm_add_round_voice(&a, &hits->items[i]);
  ok = ok && sm_add_denied(&a);
  return ok ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
