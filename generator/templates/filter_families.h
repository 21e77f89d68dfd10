// The filters by family, and what the families share. For the table of filters only.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "templates/filters.h"

namespace puebla::templates {

std::vector<Filter> text_filters();
std::vector<Filter> case_filters();
std::vector<Filter> shape_filters();
std::vector<Filter> list_filters();
std::vector<Filter> choice_filters();
std::vector<Filter> order_filters();
std::vector<Filter> number_filters();
std::vector<Filter> language_filters();
std::vector<Filter> web_filters();

// In files of their own.
Value format(const Value& input, Call& call);
Value json(const Value& input, Call& call);

// The argument at that position; null where it was not given.
inline const Value* given(const Call& call, std::size_t position) {
    const Value& value = call.positional[position];
    return value.is(Kind::unset) ? nullptr : &value;
}
std::int64_t whole_argument(Call& call, std::size_t position, std::int64_t otherwise);
bool flag_argument(const Call& call, std::size_t position);
std::string text_argument(Call& call, std::size_t position, std::string_view otherwise);

// "period.from" or 0, as sort, map and their kin take it; `undefined` where there is nothing.
Value member_at(const Value& value, const Value& path);

// The value of an item by which it is sorted, compared or joined; fails where it has none.
Value key_of(const Value& item, const Value* path, bool case_sensitive, Call& call);

Value not_for(const Value& input, std::string_view filter, Call& call);

}  // namespace puebla::templates
