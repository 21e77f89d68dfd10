// `.puebla-manifest`: which files of a published folder are ours, and their checksums.
//
// The format is sha256sum's, so anyone can check a site with `sha256sum -c .puebla-manifest`; lines
// that begin with "#" are comments to it and headings to us:
//
//   # Puebla manifest 1
//   9f86d081884c7d65…  assets/site.3f2a.css
//   60303ae22b998861…  es/index.html
//   # kept from the build before
//   fd61a03af4f77d87…  assets/site.91bc.css
//
// What is not listed was put there by the owner of the folder.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace puebla {

inline constexpr const char* manifest_name = ".puebla-manifest";

struct ManifestLine {
    std::string checksum;  // SHA-256 in lower-case hexadecimal
    std::string path;

    bool operator==(const ManifestLine&) const = default;
};

struct Manifest {
    std::vector<ManifestLine> files;  // by path
    // Assets that only the site before this one used; readers may still have its pages open.
    std::vector<ManifestLine> kept;  // by path

    bool operator==(const Manifest&) const = default;
};

std::string text_of(const Manifest& manifest);

// Null where the text is no manifest of ours, or names a path that leaves the folder.
std::optional<Manifest> read_manifest(std::string_view text);

}  // namespace puebla
