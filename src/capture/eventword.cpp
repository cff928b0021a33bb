// SPDX-License-Identifier: MIT
#include "capture/eventword.h"

#include <QtGlobal>

#include <array>

namespace pipeglass::capture {

namespace {

constexpr std::array<const char *, size_t{ static_cast<quint8>(lastEventKind) } + 1> words{
    QT_TRANSLATE_NOOP("CommandText", "connected"),
    QT_TRANSLATE_NOOP("CommandText", "half-closed"),
    QT_TRANSLATE_NOOP("CommandText", "closed"),
    QT_TRANSLATE_NOOP("CommandText", "refused"),
    QT_TRANSLATE_NOOP("CommandText", "note"),
    QT_TRANSLATE_NOOP("CommandText", "reading-ended"),
    QT_TRANSLATE_NOOP("CommandText", "identified"),
    QT_TRANSLATE_NOOP("CommandText", "lost"),
    QT_TRANSLATE_NOOP("CommandText", "reply-failed"),
    QT_TRANSLATE_NOOP("CommandText", "not-sent"),
    QT_TRANSLATE_NOOP("CommandText", "descriptors-passed"),
    QT_TRANSLATE_NOOP("CommandText", "descriptors-lost"),
    QT_TRANSLATE_NOOP("CommandText", "missed"),
};

} // namespace

const char *eventWord(EventKind kind) { return words.at(static_cast<quint8>(kind)); }

std::optional<EventKind> eventKind(QByteArrayView word)
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (word == words.at(i))
            return static_cast<EventKind>(i);
    }
    return {};
}

} // namespace pipeglass::capture
