#include "foundation/parallel.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

#include "text_of.h"

namespace puebla {

namespace {

std::vector<int> numbers_to(int count) {
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

// Later items are done sooner, so that workers overtake each other.
int slow_square(int number, Diagnostics& problems) {
    if (number % 3 == 0) {
        problems.error("code", {fmt::format("{:02}.md", 99 - number), {}}, {"wrong", "mal"});
    }
    std::this_thread::sleep_for(std::chrono::microseconds(200 * (8 - number % 8)));
    return number * number;
}

std::string files_of(const Diagnostics& problems) {
    std::string names;
    for (const Diagnostic& one : problems.all()) {
        names += one.place.file + " ";
    }
    return names;
}

}  // namespace

class Parallel : public testing::TestWithParam<unsigned> {};

TEST_P(Parallel, ResultsAndProblemsComeInTheOrderOfTheItems) {
    Diagnostics problems;
    const std::vector<int> squares =
        parallel_map(Workers{GetParam()}, numbers_to(20), problems, slow_square);
    EXPECT_EQ(squares, (std::vector<int>{0,   1,   4,   9,   16,  25,  36,  49,  64,  81,
                                         100, 121, 144, 169, 196, 225, 256, 289, 324, 361}));
    EXPECT_EQ(files_of(problems), "99.md 96.md 93.md 90.md 87.md 84.md 81.md ");
}

TEST_P(Parallel, TheExceptionOfTheFirstItemIsThrownAgain) {
    Diagnostics problems;
    std::atomic<int> done{0};
    const auto work = [&](int number, Diagnostics&) -> int {
        if (number == 5 || number == 6) {
            std::this_thread::sleep_for(std::chrono::milliseconds(number == 5 ? 20 : 0));
            throw std::runtime_error(fmt::format("item {}", number));
        }
        return ++done;
    };
    std::string message;
    try {
        parallel_map(Workers{GetParam()}, numbers_to(1000), problems, work);
    } catch (const std::runtime_error& error) {
        message = error.what();
    }
    EXPECT_EQ(message, "item 5");
    EXPECT_LT(done, 999);
    EXPECT_TRUE(problems.empty());
}

TEST_P(Parallel, NothingToDoIsDone) {
    Diagnostics problems;
    EXPECT_TRUE(
        parallel_map(Workers{GetParam()}, std::vector<int>(), problems, slow_square).empty());
}

INSTANTIATE_TEST_SUITE_P(Workers, Parallel, testing::Values(0U, 1U, 2U, 8U));

}  // namespace puebla
