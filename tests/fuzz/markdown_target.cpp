#include "foundation/utf8.h"
#include "fuzz/complaints.h"
#include "fuzz/fuzz_targets.h"
#include "markdown/document.h"

namespace puebla::fuzz {

namespace {

// Files that are not UTF-8 are refused before they come here.
std::string as_utf8(std::string_view bytes) {
    std::string text(bytes);
    std::size_t done = 0;
    while (const auto invalid = first_invalid_byte(std::string_view(text).substr(done))) {
        done += *invalid;
        text[done] = '?';
    }
    return text;
}

// As entries do it: the line of the title is not part of the body.
std::size_t begin_of_body(std::string_view text) {
    const std::size_t line_end = text.find('\n');
    return text.starts_with("# ") && line_end != std::string_view::npos ? line_end + 1 : 0;
}

// The answers of a site: what exists, what has a title of its own, what leads nowhere.
markdown::ResolvedLink resolved(const markdown::Link& link) {
    if (link.destination.starts_with("no")) {
        return {};
    }
    return {"../" + link.destination, "A title <b> \"of\" its own",
            link.destination.size() % 2 == 0 ? "en" : ""};
}

markdown::HtmlOptions options_of_a_site() {
    markdown::HtmlOptions options;
    options.permalinks = true;
    options.resolve = resolved;
    options.figure = [](const std::string& name, const std::string&) {
        return name == "chart" ? Html{"<svg role=\"img\"></svg>", {}} : Html{};
    };
    options.phrase = [](std::string_view phrase, std::string_view number) {
        return "<" + std::string(phrase) + "> \"" + std::string(number) + "\"";
    };
    return options;
}

}  // namespace

void feed_markdown(std::string_view bytes) {
    const std::string text = as_utf8(bytes);
    MemoryFileSystem files;
    files.write("es.md", text);
    Diagnostics problems;
    const markdown::Document document =
        markdown::parse({"es.md", text, begin_of_body(text)}, problems);
    must_hold(complaint_about(problems, files));
    must_hold(complaint_about(document, text));

    const Html body = markdown::to_html(document, options_of_a_site());
    must_hold(complaint_about_body(body));
    for (const markdown::Block& block : document.blocks()) {
        if (body.text.find("id=\"" + block.anchor + "\"") == std::string::npos) {
            must_hold("no element has the anchor \"" + block.anchor + "\"");
        }
    }
    // Without a site around it every link leads where it says, code excepted.
    must_hold(complaint_about_body(markdown::to_html(document, {})));
}

}  // namespace puebla::fuzz
