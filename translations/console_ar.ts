<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Stop receiving webhooks?</source>
        <translation>هل تريد إيقاف استقبال خطّافات الويب؟</translation>
    </message>
    <message>
        <source>While the console is closed, senders are refused and must send again later.</source>
        <translation>ما دامت لوحة التحكّم مغلقة تُرفَض طلبات المُرسِلين، وعليهم إعادة الإرسال لاحقًا.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Keep receiving in the tray</source>
        <translation>مواصلة الاستقبال في الخلفية</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>إيقاف وإنهاء</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConnectorActions</name>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>إرسال رسالة</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>إلغاء التنشيط</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
</context>
<context>
    <name>ConnectorCard</name>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Send message</source>
        <translation>إرسال رسالة</translation>
    </message>
    <message>
        <source>Activate the connector to send messages</source>
        <translation>نشِّط الموصّل لإرسال الرسائل</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>ConnectorDialog</name>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add {type} connector</source>
        <translation>إضافة موصّل {type}</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <translation>تعديل «{name}»</translation>
    </message>
</context>
<context>
    <name>ConnectorTypes</name>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Sends messages with rich blocks to your Slack channels.</source>
        <translation>يرسل رسائل بكتل منسّقة إلى قنواتك في Slack.</translation>
    </message>
</context>
<context>
    <name>ConnectorWords</name>
    <message>
        <source>Inactive</source>
        <translation>غير نشط</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>متعثّر</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>لم يُختبَر</translation>
    </message>
    <message>
        <source>It is switched off and sends nothing.</source>
        <translation>غير نشط ولا يرسل شيئًا.</translation>
    </message>
    <message>
        <source>The last contact went well.</source>
        <translation>نجح آخر اتصال.</translation>
    </message>
    <message>
        <source>It has not been tested yet.</source>
        <translation>لم يُختبَر بعد.</translation>
    </message>
    <message>
        <source>Never contacted</source>
        <translation>لم يُتصَل به بعد</translation>
    </message>
</context>
<context>
    <name>ConnectorsController</name>
    <message>
        <source>Delete “{name}”?</source>
        <translation>هل تريد حذف «{name}»؟</translation>
    </message>
    <message>
        <source>“{name}” was deleted</source>
        <translation>حُذف «{name}»</translation>
    </message>
    <message>
        <source>Its settings and stored secrets are deleted for good, and nothing can be sent through it any more. Its log entries stay.</source>
        <translation>ستُحذف إعداداته وأسراره المخزَّنة نهائيًا، ولن يمكن إرسال شيء عبره. أمّا إدخالاته في السجل فتبقى.</translation>
    </message>
    <message>
        <source>Delete connector</source>
        <translation>حذف الموصّل</translation>
    </message>
</context>
<context>
    <name>ConnectorsModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>آخر اتصال</translation>
    </message>
