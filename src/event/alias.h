/// Names that a report gives to parties by itself. Private.
#ifndef SM_ALIAS_H
#define SM_ALIAS_H

#include "actor.h"

/// Names for parties, of the report's own: "the Justice and Equality Movement (JEM)".
typedef struct sm_aliases {
  struct {
    sm_str name;
    sm_actor actor;
  } items[16];
  uint32_t n;
} sm_aliases;

/// "RSF", "JaN": capitals, or two at least in a short word.
bool sm_is_acronym(const sm_scan *scan, uint32_t token);

/// Note the short name in brackets behind a party, if there is one.
void sm_read_short_name(const sm_scan *scan, const sm_party *p, sm_aliases *names);

/// Note the names in no list that some sentence tells of as those of who struck: "Los Halcones".
void sm_read_culprits(const sm_scan *scan, sm_aliases *names);

/// The end of a name that begins at a token, 0 where other words stand there.
uint32_t sm_alias_end(const sm_scan *scan, uint32_t first, sm_str name);

/// "the Israeli enemy", told once: "enemy warplanes", "the enemy's artillery" and "hostile raids" of the report are of that state.
void sm_name_enemy(const sm_scan *scan, sm_parties *all);

/// "blamed a separatist terrorist organisation - Ankara's term for the outlawed PKK": the group whose other name was told before it.
void sm_name_by_term(const sm_scan *scan, sm_parties *all);

#endif
