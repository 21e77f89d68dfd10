#include <fmt/format.h>

#include "foundation/read_json.h"
#include "foundation/show_diagnostics.h"
#include "foundation/utf8.h"
#include "fuzz/complaints.h"

namespace puebla::fuzz {

namespace {

bool is_between_characters(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

std::string complaint_about_span(const Span& span, std::string_view text) {
    if (span.begin > span.end || span.end > text.size()) {
        return fmt::format("the span {}–{} is not inside the {} bytes of its text", span.begin,
                           span.end, text.size());
    }
    if (!first_invalid_byte(text) &&
        (!is_between_characters(text, span.begin) || !is_between_characters(text, span.end))) {
        return fmt::format("the span {}–{} cuts a character", span.begin, span.end);
    }
    return {};
}

std::string complaint_about_text(std::string_view text) {
    if (first_invalid_byte(text)) {
        return "this is not UTF-8: " + std::string(text);
    }
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '\x7F') {
            return "a terminal would obey this: " + std::string(text);
        }
    }
    return {};
}

std::string complaint_about_message(const Diagnostic& problem) {
    const std::string& code = problem.code;
    if (code.empty() ||
        code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
        return "a code is \"" + code + "\"";
    }
    if (problem.message.en.empty() || problem.message.es.empty() ||
        problem.help.en.empty() != problem.help.es.empty()) {
        return "a message is missing in a language: " + code;
    }
    return {};
}

}  // namespace

std::string complaint_about(const Diagnostics& problems, const FileSystem& files) {
    for (const Diagnostic& problem : problems.all()) {
        std::string complaint = complaint_about_message(problem);
        const ReadResult file = files.read(problem.place.file);
        if (complaint.empty() && file.bytes) {
            complaint = complaint_about_span(problem.place.span, *file.bytes);
        }
        if (!complaint.empty()) {
            return complaint + " [" + problem.code + "]";
        }
    }
    for (const MessageLanguage language : {MessageLanguage::english, MessageLanguage::spanish}) {
        std::string complaint = complaint_about_text(show_diagnostics(problems, files, language));
        if (!complaint.empty()) {
            return complaint;
        }
        const std::string json = diagnostics_as_json(problems, files, language);
        Diagnostics broken;
        const Value list = read_json("problems.json", json, broken);
        if (!broken.empty() || !list.is_list() || first_invalid_byte(json) ||
            list.list()->size() != problems.sorted().size()) {
            return "the problems are no JSON for tools: " + json;
        }
    }
    return {};
}

std::string complaint_about(const markdown::Document& document, std::string_view text) {
    std::string complaint;
    const auto look_at = [&](const Span& span, std::string_view words) {
        if (complaint.empty()) {
            complaint = complaint_about_span(span, text);
        }
        if (complaint.empty() && first_invalid_byte(words)) {
            complaint = "a text of the document is not UTF-8";
        }
    };
    for (const markdown::Block& block : document.blocks()) {
        look_at(block.span, block.text);
    }
    for (const markdown::Link& link : document.links()) {
        look_at(link.span, link.destination);
    }
    look_at({}, document.first_paragraph());
    return complaint;
}

}  // namespace puebla::fuzz
