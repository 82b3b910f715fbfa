package feewright.api.wiring;

import feewright.jdbc.database.Login;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who logs in to it; without an owner somebody else migrates the schema. {@code grantsLogin} says that the
 * migration also lets the app role log in with its password.
 */
public record DatabaseAccess(String url, @Nullable Login owner, Login app, boolean grantsLogin) {}
