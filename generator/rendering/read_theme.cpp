#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "foundation/read_json.h"
#include "foundation/read_text.h"
#include "foundation/suggestion.h"
#include "rendering/theme.h"
#include "rendering/theme_settings.h"

namespace puebla {

namespace {

const std::string overrides = "content/.theme";

class ThemeReader {
  public:
    ThemeReader(const FileSystem& files, const Site& site, Diagnostics& problems)
        : files_(files), site_(site), folder_("themes/" + site.theme), problems_(problems) {}

    Theme read() {
        Theme theme;
        const std::string settings_file = folder_ + "/theme.json";
        if (!files_.exists(settings_file)) {
            report_no_theme();
            return theme;
        }
        theme.name = site_.theme;
        if (const auto text = read_text(files_, settings_file, problems_)) {
            settings_ = read_json(settings_file, *text, problems_);
        }
        check_theme_settings(settings_, settings_file, language_codes(), problems_);
        const auto templates = template_files();
        for (const auto& [name, file] : templates) {
            theme.template_names.push_back(name);
        }
        theme.templates = templates::TemplateSet::compile(templates, problems_);
        theme.phrases = read_phrases();
        theme.assets = read_assets(files_, folder_, settings_, problems_);
        theme.options = read_options();
        return theme;
    }

  private:
    void report_no_theme() {
        std::set<std::string> known;
        for (const std::string& path : files_.files_below("themes")) {
            const std::size_t begin = std::string("themes/").size();
            if (path.ends_with("/theme.json")) {
                known.insert(path.substr(begin, path.find('/', begin) - begin));
            }
        }
        problems_.error("theme-missing", {"content/site.json", site_.theme_span},
                        say("there is no theme \"{}\"", "no existe el tema «{}»", site_.theme),
                        did_you_mean(site_.theme, {known.begin(), known.end()}));
    }

    std::vector<std::string> language_codes() const {
        std::vector<std::string> codes;
        for (const Language& language : site_.languages) {
            codes.push_back(language.code);
        }
        return codes;
    }

    // By their name in the theme; the site's own stand in for the theme's.
    std::map<std::string, templates::TemplateFile> template_files() {
        std::map<std::string, templates::TemplateFile> found;
        for (const std::string& root : {folder_, overrides}) {
            for (const char* kind : {"/layouts", "/partials"}) {
                for (const std::string& path : files_.files_below(root + kind)) {
                    if (auto text = read_text(files_, path, problems_)) {
                        found[path.substr(root.size() + 1)] = {path, std::move(*text)};
                    }
                }
            }
        }
        return found;
    }

    std::vector<Phrases> read_phrases() {
        std::vector<Phrases> phrases;
        for (const Language& language : site_.languages) {
            Phrases own;
            for (const std::string& root : {folder_, overrides}) {
                read_phrase_file(root + "/phrases/" + language.code + ".json", own);
            }
            phrases.push_back(std::move(own));
        }
        fill_gaps(phrases);
        return phrases;
    }

    void read_phrase_file(const std::string& path, Phrases& phrases) {
        if (!files_.exists(path)) {
            return;
        }
        const auto text = read_text(files_, path, problems_);
        const Value value = text ? read_json(path, *text, problems_) : Value{};
        if (!value.is_map()) {
            return;
        }
        for (const Member& member : *value.map()) {
            MessageMistake mistake;
            auto pattern = member.value.is_string()
                               ? MessagePattern::parse(*member.value.string(), &mistake)
                               : std::nullopt;
            if (pattern) {
                phrases.insert_or_assign(member.name, Phrase{std::move(*pattern), {}});
            } else {
                problems_.error("broken-phrase", {path, member.value.span},
                                say("the phrase \"{}\" is not written correctly",
                                    "la frase «{}» no está bien escrita", member.name),
                                member.value.is_string()
                                    ? mistake.message
                                    : say("a phrase is a text in quotation marks",
                                          "una frase es un texto entre comillas"));
            }
        }
    }

