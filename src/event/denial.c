// Who denies which strike: by its place, by who is held for the attacker, by what was told before.
#include "account.h"

#include "lend.h"

bool sm_has_mode(const sm_story *story, uint32_t sentence, uint8_t kind) {
  for (uint32_t i = story->scan.s[sentence].first; i < story->scan.s[sentence].last; i++) {
    const sm_cue_row *mode = sm_cue_at(&story->scan, i, SM_CUE_MODE, NULL);
    if (mode && mode->kind == kind) return true;
  }
  return false;
}

bool sm_denies_at_large(const sm_scan *scan, const sm_speech *speech) {
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

void sm_deny_losses(const sm_story *story, const sm_speech *speech, sm_claim *c) {
  enum { REACH = 8 };
  static const char *const lost[] = {"losses", "lost", "losing", "casualties", "deaths", "dead", "killed", "died", "fatalities"}, *const both[] = {"casualties", "losses"},
                           *const some[] = {"any", "a", "having", "suffering", "there", "that", "civilians", "civilian"};
  const sm_scan *scan = &story->scan;
  if (speech->row->stance != 'd' || speech->before || speech->negated) return;
  bool open = SM_IS_ONE_OF(scan, speech->verb_last - 1, some); // "denied any"
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(scan, i) && !sm_is(scan, i, SM_W_AND); i++) {
    if (SM_IS_ONE_OF(scan, i, lost) && open) {
      if (loses_thing(scan, i) || sm_is(scan, i - 1, SM_W_THE)) return; // "that the dead were its men"
      c->killed_low = c->killed_high = 0;
      if (SM_IS_ONE_OF(scan, i, both)) c->injured_low = c->injured_high = 0;
      return;
    }
    if (scan->t[i].flags & SM_TOKEN_NUMBER || sm_has_cue(scan, i, SM_CUE_TRIGGER)) return;
    open |= SM_IS_ONE_OF(scan, i, some);
  }
}

