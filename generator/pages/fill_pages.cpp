#include "pages/fill_pages.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "foundation/percent_encoding.h"
#include "foundation/relative_address.h"
#include "foundation/suggestion.h"
#include "markdown/document.h"
#include "pages/link_advice.h"

namespace puebla {

namespace {

// Descriptions are shown by search engines, which cut longer ones.
constexpr std::size_t longest_description = 160;

bool is_external(std::string_view destination) {
    const std::size_t colon = destination.find(':');
    return destination.starts_with("//") ||
           (colon != std::string_view::npos && destination.find('/') > colon);
}

// Cut at a word, with an ellipsis, where the text is too long; counts characters.
std::string shortened(std::string_view text) {
    std::size_t cut = 0;
    std::size_t count = 0;
    std::size_t last_space = 0;
    while (cut < text.size() && count < longest_description) {
        if (text[cut] == ' ') {
            last_space = cut;
        }
        ++cut;
        while (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) {
            ++cut;
        }
        ++count;
    }
    if (cut >= text.size()) {
        return std::string(text);
    }
    return std::string(text.substr(0, last_space == 0 ? cut : last_space)) + "…";
}

// What one body gives besides its page.
struct Filled {
    Page page;
    std::vector<std::pair<std::string, std::string>> attachments;
};

// Resolves the links of one body for one page.
class LinkResolver {
  public:
    LinkResolver(const Site& site, const PageSet& pages, Filled& filled, const Entry& entry,
                 const Prose& prose, Diagnostics& problems)
        : site_(site),
          pages_(pages),
          filled_(filled),
          entry_(entry),
          prose_(prose),
          problems_(problems) {}

    markdown::ResolvedLink resolve(const markdown::Link& link) {
        const std::string& destination = link.destination;
        if (link.is_note) {
            return {};
        }
        if (link.is_image && !link.has_text) {
            problems_.warning("picture-without-text", place(link),
                              say("this picture has no text for those who cannot see it",
                                  "esta imagen no tiene texto para quienes no la ven"),
                              say("say between the brackets what it shows: ![…]({})",
                                  "diga entre los corchetes qué muestra: ![…]({})", destination));
        }
        if (is_external(destination)) {
            return link.is_image ? refused_picture(link)
                                 : markdown::ResolvedLink{destination, destination, ""};
        }
        if (link.is_image && !destination.starts_with("./")) {
            return misplaced_picture(link);
        }
        if (destination.starts_with("#")) {
            if (!filled_.page.versions.empty()) {
                fragment(filled_.page.versions[filled_.page.language], destination.substr(1), link);
            }
            return {destination, "", ""};
        }
        if (destination.starts_with("./")) {
            return attachment(link);
        }
        return entry_or_collection(link);
    }

  private:
    Place place(const markdown::Link& link) const { return {prose_.file, link.span}; }

    std::string folder() const { return prose_.file.substr(0, prose_.file.rfind('/')); }

    // "./mapa.pdf": what links to the files beside the text are written like.
    const std::vector<std::string>& files_beside() {
        if (files_beside_.empty()) {
            const std::size_t folder = prose_.file.rfind('/') + 1;
            for (const std::string& file : entry_.attachments) {
                files_beside_.push_back("./" + file.substr(folder));
            }
        }
        return files_beside_;
    }

    Message advice_for_file(const std::string& destination) {
        if (destination.starts_with("./../")) {
            return say("a text can link only to files of its own folder: put a copy there",
                       "un texto solo puede enlazar archivos de su propia carpeta: ponga allí una "
                       "copia");
        }
        Message near = did_you_mean(destination, files_beside());
        return !near.empty() ? near
                             : say("put the file into {}", "ponga el archivo en {}", folder());
    }

    // Readers' browsers ask nobody else for anything: the pages' own policy would block it.
    markdown::ResolvedLink refused_picture(const markdown::Link& link) {
        problems_.error("external-picture", place(link),
                        say("this picture lies on another site", "esta imagen está en otro sitio"),
                        say("put the file beside this text and write ./name",
                            "ponga el archivo junto a este texto y escriba ./nombre"));
        return {};
    }

    markdown::ResolvedLink misplaced_picture(const markdown::Link& link) {
        problems_.error("attachment-missing", place(link),
                        say("a picture lies beside its text, and its address begins with ./",
                            "una imagen va junto a su texto, y su dirección comienza por ./"),
                        advice_for_picture(folder(), files_beside(), link.destination));
        return {};
    }

    void fragment(PageIndex target, const std::string& fragment, const markdown::Link& link) {
        if (!fragment.empty()) {
            filled_.page.fragment_links.push_back({target, fragment, place(link)});
        }
    }