</context>
<context>
    <name>ConnectorsView</name>
    <message>
        <source>Search connectors</source>
        <translation>البحث في الموصّلات</translation>
    </message>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>الموصّلات</translation>
    </message>
    <message>
        <source>No connectors yet</source>
        <translation>لا توجد موصّلات بعد</translation>
    </message>
    <message>
        <source>A connector lets the console talk to another system, for example to send messages to Slack.</source>
        <translation>يتيح الموصّل للوحة التحكّم التواصل مع نظام آخر، لإرسال رسائل إلى Slack مثلًا.</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>A Slack in miniature is running</source>
        <translation>نسخة مصغّرة من Slack قيد التشغيل</translation>
    </message>
    <message>
        <source>Address {address}, bot token {token}</source>
        <translation>العنوان {address}، رمز وصول البوت {token}</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>نسخ رمز الوصول</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>فتح مساحة عمل</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>الموصّلات</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>خطّافات الويب</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>فكّ القفل…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>ContentStates</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Last contact: {when}</source>
        <translation>آخر اتصال: {when}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Connector ID</source>
        <translation>معرّف الموصّل</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
    <message>
        <source>Activate the connector first.</source>
        <translation>نشِّط الموصّل أولًا.</translation>
    </message>
    <message>
        <source>Activate the connector</source>
        <translation>تنشيط الموصّل</translation>
    </message>
    <message>
        <source>Deactivate the connector</source>
        <translation>إلغاء تنشيط الموصّل</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Something did not work.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Try again; if it keeps happening, look in the log.</source>
        <translation>أعد المحاولة، وإن تكرّر الخطأ فراجع السجل.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program (reference {reference}).</source>
        <translation>حدث خطأ داخل البرنامج (المرجع {reference}).</translation>
    </message>
    <message>
        <source>Try again. If it happens again, send the program&apos;s log to support.</source>
        <translation>أعد المحاولة، وإن تكرّر الخطأ فأرسل سجل البرنامج إلى فريق الدعم.</translation>
    </message>
    <message>
        <source>Some fields need another look: {fields}.</source>
        <translation>بعض الحقول تحتاج إلى مراجعة: {fields}.</translation>
    </message>
    <message>
        <source>Correct them and save again; nothing was lost.</source>
        <translation>صحّحها ثم احفظ مرّة أخرى، ولم يُفقَد شيء.</translation>
    </message>
    <message>
        <source>There is no {kind} “{id}”.</source>
        <translation>لا يوجد {kind} بالمعرّف «{id}».</translation>
    </message>
    <message>
        <source>It may have been removed in the meantime; refresh the list.</source>
        <translation>ربّما أُزيل في هذه الأثناء، فحدِّث القائمة.</translation>
    </message>
    <message>
        <source>“{field}” is a secret and must not be given on the command line.</source>
        <translation>«{field}» قيمة سرّية لا يجوز كتابتها في سطر الأوامر.</translation>
    </message>
    <message>
        <source>The search does not understand “{part}”.</source>
        <translation>لم يُفهَم «{part}» في البحث.</translation>
    </message>
    <message>
        <source>The name “{name}” is already in use.</source>
        <translation>الاسم «{name}» مستخدَم بالفعل.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Use {field}=@FILE, {field}=- to read standard input, or leave it out to be asked for it.</source>
        <translation>استخدم ⁦{field}=@FILE⁩، أو ⁦{field}=-⁩ للقراءة من الدخل القياسي، أو لا تكتبها ليُطلَب منك إدخالها.</translation>
    </message>
    <message>
        <source>“{name}” cannot do this now: it is not active.</source>
        <translation>لا يستطيع «{name}» فعل ذلك الآن لأنه غير نشط.</translation>
    </message>
    <message>
        <source>Activate the connector first.</source>
        <translation>نشِّط الموصّل أولًا.</translation>
    </message>
    <message>
        <source>Use words, status:error, type:webhook.*, connector:NAME, webhook:NAME, correlation:ID or last:24h.</source>
        <translation>استخدم كلمات، أو ⁦status:error⁩ أو ⁦type:webhook.*⁩ أو ⁦connector:NAME⁩ أو ⁦webhook:NAME⁩ أو ⁦correlation:ID⁩ أو ⁦last:24h⁩.</translation>
    </message>
    <message>
        <source>No webhook has this address.</source>
        <translation>لا يوجد خطّاف ويب بهذا العنوان.</translation>
    </message>
    <message>
        <source>Copy the URL of the webhook again from the console.</source>
        <translation>انسخ عنوان خطّاف الويب من لوحة التحكّم مرّة أخرى.</translation>
    </message>
    <message>
        <source>The header {header} is missing.</source>
        <translation>الترويسة {header} مفقودة.</translation>
    </message>
    <message>
        <source>Enter the webhook&apos;s secret at the sender, so that it signs its requests.</source>
        <translation>أدخل سرّ خطّاف الويب لدى المُرسِل ليوقّع طلباته.</translation>
    </message>
    <message>
        <source>Compare the secret at the sender with the webhook&apos;s; a proxy must not change the body.</source>
        <translation>قارن السرّ لدى المُرسِل بسرّ خطّاف الويب، وتأكّد من أنّ أي خادم وكيل لا يغيّر المتن.</translation>
    </message>
    <message>
        <source>The signature does not match the body.</source>
        <translation>التوقيع لا يطابق المتن.</translation>
    </message>
    <message>
        <source>The signed time is {seconds} s off this machine&apos;s clock.</source>
        <translation>الوقت الموقَّع يختلف عن ساعة هذا الجهاز بمقدار {seconds} ث.</translation>
    </message>
    <message>
        <source>Set both clocks by the network; at most {tolerance} s are allowed.</source>
        <translation>اضبط الساعتين عبر الشبكة، فالحدّ الأقصى المسموح به {tolerance} ث.</translation>
    </message>
    <message>
        <source>The body is larger than {limit} bytes.</source>
        <translation>حجم المتن أكبر من {limit} بايت.</translation>
    </message>
    <message>
        <source>Send less at a time, or raise the limit in the settings.</source>
        <translation>أرسل قدرًا أقلّ في المرّة الواحدة، أو ارفع الحدّ في الإعدادات.</translation>
    </message>
    <message>
        <source>The body is not JSON: {reason}.</source>
        <translation>المتن ليس بصيغة JSON: {reason}.</translation>
    </message>
    <message>
        <source>Send a JSON object with webhook_id, event and data.</source>
        <translation>أرسل كائن JSON يحتوي على webhook_id و event و data.</translation>
    </message>
    <message>
        <source>The receiver takes POST requests only, not {method}.</source>
        <translation>لا تُقبَل إلا طلبات POST، لا {method}.</translation>
    </message>
    <message>
        <source>Send the event as a POST request.</source>
        <translation>أرسل الحدث في طلب POST.</translation>
    </message>
    <message>
        <source>More events arrive than can be stored.</source>
        <translation>تصل أحداث أكثر ممّا يمكن تخزينه.</translation>
    </message>
    <message>
        <source>Send the event again after the pause named in Retry-After.</source>
        <translation>أعد إرسال الحدث بعد المهلة المذكورة في Retry-After.</translation>
    </message>
    <message>
        <source>This event cannot be stored: {reason}.</source>
        <translation>تعذّر تخزين هذا الحدث: {reason}.</translation>
    </message>
    <message>
        <source>Look at the headers and the event type that the sender uses.</source>
        <translation>راجع الترويسات ونوع الحدث لدى المُرسِل.</translation>
    </message>
    <message>
        <source>This address needs the service&apos;s bearer token.</source>
        <translation>يتطلّب هذا العنوان رمز وصول الخدمة (bearer).</translation>
    </message>
    <message>
        <source>Send it in the header Authorization: Bearer ….</source>
        <translation>أرسله في الترويسة ⁦Authorization: Bearer …⁩.</translation>
    </message>
    <message>
        <source>Requests for the host {host} are not answered.</source>
        <translation>لا يُجاب على الطلبات الموجَّهة إلى المضيف {host}.</translation>
    </message>
    <message>
        <source>Use the address that the console shows, or set public_url.</source>
        <translation>استخدم العنوان الذي تعرضه لوحة التحكّم، أو عيِّن public_url.</translation>
    </message>
    <message>
        <source>The receiver cannot listen at {host}, port {port}: {reason}.</source>
        <translation>تعذّر الاستقبال على {host}، المنفذ {port}: {reason}.</translation>
    </message>
    <message>
        <source>Close the program that uses the port, or set INTEGRATION_PORT to another one.</source>
        <translation>أغلق البرنامج الذي يستخدم المنفذ، أو عيِّن منفذًا آخر في INTEGRATION_PORT.</translation>
    </message>
    <message>
        <source>The sender closed the connection before the body was complete.</source>
        <translation>أغلق المُرسِل الاتصال قبل اكتمال المتن.</translation>
    </message>
    <message>
        <source>The webhook of this address was removed.</source>
        <translation>أُزيل خطّاف الويب الخاص بهذا العنوان.</translation>
    </message>
    <message>
        <source>Delete the address at the sender, or create a new webhook.</source>
        <translation>احذف العنوان لدى المُرسِل، أو أنشئ خطّاف ويب جديدًا.</translation>
    </message>
    <message>
        <source>The body did not arrive within {seconds} s.</source>
        <translation>لم يصل المتن خلال {seconds} ث.</translation>
    </message>
    <message>
        <source>Send the event again; check the network of the sender.</source>
        <translation>أعد إرسال الحدث، وتحقّق من شبكة المُرسِل.</translation>
    </message>
    <message>
        <source>{host} did not do what it was asked to.</source>
        <translation>لم ينفّذ {host} المطلوب.</translation>
    </message>
    <message>
        <source>The name {host} is not known on this network.</source>
        <translation>الاسم {host} غير معروف على هذه الشبكة.</translation>
    </message>
    <message>
        <source>Check the address for typing errors, and the network connection.</source>
        <translation>تحقّق من كتابة العنوان ومن الاتصال بالشبكة.</translation>
    </message>
    <message>
        <source>No connection to {host}.</source>
        <translation>لا يوجد اتصال بـ {host}.</translation>
    </message>
    <message>
        <source>Check the address, the network and the firewall, then try again.</source>
        <translation>تحقّق من العنوان والشبكة وجدار الحماية، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The connection to {host} broke before the answer came.</source>
        <translation>انقطع الاتصال بـ {host} قبل وصول الرد.</translation>
    </message>
    <message>
        <source>Try again later. The message may still have arrived: check before you send it twice.</source>
        <translation>أعد المحاولة لاحقًا. ربّما وصلت الرسالة رغم ذلك، فتحقّق قبل إرسالها مرّة أخرى.</translation>
    </message>
    <message>
        <source>{host} did not answer within {seconds} s.</source>
        <translation>لم يُجب {host} خلال {seconds} ث.</translation>
    </message>
    <message>
        <source>{host} asks for a pause of {seconds} s.</source>
        <translation>يطلب {host} التوقّف مدّة {seconds} ث.</translation>
    </message>
    <message>
        <source>{host} is having problems (HTTP {status}).</source>
        <translation>يواجه {host} مشكلات (HTTP {status}).</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted.</source>
        <translation>لا يمكن الوثوق بشهادة {host}.</translation>
    </message>
    <message>
        <source>Check the address and the date of this machine, or install the right certificate.</source>
        <translation>تحقّق من العنوان ومن تاريخ هذا الجهاز، أو ثبِّت الشهادة الصحيحة.</translation>
    </message>
    <message>
        <source>{host} gave an unexpected answer (HTTP {status}, {content_type}).</source>
        <translation>أعاد {host} ردًّا غير متوقَّع (HTTP {status}، {content_type}).</translation>
    </message>
    <message>
        <source>A proxy or a sign-in page may stand in between: check the base address and the network.</source>
        <translation>ربّما يعترض الطريقَ خادم وكيل أو صفحة تسجيل دخول: تحقّق من العنوان الأساسي ومن الشبكة.</translation>
    </message>
    <message>
        <source>The answer of {host} is larger than {limit} bytes.</source>
        <translation>ردّ {host} أكبر من {limit} بايت.</translation>
    </message>
    <message>
        <source>Check the base address.</source>
        <translation>تحقّق من العنوان الأساسي.</translation>
    </message>
    <message>
        <source>Send again after the pause; nothing was sent.</source>
        <translation>أعد الإرسال بعد انتهاء المهلة، فلم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>Slack refused the request: {reason}.</source>
        <translation>رفض Slack الطلب: {reason}.</translation>
    </message>
    <message>
        <source>Look the word up in Slack&apos;s documentation, or ask the Slack administrator.</source>
        <translation>ابحث عن هذه الكلمة في وثائق Slack، أو اسأل مسؤول Slack.</translation>
    </message>
    <message>
        <source>Slack does not accept the token or hook URL ({reason}).</source>
        <translation>لا يقبل Slack رمز الوصول أو عنوان الخطّاف ({reason}).</translation>
    </message>
    <message>
        <source>Copy it again from the Slack app&apos;s settings and save the connector.</source>
        <translation>انسخه من إعدادات تطبيق Slack مرّة أخرى واحفظ الموصّل.</translation>
    </message>
    <message>
        <source>The Slack app may not do this ({reason}).</source>
        <translation>لا يملك تطبيق Slack صلاحية ذلك ({reason}).</translation>
    </message>
    <message>
        <source>Give the app the scope chat:write, install it again, or ask the Slack administrator.</source>
        <translation>امنح التطبيق الصلاحية chat:write وأعد تثبيته، أو اسأل مسؤول Slack.</translation>
    </message>
    <message>
        <source>Slack does not know the channel “{channel}”.</source>
        <translation>لا يعرف Slack القناة «{channel}».</translation>
    </message>
    <message>
        <source>Check the channel&apos;s name or ID; invite the app to a private channel first.</source>
        <translation>تحقّق من اسم القناة أو معرّفها، وإن كانت خاصّة فادعُ التطبيق إليها أولًا.</translation>
    </message>
    <message>
        <source>Slack asks for a pause of {seconds} s.</source>
        <translation>يطلب Slack التوقّف مدّة {seconds} ث.</translation>
    </message>
    <message>
        <source>Slack is having problems ({reason}).</source>
        <translation>يواجه Slack مشكلات ({reason}).</translation>
    </message>
    <message>
        <source>The app cannot write in the channel “{channel}” ({reason}).</source>
        <translation>لا يستطيع التطبيق الكتابة في القناة «{channel}» ({reason}).</translation>
    </message>
    <message>
        <source>Invite the app to the channel, or choose one that is not archived.</source>
        <translation>ادعُ التطبيق إلى القناة، أو اختر قناة غير مؤرشفة.</translation>
    </message>
    <message>
        <source>Slack does not accept the content of the message ({reason}).</source>
        <translation>لا يقبل Slack محتوى الرسالة ({reason}).</translation>
    </message>
    <message>
        <source>Shorten or correct the message and send it again.</source>
        <translation>اختصر الرسالة أو صحّحها ثم أرسلها مرّة أخرى.</translation>
    </message>
    <message>
        <source>The blocks break a limit of Slack at {place}: {problem}.</source>
        <translation>تتجاوز الكتل أحد حدود Slack عند {place}: {problem}.</translation>
    </message>
    <message>
        <source>Correct the blocks; nothing was sent.</source>
        <translation>صحّح الكتل، فلم يُرسَل شيء.</translation>
    </message>
    <message>
        <source>{place} has {count} parts; Slack accepts at most {limit}.</source>
        <translation>عدد الأجزاء في {place} هو {count}، والحدّ الأقصى في Slack هو {limit}.</translation>
    </message>
    <message>
        <source>{place} has {count} characters; Slack accepts at most {limit}.</source>
        <translation>عدد الأحرف في {place} هو {count}، والحدّ الأقصى في Slack هو {limit}.</translation>
    </message>
    <message>
        <source>{place} is missing or empty; Slack needs it.</source>
        <translation>{place} مفقود أو فارغ، وهو مطلوب في Slack.</translation>
    </message>
    <message>
        <source>{place} must be of the JSON type “{expected}”.</source>
        <translation>يجب أن يكون نوع {place} في JSON هو «{expected}».</translation>
    </message>
    <message>
        <source>{place}: Slack does not know “{kind}” here. It accepts: {known}.</source>
        <translation>{place}: لا يعرف Slack النوع «{kind}» هنا. الأنواع المقبولة: {known}.</translation>
    </message>
    <message>
        <source>{place}: the id “{value}” appears in the message twice.</source>
        <translation>{place}: المعرّف «{value}» مكرّر في الرسالة.</translation>
    </message>
    <message>
        <source>{place} must be an address that starts with https:// or http://.</source>
        <translation>يجب أن يكون {place} عنوانًا يبدأ بـ ⁦https://⁩ أو ⁦http://⁩.</translation>
    </message>
    <message>
        <source>{program} (process {pid}) has this workspace open: {path}.</source>
        <translation>مساحة العمل {path} مفتوحة في {program} (العملية {pid}).</translation>
    </message>
    <message>
        <source>Close that program, or open another workspace.</source>
        <translation>أغلق ذلك البرنامج، أو افتح مساحة عمل أخرى.</translation>
    </message>
    <message>
        <source>The workspace file cannot be read: {path}.</source>
        <translation>ملف مساحة العمل {path} غير قابل للقراءة.</translation>
    </message>
    <message>
        <source>Nothing was changed in it. Restore the file from a backup, or open another workspace.</source>
        <translation>لم يتغيّر شيء فيه. استعد الملف من نسخة احتياطية، أو افتح مساحة عمل أخرى.</translation>
    </message>
    <message>
        <source>A newer version of the program made this workspace: {path}.</source>
        <translation>مساحة العمل {path} من إنشاء إصدار أحدث من البرنامج.</translation>
    </message>
    <message>
        <source>Install the newest version and open it again.</source>
        <translation>ثبِّت أحدث إصدار وافتحها مرّة أخرى.</translation>
    </message>
    <message>
        <source>The workspace cannot be written: {path}.</source>
        <translation>مساحة العمل {path} غير قابلة للكتابة.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write in it.</source>
        <translation>تأكّد من وجود المجلّد ومن أنّ لديك إذن الكتابة فيه.</translation>
    </message>
    <message>
        <source>Another tool keeps the workspace file locked.</source>
        <translation>أداة أخرى تُبقي ملف مساحة العمل مقفلًا.</translation>
    </message>
    <message>
        <source>Close database tools or backup programs that use the file; work goes on by itself afterwards.</source>
        <translation>أغلق أدوات قواعد البيانات أو برامج النسخ الاحتياطي التي تستخدم الملف، وسيُستأنف العمل تلقائيًا بعد ذلك.</translation>
    </message>
    <message>
        <source>The disk that holds the workspace is full.</source>
        <translation>القرص الذي يحوي مساحة العمل ممتلئ.</translation>
    </message>
    <message>
        <source>Free some space; receiving goes on by itself. Nothing that was acknowledged is lost.</source>
        <translation>أخلِ بعض المساحة وسيُستأنف الاستقبال تلقائيًا. لم يُفقَد شيء ممّا أُكِّد استلامه.</translation>
    </message>
    <message>
        <source>The secrets of this workspace are locked.</source>
        <translation>أسرار مساحة العمل هذه مقفلة.</translation>
    </message>
    <message>
        <source>Unlock them with your passphrase or the recovery code.</source>
        <translation>فكّ قفلها بعبارة المرور أو برمز الاسترداد.</translation>
    </message>
    <message>
        <source>This passphrase or recovery code does not open the workspace.</source>
        <translation>عبارة المرور أو رمز الاسترداد لا يفتح مساحة العمل.</translation>
    </message>
    <message>
        <source>Type it again; mind upper and lower case.</source>
        <translation>اكتبه مرّة أخرى مع مراعاة الأحرف الكبيرة والصغيرة.</translation>
    </message>
    <message>
        <source>This workspace is protected already.</source>
        <translation>مساحة العمل هذه محمية بالفعل.</translation>
    </message>
    <message>
        <source>Unlock it with its passphrase or the recovery code.</source>
        <translation>فكّ قفلها بعبارة المرور أو برمز الاسترداد.</translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {reason}.</source>
        <translation>تعذّر استخدام حافظة مفاتيح النظام: {reason}.</translation>
    </message>
    <message>
        <source>Unlock or install a keyring (GNOME Keyring, KWallet), or protect the workspace with a passphrase.</source>
        <translation>فكّ قفل حافظة مفاتيح أو ثبِّت واحدة (GNOME Keyring أو KWallet)، أو احمِ مساحة العمل بعبارة مرور.</translation>
    </message>
    <message>
        <source>The stored secret “{name}” cannot be opened.</source>
        <translation>تعذّر فتح السرّ المخزَّن «{name}».</translation>
    </message>
    <message>
        <source>Enter it again: edit the connector, or rotate the webhook&apos;s secret.</source>
        <translation>أدخله مرّة أخرى: عدِّل الموصّل، أو جدِّد سرّ خطّاف الويب.</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>Received</source>
        <translation>وقت الاستلام</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Sender&apos;s ID</source>
        <translation>المعرّف لدى المُرسِل</translation>
    </message>
    <message>
        <source>Stored event</source>
        <translation>الحدث المخزَّن</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>EventsModel</name>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>وقت الاستلام</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Optional</source>
        <translation>اختياري</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search names, events and errors</source>
        <translation>البحث في الأسماء والأحداث والأخطاء</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Related to {id}</source>
        <translation>المرتبط بـ {id}</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>كلّ الأحداث</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>كلّ المصادر</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>قبل أقلّ من دقيقة</numerusform>
            <numerusform>قبل دقيقة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل %Ln دقائق</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
            <numerusform>قبل %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s) ago</source>
        <translation>
            <numerusform>قبل أقلّ من ساعة</numerusform>
            <numerusform>قبل ساعة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل %Ln ساعات</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
            <numerusform>قبل %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>قبل يوم</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل %Ln أيام</numerusform>
            <numerusform>قبل %Ln يومًا</numerusform>
            <numerusform>قبل %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ملي ث</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} ث</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} د</translation>
    </message>
    <message>
        <source>{number} B</source>
        <translation>{number} بايت</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} ك.ب</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} م.ب</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} ج.ب</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>A token holds only letters, digits and hyphens: copy it again.</source>
        <translation>لا يحتوي رمز الوصول إلا على أحرف وأرقام وشرطات: انسخه مرّة أخرى.</translation>
    </message>
    <message>
        <source>Enter an emoji such as :bell:, or the address of a picture (https://…).</source>
        <translation>أدخل رمزًا تعبيريًا مثل ⁦:bell:⁩، أو عنوان صورة (⁦https://…⁩).</translation>
    </message>
    <message>
        <source>Enter the whole hook URL; it starts with https:// or http://.</source>
        <translation>أدخل عنوان الخطّاف كاملًا، وهو يبدأ بـ ⁦https://⁩ أو ⁦http://⁩.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>خيارات متقدّمة</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>A bot token writes to every channel that has the app. A hook URL is quicker to set up but has one channel.</source>
        <translation>يكتب رمز وصول البوت في كلّ قناة أُضيف إليها التطبيق. أمّا عنوان الخطّاف فإعداده أسرع لكنّه لقناة واحدة.</translation>
    </message>
    <message>
        <source>Bot token (recommended)</source>
        <translation>رمز وصول البوت (موصى به)</translation>
    </message>
    <message>
        <source>Slack hook URL</source>
        <translation>عنوان خطّاف Slack</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>رمز وصول البوت</translation>
    </message>
    <message>
        <source>At api.slack.com/apps choose your app, then OAuth &amp; Permissions: add the bot scope chat:write, install the app in your workspace and copy the Bot User OAuth Token.</source>
        <translation>في api.slack.com/apps اختر تطبيقك ثم «OAuth &amp; Permissions»: أضف صلاحية البوت chat:write، وثبِّت التطبيق في مساحة عملك، ثم انسخ «Bot User OAuth Token».</translation>
    </message>
    <message>
        <source>Hook URL</source>
        <translation>عنوان الخطّاف</translation>
    </message>
    <message>
        <source>At api.slack.com/apps choose your app, then Incoming Webhooks: switch them on, add one for the channel and copy its URL. Whoever knows this URL can write to the channel, so it is kept like a password.</source>
        <translation>في api.slack.com/apps اختر تطبيقك ثم «Incoming Webhooks»: فعِّلها وأضف واحدًا للقناة وانسخ عنوانه. من يعرف هذا العنوان يستطيع الكتابة في القناة، لذلك يُحفَظ كما تُحفَظ كلمة المرور.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Where messages go unless they name another channel: its name or its ID. Invite the app to it first.</source>
        <translation>وجهة الرسائل ما لم تحدّد قناة أخرى: اسم القناة أو معرّفها. ادعُ التطبيق إليها أولًا.</translation>
    </message>
    <message>
        <source>Name shown in Slack</source>
        <translation>الاسم الظاهر في Slack</translation>
    </message>
    <message>
        <source>Empty: the app&apos;s own name. Another name needs the bot scope chat:write.customize.</source>
        <translation>إذا تُرك فارغًا فاسم التطبيق نفسه. ويتطلّب أي اسم آخر صلاحية البوت chat:write.customize.</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>الأيقونة</translation>
    </message>
    <message>
        <source>An emoji such as :bell:, or the https address of a picture. Empty: the app&apos;s own icon.</source>
        <translation>رمز تعبيري مثل ⁦:bell:⁩، أو عنوان https لصورة. إذا تُرك فارغًا فأيقونة التطبيق نفسها.</translation>
    </message>
    <message>
        <source>Time limit in seconds</source>
        <translation>المهلة بالثواني</translation>
    </message>
    <message>
        <source>How long to wait for an answer.</source>
        <translation>مدّة انتظار الرد.</translation>
    </message>
    <message>
        <source>Address of the Slack API</source>
        <translation>عنوان واجهة Slack البرمجية</translation>
    </message>
    <message>
        <source>Change it only for a sandbox or a gateway of your own.</source>
        <translation>غيِّره فقط لبيئة تجريبية أو لبوّابة خاصّة بك.</translation>
    </message>
    <message>
        <source>Write it as name=value.</source>
        <translation>اكتبه بالصيغة ⁦name=value⁩.</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة الملف: {reason}.</translation>
    </message>
    <message>
        <source>There is no such field.</source>
        <translation>لا يوجد حقل بهذا الاسم.</translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>هذا الحقل مطلوب.</translation>
    </message>
    <message>
        <source>Enter text.</source>
        <translation>أدخل نصًّا.</translation>
    </message>
    <message>
        <source>Enter a whole address that starts with https:// or http://.</source>
        <translation>أدخل عنوانًا كاملًا يبدأ بـ ⁦https://⁩ أو ⁦http://⁩.</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>اختر واحدًا من: {choices}.</translation>
    </message>
    <message>
        <source>Enter true or false.</source>
        <translation>أدخل true أو false.</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>أدخل عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>Enter a number between {minimum} and {maximum}.</source>
        <translation>أدخل عددًا بين {minimum} و{maximum}.</translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column}.</source>
        <translation>هذا ليس بصيغة JSON: السطر {line}، العمود {column}.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>For example: GitHub, main repository</source>
        <translation>مثال: GitHub، المستودع الرئيسي</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>التحقّق</translation>
    </message>
    <message>
        <source>How the sender signs its requests. Unsigned requests are refused.</source>
        <translation>كيف يوقّع المُرسِل طلباته. تُرفَض الطلبات غير الموقَّعة.</translation>
    </message>
    <message>
        <source>GitHub</source>
        <translation>GitHub</translation>
    </message>
    <message>
        <source>Standard Webhooks</source>
        <translation>Standard Webhooks</translation>
    </message>
    <message>
        <source>Generic HMAC</source>
        <translation>‏HMAC عام</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السرّ</translation>
    </message>
    <message>
        <source>Only these events</source>
        <translation>هذه الأحداث فقط</translation>
    </message>
    <message>
        <source>Names separated by commas; * stands for anything. Empty: all events.</source>
        <translation>أسماء تفصل بينها فواصل، و⁦*⁩ تعني أي شيء. إذا تُرك فارغًا فكلّ الأحداث.</translation>
    </message>
    <message>
        <source>Signature header</source>
        <translation>ترويسة التوقيع</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>دالة التجزئة</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Text before the signature</source>
        <translation>النص الذي يسبق التوقيع</translation>
    </message>
    <message>
        <source>Timestamp header</source>
        <translation>ترويسة الطابع الزمني</translation>
    </message>
    <message>
        <source>When set, the sender signs “timestamp.body”; seconds since 1970.</source>
        <translation>عند تعيينها يوقّع المُرسِل «timestamp.body»، بالثواني منذ 1970.</translation>
    </message>
    <message>
        <source>Event type from</source>
        <translation>مصدر نوع الحدث</translation>
    </message>
    <message>
        <source>header:NAME or body:PATH. Empty: the member “event” of the body.</source>
        <translation>‏⁦header:NAME⁩ أو ⁦body:PATH⁩. إذا تُرك فارغًا فالعنصر «event» في المتن.</translation>
    </message>
    <message>
        <source>Event ID from</source>
        <translation>مصدر معرّف الحدث</translation>
    </message>
    <message>
        <source>How far the signed time may be off; without an event ID, how long an identical body counts as a repeat.</source>
        <translation>أقصى فرق مسموح به في الوقت الموقَّع. وعند غياب معرّف الحدث: المدّة التي يُعَدّ فيها المتن المطابق مكرّرًا.</translation>
    </message>
    <message>
        <source>header:NAME or body:PATH. It tells repeated events from new ones.</source>
        <translation>‏⁦header:NAME⁩ أو ⁦body:PATH⁩. به تُميَّز الأحداث المكرّرة من الجديدة.</translation>
    </message>
    <message>
        <source>Leave it empty, and a new webhook gets a strong one.</source>
        <translation>اتركه فارغًا ليحصل خطّاف الويب الجديد على سرّ قوي.</translation>
    </message>
    <message>
        <source>Window in seconds</source>
        <translation>النافذة الزمنية بالثواني</translation>
    </message>
    <message>
        <source>This is not the name of a header.</source>
        <translation>هذا ليس اسم ترويسة.</translation>
    </message>
    <message>
        <source>Write header:NAME or body:PATH.</source>
        <translation>اكتب ⁦header:NAME⁩ أو ⁦body:PATH⁩.</translation>
    </message>
    <message>
        <source>Use at least {count} characters.</source>
        <translation>الحدّ الأدنى لعدد الأحرف: {count}.</translation>
    </message>
    <message>
        <source>Use “whsec_” followed by 24 to 64 bytes in base64.</source>
        <translation>استخدم «⁦whsec_⁩» متبوعة بما بين 24 و64 بايت بترميز base64.</translation>
    </message>
    <message>
        <source>This is not a JSON list of blocks.</source>
        <translation>هذه ليست قائمة كتل بصيغة JSON.</translation>
    </message>
    <message>
        <source>Enter a list of blocks: [ … ], or an object that holds one as “blocks”.</source>
        <translation>أدخل قائمة كتل: ⁦[ … ]⁩، أو كائنًا يحتوي عليها باسم «blocks».</translation>
    </message>
    <message>
        <source>Empty: the connector&apos;s own channel.</source>
        <translation>إذا تُرك فارغًا فقناة الموصّل نفسه.</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Blocks (Block Kit)</source>
        <translation>كتل (Block Kit)</translation>
    </message>
    <message>
        <source>Blocks (JSON)</source>
        <translation>الكتل (JSON)</translation>
    </message>
    <message>
        <source>Notifications and screen readers use the text above instead of the blocks.</source>
        <translation>تستخدم الإشعاراتُ وقارئات الشاشة النصَّ أعلاه بدلًا من الكتل.</translation>
    </message>
    <message>
        <source>What it is called in lists and in the log.</source>
        <translation>الاسم الذي يظهر في القوائم وفي السجل.</translation>
    </message>
</context>
<context>
    <name>HubActivity</name>
    <message>
        <source>{sentence}: {reason}</source>
        <translation>‏{sentence}: {reason}</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>لم يحدث شيء بعد.</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>فتح السجل</translation>
    </message>
</context>
<context>
    <name>HubNumbers</name>
    <message>
        <source>{refused} refused, {duplicates} repeated</source>
        <translation>مرفوض: {refused}، مكرّر: {duplicates}</translation>
    </message>
    <message>
        <source>{errors} in {entries}</source>
        <translation>{errors} في {entries}</translation>
    </message>
    <message>
        <source>active, out of {all}</source>
        <translation>نشط من أصل {all}</translation>
    </message>
    <message>
        <source>active, out of {all}; {failing} failing</source>
        <translation>نشط من أصل {all}، متعثّر: {failing}</translation>
    </message>
    <message>
        <source>Events, last 24 hours</source>
        <translation>الأحداث، آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Success, last 24 hours</source>
        <translation>النجاح، آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>الموصّلات</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>خطّافات الويب</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%Ln أخطاء</numerusform>
            <numerusform>%Ln خطأً</numerusform>
            <numerusform>%Ln خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln log entry(s)</source>
        <translation>
            <numerusform>سجل فارغ</numerusform>
            <numerusform>إدخال واحد</numerusform>
            <numerusform>إدخالين</numerusform>
            <numerusform>%Ln إدخالات</numerusform>
            <numerusform>%Ln إدخالًا</numerusform>
            <numerusform>%Ln إدخال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HubView</name>
    <message>
        <source>Connectors</source>
        <translation>الموصّلات</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>آخر النشاطات</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>فتح السجل</translation>
    </message>
    <message>
        <source>No connectors yet. Add one to send messages to other systems.</source>
        <translation>لا توجد موصّلات بعد. أضف موصّلًا لإرسال الرسائل إلى أنظمة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>See %Ln connector(s)</source>
        <translation>
            <numerusform>عرض الموصّلات</numerusform>
            <numerusform>عرض الموصّل</numerusform>
            <numerusform>عرض الموصّلَين</numerusform>
            <numerusform>عرض %Ln موصّلات</numerusform>
            <numerusform>عرض %Ln موصّلًا</numerusform>
            <numerusform>عرض %Ln موصّل</numerusform>
        </translation>
    </message>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
</context>
<context>
    <name>LatePage</name>
    <message>
        <source>Open another workspace…</source>
        <translation>فتح مساحة عمل أخرى…</translation>
    </message>
</context>
<context>
    <name>LiveBar</name>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقّت</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقّف</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
    <message>
        <source>More than {number} entries</source>
        <translation>أكثر من {number} إدخال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>لا إدخالات</numerusform>
            <numerusform>إدخال واحد</numerusform>
            <numerusform>إدخالان</numerusform>
            <numerusform>%Ln إدخالات</numerusform>
            <numerusform>%Ln إدخالًا</numerusform>
            <numerusform>%Ln إدخال</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>“{topic}” arrived at {webhook}</source>
        <translation>وصل الحدث «{topic}» إلى {webhook}</translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook} and is held: the webhook is paused</source>
        <translation>وصل الحدث «{topic}» إلى {webhook} وعُلِّق لأنّ خطّاف الويب متوقّف مؤقّتًا</translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook} again</source>
        <translation>وصل الحدث «{topic}» إلى {webhook} مرّة أخرى</translation>
    </message>
    <message>
        <source>“{topic}” arrived at {webhook} and was filtered out</source>
        <translation>وصل الحدث «{topic}» إلى {webhook} واستبعدته التصفية</translation>
    </message>
    <message>
        <source>A request to {webhook} was refused</source>
        <translation>رُفض طلب موجَّه إلى {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} was created</source>
        <translation>أُنشئ خطّاف الويب {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} was changed</source>
        <translation>عُدِّل خطّاف الويب {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} was removed</source>
        <translation>حُذف خطّاف الويب {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} has a new secret</source>
        <translation>أصبح لخطّاف الويب {webhook} سرّ جديد</translation>
    </message>
    <message>
        <source>The secret of {webhook} was shown</source>
        <translation>عُرض سرّ {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} was activated</source>
        <translation>نُشِّط خطّاف الويب {webhook}</translation>
    </message>
    <message>
        <source>The webhook {webhook} was paused</source>
        <translation>أُوقف خطّاف الويب {webhook} مؤقّتًا</translation>
    </message>
    <message>
        <source>The connector {connector} was added</source>
        <translation>أُضيف الموصّل {connector}</translation>
    </message>
    <message>
        <source>The connector {connector} was changed</source>
        <translation>عُدِّل الموصّل {connector}</translation>
    </message>
    <message>
        <source>The connector {connector} was removed</source>
        <translation>حُذف الموصّل {connector}</translation>
    </message>
    <message>
        <source>The connector {connector} was activated</source>
        <translation>نُشِّط الموصّل {connector}</translation>
    </message>
    <message>
        <source>The connector {connector} was deactivated</source>
        <translation>أُلغي تنشيط الموصّل {connector}</translation>
    </message>
    <message>
        <source>The test of {connector} passed</source>
        <translation>نجح اختبار {connector}</translation>
    </message>
    <message>
        <source>The test of {connector} failed</source>
        <translation>فشل اختبار {connector}</translation>
    </message>
    <message>
        <source>{connector} sent a message to {channel}</source>
        <translation>أرسل {connector} رسالة إلى {channel}</translation>
    </message>
    <message>
        <source>{connector} could not send a message</source>
        <translation>تعذّر على {connector} إرسال رسالة</translation>
    </message>
    <message>
        <source>Receiving webhooks at {url}</source>
        <translation>بدأ استقبال خطّافات الويب على {url}</translation>
    </message>
    <message>
        <source>Receiving webhooks has ended</source>
        <translation>توقّف استقبال خطّافات الويب</translation>
    </message>
    <message>
        <source>The workspace {workspace} was created</source>
        <translation>أُنشئت مساحة العمل {workspace}</translation>
    </message>
    <message>
        <source>The secrets of the workspace were unlocked</source>
        <translation>فُكّ قفل أسرار مساحة العمل</translation>
    </message>
    <message>
        <source>A passphrase can now unlock the workspace</source>
        <translation>أصبح فكّ قفل مساحة العمل بعبارة مرور ممكنًا</translation>
    </message>
    <message>
        <source>Log entries left out because they could not be written: {count}</source>
        <translation>إدخالات أُسقطت من السجل لتعذّر كتابتها: {count}</translation>
    </message>
