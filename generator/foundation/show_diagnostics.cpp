#include "foundation/show_diagnostics.h"

#include <algorithm>
#include <map>
#include <optional>

#include "foundation/utf8.h"
#include "foundation/value.h"

namespace puebla {

namespace {

// The lines of one excerpt are cut to this many characters around the place.
constexpr std::size_t widest_excerpt = 100;

std::size_t line_start(std::string_view text, std::size_t offset) {
    const std::size_t found = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return found == std::string_view::npos ? 0 : found + 1;
}

std::string_view line_at(std::string_view text, std::size_t start) {
    std::string_view line = text.substr(start, text.find('\n', start) - start);
    if (!line.empty() && line.back() == '\r') {
        line.remove_suffix(1);
    }
    return line;
}

// Byte offset of the character with that number, or the size of the text.
std::size_t byte_of_character(std::string_view text, std::size_t number) {
    std::size_t at = 0;
    for (; number > 0 && at < text.size(); --number) {
        at += character_length(text[at]);
    }
    return std::min(at, text.size());
}

// Tabs and other control characters would break the alignment of the carets.
std::string printable(std::string_view line) {
    std::string result;
    for (const char c : line) {
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return result;
}

std::string excerpt_of(std::string_view text, const Span& span) {
    const std::size_t begin = std::min(span.begin, text.size());
    const std::size_t start = line_start(text, begin);
    std::string_view line = line_at(text, start);
    if (first_invalid_byte(line)) {
        return {};
    }
    const std::size_t begin_in_line = std::min(begin - start, line.size());
    const std::size_t end_in_line =
        std::clamp(span.end < start ? start : span.end - start, begin_in_line, line.size());
    std::size_t before = count_characters(line.substr(0, begin_in_line));
    std::size_t marked = std::max<std::size_t>(
        1, count_characters(line.substr(begin_in_line, end_in_line - begin_in_line)));

    std::string left;
    if (before > widest_excerpt / 2) {
        line.remove_prefix(byte_of_character(line, before - widest_excerpt / 2));
        left = "…";
        before = widest_excerpt / 2 + 1;
    }
    const std::size_t kept = byte_of_character(line, widest_excerpt);
    const std::string right = kept < line.size() ? "…" : "";
    const std::string shown = left + printable(line.substr(0, kept)) + right;
    marked =
        std::min(marked, std::max<std::size_t>(1, count_characters(shown) -
                                                      std::min(count_characters(shown), before)));

    const std::string number = std::to_string(
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    return fmt::format("  {} | {}\n  {} | {}{}\n", number, shown, std::string(number.size(), ' '),
                       std::string(before, ' '),
                       marked == 1 ? "^" : "^" + std::string(marked - 1, '~'));
}

std::string severity_name(Severity severity, MessageLanguage language) {
    const Message name =
        severity == Severity::error ? Message{"error", "error"} : Message{"warning", "advertencia"};
    return name.in(language);
}

// Files are read once for all their problems.
class Excerpts {
  public:
    explicit Excerpts(const FileSystem& files) : files_(files) {}

    const std::string* text_of(const std::string& file) {
        const auto [found, fresh] = texts_.try_emplace(file);
        if (fresh && !file.empty()) {
            found->second = files_.read(file).bytes;
        }
        return found->second ? &*found->second : nullptr;
    }

  private:
    const FileSystem& files_;
    std::map<std::string, std::optional<std::string>> texts_;
};

std::string show(const Diagnostic& problem, const std::string* text, MessageLanguage language) {
    // A span of nothing at the start speaks of the file as a whole.
    const bool whole_file = problem.place.span == Span{};
    std::string where = problem.place.file;
    if (text && !whole_file) {
        const LineAndColumn position = position_of(*text, problem.place.span.begin);
        where += fmt::format(":{}:{}", position.line, position.column);
    }
    std::string result = fmt::format("{}{}{}: {} [{}]\n", where, where.empty() ? "" : ": ",
                                     severity_name(problem.severity, language),
                                     problem.message.in(language), problem.code);
    if (text && !whole_file) {
        result += excerpt_of(*text, problem.place.span);
    }
    if (!problem.help.empty()) {
        result += fmt::format("  {}: {}\n", language == MessageLanguage::spanish ? "ayuda" : "help",
                              problem.help.in(language));
    }
    return result;
}

Member member(std::string name, std::string text) {
    return {std::move(name), {}, Value{std::move(text), {}}};
}

Member member(std::string name, std::size_t number) {
    return {std::move(name), {}, Value{static_cast<std::int64_t>(number), {}}};
}

}  // namespace

LineAndColumn position_of(std::string_view text, std::size_t byte_offset) {
    byte_offset = std::min(byte_offset, text.size());
    const std::size_t start = line_start(text, byte_offset);
    const auto lines =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
    std::string_view before = text.substr(start, byte_offset - start);
    if (start == 0) {
        before.remove_prefix(std::min(byte_order_mark_length(text), before.size()));
    }
    return {1 + static_cast<std::size_t>(lines), 1 + count_characters(before)};
}

std::string show_diagnostic(const Diagnostic& problem, const FileSystem& files,
                            MessageLanguage language) {
    Excerpts excerpts(files);
    return show(problem, excerpts.text_of(problem.place.file), language);
}

std::string show_diagnostics(const Diagnostics& problems, const FileSystem& files,
                             MessageLanguage language) {
    Excerpts excerpts(files);
    std::string result;
    for (const Diagnostic& problem : problems.sorted()) {
        result += show(problem, excerpts.text_of(problem.place.file), language);
    }
    return result;
}

std::string diagnostics_as_json(const Diagnostics& problems, const FileSystem& files,
                                MessageLanguage language) {
    Excerpts excerpts(files);
    Value::List list;
    for (const Diagnostic& problem : problems.sorted()) {
        const std::string* text = excerpts.text_of(problem.place.file);
        const std::string_view known = text ? std::string_view(*text) : std::string_view();
        const LineAndColumn begin = position_of(known, problem.place.span.begin);
        const LineAndColumn end = position_of(known, problem.place.span.end);
        Value::Map entry;
        entry.push_back(
            member("severity", problem.severity == Severity::error ? "error" : "warning"));
        entry.push_back(member("code", problem.code));
        entry.push_back(member("file", problem.place.file));
        entry.push_back(member("line", begin.line));
        entry.push_back(member("column", begin.column));
        entry.push_back(member("end_line", end.line));
        entry.push_back(member("end_column", end.column));
        entry.push_back(member("message", problem.message.in(language)));
        entry.push_back(member("help", problem.help.in(language)));
        list.push_back(Value{std::move(entry), {}});
    }
    return to_json(Value{std::move(list), {}}) + "\n";
}

}  // namespace puebla