    markdown::ResolvedLink attachment(const markdown::Link& link) {
        const std::size_t name_end =
            std::min(link.destination.find_first_of("#?"), link.destination.size());
        const std::string name = percent_decoded(link.destination.substr(2, name_end - 2));
        const std::string file = folder() + "/" + name;
        const auto found = std::find(entry_.attachments.begin(), entry_.attachments.end(), file);
        if (found == entry_.attachments.end()) {
            if (std::optional<Refusal> refusal = refusal_of_file(name, entry_.ref)) {
                problems_.error("attachment-missing", place(link), std::move(refusal->message),
                                std::move(refusal->help));
                return {};
            }
            problems_.error("attachment-missing", place(link),
                            say("there is no file \"{}\" beside this text",
                                "no hay un archivo «{}» junto a este texto", name),
                            advice_for_file(link.destination));
            return {};
        }
        const std::string address = "files/" + entry_.ref + "/" + name;
        filled_.attachments.emplace_back(file, address);
        // "#page=3" of a PDF stays.
        const std::string href =
            percent_encoded_path(relative_address(filled_.page.address, address));
        return {href + link.destination.substr(name_end), name, ""};
    }

    markdown::ResolvedLink entry_or_collection(const markdown::Link& link) {
        std::string target = link.destination;
        std::string anchor;
        if (const std::size_t hash = target.find('#'); hash != std::string::npos) {
            anchor = target.substr(hash + 1);
            target.erase(hash);
        }
        const LanguageIndex language = filled_.page.language;
        std::optional<EntryPlace> where;
        std::string title;
        LanguageIndex title_language = language;
        if (const auto entry = site_.entry_by_ref.find(target); entry != site_.entry_by_ref.end()) {
            where = place_of(site_, pages_, entry->second, language);
            const Localized<std::string>& titles = site_.entries[entry->second].title;
            title = *titles.find_or_other(language);
            title_language = *titles.language_for(language);
        } else if (const auto list = site_.collection_by_name.find(target);
                   list != site_.collection_by_name.end()) {
            if (const auto page = pages_.of_list[language][list->second]) {
                where = EntryPlace{*page, ""};
                title = pages_.pages[*page].title;
                title_language = pages_.pages[*page].title_language;
            }
        }
        if (!where) {
            report_missing(target, link);
            return {};
        }
        // An entry without a page of its own is itself an anchor.
        const std::string fragment_name = anchor.empty() ? where->anchor : anchor;
        if (!anchor.empty() && where->anchor.empty()) {
            fragment(where->page, anchor, link);
        }
        std::string href =
            relative_address(filled_.page.address, pages_.pages[where->page].address);
        if (!fragment_name.empty()) {
            href += "#" + fragment_name;
        }
        return {href, title,
                title_language == language ? "" : site_.languages[title_language].code};
    }

    void report_missing(const std::string& target, const markdown::Link& link) {
        if (is_broken(site_, target)) {
            return;
        }
        if (site_.drafts.contains(target)) {
            problems_.error(
                "link-to-draft", place(link),
                say("\"{}\" is a draft and is not published", "«{}» es un borrador y no se publica",
                    target),
                say("publish it, or remove this link", "publíquelo o quite este enlace"));
        } else if (const Entry* entry = find_entry(site_, target)) {
            report_no_page(site_.collections[entry->collection].entry_address, target, link);
        } else if (const Collection* collection = find_collection(site_, target)) {
            report_no_page(collection->list_address, target, link);
        } else if (target.empty()) {
            problems_.error("link-target-missing", place(link),
                            say("this link leads nowhere", "este enlace no lleva a ninguna parte"),
                            say("write what it leads to: [text](collection/entry)",
                                "escriba a dónde lleva: [texto](coleccion/entrada)"));
        } else {
            problems_.error(
                "link-target-missing", place(link),
                say("no entry is called \"{}\"", "ninguna entrada se llama «{}»", target),
                advice_for_link(site_, files_beside(), link.destination));
        }
    }

    // Where there should be a page, it is reported why there is none.
    void report_no_page(const Localized<PlacedText>& addresses, const std::string& target,
                        const markdown::Link& link) {
        if (addresses.empty()) {
            problems_.error(
                "link-target-missing", place(link),
                say("\"{}\" has no page of its own", "«{}» no tiene página propia", target),
                say("link to a page that speaks of it, or leave the text without a link",
                    "enlace una página que lo mencione, o deje el texto sin enlace"));
        }
    }

