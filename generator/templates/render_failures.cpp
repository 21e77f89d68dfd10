// How a rendering ends before its time: a mistake of the template, or more work than a page may
// take.

#include <algorithm>

#include "templates/limits.h"
#include "templates/renderer.h"

namespace puebla::templates {

// Where units run in each other without an end, at the place that first leads back to where the way
// has been: "a → b → a".
void Renderer::report_depth(const Unit& unit, Span span) {
    if (failed_) {
        return;
    }
    std::vector<std::pair<const Unit*, Span>> way;
    for (const Frame* frame : frames_) {
        way.emplace_back(frame->unit, frame->entered_at);
    }
    way.emplace_back(&unit, span);
    const auto is = [&](const Unit* one) {
        return [one](const auto& step) { return step.first == one; };
    };
    const auto last_time = std::find_if(way.rbegin() + 1, way.rend(), is(&unit));
    if (last_time == way.rend()) {
        fail(span, "include-loop",
             say("templates and macros stand in each other more than {} levels deep",
                 "hay plantillas y macros unas dentro de otras a más de {} niveles",
                 frames_.size()));
        return;
    }
    const auto circle_begin = last_time.base() - 1;
    const auto first = std::find_if(way.begin(), way.end(), [&](const auto& step) {
        return std::find_if(circle_begin, way.end(), is(step.first)) != way.end();
    });
    const auto again = std::find_if(first + 1, way.end(), is(first->first));
    const bool only_blocks = std::all_of(
        first, again, [](const auto& step) { return step.first->kind == Unit::Kind::block; });
    std::string names;
    for (auto step = first; step != again + 1; ++step) {
        const Unit& one = *step->first;
        if (one.kind != Unit::Kind::block || only_blocks) {
            names += names.empty() ? "" : " → ";
            names += one.kind == Unit::Kind::top ? one.name : one.name + "()";
        }
    }
    problems_.error(
        "include-loop", {*(again - 1)->first->file, again->second},
        say("this leads back to itself, more than {} levels deep: {}",
            "esto vuelve a sí mismo, a más de {} niveles: {}", frames_.size(), names),
        say("break the circle, or put this step into an \"if\" that is false in the end",
            "rompa el círculo, o ponga este paso en un «if» que al final sea falso"));
    failed_ = true;
}

void Renderer::fail(Span span, std::string_view code, Message message, Message help) {
    if (!failed_) {
        problems_.error(code, {*frame_->unit->file, span}, std::move(message), std::move(help));
    }
    failed_ = true;
}

// What a loop piles up is told at the loop: the rounds end at another statement on every page.
void Renderer::fail_in_loop(Span span, Message message, Message help) {
    const bool here = loop_ != nullptr && loop_frame_ == frame_;
    fail(here ? loop_->span : span, "template-limit", std::move(message), std::move(help));
}

bool Renderer::failed_with(const Call& call, Span span) {
    if (call.failure() && work_.is_too_much()) {
        spend(0, span);
    } else if (call.failure()) {
        fail(span, call.failure()->code, call.failure()->message, call.failure()->help);
    }
    return failed_;
}

void Renderer::spend(std::size_t amount, Span span) {
    work_.add(amount);
    if (work_.is_too_much()) {
        fail_in_loop(
            span, too_much_work(),
            say("look for a loop inside a loop, or for work on a long list or text in every round",
                "busque un bucle dentro de otro, o trabajo sobre una lista o un texto largos en "
                "cada vuelta"));
    }
}

}  // namespace puebla::templates
