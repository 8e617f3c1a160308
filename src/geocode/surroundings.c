#include "surroundings.h"

#include <math.h>

#include "boundary.h"
#include "search.h"

static const float SURE = 0.8f; ///< of the mixture that the circle holds: 9 in 10 names lie in it or within their gold's tolerance of it (train_surroundings.py)

const char *sm_near_sign_name(sm_near_sign sign) {
  static const char *const names[] = {
#define SM_NEAR_NAME(name, what) #name,
      SM_NEAR_SIGNS(SM_NEAR_NAME)
#undef SM_NEAR_NAME
  };
  return names[sign];
}

static uint32_t bit(bool is, sm_near_sign sign) { return is ? 1u << sign : 0; }

static float sum_of(uint32_t signs) {
  float sum = 0;
  for (int s = 0; s < SM_NEAR_scale; s++)
    if (signs >> s & 1) sum += sm_near_weights[s];
  return sum;
}

static bool is_point(uint8_t kind) {
  return kind != SM_KIND_COUNTRY && kind != SM_KIND_ADM1 && kind != SM_KIND_REGION && kind != SM_KIND_SEA && kind != SM_KIND_STRAIT && kind != SM_KIND_RIVER && kind != SM_KIND_BORDER;
}

static uint32_t signs_of(const sm_context *w, const sm_mention *m, const sm_mention *x, const sm_place_brief *b, const sm_location *l, uint32_t gap) {
  enum { LISTED = 2 };
  const sm_sentence *s = w->doc->tokens.sentences;
  return bit(x->sentence == m->sentence, SM_NEAR_sentence) | bit(s[x->sentence].paragraph == s[m->sentence].paragraph, SM_NEAR_paragraph) | bit(x->first < m->first, SM_NEAR_before) |
         bit(x->role == SM_ROLE_DATELINE, SM_NEAR_dateline) | bit(b->kind == SM_KIND_ADM2, SM_NEAR_district) | bit(x->sentence == m->sentence && gap <= LISTED, SM_NEAR_listed) |
         bit(l->adm1 && b->adm1 == l->adm1, SM_NEAR_unit);
}

size_t sm_gather_near(const sm_context *w, const sm_mention *m, const sm_mention *holder, const sm_location *l, sm_near *out) {
  enum { SOUGHT = 2000, SMALL = 45000, SLACK = 20000 }; ///< words to either side, so that long reports take linear time; metres
  const sm_gazetteer *g = w->g->gazetteer;
  const uint8_t kind = sm_gazetteer_brief(g, holder->place).kind;
  size_t n = 0;
  for (size_t i = sm_lower_bound(w->m->items, w->m->n, sizeof *w->m->items, offsetof(sm_mention, first), m->first > SOUGHT ? m->first - SOUGHT : 0); i < w->m->n; i++) {
    const sm_mention *x = &w->m->items[i];
    if (x->first > m->last + SOUGHT) break;
    if (x == m || !x->place || x->role == SM_ROLE_METONYM || x->role == SM_ROLE_DEMONYM) continue;
    const sm_place_brief b = sm_gazetteer_brief(g, x->place);
    if (!is_point(b.kind) || b.country != l->country || (kind == SM_KIND_ADM1 && b.adm1 != holder->place) || (kind == SM_KIND_ADM2 && b.kind == SM_KIND_ADM2 && x->place != holder->place)) continue;
    const uint32_t gap = x->first < m->first ? m->first - x->last : x->first - m->last;
    size_t k = 0;
    while (k < n && out[k].place != x->place) k++;
    if (k == n) {
      if (n == SM_NEAR_MOST || sm_sphere_distance(l->lon, l->lat, b.lon, b.lat) > 1.1 * l->radius_m + SLACK) continue;
      sm_place p;
      sm_gazetteer_place(g, x->place, &p);
      if (p.radius_m > SMALL) continue;
      out[n++] = (sm_near){b.lon, b.lat, x->place, 1, gap, signs_of(w, m, x, &b, l, gap)};
    } else {
      out[k].times++;
      if (gap < out[k].gap) out[k].gap = gap, out[k].signs = signs_of(w, m, x, &b, l, gap);
    }
  }
  return n;
}

uint32_t sm_near_signs_of_holder(const sm_context *w, const sm_mention *m, const sm_mention *holder) {
  enum { BEHIND = 6 };
  const uint8_t kind = sm_gazetteer_brief(w->g->gazetteer, holder->place).kind;
  const bool beside = holder->sentence == m->sentence && holder->first >= m->last && holder->first - m->last <= BEHIND;
  return bit(beside, SM_NEAR_beside) |
         bit(true, kind == SM_KIND_CITY ? SM_NEAR_in_town : kind == SM_KIND_ADM2 ? SM_NEAR_in_district : kind == SM_KIND_ADM1 ? SM_NEAR_in_province : SM_NEAR_in_other);
}

