// nlohmann/json keeps no positions, but its SAX events come in the order of the text. A cursor
// follows them: what lies between two tokens is only white space, commas and colons, so the next
// token begins where those end, and its own kind says where it stops.

#include "foundation/read_json.h"

#include <nlohmann/json.hpp>
#include <set>

#include "foundation/utf8.h"

namespace puebla {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Follows the tokens of a text that the parser has accepted so far.
class Cursor {
  public:
    explicit Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    Span next() {
        while (at_ < text_.size() &&
               (is_space(text_[at_]) || text_[at_] == ',' || text_[at_] == ':')) {
            ++at_;
        }
        const std::size_t begin = at_;
        if (at_ < text_.size()) {
            at_ = end_of_token();
        }
        return {begin, at_};
    }

    std::size_t at() const { return at_; }

  private:
    std::size_t end_of_token() const {
        constexpr std::string_view closers_and_openers = "{}[]";
        if (closers_and_openers.find(text_[at_]) != std::string_view::npos) {
            return at_ + 1;
        }
        if (text_[at_] != '"') {
            return std::min(text_.find_first_of(" \t\r\n,:{}[]\"", at_), text_.size());
        }
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"') {
            end += text_[end] == '\\' ? 2 : 1;
        }
        return std::min(end + 1, text_.size());
    }

    std::string_view text_;
    std::size_t at_;
};

// Says what is wrong with the text after the last good token, in the author's words.
class SyntaxError {
  public:
    SyntaxError(const std::string& file, std::string_view text, std::size_t last_good,
                std::size_t parser_stopped)
        : file_(file), text_(text), at_(skip_space(last_good)), parser_stopped_(parser_stopped) {}

    void report(Diagnostics& problems) const {
        const std::size_t token = starts_with_any(at_, ",:") ? skip_space(at_ + 1) : at_;
        if (token >= text_.size()) {
            add(problems, {text_.size(), text_.size()},
                say("the file ends too early", "el archivo termina antes de tiempo"),
                say("close every {{, [ and \" that was opened",
                    "cierre cada {{, [ y \" que abrió"));
        } else if (starts_with_any(at_, ",") && starts_with_any(token, "]}")) {
            add(problems, {at_, at_ + 1}, say("this comma is one too many", "esta coma sobra"),
                say("remove the comma after the last value",
                    "quite la coma después del último valor"));
        } else if (starts_with_any(token, "'")) {
            add(problems, {token, token + 1},
                say("texts are written in double quotes",
                    "los textos se escriben entre comillas dobles"),
                say("use \" instead of '", "use \" en lugar de '"));
        } else if (starts_with_any(token, "/#")) {
            add(problems, {token, token + 1},
                say("JSON has no comments", "JSON no admite comentarios"),
                say("remove this line or put the note in the prose",
                    "quite esta línea o ponga la nota en el texto"));
        } else if (starts_with_any(token, "\"")) {
            report_text(token, problems);
        } else {
            const std::size_t end = end_of_word(token);
            add(problems, {token, end},
                say("this is not JSON: \"{}\"", "esto no es JSON: «{}»", shortened(token, end)),
                say("a value is a text in double quotes, a number, true, false, null, a list [ ] "
                    "or an "
                    "object {{ }}",
                    "un valor es un texto entre comillas dobles, un número, true, false, null, una "
                    "lista [ ] o un objeto {{ }}"));
        }
    }

  private:
    // A text that is not closed on its line, holds a wrong escape, or follows without a comma.
    void report_text(std::size_t token, Diagnostics& problems) const {
        const Span whole = Cursor(text_, token).next();
        const std::size_t line_end = std::min(text_.find('\n', token), text_.size());
        const bool closed = text_[whole.end - 1] == '"' && whole.end - token > 1;
        if (whole.end > line_end || !closed) {
            add(problems, {token, line_end},
                say("this text is not closed on its line", "este texto no se cierra en su línea"),
                say("put a \" at its end; write a line break as \\n",
                    "ponga \" al final; escriba un salto de línea como \\n"));
        } else if (parser_stopped_ < whole.end) {
            const std::size_t from =
                std::max(token, parser_stopped_ == 0 ? 0 : parser_stopped_ - 1);
            add(problems, {from, from + 1},
                say("this character is not allowed here in a text",
                    "este carácter no se admite aquí en un texto"),
                say("write a backslash as \\\\ and a quote as \\\"",
                    "escriba la barra inversa como \\\\ y las comillas como \\\""));
        } else {
            add(problems, whole,
                say("a comma or a colon is missing before this text",
                    "falta una coma o dos puntos antes de este texto"));
        }
    }

