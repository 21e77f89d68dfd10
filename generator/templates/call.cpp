#include "templates/call.h"

namespace puebla::templates {

const Value* Call::argument(std::size_t position, std::string_view name) const {
    if (position < positional.size()) {
        return &positional[position];
    }
    for (const auto& [given, value] : named) {
        if (given == name) {
            return &value;
        }
    }
    return nullptr;
}

Value Call::fail(std::string_view code, Message message, Message help) {
    if (!failure_) {
        failure_ = Failure{std::string(code), std::move(message), std::move(help)};
    }
    return {};
}

bool Call::pay(std::size_t amount) {
    if (work == nullptr) {
        return true;
    }
    work->add(amount);
    if (work->is_too_much()) {
        fail("template-limit", too_much_work());
        return false;
    }
    return true;
}

Message too_much_work() {
    return say("making this page takes too much work", "crear esta página exige demasiado trabajo");
}

}  // namespace puebla::templates
