#include "publishing/manifest.h"

#include <gtest/gtest.h>

#include "publishing/checksum.h"

namespace puebla {
namespace {

const std::string a_checksum(64, 'a');
const std::string b_checksum(64, 'b');

TEST(Checksum, IsWhatSha256sumPrints) {
    EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Manifest, IsReadAsItIsWritten) {
    const Manifest manifest{{{a_checksum, "assets/new.css"}, {b_checksum, "es/a b  ñ.html"}},
                            {{a_checksum, "assets/old.css"}}};
    const std::string text = "# Puebla manifest 1\n" + a_checksum + "  assets/new.css\n" +
                             b_checksum + "  es/a b  ñ.html\n# kept from the build before\n" +
                             a_checksum + "  assets/old.css\n";
    EXPECT_EQ(text_of(manifest), text);
    EXPECT_EQ(read_manifest(text), manifest);
    EXPECT_EQ(read_manifest(text_of(Manifest{})), Manifest{});
}

TEST(Manifest, AnythingElseIsRefused) {
    const std::string first = "# Puebla manifest 1\n";
    for (const std::string& text :
         {std::string(), std::string("# Puebla manifest 2\n"), a_checksum + "  a\n",
          first + "short  a\n", first + a_checksum + " *a\n", first + a_checksum + "  \n",
          first + a_checksum + "  ../a\n", first + a_checksum + "  /etc/passwd\n",
          first + std::string(64, 'G') + "  a\n", first + "\n"}) {
        EXPECT_EQ(read_manifest(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace puebla
