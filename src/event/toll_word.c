// One toll word and whom it tells of: its subject, its object, a number after it.
#include "crowd.h"

static bool passive_before(const sm_scan *scan, uint32_t cue, uint32_t first) {
  for (uint32_t k = cue, steps = 0; k > first && steps < 4; k--, steps++) {
    if (sm_is_be(scan, k - 1)) return true;
    if (!sm_is_light(scan, k - 1)) return false;
  }
  return false;
}

sm_figure sm_empty_figure(uint32_t sentence, uint32_t cue) {
  return (sm_figure){.sentence = sentence,
                     .cue = cue,
                     .killed_low = -1,
                     .killed_high = -1,
                     .injured_low = -1,
                     .injured_high = -1,
                     .children = -1,
                     .civilians = -1};
}

static void set_count(sm_figure *f, sm_kind kind, int low, int high) {
  if (kind == SM_K_KILLED) f->killed_low = low, f->killed_high = high;
  if (kind == SM_K_INJURED) f->injured_low = low, f->injured_high = high;
}

void sm_figure_of_people(const sm_people *p, sm_kind kind, sm_figure *f) {
  bool more =
      kind == SM_K_KILLED && p->of_toll == SM_K_INJURED; // "one of the wounded died": one more of the dead
  f->first = p->first;
  f->last = p->last;
  set_count(f, kind, p->low, p->high);
  f->victims = p->victims;
  if (kind == SM_K_KILLED && p->children > 0) f->children = p->children;
  if (kind == SM_K_KILLED && p->civilians > 0 && p->low == p->civilians) f->civilians = p->civilians;
  if (p->part && !more) f->flags |= SM_FIGURE_PART;
  if (p->strikers) f->flags |= SM_FIGURE_STRIKERS;
  if (p->named) f->flags |= SM_FIGURE_NAMED;
  if (p->more || more) f->flags |= SM_FIGURE_MORE;
  if (more) f->flags |= SM_FIGURE_LATE;
  if (p->definite) f->flags |= SM_FIGURE_DEFINITE;
  f->rank = p->rank;
}

/// "put the number of bombardments at 64", "the number that had been shot down": of nobody.
static bool counts_things(const sm_scan *scan, uint32_t after, uint32_t end) {
  if (sm_is(scan, after, SM_W_THAT)) return true;
  if (!sm_is(scan, after, SM_W_OF)) return false;
  static const char *const strikers[] = {"attackers", "bombers", "assailants"};
  for (uint32_t k = after + 1; k < end && k < after + 5; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (SM_IS_ONE_OF(scan, k, strikers)) return true;
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_VICTIM) ||
        (e && e->word_bits & SM_WORD_NOUN_PERSON))
      return false;
  }
  return true;
}

static bool read_toll_of(const sm_scan *scan, uint32_t after, uint32_t end, sm_figure *f, sm_kind kind) {
  int low, high;
  if (!sm_read_toll(scan, after, end, &low, &high, &f->first, &f->last)) return false;
  set_count(f, kind, low, high);
  f->flags |= SM_FIGURE_TOLL;
  return true;
}

static bool read_toll(const sm_scan *scan, uint32_t after, uint32_t end, sm_figure *f, sm_kind kind) {
  static const char *const open[] = {"number", "numbers", "count", "counts", "figure", "figures", "total", "tally", "it"}; // but "the toll of the bombing", "the number of victims of the blast"
  return !(SM_IS_ONE_OF(scan, after - 1, open) && counts_things(scan, after, end)) && read_toll_of(scan, after, end, f, kind);
}

/// "The dead in the strike on X were": past what tells in which strike, or the token itself.
static uint32_t past_where(const sm_scan *scan, uint32_t i, uint32_t end) {
  enum { LONGEST = 8 };
  if (!sm_is(scan, i, SM_W_IN) && !sm_is(scan, i, SM_W_OF) && !sm_is(scan, i, SM_W_FROM)) return i;
  for (uint32_t k = i + 1; k < end && k < i + LONGEST && !sm_is_punct(scan, k) && !sm_has_cue(scan, k, SM_CUE_CASUALTY); k++)
    if (sm_is_be(scan, k)) return k;
  return i;
}

/// "the dead are a man and his son", "the victims include two children", "among the dead were three nurses":
/// who they are.
static int named_after(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t last, bool *part) {
  static const char *const include[] = {"include", "included", "includes"};
  static const char *const those[] = {"those"};
  if (cue < all->first + 1 || !(sm_is(scan, cue - 1, SM_W_THE) || SM_IS_ONE_OF(scan, cue - 1, those))) return -1;
  last = past_where(scan, last, all->last);
  bool among = cue > all->first + 1 && sm_is(scan, cue - 2, SM_W_AMONG),
       includes = SM_IS_ONE_OF(scan, last, include);
  if (!includes && !sm_is_be(scan, last)) return -1;
  static const char *const called[] = {"identified", "named", "listed"};
  uint32_t object = last + 1;
  for (uint32_t i = last + 1; i < all->last && i < last + 9; i++) // "were named by the council as"
    if (sm_is(scan, i, SM_W_AS) && SM_IS_ONE_OF(scan, last + 1, called)) object = i + 1;
  int k = sm_object_after(scan, all, object);
  if (k < 0 || !all->items[k].has_noun) return -1;
  const bool some = cue > all->first + 1 && sm_is(scan, cue - 2, SM_W_OF); // "Most of the dead are"
  *part = among || includes || some;
  return k;
}

