// Which places of a sentence were struck, and the place at the head of a line or section.
#include "elsewhere.h"
#include "away.h"
#include "boundary.h"
#include "scene.h"
#include "setting.h"

/// A verb: what stands before it is a subject, no heading.
static bool says(const sm_scan *scan, uint32_t i) {
  const sm_lexicon_entry *e = scan->t[i].entry;
  return e && (sm_has_cue(scan, i, SM_CUE_REPORTING) || (e->word_bits & SM_WORD_VERB && !(e->word_bits & (SM_WORD_NOUN | SM_WORD_ADJECTIVE))));
}

/// Nothing but numbers, letters and times stands before the name: "(c) Sherawa", "Tuesday: Kerem".
static bool opens_line(const sm_scan *scan, uint32_t first, uint32_t name) {
  for (uint32_t k = first; k < name; k++)
    if (scan->t[k].flags & SM_TOKEN_WORD && scan->t[k].end - scan->t[k].begin > 1 && !sm_has_cue(scan, k, SM_CUE_TIME)) return false;
  return true;
}

/// Past ", North Kordofan" and ", about 35 km west of X": the token after the bearings of a name at the head of a line, where neither a verb
/// nor a word of strikes stands among them; the same token when they are none.
static uint32_t past_bearings(const sm_scan *scan, const sm_sentence *sen, uint32_t name, uint32_t after) {
  enum { REACH = 14 };
  const uint32_t told = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON | 1u << SM_CUE_FORCE;
  if (!sm_is_sign(scan, after, ',') || !opens_line(scan, sen->first, name)) return after;
  for (uint32_t k = after + 1; k < sen->last && k < after + REACH; k++) {
    if (sm_is_sign(scan, k, ':') || sm_is_sign(scan, k, '_') || sm_is_sign(scan, k, '(') || (sm_is_sign(scan, k, '.') && k + 1 >= sen->last)) return k;
    if (scan->mask[k] & told || (says(scan, k) && !scan->mention_at[k]) || sm_is_be(scan, k) || sm_is_have(scan, k)) return after;
  }
  return after;
}

/// "Borno, Gwoza LGA, 8 August.": the last of the places of a head that lies in the one before it.
static uint32_t finest_of_chain(const sm_story *story, uint32_t m, uint32_t end) {
  const sm_mention *items = story->scan.mentions->items;
  for (uint32_t k = m + 1; k < story->scan.mentions->n && items[k].last <= end && items[k].first == items[m].last + 1 && sm_is_sign(&story->scan, items[m].last, ','); k++) {
    int level = 0;
    if (items[k].role == SM_ROLE_DEMONYM || !sm_places_nest(story, m, k, &level) || level <= 0) break;
    m = k;
  }
  return m;
}

/// "From our correspondent, Maiduguri", "By Okodili Ndidi, Abuja", "From our staff in X and agencies": where the report was written.
static bool is_byline(const sm_story *story, uint32_t s, const sm_mention *m) {
  static const char *const by[] = {"From", "By", "FROM", "BY"};
  enum { FIRST_LINES = 3 };
  const sm_scan *scan = &story->scan;
  return s < FIRST_LINES && SM_IS_ONE_OF(scan, scan->s[s].first, by) && m->first > scan->s[s].first + 1 && (sm_is_sign(scan, m->first - 1, ',') || (sm_is(scan, m->first - 1, SM_W_IN) && scan->s[s].flags & SM_SENTENCE_HEADING));
}

/// "REPUBLIC OF MALI", "Government of Iraq": the head of a letter, no section.
static bool is_letterhead(const sm_scan *scan, const sm_sentence *sen, const sm_mention *m) {
  static const char *const bodies[] = {"REPUBLIC", "Republic", "GOVERNMENT", "Government", "KINGDOM", "Kingdom", "MINISTRY", "Ministry", "STATE", "State", "EMBASSY", "Embassy"};
  return sen->last - sen->first <= 8 && m->first <= sen->first + 4 && SM_IS_ONE_OF(scan, sen->first, bodies);
}

/// "The villages", "What should happen now" behind sections of places: a line by itself that names none and tells nothing.
static bool is_other_section(const sm_story *story, const sm_scene *sc, uint32_t s) {
  enum { LONGEST = 5 };
  const sm_scan *scan = &story->scan;
  const sm_sentence *sen = &scan->s[s];
  if (!sc->head_is_section || !(sen->flags & SM_SENTENCE_HEADING) || sen->flags & SM_SENTENCE_ITEM || sen->last - sen->first > LONGEST) return false;
  if (story->mention_from[s] < story->mention_from[s + 1] || scan->sentence_mask[s] & (1u << SM_CUE_TRIGGER | 1u << SM_CUE_WEAPON | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_TIME)) return false;
  return (s == 0 || scan->s[s - 1].paragraph != sen->paragraph) && s + 1 < scan->ns && scan->s[s + 1].paragraph != sen->paragraph && !sm_is_sign(scan, sen->last - 1, ':');
}

