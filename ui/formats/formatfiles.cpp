// SPDX-License-Identifier: MIT
#include "formats/formatfiles.h"

#include "formats/format.h"
#include "formats/formatdialog.h"
#include "formats/formatstore.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <cerrno>

namespace pipeglass::ui {

QString userFormatDirectory()
{
    const QString directory = QFile::decodeName(formats::formatDirectories().front());
    QDir().mkpath(directory);
    return directory;
}

QString formatFileFilter() { return FormatDialog::tr("Formats (*.pgf);;All files (*)"); }

Result<QByteArray> readFormatFile(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return failure(systemError(errno, QFile::encodeName(path)));
    const QByteArray text = file.read(formats::largestFormatFile + 1);
    if (text.size() > formats::largestFormatFile)
        return failure(
            ErrorCode::InvalidArgument, QFile::encodeName(path),
            FormatDialog::tr("a format file has at most %1 bytes").arg(formats::largestFormatFile));
    return text;
}

Status writeFormatFile(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return failure(systemError(errno != 0 ? errno : EIO, QFile::encodeName(path)));
    return {};
}

} // namespace pipeglass::ui
