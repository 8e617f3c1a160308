#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <stdlib.h>

#include "buffer.h"
#include "report_formats.h"

static bool is(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && xmlStrcasecmp(node->name, (const xmlChar *)name) == 0;
}

static bool is_any(const xmlNode *node, const char *const *names) {
  for (; *names; names++)
    if (is(node, *names)) return true;
  return false;
}

/// Elements whose text is never the report's.
static bool is_furniture(const xmlNode *node) {
  static const char *const names[] = {"script", "style",  "noscript", "nav",    "aside", "footer",
                                      "form",   "button", "select",   "iframe", "svg",   "template",
                                      "object", "head",   "textarea", NULL};
  return is_any(node, names);
}

static bool is_block(const xmlNode *node) {
  static const char *const names[] = {"p",   "div", "section", "article",    "main",   "h1",         "h2",
                                      "h3",  "h4",  "h5",      "h6",         "ul",     "ol",         "li",
                                      "tr",  "td",  "table",   "blockquote", "figure", "figcaption", "header",
                                      "pre", "dl",  "dt",      "dd",         "hr",     "body",       NULL};
  return is_any(node, names);
}

static bool attribute_has(const xmlNode *node, const char *attribute, const char *const *parts) {
  xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
  bool found = false;
  for (; value && *parts && !found; parts++) found = xmlStrcasestr(value, (const xmlChar *)*parts) != NULL;
  xmlFree(value);
  return found;
}

static xmlNode *next_node(xmlNode *node, const xmlNode *root, bool enter) {
  if (enter && node->children) return node->children;
  while (node && node != root && !node->next) node = node->parent;
  return node && node != root ? node->next : NULL;
}

/// Letters of paragraphs directly below a node, less those inside links: a measure of running text.
static size_t running_text(xmlNode *root) {
  size_t n = 0;
  for (xmlNode *node = root->children; node;) {
    bool skip = is_furniture(node) || is(node, "a");
    if (node->type == XML_TEXT_NODE && node->content) n += (size_t)xmlStrlen(node->content);
    node = next_node(node, root, !skip);
  }
  return n;
}

/// Blocks that pages call by such names hold links and notices, not the report; unless most of the page's `all` letters
/// of text stand in them ("has-sidebar").
static bool is_side_matter(xmlNode *node, size_t all) {
  static const char *const parts[] = {"related", "sidebar",    "share",     "social",     "comment",
                                      "cookie",  "newsletter", "promo",     "breadcrumb", "advert",
                                      "menu",    "read-more",  "most-read", "recommend",  NULL};
  static const char *const hidden[] = {"navigation",  "complementary", "banner",
                                       "contentinfo", "search",        NULL};
  if (is(node, "body") || is(node, "html") || is(node, "article") || is(node, "main")) return false;
  if (node->type != XML_ELEMENT_NODE || !node->properties) return false;
  bool named = attribute_has(node, "class", parts) || attribute_has(node, "id", parts) || attribute_has(node, "role", hidden);
  return named && running_text(node) * 2 <= all;
}

static xmlNode *first_named(xmlNode *root, const char *name) {
  xmlNode *best = NULL;
  size_t most = 0;
  for (xmlNode *node = root; node; node = next_node(node, root, true)) {
    if (!is(node, name)) continue;
    size_t n = running_text(node) + 1;
    if (n > most) {
      most = n;
      best = node;
    }
  }
  return best;
}

/// The node whose own paragraphs hold most of the page's text.
static xmlNode *densest(xmlNode *body) {
  xmlNode *best = body;
  size_t most = 0, all = 0, whole = running_text(body);
  for (xmlNode *node = body; node;
       node = next_node(node, body, !is_furniture(node) && !is_side_matter(node, whole))) {
    size_t n = 0;
    for (xmlNode *child = node->children; child; child = child->next)
      if (is(child, "p")) n += running_text(child);
    all += n;
    if (n > most) {
      most = n;
      best = node;
    }
  }
  return most * 2 > all ? best : body;
}

static xmlNode *main_part(xmlNode *root) {
  xmlNode *body = first_named(root, "body");
  if (!body) return root;
  xmlNode *article = first_named(body, "article");
  if (!article) article = first_named(body, "main");
  if (article && running_text(article) * 3 > running_text(body)) return article;
  return densest(body);
}

static void end_block(sm_buffer *out) {
  while (out->len && (out->bytes[out->len - 1] == ' ' || out->bytes[out->len - 1] == '\n')) out->len--;
  if (out->len) sm_buffer_add(out, "\n\n", 2);
}

/// Text with runs of white space as one blank.
static void add_text(sm_buffer *out, const char *text, bool keep_lines) {
  for (; *text; text++) {
    bool blank = isspace((unsigned char)*text) && !(keep_lines && *text == '\n');
    if (!blank)
      sm_buffer_add(out, text, 1);
    else if (out->len && out->bytes[out->len - 1] != ' ' && out->bytes[out->len - 1] != '\n')
      sm_buffer_add(out, " ", 1);
  }
}

static void collect(xmlNode *root, sm_buffer *out) {
  xmlNode *node = root;
  size_t whole = running_text(root);
  while (node) {
    bool enter = !is_furniture(node) && !is_side_matter(node, whole);
    if (node->type == XML_TEXT_NODE && node->content)
      add_text(out, (const char *)node->content, node->parent && is(node->parent, "pre"));
    else if (is(node, "br") && out->len)
      sm_buffer_add(out, "\n", 1);
    if (is_block(node)) end_block(out);
    if (enter && node->children) {
      if (is(node, "li")) sm_buffer_add(out, "- ", 2);
      node = node->children;
      continue;
    }
    while (node && node != root && !node->next) {
      node = node->parent;
      if (node && is_block(node)) end_block(out);
    }
    node = node && node != root ? node->next : NULL;
  }
  end_block(out);
  while (out->len && out->bytes[out->len - 1] == '\n') out->len--;
}

