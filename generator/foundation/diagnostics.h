// Problems are values: what is wrong, where, and what to do next.
//
// A stage that meets a mistake in content or a theme adds a Diagnostic, puts something sensible in
// its place and goes on, so that one run shows everything. Line, column and excerpt are computed
// only when the problems are shown (show_diagnostics.h).

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/message.h"

namespace puebla {

// A range of bytes in a file, end not included. An empty span at 0 means the file as a whole.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Span&) const = default;
};

// Where something was written: a file, relative to the source folder with '/' between names, and a
// span in it.
struct Place {
    std::string file;
    Span span;

    bool operator==(const Place&) const = default;
};

enum class Severity { error, warning };

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  // stable and lower case: "unknown-field"
    Place place;
    Message message;  // one sentence, no full stop
    Message help;     // what to do next; may be empty

    bool operator==(const Diagnostic&) const = default;
};

class Diagnostics {
  public:
    void error(std::string_view code, Place place, Message message, Message help = {});
    void warning(std::string_view code, Place place, Message message, Message help = {});
    void append(const Diagnostics& more);

    bool has_errors() const { return count(Severity::error) > 0; }
    std::size_t count(Severity severity) const;
    bool empty() const { return all_.empty(); }
    const std::vector<Diagnostic>& all() const { return all_; }

    // By file, then position, then code; what was reported twice is kept once. Of one code in one
    // file this is the first `most_listed`, and then one that tells how many more there are.
    std::vector<Diagnostic> sorted() const;

    // All of them, but what was reported twice once.
    std::size_t count_different(Severity severity) const;

    // The same with every warning as an error, for --strict.
    Diagnostics as_errors() const;

  private:
    std::vector<const Diagnostic*> different() const;  // in the order of sorted()

    std::vector<Diagnostic> all_;
};

// Nobody reads more of the same, and a text that a program made can hold a million.
constexpr std::size_t most_listed = 1'000;

}  // namespace puebla
