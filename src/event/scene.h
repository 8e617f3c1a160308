/// Working state of the walk from sentences to hits, shared by its parts. Private to the room.
#ifndef SM_SCENE_H
#define SM_SCENE_H

#include "story.h"

enum { SM_MAX_ANCHORS = 24, SM_MAX_PLACES = 12 };

/// What is carried from sentence to sentence.
typedef struct sm_scene {
  sm_date start, end; ///< day of what was told last
  uint8_t prec;
  uint32_t date_sentence;
  bool date_loose;    ///< told by a sentence of something else
  bool date_back;     ///< counted back from the one before it: "a day earlier"
  sm_date before_start, before_end; ///< ... which was this
  sm_date hit_start, hit_end; ///< day of the strike told last
  uint32_t hit_sentence;
  sm_date main_start, main_end; ///< day of the strike that the report opens with, SM_NO_DATE not told yet
  uint32_t main_sentence;
  bool date_of_list;  ///< "the past day", told before a list: the days of single items do not replace it
  int head_place;     ///< place at the head of the item or section, -1 none
  uint32_t head_paragraph;
  bool head_is_section;
  uint32_t head_line;
  uint32_t item_line; ///< line of a list item
  bool itemised;      ///< paragraphs with a head each: what one tells is no other's
  sm_date item_start, item_end; ///< the day told before the first of them
  uint32_t last_hit_sentence;
  sm_actor attacker;  ///< of the last hit
  int last_place;     ///< of the last hit that had one, -1 none
  uint32_t n_hits;
  bool past;          ///< what was told last was over a year old: what has no day of its own goes on with it
  uint32_t past_sentence;
  bool coming;        ///< one of the next sentences of the paragraph tells of a strike
} sm_scene;

/// The day told before the first of a round-up's items is that of those without one of their own.
static inline void sm_begin_items(sm_scene *sc) {
  if (!sc->itemised) sc->itemised = true, sc->item_start = sc->start, sc->item_end = sc->end;
}

/// What a sentence holds.
typedef struct sm_content {
  uint32_t first, last;
  uint32_t weapons;
  bool munition, carrier, gun, force, named_party, figure, place, target, ground, day, supply, question, moves, finite;
  bool known; ///< worked out
} sm_content;

/// The triggers of a sentence that count.
typedef struct sm_anchors {
  const sm_trigger *items[SM_MAX_ANCHORS];
  uint32_t n;
} sm_anchors;

/// The struck places of a sentence with their scores.
typedef struct sm_spots {
  uint32_t items[SM_MAX_PLACES];
  float scores[SM_MAX_PLACES];
  uint32_t n;
} sm_spots;

// anchor.c
sm_content sm_content_of(const sm_story *story, uint32_t sentence);
/// Is a strike still being told, so that weaker words count?
bool sm_is_open(const sm_story *story, const sm_scene *scene, uint32_t sentence);
/// Triggers that tell of a strike, by themselves or by what stands beside them. with: also threatened and planned ones.
void sm_find_anchors(const sm_story *story, const sm_content *c, uint32_t sentence, bool open, unsigned with,
                     sm_anchors *out);
/// A strike told in general rather than as one event.
bool sm_is_general(const sm_story *story, const sm_hit *hit, const sm_content *c);
/// "It happened shortly after nine on Monday, in the second night of air raids": when and where the last strike was.
bool sm_is_happening(const sm_story *story, const sm_scene *scene, uint32_t sentence, const sm_content *c);
/// "The army goes on using drones. The volunteers noted: - Dembecha, 7 December. Seven did not survive.": the weapons that the
/// text before a list names for items headed by a place, SM_WEAPON_* bits; 0 for any other sentence.
uint32_t sm_announced_weapons(const sm_story *story, const sm_scene *sc, uint32_t s);
/// A sentence that tells only who was hurt, or only what flew, in a report of strikes.
bool sm_is_elliptic(const sm_story *story, const sm_scene *scene, uint32_t sentence, const sm_content *c);
/// Does one of the next two sentences of the paragraph hold a trigger that counts by itself?
bool sm_is_coming(const sm_story *story, uint32_t sentence);
/// ... or one of the next six of the report?
bool sm_is_coming_later(const sm_story *story, uint32_t sentence);
bool sm_munition_told(const sm_story *story, uint32_t sentence);
/// The only day told that fits is over a year old.
bool sm_is_long_past(const sm_story *story, uint32_t sentence);
bool sm_read_long_past(const sm_story *story, uint32_t sentence); ///< worked out, whenever asked
/// A day of late, of so many at most, that a strike or a toll is told with.
bool sm_has_new_day(const sm_story *story, uint32_t sentence, int days);
/// "The violence began with the killing of three students near Hebron last month": dead of weeks ago, by what nothing says.
bool sm_is_old_toll(const sm_story *story, uint32_t sentence, const sm_content *c);
/// "remember 2010, when": a year gone by, told by its number alone.
bool sm_has_old_year(const sm_story *story, uint32_t sentence);
/// "In 2010 hundreds were killed, and that year bombs killed 80": of an old year that is told before in the sentence.
bool sm_goes_on_old_year(const sm_story *story, uint32_t sentence);
/// Does the sentence go on with what is long past?
bool sm_goes_on_past(const sm_story *story, const sm_scene *scene, uint32_t sentence);

