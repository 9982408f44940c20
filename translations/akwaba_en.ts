<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AttachmentSaver</name>
    <message numerus="yes">
        <source>Downloading %n file(s)…</source>
        <translation>
            <numerusform>Downloading %n file…</numerusform>
            <numerusform>Downloading %n files…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BodyNotice</name>
    <message numerus="yes">
        <source>%n remote picture(s) blocked.</source>
        <translation>
            <numerusform>%n remote picture blocked.</numerusform>
            <numerusform>%n remote pictures blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be fetched.</source>
        <translation>
            <numerusform>%n picture could not be fetched.</numerusform>
            <numerusform>%n pictures could not be fetched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message numerus="yes">
        <source>target %n working day(s)</source>
        <translation>
            <numerusform>target %n working day</numerusform>
            <numerusform>target %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) promised</source>
        <translation>
            <numerusform>%n working day promised</numerusform>
            <numerusform>%n working days promised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more working day(s) in between</source>
        <translation>
            <numerusform>%n more working day in between</numerusform>
            <numerusform>%n more working days in between</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>Undo, %n s</source>
        <translation>
            <numerusform>Undo, %n s</numerusform>
            <numerusform>Undo, %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message numerus="yes">
        <source>tag(s) %1 added</source>
        <translation>
            <numerusform>tag %1 added</numerusform>
            <numerusform>tags %1 added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tag(s) %1 removed</source>
        <translation>
            <numerusform>tag %1 removed</numerusform>
            <numerusform>tags %1 removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxPane</name>
    <message numerus="yes">
        <source>%n new, Enter to show</source>
        <translation>
            <numerusform>%n new, Enter to show</numerusform>
            <numerusform>%n new, Enter to show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxBadge</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketGroup</name>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
</context>
</TS>
