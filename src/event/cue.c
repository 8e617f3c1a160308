// Cues: lexicon senses of single words and phrases, the longest of each class, inner ones dropped.
#include "reader.h"
#include "setting.h"

#include <stdlib.h>

static bool is_upper(const sm_scan *scan, uint32_t at) {
  char c = scan->document->report.text.ptr[at];
  return c >= 'A' && c <= 'Z';
}

static bool is_letter_and_digits(const sm_scan *scan, const sm_token *t) {
  const char *text = scan->document->report.text.ptr;
  for (uint32_t i = t->begin + 1; i < t->end; i++)
    if (text[i] < '0' || text[i] > '9') return false;
  return t->end > t->begin + 1;
}

/// Words that share their letters with a name count as the name only in capitals: IS, WHO, SAC.
static bool actor_fits(const sm_scan *scan, uint32_t first, uint32_t last, const sm_lexicon_entry *entry) {
  const sm_token *t = &scan->t[first];
  if (t->flags & SM_TOKEN_UNCASED) return false;
  for (uint32_t k = first; k < last && last - first > 1; k++) // "al-Shabaab militants"
    if (scan->t[k].flags & SM_TOKEN_CAPITAL) return true;
  if (last - first > 1) return false;
  if (!(t->flags & SM_TOKEN_CAPITAL)) return false;
  bool shouting = scan->s[t->sentence].flags & SM_SENTENCE_UPPER;
  bool digits = entry->rank == 0 && last - first == 1 && is_letter_and_digits(scan, t); // M23, G9
  bool mixed = t->end - t->begin == 3 && is_upper(scan, t->end - 1); // LeT, JuA
  bool word = t->end - t->begin == 4 && entry->rank == 0 && !is_upper(scan, t->end - 1); // Fano, Dozo
  if (t->end - t->begin <= 4 && !digits && !mixed && !word) return (t->flags & SM_TOKEN_UPPER) && (!shouting || entry->rank == 0);
  return true;
}

static bool is_of_class(const sm_scan *scan, uint32_t i, uint32_t classes) {
  const sm_lexicon_entry *entry = scan->t[i].entry;
  const sm_lexicon_sense *senses = entry ? sm_lexicon_senses(entry) : NULL;
  for (uint32_t k = 0; senses && k < entry->n_senses; k++) {
    const int cls = senses[k].class_id < SM_LEXICON_MAX_CLASSES ? scan->reader->class_of[senses[k].class_id] : -1;
    if (cls >= 0 && classes >> cls & 1) return true;
  }
  return false;
}

/// "the rebel general", "renegade commander" before a name.
static bool is_title_word(const sm_scan *scan, uint32_t i) {
  static const char *const words[] = {"the", "rebel", "general", "marshal", "commander", "warlord", "leader", "strongman", "renegade", "colonel", "dictator", "president", "ruler", "rogue", "eastern", "military"};
  return SM_IS_ONE_OF(scan, i, words);
}

/// "Gaddafi's tanks", "the Assad regime", "troops loyal to Colonel Gaddafi": a leader stands for his side beside those who fight for him.
static bool leads_fighters(const sm_scan *scan, uint32_t first, uint32_t last) {
  enum { REACH = 3, TITLES = 6, BLAME = 7, OF_THEM = 1 << SM_CUE_FORCE | 1 << SM_CUE_WEAPON | 1 << SM_CUE_OUTFIT };
  static const char *const men[] = {"men", "loyalists", "followers", "supporters"}, *const before[] = {"to", "of", "under", "by"}, *const loyal[] = {"loyal", "allied", "led", "commanded"};
  const uint32_t sentence = scan->t[first].sentence;
  for (uint32_t k = last; k < scan->n && k < last + REACH && scan->t[k].sentence == sentence; k++) {
    if (is_of_class(scan, k, OF_THEM) || SM_IS_ONE_OF(scan, k, men)) return true;
    if (sm_is_punct(scan, k) && !(scan->t[k].flags & SM_TOKEN_CLITIC)) break;
  }
  static const char *const blamed[] = {"blamed", "blames", "blaming", "accused", "accuses", "blame"};
  for (uint32_t k = first; k > 0 && first - k < BLAME && scan->t[k - 1].sentence == sentence; k--)
    if (SM_IS_ONE_OF(scan, k - 1, blamed)) return true; // "put the blame on the warlord X"
  uint32_t k = first;
  while (k > 0 && first - k < TITLES && scan->t[k - 1].sentence == sentence && (scan->t[k - 1].flags & SM_TOKEN_CAPITAL || is_title_word(scan, k - 1))) k--;
  if (k < 2 || scan->t[k - 2].sentence != sentence || !SM_IS_ONE_OF(scan, k - 1, before)) return false;
  bool force = false;
  for (uint32_t c = scan->n_cues; c > 0 && scan->cues[c - 1].first + TITLES > k; c--) force |= scan->cues[c - 1].cls == SM_CUE_FORCE && scan->cues[c - 1].last == k - 1;
  return force || SM_IS_ONE_OF(scan, k - 2, loyal) || SM_IS_ONE_OF(scan, k - 2, men);
}

