// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/galleryparts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttonlook.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/codefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectioncard.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/smallwidgets.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/style.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>

namespace akwaba::gallery {

using namespace Qt::StringLiterals;

namespace {

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets, int spacing = 8)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QWidget *section(const QString &title, std::initializer_list<QLayout *> rows)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Label(title, TextStyle::MicroStrong, Token::Text3));
    for (QLayout *row : rows)
        column->addLayout(row);
    return box;
}

PillLabel *pill(PillTone tone, const QString &text, bool unsure = false)
{
    auto *label = new PillLabel;
    label->setPill({text, tone, unsure}, text);
    return label;
}

StatusChip *chip(const QString &text, Shape shape, Token ink, Token ground)
{
    auto *chip = new StatusChip;
    chip->setState({text, shape, {ink, ground}});
    return chip;
}

QPushButton *button(const QString &text, ButtonLook look, const QString &iconName = {})
{
    auto *button = new QPushButton(text);
    setLook(button, look);
    if (!iconName.isEmpty()) button->setIcon(icon(themeOf(button), iconName));
    return button;
}

template <class T> T *disabled(T *widget)
{
    widget->setEnabled(false);
    return widget;
}

} // namespace

QWidget *pills()
{
    return section(
        u"Délais"_s,
        {rowOf({pill(PillTone::Plain, u"2 h 10"_s), pill(PillTone::Warn, u"1 h 40"_s), pill(PillTone::Hot, u"12 min"_s),
                pill(PillTone::Filled, u"retard 1 h 05"_s), pill(PillTone::Faint, u"6 h 30"_s),
                pill(PillTone::Good, u"tenu"_s), pill(PillTone::GoodLate, u"tenu, +40 min"_s),
                pill(PillTone::Plain, u"2 h 10"_s, true), pill(PillTone::Struck, u"annulé"_s)},
               16)});
}

QWidget *chips()
{
    auto *active = new FilterChip(u"Non résolus"_s);
    active->setActive(true);
    auto *plain = new StatusChip;
    plain->setPlain(u"flag"_s, u"Haute"_s);
    auto *person = new StatusChip;
    person->setPerson(u"a1"_s, u"AK"_s, u"Moi"_s);
    return section(u"États, filtres"_s,
                   {rowOf({chip(u"Nouveau"_s, Shape::Disc, Token::New, Token::NewSoft),
                           chip(u"Ouvert"_s, Shape::Triangle, Token::Open, Token::OpenSoft),
                           chip(u"Attente client"_s, Shape::Bars, Token::Wait, Token::WaitSoft),
                           chip(u"Attente tiers"_s, Shape::Hourglass, Token::Third, Token::ThirdSoft),
                           chip(u"En pause"_s, Shape::Moon, Token::Wait, Token::WaitSoft),
                           chip(u"Résolu"_s, Shape::Tick, Token::Solved, Token::SolvedSoft),
                           chip(u"Clos"_s, Shape::Square, Token::Closed, Token::ClosedSoft),
                           chip(u"Spam"_s, Shape::Dash, Token::Wait, Token::WaitSoft)},
                          6),
                    rowOf({active, new FilterChip(u"Canal"_s), new FilterChip(u"Catégorie"_s), plain, person}, 6)});
}

