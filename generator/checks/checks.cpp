#include "checks/checks.h"

#include "checks/check_links.h"
#include "checks/check_pages.h"

namespace puebla {

const std::vector<Check>& all_checks() {
    static const std::vector<Check> checks = {
        {"broken-link",
         {"Does every link lead to a file of the site, and every fragment to a place on its page?",
          "¿Lleva cada enlace a un archivo del sitio y cada fragmento a un lugar de su página?"},
         check_links},
        {"duplicate-id",
         {"Is every id used once on its page?", "¿Se usa cada id una sola vez en su página?"},
         check_ids},
        {"empty-title",
         {"Does every page have a title?", "¿Tiene título cada página?"},
         check_titles},
        {"wrong-language",
         {"Does every page say in which language it is?", "¿Dice cada página en qué idioma está?"},
         check_languages},
        {"one-sided-alternate",
         {"Do the versions of a page name each other?",
          "¿Se nombran entre sí las versiones de una página?"},
         check_alternates},
        {"missing-version",
         {"Does every page exist in every language?", "¿Existe cada página en todos los idiomas?"},
         check_versions},
    };
    return checks;
}

void run_checks(const FinishedSite& site, Diagnostics& problems) {
    for (const Check& check : all_checks()) {
        check.ask(site, problems);
    }
}

}  // namespace puebla
