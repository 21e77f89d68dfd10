#include "pages/address_pattern.h"

#include "foundation/suggestion.h"

namespace puebla {

namespace {

// Pages below pages below pages: nobody would find more.
constexpr int deepest_parents = 20;

// The page whose address is wanted, and how far above it the filling has come.
struct Asked {
    const Entry& entry;
    int depth = 0;
};

std::optional<std::string> fill(const Site& site, const Entry& entry, LanguageIndex language,
                                Asked asked, Diagnostics& problems);

std::optional<std::string> parent_address(const Site& site, const Entry& entry,
                                          LanguageIndex language, Asked asked,
                                          Diagnostics& problems) {
    if (!entry.parent) {
        return "";
    }
    const auto parent = site.entry_by_ref.find(entry.parent->text);
    if (parent == site.entry_by_ref.end()) {
        return std::nullopt;  // the unknown reference is already reported
    }
    if (asked.depth == deepest_parents) {
        problems.error(
            "nesting-too-deep", {asked.entry.record_file, asked.entry.parent->span},
            say("more than {} pages are above this one, one below the other",
                "hay más de {} páginas encima de esta, una debajo de otra", deepest_parents),
            say("choose a \"parent\" that is nearer to the home page",
                "elija un «parent» más cercano a la página de inicio"));
        return std::nullopt;
    }
    if (site.home && parent->second == *site.home) {
        return "";
    }
    const Entry& above = site.entries[parent->second];
    if (site.collections[above.collection].entry_address.empty()) {
        problems.error(
            "link-target-missing", {entry.record_file, entry.parent->span},
            say("\"{}\" has no page of its own", "«{}» no tiene página propia", above.ref));
        return std::nullopt;
    }
    return fill(site, above, language, {asked.entry, asked.depth + 1}, problems);
}

class PatternFiller {
  public:
    PatternFiller(const Site& site, const Entry& entry, LanguageIndex language, Asked asked,
                  Diagnostics& problems)
        : site_(site),
          entry_(entry),
          collection_(site.collections[entry.collection]),
          pattern_(*collection_.entry_address.find(language)),
          language_(language),
          asked_(asked),
          problems_(problems) {}

    std::optional<std::string> fill() {
        const std::string& text = pattern_.text;
        std::string result;
        std::size_t at = 0;
        for (std::size_t open = text.find('{'); open != std::string::npos;
             open = text.find('{', at)) {
            const std::size_t close = text.find('}', open);
            if (close == std::string::npos) {
                report_pattern(say("this {{ is not closed", "esta {{ no se cierra"));
                return std::nullopt;
            }
            result += text.substr(at, open - at);
            const auto value = value_of(text.substr(open + 1, close - open - 1));
            if (!value) {
                return std::nullopt;
            }
            result += *value;
            at = close + 1;
        }
        return result + text.substr(at);
    }

  private:
    void report_pattern(Message message, Message help = {}) {
        problems_.error("bad-setting", {collection_.file, pattern_.span}, std::move(message),
                        std::move(help));
    }

    std::optional<std::string> value_of(const std::string& name) {
        if (name == "slug") {
            return *entry_.slug.find(language_);
        }
        if (name == "parent") {
            return parent_address(site_, entry_, language_, asked_, problems_);
        }
        const std::size_t dot = name.find('.');
        const std::string field_name = name.substr(0, dot);
        const std::string part = dot == std::string::npos ? "" : name.substr(dot + 1);
        const Field* field = find_field(collection_.fields, field_name);
        if (!field) {
            std::vector<std::string> known = {"slug", "parent"};
            for (const Field& one : collection_.fields) {
                known.push_back(one.name);
            }
            report_pattern(say("the address names the field \"{}\", which does not exist",
                               "la dirección nombra el campo «{}», que no existe", field_name),
                           did_you_mean(field_name, known));
            return std::nullopt;
        }
        const Value* value = entry_.record.find(field_name);
        if (!value) {
            problems_.error("missing-field", {entry_.record_file, {}},
                            say("the address of this entry needs the field \"{}\"",
                                "la dirección de esta entrada necesita el campo «{}»", field_name));
            return std::nullopt;
        }
        return value_of_field(*field, part, *value);
    }

    std::optional<std::string> value_of_field(const Field& field, const std::string& part,
                                              const Value& value) {
        if (part.empty() && value.integer()) {
            return std::to_string(*value.integer());
        }
        if (!value.is_string()) {
            report_pattern(say("the field \"{}\" cannot be part of an address",
                               "el campo «{}» no puede ser parte de una dirección", field.name));
            return std::nullopt;
        }
        const std::string& text = *value.string();
        if (part.empty()) {
            return usable(slug_of(text), value);
        }
        if (part == "year" && field.format == FieldFormat::date) {
            return text.substr(0, 4);
        }
        if (part == "slug" && field.format == FieldFormat::choice) {
            return usable(slug_of_choice(field, text), value);
        }
        if (part == "slug" && field.format == FieldFormat::reference) {
            const Entry* target = find_entry(site_, text);
            return target ? std::optional(*target->slug.find(language_)) : std::nullopt;
        }
        report_pattern(
            say("\"{}\" has no part \"{}\" for an address",
                "«{}» no tiene la parte «{}» para una dirección", field.name, part),
            say("a date has \"year\"; an enumeration and a reference have \"slug\"",
                "una fecha tiene «year»; una enumeración y una referencia tienen «slug»"));
        return std::nullopt;
    }

    // "…" has no letters that an address could be made of, and a whole sentence has too many.
    std::optional<std::string> usable(std::string slug, const Value& value) {
        constexpr std::size_t longest = 100;
        if (!slug.empty() && slug.size() <= longest) {
            return slug;
        }
        if (!slug.empty()) {
            problems_.error("bad-slug", {entry_.record_file, value.span},
                            say("this is too long for a part of an address",
                                "esto es demasiado largo para una parte de una dirección"),
                            say("the most is {} letters and digits",
                                "el máximo es {} letras y dígitos", longest));
            return std::nullopt;
        }
        problems_.error(
            "bad-slug", {entry_.record_file, value.span},
            say("this gives no part of an address",
                "de esto no sale ninguna parte de una dirección"),
            say("write at least one letter or digit", "escriba al menos una letra o un dígito"));
        return std::nullopt;
    }

    std::string slug_of_choice(const Field& field, const std::string& value) const {
        for (const Choice& choice : field.choices) {
            if (choice.value == value) {
                const std::string* slug = choice.slug.find(language_);
                const std::string* name = choice.name.find_or_other(language_);
                return slug ? *slug : slug_of(name ? *name : value);
            }
        }
        return slug_of(value);
    }

    const Site& site_;
    const Entry& entry_;
    const Collection& collection_;
    const PlacedText& pattern_;
    LanguageIndex language_;
    Asked asked_;
    Diagnostics& problems_;
};

std::optional<std::string> fill(const Site& site, const Entry& entry, LanguageIndex language,
                                Asked asked, Diagnostics& problems) {
    if (!site.collections[entry.collection].entry_address.find(language)) {
        return std::nullopt;
    }
    return PatternFiller(site, entry, language, asked, problems).fill();
}

}  // namespace

std::optional<std::string> fill_address(const Site& site, const Entry& entry,
                                        LanguageIndex language, Diagnostics& problems) {
    return fill(site, entry, language, {entry, 0}, problems);
}

}  // namespace puebla