QWidget *icons()
{
    auto *row = rowOf({}, 14);
    for (const auto &name :
         {u"mail"_s, u"phone"_s, u"messages"_s, u"brand-facebook"_s, u"brand-instagram"_s, u"brand-x"_s,
          u"brand-linkedin"_s, u"device-mobile-message"_s, u"world"_s, u"bell-ringing"_s, u"brand-whatsapp"_s})
        row->insertWidget(row->count() - 1, new IconLabel(name));
    auto *logo = new QLabel;
    logo->setPixmap(logoPixmap(themeOf(logo), 40, 1));
    auto *small = new QLabel;
    small->setPixmap(logoPixmap(themeOf(small), 16, 1));
    auto *person = new Avatar(28);
    person->setPerson(u"c1"_s, u"Rosine Bamba"_s);
    auto *other = new Avatar(18);
    other->setPerson(u"c2"_s, u"Ibrahim Ouattara"_s);
    auto *bell = new IconButton(u"bell"_s, u"Alertes"_s);
    bell->setSizes(18, 28);
    bell->setCount(3);
    for (QWidget *widget : std::initializer_list<QWidget *>{logo, small, person, other, bell, new KeyHint(u"Ctrl+K"_s),
                                                            new KeyHint(u"J"_s)})
        row->insertWidget(row->count() - 1, widget);
    return section(u"Canaux, avatars"_s, {row});
}

QWidget *buttons()
{
    auto *hot = button(u"Envoyer"_s, ButtonLook::Primary);
    hot->setAttribute(Qt::WA_UnderMouse);
    auto *down = button(u"Envoyer"_s, ButtonLook::Primary);
    down->setDown(true);
    auto *focused = button(u"Annuler"_s, ButtonLook::Secondary);
    focused->setObjectName(u"focused"_s);
    auto *split = new SplitButton(u"Envoyer et mettre en attente client"_s, u"Autres envois"_s);
    auto *note = new SplitButton(u"Ajouter la note"_s, u"Autres"_s);
    note->setLook(ButtonLook::Note);
    auto *segments = new SegmentedControl;
    segments->addSegment(u"Réponse"_s, u"corner-up-left"_s);
    segments->addSegment(u"Note"_s, u"lock"_s);
    segments->addSegment(u"Escalade"_s, u"stairs-up"_s);
    auto *menuButton = button(u"Disponible"_s, ButtonLook::Quiet);
    menuButton->setMenu(new QMenu(menuButton));
    return section(
        u"Boutons"_s,
        {rowOf({button(u"Envoyer"_s, ButtonLook::Primary), hot, down,
                disabled(button(u"Envoyer"_s, ButtonLook::Primary)), button(u"Annuler"_s, ButtonLook::Secondary),
                focused, button(u"Nouveau"_s, ButtonLook::Secondary, u"plus"_s)}),
         rowOf({button(u"Ajouter la note"_s, ButtonLook::Note), button(u"Escalader"_s, ButtonLook::Escalate),
                button(u"Effacer…"_s, ButtonLook::Danger), new IconButton(u"dots"_s, u"Plus"_s), menuButton,
                button(u"Pourquoi ?"_s, ButtonLook::Link)}),
         rowOf({segments, split, note})});
}

QWidget *fields()
{
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(u"Numéro de commande"_s);
    auto *filled = new QLineEdit(u"CMD-2026-018"_s);
    auto *wrong = new FormField(u"Commande"_s, new QLineEdit(u"CMD-2026-0187X"_s));
    wrong->setError(u"Commande inconnue"_s);
    wrong->setHint(u"facultatif"_s);
    auto *readOnly = new QLineEdit(u"lecture seule"_s);
    readOnly->setReadOnly(true);
    auto *search = new SearchField(u"Rechercher ou exécuter…"_s, u"Effacer"_s);
    search->setKeyHint(u"Ctrl+K"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"Échéance"_s, u"Priorité"_s});
    auto *quiet = new QComboBox;
    quiet->addItem(u"Échéance"_s);
    setLook(quiet, ButtonLook::Quiet);
    auto *text = new QPlainTextEdit(u"Bonjour Madame Bamba,"_s);
    text->setFixedHeight(themeOf(text).px(60));
    auto *code = new CodeField;
    code->setText(u"409"_s);
    return section(
        u"Champs"_s,
        {rowOf({empty, filled, wrong, readOnly}), rowOf({search, combo, quiet, new QSpinBox}), rowOf({text, code})});
}