</context>
<context>
    <name>LogDetails</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>اسم الحدث لدى المُرسِل</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدّة</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>رمز الخطأ</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>الإدخال</translation>
    </message>
    <message>
        <source>Stored event</source>
        <translation>الحدث المخزَّن</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>معرّف الارتباط</translation>
    </message>
    <message>
        <source>Show related entries</source>
        <translation>عرض الإدخالات المرتبطة</translation>
    </message>
    <message>
        <source>Everything with the same correlation ID</source>
        <translation>كلّ ما يحمل معرّف الارتباط نفسه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدّة</translation>
    </message>
</context>
<context>
    <name>LogTypes</name>
    <message>
        <source>Event received</source>
        <translation>استلام حدث</translation>
    </message>
    <message>
        <source>Event held</source>
        <translation>تعليق حدث</translation>
    </message>
    <message>
        <source>Duplicate event</source>
        <translation>حدث مكرّر</translation>
    </message>
    <message>
        <source>Event filtered out</source>
        <translation>استبعاد حدث</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>رفض طلب</translation>
    </message>
    <message>
        <source>Webhook created</source>
        <translation>إنشاء خطّاف ويب</translation>
    </message>
    <message>
        <source>Webhook changed</source>
        <translation>تعديل خطّاف ويب</translation>
    </message>
    <message>
        <source>Webhook removed</source>
        <translation>حذف خطّاف ويب</translation>
    </message>
    <message>
        <source>Secret rotated</source>
        <translation>تجديد السرّ</translation>
    </message>
    <message>
        <source>Secret shown</source>
        <translation>عرض السرّ</translation>
    </message>
    <message>
        <source>Webhook activated</source>
        <translation>تنشيط خطّاف ويب</translation>
    </message>
    <message>
        <source>Webhook paused</source>
        <translation>إيقاف خطّاف ويب</translation>
    </message>
    <message>
        <source>Connector added</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>Connector changed</source>
        <translation>تعديل موصّل</translation>
    </message>
    <message>
        <source>Connector removed</source>
        <translation>حذف موصّل</translation>
    </message>
    <message>
        <source>Connector activated</source>
        <translation>تنشيط موصّل</translation>
    </message>
    <message>
        <source>Connector deactivated</source>
        <translation>إلغاء تنشيط موصّل</translation>
    </message>
    <message>
        <source>Test passed</source>
        <translation>نجاح اختبار</translation>
    </message>
    <message>
        <source>Test failed</source>
        <translation>فشل اختبار</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>إرسال رسالة</translation>
    </message>
    <message>
        <source>Message failed</source>
        <translation>فشل إرسال</translation>
    </message>
    <message>
        <source>Receiver started</source>
        <translation>بدء الاستقبال</translation>
    </message>
    <message>
        <source>Receiver stopped</source>
        <translation>توقّف الاستقبال</translation>
    </message>
    <message>
        <source>Workspace created</source>
        <translation>إنشاء مساحة عمل</translation>
    </message>
    <message>
        <source>Secrets unlocked</source>
        <translation>فكّ قفل الأسرار</translation>
    </message>
    <message>
        <source>Passphrase added</source>
        <translation>إضافة عبارة مرور</translation>
    </message>
    <message>
        <source>Entries left out</source>
        <translation>إدخالات ساقطة</translation>
    </message>
