// SPDX-License-Identifier: MIT
#include "ui/pseudotranslation.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace pipeglass::test {

namespace {

QString wide(const QString &source)
{
    static const QRegularExpression kept(QStringLiteral("%L?(\\d+|n)|<[^>]*>|&\\w+;"));
    QString text = source;
    const auto widen = [&text](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            const char16_t c = text[i].unicode();
            if ((c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'))
                text[i] = QChar(static_cast<char16_t>(c - u'!' + 0xff01));
        }
    };
    qsizetype done = 0;
    for (auto matches = kept.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        widen(done, match.capturedStart());
        done = match.capturedEnd();
    }
    widen(done, text.size());
    return text;
}

/// Copies a file of lupdate and adds a translation to each source.
void translate(QIODevice &from, QIODevice &to)
{
    QXmlStreamReader reader(&from);
    QXmlStreamWriter writer(&to);
    QString source;
    bool isNumerus = false;
    while (!reader.atEnd()) {
        reader.readNext();
        const bool starts = reader.isStartElement();
        if (starts && reader.name() == u"message")
            isNumerus = reader.attributes().hasAttribute(QStringLiteral("numerus"));
        if (starts && reader.name() == u"source") {
            source = reader.readElementText();
            writer.writeTextElement(QStringLiteral("source"), source);
        } else if (starts && reader.name() == u"translation") {
            reader.skipCurrentElement();
            writer.writeStartElement(QStringLiteral("translation"));
            if (isNumerus) {
                for (int form = 0; form < 2; ++form)
                    writer.writeTextElement(QStringLiteral("numerusform"), wide(source));
            } else {
                writer.writeCharacters(wide(source));
            }
            writer.writeEndElement();
        } else {
            writer.writeCurrentToken(reader);
        }
    }
}

} // namespace

QString runLinguist(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral(PIPEGLASS_SOURCE));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(tool, QStringList{ QStringLiteral("-silent") } + arguments);
    if (!process.waitForFinished(60'000))
        return process.errorString();
    const QString said = QString::fromLocal8Bit(process.readAll()).trimmed();
    return process.exitCode() == 0 ? said : tool + QLatin1String(": ") + said;
}

PseudoTranslation::PseudoTranslation()
{
    const QTemporaryDir directory;
    const QString found = directory.filePath(QStringLiteral("found.ts"));
    const QString made = directory.filePath(QStringLiteral("made.ts"));
    const QString compiled = directory.filePath(QStringLiteral("made.qm"));
    m_errors = runLinguist(
        QStringLiteral(PIPEGLASS_LUPDATE),
        { QStringLiteral("-target-language"), QStringLiteral("en"), QStringLiteral("src"), QStringLiteral("ui"),
          QStringLiteral(PIPEGLASS_ENDPOINT_TEXTS), QStringLiteral("-ts"), found });
    QFile from(found);
    QFile to(made);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly)) {
        m_errors += QStringLiteral(" no texts");
        return;
    }
    translate(from, to);
    to.close();
    m_errors += runLinguist(QStringLiteral(PIPEGLASS_LRELEASE), { made, QStringLiteral("-qm"), compiled });
    if (!m_translator.load(compiled) || !QCoreApplication::installTranslator(&m_translator))
        m_errors += QStringLiteral(" not loaded");
}

QString PseudoTranslation::untranslated(const QString &text) const
{
    static const QRegularExpression raw(
        QStringLiteral("<[^>]*>|&\\w+;|%\\d|[^\\s\"(]*/[^\\s\",;)]*|CoreFxPipe_\\w*|\\bpid\\b|\\.NET|[KMG]iB|\\bB\\b|"
                       "[rwxsStT-]{9}|\\b(Shift|Ctrl|Alt|F\\d+|Del|Esc)\\b"));
    QString rest = text;
    for (const QString &word : m_allowed)
        rest.replace(word, QStringLiteral(" "));
    rest.replace(raw, QStringLiteral(" "));
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    return word.match(rest).captured();
}

} // namespace pipeglass::test
