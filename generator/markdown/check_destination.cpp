#include "markdown/check_destination.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "foundation/utf8.h"
#include "markdown/characters.h"

namespace puebla::markdown {

namespace {

// Names of attachments may hold whatever a file system takes.
bool is_attachment(std::string_view destination) {
    return destination.substr(0, 2) == "./";
}

std::string_view name_in(std::string_view destination) {
    return destination.substr(0, destination.find('#'));
}

void leave_out_hidden(const Source& source, Link& link, Diagnostics& problems) {
    std::string cleaned;
    std::string hyphenated;  // a soft hyphen may have been a hyphen
    std::string first;
    for (std::size_t at = 0; at < link.destination.size();) {
        const std::string_view rest = std::string_view(link.destination).substr(at);
        const std::string_view character = rest.substr(0, character_length(rest[0]));
        if (!is_hidden(character)) {
            cleaned += character;
            hyphenated += character;
        } else {
            hyphenated += character == "\u00AD" ? "-" : "";
            // Those that change the direction of reading are told wherever they stand.
            first =
                first.empty() && !turns_direction(character) ? code_point_name(character) : first;
        }
        at += character.size();
    }
    if (source.is_name && !source.is_name(name_in(cleaned)) &&
        source.is_name(name_in(hyphenated))) {
        cleaned = std::move(hyphenated);
    }
    if (!first.empty()) {
        problems.warning("hidden-character", {source.file, link.span},
                         say("this address holds a character that cannot be seen: {}",
                             "esta dirección contiene un carácter que no se ve: {}", first),
                         say("delete the address and type it: {}",
                             "borre la dirección y escríbala: {}", cleaned));
    }
    link.destination = std::move(cleaned);
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Fault {
    Message message;
    Message help;
};

Fault fault_of_web_address(Message message) {
    return {std::move(message),
            say("copy the address from the browser: https://example.org/page",
                "copie la dirección del navegador: https://example.org/pagina")};
}

// What follows "https:" or "http:".
std::optional<Fault> web_fault(std::string_view scheme, std::string_view rest) {
    if (rest.substr(0, 2) != "//") {
        return fault_of_web_address(
            say("two slashes are missing after {}", "faltan dos barras después de {}", scheme));
    }
    rest.remove_prefix(2);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (host.empty()) {
        return fault_of_web_address(say("the name of the site is missing after {}//",
                                        "falta el nombre del sitio después de {}//", scheme));
    }
    if (host == "http:" || host == "https:") {
        return fault_of_web_address(say("this address begins twice: {}//{}",
                                        "esta dirección comienza dos veces: {}//{}", scheme, host));
    }
    return std::nullopt;
}

std::optional<Fault> fault_of(std::string_view destination) {
    if (destination.substr(0, 2) == "//") {
        return fault_of_web_address(say("https: is missing at the beginning of this address",
                                        "falta https: al comienzo de esta dirección"));
    }
    const std::size_t colon = destination.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::string scheme(destination.substr(0, colon + 1));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    const std::string_view rest = destination.substr(colon + 1);
    // mailto:?subject=… leaves it to the reader whom to write to.
    if (scheme == "mailto:" && rest.find('@') == rest.npos && rest.substr(0, 1) != "?") {
        return Fault{say("there is no e-mail address after mailto:",
                         "no hay una dirección de correo después de mailto:"),
                     say("write it whole: mailto:name@example.org",
                         "escríbala entera: mailto:nombre@example.org")};
    }
    if (scheme == "tel:" && !has_digit(rest)) {
        return Fault{say("there is no number after tel:", "no hay un número después de tel:"),
                     say("write it with the code of the country: tel:+525512345678",
                         "escríbalo con el código del país: tel:+525512345678")};
    }
    return scheme == "https:" || scheme == "http:" ? web_fault(scheme, rest) : std::nullopt;
}

}  // namespace

void check_destination(const Source& source, Link& link, Diagnostics& problems) {
    if (is_attachment(link.destination)) {
        return;
    }
    leave_out_hidden(source, link, problems);
    if (std::optional<Fault> fault = fault_of(link.destination)) {
        problems.warning("incomplete-address", {source.file, link.span}, std::move(fault->message),
                         std::move(fault->help));
    }
}

}  // namespace puebla::markdown