// by_hand.c
/// "stabbed", "gunned (down)", "hanged": a participle of killing with no munition, at a token.
bool sm_is_way_to_kill(const sm_scan *scan, uint32_t token);

/// "Troops killed six militants", "police have killed a kingpin": people who kill, with no munition.
bool sm_kills_by_hand(const sm_story *story, const sm_trigger *trigger);
bool sm_is_killed_by_hand(const sm_story *story, uint32_t sentence);
/// "took credit for the ambush and put the dead at seven": a deed told before, by somebody who tells a toll of it.
bool sm_is_spoken_of_again(const sm_story *story, const sm_trigger *trigger);
/// "reported five deaths and said that shooting had followed the explosion": ... in a sentence, and no fight on the ground.
bool sm_speaks_of_blast(const sm_story *story, uint32_t sentence);
/// "incidents in which soldiers killed civilians during searches:": what heads the list tells how those of its items died.
bool sm_is_listed_by_hand(const sm_story *story, uint32_t sentence);
/// "killed in fighting with police", "died in a joint operation": in a fight that the report has not told of before.
bool sm_dies_in_fight(const sm_story *story, uint32_t sentence);
/// "killed in a battle in X", "in fighting near X": where people fought.
bool sm_is_of_fight(const sm_story *story, const sm_mention *mention);
/// "Nine bodies were flown to X", "the bodies of three men were found": the dead of before, or of what nobody tells.
bool sm_is_of_bodies(const sm_story *story, const sm_scene *scene, uint32_t sentence, const sm_content *c);
/// "jets struck Derna hours after gunmen opened fire on a bus in Minya": where people were shot before or after, behind the strike's own clause.
bool sm_is_of_earlier_shots(const sm_story *story, const sm_mention *mention);
/// "the Assam Rifles": a word for guns that is a name.
bool sm_is_regiment(const sm_scan *scan, uint32_t gun);

/// "troops raided the village", "a raid by American commandos", "killed 11 in a raid", "the Taliban raid": on foot, where aircraft are not said to.
bool sm_is_land_raid(const sm_story *story, const sm_trigger *trigger);

// mishap.c
/// "a stampede", "overturned", "a market fire": what kills and is no strike.
bool sm_names_mishap(const sm_story *story, uint32_t token);
/// "shot a student dead", at the verb; "shot dead" itself stands in the lexicon.
bool sm_is_shot_dead(const sm_scan *scan, uint32_t token);
/// "hours after gunmen killed 12 in X": a token of a clause of another event that has a verb of its own, not "with grenades and rifles".
bool sm_is_told_aside(const sm_story *story, uint32_t token);

// background.c
/// "remembered the war of 2008 with wreaths": a sentence of memory that names an old year opens a past.
bool sm_tells_memory(const sm_story *story, uint32_t sentence);
/// "were hit last summer", "smashed by bombs in spring": a season gone by and no day.
bool sm_is_of_old_season(const sm_story *story, const sm_trigger *trigger, uint32_t sentence);

/// "Thirty-seven years after the explosion", "months since a missile hit X": right before the trigger.
bool sm_is_counted_from(const sm_story *story, const sm_trigger *trigger, uint32_t sentence);
/// "It occurred a week after gunmen struck a market": what the days are counted from is told, too.
bool sm_is_counted_on(const sm_story *story, const sm_trigger *happens);