static sm_str arena_text(sm_arena *arena, const xmlChar *text) {
  if (!text) return (sm_str){0};
  sm_buffer out = {0};
  add_text(&out, (const char *)text, false);
  while (out.len && out.bytes[out.len - 1] == ' ') out.len--;
  char *copy = out.failed ? NULL : sm_arena_strdup(arena, sm_buffer_str(&out));
  sm_str s = {copy, copy ? out.len : 0};
  sm_buffer_free(&out);
  return s.len ? s : (sm_str){0};
}

/// Publication day of a meta element, by the names that pages use, best first; 0 is none.
static int date_rank(const xmlNode *node) {
  static const char *const names[] = {"article:published_time",
                                      "datePublished",
                                      "og:published_time",
                                      "DC.date.issued",
                                      "DC.date",
                                      "dcterms.created",
                                      "pubdate",
                                      "publish-date",
                                      "publishdate",
                                      "parsely-pub-date",
                                      "sailthru.date",
                                      "date",
                                      NULL};
  static const char *const keys[] = {"property", "name", "itemprop", NULL};
  for (int k = 0; keys[k]; k++) {
    xmlChar *key = xmlGetProp(node, (const xmlChar *)keys[k]);
    for (int i = 0; key && names[i]; i++)
      if (xmlStrcasecmp(key, (const xmlChar *)names[i]) == 0) {
        xmlFree(key);
        return 100 - i;
      }
    xmlFree(key);
  }
  return 0;
}

/// The day after "datePublished": in a JSON-LD block, whatever its nesting.
static sm_date json_ld_date(const char *json) {
  const char *at = strstr(json, "\"datePublished\"");
  if (!at || !(at = strchr(at + 15, ':')) || !(at = strchr(at, '"'))) return SM_NO_DATE;
  return sm_date_parse_iso(sm_str_of(at + 1));
}

static sm_date date_of(const xmlNode *node, const char *attribute) {
  xmlChar *value = xmlGetProp(node, (const xmlChar *)attribute);
  sm_date date = value ? sm_date_parse_iso(sm_str_of((const char *)value)) : SM_NO_DATE;
  xmlFree(value);
  return date;
}

static bool has_property(const xmlNode *node, const char *value) {
  const char *const parts[] = {value, NULL};
  return attribute_has(node, "property", parts) || attribute_has(node, "name", parts);
}

static void read_metadata(xmlNode *root, sm_arena *arena, sm_report *out) {
  int best = 0;
  for (xmlNode *node = root; node; node = next_node(node, root, true)) {
    sm_date date = SM_NO_DATE;
    int rank = 0;
    if (is(node, "meta")) {
      rank = date_rank(node);
      if (rank) date = date_of(node, "content");
      xmlChar *content = xmlGetProp(node, (const xmlChar *)"content");
      if (has_property(node, "og:title") && !out->title.len) out->title = arena_text(arena, content);
      if (has_property(node, "og:site_name") && !out->source.len) out->source = arena_text(arena, content);
      if (has_property(node, "og:url") && !out->url.len) out->url = arena_text(arena, content);
      xmlFree(content);
    } else if (is(node, "script")) {
      static const char *const ld[] = {"ld+json", NULL};
      xmlChar *json = attribute_has(node, "type", ld) ? xmlNodeGetContent(node) : NULL;
      if (json) date = json_ld_date((const char *)json);
      rank = 95;
      xmlFree(json);
    } else if (is(node, "time")) {
      date = date_of(node, "datetime");
      rank = 10;
    }
    if (date != SM_NO_DATE && rank > best) {
      best = rank;
      out->published = date;
    }
  }
}

bool sm_html_tells_encoding(sm_str bytes) {
  enum { HEAD = 4096 };
  char head[HEAD + 1];
  size_t n = bytes.len < HEAD ? bytes.len : HEAD;
  for (size_t i = 0; i < n; i++) head[i] = bytes.ptr[i] ? (char)tolower((unsigned char)bytes.ptr[i]) : ' ';
  head[n] = 0;
  const char *at = strstr(head, "charset=");
  if (!at) return false;
  at += strlen("charset=");
  at += *at == '"' || *at == '\'';
  return strncmp(at, "utf-8", 5) != 0 && strncmp(at, "utf8", 4) != 0;
}

sm_status sm_report_from_html(sm_str bytes, bool utf8, sm_arena *arena, sm_report *out, sm_error *err) {
  *out = (sm_report){.published = SM_NO_DATE, .first_invalid = SM_NO_OFFSET, .text = SM_STR("")};
  if (bytes.len > INT32_MAX) return sm_fail(err, SM_ERROR_LIMIT, "page too large");
  htmlDocPtr page =
      htmlReadMemory(bytes.ptr, (int)bytes.len, NULL, utf8 ? "UTF-8" : NULL,
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlNode *root = page ? xmlDocGetRootElement(page) : NULL;
  sm_buffer text = {0};
  if (root) {
    read_metadata(root, arena, out);
    xmlNode *title = first_named(root, "title");
    xmlChar *words = title && !out->title.len ? xmlNodeGetContent(title) : NULL;
    if (words) out->title = arena_text(arena, words);
    xmlFree(words);
    collect(main_part(root), &text);
  }
  xmlFreeDoc(page);
  char *copy = text.failed ? NULL : sm_arena_strdup(arena, sm_buffer_str(&text));
  if (copy) out->text = (sm_str){copy, text.len};
  sm_buffer_free(&text);
  return copy ? SM_OK : sm_fail(err, SM_ERROR_MEMORY, "out of memory");
}
