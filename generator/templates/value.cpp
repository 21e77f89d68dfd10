#include "templates/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <map>

#include "foundation/utf8.h"

namespace puebla::templates {

namespace {

Extent extent_with(Extent whole, const Value& part) {
    constexpr std::size_t most = std::size_t{1} << 40;
    const Extent of_part = part.extent();
    return {std::min(whole.weight + sizeof(Value) + of_part.weight, most),
            std::max(whole.height, of_part.height + 1)};
}

Extent extent_of(const List& list) {
    Extent result{0, 1};
    for (const Value& item : list) {
        result = extent_with(result, item);
    }
    return result;
}

Extent extent_of(const Map& map) {
    Extent result{0, 1};
    for (const auto& [name, value] : map.items()) {
        result = extent_with(result, value);
        result.weight += name.size();
    }
    return result;
}

}  // namespace

template <typename T>
struct Value::Box : Shared {
    explicit Box(T value) : content(std::move(value)) {}
    T content;
};

template <>
struct Value::Box<List> : Shared {
    explicit Box(List value) : content(std::move(value)), extent(extent_of(content)) {}
    List content;
    Extent extent;
};

template <typename T>
void Value::put(T content) {
    data_.box = new Box<T>(std::move(content));
    owned_ = true;
}

template <typename T>
const T& Value::content() const {
    return static_cast<const Box<T>*>(data_.box)->content;
}

// A map is reached through data_.map in both cases, so that reading does not ask who owns it.
struct OwnedMap {
    explicit OwnedMap(Map content) : map(std::move(content)), extent(extent_of(map)) {}
    Map map;
    Extent extent;
    mutable std::atomic<std::uint32_t> users{1};
};

namespace {

// The map is the first member, so the two have one address.
const OwnedMap* owner_of(const Map* map) {
    return reinterpret_cast<const OwnedMap*>(map);
}

}  // namespace

Value::Value(bool value) : kind_(Kind::boolean) {
    data_.boolean = value;
}
Value::Value(std::int64_t value) : kind_(Kind::integer) {
    data_.integer = value;
}
Value::Value(int value) : kind_(Kind::integer) {
    data_.integer = value;
}
Value::Value(std::size_t value) : kind_(Kind::integer) {
    data_.integer = static_cast<std::int64_t>(value);
}
Value::Value(double value) : kind_(Kind::real) {
    data_.real = value;
}
Value::Value(std::string text) : kind_(Kind::text) {
    put(std::move(text));
}
Value::Value(std::string_view text) : Value(std::string(text)) {}
Value::Value(const char* text) : Value(std::string(text)) {}
Value::Value(ForeignText text) : kind_(Kind::foreign_text) {
    put(std::move(text));
}
Value::Value(Html html) : kind_(Kind::html) {
    put(std::move(html));
}
Value::Value(Address address) : kind_(Kind::address) {
    put(std::move(address));
}
Value::Value(List list) : kind_(Kind::list) {
    put(std::move(list));
}
Value::Value(Map map) : kind_(Kind::map), owned_(true) {
    data_.map = &(new OwnedMap(std::move(map)))->map;
}
Value::Value(Function function) : kind_(Kind::function) {
    put(std::move(function));
}
Value::Value(std::shared_ptr<Object> object) : kind_(Kind::object) {
    put(std::move(object));
}

Value Value::reference(const Map& map) {
    Value result;
    result.kind_ = Kind::map;
    result.data_.map = &map;
    return result;
}

Value Value::undefined() {
    Value result;
    result.kind_ = Kind::undefined;
    return result;
}

Value Value::unset() {
    Value result;
    result.kind_ = Kind::unset;
    return result;
}

void Value::share() const noexcept {
    (kind_ == Kind::map ? owner_of(data_.map)->users : data_.box->users)
        .fetch_add(1, std::memory_order_relaxed);
}

// What lies in a list that is freed is freed after it and not inside of it: lists in lists, and
// namespaces that hold one another in a chain, may be deeper than the stack.
void Value::release() noexcept {
    std::atomic<std::uint32_t>& users =
        kind_ == Kind::map ? owner_of(data_.map)->users : data_.box->users;
    if (users.fetch_sub(1, std::memory_order_acq_rel) > 1) {
        return;
    }
    if (kind_ != Kind::list && kind_ != Kind::map && kind_ != Kind::object) {
        free_content(kind_, data_);
        return;
    }
    thread_local std::vector<std::pair<Kind, Data>>* waiting = nullptr;
    if (waiting != nullptr) {
        waiting->emplace_back(kind_, data_);
        return;
    }
    std::vector<std::pair<Kind, Data>> found;
    waiting = &found;
    free_content(kind_, data_);
    while (!found.empty()) {
        const auto [kind, data] = found.back();
        found.pop_back();
        free_content(kind, data);
    }
    waiting = nullptr;
}

void Value::free_content(Kind kind, const Data& data) noexcept {
    switch (kind) {
        case Kind::text:
            delete static_cast<const Box<std::string>*>(data.box);
            break;
        case Kind::foreign_text:
            delete static_cast<const Box<ForeignText>*>(data.box);
            break;
        case Kind::html:
            delete static_cast<const Box<Html>*>(data.box);
            break;
        case Kind::address:
            delete static_cast<const Box<Address>*>(data.box);
            break;
        case Kind::list:
            delete static_cast<const Box<List>*>(data.box);
            break;
        case Kind::map:
            delete owner_of(data.map);
            break;
        case Kind::function:
            delete static_cast<const Box<Function>*>(data.box);
            break;
        case Kind::object:
            delete static_cast<const Box<std::shared_ptr<Object>>*>(data.box);
            break;
        default:
            assert(false);
    }
}

const ForeignText& Value::foreign_text() const {
    return content<ForeignText>();
}
const Html& Value::html() const {
    return content<Html>();
}
const Address& Value::address() const {
    return content<Address>();
}
const List& Value::list() const {
    return content<List>();
}
const Function& Value::function() const {
    return content<Function>();
}
Object& Value::object() const {
    return *content<std::shared_ptr<Object>>();
}

std::string_view Value::text() const {
    switch (kind_) {
        case Kind::text:
            return content<std::string>();
        case Kind::foreign_text:
            return foreign_text().text;
        case Kind::html:
            return html().text;
        case Kind::address:
            return address().path;
        default:
            return {};
    }
}

double Value::number() const {
    switch (kind_) {
        case Kind::boolean:
            return boolean() ? 1 : 0;
        case Kind::integer:
            return static_cast<double>(integer());
        case Kind::real:
            return real();
        default:
            return 0;
    }
}

bool Value::truth() const {
    switch (kind_) {
        case Kind::unset:
        case Kind::undefined:
        case Kind::none:
            return false;
        case Kind::boolean:
            return boolean();
        case Kind::integer:
            return integer() != 0;
        case Kind::real:
            return real() != 0;
        case Kind::list:
            return !list().empty();
        case Kind::map:
            return !map().empty();
        case Kind::address:  // the root of the site is the empty path, and a place all the same
        case Kind::function:
        case Kind::object:
            return true;
        default:
            return !text().empty();
    }
}

std::optional<std::size_t> Value::length() const {
    if (is_text()) {
        return count_characters(text());
    }
    if (is(Kind::list)) {
        return list().size();
    }
    if (is(Kind::map)) {
        return map().size();
    }
    return std::nullopt;
}

Extent Value::extent() const {
    if (is(Kind::list)) {
        return static_cast<const Box<List>*>(data_.box)->extent;
    }
    if (is(Kind::map)) {
        return owned_ ? owner_of(data_.map)->extent : Extent{0, 1};
    }
    return {text().size(), 0};
}

const Value* Value::find(std::string_view name) const {
    return is(Kind::map) ? map().find(name) : nullptr;
}

bool Value::operator==(const Value& other) const {
    if (is_number() && other.is_number()) {
        return compare(*this, other) == 0;
    }
    if (is_text() && other.is_text()) {
        return text() == other.text();
    }
    if (kind_ != other.kind_) {
        return false;
    }
    switch (kind_) {
        case Kind::list:
            return data_.box == other.data_.box || list() == other.list();
        case Kind::map: {
            if (data_.map == other.data_.map || !owned_ || !other.owned_) {
                return data_.map == other.data_.map;
            }
            const auto same = [&](const Map::Item& item) {
                const Value* theirs = other.map().find(item.first);
                return theirs != nullptr && *theirs == item.second;
            };
            return map().size() == other.map().size() &&
                   std::all_of(map().items().begin(), map().items().end(), same);
        }
        case Kind::function:
        case Kind::object:
            return data_.box == other.data_.box;
        default:
            return true;
    }
}

void Value::write_identity(std::string& out) const {
    if (is_text()) {
        out += fmt::format("t{}:{}", text().size(), text());
    } else if (is(Kind::real) && (real() != std::floor(real()) || std::fabs(real()) > 9e18)) {
        out += "n" + text_of_real(real()) + ";";
    } else if (is_number()) {
        out += fmt::format("n{};",
                           is(Kind::integer) ? integer() : static_cast<std::int64_t>(number()));
    } else if (is(Kind::list)) {
        out += "[";
        for (const Value& item : list()) {
            item.write_identity(out);
        }
        out += "]";
    } else if (is(Kind::map) && owned_) {
        std::map<std::string_view, const Value*> sorted;
        for (const auto& [name, value] : map().items()) {
            sorted.emplace(name, &value);
        }
        out += "{";
        for (const auto& [name, value] : sorted) {
            out += fmt::format("{}:{}", name.size(), name);
            value->write_identity(out);
        }
        out += "}";
    } else if (is(Kind::map) || is(Kind::function) || is(Kind::object)) {
        out += fmt::format("@{};", static_cast<const void*>(data_.map));
    } else {
        out += fmt::format("k{};", static_cast<int>(kind_));
    }
}

namespace {

constexpr std::size_t largest_unindexed_map = 6;

template <typename T>
int order(const T& left, const T& right) {
    return left < right ? -1 : (right < left ? 1 : 0);
}

}  // namespace

std::optional<int> compare(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) {
        if (left.is(Kind::integer) && right.is(Kind::integer)) {
            return order(left.integer(), right.integer());
        }
        if (std::isnan(left.number()) || std::isnan(right.number())) {
            return std::nullopt;
        }
        return order(left.number(), right.number());
    }
    if (left.is_text() && right.is_text()) {
        return order(left.text(), right.text());
    }
    if (!left.is(Kind::list) || !right.is(Kind::list)) {
        return std::nullopt;
    }
    const List& ours = left.list();
    const List& theirs = right.list();
    for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i) {
        if (!(ours[i] == theirs[i])) {
            return compare(ours[i], theirs[i]);
        }
    }
    return order(ours.size(), theirs.size());
}

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

