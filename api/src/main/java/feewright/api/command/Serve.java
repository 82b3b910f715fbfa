package feewright.api.command;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that starts a server, which goes on until it is stopped. */
@Command(
        name = "serve",
        description = {
            "Starts a server. It goes on until it is stopped (Ctrl-C, or the signal TERM).",
            "Before it builds anything, it tells everything that is wrong with its settings, its port and its database."
        },
        exitCodeList = {
            "1:it did not start",
            "2:wrong usage",
            "4:the settings cannot be used, the port is taken, or the database cannot be reached",
            "70:the virtual machine is broken"
        },
        footer = {"  feewright serve", "  feewright serve --set server.port=8081 --set feewright.billing.enabled=false"
        })
final class Serve implements Callable<Integer> {

    /** It is no exit code: the server goes on. */
    static final int GOES_ON = -1;

    @Mixin
    private final Settings settings = new Settings();

    private final Consumer<String[]> server;

    /** With what starts the server, and returns when it is there. */
    Serve(Consumer<String[]> server) {
        this.server = server;
    }

    /** A failure was told by Spring. */
    @Override
    public Integer call() {
        String[] arguments = settings.arguments();
        try {
            server.accept(arguments);
            return GOES_ON;
        } catch (RuntimeException told) {
            return Commands.isUnusable(told) ? Commands.CANNOT_BEGIN : 1;
        }
    }
}
