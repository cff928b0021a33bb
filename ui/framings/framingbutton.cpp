// SPDX-License-Identifier: MIT
#include "framings/framingbutton.h"

#include "framings/directionsdialog.h"
#include "widgets/plaintooltip.h"

#include <QMenu>

namespace pipeglass::ui {

namespace {

/// As the text of an action: "&" would mark a mnemonic, and a tab separates the right column.
QString actionText(QString text)
{
    return text.replace(u'&', QLatin1String("&&")).replace(u'\t', u' ').replace(u'\n', u' ');
}

constexpr size_t mostGuesses = 5;

} // namespace

FramingButton::FramingButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
    , m_all(new QMenu(tr("&All framings"), m_menu))
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    m_all->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &FramingButton::fillMenu);
}

void FramingButton::start(
    const framing::FramingRegistry &framings, capture::MessageListPtr recording, std::optional<Side> ours)
{
    m_framings = &framings;
    m_ours = ours;
    m_inUse = { framings.defaultFraming(), framings.defaultFraming() };
    m_guesses = new FramingGuesses(framings, std::move(recording), this);
    connect(m_guesses, &FramingGuesses::changed, this, [this] {
        adapt();
        if (m_menu->isVisible())
            fillMenu();
    });
    fillMenu();
    adapt();
}

void FramingButton::setInUse(const Framings &framings, const PerSide<QByteArray> &guessed)
{
    if (m_inUse == framings && m_guessed == guessed)
        return;
    m_inUse = framings;
    m_guessed = guessed;
    adapt();
}

bool FramingButton::isGuessing() const { return m_inUse.client->id() == "auto" || m_inUse.server->id() == "auto"; }

QString FramingButton::titleOf(Side from) const
{
    const framing::FramingPtr &framing = m_inUse[from];
    if (framing->id() != "auto")
        return framing->title();
    framing::FramingPtr guessed = m_framings->find(m_guessed[from]);
    if (guessed == nullptr && !m_guesses->of(from).empty())
        guessed = m_guesses->of(from).front().framing;
    return guessed != nullptr ? guessed->title() : framing->title();
}

/// Why a guessed framing was taken, or another one may be better.
QString FramingButton::reason() const
{
    if (!isGuessing()) {
        const framing::Guess *likely = m_guesses->likely();
        if (likely == nullptr || isInUse(*likely->framing))
            return {};
        return tr("By the bytes seen so far, %1 is more likely: %2").arg(likely->framing->title(), likely->reason);
    }
    QString text;
    for (const Side side : { Side::Client, Side::Server }) {
        if (m_inUse[side]->id() != "auto" || m_guesses->of(side).empty())
            continue;
        const framing::Guess &best = m_guesses->of(side).front();
        const QString pattern = side == Side::Client ? tr("Guessed for the client: %1 (%2)") //
                                                     : tr("Guessed for the server: %1 (%2)");
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + pattern.arg(best.framing->title(), best.reason);
    }
    return text;
}

void FramingButton::adapt()
{
    const QString client = titleOf(Side::Client);
    const QString server = titleOf(Side::Server);
    QString title = client == server ? client : tr("%1 / %2", "framings of client and server").arg(client, server);
    if (isGuessing())
        title = tr("%1 (guessed)").arg(title);
    setText(actionText(title));
    setAccessibleName(tr("Framing: %1").arg(title));
    QString tip = m_inUse.client == m_inUse.server
        ? m_inUse.client->description()
        : tr("From the client: %1\nFrom the server: %2")
              .arg(m_inUse.client->description(), m_inUse.server->description());
    if (const QString why = reason(); !why.isEmpty())
        tip += QLatin1String("\n\n") + why;
    setPlainToolTip(*this, tip);
}

bool FramingButton::isInUse(const framing::Framing &framing) const
{
    const auto same = [&](Side side) { return m_inUse[side]->id() == framing.id(); };
    return (same(Side::Client) && same(Side::Server))
        || framing.id() == m_inUse.client->id() + '/' + m_inUse.server->id();
}

void FramingButton::add(QMenu &menu, const framing::FramingPtr &framing, const QString &remark)
{
    QString text = actionText(framing->title());
    if (!remark.isEmpty())
        text += u'\t' + actionText(remark);
    QAction *action = menu.addAction(text);
    action->setData(framing->id());
    action->setCheckable(true);
    action->setChecked(isInUse(*framing));
    action->setToolTip(text::toolTip(framing->description()));
    connect(action, &QAction::triggered, this, [this, framing] { Q_EMIT chosen(m_framings->sidesOf(framing)); });
}

void FramingButton::addGuesses()
{
    const std::vector<framing::Guess> &guesses = m_guesses->both();
    QAction *head = m_menu->addAction(
        guesses.empty() ? tr("No bytes yet to guess the framing from") : tr("Fits the bytes seen so far:"));
    head->setEnabled(false);
    for (size_t at = 0; at < std::min(guesses.size(), mostGuesses); ++at)
        add(*m_menu, guesses[at].framing, guesses[at].reason);
}

void FramingButton::addAll()
{
    m_all->clear();
    bool isListed = false;
    for (const framing::FramingPtr &one : m_framings->all()) {
        add(*m_all, one, {});
        isListed = isListed || isInUse(*one);
    }
    // A format that was edited, for one
    if (!isListed && !isGuessing() && m_inUse.client == m_inUse.server)
        add(*m_all, m_inUse.client, {});
}

void FramingButton::fillMenu()
{
    m_menu->clear();
    addGuesses();
    m_menu->addSeparator();
    QAction *guess = m_menu->addAction(tr("&Guess automatically"), this, &FramingButton::guessAutomatically);
    guess->setCheckable(true);
    guess->setChecked(isGuessing());
    guess->setToolTip(tr("Each direction of each connection, from its first bytes"));
    addAll();
    m_menu->addMenu(m_all);
    m_menu->addAction(tr("&Each direction…"), this, &FramingButton::chooseForEach);
    m_menu->addSeparator();
    m_menu->addAction(tr("Edit a &format…"), this, &FramingButton::formatRequested);
}

/// What we send needs a framing that can encode.
void FramingButton::guessAutomatically()
{
    const framing::FramingPtr guess = m_framings->guessing();
    Framings framings{ guess, guess };
    if (m_ours)
        framings[*m_ours] = m_inUse[*m_ours];
    Q_EMIT chosen(framings);
}

void FramingButton::chooseForEach()
{
    auto *dialog = new DirectionsDialog(*m_framings, *m_guesses, m_inUse, m_ours, window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT chosen(dialog->framings()); });
    dialog->open();
}

} // namespace pipeglass::ui