/// "sustained various degrees of injury", "were left nursing injuries": the verb of those who were hurt.
static uint32_t suffering_verb(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const verbs[] = {"suffered", "suffering", "suffer",    "sustained", "sustaining",
                                      "sustain",  "received",  "receiving", "nursing",   "nursed",
                                      "have",     "had",       "with",      "has",       "suffers",
                                      "sustains", "receives"};
  for (uint32_t k = cue; k > floor && cue - k < 7; k--) {
    if (sm_is_punct(scan, k - 1) || sm_has_cue(scan, k - 1, SM_CUE_CASUALTY)) return 0;
    if (SM_IS_ONE_OF(scan, k - 1, verbs)) return k - 1;
  }
  return 0;
}

/// "thirty fighters were eliminated", not "the team lost three", "lost Karim".
static bool is_told_by_noun(const sm_people *p) {
  return p->has_noun && !p->named && (p->low > 0 || p->victims & SM_VICTIM_GROUP);
}

/// "lost five relatives", "lost his wife and two sons": the speaker's own among the dead.
static bool is_kin(const sm_scan *scan, const sm_people *p) {
  static const char *const kin[] = {"relatives", "relative", "wife",    "husband", "son",    "sons",     "daughter", "daughters", "brother", "brothers",
                                    "sister",    "sisters",  "father",  "mother",  "parents", "cousin",  "cousins",  "uncle",     "aunt",    "nephew",
                                    "nephews",   "niece",    "nieces",  "grandson", "grandchildren", "family", "siblings", "children", "child"};
  for (uint32_t i = p->first; i < p->last; i++)
    if (SM_IS_ONE_OF(scan, i, kin)) return true;
  return false;
}

/// "They buried sixteen, the clerk said": a number that stands for the dead.
static bool is_told_by_number(const sm_scan *scan, const sm_people *p, uint32_t last) {
  return !p->has_noun && p->first == last && p->low > 2 && (sm_is_punct(scan, p->last) || p->last >= scan->n);
}

/// "left three members of the militia dead": whose they are, up to the toll word.
static bool is_of_outfit(const sm_scan *scan, uint32_t i, uint32_t cue) {
  enum { LONGEST = 7 };
  if (!sm_is(scan, i, SM_W_OF) || cue > i + LONGEST) return false;
  for (uint32_t k = i + 1; k < cue; k++)
    if (sm_is_punct(scan, k) || sm_is_be(scan, k) || sm_is_have(scan, k) || sm_is(scan, k, SM_W_AND) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_has_cue(scan, k, SM_CUE_REPORTING)) return false;
  return cue > i + 1;
}

/// "has buried a nephew", but not "we buried 14 people"; "hit people mourning an officer who had died".
static bool is_mourning(const sm_scan *scan, uint32_t cue, const sm_people *p) {
  static const char *const words[] = {"bury", "burying", "buried", "buries"}, *const mourning[] = {"mourning", "burying"}, *const mourners[] = {"mourners"}, *const of[] = {"of", "for"};
  const uint32_t i = p->first;
  const bool by = p->low == 1 && i < cue && i > 1 && ((SM_IS_ONE_OF(scan, i - 1, mourning) && sm_has_cue(scan, i - 2, SM_CUE_VICTIM)) || (SM_IS_ONE_OF(scan, i - 1, of) && SM_IS_ONE_OF(scan, i - 2, mourners)));
  for (uint32_t k = scan->s[scan->t[cue].sentence].first; by && k < i; k++)
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER)) return true;
  return SM_IS_ONE_OF(scan, cue, words) && p->low < 3 && p->first > cue;
}

/// "denies having lost a man", "denied killing anyone": no count.
static bool is_disclaimed(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  for (uint32_t k = cue; k > floor && cue - k < 4; k--) {
    const sm_cue_row *said = sm_cue_at(scan, k - 1, SM_CUE_REPORTING, NULL);
    if (said && said->stance == 'd') return true;
    if (sm_is_punct(scan, k - 1)) return false;
  }
  return false;
}

/// "seven whose bodies were too badly burned": nobody who lives.
static bool is_of_bodies(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const bodies[] = {"bodies", "body", "corpses", "corpse", "remains"};
  uint32_t k = cue;
  while (k > floor && sm_is_light(scan, k - 1)) k--;
  return k > floor && SM_IS_ONE_OF(scan, k - 1, bodies);
}

/// "a teacher who was cut by glass said", "said a clerk, Esther Masika, who had burns": who somebody is, no count of the injured.
static bool identifies(const sm_scan *scan, const sm_people *p, uint32_t cue) {
  if (p->low != 1 || p->last >= cue) return false;
  const bool speaks = p->first > 0 && sm_has_cue(scan, p->first - 1, SM_CUE_REPORTING);
  for (uint32_t k = p->last; k < cue; k++) {
    if (sm_is_sign(scan, k, ',') && !speaks) return false;
    if (!sm_is(scan, k, SM_W_WHO)) continue;
    while (k + 1 < cue && sm_is_light(scan, k + 1)) k++;
    return k + 1 == cue || speaks || !passive_before(scan, cue, k); // not "a hunter who approached her was hurt"
  }
  return false;
}

/// "which led to his death"
static bool is_his_death(const sm_scan *scan, uint32_t cue) {
  static const char *const death[] = {"death"}, *const caused[] = {"to", "in", "caused", "causing"};
  return cue > 1 && SM_IS_ONE_OF(scan, cue, death) &&
         (sm_is(scan, cue - 1, SM_W_HIS) || sm_is(scan, cue - 1, SM_W_HER)) &&
         SM_IS_ONE_OF(scan, cue - 2, caused);
}

/// "who were": before the toll word.
static bool is_relative(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  uint32_t k = cue;
  while (k > floor && sm_is_light(scan, k - 1)) k--;
  return k > floor && sm_is(scan, k - 1, SM_W_WHO);
}

