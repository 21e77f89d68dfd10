// What a template computes with.
//
// Values are cheap to copy and never change once made, so that pages rendered at the same time can
// share them. Besides what Jinja knows there are three kinds of our own:
//
// - text in another language: printed in content with a <span lang=…> around it, elsewhere plain;
// - HTML made by the generator: the only thing printed without escaping;
// - an address inside the site, "es/miembros/": printed relative to the page being rendered.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/html.h"
#include "foundation/message.h"

namespace puebla::templates {

class Value;
class Map;
class Call;

using List = std::vector<Value>;

// A function that the host offers to templates: phrase("pages", count=3). See call.h. It may be
// called by several threads at once.
using Function = std::function<Value(Call&)>;

// Text whose language is not that of the page.
struct ForeignText {
    std::string text;
    std::string language;  // BCP 47
    bool right_to_left = false;
};

// A place inside the site: a path from its root, "" for the root itself, without a leading "/";
// "es/miembros/" or "assets/style.1a2b.css", perhaps with "#fragment".
struct Address {
    std::string path;
};

// What only a running template has: a macro, the `loop` of a `for`, a namespace.
class Object {
  public:
    enum class Type : std::uint8_t { macro, loop, name_space, cycler, joiner };

    explicit Object(Type type) : type_(type) {}
    virtual ~Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    Type type() const { return type_; }

  private:
    Type type_;
};

enum class Kind : std::uint8_t {
    unset,      // a variable that got no value yet; never seen by a host
    undefined,  // what a missing name gives to `is defined` and `default`; never seen by a host
    none,
    boolean,
    integer,
    real,
    text,
    foreign_text,
    html,
    address,
    list,
    map,
    function,
    object,
};

// What working on a value may cost: the bytes of its texts and of the lists and maps around them, a
// bound even where they are shared; and how many lists and maps stand in each other. A map that is
// only referred to weighs nothing.
struct Extent {
    std::size_t weight = 0;
    std::size_t height = 0;
};

class Value {
  public:
    Value() = default;  // none
    Value(bool value);
    Value(std::int64_t value);
    Value(int value);
    Value(std::size_t value);
    Value(double value);
    Value(std::string text);
    Value(std::string_view text);
    Value(const char* text);
    Value(ForeignText text);
    Value(Html html);
    Value(Address address);
    Value(List list);
    Value(Map map);
    Value(Function function);
    Value(std::shared_ptr<Object> object);
    // A map that lives longer than every value that refers to it: a page among the site's pages.
    // Two pages may refer to each other this way.
    static Value reference(const Map& map);
    static Value undefined();
    static Value unset();

    Value(const Value& other) noexcept
        : kind_(other.kind_), owned_(other.owned_), data_(other.data_) {
        if (owned_) {
            share();
        }
    }
    Value(Value&& other) noexcept : kind_(other.kind_), owned_(other.owned_), data_(other.data_) {
        other.kind_ = Kind::none;
        other.owned_ = false;
    }
    Value& operator=(const Value& other) noexcept {
        Value copy(other);
        swap(copy);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Value() {
        if (owned_) {
            release();
        }
    }

    Kind kind() const { return kind_; }
    bool is(Kind kind) const { return kind_ == kind; }
    // Text of any sort: plain, in another language, HTML, an address.
    bool is_text() const { return kind_ >= Kind::text && kind_ <= Kind::address; }
    bool is_number() const { return kind_ >= Kind::boolean && kind_ <= Kind::real; }

    // Each may be called only for its own kind.
    bool boolean() const { return data_.boolean; }
    std::int64_t integer() const { return data_.integer; }
    double real() const { return data_.real; }
    const ForeignText& foreign_text() const;
    const Html& html() const;
    const Address& address() const;
    const List& list() const;
    const Map& map() const { return *data_.map; }
    const Function& function() const;
    Object& object() const;

    // The characters of text of any sort; empty for other kinds. Those of HTML are its source.
    std::string_view text() const;
    // Any number, true being 1; 0 for other kinds.
    double number() const;
    // false, none, 0, "", an empty list or map are false; everything else is true.
    bool truth() const;
    // Characters of a text, items of a list, names of a map; nothing for other kinds.
    std::optional<std::size_t> length() const;
    Extent extent() const;
    // The member of a map; null where there is none or this is not a map.
    const Value* find(std::string_view name) const;

    // As Python compares: 1 == 1.0 == true, texts by their characters, lists and maps by what they
    // hold. Two references are equal where they refer to the same map.
    bool operator==(const Value& other) const;
    // Adds a text that two values share exactly where they are equal.
    void write_identity(std::string& out) const;

  private:
    struct Shared {
        mutable std::atomic<std::uint32_t> users{1};
    };
    template <typename T>
    struct Box;
    union Data {
        bool boolean;
        std::int64_t integer = 0;
        double real;
        const Shared* box;
        const Map* map;
    };

    template <typename T>
    void put(T content);
    template <typename T>
    const T& content() const;
    void share() const noexcept;
    void release() noexcept;
    static void free_content(Kind kind, const Data& data) noexcept;
    void swap(Value& other) noexcept {
        std::swap(kind_, other.kind_);
        std::swap(owned_, other.owned_);
        std::swap(data_, other.data_);
    }

    Kind kind_ = Kind::none;
    bool owned_ = false;  // `box` is counted and freed with its last user
    Data data_;
};

// Names and values in the order they were set; looked up by name.
class Map {
  public:
    using Item = std::pair<std::string, Value>;

    Map() = default;
    Map(std::initializer_list<Item> items);

    void set(std::string name, Value value);
    const Value* find(std::string_view name) const { return find(name, hash_of(name)); }
    // The same with the hash at hand, for names that a template knows beforehand.
    const Value* find(std::string_view name, std::uint32_t hash) const;
    const std::vector<Item>& items() const { return items_; }
    bool empty() const { return items_.empty(); }
    std::size_t size() const { return items_.size(); }

    static std::uint32_t hash_of(std::string_view name);

  private:
    std::size_t position_of(std::string_view name, std::uint32_t hash) const;
    void index_all();

    std::vector<Item> items_;
    std::vector<std::uint32_t> index_;  // open addressing, position + 1; empty for small maps
};

// -1, 0 or 1 as Python orders numbers, texts and lists; nothing where the two have no order.
std::optional<int> compare(const Value& left, const Value& right);

// "a text", "a list" …; for messages.
Message kind_name(const Value& value);

// As Python writes it: 3.0, 0.1, 1e+16.
std::string text_of_real(double value);

}  // namespace puebla::templates