</context>
<context>
    <name>LogWords</name>
    <message>
        <source>Success</source>
        <translation>نجاح</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>معلومة</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>{message} – {error}</source>
        <translation>‏{message} – {error}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}، {time}</translation>
    </message>
</context>
<context>
    <name>LogsView</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>No entry matches all the filters. Loosen one of them, or clear them all.</source>
        <translation>لا يطابق أي إدخال عوامل التصفية كلّها. خفّف أحدها أو امسحها جميعًا.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>As soon as a webhook receives something or a message is sent, it appears here at once.</source>
        <translation>ما إن يستقبل خطّاف ويب شيئًا أو تُرسَل رسالة حتى يظهر ذلك هنا فورًا.</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>لم يحدث شيء بعد</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Integration Console</source>
        <translation>لوحة التكامل</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Send a message</source>
        <translation>إرسال رسالة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Insert an example</source>
        <translation>إدراج مثال</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <translation>
            <numerusform>بلا أحرف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%Ln أحرف</numerusform>
            <numerusform>%Ln حرفًا</numerusform>
            <numerusform>%Ln حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln block(s)</source>
        <translation>
            <numerusform>بلا كتل</numerusform>
            <numerusform>كتلة واحدة</numerusform>
            <numerusform>كتلتان</numerusform>
            <numerusform>%Ln كتل</numerusform>
            <numerusform>%Ln كتلة</numerusform>
            <numerusform>%Ln كتلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Through “{name}”</source>
        <translation>عبر «{name}»</translation>
    </message>
