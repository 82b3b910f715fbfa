package feewright.firm;

import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the people of a firm. */
public interface People {

    void add(Person person);

    Optional<Person> find(FirmId firm, PersonId person);

    /** By id descending (newest first), before {@code before}, at most {@code limit}. */
    List<Person> page(FirmId firm, @Nullable UUID before, int limit);

    /** People whose e-mail, or failing that whose name, is exactly this, ignoring case: for imports. */
    List<Person> known(FirmId firm, CustomerText emailOrName);
}
