package feewright.api.archive;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Archives;
import feewright.api.fixture.Bodies;
import feewright.api.fixture.BusyClient;
import feewright.api.fixture.Called;
import feewright.api.fixture.Elsewhere;
import feewright.api.fixture.Reply;
import feewright.api.fixture.RowHashes;
import feewright.api.fixture.Runs;
import feewright.api.fixture.Superuser;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.Waiting;
import feewright.platform.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All of a firm goes from one installation to another, and is the same there: rows, reports, and what is billed next. */
class ExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path directory;

    @Test
    void an_imported_firm_is_the_same_firm() throws Exception {
        TestFirm firm = TestFirm.open();
        String automatic = history(firm);
        Path archive = directory.resolve("firm.zip");

        Called exported = export(firm, archive);
        try (Elsewhere elsewhere = Elsewhere.empty()) {
            Called imported = elsewhere.imported(archive);

            assertThat(exported.text()).contains("exported firm " + firm.firm);
            assertThat(imported.text()).contains("imported firm " + firm.firm, "the books reconcile");
            assertThat(List.of(exported.code(), imported.code())).containsOnly(0);
            for (String kind : List.of("fact", "claim", "cursor", "draft", "content")) {
                assertThat(RowHashes.ofFirm(elsewhere.url, firm.firm.toString(), kind))
                        .as(kind)
                        .isNotEmpty()
                        .isEqualTo(RowHashes.ofFirm(Superuser.url(), firm.firm.toString(), kind));
            }
            elsewhere.start();
            theSameIsSeen(firm, elsewhere);
            theSameIsBilledNext(firm, elsewhere, automatic);
        }
    }

    /** Everything that can happen to clients, one of them purged; a draft, a run, something set aside, a session, a subscription. */
    private static String history(TestFirm firm) {
        firm.admin()
                .post("/v1/webhook-endpoints", "{\"url\": \"http://localhost:9/hook\"}")
                .expect(201);
        BusyClient.of(firm, "Stays");
        BusyClient gone = BusyClient.of(firm, "Goes");
        String confirmation = firm.master()
                .post("/v1/purge-previews", "{\"client_id\": \"%s\"}".formatted(gone.id))
                .expect(200)
                .text("/confirmation");
        firm.master()
                .post(
                        "/v1/purges",
                        "{\"client_id\": \"%s\", \"reason\": \"Asked\", \"confirmation\": \"%s\"}"
                                .formatted(gone.id, confirmation))
                .expect(201);
        Bodies.draft(firm, true);
        String automatic = Runs.automatic(firm);
        Runs.automatic(firm, "leave_to_person");
        Runs.finished(firm.admin(), "{\"as_of\": \"2026-02-05\"}");
        firm.as(Role.BREAK_GLASS_OPERATOR).get("/v1/clients").expect(200);
        firm.opened(Duration.ofHours(1), Duration.ZERO);
        return automatic;
    }

    private static void theSameIsSeen(TestFirm firm, Elsewhere elsewhere) {
        String token = firm.token(Role.FIRM_MASTER_ADMIN);
        String client = firm.admin().get("/v1/clients").expect(200).text("/items/0/id");
        for (String path : List.of(
                "/v1/reports/reconciliation",
                "/v1/reports/revenue?from=2026-01-01&until=2027-01-01",
                "/v1/reports/receivables-ageing?as_of=2026-04-10",
                "/v1/reports/unbilled",
                "/v1/clients/" + client + "/statement?from=2026-01-01&until=2027-01-01",
                "/v1/clients/" + client + "/credits",
                "/v1/clients?limit=200",
                "/v1/people",
                "/v1/engagements",
                "/v1/time-entries",
                "/v1/invoices?limit=200",
                "/v1/journal-entries?limit=200",
                "/v1/credit-notes",
                "/v1/payment-attempts",
                "/v1/refunds",
                "/v1/disputes",
                "/v1/decisions?limit=200",
                "/v1/audit-events?limit=200",
                "/v1/billing-failures",
                "/v1/ready-to-bill",
                "/v1/purges",
                "/v1/break-glass-sessions",
                "/v1/webhook-endpoints",
                "/v1/outgoing-events")) {
            Reply here = firm.master().get(path).expect(200);
            assertThat(elsewhere.get(token, path).expect(200).body()).as(path).isEqualTo(here.body());
        }
        for (JsonNode invoice :
                firm.admin().get("/v1/invoices?limit=200").json().at("/items")) {
            String path = "/v1/invoices/" + invoice.at("/id").asString() + "/explanation";
            assertThat(elsewhere.get(token, path).expect(200).body())
                    .isEqualTo(firm.master().get(path).expect(200).body());
        }
    }

    private static void theSameIsBilledNext(TestFirm firm, Elsewhere elsewhere, String automatic) {
        String token = firm.token(Role.FIRM_MASTER_ADMIN);
        String path = "/v1/engagements/" + automatic + "/invoices";

        Reply here = firm.master().post(path, "{}").expect(201);
        Reply there = elsewhere.post(token, path, "{}").expect(201);

        assertThat(there.text("/number")).isEqualTo(here.text("/number"));
        assertThat(there.json().at("/totals")).isEqualTo(here.json().at("/totals"));
        assertThat(there.json().at("/lines")).isEqualTo(here.json().at("/lines"));
        Runs.finished(firm.master(), "{}");
        elsewhere.post(token, "/v1/billing-runs", "{}").expect(202);
        List<String> billed =
                numbers(firm.master().get("/v1/invoices?limit=200").expect(200));
        Waiting.until(
                () -> numbers(elsewhere.get(token, "/v1/invoices?limit=200").expect(200))
                        .equals(billed));
    }

    private static List<String> numbers(Reply invoices) {
        return invoices.json()
                .at("/items")
                .valueStream()
                .map(invoice -> invoice.at("/number").asString() + invoice.at("/totals"))
                .toList();
    }

    @Test
    void an_archive_holds_one_firm_and_says_what_is_in_it() throws Exception {
        TestFirm firm = TestFirm.open();
        TestFirm other = TestFirm.open();
        Bodies.signed(firm, false);
        Bodies.signed(other, false);

        Map<String, String> files = Archives.unzipped(Archives.taken(firm.master(), "/v1/export"));

        JsonNode manifest = JSON.readTree(files.get("manifest.json"));
        assertThat(manifest.at("/format").asString()).isEqualTo("feewright-firm");
        assertThat(manifest.at("/version").asInt()).isEqualTo(1);
        assertThat(manifest.at("/files").size()).isEqualTo(files.size() - 1);
        assertThat(files.get("content/customer_text.jsonl")).contains("Acme");
        assertThat(files.get("billing/client.jsonl"))
                .contains(firm.client.toString())
                .doesNotContain(other.client.toString());
        for (JsonNode file : manifest.at("/files")) {
            String text = files.get(file.at("/name").asString());
            assertThat(text.lines().count())
                    .as(file.at("/name").asString())
                    .isEqualTo(file.at("/rows").asLong());
            if (!file.at("/kind").asString().equals("content")) {
                assertThat(text).doesNotContain("Acme").doesNotContain("Ann Lee");
            }
        }
        assertThat(firm.admin().get("/v1/audit-events").expect(200).text("/items/0/action"))
                .isEqualTo("firm_exported");
    }

    @Test
    void what_is_not_whole_or_not_of_this_version_is_refused_and_nothing_changes() throws Exception {
        TestFirm firm = TestFirm.open();
        String engagement = Bodies.signed(firm, false);
        firm.admin().post("/v1/engagements/" + engagement + "/invoices", "{}").expect(201);
        Path archive = directory.resolve("firm.zip");
        export(firm, archive);
        Map<String, String> files = Archives.unzipped(Files.readAllBytes(archive));
        String manifest = files.get("manifest.json");
        String invoices = files.get("billing/invoice.jsonl");

        try (Elsewhere elsewhere = Elsewhere.empty()) {
            refused(
                    elsewhere,
                    changed(files, "billing/invoice.jsonl", invoices.replace("100000", "100001")),
                    "hash-differs");
            refused(
                    elsewhere,
                    changed(files, "manifest.json", manifest.replace("\"version\":1", "\"version\":2")),
                    "version-differs");
            refused(
                    elsewhere,
                    changed(files, "manifest.json", manifest.replaceFirst("\"schema\":\"..", "\"schema\":\"xx")),
                    "schema-differs");
            refused(elsewhere, changed(files, "manifest.json", "{}"), "manifest-unreadable");
            refused(elsewhere, changed(files, "billing/more.jsonl", "{}\n"), "files-missing-or-unexpected");
            refused(elsewhere, changed(files, "billing/invoice.jsonl", null), "files-missing-or-unexpected");
            refused(elsewhere, unbalanced(files), "do not agree");
            Path broken = directory.resolve("broken.zip");
            Files.write(broken, Arrays.copyOf(Files.readAllBytes(archive), 5000));
            refused(elsewhere, broken, "cannot be read");
            refused(elsewhere, directory.resolve("none.zip"), "cannot be read");
            assertThat(Superuser.askAt(elsewhere.url, "select count(*) from tenant"))
                    .containsExactly("0");
            assertThat(elsewhere.imported(archive).code()).isZero();
            refused(elsewhere, archive, "firm-exists");
        }
    }

    @Test
    void an_archive_whose_books_do_not_reconcile_is_refused_with_what_differs() throws Exception {
        TestFirm firm = TestFirm.open();
        String engagement = Bodies.signed(firm, false);
        String invoice = firm.admin()
                .post("/v1/engagements/" + engagement + "/invoices", "{}")
                .expect(201)
                .text("/id");
        Path archive = directory.resolve("firm.zip");
        export(firm, archive);
        Map<String, String> files = Archives.unzipped(Files.readAllBytes(archive));
        Path other = with(
                files,
                "billing/receivable.jsonl",
                files.get("billing/receivable.jsonl").replace("100000", "99999"));

        try (Elsewhere elsewhere = Elsewhere.empty()) {
            Called printed = elsewhere.imported(other);

            assertThat(printed.code()).isEqualTo(1);
            assertThat(printed.text().lines())
                    .anyMatch(line -> line.startsWith("refused: books-differ: ") && line.endsWith(": 1 of 1"))
                    .anyMatch(line -> line.contains(invoice) && line.contains("100000") && line.contains("99999"))
                    .contains("nothing was changed");
            assertThat(Superuser.askAt(elsewhere.url, "select count(*) from tenant"))
                    .containsExactly("0");
        }
    }

    @Test
    void an_archive_that_would_not_fit_into_memory_is_refused() throws Exception {
        TestFirm firm = TestFirm.open();
        Path archive = directory.resolve("firm.zip");
        export(firm, archive);
        Map<String, String> files = Archives.unzipped(Files.readAllBytes(archive));

        try (Elsewhere elsewhere = Elsewhere.empty()) {
            refused(
                    elsewhere,
                    changed(files, "billing/client.jsonl", noise(20_000_000)),
                    "line-too-long: billing/client.jsonl");
            refused(
                    elsewhere,
                    changed(files, "billing/client.jsonl", "{}\n".repeat(20_000_000)),
                    "inflates-too-much: billing/client.jsonl");
            Map<String, String> many = new LinkedHashMap<>(files);
            for (int i = 0; i < 1_000; i++) {
                many.put("billing/more" + i, "");
            }
            refused(elsewhere, changed(many, "billing/more", ""), "too-many-files");
        }
    }

    /** Text that hardly shrinks, in one line. */
    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            noise.append((char) ('0' + random.nextInt(64)));
        }
        return noise.toString();
    }

    @Test
    void a_slow_reader_holds_up_nobody_and_no_snapshot_of_the_database() throws Exception {
        TestFirm slow = TestFirm.open();
        TestFirm other = TestFirm.open();
        Superuser.run("""
            insert into customer_text (firm_id, subject_id, field, body)
            select '%s', gen_random_uuid(), 'note', (
                select string_agg(md5(random()::text || n || m), '') from generate_series(1, 300) m)
            from generate_series(1, 2500) n
            """.formatted(slow.firm));

        try (Socket reader = new Socket()) {
            reader.setReceiveBufferSize(4096);
            reader.connect(new InetSocketAddress("localhost", slow.server.address.getPort()));
            reader.getOutputStream()
                    .write("GET /v1/export HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(slow.token(Role.FIRM_MASTER_ADMIN))
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().readNBytes(12))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("HTTP/1.1 200");

            slow.master().get("/v1/export").problem(409, "export-under-way");
            assertThat(Superuser.ask("select count(*) from pg_stat_activity"
                            + " where usename = 'feewright_app' and backend_xmin is not null"))
                    .containsExactly("0");
            assertThat(Archives.unzipped(Archives.taken(other.master(), "/v1/export")))
                    .containsKey("manifest.json");
        }
    }

    /** The archive with one file changed, and its hash in the manifest as well. */
    private Path with(Map<String, String> files, String name, String text) throws IOException, SQLException {
        assertThat(text).isNotEqualTo(files.get(name));
        String manifest = files.get("manifest.json").replace(hash(files.get(name)), hash(text));
        Path changed = changed(files, name, text);
        return changed(Archives.unzipped(Files.readAllBytes(changed)), "manifest.json", manifest);
    }

    /** An archive whose hashes are right, and whose invoice is not the sum of its lines. */
    private Path unbalanced(Map<String, String> files) throws IOException, SQLException {
        String name = "billing/invoice.jsonl";
        return with(files, name, files.get(name).replace("\"total_minor\":100000", "\"total_minor\":100001"));
    }

    private static String hash(String text) throws SQLException {
        return Superuser.ask(
                        "select encode(sha256(convert_to('%s', 'UTF8')), 'hex')".formatted(text.replace("'", "''")))
                .getFirst();
    }

    private static void refused(Elsewhere elsewhere, Path archive, String why) {
        Called printed = elsewhere.imported(archive);
        assertThat(printed.text()).contains(why);
        assertThat(printed.code()).isEqualTo(1);
    }

    /** A copy of the archive with one file changed, added, or (null) left out. */
    private Path changed(Map<String, String> files, String name, String text) throws IOException {
        Path copy = directory.resolve(UUID.randomUUID() + ".zip");
        try (OutputStream out = Files.newOutputStream(copy);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, String> all = new LinkedHashMap<>(files);
            all.put(name, text);
            for (Map.Entry<String, String> file : all.entrySet()) {
                if (file.getValue() != null) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return copy;
    }

    @Test
    void the_commands_say_how_they_are_called_and_write_over_nothing() throws IOException {
        TestFirm firm = TestFirm.open();
        Path there = Files.writeString(directory.resolve("there.zip"), "mine");

        assertThat(export(firm, there).code()).isEqualTo(1);
        assertThat(there).hasContent("mine");
        assertThat(Elsewhere.command(Superuser.url(), "export", "--file", "x").errors())
                .startsWith("feewright export: missing required option: '--firm=ID'");
        assertThat(Elsewhere.command(Superuser.url(), "import", "--firm", "x").code())
                .isEqualTo(2);
        assertThat(Elsewhere.command(
                                Superuser.url(),
                                "export",
                                "--firm",
                                UUID.randomUUID().toString(),
                                "--file",
                                directory.resolve("new.zip").toString())
                        .code())
                .isEqualTo(2);
        assertThat(directory.resolve("new.zip")).doesNotExist();
    }

    private static Called export(TestFirm firm, Path to) {
        return Elsewhere.command(Superuser.url(), "export", "--firm", firm.firm.toString(), "--file", to.toString());
    }
}
