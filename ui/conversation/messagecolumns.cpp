// SPDX-License-Identifier: MIT
#include "conversation/messagecolumns.h"

#include "conversation/conversationtable.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "widgets/characterwidth.h"

#include <QActionGroup>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QInputDialog>
#include <QMenu>

namespace pipeglass::ui {

using models::ConversationModel;

namespace {

constexpr quint32 columnsVersion = 1;
constexpr int savePauseMs = 500;

ConversationModel::TimeFormat formatOf(Settings::Times times)
{
    using Format = ConversationModel::TimeFormat;
    switch (times) {
    case Settings::Times::Utc:
        return Format::Utc;
    case Settings::Times::SinceFirst:
        return Format::SinceFirst;
    case Settings::Times::Local:
        break;
    }
    return Format::Local;
}

} // namespace

MessageColumns::MessageColumns(
    ConversationTable *table, ConversationModel *model, const decoding::DecoderRegistryPtr &decoders,
    ViewSettings *settings)
    : QObject(table)
    , m_table(table)
    , m_model(model)
    , m_decoders(decoders)
    , m_settings(settings)
{
    QHeaderView *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &MessageColumns::openMenu);
    restore(m_settings->columns());
    connect(
        settings, &ViewSettings::timesChanged, this, [this] { m_model->setTimeFormat(formatOf(m_settings->times())); });
    m_saving.setSingleShot(true);
    m_saving.setInterval(savePauseMs);
    connect(&m_saving, &QTimer::timeout, this, &MessageColumns::save);
    connect(header, &QHeaderView::sectionMoved, &m_saving, qOverload<>(&QTimer::start));
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (column != m_table->horizontalHeader()->logicalIndex(m_table->horizontalHeader()->count() - 1))
            m_saving.start(); // the last one has the remaining width
    });
}

MessageColumns::~MessageColumns()
{
    if (m_saving.isActive())
        save();
}

QStringList MessageColumns::paths() const
{
    QStringList texts;
    for (const conversation::ValuePath &path : m_model->valueColumns())
        texts += path.text();
    return texts;
}

void MessageColumns::reset()
{
    m_model->setTimeFormat(formatOf(m_settings->times()));
    setValueColumns({});
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < ConversationModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false);
    }
    m_table->setDefaultWidths();
    for (const int column : { ConversationModel::Connection, ConversationModel::Latency })
        setShown(column, false);
    m_saving.stop();
}

void MessageColumns::setShown(int column, bool shown)
{
    m_table->setColumnHidden(column, !shown);
    if (column == ConversationModel::Latency)
        m_model->setLatencyWanted(shown);
    m_saving.start();
}

void MessageColumns::setValueColumns(const QStringList &paths)
{
    std::vector<conversation::ValuePath> parsed;
    for (const QString &text : paths) {
        if (auto path = conversation::ValuePath::parse(text))
            parsed.push_back(std::move(*path));
    }
    m_model->setValueColumns(std::move(parsed), m_decoders);
    const int unit = characterWidth(m_table->fontMetrics());
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = ConversationModel::ColumnCount; column < m_model->columnCount(); ++column) {
        header->setSectionHidden(column, false);
        header->moveSection(header->visualIndex(column), header->visualIndex(ConversationModel::Preview));
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const int needed = m_table->fontMetrics().horizontalAdvance(title) + 4 * unit;
        header->resizeSection(column, qBound(unit * 14, needed, unit * 40));
    }
}

bool MessageColumns::addValueColumn(const QString &path)
{
    if (!conversation::ValuePath::parse(path))
        return false;
    const QStringList all = paths();
    if (!all.contains(path.trimmed()))
        setValueColumns(all + QStringList{ path.trimmed() });
    m_saving.start();
    return true;
}

void MessageColumns::removeValueColumn(const QString &path)
{
    QStringList all = paths();
    all.removeAll(path);
    setValueColumns(all);
    m_saving.start();
}

void MessageColumns::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu);
    menu->popup(m_table->horizontalHeader()->viewport()->mapToGlobal(position));
}

void MessageColumns::fillMenu(QMenu *menu)
{
    for (int column = 0; column < ConversationModel::Preview; ++column) {
        QAction *toggle = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        toggle->setCheckable(true);
        toggle->setChecked(!m_table->isColumnHidden(column));
        connect(toggle, &QAction::triggered, this, [this, column](bool shown) { setShown(column, shown); });
    }
    menu->addSeparator();
    addTimeFormats(menu->addMenu(tr("&Time as")));
    menu->addAction(tr("&Add column…"), this, &MessageColumns::askForPath);
    if (!m_model->valueColumns().empty()) {
        QMenu *remove = menu->addMenu(tr("&Remove column"));
        const QStringList all = paths();
        for (const QString &path : all)
            remove->addAction(
                QString(path).replace(u'&', QLatin1String("&&")), this, [this, path] { removeValueColumn(path); });
    }
    menu->addAction(tr("&Default columns"), this, [this] {
        reset();
        save();
    });
}

void MessageColumns::addTimeFormats(QMenu *menu)
{
    using Times = Settings::Times;
    const std::pair<Times, QString> formats[] = { { Times::Local, tr("&Local time") },
                                                  { Times::Utc, tr("&UTC") },
                                                  { Times::SinceFirst, tr("&Seconds since the first message") } };
    auto *group = new QActionGroup(menu);
    for (const auto &[times, title] : formats) {
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(m_settings->times() == times);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = times] { m_settings->setTimes(chosen); });
    }
}

void MessageColumns::askForPath()
{
    auto *dialog = new QInputDialog(m_table);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a column"));
    dialog->setLabelText(tr("Value of the decoded message, such as method, params[0].name or json.error.code:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &MessageColumns::addValueColumn);
    dialog->open();
}

void MessageColumns::restore(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    qint32 columns = 0;
    qint32 format = 0;
    QStringList values;
    QByteArray header;
    stream >> version >> columns;
    reset();
    if (version != columnsVersion || columns != ConversationModel::ColumnCount)
        return;
    stream >> format >> values >> header;
    if (stream.status() != QDataStream::Ok || format < 0 || format > 2)
        return;
    setValueColumns(values);
    if (m_table->horizontalHeader()->restoreState(header))
        m_table->horizontalHeader()->setStretchLastSection(true);
    m_model->setLatencyWanted(!m_table->isColumnHidden(ConversationModel::Latency));
    m_saving.stop();
}

void MessageColumns::save()
{
    m_saving.stop();
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << columnsVersion << qint32{ ConversationModel::ColumnCount } << static_cast<qint32>(m_model->timeFormat())
           << paths() << m_table->horizontalHeader()->saveState();
    m_settings->setColumns(state);
}

} // namespace pipeglass::ui
