// SPDX-License-Identifier: MIT
#include "access/permissioneditor.h"

#include "access/accessservice.h"
#include "access/aclentries.h"
#include "widgets/labeltext.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <unistd.h>

namespace pipeglass::ui {

using access::Principal;
using access::PrincipalKind;

namespace {

/// Parses "rw-rw-r--"; nullopt if invalid.
std::optional<FileMode> fromSymbolic(const QString &text)
{
    const QLatin1String letters("rwxrwxrwx");
    if (text.size() != letters.size())
        return std::nullopt;
    quint32 bits = 0;
    for (qsizetype at = 0; at < letters.size(); ++at) {
        bits <<= 1U;
        if (text[at] == letters[at])
            bits |= 1U;
        else if (text[at] != u'-')
            return std::nullopt;
    }
    return FileMode(bits);
}

} // namespace

PermissionEditor::PermissionEditor(AccessService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_why(new QLabel(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    addPresets(grid);
    m_owner = addClass(grid, tr("O&wner"), QStringLiteral("owner"), true);
    m_group = addClass(grid, tr("&Group"), QStringLiteral("group"), true);
    m_others = addClass(grid, tr("Others"), QStringLiteral("others"), false);
    m_why->setObjectName(QStringLiteral("whyNotOwner"));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(m_why, grid->rowCount(), 1, 1, 2);
    m_entries = new AclEntries(this); // after the controls above, for the tab order
    auto *more = new QLabel(tr("Besides"), this);
    const int row = grid->rowCount();
    grid->addWidget(more, row, 0, Qt::AlignTop);
    grid->addWidget(m_entries, row, 1, 1, 2);
    addModes(grid);
    connectClass(m_owner, &PermissionDraft::ownerCan, &PermissionDraft::setOwnerCan);
    connectClass(m_group, &PermissionDraft::groupCan, &PermissionDraft::setGroupCan);
    connectClass(m_others, &PermissionDraft::othersCan, &PermissionDraft::setOthersCan);
    connect(m_owner.name, &QLineEdit::editingFinished, this, [this] { takeName(PrincipalKind::User); });
    connect(m_group.name, &QLineEdit::editingFinished, this, [this] { takeName(PrincipalKind::Group); });
    connect(m_entries, &AclEntries::switched, this, [this](const Principal &who, bool can) {
        edit([&] { m_draft.setEntry(who, can); });
    });
    connect(m_entries, &AclEntries::removeRequested, this, [this](const Principal &who) {
        edit([&] { m_draft.removeEntry(who); });
    });
    connect(m_entries, &AclEntries::liftRequested, this, [this] { edit([this] { m_draft.liftMask(); }); });
    connect(m_entries, &AclEntries::addRequested, this, [this](PrincipalKind kind, const QString &name) {
        m_service.findAccount(this, kind, name, [this](const Result<Principal> &who) {
            if (!who) {
                Q_EMIT errorOccurred(who.error());
                return;
            }
            m_entries->clearField();
            edit([&] { m_draft.setEntry(*who, true); });
        });
    });
    loadNames();
    display();
}

void PermissionEditor::loadNames()
{
    m_service.listAccounts(this, [this](const AccountNames &names) {
        m_entries->setNames(names);
        m_owner.name->setCompleter(new QCompleter(names.users, m_owner.name));
        m_group.name->setCompleter(new QCompleter(names.groups, m_group.name));
    });
}

PermissionEditor::Class
PermissionEditor::addClass(QGridLayout *grid, const QString &title, const QString &objectName, bool hasName)
{
    const int row = grid->rowCount();
    Class parts;
    auto *label = new QLabel(title, this);
    grid->addWidget(label, row, 0);
    parts.can = new QCheckBox(this);
    parts.can->setObjectName(objectName + QLatin1String("Can"));
    if (hasName) {
        parts.name = new QLineEdit(this);
        parts.name->setObjectName(objectName + QLatin1String("Name"));
        label->setBuddy(parts.name);
        grid->addWidget(parts.name, row, 1);
    } else {
        grid->addWidget(new QLabel(tr("everyone else"), this), row, 1);
    }
    // As wide as the longest text, so that the column keeps its width.
    parts.can->setMinimumWidth(fontMetrics().horizontalAdvance(tr("masked")) + 44);
    grid->addWidget(parts.can, row, 2);
    parts.can->setAccessibleName(tr("%1 can connect").arg(labelText(title)));
    return parts;
}

void PermissionEditor::connectClass(
    const Class &row, Qt::CheckState (PermissionDraft::*state)() const, void (PermissionDraft::*set)(bool))
{
    connect(row.can, &QCheckBox::clicked, this, [this, state, set] {
        // A click on a partially checked box means yes.
        edit([&] { (m_draft.*set)((m_draft.*state)() != Qt::Checked); });
    });
}

void PermissionEditor::addPresets(QGridLayout *grid)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    const auto add = [this, line](const QString &text, const char *name, const std::function<void()> &action) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        line->addWidget(button);
        connect(button, &QPushButton::clicked, this, action);
    };
    using Preset = PermissionDraft::Preset;
    const auto choose = [this](Preset preset) { return [this, preset] { edit([&] { m_draft.choose(preset); }); }; };
    add(tr("Only owner"), "presetOwner", choose(Preset::OnlyOwner));
    add(tr("Owner and group"), "presetGroup", choose(Preset::OwnerAndGroup));
    add(tr("One more user…"), "presetUser", [this] { addUser(); });
    add(tr("Everyone"), "presetEveryone", choose(Preset::Everyone));
    line->addStretch(1);
    grid->addLayout(line, 0, 0, 1, 3);
}

void PermissionEditor::addModes(QGridLayout *grid)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(tr("M&ode"), this);
    m_octal = new QLineEdit(this);
    m_octal->setObjectName(QStringLiteral("octal"));
    m_octal->setMaxLength(5);
    m_octal->setAccessibleName(tr("Mode as octal digits"));
    m_symbolic = new QLineEdit(this);
    m_symbolic->setObjectName(QStringLiteral("symbolic"));
    m_symbolic->setMaxLength(9);
    m_symbolic->setAccessibleName(tr("Mode as letters r, w and x"));
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (QLineEdit *field : { m_octal, m_symbolic })
        field->setFont(fixed);
    m_octal->setFixedWidth(QFontMetrics(fixed).horizontalAdvance(QStringLiteral("00000")) + 22);
    m_symbolic->setFixedWidth(QFontMetrics(fixed).horizontalAdvance(QStringLiteral("rwxrwxrwx")) + 26);
    label->setBuddy(m_octal);
    auto *line = new QHBoxLayout;
    line->addWidget(m_octal);
    line->addWidget(m_symbolic);
    auto *note = new QLabel(tr("Only w matters: read and execute have no effect on a socket."), this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(note, 1);
    grid->addWidget(label, row, 0);
    grid->addLayout(line, row, 1, 1, 2);
    connect(m_octal, &QLineEdit::textEdited, this, &PermissionEditor::takeOctal);
    connect(m_symbolic, &QLineEdit::textEdited, this, &PermissionEditor::takeSymbolic);
    connect(m_octal, &QLineEdit::editingFinished, this, &PermissionEditor::display);
    connect(m_symbolic, &QLineEdit::editingFinished, this, &PermissionEditor::display);
}

void PermissionEditor::takeOctal()
{
    const auto mode = FileMode::fromOctal(m_octal->text());
    if (m_octal->text().size() >= 3 && mode && mode->bits() <= 0777)
        edit([&] { m_draft.setMode(*mode); });
}

void PermissionEditor::takeSymbolic()
{
    if (const auto mode = fromSymbolic(m_symbolic->text()))
        edit([&] { m_draft.setMode(*mode); });
}

void PermissionEditor::takeName(PrincipalKind kind)
{
    const bool isUser = kind == PrincipalKind::User;
    const QString name = (isUser ? m_owner : m_group).name->text().trimmed();
    const std::optional<quint32> now = isUser ? m_draft.owner() : m_draft.group();
    if (name.isEmpty() || (now && name == access::nameOf({ kind, *now }))) {
        display();
        return;
    }
    m_service.findAccount(this, kind, name, [this, isUser](const Result<Principal> &who) {
        if (!who) {
            Q_EMIT errorOccurred(who.error());
            display();
            return;
        }
        edit([&] { isUser ? m_draft.setOwner(who->id) : m_draft.setGroup(who->id); });
    });
}

void PermissionEditor::edit(const std::function<void()> &change)
{
    if (m_draft.isEmpty())
        return;
    change();
    display();
    Q_EMIT edited();
}

void PermissionEditor::reset(const std::vector<access::Target> &targets, const std::optional<PermissionDraft> &draft)
{
    m_draft.reset(targets);
    if (draft)
        m_draft = *draft;
    allowNames(targets);
    display();
    Q_EMIT edited();
}

void PermissionEditor::allowNames(const std::vector<access::Target> &targets)
{
    const uid_t me = ::geteuid();
    bool mine = true;
    for (const access::Target &target : targets)
        mine = mine && target.facts.permissions.owner == me;
    const bool asRoot = me == 0 || m_service.hasHelper();
    m_owner.name->setEnabled(asRoot);
    m_group.name->setEnabled(asRoot || mine);
    m_why->setText(
        asRoot     ? QString()
            : mine ? tr("Only root may change the owner.")
                   : tr("Only root may change the owner; only the owner and root may change the group."));
    m_why->setVisible(!asRoot);
}

void PermissionEditor::revert()
{
    edit([this] { m_draft.revert(); });
}

void PermissionEditor::take(const access::ChangeRequest &request)
{
    edit([&] { m_draft.take(request); });
}

void PermissionEditor::addUser() { m_entries->startAdding(PrincipalKind::User); }

QWidget *PermissionEditor::first() const { return m_others.can; }

void PermissionEditor::display()
{
    showSwitch(m_owner.can, m_draft.ownerCan(), false);
    showSwitch(m_group.can, m_draft.groupCan(), m_draft.groupIsCut());
    showSwitch(m_others.can, m_draft.othersCan(), false);
    m_entries->show(m_draft);
    const QString differs = tr("differs");
    const auto owner = m_draft.owner();
    const auto group = m_draft.group();
    m_owner.name->setPlaceholderText(differs);
    m_group.name->setPlaceholderText(differs);
    m_owner.name->setText(owner ? access::nameOf({ PrincipalKind::User, *owner }) : QString());
    m_group.name->setText(group ? access::nameOf({ PrincipalKind::Group, *group }) : QString());
    // Do not overwrite a field while it is edited.
    const auto mode = m_draft.mode();
    m_octal->setPlaceholderText(QStringLiteral("…"));
    m_symbolic->setPlaceholderText(differs);
    if (!m_octal->hasFocus() || sender() != m_octal)
        m_octal->setText(mode ? mode->octal() : QString());
    if (!m_symbolic->hasFocus() || sender() != m_symbolic)
        m_symbolic->setText(mode ? mode->symbolic() : QString());
}

void PermissionEditor::showSwitch(QCheckBox *box, Qt::CheckState state, bool cut)
{
    const QSignalBlocker quiet(box);
    box->setTristate(state == Qt::PartiallyChecked);
    box->setCheckState(state);
    box->setText(
        cut                          ? tr("masked")
            : state == Qt::Checked   ? tr("can connect")
            : state == Qt::Unchecked ? tr("cannot connect")
                                     : tr("differs"));
}

} // namespace pipeglass::ui
