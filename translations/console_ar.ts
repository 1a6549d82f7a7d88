<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>ApiKeyActions</name>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>How long API keys may count</source>
        <translation>مدّة صلاحية مفاتيح API</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>أُبطل</translation>
    </message>
</context>
<context>
    <name>ApiKeyPanel</name>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>سرّ جديد</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>إبطال</translation>
    </message>
    <message>
        <source>Show in audit</source>
        <translation>عرض في سجل التدقيق</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>From</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>الحدّ الأقصى</translation>
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
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>أُنشئ</translation>
    </message>
    <message>
        <source>{moment}, by {name}</source>
        <translation>{moment}، أنشأه {name}</translation>
    </message>
    <message>
        <source>Its secret counts longer than your organisation allows: give the key a new one.</source>
        <translation>مدّة سرّه أطول ممّا تسمح به مؤسستك: أنشئ للمفتاح سرًّا جديدًا.</translation>
    </message>
    <message>
        <source>Nobody has used it for 60 days. If nobody needs it, revoke it.</source>
        <translation>لم يستخدمه أحد منذ 60 يومًا. إن لم يكن أحد بحاجة إليه فأبطله.</translation>
    </message>
    <message>
        <source>Revoked on {moment}</source>
        <translation>أُبطل في {moment}</translation>
    </message>
    <message>
        <source>When it is revoked</source>
        <translation>عند إبطاله</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>أي مكان</translation>
    </message>
    <message>
        <source>Only {addresses}</source>
        <translation>{addresses} فقط</translation>
    </message>
    <message>
        <source>As often as it wants</source>
        <translation>بلا حدّ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>لا طلبات في الدقيقة</numerusform>
            <numerusform>طلب واحد في الدقيقة</numerusform>
            <numerusform>طلبان في الدقيقة</numerusform>
            <numerusform>%Ln طلبات في الدقيقة</numerusform>
            <numerusform>%Ln طلبًا في الدقيقة</numerusform>
            <numerusform>%Ln طلب في الدقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>{moment} from {address}</source>
        <translation>{moment} من {address}</translation>
    </message>
</context>
<context>
    <name>ApiKeyWords</name>
    <message>
        <source>Revoke “{name}”?</source>
        <translation>هل تريد إبطال «{name}»؟</translation>
    </message>
    <message>
        <source>Whoever uses this key is refused at once, everywhere. That cannot be undone; its history stays.</source>
        <translation>يُرفض من يستخدم هذا المفتاح فورًا وفي كلّ مكان. لا رجعة في ذلك، ويبقى تاريخه محفوظًا.</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>إبطال المفتاح</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>لا شيء غيرها</numerusform>
            <numerusform>واحد غيرها</numerusform>
            <numerusform>اثنان غيرها</numerusform>
            <numerusform>%Ln عناصر أخرى</numerusform>
            <numerusform>%Ln عنصرًا آخر</numerusform>
            <numerusform>%Ln عنصر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>ينتهي قريبًا</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>مُبطَل</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>بلا نهاية</translation>
    </message>
    <message>
        <source>Today or tomorrow</source>
        <translation>اليوم أو غدًا</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln day(s)</source>
        <translation>
            <numerusform>اليوم</numerusform>
            <numerusform>بعد يوم واحد</numerusform>
            <numerusform>بعد يومين</numerusform>
            <numerusform>بعد %Ln أيام</numerusform>
            <numerusform>بعد %Ln يومًا</numerusform>
            <numerusform>بعد %Ln يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>لم يُستخدم</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>الاطّلاع فقط</translation>
    </message>
    <message>
        <source>Only send events in</source>
        <translation>إرسال الأحداث فقط</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كلّ شيء</translation>
    </message>
    <message>
        <source>{permission} ({connector})</source>
        <translation>‏{permission} (للموصّل {connector})</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Allowed, old secret</source>
        <translation>مقبول، بالسرّ القديم</translation>
    </message>
    <message>
        <source>Refused: expired</source>
        <translation>مرفوض: منتهٍ</translation>
    </message>
    <message>
        <source>Refused: revoked</source>
        <translation>مرفوض: مُبطَل</translation>
    </message>
    <message>
        <source>Refused: address</source>
        <translation>مرفوض: العنوان</translation>
    </message>
    <message>
        <source>Refused: too often</source>
        <translation>مرفوض: تجاوز الحدّ</translation>
    </message>
</context>
<context>
    <name>ApiKeysView</name>
    <message>
        <source>New API key</source>
        <translation>مفتاح API جديد</translation>
    </message>
    <message>
        <source>Show revoked keys</source>
        <translation>إظهار المفاتيح المبطلة</translation>
    </message>
    <message>
        <source>Only unused keys</source>
        <translation>المفاتيح غير المستخدمة فقط</translation>
    </message>
    <message>
        <source>Nobody has used them for 60 days</source>
        <translation>لم يستخدمها أحد منذ 60 يومًا</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>مفاتيح API</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>لا مفاتيح</numerusform>
            <numerusform>مفتاح واحد</numerusform>
            <numerusform>مفتاحان</numerusform>
            <numerusform>%Ln مفاتيح</numerusform>
            <numerusform>%Ln مفتاحًا</numerusform>
            <numerusform>%Ln مفتاح</numerusform>
        </translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>No API keys yet</source>
        <translation>لا مفاتيح API بعد</translation>
    </message>
    <message>
        <source>With a key another system works here: sends events in, reads records, starts syncs.</source>
        <translation>بالمفتاح يعمل نظام آخر هنا: يرسل الأحداث ويقرأ العناصر ويبدأ المزامنات.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln day(s)</source>
        <translation>
            <numerusform>دون يوم</numerusform>
            <numerusform>يوم واحد على الأكثر</numerusform>
            <numerusform>يومان على الأكثر</numerusform>
            <numerusform>%Ln أيام على الأكثر</numerusform>
            <numerusform>%Ln يومًا على الأكثر</numerusform>
            <numerusform>%Ln يوم على الأكثر</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys need not end</source>
        <translation>لا يلزم أن تنتهي المفاتيح</translation>
    </message>
    <message>
        <source>How long a key may count</source>
        <translation>مدّة صلاحية المفتاح القصوى</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Let “{name}” open the secrets?</source>
        <translation>هل تسمح لـ«{name}» بفتح الأسرار؟</translation>
    </message>
    <message>
        <source>It can then read every token and signing secret of this workspace, and run syncs.</source>
        <translation>سيستطيع عندئذ قراءة كلّ رمز وصول وسرّ توقيع في مساحة العمل هذه، وتشغيل المزامنات.</translation>
    </message>
    <message>
        <source>Fingerprint of its key</source>
        <translation>بصمة مفتاحه</translation>
    </message>
    <message>
        <source>The other screen shows the same fingerprint</source>
        <translation>تعرض الشاشة الأخرى البصمة نفسها</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Arranger</name>
    <message>
        <source>Arrange columns…</source>
        <translation>ترتيب الأعمدة…</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>إعادة ضبط الأعمدة</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask for a key</source>
        <translation>طلب مفتاح</translation>
    </message>
    <message>
        <source>This computer makes a key of its own, which stays here. Somebody who can open the secrets then lets it in.</source>
        <translation>يُنشئ هذا الجهاز مفتاحًا خاصًّا به يبقى هنا، ثم يسمح له بالدخول من يستطيع فتح الأسرار.</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>اسم هذا الجهاز</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>إرسال الطلب</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Entry {number} is missing: it was deleted.</source>
        <translation>الإدخال {number} مفقود: لقد حُذف.</translation>
    </message>
    <message>
        <source>Entry {number} was changed after it was written.</source>
        <translation>الإدخال {number} عُدِّل بعد كتابته.</translation>
    </message>
    <message>
        <source>Entry {number} does not follow the one before it: one was replaced.</source>
        <translation>الإدخال {number} لا يتبع ما قبله: استُبدل أحدهما.</translation>
    </message>
    <message>
        <source>Entry {number} is not the one that was noted down: the end of the chain was cut off or rewritten.</source>
        <translation>الإدخال {number} ليس ما دُوِّن من قبل: اقتُطعت نهاية السلسلة أو أُعيدت كتابتها.</translation>
    </message>
</context>
<context>
    <name>AuditController</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>AuditDetails</name>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>مَن</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>قبل التغيير وبعده</translation>
    </message>
    <message>
        <source>This action changes no field: secrets and passwords are never kept here.</source>
        <translation>لا يغيّر هذا الإجراء أي حقل، ولا تُحفظ هنا الأسرار وكلمات المرور أبدًا.</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Search for a person</source>
        <translation>ابحث عن شخص</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>كلّ الأوقات</translation>
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
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>كلّ المجالات</translation>
    </message>
    <message>
        <source>Only “{name}”</source>
        <translation>«{name}» فقط</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكلّ</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>مَن</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
</context>
<context>
    <name>AuditView</name>
    <message>
        <source>Audit</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>No such change</source>
        <translation>لا تغيير مطابق</translation>
    </message>
    <message>
        <source>Nothing that was changed fits the filters.</source>
        <translation>لا يطابق أيُّ تغيير عوامل التصفية.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>عرض الكلّ</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>لم يتغيّر شيء بعد</translation>
    </message>
    <message>
        <source>Every change of connectors, webhooks, members and keys is written here, with who made it.</source>
        <translation>يُكتب هنا كلّ تغيير في الموصّلات وخطّافات الويب والأعضاء والمفاتيح، مع اسم من أجراه.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Workspace changed</source>
        <translation>عُدِّلت مساحة العمل</translation>
    </message>
    <message>
        <source>Secret stored</source>
        <translation>حُفظ سرّ</translation>
    </message>
    <message>
        <source>Secret changed</source>
        <translation>عُدِّل سرّ</translation>
    </message>
    <message>
        <source>Secret removed</source>
        <translation>أُزيل سرّ</translation>
    </message>
    <message>
        <source>Key holder added</source>
        <translation>أُضيف حامل مفتاح</translation>
    </message>
    <message>
        <source>Key holder changed</source>
        <translation>عُدِّل حامل مفتاح</translation>
    </message>
    <message>
        <source>Key holder removed</source>
        <translation>أُزيل حامل مفتاح</translation>
    </message>
    <message>
        <source>Data key made</source>
        <translation>أُنشئ مفتاح البيانات</translation>
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
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>مفاتيح API</translation>
    </message>
    <message>
        <source>Rules for API keys</source>
        <translation>قواعد مفاتيح API</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>الأسرار</translation>
    </message>
    <message>
        <source>Key holders</source>
        <translation>حاملو المفاتيح</translation>
    </message>
    <message>
        <source>Data keys</source>
        <translation>مفاتيح البيانات</translation>
    </message>
    <message>
        <source>Longest life</source>
        <translation>أقصى مدّة للصلاحية</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>التحقّق</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>الطلبات في الدقيقة</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>Days at most</source>
        <translation>أقصى عدد من الأيام</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>أُبطل في</translation>
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
        <source>The chain holds: every entry is as it was written</source>
        <translation>السلسلة سليمة: كلّ إدخال كما كُتب</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) verified.</source>
        <translation>
            <numerusform>لم يُتحقَّق من أي إدخال.</numerusform>
            <numerusform>تُحقِّق من إدخال واحد.</numerusform>
            <numerusform>تُحقِّق من إدخالين.</numerusform>
            <numerusform>تُحقِّق من %Ln إدخالات.</numerusform>
            <numerusform>تُحقِّق من %Ln إدخالًا.</numerusform>
            <numerusform>تُحقِّق من %Ln إدخال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep its end elsewhere: it shows later that nothing was cut off since.</source>
        <translation>احفظ نهايتها في مكان آخر: بها يثبت لاحقًا أن شيئًا لم يُقتطع منذ الآن.</translation>
    </message>
    <message numerus="yes">
        <source>Up to there the chain holds: %Ln entry(ies).</source>
        <translation>
            <numerusform>لا إدخال سليم قبله.</numerusform>
            <numerusform>السلسلة سليمة حتى ذلك الموضع: إدخال واحد.</numerusform>
            <numerusform>السلسلة سليمة حتى ذلك الموضع: إدخالان.</numerusform>
            <numerusform>السلسلة سليمة حتى ذلك الموضع: %Ln إدخالات.</numerusform>
            <numerusform>السلسلة سليمة حتى ذلك الموضع: %Ln إدخالًا.</numerusform>
            <numerusform>السلسلة سليمة حتى ذلك الموضع: %Ln إدخال.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with a backup, and find out who can write to the workspace&apos;s file or database.</source>
        <translation>قارن بنسخة احتياطية، وتبيّن من يستطيع الكتابة في ملف مساحة العمل أو قاعدة بياناتها.</translation>
    </message>
</context>
<context>
    <name>AuthorisationDialog</name>
    <message>
        <source>Authorise “{name}”</source>
        <translation>منح الوصول لـ «{name}»</translation>
    </message>
    <message>
        <source>You sign in at the other system itself; no password comes here.</source>
        <translation>يجري تسجيل الدخول لدى النظام الآخر نفسه، ولا تصل أي كلمة مرور إلى هنا.</translation>
    </message>
    <message>
        <source>Allow the access in your browser. This window goes on by itself.</source>
        <translation>اسمح بالوصول في متصفّحك، وستتابع هذه النافذة تلقائيًا.</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>فتح المتصفّح من جديد</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>لم يُحفَظ شيء.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>If no browser has opened, copy this address into one:</source>
        <translation>إذا لم يُفتح المتصفّح فانسخ هذا العنوان إليه:</translation>
    </message>
    <message>
        <source>Address of the sign-in page</source>
        <translation>عنوان صفحة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Authorising</name>
    <message>
        <source>“{name}” has access</source>
        <translation>أصبح لـ «{name}» حقّ الوصول</translation>
    </message>
</context>
<context>
    <name>AwayLine</name>
    <message>
        <source>Changes that wait…</source>
        <translation>التغييرات المنتظرة…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) could not be made</source>
        <translation>
            <numerusform>لا تغييرات تعذّر إجراؤها</numerusform>
            <numerusform>تعذّر إجراء تغيير واحد</numerusform>
            <numerusform>تعذّر إجراء تغييرين</numerusform>
            <numerusform>تعذّر إجراء %Ln تغييرات</numerusform>
            <numerusform>تعذّر إجراء %Ln تغييرًا</numerusform>
            <numerusform>تعذّر إجراء %Ln تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed the same, or they were refused.</source>
        <translation>غيّر شخص آخر الشيء نفسه، أو رُفضت.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) could not be made yet</source>
        <translation>
            <numerusform>لا تغييرات تعذّر إجراؤها حتى الآن</numerusform>
            <numerusform>تعذّر حتى الآن إجراء تغيير واحد</numerusform>
            <numerusform>تعذّر حتى الآن إجراء تغييرين</numerusform>
            <numerusform>تعذّر حتى الآن إجراء %Ln تغييرات</numerusform>
            <numerusform>تعذّر حتى الآن إجراء %Ln تغييرًا</numerusform>
            <numerusform>تعذّر حتى الآن إجراء %Ln تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>The program tries again by itself.</source>
        <translation>يعيد البرنامج المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The workspace is not reached</source>
        <translation>تعذّر الوصول إلى مساحة العمل</translation>
    </message>
    <message>
        <source>The workspace is not reached. Shown as of {when}.</source>
        <translation>تعذّر الوصول إلى مساحة العمل. ما يظهر هنا كما كان في {when}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait until it is back.</source>
        <translation>
            <numerusform>لا تغييرات تنتظر عودتها.</numerusform>
            <numerusform>تغيير واحد ينتظر عودتها.</numerusform>
            <numerusform>تغييران ينتظران عودتها.</numerusform>
            <numerusform>%Ln تغييرات تنتظر عودتها.</numerusform>
            <numerusform>%Ln تغييرًا ينتظر عودتها.</numerusform>
            <numerusform>%Ln تغيير ينتظر عودتها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes of settings are kept and made when it is back.</source>
        <translation>تُحفظ تغييرات الإعدادات وتُجرى عند عودتها.</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>It is a workspace file itself. Whoever could open the secrets can open them there: keep the recovery code in another place than the backup.</source>
        <translation>النسخة ملف مساحة عمل بذاته، ومن كان يستطيع فتح الأسرار يستطيع فتحها فيها: احفظ رمز الاسترداد في مكان آخر غير مكانها.</translation>
    </message>
    <message>
        <source>“{name}” is backed up</source>
        <translation>تمّ النسخ الاحتياطي لمساحة العمل «{name}»</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمّ</translation>
    </message>
    <message>
        <source>It is written into a new file as it is now, while work goes on. Then each row is compared.</source>
        <translation>تُكتب في ملف جديد كما هي الآن والعمل مستمرّ، ثم يُقارَن كلّ صفّ.</translation>
    </message>
    <message>
        <source>Back up “{name}”</source>
        <translation>نسخ «{name}» احتياطيًا</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>اختيار مكان آخر…</translation>
    </message>
</context>
<context>
    <name>BrokenCard</name>
    <message>
        <source>Cannot be used</source>
        <translation>غير صالح للاستخدام</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Case file</source>
        <translation>ملف حالة</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>أنشأه</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>أُنشئ في</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Taken out or left out</source>
        <translation>ما حُذف أو لم يُضمَّن</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>I know this signer</source>
        <translation>أعرف صاحب هذا التوقيع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>CaseMaking</name>
    <message>
        <source>Make a case file</source>
        <translation>إنشاء ملف حالة</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Tampered with</source>
        <translation>عُبث به</translation>
    </message>
    <message>
        <source>Tampered with (block {block})</source>
        <translation>عُبث به (الكتلة {block})</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>موثَّق</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>غير موثَّق</translation>
    </message>
    <message>
        <source>The file was changed after it was signed. Do not rely on what it shows; ask for it again.</source>
        <translation>عُدِّل الملف بعد توقيعه. لا تعتمد على ما يعرضه، واطلبه من جديد.</translation>
    </message>
    <message>
        <source>Signed by {organisation}, which you know.</source>
        <translation>وقّعته {organisation} التي تعرفها.</translation>
    </message>
    <message>
        <source>The file says that {organisation} signed it. Compare the fingerprint with them before you rely on that.</source>
        <translation>يذكر الملف أن {organisation} وقّعته. قارن البصمة معهم قبل أن تعتمد على ذلك.</translation>
    </message>
    <message>
        <source>Every byte was looked at: nothing was changed since.</source>
        <translation>فُحص الملف كاملًا ولم يتغيّر فيه شيء منذ توقيعه.</translation>
    </message>
    <message>
        <source>What is shown is checked as it is read.</source>
        <translation>يُفحص ما يُعرض عند قراءته.</translation>
    </message>
    <message>
        <source>Older entries that did not fit</source>
        <translation>إدخالات أقدم لم يتّسع لها الملف</translation>
    </message>
    <message>
        <source>Texts that were too long and cut</source>
        <translation>نصوص طويلة اقتُطعت</translation>
    </message>
    <message>
        <source>Bodies that are no text, left out</source>
        <translation>محتويات غير نصية لم تُضمَّن</translation>
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
    <message>
        <source>{count}, from {oldest} to {newest}</source>
        <translation>{count}، من {oldest} إلى {newest}</translation>
    </message>
</context>
<context>
    <name>ChainPane</name>
    <message>
        <source>After</source>
        <translation>بعد</translation>
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
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>خط زمني</translation>
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
        <source>How the chain is shown</source>
        <translation>طريقة عرض السلسلة</translation>
    </message>
    <message>
        <source>Related entries</source>
        <translation>الإدخالات المرتبطة</translation>
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
    <message>
        <source>{count} in {whole}. This one began after {offset} and took {duration}.</source>
        <translation>{count} خلال {whole}. بدأ هذا الإدخال بعد {offset} واستغرق {duration}.</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>هذا البرنامج</translation>
    </message>
    <message>
        <source>{message} (after {offset}, took {duration})</source>
        <translation>{message} (بعد {offset}، واستغرق {duration})</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Open a workspace file</source>
        <translation>فتح ملف مساحة عمل</translation>
    </message>
    <message>
        <source>New workspace file</source>
        <translation>ملف مساحة عمل جديد</translation>
    </message>
</context>
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
    <message>
        <source>Stop and close</source>
        <translation>إيقاف وإغلاق</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Job title</source>
        <translation>المسمّى الوظيفي</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>المنصب</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>المدير</translation>
    </message>
    <message>
        <source>Work e-mail</source>
        <translation>بريد العمل</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>آخر تعديل</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>خاصّة</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>عضو</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>What is shown of each entry, in which order, and how wide.</source>
        <translation>ما يُعرض من كلّ إدخال، وبأيّ ترتيب، وبأيّ عرض.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>لأعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>لأسفل</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>أعرض</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>أضيق</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>إعادة ضبط الأعمدة</translation>
    </message>
    <message>
        <source>Order and widths can be dragged in the table, too. This computer keeps them.</source>
        <translation>يمكن أيضًا تغيير الترتيب والعرض بالسحب في الجدول. يحفظ هذا الحاسوب اختيارك.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>As wide as there is room</source>
        <translation>بقدر ما يتّسع المكان</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pixel(s) wide</source>
        <translation>
            <numerusform>بلا عرض</numerusform>
            <numerusform>عرضه بكسل واحد</numerusform>
            <numerusform>عرضه بكسلان</numerusform>
            <numerusform>عرضه %Ln بكسلات</numerusform>
            <numerusform>عرضه %Ln بكسلًا</numerusform>
            <numerusform>عرضه %Ln بكسل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Two entries compared</source>
        <translation>مقارنة إدخالين</translation>
    </message>
    <message>
        <source>Only what is different is shown.</source>
        <translation>لا يُعرض إلا المختلف.</translation>
    </message>
    <message>
        <source>Nothing is different, but the ID.</source>
        <translation>لا فرق سوى المعرّف.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <source>Authorise…</source>
        <translation>منح الوصول…</translation>
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
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Tries what is filled in; nothing is saved.</source>
        <translation>يُجرَّب ما أدخلتَه دون حفظ شيء.</translation>
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
    <message>
        <source>REST API</source>
        <translation>واجهة REST</translation>
    </message>
    <message>
        <source>Brings any list of records that an API gives as JSON.</source>
        <translation>يجلب أي قائمة عناصر تقدّمها واجهة API بصيغة JSON.</translation>
    </message>
    <message>
        <source>Google Workspace</source>
        <translation>Google Workspace</translation>
    </message>
    <message>
        <source>Brings the files of Drive and the events of Calendar.</source>
        <translation>يجلب ملفات Drive وأحداث التقويم.</translation>
    </message>
    <message>
        <source>Odoo</source>
        <translation>Odoo</translation>
    </message>
    <message>
        <source>Brings employees, departments and jobs from Odoo.</source>
        <translation>يجلب الموظّفين والأقسام والمناصب من Odoo.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>مخصّص</translation>
    </message>
    <message>
        <source>Brings what a manifest of your own describes, from any API.</source>
        <translation>يجلب ما يصفه ملف وصف تكتبه أنت، من أي واجهة API.</translation>
    </message>
    <message>
        <source>Webhook events</source>
        <translation>أحداث خطّاف ويب</translation>
    </message>
    <message>
        <source>Makes records of what an incoming webhook of this workspace receives.</source>
        <translation>يحوّل ما يستقبله أحد خطّافات الويب في مساحة العمل هذه إلى عناصر.</translation>
    </message>
</context>
<context>
    <name>ConnectorWords</name>
    <message>
        <source>Inactive</source>
        <translation>غير نشط</translation>
    </message>
    <message>
        <source>No access</source>
        <translation>بلا وصول</translation>
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
        <source>Its settings, stored secrets, schedules and records are deleted for good, and it can send and sync nothing any more. Its log entries stay.</source>
        <translation>ستُحذف إعداداته وأسراره المخزَّنة وجداوله الزمنية وعناصره نهائيًا، ولن يمكن الإرسال أو المزامنة عبره. أمّا إدخالاته في السجل فتبقى.</translation>
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
        <source>Systems in miniature are running: {names}</source>
        <translation>نُسخ مصغّرة قيد التشغيل: {names}</translation>
    </message>
    <message>
        <source>New connectors propose their addresses.</source>
        <translation>تقترح الموصّلات الجديدة عناوينها.</translation>
    </message>
    <message>
        <source>Copy the sign-in details</source>
        <translation>نسخ بيانات تسجيل الدخول</translation>
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
        <source>Syncs</source>
        <translation>المزامنات</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>العناصر</translation>
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
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Key holders</source>
        <translation>حاملو المفاتيح</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>مفاتيح API</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>فكّ القفل…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>تسجيل الدخول من جديد…</translation>
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
    <name>ContentsModel</name>
    <message>
        <source>Contents</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
</context>
<context>
    <name>ContentsPane</name>
    <message>
        <source>Indented</source>
        <translation>منسَّق</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>شجرة</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>كما ورد</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>بايتات</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>طريقة القراءة</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Copy the path of this value ({keys})</source>
        <translation>نسخ مسار هذه القيمة ({keys})</translation>
    </message>
