package feewright.firm;

import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the clients of a firm and their projects. */
public interface Clients {

    void add(Client client);

    Optional<Client> find(FirmId firm, ClientId client);

    /** By id descending (newest first), before {@code before}, at most {@code limit}. */
    List<Client> page(FirmId firm, @Nullable UUID before, int limit);

    void add(Project project);

    Optional<Project> find(FirmId firm, ProjectId project);

    List<Project> projectsOf(FirmId firm, ClientId client);

    /** Clients whose name is exactly this, ignoring case: for imports. */
    List<Client> named(FirmId firm, CustomerText name);
}
