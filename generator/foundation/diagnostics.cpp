#include "foundation/diagnostics.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace puebla {

void Diagnostics::error(std::string_view code, Place place, Message message, Message help) {
    all_.push_back({Severity::error, std::string(code), std::move(place), std::move(message),
                    std::move(help)});
}

void Diagnostics::warning(std::string_view code, Place place, Message message, Message help) {
    all_.push_back({Severity::warning, std::string(code), std::move(place), std::move(message),
                    std::move(help)});
}

void Diagnostics::append(const Diagnostics& more) {
    all_.insert(all_.end(), more.all_.begin(), more.all_.end());
}

Diagnostics Diagnostics::as_errors() const {
    Diagnostics result = *this;
    for (Diagnostic& problem : result.all_) {
        problem.severity = Severity::error;
    }
    return result;
}

std::size_t Diagnostics::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(
        all_.begin(), all_.end(), [&](const Diagnostic& one) { return one.severity == severity; }));
}

std::vector<const Diagnostic*> Diagnostics::different() const {
    // Names of files are compared once for each file, not once for each pair of problems.
    std::map<std::string_view, std::vector<const Diagnostic*>> by_file;
    for (const Diagnostic& one : all_) {
        by_file[one.place.file].push_back(&one);
    }
    const auto key = [](const Diagnostic& one) {
        return std::tie(one.place.span.begin, one.place.span.end, one.code, one.message.en);
    };
    std::vector<const Diagnostic*> result;
    result.reserve(all_.size());
    for (auto& [file, problems] : by_file) {
        std::stable_sort(
            problems.begin(), problems.end(),
            [&](const Diagnostic* a, const Diagnostic* b) { return key(*a) < key(*b); });
        for (const Diagnostic* one : problems) {
            if (result.empty() || *result.back() != *one) {
                result.push_back(one);
            }
        }
    }
    return result;
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    struct Tally {
        std::size_t times = 0;
        std::size_t last = 0;  // in the result
    };
    std::map<std::pair<std::string_view, std::string_view>, Tally> tallies;  // by file and code
    std::vector<Diagnostic> result;
    for (const Diagnostic* one : different()) {
        Tally& tally = tallies[{one->place.file, one->code}];
        if (++tally.times <= most_listed + 1) {
            tally.last = result.size();
            result.push_back(*one);
        }
    }
    for (const auto& [kind, tally] : tallies) {
        if (tally.times > most_listed + 1) {
            Diagnostic& rest = result[tally.last];
            rest.message =
                say("from here on, {} more problems of this kind in this file",
                    "de aquí en adelante, {} problemas más de esta clase en este archivo",
                    tally.times - most_listed);
            rest.help = say("correct those that are listed; the others are listed after that",
                            "corrija los que se muestran; los demás se muestran después");
        }
    }
    return result;
}

std::size_t Diagnostics::count_different(Severity severity) const {
    const std::vector<const Diagnostic*> all = different();
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const Diagnostic* one) { return one->severity == severity; }));
}

}  // namespace puebla
