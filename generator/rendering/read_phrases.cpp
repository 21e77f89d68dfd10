#include "rendering/read_phrases.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "foundation/read_json.h"
#include "foundation/read_text.h"
#include "foundation/suggestion.h"

namespace puebla {

namespace {

const std::string overrides = "content/.theme";

// What the files of one language hold.
struct PhraseFiles {
    std::string language;  // its code
    bool right_to_left = false;
    Phrases phrases;
    std::map<std::string, Place, std::less<>> places;  // of each phrase
    std::set<std::string> broken;                      // keys; already reported
    bool unreadable = false;                           // a file of it; already reported
};

class PhraseReader {
  public:
    PhraseReader(const FileSystem& files, const Site& site, const std::string& folder,
                 Diagnostics& problems)
        : files_(files), site_(site), folder_(folder), problems_(problems) {}

    ThemePhrases read() {
        for (const Language& language : site_.languages) {
            PhraseFiles own{language.code, language.locale.right_to_left(), {}, {}, {}, false};
            for (const std::string& root : {folder_, overrides}) {
                read_file(root + "/phrases/" + language.code + ".json", own);
            }
            all_.push_back(std::move(own));
        }
        std::vector<const PhraseFiles*> lenders;
        PhraseFiles english{"en", false, {}, {}, {}, false};
        if (!find_language(site_, "en")) {
            read_file(folder_ + "/phrases/en.json", english);
            lenders.push_back(&english);
        }
        for (const PhraseFiles& one : all_) {
            lenders.push_back(&one);
        }
        // The one whose arguments are right: English, else the first.
        std::stable_partition(lenders.begin(), lenders.end(),
                              [](const PhraseFiles* one) { return one->language == "en"; });
        check_arguments(lenders);
        return with_lent(lenders);
    }

  private:
    void read_file(const std::string& path, PhraseFiles& own) {
        if (!files_.exists(path)) {
            return;
        }
        const auto text = read_text(files_, path, problems_);
        const Value value = text ? read_json(path, *text, problems_) : Value{};
        if (!value.is_map()) {
            own.unreadable = true;
            return;
        }
        for (const Member& member : *value.map()) {
            read_phrase(member, path, own);
        }
    }

    void read_phrase(const Member& member, const std::string& path, PhraseFiles& own) {
        MessageMistake mistake;
        auto pattern = member.value.is_string()
                           ? MessagePattern::parse(*member.value.string(), &mistake)
                           : std::nullopt;
        if (pattern) {
            own.phrases.insert_or_assign(member.name, Phrase{std::move(*pattern), {}});
            own.places.insert_or_assign(member.name, Place{path, member.value.span});
            return;
        }
        own.broken.insert(member.name);
        problems_.error("broken-phrase", {path, member.value.span},
                        say("the phrase \"{}\" is not written correctly",
                            "la frase «{}» no está bien escrita", member.name),
                        member.value.is_string() ? mistake.message
                                                 : say("a phrase is a text in quotation marks",
                                                       "una frase es un texto entre comillas"));
    }

    // The names that a phrase may use are those of the first language that has it; the generator
    // says itself what it gives.
    void check_arguments(const std::vector<const PhraseFiles*>& languages) {
        const std::vector<std::string> of_generator = {"number"};
        std::map<std::string_view, const PhraseFiles*> first;
        for (const PhraseFiles* language : languages) {
            for (const auto& [key, phrase] : language->phrases) {
                const bool generated = key.starts_with(start_of_generator_phrases);
                const PhraseFiles& model = *first.try_emplace(key, language).first->second;
                const auto& known =
                    generated ? of_generator : model.phrases.at(key).pattern.arguments();
                for (const std::string& name : phrase.pattern.arguments()) {
                    if (std::find(known.begin(), known.end(), name) == known.end()) {
                        report_argument(language->places.at(key), name, known,
                                        generated ? "" : model.language);
                    }
                }
            }
        }
    }

    void report_argument(const Place& place, const std::string& name,
                         const std::vector<std::string>& known, const std::string& language) {
        Message help = did_you_mean(name, known);
        if (known.size() == 1) {
            help = say("write {{{}}}", "escriba {{{}}}", known.front());
        }
        problems_.error("broken-phrase", place,
                        language.empty()
                            ? say("the generator puts no {{{}}} into this phrase",
                                  "el generador no pone ningún {{{}}} en esta frase", name)
                            : say("in \"{}\" this phrase has no {{{}}}",
                                  "en «{}» esta frase no tiene {{{}}}", language, name),
                        std::move(help));
    }

    ThemePhrases with_lent(const std::vector<const PhraseFiles*>& lenders) {
        ThemePhrases result;
        Phrases lent;
        for (const PhraseFiles* lender : lenders) {
            result.complete = result.complete && !lender->unreadable && lender->broken.empty();
            for (const auto& [key, phrase] : lender->phrases) {
                lent.try_emplace(key,
                                 Phrase{phrase.pattern,
                                        Phrase::Lender{lender->language, lender->right_to_left}});
            }
        }
        for (const PhraseFiles& own : all_) {
            Phrases phrases = own.phrases;
            std::vector<std::string> missing;
            for (const auto& [key, phrase] : lent) {
                if (phrases.try_emplace(key, phrase).second && !own.broken.contains(key)) {
                    missing.push_back(key);
                }
            }
            if (!missing.empty() && !own.unreadable) {
                report_missing(own.language, missing);
            }
            result.by_language.push_back(std::move(phrases));
        }
        return result;
    }

    void report_missing(const std::string& code, const std::vector<std::string>& missing) {
        problems_.warning(
            "phrase-missing", {fmt::format("{}/phrases/{}.json", folder_, code), {}},
            missing.size() == 1 ? say("the phrase \"{}\" has no text in \"{}\"",
                                      "la frase «{}» no tiene texto en «{}»", missing.front(), code)
                                : say("{} phrases have no text in \"{}\": {}",
                                      "{} frases no tienen texto en «{}»: {}", missing.size(), code,
                                      first_few(missing)),
            say("readers get them in another language until they are added here or in {}",
                "el público las lee en otro idioma hasta que se agreguen aquí o en {}",
                fmt::format("{}/phrases/{}.json", overrides, code)));
    }

    static std::string first_few(const std::vector<std::string>& names) {
        constexpr std::size_t few = 5;
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(few, names.size()));
        return fmt::to_string(fmt::join(names.begin(), end, ", ")) +
               (names.size() > few ? " …" : "");
    }

    const FileSystem& files_;
    const Site& site_;
    const std::string& folder_;
    Diagnostics& problems_;
    std::vector<PhraseFiles> all_;  // by language of the site
};

}  // namespace

ThemePhrases read_phrases(const FileSystem& files, const Site& site, const std::string& folder,
                          Diagnostics& problems) {
    return PhraseReader(files, site, folder, problems).read();
}

}  // namespace puebla
