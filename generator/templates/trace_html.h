// Finds out where in the HTML every value of a template is printed.
//
// The literal text of a template is followed tag by tag, through all branches, which must agree
// where they meet. Every printed value learns its surroundings; where a value must not stand (a
// script, a style, an event handler, a tag …) that is reported. Attributes whose values checks want
// to know are framed by statements that leave marks.

#pragma once

#include "foundation/diagnostics.h"
#include "templates/renderer.h"
#include "templates/syntax.h"

namespace puebla::templates {

// For all templates of the library, parents before the templates that extend them.
void trace_html(Library& library, Diagnostics& problems);

}  // namespace puebla::templates
