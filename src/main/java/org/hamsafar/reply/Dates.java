package org.hamsafar.reply;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.hamsafar.language.LanguageTag;

/** Dates as people of a language read them: Gregorian, with the digits 0 to 9. */
public final class Dates {
  private Dates() {}

  /** {@code date} in words. */
  public static String of(LanguageTag tag, LocalDate date) {
    ULocale locale =
        ULocale.forLanguageTag(tag.value())
            .setKeywordValue("calendar", "gregorian")
            .setKeywordValue("numbers", "latn");
    DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
    format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
    format.setNumberFormat(NumberFormat.getIntegerInstance(locale));
    format.getNumberFormat().setGroupingUsed(false);
    return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
