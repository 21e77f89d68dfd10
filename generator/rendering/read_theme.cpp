#include <algorithm>
#include <set>

#include "foundation/read_json.h"
#include "foundation/read_text.h"
#include "foundation/suggestion.h"
#include "rendering/read_phrases.h"
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
        read_templates(theme);
        theme.phrases = read_phrases(files_, site_, folder_, problems_);
        theme.assets = read_assets(files_, folder_, settings_, problems_);
        theme.options = read_options();
        report_strays();
        return theme;
    }

  private:
    void report_no_theme() {
        if (!files_.files_below(folder_).empty()) {
            problems_.error("theme-missing", {"content/site.json", site_.theme_span},
                            say("the theme \"{}\" has no file theme.json",
                                "al tema «{}» le falta el archivo theme.json", site_.theme),
                            say("write {}/theme.json; it may say nothing but {{}}",
                                "escriba {}/theme.json; puede decir solo {{}}", folder_));
            return;
        }
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
    void read_templates(Theme& theme) {
        std::map<std::string, templates::TemplateFile> found;
        for (const std::string& root : {folder_, overrides}) {
            for (const std::string& path : files_.files_below(root)) {
                const std::string name = path.substr(root.size() + 1);
                const std::string kind = name.substr(0, name.find('/'));
                if (kind != "layouts" && kind != "partials") {
                    continue;
                }
                if (files_.is_folder(path)) {
                    problems_.error(
                        "file-unreadable", {path, {}},
                        say("this folder cannot be opened", "no se puede abrir esta carpeta"),
                        say("give yourself permission to read it", "dese permiso para leerla"));
                    theme.all_templates_read = false;
                } else {
                    found[name] = {path, read_text(files_, path, problems_)};
                }
            }
        }
        for (const auto& [name, file] : found) {
            theme.template_names.push_back(name);
        }
        report_unused(found);
        using templates::Templates;
        theme.templates = templates::TemplateSet::compile(
            found, problems_, theme.all_templates_read ? Templates::all : Templates::some);
    }

    // What the site puts beside the theme has a role where it stands in for a file of the theme, or
    // where something asks for it by its name.
    void report_unused(const std::map<std::string, templates::TemplateFile>& found) {
        std::vector<std::string> of_theme;
        for (const std::string& path : files_.files_below(folder_)) {
            of_theme.push_back(path.substr(folder_.size() + 1));
        }
        for (const auto& [name, file] : found) {
            const bool own = file.path.starts_with(overrides + "/");
            if (own && !std::binary_search(of_theme.begin(), of_theme.end(), name) &&
                !is_asked_for(name, found)) {
                problems_.warning(
                    "stray-file", {file.path, {}},
                    say("this file stands in for none of the theme, and nothing includes it",
                        "este archivo no reemplaza ninguno del tema, y nada lo incluye"),
                    did_you_mean(name, of_theme));
            }
        }
    }

    bool is_asked_for(const std::string& name,
                      const std::map<std::string, templates::TemplateFile>& found) const {
        const std::string layouts = "layouts/";
        const std::string ending = ".html";
        if (name.starts_with(layouts) && name.ends_with(ending)) {
            const std::string layout =
                name.substr(layouts.size(), name.size() - layouts.size() - ending.size());
            const auto names_it = [&](const auto& one) {
                return one.list_layout == layout || one.entry_layout == layout;
            };
            const auto has_it = [&](const Entry& entry) {
                return entry.record.string_at("layout") == layout;
            };
            const std::set<std::string> always = {"home", "doorway", "not-found"};
            if (always.contains(layout) ||
                std::any_of(site_.collections.begin(), site_.collections.end(), names_it) ||
                std::any_of(site_.entries.begin(), site_.entries.end(), has_it)) {
                return true;
            }
        }
        // A name that a template puts together, "partials/" ~ kind, may be any.
        const std::string folder = name.substr(0, name.find('/') + 1);
        return std::any_of(found.begin(), found.end(), [&](const auto& one) {
            const std::string_view text =
                one.second.text ? std::string_view(*one.second.text) : std::string_view();
            return one.first != name && (text.find(name) != std::string::npos ||
                                         text.find(folder + '"') != std::string::npos ||
                                         text.find(folder + "'") != std::string::npos);
        });
    }

    // Only layouts, partials and phrases of the site's languages are read beside the theme.
    void report_strays() {
        std::vector<std::string> phrases;
        for (const std::string& code : language_codes()) {
            phrases.push_back("phrases/" + code + ".json");
        }
        for (const std::string& path : files_.files_below(overrides)) {
            const std::string name = path.substr(overrides.size() + 1);
            const std::string kind = name.substr(0, name.find('/'));
            const bool is_template = kind == "layouts" || kind == "partials";
            if (is_template || std::find(phrases.begin(), phrases.end(), name) != phrases.end()) {
                continue;
            }
            problems_.warning("stray-file", {path, {}},
                              say("this file has no role here and is left out",
                                  "este archivo no tiene función aquí y queda fuera"),
                              help_for_stray(name, kind, phrases));
        }
    }

    static Message help_for_stray(const std::string& name, const std::string& kind,
                                  const std::vector<std::string>& phrases) {
        if (name == "theme.json") {
            return say("what a site chooses of its theme stands in \"options\" of site.json",
                       "lo que un sitio elige de su tema está en «options» de site.json");
        }
        return kind == "phrases" ? did_you_mean(name, phrases)
                                 : did_you_mean(kind, {"layouts", "partials", "phrases"});
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
                                    known.empty()
                                        ? say("it has none: they are named in \"options\" of {}",
                                              "no tiene ninguna: se nombran en «options» de {}",
                                              folder_ + "/theme.json")
                                        : did_you_mean(member.name, known));
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
    if (language >= theme.phrases.by_language.size()) {
        return std::nullopt;
    }
    const auto phrase = theme.phrases.by_language[language].find(key);
    if (phrase == theme.phrases.by_language[language].end()) {
        return std::nullopt;
    }
    return site.languages[language].locale.message(phrase->second.pattern, arguments);
}

}  // namespace puebla