</context>
<context>
    <name>ContentsView</name>
    <message>
        <source>What is copied</source>
        <translation>ما يُنسخ</translation>
    </message>
    <message>
        <source>SHA-256 of all contents, the same on both sides</source>
        <translation>بصمة SHA-256 للمحتوى كلّه، وهي نفسها في الجانبين</translation>
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
    <name>CopyWords</name>
    <message>
        <source>{contents}: {done} of {total} copied</source>
        <translation>{contents}: نُسخ {done} من {total}</translation>
    </message>
    <message>
        <source>{contents}: {done} of {total} compared</source>
        <translation>{contents}: قورن {done} من {total}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>رموز الوصول</translation>
    </message>
    <message>
        <source>Fingerprints of API keys</source>
        <translation>بصمات مفاتيح API</translation>
    </message>
    <message>
        <source>Rules for API keys</source>
        <translation>قواعد مفاتيح API</translation>
    </message>
    <message>
        <source>Uses of API keys</source>
        <translation>استخدامات مفاتيح API</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Data keys</source>
        <translation>مفاتيح البيانات</translation>
    </message>
    <message>
        <source>Directory of public IDs</source>
        <translation>دليل المعرّفات العامّة</translation>
    </message>
    <message>
        <source>Requests for keys</source>
        <translation>طلبات المفاتيح</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>مفاتيح API</translation>
    </message>
    <message>
        <source>Connectors</source>
        <translation>الموصّلات</translation>
    </message>
    <message>
        <source>Contents of log entries</source>
        <translation>محتوى إدخالات السجل</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>إدخالات السجل</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>خطّافات الويب</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المهامّ</translation>
    </message>
    <message>
        <source>Answers kept for repeated requests</source>
        <translation>ردود محفوظة للطلبات المكرّرة</translation>
    </message>
    <message>
        <source>Key holders</source>
        <translation>حاملو المفاتيح</translation>
    </message>
    <message>
        <source>Figures of the log</source>
        <translation>أرقام السجل</translation>
    </message>
    <message>
        <source>Progress of the log&apos;s figures</source>
        <translation>مدى تقدّم أرقام السجل</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>الحجز القانوني</translation>
    </message>
    <message>
        <source>Counts of the log</source>
        <translation>أعداد السجل</translation>
    </message>
    <message>
        <source>Notes on log entries</source>
        <translation>ملاحظات على إدخالات السجل</translation>
    </message>
    <message>
        <source>Statistics of the log</source>
        <translation>إحصاءات السجل</translation>
    </message>
    <message>
        <source>Fingerprints of passwords</source>
        <translation>بصمات كلمات المرور</translation>
    </message>
    <message>
        <source>History of records</source>
        <translation>تاريخ العناصر</translation>
    </message>
    <message>
        <source>Sign-ins that last</source>
        <translation>جلسات الدخول المستمرّة</translation>
    </message>
    <message>
        <source>Rules of how long the log is kept</source>
        <translation>قواعد مدة حفظ السجل</translation>
    </message>
    <message>
        <source>Removals of old log entries</source>
        <translation>عمليات إزالة إدخالات السجل القديمة</translation>
    </message>
    <message>
        <source>Saved filters of the log</source>
        <translation>عوامل تصفية السجل المحفوظة</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>Sealed secrets</source>
        <translation>الأسرار المختومة</translation>
    </message>
    <message>
        <source>Positions of syncs</source>
        <translation>مواضع المزامنات</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>المزامنات</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Contents of events</source>
        <translation>محتوى الأحداث</translation>
    </message>
    <message>
        <source>Keys of events already seen</source>
        <translation>مفاتيح الأحداث المستلمة</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>متطابق</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>تجري المقارنة</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>يجري النسخ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>The copy begins…</source>
        <translation>يبدأ النسخ…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied, read again and found equal</source>
        <translation>
            <numerusform>لا صفوف لنسخها</numerusform>
            <numerusform>نُسخ صفّ واحد وقُرئ مرّة أخرى وثبت تطابقه</numerusform>
            <numerusform>نُسخ صفّان وقُرئا مرّة أخرى وثبت تطابقهما</numerusform>
            <numerusform>نُسخت %Ln صفوف وقُرئت مرّة أخرى وثبت تطابقها</numerusform>
            <numerusform>نُسخ %Ln صفًّا وقُرئت مرّة أخرى وثبت تطابقها</numerusform>
            <numerusform>نُسخ %Ln صفّ وقُرئت مرّة أخرى وثبت تطابقها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of them were there already, from a copy that was cut short.</source>
        <translation>
            <numerusform>لم يكن منها شيء هناك من قبل.</numerusform>
            <numerusform>كان صفّ واحد منها هناك من قبل، من نسخ لم يكتمل.</numerusform>
            <numerusform>كان صفّان منها هناك من قبل، من نسخ لم يكتمل.</numerusform>
            <numerusform>كانت %Ln صفوف منها هناك من قبل، من نسخ لم يكتمل.</numerusform>
            <numerusform>كان %Ln صفًّا منها هناك من قبل، من نسخ لم يكتمل.</numerusform>
            <numerusform>كان %Ln صفّ منها هناك من قبل، من نسخ لم يكتمل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln text(s) U+2400 stands where the character U+0000 was.</source>
        <translation>
            <numerusform>لم يُستبدل المحرف U+0000 في أي نصّ.</numerusform>
            <numerusform>في نصّ واحد وُضع U+2400 مكان المحرف U+0000.</numerusform>
            <numerusform>في نصّين وُضع U+2400 مكان المحرف U+0000.</numerusform>
            <numerusform>في %Ln نصوص وُضع U+2400 مكان المحرف U+0000.</numerusform>
            <numerusform>في %Ln نصًّا وُضع U+2400 مكان المحرف U+0000.</numerusform>
            <numerusform>في %Ln نصّ وُضع U+2400 مكان المحرف U+0000.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Back up into a new file</source>
        <translation>نسخ احتياطي إلى ملف جديد</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>فتح نسخة احتياطية</translation>
    </message>
    <message>
        <source>Restore into a new file</source>
        <translation>استعادة إلى ملف جديد</translation>
    </message>
</context>
<context>
    <name>DatabaseDialog</name>
    <message>
        <source>Connect to a shared database</source>
        <translation>الاتصال بقاعدة بيانات مشتركة</translation>
    </message>
    <message>
        <source>A PostgreSQL database that an administrator has prepared for your organisation.</source>
        <translation>قاعدة بيانات PostgreSQL أعدّها مسؤول لمؤسستك.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
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
    <message>
        <source>Authorise again…</source>
        <translation>منح الوصول من جديد…</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Part</source>
        <translation>الجزء</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل</translation>
    </message>
    <message>
        <source>After</source>
        <translation>بعد</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Changed here {when}.</source>
        <translation>غُيّر هنا {when}.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>إبقاء تغييري</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>إبقاء تغييرهم</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهُل</translation>
    </message>
    <message>
        <source>Make without it</source>
        <translation>إجراؤه بدون السرّ</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>تغييري</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>تغييرهم</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>قبل ذلك</translation>
    </message>
