#include "story.h"

#include <stdlib.h>

#include "placing.h"
#include "scene.h"

/// First index of each sentence's items, for items in text order.
#define INDEX_BY_SENTENCE(story, field, items, count, sentence_field)                                                \
  do {                                                                                                              \
    story->field = sm_arena_calloc(story->scan.arena, story->scan.ns + 1, sizeof *story->field);                    \
    if (!story->field) return SM_ERROR_MEMORY;                                                                      \
    uint32_t at = 0;                                                                                                \
    for (uint32_t s = 0; s <= story->scan.ns; s++) {                                                                \
      while (at < (count) && (items)[at].sentence_field < s) at++;                                                  \
      story->field[s] = at;                                                                                         \
    }                                                                                                               \
  } while (0)

static sm_status index_story(sm_story *story) {
  INDEX_BY_SENTENCE(story, when_at, story->whens.items, story->whens.n, sentence);
  INDEX_BY_SENTENCE(story, figure_at, story->figures.items, story->figures.n, sentence);
  INDEX_BY_SENTENCE(story, speech_at, story->speeches.items, story->speeches.n, sentence);
  INDEX_BY_SENTENCE(story, party_at, story->parties.items, story->parties.n, sentence);
  INDEX_BY_SENTENCE(story, trigger_at, story->triggers.items, story->triggers.n, sentence);
  INDEX_BY_SENTENCE(story, mention_from, story->scan.mentions->items, story->scan.mentions->n, sentence);
  story->line = sm_arena_calloc(story->scan.arena, story->scan.ns + 1, sizeof *story->line);
  story->contents = sm_arena_calloc(story->scan.arena, story->scan.ns + 1, sizeof *story->contents);
  story->long_past = sm_arena_calloc(story->scan.arena, story->scan.ns + 1, sizeof *story->long_past);
  story->tells = sm_arena_calloc(story->scan.arena, story->scan.ns + 1, sizeof *story->tells);
  story->when_facts = sm_arena_calloc(story->scan.arena, story->whens.n + 1, sizeof *story->when_facts);
  story->placings = sm_arena_calloc(story->scan.arena, story->scan.mentions->n + 1, sizeof *story->placings);
  if (!story->placings || !story->line || !story->contents || !story->long_past || !story->tells || !story->when_facts) return SM_ERROR_MEMORY;
  for (uint32_t s = 0, line = 0; s < story->scan.ns; s++) {
    line += (story->scan.t[story->scan.s[s].first].flags & (SM_TOKEN_LINE_START | SM_TOKEN_PARAGRAPH_START)) != 0 || (story->scan.s[s].flags & SM_SENTENCE_ITEM);
    story->line[s] = line;
  }
  return sm_find_list_headings(story) ? SM_OK : SM_ERROR_MEMORY;
}

static bool opens_paragraph(const sm_scan *scan, uint32_t s) { return s == 0 || scan->s[s].paragraph != scan->s[s - 1].paragraph; }

/// "HROZA, Ukraine, Oct 6 (Agency) -": a head line by its shape, where its town is in no gazetteer; 0 none.
static uint32_t shaped_dateline(const sm_scan *scan) {
  uint32_t words = 0, signs = 0;
  if (scan->n < 4 || !(scan->t[0].flags & SM_TOKEN_UPPER) || scan->s[0].flags & SM_SENTENCE_UPPER) return 0;
  for (uint32_t k = 0; k < scan->n && k < 18; k++) {
    if (k > 0 && (scan->t[k].flags & SM_TOKEN_PARAGRAPH_START)) return 0;
    if (sm_is_dash(scan, k)) return signs && words <= 9 ? k + 1 : 0;
    signs += sm_is_sign(scan, k, ',') || sm_is_sign(scan, k, '(');
    if (scan->t[k].flags & SM_TOKEN_PUNCT) continue;
    if (!(scan->t[k].flags & (SM_TOKEN_CAPITAL | SM_TOKEN_NUMBER))) return 0;
    words++;
  }
  return 0;
}

