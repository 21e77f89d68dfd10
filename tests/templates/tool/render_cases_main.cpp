// Reads cases from the standard input and prints what they render to: see render_cases.h.

#include <iostream>
#include <iterator>

#include "templates/render_cases.h"

int main() {
    const std::string json((std::istreambuf_iterator<char>(std::cin)),
                           std::istreambuf_iterator<char>());
    std::cout << puebla::templates::render_cases(json) << '\n';
}
