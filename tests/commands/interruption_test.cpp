#include "commands/interruption.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

namespace puebla {

TEST(Interruption, IsAnsweredEvenWhenTheProgramIsAlreadyEnding) {
    testing::GTEST_FLAG(death_test_style) = "threadsafe";  // from the beginning, in a new process
    EXPECT_EXIT(
        {
            // Runs after the static objects that are made from here on are destroyed.
            std::atexit([] { std::raise(SIGTERM); });
            answer_signals({"The new site is published.", "El sitio nuevo está publicado."},
                           MessageLanguage::spanish);
            std::exit(0);
        },
        testing::KilledBySignal(SIGTERM), "Se detuvo. El sitio nuevo está publicado.");
}

}  // namespace puebla
