// SPDX-License-Identifier: MIT
#pragma once

#include "engine/shaping/relayrules.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace pipeglass::ui {

/// Controls of how a tap passes bytes on: pause a direction, hold messages, slow down, cut.
class RelayBar : public QWidget {
    Q_OBJECT

public:
    /// Shows `rules`, and keeps what it has no control for.
    explicit RelayBar(QWidget *parent = nullptr);

    void setRules(const engine::RelayRules &rules);
    [[nodiscard]] engine::RelayRules rules() const;

Q_SIGNALS:
    void rulesChanged(const pipeglass::engine::RelayRules &rules);
    void cutRequested();
    void errorOccurred(const QString &sentence); ///< the filter is not valid; the last one stays in use

private:
    [[nodiscard]] QCheckBox *makeCheckBox(const QString &name, const QString &text, const QString &tip);
    [[nodiscard]] QWidget *makeHoldRow();
    [[nodiscard]] QWidget *makeSlowRow();
    [[nodiscard]] QSpinBox *makeSpinBox(const QString &name, const QString &title, int most, const QString &unit);
    void changed();
    void takeFilter();

    engine::RelayRules m_rules; ///< as last told
    engine::HoldRule m_filter; ///< the last valid one
    PerSide<QCheckBox *> m_pause;
    QCheckBox *m_hold = nullptr;
    QCheckBox *m_slow = nullptr;
    QWidget *m_holdRow = nullptr;
    QComboBox *m_holdFrom = nullptr;
    QLineEdit *m_holdText = nullptr;
    QCheckBox *m_othersPass = nullptr;
    QWidget *m_slowRow = nullptr;
    QSpinBox *m_rate = nullptr;
    QSpinBox *m_delay = nullptr;
    QSpinBox *m_jitter = nullptr;
};

} // namespace pipeglass::ui
