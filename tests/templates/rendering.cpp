#include "templates/rendering.h"

#include "foundation/show_diagnostics.h"

namespace puebla::templates {

Rendered render_files(const Files& files, const Map& variables, const RenderContext& context) {
    Diagnostics problems;
    std::map<std::string, TemplateFile> templates;
    for (const auto& [name, text] : files) {
        templates[name] = {name, text};
    }
    const TemplateSet set = TemplateSet::compile(templates, problems);
    Rendered result;
    result.html = set.render("page.html", variables, context, problems);
    const std::string shown =
        show_diagnostics(problems, MemoryFileSystem(files), MessageLanguage::english);
    result.problems = shown.empty() ? "" : "\n" + shown;
    return result;
}

Rendered render_page(const std::string& text, const Map& variables, const RenderContext& context) {
    return render_files({{"page.html", text}}, variables, context);
}

std::string output_of(const std::string& text, const Map& variables, const RenderContext& context) {
    const Rendered result = render_page(text, variables, context);
    return result.problems.empty() ? result.html.text : result.problems;
}

std::string problems_of(const std::string& text, const Map& variables) {
    return render_page(text, variables).problems;
}

std::string marks_of(const Html& html) {
    constexpr const char* kinds[] = {"id",        "link",        "address",  "resource",
                                     "canonical", "alternate",   "language", "title",
                                     "reference", "inline_code", "element"};
    std::string result;
    for (const Mark& mark : html.marks) {
        result += result.empty() ? "" : "|";
        result += std::string(kinds[static_cast<std::size_t>(mark.kind)]) + " " +
                  html.text.substr(mark.begin, mark.end - mark.begin);
    }
    return result;
}

std::string written_at(const Files& files, const Html& html) {
    std::string result;
    for (const Mark& mark : html.marks) {
        const auto& [file, text] = *std::next(files.begin(), mark.written.file - 1);
        result += result.empty() ? "" : "|";
        result +=
            file + " " + text.substr(mark.written.begin, mark.written.end - mark.written.begin);
    }
    return result;
}

}  // namespace puebla::templates
