#include "rendering/assets.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "foundation/percent_encoding.h"
#include "foundation/read_text.h"
#include "foundation/relative_address.h"
#include "foundation/suggestion.h"
#include "rendering/style_addresses.h"

namespace puebla {

namespace {

std::string address_for(const std::string& name, const std::string& bytes) {
    const std::size_t slash = name.rfind('/');
    const std::string file = slash == std::string::npos ? name : name.substr(slash + 1);
    const std::size_t dot = file.rfind('.');
    const std::string stem = file.substr(0, dot);
    const std::string extension = dot == std::string::npos ? "" : file.substr(dot);
    const XXH64_hash_t print = XXH3_64bits(bytes.data(), bytes.size());
    return fmt::format("assets/{}.{:016x}{}", stem, print, extension);
}

class AssetReader {
  public:
    AssetReader(const FileSystem& files, const std::string& folder, const Value& settings,
                Diagnostics& problems)
        : files_(files), folder_(folder), settings_(settings), problems_(problems) {}

    std::vector<Asset> read() {
        for (const char* kind : {"images", "scripts"}) {
            for (const std::string& path : files_.files_below(folder_ + "/" + kind)) {
                add_file(path);
            }
        }
        check_scripts();
        const std::string fonts = font_rules();
        add_styles(fonts);
        return std::move(assets_);
    }

  private:
    void add(const std::string& name, const std::string& file_name, std::string bytes) {
        const std::string address = address_for(file_name, bytes);
        assets_.push_back({name, address, std::make_shared<const std::string>(std::move(bytes))});
    }

    // The files of a folder of the theme, by their path in it.
    std::vector<std::string> names_in(const std::string& kind) const {
        std::vector<std::string> names;
        for (const std::string& file : files_.files_below(folder_ + "/" + kind)) {
            names.push_back(file.substr(folder_.size() + kind.size() + 2));
        }
        return names;
    }

    // Whether the file that theme.json names is one of that folder; only such files are published.
    bool is_there(const std::string& kind, const Value& name) {
        const std::vector<std::string> names = names_in(kind);
        if (std::find(names.begin(), names.end(), *name.string()) != names.end()) {
            return true;
        }
        report_missing_file(kind, name);
        return false;
    }

    void report_missing_file(const std::string& kind, const Value& name) {
        const Message nearest = did_you_mean(*name.string(), names_in(kind));
        problems_.error(
            "asset-missing", {folder_ + "/theme.json", name.span},
            say("{}/ of the theme has no file \"{}\"", "{}/ del tema no tiene el archivo «{}»",
                kind, *name.string()),
            leads_out(*name.string()) ? say("put a copy of it there", "ponga allí una copia")
            : nearest.empty()
                ? say("put it there, or take its name away", "póngalo allí o quite su nombre")
                : nearest);
    }

    static bool leads_out(const std::string& name) {
        return name.starts_with("/") || ("/" + name + "/").find("/../") != std::string::npos;
    }

    // All files of scripts/ can be used by layouts; those that theme.json names must be there.
    void check_scripts() {
        const Value* scripts = settings_.find("scripts");
        for (std::size_t i = 0; scripts && scripts->is_list() && i < scripts->list()->size(); ++i) {
            if (const Value& script = (*scripts->list())[i]; script.is_string()) {
                is_there("scripts", script);
            }
        }
    }

    bool add_file(const std::string& path) {
        ReadResult result = files_.read(path);
        if (!result.bytes) {
            report_read_failure(result.failure, path, problems_);
            return false;
        }
        const std::string name = path.substr(folder_.size() + 1);
        add(name, name, std::move(*result.bytes));
        return true;
    }

    // Rules for the fonts that are there; a site without them shows in the fonts readers have.
    // `optional` keeps the page from moving when a font arrives late.
    std::string font_rules() {
        std::string rules;
        const Value* fonts = settings_.find("fonts");
        if (!fonts || !fonts->is_list()) {
            return rules;
        }
        for (const Value& font : *fonts->list()) {
            const std::string name = font.string_at("file");
            const std::string path = folder_ + "/fonts/" + name;
            if (leads_out(name)) {
                report_missing_file("fonts", *font.find("file"));
                continue;
            }
            if (!files_.exists(path)) {
                problems_.warning(
                    "font-missing", {folder_ + "/theme.json", font.span},
                    say("the font file {} is not there; pages use the fonts of readers' devices",
                        "no está el archivo de fuente {}; las páginas usan las fuentes de cada "
                        "dispositivo",
                        path),
                    say("./run publish makes it", "./run publish lo crea"));
                continue;
            }
            if (add_file(path)) {
                rules += fmt::format(
                    "@font-face{{font-family:\"{}\";src:url(\"{}\") "
                    "format(\"woff2\");font-weight:{};"
                    "font-style:{};font-display:optional}}\n",
                    font.string_at("family"), beside_the_styles(assets_.back().address),
                    font.string_at("weight", "400"), font.string_at("style", "normal"));
            }
        }
        return rules;
    }

