// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace pipeglass::test {

/// Translates all texts of src and ui to full-width letters ("Ｓａｖｅ"), except placeholders and mnemonics. A text
/// with plain letters was not passed to tr(), or in another context than lupdate found.
class PseudoTranslation {
public:
    /// Runs lupdate and lrelease, and installs the translator. Errors of the tools are in errors().
    PseudoTranslation();

    [[nodiscard]] const QString &errors() const { return m_errors; }

    /// Names that are not translated: of the test's pipes, processes and users.
    void allow(const QStringList &words) { m_allowed += words; }
    /// The first untranslated word of a text; empty if there is none. Paths are skipped.
    [[nodiscard]] QString untranslated(const QString &text) const;

private:
    QTranslator m_translator;
    QString m_errors;
    QStringList m_allowed;
};

/// Runs a tool of Qt Linguist; returns its output.
[[nodiscard]] QString runLinguist(const QString &tool, const QStringList &arguments);

} // namespace pipeglass::test
