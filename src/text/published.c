#include "published.h"

#include <strings.h>

enum { HEAD_LINES = 8, HEAD_TOKENS = 160, DATELINE_TOKENS = 24, SHORT_LINE = 14, FIRST_YEAR = 1900, LAST_YEAR = 2100 };

typedef struct head {
  const sm_tokens *tokens;
  sm_str text;
} head;

static const sm_token *at(const head *h, size_t i) {
  static const sm_token none = {0};
  return i < h->tokens->n ? h->tokens->items + i : &none;
}

static sm_str text_at(const head *h, size_t i) {
  return (sm_str){h->text.ptr + at(h, i)->begin, at(h, i)->end - at(h, i)->begin};
}

static bool is_one_of(const head *h, size_t i, const char *const *words) {
  sm_str s = text_at(h, i);
  if (!(at(h, i)->flags & SM_TOKEN_WORD)) return false;
  if (s.len && s.ptr[s.len - 1] == '.') s.len--;
  for (; *words; words++)
    if (strlen(*words) == s.len && strncasecmp(*words, s.ptr, s.len) == 0) return true;
  return false;
}

/// Value of a plain number of at most four digits and how many digits it has (0: none).
static int number_at(const head *h, size_t i, int *digits) {
  sm_str s = text_at(h, i);
  int n = 0;
  *digits = 0;
  if (!(at(h, i)->flags & SM_TOKEN_NUMBER) || s.len > 4) return 0;
  for (size_t k = 0; k < s.len; k++) {
    if (s.ptr[k] < '0' || s.ptr[k] > '9') return 0;
    n = n * 10 + (s.ptr[k] - '0');
  }
  *digits = (int)s.len;
  return n;
}

