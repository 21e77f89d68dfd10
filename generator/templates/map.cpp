// The map of values: small ones are searched from the beginning, others have an index.

#include "templates/value.h"

namespace puebla::templates {

namespace {

constexpr std::size_t largest_unindexed_map = 6;

}  // namespace

Map::Map(std::initializer_list<Item> items) {
    for (const Item& item : items) {
        set(item.first, item.second);
    }
}

// FNV-1a; names are short and come from themes and schemas, not from readers.
std::uint32_t Map::hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

std::size_t Map::position_of(std::string_view name, std::uint32_t hash) const {
    if (index_.empty()) {
        std::size_t i = 0;
        while (i < items_.size() && items_[i].first != name) {
            ++i;
        }
        return i;
    }
    const std::size_t mask = index_.size() - 1;
    for (std::size_t at = hash & mask; index_[at] != 0; at = (at + 1) & mask) {
        if (items_[index_[at] - 1].first == name) {
            return index_[at] - 1;
        }
    }
    return items_.size();
}

const Value* Map::find(std::string_view name, std::uint32_t hash) const {
    const std::size_t position = position_of(name, hash);
    return position < items_.size() ? &items_[position].second : nullptr;
}

void Map::index_all() {
    std::size_t size = 16;
    while (size < items_.size() * 3) {
        size *= 2;
    }
    index_.assign(size, 0);
    for (std::size_t i = 0; i < items_.size(); ++i) {
        std::size_t at = hash_of(items_[i].first) & (size - 1);
        while (index_[at] != 0) {
            at = (at + 1) & (size - 1);
        }
        index_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

void Map::set(std::string name, Value value) {
    const std::uint32_t hash = hash_of(name);
    const std::size_t position = position_of(name, hash);
    if (position < items_.size()) {
        items_[position].second = std::move(value);
        return;
    }
    items_.emplace_back(std::move(name), std::move(value));
    if (items_.size() <= largest_unindexed_map) {
        return;
    }
    if (items_.size() * 2 > index_.size()) {
        index_all();
        return;
    }
    std::size_t at = hash & (index_.size() - 1);
    while (index_[at] != 0) {
        at = (at + 1) & (index_.size() - 1);
    }
    index_[at] = static_cast<std::uint32_t>(items_.size());
}

}  // namespace puebla::templates