/// A campaign since a time, a count over months, what somebody was nine when it happened: no strike of the report's own.
bool sm_is_background(const sm_story *story, const sm_trigger *trigger, const sm_content *c, uint32_t sentence, bool open);
/// "was 16 when he left", "in the first weeks of the war": what goes on from here without a day is of that time.
bool sm_opens_past(const sm_story *story, uint32_t sentence);
/// "41,000 have fled since the march on the capital, and 345 have lost their lives": a sum.
bool sm_is_sum_since(const sm_story *story, uint32_t sentence);

// other_cause.c
/// The dead of a sentence died of something else: of cold, in a fight with rifles told right before, in all the time since a war began.
bool sm_is_of_other_cause(const sm_story *story, const sm_scene *scene, uint32_t sentence, const sm_content *c);
/// "Insurgents in the province use roadside bombs": the means of a war, not one strike.
bool sm_is_means(const sm_story *story, uint32_t weapon, const sm_content *c, uint32_t sentence);

// turn.c
/// The place whose turn it is: the mention, -1 none.
int sm_turn_of(const sm_story *story, uint32_t sentence);
/// "30 soldiers were killed and two captured", "and captured two": told with a toll, no ground taken.
bool sm_takes_captives(const sm_story *story, const sm_trigger *trigger);

// wave.c
/// The strikes told from `told` on came with the one before them, whose day they tell.
void sm_join_wave(const sm_story *story, sm_hits *hits, uint32_t told);

// scene.c
/// "In Sochi on Thursday the president met the minister": the report is back in its own days.
bool sm_tells_fresh_day(const sm_story *story, uint32_t sentence);

// court.c
/// A report from a court about what is long past: its day is that of the hearing.
bool sm_is_of_court(const sm_story *story);
/// A report that opens with an anniversary, a service or what somebody recalls, and tells of nothing new.
bool sm_opens_with_memory(const sm_story *story);
/// "jailed for planting a bomb", "the hearings on the case of the explosion": what a court deals with, without a day of late of its own.
bool sm_is_before_court(const sm_story *story, const sm_trigger *trigger, uint32_t sentence);
/// "On Thursday Paris unveiled a plaque to those killed in the attacks": a service of the day for the dead of before, what goes on without a day is of that time.
bool sm_tells_memorial(const sm_story *story, uint32_t sentence);
/// A day of late that belongs to the trigger or what stands behind it, where others are those of other verbs of its sentence.
bool sm_has_day_of_its_own(const sm_story *story, const sm_trigger *trigger, uint32_t sentence);
/// ... told in a sentence: what goes on from here without a day is of that time.
bool sm_tells_court(const sm_story *story, uint32_t sentence);

// in_passing.c
/// "the rise in drone strikes", "opened a market that was shelled", "after years of bombings": named by a sentence about something else, with no day or toll.
bool sm_is_named_in_passing(const sm_story *story, const sm_trigger *trigger, const sm_content *c, uint32_t sentence);

/// "shelled the region 74 times": a count of those that are told behind it, with no place of its own.
bool sm_is_summary(const sm_story *story, const sm_hit *hit);
/// "The drones have been used against ships": what has been done with a munition so far, in a sentence.
bool sm_tells_use(const sm_story *story, uint32_t sentence);
/// "The war began when X attacked Y, killing 1,200 people": what a war is told to have come from, in a sentence.
bool sm_tells_origin_of_war(const sm_story *story, uint32_t sentence);

// heard.c
/// "The monitors counted 110 explosions in the region", "recorded 44 bursts": what ears and cameras made out, with no harm told.
bool sm_is_heard_in_number(const sm_story *story, const sm_trigger *trigger, const sm_content *c, uint32_t sentence);
/// "No one was hurt as the parade for the anniversary was over": that nobody was comes first.
bool sm_is_denied_before(const sm_story *story, uint32_t s, uint32_t token);
/// "Witnesses saw ten bodies": somebody's count of the dead.
bool sm_are_bodies_seen(const sm_story *story, const sm_figure *f);
/// "The body of a girl was found in X": one or some of the dead told before.
bool sm_are_bodies_found(const sm_story *story, const sm_hit *h);

