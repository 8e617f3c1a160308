#include "certainty.h"

#include <math.h>

#include "weights.h"

_Static_assert(SM_SURE_COUNT <= 64, "signs are bits of one word");

const char *sm_sure_sign_name(sm_sure_sign sign) {
  static const char *const names[] = {
#define SM_SURE_NAME(name, what) #name,
      SM_SURE_SIGNS(SM_SURE_NAME)
#undef SM_SURE_NAME
  };
  return names[sign];
}

static void set(sm_sure_signs *signs, sm_sure_sign sign, bool is) {
  if (is) *signs |= (sm_sure_signs)1 << sign;
}

static sm_sure_sign kind_of(const sm_place_brief *b) {
  enum { METROPOLIS = 1000000, CITY = 100000, TOWN = 15000 };
  switch ((sm_place_kind)b->kind) {
  case SM_KIND_COUNTRY:
    return SM_SURE_country;
  case SM_KIND_REGION:
  case SM_KIND_SEA:
  case SM_KIND_STRAIT:
  case SM_KIND_BORDER:
    return SM_SURE_wide;
  case SM_KIND_ADM1:
    return SM_SURE_adm1;
  case SM_KIND_ADM2:
    return SM_SURE_adm2;
  case SM_KIND_LAKE:
  case SM_KIND_RIVER:
  case SM_KIND_ISLAND:
  case SM_KIND_MOUNTAIN:
    return SM_SURE_nature;
  case SM_KIND_AIRPORT:
  case SM_KIND_BASE:
  case SM_KIND_SITE:
    return SM_SURE_site;
  default:
    return b->flags & SM_PLACE_CAPITAL || b->population >= METROPOLIS    ? SM_SURE_capital
           : b->flags & SM_PLACE_ADM1_SEAT || b->population >= CITY ? SM_SURE_city
           : b->population >= TOWN                                      ? SM_SURE_town
                                                                        : SM_SURE_village;
  }
}

static bool kinds_agree(uint8_t said, uint8_t kind) {
  bool unit = said == SM_KIND_ADM1 || said == SM_KIND_ADM2;
  return said == kind || (unit && (kind == SM_KIND_ADM1 || kind == SM_KIND_ADM2));
}

sm_sure_signs sm_signs_of_choice(const sm_sure_facts *f) {
  enum { MANY = 8 };
  static const float told = 0.05f, hardly = 0.5f, somewhat = 1.5f, far = 3;
  sm_sure_signs signs = 0;
  sm_sure_sign kind = kind_of(f->place);
  bool only = f->n == 1, country = f->country > told, province = f->province > told;
  bool backed = f->contained || f->sense || f->near || province || (country && kind != SM_SURE_country);
  bool alias = !(f->name_flags & (SM_NAME_MAIN | SM_NAME_STRIPPED));
  set(&signs, SM_SURE_bias, true);
  set(&signs, SM_SURE_only, only);
  set(&signs, SM_SURE_margin_none, !only && f->margin < hardly);
  set(&signs, SM_SURE_margin_small, !only && f->margin >= hardly && f->margin < somewhat);
  set(&signs, SM_SURE_margin_large, !only && f->margin >= far);
  set(&signs, SM_SURE_many, f->n >= MANY);
  set(&signs, SM_SURE_contained, f->contained);
  set(&signs, SM_SURE_sense, f->sense);
  set(&signs, SM_SURE_country_told, country);
  set(&signs, SM_SURE_country_chief, country && f->country > 0.5f * f->most);
  set(&signs, SM_SURE_province_told, province);
  set(&signs, SM_SURE_near, f->near);
  set(&signs, SM_SURE_stranger, !country && f->other_countries && f->place->country && kind != SM_SURE_country);
  set(&signs, SM_SURE_kind_told, f->said_kind && kinds_agree(f->said_kind, f->place->kind));
  set(&signs, SM_SURE_kind_other, f->said_kind && !kinds_agree(f->said_kind, f->place->kind));
  set(&signs, kind, true);
  set(&signs, SM_SURE_alias, alias);
  set(&signs, SM_SURE_variant, f->name_flags & SM_NAME_VARIANT);
  set(&signs, SM_SURE_short_name, f->name_flags & SM_NAME_SHORT);
  set(&signs, SM_SURE_unbacked_alias, alias && !backed && !(f->name_flags & SM_NAME_DEMONYM));
  set(&signs, SM_SURE_unbacked_small, !backed && (kind == SM_SURE_town || kind == SM_SURE_village));
  set(&signs, SM_SURE_repeated, f->repeated);
  set(&signs, SM_SURE_own, f->place->flags & SM_PLACE_USER);
  return signs;
}

float sm_certainty(sm_sure_signs signs) {
  return 1 / (1 + expf(-sm_add_weights(0, signs, sm_place_right_weights)));
}