/// ", wounded in the shelling of the town,": words between commas.
static bool is_aside(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  uint32_t k = cue;
  while (k > floor && sm_is_light(scan, k - 1) && !sm_is_punct(scan, k - 1)) k--;
  return k > floor && sm_is_sign(scan, k - 1, ',');
}

/// "a guard wounded in Monday's blast has died", "two men, who were hurt in Monday's blast, have died"
static bool died_since(const sm_scan *scan, uint32_t after, uint32_t end, bool relative, bool aside) {
  bool closed = !relative && !aside;
  for (uint32_t k = after; k < end && k < after + (aside ? 24 : 14) && !sm_is(scan, k, SM_W_AND) && !sm_is_clause_end(scan, k); k++) {
    if (sm_is_sign(scan, k, ',') && closed) return false;
    if (aside && sm_is_sign(scan, k, ',') && sm_has_cue(scan, k + 1, SM_CUE_CASUALTY)) continue; // "a man being treated in Quetta, 50 km away, died"
    closed |= sm_is_sign(scan, k, ',') && !aside;
    const sm_cue_row *row = sm_cue_at(scan, k, SM_CUE_CASUALTY, NULL);
    if (row && row->kind == SM_K_KILLED && row->form == SM_F_INTR) return true;
  }
  return false;
}

/// "of whom four", "four of them", "of the 30 wounded, four".
static bool is_of_told(const sm_scan *scan, const sm_people *p, uint32_t first) {
  uint32_t before = p->first > first ? p->first - 1 : first;
  return sm_is(scan, p->last - 1, SM_W_WHOM) || sm_is(scan, p->last - 1, SM_W_THEM) ||
         sm_is(scan, before, SM_W_WHOM) || (sm_is(scan, first, SM_W_OF) && !p->has_noun);
}

/// ", Ms Nurihan, 23,": who one of them is, up to the last comma before the verb; the token itself where none is told.
static uint32_t skip_name(const sm_scan *scan, uint32_t i, uint32_t cue) {
  enum { LONGEST = 10 };
  uint32_t last = cue;
  while (last > i && sm_is_light(scan, last - 1)) last--;
  const bool told = sm_is_sign(scan, i, ',') && last > i + 2 && last < i + LONGEST && sm_is_sign(scan, last - 1, ',');
  for (uint32_t k = i; told && k < last; k++)
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_be(scan, k)) return i;
  return told ? last : i;
}

/// "wounded four, one of whom later died": the phrase of those who did.
static int who_died_since(const sm_scan *scan, const sm_crowd *all, uint32_t cue) {
  for (int k = all->n - 1; k >= 0; k--) {
    const sm_people *p = &all->items[k];
    const bool led = sm_is(scan, all->first, SM_W_OF) && !p->has_noun; // "Of the injured, six have died"
    if (p->last > cue || !(p->part || led) || p->low <= 0 || !is_of_told(scan, p, all->first)) continue;
    for (uint32_t i = skip_name(scan, p->last, cue); i < cue; i++)
      if (!sm_is_light(scan, i)) return -1;
    for (uint32_t i = p->first; i > all->first; i--) {
      const sm_cue_row *row = sm_cue_at(scan, i - 1, SM_CUE_CASUALTY, NULL);
      uint32_t last;
      static const char *const admitted[] = {"admitted", "treated", "treating"};
      if (sm_reads_intake(scan, i - 1, all->first, &last) || SM_IS_ONE_OF(scan, i - 1, admitted)) return k; // "received 52 patients, of whom two died"
      if (row) return row->kind == SM_K_INJURED ? k : -1;
    }
    return -1;
  }
  return -1;
}

/// "the number of people confirmed dead rose to 9": a count in the words before a toll word.
static bool is_counted_by_number(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const counts[] = {"number", "numbers", "count", "tally", "toll"}, *const like[] = {"equal", "same", "similar", "like"};
  for (uint32_t k = cue; k > floor + 1 && cue - k < 7; k--) {
    if (sm_is_punct(scan, k - 1)) return false;
    if (sm_is(scan, k - 1, SM_W_OF) && SM_IS_ONE_OF(scan, k - 2, counts))
      return k - 2 == floor || !(sm_is(scan, k - 3, SM_W_A) || SM_IS_ONE_OF(scan, k - 3, like));
  }
  return false;
}

/// "would be dead", "could have killed", "intended to kill him": nobody was.
static bool is_imagined(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const words[] = {"would", "could", "Would", "Could"};
  static const char *const ends[] = {"bid", "designed", "out", "order", "aim", "goal", "enough", "placed", "planted", "left", "there", "conspired", "conspiring"}; // "set out to kill"
  const bool purpose = cue > floor + 1 && sm_is(scan, cue - 1, SM_W_TO);
  const sm_cue_row *meant = purpose ? sm_cue_at(scan, cue - 2, SM_CUE_MODE, NULL) : NULL;
  if ((meant && meant->kind == SM_K_PLAN) || (purpose && (SM_IS_ONE_OF(scan, cue - 2, ends) || sm_is_be(scan, cue - 2)))) return true;
  for (uint32_t k = cue; k > floor && cue - k < 4; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
    if (!sm_is_be(scan, k - 1) && !sm_is_have(scan, k - 1)) return false;
  }
  return false;
}

/// "so that there will be no losses", "nobody would be killed": none yet.
static bool is_to_come(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const words[] = {"will", "would", "shall", "may", "might"};
  for (uint32_t k = cue; k > floor && cue - k < REACH && !sm_is_punct(scan, k - 1); k--)
    if (SM_IS_ONE_OF(scan, k - 1, words) && sm_is_be(scan, k)) return true;
  return false;
}

