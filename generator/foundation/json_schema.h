// Whether a value fits a JSON Schema (draft 7), as Valijson judges it.
//
// Our own walk of a record finds the place of a mistake and words it; this is the last word on what
// that walk does not know (anyOf, dependencies, …). A "pattern" is compared as TextPattern does it;
// "patternProperties", which has no such bound, is refused: "propertyNames" says the same.

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/value.h"

namespace puebla {

class JsonSchema {
  public:
    // Null where this is no schema; `reason`, in English, says why.
    static std::optional<JsonSchema> make(const Value& schema, std::string& reason);

    struct Rejection {
        std::vector<std::string> path;  // names and numbers from the root to the part at fault
        std::string reason;             // in English, as Valijson words it
    };

    // Null where the value fits; else what was found first.
    std::optional<Rejection> reject(const Value& value) const;

  private:
    struct Compiled;
    explicit JsonSchema(std::shared_ptr<const Compiled> compiled)
        : compiled_(std::move(compiled)) {}

    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace puebla
