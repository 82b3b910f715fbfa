package feewright.api.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Words that properties have, which the document gives as texts only; and words that nothing should have. */
final class FuzzWords {

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("currency", "USD USD USD EUR JPY KWD"),
            Map.entry("amount", "10.00 0.01 100.00 5 999.99"),
            Map.entry("zone", "America/New_York Europe/Berlin"),
            Map.entry("pricing_mode", "package hourly mixed"),
            Map.entry("cadence", "one_time weekly monthly quarterly semi_annual annual"),
            Map.entry("timing", "in_advance in_arrears"),
            Map.entry("anchor", "anniversary calendar"),
            Map.entry("proration", "by_day none"),
            Map.entry("increment_rounding", "up nearest"),
            Map.entry("span", "period engagement"),
            Map.entry("beyond", "stop write_down"),
            Map.entry("catch_up", "bill_every_period bill_current_only hold_for_person"),
            Map.entry("credit_application", "automatic by_hand"),
            Map.entry("source", "deposit promotional goodwill correction"),
            Map.entry("method", "wire cheque cash e_signature wet_ink other"),
            Map.entry("excess", "credit refund"),
            Map.entry("billed_in_advance", "credit period_end"),
            Map.entry("processor", "simulated"),
            Map.entry("reference", "card-succeeds card-lacks-funds-once"),
            Map.entry("reason_code", "agreed by_client by_firm completed other"),
            Map.entry("category", "expense manual"),
            Map.entry("billing_role", "senior junior"),
            Map.entry("role", "senior junior"),
            Map.entry("email", "ann@example.com bob@example.com"),
            Map.entry("url", "http://localhost:9/hook https://example.com/hook"),
            Map.entry("events", "invoice.issued invoice.paid"),
            Map.entry("kind", "opened updated closed payment issue"),
            Map.entry("status", "needs_response under_review won lost"),
            Map.entry("state", "open paid overdue draft approved waiting needs_response"),
            Map.entry("outcome", "ISSUED REFUSED PERMITTED read"),
            Map.entry("date_order", "iso day_first month_first"),
            Map.entry("subject", "client/x invoice/y"),
            Map.entry("rule", "INV-02"),
            Map.entry("document_sha256", "ab".repeat(32)));

    /** As JSON: what no property takes, or only by mistake. */
    static final List<String> HOSTILE_JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483647",
            "2147483648",
            "-9223372036854775809",
            "1e400",
            "1.5",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"__proto__\": 1}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202eevil\"",
            "\"\\ufffe\"",
            "\"\\u200b\"",
            "\"\\u2028\"",
            "\"'; drop table invoice; --\"",
            "\"${jndi:x}%s%n{}\"",
            "\"../../etc/passwd\"",
            "\"9999-12-31\"",
            "\"0000-00-00\"",
            "\"1900-01-01\"",
            "\"2199-12-31\"",
            "\"2199-12-31T23:59:59Z\"",
            "\"2026-02-29\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"-0.00\"",
            "\"0\"",
            "\"0.001\"",
            "\"9999999999999.99\"",
            "\"99999999999999999999\"",
            "\"1E5\"",
            "\"NaN\"",
            "\"" + "x".repeat(5000) + "\"",
            "\"" + "\uD83D\uDE00".repeat(300) + "\"");

    /** In addresses, percent-encoded, and in headers. */
    static final List<String> HOSTILE_TEXT = List.of(
            "",
            "%00",
            "%0a",
            "%ff",
            "%c0%ae",
            "%ed%a0%80",
            "%E2%80%AE",
            "%EF%BF%BE",
            "%27%3b--",
            "..%2f",
            "%2e%2e",
            "-1",
            "0",
            "201",
            "99999999999",
            "1.5",
            "1e3",
            "true",
            "null",
            "2026-13-01",
            "2026-02-29",
            "1900-01-01",
            "2199-12-31",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00%2B25:00",
            "9999-12-31T23:59:59Z",
            "%7b%7d",
            "%25%25",
            "%5b0%5d",
            "a".repeat(3000),
            "%F0%9F%98%80",
            "00000000-0000-0000-0000-000000000000");

    private FuzzWords() {}

    /** What a property of this name may be; any word otherwise. */
    static List<String> of(String name) {
        String words = KNOWN.get(name);
        return words == null ? List.of("Words " + name, "x", "Ünïcode 株式") : Arrays.asList(words.split(" "));
    }
}
