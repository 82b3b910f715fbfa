package feewright.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guide's examples, in their order: blocks of shell commands, each with the answer that the guide shows for the last of them. */
record Guide(List<Example> examples) {

    /** Commands, and what is said to come of the last one. */
    record Example(List<String> commands, Optional<String> answer) {}

    private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)\\n```", Pattern.DOTALL);

    static Guide read(String name) {
        try {
            String text = Files.readString(Path.of("..", "docs", name));
            List<Example> examples = new ArrayList<>();
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                if (block.group(1).equals("sh")) {
                    examples.add(new Example(commands(block.group(2)), Optional.empty()));
                } else if (block.group(1).equals("json")) {
                    Example last = examples.removeLast();
                    examples.add(new Example(last.commands(), Optional.of(block.group(2))));
                }
            }
            return new Guide(examples);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A command ends with its line, unless the line ends within quotes. */
    private static List<String> commands(String block) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        for (String line : block.lines().toList()) {
            command.append(line);
            if (command.chars().filter(character -> character == '\'').count() % 2 == 0) {
                commands.add(command.toString());
                command.setLength(0);
            }
        }
        return commands;
    }
}
