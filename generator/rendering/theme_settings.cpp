#include "rendering/theme_settings.h"

#include "model/read_settings.h"
#include "model/wrong_type.h"

namespace puebla {

namespace {

void check_list_of_texts(const Value& value, const Settings& settings) {
    if (!value.is_list()) {
        report_wrong_type(value, Wanted::list_of_texts, settings);
        return;
    }
    for (const Value& item : *value.list()) {
        if (!item.is_string()) {
            report_wrong_type(item, Wanted::text, settings);
        }
    }
}

void check_font(const Value& font, const Settings& settings) {
    if (!font.is_map()) {
        report_wrong_type(font, Wanted::object, settings);
        return;
    }
    check_names(font, {"family", "file", "weight", "style", "package", "source", "unicode"},
                say("a font has", "una fuente no tiene"), settings);
    for (const Member& member : *font.map()) {
        if (!member.value.is_string()) {
            report_wrong_type(member.value, Wanted::text, settings);
        }
    }
}

}  // namespace

void check_theme_settings(const Value& settings, const std::string& file,
                          const std::vector<std::string>& languages, Diagnostics& problems) {
    const Settings place{file, languages, problems};
    if (settings.is_null()) {
        return;  // already reported
    }
    if (!settings.is_map()) {
        report_wrong_type(settings, Wanted::object, place);
        return;
    }
    check_names(settings, {"$schema", "name", "styles", "scripts", "fonts", "options"},
                say("theme.json has", "theme.json no tiene"), place);
    for (const char* name : {"styles", "scripts"}) {
        if (const Value* list = settings.find(name)) {
            check_list_of_texts(*list, place);
        }
    }
    if (const Value* fonts = settings.find("fonts")) {
        if (!fonts->is_list()) {
            report_wrong_type(*fonts, Wanted::list, place);
        } else {
            for (const Value& font : *fonts->list()) {
                check_font(font, place);
            }
        }
    }
    if (const Value* options = settings.find("options"); options && !options->is_map()) {
        report_wrong_type(*options, Wanted::object, place);
    }
}

}  // namespace puebla
