// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/linkopener.h"

#include "ui/text/linkwords.h"
#include "ui/text/translate.h"

#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace akwaba {

namespace {

bool mayBeOpened(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == u"http" || scheme == u"https" || scheme == u"mailto" || scheme == u"tel");
}

} // namespace

LinkOpener::LinkOpener(Open openIt, QWidget *window) : QObject(window), m_open(std::move(openIt)), m_window(window) { }

void LinkOpener::open(const QString &target, const QString &text)
{
    if (!mayBeOpened(QUrl(target))) return;
    if (linkTarget(text, target).isDisguised)
        ask(target, text);
    else
        m_open(QUrl(target));
}

void LinkOpener::ask(const QString &target, const QString &text)
{
    const LinkTarget where = linkTarget(text, target);
    auto *box =
        new QMessageBox(QMessageBox::Warning, u"Akwaba"_s, translate("Link", "This link does not lead where it says."),
                        QMessageBox::NoButton, m_window);
    box->setObjectName(u"linkQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QString said = text.simplified().left(200);
    said.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    box->setInformativeText(translate("Link", "It says: %1").arg(said) + u'\n'
                            + translate("Link", "It leads to: %1").arg(linkTip(where)));
    QPushButton *openIt = box->addButton(translate("Link", "Open all the same"), QMessageBox::AcceptRole);
    QPushButton *stay = box->addButton(translate("Link", "Don’t open"), QMessageBox::RejectRole);
    openIt->setAutoDefault(false); // Return stays, whatever has the focus
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(openIt, &QPushButton::clicked, this, [this, target] { m_open(QUrl(target)); });
    box->open();
}

} // namespace akwaba