</context>
<context>
    <name>NewEntriesPill</name>
    <message numerus="yes">
        <source>More than %Ln new entry(s)</source>
        <translation>
            <numerusform>إدخالات جديدة</numerusform>
            <numerusform>أكثر من إدخال جديد</numerusform>
            <numerusform>أكثر من إدخالين جديدين</numerusform>
            <numerusform>أكثر من %Ln إدخالات جديدة</numerusform>
            <numerusform>أكثر من %Ln إدخالًا جديدًا</numerusform>
            <numerusform>أكثر من %Ln إدخال جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new entry(s)</source>
        <translation>
            <numerusform>لا إدخالات جديدة</numerusform>
            <numerusform>إدخال جديد واحد</numerusform>
            <numerusform>إدخالان جديدان</numerusform>
            <numerusform>%Ln إدخالات جديدة</numerusform>
            <numerusform>%Ln إدخالًا جديدًا</numerusform>
            <numerusform>%Ln إدخال جديد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>عبارتا المرور غير متطابقتين.</translation>
    </message>
    <message>
        <source>Protect this workspace</source>
        <translation>حماية مساحة العمل</translation>
    </message>
    <message>
        <source>No system keyring can be used here, so a passphrase seals tokens and signing secrets. It is asked for when a secret is needed, never just to look.</source>
        <translation>لا توجد هنا حافظة مفاتيح للنظام، لذلك تُشفَّر رموز الوصول وأسرار التوقيع بعبارة مرور. تُطلَب عند الحاجة إلى سرّ فقط، لا لمجرّد الاطّلاع.</translation>
    </message>
    <message>
        <source>Passphrase, at least 12 characters</source>
        <translation>عبارة المرور، 12 حرفًا على الأقل</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>تأكيد عبارة المرور</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>حماية</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
