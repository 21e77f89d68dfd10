// What the fuzzer and the replay of its findings feed: each target takes any bytes, puts them
// through a part of the program, and ends the process where a promise does not hold.
//
// libfuzzer_main.cpp makes one program of each (`./run test all`); replay_main.cpp feeds the files
// it is given to one of them, in every build (`./run test`).

#pragma once

#include <string>
#include <string_view>

namespace puebla::fuzz {

struct Target {
    std::string_view name;
    void (*feed)(std::string_view bytes);
};

// site.json, collection.json, record.json and records.json: read, walked by their schema, judged by
// Valijson, shaped; and what their author is told.
void feed_records(std::string_view bytes);

// A text with our additions: read, its anchors and links, printed as HTML.
void feed_markdown(std::string_view bytes);

// Layouts and partials: compiled, and rendered with a fixed record whose texts are hostile.
void feed_templates(std::string_view bytes);

// A whole small site in which any file is another.
void feed_site(std::string_view bytes);

constexpr Target targets[] = {
    {"records", feed_records},
    {"markdown", feed_markdown},
    {"templates", feed_templates},
    {"site", feed_site},
};

// Null where there is no target of that name.
const Target* find_target(std::string_view name);

// Prints the complaint and aborts, unless it is empty.
void must_hold(const std::string& complaint);

}  // namespace puebla::fuzz