/// "the anniversary of the death of an imam"
static bool is_remembered(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const words[] = {"anniversary", "anniversaries", "memory", "commemoration"};
  for (uint32_t k = cue; k > floor && cue - k < 4; k--)
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  return false;
}

/// "are fighting for three lives", "saved 20 lives"
static bool is_spared(const sm_scan *scan, uint32_t first, uint32_t floor) {
  static const char *const words[] = {"for",    "saved",   "saving",   "save",   "saves",
                                      "risked", "risking", "affected", "rescued"};
  for (uint32_t k = first; k > floor && first - k < 3; k--)
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  return false;
}

/// "27 seriously injured": nothing but adverbs between people and the word.
static bool follows(const sm_scan *scan, uint32_t after, uint32_t cue) {
  for (uint32_t k = after; k < cue; k++) {
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (!e || !(e->word_bits & SM_WORD_ADVERB) || sm_is_punct(scan, k) || e->word_bits & SM_WORD_NOUN)
      return false;
  }
  return true;
}

/// "four others including two boys injured": those that the ones right before the word are some of; the same phrase where it is whole.
static int whole_of(const sm_scan *scan, const sm_crowd *all, int people, uint32_t cue) {
  static const char *const more[] = {"others", "more"};
  if (people < 1 || all->items[people].last != cue || !all->items[people].part || !sm_is(scan, all->items[people].first - 1, SM_W_INCLUDING)) return people;
  const uint32_t last = all->items[people - 1].last, after = SM_IS_ONE_OF(scan, last, more) ? last + 1 : last;
  return after + 1 == all->items[people].first ? people - 1 : people;
}

/// "killed nobody but a herdsman and his sons": where those begin; the same token where nobody is left out.
static uint32_t past_nobody(const sm_scan *scan, uint32_t i) {
  static const char *const nobody[] = {"nobody", "none"}, *const no[] = {"no"}, *const one[] = {"one"}, *const but[] = {"but", "except", "save"};
  const uint32_t k = SM_IS_ONE_OF(scan, i, nobody) ? i + 1 : SM_IS_ONE_OF(scan, i, no) && SM_IS_ONE_OF(scan, i + 1, one) ? i + 2 : i;
  sm_people p;
  if (k == i || !SM_IS_ONE_OF(scan, k, but) || !sm_read_people(scan, k + 1, scan->n, &p) || !p.has_noun || p.low <= 0) return i;
  return sm_is_be(scan, p.last) || sm_is_have(scan, p.last) || sm_has_cue(scan, p.last, SM_CUE_CASUALTY) ? i : k + 1;
}

/// "killed nobody", "hurting no one"
static bool has_no_object(const sm_scan *scan, uint32_t last, const sm_cue_row *row) {
  static const char *const nobody[] = {"nobody", "none"};
  const sm_cue_row *number = sm_cue_at(scan, last, SM_CUE_NUMBER, NULL);
  static const char *const lost[] = {"lost", "losing", "lose", "loses"}; // "it had lost no one"
  if (!number || number->kind != SM_K_ZERO || (row->flags & SM_ROW_WEAK && !SM_IS_ONE_OF(scan, last - 1, lost))) return false;
  bool one = SM_IS_ONE_OF(scan, last, nobody);
  if (past_nobody(scan, last) > last) return false;
  static const char *const ones[] = {"one"};
  return (one || SM_IS_ONE_OF(scan, last + 1, ones)) &&
         (row->form == SM_F_PAST || row->form == SM_F_ING || row->form == SM_F_BASE);
}

/// "Two wounded soldiers died": what happened to them next tells it.
static bool dies_after(const sm_scan *scan, uint32_t i) {
  enum { REACH = 4 };
  for (uint32_t k = i; k < i + REACH && k < scan->n; k++) {
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY)) return true;
    if (!sm_is_light(scan, k)) return false;
  }
  return false;
}

/// "will return 14 wounded soldiers", "to treat 9 wounded men": whoever they are, it is not this that hurts them.
static bool is_to_be_dealt_with(const sm_scan *scan, uint32_t verb) {
  const uint32_t floor = scan->s[scan->t[verb].sentence].first;
  if (verb == floor) return false;
  const sm_cue_row *mode = sm_cue_at(scan, verb - 1, SM_CUE_MODE, NULL);
  return sm_is(scan, verb - 1, SM_W_TO) || (mode && mode->kind == SM_K_MODAL);
}

/// "received 42 wounded people": the phrase whose noun the toll word goes with, where somebody takes them in or counts
/// them, or the word tells their state for good ("four dead traders"); -1 none.
static int holds_word(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor, bool tells_state) {
  for (int k = 0; k < all->n; k++) {
    const sm_people *p = &all->items[k];
    uint32_t last, verb = p->first > floor ? p->first - 1 : floor;
    if (p->first >= cue || cue + 1 >= p->last) continue;
    const sm_cue_row *row = sm_cue_at(scan, verb, SM_CUE_REPORTING, NULL);
    static const char *const told[] = {"reported", "reports", "announced", "listed"};
    const bool admitted = row && (row->stance == 'f' || SM_IS_ONE_OF(scan, verb, told)); // "acknowledged two injured soldiers"
    const sm_cue_row *also = k > 0 && sm_is(scan, verb, SM_W_AND) ? sm_cue_at(scan, all->items[k - 1].last, SM_CUE_CASUALTY, NULL) : NULL; // "four dead and five injured neighbours"
    const bool taken = (row && row->form == SM_F_FIGURE) || admitted || (also && also->form == SM_F_STATE) || sm_reads_intake(scan, verb, all->first, &last);
    return (taken || (tells_state && !sm_is(scan, p->first, SM_W_THE) && !dies_after(scan, p->last) && !is_to_be_dealt_with(scan, verb))) && p->low > 0 && !p->named ? k : -1;
  }
  return -1;
}

