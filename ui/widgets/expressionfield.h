// SPDX-License-Identifier: MIT
#pragma once

#include "filter/filter.h"
#include "widgets/filterfield.h"

#include <QTimer>

class QCompleter;
class QStringListModel;

namespace pipeglass::ui {

/// A field for an expression of the filter language. Offers words while typing, underlines what is wrong, and says so
/// in a signal. A valid expression is taken after a short pause or with Enter.
class ExpressionField : public FilterField {
    Q_OBJECT

public:
    explicit ExpressionField(QWidget *parent = nullptr);

    /// The valid expression taken last.
    [[nodiscard]] const filter::Filter &filter() const { return m_filter; }
    [[nodiscard]] bool isValid() const { return !m_problem; }
    /// Sets and takes a text at once.
    void take(const QString &text);

Q_SIGNALS:
    void taken(const pipeglass::filter::Filter &filter); ///< another valid expression
    void problemChanged(const QString &sentence); ///< empty: none

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void parse();
    void settle();
    void showProblem();
    void underline();
    void offerWords(bool always);
    void complete(const QString &word);
    [[nodiscard]] bool isOffering() const;

    QCompleter *m_completer;
    QStringListModel *m_words;
    QTimer m_pause; ///< until what was typed counts
    QString m_takenText;
    filter::Filter m_filter;
    std::optional<filter::Filter> m_parsed; ///< of the current text
    std::optional<filter::Problem> m_problem; ///< likewise
};

} // namespace pipeglass::ui
