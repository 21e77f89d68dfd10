// The door through which libFuzzer feeds one target, PUEBLA_FUZZ_TARGET.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/fuzz_targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const puebla::fuzz::Target* const target = puebla::fuzz::find_target(PUEBLA_FUZZ_TARGET);
    target->feed({reinterpret_cast<const char*>(data), size});
    return 0;
}
