// Strikes that a sentence about something else only names: rises and falls in their number, years of them, what peaceful acts follow on.
#include "scene.h"

/// "the rise in drone strikes", "the number of shellings", "after six weeks of shelling": how many, or how long.
static bool is_of_number_or_time(const sm_scan *scan, const sm_trigger *g, const sm_group *noun) {
  static const char *const counts[] = {"number", "Number", "rise", "increase", "surge", "fall", "drop", "decline", "decrease", "spike", "upsurge", "uptick", "reduction", "escalation"};
  static const char *const spans[] = {"weeks", "months", "years", "year", "month", "decade", "decades"};
  if (noun->lead == SM_NO_TOKEN || noun->lead <= scan->s[g->sentence].first || !(g->plural || g->row->form == SM_F_ING) || sm_is_article(scan, noun->first)) return false;
  if (!sm_is(scan, noun->lead, SM_W_OF) && !sm_is(scan, noun->lead, SM_W_IN)) return false;
  return SM_IS_ONE_OF(scan, noun->lead - 1, counts) || (sm_is(scan, noun->lead, SM_W_OF) && SM_IS_ONE_OF(scan, noun->lead - 1, spans));
}

/// Peaceful acts: done weeks or years after a strike that is told with them.
static bool is_peaceful(const sm_scan *scan, const sm_syntax *x, const sm_group *verb) {
  static const char *const opens[] = {"opened", "opens"}, *const things[] = {"inquiry", "investigation", "case", "cases", "probe", "fire", "proceedings"};
  if (SM_IS_ONE_OF(scan, verb->head, opens) && verb->object >= 0 && SM_IS_ONE_OF(scan, x->groups[verb->object].head, things)) return false; // "opened an inquiry into the attack", of the day
  static const char *const acts[] = {"opened", "opens", "reopened", "reopens", "reopen", "planted", "unveiled", "inaugurated", "rebuilt", "restored", "toured", "imposed", "expand", "expanded", "extended", "agreed", "voted", "marched", "protested", "demonstrated", "debated", "signed", "banned", "approved", "elected", "prayed", "lodged", "summoned", "expelled", "awarded", "built", "bought"}, *const plans[] = {"send", "deploy", "stay", "fly", "get", "build", "buy", "pay", "give", "return"};
  return SM_IS_ONE_OF(scan, verb->head, acts) || (verb->flags & SM_GROUP_MODAL && SM_IS_ONE_OF(scan, verb->head, plans));
}

/// The verb that a trigger hangs on: the nearest main one before it, or the first behind it; NULL none that tells more than a saying.
static const sm_group *main_verb(const sm_story *story, const sm_trigger *g) {
  const sm_scan *scan = &story->scan;
  const sm_syntax *x = &story->syntax;
  const sm_group *before = NULL;
  for (uint32_t i = x->first_of[g->sentence]; i < x->first_of[g->sentence + 1]; i++) {
    const sm_group *verb = &x->groups[i];
    if (!(verb->flags & SM_GROUP_VERB) || !(verb->flags & SM_GROUP_FINITE) || verb->flags & SM_GROUP_RELATIVE || (verb->flags & SM_GROUP_REPORTING && !is_peaceful(scan, x, verb)) || sm_between(g->first, verb->first, verb->last)) continue;
    if (verb->first > g->last) return before ? before : verb;
    before = verb;
  }
  return before;
}

/// "in a park that was wrecked by shelling", "after attacks on tankers", "damaged by shells": hangs on another verb.
static bool is_subordinate(const sm_story *story, const sm_trigger *g, const sm_group *own) {
  if (own->flags & SM_GROUP_VERB) return own->flags & SM_GROUP_RELATIVE || (own->flags & (SM_GROUP_PASSIVE | SM_GROUP_FINITE)) == SM_GROUP_PASSIVE;
  return own->lead != SM_NO_TOKEN || (own->first > story->scan.s[g->sentence].first && sm_is(&story->scan, own->first - 1, SM_W_AFTER));
}

