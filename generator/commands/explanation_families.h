// The rows of explanations(), by what the reader was doing: one file each, explain_FAMILY.cpp.

#pragma once

#include <vector>

#include "commands/explanations.h"

namespace puebla {

std::vector<Explanation> explain_use();        // the command line
std::vector<Explanation> explain_files();      // files of content/, and JSON as such
std::vector<Explanation> explain_records();    // site.json, collection.json, record.json
std::vector<Explanation> explain_texts();      // Markdown: titles, links, blocks
std::vector<Explanation> explain_writing();    // Markdown: slips and what came with pasted text
std::vector<Explanation> explain_themes();     // theme.json, phrases, assets
std::vector<Explanation> explain_templates();  // layouts and partials
std::vector<Explanation> explain_pages();      // checks of the finished pages: links, versions
std::vector<Explanation> explain_access();     // checks of the finished pages: readers and browsers
std::vector<Explanation> explain_output();     // the folder that is published

}  // namespace puebla
