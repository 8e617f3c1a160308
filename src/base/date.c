#include "date.h"

#include <ctype.h>
#include <stdio.h>

/// Howard Hinnant's days_from_civil ("chrono-Compatible Low-Level Date Algorithms").
static int32_t days_from_civil(int y, int m, int d) {
  y -= m <= 2;
  int era = (y >= 0 ? y : y - 399) / 400;
  int yoe = y - era * 400;
  int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return era * 146097 + doe - 719468;
}

static int month_length(int year, int month) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : lengths[month - 1];
}

sm_date sm_date_make(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12) return SM_NO_DATE;
  if (day < 1 || day > month_length(year, month)) return SM_NO_DATE;
  return days_from_civil(year, month, day);
}

void sm_date_split(sm_date date, int *year, int *month, int *day) {
  int z = date + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int doe = z - era * 146097;
  int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int mp = (5 * doy + 2) / 153;
  *day = doy - (153 * mp + 2) / 5 + 1;
  *month = mp + (mp < 10 ? 3 : -9);
  *year = yoe + era * 400 + (*month <= 2);
}

int sm_date_weekday(sm_date date) { return ((date % 7) + 7 + 3) % 7; }

sm_date sm_date_month_end(sm_date date) {
  int y, m, d;
  sm_date_split(date, &y, &m, &d);
  return sm_date_make(y, m, month_length(y, m));
}

sm_date sm_date_parse_iso(sm_str text) {
  static const char shape[] = "dddd-dd-dd";
  if (text.len < 10) return SM_NO_DATE;
  for (int i = 0; i < 10; i++)
    if (shape[i] == 'd' ? !isdigit((unsigned char)text.ptr[i]) : text.ptr[i] != '-') return SM_NO_DATE;
  const char *p = text.ptr;
  int year = (p[0] - '0') * 1000 + (p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0');
  return sm_date_make(year, (p[5] - '0') * 10 + (p[6] - '0'), (p[8] - '0') * 10 + (p[9] - '0'));
}

static void put_digits(char *out, int n, unsigned number) {
  for (; n > 0; number /= 10) out[--n] = (char)('0' + number % 10);
}

void sm_date_format_iso(sm_date date, char out[11]) {
  out[0] = 0;
  if (date == SM_NO_DATE) return;
  int y, m, d;
  sm_date_split(date, &y, &m, &d);
  put_digits(out, 4, (unsigned)y);
  put_digits(out + 5, 2, (unsigned)m);
  put_digits(out + 8, 2, (unsigned)d);
  out[4] = out[7] = '-';
  out[10] = 0;
}