/// "Hodeidah." "(b) Zargwez, outside ..." "Kharkiv region:" : the first words of an item, section or heading.
void sm_read_head(const sm_story *story, sm_scene *sc, uint32_t s) {
  const sm_scan *scan = &story->scan;
  const sm_sentence *sen = &scan->s[s];
  if (sen->flags & SM_SENTENCE_ITEM) sc->item_line = story->line[s];
  if (sen->paragraph != sc->head_paragraph && !sc->head_is_section) sc->head_place = -1;
  if (sen->flags & SM_SENTENCE_ITEM && sc->head_line != story->line[s] && !sc->head_is_section) sc->head_place = -1;
  uint32_t m = story->mention_from[s];
  if (is_other_section(story, sc, s)) sc->head_place = -1, sc->head_is_section = false;
  if (m >= story->mention_from[s + 1]) return;
  const sm_mention *mention = &scan->mentions->items[m];
  const bool heads_item = story->itemised && mention->role == SM_ROLE_DATELINE;
  if (heads_item && sm_is_dash(scan, mention->last)) sm_begin_items(sc); // "BAGHDAD - ...", not the dateline of the report itself
  if (sen->first < story->body_first) return;
  if (mention->role == SM_ROLE_DEMONYM || (mention->role == SM_ROLE_DATELINE && !story->itemised)) return;
  bool paragraph_start = s == 0 || scan->s[s - 1].paragraph != sen->paragraph || sen->flags & SM_SENTENCE_ITEM ||
                         (scan->t[sen->first].flags & SM_TOKEN_LINE_START) || (mention->first == sen->first && sm_is_sign(scan, mention->last, ':'));
  if (!paragraph_start) return;
  bool dateline = s <= 2 && m == 0 && scan->t[mention->first].flags & SM_TOKEN_UPPER && !(sen->flags & (SM_SENTENCE_UPPER | SM_SENTENCE_ITEM)); // "TURBAT: ..."
  if (dateline || is_byline(story, s, mention) || is_letterhead(scan, sen, mention) || mention->role == SM_ROLE_METONYM || mention->role == SM_ROLE_EMBEDDED || sm_is_hospitals(story, mention)) return; // "Sudan Armed Forces (SAF) jets bombed"
  for (uint32_t k = sen->first; k < sen->last && k < mention->last + 3 && !(sen->flags & SM_SENTENCE_ITEM); k++) {
    const sm_group *g = k < mention->first || (mention->first > sen->first && !(sen->flags & SM_SENTENCE_HEADING)) ? sm_group_of(&story->syntax, k) : NULL;
    if (g && g->flags & SM_GROUP_FINITE && (k < mention->first || g->subject >= 0)) return; // "Rebels fired rockets at Tel Tamer on Friday.", "The strike on X destroyed a school."
  }
  const bool country = mention->place && sm_gazetteer_brief(scan->reader->gazetteer, mention->place).kind == SM_KIND_COUNTRY;
  if (country && mention->last < sen->last && scan->t[mention->last].flags & SM_TOKEN_CAPITAL) return; // "The United Kingdom Maritime Trade Operations (UKMTO)"
  uint32_t before = mention->first - sen->first, after = mention->last;
  for (; after < sen->last && !(scan->t[after].flags & SM_TOKEN_PUNCT) && after < mention->last + 3; after++)
    if (says(scan, after) || sm_has_cue(scan, after, SM_CUE_CLAIMANT) || (sm_has_cue(scan, after, SM_CUE_TRIGGER) && scan->mention_at[after + (sm_is_preposition(scan, after + 1) ? 2 : 1)])) return; // "Tehran tells another story.", "Kyiv mayor X:", "Rockets from X hit Y."
  after = past_bearings(scan, sen, mention->first, after);
  bool closes = after >= sen->last || sm_is_sign(scan, after, ':') || sm_is_sign(scan, after, '_') || sm_is_sign(scan, after, '.') ||
                (sm_is_sign(scan, after, '-') && scan->t[after].flags & SM_TOKEN_SPACE_BEFORE) ||
                (sen->flags & SM_SENTENCE_ITEM && sm_is_sign(scan, after, ','));
  closes |= sm_is_sign(scan, after, '(');
  bool brief = sen->last - sen->first <= 14 && sen->flags & SM_SENTENCE_ITEM &&
               !(scan->sentence_mask[s] & (1u << SM_CUE_TRIGGER)); // "6. Some 15 km west of Aleppo city."
  if (before > (brief ? 8 : 5) || !closes) return;
  if (scan->sentence_mask[s] & (1u << SM_CUE_TRIGGER) && sen->flags & SM_SENTENCE_HEADING) return;
  if (heads_item) { // what an item tells is no other's
    sm_begin_items(sc);
    sc->start = sc->hit_start = sc->item_start, sc->end = sc->hit_end = sc->item_end;
    sc->attacker = (sm_actor){0};
  }
  sc->head_place = (int)finest_of_chain(story, m, sen->last);
  sc->head_paragraph = sen->paragraph;
  sc->head_line = story->line[s];
  sc->head_is_section = (sen->flags & SM_SENTENCE_HEADING) && after >= sen->last;
}

static const float STRUCK = 0.9f; ///< a place below this is struck only where no other is told

static float best_score(const sm_story *story, uint32_t m, const sm_anchors *anchors) {
  float best = anchors->n ? -99 : sm_place_score(story, m, NULL);
  for (uint32_t i = 0; i < anchors->n; i++) {
    float score = sm_place_score(story, m, anchors->items[i]);
    if (score > best) best = score;
  }
  return best;
}

/// "In Zamfara, rockets killed two and hurt six at K": the province told first holds what no gazetteer knows.
static bool opens_wider(const sm_story *story, const sm_mention *x, const sm_mention *y) {
  enum { OPENS = 5 };
  if (!x->place || y->place || x->sentence != y->sentence || x->first > story->scan.s[x->sentence].first + OPENS) return false;
  const sm_place_kind kind = (sm_place_kind)sm_gazetteer_brief(story->scan.reader->gazetteer, x->place).kind;
  const bool closes = sm_is_sign(&story->scan, x->last, ',');
  return closes && (kind == SM_KIND_ADM1 || kind == SM_KIND_COUNTRY || kind == SM_KIND_REGION);
}

/// "killed one and wounded two": the injured of the same verb's subject.
static bool wounds_too(const sm_story *story, uint32_t figure) {
  const sm_figure *f = &story->figures.items[figure], *before = f - 1;
  if (figure == 0 || before->sentence != f->sentence || before->killed_high < 0 || f->killed_high >= 0 || f->injured_high < 0) return false;
  uint32_t k = before->last > before->cue ? before->last : before->cue + 1;
  const uint32_t from = f->first < f->cue ? f->first : f->cue;
  while (k < from && k < before->last + 3 && !sm_is(&story->scan, k, SM_W_AND)) k++;
  return k < from && k + 2 >= from && sm_is(&story->scan, k, SM_W_AND);
}

bool sm_has_own_toll(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (opens_wider(story, x, y) || sm_is_measure_of(story, a, b)) return false;
  for (uint32_t i = story->figure_at[x->sentence]; i < story->figure_at[x->sentence + 1]; i++) {
    const sm_figure *f = &story->figures.items[i];
    if (!sm_between(f->first, x->last, y->first) || f->flags & SM_FIGURE_PART) continue;
    int level;
    bool first = i == story->figure_at[x->sentence];
    uint32_t apart = f->last;
    while (apart < y->first && !sm_is_sign(scan, apart, ';')) apart++;
    if ((first || wounds_too(story, i)) && apart == y->first && sm_places_nest(story, a, b, &level) && level > 0) continue; // "shelling in the A region killed two in B"
    uint32_t k = f->last; // "two were hurt when a mine went off near B": told of the one strike
    while (k < y->first && !sm_is(scan, k, SM_W_WHEN) && !sm_is(scan, k, SM_W_AS) && !sm_is(scan, k, SM_W_AFTER)) k++;
    if (k == y->first) return true;
  }
  return false;
}

