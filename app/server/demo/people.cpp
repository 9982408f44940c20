// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/demo/people.h"

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QHash>

#include <array>

namespace akwaba::demo {

using namespace Qt::StringLiterals;

namespace {

template <std::size_t N> QString pick(const std::array<const char16_t *, N> &values, Random &random)
{
    return QString::fromUtf16(values.at(random.below(N)));
}

constexpr std::array women{u"Awa",     u"Aya",      u"Mariam",   u"Fatou",   u"Rosine",  u"Adjoua",   u"Akissi",
                           u"Aminata", u"Clarisse", u"Estelle",  u"Fanta",   u"Grâce",   u"Hortense", u"Mireille",
                           u"Nadège",  u"Prisca",   u"Salimata", u"Solange", u"Viviane", u"Yasmine"};
constexpr std::array men{u"Koffi",    u"Kouadio", u"Yao",     u"Ibrahim",    u"Serge",   u"Jean-Marc", u"Arsène",
                         u"Brahima",  u"Désiré",  u"Franck",  u"Hervé",      u"Issouf",  u"Lacina",    u"Mamadou",
                         u"Narcisse", u"Olivier", u"Patrice", u"Souleymane", u"Thierry", u"Wilfried"};
constexpr std::array families{u"Koné",      u"Kouassi", u"Traoré",  u"Ouattara", u"Bamba",  u"Diabaté", u"N’Guessan",
                              u"Coulibaly", u"Yapi",    u"Gnagne",  u"Aké",      u"Touré",  u"Brou",    u"Konan",
                              u"Assi",      u"Cissé",   u"Dembélé", u"Ehui",     u"Fofana", u"Gbagbo",  u"Kacou",
                              u"Loba",      u"Meledje", u"Soro",    u"Tanoh",    u"Zadi"};
constexpr std::array englishFirst{u"James", u"Grace", u"Daniel", u"Esther", u"Michael", u"Abena", u"Kwame", u"Sarah"};
constexpr std::array englishLast{u"Mensah", u"Boateng", u"Okafor", u"Johnson", u"Williams", u"Owusu", u"Cooper"};
constexpr std::array houses{u"Cabinet",     u"Pharmacie",       u"Clinique",    u"Imprimerie",   u"Hôtel",
                            u"École",       u"Étude",           u"Agence",      u"Garage",       u"Librairie",
                            u"Laboratoire", u"Groupe scolaire", u"Boulangerie", u"Quincaillerie"};
constexpr std::array houseNames{u"Lagune Bleue", u"Les Hibiscus", u"des Deux-Plateaux", u"Sainte-Marie", u"du Banco",
                                u"de l’Indénié", u"Savane Verte", u"Saint-Viateur",     u"des Rosiers",  u"Akwaba",
                                u"du Vallon",    u"Palm Beach",   u"des Lagunes",       u"de la Paix"};
constexpr std::array communes{u"Cocody",      u"Plateau",  u"Marcory", u"Treichville", u"Yopougon",
                              u"Bingerville", u"Koumassi", u"Adjamé",  u"Riviera",     u"Vridi"};

/// Letters without accents and signs, as in an address.
QString plain(const QString &text)
{
    QString result;
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toLower()) {
        if (letter.isLetter() && letter.unicode() < 128)
            result += letter;
        else if (letter == u' ' || letter == u'-')
            result += u'-';
    }
    return result;
}

QString phoneNumber(Random &random)
{
    // 00 after the operator's prefix: a block that is not given out.
    QString number = u"+225 %1 00 00"_s.arg(random.below(2) == 0 ? u"07"_s : u"05"_s);
    for (int i = 0; i < 2; ++i)
        number += u" %1"_s.arg(random.below(100), 2, 10, QLatin1Char('0'));
    return number;
}

QString makeOrganization(const QString &lastName, Random &random)
{
    const QString house = pick(houses, random);
    if (random.below(4) == 0) return house + u' ' + lastName + u" & Associés"_s;
    return house + u' ' + pick(houseNames, random);
}

struct CategorySpec {
    const char *path;
    const char16_t *fr;
    const char *en;
};

constexpr std::array categorySpecs{
    CategorySpec{"technique", u"Technique", "Technical help"},
    CategorySpec{"technique/qualite", u"Qualité d’impression", "Print quality"},
    CategorySpec{"technique/panne", u"Panne", "Breakdown"},
    CategorySpec{"technique/compatibilite", u"Compatibilité", "Compatibility"},
    CategorySpec{"technique/garantie", u"Garantie", "Warranty"},
    CategorySpec{"livraison", u"Livraison", "Delivery"},
    CategorySpec{"livraison/retard", u"Retard", "Late"},
    CategorySpec{"livraison/suivi", u"Suivi", "Tracking"},
    CategorySpec{"livraison/incomplete", u"Incomplète", "Incomplete"},
    CategorySpec{"livraison/retour", u"Retour et échange", "Return and exchange"},
    CategorySpec{"livraison/adresse", u"Adresse", "Address"},
    CategorySpec{"facturation", u"Facturation", "Billing"},
    CategorySpec{"facturation/facture", u"Facture", "Invoice"},
    CategorySpec{"facturation/proforma", u"Proforma", "Pro forma"},
    CategorySpec{"facturation/paiement", u"Paiement", "Payment"},
    CategorySpec{"facturation/remboursement", u"Remboursement", "Refund"},
    CategorySpec{"commercial", u"Commercial", "Sales"},
    CategorySpec{"commercial/devis", u"Devis", "Quote"},
    CategorySpec{"commercial/information", u"Information", "Information"},
    CategorySpec{"commercial/avis", u"Avis", "Feedback"},
};

QList<Category> makeCategories(const Clock &clock, Random &random)
{
    QList<Category> result;
    QHash<QString, CategoryId> byPath;
    for (const CategorySpec &spec : categorySpecs) {
        const QString path = QString::fromLatin1(spec.path);
        Category category;
        category.id = newId<CategoryId>(clock, random);
        category.parent = byPath.value(path.section(u'/', 0, -2));
        category.nameFr = QString::fromUtf16(spec.fr);
        category.nameEn = QString::fromLatin1(spec.en);
        category.position = int(result.size());
        byPath.insert(path, category.id);
        result.append(category);
    }
    return result;
}

struct AgentSpec {
    const char16_t *name;
    int team;
    Role role;
    AgentState state;
};

constexpr std::array agentSpecs{
    AgentSpec{u"Awa Koné", 0, Role::Agent, AgentState::Available},
    AgentSpec{u"Mariam Traoré", 0, Role::Agent, AgentState::Available},
    AgentSpec{u"Ibrahim Ouattara", 1, Role::Agent, AgentState::Busy},
    AgentSpec{u"Serge Yapi", 1, Role::Agent, AgentState::Away},
    AgentSpec{u"Clarisse N’Guessan", 2, Role::Agent, AgentState::Available},
    AgentSpec{u"Kouadio Brou", 0, Role::Supervisor, AgentState::Available},
    AgentSpec{u"Estelle Aké", 0, Role::Editor, AgentState::Offline},
    AgentSpec{u"Hortense Tanoh", 2, Role::PrivacyOfficer, AgentState::Offline},
};

} // namespace

