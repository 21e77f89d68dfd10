#include "checks/checks.h"

#include "checks/check_links.h"
#include "checks/check_names.h"
#include "checks/check_outline.h"
#include "checks/check_pages.h"
#include "checks/check_policy.h"
#include "checks/check_versions.h"

namespace puebla {

const std::vector<Check>& all_checks() {
    static const std::vector<Check> checks = {
        {"broken-link",
         {"Does every link lead to a file of the site, and every fragment to a place on its page?",
          "¿Lleva cada enlace a un archivo del sitio y cada fragmento a un lugar de su página?"},
         nullptr,
         check_links},
        {"duplicate-id",
         {"Is every id used once on its page, and is every id there that the page speaks of?",
          "¿Se usa cada id una sola vez en su página, y está cada id que la página menciona?"},
         nullptr,
         check_ids},
        {"empty-title",
         {"Does every page have a title?", "¿Tiene título cada página?"},
         nullptr,
         check_titles},
        {"wrong-language",
         {"Does every page say in which language it is?", "¿Dice cada página en qué idioma está?"},
         nullptr,
         check_languages},
        {"wrong-canonical",
         {"Does every page name its own address as the one to remember?",
          "¿Nombra cada página su propia dirección como la que hay que recordar?"},
         nullptr,
         check_canonical},
        {"one-sided-alternate",
         {"Do the versions of a page name each other, each with its language?",
          "¿Se nombran entre sí las versiones de una página, cada una con su idioma?"},
         nullptr,
         check_alternates},
        {"missing-version-link",
         {"Does every page lead to its other versions?",
          "¿Lleva cada página a sus otras versiones?"},
         nullptr,
         check_versions},
        {"main-heading",
         {"Does every page have one main part and one main heading?",
          "¿Tiene cada página una sola parte principal y un solo encabezado principal?"},
         nullptr,
         check_main_parts},
        {"heading-order",
         {"Do headings go down one level at a time, with a text each, and do tables have headers?",
          "¿Bajan los encabezados de nivel en nivel, cada uno con su texto, y tienen encabezados "
          "las tablas?"},
         check_outline,
         nullptr},
        {"picture-without-text",
         {"Can a screen reader say every picture, link and form field?",
          "¿Puede un lector de pantalla decir cada imagen, enlace y campo de formulario?"},
         check_names,
         nullptr},
        {"blocked-by-policy",
         {"Is there nothing that the pages' own security policy forbids?",
          "¿No hay nada que la política de seguridad de las páginas prohíba?"},
         check_policy,
         nullptr},
    };
    return checks;
}

void check_page(const FinishedPage& page, Findings& findings) {
    for (const Check& check : all_checks()) {
        if (check.ask_page != nullptr) {
            check.ask_page(page, findings);
        }
    }
}

void run_checks(const FinishedSite& site, Diagnostics& problems) {
    const Sources sources(site.build);
    Causes causes(sources);
    for (const PageFacts& page : site.files) {
        for (const Finding& finding : page.findings) {
            causes.add(page.path, finding);
        }
    }
    for (const Check& check : all_checks()) {
        if (check.ask_site != nullptr) {
            check.ask_site(site, sources, causes);
        }
    }
    causes.report(problems);
}

}  // namespace puebla
