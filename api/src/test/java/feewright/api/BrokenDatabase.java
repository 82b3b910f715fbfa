package feewright.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that loses its connection at the next commit, once it was told to: right before the commit, or right after. */
final class BrokenDatabase {

    /** When the connection is lost. */
    enum Loss {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final DataSource database;
    private Loss next = Loss.NONE;

    BrokenDatabase(DataSource database) {
        this.database = database;
    }

    void lose(Loss loss) {
        next = loss;
    }

    DataSource source() {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(database, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Loss loss = next;
            if (!method.getName().equals("commit") || loss == Loss.NONE) {
                return invoke(connection, method, arguments);
            }
            next = Loss.NONE;
            if (loss == Loss.AFTER_COMMIT) {
                connection.commit();
            } else {
                connection.rollback();
            }
            throw new SQLException("connection lost", "08006");
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                BrokenDatabase.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.on(method, arguments)));
    }

    private static Object invoke(Object on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
