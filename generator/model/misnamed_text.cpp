#include "model/misnamed_text.h"

#include <algorithm>
#include <string_view>

namespace puebla {

namespace {

// "ES.MD.txt" and "es.markdown" are near "es"; "es.pdf" is a file of its own.
bool is_near(std::string_view name, std::string_view language) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (!small.starts_with(language)) {
        return false;
    }
    const std::string_view ending = std::string_view(small).substr(language.size());
    return ending == ".txt" || ending == ".markdown" || ending.starts_with(".md") ||
           ending.starts_with(" .md");
}

}  // namespace

Message advice_for_missing_text(const std::vector<std::string>& files, const std::string& folder,
                                const std::string& language) {
    for (const std::string& file : files) {
        const std::string name = file.starts_with(folder) ? file.substr(folder.size()) : "";
        if (name.find('/') == std::string::npos && is_near(name, language)) {
            return say("there is {0}: rename it to {1}.md",
                       "hay un archivo {0}: cámbiele el nombre a {1}.md", name, language);
        }
    }
    return {};
}

}  // namespace puebla
