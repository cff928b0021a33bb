// SPDX-License-Identifier: MIT
#include "conversation/typesdialog.h"

#include "core/bytetext.h"
#include "models/pooljob.h"
#include "widgets/messagebar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pipeglass::ui {

TypesDialog::TypesDialog(const ViewSettings::TypesChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_choice(choice)
    , m_file(new QLabel(this))
    , m_types{ new QComboBox(this), new QComboBox(this) }
    , m_bar(new MessageBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Protobuf types"));
    m_file->setObjectName(QStringLiteral("typesFile"));
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_types.client->setObjectName(QStringLiteral("clientType"));
    m_types.server->setObjectName(QStringLiteral("serverType"));
    auto *openButton = new QPushButton(tr("&Open…"), this);
    openButton->setAutoDefault(false);
    connect(openButton, &QPushButton::clicked, this, &TypesDialog::askToOpen);
    auto *row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(openButton);
    auto *form = new QFormLayout;
    form->addRow(tr("Descriptor set:"), row);
    form->addRow(tr("From the &client:"), m_types.client);
    form->addRow(tr("From the &server:"), m_types.server);
    auto *help = new QLabel(
        tr("A descriptor set is made of .proto files by:\n%1")
            .arg(QStringLiteral("protoc --include_imports --descriptor_set_out=FILE types.proto")),
        this);
    help->setTextFormat(Qt::PlainText);
    help->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    help->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_remove = buttons->addButton(tr("&Without types"), QDialogButtonBox::ResetRole);
    m_remove->setObjectName(QStringLiteral("withoutTypes"));
    m_ok = buttons->button(QDialogButtonBox::Ok);
    for (QAbstractButton *one : buttons->buttons())
        one->setIcon({});
    connect(buttons, &QDialogButtonBox::accepted, this, &TypesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &TypesDialog::removeTypes);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_bar);
    column->addLayout(form);
    column->addWidget(help);
    column->addStretch();
    column->addWidget(buttons);
    resize(520, sizeHint().height());
    adapt();
    if (!m_choice.file.isEmpty())
        openFile(QFile::decodeName(m_choice.file));
    else
        openButton->setFocus();
}

void TypesDialog::askToOpen()
{
    const QString directory = QFileInfo(QFile::decodeName(m_choice.file)).path();
    auto *dialog = new QFileDialog(this, tr("Open a descriptor set"), m_choice.file.isEmpty() ? QString() : directory);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    connect(dialog, &QFileDialog::fileSelected, this, &TypesDialog::openFile);
    dialog->open();
}

void TypesDialog::openFile(const QString &path)
{
    const QByteArray file = QFile::encodeName(path);
    models::runInPool(
        this, [file] { return decoding::readSchemaFile(file); },
        [this, file, job = ++m_job](const Result<decoding::SchemaPtr> &schema) {
            if (job == m_job)
                showFile(file, schema);
        });
}

void TypesDialog::showFile(const QByteArray &path, const Result<decoding::SchemaPtr> &schema)
{
    if (!schema) {
        m_bar->showError(schema.error());
        return;
    }
    m_bar->dismiss();
    m_choice.file = path;
    m_schema = *schema;
    for (const Side side : { Side::Client, Side::Server })
        fill(*m_types[side], m_choice.types[side]);
    adapt();
    m_types.client->setFocus();
}

void TypesDialog::fill(QComboBox &box, const QByteArray &type)
{
    box.clear();
    box.addItem(tr("The type that fits best"), QByteArray());
    for (const decoding::MessageType *one : m_schema->types())
        box.addItem(QString::fromLatin1(one->name), one->name);
    box.setCurrentIndex(qMax(0, box.findData(type)));
}

void TypesDialog::adapt()
{
    m_file->setText(m_choice.file.isEmpty() ? tr("none") : escapedText(m_choice.file));
    m_types.client->setEnabled(m_schema != nullptr);
    m_types.server->setEnabled(m_schema != nullptr);
    m_ok->setEnabled(m_schema != nullptr);
    m_remove->setEnabled(!m_choice.file.isEmpty());
}

void TypesDialog::removeTypes()
{
    Q_EMIT chosen({}, {});
    QDialog::accept();
}

void TypesDialog::accept()
{
    if (m_schema == nullptr)
        return;
    for (const Side side : { Side::Client, Side::Server })
        m_choice.types[side] = m_types[side]->currentData().toByteArray();
    const auto types = decoding::chooseTypes(m_schema, m_choice.types);
    if (!types) {
        m_bar->showError(types.error());
        return;
    }
    Q_EMIT chosen(m_choice, *types);
    QDialog::accept();
}

} // namespace pipeglass::ui
