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
    QT_TRANSLATE_NOOP("CommandText", "paused"),
    QT_TRANSLATE_NOOP("CommandText", "resumed"),
    QT_TRANSLATE_NOOP("CommandText", "slowed"),
    QT_TRANSLATE_NOOP("CommandText", "held"),
    QT_TRANSLATE_NOOP("CommandText", "sent-on"),
    QT_TRANSLATE_NOOP("CommandText", "dropped"),
    QT_TRANSLATE_NOOP("CommandText", "edited"),
    QT_TRANSLATE_NOOP("CommandText", "duplicated"),
    QT_TRANSLATE_NOOP("CommandText", "delayed"),
    QT_TRANSLATE_NOOP("CommandText", "injected"),
    QT_TRANSLATE_NOOP("CommandText", "cut"),
    QT_TRANSLATE_NOOP("CommandText", "undelivered"),
    QT_TRANSLATE_NOOP("CommandText", "framing-guessed"),
    QT_TRANSLATE_NOOP("CommandText", "credentials-passed"),
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
