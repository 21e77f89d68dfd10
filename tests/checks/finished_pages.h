// A small site of two languages, right in everything, in which a test puts something wrong.

#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "checks/checks.h"
#include "text_of.h"

namespace puebla {

class FinishedPages : public testing::Test {
  protected:
    // Replaces `old` in a file of the site, or stops.
    void change(const std::string& path, const std::string& old, const std::string& by) {
        std::string& text = files_[path];
        const std::size_t at = text.find(old);
        ASSERT_NE(at, std::string::npos) << "no " << old << " in " << path;
        text.replace(at, old.size(), by);
    }

    // What its author is told, beginning with a line feed.
    std::string problems() const {
        const MemoryFileSystem files(files_);
        Build build = build_site(files, {});
        std::vector<PageFacts> facts;
        for (const OutputFile& file : build.files) {
            const MadeFile made = file.make();
            build.diagnostics.append(made.problems);
            facts.push_back(facts_of(file.path, made, build.site->base));
        }
        run_checks({build, facts}, build.diagnostics);
        return text_of(build.diagnostics, files);
    }

    static constexpr const char* base = "themes/plain/layouts/base.html";
    static constexpr const char* page = "themes/plain/layouts/page.html";
    static constexpr const char* news = "content/pages/news/en.md";

    std::map<std::string, std::string> files_ = {
        {"content/site.json", R"({"format": 1, "name": {"es": "Sitio", "en": "Site"},
 "base": "https://example.org/sub/", "as_of": "2024-12-31", "theme": "plain", "home": "pages/home",
 "languages": [{"code": "es", "locale": "es"}, {"code": "en", "locale": "en"}]})"},
        {"content/pages/collection.json", R"({"name": {"es": "Páginas", "en": "Pages"},
 "layout": {"entry": "page"},
 "address": {"entry": {"es": "{slug}/", "en": "{slug}/"}}})"},
        {"content/pages/home/es.md", "# Inicio\n"},
        {"content/pages/home/en.md", "# Home\n"},
        {"content/pages/news/es.md", "# Noticias\n\n## Una\n\nTexto.\n"},
        {"content/pages/news/en.md", "# News\n\n## One\n\nText.\n"},
        {"themes/plain/theme.json", R"({"styles": ["site.css"]})"},
        {"themes/plain/styles/site.css", "p { margin: 0 }\n"},
        {base, R"(<!doctype html>
<html lang="{{ page.language.code }}">
<head>
<title>{{ page.title }}</title>
{% if page.canonical %}<link rel="canonical" href="{{ page.canonical }}">{% endif %}
{% for one in page.alternates %}
<link rel="alternate" hreflang="{{ one.code }}" href="{{ one.href }}">
{% endfor %}
<link rel="stylesheet" href="{{ asset("styles") }}">
</head>
<body id="top">
{% for one in page.versions %}
<a href="{{ one.url }}">{{ one.title }}</a>
{% endfor %}
<main>
{% block main %}{% endblock %}
</main>
</body>
</html>
)"},
        {page, R"({% extends "layouts/base.html" %}
{% block main %}
<h1>{{ page.title }}</h1>
{{ page.body or "" }}
{% endblock %}
)"},
        {"themes/plain/layouts/home.html", "{% extends \"layouts/page.html\" %}\n"},
        {"themes/plain/layouts/doorway.html", "{% extends \"layouts/page.html\" %}\n"},
        {"themes/plain/layouts/not-found.html", "{% extends \"layouts/page.html\" %}\n"},
    };
};

}  // namespace puebla
