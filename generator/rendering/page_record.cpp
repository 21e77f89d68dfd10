#include "rendering/page_record.h"

#include "rendering/page_record_parts.h"

namespace puebla {

using templates::Map;
using TemplateValue = templates::Value;

void PageRecords::Parts::relate() {
    relations.resize(site.entries.size());
    for (const Relation& relation : site.relations) {
        relations[relation.to].push_back(relation);
    }
    ranks.assign(site.languages.size(), std::vector<std::size_t>(site.entries.size()));
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        for (const Collection& collection : site.collections) {
            const std::vector<EntryIndex>& order = *collection.entries.find(language);
            for (std::size_t rank = 0; rank < order.size(); ++rank) {
                ranks[language][order[rank]] = rank;
            }
        }
    }
}

PageRecords::PageRecords(const Site& site, const PageSet& pages, const Theme& theme)
    : parts_(new Parts{site, pages, theme, {}, {}, {}, {}}) {
    parts_->relate();
    // All records exist before the first is filled, since they refer to each other.
    parts_->languages.resize(site.languages.size());
    for (LanguageRecords& records : parts_->languages) {
        records.entries.resize(site.entries.size());
    }
    parts_->others.resize(pages.pages.size());
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        for (EntryIndex index = 0; index < site.entries.size(); ++index) {
            parts_->fill_entry(index, language);
        }
        parts_->fill_site(language);
    }
    for (PageIndex index = 0; index < pages.pages.size(); ++index) {
        if (!pages.pages[index].entry) {
            parts_->fill_other(index);
        }
    }
}

PageRecords::~PageRecords() = default;

Map PageRecords::variables_for(PageIndex index) const {
    Map site = parts_->languages[parts_->pages.pages[index].language].site;
    site.set("navigation", parts_->menu(parts_->site.navigation, index));
    site.set("footer", parts_->menu(parts_->site.footer, index));
    return Map{{"page", TemplateValue::reference(parts_->record_of(index))},
               {"site", std::move(site)}};
}

}  // namespace puebla
