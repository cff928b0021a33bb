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

/// The unread bytes of a pipe: a list of directions, and the bytes of the selected one as messages and hex. Reads when
/// created and on request. Deletes itself when closed; show it with open() or show().
class PeekDialog : public QDialog {
    Q_OBJECT

public:
    enum Column { Client, Server, For, Waiting, ColumnCount };

    /// `service` must outlive it.
    PeekDialog(
        CatalogService &service, const framing::FramingRegistry &framings, catalog::PipeEntryPtr pipe,
        QWidget *parent = nullptr);

    void refresh();
    /// The row may have changed. Ignored for another pipe.
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
    framing::FramingPtr m_framing; ///< of the recognized endpoint; null: guessed
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
