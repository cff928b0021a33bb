// SPDX-License-Identifier: MIT
#include "catalog/filestates.h"

#include "catalog/socketjudge.h"

#include <fcntl.h>

namespace pipeglass::catalog {

std::vector<PipeState> statesOf(const std::vector<KnownFile> &files)
{
    std::vector<PipeState> states(files.size(), PipeState::Unknown);
    std::vector<DirectoryFile> questions;
    std::vector<size_t> askedBy;
    for (size_t i = 0; i < files.size(); ++i) {
        DirectoryFile question{ files[i].directory, files[i].leaf, {}, files[i].isHeld };
        const Result<FileInfo> info = lookAt(AT_FDCWD, question.path());
        if (!info || info->file != files[i].file)
            continue;
        question.info = *info;
        questions.push_back(std::move(question));
        askedBy.push_back(i);
    }
    std::vector<DirectoryFile> judged = questions;
    const MountTable mounts = MountTable::read();
    SocketJudge judge;
    if (!judge.read(questions, mounts))
        return states;
    const auto verdicts = judge.judge(judged, mounts);
    if (!verdicts)
        return states;
    // The judge looks again, and leaves out what is gone.
    size_t next = 0;
    for (size_t i = 0; i < questions.size() && next < judged.size(); ++i) {
        if (questions[i].directory != judged[next].directory || questions[i].fileName != judged[next].fileName)
            continue;
        if (judged[next].info.file == files[askedBy[i]].file)
            states[askedBy[i]] = (*verdicts)[next].state;
        ++next;
    }
    return states;
}

} // namespace pipeglass::catalog