// topic.c
/// Labour, sport, accidents: no report of strikes.
bool sm_is_other_topic(const sm_story *story);
/// No fighters, no weapons of war, no attack, nobody hurt: what exploded or fell was no strike.
bool sm_is_unarmed(const sm_story *story);
/// "A wartime bomb was defused": a munition of an old war that is made safe or goes off by itself, and hurts nobody.
bool sm_is_of_relic(const sm_story *story);
/// "fired a missile that fell into the sea": first told of is what struck nothing, and no more than that it was fired.
bool sm_is_of_passing(const sm_story *story);
/// A review of a month or a year: it opens with attacks in the plural over a time, and counts them.
bool sm_is_review(const sm_story *story);
/// ... but this sentence tells of a single one.
bool sm_tells_one(const sm_story *story, uint32_t sentence);
/// The report opens with a blast that is told as an accident.
bool sm_opens_with_mishap(const sm_story *story);
/// The report opens with a blast at a store of munitions, tells that it was an accident, and of nobody who struck.
bool sm_opens_with_depot(const sm_story *story);
/// A munition or an attack with a day of late.
bool sm_tells_fresh_strike(const sm_story *story, uint32_t sentence);
/// Told as an accident, with no attack beside it.
bool sm_is_accident(const sm_story *story);

// late_death.c
/// "died in hospital on Monday", "succumbed to his injuries on Tuesday": later than what hurt them.
bool sm_is_day_of_late_death(const sm_story *story, const sm_when *w);
/// "On 8 June, another man succumbed to his wounds": the day of a figure of those who died later (SM_FIGURE_LATE), not of the strike.
bool sm_is_day_of_late_toll(const sm_story *story, const sm_when *w, const sm_figure *f);

// day.c
/// The token that a day belongs to: the noun after "Friday's", else the nearest noun of a strike or verb before it, else the
/// verb after it ("On Friday jets bombed ..."). SM_NO_TOKEN none.
uint32_t sm_head_of_when(const sm_story *story, const sm_when *w);
/// "officials said on Monday": the day of the speech.
bool sm_is_speech_day(const sm_story *story, const sm_when *w);
/// One day by itself, of what is told and not of the saying.
bool sm_is_day_told(const sm_story *story, const sm_when *w);
/// "hit A, a town that was founded in 2019", "in B, which rebels took two years ago": what a place has lived through, told behind the trigger.
bool sm_is_history(const sm_story *story, const sm_when *w, uint32_t trigger);
void sm_set_date(const sm_story *story, const sm_scene *scene, sm_hit *hit);
/// "hit a school in A on Monday and a market in B on Tuesday": the day right behind the place of the hit, if one is told there.
void sm_date_by_place(const sm_story *story, sm_hit *hit);
/// Carry the day and the attacker of a hit on.
void sm_keep_date(const sm_story *story, sm_scene *scene, const sm_hit *hit);
/// The month that a review is of: what it tells without a day is of that time.
void sm_scene_period(const sm_story *story, sm_scene *scene, uint32_t sentence);
/// A sentence without a strike may set the day for the next ones.
void sm_scene_date(const sm_story *story, sm_scene *scene, uint32_t sentence);

/// "last week, on Tuesday and Thursday": of the words for a span of days, and the first day of it behind a comma, those for the day.
int sm_first_day_of(const sm_story *story, int when);

// day_said.c
/// "monitors saw, on 5 October, a fresh crater in A": the day on which the traces were seen.
bool sm_is_day_of_sighting(const sm_story *story, const sm_when *when);
/// "had been planted overnight": when what went off later was laid.
bool sm_is_day_of_laying(const sm_story *story, const sm_when *when);
/// "said in a statement on Thursday", "a video released late on Wednesday", "the army's letter of 4 October": the day of what was written or shown.
bool sm_is_day_of_message(const sm_story *story, const sm_when *when);
/// "Speaking to reporters on Tuesday, ...", "a doctor, reached on Tuesday, said": the day on which somebody spoke.
bool sm_is_day_of_speaking(const sm_story *story, const sm_when *when);
/// "On Tuesday, a spokesman said jets had hit A", where a strike of some days before was told: it may be that one.
bool sm_is_day_of_retelling(const sm_story *story, const sm_scene *scene, const sm_when *when, uint32_t trigger);
/// "This was reported on Telegram on Tuesday": its verb tells that something was said, whatever stands between.
bool sm_is_day_of_saying(const sm_story *story, const sm_when *when);
/// "The army said on Tuesday that it had hit A overnight", told on Thursday: how many days before the publication a time that is counted from there
/// was told; 0 on that day.
int sm_days_since_said(const sm_story *story, const sm_when *when);

