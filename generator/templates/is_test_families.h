// The tests of {% if … is … %} by family. For the table of tests only.

#pragma once

#include <vector>

#include "templates/is_tests.h"

namespace puebla::templates {

std::vector<Test> kind_tests();
std::vector<Test> comparison_tests();

}  // namespace puebla::templates
