// What the owner of a published folder did to it too late for us to see.
//
// The files of the owner are looked for, linked into the next tree, and then the two trees are
// exchanged. In the milliseconds between, the owner may add a file, put a new one in the place of
// another, or remove one; and a program whose working directory was the published folder goes on
// writing into the tree that was exchanged away. So that tree is looked through twice: right after
// the exchange, and before the next build makes use of it. A file there that is neither a page of
// ours nor one that the two trees shared is moved into the published folder; where that cannot be,
// because its name is taken or writing there is forbidden, it is kept in the work folder, in
// aside/, and a warning says so.
//
// Which files the trees shared is written down before the exchange (`owners` in the work folder:
// inode, time of birth, path, a byte of zero). So a file that the owner removed from the published
// folder does not come back from the tree before it.

#pragma once

#include <map>
#include <string>

#include "publishing/output_folder.h"

namespace puebla {

// By path; a folder has no identity here, for it is never the same in two trees.
using OwnersFiles = std::map<std::string, FileIdentity>;

// 0, or the errno it failed with.
int write_owners(const Handle& work, const OwnersFiles& owners);
void forget_owners(const Handle& work);

// The published tree, and what of it is ours.
struct LiveTree {
    const Handle& root;
    const Manifest& manifest;
};

// Looks through `previous`. Gives 0, or the errno of the first file that could not be moved; it
// stays where it is.
int carry_latecomers(const OutputFolder& folder, const LiveTree& live, Diagnostics& problems);

// Right after the exchange only: what the owner removed from `previous` goes from the published
// folder too.
void drop_removed(const OutputFolder& folder, const LiveTree& live);

}  // namespace puebla
