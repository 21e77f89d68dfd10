// One value per language, and the single rule for what readers get when theirs is missing.

#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace puebla {

// A language of the site, by its place in the list of site.json.
using LanguageIndex = std::size_t;

template <typename T>
class Localized {
  public:
    void set(LanguageIndex language, T value) {
        if (values_.size() <= language) {
            values_.resize(language + 1);
        }
        values_[language] = std::move(value);
    }

    const T* find(LanguageIndex language) const {
        return language < values_.size() && values_[language] ? &*values_[language] : nullptr;
    }

    // The language whose value stands in for `wanted`: itself where it has one, else the first in
    // the order of the site that has. Null where there is no value at all.
    std::optional<LanguageIndex> language_for(LanguageIndex wanted) const {
        if (find(wanted)) {
            return wanted;
        }
        for (LanguageIndex other = 0; other < values_.size(); ++other) {
            if (values_[other]) {
                return other;
            }
        }
        return std::nullopt;
    }

    const T* find_or_other(LanguageIndex wanted) const {
        const auto language = language_for(wanted);
        return language ? find(*language) : nullptr;
    }

    bool empty() const { return !language_for(0); }

  private:
    std::vector<std::optional<T>> values_;
};

}  // namespace puebla