/// "A, B, C district": the mention is a unit that closes a list of what lies in it.
static bool closes_list(const sm_scan *scan, uint32_t m) {
  const sm_mention *x = &scan->mentions->items[m];
  const uint8_t kind = x->place ? sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind : 0;
  return (kind == SM_KIND_ADM2 || kind == SM_KIND_ADM1) && m > 0 && sm_is_next_by_comma(scan, m - 1) && !sm_is_next_by_comma(scan, m);
}

/// "11 settlements: A, B, C, D": the mention is one of several names with commas alone between, after a colon or so many that they are no
/// address, and none is the unit of the one before but for one that closes the list.
static bool is_in_open_list(const sm_story *story, uint32_t m) {
  enum { NAMED = 3, MANY = 4, MOST = 40 };
  const sm_scan *scan = &story->scan;
  const sm_mention *items = scan->mentions->items;
  uint32_t from = m, n = 1;
  while (from > 0 && n < MOST && sm_is_next_by_comma(scan, from - 1)) from--, n++;
  const bool listed = sm_is_listed_place(scan, items[from].first);
  uint32_t end = m + 1;
  while (n < MOST && sm_is_next_by_comma(scan, end - 1)) end++, n++;
  const bool more = listed && end < scan->mentions->n && sm_is_and_pair(scan, &items[end - 1], &items[end]); // "including A, B and C"
  n += more;
  if (listed && !more && closes_list(scan, end - 1)) end--;
  if (n < (listed ? NAMED : MANY) || m >= end) return false;
  for (uint32_t i = from; i < end; i++) {
    const sm_place_brief b = items[i].place ? sm_gazetteer_brief(scan->reader->gazetteer, items[i].place) : (sm_place_brief){.kind = SM_KIND_CITY};
    if (b.kind != SM_KIND_CITY && b.kind != SM_KIND_ADM2) return false;
    if (i + 1 < end && items[i + 1].place && (items[i + 1].place == b.adm2 || items[i + 1].place == b.adm1)) return false;
  }
  return true;
}

/// "had struck launch sites there after an attack on X": "there" behind an active verb, before a joint; UINT32_MAX none.
static uint32_t there_behind(const sm_scan *scan, const sm_trigger *g, uint32_t end) {
  for (uint32_t k = g->last; k < end && !sm_is_punct(scan, k); k++)
    if (sm_is(scan, k, SM_W_THERE) && !sm_is_be(scan, k + 1)) return k;
  return UINT32_MAX;
}

/// "The city was bombed by jets on Friday, hours after gunmen attacked a bus south of X": the struck place is told by a noun or an adverb
/// alone, and X stands in a clause behind it.
static bool is_behind_anaphor(const sm_story *story, const sm_anchors *anchors, const sm_mention *place) {
  static const sm_word joints[] = {SM_W_AFTER, SM_W_BEFORE, SM_W_WHILE};
  static const char *const answers[] = {"response", "retaliation", "reply", "revenge"};
  const sm_scan *scan = &story->scan;
  const sm_trigger *g = anchors->n ? anchors->items[0] : NULL;
  const sm_group *verb = g && g->verb && g->last < place->first ? sm_group_of(&story->syntax, g->first) : NULL;
  if (!verb || !(verb->flags & SM_GROUP_VERB)) return false;
  uint32_t from = g->last;
  if (g->passive) {
    const sm_cue_row *told = verb->subject >= 0 ? sm_cue_at(scan, story->syntax.groups[verb->subject].first, SM_CUE_MODE, NULL) : NULL;
    if (!told || told->kind != SM_K_ANAPHOR) return false;
  } else {
    from = there_behind(scan, g, place->first);
    if (from == UINT32_MAX) return false;
  }
  for (uint32_t k = from; k < place->first; k++)
    if (SM_IS_ANY(scan, k, joints) || SM_IS_ONE_OF(scan, k, answers)) return true;
  return false;
}

/// "has set off bombs in A since it took power; a preacher died in a blast in B on Friday": the part between semicolons where a place stands
/// tells only of what is no strike of the report's own.
static bool is_in_idle_part(const sm_story *story, const sm_anchors *anchors, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  uint32_t first = m->first, last = m->last;
  while (first > scan->s[m->sentence].first && !sm_is_sign(scan, first - 1, ';')) first--;
  while (last < scan->s[m->sentence].last && !sm_is_sign(scan, last, ';')) last++;
  if (!anchors->n || last - first == scan->s[m->sentence].last - scan->s[m->sentence].first) return false;
  for (uint32_t i = 0; i < anchors->n; i++)
    if (sm_between(anchors->items[i]->first, first, last)) return false;
  for (uint32_t i = story->figure_at[m->sentence]; i < story->figure_at[m->sentence + 1]; i++)
    if (sm_between(story->figures.items[i].cue, first, last)) return false;
  for (uint32_t i = story->trigger_at[m->sentence]; i < story->trigger_at[m->sentence + 1]; i++)
    if (sm_between(story->triggers.items[i].first, first, last) && story->triggers.items[i].row->strength > 0) return true;
  return false;
}

/// "The attack came days after leaders met in X": what the strike told before came after, with no strike of its own.
static bool is_behind_coming(const sm_story *story, const sm_anchors *anchors, const sm_mention *place) {
  const sm_trigger *last = anchors->n ? anchors->items[anchors->n - 1] : NULL;
  if (!last || last->verb || !last->definite || last->first > place->first) return false;
  bool came = false;
  for (uint32_t k = last->last; k < place->first && !came; k++) came = sm_comes_to_pass(&story->scan, k);
  for (uint32_t i = story->when_at[place->sentence]; came && i < story->when_at[place->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (w->flags & SM_WHEN_AFTER && sm_between(w->first, last->last, place->first)) return true;
  }
  return false;
}

bool sm_opens_clause(const sm_story *story, uint32_t k, uint32_t end) {
  static const char *const joints[] = {"while", "whereas", "though", "although", "but", "and"};
  static const sm_word subordinate[] = {SM_W_WHEN, SM_W_AS, SM_W_AFTER, SM_W_BEFORE, SM_W_WHO, SM_W_WHICH, SM_W_THAT, SM_W_WHERE, SM_W_WHILE};
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  if (sm_is_sign(scan, k, ';')) return true;
  if (!SM_IS_ONE_OF(scan, k, joints)) return false;
  const sm_group *verb = NULL;
  bool subject = false;
  for (uint32_t i = y->first_of[scan->t[k].sentence]; i < y->first_of[scan->t[k].sentence + 1] && y->groups[i].first < end && !verb; i++) {
    const sm_group *g = &y->groups[i];
    if (g->first <= k) continue;
    if (g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE)) verb = g;
    else subject |= !(g->flags & (SM_GROUP_VERB | SM_GROUP_TIME)) && (g->lead == SM_NO_TOKEN || g->lead <= k); // a listed one has the lead of the first
  }
  for (uint32_t t = k + 1; verb && t < verb->first; t++)
    if (SM_IS_ANY(scan, t, subordinate) || sm_is_sign(scan, t, ';')) return false; // "between X and Y when their car was hit"
  return verb && subject;
}

