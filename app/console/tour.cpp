// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/tour.h"

#include "app/console/console.h"
#include "ui/shell/actionset.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTextEdit>

#include <cstdio>

namespace akwaba {

using namespace Qt::StringLiterals;

namespace {

constexpr int paceMs = 120;
constexpr int mostPatience = 250; // half a minute

void sendKey(QWidget *target, const QKeyCombination &key, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key.key(), key.keyboardModifiers(), text);
    QKeyEvent release(QEvent::KeyRelease, key.key(), key.keyboardModifiers(), text);
    QApplication::sendEvent(target, &press);
    QApplication::sendEvent(target, &release);
}

} // namespace

Tour::Tour(Console &console, Theme &theme, Language &language, const Options &options)
    : m_theme(theme), m_language(language), m_folder(options.tour)
{
    if (m_folder.isEmpty()) return;
    QFile plan(options.tourPlan);
    const Result<QList<TourStep>> steps = plan.open(QIODevice::ReadOnly)
        ? parseTour(QString::fromUtf8(plan.readAll()))
        : akwaba::fail(Code::NotFound, u"no plan: "_s + options.tourPlan);
    if (!steps || !QDir().mkpath(m_folder)) {
        std::fprintf(stderr, "akwaba: %s\n", qPrintable(steps ? m_folder : steps.error().detail));
        QMetaObject::invokeMethod(this, [] { QCoreApplication::exit(1); }, Qt::QueuedConnection);
        return;
    }
    m_steps = *steps;
    connect(&console, &Console::shown, this, &Tour::begin);
    connect(&m_pace, &QTimer::timeout, this, &Tour::next);
}

void Tour::begin(QWidget *window)
{
    m_window = window;
    window->activateWindow(); // a screen of its own has no window manager that would
    m_pace.start(paceMs);
}

QWidget *Tour::find(const QString &objectName) const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible()) continue;
        if (top->objectName() == objectName) return top;
        for (QWidget *inner : top->findChildren<QWidget *>(objectName)) {
            if (inner->isVisible()) return inner;
        }
    }
    return nullptr;
}

void Tour::next()
{
    if (m_steps.isEmpty()) return;
    const TourStep step = m_steps.first();
    if (done(step)) {
        m_patience = 0;
        m_steps.removeFirst();
    } else if (++m_patience > mostPatience) {
        fail(step, u"not possible"_s);
    }
}

bool Tour::done(const TourStep &step)
{
    const QString word = step.words.value(0);
    if (step.verb == u"await") return m_window && m_window->objectName() == word && m_window->isVisible();
    if (step.verb == u"wait") return find(word) != nullptr;
    if (step.verb == u"pause") return m_patience >= word.toInt();
    if (step.verb == u"picture") return picture(step);
    if (step.verb == u"mark") return QFile(markOf(word)).open(QIODevice::WriteOnly);
    if (step.verb == u"until") return QFile::exists(markOf(word));
    if (step.verb == u"size")
        m_window->resize(step.words.size() == 2 ? QSize(word.toInt(), step.words[1].toInt())
                                                : m_window->screen()->size());
    else if (step.verb == u"language")
        m_language.use(word);
    else if (step.verb == u"theme")
        m_theme.setScheme(word == u"dark" ? Theme::Scheme::Dark : Theme::Scheme::Light);
    else if (step.verb == u"quit")
        QCoreApplication::exit(0);
    else
        return press(step);
    return true;
}

QString Tour::markOf(const QString &name) const { return m_folder + u'/' + name + u".mark"_s; }

bool Tour::press(const TourStep &step)
{
    const QString words = step.words.join(u' ');
    if (step.verb == u"action") {
        auto *window = qobject_cast<MainWindow *>(m_window);
        const std::optional<ActionId> id = actionByName(words);
        if (window == nullptr || !id || !window->actions().action(*id)->isEnabled()) return false;
        window->actions().action(*id)->trigger();
        return true;
    }
    if (step.verb == u"click" || step.verb == u"focus") {
        QWidget *target = find(words);
        if (target == nullptr) return false;
        if (auto *button = qobject_cast<QAbstractButton *>(target); button != nullptr && step.verb == u"click")
            button->click();
        else
            target->setFocus();
        return true;
    }
    QWidget *target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_window->focusWidget();
    if (target == nullptr) return false;
    if (step.verb == u"key") {
        sendKey(target, QKeySequence::fromString(words, QKeySequence::PortableText)[0], {});
        return true;
    }
    const QString typed = QString(words).replace(u"\\n"_s, u"\n"_s);
    for (const QChar letter : typed)
        sendKey(target, letter == u'\n' ? Qt::Key_Return : Qt::Key_unknown, QString(letter));
    return true;
}

bool Tour::picture(const TourStep &step)
{
    QPixmap pixmap = m_window->grab();
    if (step.words.size() > 1) {
        QWidget *over = find(step.words[1]);
        if (over == nullptr) return false;
        QPainter painter(&pixmap);
        painter.drawPixmap(m_window->mapFromGlobal(over->mapToGlobal(QPoint())), over->grab());
    }
    if (!pixmap.save(m_folder + u'/' + step.words.value(0))) fail(step, u"cannot be saved"_s);
    return true;
}

void Tour::fail(const TourStep &step, const QString &why)
{
    std::fprintf(stderr, "akwaba: tour, line %d, %s %s: %s\n", step.line, qPrintable(step.verb),
                 qPrintable(step.words.join(u' ')), qPrintable(why));
    m_pace.stop();
    QCoreApplication::exit(1);
}

} // namespace akwaba
