// Writing a value into the page, as the place where it stands requires.

#include <algorithm>
#include <array>
#include <charconv>

#include "foundation/relative_address.h"
#include "templates/address_list.h"
#include "templates/renderer.h"

namespace puebla::templates {

namespace {

// Which bytes of a text are not written as they are. Looking each byte up is several times faster
// than find_first_of() on the short texts of a page.
class ByteSet {
  public:
    constexpr explicit ByteSet(std::string_view members) {
        for (const char c : members) {
            has_[static_cast<unsigned char>(c)] = true;
        }
    }
    std::size_t first_in(std::string_view text) const {
        std::size_t at = 0;
        while (at < text.size() && !has_[static_cast<unsigned char>(text[at])]) {
            ++at;
        }
        return at;
    }

  private:
    std::array<bool, 256> has_{};
};

constexpr ByteSet escaped_in_html("&<>\"'");
constexpr ByteSet encoded_in_addresses(" <>\"\\^`{|}");
constexpr ByteSet ends_of_schemes(":/?#&\t\n\r");

void append_escaped(std::string& out, std::string_view text) {
    const std::size_t plain = escaped_in_html.first_in(text);
    out += text.substr(0, plain);
    if (plain < text.size()) {
        escape_html_into(out, text.substr(plain));
    }
}

}  // namespace

void Renderer::print(const Value& value, Surroundings surroundings, Span span,
                     const Expression* source) {
    switch (value.kind()) {
        case Kind::text:
            if (surroundings == Surroundings::json) {
                out_->text += value.text();
            } else {
                append_escaped(out_->text, value.text());
            }
            return;
        case Kind::integer: {
            std::array<char, 24> digits{};
            const auto [end, error] =
                std::to_chars(digits.data(), digits.data() + digits.size(), value.integer());
            out_->text.append(digits.data(), end);
            static_cast<void>(error);
            return;
        }
        case Kind::real:
            out_->text += text_of_real(value.real());
            return;
        case Kind::foreign_text:
            if (surroundings == Surroundings::content) {
                print_foreign(value.foreign_text());
            } else {
                append_escaped(out_->text, value.text());
            }
            return;
        case Kind::html:
            print_html(value.html(), surroundings, span);
            return;
        case Kind::address:
            print_address(out_->text, value.address(), context_);
            return;
        default:
            unprintable(value, source, span);
    }
}

void Renderer::unprintable(const Value& value, const Expression* source, Span span) {
    const std::string path = source == nullptr ? "" : path_of(*source);
    const Message kind = kind_name(value);
    Message help = say("print a part of it", "imprima una parte");
    if (value.is(Kind::none)) {
        help = say("test it before, or say what to print: … | default(\"\", true)",
                   "compruébelo antes o diga qué imprimir: … | default(\"\", true)");
    } else if (value.is(Kind::boolean)) {
        help = say("say what to print: \"yes\" if … else \"no\"",
                   "diga qué imprimir: \"sí\" if … else \"no\"");
    } else if (value.is(Kind::list)) {
        help = say("go through it with \"for\", or use the filter join",
                   "recórrala con «for» o use el filtro join");
    }
    fail(span, "unprintable-value",
         path.empty() ? say("{} cannot be printed", "no se puede imprimir {}", kind)
                      : say("\"{}\" is {} and cannot be printed",
                            "«{}» es {} y no se puede imprimir", path, kind),
         std::move(help));
}

void Renderer::print_foreign(const ForeignText& text) {
    const bool page_is_right_to_left =
        context_.locale != nullptr && context_.locale->right_to_left();
    out_->text += "<span lang=\"";
    append_escaped(out_->text, text.language);
    out_->text += '"';
    if (text.right_to_left != page_is_right_to_left) {
        out_->text += text.right_to_left ? " dir=\"rtl\"" : " dir=\"ltr\"";
    }
    out_->text += '>';
    append_escaped(out_->text, text.text);
    out_->text += "</span>";
}

void Renderer::print_html(const Html& html, Surroundings surroundings, Span span) {
    if (surroundings != Surroundings::content) {
        // HTML that is only text, as of a {% set %} … {% endset %}, is already escaped as an
        // attribute wants it.
        if (surroundings == Surroundings::json ||
            html.text.find_first_of("<>\"'") != std::string::npos) {
            fail(span, "forbidden-context",
                 say("HTML cannot be printed inside an attribute, a title or a script",
                     "no se puede imprimir HTML dentro de un atributo, un título o un script"),
                 say("print a text, or take the tags away with the filter striptags",
                     "imprima un texto, o quite las etiquetas con el filtro striptags"));
            return;
        }
        out_->text += html.text;
        return;
    }
    const auto shift = static_cast<std::uint32_t>(out_->text.size());
    out_->text += html.text;
    for (const Mark& mark : html.marks) {
        out_->marks.push_back(moved(mark, shift));
    }
}

void Renderer::begin_attribute(const Statement&) {
    attribute_starts_.push_back(out_->text.size());
}

void Renderer::end_attribute(const Statement& statement) {
    if (attribute_starts_.empty()) {
        return;
    }
    const std::size_t begin = attribute_starts_.back();
    attribute_starts_.pop_back();
    each_address(
        out_->text, begin, statement.several_addresses, [&](std::size_t from, std::size_t to) {
            const std::string_view written = std::string_view(out_->text).substr(from, to - from);
            if (statement.checked && has_unsafe_scheme(written)) {
                fail(statement.span, "unsafe-address",
                     say("this address would run code: \"{}\"",
                         "esta dirección ejecutaría código: «{}»",
                         unescape_html(written.substr(0, 60))),
                     say("links begin with https:, mailto: or a path",
                         "los enlaces comienzan con https:, mailto: o una ruta"));
            }
            if (statement.recorded) {
                out_->marks.push_back({statement.mark, static_cast<std::uint32_t>(from),
                                       static_cast<std::uint32_t>(to), statement.written});
            }
        });
}

bool has_unsafe_scheme(std::string_view escaped) {
    // Most addresses are relative: a scheme would end in ":" before any of these.
    const std::size_t stop = ends_of_schemes.first_in(escaped);
    if (stop == escaped.size() || (escaped[stop] == '/' && stop > 0) || escaped[stop] == '?' ||
        escaped[stop] == '#') {
        return false;
    }
    // Browsers pass over control characters and white space in a scheme.
    std::string scheme;
    for (const char c : unescape_html(escaped)) {
        if (c == ':') {
            return scheme == "javascript" || scheme == "data" || scheme == "vbscript";
        }
        if (static_cast<unsigned char>(c) > ' ' && c != '\x7f') {
            scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (scheme.size() > 10) {
            return false;
        }
    }
    return false;
}

std::string link_from(std::string_view here, std::string_view address) {
    const std::size_t path_end = std::min(address.find_first_of("#?"), address.size());
    const std::string_view path = address.substr(0, path_end);
    const std::string_view rest = address.substr(path_end);
    const std::string_view folder = here.substr(0, here.rfind('/') + 1);
    const bool own_page =
        path == here || (path == folder && here.substr(folder.size()) == "index.html");
    if (own_page && !rest.empty()) {
        return std::string(rest);
    }
    return relative_address(here, path).append(rest);
}

void print_address(std::string& out, const Address& address, const RenderContext& context) {
    const std::string written = context.absolute_base.empty()
                                    ? link_from(context.here, address.path)
                                    : context.absolute_base + address.path;
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string_view rest = written;
    for (std::size_t at = encoded_in_addresses.first_in(rest); at < rest.size();
         at = encoded_in_addresses.first_in(rest)) {
        append_escaped(out, rest.substr(0, at));
        const auto byte = static_cast<unsigned char>(rest[at]);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
        rest.remove_prefix(at + 1);
    }
    append_escaped(out, rest);
}

}  // namespace puebla::templates
