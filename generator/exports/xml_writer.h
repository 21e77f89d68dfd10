// Writes an XML document (XML 1.0) through libxml2, indented by one space, in UTF-8.

#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace puebla {

class XmlWriter {
  public:
    using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

    XmlWriter();
    ~XmlWriter();
    XmlWriter(const XmlWriter&) = delete;
    XmlWriter& operator=(const XmlWriter&) = delete;

    void open(const char* name, Attributes attributes = {});
    void close();
    void element(const char* name, const std::string& text, Attributes attributes = {});
    void empty_element(const char* name, Attributes attributes);

    // Ends the document; the writer is of no use afterwards.
    std::string finish();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace puebla
