// nlohmann/json keeps no positions, but its SAX events come in the order of the text. A cursor
// follows them: what lies between two tokens is only white space, commas and colons, so the next
// token begins where those end, and its own kind says where it stops.

#include "foundation/read_json.h"

#include <nlohmann/json.hpp>
#include <set>

#include "foundation/json_syntax_error.h"
#include "foundation/utf8.h"

namespace puebla {

namespace {

// Follows the tokens of a text that the parser has accepted so far.
class Cursor {
  public:
    Cursor(std::string_view text, std::size_t at) : text_(text), last_{at, at} {}

    Span next() {
        std::size_t at = last_.end;
        while (at < text_.size() &&
               (is_json_space(text_[at]) || text_[at] == ',' || text_[at] == ':')) {
            ++at;
        }
        last_ = json_token_at(text_, at);
        return last_;
    }

    Span last() const { return last_; }

  private:
    std::string_view text_;
    Span last_;
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
        const bool again = !names_.back().insert(name).second;
        if (again) {
            problems_.error("duplicate-name", {file_, span},
                            say("\"{}\" is given twice in this object",
                                "«{}» aparece dos veces en este objeto", name),
                            say("keep one of them", "deje solo uno"));
        }
        name_ = {std::move(name), span, again};
        after_name_ = true;
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& problem) override {
        constexpr int number_overflow = 406;
        stop(position, problem.id == number_overflow);
        return false;
    }

    // The parser takes a zero byte for the end of the text.
    bool nothing_follows() {
        const std::size_t rest = text_.find_first_not_of(" \t\r\n", cursor_.last().end);
        if (rest != std::string_view::npos) {
            stop(text_.size(), false);
        }
        return rest == std::string_view::npos;
    }

  private:
    void stop(std::size_t position, bool too_large) {
        JsonStop stop;
        stop.last = cursor_.last();
        stop.open = open_.empty() ? Span{} : open_.back().value.span;
        stop.read = position;
        stop.complete = complete_;
        stop.in_object = !open_.empty() && open_.back().value.is_map();
        stop.after_name = after_name_;
        stop.too_large = too_large;
        report_json_syntax(file_, text_, stop, problems_);
    }

    struct Name {
        std::string text;
        Span span;
        bool again = false;  // its value is left out: the first one stands
    };

    struct Open {
        Value value;
        Name name;  // under which the value joins its parent, where that is a map
    };

    template <typename T>
    bool add(T&& data) {
        after_name_ = false;
        join(Value{std::forward<T>(data), cursor_.next()}, std::move(name_));
        return true;
    }

    template <typename T>
    bool open(T&& container) {
        const Span span = cursor_.next();
        after_name_ = false;
        if (open_.size() == deepest_json) {
            problems_.error(
                "nesting-too-deep", {file_, span},
                say("more than {} brackets are open here, one inside the other",
                    "aquí hay más de {} corchetes o llaves abiertos, uno dentro de otro",
                    deepest_json),
                say("look for brackets that were repeated by accident",
                    "busque corchetes o llaves repetidos por accidente"));
            return false;
        }
        open_.push_back({Value{std::forward<T>(container), span}, std::move(name_)});
        names_.emplace_back();
        return true;
    }

    bool close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        names_.pop_back();
        done.value.span.end = cursor_.next().end;
        join(std::move(done.value), std::move(done.name));
        return true;
    }

    void join(Value value, Name name) {
        if (open_.empty()) {
            root_ = std::move(value);
            complete_ = true;
        } else if (auto* list = std::get_if<Value::List>(&open_.back().value.data)) {
            list->push_back(std::move(value));
        } else if (auto* map = std::get_if<Value::Map>(&open_.back().value.data);
                   map && !name.again) {
            map->push_back({std::move(name.text), name.span, std::move(value)});
        }
    }

    const std::string& file_;
    std::string_view text_;
    Cursor cursor_;
    Diagnostics& problems_;
    Value root_;
    std::vector<Open> open_;
    std::vector<std::set<std::string>> names_;  // of each open object, to find repeated ones
    Name name_;
    bool after_name_ = false;
    bool complete_ = false;
};

}  // namespace

Value read_json(const std::string& file, std::string_view text, Diagnostics& problems,
                JsonShape wanted) {
    const std::size_t begin = byte_order_mark_length(text);
    if (text.find_first_not_of(" \t\r\n", begin) == std::string_view::npos) {
        problems.error(
            "empty-file", {file, {}}, say("this file is empty", "este archivo está vacío"),
            wanted == JsonShape::list ? say("write a list: [ ]", "escriba una lista: [ ]")
                                      : say("write its fields between braces: {{ }}",
                                            "escriba sus campos entre llaves: {{ }}"));
        return {};
    }
    Builder builder(file, text, begin, problems);
    const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return complete && builder.nothing_follows() ? builder.take() : Value{};
}

}  // namespace puebla
