// What is said where a template names something that is not there.

#include <fmt/ranges.h>

#include <algorithm>

#include "foundation/suggestion.h"
#include "templates/renderer.h"

namespace puebla::templates {

using Is = Expression::Kind;

namespace {

// The nearest name, or all there are where that is not too much to read.
Message name_among(const std::string& typed, std::vector<std::string> known) {
    Message nearest = did_you_mean(typed, known);
    constexpr std::size_t readable = 40;
    if (!nearest.empty() || known.size() > readable) {
        return nearest;
    }
    if (known.empty()) {
        return say("it is empty", "no contiene nada");
    }
    std::sort(known.begin(), known.end());
    return say("there is: {}", "hay: {}", fmt::to_string(fmt::join(known, ", ")));
}

}  // namespace

std::string path_of(const Expression& expression) {
    if (expression.kind == Is::variable) {
        return expression.name;
    }
    if (expression.kind != Is::attribute) {
        return {};
    }
    const std::string owner = path_of(expression.parts[0]);
    return owner.empty() ? "" : owner + "." + expression.name;
}

void Renderer::missing_variable(const Expression& expression) {
    std::vector<std::string> known;
    for (const Frame* frame = frame_; frame != nullptr; frame = frame->around) {
        for (std::size_t i = 0; i < frame->unit->slot_names.size(); ++i) {
            if (!frame->slots[i].is(Kind::unset) && !frame->slots[i].is(Kind::undefined)) {
                known.push_back(frame->unit->slot_names[i]);
            }
        }
    }
    for (const Symbol symbol : setting_.variables->given) {
        known.push_back(library_.symbols.name(symbol));
    }
    for (const auto& [name, value] : host_map_->items()) {
        known.push_back(name);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    constexpr std::string_view of_other_languages[] = {"null", "nil", "undefined"};
    if (std::count(std::begin(of_other_languages), std::end(of_other_languages), expression.name) >
        0) {
        fail(expression.span, "unknown-variable",
             say("there is no variable \"{}\" here", "aquí no hay ninguna variable «{}»",
                 expression.name),
             say("write \"none\"", "escriba «none»"));
        return;
    }
    const bool hidden = host_map_->find(expression.name) != nullptr;
    fail(expression.span, "unknown-variable",
         say("there is no variable \"{}\" here", "aquí no hay ninguna variable «{}»",
             expression.name),
         hidden ? say("a template sees it only where it is imported or included \"with context\"",
                      "una plantilla solo la ve si se importa o incluye con «with context»")
                : did_you_mean(expression.name, known));
}

void Renderer::missing_member(const Value& object, const Expression& expression) {
    const Span span{expression.span.end - std::min(expression.name.size(), expression.span.end),
                    expression.span.end};
    const std::string path = path_of(expression.parts[0]);
    const Message owner = path.empty() ? kind_name(object) : say("\"{}\"", "«{}»", path);
    if (object.is(Kind::map)) {
        std::vector<std::string> known;
        for (const auto& [name, value] : object.map().items()) {
            known.push_back(name);
        }
        fail(span, "unknown-attribute",
             say("{} has nothing called \"{}\"", "{} no tiene nada llamado «{}»", owner,
                 expression.name),
             name_among(expression.name, known));
        return;
    }
    fail(span, "unknown-attribute",
         path.empty() ? say("{} has nothing called \"{}\"", "{} no tiene nada llamado «{}»", owner,
                            expression.name)
                      : say("{} is {} and has nothing called \"{}\"",
                            "{} es {} y no tiene nada llamado «{}»", owner, kind_name(object),
                            expression.name));
}

}  // namespace puebla::templates
