package feewright.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Passes the calls of a connection and of its statements on, and keeps those that a plain loop would have to make as well. */
final class RecordedCalls {

    /** Makes an array once more, on another connection. */
    private interface Making {
        Array on(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final Rehearsal rehearsal;
    private final Map<Array, Making> arrays = new WeakHashMap<>();

    private RecordedCalls(Connection connection, Rehearsal rehearsal) {
        this.connection = connection;
        this.rehearsal = rehearsal;
    }

    static Connection on(Connection connection, Rehearsal rehearsal) {
        RecordedCalls calls = new RecordedCalls(connection, rehearsal);
        return proxy(Connection.class, (_, method, arguments) -> calls.ofConnection(method, arguments));
    }

    private @Nullable Object ofConnection(Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "commit" -> {
                rehearsal.add(new Step.Commit());
                connection.rollback();
                return null;
            }
            case "setReadOnly" -> rehearsal.add(new Step.ReadOnly((boolean) first(arguments)));
            default -> {}
        }
        Object made = pass(connection, method, arguments);
        return switch (method.getName()) {
            case "prepareStatement" -> prepared((PreparedStatement) made, (String) first(arguments));
            case "createStatement" -> plain((Statement) made);
            case "createArrayOf" -> {
                Object[] typeAndElements = Objects.requireNonNull(arguments);
                String type = (String) typeAndElements[0];
                Object[] elements = (Object[]) typeAndElements[1];
                arrays.put((Array) made, again -> again.createArrayOf(type, elements));
                yield made;
            }
            default -> made;
        };
    }

    private Statement plain(Statement statement) {
        return proxy(Statement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                rehearsal.add(new Step.Plain((String) first(arguments)));
            }
            return pass(statement, method, arguments);
        });
    }

    private PreparedStatement prepared(PreparedStatement statement, String sql) {
        List<Step.Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                rehearsal.add(new Step.Prepared(sql, List.copyOf(parameters)));
            } else if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.add(parameter(method, arguments));
            }
            return pass(statement, method, arguments);
        });
    }

    private Step.Parameter parameter(Method method, Object[] arguments) {
        if (arguments[1] instanceof Array array) {
            Making making = Objects.requireNonNull(arrays.get(array));
            return statement -> statement.setArray((int) arguments[0], making.on(statement.getConnection()));
        }
        return statement -> {
            try {
                method.invoke(statement, arguments);
            } catch (ReflectiveOperationException failure) {
                throw new SQLException(failure);
            }
        };
    }

    private static Object first(Object @Nullable [] arguments) {
        return arguments == null ? "" : arguments[0];
    }

    private static Object pass(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RecordedCalls.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
