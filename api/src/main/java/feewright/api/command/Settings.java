package feewright.api.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The settings that a command is given. They go before environment variables and application files. */
final class Settings {

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "A setting, such as server.port=8081. May be repeated.",
                "It goes before environment variables (SERVER_PORT) and application files."
            })
    private List<Setting> given = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** As Spring reads them; and those that hold whatever is given. */
    String[] arguments(Setting... fixed) {
        List<Setting> all = new ArrayList<>(List.of(fixed));
        Set<String> names = new HashSet<>();
        for (Setting setting : given) {
            if (!names.add(setting.name())) {
                throw new ParameterException(command.commandLine(), "--set gives " + setting.name() + " twice");
            }
            if (all.stream().noneMatch(held -> held.name().equals(setting.name()))) {
                all.add(setting);
            }
        }
        return all.stream().map(Setting::argument).toArray(String[]::new);
    }
}