/// What takes part in a strike is named among the tokens, or pointed at: "the same weapon".
static bool tells_arms(const sm_scan *scan, uint32_t first, uint32_t last) {
  if (sm_tells_cue(scan, first, last, SM_CUE_MODE, SM_K_DISPOSAL)) return false; // "a parcel bomb in X was defused"
  static const char *const pointed[] = {"same", "weapon", "weapons", "they", "it", "these", "others"};
  for (uint32_t k = first; k < last; k++) {
    if (SM_IS_ONE_OF(scan, k, pointed)) return true;
    const sm_cue_row *w = sm_cue_at(scan, k, SM_CUE_WEAPON, NULL);
    if (w && w->kind != SM_K_GUN) return true;
  }
  return false;
}

/// "In August troops burned houses in X, and in June bombs killed four in Y", "planes pounded the south, though a truce was agreed in X": the
/// clause of the place tells of no strike and names no arms, and another one does.
static bool is_in_other_clause(const sm_story *story, const sm_anchors *anchors, const sm_mention *m) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const uint32_t floor = scan->s[m->sentence].first, end = scan->s[m->sentence].last;
  if (!anchors->n) return false;
  uint32_t first = m->first, last = m->last;
  while (first > floor && !sm_opens_clause(story, first, m->first)) first--;
  while (last < end && !sm_opens_clause(story, last, end)) last++;
  if ((first == floor && last == end) || tells_arms(scan, first, last)) return false;
  for (uint32_t i = story->figure_at[m->sentence]; i < story->figure_at[m->sentence + 1]; i++)
    if (sm_between(story->figures.items[i].cue, first, last)) return false;
  bool struck = false;
  for (uint32_t i = 0; i < anchors->n; i++) {
    const bool here = sm_between(anchors->items[i]->first, first, last);
    if (here && anchors->items[i]->row->kind != SM_K_GROUND) return false;
    struck |= !here;
  }
  bool verb = sm_tells_cue(scan, first, last, SM_CUE_MODE, SM_K_DISPOSAL);
  for (uint32_t i = y->first_of[m->sentence]; i < y->first_of[m->sentence + 1] && !verb; i++)
    verb = y->groups[i].flags & SM_GROUP_VERB && y->groups[i].flags & SM_GROUP_FINITE && !(y->groups[i].flags & (SM_GROUP_RELATIVE | SM_GROUP_REPORTING)) && sm_between(y->groups[i].first, first, m->first);
  static const char *const concedes[] = {"though", "although", "whereas"};
  bool placed = SM_IS_ONE_OF(scan, first, concedes);
  for (uint32_t i = story->mention_from[m->sentence]; i < story->mention_from[m->sentence + 1] && !placed; i++)
    placed = scan->mentions->items[i].role == SM_ROLE_LITERAL && !sm_between(scan->mentions->items[i].first, first, last);
  return struck && verb && placed;
}

/// "He was buried in X, hours after the missiles were fired", "shops in X closed before the attack": where something else was done, dated by a
/// strike that was told.
static bool is_dated_by_known(const sm_story *story, const sm_anchors *anchors, const sm_mention *place) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *y = &story->syntax;
  const sm_trigger *g = anchors->n ? anchors->items[0] : NULL;
  if (!g || g->first < place->last) return false;
  const sm_group *own = sm_group_of(y, g->first), *subject = g->verb && own && own->flags & SM_GROUP_VERB && own->subject >= 0 ? y->groups + own->subject : NULL;
  const uint32_t known = !g->verb && g->definite ? (own ? own->first : g->first) : subject && sm_is(scan, subject->first, SM_W_THE) && sm_has_cue(scan, subject->head, SM_CUE_WEAPON) ? subject->first : 0;
  if (known <= place->last || !(sm_is(scan, known - 1, SM_W_AFTER) || sm_is(scan, known - 1, SM_W_BEFORE))) return false;
  for (uint32_t i = y->first_of[place->sentence]; i < y->first_of[place->sentence + 1] && y->groups[i].first < known; i++)
    if (y->groups[i].flags & SM_GROUP_VERB && y->groups[i].flags & SM_GROUP_FINITE) return true;
  return false;
}

static void find_places(const sm_story *story, const sm_scene *sc, const sm_content *c, uint32_t s, const sm_anchors *anchors,
                        sm_spots *out) {
  out->n = 0;
  int turn = sm_turn_of(story, s);
  for (uint32_t i = story->party_at[s]; turn >= 0 && i < story->party_at[s + 1]; i++) { // "the Abu Sayyaf's turn came"
    const sm_mention *m = &story->scan.mentions->items[turn];
    if (story->parties.items[i].first < m->last && m->first < story->parties.items[i].last) turn = -1;
  }
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1] && out->n < SM_MAX_PLACES; m++) {
    const sm_mention *mention = &story->scan.mentions->items[m];
    if (mention->first < c->first || (mention->role == SM_ROLE_DEMONYM && !sm_is_territory(&story->scan, mention)) || is_behind_anaphor(story, anchors, mention) || is_in_idle_part(story, anchors, mention) || is_behind_coming(story, anchors, mention) || is_dated_by_known(story, anchors, mention) || is_in_other_clause(story, anchors, mention)) continue;
    const sm_mention *held = mention->containee ? &story->scan.mentions->items[mention->containee - 1] : NULL;
    const bool holds = held && mention->flags & SM_MENTION_CONTAINER && !sm_is_and_pair(&story->scan, mention, held) && !sm_is_unit_of_town(story, held, mention);
    if (holds && !sm_has_own_toll(story, mention->containee - 1, m) && !is_in_open_list(story, m)) continue;
    if (anchors->n == 0 && (int)m != sc->head_place && sm_is_elsewhere(story, mention->first, c->first)) continue; // "six who were rushed to Maiduguri died"
    float score = best_score(story, m, anchors);
    const bool heads = (int)m == sc->head_place && sc->head_line == story->line[s], turns = (int)m == turn;
    if (heads && score < 1.8f) score = 1.8f;
    if (turns && score < 2) score = 2;
    if (out->n && sm_is_of_some(story, mention)) continue;
    if (score < SM_LEAST_SPOT || (!(heads || turns) && !sm_may_be_struck(story, m))) continue;
    out->items[out->n] = m;
    out->scores[out->n++] = score;
  }
}

