#include "markdown/item_numbers.h"

namespace puebla::markdown {

namespace {

// a … z, aa … az, ba …
std::string letters(int number) {
    std::string result;
    for (; number > 0; number = (number - 1) / 26) {
        result.insert(result.begin(), static_cast<char>('a' + (number - 1) % 26));
    }
    return result;
}

}  // namespace

std::string written_number(int level, int number) {
    return level % 2 == 0 && number > 0 ? letters(number) : std::to_string(number);
}

}  // namespace puebla::markdown
