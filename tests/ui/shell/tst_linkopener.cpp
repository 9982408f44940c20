// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pictures.h"
#include "ui/shell/linkopener.h"

#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace akwaba;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    QWidget window;
    QList<QUrl> opened;
    LinkOpener links{[this](const QUrl &url) { opened.append(url); }, &window};

    Desk() { window.show(); }
    [[nodiscard]] QMessageBox *question() const { return window.findChild<QMessageBox *>(u"linkQuestion"_s); }
};

} // namespace

class TestLinkOpener : public QObject {
    Q_OBJECT

public:
    explicit TestLinkOpener(Theme &theme) : m_theme(theme) { }

private:
    Theme &m_theme;

private Q_SLOTS:
    void anHonestLink_isOpenedAtOnce()
    {
        Desk desk;
        desk.links.open(u"https://toner.example/a?b=1"_s, u"la page"_s);
        desk.links.open(u"mailto:sav@toner.example"_s, u"sav@toner.example"_s);
        QVERIFY(!desk.question());
        QCOMPARE(desk.opened,
                 (QList<QUrl>{QUrl(u"https://toner.example/a?b=1"_s), QUrl(u"mailto:sav@toner.example"_s)}));
    }

    void aLyingLink_asksBefore_andStaysByDefault()
    {
        Desk desk;
        desk.links.open(u"https://evil.example/login"_s, u"www.banque.example"_s);
        QVERIFY(desk.opened.isEmpty());
        QMessageBox *question = desk.question();
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"www.banque.example"));
        QVERIFY(question->informativeText().contains(u"https://evil.example/login"));
        QCOMPARE(question->textFormat(), Qt::PlainText);
        keepPictures(m_theme, *question, u"link-question"_s);
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!desk.question());
        QVERIFY(desk.opened.isEmpty());
    }

    void whoInsists_getsThere()
    {
        Desk desk;
        desk.links.open(u"https://evil.example/"_s, u"www.banque.example"_s);
        for (QAbstractButton *button : desk.question()->buttons())
            if (desk.question()->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        QCOMPARE(desk.opened, QList<QUrl>{QUrl(u"https://evil.example/"_s)});
    }

    void whatIsNoAddress_isNeverOpened()
    {
        Desk desk;
        for (const QString &target :
             {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"akwaba:x"_s, u""_s, u"qrc:/x"_s})
            desk.links.open(target, u"ici"_s);
        QVERIFY(desk.opened.isEmpty());
        QVERIFY(!desk.question());
    }
};

AKWABA_PICTURES_MAIN(TestLinkOpener)
#include "tst_linkopener.moc"
