// SPDX-License-Identifier: MIT
#include "replay/replaytext.h"

#include "app/windowtext.h"
#include "text/sizetext.h"

namespace pipeglass::ui {

QString replaySentence(const engine::ReplayInfo &replay)
{
    const engine::ReplayCounts &counts = replay.counts;
    const int answers = text::plural(counts.same + counts.differences());
    const QString sent = WindowText::tr("%Ln message(s) sent", nullptr, text::plural(counts.sent));
    const QString came = WindowText::tr("%n answer(s)", nullptr, answers);
    QString found = WindowText::tr("all as recorded");
    if (counts.differences() > 0)
        found = WindowText::tr("%1 same, %2 different, %3 missing, %4 not recorded")
                    .arg(counts.same)
                    .arg(counts.different)
                    .arg(counts.missing)
                    .arg(counts.extra);
    else if (answers == 0)
        found = WindowText::tr("none compared yet");
    QString sentence = replay.isComplete ? WindowText::tr("The replay is complete: %1, %2: %3.").arg(sent, came, found)
                                         : WindowText::tr("Replay: %1, %2: %3.").arg(sent, came, found);
    if (counts.timedOut)
        sentence += QLatin1Char(' ') + WindowText::tr("An answer did not come in time, and its connection was ended.");
    if (counts.notSent > 0)
        sentence +=
            QLatin1Char(' ') + WindowText::tr("%Ln message(s) were not sent.", nullptr, text::plural(counts.notSent));
    return sentence;
}

} // namespace pipeglass::ui