/// "had carried out no strikes there", "no air raids": but "no strike was confirmed by", "no word of strikes".
static bool denies_any(const sm_scan *scan, uint32_t no) {
  enum { REACH = 3 };
  static const char *const acts[] = {"carried", "conducted", "launched", "made", "flown", "undertaken", "out", "were", "was", "been"};
  bool done = false;
  for (uint32_t k = no; k > scan->s[scan->t[no].sentence].first && no - k < REACH; k--) done |= SM_IS_ONE_OF(scan, k - 1, acts);
  const sm_cue_row *deed = no > 0 ? sm_cue_at(scan, no - 1, SM_CUE_TRIGGER, NULL) : NULL;
  if (deed && (deed->kind == SM_K_LAUNCH || deed->kind == SM_K_ATTACK) && sm_has_cue(scan, no + 1, SM_CUE_WEAPON)) return true; // "had fired no rockets"
  const sm_cue_row *act = sm_cue_at(scan, no + 1, SM_CUE_TRIGGER, NULL);
  for (uint32_t k = no + 2; act && k + 1 < scan->n && k <= no + 1 + REACH && !sm_is_punct(scan, k); k++)
    if ((sm_is_be(scan, k) || SM_IS_ONE_OF(scan, k, acts)) && (sm_has_cue(scan, k + 1, SM_CUE_TRIGGER) || SM_IS_ONE_OF(scan, k + 1, acts))) return true; // "no strike had been carried out"
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
    if (none && (spares_all(scan, i) || denies_any(scan, i))) return true;
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

/// "the accusation", "these reports": what was told and may be untrue.
static bool is_report(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"accusation", "accusations", "allegation", "allegations", "report", "reports", "charge", "charges", "information", "news", "claim", "claims"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "The reports are untrue, X said": before the speaker.
static bool is_false_before(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  bool told_of = false;
  for (uint32_t i = scan->s[speech->sentence].first, from = i; speech->before && i < speech->first && i < from + REACH; i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && told_of && (mode->kind == SM_K_FALSE || mode->kind == SM_K_DENIAL)) return true;
    told_of |= is_report(scan, i);
  }
  return false;
}

/// "said that was false", "called that lies": of what was told before.
static bool calls_false(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  static const char *const words[] = {"lies", "lie", "absurd", "ridiculous", "nonsense", "propaganda", "untrue", "fake", "slander", "fabrication", "fabrications", "baseless", "fabricated", "provocation", "hoax", "staged", "stunt"};
  const uint32_t next = speech->verb_last;
  const bool what = speech->row->form == SM_F_NAMING && (sm_is(scan, next, SM_W_THAT) || sm_is(scan, next, SM_W_IT) || is_report(scan, sm_is(scan, next, SM_W_THE) ? next + 1 : next));
  if (is_false_before(scan, speech)) return true;
  bool told_of = false;
  for (uint32_t i = speech->verb_last; i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is(scan, i, SM_W_AND); i++) {
    const sm_cue_row *mode = sm_cue_at(scan, i, SM_CUE_MODE, NULL);
    if (mode && (mode->kind == SM_K_FALSE || mode->kind == SM_K_DENIAL) && !speech->before && (sm_is(scan, i - 1, SM_W_THAT) || sm_is(scan, i - 1, SM_W_IT) || (i > next && (told_of || sm_has_cue(scan, i - 1, SM_CUE_TRIGGER))))) return true; // "said the strike never happened", "that the report was false"
    told_of |= is_report(scan, i);
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
  if (sm_denies_at_large(&story->scan, speech)) return false;
  if (speech->negated || speech->credited) return false; // "has not said whether it sent the drone"
  if (speech->row->stance == 'd') return !denies_ever(story, speech);
  const bool last = speech + 1 == story->speeches.items + story->speeches.n || speech[1].sentence != speech->sentence;
  if (speech->row->stance == 'b' && !last) return false; // "officials blamed X; X's spokesman said it had not fired them"
  return calls_false(&story->scan, speech) || sm_has_mode(story, speech->sentence, SM_K_DENIAL) || negates_strike(story, speech->sentence) || turned_on(story, speech);
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

/// "denied striking civilian targets", "firing at residential quarters", "targeting villages": of whatever his side is held to have struck.
static bool is_of_all_of_kind(const sm_scan *scan, const sm_speech *speech) {
  enum { REACH = 8 };
  static const char *const kinds[] = {"civilian", "civilians", "residential", "populated", "villages", "settlements"};
  bool deed = false;
  for (uint32_t i = speech->verb_last; speech->row->stance == 'd' && i < scan->s[speech->sentence].last && i < speech->verb_last + REACH && !sm_is_punct(scan, i); i++) {
    if (sm_is(scan, i, SM_W_THE) || scan->t[i].flags & SM_TOKEN_NUMBER || scan->mention_at[i]) return false;
    if (deed && SM_IS_ONE_OF(scan, i, kinds)) return true;
    deed |= sm_has_cue(scan, i, SM_CUE_TRIGGER) || sm_has_cue(scan, i, SM_CUE_CASUALTY);
  }
  return false;
}

/// "denied any part in them", "denied the attacks", "the stories were made up": of all that were told.
static uint32_t strikes_denied(const sm_story *story, const sm_speech *speech) {
  static const char *const told[] = {"accounts", "reports", "allegations", "stories", "accusations", "charges", "statements"};
  const sm_sentence *s = &story->scan.s[speech->sentence];
  static const char *const any[] = {"any"};
  const uint32_t that = speech->verb_last; // "denied that any civilian area was bombed"
  if (that + 1 < s->last && sm_is(&story->scan, that, SM_W_THAT) && SM_IS_ONE_OF(&story->scan, that + 1, any)) return SM_ALL_TOLD;
  for (uint32_t i = s->first; i < s->last; i++)
    if (SM_IS_ONE_OF(&story->scan, i, told) && !is_of_somebody(&story->scan, i + 1, s->last)) return SM_ALL_TOLD;
  const uint32_t n = sm_strikes_answered(story, speech);
  const sm_speech *before = speech > story->speeches.items ? speech - 1 : NULL; // "blamed both on X; X denied it"
  if (n || !before || before->row->stance != 'b' || before->sentence + 1 < speech->sentence || story->scan.s[before->sentence].paragraph != story->scan.s[speech->sentence].paragraph) return n;
  return sm_strikes_answered(story, before);
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

/// What is denied beside what the same voice told: "two were hurt, the ministry said; it denied that there were dead".
static void deny_deaths(const sm_story *story, const sm_speech *speech, sm_claim *told) {
  sm_claim denied = *told;
  sm_deny_losses(story, speech, &denied);
  told->killed_low = denied.killed_low, told->killed_high = denied.killed_high;
  if (told->injured_high < 0) told->injured_low = denied.injured_low, told->injured_high = denied.injured_high;
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
    sm_claim *own_words = &s->claims[k];
    if (!sm_same_claimant(own_words->claimant, speech->name)) continue;
    if (own_words->killed_high < 0 && own_words->injured_high < 0) own_words->stance = SM_STANCE_DENIES;
    if (own_words->killed_high < 0) deny_deaths(a->story, speech, own_words); // "said it had struck terrorists and denied that civilians had died"
    known = true;
  }
  if (known) return true;
  sm_claim c = sm_new_claim(speech, speech->sentence);
  c.stance = SM_STANCE_DENIES;
  c.span = sm_tokens_span(&a->story->scan, speech->first, speech->last);
  sm_deny_losses(a->story, speech, &c);
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

/// "denied the air raid", "said its planes had not flown on Sunday": the strike that the words of a denial point to, unless it is held to be another's; -1 none.
static int pointed_at(const sm_account *a, const sm_speech *speech, const sm_actor *actor) {
  const sm_hit *h = sm_strike_pointed_at(a, speech);
  const sm_actor *held = h ? &a->strikes[h->group].attacker : NULL;
  return !h || (actor->name.len && held->name.len && !sm_same_side(actor, held)) ? -1 : h->group;
}

static bool told_in_paragraph(const sm_account *a, int group, uint32_t sentence) {
  for (uint32_t i = 0; i < a->hits->n; i++)
    if (a->hits->items[i].group == group && a->story->scan.s[a->hits->items[i].sentence].paragraph == a->story->scan.s[sentence].paragraph) return true;
  return false;
}

bool sm_add_denied(sm_account *a) {
  const sm_story *story = a->story;
  for (uint32_t i = 0; i < story->speeches.n; i++) {
    const sm_speech *speech = &story->speeches.items[i];
    if (!speech->name.len || speech->kind == SM_K_NONE || !denies(story, speech)) continue;
    sm_actor actor = sm_speaker_actor(story, speech);
    int named = denied_at(a, speech, &actor);
    if (named < 0) named = pointed_at(a, speech, &actor);
    if (named < 0 && is_of_history(a, speech->sentence)) continue;
    int group = named >= 0 ? named : laid_to(a, &actor, speech->sentence);
    if (group < 0) group = spoken_of(a, speech->sentence);
    if (named < 0 && sm_is_of_headed_item(story, speech->sentence) && !told_in_paragraph(a, group, speech->sentence)) continue;
    if (group < 0) continue;
    const sm_actor *held = &a->strikes[group].attacker;
    bool by_word =
        speech->row->stance != 'd'; // "had no part in it": only who is held for the attacker denies so
    const sm_party *other = by_word ? turned_on(story, speech) : NULL;
    if (other && (!held->name.len || (other->actor.name.len ? sm_same_side(&other->actor, held) : !actor.name.len))) continue;
    const bool word = by_word && (other || calls_false(&story->scan, speech) || sm_has_mode(story, speech->sentence, SM_K_DENIAL) || negates_deed(&story->scan, speech));
    const bool side = speaks_for_side(story, speech);
    if (by_word && !speaks_for_us(story, speech) &&
        ((!actor.name.len && !(word && side)) || (actor.name.len && held->name.len && !sm_same_side(&actor, held))))
      continue;
    const bool several = named < 0 && !sm_is_of_headed_item(story, speech->sentence) && !(speech->row->form == SM_F_NAMING && !sm_has_mode(story, speech->sentence, SM_K_DENIAL)) && (actor.name.len || side) && (!by_word || word);
    uint32_t groups[SM_MOST_MEANT];
    const bool all = is_of_all_of_kind(&story->scan, speech);
    const uint32_t n = several ? sm_groups_before(a->hits, speech->sentence, all ? SM_ALL_TOLD : strikes_denied(story, speech), groups) : 0;
    for (uint32_t k = 0; k < n; k++) {
      const uint32_t past = groups[k];
      const sm_actor *its = &a->strikes[past].attacker;
      const sm_actor *whose = actor.name.len ? &actor : held;
      if (((!all && (!its->name.len || !whose->name.len)) || (its->name.len && sm_same_side(whose, its))) && !add_denial(a, past, speech, &actor))
        return false;
    }
    if (!add_denial(a, (uint32_t)group, speech, &actor)) return false;
  }
  return true;
}
