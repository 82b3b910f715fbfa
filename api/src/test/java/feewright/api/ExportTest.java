package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.Elsewhere.Printed;
import feewright.firm.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

        Printed exported = export(firm, archive);
        try (Elsewhere elsewhere = Elsewhere.empty()) {
            Printed imported = elsewhere.imported(archive);

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
                .post("/v1/webhook-subscriptions", "{\"url\": \"http://localhost:9/hook\"}")
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
        Runs.automatic(firm, "hold_for_person");
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
                "/v1/set-aside-engagements",
                "/v1/ready-to-bill",
                "/v1/purges",
                "/v1/break-glass-sessions",
                "/v1/webhook-subscriptions",
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
        assertThat(files.get("content/content.jsonl")).contains("Acme");
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
                .isEqualTo("firm-exported");
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

    /** An archive whose hashes are right, and whose invoice is not the sum of its lines. */
    private Path unbalanced(Map<String, String> files) throws IOException, SQLException {
        String name = "billing/invoice.jsonl";
        String text = files.get(name).replace("\"total_minor\":100000", "\"total_minor\":100001");
        assertThat(text).isNotEqualTo(files.get(name));
        String manifest = files.get("manifest.json").replace(hash(files.get(name)), hash(text));
        Path changed = changed(files, name, text);
        Map<String, String> all = Archives.unzipped(Files.readAllBytes(changed));
        return changed(all, "manifest.json", manifest);
    }

    private static String hash(String text) throws SQLException {
        return Superuser.ask(
                        "select encode(sha256(convert_to('%s', 'UTF8')), 'hex')".formatted(text.replace("'", "''")))
                .getFirst();
    }

    private static void refused(Elsewhere elsewhere, Path archive, String why) {
        Printed printed = elsewhere.imported(archive);
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
        assertThat(Elsewhere.command(Superuser.url(), "export", "--file", "x").text())
                .startsWith("usage: export");
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

    private static Printed export(TestFirm firm, Path to) {
        return Elsewhere.command(Superuser.url(), "export", "--firm", firm.firm.toString(), "--file", to.toString());
    }
}