    const Site& site_;
    const PageSet& pages_;
    Filled& filled_;
    const Entry& entry_;
    const Prose& prose_;
    std::vector<std::string> files_beside_;
    Diagnostics& problems_;
};

void take_heading(const markdown::Block& block, const std::string& file, Page& page,
                  Diagnostics& problems) {
    if (block.text.find_first_not_of(" \t\n") == std::string::npos) {
        problems.warning(
            "empty-heading", {file, block.span},
            say("this heading has no text", "este encabezado no tiene texto"),
            say("write one, or leave the heading out", "escriba uno o quite el encabezado"));
        return;
    }
    page.contents.push_back({block.anchor, block.text, block.level});
}

void take_blocks(const markdown::Document& document, const std::string& file, Page& page,
                 Diagnostics& problems) {
    for (const markdown::Block& block : document.blocks()) {
        page.anchors.push_back(block.anchor);
        if (block.kind == markdown::BlockKind::heading) {
            take_heading(block, file, page, problems);
        }
    }
    std::sort(page.anchors.begin(), page.anchors.end());
    page.description = shortened(document.first_paragraph());
}

markdown::Source source_of(const Site& site, const Prose& prose) {
    return {prose.file, prose.text, prose.body, [&site](std::string_view text) {
                const std::string name(text);
                return site.collection_by_name.contains(name) || site.entry_by_ref.contains(name);
            }};
}

Filled fill_page(const Site& site, const PageSet& pages, PageIndex index,
                 const FillOptions& options, Diagnostics& problems) {
    Filled filled{pages.pages[index], {}};
    Page& page = filled.page;
    const Prose* prose =
        page.entry ? site.entries[*page.entry].prose.find_or_other(page.language) : nullptr;
    if (!prose) {
        return filled;
    }
    const markdown::Document document = markdown::parse(source_of(site, *prose), problems);
    take_blocks(document, prose->file, page, problems);

    LinkResolver resolver(site, pages, filled, site.entries[*page.entry], *prose, problems);
    markdown::HtmlOptions html;
    html.permalinks = true;
    html.written_in = written_in_prose | static_cast<std::uint32_t>(index);
    html.resolve = [&](const markdown::Link& link) { return resolver.resolve(link); };
    if (options.phrase) {
        // The words around a foreign text are those of the page's own language.
        html.phrase = [&](std::string_view phrase, std::string_view number) {
            return options.phrase(page.language, phrase, number);
        };
    }
    page.body = std::make_shared<const Html>(markdown::to_html(document, html));
    return filled;
}

// The texts of a broken entry have no page. Their links are followed to report those that lead
// nowhere; links within such a text are not, since its own page is what they lead to.
std::vector<FragmentLink> follow_left_out(const Site& site, const PageSet& pages,
                                          const Entry& entry, Diagnostics& problems) {
    std::vector<FragmentLink> links;
    for (LanguageIndex language = 0; language < site.languages.size(); ++language) {
        const Prose* prose = entry.prose.find(language);
        if (!prose) {
            continue;
        }
        Filled filled;
        filled.page.language = language;
        LinkResolver resolver(site, pages, filled, entry, *prose, problems);
        markdown::HtmlOptions html;
        html.resolve = [&](const markdown::Link& link) { return resolver.resolve(link); };
        markdown::to_html(markdown::parse(source_of(site, *prose), problems), html);
        links.insert(links.end(), filled.page.fragment_links.begin(),
                     filled.page.fragment_links.end());
    }
    return links;
}

void check_fragments(const PageSet& pages, const std::vector<FragmentLink>& links,
                     Diagnostics& problems) {
    for (const FragmentLink& link : links) {
        const Page& target = pages.pages[link.target];
        // What a layout adds to a list or to a page without prose is known only when it is
        // rendered.
        if (!target.body) {
            continue;
        }
        if (!std::binary_search(target.anchors.begin(), target.anchors.end(), link.fragment)) {
            problems.error(
                "link-fragment-missing", link.place,
                say("the page \"{}\" has no place called \"{}\"",
                    "la página «{}» no tiene un lugar llamado «{}»", target.title, link.fragment),
                did_you_mean(link.fragment, target.anchors));
        }
    }
}

}  // namespace

PageSet fill_pages(const Site& site, PageSet pages, const FillOptions& options,
                   Diagnostics& problems) {
    std::vector<PageIndex> indexes(pages.pages.size());
    std::iota(indexes.begin(), indexes.end(), PageIndex{0});
    std::vector<Filled> filled =
        parallel_map(options.workers, indexes, problems, [&](PageIndex index, Diagnostics& found) {
            return fill_page(site, pages, index, options, found);
        });
    std::set<std::pair<std::string, std::string>> attachments;
    for (PageIndex index = 0; index < filled.size(); ++index) {
        pages.pages[index] = std::move(filled[index].page);
        attachments.insert(filled[index].attachments.begin(), filled[index].attachments.end());
    }
    pages.attachments.assign(attachments.begin(), attachments.end());
    for (const Page& page : pages.pages) {
        check_fragments(pages, page.fragment_links, problems);
    }
    for (const Entry& entry : site.left_out) {
        check_fragments(pages, follow_left_out(site, pages, entry, problems), problems);
    }
    return pages;
}

}  // namespace puebla
