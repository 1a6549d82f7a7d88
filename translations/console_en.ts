<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApiKeyPanel</name>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>%Ln request a minute</numerusform>
            <numerusform>%Ln requests a minute</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiKeyWords</name>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln day(s)</source>
        <translation>
            <numerusform>In %Ln day</numerusform>
            <numerusform>In %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApiKeysView</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln day(s)</source>
        <translation>
            <numerusform>At most %Ln day</numerusform>
            <numerusform>At most %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%Ln entry(ies) verified.</source>
        <translation>
            <numerusform>%Ln entry verified.</numerusform>
            <numerusform>%Ln entries verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to there the chain holds: %Ln entry(ies).</source>
        <translation>
            <numerusform>Up to there the chain holds: %Ln entry.</numerusform>
            <numerusform>Up to there the chain holds: %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwayLine</name>
    <message numerus="yes">
        <source>%Ln change(s) could not be made</source>
        <translation>
            <numerusform>%Ln change could not be made</numerusform>
            <numerusform>%Ln changes could not be made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) could not be made yet</source>
        <translation>
            <numerusform>%Ln change could not be made yet</numerusform>
            <numerusform>%Ln changes could not be made yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait until it is back.</source>
        <translation>
            <numerusform>%Ln change waits until it is back.</numerusform>
            <numerusform>%Ln changes wait until it is back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChainPane</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message numerus="yes">
        <source>%Ln pixel(s) wide</source>
        <translation>
            <numerusform>%Ln pixel wide</numerusform>
            <numerusform>%Ln pixels wide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyWords</name>
    <message numerus="yes">
        <source>%Ln row(s) copied, read again and found equal</source>
        <translation>
            <numerusform>%Ln row copied, read again and found equal</numerusform>
            <numerusform>%Ln rows copied, read again and found equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of them were there already, from a copy that was cut short.</source>
        <translation>
            <numerusform>%Ln row of them was there already, from a copy that was cut short.</numerusform>
            <numerusform>%Ln rows of them were there already, from a copy that was cut short.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln text(s) U+2400 stands where the character U+0000 was.</source>
        <translation>
            <numerusform>In %Ln text U+2400 stands where the character U+0000 was.</numerusform>
            <numerusform>In %Ln texts U+2400 stands where the character U+0000 was.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message numerus="yes">
        <source>%Ln record(s) written</source>
        <translation>
            <numerusform>%Ln record written</numerusform>
            <numerusform>%Ln records written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln record(s) exported</source>
        <translation>
            <numerusform>%Ln record exported</numerusform>
            <numerusform>%Ln records exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubNumbers</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln log entry(s)</source>
        <translation>
            <numerusform>%Ln log entry</numerusform>
            <numerusform>%Ln log entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message numerus="yes">
        <source>See %Ln connector(s)</source>
        <translation>
            <numerusform>Open the connector</numerusform>
            <numerusform>See all %Ln connectors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) that are no entry</source>
        <translation>
            <numerusform>%Ln line that is no entry</numerusform>
            <numerusform>%Ln lines that are no entry</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) there already</source>
        <translation>
            <numerusform>%Ln entry there already</numerusform>
            <numerusform>%Ln entries there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogCopier</name>
    <message numerus="yes">
        <source>%Ln entry(s) copied</source>
        <translation>
            <numerusform>%Ln entry copied</numerusform>
            <numerusform>%Ln entries copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln are copied at once.</source>
        <translation>
            <numerusform>No more than %Ln is copied at once.</numerusform>
            <numerusform>No more than %Ln are copied at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogExporting</name>
    <message numerus="yes">
        <source>%Ln entry(s) exported</source>
        <translation>
            <numerusform>%Ln entry exported</numerusform>
            <numerusform>%Ln entries exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersView</name>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>%Ln block</numerusform>
            <numerusform>%Ln blocks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewEntriesPill</name>
    <message numerus="yes">
        <source>More than %Ln new entry(s)</source>
        <translation>
            <numerusform>More than %Ln new entry</numerusform>
            <numerusform>More than %Ln new entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>%Ln new entry</numerusform>
            <numerusform>%Ln new entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesTaking</name>
    <message numerus="yes">
        <source>%Ln note(s) taken over</source>
        <translation>
            <numerusform>%Ln note taken over</numerusform>
            <numerusform>%Ln notes taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) there already</source>
        <translation>
            <numerusform>%Ln note there already</numerusform>
            <numerusform>%Ln notes there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) of entries that are not in this workspace</source>
        <translation>
            <numerusform>%Ln note of an entry that is not in this workspace</numerusform>
            <numerusform>%Ln notes of entries that are not in this workspace</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) too long to go below what stands there; nothing was changed</source>
        <translation>
            <numerusform>%Ln note too long to go below what stands there; nothing was changed</numerusform>
            <numerusform>%Ln notes too long to go below what stands there; nothing was changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message numerus="yes">
        <source>%Ln entry(ies) removed</source>
        <translation>
            <numerusform>%Ln entry removed</numerusform>
            <numerusform>%Ln entries removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A removal would now take away %Ln entry(ies)</source>
        <translation>
            <numerusform>A removal would now take away %Ln entry</numerusform>
            <numerusform>A removal would now take away %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older one(s) stay because of legal holds.</source>
        <translation>
            <numerusform>%Ln older one stays because of legal holds.</numerusform>
            <numerusform>%Ln older ones stay because of legal holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordDetails</name>
    <message numerus="yes">
        <source>History (%Ln)</source>
        <translation>
            <numerusform>History (1)</numerusform>
            <numerusform>History (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message numerus="yes">
        <source>Every %Ln day(s)</source>
        <translation>
            <numerusform>Every day</numerusform>
            <numerusform>Every %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln hour(s)</source>
        <translation>
            <numerusform>Every hour</numerusform>
            <numerusform>Every %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln minute(s)</source>
        <translation>
            <numerusform>Every minute</numerusform>
            <numerusform>Every %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln second(s)</source>
        <translation>
            <numerusform>Every second</numerusform>
            <numerusform>Every %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShownSecret</name>
    <message numerus="yes">
        <source>Hidden again in %Ln second(s).</source>
        <translation>
            <numerusform>Hidden again in %Ln second.</numerusform>
            <numerusform>Hidden again in %Ln seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>1 added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>1 updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>1 deleted</numerusform>
            <numerusform>%Ln deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialSection</name>
    <message numerus="yes">
        <source>Tried on %Ln use(s) of the last 30 days.</source>
        <translation>
            <numerusform>Tried on %Ln use of the last 30 days.</numerusform>
            <numerusform>Tried on %Ln uses of the last 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s) would have been refused</source>
        <translation>
            <numerusform>%Ln use would have been refused</numerusform>
            <numerusform>%Ln uses would have been refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsageSection</name>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>%Ln use</numerusform>
            <numerusform>%Ln uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused use(s)</source>
        <translation>
            <numerusform>%Ln refused use</numerusform>
            <numerusform>%Ln refused uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) with the old secret</source>
        <translation>
            <numerusform>%Ln request with the old secret</numerusform>
            <numerusform>%Ln requests with the old secret</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message numerus="yes">
        <source>%Ln entry(ies) verified</source>
        <translation>
            <numerusform>%Ln entry verified</numerusform>
            <numerusform>%Ln entries verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WebhooksView</name>
    <message numerus="yes">
        <source>%Ln webhook(s)</source>
        <translation>
            <numerusform>%Ln webhook</numerusform>
            <numerusform>%Ln webhooks</numerusform>
        </translation>
    </message>
</context>
</TS>
