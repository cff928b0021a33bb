// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/viewsettings.h"
#include "decoding/schema/messagetypes.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace pipeglass::ui {

class MessageBar;

/// Asks where the types of a conversation's messages of protobuf are: a descriptor set, and a type for each side.
/// Deletes itself when closed; show it with open().
class TypesDialog : public QDialog {
    Q_OBJECT

public:
    explicit TypesDialog(const ViewSettings::TypesChoice &choice, QWidget *parent = nullptr);

    /// Reads a descriptor set; other types are chosen then if it has not the same.
    void openFile(const QString &path);

    void accept() override;

Q_SIGNALS:
    /// `types` is null if `choice` has no file.
    void
    chosen(const pipeglass::ui::ViewSettings::TypesChoice &choice, const pipeglass::decoding::MessageTypesPtr &types);

private:
    void askToOpen();
    void showFile(const QByteArray &path, const Result<decoding::SchemaPtr> &schema);
    void removeTypes();
    void adapt();
    void fill(QComboBox &box, const QByteArray &type);

    ViewSettings::TypesChoice m_choice;
    decoding::SchemaPtr m_schema; ///< of the file; null: not read
    QLabel *m_file;
    PerSide<QComboBox *> m_types;
    MessageBar *m_bar;
    QPushButton *m_ok = nullptr;
    QPushButton *m_remove = nullptr;
    quint64 m_job = 0; ///< results of older ones are dropped
};

} // namespace pipeglass::ui