/// "killed himself and five others": past the one who struck.
static uint32_t past_self(const sm_scan *scan, uint32_t i) {
  static const char *const self[] = {"himself", "herself", "themselves", "itself"};
  return SM_IS_ONE_OF(scan, i, self) && sm_is(scan, i + 1, SM_W_AND) && !sm_has_cue(scan, i + 2, SM_CUE_CASUALTY) ? i + 2 : past_nobody(scan, i); // not "killing themselves and injuring 13"
}

/// "rose to" in the clause after a token, with nothing else told of between.
static bool rises(const sm_scan *scan, uint32_t after, uint32_t end) {
  enum { REACH = 24 };
  static const char *const now[] = {"now", "still", "so", "far"}, *const remain[] = {"remain", "remained", "number"};
  int value;
  uint32_t to, verb = after;
  while (SM_IS_ONE_OF(scan, verb, now)) verb++;
  static const char *const hedges[] = {"more", "than", "at", "least", "over", "about", "around", "some", "nearly", "almost"};
  uint32_t count = verb + 1;
  while (SM_IS_ONE_OF(scan, count, hedges)) count++;
  if ((SM_IS_ONE_OF(scan, verb, remain) || sm_is_be(scan, verb)) && sm_read_number(scan, count, &value, &to) && value > 1 && (to >= end || sm_is_punct(scan, to) || sm_is(scan, to, SM_W_AND))) return true; // "the dead remain four,", "the dead were five and the wounded 22"
  static const char *const numbers[] = {"numbered", "totalled", "totaled"};
  for (uint32_t k = after; k + 1 < end && k < after + REACH && !sm_is_sign(scan, k, ',') && !sm_is_clause_end(scan, k) && !sm_has_cue(scan, k, SM_CUE_CASUALTY); k++)
    if (SM_IS_ONE_OF(scan, k, numbers)) return true;
    else if (sm_is_toll_verb(scan, k) && sm_is(scan, k + 1, SM_W_TO)) return true;
    else if (sm_reaches_number(scan, k) && !sm_has_cue(scan, k, SM_CUE_TRIGGER) && sm_read_number(scan, k + 1, &value, &to)) return true; // "the dead have reached 15", not "the bodies of those on the bus that it hit"
  return false;
}

/// "saw two bodies in the snow": as many at least.
static bool is_seen(const sm_scan *scan, uint32_t cue, uint32_t first, uint32_t floor) {
  static const char *const saw[] = {"saw", "seen", "see", "sees", "filmed", "photographed"}, *const bodies[] = {"bodies", "corpses", "body"};
  static const char *const who[] = {"I", "he", "she", "they", "we"};
  if (SM_IS_ONE_OF(scan, cue, bodies) && SM_IS_ONE_OF(scan, cue + 1, who) && SM_IS_ONE_OF(scan, cue + 2, saw)) return true; // "four bodies I saw"
  return SM_IS_ONE_OF(scan, cue, bodies) && ((first > floor && SM_IS_ONE_OF(scan, first - 1, saw)) || (first > floor + 1 && SM_IS_ONE_OF(scan, first - 2, saw)));
}

/// "The wounded, more than 20 in all, were", "The injured, 32 in number,": how many they are, between commas.
static bool read_counted_in_all(const sm_scan *scan, uint32_t last, uint32_t end, sm_figure *f, sm_kind kind) {
  static const char *const all[] = {"all", "number", "total"};
  if (!sm_is_sign(scan, last, ',')) return false;
  uint32_t k = last + 1, to;
  for (const sm_cue_row *hedge; (hedge = sm_cue_at(scan, k, SM_CUE_NUMBER, &to)) && (hedge->kind == SM_K_HEDGE || hedge->kind == SM_K_HEDGE_LOW || hedge->kind == SM_K_HEDGE_HIGH);) k = to;
  int value;
  if (k >= end || !sm_read_number(scan, k, &value, &to) || value <= 0) return false;
  if (!sm_is(scan, to, SM_W_IN) || !SM_IS_ONE_OF(scan, to + 1, all)) return false;
  f->first = k, f->last = to;
  set_count(f, kind, value, value);
  f->flags |= SM_FIGURE_TOLL;
  return true;
}

/// "My wife, my brother and two of his children": the speaker's own.
static bool is_mine(const sm_scan *scan, uint32_t first, uint32_t floor) {
  static const char *const mine[] = {"My", "my", "Our", "our"};
  enum { REACH = 8 };
  if (SM_IS_ONE_OF(scan, first, mine)) return true;
  for (uint32_t k = first; k > floor && first - k < REACH; k--) {
    if (SM_IS_ONE_OF(scan, k - 1, mine)) return true;
    if (k < first && !sm_is_sign(scan, k - 1, ',') && !sm_is(scan, k - 1, SM_W_AND) && !sm_has_cue(scan, k - 1, SM_CUE_VICTIM)) return false;
  }
  return false;
}

