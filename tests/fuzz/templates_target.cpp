#include "foundation/utf8.h"
#include "fuzz/bundle.h"
#include "fuzz/complaints.h"
#include "fuzz/fuzz_targets.h"
#include "locale/locale.h"
#include "templates/template_set.h"

namespace puebla::fuzz {

namespace {

using templates::Address;
using templates::Call;
using templates::ForeignText;
using templates::List;
using templates::Map;
using templates::TemplateFile;
using templates::TemplateSet;
using templates::Value;

std::string hostile(std::string_view before, std::string_view after) {
    return std::string(before).append(canary).append(after);
}

// Every kind of value. Texts would be markup or code, were they printed as they are.
Map record() {
    const Value markup = hostile("<img src=x onerror=", "('\"&'>");
    const Value quotes = hostile("\"' onclick=", "");
    const Value script = hostile("javascript:", "");
    const Value dressed = hostile(" java\tScript:", "</script><!--");
    const Map page = {{"title", markup},
                      {"url", Address{"es/a b/\"'<>/"}},
                      {"date", "2024-09"},
                      {"summary", ForeignText{hostile("<b>", "</b>"), "ar\"", true}},
                      {"links", List{script, dressed, Value("https://example.org/")}}};
    return {{"x", markup},
            {"q", quotes},
            {"js", script},
            {"dressed", dressed},
            {"n", 3},
            {"r", 1.5},
            {"yes", true},
            {"none", Value()},
            {"url", Address{"es/page/#b1"}},
            {"body", Html{"<p id=\"b1\">Text</p>\n", {}}},
            {"foreign", ForeignText{hostile("<i>", "\""), "en", false}},
            {"list", List{markup, quotes, 7, Value(page)}},
            {"page", page},
            {"phrase", templates::Function([](Call& call) -> Value {
                 const Value* key = call.argument(0, "key");
                 return hostile("<", ">") + std::string(key != nullptr ? key->text() : "");
             })}};
}

std::map<std::string, TemplateFile> templates_of(const Files& files) {
    std::map<std::string, TemplateFile> templates;
    for (const auto& [name, text] : files) {
        templates[name] = {name, text};
    }
    return templates;
}

}  // namespace

void feed_templates(std::string_view bytes) {
    static const Map variables = record();
    static const auto spanish = Locale::make("es_CR");
    const Files texts = unbundle(bytes, "page.html");
    for (const auto& [name, text] : texts) {
        // Layouts are UTF-8, and what they say themselves is not data.
        if (first_invalid_byte(text) || text.find(canary) != std::string::npos) {
            return;
        }
    }
    Diagnostics problems;
    const TemplateSet set = TemplateSet::compile(templates_of(texts), problems);
    templates::RenderContext context;
    context.locale = &*spanish;
    context.here = "es/page/index.html";
    context.site_base = "https://portal.example.org/";
    const Html page = set.render("page.html", variables, context, problems);

    must_hold(complaint_about(problems, MemoryFileSystem(texts)));
    must_hold(first_invalid_byte(page.text) ? "the page is not UTF-8" : "");
    must_hold(complaint_about_data_in(page.text));
    for (const Mark& mark : page.marks) {
        must_hold(mark.begin <= mark.end && mark.end <= page.text.size()
                      ? ""
                      : "a mark lies outside of the page");
    }
}

}  // namespace puebla::fuzz
