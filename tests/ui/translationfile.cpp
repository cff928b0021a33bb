// SPDX-License-Identifier: MIT
#include "ui/translationfile.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace pipeglass::test {

namespace {

/// The placeholders, sorted, each once; and "&" if there is a mnemonic.
QStringList partsOf(const QString &text)
{
    static const QRegularExpression part(QStringLiteral("%L?(?:n|\\d+)|&(?=\\w)"));
    QStringList parts;
    for (auto matches = part.globalMatch(text); matches.hasNext();)
        parts += matches.next().captured();
    parts.sort();
    parts.removeDuplicates();
    return parts;
}

QString problemOf(const QString &source, const QString &translation)
{
    if (translation.isEmpty())
        return QStringLiteral("not translated");
    QStringList wanted = partsOf(source);
    // "one file" for "%n files" is good
    QStringList given = partsOf(translation);
    for (const QString &count : { QStringLiteral("%n"), QStringLiteral("%Ln") }) {
        if (!given.contains(count))
            wanted.removeAll(count);
    }
    return wanted == given ? QString() : QStringLiteral("other placeholders or mnemonic");
}

/// The text of a <translation>, or of each <numerusform> in it.
QStringList readForms(QXmlStreamReader &reader)
{
    QStringList forms;
    QString text;
    while (!reader.atEnd() && !(reader.readNext(), reader.isEndElement() && reader.name() == u"translation")) {
        if (reader.isStartElement() && reader.name() == u"numerusform")
            forms += reader.readElementText();
        else if (reader.isCharacters())
            text += reader.text();
    }
    return forms.isEmpty() ? QStringList{ text } : forms;
}

} // namespace

QStringList problemsOfTranslation(const QByteArray &file)
{
    QStringList problems;
    QXmlStreamReader reader(file);
    QString source;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == u"source")
            source = reader.readElementText();
        if (reader.name() != u"translation")
            continue;
        if (reader.attributes().hasAttribute(QStringLiteral("type")))
            problems += QStringLiteral("%1: \"%2\"").arg(reader.attributes().value(QStringLiteral("type")), source);
        for (const QString &form : readForms(reader)) {
            if (const QString problem = problemOf(source, form); !problem.isEmpty())
                problems += QStringLiteral("%1: \"%2\", \"%3\"").arg(problem, source, form);
        }
    }
    if (reader.hasError())
        problems += reader.errorString();
    return problems;
}

} // namespace pipeglass::test
