/// A report read so far: all that was found in its words, by sentence, and the hits (one telling of one strike each).
/// Private to the room.
#ifndef SM_STORY_H
#define SM_STORY_H

#include "actor.h"
#include "casualty.h"
#include "lands.h"
#include "search.h"
#include "speech.h"
#include "syntax.h"
#include "trigger.h"
#include "when.h"

typedef struct sm_placing sm_placing;
typedef struct sm_weighing sm_weighing;

#define SM_NO_SENTENCE UINT32_MAX

/// The answer to a question that is asked again and again.
typedef enum sm_answer { SM_NOT_ASKED, SM_NO, SM_YES } sm_answer;

/// What is told of a time, worked out when it is first asked for.
typedef struct sm_when_facts {
  uint32_t head;       ///< as sm_head_of_when
  uint8_t has_head;    ///< sm_answer: whether that was worked out
  uint8_t speech_day;  ///< sm_answer
} sm_when_facts;

/// A clause of a sentence that tells of no strike beside one that does: tokens.
typedef struct sm_aside {
  uint32_t first, last;
} sm_aside;

enum { SM_MOST_ASIDES = 32 };

typedef struct sm_story {
  sm_scan scan;
  sm_syntax syntax;
  sm_whens whens;
  sm_figures figures;
  sm_speeches speeches;
  sm_parties parties;
  sm_triggers triggers;
  sm_lands lands;      ///< the countries that it is about
  uint32_t *when_at, *figure_at, *speech_at, *party_at, *trigger_at, *mention_from; ///< [sentences + 1]: first index
  sm_aside asides[SM_MOST_ASIDES]; ///< in text order
  uint32_t n_asides;
  uint32_t *line;      ///< [sentences]: lines of the text, counted where a sentence begins one
  uint32_t *list_heading; ///< [sentences]: the one above that ends in a colon and heads the list that this is an item of; SM_NO_SENTENCE none
  bool silent;         ///< it tells of no strike: only scan is set
  bool from_air; ///< aircraft or a coalition are told of, and no guns
  bool itemised; ///< "MOSUL - ... BAGHDAD - ...": paragraphs with heads like datelines, each of another place
  uint32_t body_first; ///< first token after head line and dateline
  sm_placing *placings; ///< one a mention: how likely it was struck, by place.c and by the weighing
  sm_weighing *weighing; ///< of places as struck; NULL until the first telling is found
  struct sm_content *contents; ///< one a sentence, worked out when it is first asked for
  uint8_t *long_past, *tells;  ///< likewise: sm_answer
  sm_when_facts *when_facts;   ///< one a time
  const sm_speech *teller; ///< who tells the whole round-up, or NULL
  sm_speech issuer;        ///< who issues the whole report; no name: nobody is known to
} sm_story;

/// What goes on for more days than these is no single strike; a note of so few sentences may tell of nothing else.
enum { SM_LONG_DAYS = 45, SM_SHORT_NOTE = 3 };

enum { SM_HIT_TRIGGERS = 6, SM_HIT_FIGURES = 8, SM_HIT_WEAPONS = 6 };

