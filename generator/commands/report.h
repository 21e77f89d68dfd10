// What commands say: progress while they work, problems, a summary.
//
// Progress and problems go to standard error, results to standard output, so that a pipe gets only
// what it asked for. On a terminal the progress line is replaced as work goes on.

#pragma once

#include <cstdint>
#include <string>

#include "commands/options.h"
#include "foundation/diagnostics.h"
#include "foundation/file_system.h"

namespace puebla {

class Reporter {
  public:
    Reporter(const Options& options, const FileSystem& files);

    void step(const Message& what);
    void problems(const Diagnostics& problems);
    void say_result(const Message& result);

  private:
    void clear_step();

    const Options& options_;
    const FileSystem& files_;
    bool terminal_ = false;
    bool step_shown_ = false;
};

// Says what is wrong with the command line itself, before any file is read.
void say_misuse(const Diagnostics& problems, bool json, MessageLanguage language);

// "1 234 567" bytes as people read sizes: "812 bytes", "3.4 MB"; the unit is a power of 1000.
Message size_text(std::uintmax_t bytes);

// "1 error, 2 warnings"
Message count_text(const Diagnostics& problems);

}  // namespace puebla