</context>
<context>
    <name>PayloadParts</name>
    <message>
        <source>Body</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>المسجَّل</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Your recovery code</source>
        <translation>رمز الاسترداد الخاص بك</translation>
    </message>
    <message>
        <source>It opens the secrets of this workspace when the keyring or the passphrase is lost. Print it or keep it in a password safe: it is shown only now.</source>
        <translation>يفتح أسرار مساحة العمل هذه إذا فُقدت حافظة المفاتيح أو عبارة المرور. اطبعه أو احفظه في مدير كلمات مرور، فلن يُعرَض إلا الآن.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>I have stored the code</source>
        <translation>حفظتُ الرمز</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RotationDialog</name>
    <message>
        <source>Make a new secret for “{name}”?</source>
        <translation>هل تريد إنشاء سرّ جديد لـ «{name}»؟</translation>
    </message>
    <message>
        <source>The old secret stays valid for 24 hours. Enter the new one at the sender within that time.</source>
        <translation>يبقى السرّ القديم صالحًا مدّة 24 ساعة. أدخل الجديد لدى المُرسِل خلال هذه المدّة.</translation>
    </message>
    <message>
        <source>Make new secret</source>
        <translation>إنشاء سرّ جديد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Test it now</source>
        <translation>اختباره الآن</translation>
    </message>
    <message>
        <source>“{name}” was added</source>
        <translation>أُضيف «{name}»</translation>
    </message>
    <message>
        <source>“{name}” was saved</source>
        <translation>حُفظ «{name}»</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>URL</source>
        <translation>عنوان URL</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السرّ</translation>
    </message>
    <message>
        <source>At the sender</source>
        <translation>لدى المُرسِل</translation>
    </message>
    <message>
        <source>{number}. {step}</source>
        <translation>‏{number}. {step}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>The webhook is ready</source>
        <translation>خطّاف الويب جاهز</translation>
    </message>
    <message>
        <source>Copy the secret now: later it is shown only on demand, and each look at it is logged.</source>
        <translation>انسخ السرّ الآن، فلن يُعرَض لاحقًا إلا عند الطلب، وكلّ اطّلاع عليه يُسجَّل.</translation>
    </message>
    <message>
        <source>The new secret</source>
        <translation>السرّ الجديد</translation>
    </message>
    <message>
        <source>Enter it at the sender before {moment}; until then the old one is valid as well.</source>
        <translation>أدخله لدى المُرسِل قبل {moment}، ويبقى السرّ القديم صالحًا حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>Enter it at the sender now: the old one is no longer valid.</source>
        <translation>أدخله لدى المُرسِل الآن، فالسرّ القديم لم يعد صالحًا.</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار المكتوب</translation>
    </message>
    <message>
        <source>Stored. Leave empty to keep it.</source>
        <translation>محفوظ. اتركه فارغًا للإبقاء عليه.</translation>
    </message>