/// "The war began when Hamas attacked southern Israel", "Israel's offensive, launched after the attack on ...": what a war is told to have come from.
static bool is_origin_of_war(const sm_story *story, const sm_trigger *g) {
  static const char *const wars[] = {"war", "wars", "conflict", "insurgency", "campaign", "uprising", "rebellion", "offensive", "invasion", "hostilities"}, *const began[] = {"began", "begun", "started", "broke", "erupted", "launched", "entered"};
  static const sm_word joints[] = {SM_W_WHEN, SM_W_AFTER, SM_W_WITH};
  const sm_scan *scan = &story->scan;
  bool war = false, start = false, joint = false;
  for (uint32_t k = scan->s[g->sentence].first; k < g->first; k++) {
    if (sm_is_sign(scan, k, ';')) war = start = joint = false;
    if (war && start && SM_IS_ANY(scan, k, joints)) joint = true;
    war |= SM_IS_ONE_OF(scan, k, wars), start |= SM_IS_ONE_OF(scan, k, began);
  }
  return joint;
}

/// "Russia has fired hundreds of missiles at power stations": of many, with no day and no place.
static bool is_of_hundreds(const sm_story *story, const sm_trigger *g, const sm_group *own, const sm_content *c) {
  enum { REACH = 4 };
  static const char *const many[] = {"hundreds", "thousands", "dozens", "scores", "many", "countless"};
  if (!(own->flags & SM_GROUP_VERB) || c->day || c->place || !(sm_is(&story->scan, own->first, SM_W_HAS) || sm_is(&story->scan, own->first, SM_W_HAVE))) return false;
  for (uint32_t k = g->last; k < story->scan.s[g->sentence].last && k < g->last + REACH; k++)
    if (SM_IS_ONE_OF(&story->scan, k, many)) return true;
  return false;
}

/// "It has carried out bombings in the capital", "have stepped up their bombardment since April": several, of no number, or how much more of it.
static bool has_carried_out(const sm_story *story, const sm_trigger *g, const sm_group *own) {
  static const char *const does[] = {"carried", "launched", "conducted", "staged", "mounted", "made", "committed", "claimed"}, *const more[] = {"stepped", "intensified", "increased", "escalated", "resumed", "renewed", "expanded", "widened"};
  static const char *const mass[] = {"bombardment", "shelling", "bombing", "bombings", "fire"}, *const several[] = {"several", "many", "numerous", "various"};
  const sm_scan *scan = &story->scan;
  const sm_group *verb = own > story->syntax.groups ? own - 1 : NULL;
  if (own->flags & SM_GROUP_VERB || !verb || !(verb->flags & SM_GROUP_VERB)) return false;
  if (SM_IS_ONE_OF(scan, verb->head, more)) return g->plural || SM_IS_ONE_OF(scan, g->last - 1, mass);
  if (!g->plural || own->first + 1 < g->first || sm_is_article(scan, own->first) || (sm_has_cue(scan, own->first, SM_CUE_NUMBER) && !SM_IS_ONE_OF(scan, own->first, several)) || !SM_IS_ONE_OF(scan, verb->head, does)) return false;
  return sm_is(scan, verb->first, SM_W_HAS) || sm_is(scan, verb->first, SM_W_HAVE);
}

/// "The United States and Britain have struck its sites in Yemen": several things, under a perfect, on no day and in no place but a country.
static bool has_struck_several(const sm_story *story, const sm_group *own, uint32_t s) {
  const sm_scan *scan = &story->scan;
  if (!(own->flags & SM_GROUP_VERB) || own->flags & SM_GROUP_PASSIVE || own->object < 0 || s <= sm_first_of_body(story)) return false;
  const uint32_t aux = own->first > scan->s[s].first && sm_is_have(scan, own->first - 1) ? own->first - 1 : own->first;
  if (!sm_is(scan, aux, SM_W_HAS) && !sm_is(scan, aux, SM_W_HAVE)) return false;
  const sm_lexicon_entry *e = scan->t[story->syntax.groups[own->object].head].entry;
  if (!e || !(e->word_bits & SM_WORD_PLURAL)) return false;
  for (uint32_t m = story->mention_from[s]; m < story->mention_from[s + 1]; m++) {
    const sm_mention *x = &scan->mentions->items[m];
    if (x->role == SM_ROLE_LITERAL && !(x->place && sm_gazetteer_brief(scan->reader->gazetteer, x->place).kind == SM_KIND_COUNTRY)) return false;
  }
  return true;
}

static bool names_day(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->when_at[s]; i < story->when_at[s + 1]; i++)
    if (sm_is_single_day(&story->whens.items[i])) return true;
  return false;
}