</context>
<context>
    <name>DraftPanel</name>
    <message>
        <source>First records</source>
        <translation>العناصر الأولى</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>First records or test</source>
        <translation>العناصر الأولى أو الاختبار</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <source>Connector</source>
        <translation>موصّل</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>خطّاف ويب</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>جدول</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>تعارض</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>It was refused: {reason}</source>
        <translation>رُفض: {reason}</translation>
    </message>
    <message>
        <source>It has been removed meanwhile.</source>
        <translation>حُذف في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile. Choose what stays.</source>
        <translation>غيّره شخص آخر في هذه الأثناء. اختر ما يبقى.</translation>
    </message>
    <message>
        <source>It is made as soon as the workspace is reached. A typed secret is kept in memory only.</source>
        <translation>يُجرى فور الوصول إلى مساحة العمل. والسرّ المكتوب يبقى في الذاكرة فقط.</translation>
    </message>
    <message>
        <source>It is made as soon as the workspace is reached.</source>
        <translation>يُجرى فور الوصول إلى مساحة العمل.</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>غير نشط</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقّف مؤقّتًا</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>الفاصل الزمني</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>الأوقات</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Changes that wait</source>
        <translation>التغييرات المنتظرة</translation>
    </message>
    <message>
        <source>Made while the workspace was not reached. Nothing is made over what somebody else has changed.</source>
        <translation>أُجريت حين تعذّر الوصول إلى مساحة العمل. ولا يُكتب شيء فوق ما غيّره شخص آخر.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
        <translation>لم يُعثَر على {kind} بالمعرّف «{id}».</translation>
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
        <source>Old log entries of a shared database are removed by its service.</source>
        <translation>إدخالات السجل القديمة في قاعدة بيانات مشتركة تزيلها خدمتها وحدها.</translation>
    </message>
    <message>
        <source>They go once a day; to have it done now, ask through the service.</source>
        <translation>تُزال مرة كل يوم؛ ولإزالتها الآن اطلب ذلك عبر الخدمة.</translation>
    </message>
    <message>
        <source>The search does not understand “{part}”.</source>
        <translation>لم يُفهَم «{part}» في البحث.</translation>
    </message>
    <message>
        <source>Use words, status:error, type:webhook.*, connector:NAME, duration:&gt;2s, has:error, last 24h or 2026-11-01..2026-11-05, with -, OR and brackets; put what is to be found as it stands in quotation marks.</source>
        <translation>استخدم كلمات، أو ⁦status:error⁩ أو ⁦type:webhook.*⁩ أو ⁦connector:NAME⁩ أو ⁦duration:&gt;2s⁩ أو ⁦has:error⁩ أو ⁦last 24h⁩ أو ⁦2026-11-01..2026-11-05⁩، مع ⁦-⁩ و⁦OR⁩ والأقواس؛ وضع بين علامتي اقتباس ⁦&quot;⁩ ما يُبحث عنه كما هو.</translation>
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
        <source>{host} is not on the public internet ({address}).</source>
        <translation>‏{host} ليس على الإنترنت العامّ ({address}).</translation>
    </message>
    <message>
        <source>If this system really stands in your own network, allow “Private network” in the connector&apos;s settings.</source>
        <translation>إذا كان هذا النظام داخل شبكتك فعلًا فاسمح بخيار «الشبكة الخاصّة» في إعدادات الموصّل.</translation>
    </message>
    <message>
        <source>{host} does not accept the credentials (HTTP {status}).</source>
        <translation>لا يقبل {host} بيانات تسجيل الدخول (HTTP {status}).</translation>
    </message>
    <message>
        <source>Enter the credentials again in the connector&apos;s settings, then test it.</source>
        <translation>أدخل بيانات تسجيل الدخول مرّة أخرى في إعدادات الموصّل، ثم اختبره.</translation>
    </message>
    <message>
        <source>{host} does not allow this to the account (HTTP {status}).</source>
        <translation>لا يسمح {host} للحساب بذلك (HTTP {status}).</translation>
    </message>
    <message>
        <source>Ask the system&apos;s administrator for the missing permission.</source>
        <translation>اطلب الصلاحية الناقصة من مسؤول النظام.</translation>
    </message>
    <message>
        <source>{host} has nothing at this address (HTTP {status}).</source>
        <translation>لا يوجد لدى {host} شيء على هذا العنوان (HTTP {status}).</translation>
    </message>
    <message>
        <source>Check the path in the connector&apos;s settings.</source>
        <translation>تحقّق من المسار في إعدادات الموصّل.</translation>
    </message>
    <message>
        <source>{host} refuses the request (HTTP {status}).</source>
        <translation>يرفض {host} الطلب (HTTP {status}).</translation>
    </message>
    <message>
        <source>Check the query and the body in the connector&apos;s settings.</source>
        <translation>تحقّق من معاملات الطلب ومن المتن في إعدادات الموصّل.</translation>
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
        <source>This address of a database is not understood: {reason}.</source>
        <translation>تعذّر فهم عنوان قاعدة البيانات: {reason}.</translation>
    </message>
    <message>
        <source>A password must not stand in the address of a workspace.</source>
        <translation>لا يجوز أن يحتوي عنوان مساحة العمل على كلمة مرور.</translation>
    </message>
    <message>
        <source>Write it as postgresql://login@host/database.</source>
        <translation>اكتبه بالشكل postgresql://login@host/database.</translation>
    </message>
    <message>
        <source>Take it out of the address and keep it where others cannot read it: in the keyring or a password file.</source>
        <translation>احذفها من العنوان واحفظها حيث لا يقرؤها غيرك: في حافظة المفاتيح أو في ملف لكلمات المرور.</translation>
    </message>
    <message>
        <source>The database {database} cannot be reached.</source>
        <translation>تعذّر الوصول إلى قاعدة البيانات {database}.</translation>
    </message>
    <message>
        <source>Check the network and that the server runs; work goes on by itself afterwards.</source>
        <translation>تحقّق من الشبكة ومن أن الخادم يعمل؛ يتابع العمل بعد ذلك من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Others are changing the same rows of the database {database}.</source>
        <translation>يغيّر آخرون الصفوف نفسها في قاعدة البيانات {database}.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again in a moment.</source>
        <translation>لم يتغيّر شيء؛ أعد المحاولة بعد لحظات.</translation>
    </message>
    <message>
        <source>The database {database} refuses the login or its password.</source>
        <translation>ترفض قاعدة البيانات {database} اسم الدخول أو كلمة مروره.</translation>
    </message>
    <message>
        <source>Check both; a person of the organisation who administers the database can reset them.</source>
        <translation>تحقّق من كليهما؛ ويمكن لمن يدير قاعدة البيانات في المؤسسة إعادة تعيينهما.</translation>
    </message>
    <message>
        <source>The certificate of the database {database} is not trusted.</source>
        <translation>شهادة قاعدة البيانات {database} غير موثوقة.</translation>
    </message>
    <message>
        <source>Check the name of the host, and which authorities this machine trusts.</source>
        <translation>تحقّق من اسم المضيف، ومن جهات الإصدار التي يثق بها هذا الجهاز.</translation>
    </message>
    <message>
        <source>Name a readable file with certificates (PEM), or none to trust the authorities of this system.</source>
        <translation>سمِّ ملفًا مقروءًا فيه شهادات (PEM)، أو لا تسمِّ شيئًا ليوثَق بسلطات هذا النظام.</translation>
    </message>
    <message>
        <source>The server of the database {database} offers no encryption that is safe enough.</source>
        <translation>لا يتيح خادم قاعدة البيانات {database} تشفيرًا آمنًا بما يكفي.</translation>
    </message>
    <message>
        <source>Let whoever administers it switch on TLS 1.2 or newer; your password was not sent.</source>
        <translation>اطلب ممّن يديره تشغيل TLS 1.2 أو أحدث؛ ولم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>The database {database} does not let this login in without encryption.</source>
        <translation>لا تسمح قاعدة البيانات {database} بدخول اسم الدخول هذا دون تشفير.</translation>
    </message>
    <message>
        <source>Let an administrator of the database prepare it.</source>
        <translation>اطلب من مسؤول قاعدة البيانات إعدادها.</translation>
    </message>
    <message>
        <source>Name it in the address.</source>
        <translation>اذكرها في العنوان.</translation>
    </message>
    <message>
        <source>The login “{login}” may not serve all organisations of the database.</source>
        <translation>لا يحقّ لاسم الدخول «{login}» خدمة جميع المؤسسات في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Sign in as “{needed}”, or name one organisation in the address.</source>
        <translation>سجّل الدخول باسم «{needed}»، أو حدِّد مؤسسة واحدة في العنوان.</translation>
    </message>
    <message>
        <source>Sign in as an administrator who may create roles and set row security aside.</source>
        <translation>سجّل الدخول بحساب مسؤول يحق له إنشاء الأدوار وتجاوز أمان الصفوف.</translation>
    </message>
    <message>
        <source>The database has no login “{login}”.</source>
        <translation>لا يوجد في قاعدة البيانات اسم الدخول «{login}».</translation>
    </message>
    <message>
        <source>Create it first (CREATE ROLE … LOGIN), then add the organisation.</source>
        <translation>أنشئه أولًا، ثم أضِف المؤسسة.</translation>
    </message>
    <message>
        <source>The server has no database {database}.</source>
        <translation>لا توجد على الخادم قاعدة بيانات باسم {database}.</translation>
    </message>
    <message>
        <source>Choose to encrypt and to verify the server (sslmode=verify-full in an address). Where it is so already, ask whoever administers the database.</source>
        <translation>اختر التشفير والتحقق من هوية الخادم (sslmode=verify-full في العنوان). وإن كان الأمر كذلك أصلًا فاسأل من يدير قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Check its name, or let an administrator create it.</source>
        <translation>تحقّق من اسمها، أو اطلب من مسؤول إنشاءها.</translation>
    </message>
    <message>
        <source>The database {database} is not prepared for this version of the program.</source>
        <translation>قاعدة البيانات {database} غير مُعدّة لهذا الإصدار من البرنامج.</translation>
    </message>
    <message>
        <source>A newer version of the program has prepared the database {database}.</source>
        <translation>أعدّ إصدار أحدث من البرنامج قاعدة البيانات {database}.</translation>
    </message>
    <message>
        <source>Install the newest version and open it again.</source>
        <translation>ثبِّت أحدث إصدار وافتحها مرّة أخرى.</translation>
    </message>
    <message>
        <source>The login “{login}” is no member of an organisation in this database.</source>
        <translation>اسم الدخول «{login}» ليس عضوًا في أي مؤسسة في قاعدة البيانات هذه.</translation>
    </message>
    <message>
        <source>Ask an owner or admin of the organisation to add it.</source>
        <translation>اطلب من مالك المؤسسة أو من أحد مديريها إضافته.</translation>
    </message>
    <message>
        <source>Say which organisation is meant: {names}.</source>
        <translation>حدّد المؤسسة المقصودة: {names}.</translation>
    </message>
    <message>
        <source>The database does not allow this to your role.</source>
        <translation>لا تسمح قاعدة البيانات بهذا لدورك.</translation>
    </message>
    <message>
        <source>Ask an owner or admin of the organisation to do it, or for another role.</source>
        <translation>اطلب من مالك المؤسسة أو من أحد مديريها القيام به، أو منحك دورًا آخر.</translation>
    </message>
    <message>
        <source>The login “{login}” may not prepare the database.</source>
        <translation>لا يحق لاسم الدخول «{login}» إعداد قاعدة البيانات.</translation>
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
        <source>This machine holds no key of the workspace, so its secrets stay closed here.</source>
        <translation>لا يحمل هذا الجهاز مفتاحًا لمساحة العمل، فتبقى أسرارها مغلقة هنا.</translation>
    </message>
    <message>
        <source>Unlock them with a passphrase or the recovery code, or ask a person who holds a key to approve this machine. Keys are held by: {holders}.</source>
        <translation>افتحها بعبارة المرور أو برمز الاسترداد، أو اطلب ممن يحمل مفتاحًا اعتماد هذا الجهاز. يحمل المفاتيح: {holders}.</translation>
    </message>
    <message>
        <source>This workspace is locked against changes on this machine.</source>
        <translation>مساحة العمل هذه مقفلة ضد التغيير على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take the lock off under “Workspaces” to change something.</source>
        <translation>لم يتغيّر شيء. أزِل القفل من «مساحات العمل» لإجراء تغيير.</translation>
    </message>
    <message>
        <source>The secret that was typed with this change was not kept.</source>
        <translation>لم يُحفظ السرّ الذي كُتب مع هذا التغيير.</translation>
    </message>
    <message>
        <source>Make the change without it, or discard it and type it again.</source>
        <translation>أجرِ التغيير بدونه، أو تجاهله واكتب السرّ من جديد.</translation>
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
    <message>
        <source>The key of this workspace has just been replaced.</source>
        <translation>استُبدل مفتاح مساحة العمل هذه للتوّ.</translation>
    </message>
    <message>
        <source>Nothing was changed; try again.</source>
        <translation>لم يتغيّر شيء؛ أعد المحاولة.</translation>
    </message>
    <message>
        <source>“{name}” cannot be removed here: this program opens the secrets with it.</source>
        <translation>لا يمكن إزالة «{name}» من هنا: هذا البرنامج يفتح الأسرار به.</translation>
    </message>
    <message>
        <source>Remove it on another computer that can open the secrets.</source>
        <translation>أزِله من جهاز آخر يستطيع فتح الأسرار.</translation>
    </message>
    <message>
        <source>“{name}” is the last way to the secrets that does not lie on a computer.</source>
        <translation>«{name}» هو آخر طريق إلى الأسرار لا يقع على جهاز.</translation>
    </message>
    <message>
        <source>Make a new recovery code or add a passphrase first.</source>
        <translation>أنشئ رمز استرداد جديدًا أو أضف عبارة مرور أولًا.</translation>
    </message>
    <message>
        <source>This program can open the secrets already.</source>
        <translation>يستطيع هذا البرنامج فتح الأسرار بالفعل.</translation>
    </message>
    <message>
        <source>There is nothing to ask for.</source>
        <translation>لا حاجة إلى طلب شيء.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة الملف {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file, or let its owner give you access.</source>
        <translation>اختر ملفًا آخر، أو اطلب من مالكه منحك الوصول إليه.</translation>
    </message>
    <message>
        <source>There is no checksum beside {path}.</source>
        <translation>لا يوجد مجموع اختباري بجانب {path}.</translation>
    </message>
    <message>
        <source>Put the file that ends in .sha256 beside it: the export wrote both.</source>
        <translation>ضع بجانبه الملف الذي ينتهي اسمه بـ ⁦.sha256⁩، فقد كتبهما التصدير معًا.</translation>
    </message>
    <message>
        <source>The file {path} is not what was exported: its checksum differs.</source>
        <translation>الملف {path} ليس ما صُدّر: مجموعه الاختباري مختلف.</translation>
    </message>
    <message>
        <source>Export it again, or ask for another copy.</source>
        <translation>صدّره من جديد، أو اطلب نسخة أخرى.</translation>
    </message>
    <message>
        <source>Parquet files need a part of the program that is not installed.</source>
        <translation>تحتاج ملفات ⁦Parquet⁩ إلى جزء من البرنامج غير مثبَّت.</translation>
    </message>
    <message>
        <source>Install integration-console[parquet], or export as CSV or JSON lines.</source>
        <translation>ثبّت الجزء الاختياري ⁦parquet⁩ من البرنامج، أو صدّر بصيغة ⁦CSV⁩ أو أسطر ⁦JSON⁩.</translation>
    </message>
    <message>
        <source>The file {path} cannot be written: {reason}.</source>
        <translation>تعذّرت كتابة الملف {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>اختر مجلّدًا آخر، أو أخلِ مساحة على القرص.</translation>
    </message>
    <message>
        <source>Google refused the request: {reason}.</source>
        <translation>رفضت Google الطلب: {reason}.</translation>
    </message>
    <message>
        <source>Look the word up in Google&apos;s documentation, or ask the Google administrator.</source>
        <translation>ابحث عن هذه الكلمة في وثائق Google، أو اسأل مسؤول Google.</translation>
    </message>
    <message>
        <source>Google no longer accepts the access that was granted ({reason}).</source>
        <translation>لم تعد Google تقبل الوصول الممنوح ({reason}).</translation>
    </message>
    <message>
        <source>Check the date of this machine first. Otherwise the access was revoked, was not used for six months, ended with a change of password, ended after seven days because the app is still in “Testing”, or gave way to newer grants. Authorise the connector again; the sync goes on where it stopped.</source>
        <translation>تحقّق أولًا من تاريخ هذا الجهاز. فإن كان صحيحًا فربّما أُلغي الوصول، أو لم يُستخدَم مدّة ستّة أشهر، أو انتهى بتغيير كلمة المرور، أو انتهى بعد سبعة أيام لأنّ التطبيق ما زال في وضع «Testing»، أو حلّ محلّه وصول أحدث. امنح الموصّل الوصول من جديد، وستُستأنف المزامنة من حيث توقّفت.</translation>
    </message>
    <message>
        <source>The clock of this machine is {seconds} s away from Google&apos;s.</source>
        <translation>تختلف ساعة هذا الجهاز عن ساعة Google بمقدار {seconds} ث.</translation>
    </message>
    <message>
        <source>Set the date and time of this machine, best by itself from the internet.</source>
        <translation>اضبط تاريخ هذا الجهاز ووقته، ويُفضَّل ضبطهما تلقائيًا عبر الإنترنت.</translation>
    </message>
    <message>
        <source>Google does not accept the answer from the browser ({reason}).</source>
        <translation>لا تقبل Google ردّ المتصفّح ({reason}).</translation>
    </message>
    <message>
        <source>Start the authorisation again and finish it without a long pause.</source>
        <translation>ابدأ منح الوصول من جديد وأكمله دون انقطاع طويل.</translation>
    </message>
    <message>
        <source>Google does not know this client ID and client secret ({reason}).</source>
        <translation>لا تعرف Google معرّف العميل هذا وسرّه ({reason}).</translation>
    </message>
    <message>
        <source>In the Google Cloud console, under Credentials, copy both from an OAuth client of the type “Desktop”.</source>
        <translation>في وحدة تحكّم Google Cloud، ضمن «Credentials»، انسخهما من عميل OAuth من النوع «Desktop».</translation>
    </message>
    <message>
        <source>This OAuth client may not sign in this way ({reason}).</source>
        <translation>لا يُسمح لعميل OAuth هذا بتسجيل الدخول بهذه الطريقة ({reason}).</translation>
    </message>
    <message>
        <source>Create an OAuth client of the type “Desktop” and enter its ID and secret.</source>
        <translation>أنشئ عميل OAuth من النوع «Desktop» وأدخل معرّفه وسرّه.</translation>
    </message>
    <message>
        <source>Google does not send the browser back to this program ({reason}).</source>
        <translation>لا تعيد Google المتصفّح إلى هذا البرنامج ({reason}).</translation>
    </message>
    <message>
        <source>Use an OAuth client of the type “Desktop”: it may lead back to this machine.</source>
        <translation>استخدم عميل OAuth من النوع «Desktop»، فهو يُسمح له بالعودة إلى هذا الجهاز.</translation>
    </message>
    <message>
        <source>Google does not grant these permissions ({reason}).</source>
        <translation>لا تمنح Google هذه الصلاحيات ({reason}).</translation>
    </message>
    <message>
        <source>Add the permissions to the app&apos;s consent screen, under “Data access”, and try again.</source>
        <translation>أضف الصلاحيات إلى شاشة موافقة التطبيق، ضمن «Data access»، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The permission {scope} was not granted.</source>
        <translation>لم تُمنح الصلاحية {scope}.</translation>
    </message>
    <message>
        <source>Authorise the connector again and leave every box ticked.</source>
        <translation>امنح الموصّل الوصول من جديد وأبقِ كلّ الخانات محدَّدة.</translation>
    </message>
    <message>
        <source>The rules of your Google organisation do not allow this app ({reason}).</source>
        <translation>لا تسمح سياسات مؤسّستك في Google بهذا التطبيق ({reason}).</translation>
    </message>
    <message>
        <source>Ask the Google administrator to trust the app under Security, “API controls” in the Admin console.</source>
        <translation>اطلب من مسؤول Google الوثوق بالتطبيق في «Admin console»، ضمن ⁦«Security → API controls»⁩.</translation>
    </message>
    <message>
        <source>The service account&apos;s key cannot be used.</source>
        <translation>مفتاح حساب الخدمة غير صالح للاستخدام.</translation>
    </message>
    <message>
        <source>Paste the whole JSON file that Google gave when the key was created.</source>
        <translation>ألصق ملف JSON كاملًا كما قدّمته Google عند إنشاء المفتاح.</translation>
    </message>
    <message>
        <source>Google does not accept the service account ({reason}).</source>
        <translation>لا تقبل Google حساب الخدمة ({reason}).</translation>
    </message>
    <message>
        <source>Check that the account is enabled, that its key still exists and that the user to act for exists in your organisation.</source>
        <translation>تأكّد من أنّ الحساب مفعَّل، وأنّ مفتاحه ما زال موجودًا، وأنّ المستخدم الذي ينوب عنه موجود في مؤسّستك.</translation>
    </message>
    <message>
        <source>The service account may not act for {user} ({reason}).</source>
        <translation>لا يُسمح لحساب الخدمة بأن ينوب عن {user} ({reason}).</translation>
    </message>
    <message>
        <source>In the Admin console, under “Domain-wide delegation”, allow the account&apos;s client ID these scopes: {scopes}.</source>
        <translation>في «Admin console»، ضمن «Domain-wide delegation»، امنح معرّف العميل لهذا الحساب الصلاحيات التالية: {scopes}.</translation>
    </message>
    <message>
        <source>Google refuses a token that it has only just given ({reason}).</source>
        <translation>ترفض Google رمز وصول أصدرته للتوّ ({reason}).</translation>
    </message>
    <message>
        <source>Check the addresses in the connector&apos;s settings, then authorise it again.</source>
        <translation>تحقّق من العناوين في إعدادات الموصّل، ثم امنحه الوصول من جديد.</translation>
    </message>
    <message>
        <source>Google asks for a pause of {seconds} s.</source>
        <translation>تطلب Google التوقّف مدّة {seconds} ث.</translation>
    </message>
    <message>
        <source>Nothing has to be done: it goes on after the pause.</source>
        <translation>لا يلزمك فعل شيء، فسيُستأنف العمل بعد المهلة.</translation>
    </message>
    <message>
        <source>Google is having problems ({reason}).</source>
        <translation>تواجه Google مشكلات ({reason}).</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>The Google project has used up its quota of the day ({reason}).</source>
        <translation>استهلك مشروع Google حصّته اليومية ({reason}).</translation>
    </message>
    <message>
        <source>Wait until tomorrow, or ask for a higher quota in the Google Cloud console.</source>
        <translation>انتظر إلى الغد، أو اطلب حصّة أكبر في وحدة تحكّم Google Cloud.</translation>
    </message>
    <message>
        <source>The Google project has not enabled this API ({reason}).</source>
        <translation>واجهة API هذه غير مفعَّلة في مشروع Google ({reason}).</translation>
    </message>
    <message>
        <source>In the Google Cloud console, under “APIs &amp; Services”, enable it and wait a few minutes.</source>
        <translation>فعِّلها في وحدة تحكّم Google Cloud، ضمن «APIs &amp; Services»، وانتظر بضع دقائق.</translation>
    </message>
    <message>
        <source>The Google account may not do this ({reason}).</source>
        <translation>لا يملك حساب Google صلاحية ذلك ({reason}).</translation>
    </message>
    <message>
        <source>Share the folder, the drive or the calendar with the account, then try again.</source>
        <translation>شارك المجلّد أو مساحة التخزين أو التقويم مع الحساب، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The rules of your Google organisation keep apps away from this ({reason}).</source>
        <translation>تمنع سياسات مؤسّستك في Google التطبيقات من الوصول إلى هذا ({reason}).</translation>
    </message>
    <message>
        <source>Ask the Google administrator to allow Drive&apos;s API for the app.</source>
        <translation>اطلب من مسؤول Google السماح للتطبيق باستخدام واجهة Drive البرمجية.</translation>
    </message>
    <message>
        <source>There is no room left in Google Drive ({reason}).</source>
        <translation>لم تبقَ مساحة في Google Drive ‏({reason}).</translation>
    </message>
    <message>
        <source>Make room, or work in a shared drive: a service account has no storage.</source>
        <translation>أخلِ مساحة، أو اعمل في مساحة تخزين مشتركة: فحساب الخدمة لا مساحة له.</translation>
    </message>
    <message>
        <source>Google does not know “{what}”, or does not show it to this account.</source>
        <translation>لا تعرف Google «{what}»، أو لا تعرضه لهذا الحساب.</translation>
    </message>
    <message>
        <source>Check the ID, and share the folder, the drive or the calendar with the account.</source>
        <translation>تحقّق من المعرّف، وشارك المجلّد أو مساحة التخزين أو التقويم مع الحساب.</translation>
    </message>
    <message>
        <source>Google no longer knows where the last sync stopped ({reason}).</source>
        <translation>لم تعد Google تعرف أين توقّفت آخر مزامنة ({reason}).</translation>
    </message>
    <message>
        <source>Nothing has to be done: everything is compared anew at the next sync.</source>
        <translation>لا يلزمك فعل شيء، فسيُقارَن كلّ شيء من جديد في المزامنة التالية.</translation>
    </message>
    <message>
        <source>Odoo refused the request ({reason}).</source>
        <translation>رفض Odoo الطلب ({reason}).</translation>
    </message>
    <message>
        <source>Ask the Odoo administrator; Odoo&apos;s own log says more.</source>
        <translation>اسأل مسؤول Odoo، ففي سجل Odoo نفسه تفاصيل أكثر.</translation>
    </message>
    <message>
        <source>There is no Odoo at {host}.</source>
        <translation>لا يوجد Odoo على {host}.</translation>
    </message>
    <message>
        <source>Check the address: it is the one that you open Odoo with in the browser.</source>
        <translation>تحقّق من العنوان: هو العنوان الذي تفتح به Odoo في المتصفّح.</translation>
    </message>
    <message>
        <source>The Odoo at {host} does not let programs in (HTTP {status}).</source>
        <translation>لا يسمح Odoo على {host} بدخول البرامج (HTTP {status}).</translation>
    </message>
    <message>
        <source>On Odoo Online the external API needs a Custom plan. On a server of your own, see that no proxy blocks /json/2 and /xmlrpc/2.</source>
        <translation>في Odoo Online تتطلّب الواجهة البرمجية الخارجية خطّة «Custom». وعلى خادمك تأكّد من أنّ أي خادم وكيل لا يحجب ⁦/json/2⁩ و⁦/xmlrpc/2⁩ عنها.</translation>
    </message>
    <message>
        <source>Odoo does not accept the API key or password.</source>
        <translation>لا يقبل Odoo مفتاح API أو كلمة المرور.</translation>
    </message>
    <message>
        <source>The key may have expired, been revoked, or belong to another database. Make a new one in Odoo under Preferences, Account Security, and enter it here. With two-factor sign-in only API keys work.</source>
        <translation>ربّما انتهت صلاحية المفتاح أو أُلغي أو كان لقاعدة بيانات أخرى. أنشئ مفتاحًا جديدًا في Odoo ضمن ⁦«Preferences → Account Security»⁩ وأدخله هنا. ومع المصادقة الثنائية لا تعمل إلا مفاتيح API.</translation>
    </message>
    <message>
        <source>Odoo {version} wants the login name as well.</source>
        <translation>يطلب Odoo {version} اسم تسجيل الدخول أيضًا.</translation>
    </message>
    <message>
        <source>Enter the login name of the account (often an email address).</source>
        <translation>أدخل اسم تسجيل الدخول للحساب (وغالبًا ما يكون عنوان بريد).</translation>
    </message>
    <message>
        <source>Odoo has no database “{database}”, or wants to be told which one.</source>
        <translation>لا توجد في Odoo قاعدة البيانات «{database}»، أو يلزم تحديدها.</translation>
    </message>
    <message>
        <source>Enter the name of the database; on Odoo Online it is the first part of the address.</source>
        <translation>أدخل اسم قاعدة البيانات، وهو في Odoo Online الجزء الأول من العنوان.</translation>
    </message>
    <message>
        <source>The Odoo account may not do this ({model}).</source>
        <translation>لا يملك حساب Odoo صلاحية ذلك ({model}).</translation>
    </message>
    <message>
        <source>Ask the Odoo administrator to give the account the right to read this.</source>
        <translation>اطلب من مسؤول Odoo منح الحساب حقّ قراءتها.</translation>
    </message>
    <message>
        <source>The Odoo account has no rights for Employees: it sees public profiles only, and Odoo does not tell it of all changes.</source>
        <translation>لا يملك حساب Odoo صلاحيات في «Employees»: لا يرى إلا الملفات الشخصية العامّة، ولا يُخبره Odoo بكلّ التغييرات.</translation>
    </message>
    <message>
        <source>Give the account the role Employees / Officer in Odoo. Until then every sync of employees reads everything.</source>
        <translation>امنح الحساب الدور ⁦«Employees / Officer»⁩ في Odoo. وحتى ذلك الحين تقرأ كلّ مزامنة للموظّفين كلّ شيء.</translation>
    </message>
    <message>
        <source>This Odoo has no “{model}”: the app it belongs to is not installed.</source>
        <translation>لا يوجد «{model}» في Odoo هذا: التطبيق الذي يتبعه غير مثبَّت.</translation>
    </message>
    <message>
        <source>Install the app Employees in Odoo, or choose another database.</source>
        <translation>ثبِّت التطبيق «Employees» في Odoo، أو اختر قاعدة بيانات أخرى.</translation>
    </message>
    <message>
        <source>A record of “{model}” does not exist in Odoo, or not any more.</source>
        <translation>عنصر من «{model}» لا وجود له في Odoo، أو لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>Run the sync again: it then finds what is gone.</source>
        <translation>أعد المزامنة لتكتشف ما حُذف.</translation>
    </message>
    <message>
        <source>Odoo&apos;s own rules do not allow this ({model}).</source>
        <translation>لا تسمح قواعد Odoo نفسه بذلك ({model}).</translation>
    </message>
    <message>
        <source>Check the values: something is missing, taken, or not allowed in Odoo.</source>
        <translation>تحقّق من القيم: بعضها ناقص أو مستخدَم من قبل أو غير مسموح به في Odoo.</translation>
    </message>
    <message>
        <source>The language “{language}” is not installed in Odoo ({installed}).</source>
        <translation>اللغة «{language}» غير مثبَّتة في Odoo ‏({installed}).</translation>
    </message>
    <message>
        <source>Choose one of the installed languages, leave the field empty, or install the language in Odoo.</source>
        <translation>اختر إحدى اللغات المثبَّتة، أو اترك الحقل فارغًا، أو ثبِّت اللغة في Odoo.</translation>
    </message>
    <message>
        <source>This version of Odoo cannot do “{method}” with “{model}”.</source>
        <translation>لا يستطيع هذا الإصدار من Odoo تنفيذ «{method}» على «{model}».</translation>
    </message>
    <message>
        <source>Look whether the connector supports this version of Odoo.</source>
        <translation>تأكّد من أنّ الموصّل يدعم هذا الإصدار من Odoo.</translation>
    </message>
    <message>
        <source>Odoo does not know a field, or does not understand a condition ({model}).</source>
        <translation>لا يعرف Odoo أحد الحقول، أو لا يفهم أحد الشروط ({model}).</translation>
    </message>
    <message>
        <source>This Odoo may have been changed, or be of another version: ask its administrator for the fields.</source>
        <translation>ربّما عُدِّل Odoo هذا أو كان من إصدار آخر: اسأل مسؤوله عن الحقول.</translation>
    </message>
    <message>
        <source>Odoo does not take these arguments for “{method}” of “{model}”.</source>
        <translation>لا يقبل Odoo هذه المعاملات لـ «{method}» في «{model}».</translation>
    </message>
    <message>
        <source>Odoo did “{method}” of “{model}” but could not say what came of it.</source>
        <translation>نفّذ Odoo «{method}» في «{model}» ولم يستطع ذكر النتيجة.</translation>
    </message>
    <message>
        <source>Look in Odoo whether it has happened before you do it again.</source>
        <translation>تحقّق في Odoo من حدوث ذلك قبل أن تكرّره.</translation>
    </message>
    <message>
        <source>Something broke inside Odoo ({reason}).</source>
        <translation>حدث خطأ داخل Odoo ‏({reason}).</translation>
    </message>
    <message>
        <source>Ask the Odoo administrator to look in Odoo&apos;s log; trying again will not help.</source>
        <translation>اطلب من مسؤول Odoo مراجعة سجل Odoo، فإعادة المحاولة لن تفيد.</translation>
    </message>
    <message>
        <source>Odoo cannot answer just now ({reason}).</source>
        <translation>لا يستطيع Odoo الرد الآن ({reason}).</translation>
    </message>
    <message>
        <source>Nothing has to be done: it is tried again later.</source>
        <translation>لا يلزمك فعل شيء، فستُعاد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>“{name}” cannot sync this: {what}.</source>
        <translation>لا يستطيع «{name}» مزامنة هذا: {what}.</translation>
    </message>
    <message>
        <source>Choose a stream and a mode that the connector offers.</source>
        <translation>اختر نوع عناصر ونطاقًا يتيحهما الموصّل.</translation>
    </message>
    <message>
        <source>Another worker has taken over this run.</source>
        <translation>انتقل تنفيذ هذه المزامنة إلى عامل آخر.</translation>
    </message>
    <message>
        <source>Nothing has to be done: it goes on there.</source>
        <translation>لا يلزمك فعل شيء، فهي مستمرّة هناك.</translation>
    </message>
    <message>
        <source>This run has already ended.</source>
        <translation>انتهت هذه المزامنة بالفعل.</translation>
    </message>
    <message>
        <source>Refresh the list to see what became of it.</source>
        <translation>حدِّث القائمة لترى نتيجتها.</translation>
    </message>
    <message>
        <source>The answer of {host} has no {what} at “{path}”.</source>
        <translation>لا يوجد {what} عند «{path}» في ردّ {host}.</translation>
    </message>
    <message>
        <source>Look at the preview in the connector&apos;s settings and correct the path.</source>
        <translation>راجع المعاينة في إعدادات الموصّل وصحّح المسار.</translation>
    </message>
    <message>
        <source>{host} no longer accepts the access that was granted ({reason}).</source>
        <translation>لم يعد {host} يقبل الوصول الممنوح ({reason}).</translation>
    </message>
    <message>
        <source>Authorise the connector again; the sync goes on where it stopped.</source>
        <translation>امنح الموصّل الوصول من جديد، وستُستأنف المزامنة من حيث توقّفت.</translation>
    </message>
    <message>
        <source>“{name}” has not been authorised yet.</source>
        <translation>لم يُمنح «{name}» الوصول بعد.</translation>
    </message>
    <message>
        <source>Press “Authorise” and allow the access in the browser.</source>
        <translation>اضغط «منح الوصول» واسمح به في المتصفّح.</translation>
    </message>
    <message>
        <source>The access was not granted: {reason}.</source>
        <translation>لم يُمنح الوصول: {reason}.</translation>
    </message>
    <message>
        <source>Try again and allow the access in the browser.</source>
        <translation>أعد المحاولة واسمح بالوصول في المتصفّح.</translation>
    </message>
    <message>
        <source>The answer from the browser does not belong to this request.</source>
        <translation>ردّ المتصفّح لا يخصّ هذا الطلب.</translation>
    </message>
    <message>
        <source>Nothing was stored. Start the authorisation again from this window.</source>
        <translation>لم يُحفَظ شيء. ابدأ منح الوصول من جديد من هذه النافذة.</translation>
    </message>
    <message>
        <source>No answer came from the browser within {minutes} min.</source>
        <translation>لم يصل أي ردّ من المتصفّح خلال {minutes} د.</translation>
    </message>
    <message>
        <source>Start the authorisation again and finish it in the browser.</source>
        <translation>ابدأ منح الوصول من جديد وأكمله في المتصفّح.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {field}: {problem}.</source>
        <translation>‏{file}، السطر {line}: {field}: {problem}.</translation>
    </message>
    <message>
        <source>Correct the file; the connector type appears at the next start.</source>
        <translation>صحّح الملف، وسيظهر نوع الموصّل عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>{host} gave the same page twice; page {page} brings nothing new.</source>
        <translation>أعاد {host} الصفحة نفسها مرّتين، ولا جديد في الصفحة {page}.</translation>
    </message>
    <message>
        <source>Check in the connector&apos;s settings how the next page is asked for.</source>
        <translation>تحقّق في إعدادات الموصّل من طريقة طلب الصفحة التالية.</translation>
    </message>
    <message>
        <source>{host} still has more after {pages} pages.</source>
        <translation>ما زال لدى {host} المزيد، وعدد الصفحات المقروءة {pages}.</translation>
    </message>
    <message>
        <source>Ask for larger pages, or for fewer records, in the connector&apos;s settings.</source>
        <translation>اطلب صفحات أكبر أو عناصر أقلّ في إعدادات الموصّل.</translation>
    </message>
    <message>
        <source>{host} sends us to another server for the next page.</source>
        <translation>يحيل {host} إلى خادم آخر للصفحة التالية.</translation>
    </message>
    <message>
        <source>Enter the address that the system&apos;s own links have as the base address.</source>
        <translation>اجعل العنوان الأساسي هو العنوان الوارد في روابط النظام نفسه.</translation>
    </message>
    <message>
        <source>You may not do this: the permission “{permission}” is missing.</source>
        <translation>لا يمكنك فعل هذا: الصلاحية «{permission}» غير ممنوحة لك.</translation>
    </message>
    <message>
        <source>Ask an owner or admin of the organisation for a role or key that has it.</source>
        <translation>اطلب من مالك المؤسسة أو من أحد مديريها دورًا أو مفتاحًا يمنح هذه الصلاحية.</translation>
    </message>
    <message>
        <source>Only an owner may make somebody an owner, or change one.</source>
        <translation>لا يجعل أحدًا مالكًا ولا يغيّر مالكًا إلا مالك.</translation>
    </message>
    <message>
        <source>Ask an owner of the organisation.</source>
        <translation>اطلب ذلك من أحد مالكي المؤسسة.</translation>
    </message>
    <message>
        <source>{name} is the only owner: an organisation always has one.</source>
        <translation>{name} هو المالك الوحيد، ولا تخلو مؤسسة من مالك.</translation>
    </message>
    <message>
        <source>Make somebody else an owner first.</source>
        <translation>اجعل شخصًا آخر مالكًا أولًا.</translation>
    </message>
    <message>
        <source>You can neither change your own role nor remove yourself.</source>
        <translation>لا يمكنك تغيير دورك ولا إزالة نفسك.</translation>
    </message>
    <message>
        <source>Ask another owner or admin.</source>
        <translation>اطلب ذلك من مالك أو مدير آخر.</translation>
    </message>
    <message>
        <source>You cannot reset your own password.</source>
        <translation>لا يمكنك إعادة تعيين كلمة مرورك بنفسك.</translation>
    </message>
    <message>
        <source>Change it; that needs the present one. Whoever forgot it asks an owner or admin.</source>
        <translation>غيّرها، ويلزم لذلك إدخال كلمة المرور الحالية. ومن نسيها يطلب المساعدة من مالك أو مدير.</translation>
    </message>
    <message>
        <source>Another member has the login “{login}”.</source>
        <translation>اسم الدخول «{login}» لعضو آخر.</translation>
    </message>
    <message>
        <source>Choose another login.</source>
        <translation>اختر اسم دخول آخر.</translation>
    </message>
    <message>
        <source>Signing in did not work: login or password is not right.</source>
        <translation>تعذّر تسجيل الدخول: اسم الدخول أو كلمة المرور غير صحيح.</translation>
    </message>
    <message>
        <source>Check both. After several attempts wait a few minutes; an admin can give you a new password.</source>
        <translation>تحقّق منهما. وبعد عدّة محاولات انتظر بضع دقائق، أو اطلب من أحد المديرين كلمة مرور جديدة.</translation>
    </message>
    <message>
        <source>No member has this login.</source>
        <translation>لا عضو بهذا الاسم للدخول.</translation>
    </message>
    <message>
        <source>Compare it with the list of members.</source>
        <translation>قارنه بقائمة الأعضاء.</translation>
    </message>
    <message>
        <source>The password was wrong.</source>
        <translation>كلمة المرور خاطئة.</translation>
    </message>
    <message>
        <source>If it was forgotten, an admin resets it.</source>
        <translation>إن نُسيت فليُعِد أحد المديرين تعيينها.</translation>
    </message>
    <message>
        <source>The member has no password yet.</source>
        <translation>لا كلمة مرور للعضو بعد.</translation>
    </message>
    <message>
        <source>Reset the password; the member then gets one for the first time.</source>
        <translation>أعِد تعيين كلمة المرور، فيحصل العضو على أول كلمة مرور له.</translation>
    </message>
    <message>
        <source>Too many attempts failed; signing in waits until {until}.</source>
        <translation>فشلت محاولات كثيرة، وتسجيل الدخول موقوف حتى {until}.</translation>
    </message>
    <message>
        <source>If it was not the member, somebody tries passwords: look at the addresses.</source>
        <translation>إن لم يكن العضو نفسه فأحدهم يجرّب كلمات مرور: انظر في العناوين.</translation>
    </message>
    <message>
        <source>The one-time password was not used in time.</source>
        <translation>لم تُستخدم كلمة المرور لمرة واحدة في وقتها.</translation>
    </message>
    <message>
        <source>Reset the password once more.</source>
        <translation>أعِد تعيين كلمة المرور مرة أخرى.</translation>
    </message>
    <message>
        <source>This is a one-time password.</source>
        <translation>هذه كلمة مرور لمرة واحدة.</translation>
    </message>
    <message>
        <source>Choose a password of your own; then you are signed in.</source>
        <translation>اختر كلمة مرور خاصة بك، فيتمّ تسجيل دخولك.</translation>
    </message>
    <message>
        <source>This sign-in is not known here.</source>
        <translation>تسجيل الدخول هذا غير معروف هنا.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This sign-in belongs to another service.</source>
        <translation>تسجيل الدخول هذا يخصّ خدمة أخرى.</translation>
    </message>
    <message>
        <source>Sign in again here. Where both are meant to be one, give them the same issuer and audience.</source>
        <translation>سجّل الدخول هنا من جديد. وإن كان المراد أن تكونا خدمة واحدة فأعطِهما المُصدِر نفسه والجمهور نفسه.</translation>
    </message>
    <message>
        <source>The time of this sign-in is over.</source>
        <translation>انتهت مدة تسجيل الدخول هذا.</translation>
    </message>
    <message>
        <source>This sign-in has ended: role, password or membership was changed.</source>
        <translation>انتهى تسجيل الدخول هذا: تغيّر الدور أو كلمة المرور أو العضوية.</translation>
    </message>
    <message>
        <source>Sign in again; if that is refused, ask an owner or admin.</source>
        <translation>سجّل الدخول من جديد، وإن رُفض فاسأل مالكًا أو مديرًا.</translation>
    </message>
    <message>
        <source>A refresh token was used twice, so this sign-in was ended everywhere.</source>
        <translation>استُخدم رمز التجديد مرتين، فأُنهي تسجيل الدخول هذا في كلّ مكان.</translation>
    </message>
    <message>
        <source>Sign in again. If it happens again, change the password: it may be known.</source>
        <translation>سجّل الدخول من جديد. وإن تكرّر ذلك فغيّر كلمة المرور، فقد تكون معروفة لغيرك.</translation>
    </message>
    <message>
        <source>There is an organisation already: {place}.</source>
        <translation>توجد مؤسسة هناك بالفعل: {place}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Name a place that is empty.</source>
        <translation>لم يتغيّر شيء. حدِّد مكانًا فارغًا.</translation>
    </message>
    <message>
        <source>The copy of “{table}” is not equal: {there} rows there, {here} rows here, or other contents.</source>
        <translation>نسخة «{table}» غير مطابقة: عدد الصفوف في المصدر {there} وفي النسخة {here}، أو أن المحتوى مختلف.</translation>
    </message>
    <message>
        <source>The source is untouched and the copy is not in use. Copy again.</source>
        <translation>لم يُمَسّ المصدر، والنسخة غير مستخدمة. أعد النسخ.</translation>
    </message>
    <message>
        <source>This organisation is being copied there already.</source>
        <translation>يجري نسخ هذه المؤسسة إلى هناك حاليًا.</translation>
    </message>
    <message>
        <source>Wait until the other copy has ended.</source>
        <translation>انتظر حتى تنتهي عملية النسخ الأخرى.</translation>
    </message>
    <message>
        <source>The connection to the database {database} broke during the copy.</source>
        <translation>انقطع الاتصال بقاعدة البيانات {database} أثناء النسخ.</translation>
    </message>
    <message>
        <source>What has been copied stays there and nobody sees it yet. Copy again: it goes on from there.</source>
        <translation>يبقى ما نُسخ هناك ولا يراه أحد بعد. انسخ مرّة أخرى فيتابع النسخ من حيث توقّف.</translation>
    </message>
    <message>
        <source>There is no workspace to copy: {path}.</source>
        <translation>لا توجد مساحة عمل لنسخها: {path}.</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>تحقّق من اسم الملف.</translation>
    </message>
    <message>
        <source>Nobody would own the organisation in the database.</source>
        <translation>لن يكون للمؤسسة مالك في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Name the login of the person who is to own it.</source>
        <translation>حدِّد اسم دخول الشخص الذي سيملكها.</translation>
    </message>
    <message>
        <source>This API key is not accepted.</source>
        <translation>مفتاح API هذا غير مقبول.</translation>
    </message>
    <message>
        <source>Ask whoever gave you the key; the log of their console has the reason.</source>
        <translation>اسأل من أعطاك المفتاح؛ السبب مدوَّن في سجلّ لوحته.</translation>
    </message>
    <message>
        <source>This is not a whole API key: its checksum does not fit.</source>
        <translation>هذا ليس مفتاح API كاملًا: رمز التحقّق في آخره لا يطابقه.</translation>
    </message>
    <message>
        <source>It was mistyped or cut off: enter it again, whole.</source>
        <translation>كُتب خطأً أو قُطع منه شيء: أدخله من جديد كاملًا.</translation>
    </message>
    <message>
        <source>No API key has this id.</source>
        <translation>لا يوجد مفتاح API بهذا المعرّف.</translation>
    </message>
    <message>
        <source>The key belongs to another workspace, or somebody tries keys out.</source>
        <translation>المفتاح لمساحة عمل أخرى، أو أنّ أحدًا يجرّب المفاتيح.</translation>
    </message>
    <message>
        <source>The secret of this API key was wrong.</source>
        <translation>سرّ مفتاح API هذا غير صحيح.</translation>
    </message>
    <message>
        <source>It was replaced by a reroll long ago, or somebody tries secrets: look at the addresses.</source>
        <translation>جُدِّد السرّ منذ زمن، أو أنّ أحدًا يجرّب الأسرار: انظر في العناوين.</translation>
    </message>
    <message>
        <source>This API key, or its secret from before the reroll, ended at {moment}.</source>
        <translation>انتهت صلاحية مفتاح API هذا، أو سرّه السابق للتجديد، في {moment}.</translation>
    </message>
    <message>
        <source>Give the key more time, or enter the new secret at its user.</source>
        <translation>مدّد صلاحية المفتاح، أو أدخل السرّ الجديد لدى مستخدمه.</translation>
    </message>
    <message>
        <source>This API key was revoked.</source>
        <translation>أُبطل مفتاح API هذا.</translation>
    </message>
    <message>
        <source>Create a new key where one is still needed.</source>
        <translation>أنشئ مفتاحًا جديدًا حيث ما زالت الحاجة إليه.</translation>
    </message>
    <message>
        <source>This API key does not count from the address {address}.</source>
        <translation>لا يُقبل مفتاح API هذا من العنوان {address}.</translation>
    </message>
    <message>
        <source>If its user has moved, add the new address to the key.</source>
        <translation>إن كان مستخدمه قد انتقل فأضف العنوان الجديد إلى المفتاح.</translation>
    </message>
    <message>
        <source>This API key is used too often: it allows {limit} requests a minute.</source>
        <translation>يُستخدم مفتاح API هذا أكثر من اللازم: حدّه في الدقيقة {limit} من الطلبات.</translation>
    </message>
    <message>
        <source>Wait {seconds} s before the next request.</source>
        <translation>انتظر {seconds} ث قبل الطلب التالي.</translation>
    </message>
    <message>
        <source>A key cannot be given what you may not do yourself: “{permission}”.</source>
        <translation>لا يمكن منح المفتاح ما لا تملكه أنت: «{permission}».</translation>
    </message>
    <message>
        <source>Take that permission out, or ask somebody who has it.</source>
        <translation>أزل تلك الصلاحية، أو اطلب ذلك ممّن يملكها.</translation>
    </message>
    <message>
        <source>The API key “{name}” was revoked; that cannot be undone.</source>
        <translation>أُبطل مفتاح API «{name}»، ولا رجعة في ذلك.</translation>
    </message>
    <message>
        <source>Create a new key.</source>
        <translation>أنشئ مفتاحًا جديدًا.</translation>
    </message>
    <message>
        <source>The API key “{name}” ends later than your organisation lets a secret count (in days: {days}).</source>
        <translation>ينتهي مفتاح API ‏«{name}» بعد المدّة التي تسمح بها مؤسستك للسرّ (بالأيام: {days}).</translation>
    </message>
    <message>
        <source>Edit the key and choose an earlier end; then give it a new secret.</source>
        <translation>عدّل المفتاح واختر له نهاية أقرب، ثم أنشئ له سرًّا جديدًا.</translation>
    </message>
    <message>
        <source>Somebody else has changed this in the meantime.</source>
        <translation>غيّر شخص آخر هذا العنصر في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Look at it as it is now, and make your change again.</source>
        <translation>اطّلع على حالته الآن، ثم أجرِ تغييرك من جديد.</translation>
    </message>
    <message>
        <source>This Idempotency-Key was used for another request.</source>
        <translation>استُخدم مفتاح Idempotency-Key هذا لطلب آخر.</translation>
    </message>
    <message>
        <source>Use a new key for each request, and the same one only to repeat it.</source>
        <translation>استخدم مفتاحًا جديدًا لكل طلب، ولا تُعِد استخدام المفتاح نفسه إلا لتكرار الطلب ذاته.</translation>
    </message>
    <message>
        <source>The first request with this Idempotency-Key is still being worked on.</source>
        <translation>ما زال العمل جاريًا على أول طلب بمفتاح Idempotency-Key هذا.</translation>
    </message>
    <message>
        <source>Repeat it in a few seconds.</source>
        <translation>كرِّره بعد بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>This cannot be done through the service at {host}.</source>
        <translation>لا يمكن إجراء ذلك عبر الخدمة في {host}.</translation>
    </message>
    <message>
        <source>Do it on the machine that has the workspace open: the answer of the browser comes back to it alone.</source>
        <translation>أجرِه على الجهاز الذي فُتحت فيه مساحة العمل، فجواب المتصفّح يعود إلى ذلك الجهاز وحده.</translation>
    </message>
    <message>
        <source>The service is not ready: {reason}.</source>
        <translation>الخدمة غير جاهزة: {reason}.</translation>
    </message>
    <message>
        <source>Mend that; the service notices by itself.</source>
        <translation>عالِج السبب، وستلاحظ الخدمة ذلك من تلقاء نفسها.</translation>
    </message>
    <message>
        <source>The service works for several organisations, and none was named.</source>
        <translation>تعمل الخدمة لعدّة مؤسسات ولم تُحدَّد واحدة منها.</translation>
    </message>
    <message>
        <source>Name yours in the address, as “organisation”.</source>
        <translation>حدِّد مؤسستك في العنوان باسم «organisation».</translation>
    </message>
    <message>
        <source>You are not signed in at {host}.</source>
        <translation>لم تسجّل الدخول في {host}.</translation>
    </message>
    <message>
        <source>Sign in with your login and password.</source>
        <translation>سجّل الدخول باسم الدخول وكلمة المرور.</translation>
    </message>
    <message>
        <source>The service is being stopped.</source>
        <translation>يجري إيقاف الخدمة.</translation>
    </message>
    <message>
        <source>Connect again in a moment.</source>
        <translation>أعد الاتصال بعد لحظات.</translation>
    </message>
    <message>
        <source>This address of a service is not understood.</source>
        <translation>عنوان الخدمة هذا غير مفهوم.</translation>
    </message>
    <message>
        <source>Write it as https://host or https://host:port, with nothing behind it.</source>
        <translation>اكتبه على صورة https://host أو https://host:port دون أي شيء بعده.</translation>
    </message>
    <message>
        <source>{host} would be spoken to without encryption.</source>
        <translation>سيجري الاتصال بـ {host} دون تشفير.</translation>
    </message>
    <message>
        <source>Write https:// instead. Plain http:// is only for a service on this very machine.</source>
        <translation>اكتب https:// بدلًا منه. لا يصلح http:// إلا لخدمة تعمل على هذا الجهاز نفسه.</translation>
    </message>
    <message>
        <source>A login must not stand in the address of a service.</source>
        <translation>يجب ألا يرد اسم الدخول في عنوان الخدمة.</translation>
    </message>
    <message>
        <source>Take it out of the address; you are asked for it when you sign in.</source>
        <translation>احذفه من العنوان؛ سيُطلب منك عند تسجيل الدخول.</translation>
    </message>
    <message>
        <source>“{command}” cannot be done through a service.</source>
        <translation>لا يمكن تنفيذ «{command}» عبر خدمة.</translation>
    </message>
    <message>
        <source>Run it where the service runs, and name the workspace file or the database itself.</source>
        <translation>نفّذه على الجهاز الذي تعمل عليه الخدمة، وحدّد ملف مساحة العمل أو قاعدة البيانات نفسها.</translation>
    </message>
    <message>
        <source>Only a service is signed in to.</source>
        <translation>لا يكون تسجيل الدخول إلا إلى خدمة.</translation>
    </message>
    <message>
        <source>Name its address as the workspace: https://host.</source>
        <translation>حدّد عنوانها مساحةً للعمل: https://host.</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used: {path}.</source>
        <translation>تعذّر استخدام ملف مرجع الشهادات: {path}.</translation>
    </message>
    <message>
        <source>INTEGRATION_CA_FILE must name a readable file with certificates (PEM).</source>
        <translation>يجب أن يشير INTEGRATION_CA_FILE إلى ملف شهادات (PEM) قابل للقراءة.</translation>
    </message>
    <message>
        <source>{host} does not know the token in INTEGRATION_TOKEN.</source>
        <translation>لا يعرف {host} الرمز الوارد في INTEGRATION_TOKEN.</translation>
    </message>
    <message>
        <source>Put a valid API key there, or take the variable away and sign in.</source>
        <translation>ضع فيه مفتاح API صالحًا، أو أزل المتغير وسجّل الدخول.</translation>
    </message>
    <message>
        <source>The case file {path} cannot be read.</source>
        <translation>تعذّرت قراءة ملف الحالة {path}.</translation>
    </message>
    <message>
        <source>Check that the file is still there and that you may read it.</source>
        <translation>تحقّق من أن الملف ما زال موجودًا وأن لك إذنًا بقراءته.</translation>
    </message>
    <message>
        <source>This is no case file, or it is damaged (at: {part}).</source>
        <translation>هذا ليس ملف حالة، أو أنه تالف (عند: {part}).</translation>
    </message>
    <message>
        <source>Ask the sender for the file again; it was perhaps not sent whole.</source>
        <translation>اطلب الملف من مرسله من جديد؛ فربما لم يصل كاملًا.</translation>
    </message>
    <message>
        <source>This case file was made by a later version of the program (format {format}).</source>
        <translation>أُنشئ ملف الحالة هذا بإصدار أحدث من البرنامج (الصيغة {format}).</translation>
    </message>
    <message>
        <source>Update the program to open it.</source>
        <translation>حدِّث البرنامج لتتمكّن من فتحه.</translation>
    </message>
    <message>
        <source>The case file was changed after it was signed (block {block}).</source>
        <translation>عُدِّل ملف الحالة بعد توقيعه (الكتلة {block}).</translation>
    </message>
    <message>
        <source>Do not rely on what it shows. Ask the sender for the file again.</source>
        <translation>لا تعتمد على ما يعرضه، واطلب الملف من مرسله من جديد.</translation>
    </message>
    <message>
        <source>This is a case file: it can only be looked at.</source>
        <translation>هذا ملف حالة، ولا يمكن إلا الاطّلاع عليه.</translation>
    </message>
    <message>
        <source>Open the workspace itself to change something.</source>
        <translation>افتح مساحة العمل نفسها إن أردت تغيير شيء.</translation>
    </message>
    <message>
        <source>The file {path} holds no notes on a case file.</source>
        <translation>لا يحوي الملف {path} ملاحظات على ملف حالة.</translation>
    </message>
    <message>
        <source>Ask for the file that ends in .icase.notes again.</source>
        <translation>اطلب من جديد الملف الذي ينتهي اسمه بـ ⁦.icase.notes⁩.</translation>
    </message>
    <message>
        <source>No entry of the log fits, so there is nothing to put into a case file.</source>
        <translation>لا يوجد في السجل إدخال مطابق، فلا شيء يوضع في ملف الحالة.</translation>
    </message>
    <message>
        <source>Widen the filter or the time range.</source>
        <translation>وسِّع عامل التصفية أو المدة الزمنية.</translation>
    </message>
    <message>
        <source>No entry was found in {names}.</source>
        <translation>لم يُعثر على أي إدخال في {names}.</translation>
    </message>
    <message>
        <source>An entry is a line that begins with a time, or an object of JSON on one line with a time in it. Choose other files.</source>
        <translation>الإدخال سطر يبدأ بوقت، أو كائن ⁦JSON⁩ في سطر واحد فيه وقت. اختر ملفات أخرى.</translation>
    </message>
    <message>
        <source>The file {path} holds no key to sign case files with.</source>
        <translation>لا يحوي الملف {path} مفتاحًا لتوقيع ملفات الحالات.</translation>
    </message>
    <message>
        <source>Delete the file; the next import makes a new key.</source>
        <translation>احذف الملف، فالاستيراد التالي ينشئ مفتاحًا جديدًا.</translation>
    </message>
    <message>
        <source>The file {path} is damaged, or was not sent whole.</source>
        <translation>الملف {path} تالف، أو لم يُرسَل كاملًا.</translation>
    </message>
    <message>
        <source>Ask for the file again, or unpack it and import what comes out.</source>
        <translation>اطلب الملف مرة أخرى، أو فك ضغطه واستورد ما يخرج منه.</translation>
    </message>
    <message>
        <source>Case files cannot be associated with the program on this system from here.</source>
        <translation>لا يمكن من هنا ربط ملفات الحالات بالبرنامج على هذا النظام.</translation>
    </message>
    <message>
        <source>Choose the program in the file manager (Open with), and let it be kept for files that end in .icase.</source>
        <translation>اختر البرنامج في مدير الملفات (فتح باستخدام)، واجعله البرنامج المعتاد للملفات المنتهية بـ⁦.icase⁩.</translation>
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
    <name>ExportBar</name>
    <message>
        <source>{done} of {total} written</source>
        <translation>كُتب {done} من {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) written</source>
        <translation>
            <numerusform>لم يُكتَب أي عنصر</numerusform>
            <numerusform>كُتب عنصر واحد</numerusform>
            <numerusform>كُتب عنصران</numerusform>
            <numerusform>كُتبت %Ln عناصر</numerusform>
            <numerusform>كُتب %Ln عنصرًا</numerusform>
            <numerusform>كُتب %Ln عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>The export begins…</source>
        <translation>يبدأ التصدير…</translation>
    </message>
    <message>
        <source>Cancel export</source>
        <translation>إلغاء التصدير</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>أسطر JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>تصدير العناصر</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>أُلغي التصدير</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) exported</source>
        <translation>
            <numerusform>لم يُصدَّر أي عنصر</numerusform>
            <numerusform>صُدِّر عنصر واحد</numerusform>
            <numerusform>صُدِّر عنصران</numerusform>
            <numerusform>صُدِّرت %Ln عناصر</numerusform>
            <numerusform>صُدِّر %Ln عنصرًا</numerusform>
            <numerusform>صُدِّر %Ln عنصر</numerusform>
        </translation>
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
    <name>FiguresModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>الإدخالات</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>النجاح</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>النصف خلال</translation>
    </message>
    <message>
        <source>95% within</source>
        <translation>95% خلال</translation>
    </message>
    <message>
        <source>99% within</source>
        <translation>99% خلال</translation>
    </message>
    <message>
        <source>Most frequent errors</source>
        <translation>الأخطاء الأكثر تكرارًا</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرّات</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>{from} – {to}</source>
        <translation>من {from} إلى {to}</translation>
    </message>
    <message>
        <source>{errors} in {entries}</source>
        <translation>{errors} في {entries}</translation>
    </message>
    <message>
        <source>By connector</source>
        <translation>حسب الموصّل</translation>
    </message>
    <message>
        <source>By webhook</source>
        <translation>حسب خطّاف الويب</translation>
    </message>
    <message>
        <source>By API key</source>
        <translation>حسب مفتاح ⁦API⁩</translation>
    </message>
    <message>
        <source>By event</source>
        <translation>حسب الحدث</translation>
    </message>
    <message>
        <source>Tell figures apart</source>
        <translation>تفصيل الأرقام</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Most frequent errors</source>
        <translation>الأخطاء الأكثر تكرارًا</translation>
    </message>
    <message>
        <source>Nothing happened in this time</source>
        <translation>لم يحدث شيء في هذه المدّة</translation>
    </message>
    <message>
        <source>Choose another time to see its figures.</source>
        <translation>اختر مدّة أخرى لترى أرقامها.</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>الإدخالات</translation>
    </message>
    <message>
        <source>all that happened in this time</source>
        <translation>كلّ ما حدث في هذه المدّة</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>النجاح</translation>
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
    <message>
        <source>Half took at most</source>
        <translation>نصفها خلال</translation>
    </message>
    <message>
        <source>the median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>95% took at most</source>
        <translation>95% منها خلال</translation>
    </message>
    <message>
        <source>99% at most {time}</source>
        <translation>99% منها على الأكثر {time}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search, or status:error type:sync.* duration:&gt;2s</source>
        <translation>ابحث، أو اكتب مثلًا ⁦status:error type:sync.* duration:&gt;2s⁩</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>Related to {id}</source>
        <translation>المرتبط بـ {id}</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Save this filter</source>
        <translation>حفظ عامل التصفية هذا</translation>
    </message>
    <message>
        <source>Change the filter “{name}”</source>
        <translation>تعديل عامل التصفية «{name}»</translation>
    </message>
    <message>
        <source>Everybody in the organisation can use it.</source>
        <translation>يمكن لكلّ من في المؤسسة استخدامه.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
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
    <name>FilterSaver</name>
    <message>
        <source>The filter “{name}” is saved</source>
        <translation>حُفظ عامل التصفية «{name}»</translation>
    </message>
    <message>
        <source>Remove the filter “{name}”?</source>
        <translation>هل تريد حذف عامل التصفية «{name}»؟</translation>
    </message>
    <message>
        <source>It goes for everybody in the organisation.</source>
        <translation>سيختفي لدى كلّ من في المؤسسة.</translation>
    </message>
    <message>
        <source>Remove filter</source>
        <translation>حذف عامل التصفية</translation>
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
        <source>{number} h</source>
        <translation>‏{number} س</translation>
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
        <source>Sign-in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Nothing: everybody may read</source>
        <translation>بلا تسجيل: القراءة متاحة للجميع</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>رمز وصول (bearer)</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>اسم المستخدم وكلمة المرور</translation>
    </message>
    <message>
        <source>OAuth 2</source>
        <translation>بروتوكول OAuth 2</translation>
    </message>
    <message>
        <source>Where the key goes</source>
        <translation>موضع المفتاح</translation>
    </message>
    <message>
        <source>Choose the header where you can: addresses end up in logs.</source>
        <translation>اختر الترويسة ما أمكن، فالعناوين تُكتَب في السجلات.</translation>
    </message>
    <message>
        <source>In a header</source>
        <translation>في ترويسة</translation>
    </message>
    <message>
        <source>In the query of the address</source>
        <translation>في معاملات العنوان</translation>
    </message>
    <message>
        <source>Name of the header or parameter</source>
        <translation>اسم الترويسة أو المعامل</translation>
    </message>
    <message>
        <source>Word before the key</source>
        <translation>الكلمة التي تسبق المفتاح</translation>
    </message>
    <message>
        <source>Some systems want one, such as Token. Usually empty.</source>
        <translation>تطلبها بعض الأنظمة، مثل «Token». وتُترَك فارغة عادةً.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>طريقة المنح</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>بيانات اعتماد العميل</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>رمز التجديد</translation>
    </message>
    <message>
        <source>Address for tokens</source>
        <translation>عنوان إصدار الرموز</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>معرّف العميل</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>سرّ العميل</translation>
    </message>
    <message>
        <source>Show the client secret in the header</source>
        <translation>إرسال سرّ العميل في الترويسة</translation>
    </message>
    <message>
        <source>Otherwise it is sent among the fields of the request for a token.</source>
        <translation>وإلا أُرسل بين حقول طلب رمز الوصول.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>With spaces between them. May stay empty.</source>
        <translation>تفصل بينها مسافات. ويمكن تركها فارغة.</translation>
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
        <source>Private network</source>
        <translation>الشبكة الخاصّة</translation>
    </message>
    <message>
        <source>Allow addresses of your own network and of this machine. Leave it off for systems on the internet: then nobody can turn this connector against what stands inside.</source>
        <translation>اسمح بعناوين شبكتك وعناوين هذا الجهاز. لا تفعّله للأنظمة على الإنترنت، حتى لا يُستغلّ هذا الموصّل للوصول إلى ما في شبكتك.</translation>
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
        <source>Choose Drive files, Calendar events, or both.</source>
        <translation>اختر ملفات Drive أو أحداث التقويم أو كليهما.</translation>
    </message>
    <message>
        <source>Paste the whole JSON file of the service account&apos;s key.</source>
        <translation>ألصق ملف مفتاح حساب الخدمة (JSON) كاملًا.</translation>
    </message>
    <message>
        <source>Change it only for a sandbox or a gateway of your own.</source>
        <translation>غيِّره فقط لبيئة تجريبية أو لبوّابة خاصّة بك.</translation>
    </message>
    <message>
        <source>What to sync</source>
        <translation>ما يُزامَن</translation>
    </message>
    <message>
        <source>With an OAuth client a person allows the access in the browser. A service account needs no person: share the drives and calendars with it, or let it act for a user of your organisation.</source>
        <translation>مع عميل OAuth يسمح شخص بالوصول في المتصفّح. أمّا حساب الخدمة فلا يحتاج إلى أحد: شارك معه مساحات التخزين والتقاويم، أو دعه ينوب عن مستخدم في مؤسّستك.</translation>
    </message>
    <message>
        <source>OAuth client of the type “Desktop” (recommended)</source>
        <translation>عميل OAuth من النوع «Desktop» (موصى به)</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>حساب خدمة</translation>
    </message>
    <message>
        <source>In the Google Cloud console, under Credentials, create an OAuth client of the type “Desktop”. In a Workspace organisation make the app “Internal”: then access does not end after seven days.</source>
        <translation>في وحدة تحكّم Google Cloud، ضمن «Credentials»، أنشئ عميل OAuth من النوع «Desktop». وإن كانت لمؤسّستك Google Workspace فاجعل التطبيق «Internal»، فلا ينتهي الوصول بعد سبعة أيام.</translation>
    </message>
    <message>
        <source>Google shows it beside the client ID.</source>
        <translation>تعرضه Google بجانب معرّف العميل.</translation>
    </message>
    <message>
        <source>Key file of the service account</source>
        <translation>ملف مفتاح حساب الخدمة</translation>
    </message>
    <message>
        <source>Paste the whole text of the JSON file that Google gave when the key was created. Renew it every year.</source>
        <translation>ألصق نصّ ملف JSON كاملًا كما قدّمته Google عند إنشاء المفتاح. وجدِّد المفتاح كلّ سنة.</translation>
    </message>
    <message>
        <source>Act for the user</source>
        <translation>النيابة عن المستخدم</translation>
    </message>
    <message>
        <source>Empty: the service account sees what is shared with it. An e-mail address needs domain-wide delegation in the Admin console.</source>
        <translation>إذا تُرك فارغًا فلا يرى حساب الخدمة إلا ما يُشارَك معه. أمّا إدخال عنوان بريد فيتطلّب «Domain-wide delegation» في «Admin console».</translation>
    </message>
    <message>
        <source>Drive files</source>
        <translation>ملفات Drive</translation>
    </message>
    <message>
        <source>Names, folders, sizes and times of files; never what is in them.</source>
        <translation>أسماء الملفات ومجلّداتها وأحجامها وأوقاتها، لا محتواها أبدًا.</translation>
    </message>
    <message>
        <source>Shared drives too</source>
        <translation>مساحات التخزين المشتركة أيضًا</translation>
    </message>
    <message>
        <source>To list shared drives Google wants the permission to read files, though nothing here reads one. Without them, and for a single folder, seeing their names is enough.</source>
        <translation>لسرد مساحات التخزين المشتركة تطلب Google صلاحية قراءة الملفات، مع أنّ أي ملف لا يُقرأ هنا. ومن دونها، أو مع مجلّد واحد، تكفي رؤية أسماء الملفات.</translation>
    </message>
    <message>
        <source>Only this Drive folder</source>
        <translation>مجلّد Drive هذا فقط</translation>
    </message>
    <message>
        <source>The folder&apos;s ID or its address in the browser; its sub-folders are included. Empty: everything.</source>
        <translation>معرّف المجلّد أو عنوانه في المتصفّح، وتدخل فيه مجلّداته الفرعية. إذا تُرك فارغًا فكلّ شيء.</translation>
    </message>
    <message>
        <source>Calendar events</source>
        <translation>أحداث التقويم</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>التقاويم</translation>
    </message>
    <message>
        <source>IDs of calendars, separated by commas; “primary” is the account&apos;s own. See the calendar&apos;s settings.</source>
        <translation>معرّفات التقاويم تفصل بينها فواصل، و«primary» هو تقويم الحساب نفسه. تجدها في إعدادات التقويم.</translation>
    </message>
    <message>
        <source>Records for each call</source>
        <translation>عدد العناصر في كلّ طلب</translation>
    </message>
    <message>
        <source>Address of Google&apos;s APIs</source>
        <translation>عنوان واجهات Google البرمجية</translation>
    </message>
    <message>
        <source>Address of the sign-in page</source>
        <translation>عنوان صفحة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Address of the token endpoint</source>
        <translation>عنوان إصدار رموز الوصول</translation>
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
        <source>Your organisation lets a key count for so many days at most: {days}. Choose {day} or an earlier day.</source>
        <translation>أقصى مدّة تسمح بها مؤسستك للمفتاح، بالأيام: {days}. اختر {day} أو يومًا قبله.</translation>
    </message>
    <message>
        <source>Your organisation lets a secret count for so many days at most: {days}. Give the key a new one first.</source>
        <translation>أقصى مدّة تسمح بها مؤسستك للسرّ، بالأيام: {days}. أنشئ للمفتاح سرًّا جديدًا أولًا.</translation>
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
        <source>For example: Website, order forms</source>
        <translation>مثلًا: الموقع، نماذج الطلبات</translation>
    </message>
    <message>
        <source>Who uses the key, and what for. It stands in the log.</source>
        <translation>من يستخدم المفتاح ولأي غرض. يظهر هذا الاسم في السجلّ.</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>المسموح به</translation>
    </message>
    <message>
        <source>Only look: connectors, syncs, records, log</source>
        <translation>الاطّلاع فقط: الموصّلات والمزامنات والعناصر والسجلّ</translation>
    </message>
    <message>
        <source>Only send events in</source>
        <translation>إرسال الأحداث فقط</translation>
    </message>
    <message>
        <source>Everything that a key may do</source>
        <translation>كلّ ما يجوز لمفتاح</translation>
    </message>
    <message>
        <source>Chosen one by one</source>
        <translation>صلاحيات مختارة واحدةً واحدة</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>مدّة الصلاحية</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 يومًا</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 يومًا</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>Until a date</source>
        <translation>حتى تاريخ محدّد</translation>
    </message>
    <message>
        <source>Until it is revoked</source>
        <translation>حتى يُبطَل</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Year, month, day. The key counts until that day ends (UTC).</source>
        <translation>السنة ثم الشهر ثم اليوم. يبقى المفتاح صالحًا حتى نهاية ذلك اليوم (بالتوقيت العالمي).</translation>
    </message>
    <message>
        <source>Only from these addresses</source>
        <translation>من هذه العناوين فقط</translation>
    </message>
    <message>
        <source>IPv4 or IPv6 addresses or networks, one a line. Empty: from everywhere.</source>
        <translation>عناوين أو شبكات IPv4 أو IPv6، واحد في كلّ سطر. إن تُرك فارغًا فمن أي مكان.</translation>
    </message>
    <message>
        <source>Requests a minute at most</source>
        <translation>أقصى عدد للطلبات في الدقيقة</translation>
    </message>
    <message>
        <source>0: as many as it wants.</source>
        <translation>0: بلا حدّ.</translation>
    </message>
    <message>
        <source>This holds a key. Names stand in the log: never write a key into one.</source>
        <translation>في هذا النص مفتاح. الأسماء تظهر في السجلّ، فلا تكتب فيها مفتاحًا أبدًا.</translation>
    </message>
    <message>
        <source>Choose at least one permission.</source>
        <translation>اختر صلاحية واحدة على الأقلّ.</translation>
    </message>
    <message>
        <source>A key cannot be given “{permission}”.</source>
        <translation>لا يمكن منح مفتاح الصلاحية «{permission}».</translation>
    </message>
    <message>
        <source>“{permission}” cannot be given for one thing alone.</source>
        <translation>لا يمكن منح «{permission}» لشيء واحد دون غيره.</translation>
    </message>
    <message>
        <source>“{scope}” is not the ID of a connector.</source>
        <translation>«{scope}» ليس معرّف موصّل.</translation>
    </message>
    <message>
        <source>Enter a day as 2027-06-30: year, month, day.</source>
        <translation>أدخل اليوم على هذا النحو: ⁦2027-06-30⁩، أي السنة ثم الشهر ثم اليوم.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>هذا الوقت قد مضى.</translation>
    </message>
    <message>
        <source>“{text}” is neither an address nor a network.</source>
        <translation>«{text}» ليس عنوانًا ولا شبكة.</translation>
    </message>
    <message>
        <source>“{text}” is no network; the one around it is {network}.</source>
        <translation>«{text}» ليس شبكة؛ الشبكة التي تحويه هي {network}.</translation>
    </message>
    <message>
        <source>Enter at most {count} addresses; a network stands for many.</source>
        <translation>العدد الأقصى للعناوين هو {count}؛ والشبكة الواحدة تغني عن عناوين كثيرة.</translation>
    </message>
    <message>
        <source>For example: Amina Saleh</source>
        <translation>مثال: أمينة صالح</translation>
    </message>
    <message>
        <source>It stands in the log and in the audit.</source>
        <translation>يظهر في السجل وفي سجل التدقيق.</translation>
    </message>
    <message>
        <source>Connection security</source>
        <translation>أمان الاتصال</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>على هذا الجهاز</translation>
    </message>
    <message>
        <source>A password of your own</source>
        <translation>كلمة مرور خاصة بك</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>البيئة</translation>
    </message>
    <message>
        <source>Its colour and its name stand in the frame of the window.</source>
        <translation>يظهر لونها واسمها في إطار النافذة.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ما قبل الإنتاج</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Lock against changes</source>
        <translation>القفل ضد التغيير</translation>
    </message>
    <message>
        <source>Everything can be looked at and nothing changed until the lock is off.</source>
        <translation>يمكن الاطلاع على كل شيء، ولا يمكن تغيير شيء حتى يُزال القفل.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>المضيف</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>اسم قاعدة البيانات</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Your own login of the database; what you may do follows from it.</source>
        <translation>اسم دخولك الشخصي في قاعدة البيانات، ومنه تُحدَّد صلاحياتك.</translation>
    </message>
    <message>
        <source>Remember the password in the system keyring</source>
        <translation>تذكّر كلمة المرور في حافظة مفاتيح النظام</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>المؤسسة</translation>
    </message>
    <message>
        <source>Needed only where this login belongs to several.</source>
        <translation>تلزم فقط إذا كان اسم الدخول هذا ينتمي إلى أكثر من مؤسسة.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>التشفير</translation>
    </message>
    <message>
        <source>Encrypt and verify who the server is</source>
        <translation>التشفير والتحقق من هوية الخادم</translation>
    </message>
    <message>
        <source>Encrypt without verifying the server</source>
        <translation>التشفير دون التحقق من الخادم</translation>
    </message>
    <message>
        <source>Do not encrypt (this machine only)</source>
        <translation>بلا تشفير (لهذا الجهاز فقط)</translation>
    </message>
    <message>
        <source>File of the certificate authority</source>
        <translation>ملف سلطة الشهادات</translation>
    </message>
    <message>
        <source>Leave it empty to trust the authorities of this system.</source>
        <translation>اتركه فارغًا للوثوق بسلطات هذا النظام.</translation>
    </message>
    <message>
        <source>Login of an administrator</source>
        <translation>اسم دخول مسؤول</translation>
    </message>
    <message>
        <source>It prepared the database and is used for the copy alone.</source>
        <translation>به أُعدّت قاعدة البيانات، ولا يُستخدم إلا للنسخ.</translation>
    </message>
    <message>
        <source>Login of the owner</source>
        <translation>اسم دخول المالك</translation>
    </message>
    <message>
        <source>Who is to own the organisation there. The login exists in the database.</source>
        <translation>من سيملك المؤسسة هناك. اسم الدخول موجود في قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Your own login at the service; what you may do follows from it.</source>
        <translation>اسم دخولك في الخدمة، وتتحدد صلاحياتك بحسبه.</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>البقاء مسجّل الدخول</translation>
    </message>
    <message>
        <source>What the service gives for your password is kept in the system keyring; the password itself is kept nowhere.</source>
        <translation>يُحفظ في حافظة مفاتيح النظام ما تمنحه الخدمة مقابل كلمة مرورك؛ أما كلمة المرور نفسها فلا تُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>At least 12 characters; it replaces the one-time password.</source>
        <translation>12 حرفًا على الأقل؛ تحلّ محل كلمة المرور لمرة واحدة.</translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>What this person signs in with: an e-mail address or a short name.</source>
        <translation>ما يسجّل به هذا الشخص دخوله: عنوان بريد إلكتروني أو اسم قصير.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>مالك</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>مدير</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>مشغّل</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>دعم</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>مدقّق</translation>
    </message>
    <message>
        <source>Use letters a to z, digits and . _ - @ +, and begin and end with a letter or a digit.</source>
        <translation>استخدم الحروف اللاتينية الصغيرة والأرقام والعلامات ⁦. _ - @ +⁩، وابدأ واختم بحرف أو رقم.</translation>
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
        <source>Use at most {count} characters.</source>
        <translation>استخدم {count} محرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>Do not use your login or your name as the password.</source>
        <translation>لا تستخدم اسم دخولك أو اسمك كلمةَ مرور.</translation>
    </message>
    <message>
        <source>Choose a password that differs from the present one.</source>
        <translation>اختر كلمة مرور تختلف عن الحالية.</translation>
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
    <message>
        <source>Records</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Where the list of records is, below the base address.</source>
        <translation>موضع قائمة العناصر تحت العنوان الأساسي.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>طريقة الطلب</translation>
    </message>
    <message>
        <source>GET</source>
        <translation>طلب GET</translation>
    </message>
    <message>
        <source>POST (a search)</source>
        <translation>طلب POST (بحث)</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>A JSON object that every request carries.</source>
        <translation>كائن JSON يُرسَل مع كلّ طلب.</translation>
    </message>
    <message>
        <source>List of records</source>
        <translation>قائمة العناصر</translation>
    </message>
    <message>
        <source>Where the list is in an answer, as a JMESPath expression. Empty: the answer is the list.</source>
        <translation>موضع القائمة في الرد، بتعبير JMESPath. إذا تُرك فارغًا فالرد نفسه هو القائمة.</translation>
    </message>
    <message>
        <source>Id of a record</source>
        <translation>معرّف العنصر</translation>
    </message>
    <message>
        <source>What never changes and is there only once, as a JMESPath expression.</source>
        <translation>ما لا يتغيّر أبدًا ولا يتكرّر، بتعبير JMESPath.</translation>
    </message>
    <message>
        <source>Title of a record</source>
        <translation>عنوان العنصر</translation>
    </message>
    <message>
        <source>A JMESPath expression. Empty: the id is shown.</source>
        <translation>تعبير JMESPath. إذا تُرك فارغًا عُرض المعرّف.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>ما يُحفَظ</translation>
    </message>
    <message>
        <source>A JSON object of names and JMESPath expressions. Empty: the whole record is kept.</source>
        <translation>كائن JSON من أسماء وتعبيرات JMESPath. إذا تُرك فارغًا حُفظ العنصر كاملًا.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Parts of a record that its table shows, with commas between them.</source>
        <translation>أجزاء العنصر التي تظهر في الجدول، تفصل بينها فواصل.</translation>
    </message>
    <message>
        <source>Archived if</source>
        <translation>مؤرشف إذا</translation>
    </message>
    <message>
        <source>A JMESPath expression that finds something true in an archived record.</source>
        <translation>تعبير JMESPath يتحقّق في العنصر المؤرشف.</translation>
    </message>
    <message>
        <source>Removed if</source>
        <translation>محذوف إذا</translation>
    </message>
    <message>
        <source>A JMESPath expression that finds something true in a deleted record.</source>
        <translation>تعبير JMESPath يتحقّق في العنصر المحذوف.</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>A cursor or a link is the surest way: with numbers, a record may slip from one page to another while they are read.</source>
        <translation>المؤشّر أو الرابط أضمن الطرق: فمع الأرقام قد ينتقل عنصر من صفحة إلى أخرى أثناء القراءة.</translation>
    </message>
    <message>
        <source>There is only one page</source>
        <translation>صفحة واحدة فقط</translation>
    </message>
    <message>
        <source>Number of the page</source>
        <translation>رقم الصفحة</translation>
    </message>
    <message>
        <source>Number of records to skip</source>
        <translation>عدد العناصر التي تُتخطّى</translation>
    </message>
    <message>
        <source>Cursor in the answer</source>
        <translation>مؤشّر في الرد</translation>
    </message>
    <message>
        <source>Link header</source>
        <translation>ترويسة Link</translation>
    </message>
    <message>
        <source>Parameter of the page</source>
        <translation>معامل الصفحة</translation>
    </message>
    <message>
        <source>The name under which the number, or the cursor, is sent.</source>
        <translation>الاسم الذي يُرسَل به الرقم أو المؤشّر.</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>الرقم الأول</translation>
    </message>
    <message>
        <source>Next cursor</source>
        <translation>المؤشّر التالي</translation>
    </message>
    <message>
        <source>Where the next cursor is in an answer, as a JMESPath expression.</source>
        <translation>موضع المؤشّر التالي في الرد، بتعبير JMESPath.</translation>
    </message>
    <message>
        <source>More if</source>
        <translation>يوجد المزيد إذا</translation>
    </message>
    <message>
        <source>A JMESPath expression that finds something true while another page comes. It may stay empty.</source>
        <translation>تعبير JMESPath يتحقّق ما دامت هناك صفحة أخرى. ويمكن تركه فارغًا.</translation>
    </message>
    <message>
        <source>Parameter of the size</source>
        <translation>معامل عدد العناصر</translation>
    </message>
    <message>
        <source>The name under which the number of records is sent. Empty: it is not sent.</source>
        <translation>الاسم الذي يُرسَل به عدد العناصر. إذا تُرك فارغًا لم يُرسَل.</translation>
    </message>
    <message>
        <source>Records in a page</source>
        <translation>عدد العناصر في الصفحة</translation>
    </message>
    <message>
        <source>Send parameters in the body</source>
        <translation>إرسال المعاملات في المتن</translation>
    </message>
    <message>
        <source>When a record changed</source>
        <translation>وقت تغيّر العنصر</translation>
    </message>
    <message>
        <source>A JMESPath expression. Empty: only full syncs, since the source does not tell what changed.</source>
        <translation>تعبير JMESPath. إذا تُرك فارغًا فالمزامنات كاملة دائمًا، لأنّ المصدر لا يبيّن ما تغيّر.</translation>
    </message>
    <message>
        <source>Parameter of changes</source>
        <translation>معامل التغييرات</translation>
    </message>
    <message>
        <source>The name under which the source is asked for changes since a moment.</source>
        <translation>الاسم الذي تُطلَب به التغييرات منذ لحظة معيّنة.</translation>
    </message>
    <message>
        <source>Overlap in seconds</source>
        <translation>التداخل بالثواني</translation>
    </message>
    <message>
        <source>How far an incremental sync looks back; what has not changed costs nothing.</source>
        <translation>المدّة التي تعود إليها مزامنة التغييرات. وما لم يتغيّر لا يكلّف شيئًا.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>معاملات العنوان</translation>
    </message>
    <message>
        <source>A JSON object of what every request has in its query.</source>
        <translation>كائن JSON بالمعاملات التي تُضاف إلى عنوان كلّ طلب.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>الترويسات</translation>
    </message>
    <message>
        <source>A JSON object of headers. No secrets: they belong to the sign-in.</source>
        <translation>كائن JSON بالترويسات. لا تكتب فيه أسرارًا، فموضعها تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>عدد الطلبات في الثانية</translation>
    </message>
    <message>
        <source>0: as many as the source answers.</source>
        <translation>القيمة 0: بقدر ما يجيب المصدر.</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>طلبات دفعة واحدة</translation>
    </message>
    <message>
        <source>How many may be sent before the pace counts.</source>
        <translation>عدد ما يُرسَل قبل أن تُراعى السرعة المحدَّدة.</translation>
    </message>
    <message>
        <source>Changes need both: when a record changed, and the parameter to ask for them.</source>
        <translation>تتطلّب التغييرات الأمرين معًا: وقت تغيّر العنصر، والمعامل الذي تُطلَب به.</translation>
    </message>
    <message>
        <source>This is not a JMESPath expression: look at character {position}.</source>
        <translation>هذا ليس تعبير JMESPath صحيحًا: راجع الحرف رقم {position}.</translation>
    </message>
    <message>
        <source>Enter a JMESPath expression.</source>
        <translation>أدخل تعبير JMESPath.</translation>
    </message>
    <message>
        <source>This expression is too long or nested too deeply.</source>
        <translation>هذا التعبير أطول أو أعمق تداخلًا ممّا يُسمح به.</translation>
    </message>
    <message>
        <source>JMESPath has no function “{function}”: look at character {position}.</source>
        <translation>لا توجد في JMESPath الدالّة «{function}»: راجع الحرف رقم {position}.</translation>
    </message>
    <message>
        <source>Enter a language as Odoo writes it, such as ar_001 or en_US.</source>
        <translation>أدخل اللغة كما يكتبها Odoo، مثل ar_001 أو en_US.</translation>
    </message>
    <message>
        <source>An API key holds only letters and digits: copy it again.</source>
        <translation>لا يحتوي مفتاح API إلا على أحرف وأرقام: انسخه مرّة أخرى.</translation>
    </message>
    <message>
        <source>What is synced</source>
        <translation>ما يُزامَن</translation>
    </message>
    <message>
        <source>An API key can be revoked by itself. A password works only without two-factor sign-in.</source>
        <translation>يمكن إلغاء مفتاح API وحده. ولا تعمل كلمة المرور إلا دون المصادقة الثنائية.</translation>
    </message>
    <message>
        <source>API key (recommended)</source>
        <translation>مفتاح API (موصى به)</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>May stay empty with Odoo 19 and an API key when the server has one database; else it is needed.</source>
        <translation>يمكن تركها فارغة مع Odoo 19 ومفتاح API إذا كانت في الخادم قاعدة بيانات واحدة، وإلا فهي مطلوبة.</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>اسم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Needed for a password, and for Odoo 18 and older. Often an email address.</source>
        <translation>مطلوب مع كلمة المرور، ومع Odoo 18 وما قبله. وغالبًا ما يكون عنوان بريد.</translation>
    </message>
    <message>
        <source>API key or password</source>
        <translation>مفتاح API أو كلمة المرور</translation>
    </message>
    <message>
        <source>In Odoo open Preferences, Account Security, New API Key. Use an account of its own with the role Employees / Officer. A key lasts three months at most unless an administrator makes it.</source>
        <translation>في Odoo افتح ⁦«Preferences → Account Security → New API Key»⁩. استخدم حسابًا مخصّصًا له الدور ⁦«Employees / Officer»⁩. لا تتجاوز صلاحية المفتاح ثلاثة أشهر إلا إذا أنشأه مسؤول.</translation>
    </message>
    <message>
        <source>Employees, departments and jobs</source>
        <translation>الموظّفون والأقسام والمناصب</translation>
    </message>
    <message>
        <source>Employees only</source>
        <translation>الموظّفون فقط</translation>
    </message>
    <message>
        <source>Departments only</source>
        <translation>الأقسام فقط</translation>
    </message>
    <message>
        <source>Language of names</source>
        <translation>لغة الأسماء</translation>
    </message>
    <message>
        <source>A language that is installed in Odoo. Empty: the one of the account.</source>
        <translation>لغة مثبَّتة في Odoo. إذا تُرك فارغًا فلغة الحساب.</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>المسمّى الوظيفي</translation>
    </message>
    <message>
        <source>A JMESPath expression over the employee&apos;s fields: name, job_title, job.name, department.name, manager.name, work_email, work_phone, mobile_phone, active.</source>
        <translation>تعبير JMESPath على حقول الموظّف: name و job_title و job.name و department.name و manager.name و work_email و work_phone و mobile_phone و active.</translation>
    </message>
    <message>
        <source>How far an incremental sync looks back. Odoo dates a change by the start of its transaction, so this must be longer than the server&apos;s time limit for a request (120 s unless changed).</source>
        <translation>المدّة التي تعود إليها مزامنة التغييرات. يؤرّخ Odoo التغيير ببداية معاملته، لذلك يجب أن تزيد على مهلة الطلب في الخادم (120 ث ما لم تُغيَّر).</translation>
    </message>
    <message>
        <source>Address of Odoo</source>
        <translation>عنوان Odoo</translation>
    </message>
    <message>
        <source>As in the browser, for example https://company.odoo.com.</source>
        <translation>كما في المتصفّح، مثل ⁦https://company.odoo.com⁩.</translation>
    </message>
    <message>
        <source>This cannot be the name of a header.</source>
        <translation>لا يصلح هذا اسمًا لترويسة.</translation>
    </message>
    <message>
        <source>Enter a JSON object, such as {example}.</source>
        <translation>أدخل كائن JSON، مثل {example}.</translation>
    </message>
    <message>
        <source>A key or token holds no spaces or line ends: copy it again.</source>
        <translation>لا يحتوي المفتاح أو رمز الوصول على مسافات أو أسطر جديدة: انسخه مرّة أخرى.</translation>
    </message>
    <message>
        <source>Enter a path below the base address, such as /items.</source>
        <translation>أدخل مسارًا يلي العنوان الأساسي، مثل ⁦/items⁩.</translation>
    </message>
    <message>
        <source>A base address has no user name, no “?” and no “#”.</source>
        <translation>لا يحتوي العنوان الأساسي على اسم مستخدم ولا على العلامة «⁦#⁩» ولا على علامة استفهام.</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>العنوان الأساسي</translation>
    </message>
    <message>
        <source>What all addresses of the API begin with.</source>
        <translation>ما تبدأ به كلّ عناوين واجهة API.</translation>
    </message>
    <message>
        <source>The answer has no list of records at “{path}”.</source>
        <translation>لا توجد قائمة عناصر عند «{path}» في الرد.</translation>
    </message>
    <message>
        <source>A record has no id at “{path}”.</source>
        <translation>يوجد عنصر بلا معرّف عند «{path}».</translation>
    </message>
    <message>
        <source>No record has anything at “{path}”.</source>
        <translation>لا يوجد في أي عنصر شيء عند «{path}».</translation>
    </message>
    <message>
        <source>This is not a cron expression: five parts, such as 30 6 * * 1-5.</source>
        <translation>هذا ليس تعبير cron: يتألّف من خمسة أجزاء، مثل ⁦30 6 * * 1-5⁩.</translation>
    </message>
    <message>
        <source>There is no such time zone; use a name such as Asia/Riyadh.</source>
        <translation>لا توجد منطقة زمنية بهذا الاسم، فاستخدم اسمًا مثل ⁦Asia/Riyadh⁩.</translation>
    </message>
    <message>
        <source>This connector syncs another folder; add a connector for this one.</source>
        <translation>يزامن هذا الموصّل مجلّدًا آخر، فأضف موصّلًا لهذا المجلّد.</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Type a part of the name, such as Riyadh.</source>
        <translation>اكتب جزءًا من الاسم، مثل «Riyadh».</translation>
    </message>
    <message>
        <source>Only what changed since the last sync</source>
        <translation>ما تغيّر منذ آخر مزامنة فقط</translation>
    </message>
    <message>
        <source>Everything anew, and finds what is gone</source>
        <translation>كلّ شيء من جديد مع اكتشاف ما حُذف</translation>
    </message>
    <message>
        <source>Compares everything with what is stored</source>
        <translation>مقارنة كلّ شيء بالمخزَّن</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>التكرار</translation>
    </message>
    <message>
        <source>At intervals</source>
        <translation>على فترات منتظمة</translation>
    </message>
    <message>
        <source>By the calendar</source>
        <translation>بحسب التقويم</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>كلّ</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>ساعات</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>تعبير cron</translation>
    </message>
    <message>
        <source>Minute, hour, day, month, weekday (0 is Sunday); * stands for every one.</source>
        <translation>الدقيقة والساعة واليوم والشهر ويوم الأسبوع (0 هو الأحد)، و⁦*⁩ تعني الكلّ.</translation>
    </message>
    <message>
        <source>Runs that were missed</source>
        <translation>المواعيد الفائتة</translation>
    </message>
    <message>
        <source>While this program was not running.</source>
        <translation>أثناء توقّف هذا البرنامج عن العمل.</translation>
    </message>
    <message>
        <source>Are left out</source>
        <translation>تُترَك</translation>
    </message>
    <message>
        <source>Are made up for once, all together</source>
        <translation>تُعوَّض جميعها بمزامنة واحدة</translation>
    </message>
    <message>
        <source>Are made up for one by one</source>
        <translation>تُعوَّض واحدًا واحدًا</translation>
    </message>
    <message>
        <source>If the last run still goes on</source>
        <translation>إذا لم تنتهِ المزامنة السابقة</translation>
    </message>
    <message>
        <source>Leave this one out</source>
        <translation>تخطّي هذا الموعد</translation>
    </message>
    <message>
        <source>Run it afterwards</source>
        <translation>تشغيلها بعد انتهاء السابقة</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>تعذّرت قراءة الملف</translation>
    </message>
    <message>
        <source>the file is larger than {limit} bytes</source>
        <translation>حجم الملف أكبر من {limit} بايت</translation>
    </message>
    <message>
        <source>the file is not written in UTF-8</source>
        <translation>الملف غير مكتوب بترميز UTF-8</translation>
    </message>
    <message>
        <source>another file has this key</source>
        <translation>هذا المفتاح مستخدَم في ملف آخر</translation>
    </message>
    <message>
        <source>The manifest&apos;s sign-in needs this field.</source>
        <translation>هذا الحقل مطلوب لتسجيل الدخول كما يحدّده ملف الوصف.</translation>
    </message>
    <message>
        <source>Empty: the one that the manifest names.</source>
        <translation>إذا تُرك فارغًا فكما في ملف الوصف.</translation>
    </message>
    <message>
        <source>Credentials: those that the manifest&apos;s sign-in needs</source>
        <translation>بيانات تسجيل الدخول: ما يطلبه ملف الوصف منها</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>ملف الوصف</translation>
    </message>
    <message>
        <source>YAML or JSON that describes the API. No secrets: they have their own fields.</source>
        <translation>نصّ YAML أو JSON يصف واجهة API. لا تكتب فيه أسرارًا، فلها حقولها الخاصّة.</translation>
    </message>
    <message>
        <source>Line {line}, {field}: {problem}.</source>
        <translation>السطر {line}، {field}: {problem}.</translation>
    </message>
    <message>
        <source>this is not written as YAML or JSON must be</source>
        <translation>هذا لا يوافق صيغة YAML أو JSON</translation>
    </message>
    <message>
        <source>this is too large, or nested too deeply</source>
        <translation>هذا أكبر أو أعمق تداخلًا ممّا يُسمح به</translation>
    </message>
    <message>
        <source>anchors, aliases and tags are not allowed</source>
        <translation>لا يُسمح بالمراسي والإحالات والوسوم في YAML</translation>
    </message>
    <message>
        <source>this is written twice</source>
        <translation>هذا مكتوب مرّتين</translation>
    </message>
    <message>
        <source>a name must be text: put it in quotes</source>
        <translation>يجب أن يكون الاسم نصًّا: ضعه بين علامتَي اقتباس</translation>
    </message>
    <message>
        <source>this must be an object of names and values</source>
        <translation>يجب أن يكون هذا كائنًا من أسماء وقيم</translation>
    </message>
    <message>
        <source>this is missing</source>
        <translation>هذا ناقص</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>لا يوجد حقل بهذا الاسم</translation>
    </message>
    <message>
        <source>this must be one of: {choices}</source>
        <translation>يجب أن يكون هذا واحدًا من: {choices}</translation>
    </message>
    <message>
        <source>this must be of the kind {kind}</source>
        <translation>يجب أن يكون هذا من النوع {kind}</translation>
    </message>
    <message>
        <source>this number must be {limit} at least</source>
        <translation>يجب ألّا يقلّ هذا العدد عن {limit}</translation>
    </message>
    <message>
        <source>this number must be {limit} at most</source>
        <translation>يجب ألّا يزيد هذا العدد على {limit}</translation>
    </message>
    <message>
        <source>this is too short or too long</source>
        <translation>هذا أقصر أو أطول ممّا يُسمح به</translation>
    </message>
    <message>
        <source>this is not written as this field must be</source>
        <translation>صيغة القيمة لا تناسب هذا الحقل</translation>
    </message>
    <message>
        <source>another stream has this key</source>
        <translation>هذا المفتاح مستخدَم لنوع عناصر آخر</translation>
    </message>
    <message>
        <source>Another connector type has this key.</source>
        <translation>هذا المفتاح مستخدَم في نوع موصّل آخر.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>خطّاف الويب</translation>
    </message>
    <message>
        <source>The name or the id of an incoming webhook of this workspace.</source>
        <translation>اسم خطّاف ويب في مساحة العمل هذه أو معرّفه.</translation>
    </message>
    <message>
        <source>A JMESPath expression over the event&apos;s body: a later event with the same id replaces the record. Empty: each event is a record of its own.</source>
        <translation>تعبير JMESPath على متن الحدث: يحلّ الحدث اللاحق محلّ العنصر الذي يحمل المعرّف نفسه. إذا تُرك فارغًا فكلّ حدث عنصر مستقلّ.</translation>
    </message>
    <message>
        <source>A JMESPath expression. Empty: the type of the event is shown.</source>
        <translation>تعبير JMESPath. إذا تُرك فارغًا عُرض نوع الحدث.</translation>
    </message>
    <message>
        <source>A JMESPath expression. Empty: the whole body.</source>
        <translation>تعبير JMESPath. إذا تُرك فارغًا فالمتن كاملًا.</translation>
    </message>
    <message>
        <source>A JMESPath expression that finds something true in an event which says that a record is gone.</source>
        <translation>تعبير JMESPath يتحقّق في الحدث الذي يخبر بحذف العنصر.</translation>
    </message>
    <message>
        <source>The old secret may count for at most {days} days more.</source>
        <translation>لا يبقى السرّ القديم صالحًا أكثر من {days} يومًا أخرى.</translation>
    </message>
    <message>
        <source>There is no connector “{scope}”.</source>
        <translation>لا يوجد موصّل «{scope}».</translation>
    </message>
    <message>
        <source>The old secret</source>
        <translation>السرّ القديم</translation>
    </message>
    <message>
        <source>Counts no more, at once</source>
        <translation>يبطل فورًا</translation>
    </message>
    <message>
        <source>Counts for another hour</source>
        <translation>يبقى صالحًا ساعة أخرى</translation>
    </message>
    <message>
        <source>Counts for another day</source>
        <translation>يبقى صالحًا يومًا آخر</translation>
    </message>
    <message>
        <source>Counts for another week</source>
        <translation>يبقى صالحًا أسبوعًا آخر</translation>
    </message>
    <message>
        <source>Until then both count. If the old secret was stolen, let it count no more at once.</source>
        <translation>حتى ذلك الحين يُقبل السرّان معًا. إن سُرق السرّ القديم فأبطله فورًا.</translation>
    </message>
    <message>
        <source>This is no end of the chain: it is written as NUMBER:HASH.</source>
        <translation>ليس هذا طرفًا للسلسلة؛ يُكتب الطرف بالصيغة ⁦NUMBER:HASH⁩.</translation>
    </message>
    <message>
        <source>This does not have the shape that is wanted here.</source>
        <translation>ليست لهذه القيمة الصيغة المطلوبة هنا.</translation>
    </message>
    <message>
        <source>This is no place in this list; use one that the service has given.</source>
        <translation>ليس هذا موضعًا في هذه القائمة؛ استخدم موضعًا أعطته الخدمة.</translation>
    </message>
    <message>
        <source>Use 1 to 200 letters, digits and signs without spaces.</source>
        <translation>استخدم من 1 إلى 200 من الحروف والأرقام والرموز بلا مسافات.</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be read, or they do not belong together.</source>
        <translation>تعذّرت قراءة الشهادة أو مفتاحها، أو أن أحدهما ليس للآخر.</translation>
    </message>
    <message>
        <source>Enter origins as browsers send them, with commas between: https://intranet.example.com.</source>
        <translation>أدخل المصادر كما ترسلها المتصفّحات، تفصل بينها فواصل: ⁦https://intranet.example.com⁩.</translation>
    </message>
    <message>
        <source>Enter addresses or networks with commas between: 10.0.0.7, 192.168.4.0/24.</source>
        <translation>أدخل عناوين أو شبكات تفصل بينها فواصل: ⁦10.0.0.7⁩، ⁦192.168.4.0/24⁩.</translation>
    </message>
    <message>
        <source>The two do not match.</source>
        <translation>كلمتا المرور غير متطابقتين.</translation>
    </message>
    <message>
        <source>Enter a name without spaces, or a whole address such as https://console.example.com.</source>
        <translation>أدخِل اسمًا بلا مسافات، أو عنوانًا كاملًا مثل https://console.example.com.</translation>
    </message>
    <message>
        <source>Every key must end</source>
        <translation>يجب أن ينتهي كلّ مفتاح</translation>
    </message>
    <message>
        <source>Days after its secret was made, at most</source>
        <translation>أقصى عدد من الأيام بعد إنشاء السرّ</translation>
    </message>
    <message>
        <source>Keys that count longer already stay as they are, marked in the list, until they are changed.</source>
        <translation>تبقى المفاتيح التي تتجاوز هذه المدّة كما هي، بعلامة في القائمة، إلى أن تُعدَّل.</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>يجب أن تأتي النهاية بعد البداية.</translation>
    </message>
    <message>
        <source>“{name}” is no class of log entries; write sync.failed, sync.* or status:error.</source>
        <translation>«{name}» ليس صنفًا من إدخالات السجل؛ اكتب ⁦sync.failed⁩ أو ⁦sync.*⁩ أو ⁦status:error⁩.</translation>
    </message>
    <message>
        <source>There are two rules for “{name}”; keep one of them.</source>
        <translation>توجد قاعدتان للصنف «{name}»؛ أبقِ واحدة منهما.</translation>
    </message>
    <message>
        <source>So many rules are possible at most: {maximum}.</source>
        <translation>أقصى عدد ممكن من القواعد: {maximum}.</translation>
    </message>
    <message>
        <source>Say why these entries must be kept.</source>
        <translation>اذكر سبب وجوب حفظ هذه الإدخالات.</translation>
    </message>
    <message>
        <source>Use at most {maximum} characters.</source>
        <translation>استخدم {maximum} حرفًا على الأكثر.</translation>
    </message>
    <message>
        <source>“{text}” is not an ID; copy it from the details of an entry.</source>
        <translation>«{text}» ليس معرِّفًا؛ انسخه من تفاصيل إدخال.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>يجب أن تكون النهاية بعد البداية.</translation>
    </message>
    <message>
        <source>At most so many characters: {maximum}.</source>
        <translation>أقصى عدد من الأحرف: {maximum}.</translation>
    </message>
    <message>
        <source>A name of at most {maximum} characters, without quotation marks.</source>
        <translation>اسم لا يزيد على {maximum} حرفًا، بلا علامات اقتباس.</translation>
    </message>
    <message>
        <source>There are {maximum} saved filters already; remove one first.</source>
        <translation>يوجد {maximum} من عوامل التصفية المحفوظة؛ احذف واحدًا منها أولًا.</translation>
    </message>
    <message>
        <source>Remove old entries</source>
        <translation>إزالة الإدخالات القديمة</translation>
    </message>
    <message>
        <source>Days that an entry is kept</source>
        <translation>أيام حفظ الإدخال</translation>
    </message>
    <message>
        <source>Other days for some entries</source>
        <translation>مدّة أخرى لبعض الإدخالات</translation>
    </message>
    <message>
        <source>A line each: sync.* = 30, status:error = 365, webhook.* = ever; the longest that fits counts.</source>
        <translation>سطر لكلّ قاعدة: ⁦sync.* = 30⁩، ⁦status:error = 365⁩، ⁦webhook.* = ever⁩؛ والمعتبَر أطول ما ينطبق.</translation>
    </message>
    <message>
        <source>Remove old events with their bodies</source>
        <translation>إزالة الأحداث القديمة مع متونها</translation>
    </message>
    <message>
        <source>Days that an event is kept</source>
        <translation>أيام حفظ الحدث</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Such as the number of the case; it stands in the audit.</source>
        <translation>مثل رقم القضية؛ ويُذكر في التدقيق.</translation>
    </message>
    <message>
        <source>“{name}” is no rule; write a class and days, as in sync.* = 30, or ever.</source>
        <translation>«{name}» ليس قاعدة؛ اكتب صنفًا وأيامًا، مثل ⁦sync.* = 30⁩، أو ⁦ever⁩.</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>المدة الزمنية</translation>
    </message>
    <message>
        <source>As on the page</source>
        <translation>كما في الصفحة</translation>
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
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>أكبر حجم</translation>
    </message>
    <message>
        <source>The newest entries go in first; older ones that do not fit are counted.</source>
        <translation>تُضمَّن أحدث الإدخالات أولًا، وما لم يتّسع له الملف من الإدخالات الأقدم يُذكر عدده.</translation>
    </message>
    <message>
        <source>20 MB (for an e-mail)</source>
        <translation>20 ميغابايت (لرسالة بريد)</translation>
    </message>
    <message>
        <source>100 MB</source>
        <translation>100 ميغابايت</translation>
    </message>
    <message>
        <source>500 MB</source>
        <translation>500 ميغابايت</translation>
    </message>
    <message>
        <source>4 GB</source>
        <translation>4 غيغابايت</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>A few words for whoever opens the file.</source>
        <translation>كلمات قليلة لمن سيفتح الملف.</translation>
    </message>
    <message>
        <source>Imported logs</source>
        <translation>سجلات مستوردة</translation>
    </message>
    <message>
        <source>What the case file is called in the list of workspaces.</source>
        <translation>اسم ملف الحالة في قائمة مساحات العمل.</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>اختر ملفًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>This is one of the logs; choose another file.</source>
        <translation>هذا أحد السجلات نفسها، فاختر ملفًا آخر.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Change</source>
        <translation>التغيير</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Keep what the log shows now?</source>
        <translation>أتُحفظ الإدخالات المعروضة الآن؟</translation>
    </message>
    <message>
        <source>Time, connector and cause of the present filter count. What is held stays until it is released.</source>
        <translation>يُعتبَر من المرشِّح الحالي الوقت والموصّل والسبب. وما حُجز يبقى إلى أن يُرفع الحجز.</translation>
    </message>
    <message>
        <source>Held will be: {what}</source>
        <translation>سيُحجز: {what}</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>حجز</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>HoldList</name>
    <message>
        <source>No entries are held.</source>
        <translation>لا إدخالات محجوزة.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>رفع الحجز</translation>
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
    <name>ImportDialog</name>
    <message>
        <source>Imported logs</source>
        <translation>سجلات مستوردة</translation>
    </message>
    <message>
        <source>Plain text or JSON lines, also as .gz: one case file, in the order of their times.</source>
        <translation>نص عادي أو أسطر ⁦JSON⁩، ولو مضغوطة (⁦.gz⁩): ملف حالة واحد مرتّب بحسب الوقت.</translation>
    </message>
    <message>
        <source>Keys, passwords, addresses of people and their accounts are taken out; the file is signed.</source>
        <translation>تُحذف المفاتيح وكلمات المرور وعناوين الأشخاص وحساباتهم، ويُوقَّع الملف.</translation>
    </message>
    <message>
        <source>Import logs</source>
        <translation>استيراد سجلات</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>إضافة ملفات…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتحه</translation>
    </message>
    <message>
        <source>Choose a file and make it…</source>
        <translation>اختر مكان الملف وأنشئه…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما عُثر عليه</translation>
    </message>
    <message>
        <source>Taken out or left out</source>
        <translation>ما حُذف أو لم يُضمَّن</translation>
    </message>
    <message>
        <source>The file is begun…</source>
        <translation>يبدأ إنشاء الملف…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>تجري قراءة {name}…</translation>
    </message>
    <message>
        <source>Writing the case file…</source>
        <translation>تجري كتابة ملف الحالة…</translation>
    </message>
    <message>
        <source>The case file is in {path}</source>
        <translation>ملف الحالة في {path}</translation>
    </message>
    <message>
        <source>{entries}. Size of the file: {size}</source>
        <translation>{entries}. حجم الملف: {size}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
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
    <message numerus="yes">
        <source>%Ln line(s) that are no entry</source>
        <translation>
            <numerusform>لا أسطر بلا إدخال</numerusform>
            <numerusform>سطر واحد ليس إدخالًا</numerusform>
            <numerusform>سطران ليسا إدخالين</numerusform>
            <numerusform>%Ln أسطر ليست إدخالات</numerusform>
            <numerusform>%Ln سطرًا ليست إدخالات</numerusform>
            <numerusform>%Ln سطر ليست إدخالات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) there already</source>
        <translation>
            <numerusform>لا إدخالات موجودة من قبل</numerusform>
            <numerusform>إدخال موجود من قبل</numerusform>
            <numerusform>إدخالان موجودان من قبل</numerusform>
            <numerusform>%Ln إدخالات موجودة من قبل</numerusform>
            <numerusform>%Ln إدخالًا موجودًا من قبل</numerusform>
            <numerusform>%Ln إدخال موجود من قبل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Make a case file</source>
        <translation>إنشاء ملف حالة</translation>
    </message>
    <message>
        <source>Choose logs</source>
        <translation>اختيار السجلات</translation>
    </message>
