package feewright.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTest {

    @Test
    void the_database_of_the_tests_answers() throws IOException {
        try (var postgres = EmbeddedPostgres.start()) {
            var jdbc = JdbcClient.create(postgres.getPostgresDatabase());

            assertThat(jdbc.sql("select 1").query(Integer.class).single()).isOne();
        }
    }
}
