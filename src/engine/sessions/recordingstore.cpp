// SPDX-License-Identifier: MIT
#include "engine/sessions/recordingstore.h"

#include "capture/keptrecordings.h"

namespace pipeglass::engine {

namespace {

/// A private recording is cut into so many files, so that the oldest part can be deleted.
constexpr int filesOfPrivate = 8;

} // namespace

Result<capture::RecordingPtr> newRecording(const TalkRequest &talk, const QByteArray &pipe)
{
    using capture::Recording;
    if (!talk.recordTo.isEmpty())
        return talk.ring ? Recording::createRing(talk.recordTo, *talk.ring) : Recording::create(talk.recordTo);
    if (!talk.storage)
        return Recording::create();
    const auto path = capture::KeptRecordings(talk.storage->directory).newPath(pipe);
    auto recording = path ? Recording::createRing(
                         *path, { filesOfPrivate, talk.storage->limit / filesOfPrivate }, Recording::RingUse::Indexed)
                          : failure(path.error());
    if (!recording)
        return Recording::create(); // without a home it is not kept
    (*recording)->setDeletesOldest(talk.storage->policy == LimitPolicy::DeleteOldest);
    return recording;
}

void endRecording(capture::Recording &recording, const TalkRequest &talk, bool isWanted)
{
    recording.finishWriting();
    if (!talk.recordTo.isEmpty() || !talk.storage || recording.path().isEmpty())
        return;
    if (!isWanted)
        recording.discard();
    else
        capture::KeptRecordings::markFinished(recording.path());
}

DiskPolicy diskPolicyOf(LimitPolicy policy)
{
    return policy == LimitPolicy::Stop ? DiskPolicy::GoOn : DiskPolicy::Wait;
}

} // namespace pipeglass::engine