/// "Burkan al-Ghadab", "Jaish al-Fateh": a missile's name within somebody's.
static bool is_in_name(const sm_scan *scan, uint32_t first, uint32_t last, const uint32_t *covered) {
  if (last != first + 1 || !(scan->t[first].flags & SM_TOKEN_CAPITAL) || scan->t[first].flags & SM_TOKEN_SENTENCE_START) return false;
  const bool ends = first > 2 && sm_particle_at(scan, first - 2) && scan->t[first - 3].flags & SM_TOKEN_CAPITAL;
  return covered[SM_CUE_ACTOR] > first || sm_particle_at(scan, last) || ends;
}

static sm_status add_cue(sm_scan *scan, size_t *cap, sm_cue cue) {
  sm_cue *cues = sm_arena_grow(scan->arena, scan->cues, scan->n_cues, cap, sizeof *cues);
  if (!cues) return SM_ERROR_MEMORY;
  scan->cues = cues;
  cues[scan->n_cues++] = cue;
  return SM_OK;
}

/// No word of aircraft in the report.
static bool is_without_aircraft(const sm_scan *scan) {
  static const char *const air[] = {"air", "Air", "airstrike", "airstrikes", "warplane", "warplanes", "jet", "jets", "Jets", "aircraft", "Aircraft", "plane", "planes", "Planes", "raid", "raids", "sorties", "squadron", "airfield", "airbase", "helicopters", "Tu-95", "Tu-22M3", "B-52", "missiles"};
  for (uint32_t k = 0; k < scan->n; k++)
    if (SM_IS_ONE_OF(scan, k, air)) return false;
  return true;
}

/// "were blown up by four bombers", "Two bombers attacked the church": counted, and no aircraft told.
static bool are_counted_men(const sm_scan *scan, uint32_t first) {
  static const char *const few[] = {"two", "three", "four", "five", "six", "Two", "Three", "Four", "Five", "Six"};
  return first > 0 && SM_IS_ONE_OF(scan, first - 1, few) && is_without_aircraft(scan);
}

/// "one of the bombers", where somebody has blown himself up: men, no aircraft.
static bool are_men(sm_scan *scan, uint32_t first, uint32_t last, const sm_cue_row *row) {
  static const char *const bombers[] = {"bombers"};
  scan->bombers_walk |= (row->weapons & SM_WEAPON_SUICIDE_BOMB) != 0;
  if (!(row->weapons & SM_WEAPON_AIRSTRIKE) || last != first + 1 || !SM_IS_ONE_OF(scan, first, bombers)) return false;
  return scan->bombers_walk = scan->bombers_walk || are_counted_men(scan, first);
}