// day_again.c
/// "the ceasefire that took effect on Sept. 5".
bool sm_is_day_of_truce(const sm_story *story, const sm_when *when);
/// The day of the sentence before that a relative one counts from; NULL none.
const sm_when *sm_day_before(const sm_story *story, const sm_scene *scene, const sm_when *when);
/// "published his review of the previous day on 3 May": the day that the report goes through is counted back from the one told beside it, else from the
/// publication; SM_NO_DATE where the sentence tells of none.
sm_date sm_day_reviewed(const sm_story *story, uint32_t sentence);
/// One day of its own, counted from nothing else.
bool sm_is_single_day(const sm_when *when);
/// "have killed 130 this month, including three on Friday": the time of them all, where a part has a day of its own.
bool sm_is_of_whole(const sm_story *story, const sm_when *when);
/// "They had been on the move since Monday. That day jets bombed": the day named last before it, by this or the previous sentence. NULL none.
const sm_when *sm_day_pointed_at(const sm_story *story, const sm_when *when);

/// "the attack committed the day before", "the previous day's bombing": a day counted back that belongs to the noun of a telling.
bool sm_is_day_of_noun(const sm_story *story, const sm_when *when, const sm_hit *hit);
/// "A day earlier", "Two days before": opens its sentence, and counts back from what was told before.
bool sm_is_counted_back(const sm_story *story, const sm_when *when);
/// "hit on Monday and Wednesday": make of a telling that of the next day it names; false when there is none.
bool sm_repeat_on_next_day(const sm_story *story, sm_hit *hit);
/// "Jets bombed A and artillery shelled B on Monday": the day behind the second deed is that of the first, too. head: as sm_head_of_when.
bool sm_is_day_of_both(const sm_story *story, const sm_when *w, const sm_hit *hit, uint32_t head);

// spot.c
void sm_read_head(const sm_story *story, sm_scene *scene, uint32_t sentence);
void sm_find_spots(const sm_story *story, const sm_scene *scene, const sm_content *c, uint32_t sentence,
                   const sm_anchors *anchors, sm_spots *out);

/// "In A, a device was set off on the road to B", "on the road to B in A": which of two places only tells the way from the other, 0 or 1; 2 neither.
uint32_t sm_way_from_other(const sm_story *story, const sm_spots *places);

/// "in A, at the airport of B and near C": phrases of one list, each of a place of its own.
bool sm_is_list_of_phrases(const sm_scan *scan, const sm_mention *x, const sm_mention *y);

/// "seven in A, two in B": the later of two places of a sentence has a toll of its own.
bool sm_has_own_toll(const sm_story *story, uint32_t a, uint32_t b);
/// "an airport in A, a barracks at B": two towns with a thing of their own each.
bool sm_is_itemised(const sm_story *story, uint32_t a, uint32_t b);

// next_clause.c
/// "killed 34 in A, and two bombs in B killed seven": what stands before the later place is the subject of a verb of striking or killing behind it.
bool sm_is_next_clause(const sm_story *story, uint32_t a, uint32_t b);
/// "A bomber killed 34 in northern Iraq, and a bomb in Baghdad killed seven": one strike told at the wider place and another at the finer one,
/// no sum of both.
bool sm_is_other_strike(const sm_story *story, uint32_t a, uint32_t b);
/// "struck A in retaliation for a bombing in B": where the words begin that tell what was answered; SM_NO_TOKEN none.
uint32_t sm_answer_between(const sm_story *story, uint32_t a, uint32_t b);

// hit.c
void sm_read_triggers(const sm_story *story, const sm_anchors *anchors, sm_hit *hit);
/// Weapons, figures, attacker, target, day and place of a hit. shared: the figures belong to the first of several places.
void sm_finish_hit(const sm_story *story, sm_scene *scene, sm_hit *hit, bool shared);
sm_hit sm_hit_at(uint32_t sentence, uint32_t first, uint32_t last);

// part.c
/// One hit for each struck place of the sentence, or one without a place; false when out of memory.
bool sm_part_sentence(const sm_story *story, sm_scene *scene, uint32_t sentence, const sm_content *c,
                      const sm_anchors *anchors, const sm_spots *spots, sm_hits *hits, size_t *cap);

/// "They fired a missile at X. It was shot down": all that the sentence before sent off was met.
bool sm_meets_launched(const sm_story *story, const sm_trigger *trigger);

/// The first sentence below the headline and the line of who wrote it.
uint32_t sm_first_of_body(const sm_story *story);

#endif