</context>
<context>
    <name>IntoDatabaseDialog</name>
    <message>
        <source>It can be stopped at any time, and goes on later from where it was.</source>
        <translation>يمكن إيقاف النسخ في أي وقت، ويتابع لاحقًا من حيث توقّف.</translation>
    </message>
    <message>
        <source>“{name}” is being copied</source>
        <translation>يجري نسخ «{name}»</translation>
    </message>
    <message>
        <source>All that it holds is copied into a PostgreSQL database, read again there and compared. The file is only read and stays as it is; nobody sees the copy before all of it is found equal.</source>
        <translation>يُنسخ كلّ ما فيها إلى قاعدة بيانات PostgreSQL، ثم يُقرأ هناك مرّة أخرى ويُقارَن. يُقرأ الملف فقط ويبقى كما هو، ولا يرى أحد النسخة قبل أن يثبت تطابقها كلّها.</translation>
    </message>
    <message>
        <source>Copy “{name}” to a shared database</source>
        <translation>نسخ «{name}» إلى قاعدة بيانات مشتركة</translation>
    </message>
    <message>
        <source>Go on with the copy</source>
        <translation>متابعة النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>What has been copied stays in the database, seen by nobody. Go on now or another day.</source>
        <translation>يبقى ما نُسخ في قاعدة البيانات ولا يراه أحد. تابع الآن أو في يوم آخر.</translation>
    </message>
    <message>
        <source>The copy was stopped</source>
        <translation>أُوقف النسخ</translation>
    </message>
    <message>
        <source>An administrator has prepared the database with the command {command}, and the login of the person who is to own the organisation exists in it. What comes into the file once the copy has begun is not copied.</source>
        <translation>أن يكون مسؤول قد أعدّ قاعدة البيانات بالأمر {command}، وأن يكون فيها اسم دخول من سيملك المؤسسة. وما يدخل الملف بعد بدء النسخ لا يُنسخ.</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>ما يلزم</translation>
    </message>
    <message>
        <source>This prepares the database:</source>
        <translation>هذا الأمر يُعدّ قاعدة البيانات:</translation>
    </message>
    <message>
        <source>{owner} owns it in the database {database}. The file stays as it was: work on in one of the two.</source>
        <translation>مالكها في قاعدة البيانات {database} هو {owner}. يبقى الملف كما كان: تابع العمل في واحد منهما فقط.</translation>
    </message>
    <message>
        <source>“{name}” is in the shared database</source>
        <translation>صارت «{name}» في قاعدة البيانات المشتركة</translation>
    </message>
    <message>
        <source>Open the shared workspace…</source>
        <translation>فتح مساحة العمل المشتركة…</translation>
    </message>
