// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

#include <optional>

namespace pipeglass::ui {

/// Lines and columns begin with 1; columns are characters.
struct TextPlace {
    int line = 1;
    int column = 1;
};

/// A text with line numbers and a mark at an error.
class SourceEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit SourceEditor(QWidget *parent = nullptr);

    /// nullopt: no error.
    void markError(const std::optional<TextPlace> &at);
    void goToError();
    void paintNumbers(QPaintEvent *event); ///< for the widget with the numbers
    [[nodiscard]] int numbersWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QTextCursor cursorAt(const TextPlace &at) const;
    void adaptMargin();

    QWidget *m_numbers;
    std::optional<TextPlace> m_error;
};

} // namespace pipeglass::ui
