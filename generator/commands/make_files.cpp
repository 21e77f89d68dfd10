#include "commands/make_files.h"

#include "foundation/parallel.h"

namespace puebla {

std::vector<PageFacts> make_files(const Build& build, Workers workers, const TakeFile& take,
                                  Diagnostics& problems) {
    return parallel_map(workers, build.files, problems,
                        [&](const OutputFile& file, Diagnostics& found) {
                            const MadeFile made = file.make();
                            found.append(made.problems);
                            take(file.path, made.bytes, found);
                            return facts_of(file.path, made, build.site->base);
                        });
}

}  // namespace puebla
