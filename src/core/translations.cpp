// SPDX-License-Identifier: MIT
#include "core/translations.h"

#include <QByteArrayList>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <cstring>

/// Q_INIT_RESOURCE must be outside of a namespace.
static void addTranslationFiles() { Q_INIT_RESOURCE(translations); }

namespace pipeglass {

namespace {

constexpr char translated[] = "ko";
constexpr char untranslated[] = "en";
const QLatin1String installed("pipeglassTranslation"); // their object name

void install(const QString &file, const QString &directory)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(installed);
    if (translator->load(file, directory))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

/// "ko" of "ko_KR.UTF-8".
QByteArray languageOf(const QByteArray &locale)
{
    qsizetype end = 0;
    while (end < locale.size() && std::strchr("_.@-", locale[end]) == nullptr)
        ++end;
    return locale.first(end).toLower();
}

} // namespace

QString messageLanguage()
{
    QByteArray locale;
    for (const char *variable : { "LC_ALL", "LC_MESSAGES", "LANG" }) {
        if (locale.isEmpty())
            locale = qgetenv(variable);
    }
    if (locale == "C" || locale == "POSIX")
        return QLatin1String(untranslated);
    const QByteArrayList wanted = qgetenv("LANGUAGE").split(':') + QByteArrayList{ locale };
    for (const QByteArray &one : wanted) {
        const QByteArray language = languageOf(one);
        if (language == translated || language == untranslated)
            return QString::fromLatin1(language);
    }
    return QLatin1String(untranslated);
}

void installTranslations(const QString &language)
{
    addTranslationFiles();
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>(installed)); // which uninstalls them
    const QString directory = QStringLiteral(":/translations");
    install(QStringLiteral("pipeglass_en"), directory); // also for a text that is not translated
    if (language == QLatin1String(untranslated))
        return;
    install(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("pipeglass_") + language, directory);
}

} // namespace pipeglass