/// One telling of one strike: what one sentence, or a part of it, says.
typedef struct sm_hit {
  uint32_t sentence;
  uint32_t first, last;         ///< tokens of its part of the sentence
  uint32_t triggers[SM_HIT_TRIGGERS];
  uint32_t n_triggers;          ///< 0: a consequence alone
  int place;                    ///< mention, -1 none
  float place_score;
  bool place_inherited;
  bool border_village;          ///< "a border village on its territory"
  sm_place_ref territory;       ///< country whose territory is said, 0 none
  sm_span where;                ///< words of an unnamed place
  int when;                     ///< -1 none of its own
  sm_date start, end;
  sm_date told_start, told_end; ///< before the hour narrowed them; carried on
  uint8_t prec;
  bool date_inherited;
  uint32_t date_from;           ///< sentence that lent the day, where no word of its own tells it
  sm_actor attacker;
  sm_str attacker_words; ///< "suspected militants": where no name is known
  sm_span attacker_span;
  float attacker_score;
  bool denied, claimed;
  sm_actor target_actor;
  sm_span target;
  float target_score;           ///< how surely it is what was struck
  bool target_civilian, target_military;
  bool target_is_place, target_is_ground; ///< a bare name; words that tell where alone ("the outskirts of Baghdad")
  uint32_t weapons;
  sm_span weapon_spans[SM_HIT_WEAPONS];
  uint32_t n_weapon_spans;
  bool blast, vehicle_blast;    ///< something went off; and that was a car
  bool shells;                  ///< its artillery is "shells" alone, of whatever gun
  int n_strikes;
  uint32_t figures[SM_HIT_FIGURES];
  uint32_t n_figures;
  bool definite, another, worst, plural, intercepted, consequence, general, list_place;
  bool launched, all_met;       ///< told as sent off alone; all that was sent off was met
  sm_reality reality;
  int strength;
  bool turned;                  ///< one of two sides of a sentence
  bool item;                    ///< in a line that has a place at its head, or a list item
  int group;                    ///< strike it belongs to, set when merged
  uint32_t next;                ///< the next telling of that strike; sm_hits.n none
} sm_hit;

typedef struct sm_hits {
  sm_hit *items; ///< in the order of their sentences
  uint32_t n;
  uint32_t *first_of;       ///< per strike: its first telling; the others by sm_hit.next
  uint32_t general_weapons; ///< of "strikes on each other's territory" and the like, which are no strike of their own
} sm_hits;

/// The first hit that is told in a sentence or later; hits->n when none is.
static inline uint32_t sm_first_told(const sm_hits *hits, uint32_t sentence) {
  return (uint32_t)sm_lower_bound(hits->items, hits->n, sizeof *hits->items, offsetof(sm_hit, sentence), sentence);
}

/// mentions: those of the document are put there unless the story is silent; they last as long as it does.
sm_status sm_story_new(const sm_reader *reader, sm_document *document, sm_mentions *mentions, sm_story *out, sm_error *err);

/// Find which sentences are items of a list, and what heads it; false when out of memory.
bool sm_find_list_headings(sm_story *story);

/// Find the clauses that tell of other events: their dead are no strike's, nor are their places struck.
void sm_put_other_events_aside(sm_story *story);
/// Find the deeds of weeks ago that something is only dated from: neither they nor their dead are a strike of the report.
void sm_put_bygone_aside(sm_story *story);
/// "and", "while", "though" at a token, a subject of its own and a verb behind, or a semicolon: a clause begins. end: where the sentence ends.
bool sm_opens_clause(const sm_story *story, uint32_t token, uint32_t end);

/// Whether a token stands in such a clause.
static inline bool sm_is_aside(const sm_story *story, uint32_t token) {
  for (uint32_t i = 0; i < story->n_asides; i++)
    if (token >= story->asides[i].first && token < story->asides[i].last) return true;
  return false;
}

/// How likely a mention is where the trigger (or NULL) struck; below 0 means elsewhere.
float sm_place_score(const sm_story *story, uint32_t mention, const sm_trigger *trigger);

/// "on the road to X", "the lane that leads to X".
bool sm_is_told_by_road(const sm_story *story, uint32_t mention);

/// "inside Pakistani territory", "a Lebanese village": the adjective tells where, not who.
bool sm_is_territory(const sm_scan *scan, const sm_mention *m);

/// The least score of a place that may have been struck.
#define SM_LEAST_SPOT 0.3f

/// Whether a place may well have been struck by all that the report tells of it.
bool sm_may_be_struck(const sm_story *story, uint32_t mention);

/// Where somebody speaks: "officials in Miranshah", "the governor said in Bol".
bool sm_is_speakers_place(const sm_story *story, uint32_t mention);

/// "80 nautical miles southeast of Aden", "the ship was 15 miles off Mokha": a point at sea told from the land.
bool sm_is_told_at_sea(const sm_scan *scan, const sm_mention *mention);