/// "Baku, October 24 (local bureau). Rockets ...", "Kabul, Nov 9 (Agencies) Two ...": past the place and the day that a paragraph opens with; 0 none.
static uint32_t past_plain_dateline(const sm_scan *scan, uint32_t s) {
  enum { LONGEST = 16, BRACKET = 8 };
  const uint32_t first = scan->s[s].first, m = scan->mention_at[first];
  bool day = false, bracket = false, agency = false;
  if (!m || scan->mentions->items[m - 1].role == SM_ROLE_DEMONYM || scan->mentions->items[m - 1].role == SM_ROLE_DATELINE) return 0;
  for (uint32_t k = scan->mentions->items[m - 1].last; k + 1 < scan->n && k < first + LONGEST; k++) {
    if (scan->t[k].flags & SM_TOKEN_PARAGRAPH_START) return 0;
    if (sm_is_sign(scan, k, '(')) {
      agency = scan->t[k + 1].flags & SM_TOKEN_UPPER; // "Beirut (NNA) Two ..."
      for (uint32_t open = k; k + 1 < scan->n && k <= open + BRACKET && !sm_is_sign(scan, k, ')');) k++;
      if (!sm_is_sign(scan, k, ')')) return 0;
      bracket = true;
    } else if (sm_is_sign(scan, k, '.')) {
      return !day || scan->t[k + 1].flags & SM_TOKEN_PARAGRAPH_START ? 0 : k + 1;
    } else if (sm_has_cue(scan, k, SM_CUE_TIME) || scan->t[k].flags & SM_TOKEN_NUMBER) {
      day = true;
    } else if (!sm_is_sign(scan, k, ',') && !(scan->t[k].flags & SM_TOKEN_CAPITAL && sm_is_sign(scan, k - 1, ','))) {
      return (day || agency) && bracket && scan->t[k].flags & SM_TOKEN_CAPITAL ? k : 0;
    }
  }
  return 0;
}

/// "Gao. ...", "Norabak: ...": a place heads a paragraph.
static bool is_headed_by_place(const sm_scan *scan, uint32_t s) {
  const uint32_t m = scan->mention_at[scan->s[s].first], end = m ? scan->mentions->items[m - 1].last : 0;
  return m && end + 1 < scan->n && (sm_is_sign(scan, end, '.') || sm_is_sign(scan, end, ':') || sm_is_dash(scan, end) || past_plain_dateline(scan, s));
}

/// "Popayán. Drones dropped grenades on a post in El Plateado": a town alone, and another place in the sentence behind it.
static bool is_town_alone(const sm_scan *scan, uint32_t s) {
  const uint32_t m = scan->mention_at[scan->s[s].first];
  const sm_mention *town = m ? &scan->mentions->items[m - 1] : NULL;
  if (!town || !town->place || town->role != SM_ROLE_LITERAL || !sm_is_sign(scan, town->last, '.') || town->last + 1 != scan->s[s].last || s + 1 >= scan->ns || opens_paragraph(scan, s + 1)) return false;
  for (const sm_mention *x = town + 1; x < scan->mentions->items + scan->mentions->n && x->sentence == s + 1; x++)
    if (x->role == SM_ROLE_LITERAL && x->place != town->place) return true;
  return false;
}

/// The sentence with a capital's dateline that no dash ends, where one paragraph alone opens so; ns where there is none.
static uint32_t plain_dateline(const sm_scan *scan) {
  enum { TITLES = 2 };
  uint32_t s = 0;
  while (s < TITLES && s + 1 < scan->ns && scan->s[s].flags & SM_SENTENCE_HEADING && opens_paragraph(scan, s + 1)) s++;
  if (s >= scan->ns || !opens_paragraph(scan, s)) return scan->ns;
  const bool alone = is_town_alone(scan, s);
  if (!alone && !past_plain_dateline(scan, s)) return scan->ns;
  const sm_place_ref place = scan->mentions->items[scan->mention_at[scan->s[s].first] - 1].place;
  if (!alone && (!place || !(sm_gazetteer_brief(scan->reader->gazetteer, place).flags & SM_PLACE_CAPITAL))) return scan->ns; // a town may be where it struck
  for (uint32_t k = s + 1; k < scan->ns; k++)
    if (opens_paragraph(scan, k) && is_headed_by_place(scan, k)) return scan->ns;
  return s;
}

/// "(own correspondent)", "(from our reporter)": in brackets that open at a token.
static bool tells_of_reporter(const sm_scan *scan, uint32_t open) {
  enum { REACH = 6 };
  static const char *const who[] = {"correspondent", "Correspondent", "reporter", "correspondents", "bureau", "Agencies", "agencies", "staff"};
  for (uint32_t k = open + 1; k < scan->n && k < open + REACH && !sm_is_sign(scan, k, ')'); k++)
    if (SM_IS_ONE_OF(scan, k, who)) return true;
  return false;
}