</context>
<context>
    <name>Sending</name>
    <message>
        <source>{name} posted it in {channel}.</source>
        <translation>نشرها {name} في {channel}.</translation>
    </message>
    <message>
        <source>Message sent</source>
        <translation>أُرسلت الرسالة</translation>
    </message>
</context>
<context>
    <name>SettingsList</name>
    <message>
        <source>Stored, sealed</source>
        <translation>محفوظ ومشفَّر</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>ShownSecret</name>
    <message>
        <source>Secret, hidden</source>
        <translation>السرّ مخفيّ</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السرّ</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %Ln second(s).</source>
        <translation>
            <numerusform>يُخفى الآن.</numerusform>
            <numerusform>يُخفى بعد ثانية واحدة.</numerusform>
            <numerusform>يُخفى بعد ثانيتين.</numerusform>
            <numerusform>يُخفى بعد %Ln ثوانٍ.</numerusform>
            <numerusform>يُخفى بعد %Ln ثانية.</numerusform>
            <numerusform>يُخفى بعد %Ln ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each look at the secret is logged.</source>
        <translation>كلّ اطّلاع على السرّ يُسجَّل.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
</context>
<context>
    <name>StageRow</name>
    <message>
        <source>Not needed</source>
        <translation>غير مطلوب</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Find the address</source>
        <translation>البحث عن العنوان</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Check the certificate</source>
        <translation>التحقّق من الشهادة</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Check permissions</source>
        <translation>التحقّق من الصلاحيات</translation>
    </message>
    <message>
        <source>Try a harmless call</source>
        <translation>تجربة طلب غير مؤثّر</translation>
    </message>
</context>
<context>
    <name>StagesView</name>
    <message>
        <source>Failed after {duration}</source>
        <translation>فشل بعد {duration}</translation>
    </message>
    <message>
        <source>Passed in {duration}</source>
        <translation>نجح خلال {duration}</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقّف</translation>
    </message>
</context>
<context>
    <name>StatusFilter</name>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
</context>
<context>
    <name>TimeRange</name>
    <message>
        <source>Any time</source>
        <translation>كلّ الأوقات</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>من … إلى …</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>to</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Change the language</source>
        <translation>تغيير اللغة</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>المظهر الفاتح</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>المظهر الداكن</translation>
    </message>
    <message>
        <source>Receiving is interrupted</source>
        <translation>الاستقبال متعطّل مؤقّتًا</translation>
    </message>
    <message>
        <source>Receiving at {address}</source>
        <translation>الاستقبال على {address}</translation>
    </message>
    <message>
        <source>Reachable from this machine only. Set a public URL to receive from elsewhere.</source>
        <translation>لا يمكن الوصول إليه إلا من هذا الجهاز. عيِّن عنوان URL عامًّا للاستقبال من خارجه.</translation>
    </message>
    <message>
        <source>Not receiving</source>
        <translation>لا استقبال</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open the console</source>
        <translation>فتح لوحة التحكّم</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>إيقاف وإنهاء</translation>
    </message>
    <message>
        <source>Integration Console is receiving webhooks</source>
        <translation>لوحة التكامل تستقبل خطّافات الويب</translation>
    </message>
</context>
<context>
    <name>TypeChooser</name>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>Which system should the console talk to?</source>
        <translation>ما النظام الذي تريد التواصل معه؟</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Unlock the secrets</source>
        <translation>فكّ قفل الأسرار</translation>
    </message>
    <message>
        <source>Tokens and signing secrets are sealed in this workspace. This step needs them; looking around never does.</source>
        <translation>رموز الوصول وأسرار التوقيع مشفّرة في مساحة العمل هذه. تحتاج هذه الخطوة إليها، أمّا مجرّد الاطّلاع فلا يحتاج إليها أبدًا.</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>عبارة المرور أو رمز الاسترداد</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فكّ القفل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>WebhookActions</name>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>تم التنشيط</translation>
    </message>
    <message>
        <source>New events are accepted again.</source>
        <translation>تُقبَل الأحداث الجديدة من جديد.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>أُوقف مؤقّتًا</translation>
    </message>
    <message>
        <source>Events that arrive are stored and held.</source>
        <translation>تُخزَّن الأحداث الواردة وتبقى معلّقة.</translation>
    </message>
    <message>
        <source>Delete “{name}”?</source>
        <translation>هل تريد حذف «{name}»؟</translation>
    </message>
    <message>
        <source>Its address and its secret are deleted for good, and senders are refused from now on. Its events and log entries stay.</source>
        <translation>سيُحذف عنوانه وسرّه نهائيًا وتُرفَض طلبات المُرسِلين من الآن. أمّا أحداثه وإدخالاته في السجل فتبقى.</translation>
    </message>
    <message>
        <source>Delete webhook</source>
        <translation>حذف خطّاف الويب</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>تم الحذف</translation>
    </message>
    <message>
        <source>It is reachable from this machine only.</source>
        <translation>لا يمكن الوصول إليه إلا من هذا الجهاز.</translation>
    </message>
    <message>
        <source>URL copied</source>
        <translation>نُسخ عنوان URL</translation>
    </message>
