// SPDX-License-Identifier: MIT
#include "core/translations.h"
#include "support/testmain.h"

namespace tst_messagelanguage {

class TestMessageLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void language_data()
    {
        QTest::addColumn<QByteArray>("all");
        QTest::addColumn<QByteArray>("messages");
        QTest::addColumn<QByteArray>("lang");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *title, const char *all, const char *messages, const char *lang,
                            const char *list, const char *language) {
            QTest::newRow(title) << QByteArray(all) << QByteArray(messages) << QByteArray(lang) << QByteArray(list)
                                 << QString::fromLatin1(language);
        };
        row("nothing set", "", "", "", "", "en");
        row("LANG", "", "", "ko_KR.UTF-8", "", "ko");
        row("LC_MESSAGES before LANG", "", "de_DE.UTF-8", "ko_KR.UTF-8", "", "en");
        row("LC_ALL before all", "ko_KR", "de_DE.UTF-8", "en_US.UTF-8", "", "ko");
        row("LANGUAGE before all", "en_US.UTF-8", "", "", "ko", "ko");
        row("the first of LANGUAGE that is translated", "", "", "ko_KR.UTF-8", "fr:en:ko", "en");
        row("none of LANGUAGE", "", "", "ko_KR.UTF-8", "fr_FR:de", "ko");
        row("LANGUAGE alone", "", "", "", "ko_KR", "ko");
        row("C", "C", "", "ko_KR.UTF-8", "ko", "en");
        row("POSIX", "", "POSIX", "ko_KR.UTF-8", "ko", "en");
        row("C.UTF-8 with LANGUAGE", "", "", "C.UTF-8", "ko", "ko");
        row("modifier", "", "", "ko@hanja", "", "ko");
        row("another language that begins so", "", "", "kok_IN", "", "en");
    }

    void language()
    {
        QFETCH(QByteArray, all);
        QFETCH(QByteArray, messages);
        QFETCH(QByteArray, lang);
        QFETCH(QByteArray, list);
        qputenv("LC_ALL", all);
        qputenv("LC_MESSAGES", messages);
        qputenv("LANG", lang);
        qputenv("LANGUAGE", list);
        QTEST(pipeglass::messageLanguage(), "language");
    }
};

QTEST_GUILESS_MAIN(TestMessageLanguage)

} // namespace tst_messagelanguage

#include "tst_messagelanguage.moc"
