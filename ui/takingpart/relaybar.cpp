// SPDX-License-Identifier: MIT
#include "takingpart/relaybar.h"

#include "widgets/characterwidth.h"
#include "widgets/plaintooltip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <limits>

namespace pipeglass::ui {

using engine::DirectionRules;
using engine::RelayRules;

namespace {

enum HoldFrom { HoldBoth, HoldClients, HoldServer };

QHBoxLayout *emptyRow(QWidget *parent)
{
    auto *row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    return row;
}

} // namespace

RelayBar::RelayBar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *buttons = emptyRow(nullptr);
    buttons->setSpacing(12);
    m_pause.client = makeCheckBox(
        QStringLiteral("pauseClients"), tr("Pause clients"), tr("Pass nothing on that clients send, until unchecked"));
    m_pause.server = makeCheckBox(
        QStringLiteral("pauseServer"), tr("Pause server"),
        tr("Pass nothing on that the server sends, until unchecked"));
    m_hold = makeCheckBox(
        QStringLiteral("hold"), tr("Hold messages"),
        tr("Hold messages, to edit, drop or send them on one by one; when unchecked, all are sent on"));
    m_slow = makeCheckBox(QStringLiteral("slow"), tr("Slow down"), tr("Limit the speed of all connections"));
    for (QCheckBox *box : { m_pause.client, m_pause.server, m_hold, m_slow })
        buttons->addWidget(box);
    auto *cut = new QToolButton(this);
    cut->setObjectName(QStringLiteral("cut"));
    cut->setText(tr("Cut …"));
    setPlainToolTip(*cut, tr("End the connection that is selected in the list of clients, or all"));
    buttons->addWidget(cut);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_holdRow = makeHoldRow());
    column->addWidget(m_slowRow = makeSlowRow());
    connect(cut, &QToolButton::clicked, this, &RelayBar::cutRequested);
    setRules({});
}

QCheckBox *RelayBar::makeCheckBox(const QString &name, const QString &text, const QString &tip)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    setPlainToolTip(*box, tip);
    connect(box, &QCheckBox::toggled, this, &RelayBar::changed);
    return box;
}

QWidget *RelayBar::makeHoldRow()
{
    auto *row = new QWidget(this);
    auto *layout = emptyRow(row);
    m_holdFrom = new QComboBox(row);
    m_holdFrom->setObjectName(QStringLiteral("holdFrom"));
    m_holdFrom->addItems({ tr("Both sides"), tr("Clients"), tr("Server") });
    m_holdFrom->setAccessibleDescription(tr("Whose messages are held"));
    m_holdText = new QLineEdit(row);
    m_holdText->setObjectName(QStringLiteral("holdText"));
    m_holdText->setPlaceholderText(tr("Filter, such as text contains \"x\"; empty: all"));
    m_holdText->setAccessibleName(tr("Filter of the messages to hold"));
    m_holdText->setMinimumWidth(100);
    m_othersPass = makeCheckBox(
        QStringLiteral("othersPass"), tr("Let later messages pass"),
        tr("Otherwise later messages of that side wait behind a held one"));
    layout->addWidget(m_holdFrom);
    layout->addWidget(m_holdText, 1);
    layout->addWidget(m_othersPass);
    connect(m_holdFrom, &QComboBox::currentIndexChanged, this, &RelayBar::changed);
    connect(m_holdText, &QLineEdit::editingFinished, this, &RelayBar::takeFilter);
    return row;
}

QWidget *RelayBar::makeSlowRow()
{
    auto *row = new QWidget(this);
    auto *layout = emptyRow(row);
    m_rate = makeSpinBox(QStringLiteral("rate"), tr("Bytes a second:"), std::numeric_limits<int>::max(), {});
    m_rate->setSpecialValueText(tr("no limit"));
    constexpr int longestDelayMs = 600'000;
    m_delay = makeSpinBox(QStringLiteral("delay"), tr("Delay:"), longestDelayMs, tr(" ms"));
    m_jitter = makeSpinBox(QStringLiteral("jitter"), tr("Jitter:"), longestDelayMs, tr(" ms"));
    for (QSpinBox *box : { m_rate, m_delay, m_jitter }) {
        auto *label = new QLabel(box->accessibleName(), row);
        label->setBuddy(box);
        layout->addWidget(label);
        layout->addWidget(box);
    }
    layout->addStretch();
    return row;
}

QSpinBox *RelayBar::makeSpinBox(const QString &name, const QString &title, int most, const QString &unit)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setAccessibleName(title);
    box->setRange(0, most);
    box->setSuffix(unit);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setKeyboardTracking(false); // a number that is half typed is none
    box->setMaximumWidth(characterWidth(fontMetrics()) * 18);
    connect(box, &QSpinBox::valueChanged, this, &RelayBar::changed);
    return box;
}

void RelayBar::setRules(const RelayRules &rules)
{
    const QSignalBlocker blocker(this);
    m_rules = rules;
    const DirectionRules &client = rules.from.client;
    const DirectionRules &server = rules.from.server;
    const DirectionRules &held = client.hold ? client : server;
    if (held.hold) {
        m_holdFrom->setCurrentIndex(client.hold && server.hold ? HoldBoth : (client.hold ? HoldClients : HoldServer));
        m_holdText->setText(held.hold->text);
        m_filter = *held.hold;
        m_othersPass->setChecked(!held.hold->keepsOrder);
    }
    m_rate->setValue(static_cast<int>(qMin<qint64>(client.bytesPerSecond, m_rate->maximum())));
    m_delay->setValue(client.delayMs);
    m_jitter->setValue(client.jitterMs);
    m_pause.client->setChecked(client.paused);
    m_pause.server->setChecked(server.paused);
    m_hold->setChecked(held.hold.has_value());
    m_slow->setChecked(client.bytesPerSecond > 0 || client.delayMs > 0 || client.jitterMs > 0);
    changed();
}

RelayRules RelayBar::rules() const
{
    RelayRules rules = m_rules;
    for (const Side side : { Side::Client, Side::Server }) {
        DirectionRules &one = rules.from[side];
        one = {};
        one.paused = m_pause[side]->isChecked();
        const int holdOnly = side == Side::Client ? HoldClients : HoldServer;
        if (m_hold->isChecked() && (m_holdFrom->currentIndex() == HoldBoth || m_holdFrom->currentIndex() == holdOnly))
            one.hold = engine::HoldRule{ m_filter.text, m_filter.filter, !m_othersPass->isChecked() };
        if (m_slow->isChecked()) {
            one.bytesPerSecond = m_rate->value();
            one.delayMs = m_delay->value();
            one.jitterMs = m_jitter->value();
        }
    }
    return rules;
}

void RelayBar::takeFilter()
{
    const QString text = m_holdText->text();
    const auto parsed = filter::Filter::parse(text);
    if (!parsed) {
        Q_EMIT errorOccurred(parsed.error().text);
        return;
    }
    m_filter.text = text;
    m_filter.filter = *parsed;
    changed();
}

void RelayBar::changed()
{
    m_holdRow->setVisible(m_hold->isChecked());
    m_slowRow->setVisible(m_slow->isChecked());
    const RelayRules now = rules();
    if (std::exchange(m_rules, now) != now)
        Q_EMIT rulesChanged(now);
}

} // namespace pipeglass::ui
