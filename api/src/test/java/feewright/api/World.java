package feewright.api;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import feewright.drools.DroolsRulebook;
import feewright.engine.Ports;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.jdbc.JdbcPorts;
import feewright.jdbc.Login;
import feewright.jdbc.Migrations;
import feewright.rule.Rulebook;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.core.env.Environment;

/** The engine on PostgreSQL, with all its guards or without some: no rule refuses, or no constraint does. */
enum World {
    WHOLE,
    WITHOUT_RULES,
    WITHOUT_CONSTRAINTS,
    WITHOUT_BOTH;

    private static final Database GUARDED =
            new Database(Superuser.url(), Server.running().ports());
    private static final Database BARE = Database.withoutConstraints();

    /** Each attempt in each world that lacks at most one kind of guard; all attempts of a world are made on one office. */
    static <T> List<Arguments> attempts(Collection<String> attempts, Function<Office, T> opened) {
        List<Arguments> all = new ArrayList<>();
        for (World world : List.of(WHOLE, WITHOUT_RULES, WITHOUT_CONSTRAINTS)) {
            T office = opened.apply(world.office());
            attempts.forEach(attempt -> all.add(Arguments.of(world, attempt, office)));
        }
        return all;
    }

    Office office() {
        boolean rules = this == WHOLE || this == WITHOUT_CONSTRAINTS;
        Rulebook core = Server.running().context.getBean(DroolsRulebook.class);
        return Office.open(database().ports(), rules ? core : new PermissiveRulebook());
    }

    /** Every row of the firm, but for its decisions: a refusal leaves one. */
    List<String> books(Office office) throws SQLException {
        String url = database().url();
        String rows = String.join(" union all ", Superuser.askAt(url, """
            select format('select %%1$L || t::text from %%1$I t where firm_id = ''%s''', relname)
            from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r'
                and relname not like 'decision%%' and relname not like 'databasechangelog%%'
                and relname not in ('tenant', 'shedlock', 'instance_rules')
            """.formatted(office.firm)));
        return Superuser.askAt(url, rows + " order by 1");
    }

    private Database database() {
        return this == WHOLE || this == WITHOUT_RULES ? GUARDED : BARE;
    }

    private record Database(String url, Ports ports) {

        /** A second database on the server's PostgreSQL: no check, no foreign key, no key that makes something happen once. */
        static Database withoutConstraints() {
            try {
                Environment settings = Server.running().context.getEnvironment();
                String url = TestDatabase.beside(Superuser.url(), "bare");
                Superuser.run(
                        "create database bare owner " + settings.getRequiredProperty("feewright.database.owner.user"));
                Login owner = login(settings, "owner");
                Login app = login(settings, "app");
                Migrations.run(url, owner, app.password());
                for (String drop : Superuser.askAt(url, """
                    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname)
                    from pg_constraint
                    where connamespace = 'public'::regnamespace and (contype in ('c', 'f')
                        or conname in ('period_claim_pkey', 'period_claim_end_once', 'time_claim_pkey', 'time_approval_pkey',
                            'engagement_pkey', 'engagement_terms_once', 'invoice_number_once', 'invoice_line_time_pkey', 'credit_review_pkey',
                            'credit_note_line_pkey', 'credit_note_time_pkey', 'journal_entry_number_once'))
                    order by contype <> 'f'
                    """)) {
                    Superuser.run(url, drop);
                }
                Superuser.run(
                        url,
                        "drop index journal_entry_void_once, journal_entry_unapplied_once, journal_entry_grant_once");
                HikariConfig config = new HikariConfig();
                config.setJdbcUrl(url);
                config.setUsername(app.user());
                config.setPassword(app.password());
                config.setMaximumPoolSize(2);
                return new Database(url, JdbcPorts.on(new HikariDataSource(config), false));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        private static Login login(Environment settings, String who) {
            return new Login(
                    settings.getRequiredProperty("feewright.database." + who + ".user"),
                    settings.getRequiredProperty("feewright.database." + who + ".password"));
        }
    }
}
