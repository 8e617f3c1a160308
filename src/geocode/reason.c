// Why a place was chosen, in words.
#include "resolver.h"

#include <string.h>

/// The words with a number between them, in the arena.
static const char *numbered(sm_arena *arena, sm_str before, uint32_t number, sm_str after) {
  enum { MOST_DIGITS = 10 };
  char digits[MOST_DIGITS];
  size_t n = 0;
  do digits[n++] = (char)('0' + number % 10);
  while (number /= 10);
  char *text = sm_arena_alloc(arena, before.len + n + after.len + 1), *at = text;
  if (!text) return NULL;
  memcpy(at, before.ptr, before.len), at += before.len;
  while (n) *at++ = digits[--n];
  memcpy(at, after.ptr, after.len), at[after.len] = 0;
  return text;
}

/// Two texts as one, in the arena.
static const char *joined(sm_arena *arena, sm_str before, sm_str after) {
  char *text = sm_arena_alloc(arena, before.len + after.len + 1);
  if (!text) return NULL;
  memcpy(text, before.ptr, before.len);
  if (after.len) memcpy(text + before.len, after.ptr, after.len);
  text[before.len + after.len] = 0;
  return text;
}

const char *sm_words_of_choice(const sm_resolver *r, const sm_mention *m, const sm_choice *c, const sm_name *name, sm_place_ref holder) {
  sm_arena *arena = r->doc->arena;
  if (c->why & WHY_CONTAINED && holder) return joined(arena, SM_STR("the text places it in "), sm_gazetteer_name(r->g->gazetteer, holder));
  if (c->why & WHY_CONTAINED) return "the text names what holds it beside it";
  if (c->why & WHY_SENSE) return "so meant elsewhere in the report";
  if (name->demonym) return "adjective or people of this country";
  if (c->why & WHY_SPELLING) return "nearest spelling in the gazetteer";
  if (c->why & WHY_ONLY)
    return c->why & (WHY_COUNTRY | WHY_PROVINCE)
               ? "the only place of this name, in a country or province of the report"
               : "the only place of this name";
  if (c->why & WHY_PROVINCE) return "lies in a province that the report names";
  if (c->why & WHY_NEAR && c->why & WHY_COUNTRY)
    return "near other places of the report and in a country it names";
  if (c->why & WHY_NEAR) return "near other places of the report";
  if (c->why & WHY_KIND && m->said_kind) return "the word beside it tells its kind";
  if (c->why & WHY_COUNTRY)
    return numbered(arena, SM_STR("most prominent of "), name->total,
                    SM_STR(" in a country that the report names"));
  return numbered(arena, SM_STR("most prominent of "), name->total, SM_STR(" places of this name"));
}
