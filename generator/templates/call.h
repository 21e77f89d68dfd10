// How templates call functions of the host, filters and tests, and how those answer or refuse.
//
//   Function phrase = [&](Call& call) -> Value {
//       const Value* key = call.argument(0, "key");
//       if (!key || !key->is_text()) {
//           return call.fail("template-type", say("phrase() needs a key", "…"));
//       }
//       return text_of(key->text(), call.named);
//   };

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "locale/locale.h"
#include "templates/limits.h"
#include "templates/value.h"

namespace puebla::templates {

// What is the same for a whole rendering.
struct RenderContext {
    const Locale* locale = nullptr;  // for the filters that depend on a language
    std::string here;                // the path of the page being made, "es/miembros/index.html"
    // Not empty: addresses are printed as base + path (404 pages), and the filter `absolute` uses
    // it. Ends in "/".
    std::string absolute_base;
    // For the filter `absolute` on pages whose links are relative: "https://portal.example.org/".
    std::string site_base;
    std::size_t most_work = templates::most_work;
};

// The work that one rendering has done so far, in bytes; see limits.h.
class Work {
  public:
    explicit Work(std::size_t most) : most_(most) {}

    void add(std::size_t amount) { done_ += amount; }
    bool is_too_much() const { return done_ > most_; }

  private:
    std::size_t most_;
    std::size_t done_ = 0;
};

struct Failure {
    std::string code;
    Message message;
    Message help;
};

Message too_much_work();

class Call {
  public:
    // Without `call_work` nothing is counted.
    explicit Call(const RenderContext& call_context, Work* call_work = nullptr)
        : context(call_context), work(call_work) {}

    std::vector<Value> positional;
    std::vector<std::pair<std::string, Value>> named;
    const RenderContext& context;
    Work* const work;

    // The argument given at that position or by that name; null where it was not given.
    const Value* argument(std::size_t position, std::string_view name) const;

    // Ends the rendering with this message at the call: `return call.fail(…);`
    Value fail(std::string_view code, Message message, Message help = {});
    const std::optional<Failure>& failure() const { return failure_; }

    // For work that is about to be done: false, and a failure, where it is more than a page may do.
    bool pay(std::size_t amount);

  private:
    std::optional<Failure> failure_;
};

}  // namespace puebla::templates
