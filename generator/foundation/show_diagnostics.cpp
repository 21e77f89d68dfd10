#include "foundation/show_diagnostics.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "foundation/display_width.h"
#include "foundation/utf8.h"
#include "foundation/value.h"

namespace puebla {

namespace {

// The lines of one excerpt are cut to this many characters around the place.
constexpr std::size_t widest_excerpt = 100;

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Controls that would move the cursor, and marks that turn the direction of writing: C0, DEL, C1,
// U+202A to U+202E, U+2066 to U+2069.
bool disturbs(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    if (character.size() == 1) {
        return byte(0) < 0x20 || byte(0) == 0x7F;
    }
    if (character.size() == 2) {
        return byte(0) == 0xC2 && byte(1) < 0xA0;
    }
    return character.size() == 3 && byte(0) == 0xE2 &&
           ((byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
            (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9));
}

// Of a message that quotes a name of a megabyte, the beginning and the end are shown.
constexpr std::size_t longest_message = 1000;
constexpr std::size_t kept_of_the_end = 200;

// One line that leaves the terminal and the alignment of the carets as they are.
std::string printable(std::string_view bytes) {
    const std::string text = well_formed(bytes);
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min(character_length(text[at]), text.size() - at);
        const std::string_view character = std::string_view(text).substr(at, length);
        result += disturbs(character) ? std::string_view(" ") : character;
        at += length;
    }
    return result;
}

std::string printable_message(std::string_view bytes) {
    std::string text = printable(bytes);
    if (text.size() > longest_message) {
        std::size_t from = longest_message - kept_of_the_end;
        std::size_t to = text.size() - kept_of_the_end;
        while (continues_character(text[from])) {
            --from;
        }
        while (continues_character(text[to])) {
            ++to;
        }
        text.replace(from, to - from, " … ");
    }
    return text;
}

// Finds lines and columns quickly, however long the text and its lines are.
class TextIndex {
  public:
    explicit TextIndex(std::string_view text) : text_(text) {
        line_starts_.push_back(byte_order_mark_length(text));
        std::size_t characters = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (at % block == 0) {
                characters_before_.push_back(characters);
            }
            characters += continues_character(text[at]) ? 0 : 1;
            if (text[at] == '\n') {
                line_starts_.push_back(at + 1);
            }
        }
        characters_before_.push_back(characters);
    }

    std::string_view text() const { return text_; }

    LineAndColumn position(std::size_t offset) const {
        offset = std::min(offset, text_.size());
        const std::size_t line = line_of(offset);
        const std::size_t start = std::min(line_starts_[line], offset);
        return {line + 1, 1 + characters_until(offset) - characters_until(start)};
    }

    std::size_t line_start(std::size_t offset) const { return line_starts_[line_of(offset)]; }

  private:
    static constexpr std::size_t block = 1024;

    std::size_t line_of(std::size_t offset) const {
        const auto after = std::upper_bound(line_starts_.begin() + 1, line_starts_.end(), offset);
        return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
    }

    std::size_t characters_until(std::size_t offset) const {
        const std::size_t at = offset / block * block;
        return characters_before_[offset / block] + count_characters(text_.substr(at, offset - at));
    }

    std::string_view text_;
    std::vector<std::size_t> line_starts_;        // the first after a byte order mark
    std::vector<std::size_t> characters_before_;  // each block of bytes
};

bool ends_line(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == '\n' ||
           (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] == '\n'));
}

std::string excerpt_of(const TextIndex& index, const Span& span) {
    const std::string_view text = index.text();
    std::size_t begin = std::min(span.begin, text.size());
    const std::size_t start = index.line_start(begin);
    begin = std::max(begin, start);
    if (begin > start && begin < text.size() && text[begin] == '\n' && text[begin - 1] == '\r') {
        --begin;
    }

    std::size_t from = begin;
    std::size_t before = 0;
    while (from > start && before < widest_excerpt / 2) {
        do {
            --from;
        } while (from > start && continues_character(text[from]));
        ++before;
    }
    std::size_t to = from;
    for (std::size_t shown = 0; shown < widest_excerpt && !ends_line(text, to); ++shown) {
        to = std::min(to + character_length(text[to]), text.size());
    }
    const std::string_view window = text.substr(from, to - from);
    if (first_invalid_byte(window)) {
        return {};
    }
    const bool cut_left = from > start;
    const std::size_t indent = display_width(printable(text.substr(from, begin - from)));
    const std::size_t marked_end = std::clamp(span.end, begin, std::max(begin, to));
    const std::size_t marked = display_width(printable(text.substr(begin, marked_end - begin)));
    const std::string shown =
        (cut_left ? "…" : "") + printable(window) + (ends_line(text, to) ? "" : "…");
    const std::string number = std::to_string(index.position(begin).line);
    return fmt::format("  {} | {}\n  {} | {}^{}\n", number, shown, std::string(number.size(), ' '),
                       std::string(indent + (cut_left ? 1 : 0), ' '),
                       std::string(marked > 1 ? marked - 1 : 0, '~'));
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

    // Null where there is no such file.
    const TextIndex* index_of(const std::string& file) {
        const auto [found, fresh] = indexes_.try_emplace(file);
        if (fresh && !file.empty()) {
            if (auto bytes = files_.read(file).bytes) {
                found->second.text = std::make_unique<const std::string>(std::move(*bytes));
                found->second.index.emplace(*found->second.text);
            }
        }
        return found->second.index ? &*found->second.index : nullptr;
    }

  private:
    struct Indexed {
        std::unique_ptr<const std::string> text;
        std::optional<TextIndex> index;
    };

    const FileSystem& files_;
    std::map<std::string, Indexed> indexes_;
};

