#include "rendering/render_pages.h"

#include <algorithm>
#include <set>

#include "foundation/suggestion.h"
#include "rendering/page_record.h"
#include "templates/call.h"

namespace puebla {

namespace {

using templates::Call;

// Everything the recipes of one site share.
struct Stage {
    std::shared_ptr<const Site> site;
    std::shared_ptr<const PageSet> pages;
    std::shared_ptr<const Theme> theme;
    PageRecords records;
    std::vector<templates::Value> phrase_functions;  // by language
    templates::Value asset_function;

    Stage(std::shared_ptr<const Site> the_site, std::shared_ptr<const PageSet> the_pages,
          std::shared_ptr<const Theme> the_theme)
        : site(std::move(the_site)),
          pages(std::move(the_pages)),
          theme(std::move(the_theme)),
          records(*site, *pages, *theme) {}
};

Locale::Argument argument_of(const templates::Value& value) {
    switch (value.kind()) {
        case templates::Kind::boolean:
        case templates::Kind::integer:
            return static_cast<std::int64_t>(value.number());
        case templates::Kind::real:
            return value.real();
        default:
            return std::string(value.text());
    }
}

// The language a phrase is asked for: that of the page, or the one named by language="en".
std::optional<LanguageIndex> language_of(Call& call, const Site& site, LanguageIndex page) {
    for (const auto& [name, value] : call.named) {
        if (name != "language") {
            continue;
        }
        const auto found = find_language(site, value.text());
        if (!found) {
            std::vector<std::string> known;
            for (const Language& language : site.languages) {
                known.push_back(language.code);
            }
            call.fail("unknown-language",
                      say("this site has no language \"{}\"", "este sitio no tiene el idioma «{}»",
                          value.text()),
                      did_you_mean(value.text(), known));
        }
        return found;
    }
    return page;
}

// What is put into a phrase, in any language: some may do without a part of it.
std::vector<std::string> arguments_of_phrase(const Theme& theme, const std::string& key) {
    std::set<std::string> names;
    for (const Phrases& phrases : theme.phrases.by_language) {
        if (const auto phrase = phrases.find(key); phrase != phrases.end()) {
            const auto& own = phrase->second.pattern.arguments();
            names.insert(own.begin(), own.end());
        }
    }
    return {names.begin(), names.end()};
}

// Whether a call gives all that a phrase needs, and nothing that no language knows.
bool fits_phrase(const Theme& theme, const std::string& key, const Phrase& phrase, Call& call) {
    const std::vector<std::string> known = arguments_of_phrase(theme, key);
    for (const auto& [name, value] : call.named) {
        const bool own = name == "key" || name == "language";
        if (!own && std::find(known.begin(), known.end(), name) == known.end()) {
            const Message nearest = did_you_mean(name, known);
            call.fail("template-type",
                      say("the phrase \"{}\" has no place for \"{}\"",
                          "la frase «{}» no tiene lugar para «{}»", key, name),
                      known.empty() ? say("it is written without any: phrase(\"{}\")",
                                          "se escribe sin nada: phrase(\"{}\")", key)
                                    : nearest);
            return false;
        }
    }
    for (const std::string& name : phrase.pattern.arguments()) {
        const auto is_it = [&](const auto& one) { return one.first == name; };
        if (std::none_of(call.named.begin(), call.named.end(), is_it)) {
            call.fail(
                "template-type",
                say("the phrase \"{}\" needs \"{}\"", "la frase «{}» necesita «{}»", key, name),
                say("write phrase(\"{}\", {}=…)", "escriba phrase(\"{}\", {}=…)", key, name));
            return false;
        }
    }
    return true;
}

// phrase("pages", count=3): the theme's own words in the language of the page; those that another
// language had to lend say so in the page.
templates::Value say_in_template(const Theme& theme, const Site& site, LanguageIndex page,
                                 Call& call) {
    const templates::Value* key = call.argument(0, "key");
    if (!key || !key->is_text()) {
        return call.fail("template-type", say("phrase() needs the key of a phrase",
                                              "phrase() necesita la clave de una frase"));
    }
    const auto language = language_of(call, site, page);
    if (!language || !call.pay(templates::cost_of_words)) {
        return {};
    }
    Locale::Arguments arguments;
    for (const auto& [name, value] : call.named) {
        arguments.emplace(name, argument_of(value));
    }
    const Phrases& phrases = theme.phrases.by_language[*language];
    if (const auto phrase = phrases.find(key->text()); phrase != phrases.end()) {
        if (!fits_phrase(theme, phrase->first, phrase->second, call)) {
            return {};
        }
        std::string text =
            site.languages[*language].locale.message(phrase->second.pattern, arguments);
        const auto& lender = phrase->second.lender;
        return lender ? templates::Value(templates::ForeignText{std::move(text), lender->language,
                                                                lender->right_to_left})
                      : templates::Value(std::move(text));
    }
    if (!theme.phrases.complete) {
        return "";  // it may be among those that cannot be read
    }
    std::vector<std::string> known;
    for (const auto& [name, phrase] : phrases) {
        known.push_back(name);
    }
    const Message nearest = did_you_mean(key->text(), known);
    return call.fail(
        "unknown-phrase",
        say("the theme has no phrase \"{}\"", "el tema no tiene la frase «{}»", key->text()),
        nearest.empty() ? say("write it in phrases/ of the theme or of content/.theme/, once for "
                              "every language",
                              "escríbala en phrases/ del tema o de content/.theme/, una vez por "
                              "idioma")
                        : nearest);
}

// asset("styles"): where a file of the theme is published.
templates::Value asset_in_template(const Theme& theme, Call& call) {
    const templates::Value* name = call.argument(0, "name");
    std::vector<std::string> known;
    for (const Asset& asset : theme.assets) {
        if (name && name->text() == asset.name) {
            return templates::Address{asset.address};
        }
        known.push_back(asset.name);
    }
    const std::string_view typed = name ? name->text() : std::string_view();
    return call.fail("unknown-asset",
                     say("the theme has no file \"{}\"", "el tema no tiene el archivo «{}»", typed),
                     did_you_mean(typed, known));
}

void add_functions(Stage& stage) {
    for (LanguageIndex language = 0; language < stage.site->languages.size(); ++language) {
        stage.phrase_functions.emplace_back(
            templates::Function([theme = stage.theme, site = stage.site, language](Call& call) {
                return say_in_template(*theme, *site, language, call);
            }));
    }
    stage.asset_function = templates::Function(
        [theme = stage.theme](Call& call) { return asset_in_template(*theme, call); });
}

std::string template_of(const Page& page) {
    return "layouts/" + page.layout + ".html";
}

MadeFile make_page(const Stage& stage, PageIndex index) {
    const Page& page = stage.pages->pages[index];
    templates::RenderContext context;
    context.locale = &stage.site->languages[page.language].locale;
    context.here = path_of(page.address);
    context.site_base = stage.site->base;
    if (page.kind == PageKind::not_found) {
        // It is shown at any address, so its links begin at the root of the host.
        context.absolute_base = base_path(stage.site->base);
    }
    templates::Map variables = stage.records.variables_for(index);
    variables.set("phrase", stage.phrase_functions[page.language]);
    variables.set("asset", stage.asset_function);
    MadeFile made;
    Html html = stage.theme->templates.render(template_of(page), variables, context, made.problems);
    made.bytes = std::move(html.text);
    made.marks = std::move(html.marks);
    return made;
}

std::vector<std::string> layouts_of(const Theme& theme) {
    const std::string folder = "layouts/";
    const std::string ending = ".html";
    std::vector<std::string> layouts;
    for (const std::string& name : theme.template_names) {
        if (name.starts_with(folder) && name.ends_with(ending)) {
            layouts.push_back(
                name.substr(folder.size(), name.size() - folder.size() - ending.size()));
        }
    }
    return layouts;
}

// Where the layout of a page is named: by its record, by its collection, else by nobody.
Place place_of_layout_name(const Page& page, const Stage& stage) {
    if (page.entry) {
        const Entry& entry = stage.site->entries[*page.entry];
        if (const Value* own = entry.record.find("layout")) {
            return {entry.record_file, own->span};
        }
    }
    if (page.collection) {
        const Collection& collection = stage.site->collections[*page.collection];
        const bool list = page.kind == PageKind::list;
        if (page.layout == (list ? collection.list_layout : collection.entry_layout)) {
            return {collection.file,
                    list ? collection.list_layout_span : collection.entry_layout_span};
        }
    }
    return {"themes/" + stage.theme->name + "/layouts", {}};
}

void report_missing_layouts(const Stage& stage, Diagnostics& problems) {
    std::set<std::string> reported;
    for (const Page& page : stage.pages->pages) {
        const bool there = std::binary_search(stage.theme->template_names.begin(),
                                              stage.theme->template_names.end(), template_of(page));
        if (there || !reported.insert(page.layout).second) {
            continue;
        }
        problems.error("layout-missing", place_of_layout_name(page, stage),
                       say("the theme has no layout \"{}\"", "el tema no tiene la plantilla «{}»",
                           page.layout),
                       did_you_mean(page.layout, layouts_of(*stage.theme)));
    }
}

}  // namespace

std::vector<OutputFile> render_pages(std::shared_ptr<const Site> site,
                                     std::shared_ptr<const PageSet> pages,
                                     std::shared_ptr<const Theme> theme, Diagnostics& problems) {
    std::vector<OutputFile> files;
    if (site->languages.empty() || theme->name.empty()) {
        return files;
    }
    auto stage = std::make_shared<Stage>(std::move(site), std::move(pages), std::move(theme));
    add_functions(*stage);
    if (stage->theme->all_templates_read) {
        report_missing_layouts(*stage, problems);
    }
    for (PageIndex index = 0; index < stage->pages->pages.size(); ++index) {
        const Page& page = stage->pages->pages[index];
        if (stage->theme->templates.has(template_of(page))) {
            files.push_back(
                {path_of(page.address), [stage, index] { return make_page(*stage, index); }});
        }
    }
    for (const Asset& asset : stage->theme->assets) {
        files.push_back({asset.address, [bytes = asset.bytes] {
                             return MadeFile{*bytes, {}, {}};
                         }});
    }
    return files;
}

}  // namespace puebla
