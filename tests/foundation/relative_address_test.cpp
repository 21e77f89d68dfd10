#include "foundation/relative_address.h"

#include <gtest/gtest.h>

namespace puebla {

TEST(RelativeAddress, LeadsFromEveryPageToEveryOther) {
    struct Row {
        const char* from;
        const char* to;
        const char* expected;
    };
    const Row rows[] = {
        {"", "", "./"},
        {"", "es/", "es/"},
        {"", "404.html", "404.html"},
        {"es/", "", "../"},
        {"es/", "es/", "./"},
        {"es/", "en/", "../en/"},
        {"es/", "es/miembros/", "miembros/"},
        {"es/miembros/mexico/", "es/miembros/mexico/", "./"},
        {"es/miembros/mexico/", "es/miembros/belice/", "../belice/"},
        {"es/miembros/mexico/", "es/miembros/", "../"},
        {"es/miembros/mexico/", "es/", "../../"},
        {"es/miembros/mexico/", "", "../../../"},
        {"es/miembros/", "es/miembros-nuevos/", "../miembros-nuevos/"},
        {"es/miembros-nuevos/", "es/miembros/", "../miembros/"},
        {"es/a/b/", "es/b/a/", "../../b/a/"},
        {"404.html", "es/", "es/"},
        {"es/404.html", "es/", "./"},
        {"es/404.html", "es/404.html", "404.html"},
        {"es/a/", "es/404.html", "../404.html"},
        {"", "a:b/", "./a:b/"},
        {"es/", "es/a:b/c/", "./a:b/c/"},
        {"es/", "a:b/", "../a:b/"},
        {"es/a/", "files/pages/a/x.pdf", "../../files/pages/a/x.pdf"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(relative_address(row.from, row.to), row.expected) << row.from << " → " << row.to;
    }
}

}  // namespace puebla
