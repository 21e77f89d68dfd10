// The filter `json`: a value for machines, in a script of type application/ld+json.

#include <array>
#include <cstdio>
#include <string>

#include "templates/filter_families.h"
#include "templates/limits.h"
#include "templates/operators.h"

namespace puebla::templates {

namespace {

void write_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        constexpr std::string_view special = "\"\\\n\r\t";
        constexpr std::string_view letters = "\"\\nrt";
        const std::size_t known = special.find(c);
        if (known != std::string_view::npos) {
            out += '\\';
            out += letters[known];
        } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&' ||
                   c == '\'') {
            std::array<char, 8> code{};
            std::snprintf(code.data(), code.size(), "\\u%04x", static_cast<unsigned>(c));
            out += code.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void write_json(std::string& out, const Value& value, int depth, Call& call) {
    if (depth > 50 || out.size() > longest_text) {
        call.fail("template-limit",
                  say("this value is too deep or too large for JSON",
                      "este valor es demasiado profundo o demasiado grande para JSON"),
                  say("pages lead to other pages without an end: choose members, as in "
                      "{{\"name\": page.title}} | json",
                      "unas páginas llevan a otras sin fin: elija miembros, como en "
                      "{{\"name\": page.title}} | json"));
    }
    if (call.failure() || !call.pay(cost_of_a_part)) {
        return;
    }
    switch (value.kind()) {
        case Kind::none:
            out += "null";
            return;
        case Kind::boolean:
            out += value.boolean() ? "true" : "false";
            return;
        case Kind::integer:
        case Kind::real:
            out += text_for_joining(value, call);
            return;
        case Kind::list: {
            const char* separator = "[";
            for (const Value& item : value.list()) {
                out += separator;
                write_json(out, item, depth + 1, call);
                separator = ", ";
            }
            out += value.list().empty() ? "[]" : "]";
            return;
        }
        case Kind::map: {
            const char* separator = "{";
            for (const auto& [name, member] : value.map().items()) {
                out += separator;
                write_json_text(out, name);
                out += ": ";
                write_json(out, member, depth + 1, call);
                separator = ", ";
            }
            out += value.map().empty() ? "{}" : "}";
            return;
        }
        default:
            if (!value.is_text()) {
                not_for(value, "json", call);
            } else if (call.pay(cost_of_changing * value.text().size())) {
                write_json_text(out, value.text());
            }
    }
}

}  // namespace

Value json(const Value& input, Call& call) {
    std::string text;
    write_json(text, input, 0, call);
    return text;
}

}  // namespace puebla::templates