/// Points that stand for a mixture, in km east and north of the location's own.
enum { RAYS = 16, KERNELS = 8, BINS = 40 };
typedef struct mixture {
  float x[(KERNELS + 1) * RAYS], y[(KERNELS + 1) * RAYS], mass[(KERNELS + 1) * RAYS];
  size_t n;
} mixture;

static const float KM_A_DEGREE = 111.195f, DEGREE = 0.0174532925f;

static void add_kernel(mixture *of, float x, float y, const float *reach, float mass) {
  static const float GOLDEN = 2.39996323f; ///< radians: turns that spread points evenly over a disc
  for (int k = 0; k < RAYS; k++) {
    of->x[of->n] = x + reach[k] * cosf(GOLDEN * (float)k);
    of->y[of->n] = y + reach[k] * sinf(GOLDEN * (float)k);
    of->mass[of->n++] = mass / RAYS;
  }
}

/// The radius in km round a point that holds SURE of the mixture, or `most` where none below it does.
static float radius_round(const mixture *of, float x, float y, float most) {
  float bins[BINS] = {0}, sum = 0;
  for (size_t k = 0; k < of->n; k++) {
    const float d = hypotf(of->x[k] - x, of->y[k] - y) / most;
    const int bin = (int)(d * BINS);
    if (bin < BINS) bins[bin] += of->mass[k];
  }
  for (int k = 0; k < BINS; k++)
    if ((sum += bins[k]) >= SURE) return most * (float)(k + 1) / BINS;
  return most;
}

/// The likeliest of the places near come first, no more than KERNELS of them.
static size_t rank(sm_near *near, float *odds, size_t n) {
  size_t kept = 0;
  for (; kept < n && kept < KERNELS; kept++) {
    size_t best = kept;
    for (size_t k = kept + 1; k < n; k++)
      if (odds[k] > odds[best]) best = k;
    const sm_near place = near[best];
    const float odd = odds[best];
    near[best] = near[kept], odds[best] = odds[kept];
    near[kept] = place, odds[kept] = odd;
  }
  return kept;
}

/// Move a location to the place of which it is likeliest near; what holds it stays if it is a unit.
static void move_to_place(const sm_gazetteer *g, sm_place_ref place, const sm_mention *holder, sm_location *l) {
  const sm_place_brief b = sm_gazetteer_brief(g, place);
  const uint8_t kind = sm_gazetteer_brief(g, holder->place).kind;
  l->lon = b.lon, l->lat = b.lat;
  if (kind != SM_KIND_ADM1 && kind != SM_KIND_ADM2) l->adm1 = b.adm1, l->adm2 = b.adm2;
}

bool sm_narrow(const sm_context *w, const sm_mention *m, const sm_mention *holder, sm_location *l) {
  static const float BEYOND = 1.3f; ///< of the radius: what is told outside lies elsewhere
  static const float NEARER = 0.9f; ///< how much smaller another circle is that is worth moving for
  sm_near near[SM_NEAR_MOST];
  float odds[SM_NEAR_MOST], near_reach[RAYS], whole_reach[RAYS];
  const float *weights = sm_near_weights, most = l->radius_m / 1000;
  size_t n = sm_gather_near(w, m, holder, l, near);
  if (n == 0 || (n == 1 && near[0].place == holder->place)) return false; // short texts tell nothing near by
  float sum = expf(sum_of(sm_near_signs_of_holder(w, m, holder)));
  const float whole = sum;
  for (size_t k = 0; k < n; k++) sum += odds[k] = expf(sum_of(near[k].signs) + weights[SM_NEAR_times] * logf((float)near[k].times));
  n = rank(near, odds, n);
  const float scale = expf(weights[SM_NEAR_scale]), tail = -expf(-weights[SM_NEAR_tail]), spread = most * expf(weights[SM_NEAR_whole]);
  for (int k = 0; k < RAYS; k++) {
    const float outside = 1 - ((float)k + 0.5f) / RAYS;
    near_reach[k] = fminf(scale * sqrtf(powf(outside, tail) - 1), BEYOND * most);
    whole_reach[k] = spread * sqrtf(-2 * logf(outside));
  }
  mixture of = {.n = 0};
  float x[KERNELS], y[KERNELS];
  add_kernel(&of, 0, 0, whole_reach, whole / sum);
  for (size_t k = 0; k < n; k++) {
    y[k] = (float)(near[k].lat - l->lat) * KM_A_DEGREE;
    x[k] = (float)remainder(near[k].lon - l->lon, 360) * KM_A_DEGREE * cosf((float)l->lat * DEGREE);
    add_kernel(&of, x[k], y[k], near_reach, odds[k] / sum);
  }
  float least = radius_round(&of, 0, 0, most);
  size_t best = n;
  for (size_t k = 0; k < n; k++) {
    const float radius = radius_round(&of, x[k], y[k], most);
    if (radius < (best == n ? NEARER * least : least)) least = radius, best = k;
  }
  if (least >= most) return false;
  if (best < n) move_to_place(w->g->gazetteer, near[best].place, holder, l);
  l->radius_m = 1000 * least;
  l->area = (sm_area){.kind = SM_AREA_DISC, .place = holder->place};
  return best < n;
}
