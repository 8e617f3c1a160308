// Prints the tellings of each report as the merging sees them, one JSON line a telling: for the trainer
// (train_gathering.py) and for a look at what was joined.
//   tellings < reports.jsonl
//   tellings --labels FILE < reports.jsonl     the signs of each telling against each strike told before it; FILE tells
//                                              of some tellings (report id, telling) the number of their strike; with an
//                                              empty file all strikes are compared and "same" is the strike's number
//   tellings --places < reports.jsonl          the score of each place with each trigger of its sentence
//   tellings --tolls < reports.jsonl           the figures of each sentence that has any, and which tellings took them
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "each.h"
#include "gather.h"
#include "print.h"
#include "story.h"

static void print_date(const char *name, sm_date date) {
  int year, month, day;
  if (date == SM_NO_DATE) return;
  sm_date_split(date, &year, &month, &day);
  printf(",\"%s\":\"%04d-%02d-%02d\"", name, year, month, day);
}

static void print_place(const sm_story *story, const sm_hit *h) {
  if (h->place < 0) return;
  const sm_mention *m = &story->scan.mentions->items[h->place];
  printf(",\"place\":");
  print_text(sm_span_text(&story->scan, m->span));
  if (m->place || m->container) printf(",\"lon\":%.4f,\"lat\":%.4f,\"radius_km\":%.1f", m->lon, m->lat, m->radius_m / 1000);
  printf(",\"listed\":%s,\"inherited\":%s,\"place_score\":%.2f", m->place ? "true" : "false", h->place_inherited ? "true" : "false", (double)h->place_score);
}

static void print_hit(const sm_story *story, const sm_hit *h, uint32_t index) {
  const sm_scan *scan = &story->scan;
  printf("{\"id\":");
  print_text(scan->document->report.id);
  printf(",\"telling\":%u,\"group\":%d,\"sentence\":%u,\"words\":", index, h->group, h->sentence);
  print_text(sm_span_text(scan, sm_tokens_span(scan, h->first, h->last)));
  print_place(story, h);
  print_date("start", h->start);
  print_date("end", h->end);
  printf(",\"day_inherited\":%s,\"attacker\":", h->date_inherited ? "true" : "false");
  print_text(h->attacker.name);
  printf(",\"attacker_iso3\":\"%s\",\"weapon\":", h->attacker.iso3);
  print_text(sm_weapon_names(scan->arena, h->weapons));
  for (uint32_t i = 0; i < h->n_figures; i++) {
    const sm_figure *f = &story->figures.items[h->figures[i]];
    printf("%s[%d,%d,%d,%d]", i ? "," : ",\"figures\":[", f->killed_low, f->killed_high, f->injured_low, f->injured_high);
  }
  printf("%s,\"flags\":\"%s%s%s%s%s%s%s%s\"}\n", h->n_figures ? "]" : "", h->definite ? "definite " : "", h->another ? "another " : "",
         h->plural ? "plural " : "", h->consequence ? "consequence " : "", h->intercepted ? "intercepted " : "", h->list_place ? "list " : "",
         h->item ? "item " : "", h->turned ? "turned " : "");
}

typedef struct label {
  char id[64];
  unsigned telling;
  int strike;
} label;

typedef struct labels {
  label items[8192];
  size_t n;
  bool asked, places, tolls;
} labels;

static labels read_labels(const char *path) {
  labels out = {.asked = true};
  FILE *f = fopen(path, "r");
  while (f && out.n < sizeof out.items / sizeof out.items[0] &&
         fscanf(f, "%63s %u %d", out.items[out.n].id, &out.items[out.n].telling, &out.items[out.n].strike) == 3)
    out.n++;
  if (f) fclose(f);
  return out;
}

/// The strike of a telling by the labels, -1 unknown.
static int strike_of(const labels *l, sm_str id, unsigned telling) {
  for (size_t i = 0; i < l->n; i++)
    if (l->items[i].telling == telling && sm_str_equal(id, sm_str_of(l->items[i].id))) return l->items[i].strike;
  return -1;
}

static void print_signs(sm_str id, uint32_t telling, int same, sm_gather_signs signs) {
  printf("{\"id\":");
  print_text(id);
  printf(",\"telling\":%u,\"same\":%d,\"signs\":[", telling, same);
  for (int i = 0, n = 0; i < SM_GATHER_COUNT; i++)
    if (signs >> i & 1) printf("%s\"%s\"", n++ ? "," : "", sm_gather_sign_name((sm_gather_sign)i));
  printf("]}\n");
}