</context>
<context>
    <name>JumpDialog</name>
    <message>
        <source>Go to</source>
        <translation>الانتقال إلى</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>التاريخ والوقت</translation>
    </message>
    <message>
        <source>Entry ID</source>
        <translation>معرّف الإدخال</translation>
    </message>
    <message>
        <source>This computer’s time ({zone})</source>
        <translation>توقيت هذا الحاسوب ({zone})</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>انتقال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Goes to the newest entry that is not later than this moment.</source>
        <translation>ينتقل إلى أحدث إدخال لا يتجاوز هذه اللحظة.</translation>
    </message>
    <message>
        <source>The whole ID, or how it begins.</source>
        <translation>المعرّف كاملًا، أو بدايته.</translation>
    </message>
    <message>
        <source>This is not an ID</source>
        <translation>هذا ليس معرّفًا</translation>
    </message>
    <message>
        <source>An ID has the digits 0 to 9, the letters a to f and hyphens.</source>
        <translation>يتكوّن المعرّف من الأرقام 0 إلى 9 والحروف ⁦a⁩ إلى ⁦f⁩ والشرطات.</translation>
    </message>
</context>
<context>
    <name>Jumper</name>
    <message>
        <source>There is no entry to go to</source>
        <translation>لا يوجد إدخال يمكن الانتقال إليه</translation>
    </message>
    <message>
        <source>There is no entry with this ID</source>
        <translation>لا يوجد إدخال بهذا المعرّف</translation>
    </message>
    <message>
        <source>No error above this entry</source>
        <translation>لا أخطاء فوق هذا الإدخال</translation>
    </message>
    <message>
        <source>No error below this entry</source>
        <translation>لا أخطاء تحت هذا الإدخال</translation>
    </message>
    <message>
        <source>The filters hide this entry</source>
        <translation>عوامل التصفية تُخفي هذا الإدخال</translation>
    </message>
    <message>
        <source>Clear filters and go there</source>
        <translation>مسح عوامل التصفية والانتقال إليه</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>New API key</source>
        <translation>مفتاح API جديد</translation>
    </message>
    <message>
        <source>For another system that works with this console.</source>
        <translation>لنظام آخر يعمل مع هذه اللوحة.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>إنشاء المفتاح</translation>
    </message>
    <message>
        <source>The secret stays the same; what you change counts at once.</source>
        <translation>يبقى السرّ كما هو، ويسري ما تغيّره فورًا.</translation>
    </message>
    <message>
        <source>Edit API key</source>
        <translation>تعديل مفتاح API</translation>
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
    <name>KeyHolderActions</name>
    <message>
        <source>Asked</source>
        <translation>أُرسل الطلب</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>تمت الموافقة</translation>
    </message>
    <message>
        <source>Refuse “{name}”?</source>
        <translation>هل تريد رفض «{name}»؟</translation>
    </message>
    <message>
        <source>It opens nothing, and may ask again.</source>
        <translation>لن يفتح شيئًا، ويمكنه أن يطلب مرّة أخرى.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>تم الرفض</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>هل تريد إزالة «{name}»؟</translation>
    </message>
    <message>
        <source>It opens the secrets no more, and all of them are sealed with a new key. What it may have read before, such as a token of Slack, is better renewed there as well.</source>
        <translation>لن يفتح الأسرار بعد الآن، وستُختم كلّها بمفتاح جديد. أما ما ربّما قرأه من قبل، كرمز وصول إلى Slack، فيحسن تجديده هناك أيضًا.</translation>
    </message>
    <message>
        <source>Remove and seal anew</source>
        <translation>إزالة وختم من جديد</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>تمت الإزالة</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>تمت الإضافة</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Make a new recovery code?</source>
        <translation>هل تريد إنشاء رمز استرداد جديد؟</translation>
    </message>
    <message>
        <source>The old code opens nothing any more, and all secrets are sealed with a new key.</source>
        <translation>لن يفتح الرمز القديم شيئًا بعد الآن، وستُختم الأسرار كلّها بمفتاح جديد.</translation>
    </message>
    <message>
        <source>Make new code</source>
        <translation>إنشاء رمز جديد</translation>
    </message>
    <message>
        <source>Replace the key of this workspace?</source>
        <translation>هل تريد استبدال مفتاح مساحة العمل هذه؟</translation>
    </message>
    <message>
        <source>All secrets are sealed with a new key, for the same holders. Work goes on meanwhile.</source>
        <translation>ستُختم الأسرار كلّها بمفتاح جديد لحاملي المفاتيح أنفسهم، ويستمرّ العمل أثناء ذلك.</translation>
    </message>
    <message>
        <source>Replace key</source>
        <translation>استبدال المفتاح</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>تم الاستبدال</translation>
    </message>
    <message>
        <source>All secrets are sealed anew.</source>
        <translation>خُتمت الأسرار كلّها من جديد.</translation>
    </message>
