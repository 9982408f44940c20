<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used once</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
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
    <name>Board</name>
    <message numerus="yes">
        <source>%1, %n escalations</source>
        <translation>
            <numerusform>%1, %n escalation</numerusform>
            <numerusform>%1, %n escalations</numerusform>
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
    <name>Bulk</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n ticket(s)</source>
        <translation>
            <numerusform>Snooze %n ticket</numerusform>
            <numerusform>Snooze %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo (%n min)</source>
        <translation>
            <numerusform>Undo (%n min)</numerusform>
            <numerusform>Undo (%n min)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) selected. Esc selects nothing.</source>
        <translation>
            <numerusform>%n ticket selected. Esc selects nothing.</numerusform>
            <numerusform>%n tickets selected. Esc selects nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s)</source>
        <translation>
            <numerusform>Change %n ticket</numerusform>
            <numerusform>Change %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: %1</source>
        <translation>
            <numerusform>%n skipped: %1</numerusform>
            <numerusform>%n skipped: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) change</source>
        <translation>
            <numerusform>%n ticket changes</numerusform>
            <numerusform>%n tickets change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being sent</source>
        <translation>
            <numerusform>%n being sent</numerusform>
            <numerusform>%n being sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for the network</source>
        <translation>
            <numerusform>%n waiting for the network</numerusform>
            <numerusform>%n waiting for the network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
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
    <name>Escalate</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Escalation</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier</source>
        <translation>
            <numerusform>%n earlier</numerusform>
            <numerusform>%n earlier</numerusform>
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
    <name>Holidays</name>
    <message numerus="yes">
        <source>%n already known</source>
        <translation>
            <numerusform>%n already known</numerusform>
            <numerusform>%n already known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not of whole days</source>
        <translation>
            <numerusform>%n not of whole days</numerusform>
            <numerusform>%n not of whole days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repeating</source>
        <translation>
            <numerusform>%n repeating</numerusform>
            <numerusform>%n repeating</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled in the file</source>
        <translation>
            <numerusform>%n cancelled in the file</numerusform>
            <numerusform>%n cancelled in the file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a name</source>
        <translation>
            <numerusform>%n without a name</numerusform>
            <numerusform>%n without a name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a usable date</source>
        <translation>
            <numerusform>%n without a usable date</numerusform>
            <numerusform>%n without a usable date</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s) added as planned: they count once confirmed.</source>
        <translation>
            <numerusform>%n holiday added as planned: it counts once confirmed.</numerusform>
            <numerusform>%n holidays added as planned: they count once confirmed.</numerusform>
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
    <name>Macros</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%n tickets at risk</source>
        <translation>
            <numerusform>%n ticket at risk</numerusform>
            <numerusform>%n tickets at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets late</source>
        <translation>
            <numerusform>%n ticket late</numerusform>
            <numerusform>%n tickets late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets still late</source>
        <translation>
            <numerusform>%n ticket still late</numerusform>
            <numerusform>%n tickets still late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n new notifications</source>
        <translation>
            <numerusform>%n new notification</numerusform>
            <numerusform>%n new notifications</numerusform>
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
    <name>Policies</name>
    <message numerus="yes">
        <source>%n policy(ies) changed: due dates are moving.</source>
        <translation>
            <numerusform>%n policy changed: due dates are moving.</numerusform>
            <numerusform>%n policies changed: due dates are moving.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message numerus="yes">
        <source>Closed tickets of the last %n days, and all others</source>
        <translation>
            <numerusform>Closed tickets of the last day, and all others</numerusform>
            <numerusform>Closed tickets of the last %n days, and all others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message numerus="yes">
        <source>%Ln due date(s) move</source>
        <translation>
            <numerusform>%Ln due date moves</numerusform>
            <numerusform>%Ln due dates move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln begin</source>
        <comment>due dates that nobody had promised</comment>
        <translation>
            <numerusform>%Ln begins</numerusform>
            <numerusform>%Ln begin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln end</source>
        <comment>due dates</comment>
        <translation>
            <numerusform>%Ln ends</numerusform>
            <numerusform>%Ln end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln become late</source>
        <translation>
            <numerusform>%Ln becomes late</numerusform>
            <numerusform>%Ln become late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no longer late</source>
        <translation>
            <numerusform>%Ln is no longer late</numerusform>
            <numerusform>%Ln are no longer late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted on %Ln open clock(s) of all tickets. Nothing has been changed yet.</source>
        <translation>
            <numerusform>Counted on %Ln open clock of all tickets. Nothing has been changed yet.</numerusform>
            <numerusform>Counted on %Ln open clocks of all tickets. Nothing has been changed yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” and “%2” fit %Ln same open ticket(s): the first one counts.</source>
        <translation>
            <numerusform>“%1” and “%2” fit %Ln open ticket alike: the first one counts.</numerusform>
            <numerusform>“%1” and “%2” fit the same %Ln open tickets: the first one counts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It takes %1 of %Ln open ticket(s)</source>
        <translation>
            <numerusform>It takes %1 of %Ln open ticket</numerusform>
            <numerusform>It takes %1 of %Ln open tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Supervision</name>
    <message numerus="yes">
        <source>%n due in the next opening hours, as a chart</source>
        <translation>
            <numerusform>%n due in the next opening hours, as a chart</numerusform>
            <numerusform>%n due in the next opening hours, as a chart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a draft</source>
        <translation>
            <numerusform>%n without a draft</numerusform>
            <numerusform>%n without a draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps late</source>
        <translation>
            <numerusform>%n step late</numerusform>
            <numerusform>%n steps late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n away</source>
        <translation>
            <numerusform>%n away</numerusform>
            <numerusform>%n away</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n calls today</source>
        <translation>
            <numerusform>of %n call today</numerusform>
            <numerusform>of %n calls today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working days</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the next %n opening hours</source>
        <translation>
            <numerusform>the next opening hour</numerusform>
            <numerusform>the next %n opening hours</numerusform>
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
