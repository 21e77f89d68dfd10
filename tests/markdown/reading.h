// Reads a text as the body of content/a/b/es.md and shows what came of it.

#pragma once

#include <set>
#include <string>

#include "foundation/file_system.h"
#include "foundation/show_diagnostics.h"
#include "markdown/document.h"

namespace puebla::markdown {

struct Reading {
    explicit Reading(std::string text, std::size_t begin = 0,
                     const std::set<std::string, std::less<>>& names = {})
        : source{"es.md", std::move(text), begin,
                 [names](std::string_view name) { return names.contains(name); }},
          document(parse(source, problems)) {}

    std::string html(const HtmlOptions& options = {}) const {
        return to_html(document, options).text;
    }

    std::string messages() const {
        MemoryFileSystem files;
        files.write(source.file, source.text);
        return show_diagnostics(problems, files, MessageLanguage::english);
    }

    // "b1 The text", one line per block.
    std::string anchors() const {
        std::string result;
        for (const Block& block : document.blocks()) {
            result += block.anchor + (block.text.empty() ? "" : " " + block.text) + "\n";
        }
        return result;
    }

    std::string at(const Span& span) const {
        return source.text.substr(span.begin, span.end - span.begin);
    }

    // "destination <what stands at its span>", one line per link.
    std::string places() const {
        std::string result;
        for (const Link& link : document.links()) {
            result += link.destination + " <" + at(link.span) + ">\n";
        }
        return result;
    }

    Source source;
    Diagnostics problems;
    Document document;
};

}  // namespace puebla::markdown