    // A language lends the phrases it lacks from English, else from the first that has them.
    void fill_gaps(std::vector<Phrases>& phrases) {
        Phrases lent;
        const auto lend = [&](const Phrases& own, const Phrase::Lender& lender) {
            for (const auto& [key, phrase] : own) {
                lent.try_emplace(key, Phrase{phrase.pattern, lender});
            }
        };
        if (!find_language(site_, "en")) {
            Phrases english;
            read_phrase_file(folder_ + "/phrases/en.json", english);
            lend(english, {"en", false});
        }
        for (LanguageIndex language = 0; language < phrases.size(); ++language) {
            const Language& lender = site_.languages[language];
            lend(phrases[language], {lender.code, lender.locale.right_to_left()});
        }
        for (LanguageIndex language = 0; language < phrases.size(); ++language) {
            std::vector<std::string> missing;
            for (const auto& [key, phrase] : lent) {
                if (phrases[language].try_emplace(key, phrase).second) {
                    missing.push_back(key);
                }
            }
            if (!missing.empty()) {
                const std::string& code = site_.languages[language].code;
                problems_.warning(
                    "phrase-missing", {fmt::format("{}/phrases/{}.json", folder_, code), {}},
                    missing.size() == 1
                        ? say("the phrase \"{}\" has no text in \"{}\"",
                              "la frase «{}» no tiene texto en «{}»", missing.front(), code)
                        : say("{} phrases have no text in \"{}\": {}",
                              "{} frases no tienen texto en «{}»: {}", missing.size(), code,
                              first_few(missing)),
                    say("readers get them in another language until they are added here or in {}",
                        "el público las lee en otro idioma hasta que se agreguen aquí o en {}",
                        fmt::format("{}/phrases/{}.json", overrides, code)));
            }
        }
    }

    static std::string first_few(const std::vector<std::string>& names) {
        constexpr std::size_t few = 5;
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(few, names.size()));
        return fmt::to_string(fmt::join(names.begin(), end, ", ")) +
               (names.size() > few ? " …" : "");
    }

    std::vector<std::pair<std::string, Value>> read_options() {
        std::vector<std::pair<std::string, Value>> options;
        std::vector<std::string> known;
        if (const Value* declared = settings_.find("options"); declared && declared->is_map()) {
            for (const Member& member : *declared->map()) {
                const Value* own = site_.options.find(member.name);
                options.emplace_back(member.name, own ? *own : member.value);
                known.push_back(member.name);
            }
        }
        if (site_.options.is_map()) {
            for (const Member& member : *site_.options.map()) {
                if (std::find(known.begin(), known.end(), member.name) == known.end()) {
                    problems_.error("unknown-field", {"content/site.json", member.name_span},
                                    say("the theme has no option \"{}\"",
                                        "el tema no tiene la opción «{}»", member.name),
                                    did_you_mean(member.name, known));
                }
            }
        }
        return options;
    }

    const FileSystem& files_;
    const Site& site_;
    std::string folder_;
    Diagnostics& problems_;
    Value settings_;
};

}  // namespace

Theme read_theme(const FileSystem& files, const Site& site, Diagnostics& problems) {
    // Without languages the site is not understood, without a name no theme is meant; both are
    // already reported.
    if (site.languages.empty() || site.theme.empty()) {
        return {};
    }
    return ThemeReader(files, site, problems).read();
}

std::optional<std::string> say_phrase(const Theme& theme, const Site& site, LanguageIndex language,
                                      std::string_view key, const Locale::Arguments& arguments) {
    if (language >= theme.phrases.size()) {
        return std::nullopt;
    }
    const auto phrase = theme.phrases[language].find(key);
    if (phrase == theme.phrases[language].end()) {
        return std::nullopt;
    }
    return site.languages[language].locale.message(phrase->second.pattern, arguments);
}

}  // namespace puebla
