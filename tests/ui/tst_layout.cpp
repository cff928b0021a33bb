// SPDX-License-Identifier: MIT
#include "core/translations.h"
#include "start/firstpage.h"
#include "support/testmain.h"
#include "ui/scenes.h"
#include "widgets/elidedlabel.h"
#include "widgets/panesplitter.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollArea>
#include <QSet>
#include <QToolButton>

namespace tst_layout {

using namespace pipeglass;

const char *const childVariable = "PIPEGLASS_TEST_CHILD"; ///< set in a process that another test starts
const char *const languageVariable = "PIPEGLASS_TEST_LANGUAGE";
const char *const themeVariable = "PIPEGLASS_TEST_THEME";

/// Scrolled contents may be out of sight.
bool isScrolled(const QWidget *widget)
{
    for (; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr)
            return true;
    }
    return false;
}

/// Only one of two panes is shown where there is no room for both.
bool isInHiddenPane(const QWidget *widget)
{
    for (; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
        const auto *panes = qobject_cast<const ui::PaneSplitter *>(widget->parentWidget());
        if (panes != nullptr && panes->isPaneHidden(panes->indexOf(const_cast<QWidget *>(widget))))
            return true;
    }
    return false;
}

/// What does not fit; empty: nothing.
QString problemOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty() || qobject_cast<const ui::ElidedLabel *>(label) != nullptr)
            return {};
        const int height =
            label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() + 1 < height || (!label->wordWrap() && label->width() + 1 < label->sizeHint().width()))
            return QStringLiteral("%1x%2 cuts off \"%3\"").arg(label->width()).arg(label->height()).arg(label->text());
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        const QSize needed = button->minimumSizeHint().isValid() ? button->minimumSizeHint() : button->sizeHint();
        if (QByteArrayView(button->metaObject()->className()) == "QLineEditIconButton")
            return {};
        if (button->text().isEmpty() && button->width() >= button->iconSize().width())
            return {};
        if (button->width() + 1 < needed.width() || button->height() + 1 < needed.height())
            return QStringLiteral("%1x%2 is too small for \"%3\"")
                .arg(button->width())
                .arg(button->height())
                .arg(button->text());
    }
    if (isInHiddenPane(&widget))
        return {};
    const bool isPart = qobject_cast<const QComboBox *>(widget.parentWidget()) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget.parentWidget()) != nullptr;
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget);
        field != nullptr && !isPart && field->height() + 1 < field->minimumSizeHint().height() && !isScrolled(field))
        return QStringLiteral("%1 pixels are too low for a line").arg(field->height());
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        constexpr int leastRows = 2;
        if (qobject_cast<const QHeaderView *>(view) == nullptr
            && view->viewport()->height() < leastRows * view->fontMetrics().height())
            return QStringLiteral("%1 pixels are too low for rows").arg(view->viewport()->height());
    }
    if (const auto *area = qobject_cast<const QScrollArea *>(&widget); area != nullptr && area->widget() != nullptr
        && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
        && area->widget()->minimumSizeHint().width() > area->viewport()->width())
        return QStringLiteral("%1 pixels are too narrow for its contents, which need %2")
            .arg(area->viewport()->width())
            .arg(area->widget()->minimumSizeHint().width());
    // The tour covers controls.
    const bool isCovered = widget.window()->findChild<ui::TourBubble *>() != nullptr;
    if (!isScrolled(&widget) && !isCovered && widget.visibleRegion().isEmpty() && widget.focusPolicy() != Qt::NoFocus)
        return QStringLiteral("cannot be seen");
    return {};
}

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QStringLiteral("%1 %2 %3")
        .arg(
            QLatin1String(widget->metaObject()->className()), widget->objectName(),
            button != nullptr ? button->text() : QString());
}