bool sm_is_named_in_passing(const sm_story *story, const sm_trigger *g, const sm_content *c, uint32_t s) {
  const sm_group *own = sm_group_of(&story->syntax, g->first);
  if (is_origin_of_war(story, g) && story->whens.published != SM_NO_DATE && !sm_has_day_of_its_own(story, g, s)) return true;
  if (own && !c->figure && (has_carried_out(story, g, own) || has_struck_several(story, own, s)) && !names_day(story, s)) return true;
  if (c->figure || !own || story->whens.published == SM_NO_DATE || sm_has_day_of_its_own(story, g, s)) return false;
  if (!(own->flags & SM_GROUP_VERB) && is_of_number_or_time(&story->scan, g, own)) return true;
  if (is_of_hundreds(story, g, own, c)) return true;
  const bool perfect = sm_is(&story->scan, own->first, SM_W_HAS) || sm_is(&story->scan, own->first, SM_W_HAVE);
  static const char *const used[] = {"used", "employed"};
  if (perfect && own->flags & SM_GROUP_PASSIVE && SM_IS_ONE_OF(&story->scan, own->head, used)) return true; // "have been used against ships"
  if (own->flags & SM_GROUP_RELATIVE && perfect) return true; // "drones that Russia has fired at cities"
  const sm_group *verb = is_subordinate(story, g, own) ? main_verb(story, g) : NULL;
  return verb && is_peaceful(&story->scan, &story->syntax, verb);
}

bool sm_tells_origin_of_war(const sm_story *story, uint32_t s) {
  for (uint32_t i = story->trigger_at[s]; i < story->trigger_at[s + 1]; i++)
    if (is_origin_of_war(story, &story->triggers.items[i]) && !sm_has_day_of_its_own(story, &story->triggers.items[i], s)) return true;
  return false;
}

bool sm_tells_use(const sm_story *story, uint32_t s) {
  static const char *const used[] = {"used", "employed", "supplied", "sold", "made", "sent"};
  for (uint32_t i = story->syntax.first_of[s]; i < story->syntax.first_of[s + 1]; i++) {
    const sm_group *verb = &story->syntax.groups[i];
    const bool perfect = sm_is(&story->scan, verb->first, SM_W_HAS) || sm_is(&story->scan, verb->first, SM_W_HAVE);
    if (verb->flags & SM_GROUP_VERB && verb->flags & SM_GROUP_PASSIVE && perfect && SM_IS_ONE_OF(&story->scan, verb->head, used)) return true;
  }
  return false;
}

/// "shelled the region 74 times", "launched 12 raids on several provinces": a count of those that are told one by one behind it, with no place of its own.
bool sm_is_summary(const sm_story *story, const sm_hit *hit) {
  enum { REACH = 8, FEW = 2 };
  static const char *const times[] = {"times"}, *const units[] = {"provinces", "districts", "towns", "settlements", "villages", "regions", "areas", "communities", "municipalities", "governorates", "localities", "hromadas"}, *const several[] = {"several", "many", "various", "different", "numerous"};
  const sm_scan *scan = &story->scan;
  if (hit->n_figures || (hit->place >= 0 && !hit->place_inherited) || hit->n_triggers == 0) return false;
  const sm_trigger *g = &story->triggers.items[hit->triggers[0]];
  for (uint32_t m = story->mention_from[hit->sentence]; m < story->mention_from[hit->sentence + 1]; m++)
    if (scan->mentions->items[m].role == SM_ROLE_LITERAL && scan->mentions->items[m].first >= story->body_first) return false; // "Kozinka, the village at the crossing, was shelled 34 times"
  for (uint32_t k = g->last; k < scan->s[hit->sentence].last && k < g->last + REACH; k++) {
    int value;
    uint32_t last;
    const bool vague = SM_IS_ONE_OF(scan, k, several);
    if (!vague && !(sm_read_number(scan, k, &value, &last) && value > FEW)) continue;
    const uint32_t unit = vague ? k + 1 : last;
    if (SM_IS_ONE_OF(scan, unit, times) || SM_IS_ONE_OF(scan, unit, units)) return sm_is_coming_later(story, hit->sentence) || (hit->sentence + 1 < scan->ns && scan->s[hit->sentence + 1].flags & SM_SENTENCE_ITEM);
  }
  return false;
}
