<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectorTypes</name>
    <message>
        <source>Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends messages with rich blocks to your Slack channels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentStates</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, look in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program (reference {reference}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the program&apos;s log to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some fields need another look: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct them and save again; nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} “{id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed meanwhile; refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name “{name}” is already in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{field}” is a secret and must not stand on the command line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {field}=@FILE, {field}=- to read standard input, or leave it out to be asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot do this now: it is not active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate the connector first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query does not understand “{part}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use words, status:error, type:webhook.*, connector:NAME, webhook:NAME or last:24h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No webhook has this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the URL of the webhook again from the console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header {header} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the webhook&apos;s secret at the sender, so that it signs its requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not fit the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the secret at the sender with the webhook&apos;s; a proxy must not change the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed time is {seconds} seconds away from this machine&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set both clocks by the network; at most {tolerance} seconds are allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is larger than {limit} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send less at a time, or raise the limit in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is not JSON: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a JSON object with webhook_id, event and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receiver takes POST requests only, not {method}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the event as a POST request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More events arrive than can be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the event again after the pause named in Retry-After.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be stored: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the headers and the event type that the sender uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address needs the service&apos;s bearer token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it in the header Authorization: Bearer ….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests for the host {host} are not answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the address that the console shows, or set public_url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not do what it was asked to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} is not known on this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address for typing errors, and the network connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the network and the firewall, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later. The message may have arrived all the same: look before sending twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the date of this machine, or install the right certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} gave an unexpected answer (HTTP {status}, {content_type}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or a sign-in page may stand in between: check the base address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {host} is larger than {limit} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} asks for a pause of {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again after the pause; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has trouble of its own (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack refused the request: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look the word up in Slack&apos;s documentation, or ask the Slack administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack does not accept the token or hook URL ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from the Slack app&apos;s settings and save the connector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Slack app may not do this ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the app the scope chat:write, install it again, or ask the Slack administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack knows no channel “{channel}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the channel&apos;s name or id; a private channel must invite the app first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app cannot write in the channel “{channel}” ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite the app to the channel, or choose one that is not archived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack does not accept the content of the message ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten or correct the message and send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The blocks break a limit of Slack at {place}: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the blocks; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack asks for a pause of {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack has trouble of its own ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} holds {count} parts; Slack takes at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} has {count} characters; Slack takes at most {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is missing or empty; Slack needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} must be of the JSON type “{expected}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: Slack knows no “{kind}” here. It takes: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}: the id “{value}” stands in the message twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} must be an address that starts with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{program} (process {pid}) has this workspace open: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or open another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace file cannot be read: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in it. Restore the file from a backup, or open another workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version of the program made this workspace: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be written: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another tool keeps the workspace file locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close database tools or backup programs that use the file; work goes on by itself afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds the workspace is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; receiving goes on by itself. Nothing that was acknowledged is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets of this workspace are locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock them with your passphrase or the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase or recovery code does not open the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; mind upper and lower case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock or install a keyring (GNOME Keyring, KWallet), or protect the workspace with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored secret “{name}” cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again: edit the connector, or rotate the webhook&apos;s secret.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{number}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>A token holds only letters, digits and hyphens: copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an emoji such as :bell:, or the address of a picture (https://…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the whole hook URL; it starts with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bot token writes to every channel that has the app. A hook URL is quicker to set up but has one channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot token (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slack hook URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At api.slack.com/apps choose your app, then OAuth &amp; Permissions: add the bot scope chat:write, install the app in your workspace and copy the Bot User OAuth Token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hook URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At api.slack.com/apps choose your app, then Incoming Webhooks: switch them on, add one for the channel and copy its URL. Whoever knows this URL can write to the channel, so it is kept like a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where messages go unless they name another channel: its name or its id. Invite the app to it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name shown in Slack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the app&apos;s own name. Another name needs the bot scope chat:write.customize.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An emoji such as :bell:, or the https address of a picture. Empty: the app&apos;s own icon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the Slack API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it only for a sandbox or a gateway of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This field is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole address that starts with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number between {minimum} and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: GitHub, main repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the sender signs its requests. Unsigned requests are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generic HMAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty to let the console make a strong one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names separated by commas; * stands for anything. Empty: all events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text before the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timestamp header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When set, the sender signs “timestamp.body”; seconds since 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event type from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header:NAME or body:PATH. Empty: the member “event” of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event id from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header:NAME or body:PATH. It tells repeated events from new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the signed time may be off; without an event id, how long an equal body is a repeat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the name of a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write header:NAME or body:PATH.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “whsec_” followed by 24 to 64 bytes in base64.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>“{topic}” arrived at {webhook}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook} and is held: the webhook is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook}; its filter does not want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request to {webhook} was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} has a new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of {webhook} was shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} was activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The webhook {webhook} was paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector {connector} was added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector {connector} was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector {connector} was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector {connector} was activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector {connector} was deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of {connector} passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test of {connector} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{connector} sent a message to {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{connector} could not send a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving webhooks at {url}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving webhooks has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {workspace} was created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secrets of the workspace were unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase can now unlock the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log entries left out because they could not be written: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogTypes</name>
    <message>
        <source>Event received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event filtered out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret rotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector activated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector deactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiver stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Integration Console</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored. Leave empty to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Find the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a harmless call</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Change the language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving is interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reachable from this machine only. Set a public URL to receive from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkspaceBadge</name>
    <message>
        <source>Integration Console</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ToastCard</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