class TestLayout : public QObject {
    Q_OBJECT

private:
    static QStringList problemsIn(const QWidget &shown, const QString &scene)
    {
        QStringList problems;
        const auto widgets = shown.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->window() != &shown)
                continue;
            if (const QString problem = problemOf(*widget); !problem.isEmpty())
                problems += scene + QLatin1String(": ") + QString::fromLatin1(widget->metaObject()->className()) + u' '
                    + widget->objectName() + u' ' + problem;
        }
        return problems;
    }

    /// Where the next one is left of it in its row, or above it, unless in a column to the right.
    static bool goesBack(const QRect &from, const QRect &to)
    {
        const int common = qMin(from.bottom(), to.bottom()) - qMax(from.top(), to.top());
        if (common >= qMin(from.height(), to.height()) / 2)
            return to.right() <= from.left();
        return to.bottom() <= from.top() && to.left() < from.right();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString language = qEnvironmentVariable(languageVariable); !language.isEmpty())
            installTranslations(language);
    }

    /// 800x600 is enough for every page and dialog: no text is cut off, no control lost.
    void everythingFits()
    {
        test::Window w;
        w.theme.apply(qEnvironmentVariable(themeVariable, QStringLiteral("light")));
        const QSize small(800, 600);
        w.window.resize(small);
        QStringList problems;
        test::Scenes scenes(w, [&](QWidget &shown, const QString &name) {
            QCoreApplication::processEvents();
            for (int level = 0; level < 8; ++level) // each layout asks the one above
                QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            if (shown.width() > small.width() || shown.height() > small.height())
                problems +=
                    QStringLiteral("%1: %2x%3 is larger than 800x600").arg(name).arg(shown.width()).arg(shown.height());
            problems += problemsIn(shown, name);
        });
        scenes.showPages();
        scenes.showDialogs();
        problems.removeDuplicates();
        for (const QString &problem : std::as_const(problems))
            qWarning("%s", qPrintable(problem));
        QVERIFY(problems.isEmpty());
    }

    void everythingFitsElsewhere_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("at 200 %") << QStringLiteral("QT_SCALE_FACTOR") << QStringLiteral("2");
        QTest::newRow("in Korean") << QString::fromLatin1(languageVariable) << QStringLiteral("ko");
    }

    /// The same in another process: the factor is read at its start, and the language stays.
    void everythingFitsElsewhere()
    {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        if (qEnvironmentVariableIsSet(childVariable))
            return;
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(variable, value);
        environment.insert(QLatin1String(childVariable), QStringLiteral("1"));
        child.setProcessEnvironment(environment);
        child.start(
            QCoreApplication::applicationFilePath(), { QStringLiteral("layout"), QStringLiteral("everythingFits") });
        QVERIFY(child.waitForFinished(120'000));
        QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    }

    /// Tab reaches every control that can have the focus, once, and returns to the first.
    void tabReachesEveryControl()
    {
        test::Window w;
        QStringList problems;
        test::Scenes scenes(w, [&](QWidget &shown, const QString &name) {
            QSet<const QWidget *> wanted;
            const auto widgets = shown.findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                if (widget->isVisible() && widget->isEnabled() && widget->window() == &shown
                    && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr)
                    wanted.insert(widget);
            }
            for (const QWidget *at = shown.nextInFocusChain(); at != &shown && at != nullptr;
                 at = at->nextInFocusChain())
                wanted.remove(at);
            for (const QWidget *missed : std::as_const(wanted))
                problems += name + QLatin1String(": not in the order: ") + missed->objectName();
        });
        scenes.showPages();
        scenes.showDialogs();
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    /// In dialogs, row by row, and from left to right in a row.
    void tabFollowsTheReadingOrder()
    {
        test::Window w;
        QStringList problems;
        test::Scenes scenes(w, [&](QWidget &shown, const QString &name) {
            if (&shown == &w.window)
                return;
            QCoreApplication::processEvents();
            const QWidget *before = nullptr;
            for (const QWidget *at = shown.nextInFocusChain(); at != &shown; at = at->nextInFocusChain()) {
                if (!at->isVisible() || !at->isEnabled() || at->window() != &shown
                    || (at->focusPolicy() & Qt::TabFocus) == 0 || at->focusProxy() != nullptr)
                    continue;
                const auto place = [&shown](const QWidget *of) {
                    return QRect(of->mapTo(&shown, QPoint()), of->size());
                };
                if (before != nullptr && !before->isAncestorOf(at) && goesBack(place(before), place(at)))
                    problems += QStringLiteral("%1: from %2 to %3").arg(name, nameOf(before), nameOf(at));
                before = at;
            }
        });
        scenes.showPages();
        scenes.showDialogs();
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
};

QTEST_MAIN(TestLayout)

} // namespace tst_layout

#include "tst_layout.moc"
