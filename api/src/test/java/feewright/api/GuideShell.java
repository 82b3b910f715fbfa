package feewright.api;

import feewright.api.TestFirm.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the commands of a guide as a shell would that has its functions {@code get}, {@code post} and {@code put}: words with quotes and
 * variables, and answers that {@code jq} takes one field of.
 */
final class GuideShell {

    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z]+)=\\$\\((.*) \\| jq -r '?(\\.[^']*)'?\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    private final Caller caller;
    private final Map<String, String> variables = new HashMap<>();

    GuideShell(Caller caller) {
        this.caller = caller;
    }

    /** What came of a request; an assignment takes its variable from a request that worked. */
    Reply run(String command) {
        Matcher assignment = ASSIGNMENT.matcher(command);
        if (!assignment.matches()) {
            return call(words(command));
        }
        Reply reply = call(words(assignment.group(2)));
        String value = reply.text(
                assignment.group(3).replace("[", "/").replace("]", "").replace('.', '/'));
        if (reply.status() >= 300 || value.isEmpty()) {
            throw new AssertionError(command + "\n" + reply.status() + " " + reply.body());
        }
        variables.put(assignment.group(1), value);
        return reply;
    }

    private Reply call(List<String> words) {
        String path = "/v1" + words.get(1);
        return switch (words.getFirst()) {
            case "get" -> caller.get(path);
            case "post" -> caller.post(path, words.get(3), words.get(2));
            case "put" -> caller.put(path, words.get(2), words.get(3));
            default -> throw new AssertionError("no such command: " + words);
        };
    }

    /** The words of a command, with what is quoted as it is and variables replaced outside of quotes. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (String part : command.split("(?=')|(?<=')|(?= )|(?<= )", -1)) {
            if (part.equals("'")) {
                quoted = !quoted;
            } else if (part.equals(" ") && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(quoted ? part : filled(part));
            }
        }
        words.add(word.toString());
        return words;
    }

    /** A text with its variables replaced. */
    String filled(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                throw new AssertionError("$" + found.group(1) + " is not set");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
