// SPDX-License-Identifier: MIT
#include "widgets/svgicon.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

/// A static library's resources need explicit initialization; the macro must be outside of a namespace.
static void initialiseResources() { Q_INIT_RESOURCE(pipeglass); }

namespace pipeglass::ui {

namespace {

class TintedSvg : public QIconEngine {
public:
    explicit TintedSvg(QByteArray drawing)
        : m_drawing(std::move(drawing))
    {
    }

    [[nodiscard]] QIconEngine *clone() const override { return new TintedSvg(m_drawing); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device() != nullptr ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        const QRgb ink = palette.color(group, role).rgb();
        const size_t key = qHashMulti(0, size.width(), size.height(), ink, int(mode));
        const auto known = m_made.constFind(key);
        if (known != m_made.constEnd())
            return *known;
        QByteArray drawing = m_drawing;
        drawing.replace("#000000", QColor::fromRgb(ink).name().toLatin1());
        QSvgRenderer renderer(drawing);
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        if (mode == QIcon::Disabled)
            painter.setOpacity(0.55);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
        painter.end();
        m_made.insert(key, pixmap);
        return pixmap;
    }

private:
    QByteArray m_drawing;
    QHash<size_t, QPixmap> m_made; ///< few: sizes times colours in use
};

} // namespace

QIcon svgIcon(const QString &name)
{
    initialiseResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new TintedSvg(file.readAll()));
}

} // namespace pipeglass::ui