    // The style sheet lies in the same folder as all assets.
    static std::string beside_the_styles(const std::string& address) {
        return address.substr(address.rfind('/') + 1);
    }

    void add_styles(const std::string& font_rules) {
        std::string all = font_rules;
        const Value* styles = settings_.find("styles");
        if (!styles || !styles->is_list()) {
            return;
        }
        for (const Value& style : *styles->list()) {
            if (!style.is_string()) {
                continue;
            }
            const std::string path = folder_ + "/styles/" + *style.string();
            if (!is_there("styles", style)) {
                continue;
            }
            if (const auto text = read_text(files_, path, problems_)) {
                all += with_new_names(path, *text);
            }
        }
        add("styles", "style.css", std::move(all));
    }

    // url("../images/x.svg") → url("x.0123456789abcdef.svg").
    std::string with_new_names(const std::string& path, const std::string& text) {
        std::string result;
        std::size_t done = 0;
        for (const StyleAddress& address : addresses_in_style(text)) {
            if (address.imported) {
                report_import(path, address);
            } else if (const std::string name = new_name(path, address); !name.empty()) {
                result += text.substr(done, address.span.begin - done) + name;
                done = address.span.end;
            }
        }
        return result + text.substr(done);
    }

    void report_import(const std::string& path, const StyleAddress& address) {
        problems_.error(
            "imported-style", {path, address.span},
            say("a style sheet cannot import another", "una hoja de estilo no puede importar otra"),
            say("add \"{}\" to \"styles\" of theme.json: all are joined into one",
                "agregue «{}» a «styles» de theme.json: todas se unen en una", address.text));
    }

    // What stands in the published style sheet in the place of an address; "" where it may stay, or
    // was reported.
    std::string new_name(const std::string& path, const StyleAddress& address) {
        const std::string& written = address.text;
        if (written.starts_with("#")) {
            return "";  // an element of the page, as of an SVG filter
        }
        if (is_elsewhere(written)) {
            problems_.error("blocked-by-policy", {path, address.span},
                            say("browsers will not load \"{}\": it is not a file of this site",
                                "los navegadores no cargarán «{}»: no es un archivo de este sitio",
                                written.substr(0, 100)),
                            say("put the file into images/ of the theme",
                                "ponga el archivo en images/ del tema"));
            return "";
        }
        const std::size_t end = std::min(written.find_first_of("?#"), written.size());
        const std::string sheet = path.substr(folder_.size() + 1);
        const std::string name = std::filesystem::path(sheet.substr(0, sheet.rfind('/') + 1) +
                                                       percent_decoded(written.substr(0, end)))
                                     .lexically_normal()
                                     .generic_string();
        const auto found = std::find_if(assets_.begin(), assets_.end(),
                                        [&](const Asset& asset) { return asset.name == name; });
        if (found == assets_.end()) {
            report_missing(path, sheet, address, name);
            return "";
        }
        return percent_encoded_path(beside_the_styles(found->address)) + written.substr(end);
    }

    static bool is_elsewhere(const std::string& address) {
        const std::size_t colon = address.find(':');
        return address.starts_with("//") ||
               (colon != std::string::npos && colon < address.find_first_of("/?#"));
    }

    void report_missing(const std::string& path, const std::string& sheet,
                        const StyleAddress& address, const std::string& name) {
        std::vector<std::string> known;
        for (const Asset& asset : assets_) {
            known.push_back(relative_address(sheet, asset.name));
        }
        const Message nearest = did_you_mean(address.text, known);
        const bool font_by_hand = name.starts_with("fonts/");
        problems_.error(
            "asset-missing", {path, address.span},
            say("the theme has no file \"{}\"", "el tema no tiene el archivo «{}»", name),
            font_by_hand ? say("fonts are named in \"fonts\" of theme.json; their rules are then "
                               "written for "
                               "you",
                               "las fuentes se nombran en «fonts» de theme.json; sus reglas se "
                               "escriben solas")
            : nearest.empty()
                ? say("put it there, or correct the address: it begins at the style sheet",
                      "póngalo allí o corrija la dirección: parte de la hoja de estilo")
                : nearest);
    }

    const FileSystem& files_;
    const std::string& folder_;
    const Value& settings_;
    Diagnostics& problems_;
    std::vector<Asset> assets_;
};

}  // namespace

std::vector<Asset> read_assets(const FileSystem& files, const std::string& folder,
                               const Value& settings, Diagnostics& problems) {
    return AssetReader(files, folder, settings, problems).read();
}

}  // namespace puebla
