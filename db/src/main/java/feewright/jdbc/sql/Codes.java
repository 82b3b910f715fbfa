package feewright.jdbc.sql;

import feewright.platform.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes of the tables, read back as the constants that they are of. */
public final class Codes {

    private Codes() {}

    public static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }

    /** Role codes in a stable order. */
    public static List<String> of(Collection<Role> roles) {
        return roles.stream().map(Role::code).sorted().toList();
    }

    public static Set<Role> roles(Collection<String> codes) {
        return Stream.of(Role.values())
                .filter(role -> codes.contains(role.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