TeamId Staff::team(const QString &name) const
{
    return teams[name == u"technique" ? 1 : name == u"facturation" ? 2 : 0].id;
}

CategoryId Staff::category(const QString &path) const
{
    for (std::size_t i = 0; i < categorySpecs.size(); ++i) {
        if (path == QLatin1StringView(categorySpecs.at(i).path)) return categories[qsizetype(i)].id;
    }
    return {};
}

TagId Staff::tag(const QString &name) const
{
    for (const Tag &tag : tags) {
        if (tag.name == name) return tag.id;
    }
    return {};
}

Staff makeStaff(const Clock &clock, Random &random)
{
    Staff staff;
    const QString domain = u"@comptoir-toner.example"_s;
    for (const auto &[name, address] : {std::pair{u"Support N1"_s, u"support"_s},
                                        {u"Technique N2"_s, u"technique"_s},
                                        {u"Facturation"_s, u"facturation"_s}}) {
        staff.teams.append({newId<TeamId>(clock, random), name, {u"Comptoir du Toner"_s, address + domain}, true, 0});
    }
    for (const AgentSpec &spec : agentSpecs) {
        Agent agent;
        agent.id = newId<AgentId>(clock, random);
        agent.name = QString::fromUtf16(spec.name);
        agent.email = plain(agent.name.section(u' ', 0, 0)) + u'.' + plain(agent.name.section(u' ', 1)) + domain;
        agent.roles = {Role::Agent};
        if (spec.role != Role::Agent) agent.roles.append(spec.role);
        agent.teams = {staff.teams[spec.team].id};
        if (staff.agents.isEmpty()) // the first one helps out in two teams
            agent.teams.append(staff.teams[1].id);
        if (spec.role == Role::Supervisor) agent.teams = {staff.teams[0].id, staff.teams[1].id, staff.teams[2].id};
        agent.state = spec.state;
        agent.language = u"fr"_s;
        staff.agents.append(agent);
    }
    staff.categories = makeCategories(clock, random);
    for (const QString &name : {u"toner"_s, u"livraison"_s, u"facture"_s, u"devis"_s, u"retour"_s, u"remboursement"_s,
                                u"urgent"_s, u"fidèle"_s})
        staff.tags.append({newId<TagId>(clock, random), name, true, 0});
    return staff;
}

Person makePerson(const Clock &clock, Random &random)
{
    Person person;
    person.english = random.below(6) == 0;
    person.woman = random.below(2) == 0;
    const QString first = person.english ? pick(englishFirst, random)
        : person.woman                   ? pick(women, random)
                                         : pick(men, random);
    person.lastName = person.english ? pick(englishLast, random) : pick(families, random);
    if (person.english)
        person.woman = first == u"Grace" || first == u"Esther" || first == u"Abena" || first == u"Sarah";
    Customer &customer = person.customer;
    customer.id = newId<CustomerId>(clock, random);
    customer.name = first + u' ' + person.lastName;
    QString host = u"courriel.example"_s;
    if (random.below(3) != 0) {
        const QString organization = makeOrganization(person.lastName, random);
        customer.organizations = {organization};
        host = plain(organization).replace(u"--"_s, u"-"_s) + u".example"_s;
    }
    const QString local = plain(first) + u'.' + plain(person.lastName) + QString::number(random.below(90) + 10);
    customer.emails = {{customer.name, local + u'@' + host}};
    customer.phones = {{phoneNumber(random), u"mobile"_s}};
    customer.addresses = {{pick(communes, random) + u", Abidjan"_s, u"Abidjan"_s, u"CI"_s}};
    customer.onlineServices = {{u"facebook"_s, plain(first) + u'.' + plain(person.lastName), {}}};
    customer.preferredLanguages = {person.english ? u"en"_s : u"fr"_s};
    customer.since = clock.now().addDays(-int(random.below(1500)) - 20);
    return person;
}

} // namespace akwaba::demo