/// A verb with tense whose subject stands behind an "and" after the place.
static bool is_of_new_subject(const sm_story *story, const sm_group *verb, const sm_mention *place) {
  if (!(verb->flags & SM_GROUP_FINITE) || verb->flags & SM_GROUP_RELATIVE || verb->subject < 0) return false;
  const sm_group *subject = &story->syntax.groups[verb->subject];
  return subject->first > place->last && subject->last <= verb->first && !(subject->flags & SM_GROUP_VERB) && subject->lead == SM_NO_TOKEN && sm_is(&story->scan, subject->first - 1, SM_W_AND);
}

/// "shelled A and dropped bombs on B": a second strike word with tense.
static bool is_struck_anew(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  for (uint32_t i = story->trigger_at[x->sentence]; i < story->trigger_at[x->sentence + 1]; i++) {
    const sm_trigger *g = &story->triggers.items[i];
    const sm_group *verb = sm_group_of(&story->syntax, g->first);
    if (!sm_between(g->first, x->last, y->first) || !g->verb || g->passive || g->row->kind == SM_K_KILL || g->row->strength == 0) continue;
    static const char *const also[] = {"also"};
    if (verb && verb->flags & SM_GROUP_RELATIVE && (SM_IS_ONE_OF(&story->scan, verb->first, also) || SM_IS_ONE_OF(&story->scan, g->first - 1, also))) return true; // "bombings that also struck B"
    if (verb && is_of_new_subject(story, verb, x)) return true; // "bombed A, and destroyers fired at B"
    if (verb && verb->flags & SM_GROUP_FINITE && !(verb->flags & SM_GROUP_RELATIVE) && verb->first > 0 && sm_is(&story->scan, verb->first - 1, SM_W_AND)) return true;
  }
  return false;
}

/// A verb with tense between two places, not of a relative clause: the later one belongs to it.
static bool is_verb_between(const sm_story *story, const sm_mention *x, const sm_mention *y) {
  const sm_syntax *syntax = &story->syntax;
  for (uint32_t k = syntax->first_of[x->sentence]; k < syntax->first_of[x->sentence + 1]; k++) {
    const sm_group *g = &syntax->groups[k];
    if (g->first >= x->last && g->last <= y->first && g->flags & SM_GROUP_VERB && g->flags & SM_GROUP_FINITE && !(g->flags & SM_GROUP_RELATIVE)) return true;
  }
  return false;
}

static bool is_comma_gap(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  const uint32_t last = sm_past_unit(&story->scan, x);
  return y->first == last + 1 && sm_is_sign(&story->scan, last, ',');
}

static bool is_between(const sm_scan *scan, const sm_mention *x) {
  for (uint32_t k = x->first, steps = 0; k > scan->s[x->sentence].first && steps < 5; k--, steps++)
    if (sm_is(scan, k - 1, SM_W_BETWEEN)) return true;
  return false;
}

/// "on the border of A and B": one spot.
static bool is_on_line(const sm_scan *scan, const sm_mention *x, const sm_mention *y) {
  static const char *const lines[] = {"border", "borders", "boundary", "limits", "junction", "confluence"};
  const bool of = x->first >= scan->s[x->sentence].first + 2 && sm_is(scan, x->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, x->first - 2, lines);
  return of && sm_is(scan, x->last, SM_W_AND) && y->first <= x->last + 2;
}

/// "a drone site at A and the airfield at B": that a name in no gazetteer lies in its neighbour is no more than a guess.
static bool is_joined(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  if (is_comma_gap(story, a, b) && is_in_open_list(story, a)) return true;
  if ((x->place && y->place) || is_between(&story->scan, x) || is_on_line(&story->scan, x, y)) return false;
  if (sm_is_and_pair(&story->scan, x, y)) return true;
  if (opens_wider(story, x, y) || x->containee == b + 1 || y->containee == a + 1) return false;
  for (uint32_t k = x->last; k < y->first; k++)
    if (sm_is(&story->scan, k, SM_W_AND)) return true;
  return is_comma_gap(story, a, b) || (b == a + 1 && (sm_is_next_by_comma(&story->scan, a) || sm_item_before(&story->scan, x->last, y->first) == sm_past_unit(&story->scan, x)) && sm_comes_to_and(&story->scan, b)); // of a list: chains without an "and" are gone
}

/// The last "between" of the tokens, or their end.
static uint32_t between_before(const sm_scan *scan, uint32_t first, uint32_t last) {
  for (uint32_t k = last; k > first; k--)
    if (sm_is(scan, k - 1, SM_W_BETWEEN)) return k - 1;
  return last;
}

static bool is_town(const sm_story *story, const sm_mention *m) {
  const sm_place_kind kind = m->place ? (sm_place_kind)sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind : SM_KIND_UNKNOWN;
  return kind == SM_KIND_CITY || kind == SM_KIND_ADM2;
}