QWidget *banners()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto add = [&](Banner::Kind kind, const QString &text, const QString &action, bool closable) {
        auto *banner = new Banner;
        banner->setMessage(kind, text);
        banner->setAction(action);
        if (closable) banner->setCloseName(u"Fermer"_s);
        column->addWidget(banner);
    };
    add(Banner::Kind::Info, u"Nouvelle version de l’article depuis votre lecture."_s, u"Voir"_s, false);
    add(Banner::Kind::Warning, u"Nouveau message du client : à lire avant d’envoyer."_s, u"Lire"_s, true);
    add(Banner::Kind::Bad, u"Envoi refusé : la fenêtre Facebook est close depuis 09:40."_s, u"Choisir un autre canal"_s,
        false);
    add(Banner::Kind::Good, u"28 tickets fermés, 3 déjà résolus."_s, u"Annuler"_s, false);
    return box;
}

QWidget *choices()
{
    auto *toast = new Toast;
    toast->start(
        u"Réponse envoyée"_s, [](int seconds) { return u"Annuler, %1 s"_s.arg(seconds); }, std::chrono::seconds(8));
    auto *bar = new QProgressBar;
    bar->setRange(0, 28);
    bar->setValue(17);
    bar->setTextVisible(false);
    const auto check = [](Qt::CheckState state) {
        auto *box = new QCheckBox(u"Hors ligne aussi"_s);
        box->setTristate();
        box->setCheckState(state);
        return box;
    };
    auto *radio = new QRadioButton(u"Oui"_s);
    radio->setAutoExclusive(false);
    radio->setChecked(true);
    auto *on = new Switch(u"Sons"_s);
    on->setChecked(true);
    return section(u"Notification, progression, choix"_s,
                   {rowOf({toast, bar}),
                    rowOf({check(Qt::Checked), check(Qt::Unchecked), check(Qt::PartiallyChecked),
                           disabled(check(Qt::Checked)), radio, new QRadioButton(u"Non"_s), on, new Switch(u"x"_s)})});
}

QWidget *views()
{
    auto *tabs = new QTabBar;
    for (const auto &name : {u"Conversation"_s, u"Historique"_s, u"Commandes"_s})
        tabs->addTab(name);
    auto *table = new QTableWidget(4, 3);
    table->setHorizontalHeaderLabels({u"Commande"_s, u"État"_s, u"Montant"_s});
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 3; ++column)
            table->setItem(row, column, new QTableWidgetItem(u"CMD %1"_s.arg(row * 11 + column)));
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->setSortingEnabled(true);
    table->selectRow(1);
    table->setFixedHeight(themeOf(table).px(110));
    auto *card = new SectionCard(u"alarm"_s, u"Délais"_s);
    card->setLink(u"Pourquoi ?"_s);
    card->body()->addWidget(new Label(u"Suivi promis"_s, TextStyle::Body));
    auto *empty = new EmptyState(u"alarm"_s, u"Rien en retard"_s, u"Prochaine échéance : 15:40 (n° 4812)."_s);
    empty->setFixedHeight(themeOf(empty).px(120));
    auto *tabRow = new QHBoxLayout;
    tabRow->addWidget(tabs);
    auto *low = new QHBoxLayout;
    low->addWidget(table, 2);
    low->addWidget(card, 1);
    low->addWidget(empty, 1);
    return section(u"Vues"_s, {tabRow, low});
}

QWidget *menu()
{
    auto *menu = new QMenu;
    menu->addAction(u"&Répondre\tR"_s)->setIcon(icon(themeOf(menu), u"corner-up-left"_s));
    menu->addAction(u"&Note interne\tO"_s)->setIcon(icon(themeOf(menu), u"lock"_s));
    menu->addSeparator();
    QAction *checked = menu->addAction(u"Suivre\tS"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addAction(u"Fusionner…"_s)->setEnabled(false);
    menu->addMenu(u"Assigner à"_s)->addAction(u"Moi"_s);
    menu->setActiveAction(menu->actions().first());
    return menu;
}

} // namespace akwaba::gallery
