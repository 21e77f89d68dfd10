#include "model/slugs.h"

#include "locale/plain_letters.h"

namespace puebla {

namespace {

// A file system takes names of 255 bytes; nobody reads a step of an address that long.
constexpr std::size_t longest_slug = 100;

void report_blank(Span span, const Settings& settings) {
    settings.problems.error("bad-slug", settings.place_of(span),
                            say("this slug is empty", "este slug está vacío"),
                            say("write one, or remove it: the address is then made from the title",
                                "escriba uno o quítelo: así la dirección se forma con el título"));
}

void report_no_slug(const std::string& written, Span span, const Settings& settings) {
    const std::string better = slug_from(written);
    settings.problems.error("bad-slug", settings.place_of(span),
                            say("\"{}\" cannot be part of an address",
                                "«{}» no puede ser parte de una dirección", written),
                            better.empty()
                                ? say("use lower-case letters without accents, digits and hyphens",
                                      "use minúsculas sin tildes, dígitos y guiones")
                                : say("write \"{}\"", "escriba \"{}\"", better));
}

}  // namespace

bool is_slug(std::string_view text) {
    bool after_hyphen = true;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && (c != '-' || after_hyphen)) {
            return false;
        }
        after_hyphen = !letter;
    }
    return !text.empty() && !after_hyphen && text.size() <= longest_slug;
}

std::string slug_from(std::string_view title) {
    std::string slug = slug_of(title);
    if (slug.size() > longest_slug) {
        const std::size_t hyphen = slug.rfind('-', longest_slug);
        slug.resize(hyphen == std::string::npos ? longest_slug : hyphen);
    }
    return slug;
}

void check_slugs(const Value& slugs, const Settings& settings) {
    for (const std::string& language : settings.languages) {
        const Value* slug = slugs.find(language);
        if (!slug || !slug->is_string()) {
            continue;
        }
        if (is_blank(*slug->string())) {
            report_blank(slug->span, settings);
        } else if (!is_slug(*slug->string())) {
            report_no_slug(*slug->string(), slug->span, settings);
        }
    }
}

}  // namespace puebla
