#include "checks/check_policy.h"

#include <algorithm>
#include <array>

#include "checks/check_links.h"
#include "checks/tag.h"

namespace puebla {

namespace {

bool is_of_another_site(const std::string& address, const std::string& base) {
    return leaves_the_page(address) && !follow_link("", address, base);
}

// Nearly every address is relative: no scheme, even one that is hidden in escapes, can be in it.
bool may_have_scheme(std::string_view escaped) {
    const std::size_t stop = escaped.find_first_of(":/?#&");
    return stop != std::string_view::npos &&
           (escaped[stop] == ':' || escaped[stop] == '&' || (stop == 0 && escaped[0] == '/'));
}

// Browsers pass over blanks and controls in a scheme.
bool runs_code(std::string_view address) {
    std::string scheme;
    for (const char c : address) {
        if (c == ':') {
            return scheme == "javascript" || scheme == "vbscript" || scheme == "data";
        }
        if (static_cast<unsigned char>(c) > ' ') {
            scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        if (scheme.size() > 10) {
            return false;
        }
    }
    return false;
}

bool is_forbidden(std::string_view element) {
    constexpr std::array<std::string_view, 6> forbidden = {"iframe", "object", "embed",
                                                           "audio",  "video",  "base"};
    return std::any_of(forbidden.begin(), forbidden.end(),
                       [&](std::string_view one) { return is_name(element, one); });
}

// Where a file that the tag loads belongs.
Message put_into_the_theme(const Tag& tag) {
    if (tag.is("link")) {
        return say(
            "put it into the theme: style sheets and fonts are named in theme.json",
            "póngalo en el tema: las hojas de estilo y las fuentes se nombran en theme.json");
    }
    const std::string folder = tag.is("script") ? "scripts" : "images";
    return say("put the file into {0}/ of the theme and print {{{{ asset(\"{0}/…\") }}}}",
               "ponga el archivo en {0}/ del tema e imprima {{{{ asset(\"{0}/…\") }}}}", folder);
}

void check_resource(const FinishedPage& page, const Mark& mark, const std::string& address,
                    Findings& findings) {
    if (!is_of_another_site(address, page.base)) {
        return;
    }
    const Tag tag = Tag::around(page.text, mark.begin);
    if (is_forbidden(tag.name())) {
        return;  // the element itself is told
    }
    findings.error("blocked-by-policy", mark.written,
                   say("browsers will not load \"{}\": it is not a file of this site",
                       "los navegadores no cargarán «{}»: no es un archivo de este sitio",
                       address.substr(0, 100)),
                   put_into_the_theme(tag));
}

void check_address(const FinishedPage& page, const Mark& mark, const std::string& address,
                   Findings& findings) {
    if (runs_code(address)) {
        findings.error("blocked-by-policy", mark.written,
                       say("browsers will not follow \"{}\": it is code, not an address",
                           "los navegadores no seguirán «{}»: es código, no una dirección",
                           address.substr(0, 100)),
                       say("links begin with https:, mailto: or a path",
                           "los enlaces comienzan con https:, mailto: o una ruta"));
        return;
    }
    if (mark.kind == MarkKind::address &&
        attribute_name_before(page.text, mark.begin).ends_with("action") &&
        is_of_another_site(address, page.base)) {
        findings.error("blocked-by-policy", mark.written,
                       say("browsers will not send a form to \"{}\", which is not this site",
                           "los navegadores no enviarán un formulario a «{}», que no es este sitio",
                           address.substr(0, 100)),
                       say("give a link to that site instead", "ponga un enlace a ese sitio"));
    }
}

void check_inline_code(const FinishedPage& page, const Mark& mark, Findings& findings) {
    const std::string_view name = attribute_name_before(page.text, mark.begin);
    const bool style = name == "style" || name == "STYLE";
    findings.error("blocked-by-policy", mark.written,
                   say("browsers will not obey the attribute \"{}\"",
                       "los navegadores no harán caso del atributo «{}»", name),
                   style ? say("give the element a class and write its style in styles/",
                               "dé una clase al elemento y escriba su estilo en styles/")
                         : say("let a file of scripts/ listen for the event",
                               "haga que un archivo de scripts/ escuche el evento"));
}

// A script that is no program: JSON-LD and other data.
bool is_data(const Tag& script) {
    const std::string type = script.attribute("type").value_or("");
    return !type.empty() && type != "module" && type.find("javascript") == std::string::npos;
}

void check_script(const Tag& tag, const Mark& mark, Findings& findings) {
    if (!tag.attribute("src") && !is_data(tag)) {
        findings.error(
            "blocked-by-policy", mark.written,
            say("browsers will not run a script that stands in the page",
                "los navegadores no ejecutarán un script escrito en la página"),
            say("put it into a file of scripts/ and write src=\"{{{{ asset(\"scripts/…\") }}}}\"",
                "póngalo en un archivo de scripts/ y escriba src=\"{{{{ asset(\"scripts/…\") "
                "}}}}\""));
    }
}

void check_element(const FinishedPage& page, const Mark& mark, Findings& findings) {
    const std::string_view name = page.text.substr(mark.begin, mark.end - mark.begin);
    const auto is = [&](std::string_view one) { return is_name(name, one); };
    if (is("script")) {
        check_script(Tag(page.text, mark.begin), mark, findings);
    } else if (is("style")) {
        findings.error("blocked-by-policy", mark.written,
                       say("browsers will not obey <style> in the page",
                           "los navegadores no harán caso de <style> en la página"),
                       say("write it in a file of styles/ and name that in theme.json",
                           "escríbalo en un archivo de styles/ y nómbrelo en theme.json"));
    }
    if (is_forbidden(name)) {
        findings.error(
            "blocked-by-policy", mark.written,
            say("browsers will not show <{}>", "los navegadores no mostrarán <{}>", name),
            say("the policy of the pages allows texts, pictures and links; give a link",
                "la política de las páginas permite textos, imágenes y enlaces; ponga un "
                "enlace"));
    }
}

}  // namespace

void check_policy(const FinishedPage& page, Findings& findings) {
    for (const Mark& mark : page.marks) {
        const std::string_view raw = page.text.substr(mark.begin, mark.end - mark.begin);
        switch (mark.kind) {
            case MarkKind::resource:
                if (may_have_scheme(raw)) {
                    check_resource(page, mark, unescape_html(raw), findings);
                }
                break;
            case MarkKind::link:
            case MarkKind::address:
                if (may_have_scheme(raw)) {
                    check_address(page, mark, unescape_html(raw), findings);
                }
                break;
            case MarkKind::inline_code:
                check_inline_code(page, mark, findings);
                break;
            case MarkKind::element:
                check_element(page, mark, findings);
                break;
            default:
                break;
        }
    }
}

}  // namespace puebla
