// SPDX-License-Identifier: MIT
#pragma once

#include "app/catalogservice.h"
#include "framing/framingregistry.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace pipeglass::ui {

class HexView;

/// What waits unread on a pipe: the directions of its connections, and the bytes of the chosen one as messages and in
/// hex. Looks when it is made and when it is told to. Deletes itself when it is closed; show it with open() or show().
class PeekDialog : public QDialog {
    Q_OBJECT

public:
    enum Column { Client, Server, For, Waiting, ColumnCount };

    /// `service` outlives it.
    PeekDialog(
        CatalogService &service, const framing::FramingRegistry &framings, catalog::PipeEntryPtr pipe,
        QWidget *parent = nullptr);

    void refresh();
    /// The row may have changed. Ignored where it is another pipe's.
    void follow(const catalog::PipeEntryPtr &entry);

private:
    void setUpViews();
    QLayout *makeButtons();
    void take(const Unread &unread);
    void fillDirections();
    void showCurrent();
    [[nodiscard]] const peek::Direction *current() const;
    void copyText() const;

    CatalogService &m_service;
    const framing::FramingRegistry &m_framings;
    catalog::PipeEntryPtr m_pipe;
    framing::FramingPtr m_framing; ///< of the known endpoint; null: a guess
    std::vector<peek::Direction> m_shown;
    QLabel *m_sentence;
    QTreeWidget *m_directions;
    QLabel *m_facts;
    QPlainTextEdit *m_text;
    HexView *m_hex;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_copyText = nullptr;
    QPushButton *m_copyHex = nullptr;
};

} // namespace pipeglass::ui
