// SPDX-License-Identifier: MIT
#pragma once

#include "framings/framingguesses.h"

#include <QToolButton>

class QMenu;

namespace pipeglass::ui {

/// Shows with which framing a conversation is cut, and whether it was guessed. Its menu offers the framings that fit,
/// with the reasons, all others, one for each direction, and the editor of formats.
class FramingButton : public QToolButton {
    Q_OBJECT

public:
    using Framings = PerSide<framing::FramingPtr>;

    explicit FramingButton(QWidget *parent = nullptr);

    /// Call once, first. `framings` must outlive this. `ours`: who sends with the framing of that side.
    void start(const framing::FramingRegistry &framings, capture::MessageListPtr recording, std::optional<Side> ours);
    /// What is in use; `guessed`: ids of framings that were guessed, where that is left to the program.
    void setInUse(const Framings &framings, const PerSide<QByteArray> &guessed);
    [[nodiscard]] const Framings &inUse() const { return m_inUse; }
    /// For both sides, or as a pair.
    [[nodiscard]] bool isInUse(const framing::Framing &framing) const;
    void messagesAdded() { m_guesses->update(); }
    [[nodiscard]] FramingGuesses *guesses() const { return m_guesses; }

Q_SIGNALS:
    void chosen(const pipeglass::ui::FramingButton::Framings &framings);
    void formatRequested(); ///< the editor of formats

private:
    void adapt();
    void fillMenu();
    void addGuesses();
    void addAll();
    void add(QMenu &menu, const framing::FramingPtr &framing, const QString &remark);
    void guessAutomatically();
    void chooseForEach();
    [[nodiscard]] bool isGuessing() const;
    [[nodiscard]] QString titleOf(Side from) const;
    [[nodiscard]] QString reason() const;

    const framing::FramingRegistry *m_framings = nullptr;
    FramingGuesses *m_guesses = nullptr;
    QMenu *m_menu;
    QMenu *m_all;
    std::optional<Side> m_ours;
    Framings m_inUse;
    PerSide<QByteArray> m_guessed;
};

} // namespace pipeglass::ui
