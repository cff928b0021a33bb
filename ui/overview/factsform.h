// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipehistory.h"
#include "catalog/processes/anonymouspipes.h"
#include "framing/framingregistry.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace pipeglass::ui {

/// The properties of a pipe, one per row. Rows that do not apply are hidden.
class FactsForm : public QWidget {
    Q_OBJECT

public:
    explicit FactsForm(QWidget *parent = nullptr);

    void setEntry(const catalog::PipeEntry &entry, const framing::FramingRegistry &framings);
    void setHistory(const std::optional<catalog::PipeHistory::Record> &past);
    void setAnonymousPipes(const std::vector<catalog::AnonymousPipe> &pipes);

private:
    QLabel *addFact(const QString &title, const char *name);
    void say(QLabel *value, const QString &text);
    void setFileFacts(const catalog::PipeEntry &entry);

    QFormLayout *m_rows;
    QLabel *m_server;
    QLabel *m_clients;
    QLabel *m_protocol;
    QLabel *m_namespace;
    QLabel *m_owner;
    QLabel *m_mode;
    QLabel *m_type;
    QLabel *m_modified;
    QLabel *m_changed;
    QLabel *m_file;
    QLabel *m_history;
    QLabel *m_anonymous;
};

} // namespace pipeglass::ui
