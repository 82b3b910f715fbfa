package feewright.bench;

import feewright.engine.Ports;
import feewright.firm.Firm;
import feewright.jdbc.database.EmbeddedDatabase;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures how long a signed event of Stripe takes to be kept, against an endpoint of the same application that inserts one row. */
final class WebhookBench {

    private WebhookBench() {}

    /** Takes the number of samples. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rounds = arguments.length == 1 ? Integer.parseInt(arguments[0]) : 6_000;
        // Silent until the application configures it.
        LoggingSystem.get(WebhookBench.class.getClassLoader()).beforeInitialize();
        FirmId firm = new FirmId(UUID.randomUUID());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(
                        Files.createTempDirectory("feewright-bench").resolve("postgres"), 0);
                ConfigurableApplicationContext application = application(database, firm);
                Wire stripe = new Wire(Installation.port(application), "");
                Wire bare = new Wire(Installation.port(application), "")) {
            prepare(database, application, firm);
            measure(rounds, stripe, bare);
            requireKept(database, rounds + rounds / 3);
        }
    }

    private static ConfigurableApplicationContext application(EmbeddedDatabase database, FirmId firm) {
        return Deployment.on(database, Tokens.make())
                .sources(BareInsert.class)
                .properties(
                        "feewright.stripe.webhook-secrets=" + SignedEvents.SECRET,
                        "feewright.stripe.accounts." + firm + "=" + SignedEvents.ACCOUNT)
                .run();
    }

    private static void prepare(EmbeddedDatabase database, ConfigurableApplicationContext application, FirmId firm)
            throws SQLException {
        Ports ports = application.getBean(Ports.class);
        ports.transactions().in(Actor.scheduler(firm), () -> {
            ports.firms().add(new Firm(firm, "Bench", ZoneId.of(TypicalTerms.ZONE)));
            return firm;
        });
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement()) {
            statement.execute(BareInsert.TABLE);
        }
    }

    private static void measure(int rounds, Wire stripe, Wire bare) {
        Measure insert = new Measure("bare insert", () -> {
            String body = SignedEvents.event();
            return bare.post(BareInsert.PATH, SignedEvents.header(body), body);
        });
        Measure event = new Measure("signed event", () -> {
            String body = SignedEvents.event();
            return stripe.post("/v1/stripe/events", SignedEvents.header(body), body);
        });
        List<Measure> measures = List.of(insert, event);
        Turns.take(rounds, measures);
        Report report = new Report(System.out);
        report.title("WEBHOOK");
        report.rows(measures);
        report.ratio("signed event / bare insert (aim: p99 3)", event, insert);
    }

    private static void requireKept(EmbeddedDatabase database, int events) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(database.url(), "postgres", "postgres");
                Statement statement = superuser.createStatement();
                var kept = statement.executeQuery("select count(*) from processor_event_due")) {
            kept.next();
            if (kept.getInt(1) != events) {
                throw new IllegalStateException("%d of %d events were kept".formatted(kept.getInt(1), events));
            }
        }
    }

    private static Connection owner(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }
}