/// Words between two places that make them one spot: "A, near B", "between A and B", "A on the road to B".
static bool told_together(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (is_between(scan, x)) return true;
  bool relation = false;
  if (is_verb_between(story, x, y) || sm_is_list_of_phrases(scan, x, y)) return false;
  const uint32_t between = is_between(scan, y) ? between_before(scan, x->last, y->first) : y->first; // "A, on the line between B and C"
  relation = between < y->first;
  const bool listed = sm_is_sign(scan, y->first - 1, ','); // "A on Monday, B on Tuesday"
  const uint32_t item = sm_item_before(scan, x->last, y->first);
  for (uint32_t k = x->last; k < between; k++) {
    if (sm_has_cue(scan, k, SM_CUE_TRIGGER) || sm_has_cue(scan, k, SM_CUE_CASUALTY) || sm_is_sign(scan, k, ';') || sm_is(scan, k, SM_W_WHILE)) return false;
    if ((sm_has_cue(scan, k, SM_CUE_WEAPON) || sm_has_cue(scan, k, SM_CUE_NUMBER)) && sm_is(scan, k + 1, SM_W_ON)) return false; // "A: artillery on B", "two on A, three on B"
    const uint32_t past = k == x->last ? sm_past_item(scan, x) : sm_past_bracket(scan, k);
    if (past > k && past < y->first && (sm_is(scan, past, SM_W_AND) || (sm_is_sign(scan, past, ',') && sm_comes_to_and(scan, b)))) { // "A (north of Raqqa), B and C"
      k = past - 1;
      continue;
    }
    if ((k == item || (sm_is_item_next(scan, k) && sm_comes_to_and(scan, b))) && is_town(story, x)) break; // "A, the city of B", "A, the village of B in C district, D and E"
    if (sm_is(scan, k, SM_W_NEAR) || sm_is(scan, k, SM_W_OF) || sm_is(scan, k, SM_W_OUTSIDE) || sm_is(scan, k, SM_W_FROM) || sm_is(scan, k, SM_W_TO) ||
        sm_is(scan, k, SM_W_IN) || sm_is(scan, k, SM_W_WHICH) || (sm_is(scan, k, SM_W_ON) && !(listed && sm_has_cue(scan, k + 1, SM_CUE_TIME))) || (sm_is_sign(scan, k, '(') && !(listed && sm_is_sign(scan, y->first - 2, ')'))))
      relation = true;
    if (sm_is(scan, k, SM_W_AND) && !scan->mention_at[k]) return false; // but "the line in Jammu and Kashmir's Poonch district"
  }
  return relation;
}

static uint8_t kind_of(const sm_story *story, const sm_mention *m) {
  return m->place ? sm_gazetteer_brief(story->scan.reader->gazetteer, m->place).kind : 0;
}

static bool is_country(const sm_story *story, const sm_mention *m) { return kind_of(story, m) == SM_KIND_COUNTRY; }

enum { LINE_METRES = 150000 };

/// "the Baghdad neighbourhood of X", "Baghdad's western X district", "north of Baghdad in X": the later place is the finer.
static bool tells_finer(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  uint32_t gap = y->first - x->last;
  if (gap && gap <= 3 && scan->t[x->last].flags & SM_TOKEN_CLITIC) return true;
  if (gap && gap <= 3 && sm_is(scan, y->first - 1, SM_W_OF)) {
    const sm_lexicon_entry *unit = scan->t[y->first - 2].entry;
    return gap >= 2 && unit && unit->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_NOUN_GROUP);
  }
  if (gap <= 3 && sm_is(scan, y->first - 1, SM_W_NEAR) && kind_of(story, x) == SM_KIND_REGION && kind_of(story, y) == SM_KIND_CITY && x->radius_m > 2 * y->radius_m) return true; // "the Arava desert, near En Yahav"
  if (gap >= 2 && gap <= 4 && sm_is(scan, y->first - 1, SM_W_AT) && sm_has_cue(scan, x->last, SM_CUE_TARGET)) return true; // "the A air base at B"
  if (gap <= 7 && (sm_is(scan, y->first - 1, SM_W_IN) || sm_is(scan, y->first - 1, SM_W_AT)) && is_country(story, x) && !is_country(story, y)) return true;
  static const char *const lines[] = {"pipeline", "railway", "motorway", "highway", "canal", "line", "road", "Highway", "Road"}; // "the A-B pipeline near C"
  const uint32_t second = sm_is_sign(scan, x->last, '-') && x->last + 1 < y->first ? scan->mention_at[x->last + 1] : 0, line = second ? scan->mentions->items[second - 1].last : x->last;
  if (y->first >= line + 2 && y->first <= line + 4 && SM_IS_ONE_OF(scan, line, lines) && sm_is_place_preposition(scan, y->first - 1) && (y->place || (y->container && is_town(story, &scan->mentions->items[y->container - 1])))) return true;
  const uint32_t after = sm_is_sign(scan, x->last, '(') && sm_is_sign(scan, x->last + 2, ')') ? x->last + 3 : x->last; // "the Line of Control (LoC) in Poonch"
  uint32_t led = after + 1 < y->first && sm_is(scan, after + 1, SM_W_THE) ? after + 2 : after + 1;
  const sm_mention *owner = led < y->first && scan->mention_at[led] ? &scan->mentions->items[scan->mention_at[led] - 1] : NULL; // "in Jammu and Kashmir's Poonch district"
  if (owner && owner->last < y->first && scan->t[owner->last].flags & SM_TOKEN_CLITIC) led = owner->last + 1;
  const bool in = after < y->first && sm_is(scan, after, SM_W_IN) && led == y->first;
  if (in && x->place && (y->place || y->container) && x->radius_m >= LINE_METRES) return true; // "along the Line of Control in the Shahpur area"
  const sm_lexicon_entry *way = x->first >= scan->s[x->sentence].first + 2 && sm_is(scan, x->first - 1, SM_W_OF) ? scan->t[x->first - 2].entry : NULL;
  return gap == 1 && (sm_is(scan, x->last, SM_W_IN) || sm_is(scan, x->last, SM_W_AT)) && way && way->word_bits & (SM_WORD_NOUN_LOCATION | SM_WORD_ADVERB);
}

/// "the villages of A, B, C": of several, though the text names one that is no place to us before the "and".
static bool is_of_several(const sm_scan *scan, const sm_mention *x) {
  static const char *const units[] = {"villages", "towns", "cities", "districts", "neighbourhoods", "neighborhoods", "suburbs", "settlements", "hamlets", "quarters", "camps"};
  return x->first >= scan->s[x->sentence].first + 2 && sm_is(scan, x->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, x->first - 2, units);
}

/// "Shanakhora, Miranshah, North Waziristan": without an "and" each tells where the one before lies.
static void drop_chains(const sm_story *story, sm_spots *places) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < places->n;) {
    uint32_t end = i + 1;
    while (end < places->n && is_comma_gap(story, places->items[end - 1], places->items[end])) end++;
    const uint32_t last = sm_past_bracket(&story->scan, sm_past_unit(&story->scan, &story->scan.mentions->items[places->items[end - 1]]));
    bool list = end < places->n && (sm_is(&story->scan, last, SM_W_AND) || sm_is(&story->scan, last, SM_W_OR) ||
                (sm_is_sign(&story->scan, last, ',') && sm_is(&story->scan, last + 1, SM_W_AND)));
    list |= end > i + 1 && is_of_several(&story->scan, &story->scan.mentions->items[places->items[i]]);
    list |= end > i + 1 && sm_is_item_next(&story->scan, last) && is_town(story, &story->scan.mentions->items[places->items[end - 1]]); // "A, B, the village of C and D"
    list |= sm_past_and_others(&story->scan, last) > last; // "A, B and others", "A, B and other settlements"
    uint32_t keep = list || is_in_open_list(story, places->items[i]) ? end : i + 1;
    for (uint32_t k = i; k < keep; k++) places->items[n] = places->items[k], places->scores[n++] = places->scores[k];
    i = end;
  }
  places->n = n;
}

