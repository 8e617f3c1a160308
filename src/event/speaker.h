/// What speech.c, label.c and persona.c share: the words for somebody who speaks. Private to them.
#ifndef SM_SPEAKER_H
#define SM_SPEAKER_H

#include "speech.h"

/// Make the words from first to last, without what leads in, the speaker; false when nobody speaks there.
bool sm_set_speaker(const sm_scan *scan, sm_speech *speech, uint32_t first, uint32_t last);

/// A row of the claimants stands among the tokens; or any common word for somebody, too.
bool sm_names_claimant(const sm_scan *scan, uint32_t first, uint32_t last);
bool sm_names_somebody(const sm_scan *scan, uint32_t first, uint32_t last);

/// "Halima Nur": nothing but capital words.
bool sm_is_personal_name(const sm_scan *scan, uint32_t first, uint32_t last);

/// The row of the word of reporting at a token, NULL none; last: its end. "held X responsible" is one of blame.
const sm_cue_row *sm_saying_at(const sm_scan *scan, uint32_t token, uint32_t *last);

/// "guards told her to stop": the words from a verb of telling on give an order.
bool sm_orders(const sm_scan *scan, const sm_syntax *syntax, uint32_t verb, uint32_t last);
/// Whether a word of reporting says something: no noun, no auxiliary, nothing that is done to its subject.
bool sm_is_said(const sm_scan *scan, const sm_syntax *syntax, uint32_t token, uint32_t last, const sm_cue_row *row);

/// "claimed 20 dead soldiers": what is counted, no speaker behind the verb.
bool sm_counts_dead(const sm_scan *scan, uint32_t first, uint32_t last);

/// "A caller claimed the attack | on behalf of X", "a text | signed by X": in whose name somebody owns up, or a paper is written.
bool sm_is_of_claim(const sm_scan *scan, uint32_t first, uint32_t lead);

/// Bare figure verbs ("has", "put") speak only with a speaker of a known kind, or a state, and a number after them.
bool sm_is_figure_speech(const sm_scan *scan, const sm_speech *speech);

/// "This was reported by the governor", "the attack was claimed by X": the token behind "by", where who says it stands; 0 for others.
uint32_t sm_said_by(const sm_scan *scan, const sm_syntax *syntax, uint32_t token, uint32_t last, const sm_cue_row *row);

/// "according to a woman who fled", "..., said a boy of 12": whether the words tell of one person alone.
bool sm_is_one_person(const sm_scan *scan, const sm_speech *speech, uint32_t first, uint32_t last);

/// "said nothing of it", "There was no comment from X, which ..."
bool sm_says_nothing(const sm_scan *scan, const sm_speech *speech);

/// "a monitoring group said" in a lead has the name of the one that is named later.
void sm_name_the_unnamed(const sm_scan *scan, sm_speeches *all);

/// "X, whose spokesman said": the owner of what "whose" leads to as the speaker; false where none speaks so.
bool sm_set_owner(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech, uint32_t whose);

/// "he said": the speaker that a pronoun stands for, after those before it; no name where nobody is known.
void sm_resolve_pronoun(const sm_scan *scan, const sm_syntax *syntax, const sm_speeches *before, sm_speech *speech);

/// Give a speech the name that the report knows its speaker by, after those before it.
void sm_name_speaker(const sm_scan *scan, const sm_syntax *syntax, const sm_speeches *before, sm_speech *speech);

/// "the internationally recognised government", "the UN-recognised one": a participle before its noun.
bool sm_is_attribute(const sm_scan *scan, uint32_t token);

/// "the raid in which 12 people died, and said": a clause that hangs on "which" or "where".
bool sm_is_of_which(const sm_scan *scan, const sm_syntax *syntax, const sm_group *verb);

/// The "del" of "Quadratín del Sur": between two capital words.
bool sm_is_particle(const sm_scan *scan, uint32_t token);

/// "the Karenni Force (KNDF) | and allied groups": where the words that a bracket parts from the rest begin; the first token of any others.
uint32_t sm_with_joined(const sm_scan *scan, uint32_t first, uint32_t last);

/// "a nurse at the General Hospital, | Dansadau,": the name only tells where the somebody before it is.
bool sm_is_town_behind(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t last, uint32_t floor);

/// "The mission appealed for blood | and said": where words have a verb of their own, or their end.
uint32_t sm_own_verb(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t end);

/// "Israel struck a house and | medics said": where the words before a verb begin its clause, another before them; the first where they are one.
uint32_t sm_last_clause(const sm_scan *scan, const sm_syntax *syntax, uint32_t first, uint32_t end);

/// Set reach, end and amid of a speech whose speaker and verb are known.
void sm_set_reach(const sm_scan *scan, const sm_syntax *syntax, sm_speech *speech);

/// "The army denied the attack that killed 12 and accused the rebels": a later verb of the one that spoke tells nothing before it.
void sm_cut_reach(const sm_speech *earlier, sm_speech *speech);

/// False: out of memory, as in the next two.
bool sm_add_speech(const sm_scan *scan, const sm_syntax *syntax, sm_speeches *out, size_t *cap, const sm_speech *speech);

/// 'Halima Nur, a midwife: "We have ..."': who is quoted after a colon without a verb.
bool sm_add_quoted(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, sm_speeches *out, size_t *cap);

/// "the 12 dead given by several media", "a message on social media speaking of five killed": whoever gave a count that the sentence only speaks of.
bool sm_add_credited(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, sm_speeches *out, size_t *cap);

/// Speakers without a verb, of a sentence in which nobody speaks by one.
bool sm_add_labels(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, sm_speeches *out, size_t *cap);
bool sm_may_have_label(const sm_scan *scan, uint32_t sentence);

/// "..., hospital sources at 15": who gives another number behind the speeches of a sentence, the first of which is `before`.
bool sm_add_gapped(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, uint32_t before, sm_speeches *out, size_t *cap);

/// "His ministry's count stood at 89": whose count it is, in a sentence in which nobody speaks.
bool sm_add_owned_count(const sm_scan *scan, const sm_syntax *syntax, uint32_t sentence, sm_speeches *out, size_t *cap);

#endif