</context>
<context>
    <name>KeyHolderPanel</name>
    <message>
        <source>Approve…</source>
        <translation>موافقة…</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Key lies in</source>
        <translation>مكان المفتاح</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>صاحب الطلب</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>البصمة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Asks for a key</source>
        <translation>يطلب مفتاحًا</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the other screen shows, by telephone for example. Whoever is approved can read every token and signing secret.</source>
        <translation>قارن البصمة بما تعرضه الشاشة الأخرى، بالهاتف مثلًا. من تُوافق عليه يستطيع قراءة كلّ رمز وصول وسرّ توقيع.</translation>
    </message>
    <message>
        <source>Can open</source>
        <translation>يستطيع الفتح</translation>
    </message>
</context>
<context>
    <name>KeyHolders</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Key lies in</source>
        <translation>مكان المفتاح</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>{name} (this program)</source>
        <translation>{name} (هذا البرنامج)</translation>
    </message>
    <message>
        <source>Asks for a key</source>
        <translation>يطلب مفتاحًا</translation>
    </message>
    <message>
        <source>Can open</source>
        <translation>يستطيع الفتح</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>حافظة مفاتيح النظام</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>ملف مفتاح</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>عبارة المرور</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>A computer whose system keyring has a key: its console opens the secrets without a question.</source>
        <translation>جهاز تحمل حافظة مفاتيح نظامه مفتاحًا: تفتح لوحة التحكّم عليه الأسرار بلا سؤال.</translation>
    </message>
    <message>
        <source>A program whose key lies in a file that it alone may read, such as the service.</source>
        <translation>برنامج مفتاحه في ملف لا يقرؤه سواه، كالخدمة.</translation>
    </message>
    <message>
        <source>Whoever knows the passphrase opens the secrets, on any computer.</source>
        <translation>من يعرف عبارة المرور يفتح الأسرار على أي جهاز.</translation>
    </message>
    <message>
        <source>The code on paper, for the day when a keyring or a passphrase is lost.</source>
        <translation>الرمز المحفوظ على الورق، ليوم تُفقد فيه حافظة المفاتيح أو عبارة المرور.</translation>
    </message>
</context>
<context>
    <name>KeyHoldersView</name>
    <message>
        <source>Ask for a key…</source>
        <translation>طلب مفتاح…</translation>
    </message>
    <message>
        <source>Add passphrase…</source>
        <translation>إضافة عبارة مرور…</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>رمز استرداد جديد…</translation>
    </message>
    <message>
        <source>Replace key…</source>
        <translation>استبدال المفتاح…</translation>
    </message>
    <message>
        <source>Key holders</source>
        <translation>حاملو المفاتيح</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>لا مفاتيح بعد</translation>
    </message>
    <message>
        <source>The first key is made when the workspace is protected.</source>
        <translation>يُنشأ المفتاح الأول عند حماية مساحة العمل.</translation>
    </message>
    <message>
        <source>This program waits for its key</source>
        <translation>هذا البرنامج بانتظار مفتاحه</translation>
    </message>
    <message>
        <source>Somebody who can open the secrets approves it. Read this fingerprint to them: {words}</source>
        <translation>يوافق عليه من يستطيع فتح الأسرار. اقرأ له هذه البصمة: {words}</translation>
    </message>
    <message>
        <source>Everything can be looked at. To run syncs and tests here, type a passphrase or ask for a key.</source>
        <translation>يمكن الاطّلاع على كلّ شيء. لتشغيل المزامنات والاختبارات من هنا أدخل عبارة مرور أو اطلب مفتاحًا.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>فكّ القفل…</translation>
    </message>
</context>
<context>
    <name>KeysModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>المسموح به</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>ينتهي</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استخدام</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Environment and lock of {name}</source>
        <translation>بيئة {name} وقفلها</translation>
    </message>
    <message>
        <source>Both are remembered on this machine alone.</source>
        <translation>يُحفظ كلاهما على هذا الجهاز وحده.</translation>
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
    <name>LatePage</name>
    <message>
        <source>Open another workspace…</source>
        <translation>فتح مساحة عمل أخرى…</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Leave this workspace?</source>
        <translation>مغادرة مساحة العمل هذه؟</translation>
    </message>
    <message>
        <source>What this program does for it stops: syncs go on from their last page when it is opened again, and senders of webhooks are refused meanwhile.</source>
        <translation>يتوقف ما يفعله هذا البرنامج لها: تُستأنف المزامنات من آخر صفحة عند فتحها ثانيةً، ويُرفض مرسلو خطّافات الويب حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
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
        <source>{action} (Space, in the table)</source>
        <translation>{action} (مفتاح المسافة، في الجدول)</translation>
    </message>
    <message>
        <source>{number} entries or more</source>
        <translation>{number} إدخال أو أكثر</translation>
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
        <source>Access was granted to {connector}</source>
        <translation>مُنح {connector} حقّ الوصول</translation>
    </message>
    <message>
        <source>{connector} began to sync</source>
        <translation>بدأت مزامنة {connector}</translation>
    </message>
    <message>
        <source>{connector} was synced: {added} added, {updated} updated, {deleted} deleted</source>
        <translation>تمّت مزامنة {connector}: المُضاف {added}، والمحدَّث {updated}، والمحذوف {deleted}</translation>
    </message>
    <message>
        <source>The sync of {connector} failed</source>
        <translation>فشلت مزامنة {connector}</translation>
    </message>
    <message>
        <source>The sync of {connector} waits</source>
        <translation>مزامنة {connector} في الانتظار</translation>
    </message>
    <message>
        <source>The sync of {connector} was cancelled</source>
        <translation>أُلغيت مزامنة {connector}</translation>
    </message>
    <message>
        <source>{connector} has a new schedule</source>
        <translation>أصبح للموصّل {connector} جدول زمني جديد</translation>
    </message>
    <message>
        <source>A schedule of {connector} was changed</source>
        <translation>عُدِّل جدول زمني للموصّل {connector}</translation>
    </message>
    <message>
        <source>A schedule of {connector} was removed</source>
        <translation>حُذف جدول زمني للموصّل {connector}</translation>
    </message>
    <message>
        <source>Scheduled syncs of {connector} that were missed: {count}</source>
        <translation>مزامنات {connector} المجدولة التي فات موعدها: {count}</translation>
    </message>
    <message>
        <source>A scheduled sync of {connector} was left out: the one before had not ended</source>
        <translation>تُخطّيت مزامنة مجدولة للموصّل {connector} لأنّ السابقة لم تنتهِ</translation>
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
        <source>There is a new recovery code; the old one opens nothing</source>
        <translation>صدر رمز استرداد جديد؛ ولم يعد الرمز القديم يفتح شيئًا</translation>
    </message>
    <message>
        <source>The key of the workspace was replaced, all secrets sealed anew</source>
        <translation>استُبدل مفتاح مساحة العمل وخُتمت الأسرار كلّها من جديد</translation>
    </message>
    <message>
        <source>Sign-ins are signed with a new key</source>
        <translation>صارت رموز الدخول تُوقَّع بمفتاح جديد</translation>
    </message>
    <message>
        <source>A case file was made; entries in it: {count}</source>
        <translation>أُنشئ ملف حالة؛ عدد الإدخالات فيه: {count}</translation>
    </message>
    <message>
        <source>{holder} asks to be able to open the secrets</source>
        <translation>يطلب {holder} إمكانية فتح الأسرار</translation>
    </message>
    <message>
        <source>{holder} can open the secrets now</source>
        <translation>يستطيع {holder} فتح الأسرار الآن</translation>
    </message>
    <message>
        <source>{holder} was not allowed to open the secrets</source>
        <translation>لم يُسمح لـ{holder} بفتح الأسرار</translation>
    </message>
    <message>
        <source>{holder} can open the secrets no more</source>
        <translation>لم يعد {holder} يستطيع فتح الأسرار</translation>
    </message>
    <message>
        <source>{member} was added as a member</source>
        <translation>أُضيف {member} إلى الأعضاء</translation>
    </message>
    <message>
        <source>The member {member} was changed</source>
        <translation>عُدِّل العضو {member}</translation>
    </message>
    <message>
        <source>{member} was given a one-time password</source>
        <translation>أُعطي {member} كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>{member} chose a new password</source>
        <translation>اختار {member} كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>The member {member} was removed</source>
        <translation>أُزيل العضو {member}</translation>
    </message>
    <message>
        <source>{member} signed in from {address}</source>
        <translation>سجّل {member} الدخول من {address}</translation>
    </message>
    <message>
        <source>{member} signed out</source>
        <translation>سجّل {member} الخروج</translation>
    </message>
    <message>
        <source>An attempt to sign in as {member} from {address} failed</source>
        <translation>فشلت محاولة تسجيل دخول باسم {member} من {address}</translation>
    </message>
    <message>
        <source>A sign-in of {member} was ended everywhere</source>
        <translation>أُنهي تسجيل دخول {member} في كلّ مكان</translation>
    </message>
    <message>
        <source>The longest life of API keys was changed</source>
        <translation>تغيّرت أقصى مدّة لصلاحية مفاتيح API</translation>
    </message>
    <message>
        <source>The API key {key} was created</source>
        <translation>أُنشئ مفتاح API ‏{key}</translation>
    </message>
    <message>
        <source>The API key {key} was changed</source>
        <translation>عُدِّل مفتاح API ‏{key}</translation>
    </message>
    <message>
        <source>The API key {key} has a new secret</source>
        <translation>أصبح لمفتاح API ‏{key} سرّ جديد</translation>
    </message>
    <message>
        <source>The API key {key} was revoked</source>
        <translation>أُبطل مفتاح API ‏{key}</translation>
    </message>
    <message>
        <source>The API key {key} ends at {moment}; days left at most: {days}</source>
        <translation>تنتهي صلاحية مفتاح API ‏{key} في {moment}؛ الأيام الباقية على الأكثر: {days}</translation>
    </message>
    <message>
        <source>The API key {key} was refused from {address}</source>
        <translation>رُفض مفتاح API ‏{key} من {address}</translation>
    </message>
    <message>
        <source>How long log entries are kept was changed: {name}</source>
        <translation>غُيّرت مدة حفظ إدخالات السجل: {name}</translation>
    </message>
    <message>
        <source>A rule of how long log entries are kept was removed: {name}</source>
        <translation>أُزيلت قاعدة لمدة حفظ إدخالات السجل: {name}</translation>
    </message>
    <message>
        <source>Log entries must be kept: {reason}</source>
        <translation>إدخالات في السجل يجب حفظها: {reason}</translation>
    </message>
    <message>
        <source>Log entries need no longer be kept: {reason}</source>
        <translation>إدخالات في السجل لم يعد حفظها واجبًا: {reason}</translation>
    </message>
    <message>
        <source>Old log entries were removed: {count}; received events: {events}</source>
        <translation>أُزيلت إدخالات قديمة من السجل: {count}، وأحداث مستلمة: {events}</translation>
    </message>
    <message>
        <source>Log entries left out because they could not be written: {count}</source>
        <translation>إدخالات أُسقطت من السجل لتعذّر كتابتها: {count}</translation>
    </message>
</context>
<context>
    <name>LogCopier</name>
    <message>
        <source>None of these entries has a stored request</source>
        <translation>لا يوجد طلب مخزَّن لأيّ من هذه الإدخالات</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) copied</source>
        <translation>
            <numerusform>لم يُنسخ أيّ إدخال</numerusform>
            <numerusform>نُسخ إدخال واحد</numerusform>
            <numerusform>نُسخ إدخالان</numerusform>
            <numerusform>نُسخت %Ln إدخالات</numerusform>
            <numerusform>نُسخ %Ln إدخالًا</numerusform>
            <numerusform>نُسخ %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No more than %Ln are copied at once.</source>
        <translation>
            <numerusform>لا يُنسخ شيء دفعة واحدة.</numerusform>
            <numerusform>لا يُنسخ أكثر من إدخال واحد دفعة واحدة.</numerusform>
            <numerusform>لا يُنسخ أكثر من إدخالين دفعة واحدة.</numerusform>
            <numerusform>لا يُنسخ أكثر من %Ln إدخالات دفعة واحدة.</numerusform>
            <numerusform>لا يُنسخ أكثر من %Ln إدخالًا دفعة واحدة.</numerusform>
            <numerusform>لا يُنسخ أكثر من %Ln إدخال دفعة واحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>نسخ بصيغة ⁦JSON⁩</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>نسخ بصيغة ⁦CSV⁩</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>نسخ أمر ⁦curl⁩</translation>
    </message>
</context>
<context>
    <name>LogDetails</name>
    <message>
        <source>Close ({keys})</source>
        <translation>إغلاق ({keys})</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
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
    <message>
        <source>Chain</source>
        <translation>التسلسل</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
</context>
<context>
    <name>LogExporting</name>
    <message>
        <source>{path} (SHA-256 {digest}…)</source>
        <translation>في {path} (البصمة ⁦SHA-256⁩: {digest}…)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>جدول (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>أسطر JSON ‏(*.jsonl)</translation>
    </message>
    <message>
        <source>Parquet (*.parquet)</source>
        <translation>أعمدة Parquet (*.parquet)</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>تصدير الإدخالات</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>أُلغي التصدير</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) exported</source>
        <translation>
            <numerusform>لم يُصدَّر أي إدخال</numerusform>
            <numerusform>صُدّر إدخال واحد</numerusform>
            <numerusform>صُدّر إدخالان</numerusform>
            <numerusform>صُدّرت %Ln إدخالات</numerusform>
            <numerusform>صُدّر %Ln إدخالًا</numerusform>
            <numerusform>صُدّر %Ln إدخال</numerusform>
        </translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
</context>
<context>
    <name>LogHistogram</name>
    <message>
        <source>{from} – {to}
Entries: {entries}
Errors: {errors}
Warnings: {warnings}</source>
        <translation>من {from} إلى {to}
الإدخالات: {entries}
الأخطاء: {errors}
التحذيرات: {warnings}</translation>
    </message>
    <message>
        <source>{from} to {to}. Entries: {entries}; errors: {errors}</source>
        <translation>من {from} إلى {to}. الإدخالات: {entries}؛ الأخطاء: {errors}</translation>
    </message>
</context>
<context>
    <name>LogHistogramView</name>
    <message>
        <source>Entries over time</source>
        <translation>الإدخالات عبر الزمن</translation>
    </message>
    <message>
        <source>Drag over a stretch to look into it. Keys: arrows, with Shift for several, Enter, Backspace.</source>
        <translation>اسحب فوق مدّة لتنظر فيها. وبالمفاتيح: الأسهم، ومعها ⁦Shift⁩ لعدّة أعمدة، ثم ⁦Enter⁩، و⁦Backspace⁩ للعودة.</translation>
    </message>
