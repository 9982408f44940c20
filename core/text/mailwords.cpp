// SPDX-FileCopyrightText: 2026 The Akwaba authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/mailwords.h"

#include "core/text/fold.h"

#include <array>

using namespace Qt::StringLiterals;

namespace akwaba::mailwords {
namespace {

// The words of a language, alternatives separated by bars. Accents, case and
// the form of an apostrophe don't matter.
struct Language {
    QStringView wrote{};
    QStringView wroteBeforeName{};
    QStringView begins{};
    QStringView from{};
    QStringView date{};
    QStringView to{};
    QStringView subject{};
    QStringView other{};
    QStringView original{};
    QStringView sentFrom{};
    QStringView sentBy{};
    QStringView closings{};
};

constexpr Language french{
    .wrote = u"a écrit",
    .begins = u"le",
    .from = u"de|expéditeur",
    .date = u"envoyé|envoyée|envoyé le|date|date d'envoi",
    .to = u"à|pour|destinataire|destinataires",
    .subject = u"objet|sujet",
    .other = u"cci|copie à|répondre à|importance|priorité|pièces jointes|pièce jointe",
    .original = u"message d'origine|message original|message transféré|message transmis|message réexpédié|"
                u"mail original|mail transféré|e-mail d'origine|email d'origine|courriel d'origine|"
                u"début du message transféré|début du message réexpédié",
    .sentFrom = u"envoyé de mon *|envoyé depuis mon *|envoyé à partir de mon *|envoyé avec mon *|envoyé via mon *|"
                u"provenance : courrier pour *",
    .sentBy = u"envoyé de|envoyé depuis|envoyé à partir de|envoyé à partir d'|envoyé avec|envoyé via|envoyé par|"
              u"envoyée depuis|télécharger|téléchargez|obtenir|obtenez|provenance",
    .closings = u"cordialement|bien cordialement|très cordialement|*salutations|salutations *|"
                u"*salutations distinguées|*sentiments distingués|*considération distinguée|bien à vous|"
                u"bien à toi|merci|merci bien|merci beaucoup|merci d'avance|d'avance merci|merci par avance|merci et "
                u"*|merci pour *|"
                u"grand merci|avec mes remerciements|bonne journée|bonne soirée|bonne fin de *|bonne réception|"
                u"excellente journée|respectueusement|sincèrement|sincères salutations|amicalement|à bientôt|"
                u"dans l'attente *|en attente de *|cdt|cdlt|bav|slts",
};

constexpr Language english{
    .wrote = u"wrote|writes",
    .begins = u"on",
    .from = u"from",
    .date = u"sent|date",
    .to = u"to",
    .subject = u"subject",
    .other = u"cc|bcc|reply-to|importance|attachments",
    .original = u"original message|original appointment|forwarded message|forwarded by|begin forwarded message",
    .sentFrom = u"sent from my *|from my *|sent with my *|sent via my *",
    .sentBy = u"sent from|sent via|sent with|sent by|sent using|get",
    .closings = u"regards|best regards|kind regards|warm regards|best wishes|best|thanks|many thanks|thank you|"
                u"thanks in advance|sincerely|yours sincerely|yours faithfully|cheers",
};

constexpr Language german{
    .wroteBeforeName = u"schrieb|schrieb am|schreibt",
    .begins = u"am",
    .from = u"von",
    .date = u"gesendet|datum|gesendet am",
    .to = u"an",
    .subject = u"betreff",
    .other = u"antwort an|wichtigkeit|anlagen",
    .original = u"ursprüngliche nachricht|originalnachricht|weitergeleitete nachricht|original-nachricht|"
                u"anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail",
    .sentFrom = u"von mein*gesendet|diese nachricht wurde von *gesendet",
    .sentBy = u"gesendet mit|gesendet von|gesendet über|holen sie sich",
    .closings = u"mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|beste grüße|"
                u"herzliche grüße|liebe grüße|mfg|vielen dank|danke",
};

constexpr Language spanish{
    .wrote = u"escribió|ha escrito",
    .begins = u"el",
    .from = u"de|remitente",
    .date = u"enviado|enviado el|fecha",
    .to = u"para",
    .subject = u"asunto",
    .other = u"responder a|datos adjuntos",
    .original = u"mensaje original|mensaje reenviado|inicio del mensaje reenviado",
    .sentFrom = u"enviado desde mi *|enviado de mi *",
    .sentBy = u"enviado desde|enviado con|obtener|descargar",
    .closings = u"saludos|un saludo|saludos cordiales|atentamente|cordialmente|gracias|muchas gracias",
};

constexpr Language italian{
    .wrote = u"ha scritto|scrive",
    .begins = u"il|in data",
    .from = u"da|mittente",
    .date = u"inviato|inviata|data",
    .to = u"a|destinatario",
    .subject = u"oggetto",
    .other = u"rispondi a|allegati",
    .original = u"messaggio originale|messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato",
    .sentFrom = u"inviato dal mio *|inviato da mio *",
    .sentBy = u"inviato da|inviato con|inviato tramite|ottieni|scarica",
    .closings = u"cordiali saluti|distinti saluti|saluti|un saluto|grazie|grazie mille|cordialmente",
};

constexpr Language portuguese{
    .wrote = u"escreveu",
    .begins = u"em|a|no dia",
    .from = u"de|remetente",
    .date = u"enviada|enviado|enviada em|enviado em|data",
    .to = u"para",
    .subject = u"assunto",
    .other = u"responder para|anexos",
    .original = u"mensagem original|mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada",
    .sentFrom = u"enviado do meu *|enviado de meu *|enviada do meu *",
    .sentBy = u"enviado do|enviado de|enviado pelo|enviado via|obter o|baixar o",
    .closings = u"atenciosamente|cumprimentos|com os melhores cumprimentos|abraço|abraços|obrigado|obrigada",
};

constexpr Language dutch{
    .wroteBeforeName = u"schreef|het volgende geschreven|heeft geschreven",
    .begins = u"op",
    .from = u"van",
    .date = u"verzonden|datum",
    .to = u"aan",
    .subject = u"onderwerp",
    .other = u"bijlagen|urgentie",
    .original = u"oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|begin doorgestuurd bericht",
    .sentFrom = u"verzonden vanaf mijn *|verstuurd vanaf mijn *|verzonden met mijn *|verzonden via mijn *",
    .sentBy = u"verzonden vanaf|verzonden met|verzonden via|verstuurd vanaf|verstuurd via|download",
    .closings = u"met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|groeten|bedankt|mvg",
};

constexpr Language swedish{
    .wroteBeforeName = u"skrev",
    .begins = u"den",
    .from = u"från",
    .date = u"skickat|datum",
    .to = u"till",
    .subject = u"ämne",
    .other = u"kopia|bilagor",
    .original = u"ursprungligt meddelande|originalmeddelande|vidarebefordrat meddelande|vidarebefordrat brev",
    .sentFrom = u"skickat från min *|skickat från mitt *",
    .sentBy = u"skickat från|skickades från|hämta",
    .closings = u"med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|hälsningar|tack|mvh",
};

constexpr Language danish{
    .wroteBeforeName = u"skrev|har skrevet",
    .begins = u"den|d.",
    .from = u"fra",
    .date = u"sendt|dato",
    .to = u"til",
    .subject = u"emne",
    .other = u"vedhæftede filer",
    .original = u"oprindelig besked|oprindelig meddelelse|original besked|videresendt besked|"
                u"start på videresendt besked",
    .sentFrom = u"sendt fra min *|sendt fra mit *",
    .sentBy = u"sendt fra|sendt med|hent",
    .closings = u"med venlig hilsen|venlig hilsen|hilsen|på forhånd tak|tak",
};

constexpr Language norwegian{
    .wroteBeforeName = u"skrev",
    .begins = u"på|den",
    .from = u"fra",
    .date = u"sendt|dato",
    .to = u"til",
    .subject = u"emne",
    .other = u"kopi|vedlegg",
    .original = u"opprinnelig melding|original melding|videresendt melding|videresendt e-post",
    .sentFrom = u"sendt fra min *|sendt fra mitt *",
    .sentBy = u"sendt fra|sendt med|skaff deg",
    .closings = u"med vennlig hilsen|vennlig hilsen|hilsen|på forhånd takk|takk",
};

constexpr Language finnish{
    .wroteBeforeName = u"kirjoitti",
    .from = u"lähettäjä",
    .date = u"lähetetty|päivämäärä|päiväys",
    .to = u"vastaanottaja",
    .subject = u"aihe",
    .other = u"kopio|liitteet",
    .original = u"alkuperäinen viesti|välitetty viesti|edelleenlähetetty viesti",
    .sentFrom = u"lähetetty *sta|lähetetty *stä|lähetetty *lta|lähetetty *ltä",
    .sentBy = u"lähetetty|hanki",
    .closings = u"ystävällisin terveisin|terveisin|parhain terveisin|kiitos",
};

constexpr Language polish{
    .wrote = u"napisał|napisała|napisał(a)|pisze",
    .begins = u"w dniu|dnia",
    .from = u"od|nadawca",
    .date = u"wysłano|wysłane|data",
    .to = u"do|adresat",
    .subject = u"temat",
    .other = u"dw|udw|załączniki",
    .original = u"wiadomość oryginalna|oryginalna wiadomość|treść przekazanej wiadomości|przekazana wiadomość|"
                u"wiadomość przekazana",
    .sentFrom = u"wysłane z mojego *|wysłano z mojego *",
    .sentBy = u"wysłane z|wysłano z|pobierz",
    .closings = u"pozdrawiam|z poważaniem|dziękuję|z wyrazami szacunku",
};

constexpr Language czech{
    .wrote = u"napsal|napsala|napsal(a)|napísal|napísala|napísal(a)",
    .begins = u"dne|dňa",
    .from = u"od|odesílatel|odosielateľ",
    .date = u"odesláno|odoslané|datum|dátum",
    .to = u"komu",
    .subject = u"předmět|predmet",
    .other = u"kopie|kópia|přílohy",
    .original = u"původní zpráva|původní e-mail|pôvodná správa|přeposlaná zpráva|přeposlaná správa",
    .sentFrom = u"odesláno z mého *|odoslané z môjho *",
    .sentBy = u"odesláno z|odesláno ze|odoslané z",
    .closings = u"s pozdravem|s pozdravom|děkuji|ďakujem",
};

constexpr Language russian{
    .wrote = u"написал|написала|написал(а)|пишет|писал|писала|писал(а)",
    .from = u"от|от кого|отправитель",
    .date = u"отправлено|дата",
    .to = u"кому",
    .subject = u"тема",
    .other = u"копия|вложения",
    .original = u"исходное сообщение|оригинальное сообщение|пересылаемое сообщение|пересланное сообщение|"
                u"начало переадресованного сообщения",
    .sentFrom = u"отправлено с моего *|отправлено с *|отправлено из *",
    .closings = u"с уважением|спасибо|заранее спасибо",
};

constexpr Language turkish{
    .wrote = u"yazdı|tarihinde şunu yazdı",
    .from = u"kimden|gönderen",
    .date = u"tarih|gönderildi|gönderme tarihi",
    .to = u"kime|alıcı",
    .subject = u"konu",
    .other = u"bilgi|ekler",
    .original = u"orijinal mesaj|özgün ileti|iletilen mesaj|yönlendirilmiş ileti",
    .sentFrom = u"iphone*gönderildi|android*gönderildi|samsung*gönderildi|mobil cihaz*gönderildi",
    .closings = u"saygılarımla|iyi çalışmalar|teşekkürler|teşekkür ederim",
};

constexpr Language hungarian{
    .wrote = u"ezt írta|írta",
    .wroteBeforeName = u"ezt írta (időpont",
    .from = u"feladó",
    .date = u"elküldve|dátum",
    .to = u"címzett",
    .subject = u"tárgy",
    .original = u"eredeti üzenet|továbbított üzenet",
    .sentFrom = u"az iphone-omról küldve",
    .closings = u"üdvözlettel|köszönöm",
};

constexpr Language romanian{
    .wrote = u"a scris",
    .begins = u"pe|în",
    .date = u"trimis",
    .to = u"către",
    .subject = u"subiect",
    .original = u"mesajul original|mesaj redirecționat",
    .sentFrom = u"trimis de pe *",
};

constexpr Language greek{
    .wrote = u"έγραψε",
    .begins = u"στις",
    .from = u"από",
    .date = u"στάλθηκε|ημερομηνία",
    .to = u"προς",
    .subject = u"θέμα",
    .original = u"αρχικό μήνυμα",
    .sentFrom = u"στάλθηκε από *",
};

constexpr Language chinese{
    .wrote = u"写道|寫道",
    .from = u"发件人|寄件者",
    .date = u"发送时间|日期|寄件日期",
    .to = u"收件人",
    .subject = u"主题|主旨",
    .original = u"原始邮件|转发的邮件",
    .sentFrom = u"发自我的*|從我的*傳送",
};

constexpr Language japanese{
    .wrote = u"のメール|書きました",
    .from = u"差出人",
    .date = u"送信日時",
    .to = u"宛先",
    .subject = u"件名",
    .original = u"転送メッセージ|元のメッセージ",
    .sentFrom = u"iphoneから送信|ipadから送信",
};

constexpr Language others{
    .wrote = u"menulis|đã viết|님이 작성",
    .wroteBeforeName = u"כתב|כתבה|كتب",
    .begins = u"pada|vào|في",
};

constexpr std::array languages{
    &french, &english, &german,  &spanish, &italian,   &portuguese, &dutch, &swedish, &danish,   &norwegian, &finnish,
    &polish, &czech,   &russian, &turkish, &hungarian, &romanian,   &greek, &chinese, &japanese, &others,
};

// Names of devices and programs, written alike everywhere.
constexpr QStringView deviceNames =
    u"phon|pad|mobil|tablet|galaxy|samsung|android|outlook|yahoo|mail|blackberry|windows|app|huawei|xiaomi|redmi|"
    u"tecno|infinix|itel|oppo|nokia|courrier|appareil|telefon|telefoon|gsm|laposte|orange";

// French and English only: what servers add in Côte d'Ivoire, and what its correspondents abroad add.
constexpr QStringView contactLabels = u"tél|tel|téléphone|cel|cell|cél|mob|mobile|fax|gsm|phone|bur|whatsapp|mail|"
                                      u"email|e-mail|courriel|site|web|bp|b.p|t|m|tel/fax";
constexpr QStringView noticeBeginnings =
    u"ce message|ce courriel|ce courrier|cet e-mail|cet email|cet e mail|ce mail|l'absence de virus|garanti sans virus|"
    u"sans virus|aucun virus|pensez à l'environnement|avant d'imprimer|n'imprimez|merci de n'imprimer|imprimer "
    u"moins|imprimez moins|"
    u"afin de préserver|préservons|protégeons|"
    u"avis de confidentialité|confidentialité|le contenu de ce|les informations contenues dans ce|"
    u"l'information contenue dans ce|this message|this e-mail|this email|the information contained in this|"
    u"please consider the environment|virus-free|confidentiality notice|disclaimer|diese e-mail|"
    u"este mensaje|questo messaggio|esta mensagem";
constexpr QStringView noticeContents =
    u"confidenti|virus|destinataire|recipient|intended|addressee|imprim|print|vertraulich|riservat|privilegi";

QStringList alternatives(QStringView words) { return folded(words).split(u'|', Qt::SkipEmptyParts); }

void addHeaders(Vocabulary &vocabulary, QStringView words, Header header)
{
    for (const QString &word : alternatives(words)) {
        if (!vocabulary.headers.contains(word)) vocabulary.headers.insert(word, header);
    }
}

QList<Phrase> phrases(QStringView words)
{
    QList<Phrase> all;
    for (const QString &word : alternatives(words)) {
        const qsizetype star = word.indexOf(u'*');
        all.append(star < 0 ? Phrase{word, {}, false} : Phrase{word.first(star), word.sliced(star + 1), true});
    }
    return all;
}

void addLanguage(Vocabulary &vocabulary, const Language &language)
{
    vocabulary.wrote += alternatives(language.wrote);
    vocabulary.wroteBeforeName += alternatives(language.wroteBeforeName);
    vocabulary.begins += alternatives(language.begins);
    addHeaders(vocabulary, language.from, Header::From);
    addHeaders(vocabulary, language.date, Header::Date);
    addHeaders(vocabulary, language.to, Header::To);
    addHeaders(vocabulary, language.subject, Header::Subject);
    addHeaders(vocabulary, language.other, Header::Other);
    vocabulary.original += alternatives(language.original);
    vocabulary.sentFrom += phrases(language.sentFrom);
    vocabulary.sentBy += alternatives(language.sentBy);
    vocabulary.closings += phrases(language.closings);
}

Vocabulary built()
{
    Vocabulary vocabulary;
    for (const Language *language : languages)
        addLanguage(vocabulary, *language);
    vocabulary.addressed = alternatives(u"vous|nous|lui|leur");
    vocabulary.devices = alternatives(deviceNames);
    vocabulary.contacts = alternatives(contactLabels);
    vocabulary.notices = alternatives(noticeBeginnings);
    vocabulary.noticeWords = alternatives(noticeContents);
    return vocabulary;
}

} // namespace

bool Phrase::matches(QStringView foldedText) const
{
    if (!isOpen) return foldedText == start;
    return foldedText.size() >= start.size() + end.size() && foldedText.startsWith(start) && foldedText.endsWith(end);
}

const Vocabulary &vocabulary()
{
    static const Vocabulary all = built();
    return all;
}

} // namespace akwaba::mailwords
