// SPDX-License-Identifier: MIT
#include "preferences/preferencesdialog.h"

#include "app/settings.h"
#include "core/bytetext.h"
#include "text/sizetext.h"
#include "widgets/elidedlabel.h"
#include "widgets/framingbox.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>
#include <QTabWidget>

namespace pipeglass::ui {

namespace {

/// A label for an explanation below a control.
QLabel *note(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Chooses one of the values, and calls `choose` with the one that the user takes.
template <typename Value, typename Choose>
QComboBox *choice(const QList<std::pair<QString, Value>> &values, const Value &now, Choose choose)
{
    auto *box = new QComboBox;
    int index = 0;
    for (const auto &[title, value] : values) {
        if (value == now)
            index = box->count();
        box->addItem(title);
    }
    box->setCurrentIndex(index);
    QObject::connect(box, &QComboBox::activated, box, [values, choose](int row) { choose(values[row].second); });
    return box;
}

/// The named row: the label is the control's name for a screen reader.
void addRow(QFormLayout &form, const QString &title, QComboBox *box, const char *name)
{
    box->setObjectName(QLatin1String(name));
    box->setAccessibleDescription(QString(title).remove(u'&').remove(u':'));
    form.addRow(title, box);
}

QCheckBox *addCheckBox(QFormLayout &form, const QString &title, bool isOn, const char *name)
{
    auto *box = new QCheckBox(title);
    box->setObjectName(QLatin1String(name));
    box->setChecked(isOn);
    form.addRow(box);
    return box;
}

/// A box that is always like the action.
void addCheckBox(QFormLayout &form, QAction *action)
{
    QCheckBox *box = addCheckBox(form, action->text(), action->isChecked(), "");
    box->setObjectName(action->objectName() + QLatin1String("Box"));
    box->setToolTip(action->toolTip());
    QObject::connect(box, &QCheckBox::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
}

} // namespace

PreferencesDialog::PreferencesDialog(
    Settings &settings, const framing::FramingRegistry &framings, const ListActions &list, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_pages(new QTabWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    m_pages->setAccessibleName(tr("Preferences"));
    m_pages->setDocumentMode(true);
    addGeneralPage();
    addListPage(list);
    addConversationsPage(framings);
    addRecordingsPage();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages);
    column->addWidget(buttons);
    resize(sizeHint().expandedTo(QSize(560, 360)));
}

void PreferencesDialog::showPage(Page page) { m_pages->setCurrentIndex(page); }

QFormLayout *PreferencesDialog::addPage(const QString &title)
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setVerticalSpacing(10);
    form->setContentsMargins(14, 14, 14, 14);
    m_pages->addTab(page, title);
    return form;
}

void PreferencesDialog::addGeneralPage()
{
    QFormLayout *form = addPage(tr("General"));
    const QList<std::pair<QString, QString>> themes{ { tr("As the desktop"), QStringLiteral("system") },
                                                     { tr("Light"), QStringLiteral("light") },
                                                     { tr("Dark"), QStringLiteral("dark") } };
    addRow(
        *form, tr("&Colours:"),
        choice(
            themes, m_settings.theme(),
            [this](const QString &theme) {
                m_settings.setTheme(theme);
                Q_EMIT themeChanged();
            }),
        "themeBox");
    // The names of languages are not translated.
    const QList<std::pair<QString, QString>> languages{ { tr("As the system"), QString() },
                                                        { QStringLiteral("English"), QStringLiteral("en") },
                                                        { QStringLiteral("한국어"), QStringLiteral("ko") } };
    addRow(
        *form, tr("&Language:"),
        choice(languages, m_settings.language(), [this](const QString &language) { m_settings.setLanguage(language); }),
        "languageBox");
    form->addRow({}, note(tr("Another language is used from the next start on.")));
    QCheckBox *animations = addCheckBox(
        *form, tr("&New and removed pipes glow for a second"), m_settings.animationsWanted(), "animationsBox");
    connect(animations, &QCheckBox::clicked, this, [this](bool wanted) {
        m_settings.setAnimationsWanted(wanted);
        Q_EMIT animationsChanged();
    });
    QCheckBox *hint = addCheckBox(
        *form, tr("Before &attaching, tell that the server may serve only one client"), m_settings.attachHintWanted(),
        "attachHintBox");
    connect(hint, &QCheckBox::clicked, this, [this](bool wanted) { m_settings.setAttachHintWanted(wanted); });
}

void PreferencesDialog::addListPage(const ListActions &list)
{
    QFormLayout *form = addPage(tr("List of pipes"));
    QList<std::pair<QString, QAction *>> scopes;
    QAction *now = nullptr;
    for (QAction *scope : list.scopes) {
        scopes.append({ scope->text().remove(u'&'), scope });
        now = scope->isChecked() ? scope : now;
    }
    QComboBox *box = choice(scopes, now, [](QAction *scope) { scope->trigger(); });
    for (int row = 0; row < box->count(); ++row) {
        QAction *scope = scopes[row].second;
        connect(scope, &QAction::toggled, box, [box, row](bool isOn) {
            if (isOn)
                box->setCurrentIndex(row);
        });
    }
    addRow(*form, tr("&Show:"), box, "scopeBox");
    for (QAction *action : list.switches)
        addCheckBox(*form, action);
    auto *directories = new QPushButton(list.directories->text());
    directories->setAutoDefault(false);
    directories->setEnabled(list.directories->isEnabled());
    connect(directories, &QPushButton::clicked, list.directories, &QAction::trigger);
    auto *words = note(list.directories->toolTip());
    form->addRow(directories, words);
    directories->setAccessibleDescription(words->text());
}

void PreferencesDialog::addConversationsPage(const framing::FramingRegistry &framings)
{
    QFormLayout *form = addPage(tr("Conversations"));
    using Times = Settings::Times;
    const QList<std::pair<QString, Times>> times{ { tr("Local time"), Times::Local },
                                                  { tr("UTC"), Times::Utc },
                                                  { tr("Seconds since the first message"), Times::SinceFirst } };
    addRow(
        *form, tr("&Times as:"),
        choice(
            times, m_settings.times(),
            [this](Times chosen) {
                m_settings.setTimes(chosen);
                Q_EMIT timesChanged();
            }),
        "timesBox");
    form->addRow({}, note(tr("The column Delta shows the time since the message before.")));
    auto *framing = new FramingBox;
    framing->setFramings(framings);
    framing->setFramingId(m_settings.framing());
    connect(framing, &QComboBox::activated, this, [this, framing] {
        m_settings.setFraming(framing->framing()->id());
        Q_EMIT framingChanged();
    });
    addRow(*form, tr("Usual &framing:"), framing, "framingBox");
    form->addRow({}, note(tr("Dialogs and the overview begin with this framing; each conversation can have another.")));
}

void PreferencesDialog::addRecordingsPage()
{
    QFormLayout *form = addPage(tr("Recordings"));
    form->addRow(note(tr("Each conversation is recorded while it lasts, and kept for a while if it is not saved.")));
    constexpr qint64 mebibyte = qint64{ 1 } << 20U;
    QList<std::pair<QString, qint64>> limits;
    for (const qint64 size : { 64, 256, 1024, 4096, 16384 })
        limits.append({ text::sizeText(size * mebibyte), size * mebibyte });
    addRow(
        *form, tr("&Limit of each:"),
        choice(
            limits, m_settings.recordingLimit(),
            [this](qint64 bytes) {
                m_settings.setRecordingLimit(bytes);
                Q_EMIT recordingsChanged();
            }),
        "limitBox");
    using engine::LimitPolicy;
    const QList<std::pair<QString, LimitPolicy>> policies{
        { tr("Delete the oldest messages"), LimitPolicy::DeleteOldest },
        { tr("Stop recording"), LimitPolicy::Stop },
        { tr("Pause and ask"), LimitPolicy::Ask },
    };
    addRow(
        *form, tr("&At the limit:"),
        choice(
            policies, m_settings.limitPolicy(),
            [this](LimitPolicy policy) {
                m_settings.setLimitPolicy(policy);
                Q_EMIT recordingsChanged();
            }),
        "policyBox");
    addDirectoryRow(*form);
}

void PreferencesDialog::addDirectoryRow(QFormLayout &form)
{
    auto *path = new ElidedLabel;
    auto *change = new QPushButton(tr("C&hange…"));
    auto *usual = new QPushButton(tr("&Default"));
    const auto adapt = [this, path, usual] {
        path->setFullText(escapedText(m_settings.keptDirectory()));
        usual->setEnabled(m_settings.hasOwnKeptDirectory());
    };
    const auto take = [this, adapt](const QByteArray &directory) {
        m_settings.setKeptDirectory(directory);
        adapt();
        Q_EMIT recordingsChanged();
    };
    change->setObjectName(QStringLiteral("keptDirectoryButton"));
    change->setAccessibleName(tr("Change the directory of recordings that are not saved"));
    usual->setAccessibleName(tr("Use the default directory of recordings that are not saved"));
    for (QPushButton *button : { change, usual })
        button->setAutoDefault(false);
    connect(change, &QPushButton::clicked, this, [this, take] {
        auto *dialog = new QFileDialog(this, tr("Directory of recordings that are not saved"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setDirectory(QFile::decodeName(m_settings.keptDirectory()));
        connect(
            dialog, &QFileDialog::fileSelected, this, [take](const QString &file) { take(QFile::encodeName(file)); });
        dialog->open();
    });
    connect(usual, &QPushButton::clicked, this, [take] { take({}); });
    auto *row = new QHBoxLayout;
    row->addWidget(path, 1);
    row->addWidget(change);
    row->addWidget(usual);
    form.addRow(tr("Directory:"), row);
    adapt();
}

} // namespace pipeglass::ui