/// "(Beirut, December 7, 2018) – The coalition ...", "NIAMEY (from our correspondent) – An air strike ...": past a place with brackets and a dash that one of the
/// first paragraphs opens with; 0 none. *mention (may be NULL) receives the place.
static uint32_t bracketed_dateline(const sm_scan *scan, uint32_t *mention) {
  enum { LEAD = 4, LONGEST = 14 };
  for (uint32_t s = 0; s < LEAD && s < scan->ns; s++) {
    const uint32_t first = scan->s[s].first, within = sm_is_sign(scan, first, '(');
    const uint32_t m = opens_paragraph(scan, s) && first + 1 < scan->n ? scan->mention_at[first + within] : 0;
    if (!m) continue;
    const uint32_t open = scan->mentions->items[m - 1].last;
    const bool outside = sm_is_sign(scan, open, '(') && (scan->t[first].flags & SM_TOKEN_UPPER || tells_of_reporter(scan, open)) && !(scan->s[s].flags & (SM_SENTENCE_UPPER | SM_SENTENCE_HEADING));
    for (uint32_t k = first + 1; (within || outside) && k + 2 < scan->n && k < first + LONGEST; k++) {
      if (!sm_is_sign(scan, k, ')')) continue;
      if (!sm_is_dash(scan, k + 1)) return 0;
      if (mention) *mention = m - 1;
      return k + 2;
    }
  }
  return 0;
}

/// "Mali: shells on Timbuktu kill four": a headline's country, no place that the report is from.
static bool labels_headline(const sm_scan *scan, const sm_mention *m) {
  return m->sentence == 0 && scan->s[0].flags & SM_SENTENCE_HEADING && m->first == scan->s[0].first && sm_is_sign(scan, m->last, ':');
}

/// "date 2024-01-18 By Our Correspondent", "MIRANSHAH, Pakistan, Oct 31 (Agency) -": what is said of the report itself.
static uint32_t body_start(const sm_scan *scan) {
  enum { SENTENCE_TOKENS = 6 };
  uint32_t start = scan->document->head_tokens, label = 0;
  if (scan->n == 0) return 0;
  const uint32_t plain = plain_dateline(scan), bracketed = bracketed_dateline(scan, NULL);
  if (bracketed) return bracketed;
  if (plain < scan->ns) return is_town_alone(scan, plain) ? scan->s[plain].last : past_plain_dateline(scan, plain);
  for (uint32_t i = 0; i < scan->n && i < 40; i++) {
    const bool told = i >= SENTENCE_TOKENS && scan->t[i].flags & SM_TOKEN_PARAGRAPH_START && sm_is_sign(scan, i - 1, '.'); // an item before: no headline
    if (told && i > start + SENTENCE_TOKENS) break;
    if (scan->t[i].sentence > 2 || (i > 0 && scan->t[i].flags & SM_TOKEN_PARAGRAPH_START && start > scan->document->head_tokens)) break;
    uint32_t m = scan->mention_at[i];
    if (!m || scan->mentions->items[m - 1].role != SM_ROLE_DATELINE) continue;
    if (labels_headline(scan, &scan->mentions->items[m - 1])) {
      label = scan->mentions->items[m - 1].last + 1;
      continue;
    }
    uint32_t k = i;
    for (uint32_t steps = 0; k < scan->n && steps < 18; k++, steps++) {
      if (k > i && (scan->t[k].flags & SM_TOKEN_PARAGRAPH_START)) break;
      if (!sm_is_dash(scan, k) && scan->t[k].sign != ':') continue;
      start = k + 1;
      break;
    }
    if (start <= scan->document->head_tokens && scan->mentions->items[m - 1].role == SM_ROLE_DATELINE) start = scan->s[scan->t[i].sentence].first == scan->mentions->items[m - 1].first ? scan->mentions->items[m - 1].last : start;
    break;
  }
  if (start > scan->document->head_tokens) return start;
  if (label) return label;
  return start ? start : shaped_dateline(scan);
}

static bool is_itemised(const sm_scan *scan) {
  const sm_mention *first = NULL;
  for (size_t i = 0; i < scan->mentions->n; i++) {
    const sm_mention *x = &scan->mentions->items[i];
    if (x->role != SM_ROLE_DATELINE || !x->place || labels_headline(scan, x)) continue;
    if (first && first->place != x->place && scan->s[first->sentence].paragraph != scan->s[x->sentence].paragraph) return true;
    if (!first) first = x;
  }
  return false;
}

/// Sentences without any of these tell neither of strikes nor of tolls nor of claims.
static const uint32_t WITH_SYNTAX = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON | 1u << SM_CUE_REPORTING | SM_AFTER_WEAPON;

