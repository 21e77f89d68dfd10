#include "commands/explanations.h"

#include <iterator>

#include "commands/explanation_families.h"

namespace puebla {

namespace {

std::vector<Explanation> all_families() {
    std::vector<Explanation> all;
    for (const auto family :
         {explain_use, explain_files, explain_records, explain_texts, explain_writing,
          explain_themes, explain_templates, explain_pages, explain_access, explain_output}) {
        std::vector<Explanation> rows = family();
        all.insert(all.end(), std::make_move_iterator(rows.begin()),
                   std::make_move_iterator(rows.end()));
    }
    return all;
}

}  // namespace

const std::vector<Explanation>& explanations() {
    static const std::vector<Explanation> all = all_families();
    return all;
}

}  // namespace puebla
