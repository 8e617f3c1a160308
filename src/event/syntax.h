/// Shallow syntax of a report: noun and verb groups, and who does what to whom. Private to the room.
/// After Abney, "Parsing by chunks" (1991): groups hold no other group, relations are the nearest ones that fit.
#ifndef SM_SYNTAX_H
#define SM_SYNTAX_H

#include "reader.h"
#include "tagger.h"

#define SM_NO_TOKEN UINT32_MAX

enum {
  SM_GROUP_VERB = 1 << 0,       ///< else a noun group
  SM_GROUP_PASSIVE = 1 << 1,    ///< "were killed", "[people] killed [in ...]"
  SM_GROUP_FINITE = 1 << 2,     ///< a verb with tense, which makes a clause
  SM_GROUP_INFINITIVE = 1 << 3, ///< "to strike"
  SM_GROUP_ING = 1 << 4,        ///< "killing"
  SM_GROUP_MODAL = 1 << 6,      ///< "would strike"
  SM_GROUP_RELATIVE = 1 << 7,   ///< its subject stands before "who", "which", "that"
  SM_GROUP_LISTED = 1 << 8,     ///< joined to the noun group before by "and", "or" or a comma
  SM_GROUP_PRONOUN = 1 << 9,
  SM_GROUP_PROPER = 1 << 10,    ///< its head is a name
  SM_GROUP_TIME = 1 << 11,      ///< its head tells a time
  SM_GROUP_REPORTING = 1 << 12, ///< its verb reports: "said"
};

typedef struct sm_group {
  uint32_t first, last; ///< tokens, half-open, article included
  uint32_t head;        ///< the noun or the main verb
  uint32_t lead;        ///< of a noun group: the preposition right before it, or SM_NO_TOKEN
  int32_t subject;      ///< of a verb group: noun group, -1 none
  int32_t object;       ///< of an active verb: the noun group right after it, -1 none
  int32_t agent;        ///< of a passive verb: the noun group after "by", -1 none
  uint32_t flags;       ///< SM_GROUP_*
} sm_group;

typedef struct sm_syntax {
  uint8_t *part;       ///< per token: sm_part
  sm_group *groups;    ///< in text order
  uint32_t n;
  uint32_t *group_at;  ///< per token: index + 1 of the group that covers it, 0 none
  uint32_t *first_of;  ///< [sentences + 1]: first group
} sm_syntax;

/// Read the syntax of the sentences that hold any cue of the classes in wanted (bits of sm_cue_class); the others have
/// no groups. In the scan's arena. Errors: MEMORY.
sm_status sm_syntax_new(const sm_scan *scan, uint32_t wanted, sm_syntax *out, sm_error *err);

/// The group that covers a token, or NULL.
static inline const sm_group *sm_group_of(const sm_syntax *syntax, uint32_t token) {
  return syntax->group_at[token] ? &syntax->groups[syntax->group_at[token] - 1] : NULL;
}

/// Whether a token is the head of the group that covers it.
static inline bool sm_is_head(const sm_syntax *syntax, uint32_t token) {
  return syntax->group_at[token] && syntax->groups[syntax->group_at[token] - 1].head == token;
}

/// The end (token) of a noun group with what "of" adds to it: "leaders of the group".
uint32_t sm_group_end_with_of(const sm_scan *scan, const sm_syntax *syntax, const sm_group *group);

#endif
