/// The people of one sentence and the toll words that tell of them. Private to the files that read figures.
#ifndef SM_CROWD_H
#define SM_CROWD_H

#include "casualty.h"

enum { SM_MAX_CROWD = 48 };

enum { SM_COUNT_REACH = 4 }; ///< sentences over which a count without a toll word goes back

typedef struct sm_crowd {
  sm_people items[SM_MAX_CROWD];
  int n;
  uint32_t first, last; ///< tokens of the sentence
} sm_crowd;

/// The phrases of people in a sentence, in text order.
void sm_find_crowd(const sm_scan *scan, uint32_t sentence, sm_crowd *out);

/// The phrase whose head is the subject of the toll word: nearest before it that is no part of another; -1 none.
/// aux: a verb of its own tells what happened; state: a word for a state ("dead").
int sm_subject_before(const sm_scan *scan, const sm_crowd *all, uint32_t cue, uint32_t floor, bool aux,
                      bool state);

/// The phrase right after a toll word, -1 none.
int sm_object_after(const sm_scan *scan, const sm_crowd *all, uint32_t cue_last);

/// "A bomber killed ten people": people right after the word that no other toll word claims for itself.
bool sm_takes_object(const sm_scan *scan, const sm_crowd *all, uint32_t cue_last);

/// A phrase ends right before a token.
bool sm_number_ends_at(const sm_crowd *all, uint32_t i);

/// Aux verbs and adverbs that may stand between people and what happened to them.
bool sm_is_light(const sm_scan *scan, uint32_t i);

/// "12 hours", "12 May", "12 pm", but not "12 by evening", "12 overnight".
bool sm_is_measure_of_time(const sm_scan *scan, uint32_t i);

bool sm_is_clause_end(const sm_scan *scan, uint32_t i);

/// A semicolon, dash or full stop; those, and what else parts the items of a list.
bool sm_ends_toll_clause(const sm_scan *scan, uint32_t i);
bool sm_parts_items(const sm_scan *scan, uint32_t i);

/// "since Monday" between two tokens.
bool sm_is_since_day(const sm_scan *scan, uint32_t first, uint32_t last);

/// "no casualties", "nobody was hurt", "did not cause any injuries", "without loss of life".
bool sm_is_toll_denied(const sm_scan *scan, uint32_t cue, uint32_t first, const sm_cue_row *row);

/// "no officers were injured": the victims (SM_VICTIM_*) that the noun after "no" is for, 0 none.
uint16_t sm_denied_kind(const sm_scan *scan, uint32_t cue, uint32_t floor);

/// "Casualties: nil.", "Injured - none": a form filled in.
bool sm_is_none_behind(const sm_scan *scan, uint32_t cue, uint32_t last, const sm_cue_row *row);
/// "all the passengers escaped unhurt", "everyone got out unscathed", "its crew was unhurt", "nobody else": what holds of all that
/// were there.
bool sm_is_of_all(const sm_scan *scan, uint32_t cue, uint32_t floor);
/// "Two guards escaped unhurt", "The police officers have escaped injury": of those with whom the sentence opens, beside whom others may be hurt.
bool sm_is_of_first_told(const sm_scan *scan, uint32_t cue, uint32_t floor);

/// The policemen of "neither of the two policemen in the car that hit a mine was badly hurt": nobody is counted.
bool sm_is_of_none(const sm_scan *scan, uint32_t first);

/// "none of the embassy's staff were injured": of some of those who were there.
bool sm_is_none_of_some(const sm_scan *scan, uint32_t cue, uint32_t floor);

sm_figure sm_empty_figure(uint32_t sentence, uint32_t cue);
void sm_figure_of_people(const sm_people *p, sm_kind kind, sm_figure *f);

/// The figure of one toll word, or false.
bool sm_read_toll_word(const sm_scan *scan, const sm_crowd *all, uint32_t i, uint32_t last,
                       const sm_cue_row *row, uint32_t floor, sm_figure *f);

/// "nine people, including four children": the children and civilians among the people of a figure.
void sm_read_toll_parts(const sm_scan *scan, const sm_crowd *all, sm_figure *f);

/// "has 26 names", "a list of 21 names", "counted nine fresh graves": the dead of a sentence that tells no other toll; false for none.
bool sm_read_roll(const sm_scan *scan, uint32_t sentence, sm_figure *out);

/// "Dozens were killed": of whom nobody told how many, as one of the kind that the word is for.
sm_figure sm_counted_once(const sm_scan *scan, const sm_figure *vague);

/// "bringing the martyrs to five": whom the toll word tells of, and how many they are now.
bool sm_are_brought_to(const sm_scan *scan, uint32_t cue, uint32_t last, uint32_t floor);

/// "bringing to two the number of people killed": the number before the words that tell of what it is.
bool sm_read_brought_to(const sm_scan *scan, uint32_t cue, uint32_t floor, sm_figure *f, sm_kind kind);

/// "in hospital", "were taken to the district hospital", "are being treated": from the first to the last word;
/// false when no such words start at a token.
bool sm_reads_care(const sm_scan *scan, uint32_t i, uint32_t end, uint32_t *last);

/// "treated for shock", "treated for acute anxiety": nobody who was hurt.
bool sm_is_for_shock(const sm_scan *scan, uint32_t i);

/// "were flown to Turbat", "was rushed to the capital": right behind a phrase of people. as_patients: by a verb for patients alone.
bool sm_is_moved_away(const sm_scan *scan, uint32_t i, uint32_t end, bool as_patients);

/// "lost three fingers", "losing both legs": a toll word of losing and what of the body; its end.
bool sm_loses_limb(const sm_scan *scan, uint32_t i, uint32_t *last);

/// Whether a word of care stands among the tokens: most sentences have none.
bool sm_names_care(const sm_scan *scan, uint32_t first, uint32_t last);
bool sm_tells_of_care(const sm_scan *scan, uint32_t sentence);

/// "The hospital received", "the nurse on call had": a verb of taking in whose subject are those who care; *last: its end.
bool sm_reads_intake(const sm_scan *scan, uint32_t i, uint32_t first, uint32_t *last);

/// "received 47 patients between 25 and 27 July", "treated 38 patients in the month": of several days together.
bool sm_is_intake_of_days(const sm_scan *scan, uint32_t first, uint32_t end);

/// "was among the dead", "there were five children among the injured": some of those whom another figure counts.
bool sm_is_among(const sm_scan *scan, uint32_t cue, uint32_t floor);

/// "was killed with five other men", "killed a colonel along with two conscripts": those beside the one told
/// first; beside: "with" alone is not enough ("killed a man with a knife").
void sm_add_company(const sm_scan *scan, const sm_crowd *all, uint32_t last, sm_figure *f, sm_kind kind, bool beside);

#endif
