// SPDX-License-Identifier: MIT
#include "catalog/namespaces/namespacelabel.h"

#include "core/bytetext.h"

#include <QList>

#include <algorithm>

namespace pipeglass::catalog {

namespace {

constexpr qsizetype idLength = 64;
constexpr qsizetype shownId = 12;

bool isContainerId(QByteArrayView text)
{
    return text.size() == idLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// "docker-<id>.scope", "libpod-<id>.scope", "crio-<id>.scope", or a bare id under a directory that names the engine.
QString containerLabel(QByteArrayView step, QByteArrayView parent)
{
    if (step.endsWith(".scope"))
        step = step.chopped(6);
    const qsizetype dash = step.lastIndexOf('-');
    const QByteArrayView id = step.sliced(dash + 1);
    if (!isContainerId(id))
        return {};
    QByteArrayView engine = dash > 0 ? step.first(dash) : parent;
    if (engine == "libpod")
        engine = "podman";
    else if (engine == "cri-containerd")
        engine = "containerd";
    const QString shown = QString::fromLatin1(id.first(shownId).toByteArray());
    return (engine.isEmpty() ? QStringLiteral("container") : escapedText(engine.toByteArray())) + QLatin1Char(' ')
        + shown;
}

/// "app-flatpak-org.example.App-1234.scope".
QString flatpakLabel(QByteArrayView step)
{
    constexpr QByteArrayView before("app-flatpak-");
    if (!step.startsWith(before) || !step.endsWith(".scope"))
        return {};
    step = step.sliced(before.size()).chopped(6);
    const qsizetype dash = step.lastIndexOf('-');
    return QLatin1String("flatpak ") + escapedText((dash > 0 ? step.first(dash) : step).toByteArray());
}

QString labelOfPath(QByteArrayView path)
{
    const QList<QByteArray> steps = path.toByteArray().split('/');
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        const QByteArray &step = steps[i];
        QString label = containerLabel(step, i > 0 ? QByteArrayView(steps[i - 1]) : QByteArrayView());
        if (label.isEmpty())
            label = flatpakLabel(step);
        // A user's service manager does not say what runs in it.
        if (label.isEmpty() && step.endsWith(".service") && !step.startsWith("user@"))
            label = escapedText(step);
        if (!label.isEmpty())
            return label;
    }
    return {};
}

} // namespace

QString namespaceLabel(QByteArrayView cgroupText)
{
    for (const QByteArray &line : cgroupText.toByteArray().split('\n')) {
        const qsizetype first = line.indexOf(':');
        const qsizetype second = first < 0 ? -1 : line.indexOf(':', first + 1);
        if (second < 0)
            continue;
        const QString label = labelOfPath(QByteArrayView(line).sliced(second + 1));
        if (!label.isEmpty())
            return label;
    }
    return {};
}

} // namespace pipeglass::catalog