/// Joins by the labels, where they tell; else by the weights.
static void print_comparisons(const sm_story *story, sm_hits *hits, const labels *l) {
  sm_gathered strikes[1024];
  int told[1024];
  sm_str id = story->scan.document->report.id;
  uint32_t n = 0;
  for (uint32_t i = 0; i < hits->n && n < 1024; i++) {
    int mine = strike_of(l, id, i), best = -1;
    float best_score = 0;
    for (uint32_t k = 0; k < n; k++) {
      sm_gather_signs signs = sm_compare_telling(story, hits, i, strikes, k, sm_latest_told(strikes, n));
      if ((mine >= 0 && told[k] >= 0) || !l->n) print_signs(id, i, l->n ? mine == told[k] : (int)k, signs);
      float score = mine >= 0 ? (float)(mine == told[k]) : told[k] >= 0 || !l->n ? sm_gather_score(signs) : 0;
      if (score > best_score) best_score = score, best = (int)k;
    }
    if (best < 0) strikes[n] = sm_gathered_none(), strikes[n].lead = n == 0, told[n] = mine, best = (int)n++;
    hits->items[i].group = best;
    sm_join_telling(story, &strikes[best], &hits->items[i]);
  }
}

/// Every place of a sentence with triggers, with its scores.
static void print_places(const sm_story *story) {
  const sm_scan *scan = &story->scan;
  for (uint32_t m = 0; m < scan->mentions->n; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (x->role == SM_ROLE_DEMONYM) continue;
    printf("{\"id\":");
    print_text(scan->document->report.id);
    printf(",\"place\":");
    print_text(sm_span_text(scan, x->span));
    printf(",\"sentence\":%u,\"role\":%d,\"listed\":%s,\"alone\":%.2f,\"scores\":{", x->sentence, x->role, x->place ? "true" : "false",
           (double)sm_place_score(story, m, NULL));
    for (uint32_t i = story->trigger_at[x->sentence], n = 0; i < story->trigger_at[x->sentence + 1]; i++) {
      const sm_trigger *g = &story->triggers.items[i];
      printf("%s", n++ ? "," : "");
      print_text(sm_span_text(scan, sm_tokens_span(scan, g->first, g->last)));
      printf(":%.2f", (double)sm_place_score(story, m, g));
    }
    printf("}}\n");
  }
}

/// Every figure with its flags (SM_FIGURE_*) and the strike of the telling that took it, -1 none.
static void print_tolls(const sm_story *story, const sm_hits *hits) {
  const sm_scan *scan = &story->scan;
  for (uint32_t i = 0; i < story->figures.n; i++) {
    const sm_figure *f = &story->figures.items[i];
    int group = -1;
    for (uint32_t h = 0; h < hits->n; h++)
      for (uint32_t k = 0; k < hits->items[h].n_figures; k++)
        if (hits->items[h].figures[k] == i) group = hits->items[h].group;
    printf("{\"id\":");
    print_text(scan->document->report.id);
    printf(",\"strike\":%d,\"toll\":[%d,%d,%d,%d,%d],\"flags\":%u,\"cue\":", group, f->killed_low, f->killed_high, f->injured_low,
           f->injured_high, f->children, f->flags);
    print_text(sm_span_text(scan, sm_tokens_span(scan, f->cue, f->cue + 1)));
    printf(",\"sentence\":");
    print_text(sm_span_text(scan, sm_tokens_span(scan, scan->s[f->sentence].first, scan->s[f->sentence].last)));
    printf("}\n");
  }
}

static sm_status print_report(const sm_engine *engine, const sm_report *report, void *user, sm_error *err) {
  const labels *l = user;
  sm_document *document = NULL;
  sm_mentions mentions;
  sm_story story;
  sm_hits hits = {0};
  sm_status status = sm_document_new(report, engine->lexicon, &document, err);
  if (!status && document->english) {
    status = sm_story_new(engine->reader, document, &mentions, &story, err);
    if (!status && l->places && !story.silent) print_places(&story);
    if (l->places || story.silent) {
      sm_document_free(document);
      return status;
    }
    if (!status) status = sm_find_hits(&story, 0, &hits, err);
    if (!status && l->asked) print_comparisons(&story, &hits, l);
    if (!status && hits.n && !l->asked) sm_merge_hits(&story, &hits);
    if (!status && l->tolls) print_tolls(&story, &hits);
    for (uint32_t i = 0; i < hits.n && !status && !l->asked && !l->tolls; i++) print_hit(&story, &hits.items[i], i);
  }
  sm_document_free(document);
  return status;
}

int main(int argc, char **argv) {
  static labels given;
  if (argc > 2 && strcmp(argv[1], "--labels") == 0) given = read_labels(argv[2]);
  given.places = argc > 1 && strcmp(argv[1], "--places") == 0;
  given.tolls = argc > 1 && strcmp(argv[1], "--tolls") == 0;
  return read_each("tellings", &(sm_engine_options){.no_user_gazetteers = true}, NULL, print_report, &given);
}
