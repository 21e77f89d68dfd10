#include "templates/value.h"

#include <algorithm>
#include <cassert>

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

}  // namespace puebla::templates