Message kind_name(const Value& value) {
    switch (value.kind()) {
        case Kind::unset:
        case Kind::undefined:
            return say("nothing", "nada");
        case Kind::none:
            return say("none", "none");
        case Kind::boolean:
            return say("true or false", "verdadero o falso");
        case Kind::integer:
        case Kind::real:
            return say("a number", "un número");
        case Kind::text:
        case Kind::foreign_text:
            return say("a text", "un texto");
        case Kind::html:
            return say("HTML", "HTML");
        case Kind::address:
            return say("an address", "una dirección");
        case Kind::list:
            return say("a list", "una lista");
        case Kind::map:
            return say("a map", "un mapa");
        case Kind::function:
            return say("a function", "una función");
        case Kind::object:
            break;
    }
    switch (value.object().type()) {
        case Object::Type::macro:
            return say("a macro", "una macro");
        case Object::Type::loop:
            return say("a loop", "un bucle");
        default:
            return say("an object", "un objeto");
    }
}

// Python's repr: the shortest digits that read back as the same number, with an exponent below
// 1e-4 and from 1e16 on, and always a point or an exponent.
std::string text_of_real(double value) {
    if (std::isnan(value)) {
        return "nan";
    }
    if (std::isinf(value)) {
        return value < 0 ? "-inf" : "inf";
    }
    std::array<char, 400> buffer{};
    const double size = std::fabs(value);
    const bool exponent = size != 0 && (size < 1e-4 || size >= 1e16);
    const auto format = exponent ? std::chars_format::scientific : std::chars_format::fixed;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
    assert(error == std::errc());
    std::string result(buffer.data(), end);
    if (result.find_first_of(".e") == std::string::npos) {
        result += ".0";
    }
    return result;
}

}  // namespace puebla::templates