</context>
<context>
    <name>LogList</name>
    <message>
        <source>Zone of times that name none</source>
        <translation>المنطقة الزمنية لما لا يذكرها</translation>
    </message>
</context>
<context>
    <name>LogLooker</name>
    <message>
        <source>Choose two entries to compare them</source>
        <translation>اختر إدخالين للمقارنة بينهما</translation>
    </message>
    <message>
        <source>Path copied</source>
        <translation>نُسخ المسار</translation>
    </message>
    <message>
        <source>Compare two entries</source>
        <translation>مقارنة إدخالين</translation>
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
    <message>
        <source>Sender&apos;s name</source>
        <translation>اسم الحدث لدى المُرسِل</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>الموصّل</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>خطّاف الويب</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>رمز الخطأ</translation>
    </message>
    <message>
        <source>Entry ID</source>
        <translation>معرّف الإدخال</translation>
    </message>
    <message>
        <source>Stored event</source>
        <translation>الحدث المخزَّن</translation>
    </message>
    <message>
        <source>Correlation ID</source>
        <translation>معرّف الارتباط</translation>
    </message>
</context>
<context>
    <name>LogNoter</name>
    <message>
        <source>Mark, or take the mark away</source>
        <translation>وضع علامة أو إزالتها</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>Take off this list</source>
        <translation>إزالة من هذه القائمة</translation>
    </message>
    <message>
        <source>Zone of times that name none, in {name}</source>
        <translation>المنطقة الزمنية للأوقات التي لا تذكرها في {name}</translation>
    </message>
    <message>
        <source>There is no such time zone; use a name such as Asia/Riyadh.</source>
        <translation>لا توجد منطقة زمنية بهذا الاسم، فاستخدم اسمًا مثل ⁦Asia/Riyadh⁩.</translation>
    </message>
</context>
<context>
    <name>LogTools</name>
    <message>
        <source>Error above</source>
        <translation>الخطأ السابق في الأعلى</translation>
    </message>
    <message>
        <source>Error below</source>
        <translation>الخطأ التالي في الأسفل</translation>
    </message>
    <message>
        <source>Go to a time or an ID</source>
        <translation>الانتقال إلى وقت أو معرّف</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
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
        <source>Access granted</source>
        <translation>منح الوصول</translation>
    </message>
    <message>
        <source>Sync started</source>
        <translation>بدء مزامنة</translation>
    </message>
    <message>
        <source>Sync succeeded</source>
        <translation>نجاح مزامنة</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>فشل مزامنة</translation>
    </message>
    <message>
        <source>Sync waits</source>
        <translation>انتظار مزامنة</translation>
    </message>
    <message>
        <source>Sync cancelled</source>
        <translation>إلغاء مزامنة</translation>
    </message>
    <message>
        <source>Schedule added</source>
        <translation>إضافة جدول زمني</translation>
    </message>
    <message>
        <source>Schedule changed</source>
        <translation>تعديل جدول زمني</translation>
    </message>
    <message>
        <source>Schedule removed</source>
        <translation>حذف جدول زمني</translation>
    </message>
    <message>
        <source>Schedule missed</source>
        <translation>فوات موعد</translation>
    </message>
    <message>
        <source>Schedule left out</source>
        <translation>تخطّي موعد</translation>
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
        <source>New recovery code</source>
        <translation>رمز استرداد جديد</translation>
    </message>
    <message>
        <source>Key replaced</source>
        <translation>استبدال المفتاح</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>تدوير مفتاح التوقيع</translation>
    </message>
    <message>
        <source>Case file made</source>
        <translation>إنشاء ملف حالة</translation>
    </message>
    <message>
        <source>Key asked for</source>
        <translation>طلب مفتاح</translation>
    </message>
    <message>
        <source>Key holder approved</source>
        <translation>الموافقة على حامل مفتاح</translation>
    </message>
    <message>
        <source>Key holder refused</source>
        <translation>رفض حامل مفتاح</translation>
    </message>
    <message>
        <source>Key holder removed</source>
        <translation>إزالة حامل مفتاح</translation>
    </message>
    <message>
        <source>Member added</source>
        <translation>إضافة عضو</translation>
    </message>
    <message>
        <source>Member changed</source>
        <translation>تعديل عضو</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>إعادة تعيين كلمة مرور</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>تغيير كلمة مرور</translation>
    </message>
    <message>
        <source>Member removed</source>
        <translation>إزالة عضو</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تسجيل دخول</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تسجيل خروج</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>فشل تسجيل دخول</translation>
    </message>
    <message>
        <source>Sign-in ended</source>
        <translation>إنهاء تسجيل دخول</translation>
    </message>
    <message>
        <source>Policy for API keys changed</source>
        <translation>تغيير سياسة مفاتيح API</translation>
    </message>
    <message>
        <source>API key created</source>
        <translation>إنشاء مفتاح API</translation>
    </message>
    <message>
        <source>API key changed</source>
        <translation>تعديل مفتاح API</translation>
    </message>
    <message>
        <source>API key rerolled</source>
        <translation>تجديد سرّ مفتاح API</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>إبطال مفتاح API</translation>
    </message>
    <message>
        <source>API key ends soon</source>
        <translation>قرب انتهاء مفتاح API</translation>
    </message>
    <message>
        <source>API key refused</source>
        <translation>رفض مفتاح API</translation>
    </message>
    <message>
        <source>Rule for keeping entries changed</source>
        <translation>غُيّرت قاعدة حفظ الإدخالات</translation>
    </message>
    <message>
        <source>Rule for keeping entries removed</source>
        <translation>أُزيلت قاعدة حفظ الإدخالات</translation>
    </message>
    <message>
        <source>Legal hold placed</source>
        <translation>وُضع حجز قانوني</translation>
    </message>
    <message>
        <source>Legal hold released</source>
        <translation>رُفع حجز قانوني</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>أُزيلت إدخالات قديمة</translation>
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
        <source>No mark</source>
        <translation>بلا علامة</translation>
    </message>
    <message>
        <source>Amber mark</source>
        <translation>علامة كهرمانية</translation>
    </message>
    <message>
        <source>Red mark</source>
        <translation>علامة حمراء</translation>
    </message>
    <message>
        <source>Green mark</source>
        <translation>علامة خضراء</translation>
    </message>
    <message>
        <source>Blue mark</source>
        <translation>علامة زرقاء</translation>
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
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>الإدخالات</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>الإحصاءات</translation>
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
    <message>
        <source>How long entries are kept…</source>
        <translation>مدّة حفظ الإدخالات…</translation>
    </message>
    <message>
        <source>Case file…</source>
        <translation>ملف حالة…</translation>
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
    <name>MakeCaseDialog</name>
    <message>
        <source>{done} of {total} entries written</source>
        <translation>كُتب {done} من أصل {total} من الإدخالات</translation>
    </message>
    <message>
        <source>Entries that match the query of the page: {query}</source>
        <translation>الإدخالات المطابقة لاستعلام الصفحة: {query}</translation>
    </message>
    <message>
        <source>Entries that fit the filters of the page.</source>
        <translation>الإدخالات المطابقة لعوامل التصفية في الصفحة.</translation>
    </message>
    <message>
        <source>All entries of the log.</source>
        <translation>جميع إدخالات السجل.</translation>
    </message>
    <message>
        <source>Keys, passwords, addresses of people and their accounts are taken out; the file is signed.</source>
        <translation>تُحذف المفاتيح وكلمات المرور وعناوين الأشخاص وحساباتهم، ويُوقَّع الملف.</translation>
    </message>
    <message>
        <source>Make a case file</source>
        <translation>إنشاء ملف حالة</translation>
    </message>
    <message>
        <source>Choose a file and make it…</source>
        <translation>اختر مكان الملف وأنشئه…</translation>
    </message>
    <message>
        <source>Taken out or left out</source>
        <translation>ما حُذف أو لم يُضمَّن</translation>
    </message>
    <message>
        <source>The file is begun…</source>
        <translation>يبدأ إنشاء الملف…</translation>
    </message>
    <message>
        <source>{entries}; {size}. Fingerprint of the signer: {fingerprint}</source>
        <translation>{entries}؛ {size}. بصمة الموقِّع: {fingerprint}</translation>
    </message>
    <message>
        <source>The case file is in {path}</source>
        <translation>ملف الحالة في {path}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>MemberActions</name>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>إزالة «{name}»؟</translation>
    </message>
    <message>
        <source>Wherever this member is signed in, it ends at once, and the password is deleted. What they did stays in the log and in the audit.</source>
        <translation>ينتهي تسجيل دخول هذا العضو فورًا حيثما كان، وتُحذف كلمة مروره. ويبقى ما فعله في السجل وفي سجل التدقيق.</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>إزالة العضو</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>تمت الإزالة</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Add member</source>
        <translation>إضافة عضو</translation>
    </message>
    <message>
        <source>A one-time password is made, which you pass on.</source>
        <translation>تُنشأ كلمة مرور لمرة واحدة تسلّمها إليه.</translation>
    </message>
    <message>
        <source>Signs in as {login}, which stays.</source>
        <translation>يسجّل الدخول باسم {login}، وهو ثابت.</translation>
    </message>
    <message>
        <source>Edit member</source>
        <translation>تعديل العضو</translation>
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
        <source>Role: {role}</source>
        <translation>الدور: {role}</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Show in audit</source>
        <translation>عرض في سجل التدقيق</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>طريقة الدخول</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر دخول</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>عضو منذ</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تغيير</translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message>
        <source>May do everything, and alone makes others owners. An organisation always has an owner.</source>
        <translation>يفعل كلّ شيء، وهو وحده من يجعل غيره مالكًا. ولا تخلو مؤسسة من مالك.</translation>
    </message>
    <message>
        <source>May do everything but make or change owners: connectors, webhooks, keys, members, audit.</source>
        <translation>يفعل كلّ شيء سوى تعيين المالكين وتغييرهم: الموصّلات وخطّافات الويب والمفاتيح والأعضاء والتدقيق.</translation>
    </message>
    <message>
        <source>Runs syncs and tests, sends messages, reads records and events. Changes no settings.</source>
        <translation>يشغّل المزامنات والاختبارات ويرسل الرسائل ويقرأ العناصر والأحداث، ولا يغيّر الإعدادات.</translation>
    </message>
    <message>
        <source>Looks at the log, connectors, webhooks and syncs. The contents of events stay closed.</source>
        <translation>يطّلع على السجل والموصّلات وخطّافات الويب والمزامنات، وتبقى محتويات الأحداث مغلقة أمامه.</translation>
    </message>
    <message>
        <source>Looks as support does, and also at the audit, the members and the keys. Changes nothing.</source>
        <translation>يطّلع على ما يطّلع عليه الدعم، وعلى التدقيق والأعضاء والمفاتيح أيضًا، ولا يغيّر شيئًا.</translation>
    </message>
    <message>
        <source>Waits until {moment}: too many attempts failed</source>
        <translation>موقوف حتى {moment}: فشلت محاولات كثيرة</translation>
    </message>
    <message>
        <source>No password yet</source>
        <translation>لا كلمة مرور بعد</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>Own password</source>
        <translation>كلمة مرور خاصة</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>لم يسجّل بعد</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>It opens the shared database, too, as the login {login}; that password stays until it is changed there.</source>
        <translation>وهي تفتح قاعدة البيانات المشتركة أيضًا باسم الدخول {login}، وتبقى كلمة المرور هذه هناك حتى تُغيَّر فيها.</translation>
    </message>
    <message>
        <source>It opens the shared database, too, in place of the password that {login} had there.</source>
        <translation>وهي تفتح قاعدة البيانات المشتركة أيضًا بدلًا من كلمة المرور السابقة لاسم الدخول {login}.</translation>
    </message>
    <message>
        <source>It is for the service alone: in the shared database {login} keeps the password that it has.</source>
        <translation>وهي للخدمة وحدها: يحتفظ اسم الدخول {login} في قاعدة البيانات المشتركة بكلمة مروره الحالية.</translation>
    </message>
    <message>
        <source>It is for the service alone: the shared database has no login {login} yet. Its administrator can create it, or choose a login that begins with console_person_, which is created by itself.</source>
        <translation>وهي للخدمة وحدها: لا يوجد في قاعدة البيانات المشتركة اسم الدخول {login} بعد. يستطيع مسؤولها إنشاءه، أو اختر اسم دخول يبدأ بـ console_person_ فيُنشأ تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>MembersModel</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>طريقة الدخول</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>آخر دخول</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (أنت)</translation>
    </message>
</context>
<context>
    <name>MembersView</name>
    <message>
        <source>Add member</source>
        <translation>إضافة عضو</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln member(s)</source>
        <translation>
            <numerusform>لا أعضاء</numerusform>
            <numerusform>عضو واحد</numerusform>
            <numerusform>عضوان</numerusform>
            <numerusform>%Ln أعضاء</numerusform>
            <numerusform>%Ln عضوًا</numerusform>
            <numerusform>%Ln عضو</numerusform>
        </translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>لا أعضاء بعد</translation>
    </message>
    <message>
        <source>Members sign in with a password of their own, and each may do what their role allows.</source>
        <translation>يسجّل كلّ عضو دخوله بكلمة مرور خاصة، ويفعل ما يسمح به دوره.</translation>
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
    <name>MoreMenu</name>
    <message>
        <source>More ({keys}, in the table)</source>
        <translation>المزيد ({keys} في الجدول)</translation>
    </message>
</context>
<context>
    <name>NarrowingSection</name>
    <message>
        <source>Enough for all its uses of the last 30 days: {permissions}</source>
        <translation>يكفي لكلّ استخداماته في آخر 30 يومًا: {permissions}</translation>
    </message>
    <message>
        <source>Take the others away…</source>
        <translation>إزالة ما سواها…</translation>
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
    <message>
        <source>{keys}, in the table</source>
        <translation>{keys} في الجدول</translation>
    </message>
</context>
<context>
    <name>NoRecords</name>
    <message>
        <source>Add a connector that brings records, such as Odoo or Google Drive.</source>
        <translation>أضف موصّلًا يجلب العناصر، مثل Odoo أو Google Drive.</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>لا عناصر بعد</translation>
    </message>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
    <message>
        <source>No record matches the search and the states that are chosen.</source>
        <translation>لا يطابق أي عنصر البحثَ والحالات المختارة.</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>Once this connector has been synced, its records stand here.</source>
        <translation>تظهر العناصر هنا بعد مزامنة هذا الموصّل.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
</context>
<context>
    <name>NoRuns</name>
    <message>
        <source>No sync matches the filters.</source>
        <translation>لا تطابق أي مزامنة عوامل التصفية.</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>مسح عوامل التصفية</translation>
    </message>
    <message>
        <source>The first sync reads everything; later ones read only what has changed.</source>
        <translation>تقرأ المزامنة الأولى كلّ شيء، ثم لا تقرأ التالية إلا ما تغيّر.</translation>
    </message>
    <message>
        <source>No sync has run yet</source>
        <translation>لم تجرِ أي مزامنة بعد</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Add a connector that brings records, and its syncs appear here.</source>
        <translation>أضف موصّلًا يجلب العناصر، وستظهر مزامناته هنا.</translation>
    </message>
    <message>
        <source>Nothing to sync yet</source>
        <translation>لا شيء للمزامنة بعد</translation>
    </message>
    <message>
        <source>Add connector</source>
        <translation>إضافة موصّل</translation>
    </message>
</context>
<context>
    <name>NoteSection</name>
    <message>
        <source>A note for everybody in the organisation</source>
        <translation>ملاحظة يراها كلّ من في المؤسسة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>حفظ الملاحظة</translation>
    </message>
    <message>
        <source>Written by {author}, {moment}</source>
        <translation>كتبها {author}، {moment}</translation>
    </message>
</context>
<context>
    <name>NotesTaking</name>
    <message>
        <source>Take notes of a case file</source>
        <translation>أخذ ملاحظات من ملف حالة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) taken over</source>
        <translation>
            <numerusform>لم تُؤخذ أي ملاحظة</numerusform>
            <numerusform>أُخذت ملاحظة واحدة</numerusform>
            <numerusform>أُخذت ملاحظتان</numerusform>
            <numerusform>أُخذت %Ln ملاحظات</numerusform>
            <numerusform>أُخذت %Ln ملاحظة</numerusform>
            <numerusform>أُخذت %Ln ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>No note was new</source>
        <translation>لا ملاحظات جديدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) there already</source>
        <translation>
            <numerusform>لا ملاحظات موجودة من قبل</numerusform>
            <numerusform>ملاحظة موجودة من قبل</numerusform>
            <numerusform>ملاحظتان موجودتان من قبل</numerusform>
            <numerusform>%Ln ملاحظات موجودة من قبل</numerusform>
            <numerusform>%Ln ملاحظة موجودة من قبل</numerusform>
            <numerusform>%Ln ملاحظة موجودة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) of entries that are not in this workspace</source>
        <translation>
            <numerusform>لا ملاحظات على إدخالات غائبة عن مساحة العمل هذه</numerusform>
            <numerusform>ملاحظة على إدخال ليس في مساحة العمل هذه</numerusform>
            <numerusform>ملاحظتان على إدخالين ليسا في مساحة العمل هذه</numerusform>
            <numerusform>%Ln ملاحظات على إدخالات ليست في مساحة العمل هذه</numerusform>
            <numerusform>%Ln ملاحظة على إدخالات ليست في مساحة العمل هذه</numerusform>
            <numerusform>%Ln ملاحظة على إدخالات ليست في مساحة العمل هذه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s) too long to go below what stands there; nothing was changed</source>
        <translation>
            <numerusform>لا ملاحظات أطول مما يتّسع له المكان</numerusform>
            <numerusform>ملاحظة أطول من أن تُضاف أسفل المكتوب، فلم يتغيّر شيء</numerusform>
            <numerusform>ملاحظتان أطول من أن تُضافا أسفل المكتوب، فلم يتغيّر شيء</numerusform>
            <numerusform>%Ln ملاحظات أطول من أن تُضاف أسفل المكتوب، فلم يتغيّر شيء</numerusform>
            <numerusform>%Ln ملاحظة أطول من أن تُضاف أسفل المكتوب، فلم يتغيّر شيء</numerusform>
            <numerusform>%Ln ملاحظة أطول من أن تُضاف أسفل المكتوب، فلم يتغيّر شيء</numerusform>
        </translation>
    </message>
    <message>
        <source>Take notes of a case file…</source>
        <translation>أخذ ملاحظات من ملف حالة…</translation>
    </message>
</context>
<context>
    <name>OneTimeDialog</name>
    <message>
        <source>The key “{name}” is ready</source>
        <translation>المفتاح «{name}» جاهز</translation>
    </message>
    <message>
        <source>“{name}” has a new secret</source>
        <translation>أصبح للمفتاح «{name}» سرّ جديد</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>This key is shown only now</source>
        <translation>لا يُعرض هذا المفتاح إلا الآن</translation>
    </message>
    <message>
        <source>Here only its hash is kept. Enter it at its user, or keep it in a password safe.</source>
        <translation>لا تُحفظ هنا إلا بصمته. أدخله لدى مستخدمه، أو احفظه في خزنة كلمات المرور.</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>حفظته</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>The old secret counts no more.</source>
        <translation>لم يعد السرّ القديم صالحًا.</translation>
    </message>
    <message>
        <source>The old secret counts until {moment} as well.</source>
        <translation>يبقى السرّ القديم صالحًا أيضًا حتى {moment}.</translation>
    </message>
</context>
<context>
    <name>Outlook</name>
    <message numerus="yes">
        <source>%Ln entry(ies) removed</source>
        <translation>
            <numerusform>لم يُزل أي إدخال</numerusform>
            <numerusform>أُزيل إدخال واحد</numerusform>
            <numerusform>أُزيل إدخالان</numerusform>
            <numerusform>أُزيلت %Ln إدخالات</numerusform>
            <numerusform>أُزيل %Ln إدخالًا</numerusform>
            <numerusform>أُزيل %Ln إدخال</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation>إزالة الآن</translation>
    </message>
    <message>
        <source>Looking what is older than it is kept…</source>
        <translation>يُنظر فيما تجاوز مدّة حفظه…</translation>
    </message>
    <message numerus="yes">
        <source>A removal would now take away %Ln entry(ies)</source>
        <translation>
            <numerusform>لا إدخال يُزال الآن</numerusform>
            <numerusform>إزالةٌ الآن تأخذ إدخالًا واحدًا</numerusform>
            <numerusform>إزالةٌ الآن تأخذ إدخالين</numerusform>
            <numerusform>إزالةٌ الآن تأخذ %Ln إدخالات</numerusform>
            <numerusform>إزالةٌ الآن تأخذ %Ln إدخالًا</numerusform>
            <numerusform>إزالةٌ الآن تأخذ %Ln إدخال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older one(s) stay because of legal holds.</source>
        <translation>
            <numerusform>لا شيء أقدم يبقى بحجز قانوني.</numerusform>
            <numerusform>ويبقى إدخال أقدم واحد بسبب حجز قانوني.</numerusform>
            <numerusform>ويبقى إدخالان أقدمان بسبب حجز قانوني.</numerusform>
            <numerusform>وتبقى %Ln إدخالات أقدم بسبب حجز قانوني.</numerusform>
            <numerusform>ويبقى %Ln إدخالًا أقدم بسبب حجز قانوني.</numerusform>
            <numerusform>ويبقى %Ln إدخال أقدم بسبب حجز قانوني.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Overview</name>
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
        <source>Headers and contents are closed to your role.</source>
        <translation>الترويسات والمحتوى محجوبة عن دورك.</translation>
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
    <name>PasswordDialog</name>
    <message>
        <source>{name} was added</source>
        <translation>أُضيف {name}</translation>
    </message>
    <message>
        <source>{name} has a new password</source>
        <translation>كلمة مرور جديدة للعضو {name}</translation>
    </message>
    <message>
        <source>Pass both on by a way that only this person reads.</source>
        <translation>سلّمهما بطريقة لا يطّلع عليها سوى هذا الشخص.</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم الدخول</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>كلمة مرور لمرة واحدة</translation>
    </message>
    <message>
        <source>It counts until {moment} and is replaced at the first sign-in.</source>
        <translation>تصلح حتى {moment}، وتُستبدل عند أول تسجيل دخول.</translation>
    </message>
    <message>
        <source>This password is shown only now</source>
        <translation>لا تُعرض كلمة المرور هذه إلا الآن</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
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
    <name>PermissionLine</name>
    <message>
        <source>May: everything that a key can be given</source>
        <translation>المسموح به: كلّ ما يمكن منحه لمفتاح</translation>
    </message>
    <message>
        <source>May: {permissions}</source>
        <translation>المسموح به: {permissions}</translation>
    </message>
    <message>
        <source>Show all permissions</source>
        <translation>عرض كلّ الصلاحيات</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>عرض أقلّ</translation>
    </message>
</context>
<context>
    <name>PermissionPicker</name>
    <message>
        <source>Permissions</source>
        <translation>الصلاحيات</translation>
    </message>
    <message>
        <source>Messages and syncs</source>
        <translation>الرسائل والمزامنات</translation>
    </message>
    <message>
        <source>For all connectors</source>
        <translation>لجميع الموصّلات</translation>
    </message>
    <message>
        <source>For the same connectors as now</source>
        <translation>للموصّلات نفسها كما هي الآن</translation>
    </message>
    <message>
        <source>Only for {name}</source>
        <translation>لـ{name} فقط</translation>
    </message>
</context>
<context>
    <name>Permissions</name>
    <message>
        <source>Look at connectors</source>
        <translation>الاطّلاع على الموصّلات</translation>
    </message>
    <message>
        <source>Test connectors</source>
        <translation>اختبار الموصّلات</translation>
    </message>
    <message>
        <source>Change connectors</source>
        <translation>تعديل الموصّلات</translation>
    </message>
    <message>
        <source>Send messages</source>
        <translation>إرسال الرسائل</translation>
    </message>
    <message>
        <source>Look at syncs</source>
        <translation>الاطّلاع على المزامنات</translation>
    </message>
    <message>
        <source>Run syncs</source>
        <translation>تشغيل المزامنات</translation>
    </message>
    <message>
        <source>Read records</source>
        <translation>قراءة العناصر</translation>
    </message>
    <message>
        <source>Look at schedules</source>
        <translation>الاطّلاع على الجداول الزمنية</translation>
    </message>
    <message>
        <source>Change schedules</source>
        <translation>تعديل الجداول الزمنية</translation>
    </message>
    <message>
        <source>Look at webhooks</source>
        <translation>الاطّلاع على خطّافات الويب</translation>
    </message>
    <message>
        <source>Change webhooks</source>
        <translation>تعديل خطّافات الويب</translation>
    </message>
    <message>
        <source>See secrets of webhooks</source>
        <translation>كشف أسرار خطّافات الويب</translation>
    </message>
    <message>
        <source>Send events in</source>
        <translation>إرسال الأحداث</translation>
    </message>
    <message>
        <source>Read the log</source>
        <translation>قراءة السجلّ</translation>
    </message>
    <message>
        <source>Write notes and filters of the log</source>
        <translation>كتابة ملاحظات السجل وعوامل تصفيته</translation>
    </message>
    <message>
        <source>Read contents of events</source>
        <translation>قراءة محتوى الأحداث</translation>
    </message>
    <message>
        <source>Look at API keys</source>
        <translation>الاطّلاع على مفاتيح API</translation>
    </message>
    <message>
        <source>Change API keys</source>
        <translation>تعديل مفاتيح API</translation>
    </message>
    <message>
        <source>Look at members</source>
        <translation>الاطّلاع على الأعضاء</translation>
    </message>
    <message>
        <source>Look at key holders</source>
        <translation>الاطّلاع على حاملي المفاتيح</translation>
    </message>
    <message>
        <source>Read the audit</source>
        <translation>قراءة سجل التدقيق</translation>
    </message>
    <message>
        <source>Look at the workspace</source>
        <translation>الاطّلاع على مساحة العمل</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>How long may API keys count?</source>
        <translation>كم تبقى مفاتيح API صالحة؟</translation>
    </message>
    <message>
        <source>A rule of the organisation for keys that are created or given a new secret from now on.</source>
        <translation>قاعدة للمؤسسة تسري من الآن على ما يُنشأ من مفاتيح وما يُجدَّد سرّه.</translation>
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
    <name>PreviewView</name>
    <message>
        <source>First records</source>
        <translation>العناصر الأولى</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>جلب من جديد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%Ln عناصر</numerusform>
            <numerusform>%Ln عنصرًا</numerusform>
            <numerusform>%Ln عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>No records there</source>
        <translation>لا عناصر هناك</translation>
    </message>
    <message>
        <source>The source answered, but with no record.</source>
        <translation>أجاب المصدر ولكن بلا أي عنصر.</translation>
    </message>
    <message>
        <source>Fill in the form, and the first records of the source appear here.</source>
        <translation>املأ النموذج لتظهر هنا العناصر الأولى من المصدر.</translation>
    </message>
    <message>
        <source>No preview yet</source>
        <translation>لا معاينة بعد</translation>
    </message>