/// Whether the words of a report rule strikes out, so that no more of it need be read.
static bool is_silent(const sm_story *story) {
  const uint32_t telling = 1u << SM_CUE_TRIGGER | 1u << SM_CUE_CASUALTY | 1u << SM_CUE_WEAPON;
  uint32_t told = 0;
  for (uint32_t s = 0; s < story->scan.ns; s++) told |= story->scan.sentence_mask[s];
  return !(told & telling) || sm_is_other_topic(story);
}

/// "bombed Derna in answer to the killing of Copts in Minya": what a strike was the answer to.
static bool is_answered(const sm_story *story, const sm_trigger *g) {
  enum { BACK = 3 };
  static const char *const answers[] = {"answer", "response", "reply", "revenge", "retaliation", "reprisal", "vengeance"};
  const sm_scan *scan = &story->scan;
  const uint32_t floor = scan->s[g->sentence].first;
  if (g->verb || g->row->kind != SM_K_KILL || g->first < floor + BACK || !sm_is(scan, g->first - 1, SM_W_THE)) return false;
  if (!sm_is(scan, g->first - 2, SM_W_TO) && !sm_is(scan, g->first - 2, SM_W_FOR)) return false;
  return SM_IS_ONE_OF(scan, g->first - BACK, answers);
}

/// The dead that a strike was the answer to are not its own, nor told as another's.
static void put_answered_aside(sm_story *story) {
  for (uint32_t i = 0; i < story->triggers.n; i++) {
    sm_trigger *g = &story->triggers.items[i];
    if (!is_answered(story, g)) continue;
    g->general = true;
    for (uint32_t k = story->figure_at[g->sentence]; k < story->figure_at[g->sentence + 1]; k++)
      if (story->figures.items[k].cue == g->first) story->figures.items[k].flags |= SM_FIGURE_SUM;
  }
}

/// Aircraft or a coalition are told of, and nobody with guns: a raid came from the air.
static bool is_from_air(const sm_story *story) {
  enum { COALITION = 8 };
  bool air = false;
  for (uint32_t i = 0; i < story->parties.n && !air; i++) air = story->parties.items[i].actor.type == COALITION;
  for (uint32_t i = 0; i < story->scan.n_cues; i++) {
    const sm_cue *c = &story->scan.cues[i];
    if (c->cls != SM_CUE_WEAPON) continue;
    if (c->row->kind == SM_K_GUN) return false;
    air |= c->row->weapons & SM_WEAPON_AIRSTRIKE;
  }
  return air;
}

static void mark_plain_dateline(const sm_scan *scan, sm_mentions *mentions) {
  const uint32_t s = plain_dateline(scan);
  uint32_t bracketed = 0;
  if (s < scan->ns) mentions->items[scan->mention_at[scan->s[s].first] - 1].role = SM_ROLE_DATELINE;
  if (bracketed_dateline(scan, &bracketed)) mentions->items[bracketed].role = SM_ROLE_DATELINE;
}

sm_status sm_story_new(const sm_reader *reader, sm_document *document, sm_mentions *mentions, sm_story *out, sm_error *err) {
  *out = (sm_story){0};
  sm_status status = sm_scan_new(reader, document, &out->scan, err);
  out->silent = status == SM_OK && is_silent(out);
  if (out->silent) return SM_OK;
  if (status == SM_OK) status = sm_scan_names_and_words(&out->scan, mentions, err);
  if (status == SM_OK) status = sm_add_sites(&out->scan, err);
  if (status == SM_OK) status = sm_syntax_new(&out->scan, WITH_SYNTAX, &out->syntax, err);
  if (status == SM_OK) status = sm_find_whens(&out->scan, &out->whens, err);
  if (status == SM_OK) status = sm_find_figures(&out->scan, &out->figures, err);
  if (status == SM_OK) status = sm_find_speeches(&out->scan, &out->syntax, &out->speeches, err);
  if (status == SM_OK) status = sm_find_parties(&out->scan, &out->parties, err);
  if (status == SM_OK) status = sm_weigh_lands(&out->scan, &out->lands, err);
  if (status == SM_OK) status = sm_find_triggers(&out->scan, &out->syntax, &out->triggers, err);
  if (status == SM_OK && index_story(out)) status = sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  if (status == SM_OK) put_answered_aside(out), sm_put_other_events_aside(out), sm_put_bygone_aside(out), out->from_air = is_from_air(out);
  if (status == SM_OK) out->body_first = body_start(&out->scan), out->itemised = is_itemised(&out->scan);
  if (status == SM_OK) mark_plain_dateline(&out->scan, mentions);
  return status;
}