static sm_status add_entry(sm_scan *scan, size_t *cap, uint32_t first, uint32_t last, const sm_lexicon_entry *entry,
                           uint32_t *covered) {
  const sm_reader *reader = scan->reader;
  const sm_lexicon_sense *senses = sm_lexicon_senses(entry);
  for (uint32_t i = 0; i < entry->n_senses; i++) {
    int cls = senses[i].class_id < SM_LEXICON_MAX_CLASSES ? reader->class_of[senses[i].class_id] : -1;
    if (cls < 0 || senses[i].row >= reader->n_rows[cls]) continue;
    const sm_cue_row *row = &reader->rows[cls][senses[i].row];
    const bool denial = cls == SM_CUE_MODE && row->kind == SM_K_DENIAL && last > covered[cls]; // "was | not behind"
    if (first < covered[cls] && !denial) continue;
    if (cls == SM_CUE_ACTOR && !(actor_fits(scan, first, last, entry) && (!(row->flags & SM_ROW_LEADER) || leads_fighters(scan, first, last)))) continue;
    if ((cls == SM_CUE_WEAPON || cls == SM_CUE_FORCE || cls == SM_CUE_TRIGGER) && are_men(scan, first, last, row)) continue;
    if (cls == SM_CUE_WEAPON && is_in_name(scan, first, last, covered)) continue;
    if (cls == SM_CUE_TIME && row->kind == SM_K_MONTH && !(scan->t[first].flags & SM_TOKEN_CAPITAL)) continue;
    if (add_cue(scan, cap, (sm_cue){first, last, (uint8_t)cls, row})) return SM_ERROR_MEMORY;
    if (last - first > 1) covered[cls] = last;
    if (last - first > 1 && cls == SM_CUE_WEAPON && covered[SM_CUE_MODE] < last) covered[SM_CUE_MODE] = last; // "Storm Shadow" is no weather
    if (cls == SM_CUE_MODE && row->kind == SM_K_IDIOM && last - first > 1)
      covered[SM_CUE_TRIGGER] = covered[SM_CUE_WEAPON] = last;
    if (cls == SM_CUE_MODE && row->kind == SM_K_WORKS) covered[SM_CUE_WEAPON] = last; // a "coal mine"
  }
  return SM_OK;
}

sm_status sm_index_mentions(sm_scan *scan, sm_error *err) {
  scan->mention_at = sm_arena_calloc(scan->arena, scan->n + 1, sizeof *scan->mention_at);
  if (!scan->mention_at) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  for (size_t i = 0; i < scan->mentions->n; i++)
    for (uint32_t k = scan->mentions->items[i].first; k < scan->mentions->items[i].last && k < scan->n; k++)
      scan->mention_at[k] = (uint32_t)i + 1;
  return SM_OK;
}

/// An idiom may begin before a trigger that a phrase at an earlier word already covers; phrases go first at each word.
static void note_mode(sm_scan *scan, uint32_t sentence, const sm_cue_row *row) {
  if (row->kind >= SM_K_MODAL && row->kind <= SM_K_FATE) scan->modes[sentence] |= 1ull << (row->kind - SM_K_MODAL);
}

/// "READ ALSO: Suicide bomber kills nine in Yola": a page's link to another report, which tells no day unless it bears its date.
/// Returns the line's end, or `first` for any other line.
static uint32_t skip_link(const sm_scan *scan, uint32_t first) {
  static const char *const labels[] = {"also read", "don't miss", "more on this", "must read", "read", "read also", "read more", "read next",
                                       "recommended", "related", "related article", "related articles", "related news", "related stories",
                                       "related story", "see also", "watch", "watch also", "also watch", "you may also like",
                                       "you may be interested in", "you might also like", "you might be interested in"};
  enum { LABEL = 6 };
  const sm_token *const t = scan->t;
  uint32_t begin = first, colon;
  if (!first || !(t[first].flags & SM_TOKEN_LINE_START)) return first;
  while (begin < scan->n && t[begin].sign && begin < first + 2) begin++;
  for (colon = begin; colon < scan->n && colon <= begin + LABEL && t[colon].sign != ':'; colon++)
    if (colon > first && t[colon].flags & SM_TOKEN_LINE_START) return first;
  if (colon == begin || colon >= scan->n || t[colon].sign != ':') return first;
  const sm_str label = sm_span_text(scan, sm_tokens_span(scan, begin, colon));
  bool found = false;
  for (size_t k = 0; k < sizeof labels / sizeof *labels && !found; k++) {
    size_t i = 0;
    while (i < label.len && labels[k][i] && (label.ptr[i] | 32) == labels[k][i]) i++; // whatever the case
    found = i == label.len && !labels[k][i];
  }
  if (!found) return first;
  for (begin = colon + 1; begin < scan->n && !(t[begin].flags & SM_TOKEN_LINE_START); begin++)
    if (t[begin].flags & SM_TOKEN_NUMBER && t[begin].end - t[begin].begin == 4) return first; // its year
  return begin;
}

