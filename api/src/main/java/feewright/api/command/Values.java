package feewright.api.command;

import feewright.api.json.Texts;
import feewright.engagement.EngagementId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How the values of options and arguments are written. */
final class Values {

    private Values() {}

    /** Of all commands of the line. */
    static void register(CommandLine line) {
        line.registerConverter(FirmId.class, text -> new FirmId(id(text)));
        line.registerConverter(EngagementId.class, text -> new EngagementId(id(text)));
        line.registerConverter(PersonId.class, text -> new PersonId(id(text)));
        line.registerConverter(LocalDate.class, Values::day);
        line.registerConverter(ZoneId.class, Values::zone);
        line.registerConverter(Name.class, Name::read);
        line.registerConverter(Setting.class, Setting::read);
    }

    private static UUID id(String text) {
        return read(Texts.uuid(text), text, "id: ids are UUIDs, such as 0199a000-0000-7000-8000-0000000000f1");
    }

    private static LocalDate day(String text) {
        return read(Texts.date(text), text, "day: write it as 2026-03-31");
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return read(null, text, "time zone, such as Europe/London");
        }
    }

    private static <T> T read(@Nullable T value, String text, String wanted) {
        if (value == null) {
            throw new TypeConversionException("'" + text + "' is no " + wanted);
        }
        return value;
    }
}