// A span of nothing at the start speaks of the file as a whole.
bool is_about_all_of_it(const Place& place) {
    return place.span == Span{};
}

std::string show(const Diagnostic& problem, const TextIndex* index, MessageLanguage language) {
    const bool whole_file = is_about_all_of_it(problem.place);
    std::string where = printable(problem.place.file);
    if (index && !whole_file) {
        const LineAndColumn position = index->position(problem.place.span.begin);
        where += fmt::format(":{}:{}", position.line, position.column);
    }
    std::string result = fmt::format("{}{}{}: {} [{}]\n", where, where.empty() ? "" : ": ",
                                     severity_name(problem.severity, language),
                                     printable_message(problem.message.in(language)), problem.code);
    if (index && !whole_file) {
        result += excerpt_of(*index, problem.place.span);
    }
    if (!problem.help.empty()) {
        result += fmt::format("  {}: {}\n", language == MessageLanguage::spanish ? "ayuda" : "help",
                              printable_message(problem.help.in(language)));
    }
    return result;
}

Member member(std::string name, std::string_view text) {
    return {std::move(name), {}, Value{well_formed(text), {}}};
}

Member member(std::string name, const std::optional<std::size_t>& number) {
    return {std::move(name), {}, number ? Value{static_cast<std::int64_t>(*number), {}} : Value{}};
}

Value json_of(const Diagnostic& problem, const TextIndex* index, MessageLanguage language) {
    std::optional<LineAndColumn> begin;
    std::optional<LineAndColumn> end;
    if (index && !is_about_all_of_it(problem.place)) {
        begin = index->position(problem.place.span.begin);
        end = index->position(problem.place.span.end);
    }
    const auto line = [](const auto& at) { return at ? std::optional(at->line) : std::nullopt; };
    const auto column = [](const auto& at) {
        return at ? std::optional(at->column) : std::nullopt;
    };
    const std::string& file = problem.place.file;
    Value::Map entry;
    entry.push_back(member("severity", problem.severity == Severity::error ? "error" : "warning"));
    entry.push_back(member("code", problem.code));
    entry.push_back(file.empty() ? Member{"file", {}, {}} : member("file", file));
    entry.push_back(member("line", line(begin)));
    entry.push_back(member("column", column(begin)));
    entry.push_back(member("end_line", line(end)));
    entry.push_back(member("end_column", column(end)));
    entry.push_back(member("message", problem.message.in(language)));
    entry.push_back(member("help", problem.help.in(language)));
    return Value{std::move(entry), {}};
}

}  // namespace

LineAndColumn position_of(std::string_view text, std::size_t byte_offset) {
    return TextIndex(text).position(byte_offset);
}

std::string show_diagnostic(const Diagnostic& problem, const FileSystem& files,
                            MessageLanguage language) {
    Excerpts excerpts(files);
    return show(problem, excerpts.index_of(problem.place.file), language);
}

std::string show_diagnostics(const Diagnostics& problems, const FileSystem& files,
                             MessageLanguage language) {
    Excerpts excerpts(files);
    std::string result;
    for (const Diagnostic& problem : problems.sorted()) {
        result += show(problem, excerpts.index_of(problem.place.file), language);
    }
    return result;
}

std::string diagnostics_as_json(const Diagnostics& problems, const FileSystem& files,
                                MessageLanguage language) {
    Excerpts excerpts(files);
    Value::List list;
    for (const Diagnostic& problem : problems.sorted()) {
        list.push_back(json_of(problem, excerpts.index_of(problem.place.file), language));
    }
    return to_json(Value{std::move(list), {}}) + "\n";
}

}  // namespace puebla
