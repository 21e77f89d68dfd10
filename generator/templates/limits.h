// How far a template may go.
//
// Each limit is far above what the page of a site needs. It exists so that a mistake – a loop in a
// loop, a text that grows with every round, a template that includes itself – ends in a message
// within a second instead of using up time or memory.

#pragma once

#include <cstddef>
#include <cstdint>

namespace puebla::templates {

// A file with a template. Those of a theme have some thousand bytes; a tree takes a hundred times
// the memory of its text.
constexpr std::size_t largest_template = std::size_t{512} * 1024;

// Tags in tags, parts of an expression in each other, lists in lists.
constexpr int deepest_nesting = 100;

// Variables that one template sets below its top.
constexpr int most_variables = 2000;

// Templates, blocks and macros that run inside each other, and the native stack they use.
constexpr std::size_t most_units_inside_each_other = 100;
constexpr std::uintptr_t most_stack = std::uintptr_t{3} * 1024 * 1024;

// Nothing that a template makes is longer, the page included. A text of content has at most 8 MiB,
// and as HTML, with an anchor for every block, some times that; no reader's device shows more.
constexpr std::size_t longest_text = std::size_t{32} * 1024 * 1024;
constexpr std::size_t longest_list = 1'000'000;
constexpr std::size_t longest_range = 100'000;

// All the work of one rendering, in bytes that are read or made; what is done besides is reckoned
// as so many bytes. Used up in about half a second.
constexpr std::size_t most_work = std::size_t{1} << 28;
constexpr std::size_t cost_of_a_statement = 100;
constexpr std::size_t cost_of_a_round = 250;  // of a loop
constexpr std::size_t cost_of_a_unit = 400;   // a template, block or macro that is run
constexpr std::size_t cost_of_a_part = 20;    // of an expression
constexpr std::size_t cost_of_a_value = 200;  // that a filter makes: a letter, an item
constexpr std::size_t cost_of_a_match = 25;   // of what is looked for in a text
constexpr std::size_t cost_of_words = 3000;   // of a number, date or phrase in a language

// The same for each byte of a text: where one is looked at after the other, and where the rules of
// a language or of Unicode say what becomes of it. To copy or compare a byte costs 1.
constexpr std::size_t cost_of_looking = 8;
constexpr std::size_t cost_of_changing = 25;

}  // namespace puebla::templates
