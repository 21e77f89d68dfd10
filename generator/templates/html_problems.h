// How what is wrong with the HTML of a template is told: where, and what to do.

#pragma once

#include "foundation/diagnostics.h"
#include "templates/cut_literal.h"
#include "templates/line_numbers.h"

namespace puebla::templates {

struct HtmlProblem {
    Span span;
    Message message;
    Message help;
};

// What is open at a position where nothing should be.
HtmlProblem problem_of_open(const HtmlPosition& position);

HtmlProblem problem_of(const MistakeInHtml& mistake, const LineNumbers& lines);

// For a value printed in a tag or comment that began some lines before, and was hardly meant to be
// open there; else nothing.
Message help_in_open_tag(const HtmlPosition& position, Span value, const LineNumbers& lines);

}  // namespace puebla::templates