static bool year_at(const head *h, size_t i, int *year) {
  int digits;
  *year = number_at(h, i, &digits);
  return digits == 4 && *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

/// 1 to 12, or 0.
static int month_at(const head *h, size_t i) {
  static const char *const names[12][4] = {
      {"january", "jan"},   {"february", "feb"}, {"march", "mar"},         {"april", "apr"},
      {"may"},              {"june", "jun"},     {"july", "jul"},          {"august", "aug"},
      {"september", "sep", "sept"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"}};
  sm_str s = text_at(h, i);
  if (s.len < 3 || s.len > 10 || !(at(h, i)->flags & SM_TOKEN_WORD) || !strchr("jfmasondJFMASOND", s.ptr[0])) return 0;
  for (int m = 0; m < 12; m++)
    if ((names[m][0][0] ^ s.ptr[0]) % 32 == 0 && (names[m][0][1] ^ s.ptr[1]) % 32 == 0 && is_one_of(h, i, names[m])) return m + 1;
  return 0;
}

static size_t after_dot(const head *h, size_t i) { return at(h, i)->sign == '.' ? i + 1 : i; }

static size_t after_ordinal(const head *h, size_t i) {
  static const char *const endings[] = {"st", "nd", "rd", "th", NULL};
  return is_one_of(h, i, endings) && !(at(h, i)->flags & SM_TOKEN_SPACE_BEFORE) ? i + 1 : i;
}

static size_t after_comma(const head *h, size_t i) { return at(h, i)->sign == ',' ? i + 1 : i; }

/// 2024-01-19, 19/01/2024, 19.1.2024, 2024/01/19. With slashes a day and month below 13 are ambiguous: no date.
static sm_date read_numbers(const head *h, size_t i, size_t *end) {
  uint16_t sign = at(h, i + 1)->sign;
  if ((sign != '-' && sign != '/' && sign != '.') || at(h, i + 3)->sign != sign) return SM_NO_DATE;
  for (size_t k = i + 1; k < i + 5; k++)
    if (at(h, k)->flags & SM_TOKEN_SPACE_BEFORE) return SM_NO_DATE;
  int digits[3], n[3];
  for (size_t k = 0; k < 3; k++) n[k] = number_at(h, i + 2 * k, &digits[k]);
  *end = i + 5;
  if (digits[0] == 4 && digits[1] && digits[2]) return sm_date_make(n[0], n[1], n[2]);
  if (digits[2] != 4 || !digits[0] || !digits[1]) return SM_NO_DATE;
  if (sign == '.' || n[0] > 12) return sm_date_make(n[2], n[1], n[0]);
  if (n[1] > 12) return sm_date_make(n[2], n[0], n[1]);
  return n[0] == n[1] ? sm_date_make(n[2], n[1], n[0]) : SM_NO_DATE;
}

static sm_date with_year(const head *h, size_t i, int month, int day, size_t *end, bool *year_missing) {
  int year;
  size_t k = after_comma(h, i);
  if (year_at(h, k, &year)) {
    *end = k + 1;
    return sm_date_make(year, month, day);
  }
  if (!year_missing) return SM_NO_DATE;
  *year_missing = true;
  *end = i;
  return sm_date_make(4, month, day); // a leap year
}

static sm_date read_day(const head *h, size_t i, size_t *end, bool *year_missing) {
  int digits, day = number_at(h, i, &digits);
  if (digits) {
    sm_date date = read_numbers(h, i, end);
    if (date != SM_NO_DATE) return date;
    size_t k = after_ordinal(h, i + 1);
    if (at(h, k)->sign == '-') k++;
    int month = digits <= 2 ? month_at(h, k) : 0;
    if (!month) return SM_NO_DATE;
    k = after_dot(h, k + 1);
    if (at(h, k)->sign == '-') k++;
    return with_year(h, k, month, day, end, year_missing);
  }
  int month = month_at(h, i);
  if (!month) return SM_NO_DATE;
  size_t k = after_dot(h, i + 1);
  day = number_at(h, k, &digits);
  if (!digits || digits > 2) return SM_NO_DATE;
  return with_year(h, after_ordinal(h, k + 1), month, day, end, year_missing);
}

/// How much a date in the head is worth; 0 nothing.
typedef enum worth { WORTHLESS, HEADING, LABEL_UPDATED, DATELINE, LABEL } worth;

static worth label_before(const head *h, size_t line, size_t i) {
  static const char *const published[] = {"date", "dated", "published", "posted", "issued", "publication", "released", NULL};
  static const char *const updated[] = {"updated", "modified", "revised", "edited", NULL};
  worth best = WORTHLESS;
  for (size_t k = i; k > line && i - k < 6; k--) {
    if (is_one_of(h, k - 1, published)) best = LABEL;
    else if (is_one_of(h, k - 1, updated) && best < LABEL_UPDATED) best = LABEL_UPDATED;
    else if (at(h, k - 1)->sign == '.' || at(h, k - 1)->sign == ';') break;
  }
  // A label stands at the start of its line; elsewhere it is a verb.
  bool near_start = i - line <= 8;
  return near_start || at(h, i - 1)->sign == ':' ? best : WORTHLESS;
}

/// "CITY, Jan 19 (Agency) -": the line starts in capitals or with a name, and a dash follows soon after the day.
static bool is_dateline(const head *h, size_t line, size_t i, size_t end) {
  if (i == line || i - line > 8 || !(at(h, line)->flags & SM_TOKEN_CAPITAL)) return false;
  for (size_t k = line; k < i; k++)
    if ((at(h, k)->flags & SM_TOKEN_WORD) && !(at(h, k)->flags & SM_TOKEN_CAPITAL) && at(h, k)->end - at(h, k)->begin > 3)
      return false;
  for (size_t k = end; k < end + 8 && k < h->tokens->n; k++) {
    if (at(h, k)->sign == '_' || (at(h, k)->sign == '-' && (at(h, k)->flags & SM_TOKEN_SPACE_BEFORE))) return true;
    if (at(h, k)->sign == ':' && k == end) return true;
    if (at(h, k)->flags & SM_TOKEN_LINE_START) return false;
  }
  return false;
}

/// A short line of the head, with more text after it.
static bool is_short_line(const head *h, size_t line, size_t last) {
  if (last - line > SHORT_LINE || last >= h->tokens->n) return false;
  const sm_token *t = at(h, last - 1);
  return t->sign != '.' && t->sign != '!' && t->sign != '?';
}

/// The year that the text gives the month, or a neighbouring month; 0 when it gives none or several.
static int year_of_month(const head *h, int month) {
  int found = 0;
  for (size_t i = 1; i < h->tokens->n; i++) {
    int year;
    if (!year_at(h, i, &year)) continue;
    int m = 0;
    for (size_t k = i; k > 0 && i - k < 4 && !m; k--) m = month_at(h, k - 1);
    int apart = m ? (m - month + 12) % 12 : 6;
    if (apart > 1 && apart < 11) continue;
    if (apart == 1 && m < month) continue; // January of the next year
    if (found && found != year) return 0;
    found = year;
  }
  return found;
}

typedef struct best {
  worth worth;
  sm_date date;
  size_t line, end; ///< tokens: start of the line, end of the date
} best;

static void judge(const head *h, size_t line, size_t last, size_t i, best *b) {
  size_t end = i;
  bool year_missing = false;
  sm_date date = read_day(h, i, &end, &year_missing);
  if (date == SM_NO_DATE) return;
  worth w = is_dateline(h, line, i, end) ? DATELINE : WORTHLESS;
  if (year_missing) {
    int year, month, day;
    sm_date_split(date, &year, &month, &day);
    year = w == DATELINE ? year_of_month(h, month) : 0;
    date = year ? sm_date_make(year, month, day) : SM_NO_DATE;
    if (date == SM_NO_DATE) return;
  }
  if (i > line && w < LABEL) {
    worth label = label_before(h, line, i);
    if (label > w) w = label;
  }
  if (!w && is_short_line(h, line, last)) w = HEADING;
  if (w > b->worth) *b = (best){w, date, line, end};
}

sm_date sm_published_in(const sm_tokens *tokens, sm_str text, size_t *head_end) {
  head h = {tokens, text};
  best b = {.worth = WORTHLESS, .date = SM_NO_DATE};
  size_t line = 0;
  for (int lines = 0; line < tokens->n && lines < HEAD_LINES && line < HEAD_TOKENS; lines++) {
    size_t last = line + 1;
    while (last < tokens->n && !(tokens->items[last].flags & SM_TOKEN_LINE_START)) last++;
    for (size_t i = line; i < last && i - line < DATELINE_TOKENS; i++) {
      uint16_t flags = tokens->items[i].flags;
      if (flags & (SM_TOKEN_NUMBER | SM_TOKEN_CAPITAL)) judge(&h, line, last, i, &b);
    }
    line = last;
  }
  *head_end = b.worth == LABEL && b.line == 0 ? b.end : 0;
  return b.date;
}
