// SPDX-License-Identifier: MIT
#include "core/translations.h"

#include <QCoreApplication>
#include <QTranslator>

/// Q_INIT_RESOURCE must be outside of a namespace.
static void addTranslationFiles() { Q_INIT_RESOURCE(translations); }

namespace pipeglass {

void installTranslations()
{
    addTranslationFiles();
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/translations/pipeglass_en.qm")))
        QCoreApplication::installTranslator(translator);
}

} // namespace pipeglass
