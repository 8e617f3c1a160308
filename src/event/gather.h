/// Which tellings are of one strike: a telling is weighed against each strike told so far by signs (places, days, sides, weapons, tolls,
/// where it stands, "the" and "another"); the weights lie in data/models/gathering.tsv. Private to the room.
#ifndef SM_GATHER_H
#define SM_GATHER_H

#include "story.h"

/// The signs: name of the row in gathering.tsv, and what it says of a telling against a strike.
#define SM_GATHER_SIGNS(X)                                                                                    \
  X(bias, "always")                                                                                          \
  X(place_neither, "neither has a place")                                                                    \
  X(place_telling_none, "the telling has no place, the strike one")                                          \
  X(place_same, "both have the same place")                                                                  \
  X(place_other, "both have places of their own, which differ")                                              \
  X(place_other_toll, "... but the strike is told only in the lead, and of as many dead")                      \
  X(place_headline, "... but the strike is told only by the headline, the telling is of the lead and agrees in number, weapon or thing")   \
  X(place_other_lent, "a place lent to the telling is another")                                              \
  X(place_unlisted, "the attack at a place in no gazetteer, after the strike told last at a town")                \
  X(place_within, "a place in no gazetteer that may lie in the strike's, on no other day, with no other weapon or toll")      \
  X(place_in, "the telling's place lies in the strike's")                                                    \
  X(place_of, "the strike's place lies in the telling's")                                                    \
  X(place_moved, "the telling has no place, but another one was named since the strike")                     \
  X(many, "one place lies in the other, and of the wider one many strikes are told")                         \
  X(toll_parts, "one place lies in the other, and the numbers of dead differ")                               \
  X(lead_finer, "the strike is told only in the report's lead, the telling has a finer place")               \
  X(day_meets, "days of their own that meet")                                                                \
  X(day_meets_lent, "days that meet, one of them lent")                                                      \
  X(day_other, "days of their own, apart")                                                                   \
  X(day_next_lent, "days one apart, one of them lent")                                                       \
  X(day_other_lent, "days farther apart, the telling's or both lent")                                        \
  X(day_other_own, "days farther apart, the telling's its own, the strike's lent")                           \
  X(day_of_range, "a day of its own of the range of days told for the strike")                             \
  X(part_other, "another part of the day: in the morning, in the evening")                                  \
  X(side_same, "the same attacker")                                                                          \
  X(side_other, "another attacker by a strong sign")                                                         \
  X(side_ground, "the ground told for the strike is not the attacker's")                                    \
  X(weapon_shared, "a weapon in common")                                                                     \
  X(weapon_other, "weapons that do not go together")                                                         \
  X(toll_same, "the same number of dead")                                                                    \
  X(hurt_same, "the same number of injured, two or more")                                                     \
  X(toll_other, "other numbers of dead, not told as a mere count")                                           \
  X(toll_bare, "tells only who was hurt, without a place of its own")                                        \
  X(paragraph_same, "in the strike's last paragraph")                                                        \
  X(paragraph_next, "in the paragraph after it")                                                             \
  X(line_same, "in the same list item")                                                                      \
  X(line_other, "one of them in another list item")                                                          \
  X(listed, "another place of a list in the same sentence")                                                  \
  X(latest, "the strike told last")                                                                          \
  X(definite, "the telling is definite: the attack, the missiles")                                           \
  X(definite_bare, "definite, without a place of its own")                                                   \
  X(another, "another, a second attack")                                                                    \
  X(another_toll, "... with another number of dead")                                                         \
  X(answers, "responded, in retaliation: not by the side that struck before")                               \
  X(hour_other, "opens with an hour, two or more from the one told for the strike in its paragraph")                    \
  X(hours, "hours later or earlier than what was told, and not by the word of it")                          \
  X(clause, "how those died of whom the main clause tells: killed in X when shells hit Y")                  \
  X(located, "the attack took place in ...: where the strike told last was")                                 \
  X(account, "what somebody says of it, with no day and no other place: of the strike told last")               \
  X(voice, "told without a place by the one who told of the strike, while another told of the one told last")

typedef enum sm_gather_sign {
#define SM_GATHER_ENUM(name, what) SM_GATHER_##name,
  SM_GATHER_SIGNS(SM_GATHER_ENUM)
#undef SM_GATHER_ENUM
      SM_GATHER_COUNT
} sm_gather_sign;

/// Weights of the signs, in order; compiled from data/models/gathering.tsv.
extern const float sm_gathering_weights[SM_GATHER_COUNT];
const char *sm_gather_sign_name(sm_gather_sign sign);

