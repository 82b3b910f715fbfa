package feewright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The least that keeping a request can be: an endpoint of the same application that inserts one row, and nothing else. */
@RestController
record BareInsert(DataSource pool) {

    /** Under an address that needs no token. */
    static final String PATH = "/webjars/bare-insert";

    static final String TABLE =
            "create table bare_insert (id uuid primary key, body text not null); grant insert on bare_insert to"
                    + " feewright_app";

    @PostMapping(PATH)
    void insert(@RequestBody String body) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into bare_insert (id, body) values (?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, body);
            insert.executeUpdate();
            connection.commit();
        }
    }
}