    void add(Diagnostics& problems, Span span, Message message, Message help = {}) const {
        problems.error("broken-json", {file_, span}, std::move(message), std::move(help));
    }

    bool starts_with_any(std::size_t at, std::string_view characters) const {
        return at < text_.size() && characters.find(text_[at]) != std::string_view::npos;
    }

    std::size_t skip_space(std::size_t at) const {
        while (at < text_.size() && is_space(text_[at])) {
            ++at;
        }
        return at;
    }

    std::size_t end_of_word(std::size_t at) const {
        const std::size_t end = text_.find_first_of(" \t\r\n,:{}[]\"", at + 1);
        return std::min(end, text_.size());
    }

    std::string shortened(std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 40;
        std::size_t cut = begin;
        for (std::size_t count = 0; cut < end && count < longest; ++count) {
            cut += character_length(text_[cut]);
        }
        return std::string(text_.substr(begin, std::min(cut, end) - begin)) +
               (cut < end ? "…" : "");
    }

    const std::string& file_;
    std::string_view text_;
    std::size_t at_;
    std::size_t parser_stopped_;
};

// Builds the Value while the parser goes through the text.
class Builder : public nlohmann::json_sax<nlohmann::json> {
  public:
    Builder(const std::string& file, std::string_view text, std::size_t begin,
            Diagnostics& problems)
        : file_(file), text_(text), cursor_(text, begin), problems_(problems) {}

    Value take() { return std::move(root_); }

    bool null() override { return add(std::monostate()); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
    bool number_unsigned(number_unsigned_t value) override {
        constexpr auto most =
            static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        return value <= most ? add(static_cast<std::int64_t>(value))
                             : add(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open(Value::Map()); }
    bool start_array(std::size_t) override { return open(Value::List()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        const Span span = cursor_.next();
        if (!names_.back().insert(name).second) {
            problems_.error("duplicate-name", {file_, span},
                            say("\"{}\" is given twice in this object",
                                "«{}» aparece dos veces en este objeto", name),
                            say("keep one of them", "deje solo uno"));
        }
        name_ = std::move(name);
        name_span_ = span;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        SyntaxError(file_, text_, cursor_.at(), position).report(problems_);
        return false;
    }

  private:
    struct Open {
        Value value;
        std::string name;  // under which the value joins its parent, where that is a map
        Span name_span;
    };

    template <typename T>
    bool add(T&& data) {
        join(Value{std::forward<T>(data), cursor_.next()}, std::move(name_), name_span_);
        return true;
    }

    template <typename T>
    bool open(T&& container) {
        const Span span = cursor_.next();
        if (open_.size() == deepest_json) {
            problems_.error("nesting-too-deep", {file_, span},
                            say("this is nested deeper than {} levels",
                                "esto está anidado a más de {} niveles", deepest_json));
            return false;
        }
        open_.push_back({Value{std::forward<T>(container), span}, std::move(name_), name_span_});
        names_.emplace_back();
        return true;
    }

    bool close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        names_.pop_back();
        done.value.span.end = cursor_.next().end;
        join(std::move(done.value), std::move(done.name), done.name_span);
        return true;
    }

    void join(Value value, std::string name, Span name_span) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (auto* list = std::get_if<Value::List>(&open_.back().value.data)) {
            list->push_back(std::move(value));
        } else if (auto* map = std::get_if<Value::Map>(&open_.back().value.data)) {
            map->push_back({std::move(name), name_span, std::move(value)});
        }
    }

    const std::string& file_;
    std::string_view text_;
    Cursor cursor_;
    Diagnostics& problems_;
    Value root_;
    std::vector<Open> open_;
    std::vector<std::set<std::string>> names_;  // of each open object, to find repeated ones
    std::string name_;
    Span name_span_;
};

}  // namespace

Value read_json(const std::string& file, std::string_view text, Diagnostics& problems) {
    const std::size_t begin = byte_order_mark_length(text);
    if (text.find_first_not_of(" \t\r\n", begin) == std::string_view::npos) {
        problems.error("broken-json", {file, {}},
                       say("this file is empty", "este archivo está vacío"),
                       say("write an object: {{ }}", "escriba un objeto: {{ }}"));
        return {};
    }
    Builder builder(file, text, begin, problems);
    const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return complete ? builder.take() : Value{};
}

}  // namespace puebla