/// ... though one may bear the name of the province.
bool sm_is_itemised(const sm_story *story, uint32_t a, uint32_t b) {
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (x->place == y->place || y->first < x->last + 3 || sm_is_next_clause(story, a, b)) return false;
  uint32_t k = x->last;
  while (k < y->first && !sm_is_sign(scan, k, ',') && !sm_is_sign(scan, k, ';') && !sm_is(scan, k, SM_W_AND)) k++;
  k = sm_past_where(scan, k, y->first); // "a house in A, where two died, and a school in B"
  const bool past = k > x->last + 2, comma = k < y->first && sm_is_sign(scan, k, ','), apart = k < y->first && sm_is_sign(scan, k, ';');
  if (comma && x->first == scan->s[x->sentence].first + 1 && sm_is_preposition(scan, x->first - 1)) return false; // "In A, a car bomb in B killed ten"
  int level;
  const uint32_t opens = k + 1 + (comma && sm_is(scan, k + 1, SM_W_AND));
  static const char *const more[] = {"another"}, *const ranks[] = {"second", "third", "fourth", "additional"};
  const bool other = SM_IS_ONE_OF(scan, opens, more) || (sm_is_indefinite(scan, opens) && SM_IS_ONE_OF(scan, opens + 1, ranks)); // "a post near A, another near B"
  if ((apart && sm_places_nest(story, a, b, &level)) || (!apart && !other && (!is_town(story, x) || !is_town(story, y) || sm_is_unit_of_town(story, x, y)))) return false;
  if (comma && sm_is(scan, k + 1, SM_W_AND)) k++;
  if (k + 2 >= y->first || (k > x->last + 2 && !past) || !(other || sm_is(scan, k + 1, SM_W_A) || sm_is(scan, k + 1, SM_W_THE) || sm_has_cue(scan, k + 1, SM_CUE_NUMBER))) return false;
  bool thing = other;
  for (k++; k < y->first; k++) {
    const sm_group *g = sm_group_of(&story->syntax, k);
    const sm_lexicon_entry *e = scan->t[k].entry;
    if (sm_is_punct(scan, k) || sm_is(scan, k, SM_W_AND) || sm_is(scan, k, SM_W_AFTER) || sm_is(scan, k, SM_W_BEFORE) || (g && g->flags & SM_GROUP_VERB)) return false; // nor "A, two days after a bomb in B"
    if (comma && !other && e && e->word_bits & SM_WORD_NOUN_LOCATION) return false; // "A, a town in B"
    thing |= e && e->word_bits & SM_WORD_NOUN;
  }
  return thing;
}

static void drop_place(sm_spots *places, uint32_t k) {
  memmove(&places->items[k], &places->items[k + 1], (places->n - k - 1) * sizeof places->items[0]);
  memmove(&places->scores[k], &places->scores[k + 1], (places->n - k - 1) * sizeof places->scores[0]);
  places->n--;
}

/// Each of a run of places is itemised against the next.
static bool are_itemised(const sm_story *story, const sm_spots *places, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (!sm_is_itemised(story, places->items[i], places->items[i + 1])) return false;
  return from < to;
}

/// "came two days after a mine killed six in Rafah": what happened at the later place was days before or after.
static bool is_days_apart(const sm_story *story, uint32_t a, uint32_t b) {
  enum { NEAR_TOKENS = 4 };
  const sm_mention *x = &story->scan.mentions->items[a], *y = &story->scan.mentions->items[b];
  for (uint32_t i = story->when_at[x->sentence]; i < story->when_at[x->sentence + 1]; i++) {
    const sm_when *w = &story->whens.items[i];
    if (sm_when_opens_clause(story, w) && (w->start != 0 || w->flags & SM_WHEN_SAME) && sm_between(w->first, x->last, y->first)) return true;
    const bool later = w->flags & SM_WHEN_ANCHOR && !(w->flags & (SM_WHEN_AFTER | SM_WHEN_SAME)) && w->start != 0; // "A on Friday, and B a day later"
    if (later && i > story->when_at[x->sentence] && w[-1].first < y->first && w->first >= y->last && w->first - y->last <= NEAR_TOKENS) return true;
  }
  return false;
}

/// "in the neighbourhoods of A and B", "the A and B quarters": parts of one town that one strike is told for.
static bool are_quarters(const sm_story *story, uint32_t a, uint32_t b) {
  enum { TOWN_M = 15000 };
  static const char *const parts[] = {"neighbourhoods", "neighborhoods", "districts", "quarters", "wards", "suburbs"};
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (y->first != x->last + 1 || !sm_is(scan, x->last, SM_W_AND)) return false;
  const uint32_t floor = scan->s[x->sentence].first;
  const bool led = x->first >= floor + 2 && sm_is(scan, x->first - 1, SM_W_OF) && SM_IS_ONE_OF(scan, x->first - 2, parts);
  if (!led && !SM_IS_ONE_OF(scan, y->last, parts)) return false;
  const sm_gazetteer *g = scan->reader->gazetteer;
  if (x->place && y->place) {
    const sm_place_brief p = sm_gazetteer_brief(g, x->place), q = sm_gazetteer_brief(g, y->place);
    return p.kind != SM_KIND_ADM1 && p.kind != SM_KIND_ADM2 && q.kind != SM_KIND_ADM1 && q.kind != SM_KIND_ADM2 && sm_sphere_distance(p.lon, p.lat, q.lon, q.lat) < TOWN_M;
  }
  const sm_place_ref known = x->place ? x->place : y->place;
  const uint8_t kind = known ? sm_gazetteer_brief(g, known).kind : SM_KIND_UNKNOWN;
  static const char *const rural[] = {"districts"};
  const bool towns = SM_IS_ONE_OF(scan, led ? x->first - 2 : y->last, rural); // "the Khairkot and Yahyakhel districts"
  return kind != SM_KIND_ADM1 && kind != SM_KIND_ADM2 && !(kind == SM_KIND_CITY && towns);
}

