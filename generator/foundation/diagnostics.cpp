#include "foundation/diagnostics.h"

#include <algorithm>
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

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> result = all_;
    std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.file, a.place.span.begin, a.place.span.end, a.code, a.message.en) <
               std::tie(b.place.file, b.place.span.begin, b.place.span.end, b.code, b.message.en);
    });
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace puebla