/// Whether one place lies in the other, or both are the same; level tells which: -1 a is finer, 1 b is finer, 0 same.
bool sm_places_nest(const sm_story *story, uint32_t a, uint32_t b, int *level);
/// "the Saltivskyi district", a small place of the gazetteer: of a town round it, no district of the province.
bool sm_is_city_district(const sm_story *story, const sm_mention *m);
/// A town, a place told as a village, or a district whose middle lies away from the town told before.
bool sm_is_away_from_town(const sm_story *story, int mention, int town);
/// Behind a place and the word for what it is: "Idlib city", "Jabalia camp".
uint32_t sm_past_unit(const sm_scan *scan, const sm_mention *mention);
/// "shelled A | with artillery and | B with rockets": between two places that one verb governs; first: the token behind A.
bool sm_is_armed_gap(const sm_scan *scan, uint32_t first, const sm_mention *next);
/// "A of X oblast and B of Y oblast": from B back to A, past what tells where A lies; else the same mention.
uint32_t sm_past_address(const sm_scan *scan, uint32_t mention);
/// Past a bracket that opens at a token: "(Khankendi)", "(north of Raqqa)"; the token itself where none does.
uint32_t sm_past_bracket(const sm_scan *scan, uint32_t token);
/// Past a place, its unit, its bracket and what tells where it lies: "A of the Druzhkivka community", "A in B district", where a list may go on.
uint32_t sm_past_item(const sm_scan *scan, const sm_mention *mention);
/// "A (B)": b stands in the bracket behind a.
bool sm_is_in_bracket(const sm_scan *scan, const sm_mention *a, const sm_mention *b);
/// "A and B", "A, and B": side by side, with nothing else between.
bool sm_is_and_pair(const sm_scan *scan, const sm_mention *x, const sm_mention *y);
/// "A, B", "A (five dead), B": the mention behind this one is told next to it.
bool sm_is_next_by_comma(const sm_scan *scan, uint32_t mention);
/// "B, C and D" from a mention on, each with a bracket of its own or none: an "and" tells that they are a list, and no address.
bool sm_comes_to_and(const sm_scan *scan, uint32_t mention);
/// Past "and others", "and surrounding villages" that begins at a token; the token itself where none does.
uint32_t sm_past_and_others(const sm_scan *scan, uint32_t token);
/// "A, B and C", "A (X region), B", "A of X oblast and B of Y oblast": from a later member, whose score is that of the first, back to the first.
uint32_t sm_list_head(const sm_story *story, uint32_t mention, uint32_t floor);
/// "A, B and C", "A, B and others": the token behind the list that begins with a place.
uint32_t sm_list_end(const sm_story *story, uint32_t mention);
/// "A|, where a woman died, and B": the comma that closes the clause of a place that "and" follows, where one begins at the given comma; else that token.
uint32_t sm_past_where(const sm_scan *scan, uint32_t comma, uint32_t end);
/// Where ", the city of" begins that leads to a place: an item of a list, no bearing; SM_NO_TOKEN none.
uint32_t sm_item_before(const sm_scan *scan, uint32_t from, uint32_t place);
/// ", the village of X" begins at a comma.
bool sm_is_item_next(const sm_scan *scan, uint32_t comma);

/// "In the Kupiansk district, Kivsharivka was hit": a unit and a town that may lie in it; however they are told, no district lies in a town.
bool sm_is_unit_of_town(const sm_story *story, const sm_mention *unit, const sm_mention *town);