</context>
<context>
    <name>QueryCompleter</name>
    <message>
        <source>How it went</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>نوع الحدث</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>الموصّل</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>خطّاف الويب</translation>
    </message>
    <message>
        <source>Entries of one cause</source>
        <translation>إدخالات لسبب واحد</translation>
    </message>
    <message>
        <source>Entry ID</source>
        <translation>معرّف الإدخال</translation>
    </message>
    <message>
        <source>Stored event</source>
        <translation>الحدث المخزَّن</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>رمز الخطأ</translation>
    </message>
    <message>
        <source>What an entry has</source>
        <translation>ما يحمله الإدخال</translation>
    </message>
    <message>
        <source>How long it took</source>
        <translation>المدّة المستغرقة</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>حتى الآن</translation>
    </message>
    <message>
        <source>From a day or moment on</source>
        <translation>ابتداءً من يوم أو لحظة</translation>
    </message>
    <message>
        <source>Up to a day or moment</source>
        <translation>حتى يوم أو لحظة</translation>
    </message>
    <message>
        <source>Saved filter</source>
        <translation>عامل تصفية محفوظ</translation>
    </message>
</context>
<context>
    <name>RecordChoices</name>
    <message>
        <source>{title} ({number})</source>
        <translation>‏{title} ({number})</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>الموصّل</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>نوع العناصر</translation>
    </message>
</context>
<context>
    <name>RecordDetails</name>
    <message>
        <source>Gone since {when}</source>
        <translation>غير موجود منذ {when}</translation>
    </message>
    <message numerus="yes">
        <source>History (%Ln)</source>
        <translation>
            <numerusform>لا تغييرات</numerusform>
            <numerusform>تغيير واحد</numerusform>
            <numerusform>تغييران</numerusform>
            <numerusform>%Ln تغييرات</numerusform>
            <numerusform>%Ln تغييرًا</numerusform>
            <numerusform>%Ln تغيير</numerusform>
        </translation>
    </message>
    <message>
        <source>Content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Content or history</source>
        <translation>المحتوى أو التغييرات</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation>موضعه</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>أول ظهور</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخر ظهور</translation>
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
    <name>RecordHistory</name>
    <message>
        <source>History</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الفروق</translation>
    </message>
    <message>
        <source>The content is the same before and after.</source>
        <translation>المحتوى نفسه قبل التغيير وبعده.</translation>
    </message>
    <message>
        <source>What the record had when it was first seen</source>
        <translation>محتوى العنصر عند أول ظهور له</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغيّر</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>أول ظهور</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Live</source>
        <translation>موجود</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>مؤرشف</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>في سلّة المهملات</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوف</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>مُضاف</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>محدَّث</translation>
    </message>
    <message>
        <source>It was deleted at the source.</source>
        <translation>حُذف من المصدر.</translation>
    </message>
    <message>
        <source>The part of the source that it lives in can no longer be read.</source>
        <translation>لم تعد قراءة موضعه في المصدر ممكنة.</translation>
    </message>
    <message>
        <source>A comparison with the source did not find it there any more.</source>
        <translation>لم يُعثَر عليه عند المقارنة بالمصدر.</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>More than {number} records</source>
        <translation>أكثر من {number} عنصر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%Ln عناصر</numerusform>
            <numerusform>%Ln عنصرًا</numerusform>
            <numerusform>%Ln عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Search titles, IDs and contents</source>
        <translation>البحث في العناوين والمعرّفات والمحتويات</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>العناصر</translation>
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
    <name>Redaction</name>
    <message>
        <source>Headers that carry credentials</source>
        <translation>ترويسات تحمل بيانات الدخول</translation>
    </message>
    <message>
        <source>API keys and tokens</source>
        <translation>مفاتيح ⁦API⁩ ورموز الوصول</translation>
    </message>
    <message>
        <source>Private keys</source>
        <translation>مفاتيح خاصة</translation>
    </message>
    <message>
        <source>Values named password, secret, token or key</source>
        <translation>قيم أسماؤها تدل على كلمة مرور أو سرّ أو رمز أو مفتاح</translation>
    </message>
    <message>
        <source>Passwords in addresses</source>
        <translation>كلمات مرور ضمن العناوين</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>عناوين بريد إلكتروني</translation>
    </message>
    <message>
        <source>Bank accounts (IBAN)</source>
        <translation>أرقام حسابات مصرفية دولية</translation>
    </message>
    <message>
        <source>Card numbers</source>
        <translation>أرقام بطاقات</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>أرقام هواتف</translation>
    </message>
</context>
<context>
    <name>RerollDialog</name>
    <message>
        <source>Give “{name}” a new secret?</source>
        <translation>هل تريد سرًّا جديدًا لـ«{name}»؟</translation>
    </message>
    <message>
        <source>The key keeps its name and its permissions; its user enters the new secret.</source>
        <translation>يحتفظ المفتاح باسمه وصلاحياته، ويُدخل مستخدمه السرّ الجديد.</translation>
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
    <name>ResetDialog</name>
    <message>
        <source>Make a new password for “{name}”?</source>
        <translation>إنشاء كلمة مرور جديدة للعضو «{name}»؟</translation>
    </message>
    <message>
        <source>The present password counts no more, and wherever this member is signed in, it ends at once.</source>
        <translation>لا تعود كلمة المرور الحالية صالحة، وينتهي تسجيل دخول هذا العضو فورًا حيثما كان.</translation>
    </message>
    <message>
        <source>Make new password</source>
        <translation>إنشاء كلمة المرور</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>The backup is restored</source>
        <translation>تمّت استعادة النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>The backup itself stays as it is.</source>
        <translation>تبقى النسخة الاحتياطية نفسها كما هي.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتحها</translation>
    </message>
    <message>
        <source>{file} is brought into a new file. One of an older version is brought up to date.</source>
        <translation>يُستعاد {file} إلى ملف جديد، وتُحدَّث النسخة المأخوذة من إصدار أقدم.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>استعادة نسخة احتياطية</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>اختيار مكان آخر…</translation>
    </message>
</context>
<context>
    <name>Retention</name>
    <message>
        <source>from {moment}</source>
        <translation>من {moment}</translation>
    </message>
    <message>
        <source>before {moment}</source>
        <translation>قبل {moment}</translation>
    </message>
    <message>
        <source>about {connector}</source>
        <translation>عن {connector}</translation>
    </message>
    <message>
        <source>of the cause {correlation}</source>
        <translation>للسبب {correlation}</translation>
    </message>
    <message>
        <source>the whole log</source>
        <translation>السجلّ كلّه</translation>
    </message>
</context>
<context>
    <name>RetentionActions</name>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>How long the log is kept</source>
        <translation>مدّة حفظ السجلّ</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>أُزيلت</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>How long is the log kept?</source>
        <translation>كم يُحفظ السجلّ؟</translation>
    </message>
    <message>
        <source>A rule of the organisation. What is older goes once a day, by itself.</source>
        <translation>قاعدة للمؤسسة. وما كان أقدم يُزال مرّة كلّ يوم من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>الحجز القانوني</translation>
    </message>
    <message>
        <source>Hold…</source>
        <translation>حجز…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
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
    <name>RunDetails</name>
    <message>
        <source>Kinds</source>
        <translation>الأنواع</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>طريقة البدء</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>وقت الطلب</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>وقت البدء</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدّة</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>المحاولات</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>معرّف المزامنة</translation>
    </message>
    <message>
        <source>Cancel sync</source>
        <translation>إلغاء المزامنة</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>مزامنة من جديد</translation>
    </message>
    <message>
        <source>Show records</source>
        <translation>عرض العناصر</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>عرض السجل</translation>
    </message>
    <message>
        <source>First changes</source>
        <translation>التغييرات الأولى</translation>
    </message>
    <message>
        <source>This run has changed no record so far.</source>
        <translation>لم تغيّر هذه المزامنة أي عنصر حتى الآن.</translation>
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
    <name>RunFilters</name>
    <message>
        <source>Connector</source>
        <translation>الموصّل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكلّ</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>لم تنتهِ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>نجحت</translation>
    </message>
    <message>
        <source>All connectors</source>
        <translation>كلّ الموصّلات</translation>
    </message>
</context>
<context>
    <name>RunNumbers</name>
    <message>
        <source>Added</source>
        <translation>أُضيف</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>حُدِّث</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>حُذف</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>لم يتغيّر</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>Removed connector</source>
        <translation>موصّل محذوف</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>الموصّل</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>طريقة البدء</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>وقت الطلب</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدّة</translation>
    </message>
</context>
<context>
    <name>SavedBar</name>
    <message>
        <source>Save this filter…</source>
        <translation>حفظ عامل التصفية هذا…</translation>
    </message>
    <message>
        <source>A saved filter cannot hold another one.</source>
        <translation>لا يمكن أن يحتوي عامل تصفية محفوظ على آخر.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>عوامل التصفية المحفوظة</translation>
    </message>
    <message>
        <source>Take this filter out of the query</source>
        <translation>إخراج عامل التصفية هذا من الاستعلام</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Authorise…</source>
        <translation>منح الوصول…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
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
    <name>ScheduleDialog</name>
    <message>
        <source>For “{name}”</source>
        <translation>للموصّل «{name}»</translation>
    </message>
    <message>
        <source>Next runs ({zone})</source>
        <translation>المواعيد التالية ({zone})</translation>
    </message>
    <message>
        <source>Add schedule</source>
        <translation>إضافة جدول زمني</translation>
    </message>
    <message>
        <source>Edit schedule</source>
        <translation>تعديل الجدول الزمني</translation>
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
        <source>There are no next runs.</source>
        <translation>لا توجد مواعيد تالية.</translation>
    </message>
</context>
<context>
    <name>ScheduleRow</name>
    <message>
        <source>Hold the schedule</source>
        <translation>إيقاف الجدول الزمني مؤقّتًا</translation>
    </message>
    <message>
        <source>Let the schedule run</source>
        <translation>تشغيل الجدول الزمني</translation>
    </message>
    <message>
        <source>Edit schedule</source>
        <translation>تعديل الجدول الزمني</translation>
    </message>
    <message>
        <source>Delete schedule</source>
        <translation>حذف الجدول الزمني</translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>{cron} in {zone}</source>
        <translation>‏{cron} بتوقيت {zone}</translation>
    </message>
    <message>
        <source>{mode}; next: {when}</source>
        <translation>‏{mode}؛ الموعد التالي: {when}</translation>
    </message>
    <message>
        <source>{mode}; switched off</source>
        <translation>‏{mode}؛ متوقّف</translation>
    </message>
    <message>
        <source>{mode}; never comes true</source>
        <translation>‏{mode}؛ لا يحين موعده أبدًا</translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln day(s)</source>
        <translation>
            <numerusform>باستمرار</numerusform>
            <numerusform>كلّ يوم</numerusform>
            <numerusform>كلّ يومين</numerusform>
            <numerusform>كلّ %Ln أيام</numerusform>
            <numerusform>كلّ %Ln يومًا</numerusform>
            <numerusform>كلّ %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln hour(s)</source>
        <translation>
            <numerusform>باستمرار</numerusform>
            <numerusform>كلّ ساعة</numerusform>
            <numerusform>كلّ ساعتين</numerusform>
            <numerusform>كلّ %Ln ساعات</numerusform>
            <numerusform>كلّ %Ln ساعة</numerusform>
            <numerusform>كلّ %Ln ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln minute(s)</source>
        <translation>
            <numerusform>باستمرار</numerusform>
            <numerusform>كلّ دقيقة</numerusform>
            <numerusform>كلّ دقيقتين</numerusform>
            <numerusform>كلّ %Ln دقائق</numerusform>
            <numerusform>كلّ %Ln دقيقة</numerusform>
            <numerusform>كلّ %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %Ln second(s)</source>
        <translation>
            <numerusform>باستمرار</numerusform>
            <numerusform>كلّ ثانية</numerusform>
            <numerusform>كلّ ثانيتين</numerusform>
            <numerusform>كلّ %Ln ثوانٍ</numerusform>
            <numerusform>كلّ %Ln ثانية</numerusform>
            <numerusform>كلّ %Ln ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchedulesSection</name>
    <message>
        <source>Schedules</source>
        <translation>الجداول الزمنية</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add schedule</source>
        <translation>إضافة جدول زمني</translation>
    </message>
    <message>
        <source>It syncs only when somebody asks for it.</source>
        <translation>لا تجري المزامنة إلا عند الطلب.</translation>
    </message>
</context>
<context>
    <name>Scheduling</name>
    <message>
        <source>Delete this schedule?</source>
        <translation>هل تريد حذف هذا الجدول الزمني؟</translation>
    </message>
    <message>
        <source>The connector is not synced at these times any more. Its past syncs and its records stay.</source>
        <translation>لن يُزامَن الموصّل في هذه المواعيد بعد الآن. أمّا مزامناته السابقة وعناصره فتبقى.</translation>
    </message>
    <message>
        <source>Delete schedule</source>
        <translation>حذف الجدول الزمني</translation>
    </message>
    <message>
        <source>The schedule was saved</source>
        <translation>حُفظ الجدول الزمني</translation>
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
    <name>ServiceDialog</name>
    <message>
        <source>Sign in again at {host}</source>
        <translation>تسجيل الدخول من جديد في {host}</translation>
    </message>
    <message>
        <source>What you have typed in the window stays as it is.</source>
        <translation>يبقى كل ما كتبته في النافذة كما هو.</translation>
    </message>
    <message>
        <source>Sign in to a service</source>
        <translation>تسجيل الدخول إلى خدمة</translation>
    </message>
    <message>
        <source>An integration-service that your organisation runs; it keeps the workspace.</source>
        <translation>خدمة تشغّلها مؤسستك على خادم لها وتحتفظ بمساحة العمل.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
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
    <name>SourceChoice</name>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>كلّ المصادر</translation>
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
    <name>StartButton</name>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
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
    <name>Streams</name>
    <message>
        <source>Records</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Drive files</source>
        <translation>ملفات Drive</translation>
    </message>
    <message>
        <source>Calendar events</source>
        <translation>أحداث التقويم</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>الموظّفون</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المناصب</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>القنوات</translation>
    </message>
</context>
<context>
    <name>SyncSection</name>
    <message>
        <source>{when}: {what}</source>
        <translation>‏{when}: {what}</translation>
    </message>
    <message>
        <source>{live}, {deleted} deleted</source>
        <translation>‏{live}، والمحذوف {deleted}</translation>
    </message>
    <message>
        <source>It has not been synced yet.</source>
        <translation>لم تجرِ أي مزامنة بعد.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>المزامنة</translation>
    </message>
    <message>
        <source>All syncs</source>
        <translation>كلّ المزامنات</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>مزامنة الآن</translation>
    </message>
    <message>
        <source>Other ways to sync</source>
        <translation>طرق أخرى للمزامنة</translation>
    </message>
    <message>
        <source>Activate the connector first.</source>
        <translation>نشِّط الموصّل أولًا.</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>{name} asks for a pause: goes on in {left}</source>
        <translation>يطلب {name} التوقّف: تُستأنف بعد {left}</translation>
    </message>
    <message>
        <source>{reason} Tries again in {left}</source>
        <translation>‏{reason} تُعاد المحاولة بعد {left}</translation>
    </message>
    <message>
        <source>Asks for a pause: goes on in {left}</source>
        <translation>طُلب التوقّف: تُستأنف بعد {left}</translation>
    </message>
    <message>
        <source>Synced {when}</source>
        <translation>تمّت المزامنة: {when}</translation>
    </message>
    <message>
        <source>Sync failed {when}</source>
        <translation>فشلت المزامنة: {when}</translation>
    </message>
    <message>
        <source>Sync cancelled {when}</source>
        <translation>أُلغيت المزامنة: {when}</translation>
    </message>
    <message>
        <source>Syncing: {progress}</source>
        <translation>المزامنة جارية: {progress}</translation>
    </message>
    <message>
        <source>Goes on in {left}</source>
        <translation>تُستأنف بعد {left}</translation>
    </message>
    <message>
        <source>Rests until “{name}” is authorised again</source>
        <translation>متوقّفة حتى يُمنح «{name}» الوصول من جديد</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>‏{done} من {total}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>‏{rate}/ث</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>بقي {left}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>في الطابور</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>نجحت</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>التغييرات</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كلّ شيء</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>مقارنة</translation>
    </message>
    <message>
        <source>Only what changed since the last sync</source>
        <translation>ما تغيّر منذ آخر مزامنة فقط</translation>
    </message>
    <message>
        <source>Read everything anew, and find what is gone</source>
        <translation>قراءة كلّ شيء من جديد، واكتشاف ما حُذف</translation>
    </message>
    <message>
        <source>Compare everything with what is stored</source>
        <translation>مقارنة كلّ شيء بالمخزَّن</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>يدويًا</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>جدول زمني</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>دالّة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>لا عناصر</numerusform>
            <numerusform>عنصر واحد</numerusform>
            <numerusform>عنصران</numerusform>
            <numerusform>%Ln عناصر</numerusform>
            <numerusform>%Ln عنصرًا</numerusform>
            <numerusform>%Ln عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits to be authorised again</source>
        <translation>تنتظر منح الوصول من جديد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>لم يُضَف شيء</numerusform>
            <numerusform>أُضيف عنصر واحد</numerusform>
            <numerusform>أُضيف عنصران</numerusform>
            <numerusform>أُضيفت %Ln عناصر</numerusform>
            <numerusform>أُضيف %Ln عنصرًا</numerusform>
            <numerusform>أُضيف %Ln عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>لم يُحدَّث شيء</numerusform>
            <numerusform>حُدِّث عنصر واحد</numerusform>
            <numerusform>حُدِّث عنصران</numerusform>
            <numerusform>حُدِّثت %Ln عناصر</numerusform>
            <numerusform>حُدِّث %Ln عنصرًا</numerusform>
            <numerusform>حُدِّث %Ln عنصر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted</source>
        <translation>
            <numerusform>لم يُحذَف شيء</numerusform>
            <numerusform>حُذف عنصر واحد</numerusform>
            <numerusform>حُذف عنصران</numerusform>
            <numerusform>حُذفت %Ln عناصر</numerusform>
            <numerusform>حُذف %Ln عنصرًا</numerusform>
            <numerusform>حُذف %Ln عنصر</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>لم يتغيّر شيء</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>تنتظر دورها</translation>
    </message>
</context>
<context>
    <name>SyncsView</name>
    <message>
        <source>Syncs</source>
        <translation>المزامنات</translation>
    </message>
</context>
<context>
    <name>ThemeMenu</name>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Theme: {name} ({keys} for the next one)</source>
        <translation>المظهر: {name} (اضغط {keys} للتالي)</translation>
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
        <source>locked</source>
        <translation>مقفلة</translation>
    </message>
    <message>
        <source>{environment}, locked</source>
        <translation>{environment}، مقفلة</translation>
    </message>
    <message>
        <source>Nothing can be changed until the lock is taken off under “Workspaces”.</source>
        <translation>لا يمكن تغيير شيء حتى يُزال القفل من «مساحات العمل».</translation>
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
    <message>
        <source>Service receives at {address}</source>
        <translation>الخدمة تستقبل على {address}</translation>
    </message>
    <message>
        <source>Service at {address}</source>
        <translation>الخدمة على {address}</translation>
    </message>
    <message>
        <source>No service receives</source>
        <translation>لا خدمة تستقبل</translation>
    </message>
    <message>
        <source>integration-service receives webhooks and keeps schedules, not this program.</source>
        <translation>تتولى الخدمة استقبال خطّافات الويب وتنفيذ الجداول، لا هذا البرنامج.</translation>
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
    <name>TrialSection</name>
    <message>
        <source>Try on the last uses</source>
        <translation>تجربة على آخر الاستخدامات</translation>
    </message>
    <message>
        <source>Nothing is saved: you see which uses of the last 30 days would be refused.</source>
        <translation>لا يُحفظ شيء: ترى أيّ استخدامات آخر 30 يومًا كانت ستُرفض.</translation>
    </message>
    <message>
        <source>The key was not used in the last 30 days</source>
        <translation>لم يُستخدم المفتاح في آخر 30 يومًا</translation>
    </message>
    <message>
        <source>So there is nothing to try it on.</source>
        <translation>فلا يوجد ما تُجرَّب عليه القائمة.</translation>
    </message>
    <message numerus="yes">
        <source>Tried on %Ln use(s) of the last 30 days.</source>
        <translation>
            <numerusform>لم تُجرَّب على أي استخدام في آخر 30 يومًا.</numerusform>
            <numerusform>جُرِّبت على استخدام واحد في آخر 30 يومًا.</numerusform>
            <numerusform>جُرِّبت على استخدامين في آخر 30 يومًا.</numerusform>
            <numerusform>جُرِّبت على %Ln استخدامات في آخر 30 يومًا.</numerusform>
            <numerusform>جُرِّبت على %Ln استخدامًا في آخر 30 يومًا.</numerusform>
            <numerusform>جُرِّبت على %Ln استخدام في آخر 30 يومًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them would have been refused</source>
        <translation>لم يكن ليُرفض أيٌّ منها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s) would have been refused</source>
        <translation>
            <numerusform>لم يكن ليُرفض أي استخدام</numerusform>
            <numerusform>كان استخدام واحد سيُرفض</numerusform>
            <numerusform>كان استخدامان سيُرفضان</numerusform>
            <numerusform>كانت %Ln استخدامات ستُرفض</numerusform>
            <numerusform>كان %Ln استخدامًا سيُرفض</numerusform>
            <numerusform>كان %Ln استخدام سيُرفض</numerusform>
        </translation>
    </message>
    <message>
        <source>They came from {addresses}.</source>
        <translation>جاءت من {addresses}.</translation>
    </message>
</context>
<context>
    <name>TypeChoice</name>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>كلّ الأحداث</translation>
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
    <name>UsageSection</name>
    <message>
        <source>Uses of the last 30 days</source>
        <translation>استخدامات آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>لم يُستخدم بعد</translation>
    </message>
    <message>
        <source>Uses appear here about a minute after they were made.</source>
        <translation>تظهر الاستخدامات هنا بعد نحو دقيقة من حدوثها.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln use(s)</source>
        <translation>
            <numerusform>لا استخدامات</numerusform>
            <numerusform>استخدام واحد</numerusform>
            <numerusform>استخدامان</numerusform>
            <numerusform>%Ln استخدامات</numerusform>
            <numerusform>%Ln استخدامًا</numerusform>
            <numerusform>%Ln استخدام</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused use(s)</source>
        <translation>
            <numerusform>لا شيء مرفوض</numerusform>
            <numerusform>واحد مرفوض</numerusform>
            <numerusform>اثنان مرفوضان</numerusform>
            <numerusform>%Ln مرفوضة</numerusform>
            <numerusform>%Ln مرفوضًا</numerusform>
            <numerusform>%Ln مرفوض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) with the old secret</source>
        <translation>
            <numerusform>لا طلبات بالسرّ القديم</numerusform>
            <numerusform>طلب واحد بالسرّ القديم</numerusform>
            <numerusform>طلبان بالسرّ القديم</numerusform>
            <numerusform>%Ln طلبات بالسرّ القديم</numerusform>
            <numerusform>%Ln طلبًا بالسرّ القديم</numerusform>
            <numerusform>%Ln طلب بالسرّ القديم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsesModel</name>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>الأخير</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message numerus="yes">
        <source>%Ln entry(ies) verified</source>
        <translation>
            <numerusform>لم يُتحقَّق من أي إدخال</numerusform>
            <numerusform>تُحقِّق من إدخال واحد</numerusform>
            <numerusform>تُحقِّق من إدخالين</numerusform>
            <numerusform>تُحقِّق من %Ln إدخالات</numerusform>
            <numerusform>تُحقِّق من %Ln إدخالًا</numerusform>
            <numerusform>تُحقِّق من %Ln إدخال</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>التحقّق من السلسلة</translation>
    </message>
    <message>
        <source>Compares every entry with its hash and with the one before it.</source>
        <translation>يقارن كلّ إدخال ببصمته وبالإدخال الذي قبله.</translation>
    </message>
    <message>
        <source>Copy its end</source>
        <translation>نسخ نهايتها</translation>
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
        <source>saved filter</source>
        <translation>عامل تصفية محفوظ</translation>
    </message>
    <message>
        <source>legal hold</source>
        <translation>حجز قانوني</translation>
    </message>
    <message>
        <source>sync run</source>
        <translation>عملية مزامنة</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>جدول زمني</translation>
    </message>
    <message>
        <source>record</source>
        <translation>عنصر</translation>
    </message>
    <message>
        <source>member</source>
        <translation>عضو</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>مفتاح API</translation>
    </message>
    <message>
        <source>key holder</source>
        <translation>حامل المفتاح</translation>
    </message>
    <message>
        <source>request for a key</source>
        <translation>طلب المفتاح</translation>
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
        <source>No such file or directory</source>
        <translation>لا يوجد ملف أو مجلّد بهذا الاسم</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>هذا مجلّد وليس ملفًا</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>نظام الملفات للقراءة فقط</translation>
    </message>
    <message>
        <source>it is no URL</source>
        <translation>ليس عنوان URL</translation>
    </message>
    <message>
        <source>it must read postgresql://login@host/database</source>
        <translation>يجب أن يكون على صورة postgresql://login@host/database</translation>
    </message>
    <message>
        <source>an organisation is added to a shared database</source>
        <translation>المؤسسة تُضاف إلى قاعدة بيانات مشتركة لا إلى ملف</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>السطر {line}، العمود {column}</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>يجري الإيقاف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>WorkspaceBadge</name>
    <message>
        <source>Integration Console</source>
        <translation>لوحة التكامل</translation>
    </message>
    <message>
        <source>Workspace: {name}</source>
        <translation>مساحة العمل: {name}</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>مساحات العمل</translation>
    </message>
</context>
<context>
    <name>WorkspaceCard</name>
    <message>
        <source>open now</source>
        <translation>مفتوحة الآن</translation>
    </message>
    <message>
        <source>Locked against changes</source>
        <translation>مقفلة ضد التغيير</translation>
    </message>
    <message>
        <source>Environment and lock…</source>
        <translation>البيئة والقفل…</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>إزالة من هذه القائمة</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>مزيد من الإجراءات</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>نسخ احتياطي…</translation>
    </message>
    <message>
        <source>Copy to a shared database…</source>
        <translation>نسخ إلى قاعدة بيانات مشتركة…</translation>
    </message>
</context>
<context>
    <name>WorkspaceChooser</name>
    <message>
        <source>Workspaces</source>
        <translation>مساحات العمل</translation>
    </message>
    <message>
        <source>None has been opened on this machine yet.</source>
        <translation>لم تُفتح أي مساحة عمل على هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>A workspace is a file of your own, a database that your organisation shares, or a service that it runs.</source>
        <translation>مساحة العمل ملف خاص بك، أو قاعدة بيانات تشاركها مؤسستك، أو خدمة تشغّلها.</translation>
    </message>
    <message>
        <source>The workspace is being opened…</source>
        <translation>يجري فتح مساحة العمل…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>ملف جديد…</translation>
    </message>
    <message>
        <source>Connect to a database…</source>
        <translation>الاتصال بقاعدة بيانات…</translation>
    </message>
    <message>
        <source>Sign in to a service…</source>
        <translation>تسجيل الدخول إلى خدمة…</translation>
    </message>
    <message>
        <source>Import logs…</source>
        <translation>استيراد سجلات…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>استعادة نسخة احتياطية…</translation>
    </message>
</context>
<context>
    <name>WorkspaceWords</name>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Shared database</source>
        <translation>قاعدة بيانات مشتركة</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>خدمة</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>ملف حالة</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>ما قبل الإنتاج</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>التطوير</translation>
    </message>
</context>
<context>
    <name>_FileDialog</name>
    <message>
        <source>Where it is</source>
        <translation>مكانها</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>إظهار المجلد</translation>
    </message>
    <message>
        <source>It was stopped, and no file was left.</source>
        <translation>أُوقف النسخ ولم يبقَ ملف.</translation>
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
