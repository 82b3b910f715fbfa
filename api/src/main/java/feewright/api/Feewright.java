package feewright.api;

import feewright.api.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The application: a server ({@code serve}), or one of its other commands. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Feewright {

    public static void main(String[] arguments) {
        new Commands(settings -> SpringApplication.run(Feewright.class, settings), System.out, System.err)
                .run(arguments)
                .ifPresent(System::exit);
    }
}
