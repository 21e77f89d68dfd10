#include "model/site_address.h"

#include <algorithm>

namespace puebla {

namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~%!$&'()*+,;=:").find(c) != std::string_view::npos;
}

// A name, an IPv4 address, or an IPv6 address in brackets, and perhaps a port.
bool is_host(std::string_view host) {
    const bool in_brackets = host.starts_with('[') && host.find(']') != std::string_view::npos;
    const std::size_t colon = in_brackets ? host.find(']') + 1 : host.find(':');
    const std::string_view name = host.substr(0, std::min(colon, host.size()));
    const std::string_view port = host.substr(std::min(colon, host.size()));
    const bool port_is_right =
        port.empty() || (port.size() > 1 && port[0] == ':' &&
                         port.find_first_not_of("0123456789", 1) == std::string_view::npos);
    const std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    const bool name_is_right =
        in_brackets ? name.find_first_not_of("[]0123456789abcdefABCDEF:.") == std::string_view::npos
                    : name.find_first_not_of(letters) == std::string_view::npos;
    return !name.empty() && name.front() != '.' && name_is_right && port_is_right;
}

// Folders between single slashes; "." and ".." would mean another address.
bool are_folders(std::string_view path) {
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::string_view step = path.substr(0, path.find('/'));
        const bool last = step.size() == path.size();
        if (step == "." || step == ".." || (step.empty() && !last)) {
            return false;
        }
        path.remove_prefix(step.size());
    }
    return true;
}

}  // namespace

Message fault_of_site_address(std::string_view address) {
    const std::size_t scheme = address.starts_with("https://")  ? 8
                               : address.starts_with("http://") ? 7
                                                                : 0;
    if (scheme == 0) {
        return say("it does not begin with https://", "no comienza con https://");
    }
    const std::string_view rest = address.substr(scheme);
    const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (host.find('@') != std::string_view::npos) {
        return say("it names a user, and everybody would read that",
                   "nombra a un usuario, y lo leería todo el mundo");
    }
    if (rest.find_first_of("?#") != std::string_view::npos) {
        return say("what begins with \"?\" or \"#\" is no part of it",
                   "lo que comienza con «?» o «#» no forma parte de ella");
    }
    if (!is_host(host)) {
        return host.empty() ? say("the name of the host is missing", "falta el nombre del servidor")
                            : say("\"{}\" is not the name of a host",
                                  "«{}» no es el nombre de un servidor", host);
    }
    const std::string_view path = rest.substr(host.size());
    if (!are_folders(path)) {
        return say("its folders must be plain: no \"//\", \".\" or \"..\"",
                   "sus carpetas deben ser simples: sin «//», «.» ni «..»");
    }
    if (!std::all_of(path.begin(), path.end(), [](char c) { return c == '/' || is_plain(c); })) {
        return say("it holds characters that addresses cannot have",
                   "tiene caracteres que las direcciones no admiten");
    }
    return {};
}

}  // namespace puebla
