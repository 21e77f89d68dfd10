// The only way to use several cores.
//
// Results and problems come back in the order of the items, so nobody can tell how many workers
// ran.

#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <type_traits>
#include <vector>

#include "foundation/diagnostics.h"

namespace puebla {

struct Workers {
    unsigned count = 1;
};

// Calls work(item, problems) for every item. An exception (a mistake of ours, or memory that ran
// out) is thrown again here once all workers have stopped: that of the first item, if there are
// several.
template <typename Item, typename Work>
auto parallel_map(Workers workers, const std::vector<Item>& items, Diagnostics& problems,
                  const Work& work) {
    using Result = std::invoke_result_t<const Work&, const Item&, Diagnostics&>;
    struct Slot {
        Result result{};
        Diagnostics problems;
    };
    std::vector<Slot> slots(items.size());
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::size_t failed = items.size();
    std::mutex failure_lock;

    const auto take_items = [&] {
        std::size_t i = 0;
        try {
            for (i = next++; i < items.size(); i = next++) {
                slots[i].result = work(items[i], slots[i].problems);
            }
        } catch (...) {
            next = items.size();
            const std::lock_guard guard(failure_lock);
            if (i < failed) {
                failed = i;
                failure = std::current_exception();
            }
        }
    };
    const auto start_helpers = [&] {
        std::vector<std::jthread> helpers;
        try {
            for (unsigned i = 1; i < workers.count && i < items.size(); ++i) {
                helpers.emplace_back(take_items);
            }
        } catch (const std::system_error&) {
            // The system starts no more threads: those that there are do the work.
        }
        return helpers;
    };
    {
        const std::vector<std::jthread> helpers = start_helpers();
        take_items();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }

    std::vector<Result> results;
    results.reserve(slots.size());
    for (Slot& slot : slots) {
        results.push_back(std::move(slot.result));
        problems.append(slot.problems);
    }
    return results;
}

}  // namespace puebla
