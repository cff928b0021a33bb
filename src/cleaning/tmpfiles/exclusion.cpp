// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/exclusion.h"

#include "core/bytetext.h"

#include <QCoreApplication>

namespace pipeglass::cleaning {

namespace {

/// The Qt Linguist context of the texts below.
class ExclusionText {
    Q_DECLARE_TR_FUNCTIONS(ExclusionText)
};

QByteArray asPattern(const QByteArray &path, bool percentDoubled)
{
    // In a name that is not valid UTF-8 patterns match byte by byte.
    const bool isText = validUtf8(path).has_value();
    QByteArray pattern;
    for (const char c : path) {
        const uchar byte = static_cast<uchar>(c);
        const bool plain = byte > 0x20 && byte < 0x7f && !QByteArrayView("*?[]{}\\\"'`$#").contains(c);
        if (c == '%' && percentDoubled)
            pattern += "%%";
        else
            pattern += plain || (byte >= 0x80 && isText) ? c : '?';
    }
    return pattern;
}

} // namespace

Exclusion exclusionOf(const QByteArray &path, const Deletion &deletion)
{
    Exclusion exclusion;
    QString words;
    switch (deletion.cleaner) {
    case Cleaner::SystemdTmpfiles:
        exclusion.file = "/etc/tmpfiles.d/pipeglass.conf";
        exclusion.line = "x " + asPattern(path, true);
        words = ExclusionText::tr("To keep it, put the line \"%1\" into %2.");
        break;
    case Cleaner::Tmpreaper:
        // Debian's script takes patterns from its configuration; other calls take options.
        if (deletion.text.contains("TMPREAPER_PROTECT_EXTRA")) {
            exclusion.file = "/etc/tmpreaper.conf";
            exclusion.line = "TMPREAPER_PROTECT_EXTRA=\"$TMPREAPER_PROTECT_EXTRA " + asPattern(path, false) + '"';
            words = ExclusionText::tr("To keep it, put the line '%1' at the end of %2.");
            break;
        }
        exclusion.file = deletion.file;
        exclusion.line = "--protect '" + asPattern(path, false) + '\'';
        words = ExclusionText::tr("To keep it, add \"%1\" to the call of tmpreaper in %2.");
        break;
    case Cleaner::Tmpwatch:
        exclusion.file = deletion.file;
        exclusion.line = "-X '" + asPattern(path, false) + '\'';
        words = ExclusionText::tr("To keep it, add \"%1\" to the call of tmpwatch in %2.");
        break;
    }
    exclusion.words = words.arg(escapedText(exclusion.line), escapedText(exclusion.file));
    return exclusion;
}

} // namespace pipeglass::cleaning
