package feewright.api.command;

import feewright.api.wiring.CommandContexts;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.platform.Transactions;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The command that registers a firm with its first master admin: the one thing that no token can do, because tokens are of a firm.
 * The ids are those that the identity provider puts into its tokens.
 */
@Command(
        name = "register-firm",
        description = {
            "Registers a firm and its first master admin.",
            "The ids are those that your identity provider puts into its tokens ('firm' and 'sub')."
        },
        exitCodeList = {
            "0:done",
            "1:the firm is registered already; nothing was changed",
            "2:wrong usage",
            "4:the settings cannot be used, or the database cannot be reached"
        },
        footer = {
            "  feewright register-firm 0199a000-0000-7000-8000-0000000000f1 \"Trial and Sons\" Europe/London \\",
            "      0199a000-0000-7000-8000-0000000000a1 \"Ada Admin\""
        })
final class RegisterFirm implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FIRM-ID", description = "The firm, a UUID.")
    private FirmId firm;

    @Parameters(index = "1", paramLabel = "NAME", description = "The firm's name.")
    private Name name;

    @Parameters(index = "2", paramLabel = "ZONE", description = "Its time zone, such as Europe/London.")
    private ZoneId zone;

    @Parameters(index = "3", paramLabel = "ADMIN-PERSON-ID", description = "The master admin, a UUID.")
    private PersonId admin;

    @Parameters(index = "4", paramLabel = "ADMIN-NAME", description = "The master admin's name.")
    private Name adminName;

    @Option(names = "--test", description = "A test firm: its clock can be moved. This never changes.")
    private boolean test;

    @Mixin
    private final Settings settings = new Settings();

    private final PrintStream out;

    RegisterFirm(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Firm registered = new Firm(firm, name.text(), zone, test);
        try (ConfigurableApplicationContext context = CommandContexts.storage(settings.arguments())) {
            if (isAdded(context, registered)) {
                out.println("registered firm " + firm);
                return 0;
            }
            out.println("firm " + firm + " is registered already: nothing was changed");
            return 1;
        }
    }

    private boolean isAdded(ConfigurableApplicationContext context, Firm registered) {
        Actor actor = new Actor(firm, admin, Set.of(Role.FIRM_MASTER_ADMIN), null);
        return context.getBean(Transactions.class).in(actor, () -> {
            Firms firms = context.getBean(Firms.class);
            if (firms.find(firm).isPresent()) {
                return false;
            }
            Instant now = Clock.systemUTC().instant();
            firms.add(registered);
            context.getBean(People.class).add(new Person(firm, admin, null, now));
            CustomerText words = new CustomerText(adminName.text());
            context.getBean(CustomerTexts.class).write(firm, Map.of(CustomerTextKey.of(admin, "name"), words));
            return true;
        });
    }
}