static sm_status find_cues(sm_scan *scan) {
  uint32_t covered[SM_CUE_CLASSES] = {0};
  size_t cap = 0;
  const sm_tokens *tokens = &scan->document->tokens;
  const sm_phrase *phrase = tokens->phrases, *const end = phrase + tokens->n_phrases;
  uint32_t next_phrase = phrase < end ? phrase->first : scan->n;
  const uint64_t ours = scan->reader->mask;
  const sm_token *const t = scan->t;
  uint32_t *const cue_at = scan->cue_at;
  const uint32_t n = scan->n;
  for (uint32_t i = 0, linked = 0; i < n; i++) {
    cue_at[i] = scan->n_cues;
    if (t[i].flags & SM_TOKEN_LINE_START && i >= linked) linked = skip_link(scan, i);
    if (i < linked) {
      for (; i == next_phrase; next_phrase = ++phrase < end ? phrase->first : n) {}
      continue;
    }
    const sm_lexicon_entry *entry = t[i].entry;
    const bool single = entry && entry->classes & ours;
    if (i != next_phrase && !single) continue; // as most
    for (; i == next_phrase; next_phrase = ++phrase < end ? phrase->first : scan->n)
      if (phrase->entry->classes & ours && add_entry(scan, &cap, i, phrase->last, phrase->entry, covered)) return SM_ERROR_MEMORY;
    if (single && add_entry(scan, &cap, i, i + 1, entry, covered)) return SM_ERROR_MEMORY;
    uint16_t mask = 0;
    for (uint32_t k = scan->cue_at[i]; k < scan->n_cues; k++) {
      const sm_cue *cue = &scan->cues[k];
      if (cue->cls == SM_CUE_MODE && !(mask >> SM_CUE_MODE & 1)) note_mode(scan, scan->t[i].sentence, cue->row);
      mask |= (uint16_t)(1u << cue->cls);
    }
    scan->mask[i] = mask;
    scan->sentence_mask[scan->t[i].sentence] |= mask;
  }
  scan->cue_at[scan->n] = scan->n_cues;
  for (uint32_t s = 1; s < scan->ns; s++)
    for (uint32_t k = s > 2 ? s - 2 : 0; k < s; k++)
      if (scan->s[s].paragraph <= scan->s[k].paragraph + 1 && scan->sentence_mask[k] & (1u << SM_CUE_WEAPON)) scan->sentence_mask[s] |= SM_AFTER_WEAPON;
  return SM_OK;
}

static void note_signs(sm_scan *scan) {
  for (uint32_t i = 0, n = scan->n; i < n; i++) scan->word[i] = scan->t[i].sign ? (uint8_t)(SM_SIGN | scan->t[i].sign) : 0;
}

static void find_words(sm_scan *scan) {
  const sm_reader *const reader = scan->reader;
  const sm_token *const t = scan->t;
  uint8_t *const word = scan->word;
  for (uint32_t i = 0, n = scan->n; i < n; i++) {
    const uint64_t key = t[i].key;
    if (!key) continue;
    uint32_t slot = key % SM_WORD_SLOTS;
    while (reader->word_slots[slot] && reader->word[reader->word_slots[slot] - 1] != key) slot = (slot + 1) % SM_WORD_SLOTS;
    const uint8_t found = reader->word_slots[slot];
    const bool acronym = found == SM_W_WHO + 1 && t[i].flags & SM_TOKEN_UPPER && !(scan->s[t[i].sentence].flags & SM_SENTENCE_UPPER);
    if (found && !acronym) word[i] = found; // "the WHO" is the World Health Organization
    static const char *const well[] = {"well"};
    const bool joins = i > 1 && word[i] == SM_W_AS + 1 && word[i - 2] == SM_W_AS + 1 && SM_IS_ONE_OF(scan, i - 1, well);
    if (joins) word[i - 2] = word[i - 1] = word[i] = SM_W_AND + 1; // "as well as"
  }
}

sm_status sm_scan_names_and_words(sm_scan *scan, sm_mentions *mentions, sm_error *err) {
  sm_status status = sm_find_mentions(scan->reader->geocoder, scan->document, mentions, err);
  scan->mentions = mentions;
  if (!status) status = sm_index_mentions(scan, err);
  find_words(scan);
  return status;
}

