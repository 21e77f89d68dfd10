#include "model/read_settings.h"

#include <algorithm>

#include "foundation/suggestion.h"
#include "model/wrong_type.h"

namespace puebla {

bool is_blank(std::string_view text) {
    // U+0085, U+00A0, U+00AD, U+1680, U+2000 to U+200F, U+2028, U+2029, U+202F, U+205F, U+2060,
    // U+2800, U+3000, U+3164, U+FEFF.
    constexpr std::string_view blanks[] = {
        " ",      "\t",     "\r",     "\n",     "\u0085", "\u00A0", "\u00AD", "\u1680", "\u2000",
        "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
        "\u200A", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028", "\u2029", "\u202F",
        "\u205F", "\u2060", "\u2800", "\u3000", "\u3164", "\uFEFF"};
    while (!text.empty()) {
        const auto* const blank =
            std::find_if(std::begin(blanks), std::end(blanks),
                         [&](std::string_view one) { return text.starts_with(one); });
        if (blank == std::end(blanks)) {
            return false;
        }
        text.remove_prefix(blank->size());
    }
    return true;
}

Span head_of(const Value& value) {
    const bool container = value.is_list() || value.is_map();
    return container ? Span{value.span.begin, value.span.begin + 1} : value.span;
}

void check_names(const Value& object, const std::vector<std::string>& known, const Message& owner,
                 const Settings& settings) {
    const Value::Map* members = object.map();
    if (!members) {
        return;
    }
    std::size_t unknown = 0;
    for (const Member& member : *members) {
        if (std::find(known.begin(), known.end(), member.name) == known.end()) {
            settings.problems.error(
                "unknown-field", settings.place_of(member.name_span),
                say("{} no field \"{}\"", "{} el campo «{}»", owner, member.name),
                ++unknown <= most_listed ? did_you_mean(member.name, known) : Message());
        }
    }
}

bool is_misspelt(const Value& object, const std::vector<std::string>& known,
                 const std::string& missing) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    const Value::Map* members = object.map();
    if (!members) {
        return false;
    }
    const auto end =
        members->begin() + static_cast<std::ptrdiff_t>(std::min(members->size(), most_listed));
    return std::any_of(members->begin(), end, [&](const Member& member) {
        return std::find(known.begin(), known.end(), member.name) == known.end() &&
               nearest_name(member.name, names) == missing;
    });
}

Localized<std::string> read_localized(const Value& value, const Settings& settings) {
    Localized<std::string> result;
    if (!value.is_map()) {
        report_wrong_type(value, Wanted::texts_by_language, settings);
        return result;
    }
    for (const Member& member : *value.map()) {
        const auto found =
            std::find(settings.languages.begin(), settings.languages.end(), member.name);
        if (found == settings.languages.end()) {
            settings.problems.error("unknown-language", settings.place_of(member.name_span),
                                    say("this site has no language \"{}\"",
                                        "este sitio no tiene el idioma «{}»", member.name),
                                    did_you_mean(member.name, settings.languages));
        } else if (!member.value.is_string()) {
            report_wrong_type(member.value, Wanted::text, settings);
        } else if (!is_blank(*member.value.string())) {
            result.set(static_cast<LanguageIndex>(found - settings.languages.begin()),
                       *member.value.string());
        }
    }
    return result;
}

Localized<std::string> read_full_text(const Value& value, const Message& what,
                                      const Settings& settings) {
    Localized<std::string> text = read_localized(value, settings);
    const Span span = head_of(value);
    if (!value.is_map()) {
        return text;  // the wrong type is reported; what is missing goes without saying
    }
    if (text.empty()) {
        settings.problems.error(
            "text-missing", settings.place_of(span),
            say("{} has no text in any language", "{} no tiene texto en ningún idioma", what),
            say("write it at least in one: {{\"{}\": \"…\"}}",
                "escríbalo al menos en uno: {{\"{}\": \"…\"}}", settings.languages.front()));
        return text;
    }
    for (LanguageIndex language = 0; language < settings.languages.size(); ++language) {
        const std::string& code = settings.languages[language];
        const Value* written = value.find(code);
        const bool reported =
            written ? !written->is_string() : is_misspelt(value, settings.languages, code);
        if (!text.find(language) && !reported) {
            settings.problems.warning(
                "translation-missing", settings.place_of(span),
                say("{} has no text in \"{}\"", "{} no tiene texto en «{}»", what, code),
                say("readers get it in another language until it is added",
                    "el público lo lee en otro idioma hasta que se agregue"));
        }
    }
    return text;
}

std::string read_text_at(const Value& object, std::string_view name, const Settings& settings,
                         std::string_view otherwise) {
    const Value* value = object.find(name);
    if (value && !value->is_string()) {
        report_wrong_type(*value, Wanted::text, settings);
    }
    return object.string_at(name, otherwise);
}

std::vector<std::string> read_texts_at(const Value& object, std::string_view name,
                                       const Settings& settings) {
    std::vector<std::string> texts;
    const Value* value = object.find(name);
    if (!value) {
        return texts;
    }
    if (!value->is_list()) {
        report_wrong_type(*value, Wanted::list_of_texts, settings);
        return texts;
    }
    for (const Value& item : *value->list()) {
        if (item.is_string()) {
            texts.push_back(*item.string());
        } else {
            report_wrong_type(item, Wanted::text, settings);
        }
    }
    return texts;
}

}  // namespace puebla