/// What a strike's tellings so far say together.
typedef struct sm_gathered {
  sm_str thing;         ///< the noun for what was struck, of the first telling that names it
  int place;      ///< mention, -1 none
  int last_place; ///< that of the last telling that names one itself; -1 none
  bool place_lent, day_lent, many, of_range, revised, item, lead, heading, headline;
  bool spared; ///< the report itself says that nobody was hurt, and not only so far
  bool listed; ///< it opens with one of several places, whose dead are counted together
  sm_date start, end;
  int hour;     ///< of the first telling with a clock time; -1 none
  uint8_t part; ///< of the day: 'm', 'd', 'e', 'n'; 0 none or several
  sm_actor attacker;
  sm_str voice; ///< who told of it first, by name
  uint32_t weapons;
  int killed_low, killed_high, injured;
  uint32_t last_sentence, last_paragraph, last_line;
  sm_place_ref territory;
  uint32_t n_hits;
} sm_gathered;

typedef uint64_t sm_gather_signs; ///< bits of sm_gather_sign

/// No telling yet; `lead` is for the first strike of a report, and the others of its places, alone.
sm_gathered sm_gathered_none(void);
/// Which of the strikes gathered so far was told last; n where there is none.
uint32_t sm_latest_told(const sm_gathered *strikes, uint32_t n);
sm_gather_signs sm_compare_telling(const sm_story *story, const sm_hits *hits, uint32_t hit, const sm_gathered *strikes, uint32_t strike, uint32_t latest);
float sm_gather_score(sm_gather_signs signs);
void sm_join_telling(const sm_story *story, sm_gathered *strike, const sm_hit *hit);

// thing.c
/// "... was on his way when the device went off near Tali": the bomb told before.
bool sm_is_definite_device(const sm_story *story, const sm_hit *h);
/// "The car blew up outside a school": what carried the bomb was told before.
bool sm_is_definite_carrier(const sm_story *story, const sm_hit *h);
/// "The missiles were launched from a submarine": the weapon was told before.
bool sm_is_definite_weapon(const sm_story *story, const sm_hit *h);
/// "The attacker blew himself up near the Madina mosque": who was told before.
bool sm_is_known_attacker(const sm_story *story, const sm_hit *h);
/// The noun for what was struck, where the words name no place: the last but for "the monastery compound", the first of "a monastery sheltering people".
sm_str sm_thing_of(const sm_story *story, const sm_hit *h);
/// "Two missiles slammed into the house", told of a strike on "a house".
bool sm_is_same_thing(const sm_story *story, const sm_hit *h, const sm_gathered *g);
/// Told with another weapon, or of another thing that was struck.
bool sm_is_of_other_kind(const sm_story *story, const sm_hit *h, const sm_gathered *g);
/// "Two of the bombs came down on the market": of those told before.
bool sm_is_part_of_salvo(const sm_story *story, const sm_hit *h);

// another.c
/// "Artillery responded", "in retaliation, rockets were fired": words that turn to the other side.
bool sm_is_answer(const sm_story *story, const sm_hit *h);
/// "Also on Friday, ...", "was also bombed", "in a separate case": the words of the telling make it one of another strike.
bool sm_tells_another(const sm_story *story, const sm_hit *hit);
/// "In Tyotkino a shell hit ...", "A drone struck a bus in X": opens with its place, or with a munition that was not told.
bool sm_opens_anew(const sm_story *story, const sm_hit *hit);
/// "At 9:00 a drone hit a car. At 19:30 bombs hit a school.": the telling opens with an hour that is two or more from the one of the strike (0-23, -1 none).
bool sm_opens_with_other_hour(const sm_story *story, const sm_hit *hit, int hour);

// called.c
/// "carried out the Harnai attack", of a bomb told in a village of that district: the place is that attack's name.
bool sm_is_called_by_place(const sm_story *story, const sm_hit *hit);
/// "the attack of 12 December", "Monday's blast", of a strike told on another day: the day is that attack's name.
bool sm_is_called_by_other_day(const sm_story *story, const sm_hit *hit, const sm_gathered *strike);
/// "The blast also wounded 12", told behind air strikes elsewhere: another strike than this one is called so. strikes ends with one of no hits.
bool sm_calls_other_by_weapon(const sm_story *story, const sm_hit *hit, const sm_gathered *strikes, uint32_t strike);
/// "Nobody was hurt", in the report's own words and for good.
bool sm_tells_spared(const sm_story *story, const sm_hit *hit);

/// Who speaks in the sentence of a telling, by a name; empty where nobody does.
sm_str sm_voice_of_telling(const sm_story *story, const sm_hit *hit);

/// "Lysak now speaks of one dead": of the strike that he told of, not of the one told since by somebody else.
bool sm_is_told_again(const sm_story *story, const sm_hit *hit, const sm_gathered *strike, const sm_gathered *latest);

/// "The mayor of A spoke of eleven dead", "the toll at the school rose to seven", "nine died in the first attack": the only one of several strikes whose a
/// toll with neither a deed nor a place of its own is by the place, the thing struck, the weapon or the rank in its words; -1 none. Not by the place of a
/// hospital: those who are hurt elsewhere are brought there. joined: it would be of some strike anyway.
int sm_strike_of_toll(const sm_story *story, const sm_hit *hit, const sm_gathered *strikes, uint32_t n, bool joined);

#endif
