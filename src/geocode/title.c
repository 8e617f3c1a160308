// The countries that a report's title names.
#include "geocoder.h"
#include "relation.h"

size_t sm_title_countries(const sm_geocoder *geocoder, const sm_document *document, sm_place_ref *out, size_t most) {
  const sm_tokens *t = &document->title;
  const sm_gazetteer *g = geocoder->gazetteer;
  size_t n = 0;
  for (size_t i = 0; i < t->n && n < most; i++) {
    int words;
    sm_candidate c;
    if (!t->items[i].key || !(t->items[i].flags & SM_TOKEN_CAPITAL) || !sm_gazetteer_starts(g, t->items[i].key, &words)) continue;
    if (!sm_gazetteer_find(g, t->items[i].key, &c, 1)) continue;
    if (sm_gazetteer_brief(g, c.place).kind == SM_KIND_COUNTRY && !(c.name_flags & SM_NAME_SHORT)) out[n++] = c.place;
  }
  return n;
}