sm_status sm_scan_new(const sm_reader *reader, sm_document *document, sm_scan *out, sm_error *err) {
  *out = (sm_scan){.reader = reader, .document = document, .arena = document->arena};
  out->t = document->tokens.items;
  out->n = (uint32_t)document->tokens.n;
  out->s = document->tokens.sentences;
  out->ns = (uint32_t)document->tokens.n_sentences;
  out->cue_at = sm_arena_calloc(out->arena, out->n + 1, sizeof *out->cue_at);
  out->glances = document->tokens.glances;
  out->word = sm_arena_alloc(out->arena, out->n + 1u);
  out->mask = sm_arena_calloc(out->arena, out->n + 1, sizeof *out->mask);
  out->sentence_mask = sm_arena_calloc(out->arena, out->ns + 1, sizeof *out->sentence_mask);
  out->modes = sm_arena_calloc(out->arena, out->ns + 1, sizeof *out->modes);
  out->blames = sm_arena_calloc(out->arena, out->ns + 1, 1);
  if (!out->word || !out->cue_at || !out->mask || !out->sentence_mask || !out->modes || !out->blames) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  note_signs(out);
  return find_cues(out) ? sm_fail(err, SM_ERROR_MEMORY, "out of memory") : SM_OK;
}

bool sm_tells_cue(const sm_scan *scan, uint32_t first, uint32_t last, sm_cue_class cls, uint8_t kind) {
  for (uint32_t i = first; i < last; i++) {
    const sm_cue_row *row = sm_cue_at(scan, i, cls, NULL);
    if (row && row->kind == kind) return true;
  }
  return false;
}

bool sm_is_one_of(const sm_scan *scan, uint32_t token, const char *const *words, size_t n) {
  if (token >= scan->n) return false;
  const sm_str word = sm_span_text(scan, sm_tokens_span(scan, token, token + 1));
  const char small = scan->t[token].flags & SM_TOKEN_SENTENCE_START && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' ? (char)(word.ptr[0] | 0x20) : word.ptr[0];
  for (size_t k = 0; k < n; k++) { // mostly the first letters tell
    if ((words[k][0] != word.ptr[0] && words[k][0] != small) || (word.len > 1 && words[k][1] != word.ptr[1])) continue;
    if (strlen(words[k]) == word.len && memcmp(words[k] + 1, word.ptr + 1, word.len - 1) == 0) return true;
  }
  return false;
}

bool sm_is_no_name(const sm_scan *scan, uint32_t token) {
  const unsigned name = SM_TOKEN_UPPER | SM_TOKEN_SENTENCE_START;
  return (scan->t[token].flags & name) != SM_TOKEN_UPPER || scan->s[scan->t[token].sentence].flags & SM_SENTENCE_UPPER;
}

bool sm_is_bearing(const sm_scan *scan, uint32_t i) {
  static const char *const ways[] = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"};
  return SM_IS_ONE_OF(scan, i, ways);
}

bool sm_names_fight(const sm_scan *scan, uint32_t i) {
  static const char *const fights[] = {"fighting", "clash", "clashes", "skirmish", "skirmishes", "gunfight", "gunfights", "firefight", "firefights", "shootout", "shootouts", "gunbattle", "gunbattles", "riot", "riots", "jailbreak"};
  return SM_IS_ONE_OF(scan, i, fights);
}

bool sm_is_document(const sm_scan *scan, uint32_t i) {
  static const char *const papers[] = {"statement", "message", "post", "communique", "communiqué", "report", "release", "bulletin", "tweet", "update", "summary", "briefing", "note", "letter", "dispatch"};
  return SM_IS_ONE_OF(scan, i, papers);
}

bool sm_is_preposition(const sm_scan *scan, uint32_t i) {
  static const sm_word table[] = {SM_W_IN, SM_W_AT, SM_W_ON, SM_W_NEAR, SM_W_OF, SM_W_FROM, SM_W_TO, SM_W_BY, SM_W_WITH,
                                  SM_W_AGAINST, SM_W_OVER, SM_W_INTO, SM_W_FOR, SM_W_AMONG, SM_W_BETWEEN, SM_W_INSIDE};
  return SM_IS_ANY(scan, i, table);
}