/// The party that is the attacker of a trigger (NULL: by weapons alone) within its sentence part, NULL when none; score: strength of the sign.
const sm_party *sm_find_attacker(const sm_story *story, const sm_trigger *trigger, uint32_t first, uint32_t last, float *score);
/// Give a telling its attacker, by the best of its triggers.
void sm_add_attacker(const sm_story *story, sm_hit *hit);
/// A car bomb is a bomb too; what a suicide bomber or a grenade does is told as a bomb, but is of that class alone.
void sm_settle_weapons(uint32_t *weapons);
/// "Islamic Jihad's rocket force", "a drone unit", "the missile chief": the word behind one for a weapon tells of those who handle it.
bool sm_is_crew(const sm_scan *scan, uint32_t token);
/// Give a telling the weapons that its words name, and how many struck.
/// Where the telling of a hit turns to what was answered or came later: "in response to rockets", "hours before troops shelled"; its end if nowhere.
uint32_t sm_answered_from(const sm_story *story, const sm_hit *hit);
/// "a device fashioned from an 81 mm mortar round", "a bomb made out of two artillery shells": what a bomb was made of.
bool sm_is_stuff_of_bomb(const sm_scan *scan, uint32_t token, uint32_t floor);
void sm_add_weapons(const sm_story *story, sm_hit *hit);
/// The classes that the words of a sentence name, aircraft and guns where no munition is named.
uint32_t sm_weapons_of_sentence(const sm_story *story, uint32_t sentence);
/// "blamed X", "accused X": the party stands after a word of blame.
bool sm_is_blamed(const sm_story *story, const sm_party *party);
/// Named as the struck side or as the holder of ground: "Nusra hideouts", "strikes on Hamas", "held by the YPG".
bool sm_is_passive_side(const sm_story *story, const sm_party *party);

/// "the Iraq-Syria border", "the border with Iran": the words are for a border, and for nobody who acts.
bool sm_tells_border(const sm_scan *scan, uint32_t first, uint32_t last);

/// "they even shot at army helicopters": the words at the token are for what was fired at.
bool sm_is_shot_at(const sm_scan *scan, uint32_t token);

/// "Somali troops backed by local militia and American drones": who helps is not who struck.
bool sm_is_helper(const sm_scan *scan, const sm_party *party);
/// "The rebels ... after bombings of their camps": whose that was which was struck.
bool sm_owns_struck(const sm_scan *scan, const sm_trigger *trigger, const sm_party *party);

/// "shelling between rebels and government forces killed 14": tokens of two who fight each other.
bool sm_is_between_foes(const sm_scan *scan, uint32_t first, uint32_t last);

/// "a base hosting US troops", "a bus carrying Turkish soldiers": who is in what was struck.
bool sm_is_housed(const sm_story *story, const sm_party *party);
/// The words for an attacker without a name ("a suicide bomber", "he"); false when there are none.
bool sm_find_agent(const sm_story *story, const sm_trigger *trigger, uint32_t first, uint32_t last, sm_span *span);
/// "men believed to belong to X threw ...": the group that the nameless attackers of a telling are said to be of; NULL none.
const sm_party *sm_home_of_agent(const sm_story *story, const sm_hit *hit);
/// "The Drone Force said it dropped four bombs": the name of a body in no list that tells of its own deed, where the subject is the pronoun behind its verb.
bool sm_find_teller(const sm_story *story, const sm_trigger *trigger, sm_span *name);
/// "a website close to the rebels": the words from the token are for those who are only said to be near.
bool sm_is_sympathised(const sm_scan *scan, uint32_t first);
/// Whether a token stands in the object of an active verb.
bool sm_is_acted_on(const sm_story *story, uint32_t token);
/// Whether a token lies in what a verb before a trigger's did its deed to, no subject of the trigger's own verb.
bool sm_is_of_verb_before(const sm_story *story, const sm_trigger *g, uint32_t token);
/// "an army lorry hit a mine": the subject of the verb met what was laid for it, and struck nothing.
bool sm_meets_device(const sm_story *story, const sm_trigger *g);
bool sm_verb_meets_device(const sm_story *story, const sm_group *verb);
/// "a convoy triggered a bomb planted by the road": the trigger tells who laid what the subject met.
bool sm_is_of_met_device(const sm_story *story, const sm_trigger *trigger);
/// What was struck, in the text's words; false when nothing says.
bool sm_find_target(const sm_story *story, uint32_t first, uint32_t last, sm_hit *hit);
/// Where the tellings of a strike name only the place: what the next sentences tell to be damaged, else the victims, unless words for the ground are told
/// as what was struck; false when nothing.
bool sm_find_target_beside(const sm_story *story, const sm_hits *hits, uint32_t group, bool ground, sm_span *out);

