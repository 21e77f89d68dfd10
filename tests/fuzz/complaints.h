// What always holds, whatever was fed. Each function gives the first thing that does not, in words,
// or nothing.

#pragma once

#include <string>
#include <string_view>

#include "foundation/diagnostics.h"
#include "foundation/file_system.h"
#include "foundation/html.h"
#include "markdown/document.h"

namespace puebla::fuzz {

// Problems lie inside their files, between characters; in both languages they are lines of clean
// text, and for tools they are JSON.
std::string complaint_about(const Diagnostics& problems, const FileSystem& files);

// The blocks and links of a document lie inside its text, and every anchor is there once.
std::string complaint_about(const markdown::Document& document, std::string_view text);

// The HTML of a body: only elements and attributes that our printer knows, well nested, no id
// twice, nothing that runs code; its marks are its ids, links and pictures.
std::string complaint_about_body(const Html& body);

// A finished page, whatever its layout says: the characters U+E0B5, which stand in hostile data,
// are in texts and quoted attributes only, and no address of theirs runs code.
std::string complaint_about_data_in(std::string_view page);

// The character that marks hostile data.
inline constexpr std::string_view canary = "\xEE\x82\xB5";

}  // namespace puebla::fuzz
