// SPDX-License-Identifier: MIT
#include "text/eventtext.h"

#include "text/words.h"

namespace pipeglass::text {

QString eventText(const capture::Recording &recording, quint64 number)
{
    const QString detail = recording.eventText(number).value_or(QString());
    QString word;
    switch (recording.summary(number).eventKind) {
    case capture::EventKind::Connected:
        word = Words::tr("connected");
        break;
    case capture::EventKind::HalfClosed:
        word = Words::tr("half of the link closed");
        break;
    case capture::EventKind::Closed:
        word = Words::tr("link closed");
        break;
    case capture::EventKind::Refused:
        word = Words::tr("refused");
        break;
    case capture::EventKind::Note:
        break;
    }
    return detail.isEmpty() ? word : detail;
}

} // namespace pipeglass::text