/// "312 have died; 27 of them died on Tuesday": a part that a verb of its own tells of.
static int some_of_them(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor) {
  uint32_t i = cue;
  while (i > floor && sm_is_light(scan, i - 1)) i--;
  for (int k = all->n - 1; k >= 0; k--) {
    const sm_people *p = &all->items[k];
    static const char *const those[] = {"those"}, *const board[] = {"board"}, *const there[] = {"inside", "aboard", "present", "there"};
    const bool some = SM_IS_ONE_OF(scan, p->last - 1, those); // "nine of those on board"
    if (p->first < floor || p->low <= 0 || !((p->part && sm_is(scan, p->last - 1, SM_W_THEM)) || some)) continue;
    uint32_t end = p->last;
    if (some && sm_is(scan, end, SM_W_ON) && SM_IS_ONE_OF(scan, end + 1, board)) end += 2;
    else if (some && SM_IS_ONE_OF(scan, end, there)) end++;
    for (int n = k + 1; n < all->n && all->items[n].part && all->items[n].first <= end + 3; n++) end = all->items[n].last; // ", including two boys,"
    for (uint32_t close = end + 1; sm_is_sign(scan, end, ',') && close < i; close++) // ", most of them traders,"
      if (sm_is_sign(scan, close, ',')) end = close;
    if (end > p->last && sm_is_sign(scan, end, ',')) end++;
    if (end == i) return k;
  }
  return -1;
}

/// "would do no harm", "will not be without consequences", "not only material damage"
static bool is_unreal(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  enum { REACH = 5 };
  static const char *const words[] = {"would", "will", "could", "can", "may", "might", "should", "must", "to", "not", "promised", "thought", "think", "believed"};
  for (uint32_t k = cue; k > floor && cue - k < REACH; k--) {
    if (sm_is_punct(scan, k - 1)) return false;
    if (SM_IS_ONE_OF(scan, k - 1, words)) return true;
  }
  return false;
}

/// "four fighters had been lost"
static bool is_lost(const sm_scan *scan, uint32_t cue, uint32_t floor) {
  static const char *const lost[] = {"lost"};
  return SM_IS_ONE_OF(scan, cue, lost) && passive_before(scan, cue, floor);
}

/// Those who "were lost": not the families of "the stores of thirty families".
static int who_is_lost(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor) {
  const int k = sm_subject_before(scan, all, cue, floor, true, false);
  return k >= 0 && all->items[k].first > floor && sm_is_preposition(scan, all->items[k].first - 1) ? -1 : k;
}

/// "five military deaths", "nine new fatalities": a number, and words that tell of which deaths; -1 none.
static int counted_before(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor) {
  enum { REACH = 2 };
  int k = all->n - 1;
  while (k >= 0 && all->items[k].last > cue) k--;
  const sm_people *p = k >= 0 ? &all->items[k] : NULL;
  static const char *const bodies[] = {"bodies", "corpses", "body", "corpse"}; // "six unidentified bodies": found, whoever they are
  if (!p || SM_IS_ONE_OF(scan, cue, bodies) || p->has_noun || p->part || p->low <= 0 || p->first < floor || p->last >= cue || cue - p->last > REACH) return -1;
  for (uint32_t i = p->last; i < cue; i++) {
    const sm_lexicon_entry *e = scan->t[i].entry;
    if (!e || !(e->word_bits & (SM_WORD_ADJECTIVE | SM_WORD_NOUN_GROUP)) || sm_is_preposition(scan, i) || sm_has_cue(scan, i, SM_CUE_CASUALTY)) return -1;
  }
  return k;
}

