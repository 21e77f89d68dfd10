#include "publishing/manifest.h"

#include <algorithm>

#include "publishing/output_path.h"

namespace puebla {

namespace {

constexpr std::string_view heading = "# Puebla manifest 1";
constexpr std::string_view kept_heading = "# kept from the build before";
constexpr std::size_t checksum_length = 64;
constexpr std::string_view separator = "  ";

void add_lines(std::string& text, const std::vector<ManifestLine>& lines) {
    for (const ManifestLine& line : lines) {
        text += line.checksum;
        text += separator;
        text += line.path;
        text += '\n';
    }
}

bool is_checksum(std::string_view text) {
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<ManifestLine> read_line(std::string_view line) {
    if (line.size() <= checksum_length + separator.size() ||
        line.substr(checksum_length, separator.size()) != separator) {
        return std::nullopt;
    }
    ManifestLine result{std::string(line.substr(0, checksum_length)),
                        std::string(line.substr(checksum_length + separator.size()))};
    if (!is_checksum(result.checksum) || !is_safe_path(result.path)) {
        return std::nullopt;
    }
    return result;
}

}  // namespace

std::string text_of(const Manifest& manifest) {
    std::string text;
    text += heading;
    text += '\n';
    add_lines(text, manifest.files);
    if (!manifest.kept.empty()) {
        text += kept_heading;
        text += '\n';
        add_lines(text, manifest.kept);
    }
    return text;
}

std::optional<Manifest> read_manifest(std::string_view text) {
    Manifest manifest;
    std::vector<ManifestLine>* lines = nullptr;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (lines == nullptr) {
            if (line != heading) {
                return std::nullopt;
            }
            lines = &manifest.files;
        } else if (line == kept_heading) {
            lines = &manifest.kept;
        } else if (auto entry = read_line(line)) {
            lines->push_back(std::move(*entry));
        } else {
            return std::nullopt;
        }
    }
    return lines != nullptr ? std::optional(std::move(manifest)) : std::nullopt;
}

}  // namespace puebla
