package feewright.api;

import feewright.api.TestFirm.Caller;
import feewright.api.security.AccessTable;
import feewright.api.security.AccessTable.Endpoint;
import feewright.firm.Role;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The ids of what a firm has, by the noun of the lists that show it. Which lists there are, the access table says. */
final class Things {

    private static final String ID = "/{id}";
    /** What is named otherwise in an address than in the list that shows it. */
    private static final Map<String, String> LISTED_AS =
            Map.of("payments", "journal-entries", "credit-applications", "journal-entries");
    /** What an address asks for. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "/v1/clients/{id}/statement", "?from=2026-01-01&until=2027-01-01",
            "/v1/reports/revenue", "?from=2026-01-01&until=2027-01-01",
            "/v1/reports/what-if", "?from=2026-01-01&until=2026-02-01");

    private final Map<String, Set<String>> ids = new TreeMap<>();

    private Things() {}

    /** What a firm's master admin is shown in all lists, those of single things after those of all. */
    static Things of(TestFirm firm) {
        Things things = new Things();
        Caller master = firm.master();
        endpoints(Role.FIRM_MASTER_ADMIN)
                .filter(endpoint -> endpoint.method().equals(HttpMethod.GET)
                        && !endpoint.pattern().endsWith(ID)
                        && !endpoint.pattern().equals("/v1/export"))
                .sorted(Comparator.comparing(
                        (Endpoint endpoint) -> endpoint.pattern().contains(ID)))
                .forEach(endpoint -> things.addresses(endpoint).forEach(address -> {
                    Reply reply = whole(master, address);
                    if (reply.status() == 200 && reply.header("Content-Type").startsWith("application/json")) {
                        reply.json().path("items").forEach(item -> things.add(noun(endpoint.pattern()), item));
                    }
                }));
        return things;
    }

    /** As much of a list as one page can hold; short ones have no pages. */
    private static Reply whole(Caller reader, String address) {
        Reply page = reader.get(address + (address.contains("?") ? "&" : "?") + "limit=200");
        return page.text("/code").equals("parameter-unknown") ? reader.get(address) : page;
    }

    /** The endpoints that a role may call, in a fixed order. */
    static Stream<Endpoint> endpoints(Role role) {
        return AccessTable.endpoints().stream()
                .filter(endpoint -> AccessTable.rolesOf(endpoint).contains(role))
                .sorted(Comparator.comparing(Endpoint::pattern)
                        .thenComparing(endpoint -> endpoint.method().name()));
    }

    /** The addresses of an endpoint, one for each thing that it could be of. */
    List<String> addresses(Endpoint endpoint) {
        String pattern = endpoint.pattern();
        if (!pattern.contains(ID)) {
            return List.of(address(endpoint, ""));
        }
        return named(pattern).stream().map(id -> address(endpoint, id)).toList();
    }

    /** The address of an endpoint for a thing, with what it asks for. */
    static String address(Endpoint endpoint, String id) {
        return endpoint.pattern().replace("{id}", id).replace("{number}", "1")
                + PARAMETERS.getOrDefault(endpoint.pattern(), "");
    }

    /** The things that an address with an id could name. */
    Set<String> named(String pattern) {
        String noun = noun(pattern.substring(0, pattern.indexOf(ID)));
        return ofNoun(LISTED_AS.getOrDefault(noun, noun));
    }

    Set<String> ofNoun(String noun) {
        return ids.getOrDefault(noun, Set.of());
    }

    Set<String> nouns() {
        return ids.keySet();
    }

    /** All of them. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        ids.values().forEach(all::addAll);
        return all;
    }

    private void add(String noun, JsonNode item) {
        JsonNode id = item.has("id") ? item.get("id") : item.at("/entry/id");
        if (id.isString()) {
            ids.computeIfAbsent(noun, _ -> new LinkedHashSet<>()).add(id.asString());
        }
    }

    private static String noun(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
