#include "content/content_tree.h"
#include "fuzz/bundle.h"
#include "fuzz/complaints.h"
#include "fuzz/fuzz_targets.h"
#include "model/shape_site.h"

namespace puebla::fuzz {

namespace {

// A site in which every kind of field is declared once.
const Files& usual_files() {
    static const Files files = {
        {"content/site.json", R"({
  "format": 1,
  "name": {"es": "Sitio", "en": "Site"},
  "base": "https://example.org/",
  "languages": [{"code": "es", "locale": "es_CR"}, {"code": "en", "locale": "en_001"}],
  "as_of": "2024-12-31",
  "theme": "plain",
  "home": "pages/home"
})"},
        {"content/pages/collection.json", R"({
  "name": {"es": "Páginas", "en": "Pages"},
  "address": {"entry": {"es": "{parent}{slug}/", "en": "{parent}{slug}/"}}
})"},
        {"content/pages/home/es.md", "# Inicio\n"},
        {"content/pages/home/en.md", "# Home\n"},
        {"content/things/collection.json", R"({
  "name": {"es": "Cosas", "en": "Things"},
  "title": "name",
  "prose": "optional",
  "order": ["-date", "name"],
  "address": {
    "list": {"es": "cosas/", "en": "things/"},
    "entry": {"es": "cosas/{kind.slug}/{date.year}/{slug}/", "en": "things/{kind.slug}/{date.year}/{slug}/"}
  },
  "record": {
    "type": "object",
    "properties": {
      "name": {"type": "object", "format": "localized"},
      "date": {"type": "string", "format": "partial-date"},
      "page": {"type": "string", "format": "reference", "collection": "pages", "inverse": "things"},
      "others": {"type": "array", "items": {"type": "string", "format": "reference", "collection": ["things", "pages"]}},
      "kind": {"type": "string", "enum": ["a", "b"], "labels": {
        "a": {"name": {"es": "A", "en": "A"}, "slug": {"es": "a", "en": "a"}},
        "b": {"name": {"es": "B", "en": "B"}, "slug": {"es": "b", "en": "b"}}}},
      "site": {"type": "string", "format": "uri"},
      "count": {"type": "integer", "minimum": 0, "maximum": 9},
      "share": {"type": "number"},
      "price": {"type": "integer", "format": "money", "currency": "USD"},
      "open": {"type": "boolean"},
      "names": {"type": "array", "format": "names"},
      "years": {"type": "object", "format": "period"},
      "code": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$"},
      "parts": {"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}},
      "free": {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "array", "uniqueItems": true}, {"type": "null"}]}
    },
    "required": ["name", "date", "kind"]
  }
})"},
    };
    return files;
}

}  // namespace

void feed_records(std::string_view bytes) {
    Files all = unbundle(bytes, "content/things/one/record.json");
    all.insert(usual_files().begin(), usual_files().end());
    const MemoryFileSystem files(std::move(all));
    Diagnostics problems;
    const ShapeOptions options;
    shape_site(read_content(files, options.workers, problems), options, problems);
    must_hold(complaint_about(problems, files));
}

}  // namespace puebla::fuzz
