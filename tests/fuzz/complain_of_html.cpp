#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "foundation/utf8.h"
#include "fuzz/complaints.h"
#include "fuzz/html_tokens.h"

namespace puebla::fuzz {

namespace {

using Kind = HtmlToken::Kind;

template <std::size_t count>
bool one_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// What a browser understands by an attribute value that is an address, as far as its scheme.
bool runs_code(std::string_view written) {
    std::string scheme;
    for (const char c : unescape_html(written)) {
        if (c == ':') {
            return scheme == "javascript" || scheme == "vbscript" || scheme == "data";
        }
        if (static_cast<unsigned char>(c) > ' ') {
            scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return false;
}

bool is_address(std::string_view attribute) {
    constexpr std::array<std::string_view, 9> names = {
        "href", "src", "action", "formaction", "cite", "poster", "data", "xlink:href", "ping"};
    return one_of(attribute, names);
}

// Reads the tokens of a body one after the other.
class BodyReader {
  public:
    explicit BodyReader(const Html& body) : body_(body) {}

    std::string complaint() {
        for (const HtmlToken& token : html_tokens(body_.text)) {
            std::string found = complaint_about_token(token);
            if (!found.empty()) {
                return fmt::format("{}: {}", found, token.source);
            }
        }
        if (!open_.empty()) {
            return fmt::format("<{}> is never closed", open_.back());
        }
        for (const std::string& own : own_targets_) {
            if (ids_.count(own) == 0) {
                return fmt::format("no element has the id \"{}\" that a link of ours names", own);
            }
        }
        return complaint_about_marks();
    }

  private:
    std::string complaint_about_token(const HtmlToken& token) {
        switch (token.kind) {
            case Kind::text:
                return token.source.find_first_of("<>") == std::string_view::npos
                           ? ""
                           : "a text is not escaped";
            case Kind::start_tag:
                return complaint_about_start(token);
            case Kind::end_tag:
                if (open_.empty() || open_.back() != token.name) {
                    return "this closes what is not open";
                }
                open_.pop_back();
                return {};
            default:
                return "this is not for a body";
        }
    }

    std::string complaint_about_start(const HtmlToken& token) {
        constexpr std::array<std::string_view, 38> known = {
            "a",     "blockquote", "br",     "code",  "del",     "div",    "em",  "figure",
            "h2",    "h3",         "h4",     "h5",    "h6",      "hr",     "img", "input",
            "li",    "ol",         "p",      "pre",   "section", "strong", "sup", "table",
            "tbody", "td",         "th",     "thead", "tr",      "ul",     "svg", "g",
            "path",  "rect",       "circle", "line",  "text",    "title"};
        if (!one_of(token.name, known)) {
            return "this element is none of ours";
        }
        const bool link_inside_link =
            token.name == "a" && std::find(open_.begin(), open_.end(), "a") != open_.end();
        const bool block_inside_paragraph =
            one_of<9>(token.name,
                      {"p", "div", "ul", "ol", "table", "blockquote", "pre", "h2", "figure"}) &&
            std::find(open_.begin(), open_.end(), "p") != open_.end();
        if (link_inside_link || block_inside_paragraph) {
            return "this may not stand inside " + open_.back();
        }
        if (!is_void_element(token.name)) {
            open_.push_back(token.name);
        }
        return complaint_about_attributes(token);
    }

    std::string complaint_about_attributes(const HtmlToken& token) {
        constexpr std::array<std::string_view, 24> known = {
            "alt",      "aria-label", "aria-labelledby",
            "checked",  "class",      "disabled",
            "href",     "hreflang",   "id",
            "lang",     "loading",    "role",
            "scope",    "src",        "start",
            "tabindex", "title",      "type",
            "value",    "viewbox",    "width",
            "height",   "dir",        "d"};
        std::set<std::string> names;
        for (const HtmlAttribute& attribute : token.attributes) {
            const bool bare = attribute.name == "checked" || attribute.name == "disabled";
            if (!one_of(attribute.name, known) || !names.insert(attribute.name).second) {
                return "this attribute is none of ours, or there twice: " + attribute.name;
            }
            if ((attribute.quote == '"') == bare) {
                return "the quotes are wrong around " + attribute.name;
            }
            if (is_address(attribute.name) && runs_code(attribute.value)) {
                return "this address runs code";
            }
            note(token, attribute);
            if (attribute.name == "id" && !ids_.insert(std::string(attribute.value)).second) {
                return "this id is there twice";
            }
        }
        return {};
    }

    void note(const HtmlToken& token, const HtmlAttribute& attribute) {
        if (attribute.name == "id") {
            marks_.emplace_back(MarkKind::id, attribute.begin);
        } else if (attribute.name == "href" && token.name == "a") {
            marks_.emplace_back(MarkKind::link, attribute.begin);
        } else if (attribute.name == "src") {
            marks_.emplace_back(MarkKind::resource, attribute.begin);
        }
        // Links that authors wrote have no class.
        const bool own =
            std::any_of(token.attributes.begin(), token.attributes.end(),
                        [](const auto& one) { return one.name == "class" || one.name == "role"; });
        if (attribute.name == "aria-labelledby") {
            own_targets_.emplace(attribute.value);
        } else if (own && attribute.name == "href" && attribute.value.starts_with("#")) {
            own_targets_.emplace(attribute.value.substr(1));
        }
    }

    // Checks of finished pages trust the marks and do not read the HTML again.
    std::string complaint_about_marks() const {
        std::vector<std::pair<MarkKind, std::size_t>> told;
        for (const Mark& mark : body_.marks) {
            if (mark.begin > mark.end || mark.end > body_.text.size()) {
                return "a mark lies outside of the HTML";
            }
            if (mark.kind == MarkKind::id || mark.kind == MarkKind::link ||
                mark.kind == MarkKind::resource) {
                const char after = mark.end < body_.text.size() ? body_.text[mark.end] : '\0';
                if (after != '"') {
                    return fmt::format("a mark ends before {}", after);
                }
                told.emplace_back(mark.kind, mark.begin);
            }
        }
        return told == marks_ ? ""
                              : fmt::format("{} marks for {} ids, links and pictures", told.size(),
                                            marks_.size());
    }

    const Html& body_;
    std::vector<std::string> open_;
    std::set<std::string> ids_;
    std::set<std::string> own_targets_;
    std::vector<std::pair<MarkKind, std::size_t>> marks_;
};

bool holds_canary(std::string_view text) {
    return text.find(canary) != std::string_view::npos ||
           text.find("%EE%82%B5") != std::string_view::npos;
}

std::string complaint_about_data_in(const HtmlAttribute& attribute) {
    if (attribute.name.find(canary) != std::string::npos) {
        return "data became the name of an attribute";
    }
    if (!holds_canary(attribute.value)) {
        return {};
    }
    if (attribute.quote == '\0') {
        return "data stands in an attribute without quotes";
    }
    if (attribute.name.starts_with("on") || attribute.name == "style" ||
        attribute.name == "srcdoc") {
        return "data stands where code does";
    }
    return is_address(attribute.name) && runs_code(attribute.value) ? "an address runs code" : "";
}

std::string complaint_about_data_in(const HtmlToken& token) {
    switch (token.kind) {
        case Kind::text:
        case Kind::unfinished:
            return {};
        case Kind::raw_text:
        case Kind::comment:
            return token.name != "script" && holds_canary(token.source)
                       ? "data stands in a comment or a style"
                       : "";
        default:
            break;
    }
    if (token.name.find(canary) != std::string::npos) {
        return "data became the name of an element";
    }
    for (const HtmlAttribute& attribute : token.attributes) {
        std::string complaint = complaint_about_data_in(attribute);
        if (!complaint.empty()) {
            return complaint;
        }
    }
    return {};
}

bool is_json_block(const HtmlToken& script) {
    return std::any_of(script.attributes.begin(), script.attributes.end(), [](const auto& one) {
        return one.name == "type" && one.value.find("json") != std::string_view::npos;
    });
}

}  // namespace

std::string complaint_about_body(const Html& body) {
    if (first_invalid_byte(body.text)) {
        return "the HTML is not UTF-8";
    }
    return BodyReader(body).complaint();
}

std::string complaint_about_data_in(std::string_view page) {
    bool json = false;
    for (const HtmlToken& token : html_tokens(page)) {
        std::string complaint = complaint_about_data_in(token);
        if (complaint.empty() && token.kind == Kind::raw_text && !json &&
            holds_canary(token.source)) {
            complaint = "data stands in a script";
        }
        if (!complaint.empty()) {
            return fmt::format("{}: {}", complaint, token.source);
        }
        json = token.kind == Kind::start_tag && token.name == "script" && is_json_block(token);
    }
    return {};
}

}  // namespace puebla::fuzz
