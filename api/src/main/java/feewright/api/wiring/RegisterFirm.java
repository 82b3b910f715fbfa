package feewright.api.wiring;

import feewright.api.json.Characters;
import feewright.firm.Actor;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.Firm;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.firm.PersonId;
import feewright.firm.Role;
import feewright.firm.Transactions;
import java.io.PrintStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The command that registers a firm with its first master admin: the one thing that no token can do, because tokens are of a firm.
 * The ids are those that the identity provider puts into its tokens.
 */
public final class RegisterFirm {

    /** The command's name. */
    public static final String NAME = "register-firm";

    private static final String TEST = "--test";

    private static final String USAGE = "usage: register-firm FIRM-ID NAME ZONE ADMIN-PERSON-ID ADMIN-NAME [--test]"
        + " [--SETTING=VALUE ...] (--test: its clock can be moved; ids are UUIDs, the zone is such as Europe/London)";

    private RegisterFirm() {}

    /** Registers the firm and gives the exit code: 0 if done, 1 if the firm is there already, 2 if the arguments are wrong. */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length < 6) {
            out.println(USAGE);
            return 2;
        }
        try {
            Firm firm = new Firm(
                    new FirmId(UUID.fromString(arguments[1])),
                    arguments[2],
                    ZoneId.of(arguments[3]),
                    isTest(arguments));
            PersonId admin = new PersonId(UUID.fromString(arguments[4]));
            Content name = new Content(arguments[5]);
            if (!isName(arguments[2]) || !isName(arguments[5])) {
                throw new IllegalArgumentException("a name shows nothing, or has control characters");
            }
            try (ConfigurableApplicationContext context = storage(arguments)) {
                return register(context, firm, admin, name) ? done(out, firm) : known(out, firm);
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            out.println(USAGE);
            return 2;
        }
    }

    private static boolean isName(String text) {
        return Characters.areOneLine(text) && Characters.areVisible(text);
    }

    private static ConfigurableApplicationContext storage(String[] arguments) {
        System.setProperty("logging.level.root", LogLevel.WARN.name());
        return new SpringApplicationBuilder(StorageConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(Arrays.stream(arguments)
                        .skip(6)
                        .filter(argument -> !argument.equals(TEST))
                        .toArray(String[]::new));
    }

    private static boolean isTest(String[] arguments) {
        return Arrays.asList(arguments).indexOf(TEST) >= 6;
    }

    private static boolean register(ConfigurableApplicationContext context, Firm firm, PersonId admin, Content name) {
        Actor actor = new Actor(firm.id(), admin, Set.of(Role.FIRM_MASTER_ADMIN), null);
        return context.getBean(Transactions.class).in(actor, () -> {
            Firms firms = context.getBean(Firms.class);
            if (firms.find(firm.id()).isPresent()) {
                return false;
            }
            Instant now = Clock.systemUTC().instant();
            firms.add(firm);
            context.getBean(People.class).add(new Person(firm.id(), admin, null, now));
            context.getBean(Contents.class).write(firm.id(), Map.of(ContentKey.of(admin, "name"), name));
            return true;
        });
    }

    private static int done(PrintStream out, Firm firm) {
        out.println("registered firm " + firm.id());
        return 0;
    }

    private static int known(PrintStream out, Firm firm) {
        out.println("firm " + firm.id() + " is registered already: nothing was changed");
        return 1;
    }
}
