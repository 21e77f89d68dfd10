// One file of the finished site: where it goes and how its bytes are made.
//
// The bytes are made when asked, so that a large site is never held whole. A recipe may run on any
// thread and gives the same bytes every time.

#pragma once

#include <functional>
#include <string>

#include "foundation/diagnostics.h"
#include "foundation/html.h"

namespace puebla {

struct MadeFile {
    std::string bytes;
    std::vector<Mark> marks;  // of an HTML page; empty for everything else
    Diagnostics problems;
};

struct OutputFile {
    std::string path;  // below the output folder: "es/miembros/mexico/index.html"
    std::function<MadeFile()> make;
    std::string source = {};  // the file it is a copy of; "" where the program makes it
};

}  // namespace puebla