/// Add a span to a list, where it may stand already until the evidence is settled; false when out of memory.
bool sm_add_span(sm_arena *arena, sm_span_list *list, sm_span span);
/// The words of a telling as evidence of its strike, but for its place; false when out of memory.
bool sm_add_evidence(const sm_story *story, const sm_hit *hit, sm_evidence *out);
/// The words for the place in the sentence of a telling, as evidence of its strike: the phrase round the name, or "at a police academy"; false
/// when out of memory.
bool sm_add_places(const sm_story *story, const sm_hit *hit, sm_strike *strike);

/// The same for a trigger of a sentence that only means the strike.
bool sm_add_places_again(const sm_story *story, const sm_trigger *trigger, sm_strike *strike);
/// Words of later sentences that only mean a strike, "the bombing", as evidence of it; false when out of memory.
bool sm_add_retellings(const sm_story *story, sm_strikes *strikes);
/// Keep each span of evidence once, where it came first; false when out of memory.
bool sm_settle_evidence(sm_arena *arena, sm_strikes *strikes);

/// The hits of the report, in text order. with: also threatened and planned ones.
sm_status sm_find_hits(sm_story *story, unsigned with, sm_hits *out, sm_error *err);

/// Number the strikes that the hits tell of; returns how many.
uint32_t sm_merge_hits(const sm_story *story, sm_hits *hits);

/// The sentence is a line that ends in a colon and heads the lines after it.
bool sm_heads_list(const sm_story *story, uint32_t sentence);
/// "Attacks by town: Toretsk - three shellings; Lyman: one wounded": a name between such a sign and a dash or colon.
bool sm_heads_clause(const sm_scan *scan, const sm_mention *mention);
/// "Toretsk 2 killed, Bakhmut district - 1 killed, Avdiivka (3 wounded)": a name at the head of a part, with what it lost.
bool sm_heads_toll(const sm_scan *scan, const sm_mention *mention);

/// "TAMPA, Fla. -", "KABUL, Afghanistan (June 14) -", "Release.": a headquarters writes of what its own forces did.
bool sm_is_release(const sm_story *story);

/// Leave out what a heading tells together, without a toll, where the items of its list tell of strikes within its place: weight below 0.
void sm_leave_headings(const sm_story *story, const sm_hits *hits, const sm_strike *strikes, float *weight, uint32_t n);

/// The first clock time that a telling names; NULL none.
const sm_clock *sm_clock_of(const sm_story *story, const sm_hit *hit);

/// "..., who was killed by a drone in 2020", "who had fired rockets": a clause that tells of somebody's past.
bool sm_is_in_past_clause(const sm_scan *scan, uint32_t token);
/// "perished in a coalition raid on a hotel": coalitions raid from the air.
bool sm_is_coalition_raid(const sm_story *story, const sm_trigger *g);
/// "Rebels shot down a transport plane": a trigger of interception whose object is an aircraft with people in it, which was struck.
bool sm_downs_craft(const sm_story *story, const sm_trigger *g);
/// "a strike on a bomber", "a drone strike against X": words for a strike end right before a preposition that leads to what was struck.
bool sm_leads_to_struck(const sm_scan *scan, uint32_t preposition);

/// Whether a token stands in the words for somebody who speaks.
bool sm_is_speaker(const sm_story *story, uint32_t token);

static inline bool sm_between(uint32_t i, uint32_t first, uint32_t last) { return i >= first && i < last; }

// part.c
/// "a day after", "hours after": words for a day that open a clause.
bool sm_when_opens_clause(const sm_story *story, const sm_when *when);
/// "bombed A, two days after a drone attack on B", "in response to fire on B": whether a part of a sentence tells what was answered, the deed of another.
bool sm_opens_answer(const sm_scan *scan, uint32_t first, uint32_t last);

#endif