/// The figure of one toll word, or false.
bool sm_read_toll_word(const sm_scan *scan, const sm_crowd *all, uint32_t i, uint32_t last,
                       const sm_cue_row *row, uint32_t floor, sm_figure *f) {
  sm_kind kind = (sm_kind)row->kind;
  int k;
  uint32_t verb = 0;
  int died;
  *f = sm_empty_figure(scan->t[i].sentence, i);
  static const char *const alive[] = {"alive"}, *const everybody[] = {"everyone", "everybody", "all", "Everyone", "Everybody", "All"};
  const uint32_t who = i > floor && sm_is_be(scan, i - 1) ? i - 1 : i;
  const bool lives = SM_IS_ONE_OF(scan, i, alive), all_live = who > floor && who <= floor + 2 && SM_IS_ONE_OF(scan, who - 1, everybody) && (last >= all->last || sm_is_punct(scan, last));
  if (lives && !all_live) return false; // "pulled alive from the rubble"
  const bool by_itself = row->form == SM_F_NOUN, of_all = kind == SM_K_ZERO && sm_is_of_all(scan, i, floor); // "without consequences"
  if (kind == SM_K_ZERO && !by_itself && !of_all && !sm_is_of_first_told(scan, i, floor)) return false;
  if (kind == SM_K_ZERO) {
    *f = (sm_figure){.sentence = f->sentence,
                     .cue = i,
                     .first = i,
                     .last = last,
                     .children = -1,
                     .civilians = -1,
                     .flags = SM_FIGURE_ZERO | SM_FIGURE_UNHURT | (by_itself || !of_all ? SM_FIGURE_SOME : 0u)};
    return !by_itself || !is_unreal(scan, i, floor);
  }
  if (is_imagined(scan, i, floor) || is_remembered(scan, i, floor)) return false;
  if (sm_is_toll_denied(scan, i, floor, row)) {
    if (row->flags & SM_ROW_WEAK || is_to_come(scan, i, floor)) return false; // "no shell has fallen"
    const uint16_t denied = sm_denied_kind(scan, i, floor);
    const bool some = (denied && !(denied & (SM_VICTIM_PEOPLE | SM_VICTIM_CIVILIANS))) || sm_is_none_of_some(scan, i, floor);
    f->flags = SM_FIGURE_ZERO | (some ? SM_FIGURE_SOME : 0);
    f->victims = denied;
    f->first = i, f->last = last;
    if (kind != SM_K_INJURED || row->form != SM_F_NOUN)
      f->killed_low = f->killed_high = 0; // "no injuries" tells of no deaths
    if (kind == SM_K_INJURED) f->flags |= SM_FIGURE_UNHURT;
    if (kind != SM_K_KILLED) f->injured_low = f->injured_high = 0;
    return true;
  }
  if (has_no_object(scan, last, row)) {
    f->flags = SM_FIGURE_ZERO | (sm_is(scan, last + (sm_has_cue(scan, last + 1, SM_CUE_NUMBER) ? 2 : 1), SM_W_BUT) ? SM_FIGURE_SOME : 0); // "harming nobody but herself"
    f->first = i, f->last = last + 1;
    set_count(f, kind, 0, 0);
    if (kind == SM_K_INJURED) f->killed_low = f->killed_high = 0, f->flags |= SM_FIGURE_UNHURT; // "harmed no one"
    return true;
  }
  if (sm_is_none_behind(scan, i, last, row)) {
    f->flags = SM_FIGURE_ZERO;
    f->first = i, f->last = last + 2;
    if (kind != SM_K_INJURED) f->killed_low = f->killed_high = 0;
    if (kind != SM_K_KILLED) f->injured_low = f->injured_high = 0;
    return true;
  }
  bool part = false;
  k = row->form == SM_F_STATE || row->form == SM_F_NOUN || row->form == SM_F_PAST
          ? named_after(scan, all, i, last, &part)
          : -1;
  if (k >= 0) {
    sm_figure_of_people(&all->items[k], kind == SM_K_BOTH ? SM_K_KILLED : kind, f);
    if (part) f->flags |= SM_FIGURE_PART | SM_FIGURE_AMONG;
    return true;
  }
  if (kind == SM_K_BOTH || is_disclaimed(scan, i, floor)) return false;
  if (kind == SM_K_INJURED && row->form == SM_F_NOUN) verb = suffering_verb(scan, i, floor);
  const uint32_t among = sm_is_among(scan, i, floor) ? i - 2 : verb > floor + 2 && sm_is(scan, verb - 2, SM_W_AMONG) ? verb - 2 : 0; // "two were among those with burns"
  if (among) {
    k = sm_subject_before(scan, all, among, floor, true, false);
    if (k < 0 || all->items[k].low < 0) return false;
    sm_figure_of_people(&all->items[k], kind, f);
    f->flags |= SM_FIGURE_PART | SM_FIGURE_AMONG;
    return true;
  }
  if (row->form != SM_F_TOLL && i > all->first && sm_is(scan, i - 1, SM_W_THE) && (rises(scan, last, all->last) || sm_are_brought_to(scan, i, last, all->first)))
    return read_toll_of(scan, last, all->last, f, kind); // "The wounded from the blast rose to 15"
  if (kind != SM_K_BOTH && sm_read_brought_to(scan, i, all->first, f, kind)) return true;
  if (row->form != SM_F_TOLL && i > all->first && sm_is(scan, i - 1, SM_W_THE) && read_counted_in_all(scan, last, all->last, f, kind)) return true;
  const bool there = sm_is(scan, last, SM_W_THERE) && sm_is(scan, last + 1, SM_W_AT);
  const bool whose = i > floor && (sm_is(scan, i - 1, SM_W_THE) || scan->t[i - 1].flags & SM_TOKEN_CLITIC);
  static const char *const puts[] = {"put", "puts", "putting", "placed", "places"};
  const bool put = whose && i > floor + 1 && SM_IS_ONE_OF(scan, i - 2, puts); // "put the dead in the raid on X at 30"
  const bool counted = whose && (there || put || sm_is(scan, last, SM_W_AT)); // "put the (army's) dead (there) at twenty"
  if (counted && (row->form == SM_F_STATE || row->form == SM_F_PAST))
    return read_toll(scan, there ? last + 1 : last, all->last, f, kind);
  if ((row->form == SM_F_STATE || row->form == SM_F_PAST || row->form == SM_F_INTR) &&
      is_counted_by_number(scan, i, floor) && !sm_number_ends_at(all, i))
    return read_toll(scan, last, all->last, f, kind);
  if (kind == SM_K_KILLED && (row->form == SM_F_INTR || row->form == SM_F_STATE) &&
      (died = who_died_since(scan, all, i)) >= 0) {
    static const char *const brought[] = {"arrival", "already"}; // "dead on arrival": counted by others, too
    sm_figure_of_people(&all->items[died], kind, f);
    f->flags = (uint32_t)((f->flags & ~SM_FIGURE_PART) | (SM_IS_ONE_OF(scan, last + 1, brought) || SM_IS_ONE_OF(scan, i - 1, brought) ? 0u : SM_FIGURE_MORE | SM_FIGURE_LATE));
    return true;
  }
  if ((row->form == SM_F_STATE || row->form == SM_F_PAST) && (k = holds_word(scan, all, i, floor, (kind == SM_K_INJURED || row->form == SM_F_STATE) && !(row->flags & SM_ROW_WEAK))) >= 0) {
    sm_figure_of_people(&all->items[k], kind, f);
    return true;
  }
  switch (row->form) {
  case SM_F_TOLL:
    return read_toll(scan, last, all->last, f, kind);
  case SM_F_ING:
  case SM_F_BASE:
    k = is_lost(scan, i, floor) ? who_is_lost(scan, all, i, floor) : sm_object_after(scan, all, past_self(scan, last));
    break;
  case SM_F_PAST: {
    bool passive = passive_before(scan, i, floor);
    const bool relative = passive ? is_relative(scan, i, floor) : is_aside(scan, i, floor);
    static const char *const being[] = {"being"};
    const bool care = i > floor && SM_IS_ONE_OF(scan, i - 1, being);
    if (kind == SM_K_INJURED && (!passive || relative || care) && died_since(scan, last, all->last, relative, care)) return false;
    int before = sm_subject_before(scan, all, i, floor, passive, false);
    bool close = before >= 0 && !all->items[before].named && follows(scan, all->items[before].last, i);
    before = whole_of(scan, all, before, i);
    if (close && !passive && sm_takes_object(scan, all, past_self(scan, last))) close = false;
    k = passive || close ? before : sm_object_after(scan, all, past_self(scan, last));
    if (k < 0 && !passive)
      k = before >= 0 &&
                  (sm_is_sign(scan, last, ',') || sm_is_sign(scan, last, '.') || last >= all->last ||
                   sm_is(scan, last, SM_W_IN) || sm_is(scan, last, SM_W_BY) || sm_is(scan, last, SM_W_AND) ||
                   sm_is(scan, last, SM_W_WHEN) || sm_is(scan, last, SM_W_AFTER) ||
                   sm_is(scan, last, SM_W_AS) || sm_is(scan, last, SM_W_AT) || sm_is(scan, last, SM_W_ON) ||
                   sm_is(scan, last, SM_W_NEAR) || sm_has_cue(scan, last, SM_CUE_TIME))
              ? before
              : -1;
    if (k < 0 && passive && kind == SM_K_KILLED) k = some_of_them(scan, all, i, floor);
    break;
  }
  case SM_F_INTR:
    k = sm_subject_before(scan, all, i, floor, true, false);
    if (k < 0) k = some_of_them(scan, all, i, floor);
    break;
  case SM_F_NOUN:
    if (kind == SM_K_KILLED && is_his_death(scan, i)) {
      f->first = i - 1, f->last = last;
      f->flags |= SM_FIGURE_DEFINITE;
      set_count(f, kind, 1, 1);
      return true;
    }
    if (sm_is(scan, last, SM_W_OF) || (kind == SM_K_INJURED && sm_is(scan, last, SM_W_TO))) {
      k = sm_object_after(scan, all, last + 1);
      if (k >= 0) break;
    }
    if (sm_is_sign(scan, last, ':') && !sm_number_ends_at(all, i)) {
      k = sm_object_after(scan, all, last + 1);
      if (k >= 0 && !all->items[k].named) break;
    }
    if (verb) {
      for (k = all->n - 1; k >= 0 && all->items[k].last != verb; k--) {}
      if (k >= 0 && sm_is(scan, verb, SM_W_WITH) && all->items[k].low > 0 && !all->items[k].part) break; // "and 22 with wounds"
      k = sm_subject_before(scan, all, verb, floor, true, false);
      break;
    }
    if ((k = counted_before(scan, all, i, floor)) >= 0) break;
    k = sm_subject_before(scan, all, i, floor, false, false);
    if (k >= 0 && all->items[k].last + 2 < i) k = -1;
    if (k >= 0 && all->items[k].named) k = -1;
    break;
  case SM_F_LIVES:
    if (i > floor && sm_is_possessive(scan, i - 1)) { // "cost two people their lives"
      k = sm_subject_before(scan, all, i - 1, floor, false, false);
      if (k >= 0 && all->items[k].last != i - 1) k = -1;
      break;
    }
    k = sm_subject_before(scan, all, i, floor, false, false);
    if (k >= 0 && (all->items[k].last != i || all->items[k].named)) k = -1;
    if (k >= 0 && (is_spared(scan, all->items[k].first, floor) || (all->items[k].low == 1 && sm_is_preposition(scan, last)))) k = -1; // "the owner lives in Dubai"
    break;
  default:
    if (sm_is_sign(scan, last, ':') && !sm_number_ends_at(all, i)) {
      k = sm_object_after(scan, all, last + 1);
      if (k >= 0 && !all->items[k].named) break;
    }
    const bool told = passive_before(scan, i, floor);
    static const char *const dead[] = {"dead", "lifeless"};
    if (!told && SM_IS_ONE_OF(scan, i, dead) && (k = counted_before(scan, all, i, floor)) >= 0) break; // "14 enemy dead"
    k = sm_subject_before(scan, all, i, floor, told, true);
    if (k >= 0 && all->items[k].last != i && !told && !is_of_outfit(scan, all->items[k].last, i) &&
        !all->items[k + 1 < all->n ? k + 1 : k].part)
      k = -1;
  }
  if (k < 0 || is_mourning(scan, i, &all->items[k]) || sm_is_of_none(scan, all->items[k].first)) return false;
  const bool passive = row->form == SM_F_PAST && kind == SM_K_KILLED && all->items[k].last < i &&
                       all->items[k].low > 1 && sm_is_be(scan, all->items[k].last); // "about sixty were neutralised"
  if (row->flags & SM_ROW_WEAK && !is_told_by_noun(&all->items[k]) && !verb && !passive && !(row->form == SM_F_BASE && is_told_by_number(scan, &all->items[k], last))) return false;
  if (row->flags & SM_ROW_WEAK && row->form == SM_F_NOUN && !verb) return false; // "burns"
  const bool own = row->flags & SM_ROW_WEAK && row->form == SM_F_BASE && is_kin(scan, &all->items[k]);
  if (kind == SM_K_INJURED && (identifies(scan, &all->items[k], i) || (row->flags & SM_ROW_WEAK && is_of_bodies(scan, i, floor)))) return false;
  sm_figure_of_people(&all->items[k], kind, f);
  if (is_seen(scan, i, f->first, floor)) f->flags |= SM_FIGURE_PART | SM_FIGURE_AMONG;
  if (own || is_mine(scan, f->first, floor)) f->flags |= SM_FIGURE_PART | SM_FIGURE_AMONG;
  if (f->last <= i)
    sm_add_company(scan, all, last, f, kind, false);
  else if (f->first >= last)
    sm_add_company(scan, all, f->last, f, kind, true);
  return f->killed_low >= 0 || f->injured_low >= 0 || all->items[k].low < 0;
}
