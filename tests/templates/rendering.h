// Renders templates written in a test, and shows what went wrong as a person would see it.

#pragma once

#include <map>
#include <string>

#include "templates/template_set.h"

namespace puebla::templates {

struct Rendered {
    Html html;
    std::string problems;  // as shown to a person, in English
};

using Files = std::map<std::string, std::string>;

Rendered render_files(const Files& files, const Map& variables, const RenderContext& context = {});

// One template called "page.html".
Rendered render_page(const std::string& text, const Map& variables = {},
                     const RenderContext& context = {});

// The output, or the problems where there are any.
std::string output_of(const std::string& text, const Map& variables = {},
                      const RenderContext& context = {});
std::string problems_of(const std::string& text, const Map& variables = {});

// "link es/a/|id b": kind and characters of every mark.
std::string marks_of(const Html& html);

// "page.html {{ x }}|list.html es/": for every mark its file and what stands there.
std::string written_at(const Files& files, const Html& html);

}  // namespace puebla::templates
