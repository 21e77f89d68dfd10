#include "commands/explanations.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace puebla {

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A code is the first text in a call that reports, or in an Excess that a limit returns.
std::set<std::string> codes_in(const std::string& source) {
    static const std::regex code(R"re(^[^";]*"([a-z0-9]+(-[a-z0-9]+)+)",)re");
    constexpr std::size_t farthest = 200;  // from the call to its code
    std::set<std::string> found;
    for (const std::string call :
         {"error(", "warning(", "fail(", "refuse(", "report(", "return {"}) {
        for (std::size_t at = source.find(call); at != std::string::npos;
             at = source.find(call, at + 1)) {
            const std::string after = source.substr(at + call.size(), farthest);
            std::smatch match;
            if (std::regex_search(after, match, code, std::regex_constants::match_continuous)) {
                found.insert(match[1]);
            }
        }
    }
    return found;
}

std::set<std::string> codes_in_the_sources() {
    std::set<std::string> found;
    for (const auto& file : fs::recursive_directory_iterator("generator")) {
        const bool explains = file.path().filename().string().starts_with("expla");
        if (file.path().extension() == ".cpp" && !explains) {
            found.merge(codes_in(text_of(file.path())));
        }
    }
    return found;
}

std::set<std::string> explained_codes() {
    std::set<std::string> found;
    for (const Explanation& one : explanations()) {
        found.emplace(one.code);
    }
    return found;
}

// A folder of mistakes is named CODE or CODE.SITUATION.
std::set<std::string> codes_with_a_mistake_site() {
    std::set<std::string> found;
    for (const auto& folder : fs::directory_iterator("tests/sites/mistakes")) {
        const std::string name = folder.path().filename().string();
        found.insert(name.substr(0, name.find('.')));
    }
    return found;
}

// What is in `all` and not in `some`, one per line: every missing code is named.
std::string without(std::set<std::string> all, const std::set<std::string>& some) {
    for (const std::string& one : some) {
        all.erase(one);
    }
    return fmt::to_string(fmt::join(all, "\n"));
}

}  // namespace

TEST(Explanations, CodesAreFoundWhereProblemsAreReported) {
    EXPECT_THAT(codes_in(R"cpp(
                    problems.error("bad-slug", {file, span},
                                   say("\"a-b\" is wrong", "«a-b» está mal"));
                    fail(parts[0].span, "unknown-test", say("…", "…"));
                    return {"table-too-large", say("…", "…")};
                    formats = {{"partial-date", date}};
                    call.fail(reason);
                    names = {"not-a-code", "x-default"};
                )cpp"),
                testing::ElementsAre("bad-slug", "table-too-large", "unknown-test"));
}

TEST(Explanations, ThereIsOneForEveryCode) {
    EXPECT_EQ(without(codes_in_the_sources(), explained_codes()), "");
}

TEST(Explanations, ThereIsNoneForACodeThatNobodyReports) {
    EXPECT_EQ(without(explained_codes(), codes_in_the_sources()), "");
}

TEST(Explanations, EveryCodeIsShownByASiteWithThatMistake) {
    EXPECT_EQ(without(codes_in_the_sources(), codes_with_a_mistake_site()), "");
}

TEST(Explanations, EverySiteWithAMistakeShowsACodeThatIsReported) {
    EXPECT_EQ(without(codes_with_a_mistake_site(), codes_in_the_sources()), "");
}

TEST(Explanations, NoCodeIsExplainedTwice) {
    EXPECT_EQ(explained_codes().size(), explanations().size());
}

TEST(Explanations, EachSaysWhatIsWrongAndWhatToDoInBothLanguages) {
    for (const Explanation& one : explanations()) {
        for (const Message* message : {&one.summary, &one.remedy}) {
            EXPECT_TRUE(message->en.ends_with(".")) << one.code;
            EXPECT_TRUE(message->es.ends_with(".")) << one.code;
            EXPECT_NE(message->en, message->es) << one.code;
        }
    }
}

TEST(Explanations, EachShowsAWrongFragmentAndTheRightOne) {
    for (const Explanation& one : explanations()) {
        EXPECT_THAT(std::string(one.example), testing::MatchesRegex("(.|\n)+\n→ (.|\n)+"))
            << one.code;
    }
}

}  // namespace puebla
