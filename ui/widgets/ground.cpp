// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ground.h"

#include <QAbstractItemView>
#include <QEvent>

namespace akwaba {

namespace {

/// Lives as long as its view.
class Ground final : public QObject {
public:
    Ground(QAbstractItemView *view, Token token) : QObject(view), m_view(view), m_token(token)
    {
        view->installEventFilter(this);
        lay();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::StyleChange) lay();
        return false;
    }

private:
    void lay()
    {
        QPalette colors = m_view->palette();
        colors.setColor(QPalette::Base, themeOf(m_view).color(m_token));
        m_view->setPalette(colors);
    }

    QAbstractItemView *m_view;
    Token m_token;
};

} // namespace

void setGround(QAbstractItemView *view, Token token)
{
    view->setFrameShape(QFrame::NoFrame);
    new Ground(view, token);
}

} // namespace akwaba
