package feewright.api.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.Request;

/**
 * The header by which proxies tell for whom they ask. Only the one that the settings name is read: a proxy that writes the one passes
 * on the other as the caller wrote it.
 */
public enum ForwardedBy {

    /** The usual one: addresses in {@code X-Forwarded-For}, the scheme in {@code X-Forwarded-Proto}. */
    X_FORWARDED_FOR {
        @Override
        List<String> addresses(Request request) {
            return elements(request, "X-Forwarded-For");
        }

        @Override
        boolean isTls(Request request) {
            return allTls(elements(request, "X-Forwarded-Proto"));
        }
    },

    /** The standard: {@code Forwarded: for=192.0.2.60;proto=https} (RFC 7239). */
    FORWARDED {
        @Override
        List<String> addresses(Request request) {
            return parameters(request, "for");
        }

        @Override
        boolean isTls(Request request) {
            return allTls(parameters(request, "proto"));
        }
    };

    /** For whom the proxies asked, from the first to the last of them. */
    abstract List<String> addresses(Request request);

    /** Whether the caller came over TLS to every proxy. */
    abstract boolean isTls(Request request);

    private static boolean allTls(List<String> schemes) {
        return !schemes.isEmpty()
                && schemes.stream()
                        .allMatch(scheme -> scheme.toLowerCase(Locale.ROOT).equals("https"));
    }

    private static List<String> parameters(Request request, String name) {
        return elements(request, "Forwarded").stream()
                .flatMap(element -> Arrays.stream(element.split(";")))
                .map(String::strip)
                .filter(pair -> pair.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .map(pair -> pair.substring(name.length() + 1).replace("\"", ""))
                .toList();
    }

    private static List<String> elements(Request request, String header) {
        List<String> elements = new ArrayList<>();
        for (String line : Collections.list(request.getHeaders(header))) {
            Arrays.stream(line.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(elements::add);
        }
        return elements;
    }
}
