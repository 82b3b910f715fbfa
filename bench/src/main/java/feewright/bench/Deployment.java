package feewright.bench;

import feewright.api.Feewright;
import feewright.jdbc.database.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * The application as it is deployed, on a database of a bench: with tokens of its own, doing nothing by itself, and letting one caller ask
 * as fast as it can.
 */
public final class Deployment {

    private Deployment() {}

    /** Not started yet. What is set later counts. */
    public static SpringApplicationBuilder on(EmbeddedDatabase database, Tokens tokens) {
        try {
            Path pem = Files.writeString(Files.createTempFile("feewright-bench", ".pem"), tokens.pem());
            return new SpringApplicationBuilder(Feewright.class)
                    .properties(
                            "server.port=0",
                            "logging.level.root=error",
                            "feewright.billing.enabled=false",
                            "feewright.collection.enabled=false",
                            "feewright.traffic.token.per-second=1000000",
                            "feewright.traffic.token.burst=1000000",
                            "feewright.traffic.address.per-second=1000000",
                            "feewright.traffic.address.burst=1000000",
                            "feewright.database.url=" + database.url(),
                            "feewright.database.owner.user=" + database.owner().user(),
                            "feewright.database.owner.password="
                                    + database.owner().password(),
                            "feewright.database.app.user=" + database.app().user(),
                            "feewright.database.app.password=" + database.app().password(),
                            "feewright.security.issuer=" + Tokens.ISSUER,
                            "feewright.security.public-keys=" + pem);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
