#include "rendering/assets.h"

#include <xxhash.h>

#include <algorithm>
#include <optional>

#include "foundation/read_text.h"
#include "foundation/suggestion.h"

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
        const std::string fonts = font_rules();
        add_styles(fonts);
        return std::move(assets_);
    }

  private:
    void add(const std::string& name, const std::string& file_name, std::string bytes) {
        const std::string address = address_for(file_name, bytes);
        assets_.push_back({name, address, std::make_shared<const std::string>(std::move(bytes))});
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
            const std::string path = folder_ + "/fonts/" + font.string_at("file");
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
            if (!files_.exists(path)) {
                std::vector<std::string> known;
                for (const std::string& file : files_.files_below(folder_ + "/styles")) {
                    known.push_back(file.substr(folder_.size() + std::string("/styles/").size()));
                }
                problems_.error("asset-missing", {folder_ + "/theme.json", style.span},
                                say("there is no style sheet \"{}\"",
                                    "no existe la hoja de estilo «{}»", *style.string()),
                                did_you_mean(*style.string(), known));
                continue;
            }
            if (const auto text = read_text(files_, path, problems_)) {
                all += with_new_names(path, *text);
            }
        }
        add("styles", "style.css", std::move(all));
    }

    // url("../images/x.svg") → url("x.0123456789abcdef.svg"). What is no file of the theme stays.
    std::string with_new_names(const std::string& path, const std::string& text) {
        std::string result;
        std::size_t done = 0;
        for (std::size_t at = text.find("url("); at != std::string::npos;
             at = text.find("url(", done)) {
            const std::size_t end = std::min(text.find(')', at), text.size());
            std::size_t begin = at + 4;
            std::size_t stop = end;
            const auto is_quote = [&](std::size_t i) { return text[i] == '"' || text[i] == '\''; };
            if (begin < stop && is_quote(begin)) {
                ++begin;
            }
            if (stop > begin && is_quote(stop - 1)) {
                --stop;
            }
            result += text.substr(done, begin - done);
            result += new_name(path, text.substr(begin, stop - begin), {begin, stop});
            done = stop;
        }
        return result + text.substr(done);
    }

    std::string new_name(const std::string& path, const std::string& written, Span span) {
        if (!written.starts_with("../")) {
            return written;
        }
        const auto found = std::find_if(assets_.begin(), assets_.end(), [&](const Asset& asset) {
            return asset.name == written.substr(3);
        });
        if (found == assets_.end()) {
            problems_.error("asset-missing", {path, span},
                            say("the theme has no file \"{}\"", "el tema no tiene el archivo «{}»",
                                written.substr(3)));
            return written;
        }
        return beside_the_styles(found->address);
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
