// Reads HTML as a browser's tokenizer does (HTML Living Standard, 13.2.5), independent of the
// program that wrote it: what a value became on a page is what a browser takes it for.
//
// The tree is not built, so CDATA sections are not known, and elements inside <svg> and <math>
// count as foreign until the end tag of that name.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace puebla::fuzz {

struct HtmlAttribute {
    std::string name;        // in small letters
    std::string_view value;  // as written
    char quote = '\0';       // '"', '\'', or nothing
    std::size_t begin = 0;   // of the value, in the text
};

struct HtmlToken {
    enum class Kind {
        text,      // between tags, and in <title> and <textarea>
        raw_text,  // in <script>, <style> and the like
        start_tag,
        end_tag,
        comment,     // and declarations, and what browsers take for a comment
        unfinished,  // a tag or comment that the text ends in
    };

    Kind kind = Kind::text;
    std::string name;  // of a tag; of the element around a raw text
    std::vector<HtmlAttribute> attributes;
    std::string_view source;
};

std::vector<HtmlToken> html_tokens(std::string_view html);

// Elements without an end tag.
bool is_void_element(std::string_view name);

}  // namespace puebla::fuzz