/// "fired mortars into A, killing nine in the B quarter": a part of the town where the rest of the sentence puts the strike.
static bool is_quarter_of(const sm_story *story, uint32_t a, uint32_t b) {
  static const char *const parts[] = {"quarter", "neighbourhood", "neighborhood", "ward", "suburb"};
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (!x->place || y->place || !is_town(story, x) || !SM_IS_ONE_OF(scan, y->last, parts) || (y->container && y->container != a + 1)) return false;
  for (uint32_t k = x->last; k < y->first; k++)
    if (sm_is_sign(scan, k, ';') || sm_is(scan, k, SM_W_AND)) return false;
  return true;
}

/// "shelled A and B; in B a woman died": a place of a list, told again with its toll.
static bool is_told_again(const sm_story *story, uint32_t a, uint32_t b) {
  enum { REACH = 7 };
  const sm_scan *scan = &story->scan;
  const sm_mention *x = &scan->mentions->items[a], *y = &scan->mentions->items[b];
  if (!x->place || x->place != y->place || y->first < x->last + 3 || !sm_is(scan, y->first - 1, SM_W_IN)) return false;
  if (!sm_is_sign(scan, y->first - 2, ';') && !sm_is_sign(scan, y->first - 2, ':') && !sm_is_sign(scan, y->first - 2, ',') && !sm_is(scan, y->first - 2, SM_W_AND)) return false;
  for (uint32_t k = y->last; k < y->last + REACH && k < scan->n && !sm_is_punct(scan, k) && scan->t[k].sentence == y->sentence; k++)
    if (sm_has_cue(scan, k, SM_CUE_CASUALTY)) return true;
  return false;
}

/// Drop coarser places and those that only tell where another one lies; keep one for each strike told.
static void thin_places(const sm_story *story, sm_spots *places) {
  const uint32_t way = places->n == 2 ? sm_way_from_other(story, places) : 2;
  if (way < 2) drop_place(places, way);
  drop_chains(story, places);
  for (uint32_t i = 0; i + 1 < places->n; i++)
    if (is_on_line(&story->scan, &story->scan.mentions->items[places->items[i]], &story->scan.mentions->items[places->items[i + 1]])) drop_place(places, i + 1);
  for (uint32_t i = 0; i < places->n; i++) {
    for (uint32_t k = i + 1; k < places->n;) {
      int level;
      if (is_quarter_of(story, places->items[i], places->items[k])) {
        if (places->scores[i] > places->scores[k]) places->scores[k] = places->scores[i];
        drop_place(places, i);
        k = i + 1;
        continue;
      }
      if (sm_has_own_toll(story, places->items[i], places->items[k]) || is_joined(story, places->items[i], places->items[k]) || are_itemised(story, places, i, k) ||
          is_struck_anew(story, places->items[i], places->items[k]) || sm_is_other_strike(story, places->items[i], places->items[k]) || sm_answer_between(story, places->items[i], places->items[k]) != SM_NO_TOKEN || is_days_apart(story, places->items[i], places->items[k]) ||
          ((i > 0 || k > i + 1) && is_told_again(story, places->items[i], places->items[k]))) {
        k++;
        continue;
      }
      bool nest = sm_places_nest(story, places->items[i], places->items[k], &level);
      bool later = !nest && tells_finer(story, places->items[i], places->items[k]);
      later |= !nest && opens_wider(story, &story->scan.mentions->items[places->items[i]], &story->scan.mentions->items[places->items[k]]);
      bool together = later || (!nest && told_together(story, places->items[i], places->items[k]));
      if (!nest && !together) {
        k++;
        continue;
      }
      bool finer = nest ? level > 0 && places->scores[k] > places->scores[i] - 3 : later;
      const uint32_t kept = finer ? k : i, dropped = finer ? i : k; // i holds k
      if (places->scores[dropped] > places->scores[kept]) places->scores[kept] = places->scores[dropped]; // one spot
      drop_place(places, dropped);
      if (finer) k = i + 1; // in text order still
    }
  }
  for (uint32_t i = 0; i + 1 < places->n;)
    if (are_quarters(story, places->items[i], places->items[i + 1])) drop_place(places, i + 1);
    else i++;
  float best = -99;
  for (uint32_t i = 0; i < places->n; i++)
    if (places->scores[i] > best) best = places->scores[i];
  uint32_t n = 0;
  for (uint32_t i = 0; i < places->n; i++)
    if (places->scores[i] >= STRUCK && places->scores[i] > best - 2.2f) places->items[n] = places->items[i], places->scores[n++] = places->scores[i];
  if (n == 0 && places->n) { // the best that is left
    for (uint32_t i = 0; i < places->n; i++)
      if (places->scores[i] == best) places->items[0] = places->items[i], places->scores[0] = best;
    n = 1;
  }
  places->n = n;
}

/// "The council met in Geneva to condemn the strike on Kadugli": where somebody else was, before a purpose.
static bool is_of_errand(const sm_story *story, const sm_trigger *g, const sm_mention *x) {
  const sm_scan *scan = &story->scan;
  if (g->first <= x->last) return false;
  for (uint32_t k = x->last; k + 1 < g->first; k++) {
    const sm_lexicon_entry *e = sm_is(scan, k, SM_W_TO) ? scan->t[k + 1].entry : NULL;
    if (e && e->word_bits & SM_WORD_VERB && !sm_has_cue(scan, k + 1, SM_CUE_TRIGGER) && !(scan->t[k + 1].flags & SM_TOKEN_CAPITAL)) return true;
  }
  return false;
}

static void drop_errands(const sm_story *story, const sm_anchors *anchors, sm_spots *places) {
  if (anchors->n == 0 || places->n < 2) return;
  const sm_trigger *first = anchors->items[0];
  const sm_mention *m = story->scan.mentions->items;
  bool struck = false;
  for (uint32_t i = 0; i < places->n; i++) struck |= places->scores[i] >= STRUCK && m[places->items[i]].first > first->last;
  for (uint32_t i = 0; struck && i < places->n;)
    if (is_of_errand(story, first, &m[places->items[i]])) drop_place(places, i);
    else i++;
}

void sm_find_spots(const sm_story *story, const sm_scene *sc, const sm_content *c, uint32_t s, const sm_anchors *anchors,
                   sm_spots *out) {
  find_places(story, sc, c, s, anchors, out);
  drop_errands(story, anchors, out);
  thin_places(story, out);
}