</context>
<context>
    <name>WebhookDialog</name>
    <message>
        <source>It gets an address of its own, to which another system sends its events.</source>
        <translation>يحصل على عنوان خاص به يرسل إليه نظام آخر أحداثه.</translation>
    </message>
    <message>
        <source>New webhook</source>
        <translation>خطّاف ويب جديد</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>إنشاء خطّاف ويب</translation>
    </message>
    <message>
        <source>Edit webhook</source>
        <translation>تعديل خطّاف الويب</translation>
    </message>
    <message>
        <source>Its address stays the same.</source>
        <translation>يبقى عنوانه كما هو.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>WebhookPanel</name>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>سرّ جديد</translation>
    </message>
    <message>
        <source>Show in log</source>
        <translation>عرض في السجل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>عنوان URL</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السرّ</translation>
    </message>
    <message>
        <source>Last events</source>
        <translation>آخر الأحداث</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>لا أحداث بعد</translation>
    </message>
    <message>
        <source>Enter URL and secret at the sender; its events appear here at once.</source>
        <translation>أدخل العنوان والسرّ لدى المُرسِل، وستظهر أحداثه هنا فورًا.</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>التحقّق</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Secret since</source>
        <translation>السرّ منذ</translation>
    </message>
    <message>
        <source>Old secret until</source>
        <translation>السرّ القديم حتى</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقّت</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>While paused, events are stored and held.</source>
        <translation>أثناء الإيقاف المؤقّت تُخزَّن الأحداث وتبقى معلّقة.</translation>
    </message>
</context>
<context>
    <name>WebhookWords</name>
    <message>
        <source>Reachable from this machine only</source>
        <translation>متاح من هذا الجهاز فقط</translation>
    </message>
    <message>
        <source>For senders elsewhere, put a public address in front and enter it as the public URL.</source>
        <translation>للاستقبال من أماكن أخرى ضع أمامه عنوانًا عامًّا وأدخله بوصفه عنوان URL العام.</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقّف مؤقّتًا</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>معلّق</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>كلّ الأحداث</translation>
    </message>
    <message>
        <source>{scheme}: {hash} in {header}</source>
        <translation>‏{scheme}: {hash} في {header}</translation>
    </message>
    <message>
        <source>On GitHub open the repository or organisation: Settings → Webhooks → Add webhook.</source>
        <translation>في GitHub افتح المستودع أو المؤسّسة: ⁦Settings → Webhooks → Add webhook⁩.</translation>
    </message>
    <message>
        <source>Enter the URL as “Payload URL” and the secret as “Secret”.</source>
        <translation>أدخل العنوان في «Payload URL» والسرّ في «Secret».</translation>
    </message>
    <message>
        <source>Choose the content type {type} and the events you want.</source>
        <translation>اختر نوع المحتوى {type} والأحداث التي تريدها.</translation>
    </message>
    <message>
        <source>At the sender add an endpoint with this URL.</source>
        <translation>أضف لدى المُرسِل نقطة نهاية بهذا العنوان.</translation>
    </message>
    <message>
        <source>Enter the secret as its signing secret, with {prefix}.</source>
        <translation>أدخل السرّ بوصفه سرّ التوقيع، مع البادئة {prefix}.</translation>
    </message>
    <message>
        <source>The sender signs {content} by HMAC with {hash} and this secret.</source>
        <translation>يوقّع المُرسِل {content} بطريقة HMAC باستخدام {hash} وهذا السرّ.</translation>
    </message>
    <message>
        <source>It sends the signature, written as {encoding}, in {header}.</source>
        <translation>ويرسل التوقيع بالصيغة {encoding} في {header}.</translation>
    </message>
    <message>
        <source>At the sender enter this URL and this secret.</source>
        <translation>أدخل هذا العنوان وهذا السرّ لدى المُرسِل.</translation>
    </message>
</context>
<context>
    <name>WebhooksModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>التحقّق</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>عنوان URL</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>آخر حدث</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>لا شيء بعد</translation>
    </message>
</context>
<context>
    <name>WebhooksView</name>
    <message>
        <source>New webhook</source>
        <translation>خطّاف ويب جديد</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>خطّافات الويب</translation>
    </message>
    <message>
        <source>No webhooks yet</source>
        <translation>لا توجد خطّافات ويب بعد</translation>
    </message>
    <message>
        <source>A webhook gives another system an address to which it sends its events, signed with a secret.</source>
        <translation>يمنح خطّاف الويب نظامًا آخر عنوانًا يرسل إليه أحداثه موقَّعة بسرّ.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln webhook(s)</source>
        <translation>
            <numerusform>لا خطّافات ويب</numerusform>
            <numerusform>خطّاف ويب واحد</numerusform>
            <numerusform>خطّافا ويب</numerusform>
            <numerusform>%Ln خطّافات ويب</numerusform>
            <numerusform>%Ln خطّاف ويب</numerusform>
            <numerusform>%Ln خطّاف ويب</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Integration Console</source>
        <translation>مرحبًا بك في لوحة التكامل</translation>
    </message>
    <message>
        <source>This workspace is empty. Begin with one of these; the other can follow at any time.</source>
        <translation>مساحة العمل هذه فارغة. ابدأ بأحد هذين، ويمكنك إضافة الآخر في أي وقت.</translation>
    </message>
    <message>
        <source>Create webhook</source>
        <translation>إنشاء خطّاف ويب</translation>
    </message>
    <message>
        <source>An address where GitHub and others deliver events: verified, stored, shown live in the log.</source>
        <translation>عنوان ترسل إليه GitHub وغيرها الأحداث: يُتحقَّق منها وتُخزَّن وتظهر مباشرةً في السجل.</translation>
    </message>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>A connection to another system: test it here, then send messages to its channels.</source>
        <translation>اتصال بنظام آخر: اختبره هنا، ثم أرسل الرسائل إلى قنواته.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>connector</source>
        <translation>موصّل</translation>
    </message>
    <message>
        <source>connector type</source>
        <translation>نوع موصّل</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>خطّاف ويب</translation>
    </message>
    <message>
        <source>event</source>
        <translation>حدث</translation>
    </message>
    <message>
        <source>log entry</source>
        <translation>إدخال في السجل</translation>
    </message>
    <message>
        <source>address</source>
        <translation>عنوان</translation>
    </message>
    <message>
        <source>webhook_id is missing</source>
        <translation>‏webhook_id مفقود</translation>
    </message>
    <message>
        <source>no keyring is running</source>
        <translation>لا توجد حافظة مفاتيح قيد التشغيل</translation>
    </message>
    <message>
        <source>no key file can be written</source>
        <translation>تعذّرت كتابة ملف المفتاح</translation>
    </message>
    <message>
        <source>what it holds is not a key</source>
        <translation>محتواها ليس مفتاحًا</translation>
    </message>
    <message>
        <source>it is not free</source>
        <translation>المنفذ غير متاح</translation>
    </message>
    <message>
        <source>it ended</source>
        <translation>توقّف الاستقبال</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>العنوان مستخدَم بالفعل</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>العنوان غير متاح على هذا الجهاز</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>لا يوجد إذن بذلك</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>لا توجد مساحة كافية على القرص</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>نظام الملفات للقراءة فقط</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>السطر {line}، العمود {column}</translation>
    </message>
</context>
<context>
    <name>WorkspaceBadge</name>
    <message>
        <source>Integration Console</source>
        <translation>لوحة التكامل</translation>
    </message>
</context>
<context>
    <name>_ToastCard</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
</TS>
