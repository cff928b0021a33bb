// SPDX-License-Identifier: MIT
#include "mainwindow/favouriteactions.h"

#include "compose/composebar.h"
#include "conversation/conversationpanel.h"
#include "engine/engine.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <QComboBox>
#include <QInputDialog>
#include <QMenu>

namespace pipeglass::ui {

namespace {

QComboBox *modeOf(const ComposeBar &compose) { return compose.findChild<QComboBox *>(QStringLiteral("modeBox")); }

/// A text of a menu in which "&" marks no mnemonic.
QString favouriteTitle(const QString &name) { return QString(name).replace(u'&', QLatin1String("&&")); }

} // namespace

FavouriteActions::FavouriteActions(
    Ui::MainWindow &ui, Settings &settings, engine::Engine &engine, const framing::FramingRegistry &framings,
    QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_settings(settings)
    , m_engine(engine)
    , m_framings(framings)
    , m_window(window)
{
    m_ui.menuFavourites->setToolTipsVisible(true);
    connect(m_ui.menuFavourites, &QMenu::aboutToShow, this, &FavouriteActions::fill);
    fill();
}

void FavouriteActions::fill()
{
    const ComposeBar *field = compose();
    const QString noField = field != nullptr ? QString() : tr("No conversation with a message field is open");
    QMenu *menu = m_ui.menuFavourites;
    menu->clear();
    const QList<Settings::Favourite> favourites = m_settings.favourites();
    for (const Settings::Favourite &one : favourites) {
        QAction *action = menu->addAction(favouriteTitle(one.name), this, [this, one] { use(one); });
        setUsable(*action, noField, one.text.left(200));
    }
    menu->addSeparator();
    QAction *adding = menu->addAction(tr("&Add the message in the field…"), this, &FavouriteActions::add);
    const bool hasText = field != nullptr && !field->text().isEmpty();
    setUsable(
        *adding, hasText || field == nullptr ? noField : tr("Write a message first"),
        tr("Save the message with a name, to be sent again"));
    if (favourites.empty())
        return;
    QMenu *removing = menu->addMenu(tr("&Remove"));
    for (const Settings::Favourite &one : favourites) {
        removing->addAction(favouriteTitle(one.name), this, [this, name = one.name] {
            m_settings.removeFavourite(name);
            // Not now: the menu still works on its actions.
            QMetaObject::invokeMethod(this, &FavouriteActions::fill, Qt::QueuedConnection);
        });
    }
}

ComposeBar *FavouriteActions::compose() const
{
    const ConversationPanel *panel = m_ui.tabs->current();
    auto *field = panel == nullptr ? nullptr : panel->findChild<ComposeBar *>();
    return field != nullptr && field->isVisibleTo(panel) ? field : nullptr;
}

void FavouriteActions::use(const Settings::Favourite &favourite)
{
    ComposeBar *field = compose();
    if (field == nullptr)
        return;
    const engine::SessionInfo &session = m_ui.tabs->current()->session();
    if (const framing::FramingPtr framing = m_framings.find(favourite.framing)) {
        for (const Side side : { Side::Client, Side::Server }) {
            if (session.framing[side]->id() != framing->id())
                m_engine.setFraming(session.id, side, framing);
        }
    }
    modeOf(*field)->setCurrentIndex(favourite.isHex ? ComposeBar::HexMode : ComposeBar::TextMode);
    field->setText(favourite.text);
    m_ui.tabs->current()->focusCompose();
}

void FavouriteActions::add()
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a favourite message"));
    dialog->setLabelText(tr("Name of the message; one with the same name is replaced:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &FavouriteActions::save);
    dialog->open();
}

void FavouriteActions::save(const QString &name)
{
    const ComposeBar *field = compose();
    if (field == nullptr || name.trimmed().isEmpty())
        return;
    m_settings.saveFavourite({ name.trimmed(), field->text(), modeOf(*field)->currentIndex() == ComposeBar::HexMode,
                               m_ui.tabs->current()->session().framing[Side::Client]->id() });
    fill();
}

} // namespace pipeglass::ui
