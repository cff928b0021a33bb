// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace pipeglass::test {

/// A translation of every text in src and ui in which each letter is a full-width one ("Ｓａｖｅ"), placeholders and
/// mnemonics stay. What is shown with plain letters has not gone through tr(), or in another context than lupdate saw.
class PseudoTranslation {
public:
    /// Runs lupdate and lrelease, and installs the translator. What they complain of is in errors().
    PseudoTranslation();

    [[nodiscard]] const QString &errors() const { return m_errors; }

    /// Names that are no texts: of the test's own pipes, processes and users.
    void allow(const QStringList &words) { m_allowed += words; }
    /// The first word of a shown text that is not translated; empty where all is. Paths are skipped.
    [[nodiscard]] QString untranslated(const QString &text) const;

private:
    QTranslator m_translator;
    QString m_errors;
    QStringList m_allowed;
};

/// Runs a tool of Qt Linguist; what it says.
[[nodiscard]] QString runLinguist(const QString &tool, const QStringList &arguments);

} // namespace pipeglass::test
