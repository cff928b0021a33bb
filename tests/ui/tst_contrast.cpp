// SPDX-License-Identifier: MIT
#include "conversation/conversationdelegate.h"
#include "conversation/viewsettings.h"
#include "models/conversation/conversationmodel.h"
#include "support/testmain.h"
#include "ui/scenes.h"
#include "widgets/colors.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>

namespace tst_contrast {

using namespace pipeglass;
using models::ConversationModel;
using ui::leastContrast;

/// The colours that the delegate paints an item with.
struct ConversationProbe : ui::ConversationDelegate {
    using ConversationDelegate::ConversationDelegate;
    using ConversationDelegate::initStyleOption;
};

QString complaint(const QColor &text, const QColor &ground)
{
    return QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ui::contrast(text, ground), 0, 'f', 2);
}

bool hasText(const QWidget &widget)
{
    return qobject_cast<const QLabel *>(&widget) != nullptr || qobject_cast<const QAbstractButton *>(&widget) != nullptr
        || qobject_cast<const QLineEdit *>(&widget) != nullptr || qobject_cast<const QComboBox *>(&widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(&widget) != nullptr;
}

/// What the style paints under the text of a widget.
QColor groundOf(const QWidget &widget)
{
    const QWidget *at = &widget;
    const bool isTransparent = qobject_cast<const QLabel *>(at) != nullptr;
    while (isTransparent && !at->isWindow() && !at->autoFillBackground())
        at = at->parentWidget();
    return at->palette().color(at->backgroundRole());
}

/// Text is readable in both themes: at least 4.5 to 1. Disabled controls are exempt, as in the guidelines (WCAG 1.4.3).
class TestContrast : public QObject {
    Q_OBJECT

private:
    ui::Theme m_theme;

private Q_SLOTS:
    void init()
    {
        if (const QByteArray tag = QTest::currentDataTag(); !tag.isEmpty())
            m_theme.apply(QString::fromLatin1(tag).section(u' ', 0, 0));
    }
    void cleanup() { m_theme.apply(QStringLiteral("system")); }

    void themes_data()
    {
        QTest::addColumn<int>("text");
        QTest::addColumn<int>("ground");
        using P = QPalette;
        const QList<std::pair<P::ColorRole, QList<P::ColorRole>>> pairs{
            { P::WindowText, { P::Window, P::Base, P::AlternateBase, P::Button } },
            { P::Text, { P::Window, P::Base, P::AlternateBase } },
            { P::ButtonText, { P::Button, P::Window } },
            { P::PlaceholderText, { P::Window, P::Base, P::AlternateBase, P::Button } },
            { P::Link, { P::Window, P::Base, P::AlternateBase } },
            { P::HighlightedText, { P::Highlight } },
            { P::ToolTipText, { P::ToolTipBase } },
        };
        for (const char *theme : { "light", "dark" }) {
            for (const auto &[text, grounds] : pairs) {
                for (const P::ColorRole ground : grounds)
                    QTest::addRow("%s %d on %d", theme, static_cast<int>(text), static_cast<int>(ground))
                        << static_cast<int>(text) << static_cast<int>(ground);
            }
        }
    }

    void themes()
    {
        QFETCH(int, text);
        QFETCH(int, ground);
        const QPalette palette = QApplication::palette();
        const QColor a = palette.color(static_cast<QPalette::ColorRole>(text));
        const QColor b = palette.color(static_cast<QPalette::ColorRole>(ground));
        QVERIFY2(ui::contrast(a, b) >= leastContrast, qPrintable(complaint(a, b)));
    }

    void colouredStates_data()
    {
        QTest::addColumn<QColor>("accent");
        const std::pair<const char *, QColor> accents[] = { { "good", ui::goodColor() },
                                                            { "info", ui::infoColor() },
                                                            { "warning", ui::warningColor() },
                                                            { "error", ui::errorColor() } };
        for (const char *theme : { "light", "dark" }) {
            for (const auto &[name, accent] : accents)
                QTest::addRow("%s %s", theme, name) << accent;
        }
    }

    /// Texts on what drawTintedGround() paints, and accents as text.
    void colouredStates()
    {
        QFETCH(QColor, accent);
        const QPalette palette = QApplication::palette();
        for (const auto under : { QPalette::Window, QPalette::Base }) {
            const QColor ground = ui::tintedGround(palette, under, accent);
            for (const auto role : { QPalette::WindowText, QPalette::PlaceholderText }) {
                const QColor text = palette.color(role);
                QVERIFY2(ui::contrast(text, ground) >= leastContrast, qPrintable(complaint(text, ground)));
            }
        }
        for (const auto role : { QPalette::Base, QPalette::AlternateBase, QPalette::Window }) {
            const QColor text = ui::readable(accent, palette.color(role));
            QVERIFY(ui::contrast(text, palette.color(role)) >= leastContrast);
            QVERIFY(ui::contrast(ui::secondaryTextColor(palette), palette.color(role)) >= leastContrast);
        }
    }

    void everyScene_data()
    {
        QTest::addColumn<QString>("theme");
        for (const char *theme : { "light", "dark" })
            QTest::newRow(theme) << QString::fromLatin1(theme);
    }

    /// The texts of labels, buttons and fields with their own palettes, on what is under them.
    void everyScene()
    {
        QFETCH(const QString, theme);
        test::Window w;
        w.theme.apply(theme);
        QStringList problems;
        test::Scenes scenes(w, [&](QWidget &shown, const QString &name) {
            const auto widgets = shown.findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                if (!widget->isVisible() || !widget->isEnabled() || widget->window() != &shown || !hasText(*widget))
                    continue;
                const QColor text = widget->palette().color(widget->foregroundRole());
                const QColor ground = groundOf(*widget);
                if (ui::contrast(text, ground) < leastContrast)
                    problems += name + u' ' + QLatin1String(widget->metaObject()->className()) + u' '
                        + widget->objectName() + u' ' + complaint(text, ground);
            }
        });
        scenes.showPages();
        scenes.showDialogs();
        w.theme.apply(QStringLiteral("system"));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void messagesWithColourRules_data()
    {
        QTest::addColumn<bool>("isEvent");
        for (const char *theme : { "light", "dark" }) {
            QTest::addRow("%s message", theme) << false;
            QTest::addRow("%s event", theme) << true;
        }
    }

    void messagesWithColourRules()
    {
        QFETCH(bool, isEvent);
        QStandardItemModel model(1, ConversationModel::ColumnCount);
        ConversationProbe delegate;
        QList<QColor> colours;
        for (const ui::RuleColour &one : ui::ruleColours())
            colours.append(one.colour);
        delegate.setRuleColours(colours);
        for (int rule = -1; rule < colours.size(); ++rule) {
            for (int column = 0; column < ConversationModel::ColumnCount; ++column) {
                for (const bool fromClient : { false, true }) {
                    const QModelIndex index = model.index(0, column);
                    model.setData(index, rule, ConversationModel::RuleRole);
                    model.setData(index, isEvent, ConversationModel::EventRole);
                    model.setData(index, fromClient, ConversationModel::FromClientRole);
                    QStyleOptionViewItem option;
                    option.palette = QApplication::palette();
                    delegate.initStyleOption(&option, index);
                    const QColor text = option.palette.color(QPalette::Text);
                    const QColor ground = option.backgroundBrush.style() == Qt::NoBrush
                        ? option.palette.color(QPalette::Base)
                        : option.backgroundBrush.color();
                    QVERIFY2(ui::contrast(text, ground) >= leastContrast, qPrintable(complaint(text, ground)));
                }
            }
        }
    }
};

QTEST_MAIN(TestContrast)

} // namespace tst_contrast

#include "tst_contrast.moc"
