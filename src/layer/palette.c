#include "palette.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <stdlib.h>

#include "arena.h"

static const char *const COLOURS[SM_PALETTE_MAX][2] = {
    {"#0072B2", "0,114,178,255"}, {"#D55E00", "213,94,0,255"},   {"#009E73", "0,158,115,255"},
    {"#CC79A7", "204,121,167,255"}, {"#E69F00", "230,159,0,255"}, {"#56B4E9", "86,180,233,255"},
};

typedef struct counted {
  sm_str name;
  size_t n;
} counted;

struct sm_palette {
  sm_arena *arena;
  counted *slots; ///< hash table, open addressing; n 0: free
  size_t n, n_slots;
};

sm_status sm_palette_new(sm_palette **out, sm_error *err) {
  *out = calloc(1, sizeof **out);
  if (*out) (*out)->arena = sm_arena_new();
  if (*out && (*out)->arena) return SM_OK;
  free(*out);
  *out = NULL;
  return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}

void sm_palette_free(sm_palette *p) {
  if (!p) return;
  sm_arena_free(p->arena);
  free(p->slots);
  free(p);
}

/// FNV-1a.
static size_t hash_of(sm_str s) {
  uint64_t h = 0xcbf29ce484222325u;
  for (size_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001b3u;
  return (size_t)(h ^ h >> 32);
}

static counted *slot_of(counted *slots, size_t n_slots, sm_str name) {
  size_t i = hash_of(name) & (n_slots - 1);
  while (slots[i].n && !sm_str_equal(slots[i].name, name)) i = (i + 1) & (n_slots - 1);
  return &slots[i];
}

static bool grow(sm_palette *p) {
  if ((p->n + 1) * 2 < p->n_slots) return true;
  size_t n_slots = p->n_slots ? p->n_slots * 2 : 64;
  counted *slots = calloc(n_slots, sizeof *slots);
  if (!slots) return false;
  for (size_t i = 0; i < p->n_slots; i++)
    if (p->slots[i].n) *slot_of(slots, n_slots, p->slots[i].name) = p->slots[i];
  free(p->slots);
  p->slots = slots;
  p->n_slots = n_slots;
  return true;
}

sm_status sm_palette_add(sm_palette *p, sm_str attacker, sm_error *err) {
  if (!attacker.len) return SM_OK;
  if (!grow(p)) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
  counted *slot = slot_of(p->slots, p->n_slots, attacker);
  if (!slot->n) {
    const char *copy = sm_arena_strdup(p->arena, attacker);
    if (!copy) return sm_fail(err, SM_ERROR_MEMORY, "out of memory");
    slot->name = (sm_str){copy, attacker.len};
    p->n++;
  }
  slot->n++;
  return SM_OK;
}

static bool is_before(const counted *a, const counted *b) {
  return a->n != b->n ? a->n > b->n : strcmp(a->name.ptr, b->name.ptr) < 0;
}

size_t sm_palette_names(const sm_palette *p, sm_str names[SM_PALETTE_MAX]) {
  counted top[SM_PALETTE_MAX + 1];
  size_t n = 0;
  for (size_t i = 0; p && i < p->n_slots; i++) {
    size_t at = n;
    if (!p->slots[i].n) continue;
    for (; at > 0 && is_before(&p->slots[i], &top[at - 1]); at--) top[at] = top[at - 1];
    top[at] = p->slots[i];
    if (n < SM_PALETTE_MAX) n++;
  }
  for (size_t i = 0; i < n; i++) names[i] = top[i].name;
  return n;
}

static void add_escaped(sm_buffer *out, sm_str s) {
  char *escaped = CPLEscapeString(s.ptr, (int)s.len, CPLES_XML);
  sm_buffer_add_str(out, sm_str_of(escaped));
  CPLFree(escaped);
}

/// A name as a string of QGIS's expressions, which double quotes and know backslashes.
static void add_quoted(sm_buffer *out, sm_str name) {
  sm_buffer_add_char(out, '\'');
  for (size_t i = 0; i < name.len; i++) {
    if (name.ptr[i] == '\'' || name.ptr[i] == '\\') sm_buffer_add_char(out, name.ptr[i]);
    sm_buffer_add_char(out, name.ptr[i]);
  }
  sm_buffer_add_char(out, '\'');
}

/// Names and colours as arguments of map(), inside an XML attribute.
static void add_colours(sm_buffer *out, const sm_str *names, size_t n) {
  sm_buffer list = {0};
  for (size_t i = 0; i < n; i++) {
    if (i) sm_buffer_add_char(&list, ',');
    add_quoted(&list, names[i]);
    sm_buffer_printf(&list, ",'%s'", COLOURS[i][0]);
  }
  if (list.len) add_escaped(out, sm_buffer_str(&list));
  out->failed |= list.failed;
  sm_buffer_free(&list);
}

/// One attacker's copy of a part.
static void add_part(sm_buffer *out, sm_str part, sm_str name, size_t number) {
  for (size_t i = 0; i < part.len;) {
    sm_str rest = {part.ptr + i, part.len - i};
    static const char *const keys[] = {"@ATTACKER@", "@COLOUR@", "@N@"};
    int key = 0;
    while (key < 3 && (rest.len < strlen(keys[key]) || memcmp(rest.ptr, keys[key], strlen(keys[key])) != 0)) key++;
    if (key == 3)
      sm_buffer_add_char(out, *rest.ptr);
    else if (key == 0)
      add_escaped(out, name);
    else if (key == 1)
      sm_buffer_add_str(out, sm_str_of(COLOURS[number][1]));
    else
      sm_buffer_printf(out, "%zu", number);
    i += key == 3 ? 1 : strlen(keys[key]);
  }
}

void sm_palette_fill(const sm_palette *p, const char *style, sm_buffer *out) {
  static const char BEGIN[] = "<!--attacker-->", END[] = "<!--end-->", LIST[] = "@COLOURS@";
  sm_str names[SM_PALETTE_MAX];
  size_t n = sm_palette_names(p, names);
  while (*style) {
    const char *part = strstr(style, BEGIN), *end = part ? strstr(part, END) : NULL, *list = strstr(style, LIST);
    const char *stop = list && (!end || list < part) ? list : end ? part : style + strlen(style);
    sm_buffer_add(out, style, (size_t)(stop - style));
    style = stop;
    if (stop == list) {
      add_colours(out, names, n);
      style += strlen(LIST);
    } else if (end) {
      part += strlen(BEGIN);
      for (size_t i = 0; i < n; i++) add_part(out, (sm_str){part, (size_t)(end - part)}, names[i], i);
      style = end + strlen(END);
    }
  }
}
